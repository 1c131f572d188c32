// SPDX-License-Identifier: Apache-2.0

//! What benchmarks of this pallet ask of the runtime.

/// Sets up members, whose LABOR and LOVE are kept elsewhere.
pub trait BenchmarkHelper<AccountId> {
	/// Make this account a worker, in the way that members join here.
	fn make_member(who: &AccountId);

	/// Give this member LABOR that counts and LOVE, so that their basket grows when it is looked at next.
	fn enrich(who: &AccountId);
}
