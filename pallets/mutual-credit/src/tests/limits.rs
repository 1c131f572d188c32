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
fn a_buyer_has_four_orders_at_most() {
	build_with_grants(|| {
		let offer = publish(ALICE, hourly(80));
		let orders: Vec<_> = (0..4).map(|_| order(BOB, offer, 60)).collect();
		let another = || MutualCredit::place_order(signed(BOB), offer, 60, 50, note(""));
		assert_noop!(another(), E::TooManyOrders);
		assert_ok!(MutualCredit::cancel_order(signed(BOB), orders[0]));
		assert_ok!(another());
	});
}

#[test]
fn a_provider_accepts_four_orders_at_most() {
	build_with_grants(|| {
		let offer = publish(ALICE, hourly(80));
		// GIVEN Alice runs four orders, one as a buyer and three as a provider
		ordered(ALICE, BOB, 100);
		let accept = |order| MutualCredit::accept_order(signed(ALICE), order);
		let orders: Vec<_> = (0..4).map(|_| order(BOB, offer, 60)).collect();
		for order in &orders[..3] {
			assert_ok!(accept(*order));
		}
		// WHEN she accepts one more
		assert_noop!(accept(orders[3]), E::TooManyOrders);
		// THEN she has to finish another first
		assert_ok!(MutualCredit::cancel_order(signed(ALICE), orders[0]));
		assert_ok!(accept(orders[3]));
	});
}

#[test]
fn nobody_fills_another_s_list() {
	build_with_grants(|| {
		// GIVEN everyone orders from Alice as often as possible
		let offer = publish(ALICE, hourly(80));
		for buyer in [BOB, CHARLIE] {
			for _ in 0..4 {
				order(buyer, offer, 60);
			}
		}
		// THEN her own list is empty, and she can order and work as she likes
		assert!(OrdersBy::<Test>::get(ALICE).is_empty());
		earn(ALICE, 100);
		let theirs = publish(BOB, hourly(80));
		order(ALICE, theirs, 60);
	});
}

#[test]
fn spam_costs_its_author_a_place_until_it_cleans_up() {
	build_with_grants(|| {
		let offer = publish(ALICE, hourly(80));
		for _ in 0..4 {
			order(BOB, offer, 60);
		}
		pass_blocks(51);
		// Anybody may sweep out what nobody answered.
		for order in OrdersBy::<Test>::get(BOB) {
			assert_ok!(close(order));
		}
		assert_eq!(Orders::<Test>::iter().count(), 0);
		assert_eq!(OrdersBy::<Test>::iter().count(), 0);
	});
}

#[test]
fn numbers_of_orders_do_not_run_over() {
	build_with_grants(|| {
		let offer = publish(ALICE, hourly(80));
		LastOrder::<Test>::put(u32::MAX);
		assert_noop!(
			MutualCredit::place_order(signed(BOB), offer, 60, 50, note("")),
			ArithmeticError::Overflow
		);
	});
}

#[test]
fn text_that_is_too_long_or_no_text_does_not_decode() {
	// The calls that bear text, with the text last.
	let pay = |memo: Vec<u8>| (MUTUAL_CREDIT, 0u8, BOB, 1u64, memo).encode();
	let order = |brief: Vec<u8>| (MUTUAL_CREDIT, 3u8, 1u32, 1u32, 5u64, brief).encode();
	let deliver = |evidence: Vec<u8>| (MUTUAL_CREDIT, 6u8, 1u32, 1u32, evidence).encode();
	let dispute = |reason: Vec<u8>| (MUTUAL_CREDIT, 8u8, 1u32, reason).encode();
	let calls: [&dyn Fn(Vec<u8>) -> Vec<u8>; 4] = [&pay, &order, &deliver, &dispute];
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
