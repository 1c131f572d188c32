//! What becomes of work when one side of it leaves.

use super::*;

#[test]
fn whoever_pays_for_what_somebody_does_ends_it_first() {
	for order in [ordered as Ordering, own] {
		build_and_execute(|| {
			let delivery = taken_on(order(), BOB);
			assert_noop!(leave(ALICE), E::OpenAsPayer);
			hypothetically!({
				assert_ok!(give_up(ALICE, delivery));
				assert_ok!(leave(ALICE));
			});
			assert_ok!(deliver(BOB, delivery, 180));
			assert_noop!(leave(ALICE), E::OpenAsPayer);
			hypothetically!({
				assert_ok!(accept(ALICE, delivery));
				assert_ok!(leave(ALICE));
			});
			assert_ok!(dispute(ALICE, delivery));
			assert_noop!(leave(ALICE), E::OpenAsPayer);
			// What others pay never keeps anybody.
			assert_ok!(leave(BOB));
			assert_ok!(settle(delivery, 0));
			assert_ok!(leave(ALICE));
		});
	}
	build_and_execute(|| {
		// What nobody has taken on binds nobody, nor does what everybody pays.
		open(ordered());
		open(own());
		taken_on(common(), BOB);
		assert_ok!(leave(ALICE));
	});
}

#[test]
fn what_is_not_delivered_goes_back_whoever_leaves() {
	for (order, begun, who) in [
		(ordered as Ordering, false, ALICE),
		(own, false, ALICE),
		(ordered, true, ALICE),
		(own, true, ALICE),
		(ordered, true, BOB),
		(own, true, BOB),
		(common, true, BOB),
	] {
		build_and_execute(|| {
			let delivery = if begun { taken_on(order(), BOB) } else { open(order()) };
			let amount = if order().payer == Payer::OrdererLater && !begun { 0 } else { 100 };
			events();
			expel(who);
			let because = Because::Left(who);
			assert_eq!(events(), [Event::Returned { delivery, amount, because }]);
			assert_eq!(tied_up(), [0, 0]);
			assert_eq!(ends(), [(order().cause, delivery, Ended::Returned)]);
			assert!(under_way(ALICE).is_empty() && under_way(BOB).is_empty());
			// All that came back was there when the one who left was settled.
			assert_eq!(pool(), POOL + WALLET);
		});
	}
}

/// Attack 17: an expelled buyer keeps what was delivered, and does not pay.
#[test]
fn an_expelled_orderer_pays_for_what_was_delivered() {
	for order in [ordered as Ordering, own] {
		build_and_execute(|| {
			let delivery = delivered(order(), BOB);
			expel(ALICE);
			// THEN the price is in escrow, and was not hers to take along
			assert_eq!((tied_up(), pool()), ([0, PRICE], POOL + WALLET - PRICE));
			assert!(under_way(ALICE).is_empty());
			pass_blocks(WINDOW + 1);
			assert_ok!(close(delivery));
			assert_eq!((wallet(BOB), tied_up()), (WALLET + 90, [0, 0]));
			assert_eq!(works()[0].payer, Some(ALICE));
		});
		build_and_execute(|| {
			// What a verdict gives back is hers by the rule of her exit.
			let (delivery, number) = (disputed(order(), BOB), number_of(ALICE));
			expel(ALICE);
			assert_ok!(settle(delivery, 40));
			assert_eq!(
				(wallet(BOB), remembered::CameBack::get()),
				(WALLET + 36, vec![(number, 60)])
			);
		});
	}
}

#[test]
fn who_paid_and_has_left_still_answers_and_others_may_object() {
	build_and_execute(|| {
		let delivery = delivered(ordered(), BOB);
		expel(ALICE);
		for who in [BOB, CHARLIE, STRANGER] {
			assert_noop!(accept(who, delivery), E::NotYours);
		}
		for who in [BOB, STRANGER] {
			assert_noop!(dispute(who, delivery), E::NotYours);
		}
		for who in [ALICE, CHARLIE] {
			hypothetically!({
				assert_ok!(dispute(who, delivery));
			});
		}
		assert_ok!(accept(ALICE, delivery));
		assert_eq!((wallet(BOB), wallet(ALICE)), (WALLET + 90, 0));
	});
}

#[test]
fn where_the_commons_pay_an_orderer_who_has_left_says_nothing() {
	build_and_execute(|| {
		let delivery = delivered(common(), BOB);
		assert_ok!(leave(ALICE));
		for who in [ALICE, BOB, CHARLIE, STRANGER] {
			assert_noop!(accept(who, delivery), E::NotYours);
		}
		for who in [ALICE, BOB, STRANGER] {
			assert_noop!(dispute(who, delivery), E::NotYours);
		}
		hypothetically!({
			assert_ok!(dispute(CHARLIE, delivery));
		});
		// Somebody who has come back speaks for it again.
		join(ALICE, Class::Worker);
		assert_noop!(dispute(CHARLIE, delivery), E::NotYours);
		assert_ok!(accept(ALICE, delivery));
	});
}

#[test]
fn who_worked_and_has_left_is_paid_by_the_rule_of_their_exit() {
	for comes_back in [false, true] {
		build_and_execute(|| {
			let (delivery, number) = (delivered(ordered(), BOB), number_of(BOB));
			expel(BOB);
			assert!(under_way(BOB).is_empty(), "it is on nobody's list");
			if comes_back {
				join(BOB, Class::User);
			}
			assert_ok!(accept(ALICE, delivery));
			// It is owed to the member that he was: nothing of it reaches a new wallet.
			assert_eq!((wallet(BOB), claims()), (0, vec![(BOB, number, 90)]));
			assert!(works().is_empty());
		});
	}
}

#[test]
fn nobody_works_for_what_they_were_asked_before_they_left() {
	build_and_execute(|| {
		let delivery = open(ordered());
		expel(BOB);
		assert_noop!(take_on(BOB, delivery), E::NotMember);
		join(BOB, Class::Supporter);
		assert_noop!(take_on(BOB, delivery), E::WrongClass);
		assert_ok!(give_up(BOB, delivery));
	});
	build_and_execute(|| {
		// What they had taken on is over, whether they come back or not.
		let delivery = taken_on(common(), BOB);
		expel(BOB);
		join(BOB, Class::Worker);
		assert_noop!(deliver(BOB, delivery, 180), E::NoSuchDelivery);
	});
}

#[test]
fn both_sides_may_be_gone() {
	for first in [ALICE, BOB] {
		build_and_execute(|| {
			let (delivery, number) = (delivered(ordered(), BOB), number_of(BOB));
			expel(first);
			expel(ALICE + BOB - first);
			pass_blocks(WINDOW + 1);
			assert_ok!(close(delivery));
			assert_eq!((claims(), tied_up()), (vec![(BOB, number, 90)], [0, 0]));
			assert_eq!(pool(), POOL + 2 * WALLET);
		});
	}
}

#[test]
fn leaving_with_much_under_way_settles_it_all() {
	build_and_execute(|| {
		// GIVEN Bob pays what nobody does, and has delivered, taken on and been asked
		let mine = open(Order { orderer: BOB, worker: Worker::Named(CHARLIE), ..ordered() });
		let (done, begun, asked) =
			(delivered(ordered(), BOB), taken_on(common(), BOB), open(ordered()));
		assert_eq!(under_way(BOB), [mine, done, begun]);
		// WHEN he leaves
		assert_ok!(leave(BOB));
		// THEN what is not delivered is over, and what is, is paid
		for delivery in [mine, begun] {
			assert_eq!(stage(delivery), None);
		}
		assert!(under_way(BOB).is_empty());
		assert_ok!(close(asked));
		assert_ok!(accept(ALICE, done));
		assert_eq!(claims().len(), 1);
		assert_eq!((held(ALICE), escrowed()), (0, 0));
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn the_worst_case_of_leaving_is_what_it_says() {
	build_and_execute(|| {
		<Deliveries as OnMembership<_>>::set_worst_case(&ALICE);
		let all = under_way(ALICE);
		assert_eq!(all.len(), 4);
		let orderers: std::collections::BTreeSet<_> = all
			.iter()
			.map(|delivery| {
				let found = Deliveries::delivery(*delivery).expect("it is listed");
				assert_eq!(found.stage.worker(), Some(&ALICE));
				assert_eq!(held(found.order.orderer), found.order.price);
				found.order.orderer
			})
			.collect();
		assert_eq!(orderers.len(), 4);
		assert_ok!(leave(ALICE));
		assert_eq!(ends().len(), 4);
	});
}
