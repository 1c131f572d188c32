// SPDX-License-Identifier: Apache-2.0

//! What is told of those who judge, and of cases.

#[frame::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// Somebody judges from now on.
		#[codec(index = 0)]
		CameOnDuty { who: T::AccountId },
		/// Somebody does not judge any more, for now.
		#[codec(index = 1)]
		WentOffDuty { who: T::AccountId },
		/// Somebody says how many open seats they take.
		#[codec(index = 2)]
		MostSet { who: T::AccountId, most: u8 },
		/// Somebody consents to judge without LOVE, if the artel seats them.
		#[codec(index = 3)]
		Volunteered { who: T::AccountId },
		/// Somebody has missed far too much and is banned.
		#[codec(index = 4)]
		Banned {
			who: T::AccountId,
			/// The first epoch in which they can enrol again.
			until: artel_primitives::epochs::Epoch,
		},
		/// The artel lifted a ban.
		#[codec(index = 5)]
		Pardoned { who: T::AccountId },
		/// Somebody has their bond back.
		#[codec(index = 6)]
		Unbonded {
			who: T::AccountId,
			/// How much, in hundredths of a LOVE.
			amount: artel_primitives::units::LoveBalance,
		},
		/// There is a case to be judged.
		#[codec(index = 7)]
		Opened { case: CaseId, subject: Subject },
		/// Those who judge a case were drawn.
		#[codec(index = 8)]
		Drawn { case: CaseId, seats: Vec<T::AccountId> },
		/// Others were drawn for seats of a case.
		#[codec(index = 9)]
		Replaced { case: CaseId, seats: Vec<T::AccountId> },
		/// Too few could be drawn for a check, which waits on.
		#[codec(index = 10)]
		CheckWaits { case: CaseId },
		/// Somebody has committed to a score.
		#[codec(index = 11)]
		Committed { case: CaseId, who: T::AccountId },
		/// Somebody has revealed their score.
		#[codec(index = 12)]
		Revealed { case: CaseId, who: T::AccountId, score: Quality, reason: Note },
		/// Somebody has excused themselves from a case.
		#[codec(index = 13)]
		Recused { case: CaseId, who: T::AccountId },
		/// Somebody has shown that a score was told.
		#[codec(index = 14)]
		Denounced { case: CaseId, who: T::AccountId, informer: T::AccountId },
		/// There is a verdict.
		#[codec(index = 15)]
		Judged { case: CaseId, verdict: Verdict },
		/// A side has appealed.
		#[codec(index = 16)]
		Appealed { case: CaseId, who: T::AccountId },
		/// A case has its final verdict.
		#[codec(index = 17)]
		Settled { case: CaseId, quality: Quality },
		/// Too few could judge a case.
		#[codec(index = 18)]
		Unjudged { case: CaseId },
		/// Both sides have agreed, and a case is over.
		#[codec(index = 19)]
		Withdrawn { case: CaseId },
		/// What was judged could not be settled by its verdict.
		#[codec(index = 20)]
		NotSettled { case: CaseId },
	}
}
