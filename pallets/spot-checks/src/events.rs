// SPDX-License-Identifier: Apache-2.0

//! What is told when payments are checked.

#[frame::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// A payment was drawn by lot, and both sides can hand in evidence that the work was done.
		#[codec(index = 0)]
		PointedOut {
			payment: PaymentId,
			worker: T::AccountId,
			payer: T::AccountId,
			/// The case in which it is judged; none if there are not enough to judge it.
			case: Option<CaseId>,
			/// The block before which the evidence is due.
			evidence_until: BlockNumberFor<T>,
		},
		/// There are not enough to judge a payment, and the artel can make it a finding.
		#[codec(index = 1)]
		Published {
			payment: PaymentId,
			worker: T::AccountId,
			payer: T::AccountId,
			/// The last block in which it can.
			until: BlockNumberFor<T>,
		},
		/// Somebody said what was done, with evidence.
		#[codec(index = 2)]
		HandedIn { payment: PaymentId, who: T::AccountId, evidence: Note },
		/// A finding took LOVE of both sides.
		#[codec(index = 3)]
		Fined {
			payment: PaymentId,
			worker: T::AccountId,
			/// How much of the one who worked, in hundredths of a LOVE.
			worker_fine: LoveBalance,
			payer: T::AccountId,
			/// How much of the one who paid, in hundredths of a LOVE.
			payer_fine: LoveBalance,
		},
		/// An appeal lifted a finding, and both sides have their fines again.
		#[codec(index = 4)]
		Lifted { payment: PaymentId, worker: T::AccountId, payer: T::AccountId },
		/// It is final that the work of a payment was not done as it was paid.
		#[codec(index = 5)]
		Found { payment: PaymentId, worker: T::AccountId, payer: T::AccountId },
		/// It is final that nothing was found on a payment.
		#[codec(index = 6)]
		Cleared { payment: PaymentId, worker: T::AccountId, payer: T::AccountId },
	}
}
