// SPDX-License-Identifier: Apache-2.0

//! Members change class.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn a_member_gets_the_class_that_it_asked_for() {
	build_and_execute(|| {
		// GIVEN Alice would rather support
		let class = Class::Supporter;
		assert_ok!(Membership::request_class(signed(ALICE), class));
		System::assert_last_event(Event::ClassRequested { who: ALICE, class }.into());
		assert_eq!((class_of(ALICE), heard()), (Some(Class::Worker), vec![]));
		// WHEN the artel grants it
		assert_ok!(Membership::grant_class(signed(ADMITS), ALICE, class));
		// THEN she supports, with the number and the time she had
		let from = Class::Worker;
		System::assert_last_event(Event::ClassChanged { who: ALICE, from, to: class }.into());
		let member = Membership::member(ALICE).expect("she is still a member");
		assert_eq!((member.class, member.number, member.since), (class, 1, 0));
		assert_eq!(Membership::counts(), Counts { workers: 2, users: 0, supporters: 1 });
		// AND whoever listens has heard it once
		assert_eq!(heard(), [Heard::ClassChanged(ALICE, from, class, Backing::Backed)]);
		// AND what was granted cannot be granted again
		assert_noop!(
			Membership::grant_class(signed(ADMITS), ALICE, class),
			Error::<Test>::NotRequested
		);
	});
}

#[test]
fn the_last_request_counts() {
	build_and_execute(|| {
		assert_ok!(Membership::request_class(signed(ALICE), Class::User));
		assert_ok!(Membership::request_class(signed(ALICE), Class::Supporter));
		assert_noop!(
			Membership::grant_class(signed(ADMITS), ALICE, Class::User),
			Error::<Test>::NotRequested
		);
		assert_ok!(Membership::grant_class(signed(ADMITS), ALICE, Class::Supporter));
	});
}

#[test]
fn asking_for_the_class_you_have_takes_a_request_back() {
	build_and_execute(|| {
		assert_ok!(Membership::request_class(signed(ALICE), Class::User));
		assert_ok!(Membership::request_class(signed(ALICE), Class::Worker));
		let event = Event::ClassRequested { who: ALICE, class: Class::Worker };
		System::assert_last_event(event.into());
		assert_eq!(ClassRequests::<Test>::get(ALICE), None);
		for class in [Class::User, Class::Worker] {
			assert_noop!(
				Membership::grant_class(signed(ADMITS), ALICE, class),
				Error::<Test>::NotRequested
			);
		}
	});
}

#[test]
fn nobody_is_granted_what_it_did_not_ask_for() {
	build_and_execute(|| {
		assert_ok!(Membership::request_class(signed(BOB), Class::User));
		assert_noop!(
			Membership::grant_class(signed(ADMITS), ALICE, Class::User),
			Error::<Test>::NotRequested
		);
	});
}

#[test]
fn the_artel_changes_a_class_against_a_members_will() {
	build_and_execute(|| {
		// GIVEN Alice asks for something else
		assert_ok!(Membership::request_class(signed(ALICE), Class::Supporter));
		// WHEN the artel makes her a user
		assert_ok!(Membership::force_class(signed(EXPELS), ALICE, Class::User));
		// THEN she is one, and has to ask again
		let (from, to) = (Class::Worker, Class::User);
		System::assert_last_event(Event::ClassChanged { who: ALICE, from, to }.into());
		assert_eq!(heard(), [Heard::ClassChanged(ALICE, from, to, Backing::Backed)]);
		assert_eq!(ClassRequests::<Test>::get(ALICE), None);
	});
}

#[test]
fn a_forced_class_is_another_one() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		for (who, class) in [(ALICE, Class::Worker), (DAVE, Class::User)] {
			assert_noop!(
				Membership::force_class(signed(EXPELS), who, class),
				Error::<Test>::AlreadyInClass
			);
		}
	});
}

#[test]
fn only_members_have_a_class() {
	build_and_execute(|| {
		apply(DAVE, Class::User);
		for who in [DAVE, FERDIE] {
			assert_noop!(
				Membership::request_class(signed(who), Class::User),
				Error::<Test>::NotMember
			);
			assert_noop!(
				Membership::grant_class(signed(ADMITS), who, Class::User),
				Error::<Test>::NotMember
			);
			assert_noop!(
				Membership::force_class(signed(EXPELS), who, Class::User),
				Error::<Test>::NotMember
			);
		}
	});
}

#[test]
fn each_way_to_another_class_has_its_own_door() {
	build_and_execute(|| {
		assert_ok!(Membership::request_class(signed(ALICE), Class::User));
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Membership::request_class(origin, Class::User), BadOrigin);
		}
		for origin in all_but(ADMITS) {
			assert_noop!(Membership::grant_class(origin, ALICE, Class::User), BadOrigin);
		}
		for origin in all_but(EXPELS) {
			assert_noop!(Membership::force_class(origin, ALICE, Class::User), BadOrigin);
		}
	});
}

#[test]
fn the_last_worker_goes_on_working_while_others_are_members() {
	build_with_alice_alone(|| {
		join(DAVE, Class::User);
		join(EVE, Class::Supporter);
		assert_ok!(Membership::request_class(signed(ALICE), Class::User));
		assert_noop!(
			Membership::grant_class(signed(ADMITS), ALICE, Class::User),
			Error::<Test>::LastWorker
		);
		assert_noop!(
			Membership::force_class(signed(EXPELS), ALICE, Class::Supporter),
			Error::<Test>::LastWorker
		);
		// Others change as they like, and once one of them works she may stop.
		assert_ok!(Membership::force_class(signed(EXPELS), EVE, Class::User));
		assert_ok!(Membership::force_class(signed(EXPELS), DAVE, Class::Worker));
		assert_ok!(Membership::grant_class(signed(ADMITS), ALICE, Class::User));
	});
}

#[test]
fn whoever_is_left_alone_goes_on_working() {
	build_with_alice_alone(|| {
		assert_ok!(Membership::request_class(signed(ALICE), Class::User));
		assert_noop!(
			Membership::grant_class(signed(ADMITS), ALICE, Class::User),
			Error::<Test>::LastWorker
		);
		assert_noop!(
			Membership::force_class(signed(EXPELS), ALICE, Class::User),
			Error::<Test>::LastWorker
		);
	});
}
