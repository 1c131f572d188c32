// SPDX-License-Identifier: Apache-2.0

//! There is an allotment for every member, and what is too much is unmade as it comes in.

use super::leave_an_overhang;
use crate::{mock::*, *};
use frame::testing_prelude::*;

/// Issuance, what is earmarked of it, and the free pool.
fn figures() -> (LaborBalance, LaborBalance, LaborBalance) {
	let SupplyState { issuance, earmarked, free_pool, .. } = supply();
	(issuance, earmarked, free_pool)
}

#[test]
fn a_chain_begins_without_labor() {
	build_with(&[], || {
		assert_eq!(
			supply(),
			SupplyState {
				allotment: K,
				members: 0,
				issuance: 0,
				overhang: 0,
				free_pool: 0,
				earmarked: 0,
				kept_for_reviews: 0,
				escrowed: 0,
			}
		);
		assert!(System::account_exists(&pool()) && System::account_exists(&escrow()));
	});
}

#[test]
fn a_newcomer_brings_its_allotment() {
	build_and_execute(|| {
		assert_eq!(figures(), (12_000, 6_000, 6_000));
		// WHEN Dave joins
		join(DAVE, Class::Supporter);
		// THEN 40.00 are made, of which twice 10.00 are set aside for him
		assert_eq!(figures(), (16_000, 8_000, 8_000));
		let aside = Earmark { first: GRANT, second: GRANT, lapses: 52 };
		assert_eq!(wallet(DAVE).earmark, Some(aside));
		assert_eq!(total(DAVE), 0);
	});
}

#[test]
fn grants_are_set_aside_before_anything_is_unmade() {
	build_with_grants(|| {
		// GIVEN 30.00 too much, and nothing in the pool but what is earmarked
		leave_an_overhang();
		assert_eq!(figures(), (11_000, 2_000, 0));
		// WHEN Dave joins
		join(DAVE, Class::Worker);
		// THEN his grants are there, and only the rest of his allotment is unmade
		assert_eq!(figures(), (13_000, 4_000, 0));
		assert_eq!(supply().overhang, 1_000);
		publish(DAVE, hourly(100));
		assert_eq!(total(DAVE), GRANT);
	});
}

#[test]
fn whatever_comes_in_is_unmade_until_nothing_is_too_much() {
	build_with_grants(|| {
		leave_an_overhang();
		// WHEN a contribution comes in, of which 0.15 are kept for reviews
		work_for(BOB, ALICE, 1_000);
		assert_eq!((supply().overhang, supply().free_pool), (2_915, 0));
		// WHEN an earmark lapses
		set_epoch(52);
		assert_ok!(MutualCredit::lapse_earmark(signed(DAVE), ALICE));
		assert_eq!((supply().overhang, supply().free_pool), (1_915, 0));
		// WHEN another one is returned by its owner's next offer
		publish(BOB, hourly(100));
		assert_eq!((supply().overhang, supply().free_pool), (915, 0));
		// WHEN another pallet gives back more than is too much
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(ALICE), 1_000));
		assert_ok!(MutualCredit::pass_to_escrow(&work_hold(), &ALICE, 1, 1_000));
		assert_eq!((supply().overhang, supply().escrowed), (915, 1_000));
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Escrow, 1_000));
		// THEN the pool keeps what is left
		assert_eq!((supply().overhang, supply().free_pool), (0, 85));
		assert_eq!(supply().issuance, 2 * K);
	});
}

#[test]
fn a_leaver_s_earnings_are_unmade_as_well() {
	build_with_grants(|| {
		leave_an_overhang();
		// WHEN Bob leaves, who owns 40.85
		assert_eq!(total(BOB), 4_085);
		leave(BOB);
		// THEN his grant, his earnings and his earmark are gone; his allotment was to go as well
		assert_eq!(figures(), (11_000 - 4_085 - 1_000, 1_000, 0));
		assert_eq!(supply().overhang, 1_915);
	});
}

#[test]
fn a_greater_allotment_is_made_for_the_pool() {
	build_and_execute(|| {
		govern(|chosen| chosen.allotment = 5_000);
		assert_eq!(figures(), (15_000, 6_000, 9_000));
		join(DAVE, Class::Worker);
		assert_eq!(figures(), (20_000, 8_000, 12_000));
	});
}

#[test]
fn a_smaller_allotment_is_unmade_as_far_as_it_is_free() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		assert_eq!(figures(), (12_000, 6_000, 5_000));
		// WHEN there is to be half as much
		govern(|chosen| chosen.allotment = 2_000);
		// THEN neither what Alice owns nor what is earmarked is touched
		assert_eq!(figures(), (7_000, 6_000, 0));
		assert_eq!((total(ALICE), supply().overhang), (1_000, 1_000));
		// WHEN there is to be as much as there is, then more
		govern(|chosen| chosen.allotment = 3_000);
		assert_eq!(figures(), (9_000, 6_000, 2_000));
	});
}

#[test]
fn a_greater_allotment_fills_up_what_is_too_much_first() {
	build_with_grants(|| {
		leave_an_overhang();
		govern(|chosen| chosen.allotment = 5_500);
		assert_eq!(figures(), (11_000, 2_000, 0));
		assert_eq!(supply().overhang, 0);
		govern(|chosen| chosen.allotment = 5_501);
		assert_eq!(figures(), (11_002, 2_000, 2));
	});
}

#[test]
fn the_allotment_covers_both_grants() {
	build_and_execute(|| {
		assert_noop!(try_govern(|chosen| chosen.allotment = 1_999), IMPOSSIBLE);
		govern(|chosen| chosen.allotment = 2_000);
		assert_noop!(try_govern(|chosen| chosen.second_grant = 1_001), IMPOSSIBLE);
		govern(|chosen| (chosen.allotment, chosen.second_grant) = (2_001, 1_001));
	});
}

#[test]
fn there_is_an_allotment_even_where_nothing_is_granted() {
	build_and_execute(|| {
		govern(|chosen| (chosen.first_grant, chosen.second_grant) = (0, 0));
		for allotment in [0, 99] {
			assert_noop!(try_govern(|chosen| chosen.allotment = allotment), IMPOSSIBLE);
		}
		govern(|chosen| chosen.allotment = 100);
		join(DAVE, Class::Worker);
		assert_eq!((supply().members, supply().earmarked), (4, 6_000));
	});
}

#[test]
fn the_allotment_can_be_counted_for_as_many_as_there_can_be() {
	build_and_execute(|| {
		assert_noop!(try_govern(|chosen| chosen.allotment = u64::MAX), IMPOSSIBLE);
		assert_noop!(try_govern(|chosen| chosen.allotment = (u64::MAX >> 32) + 1), IMPOSSIBLE);
		govern(|chosen| chosen.allotment = u64::MAX >> 32);
	});
}

#[test]
fn nobody_is_promised_more_than_is_made_for_it() {
	build_and_execute(|| {
		// Members cannot decide on such figures, but a later release may find them.
		CurrentFigures::<Test>::mutate(|figures| {
			figures.first_grant = 3_000;
			figures.second_grant = 3_000;
		});
		join(DAVE, Class::Worker);
		let aside = wallet(DAVE).earmark.map(|earmark| (earmark.first, earmark.second));
		assert_eq!(aside, Some((3_000, 1_000)));
		assert_eq!(figures(), (16_000, 10_000, 6_000));
		CurrentFigures::<Test>::mutate(|figures| figures.first_grant = 5_000);
		join(EVE, Class::Worker);
		let aside = wallet(EVE).earmark.map(|earmark| (earmark.first, earmark.second));
		assert_eq!(aside, Some((4_000, 0)));
	});
}

#[test]
fn genesis_may_name_another_allotment() {
	let genesis = |allotment| {
		let figures = Figures { allotment, ..Figures::DEFAULT };
		let mutual_credit = GenesisConfig { figures, ..Default::default() };
		RuntimeGenesisConfig { mutual_credit, ..Default::default() }.build_storage()
	};
	let mut ext = TestState::new(genesis(2_000).expect("it covers both grants"));
	ext.execute_with(|| {
		join(ALICE, Class::Worker);
		assert_eq!(supply().issuance, 2_000);
		check_invariants();
	});
}
