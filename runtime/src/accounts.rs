// SPDX-License-Identifier: Apache-2.0

//! Accounts of the chain itself, which nobody holds (mechanisms, section 1).

use crate::AccountId;
use frame_support::traits::Contains;

/// How every account begins that this runtime derives for a purpose of its own: the stock prefix of
/// pallets' accounts, and that of ours.
pub const PREFIX: &[u8] = b"modlartel/";

/// Every account that the runtime derives for a purpose of its own, by how it begins: the pool, the escrow,
/// the fund, the owner of certificates, and whatever rooms to come have. Beside them the account of zeros, for which
/// no key is secret. None of them is a person: none is ever a member, or named where one is meant.
pub struct SystemAccounts;

impl Contains<AccountId> for SystemAccounts {
	fn contains(who: &AccountId) -> bool {
		let bytes: &[u8] = who.as_ref();
		bytes.starts_with(PREFIX) || bytes.iter().all(|byte| *byte == 0)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{certificates, Fund, MutualCredit};

	#[test]
	fn every_account_of_the_chain_is_known_by_how_it_begins() {
		let accounts = [
			MutualCredit::pool(),
			MutualCredit::escrow(),
			Fund::account(),
			certificates::registrar(),
		];
		for who in accounts {
			assert!(SystemAccounts::contains(&who), "{who:?}");
		}
		assert!(SystemAccounts::contains(&AccountId::new([0; 32])));
		assert!(!SystemAccounts::contains(&sp_keyring::Sr25519Keyring::Alice.to_account_id()));
	}
}
