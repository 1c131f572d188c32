// SPDX-License-Identifier: Apache-2.0

//! The story of the pallet's documentation, line by line.

use super::*;

#[test]
fn members_decide_and_stewards_pay() {
	build_and_execute(|| {
		// GIVEN a neighbour who donates for tools
		assert_ok!(donate(STRANGER, 300, TOOLS));
		assert_eq!(parts(), [310, 0, 300], "what the account keeps is not free");
		// WHEN the members decide to pay Dave a hundred
		let lathe = mandated(said());
		// THEN it is promised, and nothing has left
		assert_eq!(parts(), [310, 100, 200]);
		assert_eq!(coin(DAVE), WALLET);
		// WHEN the stewards pay him eighty of it
		assert_ok!(pay(lathe, 80));
		// THEN he has it, and they can still pay the rest
		assert_eq!(coin(DAVE), WALLET + 80);
		assert_eq!(parts(), [230, 20, 200]);
		// WHEN its time has passed
		pass_blocks(51);
		// THEN anyone closes it for nothing, and what was left is free again
		let closed = close(lathe).expect("it is due");
		assert_eq!(closed.pays_fee, Pays::No);
		assert_eq!(parts(), [230, 0, 220]);
		let beneficiary = Beneficiary::Account(DAVE);
		assert_eq!(
			events(),
			[
				Event::Donated { who: STRANGER, amount: 300, purpose: TOOLS },
				Event::Mandated {
					mandate: lathe,
					beneficiary: beneficiary.clone(),
					amount: 100,
					purpose: TOOLS,
					until: 51
				},
				Event::MandatePaid { mandate: lathe, beneficiary, amount: 80, left: 20 },
				Event::MandateClosed { mandate: lathe, left: 20 },
			]
		);
	});
}

#[test]
fn what_is_paid_in_full_is_done() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 300, TOOLS));
		let lathe = mandated(said());
		assert_ok!(pay(lathe, 60));
		assert_ok!(pay(lathe, 40));
		assert_eq!(Fund::open_mandate(lathe), None);
		assert_eq!(parts(), [210, 0, 200]);
		// The next one has another number.
		assert_eq!(mandated(said()), lathe + 1);
	});
}

#[test]
fn other_stewards_pay_what_was_decided_before_and_the_fund_stays() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 300, TOOLS));
		let (lathe, before, account) = (mandated(said()), together(), Fund::account());
		assert_ok!(set_stewards(&[DAVE, ALICE], 2));
		assert_eq!((Fund::account(), Fund::state().balance), (account, 310));
		assert_noop!(Fund::pay_mandate(signed(before), lathe, 1), E::NotStewards);
		assert_ok!(pay(lathe, 1));
	});
}

#[test]
fn the_artel_names_its_stewards_and_purposes() {
	build_and_execute(|| {
		assert_ok!(add_purpose("Seeds"));
		assert_ok!(remove_purpose(HELP));
		// In whatever order they are named, the account is the same.
		assert_ok!(set_stewards(&[DAVE, BOB, ALICE], 3));
		let account = together();
		let signatories = vec![ALICE, BOB, DAVE];
		assert_eq!(
			events(),
			[
				Event::PurposeAdded { purpose: 3, title: line("Seeds") },
				Event::PurposeRemoved { purpose: HELP },
				Event::StewardsSet { account, signatories, threshold: 3 },
			]
		);
		assert_ok!(set_stewards(&[ALICE, BOB, DAVE], 3));
		assert_eq!(together(), account);
		// A number is never given again.
		assert_ok!(add_purpose("Help in need"));
		assert_eq!(LastPurpose::<Test>::get(), 4);
	});
}
