// SPDX-License-Identifier: Apache-2.0

//! What was delivered and is disputed or judged.

use super::*;

#[test]
fn a_dispute_is_settled_by_whom_the_artel_lets() {
	build_and_execute(|| {
		// GIVEN Alice disputes what Bob has delivered
		let delivery = delivered(common(), BOB);
		events();
		assert_ok!(dispute(ALICE, delivery));
		let reason = note("it still squeaks");
		assert_eq!(events(), [Event::Disputed { delivery, by: ALICE, reason }]);
		assert_eq!(last_block(delivery), now() + TO_JUDGE);
		// WHEN it is said how good it was
		assert_ok!(settle(delivery, 40));
		// THEN that much of it is his, and the rest is the pool's again
		let quality = quality(40);
		assert_eq!(
			events(),
			[Event::Settled { delivery, worker: BOB, quality, earned: 40, returned: 60 }]
		);
		assert_eq!((gains(), tied_up(), end()), ([-40, 0, 40], [0, 0], paid(40)));
		let stream = Stream::Commons;
		assert_eq!(works(), [Work { worker: BOB, minutes: 72, labor: 40, stream, payer: None }]);
		assert_noop!(settle(delivery, 40), E::NoSuchDelivery);
	});
}

/// The LABOR earned, the minutes counted, and the contribution if a member pays.
type Gain = (LaborBalance, Minutes, LaborBalance);

/// A quality, and what comes of it after 180 and after 100 minutes.
const QUALITIES: [(u8, [Gain; 2]); 7] = [
	(0, [(0, 0, 0), (0, 0, 0)]),
	(1, [(1, 1, 1), (0, 1, 0)]),
	(33, [(33, 59, 4), (18, 33, 2)]),
	(40, [(40, 72, 4), (22, 40, 3)]),
	(50, [(50, 90, 5), (27, 50, 3)]),
	(99, [(99, 178, 10), (54, 99, 6)]),
	(100, [(100, 180, 10), (55, 100, 6)]),
];

#[test]
fn quality_scales_labor_and_minutes_alike_and_rounds_down() {
	for (percent, results) in QUALITIES {
		for ((minutes, price), (earned, counted, contribution)) in
			[(180, 100), (100, 55)].into_iter().zip(results)
		{
			for (order, judged) in
				kinds().into_iter().flat_map(|one| [(one.clone(), false), (one, true)])
			{
				let case = format!("{percent} % of {minutes}, {:?}, judged {judged}", order.payer);
				build_and_execute(|| {
					let order = Order { minutes, price, ..order };
					let (stream, paying) = (order.stream, order.payer.is_member());
					// WHEN it is settled by a motion, or judged by a case
					let at = if judged { At::Reviewed } else { At::Disputed };
					let delivery = come_to(at, order);
					events();
					assert_ok!(if judged {
						judge(delivery, percent)
					} else {
						settle(delivery, percent)
					});
					// THEN it is the same
					let (paid_for, cost) = (earned as i64, contribution as i64);
					let gained = match paying {
						false => [-paid_for, 0, paid_for],
						true => [cost, -paid_for, paid_for - cost],
					};
					assert_eq!(
						(gains(), tied_up(), end()),
						(gained, [0, 0], paid(percent)),
						"{case}"
					);
					let (quality, returned) = (quality(percent), price - earned);
					let told = Event::Settled { delivery, worker: BOB, quality, earned, returned };
					assert_eq!(events(), [told], "{case}");
					let payer = paying.then_some(ALICE);
					let work = Work { worker: BOB, minutes: counted, labor: earned, stream, payer };
					let expected = if earned > 0 { vec![work] } else { vec![] };
					assert_eq!(works(), expected, "{case}");
				});
			}
		}
	}
}

#[test]
fn quality_is_of_what_was_delivered() {
	build_and_execute(|| {
		let delivery = taken_on(Order { minutes: 360, price: 160, ..ordered() }, BOB);
		assert_ok!(deliver(BOB, delivery, 180));
		assert_ok!(dispute(ALICE, delivery));
		assert_ok!(settle(delivery, 50));
		let [work] = &works()[..] else { panic!("it counts once") };
		assert_eq!((work.minutes, work.labor), (90, 40));
		assert_eq!(gains(), [4, -40, 36]);
	});
}

#[test]
fn with_enough_to_judge_a_reviewed_delivery_is_a_case() {
	for order in kinds().into_iter().filter(|order| order.reviewed) {
		build_and_execute(|| {
			with_judges();
			let paying = order.payer.is_member();
			let delivery = delivered(order, BOB);
			// THEN a case knows who must not judge it
			assert_eq!(cases(), [(Subject::Delivery(delivery), vec![ALICE, BOB])]);
			assert!(matches!(stage(delivery), Some(Stage::Reviewed { .. })));
			// AND nobody ends it otherwise, however long it takes
			assert_noop!(accept(ALICE, delivery), E::AlreadyDisputed);
			assert_noop!(dispute(ALICE, delivery), E::AlreadyDisputed);
			assert_noop!(settle(delivery, 40), E::NotDisputed);
			if !paying {
				assert_noop!(agree(ALICE, delivery, 40), E::NotPaidByMember);
			}
			pass_blocks(100_000u64);
			assert_noop!(close(delivery), E::NotDue);
			// WHEN it is judged
			assert_ok!(judge(delivery, 80));
			assert_eq!(end(), paid(80));
			assert_noop!(judge(delivery, 80), E::NoSuchDelivery);
		});
	}
}

#[test]
fn what_is_not_always_judged_is_judged_when_it_is_disputed() {
	build_and_execute(|| {
		with_judges();
		let delivery = delivered(ordered(), BOB);
		assert!(cases().is_empty());
		assert_ok!(dispute(ALICE, delivery));
		assert_eq!(cases(), [(Subject::Delivery(delivery), vec![ALICE, BOB])]);
		assert!(matches!(stage(delivery), Some(Stage::Reviewed { .. })));
		assert_ok!(judge(delivery, 30));
		assert_eq!(end(), paid(30));
	});
	build_and_execute(|| {
		// With too few to judge it, the orderer accepts what would always be judged, or disputes it; if there
		// are enough by then, it is a case.
		let (first, second) = (delivered(own(), BOB), delivered(own(), BOB));
		assert_ok!(accept(ALICE, first));
		with_judges();
		assert_ok!(dispute(ALICE, second));
		assert!(matches!(stage(second), Some(Stage::Reviewed { .. })));
	});
}

#[test]
fn a_verdict_settles_nothing_that_is_not_judged() {
	for order in kinds() {
		for at in STAGES {
			build_and_execute(|| {
				let delivery = come_to(at, order.clone());
				let (by_case, by_motion) = match at {
					At::Nowhere => (Some(E::NoSuchDelivery), Some(E::NoSuchDelivery)),
					At::Reviewed => (None, Some(E::NotDisputed)),
					At::Disputed => (Some(E::NotDisputed), None),
					_ => (Some(E::NotDisputed), Some(E::NotDisputed)),
				};
				match by_case {
					Some(error) => {
						assert_noop!(judge(delivery, 80), error);
					},
					None => hypothetically!({
						assert_ok!(judge(delivery, 80));
					}),
				}
				match by_motion {
					Some(error) => {
						assert_noop!(settle(delivery, 80), error);
					},
					None => {
						assert_ok!(settle(delivery, 80));
					},
				}
			});
		}
	}
}

#[test]
fn what_nobody_decides_in_time_counts_as_accepted() {
	for order in kinds() {
		build_and_execute(|| {
			let gained = if order.payer.is_member() { [10, -100, 90] } else { [-100, 0, 100] };
			let delivery = disputed(order, BOB);
			let until = now() + TO_JUDGE;
			go_to(until);
			assert_noop!(close(delivery), E::NotDue);
			// In its last block it is settled by whatever quality, and afterwards until somebody closes it.
			hypothetically!({
				assert_ok!(settle(delivery, 0));
			});
			go_to(until + 1);
			hypothetically!({
				assert_ok!(settle(delivery, 0));
			});
			assert_eq!(close(delivery), Ok(Pays::No.into()));
			assert_eq!((gains(), end()), (gained, paid(100)));
		});
	}
}

#[test]
fn only_what_is_disputed_has_two_sides() {
	for order in kinds() {
		for at in STAGES {
			build_and_execute(|| {
				let delivery = come_to(at, order.clone());
				let sides = (at == At::Disputed).then_some([ALICE, BOB]);
				assert_eq!(Deliveries::disputed(delivery), sides, "{at:?}");
			});
		}
	}
}

#[test]
fn what_fails_to_be_paid_leaves_no_trace() {
	build_and_execute(|| {
		// GIVEN work whose LABOR has got lost by some fault elsewhere
		let delivery = disputed(own(), BOB);
		let kept = remembered::Held::get(ALICE);
		for less in [0, 40] {
			remembered::Held::insert(ALICE, less);
			assert_noop!(settle(delivery, 40), NOT_TIED_UP);
		}
		assert!(matches!(stage(delivery), Some(Stage::Disputed { .. })));
		// THEN an idle block passes it over
		go_to(last_block(delivery) + 1);
		assert_noop!(close(delivery), NOT_TIED_UP);
		let before = Deliveries::delivery(delivery);
		idle(Weight::MAX);
		assert_eq!(Deliveries::delivery(delivery), before);
		remembered::Held::insert(ALICE, kept);
		assert_ok!(close(delivery));
	});
}
