// SPDX-License-Identifier: Apache-2.0

//! What waits for a steward.

use crate::*;
use artel_primitives::due::{Due, InspectDue, Until};

type DueOf<T> = Due<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// How stewards act together.
const TOGETHER: [&str; 2] = ["multisig.asMulti", "fund.payMandate"];

/// How they are alone again with what they hold. Those who have recovered their account stay.
const ALONE: [&str; 4] =
	["multisig.asMulti", "proxy.removeProxies", "proposals.proposeMotion", "fund.setStewards"];

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<DueOf<T>> {
		let Some(stewards) = CurrentStewards::<T>::get().filter(|those| those.contains(who)) else {
			return Vec::new();
		};
		if !stewards.are_enough() {
			let what = "Move that the artel names other stewards: too few are members still.";
			let mut renew =
				DueOf::<T>::must(what, &["proposals.proposeMotion", "fund.setStewards"]);
			renew.otherwise = "The fund pays nothing until then.".into();
			return [renew].into();
		}
		if T::Represented::contains(&Self::shared_account(&stewards)) {
			let what =
				"End it that somebody can act for the stewards' account, or move to name others.";
			let mut end = DueOf::<T>::must(what, &ALONE);
			end.otherwise = "The fund pays nothing until then.".into();
			return [end].into();
		}
		Mandates::<T>::iter().filter_map(|(number, found)| Self::one_due(number, &found)).collect()
	}
}

impl<T: Config> Pallet<T> {
	/// What of one mandate waits for the stewards: nothing, if its purpose has no budget left.
	fn one_due(number: MandateId, found: &MandateOf<T>) -> Option<DueOf<T>> {
		let due = if Self::has_expired(found) {
			DueOf::<T>::can("Close the mandate: it has expired.", &["fund.closeMandate"])
		} else if Self::payable(found) == 0 {
			return None;
		} else {
			let now = frame_system::Pallet::<T>::block_number();
			DueOf::<T>::must("Pay the mandate, together with other stewards.", &TOGETHER).until(
				Until::the_end_of(found.until, now),
				"It expires, and what is left is free again.",
			)
		};
		Some(due.about(number, found.reason.as_str()).beside(found.beneficiary.account()))
	}
}
