// SPDX-License-Identifier: Apache-2.0

//! A quota fills up again, block by block.

use crate::{mock::*, Units};
use frame::testing_prelude::*;

/// What every block adds.
const GAIN: Units = FULL / REFILL as Units;

/// Spends so much that just this is left.
fn spend_down_to(who: AccountId, rest: Units) {
	let now = left(who).expect("it is a member");
	let weight = weight_for(now - rest + Units::from(CHARGE_FEE));
	assert_ok!(sign_for(who, duty(), weight).expect("it is covered"));
	assert_eq!(left(who), Some(rest));
}

#[test]
fn every_block_adds_the_same() {
	build_and_execute(|| {
		spend_down_to(ALICE, PARTING + 10_000);
		for blocks in 1..=5 {
			pass_blocks(1);
			assert_eq!(left(ALICE), Some(PARTING + 10_000 + blocks * GAIN));
		}
	});
}

#[test]
fn an_empty_quota_is_full_when_its_time_has_passed() {
	build_and_execute(|| {
		spend_down_to(ALICE, PARTING + 3);
		pass_blocks(u64::from(REFILL) - 1);
		assert_eq!(left(ALICE), Some(FULL));
		spend_down_to(ALICE, PARTING + 3);
		pass_blocks(u64::from(REFILL) * 9 / 10 - 1);
		assert_eq!(left(ALICE), Some(FULL - GAIN + 3));
		pass_blocks(1);
		assert_eq!(left(ALICE), Some(FULL));
	});
}

#[test]
fn a_full_quota_does_not_grow() {
	build_and_execute(|| {
		for blocks in [1, 1_000_000, u64::from(u32::MAX)] {
			pass_blocks(blocks);
			assert_eq!(left(ALICE), Some(FULL));
		}
	});
}

#[test]
fn whoever_was_refused_waits_and_goes_on() {
	build_and_execute(|| {
		spend_down_to(ALICE, RESERVE + PARTING);
		let weight = weight_for(3 * GAIN);
		for _ in 0..3 {
			assert_eq!(spend(ALICE, weight), cannot_pay());
			pass_blocks(1);
		}
		assert_ok!(spend(ALICE, weight).expect("it is covered by now"));
	});
}

#[test]
fn what_comes_back_is_not_counted_as_a_refill() {
	build_and_execute(|| {
		spend_down_to(ALICE, 500_000);
		pass_blocks(2);
		let outcome = sign(ALICE, &remark(), &info(200_000), 0, |_| used(0));
		assert_ok!(outcome.expect("it is covered"));
		let rest = 500_000 + 2 * GAIN - price_after(0);
		assert_eq!(left(ALICE), Some(rest));
		pass_blocks(1);
		assert_eq!(left(ALICE), Some(rest + GAIN));
	});
}

#[test]
fn other_parameters_count_at_once() {
	build_and_execute(|| {
		// Less than before: what is over is gone.
		choose(1_000, 300, 200, 10);
		assert_eq!(left(ALICE), Some(1_500));
		assert_eq!(spend(ALICE, weight_for(1_001)), cannot_pay());
		assert_ok!(spend(ALICE, weight_for(1_000)).expect("it is covered"));
		let rest = 500 + Units::from(CHARGE_FEE);
		assert_eq!(left(ALICE), Some(rest));
		// More than before: it fills up to that, as fast as they say.
		choose(9_000, 600, 400, 5);
		assert_eq!(left(ALICE), Some(rest));
		pass_blocks(1);
		assert_eq!(left(ALICE), Some(rest + 2_000));
	});
}

#[test]
fn a_quota_lowered_by_its_own_transaction_stays_within_bounds() {
	build_and_execute(|| {
		let outcome = sign(ALICE, &remark(), &info(100_000), 0, |_| {
			choose(1_000, 300, 200, 10);
			used(0)
		});
		assert_ok!(outcome.expect("it was covered"));
		assert_eq!(left(ALICE), Some(1_500));
	});
}
