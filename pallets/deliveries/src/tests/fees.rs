// SPDX-License-Identifier: Apache-2.0

//! What those who judge are paid: tied up, passed on to a case, given back, and recovered.

use super::*;

/// What a case costs here.
const FEE: LaborBalance = 8;

fn judged_kinds() -> impl Iterator<Item = OrderOf<Test>> {
	kinds().into_iter().map(|order| Order { reviewed: true, ..order })
}

fn fee_tied(delivery: DeliveryId) -> LaborBalance {
	Deliveries::delivery(delivery).expect("it is under way").fee
}

/// What is tied up where the price is.
fn all_tied() -> LaborBalance {
	tied_up().into_iter().sum()
}

#[test]
fn the_fee_is_tied_up_with_the_price_and_goes_back_with_it() {
	for order in judged_kinds() {
		for at in [At::Open, At::TakenOn] {
			build_and_execute(|| {
				with_fee(FEE);
				let later = order.payer == Payer::OrdererLater && at == At::Open;
				let delivery = come_to(at, order.clone());
				let (all, fee) = if later { (0, 0) } else { (PRICE + FEE, FEE) };
				assert_eq!((all_tied(), fee_tied(delivery)), (all, fee), "{at:?}, {order:?}");
				check_invariants();
				let all_is_back = || assert_eq!((gains(), tied_up()), ([0; 3], [0; 2]));
				hypothetically!({
					if order.payer.is_member() {
						events();
						assert_ok!(give_up(ALICE, delivery));
						let because = Because::GivenUp(ALICE);
						assert_eq!(events(), [Event::Returned { delivery, amount: all, because }]);
						all_is_back();
					}
				});
				hypothetically!({
					go_to(last_block(delivery) + 1);
					assert_ok!(closed(delivery));
					all_is_back();
				});
				if at == At::TakenOn {
					let before = wallet(BOB);
					expel(BOB);
					assert_eq!((wallet(ALICE), all_tied()), (WALLET, 0));
					assert_eq!(pool(), POOL + before);
				}
			});
		}
	}
}

#[test]
fn what_is_not_always_judged_ties_up_no_fee() {
	build_and_execute(|| {
		with_fee(FEE);
		let delivery = taken_on(ordered(), BOB);
		assert_eq!((all_tied(), fee_tied(delivery)), (PRICE, 0));
	});
}

#[test]
fn nobody_begins_what_its_orderer_cannot_have_judged() {
	build_and_execute(|| {
		with_fee(FEE);
		set_wallet(ALICE, PRICE + FEE - 1);
		let order = Order { reviewed: true, ..ordered() };
		let now = Deliveries::open(Order { payer: Payer::Orderer, ..order.clone() });
		assert_eq!(now, Err(NOT_ENOUGH_LABOR));
		let delivery = open(order);
		assert_noop!(take_on(BOB, delivery), NOT_ENOUGH_LABOR);
		set_wallet(ALICE, PRICE + FEE);
		assert_ok!(take_on(BOB, delivery));
	});
}

#[test]
fn the_fee_passes_to_the_case_or_goes_back() {
	for order in judged_kinds() {
		for enough in [true, false] {
			build_and_execute(|| {
				with_fee(FEE);
				remembered::EnoughJudges::put(enough);
				let delivery = delivered(order.clone(), BOB);
				assert_eq!((all_tied(), fee_tied(delivery)), (PRICE, 0));
				let is_case = matches!(stage(delivery), Some(Stage::Reviewed { .. }));
				assert_eq!((is_case, fees()), (enough, if enough { FEE } else { 0 }));
				let fee = fees() as i64;
				let [pool, alice, _] = gains();
				let spent = -(PRICE as i64) - fee;
				let expected = if order.payer.is_member() { [0, spent] } else { [spent, 0] };
				assert_eq!([pool, alice], expected);
				for (_, _, source, recovers) in remembered::Cases::get() {
					let own = order.payer.is_member();
					let from = if own { Source::Held(ALICE) } else { Source::Escrow };
					assert_eq!((source, recovers), (from, None));
				}
			});
		}
	}
}

#[test]
fn a_fee_that_has_changed_takes_nothing_of_the_price() {
	for order in judged_kinds() {
		for (fee, rich, judged) in
			[(FEE - 3, true, true), (FEE + 5, true, true), (FEE + 5, false, false)]
		{
			build_and_execute(|| {
				with_judges();
				with_fee(FEE);
				let delivery = taken_on(order.clone(), BOB);
				with_fee(fee);
				if !rich {
					set_wallet(ALICE, 4);
					remembered::Supply::mutate(|supply| *supply = *supply + 4 - pool());
					remembered::Pool::put(4);
				}
				assert_ok!(deliver(BOB, delivery, 180));
				assert_eq!(all_tied(), PRICE);
				let is_case = matches!(stage(delivery), Some(Stage::Reviewed { .. }));
				assert_eq!((is_case, fees()), (judged, if judged { fee } else { 0 }));
			});
		}
	}
}

#[test]
fn whoever_disputes_holds_the_fee() {
	build_and_execute(|| {
		with_fee(FEE);
		// With too few to judge, it costs nothing.
		let by_motion = delivered(ordered(), BOB);
		assert_ok!(dispute(ALICE, by_motion));
		assert_eq!((fees(), wallet(ALICE)), (0, WALLET - PRICE));
		assert_ok!(settle(by_motion, 0));
		with_judges();
		let delivery = delivered(ordered(), BOB);
		set_wallet(ALICE, FEE - 1);
		assert_noop!(dispute(ALICE, delivery), NOT_ENOUGH_LABOR);
		set_wallet(ALICE, FEE);
		assert_ok!(dispute(ALICE, delivery));
		assert_eq!((fees(), wallet(ALICE), held(ALICE)), (FEE, 0, PRICE));
		let recovers = Some((Side::Orderer, quality(50)));
		let subject = Subject::Delivery(delivery);
		let opened = (subject, vec![ALICE, BOB], Source::Held(ALICE), recovers);
		assert_eq!(remembered::Cases::take(), [opened]);
		assert!(matches!(stage(delivery), Some(Stage::Reviewed { disputed: true, .. })));
	});
}

#[test]
fn a_stand_in_holds_the_fee_and_does_not_judge() {
	build_and_execute(|| {
		with_fee(FEE);
		let delivery = delivered(common(), BOB);
		expel(ALICE);
		with_judges();
		assert_ok!(dispute(CHARLIE, delivery));
		assert_eq!((fees(), wallet(CHARLIE)), (FEE, WALLET - FEE));
		let [(_, parties, source, _)] = &remembered::Cases::get()[..] else { panic!("one case") };
		assert_eq!((&parties[..], source), (&[ALICE, BOB, CHARLIE][..], &Source::Held(CHARLIE)));
	});
}

#[test]
fn both_sides_may_agree_before_others_have_said() {
	for order in judged_kinds().filter(|order| order.payer.is_member()) {
		build_and_execute(|| {
			with_fee(FEE);
			with_judges();
			let delivery = delivered(order, BOB);
			assert_ok!(agree(BOB, delivery, 60));
			remembered::Revealed::put(true);
			assert_noop!(agree(ALICE, delivery, 60), REVEALED);
			remembered::Revealed::put(false);
			assert_noop!(agree(CHARLIE, delivery, 60), E::NotYours);
			assert_ok!(agree(ALICE, delivery, 60));
			assert_eq!((gains(), tied_up(), fees()), ([6, -60, 54], [0, 0], 0));
			assert_eq!(end(), paid(60));
		});
	}
}

#[test]
fn what_a_side_owes_is_taken_out_of_its_share() {
	let owe = |by, to, amount| Owed { by, to, amount };
	let (alice, bob) = (Source::Held(ALICE), Source::Held(BOB));
	// How good it was, what is owed, and what the pool, Alice and Bob gain.
	let table = [
		(40, vec![owe(Side::Worker, alice.clone(), 8)], [4, -32, 28]),
		(5, vec![owe(Side::Worker, alice.clone(), 8)], [0, 0, 0]),
		(0, vec![owe(Side::Worker, alice.clone(), 8)], [0, 0, 0]),
		(70, vec![owe(Side::Orderer, bob.clone(), 8)], [7, -78, 71]),
		(95, vec![owe(Side::Orderer, bob.clone(), 8)], [10, -100, 90]),
		(100, vec![owe(Side::Orderer, bob.clone(), 8)], [10, -100, 90]),
		(40, vec![owe(Side::Worker, Source::Escrow, 8)], [12, -40, 28]),
		(
			40,
			vec![owe(Side::Worker, alice.clone(), 30), owe(Side::Worker, alice.clone(), 30)],
			[0, 0, 0],
		),
	];
	for (percent, owed, gained) in table {
		build_and_execute(|| {
			with_judges();
			let delivery = delivered(ordered(), BOB);
			assert_ok!(dispute(ALICE, delivery));
			events();
			assert_ok!(judge_owing(delivery, percent, &owed));
			assert_eq!((gains(), tied_up(), end()), (gained, [0, 0], paid(percent)), "{percent}");
			// What was earned is told as it was judged, and what was taken of it apart.
			let told = events();
			let earned = percent.into();
			let (quality, returned) = (quality(percent), PRICE - earned);
			let settled = Event::Settled { delivery, worker: BOB, quality, earned, returned };
			// Of a share that has nothing nothing is taken, and nothing told.
			let share = if owed[0].by == Side::Worker { earned } else { returned };
			let taken = if share == 0 { 0 } else { owed.len() };
			assert_eq!((&told[0], told.len()), (&settled, 1 + taken));
			let recovered = |event: &Event<Test>| matches!(event, Event::FeeRecovered { by, amount, .. } if *by == owed[0].by && *amount > 0);
			assert!(told[1..].iter().all(recovered));
		});
	}
}

#[test]
fn what_a_side_owes_comes_out_of_escrow_when_the_other_has_left() {
	build_and_execute(|| {
		with_judges();
		let delivery = delivered(ordered(), BOB);
		assert_ok!(dispute(ALICE, delivery));
		let number = number_of(ALICE);
		expel(ALICE);
		let owed = [Owed { by: Side::Worker, to: Source::Former(number), amount: 8 }];
		assert_ok!(judge_owing(delivery, 40, &owed));
		assert_eq!(came_back(), [(number, 8), (number, 60)]);
		assert_eq!((wallet(BOB), escrowed()), (WALLET + 28, 0));
	});
}

#[test]
fn what_nobody_can_judge_goes_on_as_without_a_case() {
	build_and_execute(|| {
		with_judges();
		let (asked, disputed) = (delivered(own(), BOB), delivered(ordered(), BOB));
		assert_ok!(dispute(ALICE, disputed));
		assert_ok!(agree(BOB, disputed, 70));
		pass_blocks(3u64);
		events();
		for delivery in [asked, disputed] {
			assert_ok!(unjudged(delivery));
			assert_eq!(events(), [Event::Unjudged { delivery }]);
			assert_noop!(unjudged(delivery), E::NotDisputed);
		}
		assert!(matches!(stage(asked), Some(Stage::Delivered { .. })));
		assert_eq!(last_block(asked), now() + BlockNumber::from(WINDOW));
		// What one side has said still holds.
		assert_eq!(last_block(disputed), now() + TO_JUDGE);
		assert_ok!(agree(ALICE, disputed, 70));
		assert_ok!(accept(ALICE, asked));
		assert_noop!(unjudged(asked), E::NoSuchDelivery);
	});
}

#[test]
fn nothing_but_a_delivery_is_settled_here() {
	build_and_execute(|| {
		let verdict = Verdict::new(1, vec![quality(100)]);
		for subject in [Subject::Submission(1, 0), Subject::Payment(1)] {
			let settled = <Deliveries as SettleVerdict<_>>::settle(subject, &verdict, &[]);
			assert_eq!(settled, Err(E::NotADelivery.into()));
			let unjudged = <Deliveries as SettleVerdict<_>>::unjudged(subject);
			assert_eq!(unjudged, Err(E::NotADelivery.into()));
		}
	});
}
