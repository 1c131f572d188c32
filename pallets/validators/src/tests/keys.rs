// SPDX-License-Identifier: Apache-2.0

//! Keys decide who is eligible, and when a set has changed.

use crate::mock::*;
use frame::testing_prelude::*;

#[test]
fn without_keys_nobody_is_planned() {
	build_with(&[ALICE], || {
		assert_ok!(Validators::approve(artel(), BOB));
		assert_eq!(pass_session(&[ALICE]), None);
		// WHEN Bob sets keys, the next boundary plans him
		set_keys(BOB, 2);
		assert_eq!(pass_session(&[ALICE]), Some(vec![ALICE, BOB]));
	});
}

#[test]
fn an_unchanged_set_is_not_announced_again() {
	build_and_execute(|| {
		for _ in 0..5 {
			assert_eq!(pass_session(&active()), None);
		}
	});
}

#[test]
fn rotated_keys_are_announced_though_the_set_is_the_same() {
	build_and_execute(|| {
		set_keys(CHARLIE, 33);
		assert_eq!(pass_session(&active()), Some(vec![ALICE, BOB, CHARLIE, DAVE]));
		assert_eq!(pass_session(&active()), None);
	});
}

#[test]
fn when_nobody_has_keys_the_set_stays() {
	build_with(&[ALICE], || {
		// GIVEN what the call filter rules out
		purge_keys(ALICE);
		assert_eq!(pass_session(&[ALICE]), None);
		assert_eq!(active(), [ALICE]);
		// THEN the invariants notice
		assert!(Validators::do_try_state().is_err());
		set_keys(ALICE, 1);
	});
}

#[test]
fn keys_set_later_count_from_then_on() {
	build_with(&[ALICE], || {
		assert_ok!(Validators::approve(artel(), BOB));
		assert_eq!(Validators::can_serve(), 1);
		set_keys(BOB, 2);
		assert_eq!(Validators::can_serve(), 2);
		purge_keys(ALICE);
		assert_eq!(Validators::can_serve(), 1);
		// Keys without approval are none of a validator.
		set_keys(CHARLIE, 3);
		assert_eq!(Validators::can_serve(), 1);
	});
}
