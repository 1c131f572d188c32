// SPDX-License-Identifier: Apache-2.0

//! Attacks on the till, by the numbers of mechanisms, section 11.

use super::*;

#[test]
fn attack_26_nothing_is_booked_twice() {
	build_and_execute(|| {
		assert_ok!(receive(DAVE, EURO, 1));
		let rent = asked(DAVE, EURO);
		assert_ok!(begin(rent));
		assert_ok!(pay(rent, 2));
		let other = asked(DAVE, EURO);
		assert_ok!(begin(other));
		// In neither direction, for nobody else, with no other amount, and not much later either.
		for _ in 0..2 {
			for receipt in [1, 2] {
				assert_noop!(receive(DAVE, EURO, receipt), E::AlreadyBooked);
				assert_noop!(receive(ALICE, 2 * EURO, receipt), E::AlreadyBooked);
				assert_noop!(pay(other, receipt), E::AlreadyBooked);
			}
			pass_period();
		}
		assert_eq!(Till::state().last_entry, 2);
	});
}

#[test]
fn attack_26_nothing_is_made_beyond_the_limit() {
	build_and_execute(|| {
		assert_ok!(receive(DAVE, 700 * EURO, 1));
		assert_noop!(receive(DAVE, 301 * EURO, 2), E::EpochLimitReached);
		assert_ok!(receive(DAVE, 300 * EURO, 2));
		assert_noop!(receive(DAVE, MINOR_UNIT, 3), E::EpochLimitReached);
		// What goes makes no room for more.
		let rent = asked(DAVE, 500 * EURO);
		assert_ok!(begin(rent));
		assert_ok!(pay(rent, 3));
		assert_noop!(receive(DAVE, MINOR_UNIT, 4), E::EpochLimitReached);
		// A limit that is lowered below what was made counts at once, and so does one that is raised.
		assert_ok!(set_limit(LESS, 10 * EURO));
		assert_eq!(Till::state().left, 0);
		assert_noop!(receive(DAVE, MINOR_UNIT, 4), E::EpochLimitReached);
		assert_ok!(set_limit(BAR, 1_001 * EURO));
		assert_ok!(receive(DAVE, EURO, 4));
		assert_noop!(receive(DAVE, MINOR_UNIT, 5), E::EpochLimitReached);
		// What was not used in an epoch is not saved for the next.
		pass_epochs(10);
		assert_noop!(receive(DAVE, 1_002 * EURO, 5), E::EpochLimitReached);
		assert_ok!(receive(DAVE, 1_001 * EURO, 5));
	});
}

#[test]
fn attack_26_the_till_is_closed_until_members_open_it() {
	new_test_ext().execute_with(|| {
		assert_noop!(receive(DAVE, MINOR_UNIT, 1), E::EpochLimitReached);
		assert_noop!(set_limit(LESS, MINOR_UNIT), E::NotEnoughSupport);
		assert_ok!(set_limit(BAR, MINOR_UNIT));
		assert_ok!(receive(DAVE, MINOR_UNIT, 1));
		assert_ok!(set_limit(LESS, 0));
		pass_epochs(1);
		assert_noop!(receive(DAVE, MINOR_UNIT, 2), E::EpochLimitReached);
		check_invariants();
	});
}

#[test]
fn attack_26_one_key_alone_makes_and_unmakes_nothing() {
	build_and_execute(|| {
		let (rent, before) = (asked(DAVE, EURO), issuance());
		assert_ok!(begin(rent));
		for who in [ALICE, BOB, CHARLIE, DAVE, STRANGER, BAR, LESS, CONSTITUTION, NOBODYS] {
			assert_noop!(Till::receive(signed(who), who, EURO, document(1)), E::NotStewards);
			assert_noop!(Till::pay(signed(who), rent, document(1)), E::NotStewards);
		}
		// Another account than that of these stewards is none of theirs.
		FakeStewards::name(Some(TOGETHER + 1));
		assert_noop!(receive(DAVE, EURO, 1), E::NotStewards);
		assert_eq!(issuance(), before);
	});
}

#[test]
fn attack_26_stewards_who_let_one_act_for_them_book_nothing() {
	build_and_execute(|| {
		let rent = asked(DAVE, EURO);
		assert_ok!(begin(rent));
		FakeStewards::represent(true);
		assert_noop!(receive(DAVE, EURO, 1), E::NotTheirsAlone);
		assert_noop!(pay(rent, 1), E::NotTheirsAlone);
		assert_noop!(decline(rent), E::NotTheirsAlone);
		assert_noop!(attest(EURO, 1), E::NotTheirsAlone);
		FakeStewards::represent(false);
		assert_ok!(pay(rent, 1));
	});
}

#[test]
fn stewards_hold_an_ask_no_longer_than_both_times() {
	build_and_execute(|| {
		let rent = asked(DAVE, EURO);
		pass_epochs(4);
		assert_ok!(begin(rent));
		// Neither by beginning again, nor by figures that are longer now.
		assert_noop!(begin(rent), E::AlreadyBegun);
		assert_ok!(Till::govern(Figures { silence: 13, clearing: 4, ..Figures::DEFAULT }));
		pass_epochs(2);
		assert_noop!(give_back_error(rent), E::NotDue);
		pass_epochs(1);
		assert_noop!(begin(rent), E::AlreadyBegun);
		assert_ok!(give_back(rent));
		assert_eq!((coin(DAVE), held(DAVE)), (WALLET, 0));
	});
}

#[test]
fn what_the_bank_has_paid_is_booked_however_late() {
	build_and_execute(|| {
		let rent = asked(DAVE, EURO);
		assert_ok!(begin(rent));
		pass_epochs(100);
		assert_ok!(pay(rent, 1));
		assert_eq!((coin(DAVE), held(DAVE)), (WALLET - EURO, 0));
	});
}

#[test]
fn strangers_leave_members_half_of_the_room() {
	build_and_execute(|| {
		for who in 200..210 {
			assert_ok!(Balances::transfer_allow_death(signed(STRANGER), who, 10 * EURO));
		}
		let all = (200..210).filter(|who| ask(*who, EURO).is_ok());
		assert_eq!(all.count() as u32, MOST / 2);
		assert_noop!(ask(209, EURO), E::TooManyAsks);
		// To join takes nobody's room, and to leave gives none.
		join(200);
		(0..EACH - 1).for_each(|_| {
			assert_ok!(ask(200, EURO));
		});
		leave(200);
		assert_noop!(ask(209, EURO), E::TooManyAsks);
		assert_ok!(ask(DAVE, EURO));
		// An ask that ends makes room where it took it.
		assert_ok!(withdraw(201, 2));
		assert_ok!(ask(209, EURO));
		assert_noop!(ask(208, EURO), E::TooManyAsks);
	});
}

#[test]
fn an_ask_stays_its_owners_who_leaves_or_was_never_a_member() {
	build_and_execute(|| {
		let (of_member, of_stranger) = (asked(DAVE, EURO), asked(STRANGER, EURO));
		leave(DAVE);
		assert_ok!(begin(of_member));
		assert_ok!(pay(of_member, 1));
		assert_ok!(withdraw(STRANGER, of_stranger));
		assert_eq!((held(DAVE), coin(STRANGER)), (0, WALLET));
		let again = asked(DAVE, EURO);
		join(DAVE);
		assert_ok!(withdraw(DAVE, again));
	});
}

#[test]
fn what_is_on_hold_cannot_be_spent() {
	build_and_execute(|| {
		ask(DAVE, 900 * EURO).expect("there is so much");
		let all = Balances::transfer_allow_death(signed(DAVE), ALICE, 101 * EURO);
		assert_noop!(all, TokenError::FundsUnavailable);
		assert_noop!(ask(DAVE, 101 * EURO), TokenError::FundsUnavailable);
		assert_ok!(Balances::transfer_all(signed(DAVE), ALICE, false));
		assert_eq!(held(DAVE), 900 * EURO);
	});
}
