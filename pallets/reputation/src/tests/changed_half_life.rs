// SPDX-License-Identifier: Apache-2.0

//! A changed half-life holds from its change on, for whoever was touched meanwhile and whoever was not.

use crate::{mock::*, *};
use frame::testing_prelude::*;
use proptest::prelude::*;

/// LOVE that everybody begins with.
const MUCH: LoveBalance = 13_000;

/// Everybody earns as much, in an epoch in which they can.
fn begin_with_much(members: &[AccountId]) {
	set_epoch(12);
	for who in members {
		earns(*who, MUCH);
		assert_eq!(free(*who), MUCH);
	}
}

/// What is left of some LOVE after these stretches, each with its half-life: one step for every epoch.
fn left(love: LoveBalance, stretches: &[(Epoch, Epoch)]) -> LoveBalance {
	let mut exact = love as f64;
	for (epochs, half_life) in stretches {
		for _ in 0..*epochs {
			if *half_life > 0 {
				exact *= 0.5f64.powf(1.0 / f64::from(*half_life));
			}
		}
	}
	exact as LoveBalance
}

#[track_caller]
fn is_about(who: AccountId, expected: LoveBalance) {
	let free = free(who);
	assert!(free.abs_diff(expected) <= 1, "{who} in {}: {free}, not {expected}", epoch());
}

/// A member is there, touched or not, was away before a change, or is away while the figure changes.
#[test]
fn whoever_was_touched_and_whoever_was_not_keep_the_same() {
	build_and_execute(|| {
		let (touched, untouched, was_away, is_away, worked_away) = (ALICE, BOB, CHARLIE, DAVE, EVE);
		join(DAVE);
		join(EVE);
		govern(|figures| figures.yearly_leave = 4);
		begin_with_much(&[touched, untouched, was_away, is_away]);
		// Nobody looks at this one again: its leave ends by itself in epoch 17.
		set_epoch(13);
		assert_ok!(take_leave(was_away));
		govern(|figures| figures.yearly_leave = 26);
		// These are away from 18 to 30, and one of them earns then and has nothing else.
		let mut half_life = 52;
		// What has passed so far for each: one stretch for every epoch.
		let (mut there, mut away_early, mut away_late, mut earned_away) =
			(vec![], vec![], vec![], vec![]);
		for now in 13..60 {
			set_epoch(now);
			if now > 13 {
				let last = (1, half_life);
				there.push(last);
				if now > 17 {
					away_early.push(last);
				}
				if now <= 18 || now > 30 {
					away_late.push(last);
				}
				if now > 20 {
					earned_away.push(last);
				}
			} else {
				// The epoch in which all of this was earned.
				there.push((1, 52));
				away_early.push((1, 52));
				away_late.push((1, 52));
			}
			match now {
				18 => {
					assert_ok!(take_leave(is_away));
					assert_ok!(take_leave(worked_away));
				},
				20 => works_by_milestones(worked_away, 13 * LIMIT),
				30 => {
					assert_ok!(end_leave(is_away));
					assert_ok!(end_leave(worked_away));
				},
				_ => {},
			}
			let changed = match now {
				16 => Some(26),
				22 => Some(4),
				27 => Some(0),
				35 => Some(52),
				44 => Some(4),
				46 => Some(0),
				50 => Some(104),
				_ => None,
			};
			if let Some(to) = changed {
				govern(|figures| figures.half_life = to);
				half_life = to;
			}
			works(touched, 0);
			is_about(touched, left(MUCH, &there));
			is_about(untouched, left(MUCH, &there));
			is_about(was_away, left(MUCH, &away_early));
			is_about(is_away, left(MUCH, &away_late));
			if now >= 20 {
				is_about(worked_away, left(MUCH, &earned_away));
			}
		}
		// Looking is no touch: the chain knows these as they were long ago, and as they are when touched.
		for who in [untouched, was_away] {
			let seen = free(who);
			works(who, 0);
			assert_eq!(free(who), seen);
		}
	});
}

#[test]
fn a_change_takes_nothing_of_what_lies_before_it() {
	build_and_execute(|| {
		// GIVEN two years at 52
		begin_with_much(&[ALICE]);
		set_epoch(12 + 104);
		assert_eq!(free(ALICE), MUCH / 4);
		// WHEN the half-life is 4, or none, from now on
		for half_life in [4, 0, 520, 52] {
			govern(|figures| figures.half_life = half_life);
			// THEN what is left is what was left
			assert_eq!(free(ALICE), MUCH / 4, "{half_life}");
		}
		govern(|figures| figures.half_life = 4);
		pass_epochs(4);
		assert_eq!(free(ALICE), MUCH / 8);
	});
}

#[test]
fn the_last_of_several_changes_in_an_epoch_holds() {
	build_and_execute(|| {
		begin_with_much(&[ALICE, BOB]);
		set_epoch(64);
		for half_life in [4, 0, 8] {
			govern(|figures| figures.half_life = half_life);
			works(ALICE, 0);
		}
		// To decide on what is so already changes nothing.
		let settled = Decay::<Test>::get();
		govern(|_| {});
		assert_eq!(Decay::<Test>::get(), settled);
		assert_eq!((free(ALICE), free(BOB)), (MUCH / 2, MUCH / 2));
		pass_epochs(8);
		govern(|_| {});
		govern(|_| {});
		assert_eq!((free(ALICE), free(BOB)), (MUCH / 4, MUCH / 4));
		pass_epochs(8);
		assert_eq!((free(ALICE), free(BOB)), (MUCH / 8, MUCH / 8));
	});
}

#[test]
fn what_changes_other_figures_pushes_no_half_life_out_of_memory() {
	build_and_execute(|| {
		// GIVEN somebody who is away from 13 until their leave ends by itself in 17, and nobody looks at them
		govern(|figures| figures.yearly_leave = 4);
		begin_with_much(&[ALICE]);
		set_epoch(13);
		assert_ok!(take_leave(ALICE));
		// AND a half-life of 4 from 20 to 24
		for (change, half_life) in [(20, 4), (24, 52)] {
			set_epoch(change);
			govern(|figures| figures.half_life = half_life);
		}
		let settled = Decay::<Test>::get();
		// WHEN the artel changes another figure as often as half-lives are remembered
		for limit in 200..232 {
			pass_epochs(1);
			govern(|figures| figures.recognition_limit = limit);
		}
		// THEN it is known what held when
		assert_eq!(Decay::<Test>::get(), settled);
		is_about(ALICE, left(MUCH, &[(1 + 3, 52), (4, 4), (32, 52)]));
	});
}

#[test]
fn whoever_joins_after_a_change_loses_nothing_of_before() {
	build_and_execute(|| {
		set_epoch(40);
		govern(|figures| figures.half_life = 4);
		set_epoch(48);
		govern(|figures| figures.half_life = 52);
		join(DAVE);
		earns(DAVE, 1_000);
		assert_eq!(free(DAVE), 1_000);
		pass_epochs(52);
		assert_eq!(free(DAVE), 500);
	});
}

#[test]
fn what_is_bonded_knows_no_half_life() {
	build_and_execute(|| {
		begin_with_much(&[ALICE]);
		assert_ok!(Reputation::bond(&ALICE, MUCH));
		for half_life in [4, 0, 52, 4] {
			govern(|figures| figures.half_life = half_life);
			pass_epochs(7);
		}
		Reputation::unbond(&ALICE, MUCH);
		assert_eq!(free(ALICE), MUCH);
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

	#[test]
	fn whatever_the_half_lives_were_looking_changes_nothing(
		stretches in prop::collection::vec(
			(0..12u32, prop_oneof![1 => Just(0), 5 => 4..80u32], any::<bool>()), 1..25,
		),
	) {
		new_test_ext().execute_with(|| {
			join(ALICE);
			join(BOB);
			begin_with_much(&[ALICE, BOB]);
			let (mut half_life, mut passed) = (52, vec![]);
			for (epochs, next, looked_at) in stretches {
				for _ in 0..epochs {
					pass_epochs(1);
					if looked_at {
						works(ALICE, 0);
					}
				}
				passed.push((epochs, half_life));
				govern(|figures| figures.half_life = next);
				half_life = next;
				let expected = left(MUCH, &passed);
				for who in [ALICE, BOB] {
					prop_assert!(free(who).abs_diff(expected) <= 1, "{who}: {} of {expected}", free(who));
				}
			}
			check_invariants();
			Ok(())
		})?;
	}
}
