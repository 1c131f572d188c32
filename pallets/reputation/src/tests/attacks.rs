// SPDX-License-Identifier: Apache-2.0

//! What members might try, alone or together, and what they gain by it.

use crate::{mock::*, *};
use artel_primitives::work::labor;
use frame::{deps::frame_support::storage::with_storage_layer, testing_prelude::*};

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
		// WHEN somebody who has waited is paid for years at once THEN sixty hours count
		wash(ALICE, BOB, 520 * LIMIT);
		assert_eq!(free(ALICE), FULL);
		// AND by many payments thirteen times as many
		for _ in 0..20 {
			wash(ALICE, BOB, 520 * LIMIT);
		}
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
						assert_noop!(
							recognise(from, to, 1),
							Error::<Test>::RecognitionBudgetReached
						);
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

/// Decides as much as can be decided in this epoch, member by member, and says how much that was.
fn all_there_is(
	members: &[AccountId],
	decide: fn(AccountId, LoveBalance) -> DispatchResult,
) -> LoveBalance {
	let mut decided = 0;
	for who in members {
		for amount in [1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 1] {
			let again = || with_storage_layer(|| decide(*who, amount)).is_ok();
			// A limit that never ends is noticed by the sum.
			decided += amount * (0..100).take_while(|_| again()).count() as LoveBalance;
		}
	}
	decided
}

fn sum(members: &[AccountId]) -> LoveBalance {
	members.iter().map(|who| free(*who)).sum()
}

#[test]
fn an_idle_majority_takes_a_tenth_of_what_is_worked_and_gives_itself_another() {
	build_without_decay(|| {
		// GIVEN three idle members who decide on grants and withdrawals, and two who work
		join(DAVE);
		join(EVE);
		let (idle, working) = ([ALICE, BOB, CHARLIE], [DAVE, EVE]);
		for epochs in 0..52 {
			let (granted, withdrawn) =
				(all_there_is(&idle, grant), all_there_is(&working, withdraw));
			// THEN where nobody has worked yet, they grant themselves 0.50, and can take nothing
			let expected = if epochs == 0 { (50, 0) } else { (200, 200) };
			assert_eq!((granted, withdrawn), expected, "in epoch {epochs}");
			works(DAVE, LIMIT);
			works(EVE, LIMIT);
			// AND in a year they have no more than an eighth of all LOVE
			assert_eq!(sum(&idle), 50 + 200 * epochs);
			assert_eq!(sum(&working), 2 * FULL * (epochs + 1) - 200 * epochs);
			pass_epochs(1);
		}
		assert!(sum(&idle) * 8 < sum(&idle) + sum(&working));
	});
}

#[test]
fn a_working_majority_adds_a_tenth_to_its_share_and_as_much_again_by_withdrawals() {
	build_without_decay(|| {
		// GIVEN six of ten who decide, and all work as much
		(11..=17).for_each(join);
		let all: Vec<AccountId> = [ALICE, BOB, CHARLIE].into_iter().chain(11..=17).collect();
		let (majority, others) = all.split_at(6);
		all.iter().for_each(|who| works(*who, LIMIT));
		for epochs in 1..=26 {
			pass_epochs(1);
			// WHEN they grant themselves all there is
			assert_eq!(all_there_is(majority, grant), FULL);
			all.iter().for_each(|who| works(*who, LIMIT));
			// THEN grants alone leave them with less than two thirds: 70 parts of 110
			assert_eq!(
				(sum(majority), sum(others)),
				(6 * FULL + 7 * FULL * epochs, 4 * FULL * (epochs + 1))
			);
			assert!(3 * sum(majority) < 2 * (sum(majority) + sum(others)));
		}
		// WHEN they withdraw all they can from the others as well
		for epochs in 1..=26 {
			pass_epochs(1);
			let before = (sum(majority), sum(others));
			assert_eq!(all_there_is(majority, grant), FULL, "in epoch {epochs}");
			assert_eq!(all_there_is(others, withdraw), FULL, "in epoch {epochs}");
			all.iter().for_each(|who| works(*who, LIMIT));
			// THEN of each epoch's LOVE they have a tenth more than their part, and of the next tenth as well
			assert_eq!((sum(majority), sum(others)), (before.0 + 7 * FULL, before.1 + 3 * FULL));
		}
	});
}

#[test]
fn whatever_the_figures_half_of_the_workers_do_not_get_two_thirds_of_an_epochs_love() {
	build_without_decay(|| {
		govern(|figures| *figures = Figures { half_life: 0, ..Figures::MOST });
		(11..=17).for_each(join);
		let all: Vec<AccountId> = [ALICE, BOB, CHARLIE].into_iter().chain(11..=17).collect();
		let (half, others) = all.split_at(5);
		all.iter().for_each(|who| earns(*who, FULL));
		let mut before = (sum(half), sum(others));
		for epochs in 1..=26 {
			pass_epochs(1);
			assert_eq!(all_there_is(half, grant), 15 * FULL / 10, "in epoch {epochs}");
			assert_eq!(all_there_is(others, withdraw), 15 * FULL / 10, "in epoch {epochs}");
			all.iter().for_each(|who| earns(*who, FULL));
			let after = (sum(half), sum(others));
			let (gained, all) = (after.0 - before.0, after.0 + after.1 - before.0 - before.1);
			assert_eq!((gained, all), (65 * FULL / 10, 10 * FULL));
			assert!(3 * gained < 2 * all);
			before = after;
		}
	});
}

#[test]
fn where_nobody_works_three_of_five_need_more_than_a_period_for_two_thirds() {
	build_without_decay(|| {
		// GIVEN five members of one VOTE each, which ten LOVE double, and the largest figures
		govern(|figures| *figures = Figures { half_life: 0, ..Figures::MOST });
		join(DAVE);
		join(EVE);
		let three = [ALICE, BOB, CHARLIE];
		let have_two_thirds = || {
			let theirs = 3_000 + sum(&three);
			3 * theirs >= 2 * (theirs + 2_000)
		};
		let mut epochs = 0;
		while !have_two_thirds() {
			all_there_is(&three, grant);
			epochs += 1;
			pass_epochs(1);
		}
		assert_eq!(epochs, 14);
		assert!(epochs > EPOCHS_PER_PERIOD);
	});
}

#[test]
fn members_who_come_and_go_do_not_lift_what_one_epoch_allows() {
	build_without_decay(|| {
		// GIVEN a majority that admits and expels puppets all day
		let mut granted = 0;
		for puppet in 20..60 {
			join(puppet);
			granted += all_there_is(&[puppet, ALICE], grant);
			leave_the_artel(puppet);
		}
		// THEN all of them together were granted what one of them more than three allows
		assert_eq!(granted, 40);
		// AND what ALICE was granted she still has
		assert!(free(ALICE) <= 40);
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
		works_by_milestones(ALICE, 13 * LIMIT);
		assert_eq!(love(ALICE).allowance, 0);
		// WHEN it hops on leave and off
		assert_ok!(take_leave(ALICE));
		assert_eq!(love(ALICE).allowance, 0);
		pass_epochs(1);
		assert_ok!(end_leave(ALICE));
		// THEN it has none of the epoch in which it was away, and those of the next as everybody
		assert_eq!(love(ALICE).allowance, 0);
		pass_epochs(1);
		assert_eq!(love(ALICE).allowance, LIMIT);
	});
}

/// P6: a clock that stands still while its owner goes on.
#[test]
fn whoever_is_on_leave_half_of_each_year_and_works_on_gains_little_and_at_full_work_nothing() {
	// Of so much work an epoch, the one who is away has at most this much of the other's LOVE, in percent. It
	// used to be 173; what is left is that time stands still for what somebody goes with.
	for (minutes, most) in [(1_140, 116), (LIMIT, 100)] {
		build_and_execute(|| {
			// GIVEN two members who do the same work for three years
			for epoch in 0..3 * 52 {
				set_epoch(epoch);
				// and one of them is away for half of each year
				if epoch % 52 == 0 {
					assert_ok!(take_leave(ALICE));
				}
				for who in [ALICE, BOB] {
					works(who, minutes);
				}
			}
			set_epoch(3 * 52);
			let (away, there) = (counted(ALICE), counted(BOB));
			assert!(away * 100 <= there * most, "{away} against {there}");
			assert!(away > there / 4, "what it did while it was there counts: {away} of {there}");
		});
	}
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
