//! Who may do what.

use crate::{certificates, founders, Runtime, RuntimeCall};
use frame_support::traits::Contains;
use pallet_tx_pause::RuntimeCallNameOf;

/// Whoever acts for the artel as a whole. Until members vote, this is its founders.
pub type Privileged = founders::EnsureFounders;

/// What can be called at all, by anyone but Root.
pub struct BaseCallFilter;

impl Contains<RuntimeCall> for BaseCallFilter {
	fn contains(call: &RuntimeCall) -> bool {
		!matches!(call, RuntimeCall::Uniques(call) if certificates::concerns(call))
	}
}

/// What a member must always be able to do: such calls may draw on the reserve of its fee quota.
pub struct Duties;

impl Contains<RuntimeCall> for Duties {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Membership(pallet_membership::Call::leave { .. })
				| RuntimeCall::Reputation(
					pallet_reputation::Call::take_leave { .. }
						| pallet_reputation::Call::end_leave { .. }
				) | RuntimeCall::MutualCredit(
				pallet_mutual_credit::Call::deliver { .. }
					| pallet_mutual_credit::Call::claim_deferred { .. }
			)
		)
	}
}

/// Calls that cannot be paused, or a pause could not be lifted nor a validator come back.
pub struct NeverPaused;

impl Contains<RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains(name: &RuntimeCallNameOf<Runtime>) -> bool {
		let (pallet, call) = name;
		matches!(
			(pallet.as_slice(), call.as_slice()),
			(b"Multisig" | b"Session" | b"Validators" | b"Grandpa" | b"Babe" | b"Timestamp", _)
				| (b"System", b"apply_authorized_upgrade")
		)
	}
}
