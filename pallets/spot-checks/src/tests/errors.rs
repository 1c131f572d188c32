// SPDX-License-Identifier: Apache-2.0

//! Every error of every call, and that it changes nothing.

use super::*;

/// A payment on which the lot does not fall.
fn not_drawn() -> PaymentId {
	let payment = pay(ALICE, BOB, 1);
	let lot = FakeLots::of(SpotChecks::payment(payment).expect("it is paid").session);
	let chance = chance::Chance::new(Percent::from_percent(5), 1, 1);
	if chance.draws(&lot, payment) {
		not_drawn()
	} else {
		payment
	}
}

#[test]
fn pointing_out() {
	build_and_execute(|| {
		assert_noop!(point_out(1), E::NoSuchPayment);
		let (payment, other) = (pay(ALICE, BOB, SURE), not_drawn());
		let late = pay(ALICE, BOB, SURE);
		assert_noop!(point_out(payment), E::NotKnownYet);
		pass(2 * SESSION - 2);
		assert_noop!(point_out(payment), E::NotKnownYet);
		pass(1);
		assert_noop!(SpotChecks::point_out(RuntimeOrigin::none(), payment), BadOrigin);
		assert_noop!(point_out(other), E::NotDrawn);
		assert_ok!(point_out(payment));
		assert_noop!(point_out(payment), E::AlreadyPointedOut);
		System::set_block_number(DRAW);
		assert_eq!(SpotChecks::drawn(0), [late]);
		pass(1);
		assert_noop!(point_out(late), E::TimePassed);
		assert!(SpotChecks::drawn(0).is_empty());
	});
}

#[test]
fn handing_in() {
	build_and_execute(|| {
		assert_noop!(hand_in(BOB, 1), E::NoSuchPayment);
		let payment = pay(ALICE, BOB, SURE);
		assert_noop!(hand_in(BOB, payment), E::NotPointedOut);
		assert_noop!(hand_in(CHARLIE, payment), E::NotYourPayment);
		pass(2 * SESSION);
		assert_ok!(point_out(payment));
		assert_noop!(hand_in(CHARLIE, payment), E::NotYourPayment);
		let blank = |text| SpotChecks::hand_in(signed(BOB), payment, note(text));
		for text in ["", " \n "] {
			assert_noop!(blank(text), E::EvidenceMissing);
		}
		let nobody = SpotChecks::hand_in(RuntimeOrigin::none(), payment, note("It is done"));
		assert_noop!(nobody, BadOrigin);
		System::set_block_number(1 + DRAW + EVIDENCE - 1);
		assert_ok!(hand_in(BOB, payment));
		pass(1);
		assert_noop!(hand_in(ALICE, payment), E::TimePassed);
	});
}

#[test]
fn finding_and_clearing() {
	build_and_execute(|| {
		assert_noop!(find(1), E::NoSuchPayment);
		assert_noop!(clear(1), E::NoSuchPayment);
		let payment = pay(ALICE, BOB, SURE);
		for _ in 0..2 {
			assert_noop!(find(payment), E::NotPublished);
			assert_noop!(clear(payment), E::NotPublished);
			pass(2 * SESSION);
			let _ = point_out(payment);
		}
		assert_ok!(unjudged(payment));
		for who in [ALICE, BOB, STRANGER] {
			assert_noop!(SpotChecks::find(signed(who), payment), BadOrigin);
		}
		assert_noop!(SpotChecks::clear(RuntimeOrigin::none(), payment), BadOrigin);
		pass(JUDGE);
		assert_noop!(clear(payment), E::NotDue);
		pass(1);
		assert_noop!(find(payment), E::TimePassed);
	});
}

#[test]
fn verdicts_on_what_nobody_judges() {
	build_and_execute(|| {
		let all = |payment, error: DispatchError| {
			assert_noop!(on_verdict(payment, &bad()), error);
			assert_noop!(settle(payment, &bad()), error);
			assert_noop!(unjudged(payment), error);
		};
		all(1, E::NoSuchPayment.into());
		let payment = pay(ALICE, BOB, SURE);
		all(payment, E::NotJudged.into());
		pass(2 * SESSION);
		FakeCases::set_enough(false);
		assert_ok!(point_out(payment));
		all(payment, E::NotJudged.into());
		for subject in [Subject::Delivery(payment), Subject::Submission(payment, 0)] {
			assert_noop!(SpotChecks::on_verdict(subject, &bad()), E::NotJudged);
			assert_noop!(SpotChecks::settle(subject, &bad(), &[]), E::NotJudged);
			assert_noop!(SpotChecks::unjudged(subject), E::NotJudged);
		}
	});
}
