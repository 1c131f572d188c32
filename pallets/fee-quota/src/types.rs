//! A quota that refills, without knowing what a chain is.

use artel_primitives::{
	figures::Times,
	units::{DAYS, MILLI_ART},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::num::{NonZeroU128, NonZeroU32};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Fee units: the base units of ART that a call costs while the chain is not congested.
pub type Units = u128;

/// What the artel governs of quotas.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Parameters {
	/// What a member may spend at once on calls of any kind.
	pub capacity: Units,
	/// What besides is kept for duties and for leaving.
	pub reserve: Units,
	/// Blocks in which an empty quota fills up.
	pub refill: NonZeroU32,
}

/// What the least that a member must always be able to do costs, and the most that it should.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Prices {
	/// Filing the longest motion, voting on it and carrying out the dearest one there is.
	pub deciding: Units,
	/// Leaving, with as much to settle as there can be.
	pub leaving: Units,
	/// A whole block of transactions.
	pub block: Units,
}

impl Parameters {
	/// What the artel begins with, unless genesis says otherwise: about a hundred ordinary calls a day,
	/// and to leave with as many tasks, offers and orders as there can be.
	pub const DEFAULT: Self = Self {
		capacity: 300 * MILLI_ART,
		reserve: 100 * MILLI_ART,
		refill: NonZeroU32::new(DAYS).expect("a day has blocks"),
	};

	/// Whether members without coin can always undo these figures by a vote, and leave.
	///
	/// A quota that does not cover a motion could never be mended by those who have no coin, nor could
	/// one that hardly refills. With one that covers more than a block, or of which more refills in a block
	/// than a hundredth of one, few members could keep all others out, for nothing.
	pub fn are_possible(&self, prices: &Prices, times: &Times) -> bool {
		self.capacity >= prices.deciding
			&& self.reserve >= prices.leaving
			&& self.full() <= prices.block
			&& self.full().saturating_mul(100)
				<= prices.block.saturating_mul(self.refill.get().into())
			&& self.refill.get() <= times.longest_refill
	}

	/// What a full quota holds.
	pub fn full(&self) -> Units {
		self.capacity.saturating_add(self.reserve)
	}
}

/// What was left of a member's quota when it was last touched.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Quota<BlockNumber> {
	/// Units that were left.
	pub left: Units,
	/// The block in which that was so.
	pub at: BlockNumber,
}

/// What is left after so many blocks of refilling.
pub fn refilled(left: Units, blocks: u32, parameters: &Parameters) -> Units {
	let full = parameters.full();
	let gained = full.saturating_mul(blocks.into()) / NonZeroU128::from(parameters.refill);
	left.saturating_add(gained).min(full)
}

/// What is left after paying this price; none if it is not enough.
///
/// Only a duty may draw on the reserve, so nothing else a member does can keep it from its duties.
pub fn spent(left: Units, price: Units, duty: bool, parameters: &Parameters) -> Option<Units> {
	let rest = left.checked_sub(price)?;
	(duty || rest >= parameters.reserve).then_some(rest)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
	use super::*;
	use artel_primitives::figures::Scale;
	use proptest::prelude::*;

	const P: Parameters =
		Parameters { capacity: 80, reserve: 20, refill: NonZeroU32::new(10).expect("ten") };

	#[test]
	fn a_quota_covers_a_motion_and_leaving_and_no_more_than_a_block() {
		let prices = Prices { deciding: 50, leaving: 15, block: 200 };
		let times = Times { longest_refill: 1_000, ..Scale::Real.times() };
		let possible = |capacity, reserve, refill| {
			let refill = NonZeroU32::new(refill).expect("a test names at least one block");
			Parameters { capacity, reserve, refill }.are_possible(&prices, &times)
		};
		assert!(possible(50, 15, 1_000) && possible(50, 15, 33));
		assert!(possible(185, 15, 100) && possible(50, 150, 100));
		for (capacity, reserve, refill) in [
			(49, 15, 100),
			(50, 14, 100),
			(50, 15, 1_001),
			(50, 15, 32),
			(186, 15, 1_000),
			(50, 151, 1_000),
			(0, 0, 1),
			(Units::MAX, Units::MAX, 1_000),
		] {
			assert!(!possible(capacity, reserve, refill), "{capacity} {reserve} {refill}");
		}
	}

	#[test]
	fn an_empty_quota_is_full_after_the_refill_time() {
		for (blocks, left) in [(0, 0), (1, 10), (9, 90), (10, 100), (11, 100), (u32::MAX, 100)] {
			assert_eq!(refilled(0, blocks, &P), left, "after {blocks} blocks");
		}
	}

	#[test]
	fn the_reserve_is_for_duties() {
		assert_eq!(spent(100, 80, false, &P), Some(20));
		assert_eq!(spent(100, 81, false, &P), None);
		assert_eq!(spent(20, 20, true, &P), Some(0));
		assert_eq!(spent(20, 21, true, &P), None);
		assert_eq!(spent(20, 1, false, &P), None);
	}

	#[test]
	fn a_lowered_capacity_holds_at_once() {
		let lower = Parameters { capacity: 10, reserve: 5, ..P };
		assert_eq!(refilled(100, 0, &lower), 15);
	}

	proptest! {
		#[test]
		fn waiting_twice_is_never_better_than_waiting_once(left: u64, a: u16, b: u16) {
			let (left, a, b) = (Units::from(left) % 100, u32::from(a), u32::from(b));
			let twice = refilled(refilled(left, a, &P), b, &P);
			prop_assert!(twice <= refilled(left, a + b, &P));
			prop_assert!(twice >= left);
		}

		#[test]
		fn nothing_is_spent_that_is_not_there(left: u64, price: u64, duty: bool) {
			let (left, price) = (left.into(), price.into());
			if let Some(rest) = spent(left, price, duty, &P) {
				prop_assert_eq!(rest + price, left);
			}
		}
	}
}
