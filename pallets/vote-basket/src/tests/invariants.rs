// SPDX-License-Identifier: Apache-2.0

//! What must hold is looked at: whatever is made wrong is found, and named.

use crate::{mock::*, *};
use frame::testing_prelude::*;

/// Alice has voted on a poll in which Bob has no part, and Dave was a user and is a supporter. Where it is
/// made wrong like this, that is what is wrong.
fn found(what: &str, make_wrong: impl FnOnce(PollId)) {
	new_test_ext().execute_with(|| {
		join(DAVE, Class::User);
		let poll = open_without(&[BOB]);
		assert_ok!(vote(ALICE, poll, Vote::Aye));
		change_class(DAVE, Class::Supporter);
		delegate(CHARLIE, GENERAL, ALICE);
		check_invariants();
		make_wrong(poll);
		let wrong = format!("{:?}", VoteBasket::do_try_state().expect_err(what));
		assert!(wrong.contains(what), "{wrong} instead of {what}");
	});
}

fn count(change: impl FnOnce(&mut TotalsOf<Test>)) {
	Counters::<Test>::mutate(change);
}

#[test]
fn counters_that_are_no_recount_are_found() {
	found("VOTE is miscounted", |_| count(|totals| totals.grown.workers += 1));
	found("VOTE is miscounted", |_| count(|totals| totals.entered.users += 1));
	found("VOTE is miscounted", |_| count(|totals| totals.destroyed.supporters += 1));
	found("members are miscounted", |_| count(|totals| totals.members.users += 1));
	found("seasoned members are miscounted", |_| count(|totals| totals.seasoned.workers -= 1));
	found("seasons to come are miscounted", |_| count(|totals| totals.seasons.clear()));
	found("those who entered lately are miscounted", |_| {
		count(|totals| totals.today.as_mut().expect("Dave has").late.members.users += 1)
	});
	found("entries are out of order", |_| count(|totals| totals.young.as_mut().reverse()));
	found("those who entered lately grew more than all", |_| {
		count(|totals| totals.young[0].1.users += 1)
	});
}

#[test]
fn pasts_that_cannot_be_are_found() {
	let change = |change: fn(&mut Past<BlockNumber>)| {
		Former::<Test>::mutate(DAVE, |pasts| change(&mut pasts.0[0]))
	};
	found("a membership is over and goes on", |_| change(|past| past.left += 1));
	found("what somebody was is out of order", |_| change(|past| past.was.since = past.left + 1));
	found("what somebody was is out of order", |_| {
		Former::<Test>::mutate(DAVE, |pasts| {
			let past = pasts.0[0].clone();
			pasts.0.force_push(past);
		})
	});
}

#[test]
fn delegations_that_cannot_be_are_found() {
	let give = |who: AccountId, topics: &[(TopicId, AccountId)]| {
		let mut delegations = BoundedBTreeMap::new();
		for (topic, to) in topics.iter().copied() {
			let delegation = Delegation { to, number: 1, until: None };
			assert_ok!(delegations.try_insert(topic, delegation));
		}
		Delegations::<Test>::insert(who, delegations);
	};
	found("somebody who is no member delegates", |_| give(FERDIE, &[(GENERAL, ALICE)]));
	found("an empty list of delegations", |_| give(ALICE, &[]));
	found("somebody delegates to itself", |_| give(ALICE, &[(GENERAL, BOB), (GARDEN, ALICE)]));
}

#[test]
fn ballots_that_cannot_be_are_found() {
	let cast_as = |poll, who: AccountId, by: Option<AccountId>, change: fn(&mut Cast)| {
		let mut cast = Cast { own: by.is_none(), ..cast(Choice::Aye, 1_000) };
		change(&mut cast);
		Ballots::<Test>::insert(poll, who, Ballot { cast, by });
	};
	let nothing: fn(&mut Cast) = |_| ();
	found("a ballot weighs too little", |poll| {
		cast_as(poll, ALICE, None, |cast| cast.weight = 999)
	});
	found("a delegate's word is its member's own", |poll| {
		cast_as(poll, ALICE, Some(BOB), |cast| cast.own = true)
	});
	found("somebody voted who has no part in it", |poll| cast_as(poll, BOB, None, nothing));
	found("a delegate voted where nobody may", |_| {
		cast_as(open_in_person(), CHARLIE, Some(ALICE), nothing)
	});
	found("a ballot is another than its voter's was", |poll| {
		cast_as(poll, ALICE, None, |cast| cast.weight = 1_001)
	});
	found("a ballot is another than its voter's was", |poll| {
		cast_as(poll, ALICE, None, |cast| cast.class = Class::User)
	});
	found("a ballot is another than its voter's was", |poll| cast_as(poll, FERDIE, None, nothing));
	// Dave votes as the user that he was.
	found("a ballot is another than its voter's was", |poll| {
		cast_as(poll, DAVE, None, |cast| cast.class = Class::Supporter)
	});
	found("a tally is not the recount of its ballots", |poll| {
		cast_as(poll, DAVE, None, |cast| cast.class = Class::User)
	});
	found("a tally is not the recount of its ballots", |poll| {
		cast_as(poll, ALICE, None, |cast| cast.filed_it = true)
	});
}
