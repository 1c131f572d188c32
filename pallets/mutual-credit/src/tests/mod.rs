//! Unit tests with faked neighbours, one file per topic, and a model that foretells every number.

mod deferred;
mod exit;
mod grants;
mod limits;
mod model;
mod offers;
mod orders;
mod pay;
mod reads;
mod supply;
mod traits;

use crate::mock::*;
use frame::testing_prelude::*;

/// Has Charlie spend his grant and the pool all it is free to, and then Charlie leave: there is no
/// LABOR to unmake for the most of his allotment, and 30.00 too much remain.
fn leave_an_overhang() {
	let order = delivered(CHARLIE, ALICE, 1_000);
	assert_ok!(MutualCredit::accept_delivery(signed(CHARLIE), order));
	earn(ALICE, 3_000);
	earn(BOB, supply().free_pool);
	assert_ok!(leave(CHARLIE));
	assert_eq!((supply().overhang, supply().free_pool), (3_000, 0));
	heard();
	System::reset_events();
}
