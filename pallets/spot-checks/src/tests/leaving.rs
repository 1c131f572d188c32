// SPDX-License-Identifier: Apache-2.0

//! Nobody escapes a check by leaving, and leave stops what is remembered.

use super::*;

#[test]
fn a_fine_waits_for_whoever_has_left() {
	build_and_execute(|| {
		let payment = pointed_out(SURE);
		leave(BOB);
		assert_ok!(hand_in(BOB, payment));
		assert_ok!(settle(payment, &bad()));
		assert_eq!((love(BOB), love(ALICE)), ((LOVED, 3_000), (LOVED - 1_000, 0)));
		assert_eq!(SpotChecks::findings_of(&BOB), [Finding { payment, epoch: 10 }]);
		// To them nothing is forgotten as long as they are away, and they can come back.
		FakeEpochs::pass(50);
		assert_eq!((SpotChecks::times(&BOB), SpotChecks::times(&ALICE)), (2, 1));
		join(BOB);
		assert_eq!(SpotChecks::times(&BOB), 1);
	});
}

#[test]
fn an_appeal_brings_it_back_to_whoever_has_left() {
	build_and_execute(|| {
		let payment = pointed_out(SURE);
		assert_ok!(on_verdict(payment, &bad()));
		leave(BOB);
		assert_ok!(settle(payment, &good()));
		assert_eq!(changes(), [0, 0]);
		assert_eq!(SpotChecks::times(&BOB), 1);
	});
}

#[test]
fn the_memory_stands_still_on_leave() {
	build_and_execute(|| {
		assert_ok!(settle(pointed_out(SURE), &bad()));
		rest(BOB, 40);
		assert_eq!((SpotChecks::times(&BOB), SpotChecks::times(&ALICE)), (2, 1));
		FakeEpochs::pass(26);
		assert_eq!(SpotChecks::times(&BOB), 2);
		FakeEpochs::pass(1);
		assert_eq!(SpotChecks::times(&BOB), 1);
	});
}
