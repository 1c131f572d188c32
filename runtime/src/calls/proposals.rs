// SPDX-License-Identifier: Apache-2.0

//! What is proposed, what passes, and what follows from it.

use super::through;
use crate::configs::accounts::ProxyType::{Any, NonTransfer};

judge_calls! { pallet_proposals {
	// A proxy may speak for an account, but not spend its LABOR. And what it takes to lift a pause
	// is never paused.
	ask => through(NonTransfer);
	propose_task => through(Any);
	propose_reward => through(NonTransfer);
	propose_motion => through(NonTransfer).never_paused();
	withdraw => through(NonTransfer);
	advance => through(NonTransfer).never_paused();
	execute => through(NonTransfer).never_paused();
	clear => through(NonTransfer);
	stake => through(Any);
	claim => through(NonTransfer);
}}
