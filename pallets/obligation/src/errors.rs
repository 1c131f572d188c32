// SPDX-License-Identifier: Apache-2.0

//! Why something cannot be done.

#[frame::pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// Workers alone can judge.
		#[codec(index = 0)]
		NotWorker,
		/// Somebody who owes LOVE does not judge.
		#[codec(index = 1)]
		NotWhileInDebt,
		/// A ban holds still.
		#[codec(index = 2)]
		NotWhileBanned,
		/// You have enrolled already.
		#[codec(index = 3)]
		AlreadyEnrolled,
		/// There is no enforcer with this account.
		#[codec(index = 4)]
		NoSuchEnforcer,
		/// Take between one and eight open seats.
		#[codec(index = 5)]
		ImpossibleMost,
		/// They have not consented to be seated.
		#[codec(index = 6)]
		NotVolunteering,
		/// You are not on duty.
		#[codec(index = 7)]
		NotOnDuty,
		/// You are on duty already.
		#[codec(index = 8)]
		AlreadyOnDuty,
		/// Come back from leave first.
		#[codec(index = 9)]
		NotWhileOnLeave,
		/// As many are on duty as can be.
		#[codec(index = 10)]
		TooManyEnforcers,
		/// The bond is not free yet.
		#[codec(index = 11)]
		NotFree,
		/// There is no case with this number.
		#[codec(index = 12)]
		NoSuchCase,
		/// The case does not wait for a draw.
		#[codec(index = 13)]
		NotWaiting,
		/// The lot is not known yet.
		#[codec(index = 14)]
		NotKnownYet,
		/// Checks are drawn first.
		#[codec(index = 15)]
		NotBeforeChecks,
		/// Too few can be drawn now.
		#[codec(index = 16)]
		NotEnoughEnforcers,
		/// Nobody can be drawn again for it now.
		#[codec(index = 17)]
		NothingToReplace,
		/// You have no seat in this case.
		#[codec(index = 18)]
		NoSuchSeat,
		/// You have committed already.
		#[codec(index = 19)]
		AlreadyCommitted,
		/// It is too late for this.
		#[codec(index = 20)]
		TimePassed,
		/// It is too early for this.
		#[codec(index = 21)]
		NotRevealing,
		/// You have not committed to a score.
		#[codec(index = 22)]
		NotCommitted,
		/// You have revealed your score already.
		#[codec(index = 23)]
		AlreadyRevealed,
		/// The score and the salt are not those committed to.
		#[codec(index = 24)]
		NotWhatWasCommitted,
		/// A score below fifty needs a reason.
		#[codec(index = 25)]
		ReasonMissing,
		/// Nothing of this kind is due now.
		#[codec(index = 26)]
		NotDue,
		/// One of the two sides alone can appeal.
		#[codec(index = 27)]
		NotYourCase,
		/// Too few others could judge the appeal.
		#[codec(index = 28)]
		NotEnoughToAppeal,
		/// The fees of as many cases as can be are tied up on this account.
		#[codec(index = 29)]
		TooManyFees,
		/// Too many have to do with it.
		#[codec(index = 30)]
		TooManyConflicts,
		/// A score was revealed already.
		#[codec(index = 31)]
		AlreadyJudged,
		/// They are not banned.
		#[codec(index = 32)]
		NotBanned,
	}
}
