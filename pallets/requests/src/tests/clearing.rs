// SPDX-License-Identifier: Apache-2.0

//! Records of closed requests go, one at a time, and with the last one the deposit.

use super::*;

#[test]
fn each_submission_is_cleared_and_the_last_one_frees_the_deposit() {
	build_and_execute(|| {
		let number = closed(CLIENT, 3);
		assert_eq!((held(CLIENT), coin(CLIENT)), (DEPOSIT, COIN - DEPOSIT));
		// In any order, by anybody.
		for (place, left) in [(1, 2), (0, 1)] {
			assert_ok!(clear(number, place));
			assert_eq!(last_event(), Event::Cleared { request: number, place });
			assert_noop!(clear(number, place), E::NoSuchSubmission);
			let found = request(number);
			assert_eq!(found.submitted - found.cleared, left);
			assert_eq!(Requests::submissions(number, 0).len() as u32, left);
			assert_eq!(held(CLIENT), DEPOSIT);
			Requests::do_try_state().expect("every invariant holds");
		}
		assert_ok!(clear(number, 2));
		assert_eq!(last_event(), Event::Forgotten { request: number, deposit: DEPOSIT });
		assert_eq!((held(CLIENT), coin(CLIENT)), (0, COIN));
		assert_eq!(Requests::request(number), None);
		assert_noop!(clear(number, 2), E::NoSuchRequest);
		assert_eq!(Submissions::<Test>::iter().count(), 0);
		assert_eq!(Places::<Test>::iter().count(), 0);
		assert_eq!(Best::<Test>::iter().count() + Open::<Test>::iter().count(), 0);
	});
}

#[test]
fn nothing_of_an_open_request_is_cleared() {
	build_and_execute(|| {
		assert_ok!(post(13, in_labor(100)));
		assert_noop!(clear(1, 0), E::NotClosed);
		assert_ok!(submit(1, 1));
		assert_ok!(judge(1, 0, 10));
		assert_noop!(clear(1, 0), E::NotClosed);
		System::set_block_number(101);
		assert_ok!(close(1));
		assert_noop!(clear(1, 1), E::NoSuchSubmission);
		assert_ok!(clear(1, 0));
		assert_eq!(Event::Forgotten { request: 1, deposit: 0 }, last_event());
	});
}

#[test]
fn closed_requests_keep_nobody_from_another() {
	build_and_execute(|| {
		for _ in 0..10 {
			closed(CLIENT, 1);
		}
		assert_eq!(held(CLIENT), 10 * DEPOSIT, "but each costs a deposit until it is cleared");
		(1..=10).for_each(|number| {
			assert_ok!(clear(number, 0));
		});
		assert_eq!((held(CLIENT), coin(CLIENT)), (0, COIN));
	});
}

#[test]
fn a_deposit_is_its_owners_whatever_they_become() {
	build_and_execute(|| {
		let number = closed(CLIENT, 1);
		join(CLIENT);
		assert_ok!(post(CLIENT, in_labor(100)));
		leave(CLIENT);
		assert_ok!(clear(number, 0));
		assert_eq!((held(CLIENT), coin(CLIENT)), (0, COIN));
		assert_eq!(Wallets::take(CLIENT), WALLET);
	});
}
