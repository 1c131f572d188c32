// SPDX-License-Identifier: Apache-2.0

//! Somebody changes its class while a vote is on: it votes, and counts, in the class of the filing.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn update(who: AccountId) {
	assert_ok!(VoteBasket::update(signed(FERDIE), who));
}

#[test]
fn it_votes_in_the_class_of_the_filing_with_what_it_left_it_with() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		update(ALICE);
		let poll = open(GENERAL);
		next_block();
		change_class(ALICE, Class::Supporter);
		earn(ALICE, 1_000);
		System::reset_events();
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		// Her basket grows, and the vote does not.
		assert_eq!(
			events(),
			[
				Event::BasketGrew { who: ALICE, growth: 1_500, weight: 4_000 },
				Event::Voted { poll, who: ALICE, vote: Vote::Aye, weight: 2_500 },
			]
		);
		assert_eq!(tally(poll).ayes, votes(2_500, 0, 0));
		assert_eq!(tally(poll).seasoned_ayes, heads(1, 0, 0));
		// AND so it is when she changes it, and on what is filed next she is a supporter
		assert_ok!(vote(ALICE, poll, Vote::Nay));
		assert_eq!(tally(poll).nays, votes(2_500, 0, 0));
		let next = open(GENERAL);
		assert_ok!(vote(ALICE, next, Vote::Aye));
		assert_eq!(tally(next).ayes, votes(0, 0, 4_000));
	});
}

/// It had voted with less than it then left its class with.
#[test]
fn a_ballot_is_brought_by_its_voter_to_what_it_left_the_class_with_and_by_nobody_else() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		earn(ALICE, 1_000);
		update(ALICE);
		next_block();
		change_class(ALICE, Class::User);
		assert_noop!(reweigh(poll, ALICE), Error::<Test>::AlreadyUpToDate);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!((tally(poll).ayes, tally(poll).aye_heads), (votes(2_500, 0, 0), 1));
		assert_eq!(electorate_votes(poll), [4_500, 0, 0]);
	});
}

#[test]
fn a_delegate_votes_for_it_in_the_class_of_the_filing() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		let poll = open(GENERAL);
		next_block();
		change_class(ALICE, Class::User);
		set_love(ALICE, 5_000);
		assert_ok!(vote_for(BOB, poll, Vote::Nay, &[ALICE]));
		assert_eq!(tally(poll).nays, votes(2_000, 0, 0));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Nay, 1_000, Some(BOB))));
	});
}

#[test]
fn who_changes_it_twice_does_not_vote_any_more() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		delegate(CHARLIE, GENERAL, ALICE);
		let (voted, silent) = (open(GENERAL), open(GENERAL));
		assert_ok!(vote(ALICE, voted, Vote::Aye));
		let filed = (electorate(voted), electorate(silent));
		next_block();
		change_class(ALICE, Class::User);
		let between = open(GENERAL);
		next_block();
		// Back to where she was at the filing, even.
		change_class(ALICE, Class::Worker);
		for poll in [voted, silent] {
			assert_eq!(voice(ALICE, poll), 0);
			assert_noop!(vote(ALICE, poll, Vote::Aye), Error::<Test>::TooManyClassChanges);
			let for_others = vote_for(ALICE, poll, Vote::Aye, &[CHARLIE]);
			assert_noop!(for_others, Error::<Test>::TooManyClassChanges);
			assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		}
		assert_noop!(reweigh(voted, ALICE), Error::<Test>::TooManyClassChanges);
		// What she has cast stays, and so does what could be cast.
		assert_eq!(ballot(voted, ALICE), Some((Choice::Aye, 1_000, None)));
		assert_eq!(ballot(silent, ALICE), None);
		assert_eq!((electorate(voted), electorate(silent)), filed);
		// AND on what was filed between the changes she votes as a user
		assert_ok!(vote(ALICE, between, Vote::Aye));
		assert_eq!(tally(between).ayes, votes(0, 1_000, 0));
	});
}

/// (8, 16) With class weights, somebody changes to a tiny class to weigh more on what is open.
#[test]
fn nobody_weighs_more_on_what_is_open_by_changing_its_class() {
	build_and_execute(|| {
		set_class_weights(50, 25, 25);
		join_with(DAVE, Class::User, Backing::Founder);
		let poll = open(GENERAL);
		let share = || {
			let all = electorate(poll);
			(1..=100).find(|percent| all.compare(&tally(poll).ayes, *percent, 100).is_lt())
		};
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		let before = share();
		next_block();
		change_class(ALICE, Class::Supporter);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!(share(), before);
	});
}
