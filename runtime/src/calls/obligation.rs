// SPDX-License-Identifier: Apache-2.0

//! Members who judge what others did, and the cases that they judge.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::letting_gain,
	Obligation,
};
use pallet_proposals::Track::Care;

judge_calls! { pallet_obligation {
	// It takes LOVE of theirs.
	enrol => through(Any);
	set_most => through(NonTransfer);
	volunteer => through(NonTransfer);
	seat { who } => through(NonTransfer), motion {
		Obligation::can_seat(who)?;
		Ok(letting_gain(Care, [who.clone()], ("seat", who)))
	};
	retire => through(NonTransfer).on_reserve();
	come_back => through(NonTransfer).on_reserve();
	unbond => through(NonTransfer);
	draw => through(NonTransfer);
	replace => through(NonTransfer);
	commit => through(NonTransfer).on_reserve();
	reveal => through(NonTransfer).on_reserve();
	recuse => through(NonTransfer).on_reserve();
	denounce => through(NonTransfer);
	close => through(NonTransfer);
	// It ties LABOR up.
	appeal => through(Any);
	finish => through(NonTransfer);
	poke => through(NonTransfer);
	pardon { who } => through(NonTransfer), motion {
		Obligation::can_pardon(who)?;
		Ok(letting_gain(Care, [who.clone()], ("pardon", who)))
	};
}}
