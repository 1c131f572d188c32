// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the stock sessions: the stock ones need the stock staking, which this chain lacks.

use crate::SessionKeys;
use alloc::vec::Vec;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::fungible::Mutate;
use frame_system::RawOrigin;
use pallet_session::Pallet as Session;

/// Stands for the pallet measured.
pub struct Pallet<T: Config>(Session<T>);

/// The chain measured must use the session keys of this runtime.
pub trait Config: pallet_session::Config<Keys = SessionKeys> {}

/// An account with coin, and new keys with the proof that they are its own.
fn owner<T: Config>() -> Result<(T::AccountId, SessionKeys, Vec<u8>), BenchmarkError> {
	let who: T::AccountId = whitelisted_caller();
	let wealth = <T::Currency as frame_support::traits::fungible::Inspect<_>>::minimum_balance();
	T::Currency::mint_into(&who, wealth)?;
	let generated = SessionKeys::generate(&who.encode(), None);
	Ok((who, generated.keys, generated.proof.encode()))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_keys() -> Result<(), BenchmarkError> {
		let (who, keys, proof) = owner::<T>()?;

		#[block]
		{
			Session::<T>::set_keys(RawOrigin::Signed(who.clone()).into(), keys, proof)?;
		}

		let id = T::ValidatorId::try_from(who).map_err(|_| "an account is a validator's id")?;
		assert!(Session::<T>::load_keys(&id).is_some());
		Ok(())
	}

	#[benchmark]
	fn purge_keys() -> Result<(), BenchmarkError> {
		let (who, keys, proof) = owner::<T>()?;
		Session::<T>::set_keys(RawOrigin::Signed(who.clone()).into(), keys, proof)?;

		#[block]
		{
			Session::<T>::purge_keys(RawOrigin::Signed(who.clone()).into())?;
		}

		let id = T::ValidatorId::try_from(who).map_err(|_| "an account is a validator's id")?;
		assert!(Session::<T>::load_keys(&id).is_none());
		Ok(())
	}
}
