// SPDX-License-Identifier: Apache-2.0

//! What is proposed, what passes, and what follows from it.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::{letting_gain, on},
	Proposals,
};
use pallet_proposals::{Refusal::NothingToDecide, Track::Work};

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
	// The one who has the role loses by that, and has as little part in it as in its grant.
	end_role { proposal } => through(NonTransfer), motion {
		let role = Proposals::standing_role(*proposal).ok_or(NothingToDecide)?;
		let about = ("role", proposal);
		Ok(match role.worker {
			Some((worker, _)) => letting_gain(Work, [worker], about),
			None => on(Work, about),
		})
	};
	give_up_role => through(NonTransfer);
	stake => through(Any);
	claim => through(NonTransfer);
}}
