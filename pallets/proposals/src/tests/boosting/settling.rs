// SPDX-License-Identifier: Apache-2.0

//! What becomes of stakes when a proposal is decided.

use super::*;

/// A boosted task on which Bob has 3.00 for it, Charlie 1.50, and Eve 0.90 and Ferdie 0.45 against it.
fn contested() -> ProposalId {
	let proposal = plain();
	for (who, side, amount) in
		[(EVE, Against, 90), (FERDIE, Against, 45), (BOB, For, 300), (CHARLIE, For, 150)]
	{
		assert_ok!(stake(who, proposal, side, amount));
	}
	pass_blocks(DAY);
	assert!(is_boosted(proposal));
	proposal
}

fn decide(proposal: ProposalId, choice: Choice) {
	vote_all(&[GEORGE, HELEN], proposal, choice);
	run_to_boosted_end(proposal);
	assert_ok!(advance(proposal));
}

const STAKERS: [AccountId; 4] = [BOB, CHARLIE, EVE, FERDIE];

/// What each of them has more than at first, and the pool, but for the price of the task.
fn gains(price: LaborBalance) -> ([i64; 4], i64) {
	let signed = |amount: LaborBalance| amount as i64;
	let each = STAKERS.map(|who| signed(wallet(who)) - signed(WALLET));
	(each, signed(pool() + price) - signed(POOL))
}

#[test]
fn the_right_share_what_the_wrong_lose() {
	build_and_execute(|| {
		let proposal = contested();
		decide(proposal, Choice::Aye);
		assert_eq!(passed_by(proposal), Some(Route::Boosted));
		events();
		// WHEN they claim in any order: nobody needs anybody else
		assert_eq!(claim(proposal, BOB), Ok(Pays::No.into()));
		assert_eq!(
			events(),
			[Event::StakeClaimed {
				proposal,
				who: BOB,
				member: number(BOB),
				back: 300,
				won: 90,
				lost: 0
			}]
		);
		for who in [FERDIE, CHARLIE, EVE] {
			assert_ok!(claim(proposal, who));
		}
		// THEN two thirds and one third of 1.35 are theirs
		assert_eq!(gains(100), ([90, 45, -90, -45], 0));
		assert_eq!(at_stake(), 0);
		assert_noop!(claim(proposal, BOB), E::NothingStaked);
	});
}

#[test]
fn where_those_against_win_the_pool_has_the_virtual_stakes_share() {
	build_and_execute(|| {
		let proposal = contested();
		decide(proposal, Choice::Nay);
		assert_eq!(end(proposal), Some(End::Rejected));
		for who in [EVE, BOB, FERDIE] {
			assert_ok!(claim(proposal, who));
		}
		assert_eq!(pool(), POOL);
		events();
		assert_ok!(claim(proposal, CHARLIE));
		// 4.50 among 0.90, 0.45 and the virtual 2.00: 1.20, 0.60, and with what rounding leaves 2.70.
		assert_eq!(gains(0), ([-300, -150, 120, 60], 270));
		assert_eq!(
			events(),
			[
				Event::StakeClaimed {
					proposal,
					who: CHARLIE,
					member: number(CHARLIE),
					back: 0,
					won: 0,
					lost: 150
				},
				Event::StakesToPool { proposal, amount: 270 }
			]
		);
	});
}

#[test]
fn what_nobody_has_won_is_the_pools() {
	build_and_execute(|| {
		let proposal = plain();
		// Against it alone, and it passes.
		assert_ok!(stake(EVE, proposal, Against, 90));
		pass(proposal);
		let before = pool();
		claim_all(proposal);
		assert_eq!(pool(), before + 90);
		// For it alone, and it fails.
		let proposal = boost(propose_task(CHARLIE, task(180)));
		nays(&[DAVE], proposal);
		run_to_boosted_end(proposal);
		assert_ok!(advance(proposal));
		let before = pool();
		claim_all(proposal);
		assert_eq!(pool(), before + 201);
	});
}

#[test]
fn winnings_above_the_cap_wait_and_nobody_waits_for_them() {
	build_and_execute(|| {
		let proposal = contested();
		decide(proposal, Choice::Aye);
		// GIVEN Bob has room for 0.20, beside what he has at stake
		set_holding_cap(WALLET + 20);
		assert_ok!(claim(proposal, BOB));
		assert_eq!(wallet(BOB), WALLET + 20);
		assert_noop!(claim(proposal, BOB), E::CapReached);
		for who in [CHARLIE, EVE, FERDIE] {
			set_holding_cap(WALLET + 100);
			assert_ok!(claim(proposal, who));
		}
		assert_eq!(at_stake(), 70);
		let claimable = Proposals::claimable(&BOB, 0);
		let waits = Claim { member: number(BOB), back: 0, won: 70, lost: 0 };
		assert_eq!(claimable, [(proposal, waits)]);
		// WHEN there is room, it is his
		assert_ok!(claim(proposal, BOB));
		assert_eq!((wallet(BOB), at_stake()), (WALLET + 90, 0));
		// A stake returns whether there is room or not.
		let proposal = propose_task(CHARLIE, task(180));
		assert_ok!(stake(DAVE, proposal, For, 100));
		set_holding_cap(WALLET - 500);
		assert_ok!(Proposals::withdraw(signed(CHARLIE), proposal));
		assert_ok!(claim(proposal, DAVE));
		assert_eq!(wallet(DAVE), WALLET);
	});
}

#[test]
fn whoever_left_is_settled_by_their_exit_in_any_order() {
	for leaves_before in [true, false] {
		for winner in [Choice::Aye, Choice::Nay] {
			build_and_execute(|| {
				let proposal = contested();
				if leaves_before {
					leave(BOB);
				}
				decide(proposal, winner);
				if !leaves_before {
					leave(BOB);
				}
				claim_all(proposal);
				let settled = remembered::SettledLate::get(number(BOB));
				assert_eq!(settled, if winner == Choice::Aye { 390 } else { 0 });
				assert_eq!((wallet(BOB), at_stake()), (0, 0));
			});
		}
	}
}

#[test]
fn whoever_comes_back_has_nothing_to_do_with_what_they_staked_before() {
	build_and_execute(|| {
		let proposal = plain();
		assert_ok!(stake(BOB, proposal, For, 100));
		leave(BOB);
		join(BOB, Class::Worker);
		// Under another number they stake anew.
		assert_ok!(stake(BOB, proposal, For, 50));
		assert_eq!((staked(proposal), remembered::Staked::get(BOB)), ((150, 0), 50));
		assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
		claim_all(proposal);
		assert_eq!(remembered::SettledLate::get(number(BOB)), 100);
		assert_eq!((wallet(BOB), remembered::Staked::get(BOB)), (WALLET, 0));
	});
}

#[test]
fn what_nobody_has_claimed_is_settled_before_the_proposal_is_forgotten() {
	let crowd: Vec<_> = (1_000..1_025).collect();
	build_with(&crowd, || {
		let proposal = propose_task(crowd[0], task(180));
		for who in &crowd {
			assert_ok!(stake(*who, proposal, For, 10));
		}
		pass_blocks(DAY);
		nays(&crowd[..3], proposal);
		run_to_boosted_end(proposal);
		assert_ok!(advance(proposal));
		pass_blocks(FIGURES.memory + 1);
		// Ten at a time, by whoever clears it or an idle block.
		for left in [15, 5, 0] {
			assert_eq!(clear(proposal), Ok(Pays::No.into()));
			assert_eq!(Stakes::<Test>::iter().count(), left);
		}
		assert_eq!(pool(), POOL + 250);
		assert_ok!(clear(proposal));
		assert!(Proposals::proposal(proposal).is_none());
	});
}

#[test]
fn whoever_has_no_room_keeps_the_proposal_from_being_forgotten_and_nothing_else() {
	build_and_execute(|| {
		let proposal = contested();
		decide(proposal, Choice::Aye);
		done(proposal, GEORGE, 100);
		set_holding_cap(WALLET);
		pass_blocks(FIGURES.memory + 1);
		assert_ok!(clear(proposal));
		// Bob and Charlie have won what they have no room for.
		assert_eq!((Stakes::<Test>::iter().count(), at_stake()), (2, 135));
		assert_noop!(clear(proposal), E::CapReached);
		idle(Weight::MAX);
		set_holding_cap(WALLET + 1_000);
		idle(Weight::MAX);
		assert_eq!(at_stake(), 0);
		idle(Weight::MAX);
		assert!(Proposals::proposal(proposal).is_none());
	});
}

/// What somebody has lost counts for their vote until it is settled, so that nothing waits until they like.
#[test]
fn an_idle_block_settles_what_is_decided_whatever_follows_from_it() {
	for choice in [Choice::Aye, Choice::Nay] {
		build_and_execute(|| {
			let proposal = contested();
			idle(Weight::MAX);
			assert_eq!(at_stake(), 585);
			decide(proposal, choice);
			assert_eq!(remembered::Staked::get(EVE), 90);
			idle(Weight::MAX);
			assert_eq!((at_stake(), Stakes::<Test>::iter().count()), (0, 0));
			assert_eq!(STAKERS.map(remembered::Staked::get), [0; 4]);
			// The work on it goes on, or the record stays as long as any other.
			assert_eq!(is_under_way(proposal), choice == Choice::Aye);
			assert!(Proposals::proposal(proposal).is_some());
		});
	}
}

#[test]
fn nothing_is_claimed_before_it_is_decided() {
	build_and_execute(|| {
		let proposal = contested();
		assert_noop!(claim(proposal, BOB), E::NotDue);
		run_to_boosted_end(proposal);
		assert_noop!(claim(proposal, BOB), E::NotDue);
		assert_noop!(claim(proposal, DAVE), E::NothingStaked);
		assert_noop!(claim(1_000, BOB), E::NoSuchProposal);
	});
}

#[test]
fn an_empty_pool_changes_nothing_for_those_who_staked() {
	build_and_execute(|| {
		let proposal = contested();
		set_pool(0);
		decide(proposal, Choice::Aye);
		// It is approved, and cannot be paid; stakes are about the decision.
		assert!(matches!(stage(proposal), Stage::Approved { .. }));
		claim_all(proposal);
		assert_eq!((wallet(BOB), pool()), (WALLET + 90, 0));
	});
}
