// SPDX-License-Identifier: Apache-2.0

//! What is tied up goes to others, or is tied up for another reason.

use super::{commons, number};
use crate::{mock::*, *};
use frame::testing_prelude::*;

const AMOUNT: LaborBalance = 100;

/// Charlie has left, and everybody else holds something: each source, and what belongs to each.
fn sources() -> [Source<AccountId>; 5] {
	let held = [Source::Held(ALICE), Source::Held(BOB), Source::Escrow, Source::Reviews];
	assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(CHARLIE), AMOUNT));
	let former = number(CHARLIE);
	assert_ok!(MutualCredit::pass_to_escrow(&work_hold(), &CHARLIE, former, AMOUNT));
	leave(CHARLIE);
	for source in &held {
		assert_ok!(MutualCredit::hold(&work_hold(), source, AMOUNT));
	}
	let [alice, bob, escrow, reviews] = held;
	[alice, bob, escrow, reviews, Source::Former(former)]
}

/// What is on the side of a source, where that can be seen; what was unmade counts as the pool's.
fn belongings(of: &Source<AccountId>) -> LaborBalance {
	match of {
		Source::Held(who) => free(*who),
		Source::Escrow | Source::Reviews => commons(),
		Source::Former(number) => {
			let exit = Exits::<Test>::get(number).expect("they left");
			exit.burned + exit.to_pool
		},
	}
}

#[test]
fn whatever_is_tied_up_can_go_to_whomever_it_is_owed() {
	for from in 0..5 {
		for to in 0..5 {
			build_with_grants(|| {
				let all = sources();
				let (source, to) = (&all[from], &all[to]);
				let (before, issued) = (belongings(to), supply().issuance);
				let held = MutualCredit::held(&work_hold(), source);
				assert_ok!(MutualCredit::give_to(&work_hold(), source, to, 60));
				assert_eq!(MutualCredit::held(&work_hold(), source), held - 60);
				let unmade = match to {
					Source::Escrow | Source::Reviews => issued - supply().issuance,
					_ => 0,
				};
				assert_eq!(belongings(to) + unmade, before + 60, "{source:?} to {to:?}");
				// Nothing is no news, and what is not there is given to nobody.
				assert_ok!(MutualCredit::give_to(&work_hold(), source, to, 0));
				assert!(MutualCredit::give_to(&work_hold(), source, to, 10_000).is_err());
				for (at, source) in all.iter().enumerate() {
					let left = if at == from { 40 } else { AMOUNT };
					assert_ok!(MutualCredit::release(&work_hold(), source, left));
				}
				assert_eq!(MutualCredit::held(&work_hold(), &Source::Escrow), 0);
				check_invariants();
			});
		}
	}
}

#[test]
fn what_is_owed_comes_even_above_the_cap() {
	build_with_grants(|| {
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(BOB, 1_000);
		assert_eq!(wallet(BOB).room, 0);
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(ALICE), AMOUNT));
		let (alice, bob) = (Source::Held(ALICE), Source::Held(BOB));
		assert_ok!(MutualCredit::give_to(&work_hold(), &alice, &bob, AMOUNT));
		assert_eq!((free(ALICE), free(BOB)), (900, 2_100));
	});
}

#[test]
fn what_would_be_nobodys_is_the_pools() {
	build_with_grants(|| {
		leave(CHARLIE);
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(ALICE), AMOUNT));
		let (before, issued) = (commons(), supply().issuance);
		let (alice, gone) = (Source::Held(ALICE), Source::Held(CHARLIE));
		assert_ok!(MutualCredit::give_to(&work_hold(), &alice, &gone, AMOUNT));
		assert_eq!((total(CHARLIE), free(ALICE)), (0, 900));
		assert_eq!(commons() + issued - supply().issuance, before + AMOUNT);
	});
}

#[test]
fn what_is_tied_up_can_be_so_for_another_reason() {
	build_with_grants(|| {
		let other: RuntimeHoldReason = HoldReason::Deferred.into();
		for source in sources() {
			let held = |reason: &RuntimeHoldReason| MutualCredit::held(reason, &source);
			let (all, before) = (held(&work_hold()), supply());
			assert_ok!(MutualCredit::rededicate(&work_hold(), &other, &source, 70));
			assert_eq!((held(&work_hold()), held(&other)), (all - 70, 70));
			assert_eq!(supply(), before);
			assert_noop!(
				MutualCredit::give_to(&other, &source, &source, 71),
				frame::deps::sp_runtime::TokenError::FundsUnavailable
			);
			assert_ok!(MutualCredit::rededicate(&work_hold(), &other, &source, 0));
			assert_ok!(MutualCredit::rededicate(&other, &work_hold(), &source, 70));
			assert!(MutualCredit::rededicate(&other, &work_hold(), &source, 1).is_err());
			assert_ok!(MutualCredit::release(&work_hold(), &source, AMOUNT));
		}
	});
}
