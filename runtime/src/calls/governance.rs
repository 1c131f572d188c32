// SPDX-License-Identifier: Apache-2.0

//! What the artel decides about its chain.

use super::through;
use crate::{
	configs::accounts::ProxyType::Any,
	motions::{on, Judgement},
	Runtime,
};
use pallet_proposals::Track::Constitution;
use pallet_tx_pause::RuntimeCallNameOf;

judge_calls! { pallet_tx_pause {
	pause { full_name } => through(Any), motion { pausing(full_name) };
	unpause { ident } => through(Any), motion { pausing(ident) };
}}

/// A pause and its end are about the same thing.
fn pausing(name: &RuntimeCallNameOf<Runtime>) -> Judgement {
	Ok(on(Constitution, ("pause", name)))
}
