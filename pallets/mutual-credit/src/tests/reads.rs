// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask.

use super::leave_an_overhang;
use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn a_wallet_says_all_about_a_member() {
	build_with_grants(|| {
		// GIVEN Alice has a grant, earned 20.00, may own 30.00, and earned 5.00 beyond that
		govern(|chosen| chosen.holding_cap = 3_000);
		earn(ALICE, 2_500);
		// WHEN 7.00 are on hold, and she has paid 1.00 away
		hired(ALICE, BOB, 700);
		assert_ok!(pay(ALICE, CHARLIE, 100));
		assert_eq!(
			wallet(ALICE),
			Wallet {
				free: 2_200,
				held: 700,
				staked: 0,
				granted: 1_000,
				net_position: 1_900,
				earned: 2_000,
				kept: 2_000,
				ripening: 0,
				room: 100,
				deferred: 500,
				earmark: Some(Earmark { first: 0, second: GRANT, lapses: 52 }),
			}
		);
	});
}

#[test]
fn only_members_have_a_wallet() {
	build_and_execute(|| {
		for who in [DAVE, pool(), escrow()] {
			assert_eq!(MutualCredit::wallet(&who), None);
		}
		assert_eq!(wallet(ALICE).net_position, 0);
		leave(ALICE);
		assert_eq!(MutualCredit::wallet(&ALICE), None);
	});
}

#[test]
fn the_supply_is_there_to_see() {
	build_with_grants(|| {
		leave_an_overhang();
		hired(BOB, ALICE, 500);
		govern(|chosen| chosen.holding_cap = 4_900);
		work_for(BOB, ALICE, 100);
		assert_eq!(
			supply(),
			SupplyState {
				allotment: K,
				members: 2,
				issuance: 10_992,
				overhang: 2_992,
				free_pool: 0,
				earmarked: 2_000,
				// Of contributions of 1.00 and 0.10.
				kept_for_reviews: 15 + 2,
				// What Alice has no room for; what Bob has tied up is on his own account.
				escrowed: 90,
			}
		);
	});
}

#[test]
fn offers_are_found_by_what_they_are() {
	build_with_grants(|| {
		for (who, title) in [(ALICE, "Bicycle Repair"), (BOB, "ÄRZTLICHE Hilfe"), (CHARLIE, "修理")]
		{
			assert_ok!(MutualCredit::publish_offer(signed(who), line(title), hourly(80)));
		}
		let found = |text: &str| {
			let found = MutualCredit::offers(text, 0).into_iter();
			found.map(|(_, offer)| offer.provider).collect::<Vec<_>>()
		};
		assert_eq!(found(""), [ALICE, BOB, CHARLIE]);
		assert_eq!(found("REPAIR"), [ALICE]);
		assert_eq!(found("ärztlich"), [BOB]);
		assert_eq!(found("修"), [CHARLIE]);
		assert_eq!(found("i"), [ALICE, BOB]);
		assert!(found("plumbing").is_empty());
		// However it is written
		assert_eq!(found(" bicycle\u{3000}\u{a0}REPAIR "), [ALICE]);
		assert_eq!(found("ａ\u{308}RZT"), [BOB]);
		// AND whatever is asked
		for odd in
			["bicycle ".repeat(1_000), "\0\u{200b}".into(), "\u{fdfa}".repeat(300), "é".repeat(65)]
		{
			assert!(found(&odd).is_empty(), "{odd:?}");
		}
		assert_eq!(found(&" ".repeat(10_000)), [ALICE, BOB, CHARLIE]);
	});
}

#[test]
fn offers_are_told_in_pages() {
	build_with_grants(|| {
		// Offers come and go, and their numbers are not used again.
		let mut kept = vec![];
		for (at, who) in [ALICE, BOB, CHARLIE].into_iter().cycle().take(12).enumerate() {
			assert_ok!(MutualCredit::publish_offer(signed(who), line("Weeding"), hourly(80)));
			let number = LastOffer::<Test>::get();
			if at % 4 == 0 {
				assert_ok!(MutualCredit::withdraw_offer(signed(who), number));
			} else {
				kept.push(number);
			}
		}
		let numbers = |from| {
			MutualCredit::offers("", from).into_iter().map(|(number, _)| number).collect::<Vec<_>>()
		};
		assert_eq!(numbers(0), kept);
		for (at, number) in kept.iter().enumerate() {
			assert_eq!(numbers(*number), kept[at..]);
			assert_eq!(numbers(number + 1), kept[at + 1..]);
		}
	});
}

#[test]
fn deferred_payouts_are_listed() {
	build_and_execute(|| {
		govern(|chosen| chosen.holding_cap = 2_000);
		earn_in(Stream::Care, ALICE, 2_500);
		earn(ALICE, 100);
		let care = Payout { net: 500, labor: 500, minutes: 900, stream: Stream::Care, payer: None };
		let common =
			Payout { net: 100, labor: 100, minutes: 180, stream: Stream::Commons, payer: None };
		assert_eq!(MutualCredit::payouts(ALICE), [care, common]);
		assert_eq!(MutualCredit::payouts(BOB), []);
	});
}

#[test]
fn what_is_earned_waits_to_be_claimed_as_soon_as_there_is_room() {
	use artel_primitives::due::{Duty, InspectDue};
	build_with_grants(|| {
		let due = |who| <MutualCredit as InspectDue<_, _>>::due_for(&who);
		govern(|chosen| chosen.holding_cap = 2_000);
		let job = hired(CHARLIE, ALICE, 1_000);
		earn(BOB, 1_000);
		assert_ok!(pay(BOB, ALICE, 1_000));
		finish(job, 100);
		assert!(wallet(ALICE).deferred > 0 && wallet(ALICE).room == 0);
		assert!(due(ALICE).is_empty(), "there is no room for it yet");
		assert_ok!(pay(ALICE, BOB, 300));
		let [item] = &due(ALICE)[..] else { panic!("one thing waits for her") };
		assert_eq!((item.duty, &item.calls[0][..]), (Duty::Can, "mutualCredit.claimDeferred"));
		assert!(due(BOB).is_empty() && due(EVE).is_empty());
		assert_ok!(MutualCredit::claim_deferred(signed(ALICE)));
		assert!(due(ALICE).is_empty());
	});
}

#[test]
fn a_newcomer_who_works_is_told_of_the_first_offer_until_it_lapses() {
	use artel_primitives::due::InspectDue;
	build_with_grants(|| {
		let due = |who| <MutualCredit as InspectDue<_, _>>::due_for(&who);
		join(DAVE, Class::Worker);
		join(EVE, Class::User);
		let lapses = wallet(DAVE).earmark.expect("it is set aside").lapses;
		let [item] = &due(DAVE)[..] else { panic!("one thing waits for him") };
		assert_eq!(item.calls, ["mutualCredit.publishOffer"]);
		assert_eq!(item.otherwise, format!("It goes back to the pool in epoch {lapses}."));
		assert!(due(EVE).is_empty(), "only workers offer");
		set_epoch(lapses);
		assert!(due(DAVE).is_empty());
		set_epoch(lapses - 1);
		publish(DAVE, hourly(80));
		assert!(due(DAVE).is_empty());
	});
}
