// SPDX-License-Identifier: Apache-2.0

//! What waits for a member of their membership.

use crate::*;
use artel_primitives::due::{Due, InspectDue};

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<Due<T::AccountId, BlockNumberFor<T>>> {
		let about_them = |(number, report): (ReportId, LostKeyOf<T>)| {
			let holds = report.who == *who && Self::is_key_lost(number, who, &report.to);
			holds.then(|| {
				let what = "Say that you have your key: somebody reported that you lost it.";
				let mut object = Due::must(what, &["membership.object"]).beside(&report.by);
				object.number = Some(number);
				object.otherwise = "The others can decide who gets into your account.".into();
				object
			})
		};
		LostKeys::<T>::iter().filter_map(about_them).collect()
	}
}
