// SPDX-License-Identifier: Apache-2.0

//! What the artel governs of LABOR, and between which ends.

use artel_primitives::{
	epochs::{Epoch, EPOCHS_PER_YEAR},
	units::{LaborBalance, LABOR},
};
use core::ops::RangeInclusive;
use frame::deps::sp_runtime::Percent;

/// What there may be for each member, so that it can be counted for as many as there can ever be.
pub const LARGEST_ALLOTMENT: LaborBalance = LaborBalance::MAX >> 32;

/// What there is for each member at least: where there is no LABOR nobody is paid, and so no VOTE grows.
pub const SMALLEST_ALLOTMENT: LaborBalance = LABOR;

/// What a member may own at least: what a week of full work earns, or whoever works could not be paid.
const SMALLEST_CAP: LaborBalance = 20 * LABOR;

/// What the pool may keep for reviews, for each member, at most.
const LARGEST_REVIEW_CAP: LaborBalance = 10 * LABOR;

/// No more than this part of what is paid for work ever goes to the commons: a fifth.
const CONTRIBUTION_AT_MOST: LaborBalance = 5;

/// The longest that an earmark lasts: ten years.
const LONGEST_EARMARK: Epoch = 10 * EPOCHS_PER_YEAR;

artel_primitives::figures! {
	/// What the artel governs of LABOR.
	{
		/// LABOR that there is for each member.
		0 => allotment: Allotment { hundredths_of_labor: LaborBalance } = 40 * LABOR;
		/// What a newcomer gets for publishing a first offer.
		1 => first_grant: FirstGrant { hundredths_of_labor: LaborBalance } = 10 * LABOR;
		/// What it gets at most for the first job that it brings.
		2 => second_grant: SecondGrant { hundredths_of_labor: LaborBalance } = 10 * LABOR;
		/// What a member owns at most, unless by a refund.
		3 => holding_cap: HoldingCap { hundredths_of_labor: LaborBalance } = 120 * LABOR;
		/// The part of every payment for work out of a member's LABOR that goes to the commons.
		4 => contribution: Contribution { percent: Percent } = Percent::from_percent(10);
		/// The part of each contribution that the pool keeps for reviews.
		5 => review_reserve: ReviewReserve { percent: Percent } = Percent::from_percent(15);
		/// What the pool keeps for reviews at most, for each member.
		6 => review_cap: ReviewCap { hundredths_of_labor: LaborBalance } = LABOR;
		/// The lowest price of an hour, as a part of a third of a LABOR.
		7 => band_floor: BandFloor { percent: Percent } = Percent::from_percent(50);
		/// The highest price of an hour, as a part of a third of a LABOR.
		8 => band_ceiling: BandCeiling { percent: Percent } = Percent::one();
		/// Epochs after which an earmark lapses.
		9 => earmark_epochs: EarmarkEpochs { epochs: Epoch } = 52;
	}
}

impl Figures {
	/// Whether every figure lies in its range, and fits the others.
	///
	/// - The allotment of a newcomer covers both grants, and can be counted for everybody; there is some, or nobody
	///   could be paid.
	/// - A newcomer has room for both grants, whoever works for a week of full work.
	/// - At most a fifth of what a member pays for work goes to the commons, or nobody would work for it.
	/// - At most half of that is kept for reviews, and no more than a few reviews for each member cost: the
	///   pool is for work.
	/// - An hour costs a tenth of the full rate at least: below, work would be a gift that counts.
	pub fn are_possible(&self) -> bool {
		let percent =
			|part: Percent, range: RangeInclusive<u8>| range.contains(&part.deconstruct());
		(self.grants().max(SMALLEST_ALLOTMENT)..=LARGEST_ALLOTMENT).contains(&self.allotment)
			&& self.grants() <= self.holding_cap
			&& (SMALLEST_CAP..=LARGEST_ALLOTMENT).contains(&self.holding_cap)
			&& percent(self.contribution, 0..=20)
			&& percent(self.review_reserve, 0..=50)
			&& self.review_cap <= LARGEST_REVIEW_CAP
			&& percent(self.band_floor, 10..=100)
			&& percent(self.band_ceiling, 10..=100)
			&& self.band_floor <= self.band_ceiling
			&& (1..=LONGEST_EARMARK).contains(&self.earmark_epochs)
	}

	/// Both grants of a newcomer.
	pub fn grants(&self) -> LaborBalance {
		self.first_grant.saturating_add(self.second_grant)
	}

	/// What of a payment for work goes to the commons: rounded up, but never more than a fifth.
	pub fn contribution_of(&self, labor: LaborBalance) -> LaborBalance {
		self.contribution.mul_ceil(labor).min(labor / CONTRIBUTION_AT_MOST)
	}

	/// What of a contribution is kept for reviews, as long as there is not enough of it: rounded up.
	pub fn reserve_of(&self, contribution: LaborBalance) -> LaborBalance {
		self.review_reserve.mul_ceil(contribution)
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// So many percent, even more than a whole, which genesis could name by mistake.
	fn percent(part: u64) -> Percent {
		serde_json::from_value(part.into()).expect("it is a number")
	}

	/// How a figure is walked: its name, its ends, and how it is set.
	type Walk = (&'static str, u64, u64, fn(&mut Figures, u64));

	/// With an allotment that leaves the grants room. The band has its own ends besides, where it meets itself.
	const FIGURES: [Walk; 10] = [
		("allotment", 2_000, u64::MAX >> 32, |p, to| p.allotment = to),
		("first_grant", 0, 11_000, |p, to| p.first_grant = to),
		("second_grant", 0, 11_000, |p, to| p.second_grant = to),
		("holding_cap", 2_000, u64::MAX >> 32, |p, to| p.holding_cap = to),
		("contribution", 0, 20, |p, to| p.contribution = percent(to)),
		("review_reserve", 0, 50, |p, to| p.review_reserve = percent(to)),
		("review_cap", 0, 1_000, |p, to| p.review_cap = to),
		("band_floor", 10, 100, |p, to| p.band_floor = percent(to)),
		("band_ceiling", 50, 100, |p, to| p.band_ceiling = percent(to)),
		("earmark_epochs", 1, 520, |p, to| p.earmark_epochs = to as Epoch),
	];

	#[test]
	fn each_figure_can_be_at_both_its_ends_and_not_beyond() {
		assert!(Figures::DEFAULT.are_possible());
		for (name, least, most, set) in FIGURES {
			let with = |to| {
				let mut changed = Figures { allotment: 12_000, ..Figures::DEFAULT };
				set(&mut changed, to);
				changed.are_possible()
			};
			assert!(with(least) && with(most), "{name}");
			assert!(!with(most + 1), "{name}");
			assert!(least == 0 || !with(least - 1), "{name}");
		}
	}

	#[test]
	fn figures_fit_one_another() {
		let narrow = Figures { band_floor: percent(10), ..Figures::DEFAULT };
		for (ceiling, possible) in [(9, false), (10, true)] {
			let narrow = Figures { band_ceiling: percent(ceiling), ..narrow.clone() };
			assert_eq!(narrow.are_possible(), possible, "{ceiling}");
		}
		let endless = Figures { first_grant: u64::MAX, ..Figures::DEFAULT };
		assert!(!endless.are_possible(), "a sum is not wrapped");
		for part in [101, 255] {
			let beyond = Figures { band_ceiling: percent(part), ..Figures::DEFAULT };
			assert!(!beyond.are_possible(), "{part} percent");
		}
	}

	#[test]
	fn an_allotment_covers_both_grants_and_can_be_counted() {
		let none = Figures { first_grant: 0, second_grant: 0, ..Figures::DEFAULT };
		for (figures, least) in [(Figures::DEFAULT, 2_000), (none, 100)] {
			for (allotment, possible) in [
				(0, false),
				(least - 1, false),
				(least, true),
				(LARGEST_ALLOTMENT, true),
				(LARGEST_ALLOTMENT + 1, false),
			] {
				let figures = Figures { allotment, ..figures.clone() };
				assert_eq!(figures.are_possible(), possible, "{allotment}");
			}
		}
	}

	#[test]
	fn small_work_pays_the_worker() {
		for (labor, contribution) in
			[(1, 0), (4, 0), (5, 1), (9, 1), (10, 1), (11, 2), (144, 15), (160, 16)]
		{
			assert_eq!(Figures::DEFAULT.contribution_of(labor), contribution, "{labor}");
		}
	}

	proptest! {
		#[test]
		fn a_contribution_is_rounded_up_and_at_most_a_fifth(part in 0..=20u8, labor in 0..1_000_000u64) {
			let contribution = Percent::from_percent(part);
			let figures = Figures { contribution, ..Figures::DEFAULT };
			let taken = figures.contribution_of(labor);
			prop_assert!(taken * 5 <= labor);
			prop_assert!(taken * 100 >= labor * u64::from(part) || taken == labor / 5);
			prop_assert!(taken * 100 < labor * u64::from(part) + 100);
		}
	}
}
