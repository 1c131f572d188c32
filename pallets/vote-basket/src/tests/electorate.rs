// SPDX-License-Identifier: Apache-2.0

//! The electorate of what was filed when.

use crate::{mock::*, *};
use artel_primitives::vote::Ordering;
use frame::testing_prelude::*;

const FOUNDERS: [AccountId; 3] = [ALICE, BOB, CHARLIE];

fn update(who: AccountId) {
	assert_ok!(VoteBasket::update(signed(FERDIE), who));
}

#[test]
fn everybody_who_is_a_member_at_filing_is_in_it() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		join(EVE, Class::Supporter);
		let poll = open(GENERAL);
		assert_eq!(
			electorate(poll),
			Electorate {
				votes: votes(3_000, 1_000, 1_000),
				members: heads(3, 1, 1),
				seasoned: heads(3, 0, 0),
				weights: None,
			}
		);
	});
}

#[test]
fn it_grows_with_every_basket_on_the_roll() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		earn(ALICE, 1_000);
		// Nobody has looked yet
		assert_eq!(electorate_votes(poll), [3_000, 0, 0]);
		update(ALICE);
		assert_eq!(electorate_votes(poll), [4_500, 0, 0]);
	});
}

#[test]
fn who_leaves_after_filing_stays_in_it_and_so_does_its_ballot() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		leave(ALICE);
		// THEN her ballot, her weight and her head stay where they were
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 2_500, None)));
		assert_eq!((tally(poll).ayes, tally(poll).aye_heads), (votes(2_500, 0, 0), 1));
		assert_eq!(electorate_votes(poll), [4_500, 0, 0]);
		assert_eq!(electorate(poll).members, heads(3, 0, 0));
		// AND are not in the electorate of what is filed now
		let now = VoteBasket::electorate();
		assert_eq!((now.votes, now.members), (votes(2_000, 0, 0), heads(2, 0, 0)));
		// AND she cannot change it any more, nor can anybody reweigh it
		assert_noop!(vote(ALICE, poll, Vote::Nay), Error::<Test>::NotMember);
		assert_noop!(reweigh(poll, ALICE), Error::<Test>::NotMember);
	});
}

/// (25) Attack P9: whoever joins after the filing counts neither with its VOTE nor by head, and does not
/// vote.
#[test]
fn who_joins_after_filing_neither_votes_nor_counts() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		let filed = electorate(poll);
		for (who, class) in [(DAVE, Class::User), (EVE, Class::Worker)] {
			next_block();
			join_with(who, class, Backing::Founder);
			let choices = [Vote::Aye, Vote::Nay, Vote::Abstain, block_because("I am new here.")];
			for choice in choices {
				assert_noop!(vote(who, poll, choice), Error::<Test>::NotMemberThen);
			}
			// Nor does what they grow.
			earn(who, 1_000);
			update(who);
		}
		assert_eq!(electorate(poll), filed);
		// AND on what is filed afterwards they vote, and count
		let next = open(GENERAL);
		assert_ok!(vote(DAVE, next, Vote::Aye));
		assert_eq!(electorate_votes(next), [5_500, 2_500, 0]);
		assert_eq!(electorate(next).members, heads(4, 1, 0));
	});
}

/// (25) Attack P9 as it was carried out: three of three become three of five, and two who block at 33 %
/// are diluted.
#[test]
fn what_was_reached_cannot_be_undone_by_admissions() {
	build_and_execute(|| {
		let (all_for_it, blocked) = (open(GENERAL), open(GENERAL));
		for who in FOUNDERS {
			assert_ok!(vote(who, all_for_it, Vote::Aye));
		}
		for who in [ALICE, BOB] {
			assert_ok!(vote(who, blocked, block_because("No.")));
		}
		let lies = || {
			(
				electorate(all_for_it).compare(&tally(all_for_it).ayes, 1, 1),
				electorate(blocked).compare(&tally(blocked).blocks, 2, 3),
				electorate(all_for_it).seasoned,
			)
		};
		let reached = (Ordering::Equal, Ordering::Equal, heads(3, 0, 0));
		assert_eq!(lies(), reached);
		for who in 20..30 {
			next_block();
			join_with(who, Class::Worker, Backing::Founder);
			earn(who, 5_000);
			update(who);
			assert_eq!(lies(), reached);
		}
	});
}

#[test]
fn who_leaves_and_joins_again_does_not_vote_on_what_was_filed_before() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		let filed = electorate(poll);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		next_block();
		leave(ALICE);
		join(ALICE, Class::Worker);
		assert_noop!(vote(ALICE, poll, Vote::Nay), Error::<Test>::NotMemberThen);
		assert_noop!(reweigh(poll, ALICE), Error::<Test>::NotMemberThen);
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 1_000, None)));
		earn(ALICE, 1_000);
		update(ALICE);
		assert_eq!(electorate(poll), filed);
		assert_eq!(VoteBasket::electorate().votes, votes(2_000, 0, 0));
		next_block();
		assert_eq!(VoteBasket::electorate().votes, votes(4_500, 0, 0));
	});
}

/// Members who entered, left or changed class in the block of a filing are on the roll exactly as they vote.
#[test]
fn what_happens_in_the_block_of_a_filing_counts_as_it_votes() {
	build_and_execute(|| {
		// GIVEN Dave has been a user, and in one block: Eve joins, Alice leaves, Dave becomes a supporter
		join_with(DAVE, Class::User, Backing::Founder);
		next_block();
		join_with(EVE, Class::Worker, Backing::Founder);
		leave(ALICE);
		change_class(DAVE, Class::Supporter);
		earn(EVE, 1_000);
		update(EVE);
		// WHEN something is filed then
		let poll = open_with(terms(GENERAL));
		// THEN Bob and Charlie are on the roll, and Dave as the user that he was
		let filed = Electorate {
			votes: votes(2_000, 1_000, 0),
			members: heads(2, 1, 0),
			seasoned: heads(2, 1, 0),
			weights: None,
		};
		assert_eq!(electorate(poll), filed);
		assert_noop!(vote(EVE, poll, Vote::Aye), Error::<Test>::NotMemberThen);
		assert_noop!(vote(ALICE, poll, Vote::Aye), Error::<Test>::NotMember);
		for who in [BOB, CHARLIE, DAVE] {
			assert_ok!(vote(who, poll, Vote::Aye));
		}
		assert_eq!(tally(poll).ayes, filed.votes);
		// AND what happens later in that block changes nothing
		leave(BOB);
		leave(EVE);
		leave(DAVE);
		join(EVE, Class::User);
		assert_eq!(electorate(poll), filed);
		// BUT something filed after it has only Charlie, though Eve had grown and Dave been two things
		let later = open_with(terms(GENERAL));
		assert_eq!(electorate_votes(later), [1_000, 0, 0]);
		assert_eq!(electorate(later).members, heads(1, 0, 0));
		assert_eq!(electorate(later).seasoned, heads(1, 0, 0));
		// AND once the block is over Eve is there as well
		assert_eq!(electorate_votes(open(GENERAL)), [1_000, 1_000, 0]);
		assert_eq!(electorate(poll), filed);
	});
}

#[test]
fn who_is_two_things_in_one_block_is_nothing_on_what_is_filed_then() {
	build_and_execute(|| {
		change_class(ALICE, Class::User);
		change_class(ALICE, Class::Supporter);
		let poll = open_with(terms(GENERAL));
		assert_eq!(electorate_votes(poll), [2_000, 0, 0]);
		assert_eq!(electorate(poll).members, heads(2, 0, 0));
		assert_noop!(vote(ALICE, poll, Vote::Aye), Error::<Test>::TooManyClassChanges);
		assert_eq!(electorate_votes(open(GENERAL)), [2_000, 0, 1_000]);
	});
}

#[test]
fn a_change_of_class_destroys_in_one_and_enters_in_the_other() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		next_block();
		change_class(ALICE, Class::Supporter);
		// THEN what is filed next counts her among the supporters
		let Totals { grown, entered, destroyed, members, seasoned, .. } = Counters::<Test>::get();
		assert_eq!(
			(grown, entered, destroyed, members, seasoned),
			(
				votes(1_500, 0, 0),
				votes(3_000, 0, 2_500),
				votes(2_500, 0, 0),
				heads(2, 0, 1),
				heads(2, 0, 1)
			)
		);
		let next = open(GENERAL);
		assert_eq!(electorate_votes(next), [2_000, 0, 2_500]);
		assert_eq!(electorate(next).members, heads(2, 0, 1));
		// AND her ballot is in the class that she had at the filing, and so is all of its electorate
		assert_eq!(tally(poll).ayes, votes(2_500, 0, 0));
		assert_eq!(electorate_votes(poll), [4_500, 0, 0]);
		assert_eq!(electorate(poll).members, heads(3, 0, 0));
		// AND her basket grows on as a supporter, where it is no growth of those on the older roll
		earn(ALICE, 1_000);
		update(ALICE);
		assert_eq!(electorate_votes(next), [2_000, 0, 4_000]);
		assert_eq!(electorate_votes(poll), [4_500, 0, 0]);
	});
}

#[test]
fn with_nobody_left_nothing_is_reached() {
	build_and_execute(|| {
		for who in FOUNDERS {
			leave(who);
		}
		for weights in [false, true] {
			if weights {
				set_class_weights(60, 25, 15);
			}
			let poll = open(GENERAL);
			let nobody = electorate(poll);
			assert_eq!((nobody.votes, nobody.members), Default::default());
			assert_eq!(nobody.compare(&tally(poll).ayes, 0, 1), Ordering::Less);
		}
	});
}

#[test]
fn the_class_weights_of_the_artel_decide_what_a_share_is() {
	build_and_execute(|| {
		join_with(DAVE, Class::User, Backing::Founder);
		join(EVE, Class::Supporter);
		let share = |numerator, denominator| {
			let poll = open(GENERAL);
			assert_ok!(vote(DAVE, poll, Vote::Aye));
			electorate(poll).compare(&tally(poll).ayes, numerator, denominator)
		};
		// Dave is one of five
		assert_eq!(share(1, 5), Ordering::Equal);
		// AND with class weights three workers have all of 60, and he a fifth of 25, for he is seasoned;
		// Eve is not, so her class has nothing yet
		set_class_weights(60, 25, 15);
		assert_eq!(share(5, 65), Ordering::Equal);
		// WHEN she is as well THEN it has a fifth of 15
		set_epoch(THIS_EPOCH + 13);
		assert_eq!(share(5, 68), Ordering::Equal);
	});
}

#[test]
fn a_poll_keeps_the_class_weights_it_was_filed_with() {
	build_and_execute(|| {
		join_with(DAVE, Class::User, Backing::Founder);
		let poll = open(GENERAL);
		assert_ok!(vote(DAVE, poll, Vote::Aye));
		// WHEN the artel then gives classes weights
		set_class_weights(60, 25, 15);
		// THEN what was filed before is measured without them
		assert_eq!(electorate(poll).weights, None);
		assert_eq!(electorate(poll).compare(&tally(poll).ayes, 1, 4), Ordering::Equal);
		assert_eq!(electorate(open(GENERAL)).weights, VoteBasket::figures().class_weights);
	});
}

#[test]
fn growth_of_the_last_sixty_four_blocks_of_entries_is_told_apart() {
	build_and_execute(|| {
		// GIVEN somebody joins in each of as many blocks after the filing
		let poll = open(GENERAL);
		let entrants = 100..100 + AccountId::from(ENTRIES_KNOWN);
		for who in entrants.clone() {
			next_block();
			join(who, Class::Worker);
		}
		for who in entrants.clone() {
			set_love(who, 500);
			update(who);
		}
		// THEN what they grew is no part of it, nor what the founders grow is missing
		assert_eq!(electorate_votes(poll), [3_000, 0, 0]);
		set_love(ALICE, 500);
		update(ALICE);
		assert_eq!(electorate_votes(poll), [3_500, 0, 0]);
		// AND another who joins in a block of one of them needs no place
		join(300, Class::User);
		assert_eq!(electorate_votes(poll), [3_500, 0, 0]);
		// WHEN one more joins in another block THEN the growth of the first is no longer told apart
		next_block();
		join(301, Class::Worker);
		assert_eq!(electorate_votes(poll), [4_000, 0, 0]);
		set_love(100, 700);
		update(100);
		assert_eq!(electorate_votes(poll), [4_200, 0, 0]);
		// BUT that of the others is
		set_love(101, 700);
		update(101);
		assert_eq!(electorate_votes(poll), [4_200, 0, 0]);
		// AND who joined later neither votes for that, nor counts by head
		assert_noop!(vote(100, poll, Vote::Aye), Error::<Test>::NotMemberThen);
		assert_eq!(electorate(poll).members, heads(3, 0, 0));
		check_invariants();
	});
}

#[test]
fn growth_is_told_apart_by_the_block_of_entry_not_of_growing() {
	build_and_execute(|| {
		// GIVEN Dave joins before and Eve after the filing, and Ferdie in between, in its block
		join(DAVE, Class::Worker);
		next_block();
		join(FERDIE, Class::Worker);
		let poll = open_with(terms(GENERAL));
		next_block();
		join(EVE, Class::Worker);
		// WHEN all grow, in whatever order, THEN only Dave's growth is in it
		for (who, growth) in [(EVE, 10), (DAVE, 200), (FERDIE, 3_000)] {
			set_love(who, growth);
			update(who);
		}
		assert_eq!(electorate_votes(poll), [4_200, 0, 0]);
		assert_eq!(electorate_votes(open(GENERAL)), [6_000 + 3_210, 0, 0]);
	});
}

#[test]
fn others_may_ask_how_a_ballot_was_cast() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		let ballot = <VoteBasket as InspectBallots<AccountId, u64>>::ballot;
		assert_eq!(ballot(poll, &ALICE), Some(cast(Choice::Aye, 1_000)));
		assert_eq!(ballot(poll, &BOB), None);
	});
}
