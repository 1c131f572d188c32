// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::{Approved, Authors, Config, Pallet, Sessions, Standing};
use alloc::collections::BTreeSet;
use frame::{deps::sp_runtime::TryRuntimeError, prelude::*};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_approved()?;
		Self::try_state_in_line()?;
		Self::try_state_authors()
	}

	/// # Invariants
	///
	/// - Nobody is on the list twice.
	/// - One that is left out was left out at least once.
	fn try_state_approved() -> Result<(), TryRuntimeError> {
		let approved = Approved::<T>::get();
		let distinct: BTreeSet<_> = approved.iter().map(|record| record.who.encode()).collect();
		ensure!(distinct.len() == approved.len(), "an account is approved twice");
		for record in &approved {
			if let Standing::LeftOut { absences, .. } = record.standing {
				ensure!(absences > 0, "left out without an absence");
			}
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - While a session runs, somebody on the list has session keys. So there is somebody to plan:
	///   whoever can serve, or else whoever departs, is on trial, excluded or left out.
	fn try_state_in_line() -> Result<(), TryRuntimeError> {
		let approved = Approved::<T>::get();
		let has_keys = Self::keys_of(&approved);
		ensure!(
			T::Sessions::active().is_empty() || approved.iter().any(|record| has_keys(&record.who)),
			"nobody is there to make blocks after this session"
		);
		Ok(())
	}

	/// # Invariants
	///
	/// - Only validators of the running session have authored in it.
	fn try_state_authors() -> Result<(), TryRuntimeError> {
		let active = T::Sessions::active();
		for who in Authors::<T>::iter_keys() {
			ensure!(active.contains(&who), "an author is not a validator of this session");
		}
		Ok(())
	}
}
