// SPDX-License-Identifier: Apache-2.0

//! Every invariant notices what breaks it.

use super::*;
use frame::deps::sp_runtime::TryRuntimeError;

/// Whatever this does to the storage is noticed, and said so.
fn spoilt(why: &'static str, spoil: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		for who in EVERYBODY {
			join(who, Class::Worker);
			set_wallet(who, WALLET);
		}
		Deliveries::do_try_state().expect("nothing is broken yet");
		spoil();
		assert_eq!(Deliveries::do_try_state(), Err(TryRuntimeError::Other(why)));
	});
}

/// Changes what is kept of a delivery.
fn change(delivery: DeliveryId, how: impl FnOnce(&mut DeliveryOf<Test>)) {
	Records::<Test>::mutate(delivery, |kept| how(kept.as_mut().expect("it is there")));
}

fn with_done(delivery: DeliveryId, how: impl FnOnce(&mut DoneOf<Test>)) {
	change(delivery, |found| how(found.stage.done_mut().expect("it is delivered")));
}

#[test]
fn every_record_is_what_it_can_be() {
	spoilt("a delivery has a number that was never given", || {
		open(ordered());
		LastDelivery::<Test>::put(0);
	});
	spoilt("the commons have left", || {
		change(delivered(common(), BOB), |found| found.left = Some(1));
	});
	spoilt("somebody ordered before they left what nobody has delivered", || {
		change(taken_on(ordered(), BOB), |found| found.left = Some(1));
	});
	spoilt("somebody pays for their own work", || {
		with_done(delivered(ordered(), BOB), |done| done.worker = ALICE);
	});
	spoilt("somebody pays who is no member", || {
		open(ordered());
		FakeMembers::dismiss(&ALICE);
	});
	spoilt("somebody applied for what is another's", || {
		let applicants = BoundedVec::truncate_from(vec![CHARLIE]);
		change(open(ordered()), |found| found.stage = Stage::Open { applicants });
	});
	spoilt("somebody applied twice", || {
		let applicants = BoundedVec::truncate_from(vec![BOB, CHARLIE, BOB]);
		change(open(common()), |found| found.stage = Stage::Open { applicants });
	});
	spoilt("somebody works who is no member", || {
		taken_on(common(), BOB);
		FakeMembers::dismiss(&BOB);
	});
	spoilt("more was delivered than ordered", || {
		with_done(delivered(ordered(), BOB), |done| done.minutes = 181);
	});
	spoilt("a fee is tied up for what no case will be on", || {
		change(taken_on(ordered(), BOB), |found| found.fee = 1);
	});
	spoilt("a fee is tied up without its price", || {
		change(open(Order { reviewed: true, ..ordered() }), |found| found.fee = 1);
	});
	spoilt("a delivery without evidence", || {
		with_done(delivered(ordered(), BOB), |done| done.evidence = Note::default());
	});
}

#[test]
fn every_list_names_what_is_under_way() {
	spoilt("somebody who left has work under way", || {
		UnderWay::<Test>::insert(STRANGER, BoundedVec::truncate_from(vec![open(common())]));
	});
	spoilt("a delivery is listed twice", || {
		let delivery = open(ordered());
		UnderWay::<Test>::insert(ALICE, BoundedVec::truncate_from(vec![delivery, delivery]));
	});
	for who in [ALICE, BOB] {
		spoilt("members have other work under way than they know", || {
			taken_on(ordered(), BOB);
			UnderWay::<Test>::remove(who);
		});
	}
	spoilt("members have other work under way than they know", || {
		UnderWay::<Test>::insert(CHARLIE, BoundedVec::truncate_from(vec![open(common())]));
	});
}

#[test]
fn what_is_tied_up_is_what_work_costs() {
	spoilt("a member's LABOR is held otherwise", || {
		taken_on(ordered(), BOB);
		remembered::Held::insert(ALICE, PRICE - 1);
	});
	spoilt("the escrow of work is another", || {
		open(common());
		remembered::Escrowed::put(PRICE + 1);
	});
	spoilt("something is held for no work", || {
		open(ordered());
		remembered::Held::insert(CHARLIE, 1);
	});
}
