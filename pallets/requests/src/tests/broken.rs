// SPDX-License-Identifier: Apache-2.0

//! Every invariant notices what breaks it.

use super::*;
use frame::deps::sp_runtime::TryRuntimeError;

/// Whatever this does to the storage is noticed, and said so. There are a closed request of somebody who is no member,
/// with two submissions, as number 1; and an open one of a member, with two that are scored and one that is not, as
/// number 2.
fn spoilt(why: &'static str, spoil: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		closed(CLIENT, 2);
		assert_ok!(post(13, in_labor(100)));
		for (place, percent) in [(0, 70), (1, 80)] {
			assert_ok!(submit(u64::from(place) + 1, 2));
			assert_ok!(judge(2, place, percent));
		}
		assert_ok!(submit(3, 2));
		Requests::do_try_state().expect("nothing is broken yet");
		spoil();
		assert_eq!(Requests::do_try_state(), Err(TryRuntimeError::Other(why)));
	});
}

fn change(number: RequestId, how: impl FnOnce(&mut RequestOf<Test>)) {
	crate::Requests::<Test>::mutate(number, |kept| how(kept.as_mut().expect("it is there")));
}

fn change_best(how: impl FnOnce(&mut Vec<Ranked>)) {
	Best::<Test>::mutate(2, |best| {
		let mut all = best.to_vec();
		how(&mut all);
		*best = BoundedVec::truncate_from(all);
	});
}

fn submission(number: RequestId, place: u32) -> SubmissionOf<Test> {
	Submissions::<Test>::get(number, place).expect("it is there")
}

#[test]
fn every_request_is_what_it_can_be() {
	spoilt("a request has a number never given", || LastRequest::<Test>::put(0));
	spoilt("open is not as listed", || Open::<Test>::remove(2));
	spoilt("open is not as listed", || Open::<Test>::insert(1, ()));
	spoilt("a request is not its requester's", || RequestsOf::<Test>::remove(13));
	spoilt("a request is not its requester's", || {
		RequestsOf::<Test>::insert(13, BoundedVec::truncate_from(vec![2, 2]));
	});
	spoilt("a request is not its requester's", || {
		RequestsOf::<Test>::insert(CLIENT, BoundedVec::truncate_from(vec![1]));
	});
	spoilt("more submitted than there are places", || change(2, |found| found.terms.places = 2));
	spoilt("a closed request holds", || change(1, |found| found.held = 1));
	spoilt("nothing of a request is recorded", || change(1, |found| found.cleared = 2));
	spoilt("it was closed too early", || change(1, |found| found.scored = 1));
	spoilt("something of an open request was cleared", || change(2, |found| found.cleared = 1));
	spoilt("a request cannot pay what it promises", || change(2, |found| found.held -= 1));
}

#[test]
fn every_submission_is_counted_and_found() {
	spoilt("a place is empty", || Submissions::<Test>::remove(2, 1));
	spoilt("a submission is not found by its worker", || Places::<Test>::remove(2, 1));
	spoilt("a submission is not found by its worker", || Places::<Test>::insert(2, 1, 7));
	spoilt("somebody submitted to their own request", || {
		Submissions::<Test>::insert(2, 0, Submission { worker: 13, ..submission(2, 0) });
		Places::<Test>::insert(2, 13, 0);
	});
	spoilt("submissions that were cleared are miscounted", || Submissions::<Test>::remove(1, 1));
	spoilt("scored submissions are miscounted", || change(2, |found| found.scored = 3));
	spoilt("scored submissions are miscounted", || {
		let stage = Stage::Scored { quality: quality(1) };
		Submissions::<Test>::insert(2, 2, Submission { stage, ..submission(2, 2) });
	});
}

#[test]
fn the_best_are_the_best() {
	spoilt("more are among the best than are wanted", || change(2, |found| found.terms.wanted = 1));
	spoilt("the best of a closed request are kept", || {
		let one = Best::<Test>::get(2)[0];
		Best::<Test>::insert(1, BoundedVec::truncate_from(vec![one]));
	});
	spoilt("nobody is the best", || change_best(|best| best[0].place = 9));
	spoilt("one of the best was scored otherwise", || {
		change_best(|best| best[0].quality = quality(99));
	});
	spoilt("one of the best is not enough", || {
		change(2, |found| found.terms.minimum = quality(71));
	});
	spoilt("the best are out of order", || change_best(|best| best.swap(0, 1)));
	spoilt("the best are out of order", || change_best(|best| best[0] = best[1]));
	spoilt("those who were paid are miscounted", || change_best(|best| best[0].settled = true));
	spoilt("those who were paid are miscounted", || change(2, |found| found.unpaid = 1));
}

#[test]
fn nothing_else_is_listed() {
	spoilt("something else is open", || Open::<Test>::insert(9, ()));
	spoilt("another request is somebody's", || {
		RequestsOf::<Test>::insert(14, BoundedVec::truncate_from(vec![9]));
	});
	spoilt("a submission is to no request", || {
		Submissions::<Test>::insert(9, 0, submission(2, 0));
	});
	spoilt("a place is nobody's", || Places::<Test>::insert(2, 15, 0));
	spoilt("there are best of no open request", || {
		Best::<Test>::insert(9, types::Best::default());
	});
	spoilt("submissions that are not scored are miscounted", || Unscored::<Test>::remove(3));
	spoilt("submissions that are not scored are miscounted", || Unscored::<Test>::insert(4, 0));
	let tallies = |all: [Tally; 2]| {
		Signals::<Test>::insert(1, BoundedVec::truncate_from(all.to_vec()));
	};
	let tally = |period, scored, accepted| Tally { period, scored, accepted };
	spoilt("a period is tallied twice", || tallies([tally(0, 1, 1), tally(0, 1, 1)]));
	spoilt("more was accepted than scored", || tallies([tally(0, 1, 1), tally(1, 1, 2)]));
}

#[test]
fn what_is_on_hold_is_what_is_promised() {
	spoilt("another amount of ART is on hold", || change(1, |found| found.deposit += 1));
	spoilt("another amount of LABOR is on hold", || change(2, |found| found.held += 1));
	spoilt("another amount of LABOR is on hold", || Tied::insert(13, 0));
	spoilt("another amount of LABOR is in escrow", || Escrowed::put(1));
	spoilt("another amount of LABOR is in escrow", || {
		leave(13);
		Escrowed::mutate(|escrowed| *escrowed -= 1);
	});
}
