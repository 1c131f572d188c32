// SPDX-License-Identifier: Apache-2.0

//! Free LOVE halves in a governed time.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn half_is_left_after_a_year_and_a_quarter_after_two() {
	build_and_execute(|| {
		earns(ALICE, 1_000);
		// 986.76, 840.89 and 707.10 hundredths by the book, rounded down.
		for (epoch, left) in
			[(0, 1_000), (1, 986), (13, 840), (26, 707), (52, 500), (104, 250), (520, 0)]
		{
			set_epoch(epoch);
			assert_eq!((free(ALICE), counted(ALICE)), (left, left), "epoch {epoch}");
		}
	});
}

#[test]
fn without_a_half_life_nothing_fades() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		set_epoch(5_200);
		assert_eq!(counted(ALICE), 1_000);
	});
}

#[test]
fn the_half_life_is_governed() {
	build_and_execute(|| {
		govern(|figures| figures.half_life = 4);
		earns(ALICE, 1_000);
		pass_epochs(4);
		assert_eq!(counted(ALICE), 500);
	});
}

#[test]
fn bonded_love_is_exempt() {
	build_and_execute(|| {
		// GIVEN 10.00 LOVE, 4.00 of it bonded
		earns(ALICE, 1_000);
		assert_ok!(Reputation::bond(&ALICE, 400));
		// WHEN a year passes
		pass_epochs(52);
		// THEN half of what is free is left, and all that is bonded
		assert_eq!((free(ALICE), love(ALICE).bonded, counted(ALICE)), (300, 400, 700));
		// AND what is unbonded fades from then on
		Reputation::unbond(&ALICE, 400);
		assert_eq!(free(ALICE), 700);
		pass_epochs(52);
		assert_eq!((free(ALICE), love(ALICE).bonded), (350, 0));
	});
}

#[test]
fn a_debt_does_not_fade() {
	build_and_execute(|| {
		Reputation::penalise(&ALICE, 3_000);
		pass_epochs(520);
		assert_eq!(love(ALICE).debt, 3_000);
	});
}

#[test]
fn each_loves_time_begins_when_it_was_earned() {
	build_and_execute(|| {
		earns(ALICE, 1_000);
		pass_epochs(52);
		earns(ALICE, 1_000);
		assert_eq!(free(ALICE), 1_500);
		pass_epochs(52);
		assert_eq!(free(ALICE), 750);
	});
}

#[test]
fn whoever_joins_late_does_not_lose_the_years_before() {
	build_and_execute(|| {
		set_epoch(500);
		join(DAVE);
		earns(DAVE, 1_000);
		assert_eq!(free(DAVE), 1_000);
	});
}

#[test]
fn who_is_touched_every_epoch_keeps_as_much_as_who_is_not() {
	build_and_execute(|| {
		earns(ALICE, 1_000);
		earns(BOB, 1_000);
		for _ in 0..52 {
			pass_epochs(1);
			works(ALICE, 0);
			assert!(free(ALICE).abs_diff(free(BOB)) <= 1, "epoch {}", epoch());
		}
	});
}

#[test]
fn what_may_be_given_does_not_fade() {
	build_and_execute(|| {
		govern(|figures| figures.half_life = 4);
		earns(ALICE, 1_000);
		pass_epochs(1);
		// 840.89 hundredths by the book, rounded down.
		assert_eq!((free(ALICE), love(ALICE).budget), (840, 200));
	});
}

#[test]
fn a_full_time_workers_love_stops_growing_and_a_newcomer_catches_up() {
	build_and_execute(|| {
		// GIVEN somebody who works sixty hours a week for ten years
		for _ in 0..520 {
			works(ALICE, LIMIT);
			pass_epochs(1);
		}
		let after_ten = free(ALICE);
		// THEN it has the LOVE of a year and a half at most
		assert!((74_000..78_000).contains(&after_ten), "{after_ten}");
		// WHEN a newcomer works as much for two years
		join(DAVE);
		for _ in 0..104 {
			works(ALICE, LIMIT);
			works(DAVE, LIMIT);
			pass_epochs(1);
		}
		// THEN it has three quarters of what the other has, who has hardly more than before
		assert!(free(ALICE) < after_ten + after_ten / 1_000);
		let share = free(DAVE) * 100 / free(ALICE);
		assert!((74..=76).contains(&share), "{share} %");
	});
}
