// SPDX-License-Identifier: Apache-2.0

//! How LABOR is tied up, given back, and paid for work.

use crate::*;

impl<T: Config> HoldLabor<T::AccountId> for Pallet<T> {
	type Reason = ReasonOf<T>;

	fn held(reason: &ReasonOf<T>, source: &Source<T::AccountId>) -> LaborBalance {
		T::Labor::balance_on_hold(reason, &Self::holder(source))
	}

	fn hold(
		reason: &ReasonOf<T>,
		source: &Source<T::AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		match source {
			Source::Held(who) => {
				ensure!(T::Credits::get(who).is_some(), Error::<T>::NotMember);
				ensure!(amount <= T::Labor::balance(who), Error::<T>::NotEnoughLabor);
			},
			Source::Escrow => Self::take_from_pool(|_| 0, amount)?,
			Source::Reviews => Self::take_from_pool(|supply| supply.reserved, amount)?,
			Source::Former(_) => return Err(Error::<T>::AlreadyLeft.into()),
		}
		T::Labor::hold(reason, &Self::holder(source), amount)
	}

	fn release(
		reason: &ReasonOf<T>,
		source: &Source<T::AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		Self::give_to(reason, source, source, amount)
	}

	fn rededicate(
		reason: &ReasonOf<T>,
		new_reason: &ReasonOf<T>,
		source: &Source<T::AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let holder = Self::holder(source);
		T::Labor::release(reason, &holder, amount, Precision::Exact)?;
		T::Labor::hold(new_reason, &holder, amount)
	}

	fn give_to(
		reason: &ReasonOf<T>,
		source: &Source<T::AccountId>,
		to: &Source<T::AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		let from = Self::holder(source);
		match to {
			// LABOR is members' alone: what would go to another account than its own is the pool's.
			Source::Held(who) if from == *who || T::Credits::get(who).is_some() => {
				return Self::transfer_held(reason, &from, who, amount)
			},
			Source::Held(_) | Source::Escrow | Source::Reviews => {
				Self::transfer_held(reason, &from, &Self::pool(), amount)?
			},
			Source::Former(number) => Self::settle_late(reason, &from, *number, amount, 0)?,
		}
		Self::restore_supply()
	}

	fn pass_to_escrow(
		reason: &ReasonOf<T>,
		who: &T::AccountId,
		_: MemberNumber,
		amount: LaborBalance,
	) -> DispatchResult {
		Self::hold_in_escrow(reason, who, reason, amount)
	}

	fn pay_work(
		reason: &ReasonOf<T>,
		source: &Source<T::AccountId>,
		work: Work<T::AccountId>,
		left: Option<MemberNumber>,
	) -> DispatchResult {
		let Work { worker, minutes, labor, stream, payer } = work;
		if labor == 0 {
			return Ok(());
		}
		let from = Self::holder(source);
		let figures = Self::figures();
		let (stream, contribution) = match payer {
			// Work that a member pays is Livelihood, whatever its label.
			Some(_) => (Stream::Livelihood, figures.contribution_of(labor)),
			None => (stream, 0),
		};
		let net = labor.saturating_sub(contribution);
		match left {
			Some(number) => {
				Self::settle_late(reason, &from, number, net, net)?;
				let work = Work { worker, minutes, labor, stream, payer };
				T::OnWorkPaid::on_late_work_paid(&work, number);
			},
			None if T::Credits::get(&worker).is_none() => {
				// Callers name the number of whoever left; without one the pool has it, for it is members' alone.
				Self::transfer_held(reason, &from, &Self::pool(), net)?;
			},
			None => {
				let mut payout = Payout { net, labor, minutes, stream, payer };
				// What fits is paid and counts now; the rest when it is claimed.
				let room = Self::room(&worker, figures.holding_cap);
				if room > 0 {
					let now = payout.take(room);
					Self::pay_worker(reason, &from, &worker, now)?;
				}
				if payout.net > 0 {
					Self::defer(reason, &from, &worker, payout)?;
				}
			},
		}
		if contribution > 0 {
			Self::transfer_held(reason, &from, &Self::pool(), contribution)?;
			CurrentSupply::<T>::mutate(|supply| supply.reserve(contribution, &figures));
		}
		Self::restore_supply()
	}
}

impl<T: Config> StakeLabor<T::AccountId> for Pallet<T> {
	fn staked(who: &T::AccountId) -> LaborBalance {
		T::Credits::get(who).map_or(0, |credit| credit.staked)
	}

	fn stake(reason: &ReasonOf<T>, who: &T::AccountId, amount: LaborBalance) -> DispatchResult {
		let credit = T::Credits::get(who).ok_or(Error::<T>::NotMember)?;
		Self::ensure_may_give(who, &credit, amount)?;
		// It is noted before it goes, so that nothing seems to have left.
		Self::change_stake(who, |staked| staked.saturating_add(amount))?;
		let escrow = Self::escrow();
		Self::transfer(who, &escrow, amount)?;
		T::Labor::hold(reason, &escrow, amount)
	}

	fn return_stake(
		reason: &ReasonOf<T>,
		who: &T::AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		Self::transfer_held(reason, &Self::escrow(), who, amount)?;
		Self::change_stake(who, |staked| staked.saturating_sub(amount))
	}

	fn room_of(who: &T::AccountId) -> LaborBalance {
		Self::room(who, Self::figures().holding_cap)
	}

	fn lose_stake(who: &T::AccountId, amount: LaborBalance) -> DispatchResult {
		Self::change_stake(who, |staked| staked.saturating_sub(amount))?;
		Self::note_debit(who)
	}

	fn pay_winnings(
		reason: &ReasonOf<T>,
		who: &T::AccountId,
		up_to: LaborBalance,
	) -> Result<LaborBalance, DispatchError> {
		let amount = up_to.min(Self::room_of(who));
		Self::transfer_held(reason, &Self::escrow(), who, amount)?;
		Ok(amount)
	}
}

impl<T: Config> Pallet<T> {
	/// Notes how much a member has at stake.
	fn change_stake(
		who: &T::AccountId,
		change: impl FnOnce(LaborBalance) -> LaborBalance,
	) -> DispatchResult {
		T::Credits::mutate(who, |credit| {
			if let Some(credit) = credit {
				credit.staked = change(credit.staked);
			}
		})
	}

	/// The account on which what is of this source is tied up.
	pub(crate) fn holder(source: &Source<T::AccountId>) -> T::AccountId {
		match source {
			Source::Held(who) => who.clone(),
			Source::Escrow | Source::Reviews | Source::Former(_) => Self::escrow(),
		}
	}

	/// Moves LABOR of the pool to the account of the escrow: of this part of what it keeps first, then of what
	/// it has free.
	fn take_from_pool(kept: fn(&Supply) -> LaborBalance, amount: LaborBalance) -> DispatchResult {
		let figures = Self::figures();
		let mut supply = Self::supply_now(&figures);
		let kept = kept(&supply);
		let available = kept.saturating_add(Self::free_of(&supply, &figures));
		ensure!(amount <= available, Error::<T>::NotEnoughInPool);
		supply.reserved = supply.reserved.saturating_sub(amount.min(kept));
		CurrentSupply::<T>::put(supply);
		Self::transfer(&Self::pool(), &Self::escrow(), amount)?;
		Self::restore_supply()
	}

	/// Moves LABOR on hold into escrow, where it is on hold again.
	fn hold_in_escrow(
		reason: &ReasonOf<T>,
		from: &T::AccountId,
		new_reason: &ReasonOf<T>,
		amount: LaborBalance,
	) -> DispatchResult {
		let escrow = Self::escrow();
		Self::transfer_held(reason, from, &escrow, amount)?;
		T::Labor::hold(new_reason, &escrow, amount)
	}

	/// Pays a worker's deferred payouts as far as there is room.
	pub(crate) fn do_claim_deferred(who: &T::AccountId) -> DispatchResult {
		let mut payouts = Payouts::<T>::get(who).into_inner();
		ensure!(!payouts.is_empty(), Error::<T>::NothingDeferred);
		let mut room = Self::room(who, Self::figures().holding_cap);
		ensure!(room > 0, Error::<T>::HoldingCapReached);
		let mut paid = Vec::new();
		for payout in &mut payouts {
			if room == 0 {
				break;
			}
			let now = payout.take(room);
			room = room.saturating_sub(now.net);
			paid.push(now);
		}
		payouts.retain(|payout| payout.net > 0);
		match BoundedVec::try_from(payouts) {
			Ok(rest) if !rest.is_empty() => Payouts::<T>::insert(who, rest),
			_ => Payouts::<T>::remove(who),
		}
		for payout in paid {
			Self::pay_worker(&HoldReason::Deferred.into(), &Self::escrow(), who, payout)?;
		}
		Ok(())
	}

	/// Pays a worker out of what is on hold, and reports the work.
	fn pay_worker(
		reason: &ReasonOf<T>,
		from: &T::AccountId,
		who: &T::AccountId,
		payout: PayoutOf<T>,
	) -> DispatchResult {
		let Payout { net, labor, minutes, stream, payer } = payout;
		Self::transfer_held(reason, from, who, net)?;
		T::Credits::mutate(who, |credit| {
			let credit = credit.get_or_insert_default();
			credit.earned = credit.earned.saturating_add(net);
		})?;
		let work = Work { worker: who.clone(), minutes, labor, stream, payer };
		T::OnWorkPaid::on_work_paid(&work, net);
		Self::deposit_event(Event::WorkPaid { work, net });
		Ok(())
	}

	/// Keeps for a worker what it has no room for.
	fn defer(
		reason: &ReasonOf<T>,
		from: &T::AccountId,
		who: &T::AccountId,
		payout: PayoutOf<T>,
	) -> DispatchResult {
		let amount = payout.net;
		Self::hold_in_escrow(reason, from, &HoldReason::Deferred.into(), amount)?;
		Payouts::<T>::mutate(who, |payouts| {
			let mut kept = core::mem::take(payouts).into_inner();
			if kept.len() >= T::MaxPayouts::get() as usize {
				types::merge_two(&mut kept);
			}
			kept.push(payout);
			// There are more places than streams, so two of one stream have made room.
			*payouts = BoundedVec::truncate_from(kept);
		});
		Self::deposit_event(Event::PayoutDeferred { who: who.clone(), amount });
		Ok(())
	}
}
