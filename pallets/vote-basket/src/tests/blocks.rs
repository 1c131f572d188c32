// SPDX-License-Identifier: Apache-2.0

//! Blocks say that something should not happen at all.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn a_block_needs_a_reason() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		for blank in ["", " ", "\u{3000} \n"] {
			let silent = block_because(blank);
			assert_noop!(vote(ALICE, poll, silent.clone()), Error::<Test>::ReasonMissing);
			assert_noop!(vote_for(ALICE, poll, silent, &[BOB]), Error::<Test>::ReasonMissing);
		}
		assert_ok!(vote(ALICE, poll, block_because("It wastes the water.")));
	});
}

#[test]
fn the_reason_is_told_to_everyone() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		let vote = block_because("It wastes the water.");
		assert_ok!(VoteBasket::vote(signed(ALICE), poll, vote.clone()));
		assert_eq!(events(), [Event::Voted { poll, who: ALICE, vote, weight: 1_000 }]);
	});
}

#[test]
fn a_block_counts_as_against_and_as_a_block() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Nay));
		assert_ok!(vote(BOB, poll, block_because("No.")));
		assert_ok!(vote(DAVE, poll, block_because("No.")));
		assert_eq!(
			tally(poll),
			Tally {
				nays: votes(2_000, 1_000, 0),
				blocks: votes(1_000, 1_000, 0),
				block_heads: 2,
				seasoned_nays: heads(2, 0, 0),
				..Tally::default()
			}
		);
	});
}

#[test]
fn a_block_taken_back_is_gone() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, block_because("No.")));
		assert_ok!(vote(ALICE, poll, Vote::Nay));
		assert_eq!(
			tally(poll),
			Tally { nays: votes(1_000, 0, 0), seasoned_nays: heads(1, 0, 0), ..Tally::default() }
		);
	});
}

#[test]
fn a_delegate_blocks_for_itself_and_votes_against_for_its_delegators() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		for who in [BOB, CHARLIE] {
			delegate(who, GENERAL, ALICE);
		}
		assert_ok!(vote_for(ALICE, poll, block_because("No."), &[BOB, CHARLIE]));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Block, 1_000, None)));
		assert_eq!(ballot(poll, BOB), Some((Choice::Nay, 1_000, Some(ALICE))));
		assert_eq!(
			tally(poll),
			Tally {
				nays: votes(3_000, 0, 0),
				blocks: votes(1_000, 0, 0),
				block_heads: 1,
				seasoned_nays: heads(3, 0, 0),
				..Tally::default()
			}
		);
		// AND Bob may block as well, for himself
		assert_ok!(vote(BOB, poll, block_because("Nor do I want it.")));
		assert_eq!(tally(poll).block_heads, 2);
	});
}
