// SPDX-License-Identifier: Apache-2.0

//! What is broken is found: the checks can fail.

use super::*;

/// What the checks say when this was done behind the pallet's back.
fn said(breaks: impl FnOnce()) -> String {
	let mut said = String::new();
	new_test_ext().execute_with(|| {
		let payment = pointed_out(SURE);
		assert_ok!(hand_in(BOB, payment));
		assert_ok!(on_verdict(payment, &bad()));
		check_invariants();
		breaks();
		said = format!("{:?}", SpotChecks::do_try_state().expect_err("it is broken"));
	});
	said
}

#[test]
fn what_is_broken_is_found_out() {
	let payment = |breaks: fn(&mut PaymentOf<Test>)| Payments::<Test>::mutate_extant(1, breaks);
	let check = |breaks: fn(&mut SpotCheckOf<Test>)| Checks::<Test>::mutate_extant(1, breaks);
	for (breaks, told) in [
		(&(|| LastOver::<Test>::put(2)) as &dyn Fn(), "over that was never paid"),
		(&|| LastSwept::<Test>::put(2), "looked at"),
		(&|| LastPayment::<Test>::put(0), "never given"),
		(&|| payment(|found| found.paid = 99), "order"),
		(&|| payment(|found| found.session = 99), "session to come"),
		(&|| payment(|found| found.payer = BOB), "themself"),
		(&|| payment(|found| found.labor = 0), "never drawn"),
		(&|| payment(|found| found.steps = 0), "never drawn"),
		(
			&|| {
				LastOver::<Test>::put(1);
				Checks::<Test>::remove(1);
			},
			"not forgotten",
		),
		(&|| Payments::<Test>::remove(1), "no payment"),
		(&|| check(|check| check.of_worker = Some(note(" "))), "blank"),
		(&|| check(|check| check.evidence_until += 1), "too late"),
		(&|| check(|check| check.stage = Stage::Published { until: 9 }), "without a verdict"),
		(&|| Findings::<Test>::insert(CHARLIE, Record::default()), "no finding"),
		(&|| Findings::<Test>::mutate(BOB, |record| record.0[0].payment = 7), "no payment"),
		(&|| Findings::<Test>::mutate(BOB, |record| record.0[0].epoch = 11), "epoch to come"),
		(&|| Findings::<Test>::mutate(BOB, |record| record.note(record.0[0])), "found twice"),
	] {
		let found = said(breaks);
		assert!(found.contains(told), "{found} but not {told}");
	}
}

#[test]
fn a_check_of_what_was_not_drawn_is_found_out() {
	new_test_ext().execute_with(|| {
		let payment = pointed_out(SURE);
		let told = (1..400).find(|session: &SessionIndex| {
			let chance = chance::Chance::new(Percent::from_percent(5), 1, 1);
			!chance.draws(&FakeLots::of(*session), payment)
		});
		pass(400 * SESSION * 2);
		Payments::<Test>::mutate_extant(payment, |found| {
			(found.labor, found.session) = (1, told.expect("it is seldom drawn"));
		});
		assert!(format!("{:?}", SpotChecks::do_try_state()).contains("did not fall"));
	});
}
