// SPDX-License-Identifier: Apache-2.0

//! What only the runtime knows.

use frame::prelude::Weight;

/// Knows the call by which a member leaves.
pub trait InspectParting<AccountId, Call> {
	/// Whether this is that call, and would succeed now.
	fn would_leave(who: &AccountId, call: &Call) -> bool;

	/// What it takes to answer that.
	fn weight(call: &Call) -> Weight;
}
