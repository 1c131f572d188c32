// SPDX-License-Identifier: Apache-2.0

//! LOVE moves between accounts by no path.

use crate::{mock::*, *};
use frame::{
	testing_prelude::*,
	traits::{GetCallName, UnfilteredDispatchable},
};
use std::collections::BTreeMap;

const EVERYONE: [AccountId; 7] = [ALICE, BOB, CHARLIE, DAVE, EVE, ARTEL, WITHDRAWS];
const AMOUNTS: [LoveBalance; 6] = [0, 1, 20, 300, 1_000, LoveBalance::MAX];

/// What each account owns of LOVE, free and bonded, less what it owes.
fn worth() -> BTreeMap<AccountId, i128> {
	EVERYONE
		.into_iter()
		.map(|who| {
			let worth = Reputation::love(who).map_or(0, |love| {
				i128::from(love.free) + i128::from(love.bonded) - i128::from(love.debt)
			});
			(who, worth)
		})
		.collect()
}

/// Does something, checks that nobody gained while another lost, and undoes it.
fn moves_nothing(what: &str, act: impl FnOnce()) {
	hypothetically!({
		let before = worth();
		act();
		let after = worth();
		let (mut gained, mut lost) = (0, 0);
		for (who, before) in before {
			gained += u32::from(after[&who] > before);
			lost += u32::from(after[&who] < before);
		}
		assert!(gained == 0 || lost == 0, "{what} moves LOVE");
		assert!(gained + lost <= 1, "{what} changes the LOVE of several");
		check_invariants();
	});
}

/// A chain of people in every situation: working, with something bonded, in debt, on leave, and
/// none of the artel.
fn all_kinds_of_people(test: impl FnOnce()) {
	build_without_decay(|| {
		join(DAVE);
		for who in [ALICE, BOB, CHARLIE, DAVE] {
			earns(who, 900);
		}
		pass_epochs(1);
		assert_ok!(Reputation::bond(&ALICE, 300));
		assert_ok!(Reputation::bond(&CHARLIE, 100));
		Reputation::penalise(&CHARLIE, 1_000);
		assert_ok!(take_leave(DAVE));
		pass_epochs(1);
		earns(ALICE, 900);
		earns(CHARLIE, 100);
		pass_epochs(1);
		test();
	});
}

/// Every call of the pallet, with everybody it may be about and amounts small and large.
fn every_call() -> Vec<Call<Test>> {
	let reason = || note("whatever it may be");
	let mut calls = vec![Call::take_leave {}, Call::end_leave {}];
	for who in EVERYONE {
		for amount in AMOUNTS {
			calls.extend([
				Call::recognise { to: who, amount, reason: reason() },
				Call::grant { who, amount, reason: reason() },
				Call::withdraw { who, amount, reason: reason() },
			]);
		}
	}
	calls
}

#[test]
fn no_call_lowers_the_love_of_one_and_raises_that_of_another() {
	all_kinds_of_people(|| {
		let mut succeeded = BTreeMap::<&str, u32>::new();
		for call in every_call() {
			for caller in EVERYONE {
				moves_nothing(call.get_call_name(), || {
					let result = call.clone().dispatch_bypass_filter(signed(caller));
					*succeeded.entry(call.get_call_name()).or_default() +=
						u32::from(result.is_ok());
				});
			}
		}
		// The walk has been down every path, and got to the end of each.
		let mut paths = Call::<Test>::get_call_names().to_vec();
		paths.sort();
		assert_eq!(succeeded.keys().copied().collect::<Vec<_>>(), paths);
		assert!(succeeded.values().all(|times| *times > 0), "{succeeded:?}");
	});
}

#[test]
fn nothing_that_other_pallets_do_moves_love_either() {
	all_kinds_of_people(|| {
		for who in EVERYONE {
			for amount in AMOUNTS {
				moves_nothing("burning", || {
					let _ = Reputation::burn(&who, amount);
				});
				moves_nothing("bonding", || {
					let _ = Reputation::bond(&who, amount);
				});
				moves_nothing("unbonding", || Reputation::unbond(&who, amount));
				moves_nothing("slashing", || Reputation::slash_bond(&who, amount));
				moves_nothing("a penalty", || Reputation::penalise(&who, amount));
			}
			for payer in EVERYONE.map(Some).into_iter().chain([None]) {
				moves_nothing("work", || pay(Work { payer, ..work(who, 600) }));
			}
			moves_nothing("leaving", || leave_the_artel(who));
			moves_nothing("a leave that ends by itself", || pass_epochs(60));
		}
	});
}
