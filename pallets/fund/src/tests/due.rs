// SPDX-License-Identifier: Apache-2.0

//! What waits for a steward.

use super::*;
use artel_primitives::due::{Duty, InspectDue};

/// Whether something must be done, by which calls, about which number, until when.
type Told = (Duty, Vec<String>, Option<u32>, Option<BlockNumber>);

/// What waits for somebody.
fn due(who: AccountId) -> Vec<Told> {
	Fund::due_for(&who)
		.into_iter()
		.map(|due| (due.duty, due.calls, due.number, due.until.map(|until| until.block)))
		.collect()
}

fn calls(names: &[&str]) -> Vec<String> {
	names.iter().map(|name| name.to_string()).collect()
}

#[test]
fn a_mandate_waits_for_every_steward_and_for_nobody_else() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 300, TOOLS));
		assert_eq!(due(ALICE), []);
		let lathe = mandated(said());
		let pay = calls(&["multisig.asMulti", "fund.payMandate"]);
		for who in [ALICE, BOB, CHARLIE] {
			assert_eq!(due(who), [(Duty::Must, pay.clone(), Some(lathe), Some(51))]);
		}
		for who in [DAVE, STRANGER] {
			assert_eq!(due(who), []);
		}
		let told = Fund::due_for(&ALICE).remove(0);
		assert_eq!((&told.about[..], told.with), ("A lathe", Some(DAVE)));
		pass_blocks(51);
		let close = calls(&["fund.closeMandate"]);
		assert_eq!(due(ALICE), [(Duty::Can, close, Some(lathe), None)]);
	});
}

#[test]
fn what_no_budget_is_left_for_does_not_wait() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 300, TOOLS));
		let lathe = mandated(said());
		assert_ok!(set_budget(TOOLS, 0, Some(0)));
		assert_noop!(pay(lathe, 1), E::BudgetReached);
		assert_eq!(due(ALICE), []);
		assert_ok!(set_budget(TOOLS, 0, Some(1)));
		assert_eq!(due(ALICE).len(), 1);
	});
}

#[test]
fn stewards_who_let_one_act_for_them_are_told_to_end_that() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 300, TOOLS));
		let lathe = mandated(said());
		ActedFor::set(Some(Fund::stewards().expect("they were named").account));
		assert_noop!(pay(lathe, 1), E::NotTheirsAlone);
		let end = calls(&[
			"multisig.asMulti",
			"proxy.removeProxies",
			"proposals.proposeMotion",
			"fund.setStewards",
		]);
		assert_eq!(due(ALICE), [(Duty::Must, end, None, None)]);
		assert_eq!(due(STRANGER), []);
	});
}

#[test]
fn those_who_remain_are_told_that_they_are_too_few() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 300, TOOLS));
		mandated(said());
		leave(BOB);
		assert_eq!(due(BOB), []);
		assert_eq!(due(ALICE).len(), 1);
		leave(CHARLIE);
		let name = calls(&["proposals.proposeMotion", "fund.setStewards"]);
		assert_eq!(due(ALICE), [(Duty::Must, name, None, None)]);
	});
}
