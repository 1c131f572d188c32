// SPDX-License-Identifier: Apache-2.0

//! The ledger of what members and the artel contributed.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn periods(entries: &[Contribution]) -> Vec<Period> {
	entries.iter().map(|entry| entry.period).collect()
}

#[test]
fn a_period_has_thirteen_epochs() {
	build_and_execute(|| {
		set_epoch(12);
		works(ALICE, 180);
		works(ALICE, 180);
		set_epoch(13);
		works(ALICE, 540);
		let entry = |period, minutes, labor, love| Contribution {
			period,
			care: Effort { minutes, labor, love },
			..Contribution::default()
		};
		let entries = [entry(0, 360, 200, 100), entry(1, 540, 300, 150)];
		assert_eq!(Reputation::contributions(ALICE), entries);
		assert_eq!(Reputation::all_contributions(), entries);
	});
}

#[test]
fn eight_periods_are_remembered_oldest_first() {
	build_and_execute(|| {
		// GIVEN work in each of eleven periods, one labor more each time
		for period in 0..11u32 {
			set_epoch(period * EPOCHS_PER_PERIOD);
			works(ALICE, 180 * (period + 1));
			assert!(Contributions::<Test>::iter_prefix(ALICE).count() <= 8);
			assert!(AllContributions::<Test>::iter().count() <= 8);
			check_invariants();
		}
		// THEN the last eight are there, in order although their places are used in turn
		for entries in [Reputation::contributions(ALICE), Reputation::all_contributions()] {
			assert_eq!(periods(&entries), (3..11).collect::<Vec<_>>());
			for entry in entries {
				assert_eq!(entry.care.labor, 100 * u64::from(entry.period + 1));
			}
		}
		assert_eq!(Contributions::<Test>::get(ALICE, 2).map(|entry| entry.period), Some(10));
	});
}

#[test]
fn a_place_that_is_used_again_begins_at_nothing() {
	build_without_decay(|| {
		// GIVEN everything there can be in an entry
		for stream in [Stream::Livelihood, Stream::Commons, Stream::Care] {
			for who in [ALICE, BOB] {
				pay(Work { stream, ..work(who, 600) });
			}
		}
		pass_epochs(1);
		assert_ok!(recognise(ALICE, BOB, 50));
		assert_ok!(recognise(BOB, ALICE, 40));
		// WHEN the same place is used eight periods later
		set_epoch(8 * EPOCHS_PER_PERIOD);
		works(ALICE, 180);
		// THEN nothing of it is left
		let effort = Effort { minutes: 180, labor: 100, love: 50 };
		let fresh = Contribution { period: 8, care: effort, ..Contribution::default() };
		assert_eq!(Reputation::contributions(ALICE), [fresh]);
		assert_eq!(Reputation::all_contributions(), [fresh]);
	});
}

#[test]
fn periods_without_work_have_no_entry() {
	build_and_execute(|| {
		works(ALICE, 180);
		set_epoch(5 * EPOCHS_PER_PERIOD);
		works(BOB, 180);
		assert_eq!(periods(&Reputation::contributions(ALICE)), [0]);
		assert_eq!(periods(&Reputation::contributions(BOB)), [5]);
		assert_eq!(periods(&Reputation::all_contributions()), [0, 5]);
		assert!(Reputation::contributions(CHARLIE).is_empty());
	});
}

#[test]
fn recognition_opens_an_entry_as_well() {
	build_without_decay(|| {
		set_epoch(12);
		earns(ALICE, 1_000);
		pass_epochs(1);
		assert_ok!(recognise(ALICE, BOB, 100));
		assert_eq!(periods(&Reputation::contributions(ALICE)), [0, 1]);
		assert_eq!(periods(&Reputation::contributions(BOB)), [1]);
		assert_eq!(periods(&Reputation::all_contributions()), [0, 1]);
	});
}

#[test]
fn what_former_members_did_stays_written() {
	build_without_decay(|| {
		// GIVEN somebody who worked, was recognised, and left
		works(ALICE, 1_200);
		works(CHARLIE, 180);
		pass_epochs(1);
		assert_ok!(recognise(ALICE, CHARLIE, 50));
		let entries = Reputation::contributions(CHARLIE);
		let whole = Reputation::all_contributions();
		leave_the_artel(CHARLIE);
		// THEN its entry is there, and part of the artel's
		assert_eq!(Reputation::contributions(CHARLIE), entries);
		assert_eq!(Reputation::all_contributions(), whole);
		check_invariants();
		// AND goes on if it joins again
		join(CHARLIE);
		works(CHARLIE, 180);
		let [entry] = Reputation::contributions(CHARLIE)[..] else { panic!("one entry") };
		assert_eq!((entry.care.minutes, entry.recognition_received), (360, 50));
	});
}

#[test]
fn a_former_members_old_entries_do_not_disturb_a_place_used_again() {
	build_and_execute(|| {
		works(CHARLIE, 180);
		leave_the_artel(CHARLIE);
		set_epoch(8 * EPOCHS_PER_PERIOD);
		works(ALICE, 360);
		let [whole] = Reputation::all_contributions()[..] else { panic!("one entry") };
		assert_eq!((whole.period, whole.care.minutes), (8, 360));
		check_invariants();
	});
}
