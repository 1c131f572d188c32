//! What everyone can ask about members, in one call.

use crate::{Application, ApplicationId, Counts, LostKey, Member, ReportId, Statute};
use alloc::vec::Vec;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Who is a member since when, who wants to be, and by which statute.
	pub trait MembershipApi<AccountId, BlockNumber, Document, Ticket, Mark>
	where
		AccountId: Codec,
		BlockNumber: Codec,
		Document: Codec,
		Ticket: Codec,
		Mark: Codec,
	{
		/// The record of this account, if it is a member.
		fn member(who: AccountId) -> Option<Member<BlockNumber>>;

		/// Every member with its record.
		fn members() -> Vec<(AccountId, Member<BlockNumber>)>;

		/// How many members belong in each way.
		fn counts() -> Counts;

		/// Every open application with its number.
		fn applications()
			-> Vec<(ApplicationId, Application<AccountId, Document, Ticket, BlockNumber>)>;

		/// What was reported of lost keys, and whether the report still holds.
		fn lost_keys() -> Vec<(ReportId, LostKey<AccountId, BlockNumber, Mark>, bool)>;

		/// The artel's statute.
		fn statute() -> Statute<Document>;
	}
}
