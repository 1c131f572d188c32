// SPDX-License-Identifier: Apache-2.0

//! What waits for a member is what they can do, and nothing else.

use super::*;
use artel_primitives::due::{Duty, InspectDue};

type Item = artel_primitives::due::Due<AccountId, BlockNumber>;

fn due(who: AccountId) -> Vec<Item> {
	<Deliveries as InspectDue<_, _>>::due_for(&who)
}

/// Whether this one could make this call now; nothing of it is kept.
fn could(who: AccountId, call: &str, delivery: DeliveryId) -> bool {
	let (minutes, percent) = (60, 55);
	let tried = frame::deps::frame_support::storage::with_transaction(|| {
		let outcome = match call {
			"deliveries.takeOn" => take_on(who, delivery),
			"deliveries.giveUp" => give_up(who, delivery),
			"deliveries.assign" => EVERYBODY
				.map(|worker| assign(who, delivery, worker))
				.into_iter()
				.find(Result::is_ok)
				.unwrap_or(Err(E::NotYours.into())),
			"deliveries.deliver" => deliver(who, delivery, minutes),
			"deliveries.accept" => accept(who, delivery),
			"deliveries.dispute" => dispute(who, delivery),
			"deliveries.agree" => agree(who, delivery, percent),
			"deliveries.close" => close(delivery).map(|_| ()).map_err(|failed| failed.error),
			other => panic!("nobody tries {other}"),
		};
		frame::deps::sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(
			outcome.is_ok(),
		))
	});
	tried.expect("it was tried")
}

/// What of `due` waits for somebody, each call with its duty.
fn calls(who: AccountId) -> Vec<(String, Duty)> {
	let mut all: Vec<_> = due(who)
		.into_iter()
		.flat_map(|item| item.calls.clone().into_iter().map(move |call| (call, item.duty)))
		.collect();
	all.sort();
	all
}

/// What can be due; one may also give up what one has ordered, and need not be told.
const TOLD: [&str; 7] = [
	"deliveries.takeOn",
	"deliveries.assign",
	"deliveries.deliver",
	"deliveries.accept",
	"deliveries.dispute",
	"deliveries.agree",
	"deliveries.close",
];

#[test]
fn what_is_due_can_be_done_and_what_can_be_done_is_due() {
	let mut seen = std::collections::BTreeSet::new();
	for order in [ordered, common, own] {
		for at in STAGES {
			for late in [0u32, WINDOW + 1, LONGEST + 1] {
				build_and_execute(|| {
					let order = order();
					let delivery = come_to(at, order.clone());
					pass_blocks(late);
					for who in EVERYBODY.into_iter().chain([STRANGER]) {
						let told = calls(who);
						for (call, _) in &told {
							assert!(could(who, call, delivery), "{who} {call} at {at:?}, {late}");
							seen.insert(call.clone());
						}
						// Anyone may end what is overdue; those are told who have to do with it.
						let close = |call: &str| call == "deliveries.close";
						if told.iter().any(|(call, _)| close(call)) {
							// Its time is over: what one could say of it still, ends it as well.
							continue;
						}
						for call in TOLD.into_iter().filter(|call| !close(call)) {
							let is_told = told.iter().any(|(known, _)| known == call);
							// One who has said what they would settle for may say something else.
							let could = could(who, call, delivery);
							assert_eq!(could, is_told, "{who} {call} at {at:?}, {late}, {order:?}");
						}
					}
				});
			}
		}
	}
	for call in TOLD {
		assert!(seen.contains(call), "nobody was ever told of {call}");
	}
}

#[test]
fn each_side_is_told_what_waits_for_it_and_by_whom_until_when() {
	build_and_execute(|| {
		let delivery = open(ordered());
		let deadline = ordered().deadline;
		let [item] = &due(BOB)[..] else { panic!("one thing waits for him") };
		assert_eq!((item.duty, item.number, item.with), (Duty::Must, Some(delivery), Some(ALICE)));
		assert_eq!(item.about, ordered().brief.as_str());
		assert_eq!(item.until.as_ref().map(|until| until.block), Some(deadline));
		assert_eq!(item.otherwise, "It ends, and what is tied up goes back.");
		assert!(due(ALICE).is_empty() && due(CHARLIE).is_empty() && due(STRANGER).is_empty());
		assert_ok!(take_on(BOB, delivery));
		assert_ok!(deliver(BOB, delivery, 60));
		let [item] = &due(ALICE)[..] else { panic!("one thing waits for her") };
		assert_eq!((item.duty, item.with), (Duty::Must, Some(BOB)));
		let last = now() + BlockNumber::from(WINDOW);
		assert_eq!(item.until.as_ref().map(|until| until.block), Some(last));
		assert!(due(BOB).is_empty());
		assert_ok!(dispute(ALICE, delivery));
		assert_ok!(agree(ALICE, delivery, 70));
		assert!(due(ALICE).is_empty(), "it is the other side's turn");
		let [item] = &due(BOB)[..] else { panic!("one thing waits for him") };
		assert_eq!(item.what, "Agree on how good it was: the other side says 70 %.");
	});
}

#[test]
fn a_task_without_a_brief_says_which_proposal_asked_for_it() {
	build_and_execute(|| {
		let order = Order { cause: Cause::Proposal(7), brief: note(""), ..common() };
		let delivery = open(order);
		assert_ok!(apply(BOB, delivery));
		let [item] = &due(ALICE)[..] else { panic!("one thing waits for her") };
		assert_eq!(
			(&item.what[..], &item.about[..]),
			("Choose one of those who applied.", "What proposal 7 asks for")
		);
	});
}
