// SPDX-License-Identifier: Apache-2.0

//! What is recorded of requests, without knowing what a chain is.

use artel_primitives::{
	epochs::Period,
	figures::Times,
	labor::Source,
	membership::MemberNumber,
	people::NamesAccounts,
	text::Note,
	units::{Balance, BaseUnitsOfArt, HundredthsOfLabor, LaborBalance, DAYS, LABOR},
	verdict::CaseId,
	work::Quality,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::{sp_core::ConstU32, sp_runtime::Percent},
	prelude::BoundedVec,
};
use scale_info::TypeInfo;

/// How many submissions a request pays at most.
pub const MAX_WANTED: u32 = 64;

/// How many can submit to a request at most.
pub const MAX_PLACES: u32 = 1_024;

/// How many submissions somebody wants, or has room for.
pub type NumberOfSubmissions = u32;

/// The place of a submission among those to a request, from 0 on.
pub type Place = u32;

/// Over how many periods a signal goes, the running one included.
pub const SIGNAL_PERIODS: u32 = 4;

/// What each accepted submission is paid, if it is all that was asked for.
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
	Debug,
)]
pub enum Reward {
	/// LABOR of a member.
	#[codec(index = 0)]
	Labor {
		/// How much, in hundredths.
		hundredths_of_labor: HundredthsOfLabor,
	},
	/// ART of anybody.
	#[codec(index = 1)]
	Art {
		/// How much, in base units.
		base_units_of_art: BaseUnitsOfArt,
	},
}

impl Reward {
	/// Whether it is paid in LABOR.
	pub fn is_labor(&self) -> bool {
		matches!(self, Self::Labor { .. })
	}

	/// How much it is, in its own units.
	pub fn amount(&self) -> Balance {
		match self {
			Self::Labor { hundredths_of_labor } => (*hundredths_of_labor).into(),
			Self::Art { base_units_of_art } => *base_units_of_art,
		}
	}
}

/// What a request offers, and for what. It never changes.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Terms<BlockNumber> {
	/// What each accepted submission is paid.
	pub reward: Reward,
	/// How many are paid at most.
	pub wanted: NumberOfSubmissions,
	/// How good a submission must be.
	pub minimum: Quality,
	/// How many can submit.
	pub places: NumberOfSubmissions,
	/// The last block in which somebody can submit.
	pub deadline: BlockNumber,
}

/// A request.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Request<AccountId, BlockNumber> {
	/// The one who asks, and pays.
	pub requester: AccountId,
	/// The number that they had, if they have left since and the LABOR is in escrow.
	pub left: Option<MemberNumber>,
	/// What is asked for.
	pub brief: Note,
	/// By what it is judged.
	pub criteria: Note,
	/// What is offered.
	pub terms: Terms<BlockNumber>,
	/// What a review cost when it was posted, in hundredths of a LABOR.
	pub fee: LaborBalance,
	/// What stood for one LABOR when it was posted, in base units of ART.
	pub rate: Balance,
	/// What is on hold for rewards and reviews still, in the units of the reward.
	pub held: Balance,
	/// What of ART is on hold beside that as a deposit, in base units, until the last record of it is cleared.
	pub deposit: Balance,
	/// How many have submitted.
	pub submitted: u32,
	/// How many of these are scored.
	pub scored: u32,
	/// How many were paid.
	pub paid: u32,
	/// How many of the best could not be paid, because their pay was too little for their accounts.
	pub unpaid: u32,
	/// Whether it is closed, and nothing but the deposit is on hold for it.
	pub closed: bool,
	/// How many submissions were cleared since.
	pub cleared: u32,
}

impl<AccountId: Clone, BlockNumber: Ord> Request<AccountId, BlockNumber> {
	/// Where its LABOR is.
	pub fn source(&self) -> Source<AccountId> {
		match self.left {
			Some(number) => Source::Former(number),
			None => Source::Held(self.requester.clone()),
		}
	}

	/// Whether nobody can submit any more.
	pub fn is_over(&self, now: BlockNumber) -> bool {
		now > self.terms.deadline || self.submitted >= self.terms.places
	}

	/// Whether it is known who is paid.
	pub fn is_decided(&self, now: BlockNumber) -> bool {
		!self.closed && self.is_over(now) && self.scored >= self.submitted
	}

	/// The ART that is on hold for it.
	pub fn art_held(&self) -> Balance {
		if self.terms.reward.is_labor() {
			self.deposit
		} else {
			self.deposit.saturating_add(self.held)
		}
	}

	/// The LABOR that is on hold for it.
	pub fn labor_held(&self) -> LaborBalance {
		if self.terms.reward.is_labor() {
			LaborBalance::try_from(self.held).unwrap_or(LaborBalance::MAX)
		} else {
			0
		}
	}
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Request<AccountId, BlockNumber> {
	type With<Other> = Request<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		Request {
			requester: told(self.requester),
			left: self.left,
			brief: self.brief,
			criteria: self.criteria,
			terms: self.terms,
			fee: self.fee,
			rate: self.rate,
			held: self.held,
			deposit: self.deposit,
			submitted: self.submitted,
			scored: self.scored,
			paid: self.paid,
			unpaid: self.unpaid,
			closed: self.closed,
			cleared: self.cleared,
		}
	}
}

/// What this much LABOR comes to in ART, rounded down.
pub fn art_of(labor: LaborBalance, rate: Balance) -> Balance {
	rate.saturating_mul(labor.into()).checked_div(LABOR.into()).unwrap_or_default()
}

/// What this much ART comes to in LABOR, rounded down.
pub fn labor_of(art: Balance, rate: Balance) -> LaborBalance {
	let worth = art.saturating_mul(LABOR.into()).checked_div(rate).unwrap_or(0);
	LaborBalance::try_from(worth).unwrap_or(LaborBalance::MAX)
}

/// How far a submission is.
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
	Debug,
)]
pub enum Stage<BlockNumber> {
	/// A case is open on it.
	#[codec(index = 0)]
	Judged {
		/// The case.
		case: CaseId,
	},
	/// There are too few to judge it, so the requester does.
	#[codec(index = 1)]
	Waits {
		/// The last block before it is accepted in full.
		until: BlockNumber,
	},
	/// It is known how good it is.
	#[codec(index = 2)]
	Scored {
		/// How good.
		quality: Quality,
	},
	/// The requester disputes it, so the artel decides.
	#[codec(index = 3)]
	Disputed {
		/// The last block before it is accepted in full.
		until: BlockNumber,
	},
}

/// What somebody submitted.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Submission<AccountId, BlockNumber> {
	/// The member who did it.
	pub worker: AccountId,
	/// The number that they had.
	pub number: MemberNumber,
	/// Where the result can be seen.
	pub evidence: Note,
	/// How far it is.
	pub stage: Stage<BlockNumber>,
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Submission<AccountId, BlockNumber> {
	type With<Other> = Submission<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { worker, number, evidence, stage } = self;
		Submission { worker: told(worker), number, evidence, stage }
	}
}

/// One of the best submissions to a request.
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
	Debug,
)]
pub struct Ranked {
	/// The place of the submission.
	pub place: u32,
	/// How good it is.
	pub quality: Quality,
	/// Whether it had its turn: it was paid, or could not be.
	pub settled: bool,
}

impl Ranked {
	/// Whether this one is before another: the better one, and of the same the earlier one.
	fn is_before(&self, other: &Self) -> bool {
		let (own, its) = (self.quality.percent(), other.quality.percent());
		own > its || (own == its && self.place < other.place)
	}
}

/// The best submissions to a request, the best first.
pub type Best = BoundedVec<Ranked, ConstU32<MAX_WANTED>>;

/// Puts one among the best, of whom so many are wanted.
pub fn rank(best: &mut Best, one: Ranked, wanted: u32) {
	let at = best.iter().take_while(|other| !one.is_before(other)).count();
	let wanted = usize::try_from(wanted.min(MAX_WANTED)).unwrap_or(usize::MAX);
	if at >= wanted {
		return;
	}
	best.truncate(wanted.saturating_sub(1));
	// There is room for one now.
	best.try_insert(at, one).ok();
}

/// How often a worker was judged in a period.
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
	Debug,
)]
pub struct Tally {
	/// The period.
	pub period: Period,
	/// How many of their submissions were judged.
	pub scored: u32,
	/// How many of these were good enough.
	pub accepted: u32,
}

/// The tallies of the last periods in which a worker was judged.
pub type Tallies = BoundedVec<Tally, ConstU32<SIGNAL_PERIODS>>;

/// How much of what a worker submitted lately was good enough.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Signal {
	/// How many of their submissions were judged.
	pub scored: u32,
	/// How many of these were good enough.
	pub accepted: u32,
}

impl Signal {
	/// What these come to in this period.
	pub fn of(tallies: &Tallies, running: Period) -> Self {
		let mut sum = Self::default();
		for tally in tallies.iter().filter(|tally| counts(tally.period, running)) {
			sum.scored = sum.scored.saturating_add(tally.scored);
			sum.accepted = sum.accepted.saturating_add(tally.accepted);
		}
		sum
	}

	/// Whether it is enough to have several submissions open.
	pub fn is_enough(&self, figures: &Figures) -> bool {
		self.scored >= figures.newcomer
			&& self.accepted >= figures.signal_floor.mul_ceil(self.scored)
	}
}

/// Whether what was in this period still counts in the running one.
fn counts(period: Period, running: Period) -> bool {
	period.saturating_add(SIGNAL_PERIODS) > running
}

/// Counts one more submission that was judged.
pub fn tally(tallies: &mut Tallies, accepted: bool, running: Period) {
	tallies.retain(|tally| counts(tally.period, running));
	let accepted = u32::from(accepted);
	match tallies.iter_mut().find(|tally| tally.period == running) {
		Some(tally) => {
			tally.scored = tally.scored.saturating_add(1);
			tally.accepted = tally.accepted.saturating_add(accepted);
		},
		// The others are of earlier periods, of which fewer count.
		None => {
			tallies.try_push(Tally { period: running, scored: 1, accepted }).ok();
		},
	}
}

artel_primitives::figures! {
	/// What the artel governs of requests.
	{
		/// How long somebody can submit to a request at most, in blocks.
		0 => longest: Longest { blocks: u32 } = 13 * 7 * DAYS;
		/// How long the requester has to accept what nobody else can judge, in blocks.
		1 => acceptance_window: AcceptanceWindow { blocks: u32 } = 7 * DAYS;
		/// How much of what a worker submitted must be good enough, so that they may have several submissions open.
		2 => signal_floor: SignalFloor { percent: Percent } = Percent::from_percent(50);
		/// How many of their submissions must be judged before that.
		3 => newcomer: Newcomer { submissions: u32 } = 3;
		/// The least that a submission is paid, or ART of that worth.
		4 => least_reward: LeastReward { hundredths_of_labor: LaborBalance } = 10;
	}
}

impl Figures {
	/// Whether the values are in their ranges: everything comes to an end, requesters have time to answer, the artel
	/// has time to decide, and nobody is kept out.
	pub fn are_possible(&self, times: &Times) -> bool {
		(times.shortest_lapse..=times.longest).contains(&self.longest)
			&& (times.shortest_notice..=times.longest).contains(&self.acceptance_window)
			&& self.signal_floor <= Percent::from_percent(90)
			&& (1..=20).contains(&self.newcomer)
			&& (1..=100 * LABOR).contains(&self.least_reward)
	}
}
