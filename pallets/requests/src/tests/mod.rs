// SPDX-License-Identifier: Apache-2.0

//! Stories of requests, and what is refused.

mod model;

use crate::{
	mock::{Requests, *},
	*,
};
use artel_primitives::units::ART;
use frame::testing_prelude::*;

type E = Error<Test>;

#[test]
fn the_best_three_of_twelve_are_paid_and_the_rest_goes_back() {
	build_and_execute(|| {
		assert_ok!(post(CLIENT, in_art(300)));
		// Three rewards, and twelve reviews of 6 ART.
		assert_eq!(Balances::reserved_balance(CLIENT), (900 + 72 + 5) * ART);
		for who in 1..=12 {
			assert_ok!(submit(who, 1));
		}
		assert_noop!(submit(13, 1), E::PlacesReached);
		let scores = [10, 80, 59, 90, 80, 60, 0, 80, 20, 30, 40, 50];
		for (place, percent) in (0..).zip(scores) {
			assert_noop!(close(1), E::NotDecided);
			assert_ok!(judge(1, place, percent));
		}
		let best: Vec<_> = Best::<Test>::get(1).iter().map(|ranked| ranked.place).collect();
		assert_eq!(best, [3, 1, 4]);
		assert_noop!(pay(1, 7), E::NotAmongTheBest);
		assert_noop!(close(1), E::NotAllPaid);
		best.into_iter().for_each(|place| {
			assert_ok!(pay(1, place));
		});
		assert_noop!(pay(1, 3), E::AlreadyPaid);
		assert_ok!(close(1));
		assert_noop!(close(1), E::NoSuchRequest);
		// 270 and twice 240, and five reviews.
		assert_eq!(Balances::free_balance(CLIENT), COIN - (750 + 30 + 5) * ART);
		assert_eq!(Balances::free_balance(4), COIN + 6 * ART + 243 * ART);
		assert_eq!(Balances::free_balance(FUND), COIN + 75 * ART);
		assert_eq!(Works::get()[0].labor, 900);
		assert_eq!(Works::get()[0].minutes, 1_620);
	});
}

#[test]
fn labor_of_those_who_leave_goes_by_their_numbers() {
	build_and_execute(|| {
		assert_ok!(post(1, in_labor(100)));
		assert_ok!(post(1, in_labor(100)));
		assert_eq!(Tied::get(1), 2 * (300 + 240));
		assert_noop!(submit(1, 1), E::NotForRequester);
		assert_ok!(submit(2, 1));
		assert_noop!(submit(2, 1), E::AlreadySubmitted);
		assert_noop!(submit(2, 2), E::NotWhileOneIsOpen);
		leave(1);
		assert_noop!(submit(3, 2), E::NoSuchRequest);
		assert_eq!((Tied::get(1), Escrowed::get()), (0, 540));
		leave(2);
		assert_ok!(judge(1, 0, 90));
		assert_noop!(judge(1, 0, 90), E::NotJudged);
		System::set_block_number(101);
		assert_noop!(submit(3, 1), E::TimePassed);
		assert_ok!(pay(1, 0));
		assert_ok!(close(1));
		assert_eq!((Escrowed::get(), Wallets::get(2)), (0, WALLET));
	});
}

#[test]
fn what_nobody_can_judge_waits_for_the_requester() {
	build_and_execute(|| {
		TooFew::put(true);
		assert_ok!(post(CLIENT, in_art(30)));
		assert_ok!(submit(1, 1));
		assert_ok!(submit(2, 1));
		let accept =
			|who, place| Requests::accept(RuntimeOrigin::signed(who), 1, place, quality(70));
		assert_noop!(accept(1, 0), E::NotYourRequest);
		assert_noop!(accept(CLIENT, 2), E::NoSuchSubmission);
		assert_ok!(accept(CLIENT, 0));
		assert_noop!(accept(CLIENT, 0), E::NotWaiting);
		let by = || RuntimeOrigin::signed(CLIENT);
		assert!(Requests::close_submission(by(), 1, 1).is_err());
		System::set_block_number(200_000);
		assert_ok!(Requests::close_submission(by(), 1, 1));
		assert_noop!(Requests::cancel(by(), 1), E::AlreadySubmittedTo);
		assert_eq!(Requests::signal(&1), Signal::default());
	});
}

#[test]
fn impossible_terms_are_refused() {
	build_and_execute(|| {
		let terms = in_art(30);
		assert_noop!(post(NOBODYS, terms.clone()), E::NotHeldByAnybody);
		assert_noop!(post(CLIENT, in_labor(100)), E::NotMember);
		assert_noop!(post(CLIENT, in_art(2)), E::ImpossibleReward);
		assert_noop!(post(CLIENT, Terms { wanted: 0, ..terms.clone() }), E::ImpossibleWanted);
		assert_noop!(post(CLIENT, Terms { wanted: 65, ..terms.clone() }), E::ImpossibleWanted);
		assert_noop!(post(CLIENT, Terms { places: 2, ..terms.clone() }), E::ImpossiblePlaces);
		assert_noop!(post(CLIENT, Terms { places: 1_025, ..terms.clone() }), E::ImpossiblePlaces);
		assert_noop!(post(CLIENT, Terms { deadline: 1, ..terms.clone() }), E::ImpossibleDeadline);
		assert_noop!(post(1, in_labor(u64::MAX)), E::ImpossibleAmount);
		(0..4).for_each(|_| {
			assert_ok!(post(CLIENT, terms.clone()));
		});
		assert_noop!(post(CLIENT, terms), E::TooManyRequests);
		assert_noop!(submit(CLIENT, 1), E::NotWorker);
		assert_noop!(Requests::cancel(RuntimeOrigin::signed(1), 1), E::NotYourRequest);
		(1..=4).for_each(|one| {
			assert_ok!(Requests::cancel(RuntimeOrigin::signed(CLIENT), one));
		});
		assert_eq!(Balances::free_balance(CLIENT), COIN);
	});
}

#[test]
fn what_is_blank_or_too_early_is_refused() {
	build_and_execute(|| {
		let by = RuntimeOrigin::signed;
		let blank =
			|brief, criteria| Requests::post(by(CLIENT), note(brief), note(criteria), in_art(30));
		assert_noop!(blank(" ", "a"), E::BriefMissing);
		assert_noop!(blank("a", " "), E::CriteriaMissing);
		assert_ok!(post(CLIENT, in_art(30)));
		assert_noop!(Requests::submit(by(1), 1, note(" ")), E::EvidenceMissing);
		assert_ok!(submit(1, 1));
		let silent = || Requests::close_submission(by(2), 1, 0).map(|_| ()).map_err(|e| e.error);
		assert_noop!(silent(), E::NotWaiting);
		assert_noop!(pay(1, 0), E::NotDecided);
		assert_ok!(Requests::unjudged(Subject::Submission(1, 0)));
		assert_noop!(silent(), E::NotDue);
		// Nobody who does well is kept waiting: three that were judged are enough.
		let wide = Terms { wanted: 1, places: 1, ..in_art(30) };
		(2..=4).for_each(|request| {
			assert_ok!(post(2, wide.clone()));
			assert_ok!(submit(3, request));
			assert_ok!(judge(request, 0, 100));
		});
		assert_eq!(Requests::signal(&3), Signal { scored: 3, accepted: 3 });
		assert_ok!(submit(3, 1));
		assert_ok!(post(2, wide));
		assert_ok!(submit(3, 5));
		// A year later that counts no more.
		FakeEpochs::pass(4 * EPOCHS_PER_PERIOD);
		assert_eq!(Requests::signal(&3), Signal::default());
	});
}
