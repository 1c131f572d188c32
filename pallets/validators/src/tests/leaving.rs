// SPDX-License-Identifier: Apache-2.0

//! A validator who leaves the artel.

use crate::{mock::*, Event};

#[test]
fn who_leaves_the_artel_stops_validating() {
	build_and_execute(|| {
		leave(BOB);
		System::assert_last_event(Event::ValidatorRemoved { who: BOB }.into());
		assert_eq!(pass_session(&active()), Some(vec![ALICE, CHARLIE, DAVE]));
	});
}

#[test]
fn whoever_cannot_serve_goes_at_once() {
	build_and_execute(|| {
		// GIVEN Alice works, Bob has no keys, Charlie has signed twice, Dave is left out
		pass_session(&[ALICE, BOB, CHARLIE]);
		purge_keys(BOB);
		report(CHARLIE);
		for who in [BOB, CHARLIE, DAVE] {
			leave(who);
			System::assert_last_event(Event::ValidatorRemoved { who }.into());
		}
		leave(ALICE);
		System::assert_last_event(Event::ValidatorDeparting { who: ALICE }.into());
	});
}

#[test]
fn who_never_validated_leaves_unnoticed() {
	build_and_execute(|| {
		leave(9);
		assert!(System::events().is_empty());
		assert_eq!(Validators::validators().len(), 4);
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn the_worst_case_is_a_full_list() {
	build_and_execute(|| {
		use artel_primitives::membership::OnMembership;
		Validators::set_worst_case(&9);
		assert_eq!(Validators::validators().len(), 6);
		leave(9);
		assert_eq!(Validators::validators().len(), 5);
	});
}
