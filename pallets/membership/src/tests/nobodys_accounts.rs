// SPDX-License-Identifier: Apache-2.0

//! An account of the chain itself stands nowhere where a person is meant: attack P2.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn no_account_of_the_chain_applies_even_with_coin() {
	build_and_execute(|| {
		for who in [POOL, ESCROW] {
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), who, PURSE));
			let apply =
				Membership::apply(signed(who), Class::Worker, line("Pool"), note(""), statute());
			assert_noop!(apply, Error::<Test>::NotHeldByAnybody);
		}
	});
}

#[test]
fn no_account_of_the_chain_is_nominated() {
	build_and_execute(|| {
		for who in [POOL, ESCROW] {
			let (name, why) = (line("Pool"), note("It feeds us all."));
			let nominate =
				Membership::nominate(signed(ALICE), who, Class::Worker, name, why, statute());
			assert_noop!(nominate, Error::<Test>::NotHeldByAnybody);
		}
	});
}

#[test]
#[should_panic(expected = "NotHeldByAnybody")]
fn no_account_of_the_chain_is_a_founder() {
	let _ = genesis(&[(ALICE, "Alice"), (POOL, "Pool")]).build_storage();
}

#[test]
fn nobody_is_admitted_whose_account_the_chain_has_taken_meanwhile() {
	build_and_execute(|| {
		// GIVEN Dave applied, and Ferdie was nominated
		let numbers = [apply(DAVE, Class::Worker), nominate(ALICE, FERDIE, Class::Worker)];
		// WHEN another release of the chain has their accounts for itself
		for who in [DAVE, FERDIE] {
			claim_account(who);
		}
		// THEN neither can be admitted
		for number in numbers {
			let admit = Membership::admit(signed(ADMITS), number);
			assert_noop!(admit, Error::<Test>::NotHeldByAnybody);
			assert_ok!(Membership::decline(signed(ADMITS), number));
		}
	});
}

#[test]
fn nobody_has_access_through_an_account_of_the_chain() {
	build_and_execute(|| {
		for to in [POOL, ESCROW] {
			let report = Membership::report_lost_key(signed(BOB), ALICE, to);
			assert_noop!(report, Error::<Test>::NotHeldByAnybody);
		}
	});
}

/// The whole of the attack: Alice wants to act for the pool.
#[test]
fn nobody_acts_for_an_account_of_the_chain() {
	build_and_execute(|| {
		for who in [POOL, ESCROW] {
			let pool = Membership::report_lost_key(signed(ALICE), who, ALICE);
			assert_noop!(pool, Error::<Test>::OtherIsNotMember);
			for number in [0, LastReport::<Test>::get(), u32::MAX] {
				let restore = Membership::restore_access(signed(UNLOCKS), who, number, ALICE);
				assert_noop!(restore, Error::<Test>::NoSuchReport);
			}
			// Nor with the number of a report that holds.
			let number = report(ALICE, BOB, ALICE);
			let restore = Membership::restore_access(signed(UNLOCKS), who, number, ALICE);
			assert_noop!(restore, Error::<Test>::NoSuchReport);
			assert!(access_to(who).is_empty());
		}
	});
}
