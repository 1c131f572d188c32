// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask.

use super::*;
use artel_primitives::{page::PAGE, people::NamesAccounts};

fn numbers(from: RequestId) -> Vec<RequestId> {
	Requests::requests(from).into_iter().map(|(number, _)| number).collect()
}

fn places(request: RequestId, from: u32) -> Vec<u32> {
	Requests::submissions(request, from).into_iter().map(|(place, _)| place).collect()
}

#[test]
fn open_requests_are_told_in_order() {
	build_and_execute(|| {
		for who in 1..=15 {
			(0..8).for_each(|_| {
				assert_ok!(post(who, in_labor(10)));
			});
		}
		assert_eq!(numbers(0), (1..=PAGE as u32).collect::<Vec<_>>());
		assert_eq!(numbers(101), (101..=120).collect::<Vec<_>>());
		assert!(numbers(121).is_empty() && numbers(u32::MAX).is_empty());
		assert_ok!(cancel(1, 2));
		assert_eq!(&numbers(1)[..3], [1, 3, 4]);
	});
}

#[test]
fn a_closed_request_is_told_by_its_number_until_it_is_cleared() {
	build_and_execute(|| {
		let number = closed(CLIENT, 2);
		assert!(numbers(0).is_empty());
		let found = request(number);
		assert!(found.closed && found.held == 0 && found.deposit == DEPOSIT);
		assert_eq!((found.art_held(), found.labor_held()), (DEPOSIT, 0));
		assert_eq!(places(number, 0), [0, 1]);
		assert_ok!(clear(number, 0));
		assert_eq!((places(number, 0), places(number, 2)), (vec![1], vec![]));
		assert_ok!(clear(number, 1));
		assert_eq!((Requests::request(number), places(number, 0)), (None, vec![]));
	});
}

#[test]
fn submissions_are_told_in_pages() {
	build_and_execute(|| {
		assert_ok!(post(1, Terms { places: 150, ..in_labor(10) }));
		for who in 1_000..1_150 {
			FakeMembers::admit(&who, Class::Worker, who as MemberNumber);
			TooFew::put(true);
			assert_ok!(submit(who, 1));
		}
		assert_eq!(places(1, 0), (0..100).collect::<Vec<_>>());
		assert_eq!(places(1, 100), (100..150).collect::<Vec<_>>());
		assert!(places(1, 150).is_empty() && places(1, u32::MAX).is_empty());
		assert!(places(2, 0).is_empty());
		let (_, first) = Requests::submissions(1, 0).remove(0);
		assert_eq!((first.worker, first.number, first.evidence), (1_000, 1_000, note("ipfs")));
	});
}

#[test]
fn people_are_named() {
	build_and_execute(|| {
		let number = waiting();
		let told = |who: u64| who.to_string();
		let named = request(number).with(&told);
		assert_eq!((named.requester, named.unpaid, named.cleared), ("100".into(), 0, 0));
		let (_, submission) = Requests::submissions(number, 0).remove(0);
		assert_eq!(submission.clone().with(&told).worker, "1");
		assert_eq!(submission.with(&told).stage, stage(number, 0));
	});
}
