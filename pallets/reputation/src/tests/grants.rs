// SPDX-License-Identifier: Apache-2.0

//! The artel grants LOVE.

use crate::{mock::*, *};
use frame::{deps::sp_runtime::Percent, testing_prelude::*};

/// Somebody whom no test has given anything yet.
const CLARA: AccountId = CHARLIE;

#[test]
fn the_artel_grants_clara_love_for_many_evenings() {
	build_without_decay(|| {
		// GIVEN four members, one of whom earned 3.33 LOVE with work in the previous epoch
		join(DAVE);
		works(ALICE, 1_200);
		pass_epochs(1);
		events();
		heard();
		// WHEN the artel grants another 0.40
		let reason = note("So many evenings with who was ill.");
		assert_ok!(Reputation::grant(signed(ARTEL), CLARA, 40, reason.clone()));
		// THEN that is all there is in this epoch
		assert_eq!((free(CLARA), counted(CLARA)), (40, 40));
		assert_eq!(events(), [Event::LoveGranted { who: CLARA, amount: 40, reason }]);
		assert_noop!(grant(BOB, 1), Error::<Test>::AllGrantsLimitReached);
		// AND it is neither work nor recognition.
		assert!(Reputation::contributions(CLARA).is_empty() && heard().is_empty());
	});
}

#[test]
fn a_member_is_granted_ten_in_an_epoch_at_most() {
	build_without_decay(|| {
		// GIVEN so much work that all together could be granted more
		all_earn(20_000);
		assert_noop!(grant(CLARA, 1_001), Error::<Test>::MemberGrantLimitReached);
		assert_noop!(grant(CLARA, LoveBalance::MAX), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(CLARA, 600));
		assert_noop!(grant(CLARA, 401), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(CLARA, 400));
		assert_noop!(grant(CLARA, 1), Error::<Test>::MemberGrantLimitReached);
		// Others have limits of their own.
		assert_ok!(grant(BOB, 1_000));
		// A new epoch has a new limit, and what was not granted is not carried over.
		pass_epochs(1);
		all_earn(20_000);
		assert_noop!(grant(CLARA, 1_001), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(CLARA, 1_000));
		assert_eq!(free(CLARA), 2_000);
	});
}

#[test]
fn where_nobody_worked_all_are_granted_a_tenth_of_a_love_for_each() {
	build_without_decay(|| {
		// GIVEN five members
		join(DAVE);
		join(EVE);
		// THEN 0.50 can be granted in an epoch
		assert_noop!(grant(ALICE, 51), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(ALICE, 30));
		assert_noop!(grant(BOB, 21), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(BOB, 15));
		assert_ok!(grant(CLARA, 5));
		for who in [ALICE, BOB, CLARA, DAVE, EVE] {
			assert_noop!(grant(who, 1), Error::<Test>::AllGrantsLimitReached);
		}
		// AND as much in the next
		pass_epochs(1);
		assert_ok!(grant(BOB, 50));
		assert_noop!(grant(CLARA, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

#[test]
fn where_more_was_worked_a_tenth_of_it_is_granted() {
	build_without_decay(|| {
		// GIVEN five members who earned 16.00 together, and somebody whose work does not count
		join(DAVE);
		join(EVE);
		earns(DAVE, 900);
		earns(EVE, 700);
		pay(Work { payer: Some(ALICE), ..work(ALICE, LIMIT) });
		// THEN in the same epoch that gives no more than 0.50
		assert_ok!(grant(ALICE, 50));
		assert_noop!(grant(BOB, 1), Error::<Test>::AllGrantsLimitReached);
		// BUT in the next one 1.60
		pass_epochs(1);
		assert_noop!(grant(ALICE, 161), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(ALICE, 100));
		assert_ok!(grant(BOB, 60));
		assert_noop!(grant(CLARA, 1), Error::<Test>::AllGrantsLimitReached);
		// AND after that 0.50 again
		pass_epochs(1);
		assert_ok!(grant(ALICE, 50));
		assert_noop!(grant(BOB, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

#[test]
fn many_members_are_granted_more_than_a_tenth_of_little_work() {
	build_without_decay(|| {
		// GIVEN thirty members who earned 20.00 together
		(11..=37).for_each(join);
		earns(ALICE, 1_000);
		earns(BOB, 1_000);
		pass_epochs(1);
		// THEN they are granted 3.00
		assert_noop!(grant(CLARA, 301), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(CLARA, 300));
		assert_noop!(grant(ALICE, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

#[test]
fn whoever_joins_or_leaves_changes_what_can_be_granted_at_once() {
	build_without_decay(|| {
		assert_ok!(grant(ALICE, 30));
		assert_noop!(grant(CLARA, 1), Error::<Test>::AllGrantsLimitReached);
		join(DAVE);
		assert_ok!(grant(CLARA, 10));
		// What was granted before somebody left is no fault.
		leave_the_artel(DAVE);
		leave_the_artel(ALICE);
		assert_noop!(grant(CLARA, 1), Error::<Test>::AllGrantsLimitReached);
		// Nor does leaving and coming back give any room.
		join(ALICE);
		assert_noop!(grant(ALICE, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

#[test]
fn what_many_were_granted_stays_right_when_few_are_left() {
	build_without_decay(|| {
		// GIVEN twelve members who were granted 1.20
		(11..=19).for_each(join);
		assert_ok!(grant(ALICE, 120));
		// WHEN all but one leave in the same epoch
		(11..=19).chain([BOB, CHARLIE]).for_each(leave_the_artel);
		// THEN that one can be granted nothing more, and what is withdrawn is counted with one member
		assert_noop!(grant(ALICE, 1), Error::<Test>::AllGrantsLimitReached);
		assert_noop!(withdraw(ALICE, 11), Error::<Test>::AllWithdrawalsLimitReached);
		assert_ok!(withdraw(ALICE, 10));
		assert_eq!(AllWeeks::<Test>::get().members, 12);
		// AND the next epoch knows of that one alone
		pass_epochs(1);
		assert_ok!(withdraw(ALICE, 10));
		assert_eq!(AllWeeks::<Test>::get().members, 1);
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
		assert_ok!(grant(ALICE, 600));
		assert_noop!(grant(BOB, 1), Error::<Test>::AllGrantsLimitReached);
	});
}

#[test]
fn recognition_gives_no_room_for_grants() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		earns(BOB, 1_000);
		pass_epochs(1);
		assert_ok!(recognise(ALICE, CLARA, 200));
		assert_ok!(recognise(BOB, CLARA, 200));
		assert_ok!(grant(CLARA, 200));
		pass_epochs(1);
		assert_noop!(grant(ALICE, 31), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(ALICE, 30));
	});
}

#[test]
fn a_refused_grant_uses_up_nothing() {
	build_without_decay(|| {
		assert_noop!(grant(CLARA, 1_001), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(ALICE, 1));
		assert_noop!(grant(CLARA, 30), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(CLARA, 29));
	});
}

#[test]
fn limits_are_governed_and_hold_at_once() {
	build_without_decay(|| {
		all_earn(20_000);
		govern(|figures| figures.grant_limit = 300);
		assert_noop!(grant(CLARA, 301), Error::<Test>::MemberGrantLimitReached);
		assert_ok!(grant(CLARA, 300));
		govern(|figures| figures.grants_part = Percent::from_percent(2));
		assert_noop!(grant(BOB, 101), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(BOB, 100));
		govern(|figures| figures.grant_limit = 0);
		assert_noop!(grant(ALICE, 1), Error::<Test>::MemberGrantLimitReached);
		pass_epochs(2);
		govern(|figures| {
			figures.grant_limit = 300;
			figures.grants_floor = 3;
		});
		assert_noop!(grant(ALICE, 10), Error::<Test>::AllGrantsLimitReached);
		assert_ok!(grant(ALICE, 9));
	});
}

#[test]
fn where_nothing_is_granted_to_all_nothing_is_granted_to_anybody_and_all_else_goes_on() {
	build_without_decay(|| {
		govern(|figures| {
			figures.grants_part = Percent::zero();
			figures.grants_floor = 0;
		});
		all_earn(20_000);
		assert_noop!(grant(CLARA, 1), Error::<Test>::AllGrantsLimitReached);
		assert_noop!(withdraw(BOB, 1), Error::<Test>::AllWithdrawalsLimitReached);
		assert_ok!(recognise(ALICE, CLARA, 100));
		works(CLARA, LIMIT);
		assert_eq!(free(CLARA), 1_100);
	});
}

#[test]
fn what_can_never_be_granted_is_refused_in_the_best_of_epochs() {
	build_without_decay(|| {
		all_earn(20_000);
		for amount in [0, 1, 999, 1_000, 1_001, 2_000, LoveBalance::MAX] {
			hypothetically!({
				let possible = Figures::DEFAULT.can_ever_be_granted(amount);
				assert_eq!(grant(CLARA, amount).is_ok(), possible, "{amount}");
			});
			hypothetically!({
				let possible = Figures::DEFAULT.can_ever_be_withdrawn(amount);
				assert_eq!(withdraw(BOB, amount).is_ok(), possible, "{amount}");
			});
		}
	});
}

#[test]
fn whoever_is_on_leave_can_be_granted_love() {
	build_without_decay(|| {
		assert_ok!(take_leave(CLARA));
		assert_ok!(grant(CLARA, 30));
		assert_eq!((free(CLARA), counted(CLARA)), (30, 0));
	});
}

#[test]
fn a_grant_in_debt_pays_the_debt_first() {
	build_without_decay(|| {
		all_earn(20_000);
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
		assert_noop!(grant(CLARA, 0), Error::<Test>::ImpossibleAmount);
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
