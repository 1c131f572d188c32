// SPDX-License-Identifier: Apache-2.0

//! Open requests for work, and what is submitted to them.

use super::through;
use crate::configs::accounts::ProxyType::{Any, NonTransfer};

judge_calls! { pallet_requests {
	// What it promises is tied up.
	post => through(Any);
	// The fee of the own review is tied up, and returns if the work is good.
	submit => through(NonTransfer);
	accept => through(Any);
	close_submission => through(NonTransfer);
	pay => through(NonTransfer);
	close => through(NonTransfer);
	cancel => through(Any);
}}
