// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask.

use super::*;
use artel_primitives::{page::PAGE, people::NamesAccounts};

#[test]
fn entries_are_told_in_pages_without_a_gap() {
	build_and_execute(|| {
		for number in 1..=150 {
			assert_ok!(receive(DAVE, EURO, number));
		}
		let numbers = |from| -> Vec<_> {
			Till::entries(from).into_iter().map(|(number, _)| number).collect()
		};
		assert_eq!(numbers(0), (1..=PAGE as u32).collect::<Vec<_>>());
		assert_eq!(numbers(101), (101..=150).collect::<Vec<_>>());
		assert_eq!((numbers(151).len(), numbers(u32::MAX).len()), (0, 0));
		assert_eq!((Till::booked(document(7)), Till::booked(document(151))), (Some(7), None));
	});
}

#[test]
fn an_entry_says_what_was_booked_and_for_whom() {
	build_and_execute(|| {
		assert_ok!(receive(DAVE, 3 * EURO, 1));
		let rent = asked(ALICE, EURO);
		assert_ok!(begin(rent));
		System::set_block_number(9);
		assert_ok!(pay(rent, 2));
		let entry = |booking, who, euros, receipt, at| Entry {
			booking,
			who,
			amount: euros * EURO,
			receipt: document(receipt),
			at,
		};
		assert_eq!(
			Till::entries(0),
			[
				(1, entry(Booking::Received, DAVE, 3, 1, 1)),
				(2, entry(Booking::Paid { ask: rent }, ALICE, 1, 2, 9)),
			]
		);
	});
}

#[test]
fn asks_are_told_altogether_and_of_each() {
	build_and_execute(|| {
		let all = [asked(DAVE, EURO), asked(ALICE, 2 * EURO), asked(DAVE, 3 * EURO)];
		let numbers = |asks: Vec<(AskId, _)>| -> Vec<_> {
			asks.into_iter().map(|(number, _)| number).collect()
		};
		assert_eq!(numbers(Till::asks(0)), all);
		assert_eq!(numbers(Till::asks(3)), [3]);
		assert_eq!(numbers(Till::asks_of(&DAVE)), [1, 3]);
		assert!(Till::asks_of(&STRANGER).is_empty());
		let state = Till::state();
		assert_eq!((state.asks, state.outstanding), (3, 6 * EURO));
	});
}

#[test]
fn what_was_attested_is_kept() {
	build_and_execute(|| {
		assert_ok!(attest(issuance() + EURO, 1));
		assert_eq!(Till::state().difference, Some(EURO as i128));
		assert_ok!(receive(DAVE, 3 * EURO, 2));
		// What comes later changes nothing in what was said of then.
		assert_eq!(Till::state().difference, Some(EURO as i128));
		leave(BOB);
		assert_ok!(attest(issuance(), 3));
		assert_eq!(Till::state().difference, Some(0));
		let told = Till::attestations(0);
		let by: Vec<_> = told.iter().map(|(number, said)| (*number, &said.stewards[..])).collect();
		assert_eq!(by, [(1, &[ALICE, BOB, CHARLIE][..]), (2, &[ALICE, CHARLIE])]);
		assert_eq!(Till::attestations(2).len(), 1);
		assert_eq!(Till::attestations(3), []);
	});
}

#[test]
fn people_are_told_in_the_place_of_accounts() {
	build_and_execute(|| {
		let name = |who: AccountId| format!("account {who}");
		assert_ok!(receive(DAVE, EURO, 1));
		assert_ok!(ask(DAVE, EURO));
		assert_ok!(attest(EURO, 2));
		assert_eq!(Till::entries(0).with(&name)[0].1.who, "account 4");
		assert_eq!(Till::asks(0).with(&name)[0].1.who, "account 4");
		let said = Till::state().with(&name).attested.expect("it was said");
		assert_eq!((&said.account[..], &said.stewards[0][..]), ("account 105", "account 1"));
	});
}
