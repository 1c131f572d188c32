// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about LABOR, in one call.

use crate::{NumberedOffer, OfferId, Payout, SupplyState, Wallet};
use alloc::{string::String, vec::Vec};
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Members' LABOR, the artel's, and what is offered.
	pub trait MutualCreditApi<AccountId, Person>
	where
		AccountId: Codec,
		Person: Codec,
	{
		/// A member's LABOR; none if it is no member.
		fn wallet(who: AccountId) -> Option<Wallet>;

		/// The artel's LABOR as a whole.
		fn supply() -> SupplyState;

		/// The offers from this number on whose title has these words, in whatever case; all of them for a
		/// blank. A hundred at most, in the order of their numbers.
		fn offers(service: String, from: OfferId) -> Vec<NumberedOffer<Person>>;

		/// What a member has earned beyond the holding cap, oldest first: few, as there is a limit to them.
		fn payouts(who: AccountId) -> Vec<Payout<Person>>;
	}
}
