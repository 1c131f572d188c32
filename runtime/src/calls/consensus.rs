// SPDX-License-Identifier: Apache-2.0

//! Blocks, finality and the keys of validators. None of it is ever paused.

use super::through;
use crate::{
	configs::accounts::ProxyType::{NonTransfer, Operator},
	motions::on,
};
use pallet_proposals::Track::Constitution;

judge_calls! { pallet_babe {
	_ => through(NonTransfer).never_paused();
}}

judge_calls! { pallet_session {
	_ => through(Operator).never_paused();
}}

judge_calls! { pallet_grandpa {
	note_stalled => through(NonTransfer).never_paused(), motion { Ok(on(Constitution, "stalled")) };
	_ => through(NonTransfer).never_paused();
}}
