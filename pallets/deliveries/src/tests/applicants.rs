// SPDX-License-Identifier: Apache-2.0

//! Applying for work, and choosing.

use super::*;

#[test]
fn members_apply_and_whoever_ordered_it_chooses() {
	for order in kinds().into_iter().filter(|order| !is_named(order)) {
		build_and_execute(|| {
			let delivery = open(order);
			assert_noop!(take_on(BOB, delivery), E::NotTheWorker);
			assert_noop!(apply(STRANGER, delivery), E::NotMember);
			assert_noop!(apply(BOB, NOWHERE), E::NoSuchDelivery);
			for who in [BOB, CHARLIE, DAVE] {
				assert_ok!(apply(who, delivery));
				assert_noop!(apply(who, delivery), E::AlreadyApplied);
			}
			// Only Alice chooses, and only among them.
			for who in [BOB, CHARLIE, STRANGER] {
				assert_noop!(assign(who, delivery, BOB), E::NotYours);
			}
			for who in [EVE, STRANGER] {
				assert_noop!(assign(ALICE, delivery, who), E::NotApplicant);
			}
			// Somebody who has gone meanwhile is not chosen.
			assert_ok!(leave(CHARLIE));
			assert_noop!(assign(ALICE, delivery, CHARLIE), E::OtherIsNotMember);
			assert_ok!(assign(ALICE, delivery, DAVE));
			assert_noop!(apply(BOB, delivery), E::AlreadyTakenOn);
			assert_noop!(assign(ALICE, delivery, BOB), E::AlreadyTakenOn);
		});
	}
}

#[test]
fn so_many_apply_at_most() {
	build_and_execute(|| {
		let delivery = open(common());
		for who in 200..216 {
			join(who, Class::User);
			assert_ok!(apply(who, delivery));
		}
		assert_noop!(apply(BOB, delivery), E::TooManyApplicants);
		assert_ok!(assign(ALICE, delivery, 215));
	});
}

#[test]
fn work_may_be_for_a_class() {
	build_and_execute(|| {
		join(EVE, Class::User);
		let for_workers = open(Order { class: Some(Class::Worker), ..own() });
		let for_users = open(Order { class: Some(Class::User), ..common() });
		let for_all = open(own());
		assert_noop!(apply(EVE, for_workers), E::NotInClass);
		assert_noop!(apply(BOB, for_users), E::NotInClass);
		assert_ok!(apply(EVE, for_users));
		assert_ok!(apply(EVE, for_all));
		// It is asked again when somebody is chosen.
		assert_ok!(apply(BOB, for_workers));
		FakeMembers::reclass(&BOB, Class::Supporter);
		assert_noop!(assign(ALICE, for_workers, BOB), E::NotInClass);
		assert_ok!(assign(ALICE, for_all, EVE));
	});
}

#[test]
fn who_pays_does_not_work_for_themselves() {
	build_and_execute(|| {
		for payer in [Payer::Orderer, Payer::OrdererLater] {
			let delivery = open(Order { payer, ..own() });
			assert_noop!(apply(ALICE, delivery), E::NotForOrderer);
			assert_noop!(assign(ALICE, delivery, ALICE), E::NotYours);
		}
		// Nor where the commons pay, if it is agreed so.
		let worker = Worker::Applicants { orderer_too: false };
		let delivery = open(Order { worker, ..common() });
		assert_noop!(apply(ALICE, delivery), E::NotForOrderer);
	});
}

#[test]
fn what_is_paid_later_is_held_when_somebody_is_chosen() {
	build_and_execute(|| {
		let order = Order { payer: Payer::OrdererLater, ..own() };
		let (first, second) = (open(order.clone()), open(Order { price: WALLET, ..order }));
		for delivery in [first, second] {
			assert_ok!(apply(BOB, delivery));
		}
		assert_eq!(tied_up(), [0, 0]);
		assert_ok!(assign(ALICE, first, BOB));
		assert_eq!(tied_up(), [PRICE, 0]);
		assert_noop!(assign(ALICE, second, BOB), NOT_ENOUGH_LABOR);
	});
}

#[test]
fn who_ordered_common_work_may_do_it_and_others_choose_and_object() {
	build_and_execute(|| {
		// GIVEN Alice applies for what she has proposed herself
		let delivery = open(common());
		assert_ok!(apply(ALICE, delivery));
		assert_ok!(apply(BOB, delivery));
		// THEN she does not choose herself, but any other member may; for others, she alone
		assert_noop!(assign(ALICE, delivery, ALICE), E::NotYours);
		assert_noop!(assign(STRANGER, delivery, ALICE), E::NotYours);
		assert_noop!(assign(CHARLIE, delivery, BOB), E::NotYours);
		assert_ok!(assign(CHARLIE, delivery, ALICE));
		assert_ok!(deliver(ALICE, delivery, 180));
		// AND nobody hands it over: any other member may object, or silence accepts
		for who in [ALICE, DAVE, STRANGER] {
			assert_noop!(accept(who, delivery), E::NotYours);
		}
		for who in [ALICE, STRANGER] {
			assert_noop!(dispute(who, delivery), E::NotYours);
		}
		hypothetically!({
			assert_ok!(dispute(DAVE, delivery));
		});
		go_to(last_block(delivery) + 1);
		assert_ok!(close(delivery));
		assert_eq!(gains(), [-100, 100, 0]);
	});
	build_and_execute(|| {
		// Named from the beginning, it is the same.
		let delivery = delivered(Order { worker: Worker::Named(ALICE), ..common() }, ALICE);
		for who in [ALICE, DAVE] {
			assert_noop!(accept(who, delivery), E::NotYours);
		}
		assert_noop!(dispute(ALICE, delivery), E::NotYours);
		assert_ok!(dispute(DAVE, delivery));
	});
}
