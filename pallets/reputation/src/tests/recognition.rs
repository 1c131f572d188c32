// SPDX-License-Identifier: Apache-2.0

//! Members recognise one another's care.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn tom_recognises_anna_and_loses_nothing_by_it() {
	build_without_decay(|| {
		// GIVEN Tom, who earned 3.33 LOVE with work in the previous epoch
		let (tom, anna) = (ALICE, BOB);
		works(tom, 1_200);
		pass_epochs(1);
		assert_eq!(love(tom).budget, 66, "a fifth, rounded down");
		events();
		// WHEN he gives Anna 0.50, because she sat with Boris when he was ill
		let reason = note("She sat with Boris when he was ill.");
		assert_ok!(Reputation::recognise(signed(tom), anna, 50, reason.clone()));
		// THEN she has it and he has all of his own
		assert_eq!((free(anna), free(tom)), (50, 333));
		assert_eq!(events(), [Event::Recognised { from: tom, to: anna, amount: 50, reason }]);
		// AND he can give 0.16 more in this epoch
		assert_eq!(love(tom).budget, 16);
	});
}

#[test]
fn at_most_two_can_be_given_however_much_was_earned() {
	build_without_decay(|| {
		// GIVEN 10.00 LOVE of an ordinary hard epoch, and 130.00 of a pent-up quarter
		set_epoch(12);
		earns(ALICE, 1_000);
		earns(BOB, 13_000);
		earns(CHARLIE, 995);
		pass_epochs(1);
		// THEN the one may give a fifth, which is 2.00, and the other no more than that
		assert_eq!([ALICE, BOB, CHARLIE].map(|who| love(who).budget), [200, 200, 199]);
		assert_noop!(recognise(BOB, ALICE, 201), Error::<Test>::RecognitionBudgetReached);
		assert_ok!(recognise(BOB, ALICE, 200));
	});
}

#[test]
fn part_and_limit_are_governed() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		pass_epochs(1);
		govern(|figures| figures.recognition_limit = 50);
		assert_eq!(love(ALICE).budget, 50);
		assert_ok!(recognise(ALICE, BOB, 50));
		govern(|figures| figures.recognition_limit = 30);
		assert_eq!(love(ALICE).budget, 0);
		assert_noop!(recognise(ALICE, BOB, 1), Error::<Test>::RecognitionBudgetReached);
	});
}

#[test]
fn the_work_of_this_epoch_and_that_of_two_ago_give_no_budget() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		assert_eq!(love(ALICE).budget, 0);
		assert_noop!(recognise(ALICE, BOB, 1), Error::<Test>::RecognitionBudgetReached);
		// WHEN two epochs pass with nothing given
		pass_epochs(2);
		// THEN nothing was carried over
		assert_eq!(love(ALICE).budget, 0);
		assert_noop!(recognise(ALICE, BOB, 1), Error::<Test>::RecognitionBudgetReached);
	});
}

#[test]
fn what_was_not_given_is_not_carried_over() {
	build_without_decay(|| {
		// GIVEN somebody who earns 5.00 in each of two epochs and gives nothing in the second
		earns(ALICE, 500);
		pass_epochs(1);
		earns(ALICE, 500);
		assert_eq!(love(ALICE).budget, 100);
		// WHEN the third begins
		pass_epochs(1);
		// THEN it may give a fifth of the second alone
		assert_eq!(love(ALICE).budget, 100);
		assert_noop!(recognise(ALICE, BOB, 101), Error::<Test>::RecognitionBudgetReached);
		assert_ok!(recognise(ALICE, BOB, 100));
	});
}

#[test]
fn all_gifts_of_an_epoch_come_from_one_budget() {
	build_without_decay(|| {
		earns(ALICE, 500);
		pass_epochs(1);
		assert_ok!(recognise(ALICE, BOB, 60));
		assert_ok!(recognise(ALICE, CHARLIE, 39));
		assert_noop!(recognise(ALICE, BOB, 2), Error::<Test>::RecognitionBudgetReached);
		assert_ok!(recognise(ALICE, BOB, 1));
		assert_noop!(recognise(ALICE, CHARLIE, 1), Error::<Test>::RecognitionBudgetReached);
		assert_eq!((free(BOB), free(CHARLIE)), (61, 39));
	});
}

#[test]
fn received_recognition_and_grants_do_not_raise_the_budget() {
	build_without_decay(|| {
		// GIVEN Bob, who worked nothing, was recognised with 2.00 and granted 1.00
		earns(ALICE, 1_000);
		pass_epochs(1);
		assert_ok!(recognise(ALICE, BOB, 200));
		assert_ok!(grant(BOB, 100));
		assert_eq!(free(BOB), 300);
		// THEN he can give nothing, now or later
		for _ in 0..3 {
			assert_eq!(love(BOB).budget, 0);
			assert_noop!(recognise(BOB, CHARLIE, 1), Error::<Test>::RecognitionBudgetReached);
			pass_epochs(1);
		}
	});
}

#[test]
fn the_ledger_says_what_was_given_and_received() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		pass_epochs(1);
		assert_ok!(recognise(ALICE, BOB, 80));
		assert_ok!(recognise(ALICE, CHARLIE, 40));
		let of = |who: AccountId| {
			let entry = Reputation::contributions(who)[0];
			(entry.recognition_given, entry.recognition_received)
		};
		assert_eq!([ALICE, BOB, CHARLIE].map(of), [(120, 0), (0, 80), (0, 40)]);
		let whole = Reputation::all_contributions()[0];
		assert_eq!((whole.recognition_given, whole.recognition_received), (120, 120));
		// It is no effort of either.
		assert_eq!(Reputation::contributions(BOB)[0].care, Effort::default());
		assert_eq!(whole.care.love, 1_000);
	});
}

#[test]
fn whoever_is_on_leave_can_be_recognised_and_has_it_when_it_is_back() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		assert_ok!(take_leave(BOB));
		pass_epochs(1);
		assert_ok!(recognise(ALICE, BOB, 200));
		assert_eq!((free(BOB), counted(BOB)), (200, 0));
		assert_ok!(end_leave(BOB));
		assert_eq!(counted(BOB), 200);
	});
}

// What is refused.

/// A chain where Alice may give 2.00.
fn with_a_budget(test: impl FnOnce()) {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		pass_epochs(1);
		test();
		assert_ok!(recognise(ALICE, BOB, 200));
	});
}

#[test]
fn only_members_recognise() {
	with_a_budget(|| {
		assert_noop!(recognise(DAVE, ALICE, 1), Error::<Test>::NotMember);
		let nobody = RuntimeOrigin::none();
		assert_noop!(
			Reputation::recognise(nobody, ALICE, 1, note("thanks")),
			DispatchError::BadOrigin
		);
		assert_noop!(
			Reputation::recognise(RuntimeOrigin::root(), ALICE, 1, note("thanks")),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn only_members_are_recognised() {
	with_a_budget(|| {
		assert_noop!(recognise(ALICE, DAVE, 1), Error::<Test>::OtherIsNotMember);
		leave_the_artel(CHARLIE);
		assert_noop!(recognise(ALICE, CHARLIE, 1), Error::<Test>::OtherIsNotMember);
	});
}

#[test]
fn nobody_recognises_itself() {
	with_a_budget(|| {
		assert_noop!(recognise(ALICE, ALICE, 1), Error::<Test>::OtherIsYourself);
	});
}

#[test]
fn nothing_is_no_gift() {
	with_a_budget(|| {
		assert_noop!(recognise(ALICE, BOB, 0), Error::<Test>::ImpossibleAmount);
	});
}

#[test]
fn a_gift_has_a_reason() {
	with_a_budget(|| {
		for blank in ["", " \n"] {
			assert_noop!(
				Reputation::recognise(signed(ALICE), BOB, 1, note(blank)),
				Error::<Test>::ReasonMissing
			);
		}
	});
}

#[test]
fn nobody_gives_while_on_leave() {
	build_without_decay(|| {
		assert_ok!(take_leave(ALICE));
		earns(ALICE, 1_000);
		pass_epochs(1);
		assert_eq!(love(ALICE).budget, 200);
		assert_noop!(recognise(ALICE, BOB, 1), Error::<Test>::NotWhileOnLeave);
		assert_ok!(end_leave(ALICE));
		assert_ok!(recognise(ALICE, BOB, 1));
	});
}

#[test]
fn nobody_gives_while_in_debt() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		pass_epochs(1);
		Reputation::penalise(&ALICE, 1_001);
		assert_noop!(recognise(ALICE, BOB, 1), Error::<Test>::NotWhileInDebt);
		works(ALICE, 6);
		assert_ok!(recognise(ALICE, BOB, 1));
	});
}

#[test]
fn nobody_gives_more_than_its_budget() {
	with_a_budget(|| {
		assert_noop!(recognise(ALICE, BOB, 201), Error::<Test>::RecognitionBudgetReached);
		assert_noop!(
			recognise(ALICE, BOB, LoveBalance::MAX),
			Error::<Test>::RecognitionBudgetReached
		);
		assert_noop!(recognise(BOB, ALICE, 1), Error::<Test>::RecognitionBudgetReached);
	});
}
