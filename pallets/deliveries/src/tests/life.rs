// SPDX-License-Identifier: Apache-2.0

//! The life of ordered work, from its opening to its payment.

use super::*;

#[test]
fn six_hours_at_eighty_percent() {
	build_and_execute(|| {
		// GIVEN Alice orders six hours of Bob for 1.60
		let order = Order { minutes: 360, price: 160, ..ordered() };
		let deadline = order.deadline;
		let delivery = open(order);
		// THEN nothing is on hold before he says yes
		let cause = Cause::Offer(7);
		let opened =
			Event::Opened { delivery, cause, orderer: ALICE, minutes: 360, price: 160, deadline };
		assert_eq!(events(), [opened]);
		assert_eq!((gains(), tied_up()), ([0, 0, 0], [0, 0]));
		assert_eq!((under_way(ALICE), under_way(BOB)), (vec![delivery], vec![]));
		// WHEN he takes it on
		assert_ok!(take_on(BOB, delivery));
		assert_eq!(events(), [Event::TakenOn { delivery, worker: BOB }]);
		assert_eq!((gains(), tied_up()), ([0, -160, 0], [160, 0]));
		assert_eq!((under_way(ALICE), under_way(BOB)), (vec![delivery], vec![delivery]));
		// WHEN he delivers
		pass_blocks(10u64);
		assert_ok!(deliver(BOB, delivery, 360));
		let evidence = note("https://example.org/photo");
		let told = Event::Delivered { delivery, minutes: 360, evidence: evidence.clone() };
		assert_eq!(events(), [told]);
		let done = Done { worker: BOB, left: None, minutes: 360, evidence };
		let until = now() + u64::from(WINDOW);
		assert_eq!(stage(delivery), Some(Stage::Delivered { done, until }));
		assert!(works().is_empty() && ends().is_empty(), "nothing counts before it is paid");
		// WHEN Alice accepts
		assert_ok!(accept(ALICE, delivery));
		// THEN he gets 1.44, the commons 0.16, and it counts as work once
		let quality = Quality::WHOLE;
		let settled = Event::Settled { delivery, worker: BOB, quality, earned: 160, returned: 0 };
		assert_eq!(events(), [settled]);
		assert_eq!((gains(), tied_up()), ([16, -160, 144], [0, 0]));
		let stream = Stream::Livelihood;
		let work = Work { worker: BOB, minutes: 360, labor: 160, stream, payer: Some(ALICE) };
		assert_eq!(works(), [work]);
		assert_eq!(ends(), [(cause, delivery, Ended::Settled(quality))]);
		// AND nothing is left of it
		assert_eq!(Deliveries::delivery(delivery), None);
		assert_eq!(UnderWay::<Test>::iter().count(), 0);
	});
}

#[test]
fn from_an_approved_proposal_to_payment_out_of_the_pool() {
	build_and_execute(|| {
		// GIVEN three hours of gardening that the commons pay
		let delivery = open(common());
		assert_eq!((gains(), tied_up()), ([-100, 0, 0], [0, PRICE]));
		assert!(under_way(ALICE).is_empty(), "it is not hers to pay");
		events();
		// WHEN Charlie and Bob apply, and Alice chooses Bob
		assert_ok!(apply(CHARLIE, delivery));
		assert_ok!(apply(BOB, delivery));
		let applicants = vec![CHARLIE, BOB].try_into().expect("there is room for two");
		assert_eq!(stage(delivery), Some(Stage::Open { applicants }));
		assert!(under_way(BOB).is_empty(), "who only applies is not bound");
		assert_ok!(assign(ALICE, delivery, BOB));
		assert_eq!(
			events(),
			[
				Event::AppliedFor { delivery, who: CHARLIE },
				Event::AppliedFor { delivery, who: BOB },
				Event::TakenOn { delivery, worker: BOB },
			]
		);
		assert_eq!(stage(delivery), Some(Stage::TakenOn { worker: BOB }));
		assert_eq!((under_way(ALICE), under_way(BOB)), (vec![], vec![delivery]));
		// WHEN he delivers and she accepts
		assert_ok!(deliver(BOB, delivery, 180));
		assert_ok!(accept(ALICE, delivery));
		// THEN he has all of it, without a contribution
		assert_eq!((gains(), tied_up()), ([-100, 0, 100], [0, 0]));
		let stream = Stream::Commons;
		let work = Work { worker: BOB, minutes: 180, labor: PRICE, stream, payer: None };
		assert_eq!(works(), [work]);
		assert_eq!(ends(), [(Cause::Proposal(9), delivery, Ended::Settled(Quality::WHOLE))]);
	});
}

#[test]
fn what_a_member_pays_from_the_beginning_is_held_from_the_beginning() {
	build_and_execute(|| {
		let delivery = open(own());
		assert_eq!((gains(), tied_up()), ([0, -100, 0], [PRICE, 0]));
		assert_eq!(under_way(ALICE), [delivery]);
		assert_ok!(apply(BOB, delivery));
		assert_ok!(assign(ALICE, delivery, BOB));
		assert_eq!(tied_up(), [PRICE, 0], "and not once more");
		assert_ok!(deliver(BOB, delivery, 180));
		assert_ok!(accept(ALICE, delivery));
		assert_eq!((gains(), tied_up()), ([10, -100, 90], [0, 0]));
		assert_eq!(works()[0].payer, Some(ALICE));
		assert!(under_way(ALICE).is_empty() && under_way(BOB).is_empty());
	});
}

#[test]
fn time_is_worth_what_it_is_worth() {
	for (minutes, price) in [(180, 100), (60, 33), (3_600, 2_000), (2, 1), (181, 100)] {
		build_and_execute(|| {
			let order = Order { minutes, price: labor(minutes), ..common() };
			let delivery = delivered(order, BOB);
			assert_eq!(escrowed(), price, "{minutes} minutes");
			assert_ok!(accept(ALICE, delivery));
			let price = price as i64;
			assert_eq!(gains(), [-price, 0, price], "{minutes} minutes");
		});
	}
}

#[test]
fn the_contribution_is_rounded_up() {
	build_and_execute(|| {
		let delivery = delivered(Order { minutes: 60, price: labor(60), ..own() }, BOB);
		assert_ok!(accept(ALICE, delivery));
		// Of 0.33, 0.04 are the commons'.
		assert_eq!(gains(), [4, -33, 29]);
	});
}

#[test]
fn a_part_delivered_earns_its_part() {
	for (order, gained) in [(0, [8, -80, 72]), (1, [-80, 0, 80])] {
		build_and_execute(|| {
			let order = if order == 0 { ordered() } else { common() };
			let delivery = taken_on(Order { minutes: 360, price: 160, ..order }, BOB);
			assert_ok!(deliver(BOB, delivery, 180));
			events();
			assert_ok!(accept(ALICE, delivery));
			let quality = Quality::WHOLE;
			assert_eq!(
				events(),
				[Event::Settled { delivery, worker: BOB, quality, earned: 80, returned: 80 }]
			);
			assert_eq!((gains(), tied_up()), (gained, [0, 0]));
			let [work] = &works()[..] else { panic!("it counts once") };
			assert_eq!((work.minutes, work.labor), (180, 80));
		});
	}
}

#[test]
fn a_delivery_names_time_and_evidence() {
	build_and_execute(|| {
		let delivery = taken_on(ordered(), BOB);
		for minutes in [0, 181, u32::MAX] {
			assert_noop!(deliver(BOB, delivery, minutes), E::ImpossibleMinutes);
		}
		for blank in ["", " ", " \n"] {
			let delivered = Deliveries::deliver(signed(BOB), delivery, 180, note(blank));
			assert_noop!(delivered, E::EvidenceMissing);
		}
		assert_ok!(deliver(BOB, delivery, 1));
	});
}

#[test]
fn work_is_opened_for_a_possible_time() {
	build_and_execute(|| {
		let by = |deadline| Deliveries::open(Order { deadline, ..ordered() });
		let longest = <Deliveries as OpenDelivery<_, _>>::longest();
		assert_eq!(longest, BlockNumber::from(LONGEST));
		for deadline in [0, now(), now() + longest + 1, u64::MAX] {
			assert_noop!(by(deadline), E::ImpossibleDeadline);
		}
		for deadline in [now() + 1, now() + longest] {
			assert_ok!(by(deadline));
		}
	});
}

#[test]
fn work_is_opened_by_and_for_members() {
	build_and_execute(|| {
		for order in [ordered(), own()] {
			let refused = Deliveries::open(Order { orderer: EVE, ..order });
			assert_noop!(refused, E::NotMember);
		}
		// What the commons pay goes on when whoever proposed it has left.
		assert_ok!(Deliveries::open(Order { orderer: EVE, ..common() }));
		for order in [ordered(), own(), common()] {
			let refused = Deliveries::open(Order { worker: Worker::Named(EVE), ..order });
			assert_noop!(refused, E::OtherIsNotMember);
		}
		// Nobody pays themselves, but members may do what they have proposed for all.
		for payer in [Payer::Orderer, Payer::OrdererLater] {
			let order = Order { payer, worker: Worker::Named(ALICE), ..ordered() };
			assert_noop!(Deliveries::open(order), E::NotForOrderer);
		}
		assert_ok!(Deliveries::open(Order { worker: Worker::Named(ALICE), ..common() }));
	});
}

#[test]
fn work_is_opened_with_what_is_there() {
	build_and_execute(|| {
		let more = Order { price: WALLET + 1, ..own() };
		assert_noop!(Deliveries::open(more), NOT_ENOUGH_LABOR);
		let too_much = Order { price: POOL + 1, ..common() };
		assert_noop!(Deliveries::open(too_much), POOL_TOO_SMALL);
		// What is paid later need not be there yet.
		let later = open(Order { price: WALLET + 1, ..ordered() });
		assert_noop!(take_on(BOB, later), NOT_ENOUGH_LABOR);
		open(Order { price: WALLET, ..own() });
		open(Order { price: POOL, ..common() });
		assert_eq!((wallet(ALICE), pool()), (0, 0));
	});
}

#[test]
fn two_orders_cannot_spend_the_same_labor() {
	build_and_execute(|| {
		let order = || Order { price: 1_200, ..ordered() };
		let (first, second) = (open(order()), open(order()));
		assert_ok!(take_on(BOB, first));
		assert_noop!(take_on(BOB, second), NOT_ENOUGH_LABOR);
		assert_ok!(give_up(BOB, first));
		assert_ok!(take_on(BOB, second));
	});
}

#[test]
fn a_named_worker_takes_it_on_themselves() {
	for order in kinds().into_iter().filter(is_named) {
		build_and_execute(|| {
			let delivery = open(order);
			for who in [BOB, CHARLIE] {
				assert_noop!(apply(who, delivery), E::NotOpenToApplicants);
			}
			assert_noop!(assign(ALICE, delivery, BOB), E::NotApplicant);
			for who in [ALICE, CHARLIE, STRANGER] {
				assert_noop!(take_on(who, delivery), E::NotTheWorker);
			}
			assert_ok!(take_on(BOB, delivery));
		});
	}
}

#[test]
fn who_changes_class_begins_nothing_new_but_finishes() {
	build_and_execute(|| {
		let (running, waiting) = (taken_on(ordered(), BOB), open(ordered()));
		let paid_by_all = open(Order { worker: Worker::Named(BOB), ..common() });
		FakeMembers::reclass(&BOB, Class::User);
		assert_noop!(take_on(BOB, waiting), E::NotInClass);
		assert_ok!(deliver(BOB, running, 180));
		assert_ok!(accept(ALICE, running));
		// A hundred of the pool wait for the other work.
		assert_eq!(gains(), [-90, -100, 90]);
		// Some work is for everyone.
		assert_ok!(take_on(BOB, paid_by_all));
	});
}

#[test]
fn every_class_orders() {
	for class in [Class::Worker, Class::User, Class::Supporter] {
		build_and_execute(|| {
			FakeMembers::reclass(&ALICE, class);
			let delivery = delivered(ordered(), BOB);
			assert_ok!(accept(ALICE, delivery));
		});
	}
}

#[test]
fn a_deadline_is_the_last_block() {
	build_and_execute(|| {
		let (timely, late) = (open(ordered()), open(ordered()));
		let undelivered = taken_on(own(), CHARLIE);
		let open_to_all = open(common());
		assert_ok!(apply(CHARLIE, open_to_all));
		go_to(last_block(timely));
		assert_ok!(take_on(BOB, timely));
		assert_ok!(deliver(BOB, timely, 180));
		assert_ok!(apply(DAVE, open_to_all));
		pass_blocks(1u64);
		assert_noop!(take_on(BOB, late), E::DeadlinePassed);
		assert_noop!(deliver(CHARLIE, undelivered, 180), E::DeadlinePassed);
		assert_noop!(apply(BOB, open_to_all), E::DeadlinePassed);
		assert_noop!(assign(ALICE, open_to_all, CHARLIE), E::DeadlinePassed);
	});
}

#[test]
fn windows_are_fixed_when_they_begin() {
	build_and_execute(|| {
		let delivery = delivered(ordered(), BOB);
		let undelivered = taken_on(ordered(), BOB);
		CurrentFigures::<Test>::put(Figures { acceptance_window: 2, longest: 2 });
		pass_blocks(50u64);
		assert_ok!(deliver(BOB, undelivered, 180));
		assert_eq!(last_block(undelivered), now() + 2);
		pass_blocks(50u64);
		assert_noop!(close(delivery), E::NotDue);
		pass_blocks(1u64);
		assert_ok!(close(delivery));
		let far = Order { deadline: now() + 3, ..ordered() };
		assert_noop!(Deliveries::open(far), E::ImpossibleDeadline);
	});
}

#[test]
fn numbers_of_deliveries_do_not_run_over() {
	build_and_execute(|| {
		LastDelivery::<Test>::put(u32::MAX - 1);
		assert_eq!(open(ordered()), u32::MAX);
		assert_noop!(Deliveries::open(ordered()), ArithmeticError::Overflow);
	});
}
