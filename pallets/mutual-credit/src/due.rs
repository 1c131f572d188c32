// SPDX-License-Identifier: Apache-2.0

//! What waits for a member of their LABOR.

use crate::*;
use alloc::format;
use artel_primitives::due::{Due, InspectDue};

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<Due<T::AccountId, BlockNumberFor<T>>> {
		let mut all = Vec::new();
		let Some(class) = T::Members::class(who) else { return all };
		let room = Self::room(who, Self::figures().holding_cap);
		if room > 0 && !Payouts::<T>::get(who).is_empty() {
			let what = "Claim what you have earned: there is room for it now.";
			all.push(Due::can(what, &["mutualCredit.claimDeferred"]));
		}
		let waiting = Earmarks::<T>::get(who)
			.filter(|earmark| earmark.first > 0 && earmark.lapses > T::Epochs::current());
		if let (Some(earmark), Class::Worker) = (waiting, class) {
			let what = "Publish your first offer: LABOR is set aside for it.";
			let mut publish = Due::can(what, &["mutualCredit.publishOffer"]);
			publish.otherwise = format!("It goes back to the pool in epoch {}.", earmark.lapses);
			all.push(publish);
		}
		all
	}
}
