// SPDX-License-Identifier: Apache-2.0

//! VOTE, delegations and ballots.

use super::through;
use crate::{
	configs::accounts::ProxyType::NonTransfer,
	motions::{ensure, on},
};
use pallet_proposals::{Refusal::ImpossibleValue, Track::Constitution};
use pallet_vote_basket::types::are_possible;

judge_calls! { pallet_vote_basket {
	vote => through(NonTransfer).never_paused();
	vote_for => through(NonTransfer).never_paused();
	delegate => through(NonTransfer);
	undelegate => through(NonTransfer);
	update => through(NonTransfer);
	set_topics { topics } => through(NonTransfer), motion {
		ensure(are_possible(topics), ImpossibleValue)?;
		Ok(on(Constitution, "topics"))
	};
	reweigh => through(NonTransfer);
}}
