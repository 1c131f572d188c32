// SPDX-License-Identifier: Apache-2.0

//! Checks of what was paid.

use super::through;
use crate::{configs::accounts::ProxyType::NonTransfer, motions::letting_gain, SpotChecks};
use pallet_proposals::{Refusal::NothingToDecide, Track::Work};

judge_calls! { pallet_spot_checks {
	point_out => through(NonTransfer);
	hand_in => through(NonTransfer).on_reserve();
	// Both sides lose by it, so neither has a part in it.
	find { payment } => through(NonTransfer), motion {
		let sides = SpotChecks::parties_of_published(*payment).ok_or(NothingToDecide)?;
		Ok(letting_gain(Work, sides, ("payment", payment)))
	};
	clear => through(NonTransfer);
}}
