// SPDX-License-Identifier: Apache-2.0

//! What waits for the two sides of a payment that is checked.

use crate::*;
use artel_primitives::due::{Due, InspectDue, Until};

type DueOf<T> = Due<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<DueOf<T>> {
		let all = Checks::<T>::iter();
		all.filter_map(|(payment, check)| Self::one_due(who, payment, &check)).collect()
	}
}

impl<T: Config> Pallet<T> {
	/// What of one check waits for this one, if they are one of its sides.
	fn one_due(who: &T::AccountId, payment: PaymentId, check: &SpotCheckOf<T>) -> Option<DueOf<T>> {
		let found = Payments::<T>::get(payment)?;
		let side = found.side(who)?;
		let due = match check.stage {
			Stage::Published { until } if Self::now() > until => {
				let what = "Clear your payment: the artel has decided nothing on it in time.";
				DueOf::<T>::can(what, &["spotChecks.clear"])
			},
			_ if check.evidence(side).is_none() && Self::takes_evidence(check) => {
				let last = Until::the_end_of(Self::evidence_ends(check), Self::now());
				let what = "Say what was done, with evidence: your payment is checked.";
				let otherwise = "It is decided without what you know.";
				DueOf::<T>::must(what, &["spotChecks.handIn"]).until(last, otherwise)
			},
			_ => return None,
		};
		let other = match side {
			Side::Worker => &found.payer,
			Side::Orderer => &found.worker,
		};
		Some(due.about(payment, "").beside(other))
	}
}
