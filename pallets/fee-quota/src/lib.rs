// SPDX-License-Identifier: Apache-2.0

//! # Fee quota: members sign without holding coin
//!
//! Every member has a quota in fee units that refills block by block. A member's transaction without
//! a tip is paid from it, whatever it calls and whether or not the call succeeds. What the quota does
//! not cover, and what outsiders sign, costs the ordinary fee in ART. Somebody without either is refused
//! by the pool, before a block is burdened (mechanisms, section 10).
//!
//! ## Terms
//!
//! - **Fee units**: what a call costs in base units of ART while the chain is not congested. Congestion
//!   raises the fee of those who pay in coin, never what a quota covers.
//! - **Price**: what every transaction costs, and the largest share of a block that this one takes of time,
//!   of proof size or of length, of what a whole block costs ([`Config::BlockPrice`]). One function says it
//!   for quotas and for coin. What a call declares counts, so that no room is taken for nothing.
//! - **Capacity**: what a member may spend at once.
//! - **Reserve**: what besides is kept for [`Config::Duties`], so that nothing else a member does can keep it
//!   from these.
//! - **Parting**: what is kept for leaving alone. It is drawn on only when leaving succeeds
//!   ([`Config::Parting`]); a try in vain is a duty like others, and gets the error that says why.
//!
//! ## A story
//!
//! 1. Tom is admitted and holds nothing. His quota is full; his first hundred calls cost him nothing.
//! 2. He writes a script that floods the chain. After a hundred calls the pool answers that he cannot
//!    pay. A block later his quota has grown by a little, and tomorrow it is full again.
//! 3. He may still deliver what he owes: the reserve pays for that. And whatever he did, he may leave: that
//!    has a part of its own.
//! 4. He buys some ART. From then on whatever his quota does not cover costs him the ordinary fee.
//! 5. Mallory, who is no member, fills the blocks with dear transactions and large tips. Tom's votes come
//!    first all the same.
//!
//! ## The order in the pool
//!
//! Whatever a quota pays for comes before whatever is paid in coin, whatever the tip. All quotas together
//! are far less than the blocks have room for ([`Figures::are_possible`]), and coin is not. Among
//! themselves either kind has the stock order. What is reported without a signature comes before both.
//!
//! ## What is free
//!
//! Some calls cost nothing when they succeed: closing an overdue order, lapsing an earmark, advancing or
//! carrying out a proposal, clearing away what is done with, coming back as a validator. Nobody knows before
//! whether they will, so the price must be covered first: it is charged, and comes back. Made in vain, such
//! a call is spent like any other. Beyond the quota the pool refuses them as it refuses the rest.
//!
//! ## Data
//!
//! What was left, and in which block, in the account's own record: whoever signs has that record read
//! and written anyway, so a quota costs no access of its own.
//!
//! ## For wallets
//!
//! The transaction extension [`ChargeQuotaOrFee`] presents itself as the stock one that it wraps.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

pub use extension::{ChargeQuotaOrFee, HIGHEST_BY_COIN};
pub use pallet::*;
pub use traits::InspectParting;
pub use types::{Figure, Figures, Prices, Purpose, Quota, Units, WholeBlock};
pub use weights::WeightInfo;

mod extension;
pub mod runtime_api;
mod traits;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests;

use artel_primitives::{
	figures::Governed,
	membership::{Admission, Class, MemberNumber, OnMembership},
};
use frame::{
	deps::frame_support::{
		dispatch::{DispatchInfo, PostDispatchInfo},
		traits::StoredMap,
	},
	prelude::*,
	traits::{Contains, Dispatchable, Get},
};
use pallet_transaction_payment::{FeeDetails, Pallet as Payment};

/// A member's quota on this chain.
pub type QuotaOf<T> = Quota<BlockNumberFor<T>>;

type BalanceOf<T> = <<T as pallet_transaction_payment::Config>::OnChargeTransaction as pallet_transaction_payment::OnChargeTransaction<T>>::Balance;

#[frame::pallet]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config + pallet_transaction_payment::Config {
		// Capabilities.

		/// Where the quotas are kept: beside each account's balance.
		type Quotas: StoredMap<Self::AccountId, Option<QuotaOf<Self>>>;

		/// The calls that may draw on the reserve: duties, claims and leaving.
		type Duties: Contains<Self::RuntimeCall>;

		/// Whether a call is that by which its signer leaves.
		type Parting: InspectParting<Self::AccountId, Self::RuntimeCall>;

		// Parameters.

		/// What a whole block costs.
		type BlockPrice: Get<Units>;

		// Weight.

		/// Weights of the extension and hooks.
		type WeightInfo: WeightInfo;
	}

	/// What the artel governs of quotas.
	#[pallet::storage]
	pub type CurrentFigures<T: Config> = StorageValue<_, Figures, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of quotas.
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

	impl<T: Config> Pallet<T> {
		/// What is left of this member's quota in fee units, the reserve included.
		pub fn quota_left(who: T::AccountId) -> Option<Units> {
			Self::left(&who, &Self::figures())
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

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	fn govern(figures: Figures) -> DispatchResult {
		CurrentFigures::<T>::put(figures);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// What is left of a quota by now; none without one.
	fn left(who: &T::AccountId, figures: &Figures) -> Option<Units> {
		let Quota { left, at } = T::Quotas::get(who)?;
		let now = frame_system::Pallet::<T>::block_number();
		Some(types::refilled(left, now.saturating_sub(at).saturated_into(), figures))
	}

	/// What would be left after this price; none if the quota does not cover it.
	fn affords(who: &T::AccountId, price: Units, purpose: Purpose) -> Option<Units> {
		let figures = Self::figures();
		types::spent(Self::left(who, &figures)?, price, purpose, &figures)
	}

	/// Whether this signer's quota pays for a call of this length, as things stand.
	pub fn covers(
		who: &T::AccountId,
		call: &T::RuntimeCall,
		info: &DispatchInfo,
		length: u32,
	) -> bool {
		Self::affords(who, Self::price_of(info, length), Self::purpose(who, call)).is_some()
	}

	/// What a call of this length costs in fee units at most.
	fn price_of(info: &DispatchInfo, length: u32) -> Units {
		match info.pays_fee {
			Pays::Yes => Self::price(info.total_weight(), length, info.class),
			Pays::No => Units::zero(),
		}
	}

	/// What this call is to its signer's quota.
	fn purpose(who: &T::AccountId, call: &T::RuntimeCall) -> Purpose {
		if T::Parting::would_leave(who, call) {
			Purpose::Parting
		} else if T::Duties::contains(call) {
			Purpose::Duty
		} else {
			Purpose::Anything
		}
	}

	/// Writes down what is left by now.
	fn put(who: &T::AccountId, left: Units) {
		let at = frame_system::Pallet::<T>::block_number();
		// A quota is only ever touched while its account has one, and so exists.
		T::Quotas::mutate(who, |quota| *quota = Some(Quota { left, at }))
			.defensive_proof("an account with a quota exists")
			.ok();
	}

	/// What a block has room for, and costs.
	pub fn whole_block() -> WholeBlock {
		let lengths = T::BlockLength::get().max;
		let length = DispatchClass::all().iter().map(|class| *lengths.get(*class)).max();
		WholeBlock {
			weight: T::BlockWeights::get().max_block,
			length: length.unwrap_or_default(),
			price: T::BlockPrice::get(),
		}
	}

	/// What a call of this weight and length costs in fee units.
	pub fn price(weight: Weight, length: u32, class: DispatchClass) -> Units {
		let base = T::BlockWeights::get().get(class).base_extrinsic;
		let weight = Self::whole_block().with_length(weight, length);
		let [base, weight] = [base, weight].map(Payment::<T>::weight_to_fee);
		base.saturating_add(weight).saturated_into()
	}

	/// What is known of a call before it runs, its length counted as weight. Only fees are to know this.
	fn counted(info: &DispatchInfo, length: u32) -> DispatchInfo {
		let whole = Self::whole_block().with_length(info.total_weight(), length);
		DispatchInfo { call_weight: whole.saturating_sub(info.extension_weight), ..*info }
	}

	/// The same of what is known after it.
	fn counted_after(
		post_info: &PostDispatchInfo,
		info: &DispatchInfo,
		length: u32,
	) -> PostDispatchInfo {
		let actual = post_info.calc_actual_weight(info);
		let actual_weight = Some(Self::whole_block().with_length(actual, length));
		PostDispatchInfo { actual_weight, ..*post_info }
	}

	/// What a call of this length costs in coin at most.
	pub fn fee_details(info: &DispatchInfo, length: u32) -> FeeDetails<BalanceOf<T>>
	where
		T::RuntimeCall: Dispatchable<Info = DispatchInfo>,
	{
		let info = Self::counted(info, length);
		Payment::<T>::compute_fee_details(length, &info, Zero::zero())
	}

	/// What this length costs if nothing else of the call takes a larger share of a block.
	pub fn length_to_fee(length: u32) -> BalanceOf<T> {
		Payment::<T>::weight_to_fee(Self::whole_block().with_length(Weight::zero(), length))
	}

	/// # Invariants
	///
	/// - A quota was touched in the past. What it holds above a lowered capacity is never used.
	#[cfg(any(feature = "try-runtime", test))]
	pub fn do_try_state() -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		for who in frame_system::Account::<T>::iter_keys() {
			if let Some(quota) = T::Quotas::get(&who) {
				ensure!(quota.at <= now, "a quota of the future");
			}
		}
		Ok(())
	}
}

/// The price of weight, for the stock pallet of fees. It is to be given no price of length.
pub struct LargestShare<T>(core::marker::PhantomData<T>);

impl<T: Config> frame::deps::frame_support::weights::WeightToFee for LargestShare<T> {
	type Balance = Units;

	fn weight_to_fee(weight: &Weight) -> Units {
		Pallet::<T>::whole_block().price(*weight)
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_joined(who: &T::AccountId, _: &Admission) {
		Self::put(who, Self::figures().full());
	}

	fn on_left(who: &T::AccountId, _: MemberNumber, _: Class) {
		T::Quotas::mutate(who, |quota| *quota = None)
			.defensive_proof("a member's account exists")
			.ok();
	}
}
