// SPDX-License-Identifier: Apache-2.0

//! A member's quota pays for what it signs.

use crate::{mock::*, Units};
use frame::{
	deps::{frame_support::dispatch::DispatchInfo, sp_runtime::traits::DispatchTransaction},
	testing_prelude::*,
};

#[test]
fn a_member_without_coin_pays_by_its_quota() {
	build_and_execute(|| {
		assert_eq!((coin(ALICE), left(ALICE)), (0, Some(FULL)));
		assert_ok!(spend(ALICE, 1_000).expect("it is covered"));
		assert_eq!((coin(ALICE), left(ALICE)), (0, Some(FULL - price_after(1_000))));
	});
}

#[test]
fn a_member_with_coin_keeps_it_while_its_quota_lasts() {
	build_and_execute(|| {
		assert_ok!(spend(BOB, 1_000).expect("it is covered"));
		assert_eq!((coin(BOB), left(BOB)), (PURSE, Some(FULL - price_after(1_000))));
		// No fee was paid, and nobody reads that one was.
		assert_eq!(System::events(), []);
	});
}

#[test]
fn a_real_call_goes_through() {
	build_and_execute(|| {
		let outcome = extension(0).dispatch_transaction(
			RuntimeOrigin::signed(ALICE),
			duty(),
			&info(1_000),
			LENGTH,
			0,
		);
		assert_ok!(outcome.expect("it is covered"));
		let event = System::events().pop().expect("the call said so").event;
		assert!(matches!(
			event,
			RuntimeEvent::System(frame_system::Event::Remarked { sender: ALICE, .. })
		));
		assert_eq!(left(ALICE), Some(FULL - price_after(1_000)));
	});
}

#[test]
fn a_call_that_fails_costs_the_same() {
	build_and_execute(|| {
		// GIVEN Alice has no coin to give away
		let call = pallet_balances::Call::transfer_allow_death { dest: BOB, value: PURSE }.into();
		// WHEN she tries
		let outcome = extension(0).dispatch_transaction(
			RuntimeOrigin::signed(ALICE),
			call,
			&info(1_000),
			LENGTH,
			0,
		);
		// THEN it fails, and is paid for
		assert!(outcome.expect("it is covered").is_err());
		assert_eq!(left(ALICE), Some(FULL - price_after(1_000)));
	});
}

#[test]
fn weight_that_was_not_used_comes_back() {
	build_and_execute(|| {
		let outcome = sign(ALICE, &remark(), &info(500_000), 0, |_| {
			assert_eq!(left(ALICE), Some(FULL - price_before(500_000)));
			used(1_000)
		});
		assert_ok!(outcome.expect("it is covered"));
		assert_eq!(left(ALICE), Some(FULL - price_after(1_000)));
		// So it does when the call fails.
		let outcome =
			sign(ALICE, &remark(), &info(500_000), 0, |_| failed(Some(Weight::zero()).into()));
		assert!(outcome.expect("it is covered").is_err());
		assert_eq!(left(ALICE), Some(FULL - price_after(1_000) - price_after(0)));
	});
}

#[test]
fn the_block_is_told_that_no_fee_was_charged() {
	build_and_execute(|| {
		let weight_of = |who| {
			let outcome = spend(who, 1_000).expect("it can pay");
			outcome.expect("it ends well").actual_weight
		};
		let by_quota = Weight::from_parts(1_000 + CHARGE_QUOTA, 0);
		assert_eq!(weight_of(ALICE), Some(by_quota));
		assert_eq!(weight_of(DAVE), Some(by_quota + Weight::from_parts(CHARGE_FEE, 0)));
	});
}

#[test]
fn a_call_that_says_it_was_free_costs_nothing() {
	build_and_execute(|| {
		let outcome = sign(ALICE, &remark(), &info(1_000), 0, |_| Ok(Pays::No.into()));
		assert_ok!(outcome.expect("it is covered"));
		assert_eq!(left(ALICE), Some(FULL));
	});
}

#[test]
fn a_call_that_is_free_from_the_start_needs_no_quota() {
	build_and_execute(|| {
		choose(1, 0, 0, REFILL);
		let free = DispatchInfo { pays_fee: Pays::No, ..info(1_000) };
		assert_ok!(sign(ALICE, &remark(), &free, 0, |_| Ok(().into())).expect("it is free"));
		assert_eq!(left(ALICE), Some(1));
		// Nor does an outsider need any.
		assert_ok!(sign(EVE, &remark(), &free, 0, |_| Ok(().into())).expect("it is free"));
	});
}

#[test]
fn length_counts_like_weight() {
	build_and_execute(|| {
		let run = |length| {
			let before = left(ALICE).expect("she is a member");
			let origin = RuntimeOrigin::signed(ALICE);
			let outcome = extension(0)
				.test_run(origin, &remark(), &info(0), length, 0, |_| Ok(().into()))
				.expect("it is covered");
			assert_ok!(outcome);
			before - left(ALICE).expect("she is still one")
		};
		// The larger of both is paid, to the unit.
		let weight = Units::from(BASE + CHARGE_QUOTA);
		assert_eq!([run(0), run(5), run(70_000)], [weight, weight, Units::from(BASE) + 70_000]);
	});
}

#[test]
fn what_exceeds_the_quota_is_charged_in_coin() {
	build_and_execute(|| {
		let weight = weight_for(CAPACITY + 1);
		assert_ok!(spend(BOB, weight).expect("he has coin"));
		// All of it, and nothing of the quota.
		assert_eq!((coin(BOB), left(BOB)), (PURSE - fee(weight), Some(FULL)));
		// One unit less, and the quota pays all of it.
		assert_ok!(spend(BOB, weight - 1).expect("it is covered"));
		assert_eq!(coin(BOB), PURSE - fee(weight));
		assert_eq!(left(BOB), Some(FULL - price_after(weight - 1)));
	});
}

#[test]
fn without_coin_the_pool_refuses_what_exceeds_the_quota() {
	build_and_execute(|| {
		let weight = weight_for(CAPACITY + 1);
		let before = record(ALICE);
		assert_eq!(ask_pool(ALICE, &remark(), &info(weight), 0), cannot_pay());
		assert_eq!(spend(ALICE, weight), cannot_pay());
		assert_eq!(record(ALICE), before, "whoever is refused has lost nothing");
	});
}

#[test]
fn whoever_floods_the_chain_is_stopped_by_the_pool() {
	build_and_execute(|| {
		let weight = weight_for(CAPACITY / 100);
		let done = (0..1_000).filter(|_| spend(ALICE, weight).is_ok()).count();
		assert_eq!(done, 100);
		assert_eq!(ask_pool(ALICE, &remark(), &info(weight), 0), cannot_pay());
	});
}

#[test]
fn the_pool_spends_nothing_by_asking() {
	build_and_execute(|| {
		let before = record(ALICE);
		for _ in 0..10 {
			assert_ok!(ask_pool(ALICE, &remark(), &info(weight_for(CAPACITY)), 0));
		}
		assert_eq!((record(ALICE), left(ALICE)), (before, Some(FULL)));
	});
}

#[test]
fn proof_size_counts_like_time() {
	build_and_execute(|| {
		let run = |time: u64, proof: u64| {
			let before = left(ALICE).expect("she is a member");
			let info =
				DispatchInfo { call_weight: Weight::from_parts(time, proof * 1_000), ..info(0) };
			assert_ok!(sign(ALICE, &remark(), &info, 0, |_| Ok(().into())).expect("it is covered"));
			before - left(ALICE).expect("she is still one")
		};
		let base = Units::from(BASE);
		assert_eq!(run(10_000, 20_000), base + 20_000);
		assert_eq!(run(20_000, 10_000), base + 20_000 + Units::from(CHARGE_QUOTA));
	});
}

#[test]
fn what_was_covered_is_still_checked_when_it_is_charged() {
	use frame::deps::sp_runtime::{
		traits::TransactionExtension, transaction_validity::TransactionSource,
	};
	build_and_execute(|| {
		// GIVEN two calls of Alice's were found to be covered, one after the other
		let info = info(weight_for(CAPACITY));
		let origin = RuntimeOrigin::signed(ALICE);
		let check = || {
			let source = TransactionSource::External;
			extension(0)
				.validate_only(origin.clone(), &remark(), &info, LENGTH, source, 0)
				.map(|(_, val, _)| val)
				.expect("it is covered")
		};
		let (first, second) = (check(), check());
		// WHEN both are charged THEN the second is refused
		let prepare =
			|val| extension(0).prepare(val, &origin, &remark(), &info, LENGTH).map(|_| ());
		assert_eq!(prepare(first), Ok(()));
		assert_eq!(prepare(second), cannot_pay());
	});
}
