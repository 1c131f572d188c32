//! What anyone closes, and idle blocks do by themselves.

use super::*;

const PLENTY: Weight = Weight::MAX;

fn begin() -> Weight {
	<Test as Config>::WeightInfo::sweep_begin()
}

fn look() -> Weight {
	<Test as Config>::WeightInfo::sweep_one()
}

fn act() -> Weight {
	<Test as Config>::WeightInfo::close()
}

/// A block that has so much room left does what an idle block does, and says how much of it that took.
fn idle(room: Weight) -> Weight {
	Deliveries::on_idle(now(), room)
}

#[test]
fn what_is_not_delivered_in_time_goes_back() {
	for order in [ordered as Ordering, common, own] {
		for begun in [false, true] {
			build_and_execute(|| {
				let delivery = if begun { taken_on(order(), BOB) } else { open(order()) };
				let amount = if order().payer == Payer::OrdererLater && !begun { 0 } else { 100 };
				pass_blocks(50u32);
				assert_noop!(close(delivery), E::NotDue);
				pass_blocks(1u32);
				events();
				let closed = close(delivery).expect("it is due");
				assert_eq!(closed.pays_fee, Pays::No);
				let because = Because::Overdue;
				assert_eq!(events(), [Event::Returned { delivery, amount, because }]);
				assert_eq!((gains(), tied_up()), ([0, 0, 0], [0, 0]));
				assert_eq!(ends(), [(order().cause, delivery, Ended::Returned)]);
				assert!(under_way(ALICE).is_empty() && under_way(BOB).is_empty());
			});
		}
	}
}

#[test]
fn either_side_gives_back_what_is_not_delivered() {
	for begun in [false, true] {
		for who in [ALICE, BOB] {
			build_and_execute(|| {
				let delivery = if begun { taken_on(ordered(), BOB) } else { open(ordered()) };
				for other in [CHARLIE, STRANGER] {
					assert_noop!(give_up(other, delivery), E::NotYours);
				}
				events();
				assert_ok!(give_up(who, delivery));
				let amount = if begun { 100 } else { 0 };
				let because = Because::GivenUp(who);
				assert_eq!(events(), [Event::Returned { delivery, amount, because }]);
				assert_eq!((gains(), tied_up()), ([0, 0, 0], [0, 0]));
				assert_eq!(ends(), [(ordered().cause, delivery, Ended::Returned)]);
			});
		}
	}
	build_and_execute(|| {
		// What everybody has decided on, its orderer alone does not take back.
		let (open, begun) = (open(common()), taken_on(common(), BOB));
		for delivery in [open, begun] {
			assert_noop!(give_up(ALICE, delivery), E::NotYours);
		}
		assert_noop!(give_up(BOB, open), E::NotYours);
		assert_ok!(give_up(BOB, begun));
		// A payer does.
		let own = taken_on(own(), BOB);
		assert_ok!(give_up(ALICE, own));
	});
}

#[test]
fn what_waits_for_somebody_who_has_left_goes_back() {
	build_and_execute(|| {
		let delivery = open(Order { worker: Worker::Named(BOB), ..common() });
		assert_noop!(close(delivery), E::NotDue);
		expel(BOB);
		events();
		assert_ok!(close(delivery));
		let because = Because::Left(BOB);
		assert_eq!(events(), [Event::Returned { delivery, amount: 100, because }]);
		assert_eq!(pool(), POOL + WALLET);
	});
}

#[test]
fn to_close_is_for_anyone_who_signs() {
	build_and_execute(|| {
		let delivery = open(common());
		pass_blocks(51u32);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Deliveries::close(origin, delivery), BadOrigin);
		}
		assert_noop!(close(99), E::NoSuchDelivery);
		assert_ok!(close(delivery));
	});
}

#[test]
fn an_idle_block_does_what_is_due() {
	build_and_execute(|| {
		let delivery = delivered(ordered(), BOB);
		let overdue = open(common());
		assert_eq!(idle(PLENTY), begin() + look() * 3, "nothing was due");
		pass_blocks(51u32);
		assert!(idle(PLENTY).all_gte(begin() + look() * 2 + act()));
		assert!(Deliveries::delivery(overdue).is_none() && stage(delivery).is_some());
		pass_blocks(WINDOW);
		idle(PLENTY);
		assert_eq!(gains(), [10, -100, 90]);
		// Where there is nothing, a look tells.
		assert_eq!(idle(PLENTY), begin() + look());
	});
}

#[test]
fn an_idle_block_takes_no_more_than_it_has() {
	build_and_execute(|| {
		let one = |orderer| Order { orderer, ..common() };
		let all: Vec<_> = (0..12).map(|at| open(one(EVERYBODY[at % 4]))).collect();
		pass_blocks(51u32);
		let over = || all.iter().filter(|delivery| stage(**delivery).is_none()).count();
		let (whole, least) = (look() + act(), Weight::from_parts(1, 0));
		for (room, taken, done) in [
			(Weight::zero(), Weight::zero(), 0),
			(begin() - least, Weight::zero(), 0),
			(begin(), begin(), 0),
			(begin() + whole - least, begin(), 0),
			(begin() + whole, begin() + whole, 1),
			(begin() + whole * 2, begin() + whole * 2, 3),
			// Four at most are looked at.
			(PLENTY, begin() + whole * 4, 7),
			(PLENTY, begin() + whole * 4, 11),
			(PLENTY, begin() + whole + look(), 12),
		] {
			assert_eq!(idle(room), taken, "with {room:?}");
			assert_eq!(over(), done, "with {room:?}");
		}
	});
}

#[test]
fn what_cannot_be_done_is_left_as_it_is() {
	build_and_execute(|| {
		let delivery = delivered(own(), BOB);
		pass_blocks(WINDOW + 1);
		let kept = remembered::Held::take(ALICE);
		let before = Deliveries::delivery(delivery);
		idle(PLENTY);
		assert_eq!(Deliveries::delivery(delivery), before);
		remembered::Held::insert(ALICE, kept);
		idle(PLENTY);
		assert_eq!(wallet(BOB), WALLET + 90);
	});
}
