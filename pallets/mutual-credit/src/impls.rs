//! What other pallets ask of LABOR, and how members' coming and going moves it.

use crate::*;

impl<T: Config> InspectLabor<T::AccountId> for Pallet<T> {
	fn wallet(who: &T::AccountId) -> LaborBalance {
		T::Labor::total_balance(who)
	}

	fn kept(who: &T::AccountId) -> LaborBalance {
		T::Credits::get(who).map_or(0, |credit| credit.ripe(T::Ripening::unripe_since(who)))
	}

	fn free_pool() -> LaborBalance {
		Self::free_of(&CurrentSupply::<T>::get())
	}
}

impl<T: Config> HoldLabor<T::AccountId> for Pallet<T> {
	type Reason = ReasonOf<T>;

	fn held(reason: &ReasonOf<T>, who: &T::AccountId) -> LaborBalance {
		T::Labor::balance_on_hold(reason, who)
	}

	fn hold(reason: &ReasonOf<T>, who: &T::AccountId, amount: LaborBalance) -> DispatchResult {
		ensure!(T::Credits::get(who).is_some(), Error::<T>::NotMember);
		ensure!(amount <= T::Labor::balance(who), Error::<T>::NotEnoughLabor);
		T::Labor::hold(reason, who, amount)
	}

	fn release(reason: &ReasonOf<T>, who: &T::AccountId, amount: LaborBalance) -> DispatchResult {
		if amount > 0 {
			T::Labor::release(reason, who, amount, Precision::Exact)?;
		}
		Ok(())
	}

	fn hold_to_escrow(
		reason: &ReasonOf<T>,
		who: &T::AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		let escrow = Self::escrow();
		Self::transfer_held(reason, who, &escrow, amount)?;
		T::Labor::hold(reason, &escrow, amount)
	}
}

impl<T: Config> EscrowLabor for Pallet<T> {
	type Reason = ReasonOf<T>;

	fn escrowed(reason: &ReasonOf<T>) -> LaborBalance {
		Self::held(reason, &Self::escrow())
	}

	fn pool_to_escrow(reason: &ReasonOf<T>, amount: LaborBalance) -> DispatchResult {
		let supply = Self::supply_now();
		ensure!(amount <= Self::free_of(&supply), Error::<T>::PoolTooSmall);
		CurrentSupply::<T>::put(supply);
		Self::transfer(&Self::pool(), &Self::escrow(), amount)?;
		T::Labor::hold(reason, &Self::escrow(), amount)
	}

	fn reserve_to_escrow(reason: &ReasonOf<T>, amount: LaborBalance) -> DispatchResult {
		let mut supply = Self::supply_now();
		let available = supply.reserved.saturating_add(Self::free_of(&supply));
		ensure!(amount <= available, Error::<T>::PoolTooSmall);
		supply.reserved = supply.reserved.saturating_sub(amount);
		CurrentSupply::<T>::put(supply);
		Self::transfer(&Self::pool(), &Self::escrow(), amount)?;
		T::Labor::hold(reason, &Self::escrow(), amount)
	}

	fn escrow_to_pool(reason: &ReasonOf<T>, amount: LaborBalance) -> DispatchResult {
		Self::transfer_held(reason, &Self::escrow(), &Self::pool(), amount)?;
		Self::restore_supply()
	}
}

impl<T: Config> OpenDuties<T::AccountId> for Pallet<T> {
	fn ensure_none_open(who: &T::AccountId) -> DispatchResult {
		let buys = OrdersBy::<T>::get(who).into_iter().filter_map(Orders::<T>::get).any(|order| {
			// What the provider has not accepted binds nobody.
			&order.buyer == who && order.stage != Stage::Ordered
		});
		ensure!(!buys, Error::<T>::OrdersOpenAsBuyer);
		Ok(())
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_joined(who: &T::AccountId, _: &Admission) {
		Self::certain(Self::admit(who));
	}

	fn on_left(who: &T::AccountId, number: MemberNumber, _: Class) {
		Self::withdraw_offers(who);
		Self::certain(Self::settle_orders(who, number));
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
