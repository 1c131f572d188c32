//! The artel's calendar.

use super::through;
use crate::{
	configs::accounts::ProxyType::NonTransfer,
	motions::{ensure, on},
	parameters,
};
use pallet_proposals::{Refusal::OutOfRange, Track::Constitution};

judge_calls! { pallet_epochs {
	set_length { length } => through(NonTransfer), motion {
		ensure(parameters::judge_epoch(*length), OutOfRange)?;
		Ok(on(Constitution, "epoch"))
	};
}}
