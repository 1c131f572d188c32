// SPDX-License-Identifier: Apache-2.0

//! Whatever no quota pays for costs the ordinary fee.

use crate::{mock::*, ChargeQuotaOrFee};
use frame::{
	deps::{
		frame_support::dispatch::DispatchInfo,
		sp_runtime::{
			traits::{DispatchTransaction, TransactionExtension, TxBaseImplication},
			transaction_validity::TransactionSource,
			FixedU128,
		},
	},
	testing_prelude::*,
};
use pallet_transaction_payment::{ChargeTransactionPayment, NextFeeMultiplier};

/// As dear as coin gets when the chain is congested.
fn congest() {
	NextFeeMultiplier::<Test>::put(FixedU128::from_u32(10));
}

#[test]
fn an_outsider_pays_the_fee() {
	build_and_execute(|| {
		assert_ok!(spend(DAVE, 1_000).expect("he has coin"));
		assert_eq!((coin(DAVE), left(DAVE)), (PURSE - fee(1_000), None));
		let event = pallet_transaction_payment::Event::TransactionFeePaid {
			who: DAVE,
			actual_fee: fee(1_000),
			tip: 0,
		};
		System::assert_has_event(event.into());
	});
}

#[test]
fn an_outsiders_fee_is_that_of_the_stock_extension_where_weight_counts_most() {
	build_and_execute(|| {
		for (info, tip) in [(info(1_000), 0), (info(1_000), 77), (info(200), 5)] {
			let ours = hypothetically!({
				let outcome = sign(DAVE, &remark(), &info, tip, |_| used(150));
				assert_ok!(outcome.expect("he has coin"));
				coin(DAVE)
			});
			let stock = hypothetically!({
				let origin = RuntimeOrigin::signed(DAVE);
				let outcome = ChargeTransactionPayment::<Test>::from(tip)
					.test_run(origin, &remark(), &info, LENGTH, 0, |_| used(150))
					.expect("he has coin");
				assert_ok!(outcome);
				coin(DAVE)
			});
			assert!(ours < PURSE);
			assert_eq!(ours, stock);
		}
	});
}

#[test]
fn the_pool_refuses_an_outsider_without_coin() {
	build_and_execute(|| {
		assert_eq!(ask_pool(EVE, &remark(), &info(0), 0), cannot_pay());
		assert_eq!(ask_pool(EVE, &duty(), &info(0), 0), cannot_pay());
		assert_eq!(spend(EVE, 0), cannot_pay());
	});
}

#[test]
fn whoever_offers_a_tip_pays_in_coin() {
	build_and_execute(|| {
		let outcome = sign(BOB, &remark(), &info(1_000), 9, |_| Ok(().into()));
		assert_ok!(outcome.expect("he has coin"));
		assert_eq!((coin(BOB), left(BOB)), (PURSE - fee(1_000) - 9, Some(FULL)));
		// A tip buys a better place among those who pay in coin, and gives up the one before them all.
		let priority = |who, tip| {
			let valid = ask_pool(who, &remark(), &info(1_000), tip).expect("he can pay");
			valid.priority
		};
		assert!(priority(DAVE, 9) > priority(DAVE, 0));
		assert_eq!(priority(BOB, 9), priority(DAVE, 9));
		assert!(priority(BOB, 0) > priority(BOB, 9));
	});
}

#[test]
fn whoever_offers_a_tip_without_coin_is_refused() {
	build_and_execute(|| {
		assert_eq!(ask_pool(ALICE, &remark(), &info(0), 1), cannot_pay());
		assert_eq!(left(ALICE), Some(FULL));
	});
}

#[test]
fn congestion_makes_coin_dearer_and_no_quota() {
	build_and_execute(|| {
		// GIVEN an ordinary day's prices
		let weight = 10_000;
		let quota = hypothetically!({
			assert_ok!(spend(ALICE, weight).expect("it is covered"));
			FULL - left(ALICE).expect("she is a member")
		});
		let fee = hypothetically!({
			assert_ok!(spend(DAVE, weight).expect("he has coin"));
			PURSE - coin(DAVE)
		});
		assert_eq!(quota, price_after(weight));
		// WHEN the chain is congested
		congest();
		// THEN a member pays as much as ever
		assert_ok!(spend(ALICE, weight).expect("it is covered"));
		assert_eq!(FULL - left(ALICE).expect("she is a member"), quota);
		// AND an outsider pays ten times the weight of its call
		assert_ok!(spend(DAVE, weight).expect("he has coin"));
		let weighed = u128::from(weight + CHARGE_QUOTA + CHARGE_FEE);
		assert_eq!(PURSE - coin(DAVE), fee + 9 * weighed);
		// AND of its length, where that is more.
		let before = coin(DAVE);
		let outcome = extension(0)
			.test_run(RuntimeOrigin::signed(DAVE), &remark(), &info(0), 20_000, 0, |_| used(0))
			.expect("he has coin");
		assert_ok!(outcome);
		assert_eq!(before - coin(DAVE), u128::from(BASE) + 10 * 20_000);
	});
}

#[test]
fn what_a_quota_covers_it_covers_in_congestion_too() {
	build_and_execute(|| {
		congest();
		let known = info(weight_for(CAPACITY));
		let dear = ask_pool(ALICE, &remark(), &known, 0).expect("it is covered");
		NextFeeMultiplier::<Test>::kill();
		assert_eq!(ask_pool(ALICE, &remark(), &known, 0), Ok(dear));
	});
}

#[test]
fn members_come_before_coin() {
	use crate::HIGHEST_BY_COIN;
	build_and_execute(|| {
		for class in [DispatchClass::Normal, DispatchClass::Operational] {
			let mut before = u64::MAX;
			// The smaller come first, as in the stock order.
			for weight in [0, 1_000, 500_000] {
				let info = DispatchInfo { class, ..info(weight) };
				let by_quota = ask_pool(ALICE, &remark(), &info, 0).expect("it is covered");
				assert!(by_quota.priority > HIGHEST_BY_COIN);
				assert!(by_quota.priority < before || class == DispatchClass::Operational);
				before = by_quota.priority;
				for tip in [0, 1, PURSE / 2] {
					let by_coin = ask_pool(DAVE, &remark(), &info, tip).expect("he has coin");
					assert!((1..=HIGHEST_BY_COIN).contains(&by_coin.priority), "a tip of {tip}");
					let others = ValidTransaction { priority: 0, ..by_quota.clone() };
					assert_eq!(others, ValidTransaction { priority: 0, ..by_coin });
				}
			}
		}
	});
}

#[test]
fn the_largest_tip_there_can_be_buys_no_more_than_the_highest_place_for_coin() {
	use crate::HIGHEST_BY_COIN;
	use frame::traits::fungible::Mutate;
	build_and_execute(|| {
		let rich = u128::MAX / 2;
		assert_ok!(Balances::mint_into(&EVE, rich));
		for class in [DispatchClass::Normal, DispatchClass::Operational] {
			let info = DispatchInfo { class, ..info(1_000) };
			let valid = ask_pool(EVE, &remark(), &info, rich / 2).expect("she has coin");
			assert_eq!(valid.priority, HIGHEST_BY_COIN);
		}
	});
}

#[test]
fn what_a_fee_is_said_to_be_it_is() {
	build_and_execute(|| {
		for multiplier in [1, 10] {
			NextFeeMultiplier::<Test>::put(FixedU128::from_u32(multiplier));
			for (time, proof, length) in
				[(0, 0, 0), (500, 0, 20), (500, 0, 2_000), (0, 700_000, 20), (80_000, 90_000, 7)]
			{
				for class in [DispatchClass::Normal, DispatchClass::Operational] {
					let info = DispatchInfo {
						call_weight: Weight::from_parts(time, proof),
						class,
						..info(0)
					};
					let said = FeeQuota::fee_details(&info, length as u32).final_fee();
					let before = coin(DAVE);
					let outcome = extension(0)
						.test_run(RuntimeOrigin::signed(DAVE), &remark(), &info, length, 0, |_| {
							Ok(().into())
						})
						.expect("he has coin");
					assert_ok!(outcome);
					assert_eq!(before - coin(DAVE), said, "{time} {proof} {length}");
				}
			}
			assert_eq!(FeeQuota::length_to_fee(3_000), 3_000);
		}
	});
}

#[test]
fn a_transaction_that_nobody_signed_passes_unharmed() {
	build_and_execute(|| {
		let (call, info, origin) = (remark(), info(1_000), RuntimeOrigin::none());
		assert_storage_noop!({
			// WHEN it is checked
			let (valid, val, authorised) = extension(0)
				.validate(
					origin.clone(),
					&call,
					&info,
					LENGTH,
					(),
					&TxBaseImplication(()),
					TransactionSource::External,
				)
				.expect("nobody is charged");
			// THEN nothing about it changes
			assert_eq!(valid, ValidTransaction::default());
			assert_eq!(authorised.caller, origin.caller);
			// AND nothing is charged, neither before nor after
			let pre = extension(0)
				.prepare(val, &origin, &call, &info, LENGTH)
				.expect("nobody is charged");
			let unspent = ChargeQuotaOrFee::<Test>::post_dispatch_details(
				pre,
				&info,
				&().into(),
				LENGTH,
				&Ok(()),
			)
			.expect("nothing is left to do");
			assert_eq!(unspent, Weight::from_parts(CHARGE_FEE, 0));
		});
	});
}

#[test]
fn a_bare_transaction_passes_unharmed() {
	build_and_execute(|| {
		type Extension = ChargeQuotaOrFee<Test>;
		let (call, info) = (remark(), info(1_000));
		assert_storage_noop!({
			assert_eq!(
				Extension::bare_validate(&call, &info, LENGTH),
				Ok(ValidTransaction::default())
			);
			assert_eq!(Extension::bare_validate_and_prepare(&call, &info, LENGTH), Ok(()));
			let mut post = ().into();
			assert_eq!(Extension::bare_post_dispatch(&info, &mut post, LENGTH, &Ok(())), Ok(()));
		});
	});
}
