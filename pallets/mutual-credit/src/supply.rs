// SPDX-License-Identifier: Apache-2.0

//! How much LABOR there is, where the pool's part of it goes, and what newcomers get.
//!
//! The overhang is not stored. It follows from the issuance and from [`CurrentSupply`], and the supply is
//! restored here after each change of the allotment, the members or the pool. A member who leaves with
//! grants spent thus leaves one behind only if the free pool cannot make up for it, and what comes to the
//! pool later is unmade until it is gone.
//!
//! LABOR leaves an account by the three helpers here alone (`burn`, `transfer`, `transfer_held`), and they
//! note what that does to what was kept.

use crate::*;

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	/// What another allotment makes more is made for the commons pool; what it makes less is unmade out of it, as
	/// far as it is free.
	fn govern(figures: Figures) -> DispatchResult {
		let allotment = Self::figures().allotment;
		let another = figures.allotment != allotment;
		CurrentFigures::<T>::put(figures);
		if another {
			Self::restore_supply()?;
		}
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// What the supply follows from, when what members need no longer for reviews is free for good.
	///
	/// Whatever leaves the free pool notes it, or what was freed by fewer members or a lower figure, and
	/// spent since, would be kept once more as soon as there are more members or a higher figure.
	pub(crate) fn supply_now(figures: &Figures) -> Supply {
		let mut supply = CurrentSupply::<T>::get();
		supply.free_surplus(figures);
		supply
	}

	/// What the pool can spend: what is neither earmarked nor kept, nor is about to be unmade.
	///
	/// A lower figure frees what was kept before anything is unmade of it.
	pub(crate) fn free_of(supply: &Supply, figures: &Figures) -> LaborBalance {
		Self::untied_of(supply, figures).saturating_sub(Self::overhang_of(supply, figures))
	}

	/// What of the pool is neither earmarked nor kept.
	fn untied_of(supply: &Supply, figures: &Figures) -> LaborBalance {
		let kept = supply.kept_for_reviews(figures);
		T::Labor::balance(&Self::pool()).saturating_sub(supply.earmarked).saturating_sub(kept)
	}

	/// What there is beyond the allotment of all members.
	fn overhang_of(supply: &Supply, figures: &Figures) -> LaborBalance {
		T::Labor::total_issuance().saturating_sub(supply.target(figures))
	}

	/// Restores the supply's invariant: makes what is missing, unmakes what is too much and free.
	pub(crate) fn restore_supply() -> DispatchResult {
		let figures = Self::figures();
		let supply = Self::supply_now(&figures);
		CurrentSupply::<T>::put(supply);
		let missing = supply.target(&figures).saturating_sub(T::Labor::total_issuance());
		let surplus = Self::overhang_of(&supply, &figures).min(Self::untied_of(&supply, &figures));
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
		Self::note_debit(who)
	}

	/// Notes that LABOR has left an account: of what its owner was paid they have kept no more than they own.
	///
	/// A hold, and what returns from one, leaves nothing. What is at stake has left nobody yet.
	pub(crate) fn note_debit(who: &T::AccountId) -> DispatchResult {
		let there = T::Labor::total_balance(who);
		let wallet = |credit: &Credit| there.saturating_add(credit.staked);
		if T::Credits::get(who).is_some_and(|credit| credit.kept > wallet(&credit)) {
			T::Credits::mutate(who, |credit| {
				if let Some(credit) = credit {
					credit.keep_at_most(wallet(credit));
				}
			})?;
		}
		Ok(())
	}

	/// What somebody owns, with what they have at stake.
	pub(crate) fn owned(who: &T::AccountId) -> LaborBalance {
		T::Labor::total_balance(who).saturating_add(Self::staked(who))
	}

	/// Moves free LABOR between accounts.
	pub(crate) fn transfer(
		from: &T::AccountId,
		to: &T::AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		if amount > 0 {
			T::Labor::transfer(from, to, amount, Preservation::Expendable)?;
			Self::note_debit(from)?;
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
		Self::note_debit(from)
	}

	/// What a member can still receive before it reaches the cap.
	pub(crate) fn room(who: &T::AccountId, cap: LaborBalance) -> LaborBalance {
		cap.saturating_sub(Self::owned(who))
	}

	/// Makes the allotment of a new member and sets its grants aside.
	pub(crate) fn admit(who: &T::AccountId) -> DispatchResult {
		let figures = Self::figures();
		T::Credits::mutate(who, |credit| *credit = Some(Credit::default()))?;
		CurrentSupply::<T>::mutate(|supply| {
			// Nobody is promised more than is made for it.
			let first = figures.first_grant.min(figures.allotment);
			let second = figures.second_grant.min(figures.allotment.saturating_sub(first));
			let lapses = T::Epochs::current().saturating_add(figures.earmark_epochs);
			let earmark = Earmark { first, second, lapses };
			// The artel may have decided to grant nothing.
			Earmarks::<T>::set(who, (earmark.rest() > 0).then_some(earmark));
			supply.members = supply.members.saturating_add(1);
			supply.earmarked = supply.earmarked.saturating_add(earmark.rest());
		});
		T::Labor::mint_into(&Self::pool(), figures.allotment)?;
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
		let amount = up_to.min(Self::room(who, Self::figures().holding_cap));
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

	/// Tells that what a leaver has deferred is paid now, as work: whoever counts that still knows them.
	pub(crate) fn tell_deferred(who: &T::AccountId) {
		for payout in Payouts::<T>::get(who) {
			let Payout { net, labor, minutes, stream, payer } = payout;
			let work = Work { worker: who.clone(), minutes, labor, stream, payer };
			T::OnWorkPaid::on_work_paid(&work, net);
		}
	}

	/// Settles a leaver's LABOR: burns its grants, gives the rest to the pool, unmakes its allotment.
	pub(crate) fn settle_exit(who: &T::AccountId, number: MemberNumber) -> DispatchResult {
		// What is deferred is as much its own as its balance.
		let deferred = Payouts::<T>::take(who)
			.iter()
			.fold(0, |sum: LaborBalance, payout| sum.saturating_add(payout.net));
		let free = T::Labor::balance(who);
		let credit = T::Credits::get(who).unwrap_or_default();
		let mut exit = Exit::new(who.clone(), &credit);
		let Settled { burned, to_pool, owed } =
			exit.settle(free.saturating_add(deferred), deferred);
		Exits::<T>::insert(number, exit);

		T::Credits::mutate(who, |credit| *credit = None)?;
		Self::transfer(who, &Self::pool(), free)?;
		let reason = HoldReason::Deferred.into();
		Self::transfer_held(&reason, &Self::escrow(), &Self::pool(), deferred)?;
		Self::unmake(burned)?;
		Self::return_earmark(who);
		CurrentSupply::<T>::mutate(|supply| supply.members = supply.members.saturating_sub(1));
		Self::restore_supply()?;

		let who = who.clone();
		Self::claim(&who, number, owed);
		Self::deposit_event(Event::ExitSettled { who, number, burned, to_pool, owed });
		Ok(())
	}

	/// Settles what comes in for somebody who has left by the rule of their exit. So much of it is paid for
	/// work.
	pub(crate) fn settle_late(
		reason: &ReasonOf<T>,
		from: &T::AccountId,
		number: MemberNumber,
		amount: LaborBalance,
		paid: LaborBalance,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		Self::transfer_held(reason, from, &Self::pool(), amount)?;
		let Some(mut exit) = Exits::<T>::get(number) else {
			frame::deps::frame_support::defensive!("whoever left has an exit");
			return Ok(());
		};
		let Settled { burned, to_pool, owed } = exit.settle(amount, paid);
		let who = exit.who.clone();
		Exits::<T>::insert(number, exit);
		Self::unmake(burned)?;
		Self::claim(&who, number, owed);
		Self::deposit_event(Event::LateSettled { who, number, burned, to_pool, owed });
		Ok(())
	}

	/// Unmakes grants that have come back to the pool.
	fn unmake(amount: LaborBalance) -> DispatchResult {
		if amount > 0 {
			Self::burn(&Self::pool(), amount)?;
		}
		Ok(())
	}

	/// Tells what is owed to a former member.
	fn claim(who: &T::AccountId, number: MemberNumber, owed: LaborBalance) {
		if owed > 0 {
			T::OnExitClaim::on_exit_claim(who, number, owed);
		}
	}

	/// The artel's LABOR as a whole.
	pub fn supply() -> SupplyState {
		let (supply, figures) = (CurrentSupply::<T>::get(), Self::figures());
		SupplyState {
			allotment: figures.allotment,
			members: supply.members,
			issuance: T::Labor::total_issuance(),
			overhang: Self::overhang_of(&supply, &figures),
			free_pool: Self::free_of(&supply, &figures),
			earmarked: supply.earmarked,
			kept_for_reviews: supply.kept_for_reviews(&figures),
			escrowed: T::Labor::total_balance(&Self::escrow()),
		}
	}

	/// A member's LABOR; none if it is no member.
	pub fn wallet(who: &T::AccountId) -> Option<Wallet> {
		let credit = T::Credits::get(who)?;
		let kept = credit.ripe(T::Ripening::unripe_since(who));
		let Credit { granted, earned, kept: all_kept, staked, .. } = credit;
		let total = T::Labor::total_balance(who);
		let free = T::Labor::balance(who);
		let signed = |amount| i64::try_from(amount).unwrap_or(i64::MAX);
		Some(Wallet {
			free,
			held: total.saturating_sub(free),
			staked,
			granted,
			net_position: signed(total.saturating_add(staked)).saturating_sub(signed(granted)),
			earned,
			kept,
			ripening: all_kept.saturating_sub(kept),
			room: Self::room(who, Self::figures().holding_cap),
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
