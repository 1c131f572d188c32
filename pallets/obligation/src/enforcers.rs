// SPDX-License-Identifier: Apache-2.0

//! Coming on duty, going off it, and what follows from missed seats.

use crate::*;

impl<T: Config> Pallet<T> {
	/// The running block.
	pub(crate) fn now() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// The record of an enforcer, as it is now.
	pub(crate) fn enforcer(who: &T::AccountId) -> Result<Enforcer, DispatchError> {
		let mut found = Enforcers::<T>::get(who).ok_or(Error::<T>::NoSuchEnforcer)?;
		Self::bring_to_now(&mut found);
		Ok(found)
	}

	/// Counts what was missed, and lets duty decay until now.
	pub(crate) fn bring_to_now(found: &mut Enforcer) {
		let rules = CurrentFigures::<T>::get().rules();
		found.bring_to(Self::now(), &rules);
		// Off duty nobody can mend how they stand, and the bond is free by waiting alone.
		if found.since.is_some() && found.status(&rules) != Status::Healthy {
			found.healthy_since = T::Epochs::current();
		}
	}

	/// Whether somebody could judge at all.
	fn ensure_may_judge(who: &T::AccountId, found: &Enforcer) -> DispatchResult {
		ensure!(T::Members::class(who) == Some(Class::Worker), Error::<T>::NotWorker);
		ensure!(!found.is_banned(T::Epochs::current()), Error::<T>::NotWhileBanned);
		ensure!(!T::Love::is_in_debt(who), Error::<T>::NotWhileInDebt);
		ensure!(!T::Love::is_on_leave(who), Error::<T>::NotWhileOnLeave);
		Ok(())
	}

	/// A ban that is over has been served: what was missed before it is forgotten.
	fn forget_served_ban(found: &mut Enforcer) {
		if found.banned_until.take().is_some() {
			found.duty = Default::default();
			found.missed = None;
		}
	}

	/// Puts an enforcer on duty. The record is written later.
	fn put_on_duty(who: &T::AccountId, found: &mut Enforcer) -> DispatchResult {
		let pushed = OnDuty::<T>::try_mutate(|all| all.try_push(who.clone()));
		pushed.map_err(|_| Error::<T>::TooManyEnforcers)?;
		found.since = Some(Self::now());
		found.since_session = T::Lots::session();
		found.healthy_since = T::Epochs::current();
		Self::deposit_event(Event::CameOnDuty { who: who.clone() });
		Ok(())
	}

	/// Takes the open seats of an enforcer from them, or all that have no score; they are vacant and count as seen.
	fn give_up_seats(found: &mut Enforcer, committed_too: bool) {
		let now = Self::now();
		for seat in &found.seats {
			if Self::is_given_up(seat, now, committed_too) {
				found.duty.see(seat.rate);
			}
		}
		found.seats.retain(|seat| !Self::is_given_up(seat, now, committed_too));
	}

	/// Takes an enforcer off duty because they want to go. What that makes of their seats can ban them, so that nobody
	/// saves their bond by it. The record is written later.
	pub(crate) fn let_go(who: &T::AccountId, found: &mut Enforcer, committed_too: bool) {
		Self::give_up_seats(found, committed_too);
		if !Self::ban_if_due(who, found) {
			Self::take_off_duty(who, found);
		}
	}

	/// Takes an enforcer off duty, and their open seats from them. The record is written later.
	pub(crate) fn take_off_duty(who: &T::AccountId, found: &mut Enforcer) {
		Self::give_up_seats(found, false);
		let now = Self::now();
		if found.since.is_some() {
			found.clock = found.clock_at(now);
			found.since = None;
			found.healthy_since = T::Epochs::current();
			OnDuty::<T>::mutate(|all| all.retain(|other| other != who));
			Self::deposit_event(Event::WentOffDuty { who: who.clone() });
		}
	}

	fn is_given_up(seat: &Seat, now: u32, committed_too: bool) -> bool {
		let pending = !seat.counted && seat.score.is_none();
		pending && (committed_too || seat.is_open(now))
	}

	/// Carries out a ban that is due, and says whether one was. The record is written later.
	pub(crate) fn ban_if_due(who: &T::AccountId, found: &mut Enforcer) -> bool {
		let figures = CurrentFigures::<T>::get();
		let due = found.since.is_some() && found.status(&figures.rules()) == Status::Banned;
		if due {
			Self::take_off_duty(who, found);
			let part = found.bonded.saturating_mul(figures.slashed.into()) / 100;
			T::Love::slash_bond(who, part);
			found.bonded = found.bonded.saturating_sub(part);
			found.enrolled = false;
			found.volunteers = false;
			found.bootstrap_until = None;
			let until = T::Epochs::current().saturating_add(figures.cool_down);
			found.banned_until = Some(until);
			Self::deposit_event(Event::Banned { who: who.clone(), until });
		}
		due
	}

	pub(crate) fn do_enrol(who: T::AccountId, most: u8) -> DispatchResult {
		ensure!((1..=MOST_OPEN).contains(&most), Error::<T>::ImpossibleMost);
		let mut found = Enforcers::<T>::get(&who).unwrap_or_default();
		Self::bring_to_now(&mut found);
		Self::ensure_may_judge(&who, &found)?;
		ensure!(!found.enrolled, Error::<T>::AlreadyEnrolled);
		Self::forget_served_ban(&mut found);
		let figures = CurrentFigures::<T>::get();
		// The artel may ask for nothing, and somebody who enrols again may have bonded enough still.
		if figures.burn > 0 {
			T::Love::burn(&who, figures.burn)?;
		}
		let bond = figures.bond.saturating_sub(found.bonded);
		if bond > 0 {
			T::Love::bond(&who, bond)?;
		}
		found.bonded = found.bonded.saturating_add(bond);
		found.enrolled = true;
		found.most = most;
		if found.since.is_none() {
			Self::put_on_duty(&who, &mut found)?;
		}
		Enforcers::<T>::insert(&who, found);
		Ok(())
	}

	pub(crate) fn do_set_most(who: T::AccountId, most: u8) -> DispatchResult {
		ensure!((1..=MOST_OPEN).contains(&most), Error::<T>::ImpossibleMost);
		let mut found = Self::enforcer(&who)?;
		found.most = most;
		Enforcers::<T>::insert(&who, found);
		Self::deposit_event(Event::MostSet { who, most });
		Ok(())
	}

	pub(crate) fn do_volunteer(who: T::AccountId) -> DispatchResult {
		ensure!(T::Members::class(&who) == Some(Class::Worker), Error::<T>::NotWorker);
		let mut found = Enforcers::<T>::get(&who).unwrap_or_default();
		ensure!(!found.is_banned(T::Epochs::current()), Error::<T>::NotWhileBanned);
		found.volunteers = true;
		Enforcers::<T>::insert(&who, found);
		Self::deposit_event(Event::Volunteered { who });
		Ok(())
	}

	/// The record of somebody whom the artel can seat now.
	fn seatable(who: &T::AccountId) -> Result<Enforcer, DispatchError> {
		let mut found = Enforcers::<T>::get(who).ok_or(Error::<T>::NotVolunteering)?;
		ensure!(found.volunteers, Error::<T>::NotVolunteering);
		Self::bring_to_now(&mut found);
		Self::ensure_may_judge(who, &found)?;
		ensure!(found.since.is_none(), Error::<T>::AlreadyOnDuty);
		Ok(found)
	}

	/// Whether the artel can seat this one now; why not, if it cannot.
	pub fn can_seat(who: &T::AccountId) -> DispatchResult {
		Self::seatable(who)?;
		let is_full = OnDuty::<T>::decode_len().unwrap_or(0) >= T::MaxEnforcers::get() as usize;
		ensure!(!is_full, Error::<T>::TooManyEnforcers);
		Ok(())
	}

	pub(crate) fn do_seat(who: T::AccountId) -> DispatchResult {
		let mut found = Self::seatable(&who)?;
		Self::forget_served_ban(&mut found);
		let founding = CurrentFigures::<T>::get().founding;
		found.volunteers = false;
		found.bootstrap_until = Some(T::Epochs::current().saturating_add(founding));
		if found.most == 0 {
			found.most = 2;
		}
		Self::put_on_duty(&who, &mut found)?;
		Enforcers::<T>::insert(&who, found);
		Ok(())
	}

	pub(crate) fn do_retire(who: T::AccountId) -> DispatchResult {
		let mut found = Self::enforcer(&who)?;
		ensure!(found.since.is_some(), Error::<T>::NotOnDuty);
		let rules = CurrentFigures::<T>::get().rules();
		ensure!(found.status(&rules) != Status::Banned, Error::<T>::NotWhileBanned);
		Self::let_go(&who, &mut found, false);
		Enforcers::<T>::insert(&who, found);
		Ok(())
	}

	pub(crate) fn do_come_back(who: T::AccountId) -> DispatchResult {
		let mut found = Self::enforcer(&who)?;
		Self::ensure_may_judge(&who, &found)?;
		ensure!(found.since.is_none(), Error::<T>::AlreadyOnDuty);
		ensure!(found.may_serve(T::Epochs::current()), Error::<T>::NotOnDuty);
		Self::put_on_duty(&who, &mut found)?;
		Enforcers::<T>::insert(&who, found);
		Ok(())
	}

	pub(crate) fn do_unbond(who: T::AccountId) -> DispatchResult {
		let mut found = Self::enforcer(&who)?;
		let wait = CurrentFigures::<T>::get().bond_epochs;
		let free_from = found.healthy_since.saturating_add(wait);
		ensure!(found.bonded > 0 && T::Epochs::current() >= free_from, Error::<T>::NotFree);
		let amount = core::mem::take(&mut found.bonded);
		T::Love::unbond(&who, amount);
		Enforcers::<T>::insert(&who, found);
		Self::deposit_event(Event::Unbonded { who, amount });
		Ok(())
	}

	pub(crate) fn do_poke(who: T::AccountId) -> DispatchResult {
		let mut found = Self::enforcer(&who)?;
		if !Self::ban_if_due(&who, &mut found) {
			let is_over = found.since.is_some() && !found.may_serve(T::Epochs::current());
			ensure!(is_over, Error::<T>::NotDue);
			Self::take_off_duty(&who, &mut found);
		}
		Enforcers::<T>::insert(&who, found);
		Ok(())
	}

	/// The record of somebody whose ban holds, so that it can be lifted.
	fn pardonable(who: &T::AccountId) -> Result<Enforcer, DispatchError> {
		let found = Self::enforcer(who)?;
		ensure!(found.is_banned(T::Epochs::current()), Error::<T>::NotBanned);
		Ok(found)
	}

	/// Whether the artel can lift the ban of this one now; why not, if it cannot.
	pub fn can_pardon(who: &T::AccountId) -> DispatchResult {
		Self::pardonable(who).map(|_| ())
	}

	pub(crate) fn do_pardon(who: T::AccountId) -> DispatchResult {
		let mut found = Self::pardonable(&who)?;
		Self::forget_served_ban(&mut found);
		Enforcers::<T>::insert(&who, found);
		Self::deposit_event(Event::Pardoned { who });
		Ok(())
	}
}
