// SPDX-License-Identifier: Apache-2.0

//! Random play: whatever anybody does, nothing is lost, and every invariant holds.

use super::*;
use proptest::prelude::*;

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn nothing_is_lost_whatever_anybody_does(
		steps in prop::collection::vec((0..9u8, 1..8u64, 1..6u32, 0..4u32, 0..=100u8), 1..60),
	) {
		build_and_execute(|| {
			for (step, who, request, place, percent) in steps {
				let by = RuntimeOrigin::signed(who);
				let tried = with_storage_layer(|| match step {
					0 => post(CLIENT, in_art(percent.into())),
					1 => post(who, in_labor(percent.into())),
					2 => submit(who, request),
					3 => judge(request, place, percent),
					4 => pay(request, place),
					5 => close(request),
					6 => Requests::cancel(by, request),
					7 => Requests::unjudged(Subject::Submission(request, place)),
					_ => Requests::accept(RuntimeOrigin::signed(CLIENT), request, place, quality(percent)),
				});
				if tried.is_err() && percent > 90 {
					System::set_block_number(System::block_number() + 40);
				}
				if percent == 50 && FakeMembers::is_member(&who) {
					leave(who);
				}
				Requests::do_try_state().expect("every invariant holds");
			}
		});
	}
}
