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

	/// Gives back all that is still on hold for rewards and reviews of a request.
	pub(crate) fn untie(request: &RequestOf<T>) -> DispatchResult {
		let labor = request.labor_held();
		if labor > 0 {
			T::Labor::release(&Self::reason(), &request.source(), labor)?;
		}
		Self::release_coin(request, request.art_held().saturating_sub(request.deposit))
	}

	/// Gives back the deposit of a request of which no record is left.
	pub(crate) fn return_deposit(request: &RequestOf<T>) -> DispatchResult {
		Self::release_coin(request, request.deposit)
	}

	fn release_coin(request: &RequestOf<T>, amount: Balance) -> DispatchResult {
		if amount > 0 {
			T::Coin::release(&Self::reason(), &request.requester, amount, Precision::Exact)?;
		}
		Ok(())
	}

	/// Whether whatever is good enough is paid something that reaches the worker, even if their account begins with it.
	pub(crate) fn reaches_everybody(terms: &TermsOf<T>) -> bool {
		let lowest = Percent::from_percent(terms.minimum.percent().max(1));
		let least = lowest.mul_floor(terms.reward.amount());
		if terms.reward.is_labor() {
			return least > 0;
		}
		let net = least.saturating_sub(T::Rate::commission_of(least));
		net >= T::Coin::minimum_balance().max(1)
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

	/// Pays one of the best, and says how much that was in the units of the reward, and what of it was the fund's. None
	/// if it cannot be paid: it stays the requester's.
	pub(crate) fn pay_reward(
		request: &RequestOf<T>,
		submission: &SubmissionOf<T>,
		amount: Balance,
		quality: Quality,
	) -> Result<Option<Balance>, DispatchError> {
		let worker = submission.worker.clone();
		let left =
			(T::Members::number(&worker) != Some(submission.number)).then_some(submission.number);
		if let Reward::Labor { hundredths_of_labor } = request.terms.reward {
			let payer = Some(request.requester.clone());
			let work = Self::work(worker, quality.of(hundredths_of_labor), payer);
			T::Labor::pay_work(&Self::reason(), &request.source(), work, left)?;
			return Ok(Some(0));
		}
		// Where the commission leaves too little for the worker's account, the worker has all of it: the requester pays
		// the same either way.
		let commission = T::Rate::commission_of(amount);
		let paid = Self::pay_coin(request, &worker, amount, commission)
			.or_else(|_| Self::pay_coin(request, &worker, amount, 0));
		if paid.is_ok() && left.is_none() {
			// What a member pays can be checked, in whatever currency.
			let payer = Some(request.requester.clone()).filter(T::Members::is_member);
			let work = Self::work(worker, labor_of(amount, request.rate), payer);
			T::OnWorkPaid::on_work_paid(&work, 0);
		}
		Ok(paid.ok())
	}

	/// Pays a worker this much coin, the commission out of it first, and says how much that was.
	fn pay_coin(
		request: &RequestOf<T>,
		worker: &T::AccountId,
		amount: Balance,
		commission: Balance,
	) -> Result<Balance, DispatchError> {
		with_storage_layer(|| {
			if commission > 0 {
				let requester = &request.requester;
				T::Coin::release(&Self::reason(), requester, commission, Precision::Exact)?;
				T::Commission::take_commission(requester, commission)?;
			}
			Self::send(&request.requester, worker, amount.saturating_sub(commission))?;
			Ok(commission)
		})
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
