//! What this pallet asks of the runtime alone.

use crate::Track;

/// What a motion amounts to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Charge<AccountId> {
	/// The track it is decided on.
	pub track: Track,
	/// Whom it concerns, who does not vote; on an expulsion it does not count either.
	pub concerns: Option<AccountId>,
	/// Who gains by it.
	pub beneficiary: Option<AccountId>,
}

/// Knows on which track a call is decided.
pub trait JudgeMotions<Call, AccountId> {
	/// What the call amounts to; none if no motion may carry it.
	fn judge(call: &Call) -> Option<Charge<AccountId>>;
}

/// Lets benchmarks do what only other pallets can.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId, Call> {
	/// Make this account a member by the real membership, with all that follows from joining.
	fn make_member(who: &AccountId);

	/// Give this member ten LABOR to spend.
	fn enrich(who: &AccountId);

	/// Leave this member room for no more than 0.10 LABOR, and as many deferred payouts as there can be.
	fn fill(who: &AccountId);

	/// Let so many members have voted on a proposal.
	fn vote(proposal: u32, ballots: u32);

	/// The longest motion there is, on the track of the constitution.
	fn motion() -> Call;
}
