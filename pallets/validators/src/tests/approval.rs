// SPDX-License-Identifier: Apache-2.0

//! The artel approves and removes.

use crate::{mock::*, Approved, Error, Event, SessionLength, Standing};
use frame::testing_prelude::*;

#[test]
fn an_approved_validator_serves_from_the_second_boundary() {
	build_with(&[ALICE], || {
		// GIVEN Bob has keys already
		set_keys(BOB, 2);
		// WHEN the artel approves him
		assert_ok!(Validators::approve(artel(), BOB));
		System::assert_last_event(Event::ValidatorApproved { who: BOB }.into());
		// THEN the first boundary plans him, the second lets him serve
		assert_eq!(pass_session(&[ALICE]), Some(vec![ALICE, BOB]));
		System::assert_last_event(Event::SetPlanned { session: 2, validators: 2 }.into());
		assert_eq!(active(), [ALICE]);
		assert_eq!(pass_session(&[ALICE]), None, "nothing changed since");
		assert_eq!(active(), [ALICE, BOB]);
	});
}

#[test]
fn a_removed_validator_stops_at_the_second_boundary() {
	build_and_execute(|| {
		assert_ok!(Validators::remove(artel(), BOB));
		System::assert_last_event(Event::ValidatorRemoved { who: BOB }.into());
		assert_eq!(pass_session(&active()), Some(vec![ALICE, CHARLIE, DAVE]));
		assert_eq!(active(), [ALICE, BOB, CHARLIE, DAVE]);
		// Bob goes on authoring until then, though he is on no list any more.
		pass_session(&active());
		assert_eq!(active(), [ALICE, CHARLIE, DAVE]);
		assert_eq!(Validators::validator(BOB), None);
	});
}

#[test]
fn approval_remembers_when_it_was_given() {
	build_with(&[ALICE], || {
		System::set_block_number(77);
		assert_ok!(Validators::approve(artel(), BOB));
		let records = Validators::validators();
		assert_eq!(
			records.iter().map(|r| (r.who, r.since)).collect::<Vec<_>>(),
			[(ALICE, 0), (BOB, 77)]
		);
	});
}

#[test]
fn only_the_artel_approves_and_removes() {
	build_and_execute(|| {
		for origin in [RuntimeOrigin::signed(ALICE), RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Validators::approve(origin.clone(), 9), BadOrigin);
			assert_noop!(Validators::remove(origin, BOB), BadOrigin);
		}
	});
}

#[test]
fn nobody_is_approved_twice() {
	build_and_execute(|| {
		assert_noop!(Validators::approve(artel(), BOB), Error::<Test>::AlreadyApproved);
	});
}

#[test]
fn there_are_only_so_many_validators() {
	build_and_execute(|| {
		assert_ok!(Validators::approve(artel(), 5));
		assert_ok!(Validators::approve(artel(), 6));
		assert_noop!(Validators::approve(artel(), 7), Error::<Test>::TooManyValidators);
	});
}

#[test]
fn whoever_is_not_approved_cannot_be_removed() {
	build_and_execute(|| {
		assert_noop!(Validators::remove(artel(), 9), Error::<Test>::NotApproved);
	});
}

#[test]
fn genesis_fills_the_list_and_the_session_length() {
	build_and_execute(|| {
		assert_eq!(SessionLength::<Test>::get(), SESSION);
		assert!(Approved::<Test>::get().iter().all(|record| record.standing == Standing::FRESH));
	});
}

#[test]
fn genesis_is_judged_together_with_the_keys() {
	build_and_execute(|| {
		let genesis = crate::GenesisConfig::<Test> {
			approved: vec![ALICE, BOB],
			session_length: SESSION,
			..Default::default()
		};
		assert_ok!(genesis.judge(&[ALICE, BOB]));
		assert!(genesis.judge(&[ALICE]).is_err());
		let many: Vec<_> = (1..=7).collect();
		let genesis = crate::GenesisConfig::<Test> { approved: many.clone(), ..genesis };
		assert!(genesis.judge(&many).is_err(), "the mock has room for six");
	});
}

#[test]
#[should_panic(expected = "genesis names each validator once")]
fn genesis_refuses_a_validator_named_twice() {
	new_test_ext(&[ALICE, ALICE]);
}

#[test]
#[should_panic(expected = "a session needs at least one slot")]
fn genesis_refuses_sessions_without_slots() {
	let validators =
		crate::GenesisConfig { approved: vec![ALICE], session_length: 0, ..Default::default() };
	let _ = RuntimeGenesisConfig { validators, ..Default::default() }.build_storage();
}
