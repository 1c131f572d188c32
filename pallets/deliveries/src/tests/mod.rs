//! Tests of the pallet alone.

mod agreeing;
mod applicants;
mod broken;
mod closing;
mod ending;
mod leaving;
mod others;
mod refusals;

use crate::{
	mock::{Deliveries, *},
	*,
};
use artel_primitives::{delivery::Payer, work::Stream};
use frame::testing_prelude::*;

type E = Error<Test>;

/// A way to order something.
type Ordering = fn() -> OrderOf<Test>;

/// What was delivered in full, by this worker.
fn done(worker: AccountId) -> DoneOf<Test> {
	let evidence = note("https://example.org/photo");
	Done { worker, left: None, minutes: 180, evidence }
}

/// What the pool, Alice and Bob have gained since the beginning.
fn gains() -> [i64; 3] {
	let gain = |now: LaborBalance, then: LaborBalance| now as i64 - then as i64;
	[gain(pool(), POOL), gain(wallet(ALICE), WALLET), gain(wallet(BOB), WALLET)]
}

/// What is tied up on Alice's account, and in escrow.
fn tied_up() -> [LaborBalance; 2] {
	[held(ALICE), escrowed()]
}

#[test]
fn from_an_order_to_its_payment() {
	build_and_execute(|| {
		// GIVEN Alice orders three hours of Bob
		let order = ordered();
		let delivery = open(order.clone());
		let Order { cause, minutes, price, deadline, .. } = order.clone();
		let opened = Event::Opened { delivery, cause, orderer: ALICE, minutes, price, deadline };
		assert_eq!(events(), [opened]);
		let stage_now = Stage::Open { applicants: BoundedVec::new() };
		let kept = Delivery { order, left: None, stage: stage_now };
		assert_eq!(Deliveries::delivery(delivery), Some(kept));
		assert_eq!((tied_up(), under_way(ALICE)), ([0, 0], vec![delivery]));
		// WHEN he takes it on
		assert_ok!(take_on(BOB, delivery));
		// THEN the price is on hold with her
		assert_eq!(events(), [Event::TakenOn { delivery, worker: BOB }]);
		assert_eq!((tied_up(), under_way(BOB)), ([PRICE, 0], vec![delivery]));
		// WHEN he delivers
		pass_blocks(10u32);
		assert_ok!(deliver(BOB, delivery, 180));
		let evidence = note("https://example.org/photo");
		assert_eq!(events(), [Event::Delivered { delivery, minutes: 180, evidence }]);
		let until = now() + BlockNumber::from(WINDOW);
		assert_eq!(stage(delivery), Some(Stage::Delivered { done: done(BOB), until }));
		assert!(works().is_empty(), "nothing counts before it is paid");
		// WHEN she accepts
		assert_ok!(accept(ALICE, delivery));
		// THEN he has nine tenths, the commons have one, and it counts once
		let quality = Quality::WHOLE;
		let settled = Event::Settled { delivery, worker: BOB, quality, earned: 100, returned: 0 };
		assert_eq!(events(), [settled]);
		assert_eq!((gains(), tied_up()), ([10, -100, 90], [0, 0]));
		let stream = Stream::Livelihood;
		let work = Work { worker: BOB, minutes: 180, labor: 100, stream, payer: Some(ALICE) };
		assert_eq!(works(), [work]);
		assert_eq!(ends(), [(cause, delivery, Ended::Settled(quality))]);
		// AND nothing is left of it here.
		assert_eq!(Deliveries::delivery(delivery), None);
		assert!(under_way(ALICE).is_empty() && under_way(BOB).is_empty());
	});
}

#[test]
fn the_commons_pay_without_a_contribution() {
	build_and_execute(|| {
		let delivery = open(common());
		assert_eq!((gains(), tied_up()), ([-100, 0, 0], [0, PRICE]));
		assert!(under_way(ALICE).is_empty(), "it is everybody's");
		assert_ok!(apply(BOB, delivery));
		assert_ok!(assign(ALICE, delivery, BOB));
		assert_ok!(deliver(BOB, delivery, 180));
		assert_ok!(accept(ALICE, delivery));
		assert_eq!((gains(), tied_up()), ([-100, 0, 100], [0, 0]));
		let stream = Stream::Commons;
		assert_eq!(works(), [Work { worker: BOB, minutes: 180, labor: 100, stream, payer: None }]);
	});
}

#[test]
fn a_member_may_pay_from_the_beginning() {
	build_and_execute(|| {
		let delivery = open(own());
		assert_eq!((gains(), tied_up()), ([0, -100, 0], [PRICE, 0]));
		assert_eq!(under_way(ALICE), [delivery]);
		// To take it on ties nothing up a second time.
		assert_ok!(apply(BOB, delivery));
		assert_ok!(assign(ALICE, delivery, BOB));
		assert_eq!(tied_up(), [PRICE, 0]);
	});
}

#[test]
fn who_has_too_little_orders_and_nobody_can_take_it_on() {
	build_and_execute(|| {
		let delivery = open(ordered());
		set_wallet(ALICE, PRICE - 1);
		assert_noop!(take_on(BOB, delivery), NOT_ENOUGH_LABOR);
		set_wallet(ALICE, PRICE);
		assert_ok!(take_on(BOB, delivery));
	});
}

#[test]
fn what_cannot_be_opened_leaves_no_trace() {
	build_and_execute(|| {
		let open = |order| <Deliveries as OpenDelivery<_, _>>::open(order);
		set_wallet(ALICE, PRICE - 1);
		assert_noop!(open(own()), NOT_ENOUGH_LABOR);
		assert_noop!(open(Order { price: POOL + 1, ..common() }), POOL_TOO_SMALL);
		// The last block in which it can be delivered lies ahead, and not too far.
		let at = |deadline| Order { deadline, ..ordered() };
		let latest = now() + BlockNumber::from(LONGEST);
		for deadline in [0, now(), latest + 1, BlockNumber::MAX] {
			assert_noop!(open(at(deadline)), E::ImpossibleDeadline);
		}
		let by = |worker| Order { worker: Worker::Named(worker), ..ordered() };
		assert_noop!(open(by(STRANGER)), E::OtherIsNotMember);
		assert_noop!(open(by(ALICE)), E::WorkerIsOrderer);
		assert_noop!(open(Order { orderer: STRANGER, ..ordered() }), E::NotMember);
		for deadline in [now() + 1, latest] {
			hypothetically!({
				assert_ok!(open(at(deadline)));
			});
		}
		// The proposer of common work may be named for it, as everybody has decided.
		assert_ok!(open(Order { worker: Worker::Named(ALICE), ..common() }));
		let longest: BlockNumber = <Deliveries as OpenDelivery<_, _>>::longest();
		assert_eq!(longest, BlockNumber::from(LONGEST));
	});
}

#[test]
fn nobody_has_more_under_way_than_they_can_have() {
	build_and_execute(|| {
		let open = |order| <Deliveries as OpenDelivery<_, _>>::open(order);
		let for_dave = || Order { worker: Worker::Named(DAVE), ..ordered() };
		for _ in 0..4 {
			assert_ok!(open(for_dave()));
		}
		assert_noop!(open(for_dave()), E::TooManyUnderWay);
		// The commons' work is not hers.
		let common = open(common()).expect("it is everybody's");
		// A worker has as many, whether they are named or chosen, delivered or not.
		let by_charlie = || Order { orderer: CHARLIE, ..ordered() };
		let first = delivered(by_charlie(), BOB);
		for _ in 0..3 {
			taken_on(by_charlie(), BOB);
		}
		let fifth = open(Order { orderer: DAVE, ..ordered() }).expect("it is Dave's first");
		assert_noop!(take_on(BOB, fifth), E::TooManyUnderWay);
		assert_ok!(apply(BOB, common));
		assert_noop!(assign(ALICE, common, BOB), E::TooManyUnderWay);
		assert_ok!(accept(CHARLIE, first));
		assert_ok!(assign(ALICE, common, BOB));
	});
}

#[test]
fn a_part_of_the_time_earns_its_part_of_the_price() {
	for (minutes, earned, net) in [(180, 100, 90), (90, 50, 45), (1, 0, 0), (179, 99, 89)] {
		build_and_execute(|| {
			let delivery = taken_on(ordered(), BOB);
			assert_ok!(deliver(BOB, delivery, minutes));
			assert_ok!(accept(ALICE, delivery));
			assert_eq!((wallet(BOB) - WALLET, WALLET - wallet(ALICE)), (net, earned), "{minutes}");
		});
	}
}
