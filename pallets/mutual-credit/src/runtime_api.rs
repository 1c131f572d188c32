//! What everyone can ask about LABOR, in one call.

use crate::{NumberedOffer, NumberedOrder, Order, Payout, SupplyState, Wallet};
use alloc::vec::Vec;
use artel_primitives::{text::Line, verdict::OrderId};
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

		/// The running orders that this member has placed or that are placed with it.
		fn orders(who: AccountId) -> Vec<NumberedOrder<AccountId, BlockNumber>>;

		/// A running order.
		fn order(order: OrderId) -> Option<Order<AccountId, BlockNumber>>;

		/// The offers whose title contains this text, in whatever case; all of them for a blank.
		fn offers(service: Line) -> Vec<NumberedOffer<AccountId>>;

		/// What a member has earned beyond the holding cap, oldest first.
		fn payouts(who: AccountId) -> Vec<Payout<AccountId>>;
	}
}
