// SPDX-License-Identifier: Apache-2.0

//! What people might try, and what they get for it (mechanisms, section 11, numbers in brackets).

use crate::{mock::*, *};
use artel_primitives::vote::Ordering;
use frame::testing_prelude::*;

const RING: [AccountId; 3] = [ALICE, BOB, CHARLIE];

/// (1, 2) LABOR that is spent and earned again, or comes and goes between votes, counts once: the basket
/// asks for what there is, and never adds it up. What a ring can lend, mutual credit's tests show.
#[test]
fn what_comes_and_goes_between_votes_counts_once() {
	build_and_execute(|| {
		for _ in 0..40 {
			for who in RING {
				set_kept(who, 2_000);
				set_love(who, 1_000);
				assert_ok!(vote(who, open(GENERAL), Vote::Aye));
				assert_eq!(weight(who), 4_000);
				// Gone before anybody looks again.
				set_kept(who, 0);
				set_love(who, 0);
				assert_ok!(VoteBasket::update(signed(FERDIE), who));
			}
		}
		assert_eq!(RING.map(weight), [4_000; 3]);
	});
}

/// (2) LABOR and LOVE are weighed at the same moment: a lot of the one today and of the other tomorrow is
/// no more than the better of both days.
#[test]
fn labor_and_love_of_different_days_do_not_add_up() {
	build_and_execute(|| {
		for (labor, love, weighs) in
			[(3_000, 0, 4_000), (0, 2_500, 4_000), (1_000, 2_500, 4_500), (3_000, 100, 4_500)]
		{
			set_kept(ALICE, labor);
			set_love(ALICE, love);
			assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
			assert_eq!(weight(ALICE), weighs, "{labor} and {love}");
		}
	});
}

/// (3) A member has its weight cast by a delegate and by itself, in either order.
#[test]
fn nobody_votes_both_by_itself_and_by_delegation() {
	for own_first in [true, false] {
		build_and_execute(|| {
			earn(ALICE, 1_000);
			delegate(ALICE, GENERAL, BOB);
			let poll = open(GENERAL);
			let own = || {
				assert_ok!(vote(ALICE, poll, Vote::Aye));
			};
			if own_first {
				own();
			}
			assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
			own();
			assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
			assert_eq!((tally(poll).ayes, tally(poll).aye_heads), (votes(3_500, 0, 0), 2));
		});
	}
}

/// (3) A member changes its delegate in the middle of a vote, so that both cast its weight.
#[test]
fn changing_the_delegate_mid_vote_does_not_count_twice() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		let poll = open(GENERAL);
		delegate(ALICE, GENERAL, BOB);
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		assert_eq!(tally(poll).ayes, votes(3_500, 0, 0));
		// WHEN Charlie is the delegate THEN his vote takes the place of Bob's
		delegate(ALICE, GENERAL, CHARLIE);
		assert_ok!(vote_for(CHARLIE, poll, Vote::Aye, &[ALICE]));
		assert_eq!((tally(poll).ayes, tally(poll).aye_heads), (votes(4_500, 0, 0), 3));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 2_500, Some(CHARLIE))));
		// AND Bob has nothing to say for Alice any more
		assert_ok!(vote_for(BOB, poll, Vote::Nay, &[ALICE]));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 2_500, Some(CHARLIE))));
		assert_eq!((tally(poll).ayes, tally(poll).nays), (votes(3_500, 0, 0), votes(1_000, 0, 0)));
	});
}

/// (3) A general delegate and one of the topic both try.
#[test]
fn two_delegates_of_one_member_do_not_both_vote() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		delegate(ALICE, GARDEN, CHARLIE);
		let poll = open(GARDEN);
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		assert_ok!(vote_for(CHARLIE, poll, Vote::Nay, &[ALICE]));
		assert_eq!((tally(poll).ayes, tally(poll).nays), (votes(1_000, 0, 0), votes(2_000, 0, 0)));
	});
}

/// (3) A member votes, leaves, joins again and has somebody vote for it, in one block even.
#[test]
fn leaving_and_joining_again_does_not_count_twice() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		leave(ALICE);
		join(ALICE, Class::User);
		delegate(ALICE, GENERAL, BOB);
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		assert_eq!((tally(poll).ayes, tally(poll).aye_heads), (votes(2_000, 0, 0), 2));
	});
}

/// (16) One member with nine tenths of all VOTE blocks everything.
#[test]
fn one_member_alone_vetoes_nothing_however_heavy() {
	build_and_execute(|| {
		set_love(ALICE, 17_000);
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, block_because("I never agree.")));
		let all = VoteBasket::electorate();
		assert_eq!((tally(poll).blocks.total(), all.votes.total()), (18_000, 20_000));
		assert_eq!(tally(poll).block_heads, 1);
		assert!(!block_stands(poll, &all));
		// WHEN another one joins in THEN it stands
		assert_ok!(vote(BOB, poll, block_because("Nor do I.")));
		assert!(block_stands(poll, &VoteBasket::electorate()));
	});
}

/// (16) The same with others who have delegated to it.
#[test]
fn one_member_vetoes_nothing_in_the_name_of_others() {
	build_and_execute(|| {
		for who in [BOB, CHARLIE] {
			delegate(who, GENERAL, ALICE);
		}
		let poll = open(GENERAL);
		assert_ok!(vote_for(ALICE, poll, block_because("We never agree."), &[BOB, CHARLIE]));
		assert_eq!(tally(poll).nays, VoteBasket::electorate().votes);
		assert!(!block_stands(poll, &VoteBasket::electorate()));
	});
}

/// (16) Two members with next to nothing do.
#[test]
fn two_members_veto_nothing_below_a_tenth_of_the_electorate() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		for who in [BOB, CHARLIE] {
			assert_ok!(vote(who, poll, block_because("No.")));
		}
		// Theirs are 2 000 together: a tenth of 20 000, and no longer of a thousandth of a VOTE more.
		for (love, stands) in [(16_999, true), (17_000, true), (17_001, false)] {
			set_love(ALICE, love);
			assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
			let all = VoteBasket::electorate();
			assert_eq!(all.votes.total(), 2_000 + 1_000 + love);
			assert_eq!(block_stands(poll, &all), stands, "{love}");
		}
	});
}

/// (16) With class weights, a class of one or two blocks everything by the weight of its class.
#[test]
fn a_tiny_class_vetoes_nothing() {
	// A fifth of 15 for each of the first five supporters, against 60 of the workers.
	let weights = [(3, false), (6, false), (9, true), (12, true), (15, true), (15, true)];
	for (supporters, (weight, stands)) in (1..).zip(weights) {
		build_and_execute(|| {
			set_class_weights(60, 25, 15);
			let supporters = 20..20 + supporters;
			for who in supporters.clone() {
				join_with(who, Class::Supporter, Backing::Founder);
			}
			let poll = open(GENERAL);
			for who in supporters {
				assert_ok!(vote(who, poll, block_because("Not with our means.")));
			}
			let all = electorate(poll);
			assert_eq!(all.votes.supporters, tally(poll).blocks.supporters, "all of them block");
			let share = all.compare(&tally(poll).blocks, weight, 60 + weight);
			assert_eq!(share, Ordering::Equal);
			assert_eq!(block_stands(poll, &all), stands, "{weight} of {}", 60 + weight);
		});
	}
}

/// (8) Attack P1: five puppets in the empty class of users are 40 % of everything.
#[test]
fn a_class_of_puppets_has_no_weight_until_they_are_seasoned() {
	for backing in [Backing::Backed, Backing::Unbacked] {
		build_and_execute(|| {
			set_class_weights(60, 40, 0);
			for who in 20..25 {
				join_with(who, Class::User, backing);
				set_love(who, 100_000);
			}
			let share = |epoch, numerator, denominator| {
				set_epoch(epoch);
				let poll = open(GENERAL);
				for who in 20..25 {
					assert_ok!(vote(who, poll, Vote::Aye));
				}
				electorate(poll).compare(&tally(poll).ayes, numerator, denominator)
			};
			for epoch in [THIS_EPOCH, THIS_EPOCH + 12] {
				assert_eq!(share(epoch, 0, 1), Ordering::Equal, "they are nothing");
			}
			let later = match backing {
				Backing::Backed => share(THIS_EPOCH + 13, 40, 100),
				_ => share(THIS_EPOCH + 1_000, 0, 1),
			};
			assert_eq!(later, Ordering::Equal);
		});
	}
}

/// (8) Attack P1: four of seven admit puppets as workers until they are eight of eleven, by head too.
#[test]
fn puppets_admitted_for_a_vote_are_no_heads() {
	build_and_execute(|| {
		for who in 20..24 {
			join(who, Class::Worker);
		}
		let poll = open(GENERAL);
		for who in 20..24 {
			assert_ok!(vote(who, poll, Vote::Aye));
		}
		assert_eq!((tally(poll).aye_heads, tally(poll).seasoned_ayes), (4, heads(0, 0, 0)));
		assert_eq!(electorate(poll).seasoned, heads(3, 0, 0));
	});
}

/// (7) In the quiet time somebody toggles, by itself and by its delegate.
#[test]
fn nobody_toggles_at_the_end_of_a_vote() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		let poll = open(GENERAL);
		assert_ok!(vote_for(BOB, poll, Vote::Aye, &[ALICE]));
		lock(poll);
		// Her delegate cannot say anything else for her, nor can another.
		System::reset_events();
		delegate(ALICE, GENERAL, CHARLIE);
		assert_ok!(vote_for(CHARLIE, poll, Vote::Nay, &[ALICE]));
		assert_eq!(events().last(), Some(&Event::NotVotedFor { poll, who: ALICE }));
		// She may once, herself, and then no more.
		assert_ok!(vote(ALICE, poll, Vote::Nay));
		for choice in [Vote::Aye, Vote::Abstain, block_because("No.")] {
			assert_noop!(vote(ALICE, poll, choice), Error::<Test>::NotInQuietTime);
		}
		assert_eq!(tally(poll).ayes, votes(1_000, 0, 0));
		assert_eq!(tally(poll).nays, votes(2_000, 0, 0));
	});
}

/// (19) Attack P3: three of six delegate "Gardening" to Bob, who casts four of six votes in one call on
/// something else.
#[test]
fn who_speaks_for_others_on_the_garden_does_not_on_the_constitution() {
	build_and_execute(|| {
		for who in [DAVE, EVE, FERDIE] {
			join(who, Class::Worker);
			delegate(who, GARDEN, BOB);
		}
		let everybody = [DAVE, EVE, FERDIE];
		// Even if it were no matter of the constitution's own.
		next_block();
		for topic in [CONSTITUTION, WORK, KITCHEN, GENERAL] {
			let poll = open_with(terms(topic));
			assert_ok!(vote_for(BOB, poll, Vote::Aye, &everybody));
			assert_eq!(tally(poll).ayes, votes(1_000, 0, 0), "{topic}");
		}
		// On such a matter not even those speak who were asked to.
		for who in everybody {
			delegate(who, CONSTITUTION, BOB);
		}
		let poll = open_in_person();
		assert_noop!(vote_for(BOB, poll, Vote::Aye, &everybody), Error::<Test>::NotForOthers);
	});
}

/// (25) Others make the electorate grow after the vote: whatever does may make the ballot grow.
#[test]
fn no_ballot_stays_behind_what_its_own_basket_made_of_the_electorate() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		for who in RING {
			assert_ok!(vote(who, poll, Vote::Aye));
			earn(who, 3_000);
		}
		lock(poll);
		for who in RING {
			assert_ok!(VoteBasket::update(signed(FERDIE), who));
		}
		let reached = |numerator, denominator| {
			electorate(poll).compare(&tally(poll).ayes, numerator, denominator)
		};
		// All have voted for it, and are 3 of 16.5 now.
		assert_eq!(reached(3_000, 16_500), Ordering::Equal);
		for who in RING {
			assert_ok!(reweigh(poll, who));
		}
		assert_eq!(reached(1, 1), Ordering::Equal);
	});
}
