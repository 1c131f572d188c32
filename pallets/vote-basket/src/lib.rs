// SPDX-License-Identifier: Apache-2.0

//! # Vote basket: weight earned through work and care
//!
//! Every member begins with one VOTE. What they earn with work and care lets their basket grow, and a
//! basket never shrinks; whoever leaves takes it out of the count. Members vote themselves or let a
//! delegate vote, topic by topic (mechanisms, sections 5 and 6.3).
//!
//! ## Terms
//!
//! - **VOTE**: voting weight, in thousandths.
//! - **Basket**: a member's VOTE. When it is looked at, it grows to 1 + (LABOR + LOVE) / 10, if that is
//!   more. Only LABOR that was paid for work and kept ever since counts: borrowing and lending in circles adds
//!   nothing.
//! - **Roll**: who was there when something was filed. It fixes who votes on it, in which class, and who
//!   counts by head.
//! - **Electorate**: the VOTE of all on the roll. It grows as their baskets do; whoever joins, leaves or
//!   changes class later moves nothing in it.
//! - **Seasoned**: a member thirteen epochs after joining, or becoming a worker, with the backing of
//!   those who were. Founders are at once. Grave decisions count them by head.
//! - **Topic**: what a proposal is about. 0 is the general one, numbers below 16 follow from the track of
//!   a motion, and the rest is a list of the artel's.
//! - **Delegation**: a member lets another vote in their name on a topic. It is not passed on.
//! - **Ballot**: a vote as it was cast; it remembers its weight and class.
//! - **Block**: a vote against that says: this should not happen at all.
//!
//! ## A story
//!
//! 1. Tom joins and votes: his vote weighs 1.
//! 2. He works and earns 20 LABOR and 10 LOVE. As he votes again, when both have ripened, his basket
//!    grows: it weighs 4.
//! 3. He spends 10 LABOR. His basket stays.
//! 4. On gardening he trusts Anna and delegates to her. She votes, and names Tom among those for whom
//!    she does; his vote is cast with his own weight and in his name.
//! 5. He reads the proposal after all and votes himself. Anna cannot change that any more.
//!
//! ## Data
//!
//! One basket per member, one ballot per member and poll, one delegation per member and topic, what
//! somebody was in the last classes that they left, and counters of the electorate. What a poll's tally
//! says is kept by whoever keeps the poll, behind the stock polling trait; it also has the ballots
//! cleared when the poll is long over. A vote costs the same whatever else is stored. Its way through both
//! rooms is drawn in `pallets/proposals/src/voting.rs`.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
pub use totals::{Entries, Part, Totals, ENTRIES_KNOWN};
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use types::{
	Ballot, Basket, Before, Delegation, Delegator, Explanation, Figure, Figures, Past, Pasts,
	Season, Topic, Voice, Vote, GENERAL, PASTS_KNOWN, SEASON,
};
pub use weights::WeightInfo;

mod casting;
mod delegating;
mod growing;
mod impls;
mod reads;
pub mod runtime_api;
pub mod totals;
#[cfg(feature = "runtime-benchmarks")]
pub mod traits;
pub mod types;
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

use alloc::vec::Vec;
use artel_primitives::{
	epochs::{Epoch, InspectEpochs},
	figures::Governed,
	labor::InspectLabor,
	love::InspectLove,
	membership::{Admission, Backing, Class, MemberNumber, OnMembership},
	units::BlockAt,
	vote::{
		Cast, Choice, ClearBallots, Electorate, InspectBallots, InspectDelegates,
		InspectElectorate, Roll, Tally, Terms, TopicId, VoteBalance, FIRST_OWN_TOPIC, FIRST_VOTE,
	},
};
use frame::{
	deps::frame_support::traits::{Contains, PollStatus, Polling},
	prelude::*,
};

/// The number of a poll.
pub type PollId = u32;

/// A member's basket on this chain.
pub type BasketOf<T> = Basket<BlockNumberFor<T>>;

/// What somebody was before on this chain.
pub type PastsOf<T> = Pasts<BlockNumberFor<T>>;

/// The counters of this chain's electorate.
pub type TotalsOf<T> = Totals<BlockNumberFor<T>>;

/// A ballot on this chain.
pub type BallotOf<T> = Ballot<<T as frame_system::Config>::AccountId>;

/// A delegation on this chain.
pub type DelegationOf<T> = Delegation<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// What a vote on a poll of this chain must heed.
pub type TermsOf<T> = Terms<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// The members that a delegate votes for at once.
pub type DelegatorsOf<T> =
	BoundedVec<<T as frame_system::Config>::AccountId, <T as Config>::MaxDelegators>;

/// As many delegations as there are topics, those included that every artel has.
pub struct EveryTopic<T>(PhantomData<T>);

impl<T: Config> Get<u32> for EveryTopic<T> {
	fn get() -> u32 {
		T::MaxTopics::get().saturating_add(FIRST_OWN_TOPIC.into())
	}
}

#[frame::pallet]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		// Origins.

		/// The signer of a call, who thereby gives a sign of life.
		type Signed: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The power to decide which topics there are.
		type TopicOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// The epochs in which members become seasoned.
		type Epochs: InspectEpochs;

		/// Members' LABOR.
		type Labor: InspectLabor<Self::AccountId>;

		/// Members' LOVE.
		type Love: InspectLove<Self::AccountId>;

		/// The polls that are voted on.
		type Polls: Polling<
			Tally,
			Index = PollId,
			Votes = VoteBalance,
			Class = Terms<Self::AccountId, BlockNumberFor<Self>>,
			Moment = BlockNumberFor<Self>,
		>;

		// Parameters and limits.

		/// The topics that follow from a track, so that whoever moves something does not choose them.
		type TrackTopics: Contains<TopicId>;

		/// How many topics there are at most, besides the general one.
		#[pallet::constant]
		type MaxTopics: Get<u32>;

		/// For how many others a delegate votes at once.
		#[pallet::constant]
		type MaxDelegators: Get<u32>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Sets up members for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// What the artel governs of votes.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// Each member's voting weight.
	#[pallet::storage]
	pub type Baskets<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BasketOf<T>, OptionQuery>;

	/// What members were in classes that they have left, and former members in the artel.
	///
	/// Whatever they had no part in, because it concerned them, is measured without it to its end.
	#[pallet::storage]
	pub type Former<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, PastsOf<T>, ValueQuery>;

	/// All VOTE ever grown, entered with and destroyed, and how many members there are, by class.
	///
	/// It is one value, so that weighing a poll takes one read.
	#[pallet::storage]
	pub type Counters<T: Config> = StorageValue<_, TotalsOf<T>, ValueQuery>;

	/// The topics that the artel has of its own.
	#[pallet::storage]
	pub type Topics<T: Config> = StorageValue<_, BoundedVec<Topic, T::MaxTopics>, ValueQuery>;

	/// The delegates of each member, by topic.
	#[pallet::storage]
	pub type Delegations<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedBTreeMap<TopicId, DelegationOf<T>, EveryTopic<T>>,
		ValueQuery,
	>;

	/// The votes as they were cast.
	#[pallet::storage]
	pub type Ballots<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		PollId,
		Blake2_128Concat,
		T::AccountId,
		BallotOf<T>,
		OptionQuery,
	>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of votes.
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

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// A member voted.
		#[codec(index = 0)]
		Voted {
			poll: PollId,
			who: T::AccountId,
			vote: Vote,
			/// What the vote weighs, in thousandths of a VOTE.
			weight: VoteBalance,
		},
		/// A delegate voted in a member's name.
		#[codec(index = 1)]
		VotedFor {
			poll: PollId,
			/// The member in whose name.
			who: T::AccountId,
			/// The delegate.
			by: T::AccountId,
			/// What the vote weighs, in thousandths of a VOTE.
			weight: VoteBalance,
		},
		/// A delegate could not vote in a member's name.
		#[codec(index = 2)]
		NotVotedFor {
			poll: PollId,
			/// The member in whose name.
			who: T::AccountId,
		},
		/// A member's basket grew.
		#[codec(index = 3)]
		BasketGrew {
			who: T::AccountId,
			/// By how much, in thousandths of a VOTE.
			growth: VoteBalance,
			/// What it weighs now, in thousandths of a VOTE.
			weight: VoteBalance,
		},
		/// A member lets another vote in their name.
		#[codec(index = 4)]
		Delegated {
			who: T::AccountId,
			topic: TopicId,
			/// The delegate.
			to: T::AccountId,
			/// The last block in which it holds; none if it holds until it is ended.
			until: Option<BlockNumberFor<T>>,
		},
		/// A member votes for themselves again.
		#[codec(index = 5)]
		DelegationEnded { who: T::AccountId, topic: TopicId },
		/// The artel has another list of topics.
		#[codec(index = 6)]
		TopicsChanged,
		/// A ballot was brought to what its voter's basket weighs now.
		#[codec(index = 7)]
		Reweighed {
			poll: PollId,
			/// The member whose ballot it is.
			who: T::AccountId,
			/// What it weighs now, in thousandths of a VOTE.
			weight: VoteBalance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account is not a member.
		#[codec(index = 0)]
		NotMember,
		/// There is no open vote with this number.
		#[codec(index = 1)]
		NoSuchPoll,
		/// Only members who had joined before it was filed vote on it.
		#[codec(index = 2)]
		NotMemberThen,
		/// It concerns you, or you gain by it, so you have no part in the decision.
		#[codec(index = 3)]
		ConcernsYou,
		/// Votes are no longer changed, only cast.
		#[codec(index = 4)]
		NotInQuietTime,
		/// This vote is for or against; it has no options.
		#[codec(index = 5)]
		NotQuestion,
		/// This is a question: choose one of its options, or abstain.
		#[codec(index = 6)]
		ImpossibleChoice,
		/// A block needs a reason.
		#[codec(index = 7)]
		ReasonMissing,
		/// There is no topic with this number.
		#[codec(index = 8)]
		NoSuchTopic,
		/// A topic has a number or a title of another, no title, or a number below 16.
		#[codec(index = 9)]
		ImpossibleTopics,
		/// You cannot delegate to yourself.
		#[codec(index = 10)]
		OtherIsYourself,
		/// The delegate is not a member.
		#[codec(index = 11)]
		OtherIsNotMember,
		/// The delegation would be over already.
		#[codec(index = 12)]
		ImpossibleExpiry,
		/// You have not delegated this topic.
		#[codec(index = 13)]
		NotDelegated,
		/// Your class has changed twice since it was filed, so you do not vote on it.
		#[codec(index = 14)]
		TooManyClassChanges,
		/// On a grave decision nobody votes for another.
		#[codec(index = 15)]
		NotForOthers,
		/// This member has not voted on it.
		#[codec(index = 16)]
		NotVoted,
		/// The ballot weighs what it can already.
		#[codec(index = 17)]
		AlreadyUpToDate,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Vote, or change your vote.
		///
		/// Your basket grows first to what your LABOR and LOVE are worth now. Your own vote replaces one
		/// that a delegate cast for you. If your class has changed since it was filed, you vote in the
		/// class that you had then, with the VOTE that you left it with.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::NoSuchPoll`], [`Error::NotMemberThen`],
		///   [`Error::TooManyClassChanges`], [`Error::ConcernsYou`], [`Error::NotInQuietTime`],
		///   [`Error::NotQuestion`], [`Error::ImpossibleChoice`], [`Error::ReasonMissing`].
		/// - Events: [`Event::BasketGrew`], [`Event::Voted`].
		/// - Source: mechanisms, sections 5 and 6.3.
		#[pallet::call_index(0)]
		pub fn vote(origin: OriginFor<T>, poll: PollId, vote: Vote) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::ensure_reasoned(&vote)?;
			Self::with_poll(poll, |open| Self::cast_own(&who, vote, open))
		}

		/// Vote for yourself and for members who delegated to you.
		///
		/// Each of their votes weighs what their own basket does. Members who voted themselves, or have
		/// not delegated this topic to you, are passed over. If you block, theirs are votes against.
		///
		/// - Origin: a member, the delegate.
		/// - Errors: as for `vote`, and [`Error::NotForOthers`] where nobody votes for another.
		/// - Events: [`Event::Voted`], [`Event::VotedFor`], [`Event::NotVotedFor`],
		///   [`Event::BasketGrew`].
		/// - Source: mechanisms, section 5.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::vote_for(delegators.len() as u32))]
		pub fn vote_for(
			origin: OriginFor<T>,
			poll: PollId,
			vote: Vote,
			delegators: DelegatorsOf<T>,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::ensure_reasoned(&vote)?;
			Self::with_poll(poll, |open| Self::cast_for_all(&who, vote, delegators, open))
		}

		/// Let another member vote in your name on a topic.
		///
		/// You may still vote yourself, and your own vote counts then. On topics without a delegate of
		/// their own, the delegate of the general topic votes for you.
		///
		/// - `topic`: its number; 0 is the general one. Numbers below 16 are those of the tracks of
		///   motions, as the members' guide lists them.
		/// - `until`: the last block in which it holds, if it shall end.
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::NoSuchTopic`], [`Error::OtherIsYourself`],
		///   [`Error::OtherIsNotMember`], [`Error::ImpossibleExpiry`].
		/// - Events: [`Event::Delegated`].
		/// - Source: mechanisms, section 5.
		#[pallet::call_index(2)]
		pub fn delegate(
			origin: OriginFor<T>,
			topic: TopicId,
			to: T::AccountId,
			until: Option<BlockAt<T>>,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			ensure!(Baskets::<T>::contains_key(&who), Error::<T>::NotMember);
			ensure!(who != to, Error::<T>::OtherIsYourself);
			let number = Baskets::<T>::get(&to).ok_or(Error::<T>::OtherIsNotMember)?.number;
			let now = frame_system::Pallet::<T>::block_number();
			ensure!(until.is_none_or(|until| until > now), Error::<T>::ImpossibleExpiry);
			Self::do_delegate(&who, topic, Delegation { to: to.clone(), number, until })?;
			Self::deposit_event(Event::Delegated { who, topic, to, until });
			Ok(())
		}

		/// Vote for yourself again on a topic.
		///
		/// What your delegate has cast already stays.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NotDelegated`].
		/// - Events: [`Event::DelegationEnded`].
		/// - Source: mechanisms, section 5.
		#[pallet::call_index(3)]
		pub fn undelegate(origin: OriginFor<T>, topic: TopicId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_undelegate(&who, topic)?;
			Self::deposit_event(Event::DelegationEnded { who, topic });
			Ok(())
		}

		/// Let a member's basket grow to what their LABOR and LOVE are worth now.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NotMember`].
		/// - Events: [`Event::BasketGrew`].
		/// - Source: mechanisms, section 5.
		#[pallet::call_index(4)]
		pub fn update(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::Signed::ensure_origin(origin)?;
			Self::do_update(&who)?;
			Ok(())
		}

		/// Change the list of topics.
		///
		/// Members who delegated a topic that is gone are represented on open votes about it until they end. Do
		/// not give its number to another topic soon.
		///
		/// - Origin: [`Config::TopicOrigin`].
		/// - Errors: [`Error::ImpossibleTopics`].
		/// - Events: [`Event::TopicsChanged`].
		/// - Source: mechanisms, section 5.
		#[pallet::call_index(5)]
		pub fn set_topics(
			origin: OriginFor<T>,
			topics: BoundedVec<Topic, T::MaxTopics>,
		) -> DispatchResult {
			T::TopicOrigin::ensure_origin(origin)?;
			ensure!(types::are_possible(&topics), Error::<T>::ImpossibleTopics);
			Topics::<T>::put(topics);
			Self::deposit_event(Event::TopicsChanged);
			Ok(())
		}

		/// Bring a member's ballot to what their basket weighs now.
		///
		/// What the member said stays. It is possible as long as the vote is open, also when votes are
		/// no longer changed: whatever makes the electorate grow may make the ballot grow. What was cast in
		/// a class that the member has left since weighs what it did.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchPoll`], [`Error::NotVoted`], [`Error::NotMember`],
		///   [`Error::NotMemberThen`], [`Error::TooManyClassChanges`], [`Error::AlreadyUpToDate`].
		/// - Events: [`Event::BasketGrew`], [`Event::Reweighed`].
		/// - Source: mechanisms, section 5.
		#[pallet::call_index(6)]
		pub fn reweigh(origin: OriginFor<T>, poll: PollId, who: T::AccountId) -> DispatchResult {
			T::Signed::ensure_origin(origin)?;
			Self::with_poll(poll, |open| Self::do_reweigh(who, open))
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
