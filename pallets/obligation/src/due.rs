// SPDX-License-Identifier: Apache-2.0

//! What waits for those who judge.

use crate::*;
use artel_primitives::due::{Due, InspectDue, Until};

type DueOf<T> = Due<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<DueOf<T>> {
		Self::seats(who).iter().filter_map(Self::seat_due).collect()
	}
}

impl<T: Config> Pallet<T> {
	/// What somebody must do for a seat now.
	fn seat_due(seat: &Seat) -> Option<DueOf<T>> {
		let now = Self::now();
		let (what, calls, last): (_, &[&str], _) = if seat.commitment.is_none() {
			let calls = &["obligation.commit", "obligation.recuse"];
			("Judge the case, and commit to a score.", calls, seat.commit_by)
		} else if now >= seat.reveal_from {
			let calls = &["obligation.reveal"];
			("Reveal the score that you have committed to.", calls, seat.reveal_by)
		} else {
			return None;
		};
		let until = Until::the_end_of(last.into(), now.into());
		let otherwise =
			"The seat is missed: who misses too many is not paid, and banned in the end.";
		Some(DueOf::<T>::must(what, calls).about(seat.case, "").until(until, otherwise))
	}
}
