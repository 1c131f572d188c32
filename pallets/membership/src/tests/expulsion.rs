// SPDX-License-Identifier: Apache-2.0

//! The artel expels.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn expel(who: AccountId) -> DispatchResult {
	Membership::expel(signed(EXPELS), who, note("Article 9: violence."), statute())
}

#[test]
fn a_member_is_expelled_for_a_stated_reason() {
	build_and_execute(|| {
		// GIVEN Alice has asked for a class and nominated Ferdie
		assert_ok!(Membership::request_class(signed(ALICE), Class::User));
		let nomination = nominate(ALICE, FERDIE, Class::User);
		// WHEN the artel expels her
		assert_ok!(expel(ALICE));
		// THEN everybody hears why, and by which statute
		System::assert_last_event(
			Event::MemberExpelled {
				who: ALICE,
				number: 1,
				reason: note("Article 9: violence."),
				statute: statute(),
			}
			.into(),
		);
		// AND nothing of hers stays open
		let event = Event::ApplicationWithdrawn { application: nomination, who: FERDIE };
		System::assert_has_event(event.into());
		assert_eq!((class_of(ALICE), ClassRequests::<Test>::get(ALICE)), (None, None));
		assert!(!System::account_exists(&ALICE));
		// AND whoever listens has heard it once
		assert_eq!(heard(), [Heard::Leaving(ALICE), Heard::Left(ALICE, Class::Worker)]);
	});
}

#[test]
fn nobody_escapes_by_what_it_has_not_finished() {
	build_and_execute(|| {
		open_duty(ALICE);
		assert_ok!(expel(ALICE));
		assert_eq!(class_of(ALICE), None);
	});
}

#[test]
fn nobody_escapes_by_having_its_account_held_on_to() {
	build_and_execute(|| {
		assert_ok!(System::inc_consumers(&ALICE));
		assert_ok!(expel(ALICE));
		assert_eq!(class_of(ALICE), None);
		assert!(KeptAccounts::<Test>::contains_key(ALICE));
	});
}

#[test]
fn whoever_was_expelled_may_apply_again() {
	build_and_execute(|| {
		join(DAVE, Class::Worker);
		assert_ok!(expel(DAVE));
		let number = apply(DAVE, Class::Worker);
		assert_ok!(Membership::admit(signed(ADMITS), number));
		assert_eq!(number_of(DAVE), Some(5));
	});
}

#[test]
fn only_the_artel_expels() {
	build_and_execute(|| {
		for origin in all_but(EXPELS) {
			let expel = Membership::expel(origin, BOB, note("Why"), statute());
			assert_noop!(expel, BadOrigin);
		}
	});
}

#[test]
fn nobody_is_expelled_without_a_reason() {
	build_and_execute(|| {
		for reason in ["", "   ", "\n "] {
			let expel = Membership::expel(signed(EXPELS), BOB, note(reason), statute());
			assert_noop!(expel, Error::<Test>::ReasonMissing);
		}
	});
}

#[test]
fn nobody_is_expelled_by_another_statute() {
	build_and_execute(|| {
		let expel = Membership::expel(signed(EXPELS), BOB, note("Why"), another_statute());
		assert_noop!(expel, Error::<Test>::NotTheStatute);
	});
}

#[test]
fn only_members_are_expelled() {
	build_and_execute(|| {
		apply(DAVE, Class::Worker);
		for who in [DAVE, FERDIE] {
			assert_noop!(expel(who), Error::<Test>::NotMember);
		}
	});
}

#[test]
fn nobody_is_expelled_in_a_group_of_two() {
	build_and_execute(|| {
		assert_ok!(expel(CHARLIE));
		for who in [ALICE, BOB] {
			assert_noop!(expel(who), Error::<Test>::NotEnoughMembers);
		}
		// Nor is somebody who is alone.
		assert_ok!(leave(BOB));
		assert_noop!(expel(ALICE), Error::<Test>::NotEnoughMembers);
	});
}

#[test]
fn the_last_worker_is_not_expelled() {
	build_with_alice_alone(|| {
		join(DAVE, Class::User);
		join(EVE, Class::Supporter);
		assert_noop!(expel(ALICE), Error::<Test>::LastWorker);
		assert_ok!(expel(EVE));
	});
}
