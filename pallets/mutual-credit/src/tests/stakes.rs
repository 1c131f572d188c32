// SPDX-License-Identifier: Apache-2.0

//! LABOR at stake: it lies in escrow, and is its member's until it is lost (mechanisms, section 6.4).

use crate::{mock::*, *};
use frame::testing_prelude::*;

type E = Error<Test>;

fn stake(who: AccountId, amount: LaborBalance) -> DispatchResult {
	MutualCredit::stake(&work_hold(), &who, amount)
}

fn in_escrow() -> LaborBalance {
	MutualCredit::held(&work_hold(), &Source::Escrow)
}

/// What somebody owns, what of it is at stake, and what they can still receive.
fn owns(who: AccountId) -> (LaborBalance, LaborBalance, LaborBalance) {
	assert_eq!(MutualCredit::staked(&who), wallet(who).staked);
	(<MutualCredit as InspectLabor<_>>::wallet(&who), wallet(who).staked, wallet(who).room)
}

fn kept(who: AccountId) -> LaborBalance {
	let Wallet { kept, ripening, .. } = wallet(who);
	kept + ripening
}

#[test]
fn what_is_at_stake_is_still_its_members() {
	build_with_grants(|| {
		earn(ALICE, 500);
		let (before, room) = (total(ALICE), wallet(ALICE).room);
		let had_kept = kept(ALICE);
		assert_eq!(had_kept, 500);
		// WHEN she puts some at stake
		assert_ok!(stake(ALICE, 300));
		// THEN it is on hold in escrow, and in every other respect hers
		assert_eq!((free(ALICE), in_escrow()), (before - 300, 300));
		assert_eq!(owns(ALICE), (before, 300, room));
		assert_eq!(kept(ALICE), had_kept);
		assert_eq!(wallet(ALICE).net_position, 500);
		// WHEN she gets a part back
		assert_ok!(MutualCredit::return_stake(&work_hold(), &ALICE, 100));
		assert_eq!((free(ALICE), in_escrow()), (before - 200, 200));
		assert_eq!(owns(ALICE), (before, 200, room));
		// WHEN she loses the rest
		assert_ok!(MutualCredit::lose_stake(&ALICE, 200));
		// THEN it has left her: of what she kept nothing yet, for grants count as spent first
		assert_eq!(owns(ALICE), (before - 200, 0, room + 200));
		assert_eq!((kept(ALICE), in_escrow()), (had_kept, 200));
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Escrow, 200));
	});
}

#[test]
fn what_is_lost_was_not_kept() {
	build_with_grants(|| {
		earn(ALICE, 1_500);
		// GIVEN she has spent her grant on work
		work_for(ALICE, BOB, 1_000);
		assert_eq!((total(ALICE), kept(ALICE)), (1_500, 1_500));
		// WHEN she loses a stake
		assert_ok!(stake(ALICE, 400));
		assert_eq!(kept(ALICE), 1_500);
		assert_ok!(MutualCredit::lose_stake(&ALICE, 400));
		assert_eq!(kept(ALICE), 1_100);
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Escrow, 400));
	});
}

#[test]
fn grants_are_never_at_stake_nor_given_beside_one() {
	build_with_grants(|| {
		// GIVEN Alice has 10.00 granted and 3.00 more
		earn(ALICE, 300);
		assert_noop!(stake(ALICE, 301), E::NotEnoughBesideGrants);
		assert_noop!(stake(ALICE, 0), E::ImpossibleAmount);
		assert_noop!(stake(ALICE, 1_301), E::NotEnoughLabor);
		assert_ok!(stake(ALICE, 200));
		// THEN what is at stake is not counted when she stakes more, pays, or contributes
		assert_noop!(stake(ALICE, 101), E::NotEnoughBesideGrants);
		assert_noop!(pay(ALICE, BOB, 101), E::NotEnoughBesideGrants);
		let gift = MutualCredit::contribute(RuntimeOrigin::signed(ALICE), 101);
		assert_noop!(gift, E::NotEnoughBesideGrants);
		assert_ok!(pay(ALICE, BOB, 100));
		assert_noop!(stake(DAVE, 1), E::NotMember);
		assert_ok!(MutualCredit::return_stake(&work_hold(), &ALICE, 200));
	});
}

#[test]
fn a_stake_returns_above_the_cap_and_winnings_stop_there() {
	build_with_grants(|| {
		earn(ALICE, 1_100);
		earn(BOB, 900);
		assert_ok!(stake(BOB, 400));
		assert_ok!(MutualCredit::lose_stake(&BOB, 400));
		assert_ok!(stake(ALICE, 500));
		// GIVEN her room was used up, by a lower cap
		govern(|chosen| chosen.holding_cap = 2_000);
		let winnings = |up_to| MutualCredit::pay_winnings(&work_hold(), &ALICE, up_to);
		assert_eq!(winnings(400), Ok(0));
		assert_ok!(MutualCredit::return_stake(&work_hold(), &ALICE, 500));
		assert_eq!(total(ALICE), 2_100);
		assert_eq!(winnings(400), Ok(0));
		// WHEN there is room for some
		govern(|chosen| chosen.holding_cap = 2_250);
		assert_eq!(winnings(400), Ok(150));
		assert_eq!((total(ALICE), in_escrow()), (2_250, 250));
		// THEN it is no work: it counts for nothing but its owner's wealth
		assert_eq!((wallet(ALICE).earned, kept(ALICE)), (1_100, 1_100));
		govern(|chosen| chosen.holding_cap = 12_000);
		assert_eq!(winnings(250), Ok(250));
	});
}

#[test]
fn a_leavers_stake_stays_and_is_settled_by_their_exit() {
	build_with_grants(|| {
		earn(CHARLIE, 500);
		assert_ok!(stake(CHARLIE, 400));
		// WHEN Charlie leaves with a grant of 10.00, of which 10.00 and 1.00 more are there
		leave(CHARLIE);
		assert_eq!((total(CHARLIE), in_escrow()), (0, 400));
		// THEN what comes back later is settled by the same sums, under the number that they had
		let exit = || Exits::<Test>::get(3).expect("he left");
		let before = exit();
		assert_ok!(MutualCredit::release(&work_hold(), &Source::Former(3), 400));
		let after = exit();
		assert_eq!(after.to_pool - before.to_pool, 400);
		assert_eq!(after.owed - before.owed, 400);
		assert_eq!((total(CHARLIE), in_escrow()), (0, 0));
	});
}
