// SPDX-License-Identifier: Apache-2.0

//! A member whose key is lost gets access through another account, unless they give a sign of life.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn restore(who: AccountId, report: ReportId, to: AccountId) -> DispatchResult {
	Membership::restore_access(signed(UNLOCKS), who, report, to)
}

/// What Dave may do to show that he is there, after what he did before the report.
type Deed = (&'static str, fn(), fn());

/// He is a user and has coin.
const SIGNS_OF_LIFE: [Deed; 9] = [
	("a transaction", nothing, || sign_something(DAVE)),
	("coin paid", nothing, || pay(DAVE, EVE, 1)),
	("all coin paid", nothing, || pay(DAVE, EVE, PURSE)),
	("a call in another room", nothing, || act_in_another_room(DAVE)),
	("objecting", nothing, || object(DAVE)),
	("asking for the class he has", nothing, || {
		assert_ok!(Membership::request_class(signed(DAVE), Class::User));
	}),
	("nominating", nothing, nominate_ferdie),
	("withdrawing", nominate_ferdie, || {
		let nomination = NominationBy::<Test>::get(DAVE).expect("he nominated Ferdie");
		assert_ok!(Membership::withdraw(signed(DAVE), nomination));
	}),
	("reporting", nothing, report_bob),
];

fn nothing() {}

fn nominate_ferdie() {
	nominate(DAVE, FERDIE, Class::User);
}

fn report_bob() {
	report(DAVE, BOB, FERDIE);
}

fn object(who: AccountId) {
	assert_ok!(Membership::object(signed(who)));
}

#[test]
fn somebody_who_lost_their_key_gets_access_through_another_account() {
	build_and_execute(|| {
		// GIVEN Alice signed a few things before she lost her key
		for _ in 0..3 {
			sign_something(ALICE);
		}
		let before = Membership::member(ALICE);
		// AND Bob reported it
		let number = report(BOB, ALICE, ALICE_AGAIN);
		// WHEN the artel gives her access, weeks later
		System::set_block_number(500_000);
		assert_ok!(restore(ALICE, number, ALICE_AGAIN));
		// THEN the new account may act for the old one
		assert_eq!(access_to(ALICE), [ALICE_AGAIN]);
		System::assert_last_event(Event::AccessRestored { who: ALICE, to: ALICE_AGAIN }.into());
		// AND she is the member she was, as which nobody has joined or left
		assert_eq!((Membership::member(ALICE), heard()), (before, vec![]));
		assert_eq!(class_of(ALICE_AGAIN), None);
	});
}

#[test]
fn any_sign_of_life_makes_a_report_void() {
	for (deed, before, act) in SIGNS_OF_LIFE {
		build_and_execute(|| {
			// GIVEN Dave is a member whose key is reported lost
			join(DAVE, Class::User);
			before();
			let number = report(BOB, DAVE, ALICE_AGAIN);
			assert_eq!(holds(number), Some(true), "{deed}");
			// WHEN he does this
			act();
			// THEN everybody can see that the report is void, and nobody gets hold of his account
			assert_eq!(holds(number), Some(false), "{deed}");
			assert!(!Membership::is_key_lost(number, &DAVE, &ALICE_AGAIN), "{deed}");
			assert_noop!(restore(DAVE, number, ALICE_AGAIN), Error::<Test>::NotLost);
			// AND it stays so however long he is not heard of afterwards
			System::set_block_number(5_000_000);
			assert_noop!(restore(DAVE, number, ALICE_AGAIN), Error::<Test>::NotLost);
			assert!(access_to(DAVE).is_empty());
		});
	}
}

#[test]
fn what_was_done_before_the_report_is_no_sign_of_life_since() {
	for (deed, before, act) in SIGNS_OF_LIFE {
		build_and_execute(|| {
			join(DAVE, Class::User);
			before();
			act();
			let number = report(BOB, DAVE, ALICE_AGAIN);
			assert_eq!(holds(number), Some(true), "{deed}");
			assert_ok!(restore(DAVE, number, ALICE_AGAIN));
		});
	}
}

#[test]
fn a_void_report_stays_void_when_a_later_one_holds() {
	for (deed, before, act) in SIGNS_OF_LIFE {
		build_and_execute(|| {
			// GIVEN a sign of life made Bob's report void
			join(DAVE, Class::User);
			before();
			let first = report(BOB, DAVE, ALICE_AGAIN);
			act();
			// WHEN Charlie reports the same account, which is watched anew
			let second = report(CHARLIE, DAVE, ALICE_AGAIN);
			// THEN his report holds, and Bob's is as void as before
			assert_eq!((holds(first), holds(second)), (Some(false), Some(true)), "{deed}");
			assert_noop!(restore(DAVE, first, ALICE_AGAIN), Error::<Test>::NotLost);
			// AND neither says anything once Dave is heard of again
			assert_ok!(Membership::object(signed(DAVE)));
			assert_eq!((holds(first), holds(second)), (Some(false), Some(false)), "{deed}");
		});
	}
}

#[test]
fn a_void_report_stays_void_when_its_reporter_says_it_again() {
	build_and_execute(|| {
		let first = report(BOB, ALICE, ALICE_AGAIN);
		sign_something(ALICE);
		let second = report(BOB, ALICE, ALICE_AGAIN);
		assert_noop!(restore(ALICE, first, ALICE_AGAIN), Error::<Test>::NoSuchReport);
		// What is decided on the new one is another motion, with a notice of its own.
		assert_ok!(restore(ALICE, second, ALICE_AGAIN));
	});
}

#[test]
fn two_reports_about_one_member_hold_side_by_side() {
	for (first_is_used, to) in [(true, ALICE_AGAIN), (false, ALICE_ONCE_MORE)] {
		build_and_execute(|| {
			let first = report(BOB, ALICE, ALICE_AGAIN);
			let second = report(CHARLIE, ALICE, ALICE_ONCE_MORE);
			assert_eq!((holds(first), holds(second)), (Some(true), Some(true)));
			// WHEN one is acted on
			assert_ok!(restore(ALICE, if first_is_used { first } else { second }, to));
			// THEN the other still holds
			let other = if first_is_used { second } else { first };
			assert_eq!(holds(other), Some(true));
			// AND whatever Alice does through her new account makes it void
			act_in_another_room(ALICE);
			assert_eq!(holds(other), Some(false));
		});
	}
}

#[test]
fn two_reports_of_one_thing_give_access_once() {
	build_and_execute(|| {
		let [first, second] = [BOB, CHARLIE].map(|by| report(by, ALICE, ALICE_AGAIN));
		assert_ok!(restore(ALICE, second, ALICE_AGAIN));
		assert_noop!(restore(ALICE, first, ALICE_AGAIN), GRANTED_ALREADY);
		assert_eq!(holds(first), Some(true));
		assert_eq!(access_to(ALICE), [ALICE_AGAIN]);
	});
}

#[test]
fn what_others_do_is_no_sign_of_life() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		let number = report(BOB, DAVE, ALICE_AGAIN);
		// Others act, and they pay Dave.
		for who in [BOB, ALICE, ALICE_AGAIN] {
			sign_something(who);
			act_in_another_room(who);
		}
		pay(EVE, DAVE, PURSE / 2);
		// They decide on him.
		assert_ok!(Membership::force_class(signed(EXPELS), DAVE, Class::Worker));
		assert_noop!(Membership::confirm(signed(ADMITS_UNBACKED), DAVE), Error::<Test>::NotBacked);
		report(CHARLIE, DAVE, ALICE_ONCE_MORE);
		// What they object to is their own.
		assert_ok!(Membership::object(signed(ALICE)));
		assert_eq!(holds(number), Some(true));
		assert_ok!(restore(DAVE, number, ALICE_AGAIN));
	});
}

#[test]
fn what_is_paid_back_was_paid_all_the_same() {
	build_and_execute(|| {
		join(DAVE, Class::User);
		let number = report(BOB, DAVE, ALICE_AGAIN);
		pay(EVE, DAVE, 10);
		pay(DAVE, EVE, 5);
		pay(EVE, DAVE, 5);
		assert_noop!(restore(DAVE, number, ALICE_AGAIN), Error::<Test>::NotLost);
	});
}

/// The transaction that carried it moves the nonce, if it had one of its own.
#[test]
fn a_call_that_fails_leaves_no_sign_itself() {
	build_and_execute(|| {
		let number = report(BOB, ALICE, ALICE_AGAIN);
		let leave = || {
			open_duty(ALICE);
			leave(ALICE)
		};
		assert_eq!(leave(), Err(OPEN));
		assert_eq!(holds(number), Some(true));
		sign_something(ALICE);
		assert_eq!(holds(number), Some(false));
	});
}

#[test]
fn a_member_objects_whether_or_not_they_are_reported() {
	build_and_execute(|| {
		for _ in 0..2 {
			assert_ok!(Membership::object(signed(ALICE)));
			System::assert_last_event(Event::Objected { who: ALICE }.into());
		}
		assert_eq!((Membership::lost_keys(0), heard()), (vec![], vec![]));
	});
}

#[test]
fn only_members_object() {
	build_and_execute(|| {
		apply(DAVE, Class::User);
		assert_ok!(leave(CHARLIE));
		for who in [DAVE, FERDIE, CHARLIE, ALICE_AGAIN] {
			assert_noop!(Membership::object(signed(who)), Error::<Test>::NotMember);
		}
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Membership::object(origin), BadOrigin);
		}
	});
}

#[test]
fn nobody_gets_access_to_the_account_of_somebody_who_left() {
	let leave = || leave(DAVE);
	let expel = || Membership::expel(signed(EXPELS), DAVE, note("Why"), statute());
	for exit in [&leave as &dyn Fn() -> DispatchResult, &expel] {
		build_and_execute(|| {
			join(DAVE, Class::User);
			System::set_block_number(5);
			let number = report(BOB, DAVE, ALICE_AGAIN);
			System::set_block_number(6);
			assert_ok!(exit());
			assert_eq!(holds(number), Some(false));
			assert_noop!(restore(DAVE, number, ALICE_AGAIN), Error::<Test>::OtherIsNotMember);
			// What was said of the member who left says nothing of the one who comes back, even if Dave
			// was expelled and was nominated, so that he had nothing to sign.
			System::set_block_number(7);
			let nomination = nominate(CHARLIE, DAVE, Class::User);
			assert_ok!(Membership::admit(signed(ADMITS), nomination));
			assert_noop!(restore(DAVE, number, ALICE_AGAIN), Error::<Test>::NoSuchReport);
			assert_eq!(holds(number), Some(false));
			// A new report does.
			let number = report(BOB, DAVE, ALICE_AGAIN);
			assert_ok!(restore(DAVE, number, ALICE_AGAIN));
		});
	}
}

#[test]
fn to_leave_and_to_apply_are_noted_like_any_other_call() {
	use crate::mock::remembered::Watched;
	build_and_execute(|| {
		for (who, exit) in [(DAVE, true), (EVE, false)] {
			join(who, Class::User);
			report(BOB, who, ALICE_AGAIN);
			assert!(Watched::contains_key(who));
			if exit {
				assert_ok!(leave(who));
			} else {
				assert_ok!(Membership::expel(signed(EXPELS), who, note("Why"), statute()));
				assert!(Watched::contains_key(who));
				apply(who, Class::User);
			}
			assert!(!Watched::contains_key(who));
		}
	});
}

#[test]
fn only_the_artel_gives_access() {
	build_and_execute(|| {
		let number = report(ALICE, BOB, ALICE_AGAIN);
		for origin in all_but(UNLOCKS) {
			let restore = Membership::restore_access(origin, BOB, number, ALICE_AGAIN);
			assert_noop!(restore, BadOrigin);
		}
	});
}

#[test]
fn access_that_cannot_be_given_changes_nothing() {
	build_and_execute(|| {
		for to in [ALICE_AGAIN, BOB, DAVE] {
			let number = report(CHARLIE, ALICE, to);
			assert_ok!(restore(ALICE, number, to));
		}
		let again = report(BOB, ALICE, ALICE_AGAIN);
		assert_noop!(restore(ALICE, again, ALICE_AGAIN), GRANTED_ALREADY);
		let one_more = report(BOB, ALICE, EVE);
		System::reset_events();
		assert_noop!(restore(ALICE, one_more, EVE), TOO_MANY);
		assert_eq!(access_to(ALICE), [ALICE_AGAIN, BOB, DAVE]);
		assert!(System::events().is_empty());
		// The report still holds: she may take somebody's access back first.
		assert_eq!(holds(one_more), Some(true));
	});
}

/// Attack P4: an account that several hold together has no transactions of its own, and shows that it is
/// there all the same.
#[test]
fn an_account_without_transactions_of_its_own_is_not_taken_for_lost() {
	let vote = || act_in_another_room(DAVE);
	let pay = || pay(DAVE, EVE, 1);
	let object = || object(DAVE);
	for act in [&vote as &dyn Fn(), &pay, &object] {
		build_and_execute(|| {
			// GIVEN two of three sign for Dave, who is a member
			join(DAVE, Class::Worker);
			let number = report(BOB, DAVE, BOB);
			// WHEN they act in his name while the motion about him is under way
			act();
			// THEN no nonce tells of it, and the motion cannot be carried out
			assert_eq!(System::account_nonce(DAVE), 0);
			assert_noop!(restore(DAVE, number, BOB), Error::<Test>::NotLost);
		});
	}
}
