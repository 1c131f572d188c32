// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about the validators, in one call.

use crate::Record;
use alloc::vec::Vec;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// The validators, since when, and those who are left out until when.
	pub trait ValidatorsApi<AccountId, Person, BlockNumber>
	where
		AccountId: Codec,
		Person: Codec,
		BlockNumber: Codec,
	{
		/// Every approved validator with its standing, in the order of approval: few, as there is a limit
		/// to them.
		fn validators() -> Vec<Record<Person, BlockNumber>>;

		/// The record of one validator, if it is approved.
		fn validator(who: AccountId) -> Option<Record<Person, BlockNumber>>;

		/// How many validators can serve. While it is one or none, nobody can take back session keys.
		fn can_serve() -> u32;
	}
}
