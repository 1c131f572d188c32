// SPDX-License-Identifier: Apache-2.0

//! Counting epochs, without knowing what a chain is.

use artel_primitives::{epochs::Epoch, figures::Times, units::DAYS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_runtime::traits::AtLeast32BitUnsigned, prelude::*};
use scale_info::TypeInfo;

artel_primitives::figures! {
	/// What the artel governs of epochs.
	{
		/// Blocks in an epoch.
		0 => length: Length { blocks: u32 } = 7 * DAYS;
	}
}

impl Figures {
	/// Whether an epoch can last this long.
	///
	/// In too short a one nobody could be heard before what counts per epoch counts anew; too long a one
	/// would stop whatever waits for the next.
	pub fn are_possible(&self, times: &Times) -> bool {
		(times.shortest_epoch..=times.longest_epoch).contains(&self.length)
	}
}

/// An epoch, when it began, and how long epochs last from there on.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Calendar<BlockNumber> {
	/// The number of an epoch.
	pub epoch: Epoch,
	/// The block it began with.
	pub start: BlockNumber,
	/// Blocks that it and those after it last.
	pub length: BlockNumber,
}

impl<BlockNumber: AtLeast32BitUnsigned + Copy> Calendar<BlockNumber> {
	/// The same calendar, told from the epoch that is running in this block.
	pub fn at(&self, now: BlockNumber) -> Self {
		let elapsed = now.saturating_sub(self.start);
		let passed = elapsed.checked_div(&self.length).unwrap_or_else(Zero::zero);
		Self {
			epoch: self.epoch.saturating_add(passed.saturated_into()),
			start: self.start.saturating_add(passed.saturating_mul(self.length)),
			length: self.length,
		}
	}

	/// Lets epochs last this long, from the running one on; gives the calendar as it then is.
	pub fn relength(&mut self, now: BlockNumber, length: BlockNumber) -> Self {
		let mut running = self.at(now);
		running.length = length;
		if now.saturating_sub(running.start) >= length {
			running.epoch = running.epoch.saturating_add(1);
			running.start = now;
		}
		*self = running.clone();
		running
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use artel_primitives::figures::Scale;
	use proptest::prelude::*;

	#[test]
	fn an_epoch_has_a_shortest_and_a_longest_length() {
		for (scale, least) in [(Scale::Real, 14_400), (Scale::Short, 10)] {
			let possible = |length| Figures { length }.are_possible(&scale.times());
			assert!(possible(least) && possible(Figures::DEFAULT.length) && possible(403_200));
			for length in [0, least - 1, 403_201, u32::MAX] {
				assert!(!possible(length), "{length}");
			}
		}
	}

	const WEEKLY: Calendar<u32> = Calendar { epoch: 0, start: 0, length: 7 };

	#[test]
	fn epochs_follow_one_another() {
		for (block, epoch, start) in [(0, 0, 0), (6, 0, 0), (7, 1, 7), (20, 2, 14), (21, 3, 21)] {
			assert_eq!(WEEKLY.at(block), Calendar { epoch, start, length: 7 }, "block {block}");
		}
	}

	#[test]
	fn a_longer_epoch_goes_on() {
		let mut calendar = WEEKLY;
		calendar.relength(16, 14);
		assert_eq!(calendar, Calendar { epoch: 2, start: 14, length: 14 });
		assert_eq!(calendar.at(27).epoch, 2);
		assert_eq!(calendar.at(28).epoch, 3);
	}

	#[test]
	fn a_shorter_epoch_that_would_be_over_ends_now() {
		let mut calendar = WEEKLY;
		assert_eq!(calendar.relength(18, 2), Calendar { epoch: 3, start: 18, length: 2 });
		// One that still has a block left keeps its beginning.
		let mut calendar = WEEKLY;
		assert_eq!(calendar.relength(15, 2), Calendar { epoch: 2, start: 14, length: 2 });
	}

	proptest! {
		#[test]
		fn time_never_runs_backwards(
			steps in prop::collection::vec((0..1_000u32, 1..1_000u32), 1..20),
		) {
			let (mut now, mut calendar) = (0, WEEKLY);
			for (wait, length) in steps {
				now += wait;
				let before = calendar.at(now);
				let after = calendar.relength(now, length);
				prop_assert!(after.epoch >= before.epoch && after.epoch <= before.epoch + 1);
				prop_assert!(after.start <= now && now - after.start < length);
				prop_assert_eq!(calendar.at(now), after);
			}
		}
	}
}
