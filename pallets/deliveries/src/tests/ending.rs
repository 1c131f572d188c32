// SPDX-License-Identifier: Apache-2.0

//! How work ends without a verdict: accepted, given back, or by the passing of time.

use super::*;

#[test]
fn only_whoever_ordered_it_answers() {
	for order in kinds() {
		build_and_execute(|| {
			let delivery = delivered(order, BOB);
			for who in [BOB, CHARLIE, STRANGER] {
				assert_noop!(accept(who, delivery), E::NotYours);
				assert_noop!(dispute(who, delivery), E::NotYours);
			}
			for blank in ["", "  ", " \n"] {
				let disputed = Deliveries::dispute(signed(ALICE), delivery, note(blank));
				assert_noop!(disputed, E::ReasonMissing);
			}
			assert_ok!(accept(ALICE, delivery));
			assert_noop!(accept(ALICE, delivery), E::NoSuchDelivery);
			assert_eq!(works().len(), 1);
		});
	}
}

#[test]
fn silence_accepts() {
	for order in kinds() {
		build_and_execute(|| {
			let pays_all = order.payer == Payer::Commons;
			let delivery = delivered(order, BOB);
			assert_eq!(last_block(delivery), now() + u64::from(WINDOW));
			go_to(last_block(delivery));
			assert_noop!(close(delivery), E::NotDue);
			// One block later it is too late for a dispute, and everyone may see to the payment.
			pass_blocks(1u64);
			assert_noop!(dispute(ALICE, delivery), E::AcceptanceWindowPassed);
			assert_eq!(close(delivery), Ok(Pays::No.into()));
			let gained = if pays_all { [-100, 0, 100] } else { [10, -100, 90] };
			assert_eq!((gains(), tied_up(), end()), (gained, [0, 0], paid(100)));
			assert_eq!(works().len(), 1);
			assert_noop!(close(delivery), E::NoSuchDelivery);
		});
	}
}

#[test]
fn a_word_is_as_good_as_silence_also_after_it() {
	build_and_execute(|| {
		let (accepted, disputed) = (delivered(ordered(), BOB), delivered(ordered(), BOB));
		go_to(last_block(disputed));
		assert_ok!(dispute(ALICE, disputed));
		pass_blocks(400u64);
		assert_ok!(accept(ALICE, accepted));
		assert_eq!(end(), paid(100));
	});
}

/// Everyone who gives such work back, by how far it is.
fn give_back(order: &OrderOf<Test>, at: At) -> Vec<AccountId> {
	let named = is_named(order);
	let pays = order.payer.is_member().then_some(ALICE);
	let works = (at == At::TakenOn || named).then_some(BOB);
	pays.into_iter().chain(works).collect()
}

#[test]
fn either_side_gives_back_what_is_not_delivered() {
	for order in kinds() {
		for at in [At::Open, At::TakenOn] {
			for who in [ALICE, BOB, CHARLIE, STRANGER] {
				build_and_execute(|| {
					let cause = order.cause;
					let tied = order.payer != Payer::OrdererLater || at == At::TakenOn;
					let amount = if tied { PRICE } else { 0 };
					let delivery = come_to(at, order.clone());
					events();
					if !give_back(&order, at).contains(&who) {
						assert_noop!(give_up(who, delivery), E::NotYours);
						return;
					}
					assert_ok!(give_up(who, delivery));
					let because = Because::GivenUp(who);
					assert_eq!(events(), [Event::Returned { delivery, amount, because }]);
					assert_eq!((gains(), tied_up()), ([0, 0, 0], [0, 0]));
					assert_eq!(ends(), [(cause, delivery, Ended::Returned)]);
					assert_noop!(give_up(who, delivery), E::NoSuchDelivery);
					assert_eq!(UnderWay::<Test>::iter().count(), 0);
					assert!(works().is_empty());
				});
			}
		}
	}
}

#[test]
fn the_commons_work_is_not_for_the_orderer_alone_to_take_back() {
	build_and_execute(|| {
		let (waiting, running) = (open(common()), taken_on(common(), BOB));
		for delivery in [waiting, running] {
			assert_noop!(give_up(ALICE, delivery), E::NotYours);
		}
		// But who works may be the one who ordered it.
		let mine = open(Order { worker: Worker::Named(ALICE), ..common() });
		assert_ok!(give_up(ALICE, mine));
	});
}

#[test]
fn it_is_given_back_also_when_it_is_late() {
	for order in kinds() {
		build_and_execute(|| {
			let delivery = taken_on(order, BOB);
			go_to(last_block(delivery) + 1);
			assert_ok!(give_up(BOB, delivery));
			assert_eq!((gains(), tied_up()), ([0, 0, 0], [0, 0]));
		});
	}
}

#[test]
fn what_is_overdue_goes_back() {
	for order in kinds() {
		for at in [At::Open, At::TakenOn] {
			build_and_execute(|| {
				let tied = order.payer != Payer::OrdererLater || at == At::TakenOn;
				let amount = if tied { PRICE } else { 0 };
				let delivery = come_to(at, order.clone());
				go_to(last_block(delivery));
				assert_noop!(close(delivery), E::NotDue);
				pass_blocks(1u64);
				events();
				assert_eq!(close(delivery), Ok(Pays::No.into()));
				let because = Because::Overdue;
				assert_eq!(events(), [Event::Returned { delivery, amount, because }]);
				assert_eq!((gains(), tied_up(), end()), ([0, 0, 0], [0, 0], Ended::Returned));
				assert_noop!(close(delivery), E::NoSuchDelivery);
				assert_eq!(UnderWay::<Test>::iter().count(), 0);
			});
		}
	}
}

#[test]
fn what_waits_for_somebody_who_has_left_goes_back_at_once() {
	for order in kinds() {
		build_and_execute(|| {
			let named = is_named(&order);
			let amount = if order.payer == Payer::OrdererLater { 0 } else { PRICE };
			let delivery = come_to(At::Open, order);
			assert_noop!(close(delivery), E::NotDue);
			assert_ok!(leave(BOB));
			events();
			if !named {
				// Others may still apply.
				assert_noop!(close(delivery), E::NotDue);
				return;
			}
			assert_ok!(close(delivery));
			let because = Because::Left(BOB);
			assert_eq!(events(), [Event::Returned { delivery, amount, because }]);
			// What he owned is the pool's.
			let wallet = WALLET as i64;
			assert_eq!((gains(), tied_up()), ([wallet, 0, -wallet], [0, 0]));
		});
	}
}
