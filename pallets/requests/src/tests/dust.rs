// SPDX-License-Identifier: Apache-2.0

//! No pay is too little for an account that begins with it.

use super::*;

/// A worker without any coin.
const POOR: AccountId = 50;

/// The least reward for which a hundredth of it, less a tenth, is what an account must hold.
const LEAST: Balance = 1_111_111_111_200;

fn offered(base_units_of_art: Balance, percent: u8) -> DispatchResult {
	let (reward, minimum) = (Reward::Art { base_units_of_art }, quality(percent));
	post(CLIENT, Terms { reward, minimum, wanted: 1, places: 1, ..in_art(0) })
}

fn poor_chain(test: impl FnOnce()) {
	build_and_execute(|| {
		assert_ok!(Requests::govern(Figures { least_reward: 1, ..Figures::DEFAULT }));
		FakeMembers::admit(&POOR, Class::Worker, 50);
		assert_eq!(coin(POOR), 0);
		test();
	});
}

/// The poor worker has submitted to the last request, and the requester says that it is this good.
fn accepted(percent: u8) {
	TooFew::put(true);
	assert_ok!(submit(POOR, LastRequest::<Test>::get()));
	assert_ok!(accept(CLIENT, LastRequest::<Test>::get(), 0, percent));
}

#[test]
fn a_reward_reaches_everybody_at_the_minimum() {
	poor_chain(|| {
		assert_noop!(offered(LEAST - 1, 1), E::ImpossibleReward);
		assert_noop!(offered(LEAST - 1, 0), E::ImpossibleReward);
		assert_ok!(offered(LEAST - 1, 2));
		assert_ok!(offered(LEAST, 0));
		assert_ok!(offered(LEAST, 1));
		accepted(1);
		assert_ok!(pay(3, 0));
		assert_eq!(coin(POOR), DUST);
	});
}

#[test]
fn labor_is_paid_at_the_minimum_as_well() {
	poor_chain(|| {
		let offered =
			|labor, percent| post(1, Terms { minimum: quality(percent), ..in_labor(labor) });
		assert_noop!(offered(99, 1), E::ImpossibleReward);
		assert_noop!(offered(99, 0), E::ImpossibleReward);
		assert_noop!(offered(1, 99), E::ImpossibleReward);
		assert_ok!(offered(100, 0));
		assert_ok!(offered(2, 50));
	});
}

#[test]
fn a_worker_has_the_commission_where_the_rest_is_too_little() {
	poor_chain(|| {
		assert_ok!(offered(LEAST, 1));
		accepted(1);
		Commission::put(50);
		assert_ok!(pay(1, 0));
		let (amount, quality) = (LEAST / 100, quality(1));
		let told =
			Event::Paid { request: 1, place: 0, worker: POOR, quality, amount, commission: 0 };
		assert_eq!(last_event(), told);
		assert_eq!((coin(POOR), coin(FUND)), (amount, COIN));
		assert_eq!(Works::get()[0].worker, POOR);
		assert_ok!(close(1));
		assert_eq!(coin(CLIENT), COIN - amount - DEPOSIT);
	});
}

#[test]
fn whoever_has_an_account_pays_the_commission_always() {
	poor_chain(|| {
		assert_ok!(offered(LEAST, 1));
		TooFew::put(true);
		assert_ok!(submit(1, 1));
		assert_ok!(accept(CLIENT, 1, 0, 1));
		Commission::put(50);
		assert_ok!(pay(1, 0));
		assert_eq!((coin(1), coin(FUND)), (COIN + LEAST / 200, COIN + LEAST / 200));
	});
}

#[test]
fn what_cannot_be_paid_is_told_and_stays_the_requesters() {
	poor_chain(|| {
		assert_ok!(offered(LEAST, 1));
		accepted(1);
		// Accounts have to hold more since.
		LeastBalance::set(&(2 * DUST));
		assert_ok!(pay(1, 0));
		let amount = LEAST / 100;
		assert_eq!(last_event(), Event::NotPaid { request: 1, place: 0, worker: POOR, amount });
		assert_noop!(pay(1, 0), E::AlreadyPaid);
		let found = request(1);
		assert_eq!((found.paid, found.unpaid, found.held), (0, 1, LEAST + 6 * ART));
		assert!(Works::get().is_empty(), "nobody has LOVE for what was not paid");
		Requests::do_try_state().expect("every invariant holds");
		assert_ok!(close(1));
		assert_eq!((coin(CLIENT), coin(POOR)), (COIN - DEPOSIT, 0));
	});
}

#[test]
fn a_review_that_is_too_little_fails_no_verdict() {
	poor_chain(|| {
		Wallets::insert(POOR, FEE);
		assert_ok!(offered(LEAST, 60));
		assert_ok!(submit(POOR, 1));
		LeastBalance::set(&(7 * ART));
		let owed = Owed { by: Side::Orderer, to: Source::Held(POOR), amount: FEE };
		let verdict = Verdict::new(1, vec![quality(90)]);
		assert_ok!(Requests::settle(Subject::Submission(1, 0), &verdict, &[owed]));
		let told = Event::Scored { request: 1, place: 0, quality: quality(90), review: 0 };
		assert_eq!(last_event(), told);
		assert_eq!(request(1).held, LEAST + 6 * ART);
		// The labor that the test brought in goes out again.
		Pool::mutate(|pool| *pool -= FEE);
	});
}
