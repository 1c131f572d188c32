// SPDX-License-Identifier: Apache-2.0

//! Every error, each of which changes nothing.

use super::*;

fn posted(brief: &str, criteria: &str) -> DispatchResult {
	Requests::post(signed(CLIENT), note(brief), note(criteria), in_art(30))
}

#[test]
fn what_cannot_be_posted() {
	build_and_execute(|| {
		let terms = in_art(30);
		assert_noop!(post(NOBODYS, terms.clone()), E::NotHeldByAnybody);
		for blank in ["", " ", "\n"] {
			assert_noop!(posted(blank, "a"), E::BriefMissing);
			assert_noop!(posted("a", blank), E::CriteriaMissing);
		}
		for wanted in [0, 65, u32::MAX] {
			assert_noop!(post(CLIENT, Terms { wanted, ..terms.clone() }), E::ImpossibleWanted);
		}
		for places in [0, 2, 1_025, u32::MAX] {
			assert_noop!(post(CLIENT, Terms { places, ..terms.clone() }), E::ImpossiblePlaces);
		}
		let last = 1 + u64::from(Requests::figures().longest);
		for deadline in [0, 1, last + 1, u64::MAX] {
			assert_noop!(post(CLIENT, Terms { deadline, ..terms.clone() }), E::ImpossibleDeadline);
		}
		assert_ok!(post(CLIENT, Terms { deadline: last, ..terms.clone() }));
		assert_noop!(post(CLIENT, in_labor(100)), E::NotMember);
		// A tenth of a LABOR is 3 ART.
		assert_noop!(post(CLIENT, in_art(2)), E::ImpossibleReward);
		assert_noop!(post(1, in_labor(9)), E::ImpossibleReward);
		assert_ok!(post(CLIENT, in_art(3)));
		assert_ok!(post(1, in_labor(10)));
		assert_noop!(post(1, in_labor(u64::MAX)), E::ImpossibleAmount);
		let reward = Reward::Art { base_units_of_art: u128::MAX };
		assert_noop!(post(CLIENT, Terms { reward, ..terms.clone() }), E::ImpossibleAmount);
		LastRequest::<Test>::put(RequestId::MAX);
		assert_noop!(post(CLIENT, terms), E::ImpossibleAmount);
	});
}

#[test]
fn what_nobody_can_pay() {
	build_and_execute(|| {
		assert_noop!(post(CLIENT, in_art(COIN / ART)), TokenError::FundsUnavailable);
		assert_noop!(post(1, in_labor(WALLET)), TokenError::FundsUnavailable);
		Wallets::insert(2, FEE - 1);
		Pool::mutate(|pool| *pool += WALLET - FEE + 1);
		assert_ok!(post(1, in_labor(100)));
		assert_noop!(submit(2, 1), TokenError::FundsUnavailable);
	});
}

#[test]
fn how_many_requests_one_can_have() {
	build_and_execute(|| {
		(0..4).for_each(|_| {
			assert_ok!(post(CLIENT, in_art(30)));
		});
		assert_noop!(post(CLIENT, in_art(30)), E::TooManyRequests);
		(0..8).for_each(|_| {
			assert_ok!(post(1, in_labor(10)));
		});
		assert_noop!(post(1, in_labor(10)), E::TooManyRequests);
		assert_ok!(cancel(CLIENT, 1));
		assert_ok!(post(CLIENT, in_art(30)));
		join(CLIENT);
		assert_ok!(post(CLIENT, in_art(30)));
		leave(CLIENT);
		assert_eq!(Open::<Test>::iter().count(), 8, "nobody had answered them");
		Wallets::remove(CLIENT);
	});
}

#[test]
fn what_cannot_be_submitted() {
	build_and_execute(|| {
		assert_noop!(submit(1, 1), E::NoSuchRequest);
		assert_ok!(post(13, in_labor(100)));
		assert_noop!(submit(CLIENT, 1), E::NotWorker);
		for class in [Class::User, Class::Supporter] {
			FakeMembers::admit(&2u64, class, 2);
			assert_noop!(submit(2, 1), E::NotWorker);
		}
		assert_noop!(submit(13, 1), E::NotForRequester);
		assert_noop!(Requests::submit(signed(1), 1, note(" ")), E::EvidenceMissing);
		assert_ok!(submit(1, 1));
		assert_noop!(submit(1, 1), E::AlreadySubmitted);
		assert_ok!(post(13, Terms { wanted: 1, places: 1, ..in_labor(100) }));
		assert_noop!(submit(1, 2), E::NotWhileOneIsOpen);
		assert_ok!(submit(3, 2));
		assert_noop!(submit(4, 2), E::PlacesReached);
		System::set_block_number(100);
		assert_ok!(submit(5, 1));
		System::set_block_number(101);
		assert_noop!(submit(6, 1), E::TimePassed);
	});
}

#[test]
fn what_is_not_ones_own() {
	build_and_execute(|| {
		let number = waiting();
		for who in [1, OTHER, ARTEL] {
			assert_noop!(accept(who, number, 0, 90), E::NotYourRequest);
			assert_noop!(dispute(who, number, 0), E::NotYourRequest);
			assert_noop!(cancel(who, number), E::NotYourRequest);
		}
		for who in [1, CLIENT] {
			let decided = Requests::decide(signed(who), number, 0, quality(90));
			assert_noop!(decided, DispatchError::BadOrigin);
		}
	});
}

#[test]
fn what_is_not_there() {
	build_and_execute(|| {
		let number = waiting();
		assert_noop!(accept(CLIENT, 9, 0, 90), E::NoSuchRequest);
		assert_noop!(accept(CLIENT, number, 1, 90), E::NoSuchSubmission);
		assert_noop!(dispute(CLIENT, 9, 0), E::NoSuchRequest);
		assert_noop!(dispute(CLIENT, number, 1), E::NoSuchSubmission);
		assert_noop!(decide(9, 0, 90), E::NoSuchRequest);
		assert_noop!(decide(number, 1, 90), E::NoSuchSubmission);
		assert_noop!(close_submission(9, 0), E::NoSuchRequest);
		assert_noop!(close_submission(number, 1), E::NoSuchSubmission);
		assert_noop!(pay(9, 0), E::NoSuchRequest);
		assert_noop!(close(9), E::NoSuchRequest);
		assert_noop!(cancel(CLIENT, 9), E::NoSuchRequest);
		assert_noop!(clear(9, 0), E::NoSuchRequest);
		assert_noop!(judge(9, 0, 90), E::NoSuchRequest);
		assert_noop!(judge(number, 1, 90), E::NoSuchSubmission);
	});
}

#[test]
fn what_is_too_early_or_too_late() {
	build_and_execute(|| {
		let number = waiting();
		assert_noop!(cancel(CLIENT, number), E::AlreadySubmittedTo);
		assert_noop!(close_submission(number, 0), E::NotDue);
		assert_noop!(decide(number, 0, 90), E::NotDisputed);
		assert_noop!(judge(number, 0, 90), E::NotJudged);
		assert_noop!(clear(number, 0), E::NotClosed);
		assert_noop!(pay(number, 0), E::NotDecided);
		assert_noop!(close(number), E::NotDecided);
		let blank = Requests::dispute(signed(CLIENT), number, 0, note(" "));
		assert_noop!(blank, E::StatementMissing);
		assert_noop!(accept(CLIENT, number, 0, 59), E::NotGoodEnough);
		assert_ok!(accept(CLIENT, number, 0, 90));
		assert_noop!(accept(CLIENT, number, 0, 90), E::NotWaiting);
		assert_noop!(dispute(CLIENT, number, 0), E::NotWaiting);
		assert_noop!(close_submission(number, 0), E::NotWaiting);
		assert_noop!(decide(number, 0, 90), E::NotDisputed);
		assert_noop!(close(number), E::NotAllPaid);
		assert_noop!(pay(number, 1), E::NotAmongTheBest);
		assert_ok!(pay(number, 0));
		assert_noop!(pay(number, 0), E::AlreadyPaid);
		assert_ok!(close(number));
		assert_noop!(close(number), E::NoSuchRequest);
		let number = waiting();
		pass(Requests::figures().acceptance_window);
		assert_noop!(accept(CLIENT, number, 0, 90), E::WindowPassed);
		assert_noop!(dispute(CLIENT, number, 0), E::WindowPassed);
	});
}

#[test]
fn a_verdict_on_something_else() {
	build_and_execute(|| {
		let verdict = Verdict::new(1, vec![]);
		for subject in [Subject::Delivery(1), Subject::Payment(1)] {
			assert_noop!(Requests::settle(subject, &verdict, &[]), E::NotJudged);
			assert_noop!(Requests::unjudged(subject), E::NotJudged);
		}
	});
}

#[test]
fn a_place_without_its_record() {
	build_and_execute(|| {
		let number = waiting();
		assert_ok!(accept(CLIENT, number, 0, 90));
		let kept = Submissions::<Test>::take(number, 0).expect("it is there");
		assert_noop!(pay(number, 0), E::NoSuchSubmission);
		Submissions::<Test>::insert(number, 0, kept);
	});
}

#[test]
fn whoever_does_not_sign_does_nothing() {
	build_and_execute(|| {
		let (none, root) = (RuntimeOrigin::none, RuntimeOrigin::root);
		for origin in [none, root] {
			let text = || note("a");
			let bad = DispatchError::BadOrigin;
			assert_noop!(Requests::post(origin(), text(), text(), in_art(30)), bad);
			assert_noop!(Requests::cancel(origin(), 1), bad);
			assert_noop!(Requests::submit(origin(), 1, text()), bad);
			assert_noop!(Requests::accept(origin(), 1, 0, quality(90)), bad);
			assert_noop!(Requests::close_submission(origin(), 1, 0).map_err(|e| e.error), bad);
			assert_noop!(Requests::pay(origin(), 1, 0).map_err(|e| e.error), bad);
			assert_noop!(Requests::close(origin(), 1).map_err(|e| e.error), bad);
			assert_noop!(Requests::dispute(origin(), 1, 0, text()), bad);
			assert_noop!(Requests::decide(origin(), 1, 0, quality(90)), bad);
			assert_noop!(Requests::clear(origin(), 1, 0).map_err(|e| e.error), bad);
		}
	});
}
