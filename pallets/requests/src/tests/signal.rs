// SPDX-License-Identifier: Apache-2.0

//! How much of what a worker submits is good enough, and what they may do by that.

use super::*;

/// The worker submits to a new request for one, and others find it this good.
fn judged(who: AccountId, percent: u8) {
	let number = open();
	assert_ok!(submit(who, number));
	assert_ok!(judge(number, 0, percent));
}

/// A new request, of somebody who has not too many.
fn open() -> RequestId {
	let number = LastRequest::<Test>::get() + 1;
	let who = u64::from(number % 8) + 10;
	assert_ok!(post(who, Terms { wanted: 1, places: 1, ..in_labor(10) }));
	number
}

/// Whether this one can have two submissions open; afterwards they have none.
fn has_two(who: AccountId) -> bool {
	let (one, other) = (open(), open());
	assert_ok!(submit(who, one));
	let done = submit(who, other);
	if done.is_err() {
		assert_eq!(done, Err(E::NotWhileOneIsOpen.into()));
	}
	for number in [one, other] {
		if Submissions::<Test>::contains_key(number, 0) {
			assert_ok!(unjudged(number, 0));
			assert_ok!(accept(request(number).requester, number, 0, 100));
			assert_ok!(pay(number, 0));
			assert_ok!(close(number));
		} else {
			assert_ok!(cancel(request(number).requester, number));
		}
	}
	done.is_ok()
}

#[test]
fn newcomers_have_one_open_submission_at_a_time() {
	build_and_execute(|| {
		for scored in 0..3 {
			assert_eq!(Requests::signal(&1), Signal { scored, accepted: scored });
			assert!(!has_two(1), "{scored} were judged");
			judged(1, 100);
		}
		assert!(has_two(1));
		assert!(!has_two(2), "it is somebody else's");
	});
}

#[test]
fn the_requesters_word_is_no_verdict() {
	build_and_execute(|| {
		(0..5).for_each(|_| assert!(!has_two(1)));
		assert_eq!(Requests::signal(&1), Signal::default());
	});
}

#[test]
fn whoever_is_below_the_floor_has_one_at_a_time() {
	build_and_execute(|| {
		[100, 60, 59, 0].into_iter().for_each(|percent| judged(1, percent));
		assert_eq!(Requests::signal(&1), Signal { scored: 4, accepted: 2 });
		assert!(has_two(1), "a half is enough");
		judged(1, 59);
		assert!(!has_two(1), "two of five are less");
		judged(1, 60);
		assert!(has_two(1));
		let figures = Figures { signal_floor: Percent::from_percent(51), ..Figures::DEFAULT };
		assert_ok!(Requests::govern(figures));
		assert!(!has_two(1));
	});
}

#[test]
fn four_periods_count() {
	build_and_execute(|| {
		let period = |number| FakeEpochs::set(number * EPOCHS_PER_PERIOD);
		for (number, percent) in [(0, 100), (1, 100), (2, 10), (3, 100), (3, 100)] {
			period(number);
			judged(1, percent);
		}
		let told = |number| {
			period(number);
			let Signal { scored, accepted } = Requests::signal(&1);
			(scored, accepted)
		};
		let all = [3, 4, 5, 6, 7].map(told);
		assert_eq!(all, [(5, 4), (4, 3), (3, 2), (2, 2), (0, 0)]);
		// The last epoch of a period is in it.
		FakeEpochs::set(7 * EPOCHS_PER_PERIOD - 1);
		assert_eq!(Requests::signal(&1).scored, 2);
		period(7);
		judged(1, 100);
		assert_eq!(Signals::<Test>::get(1).len(), 1, "what counts no more is forgotten");
		for number in 8..20 {
			period(number);
			judged(1, 100);
			assert!(Signals::<Test>::get(1).len() <= 4);
		}
		assert_eq!(Requests::signal(&1), Signal { scored: 4, accepted: 4 });
	});
}

#[test]
fn it_stays_with_whoever_leaves_and_comes_back() {
	build_and_execute(|| {
		judged(1, 10);
		leave(1);
		FakeMembers::admit(&1u64, Class::Worker, 99);
		assert_eq!(Requests::signal(&1), Signal { scored: 1, accepted: 0 });
	});
}

#[test]
fn what_the_artel_decides_counts() {
	build_and_execute(|| {
		for percent in [100, 59] {
			let number = open();
			assert_ok!(submit(1, number));
			assert_ok!(unjudged(number, 0));
			assert_ok!(dispute(request(number).requester, number, 0));
			assert_ok!(decide(number, 0, percent));
		}
		assert_eq!(Requests::signal(&1), Signal { scored: 2, accepted: 1 });
	});
}
