// SPDX-License-Identifier: Apache-2.0

//! How questions are answered.

use super::*;

/// How a question of three options is answered.
fn answered(weights: [VoteBalance; 4]) -> Option<u8> {
	let mut answer = None;
	build_and_execute(|| {
		let question = ask(JUDY, &["tea", "coffee", "water"]);
		for (at, weight) in (0u8..3).zip(weights) {
			let who = EVERYBODY[usize::from(at)];
			set_vote(who, weight);
			if weight > 0 {
				vote_all(&[who], question, Choice::Option(at));
			}
		}
		if weights[3] > 0 {
			set_vote(JUDY, weights[3]);
			vote_all(&[JUDY], question, Choice::Abstain);
		}
		run_to_block(rules(question).ends - 1);
		assert_noop!(advance(question), Error::<Test>::NotDue);
		run_to_end(question);
		events();
		assert_ok!(advance(question));
		let Some(End::Answered(option)) = end(question) else { panic!("it is answered") };
		assert_eq!(events(), [Event::Answered { proposal: question, option }]);
		answer = option;
	});
	answer
}

#[test]
fn the_option_that_weighs_most_is_the_answer() {
	assert_eq!(answered([1_000, 1_001, 1_000, 0]), Some(1));
	assert_eq!(answered([1_000, 0, 0, 9_000]), Some(0));
	assert_eq!(answered([999, 1, 1_000, 0]), Some(2));
	// However little that is of all VOTE.
	assert_eq!(answered([0, 0, 1, 0]), Some(2));
}

#[test]
fn where_two_weigh_the_same_or_nobody_votes_a_question_is_undecided() {
	assert_eq!(answered([1_000, 1_000, 999, 0]), None);
	assert_eq!(answered([500, 1_000, 1_000, 0]), None);
	assert_eq!(answered([1_000, 1_000, 1_000, 0]), None);
	assert_eq!(answered([0, 0, 0, 0]), None);
	assert_eq!(answered([0, 0, 0, 9_000]), None);
}

#[test]
fn a_question_is_never_answered_early() {
	build_and_execute(|| {
		let short = ask(ALICE, &["yes", "no"]);
		let (text, week) = (options(&["yes", "no"]), Some(u64::from(EPOCH)));
		assert_ok!(Proposals::ask(signed(ALICE), heading("And now?"), 0, text, week));
		let long = last();
		for question in [short, long] {
			vote_all(&EVERYBODY, question, Choice::Option(0));
		}
		run_to_block(rules(short).ends - 1);
		assert_noop!(advance(short), Error::<Test>::NotDue);
		run_to_end(short);
		assert_ok!(advance(short));
		assert_noop!(advance(long), Error::<Test>::NotDue);
		assert_ok!(vote(ALICE, long, Choice::Option(1)));
		run_to_block(rules(long).ends - 1);
		assert_noop!(advance(long), Error::<Test>::NotDue);
	});
}
