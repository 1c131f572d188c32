// SPDX-License-Identifier: Apache-2.0

//! Work is paid whose worker has left: it was done, and is written down, and earns nothing any more.

use crate::{mock::*, *};
use artel_primitives::work::labor;
use frame::testing_prelude::*;

/// Somebody leaves; their number, by which they are still known.
fn leaves(who: AccountId) -> MemberNumber {
	let number = number_of(who);
	leave_the_artel(who);
	number
}

/// What is written of a member's care in this period.
fn care(who: AccountId) -> Effort {
	Reputation::contributions(who).last().map(|entry| entry.care).unwrap_or_default()
}

fn open(number: MemberNumber) -> Minutes {
	OpenMinutes::<Test>::get(number)
}

#[test]
fn it_is_written_down_and_earns_nothing() {
	build_without_decay(|| {
		let number = leaves(CHARLIE);
		events();
		// WHEN a former member is paid for twenty hours
		pay_late(work(CHARLIE, 1_200), number);
		// THEN the ledger says so
		let effort = Effort { minutes: 1_200, labor: 666, love: 0 };
		let entry = Contribution { care: effort, ..Contribution::default() };
		assert_eq!(Reputation::contributions(CHARLIE), [entry]);
		assert_eq!(Reputation::all_contributions(), [entry]);
		// AND nobody has LOVE for it, nor hears of work that counts, nor can be granted more for it
		assert!(events().is_empty() && heard().is_empty());
		assert_eq!((Reputation::love(CHARLIE), AllWeeks::<Test>::get().weeks.now), (None, 0));
		assert_eq!(open(number), LIMIT - 1_200);
	});
}

#[test]
fn it_counts_within_the_minutes_that_were_open_and_sixty_hours_a_payment() {
	build_without_decay(|| {
		// GIVEN somebody with minutes of three epochs, half an epoch's of which they have used
		set_epoch(2);
		works(CHARLIE, LIMIT / 2);
		let before = care(CHARLIE);
		let number = leaves(CHARLIE);
		assert_eq!(open(number), 2 * LIMIT + LIMIT / 2);
		// THEN they are as many however long it takes
		pass_epochs(9);
		// WHEN years are paid at once THEN sixty hours count, and what is left after some payments
		for (counts, left) in
			[(LIMIT, LIMIT + LIMIT / 2), (LIMIT, LIMIT / 2), (LIMIT / 2, 0), (0, 0), (0, 0)]
		{
			let so_far = care(CHARLIE).minutes;
			pay_late(work(CHARLIE, 520 * LIMIT), number);
			assert_eq!(care(CHARLIE).minutes - so_far, u64::from(counts));
			assert_eq!((open(number), OpenMinutes::<Test>::contains_key(number)), (left, left > 0));
		}
		assert_eq!(care(CHARLIE).labor - before.labor, labor(2 * LIMIT + LIMIT / 2));
		assert_eq!(care(CHARLIE).love, before.love);
	});
}

#[test]
fn its_pay_counts_in_proportion() {
	build_without_decay(|| {
		works(CHARLIE, LIMIT - 100);
		let before = care(CHARLIE);
		let number = leaves(CHARLIE);
		pay_late(Work { minutes: 301, labor: 166, ..work(CHARLIE, 0) }, number);
		assert_eq!(care(CHARLIE).minutes - before.minutes, 100);
		assert_eq!(care(CHARLIE).labor - before.labor, 55);
	});
}

#[test]
fn who_had_no_minutes_left_has_none_later() {
	build_without_decay(|| {
		works(CHARLIE, LIMIT);
		let before = care(CHARLIE);
		let number = leaves(CHARLIE);
		assert!(!OpenMinutes::<Test>::contains_key(number));
		pass_epochs(5);
		pay_late(work(CHARLIE, 600), number);
		assert_eq!(care(CHARLIE), before);
		// Nor has somebody who never was a member.
		pay_late(work(DAVE, 600), 77);
		assert_eq!((care(DAVE), open(77)), (Effort::default(), 0));
	});
}

#[test]
fn who_left_while_on_leave_has_what_was_open_when_they_went() {
	build_without_decay(|| {
		set_epoch(1);
		assert_ok!(take_leave(CHARLIE));
		set_epoch(8);
		let number = leaves(CHARLIE);
		assert_eq!(open(number), 2 * LIMIT);
	});
}

#[test]
fn minutes_accrue_to_the_day_of_leaving_whether_somebody_looked_or_not() {
	build_without_decay(|| {
		set_epoch(5);
		assert_eq!(open(leaves(CHARLIE)), 6 * LIMIT);
		// A leave that has ended by itself is over here as well.
		set_epoch(6);
		assert_ok!(take_leave(BOB));
		set_epoch(6 + 26 + 3);
		assert_eq!(open(leaves(BOB)), 10 * LIMIT);
	});
}

#[test]
fn self_dealing_never_counts_late_either() {
	build_without_decay(|| {
		let number = leaves(CHARLIE);
		pay_late(Work { payer: Some(CHARLIE), ..work(CHARLIE, 600) }, number);
		assert_eq!(open(number), LIMIT);
		assert!(Reputation::contributions(CHARLIE).is_empty());
		assert!(Reputation::all_contributions().is_empty());
		pay_late(Work { payer: Some(BOB), ..work(CHARLIE, 600) }, number);
		assert_eq!(open(number), LIMIT - 600);
	});
}

#[test]
fn who_has_returned_is_paid_late_by_the_number_that_they_had() {
	build_without_decay(|| {
		// GIVEN somebody who left with little open and a debt, and has returned
		works(CHARLIE, LIMIT - 600);
		let before = care(CHARLIE);
		Reputation::penalise(&CHARLIE, 2_000);
		let debt = love(CHARLIE).debt;
		let old = leaves(CHARLIE);
		join(CHARLIE);
		let new = number_of(CHARLIE);
		assert_ne!(old, new);
		heard();
		// WHEN work of before is paid
		pay_late(work(CHARLIE, 900), old);
		// THEN it counts within what was open then, and is theirs in the ledger
		assert_eq!((care(CHARLIE).minutes - before.minutes, open(old)), (600, 0));
		// AND does nothing for what they are now
		let LoveState { free, debt: still, allowance, .. } = love(CHARLIE);
		assert_eq!((free, still, allowance), (0, debt, LIMIT));
		assert!(heard().is_empty());
		check_invariants();
		// AND what is open now is kept by the new number when they leave again
		works(CHARLIE, 1_000);
		leave_the_artel(CHARLIE);
		assert_eq!((open(old), open(new)), (0, LIMIT - 1_000));
		pay_late(work(CHARLIE, 1_000), new);
		assert_eq!((open(old), open(new)), (0, LIMIT - 2_000));
	});
}

#[test]
fn the_entry_is_that_of_the_period_in_which_it_is_paid() {
	build_without_decay(|| {
		works(CHARLIE, 180);
		let number = leaves(CHARLIE);
		set_epoch(8 * EPOCHS_PER_PERIOD);
		pay_late(Work { stream: Stream::Livelihood, ..work(CHARLIE, 360) }, number);
		let livelihood = Effort { minutes: 360, labor: 200, love: 0 };
		let entry = Contribution { period: 8, livelihood, ..Contribution::default() };
		assert_eq!(Reputation::contributions(CHARLIE), [entry]);
		assert_eq!(Reputation::all_contributions(), [entry]);
	});
}
