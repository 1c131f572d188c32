// SPDX-License-Identifier: Apache-2.0

//! What others ask of the fund and tell it.

use crate::*;

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	fn govern(figures: Figures) -> DispatchResult {
		CurrentFigures::<T>::put(figures);
		Ok(())
	}
}

impl<T: Config> InspectRate for Pallet<T> {
	fn reference_rate() -> Balance {
		Self::figures().reference_rate
	}

	fn commission_of(paid: Balance) -> Balance {
		Self::figures().commission_of(paid)
	}
}

impl<T: Config> TakeCommission<T::AccountId> for Pallet<T> {
	fn take_commission(from: &T::AccountId, amount: Balance) -> DispatchResult {
		Self::take_in(from, amount)?;
		CurrentBooks::<T>::mutate(|Books { income, .. }| {
			income.commissions = income.commissions.saturating_add(amount);
		});
		Self::deposit_event(Event::CommissionTaken { from: from.clone(), amount });
		Ok(())
	}
}

/// Takes crumbs: what no account could hold.
impl<T: Config> OnUnbalanced<CreditOf<T>> for Pallet<T> {
	fn on_nonzero_unbalanced(crumb: CreditOf<T>) {
		let amount = crumb.peek();
		let taken = T::Coin::resolve(&Self::account(), crumb)
			.defensive_proof("an account that holds the least there is has room for more");
		if taken.is_ok() {
			CurrentBooks::<T>::mutate(|Books { income, .. }| {
				income.crumbs = income.crumbs.saturating_add(amount);
			});
		}
	}
}

impl<T: Config> InspectStewards<T::AccountId> for Pallet<T> {
	fn together() -> Option<ActingStewards<T::AccountId>> {
		let stewards = CurrentStewards::<T>::get()?;
		let account = Self::shared_account(&stewards);
		Some(ActingStewards {
			represented: T::Represented::contains(&account),
			account,
			are_enough: stewards.are_enough(),
			remaining: stewards.remaining_accounts(),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case() {
		benchmarking::name_stewards::<T>();
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_left(who: &T::AccountId, _: MemberNumber, _: Class) {
		let Some(mut stewards) = CurrentStewards::<T>::get() else { return };
		if stewards.note_left(who) {
			let (remaining, threshold) = (stewards.remaining(), stewards.threshold);
			CurrentStewards::<T>::put(stewards);
			Self::deposit_event(Event::StewardLeft { who: who.clone(), remaining, threshold });
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(who: &T::AccountId) {
		benchmarking::set_worst_case::<T>(who);
	}
}
