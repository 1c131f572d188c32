// SPDX-License-Identifier: Apache-2.0

//! What members keep of what they were paid for work (mechanisms, section 5), by the real calls.

use crate::{mock::*, *};
use frame::testing_prelude::*;

/// What somebody owns, and what of it they have kept, ripe or not.
fn kept(who: AccountId) -> (LaborBalance, LaborBalance) {
	let Wallet { free, held, kept, ripening, .. } = wallet(who);
	(free + held, kept + ripening)
}

/// What of somebody's LABOR counts by now, and what will.
fn counts(who: AccountId) -> (LaborBalance, LaborBalance) {
	let Wallet { kept, ripening, .. } = wallet(who);
	assert_eq!(<MutualCredit as InspectLabor<_>>::kept(&who), kept);
	(kept, ripening)
}

#[test]
fn the_table_of_what_is_kept() {
	build_with_grants(|| {
		// GIVEN Bob and Charlie earned enough
		earn(BOB, 2_000);
		assert_ok!(MutualCredit::release_second_grant(&CHARLIE, 1_000));
		earn(CHARLIE, 4_000);
		// WHEN Alice, who has her grant, is paid 20.00 for work
		assert_eq!(kept(ALICE), (1_000, 0));
		work_for(BOB, ALICE, 2_000);
		assert_eq!(kept(ALICE), (2_800, 1_800));
		// WHEN she orders for 5.00, and later for 10.00
		work_for(ALICE, BOB, 500);
		assert_eq!(kept(ALICE), (2_300, 1_800));
		work_for(ALICE, BOB, 1_000);
		assert_eq!(kept(ALICE), (1_300, 1_300));
		// WHEN she gets 40.00, and pays 43.00
		assert_ok!(pay(CHARLIE, ALICE, 4_000));
		assert_eq!(kept(ALICE), (5_300, 1_300));
		assert_ok!(pay(ALICE, BOB, 4_300));
		assert_eq!(kept(ALICE), (1_000, 1_000));
		// WHEN of what she is paid only 60 % count
		count_only(60);
		work_for(CHARLIE, ALICE, 1_000);
		assert_eq!(kept(ALICE), (1_900, 1_540));
	});
}

#[test]
fn lending_in_a_ring_adds_nothing() {
	build_with_grants(|| {
		govern(|chosen| (chosen.first_grant, chosen.second_grant) = (0, 0));
		join(DAVE, Class::Worker);
		join(EVE, Class::Worker);
		// GIVEN two members own 50.00 each, of which they have earned 40.00
		for who in [DAVE, EVE] {
			earn(ALICE, 1_000);
			assert_ok!(pay(ALICE, who, 1_000));
			earn(who, 4_000);
			assert_eq!(kept(who), (5_000, 4_000));
		}
		// WHEN one lends 40.00 to the other, and gets them back
		assert_ok!(pay(EVE, DAVE, 4_000));
		assert_eq!((kept(DAVE), kept(EVE)), ((9_000, 4_000), (1_000, 1_000)));
		assert_ok!(pay(DAVE, EVE, 4_000));
		// THEN what left a wallet counts no more
		assert_eq!((kept(DAVE), kept(EVE)), ((5_000, 4_000), (5_000, 1_000)));
	});
}

#[test]
fn what_was_paid_lately_ripens() {
	build_and_execute(|| {
		// GIVEN members without grants, and one whole epoch to ripen
		ripen_in(1);
		set_epoch(5);
		// WHEN Alice is paid 20.00 by Bob
		earn(BOB, 2_000);
		work_for(BOB, ALICE, 2_000);
		assert_eq!(kept(ALICE), (1_800, 1_800));
		assert_eq!(counts(ALICE), (0, 1_800));
		// WHEN she is paid 10.00 in the next, and hires Charlie for 7.00
		set_epoch(6);
		earn(BOB, 1_000);
		work_for(BOB, ALICE, 1_000);
		assert_eq!(counts(ALICE), (0, 2_700));
		work_for(ALICE, CHARLIE, 700);
		assert_eq!(counts(ALICE), (0, 2_000));
		// THEN what went was the newest, and what came first counts in the third
		set_epoch(7);
		assert_eq!(counts(ALICE), (1_800, 200));
		set_epoch(8);
		assert_eq!(counts(ALICE), (2_000, 0));
		// AND where nothing has to ripen, all counts at once
		earn(ALICE, 300);
		assert_eq!(counts(ALICE), (2_000, 300));
		ripen_in(0);
		assert_eq!(counts(ALICE), (2_300, 0));
	});
}

#[test]
fn a_hold_and_what_returns_from_one_is_no_debit() {
	build_with_grants(|| {
		// GIVEN all that Alice owns was paid for work
		work_for(ALICE, BOB, 1_000);
		earn(ALICE, 2_000);
		assert_eq!(kept(ALICE), (2_000, 2_000));
		// WHEN it is tied up for work, and comes back at once or in parts
		let whole = hired(ALICE, BOB, 2_000);
		assert_eq!((kept(ALICE), free(ALICE)), ((2_000, 2_000), 0));
		assert_ok!(give_back(whole, 2_000));
		let parts = hired(ALICE, BOB, 2_000);
		for (part, back) in [(700, 700), (1_299, 1_999), (1, 2_000)] {
			assert_ok!(give_back(parts, part));
			assert_eq!((kept(ALICE), free(ALICE)), ((2_000, 2_000), back));
		}
		// THEN all of it was kept, and nothing of it twice
		assert_eq!((kept(ALICE), free(ALICE)), ((2_000, 2_000), 2_000));
		// AND where a part of it comes back, the other part was spent
		finish(hired(ALICE, BOB, 1_000), 50);
		assert_eq!((kept(ALICE), free(ALICE)), ((1_500, 1_500), 1_500));
	});
}

#[test]
fn what_comes_back_raises_nothing() {
	build_with_grants(|| {
		// GIVEN Alice has been given what she owns beside her grant
		earn(BOB, 2_000);
		assert_ok!(pay(BOB, ALICE, 2_000));
		assert_eq!(kept(ALICE), (3_000, 0));
		// WHEN her stake and her price come back
		assert_ok!(MutualCredit::hold(&work_hold(), &Source::Held(ALICE), 1_500));
		let job = hired(ALICE, BOB, 1_500);
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Held(ALICE), 1_500));
		assert_ok!(give_back(job, 1_500));
		// THEN none of it was earned
		assert_eq!(kept(ALICE), (3_000, 0));
		// AND so are grants
		assert_ok!(MutualCredit::release_second_grant(&ALICE, 1_000));
		assert_eq!(kept(ALICE), (4_000, 0));
	});
}

/// Something by which 5.00 leave Alice's wallet.
type Debit = fn() -> DispatchResult;

#[test]
fn whatever_leaves_a_wallet_is_a_debit() {
	let ways: [(&str, Debit); 4] = [
		("pay", || pay(ALICE, BOB, 500)),
		("contribute", || MutualCredit::contribute(signed(ALICE), 500)),
		("what another pallet pays", || pay_for(hired(ALICE, BOB, 500), 900, 500)),
		("what another pallet puts into escrow", || {
			MutualCredit::hold(&work_hold(), &Source::Held(ALICE), 500)?;
			MutualCredit::pass_to_escrow(&work_hold(), &ALICE, 1, 500)
		}),
	];
	for (way, debit) in ways {
		build_with_grants(|| {
			// GIVEN all that Alice owns was paid for work
			work_for(ALICE, CHARLIE, 1_000);
			earn(ALICE, 1_500);
			assert_eq!(kept(ALICE), (1_500, 1_500));
			// WHEN a third of it leaves, and returns as a gift
			assert_ok!(debit());
			assert_eq!(kept(ALICE), (1_000, 1_000), "{way}");
			earn(CHARLIE, 500);
			assert_ok!(pay(CHARLIE, ALICE, 500));
			// THEN that third no longer counts
			assert_eq!(kept(ALICE), (1_500, 1_000), "{way}");
		});
	}
}

#[test]
fn what_was_earned_once_and_spent_does_not_count_again() {
	build_with_grants(|| {
		// GIVEN Alice and Bob hire each other with the same 10.00
		for _ in 0..3 {
			work_for(ALICE, BOB, 1_000);
			earn(ALICE, 100);
			work_for(BOB, ALICE, 1_000);
		}
		// THEN neither keeps more than they own, however much they earned
		for who in [ALICE, BOB] {
			let (owned, kept) = kept(who);
			assert!(kept <= owned && wallet(who).earned > kept);
		}
	});
}

#[test]
fn what_is_deferred_counts_when_it_is_claimed() {
	build_and_execute(|| {
		govern(|chosen| chosen.holding_cap = 2_000);
		ripen_in(1);
		set_epoch(3);
		earn(ALICE, 2_500);
		assert_eq!((kept(ALICE), counts(ALICE)), ((2_000, 2_000), (0, 2_000)));
		set_epoch(5);
		assert_ok!(pay(ALICE, BOB, 1_200));
		assert_eq!(counts(ALICE), (800, 0));
		// WHEN Alice claims the rest two epochs later
		assert_ok!(MutualCredit::claim_deferred(signed(ALICE)));
		// THEN it was paid by then, and ripens from then on
		assert_eq!(counts(ALICE), (800, 500));
		set_epoch(7);
		assert_eq!(counts(ALICE), (1_300, 0));
	});
}

#[test]
fn who_comes_back_has_kept_nothing() {
	build_with_grants(|| {
		earn(CHARLIE, 500);
		assert_eq!(kept(CHARLIE), (1_500, 500));
		leave(CHARLIE);
		assert_eq!(<MutualCredit as InspectLabor<_>>::kept(&CHARLIE), 0);
		rejoin(CHARLIE, 33);
		assert_eq!(kept(CHARLIE), (0, 0));
	});
}
