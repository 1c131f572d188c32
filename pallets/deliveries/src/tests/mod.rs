// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet alone.

mod agreeing;
mod applicants;
mod attacks;
mod broken;
mod closing;
mod due;
mod ending;
mod errors;
mod fees;
mod leaving;
mod life;
mod model;
mod reads;
mod rooms;
mod verdicts;

// By name what several of these have.
use crate::{
	mock::{Deliveries, *},
	Deliveries as Records, *,
};
use artel_primitives::{
	delivery::Payer,
	membership::Class,
	work::{labor, Stream},
};
use frame::testing_prelude::*;

type E = Error<Test>;

/// No delivery has this number.
const NOWHERE: DeliveryId = 99;

/// How far work is.
#[derive(Clone, Copy, PartialEq, Debug)]
enum At {
	Nowhere,
	Open,
	TakenOn,
	Delivered,
	Reviewed,
	Disputed,
}

const STAGES: [At; 6] =
	[At::Nowhere, At::Open, At::TakenOn, At::Delivered, At::Reviewed, At::Disputed];

/// Work of Alice's that Bob is to do, which has come so far. Nobody judges it unless it is there.
fn come_to(at: At, order: OrderOf<Test>) -> DeliveryId {
	match at {
		At::Nowhere => NOWHERE,
		At::Open => {
			let named = is_named(&order);
			let delivery = open(order);
			if !named {
				assert_ok!(apply(BOB, delivery));
			}
			delivery
		},
		At::TakenOn => taken_on(order, BOB),
		At::Delivered => delivered(order, BOB),
		At::Reviewed => {
			with_judges();
			delivered(Order { reviewed: true, ..order }, BOB)
		},
		At::Disputed => disputed(order, BOB),
	}
}

/// The kinds of orders there are: who pays from when on, and who may do it.
fn kinds() -> [OrderOf<Test>; 6] {
	new_test_ext().execute_with(|| {
		let named = || Worker::Named(BOB);
		[
			ordered(),
			Order { payer: Payer::Orderer, ..ordered() },
			Order { worker: named(), ..common() },
			Order { worker: own().worker, ..ordered() },
			own(),
			common(),
		]
	})
}

/// Whether it names the one who is to do it.
fn is_named(order: &OrderOf<Test>) -> bool {
	matches!(order.worker, Worker::Named(_))
}

/// What the pool, Alice and Bob have gained since the beginning.
fn gains() -> [i64; 3] {
	let gain = |now: LaborBalance, then: LaborBalance| now as i64 - then as i64;
	[gain(pool(), POOL), gain(wallet(ALICE), WALLET), gain(wallet(BOB), WALLET)]
}

/// What is on hold with Alice, and in escrow.
fn tied_up() -> [LaborBalance; 2] {
	[held(ALICE), escrowed()]
}

/// The last block for what comes next.
fn last_block(delivery: DeliveryId) -> BlockNumber {
	let found = Deliveries::delivery(delivery).expect("it is under way");
	match found.stage {
		Stage::Open { .. } | Stage::TakenOn { .. } => found.order.deadline,
		Stage::Delivered { until, .. } | Stage::Disputed { until, .. } => until,
		Stage::Reviewed { .. } => panic!("a case has no end"),
	}
}

/// Goes to this block.
fn go_to(block: BlockNumber) {
	System::set_block_number(block);
}

/// Closes it, and says only whether that was possible.
fn closed(delivery: DeliveryId) -> DispatchResult {
	close(delivery).map(|_| ()).map_err(|refused| refused.error)
}

/// How the only work that ended since this was asked last has ended.
fn end() -> Ended {
	match ends()[..] {
		[(_, _, how)] => how,
		ref others => panic!("it is told once, and not {others:?}"),
	}
}

/// Paid for by so many percent.
fn paid(percent: u8) -> Ended {
	Ended::Settled(quality(percent))
}

/// Makes a call as a transaction would.
fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	let call = RuntimeCall::from(call);
	call.dispatch(origin).map(|_| ()).map_err(|refused| refused.error)
}
