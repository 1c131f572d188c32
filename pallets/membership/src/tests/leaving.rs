// SPDX-License-Identifier: Apache-2.0

//! Members leave when they want.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn a_member_leaves() {
	build_and_execute(|| {
		// WHEN Alice leaves
		assert_ok!(leave(ALICE));
		// THEN she is no member, and her account is gone with all she was
		System::assert_last_event(Event::MemberLeft { who: ALICE, number: 1 }.into());
		assert_eq!((class_of(ALICE), Membership::counts().total()), (None, 2));
		assert!(!System::account_exists(&ALICE));
		// AND whoever listens has heard it once
		assert_eq!(heard(), [Heard::Leaving(ALICE), Heard::Left(ALICE, Class::Worker)]);
		// AND she cannot leave again
		assert_noop!(leave(ALICE), Error::<Test>::NotMember);
	});
}

#[test]
fn whoever_listens_hears_the_class_somebody_had_last() {
	build_and_execute(|| {
		assert_ok!(Membership::force_class(signed(EXPELS), ALICE, Class::Supporter));
		heard();
		assert_ok!(leave(ALICE));
		assert_eq!(heard(), [Heard::Leaving(ALICE), Heard::Left(ALICE, Class::Supporter)]);
	});
}

#[test]
fn whoever_has_coin_keeps_its_account() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		assert_eq!(System::providers(&DAVE), 2);
		assert_ok!(leave(DAVE));
		assert_eq!((System::providers(&DAVE), Balances::free_balance(DAVE)), (1, PURSE));
		assert!(!KeptAccounts::<Test>::contains_key(DAVE));
	});
}

#[test]
fn what_a_member_has_begun_it_finishes_first() {
	build_and_execute(|| {
		open_duty(ALICE);
		assert_noop!(leave(ALICE), OPEN);
		// Another member's duties are no matter.
		assert_ok!(leave(BOB));
		finish_duty(ALICE);
		assert_ok!(leave(ALICE));
	});
}

#[test]
fn only_members_leave() {
	build_and_execute(|| {
		apply(DAVE, Class::User);
		for who in [DAVE, FERDIE] {
			assert_noop!(leave(who), Error::<Test>::NotMember);
		}
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Membership::leave(origin), BadOrigin);
		}
	});
}

#[test]
fn the_last_worker_stays_while_others_are_members() {
	build_with_alice_alone(|| {
		join(DAVE, Class::User);
		assert_noop!(leave(ALICE), Error::<Test>::LastWorker);
		// Everybody else may go, and so may she once somebody else works.
		join(EVE, Class::Supporter);
		assert_ok!(leave(EVE));
		assert_ok!(Membership::force_class(signed(EXPELS), DAVE, Class::Worker));
		assert_ok!(leave(ALICE));
	});
}

#[test]
fn the_last_member_stays() {
	build_with_alice_alone(|| {
		assert_noop!(leave(ALICE), Error::<Test>::LastMember);
	});
}

#[test]
fn a_leavers_nomination_is_closed() {
	build_and_execute(|| {
		// GIVEN Alice has nominated Ferdie, and Bob has nominated Dave
		let hers = nominate(ALICE, FERDIE, Class::User);
		let his = nominate(BOB, DAVE, Class::User);
		// WHEN she leaves
		assert_ok!(leave(ALICE));
		// THEN nobody vouches for Ferdie any more
		let event = Event::ApplicationWithdrawn { application: hers, who: FERDIE };
		System::assert_has_event(event.into());
		assert_noop!(Membership::admit(signed(ADMITS), hers), Error::<Test>::NoSuchApplication);
		// AND somebody else may nominate him
		nominate(CHARLIE, FERDIE, Class::User);
		// AND Bob's nomination is open as before
		assert_ok!(Membership::admit(signed(ADMITS), his));
	});
}

#[test]
fn a_leavers_request_is_forgotten() {
	build_and_execute(|| {
		assert_ok!(Membership::request_class(signed(ALICE), Class::User));
		assert_ok!(leave(ALICE));
		assert_eq!(ClassRequests::<Test>::get(ALICE), None);
		// It does not wait for her to come back.
		join(ALICE, Class::Worker);
		assert_noop!(
			Membership::grant_class(signed(ADMITS), ALICE, Class::User),
			Error::<Test>::NotRequested
		);
	});
}

#[test]
fn somebody_whose_account_another_pallet_holds_on_to_leaves_all_the_same() {
	build_and_execute(|| {
		// GIVEN another pallet needs Alice's account, and nothing but membership lets it exist
		assert_ok!(System::inc_consumers(&ALICE));
		assert_eq!(System::providers(&ALICE), 1);
		// WHEN she leaves
		assert_ok!(leave(ALICE));
		// THEN she is no member, and the account stays
		assert_eq!((class_of(ALICE), System::providers(&ALICE)), (None, 1));
		assert!(KeptAccounts::<Test>::contains_key(ALICE));
	});
}

#[test]
fn an_account_that_stayed_is_not_counted_twice() {
	build_and_execute(|| {
		// GIVEN an account stayed when Alice left
		assert_ok!(System::inc_consumers(&ALICE));
		assert_ok!(leave(ALICE));
		// WHEN she is admitted again
		let number = nominate(BOB, ALICE, Class::Worker);
		assert_ok!(Membership::admit(signed(ADMITS), number));
		// THEN membership still counts once, and nothing is marked
		assert_eq!(System::providers(&ALICE), 1);
		assert!(!KeptAccounts::<Test>::contains_key(ALICE));
		// AND the account goes when the other pallet has let go of it
		System::dec_consumers(&ALICE);
		assert_ok!(leave(ALICE));
		assert!(!System::account_exists(&ALICE));
	});
}

#[test]
fn leaving_and_coming_back_piles_nothing_up() {
	build_and_execute(|| {
		assert_ok!(System::inc_consumers(&ALICE));
		for _ in 0..5 {
			assert_ok!(leave(ALICE));
			join(ALICE, Class::Worker);
			assert_eq!(System::providers(&ALICE), 1);
		}
		assert_eq!(KeptAccounts::<Test>::iter().count(), 0);
	});
}
