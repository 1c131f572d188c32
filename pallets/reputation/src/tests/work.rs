// SPDX-License-Identifier: Apache-2.0

//! Work earns LOVE, within limits.

use crate::{mock::*, *};
use artel_primitives::work::labor;

#[test]
fn work_earns_half_its_labor_rounded_down() {
	build_and_execute(|| {
		for (at, (minutes, love)) in
			[(180, 50), (60, 16), (3_600, 1_000), (2, 0), (6, 1), (0, 0)].into_iter().enumerate()
		{
			let who = 10 + at as AccountId;
			join(who);
			works(who, minutes);
			assert_eq!((free(who), counted(who)), (love, love), "{minutes} minutes");
		}
	});
}

#[test]
fn tom_works_twenty_hours_and_everybody_hears_of_it() {
	build_and_execute(|| {
		// WHEN Tom is paid 6.66 LABOR for twenty hours of common work
		let tom = ALICE;
		pay(Work { stream: Stream::Commons, ..work(tom, 1_200) });
		// THEN he has earned 3.33 LOVE
		assert_eq!(labor(1_200), 666);
		assert_eq!(
			love(tom),
			LoveState {
				counted: 333,
				ripening: 0,
				free: 333,
				bonded: 0,
				debt: 0,
				budget: 0,
				allowance: 2_400,
				on_leave_since: None,
				leave_ends: None,
			}
		);
		// AND the chain says so, to members, to who listens, and in the ledger
		let earned =
			Event::LoveEarned { who: tom, love: 333, minutes: 1_200, stream: Stream::Commons };
		assert_eq!(events(), [earned]);
		assert_eq!(heard(), [Work { stream: Stream::Commons, ..work(tom, 1_200) }]);
		let effort = Effort { minutes: 1_200, labor: 666, love: 333 };
		let entry = Contribution { commons: effort, ..Contribution::default() };
		assert_eq!(Reputation::contributions(tom), [entry]);
		assert_eq!(Reputation::all_contributions(), [entry]);
		// AND nobody else has more for it
		assert_eq!((free(BOB), free(CHARLIE)), (0, 0));
	});
}

#[test]
fn sixty_hours_count_in_an_epoch() {
	build_without_decay(|| {
		// GIVEN somebody who has worked sixty hours
		works(ALICE, 3_599);
		works(ALICE, 1);
		assert_eq!((free(ALICE), love(ALICE).allowance), (999, 0));
		heard();
		// WHEN it works on
		works(ALICE, 600);
		// THEN that counts for nothing
		assert_eq!(free(ALICE), 999);
		assert_eq!(heard(), [work(ALICE, 0)]);
		// UNTIL the next epoch
		pass_epochs(1);
		works(ALICE, 600);
		assert_eq!(free(ALICE), 999 + 166);
	});
}

#[test]
fn what_exceeds_the_limit_counts_in_proportion() {
	build_and_execute(|| {
		// GIVEN a hundred minutes that are left
		works(ALICE, LIMIT - 100);
		let before = free(ALICE);
		heard();
		events();
		// WHEN 301 minutes are paid with 1.66 LABOR
		let paid = Work { minutes: 301, labor: 166, ..work(ALICE, 0) };
		pay(paid.clone());
		// THEN 100 of 301 parts of it count, 0.55 LABOR rounded down, and earn 0.27 LOVE
		let part = Work { minutes: 100, labor: 55, ..paid };
		assert_eq!(free(ALICE), before + 27);
		assert_eq!(heard(), [part]);
		assert_eq!(
			events(),
			[Event::LoveEarned { who: ALICE, love: 27, minutes: 100, stream: Stream::Care }]
		);
		let care = Reputation::contributions(ALICE)[0].care;
		let all = Effort {
			minutes: LIMIT.into(),
			labor: labor(LIMIT - 100) + 55,
			love: labor(LIMIT - 100) / 2 + 27,
		};
		assert_eq!(care, all);
	});
}

#[test]
fn one_payment_counts_sixty_hours_whatever_has_accrued() {
	build_without_decay(|| {
		// GIVEN minutes of two epochs, and of thirteen
		set_epoch(1);
		join(DAVE);
		set_epoch(12);
		join(EVE);
		set_epoch(13);
		assert_eq!([DAVE, EVE].map(|who| love(who).allowance), [13 * LIMIT, 2 * LIMIT]);
		for who in [DAVE, EVE] {
			let open = love(who).allowance;
			heard();
			// WHEN 120 hours are paid at once THEN 60 of them count
			works(who, 2 * LIMIT);
			assert_eq!((free(who), heard()), (1_000, vec![work(who, LIMIT)]));
			assert_eq!(love(who).allowance, open - LIMIT, "the others are not used up");
		}
		// AND two payments of 60 hours count in full
		works(DAVE, LIMIT);
		works(DAVE, LIMIT);
		assert_eq!((free(DAVE), love(DAVE).allowance), (3_000, 10 * LIMIT));
		// AND a minute more than sixty hours is one that does not count
		heard();
		pay(Work { labor: LIMIT as LaborBalance + 1, ..work(DAVE, LIMIT + 1) });
		assert_eq!(heard(), [Work { labor: LIMIT.into(), ..work(DAVE, LIMIT) }]);
	});
}

#[test]
fn what_one_payment_counts_at_most_is_governed() {
	build_without_decay(|| {
		set_epoch(5);
		govern(|figures| figures.weekly_minutes = 600);
		works(ALICE, LIMIT);
		assert_eq!(heard(), [work(ALICE, 600)]);
		govern(|figures| figures.weekly_minutes = 7_200);
		works(ALICE, LIMIT);
		assert_eq!(heard(), [work(ALICE, LIMIT)]);
	});
}

#[test]
fn what_the_worker_got_counts_in_the_same_proportion() {
	build_without_decay(|| {
		// GIVEN 120 hours at 40.00 LABOR, of which a member keeps 36.00
		let paid = Work { payer: Some(BOB), ..work(ALICE, 2 * LIMIT) };
		set_epoch(3);
		pay_net(paid.clone(), 3_600);
		// THEN of half the time half of it is told, and LOVE follows what was paid
		let half = Work { minutes: LIMIT, labor: 2_000, ..paid };
		assert_eq!((heard_in_full(), free(ALICE)), (vec![(half, 1_800, 3)], 1_000));
		// AND parts are rounded down: 100 of 301 minutes, at 1.66 of which 1.49 are kept
		works_by_milestones(ALICE, 3 * LIMIT - 100);
		heard();
		let paid = Work { minutes: 301, labor: 166, ..work(ALICE, 0) };
		pay_net(paid.clone(), 149);
		assert_eq!(heard_in_full(), [(Work { minutes: 100, labor: 55, ..paid }, 49, 3)]);
		// AND where nothing counts, nothing of it does
		works(ALICE, 60);
		assert_eq!(heard_in_full(), [(work(ALICE, 0), 0, 3)]);
	});
}

#[test]
fn what_is_not_used_stays_open_for_thirteen_epochs() {
	build_and_execute(|| {
		// GIVEN somebody who joined in epoch 0 and has done nothing
		for (epoch, limits) in [(0, 1), (1, 2), (12, 13), (13, 13), (200, 13)] {
			set_epoch(epoch);
			assert_eq!(love(ALICE).allowance, limits * LIMIT, "epoch {epoch}");
		}
		// WHEN it is paid for a whole year by milestones
		works_by_milestones(ALICE, 52 * LIMIT);
		// THEN thirteen epochs of it count
		assert_eq!(free(ALICE), 13_000);
		let counted: Minutes = heard().iter().map(|work| work.minutes).sum();
		assert_eq!(counted, 13 * LIMIT);
		// AND from now on sixty hours open up each epoch
		pass_epochs(2);
		assert_eq!(love(ALICE).allowance, 2 * LIMIT);
	});
}

#[test]
fn whoever_joins_late_has_the_limit_of_one_epoch() {
	build_and_execute(|| {
		set_epoch(70);
		join(DAVE);
		assert_eq!(love(DAVE).allowance, LIMIT);
		works(DAVE, 5 * LIMIT);
		assert_eq!(free(DAVE), 1_000);
		pass_epochs(1);
		assert_eq!(love(DAVE).allowance, LIMIT);
	});
}

#[test]
fn after_the_limit_was_lowered_less_accrues() {
	build_without_decay(|| {
		govern(|figures| (figures.weekly_minutes, figures.accrual) = (600, 6));
		pass_epochs(7);
		assert_eq!(love(ALICE).allowance, LIMIT);
		for _ in 0..6 {
			works(ALICE, 9_000);
		}
		// 3.33 LABOR for each ten hours.
		assert_eq!((free(ALICE), love(ALICE).allowance), (6 * 166, 0));
		pass_epochs(2);
		assert_eq!(love(ALICE).allowance, 1_200);
	});
}

#[test]
fn lowered_limits_hold_at_once_for_what_has_accrued() {
	build_and_execute(|| {
		// GIVEN minutes of thirteen epochs, and somebody touched in this very one
		set_epoch(12);
		works(ALICE, LIMIT);
		assert_eq!(love(ALICE).allowance, 12 * LIMIT);
		// WHEN the artel lets work accrue for two epochs only
		govern(|figures| figures.accrual = 2);
		// THEN no more than that is left to anybody, in the same epoch
		for who in [ALICE, BOB] {
			assert_eq!(love(who).allowance, 2 * LIMIT);
		}
		check_invariants();
	});
}

#[test]
fn minutes_that_nobody_worked_earn_nothing() {
	build_and_execute(|| {
		pay(Work { labor: 5_000, ..work(ALICE, 0) });
		assert_eq!(free(ALICE), 0);
		assert_eq!(heard(), [work(ALICE, 0)]);
	});
}

#[test]
fn self_dealing_never_counts() {
	build_and_execute(|| {
		// WHEN somebody pays itself
		pay(Work { payer: Some(ALICE), ..work(ALICE, 600) });
		// THEN it is as if nothing had happened
		assert_eq!((free(ALICE), love(ALICE).allowance), (0, LIMIT));
		assert!(heard().is_empty() && events().is_empty());
		assert!(Reputation::contributions(ALICE).is_empty());
		assert!(Reputation::all_contributions().is_empty());
		// AND another's pay counts
		pay(Work { payer: Some(BOB), ..work(ALICE, 600) });
		assert_eq!(free(ALICE), 166);
		assert_eq!(free(BOB), 0, "who pays earns nothing");
	});
}

#[test]
fn the_work_of_who_is_no_member_is_ignored() {
	build_and_execute(|| {
		// GIVEN a former member, and somebody who never was one
		works(CHARLIE, 60);
		leave_the_artel(CHARLIE);
		heard();
		events();
		let before = Reputation::all_contributions();
		// WHEN both are paid
		works(CHARLIE, 600);
		works(DAVE, 600);
		// THEN nothing counts
		assert!(heard().is_empty() && events().is_empty());
		assert_eq!(Reputation::all_contributions(), before);
		for who in [CHARLIE, DAVE] {
			assert_eq!((Reputation::love(who), counted(who)), (None, 0));
		}
	});
}

#[test]
fn what_a_former_member_pays_counts_all_the_same() {
	build_and_execute(|| {
		leave_the_artel(CHARLIE);
		pay(Work { payer: Some(CHARLIE), ..work(ALICE, 180) });
		assert_eq!(free(ALICE), 50);
	});
}

#[test]
fn each_stream_has_its_own_entry() {
	build_and_execute(|| {
		// WHEN somebody works in every stream, and another in one
		for (stream, minutes) in
			[(Stream::Livelihood, 180), (Stream::Commons, 360), (Stream::Care, 720)]
		{
			pay(Work { stream, ..work(ALICE, minutes) });
		}
		pay(Work { stream: Stream::Commons, ..work(BOB, 180) });
		// THEN each stream has what was done in it
		let effort =
			|minutes: u64| Effort { minutes, labor: minutes * 100 / 180, love: minutes * 50 / 180 };
		let alices = Contribution {
			livelihood: effort(180),
			commons: effort(360),
			care: effort(720),
			..Contribution::default()
		};
		assert_eq!(Reputation::contributions(ALICE), [alices]);
		// AND the artel's entry is the sum
		assert_eq!(
			Reputation::all_contributions(),
			[Contribution { commons: effort(540), ..alices }]
		);
	});
}
