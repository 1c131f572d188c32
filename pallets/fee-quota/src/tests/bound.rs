// SPDX-License-Identifier: Apache-2.0

//! However somebody goes about it, it gets no more than it is granted.

use crate::{mock::*, Units};
use frame::testing_prelude::*;
use proptest::prelude::{any, prop_oneof, Just, ProptestConfig, Strategy};

/// What a member without coin does.
#[derive(Clone, Copy, Debug)]
enum Step {
	/// It signs a call of a weight, which uses some of it, and may be a duty, or fail, or be free.
	Sign { weight: u64, used: u64, duty: bool, fails: bool, free: bool },
	/// It waits.
	Wait(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let weights = prop_oneof![0u64..1_000, 0u64..400_000, 0u64..2_000_000];
	prop_oneof![
		4 => (weights, any::<u64>(), any::<bool>(), any::<bool>(), proptest::bool::weighted(0.1))
			.prop_map(|(weight, used, duty, fails, free)| {
				Step::Sign { weight, used: used % (weight + 1), duty, fails, free }
			}),
		1 => prop_oneof![Just(0u64), 1u64..5, 1u64..200].prop_map(Step::Wait),
	]
}

proptest::proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn nobody_spends_more_than_a_full_quota_and_what_time_adds(
		steps in proptest::collection::vec(step(), 1..80)
	) {
		build_and_execute(|| {
			let begun = System::block_number();
			let mut spent: Units = 0;
			for step in steps {
				match step {
					Step::Wait(blocks) => pass_blocks(blocks),
					Step::Sign { weight, used: actual, duty: owed, fails, free } => {
						let call = if owed { duty() } else { remark() };
						let before = left(ALICE).expect("she is a member");
						let post = PostDispatchInfo {
							actual_weight: Some(Weight::from_parts(actual, 0)),
							pays_fee: if free { Pays::No } else { Pays::Yes },
						};
						let outcome = sign(ALICE, &call, &info(weight), 0, |_| {
							if fails { failed(post) } else { Ok(post) }
						});
						let after = left(ALICE).expect("she is still one");
						// It is charged exactly what it cost, and only if all of it was covered.
						let floor = PARTING + if owed { 0 } else { RESERVE };
						let covered = before >= price_before(weight) + floor;
						assert_eq!(outcome.is_ok(), covered, "{step:?} with {before} left");
						let cost = if covered && !free { price_after(actual) } else { 0 };
						assert_eq!(before - after, cost, "{step:?}");
						if outcome.is_err() {
							assert_eq!(outcome, cannot_pay());
						}
						spent += cost;
					},
				}
				let blocks = Units::from(System::block_number() - begun);
				let granted = FULL + FULL * blocks / Units::from(REFILL);
				assert!(spent <= granted, "{spent} of {granted}");
				assert!(left(ALICE).is_some_and(|left| (PARTING..=FULL).contains(&left)));
				check_invariants();
			}
		});
	}
}
