//! How members apply, and one of them is chosen.

use super::*;

#[test]
fn members_apply_and_the_orderer_chooses() {
	build_and_execute(|| {
		let delivery = open(own());
		assert_noop!(apply(STRANGER, delivery), E::NotMember);
		assert_noop!(apply(ALICE, delivery), E::WorkerIsOrderer);
		for who in [CHARLIE, BOB] {
			assert_ok!(apply(who, delivery));
			assert_noop!(apply(who, delivery), E::AppliedAlready);
		}
		let told = events();
		assert_eq!(told.last(), Some(&Event::AppliedFor { delivery, who: BOB }));
		// Nobody takes on what names nobody, and only she chooses, among them.
		assert_noop!(take_on(BOB, delivery), E::NotTheWorker);
		for who in [BOB, DAVE, STRANGER] {
			assert_noop!(assign(who, delivery, BOB), E::NotYours);
		}
		assert_noop!(assign(ALICE, delivery, DAVE), E::NotAnApplicant);
		expel(CHARLIE);
		assert_noop!(assign(ALICE, delivery, CHARLIE), E::OtherIsNotMember);
		assert_ok!(assign(ALICE, delivery, BOB));
		assert_eq!(stage(delivery), Some(Stage::TakenOn { worker: BOB }));
		assert_noop!(apply(DAVE, delivery), E::TakenOnAlready);
		assert_noop!(assign(ALICE, delivery, BOB), E::TakenOnAlready);
	});
}

#[test]
fn as_many_apply_as_can() {
	build_and_execute(|| {
		let delivery = open(common());
		for who in 10..10 + u64::from(MAX_APPLICANTS) {
			join(who, Class::User);
			assert_ok!(apply(who, delivery));
		}
		assert_noop!(apply(BOB, delivery), E::TooManyApplicants);
	});
}

#[test]
fn nobody_applies_for_what_names_somebody() {
	build_and_execute(|| {
		let delivery = open(ordered());
		for who in [BOB, CHARLIE] {
			assert_noop!(apply(who, delivery), E::NotOpenToApplicants);
		}
		assert_noop!(assign(ALICE, delivery, BOB), E::NotAnApplicant);
		assert_noop!(take_on(CHARLIE, delivery), E::NotTheWorker);
		assert_noop!(take_on(ALICE, delivery), E::NotTheWorker);
	});
}

#[test]
fn some_work_is_for_one_class_alone() {
	build_and_execute(|| {
		join(EVE, Class::User);
		let named = open(Order { worker: Worker::Named(EVE), ..ordered() });
		assert_noop!(take_on(EVE, named), E::WrongClass);
		let class = Some(Class::Worker);
		let delivery = open(Order { class, ..own() });
		assert_noop!(apply(EVE, delivery), E::WrongClass);
		assert_ok!(apply(BOB, delivery));
		// An applicant may have another class by now.
		remembered::Classes::insert(BOB, Class::Supporter);
		assert_noop!(assign(ALICE, delivery, BOB), E::WrongClass);
		// Any member does what is for all.
		let delivery = open(common());
		assert_ok!(apply(EVE, delivery));
		assert_ok!(assign(ALICE, delivery, EVE));
	});
}

#[test]
fn in_the_place_of_an_absent_orderer_any_other_member_chooses() {
	build_and_execute(|| {
		let delivery = open(common());
		assert_ok!(apply(BOB, delivery));
		assert_ok!(leave(ALICE));
		for who in [ALICE, BOB, STRANGER] {
			assert_noop!(assign(who, delivery, BOB), E::NotYours);
		}
		assert_ok!(assign(CHARLIE, delivery, BOB));
	});
	build_and_execute(|| {
		// The same where the orderer would like to do it.
		let delivery = open(common());
		assert_ok!(apply(ALICE, delivery));
		assert_ok!(apply(BOB, delivery));
		assert_noop!(assign(ALICE, delivery, ALICE), E::NotYours);
		assert_noop!(assign(CHARLIE, delivery, BOB), E::NotYours);
		assert_ok!(assign(CHARLIE, delivery, ALICE));
	});
	build_and_execute(|| {
		// Unless they may not.
		let worker = Worker::Applicants { orderer_too: false };
		let delivery = open(Order { worker, ..common() });
		assert_noop!(apply(ALICE, delivery), E::WorkerIsOrderer);
	});
}

#[test]
fn nobody_begins_after_the_deadline() {
	build_and_execute(|| {
		let (named, any) = (open(ordered()), open(common()));
		assert_ok!(apply(BOB, any));
		pass_blocks(50u32);
		hypothetically!({
			assert_ok!(take_on(BOB, named));
			assert_ok!(assign(ALICE, any, BOB));
			assert_ok!(deliver(BOB, named, 180));
		});
		assert_ok!(take_on(BOB, named));
		pass_blocks(1u32);
		assert_noop!(apply(CHARLIE, any), E::DeadlinePassed);
		assert_noop!(assign(ALICE, any, BOB), E::DeadlinePassed);
		assert_noop!(deliver(BOB, named, 180), E::DeadlinePassed);
	});
	build_and_execute(|| {
		let named = open(ordered());
		pass_blocks(51u32);
		assert_noop!(take_on(BOB, named), E::DeadlinePassed);
	});
}
