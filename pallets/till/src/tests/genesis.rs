// SPDX-License-Identifier: Apache-2.0

//! How the till begins.

use super::*;

#[test]
fn it_begins_closed_and_notes_what_there_is() {
	new_test_ext().execute_with(|| {
		let state = Till::state();
		assert_eq!((state.genesis, state.issued), (5 * WALLET, 5 * WALLET));
		assert_eq!((state.received, state.paid, state.outstanding, state.limit), (0, 0, 0, 0));
		assert_eq!((state.currency, state.last_entry, state.attested), (line("EUR"), 0, None));
		check_invariants();
	});
}

#[test]
fn art_stands_for_something() {
	let genesis =
		|currency| GenesisConfig::<Test> { currency: line(currency), ..Default::default() };
	assert_eq!(genesis("EUR").judge(), Ok(()));
	for blank in ["", " "] {
		let said = genesis(blank).judge().expect_err("it is blank");
		assert!(said.starts_with("till.currency"), "{said}");
	}
}

#[test]
fn without_stewards_nobody_is_trusted() {
	assert_eq!(<() as InspectStewards<AccountId>>::together(), None);
}
