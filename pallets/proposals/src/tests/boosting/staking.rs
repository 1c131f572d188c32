// SPDX-License-Identifier: Apache-2.0

//! What takes stakes, from whom, and until when.

use super::*;

#[test]
fn a_stake_is_kept_in_escrow_under_its_members_number() {
	build_and_execute(|| {
		let proposal = plain();
		assert_ok!(stake(BOB, proposal, For, 70));
		assert_ok!(stake(BOB, proposal, For, 30));
		assert_ok!(stake(BOB, proposal, Against, 5));
		assert_eq!((wallet(BOB), at_stake()), (WALLET - 105, 105));
		assert_eq!(
			Stakes::<Test>::get(proposal, number(BOB)),
			Some(Stake { who: BOB, up: 100, down: 5, owed: 0 })
		);
		assert_eq!(staked(proposal), (100, 5));
	});
}

#[test]
fn tasks_and_rewards_alone_take_stakes() {
	build_and_execute(|| {
		let all = [
			(ask(ALICE, &["Red", "Blue"]), false),
			(moved(Track::Work), false),
			(propose_motion(BOB, deed(Track::Fund)), false),
			(propose_task(CHARLIE, task(180)), true),
			(propose_task(CHARLIE, own_task(180)), true),
			(propose_task(DAVE, task_for(JUDY, 180)), true),
			(propose_reward(DAVE, reward(JUDY, 180)), true),
		];
		for (proposal, takes) in all {
			assert_eq!(Proposals::boost_quote(proposal).is_some(), takes);
			if takes {
				assert_ok!(stake(EVE, proposal, For, 1));
			} else {
				assert_noop!(stake(EVE, proposal, For, 1), E::NotBoostable);
			}
		}
		assert_noop!(stake(EVE, 1_000, For, 1), E::NoSuchProposal);
	});
}

#[test]
fn a_small_artel_needs_no_stakes() {
	build_group(6, || {
		let proposal = plain();
		assert_noop!(stake(BOB, proposal, For, 300), E::NotBoostable);
		// The mode is fixed when it is filed.
		join(KEVIN, Class::Worker);
		assert_noop!(stake(BOB, proposal, For, 300), E::NotBoostable);
		pass_blocks(1u32);
		let later = propose_task(BOB, task(180));
		assert_ok!(stake(CHARLIE, later, For, 300));
		leave(KEVIN);
		assert_ok!(stake(CHARLIE, later, For, 300));
	});
}

#[test]
fn members_alone_stake_and_only_what_they_own_beside_their_grants() {
	build_and_execute(|| {
		let proposal = plain();
		assert_noop!(stake(STRANGER, proposal, For, 1), E::NotMember);
		join(KEVIN, Class::Supporter);
		assert_ok!(stake(KEVIN, proposal, Against, 1));
		assert_noop!(stake(BOB, proposal, For, 0), NOTHING);
		assert_noop!(stake(BOB, proposal, For, WALLET + 1), NOT_ENOUGH_LABOR);
		remembered::Granted::insert(BOB, WALLET - 100);
		assert_noop!(stake(BOB, proposal, For, 101), ONLY_GRANTS);
		assert_ok!(stake(BOB, proposal, For, 100));
		assert_noop!(stake(BOB, proposal, Against, 1), ONLY_GRANTS);
		// Its proposer may stake on it.
		assert_ok!(stake(ALICE, proposal, For, 100));
	});
}

#[test]
fn nobody_stakes_on_what_is_boosted_or_decided() {
	build_and_execute(|| {
		let refused = |proposal| {
			for side in [For, Against] {
				assert_noop!(stake(EVE, proposal, side, 1), E::StakingPassed);
			}
		};
		// Boosted, by time alone.
		let proposal = boosted();
		refused(proposal);
		run_to_boosted_end(proposal);
		refused(proposal);
		assert_ok!(advance(proposal));
		refused(proposal);
		// Decided by its bar, whether anybody has said so or not.
		for says_so in [true, false] {
			let proposal = propose_task(CHARLIE, task(180));
			if says_so {
				run_to_notice(proposal);
			}
			ayes(&EVERYBODY[4..10], proposal);
			run_to_notice(proposal);
			assert_eq!(outcome(proposal), BY_BAR);
			refused(proposal);
		}
		// Past its end.
		let proposal = propose_task(DAVE, task(180));
		run_to_block(rules(proposal).ends - 1);
		assert_ok!(stake(EVE, proposal, For, 1));
		run_to_end(proposal);
		refused(proposal);
		// Taken back.
		let proposal = propose_task(EVE, task(180));
		ayes(&[FERDIE], proposal);
		assert_ok!(Proposals::withdraw(signed(EVE), proposal));
		refused(proposal);
	});
}

#[test]
fn what_is_taken_back_returns_all_stakes() {
	build_and_execute(|| {
		// GIVEN nobody has voted on it
		let proposal = plain();
		assert_ok!(stake(BOB, proposal, For, 100));
		assert_ok!(stake(CHARLIE, proposal, Against, 50));
		assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
		// THEN it stays until they have their stakes back
		assert_eq!(end(proposal), Some(End::Withdrawn));
		claim_all(proposal);
		assert_eq!((wallet(BOB), wallet(CHARLIE)), (WALLET, WALLET));
		// It counts among what she has open until its end, like what somebody has voted on.
		assert_eq!(OpenBy::<Test>::get(ALICE).into_inner(), [proposal]);
		// What is pre-boosted can be taken back.
		let proposal = propose_task(BOB, task(180));
		assert_ok!(stake(CHARLIE, proposal, For, 300));
		assert_ok!(Proposals::withdraw(signed(BOB), proposal));
		assert_eq!(Boosting::<Test>::get(), 0);
		claim_all(proposal);
		assert_eq!(wallet(CHARLIE), WALLET);
	});
}

#[test]
fn what_is_boosted_is_not_taken_back() {
	build_and_execute(|| {
		let proposal = boosted();
		assert_noop!(Proposals::withdraw(signed(ALICE), proposal), E::NotAtThisStage);
	});
}
