// SPDX-License-Identifier: Apache-2.0

//! Random play: whatever people do, no coin is made or lost, and the fund pays what was decided and no more.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	Donate { who: AccountId, amount: Balance, purpose: PurposeId },
	Send { who: AccountId, amount: Balance },
	Commission { who: AccountId, amount: Balance },
	Mandate { bar: bool, to: AccountId, amount: Balance, purpose: PurposeId, lasts: BlockNumber },
	Pay { mandate: MandateId, amount: Balance },
	Close { mandate: MandateId },
	Budget { purpose: PurposeId, ahead: Period, limit: Option<Balance> },
	AddPurpose { title: u8 },
	RemovePurpose { purpose: PurposeId },
	Stewards { first: AccountId, number: u64, threshold: u16 },
	Leave { who: AccountId },
	Join { who: AccountId },
	Blocks { number: BlockNumber },
	Epochs { number: u32 },
}

fn some_step() -> impl Strategy<Value = Step> {
	let who = || prop_oneof![4 => 1u64..6, 1 => Just(STRANGER), 1 => Just(77)];
	let amount =
		|| prop_oneof![Just(0), 1u128..20, 1u128..2_000, Just(WALLET - 5), Just(u128::MAX)];
	let purpose = || 0u32..5;
	let mandate = || 0u32..12;
	prop_oneof![
		6 => (who(), amount(), purpose()).prop_map(|(who, amount, purpose)| Step::Donate { who, amount, purpose }),
		2 => (who(), amount()).prop_map(|(who, amount)| Step::Send { who, amount }),
		2 => (who(), amount()).prop_map(|(who, amount)| Step::Commission { who, amount }),
		8 => (any::<bool>(), who(), amount(), purpose(), 0u64..60).prop_map(|(bar, to, amount, purpose, lasts)| {
			Step::Mandate { bar, to, amount, purpose, lasts }
		}),
		10 => (mandate(), amount()).prop_map(|(mandate, amount)| Step::Pay { mandate, amount }),
		4 => mandate().prop_map(|mandate| Step::Close { mandate }),
		3 => (purpose(), 0u32..5, prop::option::of(0u128..500)).prop_map(|(purpose, ahead, limit)| {
			Step::Budget { purpose, ahead, limit }
		}),
		1 => (0u8..4).prop_map(|title| Step::AddPurpose { title }),
		1 => purpose().prop_map(|purpose| Step::RemovePurpose { purpose }),
		2 => (1u64..5, 0u64..5, 0u16..4).prop_map(|(first, number, threshold)| {
			Step::Stewards { first, number, threshold }
		}),
		1 => (1u64..6).prop_map(|who| Step::Leave { who }),
		2 => (1u64..6).prop_map(|who| Step::Join { who }),
		3 => (0u64..40).prop_map(|number| Step::Blocks { number }),
		2 => (0u32..15).prop_map(|number| Step::Epochs { number }),
	]
}

/// What was decided, and what was paid of each mandate, and for each purpose and period.
#[derive(Default)]
struct Noted {
	decided: BTreeMap<MandateId, (AccountId, Balance, PurposeId)>,
	paid: BTreeMap<MandateId, Balance>,
	spent: BTreeMap<(PurposeId, Period), Balance>,
}

fn play(step: &Step, noted: &mut Noted) {
	let fund = Fund::account();
	let before = coin(fund);
	let mut paid_now = false;
	match step.clone() {
		Step::Donate { who, amount, purpose } => {
			let _ = donate(who, amount, purpose);
		},
		Step::Send { who, amount } => {
			let _ = Balances::transfer_allow_death(signed(who), fund, amount);
		},
		Step::Commission { who, amount } => {
			let _ = with_storage_layer(|| Fund::take_commission(&who, amount));
		},
		Step::Mandate { bar, to, amount, purpose, lasts } => {
			let (by, limit) = (if bar { BAR } else { LESS }, Fund::state().left_without_bar);
			let said = Said { by, to, amount, purpose, lasts, reason: "why" };
			if decide(said).is_ok() {
				noted.decided.insert(LastMandate::<Test>::get(), (to, amount, purpose));
				if !bar {
					assert!(amount <= limit, "the read says how much there is");
				}
			}
		},
		Step::Pay { mandate, amount } => {
			if CurrentStewards::<Test>::exists() && pay(mandate, amount).is_ok() {
				let (_, _, purpose) = noted.decided[&mandate];
				*noted.paid.entry(mandate).or_default() += amount;
				*noted.spent.entry((purpose, Fund::period())).or_default() += amount;
				assert_eq!(coin(fund), before - amount);
				paid_now = true;
			}
		},
		Step::Close { mandate } => {
			let _ = close(mandate);
		},
		Step::Budget { purpose, ahead, limit } => {
			let _ = set_budget(purpose, Fund::period() + ahead, limit);
		},
		Step::AddPurpose { title } => {
			let _ = add_purpose(&format!("Title {title}"));
		},
		Step::RemovePurpose { purpose } => {
			let _ = remove_purpose(purpose);
		},
		Step::Stewards { first, number, threshold } => {
			let named: Vec<_> = (first..first + number).collect();
			let _ = set_stewards(&named, threshold);
		},
		Step::Leave { who } => {
			if FakeMembers::is_member(&who) {
				leave(who);
			}
		},
		Step::Join { who } => {
			if !FakeMembers::is_member(&who) {
				join(who);
			}
		},
		Step::Blocks { number } => pass_blocks(number),
		Step::Epochs { number } => FakeEpochs::pass(number),
	}
	assert!(paid_now || coin(fund) >= before, "nothing but a mandate takes coin out of the fund");
}

fn check(noted: &Noted) {
	check_invariants();
	for (mandate, paid) in &noted.paid {
		let (_, amount, _) = noted.decided[mandate];
		assert!(*paid <= amount, "more was paid of a mandate than was decided");
		if let Some(open) = Fund::open_mandate(*mandate) {
			assert_eq!(open.paid, *paid);
		}
	}
	assert_eq!(Fund::state().paid, noted.paid.values().sum::<Balance>());
	let period = Fund::period();
	for (purpose, told) in Fund::purposes() {
		let spent = noted.spent.get(&(purpose, period)).copied().unwrap_or_default();
		assert_eq!(told.spent, spent, "what was noted is what was paid");
		let all = noted.spent.iter().filter(|((of, _), _)| *of == purpose);
		assert_eq!(told.paid, all.map(|(_, spent)| spent).sum::<Balance>());
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn no_coin_is_made_or_lost(steps in prop::collection::vec(some_step(), 1..60)) {
		build_and_execute(|| {
			let mut noted = Noted::default();
			let before = issuance();
			for step in &steps {
				play(step, &mut noted);
				check(&noted);
				assert_eq!(issuance(), before, "{step:?}");
			}
		});
	}
}
