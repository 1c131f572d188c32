// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about quotas, in one call.

use crate::Units;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// What members may still do without coin.
	pub trait FeeQuotaApi<AccountId>
	where
		AccountId: Codec,
	{
		/// What is left of this member's quota in fee units, the reserve included.
		fn left(who: AccountId) -> Option<Units>;
	}
}
