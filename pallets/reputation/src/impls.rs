// SPDX-License-Identifier: Apache-2.0

//! How LOVE is made, spent and tied up.

use crate::*;

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	/// LOVE that has decayed until now has done so by the half-life that held until now. So that is settled
	/// before another one holds, and only then: what is remembered of earlier ones has an end.
	fn govern(figures: Figures) -> DispatchResult {
		let half_life = Self::figures().half_life;
		if figures.half_life != half_life {
			Decay::<T>::mutate(|decay| decay.settle(T::Epochs::current(), half_life));
		}
		CurrentFigures::<T>::put(figures);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Looks at whatever passes with time.
	pub(crate) fn now<R>(look: impl FnOnce(&Now) -> R) -> R {
		let (decay, figures) = (Decay::<T>::get(), Self::figures());
		look(&Now { epoch: T::Epochs::current(), decay: &decay, figures: &figures })
	}

	/// A member's standing as it is now; none if it is no member.
	pub(crate) fn standing_of(who: &T::AccountId, now: &Now) -> Option<Standing> {
		let mut standing = Standings::<T>::get(who)?;
		standing.bring_to(now);
		Some(standing)
	}

	/// Changes a member's standing as it is now, unless that fails.
	pub(crate) fn try_touch<R>(
		who: &T::AccountId,
		no_member: Error<T>,
		change: impl FnOnce(&mut Standing, &Now) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		Self::now(|now| {
			let mut standing = Self::standing_of(who, now).ok_or(no_member)?;
			let result = change(&mut standing, now)?;
			Standings::<T>::insert(who, standing);
			Ok(result)
		})
	}

	/// Gives recognition.
	pub(crate) fn do_recognise(
		from: &T::AccountId,
		to: &T::AccountId,
		amount: LoveBalance,
		reason: &Note,
	) -> DispatchResult {
		ensure!(from != to, Error::<T>::OtherIsYourself);
		ensure!(amount > 0, Error::<T>::ImpossibleAmount);
		ensure!(!reason.is_blank(), Error::<T>::ReasonMissing);
		Self::try_touch(from, Error::<T>::NotMember, |standing, Now { figures, .. }| {
			ensure!(standing.leave.since.is_none(), Error::<T>::NotWhileOnLeave);
			ensure!(standing.debt == 0, Error::<T>::NotWhileInDebt);
			ensure!(amount <= standing.budget(figures), Error::<T>::RecognitionBudgetReached);
			standing.given = standing.given.saturating_add(amount);
			Ok(())
		})?;
		Self::try_touch(to, Error::<T>::OtherIsNotMember, |standing, _| {
			standing.add(amount);
			Ok(())
		})?;
		Self::note(Some(from), |entry| {
			entry.recognition_given = entry.recognition_given.saturating_add(amount)
		});
		Self::note(Some(to), |entry| {
			entry.recognition_received = entry.recognition_received.saturating_add(amount)
		});
		Self::note(None, |entry| {
			entry.recognition_given = entry.recognition_given.saturating_add(amount);
			entry.recognition_received = entry.recognition_received.saturating_add(amount);
		});
		Ok(())
	}

	/// Grants LOVE within the limits of the epoch.
	pub(crate) fn do_grant(
		who: &T::AccountId,
		amount: LoveBalance,
		reason: &Note,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ImpossibleAmount);
		ensure!(!reason.is_blank(), Error::<T>::ReasonMissing);
		Self::try_touch(who, Error::<T>::OtherIsNotMember, |standing, now| {
			let Now { epoch, figures, .. } = *now;
			let granted = &mut standing.weeks.granted;
			*granted = granted.saturating_add(amount);
			ensure!(*granted <= figures.grant_limit, Error::<T>::MemberGrantLimitReached);
			let (mut all, limit) = Self::limit_for_all(epoch, figures);
			all.weeks.granted = all.weeks.granted.saturating_add(amount);
			ensure!(all.weeks.granted <= limit, Error::<T>::AllGrantsLimitReached);
			standing.add(amount);
			AllWeeks::<T>::put(all);
			Ok(())
		})
	}

	/// Withdraws LOVE within the limits of the epoch, as far as there is any, and says how much that was.
	/// What was not there to be taken uses up nothing.
	pub(crate) fn do_withdraw(
		who: &T::AccountId,
		amount: LoveBalance,
		reason: &Note,
	) -> Result<LoveBalance, DispatchError> {
		ensure!(amount > 0, Error::<T>::ImpossibleAmount);
		ensure!(!reason.is_blank(), Error::<T>::ReasonMissing);
		Self::try_touch(who, Error::<T>::OtherIsNotMember, |standing, now| {
			let Now { epoch, figures, .. } = *now;
			// What can never be withdrawn is not, even from somebody who has less.
			ensure!(amount <= figures.grant_limit, Error::<T>::MemberWithdrawalLimitReached);
			let taken = standing.take(amount);
			ensure!(taken > 0, Error::<T>::NothingToWithdraw);
			let withdrawn = &mut standing.weeks.withdrawn;
			*withdrawn = withdrawn.saturating_add(taken);
			ensure!(*withdrawn <= figures.grant_limit, Error::<T>::MemberWithdrawalLimitReached);
			let (mut all, limit) = Self::limit_for_all(epoch, figures);
			all.weeks.withdrawn = all.weeks.withdrawn.saturating_add(taken);
			ensure!(all.weeks.withdrawn <= limit, Error::<T>::AllWithdrawalsLimitReached);
			AllWeeks::<T>::put(all);
			Ok(taken)
		})
	}

	/// What all members together earned, were granted and lost lately, and how much they can be granted
	/// in this epoch, or lose. Remembers how many they are.
	fn limit_for_all(epoch: Epoch, figures: &Figures) -> (Together, LoveBalance) {
		let mut all = AllWeeks::<T>::get();
		all.roll(epoch);
		let members = T::Members::count();
		all.members = all.members.max(members);
		(all, figures.for_all(members, all.weeks.before))
	}

	/// The entries of the periods that are remembered, oldest first. A place that nothing new was written
	/// to may hold an older one.
	pub(crate) fn remembered(entries: impl Iterator<Item = Contribution>) -> Vec<Contribution> {
		let period = T::Epochs::current() / EPOCHS_PER_PERIOD;
		let oldest = period.saturating_add(1).saturating_sub(HISTORY);
		let mut kept: Vec<_> = entries.filter(|entry| entry.period >= oldest).collect();
		kept.sort_by_key(|entry| entry.period);
		kept
	}

	/// Changes an entry of the contribution ledger: a member's, or that of the artel as a whole.
	fn note(who: Option<&T::AccountId>, change: impl FnOnce(&mut Contribution)) {
		let period = T::Epochs::current() / EPOCHS_PER_PERIOD;
		let place = period % HISTORY;
		let change = |entry: &mut Option<Contribution>| {
			// The place may still be taken by what is too old to be remembered.
			let fresh = Contribution { period, ..Contribution::default() };
			let mut present = entry.filter(|entry| entry.period == period).unwrap_or(fresh);
			change(&mut present);
			*entry = Some(present);
		};
		match who {
			Some(who) => Contributions::<T>::mutate(who, place, change),
			None => AllContributions::<T>::mutate(place, change),
		}
	}
}

impl<T: Config> OnWorkPaid<T::AccountId> for Pallet<T> {
	fn on_work_paid(work: &Work<T::AccountId>, net: LaborBalance) {
		if is_self_dealing(work) {
			return;
		}
		let counted = Self::try_touch(&work.worker, Error::<T>::NotMember, |standing, now| {
			Ok((standing.count(work, net, now), standing.own_epoch(now.epoch)))
		});
		let Ok((Counted { work, net, love }, own_epoch)) = counted else { return };
		AllWeeks::<T>::mutate(|all| {
			all.roll(T::Epochs::current());
			all.weeks.now = all.weeks.now.saturating_add(love);
		});
		Self::note_work(&work, love);
		let Work { worker: who, minutes, stream, .. } = work.clone();
		Self::deposit_event(Event::LoveEarned { who, love, minutes, stream });
		T::OnWorkCounted::on_work_counted(&work, net, own_epoch);
	}

	fn on_late_work_paid(work: &Work<T::AccountId>, number: MemberNumber) {
		if is_self_dealing(work) {
			return;
		}
		// It earns no LOVE any more, but was done all the same.
		let mut allowance = OpenMinutes::<T>::get(number);
		let (work, _) = types::counted(&mut allowance, work, 0, &Self::figures());
		Self::note_open_minutes(number, allowance);
		Self::note_work(&work, 0);
	}
}

/// Whether somebody pays themselves: that counts for nothing.
fn is_self_dealing<AccountId: PartialEq>(work: &Work<AccountId>) -> bool {
	work.payer.as_ref() == Some(&work.worker)
}

impl<T: Config> InspectRipening<T::AccountId> for Pallet<T> {
	fn unripe_since(who: &T::AccountId) -> Epoch {
		Self::now(|now| {
			Self::standing_of(who, now).map_or(0, |standing| standing.unripe_since(now))
		})
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_joined(who: &T::AccountId, _: &Admission) {
		let debt = Debts::<T>::take(who);
		Standings::<T>::insert(who, Self::now(|now| Standing::new(now, debt)));
	}

	fn on_left(who: &T::AccountId, number: MemberNumber, _: Class) {
		let left = Self::now(|now| Self::standing_of(who, now));
		Standings::<T>::remove(who);
		let Some(Standing { debt, allowance, .. }) = left else { return };
		Self::note_debt(who, debt);
		Self::note_open_minutes(number, allowance);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(who: &T::AccountId) {
		// Somebody who owes LOVE leaves that behind as well, besides the minutes that are open.
		Self::penalise(who, LoveBalance::MAX);
	}
}

impl<T: Config> InspectLove<T::AccountId> for Pallet<T> {
	fn counted(who: &T::AccountId) -> LoveBalance {
		Self::now(|now| Self::standing_of(who, now).map_or(0, |standing| standing.counted(now)))
	}

	fn is_on_leave(who: &T::AccountId) -> bool {
		Self::now(|now| Self::standing_of(who, now))
			.is_some_and(|standing| standing.leave.since.is_some())
	}

	fn is_in_debt(who: &T::AccountId) -> bool {
		// What a debt comes to does not pass with time.
		Standings::<T>::get(who).map_or_else(|| Debts::<T>::get(who), |standing| standing.debt) > 0
	}

	fn own_epoch(who: &T::AccountId) -> Option<Epoch> {
		Self::now(|now| Some(Self::standing_of(who, now)?.own_epoch(now.epoch)))
	}

	fn earned_lately(who: &T::AccountId) -> LoveBalance {
		Self::now(|now| Self::standing_of(who, now).map_or(0, |standing| standing.weeks.now))
	}
}

impl<T: Config> SpendLove<T::AccountId> for Pallet<T> {
	fn burn(who: &T::AccountId, amount: LoveBalance) -> DispatchResult {
		Self::try_touch(who, Error::<T>::NotMember, |standing, _| {
			Self::ensure_usable(standing, amount)?;
			standing.take(amount);
			Ok(())
		})?;
		Self::deposit_event(Event::LoveBurned { who: who.clone(), amount });
		Ok(())
	}

	fn bond(who: &T::AccountId, amount: LoveBalance) -> DispatchResult {
		Self::try_touch(who, Error::<T>::NotMember, |standing, _| {
			Self::ensure_usable(standing, amount)?;
			standing.bond(amount);
			Ok(())
		})?;
		Self::deposit_event(Event::LoveBonded { who: who.clone(), amount });
		Ok(())
	}

	fn unbond(who: &T::AccountId, amount: LoveBalance) {
		let freed =
			Self::try_touch(who, Error::<T>::NotMember, |standing, _| Ok(standing.unbond(amount)));
		if let Ok(amount) = freed {
			Self::deposit_event(Event::LoveUnbonded { who: who.clone(), amount });
		}
	}

	fn slash_bond(who: &T::AccountId, amount: LoveBalance) {
		let slashed =
			Self::try_touch(who, Error::<T>::NotMember, |standing, _| Ok(standing.slash(amount)));
		if let Ok(amount) = slashed {
			Self::deposit_event(Event::BondSlashed { who: who.clone(), amount });
		}
	}

	fn penalise(who: &T::AccountId, amount: LoveBalance) {
		let penalty = Self::try_touch(who, Error::<T>::NotMember, |standing, _| {
			let taken = standing.take(amount);
			standing.debt = standing.debt.saturating_add(amount.saturating_sub(taken));
			Ok((taken, standing.debt))
		});
		// It waits for whoever has left, and nobody escapes it by leaving.
		let (taken, debt) = penalty.unwrap_or_else(|_| (0, Self::note_debt(who, amount)));
		Self::deposit_event(Event::Penalised { who: who.clone(), taken, debt });
	}

	fn forgive(who: &T::AccountId, amount: LoveBalance) {
		let forgiven = Self::try_touch(who, Error::<T>::NotMember, |standing, _| {
			let returned = amount.saturating_sub(standing.debt);
			standing.add(amount);
			Ok((returned, standing.debt))
		});
		// The LOVE of whoever has left is gone: only what they owe is left to be forgiven.
		let (returned, debt) = forgiven.unwrap_or_else(|_| (0, Self::forgive_debt(who, amount)));
		Self::deposit_event(Event::Forgiven { who: who.clone(), returned, debt });
	}
}

impl<T: Config> Pallet<T> {
	/// Keeps what a former member owes until they return, and says how much that is.
	fn note_debt(who: &T::AccountId, debt: LoveBalance) -> LoveBalance {
		let owed = Debts::<T>::get(who).saturating_add(debt);
		if owed > 0 {
			Debts::<T>::insert(who, owed);
		}
		owed
	}

	/// Forgives this much of what a former member owes, and says how much they still do.
	fn forgive_debt(who: &T::AccountId, amount: LoveBalance) -> LoveBalance {
		let owed = Debts::<T>::get(who).saturating_sub(amount);
		match owed {
			0 => Debts::<T>::remove(who),
			_ => Debts::<T>::insert(who, owed),
		}
		owed
	}

	/// Keeps the minutes of a former membership within which work still counts that is paid late.
	fn note_open_minutes(number: MemberNumber, minutes: Minutes) {
		match minutes {
			0 => OpenMinutes::<T>::remove(number),
			_ => OpenMinutes::<T>::insert(number, minutes),
		}
	}

	/// Notes work that counts in the contribution ledger: the worker's entry, and the artel's.
	fn note_work(work: &Work<T::AccountId>, love: LoveBalance) {
		Self::note(Some(&work.worker), |entry| entry.add(work, love));
		Self::note(None, |entry| entry.add(work, love));
	}

	/// Refuses to use LOVE that is frozen, owed, or not there.
	fn ensure_usable(standing: &Standing, amount: LoveBalance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ImpossibleAmount);
		ensure!(standing.leave.since.is_none(), Error::<T>::NotWhileOnLeave);
		ensure!(standing.debt == 0, Error::<T>::NotWhileInDebt);
		ensure!(amount <= standing.free(), Error::<T>::NotEnoughLove);
		Ok(())
	}
}
