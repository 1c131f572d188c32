// SPDX-License-Identifier: Apache-2.0

//! Members go on leave: LOVE and duty stand still.

use crate::{mock::*, *};
use frame::testing_prelude::*;

fn is_on_leave(who: AccountId) -> bool {
	<Reputation as InspectLove<AccountId>>::is_on_leave(&who)
}

#[test]
fn tom_goes_on_leave_for_four_epochs_and_his_love_waits() {
	build_and_execute(|| {
		// GIVEN Tom, who has 10.00 LOVE
		let tom = ALICE;
		earns(tom, 1_000);
		events();
		// WHEN he goes on leave
		assert_ok!(take_leave(tom));
		assert_eq!(events(), [Event::LeaveTaken { who: tom, ends: 26 }]);
		// THEN his LOVE neither counts nor fades
		pass_epochs(4);
		assert!(is_on_leave(tom));
		assert_eq!((free(tom), counted(tom)), (1_000, 0));
		assert_eq!((love(tom).on_leave_since, love(tom).leave_ends), (Some(0), Some(26)));
		// AND it counts again when he returns
		assert_ok!(end_leave(tom));
		assert_eq!(events(), [Event::LeaveEnded { who: tom }]);
		assert!(!is_on_leave(tom));
		assert_eq!((free(tom), counted(tom)), (1_000, 1_000));
		assert_eq!((love(tom).on_leave_since, love(tom).leave_ends), (None, None));
		// AND half of it is left a year after that
		pass_epochs(52);
		assert_eq!(counted(tom), 500);
	});
}

#[test]
fn bonded_love_does_not_count_on_leave_either() {
	build_and_execute(|| {
		earns(ALICE, 1_000);
		assert_ok!(Reputation::bond(&ALICE, 400));
		assert_ok!(take_leave(ALICE));
		assert_eq!((love(ALICE).bonded, counted(ALICE)), (400, 0));
		pass_epochs(3);
		assert_ok!(end_leave(ALICE));
		assert_eq!(counted(ALICE), 1_000);
	});
}

#[test]
fn work_that_is_paid_during_leave_still_earns_and_that_decays() {
	build_and_execute(|| {
		assert_ok!(take_leave(ALICE));
		pass_epochs(2);
		works(ALICE, 1_200);
		assert_eq!((free(ALICE), counted(ALICE)), (333, 0));
		assert_eq!(heard(), [work(ALICE, 1_200)]);
		// Time stands still for what it went with, not for what it earned since.
		pass_epochs(10);
		assert_eq!(free(ALICE), 291);
		assert_ok!(end_leave(ALICE));
		assert_eq!(counted(ALICE), 291);
		// From then on it decays as one.
		pass_epochs(42);
		assert_eq!(counted(ALICE), 166);
	});
}

#[test]
fn what_is_taken_on_leave_is_the_newest() {
	build_and_execute(|| {
		earns(ALICE, 300);
		assert_ok!(take_leave(ALICE));
		pass_epochs(1);
		works(ALICE, 1_200);
		assert_eq!(free(ALICE), 300 + 333);
		Reputation::penalise(&ALICE, 400);
		pass_epochs(20);
		// Of what it went with 67 are gone, and of what it earned since nothing is left to decay.
		assert_eq!(free(ALICE), 300 + 333 - 400);
	});
}

#[test]
fn no_minutes_accrue_during_leave() {
	build_and_execute(|| {
		pass_epochs(3);
		works(ALICE, LIMIT);
		assert_ok!(take_leave(ALICE));
		// What was open before stays so.
		assert_eq!(love(ALICE).allowance, 3 * LIMIT);
		pass_epochs(20);
		assert_eq!(love(ALICE).allowance, 3 * LIMIT);
		works_by_milestones(ALICE, 3 * LIMIT);
		pass_epochs(1);
		assert_eq!(love(ALICE).allowance, 0);
		// It ends by itself after 26 epochs, and they accrue from then on.
		pass_epochs(7);
		assert_eq!(love(ALICE).allowance, 2 * LIMIT);
	});
}

#[test]
fn leave_lasts_for_an_epoch_at_least() {
	build_and_execute(|| {
		assert_ok!(take_leave(ALICE));
		assert_noop!(end_leave(ALICE), Error::<Test>::NotDue);
		pass_epochs(1);
		assert_ok!(end_leave(ALICE));
	});
}

#[test]
fn all_leaves_of_a_year_come_from_its_26_epochs() {
	build_and_execute(|| {
		// GIVEN leaves of ten epochs each
		for start in [0, 12] {
			set_epoch(start);
			assert_ok!(take_leave(ALICE));
			pass_epochs(10);
			assert_ok!(end_leave(ALICE));
		}
		events();
		// WHEN a third one is taken
		assert_ok!(take_leave(ALICE));
		// THEN six epochs are left for it
		assert_eq!(events(), [Event::LeaveTaken { who: ALICE, ends: 28 }]);
		assert_eq!(love(ALICE).leave_ends, Some(28));
		set_epoch(27);
		assert!(is_on_leave(ALICE));
		set_epoch(28);
		assert!(!is_on_leave(ALICE));
		// AND none after that
		for later in [28, 40, 51] {
			set_epoch(later);
			assert_noop!(take_leave(ALICE), Error::<Test>::LeaveLimitReached);
		}
		// BUT a new year has new ones, and so have others
		assert_ok!(take_leave(BOB));
		set_epoch(52);
		assert_ok!(take_leave(ALICE));
		assert_eq!(love(ALICE).leave_ends, Some(78));
	});
}

#[test]
fn leave_ends_by_itself_when_the_years_is_used_up() {
	build_and_execute(|| {
		// GIVEN somebody who is gone and does not return
		earns(ALICE, 1_000);
		assert_ok!(take_leave(ALICE));
		set_epoch(25);
		assert_eq!((is_on_leave(ALICE), counted(ALICE)), (true, 0));
		// THEN it is back in epoch 26, whether anybody notices or not
		set_epoch(26);
		assert_eq!((is_on_leave(ALICE), counted(ALICE)), (false, 1_000));
		assert_noop!(end_leave(ALICE), Error::<Test>::NotOnLeave);
		assert_noop!(take_leave(ALICE), Error::<Test>::LeaveLimitReached);
		// AND its LOVE fades from then on, even if nobody looks for a year
		set_epoch(26 + 52);
		assert_eq!(counted(ALICE), 500);
		works(ALICE, 0);
		assert_eq!(counted(ALICE), 500);
	});
}

#[test]
fn the_duty_must_agree() {
	build_and_execute(|| {
		// GIVEN somebody who is banned from its duty
		keep(ALICE);
		// THEN it cannot go
		assert_noop!(take_leave(ALICE), DispatchError::Other("banned"));
		assert!(!is_on_leave(ALICE));
		// BUT whoever is not can, and nobody is kept from returning
		assert_ok!(take_leave(BOB));
		keep(BOB);
		pass_epochs(1);
		assert_ok!(end_leave(BOB));
		release(ALICE);
		assert_ok!(take_leave(ALICE));
	});
}

#[test]
fn the_years_leave_is_governed() {
	build_and_execute(|| {
		govern(|figures| figures.yearly_leave = 0);
		assert_noop!(take_leave(ALICE), Error::<Test>::LeaveLimitReached);
		govern(|figures| figures.yearly_leave = 2);
		assert_ok!(take_leave(ALICE));
		assert_eq!(love(ALICE).leave_ends, Some(2));
		pass_epochs(2);
		assert!(!is_on_leave(ALICE));
	});
}

// What is refused.

#[test]
fn only_members_take_leave_and_return() {
	build_and_execute(|| {
		assert_noop!(take_leave(DAVE), Error::<Test>::NotMember);
		assert_noop!(end_leave(DAVE), Error::<Test>::NotMember);
		assert_noop!(Reputation::take_leave(RuntimeOrigin::root()), DispatchError::BadOrigin);
		assert_noop!(Reputation::end_leave(RuntimeOrigin::none()), DispatchError::BadOrigin);
		assert!(!is_on_leave(DAVE));
	});
}

#[test]
fn nobody_goes_who_is_gone() {
	build_and_execute(|| {
		assert_ok!(take_leave(ALICE));
		assert_noop!(take_leave(ALICE), Error::<Test>::NotWhileOnLeave);
		pass_epochs(5);
		assert_noop!(take_leave(ALICE), Error::<Test>::NotWhileOnLeave);
	});
}

#[test]
fn nobody_returns_who_is_there() {
	build_and_execute(|| {
		assert_noop!(end_leave(ALICE), Error::<Test>::NotOnLeave);
		assert_ok!(take_leave(ALICE));
		pass_epochs(1);
		assert_ok!(end_leave(ALICE));
		assert_noop!(end_leave(ALICE), Error::<Test>::NotOnLeave);
	});
}

#[test]
fn it_is_heard_who_goes_on_leave() {
	build_and_execute(|| {
		keep(BOB);
		assert!(take_leave(BOB).is_err());
		assert!(gone().is_empty());
		release(BOB);
		assert_ok!(take_leave(BOB));
		assert!(take_leave(BOB).is_err());
		assert_eq!(gone(), [BOB]);
	});
}

#[test]
fn a_members_own_epoch_stands_still_on_leave_and_not_what_they_earn_in_an_epoch() {
	build_and_execute(|| {
		let own = |who| <Reputation as InspectLove<AccountId>>::own_epoch(&who);
		let lately = |who| <Reputation as InspectLove<AccountId>>::earned_lately(&who);
		pass_epochs(2);
		earns(ALICE, 100);
		assert_eq!((own(ALICE), lately(ALICE), lately(BOB)), (Some(epoch()), 100, 0));
		let gone_in = epoch();
		assert_ok!(take_leave(ALICE));
		pass_epochs(3);
		assert_eq!((own(ALICE), lately(ALICE)), (Some(gone_in), 0));
		assert_ok!(end_leave(ALICE));
		pass_epochs(1);
		assert_eq!(own(ALICE), Some(gone_in + 1));
		leave_the_artel(ALICE);
		assert_eq!((own(ALICE), lately(ALICE)), (None, 0));
	});
}
