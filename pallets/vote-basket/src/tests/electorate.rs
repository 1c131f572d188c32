//! Who could vote on what was filed when.

use crate::{mock::*, *};
use artel_primitives::vote::Ordering;
use frame::testing_prelude::*;

fn votes_since(filed: &ByClass<VoteBalance>) -> [u64; 3] {
	electorate(filed).votes.each()
}

#[test]
fn everybody_who_is_a_member_at_filing_is_in_it() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		join(EVE, Class::Supporter);
		let filed = destroyed();
		assert_eq!(
			electorate(&filed),
			Electorate {
				votes: votes(3_000, 1_000, 1_000),
				members: ByClass { workers: 3, users: 1, supporters: 1 },
				weights: None,
			}
		);
	});
}

#[test]
fn it_grows_with_every_basket() {
	build_and_execute(|| {
		let filed = destroyed();
		earn(ALICE, 1_000);
		// Nobody has looked yet
		assert_eq!(votes_since(&filed), [3_000, 0, 0]);
		assert_ok!(VoteBasket::update(signed(BOB), ALICE));
		assert_eq!(votes_since(&filed), [4_500, 0, 0]);
	});
}

#[test]
fn who_leaves_after_filing_stays_in_it_and_so_does_its_ballot() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		let (poll, filed) = (open(GENERAL), destroyed());
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		leave(ALICE);
		// THEN her ballot and her weight stay where they were
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 2_500, None)));
		assert_eq!((tally(poll).ayes, tally(poll).aye_heads), (votes(2_500, 0, 0), 1));
		assert_eq!(votes_since(&filed), [4_500, 0, 0]);
		// AND are not in the electorate of what is filed now, nor is she counted
		assert_eq!(votes_since(&destroyed()), [2_000, 0, 0]);
		assert_eq!(electorate(&filed).members.workers, 2);
		// AND she cannot change it any more
		assert_noop!(vote(ALICE, poll, Vote::Nay), Error::<Test>::NotMember);
	});
}

#[test]
fn who_joins_after_filing_does_not_vote_though_its_vote_is_issued() {
	build_and_execute(|| {
		let (poll, filed) = (open(GENERAL), destroyed());
		System::set_block_number(TODAY + 1);
		join(DAVE, Class::User);
		let choices = [Vote::Aye, Vote::Nay, Vote::Abstain, block_because("I am new here.")];
		for choice in choices {
			assert_noop!(vote(DAVE, poll, choice), Error::<Test>::JoinedLater);
		}
		assert_eq!(votes_since(&filed), [3_000, 1_000, 0]);
		// AND on what is filed afterwards Dave votes
		assert_ok!(vote(DAVE, open(GENERAL), Vote::Aye));
	});
}

#[test]
fn who_leaves_and_joins_again_does_not_vote_on_what_was_filed_before() {
	build_and_execute(|| {
		let (poll, filed) = (open(GENERAL), destroyed());
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		System::set_block_number(TODAY + 1);
		leave(ALICE);
		join(ALICE, Class::Worker);
		assert_noop!(vote(ALICE, poll, Vote::Nay), Error::<Test>::JoinedLater);
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 1_000, None)));
		// Her vote was issued twice since, and destroyed once after filing.
		assert_eq!(votes_since(&filed), [4_000, 0, 0]);
		assert_eq!(votes_since(&destroyed()), [3_000, 0, 0]);
	});
}

#[test]
fn a_change_of_class_destroys_in_one_and_issues_in_the_other() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		let (poll, filed) = (open(GENERAL), destroyed());
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		change_class(ALICE, Class::Supporter);
		// THEN what is filed now counts her among the supporters
		let members = ByClass { workers: 2, users: 0, supporters: 1 };
		assert_eq!(
			Counters::<Test>::get(),
			Totals { issued: votes(4_500, 0, 2_500), destroyed: votes(2_500, 0, 0), members }
		);
		assert_eq!(votes_since(&destroyed()), [2_000, 0, 2_500]);
		assert_eq!(electorate(&destroyed()).members, members);
		// AND her ballot remembers the class in which it was cast, which is still in that electorate
		assert_eq!(tally(poll).ayes, votes(2_500, 0, 0));
		assert_eq!(votes_since(&filed), [4_500, 0, 2_500]);
		// AND she may vote on it as a supporter, who has been a member all the time
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!(tally(poll).ayes, votes(0, 0, 2_500));
		assert_eq!((tally(poll).aye_heads, tally(poll).aye_workers), (1, 0));
		// AND her basket grows on there
		earn(ALICE, 1_000);
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		assert_eq!(votes_since(&destroyed()), [2_000, 0, 4_000]);
	});
}

#[test]
fn with_nobody_left_nothing_is_reached() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		for who in [ALICE, BOB, CHARLIE] {
			leave(who);
		}
		let nobody = electorate(&destroyed());
		assert_eq!((nobody.votes, nobody.members), Default::default());
		assert_eq!(nobody.compare(&tally(poll).ayes, 0, 1), Ordering::Less);
		set_class_weights(60, 25, 15);
		let nobody = electorate(&destroyed());
		assert_eq!(nobody.compare(&tally(poll).ayes, 0, 1), Ordering::Less);
	});
}

#[test]
fn the_class_weights_of_the_artel_decide_what_a_share_is() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		let poll = open(GENERAL);
		assert_ok!(vote(DAVE, poll, Vote::Aye));
		let share = |numerator, denominator| {
			electorate(&destroyed()).compare(&tally(poll).ayes, numerator, denominator)
		};
		// Dave is one of four
		assert_eq!(share(1, 4), Ordering::Equal);
		// AND with class weights 3 workers have three fifths of 60, and he a fifth of 25
		set_class_weights(60, 25, 15);
		assert_eq!(share(5, 41), Ordering::Equal);
	});
}

#[test]
fn a_poll_keeps_the_class_weights_it_was_filed_with() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		let (poll, filed) = (open(GENERAL), destroyed());
		let before = VoteBasket::class_weights();
		assert_eq!(before, None);
		assert_ok!(vote(DAVE, poll, Vote::Aye));
		// WHEN the artel then gives classes weights
		set_class_weights(60, 25, 15);
		let share = |weights, numerator, denominator| {
			<VoteBasket as InspectElectorate<_, _>>::electorate(&filed, weights, None).compare(
				&tally(poll).ayes,
				numerator,
				denominator,
			)
		};
		// THEN whoever remembers those of before measures by them, and whoever asks now by the new ones
		assert_eq!(share(before, 1, 4), Ordering::Equal);
		assert_eq!(share(VoteBasket::class_weights(), 5, 41), Ordering::Equal);
	});
}

#[test]
fn whom_it_concerns_is_in_no_part_of_it() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		earn(ALICE, 1_000);
		earn(DAVE, 100);
		let filed = destroyed();
		let without = |who| {
			let all = electorate_without(&filed, Some(who));
			(all.votes.each(), all.members.each())
		};
		assert_eq!(without(ALICE), ([2_000, 1_000, 0], [2, 1, 0]));
		assert_eq!(without(DAVE), ([3_000, 0, 0], [3, 0, 0]));
		// WHEN baskets grow THEN all of hers is left out, and what the others have gained is in it
		for who in [ALICE, DAVE] {
			assert_ok!(VoteBasket::update(signed(who), who));
		}
		assert_eq!(without(ALICE), ([2_000, 1_150, 0], [2, 1, 0]));
		assert_eq!(without(DAVE), ([4_500, 0, 0], [3, 0, 0]));
		// AND whoever is no member is in no part of it anyway
		assert_eq!(without(EVE), ([4_500, 1_150, 0], [3, 1, 0]));
		// AND her present class is what counts
		change_class(ALICE, Class::Supporter);
		assert_eq!(without(ALICE), ([4_500, 1_150, 0], [2, 1, 0]));
		assert_eq!(electorate_without(&destroyed(), Some(ALICE)).votes.each(), [2_000, 1_150, 0]);
	});
}

#[test]
fn who_is_alone_and_concerned_leaves_nobody() {
	build_and_execute(|| {
		for who in [BOB, CHARLIE] {
			leave(who);
		}
		let nobody = electorate_without(&destroyed(), Some(ALICE));
		assert_eq!((nobody.votes, nobody.members), Default::default());
		assert_eq!(nobody.compare(&votes(0, 0, 0), 0, 1), Ordering::Less);
	});
}

#[test]
fn others_may_ask_how_a_ballot_was_cast() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		let ballot = <VoteBasket as InspectBallots<AccountId>>::ballot;
		let cast = Cast { choice: Choice::Aye, class: Class::Worker, weight: 1_000, own: true };
		assert_eq!((ballot(poll, &ALICE), ballot(poll, &BOB)), (Some(cast), None));
	});
}
