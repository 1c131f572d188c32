// SPDX-License-Identifier: Apache-2.0

//! What is on hold for requests, and where it goes.

use crate::*;

impl<T: Config> Pallet<T> {
	/// What LABOR and coin are on hold for.
	pub(crate) fn reason() -> T::RuntimeHoldReason {
		HoldReason::Request.into()
	}

	/// What this much LABOR is in the units of this reward; as coin rounded down.
	pub(crate) fn in_units_of(reward: &Reward, labor: LaborBalance, rate: Balance) -> Balance {
		if reward.is_labor() {
			labor.into()
		} else {
			art_of(labor, rate)
		}
	}

	/// Ties up all that a request can cost.
	pub(crate) fn tie_up(request: &RequestOf<T>) -> DispatchResult {
		let (labor, art) = (request.labor_held(), request.art_held());
		if labor > 0 {
			T::Labor::hold(&Self::reason(), &request.source(), labor)?;
		}
		if art > 0 {
			T::Coin::hold(&Self::reason(), &request.requester, art)?;
		}
		Ok(())
	}

	/// Gives back all that is still on hold for a request.
	pub(crate) fn untie(request: &RequestOf<T>) -> DispatchResult {
		let (labor, art) = (request.labor_held(), request.art_held());
		if labor > 0 {
			T::Labor::release(&Self::reason(), &request.source(), labor)?;
		}
		if art > 0 {
			T::Coin::release(&Self::reason(), &request.requester, art, Precision::Exact)?;
		}
		Ok(())
	}

	/// Pays the fee of a review back to the worker, and says how much that was in the units of the reward. What cannot
	/// be paid stays the requester's, so that no verdict fails by it.
	pub(crate) fn pay_review(
		request: &RequestOf<T>,
		submission: &SubmissionOf<T>,
		owed: &[Owed<T::AccountId>],
	) -> Balance {
		let (mut left, mut paid): (LaborBalance, Balance) = (request.fee, 0);
		for one in owed.iter().filter(|one| one.by == Side::Orderer) {
			let fee = one.amount.min(left);
			let amount = Self::in_units_of(&request.terms.reward, fee, request.rate);
			if amount == 0 {
				continue;
			}
			let went = with_storage_layer(|| {
				if request.terms.reward.is_labor() {
					T::Labor::give_to(&Self::reason(), &request.source(), &one.to, fee)
				} else {
					Self::send(&request.requester, &submission.worker, amount)
				}
			});
			if went.is_ok() {
				left = left.saturating_sub(fee);
				paid = paid.saturating_add(amount);
			}
		}
		paid
	}

	/// Pays one of the best, and says how much that was in the units of the reward. Coin that is too little for the
	/// worker's account stays the requester's.
	pub(crate) fn pay_reward(
		request: &RequestOf<T>,
		submission: &SubmissionOf<T>,
		quality: Quality,
	) -> Result<Balance, DispatchError> {
		let worker = submission.worker.clone();
		let left =
			(T::Members::number(&worker) != Some(submission.number)).then_some(submission.number);
		let part = Percent::from_percent(quality.percent());
		let amount = part.mul_floor(request.terms.reward.amount());
		if amount == 0 {
			return Ok(0);
		}
		if let Reward::Labor { hundredths_of_labor } = request.terms.reward {
			let payer = Some(request.requester.clone());
			let work = Self::work(worker, quality.of(hundredths_of_labor), payer);
			T::Labor::pay_work(&Self::reason(), &request.source(), work, left)?;
			return Ok(amount);
		}
		// The commission goes first and along with the rest: there is no pay without it, whatever the worker's account
		// is like.
		let commission = T::Rate::commission_of(amount);
		let paid = with_storage_layer(|| {
			if commission > 0 {
				let requester = &request.requester;
				T::Coin::release(&Self::reason(), requester, commission, Precision::Exact)?;
				T::Commission::take_commission(requester, commission)?;
			}
			Self::send(&request.requester, &worker, amount.saturating_sub(commission))
		});
		if paid.is_err() {
			return Ok(0);
		}
		if left.is_none() {
			let work = Self::work(worker, labor_of(amount, request.rate), None);
			T::OnWorkPaid::on_work_paid(&work, 0);
		}
		Ok(amount)
	}

	/// Work that is worth this much.
	fn work(
		worker: T::AccountId,
		labor: LaborBalance,
		payer: Option<T::AccountId>,
	) -> Work<T::AccountId> {
		let minutes = labor.saturating_mul(MINUTES_PER_LABOR) / LABOR;
		let minutes = Minutes::try_from(minutes).unwrap_or(Minutes::MAX);
		Work { worker, minutes, labor, stream: Stream::Livelihood, payer }
	}

	/// Sends coin that is on hold for requests.
	fn send(from: &T::AccountId, to: &T::AccountId, amount: Balance) -> DispatchResult {
		let (exact, free, force) = (Precision::Exact, Restriction::Free, Fortitude::Force);
		T::Coin::transfer_on_hold(&Self::reason(), from, to, amount, exact, free, force)?;
		Ok(())
	}
}
