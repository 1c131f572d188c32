// SPDX-License-Identifier: Apache-2.0

//! What waits for the stewards, and for those who ask.

use crate::*;
use artel_primitives::due::{Due, InspectDue};

type DueOf<T> = Due<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

impl<T: Config> InspectDue<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn due_for(who: &T::AccountId) -> Vec<DueOf<T>> {
		let own = Self::asks_of(who).into_iter().filter_map(|(number, ask)| {
			let over = ask.is_over(T::Epochs::current());
			over.then(|| Self::own_due(number, &ask))
		});
		let mut all: Vec<_> = own.collect();
		let stewards = T::Stewards::together().filter(|stewards| stewards.remaining.contains(who));
		// Where too few are left, or somebody can act for them alone, the fund tells them.
		if stewards.is_some_and(|stewards| stewards.are_enough && !stewards.represented) {
			all.extend(Self::attestation_due());
			all.extend(Asks::<T>::iter().filter_map(|(number, ask)| Self::one_due(number, &ask)));
		}
		all
	}
}

impl<T: Config> Pallet<T> {
	/// What the one who asks can do, if nobody has answered in time.
	fn own_due(number: AskId, ask: &AskOf<T>) -> DueOf<T> {
		let what = "Take back what you asked for: nobody has answered in time.";
		DueOf::<T>::can(what, &["till.giveBack"]).about(number, ask.reference.as_str())
	}

	/// What of one ask waits for the stewards. What is over they can still pay, if they have begun.
	fn one_due(number: AskId, ask: &AskOf<T>) -> Option<DueOf<T>> {
		let due = if ask.begun {
			let what = "Book the ask with the bank's receipt, together, once the money has gone.";
			let mut pay = DueOf::<T>::must(what, &["multisig.asMulti", "till.pay", "till.decline"]);
			pay.otherwise = "Anybody may give it back, though the money may have gone.".into();
			pay
		} else if ask.is_over(T::Epochs::current()) {
			return None;
		} else {
			let what = "Begin to pay the ask before you tell the bank, or decline it, together.";
			let calls = ["multisig.asMulti", "till.begin", "till.decline"];
			let mut begin = DueOf::<T>::must(what, &calls);
			begin.otherwise = "Anybody may give it back in the end.".into();
			begin
		};
		Some(due.about(number, ask.reference.as_str()).beside(&ask.who))
	}

	/// Whether the stewards have to say what the bank says in this period, or had to before.
	fn is_attestation_due(books: &Books) -> bool {
		books.attest_in.is_some_and(|period| period <= Self::period())
	}

	/// The same, as the books are now.
	pub fn waits_for_attestation() -> bool {
		Self::is_attestation_due(&CurrentBooks::<T>::get())
	}

	/// That the stewards have to say what the bank says, if they have to in this period or had to before.
	fn attestation_due() -> Option<DueOf<T>> {
		let books = CurrentBooks::<T>::get();
		let what = if Self::is_overdue(&books) {
			"Say together what the bank says: a period has passed without that."
		} else {
			"Say together what the bank says, in this period."
		};
		let calls = ["multisig.asMulti", "till.attest"];
		Self::is_attestation_due(&books).then(|| {
			let mut attest = DueOf::<T>::must(what, &calls);
			attest.otherwise = "Everybody reads that it is overdue.".into();
			attest
		})
	}
}
