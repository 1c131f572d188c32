// SPDX-License-Identifier: Apache-2.0

//! # Lots: what nobody can choose
//!
//! Some things are decided by lot: which members judge a delivery, and which payment is checked. The lot is the chain's
//! own randomness. This room keeps a value of it for each session, so that what happened in a session can be drawn
//! later, by whoever asks first, with the same result (mechanisms, section 8.3).
//!
//! ## Terms
//!
//! - **Session**: a stretch of blocks at whose end the chain's randomness is renewed.
//! - **Lot of a session**: the value by which all that happened in it is drawn. It is kept as the second session after
//!   it begins, and made from what validators add in the session between. Nobody knows it while they act.
//!
//! ## A story
//!
//! 1. A delivery is disputed in session 7. Its judges cannot be told yet: what will draw them is made in session 8.
//! 2. As session 9 begins, the chain's randomness for session 10 is fixed. That is the lot of session 7.
//! 3. Anyone draws the judges, today or tomorrow. They are the same.
//!
//! The last author of session 8 can leave out their block, and so choose between two values. With several validators of
//! whom one is such, that is one choice between two lots, neither of which is made for them.
//!
//! ## Data
//!
//! One value for each of the last sessions. Whatever is drawn by lot is over long before its value is forgotten.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

pub use pallet::*;

#[cfg(test)]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests;

use artel_primitives::verdict::{InspectLots, SessionIndex};
use codec::{Decode, Encode, MaxEncodedLen};
use frame::prelude::*;
use scale_info::TypeInfo;

/// How many sessions after that in which something happened its lot is known.
pub const KNOWN_AFTER: SessionIndex = 2;

/// How many further sessions are looked at where a session left no value.
const LOOKS: SessionIndex = 4;

/// What was fixed as a session began.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Value(pub [u8; 32]);

#[frame::pallet]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		// Capabilities.

		/// The session that runs.
		type Session: Get<SessionIndex>;

		/// What will be the chain's randomness in the next session.
		type Randomness: Get<[u8; 32]>;

		// Parameters and limits.

		/// Of how many sessions the value is kept.
		#[pallet::constant]
		type Kept: Get<SessionIndex>;
	}

	/// What was fixed as each session began.
	#[pallet::storage]
	pub type Values<T: Config> = StorageMap<_, Twox64Concat, SessionIndex, Value, OptionQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::Kept::get() > KNOWN_AFTER + LOOKS, "a lot is kept until it is known");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Keeps the value of the session that has just begun, and forgets the oldest one.
	pub fn note() {
		let session = T::Session::get();
		Values::<T>::insert(session, Value(T::Randomness::get()));
		if let Some(old) = session.checked_sub(T::Kept::get()) {
			Values::<T>::remove(old);
		}
	}

	/// # Invariants
	///
	/// - No value is of a session that has not begun.
	#[cfg(any(feature = "try-runtime", test))]
	pub fn do_try_state() -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
		let now = T::Session::get();
		for session in Values::<T>::iter_keys() {
			ensure!(session <= now, "a value of a session that has not begun");
		}
		Ok(())
	}
}

impl<T: Config> InspectLots for Pallet<T> {
	fn session() -> SessionIndex {
		T::Session::get()
	}

	fn lot(session: SessionIndex) -> Option<[u8; 32]> {
		let first = session.checked_add(KNOWN_AFTER)?;
		// What is forgotten must not be replaced by what came after it.
		let oldest = T::Session::get().saturating_sub(T::Kept::get()).saturating_add(1);
		if first < oldest {
			return None;
		}
		(first..=first.saturating_add(LOOKS)).find_map(Values::<T>::get).map(|value| value.0)
	}
}
