//! What the artel decides about its chain.

use super::through;
use crate::{
	configs::accounts::ProxyType::Any,
	motions::{ensure, on, Judgement},
	parameters, Runtime,
};
use frame_support::traits::dynamic_params::AggregatedKeyValue;
use pallet_proposals::{Refusal::OutOfRange, Track::Constitution};
use pallet_tx_pause::RuntimeCallNameOf;

judge_calls! { pallet_parameters {
	set_parameter { key_value } => through(Any), motion {
		ensure(parameters::judge(key_value), OutOfRange)?;
		let (room, _) = key_value.clone().into_parts();
		// The call names all figures of a room. Whatever changed one of them meanwhile is not undone by
		// those that this motion found.
		let found = pallet_parameters::Parameters::<Runtime>::get(&room);
		Ok(on(Constitution, ("figures", room, found)))
	};
}}

judge_calls! { pallet_tx_pause {
	pause { full_name } => through(Any), motion { pausing(full_name) };
	unpause { ident } => through(Any), motion { pausing(ident) };
}}

/// A pause and its end are about the same thing.
fn pausing(name: &RuntimeCallNameOf<Runtime>) -> Judgement {
	Ok(on(Constitution, ("pause", name)))
}
