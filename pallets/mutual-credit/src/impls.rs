// SPDX-License-Identifier: Apache-2.0

//! What other pallets ask of LABOR, and how members' coming and going moves it.

use crate::*;

impl<T: Config> InspectLabor<T::AccountId> for Pallet<T> {
	fn wallet(who: &T::AccountId) -> LaborBalance {
		Self::owned(who)
	}

	fn kept(who: &T::AccountId) -> LaborBalance {
		T::Credits::get(who).map_or(0, |credit| credit.ripe(T::Ripening::unripe_since(who)))
	}

	fn free_pool() -> LaborBalance {
		Self::free_of(&CurrentSupply::<T>::get(), &Self::figures())
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_joined(who: &T::AccountId, _: &Admission) {
		Self::certain(Self::admit(who));
	}

	fn on_leaving(who: &T::AccountId, _: MemberNumber) {
		Self::withdraw_offers(who);
		Self::tell_deferred(who);
	}

	fn on_left(who: &T::AccountId, number: MemberNumber, _: Class) {
		Self::certain(Self::settle_exit(who, number));
	}

	fn on_class_changed(who: &T::AccountId, _: Class, to: Class, _: Backing) {
		if to != Class::Worker {
			Self::withdraw_offers(who);
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(who: &T::AccountId) {
		benchmarking::set_worst_case::<T>(who);
	}
}

impl<T: Config> OnWorkCounted<T::AccountId> for Pallet<T> {
	fn on_work_counted(work: &Work<T::AccountId>, net: LaborBalance, own_epoch: Epoch) {
		Self::certain(T::Credits::mutate(&work.worker, |credit| {
			if let Some(credit) = credit {
				credit.keep(net, own_epoch);
			}
		}));
	}
}

impl<T: Config> Pallet<T> {
	/// What the ledger's own invariants make impossible to fail.
	fn certain(result: DispatchResult) {
		frame::traits::Defensive::defensive_proof(
			result,
			"amounts come from the ledger itself, and members' accounts exist",
		)
		.ok();
	}
}
