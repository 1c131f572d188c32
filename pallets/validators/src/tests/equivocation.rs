// SPDX-License-Identifier: Apache-2.0

//! One that signs twice is out until approved again.

use crate::{mock::*, Error, Event, Standing};
use frame::testing_prelude::*;

#[test]
fn an_offender_is_disabled_and_left_out() {
	build_and_execute(|| {
		report(BOB);
		System::assert_last_event(Event::ValidatorExcluded { who: BOB }.into());
		assert!(sessions(|state| state.disabled.contains(&BOB)));
		assert_eq!(pass_session(&active()), Some(vec![ALICE, CHARLIE, DAVE]));
		// Blocks of the session that is still running do not forgive him.
		assert_eq!(pass_session(&active()), None);
		assert_eq!(standing(BOB), Standing::Excluded);
	});
}

#[test]
fn an_offender_cannot_resume_but_can_be_approved_again() {
	build_and_execute(|| {
		report(BOB);
		assert_noop!(
			Validators::resume(RuntimeOrigin::signed(BOB)),
			Error::<Test>::NotAfterEquivocation
		);
		assert_ok!(Validators::approve(artel(), BOB));
		assert_eq!(standing(BOB), serving(0, 0));
		assert_eq!(pass_session(&active()), None, "he was never out");
	});
}

#[test]
fn a_second_report_of_an_offender_says_nothing_new() {
	build_and_execute(|| {
		report(BOB);
		System::reset_events();
		report(BOB);
		assert!(System::events().is_empty());
	});
}

#[test]
fn an_offender_who_left_is_disabled_all_the_same() {
	build_and_execute(|| {
		assert_ok!(Validators::remove(artel(), BOB));
		System::reset_events();
		report(BOB);
		assert!(System::events().is_empty());
		assert!(sessions(|state| state.disabled.contains(&BOB)));
	});
}

#[test]
fn when_all_are_excluded_all_serve_on() {
	build_with(&[ALICE, BOB], || {
		report(ALICE);
		report(BOB);
		// Whichever of them is still there makes the blocks.
		assert_eq!(pass_session(&active()), None);
		assert_eq!(standing(ALICE), Standing::Excluded, "blocks go on, nothing is forgiven");
		assert_eq!(Validators::can_serve(), 0);
		// WHEN the artel approves one again, the other is out
		assert_ok!(Validators::approve(artel(), BOB));
		assert_eq!(pass_session(&active()), Some(vec![BOB]));
	});
}

#[test]
fn an_offender_serves_until_another_has_come_back_with_a_block() {
	build_with(&[ALICE, BOB], || {
		// GIVEN Bob's node is broken, and he is left out
		assert_eq!(pass_session(&[ALICE]), Some(vec![ALICE]));
		pass_session(&[ALICE]);
		assert_eq!(active(), [ALICE]);
		// WHEN Alice signs twice, then she serves on: Bob alone would make no block
		report(ALICE);
		assert_eq!(pass_session(&[ALICE]), Some(vec![ALICE, BOB]), "his term is over");
		// and goes on, however often he is tried, or has it tried, in vain
		for _ in 0..20 {
			pass_session(&[ALICE]);
			assert!(active().contains(&ALICE));
			let _ = Validators::resume(RuntimeOrigin::signed(BOB));
		}
		assert_eq!(standing(ALICE), Standing::Excluded);
		// THEN his first block puts her out
		while !active().contains(&BOB) {
			pass_session(&[ALICE]);
		}
		assert_eq!(pass_session(&[ALICE, BOB]), Some(vec![BOB]));
	});
}
