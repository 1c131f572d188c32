// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about the till.

use crate::*;
use artel_primitives::page::{page, PAGE};

impl<T: Config> Pallet<T> {
	/// How the till stands.
	pub fn state() -> State<T::AccountId, BlockNumberFor<T>, T::Hash> {
		let books = CurrentBooks::<T>::get();
		let attested = Attestations::<T>::get(books.last_attestation);
		State {
			currency: CurrentCurrency::<T>::get(),
			minor_unit: MINOR_UNIT,
			genesis: books.genesis,
			received: books.received,
			paid: books.paid,
			issued: T::Coin::total_issuance(),
			outstanding: books.outstanding,
			asks: books.asks,
			last_entry: books.last_entry,
			limit: CurrentLimit::<T>::get(),
			left: Self::left(),
			difference: attested.as_ref().map(Attestation::difference),
			attested,
			overdue: Self::is_overdue(&books),
		}
	}

	/// Whether a period passed in which the stewards had to attest and did not.
	pub(crate) fn is_overdue(books: &Books) -> bool {
		books.attest_in.is_some_and(|period| period < Self::period())
	}

	/// The entries, from this number on.
	pub fn entries(from: EntryId) -> Vec<(EntryId, EntryOf<T>)> {
		let all = from.max(1)..=CurrentBooks::<T>::get().last_entry;
		all.filter_map(|number| Some((number, Entries::<T>::get(number)?))).take(PAGE).collect()
	}

	/// The number of the entry that books this receipt; none if it was not booked.
	pub fn booked(receipt: T::Hash) -> Option<EntryId> {
		Receipts::<T>::get(receipt)
	}

	/// The open asks, from this number on.
	pub fn asks(from: AskId) -> Vec<(AskId, AskOf<T>)> {
		let all = Asks::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| Some((number, Asks::<T>::get(number)?)))
	}

	/// The open asks of this account.
	pub fn asks_of(who: &T::AccountId) -> Vec<(AskId, AskOf<T>)> {
		let own = AsksOf::<T>::get(who).into_iter();
		own.filter_map(|number| Some((number, Asks::<T>::get(number)?))).collect()
	}

	/// What the stewards have said that the bank says, from this number on.
	pub fn attestations(from: AttestationId) -> Vec<(AttestationId, AttestationOf<T>)> {
		let all = from.max(1)..=CurrentBooks::<T>::get().last_attestation;
		let told = all.filter_map(|number| Some((number, Attestations::<T>::get(number)?)));
		told.take(PAGE).collect()
	}
}
