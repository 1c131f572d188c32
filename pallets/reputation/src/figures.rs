// SPDX-License-Identifier: Apache-2.0

//! What the artel governs of LOVE, and between which ends.

use artel_primitives::{
	epochs::{Epoch, EPOCHS_PER_YEAR},
	ripening::LONGEST_RIPENING,
	units::{LoveBalance, LOVE},
	work::Minutes,
};
use frame::deps::sp_runtime::Percent;

artel_primitives::figures! {
	/// What the artel governs of LOVE.
	///
	/// [`Self::LEAST`] and [`Self::MOST`] say what each figure can be, and why.
	{
		/// Epochs in which free LOVE halves; none for LOVE that stays.
		0 => half_life: HalfLife { epochs: Epoch } = 52;
		/// Whole epochs that lie between a payment for work and the epoch in which it counts for a vote; none if
		/// it counts at once.
		1 => ripening: Ripening { epochs: Epoch } = 1;
		/// Minutes of work that count in an epoch, and of one payment.
		2 => weekly_minutes: WeeklyMinutes { minutes: Minutes } = 3_600;
		/// For how many epochs what does not count stays open.
		3 => accrual: Accrual { epochs: Epoch } = 13;
		/// The part of the LOVE earned with work in an epoch that a member may give in the next.
		4 => recognition_part: RecognitionPart { percent: Percent } = Percent::from_percent(20);
		/// What a member gives in an epoch at most.
		5 => recognition_limit: RecognitionLimit { hundredths_of_love: LoveBalance } = 2 * LOVE;
		/// What the artel grants a member in an epoch at most, and what it withdraws from one.
		6 => grant_limit: GrantLimit { hundredths_of_love: LoveBalance } = 10 * LOVE;
		/// The part of all LOVE earned with work in an epoch that the artel may grant to all together in the
		/// next, and withdraw.
		7 => grants_part: GrantsPart { percent: Percent } = Percent::from_percent(10);
		/// What it may grant, and withdraw, in any epoch, for each member that there is.
		8 => grants_floor: GrantsFloor { hundredths_of_love: LoveBalance } = LOVE / 10;
		/// Epochs of leave in a year.
		9 => yearly_leave: YearlyLeave { epochs: Epoch } = 26;
	}
}

impl Figures {
	/// The least that each figure can be. A half-life of 0 is possible as well: then LOVE stays.
	///
	/// - With a half-life of less than four epochs half could be gone before a vote undoes it.
	/// - If no minutes counted, no VOTE could grow any more: whoever has it would keep the lead for good.
	/// - What was not used in an epoch must stay open in that epoch at least.
	/// - Without recognition, grants or leave life goes on.
	pub const LEAST: Self = Self {
		half_life: 4,
		ripening: 0,
		weekly_minutes: 60,
		accrual: 1,
		recognition_part: Percent::zero(),
		recognition_limit: 0,
		grant_limit: 0,
		grants_part: Percent::zero(),
		grants_floor: 0,
		yearly_leave: 0,
	};

	/// The most that each figure can be.
	///
	/// - A half-life of more than ten years is as good as none.
	/// - A week of the shortest epochs is enough to check any work.
	/// - A week has no more minutes, and nobody should be able to claim more than half a year of them at
	///   once.
	/// - Recognition makes less LOVE than work, and a member gives no more of it than a week of full work
	///   earns.
	/// - A member is granted no more in an epoch than a month of full work earns.
	/// - Half of all workers who grant themselves all there is, and withdraw as much from the others, have
	///   65 % of the LOVE of an epoch, which is less than two thirds. At a fifth they would have 70 %.
	/// - Where nobody works, three of five who do so need more than a period to bring their VOTE from 60 %
	///   to two thirds. With a flat floor of 10.00 they did it in a week.
	/// - A year has no more epochs.
	pub const MOST: Self = Self {
		half_life: 10 * EPOCHS_PER_YEAR,
		ripening: LONGEST_RIPENING,
		weekly_minutes: 7 * 24 * 60,
		accrual: EPOCHS_PER_YEAR / 2,
		recognition_part: Percent::from_percent(50),
		recognition_limit: 10 * LOVE,
		grant_limit: 40 * LOVE,
		grants_part: Percent::from_percent(15),
		grants_floor: 15 * LOVE / 100,
		yearly_leave: EPOCHS_PER_YEAR,
	};

	/// Whether every figure lies in its range.
	pub fn are_possible(&self) -> bool {
		let within = |figure: fn(&Self) -> u64| {
			(figure(&Self::LEAST)..=figure(&Self::MOST)).contains(&figure(self))
		};
		(self.half_life == 0 || within(|of| of.half_life.into()))
			&& within(|of| of.ripening.into())
			&& within(|of| of.weekly_minutes.into())
			&& within(|of| of.accrual.into())
			&& within(|of| of.recognition_part.deconstruct().into())
			&& within(|of| of.recognition_limit)
			&& within(|of| of.grant_limit)
			&& within(|of| of.grants_part.deconstruct().into())
			&& within(|of| of.grants_floor)
			&& within(|of| of.yearly_leave.into())
	}

	/// What all of so many members together can be granted in an epoch, if this much LOVE was earned with
	/// work in the previous one. As much can be withdrawn from them.
	pub fn for_all(&self, members: u32, earned: LoveBalance) -> LoveBalance {
		let floor = self.grants_floor.saturating_mul(members.into());
		self.grants_part.mul_floor(earned).max(floor)
	}

	/// Whether there can be an epoch in which a member is granted this much at once.
	pub fn can_ever_be_granted(&self, amount: LoveBalance) -> bool {
		let anything = self.grants_floor > 0 || !self.grants_part.is_zero();
		anything && (1..=self.grant_limit).contains(&amount)
	}

	/// Whether there can be an epoch in which a withdrawal of this much is carried out: its limits are
	/// those of grants.
	pub fn can_ever_be_withdrawn(&self, amount: LoveBalance) -> bool {
		self.can_ever_be_granted(amount)
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;

	fn figures() -> Figures {
		Figures::DEFAULT
	}

	/// So many percent, even more than a whole, which genesis could name by mistake.
	fn percent(percent: u64) -> Percent {
		serde_json::from_value(percent.into()).expect("it is a number")
	}

	/// How a figure is walked: its name, its ends, and how it is set.
	type Walk = (&'static str, u64, u64, fn(&mut Figures, u64));

	const FIGURES: [Walk; 10] = [
		("half_life", 4, 520, |p, to| p.half_life = to as Epoch),
		("ripening", 0, 7, |p, to| p.ripening = to as Epoch),
		("weekly_minutes", 60, 10_080, |p, to| p.weekly_minutes = to as Minutes),
		("accrual", 1, 26, |p, to| p.accrual = to as Epoch),
		("recognition_part", 0, 50, |p, to| p.recognition_part = percent(to)),
		("recognition_limit", 0, 1_000, |p, to| p.recognition_limit = to),
		("grant_limit", 0, 4_000, |p, to| p.grant_limit = to),
		("grants_part", 0, 15, |p, to| p.grants_part = percent(to)),
		("grants_floor", 0, 15, |p, to| p.grants_floor = to),
		("yearly_leave", 0, 52, |p, to| p.yearly_leave = to as Epoch),
	];

	#[test]
	fn each_figure_can_be_at_both_its_ends_and_not_beyond() {
		assert!(figures().are_possible());
		let (mut least, mut most) = (figures(), figures());
		for (name, low, high, set) in FIGURES {
			let with = |to| {
				let mut changed = figures();
				set(&mut changed, to);
				changed.are_possible()
			};
			assert!(with(low) && with(high), "{name}");
			assert!(!with(high + 1), "{name}");
			// A half-life of 0 is none at all.
			assert!(low == 0 || !with(low - 1), "{name}");
			assert_eq!(with(0), low == 0 || name == "half_life", "{name}");
			set(&mut least, low);
			set(&mut most, high);
		}
		// None of them is what none of these is about.
		assert_eq!((least, most), (Figures::LEAST, Figures::MOST));
	}

	#[test]
	fn figures_beyond_a_whole_are_impossible() {
		for part in [101, 255] {
			assert!(!Figures { recognition_part: percent(part), ..figures() }.are_possible());
			assert!(!Figures { grants_part: percent(part), ..figures() }.are_possible());
		}
	}

	#[test]
	fn no_possible_figures_overflow_a_limit() {
		let most = Figures { half_life: 0, ..Figures::MOST };
		assert!(most.weekly_minutes.checked_mul(most.accrual).is_some());
		assert_eq!(most.for_all(u32::MAX, 0), u64::from(u32::MAX) * 15);
		assert_eq!(most.for_all(0, LoveBalance::MAX), (u128::from(u64::MAX) * 15 / 100) as u64);
	}

	#[test]
	fn all_together_are_granted_a_tenth_of_what_was_earned_or_so_much_for_each() {
		for (members, earned, granted) in
			[(5, 0, 50), (5, 1_600, 160), (30, 2_000, 300), (5, 509, 50), (5, 510, 51), (0, 0, 0)]
		{
			assert_eq!(figures().for_all(members, earned), granted, "{members}, {earned}");
		}
	}

	#[test]
	fn what_is_more_than_the_limit_of_a_member_can_never_be_granted_nor_withdrawn() {
		let both = |p: &Figures, amount| {
			let (granted, withdrawn) =
				(p.can_ever_be_granted(amount), p.can_ever_be_withdrawn(amount));
			assert_eq!(granted, withdrawn);
			granted
		};
		for (amount, possible) in
			[(0, false), (1, true), (1_000, true), (1_001, false), (LoveBalance::MAX, false)]
		{
			assert_eq!(both(&figures(), amount), possible, "{amount}");
		}
		// Nor can anything where the artel has decided to grant nothing, to each or to all.
		assert!(!both(&Figures { grant_limit: 0, ..figures() }, 1));
		let floor = Figures { grants_part: percent(0), ..figures() };
		let part = Figures { grants_floor: 0, ..figures() };
		assert!(both(&floor, 1) && both(&part, 1));
		assert!(!both(&Figures { grants_floor: 0, ..floor }, 1));
	}
}
