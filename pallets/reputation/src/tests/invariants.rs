// SPDX-License-Identifier: Apache-2.0

//! What must hold is noticed when it does not.

use crate::{mock::*, *};
use frame::{deps::sp_runtime::TryRuntimeError, testing_prelude::*};

/// Checks that this breaks an invariant, and nothing did before.
fn breaks(what: &'static str, act: impl FnOnce()) {
	hypothetically!({
		check_invariants();
		act();
		assert_eq!(Reputation::do_try_state(), Err(TryRuntimeError::Other(what)));
	});
}

#[test]
fn what_is_out_of_place_is_noticed() {
	build_and_execute(|| {
		works(ALICE, 600);
		works(CHARLIE, 600);
		leave_the_artel(CHARLIE);
		let entry = AllContributions::<Test>::get(0).expect("they worked");
		let change = |change: fn(&mut Weeks)| {
			Standings::<Test>::mutate_extant(ALICE, |standing| change(&mut standing.weeks))
		};
		breaks("a member's debt waits for its return", || Debts::<Test>::insert(ALICE, 1));
		breaks("a member's minutes are those of somebody who left", || {
			OpenMinutes::<Test>::insert(number_of(ALICE), 1)
		});
		breaks("a debt of nothing", || Debts::<Test>::insert(CHARLIE, 0));
		breaks("no minutes are open", || OpenMinutes::<Test>::insert(77, 0));
		breaks("members earned what the artel did not", AllWeeks::<Test>::kill);
		breaks("a member was granted, or lost, more than can be in an epoch", || {
			change(|weeks| weeks.granted = 4_001)
		});
		breaks("members were granted, or lost, what the artel does not know of", || {
			change(|weeks| weeks.withdrawn = 1)
		});
		breaks("all members together were granted, or lost, more than can be in an epoch", || {
			AllWeeks::<Test>::mutate(|all| all.weeks.granted = 1_000)
		});
		breaks("an entry in another's place", || AllContributions::<Test>::insert(1, entry));
		breaks("the members' entries do not add up to the artel's", || {
			Contributions::<Test>::remove(CHARLIE, 0)
		});
	});
}
