// SPDX-License-Identifier: Apache-2.0

//! What a block takes, and how long it holds.

use super::{
	deciding::{at_end, at_notice, moved_on, short_of_it},
	*,
};
use Choice::{Aye, Block, Nay};

#[test]
fn two_members_with_a_tenth_of_all_vote_block() {
	for track in MOTIONS {
		for (other, blocked) in [(500, true), (499, false)] {
			let weights = [500, other, 9_000 + 500 - other, 0, 0, 0, 0, 0, 0, 0];
			let found = at_end(track, &weights, &[Block, Block]);
			let short = short_of_it(track);
			assert_eq!(found, if blocked { BLOCKED } else { REJECTED }, "{track:?}: {other}");
			// It stands as soon as the notice is over.
			let found = at_notice(track, &weights, &[Block, Block]);
			assert_eq!(found, if blocked { BLOCKED } else { short }, "{track:?}: {other}");
		}
	}
}

#[test]
fn a_block_stands_however_many_are_for_it() {
	let weights = [500, 500, 3_000, 3_000, 2_000, 1_000, 0, 0, 0, 0];
	for track in MOTIONS {
		let votes = [Block, Block, Aye, Aye, Aye, Aye];
		assert_eq!(at_notice(track, &weights, &votes), BLOCKED, "{track:?}");
		let votes = [Block, Nay, Aye, Aye, Aye, Aye];
		assert_eq!(at_notice(track, &weights, &votes), BY_BAR, "{track:?}");
	}
}

#[test]
fn one_member_blocks_nothing_and_its_block_is_a_vote_against() {
	let weights = [4_900, 2_550, 2_550, 0, 0, 0, 0, 0, 0, 0];
	assert_eq!(at_notice(Track::Fund, &weights, &[Block, Aye, Aye]), BY_BAR);
	// At the end it counts as much as a nay: a third of the votes, or a bit more.
	for against in [Block, Nay] {
		for (weight, outcome) in [(1_500, AT_THE_END), (1_501, REJECTED)] {
			let weights = [weight, 1_000, 1_000, 1_000, 6_000, 0, 0, 0, 0, 0];
			let found = at_end(Track::Fund, &weights, &[against, Aye, Aye, Aye]);
			assert_eq!(found, outcome, "{against:?} of {weight}");
		}
	}
}

#[test]
fn a_block_that_is_taken_back_in_time_does_not_stand() {
	build_and_execute(|| {
		let proposal = moved_on(Track::Fund);
		blocks(&[ALICE, BOB], proposal);
		ayes(&EVERYBODY[2..], proposal);
		run_to_block(rules(proposal).notice - 1);
		assert_ok!(vote(BOB, proposal, Nay));
		run_to_notice(proposal);
		assert_eq!(outcome(proposal), BY_BAR);
	});
}

#[test]
fn what_was_blocked_is_filed_again_only_after_an_epoch() {
	build_and_execute(|| {
		let proposal = moved_on(Track::Fund);
		blocks(&[ALICE, BOB], proposal);
		run_to_notice(proposal);
		pass_blocks(3u32);
		events();
		assert_ok!(advance(proposal));
		let again = now() + u64::from(EPOCH);
		assert_eq!(events(), [Event::Blocked { proposal, again }]);
		assert!(!is_active(proposal));

		// By nobody, under no other title, and not for a unit more.
		let refile = |who| {
			let heading = Heading { content: H256::repeat_byte(7), ..heading("Something else") };
			let more = pallet_deeds::Call::act {
				track: Track::Fund,
				concerns: None,
				gains: vec![],
				amount: 2,
			};
			Proposals::propose_motion(signed(who), heading, Box::new(more.into()))
		};
		assert_noop!(refile(KEVIN), Error::<Test>::AlreadyBlocked);
		assert_noop!(refile(ALICE), Error::<Test>::AlreadyBlocked);
		run_to_block(again - 1);
		assert_noop!(refile(ALICE), Error::<Test>::AlreadyBlocked);
		// What is on another track, or about somebody else, was not blocked.
		assert_ne!(rules(propose_motion(BOB, deed(Track::Care))).blocking_share, None);
		assert_ne!(rules(propose_motion(BOB, deed_about(Track::Fund, EVE))).blocking_share, None);
		run_to_block(again);
		assert_ok!(refile(ALICE));
	});
}

#[test]
fn a_block_on_what_is_filed_again_is_a_vote_against_and_no_more() {
	build_and_execute(|| {
		let proposal = moved_on(Track::Fund);
		blocks(&[ALICE, BOB], proposal);
		run_to_notice(proposal);
		assert_ok!(advance(proposal));
		pass_blocks(EPOCH);
		let again = moved_on(Track::Fund);
		assert_eq!(rules(again).blocking_share, None);
		blocks(&EVERYBODY[..4], again);
		ayes(&EVERYBODY[4..], again);
		run_to_notice(again);
		assert_eq!(outcome(again), BY_BAR);
		assert_ok!(advance(again));
	});
}

/// Whether something may be filed, as if it had not been.
fn refiled(filing: impl FnOnce() -> DispatchResult) -> DispatchResult {
	hypothetically!(filing())
}

fn recently() -> DispatchResult {
	Err(Error::<Test>::AlreadyBlocked.into())
}

fn task_by(who: AccountId, topic: TopicId, task: TaskOf<Test>) -> DispatchResult {
	Proposals::propose_task(signed(who), heading("Quite another title"), topic, task)
}

#[test]
fn a_named_task_is_the_same_if_the_same_member_is_to_do_it() {
	build_and_execute(|| {
		let proposal = propose_task(ALICE, task_for(BOB, 180));
		blocks(&[CHARLIE, DAVE], proposal);
		run_to_notice(proposal);
		assert_ok!(advance(proposal));
		// Not for a minute more, by nobody, on no topic, and not paid by anybody else.
		for other in [
			task_for(BOB, 181),
			Task { time: 7, stream: Stream::Care, ..task_for(BOB, 180) },
			Task { worker: Some(BOB), ..own_task(180) },
		] {
			for (who, topic) in [(ALICE, 0), (EVE, GARDEN)] {
				assert_eq!(refiled(|| task_by(who, topic, other.clone())), recently());
			}
		}
		// For somebody else, for whoever applies, or as a reward it is something else.
		assert_eq!(refiled(|| task_by(ALICE, 0, task_for(EVE, 180))), Ok(()));
		assert_eq!(refiled(|| task_by(ALICE, 0, task(180))), Ok(()));
		let thanks = || {
			let heading = heading("Thank you");
			Proposals::propose_reward(signed(ALICE), heading, 0, reward(BOB, 180))
		};
		assert_eq!(refiled(thanks), Ok(()));
	});
}

#[test]
fn an_open_task_is_the_same_if_the_same_member_wants_it_on_the_same_topic() {
	build_and_execute(|| {
		let proposal = propose_task(ALICE, task(180));
		blocks(&[CHARLIE, DAVE], proposal);
		run_to_notice(proposal);
		assert_ok!(advance(proposal));
		for other in [task(181), Task { time: 7, stream: Stream::Care, ..task(180) }] {
			assert_eq!(refiled(|| task_by(ALICE, 0, other)), recently());
		}
		// Others may want it, and so may she on another topic, or if she pays.
		assert_eq!(refiled(|| task_by(BOB, 0, task(180))), Ok(()));
		assert_eq!(refiled(|| task_by(ALICE, GARDEN, task(180))), Ok(()));
		assert_eq!(refiled(|| task_by(ALICE, 0, own_task(180))), Ok(()));
		assert_eq!(refiled(|| task_by(ALICE, 0, task_for(BOB, 180))), Ok(()));
	});
}

#[test]
fn a_reward_is_the_same_if_it_is_for_the_same_member() {
	build_and_execute(|| {
		let proposal = propose_reward(ALICE, reward(BOB, 180));
		blocks(&[CHARLIE, DAVE], proposal);
		run_to_notice(proposal);
		assert_ok!(advance(proposal));
		let by = |who, topic, reward: RewardOf<Test>| {
			Proposals::propose_reward(signed(who), heading("For his work"), topic, reward)
		};
		let another = Reward { evidence: note("elsewhere"), ..reward(BOB, 60) };
		for (who, topic) in [(ALICE, 0), (EVE, GARDEN)] {
			assert_eq!(refiled(|| by(who, topic, another.clone())), recently());
		}
		assert_eq!(refiled(|| by(ALICE, 0, reward(EVE, 180))), Ok(()));
		assert_eq!(refiled(|| task_by(ALICE, 0, task_for(BOB, 180))), Ok(()));
	});
}
