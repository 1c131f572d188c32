// SPDX-License-Identifier: Apache-2.0

//! When a requester or a worker leaves.

use super::*;

#[test]
fn what_nobody_has_answered_goes_back_to_a_requester_who_leaves() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(100)));
		assert_ok!(post(13, in_art(300)));
		leave(13);
		assert_eq!((Wallets::get(13), Tied::get(13)), (WALLET, 0));
		assert_eq!((coin(13), held(13)), (COIN, 0));
		assert_eq!((Requests::request(1), Requests::request(2)), (None, None));
		assert_noop!(submit(1, 1), E::NoSuchRequest);
	});
}

#[test]
fn what_somebody_has_answered_is_paid_out_of_escrow() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(100)));
		assert_ok!(submit(1, 1));
		leave(13);
		assert_eq!((Tied::get(13), Escrowed::get()), (0, 300 + 240));
		Requests::do_try_state().expect("every invariant holds");
		// It goes on: others submit, and are judged and paid.
		assert_ok!(submit(2, 1));
		assert_ok!(judge(1, 0, 90));
		assert_ok!(judge(1, 1, 50));
		assert_eq!(Wallets::get(1), WALLET);
		System::set_block_number(101);
		assert_ok!(pay(1, 0));
		let pool = Pool::get();
		assert_ok!(close(1));
		assert_eq!((Wallets::get(1), Wallets::get(2)), (WALLET + 90, WALLET - FEE));
		// What is left goes by the rule of the exit.
		assert_eq!((Escrowed::get(), Pool::get() - pool), (0, 540 - 90 - 20));
		assert_eq!(Wallets::get(13), WALLET - 540);
	});
}

#[test]
fn a_requester_who_has_left_still_answers() {
	build_and_execute(|| {
		TooFew::put(true);
		assert_ok!(post(13, Terms { wanted: 2, places: 2, ..in_labor(100) }));
		assert_ok!(submit(1, 1));
		assert_ok!(submit(2, 1));
		leave(13);
		assert_ok!(accept(13, 1, 0, 70));
		assert_ok!(dispute(13, 1, 1));
		assert_eq!(Requests::parties_of_disputed(1, 1), [13, 2]);
		assert_ok!(decide(1, 1, 100));
		assert_ok!(pay(1, 0));
		assert_ok!(pay(1, 1));
		assert_ok!(close(1));
		assert_eq!((Wallets::get(1), Wallets::get(2)), (WALLET + 70, WALLET + 100));
	});
}

#[test]
fn whoever_comes_back_has_the_rest_of_it_by_the_old_number() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(100)));
		assert_ok!(submit(1, 1));
		leave(13);
		FakeMembers::admit(&13u64, Class::Worker, 99);
		assert_noop!(submit(13, 1), E::NotForRequester);
		assert_ok!(post(13, in_labor(100)));
		assert_eq!((Tied::get(13), Escrowed::get()), (540, 540));
		leave(13);
		assert_eq!((Tied::get(13), Escrowed::get()), (0, 540), "it is in escrow once");
		assert_eq!(request(1).left, Some(13));
	});
}

#[test]
fn art_stays_on_the_account_of_a_requester_who_leaves() {
	build_and_execute(|| {
		assert_ok!(post(13, Terms { wanted: 1, places: 1, ..in_art(300) }));
		assert_ok!(submit(1, 1));
		leave(13);
		assert_eq!((held(13), request(1).left), (306 * ART, None));
		assert_ok!(judge(1, 0, 100));
		assert_ok!(pay(1, 0));
		assert_ok!(close(1));
		assert_eq!((coin(13), held(13)), (COIN - 306 * ART, 0));
		assert_eq!(coin(1), COIN + 276 * ART);
	});
}

#[test]
fn a_worker_who_has_left_is_paid_by_their_number() {
	build_and_execute(|| {
		for (terms, back) in [(in_labor(100), false), (in_labor(100), true)] {
			assert_ok!(post(13, Terms { wanted: 1, places: 1, ..terms }));
			let number = LastRequest::<Test>::get();
			assert_ok!(submit(1, number));
			leave(1);
			if back {
				// Another membership is another number.
				FakeMembers::admit(&1u64, Class::Worker, 99);
			}
			assert_ok!(judge(number, 0, 100));
			let (wallet, pool) = (Wallets::get(1), Pool::get());
			assert_ok!(pay(number, 0));
			assert_eq!((Wallets::get(1), Pool::get()), (wallet, pool + 100));
			join(1);
		}
	});
}

#[test]
fn coin_is_a_workers_who_has_left_but_earns_no_love() {
	build_and_execute(|| {
		assert_ok!(post(CLIENT, Terms { wanted: 1, places: 1, ..in_art(300) }));
		assert_ok!(submit(1, 1));
		leave(1);
		assert_ok!(judge(1, 0, 100));
		assert_ok!(pay(1, 0));
		assert_eq!((coin(1), coin(FUND)), (COIN + 276 * ART, COIN + 30 * ART));
		assert!(Works::get().is_empty());
		// What they have submitted is not open any more, wherever they are.
		assert_eq!(Unscored::<Test>::iter().count(), 0);
	});
}

#[test]
fn as_many_requests_as_can_be_are_settled_at_once() {
	build_and_execute(|| {
		for number in 1..=8 {
			assert_ok!(post(13, Terms { wanted: 1, places: 1, ..in_labor(10) }));
			if number % 2 == 0 {
				assert_ok!(submit(number.into(), number));
			}
		}
		leave(13);
		assert_eq!((Tied::get(13), Escrowed::get()), (0, 4 * 30));
		assert_eq!(RequestsOf::<Test>::get(13).to_vec(), [2, 4, 6, 8]);
	});
}
