// SPDX-License-Identifier: Apache-2.0

//! Every stage and every step, in one table.

use crate::{
	record::{End, Outcome},
	rules::Route,
	stage::{Stage, Step},
	MAX_STAGES,
};
use artel_primitives::work::Quality;
use codec::{Decode, Encode, MaxEncodedLen};

type StageOf = Stage<u32>;
type StepOf = Step<u32>;

const GOOD: End = End::Settled(Quality::WHOLE);
const BEGIN: StageOf = Stage::Voting { decided: None };

/// Every stage. Times differ, so that a time taken from the wrong place is seen.
const STAGES: [StageOf; 7] = [
	BEGIN,
	Stage::Voting { decided: Some(Outcome::Approved(Route::Bar)) },
	Stage::Confirming { ends: 25, restarts: 2 },
	Stage::Approved { route: Route::Second, from: 10, until: 20 },
	Stage::Underway { delivery: 7 },
	Stage::Standing,
	Stage::Done { end: End::Executed, at: 50 },
];

/// Every step, in the order of the table's columns.
const STEPS: [StepOf; 8] = [
	Step::Approve { route: Route::Lazy, from: 11, until: 21 },
	Step::Confirm { ends: 26 },
	Step::Conclude(End::Rejected, 51),
	Step::Withdraw(52),
	Step::Fund(8),
	Step::Stand,
	Step::Enact(End::Lapsed, 53),
	Step::Finish(GOOD, 54),
];

/// Where each step leads from each stage, a row for each stage; a dot where it cannot be taken.
///
/// C confirming, P approved, U under way, S standing, D done. The steps are: Approve, Confirm, Conclude, Withdraw,
/// Fund, Stand, Enact, Finish.
#[rustfmt::skip]
const TABLE: [(&str, [char; 8]); 7] = [
	//               Ap   Cf   Co   Wi   Fu   St   En   Fi
	("voting",     ['P', 'C', 'D', 'D', '.', '.', '.', '.']),
	("decided",    ['P', 'C', 'D', '.', '.', '.', '.', '.']),
	("confirming", ['P', '.', 'D', 'D', '.', '.', '.', '.']),
	("approved",   ['.', '.', '.', '.', 'U', 'S', 'D', '.']),
	("under way",  ['.', '.', '.', '.', '.', '.', '.', 'D']),
	("standing",   ['.', '.', '.', '.', '.', '.', '.', 'D']),
	("done",       ['.', '.', '.', '.', '.', '.', '.', '.']),
];

fn letter(stage: Option<&StageOf>) -> char {
	match stage {
		None => '.',
		Some(Stage::Voting { .. }) => 'V',
		Some(Stage::Confirming { .. }) => 'C',
		Some(Stage::Approved { .. }) => 'P',
		Some(Stage::Underway { .. }) => 'U',
		Some(Stage::Standing) => 'S',
		Some(Stage::Done { .. }) => 'D',
	}
}

/// What any step makes of a stage.
fn next(stage: &StageOf) -> Vec<StageOf> {
	STEPS.into_iter().filter_map(|step| stage.clone().after(step)).collect()
}

#[test]
fn every_step_from_every_stage_leads_where_the_table_says() {
	for (stage, (name, row)) in STAGES.iter().zip(TABLE) {
		for (step, expected) in STEPS.iter().zip(row) {
			let after = stage.clone().after(step.clone());
			assert_eq!(letter(after.as_ref()), expected, "{name}, {step:?}");
		}
	}
}

#[test]
fn a_stage_keeps_what_the_next_one_needs() {
	let [voting, decided, confirming, approved, under_way, standing, _] = STAGES;
	let [approve, confirm, conclude, withdraw, fund, stand, enact, finish] = STEPS;
	let approved_then = Stage::Approved { route: Route::Lazy, from: 11, until: 21 };
	let done = |end, at| Stage::Done { end, at };
	let ways = [
		(voting.clone(), approve.clone(), approved_then.clone()),
		(voting.clone(), conclude.clone(), done(End::Rejected, 51)),
		// Whatever was there before, it has not been put off yet.
		(voting.clone(), confirm.clone(), Stage::Confirming { ends: 26, restarts: 0 }),
		(voting, withdraw.clone(), done(End::Withdrawn, 52)),
		(decided.clone(), approve.clone(), approved_then.clone()),
		(decided.clone(), conclude.clone(), done(End::Rejected, 51)),
		(decided, confirm, Stage::Confirming { ends: 26, restarts: 0 }),
		(confirming.clone(), approve, approved_then),
		(confirming.clone(), conclude, done(End::Rejected, 51)),
		(confirming, withdraw, done(End::Withdrawn, 52)),
		(approved.clone(), fund, Stage::Underway { delivery: 8 }),
		(approved.clone(), stand, Stage::Standing),
		(approved, enact, done(End::Lapsed, 53)),
		(under_way, finish.clone(), done(GOOD, 54)),
		(standing, finish, done(GOOD, 54)),
	];
	let cells = TABLE.iter().flat_map(|(_, row)| row).filter(|cell| **cell != '.');
	assert_eq!(cells.count(), ways.len());
	for (stage, step, expected) in ways {
		assert_eq!(stage.clone().after(step.clone()), Some(expected), "{stage:?}, {step:?}");
	}
}

#[test]
fn every_stage_is_reached() {
	let mut reached = String::from(letter(Some(&BEGIN)));
	let mut ahead = vec![BEGIN];
	while let Some(stage) = ahead.pop() {
		for after in next(&stage) {
			if !reached.contains(letter(Some(&after))) {
				reached.push(letter(Some(&after)));
				ahead.push(after);
			}
		}
	}
	for stage in STAGES {
		assert!(reached.contains(letter(Some(&stage))), "{stage:?}");
	}
}

#[test]
fn every_stage_but_the_last_can_be_left() {
	for stage in STAGES {
		assert_eq!(next(&stage).is_empty(), stage.is_done(), "{stage:?}");
	}
}

#[test]
fn the_longest_way_fits_a_history() {
	/// How many stages lie on the longest way from here on. There is no way back, so it ends.
	fn longest(stage: &StageOf, passed: u32) -> u32 {
		assert!(passed < 100, "a way in circles");
		let rest = next(stage).iter().map(|after| longest(after, passed + 1)).max();
		1 + rest.unwrap_or_default()
	}
	// Voting, confirming, approved, under way or standing, done.
	assert_eq!(longest(&BEGIN, 0), MAX_STAGES);
}

#[test]
fn votes_are_cast_until_it_is_approved_or_over() {
	for stage in STAGES {
		assert_eq!(stage.is_voted_on(), "VC".contains(letter(Some(&stage))), "{stage:?}");
	}
}

#[test]
fn what_is_recorded_reads_back() {
	// What is voted on has one number, decided or not.
	for (number, stage) in [0, 0, 4, 1, 2, 10, 3].into_iter().zip(STAGES) {
		let bytes = stage.encode();
		assert_eq!(bytes[0], number, "{stage:?}");
		assert!(bytes.len() <= StageOf::max_encoded_len());
		assert_eq!(StageOf::decode(&mut &bytes[..]), Ok(stage));
	}
}
