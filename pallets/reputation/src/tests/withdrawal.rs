// SPDX-License-Identifier: Apache-2.0

//! The artel withdraws LOVE.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn the_artel_withdraws_what_was_granted_by_mistake() {
	build_without_decay(|| {
		all_earn(20_000);
		assert_ok!(grant(CHARLIE, 1_000));
		events();
		let reason = note("It was another Charlie.");
		assert_ok!(Reputation::withdraw(signed(WITHDRAWS), CHARLIE, 400, reason.clone()));
		assert_eq!((free(CHARLIE), counted(CHARLIE)), (600, 600));
		assert_eq!(events(), [Event::LoveWithdrawn { who: CHARLIE, amount: 400, reason }]);
	});
}

#[test]
fn love_is_withdrawn_down_to_nothing_and_no_further() {
	build_without_decay(|| {
		all_earn(20_000);
		earns(CHARLIE, 300);
		events();
		// WHEN more is withdrawn than there is
		assert_ok!(withdraw(CHARLIE, 1_000));
		// THEN the event says how much that was, and no debt is left
		let reason = note("it was not so");
		assert_eq!(events(), [Event::LoveWithdrawn { who: CHARLIE, amount: 300, reason }]);
		assert_eq!((free(CHARLIE), love(CHARLIE).debt), (0, 0));
		// AND nothing can be taken of nothing
		assert_noop!(withdraw(CHARLIE, 1), Error::<Test>::NothingToWithdraw);
		// AND what is earned later is the member's
		earns(CHARLIE, 100);
		assert_eq!(counted(CHARLIE), 100);
	});
}

#[test]
fn ten_are_withdrawn_from_a_member_in_an_epoch_at_most() {
	build_without_decay(|| {
		// GIVEN so much work that more could be withdrawn from all together
		all_earn(20_000);
		for amount in [1_001, LoveBalance::MAX] {
			assert_noop!(withdraw(ALICE, amount), Error::<Test>::MemberWithdrawalLimitReached);
		}
		assert_ok!(withdraw(ALICE, 600));
		assert_noop!(withdraw(ALICE, 401), Error::<Test>::MemberWithdrawalLimitReached);
		assert_ok!(withdraw(ALICE, 400));
		assert_noop!(withdraw(ALICE, 1), Error::<Test>::MemberWithdrawalLimitReached);
		// Others have limits of their own, and so has each epoch.
		assert_ok!(withdraw(BOB, 1_000));
		pass_epochs(1);
		all_earn(20_000);
		assert_noop!(withdraw(ALICE, 1_001), Error::<Test>::MemberWithdrawalLimitReached);
		assert_ok!(withdraw(ALICE, 1_000));
	});
}

#[test]
fn what_was_not_there_to_be_taken_uses_up_no_limit() {
	build_without_decay(|| {
		all_earn(20_000);
		earns(CHARLIE, 300);
		assert_ok!(withdraw(CHARLIE, 1_000));
		assert_eq!(free(CHARLIE), 0);
		// Seven are left of the ten of a member, and seventeen of the twenty of all.
		earns(CHARLIE, 800);
		assert_noop!(withdraw(CHARLIE, 701), Error::<Test>::MemberWithdrawalLimitReached);
		assert_ok!(withdraw(CHARLIE, 700));
		assert_ok!(withdraw(ALICE, 900));
		assert_noop!(withdraw(BOB, 101), Error::<Test>::AllWithdrawalsLimitReached);
		assert_ok!(withdraw(BOB, 100));
		// What is left of somebody is taken within the limits, even if more was asked for.
		pass_epochs(1);
		all_earn(20_000);
		assert_ok!(withdraw(CHARLIE, 1_000));
		assert_eq!(free(CHARLIE), 0);
	});
}

#[test]
fn where_nobody_works_a_tenth_of_a_love_for_each_is_withdrawn_from_all_together() {
	build_without_decay(|| {
		// GIVEN five members, and work that was long ago
		join(DAVE);
		join(EVE);
		all_earn(2_000);
		pass_epochs(1);
		// THEN 0.50 can be withdrawn in an epoch
		assert_noop!(withdraw(ALICE, 51), Error::<Test>::AllWithdrawalsLimitReached);
		assert_ok!(withdraw(ALICE, 30));
		assert_noop!(withdraw(BOB, 21), Error::<Test>::AllWithdrawalsLimitReached);
		assert_ok!(withdraw(BOB, 20));
		assert_noop!(withdraw(ALICE, 1), Error::<Test>::AllWithdrawalsLimitReached);
		// AND as much in the next
		pass_epochs(1);
		assert_ok!(withdraw(ALICE, 50));
		assert_noop!(withdraw(BOB, 1), Error::<Test>::AllWithdrawalsLimitReached);
	});
}

#[test]
fn where_more_was_worked_a_tenth_of_it_is_withdrawn() {
	build_without_decay(|| {
		// GIVEN five members who earned 16.00 together
		join(DAVE);
		join(EVE);
		all_earn(1_600);
		// THEN 1.60 can be withdrawn
		assert_noop!(withdraw(ALICE, 161), Error::<Test>::AllWithdrawalsLimitReached);
		assert_ok!(withdraw(ALICE, 100));
		assert_ok!(withdraw(BOB, 60));
		assert_noop!(withdraw(BOB, 1), Error::<Test>::AllWithdrawalsLimitReached);
	});
}

#[test]
fn from_many_members_more_is_withdrawn_than_a_tenth_of_little_work() {
	build_without_decay(|| {
		// GIVEN thirty members who earned 20.00 together
		(11..=37).for_each(join);
		all_earn(2_000);
		assert_noop!(withdraw(ALICE, 301), Error::<Test>::AllWithdrawalsLimitReached);
		assert_ok!(withdraw(ALICE, 300));
		assert_noop!(withdraw(BOB, 1), Error::<Test>::AllWithdrawalsLimitReached);
	});
}

#[test]
fn a_refused_withdrawal_uses_up_nothing() {
	build_without_decay(|| {
		all_earn(2_000);
		assert_noop!(withdraw(ALICE, 1_001), Error::<Test>::MemberWithdrawalLimitReached);
		assert_noop!(withdraw(ALICE, 201), Error::<Test>::AllWithdrawalsLimitReached);
		assert_noop!(withdraw(CHARLIE, 200), Error::<Test>::NothingToWithdraw);
		assert_ok!(withdraw(ALICE, 200));
	});
}

#[test]
fn grants_and_withdrawals_are_counted_apart() {
	build_without_decay(|| {
		all_earn(20_000);
		assert_ok!(grant(CHARLIE, 1_000));
		assert_ok!(grant(BOB, 1_000));
		// Withdrawing what was granted gives no room for another grant, and needs none of that of grants.
		assert_ok!(withdraw(CHARLIE, 1_000));
		assert_noop!(grant(CHARLIE, 1), Error::<Test>::MemberGrantLimitReached);
		assert_noop!(grant(ALICE, 1), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(withdraw(BOB, 1_000));
		// Nor does granting give room for a withdrawal.
		assert_noop!(withdraw(BOB, 1), Error::<Test>::MemberWithdrawalLimitReached);
		assert_noop!(withdraw(ALICE, 1), Error::<Test>::AllWithdrawalsLimitReached);
	});
}

#[test]
fn what_is_tied_up_for_a_duty_stays_tied_up() {
	build_without_decay(|| {
		all_earn(20_000);
		earns(CHARLIE, 500);
		assert_ok!(Reputation::bond(&CHARLIE, 200));
		assert_ok!(withdraw(CHARLIE, 1_000));
		assert_eq!((free(CHARLIE), love(CHARLIE).bonded, counted(CHARLIE)), (0, 200, 200));
		assert_noop!(withdraw(CHARLIE, 100), Error::<Test>::NothingToWithdraw);
	});
}

#[test]
fn a_withdrawal_neither_adds_to_a_debt_nor_pays_it() {
	build_without_decay(|| {
		earns(ALICE, 100);
		Reputation::penalise(&ALICE, 300);
		assert_noop!(withdraw(ALICE, 30), Error::<Test>::NothingToWithdraw);
		assert_eq!((free(ALICE), love(ALICE).debt), (0, 200));
	});
}

#[test]
fn leave_does_not_shelter_from_a_withdrawal() {
	build_without_decay(|| {
		earns(ALICE, 500);
		assert_ok!(take_leave(ALICE));
		assert_ok!(withdraw(ALICE, 30));
		pass_epochs(1);
		assert_ok!(end_leave(ALICE));
		assert_eq!(counted(ALICE), 470);
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
		assert_noop!(withdraw(ALICE, 0), Error::<Test>::ImpossibleAmount);
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
