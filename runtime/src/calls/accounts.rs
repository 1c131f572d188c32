// SPDX-License-Identifier: Apache-2.0

//! Acting together, through others and again, and owning things. What is inside a call is judged anew when
//! it is made.

use super::through;
use crate::configs::accounts::ProxyType::{Any, NonTransfer, Operator};

judge_calls! { pallet_utility {
	batch => through(Operator);
	batch_all => through(Operator);
	_ => through(NonTransfer);
}}

// Members who act together, or through another account, must be able to vote on a pause as well.

judge_calls! { pallet_multisig {
	_ => through(Any).never_paused();
}}

judge_calls! { pallet_proxy {
	proxy => through(NonTransfer).never_paused();
	_ => through(NonTransfer);
}}

judge_calls! { pallet_recovery {
	control_inherited_account => through(Any).never_paused();
	_ => through(Any);
}}

judge_calls! { pallet_uniques {
	_ => through(Any);
}}
