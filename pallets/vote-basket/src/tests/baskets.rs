// SPDX-License-Identifier: Apache-2.0

//! Baskets grow when they are looked at.

use crate::{mock::*, *};
use frame::testing_prelude::*;

/// What Tom's basket holds, what would be counted now, and what his next vote would weigh.
fn explained(who: AccountId) -> [u64; 4] {
	let Explanation { weight, labor, love, weight_now, .. } =
		VoteBasket::explain(who).expect("he is a member");
	[labor, love, weight, weight_now]
}

/// The table of mechanisms, section 5, line by line.
#[test]
fn the_story_of_tom() {
	build_and_execute(|| {
		let tom = DAVE;
		// GIVEN Tom joins
		join(tom, Class::Worker);
		assert_eq!(explained(tom), [0, 0, 1_000, 1_000]);
		// WHEN he votes on the first proposal THEN he weighs 1
		assert_ok!(vote(tom, open(GENERAL), Vote::Aye));
		assert_eq!(explained(tom), [0, 0, 1_000, 1_000]);
		// WHEN he has earned 20 LABOR and 10 LOVE, his vote on the second would weigh 4
		earn(tom, 2_000);
		assert_eq!(explained(tom), [2_000, 1_000, 1_000, 4_000]);
		// AND does
		System::reset_events();
		let poll = open(GENERAL);
		assert_ok!(vote(tom, poll, Vote::Aye));
		assert_eq!(
			events(),
			[
				Event::BasketGrew { who: tom, growth: 3_000, weight: 4_000 },
				Event::Voted { poll, who: tom, vote: Vote::Aye, weight: 4_000 },
			]
		);
		assert_eq!(explained(tom), [2_000, 1_000, 4_000, 4_000]);
		// WHEN he has spent 10 and earned 5 more, with 2.5 LOVE, THEN the third weighs 4 still
		spend(tom, 1_000);
		earn(tom, 500);
		assert_eq!(explained(tom), [1_500, 1_250, 4_000, 4_000]);
		// AND so does the fourth straight after
		for _ in ["third", "fourth"] {
			let poll = open(GENERAL);
			assert_ok!(vote(tom, poll, Vote::Nay));
			assert_eq!(events(), [Event::Voted { poll, who: tom, vote: Vote::Nay, weight: 4_000 }]);
			assert_eq!(explained(tom), [1_500, 1_250, 4_000, 4_000]);
		}
		// WHEN he has 30 LABOR and 20 LOVE later THEN he weighs 6
		earn(tom, 1_500);
		assert_eq!(explained(tom), [3_000, 2_000, 4_000, 6_000]);
		let poll = open(GENERAL);
		assert_ok!(vote(tom, poll, Vote::Aye));
		assert_eq!(explained(tom), [3_000, 2_000, 6_000, 6_000]);
		assert_eq!(tally(poll).ayes, votes(6_000, 0, 0));
	});
}

#[test]
fn anyone_may_have_a_basket_updated() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		// WHEN an outsider asks for it
		assert_ok!(VoteBasket::update(signed(FERDIE), ALICE));
		// THEN it has grown
		assert_eq!(events(), [Event::BasketGrew { who: ALICE, growth: 1_500, weight: 2_500 }]);
		// AND a second look finds nothing to add
		assert_ok!(VoteBasket::update(signed(FERDIE), ALICE));
		assert_eq!(events(), []);
		assert_eq!(weight(ALICE), 2_500);
	});
}

#[test]
fn only_members_have_a_basket_and_only_who_signs_may_ask() {
	build_and_execute(|| {
		earn(DAVE, 1_000);
		assert_noop!(VoteBasket::update(signed(ALICE), DAVE), Error::<Test>::NotMember);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(VoteBasket::update(origin, ALICE), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn what_was_once_in_the_basket_stays_when_labor_and_love_are_gone() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		set_kept(ALICE, 0);
		set_love(ALICE, 0);
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 2_500, None)));
	});
}

#[test]
fn what_is_kept_when_somebody_looks_counts_and_nothing_that_was_there_before() {
	build_and_execute(|| {
		// GIVEN Alice earned much, but has spent nearly all of it before anybody looked
		earn(ALICE, 100_000);
		spend(ALICE, 99_900);
		set_love(ALICE, 0);
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		assert_eq!(weight(ALICE), 1_100);
		// AND with each look what she keeps by then
		for kept in [50, 1_000, 400] {
			set_kept(ALICE, kept);
			assert_ok!(VoteBasket::update(signed(FERDIE), ALICE));
		}
		assert_eq!(weight(ALICE), 2_000);
	});
}

#[test]
fn a_basket_does_not_grow_on_leave_but_the_vote_stays() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		// GIVEN Alice earned more, and goes on leave
		earn(ALICE, 2_000);
		go_on_leave(ALICE);
		System::reset_events();
		// WHEN somebody looks THEN nothing grows, not even by LABOR
		assert_ok!(VoteBasket::update(signed(BOB), ALICE));
		assert_eq!((events(), weight(ALICE)), (vec![], 2_500));
		// AND she may vote with what she had
		let poll = open(GENERAL);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 2_500, None)));
		// WHEN she is back THEN it grows
		come_back(ALICE);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_eq!(ballot(poll, ALICE), Some((Choice::Aye, 5_500, None)));
	});
}

#[test]
fn who_comes_back_as_a_member_begins_anew() {
	build_and_execute(|| {
		earn(ALICE, 1_000);
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		leave(ALICE);
		// What was hers went with her membership.
		set_kept(ALICE, 0);
		set_love(ALICE, 0);
		assert_eq!(VoteBasket::explain(ALICE), None);
		// WHEN Alice joins again THEN what she weighed before adds nothing
		join(ALICE, Class::User);
		assert_ok!(VoteBasket::update(signed(ALICE), ALICE));
		assert_eq!(weight(ALICE), FIRST_VOTE);
	});
}
