// SPDX-License-Identifier: Apache-2.0

//! Seasoned members stand behind somebody, or they do not yet.

use crate::{mock::*, Member, *};
use frame::testing_prelude::*;

fn confirm(who: AccountId) -> DispatchResult {
	Membership::confirm(signed(ADMITS), who)
}

/// Both ways in which a motion passes, and what it is worth.
const MOTIONS: [(AccountId, Backing); 2] =
	[(ADMITS, Backing::Backed), (ADMITS_UNBACKED, Backing::Unbacked)];

#[test]
fn founders_need_nobody_behind_them() {
	build_and_execute(|| {
		for who in [ALICE, BOB, CHARLIE] {
			assert_eq!(backing_of(who), Some(Backing::Founder));
		}
	});
}

#[test]
fn a_member_has_the_backing_of_the_motion_that_admitted_them() {
	for class in [Class::Worker, Class::User, Class::Supporter] {
		for (artel, backing) in MOTIONS {
			build_and_execute(|| {
				let number = nominate(ALICE, FERDIE, class);
				assert_ok!(Membership::admit(signed(artel), number));
				assert_eq!(backing_of(FERDIE), Some(backing));
				assert_eq!(heard(), [Heard::Joined(FERDIE, 4, class, backing)]);
			});
		}
	}
}

#[test]
fn to_become_a_worker_takes_a_backing_anew() {
	for (artel, backing) in MOTIONS {
		for before in [Backing::Backed, Backing::Unbacked] {
			build_and_execute(|| {
				// GIVEN Dave uses what the artel does
				join_with(DAVE, Class::User, before);
				// WHEN the artel makes him a worker at his own request
				assert_ok!(Membership::request_class(signed(DAVE), Class::Worker));
				assert_ok!(Membership::grant_class(signed(artel), DAVE, Class::Worker));
				// THEN the backing of that motion is his, better or worse than the one he had
				assert_eq!(backing_of(DAVE), Some(backing));
				let (from, to) = (Class::User, Class::Worker);
				assert_eq!(heard(), [Heard::ClassChanged(DAVE, from, to, backing)]);
			});
		}
	}
}

#[test]
fn to_be_made_a_worker_against_ones_will_takes_a_backing_too() {
	for (artel, backing) in [(EXPELS, Backing::Backed), (EXPELS_UNBACKED, Backing::Unbacked)] {
		build_and_execute(|| {
			join_with(DAVE, Class::Supporter, Backing::Backed);
			assert_ok!(Membership::force_class(signed(artel), DAVE, Class::Worker));
			assert_eq!(backing_of(DAVE), Some(backing));
			let (from, to) = (Class::Supporter, Class::Worker);
			assert_eq!(heard(), [Heard::ClassChanged(DAVE, from, to, backing)]);
		});
	}
}

#[test]
fn to_stop_working_leaves_the_backing_as_it_was() {
	for before in [Backing::Backed, Backing::Unbacked] {
		for (grants, forces) in [(ADMITS, EXPELS), (ADMITS_UNBACKED, EXPELS_UNBACKED)] {
			build_and_execute(|| {
				join_with(DAVE, Class::Worker, before);
				assert_ok!(Membership::request_class(signed(DAVE), Class::User));
				assert_ok!(Membership::grant_class(signed(grants), DAVE, Class::User));
				assert_eq!(backing_of(DAVE), Some(before));
				assert_ok!(Membership::force_class(signed(forces), DAVE, Class::Supporter));
				assert_eq!(backing_of(DAVE), Some(before));
			});
		}
	}
}

#[test]
fn a_founder_who_stopped_working_begins_anew_as_a_worker() {
	for (artel, backing) in MOTIONS {
		build_and_execute(|| {
			assert_ok!(Membership::force_class(signed(EXPELS_UNBACKED), ALICE, Class::User));
			assert_eq!(backing_of(ALICE), Some(Backing::Founder));
			assert_ok!(Membership::request_class(signed(ALICE), Class::Worker));
			assert_ok!(Membership::grant_class(signed(artel), ALICE, Class::Worker));
			assert_eq!(backing_of(ALICE), Some(backing));
		});
	}
}

#[test]
fn a_later_motion_confirms_a_member_whom_nobody_stood_behind() {
	for class in [Class::Worker, Class::User, Class::Supporter] {
		build_and_execute(|| {
			// GIVEN the artel admitted Dave while seasoned members were not sure of him
			join_with(DAVE, class, Backing::Unbacked);
			let before = Membership::member(DAVE).expect("he is a member");
			System::set_block_number(9);
			// WHEN they are
			assert_ok!(confirm(DAVE));
			// THEN he has their backing, and is otherwise who he was
			System::assert_last_event(Event::MemberConfirmed { who: DAVE }.into());
			let backing = Backing::Backed;
			assert_eq!(Membership::member(DAVE), Some(Member { backing, ..before }));
			// AND everybody who listens has heard it once
			assert_eq!(heard(), [Heard::Confirmed(DAVE)]);
			// AND what is confirmed cannot be confirmed again
			assert_noop!(confirm(DAVE), Error::<Test>::AlreadyConfirmed);
		});
	}
}

#[test]
fn nobody_is_confirmed_who_has_the_backing() {
	build_and_execute(|| {
		join_with(DAVE, Class::Worker, Backing::Backed);
		for who in [ALICE, DAVE] {
			assert_noop!(confirm(who), Error::<Test>::AlreadyConfirmed);
		}
	});
}

#[test]
fn no_motion_confirms_that_lacks_the_backing_itself() {
	build_and_execute(|| {
		join_with(DAVE, Class::Worker, Backing::Unbacked);
		// It is refused whomever it names.
		for who in [DAVE, ALICE, FERDIE] {
			assert_noop!(
				Membership::confirm(signed(ADMITS_UNBACKED), who),
				Error::<Test>::NotBacked
			);
		}
	});
}

#[test]
fn only_members_are_confirmed() {
	build_and_execute(|| {
		join_with(EVE, Class::Worker, Backing::Unbacked);
		assert_ok!(leave(EVE));
		apply(DAVE, Class::Worker);
		for who in [DAVE, EVE, FERDIE] {
			assert_noop!(confirm(who), Error::<Test>::NotMember);
		}
	});
}

#[test]
fn only_the_artel_confirms() {
	build_and_execute(|| {
		join_with(DAVE, Class::Worker, Backing::Unbacked);
		for origin in all_but(ADMITS) {
			assert_noop!(Membership::confirm(origin, DAVE), BadOrigin);
		}
	});
}

#[test]
fn a_confirmed_member_who_becomes_a_worker_without_a_backing_is_confirmed_once_more() {
	build_and_execute(|| {
		join_with(DAVE, Class::User, Backing::Unbacked);
		assert_ok!(confirm(DAVE));
		assert_ok!(Membership::force_class(signed(EXPELS_UNBACKED), DAVE, Class::Worker));
		assert_eq!(backing_of(DAVE), Some(Backing::Unbacked));
		assert_ok!(confirm(DAVE));
		assert_eq!(backing_of(DAVE), Some(Backing::Backed));
	});
}

#[test]
fn a_confirmation_does_not_wait_for_somebody_who_left() {
	build_and_execute(|| {
		// GIVEN Dave was confirmed, and Alice founded the artel
		join_with(DAVE, Class::Worker, Backing::Unbacked);
		assert_ok!(confirm(DAVE));
		for who in [DAVE, ALICE] {
			// WHEN they leave and come back
			assert_ok!(leave(who));
			let number = nominate(BOB, who, Class::Worker);
			assert_ok!(Membership::admit(signed(ADMITS_UNBACKED), number));
			// THEN they have what the motion gave them
			assert_eq!(backing_of(who), Some(Backing::Unbacked));
		}
	});
}
