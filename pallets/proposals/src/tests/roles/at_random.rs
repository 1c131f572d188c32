// SPDX-License-Identifier: Apache-2.0

//! Whatever happens to roles in whatever order, none takes more than it may, and each comes to an end.

use super::*;
use proptest::{collection::vec, prelude::any, proptest, test_runner::Config as Cases};
use std::collections::BTreeMap;

/// How many instalments were opened of each role in each epoch, as far as it was said.
fn note_opened(opened: &mut BTreeMap<(ProposalId, Epoch), u32>) {
	let epoch = FakeEpochs::current();
	for event in events() {
		if let Event::InstalmentOpened { proposal, .. } = event {
			*opened.entry((proposal, epoch)).or_default() += 1;
		}
	}
}

/// Something of a role that is under way ends: as it is done, or as nobody does it.
fn end_one(role: ProposalId, die: u16) {
	let Some(RoleReport { worker, under_way, .. }) = Proposals::role(role) else { return };
	let Some(delivery) = under_way.get(usize::from(die) % under_way.len().max(1)) else {
		return;
	};
	let worker = worker.filter(|who| FakeMembers::is_member(who) && !die.is_multiple_of(3));
	end_work(*delivery, worker.map(|who| (who, quality((die % 101) as u8))));
}

fn step(roles: [ProposalId; 3], (kind, die): (u8, u16)) {
	let role = roles[usize::from(die) % roles.len()];
	let seeks = Proposals::role(role).is_some_and(|role| role.state == RoleState::SeeksWorker);
	match kind {
		0 | 1 => FakeEpochs::pass(1 + Epoch::from(die % 4)),
		2 | 3 => {
			transact(role).ok();
		},
		4 => {
			idle(Weight::MAX);
		},
		5 => end_one(role, die / 3),
		6 => set_pool(LaborBalance::from(die) * 3),
		7 if seeks => taken_on(role, FERDIE),
		8 if die.is_multiple_of(5) => {
			leave(EVE);
			if die.is_multiple_of(2) {
				join(EVE, Class::Worker);
			}
		},
		9 if die.is_multiple_of(9) => {
			end_role(Track::Work, role).ok();
		},
		9 if die % 9 == 1 => {
			give_up(if die.is_multiple_of(2) { EVE } else { FERDIE }, role).ok();
		},
		_ => {},
	}
}

proptest! {
	#![proptest_config(Cases { cases: 96, ..Cases::default() })]

	#[test]
	fn roles_keep_within_their_bounds_and_end(steps in vec((0u8..10, any::<u16>()), 1..150)) {
		build_group(6, || {
			// GIVEN two roles that few were for, and one that many were for
			let [few, any_of_few] = [role_for(EVE, 13), role(5)].map(|role| {
				let proposal = propose_task(ALICE, Task { minutes: minutes(4_000), ..role });
				lazily(proposal);
				proposal
			});
			let many = standing(ALICE, Task { minutes: minutes(9_000), ..role_for(EVE, 7) });
			let roles = [few, any_of_few, many];
			let mut opened = BTreeMap::new();
			note_opened(&mut opened);
			for one in steps {
				if one.0 == 8 && !FakeMembers::is_member(&EVE) {
					continue;
				}
				step(roles, one);
				note_opened(&mut opened);
				check_invariants();
				let spent = Proposals::spending();
				assert!(spent.spent <= FIGURES.spending.mul_floor(spent.pool));
				assert!(spent.unbarred <= FIGURES.unbarred_spending.mul_floor(spent.pool));
			}
			// THEN never were there two in an epoch
			assert!(opened.values().all(|count| *count == 1), "{opened:?}");
			// WHEN nobody does anything but what is due
			for _ in 0..13 * (WAITS + 2) {
				for role in roles {
					transact(role).ok();
					end_one(role, 0);
				}
				FakeEpochs::pass(1);
			}
			// THEN each has come to an end, and nothing is tied up
			for role in roles {
				assert!(matches!(end(role), Some(End::Role(_))), "{:?}", stage(role));
			}
			assert_eq!((escrowed(), RoleCount::<Test>::get()), (0, 0));
		});
	}
}
