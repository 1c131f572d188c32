// SPDX-License-Identifier: Apache-2.0

//! Payments between members, which are no work.

use super::leave_an_overhang;
use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;

#[test]
fn a_member_pays_another() {
	build_and_execute(|| {
		// GIVEN Alice has earned 5.00
		earn(ALICE, 500);
		let (before, _) = (supply(), heard());
		System::reset_events();
		// WHEN she pays Bob 2.00 for a used saw
		let memo = note("für die Säge 🪚");
		assert_ok!(MutualCredit::pay(signed(ALICE), BOB, 200, memo.clone()));
		// THEN he gets all of it
		assert_eq!((total(ALICE), total(BOB)), (300, 200));
		assert_eq!(events(), [Event::Paid { from: ALICE, to: BOB, amount: 200, memo }]);
		// AND nothing of it counts as work or goes to the commons
		assert_eq!((heard(), supply()), (vec![], before));
		assert_eq!((wallet(ALICE).earned, wallet(BOB).earned), (500, 0));
	});
}

#[test]
fn every_class_pays_and_is_paid() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		join(EVE, Class::Supporter);
		earn(DAVE, 100);
		assert_ok!(pay(DAVE, EVE, 100));
		assert_ok!(pay(EVE, ALICE, 100));
	});
}

#[test]
fn only_members_pay() {
	build_and_execute(|| {
		earn(ALICE, 500);
		assert_noop!(pay(DAVE, ALICE, 1), E::NotMember);
		assert_noop!(pay(pool(), ALICE, 1), E::NotMember);
		assert_noop!(MutualCredit::pay(RuntimeOrigin::none(), ALICE, 1, note("")), BadOrigin);
	});
}

#[test]
fn only_members_are_paid() {
	build_and_execute(|| {
		earn(ALICE, 500);
		for other in [DAVE, pool(), escrow()] {
			assert_noop!(pay(ALICE, other, 1), E::OtherIsNotMember);
		}
		leave(BOB);
		assert_noop!(pay(ALICE, BOB, 1), E::OtherIsNotMember);
		assert_noop!(pay(BOB, ALICE, 1), E::NotMember);
	});
}

#[test]
fn nobody_pays_itself_or_nothing() {
	build_and_execute(|| {
		earn(ALICE, 500);
		assert_noop!(pay(ALICE, ALICE, 1), E::OtherIsYourself);
		assert_noop!(pay(ALICE, BOB, 0), E::ImpossibleAmount);
	});
}

#[test]
fn only_what_is_free_can_be_paid() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		assert_noop!(pay(ALICE, BOB, 1_001), E::NotEnoughLabor);
		assert_noop!(pay(ALICE, BOB, u64::MAX), E::NotEnoughLabor);
		// WHEN 6.00 are on hold for work
		hired(ALICE, BOB, 600);
		assert_eq!((total(ALICE), free(ALICE)), (1_000, 400));
		// THEN she can pay the rest, to the last hundredth
		assert_noop!(pay(ALICE, BOB, 401), E::NotEnoughLabor);
		assert_ok!(pay(ALICE, BOB, 400));
		assert_eq!((total(ALICE), free(ALICE)), (600, 0));
	});
}

#[test]
fn nobody_is_paid_beyond_the_cap() {
	build_and_execute(|| {
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(ALICE, 1_000);
		earn(BOB, 1_500);
		assert_noop!(pay(ALICE, BOB, 501), E::HoldingCapReached);
		assert_ok!(pay(ALICE, BOB, 500));
		assert_noop!(pay(ALICE, BOB, 1), E::HoldingCapReached);
		// What is on hold counts as well.
		hired(BOB, CHARLIE, 800);
		assert_noop!(pay(ALICE, BOB, 1), E::HoldingCapReached);
	});
}

#[test]
fn a_lower_cap_takes_nothing_away() {
	build_and_execute(|| {
		earn(ALICE, 3_000);
		earn(BOB, 3_000);
		govern(|chosen| chosen.holding_cap = 2_000);
		assert_eq!((total(ALICE), wallet(ALICE).room), (3_000, 0));
		assert_noop!(pay(ALICE, BOB, 1), E::HoldingCapReached);
		assert_ok!(pay(ALICE, CHARLIE, 2_000));
		assert_ok!(pay(BOB, ALICE, 1_000));
	});
}

fn contribute(who: AccountId, amount: LaborBalance) -> DispatchResult {
	MutualCredit::contribute(signed(who), amount)
}

#[test]
fn a_member_gives_to_the_commons() {
	build_with_grants(|| {
		// GIVEN Alice has a grant, and has earned 5.00
		earn(ALICE, 500);
		heard();
		let before = supply();
		System::reset_events();
		// WHEN she gives 2.00 to the pool
		assert_ok!(contribute(ALICE, 200));
		// THEN all of it is free there, and it counts as no work
		assert_eq!(events(), [Event::Contributed { who: ALICE, amount: 200 }]);
		let free_pool = before.free_pool + 200;
		assert_eq!(supply(), SupplyState { free_pool, ..before });
		assert_eq!((total(ALICE), wallet(ALICE).earned), (1_300, 500));
		assert!(heard().is_empty() && claims().is_empty());
	});
}

#[test]
fn every_class_gives_but_only_members_and_only_their_own() {
	build_with_grants(|| {
		join(DAVE, Class::Supporter);
		earn(DAVE, 100);
		assert_ok!(contribute(DAVE, 100));
		for nobody in [EVE, pool(), escrow()] {
			assert_noop!(contribute(nobody, 1), E::NotMember);
		}
		assert_noop!(MutualCredit::contribute(RuntimeOrigin::none(), 1), BadOrigin);
		earn(ALICE, 500);
		assert_noop!(contribute(ALICE, 0), E::ImpossibleAmount);
		for amount in [1_501, u64::MAX] {
			assert_noop!(contribute(ALICE, amount), E::NotEnoughLabor);
		}
		// Grants stay, whatever is on hold.
		assert_noop!(contribute(ALICE, 501), E::NotEnoughBesideGrants);
		hired(ALICE, BOB, 1_200);
		assert_noop!(contribute(ALICE, 301), E::NotEnoughLabor);
		assert_ok!(contribute(ALICE, 300));
		assert_noop!(contribute(BOB, 1), E::NotEnoughBesideGrants);
	});
}

#[test]
fn a_gift_is_unmade_while_there_is_too_much() {
	build_with_grants(|| {
		leave_an_overhang();
		assert_ok!(contribute(ALICE, 2_900));
		assert_eq!((supply().overhang, supply().free_pool), (100, 0));
		assert_ok!(contribute(ALICE, 350));
		assert_eq!((supply().overhang, supply().free_pool), (0, 250));
	});
}

#[test]
fn a_member_may_pay_all_it_earned() {
	build_and_execute(|| {
		earn(ALICE, 700);
		assert_ok!(pay(ALICE, BOB, 700));
		assert_eq!(total(ALICE), 0);
		// She is a member all the same.
		assert!(System::account_exists(&ALICE));
		assert_ok!(pay(BOB, ALICE, 700));
	});
}
