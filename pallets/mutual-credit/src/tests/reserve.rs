// SPDX-License-Identifier: Apache-2.0

//! What the pool keeps for reviews (mechanisms, section 3.5).

use super::{commons, leave_an_overhang};
use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;

/// Has Bob work for Alice at this price.
fn work_at(price: LaborBalance) {
	work_for(ALICE, BOB, price);
}

fn reserve(amount: LaborBalance) -> DispatchResult {
	MutualCredit::hold(&work_hold(), &Source::Reviews, amount)
}

/// What is kept for reviews, and what is free.
fn pool_parts() -> (LaborBalance, LaborBalance) {
	(supply().kept_for_reviews, supply().free_pool)
}

#[test]
fn an_order_of_144_leaves_3_for_reviews() {
	build_with_grants(|| {
		work_at(144);
		assert_eq!(pool_parts(), (3, 6_000 + 12));
		assert_eq!(<MutualCredit as InspectLabor<_>>::free_pool(), 6_012);
		// A contribution of 1 is all kept; none leaves nothing.
		work_at(8);
		assert_eq!(pool_parts(), (4, 6_012));
		govern(|chosen| chosen.contribution = Percent::zero());
		work_at(100);
		assert_eq!(pool_parts(), (4, 6_012));
	});
}

#[test]
fn what_the_commons_pay_and_members_give_is_not_reserved() {
	build_with_grants(|| {
		earn(ALICE, 1_000);
		assert_ok!(MutualCredit::contribute(signed(ALICE), 1_000));
		assert_eq!(pool_parts(), (0, 6_000));
	});
}

#[test]
fn the_artel_governs_how_much_is_reserved() {
	for (percent, kept) in [(0, 0), (15, 15), (50, 50)] {
		build_with_grants(|| {
			govern(|chosen| chosen.review_reserve = Percent::from_percent(percent));
			work_at(1_000);
			assert_eq!(pool_parts(), (kept, 6_000 + 100 - kept));
		});
	}
}

#[test]
fn there_is_one_labor_for_each_member_at_most() {
	build_with_grants(|| {
		// GIVEN contributions of 20.00, 15 % of which are as much as three members need
		govern(|chosen| chosen.contribution = Percent::from_percent(20));
		govern(|chosen| chosen.review_reserve = Percent::from_percent(50));
		for kept in [100, 200, 300, 300] {
			earn(ALICE, 1_000);
			work_at(1_000);
			assert_eq!(supply().kept_for_reviews, kept);
		}
		// WHEN Charlie leaves
		let before = supply();
		leave(CHARLIE);
		// THEN a hundred are free, whatever was unmade of the allotment
		assert_eq!(supply().kept_for_reviews, 200);
		assert_eq!(commons(), before.free_pool + 300 + 1_000 - (K - 1_000));
		// AND what was freed is not taken back when somebody joins
		rejoin(CHARLIE, 33);
		assert_eq!(supply().kept_for_reviews, 200);
		earn(ALICE, 1_000);
		work_at(1_000);
		assert_eq!(supply().kept_for_reviews, 300);
	});
}

#[test]
fn a_lower_figure_frees_it_for_good_once_it_is_spent() {
	build_with_grants(|| {
		govern(|chosen| chosen.contribution = Percent::from_percent(20));
		for _ in 0..2 {
			earn(ALICE, 1_000);
			work_at(1_000);
		}
		let free = supply().free_pool;
		assert_eq!(pool_parts(), (60, free));
		// WHEN members are to need no more than 0.10 each
		govern(|chosen| chosen.review_cap = 10);
		assert_eq!(pool_parts(), (30, free + 30));
		// AND all that is free is spent
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, free + 30));
		govern(|chosen| chosen.review_cap = 100);
		// THEN what was freed is gone, and nothing that is earmarked stands for it
		assert_eq!(pool_parts(), (30, 0));
		check_invariants();
		assert_noop!(reserve(31), E::NotEnoughInPool);
		// AND what comes in is free
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Escrow, 100));
		assert_eq!(pool_parts(), (30, 100));
	});
}

#[test]
fn whoever_joins_where_all_is_earmarked_finds_the_rest_unharmed() {
	build_with_grants(|| {
		govern(|chosen| chosen.contribution = Percent::from_percent(20));
		govern(|chosen| chosen.review_reserve = Percent::from_percent(50));
		for _ in 0..3 {
			earn(ALICE, 1_000);
			work_at(1_000);
		}
		assert_eq!(supply().kept_for_reviews, 300);
		// GIVEN an allotment that covers the grants alone, one member less, and nothing free
		govern(|chosen| chosen.allotment = 2_000);
		leave(CHARLIE);
		assert_eq!(supply().free_pool, 0);
		// WHEN somebody joins
		join(DAVE, Class::Worker);
		// THEN their grants are there as well as what is kept
		check_invariants();
		assert_eq!((pool_parts(), supply().earmarked), ((200, 0), 2_000 + 2 * GRANT));
	});
}

#[test]
fn a_review_is_paid_from_the_reserve_and_then_from_what_is_free() {
	build_with_grants(|| {
		work_at(1_000);
		assert_eq!((pool_parts(), supply().earmarked), ((15, 6_085), 3_000));
		// WHEN a review costs less than is kept
		assert_ok!(reserve(5));
		assert_eq!((pool_parts(), supply().escrowed), ((10, 6_085), 5));
		// WHEN one costs more
		assert_ok!(reserve(30));
		assert_eq!((pool_parts(), supply().escrowed), ((0, 6_065), 35));
		// WHEN one costs more than there is
		work_for(BOB, ALICE, 8);
		assert_eq!(pool_parts(), (1, 6_065));
		assert_noop!(reserve(6_067), E::NotEnoughInPool);
		assert_ok!(reserve(6_066));
		// THEN it could, and what is earmarked is still there
		assert_eq!((pool_parts(), supply().earmarked), ((0, 0), 3_000));
		assert_noop!(reserve(1), E::NotEnoughInPool);
		assert_eq!(MutualCredit::held(&work_hold(), &Source::Escrow), 6_101);
		assert_eq!(Labor::free_balance(pool()), 3_000);
		assert_eq!(MutualCredit::release_second_grant(&ALICE, 1_000), Ok(1_000));
	});
}

#[test]
fn nothing_else_spends_the_reserve() {
	build_with_grants(|| {
		work_at(1_000);
		assert_noop!(MutualCredit::hold(&work_hold(), &Source::Escrow, 6_086), E::NotEnoughInPool);
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, 6_085));
		assert_eq!(pool_parts(), (15, 0));
	});
}

#[test]
fn an_overhang_never_unmakes_the_reserve() {
	build_with_grants(|| {
		leave_an_overhang();
		assert_eq!((pool_parts(), supply().overhang), ((15, 0), 3_000));
		// WHEN a contribution of 1.00 comes in
		work_for(BOB, ALICE, 1_000);
		// THEN its part is kept, and the rest unmade
		assert_eq!((pool_parts(), supply().overhang), ((30, 0), 2_915));
		// AND what is kept pays reviews, however much is too much
		assert_noop!(reserve(31), E::NotEnoughInPool);
		assert_ok!(reserve(30));
		assert_eq!((pool_parts(), supply().overhang), ((0, 0), 2_915));
		// AND what members no longer need is unmade like all that is free
		work_at(100);
		assert_eq!(supply().kept_for_reviews, 2);
		let before = supply().overhang;
		govern(|chosen| chosen.review_cap = 0);
		assert_ok!(MutualCredit::contribute(signed(ALICE), 1));
		assert_eq!((pool_parts(), supply().overhang), ((0, 0), before - 3));
	});
}

/// Nothing moves when the artel decides on a figure, so what it frees is still there.
#[test]
fn what_a_lower_figure_frees_is_never_spent_while_there_is_too_much() {
	build_with_grants(|| {
		// GIVEN 0.15 are kept, and 30.00 are too much
		leave_an_overhang();
		// WHEN members need no more than 0.05 each
		govern(|chosen| chosen.review_cap = 5);
		// THEN of what is kept 0.05 are over, which are to be unmade and not spent
		check_invariants();
		assert_eq!((pool_parts(), supply().overhang), ((10, 0), 3_000));
		assert_eq!(<MutualCredit as InspectLabor<_>>::free_pool(), 0);
		assert_noop!(MutualCredit::hold(&work_hold(), &Source::Escrow, 1), E::NotEnoughInPool);
		assert_noop!(reserve(11), E::NotEnoughInPool);
		// AND they are unmade with what moves next
		assert_ok!(reserve(4));
		assert_eq!((pool_parts(), supply().overhang), ((6, 0), 2_995));
		assert_eq!(Labor::free_balance(pool()), supply().earmarked + 6);
	});
}
