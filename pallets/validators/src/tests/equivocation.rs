//! Whoever signs twice is out until approved again.

use crate::{mock::*, Error, Event, Standing};
use frame::{deps::sp_runtime::Perbill, testing_prelude::*};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

fn report(who: AccountId) {
	<Validators as OnOffenceHandler<_, _, _>>::on_offence(
		&[OffenceDetails { offender: (who, ()), reporters: vec![] }],
		&[Perbill::from_percent(5)],
		0,
	);
}

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
			Error::<Test>::ExcludedForEquivocation
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
fn when_all_are_excluded_one_serves_on() {
	build_with(&[ALICE, BOB], || {
		report(ALICE);
		report(BOB);
		assert_eq!(pass_session(&active()), Some(vec![ALICE]));
		assert_eq!(standing(ALICE), Standing::Excluded, "blocks go on, nothing is forgiven");
	});
}
