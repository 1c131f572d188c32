// SPDX-License-Identifier: Apache-2.0

//! Grave decisions count seasoned members by head: thirteen epochs after joining, or becoming a worker,
//! with the backing of those who were.

use crate::{mock::*, *};
use frame::testing_prelude::*;

/// The seasoned members of each class, on something that is filed in the next block of this epoch.
fn seasoned_in(epoch: u32) -> [u32; 3] {
	set_epoch(epoch);
	let poll = open(GENERAL);
	let all = electorate(poll);
	// Everybody who votes counts by head exactly if it is seasoned.
	let voters: Vec<_> = Baskets::<Test>::iter_keys().collect();
	for who in voters {
		if vote(who, poll, Vote::Aye).is_err() {
			continue;
		}
	}
	assert_eq!(tally(poll).seasoned_ayes, all.seasoned);
	all.seasoned.each()
}

#[test]
fn founders_are_at_once_and_others_after_thirteen_epochs() {
	build_and_execute(|| {
		join(DAVE, Class::Worker);
		join(EVE, Class::User);
		join(FERDIE, Class::Supporter);
		for epoch in [THIS_EPOCH, THIS_EPOCH + 1, THIS_EPOCH + 12] {
			assert_eq!(seasoned_in(epoch), [3, 0, 0], "{epoch}");
		}
		for epoch in [THIS_EPOCH + 13, THIS_EPOCH + 14, THIS_EPOCH + 1_000] {
			assert_eq!(seasoned_in(epoch), [4, 1, 1], "{epoch}");
		}
	});
}

#[test]
fn without_backing_nobody_ever_is() {
	build_and_execute(|| {
		join_with(DAVE, Class::Worker, Backing::Unbacked);
		for epoch in [THIS_EPOCH, THIS_EPOCH + 13, THIS_EPOCH + 500, u32::MAX] {
			assert_eq!(seasoned_in(epoch), [3, 0, 0], "{epoch}");
		}
	});
}

#[test]
fn the_backing_may_come_later_and_never_shortens_the_time() {
	// Confirmed in the same epoch, within the time, in its last epoch, at its end, and long after it.
	for (confirmed, from) in [(0, 13), (5, 13), (12, 13), (13, 14), (40, 41)] {
		build_and_execute(|| {
			join_with(DAVE, Class::Worker, Backing::Unbacked);
			assert_eq!(seasoned_in(THIS_EPOCH + confirmed), [3, 0, 0]);
			confirm(DAVE);
			check_invariants();
			assert_eq!(seasoned_in(THIS_EPOCH + from - 1), [3, 0, 0], "{confirmed}");
			assert_eq!(seasoned_in(THIS_EPOCH + from), [4, 0, 0], "{confirmed}");
		});
	}
}

#[test]
fn what_was_filed_in_the_epoch_of_a_confirmation_does_not_hear_of_it() {
	build_and_execute(|| {
		join_with(DAVE, Class::Worker, Backing::Unbacked);
		set_epoch(THIS_EPOCH + 20);
		let before = open(GENERAL);
		confirm(DAVE);
		let after = open(GENERAL);
		set_epoch(THIS_EPOCH + 21);
		let next = open(GENERAL);
		for (poll, counts) in [(before, false), (after, false), (next, true)] {
			assert_ok!(vote(DAVE, poll, Vote::Aye));
			let by_head = heads(u32::from(counts), 0, 0);
			assert_eq!(tally(poll).seasoned_ayes, by_head);
			assert_eq!(electorate(poll).seasoned, heads(3, 0, 0).plus(&by_head));
		}
	});
}

/// A majority confirms those again who are seasoned, to strip them of their heads.
#[test]
fn to_be_confirmed_again_takes_nothing_away() {
	build_and_execute(|| {
		join(DAVE, Class::Worker);
		let poll = open(GENERAL);
		for who in [ALICE, DAVE] {
			confirm(who);
		}
		assert_ok!(vote(ALICE, poll, Vote::Nay));
		assert_eq!(tally(poll).seasoned_nays, heads(1, 0, 0));
		assert_eq!(seasoned_in(THIS_EPOCH), [3, 0, 0]);
		set_epoch(THIS_EPOCH + 12);
		confirm(DAVE);
		assert_eq!(seasoned_in(THIS_EPOCH + 13), [4, 0, 0]);
	});
}

#[test]
fn to_become_a_worker_takes_a_season_and_to_stop_working_does_not() {
	build_and_execute(|| {
		// GIVEN Dave is a seasoned user
		join_with(DAVE, Class::User, Backing::Founder);
		assert_eq!(seasoned_in(THIS_EPOCH), [3, 1, 0]);
		// WHEN he becomes a worker THEN he is none for thirteen epochs
		change_class(DAVE, Class::Worker);
		assert_eq!(seasoned_in(THIS_EPOCH + 12), [3, 0, 0]);
		assert_eq!(seasoned_in(THIS_EPOCH + 13), [4, 0, 0]);
		// WHEN he stops THEN he is a seasoned user, and supporter, at once
		change_class(DAVE, Class::User);
		assert_eq!(seasoned_in(THIS_EPOCH + 13), [3, 1, 0]);
		change_class(DAVE, Class::Supporter);
		assert_eq!(seasoned_in(THIS_EPOCH + 13), [3, 0, 1]);
		// AND without backing a worker never is, until it has it
		change_class_with(DAVE, Class::Worker, Backing::Unbacked);
		assert_eq!(seasoned_in(THIS_EPOCH + 100), [3, 0, 0]);
		confirm(DAVE);
		assert_eq!(seasoned_in(THIS_EPOCH + 101), [4, 0, 0]);
	});
}

#[test]
fn who_changes_its_class_counts_by_head_as_it_did_at_the_filing() {
	build_and_execute(|| {
		// GIVEN Dave is a seasoned user, and Alice a seasoned worker
		join_with(DAVE, Class::User, Backing::Founder);
		let poll = open(GENERAL);
		next_block();
		change_class(DAVE, Class::Worker);
		change_class(ALICE, Class::User);
		for who in [DAVE, ALICE] {
			assert_ok!(vote(who, poll, Vote::Aye));
		}
		assert_eq!(tally(poll).seasoned_ayes, heads(1, 1, 0));
		assert_eq!(electorate(poll).seasoned, heads(3, 1, 0));
	});
}

#[test]
fn where_nobody_is_everybody_counts() {
	build_and_execute(|| {
		for who in [ALICE, BOB, CHARLIE] {
			leave(who);
			join_with(who, Class::Worker, Backing::Unbacked);
		}
		join(DAVE, Class::User);
		let poll = open(GENERAL);
		assert_eq!(electorate(poll).seasoned, heads(3, 1, 0));
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		assert_ok!(vote(DAVE, poll, block_because("No.")));
		assert_eq!(tally(poll).seasoned_ayes, heads(1, 0, 0));
		assert_eq!(tally(poll).seasoned_nays, heads(0, 1, 0));
		// WHEN Dave is, he alone counts on what is filed then
		assert_eq!(seasoned_in(THIS_EPOCH + 13), [0, 1, 0]);
		// AND what was filed before stays as it was
		assert_ok!(vote(BOB, poll, Vote::Aye));
		assert_eq!(tally(poll).seasoned_ayes, heads(2, 0, 0));
		assert_eq!(electorate(poll).seasoned, heads(3, 1, 0));
	});
}

#[test]
fn a_season_that_ends_after_the_filing_does_not_count_for_it() {
	build_and_execute(|| {
		join(DAVE, Class::Worker);
		set_epoch(THIS_EPOCH + 12);
		let poll = open(GENERAL);
		set_epoch(THIS_EPOCH + 13);
		next_block();
		assert_ok!(vote(DAVE, poll, Vote::Aye));
		assert_eq!(tally(poll).seasoned_ayes, heads(0, 0, 0));
		assert_eq!(electorate(poll).seasoned, heads(3, 0, 0));
	});
}

/// Somebody joins in each of many epochs, one of them leaves in between: seasons end in their order.
#[test]
fn as_many_seasons_are_awaited_as_there_are_epochs_in_one() {
	build_and_execute(|| {
		for epoch in 0..40 {
			set_epoch(THIS_EPOCH + epoch);
			next_block();
			join(AccountId::from(100 + epoch), Class::Worker);
			assert!(Counters::<Test>::get().seasons.len() <= SEASON as usize);
			check_invariants();
			let seasoned = 3 + (epoch + 1).saturating_sub(13);
			assert_eq!(seasoned_in(THIS_EPOCH + epoch), [seasoned, 0, 0], "{epoch}");
		}
		assert_eq!(Counters::<Test>::get().seasons.len(), SEASON as usize);
		// WHEN one leaves who is not seasoned yet, and one who is
		for who in [139, 100] {
			leave(who);
			check_invariants();
		}
		assert_eq!(seasoned_in(THIS_EPOCH + 39), [29, 0, 0]);
		assert_eq!(seasoned_in(THIS_EPOCH + 51), [41, 0, 0]);
		assert_eq!(seasoned_in(THIS_EPOCH + 52), [41, 0, 0]);
	});
}

#[test]
fn many_epochs_without_any_change_are_caught_up_with_at_once() {
	build_and_execute(|| {
		for epoch in 0..5 {
			set_epoch(THIS_EPOCH + epoch);
			join(AccountId::from(100 + epoch), Class::User);
		}
		set_epoch(THIS_EPOCH + 15);
		// Nothing has been written since, and yet three of five are seasoned.
		assert_eq!(Counters::<Test>::get().epoch, THIS_EPOCH + 4);
		assert_eq!(seasoned_in(THIS_EPOCH + 15), [3, 3, 0]);
		// AND whoever leaves then is counted out of where it is by now
		leave(100);
		leave(104);
		check_invariants();
		assert_eq!(seasoned_in(THIS_EPOCH + 15), [3, 2, 0]);
		assert_eq!(seasoned_in(THIS_EPOCH + 17), [3, 3, 0]);
	});
}
