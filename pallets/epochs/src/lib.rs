// SPDX-License-Identifier: Apache-2.0

//! # Epochs: the artel's weeks
//!
//! Whatever the rules count "per epoch" asks here which epoch is running. The answer follows from the
//! block number and one record, so nothing is done when an epoch begins, and no member is swept
//! (mechanisms, section 1).
//!
//! ## Terms
//!
//! - **Epoch**: a governed number of blocks, a week unless the artel decides otherwise.
//! - **Period**: 13 epochs, a quarter of a year.
//!
//! ## A story
//!
//! The artel began with epochs of a week and is in the middle of epoch 30 when it decides to count in
//! two weeks. Epoch 30 goes on, and lasts two weeks from its beginning. Had it decided for two days
//! instead, epoch 30 would be over at once and epoch 31 would begin with the decision.
//!
//! ## Data
//!
//! One record: an epoch, the block it began with, and how long epochs last since.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

pub use pallet::*;
pub use types::{Calendar, Figure, Figures};

pub mod runtime_api;
pub mod types;

#[cfg(test)]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests;

use artel_primitives::{
	epochs::{Epoch, InspectEpochs},
	figures::Governed,
};
use frame::prelude::*;

#[frame::pallet]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// A calendar that counts from the first block in epochs as long as a chain begins with.
	#[pallet::type_value]
	pub fn FirstCalendar<T: Config>() -> Calendar<BlockNumberFor<T>> {
		Calendar { epoch: 0, start: Zero::zero(), length: Figures::DEFAULT.length.into() }
	}

	/// An epoch, its first block, and how long epochs last since.
	#[pallet::storage]
	pub type Current<T: Config> =
		StorageValue<_, Calendar<BlockNumberFor<T>>, ValueQuery, FirstCalendar<T>>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// What the artel governs of epochs.
		pub figures: Figures,
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(self.figures.length > 0, "an epoch without blocks");
			let length = self.figures.length.into();
			Current::<T>::put(Calendar { length, ..FirstCalendar::<T>::get() });
		}
	}

	impl<T: Config> Pallet<T> {
		/// The epoch that is running, its first block, and how many blocks it lasts.
		pub fn running() -> Calendar<BlockNumberFor<T>> {
			Current::<T>::get().at(frame_system::Pallet::<T>::block_number())
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
		Figures { length: Current::<T>::get().length.saturated_into() }
	}

	/// The epoch that is running keeps its number and its beginning. If it would be over already under the new
	/// length, the next epoch begins at once.
	fn govern(figures: Figures) -> DispatchResult {
		let now = frame_system::Pallet::<T>::block_number();
		Current::<T>::mutate(|calendar| calendar.relength(now, figures.length.into()));
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// # Invariants
	///
	/// - An epoch has blocks, and the one recorded has begun.
	#[cfg(any(feature = "try-runtime", test))]
	pub fn do_try_state() -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
		let calendar = Current::<T>::get();
		ensure!(!calendar.length.is_zero(), "an epoch without blocks");
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(calendar.start <= now, "an epoch that has not begun");
		Ok(())
	}
}

impl<T: Config> InspectEpochs for Pallet<T> {
	fn current() -> Epoch {
		Self::running().epoch
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_current(epoch: Epoch) {
		let now = frame_system::Pallet::<T>::block_number();
		Current::<T>::mutate(|calendar| {
			*calendar = Calendar { epoch, start: now, ..calendar.clone() }
		});
	}
}
