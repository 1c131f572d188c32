// SPDX-License-Identifier: Apache-2.0

//! What waits for the two sides.

use super::*;
use artel_primitives::due::{Duty, InspectDue};

/// Whether something must be done, by which call, about which number, with whom, and until when.
type Told = (Duty, String, Option<u32>, Option<AccountId>, Option<u64>);

/// What waits for somebody.
fn due(who: AccountId) -> Vec<Told> {
	let told = |mut due: artel_primitives::due::Due<AccountId, u64>| {
		let until = due.until.map(|until| until.block);
		(due.duty, due.calls.remove(0), due.number, due.with, until)
	};
	SpotChecks::due_for(&who).into_iter().map(told).collect()
}

#[test]
fn evidence_waits_for_both_sides() {
	build_and_execute(|| {
		let payment = pay(ALICE, BOB, SURE);
		pass(2 * SESSION);
		assert_eq!(due(BOB), []);
		assert_ok!(point_out(payment));
		let last = 1 + DRAW + EVIDENCE - 1;
		let waits = |with| {
			let call = "spotChecks.handIn".to_string();
			vec![(Duty::Must, call, Some(payment), Some(with), Some(last))]
		};
		assert_eq!((due(BOB), due(ALICE), due(CHARLIE)), (waits(ALICE), waits(BOB), vec![]));
		assert_ok!(hand_in(BOB, payment));
		assert_eq!((due(BOB), due(ALICE)), (vec![], waits(BOB)));
		System::set_block_number(last);
		assert_eq!(due(ALICE), waits(BOB));
		pass(1);
		assert_eq!(due(ALICE), []);
	});
}

#[test]
fn either_side_can_clear_what_the_artel_left() {
	build_and_execute(|| {
		FakeCases::set_enough(false);
		let payment = pointed_out(SURE);
		let until = now() + JUDGE;
		let evidence = "spotChecks.handIn".to_string();
		assert_eq!(due(BOB), [(Duty::Must, evidence, Some(payment), Some(ALICE), Some(until))]);
		pass(JUDGE + 1);
		let clears = "spotChecks.clear".to_string();
		for (who, with) in [(BOB, ALICE), (ALICE, BOB)] {
			assert_eq!(due(who), [(Duty::Can, clears.clone(), Some(payment), Some(with), None)]);
		}
		assert_ok!(clear(payment));
		assert_eq!(due(BOB), []);
	});
}
