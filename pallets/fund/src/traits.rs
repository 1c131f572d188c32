// SPDX-License-Identifier: Apache-2.0

//! What this pallet asks of the runtime alone.

/// Lets benchmarks do what only other pallets can.
pub trait BenchmarkHelper<AccountId> {
	/// Make this account a member by the real membership, with all that follows from joining.
	fn make_member(who: &AccountId);
}
