// SPDX-License-Identifier: Apache-2.0

//! What somebody might try.

use super::*;

#[test]
fn nobody_refuses_alone() {
	build_and_execute(|| {
		let number = waiting();
		// There is no quality by which the requester pays nothing.
		for percent in 0..60 {
			assert_noop!(accept(CLIENT, number, 0, percent), E::NotGoodEnough);
		}
		assert_noop!(cancel(CLIENT, number), E::AlreadySubmittedTo);
		assert_noop!(close(number), E::NotDecided);
		// A dispute alone refuses nothing either.
		assert_ok!(dispute(CLIENT, number, 0));
		assert_noop!(accept(CLIENT, number, 0, 60), E::NotWaiting);
		assert_noop!(dispute(CLIENT, number, 0), E::NotWaiting);
		pass(DECISION);
		assert_ok!(close_submission(number, 0));
		assert_ok!(pay(number, 0));
		assert_eq!(coin(1), COIN + 270 * ART);
	});
}

#[test]
fn nobody_waits_until_it_is_too_late_to_pay_less() {
	build_and_execute(|| {
		let number = waiting();
		pass(Requests::figures().acceptance_window);
		// The worker is paid in full.
		assert_noop!(accept(CLIENT, number, 0, 60), E::WindowPassed);
		assert_noop!(dispute(CLIENT, number, 0), E::WindowPassed);
		assert_ok!(close_submission(number, 0));
	});
}

#[test]
fn nobody_prolongs_a_dispute() {
	build_and_execute(|| {
		let number = waiting();
		assert_ok!(dispute(CLIENT, number, 0));
		let before = stage(number, 0);
		pass(100);
		assert_noop!(dispute(CLIENT, number, 0), E::NotWaiting);
		assert_noop!(unjudged(number, 0), E::NotJudged);
		assert_eq!(stage(number, 0), before);
	});
}

#[test]
fn nobody_submits_twice_by_leaving() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(10)));
		assert_ok!(submit(1, 1));
		leave(1);
		assert_noop!(submit(1, 1), E::NotWorker);
		FakeMembers::admit(&1u64, Class::Worker, 99);
		assert_noop!(submit(1, 1), E::AlreadySubmitted);
		assert_ok!(post(13, in_labor(10)));
		assert_noop!(submit(1, 2), E::NotWhileOneIsOpen);
	});
}

#[test]
fn what_is_promised_is_on_hold_whatever_the_requester_spends() {
	build_and_execute(|| {
		let number = waiting();
		let all = Balances::transfer_all(signed(CLIENT), OTHER, false);
		assert_ok!(all);
		assert!(coin(CLIENT) <= DUST);
		assert_ok!(accept(CLIENT, number, 0, 100));
		assert_ok!(pay(number, 0));
		assert_eq!((coin(1), coin(FUND)), (COIN + 270 * ART, COIN + 30 * ART));
		assert_ok!(close(number));
		assert_ok!(clear(number, 0));
	});
}

#[test]
fn a_change_of_the_rate_or_the_fee_changes_no_request() {
	build_and_execute(|| {
		assert_ok!(post(CLIENT, in_art(300)));
		let found = request(1);
		assert_eq!((found.fee, found.rate), (FEE, 30 * ART));
		assert_ok!(submit(1, 1));
		// Somebody was paid more for the review than it cost when this was posted.
		let owed = Owed { by: Side::Orderer, to: Source::Held(1), amount: 50 * FEE };
		let verdict = Verdict::new(1, vec![quality(100)]);
		assert_ok!(Requests::settle(Subject::Submission(1, 0), &verdict, &[owed]));
		assert_eq!(coin(1), COIN + 6 * ART);
	});
}

#[test]
fn many_small_requests_cost_a_deposit_each() {
	build_and_execute(|| {
		(0..4).for_each(|_| {
			assert_ok!(post(CLIENT, Terms { wanted: 1, places: 1, ..in_art(3) }));
		});
		assert_eq!(held(CLIENT), 4 * (DEPOSIT + 9 * ART));
		assert_noop!(post(CLIENT, in_art(3)), E::TooManyRequests);
	});
}

#[test]
fn a_full_request_of_the_greatest_size_is_paid() {
	build_and_execute(|| {
		let terms = Terms { wanted: MAX_WANTED, places: MAX_PLACES, ..in_labor(10) };
		Wallets::mutate(13, |free| *free += 200 * LABOR);
		assert_ok!(post(13, terms));
		TooFew::put(true);
		for place in 0..MAX_PLACES {
			let who = 1_000 + u64::from(place);
			FakeMembers::admit(&who, Class::Worker, who as MemberNumber);
			assert_ok!(submit(who, 1));
			assert_ok!(accept(13, 1, place, if place % 2 == 0 { 70 } else { 90 }));
		}
		assert_noop!(submit(1, 1), E::PlacesReached);
		assert_eq!(best(1), (0..64).map(|at| 2 * at + 1).collect::<Vec<_>>());
		best(1).into_iter().for_each(|place| {
			assert_ok!(pay(1, place));
		});
		assert_ok!(close(1));
		assert_eq!(Wallets::get(13), WALLET + 200 * LABOR - 64 * 9);
		(0..MAX_PLACES).for_each(|place| {
			assert_ok!(clear(1, place));
		});
		assert_eq!(Requests::request(1), None);
		Wallets::mutate(13, |free| *free -= 200 * LABOR);
	});
}
