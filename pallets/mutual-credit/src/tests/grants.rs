// SPDX-License-Identifier: Apache-2.0

//! What newcomers get, when, and what they may do with it.

use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;

fn lapse(who: AccountId) -> DispatchResultWithPostInfo {
	MutualCredit::lapse_earmark(signed(EVE), who)
}

fn release(who: AccountId, up_to: LaborBalance) -> LaborBalance {
	MutualCredit::release_second_grant(&who, up_to).expect("the earmark is there")
}

fn aside(who: AccountId) -> Option<(LaborBalance, LaborBalance)> {
	wallet(who).earmark.map(|earmark| (earmark.first, earmark.second))
}

#[test]
fn the_first_offer_brings_the_first_grant_once() {
	build_and_execute(|| {
		// WHEN Alice publishes something for the first time
		let offer = publish(ALICE, hourly(80));
		// THEN she gets 10.00, which were set aside for her
		assert_eq!(
			events(),
			[
				Event::OfferPublished { offer, provider: ALICE },
				Event::GrantPaid { who: ALICE, grant: Grant::First, amount: GRANT },
			]
		);
		assert_eq!((total(ALICE), wallet(ALICE).granted), (GRANT, GRANT));
		assert_eq!(aside(ALICE), Some((0, GRANT)));
		assert_eq!((supply().earmarked, supply().free_pool), (5_000, 6_000));
		// WHEN she publishes more, or the same again
		publish(ALICE, hourly(90));
		assert_ok!(MutualCredit::withdraw_offer(signed(ALICE), offer));
		publish(ALICE, hourly(80));
		// THEN she gets no more
		assert_eq!(total(ALICE), GRANT);
	});
}

#[test]
fn an_earmark_lapses_after_52_epochs() {
	build_and_execute(|| {
		set_epoch(51);
		assert_noop!(lapse(ALICE), E::NotDue);
		set_epoch(52);
		// WHEN anyone says so, without paying for it
		let info = lapse(ALICE).expect("it has lapsed");
		assert_eq!(info.pays_fee, Pays::No);
		// THEN it is the pool's again
		assert_eq!(events(), [Event::EarmarkReturned { who: ALICE, amount: 2_000 }]);
		assert_eq!((supply().earmarked, supply().free_pool), (4_000, 8_000));
		assert_eq!(aside(ALICE), None);
		// AND there is nothing more to say
		assert_noop!(lapse(ALICE), E::NotDue);
		assert_noop!(lapse(DAVE), E::NotDue);
		assert_noop!(MutualCredit::lapse_earmark(RuntimeOrigin::none(), BOB), BadOrigin);
	});
}

#[test]
fn what_is_left_of_an_earmark_lapses() {
	build_with_grants(|| {
		release(ALICE, 300);
		set_epoch(52);
		assert_ok!(lapse(ALICE));
		System::assert_last_event(Event::EarmarkReturned { who: ALICE, amount: 700 }.into());
		assert_eq!(total(ALICE), 1_300);
	});
}

#[test]
fn when_it_lapses_was_said_on_joining() {
	build_and_execute(|| {
		set_epoch(10);
		join(DAVE, Class::Worker);
		govern(|chosen| chosen.earmark_epochs = 1);
		set_epoch(61);
		assert_noop!(lapse(DAVE), E::NotDue);
		set_epoch(62);
		assert_ok!(lapse(DAVE));
	});
}

#[test]
fn an_offer_that_comes_too_late_brings_nothing() {
	build_and_execute(|| {
		set_epoch(52);
		let offer = publish(ALICE, hourly(80));
		assert_eq!(
			events(),
			[
				Event::OfferPublished { offer, provider: ALICE },
				Event::EarmarkReturned { who: ALICE, amount: 2_000 },
			]
		);
		assert_eq!((total(ALICE), aside(ALICE)), (0, None));
		assert_eq!(supply().free_pool, 8_000);
	});
}

#[test]
fn the_second_grant_comes_up_to_a_value() {
	build_with_grants(|| {
		// WHEN a job that Alice brought is worth 3.00
		assert_eq!(release(ALICE, 300), 300);
		let paid = Event::GrantPaid { who: ALICE, grant: Grant::Second, amount: 300 };
		assert_eq!(events(), [paid]);
		assert_eq!(aside(ALICE), Some((0, 700)));
		// WHEN another one is worth nothing, and the next a fortune
		assert_eq!(release(ALICE, 0), 0);
		assert_eq!(release(ALICE, 50_000), 700);
		// THEN she has got all of it, and no more comes
		assert_eq!((total(ALICE), wallet(ALICE).granted), (2_000, 2_000));
		assert_eq!(aside(ALICE), None);
		assert_eq!(release(ALICE, 1_000), 0);
		assert_eq!(supply().earmarked, 2_000);
	});
}

#[test]
fn the_second_grant_may_come_first() {
	build_and_execute(|| {
		assert_eq!(release(ALICE, 1_000), 1_000);
		assert_eq!(aside(ALICE), Some((1_000, 0)));
		publish(ALICE, hourly(80));
		assert_eq!((total(ALICE), aside(ALICE)), (2_000, None));
	});
}

#[test]
fn a_job_that_comes_too_late_brings_nothing() {
	build_with_grants(|| {
		set_epoch(52);
		assert_eq!(release(ALICE, 300), 0);
		assert_eq!(events(), [Event::EarmarkReturned { who: ALICE, amount: 1_000 }]);
		assert_eq!((total(ALICE), aside(ALICE)), (1_000, None));
	});
}

#[test]
fn nobody_else_gets_a_grant() {
	build_and_execute(|| {
		assert_eq!(release(DAVE, 1_000), 0);
		assert_eq!(release(pool(), 1_000), 0);
		assert_eq!(events(), []);
	});
}

#[test]
fn where_nothing_is_granted_nothing_is_set_aside() {
	build_and_execute(|| {
		// GIVEN the artel has decided to grant nothing
		govern(|chosen| (chosen.first_grant, chosen.second_grant) = (0, 0));
		let before = supply();
		// WHEN Dave joins, offers something and brings a job
		join(DAVE, Class::Worker);
		check_invariants();
		assert_eq!((aside(DAVE), supply().earmarked), (None, before.earmarked));
		assert_eq!(supply().free_pool, before.free_pool + K, "all of it is free");
		publish(DAVE, hourly(80));
		assert_eq!(release(DAVE, GRANT), 0);
		// THEN he gets nothing, and there is nothing to lapse
		assert_eq!((total(DAVE), wallet(DAVE).granted), (0, 0));
		set_epoch(52);
		assert_noop!(lapse(DAVE), E::NotDue);
		// AND whoever joined before keeps what was set aside for it
		set_epoch(0);
		publish(ALICE, hourly(80));
		assert_eq!(total(ALICE), GRANT);
		leave(DAVE);
	});
}

#[test]
fn only_one_of_the_grants_may_be_nothing() {
	build_and_execute(|| {
		govern(|chosen| chosen.first_grant = 0);
		join(DAVE, Class::Worker);
		assert_eq!(aside(DAVE), Some((0, GRANT)));
		publish(DAVE, hourly(80));
		assert_eq!((release(DAVE, GRANT), aside(DAVE)), (GRANT, None));
		govern(|chosen| (chosen.first_grant, chosen.second_grant) = (GRANT, 0));
		join(EVE, Class::Worker);
		assert_eq!(aside(EVE), Some((GRANT, 0)));
		publish(EVE, hourly(80));
		assert_eq!((total(EVE), aside(EVE)), (GRANT, None));
	});
}

#[test]
fn a_grant_without_room_stays_aside() {
	build_and_execute(|| {
		// GIVEN Alice has earned nearly all that she may own
		govern(|chosen| chosen.holding_cap = 4_300);
		earn(ALICE, 4_000);
		// WHEN she publishes an offer
		let offer = publish(ALICE, hourly(80));
		// THEN she gets as much as fits, and the rest waits
		assert_eq!((total(ALICE), aside(ALICE)), (4_300, Some((700, 1_000))));
		assert_ok!(MutualCredit::withdraw_offer(signed(ALICE), offer));
		System::reset_events();
		let offer = publish(ALICE, hourly(80));
		assert_eq!(events(), [Event::OfferPublished { offer, provider: ALICE }]);
		assert_eq!(release(ALICE, 1_000), 0);
		// WHEN there is room and she publishes another
		assert_ok!(pay(ALICE, BOB, 900));
		publish(ALICE, hourly(90));
		assert_eq!((total(ALICE), aside(ALICE)), (4_100, Some((0, 1_000))));
		assert_eq!(release(ALICE, 1_000), 200);
		assert_eq!(wallet(ALICE).granted, 1_200);
	});
}

#[test]
fn grants_cannot_be_given_away() {
	build_with_grants(|| {
		// GIVEN Alice owns her grant and 5.00 that she earned
		earn(ALICE, 500);
		// WHEN she pays a hundredth more than she earned
		assert_noop!(pay(ALICE, BOB, 501), E::NotEnoughBesideGrants);
		// THEN it fails, but exactly what she earned is hers
		assert_ok!(pay(ALICE, BOB, 500));
		assert_noop!(pay(ALICE, BOB, 1), E::NotEnoughBesideGrants);
		assert_eq!(total(ALICE), GRANT);
	});
}

#[test]
fn grants_hire_others() {
	build_with_grants(|| {
		work_for(ALICE, BOB, GRANT);
		assert_eq!((total(ALICE), wallet(ALICE).net_position), (0, -1_000));
		// What she earns now makes good for the grant, before any of it can be given away.
		earn(ALICE, 1_100);
		assert_noop!(pay(ALICE, BOB, 101), E::NotEnoughBesideGrants);
		assert_ok!(pay(ALICE, BOB, 100));
	});
}

#[test]
fn what_is_on_hold_counts_against_the_grant() {
	build_with_grants(|| {
		earn(ALICE, 500);
		hired(ALICE, BOB, 600);
		assert_eq!((total(ALICE), free(ALICE)), (1_500, 900));
		assert_noop!(pay(ALICE, BOB, 501), E::NotEnoughBesideGrants);
		assert_ok!(pay(ALICE, BOB, 500));
	});
}
