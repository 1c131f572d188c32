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
pub use types::Calendar;
pub use weights::WeightInfo;

pub mod runtime_api;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests;

use artel_primitives::epochs::{Epoch, InspectEpochs};
use core::ops::RangeInclusive;
use frame::prelude::*;

#[frame::pallet]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The power to decide how long epochs last.
		type LengthOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How long they last where genesis does not say otherwise.
		#[pallet::constant]
		type DefaultLength: Get<BlockNumberFor<Self>>;

		/// How long they can last, from the shortest to the longest.
		type Lengths: Get<RangeInclusive<BlockNumberFor<Self>>>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// A calendar that counts from the first block in epochs of the default length.
	#[pallet::type_value]
	pub fn FirstCalendar<T: Config>() -> Calendar<BlockNumberFor<T>> {
		Calendar { epoch: 0, start: Zero::zero(), length: T::DefaultLength::get().max(One::one()) }
	}

	/// An epoch, its first block, and how long epochs last since.
	#[pallet::storage]
	pub type Current<T: Config> =
		StorageValue<_, Calendar<BlockNumberFor<T>>, ValueQuery, FirstCalendar<T>>;

	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Blocks in an epoch.
		pub length: BlockNumberFor<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { length: T::DefaultLength::get() }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(
				Pallet::<T>::is_possible(self.length),
				"no epoch can last so long, or so short"
			);
			Current::<T>::put(Calendar { length: self.length, ..FirstCalendar::<T>::get() });
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Epochs last for another number of blocks from now on.
		#[codec(index = 0)]
		EpochLengthChanged {
			/// The epoch that is running.
			epoch: Epoch,
			/// The block that it began with.
			start: BlockNumberFor<T>,
			/// Blocks in an epoch from this one on.
			length: BlockNumberFor<T>,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// An epoch can neither be so short nor so long.
		#[codec(index = 0)]
		ImpossibleLength,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Change how many blocks an epoch lasts.
		///
		/// The epoch that is running keeps its number and its beginning. If it would be over already
		/// under the new length, the next epoch begins at once.
		///
		/// - Origin: [`Config::LengthOrigin`].
		/// - Errors: [`Error::ImpossibleLength`] unless it lies in [`Config::Lengths`].
		/// - Events: [`Event::EpochLengthChanged`].
		/// - Source: mechanisms, section 1.
		#[pallet::call_index(0)]
		pub fn set_length(origin: OriginFor<T>, length: BlockNumberFor<T>) -> DispatchResult {
			T::LengthOrigin::ensure_origin(origin)?;
			ensure!(Self::is_possible(length), Error::<T>::ImpossibleLength);
			let now = frame_system::Pallet::<T>::block_number();
			let Calendar { epoch, start, length } =
				Current::<T>::mutate(|calendar| calendar.relength(now, length));
			Self::deposit_event(Event::EpochLengthChanged { epoch, start, length });
			Ok(())
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

impl<T: Config> Pallet<T> {
	/// Whether an epoch can last this long.
	///
	/// In too short a one nobody could be heard before what counts per epoch counts anew; too long a one
	/// would stop whatever waits for the next.
	pub fn is_possible(length: BlockNumberFor<T>) -> bool {
		!length.is_zero() && T::Lengths::get().contains(&length)
	}

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
