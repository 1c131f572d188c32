// SPDX-License-Identifier: Apache-2.0

//! The artel admits, or declines.

use crate::{mock::*, Member, *};
use frame::testing_prelude::*;

#[test]
fn an_applicant_becomes_a_member() {
	for class in [Class::Worker, Class::User, Class::Supporter] {
		build_and_execute(|| {
			// GIVEN Dave has applied
			let number = apply(DAVE, class);
			System::set_block_number(5);
			// WHEN the artel admits him
			assert_ok!(Membership::admit(signed(ADMITS), number));
			// THEN he is the fourth member, since this block
			System::assert_last_event(Event::MemberAdmitted { who: DAVE, number: 4, class }.into());
			let name = line("Somebody with coin");
			let backing = Backing::Backed;
			let member = Member { number: 4, class, since: 5, name, backing };
			assert_eq!(Membership::member(DAVE), Some(member));
			assert_eq!(<Membership as InspectMembers<_>>::count(), 4);
			// AND whoever listens has heard it once
			assert_eq!(heard(), [Heard::Joined(DAVE, 4, class, backing)]);
		});
	}
}

/// Attack 13 of mechanisms, section 11.
#[test]
fn whoever_has_no_coin_can_sign_once_admitted() {
	build_and_execute(|| {
		let number = nominate(ALICE, FERDIE, Class::Worker);
		assert!(!can_sign(FERDIE));
		assert_ok!(Membership::admit(signed(ADMITS), number));
		assert!(can_sign(FERDIE));
		assert_eq!((System::providers(&FERDIE), Balances::free_balance(FERDIE)), (1, 0));
	});
}

#[test]
fn whoever_was_nominated_may_leave_at_once() {
	build_and_execute(|| {
		let number = nominate(ALICE, FERDIE, Class::Worker);
		assert_ok!(Membership::admit(signed(ADMITS), number));
		assert_ok!(leave(FERDIE));
		assert_eq!(class_of(FERDIE), None);
		assert!(!can_sign(FERDIE));
		assert!(!System::account_exists(&FERDIE));
	});
}

#[test]
fn a_members_account_outlives_its_coin() {
	build_and_execute(|| {
		let number = apply(DAVE, Class::Worker);
		assert_ok!(Membership::admit(signed(ADMITS), number));
		assert_ok!(Balances::transfer_allow_death(signed(DAVE), EVE, PURSE));
		assert!(can_sign(DAVE));
		assert_eq!(System::providers(&DAVE), 1);
	});
}

#[test]
fn only_the_artel_admits_and_declines() {
	build_and_execute(|| {
		let number = apply(DAVE, Class::Worker);
		for origin in all_but(ADMITS) {
			assert_noop!(Membership::admit(origin.clone(), number), BadOrigin);
			assert_noop!(Membership::decline(origin, number), BadOrigin);
		}
	});
}

#[test]
fn what_is_not_open_cannot_be_decided() {
	build_and_execute(|| {
		let admitted = apply(DAVE, Class::Worker);
		assert_ok!(Membership::admit(signed(ADMITS), admitted));
		let withdrawn = apply(EVE, Class::Worker);
		assert_ok!(Membership::withdraw(signed(EVE), withdrawn));
		for number in [0, admitted, withdrawn, withdrawn + 1] {
			assert_noop!(
				Membership::admit(signed(ADMITS), number),
				Error::<Test>::NoSuchApplication
			);
			assert_noop!(
				Membership::decline(signed(ADMITS), number),
				Error::<Test>::NoSuchApplication
			);
		}
	});
}

#[test]
fn a_declined_applicant_is_no_member() {
	build_and_execute(|| {
		let number = nominate(ALICE, FERDIE, Class::Worker);
		assert_ok!(Membership::decline(signed(ADMITS), number));
		let event = Event::ApplicationDeclined { application: number, who: FERDIE };
		System::assert_last_event(event.into());
		assert_eq!((class_of(FERDIE), heard()), (None, vec![]));
		assert!(!System::account_exists(&FERDIE));
	});
}

#[test]
fn a_number_is_never_given_twice() {
	build_and_execute(|| {
		// GIVEN Dave was number 4 and has left
		join(DAVE, Class::User);
		assert_eq!(number_of(DAVE), Some(4));
		assert_ok!(leave(DAVE));
		System::assert_last_event(Event::MemberLeft { who: DAVE, number: 4 }.into());
		// WHEN Eve joins, and he comes back
		join(EVE, Class::User);
		let number = apply(DAVE, Class::Worker);
		assert_ok!(Membership::admit(signed(ADMITS), number));
		// THEN neither is number 4
		assert_eq!((number_of(EVE), number_of(DAVE)), (Some(5), Some(6)));
	});
}

#[test]
fn nobody_is_admitted_when_the_numbers_end() {
	build_and_execute(|| {
		let number = apply(DAVE, Class::Worker);
		LastNumber::<Test>::put(u32::MAX);
		assert_noop!(Membership::admit(signed(ADMITS), number), ArithmeticError::Overflow);
	});
}

#[test]
fn whoever_asks_learns_who_is_a_member() {
	build_and_execute(|| {
		join(DAVE, Class::Supporter);
		let members = |from| {
			let members = Membership::members(from).into_iter();
			members.map(|(who, member)| (member.number, who, member.class)).collect::<Vec<_>>()
		};
		let all = [
			(1, ALICE, Class::Worker),
			(2, BOB, Class::Worker),
			(3, CHARLIE, Class::Worker),
			(4, DAVE, Class::Supporter),
		];
		assert_eq!((members(0), members(1)), (all.to_vec(), all.to_vec()));
		assert_eq!((members(3), members(5)), (all[2..].to_vec(), vec![]));
		assert_ok!(Membership::leave(signed(BOB)));
		assert_eq!(members(2), all[2..]);
		join(BOB, Class::Worker);
		assert_eq!(members(4), [all[3], (5, BOB, Class::Worker)]);
		assert_eq!(Membership::counts(), Counts { workers: 3, users: 0, supporters: 1 });
		assert_eq!(<Membership as InspectMembers<_>>::class(&DAVE), Some(Class::Supporter));
		assert_eq!(<Membership as InspectMembers<_>>::number(&DAVE), Some(4));
		assert!(!<Membership as InspectMembers<_>>::is_member(&EVE));
	});
}
