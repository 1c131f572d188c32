// SPDX-License-Identifier: Apache-2.0

//! Whatever people do, in whatever order, the pallet agrees with a plain list of who voted what.

use super::model::*;
use crate::{mock::*, *};
use proptest::prelude::{any, prop_oneof, Just, ProptestConfig, Strategy};
use std::collections::BTreeMap;

/// What a vote that is no question is asked for.
const FOR_OR_AGAINST: [Choice; 4] = [Choice::Aye, Choice::Nay, Choice::Abstain, Choice::Block];

fn class() -> impl Strategy<Value = Class> {
	(0..CLASSES.len()).prop_map(|at| CLASSES[at])
}

fn backing() -> impl Strategy<Value = Backing> {
	prop_oneof![
		1 => Just(Backing::Founder),
		3 => Just(Backing::Backed),
		3 => Just(Backing::Unbacked),
	]
}

/// Somebody comes, goes, or is something else.
fn moving() -> impl Strategy<Value = Step> {
	prop_oneof![
		3 => (PEOPLE, class(), backing())
			.prop_map(|(who, class, backing)| Step::Join(who, class, backing)),
		2 => PEOPLE.prop_map(Step::Leave),
		3 => (PEOPLE, class(), backing())
			.prop_map(|(who, class, backing)| Step::ChangeClass(who, class, backing)),
		2 => PEOPLE.prop_map(Step::Confirm),
	]
}

/// Something is filed, by a member or somebody else, now and then without some, or where nobody votes
/// for another.
fn filing() -> impl Strategy<Value = Step> {
	let proposer = prop_oneof![3 => PEOPLE, 1 => Just(ARTEL)];
	let without = prop_oneof![
		2 => Just(vec![]),
		1 => PEOPLE.prop_map(|who| vec![who]),
		1 => (ALICE..=CHARLIE, DAVE..=FERDIE).prop_map(|(one, other)| vec![one, other]),
	];
	(0..POLLS.len(), proposer, without, proptest::bool::weighted(0.1))
		.prop_map(|(at, proposer, without, alone)| Step::File(at, proposer, without, alone))
}

fn step() -> impl Strategy<Value = Step> {
	let slot = || 0..POLLS.len();
	let topic = || prop_oneof![Just(GENERAL), Just(GARDEN)];
	// What a poll is asked for, and now and then what it is not.
	let said = || {
		prop_oneof![
			8 => (slot(), 0..4u8).prop_map(|(at, nth)| match POLLS[at] {
				(_, 0) => (at, FOR_OR_AGAINST[usize::from(nth)]),
				(_, options) if nth < options => (at, Choice::Option(nth)),
				_ => (at, Choice::Abstain),
			}),
			1 => (slot(), 0..4usize).prop_map(|(at, nth)| (at, FOR_OR_AGAINST[nth])),
			1 => (slot(), 0..5u8).prop_map(|(at, nth)| (at, Choice::Option(nth))),
		]
	};
	let whom = || proptest::collection::vec(PEOPLE, 0..=5);
	// A few are trusted by many, else hardly anybody would ever vote for others.
	let trusted = || prop_oneof![4 => ALICE..=BOB, 1 => PEOPLE];
	prop_oneof![
		8 => (PEOPLE, said()).prop_map(|(who, (at, what))| Step::Vote(who, at, what)),
		12 => (trusted(), said(), whom())
			.prop_map(|(by, (at, what), whom)| Step::VoteFor(by, at, what, whom)),
		4 => (PEOPLE, slot()).prop_map(|(who, at)| Step::Reweigh(who, at)),
		10 => (PEOPLE, topic(), trusted(), proptest::option::weighted(0.4, 0..9u64))
			.prop_map(|(who, topic, to, blocks)| Step::Delegate(who, topic, to, blocks)),
		2 => (PEOPLE, topic()).prop_map(|(who, topic)| Step::Undelegate(who, topic)),
		3 => PEOPLE.prop_map(Step::Update),
		5 => (1..4u64).prop_map(Step::Pass),
		3 => (1..15u32).prop_map(Step::Epochs),
		2 => slot().prop_map(Step::Lock),
		3 => filing(),
		9 => moving(),
		2 => (PEOPLE, any::<bool>()).prop_map(|(who, on)| Step::Freeze(who, on)),
		4 => (PEOPLE, 0..3_000u64).prop_map(|(who, labor)| Step::Work(who, labor)),
		4 => (PEOPLE, 0..6_000u64).prop_map(|(who, amount)| Step::Kept(who, amount)),
		4 => (PEOPLE, 0..3_000u64).prop_map(|(who, amount)| Step::Love(who, amount)),
	]
}

/// Many come, go and are filed about in the same few blocks.
fn crowded_step() -> impl Strategy<Value = Step> {
	let said = (0..2usize, 0..2usize).prop_map(|(at, nth)| (at, FOR_OR_AGAINST[nth]));
	prop_oneof![
		4 => (PEOPLE, said).prop_map(|(who, (at, what))| Step::Vote(who, at, what)),
		1 => (PEOPLE, 0..2usize).prop_map(|(who, at)| Step::Reweigh(who, at)),
		2 => (1..2u64).prop_map(Step::Pass),
		1 => (1..8u32).prop_map(Step::Epochs),
		4 => filing(),
		12 => moving(),
		2 => (PEOPLE, 0..3_000u64).prop_map(|(who, labor)| Step::Work(who, labor)),
	]
}

/// What each member weighs, and by which membership.
fn weights() -> BTreeMap<AccountId, (u32, u64)> {
	Baskets::<Test>::iter().map(|(who, basket)| (who, (basket.number, basket.weight()))).collect()
}

/// Tells a story, and fails as soon as something in it is not as it should be.
fn tell(steps: Vec<Step>) {
	build_and_execute(|| {
		let mut model = Model::new();
		let last = steps.len().saturating_sub(1);
		for (at, step) in steps.into_iter().enumerate() {
			let (before, could_vote) = (weights(), model.electorates());
			let (allowed, done) = model.take(step.clone());
			assert_eq!(done.is_ok(), allowed, "{step:?} gave {done:?}");
			model.agrees();
			// It takes long, so not after every step.
			if at % 10 == 9 || at == last {
				model.agrees_on_each();
			}
			check_invariants();
			// A basket never shrinks but by exit.
			for (who, (number, weight)) in weights() {
				match before.get(&who) {
					Some((joined, was)) if *joined == number => assert!(was <= &weight),
					_ => assert_eq!(weight, FIRST_VOTE),
				}
			}
			// No denominator moves but by growth of those on the roll, and only when somebody is looked at.
			let looks = matches!(
				step,
				Step::Vote(..) | Step::VoteFor(..) | Step::Update(_) | Step::Reweigh(..)
			);
			for (at, (was, is)) in could_vote.into_iter().zip(model.electorates()).enumerate() {
				if was.0 != is.0 || model.forgets(at) {
					continue;
				}
				let (was, is) = (was.1, is.1);
				assert_eq!((was.members, was.seasoned), (is.members, is.seasoned), "{step:?}");
				assert_eq!(was.votes.minus(&is.votes).total(), 0, "{step:?} took VOTE away");
				assert!(looks || was == is, "{step:?} gave VOTE");
			}
		}
	});
}

proptest::proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn any_story_ends_as_it_should(steps in proptest::collection::vec(step(), 60)) {
		tell(steps);
	}

	#[test]
	fn whoever_comes_and_goes_in_one_block_is_counted_as_it_votes(
		steps in proptest::collection::vec(crowded_step(), 50),
	) {
		tell(steps);
	}
}
