//! The life of an order, from its placing to its end.

use super::commons;
use crate::{mock::*, *};
use codec::Decode;
use frame::testing_prelude::*;

type E = Error<Test>;

pub(super) fn place(
	buyer: AccountId,
	offer: OfferId,
	quantity: u32,
	deadline: u64,
) -> DispatchResult {
	MutualCredit::place_order(signed(buyer), offer, quantity, deadline, note("the blue one"))
}

pub(super) fn accept(who: AccountId, order: OrderId) -> DispatchResult {
	MutualCredit::accept_order(signed(who), order)
}

fn cancel(who: AccountId, order: OrderId) -> DispatchResult {
	MutualCredit::cancel_order(signed(who), order)
}

pub(super) fn accept_delivery(who: AccountId, order: OrderId) -> DispatchResult {
	MutualCredit::accept_delivery(signed(who), order)
}

fn dispute(who: AccountId, order: OrderId) -> DispatchResult {
	MutualCredit::dispute(signed(who), order, note("it still squeaks"))
}

/// Six hours of Bob's at 80 %, ordered by Alice and delivered as far as said.
fn six_hours(delivered: Minutes) -> OrderId {
	let offer = publish(BOB, hourly(80));
	let order = order(ALICE, offer, 360);
	assert_ok!(accept(BOB, order));
	assert_ok!(deliver(BOB, order, delivered));
	order
}

/// What Alice and Bob own, and the commons beside earmarks, against the beginning.
pub(super) fn gains() -> (i64, i64, i64) {
	let gain = |now: LaborBalance, then: i64| now as i64 - then;
	(gain(total(ALICE), 1_000), gain(total(BOB), 1_000), gain(commons(), 6_000))
}

#[test]
fn six_hours_at_eighty_percent() {
	build_with_grants(|| {
		// GIVEN Bob repairs bicycles at 80 % of the full rate
		let offer = publish(BOB, hourly(80));
		System::reset_events();
		// WHEN Alice orders six hours
		assert_ok!(place(ALICE, offer, 360, 40));
		// THEN they cost 1.60, and nothing is on hold before Bob says yes
		let order = LastOrder::<Test>::get();
		assert_eq!(
			events(),
			[Event::OrderPlaced { order, buyer: ALICE, provider: BOB, minutes: 360, amount: 160 }]
		);
		assert_eq!((total(ALICE), free(ALICE)), (1_000, 1_000));
		// WHEN he accepts
		System::reset_events();
		assert_ok!(accept(BOB, order));
		assert_eq!(events(), [Event::OrderAccepted { order }]);
		assert_eq!((total(ALICE), free(ALICE)), (1_000, 840));
		// WHEN he delivers
		System::reset_events();
		pass_blocks(10);
		assert_ok!(deliver(BOB, order, 360));
		let evidence = note("https://example.org/photo");
		let told = Event::OrderDelivered { order, minutes: 360, evidence: evidence.clone() };
		assert_eq!(events(), [told]);
		let stage = MutualCredit::order(order).map(|order| order.stage);
		assert_eq!(stage, Some(Stage::Delivered { minutes: 360, evidence, accept_by: 111 }));
		assert!(heard().is_empty(), "nothing counts before it is paid");
		// WHEN Alice accepts the delivery
		System::reset_events();
		assert_ok!(accept_delivery(ALICE, order));
		// THEN Bob gets 1.44, the commons 0.16, and six hours and 1.60 count as work
		let work = Work {
			worker: BOB,
			minutes: 360,
			labor: 160,
			stream: Stream::Livelihood,
			payer: Some(ALICE),
		};
		assert_eq!(
			events(),
			[
				Event::OrderSettled { order, quality: Percent::one(), earned: 160, returned: 0 },
				Event::WorkPaid { work: work.clone(), net: 144 },
			]
		);
		assert_eq!(heard(), [work]);
		assert_eq!(gains(), (-160, 144, 16));
		assert_eq!((free(ALICE), wallet(BOB).earned), (840, 144));
		assert_eq!(MutualCredit::order(order), None);
		assert_eq!(OrdersBy::<Test>::iter().count(), 0);
	});
}

#[test]
fn three_hours_of_a_task_are_one_labor() {
	build_with_grants(|| {
		let order = delivered(ALICE, BOB, 100);
		let running = MutualCredit::order(order).expect("it runs");
		assert_eq!((running.minutes, running.amount), (180, 100));
		assert_ok!(accept_delivery(ALICE, order));
		assert_eq!(gains(), (-100, 90, 10));
	});
}

#[test]
fn pieces_are_ordered_in_any_number() {
	build_with_grants(|| {
		let offer = publish(BOB, Unit::Project { price: 100, minutes: 200 });
		let order = order(ALICE, offer, 3);
		let running = MutualCredit::order(order).expect("it runs");
		assert_eq!((running.minutes, running.amount), (600, 300));
		assert_eq!(running.brief, note("the blue one"));
	});
}

#[test]
fn silence_accepts_after_the_window() {
	build_with_grants(|| {
		let order = six_hours(360);
		// GIVEN Alice says nothing for 100 blocks
		pass_blocks(100);
		assert_noop!(close(order), E::NotDue);
		pass_blocks(1);
		// WHEN anyone closes the order, without paying for it
		let info = close(order).expect("it is due");
		// THEN Bob is paid
		assert_eq!(info.pays_fee, Pays::No);
		assert_eq!(gains(), (-160, 144, 16));
		assert_eq!(heard().len(), 1);
		assert_noop!(close(order), E::NoSuchOrder);
	});
}

#[test]
fn a_buyer_may_accept_after_the_window_too() {
	build_with_grants(|| {
		let order = six_hours(360);
		pass_blocks(500);
		assert_ok!(accept_delivery(ALICE, order));
		assert_eq!(gains(), (-160, 144, 16));
	});
}

#[test]
fn a_part_delivered_earns_its_part() {
	build_with_grants(|| {
		let order = six_hours(180);
		System::reset_events();
		assert_ok!(accept_delivery(ALICE, order));
		System::assert_has_event(
			Event::OrderSettled { order, quality: Percent::one(), earned: 80, returned: 80 }.into(),
		);
		assert_eq!(gains(), (-80, 72, 8));
		assert_eq!(free(ALICE), 920);
		let [work] = &heard()[..] else { panic!("it counts once") };
		assert_eq!((work.minutes, work.labor), (180, 80));
	});
}

#[test]
fn a_verdict_settles_by_quality() {
	for (quality, gained, minutes) in
		[(100, (-160, 144, 16), 360), (50, (-80, 72, 8), 180), (33, (-52, 46, 6), 118)]
	{
		build_with_grants(|| {
			let order = six_hours(360);
			assert_ok!(dispute(ALICE, order));
			System::assert_last_event(
				Event::OrderDisputed { order, reason: note("it still squeaks") }.into(),
			);
			// Neither side can end it now, nor can time.
			pass_blocks(1_000);
			assert_noop!(close(order), E::AwaitsVerdict);
			assert_ok!(settle(order, quality));
			assert_eq!(gains(), gained, "{quality} %");
			assert_eq!(free(ALICE), total(ALICE));
			let [work] = &heard()[..] else { panic!("it counts once") };
			assert_eq!((work.minutes, work.labor as i64), (minutes, -gained.0));
		});
	}
}

#[test]
fn only_what_is_disputed_waits_for_a_verdict() {
	build_with_grants(|| {
		assert_eq!(MutualCredit::disputed(1), None, "there is no such order");
		for order in
			[ordered(ALICE, BOB, 100), accepted(ALICE, BOB, 100), delivered(ALICE, BOB, 100)]
		{
			assert_eq!(MutualCredit::disputed(order), None);
		}
		let order = disputed(ALICE, BOB, 100);
		assert_eq!(MutualCredit::disputed(order), Some((ALICE, BOB)));
		assert_ok!(settle(order, 50));
		assert_eq!(MutualCredit::disputed(order), None);
	});
}

#[test]
fn what_is_worth_nothing_is_no_work() {
	build_with_grants(|| {
		let order = six_hours(360);
		assert_ok!(dispute(ALICE, order));
		System::reset_events();
		assert_ok!(settle(order, 0));
		assert_eq!(
			events(),
			[Event::OrderSettled { order, quality: Percent::zero(), earned: 0, returned: 160 }]
		);
		assert_eq!((gains(), free(ALICE)), ((0, 0, 0), 1_000));
		assert!(heard().is_empty());
	});
}

#[test]
fn a_verdict_is_a_quality_from_0_to_100_percent() {
	build_with_grants(|| {
		let order = disputed(ALICE, BOB, 100);
		for percent in [101, 255] {
			// No call can bear such a value, and no arithmetic makes one; a careless pallet might.
			assert!(Percent::decode(&mut &[percent][..]).is_err());
			let subject = Subject::Order(order);
			let impossible = impossible(percent);
			assert_noop!(MutualCredit::settle(subject, impossible), E::ImpossibleQuality);
		}
		for origin in [signed(ALICE), signed(BOB), RuntimeOrigin::none()] {
			let quality = Percent::from_percent(50);
			assert_noop!(MutualCredit::settle_dispute(origin, order, quality), BadOrigin);
		}
	});
}

#[test]
fn a_verdict_on_something_else_settles_no_order() {
	build_with_grants(|| {
		let order = disputed(ALICE, BOB, 100);
		for number in [order, order + 1] {
			for percent in [0, 50, 100] {
				let quality = Percent::from_percent(percent);
				let settled = MutualCredit::settle(Subject::Task(number), quality);
				assert_noop!(settled, E::NoSuchOrder);
			}
		}
		assert_ok!(MutualCredit::settle(Subject::Order(order), Percent::one()));
	});
}

#[test]
fn either_side_cancels_before_anything_is_delivered() {
	for begin in [ordered, accepted] {
		build_with_grants(|| {
			for who in [ALICE, BOB] {
				let order = begin(ALICE, BOB, 300);
				System::reset_events();
				assert_ok!(cancel(who, order));
				assert_eq!(events(), [Event::OrderCancelled { order }]);
				assert_eq!((gains(), free(ALICE)), ((0, 0, 0), 1_000));
				assert_eq!(OrdersBy::<Test>::iter().count(), 0);
			}
		});
	}
}

#[test]
fn what_is_overdue_is_refunded() {
	for begin in [ordered, accepted] {
		build_with_grants(|| {
			// GIVEN nothing was delivered by the last block
			let order = begin(ALICE, BOB, 300);
			pass_blocks(50);
			assert_noop!(close(order), E::NotDue);
			pass_blocks(1);
			// WHEN anyone closes it
			System::reset_events();
			let info = close(order).expect("it is due");
			// THEN Alice has her LABOR back
			assert_eq!(info.pays_fee, Pays::No);
			assert_eq!(events(), [Event::OrderOverdue { order }]);
			assert_eq!((gains(), free(ALICE)), ((0, 0, 0), 1_000));
			assert_noop!(MutualCredit::close_order(RuntimeOrigin::none(), order), BadOrigin);
		});
	}
}

#[test]
fn a_deadline_is_the_last_block() {
	build_with_grants(|| {
		let (late, timely) = (ordered(ALICE, BOB, 100), ordered(ALICE, BOB, 100));
		let undelivered = accepted(ALICE, BOB, 100);
		System::set_block_number(51);
		assert_ok!(accept(BOB, timely));
		assert_ok!(deliver(BOB, timely, 180));
		System::set_block_number(52);
		assert_noop!(accept(BOB, late), E::DeadlinePassed);
		assert_noop!(deliver(BOB, undelivered, 180), E::DeadlinePassed);
	});
}

#[test]
fn a_delivery_can_be_disputed_within_the_window() {
	build_with_grants(|| {
		let (late, timely) = (delivered(ALICE, BOB, 100), delivered(ALICE, BOB, 100));
		pass_blocks(100);
		let no_reason = MutualCredit::dispute(signed(ALICE), timely, note(" \n"));
		assert_noop!(no_reason, E::ReasonMissing);
		assert_ok!(dispute(ALICE, timely));
		pass_blocks(1);
		assert_noop!(dispute(ALICE, late), E::AcceptanceWindowPassed);
	});
}

#[test]
fn a_delivery_names_time_and_evidence() {
	build_with_grants(|| {
		let order = accepted(ALICE, BOB, 100);
		for minutes in [0, 181, u32::MAX] {
			assert_noop!(deliver(BOB, order, minutes), E::ImpossibleMinutes);
		}
		for blank in ["", " "] {
			let delivery = MutualCredit::deliver(signed(BOB), order, 180, note(blank));
			assert_noop!(delivery, E::EvidenceMissing);
		}
		assert_ok!(deliver(BOB, order, 1));
	});
}

#[test]
fn who_orders_what_by_when() {
	build_with_grants(|| {
		let offer = publish(BOB, hourly(80));
		let pieces = publish(BOB, task(1_000));
		// The buyer.
		assert_noop!(place(DAVE, offer, 360, 40), E::NotMember);
		assert_noop!(place(BOB, offer, 360, 40), E::OtherIsYourself);
		let unsigned = MutualCredit::place_order(RuntimeOrigin::none(), offer, 360, 40, note(""));
		assert_noop!(unsigned, BadOrigin);
		// What.
		assert_noop!(place(ALICE, 99, 360, 40), E::NoSuchOffer);
		for quantity in [0, 1] {
			assert_noop!(place(ALICE, offer, quantity, 40), E::ImpossibleQuantity);
		}
		for quantity in [2, 14] {
			assert_noop!(place(ALICE, offer, quantity, 40), E::OrderTooShort);
		}
		for quantity in [0, u32::MAX] {
			assert_noop!(place(ALICE, pieces, quantity, 40), E::ImpossibleQuantity);
		}
		assert_noop!(place(ALICE, pieces, 2, 40), E::NotEnoughLabor);
		assert_noop!(place(ALICE, offer, 2_251, 40), E::NotEnoughLabor);
		assert_ok!(place(ALICE, offer, 2_250, 40));
		// By when.
		for deadline in [0, 1, 1_002, u64::MAX] {
			assert_noop!(place(ALICE, offer, 360, deadline), E::ImpossibleDeadline);
		}
		for deadline in [2, 1_001] {
			assert_ok!(place(ALICE, offer, 360, deadline));
		}
	});
}

#[test]
fn every_class_orders() {
	build_with_grants(|| {
		join(DAVE, Class::Supporter);
		earn(DAVE, 200);
		let order = delivered(DAVE, BOB, 100);
		assert_ok!(accept_delivery(DAVE, order));
	});
}

#[test]
fn only_a_worker_accepts_but_it_may_finish() {
	build_with_grants(|| {
		let (running, open) = (accepted(ALICE, BOB, 100), ordered(ALICE, BOB, 100));
		// WHEN Bob works no longer
		change_class(BOB, Class::User);
		// THEN he takes no new orders, but what he accepted goes on
		assert_noop!(accept(BOB, open), E::NotWorker);
		assert_ok!(deliver(BOB, running, 180));
		assert_ok!(accept_delivery(ALICE, running));
		assert_eq!(gains(), (-100, 90, 10));
	});
}

#[test]
fn two_orders_cannot_spend_the_same_labor() {
	build_with_grants(|| {
		// GIVEN Alice orders twice what she can pay once
		let (first, second) = (ordered(ALICE, BOB, 600), ordered(ALICE, BOB, 600));
		assert_ok!(accept(BOB, first));
		assert_noop!(accept(BOB, second), E::NotEnoughLabor);
		// WHEN the first ends
		assert_ok!(cancel(BOB, first));
		assert_ok!(accept(BOB, second));
	});
}

#[test]
fn a_refund_may_pass_the_cap() {
	build_with_grants(|| {
		let order = accepted(ALICE, BOB, 1_000);
		earn(ALICE, 2_000);
		govern(|chosen| chosen.holding_cap = 2_000);
		assert_ok!(cancel(BOB, order));
		assert_eq!((total(ALICE), free(ALICE)), (3_000, 3_000));
	});
}

#[test]
fn windows_are_fixed_when_they_begin() {
	build_with_grants(|| {
		let order = delivered(ALICE, BOB, 100);
		govern(|chosen| {
			chosen.acceptance_window = 2;
			chosen.longest_order = 2;
		});
		pass_blocks(100);
		assert_noop!(close(order), E::NotDue);
		pass_blocks(1);
		assert_ok!(close(order));
	});
}

#[test]
fn a_dispute_that_nobody_decides_counts_as_accepted() {
	build_with_grants(|| {
		let order = disputed(ALICE, BOB, 100);
		let longest: u64 = Governed::get().longest_order.into();
		System::set_block_number(System::block_number() + longest);
		assert_noop!(close(order), E::AwaitsVerdict);
		System::set_block_number(System::block_number() + 1);
		let before = MutualCredit::wallet(&BOB).expect("he is a member").free;
		assert_eq!(close(order).expect("it is due").pays_fee, Pays::No);
		// Nine tenths of the price: the rest is the contribution.
		assert_eq!(MutualCredit::wallet(&BOB).expect("he is a member").free, before + 90);
	});
}

/// How far an order has come, for the tables below.
#[derive(Clone, Copy, Debug)]
enum At {
	Nowhere,
	Ordered,
	Accepted,
	Delivered,
	Disputed,
}

const STAGES: [At; 5] = [At::Nowhere, At::Ordered, At::Accepted, At::Delivered, At::Disputed];

/// An order of Alice's to Bob that has come so far.
fn come_to(at: At) -> OrderId {
	match at {
		At::Nowhere => 99,
		At::Ordered => ordered(ALICE, BOB, 100),
		At::Accepted => accepted(ALICE, BOB, 100),
		At::Delivered => delivered(ALICE, BOB, 100),
		At::Disputed => disputed(ALICE, BOB, 100),
	}
}

#[test]
fn every_call_has_its_stages() {
	type Call = fn(OrderId) -> DispatchResult;
	let calls: [(&str, Call, [Option<E>; 5]); 9] = [
		(
			"accept",
			|order| accept(BOB, order),
			[
				Some(E::NoSuchOrder),
				None,
				Some(E::AcceptedAlready),
				Some(E::AcceptedAlready),
				Some(E::AcceptedAlready),
			],
		),
		(
			"cancel",
			|order| cancel(ALICE, order),
			[
				Some(E::NoSuchOrder),
				None,
				None,
				Some(E::DeliveredAlready),
				Some(E::DeliveredAlready),
			],
		),
		(
			"deliver",
			|order| deliver(BOB, order, 180),
			[
				Some(E::NoSuchOrder),
				Some(E::NotAccepted),
				None,
				Some(E::DeliveredAlready),
				Some(E::DeliveredAlready),
			],
		),
		(
			"accept the delivery",
			|order| accept_delivery(ALICE, order),
			[
				Some(E::NoSuchOrder),
				Some(E::NotDelivered),
				Some(E::NotDelivered),
				None,
				Some(E::AwaitsVerdict),
			],
		),
		(
			"dispute",
			|order| dispute(ALICE, order),
			[
				Some(E::NoSuchOrder),
				Some(E::NotDelivered),
				Some(E::NotDelivered),
				None,
				Some(E::AwaitsVerdict),
			],
		),
		(
			"settle",
			|order| settle(order, 50),
			[
				Some(E::NoSuchOrder),
				Some(E::NotDisputed),
				Some(E::NotDisputed),
				Some(E::NotDisputed),
				None,
			],
		),
		(
			"agree",
			|order| MutualCredit::agree(signed(BOB), order, Percent::from_percent(50)),
			[
				Some(E::NoSuchOrder),
				Some(E::NotDisputed),
				Some(E::NotDisputed),
				Some(E::NotDisputed),
				None,
			],
		),
		(
			"close at once",
			|order| close(order).map(|_| ()).map_err(|refused| refused.error),
			[
				Some(E::NoSuchOrder),
				Some(E::NotDue),
				Some(E::NotDue),
				Some(E::NotDue),
				Some(E::AwaitsVerdict),
			],
		),
		(
			"close later",
			|order| {
				System::set_block_number(200);
				let closed = close(order).map(|_| ()).map_err(|refused| refused.error);
				System::set_block_number(1);
				closed
			},
			[Some(E::NoSuchOrder), None, None, None, Some(E::AwaitsVerdict)],
		),
	];
	for (name, call, expected) in calls {
		for (at, error) in STAGES.into_iter().zip(expected) {
			build_with_grants(|| {
				let order = come_to(at);
				match error {
					Some(error) => {
						assert_noop!(call(order), error);
					},
					None => assert_eq!(call(order), Ok(()), "{name}, {at:?}"),
				}
			});
		}
	}
}

#[test]
fn every_call_has_its_caller() {
	for at in STAGES.into_iter().skip(1) {
		build_with_grants(|| {
			let order = come_to(at);
			for stranger in [CHARLIE, DAVE] {
				assert_noop!(cancel(stranger, order), E::NotYourOrder);
				let half = Percent::from_percent(50);
				assert_noop!(MutualCredit::agree(signed(stranger), order, half), E::NotYourOrder);
			}
			for other in [ALICE, CHARLIE, DAVE] {
				assert_noop!(accept(other, order), E::NotTheProvider);
				assert_noop!(deliver(other, order, 180), E::NotTheProvider);
			}
			for other in [BOB, CHARLIE, DAVE] {
				assert_noop!(accept_delivery(other, order), E::NotTheBuyer);
				assert_noop!(dispute(other, order), E::NotTheBuyer);
			}
			let nobody = RuntimeOrigin::none;
			assert_noop!(MutualCredit::accept_order(nobody(), order), BadOrigin);
			assert_noop!(MutualCredit::cancel_order(nobody(), order), BadOrigin);
			assert_noop!(MutualCredit::deliver(nobody(), order, 1, note("x")), BadOrigin);
			assert_noop!(MutualCredit::accept_delivery(nobody(), order), BadOrigin);
			assert_noop!(MutualCredit::dispute(nobody(), order, note("x")), BadOrigin);
			assert_noop!(MutualCredit::agree(nobody(), order, Percent::one()), BadOrigin);
		});
	}
}
