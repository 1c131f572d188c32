// SPDX-License-Identifier: Apache-2.0

//! Each invariant is broken once, and is seen to be.

use super::*;
use artel_primitives::verdict::Side;
use frame::deps::sp_runtime::TryRuntimeError;

/// Spoils a chain with a case that is drawn: this is what is wrong with it.
fn broken(why: &'static str, spoil: impl FnOnce(CaseId, AccountId)) {
	new_test_ext().execute_with(|| {
		set_up(6);
		let (case, who) = drawn();
		check_invariants();
		spoil(case, who[0]);
		assert_eq!(Obligation::do_try_state(), Err(TryRuntimeError::Other(why)));
	});
}

fn spoil_case(case: CaseId, spoil: impl FnOnce(&mut CaseOf<Test>)) {
	Cases::<Test>::mutate_extant(case, spoil);
}

fn spoil_enforcer(who: AccountId, spoil: impl FnOnce(&mut Enforcer)) {
	Enforcers::<Test>::mutate_extant(who, spoil);
}

#[test]
fn fees() {
	broken("a case has a number that was never given", |_, _| LastCase::<Test>::put(0));
	broken("a fee is not its owner's", |_, _| FeesOf::<Test>::remove(ORDERER));
	broken("another amount is tied up on an account than its fees", |case, _| {
		spoil_case(case, |case| case.purse.left += 1);
	});
	broken("another amount is in escrow than the fees of cases", |case, _| {
		spoil_case(case, |case| case.purse.source = Source::Escrow);
	});
	broken("an empty list is kept", |_, _| {
		FeesOf::<Test>::insert(STRANGER, BoundedVec::default());
	});
	broken("a fee is of no case", |_, _| {
		FeesOf::<Test>::insert(STRANGER, BoundedVec::truncate_from(vec![99]));
	});
}

#[test]
fn duty() {
	broken("somebody is on duty twice", |_, who| {
		OnDuty::<Test>::mutate(|all| all.try_push(who).expect("there is room"));
	});
	broken("duty is listed otherwise", |_, who| spoil_enforcer(who, |found| found.since = None));
	broken("somebody banned is on duty", |_, who| {
		spoil_enforcer(who, |found| found.banned_until = Some(99));
	});
	broken("somebody takes too many seats", |_, who| spoil_enforcer(who, |found| found.most = 9));
	broken("somebody is on duty without a record", |_, _| {
		OnDuty::<Test>::mutate(|all| all.try_push(STRANGER).expect("there is room"));
	});
}

#[test]
fn seats() {
	broken("a seat is of no case", |_, who| {
		spoil_enforcer(who, |found| found.seats[0].case = 99);
	});
	broken("a seat is of an earlier instance", |case, _| {
		let purse = Purse { source: Source::Reviews, left: 0, spent: 0 };
		let first = Verdict::default();
		spoil_case(case, |case| case.appeal = Some(Appeal { side: Side::Worker, purse, first }));
	});
	broken("a seat is of a case that is not drawn", |case, _| {
		spoil_case(case, |case| case.stage = Stage::Waiting { draw_by: 1 });
	});
	broken("a seat has no place", |case, _| {
		spoil_case(case, |case| {
			if let Stage::Drawn { places, .. } = &mut case.stage {
				places.remove(0);
			}
		});
	});
	broken("a side may judge its own case", |case, _| {
		Conflicts::<Test>::mutate(case, |all| all.retain(|who| *who != WORKER));
	});
	broken("somebody can be drawn twice", |case, drawn| {
		Conflicts::<Test>::mutate(case, |all| all.retain(|who| *who != drawn));
	});
	broken("conflicts are of no case", |_, _| {
		Conflicts::<Test>::insert(99, BoundedVec::truncate_from(vec![1]));
	});
	broken("a check that does not wait goes first", |case, _| {
		WaitingChecks::<Test>::put(BoundedVec::truncate_from(vec![(case, 1)]));
	});
}
