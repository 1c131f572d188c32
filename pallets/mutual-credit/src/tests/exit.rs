// SPDX-License-Identifier: Apache-2.0

//! What becomes of a leaver's LABOR, offers and what is tied up.

use super::{commons, exit_of, late_of, leave_an_overhang};
use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;

#[test]
fn a_grant_that_was_kept_is_unmade() {
	build_with_grants(|| {
		// WHEN Charlie leaves as he came, but for his grant
		leave(CHARLIE);
		// THEN his whole allotment is gone
		assert_eq!(
			events(),
			[
				Event::EarmarkReturned { who: CHARLIE, amount: 1_000 },
				exit_of(CHARLIE, [1_000, 0, 0]),
			]
		);
		let SupplyState { issuance, earmarked, free_pool, overhang, .. } = supply();
		assert_eq!((issuance, earmarked, free_pool, overhang), (8_000, 2_000, 4_000, 0));
		assert!(claims().is_empty());
		assert!(!System::account_exists(&CHARLIE));
	});
}

#[test]
fn joining_for_the_grants_gains_nothing() {
	build_with_grants(|| {
		let before = supply();
		// WHEN Dave joins, publishes something for the grant, and leaves
		join(DAVE, Class::Worker);
		publish(DAVE, hourly(100));
		assert_eq!(total(DAVE), GRANT);
		assert_noop!(pay(DAVE, ALICE, 1), E::NotEnoughBesideGrants);
		leave(DAVE);
		// THEN all is as if he had never been
		assert_eq!(supply(), before);
		assert_eq!(total(DAVE), 0);
		assert!(claims().is_empty());
	});
}

#[test]
fn who_leaves_with_the_grants_spent_leaves_too_much_behind() {
	build_with_grants(|| {
		// GIVEN Charlie hires Alice for all his grant, and the pool has spent all it may
		// WHEN he leaves
		leave_an_overhang();
		// THEN what cannot be unmade now stands against all that comes to the pool
		assert_eq!(supply().issuance, 2 * K + 3_000);
		// AND when he joins again, his new allotment is what makes good for it
		rejoin(CHARLIE, 33);
		assert_eq!(supply().overhang, 1_000);
		assert_eq!(wallet(CHARLIE).granted, 0);
	});
}

#[test]
fn what_was_earned_is_owed() {
	build_with_grants(|| {
		earn(CHARLIE, 500);
		System::reset_events();
		leave(CHARLIE);
		System::assert_has_event(exit_of(CHARLIE, [1_000, 500, 500]).into());
		assert_eq!(claims(), [(CHARLIE, 3, 500)]);
		assert_eq!(supply().issuance, 8_000);
	});
}

#[test]
fn what_was_given_is_not_owed() {
	build_with_grants(|| {
		earn(ALICE, 700);
		assert_ok!(pay(ALICE, CHARLIE, 700));
		earn(CHARLIE, 200);
		leave(CHARLIE);
		System::assert_has_event(exit_of(CHARLIE, [1_000, 900, 200]).into());
		assert_eq!(claims(), [(CHARLIE, 3, 200)]);
	});
}

#[test]
fn earnings_make_good_for_a_grant_that_was_spent() {
	build_with_grants(|| {
		work_for(CHARLIE, BOB, 1_000);
		earn(CHARLIE, 1_200);
		leave(CHARLIE);
		System::assert_has_event(exit_of(CHARLIE, [1_000, 200, 200]).into());
	});
}

#[test]
fn what_is_deferred_is_the_leaver_s_own() {
	build_with_grants(|| {
		// GIVEN Charlie owns all he may, and 6.00 beyond that
		govern(|chosen| chosen.holding_cap = 2_000);
		earn(CHARLIE, 1_600);
		assert_eq!((total(CHARLIE), wallet(CHARLIE).deferred), (2_000, 600));
		leave(CHARLIE);
		System::assert_has_event(exit_of(CHARLIE, [1_000, 1_600, 1_600]).into());
		assert_eq!(claims(), [(CHARLIE, 3, 1_600)]);
		assert_eq!(supply().escrowed, 0);
	});
}

#[test]
fn grants_are_unmade_out_of_what_is_deferred_too() {
	for (spent, deferred, burned, to_pool) in
		[(1_900, 600, 700, 0), (1_700, 1_800, 2_000, 100), (2_000, 2_000, 2_000, 0)]
	{
		build_with_grants(|| {
			// GIVEN Charlie has both grants and no room, earns more, and spends his own
			govern(|chosen| chosen.holding_cap = 2_000);
			assert_ok!(MutualCredit::release_second_grant(&CHARLIE, 1_000));
			earn(CHARLIE, deferred);
			work_for(CHARLIE, BOB, spent);
			assert_eq!(total(CHARLIE), 2_000 - spent);
			assert_eq!(wallet(CHARLIE).deferred, deferred);
			// WHEN he leaves
			leave(CHARLIE);
			// THEN both together are his balance
			System::assert_has_event(exit_of(CHARLIE, [burned, to_pool, to_pool]).into());
			assert_eq!(claims().len(), usize::from(to_pool > 0));
		});
	}
}

#[test]
fn offers_go_with_their_provider() {
	build_with_grants(|| {
		let (gone, kept) = (publish(CHARLIE, hourly(80)), publish(BOB, hourly(80)));
		System::reset_events();
		leave(CHARLIE);
		System::assert_has_event(Event::OfferWithdrawn { offer: gone, provider: CHARLIE }.into());
		assert_eq!(Offers::<Test>::iter_keys().collect::<Vec<_>>(), [kept]);
	});
}

#[test]
fn what_a_leaver_did_is_paid_after_it_left() {
	build_with_grants(|| {
		// GIVEN Charlie worked for Alice and Bob, and leaves
		let (whole, judged) = (hired(ALICE, CHARLIE, 300), hired(BOB, CHARLIE, 500));
		leave(CHARLIE);
		claims();
		let before = commons();
		// WHEN Alice pays
		System::reset_events();
		finish(whole, 100);
		// THEN the pool gets what he earned, and owes it to him
		assert_eq!(events(), [late_of(CHARLIE, [0, 270, 270])]);
		assert_eq!(claims(), [(CHARLIE, 3, 270)]);
		assert_eq!((total(CHARLIE), total(ALICE)), (0, 700));
		assert_eq!(commons(), before + 300);
		// WHEN the verdict on the other is 40 %
		finish(judged, 40);
		assert_eq!(claims(), [(CHARLIE, 3, 180)]);
		assert_eq!((total(BOB), free(BOB)), (800, 800));
		assert!(heard().is_empty(), "it raises no member's standing");
	});
}

#[test]
fn whoever_leaves_cannot_keep_work_unpaid() {
	build_with_grants(|| {
		// GIVEN Charlie hired Bob for 1.60
		let job = hired(CHARLIE, BOB, 160);
		// WHEN Charlie is expelled
		leave(CHARLIE);
		// THEN the price is in escrow, and was not his to burn
		assert_eq!(supply().escrowed, 160);
		assert_eq!(MutualCredit::held(&work_hold(), &Source::Former(3)), 160);
		System::assert_has_event(exit_of(CHARLIE, [840, 0, 0]).into());
		// WHEN Bob has earned half of it
		let before = commons();
		finish(job, 50);
		// THEN he is paid, and what Charlie has back is the rest of the grant he had not spent
		System::assert_has_event(late_of(CHARLIE, [80, 0, 0]).into());
		assert_eq!((total(BOB), wallet(BOB).earned), (1_072, 72));
		assert_eq!((supply().escrowed, commons()), (0, before + 80 + 8));
		let [work] = &heard()[..] else { panic!("it counts once") };
		assert_eq!((work.labor, work.payer), (80, Some(CHARLIE)));
	});
}

#[test]
fn what_a_leaver_tied_up_is_paid_by_its_part() {
	for (quality, earned) in [(0, 0u64), (50, 150), (100, 300)] {
		build_with_grants(|| {
			let job = hired(CHARLIE, BOB, 300);
			leave(CHARLIE);
			let before = commons();
			finish(job, quality);
			let net = earned - earned.div_ceil(10);
			assert_eq!(total(BOB), 1_000 + net, "{quality} %");
			assert_eq!(commons(), before + 300 - net);
		});
	}
}

#[test]
fn what_came_back_before_is_settled_with_the_rest() {
	build_with_grants(|| {
		let job = hired(CHARLIE, BOB, 300);
		assert_ok!(give_back(job, 300));
		leave(CHARLIE);
		System::assert_has_event(exit_of(CHARLIE, [1_000, 0, 0]).into());
		assert_eq!(supply().overhang, 0);
	});
}

#[test]
fn both_sides_may_be_gone() {
	build_with_grants(|| {
		let job = hired(CHARLIE, BOB, 300);
		leave(CHARLIE);
		leave(BOB);
		let before = supply();
		finish(job, 100);
		assert_eq!(claims(), [(BOB, 2, 270)]);
		let free_pool = before.free_pool + 295;
		assert_eq!(supply(), SupplyState { free_pool, kept_for_reviews: 5, escrowed: 0, ..before });
	});
}

#[test]
fn who_comes_back_begins_anew() {
	build_with_grants(|| {
		earn(CHARLIE, 500);
		let mine = hired(ALICE, CHARLIE, 300);
		let theirs = hired(CHARLIE, BOB, 200);
		leave(CHARLIE);
		claims();
		set_epoch(5);
		rejoin(CHARLIE, 33);
		assert_eq!(
			wallet(CHARLIE),
			Wallet {
				free: 0,
				held: 0,
				staked: 0,
				granted: 0,
				net_position: 0,
				earned: 0,
				kept: 0,
				ripening: 0,
				room: CAP,
				deferred: 0,
				earmark: Some(Earmark { first: GRANT, second: GRANT, lapses: 57 }),
			}
		);
		// What he once did is settled under the number that he had, though he is a member now.
		finish(mine, 100);
		System::assert_has_event(late_of(CHARLIE, [0, 270, 270]).into());
		assert_eq!((total(CHARLIE), wallet(CHARLIE).earned), (0, 0));
		assert_eq!(claims(), [(CHARLIE, 3, 270)]);
		// What he once tied up is paid out of escrow.
		finish(theirs, 100);
		assert_eq!((total(BOB), supply().escrowed), (1_180, 0));
	});
}

#[test]
fn the_last_member_may_be_settled_too() {
	build_with_grants(|| {
		for who in [ALICE, BOB, CHARLIE] {
			leave(who);
		}
		let SupplyState { issuance, members, earmarked, .. } = supply();
		assert_eq!((issuance, members, earmarked), (0, 0, 0));
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn the_worst_case_of_leaving_is_what_it_says() {
	build_and_execute(|| {
		// WHEN Alice has as much to settle as there can be
		<MutualCredit as OnMembership<_>>::set_worst_case(&ALICE);
		// THEN all her lists are full
		assert_eq!(
			(OffersBy::<Test>::get(ALICE).len(), MutualCredit::payouts(ALICE).len()),
			(3, 4)
		);
		// AND some of what is deferred is unmade with her grants
		let before = supply().issuance;
		leave(ALICE);
		System::assert_has_event(exit_of(ALICE, [1_001, 39, 39]).into());
		assert!(supply().issuance < before - 1_001, "what came to the pool is unmade as well");
	});
}
