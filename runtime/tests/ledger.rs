// SPDX-License-Identifier: Apache-2.0

//! Both currencies in one record: neither ever touches the other.

mod common;

use artel_primitives::units::{Balance, LaborBalance, ART, LABOR};
use artel_runtime::*;
use codec::{Decode, Encode};
use common::Chain;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Inspect, Mutate, MutateHold},
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
		TryState, TryStateSelect,
	},
};
use proptest::prelude::*;

/// A story of the ledgers alone. LABOR comes to where its policy, which lies with mutual credit, would
/// never let it: so only the ledgers' own invariants are checked at the end.
fn story(preset: &str, tell: impl FnOnce(&mut Chain)) {
	let mut chain = Chain::new(preset);
	tell(&mut chain);
	check(&mut chain);
}

fn check(chain: &mut Chain) {
	let number = chain.number();
	chain.with(|| {
		<(System, Balances, Labor) as TryState<_>>::try_state(number, TryStateSelect::All)
			.expect("every invariant of the ledgers holds after a test");
	});
}

const STRANGER: AccountId = AccountId::new([42; 32]);

fn art() -> Balance {
	Balances::total_balance(&STRANGER)
}

fn labor() -> LaborBalance {
	Labor::total_balance(&STRANGER)
}

#[test]
fn wallets_find_art_where_they_look_for_it() {
	story("development", |chain| {
		chain.with(|| {
			assert_ok!(Balances::mint_into(&STRANGER, 7 * ART));
			assert_ok!(Labor::mint_into(&STRANGER, 3 * LABOR));
			let record = System::account(&STRANGER).data.encode();
			let stock: pallet_balances::AccountData<Balance> =
				Decode::decode(&mut &record[..]).expect("the stock record is its beginning");
			assert_eq!(stock.free, 7 * ART);
			assert_eq!(System::account(&STRANGER).data.labor.free, 3 * LABOR);
		});
	});
}

#[test]
fn either_currency_keeps_an_account_alive() {
	story("development", |chain| {
		chain.with(|| {
			// GIVEN an account with LABOR only
			assert_ok!(Labor::mint_into(&STRANGER, 1));
			assert_eq!(System::providers(&STRANGER), 1);
			// WHEN ART comes and goes
			assert_ok!(Balances::mint_into(&STRANGER, ART));
			assert_eq!(System::providers(&STRANGER), 2);
			assert_ok!(Balances::burn_from(&STRANGER, ART, Expendable, Exact, Polite));
			// THEN the LABOR is still there, and the account dies with its last unit
			assert_eq!((art(), labor(), System::providers(&STRANGER)), (0, 1, 1));
			assert_ok!(Labor::burn_from(&STRANGER, 1, Expendable, Exact, Polite));
			assert!(!System::account_exists(&STRANGER));
		});
	});
}

#[test]
fn a_hold_in_one_currency_leaves_the_other_alone() {
	story("development", |chain| {
		chain.with(|| {
			let reason = RuntimeHoldReason::Session(pallet_session::HoldReason::Keys);
			assert_ok!(Balances::mint_into(&STRANGER, 2 * ART));
			assert_ok!(Labor::mint_into(&STRANGER, 2 * LABOR));
			assert_ok!(<Labor as MutateHold<_>>::hold(&reason, &STRANGER, LABOR));
			let data = System::account(&STRANGER).data;
			assert_eq!((data.free, data.reserved), (2 * ART, 0));
			assert_eq!((data.labor.free, data.labor.reserved), (LABOR, LABOR));
		});
	});
}

#[derive(Clone, Debug)]
enum Step {
	Mint(bool, u8, u64),
	Burn(bool, u8, u64),
	Transfer(bool, u8, u8, u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let amount = 1..5_000_000u64;
	prop::collection::vec(
		prop_oneof![
			(any::<bool>(), 0..4u8, amount.clone()).prop_map(|(c, a, x)| Step::Mint(c, a, x)),
			(any::<bool>(), 0..4u8, amount.clone()).prop_map(|(c, a, x)| Step::Burn(c, a, x)),
			(any::<bool>(), 0..4u8, 0..4u8, amount)
				.prop_map(|(c, a, b, x)| Step::Transfer(c, a, b, x)),
		],
		1..60,
	)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Each ledger alone, in a chain where the other stays empty, ends as it does beside the other.
	#[test]
	fn each_ledger_behaves_as_if_it_were_alone(steps in steps()) {
		let account = |n: u8| AccountId::new([100 + n; 32]);
		let run = |with_art: bool, with_labor: bool| {
			let mut chain = Chain::new("development");
			let result = chain.with(|| {
				for step in &steps {
					let (is_art, _) = match step {
						Step::Mint(c, ..) | Step::Burn(c, ..) | Step::Transfer(c, ..) => (*c, ()),
					};
					if (is_art && !with_art) || (!is_art && !with_labor) {
						continue;
					}
					// Whether a step succeeds is the ledger's to say; it only must not differ.
					match step {
						Step::Mint(true, a, x) => drop(Balances::mint_into(&account(*a), Balance::from(*x))),
						Step::Mint(false, a, x) => drop(Labor::mint_into(&account(*a), *x)),
						Step::Burn(true, a, x) => drop(
							Balances::burn_from(&account(*a), Balance::from(*x), Expendable, Exact, Polite)
						),
						Step::Burn(false, a, x) => drop(
							Labor::burn_from(&account(*a), *x, Expendable, Exact, Polite)
						),
						Step::Transfer(true, a, b, x) => drop(
							<Balances as Mutate<_>>::transfer(&account(*a), &account(*b), Balance::from(*x), Expendable)
						),
						Step::Transfer(false, a, b, x) => drop(
							<Labor as Mutate<_>>::transfer(&account(*a), &account(*b), *x, Expendable)
						),
					}
				}
				(0..4u8)
					.map(|n| (Balances::total_balance(&account(n)), Labor::total_balance(&account(n))))
					.collect::<Vec<_>>()
			});
			check(&mut chain);
			result
		};
		let both = run(true, true);
		let art = run(true, false);
		let labor = run(false, true);
		for ((both, art), labor) in both.iter().zip(&art).zip(&labor) {
			prop_assert_eq!(both.0, art.0);
			prop_assert_eq!(both.1, labor.1);
		}
	}
}
