// SPDX-License-Identifier: Apache-2.0

//! How the fund begins.

use super::*;

type Genesis = GenesisConfig<Test>;

fn genesis() -> Genesis {
	Genesis {
		figures: Figures::DEFAULT,
		purposes: ["Tools", "Seeds"].map(line).into(),
		stewards: vec![BOB, ALICE],
		threshold: 2,
	}
}

#[test]
fn it_may_begin_with_purposes_and_stewards() {
	TestState::new_empty().execute_with(|| {
		EVERYBODY.into_iter().for_each(join);
		assert_eq!(genesis().judge(&EVERYBODY), Ok(()));
		genesis().build();
		let purposes: Vec<_> =
			Fund::purposes().into_iter().map(|(number, told)| (number, told.title)).collect();
		assert_eq!(purposes, [(1, line("Tools")), (2, line("Seeds"))]);
		let stewards = Fund::stewards().expect("they were named");
		assert_eq!(stewards.account, Together::convert((vec![ALICE, BOB], 2)));
		assert!(stewards.can_pay);
		check_invariants();
	});
}

#[test]
fn it_may_begin_closed() {
	let closed = Genesis::default();
	assert_eq!(closed.judge(&[]), Ok(()));
	new_test_ext().execute_with(|| {
		assert_eq!(Fund::stewards(), None);
		assert_eq!(Fund::purposes(), []);
		let state = Fund::state();
		assert_eq!((state.balance, state.kept), (LEAST, LEAST), "the account is there");
		check_invariants();
	});
}

#[test]
fn what_a_call_refuses_no_chain_begins_with() {
	for (place, wrong) in [
		("purposes", Genesis { purposes: vec![line(" ")], ..genesis() }),
		("purposes", Genesis { purposes: vec![line("Tools"), line("tools")], ..genesis() }),
		(
			"purposes",
			Genesis { purposes: (0..5).map(|at| line(&at.to_string())).collect(), ..genesis() },
		),
		("stewards", Genesis { stewards: vec![ALICE, STRANGER], ..genesis() }),
		("stewards", Genesis { stewards: vec![ALICE, BOB, ALICE], ..genesis() }),
		("threshold", Genesis { threshold: 1, ..genesis() }),
		("threshold", Genesis { threshold: 3, ..genesis() }),
		("threshold", Genesis { stewards: vec![], ..genesis() }),
		("threshold", Genesis { threshold: 0, ..genesis() }),
	] {
		let said = wrong.judge(&EVERYBODY).expect_err(place);
		assert!(said.starts_with(&format!("fund.{place}")), "{said}");
	}
}
