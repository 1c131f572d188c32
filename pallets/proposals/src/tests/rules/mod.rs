// SPDX-License-Identifier: Apache-2.0

//! What decides a proposal, to a unit.

mod always;
mod attacks;
mod bars;
mod blocks;
mod classes;
mod confirming;
mod disinterested;
mod filed;
mod heads;
mod lazily;
mod questions;
mod second_route;
mod small_groups;
mod worked_numbers;

use crate::{
	rules::{answer, AtTheEnd, Bar, Filing, Route, Rules},
	Figures, Fraction, Outcome, Track,
};
use artel_primitives::{
	membership::Class::{self, Supporter, User, Worker},
	units::DAYS,
	vote::{ByClass, Cast, Choice, ClassWeights, Electorate, Ordering, Roll, Tally},
};
use frame::deps::sp_runtime::Percent;
use proptest::prelude::*;
use Choice::{Abstain, Aye, Block, Nay};
use Outcome::{Answered, Approved, Blocked, Rejected};
use Track::{
	Admission, Care, Constitution, Consultation, Expulsion, Fund, LostKey, Withdrawal, Work,
};

const FIGURES: Figures = Figures::DEFAULT;
const WEEK: u32 = 7 * DAYS;

/// Everything that is voted on for or against.
const TRACKS: [Track; 8] =
	[Work, Care, Withdrawal, Admission, Expulsion, LostKey, Fund, Constitution];

const ORDINARY: [Track; 5] = [Work, Care, Withdrawal, Admission, Fund];
const GRAVE: [Track; 3] = [Expulsion, LostKey, Constitution];
/// A lost key has no second route.
const GRAVE_AT_THE_END: [Track; 2] = [Expulsion, Constitution];

/// When everything here is filed.
const NOW: u32 = 1_000;

/// A member, with what it says, if anything.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Voter {
	class: Class,
	weight: u64,
	choice: Option<Choice>,
	/// Whether a delegate said it for the member.
	by_delegate: bool,
	filed_it: bool,
	seasoned: bool,
}

impl Voter {
	fn of(self, class: Class) -> Self {
		Self { class, ..self }
	}

	fn by_delegate(self) -> Self {
		Self { by_delegate: true, ..self }
	}

	/// The one who filed it.
	fn filed(self) -> Self {
		Self { filed_it: true, ..self }
	}

	/// Not seasoned yet.
	fn fresh(self) -> Self {
		Self { seasoned: false, ..self }
	}

	fn saying(self, choice: Option<Choice>) -> Self {
		Self { choice, ..self }
	}
}

/// A seasoned worker that does not vote.
fn silent(weight: u64) -> Voter {
	Voter {
		class: Worker,
		weight,
		choice: None,
		by_delegate: false,
		filed_it: false,
		seasoned: true,
	}
}

/// One that does.
fn says(choice: Choice, weight: u64) -> Voter {
	silent(weight).saying(Some(choice))
}

/// So many of them that have this weight together.
fn say(choice: Choice, weight: u64, heads: u64) -> Vec<Voter> {
	let each = weight / heads;
	let mut all = vec![says(choice, each); heads as usize];
	all[0].weight += weight - each * heads;
	all
}

/// Those whom the filing found there.
fn roll(members: &[Voter]) -> Roll<u32> {
	let mut roll = Roll { filed: NOW, epoch: 20, ..Roll::default() };
	for Voter { class, seasoned, .. } in members {
		*roll.members.of(*class) += 1;
		*roll.seasoned.of(*class) += u32::from(*seasoned);
	}
	roll
}

fn filing(roll: Roll<u32>) -> Filing<u32> {
	Filing {
		lasts: None,
		blocked_before: false,
		concerns_member: false,
		proposer_gains: false,
		slow: false,
		roll,
	}
}

/// The rules for what these members file, which concerns or favours none of them.
fn rules_of(track: Track, members: &[Voter]) -> Rules<u32> {
	Rules::new(track, &FIGURES, filing(roll(members)))
}

/// The rules for what is filed about one more than those who vote.
fn rules_about(track: Track, concerned: Voter, others: &[Voter]) -> Rules<u32> {
	let roll = roll(&[&[concerned], others].concat());
	Rules::new(track, &FIGURES, Filing { concerns_member: true, ..filing(roll) })
}

/// The rules for what somebody files for its own good, with the others that decide it.
fn rules_for_oneself(track: Track, others: &[Voter]) -> Rules<u32> {
	let roll = roll(&[&[silent(1_000)], others].concat());
	Rules::new(track, &FIGURES, Filing { proposer_gains: true, ..filing(roll) })
}

/// The rules of a track in an artel of nine seasoned workers, too large for lazy consensus.
fn rules(track: Track) -> Rules<u32> {
	let nine = [silent(1_000); 9];
	match track {
		Withdrawal | Expulsion | LostKey => rules_about(track, nine[0], &nine[1..]),
		_ => rules_of(track, &nine),
	}
}

fn lazy() -> Rules<u32> {
	let rules = rules_of(Work, &[silent(1_000); 6]);
	assert_eq!(rules.at_the_end, AtTheEnd::Lazy);
	rules
}

fn votes(workers: u64, users: u64, supporters: u64) -> ByClass<u64> {
	ByClass { workers, users, supporters }
}

/// The ballot of a member, if it has voted.
fn cast(rules: &Rules<u32>, voter: &Voter) -> Option<Cast> {
	let Voter { class, weight, choice, by_delegate, filed_it, seasoned } = *voter;
	// Where nobody is seasoned everybody counts.
	let seasoned = seasoned || rules.roll.seasoned_by().is_none();
	choice.map(|choice| Cast { choice, class, weight, own: !by_delegate, filed_it, seasoned })
}

/// The votes, and who could have voted: all but whom it concerns and who gain by it.
fn poll(rules: &Rules<u32>, voters: &[Voter]) -> (Tally, Electorate) {
	let mut tally = Tally::default();
	let Roll { members, seasoned, .. } = roll(voters);
	let mut votes = ByClass::default();
	for voter in voters {
		votes.add(voter.class, voter.weight);
		if let Some(cast) = cast(rules, voter) {
			tally.add(&cast);
		}
	}
	let seasoned = if rules.roll.seasoned_by().is_none() { members } else { seasoned };
	(tally, Electorate { votes, members, seasoned, weights: rules.roll.weights })
}

/// How it stands at this time.
fn weighed(rules: &Rules<u32>, now: u32, voters: &[Voter]) -> Option<Outcome> {
	let (tally, electorate) = poll(rules, voters);
	rules.weigh(now, &tally, &electorate)
}

/// How it ends when the vote is over.
fn ends(rules: &Rules<u32>, voters: &[Voter]) -> Outcome {
	weighed(rules, rules.ends, voters).expect("it is over")
}

/// How it stands as soon as it may pass: decided, or rejected if it also ends then.
fn at_notice(rules: &Rules<u32>, voters: &[Voter]) -> Option<Outcome> {
	weighed(rules, rules.notice, voters).filter(|outcome| *outcome != Rejected)
}

const BAR: Outcome = Approved(Route::Bar);
const SECOND: Outcome = Approved(Route::Second);
const LAZY: Outcome = Approved(Route::Lazy);
