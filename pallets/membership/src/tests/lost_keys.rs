//! Whoever lost its key gets access through another account.

use crate::{mock::*, *};
use frame::testing_prelude::*;

/// An account that Alice makes when she has lost her key.
const ALICE_AGAIN: AccountId = 11;

fn restore(who: AccountId, nonce: u32, to: AccountId) -> DispatchResult {
	Membership::restore_access(signed(UNLOCKS), who, nonce, to)
}

#[test]
fn who_lost_its_key_gets_access_through_another_account() {
	build_and_execute(|| {
		// GIVEN Alice signed a few things before she lost her key
		for _ in 0..3 {
			sign_something(ALICE);
		}
		let before = Membership::member(ALICE);
		// WHEN the artel gives her access
		assert_ok!(restore(ALICE, 3, ALICE_AGAIN));
		// THEN the new account may act for the old one
		assert_eq!(access_to(ALICE), [ALICE_AGAIN]);
		System::assert_last_event(Event::AccessRestored { who: ALICE, to: ALICE_AGAIN }.into());
		// AND she is the member she was, as which nobody has joined or left
		assert_eq!((Membership::member(ALICE), heard()), (before, vec![]));
		assert_eq!(class_of(ALICE_AGAIN), None);
	});
}

#[test]
fn it_may_be_an_account_that_exists_or_even_another_members() {
	build_and_execute(|| {
		for to in [DAVE, BOB] {
			assert_ok!(restore(ALICE, 0, to));
		}
		assert_eq!(access_to(ALICE), [DAVE, BOB]);
		assert_eq!((access_to(DAVE), access_to(BOB)), (vec![], vec![]));
	});
}

#[test]
fn a_key_that_signs_anything_meanwhile_is_not_lost() {
	build_and_execute(|| {
		sign_something(ALICE);
		// GIVEN the artel was told that her key was lost after one signature
		let told = 1;
		sign_something(ALICE);
		// THEN nobody gets hold of her account, nor with any other number but the present one
		for nonce in [told, 0, 3, u32::MAX] {
			assert_noop!(restore(ALICE, nonce, ALICE_AGAIN), Error::<Test>::KeyInUse);
		}
		assert_ok!(restore(ALICE, 2, ALICE_AGAIN));
	});
}

#[test]
fn what_others_sign_says_nothing_of_the_key() {
	build_and_execute(|| {
		for who in [BOB, ALICE_AGAIN] {
			sign_something(who);
		}
		assert_ok!(restore(ALICE, 0, ALICE_AGAIN));
	});
}

/// Nonces beyond 32 bits are as far as a call can tell all the same.
#[test]
fn a_nonce_is_never_taken_for_a_smaller_one() {
	build_and_execute(|| {
		let beyond = u64::from(u32::MAX) + 6;
		frame_system::Account::<Test>::mutate(ALICE, |account| account.nonce = beyond);
		assert_eq!(System::account_nonce(ALICE), beyond);
		assert_noop!(restore(ALICE, 5, ALICE_AGAIN), Error::<Test>::KeyInUse);
	});
}

#[test]
fn only_members_get_access() {
	build_and_execute(|| {
		apply(DAVE, Class::Worker);
		assert_ok!(Membership::leave(signed(CHARLIE)));
		for who in [DAVE, FERDIE, CHARLIE] {
			assert_noop!(restore(who, 0, ALICE_AGAIN), Error::<Test>::NotMember);
		}
	});
}

#[test]
fn nobody_gets_access_through_the_account_itself() {
	build_and_execute(|| {
		for who in [ALICE, DAVE] {
			assert_noop!(restore(who, 0, who), Error::<Test>::SameAccount);
		}
	});
}

#[test]
fn only_the_artel_gives_access() {
	build_and_execute(|| {
		for origin in all_but(UNLOCKS) {
			let restore = Membership::restore_access(origin, BOB, 0, ALICE_AGAIN);
			assert_noop!(restore, BadOrigin);
		}
	});
}

#[test]
fn access_that_cannot_be_given_changes_nothing() {
	build_and_execute(|| {
		assert_ok!(restore(ALICE, 0, ALICE_AGAIN));
		assert_noop!(restore(ALICE, 0, ALICE_AGAIN), GRANTED_ALREADY);
		for to in [BOB, DAVE] {
			assert_ok!(restore(ALICE, 0, to));
		}
		System::reset_events();
		assert_noop!(restore(ALICE, 0, EVE), TOO_MANY);
		assert_eq!(access_to(ALICE), [ALICE_AGAIN, BOB, DAVE]);
		assert!(System::events().is_empty());
	});
}
