// SPDX-License-Identifier: Apache-2.0

//! What this pallet asks of the runtime.

use alloc::vec::Vec;
use sp_staking::offence::OffenceSeverity;

/// The sessions that validators serve in.
pub trait Sessions<AccountId> {
	/// Validators of the session that is running.
	fn active() -> Vec<AccountId>;

	/// The session keys that the account would serve with, encoded; none if it has set none.
	fn keys(who: &AccountId) -> Option<Vec<u8>>;

	/// Stop the account from authoring in this session, as far as the protocol can spare it.
	fn disable(who: &AccountId, severity: OffenceSeverity);

	/// Give each account session keys and make them the validators of the running session.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_active(who: &[AccountId]);
}

impl<AccountId> Sessions<AccountId> for () {
	fn active() -> Vec<AccountId> {
		Vec::new()
	}

	fn keys(_: &AccountId) -> Option<Vec<u8>> {
		None
	}

	fn disable(_: &AccountId, _: OffenceSeverity) {}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_active(_: &[AccountId]) {}
}
