// SPDX-License-Identifier: Apache-2.0

//! A reserve is kept for duties, and a part of its own for leaving.

use crate::{mock::*, Units};
use frame::{
	deps::{frame_support::dispatch::DispatchInfo, sp_runtime::traits::TransactionExtension},
	testing_prelude::*,
};

#[test]
fn only_a_duty_draws_on_the_reserve() {
	build_and_execute(|| {
		// GIVEN Alice has spent what she could
		assert_ok!(spend(ALICE, weight_for(CAPACITY)).expect("it is covered"));
		let rest = RESERVE + Units::from(CHARGE_FEE);
		assert_eq!(left(ALICE), Some(PARTING + rest));
		// WHEN she signs whatever she likes THEN she is refused
		assert_eq!(spend(ALICE, 0), cannot_pay());
		assert_eq!(ask_pool(ALICE, &remark(), &info(0), 0), cannot_pay());
		// BUT what she owes she can do, until what is kept for leaving is left
		assert_ok!(sign_for(ALICE, duty(), 1_000).expect("the reserve covers it"));
		let rest = rest - price_after(1_000);
		assert_eq!(left(ALICE), Some(PARTING + rest));
		assert_eq!(sign_for(ALICE, duty(), weight_for(rest + 1)), cannot_pay());
		assert_ok!(sign_for(ALICE, duty(), weight_for(rest)).expect("the reserve covers it"));
		assert_eq!(left(ALICE), Some(PARTING + Units::from(CHARGE_FEE)));
	});
}

#[test]
fn a_duty_may_use_all_but_the_parting_at_once() {
	build_and_execute(|| {
		let most = CAPACITY + RESERVE;
		assert_eq!(sign_for(ALICE, duty(), weight_for(most + 1)), cannot_pay());
		assert_ok!(sign_for(ALICE, duty(), weight_for(most)).expect("it is covered"));
	});
}

/// What the chain knows before it of a call by which somebody leaves, if it costs this much.
fn leaving_for(price: Units) -> DispatchInfo {
	let known = info(weight_for(price) - ASK_PARTING);
	DispatchInfo { extension_weight: extension(0).weight(&parting()), ..known }
}

#[test]
fn leaving_has_a_part_of_its_own() {
	build_and_execute(|| {
		// GIVEN Alice has spent all that she could, on duties, too
		assert_ok!(spend(ALICE, weight_for(CAPACITY)).expect("it is covered"));
		let rest = left(ALICE).expect("she is a member") - PARTING;
		assert_ok!(sign_for(ALICE, duty(), weight_for(rest)).expect("the reserve covers it"));
		assert_eq!(sign_for(ALICE, duty(), 0), cannot_pay());
		assert_eq!(spend(ALICE, 0), cannot_pay());
		// WHEN something holds her back THEN a try is a duty, and there is nothing left for it
		hold_back(ALICE);
		assert_eq!(sign(ALICE, &parting(), &leaving_for(PARTING), 0, |_| used(0)), cannot_pay());
		// WHEN nothing does THEN she leaves
		hold_back(BOB);
		let outcome = sign(ALICE, &parting(), &leaving_for(PARTING), 0, |_| {
			leave(ALICE);
			Ok(().into())
		});
		assert_ok!(outcome.expect("there is a part for it"));
		assert_eq!(left(ALICE), None);
	});
}

#[test]
fn a_try_to_leave_in_vain_is_a_duty() {
	build_and_execute(|| {
		hold_back(ALICE);
		assert_ok!(spend(ALICE, weight_for(CAPACITY)).expect("it is covered"));
		let before = left(ALICE).expect("she is a member");
		let outcome = sign(ALICE, &parting(), &leaving_for(1_000), 0, |_| failed(().into()));
		assert!(outcome.expect("the reserve covers it").is_err());
		assert_eq!(left(ALICE), Some(before - 1_000 + Units::from(CHARGE_FEE)));
	});
}

#[test]
fn only_the_call_that_leaves_is_asked_about() {
	use crate::WeightInfo;
	build_and_execute(|| {
		let plain = Weight::from_parts(CHARGE_QUOTA + CHARGE_FEE, 0);
		assert_eq!(KnownWeights::charge(), Weight::from_parts(CHARGE_QUOTA, 0));
		assert_eq!(extension(0).weight(&remark()), plain);
		assert_eq!(extension(0).weight(&duty()), plain);
		let asked = plain + Weight::from_parts(ASK_PARTING, 0);
		assert_eq!(extension(0).weight(&parting()), asked);
	});
}

#[test]
fn the_reserve_fills_first() {
	build_and_execute(|| {
		// GIVEN duties have used up everything that they can
		let most = CAPACITY + RESERVE;
		assert_ok!(sign_for(ALICE, duty(), weight_for(most)).expect("it is covered"));
		// WHEN a fifth of the time has passed, the reserve is there, and nothing more
		pass_blocks(u64::from(REFILL / 5));
		assert_eq!(spend(ALICE, 1_000), cannot_pay());
		assert_ok!(sign_for(ALICE, duty(), 1_000).expect("the reserve covers it"));
		// AND a block later she may do as she likes again
		pass_blocks(1);
		assert_ok!(spend(ALICE, 1_000).expect("it is covered"));
	});
}

#[test]
fn whoever_has_coin_may_go_on_and_keeps_the_reserve() {
	build_and_execute(|| {
		assert_ok!(spend(BOB, weight_for(CAPACITY)).expect("it is covered"));
		let rest = left(BOB);
		assert_ok!(spend(BOB, 1_000).expect("he has coin"));
		assert_eq!((coin(BOB), left(BOB)), (PURSE - fee(1_000), rest));
	});
}
