// SPDX-License-Identifier: Apache-2.0

//! Verdicts, appeals and the end of cases.

use crate::*;
use artel_primitives::{
	sweep::{look_round, Costs},
	units::LaborBalance,
	verdict::Owed,
	work::{Stream, Work},
};

/// What is due on a case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Step {
	Draw,
	Replace,
	Close,
	Finish,
}

impl<T: Config> Pallet<T> {
	fn reason() -> T::RuntimeHoldReason {
		HoldReason::Fee.into()
	}

	/// Notes that an account holds a fee of this case.
	pub(crate) fn note_fee(source: &Source<T::AccountId>, number: CaseId) -> DispatchResult {
		let Source::Held(who) = source else { return Ok(()) };
		FeesOf::<T>::try_mutate(who, |all| {
			if all.contains(&number) {
				return Ok(());
			}
			all.try_push(number).map_err(|_| Error::<T>::TooManyFees.into())
		})
	}

	fn forget_fee(source: &Source<T::AccountId>, number: CaseId) {
		if let Source::Held(who) = source {
			FeesOf::<T>::mutate_exists(who, |all| {
				if let Some(numbers) = all {
					numbers.retain(|other| *other != number);
					if numbers.is_empty() {
						*all = None;
					}
				}
			});
		}
	}

	/// Gives back what is left of a fee.
	fn give_back(purse: &mut Purse<T::AccountId>) {
		let left = purse.left;
		if left == 0 {
			return;
		}
		let (reason, source) = (Self::reason(), purse.source.clone());
		// It is tied up, so this does not fail; if it did, the record would still say that it is tied up.
		if with_storage_layer(|| T::Labor::release(&reason, &source, left)).is_ok() {
			purse.left = 0;
		}
	}

	/// Pays the fee of a seat, if there is so much.
	fn pay_seat(purse: &mut Purse<T::AccountId>, worker: &T::AccountId, number: Option<u32>) {
		let figures = CurrentFigures::<T>::get();
		let labor = figures.seat_fee().min(purse.left);
		let is_member = T::Members::number(worker);
		let left = number.filter(|number| is_member != Some(*number));
		if labor == 0 || (number.is_none() && is_member.is_none()) {
			return;
		}
		let work = Work {
			worker: worker.clone(),
			minutes: figures.time_of_seat,
			labor,
			stream: Stream::Commons,
			payer: None,
		};
		let paid =
			with_storage_layer(|| T::Labor::pay_work(&Self::reason(), &purse.source, work, left));
		if paid.is_ok() {
			purse.left = purse.left.saturating_sub(labor);
			purse.spent = purse.spent.saturating_add(labor);
		}
	}

	/// Tells what is judged. An error undoes what it did, and nothing else.
	fn tell(number: CaseId, tell: impl FnOnce() -> DispatchResult) {
		if with_storage_layer(tell).is_err() {
			Self::deposit_event(Event::NotSettled { case: number });
		}
	}

	/// Ends a case: what is left of its fees goes back.
	fn end(number: CaseId, mut case: CaseOf<T>) {
		Self::give_back(&mut case.purse);
		Self::forget_fee(&case.purse.source, number);
		if let Some(appeal) = &mut case.appeal {
			Self::give_back(&mut appeal.purse);
			Self::forget_fee(&appeal.purse.source, number);
		}
		Conflicts::<T>::remove(number);
		Cases::<T>::remove(number);
		Self::drop_waiting(number);
	}

	/// Too few could judge it: the first verdict stands, if there is one, or what was before the case.
	pub(crate) fn give_up(number: CaseId, mut case: CaseOf<T>) -> DispatchResult {
		Self::deposit_event(Event::Unjudged { case: number });
		if let Some(mut appeal) = case.appeal.take() {
			Self::give_back(&mut appeal.purse);
			Self::forget_fee(&appeal.purse.source, number);
			let verdict = appeal.first;
			Self::settle(number, case, &verdict, None);
			return Ok(());
		}
		let subject = case.subject;
		Self::end(number, case);
		Self::tell(number, || T::Subjects::unjudged(subject));
		Ok(())
	}

	/// Settles a final verdict, and ends the case.
	fn settle(number: CaseId, case: CaseOf<T>, verdict: &Verdict, first: Option<Quality>) {
		let quality = verdict.quality();
		let percent = quality.percent();
		let mut owed = Vec::new();
		let mut owes = |by: Side, purse: &Purse<T::AccountId>| {
			if purse.spent > 0 {
				owed.push(Owed { by, to: purse.source.clone(), amount: purse.spent });
			}
		};
		if let Some((side, bar)) = case.recovers {
			let is_right = match side {
				Side::Worker => percent >= bar.percent(),
				Side::Orderer => percent < bar.percent(),
			};
			if is_right {
				owes(side.other(), &case.purse);
			}
		}
		if let (Some(appeal), Some(first)) = (&case.appeal, first) {
			let first = first.percent();
			let moved = match (appeal.side, case.together) {
				(Side::Worker, _) | (_, true) => percent.saturating_sub(first),
				(Side::Orderer, false) => first.saturating_sub(percent),
			};
			if moved >= MOVED {
				owes(appeal.side.other(), &appeal.purse);
			}
		}
		let subject = case.subject;
		Self::end(number, case);
		Self::deposit_event(Event::Settled { case: number, quality });
		Self::tell(number, || T::Subjects::settle(subject, verdict, &owed));
	}

	/// Whether all scores are in that can come, or the time is over.
	fn is_to_close(number: CaseId, case: &CaseOf<T>) -> bool {
		let Stage::Drawn { places, second_by, reveal_by, .. } = &case.stage else { return false };
		let now = Self::now();
		let is_out = |place: &Place<T::AccountId>| {
			let seat = Enforcers::<T>::get(&place.who)
				.and_then(|found| found.seat(number, case.instance()).cloned());
			seat.is_none_or(|seat| seat.score.is_some() || seat.missed_at(now).is_some())
		};
		now > *reveal_by || (now > *second_by && places.iter().all(is_out))
	}

	pub(crate) fn do_close(number: CaseId) -> DispatchResult {
		let mut case = Self::case(number)?;
		ensure!(Self::is_to_close(number, &case), Error::<T>::NotDue);
		let Stage::Drawn { places, .. } = case.stage.clone() else {
			return Err(Error::<T>::NotDue.into());
		};
		let figures = CurrentFigures::<T>::get();
		let (rules, instance) = (figures.rules(), case.instance());
		let (mut scores, mut answered, mut informers) = (Vec::new(), Vec::new(), Vec::new());
		for place in &places {
			let seat = Self::enforcer(&place.who).ok().and_then(|mut found| {
				let seat = found.take_seat(number, instance);
				let is_paid = found.status(&rules) == Status::Healthy;
				Enforcers::<T>::insert(&place.who, found);
				seat.map(|seat| (seat, is_paid))
			});
			if let Some(informer) = &place.informer {
				informers.push(informer.clone());
			}
			if let Some((Seat { score: Some(score), number, .. }, is_paid)) = seat {
				scores.push(score);
				answered.push((place.who.clone(), score, number, is_paid));
			}
		}
		let seats = u32::try_from(places.len()).unwrap_or(u32::MAX);
		let verdict = Verdict::new(seats, scores);
		let median = verdict.quality().percent();
		let purse = case.purse_mut();
		for (who, score, number, is_paid) in answered {
			if is_paid && u32::from(score.percent().abs_diff(median)) <= figures.spread {
				Self::pay_seat(purse, &who, Some(number));
			}
		}
		for informer in informers {
			Self::pay_seat(purse, &informer, None);
		}
		Self::give_back(purse);
		Self::deposit_event(Event::Judged { case: number, verdict: verdict.clone() });
		if let Some(appeal) = &case.appeal {
			let first = appeal.first.quality();
			Self::settle(number, case, &verdict, Some(first));
			return Ok(());
		}
		let subject = case.subject;
		let until = Self::now().saturating_add(figures.appeal_window);
		case.stage = Stage::Judged { verdict: verdict.clone(), until };
		Cases::<T>::insert(number, case);
		Self::tell(number, || T::Subjects::on_verdict(subject, &verdict));
		Ok(())
	}

	pub(crate) fn do_finish(number: CaseId) -> DispatchResult {
		let case = Self::case(number)?;
		let Stage::Judged { verdict, until } = case.stage.clone() else {
			return Err(Error::<T>::NotDue.into());
		};
		ensure!(Self::now() > until, Error::<T>::NotDue);
		Self::settle(number, case, &verdict, None);
		Ok(())
	}

	/// What an appeal after so many seats holds.
	pub(crate) fn appeal_fee(first: u32) -> LaborBalance {
		let seats = LaborBalance::from(appeal_seats(first));
		CurrentFigures::<T>::get().seat_fee().saturating_mul(seats)
	}

	pub(crate) fn do_appeal(who: T::AccountId, number: CaseId) -> DispatchResult {
		let mut case = Self::case(number)?;
		let side = case.side(&who).ok_or(Error::<T>::NotYourCase)?;
		let Stage::Judged { verdict, until } = case.stage.clone() else {
			return Err(Error::<T>::NotDue.into());
		};
		ensure!(Self::now() <= until, Error::<T>::TimePassed);
		let fresh = Self::fresh(&Conflicts::<T>::get(number));
		ensure!(fresh >= verdict.seats.max(1), Error::<T>::NotEnoughToAppeal);
		let source = Source::Held(who.clone());
		let amount = Self::appeal_fee(verdict.seats);
		Self::note_fee(&source, number)?;
		T::Labor::hold(&Self::reason(), &source, amount)?;
		let purse = Purse { source, left: amount, spent: 0 };
		case.appeal = Some(Appeal { side, purse, first: verdict });
		case.session = T::Lots::session();
		let draw_by = Self::now().saturating_add(CurrentFigures::<T>::get().wait);
		case.stage = Stage::Waiting { draw_by };
		Cases::<T>::insert(number, case);
		Self::deposit_event(Event::Appealed { case: number, who });
		Ok(())
	}

	/// Ends a case because both sides agree.
	pub(crate) fn do_withdraw(number: CaseId) -> DispatchResult {
		let mut case = Self::case(number)?;
		ensure!(case.appeal.is_none(), Error::<T>::AlreadyJudged);
		match case.stage.clone() {
			Stage::Waiting { .. } => {},
			Stage::Judged { .. } => return Err(Error::<T>::AlreadyJudged.into()),
			Stage::Drawn { places, .. } => {
				let rules = CurrentFigures::<T>::get().rules();
				let mut all = Vec::new();
				for place in &places {
					let Ok(found) = Self::enforcer(&place.who) else { continue };
					let seat = found.seat(number, 0);
					let revealed = seat.is_some_and(|seat| seat.score.is_some());
					ensure!(!revealed, Error::<T>::AlreadyJudged);
					all.push((place.who.clone(), found));
				}
				for (who, mut found) in all {
					let Some(seat) = found.take_seat(number, 0) else { continue };
					let is_paid = seat.commitment.is_some() && !seat.counted;
					if is_paid {
						// They have done what they could.
						found.duty.see(seat.rate);
						found.duty.answer(&rules);
						found.missed = None;
					}
					let is_healthy = found.status(&rules) == Status::Healthy;
					Enforcers::<T>::insert(&who, found);
					if is_paid && is_healthy {
						Self::pay_seat(&mut case.purse, &who, Some(seat.number));
					}
				}
			},
		}
		Self::end(number, case);
		Self::deposit_event(Event::Withdrawn { case: number });
		Ok(())
	}

	/// What is due on a case now, if anything is.
	pub(crate) fn step(number: CaseId, case: &CaseOf<T>) -> Option<Step> {
		let now = Self::now();
		match &case.stage {
			Stage::Waiting { draw_by } => {
				let due = now > *draw_by || T::Lots::lot(case.session).is_some();
				due.then_some(Step::Draw)
			},
			Stage::Drawn { .. } if Self::is_to_close(number, case) => Some(Step::Close),
			Stage::Drawn { .. } => {
				(!Self::to_replace(number, case).is_empty()).then_some(Step::Replace)
			},
			Stage::Judged { until, .. } => (now > *until).then_some(Step::Finish),
		}
	}

	/// Helps with what is due, as far as a block has room for it: with the first check, then with some cases.
	pub(crate) fn sweep(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::sweep_begin()).is_err() {
			return;
		}
		let most = T::WeightInfo::draw()
			.max(T::WeightInfo::replace())
			.max(T::WeightInfo::close())
			.max(T::WeightInfo::finish());
		let act = |number: CaseId, meter: &mut WeightMeter| {
			let Some(case) = Cases::<T>::get(number) else { return };
			let Some(step) = Self::step(number, &case) else { return };
			meter.consume(most);
			// What cannot be done now is left for later.
			with_storage_layer(|| match step {
				Step::Draw => Self::do_draw(number),
				Step::Replace => Self::do_replace(number),
				Step::Close => Self::do_close(number),
				Step::Finish => Self::do_finish(number),
			})
			.ok();
		};
		let look = T::WeightInfo::sweep_one();
		if let Some((check, _)) = WaitingChecks::<T>::get().first() {
			if meter.can_consume(look.saturating_add(most)) {
				meter.consume(look);
				act(*check, meter);
			}
		}
		let begun = Swept::<T>::get();
		let at = look_round(
			begun,
			meter,
			Costs { look, most },
			|at| Cases::<T>::iter_from(Cases::<T>::hashed_key_for(at)).next(),
			|| Cases::<T>::iter().next(),
			|next, _, meter| act(next, meter),
		);
		if at != begun {
			Swept::<T>::put(at);
		}
	}
}
