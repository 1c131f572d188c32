// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about members, in one call.

use crate::{Application, ApplicationId, Counts, Member, ReportId, Statute, ToldReport};
use alloc::{string::String, vec::Vec};
use artel_primitives::membership::MemberNumber;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// The members and since when, those who want to be, and the statute.
	pub trait MembershipApi<AccountId, Person, BlockNumber, Document, Ticket, Mark>
	where
		AccountId: Codec,
		Person: Codec,
		BlockNumber: Codec,
		Document: Codec,
		Ticket: Codec,
		Mark: Codec,
	{
		/// The record of this account, if it is a member.
		fn member(who: AccountId) -> Option<Member<BlockNumber>>;

		/// The members from this number on with their records, a hundred at most, in the order of their
		/// numbers.
		fn members(from: MemberNumber) -> Vec<(AccountId, Member<BlockNumber>)>;

		/// The members from this number on in whose names these words are, in whatever case; a hundred at
		/// most, in the order of their numbers.
		fn named(words: String, from: MemberNumber) -> Vec<(AccountId, Member<BlockNumber>)>;

		/// How many members belong in each way.
		fn counts() -> Counts;

		/// The open applications from this number on, a hundred at most, in the order of their numbers.
		fn applications(from: ApplicationId)
			-> Vec<(ApplicationId, Application<Person, Document, Ticket, BlockNumber>)>;

		/// What was reported of lost keys, from this number on, and whether the report still holds; a
		/// hundred reports at most, in the order of their numbers.
		fn lost_keys(from: ReportId) -> Vec<(ReportId, ToldReport<Person, BlockNumber, Mark>)>;

		/// The artel's statute.
		fn statute() -> Statute<Document>;
	}
}
