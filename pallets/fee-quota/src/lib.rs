//! # Fee quota: members sign without holding coin
//!
//! Every member has a quota in fee units that refills block by block. A member's transaction without
//! a tip is paid from it, whatever it calls and whether or not the call succeeds. What the quota does
//! not cover, and what outsiders sign, costs the ordinary fee in ART. Whoever has neither is refused
//! by the pool, before a block is burdened (mechanisms, section 10).
//!
//! ## Terms
//!
//! - **Fee units**: what a call's weight and length cost in base units of ART while the chain is not
//!   congested. Congestion raises the fee of those who pay in coin, never what a quota covers.
//! - **Capacity**: what a member may spend at once.
//! - **Reserve**: what besides is kept for [`Config::Duties`] and leaving, so that nothing else a
//!   member does can keep it from these.
//!
//! ## A story
//!
//! 1. Tom is admitted and holds nothing. His quota is full; his first hundred calls cost him nothing.
//! 2. He writes a script that floods the chain. After a hundred calls the pool answers that he cannot
//!    pay. A block later his quota has grown by a little, and tomorrow it is full again.
//! 3. He may still deliver what he owes, and leave: the reserve pays for that.
//! 4. He buys some ART. From then on whatever his quota does not cover costs him the ordinary fee.
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

pub use extension::ChargeQuotaOrFee;
pub use pallet::*;
pub use types::{Parameters, Prices, Quota, Units};
pub use weights::WeightInfo;

mod extension;
pub mod runtime_api;
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

use artel_primitives::membership::{Admission, Class, MemberNumber, OnMembership};
use frame::{deps::frame_support::traits::StoredMap, prelude::*, traits::Contains};

/// A member's quota on this chain.
pub type QuotaOf<T> = Quota<BlockNumberFor<T>>;

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

		// Parameters.

		/// What the artel governs of quotas.
		type Parameters: Get<Parameters>;

		// Weight.

		/// Weights of the extension and hooks.
		type WeightInfo: WeightInfo;
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What is left of this member's quota in fee units, the reserve included.
		pub fn quota_left(who: T::AccountId) -> Option<Units> {
			Self::left(&who, &T::Parameters::get())
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

impl<T: Config> Pallet<T> {
	/// What is left of a quota by now; none without one.
	fn left(who: &T::AccountId, parameters: &Parameters) -> Option<Units> {
		let Quota { left, at } = T::Quotas::get(who)?;
		let now = frame_system::Pallet::<T>::block_number();
		Some(types::refilled(left, now.saturating_sub(at).saturated_into(), parameters))
	}

	/// What would be left after this price; none if the quota does not cover it.
	fn affords(who: &T::AccountId, price: Units, duty: bool) -> Option<Units> {
		let parameters = T::Parameters::get();
		types::spent(Self::left(who, &parameters)?, price, duty, &parameters)
	}

	/// Writes down what is left by now.
	fn put(who: &T::AccountId, left: Units) {
		let at = frame_system::Pallet::<T>::block_number();
		// A quota is only ever touched while its account has one, and so exists.
		T::Quotas::mutate(who, |quota| *quota = Some(Quota { left, at }))
			.defensive_proof("an account with a quota exists")
			.ok();
	}

	/// What a call of this weight and length costs in fee units.
	pub fn price(weight: Weight, length: u32, class: DispatchClass) -> Units {
		use pallet_transaction_payment::Pallet as Payment;
		let base = T::BlockWeights::get().get(class).base_extrinsic;
		let [base, weight] = [base, weight].map(Payment::<T>::weight_to_fee);
		let length = Payment::<T>::length_to_fee(length);
		base.saturating_add(weight).saturating_add(length).saturated_into()
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

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_joined(who: &T::AccountId, _: &Admission) {
		Self::put(who, T::Parameters::get().full());
	}

	fn on_left(who: &T::AccountId, _: MemberNumber, _: Class) {
		T::Quotas::mutate(who, |quota| *quota = None)
			.defensive_proof("a member's account exists")
			.ok();
	}
}
