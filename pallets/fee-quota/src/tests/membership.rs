// SPDX-License-Identifier: Apache-2.0

//! Members alone have a quota.

use crate::mock::{remembered::Quotas, *};
use frame::testing_prelude::*;

#[test]
fn joining_fills_a_quota() {
	build_and_execute(|| {
		assert_eq!(left(EVE), None);
		join(EVE);
		assert_eq!(left(EVE), Some(FULL));
		assert_ok!(spend(EVE, 1_000).expect("it is covered"));
	});
}

#[test]
fn leaving_takes_it_away() {
	build_and_execute(|| {
		leave(ALICE);
		assert_eq!((left(ALICE), Quotas::get(ALICE)), (None, None));
		assert_eq!(spend(ALICE, 0), cannot_pay());
		// With coin he pays the fee from now on.
		leave(BOB);
		assert_ok!(spend(BOB, 1_000).expect("he has coin"));
		assert_eq!(coin(BOB), PURSE - fee(1_000));
	});
}

#[test]
fn whoever_comes_back_begins_with_a_full_one() {
	build_and_execute(|| {
		assert_ok!(spend(ALICE, weight_for(CAPACITY)).expect("it is covered"));
		leave(ALICE);
		pass_blocks(1);
		join(ALICE);
		assert_eq!(left(ALICE), Some(FULL));
	});
}

#[test]
fn nothing_comes_back_to_whoever_leaves_by_the_same_transaction() {
	build_and_execute(|| {
		let outcome = sign(ALICE, &remark(), &info(100_000), 0, |_| {
			leave(ALICE);
			used(0)
		});
		assert_ok!(outcome.expect("it was covered"));
		assert_eq!((left(ALICE), Quotas::get(ALICE)), (None, None));
		assert!(!System::account_exists(&ALICE));
	});
}

#[test]
fn whoever_leaves_and_comes_back_by_one_transaction_has_no_more_than_a_full_one() {
	build_and_execute(|| {
		let outcome = sign(ALICE, &remark(), &info(100_000), 0, |_| {
			leave(ALICE);
			join(ALICE);
			used(0)
		});
		assert_ok!(outcome.expect("it was covered"));
		assert_eq!(left(ALICE), Some(FULL));
	});
}

#[test]
fn whoever_joins_by_its_own_transaction_has_paid_the_fee_for_it() {
	build_and_execute(|| {
		let outcome = sign(DAVE, &remark(), &info(1_000), 0, |_| {
			join(DAVE);
			Ok(().into())
		});
		assert_ok!(outcome.expect("he has coin"));
		assert_eq!((coin(DAVE), left(DAVE)), (PURSE - fee(1_000), Some(FULL)));
	});
}

#[test]
fn another_class_changes_nothing() {
	use artel_primitives::membership::{Backing, Class, OnMembership};
	build_and_execute(|| {
		assert_ok!(spend(ALICE, 1_000).expect("it is covered"));
		let before = record(ALICE);
		FeeQuota::on_class_changed(&ALICE, Class::Worker, Class::Supporter, Backing::Backed);
		assert_eq!(record(ALICE), before);
	});
}

#[test]
fn members_do_not_share_a_quota() {
	build_and_execute(|| {
		assert_ok!(spend(ALICE, weight_for(CAPACITY)).expect("it is covered"));
		assert_eq!(left(BOB), Some(FULL));
	});
}
