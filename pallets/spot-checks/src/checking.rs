// SPDX-License-Identifier: Apache-2.0

//! From a payment to what is decided on it.

use crate::*;

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> BlockNumberFor<T> {
		frame_system::Pallet::<T>::block_number()
	}

	/// Remembers work that a member has paid, and forgets up to two payments that can be drawn no more.
	pub(crate) fn note_payment(work: &Work<T::AccountId>) {
		Self::forget(2);
		let figures = Self::figures();
		let Some(payer) = work.payer.clone() else { return };
		// What somebody pays themself counts for nothing.
		if payer == work.worker {
			return;
		}
		let noted = Payment {
			worker: work.worker.clone(),
			payer,
			labor: work.labor,
			minutes: work.minutes,
			steps: chance::steps(T::Love::earned_lately(&work.worker), figures.step),
			rate: figures.chance,
			session: T::Lots::session(),
			paid: Self::now(),
		};
		// What is never drawn need not be remembered.
		if noted.chance().is_none() {
			return;
		}
		let Some(number) = LastPayment::<T>::get().checked_add(1) else {
			defensive!("there are no more numbers for payments");
			return;
		};
		Payments::<T>::insert(number, noted);
		LastPayment::<T>::put(number);
	}

	/// Forgets so many of the oldest payments, if nobody can point them out any more. What is checked stays until that
	/// has ended.
	pub(crate) fn forget(most: u32) {
		let (begun, last, now) = (LastOver::<T>::get(), LastPayment::<T>::get(), Self::now());
		let mut over = begun;
		for _ in 0..most {
			let next = over.saturating_add(1);
			if next > last {
				break;
			}
			match Payments::<T>::get(next) {
				Some(payment) if now < Self::draw_ends(&payment) => break,
				Some(_) if !Checks::<T>::contains_key(next) => Payments::<T>::remove(next),
				// It is checked, or was and has ended.
				_ => {},
			}
			over = next;
		}
		if over != begun {
			LastOver::<T>::put(over);
		}
	}

	/// The first block in which this can be pointed out no more.
	pub(crate) fn draw_ends(payment: &PaymentOf<T>) -> BlockNumberFor<T> {
		payment.paid.saturating_add(T::TimeToDraw::get())
	}

	/// Refuses to point out what cannot be.
	pub(crate) fn ensure_drawn(payment: PaymentId, found: &PaymentOf<T>) -> DispatchResult {
		ensure!(!Checks::<T>::contains_key(payment), Error::<T>::AlreadyPointedOut);
		ensure!(Self::now() < Self::draw_ends(found), Error::<T>::TimePassed);
		let lot = T::Lots::lot(found.session).ok_or(Error::<T>::NotKnownYet)?;
		ensure!(found.chance().draws(&lot, payment), Error::<T>::NotDrawn);
		Ok(())
	}

	pub(crate) fn do_point_out(payment: PaymentId) -> DispatchResult {
		let found = Self::existing(payment)?;
		Self::ensure_drawn(payment, &found)?;
		let new = NewCase {
			subject: Subject::Payment(payment),
			orderer: found.payer.clone(),
			worker: found.worker.clone(),
			others: Vec::new(),
			fee: Source::Reviews,
			recovers: None,
			together: true,
			check: Some(Check { session: found.session, paid: found.paid.saturated_into() }),
		};
		// Without a fee for those who judge there are not enough either.
		let case = with_storage_layer(|| T::Cases::open(new, None)).unwrap_or_default();
		let evidence_until = Self::draw_ends(&found).saturating_add(T::TimeForEvidence::get());
		let until = Self::now().saturating_add(T::TimeToJudge::get());
		let stage = match case {
			Some(case) => Stage::Judged { case, spoken: false },
			None => Stage::Published { until },
		};
		let floor = Self::figures().floor_score();
		let (of_worker, of_payer, fines) = (None, None, None);
		let check = SpotCheck { stage, floor, evidence_until, of_worker, of_payer, fines };
		Checks::<T>::insert(payment, check);
		let Payment { worker, payer, .. } = found;
		Self::deposit_event(Event::PointedOut {
			payment,
			worker: worker.clone(),
			payer: payer.clone(),
			case,
			evidence_until,
		});
		if case.is_none() {
			Self::deposit_event(Event::Published { payment, worker, payer, until });
		}
		Ok(())
	}

	pub(crate) fn do_hand_in(
		who: T::AccountId,
		payment: PaymentId,
		evidence: Note,
	) -> DispatchResult {
		let found = Self::existing(payment)?;
		let side = found.side(&who).ok_or(Error::<T>::NotYourPayment)?;
		let mut check = Self::pointed_out(payment)?;
		ensure!(Self::takes_evidence(&check), Error::<T>::TimePassed);
		ensure!(!evidence.is_blank(), Error::<T>::EvidenceMissing);
		check.hand_in(side, evidence.clone());
		Checks::<T>::insert(payment, check);
		Self::deposit_event(Event::HandedIn { payment, who, evidence });
		Ok(())
	}

	/// The last block in which evidence can be handed in. The artel reads it until it has decided.
	pub(crate) fn evidence_ends(check: &SpotCheckOf<T>) -> BlockNumberFor<T> {
		let last = check.evidence_until.saturating_sub(One::one());
		match check.stage {
			Stage::Published { until } => until.max(last),
			Stage::Judged { .. } => last,
		}
	}

	/// Whether evidence can be handed in now.
	pub(crate) fn takes_evidence(check: &SpotCheckOf<T>) -> bool {
		Self::now() <= Self::evidence_ends(check)
	}

	pub(crate) fn do_find(payment: PaymentId) -> DispatchResult {
		let (found, until) = Self::published(payment)?;
		ensure!(Self::now() <= until, Error::<T>::TimePassed);
		Self::fine(payment, &found);
		Self::conclude(payment, found, true);
		Ok(())
	}

	pub(crate) fn do_clear(payment: PaymentId) -> DispatchResult {
		let (found, until) = Self::published(payment)?;
		ensure!(Self::now() > until, Error::<T>::NotDue);
		Self::conclude(payment, found, false);
		Ok(())
	}

	/// What there is of this number.
	fn existing(payment: PaymentId) -> Result<PaymentOf<T>, DispatchError> {
		Payments::<T>::get(payment).ok_or_else(|| Error::<T>::NoSuchPayment.into())
	}

	/// The check on this payment.
	fn pointed_out(payment: PaymentId) -> Result<SpotCheckOf<T>, DispatchError> {
		Checks::<T>::get(payment).ok_or_else(|| Error::<T>::NotPointedOut.into())
	}

	/// This payment, on which the artel decides, and until when it can.
	fn published(payment: PaymentId) -> Result<(PaymentOf<T>, BlockNumberFor<T>), DispatchError> {
		let found = Self::existing(payment)?;
		match Checks::<T>::get(payment).map(|check| check.stage) {
			Some(Stage::Published { until }) => Ok((found, until)),
			_ => Err(Error::<T>::NotPublished.into()),
		}
	}

	/// This payment, on which others judge, its check, and whether they have spoken before.
	pub(crate) fn judged(
		payment: PaymentId,
	) -> Result<(PaymentOf<T>, SpotCheckOf<T>, CaseId, bool), DispatchError> {
		let found = Self::existing(payment)?;
		let check = Checks::<T>::get(payment).ok_or(Error::<T>::NotJudged)?;
		match check.stage {
			Stage::Judged { case, spoken } => Ok((found, check, case, spoken)),
			Stage::Published { .. } => Err(Error::<T>::NotJudged.into()),
		}
	}

	/// Fines both sides, or gives back what they were fined, as this verdict differs from the one before.
	pub(crate) fn follow(
		payment: PaymentId,
		found: &PaymentOf<T>,
		fines: Option<Fines>,
		verdict_is_below: bool,
	) -> Option<Fines> {
		match (fines, verdict_is_below) {
			(None, true) => Some(Self::fine(payment, found)),
			(Some(fines), false) => {
				Self::lift(payment, found, fines);
				None
			},
			_ => fines,
		}
	}

	/// Takes the fines of a finding, and remembers it of both.
	fn fine(payment: PaymentId, found: &PaymentOf<T>) -> Fines {
		let (figures, chance) = (Self::figures(), found.chance());
		let take = |who: &T::AccountId, fine: LoveBalance| {
			let times = Self::remember(who, payment, figures.memory);
			let fine = chance.multiply(fine).saturating_mul(times.into());
			T::Love::penalise(who, fine);
			fine
		};
		let worker = take(&found.worker, figures.fine_worker);
		let payer = take(&found.payer, figures.fine_payer);
		Self::deposit_event(Event::Fined {
			payment,
			worker: found.worker.clone(),
			worker_fine: worker,
			payer: found.payer.clone(),
			payer_fine: payer,
		});
		Fines { worker, payer }
	}

	/// Remembers a finding of somebody, and says how many times it costs. Of those who have left nothing is forgotten.
	fn remember(who: &T::AccountId, payment: PaymentId, memory: u32) -> u32 {
		let own = T::Love::own_epoch(who);
		Findings::<T>::mutate(who, |record| {
			let times = record.times(own, memory);
			// No member's own epoch is ahead of this one.
			let epoch = own.unwrap_or_else(T::Epochs::current);
			record.note(Finding { payment, epoch });
			times
		})
	}

	/// Gives both sides back what a finding took, and remembers it no longer.
	fn lift(payment: PaymentId, found: &PaymentOf<T>, fines: Fines) {
		for (who, fine) in [(&found.worker, fines.worker), (&found.payer, fines.payer)] {
			T::Love::forgive(who, fine);
			Findings::<T>::mutate_exists(who, |kept| {
				let mut record = kept.take().unwrap_or_default();
				record.lift(payment);
				*kept = (!record.0.is_empty()).then_some(record);
			});
		}
		let Payment { worker, payer, .. } = found.clone();
		Self::deposit_event(Event::Lifted { payment, worker, payer });
	}

	/// Ends a check, and with it all that is known of the payment.
	pub(crate) fn conclude(payment: PaymentId, found: PaymentOf<T>, is_finding: bool) {
		Checks::<T>::remove(payment);
		Payments::<T>::remove(payment);
		let Payment { worker, payer, .. } = found;
		Self::deposit_event(match is_finding {
			true => Event::Found { payment, worker, payer },
			false => Event::Cleared { payment, worker, payer },
		});
	}

	/// Hands a check over to the artel.
	pub(crate) fn publish(payment: PaymentId, found: PaymentOf<T>, mut check: SpotCheckOf<T>) {
		let until = Self::now().saturating_add(T::TimeToJudge::get());
		check.stage = Stage::Published { until };
		Checks::<T>::insert(payment, check);
		let Payment { worker, payer, .. } = found;
		Self::deposit_event(Event::Published { payment, worker, payer, until });
	}

	/// Pays out of what is kept for reviews what somebody has laid out and has been right about. What is not there they
	/// do not get.
	pub(crate) fn pay_back(owed: &Owed<T::AccountId>) {
		if owed.to == Source::Reviews || owed.amount == 0 {
			return;
		}
		let reason = HoldReason::Fee.into();
		with_storage_layer(|| {
			T::Labor::hold(&reason, &Source::Reviews, owed.amount)?;
			T::Labor::give_to(&reason, &Source::Reviews, &owed.to, owed.amount)
		})
		.ok();
	}
}
