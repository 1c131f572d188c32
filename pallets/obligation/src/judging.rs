// SPDX-License-Identifier: Apache-2.0

//! Committing, revealing, excusing oneself and denouncing.

use crate::*;
use artel_primitives::review::commitment;

impl<T: Config> Pallet<T> {
	/// The seat of somebody in a case, in its last instance.
	fn seat_in(found: &mut Enforcer, case: CaseId) -> Result<&mut Seat, DispatchError> {
		let own = found.seats.iter_mut().filter(|seat| seat.case == case);
		own.max_by_key(|seat| seat.instance).ok_or_else(|| Error::<T>::NoSuchSeat.into())
	}

	pub(crate) fn do_commit(who: T::AccountId, case: CaseId, hash: Commitment) -> DispatchResult {
		let mut found = Enforcers::<T>::get(&who).ok_or(Error::<T>::NoSuchSeat)?;
		let seat = Self::seat_in(&mut found, case)?;
		ensure!(seat.commitment.is_none(), Error::<T>::AlreadyCommitted);
		ensure!(seat.is_open(Self::now()), Error::<T>::TimePassed);
		seat.commitment = Some(hash);
		Enforcers::<T>::insert(&who, found);
		Self::deposit_event(Event::Committed { case, who });
		Ok(())
	}

	pub(crate) fn do_reveal(
		who: T::AccountId,
		case: CaseId,
		score: Quality,
		salt: [u8; 32],
		reason: Note,
	) -> DispatchResult {
		let mut found = Enforcers::<T>::get(&who).ok_or(Error::<T>::NoSuchSeat)?;
		let now = Self::now();
		let rules = CurrentFigures::<T>::get().rules();
		Self::bring_to_now(&mut found);
		let seat = Self::seat_in(&mut found, case)?;
		let committed = seat.commitment.ok_or(Error::<T>::NotCommitted)?;
		ensure!(seat.score.is_none(), Error::<T>::AlreadyRevealed);
		ensure!(now >= seat.reveal_from, Error::<T>::NotRevealing);
		ensure!(now <= seat.reveal_by, Error::<T>::TimePassed);
		let shown = commitment(score, &salt, case, &who);
		ensure!(shown == committed, Error::<T>::NotWhatWasCommitted);
		ensure!(score.percent() >= REASON_BELOW || !reason.is_blank(), Error::<T>::ReasonMissing);
		seat.score = Some(score);
		seat.counted = true;
		let rate = seat.rate;
		found.duty.see(rate);
		found.duty.answer(&rules);
		found.missed = None;
		Enforcers::<T>::insert(&who, found);
		Self::deposit_event(Event::Revealed { case, who, score, reason });
		Ok(())
	}

	pub(crate) fn do_recuse(who: T::AccountId, case: CaseId) -> DispatchResult {
		let mut found = Enforcers::<T>::get(&who).ok_or(Error::<T>::NoSuchSeat)?;
		Self::bring_to_now(&mut found);
		let seat = Self::seat_in(&mut found, case)?;
		ensure!(seat.commitment.is_none(), Error::<T>::AlreadyCommitted);
		ensure!(seat.is_open(Self::now()), Error::<T>::TimePassed);
		let (instance, rate) = (seat.instance, seat.rate);
		found.take_seat(case, instance);
		let period = T::Epochs::current().checked_div(EPOCHS_PER_PERIOD).unwrap_or(0);
		if found.recused.replace(period) == Some(period) {
			found.duty.see(rate);
		}
		Enforcers::<T>::insert(&who, found);
		Self::deposit_event(Event::Recused { case, who });
		Ok(())
	}

	pub(crate) fn do_denounce(
		informer: T::AccountId,
		number: CaseId,
		who: T::AccountId,
		score: Quality,
		salt: [u8; 32],
	) -> DispatchResult {
		let mut case = Self::case(number)?;
		let mut found = Self::enforcer(&who)?;
		let now = Self::now();
		let instance = case.instance();
		ensure!(informer != who, Error::<T>::NoSuchSeat);
		let seat = found.seat(number, instance).ok_or(Error::<T>::NoSuchSeat)?;
		let committed = seat.commitment.ok_or(Error::<T>::NotCommitted)?;
		ensure!(now < seat.reveal_from, Error::<T>::TimePassed);
		let shown = commitment(score, &salt, number, &who);
		ensure!(shown == committed, Error::<T>::NotWhatWasCommitted);
		let rate = seat.rate;
		if let Stage::Drawn { places, commit_by, .. } = &mut case.stage {
			let last = now > *commit_by;
			if let Some(place) = places.iter_mut().find(|place| place.who == who) {
				place.informer = Some(informer.clone());
				place.last = place.last || last;
			}
		}
		found.take_seat(number, instance);
		found.duty.see(rate);
		found.missed = Some(found.missed.unwrap_or(0).max(now));
		Enforcers::<T>::insert(&who, found);
		Cases::<T>::insert(number, case);
		Self::deposit_event(Event::Denounced { case: number, who, informer });
		Ok(())
	}
}
