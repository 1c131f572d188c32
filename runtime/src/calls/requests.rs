// SPDX-License-Identifier: Apache-2.0

//! Open requests for work, and what is submitted to them.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::letting_gain,
	AccountId, Requests,
};
use pallet_proposals::{Refusal::NothingToDecide, Track::Work};

judge_calls! { pallet_requests {
	// What it promises is tied up.
	post => through(Any);
	// The fee of the own review is tied up, and returns if the work is good.
	submit => through(NonTransfer);
	accept => through(Any);
	dispute => through(Any);
	// Both sides of what is disputed gain, and nothing else is judged.
	decide { request, place } => through(NonTransfer), motion {
		let sides = <[AccountId; 2]>::try_from(Requests::parties_of_disputed(*request, *place))
			.map_err(|_| NothingToDecide)?;
		Ok(letting_gain(Work, sides, ("submission", request, place)))
	};
	close_submission => through(NonTransfer);
	pay => through(NonTransfer);
	close => through(NonTransfer);
	cancel => through(Any);
	clear => through(NonTransfer);
}}
