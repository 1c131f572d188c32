// SPDX-License-Identifier: Apache-2.0

//! Stories of requests, with all the money in them.

use super::*;

#[test]
fn the_best_three_of_twelve_are_paid_in_art_and_the_rest_goes_back() {
	build_and_execute(|| {
		assert_ok!(post(CLIENT, in_art(300)));
		// Three rewards, and twelve reviews of 6 ART.
		assert_eq!(held(CLIENT), (900 + 72 + 5) * ART);
		assert_eq!(coin(CLIENT), COIN - (900 + 72 + 5) * ART);
		twelve_are_judged(1);
		assert_eq!(best(1), [3, 1, 4]);
		for place in best(1) {
			assert_noop!(close(1), E::NotAllPaid);
			assert_ok!(pay(1, place));
		}
		assert_ok!(close(1));
		// 270 and twice 240, and five reviews.
		assert_eq!(coin(CLIENT), COIN - (750 + 30 + 5) * ART);
		assert_eq!(held(CLIENT), DEPOSIT);
		assert_eq!(coin(4), COIN + (6 + 243) * ART);
		assert_eq!([2, 5].map(coin), [COIN + (6 + 216) * ART; 2]);
		assert_eq!([6, 8].map(coin), [COIN + 6 * ART; 2], "they were good enough");
		assert_eq!([1, 3, 7, 9, 10, 11, 12].map(coin), [COIN; 7]);
		assert_eq!(coin(FUND), COIN + 75 * ART);
		// All of them have paid for their reviews in LABOR.
		assert!((1..=12).all(|who| Wallets::get(who) == WALLET - FEE));
		// LOVE follows what was paid, the commission included.
		let works = Works::get();
		let told: Vec<_> = works.iter().map(|work| (work.worker, work.labor)).collect();
		assert_eq!(told, [(4, 900), (2, 800), (5, 800)]);
		assert!(works.iter().all(|work| work.payer.is_none()));
		assert_eq!(works[0].minutes, 1_620);
		(0..12).for_each(|place| {
			assert_ok!(clear(1, place));
		});
		assert_eq!((coin(CLIENT), held(CLIENT)), (COIN - 780 * ART, 0));
	});
}

#[test]
fn what_a_member_pays_in_coin_can_be_checked_as_well() {
	build_and_execute(|| {
		assert_ok!(post(13, in_art(300)));
		twelve_are_judged(1);
		assert_ok!(pay(1, best(1)[0]));
		assert_eq!(Works::get()[0].payer, Some(13));
	});
}

#[test]
fn the_best_three_of_twelve_are_paid_in_labor_and_the_rest_goes_back() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(300)));
		assert_eq!((Tied::get(13), Wallets::get(13)), (900 + 240, WALLET - 1_140));
		assert_eq!(held(13), 0, "members have no deposit");
		twelve_are_judged(1);
		assert_eq!(Tied::get(13), 1_140 - 5 * FEE);
		best(1).into_iter().for_each(|place| {
			assert_ok!(pay(1, place));
		});
		assert_ok!(close(1));
		assert_eq!((Tied::get(13), Wallets::get(13)), (0, WALLET - 750 - 5 * FEE));
		assert_eq!(Wallets::get(4), WALLET + 270);
		assert_eq!([2, 5].map(Wallets::get), [WALLET + 240; 2]);
		assert_eq!([6, 8].map(Wallets::get), [WALLET; 2], "they have the fee back");
		assert_eq!([1, 3, 7].map(Wallets::get), [WALLET - FEE; 3]);
		assert!(Works::get().iter().all(|work| work.payer == Some(13)));
		assert_eq!(Works::get()[0].minutes, 486);
		assert_eq!(coin(FUND), COIN, "what members pay in LABOR bears no commission");
	});
}

#[test]
fn what_nobody_answers_can_be_taken_back() {
	build_and_execute(|| {
		assert_ok!(post(CLIENT, in_art(300)));
		assert_ok!(cancel(CLIENT, 1));
		let returned = 972 * ART;
		assert_eq!(last_event(), Event::Cancelled { request: 1, returned });
		assert_eq!((coin(CLIENT), held(CLIENT)), (COIN, 0));
		assert_ok!(post(1, in_labor(100)));
		assert_ok!(cancel(1, 2));
		assert_eq!((Wallets::get(1), Tied::get(1)), (WALLET, 0));
		assert_eq!(Requests::request(1), None);
		assert_noop!(cancel(CLIENT, 1), E::NoSuchRequest);
		// Numbers are never given twice.
		assert_ok!(post(CLIENT, in_art(300)));
		assert_eq!(LastRequest::<Test>::get(), 3);
	});
}

#[test]
fn what_nobody_answers_closes_without_a_trace() {
	build_and_execute(|| {
		assert_ok!(post(CLIENT, in_art(300)));
		assert_noop!(close(1), E::NotDecided);
		System::set_block_number(101);
		assert_ok!(close(1));
		assert_eq!(last_event(), Event::Closed { request: 1, returned: 972 * ART });
		assert_eq!((coin(CLIENT), held(CLIENT)), (COIN, 0), "the deposit is back at once");
		assert_eq!(Requests::request(1), None);
	});
}

#[test]
fn a_worker_has_the_fee_back_from_the_minimum_on() {
	build_and_execute(|| {
		for (who, percent, back) in [(1, 59, 0), (2, 60, FEE), (3, 100, FEE)] {
			assert_ok!(post(13, in_labor(100)));
			let number = LastRequest::<Test>::get();
			assert_ok!(submit(who, number));
			assert_eq!(Wallets::get(who), WALLET - FEE);
			assert_ok!(judge(number, 0, percent));
			assert_eq!(Wallets::get(who), WALLET - FEE + back, "{percent}");
			let review = back.into();
			let told =
				Event::Scored { request: number, place: 0, quality: quality(percent), review };
			assert_eq!(last_event(), told);
		}
	});
}

#[test]
fn no_more_than_one_review_is_paid_for_a_submission() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(100)));
		assert_ok!(submit(1, 1));
		let owed = |by, amount| Owed { by, to: Source::Held(1), amount };
		let verdict = Verdict::new(1, vec![quality(90)]);
		// What the worker owes is no matter of the requester.
		let all = [owed(Side::Worker, 7), owed(Side::Orderer, 15), owed(Side::Orderer, 15)];
		assert_ok!(Requests::settle(Subject::Submission(1, 0), &verdict, &all));
		assert_eq!(Wallets::get(1), WALLET, "15 of one, and 5 of the other");
		assert_eq!(request(1).held, 300 + 11 * 20);
	});
}

#[test]
fn the_commission_goes_to_the_fund_and_no_unit_is_lost() {
	build_and_execute(|| {
		Commission::put(7);
		assert_ok!(post(CLIENT, Terms { wanted: 1, places: 1, ..in_art(33) }));
		assert_ok!(submit(1, 1));
		assert_ok!(judge(1, 0, 77));
		assert_ok!(pay(1, 0));
		// 77 % of 33 ART, and 7 % of that.
		let (amount, commission) = (25_410_000_000_000, 1_778_700_000_000);
		assert_eq!(
			(coin(FUND), coin(1)),
			(COIN + commission, COIN + 6 * ART + amount - commission)
		);
		assert_ok!(close(1));
		assert_eq!(coin(CLIENT), COIN - 6 * ART - amount - DEPOSIT);
	});
}

#[test]
fn of_equals_the_earlier_one_is_before() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(100)));
		(1..=6).for_each(|who| {
			assert_ok!(submit(who, 1));
		});
		// To be judged first is no better.
		for (place, percent) in [(5, 70), (4, 70), (3, 80), (2, 70), (1, 70), (0, 59)] {
			assert_ok!(judge(1, place, percent));
		}
		assert_eq!(best(1), [3, 1, 2]);
	});
}

#[test]
fn a_part_of_the_places_is_enough_once_the_deadline_has_passed() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(100)));
		assert_ok!(submit(1, 1));
		assert_ok!(judge(1, 0, 60));
		System::set_block_number(100);
		assert_noop!(pay(1, 0), E::NotDecided);
		assert_ok!(submit(2, 1));
		System::set_block_number(101);
		// What was submitted in time is scored first.
		assert_noop!(pay(1, 0), E::NotDecided);
		assert_ok!(judge(1, 1, 61));
		assert_ok!(pay(1, 0));
		assert_ok!(pay(1, 1));
		assert_ok!(close(1));
		assert_eq!(Wallets::get(13), WALLET - 60 - 61 - 2 * FEE);
	});
}

#[test]
fn what_is_worth_nothing_is_paid_nothing() {
	build_and_execute(|| {
		let terms = Terms { minimum: quality(0), places: 3, ..in_labor(100) };
		assert_ok!(post(13, terms));
		for (who, percent) in [(1, 0), (2, 1), (3, 100)] {
			assert_ok!(submit(who, 1));
			let owed = vec![];
			let verdict = Verdict::new(1, vec![quality(percent)]);
			let subject = Subject::Submission(1, who as u32 - 1);
			assert_ok!(Requests::settle(subject, &verdict, &owed));
		}
		assert_eq!(best(1), [2, 1, 0]);
		(0..3).for_each(|place| {
			assert_ok!(pay(1, place));
		});
		assert_eq!(request(1).paid, 3);
		assert_ok!(close(1));
		assert_eq!([1, 2, 3].map(Wallets::get), [WALLET - 20, WALLET - 19, WALLET + 80]);
		assert_eq!(Wallets::get(13), WALLET - 101);
	});
}

#[test]
fn every_step_is_told() {
	build_and_execute(|| {
		let terms = Terms { wanted: 1, places: 1, ..in_art(300) };
		assert_ok!(post(CLIENT, terms.clone()));
		let (request, place, worker) = (1, 0, 1);
		let posted = Event::Posted { request, requester: CLIENT, terms, held: 306 * ART };
		assert_eq!(last_event(), posted);
		assert_ok!(submit(1, 1));
		assert_eq!(
			last_event(),
			Event::Submitted { request, place, worker, evidence: note("ipfs") }
		);
		assert_ok!(judge(1, 0, 80));
		let quality = quality(80);
		assert_eq!(last_event(), Event::Scored { request, place, quality, review: 6 * ART });
		assert_ok!(pay(1, 0));
		let (amount, commission) = (240 * ART, 24 * ART);
		let paid = Event::Paid { request, place, worker, quality, amount, commission };
		assert_eq!(last_event(), paid);
		assert_ok!(close(1));
		assert_eq!(last_event(), Event::Closed { request, returned: 60 * ART });
		assert_ok!(clear(1, 0));
		assert_eq!(last_event(), Event::Forgotten { request, deposit: DEPOSIT });
	});
}
