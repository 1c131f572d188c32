// SPDX-License-Identifier: Apache-2.0

//! Nobody goes who is needed: "the last one" is asked of who can serve, not of the list.

use crate::{mock::*, Approved, Error, Event, SessionLength, Standing};
use frame::testing_prelude::*;

fn must_stay(who: AccountId) {
	assert_noop!(Validators::remove(artel(), who), Error::<Test>::LastValidator);
}

#[test]
fn the_only_validator_stays() {
	build_with(&[ALICE], || must_stay(ALICE));
}

#[test]
fn approving_one_without_keys_does_not_free_the_other() {
	build_with(&[ALICE], || {
		assert_ok!(Validators::approve(artel(), BOB));
		must_stay(ALICE);
		// Bob cannot serve anyway, and may go.
		assert_ok!(Validators::remove(artel(), BOB));
		// With keys he is as good as she is.
		assert_ok!(Validators::approve(artel(), BOB));
		set_keys(BOB, 2);
		assert_ok!(Validators::remove(artel(), ALICE));
		must_stay(BOB);
	});
}

#[test]
fn an_excluded_one_does_not_free_the_other() {
	build_with(&[ALICE, BOB], || {
		report(BOB);
		must_stay(ALICE);
		assert_ok!(Validators::remove(artel(), BOB));
	});
}

#[test]
fn one_that_is_left_out_does_not_free_the_other() {
	build_with(&[ALICE, BOB], || {
		pass_session(&[ALICE]);
		must_stay(ALICE);
		pass_session(&[ALICE]);
		must_stay(ALICE);
		// Nor does asking to be tried again: that is no sign of life.
		assert_ok!(Validators::resume(RuntimeOrigin::signed(BOB)));
		for _ in 0..2 {
			assert_eq!(standing(BOB), serving(0, 1));
			assert_eq!(Validators::can_serve(), 1);
			must_stay(ALICE);
			pass_session(&[ALICE]);
		}
		assert_eq!(active(), [ALICE, BOB]);
		// A block is.
		pass_session(&[ALICE, BOB]);
		assert_eq!(Validators::can_serve(), 2);
		assert_ok!(Validators::remove(artel(), ALICE));
	});
}

#[test]
fn one_that_is_left_out_may_be_removed() {
	build_with(&[ALICE, BOB], || {
		pass_session(&[ALICE]);
		assert_ok!(Validators::remove(artel(), BOB));
	});
}

#[test]
fn excluded_ones_that_serve_for_want_of_others_stay() {
	build_with(&[ALICE, BOB, CHARLIE], || {
		// GIVEN Charlie is left out, and the others have signed twice
		pass_session(&[ALICE, BOB]);
		report(ALICE);
		report(BOB);
		assert_eq!(Validators::can_serve(), 0);
		// THEN blocks depend on these two, not on him
		must_stay(ALICE);
		must_stay(BOB);
		assert_ok!(Validators::remove(artel(), CHARLIE));
		// until one of them is trusted again.
		assert_ok!(Validators::approve(artel(), BOB));
		assert_ok!(Validators::remove(artel(), ALICE));
		must_stay(BOB);
	});
}

#[test]
fn if_only_left_out_ones_have_keys_all_of_them_stay() {
	build_and_execute(|| {
		pass_session(&[ALICE, BOB]);
		purge_keys(ALICE);
		purge_keys(BOB);
		must_stay(CHARLIE);
		must_stay(DAVE);
		assert_ok!(Validators::remove(artel(), ALICE));
	});
}

#[test]
fn one_who_leaves_while_needed_is_departing_and_says_so() {
	build_with(&[ALICE], || {
		leave(ALICE);
		System::assert_last_event(Event::ValidatorDeparting { who: ALICE }.into());
		assert!(Validators::validator(ALICE).expect("she serves on").departing);
		assert_eq!(Validators::can_serve(), 0, "the artel cannot count on her");
		assert_eq!(pass_session(&[ALICE]), None);
		assert_eq!(active(), [ALICE]);
		must_stay(ALICE);
		// Leaving twice, having joined in between, says nothing new.
		System::reset_events();
		leave(ALICE);
		assert!(System::events().is_empty());
	});
}

#[test]
fn a_departing_one_goes_once_another_has_made_a_block() {
	build_with(&[ALICE], || {
		leave(ALICE);
		// GIVEN Bob is approved and has set keys: he can serve, so Alice may be removed by a vote,
		set_keys(BOB, 2);
		assert_ok!(Validators::approve(artel(), BOB));
		assert_eq!(Validators::can_serve(), 1);
		hypothetically!({
			assert_ok!(Validators::remove(artel(), ALICE));
		});
		// but by herself she stays while he is not seen to work
		assert_eq!(pass_session(&[ALICE]), Some(vec![ALICE, BOB]));
		assert_eq!(pass_session(&[ALICE]), None);
		assert_eq!(active(), [ALICE, BOB]);
		SessionLength::<Test>::put(10);
		assert_eq!(pass_session(&[ALICE]), None);
		// WHEN he makes his first block
		let planned = pass_session(&[ALICE, BOB]);
		// THEN she goes
		System::assert_has_event(Event::ValidatorRemoved { who: ALICE }.into());
		assert_eq!(planned, Some(vec![BOB]));
		assert_eq!(Validators::validator(ALICE), None);
		pass_session(&[ALICE, BOB]);
		assert_eq!(active(), [BOB]);
	});
}

#[test]
fn a_departing_one_serves_on_while_the_other_is_tried_in_vain() {
	build_with(&[ALICE, BOB], || {
		// GIVEN Bob is left out, and Alice leaves the artel
		pass_session(&[ALICE]);
		leave(ALICE);
		for _ in 0..20 {
			pass_session(&[ALICE]);
			assert!(active().contains(&ALICE));
		}
		// THEN only a block of his lets her go
		while !active().contains(&BOB) {
			pass_session(&[ALICE]);
		}
		assert_eq!(pass_session(&[ALICE, BOB]), Some(vec![BOB]));
	});
}

#[test]
fn blocks_of_one_who_cannot_serve_let_nobody_go() {
	build_and_execute(|| {
		// GIVEN Bob has signed twice, Charlie has no keys any more, Dave is departing as Alice is
		purge_keys(CHARLIE);
		for who in [ALICE, DAVE] {
			Approved::<Test>::mutate(|approved| {
				let record = approved.iter_mut().find(|record| record.who == who);
				record.expect("the validator is approved").departing = true;
			});
		}
		report(BOB);
		// WHEN all of them still make blocks in the running session
		pass_session(&active());
		// THEN both departing ones stay
		assert_eq!(Validators::can_serve(), 0);
		assert!([ALICE, DAVE].map(Validators::validator).iter().all(Option::is_some));
	});
}

#[test]
fn a_departing_one_does_not_free_the_other() {
	build_with(&[ALICE], || {
		leave(ALICE);
		set_keys(BOB, 2);
		assert_ok!(Validators::approve(artel(), BOB));
		// Bob leaves as well: both serve on, and neither may be removed.
		leave(BOB);
		System::assert_last_event(Event::ValidatorDeparting { who: BOB }.into());
		must_stay(ALICE);
		must_stay(BOB);
		assert_eq!(pass_session(&[ALICE]), Some(vec![ALICE, BOB]));
	});
}

#[test]
fn a_departing_one_is_approved_again_once_it_is_back() {
	build_with(&[ALICE], || {
		System::set_block_number(77);
		leave(ALICE);
		assert_ok!(Validators::approve(artel(), ALICE));
		let record = Validators::validator(ALICE).expect("she is approved");
		assert_eq!((record.departing, record.since, record.standing), (false, 77, Standing::FRESH));
		assert_noop!(Validators::approve(artel(), ALICE), Error::<Test>::AlreadyApproved);
		assert_eq!(Validators::can_serve(), 1);
		// Others making blocks changes nothing now.
		set_keys(BOB, 2);
		assert_ok!(Validators::approve(artel(), BOB));
		pass_session(&[ALICE]);
		pass_session(&[ALICE]);
		pass_session(&[ALICE, BOB]);
		assert!(Validators::validator(ALICE).is_some());
	});
}

#[test]
fn an_excluded_one_departs_while_blocks_depend_on_it() {
	build_with(&[ALICE, BOB], || {
		purge_keys(BOB);
		report(ALICE);
		leave(ALICE);
		let record = Validators::validator(ALICE).expect("she serves on");
		assert_eq!((record.departing, record.standing), (true, Standing::Excluded));
		assert_eq!(pass_session(&[ALICE, BOB]), Some(vec![ALICE]));
	});
}
