// SPDX-License-Identifier: Apache-2.0

//! From an order to its delivery.

use crate::*;

impl<T: Config> Pallet<T> {
	/// The delivery of this number.
	pub(crate) fn existing(delivery: DeliveryId) -> Result<DeliveryOf<T>, DispatchError> {
		Deliveries::<T>::get(delivery).ok_or_else(|| Error::<T>::NoSuchDelivery.into())
	}

	/// Adds a delivery to those of a member.
	fn note(who: &T::AccountId, delivery: DeliveryId) -> DispatchResult {
		UnderWay::<T>::try_append(who, delivery).map_err(|()| Error::<T>::TooManyUnderWay.into())
	}

	/// Opens work.
	pub(crate) fn do_open(order: OrderOf<T>) -> Result<DeliveryId, DispatchError> {
		let now = frame_system::Pallet::<T>::block_number();
		let latest = now.saturating_add(Self::figures().longest.into());
		let possible = now < order.deadline && order.deadline <= latest;
		ensure!(possible, Error::<T>::ImpossibleDeadline);
		let payer = order.paying_member();
		if let Worker::Named(worker) = &order.worker {
			ensure!(T::Members::is_member(worker), Error::<T>::OtherIsNotMember);
			ensure!(payer != Some(worker), Error::<T>::NotForOrderer);
		}
		let delivery = LastDelivery::<T>::get().checked_add(1).ok_or(ArithmeticError::Overflow)?;
		if let Some(payer) = payer {
			ensure!(T::Members::is_member(payer), Error::<T>::NotMember);
			Self::note(payer, delivery)?;
		}
		let (cause, orderer) = (order.cause, order.orderer.clone());
		let (minutes, price, deadline) = (order.minutes, order.price, order.deadline);
		let stage = Stage::Open { applicants: BoundedVec::new() };
		let mut opened = Delivery { order, left: None, stage, fee: 0 };
		if opened.is_tied_up() {
			Self::tie_up(&mut opened)?;
		}
		LastDelivery::<T>::put(delivery);
		Deliveries::<T>::insert(delivery, opened);
		let opened = Event::Opened { delivery, cause, orderer, minutes, price, deadline };
		Self::deposit_event(opened);
		Ok(delivery)
	}

	/// What is paid to those who judge work that was ordered like this.
	pub(crate) fn fee_of(order: &OrderOf<T>) -> LaborBalance {
		if order.reviewed {
			T::Cases::fee()
		} else {
			0
		}
	}

	/// Ties the price up, and the fee of those who will judge the work.
	fn tie_up(found: &mut DeliveryOf<T>) -> DispatchResult {
		found.fee = Self::fee_of(&found.order);
		let amount = found.order.price.saturating_add(found.fee);
		T::Labor::hold(&HoldReason::Work.into(), &found.source(), amount)
	}

	/// Those who have applied for work that nobody does yet, and that may still begin.
	fn applicants(found: &mut DeliveryOf<T>) -> Result<&mut Applicants<T>, DispatchError> {
		match &mut found.stage {
			Stage::Open { applicants } => {
				let now = frame_system::Pallet::<T>::block_number();
				ensure!(now <= found.order.deadline, Error::<T>::DeadlinePassed);
				Ok(applicants)
			},
			Stage::TakenOn { .. } => Err(Error::<T>::AlreadyTakenOn.into()),
			Stage::Delivered { .. } | Stage::Reviewed { .. } | Stage::Disputed { .. } => {
				Err(Error::<T>::AlreadyDelivered.into())
			},
		}
	}

	/// Refuses somebody who belongs to another class than the work needs, or to none.
	fn ensure_fits(who: &T::AccountId, order: &OrderOf<T>, no_member: Error<T>) -> DispatchResult {
		let class = T::Members::class(who).ok_or(no_member)?;
		ensure!(order.class.is_none_or(|needed| class == needed), Error::<T>::NotInClass);
		Ok(())
	}

	/// Notes that a member would like to do some work.
	pub(crate) fn do_apply(who: T::AccountId, delivery: DeliveryId) -> DispatchResult {
		let mut found = Self::existing(delivery)?;
		Self::applicants(&mut found)?;
		Self::ensure_fits(&who, &found.order, Error::<T>::NotMember)?;
		let Worker::Applicants { orderer_too } = found.order.worker else {
			return Err(Error::<T>::NotOpenToApplicants.into());
		};
		ensure!(orderer_too || found.order.orderer != who, Error::<T>::NotForOrderer);
		let applicants = Self::applicants(&mut found)?;
		ensure!(!applicants.contains(&who), Error::<T>::AlreadyApplied);
		applicants.try_push(who.clone()).map_err(|_| Error::<T>::TooManyApplicants)?;
		Deliveries::<T>::insert(delivery, found);
		Self::deposit_event(Event::AppliedFor { delivery, who });
		Ok(())
	}

	/// Chooses an applicant.
	pub(crate) fn do_assign(
		who: &T::AccountId,
		delivery: DeliveryId,
		worker: T::AccountId,
	) -> DispatchResult {
		let mut found = Self::existing(delivery)?;
		let applied = Self::applicants(&mut found)?.contains(&worker);
		let order = &found.order;
		ensure!(Self::chooses(who, order, &worker), Error::<T>::NotYours);
		ensure!(applied, Error::<T>::NotApplicant);
		Self::ensure_fits(&worker, order, Error::<T>::OtherIsNotMember)?;
		Self::begin(delivery, found, worker)
	}

	/// Lets the named worker take on the work.
	pub(crate) fn do_take_on(who: T::AccountId, delivery: DeliveryId) -> DispatchResult {
		let mut found = Self::existing(delivery)?;
		Self::applicants(&mut found)?;
		let named = matches!(&found.order.worker, Worker::Named(named) if *named == who);
		ensure!(named, Error::<T>::NotTheWorker);
		Self::ensure_fits(&who, &found.order, Error::<T>::NotMember)?;
		Self::begin(delivery, found, who)
	}

	/// Lets somebody begin.
	fn begin(
		delivery: DeliveryId,
		mut found: DeliveryOf<T>,
		worker: T::AccountId,
	) -> DispatchResult {
		Self::note(&worker, delivery)?;
		if !found.is_tied_up() {
			Self::tie_up(&mut found)?;
		}
		let cause = found.order.cause;
		found.stage = Stage::TakenOn { worker: worker.clone() };
		Deliveries::<T>::insert(delivery, found);
		Self::deposit_event(Event::TakenOn { delivery, worker: worker.clone() });
		T::OnTakenOn::on_taken_on(cause, delivery, &worker);
		Ok(())
	}

	/// Notes a delivery.
	pub(crate) fn do_deliver(
		who: &T::AccountId,
		delivery: DeliveryId,
		minutes: Minutes,
		evidence: Note,
	) -> DispatchResult {
		let mut found = Self::existing(delivery)?;
		let worker = match &found.stage {
			Stage::Open { .. } => return Err(Error::<T>::NotTakenOn.into()),
			Stage::TakenOn { worker } => worker.clone(),
			Stage::Delivered { .. } | Stage::Reviewed { .. } | Stage::Disputed { .. } => {
				return Err(Error::<T>::AlreadyDelivered.into())
			},
		};
		ensure!(*who == worker, Error::<T>::NotTheWorker);
		let now = frame_system::Pallet::<T>::block_number();
		let order = &found.order;
		ensure!(now <= order.deadline, Error::<T>::DeadlinePassed);
		ensure!((1..=order.minutes).contains(&minutes), Error::<T>::ImpossibleMinutes);
		ensure!(!evidence.is_blank(), Error::<T>::EvidenceMissing);
		let case = if order.reviewed { Self::review(delivery, &mut found, &worker)? } else { None };
		let done = Done { worker, left: None, minutes, evidence: evidence.clone() };
		found.stage = match case {
			Some(case) => Stage::Reviewed { done, case, disputed: false, offered: None },
			// With too few to judge it, the orderer accepts.
			None => Self::to_accept(done),
		};
		Deliveries::<T>::insert(delivery, found);
		Self::deposit_event(Event::Delivered { delivery, minutes, evidence });
		Ok(())
	}

	/// Opens a case on what this member delivers, with the fee that is tied up, if there are enough to judge it. What no
	/// case has taken of the fee goes back.
	fn review(
		delivery: DeliveryId,
		found: &mut DeliveryOf<T>,
		worker: &T::AccountId,
	) -> Result<Option<CaseId>, DispatchError> {
		let (reason, source, tied) = (HoldReason::Work.into(), found.source(), found.fee);
		let fee = T::Cases::fee();
		let new = NewCase {
			subject: Subject::Delivery(delivery),
			orderer: found.order.orderer.clone(),
			worker: worker.clone(),
			others: Vec::new(),
			fee: source.clone(),
			recovers: None,
			together: false,
			check: None,
		};
		let opened = with_storage_layer(|| {
			// The artel may have raised it since it was tied up: no case takes anything of the price.
			let missing = fee.saturating_sub(tied);
			if missing > 0 {
				T::Labor::hold(&reason, &source, missing)?;
			}
			T::Cases::open(new, Some(&reason))?.ok_or(DispatchError::Unavailable)
		});
		let taken = if opened.is_ok() { fee } else { 0 };
		T::Labor::release(&reason, &source, tied.saturating_sub(taken))?;
		found.fee = 0;
		Ok(opened.ok())
	}

	/// What was delivered counts as accepted unless somebody disputes it in time.
	pub(crate) fn to_accept(done: DoneOf<T>) -> StageOf<T> {
		let now = frame_system::Pallet::<T>::block_number();
		let window = Self::figures().acceptance_window.into();
		Stage::Delivered { done, until: now.saturating_add(window) }
	}

	/// What is disputed waits for a motion, or for both sides to agree. There is time for a motion; then whoever worked
	/// is not kept waiting.
	pub(crate) fn to_decide(done: DoneOf<T>, offered: Option<Settlement>) -> StageOf<T> {
		let now = frame_system::Pallet::<T>::block_number();
		let until = now.saturating_add(T::TimeToJudge::get());
		Stage::Disputed { done, until, offered }
	}

	/// Gives work back before it is delivered.
	pub(crate) fn do_give_up(who: T::AccountId, delivery: DeliveryId) -> DispatchResult {
		let found = Self::existing(delivery)?;
		ensure!(found.stage.is_before_delivery(), Error::<T>::AlreadyDelivered);
		let works = match (&found.stage, &found.order.worker) {
			(Stage::Open { .. }, Worker::Named(named)) => *named == who,
			(stage, _) => stage.worker() == Some(&who),
		};
		let pays = found.order.paying_member() == Some(&who);
		ensure!(works || pays, Error::<T>::NotYours);
		Self::give_back(delivery, found, Because::GivenUp(who))
	}

	/// Whether the orderer cannot answer for the work of this member: they work themselves, or have left.
	pub(crate) fn is_absent(order: &OrderOf<T>, worker: &T::AccountId) -> bool {
		order.orderer == *worker || !T::Members::is_member(&order.orderer)
	}

	/// Whether this one may choose that applicant: the orderer, or another member in their place.
	pub(crate) fn chooses(
		who: &T::AccountId,
		order: &OrderOf<T>,
		applicant: &T::AccountId,
	) -> bool {
		match Self::is_absent(order, applicant) {
			true => Self::is_another_member(who, applicant),
			false => *who == order.orderer,
		}
	}

	/// Whether this is a member, and not the one who works.
	pub(crate) fn is_another_member(who: &T::AccountId, worker: &T::AccountId) -> bool {
		who != worker && T::Members::is_member(who)
	}
}

/// Those who have applied for some work.
type Applicants<T> = BoundedVec<<T as frame_system::Config>::AccountId, ConstU32<MAX_APPLICANTS>>;
