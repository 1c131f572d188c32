// SPDX-License-Identifier: Apache-2.0

//! What is told of requests.

#[frame::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// Somebody posted a request, and what it can cost is on hold.
		#[codec(index = 0)]
		Posted {
			request: RequestId,
			requester: T::AccountId,
			terms: TermsOf<T>,
			/// What is on hold for it, in the units of the reward.
			held: Balance,
		},
		/// A worker submitted something to a request.
		#[codec(index = 1)]
		Submitted { request: RequestId, place: u32, worker: T::AccountId, evidence: Note },
		/// There are too few to judge a submission, so it waits for the requester.
		#[codec(index = 2)]
		Waiting {
			request: RequestId,
			place: u32,
			/// The last block before it is accepted in full.
			until: BlockNumberFor<T>,
		},
		/// It is known how good a submission is.
		#[codec(index = 3)]
		Scored {
			request: RequestId,
			place: u32,
			quality: Quality,
			/// What of the review was paid back to the worker, in the units of the reward.
			review: Balance,
		},
		/// One of the best submissions was paid.
		#[codec(index = 4)]
		Paid {
			request: RequestId,
			place: u32,
			worker: T::AccountId,
			quality: Quality,
			/// How much, in the units of the reward.
			amount: Balance,
			/// What of it went to the fund, in base units of ART.
			commission: Balance,
		},
		/// A request came to its end, and its requester has back what was left.
		#[codec(index = 5)]
		Closed {
			request: RequestId,
			/// What went back, in the units of the reward.
			returned: Balance,
		},
		/// A request to which nobody had submitted was taken back.
		#[codec(index = 6)]
		Cancelled {
			request: RequestId,
			/// What went back, in the units of the reward.
			returned: Balance,
		},
		/// The requester disputes a submission, and the artel decides on it.
		#[codec(index = 7)]
		Disputed {
			request: RequestId,
			place: u32,
			statement: Note,
			/// The last block before it is accepted in full.
			until: BlockNumberFor<T>,
		},
		/// One of the best could not be paid, as it is too little for their account, and it stays with the requester.
		#[codec(index = 8)]
		NotPaid {
			request: RequestId,
			place: u32,
			worker: T::AccountId,
			/// How much, in the units of the reward.
			amount: Balance,
		},
		/// A submission to a closed request was removed from the records.
		#[codec(index = 9)]
		Cleared { request: RequestId, place: u32 },
		/// The last record of a request was removed, and its deposit went back.
		#[codec(index = 10)]
		Forgotten {
			request: RequestId,
			/// What went back, in base units of ART.
			deposit: Balance,
		},
	}
}
