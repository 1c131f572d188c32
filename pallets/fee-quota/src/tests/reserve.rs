//! A reserve is kept for duties.

use crate::{mock::*, Units};
use frame::testing_prelude::*;

#[test]
fn only_a_duty_draws_on_the_reserve() {
	build_and_execute(|| {
		// GIVEN Alice has spent what she could
		assert_ok!(spend(ALICE, weight_for(CAPACITY)).expect("it is covered"));
		let rest = RESERVE + Units::from(CHARGE_FEE);
		assert_eq!(left(ALICE), Some(rest));
		// WHEN she signs whatever she likes THEN she is refused
		assert_eq!(spend(ALICE, 0), cannot_pay());
		assert_eq!(ask_pool(ALICE, &remark(), &info(0), 0), cannot_pay());
		// BUT what she owes she can do, until nothing is left at all
		assert_ok!(sign_for(ALICE, duty(), 1_000).expect("the reserve covers it"));
		let rest = rest - price_after(1_000);
		assert_eq!(left(ALICE), Some(rest));
		assert_eq!(sign_for(ALICE, duty(), weight_for(rest + 1)), cannot_pay());
		assert_ok!(sign_for(ALICE, duty(), weight_for(rest)).expect("the reserve covers it"));
		assert_eq!(left(ALICE), Some(Units::from(CHARGE_FEE)));
	});
}

#[test]
fn a_duty_may_use_all_there_is_at_once() {
	build_and_execute(|| {
		assert_eq!(sign_for(ALICE, duty(), weight_for(FULL + 1)), cannot_pay());
		assert_ok!(sign_for(ALICE, duty(), weight_for(FULL)).expect("it is covered"));
	});
}

#[test]
fn the_reserve_fills_first() {
	build_and_execute(|| {
		// GIVEN duties have used up everything
		assert_ok!(sign_for(ALICE, duty(), weight_for(FULL)).expect("it is covered"));
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
