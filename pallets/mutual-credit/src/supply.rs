//! How much LABOR there is, where the pool's part of it goes, and what newcomers get.

use crate::*;

impl<T: Config> Pallet<T> {
	/// What the pool can spend, given what is earmarked.
	pub(crate) fn free_of(supply: &Supply) -> LaborBalance {
		T::Labor::balance(&Self::pool()).saturating_sub(supply.earmarked)
	}

	/// What there is beyond the allotment of all members.
	fn overhang_of(supply: &Supply) -> LaborBalance {
		T::Labor::total_issuance().saturating_sub(supply.target())
	}

	/// Restores the supply's invariant: makes what is missing, unmakes what is too much and free.
	pub(crate) fn restore_supply() -> DispatchResult {
		let supply = CurrentSupply::<T>::get();
		let missing = supply.target().saturating_sub(T::Labor::total_issuance());
		let surplus = Self::overhang_of(&supply).min(Self::free_of(&supply));
		if missing > 0 {
			T::Labor::mint_into(&Self::pool(), missing)?;
		} else if surplus > 0 {
			Self::burn(&Self::pool(), surplus)?;
		}
		Ok(())
	}

	/// Unmakes free LABOR of an account.
	pub(crate) fn burn(who: &T::AccountId, amount: LaborBalance) -> DispatchResult {
		T::Labor::burn_from(
			who,
			amount,
			Preservation::Expendable,
			Precision::Exact,
			Fortitude::Polite,
		)?;
		Ok(())
	}

	/// Moves free LABOR between accounts.
	pub(crate) fn transfer(
		from: &T::AccountId,
		to: &T::AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		if amount > 0 {
			T::Labor::transfer(from, to, amount, Preservation::Expendable)?;
		}
		Ok(())
	}

	/// Moves LABOR on hold to where it is free.
	pub(crate) fn transfer_held(
		reason: &ReasonOf<T>,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		if from == to {
			T::Labor::release(reason, from, amount, Precision::Exact)?;
			return Ok(());
		}
		T::Labor::transfer_on_hold(
			reason,
			from,
			to,
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Polite,
		)?;
		Ok(())
	}

	/// What a member can still receive before it reaches the cap.
	pub(crate) fn room(who: &T::AccountId, cap: LaborBalance) -> LaborBalance {
		cap.saturating_sub(T::Labor::total_balance(who))
	}

	/// Makes the allotment of a new member and sets its grants aside.
	pub(crate) fn admit(who: &T::AccountId) -> DispatchResult {
		let parameters = T::Parameters::get();
		T::Credits::mutate(who, |credit| *credit = Some(Credit::default()))?;
		let supply = CurrentSupply::<T>::mutate(|supply| {
			// Nobody is promised more than is made for it.
			let first = parameters.first_grant.min(supply.allotment);
			let second = parameters.second_grant.min(supply.allotment.saturating_sub(first));
			let lapses = T::Epochs::current().saturating_add(parameters.earmark_epochs);
			let earmark = Earmark { first, second, lapses };
			// The artel may have decided to grant nothing.
			Earmarks::<T>::set(who, (earmark.rest() > 0).then_some(earmark));
			supply.members = supply.members.saturating_add(1);
			supply.earmarked = supply.earmarked.saturating_add(earmark.rest());
			*supply
		});
		T::Labor::mint_into(&Self::pool(), supply.allotment)?;
		Self::restore_supply()
	}

	/// Gives back to the free pool what is set aside for a member.
	pub(crate) fn return_earmark(who: &T::AccountId) {
		let Some(earmark) = Earmarks::<T>::take(who) else { return };
		let amount = earmark.rest();
		CurrentSupply::<T>::mutate(|supply| {
			supply.earmarked = supply.earmarked.saturating_sub(amount)
		});
		if amount > 0 {
			Self::deposit_event(Event::EarmarkReturned { who: who.clone(), amount });
		}
	}

	/// Pays out of what is set aside for a member, as far as there is room.
	fn pay_grant(
		who: &T::AccountId,
		grant: Grant,
		up_to: LaborBalance,
	) -> Result<LaborBalance, DispatchError> {
		let amount = up_to.min(Self::room(who, T::Parameters::get().holding_cap));
		if amount == 0 {
			return Ok(0);
		}
		Self::transfer(&Self::pool(), who, amount)?;
		CurrentSupply::<T>::mutate(|supply| {
			supply.earmarked = supply.earmarked.saturating_sub(amount)
		});
		T::Credits::mutate(who, |credit| {
			let credit = credit.get_or_insert_default();
			credit.granted = credit.granted.saturating_add(amount);
		})?;
		Self::deposit_event(Event::GrantPaid { who: who.clone(), grant, amount });
		Ok(amount)
	}

	/// Pays the first grant to a newcomer who publishes its first offer.
	pub(crate) fn pay_first_grant(who: &T::AccountId) -> DispatchResult {
		let Some(mut earmark) = Earmarks::<T>::get(who) else { return Ok(()) };
		if earmark.lapses <= T::Epochs::current() {
			Self::return_earmark(who);
			return Self::restore_supply();
		}
		// What there is no room for stays set aside, for the next offer.
		let paid = Self::pay_grant(who, Grant::First, earmark.first)?;
		earmark.first = earmark.first.saturating_sub(paid);
		Earmarks::<T>::set(who, (earmark.rest() > 0).then_some(earmark));
		Ok(())
	}

	/// Settles a leaver's LABOR: burns its grants, gives the rest to the pool, unmakes its allotment.
	pub(crate) fn settle_exit(who: &T::AccountId) -> DispatchResult {
		let Credit { granted, earned } = T::Credits::get(who).unwrap_or_default();
		let deferred: LaborBalance = Payouts::<T>::take(who)
			.iter()
			.fold(0, |sum: LaborBalance, payout| sum.saturating_add(payout.net));
		let free = T::Labor::balance(who);

		// Its own balance is burned first; what is deferred is as much its own.
		let burned = granted.min(free.saturating_add(deferred));
		let from_free = burned.min(free);
		let from_deferred = burned.saturating_sub(from_free);
		let reason = HoldReason::Deferred.into();
		if from_free > 0 {
			Self::burn(who, from_free)?;
		}
		if from_deferred > 0 {
			T::Labor::release(&reason, &Self::escrow(), from_deferred, Precision::Exact)?;
			Self::burn(&Self::escrow(), from_deferred)?;
		}
		let rest_free = free.saturating_sub(from_free);
		let rest_deferred = deferred.saturating_sub(from_deferred);
		Self::transfer(who, &Self::pool(), rest_free)?;
		Self::transfer_held(&reason, &Self::escrow(), &Self::pool(), rest_deferred)?;

		Self::return_earmark(who);
		T::Credits::mutate(who, |credit| *credit = None)?;
		CurrentSupply::<T>::mutate(|supply| supply.members = supply.members.saturating_sub(1));
		Self::restore_supply()?;

		let to_pool = rest_free.saturating_add(rest_deferred);
		let owed = to_pool.min(earned.saturating_add(deferred));
		Self::deposit_event(Event::ExitSettled { who: who.clone(), burned, to_pool, owed });
		if owed > 0 {
			T::OnExitClaim::on_exit_claim(who, owed);
		}
		Ok(())
	}

	/// The artel's LABOR as a whole.
	pub fn supply() -> SupplyState {
		let supply = CurrentSupply::<T>::get();
		SupplyState {
			allotment: supply.allotment,
			members: supply.members,
			issuance: T::Labor::total_issuance(),
			overhang: Self::overhang_of(&supply),
			free_pool: Self::free_of(&supply),
			earmarked: supply.earmarked,
			escrowed: T::Labor::total_balance(&Self::escrow()),
		}
	}

	/// A member's LABOR; none if it is no member.
	pub fn wallet(who: &T::AccountId) -> Option<Wallet> {
		let Credit { granted, earned } = T::Credits::get(who)?;
		let total = T::Labor::total_balance(who);
		let free = T::Labor::balance(who);
		let signed = |amount| i64::try_from(amount).unwrap_or(i64::MAX);
		Some(Wallet {
			free,
			held: total.saturating_sub(free),
			granted,
			net_position: signed(total).saturating_sub(signed(granted)),
			earned,
			room: Self::room(who, T::Parameters::get().holding_cap),
			deferred: Payouts::<T>::get(who)
				.iter()
				.fold(0, |sum: LaborBalance, payout| sum.saturating_add(payout.net)),
			earmark: Earmarks::<T>::get(who),
		})
	}
}

impl<T: Config> ReleaseGrant<T::AccountId> for Pallet<T> {
	fn release_second_grant(
		who: &T::AccountId,
		up_to: LaborBalance,
	) -> Result<LaborBalance, DispatchError> {
		let Some(mut earmark) = Earmarks::<T>::get(who) else { return Ok(0) };
		if earmark.lapses <= T::Epochs::current() {
			Self::return_earmark(who);
			Self::restore_supply()?;
			return Ok(0);
		}
		let paid = Self::pay_grant(who, Grant::Second, earmark.second.min(up_to))?;
		earmark.second = earmark.second.saturating_sub(paid);
		Earmarks::<T>::set(who, (earmark.rest() > 0).then_some(earmark));
		Ok(paid)
	}
}
