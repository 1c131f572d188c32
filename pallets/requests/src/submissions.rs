// SPDX-License-Identifier: Apache-2.0

//! What is submitted, and how good that is.

use crate::*;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_submit(
		who: T::AccountId,
		request: RequestId,
		evidence: Note,
	) -> DispatchResult {
		let mut found = Self::open(request)?;
		ensure!(T::Members::class(&who) == Some(Class::Worker), Error::<T>::NotWorker);
		let number = T::Members::number(&who).ok_or(Error::<T>::NotWorker)?;
		ensure!(found.requester != who, Error::<T>::NotForRequester);
		ensure!(!evidence.is_blank(), Error::<T>::EvidenceMissing);
		ensure!(Self::now() <= found.terms.deadline, Error::<T>::TimePassed);
		ensure!(!Places::<T>::contains_key(request, &who), Error::<T>::AlreadySubmitted);
		ensure!(found.submitted < found.terms.places, Error::<T>::PlacesReached);
		let unscored = Unscored::<T>::get(&who);
		let many = unscored == 0 || Self::signal(&who).is_enough(&Self::figures());
		ensure!(many, Error::<T>::NotWhileOneIsOpen);

		let place = found.submitted;
		let case = NewCase {
			subject: Subject::Submission(request, place),
			orderer: found.requester.clone(),
			worker: who.clone(),
			others: Vec::new(),
			fee: Source::Held(who.clone()),
			recovers: Some((Side::Worker, found.terms.minimum)),
			together: false,
			check: None,
		};
		let case = T::Cases::open(case, None)?;
		let worker = who.clone();
		Self::deposit_event(Event::Submitted {
			request,
			place,
			worker,
			evidence: evidence.clone(),
		});
		let stage = match case {
			Some(case) => Stage::Judged { case },
			None => Self::wait(request, place),
		};
		found.submitted = found.submitted.saturating_add(1);
		Requests::<T>::insert(request, found);
		Places::<T>::insert(request, &who, place);
		Unscored::<T>::insert(&who, unscored.saturating_add(1));
		let submitted = Submission { worker: who, number, evidence, stage };
		Submissions::<T>::insert(request, place, submitted);
		Ok(())
	}

	/// Lets a submission wait for the requester.
	fn wait(request: RequestId, place: u32) -> Stage<BlockNumberFor<T>> {
		let until = Self::now().saturating_add(Self::figures().acceptance_window.into());
		Self::deposit_event(Event::Waiting { request, place, until });
		Stage::Waits { until }
	}

	pub(crate) fn do_accept(
		who: T::AccountId,
		request: RequestId,
		place: u32,
		quality: Quality,
	) -> DispatchResult {
		let found = Self::open(request)?;
		ensure!(found.requester == who, Error::<T>::NotYourRequest);
		let submission = Self::waiting(request, place)?;
		ensure!(Self::is_enough(&found, quality), Error::<T>::NotGoodEnough);
		Self::score(request, place, found, submission, quality, &[]);
		Ok(())
	}

	/// The submission at this place, about which the requester can still say something.
	fn waiting(request: RequestId, place: u32) -> Result<SubmissionOf<T>, DispatchError> {
		let submission = Self::submission(request, place)?;
		let Stage::Waits { until } = submission.stage else {
			return Err(Error::<T>::NotWaiting.into());
		};
		ensure!(Self::now() <= until, Error::<T>::WindowPassed);
		Ok(submission)
	}

	pub(crate) fn do_dispute(
		who: T::AccountId,
		request: RequestId,
		place: u32,
		statement: Note,
	) -> DispatchResult {
		let found = Self::open(request)?;
		ensure!(found.requester == who, Error::<T>::NotYourRequest);
		let mut submission = Self::waiting(request, place)?;
		ensure!(!statement.is_blank(), Error::<T>::StatementMissing);
		let until = Self::now().saturating_add(T::TimeToJudge::get());
		submission.stage = Stage::Disputed { until };
		Submissions::<T>::insert(request, place, submission);
		Self::deposit_event(Event::Disputed { request, place, statement, until });
		Ok(())
	}

	/// What is disputed at this place, on which the artel can still decide.
	fn disputed(
		request: RequestId,
		place: u32,
	) -> Result<(RequestOf<T>, SubmissionOf<T>), DispatchError> {
		let (found, submission) = (Self::open(request)?, Self::submission(request, place)?);
		let Stage::Disputed { until } = submission.stage else {
			return Err(Error::<T>::NotDisputed.into());
		};
		ensure!(Self::now() <= until, Error::<T>::WindowPassed);
		Ok((found, submission))
	}

	pub(crate) fn do_decide(request: RequestId, place: u32, quality: Quality) -> DispatchResult {
		let (found, submission) = Self::disputed(request, place)?;
		Self::judge(request, place, found, submission, quality, &[]);
		Ok(())
	}

	/// Whether the artel can decide now on the submission at this place, or why not.
	pub fn can_decide(request: RequestId, place: u32) -> DispatchResult {
		Self::disputed(request, place).map(|_| ())
	}

	/// Those who gain or lose by what the artel decides at this place, and must not decide it: the requester, and the
	/// worker. Nobody if it does not decide.
	pub fn parties_of_disputed(request: RequestId, place: u32) -> Vec<T::AccountId> {
		let sides = |(found, submission): (RequestOf<T>, SubmissionOf<T>)| {
			alloc::vec![found.requester, submission.worker]
		};
		Self::disputed(request, place).map_or_else(|_| Vec::new(), sides)
	}

	pub(crate) fn do_close_submission(request: RequestId, place: u32) -> DispatchResult {
		let found = Self::open(request)?;
		let submission = Self::submission(request, place)?;
		let until = match submission.stage {
			Stage::Waits { until } | Stage::Disputed { until } => until,
			Stage::Judged { .. } | Stage::Scored { .. } => {
				return Err(Error::<T>::NotWaiting.into());
			},
		};
		ensure!(Self::now() > until, Error::<T>::NotDue);
		Self::score(request, place, found, submission, Quality::WHOLE, &[]);
		Ok(())
	}

	/// Notes how good others have found a submission, which counts for the worker's signal.
	fn judge(
		request: RequestId,
		place: u32,
		found: RequestOf<T>,
		submission: SubmissionOf<T>,
		quality: Quality,
		owed: &[Owed<T::AccountId>],
	) {
		let (accepted, period) = (Self::is_enough(&found, quality), Self::period());
		Signals::<T>::mutate(&submission.worker, |tallies| tally(tallies, accepted, period));
		Self::score(request, place, found, submission, quality, owed);
	}

	/// Notes how good a submission is, and puts it among the best if it is good enough.
	fn score(
		request: RequestId,
		place: u32,
		mut found: RequestOf<T>,
		mut submission: SubmissionOf<T>,
		quality: Quality,
		owed: &[Owed<T::AccountId>],
	) {
		let review = Self::pay_review(&found, &submission, owed);
		found.held = found.held.saturating_sub(review);
		found.scored = found.scored.saturating_add(1);
		if Self::is_enough(&found, quality) {
			let one = Ranked { place, quality, settled: false };
			Best::<T>::mutate(request, |best| rank(best, one, found.terms.wanted));
		}
		Unscored::<T>::mutate_exists(&submission.worker, |count| {
			*count = count.and_then(|count| count.checked_sub(1)).filter(|left| *left > 0);
		});
		submission.stage = Stage::Scored { quality };
		Submissions::<T>::insert(request, place, submission);
		Requests::<T>::insert(request, found);
		Self::deposit_event(Event::Scored { request, place, quality, review });
	}

	fn is_enough(request: &RequestOf<T>, quality: Quality) -> bool {
		quality.percent() >= request.terms.minimum.percent()
	}

	/// The submission at this place.
	pub(crate) fn submission(
		request: RequestId,
		place: u32,
	) -> Result<SubmissionOf<T>, DispatchError> {
		Ok(Submissions::<T>::get(request, place).ok_or(Error::<T>::NoSuchSubmission)?)
	}

	/// What is judged, if a case is open on it.
	fn judged(
		subject: Subject,
	) -> Result<(RequestId, u32, RequestOf<T>, SubmissionOf<T>), DispatchError> {
		let Subject::Submission(request, place) = subject else {
			return Err(Error::<T>::NotJudged.into());
		};
		let (found, submission) = (Self::open(request)?, Self::submission(request, place)?);
		let judged = matches!(submission.stage, Stage::Judged { .. });
		ensure!(judged, Error::<T>::NotJudged);
		Ok((request, place, found, submission))
	}
}

impl<T: Config> SettleVerdict<T::AccountId> for Pallet<T> {
	fn settle(subject: Subject, verdict: &Verdict, owed: &[Owed<T::AccountId>]) -> DispatchResult {
		let (request, place, found, submission) = Self::judged(subject)?;
		Self::judge(request, place, found, submission, verdict.quality(), owed);
		Ok(())
	}

	fn unjudged(subject: Subject) -> DispatchResult {
		let (request, place, _, mut submission) = Self::judged(subject)?;
		submission.stage = Self::wait(request, place);
		Submissions::<T>::insert(request, place, submission);
		Ok(())
	}
}
