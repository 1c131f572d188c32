//! What decides a proposal, to a unit.

mod ahead;
mod always;
mod bars;
mod blocks;
mod classes;
mod disinterested;
mod filed;
mod heads;
mod lazily;
mod questions;
mod second_route;
mod small_groups;

use crate::{
	mock::{DAY, EPOCH, PARAMETERS},
	rules::{answer, Bar, Filing, Route, Rules},
	types::{Fraction, Outcome, Parameters, Track},
};
use artel_primitives::{
	membership::Class::{self, Supporter, User, Worker},
	vote::{ByClass, Cast, Choice, ClassWeights, Electorate, Ordering, Tally},
};
use frame::deps::sp_runtime::Percent;
use proptest::prelude::*;
use Choice::{Abstain, Aye, Block, Nay};
use Outcome::{Answered, Approved, Blocked, Rejected};
use Track::{
	Admission, Care, Constitution, Consultation, Expulsion, Fund, LostKey, Withdrawal, Work,
};

/// Everything that is voted on for or against.
const TRACKS: [Track; 8] =
	[Work, Care, Withdrawal, Admission, Expulsion, LostKey, Fund, Constitution];

const ORDINARY: [Track; 6] = [Work, Care, Withdrawal, Admission, LostKey, Fund];
const GRAVE: [Track; 2] = [Expulsion, Constitution];

/// When everything here is filed.
const NOW: u32 = 1_000;

fn filing(members: u32) -> Filing<u32> {
	Filing {
		now: NOW,
		lasts: None,
		members,
		blocked_before: false,
		weights: None,
		destroyed: ByClass::default(),
	}
}

/// The rules of a track in an artel that is too large for lazy consensus.
fn rules(track: Track) -> Rules<u32> {
	Rules::new(track, &PARAMETERS, filing(9))
}

fn lazy() -> Rules<u32> {
	let rules = Rules::new(Work, &PARAMETERS, filing(6));
	assert!(rules.lazy);
	rules
}

fn votes(workers: u64, users: u64, supporters: u64) -> ByClass<u64> {
	ByClass { workers, users, supporters }
}

/// A member with its VOTE, and what it says, if anything.
type Voter = (Class, u64, Option<Choice>);

/// A worker that votes.
fn says(choice: Choice, weight: u64) -> Voter {
	(Worker, weight, Some(choice))
}

/// A worker that does not.
fn silent(weight: u64) -> Voter {
	(Worker, weight, None)
}

/// The votes, and who could have voted.
fn poll(voters: &[Voter]) -> (Tally, Electorate) {
	let mut tally = Tally::default();
	let (mut votes, mut members) = (ByClass::default(), ByClass::default());
	for (class, weight, choice) in voters {
		votes.add(*class, *weight);
		*members.of(*class) += 1;
		if let Some(choice) = choice {
			tally.add(&Cast { choice: *choice, class: *class, weight: *weight, own: true });
		}
	}
	(tally, Electorate { votes, members, weights: None })
}

/// How it ends when the vote is over and nobody who voted filed it or gains by it.
fn ends(rules: &Rules<u32>, voters: &[Voter]) -> Outcome {
	ends_without(rules, voters, &[])
}

/// How it ends when those at these places filed it or gain by it.
fn ends_without(rules: &Rules<u32>, voters: &[Voter], interested: &[usize]) -> Outcome {
	let (tally, electorate) = poll(voters);
	let cast = |at: &usize| {
		let (class, weight, choice) = voters[*at];
		choice.map(|choice| Cast { choice, class, weight, own: true })
	};
	let interested = || interested.iter().filter_map(cast).collect();
	rules.weigh(rules.ends.max(rules.notice), &tally, &electorate, interested).expect("it is over")
}

/// How it stands as soon as it may pass, but goes on if it does not.
fn at_notice(rules: &Rules<u32>, voters: &[Voter]) -> Option<Outcome> {
	let (tally, electorate) = poll(voters);
	// Until the end nobody asks who gains by it.
	rules.weigh(rules.notice, &tally, &electorate, || panic!("it is not over"))
}

const BAR: Outcome = Approved(Route::Bar);
const SECOND: Outcome = Approved(Route::Second);
const LAZY: Outcome = Approved(Route::Lazy);
