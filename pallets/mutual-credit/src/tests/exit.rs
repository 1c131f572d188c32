//! What becomes of a leaver's LABOR, offers and orders.

use super::{commons, exit_of, late_of, leave_an_overhang};
use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;

#[test]
fn a_grant_that_was_kept_is_unmade() {
	build_with_grants(|| {
		// WHEN Charlie leaves as he came, but for his grant
		assert_ok!(leave(CHARLIE));
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
		assert_noop!(pay(DAVE, ALICE, 1), E::GrantsCannotBeGivenAway);
		assert_ok!(leave(DAVE));
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
		assert_ok!(leave(CHARLIE));
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
		assert_ok!(leave(CHARLIE));
		System::assert_has_event(exit_of(CHARLIE, [1_000, 900, 200]).into());
		assert_eq!(claims(), [(CHARLIE, 3, 200)]);
	});
}

#[test]
fn earnings_make_good_for_a_grant_that_was_spent() {
	build_with_grants(|| {
		let order = delivered(CHARLIE, BOB, 1_000);
		assert_ok!(MutualCredit::accept_delivery(signed(CHARLIE), order));
		earn(CHARLIE, 1_200);
		assert_ok!(leave(CHARLIE));
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
		assert_ok!(leave(CHARLIE));
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
			let order = delivered(CHARLIE, BOB, spent);
			assert_ok!(MutualCredit::accept_delivery(signed(CHARLIE), order));
			assert_eq!(total(CHARLIE), 2_000 - spent);
			assert_eq!(wallet(CHARLIE).deferred, deferred);
			// WHEN he leaves
			assert_ok!(leave(CHARLIE));
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
		assert_ok!(leave(CHARLIE));
		System::assert_has_event(Event::OfferWithdrawn { offer: gone, provider: CHARLIE }.into());
		assert_eq!(Offers::<Test>::iter_keys().collect::<Vec<_>>(), [kept]);
	});
}

#[test]
fn nobody_leaves_its_own_orders_behind() {
	type Begin = fn(AccountId, AccountId, LaborBalance) -> OrderId;
	for begin in [accepted as Begin, delivered, disputed] {
		build_with_grants(|| {
			let order = begin(CHARLIE, ALICE, 300);
			assert_noop!(leave(CHARLIE), E::OrdersOpenAsBuyer);
			// What others ordered never keeps anybody.
			assert_ok!(MutualCredit::ensure_none_open(&ALICE));
			let ended = MutualCredit::cancel_order(signed(CHARLIE), order)
				.or_else(|_| MutualCredit::accept_delivery(signed(CHARLIE), order))
				.or_else(|_| settle(order, 100));
			assert_ok!(ended);
			assert_ok!(leave(CHARLIE));
		});
	}
}

#[test]
fn what_nobody_answered_binds_nobody() {
	build_with_grants(|| {
		let order = ordered(CHARLIE, ALICE, 300);
		System::reset_events();
		assert_ok!(leave(CHARLIE));
		System::assert_has_event(Event::OrderCancelled { order }.into());
		assert_eq!(MutualCredit::order(order), None);
	});
}

#[test]
fn a_provider_s_undelivered_orders_are_refunded() {
	build_with_grants(|| {
		let order = accepted(ALICE, CHARLIE, 300);
		assert_eq!(free(ALICE), 700);
		System::reset_events();
		assert_ok!(leave(CHARLIE));
		System::assert_has_event(Event::OrderCancelled { order }.into());
		assert_eq!(free(ALICE), 1_000);
		assert_eq!(OrdersBy::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_a_provider_delivered_is_paid_after_it_left() {
	build_with_grants(|| {
		// GIVEN Charlie delivered to Alice and Bob, who disputes it, and leaves
		let accepted = delivered(ALICE, CHARLIE, 300);
		let judged = disputed(BOB, CHARLIE, 500);
		assert_ok!(leave(CHARLIE));
		claims();
		let before = commons();
		// WHEN Alice accepts
		System::reset_events();
		assert_ok!(MutualCredit::accept_delivery(signed(ALICE), accepted));
		// THEN the pool gets what he earned, and owes it to him
		System::assert_has_event(late_of(CHARLIE, [0, 270, 270]).into());
		assert_eq!(claims(), [(CHARLIE, 3, 270)]);
		assert_eq!((total(CHARLIE), total(ALICE)), (0, 700));
		assert_eq!(commons(), before + 300);
		// WHEN the verdict on the other is 40 %
		assert_ok!(settle(judged, 40));
		assert_eq!(claims(), [(CHARLIE, 3, 180)]);
		assert_eq!((total(BOB), free(BOB)), (800, 800));
		assert!(heard().is_empty(), "it raises no member's standing");
	});
}

#[test]
fn an_expelled_buyer_cannot_keep_delivered_work_unpaid() {
	build_with_grants(|| {
		// GIVEN Bob delivered half of what Charlie ordered
		let offer = publish(BOB, hourly(80));
		let order = order(CHARLIE, offer, 360);
		assert_ok!(MutualCredit::accept_order(signed(BOB), order));
		assert_ok!(deliver(BOB, order, 180));
		// WHEN Charlie is expelled
		expel(CHARLIE);
		// THEN the price is in escrow, and was not his to burn
		assert_eq!(supply().escrowed, 160);
		System::assert_has_event(exit_of(CHARLIE, [840, 0, 0]).into());
		// WHEN the window has passed in silence
		let before = commons();
		pass_blocks(101);
		assert_ok!(close(order));
		// THEN Bob is paid for his half, and what Charlie has back is the rest of the grant he had not spent
		System::assert_has_event(late_of(CHARLIE, [80, 0, 0]).into());
		assert_eq!((total(BOB), wallet(BOB).earned), (1_072, 72));
		assert_eq!((supply().escrowed, commons()), (0, before + 80 + 8));
		let [work] = &heard()[..] else { panic!("it counts once") };
		assert_eq!((work.minutes, work.labor, work.payer), (180, 80, Some(CHARLIE)));
	});
}

#[test]
fn an_expelled_buyer_s_dispute_is_judged() {
	for (quality, earned) in [(0, 0u64), (50, 150), (100, 300)] {
		build_with_grants(|| {
			let order = disputed(CHARLIE, BOB, 300);
			expel(CHARLIE);
			let before = commons();
			assert_ok!(settle(order, quality));
			let net = earned - earned.div_ceil(10);
			assert_eq!(total(BOB), 1_000 + net, "{quality} %");
			assert_eq!(commons(), before + 300 - net);
		});
	}
}

#[test]
fn an_expelled_buyer_is_refunded_before_it_is_settled() {
	build_with_grants(|| {
		let order = accepted(CHARLIE, BOB, 300);
		System::reset_events();
		expel(CHARLIE);
		System::assert_has_event(Event::OrderCancelled { order }.into());
		System::assert_has_event(exit_of(CHARLIE, [1_000, 0, 0]).into());
		assert_eq!(supply().overhang, 0);
	});
}

#[test]
fn both_sides_may_be_gone() {
	build_with_grants(|| {
		let order = delivered(CHARLIE, BOB, 300);
		expel(CHARLIE);
		assert_ok!(leave(BOB));
		let before = supply();
		pass_blocks(101);
		assert_ok!(close(order));
		assert_eq!(claims(), [(BOB, 2, 270)]);
		let free_pool = before.free_pool + 295;
		assert_eq!(supply(), SupplyState { free_pool, kept_for_reviews: 5, escrowed: 0, ..before });
	});
}

#[test]
fn nobody_works_for_what_it_was_asked_before_it_left() {
	build_with_grants(|| {
		// GIVEN Alice ordered from Charlie, who left without answering
		let order = ordered(ALICE, CHARLIE, 300);
		assert_ok!(leave(CHARLIE));
		let accept = || MutualCredit::accept_order(signed(CHARLIE), order);
		assert_noop!(accept(), E::NotWorker);
		// THEN it waits for Alice, for its deadline, or for him
		join(CHARLIE, Class::Supporter);
		assert_noop!(accept(), E::NotWorker);
		assert_ok!(MutualCredit::cancel_order(signed(ALICE), order));
	});
}

#[test]
fn who_comes_back_begins_anew() {
	build_with_grants(|| {
		earn(CHARLIE, 500);
		let mine = delivered(ALICE, CHARLIE, 300);
		let ordered = delivered(CHARLIE, BOB, 200);
		expel(CHARLIE);
		claims();
		set_epoch(5);
		rejoin(CHARLIE, 33);
		assert_eq!(
			wallet(CHARLIE),
			Wallet {
				free: 0,
				held: 0,
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
		// What he once delivered is settled under the number that he had, though he is a member now.
		assert_ok!(MutualCredit::accept_delivery(signed(ALICE), mine));
		System::assert_has_event(late_of(CHARLIE, [0, 270, 270]).into());
		assert_eq!((total(CHARLIE), wallet(CHARLIE).earned), (0, 0));
		assert_eq!(claims(), [(CHARLIE, 3, 270)]);
		// What he once ordered is paid out of escrow, and does not keep him from leaving.
		assert_ok!(MutualCredit::ensure_none_open(&CHARLIE));
		assert_ok!(MutualCredit::accept_delivery(signed(CHARLIE), ordered));
		assert_eq!((total(BOB), supply().escrowed), (1_180, 0));
	});
}

#[test]
fn the_last_member_may_be_settled_too() {
	build_with_grants(|| {
		for who in [ALICE, BOB, CHARLIE] {
			assert_ok!(leave(who));
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
		// THEN all her lists are full, and every order is accepted from somebody else
		assert_eq!(
			(OffersBy::<Test>::get(ALICE).len(), MutualCredit::payouts(ALICE).len()),
			(3, 4)
		);
		let orders = MutualCredit::orders(ALICE, 0);
		for (_, order) in &orders {
			assert_eq!((order.provider, &order.stage), (ALICE, &Stage::Accepted));
			assert_eq!(total(order.buyer), free(order.buyer) + order.amount);
		}
		let buyers: std::collections::BTreeSet<_> =
			orders.iter().map(|(_, order)| order.buyer).collect();
		assert_eq!((orders.len(), buyers.len()), (4, 4));
		// AND nothing of it keeps her: some of what is deferred is unmade with her grants
		let before = supply().issuance;
		assert_ok!(leave(ALICE));
		System::assert_has_event(exit_of(ALICE, [1_001, 39, 39]).into());
		assert!(supply().issuance < before - 1_001, "what came to the pool is unmade as well");
	});
}
