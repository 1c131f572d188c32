// SPDX-License-Identifier: Apache-2.0

//! Hundreds of submissions: no step costs more because of them.

use super::*;
use frame::deps::sp_io;
use std::collections::BTreeMap;

/// The one who asks, for two at most.
const ASKS: AccountId = 13;

/// A state of a chain, and what is done in it.
type Step = (&'static str, fn(u32), fn(u32) -> DispatchResult);

/// So many have submitted to a request, all of whom are scored; there is room for one more.
fn many(submissions: u32) {
	let terms = Terms { wanted: 2, places: submissions + 1, ..in_labor(100) };
	assert_ok!(post(ASKS, terms));
	for place in 0..submissions {
		let who = 1_000 + u64::from(place);
		FakeMembers::admit(&who, Class::Worker, who as MemberNumber);
		Wallets::insert(who, WALLET);
		assert_ok!(submit(who, 1));
		assert_ok!(judge(1, place, 60 + (place % 7) as u8));
	}
}

fn one_more(submissions: u32) {
	many(submissions);
	assert_ok!(submit(1, 1));
}

fn one_waits(submissions: u32) {
	many(submissions);
	TooFew::put(true);
	assert_ok!(submit(1, 1));
}

fn one_is_disputed(submissions: u32) {
	one_waits(submissions);
	assert_ok!(dispute(ASKS, 1, submissions));
}

fn one_is_overdue(submissions: u32) {
	one_waits(submissions);
	pass(Requests::figures().acceptance_window);
}

fn all_are_scored(submissions: u32) {
	one_more(submissions);
	assert_ok!(judge(1, submissions, 100));
}

fn all_are_paid(submissions: u32) {
	all_are_scored(submissions);
	best(1).into_iter().for_each(|place| {
		assert_ok!(pay(1, place));
	});
}

fn is_closed(submissions: u32) {
	all_are_paid(submissions);
	assert_ok!(close(1));
}

const STEPS: [Step; 11] = [
	("submit", many, |_| submit(1, 1)),
	("settle", one_more, |last| judge(1, last, 100)),
	("unjudged", one_more, |last| unjudged(1, last)),
	("accept", one_waits, |last| accept(ASKS, 1, last, 100)),
	("dispute", one_waits, |last| dispute(ASKS, 1, last)),
	("decide", one_is_disputed, |last| decide(1, last, 100)),
	("close_submission", one_is_overdue, |last| close_submission(1, last)),
	("pay", all_are_scored, |last| pay(1, last)),
	("close", all_are_paid, |_| close(1)),
	("clear", is_closed, |last| clear(1, last)),
	("on_leaving", one_more, |_| {
		leave(ASKS);
		Ok(())
	}),
];

/// All that is stored.
fn stored() -> BTreeMap<Vec<u8>, Vec<u8>> {
	let mut all = BTreeMap::new();
	let mut at = vec![];
	while let Some(next) = sp_io::storage::next_key(&at) {
		let value = sp_io::storage::get(&next).expect("there is such a key").to_vec();
		all.insert(next.clone(), value);
		at = next;
	}
	all
}

/// How many keys a step changes, and how many nodes of the trie it reads.
fn cost(submissions: u32, (name, prepare, step): Step) -> (usize, usize) {
	let mut ext = new_test_ext();
	ext.execute_with(|| {
		prepare(submissions);
		// What is told and heard by others is another matter.
		System::reset_events();
		Works::kill();
	});
	ext.commit_all().expect("it can be stored");
	let before = ext.execute_with(stored);
	let (done, proof) = ext.execute_and_prove(|| step(submissions));
	assert_eq!(done, Ok(()), "{name}");
	let after = ext.execute_with(|| {
		Requests::do_try_state().expect("every invariant holds");
		stored()
	});
	let gone = before.keys().filter(|key| !after.contains_key(*key)).count();
	let written = after.iter().filter(|(key, value)| before.get(*key) != Some(value)).count();
	(gone + written, proof.into_nodes().len())
}

#[test]
fn no_step_costs_more_because_of_many_submissions() {
	for step in STEPS {
		let (few, many) = (cost(3, step), cost(300, step));
		assert_eq!(few.0, many.0, "{} changes more", step.0);
		// A greater trie is deeper, by two nodes for each key at most.
		assert!(many.1 <= few.1 + 2 * 20, "{} reads {} nodes, and {}", step.0, few.1, many.1);
	}
}
