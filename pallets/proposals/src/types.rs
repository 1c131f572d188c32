//! What is recorded of a proposal, without knowing what a chain is.

use alloc::vec::Vec;
use artel_primitives::{
	labor::Source,
	text::{Line, Note},
	units::LaborBalance,
	vote::{Cast, Ordering, Tally, TopicId, MAX_OPTIONS},
	work::{labor, Minutes, Stream},
};
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use frame::{
	deps::{
		sp_core::{ConstU32, Get},
		sp_runtime::Percent,
	},
	prelude::BoundedVec,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

use crate::rules::{Prospect, Route, Rules};

/// On which track a proposal is decided: what weight it takes, how long, and what it may do then.
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
	PartialOrd,
	Ord,
	Debug,
)]
pub enum Track {
	/// The artel is asked, and nothing follows from the answer.
	#[codec(index = 0)]
	Consultation = 0,
	/// Work is ordered, paid or judged.
	#[codec(index = 1)]
	Work = 1,
	/// LOVE is granted.
	#[codec(index = 2)]
	Care = 2,
	/// LOVE is withdrawn.
	#[codec(index = 3)]
	Withdrawal = 3,
	/// Somebody is admitted or declined, or given the class it asked for.
	#[codec(index = 4)]
	Admission = 4,
	/// A member is expelled, or given a class against its will.
	#[codec(index = 5)]
	Expulsion = 5,
	/// A member who lost its key gets its account back.
	#[codec(index = 6)]
	LostKey = 6,
	/// The fund's coin is given away.
	#[codec(index = 7)]
	Fund = 7,
	/// The artel's own rules, validators or code are changed.
	#[codec(index = 8)]
	Constitution = 8,
}

/// A part of a whole.
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

	/// How it lies to a half.
	fn to_half(self) -> Ordering {
		u16::from(self.part).saturating_mul(2).cmp(&self.of.into())
	}

	/// Whether it is no more than another.
	fn is_at_most(&self, other: &Self) -> bool {
		u16::from(self.part).saturating_mul(other.of.into())
			<= u16::from(other.part).saturating_mul(self.of.into())
	}
}

/// No time is longer than this: two years of blocks of six seconds.
const LONGEST: u32 = 2 * 365 * 14_400;

/// What the artel governs of proposals. Times are in blocks.
///
/// Impossible values do not decode, so a motion that names them cannot even be submitted.
#[derive(
	Encode,
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
	/// How long a vote lasts that is not decided by its bar.
	pub period: u32,
	/// How long before its end votes are cast, but not changed.
	pub quiet: u32,
	/// How long a consultation lasts at least.
	pub consultation: u32,
	/// How long a vote lasts at least.
	pub notice: u32,
	/// How long a vote lasts at least that weighs heavily.
	pub long_notice: u32,
	/// How long a vote on a lost key lasts at least.
	pub lost_key_notice: u32,
	/// How long the fund's coin stays after it was given away.
	pub fund_delay: u32,
	/// How long what changes the artel itself, or passed on the second route, waits after that; and how
	/// soon what was blocked may be filed again.
	pub long_delay: u32,
	/// How long what was approved can be executed or funded.
	pub lapse: u32,
	/// How long what is done is remembered.
	pub memory: u32,
	/// How long a delivery can be disputed.
	pub acceptance_window: u32,
	/// How long a task takes at most.
	pub longest_task: u32,
	/// With fewer members, work is decided by lazy consensus.
	pub lazy_below: u32,
	/// How long that takes.
	pub lazy_period: u32,
	/// Of the electorate, an ordinary proposal takes more than this.
	pub majority: Fraction,
	/// Of the electorate, a grave one takes at least this.
	pub supermajority: Fraction,
	/// Of the votes for and against, at the end, an ordinary one takes at least this.
	pub second_majority: Fraction,
	/// Of the votes for and against, at the end, a grave one takes at least this.
	pub second_supermajority: Fraction,
	/// Of the electorate, this must have voted then.
	pub turnout: Percent,
	/// Of the electorate, this blocks.
	pub block: Percent,
	/// Of the pool's free LABOR at the start of an epoch, what passes without its bar may spend this.
	pub spending: Percent,
}

impl Parameters {
	/// Whether the values can be meant together.
	pub fn are_possible(&self) -> bool {
		let short = [
			self.period,
			self.consultation,
			self.notice,
			self.long_notice,
			self.lost_key_notice,
			self.lapse,
			self.memory,
			self.acceptance_window,
			self.longest_task,
			self.lazy_period,
		];
		let fractions =
			[self.majority, self.supermajority, self.second_majority, self.second_supermajority];
		let parts = [self.turnout, self.block, self.spending];
		let long = [self.quiet, self.fund_delay, self.long_delay];
		short.iter().all(|blocks| *blocks > 0)
			// What would take for ever could not be undone by a vote either.
			&& short.iter().chain(&long).all(|blocks| *blocks <= LONGEST)
			// What was blocked is remembered until it may be filed again.
			&& self.long_delay <= self.memory
			// Second thoughts need a time in which votes can still be changed.
			&& [self.period, self.consultation, self.lazy_period]
				.iter()
				.all(|lasts| self.quiet < *lasts)
			// What passes by its bar passes before the end.
			&& self.notice <= self.period.min(self.lazy_period)
			&& self.long_notice <= self.period
			// With less than half, or just half, a thing and its contrary would both pass.
			&& self.majority.to_half().is_ge()
			&& [self.supermajority, self.second_majority, self.second_supermajority]
				.iter()
				.all(|fraction| fraction.to_half().is_gt())
			// Nothing takes everybody, or one member could stop everything.
			&& fractions.iter().all(|fraction| fraction.part < fraction.of)
			&& self.majority.is_at_most(&self.supermajority)
			&& self.second_majority.is_at_most(&self.second_supermajority)
			&& parts.iter().all(|part| part.deconstruct() <= 100)
			// One VOTE must not be a turnout, and nobody at all no block.
			&& self.turnout.deconstruct() > 0
			&& self.block.deconstruct() > 0
	}
}

impl Decode for Parameters {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let parameters = Self {
			period: Decode::decode(input)?,
			quiet: Decode::decode(input)?,
			consultation: Decode::decode(input)?,
			notice: Decode::decode(input)?,
			long_notice: Decode::decode(input)?,
			lost_key_notice: Decode::decode(input)?,
			fund_delay: Decode::decode(input)?,
			long_delay: Decode::decode(input)?,
			lapse: Decode::decode(input)?,
			memory: Decode::decode(input)?,
			acceptance_window: Decode::decode(input)?,
			longest_task: Decode::decode(input)?,
			lazy_below: Decode::decode(input)?,
			lazy_period: Decode::decode(input)?,
			majority: Decode::decode(input)?,
			supermajority: Decode::decode(input)?,
			second_majority: Decode::decode(input)?,
			second_supermajority: Decode::decode(input)?,
			turnout: Decode::decode(input)?,
			block: Decode::decode(input)?,
			spending: Decode::decode(input)?,
		};
		parameters.are_possible().then_some(parameters).ok_or_else(|| "impossible values".into())
	}
}

/// What every proposal says of itself.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Heading<Hash> {
	/// What it is called.
	pub title: Line,
	/// What it is about; 0 is the general topic.
	pub topic: TopicId,
	/// Where it is discussed; blank if nowhere.
	pub link: Note,
	/// The hash of its full text, which is kept elsewhere.
	pub content: Hash,
}

/// Who pays for a task.
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
pub enum Funding {
	/// The commons pool.
	#[codec(index = 0)]
	Pool,
	/// Whoever proposes it, with its own LABOR.
	#[codec(index = 1)]
	Own,
}

/// Work to be done.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Task<AccountId, BlockNumber> {
	/// How long it takes; its reward follows from that.
	pub minutes: Minutes,
	/// Who is to do it; none if members may apply.
	pub worker: Option<AccountId>,
	/// Which side of the artel's life it serves. What a member pays earns somebody's living.
	pub stream: Stream,
	/// Within how many blocks after it was funded it must be delivered.
	pub time: BlockNumber,
	/// Who pays for it.
	pub funding: Funding,
}

/// Work that was done already, and is to be rewarded out of the pool.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Reward<AccountId> {
	/// Who did it.
	pub worker: AccountId,
	/// How long it took.
	pub minutes: Minutes,
	/// Which side of the artel's life it served.
	pub stream: Stream,
	/// Where the result can be seen.
	pub evidence: Note,
}

/// The options of a question.
pub type Options = BoundedVec<Line, ConstU32<MAX_OPTIONS>>;

/// What is proposed.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
#[scale_info(skip_type_params(MaxMotionLength))]
#[codec(mel_bound(AccountId: MaxEncodedLen, BlockNumber: MaxEncodedLen, MaxMotionLength: Get<u32>))]
pub enum Payload<AccountId, BlockNumber, MaxMotionLength: Get<u32>> {
	/// A consultation.
	#[codec(index = 0)]
	Question(Options),
	/// Work to be done.
	#[codec(index = 1)]
	Task(Task<AccountId, BlockNumber>),
	/// Work that was done.
	#[codec(index = 2)]
	Reward(Reward<AccountId>),
	/// A call that the artel makes, encoded.
	#[codec(index = 3)]
	Motion(BoundedVec<u8, MaxMotionLength>),
}

impl<AccountId, BlockNumber, MaxMotionLength: Get<u32>>
	Payload<AccountId, BlockNumber, MaxMotionLength>
{
	/// What kind of thing it is.
	pub fn kind(&self) -> Kind {
		match self {
			// There are no more than 8.
			Self::Question(options) => Kind::Question(options.len() as u8),
			Self::Task(_) => Kind::Task,
			Self::Reward(_) => Kind::Reward,
			Self::Motion(_) => Kind::Motion,
		}
	}

	/// What the pool or a member pays for it.
	pub fn price(&self) -> LaborBalance {
		match self {
			Self::Task(Task { minutes, .. }) | Self::Reward(Reward { minutes, .. }) => {
				labor(*minutes)
			},
			Self::Question(_) | Self::Motion(_) => 0,
		}
	}
}

/// What kind of thing is proposed.
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
pub enum Kind {
	/// A consultation, with so many options.
	#[codec(index = 0)]
	Question(u8),
	/// Work to be done.
	#[codec(index = 1)]
	Task,
	/// Work that was done.
	#[codec(index = 2)]
	Reward,
	/// A call that the artel makes.
	#[codec(index = 3)]
	Motion,
}

impl Kind {
	/// How many options there are; 0 for a vote for or against.
	pub fn options(&self) -> u8 {
		match self {
			Self::Question(options) => *options,
			Self::Task | Self::Reward | Self::Motion => 0,
		}
	}

	/// Whether something is paid once it is approved.
	pub fn is_paid(&self) -> bool {
		matches!(self, Self::Task | Self::Reward)
	}
}

/// How a vote ended, or would end.
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
pub enum Outcome {
	/// It is approved, on this route.
	#[codec(index = 0)]
	Approved(Route),
	/// It is not.
	#[codec(index = 1)]
	Rejected,
	/// It is blocked.
	#[codec(index = 2)]
	Blocked,
	/// A question is answered by this option; none if that is undecided.
	#[codec(index = 3)]
	Answered(Option<u8>),
}

/// How a proposal ended.
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
pub enum End {
	/// It did not find enough weight.
	#[codec(index = 0)]
	Rejected,
	/// It was blocked.
	#[codec(index = 1)]
	Blocked,
	/// Whoever filed it took it back.
	#[codec(index = 2)]
	Withdrawn,
	/// The question was answered by this option; none if it stayed undecided.
	#[codec(index = 3)]
	Answered(Option<u8>),
	/// The motion was carried out.
	#[codec(index = 4)]
	Executed,
	/// The motion was tried and failed.
	#[codec(index = 5)]
	Failed,
	/// It was approved, but not executed or funded in time.
	#[codec(index = 6)]
	Lapsed,
	/// The work was paid, by its quality.
	#[codec(index = 7)]
	Settled(Percent),
	/// What was to be paid went back.
	#[codec(index = 8)]
	Returned,
}

/// What is voted on, with its votes, and how far it is.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Proposal<AccountId, BlockNumber> {
	/// Who filed it.
	pub proposer: AccountId,
	/// When.
	pub filed: BlockNumber,
	/// What it is about.
	pub topic: TopicId,
	/// Whom it concerns, who does not vote; on an expulsion it does not count either.
	pub concerns: Option<AccountId>,
	/// Who gains by it.
	pub beneficiary: Option<AccountId>,
	/// What is proposed.
	pub kind: Kind,
	/// What decides it, fixed when it was filed.
	pub rules: Rules<BlockNumber>,
	/// How far it is.
	pub stage: crate::stage::Stage<AccountId, BlockNumber>,
	/// Its votes.
	pub tally: Tally,
}

/// What is tied up for a task.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Escrow<AccountId> {
	/// How much, in hundredths of a LABOR.
	pub amount: LaborBalance,
	/// Where it is tied up.
	pub source: Source<AccountId>,
	/// The member who pays; none if the commons do.
	pub payer: Option<AccountId>,
}

/// What was spent of the pool in an epoch on what passed without its bar.
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
pub struct Spending {
	/// The epoch.
	pub epoch: u32,
	/// The pool's free LABOR at its start.
	pub pool: LaborBalance,
	/// What was spent since.
	pub spent: LaborBalance,
}

impl Spending {
	/// What may still be spent.
	pub fn left(&self, limit: Percent) -> LaborBalance {
		limit.mul_floor(self.pool).saturating_sub(self.spent)
	}
}

/// Everything about a proposal.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
#[scale_info(skip_type_params(MaxMotionLength))]
pub struct Report<AccountId, BlockNumber, Hash, MaxMotionLength: Get<u32>> {
	/// What it says of itself.
	pub heading: Heading<Hash>,
	/// What is proposed.
	pub payload: Payload<AccountId, BlockNumber, MaxMotionLength>,
	/// How far it is, with its votes and rules.
	pub proposal: Proposal<AccountId, BlockNumber>,
	/// What decides it, and when; none if it is decided.
	pub prospect: Option<Prospect<BlockNumber>>,
	/// What is tied up for it.
	pub escrow: Option<Escrow<AccountId>>,
	/// Who would like to do it.
	pub applicants: Vec<AccountId>,
	/// Every stage it came to, with the block of it.
	pub history: Vec<(BlockNumber, crate::stage::Stage<AccountId, BlockNumber>)>,
}

/// A vote that is open, as it looks to a member.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct OpenVote<BlockNumber> {
	/// The number of the proposal.
	pub proposal: u32,
	/// What it is called.
	pub title: Line,
	/// On which track it is decided.
	pub track: Track,
	/// What the member's vote would weigh now, in thousandths of a VOTE; 0 if it cannot vote here.
	pub weight: u64,
	/// How it voted.
	pub vote: Option<Cast>,
	/// What decides it, and when.
	pub prospect: Prospect<BlockNumber>,
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use crate::mock::PARAMETERS;

	#[test]
	fn what_is_meant_is_possible() {
		assert!(PARAMETERS.are_possible());
		assert_eq!(Parameters::decode(&mut &PARAMETERS.encode()[..]), Ok(PARAMETERS));
	}

	#[test]
	fn impossible_parameters_do_not_decode() {
		type Spoil = fn(&mut Parameters);
		let spoils: [(&str, Spoil); 21] = [
			("a period of nothing", |p| p.period = 0),
			("no time for a change of mind", |p| p.quiet = p.lazy_period),
			("no notice", |p| p.notice = 0),
			("a notice beyond the end", |p| p.notice = p.period + 1),
			("a notice beyond the lazy end", |p| p.notice = p.lazy_period + 1),
			("a long notice beyond the end", |p| p.long_notice = p.period + 1),
			("no time to execute", |p| p.lapse = 0),
			("forgotten at once", |p| p.memory = 0),
			("less than half", |p| p.majority = Fraction::new(1, 3)),
			("more than all", |p| p.supermajority = Fraction::new(4, 3)),
			("strictly more than all", |p| p.majority = Fraction::new(1, 1)),
			("just half of all", |p| p.supermajority = Fraction::new(1, 2)),
			("just half of the votes", |p| p.second_majority = Fraction::new(1, 2)),
			("of nothing", |p| p.second_majority = Fraction::new(0, 0)),
			("a grave matter lighter than others", |p| p.majority = Fraction::new(4, 5)),
			("a vote without end", |p| p.period = u32::MAX),
			("everybody, or nothing", |p| p.supermajority = Fraction::new(1, 1)),
			("forgotten before it may come again", |p| p.memory = p.long_delay - 1),
			("likewise at the end", |p| p.second_majority = Fraction::new(4, 5)),
			("no turnout", |p| p.turnout = Percent::zero()),
			("blocked by nobody", |p| p.block = Percent::zero()),
		];
		for (what, spoil) in spoils {
			let mut parameters = PARAMETERS;
			spoil(&mut parameters);
			assert!(Parameters::decode(&mut &parameters.encode()[..]).is_err(), "{what}");
		}
		let mut bytes = PARAMETERS.encode();
		*bytes.last_mut().expect("there are bytes") = 101;
		assert!(Parameters::decode(&mut &bytes[..]).is_err(), "more than the whole pool");
	}
}
