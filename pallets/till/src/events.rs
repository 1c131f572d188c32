// SPDX-License-Identifier: Apache-2.0

//! What is told when money is booked, asked for and attested.

#[frame::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// Money came to the bank account, and somebody was given ART for it.
		#[codec(index = 0)]
		Received {
			entry: EntryId,
			to: T::AccountId,
			/// How much, in base units of ART.
			amount: Balance,
			/// The hash of the bank's receipt.
			receipt: T::Hash,
		},
		/// Somebody asks to be paid in money, and their ART is on hold.
		#[codec(index = 1)]
		Asked {
			ask: AskId,
			who: T::AccountId,
			/// How much, in base units of ART.
			amount: Balance,
			reference: Line,
		},
		/// The stewards have begun to pay an ask.
		#[codec(index = 2)]
		Begun {
			ask: AskId,
			/// The last epoch in which it waits now.
			until: artel_primitives::epochs::Epoch,
		},
		/// Money left the bank account, and the ART that stood for it is no more.
		#[codec(index = 3)]
		Paid {
			entry: EntryId,
			ask: AskId,
			who: T::AccountId,
			/// How much, in base units of ART.
			amount: Balance,
			/// The hash of the bank's receipt.
			receipt: T::Hash,
		},
		/// The stewards declined an ask, and its owner has the ART again.
		#[codec(index = 4)]
		Declined {
			ask: AskId,
			who: T::AccountId,
			/// How much, in base units of ART.
			amount: Balance,
			reason: Note,
		},
		/// Nobody answered an ask in time, and its owner has the ART again.
		#[codec(index = 5)]
		GivenBack {
			ask: AskId,
			who: T::AccountId,
			/// How much, in base units of ART.
			amount: Balance,
		},
		/// Somebody withdrew their ask and has the ART again.
		#[codec(index = 6)]
		Withdrawn {
			ask: AskId,
			who: T::AccountId,
			/// How much, in base units of ART.
			amount: Balance,
		},
		/// The stewards said what the bank account has.
		#[codec(index = 7)]
		Attested {
			attestation: AttestationId,
			/// What the bank account has, in base units of the ART that stands for it.
			balance: Balance,
			/// How much ART there is.
			issued: Balance,
			/// The hash of the bank's statement.
			document: T::Hash,
		},
		/// The artel said how much may be booked as received in an epoch.
		#[codec(index = 8)]
		LimitSet {
			/// The most, in base units of ART.
			limit: Balance,
		},
		/// The artel said what ART stands for.
		#[codec(index = 9)]
		CurrencySet { currency: Line },
	}
}
