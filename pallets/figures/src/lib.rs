// SPDX-License-Identifier: Apache-2.0

//! # Figures: what the artel governs without another release
//!
//! Every number of the rules is a figure, which lies with the room that it is of. Members change figures by a
//! motion that names them, each with its new value: one of them or several, of one room or of more
//! (mechanisms, section 1).
//!
//! ## Terms
//!
//! - **Room**: one of the artel's own pallets, with the record of its figures.
//! - **Scale**: by which ends a chain measures its times. It is chosen at genesis and never changes.
//! - **Range**: between which ends a figure lies, so that none can lock the artel or hand it over to a few.
//!
//! ## A story
//!
//! 1. Anna moves that a vote lasts a week, Boris that a newcomer is granted 12.00 and not 10.00.
//! 2. Both motions pass. Each changes what it names, so neither undoes the other.
//! 3. Clara moves that a newcomer is granted 35.00 for a first offer. With the second grant that is more than there
//!    is for each member, so it cannot be filed. With a larger allotment, named in the same motion, it can.
//!
//! ## Data
//!
//! The scale. The figures themselves lie with their rooms.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

pub use pallet::*;
pub use weights::WeightInfo;

pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use artel_primitives::figures::{InspectRooms, Scale, Times};
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
		/// The power to change figures for the artel.
		type ChangeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// A figure of any room, with a value.
		type Figure: Parameter + MaxEncodedLen;

		/// All rooms that have figures.
		type Rooms: InspectRooms<Figure = Self::Figure>;

		/// How many figures are changed at once, at most.
		#[pallet::constant]
		type MaxFigures: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Finds the figures that are dearest to change.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::Figure>;
	}

	/// By which ends this chain measures its times, chosen at genesis and never changed.
	#[pallet::storage]
	pub type TimeScale<T: Config> = StorageValue<_, Scale, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// By which ends it measures its times: `Real` unless it is for developing.
		pub scale: Scale,
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			TimeScale::<T>::put(self.scale);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// A figure has another value from now on.
		#[codec(index = 0)]
		FigureChanged {
			/// The figure as it was.
			from: T::Figure,
			/// The figure as it is.
			to: T::Figure,
		},
	}

	#[pallet::error]
	#[derive(PartialEq)]
	pub enum Error<T> {
		/// No figure is named.
		#[codec(index = 0)]
		NothingNamed,
		/// A figure is named twice.
		#[codec(index = 1)]
		AlreadyNamed,
		/// A figure is out of its range, or does not fit the others.
		#[codec(index = 2)]
		ImpossibleFigure,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Change some of the artel's figures, all of them together or none.
		///
		/// Whatever is not named stays as it is. What the rooms of these figures are like then is judged as a whole.
		///
		/// - `figures`: each figure to change, with its new value.
		/// - Origin: [`Config::ChangeOrigin`].
		/// - Errors: [`Error::NothingNamed`], [`Error::AlreadyNamed`], [`Error::ImpossibleFigure`].
		/// - Events: [`Event::FigureChanged`] for each that has another value then.
		/// - Source: mechanisms, section 1.
		#[pallet::call_index(0)]
		pub fn change(
			origin: OriginFor<T>,
			figures: BoundedVec<T::Figure, T::MaxFigures>,
		) -> DispatchResult {
			T::ChangeOrigin::ensure_origin(origin)?;
			let found = Self::judge(&figures)?;
			T::Rooms::govern(figures.to_vec())?;
			for (from, to) in found.into_iter().zip(figures) {
				if from != to {
					Self::deposit_event(Event::FigureChanged { from, to });
				}
			}
			Ok(())
		}
	}

	impl<T: Config> Pallet<T> {
		/// Whether the artel can decide on these figures; if so, how they stand now.
		pub fn judge(figures: &[T::Figure]) -> Result<Vec<T::Figure>, Error<T>> {
			ensure!(!figures.is_empty(), Error::<T>::NothingNamed);
			// The same figure is found the same, whatever it is to become.
			let found = T::Rooms::standing(figures);
			let mut each: Vec<_> = found.iter().map(Encode::encode).collect();
			each.sort_unstable();
			each.dedup();
			ensure!(each.len() == figures.len(), Error::<T>::AlreadyNamed);
			ensure!(T::Rooms::are_possible(figures, &Self::times()), Error::<T>::ImpossibleFigure);
			Ok(found)
		}

		/// Between which ends this chain's times lie.
		pub fn times() -> Times {
			TimeScale::<T>::get().times()
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxFigures::get() > 0, "no figure could be changed");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// # Invariants
	///
	/// - The figures of all rooms are possible, taken together: a motion could name them as they are.
	#[cfg(any(feature = "try-runtime", test))]
	pub fn do_try_state() -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
		ensure!(T::Rooms::stand(&Self::times()), "figures that no motion could name");
		Ok(())
	}
}

/// Finds the figures that are dearest to change.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<Figure> {
	/// Lets most follow from a change, and gives every figure there is with another value than it has.
	fn dearest() -> Vec<Figure>;
}
