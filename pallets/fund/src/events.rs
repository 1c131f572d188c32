// SPDX-License-Identifier: Apache-2.0

//! What is told when the fund's coin is given, promised and paid.

#[frame::pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	// A field without a comment is what its name says.
	#[allow(missing_docs)]
	pub enum Event<T: Config> {
		/// Somebody gave coin for a purpose.
		#[codec(index = 0)]
		Donated {
			who: T::AccountId,
			/// How much, in base units of ART.
			amount: Balance,
			purpose: PurposeId,
		},
		/// The artel promised to pay somebody for a purpose.
		#[codec(index = 1)]
		Mandated {
			mandate: MandateId,
			beneficiary: BeneficiaryOf<T>,
			/// How much at most, in base units of ART.
			amount: Balance,
			purpose: PurposeId,
			/// The last block in which it can be paid.
			until: BlockNumberFor<T>,
		},
		/// The stewards paid a mandate, or a part of it.
		#[codec(index = 2)]
		MandatePaid {
			mandate: MandateId,
			beneficiary: BeneficiaryOf<T>,
			/// How much, in base units of ART.
			amount: Balance,
			/// What can still be paid of it.
			left: Balance,
		},
		/// A mandate expired, and what was left of it is free again.
		#[codec(index = 3)]
		MandateClosed {
			mandate: MandateId,
			/// How much that was, in base units of ART.
			left: Balance,
		},
		/// The artel said how much is paid for a purpose in a period at most.
		#[codec(index = 4)]
		BudgetSet {
			purpose: PurposeId,
			period: Period,
			/// The most, in base units of ART; none if any amount.
			limit: Option<Balance>,
		},
		/// The fund has another purpose.
		#[codec(index = 5)]
		PurposeAdded { purpose: PurposeId, title: Line },
		/// The fund has a purpose no more.
		#[codec(index = 6)]
		PurposeRemoved { purpose: PurposeId },
		/// The artel named its stewards.
		#[codec(index = 7)]
		StewardsSet {
			/// The account that they hold together.
			account: T::AccountId,
			signatories: Vec<T::AccountId>,
			/// How many of them must agree.
			threshold: NumberOfStewards,
		},
		/// A steward left the artel.
		#[codec(index = 8)]
		StewardLeft {
			who: T::AccountId,
			/// How many stewards have not left.
			remaining: u32,
			/// How many must agree: if fewer have not left, nothing is paid.
			threshold: NumberOfStewards,
		},
		/// The fund took its part of what a client paid.
		#[codec(index = 9)]
		CommissionTaken {
			from: T::AccountId,
			/// How much, in base units of ART.
			amount: Balance,
		},
	}
}
