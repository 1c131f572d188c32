// SPDX-License-Identifier: Apache-2.0

//! Every call at every stage, by everyone.

use super::*;
use codec::{Decode, Encode};
use frame::traits::GetCallName;

/// A call by whoever may make it.
type Doing = fn(DeliveryId) -> DispatchResult;

/// What a call says at each stage, in the order of [`STAGES`]; nothing if it is possible.
type Said = [Option<E>; 6];

/// Every call, with the ways to do it: named, or open to applicants.
fn calls() -> Vec<(&'static str, bool, bool, Doing, Said)> {
	let beginning = || {
		[
			Some(E::NoSuchDelivery),
			None,
			Some(E::AlreadyTakenOn),
			Some(E::AlreadyDelivered),
			Some(E::AlreadyDelivered),
			Some(E::AlreadyDelivered),
		]
	};
	let answering = || {
		[
			Some(E::NoSuchDelivery),
			Some(E::NotDelivered),
			Some(E::NotDelivered),
			None,
			Some(E::AlreadyDisputed),
			Some(E::AlreadyDisputed),
		]
	};
	let settling = || {
		[
			Some(E::NoSuchDelivery),
			Some(E::NotDisputed),
			Some(E::NotDisputed),
			Some(E::NotDisputed),
			Some(E::NotDisputed),
			None,
		]
	};
	let delivering = [
		Some(E::NoSuchDelivery),
		Some(E::NotTakenOn),
		None,
		Some(E::AlreadyDelivered),
		Some(E::AlreadyDelivered),
		Some(E::AlreadyDelivered),
	];
	let giving_up = [
		Some(E::NoSuchDelivery),
		None,
		None,
		Some(E::AlreadyDelivered),
		Some(E::AlreadyDelivered),
		Some(E::AlreadyDelivered),
	];
	let closing_at_once = [
		Some(E::NoSuchDelivery),
		Some(E::NotDue),
		Some(E::NotDue),
		Some(E::NotDue),
		Some(E::NotDue),
		Some(E::NotDue),
	];
	let closing_later = [Some(E::NoSuchDelivery), None, None, None, Some(E::NotDue), None];
	vec![
		("take on", true, false, |at| take_on(BOB, at), beginning()),
		("apply", false, true, |at| apply(CHARLIE, at), beginning()),
		("assign", false, true, |at| assign(ALICE, at, BOB), beginning()),
		("deliver", true, true, |at| deliver(BOB, at, 180), delivering),
		("accept", true, true, |at| accept(ALICE, at), answering()),
		("dispute", true, true, |at| dispute(ALICE, at), answering()),
		("settle", true, true, |at| settle(at, 50), settling()),
		("close at once", true, true, closed, closing_at_once),
		(
			"close later",
			true,
			true,
			|at| {
				let begun = now();
				go_to(10_000);
				let said = closed(at);
				go_to(begun);
				said
			},
			closing_later,
		),
		// The named worker of what is open gives it up too; of what is taken on, any worker.
		("give up", true, false, |at| give_up(BOB, at), giving_up),
	]
}

#[test]
fn every_call_has_its_stages() {
	for order in kinds() {
		let is_named = is_named(&order);
		for (name, named, applied, call, said) in calls() {
			let fits = if is_named { named } else { applied };
			if !fits {
				continue;
			}
			for (at, error) in STAGES.into_iter().zip(said) {
				build_and_execute(|| {
					let delivery = come_to(at, order.clone());
					match error {
						Some(error) => {
							assert_noop!(call(delivery), error);
						},
						None => assert_eq!(call(delivery), Ok(()), "{name}, {at:?}, {order:?}"),
					}
				});
			}
		}
	}
}

#[test]
fn sides_agree_at_one_stage_alone() {
	for order in kinds() {
		for at in STAGES {
			build_and_execute(|| {
				let pays = order.payer.is_member();
				let delivery = come_to(at, order.clone());
				let error = match at {
					At::Nowhere => E::NoSuchDelivery,
					At::Disputed | At::Reviewed if pays => {
						assert_ok!(agree(BOB, delivery, 50));
						return;
					},
					At::Disputed | At::Reviewed => E::NotPaidByMember,
					_ => E::NotDisputed,
				};
				assert_noop!(agree(BOB, delivery, 50), error);
			});
		}
	}
}

/// A stage at which a call is possible, the call, who may make it, and what others are told.
type ForSome = (At, fn(AccountId, DeliveryId) -> DispatchResult, Vec<AccountId>, fn() -> E);

/// What each of them may do with such work.
fn callers(order: &OrderOf<Test>) -> Vec<ForSome> {
	let pays = order.payer.is_member();
	let is_named = is_named(order);
	let with = |also: bool, who: AccountId| also.then_some(who);
	let both = |worker: bool| with(pays, ALICE).into_iter().chain(with(worker, BOB)).collect();
	vec![
		(At::Open, take_on, with(is_named, BOB).into_iter().collect(), || E::NotTheWorker),
		(At::Open, give_up, both(is_named), || E::NotYours),
		(At::TakenOn, give_up, both(true), || E::NotYours),
		(At::TakenOn, |who, at| deliver(who, at, 180), vec![BOB], || E::NotTheWorker),
		(At::Delivered, accept, vec![ALICE], || E::NotYours),
		(At::Delivered, dispute, vec![ALICE], || E::NotYours),
		(
			At::Disputed,
			|who, at| agree(who, at, 50),
			both(pays),
			if pays { || E::NotYours } else { || E::NotPaidByMember },
		),
	]
}

#[test]
fn every_call_has_its_callers() {
	for order in kinds() {
		for (at, call, may, error) in callers(&order) {
			build_and_execute(|| {
				let delivery = come_to(at, order.clone());
				for who in [ALICE, BOB, CHARLIE, JUDGE, STRANGER] {
					match may.contains(&who) {
						true => hypothetically!({
							assert_eq!(call(who, delivery), Ok(()), "{who}, {at:?}, {order:?}");
						}),
						false => {
							assert_noop!(call(who, delivery), error());
						},
					}
				}
			});
		}
	}
}

#[test]
fn only_the_orderer_assigns() {
	for order in kinds() {
		build_and_execute(|| {
			let delivery = come_to(At::Open, order);
			for who in [BOB, CHARLIE, DAVE, STRANGER] {
				assert_noop!(assign(who, delivery, BOB), E::NotYours);
			}
		});
	}
}

/// Every call there is, about this delivery.
fn every_call(delivery: DeliveryId) -> Vec<Call<Test>> {
	let note = || note("x");
	let calls = vec![
		Call::take_on { delivery },
		Call::apply { delivery },
		Call::assign { delivery, worker: BOB },
		Call::deliver { delivery, minutes: 1, evidence: note() },
		Call::accept { delivery },
		Call::dispute { delivery, reason: note() },
		Call::agree { delivery, quality: Quality::WHOLE },
		Call::give_up { delivery },
		Call::close { delivery },
		Call::settle { delivery, quality: Quality::WHOLE },
	];
	assert_eq!(calls.len(), Call::<Test>::get_call_names().len(), "a call is missing here");
	calls
}

#[test]
fn every_call_has_its_origin() {
	build_and_execute(|| {
		let delivery = open(common());
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			for call in every_call(delivery) {
				assert_noop!(dispatch(origin.clone(), call), BadOrigin);
			}
		}
		for who in [ALICE, BOB, STRANGER] {
			let call = Call::settle { delivery, quality: Quality::WHOLE };
			assert_noop!(dispatch(signed(who), call), BadOrigin);
		}
		assert_ok!(dispatch(signed(BOB), Call::apply { delivery }));
	});
}

/// Signing any call is a sign of life, also if it fails: whoever has their key has not lost it.
#[test]
fn every_signed_call_is_a_sign_of_life() {
	build_and_execute(|| {
		for call in every_call(NOWHERE) {
			if matches!(call, Call::settle { .. }) {
				// Only the artel makes it.
				continue;
			}
			signer();
			assert_noop!(dispatch(signed(ALICE), call.clone()), E::NoSuchDelivery);
			assert_eq!(signer(), Some(ALICE), "{call:?}");
		}
	});
}

/// The number of the pallet among those of the mock.
const DELIVERIES: u8 = 1;

#[test]
fn more_than_a_whole_does_not_decode() {
	for call in [6u8, 9] {
		for percent in 0..=u8::MAX {
			let call = (DELIVERIES, call, 1u32, percent).encode();
			let read = RuntimeCall::decode(&mut &call[..]);
			assert_eq!(read.is_ok(), percent <= 100, "{percent}");
		}
	}
}

#[test]
fn text_that_is_too_long_or_no_text_does_not_decode() {
	let deliver = |evidence: Vec<u8>| (DELIVERIES, 3u8, 1u32, 1u32, evidence).encode();
	let dispute = |reason: Vec<u8>| (DELIVERIES, 5u8, 1u32, reason).encode();
	let calls: [&dyn Fn(Vec<u8>) -> Vec<u8>; 2] = [&deliver, &dispute];
	for (at, call) in calls.into_iter().enumerate() {
		let decodes = |text: Vec<u8>| RuntimeCall::decode(&mut &call(text)[..]).is_ok();
		assert!(decodes(vec![b'a'; 256]), "call {at}");
		assert!(!decodes(vec![b'a'; 257]), "call {at}");
		assert!(!decodes(vec![0xff, 0xfe]), "call {at}");
	}
}
