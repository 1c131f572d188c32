// SPDX-License-Identifier: Apache-2.0

//! Work under way, from an order to its payment.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::letting_gain,
	Deliveries,
};
use pallet_proposals::{Refusal::NothingToDecide, Track::Work};

judge_calls! { pallet_deliveries {
	// A proxy may work for an account, but not spend its LABOR.
	take_on => through(NonTransfer);
	apply => through(NonTransfer);
	assign => through(Any);
	deliver => through(NonTransfer).on_reserve();
	accept => through(Any);
	dispute => through(NonTransfer);
	agree => through(Any);
	give_up => through(NonTransfer);
	close => through(NonTransfer);
	// Both sides of what is disputed gain, and nothing else is judged.
	settle { delivery } => through(NonTransfer), motion {
		let sides = Deliveries::disputed(*delivery).ok_or(NothingToDecide)?;
		Ok(letting_gain(Work, sides, ("delivery", delivery)))
	};
}}
