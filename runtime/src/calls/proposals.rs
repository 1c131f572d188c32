//! What is proposed, what passes, and what follows from it.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::letting_gain,
	Proposals,
};
use pallet_proposals::{Refusal::NothingToDecide, Track::Work};

judge_calls! { pallet_proposals {
	// A proxy may speak and work for an account, but not spend its LABOR. And what it takes to lift a pause
	// is never paused.
	ask => through(NonTransfer);
	propose_task => through(Any);
	propose_reward => through(NonTransfer);
	propose_motion => through(NonTransfer).never_paused();
	withdraw => through(NonTransfer);
	advance => through(NonTransfer).never_paused();
	execute => through(NonTransfer).never_paused();
	apply_for => through(NonTransfer);
	assign => through(Any);
	accept_task => through(NonTransfer);
	give_up => through(NonTransfer);
	deliver => through(NonTransfer).on_reserve();
	accept_delivery => through(Any);
	dispute => through(NonTransfer);
	// Both sides of what is disputed gain, and nothing else is judged.
	settle { proposal } => through(NonTransfer), motion {
		let sides = Proposals::disputed(*proposal).ok_or(NothingToDecide)?;
		Ok(letting_gain(Work, sides, ("task", proposal)))
	};
	clear => through(NonTransfer);
	agree => through(Any);
}}
