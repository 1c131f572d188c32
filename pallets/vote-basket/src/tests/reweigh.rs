// SPDX-License-Identifier: Apache-2.0

//! A ballot is brought to what its voter's basket weighs now.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn anyone_brings_a_ballot_to_the_present_basket() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, block_because("No.")));
		earn(ALICE, 1_000);
		System::reset_events();
		// WHEN somebody asks who is no member
		assert_ok!(VoteBasket::reweigh(signed(FERDIE), poll, ALICE));
		assert_eq!(
			events(),
			[
				Event::BasketGrew { who: ALICE, growth: 1_500, weight: 2_500 },
				Event::Reweighed { poll, who: ALICE, weight: 2_500 },
			]
		);
		// THEN it says what it said, once, with all that the basket holds
		assert_eq!(ballot(poll, ALICE), Some((Choice::Block, 2_500, None)));
		assert_eq!(
			tally(poll),
			Tally {
				nays: votes(2_500, 0, 0),
				blocks: votes(2_500, 0, 0),
				block_heads: 1,
				seasoned_nays: heads(1, 0, 0),
				..Tally::default()
			}
		);
		assert_noop!(reweigh(poll, ALICE), Error::<Test>::AlreadyUpToDate);
	});
}

/// (25) Whatever makes the electorate grow may make the ballot grow, in the quiet time too.
#[test]
fn also_when_votes_are_only_cast() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		lock(poll);
		earn(ALICE, 1_000);
		// Somebody makes the denominator grow, and not the numerator.
		assert_ok!(VoteBasket::update(signed(FERDIE), ALICE));
		assert_eq!((tally(poll).ayes, electorate_votes(poll)), (votes(1_000, 0, 0), [4_500, 0, 0]));
		System::reset_events();
		assert_ok!(reweigh(poll, ALICE));
		assert_eq!(events(), [Event::Reweighed { poll, who: ALICE, weight: 2_500 }]);
		assert_eq!(tally(poll).ayes, votes(2_500, 0, 0));
	});
}

#[test]
fn a_ballot_by_a_delegate_stays_by_it() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		let poll = open(GENERAL);
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		assert_ok!(VoteBasket::undelegate(signed(ALICE), GENERAL));
		earn(ALICE, 1_000);
		assert_ok!(reweigh(poll, ALICE));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 2_500, Some(BOB))));
		assert_eq!((tally(poll).aye_heads, tally(poll).other_ayes), (2, 1));
	});
}

#[test]
fn what_the_proposer_said_stays_the_proposers() {
	build_and_execute(|| {
		next_block();
		let poll = open_with(Terms { proposer: ALICE, ..terms(GENERAL) });
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		earn(ALICE, 1_000);
		assert_ok!(reweigh(poll, ALICE));
		assert_eq!(tally(poll).proposer_aye, votes(2_500, 0, 0));
		assert_eq!((tally(poll).aye_heads, tally(poll).other_ayes), (1, 0));
	});
}

#[test]
fn an_option_of_a_question_is_reweighed_as_well() {
	build_and_execute(|| {
		let poll = ask(3);
		assert_ok!(vote(ALICE, poll, Vote::Option(2)));
		earn(ALICE, 1_000);
		assert_ok!(reweigh(poll, ALICE));
		assert_eq!(options(poll), [votes(0, 0, 0), votes(0, 0, 0), votes(2_500, 0, 0)]);
	});
}

#[test]
fn on_leave_nothing_grows() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		earn(ALICE, 1_000);
		go_on_leave(ALICE);
		assert_noop!(reweigh(poll, ALICE), Error::<Test>::AlreadyUpToDate);
		come_back(ALICE);
		assert_ok!(reweigh(poll, ALICE));
	});
}

#[test]
fn there_is_nothing_to_reweigh_without_a_ballot_or_an_open_vote() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		for who in [BOB, DAVE] {
			earn(who, 1_000);
			assert_noop!(reweigh(poll, who), Error::<Test>::NotVoted);
		}
		earn(ALICE, 1_000);
		assert_noop!(reweigh(poll + 1, ALICE), Error::<Test>::NoSuchPoll);
		close(poll);
		assert_noop!(reweigh(poll, ALICE), Error::<Test>::NoSuchPoll);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(VoteBasket::reweigh(origin, poll, ALICE), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn saying_the_same_again_is_as_good() {
	build_and_execute(|| {
		delegate(BOB, GENERAL, ALICE);
		let poll = open(GENERAL);
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[BOB]));
		lock(poll);
		for who in [ALICE, BOB] {
			earn(who, 1_000);
		}
		// WHEN the delegate says the same once more THEN both ballots are brought to the present
		System::reset_events();
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[BOB]));
		assert_eq!(
			events(),
			[
				Event::BasketGrew { who: ALICE, growth: 1_500, weight: 2_500 },
				Event::Voted { poll, who: ALICE, vote: Vote::Aye, weight: 2_500 },
				Event::BasketGrew { who: BOB, growth: 1_500, weight: 2_500 },
				Event::VotedFor { poll, who: BOB, by: ALICE, weight: 2_500 },
			]
		);
		assert_eq!((tally(poll).ayes, tally(poll).aye_heads), (votes(5_000, 0, 0), 2));
		// AND so does a member itself
		earn(ALICE, 1_000);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!(tally(poll).ayes, votes(4_000 + 2_500, 0, 0));
	});
}
