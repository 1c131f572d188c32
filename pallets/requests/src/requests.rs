// SPDX-License-Identifier: Apache-2.0

//! How a request begins and ends.

use crate::*;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_post(
		who: T::AccountId,
		brief: Note,
		criteria: Note,
		terms: TermsOf<T>,
	) -> DispatchResult {
		ensure!(!T::SystemAccounts::contains(&who), Error::<T>::NotHeldByAnybody);
		ensure!(!brief.is_blank(), Error::<T>::BriefMissing);
		ensure!(!criteria.is_blank(), Error::<T>::CriteriaMissing);
		let (figures, now) = (Self::figures(), Self::now());
		ensure!((1..=MAX_WANTED).contains(&terms.wanted), Error::<T>::ImpossibleWanted);
		let enough = (terms.wanted..=MAX_PLACES).contains(&terms.places);
		ensure!(enough, Error::<T>::ImpossiblePlaces);
		let last = now.saturating_add(figures.longest.into());
		let in_time = terms.deadline > now && terms.deadline <= last;
		ensure!(in_time, Error::<T>::ImpossibleDeadline);
		let is_member = T::Members::is_member(&who);
		ensure!(is_member || !terms.reward.is_labor(), Error::<T>::NotMember);
		let (fee, rate) = (T::Cases::fee(), T::Rate::reference_rate());
		let least = Self::in_units_of(&terms.reward, figures.least_reward, rate);
		let is_enough = terms.reward.amount() >= least && Self::reaches_everybody(&terms);
		ensure!(is_enough, Error::<T>::ImpossibleReward);
		let held = Self::cost(&terms, fee, rate).ok_or(Error::<T>::ImpossibleAmount)?;

		let request = LastRequest::<T>::get().checked_add(1).ok_or(Error::<T>::ImpossibleAmount)?;
		RequestsOf::<T>::try_mutate(&who, |own| {
			let most =
				if is_member { T::MaxOpenOfMember::get() } else { T::MaxOpenOfOutsider::get() };
			let open = u32::try_from(own.len()).unwrap_or(u32::MAX);
			ensure!(open < most, Error::<T>::TooManyRequests);
			own.try_push(request).map_err(|_| Error::<T>::TooManyRequests)
		})?;
		let posted = RequestOf::<T> {
			requester: who.clone(),
			left: None,
			brief,
			criteria,
			terms: terms.clone(),
			fee,
			rate,
			held,
			deposit: if is_member { 0 } else { T::PostDeposit::get() },
			submitted: 0,
			scored: 0,
			paid: 0,
			unpaid: 0,
			closed: false,
			cleared: 0,
		};
		Self::tie_up(&posted)?;
		LastRequest::<T>::put(request);
		Open::<T>::insert(request, ());
		Requests::<T>::insert(request, posted);
		Self::deposit_event(Event::Posted { request, requester: who, terms, held });
		Ok(())
	}

	/// All that the rewards and reviews of such a request can cost, in the units of the reward.
	pub(crate) fn cost(terms: &TermsOf<T>, fee: LaborBalance, rate: Balance) -> Option<Balance> {
		let rewards = terms.reward.amount().checked_mul(terms.wanted.into())?;
		let review = Self::in_units_of(&terms.reward, fee, rate);
		let all = rewards.checked_add(review.checked_mul(terms.places.into())?)?;
		(!terms.reward.is_labor() || LaborBalance::try_from(all).is_ok()).then_some(all)
	}

	pub(crate) fn do_cancel(who: T::AccountId, request: RequestId) -> DispatchResult {
		let found = Self::open(request)?;
		ensure!(found.requester == who, Error::<T>::NotYourRequest);
		ensure!(found.submitted == 0, Error::<T>::AlreadySubmittedTo);
		let returned = found.held;
		Self::finish(request, found)?;
		Self::deposit_event(Event::Cancelled { request, returned });
		Ok(())
	}

	pub(crate) fn do_pay(request: RequestId, place: u32) -> DispatchResult {
		let mut found = Self::open(request)?;
		ensure!(found.is_decided(Self::now()), Error::<T>::NotDecided);
		let quality = Best::<T>::try_mutate(request, |best| {
			let ranked = best.iter_mut().find(|ranked| ranked.place == place);
			let ranked = ranked.ok_or(Error::<T>::NotAmongTheBest)?;
			ensure!(!ranked.settled, Error::<T>::AlreadyPaid);
			ranked.settled = true;
			Ok::<_, Error<T>>(ranked.quality)
		})?;
		let submission = Self::submission(request, place)?;
		let part = Percent::from_percent(quality.percent());
		let amount = part.mul_floor(found.terms.reward.amount());
		// Nothing is due for what is worth nothing, and that is paid in full.
		let paid = match amount {
			0 => Some(0),
			_ => Self::pay_reward(&found, &submission, amount, quality)?,
		};
		let worker = submission.worker;
		Self::deposit_event(match paid {
			Some(commission) => {
				found.held = found.held.saturating_sub(amount);
				found.paid = found.paid.saturating_add(1);
				Event::Paid { request, place, worker, quality, amount, commission }
			},
			None => {
				found.unpaid = found.unpaid.saturating_add(1);
				Event::NotPaid { request, place, worker, amount }
			},
		});
		Requests::<T>::insert(request, found);
		Ok(())
	}

	pub(crate) fn do_close(request: RequestId) -> DispatchResult {
		let found = Self::open(request)?;
		ensure!(found.is_decided(Self::now()), Error::<T>::NotDecided);
		let all_paid = Best::<T>::get(request).iter().all(|ranked| ranked.settled);
		ensure!(all_paid, Error::<T>::NotAllPaid);
		let returned = found.held;
		Self::finish(request, found)?;
		Self::deposit_event(Event::Closed { request, returned });
		Ok(())
	}

	/// Removes a submission from the records, and with the last one the request.
	pub(crate) fn do_clear(request: RequestId, place: u32) -> DispatchResult {
		let mut found = Requests::<T>::get(request).ok_or(Error::<T>::NoSuchRequest)?;
		ensure!(found.closed, Error::<T>::NotClosed);
		let submission =
			Submissions::<T>::take(request, place).ok_or(Error::<T>::NoSuchSubmission)?;
		Places::<T>::remove(request, &submission.worker);
		found.cleared = found.cleared.saturating_add(1);
		Self::deposit_event(Event::Cleared { request, place });
		Self::keep_or_forget(request, found)
	}

	/// Keeps the record of a closed request as long as there are submissions to it.
	fn keep_or_forget(request: RequestId, found: RequestOf<T>) -> DispatchResult {
		if found.cleared < found.submitted {
			Requests::<T>::insert(request, found);
			return Ok(());
		}
		Self::return_deposit(&found)?;
		Requests::<T>::remove(request);
		// What nobody has submitted to ends with the event that says so.
		if found.submitted > 0 {
			Self::deposit_event(Event::Forgotten { request, deposit: found.deposit });
		}
		Ok(())
	}

	/// Ends a request and gives back what is left, but for the deposit of one that leaves records.
	pub(crate) fn finish(request: RequestId, mut found: RequestOf<T>) -> DispatchResult {
		Self::untie(&found)?;
		RequestsOf::<T>::mutate_exists(&found.requester, |own| {
			if let Some(listed) = own {
				listed.retain(|number| *number != request);
				if listed.is_empty() {
					*own = None;
				}
			}
		});
		Open::<T>::remove(request);
		Best::<T>::remove(request);
		(found.held, found.closed) = (0, true);
		Self::keep_or_forget(request, found)
	}

	/// Settles the requests of a member who leaves with this number.
	pub(crate) fn settle_leaver(who: &T::AccountId, number: MemberNumber) {
		for request in RequestsOf::<T>::get(who) {
			// Each on its own: one that could not be settled must not keep the others from it.
			with_storage_layer(|| Self::leave_one(who, number, request))
				.defensive_proof("what is tied up is there, and goes back to where it was")
				.ok();
		}
	}

	fn leave_one(who: &T::AccountId, number: MemberNumber, request: RequestId) -> DispatchResult {
		let mut found = Self::open(request)?;
		if found.submitted == 0 {
			let returned = found.held;
			Self::finish(request, found)?;
			Self::deposit_event(Event::Cancelled { request, returned });
			return Ok(());
		}
		if found.terms.reward.is_labor() && found.left.is_none() {
			T::Labor::pass_to_escrow(&Self::reason(), who, number, found.labor_held())?;
			found.left = Some(number);
			Requests::<T>::insert(request, found);
		}
		Ok(())
	}

	/// The open request with this number.
	pub(crate) fn open(request: RequestId) -> Result<RequestOf<T>, DispatchError> {
		let found = Requests::<T>::get(request).filter(|found| !found.closed);
		Ok(found.ok_or(Error::<T>::NoSuchRequest)?)
	}

	/// The block that runs.
	pub(crate) fn now() -> BlockNumberFor<T> {
		frame_system::Pallet::<T>::block_number()
	}

	/// The period that runs.
	pub(crate) fn period() -> Period {
		T::Epochs::current() / EPOCHS_PER_PERIOD
	}
}
