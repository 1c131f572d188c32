//! How what was delivered is accepted, disputed, judged and paid.

use super::*;

/// The same call, made as a transaction would.
fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call).dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

#[test]
fn silence_accepts() {
	for order in [ordered as Ordering, common, own] {
		build_and_execute(|| {
			let delivery = delivered(order(), BOB);
			pass_blocks(WINDOW);
			assert_noop!(close(delivery), E::NotDue);
			hypothetically!({
				assert_ok!(dispute(ALICE, delivery));
			});
			pass_blocks(1u32);
			assert_noop!(dispute(ALICE, delivery), E::AcceptanceWindowPassed);
			hypothetically!({
				assert_ok!(accept(ALICE, delivery));
			});
			let closed = close(delivery).expect("it is due");
			assert_eq!(closed.pays_fee, Pays::No);
			assert_eq!(ends(), [(order().cause, delivery, Ended::Settled(Quality::WHOLE))]);
		});
	}
}

#[test]
fn a_dispute_is_settled_by_others() {
	build_and_execute(|| {
		let delivery = delivered(common(), BOB);
		events();
		assert_ok!(dispute(ALICE, delivery));
		let reason = note("it still squeaks");
		assert_eq!(events(), [Event::Disputed { delivery, by: ALICE, reason }]);
		let until = now() + TO_JUDGE;
		let disputed = Stage::Disputed { done: done(BOB), until, offered: None };
		assert_eq!(stage(delivery), Some(disputed));
		assert_eq!(Deliveries::disputed(delivery), Some([ALICE, BOB]));
		// THEN neither words nor a short silence accept it any more, and nobody settles it alone
		assert_noop!(accept(ALICE, delivery), E::AwaitsVerdict);
		assert_noop!(dispute(ALICE, delivery), E::AwaitsVerdict);
		assert_noop!(close(delivery), E::NotDue);
		for origin in [signed(ALICE), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Deliveries::settle(origin, delivery, quality(40)), BadOrigin);
		}
		// WHEN it is said how good it was
		assert_ok!(settle(delivery, 40));
		// THEN that much of it is his, and the rest is the pool's again
		let (quality, earned, returned) = (quality(40), 40, 60);
		let settled = Event::Settled { delivery, worker: BOB, quality, earned, returned };
		assert_eq!(events(), [settled]);
		assert_eq!((gains(), tied_up()), ([-40, 0, 40], [0, 0]));
		let stream = Stream::Commons;
		assert_eq!(works(), [Work { worker: BOB, minutes: 72, labor: 40, stream, payer: None }]);
	});
}

/// A quality, and what comes of 100 LABOR for 180 minutes: earned, counted, and contributed if a member pays.
const QUALITIES: [(u8, LaborBalance, Minutes, LaborBalance); 7] = [
	(0, 0, 0, 0),
	(1, 1, 1, 1),
	(33, 33, 59, 4),
	(40, 40, 72, 4),
	(50, 50, 90, 5),
	(99, 99, 178, 10),
	(100, 100, 180, 10),
];

#[test]
fn quality_scales_labor_and_minutes_alike_and_rounds_down() {
	for (percent, earned, counted, contribution) in QUALITIES {
		for (order, judged) in
			[(common as Ordering, false), (common, true), (own, false), (own, true)]
		{
			build_and_execute(|| {
				// WHEN it is settled by everybody, or judged by a case
				let member_pays = order().payer.is_member();
				let delivery = match judged {
					false => {
						let delivery = disputed(order(), BOB);
						assert_ok!(settle(delivery, percent));
						delivery
					},
					true => {
						with_judges();
						let delivery = delivered(order(), BOB);
						assert_ok!(judge(delivery, percent));
						delivery
					},
				};
				// THEN it is the same
				let (paid, cost) = (earned as i64, contribution as i64);
				let expected = match member_pays {
					false => [-paid, 0, paid],
					true => [cost, -paid, paid - cost],
				};
				assert_eq!((gains(), tied_up()), (expected, [0, 0]), "{percent} %, {judged}");
				let (labor, stream) = (earned, order().stream);
				let payer = member_pays.then_some(ALICE);
				let work = Work { worker: BOB, minutes: counted, labor, stream, payer };
				let heard = if earned > 0 { vec![work] } else { vec![] };
				assert_eq!(works(), heard, "{percent} %, {judged}");
				assert_eq!(ends()[0].1, delivery);
			});
		}
	}
}

fn judge(delivery: DeliveryId, percent: u8) -> DispatchResult {
	<Deliveries as SettleVerdict>::settle(Subject::Delivery(delivery), quality(percent))
}

#[test]
fn more_than_a_whole_is_no_quality() {
	for call in [5u8, 6, 9] {
		let encoded = |percent: u8| (1u8, call, 1u32, percent).encode();
		let read = |percent| RuntimeCall::decode(&mut &encoded(percent)[..]);
		assert!(read(101).is_err() && read(255).is_err());
		// The call at 5 is a dispute, which has a text there.
		assert_eq!(read(100).is_ok(), call != 5, "{call}");
	}
}

#[test]
fn with_enough_to_judge_it_is_a_case() {
	build_and_execute(|| {
		with_judges();
		// What is always reviewed is a case as soon as it is delivered.
		let reviewed = delivered(common(), BOB);
		assert_eq!(cases(), [(Subject::Delivery(reviewed), vec![ALICE, BOB])]);
		assert_eq!(stage(reviewed), Some(Stage::Reviewed { done: done(BOB) }));
		// What a member has ordered is one when it is disputed.
		let ordered = delivered(ordered(), BOB);
		assert!(cases().is_empty());
		assert_ok!(dispute(ALICE, ordered));
		assert_eq!(cases(), [(Subject::Delivery(ordered), vec![ALICE, BOB])]);
		// THEN nobody accepts or disputes it, however long it takes, nor does a motion settle it
		for delivery in [reviewed, ordered] {
			assert_noop!(accept(ALICE, delivery), E::AwaitsVerdict);
			assert_noop!(dispute(ALICE, delivery), E::AwaitsVerdict);
			assert_noop!(settle(delivery, 40), E::NotDisputed);
			assert_noop!(agree(BOB, delivery, 40), E::NotDisputed);
			assert_noop!(give_up(BOB, delivery), E::DeliveredAlready);
			assert_eq!(Deliveries::disputed(delivery), None);
		}
		pass_blocks(100 * LONGEST);
		assert_noop!(close(reviewed), E::NotDue);
		// WHEN it is judged
		assert_ok!(judge(reviewed, 80));
		assert_ok!(judge(ordered, 0));
		assert_eq!(gains(), [-80, 0, 80]);
		assert_noop!(judge(reviewed, 80), E::NoSuchDelivery);
	});
}

#[test]
fn a_verdict_settles_nothing_that_is_not_judged() {
	build_and_execute(|| {
		assert_noop!(judge(99, 80), E::NoSuchDelivery);
		let all = [
			open(common()),
			taken_on(ordered(), BOB),
			delivered(ordered(), BOB),
			disputed(ordered(), BOB),
		];
		for delivery in all {
			assert_noop!(judge(delivery, 80), E::NotDisputed);
		}
	});
}

#[test]
fn what_nobody_settles_in_time_counts_as_accepted() {
	for order in [ordered as Ordering, common, own] {
		build_and_execute(|| {
			let member_pays = order().payer.is_member();
			let delivery = disputed(order(), BOB);
			pass_blocks(TO_JUDGE);
			assert_noop!(close(delivery), E::NotDue);
			pass_blocks(1u32);
			// Until somebody closes it, it is settled by whatever quality.
			hypothetically!({
				assert_ok!(settle(delivery, 0));
			});
			assert_ok!(close(delivery));
			let expected = if member_pays { [10, -100, 90] } else { [-100, 0, 100] };
			assert_eq!(gains(), expected);
		});
	}
}

#[test]
fn what_fails_to_be_paid_leaves_no_trace() {
	build_and_execute(|| {
		// GIVEN work whose LABOR has got lost by some fault elsewhere
		let delivery = disputed(own(), BOB);
		let kept = remembered::Held::take(ALICE);
		let call = Call::settle { delivery, quality: quality(40) };
		assert_noop!(dispatch(signed(JUDGE), call), NOT_TIED_UP);
		assert!(matches!(stage(delivery), Some(Stage::Disputed { .. })));
		remembered::Held::insert(ALICE, kept);
	});
}

#[test]
fn where_the_orderer_works_others_object_and_silence_accepts() {
	build_and_execute(|| {
		let delivery = open(common());
		assert_ok!(apply(ALICE, delivery));
		assert_ok!(assign(CHARLIE, delivery, ALICE));
		assert_ok!(deliver(ALICE, delivery, 180));
		for who in [ALICE, DAVE, STRANGER] {
			assert_noop!(accept(who, delivery), E::NotYours);
		}
		for who in [ALICE, STRANGER] {
			assert_noop!(dispute(who, delivery), E::NotYours);
		}
		hypothetically!({
			assert_ok!(dispute(DAVE, delivery));
		});
		pass_blocks(WINDOW + 1);
		assert_ok!(close(delivery));
		assert_eq!(wallet(ALICE), WALLET + 100);
	});
}
