// SPDX-License-Identifier: Apache-2.0

//! What waits for the stewards, and for those who ask.

use super::*;
use artel_primitives::due::{Duty, InspectDue};

/// Whether something must be done, by which calls, about which number.
type Told = (Duty, Vec<String>, Option<u32>);

/// What waits for somebody.
fn due(who: AccountId) -> Vec<Told> {
	Till::due_for(&who).into_iter().map(|due| (due.duty, due.calls, due.number)).collect()
}

fn calls(names: &[&str]) -> Vec<String> {
	names.iter().map(|name| name.to_string()).collect()
}

#[test]
fn an_ask_waits_for_every_steward_until_it_is_answered() {
	build_and_execute(|| {
		let rent = asked(DAVE, EURO);
		let begins = calls(&["multisig.asMulti", "till.begin", "till.decline"]);
		for who in [ALICE, BOB, CHARLIE] {
			assert_eq!(due(who), [(Duty::Must, begins.clone(), Some(rent))]);
		}
		for who in [DAVE, STRANGER] {
			assert_eq!(due(who), []);
		}
		let told = Till::due_for(&ALICE).remove(0);
		assert_eq!((&told.about[..], told.with), ("Rent", Some(DAVE)));
		assert_ok!(begin(rent));
		let pays = calls(&["multisig.asMulti", "till.pay", "till.decline"]);
		assert_eq!(due(ALICE), [(Duty::Must, pays.clone(), Some(rent))]);
		// What was begun they can book late as well.
		pass_epochs(7);
		assert_eq!(due(ALICE), [(Duty::Must, pays, Some(rent))]);
	});
}

#[test]
fn whoever_asked_is_told_that_nobody_has_answered() {
	build_and_execute(|| {
		let (rent, food) = (asked(DAVE, EURO), asked(STRANGER, EURO));
		pass_epochs(5);
		let back = calls(&["till.giveBack"]);
		assert_eq!(due(DAVE), [(Duty::Can, back.clone(), Some(rent))]);
		assert_eq!(due(STRANGER), [(Duty::Can, back, Some(food))]);
		assert_eq!(due(ALICE), [], "they can begin no more");
		assert_ok!(give_back(rent));
		assert_eq!(due(DAVE), []);
	});
}

#[test]
fn what_would_be_refused_does_not_wait() {
	build_and_execute(|| {
		let rent = asked(DAVE, EURO);
		FakeStewards::represent(true);
		assert_noop!(begin(rent), E::NotTheirsAlone);
		assert_eq!(due(ALICE), [], "the fund tells them");
		FakeStewards::represent(false);
		assert_eq!(due(ALICE).len(), 1);
	});
}

#[test]
fn the_attestation_waits_for_the_stewards() {
	build_and_execute(|| {
		assert_eq!(due(ALICE), []);
		assert_ok!(receive(DAVE, EURO, 1));
		let attests = calls(&["multisig.asMulti", "till.attest"]);
		assert_eq!(due(ALICE), [(Duty::Must, attests.clone(), None)]);
		assert_eq!(due(DAVE), []);
		let what = || Till::due_for(&ALICE).remove(0).what;
		let (in_time, _) = (what(), pass_period());
		assert!(what() != in_time && Till::state().overdue);
		assert_eq!(due(ALICE), [(Duty::Must, attests, None)]);
		assert_ok!(attest(EURO, 1));
		assert_eq!(due(ALICE), []);
		// Too few of them can do nothing about it, and the fund tells them so.
		pass_period();
		leave(BOB);
		leave(CHARLIE);
		assert_eq!(due(ALICE), []);
	});
}
