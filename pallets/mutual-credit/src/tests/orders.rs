// SPDX-License-Identifier: Apache-2.0

//! What members order, and what is handed on of it: what becomes of an order is not kept here.

use super::commons;
use crate::{mock::*, *};
use artel_primitives::work::Minutes;
use frame::testing_prelude::*;

type E = Error<Test>;

/// What deliveries are told of an order from Bob by Alice.
fn told(offer: OfferId, minutes: Minutes, price: LaborBalance) -> Order<AccountId, u64> {
	Order {
		cause: Cause::Offer(offer),
		orderer: ALICE,
		payer: Payer::OrdererLater,
		worker: Worker::Named(BOB),
		class: Some(Class::Worker),
		minutes,
		price,
		stream: Stream::Livelihood,
		brief: note("the blue one"),
		deadline: DEADLINE,
		reviewed: false,
	}
}

#[test]
fn six_hours_at_eighty_percent() {
	build_with_grants(|| {
		// GIVEN Bob repairs bicycles at 80 % of the full rate
		let offer = publish(BOB, hourly(80));
		System::reset_events();
		// WHEN Alice orders six hours
		assert_ok!(place(ALICE, offer, 360));
		// THEN they cost 1.60, and nothing is on hold before Bob says yes
		assert_eq!(placed(), [told(offer, 360, 160)]);
		assert_eq!((total(ALICE), free(ALICE)), (1_000, 1_000));
		assert_eq!(events(), []);
		// WHEN it is paid, after he has done it
		let before = commons();
		finish(hired(ALICE, BOB, 160), 100);
		// THEN he gets 1.44, the commons 0.16, and 1.60 count as work
		let [work] = &heard()[..] else { panic!("it counts once") };
		assert_eq!((work.worker, work.labor, work.payer), (BOB, 160, Some(ALICE)));
		assert_eq!((total(ALICE), total(BOB), commons()), (840, 1_144, before + 16));
	});
}

#[test]
fn pieces_are_ordered_in_any_number() {
	build_with_grants(|| {
		for unit in [task(100), Unit::Project { price: 100, minutes: 180 }] {
			let offer = publish(BOB, unit);
			for pieces in [1, 3] {
				assert_ok!(place(ALICE, offer, pieces));
				assert_eq!(placed(), [told(offer, 180 * pieces, 100 * u64::from(pieces))]);
			}
		}
	});
}

#[test]
fn all_that_is_said_is_handed_on() {
	build_with_grants(|| {
		let offer = publish(BOB, hourly(80));
		for (deadline, brief) in [(7, ""), (0, "on the 3rd floor"), (u64::MAX, "自転車")] {
			let brief = note(brief);
			assert_ok!(MutualCredit::place_order(
				signed(ALICE),
				offer,
				360,
				deadline,
				brief.clone()
			));
			assert_eq!(placed(), [Order { deadline, brief, ..told(offer, 360, 160) }]);
		}
	});
}

#[test]
fn who_orders_what() {
	build_with_grants(|| {
		let offer = publish(BOB, hourly(80));
		let pieces = publish(BOB, task(1_000));
		// The buyer.
		for stranger in [DAVE, pool(), escrow()] {
			assert_noop!(place(stranger, offer, 360), E::NotMember);
		}
		assert_noop!(place(BOB, offer, 360), E::OtherIsYourself);
		let unsigned =
			MutualCredit::place_order(RuntimeOrigin::none(), offer, 360, DEADLINE, note(""));
		assert_noop!(unsigned, BadOrigin);
		// What.
		assert_noop!(place(ALICE, 99, 360), E::NoSuchOffer);
		for quantity in [0, 1] {
			assert_noop!(place(ALICE, offer, quantity), E::ImpossibleQuantity);
		}
		for quantity in [2, 14] {
			assert_noop!(place(ALICE, offer, quantity), E::ImpossibleMinutes);
		}
		for quantity in [0, u32::MAX] {
			assert_noop!(place(ALICE, pieces, quantity), E::ImpossibleQuantity);
		}
		assert_noop!(place(ALICE, pieces, 2), E::NotEnoughLabor);
		assert_noop!(place(ALICE, offer, 2_251), E::NotEnoughLabor);
		assert_ok!(place(ALICE, offer, 2_250));
	});
}

#[test]
fn what_is_tied_up_orders_nothing() {
	build_with_grants(|| {
		let offer = publish(BOB, task(400));
		hired(ALICE, CHARLIE, 601);
		assert_noop!(place(ALICE, offer, 1), E::NotEnoughLabor);
		hired(CHARLIE, ALICE, 600);
		assert_ok!(place(CHARLIE, offer, 1));
	});
}

#[test]
fn what_deliveries_refuse_changes_nothing() {
	build_with_grants(|| {
		let offer = publish(BOB, hourly(80));
		remembered::Refuse::put(true);
		assert_noop!(place(ALICE, offer, 360), REFUSED);
		remembered::Refuse::put(false);
		assert_ok!(place(ALICE, offer, 360));
	});
}

#[test]
fn every_class_orders() {
	build_with_grants(|| {
		let offer = publish(BOB, task(100));
		for (who, class) in [(DAVE, Class::User), (EVE, Class::Supporter)] {
			join(who, class);
			assert_noop!(place(who, offer, 1), E::NotEnoughLabor);
			earn(who, 100);
			assert_ok!(place(who, offer, 1));
			assert_eq!(placed(), [Order { orderer: who, ..told(offer, 180, 100) }]);
		}
	});
}

#[test]
fn nothing_is_ordered_from_an_offer_that_is_gone() {
	build_with_grants(|| {
		let (withdrawn, left, idle) =
			(publish(ALICE, hourly(80)), publish(BOB, hourly(80)), publish(CHARLIE, hourly(80)));
		assert_ok!(place(CHARLIE, withdrawn, 60));
		assert_ok!(MutualCredit::withdraw_offer(signed(ALICE), withdrawn));
		leave(BOB);
		change_class(CHARLIE, Class::User);
		for offer in [withdrawn, left, idle] {
			for who in [ALICE, CHARLIE] {
				assert_noop!(place(who, offer, 60), E::NoSuchOffer);
			}
		}
		// What was ordered before is none of the offer's any more.
		assert_eq!(placed().len(), 1);
	});
}
