// SPDX-License-Identifier: Apache-2.0

//! Nobody can be kept from its pay by being filled up to the cap.

use crate::{mock::*, *};
use artel_primitives::work::Minutes;
use frame::testing_prelude::*;

type E = Error<Test>;

fn claim(who: AccountId) -> DispatchResult {
	MutualCredit::claim_deferred(signed(who))
}

/// What was reported since the last time, in sum.
fn reported() -> (Minutes, LaborBalance) {
	heard()
		.iter()
		.fold((0, 0), |(minutes, labor), work| (minutes + work.minutes, labor + work.labor))
}

#[test]
fn whoever_is_filled_up_is_paid_later() {
	build_with_grants(|| {
		// GIVEN Alice owns her grant, and Charlie owes her 10.00 for 30 hours
		govern(|chosen| chosen.holding_cap = 2_000);
		let job = hired(CHARLIE, ALICE, 1_000);
		// WHEN Bob fills her up to the cap before she is paid
		earn(BOB, 1_000);
		assert_ok!(pay(BOB, ALICE, 1_000));
		heard();
		System::reset_events();
		finish(job, 100);
		// THEN what she earned waits for her, and the commons got its part
		System::assert_has_event(Event::PayoutDeferred { who: ALICE, amount: 900 }.into());
		assert_eq!((total(ALICE), total(CHARLIE), wallet(ALICE).deferred), (2_000, 0, 900));
		assert_eq!(supply().escrowed, 900);
		assert_eq!((reported(), wallet(ALICE).earned), ((0, 0), 0), "it counts when it is paid");
		assert_noop!(claim(ALICE), E::HoldingCapReached);
		// WHEN she has room for a third of it
		assert_ok!(pay(ALICE, BOB, 300));
		System::reset_events();
		assert_ok!(claim(ALICE));
		// THEN a third of the work counts
		let third = Work {
			worker: ALICE,
			minutes: 600,
			labor: 333,
			stream: Stream::Livelihood,
			payer: Some(CHARLIE),
		};
		assert_eq!(events(), [Event::WorkPaid { work: third.clone(), net: 300 }]);
		assert_eq!(heard(), [third]);
		assert_eq!((total(ALICE), wallet(ALICE).deferred), (2_000, 600));
		// WHEN she has room for more than the rest
		assert_ok!(pay(ALICE, BOB, 700));
		assert_ok!(claim(ALICE));
		// THEN all of it has counted, and no more
		assert_eq!(reported(), (1_200, 667));
		assert_eq!((total(ALICE), wallet(ALICE).earned), (1_900, 900));
		assert_eq!(supply().escrowed, 0);
		assert_noop!(claim(ALICE), E::NothingDeferred);
	});
}

#[test]
fn what_fits_is_paid_at_once() {
	build_with_grants(|| {
		// GIVEN Alice has room for 4.00 of the 9.00 that she gets
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(ALICE, 600);
		let job = hired(BOB, ALICE, 1_000);
		heard();
		System::reset_events();
		finish(job, 100);
		// THEN that part is paid and counts now
		assert_eq!((total(ALICE), wallet(ALICE).deferred), (2_000, 500));
		assert_eq!(reported(), (1_800 * 4 / 9, 444));
		System::assert_has_event(Event::PayoutDeferred { who: ALICE, amount: 500 }.into());
		// AND the rest later
		assert_ok!(pay(ALICE, BOB, 500));
		assert_ok!(claim(ALICE));
		assert_eq!(reported(), (1_000, 556));
	});
}

#[test]
fn only_who_has_something_deferred_claims_it() {
	build_and_execute(|| {
		assert_noop!(claim(ALICE), E::NothingDeferred);
		assert_noop!(claim(DAVE), E::NothingDeferred);
		assert_noop!(MutualCredit::claim_deferred(RuntimeOrigin::none()), BadOrigin);
	});
}

#[test]
fn a_lower_cap_defers_and_a_higher_one_lets_claim() {
	build_and_execute(|| {
		earn(ALICE, 3_000);
		govern(|chosen| chosen.holding_cap = 2_500);
		earn(ALICE, 400);
		assert_eq!((total(ALICE), wallet(ALICE).deferred), (3_000, 400));
		assert_noop!(claim(ALICE), E::HoldingCapReached);
		govern(|chosen| chosen.holding_cap = 3_100);
		assert_ok!(claim(ALICE));
		assert_eq!((total(ALICE), wallet(ALICE).deferred), (3_100, 300));
	});
}

#[test]
fn the_oldest_is_paid_first() {
	build_and_execute(|| {
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(ALICE, 2_000);
		heard();
		earn_in(Stream::Care, ALICE, 100);
		earn_in(Stream::Commons, ALICE, 200);
		earn_in(Stream::Care, ALICE, 300);
		assert_ok!(pay(ALICE, BOB, 250));
		assert_ok!(claim(ALICE));
		let paid: Vec<_> = heard().iter().map(|work| (work.stream, work.labor)).collect();
		assert_eq!(paid, [(Stream::Care, 100), (Stream::Commons, 150)]);
		let left: Vec<_> = MutualCredit::payouts(ALICE).iter().map(|payout| payout.net).collect();
		assert_eq!(left, [50, 300]);
		assert_ok!(pay(ALICE, BOB, 1_000));
		assert_ok!(claim(ALICE));
		let paid: Vec<_> = heard().iter().map(|work| (work.stream, work.labor)).collect();
		assert_eq!(paid, [(Stream::Commons, 50), (Stream::Care, 300)]);
	});
}

#[test]
fn a_full_list_merges_within_a_stream() {
	build_with_grants(|| {
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(ALICE, 1_000);
		heard();
		// GIVEN four payouts are deferred
		for (buyer, price) in [(BOB, 100), (CHARLIE, 200)] {
			work_for(buyer, ALICE, price);
		}
		earn_in(Stream::Care, ALICE, 30);
		earn_in(Stream::Commons, ALICE, 50);
		let kept = || -> Vec<_> {
			MutualCredit::payouts(ALICE)
				.into_iter()
				.map(|payout| (payout.stream, payout.net, payout.payer))
				.collect()
		};
		use Stream::*;
		assert_eq!(
			kept(),
			[
				(Livelihood, 90, Some(BOB)),
				(Livelihood, 180, Some(CHARLIE)),
				(Care, 30, None),
				(Commons, 50, None)
			]
		);
		// WHEN there is a fifth
		earn_in(Stream::Care, ALICE, 7);
		// THEN two of one stream have become one, paid by several members
		assert_eq!(
			kept(),
			[(Livelihood, 270, None), (Care, 30, None), (Commons, 50, None), (Care, 7, None)]
		);
		earn_in(Stream::Care, ALICE, 1);
		assert_eq!(
			kept(),
			[(Livelihood, 270, None), (Care, 37, None), (Commons, 50, None), (Care, 1, None)]
		);
		// AND nothing of it is lost
		assert_eq!((wallet(ALICE).deferred, supply().escrowed), (358, 358));
		assert_eq!(reported(), (0, 0));
		assert_ok!(pay(ALICE, BOB, 1_000));
		assert_ok!(claim(ALICE));
		let (minutes, labor) = reported();
		assert_eq!(labor, 100 + 200 + 30 + 50 + 7 + 1);
		assert_eq!(minutes, 180 + 360 + 54 + 90 + 13 + 2);
		assert_eq!(wallet(ALICE).earned, 1_000 + 358);
	});
}

#[test]
fn what_is_deferred_cannot_be_spent() {
	build_and_execute(|| {
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(ALICE, 3_000);
		assert_noop!(pay(ALICE, BOB, 2_001), E::NotEnoughLabor);
		assert_eq!(wallet(ALICE).free, 2_000);
	});
}
