// SPDX-License-Identifier: Apache-2.0

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
//! 3. Anna orders six hours: 1.60 LABOR. What becomes of that is not kept here; in the end it is paid.
//! 4. Tom gets 1.44, the pool 0.16, and whoever listens hears that six hours were worked.
//! 5. Tom pays Boris 0.50 for a used saw. That is no work, so nobody's care is counted by it.
//! 6. Tom leaves. His grants are unmade as far as he still has them, the rest of his LABOR goes to
//!    the pool, and what he had earned of it is owed to him. What he delivered and is paid for later is
//!    settled by the same sums, under the number that he had.
//!
//! ## Data
//!
//! Beside each member's balance, what it was granted, has earned and has kept: a payment between members touches
//! their two accounts and nothing else. One record for the supply, one per earmark, offer, list of deferred
//! payouts and exit.
//!
//! ## For other pallets
//!
//! [`HoldLabor`] and [`ReleaseGrant`] are all they need to move LABOR, and neither of them can break the
//! holding cap or the supply. This pallet alone is given the ledger.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use credit::{Credit, Exit, Settled, Supply};
pub use figures::{Figure, Figures};
pub use pallet::*;
#[cfg(feature = "runtime-benchmarks")]
pub use traits::BenchmarkHelper;
pub use types::{Earmark, Grant, NumberedOffer, Offer, OfferId, Payout, SupplyState, Unit, Wallet};
pub use weights::WeightInfo;

mod credit;
mod due;
mod figures;
mod holds;
mod impls;
mod offers;
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
	delivery::{Cause, OpenDelivery, Order, Payer, Worker},
	epochs::{Epoch, InspectEpochs},
	figures::Governed,
	labor::{HoldLabor, InspectLabor, OnExitClaim, ReleaseGrant, Source, StakeLabor},
	love::OnWorkCounted,
	membership::{Admission, Backing, Class, InspectMembers, MemberNumber, OnMembership},
	ripening::InspectRipening,
	text::{Line, Note},
	units::{BlockAt, HundredthsOfLabor, LaborBalance, MinutesOrPieces},
	work::{OnWorkPaid, Stream, Work},
};
use frame::{
	deps::frame_support::{
		traits::{
			fungible::{hold::Mutate as MutateHold, Inspect, InspectHold, Mutate},
			tokens::{Fortitude, Precision, Preservation, Restriction},
			StoredMap,
		},
		PalletId,
	},
	prelude::*,
	traits::AccountIdConversion,
};

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

		/// Where what members order is under way.
		type Deliveries: OpenDelivery<Self::AccountId, BlockNumberFor<Self>>;

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

		/// What the accounts of the pool and the escrow are derived from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How many offers a member publishes at most.
		#[pallet::constant]
		type MaxOffers: Get<u32>;

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
		/// It was earned beyond the holding cap.
		#[codec(index = 0)]
		Deferred,
	}

	/// What the artel governs of LABOR.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	/// What the supply follows from.
	#[pallet::storage]
	pub type CurrentSupply<T: Config> = StorageValue<_, Supply, ValueQuery>;

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
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of LABOR.
		pub figures: Figures,
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			CurrentFigures::<T>::put(&self.figures);
			for account in [Pallet::<T>::pool(), Pallet::<T>::escrow()] {
				// These exist whatever they hold, so that all of it can be held or spent.
				frame_system::Pallet::<T>::inc_providers(&account);
			}
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// A member paid another.
		#[codec(index = 0)]
		Paid {
			from: T::AccountId,
			to: T::AccountId,
			/// How much, in hundredths of a LABOR.
			amount: LaborBalance,
			/// What for.
			memo: Note,
		},
		/// A worker published an offer.
		#[codec(index = 1)]
		OfferPublished { offer: OfferId, provider: T::AccountId },
		/// An offer is no longer there.
		#[codec(index = 2)]
		OfferWithdrawn { offer: OfferId, provider: T::AccountId },
		/// A newcomer got one of their grants.
		#[codec(index = 3)]
		GrantPaid {
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
		/// Work was paid.
		#[codec(index = 5)]
		WorkPaid {
			work: Work<T::AccountId>,
			/// What the worker got of its price, in hundredths of a LABOR.
			net: LaborBalance,
		},
		/// A worker has no room for all they earned, and can claim the rest later.
		#[codec(index = 6)]
		PayoutDeferred {
			who: T::AccountId,
			/// How much is deferred, in hundredths of a LABOR.
			amount: LaborBalance,
		},
		/// A former member's LABOR was settled.
		#[codec(index = 8)]
		ExitSettled {
			who: T::AccountId,
			/// The number that they had.
			number: MemberNumber,
			/// What was unmade of their grants, in hundredths of a LABOR.
			burned: LaborBalance,
			/// What went to the commons pool, in hundredths of a LABOR.
			to_pool: LaborBalance,
			/// What of that they had earned by work, in hundredths of a LABOR.
			owed: LaborBalance,
		},
		/// LABOR of a former member came in after they left, and was settled by the rule of their exit.
		#[codec(index = 9)]
		LateSettled {
			who: T::AccountId,
			/// The number that they had.
			number: MemberNumber,
			/// What was unmade of their grants, in hundredths of a LABOR.
			burned: LaborBalance,
			/// What went to the commons pool, in hundredths of a LABOR.
			to_pool: LaborBalance,
			/// What is owed to them besides from now on, in hundredths of a LABOR.
			owed: LaborBalance,
		},
		/// A member gave LABOR to the commons pool.
		#[codec(index = 10)]
		Contributed {
			who: T::AccountId,
			/// How much, in hundredths of a LABOR.
			amount: LaborBalance,
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
		ImpossibleAmount,
		/// There is not enough free LABOR.
		#[codec(index = 5)]
		NotEnoughLabor,
		/// Grants are for hiring others and cannot be given away.
		#[codec(index = 6)]
		NotEnoughBesideGrants,
		/// The other member would own more than the holding cap allows.
		#[codec(index = 7)]
		HoldingCapReached,
		/// The title is missing.
		#[codec(index = 8)]
		TitleMissing,
		/// The price of an hour is outside the rate band.
		#[codec(index = 9)]
		ImpossibleRate,
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
		/// There is nothing deferred for you.
		#[codec(index = 14)]
		NothingDeferred,
		/// Nothing that is set aside for this member has lapsed.
		#[codec(index = 15)]
		NotDue,
		/// The commons pool has not enough free LABOR.
		#[codec(index = 17)]
		NotEnoughInPool,
		/// An order is for a quarter of an hour at least.
		#[codec(index = 20)]
		ImpossibleMinutes,
		/// Nothing more can be tied up of somebody's LABOR who has left.
		#[codec(index = 21)]
		AlreadyLeft,
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
		///   [`Error::ImpossibleAmount`], [`Error::NotEnoughLabor`],
		///   [`Error::NotEnoughBesideGrants`], [`Error::HoldingCapReached`].
		/// - Events: [`Event::Paid`].
		/// - Source: mechanisms, sections 3.1 to 3.3.
		#[pallet::call_index(0)]
		pub fn pay(
			origin: OriginFor<T>,
			to: T::AccountId,
			amount: HundredthsOfLabor,
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
		/// - Errors: [`Error::NotWorker`], [`Error::TitleMissing`], [`Error::ImpossibleRate`],
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
		///   [`Error::ImpossibleQuantity`], [`Error::ImpossibleMinutes`], [`Error::NotEnoughLabor`]; or that the
		///   deadline is not possible, or too much is under way for you.
		/// - Events: that a delivery was opened.
		/// - Source: mechanisms, sections 3.3 and 3.7.
		#[pallet::call_index(3)]
		pub fn place_order(
			origin: OriginFor<T>,
			offer: OfferId,
			quantity: MinutesOrPieces,
			deadline: BlockAt<T>,
			brief: Note,
		) -> DispatchResult {
			let buyer = T::Signed::ensure_origin(origin)?;
			Self::do_place(buyer, offer, quantity, deadline, brief)
		}

		/// Claim what you earned beyond the holding cap, as far as there is room now.
		///
		/// - Origin: a member.
		/// - Errors: [`Error::NothingDeferred`], [`Error::HoldingCapReached`] if there is no room.
		/// - Events: [`Event::WorkPaid`] for each payout.
		/// - Source: mechanisms, section 3.2.
		#[pallet::call_index(4)]
		pub fn claim_deferred(origin: OriginFor<T>) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_claim_deferred(&who)
		}

		/// Return to the pool what was set aside for a newcomer and has lapsed.
		///
		/// It costs nothing when it is due.
		///
		/// - Origin: anyone who signs.
		/// - Errors: [`Error::NotDue`].
		/// - Events: [`Event::EarmarkReturned`].
		/// - Source: mechanisms, section 3.1.
		#[pallet::call_index(5)]
		pub fn lapse_earmark(
			origin: OriginFor<T>,
			who: T::AccountId,
		) -> DispatchResultWithPostInfo {
			T::Signed::ensure_origin(origin)?;
			let earmark = Earmarks::<T>::get(&who).ok_or(Error::<T>::NotDue)?;
			ensure!(earmark.lapses <= T::Epochs::current(), Error::<T>::NotDue);
			Self::return_earmark(&who);
			Self::restore_supply()?;
			Ok(Pays::No.into())
		}

		/// Give some of your LABOR to the commons pool.
		///
		/// It pays care and common work. Grants are for hiring others: they stay.
		///
		/// - `amount`: hundredths of a LABOR.
		/// - Origin: a member.
		/// - Errors: [`Error::NotMember`], [`Error::ImpossibleAmount`], [`Error::NotEnoughLabor`],
		///   [`Error::NotEnoughBesideGrants`].
		/// - Events: [`Event::Contributed`].
		/// - Source: mechanisms, section 3.3.
		#[pallet::call_index(7)]
		pub fn contribute(origin: OriginFor<T>, amount: HundredthsOfLabor) -> DispatchResult {
			let who = T::Signed::ensure_origin(origin)?;
			Self::do_contribute(&who, amount)?;
			Self::deposit_event(Event::Contributed { who, amount });
			Ok(())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOffers::get() > 0, "a worker offers something");
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
