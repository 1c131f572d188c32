// SPDX-License-Identifier: Apache-2.0

//! What others ask of those who judge, and what they hear.

use crate::*;
use artel_primitives::{
	love::{LeaveConditions, OnLeave},
	membership::{Backing, MemberNumber, OnMembership},
	units::LaborBalance,
	verdict::{NewCase, OpenCases},
};

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

impl<T: Config> Pallet<T> {
	/// Those who must not judge it: the sides, others who have to do with it, and those who vote for any of them.
	fn kept_away(case: &NewCase<T::AccountId>) -> Result<ConflictsOf<T>, DispatchError> {
		let mut all = Vec::new();
		for who in [&case.orderer, &case.worker].into_iter().chain(&case.others) {
			all.push(who.clone());
			all.extend(T::Delegates::delegates(who));
		}
		all.sort_unstable();
		all.dedup();
		let most = MAX_CONFLICTS.saturating_sub(DRAWN_CONFLICTS);
		ensure!(all.len() <= most as usize, Error::<T>::TooManyConflicts);
		BoundedVec::try_from(all).map_err(|_| Error::<T>::TooManyConflicts.into())
	}
}

impl<T: Config> OpenCases<T::AccountId> for Pallet<T> {
	type Reason = T::RuntimeHoldReason;

	fn fee() -> LaborBalance {
		CurrentFigures::<T>::get().seat_fee().saturating_mul(SEATS.into())
	}

	fn open(
		case: NewCase<T::AccountId>,
		tied_as: Option<&T::RuntimeHoldReason>,
	) -> Result<Option<CaseId>, DispatchError> {
		let conflicts = Self::kept_away(&case)?;
		if Self::fresh(&conflicts) < SEATS {
			return Ok(None);
		}
		with_storage_layer(|| {
			let number = LastCase::<T>::get().saturating_add(1);
			let (figures, amount, now) = (CurrentFigures::<T>::get(), Self::fee(), Self::now());
			let reason = HoldReason::Fee.into();
			match tied_as {
				Some(tied) => T::Labor::rededicate(tied, &reason, &case.fee, amount)?,
				None => T::Labor::hold(&reason, &case.fee, amount)?,
			}
			Self::note_fee(&case.fee, number)?;
			let (session, draw_by) = match &case.check {
				Some(check) => (check.session, check.paid.saturating_add(figures.draw)),
				None => (T::Lots::session(), now.saturating_add(figures.wait)),
			};
			if case.check.is_some() {
				// Those for which there is no room are drawn as other cases are.
				WaitingChecks::<T>::mutate(|all| all.try_push((number, session)).ok());
			}
			let subject = case.subject;
			let opened = Case {
				subject,
				orderer: case.orderer,
				worker: case.worker,
				purse: Purse { source: case.fee, left: amount, spent: 0 },
				recovers: case.recovers,
				together: case.together,
				check: case.check,
				session,
				opened: now,
				stage: Stage::Waiting { draw_by },
				appeal: None,
			};
			LastCase::<T>::put(number);
			Conflicts::<T>::insert(number, conflicts);
			Cases::<T>::insert(number, opened);
			Self::deposit_event(Event::Opened { case: number, subject });
			Ok(Some(number))
		})
	}

	fn withdraw(case: CaseId) -> DispatchResult {
		with_storage_layer(|| Self::do_withdraw(case))
	}
}

impl<T: Config> Pallet<T> {
	/// Takes somebody off duty, and keeps their record.
	fn stop(who: &T::AccountId, committed_too: bool) -> Option<Enforcer> {
		let mut found = Self::enforcer(who).ok()?;
		Self::let_go(who, &mut found, committed_too);
		Enforcers::<T>::insert(who, &found);
		Some(found)
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_leaving(who: &T::AccountId, number: MemberNumber) {
		if let Some(mut found) = Self::stop(who, true) {
			found.enrolled = false;
			found.volunteers = false;
			found.bootstrap_until = None;
			T::Love::unbond(who, core::mem::take(&mut found.bonded));
			Enforcers::<T>::insert(who, found);
		}
		let (reason, own) = (HoldReason::Fee.into(), Source::Held(who.clone()));
		for case in FeesOf::<T>::take(who) {
			Cases::<T>::mutate_extant(case, |found| {
				let appeal = found.appeal.as_mut().map(|appeal| &mut appeal.purse);
				for purse in [Some(&mut found.purse), appeal].into_iter().flatten() {
					if purse.source == own {
						let passed = purse.left == 0
							|| with_storage_layer(|| {
								T::Labor::pass_to_escrow(&reason, who, number, purse.left)
							})
							.is_ok();
						if passed {
							purse.source = Source::Former(number);
						}
					}
				}
			});
		}
	}

	fn on_class_changed(who: &T::AccountId, _: Class, to: Class, _: Backing) {
		if to != Class::Worker {
			Self::stop(who, false);
		}
	}
}

impl<T: Config> OnLeave<T::AccountId> for Pallet<T> {
	fn on_leave(who: &T::AccountId) {
		Self::stop(who, false);
	}
}

impl<T: Config> LeaveConditions<T::AccountId> for Pallet<T> {
	fn ensure_may_go(who: &T::AccountId) -> DispatchResult {
		let Ok(found) = Self::enforcer(who) else { return Ok(()) };
		let rules = CurrentFigures::<T>::get().rules();
		let due = found.since.is_some() && found.status(&rules) == Status::Banned;
		ensure!(!due && !found.is_banned(T::Epochs::current()), Error::<T>::NotWhileBanned);
		Ok(())
	}
}
