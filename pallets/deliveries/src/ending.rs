// SPDX-License-Identifier: Apache-2.0

//! How work ends: accepted, judged, paid or given back.

use crate::*;

/// From this quality on, what was delivered was no reason to have it judged.
const HALF: Quality = match Quality::from_percent(50) {
	Some(half) => half,
	None => Quality::WHOLE,
};

/// What can be done on work whose time has run out.
pub(crate) enum Due<T: Config> {
	/// What was delivered counts as accepted.
	Accept(DoneOf<T>),
	/// What was not delivered goes back.
	Return(BecauseOf<T>),
}

impl<T: Config> Pallet<T> {
	/// What was delivered and is neither accepted nor disputed, with the last block in which it can be.
	fn delivered(found: &DeliveryOf<T>) -> Result<(DoneOf<T>, BlockNumberFor<T>), DispatchError> {
		match &found.stage {
			Stage::Delivered { done, until } => Ok((done.clone(), *until)),
			Stage::Open { .. } | Stage::TakenOn { .. } => Err(Error::<T>::NotDelivered.into()),
			Stage::Reviewed { .. } | Stage::Disputed { .. } => {
				Err(Error::<T>::AlreadyDisputed.into())
			},
		}
	}

	/// Whether this one ordered it and may say so: not if they work themselves. Where the commons pay, they
	/// say so as a member.
	pub(crate) fn speaks_as_orderer(
		who: &T::AccountId,
		order: &OrderOf<T>,
		worker: &T::AccountId,
	) -> bool {
		let may = order.payer.is_member() || T::Members::is_member(who);
		*who == order.orderer && who != worker && may
	}

	/// Accepts a delivery.
	pub(crate) fn do_accept(who: &T::AccountId, delivery: DeliveryId) -> DispatchResult {
		let found = Self::existing(delivery)?;
		let (done, _) = Self::delivered(&found)?;
		// A stand-in for the orderer may dispute, but not accept: others have paid.
		let speaks = Self::speaks_as_orderer(who, &found.order, &done.worker);
		ensure!(speaks, Error::<T>::NotYours);
		Self::pay(delivery, found, done, Quality::WHOLE)
	}

	/// Disputes a delivery.
	pub(crate) fn do_dispute(
		who: T::AccountId,
		delivery: DeliveryId,
		reason: Note,
	) -> DispatchResult {
		let mut found = Self::existing(delivery)?;
		let (done, until) = Self::delivered(&found)?;
		let (order, worker) = (&found.order, &done.worker);
		let stands_in = Self::is_absent(order, worker) && Self::is_another_member(&who, worker);
		let speaks = Self::speaks_as_orderer(&who, order, worker);
		ensure!(speaks || stands_in, Error::<T>::NotYours);
		ensure!(!reason.is_blank(), Error::<T>::ReasonMissing);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now <= until, Error::<T>::AcceptanceWindowPassed);
		let new = NewCase {
			subject: Subject::Delivery(delivery),
			orderer: order.orderer.clone(),
			worker: worker.clone(),
			// A stand-in has paid for the verdict, and gives none.
			others: if speaks { Vec::new() } else { vec![who.clone()] },
			fee: Source::Held(who.clone()),
			recovers: Some((Side::Orderer, HALF)),
			together: false,
			check: None,
		};
		found.stage = match T::Cases::open(new, None)? {
			Some(case) => Stage::Reviewed { done, case, disputed: true, offered: None },
			None => Self::to_decide(done, None),
		};
		Deliveries::<T>::insert(delivery, found);
		Self::deposit_event(Event::Disputed { delivery, by: who, reason });
		Ok(())
	}

	/// Notes what one side would settle for, and settles it if the other one has said the same. Where the
	/// commons pay, everybody decides.
	pub(crate) fn do_agree(
		who: &T::AccountId,
		delivery: DeliveryId,
		quality: Quality,
	) -> DispatchResult {
		let mut found = Self::existing(delivery)?;
		let (done, offered, case) = match &mut found.stage {
			Stage::Disputed { done, offered, .. } => (done, offered, None),
			Stage::Reviewed { done, offered, case, .. } => (done, offered, Some(*case)),
			_ => return Err(Error::<T>::NotDisputed.into()),
		};
		let orderer = found.order.paying_member().ok_or(Error::<T>::NotPaidByMember)?;
		let by = match who {
			who if who == orderer => Side::Orderer,
			who if *who == done.worker => Side::Worker,
			_ => return Err(Error::<T>::NotYours.into()),
		};
		let settlement = Settlement { by, quality };
		if settlement.is_agreed(offered.as_ref()) {
			let done = done.clone();
			if let Some(case) = case {
				T::Cases::withdraw(case)?;
			}
			return Self::pay(delivery, found, done, quality);
		}
		*offered = Some(settlement);
		Deliveries::<T>::insert(delivery, found);
		Self::deposit_event(Event::SettlementOffered { delivery, offered: settlement });
		Ok(())
	}

	/// What can be done on work by closing it.
	pub(crate) fn due(found: &DeliveryOf<T>) -> Option<Due<T>> {
		let now = frame_system::Pallet::<T>::block_number();
		match &found.stage {
			Stage::Open { .. } | Stage::TakenOn { .. } if now > found.order.deadline => {
				Some(Due::Return(Because::Overdue))
			},
			Stage::Open { .. } => match &found.order.worker {
				Worker::Named(worker) if !T::Members::is_member(worker) => {
					Some(Due::Return(Because::Left(worker.clone())))
				},
				Worker::Named(_) | Worker::Applicants { .. } => None,
			},
			Stage::Delivered { done, until } | Stage::Disputed { done, until, .. } => {
				(now > *until).then(|| Due::Accept(done.clone()))
			},
			Stage::TakenOn { .. } | Stage::Reviewed { .. } => None,
		}
	}

	/// Does what is due.
	pub(crate) fn carry_out(
		delivery: DeliveryId,
		found: DeliveryOf<T>,
		due: Due<T>,
	) -> DispatchResult {
		match due {
			Due::Accept(done) => Self::pay(delivery, found, done, Quality::WHOLE),
			Due::Return(because) => Self::give_back(delivery, found, because),
		}
	}

	/// Ends work that was delivered: pays what was earned, and gives back the rest.
	pub(crate) fn pay(
		delivery: DeliveryId,
		found: DeliveryOf<T>,
		done: DoneOf<T>,
		quality: Quality,
	) -> DispatchResult {
		Self::pay_but(delivery, found, done, quality, &[])
	}

	/// The same, but each side pays first what it owes for the verdict, as far as its share goes.
	pub(crate) fn pay_but(
		delivery: DeliveryId,
		found: DeliveryOf<T>,
		done: DoneOf<T>,
		quality: Quality,
		owed: &[Owed<T::AccountId>],
	) -> DispatchResult {
		let Done { worker, left, minutes, .. } = done;
		let source = found.source();
		let payer = found.order.paying_member().cloned();
		let Order { cause, price, minutes: ordered, stream, .. } = found.order;
		let (minutes, earned) = quality.earned(price, ordered, minutes);
		let returned = price.saturating_sub(earned);
		Self::forget(delivery, [payer.as_ref(), Some(&worker)]);
		let reason = HoldReason::Work.into();
		let settled =
			Event::Settled { delivery, worker: worker.clone(), quality, earned, returned };
		Self::deposit_event(settled);
		let (mut to_worker, mut to_orderer) = (earned, returned);
		for Owed { by, to, amount } in owed {
			let share = match by {
				Side::Orderer => &mut to_orderer,
				Side::Worker => &mut to_worker,
			};
			let amount = (*amount).min(*share);
			if amount == 0 {
				continue;
			}
			*share = share.saturating_sub(amount);
			T::Labor::give_to(&reason, &source, to, amount)?;
			Self::deposit_event(Event::FeeRecovered { delivery, by: *by, amount });
		}
		T::Labor::release(&reason, &source, to_orderer)?;
		let work = Work { worker, minutes, labor: to_worker, stream, payer };
		T::Labor::pay_work(&reason, &source, work, left)?;
		T::OnDeliveryEnded::on_delivery_ended(cause, delivery, Ended::Settled(quality));
		Ok(())
	}

	/// Ends work of which nothing was delivered, and gives back what is tied up for it.
	pub(crate) fn give_back(
		delivery: DeliveryId,
		found: DeliveryOf<T>,
		because: BecauseOf<T>,
	) -> DispatchResult {
		let source = found.source();
		let amount = found.tied_up();
		Self::forget(delivery, [found.order.paying_member(), found.stage.worker()]);
		T::Labor::release(&HoldReason::Work.into(), &source, amount)?;
		Self::deposit_event(Event::Returned { delivery, amount, because });
		T::OnDeliveryEnded::on_delivery_ended(found.order.cause, delivery, Ended::Returned);
		Ok(())
	}

	/// Removes a delivery from wherever it is listed.
	fn forget(delivery: DeliveryId, listed_by: [Option<&T::AccountId>; 2]) {
		Deliveries::<T>::remove(delivery);
		for who in listed_by.into_iter().flatten() {
			UnderWay::<T>::mutate_exists(who, |kept| {
				let Some(listed) = kept else { return };
				listed.retain(|other| *other != delivery);
				if listed.is_empty() {
					*kept = None;
				}
			});
		}
	}

	/// Frees what is tied up for somebody who leaves, or by them.
	///
	/// What is not delivered goes back. What is delivered is accepted or judged as usual: if they pay, out of
	/// escrow; if they worked, by the rule of their exit.
	pub(crate) fn settle_leaver(who: &T::AccountId, number: MemberNumber) {
		for delivery in UnderWay::<T>::take(who) {
			// Each on its own: one that could not be settled must not keep the others from it.
			with_storage_layer(|| Self::leave_one(who, number, delivery))
				.defensive_proof("what is tied up is there, and goes back to where it was")
				.ok();
		}
	}

	fn leave_one(who: &T::AccountId, number: MemberNumber, delivery: DeliveryId) -> DispatchResult {
		let mut found = Self::existing(delivery)?;
		if found.stage.is_before_delivery() {
			return Self::give_back(delivery, found, Because::Left(who.clone()));
		}
		if found.source() == Source::Held(who.clone()) {
			let reason = HoldReason::Work.into();
			T::Labor::pass_to_escrow(&reason, who, number, found.tied_up())?;
			found.left = Some(number);
		} else if let Some(done) = found.stage.done_mut() {
			done.left = Some(number);
		}
		Deliveries::<T>::insert(delivery, found);
		Ok(())
	}

	/// Both sides of a dispute, the orderer first; none if nothing is disputed under this number.
	pub fn disputed(delivery: DeliveryId) -> Option<[T::AccountId; 2]> {
		let found = Deliveries::<T>::get(delivery)?;
		match found.stage {
			Stage::Disputed { done, .. } => Some([found.order.orderer, done.worker]),
			_ => None,
		}
	}

	/// Helps with what is due, as far as a block has room for it.
	pub(crate) fn sweep(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::sweep_begin()).is_err() {
			return;
		}
		let begun = Swept::<T>::get();
		let most = T::WeightInfo::close();
		let at = look_round(
			begun,
			meter,
			Costs { look: T::WeightInfo::sweep_one(), most },
			|at| Deliveries::<T>::iter_from(Deliveries::<T>::hashed_key_for(at)).next(),
			|| Deliveries::<T>::iter().next(),
			|next, found, meter| {
				if let Some(due) = Self::due(&found) {
					meter.consume(most);
					// What cannot be done now is left for later.
					with_storage_layer(|| Self::carry_out(next, found, due)).ok();
				}
			},
		);
		if at != begun {
			Swept::<T>::put(at);
		}
	}
}
