// SPDX-License-Identifier: Apache-2.0

//! What the artel governs of proposals, and between which ends it lies.

use artel_primitives::{
	figures::Times,
	units::{LaborBalance, DAYS},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::sp_runtime::Percent;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A part of a whole, or a ratio.
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
	Debug,
)]
pub struct Fraction {
	/// How many parts it takes.
	pub part: u8,
	/// Of how many.
	pub of: u8,
}

impl Fraction {
	/// So many parts of so many.
	pub const fn new(part: u8, of: u8) -> Self {
		Self { part, of }
	}

	/// Whether it is no more than another.
	fn is_at_most(&self, other: &Self) -> bool {
		u16::from(self.part).saturating_mul(other.of.into())
			<= u16::from(other.part).saturating_mul(self.of.into())
	}

	/// Whether it is a part of something, between two others.
	fn is_between(&self, least: Self, most: Self) -> bool {
		self.of > 0 && least.is_at_most(self) && self.is_at_most(&most)
	}
}

artel_primitives::figures! {
	/// What the artel governs of proposals. Times are in blocks.
	{
		/// How long a vote lasts that is not decided by its bar.
		0 => period: Period { blocks: u32 } = 14 * DAYS;
		/// How long before its end votes are cast, but not changed.
		1 => quiet: Quiet { blocks: u32 } = DAYS;
		/// How long a consultation lasts at least.
		2 => consultation: Consultation { blocks: u32 } = 3 * DAYS;
		/// How long a vote lasts at least.
		3 => notice: Notice { blocks: u32 } = 2 * DAYS;
		/// How long a vote lasts at least that weighs heavily.
		4 => long_notice: LongNotice { blocks: u32 } = WEEKS;
		/// How long a vote on a lost key lasts at least; twice as long while its owner is on leave.
		5 => lost_key_notice: LostKeyNotice { blocks: u32 } = 4 * WEEKS;
		/// How long the fund's coin stays after it was given away.
		6 => fund_delay: FundDelay { blocks: u32 } = DAYS;
		/// How long what changes the artel itself waits after it passed; how long votes go on after the
		/// second route; and how soon what was blocked may be filed again.
		7 => long_delay: LongDelay { blocks: u32 } = WEEKS;
		/// How long what was approved can be executed or funded.
		8 => lapse: Lapse { blocks: u32 } = 2 * WEEKS;
		/// How long what is done is remembered.
		9 => memory: Memory { blocks: u32 } = 13 * WEEKS;
		/// With fewer members, work is decided by lazy consensus.
		10 => lazy_below: LazyBelow { members: u32 } = 7;
		/// How long that takes.
		11 => lazy_period: LazyPeriod { blocks: u32 } = 3 * DAYS;
		/// Of the electorate, an ordinary proposal takes more than this.
		12 => majority: Majority { fraction: Fraction } = Fraction::new(1, 2);
		/// Of the electorate, a grave one takes at least this.
		13 => supermajority: Supermajority { fraction: Fraction } = Fraction::new(2, 3);
		/// Of the votes for and against, at the end, an ordinary one takes at least this.
		14 => second_majority: SecondMajority { fraction: Fraction } = Fraction::new(2, 3);
		/// Of the votes for and against, at the end, a grave one takes at least this.
		15 => second_supermajority: SecondSupermajority { fraction: Fraction } = Fraction::new(3, 4);
		/// Of the electorate, this must be for an ordinary one then.
		16 => floor: Floor { fraction: Fraction } = Fraction::new(10, 100);
		/// Of the electorate, this must be for a grave one then.
		17 => grave_floor: GraveFloor { fraction: Fraction } = Fraction::new(12, 100);
		/// Of the electorate, this must be for an expulsion then.
		18 => expulsion_floor: ExpulsionFloor { fraction: Fraction } = Fraction::new(1, 3);
		/// Of the electorate, this blocks.
		19 => blocking_share: BlockingShare { percent: Percent } = Percent::from_percent(10);
		/// Of the pool's free LABOR at the start of an epoch, proposals may spend this in it.
		20 => spending: Spending { percent: Percent } = Percent::from_percent(30);
		/// Of that LABOR, what passes without its bar may spend this.
		21 => unbarred_spending: UnbarredSpending { percent: Percent } = Percent::from_percent(10);
		/// How many times the confidence it takes to boost a proposal for each other one that is boosted, or will be.
		22 => boost_growth: BoostGrowth { fraction: Fraction } = Fraction::new(6, 5);
		/// In hundredths of a LABOR, what counts as staked against every proposal from the beginning.
		23 => virtual_downstake: VirtualDownstake { hundredths_of_labor: LaborBalance } = 200;
		/// How long enough must be staked for a proposal before it is boosted.
		24 => pre_boost: PreBoost { blocks: u32 } = DAYS;
		/// How long what is boosted is voted on.
		25 => boost: Boost { blocks: u32 } = 4 * DAYS;
		/// Of the electorate, this must be for what is boosted.
		26 => boost_floor: BoostFloor { fraction: Fraction } = Fraction::new(5, 100);
	}
}

impl Figures {
	/// Whether the values are in their ranges, and can be meant together.
	///
	/// No figure may lock the artel, so that two thirds could not change it back, or hand it over.
	pub fn are_possible(&self, times: &Times) -> bool {
		let notices = [
			self.consultation,
			self.notice,
			self.long_notice,
			self.lost_key_notice,
			// Votes go on as long on the second route, so that whoever wakes up late is heard.
			self.long_delay,
			self.period,
			self.lazy_period,
		];
		let percent = Percent::from_percent;
		// What is noticed for longer than this could not be voted on for longer than anything lasts.
		let is_short = |time: &u32| *time <= times.longest;
		notices.iter().all(|time| *time >= times.shortest_notice && is_short(time))
			&& self.lost_key_notice.checked_mul(2).is_some_and(|doubled| is_short(&doubled))
			&& (times.shortest_lapse..=times.longest).contains(&self.lapse)
			&& is_short(&self.fund_delay)
			// What was blocked is remembered until it may be filed again.
			&& (self.long_delay..=times.longest.saturating_mul(4)).contains(&self.memory)
			// Second thoughts need a time in which votes can still be changed, and a moment in which not.
			&& self.quiet > 0
			&& [self.period, self.consultation, self.lazy_period, self.long_delay]
				.iter()
				.all(|lasts| self.quiet < *lasts)
			// What passes by its bar passes before the end.
			&& self.notice <= self.period.min(self.lazy_period)
			&& self.long_notice <= self.period
			&& self.lazy_below <= MOST_LAZY
			&& self.majority.is_between(Fraction::new(1, 2), Fraction::new(3, 5))
			&& self.supermajority.is_between(Fraction::new(3, 5), Fraction::new(4, 5))
			&& self.second_majority.is_between(Fraction::new(1, 2), Fraction::new(4, 5))
			&& self.second_supermajority.is_between(Fraction::new(2, 3), Fraction::new(9, 10))
			&& self.second_majority.is_at_most(&self.second_supermajority)
			&& [self.floor, self.grave_floor]
				.iter()
				.all(|floor| floor.is_between(Fraction::new(5, 100), Fraction::new(20, 100)))
			&& self.expulsion_floor.is_between(Fraction::new(5, 100), Fraction::new(1, 2))
			&& (percent(5)..=percent(33)).contains(&self.blocking_share)
			&& (percent(1)..=percent(50)).contains(&self.spending)
			&& self.unbarred_spending <= self.spending
			// Boosted proposals must not crowd out each other at once, nor all pass at a time.
			&& self.boost_growth.is_between(Fraction::new(11, 10), Fraction::new(2, 1))
			&& (LEAST_VIRTUAL..=MOST_VIRTUAL).contains(&self.virtual_downstake)
			&& self.boost_floor.is_between(Fraction::new(3, 100), Fraction::new(20, 100))
			&& [self.pre_boost, self.boost]
				.iter()
				.all(|time| *time >= times.shortest_notice && is_short(time))
			&& self.quiet < self.boost
			// What is boosted passes nothing before others have had their notice.
			&& self.notice <= self.pre_boost.saturating_add(self.boost)
	}
}

/// Blocks in a week.
const WEEKS: u32 = 7 * DAYS;

/// An artel of this many members is none in which silence is consent.
const MOST_LAZY: u32 = 20;

/// What is staked against everything from the beginning is at least something, in hundredths of a LABOR.
const LEAST_VIRTUAL: LaborBalance = 50;

/// It is no more than some member can stake beside their grants.
const MOST_VIRTUAL: LaborBalance = 2_000;
