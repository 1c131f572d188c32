// SPDX-License-Identifier: Apache-2.0

//! LOVE, and leave from the artel's work.

use super::through;
use crate::{
	configs::accounts::ProxyType::NonTransfer,
	motions::{concerning, ensure, letting_gain},
	Membership, Reputation,
};
use artel_primitives::{figures::Governed, membership::InspectMembers};
use pallet_proposals::{Refusal::*, Track::*};

judge_calls! { pallet_reputation {
	recognise => through(NonTransfer);
	grant { who, amount, reason } => through(NonTransfer), motion {
		ensure(!reason.is_blank(), NotAllowed)?;
		ensure(Membership::is_member(who), NothingToDecide)?;
		ensure(Reputation::figures().can_ever_be_granted(*amount), ImpossibleValue)?;
		Ok(letting_gain(Care, [who.clone()], ("LOVE", who)))
	};
	withdraw { who, amount, reason } => through(NonTransfer), motion {
		ensure(!reason.is_blank(), NotAllowed)?;
		ensure(Membership::is_member(who), NothingToDecide)?;
		ensure(Reputation::figures().can_ever_be_withdrawn(*amount), ImpossibleValue)?;
		Ok(concerning(Withdrawal, who))
	};
	take_leave => through(NonTransfer).on_reserve();
	end_leave => through(NonTransfer).on_reserve();
}}
