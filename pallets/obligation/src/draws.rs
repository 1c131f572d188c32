// SPDX-License-Identifier: Apache-2.0

//! Drawing those who judge, by rank: who comes on or off duty moves nobody else.

use crate::*;

/// When the seats of a draw commit and reveal.
#[derive(Clone, Copy)]
struct Phases {
	commit_by: u32,
	second_by: u32,
	reveal_by: u32,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn case(case: CaseId) -> Result<CaseOf<T>, DispatchError> {
		Cases::<T>::get(case).ok_or_else(|| Error::<T>::NoSuchCase.into())
	}

	/// How many could judge besides those who are kept away.
	pub(crate) fn fresh(conflicts: &ConflictsOf<T>) -> u32 {
		let fresh = OnDuty::<T>::get().iter().filter(|who| !conflicts.contains(who)).count();
		u32::try_from(fresh).unwrap_or(u32::MAX)
	}

	/// When the seats of this case commit and reveal, if it is drawn now. Those of a check reckon from its payment.
	fn phases(case: &CaseOf<T>, figures: &Figures) -> Phases {
		let begun = match (&case.check, &case.appeal) {
			(Some(check), None) => check
				.paid
				.saturating_add(figures.draw)
				.saturating_add(figures.evidence)
				.max(Self::now()),
			_ => Self::now(),
		};
		let commit_by = begun.saturating_add(figures.commit);
		let second_by = commit_by.saturating_add(figures.second_commit);
		Phases { commit_by, second_by, reveal_by: second_by.saturating_add(figures.reveal) }
	}

	/// Finds as many as are wanted, in the order of their ranks, without those who are kept away. Bans that are due are
	/// carried out on the way. An enforcer who has missed a seat, and not answered since, replaces nobody: such a seat
	/// can be due at once.
	fn find(
		number: CaseId,
		case: &CaseOf<T>,
		lot: &[u8; 32],
		wanted: u32,
		conflicts: &ConflictsOf<T>,
	) -> Vec<(T::AccountId, Enforcer)> {
		let replaces = matches!(case.stage, Stage::Drawn { .. });
		let (now, epoch, figures) = (Self::now(), T::Epochs::current(), CurrentFigures::<T>::get());
		let mut ranked: Vec<_> = OnDuty::<T>::get()
			.into_iter()
			.filter(|who| !conflicts.contains(who))
			.map(|who| (rank(lot, number, case.instance(), &who), who))
			.collect();
		ranked.sort_unstable();
		let mut found = Vec::new();
		for (_, who) in ranked.into_iter().take(MAX_LOOKS) {
			if found.len() >= wanted as usize {
				break;
			}
			let Ok(mut enforcer) = Self::enforcer(&who) else { continue };
			if Self::ban_if_due(&who, &mut enforcer) {
				Enforcers::<T>::insert(&who, enforcer);
			} else if !enforcer.may_serve(epoch) {
				Self::take_off_duty(&who, &mut enforcer);
				Enforcers::<T>::insert(&who, enforcer);
			} else if enforcer.since_session <= case.session
				&& !(replaces && enforcer.missed.is_some())
				&& enforcer.has_room(now, case.check.is_some(), figures.commit)
			{
				found.push((who, enforcer));
			}
		}
		found
	}

	/// Gives seats to those who were found, and keeps them away from later draws of this case.
	fn give_seats(
		number: CaseId,
		instance: u8,
		found: Vec<(T::AccountId, Enforcer)>,
		commit_by: u32,
		(reveal_from, reveal_by): (u32, u32),
	) -> Vec<T::AccountId> {
		let rate = CurrentFigures::<T>::get().rate;
		let mut drawn = Vec::new();
		for (who, mut enforcer) in found {
			let seat = Seat {
				case: number,
				instance,
				number: T::Members::number(&who).unwrap_or_default(),
				rate,
				commit_by,
				reveal_from,
				reveal_by,
				commitment: None,
				score: None,
				counted: false,
			};
			// There is room: that was looked at.
			if enforcer.seats.try_push(seat).is_ok() {
				Enforcers::<T>::insert(&who, enforcer);
				drawn.push(who);
			}
		}
		Conflicts::<T>::mutate(number, |all| {
			for who in &drawn {
				// Room was left for them.
				all.try_push(who.clone()).ok();
			}
		});
		drawn
	}

	/// Lets a check go first no longer.
	pub(crate) fn drop_waiting(number: CaseId) {
		let listed = WaitingChecks::<T>::get().iter().any(|(check, _)| *check == number);
		if listed {
			WaitingChecks::<T>::mutate(|all| all.retain(|(check, _)| *check != number));
		}
	}

	pub(crate) fn do_draw(number: CaseId) -> DispatchResult {
		let mut case = Self::case(number)?;
		let Stage::Waiting { draw_by } = case.stage else {
			return Err(Error::<T>::NotWaiting.into());
		};
		if Self::now() > draw_by {
			return Self::give_up(number, case);
		}
		let lot = T::Lots::lot(case.session).ok_or(Error::<T>::NotKnownYet)?;
		let is_check = case.check.is_some();
		if !is_check {
			let checks = WaitingChecks::<T>::get();
			let waits = checks.first().is_some_and(|(_, session)| T::Lots::lot(*session).is_some());
			ensure!(!waits, Error::<T>::NotBeforeChecks);
		}
		let conflicts = Conflicts::<T>::get(number);
		let (least, most) = case.seats();
		let found = Self::find(number, &case, &lot, most, &conflicts);
		if found.len() < least as usize {
			let listed = WaitingChecks::<T>::get().iter().any(|(check, _)| *check == number);
			ensure!(is_check && listed, Error::<T>::NotEnoughEnforcers);
			Self::drop_waiting(number);
			Self::deposit_event(Event::CheckWaits { case: number });
			return Ok(());
		}
		let phases = Self::phases(&case, &CurrentFigures::<T>::get());
		let Phases { commit_by, second_by, reveal_by } = phases;
		let reveal = (second_by.saturating_add(1), reveal_by);
		let seats = Self::give_seats(number, case.instance(), found, commit_by, reveal);
		let places = seats
			.iter()
			.map(|who| Place { who: who.clone(), last: false, informer: None })
			.collect();
		let places = BoundedVec::truncate_from(places);
		case.stage = Stage::Drawn { places, lot, commit_by, second_by, reveal_by };
		Cases::<T>::insert(number, case);
		Self::drop_waiting(number);
		Self::deposit_event(Event::Drawn { case: number, seats });
		Ok(())
	}

	/// The places that can be drawn again now.
	pub(crate) fn to_replace(number: CaseId, case: &CaseOf<T>) -> Vec<usize> {
		let Stage::Drawn { places, commit_by, second_by, .. } = &case.stage else {
			return Vec::new();
		};
		let now = Self::now();
		if now <= *commit_by || now > *second_by {
			return Vec::new();
		}
		let free = places.iter().enumerate().filter(|(_, place)| {
			let seat = Enforcers::<T>::get(&place.who)
				.and_then(|found| found.seat(number, case.instance()).cloned());
			!place.last && seat.is_none_or(|seat| seat.commitment.is_none())
		});
		free.map(|(at, _)| at).collect()
	}

	pub(crate) fn do_replace(number: CaseId) -> DispatchResult {
		let mut case = Self::case(number)?;
		let free = Self::to_replace(number, &case);
		ensure!(!free.is_empty(), Error::<T>::NothingToReplace);
		let instance = case.instance();
		let Stage::Drawn { lot, second_by, reveal_by, .. } = case.stage else {
			return Err(Error::<T>::NothingToReplace.into());
		};
		let conflicts = Conflicts::<T>::get(number);
		let wanted = u32::try_from(free.len()).unwrap_or(0);
		let found = Self::find(number, &case, &lot, wanted, &conflicts);
		ensure!(!found.is_empty(), Error::<T>::NotEnoughEnforcers);
		let reveal = (second_by.saturating_add(1), reveal_by);
		let seats = Self::give_seats(number, instance, found, second_by, reveal);
		if let Stage::Drawn { places, .. } = &mut case.stage {
			for (at, who) in free.into_iter().zip(&seats) {
				let Some(place) = places.get_mut(at) else { continue };
				let before = core::mem::replace(
					place,
					Place { who: who.clone(), last: true, informer: None },
				);
				// What they have missed counts, and leaves their record.
				if let Ok(mut missed) = Self::enforcer(&before.who) {
					missed.take_seat(number, instance);
					Enforcers::<T>::insert(&before.who, missed);
				}
			}
		}
		Cases::<T>::insert(number, case);
		Self::deposit_event(Event::Replaced { case: number, seats });
		Ok(())
	}
}
