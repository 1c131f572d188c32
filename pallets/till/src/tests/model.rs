// SPDX-License-Identifier: Apache-2.0

//! Random play: whatever people do, there is as much coin as the books say, and what is asked for is paid once or
//! its owner's again.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	Receive { to: AccountId, euros: Balance, receipt: u64 },
	Ask { who: AccountId, euros: Balance },
	Begin { ask: AskId },
	Pay { ask: AskId, receipt: u64 },
	Decline { ask: AskId },
	GiveBack { ask: AskId },
	Withdraw { who: AccountId, ask: AskId },
	Attest { euros: Balance },
	Limit { bar: bool, euros: Balance },
	Send { from: AccountId, to: AccountId, amount: Balance },
	Leave { who: AccountId },
	Join { who: AccountId },
	Stewards { named: bool },
	Times { silence: u32, clearing: u32 },
	Epochs { number: u32 },
}

fn some_step() -> impl Strategy<Value = Step> {
	let who = || prop_oneof![4 => 1u64..5, 1 => Just(STRANGER), 1 => Just(77)];
	let euros = || prop_oneof![Just(0), 1u128..20, 1u128..600, Just(u128::MAX / EURO)];
	let (number, receipt) = (|| 0u32..16, || 0u64..24);
	prop_oneof![
		10 => (who(), euros(), receipt()).prop_map(|(to, euros, receipt)| Step::Receive { to, euros, receipt }),
		12 => (who(), euros()).prop_map(|(who, euros)| Step::Ask { who, euros }),
		10 => number().prop_map(|ask| Step::Begin { ask }),
		10 => (number(), receipt()).prop_map(|(ask, receipt)| Step::Pay { ask, receipt }),
		3 => number().prop_map(|ask| Step::Decline { ask }),
		6 => number().prop_map(|ask| Step::GiveBack { ask }),
		4 => (who(), number()).prop_map(|(who, ask)| Step::Withdraw { who, ask }),
		2 => euros().prop_map(|euros| Step::Attest { euros }),
		4 => (any::<bool>(), 0u128..900).prop_map(|(bar, euros)| Step::Limit { bar, euros }),
		4 => (who(), who(), 0..2 * WALLET).prop_map(|(from, to, amount)| Step::Send { from, to, amount }),
		1 => (1u64..5).prop_map(|who| Step::Leave { who }),
		2 => (1u64..5).prop_map(|who| Step::Join { who }),
		1 => prop_oneof![5 => Just(true), 1 => Just(false)].prop_map(|named| Step::Stewards { named }),
		1 => (1u32..6, 1u32..4).prop_map(|(silence, clearing)| Step::Times { silence, clearing }),
		6 => (0u32..4).prop_map(|number| Step::Epochs { number }),
	]
}

/// What has happened, noted beside the chain.
#[derive(Default)]
struct Noted {
	received: Balance,
	paid: Balance,
	in_epoch: BTreeMap<u32, Balance>,
	open: BTreeMap<AskId, (AccountId, Balance)>,
}

fn play(step: &Step, noted: &mut Noted) {
	let (limit, left) = (Till::state().limit, Till::state().left);
	match step.clone() {
		Step::Receive { to, euros, receipt } => {
			let before = coin(to);
			if receive(to, euros * EURO, receipt).is_ok() {
				assert!(euros * EURO <= left, "the read says how much there is");
				assert_eq!(coin(to), before + euros * EURO);
				noted.received += euros * EURO;
				*noted.in_epoch.entry(FakeEpochs::current()).or_default() += euros * EURO;
			}
		},
		Step::Ask { who, euros } => {
			if ask(who, euros * EURO).is_ok() {
				noted.open.insert(LastAsk::<Test>::get(), (who, euros * EURO));
			}
		},
		Step::Begin { ask } => {
			let _ = begin(ask);
		},
		Step::Pay { ask, receipt } => {
			if pay(ask, receipt).is_ok() {
				let (_, amount) = noted.open.remove(&ask).expect("it is paid once");
				noted.paid += amount;
			}
		},
		Step::Decline { ask } => ends(ask, decline(ask).is_ok(), noted),
		Step::GiveBack { ask } => ends(ask, give_back(ask).is_ok(), noted),
		Step::Withdraw { who, ask } => ends(ask, withdraw(who, ask).is_ok(), noted),
		Step::Attest { euros } => {
			let _ = attest(euros * EURO, 99);
		},
		Step::Limit { bar, euros } => {
			let done = set_limit(if bar { BAR } else { LESS }, euros * EURO);
			assert!(bar || euros * EURO <= limit || done.is_err(), "without the bar it is raised");
		},
		Step::Send { from, to, amount } => {
			let _ = Balances::transfer_allow_death(signed(from), to, amount);
		},
		Step::Leave { who } => {
			if FakeMembers::is_member(&who) {
				leave(who);
			}
		},
		Step::Join { who } => join(who),
		Step::Stewards { named } => FakeStewards::name(named.then_some(TOGETHER)),
		Step::Times { silence, clearing } => {
			assert_ok!(Till::govern(Figures { silence, clearing, ..Figures::DEFAULT }));
		},
		Step::Epochs { number } => pass_epochs(number),
	}
}

/// An ask that ends otherwise than by being paid is its owner's again.
fn ends(ask: AskId, has_ended: bool, noted: &mut Noted) {
	if has_ended {
		noted.open.remove(&ask).expect("it ends once");
	}
}

fn check(noted: &Noted, genesis: Balance) {
	check_invariants();
	assert_eq!(issuance(), genesis + noted.received - noted.paid);
	let state = Till::state();
	assert_eq!((state.received, state.paid), (noted.received, noted.paid));
	let open: BTreeMap<_, _> =
		Till::asks(0).into_iter().map(|(number, ask)| (number, (ask.who, ask.amount))).collect();
	assert_eq!(open, noted.open);
	let in_epoch = noted.in_epoch.get(&FakeEpochs::current()).copied().unwrap_or_default();
	assert_eq!(state.left, state.limit.saturating_sub(in_epoch));
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn there_is_as_much_coin_as_the_books_say(steps in prop::collection::vec(some_step(), 1..100)) {
		build_and_execute(|| {
			let (mut noted, genesis) = (Noted::default(), issuance());
			for step in &steps {
				play(step, &mut noted);
				check(&noted, genesis);
			}
			// Whatever is still asked for has a way out, whoever does nothing about it.
			pass_epochs(30);
			for ask in noted.open.keys() {
				assert_ok!(give_back(*ask));
			}
			assert_eq!(Till::state().outstanding, 0);
		});
	}
}
