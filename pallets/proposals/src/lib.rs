// SPDX-License-Identifier: Apache-2.0

//! # Proposals: what the artel decides, and what follows from it
//!
//! Members propose, all of them weigh it with the VOTE they have earned, and what is approved is done:
//! a task is paid out of escrow, a motion is carried out with the authority of its track. Nobody
//! else can do what a motion can (mechanisms, section 6).
//!
//! ## Terms
//!
//! - **Question**: a consultation; nothing follows from its answer.
//! - **Task**: work to be done, paid by the commons pool or by whoever proposes it.
//! - **Reward**: common or care work that was done already, paid by the pool.
//! - **Standing role**: a task in instalments, one an epoch, each delivered, judged and paid by itself.
//! - **Motion**: a call that the artel makes. The call alone decides on which **track** it is voted on.
//! - **Track**: what weight a decision takes, how long it takes, and what it may do then.
//! - **Notice**: the time before which nothing passes, however many are for it.
//! - **Bar**: the part of the whole electorate that is enough as soon as the notice is over.
//! - **Second route**: at the end of the vote, a large part of those who voted is enough, too, if the part
//!   of the electorate that is for it is not too small. Votes then go on while it is **confirmed**: at the
//!   end of that time it must pass once more.
//! - **Lazy consensus**: in a small artel, work passes if more are for it than against at the end.
//! - **Grave**: the constitution, expulsions and lost keys. They take more weight, and seasoned members
//!   by head: twice as many for as against, where a member whom it concerns is one against.
//! - **Interested**: members who gain by work or care that is decided. They have no part in it.
//! - **Block**: a vote against that says: this should not happen at all. It stands if it comes from two
//!   members or more with enough of the electorate; then the proposal fails.
//! - **Stake**: LABOR that a member puts on it that a task or reward will pass, or that it will not.
//! - **Boosted**: enough was staked for it for some time, so that at its end more for it than against it is
//!   enough, if the part of the electorate that is for it is not too small.
//! - **Quiet time**: the last part of a vote, in which votes are cast, but no longer changed.
//!
//! ## A story
//!
//! 1. Anna proposes a task: three hours of gardening out of the pool, open to whoever applies.
//! 2. Boris and Clara vote for it. Two days later the notice is over, more than half of all VOTE is
//!    for it, and somebody advances it: 1.00 LABOR goes from the pool into escrow, and the work is under way.
//! 3. The work is taken on, delivered and judged elsewhere. In the end the proposal hears how it ended.
//! 4. Clara moves that Dora be admitted. The motion is approved; whoever executes it pays nothing
//!    for that, and Dora is a member.
//! 5. The artel has grown, and few find time to vote on Boris' task. Clara stakes 3.00 LABOR on it that it will
//!    pass, and Dora 0.50 that it will not. That is enough to boost it after a day. Four days later three of
//!    forty are for it, and one against: it passes. Clara claims her 3.00 and the 0.50 that Dora has lost.
//!
//! ## Data
//!
//! What a vote touches lies in one record, with the rules that were in force when it was filed; texts
//! and history lie elsewhere. Nothing is done by the clock: whatever is due is done when somebody
//! advances the proposal, which is free. Idle blocks help with that, and nothing depends on it.
//!
//! ## For other pallets
//!
//! Ballots are kept elsewhere: whoever keeps them finds each open proposal behind the stock polling
//! trait, its number being that of the poll. What was decided comes to other pallets as an origin that
//! names its track, see [`Decided`] and [`Supported`].

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use aliases::{
	CallOf, ContentOf, HeadingOf, OpenVoteOf, PayloadOf, ProposalOf, ProposedOf, ReasonOf,
	ReportOf, RewardOf, RoleOf, RoleReportOf, StageOf, StepOf, TaskOf, TermsOf,
};
pub use boost::{Boost, BoostRules, Claim, Move, Phase, Quote, Share, Side, Stake, Verdict};
pub use content::{
	Content, Funding, Heading, Kind, Options, Payload, Reward, Task, MAX_INSTALMENTS,
};
pub use figures::{Figure, Figures, Fraction};
pub use origin::{Decided, Supported};
pub use pallet::*;
pub use reads::{ClassVotes, Course, Listed, OpenVote, OptionVotes, Proposed, Report, Votes};
pub use record::{End, Outcome, Proposal, RoleEnd};
pub use roles::{Role, RoleReport, RoleState};
pub use rules::{AtTheEnd, Bar, Filing, Prospect, Route, Rules, Standing};
pub use spending::Spending;
pub use stage::{Stage, Step};
pub use tracks::Track;
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use traits::{JudgeMotions, Refusal, Ruling};
pub use weights::WeightInfo;

mod advancing;
mod aliases;
pub mod boost;
mod content;
mod deciding;
mod due;
mod errors;
mod events;
mod executing;
mod figures;
mod filing;
mod funding;
mod impls;
mod keeping;
mod origin;
mod reads;
mod record;
mod roles;
pub mod rules;
pub mod runtime_api;
mod spending;
pub mod stage;
mod staking;
mod tracks;
mod traits;
mod voting;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod benchmarking;
#[cfg(any(feature = "try-runtime", test))]
mod invariants;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests;

use alloc::{boxed::Box, vec::Vec};
use artel_primitives::{
	delivery::{
		Cause, DeliveryId, Ended, OnDeliveryEnded, OnTakenOn, OpenDelivery, Order, Payer, Worker,
	},
	epochs::{Epoch, InspectEpochs},
	figures::Governed,
	labor::{HoldLabor, InspectLabor, Source, StakeLabor},
	membership::{Class, InspectMembers, MemberNumber, OnMembership},
	sweep::{look_round, Costs},
	text::{all_differ, Line, Note},
	units::{Blocks, HundredthsOfLabor, LaborBalance},
	vote::{
		ClearBallots, InspectBallots, InspectElectorate, ProposalId, Silent, Support, Tally, Terms,
		TopicId, VoteBalance, MAX_SILENT,
	},
	work::{labor, Quality, Stream, Work},
};
use deciding::{Due, Next};
use frame::{
	deps::{
		frame_support::{
			dispatch::{GetDispatchInfo, PostDispatchInfo, WithPostDispatchInfo},
			storage::with_storage_layer,
			traits::{PollStatus, Polling},
			weights::WeightMeter,
		},
		sp_runtime::traits::Dispatchable,
	},
	prelude::*,
};

/// A proposal passes through no more stages than these.
pub const MAX_STAGES: u32 = 5;

/// How many ballots are forgotten at once.
pub const CLEARED_AT_ONCE: u32 = 100;

#[frame::import_section(errors::errors)]
#[frame::import_section(events::events)]
#[frame::pallet]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The calls that motions carry.
		type RuntimeCall: Parameter
			+ Dispatchable<
				RuntimeOrigin = <Self as frame_system::Config>::RuntimeOrigin,
				PostInfo = PostDispatchInfo,
			> + GetDispatchInfo
			+ IsType<<Self as frame_system::Config>::RuntimeCall>;

		/// The origins that they are made with.
		type RuntimeOrigin: From<Origin> + IsType<<Self as frame_system::Config>::RuntimeOrigin>;

		// Origins.

		/// The signer of a call, who thereby gives a sign of life.
		type Signed: EnsureOrigin<
			<Self as frame_system::Config>::RuntimeOrigin,
			Success = Self::AccountId,
		>;

		/// The members on work, who end a role before its term.
		type WorkOrigin: EnsureOrigin<<Self as frame_system::Config>::RuntimeOrigin>;

		// Capabilities.

		/// On which track each call is decided.
		type Motions: JudgeMotions<CallOf<Self>, Self::AccountId>;

		/// The members.
		type Members: InspectMembers<Self::AccountId>;

		/// The LABOR that pays for work.
		type Labor: InspectLabor<Self::AccountId>
			+ StakeLabor<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The reasons for which LABOR is on hold.
		type RuntimeHoldReason: Parameter + MaxEncodedLen + From<HoldReason>;

		/// Those who could vote.
		type Electorate: InspectElectorate<Self::AccountId, BlockNumberFor<Self>>;

		/// The votes as they were cast.
		type Ballots: InspectBallots<Self::AccountId, BlockNumberFor<Self>> + ClearBallots;

		/// The epochs in which the pool's spending is limited.
		type Epochs: InspectEpochs;

		/// Where tasks that were approved are under way.
		type Deliveries: OpenDelivery<Self::AccountId, BlockNumberFor<Self>>;

		// Limits.

		/// How many proposals of a member are voted on at once, at most.
		#[pallet::constant]
		type MaxOpen: Get<u32>;

		/// How many roles stand at once, at most.
		#[pallet::constant]
		type MaxRoles: Get<u32>;

		/// How many bytes a motion's call has, at most.
		#[pallet::constant]
		type MaxMotionLength: Get<u32>;

		/// How heavy a motion's call is, at most.
		#[pallet::constant]
		type MaxMotionWeight: Get<Weight>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Sets up members for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, CallOf<Self>>;
	}

	/// What the artel has decided.
	#[pallet::origin]
	#[derive(
		Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
	)]
	pub struct Origin {
		/// The track.
		pub track: Track,
		/// Whether twice as many seasoned members were for it as against, by head.
		pub backed: bool,
		/// How much of the electorate stood behind it.
		pub support: Support,
	}

	/// Why LABOR is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// It pays a reward that was approved.
		#[codec(index = 0)]
		Reward,
		/// Members have staked it on proposals.
		#[codec(index = 1)]
		Stake,
	}

	/// What the artel governs of proposals.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// The proposals, with their votes.
	#[pallet::storage]
	pub type Proposals<T: Config> =
		StorageMap<_, Twox64Concat, ProposalId, ProposalOf<T>, OptionQuery>;

	/// What the proposals say.
	#[pallet::storage]
	pub type Contents<T: Config> =
		StorageMap<_, Twox64Concat, ProposalId, ContentOf<T>, OptionQuery>;

	/// Every stage that a proposal came to, with the block of it.
	#[pallet::storage]
	pub type Histories<T: Config> = StorageMap<
		_,
		Twox64Concat,
		ProposalId,
		BoundedVec<(BlockNumberFor<T>, StageOf<T>), ConstU32<MAX_STAGES>>,
		ValueQuery,
	>;

	/// The proposal that an idle block looked at last.
	#[pallet::storage]
	pub type Swept<T: Config> = StorageValue<_, ProposalId, ValueQuery>;

	/// The number of the last proposal.
	#[pallet::storage]
	pub type LastProposal<T: Config> = StorageValue<_, ProposalId, ValueQuery>;

	/// Which proposals of a member are voted on, or were taken back after members had voted.
	#[pallet::storage]
	pub type OpenBy<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<ProposalId, T::MaxOpen>,
		ValueQuery,
	>;

	/// What was blocked, by its hash: in which proposal, and from which block on it may be filed again.
	#[pallet::storage]
	pub type BlockedBefore<T: Config> =
		StorageMap<_, Identity, T::Hash, (ProposalId, BlockNumberFor<T>), OptionQuery>;

	/// The standing roles, by their proposals.
	#[pallet::storage]
	pub type Roles<T: Config> = StorageMap<_, Twox64Concat, ProposalId, RoleOf<T>, OptionQuery>;

	/// How many roles stand.
	#[pallet::storage]
	pub type RoleCount<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// Why a motion could not be carried out, or an instalment of a role not be paid, when it was last tried.
	#[pallet::storage]
	pub type LastErrors<T: Config> =
		StorageMap<_, Twox64Concat, ProposalId, DispatchError, OptionQuery>;

	/// What proposals spent of the pool in this epoch.
	#[pallet::storage]
	pub type PoolSpending<T: Config> = StorageValue<_, Spending, OptionQuery>;

	/// What members have staked on a proposal and not claimed, by the number under which they did.
	#[pallet::storage]
	pub type Stakes<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		ProposalId,
		Twox64Concat,
		MemberNumber,
		Stake<T::AccountId>,
		OptionQuery,
	>;

	/// How many proposals are pre-boosted or boosted.
	#[pallet::storage]
	pub type Boosting<T: Config> = StorageValue<_, u32, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of proposals.
		pub figures: Figures,
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			CurrentFigures::<T>::put(&self.figures);
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Ask the artel a question.
		///
		/// The option that weighs most when the vote is over is the answer; if two weigh the same, it is
		/// undecided. Nothing follows on the chain.
		///
		/// - `topic`: what it is about; 0 is the general topic. Delegates of the topic vote for others.
		/// - `lasts`: for how many blocks it is voted on, if longer than it must.
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::TitleMissing`], [`Error::NoSuchTopic`],
		///   [`Error::TooManyOpen`], [`Error::ImpossibleOptions`], [`Error::ImpossibleTime`].
		/// - Events: [`Event::Filed`].
		/// - Source: mechanisms, section 6.1.
		#[pallet::call_index(0)]
		pub fn ask(
			origin: OriginFor<T>,
			heading: HeadingOf<T>,
			topic: TopicId,
			options: Options,
			lasts: Option<Blocks<T>>,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_ask(who, heading, topic, options, lasts)
		}

		/// Propose work to be done.
		///
		/// Once approved, its reward is tied up until the work is paid or the deadline has passed. Three
		/// hours are one LABOR. A worker whom it names has no part in the decision.
		///
		/// In 2 to 13 instalments it is a standing role: one is opened in each epoch, and each is delivered,
		/// judged and paid by itself, out of the pool. A worker who is chosen for one has the role.
		///
		/// - `topic`: what it is about; 0 is the general topic. Delegates of the topic vote for others.
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::TitleMissing`], [`Error::NoSuchTopic`],
		///   [`Error::TooManyOpen`], [`Error::AlreadyBlocked`], [`Error::ImpossibleMinutes`],
		///   [`Error::ImpossibleTime`], [`Error::ImpossibleStream`], [`Error::OtherIsNotMember`],
		///   [`Error::OtherIsYourself`], [`Error::ImpossiblePrice`], [`Error::ImpossibleInstalments`],
		///   [`Error::ImpossibleFunding`].
		/// - Events: [`Event::Filed`].
		/// - Source: mechanisms, sections 6.1 and 6.5.
		#[pallet::call_index(1)]
		pub fn propose_task(
			origin: OriginFor<T>,
			heading: HeadingOf<T>,
			topic: TopicId,
			task: TaskOf<T>,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_propose_task(who, heading, topic, task)
		}

		/// Propose a reward for common or care work that was done already.
		///
		/// Once approved, it is paid out of the commons pool. Its worker has no part in the decision.
		///
		/// - `topic`: what it is about; 0 is the general topic. Delegates of the topic vote for others.
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::TitleMissing`], [`Error::NoSuchTopic`],
		///   [`Error::TooManyOpen`], [`Error::AlreadyBlocked`], [`Error::ImpossibleMinutes`],
		///   [`Error::ImpossibleStream`], [`Error::OtherIsNotMember`], [`Error::EvidenceMissing`],
		///   [`Error::ImpossiblePrice`].
		/// - Events: [`Event::Filed`].
		/// - Source: mechanisms, section 6.1.
		#[pallet::call_index(2)]
		pub fn propose_reward(
			origin: OriginFor<T>,
			heading: HeadingOf<T>,
			topic: TopicId,
			reward: RewardOf<T>,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_propose_reward(who, heading, topic, reward)
		}

		/// Move that the artel make a call.
		///
		/// The call decides what weight it takes, and whose delegates vote on it for others. It is not
		/// wrapped in another one.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::TitleMissing`], [`Error::TooManyOpen`],
		///   [`Error::AlreadyBlocked`], [`Error::NotForMotions`], [`Error::ImpossibleValue`],
		///   [`Error::NothingToDecide`], [`Error::MotionTooLong`], [`Error::MotionTooHeavy`]; or what the room of the
		///   call would refuse it for.
		/// - Events: [`Event::Filed`].
		/// - Source: mechanisms, sections 6.1 and 6.2.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::propose_motion().saturating_add(Pallet::<T>::weight_to_judge()))]
		pub fn propose_motion(
			origin: OriginFor<T>,
			heading: HeadingOf<T>,
			motion: Box<CallOf<T>>,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_propose_motion(who, heading, *motion)
		}

		/// Take back a proposal that is not decided yet.
		///
		/// If nobody has voted or staked on it, it is forgotten at once. Else it counts among those you have open
		/// until its vote would have ended. What is boosted is not taken back.
		///
		/// - Origin: whoever filed it.
		/// - Errors: [`Error::NoSuchProposal`], [`Error::NotYourProposal`], [`Error::NotAtThisStage`].
		/// - Events: [`Event::Withdrawn`].
		/// - Source: mechanisms, section 6.
		#[pallet::call_index(4)]
		pub fn withdraw(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_withdraw(&who, proposal)
		}

		/// Do what is due on a proposal; it costs you nothing.
		///
		/// That may be to end its vote, to have it pre-boosted, to fund what is approved, or to open the next
		/// instalment of a role.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchProposal`], [`Error::NotDue`]; for what is approved and cannot be
		///   paid yet [`Error::AllowanceReached`], [`Error::TooManyRoles`], or that there is not enough LABOR,
		///   or too much under way.
		/// - Events: [`Event::Approved`], [`Event::Rejected`], [`Event::Blocked`],
		///   [`Event::Answered`], [`Event::Confirming`], [`Event::PreBoosted`], [`Event::Funded`],
		///   [`Event::Unfunded`], [`Event::Rewarded`], [`Event::Lapsed`]; for a role [`Event::RoleBegun`],
		///   [`Event::InstalmentOpened`], [`Event::InstalmentLost`], [`Event::RoleEnded`], [`Event::Finished`].
		/// - Source: mechanisms, sections 6.2, 6.3 and 6.5.
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::weight_to_advance())]
		pub fn advance(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_advance(proposal)?;
			Ok(Pays::No.into())
		}

		/// Carry out a motion that was approved; it costs you nothing if it works.
		///
		/// If its call fails, nothing is changed, you pay the fee, and the event says why. The motion stays
		/// approved, and anyone may try again until it lapses.
		///
		/// The heaviest motion there is counts beforehand; what is not used is not charged.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchProposal`], [`Error::NotMotion`], [`Error::NotAtThisStage`],
		///   [`Error::NotDue`], [`Error::DeadlinePassed`].
		/// - Events: [`Event::Executed`]; or [`Event::NotExecuted`] with the error of the call, or with
		///   [`Error::NotAsFiled`] if it means something else by now.
		/// - Source: mechanisms, section 6.2.
		#[pallet::call_index(6)]
		#[pallet::weight(Pallet::<T>::weight_to_execute().saturating_add(T::MaxMotionWeight::get()))]
		pub fn execute(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			// What was not even tried is not charged with what it might have weighed.
			let ready = Self::ready(proposal)
				.map_err(|error| error.with_weight(Self::weight_to_execute()))?;
			let (used, worked) = Self::do_execute(proposal, ready)?;
			let pays = if worked { Pays::No } else { Pays::Yes };
			Ok((Some(Self::weight_to_execute().saturating_add(used)), pays).into())
		}

		/// Forget a proposal that was done long ago, with its votes; it costs you nothing.
		///
		/// One hundred votes are forgotten at a time, and ten stakes settled that nobody has claimed, so it may take
		/// more than one call.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchProposal`], [`Error::NotAtThisStage`], [`Error::NotDue`], [`Error::CapReached`].
		/// - Events: [`Event::Cleared`], [`Event::StakeClaimed`], [`Event::StakesToPool`].
		/// - Source: mechanisms, section 6.
		#[pallet::call_index(7)]
		#[pallet::weight(Pallet::<T>::weight_to_clear())]
		pub fn clear(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_clear(proposal)?;
			Ok(Pays::No.into())
		}

		/// End a standing role before its term.
		///
		/// Instalments that are under way go on and end by themselves; no other one is opened.
		///
		/// - Origin: [`Config::WorkOrigin`].
		/// - Errors: [`Error::NoSuchRole`], [`Error::AlreadyEnded`].
		/// - Events: [`Event::RoleEnded`], and [`Event::Finished`] if nothing of it is under way.
		/// - Source: mechanisms, section 6.5.
		#[pallet::call_index(8)]
		pub fn end_role(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			T::WorkOrigin::ensure_origin(origin)?;
			Self::do_end_role(proposal)
		}

		/// Give up your standing role.
		///
		/// Instalments under way are still yours: deliver them, or give each of them up by itself.
		///
		/// - Origin: the member who has the role.
		/// - Errors: [`Error::NoSuchRole`], [`Error::NotTheWorker`], [`Error::AlreadyEnded`].
		/// - Events: [`Event::RoleEnded`], and [`Event::Finished`] if nothing of it is under way.
		/// - Source: mechanisms, section 6.5.
		#[pallet::call_index(9)]
		pub fn give_up_role(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_give_up_role(who, proposal)
		}

		/// Stake LABOR on it that a task or reward will pass, or that it will not.
		///
		/// If enough is staked for it for some time, it is boosted: then it passes if more are for it than against
		/// it at its end, and these are not too few. Those who were right share what the others lose. You do not get
		/// a stake back before the proposal is decided or taken back.
		///
		/// - `side`: what you stake on.
		/// - `amount`: how much more, in hundredths of a LABOR.
		/// - Origin: a member who does not gain by it.
		/// - Errors: [`Error::NotMember`], [`Error::NoSuchProposal`], [`Error::NotBoostable`],
		///   [`Error::StakingPassed`], [`Error::NotDisinterested`]; or that there is not enough LABOR beside
		///   your grants.
		/// - Events: [`Event::Staked`], [`Event::PreBoosted`], [`Event::Queued`].
		/// - Source: mechanisms, section 6.4.
		#[pallet::call_index(10)]
		pub fn stake(
			origin: OriginFor<T>,
			proposal: ProposalId,
			side: Side,
			amount: HundredthsOfLabor,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_stake(who, proposal, side, amount)
		}

		/// Give a member what is theirs of their stake on a proposal that is decided; it costs you nothing.
		///
		/// What they have won and have no room for remains to be claimed. What somebody who has left had staked is
		/// settled like the rest of what they had.
		///
		/// - `member`: the number under which they staked.
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchProposal`], [`Error::NothingStaked`], [`Error::NotDue`],
		///   [`Error::CapReached`].
		/// - Events: [`Event::StakeClaimed`], [`Event::StakesToPool`].
		/// - Source: mechanisms, section 6.4.
		#[pallet::call_index(11)]
		#[pallet::weight(Pallet::<T>::weight_to_claim())]
		pub fn claim(
			origin: OriginFor<T>,
			proposal: ProposalId,
			member: MemberNumber,
		) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_claim(proposal, member)?;
			Ok(Pays::No.into())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, rest: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(rest);
			Self::sweep(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(T::MaxMotionLength::get() >= 256, "a motion that admits a member has to fit");
			assert!(T::MaxOpen::get() > 0, "nothing could be proposed");
			assert!(T::MaxRoles::get() > 0, "no role could stand");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
