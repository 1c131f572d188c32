// SPDX-License-Identifier: Apache-2.0

//! What is forgotten, and what idle blocks do.

use super::*;

/// The numbers of all payments that are remembered.
fn all() -> Vec<PaymentId> {
	SpotChecks::payments_of(&BOB, 0).into_iter().map(|(number, _)| number).collect()
}

#[test]
fn each_payment_forgets_two_that_are_over() {
	build_and_execute(|| {
		(0..5).for_each(|_| assert!(pay(ALICE, BOB, 100) > 0));
		pass(DRAW - 1);
		pay(ALICE, BOB, 100);
		assert_eq!(all(), [1, 2, 3, 4, 5, 6]);
		pass(1);
		for left in [vec![3, 4, 5, 6, 7], vec![5, 6, 7, 8], vec![6, 7, 8, 9], vec![6, 7, 8, 9, 10]]
		{
			pay(ALICE, BOB, 100);
			assert_eq!(all(), left);
			check_invariants();
		}
	});
}

#[test]
fn what_is_checked_stays_until_it_has_ended() {
	build_and_execute(|| {
		let payments = [0; 3].map(|_| pay(ALICE, BOB, SURE));
		pass(2 * SESSION);
		assert_ok!(point_out(payments[0]));
		assert_ok!(point_out(payments[1]));
		assert_ok!(settle(payments[1], &good()));
		pass(DRAW);
		pay(ALICE, BOB, 100);
		pay(ALICE, BOB, 100);
		assert_eq!(all(), [payments[0], 4, 5]);
		check_invariants();
		assert_ok!(settle(payments[0], &good()));
		assert_eq!(all(), [4, 5]);
	});
}

#[test]
fn idle_blocks_point_out_and_forget() {
	build_and_execute(|| {
		(0..6).for_each(|_| assert!(pay(ALICE, BOB, SURE) > 0));
		idle();
		assert_eq!(LastSwept::<Test>::get(), 0, "no lot is known");
		pass(2 * SESSION);
		idle();
		assert_eq!((SpotChecks::drawn(0), LastSwept::<Test>::get()), (vec![5, 6], 4));
		idle();
		assert_eq!((SpotChecks::drawn(0), LastSwept::<Test>::get()), (Vec::new(), 6));
		idle();
		assert_eq!(LastSwept::<Test>::get(), 6);
		for payment in 1..=6 {
			assert_ok!(settle(payment, &good()));
		}
		let small = pay(ALICE, BOB, 1);
		pass(DRAW);
		idle();
		idle();
		assert_eq!((all(), LastOver::<Test>::get()), (Vec::new(), small));
	});
}

#[test]
fn without_room_idle_blocks_do_nothing() {
	build_and_execute(|| {
		pay(ALICE, BOB, SURE);
		assert_eq!(SpotChecks::on_idle(now(), Weight::zero()), Weight::zero());
	});
}

#[test]
fn payments_that_nobody_looked_at_in_time_stop_nothing() {
	build_and_execute(|| {
		(0..9).for_each(|_| assert!(pay(ALICE, BOB, SURE) > 0));
		pass(DRAW);
		let late = pay(ALICE, BOB, SURE);
		pass(2 * SESSION);
		(0..3).for_each(|_| idle());
		assert_eq!(all(), [late]);
		assert!(SpotChecks::check(late).is_some());
	});
}
