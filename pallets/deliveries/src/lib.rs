// SPDX-License-Identifier: Apache-2.0

//! # Deliveries: ordered work, from an order to its payment
//!
//! Members order work: from one another, or all together by a proposal. Wherever an order comes from, it has
//! one life here: somebody takes it on, delivers it, and is paid by its quality; or it goes back (mechanisms,
//! section 3.7).
//!
//! ## Terms
//!
//! - **Delivery**: one piece of work under way, with what was agreed, how far it is, and where its price is
//!   tied up.
//! - **Cause**: what it comes from: an offer that a member ordered from, or a proposal that was approved.
//! - **Orderer**: the member who ordered it, and accepts or disputes what is delivered.
//! - **Payer**: the orderer, or the commons pool.
//! - **Worker**: the member who is named, or one of several applicants.
//! - **Quality**: what part of the price a delivery has earned, from 0 to 100 percent.
//!
//! ## A story
//!
//! 1. Anna orders six hours of Tom for 1.60 LABOR. He takes it on, and the price is on hold with her.
//! 2. Tom delivers, with a picture as evidence. Anna accepts, or says nothing for a week, which is the same.
//!    Tom gets 1.44, the pool 0.16.
//! 3. Had she disputed it, the two could have agreed on what it was worth. A motion of all members would have
//!    said so otherwise, and if nobody had, it would count as accepted in the end.
//! 4. The artel approves three hours of gardening, open to applicants. Boris applies, and Clara, who proposed
//!    it, chooses him. The commons pay him 1.00 LABOR out of escrow.
//! 5. Dora takes on a task and finds no time for it. She gives it up, and what was tied up goes back.
//!
//! ## Data
//!
//! One record for each delivery, with its evidence, and one list for each member of what they pay or have
//! taken on. When it has ended, nothing is left of it here. Nothing is done by the clock: anyone may close
//! what is due, which is free. Idle blocks help with that, and nothing depends on it.
//!
//! ## For other pallets
//!
//! [`OpenDelivery`] opens work, [`OnTakenOn`] tells who does it, and [`OnDeliveryEnded`] how it ended. [`SettleVerdict`] is for whoever
//! judges a delivery.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use types::{
	Because, Delivery, Done, Figure, Figures, NumberedDelivery, Settlement, Stage, MAX_APPLICANTS,
};
pub use weights::WeightInfo;

mod due;
mod ending;
mod impls;
mod reads;
pub mod runtime_api;
#[cfg(feature = "runtime-benchmarks")]
mod traits;
pub mod types;
mod under_way;
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

use alloc::{vec, vec::Vec};
use artel_primitives::{
	delivery::{Cause, DeliveryId, Ended, OnDeliveryEnded, OnTakenOn, OpenDelivery, Order, Worker},
	figures::Governed,
	labor::{HoldLabor, Source},
	membership::{InspectMembers, MemberNumber, OnMembership, OpenDuties},
	sweep::{look_round, Costs},
	text::Note,
	units::LaborBalance,
	verdict::{CaseId, NewCase, OpenCases, Owed, SettleVerdict, Side, Subject, Verdict},
	work::{Minutes, Quality, Work},
};
use frame::{
	deps::frame_support::{storage::with_storage_layer, weights::WeightMeter},
	prelude::*,
};

/// What was agreed of a delivery on this chain.
pub type OrderOf<T> = Order<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// A delivery on this chain.
pub type DeliveryOf<T> = Delivery<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// How far a delivery on this chain is.
pub type StageOf<T> = Stage<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// What was delivered on this chain.
pub type DoneOf<T> = Done<<T as frame_system::Config>::AccountId>;

/// Why a delivery on this chain went back.
pub type BecauseOf<T> = Because<<T as frame_system::Config>::AccountId>;

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

		/// The power to settle a dispute that no case is opened for.
		type DisputeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// The members.
		type Members: InspectMembers<Self::AccountId>;

		/// The LABOR that pays for work.
		type Labor: HoldLabor<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The reasons for which LABOR is on hold.
		type RuntimeHoldReason: Parameter + MaxEncodedLen + From<HoldReason>;

		/// Those who judge what is delivered.
		type Cases: OpenCases<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		// Hooks.

		/// Those who hear how work ended.
		type OnDeliveryEnded: OnDeliveryEnded;

		/// Those who hear who does it.
		type OnTakenOn: OnTakenOn<Self::AccountId>;

		// Parameters and limits.

		/// How many blocks there are to decide on what is disputed.
		type TimeToJudge: Get<BlockNumberFor<Self>>;

		/// How many deliveries a member has under way at most, as the one who pays and the one who works.
		#[pallet::constant]
		type MaxUnderWay: Get<u32>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Sets up members for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why LABOR is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// It pays work under way.
		#[codec(index = 0)]
		Work,
	}

	/// What the artel governs of deliveries.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// The work under way.
	#[pallet::storage]
	pub type Deliveries<T: Config> =
		StorageMap<_, Twox64Concat, DeliveryId, DeliveryOf<T>, OptionQuery>;

	/// Which work a member pays, or has taken on.
	#[pallet::storage]
	pub type UnderWay<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<DeliveryId, T::MaxUnderWay>,
		ValueQuery,
	>;

	/// The number of the last delivery.
	#[pallet::storage]
	pub type LastDelivery<T: Config> = StorageValue<_, DeliveryId, ValueQuery>;

	/// The delivery that an idle block looked at last.
	#[pallet::storage]
	pub type Swept<T: Config> = StorageValue<_, DeliveryId, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of deliveries.
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
		/// Work was ordered, and waits for somebody to take it on.
		#[codec(index = 0)]
		Opened {
			delivery: DeliveryId,
			/// What it comes from.
			cause: Cause,
			orderer: T::AccountId,
			/// The minutes ordered.
			minutes: Minutes,
			/// The price, in hundredths of a LABOR.
			price: LaborBalance,
			/// The last block in which it can be delivered.
			deadline: BlockNumberFor<T>,
		},
		/// A member would like to do some work.
		#[codec(index = 1)]
		AppliedFor { delivery: DeliveryId, who: T::AccountId },
		/// A member has taken on some work, and its price is tied up.
		#[codec(index = 2)]
		TakenOn { delivery: DeliveryId, worker: T::AccountId },
		/// Work was delivered.
		#[codec(index = 3)]
		Delivered {
			delivery: DeliveryId,
			/// The minutes that it took.
			minutes: Minutes,
			/// Where the result can be seen.
			evidence: Note,
		},
		/// Somebody disputes what was delivered.
		#[codec(index = 4)]
		Disputed { delivery: DeliveryId, by: T::AccountId, reason: Note },
		/// One side of a dispute said what it would settle for.
		#[codec(index = 5)]
		SettlementOffered {
			delivery: DeliveryId,
			/// The side, and how good it says that the delivery was.
			offered: Settlement,
		},
		/// Work was paid by its quality, and the rest went back.
		#[codec(index = 6)]
		Settled {
			delivery: DeliveryId,
			worker: T::AccountId,
			/// How good it was.
			quality: Quality,
			/// What was earned, the contribution included, in hundredths of a LABOR.
			earned: LaborBalance,
			/// What went back, in hundredths of a LABOR.
			returned: LaborBalance,
		},
		/// Work was not delivered, and what was tied up for it went back.
		#[codec(index = 7)]
		Returned {
			delivery: DeliveryId,
			/// How much went back, in hundredths of a LABOR.
			amount: LaborBalance,
			/// Why.
			because: BecauseOf<T>,
		},
		/// One side paid the fee of those who judged, which the other one had paid and was right.
		#[codec(index = 8)]
		FeeRecovered {
			delivery: DeliveryId,
			/// The side that paid it, out of its share.
			by: Side,
			/// How much, in hundredths of a LABOR.
			amount: LaborBalance,
		},
		/// There were not enough members to judge a delivery.
		#[codec(index = 9)]
		Unjudged { delivery: DeliveryId },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// You are not a member.
		#[codec(index = 0)]
		NotMember,
		/// The other account is not a member.
		#[codec(index = 1)]
		OtherIsNotMember,
		/// This work is for members of another class.
		#[codec(index = 2)]
		NotInClass,
		/// There is no work under way with this number.
		#[codec(index = 3)]
		NoSuchDelivery,
		/// It is for somebody else to do this.
		#[codec(index = 4)]
		NotYours,
		/// You are not the one who does this work.
		#[codec(index = 5)]
		NotTheWorker,
		/// This work is not for the one who ordered it.
		#[codec(index = 6)]
		NotForOrderer,
		/// This work is not open to applicants.
		#[codec(index = 7)]
		NotOpenToApplicants,
		/// You have applied for this work already.
		#[codec(index = 8)]
		AlreadyApplied,
		/// As many members as can have applied for this work.
		#[codec(index = 9)]
		TooManyApplicants,
		/// This member has not applied for the work.
		#[codec(index = 10)]
		NotApplicant,
		/// Nobody has taken on this work yet.
		#[codec(index = 11)]
		NotTakenOn,
		/// Somebody has taken on this work already.
		#[codec(index = 12)]
		AlreadyTakenOn,
		/// Nothing was delivered yet.
		#[codec(index = 13)]
		NotDelivered,
		/// The work was delivered already.
		#[codec(index = 14)]
		AlreadyDelivered,
		/// The delivery awaits a verdict.
		#[codec(index = 15)]
		AlreadyDisputed,
		/// The delivery is not disputed.
		#[codec(index = 16)]
		NotDisputed,
		/// The commons pay for this, so that everybody decides what it is worth.
		#[codec(index = 17)]
		NotPaidByMember,
		/// The deadline of the work has passed.
		#[codec(index = 18)]
		DeadlinePassed,
		/// The deadline has passed or lies too far ahead.
		#[codec(index = 19)]
		ImpossibleDeadline,
		/// The time to dispute the delivery has passed.
		#[codec(index = 20)]
		AcceptanceWindowPassed,
		/// More minutes were delivered than ordered, or none.
		#[codec(index = 21)]
		ImpossibleMinutes,
		/// A delivery needs evidence.
		#[codec(index = 22)]
		EvidenceMissing,
		/// A dispute needs a reason.
		#[codec(index = 23)]
		ReasonMissing,
		/// Nothing is due on this work now.
		#[codec(index = 24)]
		NotDue,
		/// There is as much work under way as a member can have.
		#[codec(index = 25)]
		TooManyUnderWay,
		/// You pay for work that somebody has taken on: end it first, or wait for the verdict.
		#[codec(index = 26)]
		NotAllPaid,
		/// This is about something else than a delivery.
		#[codec(index = 27)]
		NotADelivery,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Take on work that names you.
		///
		/// If the member who ordered it pays, the price is on hold with them from now on at the latest, and so is the fee of
		/// those who judge it, if all of it is to be judged.
		///
		/// - Origin: the member who is named.
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::AlreadyTakenOn`], [`Error::AlreadyDelivered`],
		///   [`Error::NotTheWorker`], [`Error::NotMember`], [`Error::NotInClass`], [`Error::DeadlinePassed`],
		///   [`Error::TooManyUnderWay`]; or that the orderer has not enough LABOR.
		/// - Events: [`Event::TakenOn`].
		/// - Source: mechanisms, section 3.7.
		#[pallet::call_index(0)]
		pub fn take_on(origin: OriginFor<T>, delivery: DeliveryId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_take_on(who, delivery)
		}

		/// Apply for work that is open to applicants.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::AlreadyTakenOn`], [`Error::AlreadyDelivered`],
		///   [`Error::NotMember`], [`Error::NotInClass`], [`Error::NotOpenToApplicants`],
		///   [`Error::NotForOrderer`], [`Error::DeadlinePassed`], [`Error::AlreadyApplied`],
		///   [`Error::TooManyApplicants`].
		/// - Events: [`Event::AppliedFor`].
		/// - Source: mechanisms, sections 3.7 and 6.5.
		#[pallet::call_index(1)]
		pub fn apply(origin: OriginFor<T>, delivery: DeliveryId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_apply(who, delivery)
		}

		/// Choose who does some work, among those who applied.
		///
		/// - Origin: the orderer; if they have left or applied themselves, any other member.
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::AlreadyTakenOn`], [`Error::AlreadyDelivered`],
		///   [`Error::NotYours`], [`Error::NotApplicant`], [`Error::OtherIsNotMember`],
		///   [`Error::NotInClass`], [`Error::DeadlinePassed`], [`Error::TooManyUnderWay`]; or that the orderer
		///   has not enough LABOR.
		/// - Events: [`Event::TakenOn`].
		/// - Source: mechanisms, sections 3.7 and 6.5.
		#[pallet::call_index(2)]
		pub fn assign(
			origin: OriginFor<T>,
			delivery: DeliveryId,
			worker: T::AccountId,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_assign(&who, delivery, worker)
		}

		/// Deliver work that you have taken on.
		///
		/// If it was agreed that it is judged, and there are enough to judge it, others say how good it is.
		///
		/// - `minutes`: how long it took, at most what was ordered.
		/// - `evidence`: where the result can be seen.
		/// - Origin: the worker.
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::NotTakenOn`], [`Error::AlreadyDelivered`],
		///   [`Error::NotTheWorker`], [`Error::DeadlinePassed`], [`Error::ImpossibleMinutes`],
		///   [`Error::EvidenceMissing`].
		/// - Events: [`Event::Delivered`].
		/// - Source: mechanisms, section 3.7.
		#[pallet::call_index(3)]
		pub fn deliver(
			origin: OriginFor<T>,
			delivery: DeliveryId,
			minutes: Minutes,
			evidence: Note,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_deliver(&who, delivery, minutes, evidence)
		}

		/// Accept what was delivered, so that it is paid.
		///
		/// If nobody accepts or disputes it in time, that is the same.
		///
		/// - Origin: the orderer, unless they work themselves; if the commons pay, as long as they are a member.
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::NotDelivered`], [`Error::AlreadyDisputed`],
		///   [`Error::NotYours`].
		/// - Events: [`Event::Settled`].
		/// - Source: mechanisms, sections 3.7 and 8.3.
		#[pallet::call_index(4)]
		pub fn accept(origin: OriginFor<T>, delivery: DeliveryId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_accept(&who, delivery)
		}

		/// Dispute what was delivered: others decide then how much of it was earned.
		///
		/// If there are enough to judge it, you hold the fee for that, and have it back out of the worker's share if less
		/// than half of it is found to be earned. If not, a motion decides; if nobody has decided in the time of a vote and
		/// what follows it, it counts as accepted.
		///
		/// - Origin: the orderer, unless they work themselves; if they do, or have left, any other member.
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::NotDelivered`], [`Error::AlreadyDisputed`],
		///   [`Error::NotYours`], [`Error::ReasonMissing`], [`Error::AcceptanceWindowPassed`]; or that you have not
		///   enough LABOR for the fee.
		/// - Events: [`Event::Disputed`].
		/// - Source: mechanisms, sections 3.7 and 8.3.
		#[pallet::call_index(5)]
		pub fn dispute(origin: OriginFor<T>, delivery: DeliveryId, reason: Note) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_dispute(who, delivery, reason)
		}

		/// Say what you would settle a disputed delivery for: if the other side says the same, it is settled.
		///
		/// So it is with a delivery that others judge, until one of them has said how good it was.
		///
		/// What you said before no longer holds, nor does what the other side said, if it was something else.
		/// Where the commons pay, a motion decides.
		///
		/// - `quality`: how good the delivery was, from 0 to 100 percent.
		/// - Origin: the orderer, if they pay, or the worker.
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::NotDisputed`], [`Error::NotPaidByMember`],
		///   [`Error::NotYours`]; or that the case can no longer be withdrawn.
		/// - Events: [`Event::SettlementOffered`] or [`Event::Settled`].
		/// - Source: mechanisms, section 8.3.
		#[pallet::call_index(6)]
		pub fn agree(
			origin: OriginFor<T>,
			delivery: DeliveryId,
			quality: Quality,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_agree(&who, delivery, quality)
		}

		/// Give back work that is not delivered yet, or refuse it.
		///
		/// What was tied up for it goes back.
		///
		/// - Origin: the worker, also one who is named and has not taken it on; or the orderer, if they pay.
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::AlreadyDelivered`], [`Error::NotYours`].
		/// - Events: [`Event::Returned`].
		/// - Source: mechanisms, section 3.7.
		#[pallet::call_index(7)]
		pub fn give_up(origin: OriginFor<T>, delivery: DeliveryId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_give_up(who, delivery)
		}

		/// Close work whose time has run out; it costs you nothing.
		///
		/// What was delivered and not answered is paid, and so is what was disputed and not decided. What was
		/// not delivered goes back, and so does what waits for a named member who has left.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::NotDue`].
		/// - Events: [`Event::Settled`] or [`Event::Returned`].
		/// - Source: mechanisms, section 3.7.
		#[pallet::call_index(8)]
		pub fn close(origin: OriginFor<T>, delivery: DeliveryId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			let found = Self::existing(delivery)?;
			let due = Self::due(&found).ok_or(Error::<T>::NotDue)?;
			Self::carry_out(delivery, found, due)?;
			Ok(Pays::No.into())
		}

		/// Settle a disputed delivery by its quality.
		///
		/// - `quality`: from 0 to 100 percent: that part of the price is earned.
		/// - Origin: [`Config::DisputeOrigin`].
		/// - Errors: [`Error::NoSuchDelivery`], [`Error::NotDisputed`].
		/// - Events: [`Event::Settled`].
		/// - Source: mechanisms, section 8.3.
		#[pallet::call_index(9)]
		pub fn settle(
			origin: OriginFor<T>,
			delivery: DeliveryId,
			quality: Quality,
		) -> DispatchResult {
			T::DisputeOrigin::ensure_origin(origin)?;
			let found = Self::existing(delivery)?;
			match found.stage.clone() {
				Stage::Disputed { done, .. } => Self::pay(delivery, found, done, quality),
				_ => Err(Error::<T>::NotDisputed.into()),
			}
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
			assert!(T::MaxUnderWay::get() > 0, "a member orders something, or takes it on");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
