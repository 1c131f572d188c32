// SPDX-License-Identifier: Apache-2.0

//! What two might try who pay each other for nothing.

use super::*;
use chance::Chance;

/// What both lose together over a run of payments in one epoch, each of so much, if all that is drawn is found. The
/// worker earns as much LOVE as they are paid.
fn lose(parts: &[LaborBalance], seed: u64) -> i128 {
	let mut lost = 0;
	new_test_ext().execute_with(|| {
		pass(seed * SESSION);
		// Findings are not to cost more: it is about the lot alone.
		assert_ok!(SpotChecks::govern(Figures { memory: 0, ..Figures::DEFAULT }));
		for part in parts {
			pay(ALICE, BOB, *part);
			earned(BOB, *part);
		}
		pass(2 * SESSION);
		for payment in SpotChecks::drawn(0) {
			assert_ok!(point_out(payment));
			assert_ok!(settle(payment, &bad()));
			Findings::<Test>::remove(ALICE);
			Findings::<Test>::remove(BOB);
		}
		lost = -changes().iter().sum::<i128>();
		check_invariants();
	});
	lost
}

#[test]
fn splitting_and_bursts_lose_no_less_than_one_payment() {
	let mean = |parts: &[LaborBalance]| (0..150).map(|seed| lose(parts, seed)).sum::<i128>() / 150;
	// c is 1/2, and both lose 40 LOVE: 20 are to be expected.
	let whole = mean(&[1_000]);
	assert!((1_500..2_500).contains(&whole), "{whole}");
	let halves = mean(&[500, 500]);
	assert!((1_500..2_500).contains(&halves), "{halves}");
	// A burst of ten times as much climbs steps, and loses more than ten times as much.
	let burst = mean(&[1_000; 10]);
	assert!(burst > 10 * whole * 3, "{burst}, {whole}");
	// Joined it is drawn always, and costs c times as much.
	assert_eq!(mean(&[10_000]), 20_000);
}

#[test]
fn a_wash_between_two_is_found_in_turn() {
	build_and_execute(|| {
		// They pay each other to and fro: each finding is remembered of both, whichever side they were.
		let mut costs = vec![];
		for (payer, worker) in [(ALICE, BOB), (BOB, ALICE), (ALICE, BOB)] {
			let before = worth(ALICE) + worth(BOB);
			let payment = pay(payer, worker, SURE);
			pass(2 * SESSION);
			assert_ok!(point_out(payment));
			assert_ok!(settle(payment, &bad()));
			costs.push(before - worth(ALICE) - worth(BOB));
		}
		assert_eq!(costs, [4_000, 8_000, 12_000]);
	});
}

#[test]
fn nobody_knows_at_the_payment_whether_it_is_drawn() {
	build_and_execute(|| {
		let payment = pay(ALICE, BOB, SURE);
		let session = SpotChecks::payment(payment).expect("it is paid").session;
		assert_eq!(FakeLots::lot(session), None);
		assert!(SpotChecks::drawn(0).is_empty());
		idle();
		assert_eq!(SpotChecks::checks(0), []);
	});
}

#[test]
fn what_both_sides_let_pass_is_pointed_out_by_anybody() {
	build_and_execute(|| {
		let labor = 400;
		let payments: Vec<_> = (0..60).map(|_| pay(ALICE, BOB, labor)).collect();
		pass(2 * SESSION);
		let chance = Chance::new(Percent::from_percent(5), labor, 1);
		let falls = |payment: &PaymentId| chance.draws(&FakeLots::of(0), *payment);
		let expected: Vec<_> = payments.into_iter().filter(falls).collect();
		assert_eq!(SpotChecks::drawn(0), expected);
		assert_eq!(SpotChecks::drawn(expected[1]), expected[1..]);
		(0..20).for_each(|_| idle());
		let checked: Vec<_> = SpotChecks::checks(0).into_iter().map(|(number, _)| number).collect();
		assert_eq!(checked, expected);
	});
}

#[test]
fn it_cannot_be_pointed_out_twice_by_letting_it_end() {
	build_and_execute(|| {
		let payment = pointed_out(SURE);
		assert_ok!(settle(payment, &good()));
		assert_noop!(point_out(payment), E::NoSuchPayment);
		assert!(SpotChecks::drawn(0).is_empty());
	});
}

#[test]
fn a_payment_with_nothing_for_the_commons_is_drawn_alike() {
	build_and_execute(|| {
		let (minutes, stream) = (3_600, artel_primitives::work::Stream::Care);
		let work = Work { worker: BOB, minutes, labor: SURE, stream, payer: Some(ALICE) };
		SpotChecks::on_work_paid(&work, SURE);
		SpotChecks::on_work_paid(&work, SURE - 200);
		pass(2 * SESSION);
		assert_eq!(SpotChecks::drawn(0), [1, 2]);
	});
}
