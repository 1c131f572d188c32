// SPDX-License-Identifier: Apache-2.0

//! What is ordered and contributed is rounded, and never against whoever works.

use super::commons;
use crate::{mock::*, *};
use artel_primitives::work::Minutes;
use frame::testing_prelude::*;

type E = Error<Test>;

/// What Alice and Bob own, and the commons beside earmarks, against the beginning.
fn gains() -> (i64, i64, i64) {
	let gain = |now: LaborBalance, then: i64| now as i64 - then;
	(gain(total(ALICE), 1_000), gain(total(BOB), 1_000), gain(commons(), 6_000))
}

/// What an order costs, and how long it takes.
fn quoted(offer: OfferId, quantity: u32) -> (Minutes, LaborBalance) {
	assert_ok!(place(ALICE, offer, quantity));
	let [order] = &placed()[..] else { panic!("it was ordered once") };
	(order.minutes, order.price)
}

#[test]
fn the_contribution_is_rounded_up_and_work_counts_in_full() {
	for (price, contribution) in [(8, 1), (9, 1), (10, 1), (11, 2), (101, 11)] {
		build_with_grants(|| {
			work_for(ALICE, BOB, price);
			let (price, contribution) = (price as i64, contribution);
			assert_eq!(gains(), (-price, price - contribution, contribution));
			let [work] = &heard()[..] else { panic!("it counts once") };
			assert_eq!(work.labor as i64, price);
			assert_eq!(wallet(BOB).earned as i64, price - contribution);
		});
	}
}

#[test]
fn the_artel_governs_the_contribution() {
	for (percent, gained) in [(0, (-100, 100, 0)), (20, (-100, 80, 20))] {
		build_with_grants(|| {
			govern(|chosen| chosen.contribution = Percent::from_percent(percent));
			work_for(ALICE, BOB, 100);
			assert_eq!(gains(), gained);
			let [work] = &heard()[..] else { panic!("it counts once") };
			assert_eq!((work.minutes, work.labor), (180, 100));
		});
	}
}

/// Below a quarter of an hour, a hundredth more or less would be too large a part of a price.
#[test]
fn an_order_is_for_a_quarter_of_an_hour_at_least() {
	build_with_grants(|| {
		let offer = publish(BOB, hourly(100));
		assert_noop!(place(ALICE, offer, 14), E::ImpossibleMinutes);
		assert_ok!(place(ALICE, offer, 15));
		// Pieces count together.
		let pieces = publish(BOB, Unit::Task { price: 3, minutes: 7 });
		for quantity in [1, 2] {
			assert_noop!(place(ALICE, pieces, quantity), E::ImpossibleMinutes);
		}
		assert_ok!(place(ALICE, pieces, 3));
	});
}

#[test]
fn an_hour_costs_what_a_task_of_an_hour_costs() {
	build_with_grants(|| {
		// GIVEN an hour at half the full rate, and the cheapest task that may stand for an hour
		let hour = publish(BOB, hourly(50));
		let cheaper = Unit::Task { price: 16, minutes: 60 };
		let publish_cheaper = MutualCredit::publish_offer(signed(BOB), line("Cooking"), cheaper);
		assert_noop!(publish_cheaper, E::ImpossibleRate);
		let task = publish(BOB, Unit::Task { price: 17, minutes: 60 });
		// THEN both cost the same
		for (offer, quantity) in [(hour, 60), (task, 1)] {
			assert_eq!(quoted(offer, quantity), (60, 17));
		}
	});
}

#[test]
fn small_orders_pay_whoever_works() {
	build_with_grants(|| {
		// WHEN Alice orders a quarter of an hour twelve times, at half the full rate
		let offer = publish(BOB, hourly(50));
		for _ in 0..12 {
			let (minutes, price) = quoted(offer, 15);
			assert_eq!((minutes, price), (15, 5));
			work_for(ALICE, BOB, price);
		}
		// THEN of 0.05 each, Bob gets four fifths, and the commons no more than the rest
		assert_eq!(gains(), (-60, 48, 12));
		// AND a part so small that a fifth of it is nothing is all his
		finish(hired(ALICE, BOB, 5), 80);
		assert_eq!(gains(), (-64, 52, 12));
	});
}
