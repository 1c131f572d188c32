// SPDX-License-Identifier: Apache-2.0

//! What too few others can judge: the requester accepts it or disputes it, and the artel decides.

use super::*;

fn window() -> u32 {
	Requests::figures().acceptance_window
}

#[test]
fn the_requester_accepts_what_is_good_enough() {
	build_and_execute(|| {
		let number = waiting();
		assert_noop!(accept(CLIENT, number, 0, 59), E::NotGoodEnough);
		assert_noop!(accept(CLIENT, number, 0, 0), E::NotGoodEnough);
		assert_ok!(accept(CLIENT, number, 0, 60));
		assert_ok!(pay(number, 0));
		assert_eq!(coin(1), COIN + 162 * ART);
		assert_eq!(Wallets::get(1), WALLET, "no case was opened, so there was no fee");
		assert_ok!(close(number));
		// The review that was not needed goes back.
		assert_eq!(coin(CLIENT), COIN - 180 * ART - DEPOSIT);
	});
}

#[test]
fn silence_accepts_in_full() {
	build_and_execute(|| {
		let number = waiting();
		let until = 1 + u64::from(window());
		assert_eq!(last_event(), Event::Waiting { request: number, place: 0, until });
		System::set_block_number(until);
		assert_noop!(close_submission(number, 0), E::NotDue);
		pass(0);
		assert_noop!(accept(CLIENT, number, 0, 60), E::WindowPassed);
		assert_noop!(dispute(CLIENT, number, 0), E::WindowPassed);
		assert_ok!(close_submission(number, 0));
		assert_eq!(stage(number, 0), Stage::Scored { quality: Quality::WHOLE });
		assert_ok!(pay(number, 0));
		assert_eq!(coin(1), COIN + 270 * ART);
	});
}

#[test]
fn the_artel_decides_what_is_disputed() {
	build_and_execute(|| {
		let cases = [(0, 0), (59, 0), (60, 162), (100, 270)];
		for (percent, net) in cases {
			let (before, number) = (coin(1), waiting());
			assert_noop!(Requests::can_decide(number, 0), E::NotDisputed);
			assert!(Requests::parties_of_disputed(number, 0).is_empty());
			assert_ok!(dispute(CLIENT, number, 0));
			let until = System::block_number() + u64::from(DECISION);
			let statement = note("It is a copy");
			let told = Event::Disputed { request: number, place: 0, statement, until };
			assert_eq!(last_event(), told);
			assert_eq!(stage(number, 0), Stage::Disputed { until });
			assert_ok!(Requests::can_decide(number, 0));
			assert_eq!(Requests::parties_of_disputed(number, 0), [CLIENT, 1]);
			assert_noop!(pay(number, 0), E::NotDecided);
			assert_ok!(decide(number, 0, percent));
			assert_eq!(stage(number, 0), Stage::Scored { quality: quality(percent) });
			if net > 0 {
				assert_ok!(pay(number, 0));
			} else {
				assert_noop!(pay(number, 0), E::NotAmongTheBest);
			}
			assert_ok!(close(number));
			assert_eq!(coin(1), before + net * ART, "{percent}");
			assert_noop!(Requests::can_decide(number, 0), E::NoSuchRequest);
			assert!(Requests::parties_of_disputed(number, 0).is_empty());
		}
		assert_eq!(Requests::signal(&1), Signal { scored: 4, accepted: 2 });
	});
}

#[test]
fn silence_of_the_artel_accepts_in_full_as_well() {
	build_and_execute(|| {
		let number = waiting();
		pass(window() - 1);
		assert_ok!(dispute(CLIENT, number, 0));
		pass(DECISION - 1);
		assert_ok!(Requests::can_decide(number, 0));
		assert_noop!(close_submission(number, 0), E::NotDue);
		pass(0);
		assert_noop!(Requests::can_decide(number, 0), E::WindowPassed);
		assert_noop!(decide(number, 0, 0), E::WindowPassed);
		assert!(Requests::parties_of_disputed(number, 0).is_empty());
		assert_ok!(close_submission(number, 0));
		assert_ok!(pay(number, 0));
		assert_ok!(close(number));
		assert_eq!(coin(1), COIN + 270 * ART);
		assert_eq!(coin(CLIENT), COIN - 300 * ART - DEPOSIT);
		assert_eq!(Requests::signal(&1), Signal::default(), "nobody has judged it");
	});
}

#[test]
fn a_case_that_too_few_judge_waits_for_the_requester() {
	build_and_execute(|| {
		assert_ok!(post(13, Terms { wanted: 1, places: 1, ..in_labor(100) }));
		assert_ok!(submit(1, 1));
		assert_noop!(accept(13, 1, 0, 90), E::NotWaiting);
		assert_noop!(dispute(13, 1, 0), E::NotWaiting);
		assert_noop!(close_submission(1, 0), E::NotWaiting);
		assert_ok!(unjudged(1, 0));
		assert_noop!(unjudged(1, 0), E::NotJudged);
		assert_noop!(judge(1, 0, 90), E::NotJudged);
		assert_ok!(dispute(13, 1, 0));
		assert_noop!(judge(1, 0, 90), E::NotJudged);
		assert_ok!(decide(1, 0, 90));
		assert_ok!(pay(1, 0));
		assert_ok!(close(1));
		assert_eq!(Wallets::get(13), WALLET - 90);
	});
}

#[test]
fn what_is_decided_later_is_still_among_the_best() {
	build_and_execute(|| {
		assert_ok!(post(13, Terms { wanted: 2, places: 3, ..in_labor(100) }));
		TooFew::put(true);
		(1..=3).for_each(|who| {
			assert_ok!(submit(who, 1));
		});
		assert_ok!(accept(13, 1, 1, 70));
		assert_ok!(accept(13, 1, 2, 80));
		assert_ok!(dispute(13, 1, 0));
		assert_noop!(pay(1, 2), E::NotDecided);
		assert_ok!(decide(1, 0, 90));
		assert_eq!(best(1), [0, 2]);
	});
}
