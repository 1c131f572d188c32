// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about epochs, in one call.

use crate::Calendar;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// The artel's weeks.
	pub trait EpochsApi<BlockNumber>
	where
		BlockNumber: Codec,
	{
		/// The epoch that is running, its first block, and how many blocks it lasts.
		fn running() -> Calendar<BlockNumber>;
	}
}
