//! A validator who leaves the artel.

use crate::{mock::*, Event};
use artel_primitives::membership::{Class, OnMembership};

fn leave(who: AccountId) {
	Validators::on_left(&who, Class::Worker);
}

#[test]
fn who_leaves_the_artel_stops_validating() {
	build_and_execute(|| {
		leave(BOB);
		System::assert_last_event(Event::ValidatorRemoved { who: BOB }.into());
		assert_eq!(pass_session(&active()), Some(vec![ALICE, CHARLIE, DAVE]));
	});
}

#[test]
fn the_last_validator_stays_though_it_left() {
	build_with(&[ALICE], || {
		leave(ALICE);
		assert!(System::events().is_empty());
		assert!(Validators::validator(ALICE).is_some());
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
		Validators::set_worst_case(&9);
		assert_eq!(Validators::validators().len(), 6);
		leave(9);
		assert_eq!(Validators::validators().len(), 5);
	});
}
