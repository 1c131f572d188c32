// SPDX-License-Identifier: Apache-2.0

//! Whatever is done in whatever order, a plain model foretells what becomes of all work and all LABOR.
//!
//! The model knows no ledger and no lists: it is people with purses, a pool, and what was agreed and done.
//! What is tied up, where, and whose work is under way is counted anew whenever it is asked for.

mod choose;
mod follow;

use super::*;
use frame::deps::{sp_core::storage::StateVersion, sp_io::storage::root};
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config as ProptestConfig, TestCaseError, TestRunner},
};
use std::collections::{BTreeMap, BTreeSet};

/// Everyone who ever turns up, and who is a member from the beginning.
const EVERYONE: [AccountId; 7] = [1, 2, 3, 4, 5, 6, 7];
const FOUNDERS: usize = 5;
/// Steps in one story, and work that is under way at once at most.
const STEPS: usize = 160;
const MAX_WORK: usize = 12;
/// As many as the mock allows to each.
const MAX_UNDER_WAY: usize = 4;
/// So little that it does not always last.
const FIRST_POOL: LaborBalance = 400;
/// What those who judge are paid.
const FEE: LaborBalance = 8;
const FIRST_WALLET: LaborBalance = 350;

/// What somebody does, or what happens.
#[derive(Clone, Debug)]
enum Deed {
	Open(OrderOf<Test>),
	TakeOn(AccountId, DeliveryId),
	Apply(AccountId, DeliveryId),
	Assign(AccountId, DeliveryId, AccountId),
	Deliver(AccountId, DeliveryId, Minutes),
	Accept(AccountId, DeliveryId),
	Dispute(AccountId, DeliveryId),
	Agree(AccountId, DeliveryId, u8),
	GiveUp(AccountId, DeliveryId),
	Close(DeliveryId),
	Settle(DeliveryId, u8),
	Judge(DeliveryId, u8),
	Unjudged(DeliveryId),
	Leave(AccountId),
	Expel(AccountId),
	Join(AccountId, Class),
	Reclass(AccountId, Class),
	Judges(bool),
	Govern(u32),
	Pass(BlockNumber),
	Idle,
}

impl Deed {
	/// Its kind, to count by.
	fn kind(&self) -> String {
		let said = format!("{self:?}");
		said.split('(').next().unwrap_or_default().into()
	}
}

/// Somebody who is a member, or was one.
#[derive(Clone, Debug, Default)]
struct Person {
	class: Option<Class>,
	times_left: u32,
	purse: LaborBalance,
}

/// How far work is.
#[derive(Clone, Debug)]
enum Come {
	Open { applicants: Vec<AccountId> },
	TakenOn { by: AccountId },
	Done { by: AccountId, number: Option<MemberNumber>, minutes: Minutes, then: Then },
}

/// What comes after a delivery.
#[derive(Clone, Copy, Debug)]
enum Then {
	Answer { until: BlockNumber },
	Case { case: CaseId, disputed: bool, said: Option<(Side, u8)> },
	Verdict { until: BlockNumber, said: Option<(Side, u8)> },
}

/// One piece of work: what was agreed, the number of a payer who has left, and how far it is.
#[derive(Clone, Debug)]
struct Piece {
	order: OrderOf<Test>,
	payer_was: Option<MemberNumber>,
	come: Come,
}

/// What neighbours have heard in one step, in whatever order.
#[derive(Clone, Debug, Default, PartialEq)]
struct Heard {
	ends: Vec<(DeliveryId, Option<u8>)>,
	works: Vec<(AccountId, Minutes, LaborBalance, Option<AccountId>)>,
	claims: Vec<(AccountId, MemberNumber, LaborBalance)>,
	came_back: Vec<(MemberNumber, LaborBalance)>,
	cases: Vec<(DeliveryId, Vec<AccountId>)>,
}

impl Heard {
	/// What the mock's neighbours have heard.
	fn on_chain() -> Self {
		let ended = |(_, delivery, how)| match how {
			Ended::Settled(quality) => (delivery, Some(quality.percent())),
			Ended::Returned => (delivery, None),
		};
		let case = |(subject, parties)| match subject {
			Subject::Delivery(delivery) => (delivery, parties),
			other => panic!("{other:?} is no delivery"),
		};
		let work = |work: Work<_>| (work.worker, work.minutes, work.labor, work.payer);
		Self {
			ends: ends().into_iter().map(ended).collect(),
			works: works().into_iter().map(work).collect(),
			claims: claims(),
			came_back: came_back(),
			cases: cases().into_iter().map(case).collect(),
		}
		.sorted()
	}

	fn sorted(mut self) -> Self {
		self.ends.sort();
		self.works.sort();
		self.claims.sort();
		self.came_back.sort();
		self.cases.sort();
		self
	}
}

/// All that is known of the small world of the mock.
#[derive(Clone, Debug)]
struct Model {
	now: BlockNumber,
	window: u32,
	judges: bool,
	people: BTreeMap<AccountId, Person>,
	pool: LaborBalance,
	work: BTreeMap<DeliveryId, Piece>,
	last: DeliveryId,
	last_case: CaseId,
	/// The owners of the fees of cases; the pool has what is nobody's.
	fees: BTreeMap<CaseId, Option<AccountId>>,
	heard: Heard,
}

impl Model {
	fn new() -> Self {
		let member = |who| {
			let class = (who <= FOUNDERS as AccountId).then_some(Class::Worker);
			let purse = if class.is_some() { FIRST_WALLET } else { 0 };
			(who, Person { class, purse, times_left: 0 })
		};
		Self {
			now: 1,
			window: WINDOW,
			judges: false,
			people: EVERYONE.into_iter().map(member).collect(),
			pool: FIRST_POOL,
			work: BTreeMap::new(),
			last: 0,
			last_case: 0,
			fees: BTreeMap::new(),
			heard: Heard::default(),
		}
	}
}

/// The chain as the model begins.
fn set_up() {
	for who in &EVERYONE[..FOUNDERS] {
		join(*who, Class::Worker);
		set_wallet(*who, FIRST_WALLET);
	}
	with_fee(FEE);
	remembered::Pool::put(FIRST_POOL);
	remembered::Supply::mutate(|supply| *supply = *supply + FIRST_POOL - POOL);
}

/// Does it on the chain.
fn perform(deed: &Deed) -> DispatchResult {
	match deed.clone() {
		Deed::Open(order) => {
			<Deliveries as OpenDelivery<_, _>>::open(order)?;
		},
		Deed::TakeOn(who, at) => take_on(who, at)?,
		Deed::Apply(who, at) => apply(who, at)?,
		Deed::Assign(who, at, worker) => assign(who, at, worker)?,
		Deed::Deliver(who, at, minutes) => deliver(who, at, minutes)?,
		Deed::Accept(who, at) => accept(who, at)?,
		Deed::Dispute(who, at) => dispute(who, at)?,
		Deed::Agree(who, at, percent) => agree(who, at, percent)?,
		Deed::GiveUp(who, at) => give_up(who, at)?,
		Deed::Close(at) => closed(at)?,
		Deed::Settle(at, percent) => settle(at, percent)?,
		Deed::Judge(at, percent) => judge(at, percent)?,
		Deed::Unjudged(at) => unjudged(at)?,
		Deed::Leave(who) => leave(who)?,
		Deed::Expel(who) => expel(who),
		Deed::Join(who, class) => {
			join(who, class);
			set_wallet(who, FIRST_WALLET);
		},
		Deed::Reclass(who, class) => {
			FakeMembers::reclass(&who, class);
		},
		Deed::Judges(there) => remembered::EnoughJudges::put(there),
		Deed::Govern(acceptance_window) => {
			let chosen = Figures { acceptance_window, longest: LONGEST };
			CurrentFigures::<Test>::put(chosen);
		},
		Deed::Pass(blocks) => pass_blocks(blocks),
		Deed::Idle => {
			// So many look once at everything, however far the last ones came.
			for _ in 0..MAX_WORK {
				idle(Weight::MAX);
			}
		},
	}
	Ok(())
}

/// Fails unless the chain is as the model says.
fn compare(model: &Model) -> Result<(), TestCaseError> {
	let on_chain: BTreeMap<_, _> = Records::<Test>::iter().collect();
	let foretold: BTreeMap<_, _> =
		model.work.iter().map(|(at, piece)| (*at, piece.as_kept())).collect();
	prop_assert_eq!(on_chain, foretold);
	prop_assert_eq!(LastDelivery::<Test>::get(), model.last);
	prop_assert_eq!(now(), model.now);
	prop_assert_eq!((pool(), escrowed()), (model.pool, model.escrowed()));
	for (who, person) in &model.people {
		prop_assert_eq!((who, wallet(*who)), (who, person.purse));
		prop_assert_eq!((who, held(*who)), (who, model.held(*who)));
		let listed: BTreeSet<_> = under_way(*who).into_iter().collect();
		prop_assert_eq!((who, listed), (who, model.under_way(*who)));
	}
	check_invariants();
	Ok(())
}

/// How often each kind of deed succeeded, and how often it did not.
type Deeds = BTreeMap<String, (u32, u32)>;

/// How often each kind of deed succeeded and failed, and which errors there were.
#[derive(Debug, Default)]
struct Count {
	deeds: Deeds,
	errors: BTreeSet<String>,
}

/// Does one thing on the chain and in the model, and fails unless both say the same of it.
fn step(model: &mut Model, deed: &Deed, count: &mut Count) -> Result<(), TestCaseError> {
	let mut next = model.clone();
	let foretold = next.follow(deed);
	let before = foretold.is_err().then(|| root(StateVersion::V1));
	let happened = perform(deed);
	prop_assert_eq!(happened, foretold);
	let (succeeded, failed) = count.deeds.entry(deed.kind()).or_default();
	match (foretold, before) {
		(Err(error), Some(before)) => {
			prop_assert_eq!(root(StateVersion::V1), before, "it failed and changed something");
			count.errors.insert(format!("{error:?}"));
			*failed += 1;
		},
		_ => {
			*model = next;
			*succeeded += 1;
		},
	}
	prop_assert_eq!(Heard::on_chain(), std::mem::take(&mut model.heard).sorted());
	compare(model)
}

/// The dice of one step.
type Dice = [u16; 6];

/// Lives through a story on the chain and in the model side by side.
fn live(story: &[Dice], count: &mut Count) -> Result<(), TestCaseError> {
	new_test_ext().execute_with(|| {
		set_up();
		let mut model = Model::new();
		compare(&model)?;
		for dice in story {
			let deed = model.choose(*dice);
			step(&mut model, &deed, count)
				.map_err(|error| TestCaseError::fail(format!("after {deed:?}: {error}")))?;
		}
		Ok(())
	})
}

fn story() -> impl Strategy<Value = Vec<Dice>> {
	prop::collection::vec(any::<Dice>(), STEPS / 2..=STEPS)
}

/// So many stories, or as many as `PROPTEST_CASES` asks for.
fn config() -> ProptestConfig {
	let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
	ProptestConfig {
		cases: asked.unwrap_or(48),
		failure_persistence: None,
		..ProptestConfig::default()
	}
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn whatever_is_done_is_foretold(story in story()) {
		live(&story, &mut Count::default())?;
	}
}

#[test]
fn stories_are_sensible_enough_to_mean_something() {
	// GIVEN stories from the same dice every time
	let mut runner = TestRunner::deterministic();
	let mut count = Count::default();
	for _ in 0..40 {
		let story = story().new_tree(&mut runner).expect("nothing is filtered out").current();
		live(&story, &mut count).expect("the model is right");
	}
	// THEN each kind of deed succeeds again and again, and much fails as well
	let Count { deeds, errors } = count;
	assert_eq!(deeds.len(), 21, "{deeds:?}");
	for (kind, (succeeded, _)) in &deeds {
		assert!(*succeeded >= 5, "{kind} hardly ever succeeds: {deeds:?}");
	}
	// AND nearly every error is met: all that a blank text or too many applicants do not take
	assert!(errors.len() >= 24, "{} of them: {errors:?}", errors.len());
}
