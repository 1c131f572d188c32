//! The artel withdraws LOVE.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn the_artel_withdraws_what_was_granted_by_mistake() {
	build_without_decay(|| {
		assert_ok!(grant(ALICE, 1_000));
		events();
		let reason = note("It was another Alice.");
		assert_ok!(Reputation::withdraw(signed(WITHDRAWS), ALICE, 400, reason.clone()));
		assert_eq!((free(ALICE), counted(ALICE)), (600, 600));
		assert_eq!(events(), [Event::LoveWithdrawn { who: ALICE, amount: 400, reason }]);
	});
}

#[test]
fn love_is_withdrawn_down_to_nothing_and_no_further() {
	build_without_decay(|| {
		earns(ALICE, 300);
		events();
		// WHEN more is withdrawn than there is
		assert_ok!(withdraw(ALICE, LoveBalance::MAX));
		// THEN the event says how much that was, and no debt is left
		let taken =
			|amount| Event::LoveWithdrawn { who: ALICE, amount, reason: note("it was not so") };
		assert_eq!(events(), [taken(300)]);
		assert_eq!((free(ALICE), love(ALICE).debt), (0, 0));
		// AND nothing can be taken of nothing
		assert_ok!(withdraw(ALICE, 1));
		assert_eq!(events(), [taken(0)]);
		// AND what is earned later is the member's
		earns(ALICE, 100);
		assert_eq!(counted(ALICE), 100);
	});
}

#[test]
fn what_is_tied_up_for_a_duty_stays_tied_up() {
	build_without_decay(|| {
		earns(ALICE, 500);
		assert_ok!(Reputation::bond(&ALICE, 200));
		assert_ok!(withdraw(ALICE, 1_000));
		assert_eq!((free(ALICE), love(ALICE).bonded, counted(ALICE)), (0, 200, 200));
	});
}

#[test]
fn a_withdrawal_neither_adds_to_a_debt_nor_pays_it() {
	build_without_decay(|| {
		earns(ALICE, 100);
		Reputation::penalise(&ALICE, 300);
		assert_ok!(withdraw(ALICE, 50));
		assert_eq!((free(ALICE), love(ALICE).debt), (0, 200));
	});
}

#[test]
fn leave_does_not_shelter_from_a_withdrawal() {
	build_without_decay(|| {
		earns(ALICE, 500);
		assert_ok!(take_leave(ALICE));
		assert_ok!(withdraw(ALICE, 200));
		pass_epochs(1);
		assert_ok!(end_leave(ALICE));
		assert_eq!(counted(ALICE), 300);
	});
}

#[test]
fn a_withdrawal_gives_no_room_for_grants() {
	build_without_decay(|| {
		assert_ok!(grant(ALICE, 1_000));
		assert_ok!(withdraw(ALICE, 1_000));
		assert_noop!(grant(ALICE, 1), Error::<Test>::MemberGrantLimitReached);
		assert_noop!(grant(BOB, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

// What is refused.

#[test]
fn only_the_artel_withdraws() {
	build_and_execute(|| {
		earns(ALICE, 100);
		// Nor is it enough to speak for the artel where LOVE is granted.
		for origin in [signed(ALICE), signed(BOB), signed(ARTEL), RuntimeOrigin::none()] {
			assert_noop!(
				Reputation::withdraw(origin, ALICE, 1, note("envy")),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn nothing_is_withdrawn_from_who_is_no_member() {
	build_and_execute(|| {
		assert_noop!(withdraw(DAVE, 1), Error::<Test>::OtherIsNotMember);
	});
}

#[test]
fn nothing_is_no_withdrawal() {
	build_and_execute(|| {
		assert_noop!(withdraw(ALICE, 0), Error::<Test>::AmountIsZero);
	});
}

#[test]
fn a_withdrawal_has_a_reason() {
	build_and_execute(|| {
		assert_noop!(
			Reputation::withdraw(signed(WITHDRAWS), ALICE, 1, note("")),
			Error::<Test>::ReasonMissing
		);
	});
}
