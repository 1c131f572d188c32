// SPDX-License-Identifier: Apache-2.0

//! Unit tests with faked neighbours, one file per topic, and a model that foretells every number.

mod deferred;
mod exit;
mod given;
mod grants;
mod kept;
mod late;
mod limits;
mod model;
mod offers;
mod orders;
mod pay;
mod prices;
mod reads;
mod reserve;
mod stakes;
mod supply;
mod traits;

use crate::{mock::*, *};

/// What the pool owns beside what is earmarked: free, or kept for reviews.
fn commons() -> LaborBalance {
	supply().free_pool + supply().kept_for_reviews
}

/// The number of somebody who has joined once.
fn number(who: AccountId) -> MemberNumber {
	who as MemberNumber
}

/// Somebody who has joined once left with this outcome.
fn exit_of(who: AccountId, [burned, to_pool, owed]: [LaborBalance; 3]) -> Event<Test> {
	Event::ExitSettled { who, number: number(who), burned, to_pool, owed }
}

/// Something came in for somebody who has joined once and left, with this outcome.
fn late_of(who: AccountId, [burned, to_pool, owed]: [LaborBalance; 3]) -> Event<Test> {
	Event::LateSettled { who, number: number(who), burned, to_pool, owed }
}

/// Has Charlie spend his grant and the pool all it is free to, and then Charlie leave: there is no
/// LABOR to unmake for the most of his allotment, and 30.00 too much remain.
fn leave_an_overhang() {
	work_for(CHARLIE, ALICE, 1_000);
	earn(ALICE, 3_000);
	earn(BOB, supply().free_pool);
	leave(CHARLIE);
	assert_eq!((supply().overhang, supply().free_pool), (3_000, 0));
	heard();
	System::reset_events();
}
