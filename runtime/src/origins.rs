//! Who may do what.

use crate::{founders, Runtime};
use frame_support::traits::{Contains, Everything};
use pallet_tx_pause::RuntimeCallNameOf;

/// Whoever acts for the artel as a whole. Until members vote, this is its founders.
pub type Privileged = founders::EnsureFounders;

/// What can be called at all, by anyone but Root.
pub type BaseCallFilter = Everything;

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
