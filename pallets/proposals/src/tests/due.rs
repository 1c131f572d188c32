// SPDX-License-Identifier: Apache-2.0

//! What waits for a member among the proposals.

use super::*;
use artel_primitives::due::{Duty, InspectDue};

/// What is due for somebody: whether they must, by which call, on which proposal, and until when.
fn due(who: AccountId) -> Vec<(Duty, String, u32, Option<BlockNumber>)> {
	let all = <Proposals as InspectDue<_, _>>::due_for(&who);
	let mut told: Vec<_> = all
		.into_iter()
		.map(|due| {
			let [call] = &due.calls[..] else { panic!("one call does it: {due:?}") };
			let number = due.number.expect("it is about a proposal");
			let until = due.until.map(|until| until.block);
			assert_eq!(due.about, report(number).title.as_str());
			assert_eq!(until.is_some(), !due.otherwise.is_empty(), "an end has its consequence");
			(due.duty, call.clone(), number, until)
		})
		.collect();
	told.sort();
	told
}

fn report(proposal: ProposalId) -> ReportOf<Test> {
	Proposals::proposal(proposal).expect("it is there")
}

#[test]
fn an_open_vote_waits_for_those_who_can_vote_and_have_not() {
	build_and_execute(|| {
		let motion = propose_motion(ALICE, deed_about(Track::Expulsion, BOB));
		let last = rules(motion).ends - 1;
		let vote = |until| vec![(Duty::Must, "voteBasket.vote".into(), motion, Some(until))];
		assert_eq!(due(CHARLIE), vote(last));
		// Those whom it concerns, and those who are no members, cannot vote.
		assert_eq!((due(BOB), due(STRANGER)), (vec![], vec![]));
		join(KEVIN, Class::Worker);
		assert_eq!(due(KEVIN), []);
		ayes(&[CHARLIE], motion);
		assert_eq!(due(CHARLIE), []);
		// It can still be done in the last block that is named, and not in the next.
		run_to_block(last);
		ayes(&[DAVE], motion);
		run_to_block(last + 1);
		assert_noop!(mock::vote(EVE, motion, Choice::Aye), NOT_VOTED_ON);
		assert_eq!(due(EVE), [(Duty::Can, "proposals.advance".into(), motion, None)]);
	});
}

#[test]
fn a_delegate_is_told_that_others_wait_for_their_vote() {
	build_and_execute(|| {
		let task = propose_task(ALICE, task(180));
		let until = Some(rules(task).ends - 1);
		let own = (Duty::Must, "voteBasket.vote".into(), task, until);
		let others = (Duty::Can, "voteBasket.voteFor".into(), task, until);
		assert_eq!(due(CHARLIE), core::slice::from_ref(&own), "on the general topic nobody waits");
		Proposals::withdraw(signed(ALICE), task).expect("it is hers");
		assert_ok!(Proposals::propose_task(
			signed(ALICE),
			heading("Weed"),
			GARDEN,
			mock::task(180)
		));
		let [own, others] = [own, others].map(|(duty, call, ..)| (duty, call, last(), until));
		assert_eq!(due(CHARLIE), [own, others]);
	});
}

#[test]
fn what_was_approved_waits_for_anybody_until_it_lapses() {
	build_and_execute(|| {
		let motion = moved(Track::Fund);
		ayes(&EVERYBODY[..6], motion);
		run_to_notice(motion);
		let advance = |proposal| vec![(Duty::Can, "proposals.advance".into(), proposal, None)];
		for who in [ALICE, JUDY] {
			assert_eq!(due(who), advance(motion));
		}
		assert_ok!(mock::advance(motion));
		let Stage::Approved { from, until, .. } = stage(motion) else { panic!("it passed") };
		// While it waits, there is nothing to be done.
		run_to_block(from - 1);
		assert_eq!(due(ALICE), []);
		run_to_block(from);
		assert_eq!(due(ALICE), [(Duty::Can, "proposals.execute".into(), motion, Some(until))]);
		run_to_block(until + 1);
		assert_noop!(execute(motion), Error::<Test>::DeadlinePassed);
		assert_eq!(due(ALICE), advance(motion));
		assert_ok!(mock::advance(motion));
		assert_eq!(due(ALICE), []);
	});
}

#[test]
fn what_the_pool_could_not_pay_waits_for_anybody() {
	build_and_execute(|| {
		idle(Weight::MAX);
		let task = propose_task(ALICE, task(180));
		set_pool(0);
		pass(task);
		let Stage::Approved { until, .. } = stage(task) else { panic!("it cannot be paid") };
		assert_eq!(due(BOB), [(Duty::Can, "proposals.advance".into(), task, Some(until))]);
		set_pool(POOL);
		assert_ok!(advance(task));
		assert_eq!(due(BOB), []);
	});
}
