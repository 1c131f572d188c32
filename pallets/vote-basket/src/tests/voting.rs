// SPDX-License-Identifier: Apache-2.0

//! Members vote, and change their vote until votes are only cast.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn every_choice_is_counted_where_it_belongs() {
	build_and_execute(|| {
		let none = Tally::default;
		for (choice, part) in [
			(
				Vote::Aye,
				Tally {
					ayes: votes(1_000, 0, 0),
					aye_heads: 1,
					other_ayes: 1,
					seasoned_ayes: heads(1, 0, 0),
					..none()
				},
			),
			(
				Vote::Nay,
				Tally { nays: votes(1_000, 0, 0), seasoned_nays: heads(1, 0, 0), ..none() },
			),
			(Vote::Abstain, Tally { abstains: votes(1_000, 0, 0), ..none() }),
			(
				block_because("It harms the garden."),
				Tally {
					nays: votes(1_000, 0, 0),
					blocks: votes(1_000, 0, 0),
					block_heads: 1,
					seasoned_nays: heads(1, 0, 0),
					..none()
				},
			),
		] {
			let poll = open(GENERAL);
			assert_eq!(tally(poll), Tally::default());
			System::reset_events();
			assert_ok!(vote(ALICE, poll, choice.clone()));
			assert_eq!(tally(poll), part);
			assert_eq!(ballot(poll, ALICE), Some((choice.choice(), 1_000, None)));
			assert_eq!(events(), [Event::Voted { poll, who: ALICE, vote: choice, weight: 1_000 }]);
		}
	});
}

#[test]
fn votes_of_every_class_are_kept_apart() {
	build_and_execute(|| {
		join_with(DAVE, Class::User, Backing::Founder);
		join(EVE, Class::Supporter);
		let poll = open(GENERAL);
		for who in [ALICE, BOB, DAVE, EVE] {
			assert_ok!(vote(who, poll, Vote::Aye));
		}
		assert_ok!(vote(CHARLIE, poll, Vote::Nay));
		assert_eq!(
			tally(poll),
			Tally {
				ayes: votes(2_000, 1_000, 1_000),
				nays: votes(1_000, 0, 0),
				aye_heads: 4,
				other_ayes: 4,
				// Eve is not seasoned yet.
				seasoned_ayes: heads(2, 1, 0),
				seasoned_nays: heads(1, 0, 0),
				..Tally::default()
			}
		);
	});
}

#[test]
fn a_vote_may_be_changed_and_leaves_no_trace_of_what_it_was() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		let choices = [Vote::Aye, block_because("No."), Vote::Abstain, Vote::Nay, Vote::Aye];
		for choice in choices {
			assert_ok!(vote(ALICE, poll, choice.clone()));
			assert_eq!(ballot(poll, ALICE), Some((choice.choice(), 1_000, None)));
			check_invariants();
		}
		assert_eq!(
			tally(poll),
			Tally {
				ayes: votes(1_000, 0, 0),
				aye_heads: 1,
				other_ayes: 1,
				seasoned_ayes: heads(1, 0, 0),
				..Tally::default()
			}
		);
	});
}

#[test]
fn a_changed_vote_weighs_what_the_basket_has_become() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		// WHEN Alice earns something THEN the vote she has cast stays as it was
		earn(ALICE, 1_000);
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		assert_eq!(tally(poll).ayes, votes(1_000, 0, 0));
		// AND it weighs more only when she casts it again
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!(tally(poll).ayes, votes(2_500, 0, 0));
	});
}

#[test]
fn the_basket_is_updated_inside_the_vote() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!((weight(ALICE), tally(poll).ayes), (2_500, votes(2_500, 0, 0)));
		// AND not if the vote is refused
		earn(ALICE, 1_000);
		assert_noop!(vote(ALICE, poll, Vote::Option(0)), Error::<Test>::NotQuestion);
		assert_eq!(weight(ALICE), 2_500);
	});
}

#[test]
fn once_it_is_late_votes_are_cast_but_not_changed() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		lock(poll);
		// Alice has voted, and may say nothing else
		for choice in [Vote::Nay, Vote::Abstain, block_because("I see now.")] {
			assert_noop!(vote(ALICE, poll, choice), Error::<Test>::NotInQuietTime);
		}
		// but the same again
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		// Bob has not
		assert_ok!(vote(BOB, poll, Vote::Nay));
		assert_noop!(vote(BOB, poll, Vote::Aye), Error::<Test>::NotInQuietTime);
		assert_eq!((tally(poll).ayes, tally(poll).nays), (votes(1_000, 0, 0), votes(1_000, 0, 0)));
	});
}

#[test]
fn there_is_no_vote_on_what_is_not_open() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		close(poll);
		for number in [poll, poll + 1] {
			assert_noop!(vote(ALICE, number, Vote::Nay), Error::<Test>::NoSuchPoll);
			assert_noop!(vote_for(ALICE, number, Vote::Nay, &[]), Error::<Test>::NoSuchPoll);
		}
		// The ballot that was cast is still there to be read.
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 1_000, None)));
	});
}

#[test]
fn only_members_vote() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_noop!(vote(DAVE, poll, Vote::Aye), Error::<Test>::NotMember);
		assert_noop!(vote_for(DAVE, poll, Vote::Aye, &[ALICE]), Error::<Test>::NotMember);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				VoteBasket::vote(origin.clone(), poll, Vote::Aye),
				DispatchError::BadOrigin
			);
			let nobody = BoundedVec::default();
			assert_noop!(
				VoteBasket::vote_for(origin, poll, Vote::Aye, nobody),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn what_the_proposer_says_is_told_from_what_others_say_themselves() {
	build_and_execute(|| {
		delegate(CHARLIE, GENERAL, BOB);
		next_block();
		let poll = open_with(Terms { proposer: ALICE, ..terms(GENERAL) });
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[CHARLIE]));
		let all = Tally {
			ayes: votes(3_000, 0, 0),
			proposer_aye: votes(1_000, 0, 0),
			aye_heads: 3,
			// Charlie did not say it itself.
			other_ayes: 1,
			seasoned_ayes: heads(3, 0, 0),
			..Tally::default()
		};
		assert_eq!(tally(poll), all);
		// WHEN she then is against it THEN nothing of it is left
		assert_ok!(vote(ALICE, poll, Vote::Nay));
		assert_eq!((tally(poll).proposer_aye, tally(poll).other_ayes), (votes(0, 0, 0), 1));
		// AND it is hers also when a delegate says it for her
		delegate(ALICE, GENERAL, BOB);
		next_block();
		let poll = open_with(Terms { proposer: ALICE, ..terms(GENERAL) });
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		assert_eq!((tally(poll).proposer_aye, tally(poll).other_ayes), (votes(1_000, 0, 0), 1));
	});
}

#[test]
fn two_polls_know_nothing_of_each_other() {
	build_and_execute(|| {
		let (one, other) = (open(GENERAL), open(GENERAL));
		assert_ok!(vote(ALICE, one, Vote::Aye));
		assert_ok!(vote(ALICE, other, Vote::Nay));
		lock(one);
		assert_ok!(vote(ALICE, other, Vote::Abstain));
		assert_eq!(ballot(one, ALICE), Some((Choice::Aye, 1_000, None)));
		assert_eq!(ballot(other, ALICE), Some((Choice::Abstain, 1_000, None)));
	});
}
