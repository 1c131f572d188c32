// SPDX-License-Identifier: Apache-2.0

//! What was earned lately and does not count yet (mechanisms, section 3.6).
//!
//! A check of some work comes before what it earned counts. Time is told by the member's own epochs, which
//! stand still on leave.

use crate::epochs::Epoch;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_core::ConstU32, prelude::BoundedVec};
use scale_info::TypeInfo;

/// The most epochs in which what was earned may have to ripen. A day's epochs leave a week for a check.
pub const LONGEST_RIPENING: Epoch = 7;

/// Of how many epochs it is remembered what was earned.
const REMEMBERED: u32 = LONGEST_RIPENING + 1;

/// What was earned in each of the last epochs, oldest first.
///
/// It remembers as many as could ever have to ripen, so that a changed time of ripening holds alike for
/// all, whoever was looked at meanwhile.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Ripening(BoundedVec<(Epoch, u64), ConstU32<REMEMBERED>>);

impl Ripening {
	/// Adds what was earned in this epoch.
	pub fn note(&mut self, epoch: Epoch, amount: u64) {
		if amount == 0 {
			return;
		}
		self.0.retain(|(then, _)| epoch.saturating_sub(*then) <= LONGEST_RIPENING);
		match self.0.iter_mut().find(|(then, _)| *then == epoch) {
			Some((_, present)) => *present = present.saturating_add(amount),
			// Epochs pass one by one, so no more of them are left than there is room for.
			None => self.0.try_push((epoch, amount)).unwrap_or_default(),
		}
	}

	/// Takes this much away, the newest first, as far as there is any.
	pub fn take_newest(&mut self, mut amount: u64) {
		for (_, present) in self.0.iter_mut().rev() {
			let taken = amount.min(*present);
			*present = present.saturating_sub(taken);
			amount = amount.saturating_sub(taken);
		}
		self.0.retain(|(_, present)| *present > 0);
	}

	/// What was earned in this epoch or later.
	pub fn since(&self, epoch: Epoch) -> u64 {
		self.0
			.iter()
			.filter(|(then, _)| *then >= epoch)
			.fold(0, |sum, (_, amount)| sum.saturating_add(*amount))
	}
}

/// The first of the epochs whose earnings have not ripened in this one.
///
/// What is earned in an epoch counts when this many whole epochs lie between; at once if that is none.
pub fn unripe_since(epoch: Epoch, ripening: Epoch) -> Epoch {
	match ripening {
		0 => epoch.saturating_add(1),
		_ => epoch.saturating_sub(ripening),
	}
}

/// Tells by which epoch a member's earnings ripen.
pub trait InspectRipening<AccountId> {
	/// The first of the member's own epochs whose earnings do not count yet.
	fn unripe_since(who: &AccountId) -> Epoch;
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn unripe(earned: &Ripening, epoch: Epoch, ripening: Epoch) -> u64 {
		earned.since(unripe_since(epoch, ripening))
	}

	#[test]
	fn a_whole_epoch_lies_between() {
		let mut earned = Ripening::default();
		earned.note(5, 1_800);
		for (epoch, ripening, left) in
			[(5, 0, 0), (5, 1, 1_800), (6, 1, 1_800), (7, 1, 0), (12, 7, 1_800), (13, 7, 0)]
		{
			assert_eq!(unripe(&earned, epoch, ripening), left, "epoch {epoch}, {ripening}");
		}
	}

	#[test]
	fn the_newest_is_taken_first() {
		let mut earned = Ripening::default();
		earned.note(5, 1_800);
		earned.note(6, 900);
		earned.take_newest(700);
		assert_eq!((unripe(&earned, 6, 1), unripe(&earned, 7, 1)), (2_000, 200));
		earned.take_newest(300);
		assert_eq!((unripe(&earned, 6, 1), unripe(&earned, 7, 1)), (1_700, 0));
		earned.take_newest(u64::MAX);
		assert_eq!(earned, Ripening::default());
	}

	#[test]
	fn the_first_epochs_ripen_like_others() {
		assert_eq!([unripe_since(0, 1), unripe_since(1, 1), unripe_since(2, 1)], [0, 0, 1]);
		assert_eq!(unripe_since(Epoch::MAX, 0), Epoch::MAX);
	}

	proptest! {
		/// Against a plain list of all that was ever earned.
		#[test]
		fn nothing_is_forgotten_that_could_have_to_ripen(
			steps in prop::collection::vec((0..4u32, 0..100u64, 0..60u64), 1..60),
			ripening in 0..=LONGEST_RIPENING,
		) {
			let (mut earned, mut plain) = (Ripening::default(), Vec::<(Epoch, u64)>::new());
			let mut epoch = 0;
			for (wait, amount, taken) in steps {
				epoch += wait;
				earned.note(epoch, amount);
				plain.push((epoch, amount));
				earned.take_newest(taken);
				let mut rest = taken;
				for (then, present) in plain.iter_mut().rev() {
					// What is long ripe is no longer told apart.
					if epoch - *then <= LONGEST_RIPENING || amount == 0 {
						let part = rest.min(*present);
						*present -= part;
						rest -= part;
					}
				}
				let left: u64 = plain
					.iter()
					.filter(|(then, _)| ripening > 0 && epoch < then + 1 + ripening)
					.map(|(_, amount)| amount)
					.sum();
				prop_assert_eq!(unripe(&earned, epoch, ripening), left);
			}
		}
	}
}
