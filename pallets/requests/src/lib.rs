// SPDX-License-Identifier: Apache-2.0

//! # Requests: what anybody asks for, and the best who answer are paid
//!
//! Anybody posts what they need, by what criteria it is judged, and what each good answer is paid. Workers submit what
//! they have done. Others judge it, and the best are paid (mechanisms, section 8.4).
//!
//! ## Terms
//!
//! - **Request**: what is asked for. Its terms never change, and all that it can cost is on hold from the beginning.
//! - **Place**: the number of a submission to a request, from 0 on. There are as many as the requester pays reviews.
//! - **Minimum**: how good a submission must be. A worker whose submission is has back what its review cost.
//! - **Signal**: how much of what a worker submitted in the last four periods was judged and good enough.
//!
//! ## A story
//!
//! 1. A baker who is no member asks for a drawing: 300 ART for each of the best three, with room for twelve.
//! 2. Twelve workers submit one drawing each, and hold the fee of its review.
//! 3. Each is judged. Five are good enough, and the baker pays for their reviews.
//! 4. The deadline passes. The best three are paid by how good they are, less the commission.
//! 5. The baker closes the request, and has back all the rest but the deposit.
//! 6. Once anybody has cleared the records of all twelve, the baker has back the deposit too.
//!
//! ## Where nobody judges
//!
//! Where there are too few others to judge, the requester accepts a submission that is good enough, or disputes it. A
//! motion decides on what is disputed. Silence of the requester, or of the artel, accepts it in full.
//!
//! ## Too little for an account
//!
//! Coin that is less than an account must hold cannot be sent to one that begins with it. A reward is so great that
//! whatever is good enough reaches its worker, commission and all. If the commission was raised since, the worker has
//! it; if that is not enough either, an event tells that they were not paid.
//!
//! ## When somebody has left
//!
//! A submission bears the number that its worker had, so that LABOR is paid by the rule of that exit. The LABOR of a
//! requester who leaves passes to escrow where somebody has submitted, and goes back where nobody has. ART stays on
//! its owner's account.
//!
//! ## Data
//!
//! One record of each open request, and of each submission until it is cleared, which anybody can do once the request is
//! closed. The deposit of somebody who is no member pays for that until then. The best of a request are kept apart, so
//! that nothing walks over its submissions.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
pub use types::{
	Figure, Figures, Ranked, Request, Reward, Signal, Stage, Submission, Tally, Terms, MAX_PLACES,
	MAX_WANTED,
};
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod benchmarking;
mod due;
mod errors;
mod events;
mod impls;
#[cfg(any(feature = "try-runtime", test))]
mod invariants;
mod money;
mod reads;
mod requests;
pub mod runtime_api;
mod submissions;
pub mod types;
pub mod weights;

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests;

use alloc::vec::Vec;
use artel_primitives::{
	epochs::{InspectEpochs, Period, EPOCHS_PER_PERIOD},
	figures::Governed,
	fund::{InspectRate, TakeCommission},
	labor::{HoldLabor, Source},
	membership::{Class, InspectMembers, MemberNumber, OnMembership},
	text::Note,
	units::{Balance, LaborBalance, LABOR, MINUTES_PER_LABOR},
	verdict::{NewCase, OpenCases, Owed, RequestId, SettleVerdict, Side, Subject, Verdict},
	work::{Minutes, OnWorkPaid, Quality, Stream, Work},
};
use frame::{
	deps::{
		frame_support::{
			storage::with_storage_layer,
			traits::{
				fungible::{Inspect, Mutate, MutateHold},
				tokens::{Fortitude, Precision, Restriction},
			},
		},
		sp_runtime::Percent,
	},
	prelude::*,
};
use types::{art_of, labor_of, rank, tally, Place, Tallies};

/// A request on this chain.
pub type RequestOf<T> = Request<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// A submission on this chain.
pub type SubmissionOf<T> = Submission<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// The terms of a request on this chain.
pub type TermsOf<T> = Terms<BlockNumberFor<T>>;

/// What benchmarks need of the neighbours.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId> {
	/// A worker of this number, with ten LABOR and a hundred thousand ART more than before. The same number is the same
	/// worker.
	fn make_worker(index: u32) -> AccountId;

	/// Somebody of this number who is no member, with a hundred thousand ART more than before.
	fn make_outsider(index: u32) -> AccountId;

	/// Give a member ten LABOR more, and no coin.
	fn enrich(who: &AccountId);

	/// Have enough others judge whatever is submitted, or too few.
	fn set_judges(are_enough: bool);
}

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
		// Origins.

		/// The signer of a call, who thereby gives a sign of life.
		type Signed: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The artel, which decides on a submission that the requester disputes: a motion of the track Work, without the
		/// requester and the worker.
		type WorkOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// The members.
		type Members: InspectMembers<Self::AccountId>;

		/// LABOR.
		type Labor: HoldLabor<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The artel's coin.
		type Coin: Mutate<Self::AccountId, Balance = Balance>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// What LABOR and coin can be on hold for.
		type RuntimeHoldReason: Parameter + MaxEncodedLen + From<HoldReason>;

		/// Has submissions judged.
		type Cases: OpenCases<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// What LABOR is worth in coin, and how much of what clients pay is the fund's.
		type Rate: InspectRate;

		/// Takes the fund's part.
		type Commission: TakeCommission<Self::AccountId>;

		/// The epochs, by which signals are counted.
		type Epochs: InspectEpochs;

		/// The accounts of the chain itself, which nobody holds.
		type SystemAccounts: Contains<Self::AccountId>;

		// Hooks.

		/// Hears of work that was paid in coin. Mutual credit tells of what was paid in LABOR.
		type OnWorkPaid: OnWorkPaid<Self::AccountId>;

		// Parameters and limits.

		/// How many blocks the artel has to decide on a submission that the requester disputes.
		#[pallet::constant]
		type TimeToJudge: Get<BlockNumberFor<Self>>;

		/// What somebody who is no member has on hold beside, in base units of ART, until no record of their request is
		/// left.
		#[pallet::constant]
		type PostDeposit: Get<Balance>;

		/// How many requests of a member are open at most.
		#[pallet::constant]
		type MaxOpenOfMember: Get<u32>;

		/// How many of somebody who is no member; no more than of a member.
		#[pallet::constant]
		type MaxOpenOfOutsider: Get<u32>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the neighbours.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// What LABOR and coin are on hold for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// It pays those who answer a request, and reviews of what they submit.
		#[codec(index = 0)]
		Request,
	}

	/// What the artel governs of requests.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// The number of the last request.
	#[pallet::storage]
	pub type LastRequest<T: Config> = StorageValue<_, RequestId, ValueQuery>;

	/// The open requests, and the closed ones to which a submission is recorded.
	#[pallet::storage]
	pub type Requests<T: Config> =
		StorageMap<_, Twox64Concat, RequestId, RequestOf<T>, OptionQuery>;

	/// Those that are open.
	#[pallet::storage]
	pub type Open<T: Config> = StorageMap<_, Twox64Concat, RequestId, (), OptionQuery>;

	/// The open requests of each account.
	#[pallet::storage]
	pub type RequestsOf<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<RequestId, T::MaxOpenOfMember>,
		ValueQuery,
	>;

	/// What was submitted and not cleared, by request and place.
	#[pallet::storage]
	pub type Submissions<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		RequestId,
		Twox64Concat,
		u32,
		SubmissionOf<T>,
		OptionQuery,
	>;

	/// The place at which each worker has submitted to a request.
	#[pallet::storage]
	pub type Places<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		RequestId,
		Blake2_128Concat,
		T::AccountId,
		u32,
		OptionQuery,
	>;

	/// The best submissions of each open request, the best first.
	#[pallet::storage]
	pub type Best<T: Config> = StorageMap<_, Twox64Concat, RequestId, types::Best, ValueQuery>;

	/// How many submissions of each worker are not scored yet.
	#[pallet::storage]
	pub type Unscored<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// How often each worker was judged lately.
	#[pallet::storage]
	pub type Signals<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Tallies, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of requests.
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
		/// Post a request; all that it can cost is on hold until it is closed.
		///
		/// - `brief`: what you ask for, or where that is written.
		/// - `criteria`: by what submissions are judged.
		/// - `terms`: what each accepted submission is paid, how many, how good they must be, how many can submit and
		///   until when. For each place the fee of a review is on hold as well.
		/// - Origin: anyone who signs; in LABOR only members.
		/// - Errors: [`Error::NotHeldByAnybody`], [`Error::BriefMissing`], [`Error::CriteriaMissing`],
		///   [`Error::ImpossibleWanted`], [`Error::ImpossiblePlaces`], [`Error::ImpossibleDeadline`],
		///   [`Error::NotMember`], [`Error::ImpossibleReward`], [`Error::ImpossibleAmount`],
		///   [`Error::TooManyRequests`]; or that you have not so much.
		/// - Events: [`Event::Posted`].
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(0)]
		pub fn post(
			origin: OriginFor<T>,
			brief: Note,
			criteria: Note,
			terms: TermsOf<T>,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_post(who, brief, criteria, terms)
		}

		/// Take back your request while nobody has submitted anything.
		///
		/// - Origin: the requester.
		/// - Errors: [`Error::NoSuchRequest`], [`Error::NotYourRequest`], [`Error::AlreadySubmittedTo`].
		/// - Events: [`Event::Cancelled`].
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(1)]
		pub fn cancel(origin: OriginFor<T>, request: RequestId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_cancel(who, request)
		}

		/// Submit what you have done for a request; you hold the fee of its review.
		///
		/// You have the fee back if your submission is good enough.
		///
		/// - `evidence`: where the result can be seen.
		/// - Origin: a worker of the artel.
		/// - Errors: [`Error::NoSuchRequest`], [`Error::NotWorker`], [`Error::NotForRequester`],
		///   [`Error::EvidenceMissing`], [`Error::TimePassed`], [`Error::PlacesReached`],
		///   [`Error::AlreadySubmitted`], [`Error::NotWhileOneIsOpen`]; or that you have not enough for the fee.
		/// - Events: [`Event::Submitted`], [`Event::Waiting`].
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(2)]
		pub fn submit(origin: OriginFor<T>, request: RequestId, evidence: Note) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_submit(who, request, evidence)
		}

		/// Accept a submission that there are too few others to judge, and say how good it is.
		///
		/// - `quality`: how good it is: the minimum or more.
		/// - Origin: the requester.
		/// - Errors: [`Error::NoSuchRequest`], [`Error::NotYourRequest`], [`Error::NoSuchSubmission`],
		///   [`Error::NotWaiting`], [`Error::WindowPassed`], [`Error::NotGoodEnough`].
		/// - Events: [`Event::Scored`].
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(3)]
		pub fn accept(
			origin: OriginFor<T>,
			request: RequestId,
			place: Place,
			quality: Quality,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_accept(who, request, place, quality)
		}

		/// Accept in full a submission about which nobody has decided in time; it costs you nothing.
		///
		/// The requester was silent, or disputed it and the artel was silent.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchRequest`], [`Error::NoSuchSubmission`], [`Error::NotWaiting`], [`Error::NotDue`].
		/// - Events: [`Event::Scored`].
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(4)]
		pub fn close_submission(
			origin: OriginFor<T>,
			request: RequestId,
			place: Place,
		) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_close_submission(request, place)?;
			Ok(Pays::No.into())
		}

		/// Pay one of the best submissions once all are scored; it costs you nothing.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchRequest`], [`Error::NotDecided`], [`Error::NotAmongTheBest`],
		///   [`Error::AlreadyPaid`], [`Error::NoSuchSubmission`].
		/// - Events: [`Event::Paid`], or [`Event::NotPaid`] if it is too little for the worker's account.
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::pay_labor().max(T::WeightInfo::pay_art()))]
		pub fn pay(
			origin: OriginFor<T>,
			request: RequestId,
			place: Place,
		) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_pay(request, place)?;
			Ok(Pays::No.into())
		}

		/// Close a request whose best submissions are paid, and give back what is left; it costs you nothing.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchRequest`], [`Error::NotDecided`], [`Error::NotAllPaid`].
		/// - Events: [`Event::Closed`].
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(6)]
		pub fn close(origin: OriginFor<T>, request: RequestId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_close(request)?;
			Ok(Pays::No.into())
		}

		/// Dispute a submission that there are too few others to judge, so that the artel decides on it.
		///
		/// If the artel decides nothing in time, it is accepted in full. **Everybody reads this, for ever.**
		///
		/// - `statement`: what is wrong with it.
		/// - Origin: the requester.
		/// - Errors: [`Error::NoSuchRequest`], [`Error::NotYourRequest`], [`Error::NoSuchSubmission`],
		///   [`Error::NotWaiting`], [`Error::WindowPassed`], [`Error::StatementMissing`].
		/// - Events: [`Event::Disputed`].
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(7)]
		pub fn dispute(
			origin: OriginFor<T>,
			request: RequestId,
			place: Place,
			statement: Note,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_dispute(who, request, place, statement)
		}

		/// Decide how good a submission is that the requester disputes.
		///
		/// - `quality`: how good it is; below the minimum it is refused.
		/// - Origin: [`Config::WorkOrigin`].
		/// - Errors: [`Error::NoSuchRequest`], [`Error::NoSuchSubmission`], [`Error::NotDisputed`],
		///   [`Error::WindowPassed`].
		/// - Events: [`Event::Scored`].
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(8)]
		pub fn decide(
			origin: OriginFor<T>,
			request: RequestId,
			place: Place,
			quality: Quality,
		) -> DispatchResult {
			T::WorkOrigin::ensure_origin(origin)?;
			Self::do_decide(request, place, quality)
		}

		/// Clear a submission to a closed request from the records; it costs you nothing.
		///
		/// With the last one the request goes as well, and its deposit goes back.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchRequest`], [`Error::NotClosed`], [`Error::NoSuchSubmission`].
		/// - Events: [`Event::Cleared`], and with the last one [`Event::Forgotten`].
		/// - Source: mechanisms, section 8.4.
		#[pallet::call_index(9)]
		pub fn clear(
			origin: OriginFor<T>,
			request: RequestId,
			place: Place,
		) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_clear(request, place)?;
			Ok(Pays::No.into())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOpenOfOutsider::get() > 0, "anybody can ask for something");
			assert!(
				T::MaxOpenOfOutsider::get() <= T::MaxOpenOfMember::get(),
				"there is room for what others ask for"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
