// SPDX-License-Identifier: Apache-2.0

//! Silent validators are left out and tried again.

use crate::{mock::*, Error, Event, SessionLength, Standing};
use frame::testing_prelude::*;

const OTHERS: [AccountId; 3] = [ALICE, BOB, CHARLIE];

/// Sessions until Dave serves again, while the others work and he stays silent.
fn absence() -> u32 {
	(1..100)
		.find(|_| {
			pass_session(&OTHERS);
			active().contains(&DAVE)
		})
		.expect("he is tried again some day")
}

#[test]
fn twenty_five_slots_each_are_silence() {
	build_and_execute(|| {
		// GIVEN a session of 100 slots with 4 validators
		// WHEN Dave authors nothing in all of it
		assert_eq!(pass_session(&OTHERS), Some(OTHERS.to_vec()));
		// THEN he is left out of the set after next, for two sessions
		System::assert_has_event(Event::ValidatorLeftOut { who: DAVE, until: 4 }.into());
		assert_eq!(standing(DAVE), Standing::LeftOut { until: 4, absences: 1 });
	});
}

#[test]
fn a_slot_less_than_twenty_five_each_is_none() {
	build_and_execute(|| {
		SessionLength::<Test>::put(99);
		assert_eq!(pass_session(&OTHERS), None);
		// A single block clears it.
		assert_eq!(pass_session(&active()), None);
		assert_eq!(standing(DAVE), serving(0, 0));
		// Two silent sessions in a row are enough.
		assert_eq!(pass_session(&OTHERS), None);
		assert_eq!(pass_session(&OTHERS), Some(OTHERS.to_vec()));
	});
}

#[test]
fn short_sessions_add_up() {
	build_and_execute(|| {
		SessionLength::<Test>::put(10);
		for session in 1..10 {
			assert_eq!(pass_session(&OTHERS), None, "after {session} sessions");
		}
		assert_eq!(pass_session(&OTHERS), Some(OTHERS.to_vec()));
	});
}

#[test]
fn each_time_it_is_tried_again_after_twice_as_long() {
	build_and_execute(|| {
		pass_session(&OTHERS);
		pass_session(&OTHERS);
		assert_eq!(active(), OTHERS);
		// Out for two sessions, then tried, silent, and out for four, then eight.
		for term in [2, 4, 8] {
			assert_eq!(absence(), term);
			pass_session(&OTHERS);
			assert_eq!(active(), [ALICE, BOB, CHARLIE, DAVE]);
			pass_session(&OTHERS);
			assert_eq!(active(), OTHERS);
		}
	});
}

#[test]
fn a_block_clears_the_record() {
	build_and_execute(|| {
		pass_session(&OTHERS);
		pass_session(&OTHERS);
		absence();
		System::assert_has_event(Event::ValidatorTriedAgain { who: DAVE }.into());
		pass_session(&active());
		assert_eq!(standing(DAVE), serving(0, 0));
	});
}

#[test]
fn it_may_come_back_before_it_was_ever_out() {
	build_and_execute(|| {
		pass_session(&OTHERS);
		// Dave is still in the running session, and authors.
		assert_eq!(pass_session(&active()), Some(vec![ALICE, BOB, CHARLIE, DAVE]));
		assert_eq!(standing(DAVE), serving(0, 0));
	});
}

#[test]
fn it_may_resume_at_once() {
	build_and_execute(|| {
		pass_session(&OTHERS);
		pass_session(&OTHERS);
		let info = Validators::resume(RuntimeOrigin::signed(DAVE)).expect("he is left out");
		assert_eq!(info.pays_fee, Pays::No);
		System::assert_last_event(Event::ValidatorResumed { who: DAVE }.into());
		// How often he was out is not forgotten by asking.
		assert_eq!(standing(DAVE), serving(0, 1));
		assert_eq!(pass_session(&OTHERS), Some(vec![ALICE, BOB, CHARLIE, DAVE]));
	});
}

#[test]
fn only_whoever_is_left_out_can_resume() {
	build_and_execute(|| {
		let resume = |who| Validators::resume(RuntimeOrigin::signed(who));
		assert_noop!(resume(DAVE), Error::<Test>::NotLeftOut);
		assert_noop!(resume(9), Error::<Test>::NotApproved);
		assert_noop!(Validators::resume(RuntimeOrigin::none()), BadOrigin);
	});
}

#[test]
fn whoever_did_not_serve_is_not_judged() {
	build_with(&[ALICE], || {
		set_keys(BOB, 2);
		assert_ok!(Validators::approve(artel(), BOB));
		pass_session(&[ALICE]);
		pass_session(&[ALICE]);
		assert_eq!(standing(BOB), serving(0, 0), "his first session is only beginning");
	});
}

#[test]
fn the_set_never_falls_below_one() {
	build_with(&[ALICE, BOB], || {
		// Nobody authors, though Bob is slow to notice: the chain keeps both.
		assert_eq!(pass_session(&[]), None);
		assert_eq!(pass_session(&[]), None);
		assert_eq!(active(), [ALICE, BOB]);
		// As soon as one works, the other is left out.
		assert_eq!(pass_session(&[ALICE]), Some(vec![ALICE]));
	});
}

#[test]
fn when_only_left_out_ones_have_keys_one_is_tried_again_early() {
	build_with(&[ALICE, BOB], || {
		pass_session(&[ALICE]);
		pass_session(&[ALICE]);
		assert_eq!(active(), [ALICE]);
		// GIVEN Alice's keys are gone, which the call filter rules out
		purge_keys(ALICE);
		// THEN Bob is better than nobody
		assert_eq!(pass_session(&[ALICE]), Some(vec![BOB]));
		System::assert_has_event(Event::ValidatorTriedAgain { who: BOB }.into());
	});
}

#[test]
fn an_operator_is_told_that_the_node_lacks_keys_or_was_left_out() {
	use artel_primitives::due::{Duty, InspectDue};
	build_and_execute(|| {
		let due = |who| <Validators as InspectDue<_, _>>::due_for(&who);
		let calls = |who| due(who).into_iter().flat_map(|item| item.calls).collect::<Vec<_>>();
		assert!(due(ALICE).is_empty() && due(DAVE).is_empty());
		let silent = Standing::LeftOut { until: 9, absences: 1 };
		crate::Approved::<Test>::mutate(|approved| {
			let alice = approved.iter_mut().find(|record| record.who == ALICE);
			alice.expect("she is approved").standing = silent;
		});
		assert_eq!(calls(ALICE), ["validators.resume"]);
		assert_eq!(
			(due(ALICE)[0].duty, &due(ALICE)[0].otherwise[..]),
			(Duty::Must, "It is tried again in session 9.")
		);
		assert_ok!(Validators::resume(RuntimeOrigin::signed(ALICE)));
		assert!(due(ALICE).is_empty());
		purge_keys(ALICE);
		assert_eq!(calls(ALICE), ["session.setKeys"]);
	});
}
