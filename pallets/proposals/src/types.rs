//! What is recorded of a proposal, without knowing what a chain is.

use alloc::vec::Vec;
use artel_primitives::{
	figures::Times,
	text::{Line, Note},
	units::{LaborBalance, DAYS},
	vote::{Cast, Silent, Tally, TopicId, MAX_OPTIONS},
	work::{labor, Minutes, Quality, Stream},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::{
		sp_core::{ConstU32, Get},
		sp_runtime::{DispatchError, Percent},
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

impl Track {
	/// The topic of a motion on this track, whose delegates vote for others: whoever moves something does
	/// not choose it. None where the filer chooses, and where nobody votes for another.
	pub fn topic(self) -> Option<TopicId> {
		match self {
			Self::Consultation | Self::Expulsion | Self::LostKey | Self::Constitution => None,
			Self::Work | Self::Care | Self::Withdrawal | Self::Admission | Self::Fund => {
				Some(TopicId::from(self as u8))
			},
		}
	}

	/// Whether it decides what can hardly be undone: who belongs, and by what rules.
	pub fn is_grave(self) -> bool {
		matches!(self, Self::Expulsion | Self::LostKey | Self::Constitution)
	}

	/// Whether those who gain have no part in it.
	pub fn is_disinterested(self) -> bool {
		matches!(self, Self::Work | Self::Care | Self::Withdrawal)
	}
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
	}
}

/// Blocks in a week.
const WEEKS: u32 = 7 * DAYS;

/// An artel of this many members is none in which silence is consent.
const MOST_LAZY: u32 = 20;

/// What every proposal says of itself.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Heading<Hash> {
	/// What it is called.
	pub title: Line,
	/// Where it is discussed; blank if nowhere.
	pub link: Note,
	/// The hash of its full text, which is kept elsewhere.
	pub content: Hash,
}

/// The one who pays for a task.
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
	/// The proposer, with their own LABOR.
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
	/// The member who is to do it; none if members may apply.
	pub worker: Option<AccountId>,
	/// Which side of the artel's life it serves. What a member pays earns somebody's living.
	pub stream: Stream,
	/// Within how many blocks after it was funded it must be delivered.
	pub time: BlockNumber,
	/// The one who pays for it.
	pub funding: Funding,
}

/// Work that was done already, and is to be rewarded out of the pool.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Reward<AccountId> {
	/// The member who did it.
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

/// What a proposal says, and what is proposed.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
#[scale_info(skip_type_params(MaxMotionLength))]
#[codec(mel_bound(
	AccountId: MaxEncodedLen,
	BlockNumber: MaxEncodedLen,
	Hash: MaxEncodedLen,
	MaxMotionLength: Get<u32>,
))]
pub struct Content<AccountId, BlockNumber, Hash, MaxMotionLength: Get<u32>> {
	/// What it says of itself.
	pub heading: Heading<Hash>,
	/// What is proposed.
	pub payload: Payload<AccountId, BlockNumber, MaxMotionLength>,
	/// What makes another one the same once more: the hash of its track and of whom or what it is about.
	pub same: Hash,
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
	/// The proposer took it back.
	#[codec(index = 2)]
	Withdrawn,
	/// The question was answered by this option; none if it stayed undecided.
	#[codec(index = 3)]
	Answered(Option<u8>),
	/// The motion was carried out.
	#[codec(index = 4)]
	Executed,
	/// It was approved, but not executed or funded in time.
	#[codec(index = 5)]
	Lapsed,
	/// The work was paid, by its quality.
	#[codec(index = 6)]
	Settled(Quality),
	/// What was to be paid went back.
	#[codec(index = 7)]
	Returned,
}

/// What is voted on, with its votes, and how far it is.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Proposal<AccountId, BlockNumber> {
	/// The member who filed it.
	pub proposer: AccountId,
	/// When.
	pub filed: BlockNumber,
	/// What it is about.
	pub topic: TopicId,
	/// The member whom it concerns, who does not vote on it.
	pub concerns: Option<AccountId>,
	/// The members who gain by it, who have no part in it.
	pub interested: Silent<AccountId>,
	/// What is proposed.
	pub kind: Kind,
	/// What decides it, fixed when it was filed.
	pub rules: Rules<BlockNumber>,
	/// How far it is.
	pub stage: crate::stage::Stage<BlockNumber>,
	/// Its votes.
	pub tally: Tally,
}

/// What proposals spent of the pool in an epoch. What returns later frees nothing.
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
	/// What of that passed without its bar.
	pub unbarred: LaborBalance,
}

impl Spending {
	/// What may be spent in this epoch by proposals altogether.
	pub fn limit(&self, parameters: &Figures) -> LaborBalance {
		parameters.spending.mul_floor(self.pool)
	}

	/// What may still be spent on what passed on this route.
	pub fn left(&self, parameters: &Figures, route: Route) -> LaborBalance {
		let left = self.limit(parameters).saturating_sub(self.spent);
		match route {
			Route::Bar => left,
			Route::Second | Route::Lazy => parameters
				.unbarred_spending
				.mul_floor(self.pool)
				.saturating_sub(self.unbarred)
				.min(left),
		}
	}

	/// Counts what is spent now.
	pub fn add(&mut self, amount: LaborBalance, route: Route) {
		self.spent = self.spent.saturating_add(amount);
		if route != Route::Bar {
			self.unbarred = self.unbarred.saturating_add(amount);
		}
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
	/// Why it could not be carried out when somebody last tried.
	pub last_error: Option<DispatchError>,
	/// Every stage it came to, with the block of it.
	pub history: Vec<(BlockNumber, crate::stage::Stage<BlockNumber>)>,
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
	use artel_primitives::{figures::Scale, vote::FIRST_OWN_TOPIC};
	use proptest::prelude::*;

	const SCALES: [Scale; 2] = [Scale::Real, Scale::Short];

	const TRACKS: [Track; 9] = [
		Track::Consultation,
		Track::Work,
		Track::Care,
		Track::Withdrawal,
		Track::Admission,
		Track::Expulsion,
		Track::LostKey,
		Track::Fund,
		Track::Constitution,
	];

	const fn percent(part: u8) -> Percent {
		Percent::from_percent(part)
	}

	/// As short, and as low, as figures can be.
	fn lowest(times: &Times) -> Figures {
		let Times { shortest_notice, shortest_lapse, .. } = *times;
		Figures {
			period: shortest_notice,
			quiet: 1,
			consultation: shortest_notice,
			notice: shortest_notice,
			long_notice: shortest_notice,
			lost_key_notice: shortest_notice,
			fund_delay: 0,
			long_delay: shortest_notice,
			lapse: shortest_lapse,
			memory: shortest_notice,
			lazy_below: 0,
			lazy_period: shortest_notice,
			majority: Fraction::new(1, 2),
			supermajority: Fraction::new(3, 5),
			second_majority: Fraction::new(1, 2),
			second_supermajority: Fraction::new(2, 3),
			floor: Fraction::new(5, 100),
			grave_floor: Fraction::new(5, 100),
			expulsion_floor: Fraction::new(5, 100),
			blocking_share: percent(5),
			spending: percent(1),
			unbarred_spending: percent(0),
		}
	}

	/// As long, and as high.
	fn highest(times: &Times) -> Figures {
		let Times { longest, .. } = *times;
		Figures {
			period: longest,
			quiet: longest - 1,
			consultation: longest,
			notice: longest,
			long_notice: longest,
			lost_key_notice: longest / 2,
			fund_delay: longest,
			long_delay: longest,
			lapse: longest,
			memory: 4 * longest,
			lazy_below: 20,
			lazy_period: longest,
			majority: Fraction::new(3, 5),
			supermajority: Fraction::new(4, 5),
			second_majority: Fraction::new(4, 5),
			second_supermajority: Fraction::new(9, 10),
			floor: Fraction::new(20, 100),
			grave_floor: Fraction::new(20, 100),
			expulsion_floor: Fraction::new(1, 2),
			blocking_share: percent(33),
			spending: percent(50),
			unbarred_spending: percent(50),
		}
	}

	/// Takes one figure of others, and leaves the rest.
	type Take = fn(&mut Figures, &Figures);

	/// Every figure, by name, so that it can be changed alone.
	const FIGURES: [(&str, Take); 22] = [
		("period", |to, from| to.period = from.period),
		("quiet", |to, from| to.quiet = from.quiet),
		("consultation", |to, from| to.consultation = from.consultation),
		("notice", |to, from| to.notice = from.notice),
		("long notice", |to, from| to.long_notice = from.long_notice),
		("lost key's notice", |to, from| to.lost_key_notice = from.lost_key_notice),
		("fund's delay", |to, from| to.fund_delay = from.fund_delay),
		("long delay", |to, from| to.long_delay = from.long_delay),
		("lapse", |to, from| to.lapse = from.lapse),
		("memory", |to, from| to.memory = from.memory),
		("lazy below", |to, from| to.lazy_below = from.lazy_below),
		("lazy period", |to, from| to.lazy_period = from.lazy_period),
		("majority", |to, from| to.majority = from.majority),
		("supermajority", |to, from| to.supermajority = from.supermajority),
		("second majority", |to, from| to.second_majority = from.second_majority),
		("second supermajority", |to, from| to.second_supermajority = from.second_supermajority),
		("floor", |to, from| to.floor = from.floor),
		("grave floor", |to, from| to.grave_floor = from.grave_floor),
		("expulsion's floor", |to, from| to.expulsion_floor = from.expulsion_floor),
		("blocking share", |to, from| to.blocking_share = from.blocking_share),
		("spending", |to, from| to.spending = from.spending),
		("unbarred spending", |to, from| to.unbarred_spending = from.unbarred_spending),
	];

	/// One beyond the lowest; what cannot be less than nothing stays.
	fn below(lowest: &Figures) -> Figures {
		Figures {
			period: lowest.period - 1,
			quiet: 0,
			consultation: lowest.consultation - 1,
			notice: lowest.notice - 1,
			long_notice: lowest.long_notice - 1,
			lost_key_notice: lowest.lost_key_notice - 1,
			long_delay: lowest.long_delay - 1,
			lapse: lowest.lapse - 1,
			memory: lowest.memory - 1,
			lazy_period: lowest.lazy_period - 1,
			// As little less as a fraction can be.
			majority: Fraction::new(127, 255),
			supermajority: Fraction::new(152, 254),
			second_majority: Fraction::new(127, 255),
			second_supermajority: Fraction::new(169, 254),
			floor: Fraction::new(12, 241),
			grave_floor: Fraction::new(12, 241),
			expulsion_floor: Fraction::new(12, 241),
			blocking_share: percent(4),
			spending: percent(0),
			..lowest.clone()
		}
	}

	/// One beyond the highest.
	fn above(highest: &Figures) -> Figures {
		Figures {
			period: highest.period + 1,
			quiet: highest.quiet + 1,
			consultation: highest.consultation + 1,
			notice: highest.notice + 1,
			long_notice: highest.long_notice + 1,
			lost_key_notice: highest.lost_key_notice + 1,
			fund_delay: highest.fund_delay + 1,
			long_delay: highest.long_delay + 1,
			lapse: highest.lapse + 1,
			memory: highest.memory + 1,
			lazy_below: highest.lazy_below + 1,
			lazy_period: highest.lazy_period + 1,
			majority: Fraction::new(152, 253),
			supermajority: Fraction::new(201, 251),
			second_majority: Fraction::new(201, 251),
			second_supermajority: Fraction::new(226, 251),
			floor: Fraction::new(51, 254),
			grave_floor: Fraction::new(51, 254),
			expulsion_floor: Fraction::new(128, 255),
			blocking_share: percent(34),
			spending: percent(51),
			unbarred_spending: percent(51),
		}
	}

	#[test]
	fn what_a_chain_begins_with_is_possible() {
		for scale in SCALES {
			assert!(Figures::DEFAULT.are_possible(&scale.times()), "{scale:?}");
		}
		let encoded = Figures::DEFAULT.encode();
		assert_eq!(Figures::decode(&mut &encoded[..]), Ok(Figures::DEFAULT));
	}

	#[test]
	fn it_is_what_the_mechanisms_say() {
		let Figures { period, quiet, notice, long_notice, lapse, .. } = Figures::DEFAULT;
		assert_eq!(
			[period, quiet, notice, long_notice, lapse],
			[14, 1, 2, 7, 14].map(|days| days * DAYS)
		);
		let Figures { consultation, lost_key_notice, fund_delay, long_delay, .. } =
			Figures::DEFAULT;
		assert_eq!(
			[consultation, lost_key_notice, fund_delay, long_delay],
			[3, 28, 1, 7].map(|days| days * DAYS)
		);
		let Figures { lazy_below, lazy_period, spending, unbarred_spending, .. } = Figures::DEFAULT;
		assert_eq!((lazy_below, lazy_period), (7, 3 * DAYS));
		assert_eq!((spending, unbarred_spending), (percent(30), percent(10)));
	}

	#[test]
	fn every_figure_goes_from_one_end_to_the_other_and_not_beyond() {
		for times in SCALES.map(Scale::times) {
			let (lowest, highest) = (lowest(&times), highest(&times));
			assert!(lowest.are_possible(&times) && highest.are_possible(&times), "{times:?}");
			let (below, above) = (below(&lowest), above(&highest));
			for (name, take) in FIGURES {
				for (end, beyond) in [(&lowest, &below), (&highest, &above)] {
					let mut changed = end.clone();
					take(&mut changed, beyond);
					// Nothing is less than nothing, and nobody need be told in advance of the fund's coin.
					let at_zero = changed == *end;
					let endless = ["fund's delay", "lazy below", "unbarred spending"];
					assert_eq!(at_zero, end == &lowest && endless.contains(&name), "{name}");
					assert!(at_zero || !changed.are_possible(&times), "{name}: {changed:?}");
				}
			}
		}
	}

	#[test]
	fn figures_must_be_meant_together() {
		type Spoil = fn(&mut Figures);
		let spoils: [(&str, Spoil); 19] = [
			("no time for a change of mind", |p| p.quiet = p.lazy_period),
			("nor at the end of a question", |p| p.quiet = p.consultation),
			("nor on the second route", |p| (p.long_delay, p.quiet) = (p.quiet, p.quiet)),
			("a notice beyond the end", |p| p.notice = p.period + 1),
			("a notice beyond the lazy end", |p| p.notice = p.lazy_period + 1),
			("a long notice beyond the end", |p| p.long_notice = p.period + 1),
			("an end before the long notice", |p| p.period = p.long_notice - 1),
			("a lost key's notice that cannot be doubled", |p| p.lost_key_notice = u32::MAX),
			("forgotten before it may come again", |p| p.memory = p.long_delay - 1),
			("a vote without end", |p| p.period = u32::MAX),
			("silence is consent of many", |p| p.lazy_below = u32::MAX),
			("of nothing", |p| p.majority = Fraction::new(0, 0)),
			("all of nothing", |p| p.second_majority = Fraction::new(1, 0)),
			("more than all", |p| p.supermajority = Fraction::new(4, 3)),
			("all, or nothing passes", |p| p.supermajority = Fraction::new(254, 255)),
			("just half for what is grave", |p| p.supermajority = Fraction::new(1, 2)),
			("a grave matter lighter than others", |p| {
				(p.second_majority, p.second_supermajority) =
					(Fraction::new(4, 5), Fraction::new(2, 3))
			}),
			("blocked by nobody", |p| p.blocking_share = percent(0)),
			("more without its bar than with it", |p| p.unbarred_spending = percent(31)),
		];
		for times in SCALES.map(Scale::times) {
			for (what, spoil) in spoils {
				let mut parameters = Figures::DEFAULT;
				spoil(&mut parameters);
				assert!(!parameters.are_possible(&times), "{what}");
			}
		}
	}

	#[test]
	fn more_than_a_whole_is_never_possible() {
		// Genesis or a motion could name such a number.
		let encoded = 101u8.encode();
		let more = || Percent::decode(&mut &encoded[..]);
		for take in [
			(|p, more| p.blocking_share = more) as fn(&mut Figures, Percent),
			|p, more| p.spending = more,
			|p, more| p.unbarred_spending = more,
			|p, more| (p.spending, p.unbarred_spending) = (more, more),
		] {
			let mut parameters = Figures::DEFAULT;
			// A whole at most, however it is read.
			take(&mut parameters, more().unwrap_or(Percent::one()));
			assert!(!parameters.are_possible(&Scale::Short.times()));
		}
	}

	#[test]
	fn a_fraction_lies_where_it_lies_however_it_is_written() {
		for (half, other) in [(1, 2), (2, 4), (50, 100), (127, 254)]
			.map(|(part, of)| (Fraction::new(part, of), Fraction::new(part, of.saturating_add(1))))
		{
			let parameters = |majority| Figures { majority, ..Figures::DEFAULT };
			let times = Scale::Real.times();
			assert!(parameters(half).are_possible(&times), "{half:?}");
			assert!(!parameters(other).are_possible(&times), "{other:?}");
		}
	}

	#[test]
	fn topics_of_motions_follow_from_their_tracks() {
		let topics: Vec<_> = TRACKS.into_iter().filter_map(Track::topic).collect();
		let mut different = topics.clone();
		different.dedup();
		assert_eq!(different, topics);
		// None is the general one, and none is one that an artel could make.
		assert!(topics.iter().all(|topic| *topic > 0 && *topic < FIRST_OWN_TOPIC), "{topics:?}");
		// Nobody votes for another on what is grave, and a question has the topic that it is asked under.
		for track in TRACKS {
			let none = track.is_grave() || track == Track::Consultation;
			assert_eq!(track.topic().is_none(), none, "{track:?}");
		}
	}

	#[test]
	fn tracks_are_grave_or_disinterested_or_neither() {
		let grave = TRACKS.into_iter().filter(|track| track.is_grave());
		let expected = [Track::Expulsion, Track::LostKey, Track::Constitution];
		assert_eq!(grave.collect::<Vec<_>>(), expected);
		let disinterested = TRACKS.into_iter().filter(|track| track.is_disinterested());
		let expected = [Track::Work, Track::Care, Track::Withdrawal];
		assert_eq!(disinterested.collect::<Vec<_>>(), expected);
	}

	#[test]
	fn a_third_of_what_may_be_spent_needs_no_bar() {
		let figures = Figures::DEFAULT;
		let mut spent = Spending { epoch: 5, pool: 10_000, spent: 0, unbarred: 0 };
		let left = |spent: &Spending| {
			[Route::Bar, Route::Second, Route::Lazy].map(|route| spent.left(&figures, route))
		};
		assert_eq!(spent.limit(&figures), 3_000);
		assert_eq!(left(&spent), [3_000, 1_000, 1_000]);
		spent.add(400, Route::Lazy);
		assert_eq!(left(&spent), [2_600, 600, 600]);
		spent.add(600, Route::Second);
		assert_eq!(left(&spent), [2_000, 0, 0]);
		spent.add(1_700, Route::Bar);
		assert_eq!(left(&spent), [300, 0, 0]);
		// What passed by its bar leaves no more than there is for the rest, either.
		let mut spent = Spending { spent: 2_700, unbarred: 0, ..spent };
		assert_eq!(left(&spent), [300, 300, 300]);
		spent.add(u64::MAX, Route::Bar);
		assert_eq!(left(&spent), [0, 0, 0]);
	}

	fn any_payment() -> impl Strategy<Value = (LaborBalance, Route)> {
		let routes = vec![Route::Bar, Route::Second, Route::Lazy];
		(0..400_000u64, prop::sample::select(routes))
	}

	proptest! {
		#[test]
		fn whatever_is_spent_stays_within_its_limits(
			pool in 0..1_000_000u64,
			payments in prop::collection::vec(any_payment(), 0..20),
		) {
			let figures = Figures::DEFAULT;
			let mut spent = Spending { epoch: 0, pool, ..Spending::default() };
			for (amount, route) in payments {
				if amount <= spent.left(&figures, route) {
					spent.add(amount, route);
				}
			}
			prop_assert!(spent.spent <= pool * 30 / 100);
			prop_assert!(spent.unbarred <= pool * 10 / 100);
		}
	}
}
