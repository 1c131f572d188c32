// SPDX-License-Identifier: Apache-2.0

//! Whether those who are drawn to judge do their part (mechanisms, section 8.2).
//!
//! Plain arithmetic: it knows neither accounts nor blocks, so that tests and clients reckon as the chain does.
//! What was required is a sum of fractions. It is kept as one fraction as long as nothing decays, so that it does not
//! drift: at a constant rate of a 48th it is a 48th of the seats, exactly. What has decayed has 32 bits for parts of
//! one.

use crate::decay::{decayed, DecayIndex};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Bits for parts of one.
const BITS: u32 = 32;

/// What part of a seat has to be answered: 7 of 10, say.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Rate {
	/// So many …
	pub numerator: u32,
	/// … of so many. Of none is nothing.
	pub denominator: u32,
}

impl Rate {
	/// Whether it is a part of a whole, or all of it.
	pub const fn is_part(&self) -> bool {
		self.denominator > 0 && self.numerator <= self.denominator
	}
}

/// How much may be missing, how far one can be ahead, and how long all that is remembered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rules {
	/// With this much missing one is in good standing still.
	pub throttled: u32,
	/// With this much missing one is not banned yet.
	pub banned: u32,
	/// So far ahead of what is required answers count.
	pub credit: u32,
	/// In so many blocks both sides halve. Never, if it is zero.
	pub half_life: u32,
}

/// How somebody who judges stands.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Default,
	Debug,
)]
pub enum Status {
	/// They do their part.
	#[default]
	#[codec(index = 0)]
	Healthy,
	/// They miss too much: drawn still, but not paid.
	#[codec(index = 1)]
	Throttled,
	/// They have missed far too much.
	#[codec(index = 2)]
	Banned,
}

/// What was required of somebody, and what they have done of it. By default they were never seen.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Duty {
	/// What was required: the whole of it, and what has decayed of it, in fixed point.
	owed: u64,
	/// What was required besides, less than one, in lowest terms; nothing of nothing if it is nothing.
	part: Rate,
	/// What was done, in fixed point.
	done: u64,
	/// When it was brought up to date.
	touched: u32,
}

/// So many, in fixed point.
fn fixed(whole: u32) -> u64 {
	u64::from(whole).wrapping_shl(BITS)
}

fn narrow(wide: impl TryInto<u32>) -> u32 {
	wide.try_into().unwrap_or(u32::MAX)
}

/// The greatest common divisor.
fn common(mut a: u64, mut b: u64) -> u64 {
	while let Some(rest) = a.checked_rem(b) {
		(a, b) = (b, rest);
	}
	a
}

/// The quotient, nothing if it is of nothing.
fn parts(amount: u128, of: u128) -> u128 {
	amount.checked_div(of).unwrap_or_default()
}

impl Duty {
	/// Lets both sides decay until this time. It never runs backwards.
	pub fn bring_to(&mut self, clock: u32, rules: &Rules) {
		if clock <= self.touched {
			return;
		}
		// By the time since the beginning, not since the last look: so no rest of a division is lost on the way.
		let index = DecayIndex::default();
		let passed = index
			.at(clock, rules.half_life)
			.saturating_sub(index.at(self.touched, rules.half_life));
		self.touched = clock;
		if passed > 0 {
			self.fold();
			let left =
				|amount: u64| u64::try_from(decayed(amount.into(), passed)).unwrap_or(amount);
			self.owed = left(self.owed);
			self.done = left(self.done);
		}
	}

	/// Counts a seat at this rate.
	pub fn see(&mut self, rate: Rate) {
		if rate.denominator == 0 || rate.numerator == 0 {
			return;
		}
		let multiple = |part: Rate| {
			let factor = u64::from(rate.denominator)
				.checked_div(common(part.denominator.into(), rate.denominator.into()))?;
			u32::try_from(u64::from(part.denominator.max(1)).saturating_mul(factor)).ok()
		};
		// Only rates with no common multiple in reach are rounded, and only by a bit in 32.
		let all = match multiple(self.part) {
			Some(all) if self.part.denominator > 0 => all,
			_ => {
				self.fold();
				rate.denominator
			},
		};
		let scaled = |part: Rate| {
			let factor = all.checked_div(part.denominator).unwrap_or_default();
			u128::from(part.numerator).saturating_mul(factor.into())
		};
		let sum = scaled(self.part).saturating_add(scaled(rate));
		self.owed = self.owed.saturating_add(fixed(narrow(parts(sum, all.into()))));
		let rest =
			u64::try_from(sum.checked_rem(all.into()).unwrap_or_default()).unwrap_or_default();
		let divisor = common(rest, all.into());
		let lowest = |amount: u64| narrow(amount.checked_div(divisor).unwrap_or_default());
		self.part = match rest {
			0 => Rate::default(),
			_ => Rate { numerator: lowest(rest), denominator: lowest(all.into()) },
		};
	}

	/// Counts an answer, as far as it is not ahead of what is required already: of the sum before it is rounded, so that
	/// nobody's full credit is less than another's by the part of one that the sum happens to have.
	pub fn answer(&mut self, rules: &Rules) {
		let mut sum = *self;
		sum.fold();
		let most = sum.owed.saturating_add(fixed(rules.credit));
		self.done = self.done.saturating_add(fixed(1)).min(most.max(self.done));
	}

	/// How they stand.
	pub fn status(&self, rules: &Rules) -> Status {
		if self.is_missed_by(rules.throttled) {
			Status::Healthy
		} else if self.is_missed_by(rules.banned) {
			Status::Throttled
		} else {
			Status::Banned
		}
	}

	/// What is required: the sum of the rates of all seats, rounded down.
	pub fn required(&self) -> u32 {
		self.required_with(0, Rate::default())
	}

	/// What was done, in hundredths, rounded down.
	pub fn done_hundredths(&self) -> u64 {
		let hundredths = u128::from(self.done).saturating_mul(100).wrapping_shr(BITS);
		u64::try_from(hundredths).unwrap_or(u64::MAX)
	}

	/// How many answers are missing for good standing, if no other seat comes.
	pub fn answers_to_restore(&self, rules: &Rules) -> u32 {
		let has = u128::from(self.done).saturating_add(fixed(rules.throttled).into());
		let missing = u128::from(fixed(self.required())).saturating_sub(has);
		narrow(missing.div_ceil(fixed(1).into()))
	}

	/// How many seats at this rate have to be answered, one after another, for good standing. Each of them is required
	/// in part too, so none are enough at a rate of one.
	pub fn seats_to_restore(&self, rate: Rate, rules: &Rules) -> Option<u32> {
		let restored = |seats: u32| {
			let has = u128::from(self.done)
				.saturating_add(fixed(rules.throttled).into())
				.saturating_add(fixed(seats).into());
			u128::from(fixed(self.required_with(seats, rate))) <= has
		};
		if restored(0) {
			return Some(0);
		}
		if rate.denominator > 0 && rate.numerator >= rate.denominator {
			return None;
		}
		// With each seat no less is done than is required, so it is found by halves.
		let (mut short, mut enough) = (0u32, u32::MAX);
		while enough.saturating_sub(short) > 1 {
			let middle = short.midpoint(enough);
			if restored(middle) {
				enough = middle;
			} else {
				short = middle;
			}
		}
		Some(enough).filter(|seats| restored(*seats))
	}

	/// Whether nothing is left to remember.
	pub fn is_untouched(&self) -> bool {
		self.owed == 0 && self.part.numerator == 0 && self.done == 0
	}

	/// Whether no more than this is missing.
	fn is_missed_by(&self, slack: u32) -> bool {
		let has = u128::from(self.done).saturating_add(fixed(slack).into());
		u128::from(fixed(self.required())) <= has
	}

	/// What would be required with so many seats more.
	fn required_with(&self, seats: u32, rate: Rate) -> u32 {
		let more = u128::from(seats).saturating_mul(rate.numerator.into());
		let whole = parts(more, rate.denominator.into());
		let rest = more.checked_rem(rate.denominator.into()).unwrap_or_default();
		let (ours, theirs) = (self.part.denominator.max(1), rate.denominator.max(1));
		let (ours, theirs, one) = (u128::from(ours), u128::from(theirs), u128::from(fixed(1)));
		let bits = u128::from(self.owed).checked_rem(one).unwrap_or_default();
		// Three parts of one over one denominator: below three times 2 to the 96th.
		let sum = bits
			.saturating_mul(ours)
			.saturating_mul(theirs)
			.saturating_add(
				u128::from(self.part.numerator).saturating_mul(theirs).saturating_mul(one),
			)
			.saturating_add(rest.saturating_mul(ours).saturating_mul(one));
		let carried = parts(sum, ours.saturating_mul(theirs).saturating_mul(one));
		let owed = u128::from(self.owed).wrapping_shr(BITS);
		narrow(owed.saturating_add(whole).saturating_add(carried))
	}

	/// Puts the fraction into fixed point, rounded down.
	fn fold(&mut self) {
		let bits = parts(fixed(self.part.numerator).into(), self.part.denominator.into());
		self.owed = self.owed.saturating_add(u64::try_from(bits).unwrap_or_default());
		self.part = Rate::default();
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests;
