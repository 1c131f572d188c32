// SPDX-License-Identifier: Apache-2.0

//! Whatever is proposed, decided and done in whatever order, a plain model foretells whose all LABOR is.
//!
//! The model knows no ledger and no tally: it is people with purses, a pool, and a list of proposals with
//! what everybody said on each. What is tied up is counted anew whenever it is asked for.

mod chain;
mod choices;
mod deeds;
mod foreseen;
mod model;

use super::*;
use artel_primitives::{sweep::LOOKED_AT_ONCE, work::Minutes};
use frame::deps::sp_io;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config as ProptestConfig, TestCaseError, TestRunner},
};
use std::collections::{BTreeMap, BTreeSet};

use chain::*;
use deeds::*;
use model::*;

type E = Error<Test>;
type Foreseen = Result<(), DispatchError>;
type At = StageOf<Test>;

/// Everyone who ever turns up.
const EVERYONE: [AccountId; 8] = [1, 2, 3, 4, 5, 6, 7, 8];
/// The members from the beginning.
const FOUNDERS: [AccountId; 6] = [1, 2, 3, 4, 5, 6];
/// Steps in one story, and proposals in it.
const STEPS: usize = 150;
const MAX_PROPOSALS: ProposalId = 20;
/// So little that it does not last, and so much that a member is soon full.
const FIRST_POOL: LaborBalance = 1_500;
const CAP: LaborBalance = 2_150;
/// As many as the mock allows.
const MAX_OPEN: usize = 3;
const MAX_TASKS: usize = 4;

/// Short times, so that they run out often.
fn short_times(rules: &mut Figures) {
	*rules = Figures {
		period: 24,
		quiet: 2,
		consultation: 6,
		notice: 3,
		long_notice: 4,
		lost_key_notice: 24,
		fund_delay: 3,
		long_delay: 4,
		lapse: 20,
		memory: 30,
		lazy_period: 9,
		..FIGURES
	};
}

/// How often each kind of deed succeeded, and how often it did not.
type Deeds = BTreeMap<Doing, (u32, u32)>;

/// What stories were about.
#[derive(Debug, Default)]
struct Count {
	deeds: Deeds,
	sights: BTreeMap<Sight, u32>,
	proposals: u32,
	leavers: u64,
}

impl Count {
	fn note(&mut self, kind: Doing, succeeded: bool) {
		let (yes, no) = self.deeds.entry(kind).or_default();
		*(if succeeded { yes } else { no }) += 1;
	}
}

/// The state's hash.
fn root() -> Vec<u8> {
	sp_io::storage::root(frame::deps::sp_core::storage::StateVersion::V1)
}

/// Does it on the chain and in the model, and fails unless both say the same of it.
fn try_one(model: &mut Model, deed: &Deed) -> Result<bool, TestCaseError> {
	let foreseen = {
		let before = model.clone();
		let foreseen = model.foresee(deed);
		if foreseen.is_err() {
			let sights = std::mem::take(&mut model.sights);
			*model = Model { sights, ..before };
		}
		foreseen
	};
	let before = foreseen.is_err().then(root);
	let happened = perform(deed.clone());
	prop_assert_eq!(happened, foreseen, "{:?}", deed);
	if let Some(before) = before {
		prop_assert_eq!(root(), before, "{:?} failed and changed something", deed);
	}
	Ok(foreseen.is_ok())
}

/// Lets many vote alike; whether at least one did.
fn try_votes(
	model: &mut Model,
	voters: &[AccountId],
	proposal: ProposalId,
	choice: Choice,
) -> Result<bool, TestCaseError> {
	let mut any = false;
	for who in voters {
		let foreseen = model.vote(*who, proposal, choice);
		any |= foreseen.is_ok();
		prop_assert_eq!(vote(*who, proposal, choice), foreseen, "{} votes on {}", who, proposal);
	}
	Ok(any)
}

/// Lets a block be idle; whether anything was done there.
fn try_idle(model: &mut Model) -> Result<bool, TestCaseError> {
	let there_are = model.items.len();
	idle(Weight::MAX);
	model.spending = Some(model.spending());
	let swept = swept();
	for deed in &swept {
		prop_assert_eq!(model.foresee(deed), Ok(()), "{:?} was not due", deed);
		model.sights.insert(Sight::Swept);
	}
	// Where there are few, none is forgotten. What only waits for LABOR may get it later.
	if there_are <= LOOKED_AT_ONCE as usize {
		let waiting = model.such(|at, item| {
			!matches!(item.at, At::Approved { .. })
				&& (model.can(Deed::Advance(at)) || model.can(Deed::Clear(at)))
		});
		prop_assert!(waiting.is_empty(), "{:?} are due", waiting);
	}
	Ok(!swept.is_empty())
}

/// Lives through a story on the chain and in the model side by side.
fn live(steps: &[Turn], count: &mut Count) -> Result<(), TestCaseError> {
	new_test_ext(&FOUNDERS).execute_with(|| {
		govern(short_times);
		remembered::Longest::put(40);
		set_pool(FIRST_POOL);
		set_holding_cap(CAP);
		let mut model = Model::new();
		let mut kept = Kept::read();
		compare(&model, &kept)?;
		for step in steps {
			let Some((kind, deed)) = model.choose(step) else {
				count.note(step.kind, false);
				continue;
			};
			System::reset_events();
			let done = match &deed {
				Deed::Vote(voters, proposal, choice) => {
					try_votes(&mut model, voters, *proposal, *choice)
				},
				Deed::Idle => try_idle(&mut model),
				deed => try_one(&mut model, deed),
			};
			let newcomer = if let Deed::Join(who) = deed { Some(who) } else { None };
			let worker = if let Deed::Done(_, who, _) = deed { Some(who) } else { None };
			let same = done.and_then(|succeeded| {
				count.note(kind, succeeded);
				let before = std::mem::replace(&mut kept, Kept::read());
				ensure_rightful(&before, &kept, newcomer, worker)?;
				prop_assert_eq!(works(), std::mem::take(&mut model.heard));
				compare(&model, &kept)
			});
			if let Err(error) = same {
				return Err(TestCaseError::fail(format!("after {deed:?}: {error}")));
			}
		}
		for sight in model.sights {
			*count.sights.entry(sight).or_default() += 1;
		}
		count.proposals += model.last;
		count.leavers += model.left;
		Ok(())
	})
}

/// So many stories, or as many as `PROPTEST_CASES` asks for.
fn config() -> ProptestConfig {
	let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
	ProptestConfig {
		cases: asked.unwrap_or(32),
		failure_persistence: None,
		..ProptestConfig::default()
	}
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn nobody_ever_owns_what_is_not_its_own(steps in story(STEPS / 2..=STEPS)) {
		live(&steps, &mut Count::default())?;
	}
}

#[test]
fn stories_are_sensible_enough_to_mean_something() {
	// GIVEN stories from the same dice every time
	let stories: u32 = 40;
	let mut runner = TestRunner::deterministic();
	let mut count = Count::default();
	for _ in 0..stories {
		let steps =
			story(STEPS..=STEPS).new_tree(&mut runner).expect("nothing is filtered out").current();
		live(&steps, &mut count).expect("the model is right");
	}
	// THEN each kind of deed succeeds again and again, and much fails as well
	assert_eq!(count.deeds.len(), 16, "{count:?}");
	for (kind, (succeeded, failed)) in &count.deeds {
		let share = 100 * succeeded / (succeeded + failed);
		assert!(*succeeded >= 3 && share >= 30, "{kind:?} hardly ever succeeds: {count:?}");
	}
	let failed: u32 = count.deeds.values().map(|(_, failed)| failed).sum();
	assert!(failed >= 100, "hardly anything fails: {count:?}");
	// AND there are as many proposals and leavers as a story takes
	assert!(
		count.proposals >= 20 * stories && count.leavers >= 2 * u64::from(stories),
		"{count:?}"
	);
	// AND the rare things are told of as well
	for (sight, least) in [
		(Sight::ByBar, 6),
		(Sight::BySecond, 2),
		(Sight::Confirmed, 1),
		(Sight::Unconfirmed, 1),
		(Sight::Prolonged, 1),
		(Sight::TooLarge, 1),
		(Sight::ByLazy, 2),
		(Sight::Blocked, 3),
		(Sight::AllowanceReached, 1),
		(Sight::PaidLater, 1),
		(Sight::Lapsed, 3),
		(Sight::Orphaned, 1),
		(Sight::Deferred, 3),
		(Sight::MotionFailed, 1),
		(Sight::Swept, 3),
		(Sight::TakenBack, 2),
	] {
		let seen = count.sights.get(&sight).copied().unwrap_or_default();
		assert!(seen >= least, "{sight:?} in {seen} stories only: {count:?}");
	}
}
