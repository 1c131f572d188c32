//! How work is funded, done, judged and paid.

use crate::*;

impl<T: Config> Pallet<T> {
	/// Funds a task, or pays a reward.
	pub(crate) fn fund(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		route: Route,
		now: BlockNumberFor<T>,
	) -> DispatchResult {
		let Content { payload, .. } =
			Contents::<T>::get(proposal).ok_or(Error::<T>::NoSuchProposal)?;
		let amount = payload.price();
		let reason = HoldReason::Task.into();
		let is_gone = |who: &T::AccountId| !T::Members::is_member(who);
		match payload {
			Payload::Task(Task { worker, funding, time, .. }) => {
				let payer = (funding == Funding::Own).then(|| filed.proposer.clone());
				if worker.as_ref().is_some_and(is_gone) || payer.as_ref().is_some_and(is_gone) {
					return Self::lapse(proposal, filed, now);
				}
				let source = payer.clone().map_or(Source::Escrow, Source::Held);
				if payer.is_none() {
					Self::spend(route, amount)?;
				}
				T::Labor::hold(&reason, &source, amount)?;
				if let Some(payer) = &payer {
					Self::note_task(payer, proposal)?;
				}
				let escrow = Escrow { amount, source, payer, left: None, offered: None };
				Escrows::<T>::insert(proposal, escrow);
				let deadline = now.saturating_add(time);
				Self::step(proposal, filed, Step::Fund { deadline })?;
				Self::deposit_event(Event::Funded { proposal, amount, deadline });
				Ok(())
			},
			Payload::Reward(Reward { worker, minutes, stream, .. }) => {
				if is_gone(&worker) {
					return Self::lapse(proposal, filed, now);
				}
				Self::spend(route, amount)?;
				T::Labor::hold(&reason, &Source::Escrow, amount)?;
				let quality = Percent::one();
				Self::step(proposal, filed, Step::Enact(End::Settled(quality), now))?;
				let work =
					Work { worker: worker.clone(), minutes, labor: amount, stream, payer: None };
				T::Labor::pay_work(&reason, &Source::Escrow, work, None)?;
				let (earned, returned) = (amount, 0);
				Self::deposit_event(Event::Settled { proposal, worker, quality, earned, returned });
				Ok(())
			},
			// Motions are executed, and nothing follows from a question.
			Payload::Motion(_) | Payload::Question(_) => Err(Error::<T>::NotDue.into()),
		}
	}

	/// Counts what the pool spends, which is limited on every route.
	fn spend(route: Route, amount: LaborBalance) -> DispatchResult {
		let mut spending = Self::spending();
		let left = spending.left(&T::Parameters::get(), route);
		ensure!(amount <= left, Error::<T>::AllowanceSpent);
		spending.add(amount, route);
		PoolSpending::<T>::put(spending);
		Ok(())
	}

	/// Adds a task to those of a member.
	fn note_task(who: &T::AccountId, proposal: ProposalId) -> DispatchResult {
		TasksOf::<T>::try_append(who, proposal).map_err(|()| Error::<T>::TooManyTasks.into())
	}

	/// Takes a task from those of a member.
	fn forget_task(who: &T::AccountId, proposal: ProposalId) {
		TasksOf::<T>::mutate_exists(who, |kept| {
			let Some(tasks) = kept else { return };
			tasks.retain(|other| *other != proposal);
			if tasks.is_empty() {
				*kept = None;
			}
		});
	}

	/// The task of a proposal.
	fn task(proposal: ProposalId) -> Result<TaskOf<T>, DispatchError> {
		match Contents::<T>::get(proposal) {
			Some(Content { payload: Payload::Task(task), .. }) => Ok(task),
			Some(_) => Err(Error::<T>::WrongStage.into()),
			None => Err(Error::<T>::NoSuchProposal.into()),
		}
	}

	/// The last block in which an offered task can be delivered.
	fn offered_until(filed: &ProposalOf<T>) -> Result<BlockNumberFor<T>, DispatchError> {
		let Stage::Offered { deadline } = filed.stage else {
			return Err(Error::<T>::WrongStage.into());
		};
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now <= deadline, Error::<T>::DeadlinePassed);
		Ok(deadline)
	}

	/// Whether whoever filed a task can answer for it: not if it works itself or has left.
	fn can_answer(filed: &ProposalOf<T>, worker: &T::AccountId) -> bool {
		&filed.proposer != worker && T::Members::is_member(&filed.proposer)
	}

	/// Whether this member speaks for those who ordered a task: whoever filed it, or, where that one
	/// cannot, any member but the worker.
	fn speaks_for_the_order(
		who: &T::AccountId,
		filed: &ProposalOf<T>,
		worker: &T::AccountId,
	) -> bool {
		match Self::can_answer(filed, worker) {
			true => who == &filed.proposer,
			false => who != worker && T::Members::is_member(who),
		}
	}

	/// Whether the one whom a task names has left. Without applicants, the worker is who gains.
	pub(crate) fn is_named_worker_gone(filed: &ProposalOf<T>) -> bool {
		filed.interested.iter().any(|worker| !T::Members::is_member(worker))
	}

	/// Notes that a member would like to do a task.
	pub(crate) fn do_apply_for(who: T::AccountId, proposal: ProposalId) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		ensure!(T::Members::is_member(&who), Error::<T>::NotMember);
		Self::offered_until(&filed)?;
		let task = Self::task(proposal)?;
		ensure!(task.worker.is_none(), Error::<T>::NotOpenToApplicants);
		let own = task.funding == Funding::Own;
		let filed_it = filed.proposer == who;
		ensure!(!(own && filed_it), Error::<T>::WorkerIsYourself);
		// Its proposer said Aye to it then, and would be the one who gains.
		ensure!(!(filed_it && Self::passed_without_bar(proposal)), Error::<T>::PassedWithoutBar);
		Applicants::<T>::try_mutate(proposal, |applicants| {
			ensure!(!applicants.contains(&who), Error::<T>::AppliedAlready);
			applicants.try_push(who.clone()).map_err(|_| Error::<T>::TooManyApplicants)
		})?;
		Self::deposit_event(Event::AppliedFor { proposal, who });
		Ok(())
	}

	/// Whether a task that names no worker passed on this route without its bar: then whoever filed it does
	/// not do it.
	fn passed_without_bar(proposal: ProposalId) -> bool {
		Histories::<T>::get(proposal).iter().any(|(_, stage)| {
			matches!(stage, Stage::Approved { route: Route::Second | Route::Lazy, .. })
		})
	}

	/// Chooses an applicant.
	pub(crate) fn do_assign(
		who: &T::AccountId,
		proposal: ProposalId,
		worker: T::AccountId,
	) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		Self::offered_until(&filed)?;
		ensure!(Self::speaks_for_the_order(who, &filed, &worker), Error::<T>::NotYourProposal);
		ensure!(Applicants::<T>::get(proposal).contains(&worker), Error::<T>::NotAnApplicant);
		ensure!(T::Members::is_member(&worker), Error::<T>::OtherIsNotMember);
		Self::assign_to(proposal, filed, worker)
	}

	/// Lets the named worker take on its task.
	pub(crate) fn do_accept_task(who: T::AccountId, proposal: ProposalId) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		Self::offered_until(&filed)?;
		let named = Self::task(proposal)?.worker;
		ensure!(named.as_ref() == Some(&who), Error::<T>::NotTheWorker);
		ensure!(T::Members::is_member(&who), Error::<T>::NotMember);
		Self::assign_to(proposal, filed, who)
	}

	fn assign_to(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		worker: T::AccountId,
	) -> DispatchResult {
		Self::note_task(&worker, proposal)?;
		Applicants::<T>::remove(proposal);
		Self::step(proposal, filed, Step::Assign(worker.clone()))?;
		Self::deposit_event(Event::Assigned { proposal, worker });
		Ok(())
	}

	/// The last block in which this member can deliver a task that it does.
	fn assigned_until(
		filed: &ProposalOf<T>,
		who: &T::AccountId,
	) -> Result<BlockNumberFor<T>, DispatchError> {
		let Stage::Assigned { worker, deadline } = &filed.stage else {
			return Err(Error::<T>::WrongStage.into());
		};
		ensure!(worker == who, Error::<T>::NotTheWorker);
		Ok(*deadline)
	}

	/// Gives a task up.
	pub(crate) fn do_give_up(who: &T::AccountId, proposal: ProposalId) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		if let Stage::Offered { .. } = filed.stage {
			let escrow = Escrows::<T>::get(proposal);
			let pays = escrow.is_some_and(|escrow| escrow.source == Source::Held(who.clone()));
			ensure!(pays, Error::<T>::NotTheWorker);
		} else {
			Self::assigned_until(&filed, who)?;
		}
		Self::return_task(proposal, filed)
	}

	/// Notes a delivery.
	pub(crate) fn do_deliver(
		who: &T::AccountId,
		proposal: ProposalId,
		evidence: Note,
	) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		let deadline = Self::assigned_until(&filed, who)?;
		ensure!(!evidence.is_blank(), Error::<T>::EvidenceMissing);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now <= deadline, Error::<T>::DeadlinePassed);
		let parties = [filed.proposer.clone(), who.clone()];
		let step = match T::Cases::open(Subject::Task(proposal), &parties) {
			true => Step::Review,
			// With too few to judge it, whoever ordered it accepts.
			false => {
				let window = T::Parameters::get().acceptance_window.into();
				Step::Deliver { until: now.saturating_add(window) }
			},
		};
		Self::step(proposal, filed, step)?;
		Self::deposit_event(Event::Delivered { proposal, evidence });
		Ok(())
	}

	/// The worker whose delivery is to be accepted or disputed, and the last block in which it can be disputed.
	fn delivery(
		filed: &ProposalOf<T>,
	) -> Result<(&T::AccountId, BlockNumberFor<T>), DispatchError> {
		match &filed.stage {
			Stage::Delivered { worker, until } => Ok((worker, *until)),
			_ => Err(Error::<T>::WrongStage.into()),
		}
	}

	/// Accepts a delivery.
	pub(crate) fn do_accept_delivery(who: &T::AccountId, proposal: ProposalId) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		// Who speaks for whoever filed it may object, not hand over what all have paid.
		let (worker, _) = Self::delivery(&filed)?;
		let able = Self::can_answer(&filed, worker);
		ensure!(able && who == &filed.proposer, Error::<T>::NotYoursToAccept);
		let now = frame_system::Pallet::<T>::block_number();
		Self::do_settle(proposal, filed, Step::Accept(now), Percent::one())
	}

	/// Disputes a delivery.
	pub(crate) fn do_dispute(
		who: T::AccountId,
		proposal: ProposalId,
		reason: Note,
	) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		let (worker, until) = Self::delivery(&filed)?;
		let speaks = Self::speaks_for_the_order(&who, &filed, worker);
		ensure!(speaks, Error::<T>::NotYoursToAccept);
		ensure!(!reason.is_blank(), Error::<T>::ReasonMissing);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now <= until, Error::<T>::DeadlinePassed);
		// There is time for a motion on the second route; then whoever worked is not kept waiting.
		let Parameters { period, long_delay, lapse, .. } = T::Parameters::get();
		let time = period.saturating_add(long_delay).saturating_add(lapse);
		let until = now.saturating_add(time.into());
		Self::step(proposal, filed, Step::Dispute { until })?;
		Self::deposit_event(Event::Disputed { proposal, by: who, reason });
		Ok(())
	}

	/// Notes what one side of a disputed delivery would settle for, and settles it if the other one has said
	/// the same. Where the commons pay, everybody decides.
	pub(crate) fn do_agree(
		who: &T::AccountId,
		proposal: ProposalId,
		quality: Percent,
	) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		let Stage::Disputed { worker, .. } = &filed.stage else {
			return Err(Error::<T>::WrongStage.into());
		};
		let escrow = Escrows::<T>::get(proposal).ok_or(Error::<T>::WrongStage)?;
		let payer = escrow.payer.as_ref().ok_or(Error::<T>::CommonsPay)?;
		let by = match who {
			who if who == payer => Side::Payer,
			who if who == worker => Side::Worker,
			_ => return Err(Error::<T>::NotYourProposal.into()),
		};
		let end = Self::ended_by(quality)?;
		let settlement = Settlement { by, quality };
		if settlement.is_agreed(escrow.offered.as_ref()) {
			let now = frame_system::Pallet::<T>::block_number();
			return Self::do_settle(proposal, filed, Step::Settle(end, now), quality);
		}
		Escrows::<T>::insert(proposal, Escrow { offered: Some(settlement), ..escrow });
		Self::deposit_event(Event::SettlementOffered { proposal, offered: settlement });
		Ok(())
	}

	/// Both sides of a task whose delivery is disputed: the worker, and the member who ordered it; none if
	/// it is not disputed.
	pub fn disputed(proposal: ProposalId) -> Option<[T::AccountId; 2]> {
		let filed = Proposals::<T>::get(proposal)?;
		match &filed.stage {
			Stage::Disputed { worker, .. } => Some([worker.clone(), filed.proposer.clone()]),
			_ => None,
		}
	}

	/// How a task of this quality ends.
	pub(crate) fn ended_by(quality: Percent) -> Result<End, DispatchError> {
		ensure!(quality.deconstruct() <= 100, Error::<T>::ImpossibleQuality);
		Ok(End::Settled(quality))
	}

	/// Pays a task by its quality and returns the rest.
	pub(crate) fn do_settle(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		step: StepOf<T>,
		quality: Percent,
	) -> DispatchResult {
		let worker = filed.stage.worker().cloned().ok_or(Error::<T>::WrongStage)?;
		let Task { minutes, stream, .. } = Self::task(proposal)?;
		Self::step(proposal, filed, step)?;
		let Escrow { amount, source, payer, left, .. } =
			Escrows::<T>::take(proposal).ok_or(Error::<T>::WrongStage)?;
		Self::forget_tasks(&source, Some(&worker), proposal);
		let earned = quality.mul_floor(amount);
		let returned = amount.saturating_sub(earned);
		let work = Work {
			worker: worker.clone(),
			minutes: quality.mul_floor(minutes),
			labor: earned,
			stream,
			payer,
		};
		let reason = HoldReason::Task.into();
		T::Labor::pay_work(&reason, &source, work, left)?;
		T::Labor::release(&reason, &source, returned)?;
		Self::deposit_event(Event::Settled { proposal, worker, quality, earned, returned });
		Ok(())
	}

	/// Ends a task that nobody has done, and gives back what was tied up for it.
	pub(crate) fn return_task(proposal: ProposalId, filed: ProposalOf<T>) -> DispatchResult {
		let now = frame_system::Pallet::<T>::block_number();
		let worker = filed.stage.worker().cloned();
		Self::step(proposal, filed, Step::Return(now))?;
		let Escrow { amount, source, .. } =
			Escrows::<T>::take(proposal).ok_or(Error::<T>::WrongStage)?;
		Self::forget_tasks(&source, worker.as_ref(), proposal);
		Applicants::<T>::remove(proposal);
		T::Labor::release(&HoldReason::Task.into(), &source, amount)?;
		Self::deposit_event(Event::Returned { proposal, amount });
		Ok(())
	}

	/// Takes a task from whoever pays it and whoever does it.
	fn forget_tasks(
		source: &Source<T::AccountId>,
		worker: Option<&T::AccountId>,
		proposal: ProposalId,
	) {
		if let Source::Held(payer) = source {
			Self::forget_task(payer, proposal);
		}
		if let Some(worker) = worker {
			Self::forget_task(worker, proposal);
		}
	}

	/// Settles the tasks of somebody who leaves.
	///
	/// What it pays for goes on if somebody does it already, out of escrow; what it does and has not
	/// delivered is over.
	pub(crate) fn settle_leaver(who: &T::AccountId, number: MemberNumber) {
		OpenBy::<T>::remove(who);
		for proposal in TasksOf::<T>::take(who) {
			// Each on its own: one that could not be settled must not keep the others from it.
			with_storage_layer(|| Self::leave_task(who, number, proposal))
				.defensive_proof(
					"what is tied up for a task is there, and goes back to where it was",
				)
				.ok();
		}
	}

	fn leave_task(
		who: &T::AccountId,
		number: MemberNumber,
		proposal: ProposalId,
	) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		let escrow = Escrows::<T>::get(proposal).ok_or(Error::<T>::WrongStage)?;
		let pays = escrow.source == Source::Held(who.clone());
		match (pays, &filed.stage) {
			(true, Stage::Offered { .. }) | (false, Stage::Assigned { .. }) => {
				Self::return_task(proposal, filed)
			},
			(true, _) => {
				let reason = HoldReason::Task.into();
				let source = T::Labor::pass_to_escrow(&reason, who, number, escrow.amount)?;
				Escrows::<T>::insert(proposal, Escrow { source, ..escrow });
				Ok(())
			},
			// What was delivered is paid, or judged, by the rule of the exit.
			(false, _) => {
				Escrows::<T>::insert(proposal, Escrow { left: Some(number), ..escrow });
				Ok(())
			},
		}
	}
}
