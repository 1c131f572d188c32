// SPDX-License-Identifier: Apache-2.0

//! A question has options instead of for and against.

use crate::{mock::*, *};
use artel_primitives::vote::MAX_OPTIONS;
use frame::testing_prelude::*;

#[test]
fn each_option_gathers_its_weight() {
	build_and_execute(|| {
		earn(BOB, 1_000);
		join(DAVE, Class::User);
		let poll = ask(3);
		assert_ok!(vote(ALICE, poll, Vote::Option(0)));
		assert_ok!(vote(BOB, poll, Vote::Option(2)));
		assert_ok!(vote(DAVE, poll, Vote::Option(2)));
		assert_ok!(vote(CHARLIE, poll, Vote::Abstain));
		let gathered = [votes(1_000, 0, 0), votes(0, 0, 0), votes(2_500, 1_000, 0)];
		assert_eq!(options(poll), gathered);
		assert_eq!(tally(poll).abstains, votes(1_000, 0, 0));
		// AND nothing is for or against it
		let counted = Tally { abstains: votes(1_000, 0, 0), ..Tally::new(3) };
		assert_eq!(Tally { options: counted.options.clone(), ..tally(poll) }, counted);
	});
}

#[test]
fn a_member_may_choose_another_option() {
	build_and_execute(|| {
		let poll = ask(2);
		for choice in [Vote::Option(0), Vote::Option(1), Vote::Abstain, Vote::Option(1)] {
			assert_ok!(vote(ALICE, poll, choice));
		}
		assert_eq!(options(poll), [votes(0, 0, 0), votes(1_000, 0, 0)]);
		assert_eq!(tally(poll).abstains, votes(0, 0, 0));
	});
}

#[test]
fn a_question_takes_only_its_own_options() {
	build_and_execute(|| {
		let poll = ask(3);
		let wrong = [
			Vote::Option(3),
			Vote::Option(u8::MAX),
			Vote::Aye,
			Vote::Nay,
			block_because("This is no question."),
		];
		for choice in wrong {
			assert_noop!(vote(ALICE, poll, choice), Error::<Test>::ImpossibleChoice);
		}
		assert_ok!(vote(ALICE, poll, Vote::Option(2)));
	});
}

#[test]
fn what_is_no_question_has_no_options() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		for option in [0, 1, u8::MAX] {
			assert_noop!(vote(ALICE, poll, Vote::Option(option)), Error::<Test>::NotQuestion);
		}
		assert_eq!(tally(poll), Tally::default());
	});
}

#[test]
fn a_question_may_have_as_many_options_as_a_tally_holds() {
	build_and_execute(|| {
		let most = MAX_OPTIONS as u8;
		let poll = ask(most);
		assert_ok!(vote(ALICE, poll, Vote::Option(most - 1)));
		assert_eq!(options(poll).last(), Some(&votes(1_000, 0, 0)));
		assert_noop!(vote(BOB, poll, Vote::Option(most)), Error::<Test>::ImpossibleChoice);
	});
}
