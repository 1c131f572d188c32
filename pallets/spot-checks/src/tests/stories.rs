// SPDX-License-Identifier: Apache-2.0

//! A payment from its lot to what is decided on it.

use super::*;

#[test]
fn a_payment_is_remembered_as_it_was_paid() {
	build_and_execute(|| {
		earned(BOB, 2_999);
		let payment = pay(ALICE, BOB, SURE);
		let noted = Payment {
			worker: BOB,
			payer: ALICE,
			labor: SURE,
			minutes: 3_600,
			steps: 3,
			rate: Percent::from_percent(5),
			session: 0,
			paid: 1,
		};
		assert_eq!(SpotChecks::payment(payment), Some(noted.clone()));
		// No later figure draws it, or does not.
		let figures = Figures { chance: Percent::zero(), step: 100, ..Figures::DEFAULT };
		assert_ok!(SpotChecks::govern(figures));
		assert_eq!(SpotChecks::payment(payment), Some(noted.clone()));
		assert_eq!(pay(ALICE, BOB, SURE), payment, "where nothing is drawn, nothing is remembered");
		assert_eq!(SpotChecks::payments_of(&BOB, 0), [(payment, noted.clone())]);
		assert_eq!(SpotChecks::payments_of(&ALICE, payment), [(payment, noted)]);
		assert_eq!(SpotChecks::payments_of(&ALICE, payment + 1), []);
		assert_eq!(SpotChecks::payments_of(&CHARLIE, 0), []);
	});
}

#[test]
fn what_the_commons_pay_is_no_payment_to_check() {
	build_and_execute(|| {
		let work = |payer, labor| Work {
			worker: BOB,
			minutes: 180,
			labor,
			stream: artel_primitives::work::Stream::Commons,
			payer,
		};
		for (work, last) in [
			(work(None, SURE), 0),
			(work(Some(BOB), SURE), 0),
			(work(Some(ALICE), 0), 0),
			(work(Some(ALICE), 1), 1),
		] {
			SpotChecks::on_work_paid(&work, work.labor);
			assert_eq!(LastPayment::<Test>::get(), last);
		}
		// Somebody who has left since they worked is drawn like others.
		SpotChecks::on_late_work_paid(&work(Some(ALICE), 100), 2);
		assert_eq!(LastPayment::<Test>::get(), 2);
	});
}

#[test]
fn a_finding_takes_love_of_both_sides() {
	build_and_execute(|| {
		let payment = pay(ALICE, BOB, SURE);
		pass(2 * SESSION);
		assert_eq!(SpotChecks::drawn(0), [payment]);
		System::reset_events();
		assert_ok!(point_out(payment));
		assert!(SpotChecks::drawn(0).is_empty());
		assert_eq!(
			events(),
			[Event::PointedOut {
				payment,
				worker: BOB,
				payer: ALICE,
				case: Some(1),
				evidence_until: 1 + DRAW + EVIDENCE,
			}]
		);
		let check = Some(Check { session: 0, paid: 1 });
		let opened = (Subject::Payment(payment), ALICE, BOB, Source::Reviews, true, check);
		assert_eq!(FakeCases::opened(), [opened]);

		for who in [ALICE, BOB] {
			assert_ok!(hand_in(who, payment));
			let evidence = note("Look at the door");
			assert_eq!(events(), [Event::HandedIn { payment, who, evidence }]);
		}
		assert_ok!(SpotChecks::hand_in(signed(BOB), payment, note("Or at the roof")));
		let check = SpotChecks::check(payment).expect("it is checked");
		let told = [Side::Worker, Side::Orderer].map(|side| check.evidence(side).cloned());
		assert_eq!(told, [Some(note("Or at the roof")), Some(note("Look at the door"))]);
		assert_eq!(SpotChecks::checks(0), [(payment, check)]);

		System::reset_events();
		assert_ok!(on_verdict(payment, &bad()));
		assert_eq!(events(), [fined(payment, 3_000, 1_000)]);
		assert_eq!(changes(), [-3_000, -1_000]);
		assert_ok!(settle(payment, &bad()));
		assert_eq!(events(), [found(payment)]);
		assert_eq!(changes(), [-3_000, -1_000], "it is taken once");
		assert!(is_gone(payment));
		assert_eq!(SpotChecks::findings_of(&BOB), [Finding { payment, epoch: 10 }]);
		assert_eq!([BOB, ALICE, CHARLIE].map(|who| SpotChecks::times(&who)), [2, 2, 1]);
	});
}

#[test]
fn what_is_good_is_cleared() {
	build_and_execute(|| {
		let payment = pointed_out(SURE);
		System::reset_events();
		assert_ok!(on_verdict(payment, &good()));
		assert_eq!(events(), []);
		assert_ok!(settle(payment, &good()));
		assert_eq!(events(), [cleared(payment)]);
		assert!(is_gone(payment) && changes() == [0, 0]);
		assert_eq!(SpotChecks::findings_of(&BOB), []);
	});
}

#[test]
fn an_appeal_lifts_a_finding_with_all_that_follows_from_it() {
	build_and_execute(|| {
		let payment = pointed_out(SURE);
		assert_ok!(on_verdict(payment, &bad()));
		System::reset_events();
		assert_ok!(settle(payment, &good()));
		assert_eq!(events(), [lifted(payment), cleared(payment)]);
		assert!(is_gone(payment) && changes() == [0, 0]);
		assert_eq!([BOB, ALICE].map(|who| SpotChecks::times(&who)), [1, 1]);
		assert_eq!(Findings::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn an_appeal_finds_what_was_not_found_before() {
	build_and_execute(|| {
		let payment = pointed_out(SURE);
		assert_ok!(on_verdict(payment, &good()));
		System::reset_events();
		assert_ok!(settle(payment, &bad()));
		assert_eq!(events(), [fined(payment, 3_000, 1_000), found(payment)]);
		assert_eq!(changes(), [-3_000, -1_000]);
	});
}

#[test]
fn a_verdict_can_be_final_at_once() {
	build_and_execute(|| {
		let payment = pointed_out(SURE);
		assert_ok!(settle(payment, &bad()));
		assert_eq!(changes(), [-3_000, -1_000]);
	});
}

#[test]
fn a_seat_that_does_not_reveal_saves_nobody() {
	build_and_execute(|| {
		for (scores, changed) in [(&[0, 0][..], -3_000), (&[0], -3_000), (&[0, 30], -3_000)] {
			// Two of three seats are more than half, and one is not.
			let payment = pointed_out(SURE);
			assert_ok!(settle(payment, &verdict(scores)));
			assert_eq!(changes()[0], changed, "{scores:?}");
		}
	});
}

#[test]
fn fines_grow_with_what_was_paid() {
	for (labor, before, fines) in [
		(SURE, 0, [-3_000, -1_000]),
		(12_000, 0, [-18_000, -6_000]),
		(2_000, 1_000, [-6_000, -2_000]),
		(2_000, 5_000, [-18_000, -6_000]),
	] {
		build_and_execute(|| {
			earned(BOB, before);
			let payment = pointed_out(labor);
			assert_ok!(settle(payment, &bad()));
			assert_eq!(changes(), fines, "{labor} after {before}");
			let (_, debt) = love(BOB);
			assert_eq!(i128::from(debt), (-fines[0] - i128::from(LOVED)).max(0));
		});
	}
}

#[test]
fn findings_cost_more_and_more() {
	build_and_execute(|| {
		let mut costs = vec![];
		for epoch in [10, 20, 30, 40, 66, 93] {
			FakeEpochs::set(epoch);
			let (payment, before) = (pointed_out(SURE), worth(BOB));
			assert_ok!(settle(payment, &bad()));
			costs.push(before - worth(BOB));
		}
		assert_eq!(costs, [3_000, 6_000, 9_000, 9_000, 9_000, 3_000]);
		assert_eq!(changes()[1], -13_000, "and so for the one who pays");
	});
}

#[test]
fn one_side_s_findings_are_not_the_other_s() {
	build_and_execute(|| {
		assert_ok!(settle(pointed_out(SURE), &bad()));
		let payment = pay(CHARLIE, BOB, SURE);
		pass(2 * SESSION);
		assert_ok!(point_out(payment));
		assert_ok!(settle(payment, &bad()));
		assert_eq!([BOB, CHARLIE].map(|who| i128::from(LOVED) - worth(who)), [9_000, 1_000]);
	});
}

#[test]
fn of_two_findings_either_can_be_lifted() {
	build_and_execute(|| {
		let (one, other) = (pay(ALICE, BOB, SURE), pay(ALICE, BOB, SURE));
		pass(2 * SESSION);
		for payment in [one, other] {
			assert_ok!(point_out(payment));
			assert_ok!(on_verdict(payment, &bad()));
		}
		assert_eq!(changes(), [-9_000, -3_000]);
		// The first brings back what it took; what the second took is not counted anew.
		assert_ok!(settle(one, &good()));
		assert_eq!(changes(), [-6_000, -2_000]);
		assert_eq!(SpotChecks::findings_of(&BOB), [Finding { payment: other, epoch: 10 }]);
		assert_ok!(settle(other, &good()));
		assert_eq!((changes(), SpotChecks::times(&BOB)), ([0, 0], 1));
	});
}

#[test]
fn a_figure_that_changes_under_way_changes_no_verdict() {
	build_and_execute(|| {
		let payment = pointed_out(SURE);
		assert_ok!(on_verdict(payment, &bad()));
		let (floor, fine_worker) = (Percent::from_percent(10), 1);
		assert_ok!(SpotChecks::govern(Figures { floor, fine_worker, ..Figures::DEFAULT }));
		assert_ok!(settle(payment, &verdict(&[29, 29, 29])));
		assert_eq!(changes(), [-3_000, -1_000]);
	});
}

#[test]
fn those_who_were_right_in_an_appeal_are_paid_back() {
	build_and_execute(|| {
		let owed = |to, amount| Owed { by: Side::Orderer, to, amount };
		let subject = |payment| Subject::Payment(payment);
		let payment = pointed_out(SURE);
		let before = FakeLabor::pool();
		// What cannot be paid keeps nothing from its end, and nothing stays on hold.
		let all = [
			owed(Source::Held(BOB), 40),
			owed(Source::Reviews, 7),
			owed(Source::Held(ALICE), 0),
			owed(Source::Held(ALICE), before),
			owed(Source::Former(9), 5),
		];
		assert_ok!(SpotChecks::settle(subject(payment), &good(), &all));
		assert_eq!((FakeLabor::wallet(BOB), FakeLabor::wallet(ALICE)), (40, 0));
		assert_eq!(FakeLabor::pool(), before - 40);
		assert!(is_gone(payment));
	});
}
