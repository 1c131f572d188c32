// SPDX-License-Identifier: Apache-2.0

//! The figures of all rooms.

use super::through;
use crate::{configs::accounts::ProxyType::Any, motions::on, Figures};
use alloc::vec::Vec;
use codec::Encode;
use pallet_proposals::{Refusal::ImpossibleValue, Track::Constitution};

judge_calls! { pallet_figures {
	change { figures } => through(Any), motion {
		// It is about the figures that it names, as they stand, in whatever order: another motion on others
		// undoes nothing of it, and where one of these was changed meanwhile, this is not what was decided.
		let found = Figures::judge(figures).map_err(|_| ImpossibleValue)?;
		let mut found: Vec<_> = found.iter().map(Encode::encode).collect();
		found.sort_unstable();
		Ok(on(Constitution, ("figures", found)))
	};
}}
