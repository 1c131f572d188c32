// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask.

use super::*;
use artel_primitives::people::NamesAccounts;

#[test]
fn a_closed_and_empty_fund_answers() {
	new_test_ext().execute_with(|| {
		let state = Fund::state();
		assert_eq!((state.balance, state.promised, state.free, state.kept), (LEAST, 0, 0, LEAST));
		assert_eq!(state.left_without_bar, 0);
		assert_eq!(Fund::open_mandate(1), None);
		assert_eq!(Fund::mandates(0), []);
	});
}

#[test]
fn open_mandates_are_listed_from_a_number_on() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		(0..4).for_each(|_| {
			assert_ok!(decide(said()));
		});
		assert_ok!(pay(2, 100));
		let numbers = |from| -> Vec<_> {
			Fund::mandates(from).into_iter().map(|(number, _)| number).collect()
		};
		assert_eq!(numbers(0), [1, 3, 4]);
		assert_eq!(numbers(4), [4]);
		assert_eq!(numbers(u32::MAX), [0; 0]);
	});
}

#[test]
fn people_are_told_in_the_place_of_accounts() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		assert_ok!(decide(said()));
		let name = |who: AccountId| format!("account {who}");
		let told = Fund::mandates(0).with(&name);
		assert_eq!(told[0].1.beneficiary, Beneficiary::Account("account 4".into()));
		let stewards = Fund::stewards().with(&name).expect("they were named");
		let names: Vec<_> = stewards.signatories.iter().map(|steward| &steward.who[..]).collect();
		assert_eq!(names, ["account 1", "account 2", "account 3"]);
		assert_eq!(Fund::state().with(&name).account, name(Fund::account()));
	});
}

#[test]
fn what_can_be_promised_without_the_bar_is_no_more_than_is_free() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		pass_epoch();
		assert_eq!(Fund::state().left_without_bar, 100);
		assert_ok!(decide(Said { amount: 950, ..said() }));
		assert_eq!(Fund::state().left_without_bar, 50);
	});
}
