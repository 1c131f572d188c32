// SPDX-License-Identifier: Apache-2.0

//! Members whom it concerns, or who gain by it, have no part in a decision: they neither vote, nor are
//! represented, nor speak for others, nor count.

use crate::{mock::*, *};
use artel_primitives::vote::Ordering;
use frame::testing_prelude::*;

fn update(who: AccountId) {
	assert_ok!(VoteBasket::update(signed(FERDIE), who));
}

/// What the electorate of a poll has, and how many they are, class by class.
fn counts(poll: PollId) -> ([VoteBalance; 3], [u32; 3], [u32; 3]) {
	let Electorate { votes, members, seasoned, .. } = electorate(poll);
	(votes.each(), members.each(), seasoned.each())
}

#[test]
fn whom_it_concerns_does_not_vote_on_it() {
	build_and_execute(|| {
		// Both sides of a delivery, whichever is named first.
		for sides in [[ALICE, BOB], [BOB, ALICE]] {
			let poll = open_without(&sides);
			for who in sides {
				for choice in [Vote::Aye, Vote::Nay, Vote::Abstain, block_because("I stay.")] {
					assert_noop!(vote(who, poll, choice), Error::<Test>::ConcernsYou);
				}
			}
			assert_ok!(vote(CHARLIE, poll, Vote::Aye));
		}
	});
}

/// (23)
#[test]
fn nobody_votes_for_whom_it_concerns() {
	build_and_execute(|| {
		for who in [BOB, CHARLIE] {
			delegate(who, GENERAL, ALICE);
		}
		let poll = open_without(&[BOB]);
		System::reset_events();
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[BOB, CHARLIE]));
		assert_eq!(
			events()[1..],
			[
				Event::NotVotedFor { poll, who: BOB },
				Event::VotedFor { poll, who: CHARLIE, by: ALICE, weight: 1_000 },
			]
		);
		assert_eq!(ballot(poll, BOB), None);
	});
}

/// (23) Attack P8: the proposer of a reward to itself votes for two delegators.
#[test]
fn whom_it_concerns_votes_for_nobody_else() {
	build_and_execute(|| {
		for who in [BOB, CHARLIE] {
			delegate(who, GENERAL, ALICE);
		}
		next_block();
		let filed = Terms { proposer: ALICE, silent: silent(&[ALICE]), ..terms(GENERAL) };
		let poll = open_with(filed);
		for whom in [&[BOB, CHARLIE][..], &[BOB], &[]] {
			for choice in [Vote::Aye, Vote::Nay, Vote::Abstain] {
				assert_noop!(vote_for(ALICE, poll, choice, whom), Error::<Test>::ConcernsYou);
			}
		}
		assert_eq!(tally(poll), Tally::default());
		// AND they vote for themselves
		assert_ok!(vote(BOB, poll, Vote::Nay));
	});
}

#[test]
fn it_is_in_no_part_of_the_electorate() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		earn(ALICE, 1_000);
		earn(DAVE, 100);
		let (without_alice, without_both) = (open_without(&[ALICE]), open_without(&[DAVE, ALICE]));
		assert_eq!(counts(without_alice), ([2_000, 1_000, 0], [2, 1, 0], [2, 0, 0]));
		assert_eq!(counts(without_both), ([2_000, 0, 0], [2, 0, 0], [2, 0, 0]));
		// WHEN baskets grow THEN all of theirs is left out, and what the others have gained is in it
		for who in [ALICE, DAVE] {
			update(who);
		}
		assert_eq!(counts(without_alice), ([2_000, 1_150, 0], [2, 1, 0], [2, 0, 0]));
		assert_eq!(counts(without_both), ([2_000, 0, 0], [2, 0, 0], [2, 0, 0]));
		// AND whoever was not there, or never is, is in no part of it anyway
		next_block();
		join(EVE, Class::Worker);
		for who in [EVE, FERDIE] {
			assert_eq!(electorate_without(without_alice, &[who]).votes, votes(4_500, 1_150, 0));
		}
	});
}

/// Nobody moves the denominator of what concerns it: not by leaving, nor by becoming something else,
/// however often.
#[test]
fn it_stays_out_of_it_whatever_it_becomes() {
	let become_something: [(&str, fn()); 7] = [
		("leaves", || leave(ALICE)),
		("leaves and returns", || {
			leave(ALICE);
			next_block();
			join(ALICE, Class::User);
			set_love(ALICE, 9_000);
			update(ALICE);
		}),
		("leaves twice", || {
			for _ in 0..2 {
				leave(ALICE);
				next_block();
				join(ALICE, Class::Worker);
				next_block();
			}
			leave(ALICE);
		}),
		("changes its class", || {
			change_class(ALICE, Class::User);
			set_love(ALICE, 9_000);
			update(ALICE);
		}),
		("changes its class twice", || {
			change_class(ALICE, Class::User);
			next_block();
			change_class(ALICE, Class::Worker);
			set_love(ALICE, 9_000);
			update(ALICE);
		}),
		("changes its class twice at once", || {
			change_class(ALICE, Class::User);
			change_class(ALICE, Class::Supporter);
		}),
		("changes its class and leaves", || {
			change_class(ALICE, Class::User);
			next_block();
			leave(ALICE);
		}),
	];
	for (what, become_it) in become_something {
		for wait in [false, true] {
			build_and_execute(|| {
				earn(ALICE, 2_000);
				let poll = open_without(&[ALICE]);
				// Its basket grows after the filing.
				update(ALICE);
				let filed = counts(poll);
				assert_eq!(filed, ([2_000, 0, 0], [2, 0, 0], [2, 0, 0]));
				if wait {
					next_block();
				}
				become_it();
				assert_eq!(counts(poll), filed, "it {what}, and waits: {wait}");
			});
		}
	}
}

/// The other side may have left long before a dispute about its delivery is filed. It was not there then,
/// so nothing is missing without it.
#[test]
fn who_had_left_before_the_filing_is_not_taken_out_once_more() {
	for (blocks, rejoins) in [(0, false), (1, false), (0, true), (1, true)] {
		build_and_execute(|| {
			earn(ALICE, 2_000);
			update(ALICE);
			next_block();
			leave(ALICE);
			if rejoins {
				join(ALICE, Class::User);
			}
			for _ in 0..blocks {
				next_block();
			}
			let poll = open_with(Terms { silent: silent(&[ALICE, BOB]), ..terms(GENERAL) });
			assert_eq!(counts(poll), ([1_000, 0, 0], [1, 0, 0], [1, 0, 0]), "{blocks} {rejoins}");
		});
	}
}

/// What is filed before somebody leaves is told from what is filed after it, in the same block too.
#[test]
fn the_order_within_a_block_counts() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		next_block();
		change_class(DAVE, Class::Supporter);
		let file = || open_with(Terms { silent: silent(&[ALICE, DAVE]), ..terms(GENERAL) });
		let before = file();
		leave(ALICE);
		let between = file();
		leave(DAVE);
		let after = file();
		let others = ([2_000, 0, 0], [2, 0, 0], [2, 0, 0]);
		for (at, poll) in [before, between, after].into_iter().enumerate() {
			assert_eq!(counts(poll), others, "{at}");
		}
		// With nobody silent it shows who was there.
		let all = |poll| electorate_without(poll, &[]).votes.each();
		assert_eq!(all(before), [3_000, 1_000, 0]);
		assert_eq!(all(between), [2_000, 1_000, 0]);
		assert_eq!(all(after), [2_000, 0, 0]);
	});
}

/// After two changes in the block of a filing it is not on that roll, so nothing is missing without it.
#[test]
fn who_was_two_things_in_the_block_of_the_filing_is_not_taken_out() {
	build_and_execute(|| {
		let file = || open_with(Terms { silent: silent(&[ALICE]), ..terms(GENERAL) });
		next_block();
		change_class(ALICE, Class::User);
		let between = file();
		change_class(ALICE, Class::Worker);
		for poll in [between, file()] {
			assert_eq!(counts(poll), ([2_000, 0, 0], [2, 0, 0], [2, 0, 0]));
		}
		// She was on the roll between them.
		assert_eq!(electorate_without(between, &[]).votes, votes(3_000, 0, 0));
	});
}

/// The last few classes that somebody has left are remembered. What is forgotten makes bars higher, never
/// lower.
#[test]
fn only_so_many_classes_that_somebody_left_are_remembered() {
	build_and_execute(|| {
		let poll = open_without(&[ALICE]);
		for turn in 0..PASTS_KNOWN {
			assert_eq!(electorate_votes(poll), [2_000, 0, 0]);
			next_block();
			change_class(ALICE, [Class::User, Class::Worker][turn as usize % 2]);
		}
		assert_eq!(electorate_votes(poll), [2_000, 0, 0]);
		next_block();
		change_class(ALICE, Class::Supporter);
		assert_eq!(Former::<Test>::get(ALICE).0.len() as u32, PASTS_KNOWN);
		assert_eq!(electorate_votes(poll), [3_000, 0, 0]);
	});
}

#[test]
fn who_is_alone_and_concerned_leaves_nobody() {
	build_and_execute(|| {
		for who in [BOB, CHARLIE] {
			leave(who);
		}
		let nobody = electorate(open_without(&[ALICE]));
		assert_eq!((nobody.votes, nobody.members, nobody.seasoned), Default::default());
		assert_eq!(nobody.compare(&votes(0, 0, 0), 0, 1), Ordering::Less);
	});
}
