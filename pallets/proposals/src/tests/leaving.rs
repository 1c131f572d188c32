// SPDX-License-Identifier: Apache-2.0

//! What becomes of proposals when somebody leaves.

use super::*;

#[test]
fn what_a_leaver_proposed_is_voted_on_all_the_same() {
	build_and_execute(|| {
		let motion = moved(Track::Fund);
		let question = ask(ALICE, &["yes", "no"]);
		ayes(&EVERYBODY[..6], motion);
		leave(ALICE);
		assert!(!OpenBy::<Test>::contains_key(ALICE));
		ayes(&[GEORGE], motion);
		vote_all(&[GEORGE], question, Choice::Option(0));
		run_to_end(question);
		assert_ok!(advance(question));
		assert_eq!(end(question), Some(End::Answered(Some(0))));
		assert_ok!(advance(motion));
		pass_blocks(DAY);
		assert_ok!(execute(motion));
		assert_eq!(deeds().len(), 1);
	});
}

#[test]
fn who_comes_back_begins_with_nothing_open() {
	build_and_execute(|| {
		let motions = [(); 3].map(|()| moved(Track::Fund));
		leave(ALICE);
		pass_blocks(1u32);
		join(ALICE, Class::Worker);
		assert_noop!(vote(ALICE, motions[0], Choice::Aye), NO_VOICE);
		let later = [(); 3].map(|()| moved(Track::Fund));
		// What she proposed before is no more in her way, nor does its end make any room.
		assert_ok!(Proposals::withdraw(signed(ALICE), motions[0]));
		let one_more =
			Proposals::ask(signed(ALICE), heading("?"), 0, options(&["yes", "no"]), None);
		assert_noop!(one_more, Error::<Test>::TooManyOpen);
		assert_eq!(OpenBy::<Test>::get(ALICE).into_inner(), later);
	});
}

#[test]
fn who_gains_by_it_and_has_left_gains_nothing() {
	build_and_execute(|| {
		let task = propose_task(ALICE, task_for(BOB, 180));
		let reward = propose_reward(ALICE, reward(BOB, 180));
		for proposal in [task, reward] {
			ayes(&EVERYBODY[2..7], proposal);
		}
		leave(BOB);
		// He is not counted for that.
		assert_eq!(prospect(task).electorate.votes.total(), 9 * VOTE);
		run_to_notice(task);
		events();
		for proposal in [task, reward] {
			assert_ok!(advance(proposal));
			assert_eq!(end(proposal), Some(End::Lapsed));
			assert!(matches!(
				events()[..],
				[Event::Approved { .. }, Event::Lapsed { proposal: it, last_error: None }] if it == proposal
			));
		}
		assert_eq!((pool(), escrowed()), (POOL + WALLET, 0));
	});
}

#[test]
fn who_was_to_pay_and_has_left_pays_nothing() {
	build_and_execute(|| {
		let task = propose_task(ALICE, own_task(180));
		ayes(&EVERYBODY[..6], task);
		leave(ALICE);
		run_to_notice(task);
		assert_ok!(advance(task));
		assert_eq!(end(task), Some(End::Lapsed));
	});
}

#[test]
fn somebody_who_has_nothing_to_do_with_it_leaves_without_a_trace() {
	build_and_execute(|| {
		moved(Track::Fund);
		funded(ALICE, task(180));
		let before = keys();
		leave(JUDY);
		assert_eq!(keys(), before);
	});
}

#[test]
fn whom_it_concerned_and_has_left_counts_no_less_and_no_more() {
	build_and_execute(|| {
		let motion = propose_motion(ALICE, deed_about(Track::Expulsion, BOB));
		ayes(&[ALICE, CHARLIE, DAVE, EVE, FERDIE, GEORGE], motion);
		leave(BOB);
		assert_eq!(prospect(motion).electorate.votes.total(), 9 * VOTE);
		run_to_notice(motion);
		assert_eq!(outcome(motion), BY_BAR);
	});
}
