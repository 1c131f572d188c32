//! # Mutual credit: members pay one another in LABOR
//!
//! One LABOR stands for three hours of work. There is an allotment of it for every member, no more
//! and no less: it is made when somebody joins and unmade when somebody leaves. Members earn it by
//! working for one another or for the artel, and spend it on one another's work (mechanisms,
//! section 3).
//!
//! ## Terms
//!
//! - **Allotment** (K): LABOR that exists for each member.
//! - **Commons pool**: the artel's own LABOR, which pays for care and common work. What of it is set
//!   aside for newcomers is **earmarked**; the rest is free.
//! - **Grants**: what a newcomer gets out of the pool, a first one for publishing an offer and a second
//!   one for bringing a job. They are for hiring others: they cannot be given away.
//! - **Net position**: what a member owns less its grants. Below zero, it has taken more than it gave.
//! - **Overhang**: LABOR beyond the allotment of all members, left behind by somebody who went away
//!   with grants spent. As long as there is any, what comes to the free pool is unmade.
//! - **Holding cap** (C): what a member owns at most. What it earns beyond is **deferred**, and claimed
//!   when there is room.
//! - **Contribution**: the part of every payment for work out of a member's LABOR that goes to the pool. A
//!   part of it is **reserved** for reviews.
//! - **Kept**: LABOR paid for work that counts, which has not left the wallet since. It lets VOTE grow, once
//!   it has ripened; what was not earned is spent first.
//! - **Rate band**: between half and all of a third of a LABOR for an hour.
//!
//! ## A story
//!
//! 1. Tom joins. 40.00 LABOR are made: 10.00 and 10.00 are earmarked for him, the rest is the pool's.
//! 2. He offers to repair bicycles at 80 % of the full rate, and gets his first 10.00.
//! 3. Anna orders six hours: 1.60 LABOR. Tom accepts, and the price is on hold.
//! 4. Tom delivers. Anna accepts, or says nothing for a week, which is the same. Tom gets 1.44, the pool
//!    0.16; both hear that six hours were worked. Had she disputed it, a verdict would have settled it
//!    by quality.
//! 5. Tom pays Boris 0.50 for a used saw. That is no work, so nobody's care is counted by it.
//! 6. Tom leaves. His grants are unmade as far as he still has them, the rest of his LABOR goes to
//!    the pool, and what he had earned of it is owed to him. What he delivered and Anna accepts later is
//!    settled by the same sums, under the number that he had.
//!
//! ## Data
//!
//! Beside each member's balance, what it was granted, has earned and has kept: a payment between members touches
//! their two accounts and nothing else. One record for the supply, one per earmark, offer, order, list of
//! deferred payouts and exit.
//!
//! ## For other pallets
//!
//! [`HoldLabor`] and [`ReleaseGrant`] are all they need to move LABOR, and neither of them can break the
//! holding cap or the supply. This pallet alone is given the ledger.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use credit::{Credit, Exit, Settled, Supply};
pub use pallet::*;
pub use parameters::Parameters;
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use types::{
	Earmark, Grant, NumberedOffer, NumberedOrder, Offer, OfferId, Order, Payout, Stage,
	SupplyState, Unit, Wallet,
};
pub use weights::WeightInfo;

mod credit;
mod holds;
mod impls;
mod orders;
mod parameters;
mod reads;
pub mod runtime_api;
mod supply;
mod traits;
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
	labor::{HoldLabor, InspectLabor, OnExitClaim, ReleaseGrant, Source},
	love::OnWorkCounted,
	membership::{
		Admission, Backing, Class, InspectMembers, MemberNumber, OnMembership, OpenDuties,
	},
	ripening::InspectRipening,
	text::{Line, Note},
	units::LaborBalance,
	verdict::{OrderId, SettleVerdict, Settlement, Side, Subject},
	work::{Minutes, OnWorkPaid, Stream, Work},
};
use frame::{
	deps::{
		frame_support::{
			traits::{
				fungible::{hold::Mutate as MutateHold, Inspect, InspectHold, Mutate},
				tokens::{Fortitude, Precision, Preservation, Restriction},
				StoredMap,
			},
			PalletId,
		},
		sp_runtime::Percent,
	},
	prelude::*,
	traits::AccountIdConversion,
};

/// An order on this chain.
pub type OrderOf<T> = Order<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// An offer on this chain.
pub type OfferOf<T> = Offer<<T as frame_system::Config>::AccountId>;

/// A deferred payout on this chain.
pub type PayoutOf<T> = Payout<<T as frame_system::Config>::AccountId>;

/// Why LABOR is on hold on this chain.
pub type ReasonOf<T> = <T as Config>::RuntimeHoldReason;

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

		/// The power to decide how much LABOR there is for each member.
		type AllotmentOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who settles a dispute that no case is opened for.
		type DisputeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		// Capabilities.

		/// The ledger of LABOR, which nobody else is given.
		type Labor: Mutate<Self::AccountId, Balance = LaborBalance>
			+ MutateHold<Self::AccountId, Balance = LaborBalance, Reason = Self::RuntimeHoldReason>;

		/// The reasons for which LABOR is on hold.
		type RuntimeHoldReason: Parameter + MaxEncodedLen + From<HoldReason>;

		/// Where each member's credit is kept: beside its balance.
		type Credits: StoredMap<Self::AccountId, Option<Credit>>;

		/// The members.
		type Members: InspectMembers<Self::AccountId>;

		/// The epochs that earmarks lapse by.
		type Epochs: InspectEpochs;

		/// The members' own epochs, by which what they were paid ripens.
		type Ripening: InspectRipening<Self::AccountId>;

		// Hooks.

		/// Those who hear when work is paid.
		type OnWorkPaid: OnWorkPaid<Self::AccountId>;

		/// Those who hear what a former member is owed.
		type OnExitClaim: OnExitClaim<Self::AccountId>;

		// Parameters and limits.

		/// What the artel governs of LABOR.
		type Parameters: Get<Parameters>;

		/// The allotment where genesis does not say otherwise.
		#[pallet::constant]
		type DefaultAllotment: Get<LaborBalance>;

		/// What the accounts of the pool and the escrow are derived from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How many offers a member publishes at most.
		#[pallet::constant]
		type MaxOffers: Get<u32>;

		/// How many orders a member has running at most, as buyer and provider.
		#[pallet::constant]
		type MaxOrders: Get<u32>;

		/// How many deferred payouts are kept apart.
		#[pallet::constant]
		type MaxPayouts: Get<u32>;

		// Weight.

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Makes members for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why LABOR is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// It pays a running order.
		#[codec(index = 0)]
		Order,
		/// It was earned beyond the holding cap.
		#[codec(index = 1)]
		Deferred,
	}

	/// Before genesis says otherwise, there is the default allotment for nobody.
	#[pallet::type_value]
	pub fn NoSupply<T: Config>() -> Supply {
		Supply { allotment: T::DefaultAllotment::get(), ..Supply::default() }
	}

	/// What the supply follows from.
	#[pallet::storage]
	pub type CurrentSupply<T: Config> = StorageValue<_, Supply, ValueQuery, NoSupply<T>>;

	/// What is set aside for newcomers.
	#[pallet::storage]
	pub type Earmarks<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Earmark, OptionQuery>;

	/// The offers.
	#[pallet::storage]
	pub type Offers<T: Config> = StorageMap<_, Twox64Concat, OfferId, OfferOf<T>, OptionQuery>;

	/// Which offers a member has published.
	#[pallet::storage]
	pub type OffersBy<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<OfferId, T::MaxOffers>,
		ValueQuery,
	>;

	/// The number of the last offer.
	#[pallet::storage]
	pub type LastOffer<T: Config> = StorageValue<_, OfferId, ValueQuery>;

	/// The orders that are running.
	#[pallet::storage]
	pub type Orders<T: Config> = StorageMap<_, Twox64Concat, OrderId, OrderOf<T>, OptionQuery>;

	/// Which running orders a member has placed or accepted.
	#[pallet::storage]
	pub type OrdersBy<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<OrderId, T::MaxOrders>,
		ValueQuery,
	>;

	/// The number of the last order.
	#[pallet::storage]
	pub type LastOrder<T: Config> = StorageValue<_, OrderId, ValueQuery>;

	/// What members have earned beyond the holding cap, oldest first.
	#[pallet::storage]
	pub type Payouts<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<PayoutOf<T>, T::MaxPayouts>,
		ValueQuery,
	>;

	/// How those who left were settled, by the number that they had.
	///
	/// What comes in later is settled alike.
	#[pallet::storage]
	pub type Exits<T: Config> =
		StorageMap<_, Twox64Concat, MemberNumber, Exit<T::AccountId>, OptionQuery>;

	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// LABOR for each member, in hundredths.
		pub allotment: LaborBalance,
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { allotment: T::DefaultAllotment::get(), config: PhantomData }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(
				T::Parameters::get().allow(self.allotment),
				"the allotment covers both grants, and can be counted"
			);
			CurrentSupply::<T>::put(Supply { allotment: self.allotment, ..NoSupply::<T>::get() });
			for account in [Pallet::<T>::pool(), Pallet::<T>::escrow()] {
				// These exist whatever they hold, so that all of it can be held or spent.
				frame_system::Pallet::<T>::inc_providers(&account);
			}
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A member paid another.
		#[codec(index = 0)]
		Paid {
			/// The one who paid.
			from: T::AccountId,
			/// The one who was paid.
			to: T::AccountId,
			/// How much, in hundredths of a LABOR.
			amount: LaborBalance,
			/// What for.
			memo: Note,
		},
		/// A worker published an offer.
		#[codec(index = 1)]
		OfferPublished {
			/// The number of the offer.
			offer: OfferId,
			/// The worker who offers.
			provider: T::AccountId,
		},
		/// An offer is no longer there.
		#[codec(index = 2)]
		OfferWithdrawn {
			/// The number of the offer.
			offer: OfferId,
			/// The worker who offered.
			provider: T::AccountId,
		},
		/// A newcomer got one of its grants.
		#[codec(index = 3)]
		GrantPaid {
			/// The newcomer.
			who: T::AccountId,
			/// Which of the two.
			grant: Grant,
			/// How much, in hundredths of a LABOR.
			amount: LaborBalance,
		},
		/// What was set aside for a newcomer went back to the pool.
		#[codec(index = 4)]
		EarmarkReturned {
			/// The newcomer.
			who: T::AccountId,
			/// How much, in hundredths of a LABOR.
			amount: LaborBalance,
		},
		/// A member ordered something from another.
		#[codec(index = 5)]
		OrderPlaced {
			/// The number of the order.
			order: OrderId,
			/// Who pays.
			buyer: T::AccountId,
			/// Who is to work.
			provider: T::AccountId,
			/// The minutes ordered.
			minutes: Minutes,
			/// The price, in hundredths of a LABOR.
			amount: LaborBalance,
		},
		/// A provider accepted an order, and its price is on hold.
		#[codec(index = 6)]
		OrderAccepted {
			/// The number of the order.
			order: OrderId,
		},
		/// An order was cancelled before anything was delivered.
		#[codec(index = 7)]
		OrderCancelled {
			/// The number of the order.
			order: OrderId,
		},
		/// An order was not delivered in time, and whatever was on hold is free again.
		#[codec(index = 8)]
		OrderOverdue {
			/// The number of the order.
			order: OrderId,
		},
		/// A provider delivered what was ordered.
		#[codec(index = 9)]
		OrderDelivered {
			/// The number of the order.
			order: OrderId,
			/// The minutes that it took.
			minutes: Minutes,
			/// Where the result can be seen.
			evidence: Note,
		},
		/// A buyer disputes what was delivered.
		#[codec(index = 10)]
		OrderDisputed {
			/// The number of the order.
			order: OrderId,
			/// Why.
			reason: Note,
		},
		/// An order was settled: what was earned is paid, the rest is free again.
		#[codec(index = 11)]
		OrderSettled {
			/// The number of the order.
			order: OrderId,
			/// How good the delivery was.
			quality: Percent,
			/// What was earned, the contribution included, in hundredths of a LABOR.
			earned: LaborBalance,
			/// What went back, in hundredths of a LABOR.
			returned: LaborBalance,
		},
		/// Work was paid.
		#[codec(index = 12)]
		WorkPaid {
			/// The work.
			work: Work<T::AccountId>,
			/// What the worker got of its price, in hundredths of a LABOR.
			net: LaborBalance,
		},
		/// A worker has no room for all it earned, and can claim the rest later.
		#[codec(index = 13)]
		PayoutDeferred {
			/// The worker.
			who: T::AccountId,
			/// How much is deferred, in hundredths of a LABOR.
			amount: LaborBalance,
		},
		/// There is another allotment for each member.
		#[codec(index = 14)]
		AllotmentChanged {
			/// The allotment until now, in hundredths of a LABOR.
			from: LaborBalance,
			/// The allotment from now on, in hundredths of a LABOR.
			to: LaborBalance,
		},
		/// A former member's LABOR was settled.
		#[codec(index = 15)]
		ExitSettled {
			/// The former member.
			who: T::AccountId,
			/// The number that it had.
			number: MemberNumber,
			/// What was unmade of its grants, in hundredths of a LABOR.
			burned: LaborBalance,
			/// What went to the commons pool, in hundredths of a LABOR.
			to_pool: LaborBalance,
			/// What of that it had earned by work, in hundredths of a LABOR.
			owed: LaborBalance,
		},
		/// LABOR of a former member came in after it left, and was settled by the rule of its exit.
		#[codec(index = 16)]
		LateSettled {
			/// The former member.
			who: T::AccountId,
			/// The number that it had.
			number: MemberNumber,
			/// What was unmade of its grants, in hundredths of a LABOR.
			burned: LaborBalance,
			/// What went to the commons pool, in hundredths of a LABOR.
			to_pool: LaborBalance,
			/// What is owed to it besides from now on, in hundredths of a LABOR.
			owed: LaborBalance,
		},
		/// A member gave LABOR to the commons pool.
		#[codec(index = 17)]
		Contributed {
			/// The member who gave.
			who: T::AccountId,
			/// How much, in hundredths of a LABOR.
			amount: LaborBalance,
		},
		/// One side of a disputed order said what it would settle for.
		#[codec(index = 18)]
		SettlementOffered {
			/// The number of the order.
			order: OrderId,
			/// The side, and how good it says that the delivery was.
			offered: Settlement,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// You are not a member.
		#[codec(index = 0)]
		NotMember,
		/// The other account is not a member.
		#[codec(index = 1)]
		OtherIsNotMember,
		/// Only workers do this.
		#[codec(index = 2)]
		NotWorker,
		/// You cannot pay or hire yourself.
		#[codec(index = 3)]
		OtherIsYourself,
		/// The amount is nothing.
		#[codec(index = 4)]
		AmountIsZero,
		/// There is not enough free LABOR.
		#[codec(index = 5)]
		NotEnoughLabor,
		/// Grants are for hiring others and cannot be given away.
		#[codec(index = 6)]
		GrantsCannotBeGivenAway,
		/// The other member would own more than the holding cap allows.
		#[codec(index = 7)]
		HoldingCapReached,
		/// The title is missing.
		#[codec(index = 8)]
		TitleMissing,
		/// The price of an hour is outside the rate band.
		#[codec(index = 9)]
		OutsideRateBand,
		/// You have as many offers as a member can have.
		#[codec(index = 10)]
		TooManyOffers,
		/// There is no offer with this number.
		#[codec(index = 11)]
		NoSuchOffer,
		/// This offer is not yours.
		#[codec(index = 12)]
		NotYourOffer,
		/// The quantity is nothing or too much.
		#[codec(index = 13)]
		ImpossibleQuantity,
		/// The deadline has passed or lies too far ahead.
		#[codec(index = 14)]
		ImpossibleDeadline,
		/// There are as many running orders as a member can have.
		#[codec(index = 15)]
		TooManyOrders,
		/// There is no running order with this number.
		#[codec(index = 16)]
		NoSuchOrder,
		/// You are not the buyer of this order.
		#[codec(index = 17)]
		NotTheBuyer,
		/// You are not the provider of this order.
		#[codec(index = 18)]
		NotTheProvider,
		/// You are neither the buyer nor the provider of this order.
		#[codec(index = 19)]
		NotYourOrder,
		/// The provider has answered this order already.
		#[codec(index = 20)]
		AcceptedAlready,
		/// The provider has not accepted this order.
		#[codec(index = 21)]
		NotAccepted,
		/// The order was delivered already.
		#[codec(index = 22)]
		DeliveredAlready,
		/// Nothing was delivered yet.
		#[codec(index = 23)]
		NotDelivered,
		/// The order awaits a verdict.
		#[codec(index = 24)]
		AwaitsVerdict,
		/// The order awaits no verdict.
		#[codec(index = 25)]
		NotDisputed,
		/// The deadline of the order has passed.
		#[codec(index = 26)]
		DeadlinePassed,
		/// The time to dispute the delivery has passed.
		#[codec(index = 27)]
		AcceptanceWindowPassed,
		/// The order is not due to be closed.
		#[codec(index = 28)]
		NotDue,
		/// More minutes were delivered than ordered, or none.
		#[codec(index = 29)]
		ImpossibleMinutes,
		/// A dispute needs a reason.
		#[codec(index = 30)]
		ReasonMissing,
		/// A delivery needs evidence.
		#[codec(index = 31)]
		EvidenceMissing,
		/// There is nothing deferred for you.
		#[codec(index = 32)]
		NothingDeferred,
		/// Nothing that is set aside for this member has lapsed.
		#[codec(index = 33)]
		NothingLapsed,
		/// The allotment must cover both grants of a newcomer.
		#[codec(index = 34)]
		AllotmentBelowGrants,
		/// You have running orders as a buyer: cancel or accept them first, or wait for the verdict.
		#[codec(index = 35)]
		OrdersOpenAsBuyer,
		/// The commons pool has not enough free LABOR.
		#[codec(index = 36)]
		PoolTooSmall,
		/// A verdict is a quality from 0 to 100 %.
		#[codec(index = 37)]
		ImpossibleQuality,
		/// The allotment is more than could ever be counted for all members.
		#[codec(index = 38)]
		AllotmentTooLarge,
		/// There must be an allotment, or nobody could be paid.
		#[codec(index = 39)]
		AllotmentTooSmall,
		/// An order is for a quarter of an hour at least.
		#[codec(index = 40)]
		OrderTooShort,
		/// Nothing more can be tied up of somebody's LABOR who has left.
		#[codec(index = 41)]
		OwnerHasLeft,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Pay another member.
		///
		/// Payments are for things and favours. For work, place an order: only work counts.
		///
		/// - `amount`: hundredths of a LABOR.
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::OtherIsNotMember`], [`Error::OtherIsYourself`],
		///   [`Error::AmountIsZero`], [`Error::NotEnoughLabor`],
		///   [`Error::GrantsCannotBeGivenAway`], [`Error::HoldingCapReached`].
		/// - Events: [`Event::Paid`].
		/// - Source: mechanisms, sections 3.1 to 3.3.
		#[pallet::call_index(0)]
		pub fn pay(
			origin: OriginFor<T>,
			to: T::AccountId,
			amount: LaborBalance,
			memo: Note,
		) -> DispatchResult {
			let from = T::Signed::ensure_origin(origin)?;
			Self::do_pay(&from, &to, amount)?;
			Self::deposit_event(Event::Paid { from, to, amount, memo });
			Ok(())
		}

		/// Offer a service to members.
		///
		/// The price of an hour must lie in the rate band. A newcomer's first offer brings its first
		/// grant.
		///
		/// - Origin: a worker.
		/// - Errors: [`Error::NotWorker`], [`Error::TitleMissing`], [`Error::OutsideRateBand`],
		///   [`Error::TooManyOffers`].
		/// - Events: [`Event::OfferPublished`], [`Event::GrantPaid`].
		/// - Source: mechanisms, sections 3.1 and 3.3.
		#[pallet::call_index(1)]
		pub fn publish_offer(origin: OriginFor<T>, title: Line, unit: Unit) -> DispatchResult {
			let provider = T::Signed::ensure_origin(origin)?;
			Self::do_publish(provider, title, unit)
		}

		/// Withdraw one of your offers.
		///
		/// Orders that followed it go on.
		///
		/// - Origin: the provider.
		/// - Errors: [`Error::NoSuchOffer`], [`Error::NotYourOffer`].
		/// - Events: [`Event::OfferWithdrawn`].
		/// - Source: mechanisms, section 3.3.
		#[pallet::call_index(2)]
		pub fn withdraw_offer(origin: OriginFor<T>, offer: OfferId) -> DispatchResult {
			let provider = T::Signed::ensure_origin(origin)?;
			let published = Offers::<T>::get(offer).ok_or(Error::<T>::NoSuchOffer)?;
			ensure!(published.provider == provider, Error::<T>::NotYourOffer);
			Offers::<T>::remove(offer);
			OffersBy::<T>::mutate_exists(&provider, |offers| {
				if let Some(listed) = offers {
					listed.retain(|id| *id != offer);
					if listed.is_empty() {
						*offers = None;
					}
				}
			});
			Self::deposit_event(Event::OfferWithdrawn { offer, provider });
			Ok(())
		}

		/// Order what another member offers.
		///
		/// The price goes on hold when the provider accepts.
		///
		/// - `quantity`: minutes of an hourly offer, pieces of any other.
		/// - `deadline`: the last block in which it may be delivered.
		/// - Origin: a member, the buyer.
		/// - Errors: [`Error::NotMember`], [`Error::NoSuchOffer`], [`Error::OtherIsYourself`],
		///   [`Error::ImpossibleQuantity`], [`Error::OrderTooShort`], [`Error::ImpossibleDeadline`],
		///   [`Error::NotEnoughLabor`], [`Error::TooManyOrders`].
		/// - Events: [`Event::OrderPlaced`].
		/// - Source: mechanisms, section 3.3.
		#[pallet::call_index(3)]
		pub fn place_order(
			origin: OriginFor<T>,
			offer: OfferId,
			quantity: u32,
			deadline: BlockNumberFor<T>,
			brief: Note,
		) -> DispatchResult {
			let buyer = T::Signed::ensure_origin(origin)?;
			Self::do_place(buyer, offer, quantity, deadline, brief)
		}

		/// Accept an order, so that its price is on hold for you.
		///
		/// - Origin: the provider, a worker.
		/// - Errors: [`Error::NoSuchOrder`], [`Error::NotTheProvider`], [`Error::NotWorker`],
		///   [`Error::AcceptedAlready`], [`Error::DeadlinePassed`], [`Error::NotEnoughLabor`] of the
		///   buyer's, [`Error::TooManyOrders`].
		/// - Events: [`Event::OrderAccepted`].
		/// - Source: mechanisms, section 3.3.
		#[pallet::call_index(4)]
		pub fn accept_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_accept_order(&who, order)
		}

		/// Cancel or refuse an order of which nothing is delivered yet.
		///
		/// - Origin: its buyer or provider.
		/// - Errors: [`Error::NoSuchOrder`], [`Error::NotYourOrder`],
		///   [`Error::DeliveredAlready`].
		/// - Events: [`Event::OrderCancelled`].
		/// - Source: mechanisms, section 3.3.
		#[pallet::call_index(5)]
		pub fn cancel_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			let running = Orders::<T>::get(order).ok_or(Error::<T>::NoSuchOrder)?;
			ensure!([&running.buyer, &running.provider].contains(&&who), Error::<T>::NotYourOrder);
			ensure!(
				matches!(running.stage, Stage::Ordered | Stage::Accepted),
				Error::<T>::DeliveredAlready
			);
			Self::do_refund(order, &running)?;
			Self::deposit_event(Event::OrderCancelled { order });
			Ok(())
		}

		/// Deliver what was ordered.
		///
		/// - `minutes`: how long it took, at most what was ordered.
		/// - `evidence`: where the result can be seen.
		/// - Origin: the provider.
		/// - Errors: [`Error::NoSuchOrder`], [`Error::NotTheProvider`], [`Error::NotAccepted`],
		///   [`Error::DeliveredAlready`], [`Error::DeadlinePassed`],
		///   [`Error::ImpossibleMinutes`], [`Error::EvidenceMissing`].
		/// - Events: [`Event::OrderDelivered`].
		/// - Source: mechanisms, section 3.3.
		#[pallet::call_index(6)]
		pub fn deliver(
			origin: OriginFor<T>,
			order: OrderId,
			minutes: Minutes,
			evidence: Note,
		) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_deliver(&who, order, minutes, evidence)
		}

		/// Accept what was delivered, so that it is paid.
		///
		/// - Origin: the buyer.
		/// - Errors: [`Error::NoSuchOrder`], [`Error::NotTheBuyer`], [`Error::NotDelivered`],
		///   [`Error::AwaitsVerdict`].
		/// - Events: [`Event::OrderSettled`], [`Event::WorkPaid`], [`Event::PayoutDeferred`].
		/// - Source: mechanisms, sections 3.2, 3.3 and 3.5.
		#[pallet::call_index(7)]
		pub fn accept_delivery(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			let running = Orders::<T>::get(order).ok_or(Error::<T>::NoSuchOrder)?;
			ensure!(running.buyer == who, Error::<T>::NotTheBuyer);
			match running.stage {
				Stage::Delivered { minutes, .. } => {
					Self::do_settle(order, &running, minutes, Percent::one())
				},
				Stage::Disputed { .. } => Err(Error::<T>::AwaitsVerdict.into()),
				Stage::Ordered | Stage::Accepted => Err(Error::<T>::NotDelivered.into()),
			}
		}

		/// Dispute what was delivered, so that a verdict settles it by quality.
		///
		/// If there is no verdict in the longest time that an order may take, it counts as accepted.
		///
		/// - Origin: the buyer.
		/// - Errors: [`Error::NoSuchOrder`], [`Error::NotTheBuyer`], [`Error::NotDelivered`],
		///   [`Error::AwaitsVerdict`], [`Error::AcceptanceWindowPassed`],
		///   [`Error::ReasonMissing`].
		/// - Events: [`Event::OrderDisputed`].
		/// - Source: mechanisms, sections 3.3 and 8.3.
		#[pallet::call_index(8)]
		pub fn dispute(origin: OriginFor<T>, order: OrderId, reason: Note) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_dispute(&who, order, reason)
		}

		/// Settle a disputed order by the quality of what was delivered.
		///
		/// - `quality`: from 0 to 100, in percent.
		/// - Origin: [`Config::DisputeOrigin`].
		/// - Errors: [`Error::NoSuchOrder`], [`Error::NotDisputed`], [`Error::ImpossibleQuality`].
		/// - Events: [`Event::OrderSettled`], [`Event::WorkPaid`], [`Event::PayoutDeferred`].
		/// - Source: mechanisms, sections 3.3 and 8.3.
		#[pallet::call_index(9)]
		pub fn settle_dispute(
			origin: OriginFor<T>,
			order: OrderId,
			quality: Percent,
		) -> DispatchResult {
			T::DisputeOrigin::ensure_origin(origin)?;
			Self::settle(Subject::Order(order), quality)
		}

		/// Close an order whose time has run out.
		///
		/// What was delivered and not answered is paid, and so is what was disputed and not decided; what
		/// was not delivered is refunded. Whoever closes an order that is due pays nothing for it.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NoSuchOrder`], [`Error::NotDue`], [`Error::AwaitsVerdict`].
		/// - Events: [`Event::OrderOverdue`] or [`Event::OrderSettled`], [`Event::WorkPaid`],
		///   [`Event::PayoutDeferred`].
		/// - Source: mechanisms, section 3.3.
		#[pallet::call_index(10)]
		pub fn close_order(origin: OriginFor<T>, order: OrderId) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			Self::do_close_order(order)?;
			Ok(Pays::No.into())
		}

		/// Claim what you earned beyond the holding cap, as far as there is room now.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NothingDeferred`], [`Error::HoldingCapReached`] if there is no room.
		/// - Events: [`Event::WorkPaid`] for each payout.
		/// - Source: mechanisms, section 3.2.
		#[pallet::call_index(11)]
		pub fn claim_deferred(origin: OriginFor<T>) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_claim_deferred(&who)
		}

		/// Return to the pool what was set aside for a newcomer and has lapsed.
		///
		/// It costs nothing when it is due.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NothingLapsed`].
		/// - Events: [`Event::EarmarkReturned`].
		/// - Source: mechanisms, section 3.1.
		#[pallet::call_index(12)]
		pub fn lapse_earmark(
			origin: OriginFor<T>,
			who: T::AccountId,
		) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			let earmark = Earmarks::<T>::get(&who).ok_or(Error::<T>::NothingLapsed)?;
			ensure!(earmark.lapses <= T::Epochs::current(), Error::<T>::NothingLapsed);
			Self::return_earmark(&who);
			Self::restore_supply()?;
			Ok(Pays::No.into())
		}

		/// Change how much LABOR there is for each member.
		///
		/// The difference is made for the commons pool, or unmade out of it as far as it is free.
		///
		/// - `allotment`: hundredths of a LABOR.
		/// - Origin: [`Config::AllotmentOrigin`].
		/// - Errors: [`Error::AllotmentBelowGrants`], [`Error::AllotmentTooSmall`],
		///   [`Error::AllotmentTooLarge`].
		/// - Events: [`Event::AllotmentChanged`].
		/// - Source: mechanisms, sections 1 and 3.1.
		#[pallet::call_index(13)]
		pub fn set_allotment(origin: OriginFor<T>, allotment: LaborBalance) -> DispatchResult {
			T::AllotmentOrigin::ensure_origin(origin)?;
			let grants = T::Parameters::get().grants();
			ensure!(allotment >= grants, Error::<T>::AllotmentBelowGrants);
			ensure!(allotment >= parameters::SMALLEST_ALLOTMENT, Error::<T>::AllotmentTooSmall);
			ensure!(allotment <= parameters::LARGEST_ALLOTMENT, Error::<T>::AllotmentTooLarge);
			let from = CurrentSupply::<T>::mutate(|supply| {
				core::mem::replace(&mut supply.allotment, allotment)
			});
			Self::restore_supply()?;
			Self::deposit_event(Event::AllotmentChanged { from, to: allotment });
			Ok(())
		}

		/// Give some of your LABOR to the commons pool.
		///
		/// It pays care and common work. Grants are for hiring others: they stay.
		///
		/// - `amount`: hundredths of a LABOR.
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::AmountIsZero`], [`Error::NotEnoughLabor`],
		///   [`Error::GrantsCannotBeGivenAway`].
		/// - Events: [`Event::Contributed`].
		/// - Source: mechanisms, section 3.3.
		#[pallet::call_index(14)]
		pub fn contribute(origin: OriginFor<T>, amount: LaborBalance) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_contribute(&who, amount)?;
			Self::deposit_event(Event::Contributed { who, amount });
			Ok(())
		}

		/// Say what you would settle a disputed order for: if the other side says the same, it is settled.
		///
		/// What you said before no longer holds, nor does what the other side said, if it was something else.
		///
		/// - `quality`: how good the delivery was, from 0 to 100, in percent.
		/// - Origin: its buyer or provider.
		/// - Errors: [`Error::NoSuchOrder`], [`Error::NotYourOrder`], [`Error::NotDisputed`],
		///   [`Error::ImpossibleQuality`].
		/// - Events: [`Event::SettlementOffered`], or [`Event::OrderSettled`], [`Event::WorkPaid`] and
		///   [`Event::PayoutDeferred`].
		/// - Source: mechanisms, section 8.3.
		#[pallet::call_index(15)]
		pub fn agree(origin: OriginFor<T>, order: OrderId, quality: Percent) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_agree(&who, order, quality)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOffers::get() > 0, "a worker offers something");
			assert!(T::MaxOrders::get() > 0, "a member orders something");
			assert!(
				T::MaxPayouts::get() > 3,
				"two of three streams' payouts must be able to merge"
			);
			assert_ne!(Self::pool(), Self::escrow(), "the account is too short for two purposes");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The account of the commons pool.
	pub fn pool() -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(b"pool")
	}

	/// The account of what is in escrow.
	pub fn escrow() -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(b"escr")
	}
}
