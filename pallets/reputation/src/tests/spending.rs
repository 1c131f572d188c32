// SPDX-License-Identifier: Apache-2.0

//! LOVE is burned, tied up, slashed and taken as a penalty.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn enrolling_burns_five_and_bonds_twenty() {
	build_without_decay(|| {
		// GIVEN somebody with 30.00 LOVE
		set_epoch(5);
		earns(ALICE, 3_000);
		events();
		// WHEN it spends 5.00 and ties up 20.00
		assert_ok!(Reputation::burn(&ALICE, 500));
		assert_ok!(Reputation::bond(&ALICE, 2_000));
		assert_eq!(
			events(),
			[
				Event::LoveBurned { who: ALICE, amount: 500 },
				Event::LoveBonded { who: ALICE, amount: 2_000 },
			]
		);
		// THEN what is tied up still counts
		let LoveState { free, bonded, counted, .. } = love(ALICE);
		assert_eq!((free, bonded, counted), (500, 2_000, 2_500));
		// AND all of it can be free again
		Reputation::unbond(&ALICE, 2_000);
		assert_eq!(events(), [Event::LoveUnbonded { who: ALICE, amount: 2_000 }]);
		assert_eq!((mock::free(ALICE), love(ALICE).bonded, love(ALICE).counted), (2_500, 0, 2_500));
	});
}

#[test]
fn all_free_love_can_be_spent() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		assert_ok!(Reputation::bond(&ALICE, 600));
		assert_ok!(Reputation::burn(&ALICE, 400));
		let LoveState { free, bonded, .. } = love(ALICE);
		assert_eq!((free, bonded), (0, 600));
	});
}

#[test]
fn no_more_is_unbonded_than_is_bonded() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		assert_ok!(Reputation::bond(&ALICE, 300));
		events();
		Reputation::unbond(&ALICE, 100);
		Reputation::unbond(&ALICE, LoveBalance::MAX);
		Reputation::unbond(&ALICE, 1);
		let unbonded = |amount| Event::LoveUnbonded { who: ALICE, amount };
		assert_eq!(events(), [unbonded(100), unbonded(200), unbonded(0)]);
		assert_eq!((mock::free(ALICE), love(ALICE).bonded), (1_000, 0));
	});
}

#[test]
fn no_more_is_slashed_than_is_bonded() {
	build_without_decay(|| {
		// GIVEN 7.00 free and 3.00 bonded
		earns(ALICE, 1_000);
		assert_ok!(Reputation::bond(&ALICE, 300));
		events();
		// WHEN some of it is slashed, and then more than there is
		Reputation::slash_bond(&ALICE, 100);
		assert_eq!(counted(ALICE), 900);
		Reputation::slash_bond(&ALICE, 1_000);
		// THEN what is free is untouched and nothing is owed
		let slashed = |amount| Event::BondSlashed { who: ALICE, amount };
		assert_eq!(events(), [slashed(100), slashed(200)]);
		let LoveState { free, bonded, debt, counted, .. } = love(ALICE);
		assert_eq!((free, bonded, debt, counted), (700, 0, 0, 700));
	});
}

#[test]
fn a_bond_can_be_slashed_and_freed_during_leave() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		assert_ok!(Reputation::bond(&ALICE, 500));
		assert_ok!(take_leave(ALICE));
		Reputation::slash_bond(&ALICE, 100);
		Reputation::unbond(&ALICE, 100);
		assert_eq!((mock::free(ALICE), love(ALICE).bonded, counted(ALICE)), (600, 300, 0));
	});
}

#[test]
fn a_penalty_takes_what_is_free() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		events();
		Reputation::penalise(&ALICE, 400);
		assert_eq!(events(), [Event::Penalised { who: ALICE, taken: 400, debt: 0 }]);
		assert_eq!((mock::free(ALICE), counted(ALICE)), (600, 600));
	});
}

#[test]
fn what_a_penalty_does_not_find_is_owed_and_worked_off() {
	build_without_decay(|| {
		// GIVEN somebody with 2.00 free and 5.00 bonded
		earns(ALICE, 700);
		assert_ok!(Reputation::bond(&ALICE, 500));
		events();
		// WHEN it is to lose 6.00
		Reputation::penalise(&ALICE, 600);
		// THEN it owes 4.00, and nothing of what it has counts
		assert_eq!(events(), [Event::Penalised { who: ALICE, taken: 200, debt: 400 }]);
		let LoveState { free, bonded, debt, counted, .. } = love(ALICE);
		assert_eq!((free, bonded, debt, counted), (0, 500, 400, 0));
		// WHEN it has worked off 3.00
		pass_epochs(1);
		earns(ALICE, 300);
		// THEN nothing counts yet: it cannot recognise others, spend, or tie up
		assert_eq!((love(ALICE).debt, mock::counted(ALICE)), (100, 0));
		assert_noop!(recognise(ALICE, BOB, 1), Error::<Test>::NotWhileInDebt);
		assert_noop!(Reputation::burn(&ALICE, 1), Error::<Test>::NotWhileInDebt);
		assert_noop!(Reputation::bond(&ALICE, 1), Error::<Test>::NotWhileInDebt);
		// WHEN it has worked off the rest and 0.50 more
		earns(ALICE, 150);
		// THEN everything counts again
		assert_eq!((mock::free(ALICE), love(ALICE).debt, mock::counted(ALICE)), (50, 0, 550));
		assert_ok!(recognise(ALICE, BOB, 1));
		assert_ok!(Reputation::bond(&ALICE, 50));
	});
}

#[test]
fn the_work_that_pays_a_debt_is_work_like_any_other() {
	build_without_decay(|| {
		Reputation::penalise(&ALICE, 3_000);
		events();
		works(ALICE, 1_200);
		let earned =
			Event::LoveEarned { who: ALICE, love: 333, minutes: 1_200, stream: Stream::Care };
		assert_eq!(events(), [earned]);
		assert_eq!(heard(), [work(ALICE, 1_200)]);
		assert_eq!(Reputation::contributions(ALICE)[0].care.love, 333);
		assert_eq!(love(ALICE).debt, 2_667);
	});
}

#[test]
fn debts_add_up() {
	build_without_decay(|| {
		Reputation::penalise(&ALICE, 100);
		Reputation::penalise(&ALICE, 200);
		assert_eq!(love(ALICE).debt, 300);
		Reputation::penalise(&ALICE, LoveBalance::MAX);
		assert_eq!(love(ALICE).debt, LoveBalance::MAX, "it does not wrap");
	});
}

#[test]
fn what_is_unbonded_in_debt_pays_it() {
	build_without_decay(|| {
		earns(ALICE, 500);
		assert_ok!(Reputation::bond(&ALICE, 500));
		Reputation::penalise(&ALICE, 300);
		assert_eq!(counted(ALICE), 0);
		Reputation::unbond(&ALICE, 500);
		assert_eq!((love(ALICE).debt, counted(ALICE)), (0, 200));
	});
}

#[test]
fn nothing_is_freed_or_slashed_of_who_is_no_member() {
	build_and_execute(|| {
		earns(CHARLIE, 500);
		assert_ok!(Reputation::bond(&CHARLIE, 100));
		leave_the_artel(CHARLIE);
		events();
		for who in [CHARLIE, DAVE] {
			Reputation::unbond(&who, 1);
			Reputation::slash_bond(&who, 1);
			assert_eq!(Reputation::love(who), None);
		}
		assert_eq!(events(), []);
	});
}

// What is refused, to whoever burns and to whoever ties up.

type Use = fn(&AccountId, LoveBalance) -> DispatchResult;
const USES: [Use; 2] =
	[<Reputation as SpendLove<AccountId>>::burn, <Reputation as SpendLove<AccountId>>::bond];

#[test]
fn only_members_spend_or_tie_up() {
	build_and_execute(|| {
		for using in USES {
			assert_noop!(using(&DAVE, 1), Error::<Test>::NotMember);
		}
	});
}

#[test]
fn nothing_is_neither_spent_nor_tied_up() {
	build_and_execute(|| {
		earns(ALICE, 100);
		for using in USES {
			assert_noop!(using(&ALICE, 0), Error::<Test>::ImpossibleAmount);
		}
	});
}

#[test]
fn nobody_spends_or_ties_up_on_leave() {
	build_and_execute(|| {
		earns(ALICE, 100);
		assert_ok!(take_leave(ALICE));
		for using in USES {
			assert_noop!(using(&ALICE, 1), Error::<Test>::NotWhileOnLeave);
		}
		pass_epochs(1);
		assert_ok!(end_leave(ALICE));
		for using in USES {
			assert_ok!(using(&ALICE, 1));
		}
	});
}

#[test]
fn nobody_spends_or_ties_up_in_debt() {
	build_and_execute(|| {
		Reputation::penalise(&ALICE, 1);
		for using in USES {
			assert_noop!(using(&ALICE, 1), Error::<Test>::NotWhileInDebt);
		}
	});
}

#[test]
fn nobody_spends_or_ties_up_more_than_is_free() {
	build_and_execute(|| {
		earns(ALICE, 100);
		for using in USES {
			assert_noop!(using(&ALICE, 101), Error::<Test>::NotEnoughLove);
			assert_noop!(using(&ALICE, LoveBalance::MAX), Error::<Test>::NotEnoughLove);
		}
		// What is tied up is not free, and what has faded is not there.
		assert_ok!(Reputation::bond(&ALICE, 60));
		for using in USES {
			assert_noop!(using(&ALICE, 41), Error::<Test>::NotEnoughLove);
		}
		pass_epochs(52);
		for using in USES {
			assert_noop!(using(&ALICE, 21), Error::<Test>::NotEnoughLove);
		}
		assert_ok!(Reputation::burn(&ALICE, 20));
	});
}
