//! How both sides of a dispute settle it themselves.

use super::*;

#[test]
fn both_sides_say_the_same_and_it_is_settled() {
	for sides in [[ALICE, BOB], [BOB, ALICE]] {
		build_and_execute(|| {
			let delivery = disputed(ordered(), BOB);
			events();
			assert_ok!(agree(sides[0], delivery, 60));
			let by = if sides[0] == ALICE { Side::Orderer } else { Side::Worker };
			let offered = Settlement { by, quality: quality(60) };
			assert_eq!(events(), [Event::SettlementOffered { delivery, offered }]);
			// To say it twice is not to agree.
			assert_ok!(agree(sides[0], delivery, 60));
			assert_eq!(events(), [Event::SettlementOffered { delivery, offered }]);
			assert_ok!(agree(sides[1], delivery, 60));
			let (quality, earned, returned) = (quality(60), 60, 40);
			let settled = Event::Settled { delivery, worker: BOB, quality, earned, returned };
			assert_eq!(events(), [settled]);
			assert_eq!((gains(), tied_up()), ([6, -60, 54], [0, 0]));
		});
	}
}

#[test]
fn another_word_takes_the_place_of_the_one_before() {
	build_and_execute(|| {
		let delivery = disputed(ordered(), BOB);
		assert_ok!(agree(ALICE, delivery, 20));
		assert_ok!(agree(BOB, delivery, 80));
		// Hers is gone by now.
		assert_ok!(agree(BOB, delivery, 20));
		assert!(Deliveries::delivery(delivery).is_some());
		assert_ok!(agree(ALICE, delivery, 50));
		assert_ok!(agree(BOB, delivery, 50));
		assert_eq!(gains(), [5, -50, 45]);
	});
}

#[test]
fn where_the_commons_pay_everybody_decides() {
	build_and_execute(|| {
		let delivery = disputed(common(), BOB);
		for who in [ALICE, BOB, STRANGER] {
			assert_noop!(agree(who, delivery, 100), E::CommonsPay);
		}
	});
}

#[test]
fn nobody_else_agrees_and_nobody_before_it_is_disputed() {
	build_and_execute(|| {
		let delivery = delivered(own(), BOB);
		for who in [ALICE, BOB] {
			assert_noop!(agree(who, delivery, 100), E::NotDisputed);
		}
		assert_ok!(dispute(ALICE, delivery));
		for who in [CHARLIE, STRANGER] {
			assert_noop!(agree(who, delivery, 100), E::NotYours);
		}
		assert_noop!(agree(ALICE, 99, 100), E::NoSuchDelivery);
	});
}

#[test]
fn whoever_has_left_still_agrees() {
	build_and_execute(|| {
		let delivery = disputed(ordered(), BOB);
		expel(ALICE);
		let number = number_of(BOB);
		expel(BOB);
		assert_ok!(agree(ALICE, delivery, 50));
		assert_ok!(agree(BOB, delivery, 50));
		assert_eq!(claims(), [(BOB, number, 45)]);
		assert_eq!(tied_up(), [0, 0]);
	});
}
