// SPDX-License-Identifier: Apache-2.0

//! What proposals may spend of the pool.

use super::*;
use artel_primitives::units::LaborBalance;
use proptest::prelude::*;

#[test]
fn a_third_of_what_may_be_spent_needs_no_bar() {
	let figures = Figures::DEFAULT;
	let mut spent = Spending { epoch: 5, pool: 10_000, spent: 0, unbarred: 0 };
	let left = |spent: &Spending| {
		[Route::Bar, Route::Second, Route::Lazy].map(|route| spent.left(&figures, route))
	};
	assert_eq!(spent.limit(&figures), 3_000);
	assert_eq!(left(&spent), [3_000, 1_000, 1_000]);
	spent.add(400, Route::Lazy);
	assert_eq!(left(&spent), [2_600, 600, 600]);
	spent.add(600, Route::Second);
	assert_eq!(left(&spent), [2_000, 0, 0]);
	spent.add(1_700, Route::Bar);
	assert_eq!(left(&spent), [300, 0, 0]);
	// What passed by its bar leaves no more than there is for the rest, either.
	let mut spent = Spending { spent: 2_700, unbarred: 0, ..spent };
	assert_eq!(left(&spent), [300, 300, 300]);
	spent.add(u64::MAX, Route::Bar);
	assert_eq!(left(&spent), [0, 0, 0]);
}

fn any_payment() -> impl Strategy<Value = (LaborBalance, Route)> {
	let routes = vec![Route::Bar, Route::Second, Route::Lazy];
	(0..400_000u64, prop::sample::select(routes))
}

proptest! {
	#[test]
	fn whatever_is_spent_stays_within_its_limits(
		pool in 0..1_000_000u64,
		payments in prop::collection::vec(any_payment(), 0..20),
	) {
		let figures = Figures::DEFAULT;
		let mut spent = Spending { epoch: 0, pool, ..Spending::default() };
		for (amount, route) in payments {
			if amount <= spent.left(&figures, route) {
				spent.add(amount, route);
			}
		}
		prop_assert!(spent.spent <= pool * 30 / 100);
		prop_assert!(spent.unbarred <= pool * 10 / 100);
	}
}
