// SPDX-License-Identifier: Apache-2.0

//! What idle blocks do by themselves.

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

/// So much work that nobody does, as much as four members can pay.
fn many(count: u64) -> Vec<DeliveryId> {
	let order = |at| Order { orderer: EVERYBODY[at as usize % 4], ..own() };
	(0..count).map(|at| open(order(at))).collect()
}

fn left() -> u64 {
	Records::<Test>::iter_keys().count() as u64
}

#[test]
fn an_idle_block_does_what_is_due_and_nothing_before() {
	build_and_execute(|| {
		let accepted = delivered(common(), BOB);
		let returned = open(own());
		let undecided = disputed(own(), CHARLIE);
		let deserted = open(Order { worker: Worker::Named(DAVE), ..common() });
		let work = [returned, accepted, undecided, deserted];
		let there = || work.map(|delivery| stage(delivery).is_some());
		let last = [last_block(returned), last_block(accepted), last_block(undecided)];
		assert!(last.is_sorted());
		idle(PLENTY);
		assert_eq!(there(), [true; 4]);
		assert_ok!(leave(DAVE));
		idle(PLENTY);
		assert_eq!(there(), [true, true, true, false]);
		for (at, until) in last.into_iter().enumerate() {
			go_to(until);
			idle(PLENTY);
			assert!(there()[at], "it is not due in its last block");
			go_to(until + 1);
			events();
			idle(PLENTY);
			assert!(!there()[at]);
			let quality = Quality::WHOLE;
			let settled = |delivery, worker| {
				vec![Event::Settled { delivery, worker, quality, earned: PRICE, returned: 0 }]
			};
			let told = match at {
				0 => {
					let because = Because::Overdue;
					vec![Event::Returned { delivery: returned, amount: PRICE, because }]
				},
				1 => settled(accepted, BOB),
				_ => settled(undecided, CHARLIE),
			};
			assert_eq!(events(), told);
		}
		assert_eq!(left(), 0);
	});
}

#[test]
fn an_idle_block_takes_no_more_than_it_has() {
	build_and_execute(|| {
		many(12);
		go_to(last_block(1) + 1);
		let one = look() + act();
		let short = Weight::from_parts(1, 0);
		for (room, taken, done) in [
			(Weight::zero(), Weight::zero(), 0),
			(begin() - short, Weight::zero(), 0),
			(begin(), begin(), 0),
			(begin() + look(), begin(), 0),
			(begin() + one - short, begin(), 0),
			(begin() + one, begin() + one, 1),
			(begin() + one * 2 - short, begin() + one, 2),
			(begin() + one * 3, begin() + one * 3, 5),
			// Four at most are looked at.
			(PLENTY, begin() + one * 4, 9),
			// A last look tells that there is nothing more.
			(PLENTY, begin() + one * 3 + look(), 12),
			(PLENTY, begin() + look(), 12),
		] {
			assert_eq!(idle(room), taken, "with {room:?}");
			assert_eq!(12 - left(), done, "with {room:?}");
		}
	});
}

#[test]
fn a_look_at_what_is_not_due_costs_no_more_than_that() {
	build_and_execute(|| {
		many(3);
		assert_eq!(idle(begin() + look() + act()), begin() + look());
		// Where there are few, each is looked at once, and then it is seen that all were.
		assert_eq!(idle(PLENTY), begin() + look() * 4);
		assert_eq!(left(), 3);
	});
}

#[test]
fn idle_blocks_come_to_everything_in_turn() {
	build_and_execute(|| {
		let waiting = many(10);
		let running = open(Order { deadline: now() + 500, ..common() });
		go_to(last_block(waiting[0]) + 1);
		for _ in 0..4 {
			idle(PLENTY);
		}
		assert_eq!(left(), 1);
		assert!(stage(running).is_some());
		for _ in 0..3 {
			idle(PLENTY);
			assert_eq!(Swept::<Test>::get(), running);
		}
	});
}

#[test]
fn what_fails_stands_in_nobody_s_way() {
	build_and_execute(|| {
		many(12);
		go_to(last_block(1) + 1);
		// WHEN what is held for Alice has got lost by some fault elsewhere
		let kept = remembered::Held::take(ALICE);
		for _ in 0..6 {
			idle(PLENTY);
		}
		// THEN all others have theirs back
		assert_eq!(left(), 3);
		assert_eq!([BOB, CHARLIE, DAVE].map(wallet), [WALLET; 3]);
		remembered::Held::insert(ALICE, kept);
		idle(PLENTY);
		assert_eq!(left(), 0);
	});
}

#[test]
fn nothing_depends_on_idle_blocks() {
	build_and_execute(|| {
		let work = many(8);
		go_to(100_000);
		for delivery in work {
			assert_ok!(close(delivery));
		}
		assert_eq!(EVERYBODY.map(wallet), [WALLET; 4]);
	});
}
