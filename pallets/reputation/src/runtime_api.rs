// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about LOVE, in one call.

use crate::{Contribution, LoveState};
use alloc::vec::Vec;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// Members' LOVE, and what they and the artel contributed.
	pub trait ReputationApi<AccountId>
	where
		AccountId: Codec,
	{
		/// A member's LOVE; none if it is no member.
		fn love(who: AccountId) -> Option<LoveState>;

		/// What a member contributed, in the eight periods that are remembered, oldest first.
		fn contributions(who: AccountId) -> Vec<Contribution>;

		/// What the artel contributed, in the eight periods that are remembered, oldest first.
		fn all_contributions() -> Vec<Contribution>;
	}
}
