//! Every call at every stage, and by everybody: what is refused, and why.

use super::*;

/// How far a delivery has come.
#[derive(Clone, Copy, Debug)]
enum At {
	Nowhere,
	Open,
	TakenOn,
	Delivered,
	Disputed,
}

const STAGES: [At; 5] = [At::Nowhere, At::Open, At::TakenOn, At::Delivered, At::Disputed];

/// What Alice ordered of Bob, so far.
fn come_to(at: At) -> DeliveryId {
	match at {
		At::Nowhere => 99,
		At::Open => open(ordered()),
		At::TakenOn => taken_on(ordered(), BOB),
		At::Delivered => delivered(ordered(), BOB),
		At::Disputed => disputed(ordered(), BOB),
	}
}

/// What is tried, and what comes of it at each stage; none if it works.
type Row = (&'static str, fn(DeliveryId) -> DispatchResult, [Option<E>; 5]);

#[test]
fn every_call_has_its_stage() {
	let close_now = |delivery| close(delivery).map(|_| ()).map_err(|refused| refused.error);
	let rows: [Row; 10] = [
		(
			"take on",
			|delivery| take_on(BOB, delivery),
			[
				Some(E::NoSuchDelivery),
				None,
				Some(E::TakenOnAlready),
				Some(E::DeliveredAlready),
				Some(E::DeliveredAlready),
			],
		),
		(
			"apply",
			|delivery| apply(CHARLIE, delivery),
			[
				Some(E::NoSuchDelivery),
				Some(E::NotOpenToApplicants),
				Some(E::TakenOnAlready),
				Some(E::DeliveredAlready),
				Some(E::DeliveredAlready),
			],
		),
		(
			"assign",
			|delivery| assign(ALICE, delivery, CHARLIE),
			[
				Some(E::NoSuchDelivery),
				Some(E::NotAnApplicant),
				Some(E::TakenOnAlready),
				Some(E::DeliveredAlready),
				Some(E::DeliveredAlready),
			],
		),
		(
			"deliver",
			|delivery| deliver(BOB, delivery, 180),
			[
				Some(E::NoSuchDelivery),
				Some(E::NotTakenOn),
				None,
				Some(E::DeliveredAlready),
				Some(E::DeliveredAlready),
			],
		),
		(
			"accept",
			|delivery| accept(ALICE, delivery),
			[
				Some(E::NoSuchDelivery),
				Some(E::NotDelivered),
				Some(E::NotDelivered),
				None,
				Some(E::AwaitsVerdict),
			],
		),
		(
			"dispute",
			|delivery| dispute(ALICE, delivery),
			[
				Some(E::NoSuchDelivery),
				Some(E::NotDelivered),
				Some(E::NotDelivered),
				None,
				Some(E::AwaitsVerdict),
			],
		),
		(
			"agree",
			|delivery| agree(BOB, delivery, 50),
			[
				Some(E::NoSuchDelivery),
				Some(E::NotDisputed),
				Some(E::NotDisputed),
				Some(E::NotDisputed),
				None,
			],
		),
		(
			"give up",
			|delivery| give_up(BOB, delivery),
			[
				Some(E::NoSuchDelivery),
				None,
				None,
				Some(E::DeliveredAlready),
				Some(E::DeliveredAlready),
			],
		),
		(
			"close",
			close_now,
			[
				Some(E::NoSuchDelivery),
				Some(E::NotDue),
				Some(E::NotDue),
				Some(E::NotDue),
				Some(E::NotDue),
			],
		),
		(
			"settle",
			|delivery| settle(delivery, 50),
			[
				Some(E::NoSuchDelivery),
				Some(E::NotDisputed),
				Some(E::NotDisputed),
				Some(E::NotDisputed),
				None,
			],
		),
	];
	for (name, call, expected) in rows {
		for (at, error) in STAGES.into_iter().zip(expected) {
			build_and_execute(|| {
				let delivery = come_to(at);
				match error {
					Some(error) => {
						assert_noop!(call(delivery), error);
					},
					None => assert_eq!(call(delivery), Ok(()), "{name}, {at:?}"),
				}
			});
		}
	}
}

#[test]
fn every_call_has_its_caller() {
	build_and_execute(|| {
		let open = open(ordered());
		for other in [ALICE, CHARLIE, STRANGER] {
			assert_noop!(take_on(other, open), E::NotTheWorker);
		}
		let begun = taken_on(ordered(), BOB);
		for other in [ALICE, CHARLIE, STRANGER] {
			assert_noop!(deliver(other, begun, 180), E::NotTheWorker);
		}
		let delivered = delivered(ordered(), BOB);
		for other in [BOB, CHARLIE, STRANGER] {
			assert_noop!(accept(other, delivered), E::NotYours);
			assert_noop!(dispute(other, delivered), E::NotYours);
		}
	});
	build_and_execute(|| {
		let nobody = RuntimeOrigin::none;
		let text = || note("x");
		assert_noop!(Deliveries::take_on(nobody(), 1), BadOrigin);
		assert_noop!(Deliveries::apply(nobody(), 1), BadOrigin);
		assert_noop!(Deliveries::assign(nobody(), 1, BOB), BadOrigin);
		assert_noop!(Deliveries::deliver(nobody(), 1, 1, text()), BadOrigin);
		assert_noop!(Deliveries::accept(nobody(), 1), BadOrigin);
		assert_noop!(Deliveries::dispute(nobody(), 1, text()), BadOrigin);
		assert_noop!(Deliveries::agree(nobody(), 1, Quality::WHOLE), BadOrigin);
		assert_noop!(Deliveries::give_up(nobody(), 1), BadOrigin);
		assert_noop!(Deliveries::settle(signed(ALICE), 1, Quality::WHOLE), BadOrigin);
	});
}

#[test]
fn a_delivery_takes_some_time_and_shows_itself() {
	build_and_execute(|| {
		let delivery = taken_on(ordered(), BOB);
		for minutes in [0, 181, Minutes::MAX] {
			assert_noop!(deliver(BOB, delivery, minutes), E::ImpossibleMinutes);
		}
		for blank in ["", " ", "\n"] {
			let blank = Deliveries::deliver(signed(BOB), delivery, 180, note(blank));
			assert_noop!(blank, E::EvidenceMissing);
		}
		assert_ok!(deliver(BOB, delivery, 1));
		let blank = Deliveries::dispute(signed(ALICE), delivery, note(" "));
		assert_noop!(blank, E::ReasonMissing);
	});
}
