// SPDX-License-Identifier: Apache-2.0

//! What somebody might try with stakes (attacks 7, 8 and 18, and what the virtual stake was chosen against).

use super::*;
use Choice::{Aye, Nay};

/// What somebody has more than at first.
fn gain(who: AccountId) -> i64 {
	wallet(who) as i64 - WALLET as i64
}

#[test]
fn a_hundredth_on_a_sure_winner_wins_nothing() {
	build_and_execute(|| {
		let proposal = plain();
		assert_ok!(stake(EVE, proposal, For, 1));
		let before = pool();
		pass(proposal);
		claim_all(proposal);
		// The virtual stake is nobody's LABOR, so nobody can win it.
		assert_eq!((gain(EVE), pool()), (0, before - 100));
		// Where others lose something, it wins its share of that, which is less than a hundredth.
		let proposal = propose_task(BOB, task(180));
		assert_ok!(stake(EVE, proposal, For, 1));
		assert_ok!(stake(FERDIE, proposal, For, 200));
		assert_ok!(stake(GEORGE, proposal, Against, 100));
		pass(proposal);
		claim_all(proposal);
		assert_eq!([EVE, FERDIE, GEORGE].map(gain), [0, 99, -100]);
	});
}

#[test]
fn three_trivial_proposals_at_a_time_earn_nothing_and_are_dearer_each() {
	build_and_execute(|| {
		let trivial: Vec<_> = (0..3).map(|_| propose_task(ALICE, own_task(180))).collect();
		let price = |proposal| {
			let quote = Proposals::boost_quote(proposal).expect("it takes stakes");
			let missing = quote.missing_for.expect("it is within reach");
			assert_ok!(stake(BOB, proposal, For, missing));
			missing
		};
		let prices: Vec<_> = trivial.iter().map(|proposal| price(*proposal)).collect();
		assert_eq!(prices, [201, 241, 289]);
		pass_blocks(DAY);
		for proposal in &trivial {
			ayes(&[CHARLIE, DAVE], *proposal);
		}
		run_to_boosted_end(trivial[0]);
		for proposal in &trivial {
			assert_ok!(advance(*proposal));
			claim_all(*proposal);
		}
		assert_eq!(gain(BOB), 0);
	});
}

#[test]
fn what_is_staked_elsewhere_makes_nothing_dearer_or_better_paid() {
	build_and_execute(|| {
		// GIVEN others have pumped as much as they could into what is decided and what is not boosted
		let pumped = plain();
		for who in [EVE, FERDIE, GEORGE] {
			assert_ok!(stake(who, pumped, Against, WALLET));
		}
		// THEN neither what a boost takes nor what it brings is another than before
		let proposal = propose_task(CHARLIE, task(180));
		let quote = Proposals::boost_quote(proposal).expect("it takes stakes");
		assert_eq!(quote.missing_for, Some(201));
		boost(proposal);
		ayes(&[CHARLIE, DAVE, HELEN], proposal);
		run_to_boosted_end(proposal);
		assert_ok!(advance(proposal));
		claim_all(proposal);
		assert_eq!(gain(BOB), 0);
	});
}

/// A newcomer has 20.00 in grants, and wants to pass them on: by losing to a sponsor.
#[test]
fn staking_on_purpose_to_lose_passes_no_grants_on() {
	build_and_execute(|| {
		remembered::Granted::insert(EVE, WALLET);
		let proposal = plain();
		assert_ok!(stake(BOB, proposal, For, 300));
		assert_noop!(stake(EVE, proposal, Against, 1), ONLY_GRANTS);
		// What they own beside them is theirs to lose.
		set_wallet(EVE, WALLET + 50);
		assert_ok!(stake(EVE, proposal, Against, 50));
		pass_blocks(DAY);
		ayes(&[CHARLIE, DAVE], proposal);
		run_to_boosted_end(proposal);
		assert_ok!(advance(proposal));
		claim_all(proposal);
		assert_eq!((gain(BOB), gain(EVE)), (50, 0));
	});
}

/// Three who bring each other's tasks through, while the others sleep.
#[test]
fn a_minority_takes_no_more_than_what_passes_without_a_bar_may() {
	build_and_execute(|| {
		let limit = POOL / 10;
		let price = limit / 2;
		let minutes = u32::try_from(price * 180 / 100).expect("it fits");
		let tasks: Vec<_> = [BOB, CHARLIE, DAVE]
			.into_iter()
			.map(|who| boost_beside(propose_task(who, task(minutes))))
			.collect();
		let votes = |proposal, by: AccountId| {
			let others: Vec<_> =
				[BOB, CHARLIE, DAVE].into_iter().filter(|who| *who != by).collect();
			ayes(&others, proposal);
		};
		for (proposal, by) in tasks.iter().zip([BOB, CHARLIE, DAVE]) {
			votes(*proposal, by);
		}
		run_to_boosted_end(tasks[2]);
		for proposal in &tasks {
			assert_ok!(advance(*proposal));
			assert_eq!(passed_by(*proposal), Some(Route::Boosted));
		}
		let under_way: Vec<_> = tasks.iter().map(|proposal| is_under_way(*proposal)).collect();
		assert_eq!((under_way, escrowed()), (vec![true, true, false], limit));
		assert_noop!(advance(tasks[2]), E::AllowanceReached);
		// Nor is it assigned to whoever filed it: that takes its bar.
		assert_eq!(ordered(tasks[0]).worker, Worker::Applicants { orderer_too: false });
	});
}

/// Somebody stakes what a proposal takes beside the others; it is boosted a day later.
fn boost_beside(proposal: ProposalId) -> ProposalId {
	let quote = Proposals::boost_quote(proposal).expect("it takes stakes");
	assert_ok!(stake(IVAN, proposal, For, quote.missing_for.expect("it is within reach")));
	pass_blocks(DAY);
	proposal
}

#[test]
fn it_takes_two_who_say_no_in_time_to_stop_three() {
	build_and_execute(|| {
		let proposal = boosted();
		ayes(&[BOB, CHARLIE, DAVE], proposal);
		run_to_block(prospect(proposal).ends - 1);
		// Two of ten block it, in the last moment.
		blocks(&[EVE, FERDIE], proposal);
		assert_eq!(outcome(proposal), BLOCKED);
		assert_ok!(advance(proposal));
		assert_eq!(end(proposal), Some(End::Blocked));
	});
}

/// Attack 7: a vote at the last moment wins only if nobody answers within another quiet time.
#[test]
fn a_snipers_vote_gives_the_others_another_day() {
	build_and_execute(|| {
		let proposal = boosted();
		nays(&[EVE, FERDIE], proposal);
		let ends = prospect(proposal).ends;
		run_to_block(ends - 1);
		ayes(&[BOB, CHARLIE, DAVE], proposal);
		assert_eq!(prospect(proposal).at_the_end, Outcome::Approved(Route::Boosted));
		run_to_block(ends);
		assert_noop!(advance(proposal), E::NotDue);
		nays(&[GEORGE], proposal);
		run_to_boosted_end(proposal);
		assert_eq!(outcome(proposal), REJECTED);
	});
}

/// Toggling is of no use: votes are only cast once the first quiet time has begun.
/// Two with a tenth of the electorate could take a half of what others have staked, again and again.
#[test]
fn nobody_blocks_for_what_others_have_staked() {
	build_and_execute(|| {
		let proposal = plain();
		assert_ok!(stake(BOB, proposal, For, 500));
		for who in [EVE, FERDIE] {
			assert_ok!(stake(who, proposal, Against, 149));
		}
		run_to_notice(proposal);
		ayes(&[CHARLIE, DAVE, GEORGE, HELEN, IVAN], proposal);
		blocks(&[EVE, FERDIE], proposal);
		assert_eq!(outcome(proposal), BLOCKED);
		assert_ok!(advance(proposal));
		claim_all(proposal);
		// Those about to lose do not save their stake by a block either.
		assert_eq!([BOB, EVE, FERDIE].map(gain), [-500, 0, 0]);
		assert_eq!(pool(), POOL + 500);
	});
}

#[test]
fn nobody_toggles_at_the_end() {
	build_and_execute(|| {
		let proposal = boosted();
		ayes(&[BOB, CHARLIE], proposal);
		nays(&[EVE], proposal);
		let ends = prospect(proposal).ends;
		run_to_block(ends - ONE_DAY);
		for restart in 0..3 {
			for who in [BOB, CHARLIE] {
				assert_noop!(vote(who, proposal, Nay), NOT_IN_QUIET_TIME);
			}
			let (who, choice) = [(FERDIE, Nay), (GEORGE, Aye), (HELEN, Nay)][restart];
			assert_ok!(vote(who, proposal, choice));
		}
		let Phase::Boosted { restarts, .. } = phase(proposal) else { panic!("it is boosted") };
		assert_eq!(restarts, 3);
	});
}

/// A member who knows that it will pass, and has seen that nobody has said so yet, comes too late.
#[test]
fn nobody_stakes_on_what_was_decided_and_not_advanced() {
	build_and_execute(|| {
		let proposal = plain();
		assert_ok!(stake(EVE, proposal, Against, 500));
		ayes(&EVERYBODY[1..8], proposal);
		run_to_notice(proposal);
		assert_noop!(stake(BOB, proposal, For, 100), E::StakingPassed);
		assert_ok!(advance(proposal));
		claim_all(proposal);
		assert_eq!(gain(BOB), 0);
	});
}

/// Its proposer cannot save their stake by taking it back when it is about to fail.
#[test]
fn whoever_is_about_to_lose_does_not_take_it_back() {
	build_and_execute(|| {
		let proposal = plain();
		assert_ok!(stake(EVE, proposal, Against, 100));
		assert_ok!(stake(ALICE, proposal, For, 301));
		pass_blocks(DAY);
		nays(&[FERDIE], proposal);
		assert_noop!(Proposals::withdraw(signed(ALICE), proposal), E::NotAtThisStage);
		run_to_boosted_end(proposal);
		assert_ok!(advance(proposal));
		claim_all(proposal);
		assert_eq!((gain(ALICE), gain(EVE)), (-301, 100));
	});
}

/// Attack 8: what is boosted changes nothing of what a majority needs for anything else.
#[test]
fn no_motion_is_ever_boosted() {
	build_and_execute(|| {
		for track in MOTIONS {
			let motion = moved(track);
			assert_noop!(stake(BOB, motion, For, 500), E::NotBoostable);
			assert_noop!(claim(motion, BOB), E::NothingStaked);
			assert_ok!(Proposals::withdraw(signed(ALICE), motion));
		}
	});
}

/// Somebody is boosted, leaves and comes back, or is boosted by those who leave: stakes stay where they are.
#[test]
fn whoever_leaves_between_two_calls_takes_no_stake_along() {
	build_and_execute(|| {
		let proposal = boosted();
		leave(BOB);
		assert_eq!((is_boosted(proposal), at_stake()), (true, 201));
		ayes(&[CHARLIE, DAVE], proposal);
		run_to_boosted_end(proposal);
		assert_ok!(advance(proposal));
		assert_eq!(passed_by(proposal), Some(Route::Boosted));
		claim_all(proposal);
		assert_eq!(wallet(BOB), 0);
	});
}
