// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet with its neighbours faked.

mod attacks;
mod broken;
mod clearing;
mod disputes;
mod due;
mod dust;
mod errors;
mod genesis;
mod leaving;
mod model;
mod reads;
mod signal;
mod size;
mod stories;

use crate::{
	mock::{Requests, *},
	*,
};
use artel_primitives::units::ART;
use frame::testing_prelude::*;

type E = Error<Test>;

/// How good the twelve submissions of a story are, by their places.
const SCORES: [u8; 12] = [10, 80, 59, 90, 80, 60, 0, 80, 20, 30, 40, 50];

/// The first twelve workers submit to a request, and each submission is judged.
fn twelve_are_judged(request: RequestId) {
	for (place, percent) in (0..).zip(SCORES) {
		assert_ok!(submit(u64::from(place) + 1, request));
		assert_ok!(judge(request, place, percent));
	}
}

/// A request of the client for one drawing, to which the first worker has submitted what nobody else can judge.
fn waiting() -> RequestId {
	TooFew::put(true);
	assert_ok!(post(CLIENT, Terms { wanted: 1, places: 1, ..in_art(300) }));
	let number = LastRequest::<Test>::get();
	assert_ok!(submit(1, number));
	number
}

/// A closed request to which so many have submitted, of whom none was good enough.
fn closed(who: AccountId, submissions: u32) -> RequestId {
	TooFew::put(false);
	assert_ok!(post(who, Terms { wanted: 1, places: submissions, ..in_art(300) }));
	let number = LastRequest::<Test>::get();
	for place in 0..submissions {
		assert_ok!(submit(u64::from(place) + 1, number));
		assert_ok!(judge(number, place, 10));
	}
	assert_ok!(close(number));
	number
}

/// The places of those who are paid, the best first.
fn best(request: RequestId) -> Vec<u32> {
	Best::<Test>::get(request).iter().map(|ranked| ranked.place).collect()
}
