// SPDX-License-Identifier: Apache-2.0

//! How likely a payment is drawn, and how many times the fines a finding on it costs (mechanisms, section 3.6).
//!
//! With the chance goes the multiple: drawn half as likely never costs less, and what cannot be drawn more often than
//! always costs more instead. So a fine, times the chance of it, is in exact proportion to the LABOR and to the steps.

use artel_primitives::{
	units::{LaborBalance, LoveBalance, LABOR},
	verdict::PaymentId,
};
use codec::Encode;
use frame::{deps::sp_runtime::Percent, hashing::blake2_256};

/// What the chance is counted in: hundredths of a LABOR times percents.
const WHOLE: u128 = 100 * LABOR as u128;

/// By what the lot of payments differs from any other lot of the same session.
const PAYMENT: &[u8; 7] = b"payment";

/// How many steps up a worker has come who has earned this much earlier in the epoch: the first one is everybody's.
pub fn steps(earned: LoveBalance, step: LoveBalance) -> u32 {
	let passed = earned.checked_div(step).unwrap_or_default();
	u32::try_from(passed).unwrap_or(u32::MAX).saturating_add(1)
}

/// The number c of a payment, exactly: it may be more than one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Chance {
	/// In parts of which a whole has [`WHOLE`].
	parts: u128,
}

impl Chance {
	/// That of so much LABOR, at this rate for each, and so many steps up.
	pub fn new(rate: Percent, labor: LaborBalance, steps: u32) -> Self {
		let parts = u128::from(rate.deconstruct())
			.saturating_mul(labor.into())
			.saturating_mul(steps.into());
		Self { parts }
	}

	/// Whether nothing is ever drawn by it.
	pub fn is_none(&self) -> bool {
		self.parts == 0
	}

	/// Whether this payment is drawn by the lot of its session: always from one on.
	pub fn draws(&self, lot: &[u8; 32], payment: PaymentId) -> bool {
		let [a, b, c, d, e, f, g, h, ..] = blake2_256(&(lot, PAYMENT, payment).encode());
		self.includes(u64::from_le_bytes([a, b, c, d, e, f, g, h]))
	}

	/// Whether this part of all that can be drawn is below the chance.
	fn includes(&self, drawn: u64) -> bool {
		// Neither side comes near the end of its type: a whole is no more than 14 bits.
		let chance = self.parts.min(WHOLE).saturating_mul(1 << u64::BITS);
		u128::from(drawn).saturating_mul(WHOLE) < chance
	}

	/// A fine times c, and never less than once, rounded down.
	pub fn multiply(&self, fine: LoveBalance) -> LoveBalance {
		let product = u128::from(fine).saturating_mul(self.parts.max(WHOLE));
		LoveBalance::try_from(product / WHOLE).unwrap_or(LoveBalance::MAX)
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const RATE: Percent = Percent::from_percent(5);

	#[test]
	fn the_worked_numbers_hold() {
		for (labor, earned, parts, fines) in [
			(200, 0, 1_000, [3_000, 1_000]),
			(12_000, 0, 60_000, [18_000, 6_000]),
			(2_000, 1_000, 20_000, [6_000, 2_000]),
			(2_000, 999, 10_000, [3_000, 1_000]),
			(2_001, 999, 10_005, [3_001, 1_000]),
			(0, 9_999, 0, [3_000, 1_000]),
		] {
			let chance = Chance::new(RATE, labor, steps(earned, 1_000));
			assert_eq!(chance.parts, parts, "{labor}, {earned}");
			assert_eq!([3_000, 1_000].map(|fine| chance.multiply(fine)), fines, "{labor}");
		}
	}

	#[test]
	fn steps_are_whole_and_never_none() {
		for (earned, step, up) in
			[(0, 1_000, 1), (999, 1_000, 1), (1_000, 1_000, 2), (5_999, 1_000, 6), (7, 0, 1)]
		{
			assert_eq!(steps(earned, step), up, "{earned}");
		}
		assert_eq!(steps(u64::MAX, 1), u32::MAX);
	}

	#[test]
	fn the_ends_are_exact() {
		let chance = |labor| Chance::new(RATE, labor, 1);
		assert!(chance(0).is_none() && !chance(0).includes(0));
		assert!(!chance(1).is_none() && chance(1).includes(0));
		assert!(chance(2_000).includes(u64::MAX), "c is one");
		assert!(!chance(1_999).includes(u64::MAX), "c is less");
		// A half draws the lower half.
		assert!(chance(1_000).includes((1 << 63) - 1) && !chance(1_000).includes(1 << 63));
	}

	#[test]
	fn the_most_there_could_be_does_not_overflow() {
		let most = Chance::new(Percent::one(), LaborBalance::MAX, u32::MAX);
		assert!(most.includes(u64::MAX));
		assert_eq!(most.multiply(LoveBalance::MAX), LoveBalance::MAX);
		assert_eq!(most.multiply(0), 0);
	}

	#[test]
	fn payments_are_drawn_as_often_as_the_chance_says() {
		let chance = Chance::new(RATE, 400, 1);
		let drawn = (0..10_000).filter(|payment| chance.draws(&[7; 32], *payment)).count();
		assert!((1_850..2_150).contains(&drawn), "{drawn} of 10,000 by a chance of a fifth");
		// Another session draws others.
		let of = |lot| (0..64).map(|at| chance.draws(&[lot; 32], at)).collect::<Vec<_>>();
		assert!(of(1) != of(2));
	}

	/// The chance itself, in parts of a whole.
	fn likely(chance: Chance) -> u128 {
		chance.parts.min(WHOLE)
	}

	proptest! {
		/// Of parts that follow one another, each earns and so may raise the next one by steps.
		#[test]
		fn splitting_gains_nothing(
			parts in prop::collection::vec(1..3_000u64, 1..20),
			before in 0..5_000u64,
			each in 0..200u64,
			rate in 0..=50u8,
		) {
			let rate = Percent::from_percent(rate);
			let whole = Chance::new(rate, parts.iter().sum(), steps(before, 1_000));
			let mut earned = before;
			let split: Vec<_> = parts
				.iter()
				.map(|part| {
					let chance = Chance::new(rate, *part, steps(earned, 1_000));
					earned += part * each / 100;
					chance
				})
				.collect();
			// What one has to expect to lose is the chance times the multiple, which is c.
			let expected = |chance: Chance| likely(chance) * chance.parts.max(WHOLE);
			prop_assert_eq!(expected(whole), whole.parts * WHOLE);
			prop_assert!(split.iter().map(|part| expected(*part)).sum::<u128>() >= expected(whole));
			// Nor is it less likely that any one of them is drawn at all than their sum tells.
			prop_assert!(split.iter().map(|part| likely(*part)).sum::<u128>() >= likely(whole));
		}

		/// Joined, the same LABOR is no cheaper than it would be apart with nothing earned before it.
		#[test]
		fn joining_gains_nothing(parts in prop::collection::vec(1..3_000u64, 1..20)) {
			let joined = Chance::new(RATE, parts.iter().sum(), 1);
			let apart: u128 = parts.iter().map(|part| Chance::new(RATE, *part, 1).parts).sum();
			prop_assert_eq!(joined.parts, apart);
			prop_assert!(likely(joined) >= parts.iter().map(|part| likely(Chance::new(RATE, *part, 1))).max().unwrap_or(0));
		}

		#[test]
		fn more_is_never_drawn_less(labor in 0..50_000u64, more in 0..50_000u64, up in 1..50u32, drawn: u64) {
			let (less, most) = (Chance::new(RATE, labor, up), Chance::new(RATE, labor + more, up + 1));
			prop_assert!(!less.includes(drawn) || most.includes(drawn));
			prop_assert!(less.multiply(3_000) <= most.multiply(3_000));
			prop_assert!(less.multiply(3_000) >= 3_000);
		}
	}
}
