// SPDX-License-Identifier: Apache-2.0

//! What passed on the second route is voted on for another epoch, and must pass again (attacks, P12).

use super::*;
use Choice::{Abstain, Aye, Block, Nay};

const QUIET: BlockNumber = DAY as BlockNumber;

/// Something of Alice's for which three of ten are at the end of the vote, and nobody against it.
fn confirming(track: Track) -> ProposalId {
	let proposal = moved(track);
	passed_for_now(proposal, &[BOB, CHARLIE, DAVE])
}

/// The same of anything, for which these are.
fn passed_for_now(proposal: ProposalId, voters: &[AccountId]) -> ProposalId {
	ayes(voters, proposal);
	run_to_end(proposal);
	assert_ok!(advance(proposal));
	assert!(matches!(stage(proposal), Stage::Confirming { .. }), "it did not pass");
	events();
	proposal
}

/// Runs to the time in which votes are only cast.
fn run_to_quiet(proposal: ProposalId) {
	run_to_block(quiet_and_end(proposal).0);
}

fn restarts(proposal: ProposalId) -> u8 {
	let Stage::Confirming { restarts, .. } = stage(proposal) else { panic!("it is confirmed") };
	restarts
}

#[test]
fn votes_go_on_for_an_epoch_and_then_it_passes_again() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&[BOB, CHARLIE, DAVE], proposal);
		run_to_end(proposal);
		pass_blocks(3u32);
		events();
		assert_eq!(advance(proposal), Ok(Pays::No.into()));
		let ends = now() + u64::from(EPOCH);
		assert_eq!(events(), [Event::Confirming { proposal, ends }]);
		assert_eq!(stage(proposal), Stage::Confirming { ends, restarts: 0 });
		// It is voted on as before, and still one of those that she has open.
		assert_eq!(OpenBy::<Test>::get(ALICE).into_inner(), [proposal]);
		assert_eq!(quiet_and_end(proposal), (ends - QUIET, ends));
		assert!(Proposals::as_ongoing(proposal).is_some());
		assert_noop!(execute(proposal), Error::<Test>::NotAtThisStage);
		ayes(&[EVE], proposal);
		assert_ok!(vote(BOB, proposal, Abstain));
		for block in [now(), ends - 1] {
			run_to_block(block);
			assert_noop!(advance(proposal), Error::<Test>::NotDue);
		}
		run_to_block(ends);
		assert_noop!(vote(JUDY, proposal, Nay), NOT_VOTED_ON);
		events();
		assert_eq!(advance(proposal), Ok(Pays::No.into()));
		// It has waited enough.
		let (route, until) = (Route::Second, ends + u64::from(2 * EPOCH));
		assert_eq!(events(), [Event::Approved { proposal, route, from: ends, until }]);
		assert!(OpenBy::<Test>::get(ALICE).is_empty());
		assert_ok!(execute(proposal));
	});
}

#[test]
fn each_track_but_that_of_lost_keys_has_it() {
	for track in MOTIONS.into_iter().filter(|track| *track != Track::LostKey) {
		build_and_execute(|| {
			let proposal = moved(track);
			passed_for_now(proposal, &[BOB, CHARLIE, DAVE, EVE]);
			run_to_end(proposal);
			assert_ok!(advance(proposal));
			let (from, until) = (now(), now() + u64::from(2 * EPOCH));
			let route = Route::Second;
			assert_eq!(stage(proposal), Stage::Approved { route, from, until }, "{track:?}");
			assert_ok!(execute(proposal));
		});
	}
}

#[test]
fn what_passes_lazily_or_is_answered_is_not_confirmed() {
	build_group(6, || {
		let task = propose_task(ALICE, task(180));
		let question = ask(BOB, &["yes", "no"]);
		ayes(&[BOB, CHARLIE], task);
		vote_all(&[BOB], question, Choice::Option(0));
		run_to_end(task);
		assert_ok!(advance(task));
		assert_ok!(advance(question));
		assert!(is_under_way(task));
		assert_eq!(end(question), Some(End::Answered(Some(0))));
	});
}

#[test]
fn who_wakes_up_late_is_heard() {
	build_and_execute(|| {
		let proposal = confirming(Track::Fund);
		nays(&EVERYBODY[4..], proposal);
		// Nothing is decided before the end.
		assert_eq!(outcome(proposal), None);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		assert_eq!(prospect(proposal).at_the_end, Outcome::Rejected);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), REJECTED);
		events();
		assert_ok!(advance(proposal));
		assert_eq!(events(), [Event::Rejected { proposal }]);
		assert_eq!(end(proposal), Some(End::Rejected));
		assert!(OpenBy::<Test>::get(ALICE).is_empty());
		assert_noop!(execute(proposal), Error::<Test>::NotAtThisStage);
	});
}

#[test]
fn two_who_block_it_late_stop_it() {
	build_and_execute(|| {
		let proposal = confirming(Track::Admission);
		blocks(&[IVAN], proposal);
		assert!(!prospect(proposal).blocked);
		blocks(&[JUDY], proposal);
		assert!(prospect(proposal).blocked);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), BLOCKED);
		events();
		assert_ok!(advance(proposal));
		let again = now() + u64::from(EPOCH);
		assert_eq!(events(), [Event::Blocked { proposal, again }]);
		let more = Box::new(deed(Track::Admission));
		let refiled = Proposals::propose_motion(signed(BOB), heading("Once more"), more);
		assert_noop!(refiled, Error::<Test>::AlreadyBlocked);
	});
}

#[test]
fn it_is_weighed_by_ratio_floor_and_heads_once_more() {
	// By ratio: three for it against one or two.
	for (against, passes) in [(&[EVE][..], true), (&[EVE, FERDIE], false)] {
		build_and_execute(|| {
			let proposal = confirming(Track::Fund);
			nays(against, proposal);
			run_to_end(proposal);
			assert_eq!(outcome(proposal), if passes { AT_THE_END } else { REJECTED });
		});
	}
	// By floor: a tenth of what all VOTE has become.
	for (rest, passes) in [(21_000, true), (21_001, false)] {
		build_and_execute(|| {
			let proposal = confirming(Track::Fund);
			set_vote(JUDY, rest);
			run_to_end(proposal);
			assert_eq!(outcome(proposal), if passes { AT_THE_END } else { REJECTED });
		});
	}
	// By heads for it: three of them.
	build_and_execute(|| {
		let proposal = confirming(Track::Fund);
		assert_ok!(vote(DAVE, proposal, Abstain));
		run_to_end(proposal);
		assert_eq!(outcome(proposal), REJECTED);
	});
	// By seasoned heads, where it is grave: twice as many as against.
	build_and_execute(|| {
		set_vote(BOB, 8_000);
		let proposal = confirming(Track::Constitution);
		nays(&[EVE], proposal);
		assert!(prospect(proposal).heads_reached);
		nays(&[FERDIE], proposal);
		assert!(!prospect(proposal).heads_reached);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), REJECTED);
	});
	// By the two others, where somebody gains.
	build_and_execute(|| {
		let proposal = moved(Track::Care);
		passed_for_now(proposal, &[ALICE, BOB, CHARLIE, DAVE]);
		for who in [CHARLIE, DAVE] {
			assert_ok!(vote(who, proposal, Abstain));
		}
		ayes(&[EVE], proposal);
		assert_eq!(prospect(proposal).at_the_end, Outcome::Approved(Route::Second));
		assert_ok!(vote(EVE, proposal, Abstain));
		assert!(!prospect(proposal).others_reached);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), REJECTED);
	});
}

#[test]
fn its_end_asks_for_the_second_majority_whatever_the_bar() {
	build_and_execute(|| {
		let proposal = confirming(Track::Fund);
		ayes(&[ALICE, BOB, CHARLIE, DAVE, EVE, FERDIE], proposal);
		nays(&[GEORGE, HELEN, IVAN, JUDY], proposal);
		assert!(prospect(proposal).bar_reached);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), REJECTED);
	});
}

#[test]
fn in_its_last_day_votes_are_only_cast() {
	build_and_execute(|| {
		let proposal = confirming(Track::Fund);
		let (quiet, ends) = quiet_and_end(proposal);
		run_to_block(quiet - 1);
		assert_ok!(vote(BOB, proposal, Abstain));
		assert_ok!(vote(BOB, proposal, Aye));
		run_to_block(quiet);
		for choice in [Nay, Block, Abstain] {
			assert_noop!(vote(BOB, proposal, choice), NOT_IN_QUIET_TIME);
		}
		assert_ok!(vote(EVE, proposal, Aye));
		assert_noop!(vote(EVE, proposal, Nay), NOT_IN_QUIET_TIME);
		assert_ok!(vote_by_delegate(FERDIE, proposal, Aye));
		// A member's own word still replaces its delegate's, and none replaces its own.
		assert_ok!(vote(FERDIE, proposal, Abstain));
		assert_noop!(vote_by_delegate(FERDIE, proposal, Aye), NOT_FOR_ANOTHER);
		// The same again brings a vote to what it weighs by now.
		set_vote(BOB, 2_500);
		let before = tally(proposal).ayes.total();
		assert_ok!(vote(BOB, proposal, Aye));
		assert_eq!(tally(proposal).ayes.total(), before + 1_500);
		assert_eq!((stage(proposal), events()), (Stage::Confirming { ends, restarts: 0 }, vec![]));
	});
}

#[test]
fn a_late_change_of_the_outcome_puts_off_the_end_three_times_and_no_fourth() {
	build_and_execute(|| {
		// Three are for it; every pair against it or for it turns it around.
		let crowd: Vec<_> = (200..220).collect();
		crowd.iter().for_each(|who| found(*who, Class::Worker));
		pass_blocks(1u32);
		let proposal = moved(Track::Fund);
		passed_for_now(proposal, &EVERYBODY[1..7]);
		run_to_quiet(proposal);
		let (_, first_end) = quiet_and_end(proposal);
		nays(&crowd[..3], proposal);
		// Two thirds of nine are enough: nothing has changed.
		assert_eq!(
			(stage(proposal), events()),
			(Stage::Confirming { ends: first_end, restarts: 0 }, vec![])
		);

		run_to_block(first_end - 10);
		nays(&crowd[3..4], proposal);
		let ends = now() + QUIET;
		assert_eq!(events(), [Event::Prolonged { proposal, ends }]);
		assert_eq!(stage(proposal), Stage::Confirming { ends, restarts: 1 });
		assert_eq!(quiet_and_end(proposal), (now(), ends));
		// Votes are still only cast, through all restarts.
		assert_noop!(vote(BOB, proposal, Nay), NOT_IN_QUIET_TIME);
		run_to_block(first_end);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		assert_noop!(vote(crowd[0], proposal, Aye), NOT_IN_QUIET_TIME);

		run_to_block(ends - 1);
		ayes(&crowd[4..6], proposal);
		let ends = now() + QUIET;
		assert_eq!(events(), [Event::Prolonged { proposal, ends }]);
		assert_eq!(restarts(proposal), 2);

		// It need not be the last moment.
		nays(&crowd[6..7], proposal);
		let ends = now() + QUIET;
		assert_eq!(events(), [Event::Prolonged { proposal, ends }]);
		assert_eq!(stage(proposal), Stage::Confirming { ends, restarts: 3 });

		run_to_block(ends - 1);
		ayes(&crowd[7..9], proposal);
		assert_eq!((events(), stage(proposal)), (vec![], Stage::Confirming { ends, restarts: 3 }));
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		check_invariants();
		run_to_block(ends);
		assert_noop!(vote(crowd[9], proposal, Nay), NOT_VOTED_ON);
		// The last word stands.
		assert_eq!(outcome(proposal), AT_THE_END);
		assert_ok!(advance(proposal));
		assert_eq!(route(proposal), Some(Route::Second));
	});
}

#[test]
fn a_change_that_comes_in_time_puts_off_nothing() {
	build_and_execute(|| {
		let proposal = confirming(Track::Fund);
		let (quiet, ends) = quiet_and_end(proposal);
		for choice in [Nay, Aye, Block, Aye, Nay] {
			for who in [EVE, FERDIE] {
				assert_ok!(vote(who, proposal, choice));
			}
		}
		run_to_block(quiet - 1);
		assert_ok!(vote(EVE, proposal, Abstain));
		assert_eq!((events(), stage(proposal)), (vec![], Stage::Confirming { ends, restarts: 0 }));
	});
}

#[test]
fn a_late_block_puts_off_the_end_as_well() {
	build_and_execute(|| {
		let proposal = moved(Track::Admission);
		passed_for_now(proposal, &EVERYBODY[1..6]);
		run_to_quiet(proposal);
		pass_blocks(100u32);
		blocks(&[IVAN], proposal);
		assert_eq!(events(), []);
		blocks(&[JUDY], proposal);
		let ends = now() + QUIET;
		assert_eq!(events(), [Event::Prolonged { proposal, ends }]);
		run_to_block(ends);
		assert_ok!(advance(proposal));
		assert_eq!(end(proposal), Some(End::Blocked));
	});
}

#[test]
fn a_vote_that_fails_puts_off_nothing() {
	build_and_execute(|| {
		let proposal = confirming(Track::Fund);
		run_to_quiet(proposal);
		let before = filed(proposal);
		let failed = Proposals::try_access_poll(proposal, |status| -> DispatchResult {
			let PollStatus::Ongoing(tally, _) = status else { panic!("it is voted on") };
			tally.add(&plain(Nay, 50_000));
			Err(DispatchError::Other("on second thoughts"))
		});
		assert_noop!(failed, DispatchError::Other("on second thoughts"));
		assert_eq!(filed(proposal), before);
	});
}

#[test]
fn who_filed_it_may_still_take_it_back() {
	build_and_execute(|| {
		let proposal = confirming(Track::Fund);
		assert_noop!(Proposals::withdraw(signed(BOB), proposal), Error::<Test>::NotYourProposal);
		hypothetically!({
			assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
			assert_eq!(events(), [Event::Withdrawn { proposal }]);
			assert_eq!(end(proposal), Some(End::Withdrawn));
			run_to_block(now() + u64::from(EPOCH));
			assert_noop!(advance(proposal), Error::<Test>::NotDue);
		});
		// Once it is over, it is not.
		run_to_end(proposal);
		assert_noop!(Proposals::withdraw(signed(ALICE), proposal), Error::<Test>::NotAtThisStage);
	});
}

#[test]
fn it_counts_among_three_open_ones_until_it_is_over() {
	build_and_execute(|| {
		let first = confirming(Track::Fund);
		moved(Track::Care);
		moved(Track::Admission);
		let more = || Box::new(deed(Track::Withdrawal));
		let refused = Proposals::propose_motion(signed(ALICE), heading("One more"), more());
		assert_noop!(refused, Error::<Test>::TooManyOpen);
		run_to_end(first);
		assert_ok!(advance(first));
		assert_ok!(Proposals::propose_motion(signed(ALICE), heading("One more"), more()));
	});
}

#[test]
fn work_is_paid_when_it_has_passed_again_and_counts_as_without_a_bar() {
	build_and_execute(|| {
		let task = propose_task(ALICE, task(180));
		let reward = propose_reward(ALICE, reward(BOB, 180));
		for proposal in [task, reward] {
			ayes(&EVERYBODY[2..6], proposal);
		}
		run_to_end(task);
		for proposal in [task, reward] {
			assert_ok!(advance(proposal));
		}
		assert_eq!((escrowed(), wallet(BOB)), (0, WALLET));
		assert_eq!(Proposals::allowance(), (30_000, 10_000));
		run_to_end(task);
		events();
		assert_ok!(advance(task));
		let (route, from, until) = (Route::Second, now(), now() + u64::from(2 * EPOCH));
		assert_eq!(
			events(),
			[
				Event::Approved { proposal: task, route, from, until },
				Event::Funded { proposal: task, delivery: 1 },
			]
		);
		assert_ok!(advance(reward));
		assert_eq!((escrowed(), wallet(BOB)), (100, WALLET + 100));
		assert_eq!(Proposals::allowance(), (29_800, 9_800));
	});
}

#[test]
fn its_history_tells_of_it_once() {
	build_and_execute(|| {
		let proposal = confirming(Track::Fund);
		let began = now();
		run_to_quiet(proposal);
		nays(&[EVE, FERDIE], proposal);
		assert_eq!(restarts(proposal), 1);
		let ends = began + u64::from(EPOCH);
		let history = Histories::<Test>::get(proposal).into_inner();
		assert_eq!(history[1..], [(began, Stage::Confirming { ends, restarts: 0 })]);
		check_invariants();
		run_to_end(proposal);
		assert_ok!(advance(proposal));
		assert_eq!(Histories::<Test>::get(proposal).len(), 3);
	});
}

#[test]
fn those_who_come_while_it_is_confirmed_are_not_asked() {
	build_and_execute(|| {
		let proposal = confirming(Track::Fund);
		for who in 200..260 {
			join(who, Class::Worker);
		}
		pass_blocks(1u32);
		assert_noop!(vote(200, proposal, Nay), NO_VOICE);
		assert_eq!(prospect(proposal).electorate.votes.total(), 10_000);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), AT_THE_END);
	});
}
