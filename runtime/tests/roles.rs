// SPDX-License-Identifier: Apache-2.0

//! Standing roles with their real neighbours: what the artel pays for from epoch to epoch, and how that ends.

mod common;

use artel_primitives::{
	due::Duty,
	epochs::InspectEpochs,
	labor::{HoldLabor, InspectLabor, Source},
	text::Note,
	units::LaborBalance,
	work::Stream,
};
use artel_runtime::{motions::Motions, *};
use common::{work::*, *};
use frame_support::{assert_ok, traits::fungible::Inspect};
use pallet_proposals::{
	End, Funding, JudgeMotions, RoleEnd, RoleReport, RoleState, Route, Stage, Task,
};
use pallet_vote_basket::Vote;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie};
use sp_runtime::{DispatchError, DispatchResult, Percent};

type Proposing = pallet_proposals::Call<Runtime>;
type Working = pallet_deliveries::Call<Runtime>;

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn note(text: &str) -> Note {
	Note::try_from(text).expect("it is short")
}

fn owned(chain: &mut Chain, who: Sr25519Keyring) -> LaborBalance {
	chain.with(|| Labor::total_balance(&id(who)))
}

/// What is in escrow for work.
fn escrowed(chain: &mut Chain) -> LaborBalance {
	chain.with(|| MutualCredit::held(&work_hold(), &Source::Escrow))
}

/// Lets time pass until the first blocks of the next epoch, in which idle blocks do what is due.
fn next_epoch(chain: &mut Chain) {
	let epoch = chain.with(Epochs::current);
	while chain.with(Epochs::current) == epoch {
		chain.block(0, vec![]);
	}
	// The first block of a session is no idle one.
	chain.block(0, vec![]);
	chain.block(0, vec![]);
}

/// Alice proposes a role of an hour's worth of LABOR an epoch, and all agree to it.
fn role(chain: &mut Chain, worker: Option<Sr25519Keyring>, instalments: u8) -> u32 {
	let task = Task {
		minutes: 180,
		worker: worker.map(id),
		stream: Stream::Commons,
		time: 2_000,
		funding: Funding::Pool,
		instalments,
	};
	let call = Proposing::propose_task { heading: heading(), topic: 0, task };
	assert_ok!(chain.call(Alice, call));
	let proposal = chain.with(pallet_proposals::LastProposal::<Runtime>::get);
	chain.agree(proposal, &[Alice, Bob, Charlie]);
	let notice = chain.filed(proposal).rules.notice;
	while chain.number() < notice + 2 {
		chain.block(0, vec![]);
	}
	assert_eq!(chain.stage(proposal), Stage::Standing);
	proposal
}

fn told(chain: &mut Chain, role: u32) -> RoleReport<AccountId> {
	chain.with(|| Proposals::role(role)).expect("it stands")
}

/// The instalment that was opened last.
fn latest(chain: &mut Chain, role: u32) -> u32 {
	*told(chain, role).under_way.last().expect("one is under way")
}

/// Bob does an instalment.
fn delivered(chain: &mut Chain, delivery: u32) {
	assert_ok!(chain.call(Bob, Working::take_on { delivery }));
	let evidence = note("Everybody has eaten");
	assert_ok!(chain.call(Bob, Working::deliver { delivery, minutes: 180, evidence }));
}

/// The artel lets proposals spend this much of the pool in an epoch.
fn spend_at_most(chain: &mut Chain, percent: u8) {
	let percent = Percent::from_percent(percent);
	let limits = [
		pallet_proposals::Figure::UnbarredSpending {
			percent: percent.min(Percent::from_percent(10)),
		},
		pallet_proposals::Figure::Spending { percent },
	];
	assert_ok!(chain.decide(change(limits.map(Figure::Proposals))));
}

#[test]
fn a_role_of_three_instalments_is_paid_one_by_one() {
	story("development", |chain| {
		let role = role(chain, Some(Bob), 3);
		// GIVEN the first one is done and accepted
		let first = latest(chain, role);
		delivered(chain, first);
		assert_ok!(chain.call(Alice, Working::accept { delivery: first }));
		assert_eq!((owned(chain, Bob), escrowed(chain)), (100, 0));
		// WHEN the next epoch has come
		next_epoch(chain);
		// THEN an idle block has opened the second one
		let second = latest(chain, role);
		assert_eq!((told(chain, role).left, escrowed(chain)), (1, 100 + 24));
		// AND it is disputed like any work
		delivered(chain, second);
		let reason = note("It was burnt");
		assert_ok!(chain.call(Alice, Working::dispute { delivery: second, reason }));
		// WHEN the pool may spend too little in the next epoch
		spend_at_most(chain, 1);
		next_epoch(chain);
		// THEN the third one waits, and says so
		let waits = told(chain, role);
		assert!(matches!(waits.state, RoleState::LimitIsReached(_)), "{:?}", waits.state);
		assert_eq!(waits.under_way, [second]);
		let reached: DispatchError = pallet_proposals::Error::<Runtime>::AllowanceReached.into();
		let advance = Proposing::advance { proposal: role };
		assert_eq!(chain.call(Charlie, advance), Err(reached));
		let said = chain.with(|| Proposals::proposal(role)).and_then(|report| report.last_error);
		assert_eq!(said, Some(reached));
		let due = chain.with(|| duties::due(&id(Charlie), 0));
		let due = due.into_iter().find(|due| due.number == Some(role)).expect("it is due");
		assert_eq!((due.duty, due.calls), (Duty::Can, vec!["proposals.advance".into()]));
		// WHEN it may spend more
		spend_at_most(chain, 30);
		chain.block(0, vec![]);
		chain.block(0, vec![]);
		// THEN it is opened, and the worker is told
		let third = latest(chain, role);
		let due = chain.with(|| duties::due(&id(Bob), 0));
		let due = due.into_iter().find(|due| due.number == Some(third)).expect("it is due");
		assert_eq!((due.duty, due.what.as_str()), (Duty::Must, "Take on the work, or refuse it."));
		// WHEN the members have judged the second one
		let settle = Working::settle { delivery: second, quality: quality(50) };
		assert_ok!(chain.by_vote(settle));
		assert_eq!((owned(chain, Bob), escrowed(chain)), (100 + 50, 100 + 24));
		assert_eq!(told(chain, role).state, RoleState::Ending(RoleEnd::Term));
		// and the third one is refused
		assert_ok!(chain.call(Bob, Working::give_up { delivery: third }));
		// THEN its term is over
		let Stage::Done { end, .. } = chain.stage(role) else { panic!("it is done") };
		assert_eq!((end, escrowed(chain)), (End::Role(RoleEnd::Term), 0));
		assert_eq!(chain.with(|| Proposals::role(role)), None);
	});
}

/// Neither who proposed a role nor who has it decides alone that it ends.
#[test]
fn a_role_is_ended_by_others() {
	story("development", |chain| {
		let role = role(chain, Some(Bob), 13);
		let end: RuntimeCall = Proposing::end_role { proposal: role }.into();
		assert_eq!(chain.call(Alice, end.clone()), Err(DispatchError::BadOrigin));
		// The member who has it has no part in it.
		let ruling = chain.with(|| Motions::judge(&end)).expect("it can be moved");
		assert_eq!(ruling.interested.into_inner(), [id(Bob)]);
		let alone = chain.propose(Alice, end.clone()).expect("it is of the list");
		chain.agree(alone, &[Alice]);
		let vote = pallet_vote_basket::Call::vote { poll: alone, vote: Vote::Nay };
		assert!(chain.call(Bob, vote).is_err());
		let ends = chain.filed(alone).rules.ends;
		while chain.number() < ends + 2 {
			chain.block(0, vec![]);
		}
		assert!(matches!(chain.stage(alone), Stage::Done { end: End::Rejected, .. }));
		// WHEN another one agrees
		assert_ok!(chain.by_vote(end.clone()));
		let before = told(chain, role);
		assert_eq!(before.state, RoleState::Ending(RoleEnd::Decided));
		// THEN nothing else is opened, and what is under way goes on
		next_epoch(chain);
		let under_way = told(chain, role).under_way;
		assert_eq!(under_way, before.under_way);
		assert!(chain.with(|| Motions::judge(&end)).is_err(), "there is nothing to end");
		for delivery in under_way {
			assert_ok!(chain.call(Bob, Working::give_up { delivery }));
		}
		let Stage::Done { end, .. } = chain.stage(role) else { panic!("it is done") };
		assert_eq!((end, escrowed(chain)), (End::Role(RoleEnd::Decided), 0));
	});
}

#[test]
fn whoever_leaves_has_no_role_any_more() {
	story("development", |chain| {
		let role = role(chain, Some(Bob), 5);
		let delivery = latest(chain, role);
		assert_ok!(chain.call(Bob, Working::take_on { delivery }));
		assert_ok!(chain.call(Bob, pallet_membership::Call::leave {}));
		chain.block(0, vec![]);
		chain.block(0, vec![]);
		// THEN what they had taken on went back, and an idle block has ended the role
		let Stage::Done { end, .. } = chain.stage(role) else { panic!("it is done") };
		assert_eq!((end, escrowed(chain)), (End::Role(RoleEnd::Left), 0));
		// AND nothing more is taken for it
		let pool = chain.with(MutualCredit::free_pool);
		next_epoch(chain);
		assert_eq!((escrowed(chain), chain.with(MutualCredit::free_pool)), (0, pool));
	});
}

#[test]
fn whoever_is_chosen_for_the_first_instalment_has_the_role() {
	story("development", |chain| {
		let role = role(chain, None, 3);
		let delivery = latest(chain, role);
		for who in [Bob, Charlie] {
			assert_ok!(chain.call(who, Working::apply { delivery }));
		}
		// GIVEN nobody was chosen in this epoch, no other one is opened
		next_epoch(chain);
		assert_eq!(told(chain, role).state, RoleState::SeeksWorker);
		assert_ok!(chain.call(Alice, Working::assign { delivery, worker: id(Bob) }));
		chain.block(0, vec![]);
		chain.block(0, vec![]);
		let report = told(chain, role);
		assert_eq!((report.worker, report.left, report.route), (Some(id(Bob)), 1, Route::Bar));
		// THEN the next one is his alone
		let next = latest(chain, role);
		assert_ne!(next, delivery);
		let refused: DispatchResult =
			Err(pallet_deliveries::Error::<Runtime>::NotOpenToApplicants.into());
		assert_eq!(chain.call(Charlie, Working::apply { delivery: next }), refused);
		// WHEN he gives it up
		let not_his: DispatchError = pallet_proposals::Error::<Runtime>::NotTheWorker.into();
		let give_up = Proposing::give_up_role { proposal: role };
		assert_eq!(chain.call(Charlie, give_up.clone()), Err(not_his));
		assert_ok!(chain.call(Bob, give_up));
		// THEN what he has to do is still his
		assert_eq!(told(chain, role).state, RoleState::Ending(RoleEnd::GivenUp));
		let evidence = note("Everybody has eaten");
		assert_ok!(chain.call(Bob, Working::deliver { delivery, minutes: 180, evidence }));
		assert_ok!(chain.call(Alice, Working::accept { delivery }));
		assert_ok!(chain.call(Bob, Working::give_up { delivery: next }));
		assert!(matches!(chain.stage(role), Stage::Done { end: End::Role(_), .. }));
		assert_eq!(owned(chain, Bob), 100);
	});
}
