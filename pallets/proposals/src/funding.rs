// SPDX-License-Identifier: Apache-2.0

//! How what was approved is funded, and how it is heard that the work has ended.

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
		let price = payload.price();
		match payload {
			Payload::Task(task) if task.instalments > 1 => {
				Self::begin_role(proposal, filed, route, now, task)
			},
			Payload::Task(task) => Self::fund_task(proposal, filed, route, now, task, price),
			Payload::Reward(reward) => Self::pay_reward(proposal, filed, route, now, reward, price),
			// Motions are executed, and nothing follows from a question.
			Payload::Motion(_) | Payload::Question(_) => Err(Error::<T>::NotDue.into()),
		}
	}

	/// Opens the delivery of a task, which ties up its price.
	fn fund_task(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		route: Route,
		now: BlockNumberFor<T>,
		task: TaskOf<T>,
		price: LaborBalance,
	) -> DispatchResult {
		let own = task.funding == Funding::Own;
		let is_gone = |who: &T::AccountId| !T::Members::is_member(who);
		if task.worker.as_ref().is_some_and(is_gone) || own && is_gone(&filed.proposer) {
			return Self::lapse(proposal, filed, now);
		}
		let delivery = Self::open_work(proposal, &filed.proposer, route, now, task, price)?;
		Self::step(proposal, filed, Step::Fund(delivery))?;
		Self::deposit_event(Event::Funded { proposal, delivery });
		Ok(())
	}

	/// Opens the delivery of a task, or of one instalment of a role, and ties its price up.
	pub(crate) fn open_work(
		proposal: ProposalId,
		proposer: &T::AccountId,
		route: Route,
		now: BlockNumberFor<T>,
		task: TaskOf<T>,
		price: LaborBalance,
	) -> Result<DeliveryId, DispatchError> {
		let Task { worker, funding, time, minutes, stream, .. } = task;
		let own = funding == Funding::Own;
		if !own {
			// Those who judge it are paid by the pool as well.
			Self::spend(route, price.saturating_add(T::Deliveries::review_fee()))?;
		}
		T::Deliveries::open(Order {
			cause: Cause::Proposal(proposal),
			orderer: proposer.clone(),
			payer: if own { Payer::Orderer } else { Payer::Commons },
			worker: match worker {
				Some(worker) => Worker::Named(worker),
				// Its proposer said Aye to it, and would be the one who gains: that takes its bar.
				None => Worker::Applicants { orderer_too: !own && route == Route::Bar },
			},
			class: None,
			minutes,
			price,
			stream,
			brief: Note::default(),
			// The longest time may have become shorter since it was filed.
			deadline: now.saturating_add(time.min(T::Deliveries::longest())),
			reviewed: true,
		})
	}

	/// Pays a reward, for what was done before.
	fn pay_reward(
		proposal: ProposalId,
		filed: ProposalOf<T>,
		route: Route,
		now: BlockNumberFor<T>,
		reward: RewardOf<T>,
		price: LaborBalance,
	) -> DispatchResult {
		let Reward { worker, minutes, stream, .. } = reward;
		if !T::Members::is_member(&worker) {
			return Self::lapse(proposal, filed, now);
		}
		Self::spend(route, price)?;
		let reason = HoldReason::Reward.into();
		T::Labor::hold(&reason, &Source::Escrow, price)?;
		Self::step(proposal, filed, Step::Enact(End::Settled(Quality::WHOLE), now))?;
		let work = Work { worker: worker.clone(), minutes, labor: price, stream, payer: None };
		T::Labor::pay_work(&reason, &Source::Escrow, work, None)?;
		Self::deposit_event(Event::Rewarded { proposal, worker, amount: price });
		Ok(())
	}

	/// Counts what the pool spends, which is limited on every route.
	fn spend(route: Route, amount: LaborBalance) -> DispatchResult {
		let mut spending = Self::spending();
		let left = spending.left(&Self::figures(), route);
		ensure!(amount <= left, Error::<T>::AllowanceReached);
		spending.add(amount, route);
		PoolSpending::<T>::put(spending);
		Ok(())
	}
}

impl<T: Config> OnDeliveryEnded for Pallet<T> {
	fn on_delivery_ended(cause: Cause, delivery: DeliveryId, how: Ended) {
		let Cause::Proposal(proposal) = cause else { return };
		if Roles::<T>::contains_key(proposal) {
			return Self::instalment_ended(proposal, delivery, how);
		}
		let end = match how {
			Ended::Settled(quality) => End::Settled(quality),
			Ended::Returned => End::Returned,
		};
		let now = frame_system::Pallet::<T>::block_number();
		let finished = Self::existing(proposal).and_then(|filed| {
			ensure!(filed.stage == Stage::Underway { delivery }, Error::<T>::NotAtThisStage);
			Self::step(proposal, filed, Step::Finish(end, now))
		});
		if finished
			.defensive_proof("each delivery ends once, and its proposal waits for it")
			.is_ok()
		{
			Self::deposit_event(Event::Finished { proposal, end });
		}
	}
}
