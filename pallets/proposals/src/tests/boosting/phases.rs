// SPDX-License-Identifier: Apache-2.0

//! From the queue to the end of a boosted vote.

use super::*;
use Choice::{Aye, Nay};

#[test]
fn what_is_boosted_passes_with_few() {
	build_and_execute(|| {
		// GIVEN a task, and the first stake that is enough
		let proposal = plain();
		let filed = now();
		assert_ok!(stake(BOB, proposal, For, 200));
		assert_eq!(phase(proposal), Phase::Queued);
		events();
		assert_ok!(stake(BOB, proposal, For, 1));
		let from = filed + ONE_DAY;
		assert_eq!(
			events(),
			[
				Event::Staked { proposal, who: BOB, side: For, amount: 1 },
				Event::PreBoosted { proposal, from }
			]
		);
		assert_eq!(phase(proposal), Phase::PreBoosted { since: filed, others: 0 });
		// WHEN a day has passed, and nobody has done anything
		run_to_block(from - 1);
		assert!(!is_boosted(proposal));
		run_to_block(from);
		let ends = from + FOUR_DAYS;
		let boosted = Phase::Boosted { since: from, ends, restarts: 0, late: false };
		assert_eq!(phase(proposal), boosted);
		assert_eq!(quiet_and_end(proposal), (ends - ONE_DAY, ends));
		// THEN two of ten who are for it, and nobody against, are enough at the end, and not before
		ayes(&[CHARLIE, DAVE], proposal);
		assert_eq!(prospect(proposal).at_the_end, Outcome::Approved(Route::Boosted));
		run_to_block(ends - 1);
		assert_noop!(advance(proposal), E::NotDue);
		run_to_block(ends);
		assert_noop!(vote(EVE, proposal, Nay), NOT_VOTED_ON);
		assert_eq!(outcome(proposal), BOOSTED);
		assert_ok!(advance(proposal));
		assert_eq!(passed_by(proposal), Some(Route::Boosted));
		assert!(is_under_way(proposal));
		assert!(OpenBy::<Test>::get(ALICE).is_empty());
	});
}

#[test]
fn it_takes_the_floor_of_the_whole_electorate() {
	let crowd: Vec<_> = (1_000..1_100).collect();
	let passes = |voters: usize, proposer_too: bool| {
		let mut end = None;
		build_with(&crowd, || {
			let proposal = propose_task(crowd[0], task(180));
			assert_ok!(stake(crowd[1], proposal, For, 201));
			pass_blocks(DAY);
			ayes(&crowd[10..10 + voters], proposal);
			if proposer_too {
				ayes(&crowd[..1], proposal);
			}
			run_to_boosted_end(proposal);
			assert_ok!(advance(proposal));
			end = passed_by(proposal);
		});
		end == Some(Route::Boosted)
	};
	// Five of a hundred, with whoever filed it; and not four.
	assert!(passes(5, false));
	assert!(!passes(4, false));
	assert!(passes(4, true));
	assert!(!passes(3, true));
}

#[test]
fn two_others_say_so_in_person_and_the_proposer_does_not_tip_the_scales() {
	build_and_execute(|| {
		let proposal = boosted();
		ayes(&[ALICE, CHARLIE], proposal);
		assert_ok!(vote_by_delegate(DAVE, proposal, Aye));
		assert_eq!(prospect(proposal).at_the_end, Outcome::Rejected, "one other in person");
		ayes(&[EVE], proposal);
		assert_eq!(prospect(proposal).at_the_end, Outcome::Approved(Route::Boosted));
		// Three others to three: with her own vote it would be more.
		nays(&[FERDIE, GEORGE, HELEN], proposal);
		assert_eq!(prospect(proposal).at_the_end, Outcome::Rejected);
		ayes(&[IVAN], proposal);
		assert_eq!(prospect(proposal).at_the_end, Outcome::Approved(Route::Boosted));
	});
}

#[test]
fn those_who_gain_have_no_part_in_it() {
	build_and_execute(|| {
		let proposal = propose_reward(ALICE, reward(JUDY, 180));
		assert_noop!(stake(JUDY, proposal, For, 300), E::NotDisinterested);
		assert_noop!(stake(JUDY, proposal, Against, 300), E::NotDisinterested);
		boost(proposal);
		assert_noop!(vote(JUDY, proposal, Aye), NO_VOICE);
		ayes(&[CHARLIE, DAVE], proposal);
		run_to_boosted_end(proposal);
		assert_ok!(advance(proposal));
		assert_eq!(end(proposal), Some(End::Settled(quality(100))));
	});
}

#[test]
fn a_block_stands_and_the_bar_is_enough_in_every_phase() {
	// One of them pre-boosted, one boosted.
	for wait in [0, 3 * DAY] {
		build_and_execute(|| {
			let proposal = plain();
			run_to_notice(proposal);
			assert_ok!(stake(BOB, proposal, For, 201));
			pass_blocks(wait);
			ayes(&[BOB, CHARLIE, DAVE, EVE, FERDIE], proposal);
			assert_eq!(outcome(proposal), None);
			ayes(&[GEORGE], proposal);
			assert_eq!(outcome(proposal), BY_BAR);
			assert_ok!(advance(proposal));
			assert_eq!(passed_by(proposal), Some(Route::Bar));
			claim_all(proposal);
		});
		build_and_execute(|| {
			let proposal = plain();
			run_to_notice(proposal);
			assert_ok!(stake(BOB, proposal, For, 201));
			pass_blocks(wait);
			blocks(&[CHARLIE], proposal);
			assert_eq!(outcome(proposal), None);
			blocks(&[DAVE], proposal);
			assert_eq!(outcome(proposal), BLOCKED);
			assert_ok!(advance(proposal));
			assert_eq!(end(proposal), Some(End::Blocked));
			// That is decided by votes: what Bob staked is lost, and nobody has won it.
			let before = pool();
			claim_all(proposal);
			assert_eq!(pool(), before + 201);
		});
	}
}

#[test]
fn stakes_against_it_bring_it_back_into_the_queue() {
	build_and_execute(|| {
		let proposal = plain();
		assert_ok!(stake(BOB, proposal, For, 300));
		pass_blocks(DAY - 1);
		assert_eq!(Boosting::<Test>::get(), 1);
		events();
		// WHEN somebody stakes against it in the last moment
		assert_ok!(stake(EVE, proposal, Against, 99));
		assert!(matches!(phase(proposal), Phase::PreBoosted { .. }));
		assert_ok!(stake(EVE, proposal, Against, 1));
		assert_eq!(events()[2], Event::Queued { proposal });
		assert_eq!((phase(proposal), Boosting::<Test>::get()), (Phase::Queued, 0));
		pass_blocks(3 * DAY);
		assert_eq!(phase(proposal), Phase::Queued);
		// THEN it takes a whole day from when stakes outweigh again
		assert_ok!(stake(CHARLIE, proposal, For, 1));
		let since = now();
		assert_eq!(phase(proposal), Phase::PreBoosted { since, others: 0 });
		pass_blocks(DAY);
		assert!(is_boosted(proposal));
	});
}

#[test]
fn the_more_are_boosted_the_more_the_next_one_takes() {
	build_and_execute(|| {
		let first = plain();
		assert_ok!(stake(BOB, first, For, 201));
		let second = propose_task(CHARLIE, task(180));
		assert_ok!(stake(BOB, second, For, 240));
		assert_eq!(phase(second), Phase::Queued);
		assert_ok!(stake(BOB, second, For, 1));
		assert_eq!(phase(second), Phase::PreBoosted { since: now(), others: 1 });
		let third = propose_task(DAVE, task(180));
		assert_ok!(stake(BOB, third, For, 288));
		assert_eq!(phase(third), Phase::Queued);
		assert_noop!(advance(third), E::NotDue);
		// WHEN one of them is boosted no more
		pass_blocks(5 * DAY);
		assert_ok!(advance(first));
		assert_eq!(Boosting::<Test>::get(), 1);
		// THEN the third has enough, and whoever advances it says so
		let quote = Proposals::boost_quote(third).expect("it takes stakes");
		assert_eq!((quote.others, quote.missing_for), (1, Some(0)));
		assert_ok!(advance(third));
		assert_eq!(phase(third), Phase::PreBoosted { since: now(), others: 1 });
		assert_eq!(Boosting::<Test>::get(), 2);
		// What the second takes was fixed when it began, and it is over by now.
		assert_ok!(advance(second));
		for proposal in [first, second] {
			assert_eq!(end(proposal), Some(End::Rejected));
		}
	});
}

#[test]
fn the_queue_is_decided_as_without_stakes() {
	build_and_execute(|| {
		let [passes, fails] = [propose_task(ALICE, task(180)), propose_task(BOB, task(180))];
		for proposal in [passes, fails] {
			assert_ok!(stake(EVE, proposal, For, 100));
			assert_ok!(stake(FERDIE, proposal, Against, 50));
		}
		ayes(&[CHARLIE, DAVE, EVE], passes);
		ayes(&[CHARLIE, DAVE, EVE], fails);
		nays(&[GEORGE, HELEN], fails);
		run_to_end(passes);
		assert_ok!(advance(fails));
		assert_eq!(end(fails), Some(End::Rejected));
		// WHEN it passes on the second route, it is confirmed, and takes no stakes meanwhile
		assert_ok!(advance(passes));
		assert!(matches!(stage(passes), Stage::Confirming { .. }));
		assert_noop!(stake(EVE, passes, For, 1), E::StakingPassed);
		assert_noop!(claim(passes, EVE), E::NotDue);
		run_to_end(passes);
		assert_ok!(advance(passes));
		assert_eq!(passed_by(passes), Some(Route::Second));
		// THEN whoever was right about that has won, and where votes decided nothing all comes back
		claim_all(passes);
		assert_eq!([wallet(EVE), wallet(FERDIE)], [WALLET + 50 - 100, WALLET - 50 - 50]);
		claim_all(fails);
		assert_eq!([wallet(EVE), wallet(FERDIE)], [WALLET + 50, WALLET - 50]);
	});
}

#[test]
fn what_is_pre_boosted_at_the_end_of_the_vote_goes_on() {
	build_and_execute(|| {
		let proposal = plain();
		let ends = rules(proposal).ends;
		run_to_block(ends - 1);
		ayes(&[CHARLIE], proposal);
		assert_ok!(stake(BOB, proposal, For, 201));
		// Votes are only cast now, as they were: it can be in the queue again at any time.
		assert_noop!(vote(CHARLIE, proposal, Nay), NOT_IN_QUIET_TIME);
		pass_blocks(10u32);
		assert_noop!(advance(proposal), E::NotDue);
		ayes(&[DAVE], proposal);
		// WHEN somebody brings it back into the queue, it is decided there
		assert_ok!(stake(EVE, proposal, Against, 1));
		assert_eq!(phase(proposal), Phase::Queued);
		assert_noop!(stake(EVE, proposal, For, 100), E::StakingPassed);
		assert_eq!(outcome(proposal), REJECTED);
		assert_ok!(advance(proposal));
		assert_eq!(end(proposal), Some(End::Rejected));
		claim_all(proposal);
		assert_eq!((wallet(BOB), wallet(EVE)), (WALLET, WALLET));
	});
}

#[test]
fn a_late_change_of_what_leads_puts_the_end_off_three_times() {
	build_and_execute(|| {
		let proposal = boosted();
		let first_end = prospect(proposal).ends;
		ayes(&[BOB, CHARLIE], proposal);
		run_to_block(first_end - ONE_DAY - 1);
		// Before the quiet time minds change, and put nothing off.
		assert_ok!(vote(BOB, proposal, Nay));
		assert_ok!(vote(BOB, proposal, Aye));
		assert_eq!(prospect(proposal).ends, first_end);
		run_to_block(first_end - 1);
		assert_noop!(vote(BOB, proposal, Nay), NOT_IN_QUIET_TIME);
		events();
		// WHEN what leads changes in the last block of each
		let mut ends = first_end;
		for (who, choice) in [(DAVE, Nay), (EVE, Aye), (FERDIE, Nay)] {
			run_to_block(ends - 1);
			if choice == Nay && who == DAVE {
				// A vote that changes nothing puts nothing off.
				nays(&[GEORGE], proposal);
				assert_eq!(events(), []);
			}
			assert_ok!(vote(who, proposal, choice));
			ends = now() + ONE_DAY;
			assert_eq!(events(), [Event::Prolonged { proposal, ends }]);
			assert_eq!(prospect(proposal).ends, ends);
		}
		let at = |late| {
			let since = first_end - FOUR_DAYS;
			Phase::Boosted { since, ends, restarts: 3, late }
		};
		assert_eq!(phase(proposal), at(false));
		// THEN votes are only cast through all of them, and whoever comes for it is too late
		assert_noop!(vote(EVE, proposal, Nay), NOT_IN_QUIET_TIME);
		run_to_block(ends - 1);
		ayes(&[HELEN], proposal);
		assert_eq!(phase(proposal), at(true));
		assert_eq!(prospect(proposal).at_the_end, Outcome::Rejected);
		run_to_block(ends);
		assert_ok!(advance(proposal));
		assert_eq!(end(proposal), Some(End::Rejected));
	});
}

#[test]
fn whoever_wakes_up_against_it_last_is_heard() {
	build_and_execute(|| {
		let proposal = boosted();
		ayes(&[BOB, CHARLIE], proposal);
		let mut ends = prospect(proposal).ends;
		for voters in [&[DAVE, EVE][..], &[FERDIE], &[GEORGE], &[HELEN]] {
			run_to_block(ends - 1);
			let leads = prospect(proposal).at_the_end == Outcome::Approved(Route::Boosted);
			vote_all(voters, proposal, if leads { Nay } else { Aye });
			ends = prospect(proposal).ends;
		}
		// The end was put off three times; the fourth change came for it.
		run_to_block(ends);
		assert_eq!(outcome(proposal), REJECTED);
	});
	build_and_execute(|| {
		let proposal = boosted();
		nays(&[BOB], proposal);
		let mut ends = prospect(proposal).ends;
		for (voters, choice) in
			[(&[DAVE, EVE][..], Aye), (&[FERDIE], Nay), (&[GEORGE], Aye), (&[HELEN], Nay)]
		{
			run_to_block(ends - 1);
			vote_all(voters, proposal, choice);
			ends = prospect(proposal).ends;
		}
		// The fourth came against it, and needs no more time.
		run_to_block(ends);
		assert_eq!(outcome(proposal), REJECTED);
	});
}

#[test]
fn nothing_passes_boosted_before_its_notice() {
	build_and_execute(|| {
		govern(|figures| {
			figures.quiet = 10;
			(figures.pre_boost, figures.boost) = (DAY, DAY);
		});
		let proposal = boosted();
		ayes(&[BOB, CHARLIE], proposal);
		let notice = rules(proposal).notice;
		assert_eq!(prospect(proposal).ends, notice);
		run_to_block(notice - 1);
		assert_eq!(outcome(proposal), None);
		run_to_block(notice);
		assert_eq!(outcome(proposal), BOOSTED);
	});
}

#[test]
fn phases_keep_the_times_they_began_with() {
	build_and_execute(|| {
		let proposal = plain();
		govern(|figures| {
			figures.boost *= 2;
			figures.pre_boost *= 2;
			figures.virtual_downstake *= 2;
			figures.boost_floor = Fraction::new(20, 100);
		});
		assert_ok!(stake(BOB, proposal, For, 201));
		let from = now() + ONE_DAY;
		run_to_block(from);
		assert_eq!(prospect(proposal).ends, from + FOUR_DAYS);
		let later = propose_task(BOB, task(180));
		let quote = Proposals::boost_quote(later).expect("it takes stakes");
		assert_eq!(quote.missing_for, Some(481));
	});
}
