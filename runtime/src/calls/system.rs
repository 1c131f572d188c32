// SPDX-License-Identifier: Apache-2.0

//! Blocks and money.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::on,
};
use pallet_proposals::Track::Constitution;

judge_calls! { frame_system {
	// The code itself is applied by whoever has it, once its hash is decided.
	authorize_upgrade => through(NonTransfer), motion { Ok(on(Constitution, "upgrade")) };
	apply_authorized_upgrade => through(NonTransfer).never_paused();
	_ => through(NonTransfer);
}}

judge_calls! { pallet_timestamp {
	_ => through(Any).never_paused();
}}

judge_calls! { pallet_migrations {
	_ => through(Any);
}}

judge_calls! { pallet_balances {
	_ => through(Any);
}}
