// SPDX-License-Identifier: Apache-2.0

//! The story of the pallet's documentation, line by line.

use super::*;

#[test]
fn a_thousand_come_and_four_hundred_go() {
	build_and_execute(|| {
		let before = issuance();
		// GIVEN a client who has paid a thousand euros
		assert_ok!(receive(DAVE, 1_000 * EURO, 1));
		assert_eq!(coin(DAVE), WALLET + 1_000 * EURO);
		assert_noop!(receive(DAVE, EURO, 1), E::AlreadyBooked);
		// WHEN Dave asks for 400, and is paid
		let rent = asked(DAVE, 400 * EURO);
		assert_eq!((coin(DAVE), held(DAVE)), (WALLET + 600 * EURO, 400 * EURO));
		assert_ok!(begin(rent));
		assert_noop!(withdraw(DAVE, rent), E::AlreadyBegun);
		assert_ok!(pay(rent, 2));
		// THEN the ART that stood for it is no more
		assert_eq!((coin(DAVE), held(DAVE)), (WALLET + 600 * EURO, 0));
		assert_eq!(issuance(), before + 600 * EURO);
		// WHEN the stewards say what the bank says
		assert_ok!(attest(600 * EURO, 3));
		// THEN it stands beside the books
		let state = Till::state();
		assert_eq!(
			(state.genesis, state.received, state.paid, state.issued, state.outstanding),
			(before, 1_000 * EURO, 400 * EURO, before + 600 * EURO, 0)
		);
		let said = state.attested.expect("they said it");
		assert_eq!((said.balance, said.account), (600 * EURO, TOGETHER));
		assert_eq!(said.stewards.into_inner(), [ALICE, BOB, CHARLIE]);
		// What there was at first had no money behind it.
		assert_eq!(state.difference, Some(-(before as i128)));
		let (amount, until) = (400 * EURO, 6);
		assert_eq!(
			events(),
			[
				Event::Received { entry: 1, to: DAVE, amount: 1_000 * EURO, receipt: document(1) },
				Event::Asked { ask: rent, who: DAVE, amount, reference: line("Rent") },
				Event::Begun { ask: rent, until },
				Event::Paid { entry: 2, ask: rent, who: DAVE, amount, receipt: document(2) },
				Event::Attested {
					attestation: 1,
					balance: 600 * EURO,
					issued: before + 600 * EURO,
					document: document(3)
				},
			]
		);
	});
}

#[test]
fn what_nobody_answers_is_given_back_for_nothing() {
	build_and_execute(|| {
		let food = asked(DAVE, 50 * EURO);
		pass_epochs(4);
		assert_noop!(give_back_error(food), E::NotDue);
		pass_epochs(1);
		assert_eq!(give_back(food).expect("it is due").pays_fee, Pays::No);
		assert_eq!((coin(DAVE), held(DAVE)), (WALLET, 0));
		let (who, amount) = (DAVE, 50 * EURO);
		assert_eq!(events().last(), Some(&Event::GivenBack { ask: food, who, amount }));
	});
}

#[test]
fn what_is_declined_or_withdrawn_is_its_owners_again() {
	build_and_execute(|| {
		let (one, other) = (asked(DAVE, 50 * EURO), asked(DAVE, 70 * EURO));
		System::reset_events();
		assert_ok!(decline(one));
		assert_eq!(held(DAVE), 70 * EURO);
		assert_ok!(withdraw(DAVE, other));
		assert_eq!((coin(DAVE), held(DAVE)), (WALLET, 0));
		assert_eq!(
			events(),
			[
				Event::Declined {
					ask: one,
					who: DAVE,
					amount: 50 * EURO,
					reason: note("The bank is closed")
				},
				Event::Withdrawn { ask: other, who: DAVE, amount: 70 * EURO },
			]
		);
		// What was begun can be declined as well.
		let begun = asked(DAVE, 50 * EURO);
		assert_ok!(begin(begun));
		assert_ok!(decline(begun));
		assert_eq!(held(DAVE), 0);
	});
}

#[test]
fn somebody_who_has_no_account_begins_with_what_is_received_for_them() {
	build_and_execute(|| {
		assert_ok!(receive(77, MINOR_UNIT, 1));
		assert_eq!(coin(77), MINOR_UNIT);
	});
}

#[test]
fn the_artel_sets_the_limit_and_names_the_currency() {
	build_and_execute(|| {
		assert_ok!(set_limit(BAR, 5 * EURO));
		assert_ok!(set_currency("Fr."));
		assert_eq!(
			events(),
			[Event::LimitSet { limit: 5 * EURO }, Event::CurrencySet { currency: line("Fr.") },]
		);
		let state = Till::state();
		assert_eq!((state.limit, state.left, state.currency), (5 * EURO, 5 * EURO, line("Fr.")));
	});
}
