// SPDX-License-Identifier: Apache-2.0

//! Belonging to the artel.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::{concerning, ensure, on, on_person},
	AccountId, Membership, Reputation, Runtime,
};
use artel_primitives::{
	love::InspectLove,
	membership::{Backing, InspectMembers},
};
use pallet_proposals::{
	Refusal::{self, *},
	Ruling,
	Track::*,
};

judge_calls! { pallet_membership {
	apply => through(NonTransfer);
	nominate => through(NonTransfer);
	withdraw => through(NonTransfer);
	admit { application } => through(NonTransfer), motion {
		Ok(on_person(Admission, "admit", &applicant(*application)?))
	};
	decline { application } => through(NonTransfer), motion {
		Ok(on_person(Admission, "decline", &applicant(*application)?))
	};
	request_class => through(NonTransfer);
	grant_class { who, class } => through(NonTransfer), motion {
		let asked = pallet_membership::ClassRequests::<Runtime>::get(who);
		ensure(asked == Some(*class), NothingToDecide)?;
		Ok(on_person(Admission, "class", who))
	};
	// Nobody's class is changed against their will by less than it takes to expel them.
	force_class { who, class } => through(NonTransfer), motion {
		let present = Membership::class(who);
		ensure(present.is_some_and(|present| present != *class), NothingToDecide)?;
		Ok(concerning(Expulsion, who))
	};
	// Leaving gives up what the account owns. And no pause keeps a member in.
	leave => through(Any).on_reserve().never_paused();
	expel { who, reason } => through(NonTransfer), motion {
		ensure(!reason.is_blank(), NotAllowed)?;
		ensure(Membership::is_member(who), NothingToDecide)?;
		ensure(Membership::count() > 2, NothingToDecide)?;
		Ok(concerning(Expulsion, who))
	};
	set_statute { document, link } => through(NonTransfer), motion {
		let is_named = !link.is_blank() && *document != Default::default();
		ensure(is_named, ImpossibleValue)?;
		Ok(on(Constitution, "statute"))
	};
	// Judged again when it is carried out: any sign of life makes the report void.
	restore_access { who, report, to } => through(NonTransfer), motion {
		ensure(Membership::is_key_lost(*report, who, to), NothingToDecide)?;
		let (slow, person) = (Reputation::is_on_leave(who), Some(to.clone()));
		Ok(Ruling { slow, person, ..concerning(LostKey, who) })
	};
	report_lost_key => through(NonTransfer);
	object => through(NonTransfer);
	confirm { who } => through(NonTransfer), motion {
		let backing = Membership::member(who.clone()).map(|member| member.backing);
		ensure(backing == Some(Backing::Unbacked), NothingToDecide)?;
		Ok(on_person(Admission, "confirm", who))
	};
}}

/// The one who wants to be a member by this application.
fn applicant(application: u32) -> Result<AccountId, Refusal> {
	pallet_membership::Applications::<Runtime>::get(application)
		.map(|filed| filed.who)
		.ok_or(NothingToDecide)
}
