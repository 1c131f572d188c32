// SPDX-License-Identifier: Apache-2.0

//! Somebody with coin applies.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn whoever_has_coin_applies_with_a_deposit() {
	build_and_execute(|| {
		System::set_block_number(9);
		// WHEN Dave applies
		let (name, why) = (line("Dave"), note("I repair bicycles."));
		assert_ok!(Membership::apply(
			signed(DAVE),
			Class::Worker,
			name.clone(),
			why.clone(),
			statute()
		));
		// THEN everybody hears of it
		let class = Class::Worker;
		System::assert_last_event(Event::Applied { application: 1, who: DAVE, class }.into());
		// AND his deposit is held, which everybody sees with what he wrote
		assert_eq!(held(DAVE), deposit());
		let open = Membership::applications(0);
		let (number, filed) = open.first().expect("his application is open");
		assert_eq!((open.len(), *number), (1, 1));
		assert_eq!((filed.who, filed.class, filed.filed), (DAVE, class, 9));
		assert_eq!((&filed.name, &filed.statement, filed.statute), (&name, &why, statute()));
		assert_eq!(filed.sponsor, None);
		assert!(filed.deposit.is_some());
		assert_eq!((Membership::applications(1).len(), Membership::applications(2)), (1, vec![]));
		// AND nothing more has happened
		assert_eq!(class_of(DAVE), None);
		assert_eq!(heard(), []);
	});
}

#[test]
fn the_deposit_comes_back_however_the_application_ends() {
	let withdraw = |number| Membership::withdraw(signed(DAVE), number);
	let decline = |number| Membership::decline(signed(ADMITS), number);
	let admit = |number| Membership::admit(signed(ADMITS), number);
	for end in [&withdraw as &dyn Fn(u32) -> DispatchResult, &decline, &admit] {
		build_and_execute(|| {
			let number = apply(DAVE, Class::User);
			assert_eq!(Balances::free_balance(DAVE), PURSE - deposit());
			assert_ok!(end(number));
			assert_eq!((held(DAVE), Balances::free_balance(DAVE)), (0, PURSE));
			assert_eq!(Membership::applications(0), []);
		});
	}
}

#[test]
fn a_withdrawn_application_can_be_filed_again_under_a_new_number() {
	build_and_execute(|| {
		let number = apply(DAVE, Class::User);
		assert_ok!(Membership::withdraw(signed(DAVE), number));
		let event = Event::ApplicationWithdrawn { application: number, who: DAVE };
		System::assert_last_event(event.into());
		assert_eq!(apply(DAVE, Class::Worker), number + 1);
		// The old number stays closed.
		assert_noop!(Membership::withdraw(signed(DAVE), number), Error::<Test>::NoSuchApplication);
	});
}

#[test]
fn a_declined_applicant_may_try_again() {
	build_and_execute(|| {
		let number = apply(DAVE, Class::User);
		assert_ok!(Membership::decline(signed(ADMITS), number));
		let event = Event::ApplicationDeclined { application: number, who: DAVE };
		System::assert_last_event(event.into());
		apply(DAVE, Class::User);
	});
}

#[test]
fn whoever_has_too_little_coin_cannot_apply() {
	build_and_execute(|| {
		let apply = |who| {
			Membership::apply(signed(who), Class::User, line("Poor"), note("Please."), statute())
		};
		assert_noop!(apply(FERDIE), TokenError::FundsUnavailable);
		// The deposit alone is not enough, because the account must go on existing.
		assert_ok!(Balances::transfer_allow_death(signed(EVE), FERDIE, deposit()));
		assert_noop!(apply(FERDIE), TokenError::FundsUnavailable);
		assert_ok!(Balances::transfer_allow_death(signed(EVE), FERDIE, 1));
		assert_ok!(apply(FERDIE));
	});
}

/// Attack 12 of mechanisms, section 11.
#[test]
fn a_flood_of_applications_costs_a_deposit_each() {
	build_and_execute(|| {
		// GIVEN Eve has coin for two deposits and a bit, and a hundred accounts
		let funds = 2 * deposit() + 10;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), EVE, funds));
		let accounts = 1_000..1_100;
		// WHEN she moves her coin from one to the next, to apply from each
		let mut from = EVE;
		let mut open = 0;
		for who in accounts {
			let left = Balances::usable_balance(from);
			if Balances::transfer_allow_death(signed(from), who, left).is_ok() {
				from = who;
			}
			let name = line("Eve again");
			let filed = Membership::apply(signed(who), Class::User, name, note("!"), statute());
			open += u64::from(filed.is_ok());
		}
		// THEN no more stand open than she has paid for
		assert_eq!(open, 2);
		assert_eq!(Applications::<Test>::iter().count() as u64, open);
	});
}

#[test]
fn an_applicant_has_one_application_open() {
	build_and_execute(|| {
		apply(DAVE, Class::User);
		let again = Membership::apply(
			signed(DAVE),
			Class::Worker,
			line("Dave"),
			note("Me again."),
			statute(),
		);
		assert_noop!(again, Error::<Test>::AlreadyApplied);
	});
}

#[test]
fn a_member_cannot_apply() {
	build_and_execute(|| {
		let apply =
			Membership::apply(signed(ALICE), Class::User, line("Alice"), note("?"), statute());
		assert_noop!(apply, Error::<Test>::AlreadyMember);
	});
}

#[test]
fn an_applicant_needs_a_name() {
	build_and_execute(|| {
		for name in ["", " ", "\u{a0}\u{2003}", "\u{3000}"] {
			let apply =
				Membership::apply(signed(DAVE), Class::User, line(name), note("Me."), statute());
			assert_noop!(apply, Error::<Test>::NameMissing);
		}
	});
}

#[test]
fn an_applicant_accepts_the_present_statute() {
	build_and_execute(|| {
		for document in [another_statute(), H256::zero()] {
			let apply =
				Membership::apply(signed(DAVE), Class::User, line("D"), note("Me."), document);
			assert_noop!(apply, Error::<Test>::NotTheStatute);
		}
	});
}

#[test]
fn an_application_needs_a_signature() {
	build_and_execute(|| {
		apply(DAVE, Class::User);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			let apply =
				Membership::apply(origin.clone(), Class::User, line("E"), note("Me."), statute());
			assert_noop!(apply, BadOrigin);
			assert_noop!(Membership::withdraw(origin, 1), BadOrigin);
		}
	});
}

#[test]
fn nobody_withdraws_for_somebody_else() {
	build_and_execute(|| {
		let number = apply(DAVE, Class::User);
		for who in [ALICE, EVE, ADMITS] {
			assert_noop!(
				Membership::withdraw(signed(who), number),
				Error::<Test>::NotYourApplication
			);
		}
	});
}

#[test]
fn what_was_never_filed_cannot_be_withdrawn() {
	build_and_execute(|| {
		for number in [0, 1, u32::MAX] {
			assert_noop!(
				Membership::withdraw(signed(DAVE), number),
				Error::<Test>::NoSuchApplication
			);
		}
	});
}

#[test]
fn applications_end_when_their_numbers_do() {
	build_and_execute(|| {
		LastApplication::<Test>::put(u32::MAX);
		let apply = Membership::apply(signed(DAVE), Class::User, line("D"), note(""), statute());
		assert_noop!(apply, ArithmeticError::Overflow);
	});
}
