//! The artel grants LOVE.

use crate::{mock::*, *};
use frame::testing_prelude::*;

/// Somebody whom no test has given anything yet.
const CLARA: AccountId = CHARLIE;

#[test]
fn the_artel_grants_clara_five_for_a_year_of_evenings() {
	build_and_execute(|| {
		let reason = note("A year of evenings with who was ill.");
		assert_ok!(Reputation::grant(signed(ARTEL), CLARA, 500, reason.clone()));
		assert_eq!((free(CLARA), counted(CLARA)), (500, 500));
		assert_eq!(events(), [Event::LoveGranted { who: CLARA, amount: 500, reason }]);
		// It is neither work nor recognition.
		assert!(Reputation::contributions_of(CLARA).is_empty() && heard().is_empty());
	});
}

#[test]
fn a_member_is_granted_ten_in_an_epoch_at_most() {
	build_without_decay(|| {
		assert_noop!(grant(CLARA, 1_001), Error::<Test>::MemberGrantLimitReached);
		assert_noop!(grant(CLARA, LoveBalance::MAX), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(CLARA, 600));
		assert_noop!(grant(CLARA, 401), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(CLARA, 400));
		assert_noop!(grant(CLARA, 1), Error::<Test>::MemberGrantLimitReached);
		// A new epoch has a new limit, and what was not granted is not carried over.
		pass_epochs(2);
		assert_noop!(grant(CLARA, 1_001), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(CLARA, 1_000));
		assert_eq!(free(CLARA), 2_000);
	});
}

#[test]
fn where_nobody_worked_all_are_granted_ten_together() {
	build_without_decay(|| {
		assert_ok!(grant(ALICE, 600));
		assert_noop!(grant(BOB, 401), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(BOB, 300));
		assert_ok!(grant(CLARA, 100));
		for who in [ALICE, BOB, CLARA] {
			assert_noop!(grant(who, 1), Error::<Test>::AllGrantsLimitReached);
		}
		pass_epochs(1);
		assert_ok!(grant(BOB, 1_000));
		assert_noop!(grant(CLARA, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

#[test]
fn where_much_was_worked_a_fifth_of_it_may_be_granted() {
	build_without_decay(|| {
		// GIVEN six members who earned 10.00 each, and somebody whose work does not count
		for who in 11..=16 {
			join(who);
			earns(who, 1_000);
			works(who, 9_999);
		}
		pay(Work { payer: Some(ALICE), ..work(ALICE, LIMIT) });
		// THEN in the same epoch that gives nothing
		assert_ok!(grant(ALICE, 1_000));
		assert_noop!(grant(BOB, 1), Error::<Test>::AllGrantsLimitReached);
		// BUT in the next one 12.00
		pass_epochs(1);
		assert_ok!(grant(ALICE, 1_000));
		assert_noop!(grant(BOB, 201), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(BOB, 200));
		assert_noop!(grant(CLARA, 1), Error::<Test>::AllGrantsLimitReached);
		// AND after that 10.00 again
		pass_epochs(1);
		assert_ok!(grant(ALICE, 1_000));
		assert_noop!(grant(BOB, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

#[test]
fn the_work_of_who_has_left_since_gives_room_for_grants_as_well() {
	build_without_decay(|| {
		for who in 11..=16 {
			join(who);
			earns(who, 1_000);
			leave_the_artel(who);
		}
		pass_epochs(1);
		assert_ok!(grant(ALICE, 1_000));
		assert_ok!(grant(BOB, 200));
		assert_noop!(grant(CLARA, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

#[test]
fn recognition_gives_no_room_for_grants() {
	build_without_decay(|| {
		for who in 11..=16 {
			join(who);
			earns(who, 1_000);
		}
		pass_epochs(1);
		for who in 11..=16 {
			assert_ok!(recognise(who, CLARA, 200));
		}
		pass_epochs(1);
		assert_ok!(grant(ALICE, 1_000));
		assert_noop!(grant(BOB, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

#[test]
fn a_refused_grant_uses_up_nothing() {
	build_without_decay(|| {
		assert_noop!(grant(CLARA, 1_001), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(ALICE, 1));
		assert_noop!(grant(CLARA, 1_000), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(CLARA, 999));
	});
}

#[test]
fn limits_are_governed_and_hold_at_once() {
	build_without_decay(|| {
		govern(|parameters| parameters.grant_limit = 300);
		assert_noop!(grant(CLARA, 301), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(CLARA, 300));
		govern(|parameters| parameters.grant_limit = 0);
		assert_noop!(grant(BOB, 1), Error::<Test>::MemberGrantLimitReached);
	});
}

#[test]
fn whoever_is_on_leave_can_be_granted_love() {
	build_without_decay(|| {
		assert_ok!(take_leave(CLARA));
		assert_ok!(grant(CLARA, 1_000));
		assert_eq!((free(CLARA), counted(CLARA)), (1_000, 0));
	});
}

#[test]
fn a_grant_in_debt_pays_the_debt_first() {
	build_without_decay(|| {
		Reputation::penalise(&CLARA, 700);
		assert_ok!(grant(CLARA, 600));
		assert_eq!((love(CLARA).debt, counted(CLARA)), (100, 0));
		assert_ok!(grant(CLARA, 400));
		assert_eq!((love(CLARA).debt, counted(CLARA)), (0, 300));
	});
}

// What is refused.

#[test]
fn only_the_artel_grants() {
	build_and_execute(|| {
		// Nor is it enough to speak for the artel where LOVE is withdrawn.
		for origin in [signed(ALICE), signed(CLARA), signed(WITHDRAWS), RuntimeOrigin::none()] {
			assert_noop!(
				Reputation::grant(origin, CLARA, 1, note("thanks")),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn only_members_are_granted_love() {
	build_and_execute(|| {
		assert_noop!(grant(DAVE, 1), Error::<Test>::OtherIsNotMember);
	});
}

#[test]
fn nothing_is_no_grant() {
	build_and_execute(|| {
		assert_noop!(grant(CLARA, 0), Error::<Test>::AmountIsZero);
	});
}

#[test]
fn a_grant_has_a_reason() {
	build_and_execute(|| {
		assert_noop!(
			Reputation::grant(signed(ARTEL), CLARA, 1, note("  ")),
			Error::<Test>::ReasonMissing
		);
	});
}
