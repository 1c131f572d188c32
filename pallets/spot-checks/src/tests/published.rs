// SPDX-License-Identifier: Apache-2.0

//! What the artel decides, where there are not enough who judge.

use super::*;

/// Alice has paid Bob, and there are not enough who judge it.
fn published() -> PaymentId {
	FakeCases::set_enough(false);
	let payment = pay(ALICE, BOB, SURE);
	pass(2 * SESSION);
	System::reset_events();
	assert_ok!(point_out(payment));
	payment
}

#[test]
fn fewer_than_three_leave_it_to_the_artel() {
	build_and_execute(|| {
		let payment = published();
		let until = now() + JUDGE;
		assert_eq!(
			events(),
			[
				Event::PointedOut {
					payment,
					worker: BOB,
					payer: ALICE,
					case: None,
					evidence_until: 1 + DRAW + EVIDENCE,
				},
				Event::Published { payment, worker: BOB, payer: ALICE, until },
			]
		);
		assert_eq!(SpotChecks::parties_of_published(payment), Some([BOB, ALICE]));
		// It reads what they have to say as long as it can decide.
		pass(JUDGE);
		assert_ok!(hand_in(BOB, payment));
		System::reset_events();
		assert_ok!(find(payment));
		assert_eq!(events(), [fined(payment, 3_000, 1_000), found(payment)]);
		assert!(is_gone(payment) && changes() == [-3_000, -1_000]);
		assert_eq!(SpotChecks::parties_of_published(payment), None);
		assert_eq!(SpotChecks::times(&BOB), 2);
	});
}

#[test]
fn silence_clears() {
	build_and_execute(|| {
		let payment = published();
		pass(JUDGE + 1);
		System::reset_events();
		assert_ok!(clear(payment));
		assert_eq!(events(), [cleared(payment)]);
		assert!(is_gone(payment) && changes() == [0, 0]);
	});
}

#[test]
fn without_a_fee_nobody_judges_either() {
	build_and_execute(|| {
		FakeLabor::set_pool(FEE - 1);
		let payment = pointed_out(SURE);
		assert!(SpotChecks::parties_of_published(payment).is_some());
		assert_eq!(FakeLabor::pool(), FEE - 1);
	});
}

#[test]
fn what_could_not_be_judged_is_published() {
	build_and_execute(|| {
		let payment = pointed_out(SURE);
		assert_eq!(SpotChecks::parties_of_published(payment), None);
		assert_ok!(hand_in(BOB, payment));
		System::reset_events();
		pass(7);
		assert_ok!(unjudged(payment));
		let until = now() + JUDGE;
		assert_eq!(events(), [Event::Published { payment, worker: BOB, payer: ALICE, until }]);
		let check = SpotChecks::check(payment).expect("it is checked");
		assert!(check.of_worker.is_some(), "evidence stays");
		assert_ok!(find(payment));
	});
}

#[test]
fn an_appeal_that_nobody_judges_changes_nothing() {
	for (said, event, changed) in [
		(bad(), found as fn(PaymentId) -> Event<Test>, [-3_000, -1_000]),
		(good(), cleared, [0, 0]),
	] {
		build_and_execute(|| {
			let payment = pointed_out(SURE);
			assert_ok!(on_verdict(payment, &said));
			System::reset_events();
			assert_ok!(unjudged(payment));
			assert_eq!(events(), [event(payment)]);
			assert!(is_gone(payment) && changes() == changed);
		});
	}
}
