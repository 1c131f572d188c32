// SPDX-License-Identifier: Apache-2.0

//! What somebody's vote would weigh, before it is cast.

use crate::{mock::*, *};

/// Asks, has it vote, and fails unless the answer is what then happens.
fn foretold(who: AccountId, poll: PollId) -> VoteBalance {
	let (before, foretold) = (Baskets::<Test>::get(who), voice(who, poll));
	assert_eq!(Baskets::<Test>::get(who), before, "asking changes nothing");
	let voted = vote(who, poll, Vote::Aye);
	let weighs = ballot(poll, who).filter(|_| voted.is_ok()).map_or(0, |(_, weight, _)| weight);
	assert_eq!(foretold, weighs, "{who} on {poll}");
	foretold
}

#[test]
fn it_is_what_a_vote_would_weigh_now() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_eq!(foretold(ALICE, poll), 1_000);
		// Growth counts though nobody has looked at the basket since.
		earn(ALICE, 2_000);
		assert_eq!(foretold(ALICE, poll), 4_000);
		// What is spent was once there.
		set_kept(ALICE, 0);
		set_love(ALICE, 0);
		assert_eq!(foretold(ALICE, poll), 4_000);
	});
}

#[test]
fn on_leave_it_is_what_the_basket_held() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		earn(ALICE, 2_000);
		go_on_leave(ALICE);
		assert_eq!(foretold(ALICE, poll), 1_000);
		come_back(ALICE);
		assert_eq!(foretold(ALICE, poll), 4_000);
	});
}

#[test]
fn who_is_no_member_has_none() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		assert_eq!(foretold(DAVE, poll), 0);
		leave(ALICE);
		assert_eq!(foretold(ALICE, poll), 0);
	});
}

#[test]
fn whom_it_concerns_has_none() {
	build_and_execute(|| {
		let poll = open_without(&[ALICE]);
		assert_eq!((foretold(ALICE, poll), foretold(BOB, poll)), (0, 1_000));
	});
}

#[test]
fn who_joined_too_late_has_none_to_the_block() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		// In the block of the filing is too late, whether before or after it.
		let poll = open_with(terms(GENERAL));
		assert_eq!((foretold(DAVE, poll), foretold(ALICE, poll)), (0, 1_000));
		let poll = open(GENERAL);
		assert_eq!((foretold(DAVE, poll), foretold(ALICE, poll)), (1_000, 1_000));
		// AND who comes back is as new as anybody
		leave(ALICE);
		join(ALICE, Class::Worker);
		assert_eq!(foretold(ALICE, poll), 0);
	});
}

#[test]
fn who_changed_its_class_has_what_it_left_it_with() {
	build_and_execute(|| {
		let poll = open(GENERAL);
		next_block();
		change_class(ALICE, Class::User);
		set_love(ALICE, 5_000);
		assert_eq!(foretold(ALICE, poll), 1_000);
		assert_eq!(foretold(ALICE, open(GENERAL)), 6_000);
		change_class(ALICE, Class::Worker);
		assert_eq!(foretold(ALICE, poll), 0);
	});
}
