// SPDX-License-Identifier: Apache-2.0

//! Members leave: their LOVE is gone, and nobody has it.

use crate::{mock::*, *};
use frame::testing_prelude::*;

#[test]
fn a_leavers_love_moves_nowhere() {
	build_without_decay(|| {
		// GIVEN members with LOVE, one of whom has some bonded
		for who in [ALICE, BOB, CHARLIE] {
			earns(who, 600);
		}
		assert_ok!(Reputation::bond(&CHARLIE, 200));
		assert_ok!(grant(CHARLIE, 30));
		let others = [love(ALICE), love(BOB)];
		// WHEN that one leaves
		leave_the_artel(CHARLIE);
		// THEN it has nothing, and nobody else has more
		assert_eq!((Reputation::love(CHARLIE), counted(CHARLIE)), (None, 0));
		assert_eq!([love(ALICE), love(BOB)], others);
		assert_eq!(Standings::<Test>::get(CHARLIE), None);
		// AND can do nothing with LOVE any more
		assert_noop!(recognise(CHARLIE, ALICE, 1), Error::<Test>::NotMember);
		assert_noop!(grant(CHARLIE, 1), Error::<Test>::OtherIsNotMember);
		assert_noop!(withdraw(CHARLIE, 1), Error::<Test>::OtherIsNotMember);
		assert_noop!(take_leave(CHARLIE), Error::<Test>::NotMember);
		assert_noop!(Reputation::burn(&CHARLIE, 1), Error::<Test>::NotMember);
		assert_noop!(Reputation::bond(&CHARLIE, 1), Error::<Test>::NotMember);
	});
}

#[test]
fn whoever_joins_again_begins_at_nothing() {
	build_without_decay(|| {
		// GIVEN somebody with LOVE, a budget, unused minutes and a used leave
		assert_ok!(take_leave(CHARLIE));
		pass_epochs(26);
		earns(CHARLIE, 1_000);
		pass_epochs(1);
		assert_ok!(Reputation::bond(&CHARLIE, 300));
		assert_eq!(love(CHARLIE).budget, 200);
		assert_noop!(take_leave(CHARLIE), Error::<Test>::LeaveLimitReached);
		// WHEN it leaves and joins again
		leave_the_artel(CHARLIE);
		join(CHARLIE);
		// THEN it is as new as anybody
		assert_eq!(
			love(CHARLIE),
			LoveState {
				counted: 0,
				ripening: 0,
				free: 0,
				bonded: 0,
				debt: 0,
				budget: 0,
				allowance: LIMIT,
				on_leave_since: None,
				leave_ends: None,
			}
		);
		assert_ok!(take_leave(CHARLIE));
	});
}

#[test]
fn whoever_leaves_on_leave_is_there_when_they_return() {
	build_without_decay(|| {
		assert_ok!(take_leave(BOB));
		leave_the_artel(BOB);
		assert!(!<Reputation as InspectLove<AccountId>>::is_on_leave(&BOB));
		join(BOB);
		works(BOB, 180);
		assert_eq!(counted(BOB), 50);
	});
}

#[test]
fn whoever_returns_has_nothing_that_ripens_from_before() {
	build_without_decay(|| {
		govern(|figures| figures.ripening = 7);
		works(BOB, 180);
		assert_eq!(ripening(BOB), 50);
		leave_the_artel(BOB);
		join(BOB);
		assert_eq!((ripening(BOB), counted(BOB)), (0, 0));
		assert_ok!(grant(BOB, 10));
		assert_eq!(counted(BOB), 10);
	});
}

#[test]
fn joining_again_gives_no_more_room_for_grants() {
	build_without_decay(|| {
		assert_ok!(grant(CHARLIE, 30));
		leave_the_artel(CHARLIE);
		join(CHARLIE);
		assert_noop!(grant(CHARLIE, 1), Error::<Test>::AllGrantsLimitReached);
	});
}
