// SPDX-License-Identifier: Apache-2.0

//! Every error of every call, and that it changes nothing.

use super::*;

fn endowed(test: impl FnOnce()) {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 1_000, TOOLS));
		test();
	});
}

#[test]
fn donating() {
	endowed(|| {
		assert_noop!(donate(ALICE, 0, TOOLS), E::ImpossibleAmount);
		assert_noop!(donate(ALICE, 10, 3), E::NoSuchPurpose);
		assert_noop!(donate(ALICE, WALLET + 1, TOOLS), TokenError::FundsUnavailable);
		assert_noop!(Fund::donate(RuntimeOrigin::none(), 10, TOOLS), BadOrigin);
	});
}

#[test]
fn mandating() {
	endowed(|| {
		for (wrong, error) in [
			(Said { amount: 0, ..said() }, E::ImpossibleAmount),
			(Said { reason: "  ", ..said() }, E::ReasonMissing),
			(Said { lasts: 0, ..said() }, E::ImpossibleTime),
			(Said { lasts: u64::from(LONGEST) + 1, ..said() }, E::ImpossibleTime),
			(Said { to: NOBODYS, ..said() }, E::NotHeldByAnybody),
			(Said { to: Fund::account(), ..said() }, E::NotHeldByAnybody),
			(Said { purpose: 3, ..said() }, E::NoSuchPurpose),
			(Said { amount: 1_001, ..said() }, E::NotEnoughFree),
			(Said { amount: Balance::MAX, ..said() }, E::NotEnoughFree),
			(Said { by: LESS, amount: 101, ..said() }, E::EpochLimitReached),
		] {
			assert_noop!(decide(wrong), error);
		}
		for by in [ALICE, CONSTITUTION, together()] {
			assert_noop!(decide(Said { by, ..said() }), BadOrigin);
		}
		assert_ok!(decide(Said { amount: 1_000, lasts: LONGEST.into(), ..said() }));
	});
}

#[test]
fn no_more_mandates_are_open_than_can_be() {
	endowed(|| {
		for _ in 0..8 {
			assert_ok!(decide(Said { amount: 1, ..said() }));
		}
		assert_noop!(decide(Said { amount: 1, ..said() }), E::TooManyMandates);
		pass_blocks(51);
		assert_ok!(close(1));
		assert_ok!(decide(Said { amount: 1, ..said() }));
	});
}

#[test]
fn paying() {
	endowed(|| {
		let lathe = mandated(said());
		for who in [ALICE, STRANGER, BAR, Fund::account()] {
			assert_noop!(Fund::pay_mandate(signed(who), lathe, 1), E::NotStewards);
		}
		assert_noop!(pay(lathe + 1, 1), E::NoSuchMandate);
		assert_noop!(pay(lathe, 0), E::ImpossibleAmount);
		assert_noop!(pay(lathe, 101), E::MandateReached);
		assert_ok!(set_budget(TOOLS, 0, Some(30)));
		assert_noop!(pay(lathe, 31), E::BudgetReached);
		assert_ok!(pay(lathe, 30));
		assert_noop!(pay(lathe, 1), E::BudgetReached);
		pass_blocks(50);
		pass_period();
		assert_ok!(pay(lathe, 1));
		pass_blocks(1);
		assert_noop!(pay(lathe, 1), E::ExpiryPassed);
		leave(BOB);
		leave(CHARLIE);
		assert_noop!(pay(lathe, 1), E::NotEnoughStewards);
		CurrentStewards::<Test>::kill();
		assert_noop!(Fund::pay_mandate(signed(ALICE), lathe, 1), E::NotStewards);
	});
}

#[test]
fn somebody_who_has_no_account_cannot_be_paid_less_than_it_takes() {
	endowed(|| {
		let lathe = mandated(Said { to: 77, ..said() });
		assert_noop!(pay(lathe, LEAST - 1), TokenError::BelowMinimum);
		assert_ok!(pay(lathe, LEAST));
		assert_ok!(pay(lathe, 1));
	});
}

#[test]
fn closing() {
	endowed(|| {
		let lathe = mandated(said());
		let error = |number| close(number).map_err(|refused| refused.error);
		assert_noop!(error(lathe + 1), E::NoSuchMandate);
		assert_noop!(error(lathe), E::NotDue);
		pass_blocks(50);
		assert_noop!(error(lathe), E::NotDue);
		pass_blocks(1);
		assert_ok!(close(lathe));
		assert_noop!(error(lathe), E::NoSuchMandate);
	});
}

#[test]
fn budgeting() {
	endowed(|| {
		assert_noop!(set_budget(3, 0, Some(1)), E::NoSuchPurpose);
		pass_period();
		assert_noop!(set_budget(TOOLS, 0, Some(1)), E::ImpossiblePeriod);
		assert_noop!(set_budget(TOOLS, 5, Some(1)), E::ImpossiblePeriod);
		assert_noop!(set_budget(TOOLS, Period::MAX, None), E::ImpossiblePeriod);
		assert_noop!(Fund::set_budget(signed(CONSTITUTION), TOOLS, 1, None), BadOrigin);
		for period in [4, 1, 3, 2] {
			assert_ok!(set_budget(TOOLS, period, Some(period.into())));
		}
	});
}

#[test]
fn listing_purposes() {
	endowed(|| {
		assert_noop!(add_purpose(" "), E::TitleMissing);
		assert_noop!(add_purpose("tools "), E::AlreadyPurpose);
		assert_noop!(remove_purpose(3), E::NoSuchPurpose);
		assert_noop!(Fund::add_purpose(signed(BAR), line("Seeds")), BadOrigin);
		assert_noop!(Fund::remove_purpose(signed(BAR), HELP), BadOrigin);
		assert_ok!(add_purpose("Seeds"));
		assert_ok!(add_purpose("Rent"));
		assert_noop!(add_purpose("Travel"), E::TooManyPurposes);
	});
}

#[test]
fn a_purpose_that_is_in_use_stays() {
	endowed(|| {
		// A mandate names it, however little of it is left.
		let lathe = mandated(said());
		assert_ok!(pay(lathe, 99));
		assert_noop!(remove_purpose(TOOLS), E::NotUnused);
		assert_ok!(pay(lathe, 1));
		// A budget of this period or one to come names it.
		assert_ok!(set_budget(TOOLS, 1, Some(5)));
		assert_noop!(remove_purpose(TOOLS), E::NotUnused);
		pass_period();
		assert_noop!(remove_purpose(TOOLS), E::NotUnused);
		pass_period();
		assert_ok!(remove_purpose(TOOLS));
		// What was given for it was given.
		assert_eq!(Fund::state().income.donations, 1_000);
		assert_noop!(donate(ALICE, 10, TOOLS), E::NoSuchPurpose);
	});
}

#[test]
fn naming_stewards() {
	endowed(|| {
		FakeMembers::admit(&NOBODYS, Class::Worker, 99);
		for (named, threshold, error) in [
			(&[][..], 0, E::ImpossibleThreshold),
			(&[], 2, E::ImpossibleThreshold),
			(&[ALICE], 1, E::ImpossibleThreshold),
			(&[ALICE], 2, E::ImpossibleThreshold),
			(&[ALICE, BOB], 0, E::ImpossibleThreshold),
			(&[ALICE, BOB], 1, E::ImpossibleThreshold),
			(&[ALICE, BOB], 3, E::ImpossibleThreshold),
			(&[ALICE, BOB, ALICE], 2, E::AlreadyNamed),
			(&[ALICE, STRANGER], 2, E::OtherIsNotMember),
			(&[ALICE, NOBODYS], 2, E::NotHeldByAnybody),
		] {
			assert_noop!(set_stewards(named, threshold), error);
		}
		let named = || BoundedVec::truncate_from(vec![ALICE, BOB]);
		for who in [BAR, LESS, ALICE, together()] {
			assert_noop!(Fund::set_stewards(signed(who), named(), 2), BadOrigin);
		}
		assert_ok!(set_stewards(&[ALICE, BOB], 2));
		let all: Vec<_> = (200..216).collect();
		all.iter().for_each(|who| join(*who));
		assert_ok!(set_stewards(&all, 16));
	});
}
