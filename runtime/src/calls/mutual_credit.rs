// SPDX-License-Identifier: Apache-2.0

//! The credit that members give one another.

use super::through;
use crate::configs::accounts::ProxyType::{Any, NonTransfer};

judge_calls! { pallet_mutual_credit {
	// A proxy may speak for an account, but not spend its LABOR.
	pay => through(Any);
	publish_offer => through(NonTransfer);
	withdraw_offer => through(NonTransfer);
	place_order => through(Any);
	claim_deferred => through(NonTransfer).on_reserve();
	lapse_earmark => through(NonTransfer);
	contribute => through(Any);
}}
