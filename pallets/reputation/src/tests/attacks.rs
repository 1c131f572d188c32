//! What members might try, alone or together, and what they gain by it.

use crate::{mock::*, *};
use artel_primitives::work::labor;
use frame::testing_prelude::*;

/// LOVE that the limit of one epoch earns at the full rate.
const FULL: LoveBalance = 1_000;
/// LOVE that can be given in an epoch at most.
const GIFT: LoveBalance = 200;

/// Pays somebody for work that another member says it did, at the highest rate there is.
fn wash(worker: AccountId, payer: AccountId, minutes: Minutes) {
	let stream = Stream::Livelihood;
	pay(Work { worker, minutes, labor: labor(minutes), stream, payer: Some(payer) });
}

#[test]
fn two_idle_members_who_pay_each_other_reach_the_limit_and_no_more() {
	build_without_decay(|| {
		for epochs in 0..40u64 {
			// WHEN they claim far more than there are hours, in one go and in many
			for _ in 0..3 {
				wash(ALICE, BOB, 25 * LIMIT);
				wash(BOB, ALICE, 25 * LIMIT);
			}
			// AND praise each other as much as they can
			for (from, to) in [(ALICE, BOB), (BOB, ALICE)] {
				let budget = love(from).budget;
				if budget > 0 {
					assert_ok!(recognise(from, to, budget));
				}
			}
			// THEN they have what honest work of sixty hours would earn, and the praise for it
			let bound = FULL * (epochs + 1) + GIFT * epochs;
			assert_eq!((free(ALICE), free(BOB)), (bound, bound), "after {epochs} epochs");
			pass_epochs(1);
		}
	});
}

#[test]
fn working_members_gain_nothing_by_washing_on_top() {
	build_without_decay(|| {
		for epochs in 1..=20 {
			// GIVEN two members who work as much as counts
			works(ALICE, LIMIT);
			works(BOB, LIMIT);
			// WHEN they pay each other for more
			wash(ALICE, BOB, 3 * LIMIT);
			wash(BOB, ALICE, 3 * LIMIT);
			// THEN they have what they worked for
			assert_eq!((free(ALICE), free(BOB)), (FULL * epochs, FULL * epochs));
			pass_epochs(1);
		}
	});
}

#[test]
fn half_idle_members_gain_the_other_half_at_most() {
	build_without_decay(|| {
		for epochs in 1..=20 {
			works(ALICE, LIMIT / 2);
			wash(ALICE, BOB, 10 * LIMIT);
			assert_eq!(free(ALICE), FULL * epochs);
			pass_epochs(1);
		}
	});
}

#[test]
fn waiting_for_years_gives_a_quarters_worth_at_once() {
	build_without_decay(|| {
		pass_epochs(520);
		wash(ALICE, BOB, 520 * LIMIT);
		assert_eq!(free(ALICE), 13 * FULL);
		// And what of it may be given is no more than ever.
		pass_epochs(1);
		assert_eq!(love(ALICE).budget, GIFT);
	});
}

#[test]
fn many_small_works_earn_no_more_than_one() {
	build_without_decay(|| {
		for _ in 0..LIMIT / 7 + 1 {
			wash(ALICE, BOB, 7);
		}
		wash(BOB, ALICE, LIMIT);
		assert!(free(ALICE) <= free(BOB));
	});
}

#[test]
fn three_idle_members_who_praise_one_another_gain_nothing() {
	build_without_decay(|| {
		for _ in 0..30 {
			for from in [ALICE, BOB, CHARLIE] {
				for to in [ALICE, BOB, CHARLIE] {
					if from != to {
						assert_noop!(recognise(from, to, 1), Error::<Test>::RecognitionBudgetSpent);
					}
				}
			}
			pass_epochs(1);
		}
		assert_eq!([ALICE, BOB, CHARLIE].map(free), [0, 0, 0]);
	});
}

#[test]
fn praise_for_praise_dies_out_at_once() {
	build_without_decay(|| {
		// GIVEN one epoch's work of one of three
		works(ALICE, LIMIT);
		pass_epochs(1);
		// WHEN they hand on whatever they may
		for _ in 0..10 {
			for (from, to) in [(ALICE, BOB), (BOB, CHARLIE), (CHARLIE, ALICE)] {
				let budget = love(from).budget;
				if budget > 0 {
					assert_ok!(recognise(from, to, budget));
				}
			}
			pass_epochs(1);
		}
		// THEN the fifth was given once
		assert_eq!([ALICE, BOB, CHARLIE].map(free), [FULL, GIFT, 0]);
	});
}

/// Grants these members as much as the artel can in this epoch, and says how much that was.
fn grant_all_there_is(members: &[AccountId]) -> LoveBalance {
	let mut granted = 0;
	for who in members {
		for amount in [1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 1] {
			while grant(*who, amount).is_ok() {
				granted += amount;
			}
		}
	}
	granted
}

#[test]
fn a_majority_cannot_print_itself_love() {
	build_without_decay(|| {
		// GIVEN three idle members who decide what the artel grants, and two who work
		join(DAVE);
		join(EVE);
		for epochs in 1..=52 {
			// WHEN the three grant themselves all there is
			let granted = grant_all_there_is(&[ALICE, BOB, CHARLIE]);
			// THEN that is 10.00 in an epoch for all of them together
			assert_eq!(granted, 1_000);
			works(DAVE, LIMIT);
			works(EVE, LIMIT);
			let majority: LoveBalance = [ALICE, BOB, CHARLIE].map(free).into_iter().sum();
			// AND half of what the two earned with work
			assert_eq!(majority, 1_000 * epochs);
			assert_eq!(free(DAVE) + free(EVE), 2 * majority);
			pass_epochs(1);
		}
	});
}

#[test]
fn a_majority_of_a_large_artel_prints_a_fifth_at_most() {
	build_without_decay(|| {
		let workers: Vec<AccountId> = (11..=30).collect();
		workers.iter().for_each(|who| join(*who));
		let majority: Vec<AccountId> = (31..=51).collect();
		majority.iter().for_each(|who| join(*who));
		let mut printed = 0;
		for epochs in 1..=10 {
			printed += grant_all_there_is(&majority);
			workers.iter().for_each(|who| works(*who, LIMIT));
			let earned = FULL * 20 * epochs;
			assert!(printed <= (earned / 5).max(1_000), "{printed} of {earned}");
			pass_epochs(1);
		}
		// A fifth of nine epochs, and 10.00 in the first, when nobody had worked yet.
		assert_eq!(printed, 9 * FULL * 20 / 5 + 1_000);
	});
}

#[test]
fn freezing_does_not_turn_back_what_has_faded() {
	build_and_execute(|| {
		earns(ALICE, 1_000);
		pass_epochs(26);
		// GIVEN what half a year has left of 10.00
		assert_eq!(free(ALICE), 707);
		// WHEN its owner goes on leave and returns
		assert_ok!(take_leave(ALICE));
		assert_eq!(free(ALICE), 707);
		pass_epochs(7);
		assert_ok!(end_leave(ALICE));
		// THEN it has neither more nor less, and the clock goes on from where it stood
		assert_eq!(free(ALICE), 707);
		pass_epochs(26);
		assert!(free(ALICE).abs_diff(500) <= 1);
	});
}

#[test]
fn freezing_does_not_bring_back_minutes() {
	build_and_execute(|| {
		// GIVEN somebody whose minutes are used up
		set_epoch(20);
		works(ALICE, 13 * LIMIT);
		assert_eq!(love(ALICE).allowance, 0);
		// WHEN it hops on leave and off
		assert_ok!(take_leave(ALICE));
		assert_eq!(love(ALICE).allowance, 0);
		pass_epochs(1);
		assert_ok!(end_leave(ALICE));
		// THEN it has the minutes of the epoch that passed
		assert_eq!(love(ALICE).allowance, LIMIT);
		works(ALICE, LIMIT);
		assert_ok!(take_leave(ALICE));
		assert_eq!(love(ALICE).allowance, 0);
	});
}

#[test]
fn hopping_on_and_off_leave_saves_what_the_leave_of_the_year_would_save_anyway() {
	build_and_execute(|| {
		// GIVEN two members with as much, one of whom is always on leave, as far as it can be
		earns(ALICE, 1_000);
		earns(BOB, 1_000);
		let mut gone = 0;
		for _ in 0..52 {
			if take_leave(ALICE).is_ok() {
				gone += 1;
			}
			pass_epochs(1);
			let _ = end_leave(ALICE);
		}
		// THEN time stood still for it in 26 epochs of the year and not in one more
		assert_eq!(gone, 26);
		assert!(free(ALICE).abs_diff(707) <= 1, "{}", free(ALICE));
		assert_eq!(free(BOB), 500);
	});
}

#[test]
fn nobody_has_both_the_frost_and_the_vote() {
	build_and_execute(|| {
		// GIVEN LOVE, free and bonded, on ice
		earns(ALICE, 1_000);
		assert_ok!(Reputation::bond(&ALICE, 500));
		assert_ok!(take_leave(ALICE));
		for _ in 0..26 {
			assert_eq!(counted(ALICE), 0);
			pass_epochs(1);
		}
		assert_eq!(counted(ALICE), 1_000);
	});
}

#[test]
fn a_penalty_finds_who_is_on_leave() {
	build_without_decay(|| {
		earns(ALICE, 1_000);
		assert_ok!(take_leave(ALICE));
		Reputation::penalise(&ALICE, 1_500);
		pass_epochs(1);
		assert_ok!(end_leave(ALICE));
		assert_eq!((free(ALICE), love(ALICE).debt, counted(ALICE)), (0, 500, 0));
	});
}
