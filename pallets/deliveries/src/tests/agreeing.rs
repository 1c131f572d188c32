// SPDX-License-Identifier: Apache-2.0

//! Both sides of a dispute may end it at once, at whatever quality they agree on.

use super::*;

fn offered(delivery: DeliveryId) -> Option<Settlement> {
	match stage(delivery) {
		Some(Stage::Disputed { offered, .. }) => offered,
		other => panic!("it is not disputed, but {other:?}"),
	}
}

fn says(by: Side, percent: u8) -> Settlement {
	Settlement { by, quality: quality(percent) }
}

/// Both sides of what Alice pays and Bob has done, either of them first.
const BOTH_WAYS: [(AccountId, Side, AccountId); 2] =
	[(ALICE, Side::Orderer, BOB), (BOB, Side::Worker, ALICE)];

#[test]
fn what_both_sides_say_is_settled_at_once() {
	for (first, by, second) in BOTH_WAYS {
		for order in kinds().into_iter().filter(|order| order.payer.is_member()) {
			for (percent, cost) in [(0, 0), (1, 1), (60, 6), (100, 10)] {
				build_and_execute(|| {
					let delivery = disputed(order.clone(), BOB);
					events();
					assert_ok!(agree(first, delivery, percent));
					let offer = says(by, percent);
					assert_eq!(offered(delivery), Some(offer));
					assert_eq!(events(), [Event::SettlementOffered { delivery, offered: offer }]);
					assert_eq!(tied_up(), [PRICE, 0]);
					assert_ok!(agree(second, delivery, percent));
					let earned: LaborBalance = percent.into();
					let (quality, returned) = (quality(percent), PRICE - earned);
					let told = Event::Settled { delivery, worker: BOB, quality, earned, returned };
					assert_eq!((events(), end()), (vec![told], paid(percent)));
					let earned = earned as i64;
					assert_eq!((gains(), tied_up()), ([cost, -earned, earned - cost], [0, 0]));
					assert_noop!(agree(second, delivery, percent), E::NoSuchDelivery);
					// Nothing keeps Alice any more.
					assert_ok!(leave(ALICE));
				});
			}
		}
	}
}

#[test]
fn only_what_the_other_side_says_now_counts() {
	for (first, by, second) in BOTH_WAYS {
		let other = if by == Side::Worker { Side::Orderer } else { Side::Worker };
		build_and_execute(|| {
			let delivery = disputed(own(), BOB);
			// Nobody agrees with themselves, and everybody may change their mind.
			for percent in [40, 40, 50] {
				assert_ok!(agree(first, delivery, percent));
				assert_eq!(offered(delivery), Some(says(by, percent)));
			}
			// What they said before no longer holds; another word takes its place, whoever says it.
			assert_ok!(agree(second, delivery, 40));
			assert_eq!(offered(delivery), Some(says(other, 40)));
			assert_ok!(agree(second, delivery, 50));
			assert!(ends().is_empty());
			assert_ok!(agree(first, delivery, 50));
			assert_eq!(end(), paid(50));
		});
	}
}

#[test]
fn a_part_delivered_is_agreed_on_as_a_part() {
	build_and_execute(|| {
		let delivery = taken_on(Order { minutes: 300, price: 300, ..ordered() }, BOB);
		assert_ok!(deliver(BOB, delivery, 270));
		assert_ok!(dispute(ALICE, delivery));
		assert_ok!(agree(BOB, delivery, 50));
		assert_ok!(agree(ALICE, delivery, 50));
		let [work] = &works()[..] else { panic!("it counts once") };
		assert_eq!((work.minutes, work.labor), (135, 135));
	});
}

#[test]
fn nobody_else_agrees_nor_on_what_the_commons_pay() {
	build_and_execute(|| {
		let delivery = disputed(own(), BOB);
		for who in [CHARLIE, JUDGE, STRANGER] {
			assert_noop!(agree(who, delivery, 50), E::NotYours);
		}
		let of_all = disputed(common(), CHARLIE);
		for who in [ALICE, CHARLIE, DAVE] {
			assert_noop!(agree(who, of_all, 50), E::NotPaidByMember);
		}
	});
}

#[test]
fn a_verdict_or_time_comes_before_an_agreement() {
	build_and_execute(|| {
		let (judged, waited) = (disputed(ordered(), BOB), disputed(ordered(), BOB));
		for delivery in [judged, waited] {
			assert_ok!(agree(BOB, delivery, 40));
		}
		// What one side says delays nothing.
		assert_ok!(settle(judged, 70));
		assert_noop!(agree(ALICE, judged, 40), E::NoSuchDelivery);
		assert_eq!(last_block(waited), now() + TO_JUDGE);
		pass_blocks(TO_JUDGE + 1);
		assert_ok!(close(waited));
		assert_eq!(gains(), [17, -170, 153]);
	});
}

#[test]
fn they_may_agree_also_when_their_time_is_over() {
	build_and_execute(|| {
		let delivery = disputed(ordered(), BOB);
		pass_blocks(TO_JUDGE + 1);
		for who in [ALICE, BOB] {
			assert_ok!(agree(who, delivery, 40));
		}
		assert_eq!(end(), paid(40));
	});
}

#[test]
fn those_who_have_left_can_agree_too_whether_they_have_come_back_or_not() {
	for (payer_left, worker_left) in [(true, false), (false, true), (true, true)] {
		for back in [false, true] {
			for (first, _, second) in BOTH_WAYS {
				build_and_execute(|| {
					let delivery = disputed(own(), BOB);
					let numbers = (number_of(ALICE), number_of(BOB));
					for (who, left) in [(ALICE, payer_left), (BOB, worker_left)] {
						if left {
							expel(who);
							if back {
								join(who, Class::Worker);
							}
						}
					}
					let before = (wallet(ALICE), wallet(BOB));
					assert_ok!(agree(first, delivery, 50));
					assert_ok!(agree(second, delivery, 50));
					assert_eq!((end(), tied_up()), (paid(50), [0, 0]));
					// What comes of it goes by the rules of their exits, whoever they are now.
					let back_to_payer = if payer_left { 0 } else { 50 };
					let to_worker = if worker_left { 0 } else { 45 };
					let after = (before.0 + back_to_payer, before.1 + to_worker);
					assert_eq!((wallet(ALICE), wallet(BOB)), after);
					let came = payer_left.then_some((numbers.0, 50));
					assert_eq!(came_back(), Vec::from_iter(came));
					let claimed = worker_left.then_some((BOB, numbers.1, 45));
					assert_eq!(claims(), Vec::from_iter(claimed));
				});
			}
		}
	}
}
