// SPDX-License-Identifier: Apache-2.0

//! A member reports that another has lost their key.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn restore(who: AccountId, report: ReportId, to: AccountId) -> DispatchResult {
	Membership::restore_access(signed(UNLOCKS), who, report, to)
}

#[test]
fn a_member_reports_that_another_has_lost_their_key() {
	build_and_execute(|| {
		System::set_block_number(7);
		sign_something(ALICE);
		// WHEN Bob reports Alice's key
		assert_ok!(Membership::report_lost_key(signed(BOB), ALICE, ALICE_AGAIN));
		// THEN everybody hears of it, and by which number it is known
		let event = Event::KeyReportedLost { report: 1, who: ALICE, to: ALICE_AGAIN, by: BOB };
		System::assert_last_event(event.into());
		// AND everybody can see what he said, and that it holds
		let said = LostKey { who: ALICE, to: ALICE_AGAIN, by: BOB, at: 7, mark: (1, 1) };
		assert_eq!(Membership::lost_keys(0), [(1, ToldReport { holds: true, report: said })]);
		assert!(Membership::is_key_lost(1, &ALICE, &ALICE_AGAIN));
		// AND nothing more has happened
		assert_eq!((access_to(ALICE), heard()), (vec![], vec![]));
	});
}

#[test]
fn access_may_go_through_an_account_that_exists_or_even_another_members() {
	build_and_execute(|| {
		for to in [DAVE, BOB, CHARLIE] {
			let number = report(CHARLIE, ALICE, to);
			assert_ok!(restore(ALICE, number, to));
		}
		assert_eq!(access_to(ALICE), [DAVE, BOB, CHARLIE]);
		assert_eq!((access_to(DAVE), access_to(BOB)), (vec![], vec![]));
	});
}

#[test]
fn a_member_may_report_themselves() {
	build_and_execute(|| {
		// Their own call is a sign of life of before the report, not since.
		let number = report(ALICE, ALICE, ALICE_AGAIN);
		assert_eq!(holds(number), Some(true));
		assert_ok!(Membership::object(signed(ALICE)));
		assert_eq!(holds(number), Some(false));
	});
}

#[test]
fn only_members_report() {
	build_and_execute(|| {
		apply(DAVE, Class::Worker);
		assert_ok!(leave(CHARLIE));
		for by in [DAVE, FERDIE, CHARLIE, UNLOCKS, ALICE_AGAIN] {
			let report = Membership::report_lost_key(signed(by), ALICE, ALICE_AGAIN);
			assert_noop!(report, Error::<Test>::NotMember);
		}
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			let report = Membership::report_lost_key(origin, ALICE, ALICE_AGAIN);
			assert_noop!(report, BadOrigin);
		}
	});
}

#[test]
fn only_the_keys_of_members_are_reported() {
	build_and_execute(|| {
		apply(DAVE, Class::Worker);
		assert_ok!(leave(CHARLIE));
		for who in [DAVE, FERDIE, CHARLIE] {
			let report = Membership::report_lost_key(signed(BOB), who, ALICE_AGAIN);
			assert_noop!(report, Error::<Test>::OtherIsNotMember);
		}
	});
}

#[test]
fn nobody_is_to_have_access_through_the_account_itself() {
	build_and_execute(|| {
		for who in [ALICE, BOB] {
			let report = Membership::report_lost_key(signed(BOB), who, who);
			assert_noop!(report, Error::<Test>::OtherIsSame);
		}
	});
}

#[test]
fn reports_end_when_their_numbers_do() {
	build_and_execute(|| {
		LastReport::<Test>::put(u32::MAX);
		let report = Membership::report_lost_key(signed(BOB), ALICE, ALICE_AGAIN);
		assert_noop!(report, ArithmeticError::Overflow);
	});
}

#[test]
fn a_members_next_report_takes_the_place_of_their_last() {
	build_and_execute(|| {
		// GIVEN Bob has reported Alice
		let first = report(BOB, ALICE, ALICE_AGAIN);
		// WHEN he reports the same again, then another account, then another member
		for (who, to) in [(ALICE, ALICE_AGAIN), (ALICE, ALICE_ONCE_MORE), (CHARLIE, ALICE_AGAIN)] {
			let before = LastReport::<Test>::get();
			let number = report(BOB, who, to);
			// THEN the number is a new one, and the old one says nothing any more
			assert_eq!((number, holds(number), holds(before)), (before + 1, Some(true), None));
			assert_noop!(restore(who, before, to), Error::<Test>::NoSuchReport);
			assert_eq!(ReportBy::<Test>::get(BOB), Some(number));
			assert_eq!(LostKeys::<Test>::iter().count(), 1);
		}
		assert_noop!(restore(ALICE, first, ALICE_AGAIN), Error::<Test>::NoSuchReport);
	});
}

#[test]
fn nobody_takes_the_place_of_another_members_report() {
	build_and_execute(|| {
		let his = report(BOB, ALICE, ALICE_AGAIN);
		report(CHARLIE, ALICE, ALICE_ONCE_MORE);
		report(CHARLIE, BOB, ALICE_ONCE_MORE);
		assert_eq!((holds(his), ReportBy::<Test>::get(BOB)), (Some(true), Some(his)));
		// Bob was not heard of since, though he is reported himself now.
		assert_ok!(restore(ALICE, his, ALICE_AGAIN));
	});
}

#[test]
fn a_report_goes_with_the_member_who_made_it() {
	let leave = || leave(BOB);
	let expel = || Membership::expel(signed(EXPELS), BOB, note("Why"), statute());
	for exit in [&leave as &dyn Fn() -> DispatchResult, &expel] {
		build_and_execute(|| {
			let his = report(BOB, ALICE, ALICE_AGAIN);
			assert_ok!(exit());
			assert_eq!((holds(his), ReportBy::<Test>::get(BOB)), (None, None));
			assert_noop!(restore(ALICE, his, ALICE_AGAIN), Error::<Test>::NoSuchReport);
			// It does not wait for him to come back.
			join(BOB, Class::Worker);
			assert_noop!(restore(ALICE, his, ALICE_AGAIN), Error::<Test>::NoSuchReport);
			assert!(report(BOB, ALICE, ALICE_AGAIN) > his);
		});
	}
}

#[test]
fn a_report_that_was_acted_on_is_used_up() {
	build_and_execute(|| {
		let number = report(BOB, ALICE, ALICE_AGAIN);
		assert_ok!(restore(ALICE, number, ALICE_AGAIN));
		assert_eq!((LostKeys::<Test>::iter().count(), ReportBy::<Test>::get(BOB)), (0, None));
		assert_noop!(restore(ALICE, number, ALICE_AGAIN), Error::<Test>::NoSuchReport);
	});
}

#[test]
fn a_report_says_what_it_says_and_nothing_else() {
	build_and_execute(|| {
		let number = report(BOB, ALICE, ALICE_AGAIN);
		for (who, report, to) in [
			(ALICE, number, ALICE_ONCE_MORE),
			(ALICE, number, BOB),
			(ALICE, number + 1, ALICE_AGAIN),
			(ALICE, 0, ALICE_AGAIN),
			(CHARLIE, number, ALICE_AGAIN),
			(ALICE_AGAIN, number, ALICE),
			(FERDIE, number, ALICE_AGAIN),
		] {
			assert_noop!(restore(who, report, to), Error::<Test>::NoSuchReport);
			assert!(!Membership::is_key_lost(report, &who, &to));
		}
	});
}

#[test]
fn somebody_whose_key_is_reported_lost_is_told_while_the_report_holds() {
	use artel_primitives::due::{Duty, InspectDue};
	build_and_execute(|| {
		let due = |who| <Membership as InspectDue<_, _>>::due_for(&who);
		let number = report(BOB, ALICE, ALICE_AGAIN);
		let [item] = &due(ALICE)[..] else { panic!("one thing waits for her") };
		assert_eq!((item.duty, item.number, item.with), (Duty::Must, Some(number), Some(BOB)));
		assert_eq!(item.calls, ["membership.object"]);
		assert!(due(BOB).is_empty() && due(DAVE).is_empty());
		assert_ok!(Membership::object(signed(ALICE)));
		sign_something(ALICE);
		assert!(due(ALICE).is_empty());
	});
}
