// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about the till, in one call.

use crate::{Ask, AskId, Attestation, AttestationId, Entry, EntryId, State};
use alloc::vec::Vec;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Between the artel's bank account and its coin: what came and went, what is asked for, what the bank has.
	pub trait TillApi<AccountId, Person, BlockNumber, Hash>
	where
		AccountId: Codec,
		Person: Codec,
		BlockNumber: Codec,
		Hash: Codec,
	{
		/// What there was at first, what came, went and is asked for, and beside it what the bank has.
		fn state() -> State<Person, BlockNumber, Hash>;

		/// What was booked, from this number on; a hundred entries at most, in the order of their numbers.
		fn entries(from: EntryId) -> Vec<(EntryId, Entry<Person, BlockNumber, Hash>)>;

		/// The number of the entry that books this receipt; none if it was not booked.
		fn booked(receipt: Hash) -> Option<EntryId>;

		/// The open asks, from this number on; a hundred at most, in the order of their numbers.
		fn asks(from: AskId) -> Vec<(AskId, Ask<Person>)>;

		/// The open asks of this account.
		fn asks_of(who: AccountId) -> Vec<(AskId, Ask<Person>)>;

		/// What the stewards have said that the bank says, from this number on; a hundred times at most.
		fn attestations(
			from: AttestationId,
		) -> Vec<(AttestationId, Attestation<Person, BlockNumber, Hash>)>;
	}
}
