//! The interim authority: the founders, acting together.
//!
//! Members' motions will decide for the artel; until that pallet exists, the founders named at
//! genesis do, through the stock multisig account that they and their threshold derive. Nothing
//! else is special about them, and they cannot reach Root.
//!
//! To delete the interim: remove this file with its line in the runtime's list of pallets, and point
//! [`crate::origins::Privileged`] elsewhere.

pub use pallet::*;

use crate::{AccountId, Multisig, RuntimeOrigin};
use alloc::vec::Vec;
use frame_support::{pallet_prelude::*, traits::EnsureOrigin};

/// Allows only the founders' multisig account.
pub struct EnsureFounders;

impl EnsureOrigin<RuntimeOrigin> for EnsureFounders {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		match origin.as_signer() {
			Some(who) if Account::<crate::Runtime>::get().as_ref() == Some(who) => Ok(()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		let account = AccountId::new([7; 32]);
		Account::<crate::Runtime>::put(&account);
		Ok(RuntimeOrigin::signed(account))
	}
}

use frame_support::traits::OriginTrait;

#[frame_support::pallet]
pub mod pallet {
	use super::*;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// The multisig account that the founders and their threshold derive.
	#[pallet::storage]
	pub type Account<T: Config> = StorageValue<_, AccountId, OptionQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The founders, in any order.
		pub founders: Vec<AccountId>,
		/// How many of them must agree.
		pub threshold: u16,
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if self.founders.is_empty() {
				return;
			}
			let mut founders = self.founders.clone();
			founders.sort();
			founders.dedup();
			assert_eq!(founders.len(), self.founders.len(), "a founder is named twice");
			let enough = 1..=founders.len();
			assert!(
				enough.contains(&self.threshold.into()),
				"the founders' threshold is impossible"
			);
			Account::<T>::put(Multisig::multi_account_id(&founders, self.threshold));
		}
	}
}
