// SPDX-License-Identifier: Apache-2.0

//! Where the fund's coin comes from.

use super::*;

#[test]
fn each_source_is_told_and_whatever_was_sent_is_the_rest() {
	build_and_execute(|| {
		assert_ok!(donate(ALICE, 100, TOOLS));
		assert_ok!(donate(BOB, 50, HELP));
		assert_ok!(Fund::take_commission(&CHARLIE, 30));
		send(DAVE, 7);
		let state = Fund::state();
		let income = Income { commissions: 30, donations: 150, crumbs: 0 };
		assert_eq!(
			(state.balance, state.income, state.other_income),
			(LEAST + 187, income, LEAST + 7)
		);
		let donated: Vec<_> = Fund::purposes().into_iter().map(|(_, told)| told.donated).collect();
		assert_eq!(donated, [100, 50]);
		// What leaves does not change where it came from.
		let lathe = mandated(said());
		assert_ok!(pay(lathe, 100));
		let state = Fund::state();
		assert_eq!((state.balance, state.paid, state.other_income), (LEAST + 87, 100, LEAST + 7));
	});
}

#[test]
fn a_commission_that_cannot_be_taken_changes_nothing() {
	build_and_execute(|| {
		assert_noop!(Fund::take_commission(&CHARLIE, 0), E::ImpossibleAmount);
		let more = Fund::take_commission(&CHARLIE, WALLET + 1);
		assert_noop!(more, TokenError::FundsUnavailable);
		assert_ok!(Fund::take_commission(&CHARLIE, WALLET));
		assert_eq!(events(), [Event::CommissionTaken { from: CHARLIE, amount: WALLET }],);
		assert_ok!(<() as TakeCommission<AccountId>>::take_commission(&CHARLIE, 1));
	});
}

#[test]
fn what_no_account_can_hold_goes_to_the_fund() {
	build_and_execute(|| {
		assert_ok!(donate(ALICE, 100, TOOLS));
		// Bob leaves less on his account than there is an account for.
		let most = WALLET - (LEAST - 1);
		assert_ok!(Balances::transfer_allow_death(signed(BOB), CHARLIE, most));
		assert_eq!(coin(BOB), 0);
		assert_eq!(Fund::state().income.crumbs, LEAST - 1);
		assert_eq!(parts(), [LEAST + 109, 0, 109]);
	});
}

#[test]
fn a_fund_that_has_paid_all_it_can_has_room_for_the_smallest_crumb() {
	build_and_execute(|| {
		assert_eq!(parts(), [LEAST, 0, 0]);
		Fund::on_unbalanced(Balances::issue(1));
		assert_eq!((parts(), Fund::state().income.crumbs), ([LEAST + 1, 0, 1], 1));
		// As much leaves this test's chain as came.
		assert_ok!(decide(Said { amount: 1, ..said() }));
		assert_ok!(pay(1, 1));
		assert_eq!(parts(), [LEAST, 0, 0]);
		assert_ok!(Balances::burn(signed(DAVE), 1, false));
	});
}

#[test]
fn whoever_gives_all_may() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, WALLET, HELP));
		assert_eq!(coin(STRANGER), 0);
		assert_eq!(Fund::state().income.donations, WALLET);
	});
}

#[test]
fn a_commission_is_rounded_up_and_never_more_than_a_third() {
	let figures = Figures::DEFAULT;
	for (paid, commission) in [(0, 0), (1, 0), (2, 0), (3, 1), (10, 1), (11, 2), (1_000, 100)] {
		assert_eq!(figures.commission_of(paid), commission, "{paid}");
	}
	build_and_execute(|| {
		assert_eq!(Fund::reference_rate(), 30 * artel_primitives::units::ART);
		assert_eq!(Fund::commission_of(105), 11);
	});
}
