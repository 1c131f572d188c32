// SPDX-License-Identifier: Apache-2.0

//! What waits for whoever runs a validator.

use crate::{types::Standing, Approved, Config, Pallet, Sessions};
use alloc::vec::Vec;
use artel_primitives::due::{Due, InspectDue};
use frame::prelude::*;

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<Due<T::AccountId, BlockNumberFor<T>>> {
		let mut all = Vec::new();
		let approved = Approved::<T>::get();
		let Some(record) = approved.iter().find(|record| record.who == *who) else { return all };
		if T::Sessions::keys(who).is_none() {
			let what = "Set the session keys of your node: it is approved and cannot serve.";
			all.push(Due::must(what, &["session.setKeys"]));
		} else if let Standing::LeftOut { until, .. } = record.standing {
			let what = "Look after your node, which was silent, and say when it is back.";
			let mut resume = Due::must(what, &["validators.resume"]);
			resume.otherwise = alloc::format!("It is tried again in session {until}.");
			all.push(resume);
		}
		all
	}
}
