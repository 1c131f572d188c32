// SPDX-License-Identifier: Apache-2.0

//! What becomes of work when whoever ordered, pays or does it leaves or is expelled.

use super::*;

/// How work ends after somebody has left.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Fate {
	/// It was not done.
	Returned,
	/// It was paid, in full or to 40 %.
	Paid,
}
use Fate::*;

/// How it ends; what the pool, Alice and Bob have gained then; and what Bob is owed who has gone.
///
/// What goes back to Alice before her exit comes to the pool with her.
type Ending = (Fate, [i64; 3], LaborBalance);

/// The endings by how far the work is: open, taken on, delivered, reviewed, disputed.
type Endings = [Ending; 5];

const COMMONS_WITHOUT_ALICE: Endings = [
	(Paid, [-100, 0, 100], 0),
	(Paid, [-100, 0, 100], 0),
	(Paid, [-100, 0, 100], 0),
	(Paid, [-40, 0, 40], 0),
	(Paid, [-40, 0, 40], 0),
];

const COMMONS_WITHOUT_BOB: Endings = [
	(Returned, [0, 0, 0], 0),
	(Returned, [0, 0, 0], 0),
	(Paid, [0, 0, 0], 100),
	(Paid, [0, 0, 0], 40),
	(Paid, [0, 0, 0], 40),
];

/// What was to be done for Alice is over, and her LABOR with her.
const WITHOUT_ALICE: Endings = [
	(Returned, [100, -100, 0], 0),
	(Returned, [100, -100, 0], 0),
	(Paid, [10, -100, 90], 0),
	(Paid, [64, -100, 36], 0),
	(Paid, [64, -100, 36], 0),
];

const WITHOUT_BOB: Endings = [
	(Returned, [0, 0, 0], 0),
	(Returned, [0, 0, 0], 0),
	(Paid, [100, -100, 0], 90),
	(Paid, [40, -40, 0], 36),
	(Paid, [40, -40, 0], 36),
];

const WITHOUT_ALICE_AND_BOB: Endings = [
	(Returned, [100, -100, 0], 0),
	(Returned, [100, -100, 0], 0),
	(Paid, [100, -100, 0], 90),
	(Paid, [100, -100, 0], 36),
	(Paid, [100, -100, 0], 36),
];

/// What Bob does is over before Alice goes.
const WITHOUT_BOB_AND_ALICE: Endings = [
	(Returned, [100, -100, 0], 0),
	(Returned, [0, 0, 0], 0),
	(Paid, [100, -100, 0], 90),
	(Paid, [100, -100, 0], 36),
	(Paid, [100, -100, 0], 36),
];

/// Everyone who is there does what comes next, as long as anything does. What is judged is worth 40 %.
fn go_on(delivery: DeliveryId) {
	let is_bob_there = FakeMembers::is_member(&BOB);
	let Some(at) = stage(delivery) else { return };
	let done = match at {
		Stage::Open { .. } if is_bob_there => take_on(BOB, delivery),
		// What waits for somebody who has gone needs no time.
		Stage::Open { .. } => closed(delivery),
		Stage::TakenOn { .. } => deliver(BOB, delivery, 180),
		Stage::Delivered { until, .. } => {
			go_to(until + 1);
			closed(delivery)
		},
		Stage::Reviewed { .. } => judge(delivery, 40),
		Stage::Disputed { .. } => settle(delivery, 40),
	};
	assert_ok!(done);
	check_invariants();
	go_on(delivery);
}

#[test]
fn whoever_leaves_at_whatever_stage() {
	let table: [(Payer, &[AccountId], Endings); 8] = [
		(Payer::Commons, &[ALICE], COMMONS_WITHOUT_ALICE),
		(Payer::Commons, &[BOB], COMMONS_WITHOUT_BOB),
		(Payer::Commons, &[ALICE, BOB], COMMONS_WITHOUT_BOB),
		(Payer::Commons, &[BOB, ALICE], COMMONS_WITHOUT_BOB),
		(Payer::Orderer, &[ALICE], WITHOUT_ALICE),
		(Payer::Orderer, &[BOB], WITHOUT_BOB),
		(Payer::Orderer, &[ALICE, BOB], WITHOUT_ALICE_AND_BOB),
		(Payer::Orderer, &[BOB, ALICE], WITHOUT_BOB_AND_ALICE),
	];
	for (payer, leavers, endings) in table {
		for (at, (fate, mut gained, owed)) in STAGES.into_iter().skip(1).zip(endings) {
			let later = (payer == Payer::Orderer).then_some(Payer::OrdererLater);
			for payer in [payer].into_iter().chain(later) {
				let case = format!("{at:?}, paid by {payer:?}, without {leavers:?}");
				// Before anybody has taken it on, it makes a difference whether anything is tied up yet.
				if (payer, at) == (Payer::OrdererLater, At::Open) {
					gained = [0, 0, 0];
				}
				build_and_execute(|| {
					let order = Order { payer, worker: Worker::Named(BOB), ..own() };
					let delivery = come_to(at, order);
					let mut had = [0, 0, 0];
					for who in leavers {
						// What they own besides is not what this is about.
						had[*who as usize] = wallet(*who) as i64;
						set_wallet(*who, 0);
						expel(*who);
						check_invariants();
						assert_eq!(held(*who), 0, "{case}");
					}
					go_on(delivery);
					let ending = if end() == Ended::Returned { Returned } else { Paid };
					assert_eq!(ending, fate, "{case}");
					let mut gains = gains();
					gains.iter_mut().zip(had).for_each(|(gain, had)| *gain += had);
					assert_eq!((gains, tied_up()), (gained, [0, 0]), "{case}");
					let claimed = (owed > 0).then_some((BOB, BOB as MemberNumber, owed));
					assert_eq!(claims(), Vec::from_iter(claimed), "{case}");
					assert_eq!(UnderWay::<Test>::iter().count(), 0, "{case}");
				});
			}
		}
	}
}

#[test]
fn nobody_leaves_work_behind_that_they_pay() {
	for order in kinds() {
		for at in STAGES.into_iter().skip(1) {
			build_and_execute(|| {
				let pays = order.payer.is_member();
				let delivery = come_to(at, order.clone());
				// What others ordered never keeps anybody.
				assert_ok!(Deliveries::ensure_none_open(&BOB));
				assert_ok!(Deliveries::ensure_none_open(&CHARLIE));
				if !pays || at == At::Open {
					assert_ok!(leave(ALICE));
					return;
				}
				assert_noop!(leave(ALICE), E::NotAllPaid);
				assert_ok!(give_up(ALICE, delivery)
					.or_else(|_| accept(ALICE, delivery))
					.or_else(|_| settle(delivery, 100))
					.or_else(|_| judge(delivery, 100)));
				assert_ok!(leave(ALICE));
			});
		}
	}
}

#[test]
fn a_leaver_s_undelivered_work_goes_back_and_says_why() {
	for (at, who, amount) in
		[(At::Open, ALICE, 0), (At::TakenOn, ALICE, PRICE), (At::TakenOn, BOB, PRICE)]
	{
		build_and_execute(|| {
			let delivery = come_to(at, ordered());
			events();
			expel(who);
			let because = Because::Left(who);
			assert_eq!(events(), [Event::Returned { delivery, amount, because }]);
			assert_eq!(end(), Ended::Returned);
			assert_eq!(UnderWay::<Test>::iter().count(), 0);
		});
	}
}

#[test]
fn who_leaves_gets_back_what_nobody_does_before_they_are_settled() {
	build_and_execute(|| {
		let delivery = come_to(At::Open, own());
		events();
		// WHEN membership tells that Alice has left, and her LABOR is not settled yet
		let number = number_of(ALICE);
		FakeMembers::dismiss(&ALICE);
		Deliveries::on_leaving(&ALICE, number);
		// THEN all of it is hers again
		let because = Because::Left(ALICE);
		assert_eq!(events(), [Event::Returned { delivery, amount: PRICE, because }]);
		assert_eq!((wallet(ALICE), held(ALICE)), (WALLET, 0));
	});
}

#[test]
fn an_expelled_payer_cannot_keep_delivered_work_unpaid() {
	build_and_execute(|| {
		// GIVEN Bob delivered half of what Alice ordered
		let delivery = taken_on(Order { minutes: 360, price: 160, ..ordered() }, BOB);
		assert_ok!(deliver(BOB, delivery, 180));
		let number = number_of(ALICE);
		expel(ALICE);
		// THEN the price is in escrow
		assert_eq!(tied_up(), [0, 160]);
		// WHEN the window has passed in silence
		go_to(last_block(delivery) + 1);
		assert_ok!(close(delivery));
		// THEN he is paid for his half, and the rest goes where hers went
		assert_eq!((wallet(BOB), came_back()), (WALLET + 72, vec![(number, 80)]));
		assert_eq!(works()[0].payer, Some(ALICE));
	});
}

#[test]
fn if_the_orderer_has_left_any_other_member_stands_in() {
	build_and_execute(|| {
		let delivery = open(common());
		assert_ok!(apply(BOB, delivery));
		assert_ok!(leave(ALICE));
		for who in [ALICE, BOB, STRANGER] {
			assert_noop!(assign(who, delivery, BOB), E::NotYours);
		}
		assert_ok!(assign(CHARLIE, delivery, BOB));
		assert_ok!(deliver(BOB, delivery, 180));
		// They may object, but nobody hands over what all have paid.
		for who in [ALICE, BOB, CHARLIE, STRANGER] {
			assert_noop!(accept(who, delivery), E::NotYours);
		}
		for who in [ALICE, BOB, STRANGER] {
			assert_noop!(dispute(who, delivery), E::NotYours);
		}
		assert_ok!(dispute(CHARLIE, delivery));
	});
}

#[test]
fn who_paid_and_left_speaks_for_what_they_pay_and_others_may_object_too() {
	type Call = fn(DeliveryId) -> DispatchResult;
	let calls: [(Call, bool); 5] = [
		(|delivery| accept(ALICE, delivery), true),
		(|delivery| dispute(ALICE, delivery), true),
		(|delivery| dispute(CHARLIE, delivery), true),
		(|delivery| accept(CHARLIE, delivery), false),
		(|delivery| dispute(BOB, delivery), false),
	];
	for (call, may) in calls {
		build_and_execute(|| {
			let delivery = delivered(own(), BOB);
			expel(ALICE);
			match may {
				true => {
					assert_ok!(call(delivery));
				},
				false => {
					assert_noop!(call(delivery), E::NotYours);
				},
			}
		});
	}
}

#[test]
fn who_has_come_back_speaks_for_their_work_again() {
	build_and_execute(|| {
		let delivery = delivered(own(), BOB);
		expel(ALICE);
		join(ALICE, Class::Worker);
		assert!(under_way(ALICE).is_empty());
		assert_noop!(dispute(CHARLIE, delivery), E::NotYours);
		assert_ok!(accept(ALICE, delivery));
		// It is paid by what they left behind.
		assert_eq!((wallet(ALICE), wallet(BOB), escrowed()), (0, WALLET + 90, 0));
	});
	build_and_execute(|| {
		// It keeps them from nothing: it is not theirs to pay any more.
		let delivery = delivered(own(), BOB);
		expel(ALICE);
		join(ALICE, Class::Worker);
		assert_ok!(leave(ALICE));
		assert_eq!(tied_up(), [0, PRICE]);
		go_to(last_block(delivery) + 1);
		assert_ok!(close(delivery));
	});
	build_and_execute(|| {
		// What the commons pay, they answer for as a member.
		let delivery = delivered(common(), BOB);
		assert_ok!(leave(ALICE));
		assert_noop!(accept(ALICE, delivery), E::NotYours);
		join(ALICE, Class::User);
		assert_noop!(dispute(CHARLIE, delivery), E::NotYours);
		assert_ok!(accept(ALICE, delivery));
	});
}

#[test]
fn who_worked_left_and_came_back_is_paid_by_the_rule_of_their_exit() {
	build_and_execute(|| {
		let delivery = delivered(common(), BOB);
		let before = number_of(BOB);
		assert_ok!(leave(BOB));
		join(BOB, Class::User);
		assert!(under_way(BOB).is_empty());
		assert_ok!(accept(ALICE, delivery));
		assert_ne!(number_of(BOB), before);
		assert_eq!((wallet(BOB), claims()), (0, vec![(BOB, before, PRICE)]));
		assert!(works().is_empty());
	});
	build_and_execute(|| {
		// Leaving once more changes nothing of it.
		let delivery = delivered(common(), BOB);
		let before = number_of(BOB);
		for _ in 0..2 {
			assert_ok!(leave(BOB));
			join(BOB, Class::Worker);
		}
		assert_ok!(accept(ALICE, delivery));
		assert_eq!(claims(), vec![(BOB, before, PRICE)]);
	});
	build_and_execute(|| {
		// What they had not delivered is over.
		let delivery = taken_on(common(), BOB);
		assert_ok!(leave(BOB));
		join(BOB, Class::Worker);
		assert_noop!(deliver(BOB, delivery, 180), E::NoSuchDelivery);
	});
}

#[test]
fn nobody_takes_on_as_a_stranger_what_they_were_asked_as_a_member() {
	build_and_execute(|| {
		let delivery = open(ordered());
		assert_ok!(leave(BOB));
		assert_noop!(take_on(BOB, delivery), E::NotMember);
		// It waits for Alice, for anybody who closes it, or for him.
		join(BOB, Class::Supporter);
		assert_noop!(take_on(BOB, delivery), E::NotInClass);
		assert_noop!(close(delivery), E::NotDue);
		assert_ok!(give_up(ALICE, delivery));
	});
	build_and_execute(|| {
		// Somebody who has left refuses all the same.
		let delivery = open(ordered());
		assert_ok!(leave(BOB));
		assert_ok!(give_up(BOB, delivery));
	});
}

#[test]
fn who_worked_for_all_what_they_had_ordered_may_leave() {
	build_and_execute(|| {
		let delivery = delivered(Order { worker: Worker::Named(ALICE), ..common() }, ALICE);
		let number = number_of(ALICE);
		assert_ok!(leave(ALICE));
		assert_noop!(accept(ALICE, delivery), E::NotYours);
		go_to(last_block(delivery) + 1);
		assert_ok!(close(delivery));
		assert_eq!(claims(), [(ALICE, number, PRICE)]);
	});
}

#[test]
fn leaving_with_much_under_way_settles_all_of_it() {
	build_and_execute(|| {
		// GIVEN Bob pays two, of which Charlie has done one, and does two himself
		let waiting = open(Order { orderer: BOB, ..own() });
		let given = delivered(Order { orderer: BOB, price: 33, ..own() }, CHARLIE);
		let taken = taken_on(Order { price: 200, ..own() }, BOB);
		let done = delivered(common(), BOB);
		assert_eq!(under_way(BOB), [waiting, given, taken, done]);
		assert_eq!((held(BOB), held(ALICE), escrowed()), (133, 200, 100));
		// WHEN he is expelled
		expel(BOB);
		// THEN what nobody has delivered is over, and the rest is in escrow
		assert!(stage(waiting).is_none() && stage(taken).is_none());
		assert_eq!((held(BOB), held(ALICE), escrowed()), (0, 0, 133));
		assert_eq!((under_way(BOB), under_way(CHARLIE)), (vec![], vec![given]));
		go_to(last_block(given) + 1);
		assert_ok!(close(given));
		assert_eq!(wallet(CHARLIE), WALLET + 29);
		assert_ok!(accept(ALICE, done));
		assert_eq!(claims(), [(BOB, BOB as MemberNumber, 100)]);
	});
}

#[test]
fn who_has_nothing_to_do_with_it_leaves_without_a_trace() {
	build_and_execute(|| {
		for order in kinds() {
			open(order);
		}
		delivered(common(), BOB);
		let kept = || (Vec::from_iter(Records::<Test>::iter()), held(ALICE), escrowed());
		let before = kept();
		events();
		assert_ok!(leave(DAVE));
		assert_eq!((kept(), events(), ends()), (before, vec![], vec![]));
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn the_worst_case_of_leaving_is_what_it_says() {
	build_and_execute(|| {
		// WHEN Alice has as much to settle as there can be
		<Deliveries as OnMembership<_>>::set_worst_case(&ALICE);
		// THEN she does all of it, and each piece is paid by somebody else
		let work = Deliveries::deliveries(ALICE, 0);
		let payers: std::collections::BTreeSet<_> =
			work.iter().map(|(_, found)| found.order.orderer).collect();
		assert_eq!((work.len(), payers.len(), under_way(ALICE).len()), (4, 4, 4));
		for (_, found) in &work {
			assert_eq!(found.stage, Stage::TakenOn { worker: ALICE });
			assert_eq!(held(found.order.orderer), found.order.price);
		}
		// AND nothing of it keeps her
		assert_ok!(leave(ALICE));
		assert_eq!((ends().len(), payers.into_iter().map(held).sum::<LaborBalance>()), (4, 0));
	});
}
