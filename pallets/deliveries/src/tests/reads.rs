// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask.

use super::*;

fn numbers_of(who: AccountId, from: DeliveryId) -> Vec<DeliveryId> {
	Deliveries::deliveries(who, from).into_iter().map(|(number, _)| number).collect()
}

fn open_from(from: DeliveryId) -> Vec<DeliveryId> {
	Deliveries::open_to_applicants(from).into_iter().map(|(number, _)| number).collect()
}

#[test]
fn work_is_found_by_all_whom_it_concerns() {
	build_and_execute(|| {
		let asked = open(ordered());
		let running = taken_on(Order { orderer: CHARLIE, ..own() }, BOB);
		let applied = open(common());
		assert_ok!(apply(BOB, applied));
		assert_ok!(apply(DAVE, applied));
		let done = disputed(Order { orderer: DAVE, ..common() }, ALICE);
		assert_eq!(numbers_of(ALICE, 0), [asked, applied, done]);
		assert_eq!(numbers_of(BOB, 0), [asked, running, applied]);
		assert_eq!(numbers_of(CHARLIE, 0), [running]);
		assert_eq!(numbers_of(DAVE, 0), [applied, done]);
		assert!(numbers_of(STRANGER, 0).is_empty());
		// From a number on
		assert_eq!(numbers_of(BOB, running), [running, applied]);
		assert!(numbers_of(BOB, applied + 1).is_empty());
		assert!(numbers_of(ALICE, u32::MAX).is_empty());
		// Those who were not chosen have nothing to do with it any more.
		assert_ok!(assign(ALICE, applied, DAVE));
		assert_eq!(numbers_of(BOB, 0), [asked, running]);
		assert_eq!(numbers_of(DAVE, 0), [applied, done]);
		assert_ok!(settle(done, 0));
		assert_eq!(numbers_of(DAVE, 0), [applied]);
	});
}

#[test]
fn one_is_told_as_it_was_agreed_and_as_far_as_it_is() {
	build_and_execute(|| {
		assert_eq!(Deliveries::delivery(0), None);
		let order = ordered();
		let delivery = taken_on(order.clone(), BOB);
		let stage = Stage::TakenOn { worker: BOB };
		assert_eq!(
			Deliveries::delivery(delivery),
			Some(Delivery { order, left: None, stage, fee: 0 })
		);
		let number = number_of(ALICE);
		assert_ok!(deliver(BOB, delivery, 180));
		expel(ALICE);
		let found = Deliveries::delivery(delivery).expect("it is under way");
		assert_eq!((found.left, found.source()), (Some(number), Source::Former(number)));
	});
}

#[test]
fn what_is_open_to_applicants_is_listed_while_it_is() {
	build_and_execute(|| {
		let named = open(ordered());
		let [first, second] = [open(common()), open(own())];
		let longer = open(Order { deadline: now() + 51, ..common() });
		let running = taken_on(common(), CHARLIE);
		assert_eq!(open_from(0), [first, second, longer]);
		assert!(![named, running].iter().any(|other| open_from(0).contains(other)));
		assert_eq!(open_from(second), [second, longer]);
		assert_ok!(apply(BOB, first));
		assert_eq!(open_from(0), [first, second, longer], "somebody is still to be chosen");
		assert_ok!(assign(ALICE, first, BOB));
		assert_eq!(open_from(0), [second, longer]);
		go_to(last_block(second));
		assert_eq!(open_from(0), [second, longer]);
		pass_blocks(1u64);
		assert_eq!(open_from(0), [longer], "nobody applies for what is overdue");
	});
}

#[test]
fn work_is_told_in_pages() {
	build_and_execute(|| {
		set_wallet(ALICE, 100_000);
		let numbers: Vec<_> = (0..150).map(|_| open(Order { price: 1, ..common() })).collect();
		for list in [open_from, |from| numbers_of(ALICE, from)] {
			assert_eq!(list(0), numbers[..100]);
			assert_eq!(list(numbers[100]), numbers[100..]);
			assert!(list(numbers[149] + 1).is_empty());
		}
	});
}

#[test]
fn nothing_that_is_asked_changes_anything() {
	use frame::deps::{sp_core::storage::StateVersion, sp_io::storage::root};
	build_and_execute(|| {
		let delivery = disputed(own(), BOB);
		let before = root(StateVersion::V1);
		Deliveries::delivery(delivery);
		Deliveries::disputed(delivery);
		Deliveries::open_to_applicants(0);
		Deliveries::deliveries(ALICE, 0);
		assert_ok!(Deliveries::ensure_none_open(&CHARLIE));
		assert_eq!(root(StateVersion::V1), before);
	});
}
