// SPDX-License-Identifier: Apache-2.0

//! What this pallet asks of the runtime alone.

use artel_primitives::delivery::Cause;

/// Lets benchmarks do what only other pallets can.
pub trait BenchmarkHelper<AccountId> {
	/// Make this account a worker by the real membership, with all that follows from joining.
	fn make_member(who: &AccountId);

	/// Let this member leave by the real membership, with all that follows from that.
	fn remove_member(who: &AccountId);

	/// Give this member ten LABOR to spend.
	fn enrich(who: &AccountId);

	/// Leave this member room for no more than 0.10 LABOR, and as many deferred payouts as there can be.
	fn fill(who: &AccountId);

	/// Let there be enough members to judge whatever is delivered from now on, or not.
	fn set_judges(enough: bool);

	/// What hears at the greatest cost how the delivery ended that is opened next, ordered by this member.
	fn costly_cause(orderer: &AccountId) -> Cause;
}
