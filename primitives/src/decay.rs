// SPDX-License-Identifier: Apache-2.0

//! Halving over time, without floating point.

use crate::epochs::Epoch;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_core::ConstU32, prelude::BoundedVec};
use scale_info::TypeInfo;

/// Bits of the exponent's fraction that are looked at.
const BITS: usize = 24;

/// One, in the fixed point of [`ROOTS`].
const ONE: u128 = 1 << 63;

/// The part that is left after a half, a quarter, an eighth … of a half-life.
const ROOTS: [u128; BITS] = roots();

#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
const fn roots() -> [u128; BITS] {
	let mut roots = [0; BITS];
	let (mut at, mut last) = (0, ONE / 2);
	while at < BITS {
		last = (last * ONE).isqrt();
		roots[at] = last;
		at += 1;
	}
	roots
}

/// Half-lives that have passed, with 24 bits for parts of one.
pub type Halvings = u64;

/// How many half-lives this time is. A half-life of zero lets none pass.
fn halvings(time: u32, half_life: u32) -> Halvings {
	u64::from(time).wrapping_shl(BITS as u32).checked_div(half_life.into()).unwrap_or_default()
}

/// What is left of an amount after so many half-lives. Rounded down.
pub fn decayed(amount: u128, halvings: Halvings) -> u128 {
	let whole = u32::try_from(halvings.wrapping_shr(BITS as u32)).unwrap_or(u32::MAX);
	let mut part = ONE;
	for (at, root) in ROOTS.iter().enumerate() {
		let bit = BITS.saturating_sub(1).saturating_sub(at);
		if halvings.checked_shr(bit as u32).unwrap_or_default() & 1 == 1 {
			part = part.saturating_mul(*root) / ONE;
		}
	}
	let halved = amount.checked_shr(whole).unwrap_or_default();
	// In two halves, so that no product overflows.
	let (high, low) = (halved / ONE, halved % ONE);
	high.saturating_mul(part).saturating_add(low.saturating_mul(part) / ONE)
}

/// How many changes of the half-life are remembered.
const CHANGES: u32 = 32;

/// How many half-lives had passed at each epoch, whatever the half-life was meanwhile.
///
/// A changed half-life holds from its change on, for whoever was looked at meanwhile and whoever was not. It
/// is asked about past epochs too, in which a leave ended by itself, so it remembers the last changes.
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
pub struct DecayIndex(BoundedVec<(Epoch, Halvings), ConstU32<CHANGES>>);

impl DecayIndex {
	/// How many half-lives had passed at this epoch, if this is the half-life since the last change.
	pub fn at(&self, epoch: Epoch, half_life: Epoch) -> Halvings {
		let after = self.0.partition_point(|(from, _)| *from <= epoch);
		let (from, passed) = after
			.checked_sub(1)
			.and_then(|last| self.0.get(last))
			.copied()
			// Before any change that is remembered there was one half-life, as far as is known.
			.unwrap_or_default();
		let time = epoch.saturating_sub(from);
		match self.0.get(after) {
			None => passed.saturating_add(halvings(time, half_life)),
			Some((until, then)) => {
				let all = u128::from(then.saturating_sub(passed));
				let part = all
					.saturating_mul(time.into())
					.checked_div(until.saturating_sub(from).into())
					.and_then(|part| Halvings::try_from(part).ok())
					.unwrap_or_default();
				passed.saturating_add(part)
			},
		}
	}

	/// Lets what has passed until this epoch stand, before another half-life holds than this one.
	pub fn settle(&mut self, epoch: Epoch, half_life: Epoch) {
		let passed = self.at(epoch, half_life);
		if self.0.last().is_some_and(|(from, _)| *from >= epoch) {
			return;
		}
		if self.0.is_full() {
			self.0.remove(0);
		}
		self.0.try_push((epoch, passed)).unwrap_or_default();
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// A unit with as many bits below it as the pallets keep.
	const UNIT: u128 = 1 << 32;

	/// What is left after so much time, if that is the half-life all along.
	fn left(amount: u128, time: u32, half_life: u32) -> u128 {
		decayed(amount, DecayIndex::default().at(time, half_life))
	}

	#[test]
	fn half_is_left_after_each_half_life() {
		for (time, left) in [(0, 1_000), (52, 500), (104, 250), (156, 125), (10_000, 0)] {
			assert_eq!(self::left(1_000 * UNIT, time, 52) / UNIT, left, "after {time}");
		}
		// The twelfth root of a half is 0.94387…
		assert_eq!(left(1_000_000 * UNIT, 1, 12) / UNIT, 943_874);
	}

	#[test]
	fn without_a_half_life_nothing_decays() {
		assert_eq!(left(7, u32::MAX, 0), 7);
	}

	#[test]
	fn neither_long_times_nor_large_amounts_overflow() {
		assert_eq!(left(u128::MAX, u32::MAX, 1), 0);
		assert_eq!(left(u128::MAX, 0, 1), u128::MAX);
		assert!(left(u128::MAX, 1, 2) > u128::MAX / 2);
	}

	proptest! {
		#[test]
		fn waiting_twice_is_waiting_once(
			units in 0..1_000_000_000_000u128, a in 0..500u32, b in 0..500u32, half_life in 1..300u32,
		) {
			let twice = left(left(units * UNIT, a, half_life), b, half_life);
			let once = left(units * UNIT, a + b, half_life);
			// Less than a unit apart, or a millionth of a large amount.
			prop_assert!(twice.abs_diff(once) <= UNIT.max(once / 1_000_000));
		}

		#[test]
		fn it_never_grows_and_waits_for_nobody(units: u64, a in 0..5_000u32, half_life in 1..300u32) {
			let amount = u128::from(units) * UNIT;
			prop_assert!(left(amount, a, half_life) <= amount);
			prop_assert!(left(amount, a + 1, half_life) <= left(amount, a, half_life));
		}

		/// Against one step for every epoch, each with the half-life that held in it.
		#[test]
		fn a_changed_half_life_holds_from_its_change_on(
			stretches in prop::collection::vec((0..40u32, prop_oneof![Just(0), 4..520u32]), 1..30),
			asked in 0..1_200u32,
		) {
			let mut index = DecayIndex::default();
			let (mut epoch, mut exact, mut half_life) = (0, vec![0f64], 52);
			for (lasts, next) in stretches {
				for _ in 0..lasts {
					let step = if half_life == 0 { 0.0 } else { 1.0 / f64::from(half_life) };
					exact.push(exact.last().expect("it begins with one") + step);
				}
				epoch += lasts;
				index.settle(epoch, half_life);
				half_life = next;
			}
			let asked = asked % (epoch + 1);
			let passed = index.at(asked, half_life) as f64 / f64::from(1 << BITS);
			prop_assert!((passed - exact[asked as usize]).abs() < 1e-4);
		}

		#[test]
		fn it_never_runs_backwards(
			changes in prop::collection::vec((0..9u32, 0..60u32), 0..80), half_life in 0..60u32,
		) {
			let mut index = DecayIndex::default();
			let mut epoch = 0;
			for (wait, next) in changes {
				epoch += wait;
				index.settle(epoch, next);
			}
			for at in 0..epoch + 9 {
				prop_assert!(index.at(at, half_life) <= index.at(at + 1, half_life));
			}
		}
	}

	#[test]
	fn changes_of_one_epoch_are_one_change() {
		let mut index = DecayIndex::default();
		index.settle(10, 52);
		let before = index.clone();
		index.settle(10, 4);
		assert_eq!(index, before);
		assert_eq!(index.at(10, 1), DecayIndex::default().at(10, 52));
	}

	#[test]
	fn it_remembers_a_bounded_number_of_changes() {
		let mut index = DecayIndex::default();
		for epoch in 1..100 {
			index.settle(epoch, 1);
		}
		assert_eq!(index.0.len(), CHANGES as usize);
		assert_eq!(index.at(99, 52), 99 << BITS);
	}
}
