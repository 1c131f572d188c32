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
