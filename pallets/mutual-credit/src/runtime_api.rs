//! What everyone can ask about LABOR, in one call.

use crate::{NumberedOffer, NumberedOrder, OfferId, Order, Payout, SupplyState, Wallet};
use alloc::{string::String, vec::Vec};
use artel_primitives::verdict::OrderId;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Members' LABOR, the artel's, and what is offered and ordered.
	pub trait MutualCreditApi<AccountId, BlockNumber>
	where
		AccountId: Codec,
		BlockNumber: Codec,
	{
		/// A member's LABOR; none if it is no member.
		fn wallet(who: AccountId) -> Option<Wallet>;

		/// The artel's LABOR as a whole.
		fn supply() -> SupplyState;

		/// The running orders that this member has placed or that are placed with it, from this number on;
		/// a hundred at most, in the order of their numbers.
		fn orders(who: AccountId, from: OrderId) -> Vec<NumberedOrder<AccountId, BlockNumber>>;

		/// A running order.
		fn order(order: OrderId) -> Option<Order<AccountId, BlockNumber>>;

		/// The offers from this number on whose title has these words, in whatever case; all of them for a
		/// blank. A hundred at most, in the order of their numbers.
		fn offers(service: String, from: OfferId) -> Vec<NumberedOffer<AccountId>>;

		/// What a member has earned beyond the holding cap, oldest first: few, as there is a limit to them.
		fn payouts(who: AccountId) -> Vec<Payout<AccountId>>;
	}
}
