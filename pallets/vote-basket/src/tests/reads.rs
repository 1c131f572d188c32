// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn adds_up(explained: &Explanation) {
	let Explanation { first, from_labor, from_love, weight, .. } = explained;
	assert_eq!(first + from_labor + from_love, *weight);
}

#[test]
fn a_member_learns_where_its_vote_came_from() {
	build_and_execute(|| {
		earn(ALICE, 2_000);
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		// GIVEN she then kept more, and lost some LOVE
		set_kept(ALICE, 2_500);
		set_love(ALICE, 800);
		let explained = VoteBasket::explain(ALICE).expect("she is a member");
		assert_eq!(
			explained,
			Explanation {
				first: 1_000,
				from_labor: 2_000,
				from_love: 1_000,
				weight: 4_000,
				labor: 2_500,
				love: 800,
				weight_now: 4_300,
				on_leave: false,
			}
		);
		adds_up(&explained);
		// AND asking has changed nothing
		assert_eq!(weight(ALICE), 4_000);
		// AND what it foretells is what comes
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		let explained = VoteBasket::explain(ALICE).expect("she is a member");
		assert_eq!((explained.weight, explained.weight_now), (4_300, 4_300));
		adds_up(&explained);
	});
}

#[test]
fn whatever_happens_the_parts_add_up() {
	build_and_execute(|| {
		for (labor, love) in [(1, 0), (333, 7), (10, 10_001), (0, 0), (9_999, 3), (70_001, 1)] {
			set_kept(ALICE, labor);
			set_love(ALICE, love);
			assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
			adds_up(&VoteBasket::explain(ALICE).expect("she is a member"));
		}
	});
}

#[test]
fn who_is_on_leave_learns_that_nothing_grows() {
	build_and_execute(|| {
		earn(ALICE, 2_000);
		go_on_leave(ALICE);
		let explained = VoteBasket::explain(ALICE).expect("she is a member");
		assert!(explained.on_leave);
		assert_eq!((explained.labor, explained.love), (2_000, 0));
		assert_eq!((explained.weight, explained.weight_now), (1_000, 1_000));
	});
}

#[test]
fn somebody_who_is_no_member_has_nothing_to_explain() {
	build_and_execute(|| {
		assert_eq!(VoteBasket::explain(DAVE), None);
		assert_eq!(VoteBasket::ballot(open(GENERAL), DAVE), None);
		assert_eq!(VoteBasket::delegations(DAVE), []);
	});
}

#[test]
fn a_ballot_says_who_cast_it() {
	build_and_execute(|| {
		delegate(BOB, GENERAL, ALICE);
		let poll = open(GENERAL);
		assert_ok!(vote_for(ALICE, poll, Vote::Aye, &[BOB]));
		let cast = cast(Choice::Aye, 1_000);
		assert_eq!(VoteBasket::ballot(poll, ALICE), Some(Ballot { cast, by: None }));
		let cast = Cast { own: false, ..cast };
		assert_eq!(VoteBasket::ballot(poll, BOB), Some(Ballot { cast, by: Some(ALICE) }));
		assert_eq!(VoteBasket::ballot(poll, CHARLIE), None);
	});
}

#[test]
fn delegations_are_told_from_either_side() {
	build_and_execute(|| {
		delegate(ALICE, GENERAL, BOB);
		assert_ok!(VoteBasket::delegate(signed(ALICE), GARDEN, CHARLIE, Some(TODAY + 1)));
		delegate(BOB, GENERAL, CHARLIE);
		let mut given = VoteBasket::delegations(ALICE);
		given.sort_by_key(|(topic, _)| *topic);
		assert_eq!(
			given,
			[
				(GENERAL, Delegation { to: BOB, number: number_of(BOB), until: None }),
				(
					GARDEN,
					Delegation { to: CHARLIE, number: number_of(CHARLIE), until: Some(TODAY + 1) }
				),
			]
		);
		let [alice, bob] = [ALICE, BOB].map(number_of);
		let on =
			|number, who, topics: &[TopicId]| (number, Delegator { who, topics: topics.into() });
		let both = [on(alice, ALICE, &[GARDEN]), on(bob, BOB, &[GENERAL])];
		assert_eq!(VoteBasket::delegators(CHARLIE, 0), both);
		assert_eq!(VoteBasket::delegators(CHARLIE, bob), both[1..]);
		assert_eq!(VoteBasket::delegators(CHARLIE, bob + 1), []);
		assert_eq!(VoteBasket::delegators(BOB, 0), [on(alice, ALICE, &[GENERAL])]);
		delegate(ALICE, GENERAL, CHARLIE);
		assert_eq!(VoteBasket::delegators(CHARLIE, 0)[0], on(alice, ALICE, &[GENERAL, GARDEN]));
		assert_eq!(VoteBasket::delegators(ALICE, 0), []);
	});
}

#[test]
fn the_electorate_of_now_has_nobody_who_has_left() {
	build_and_execute(|| {
		leave(CHARLIE);
		let now = VoteBasket::electorate();
		assert_eq!((now.votes, now.members.workers), (votes(2_000, 0, 0), 2));
		assert_eq!(now.weights, None);
		set_class_weights(60, 25, 15);
		assert_eq!(VoteBasket::electorate().weights, VoteBasket::figures().class_weights);
	});
}
