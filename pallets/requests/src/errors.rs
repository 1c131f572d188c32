// SPDX-License-Identifier: Apache-2.0

//! Why something cannot be done with a request.

#[frame::pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// There is no request with this number, or it is closed.
		#[codec(index = 0)]
		NoSuchRequest,
		/// There is no submission at this place.
		#[codec(index = 1)]
		NoSuchSubmission,
		/// A request needs a brief.
		#[codec(index = 2)]
		BriefMissing,
		/// A request needs criteria by which it is judged.
		#[codec(index = 3)]
		CriteriaMissing,
		/// A submission needs evidence that can be looked at.
		#[codec(index = 4)]
		EvidenceMissing,
		/// Between 1 and 64 submissions can be wanted.
		#[codec(index = 5)]
		ImpossibleWanted,
		/// There must be as many places as are wanted, and 1,024 at most.
		#[codec(index = 6)]
		ImpossiblePlaces,
		/// The deadline is over, or too far away.
		#[codec(index = 7)]
		ImpossibleDeadline,
		/// The amounts are greater than anybody could have.
		#[codec(index = 8)]
		ImpossibleAmount,
		/// The reward is less than the least that can be offered, or than what reaches every worker.
		#[codec(index = 9)]
		ImpossibleReward,
		/// Members alone can pay in LABOR.
		#[codec(index = 10)]
		NotMember,
		/// The account belongs to the chain itself: nobody holds it.
		#[codec(index = 11)]
		NotHeldByAnybody,
		/// You have as many open requests as you can have.
		#[codec(index = 12)]
		TooManyRequests,
		/// Workers of the artel alone can submit.
		#[codec(index = 13)]
		NotWorker,
		/// Nobody submits to their own request.
		#[codec(index = 14)]
		NotForRequester,
		/// The time to submit is over.
		#[codec(index = 15)]
		TimePassed,
		/// All places are taken.
		#[codec(index = 16)]
		PlacesReached,
		/// You have submitted to this request before.
		#[codec(index = 17)]
		AlreadySubmitted,
		/// Wait until your other submission is judged: more at a time takes a better signal.
		#[codec(index = 18)]
		NotWhileOneIsOpen,
		/// Somebody else has posted this request.
		#[codec(index = 19)]
		NotYourRequest,
		/// This submission does not wait for the requester.
		#[codec(index = 20)]
		NotWaiting,
		/// The requester still has time to answer.
		#[codec(index = 21)]
		NotDue,
		/// The deadline is to come, or a submission is not scored yet.
		#[codec(index = 22)]
		NotDecided,
		/// This submission is none of the best.
		#[codec(index = 23)]
		NotAmongTheBest,
		/// This submission had its turn to be paid before.
		#[codec(index = 24)]
		AlreadyPaid,
		/// Some of the best submissions have to be paid first.
		#[codec(index = 25)]
		NotAllPaid,
		/// Somebody has submitted something, so the request goes on.
		#[codec(index = 26)]
		AlreadySubmittedTo,
		/// This submission awaits no verdict.
		#[codec(index = 27)]
		NotJudged,
		/// The quality is below the minimum: dispute the submission instead.
		#[codec(index = 28)]
		NotGoodEnough,
		/// A dispute needs a statement of what is wrong.
		#[codec(index = 29)]
		StatementMissing,
		/// The time for this is over, so the submission counts as accepted in full.
		#[codec(index = 30)]
		WindowPassed,
		/// The requester does not dispute this submission.
		#[codec(index = 31)]
		NotDisputed,
		/// The request is still open.
		#[codec(index = 32)]
		NotClosed,
	}
}
