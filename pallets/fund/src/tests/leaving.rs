// SPDX-License-Identifier: Apache-2.0

//! What becomes of the stewards when some of them leave the artel.

use super::*;

#[test]
fn as_many_as_must_agree_go_on_and_fewer_pay_nothing() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 300, TOOLS));
		let (lathe, account) = (mandated(said()), together());
		events();
		leave(DAVE);
		assert_eq!(events(), [], "he was none of them");
		leave(BOB);
		assert_eq!(events(), [Event::StewardLeft { who: BOB, remaining: 2, threshold: 2 }]);
		// The account follows from all whom the artel named.
		assert_eq!(together(), account);
		assert_ok!(pay(lathe, 10));
		let told = Fund::stewards().expect("they were named");
		let left: Vec<_> = told.signatories.iter().map(|steward| steward.left).collect();
		assert_eq!((left, told.remaining, told.can_pay), (vec![false, true, false], 2, true));
		leave(CHARLIE);
		assert_eq!(
			events().last(),
			Some(&Event::StewardLeft { who: CHARLIE, remaining: 1, threshold: 2 })
		);
		assert_noop!(pay(lathe, 10), E::NotEnoughStewards);
		assert!(!Fund::stewards().expect("they were named").can_pay);
		// Others mend it.
		join(DAVE);
		assert_ok!(set_stewards(&[ALICE, DAVE], 2));
		assert_ok!(pay(lathe, 10));
	});
}

#[test]
fn to_come_back_makes_nobody_a_steward_again() {
	build_and_execute(|| {
		assert_ok!(donate(STRANGER, 300, TOOLS));
		let lathe = mandated(said());
		leave(BOB);
		leave(CHARLIE);
		join(BOB);
		assert_noop!(pay(lathe, 10), E::NotEnoughStewards);
		check_invariants();
		// To leave once more changes nothing.
		events();
		leave(BOB);
		assert_eq!(events(), []);
		// The artel may name them anew.
		join(BOB);
		assert_ok!(set_stewards(&[ALICE, BOB], 2));
		assert_ok!(pay(lathe, 10));
	});
}

#[test]
fn nobody_was_named_and_somebody_leaves() {
	new_test_ext().execute_with(|| {
		join(ALICE);
		leave(ALICE);
		assert_eq!(Fund::stewards(), None);
		check_invariants();
	});
}
