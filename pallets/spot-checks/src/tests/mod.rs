// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet with its neighbours faked.

mod attacks;
mod broken;
mod due;
mod errors;
mod leaving;
mod model;
mod published;
mod stories;
mod sweeping;

use crate::{mock::*, *};
use artel_primitives::verdict::SessionIndex;
use frame::testing_prelude::*;

type E = Error<Test>;

/// What Bob and Alice are worth more than at first; less if it is below zero.
fn changes() -> [i128; 2] {
	[BOB, ALICE].map(|who| worth(who) - i128::from(LOVED))
}

/// What is told when Bob and Alice lose this much.
fn fined(payment: PaymentId, worker_fine: u64, payer_fine: u64) -> Event<Test> {
	Event::Fined { payment, worker: BOB, worker_fine, payer: ALICE, payer_fine }
}

fn found(payment: PaymentId) -> Event<Test> {
	Event::Found { payment, worker: BOB, payer: ALICE }
}

fn cleared(payment: PaymentId) -> Event<Test> {
	Event::Cleared { payment, worker: BOB, payer: ALICE }
}

fn lifted(payment: PaymentId) -> Event<Test> {
	Event::Lifted { payment, worker: BOB, payer: ALICE }
}

/// Nothing is known of this payment any more.
fn is_gone(payment: PaymentId) -> bool {
	SpotChecks::payment(payment).is_none() && SpotChecks::check(payment).is_none()
}
