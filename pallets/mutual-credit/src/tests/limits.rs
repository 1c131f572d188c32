// SPDX-License-Identifier: Apache-2.0

//! Nobody can fill the chain, or somebody else's lists.

use crate::{mock::*, *};
use codec::{Decode, Encode};
use frame::testing_prelude::*;

type E = Error<Test>;

#[test]
fn a_member_publishes_three_offers_at_most() {
	build_with_grants(|| {
		let offers: Vec<_> = (0..3).map(|_| publish(ALICE, hourly(80))).collect();
		let another = || MutualCredit::publish_offer(signed(ALICE), line("Cooking"), hourly(80));
		assert_noop!(another(), E::TooManyOffers);
		assert_ok!(MutualCredit::withdraw_offer(signed(ALICE), offers[1]));
		assert_ok!(another());
		assert_noop!(another(), E::TooManyOffers);
	});
}

#[test]
fn text_that_is_too_long_or_no_text_does_not_decode() {
	// The calls that bear text, with the text last.
	let pay = |memo: Vec<u8>| (MUTUAL_CREDIT, 0u8, BOB, 1u64, memo).encode();
	let order = |brief: Vec<u8>| (MUTUAL_CREDIT, 3u8, 1u32, 1u32, 5u64, brief).encode();
	let calls: [&dyn Fn(Vec<u8>) -> Vec<u8>; 2] = [&pay, &order];
	for (at, call) in calls.into_iter().enumerate() {
		let decodes = |text: Vec<u8>| RuntimeCall::decode(&mut &call(text)[..]).is_ok();
		assert!(decodes(vec![b'a'; 256]), "call {at}");
		assert!(!decodes(vec![b'a'; 257]), "call {at}");
		assert!(!decodes(vec![0xff, 0xfe]), "call {at}");
	}
	let publish = |title: Vec<u8>| {
		let call = (MUTUAL_CREDIT, 1u8, title, hourly(80)).encode();
		RuntimeCall::decode(&mut &call[..]).is_ok()
	};
	assert!(publish(vec![b'a'; 64]));
	assert!(!publish(vec![b'a'; 65]));
}

/// The number of the pallet among those of the mock.
const MUTUAL_CREDIT: u8 = 3;
