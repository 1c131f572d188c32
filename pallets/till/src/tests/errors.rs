// SPDX-License-Identifier: Apache-2.0

//! Every error of every call, and that it changes nothing.

use super::*;

/// Everybody who is not the stewards together.
const OTHERS: [AccountId; 7] = [ALICE, BOB, DAVE, STRANGER, BAR, LESS, CONSTITUTION];

#[test]
fn receiving() {
	build_and_execute(|| {
		assert_noop!(receive(DAVE, 0, 1), E::ImpossibleAmount);
		for odd in [1, MINOR_UNIT - 1, MINOR_UNIT + 1, Balance::MAX] {
			assert_noop!(receive(DAVE, odd, 1), E::NotWholeUnits);
		}
		assert_noop!(receive(DAVE, EURO, 0), E::DocumentMissing);
		assert_noop!(receive(NOBODYS, EURO, 1), E::NotHeldByAnybody);
		assert_noop!(receive(DAVE, 1_000 * EURO + MINOR_UNIT, 1), E::EpochLimitReached);
		assert_ok!(receive(DAVE, EURO, 1));
		assert_noop!(receive(STRANGER, 2 * EURO, 1), E::AlreadyBooked);
		for who in OTHERS {
			let refused = Till::receive(signed(who), DAVE, EURO, document(2));
			assert_noop!(refused, E::NotStewards);
		}
		let nobody = Till::receive(RuntimeOrigin::none(), DAVE, EURO, document(2));
		assert_noop!(nobody, BadOrigin);
	});
}

#[test]
fn asking() {
	build_and_execute(|| {
		assert_noop!(ask(DAVE, 0), E::ImpossibleAmount);
		assert_noop!(ask(DAVE, EURO + 1), E::NotWholeUnits);
		assert_noop!(ask(DAVE, EURO - MINOR_UNIT), E::NotEnoughAsked);
		assert_noop!(Till::ask(signed(DAVE), EURO, line(" ")), E::ReferenceMissing);
		assert_noop!(ask(DAVE, WALLET + EURO), TokenError::FundsUnavailable);
		assert_noop!(Till::ask(RuntimeOrigin::none(), EURO, line("Rent")), BadOrigin);
		(0..EACH).for_each(|_| {
			assert_ok!(ask(DAVE, EURO));
		});
		assert_noop!(ask(DAVE, EURO), E::TooManyAsksOfYours);
		assert_ok!(withdraw(DAVE, 2));
		assert_ok!(ask(DAVE, EURO));
	});
}

#[test]
fn no_more_is_asked_for_than_there_is_room_for() {
	build_and_execute(|| {
		for who in [ALICE, BOB] {
			(0..EACH).for_each(|_| {
				assert_ok!(ask(who, EURO));
			});
		}
		(0..2).for_each(|_| {
			assert_ok!(ask(CHARLIE, EURO));
		});
		assert_noop!(ask(DAVE, EURO), E::TooManyAsks);
		assert_ok!(withdraw(ALICE, 1));
		assert_ok!(ask(DAVE, EURO));
	});
}

#[test]
fn answering() {
	build_and_execute(|| {
		let rent = asked(DAVE, EURO);
		assert_noop!(begin(rent + 1), E::NoSuchAsk);
		assert_noop!(pay(rent + 1, 1), E::NoSuchAsk);
		assert_noop!(decline(rent + 1), E::NoSuchAsk);
		assert_noop!(pay(rent, 1), E::NotBegun);
		assert_noop!(Till::decline(signed(TOGETHER), rent, note(" ")), E::ReasonMissing);
		for who in OTHERS {
			assert_noop!(Till::begin(signed(who), rent), E::NotStewards);
			assert_noop!(Till::pay(signed(who), rent, document(1)), E::NotStewards);
			assert_noop!(Till::decline(signed(who), rent, note("No")), E::NotStewards);
		}
		assert_ok!(begin(rent));
		assert_noop!(begin(rent), E::AlreadyBegun);
		assert_noop!(pay(rent, 0), E::DocumentMissing);
		assert_ok!(receive(DAVE, EURO, 1));
		assert_noop!(pay(rent, 1), E::AlreadyBooked);
		assert_ok!(pay(rent, 2));
		assert_noop!(pay(rent, 3), E::NoSuchAsk);
		let late = asked(DAVE, EURO);
		pass_epochs(5);
		assert_noop!(begin(late), E::TimePassed);
	});
}

#[test]
fn having_it_back() {
	build_and_execute(|| {
		let rent = asked(DAVE, EURO);
		assert_noop!(withdraw(DAVE, rent + 1), E::NoSuchAsk);
		assert_noop!(withdraw(ALICE, rent), E::NotYourAsk);
		assert_noop!(Till::withdraw(RuntimeOrigin::none(), rent), BadOrigin);
		assert_noop!(give_back_error(rent + 1), E::NoSuchAsk);
		assert_noop!(give_back_error(rent), E::NotDue);
		assert_ok!(begin(rent));
		assert_noop!(withdraw(DAVE, rent), E::AlreadyBegun);
		let nobody = Till::give_back(RuntimeOrigin::none(), rent).map_err(|refused| refused.error);
		assert_noop!(nobody, BadOrigin);
	});
}

#[test]
fn attesting() {
	build_and_execute(|| {
		assert_noop!(attest(1, 1), E::NotWholeUnits);
		assert_noop!(attest(EURO, 0), E::DocumentMissing);
		for who in OTHERS {
			assert_noop!(Till::attest(signed(who), EURO, document(1)), E::NotStewards);
		}
		// An account may be empty, and a statement may be shown twice.
		assert_ok!(attest(0, 1));
		assert_ok!(attest(EURO, 1));
	});
}

#[test]
fn deciding() {
	build_and_execute(|| {
		assert_noop!(set_limit(BAR, 1), E::NotWholeUnits);
		assert_noop!(set_limit(LESS, 1_000 * EURO + MINOR_UNIT), E::NotEnoughSupport);
		for who in [ALICE, TOGETHER, CONSTITUTION] {
			assert_noop!(set_limit(who, 0), BadOrigin);
		}
		assert_noop!(set_currency("  "), E::CurrencyMissing);
		for who in [ALICE, TOGETHER, BAR] {
			assert_noop!(Till::set_currency(signed(who), line("CHF")), BadOrigin);
		}
		let rent = asked(DAVE, EURO);
		assert_noop!(set_currency("CHF"), E::AlreadyInUse);
		assert_ok!(withdraw(DAVE, rent));
		assert_ok!(set_currency("CHF"));
		assert_ok!(receive(DAVE, EURO, 1));
		assert_noop!(set_currency("EUR"), E::AlreadyInUse);
	});
}

#[test]
fn too_few_stewards_can_do_nothing() {
	build_and_execute(|| {
		let rent = asked(DAVE, EURO);
		leave(BOB);
		assert_ok!(receive(DAVE, EURO, 1));
		leave(CHARLIE);
		assert_noop!(receive(DAVE, EURO, 2), E::NotEnoughStewards);
		assert_noop!(begin(rent), E::NotEnoughStewards);
		assert_noop!(pay(rent, 2), E::NotEnoughStewards);
		assert_noop!(decline(rent), E::NotEnoughStewards);
		assert_noop!(attest(EURO, 2), E::NotEnoughStewards);
		FakeStewards::name(None);
		assert_noop!(receive(DAVE, EURO, 2), E::NotStewards);
		// What is asked for has its way out all the same.
		assert_ok!(withdraw(DAVE, rent));
	});
}
