// SPDX-License-Identifier: Apache-2.0

//! Nobody fills the chain, somebody else's list or their own purse.

use super::*;

#[test]
fn a_member_pays_so_much_at_once_at_most() {
	for payer in [Payer::Orderer, Payer::OrdererLater] {
		build_and_execute(|| {
			let order = Order { payer, price: 1, ..own() };
			let work: Vec<_> = (0..4).map(|_| open(order.clone())).collect();
			assert_noop!(Deliveries::open(order.clone()), E::TooManyUnderWay);
			// What the commons pay is on nobody's list.
			open(common());
			assert_ok!(give_up(ALICE, work[0]));
			assert_ok!(Deliveries::open(order.clone()));
		});
	}
}

#[test]
fn a_member_does_so_much_at_once_at_most() {
	build_and_execute(|| {
		// GIVEN Bob has four under way, one as the one who pays and three as the one who works
		open(Order { orderer: BOB, ..own() });
		let work: Vec<_> = (0..3).map(|_| taken_on(common(), BOB)).collect();
		// WHEN he takes on one more, or is chosen for it
		let (named, applied) = (open(ordered()), open(own()));
		assert_noop!(take_on(BOB, named), E::TooManyUnderWay);
		assert_ok!(apply(BOB, applied));
		assert_noop!(assign(ALICE, applied, BOB), E::TooManyUnderWay);
		// THEN something else must end first
		assert_ok!(give_up(BOB, work[0]));
		assert_ok!(take_on(BOB, named));
	});
}

#[test]
fn nobody_fills_another_s_list() {
	build_and_execute(|| {
		// GIVEN others ask Bob for as much as they can
		for orderer in [ALICE, DAVE] {
			for _ in 0..4 {
				open(Order { orderer, ..ordered() });
			}
		}
		// THEN he can still order and work as he likes
		assert!(under_way(BOB).is_empty());
		taken_on(Order { orderer: BOB, worker: Worker::Named(CHARLIE), ..ordered() }, CHARLIE);
		taken_on(common(), BOB);
	});
}

#[test]
fn spam_costs_its_author_a_place_until_somebody_cleans_up() {
	build_and_execute(|| {
		for _ in 0..4 {
			open(ordered());
		}
		pass_blocks(51u64);
		// Anybody may sweep out what nobody answered.
		for delivery in under_way(ALICE) {
			assert_ok!(close(delivery));
		}
		assert_eq!(Records::<Test>::iter().count(), 0);
		assert_eq!(UnderWay::<Test>::iter().count(), 0);
	});
}

#[test]
fn leaving_and_coming_back_pays_nobody_twice() {
	build_and_execute(|| {
		let delivery = delivered(own(), BOB);
		expel(ALICE);
		expel(BOB);
		for who in [ALICE, BOB] {
			join(who, Class::Worker);
			set_wallet(who, WALLET);
		}
		assert_ok!(accept(ALICE, delivery));
		assert_noop!(accept(ALICE, delivery), E::NoSuchDelivery);
		assert_eq!((wallet(ALICE), wallet(BOB), escrowed()), (WALLET, WALLET, 0));
		assert_eq!((claims().len(), ends().len()), (1, 1));
	});
}

#[test]
fn a_payer_who_is_expelled_takes_nothing_away_from_a_dispute() {
	for (percent, net) in [(0, 0), (50, 45), (100, 90)] {
		build_and_execute(|| {
			let delivery = disputed(ordered(), BOB);
			expel(ALICE);
			assert_ok!(settle(delivery, percent));
			assert_eq!((wallet(BOB), escrowed()), (WALLET + net, 0), "{percent} %");
		});
	}
}

#[test]
fn who_works_cannot_judge_or_hand_over_their_own_work() {
	build_and_execute(|| {
		with_judges();
		let delivery = delivered(Order { worker: Worker::Named(ALICE), ..common() }, ALICE);
		assert_eq!(cases(), [(Subject::Delivery(delivery), vec![ALICE, ALICE])]);
		assert_noop!(accept(ALICE, delivery), E::AlreadyDisputed);
	});
}
