// SPDX-License-Identifier: Apache-2.0

//! Ballots of what is long over are forgotten.

use crate::{mock::*, *};
use frame::testing_prelude::*;

/// Those who have a ballot on this poll.
fn voters(poll: PollId) -> Vec<AccountId> {
	let mut voters: Vec<_> = Ballots::<Test>::iter_key_prefix(poll).collect();
	voters.sort_unstable();
	voters
}

/// A poll on which the three founders have voted.
fn decided() -> PollId {
	let poll = open(GENERAL);
	for who in [ALICE, BOB, CHARLIE] {
		assert_ok!(vote(who, poll, Vote::Aye));
	}
	poll
}

#[test]
fn ballots_are_cleared_a_few_at_a_time_until_none_is_left() {
	build_and_execute(|| {
		let poll = decided();
		close(poll);
		assert!(!VoteBasket::clear(poll, 0));
		assert_eq!(voters(poll).len(), 3);
		assert!(!VoteBasket::clear(poll, 2));
		assert_eq!(voters(poll).len(), 1);
		assert!(VoteBasket::clear(poll, 2));
		assert!(voters(poll).is_empty());
		// AND there is nothing more to do
		for limit in [0, 2, u32::MAX] {
			assert!(VoteBasket::clear(poll, limit));
		}
	});
}

#[test]
fn as_many_as_there_are_leaves_none() {
	for (limit, none_left) in [(1, false), (2, false), (3, true), (4, true), (u32::MAX, true)] {
		build_and_execute(|| {
			let poll = decided();
			close(poll);
			assert_eq!(VoteBasket::clear(poll, limit), none_left, "{limit}");
			assert_eq!(voters(poll).is_empty(), none_left, "{limit}");
		});
	}
}

/// What is stored since the last block is cleared like what was stored before.
#[test]
fn it_makes_no_difference_when_they_were_cast() {
	let mut ext = new_test_ext();
	let poll = ext.execute_with(|| {
		join(DAVE, Class::User);
		decided()
	});
	ext.commit_all().expect("the storage can be written down");
	ext.execute_with(|| {
		assert_ok!(vote(DAVE, poll, Vote::Nay));
		close(poll);
		for left in [3, 2, 1] {
			assert!(!VoteBasket::clear(poll, 1));
			assert_eq!(voters(poll).len(), left);
		}
		assert!(VoteBasket::clear(poll, 1));
		assert!(voters(poll).is_empty());
		check_invariants();
	});
}

#[test]
fn the_ballots_of_other_polls_stay() {
	build_and_execute(|| {
		let (before, poll, after) = (decided(), decided(), decided());
		let tallies = (tally(before), tally(after));
		close(poll);
		assert!(VoteBasket::clear(poll, 100));
		for other in [before, after] {
			assert_eq!(voters(other), [ALICE, BOB, CHARLIE]);
			assert_ok!(vote(ALICE, other, Vote::Aye));
		}
		assert_eq!((tally(before), tally(after)), tallies);
		assert_eq!(VoteBasket::ballot(poll, ALICE), None);
	});
}

#[test]
fn neither_baskets_nor_delegations_are_cleared() {
	build_and_execute(|| {
		delegate(BOB, GENERAL, ALICE);
		earn(ALICE, 1_000);
		let poll = decided();
		close(poll);
		let electorate = VoteBasket::electorate();
		assert!(VoteBasket::clear(poll, 100));
		assert_eq!(VoteBasket::electorate(), electorate);
		assert_eq!(weight(ALICE), 2_500);
		assert_eq!(VoteBasket::delegations(BOB).len(), 1);
	});
}
