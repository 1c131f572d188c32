// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask of those who judge.

use crate::*;

impl<T: Config> Pallet<T> {
	/// The seats of somebody that have no outcome yet.
	pub fn seats(who: &T::AccountId) -> Vec<Seat> {
		let Ok(found) = Self::enforcer(who) else { return Vec::new() };
		found.seats.into_iter().filter(|seat| !seat.counted).collect()
	}

	/// The cases in which this account is a side.
	pub fn cases_of(who: &T::AccountId) -> Vec<(CaseId, CaseOf<T>)> {
		Cases::<T>::iter().filter(|(_, case)| case.side(who).is_some()).collect()
	}
}
