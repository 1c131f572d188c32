//! Who blocks what, and for how long.

use super::{
	deciding::{at_end, at_notice, moved_on},
	*,
};
use Choice::{Aye, Block, Nay};

#[test]
fn two_members_with_a_tenth_of_all_vote_block() {
	for track in MOTIONS {
		for (other, blocked) in [(500, true), (499, false)] {
			let weights = [500, other, 9_000 + 500 - other, 0, 0, 0, 0, 0, 0, 0];
			let found = at_end(track, &weights, &[Block, Block]);
			let short = if track == Track::LostKey { REJECTED } else { None };
			assert_eq!(found, if blocked { BLOCKED } else { REJECTED }, "{track:?}: {other}");
			// It stands as soon as the notice is over.
			let found = at_notice(track, &weights, &[Block, Block]);
			assert_eq!(found, if blocked { BLOCKED } else { short }, "{track:?}: {other}");
		}
	}
}

#[test]
fn a_block_stands_however_many_are_for_it() {
	let weights = [500, 500, 3_000, 3_000, 3_000, 0, 0, 0, 0, 0];
	for track in MOTIONS {
		assert_eq!(at_notice(track, &weights, &[Block, Block, Aye, Aye, Aye]), BLOCKED);
		assert_eq!(at_notice(track, &weights, &[Block, Nay, Aye, Aye, Aye]), BY_BAR);
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

		// By nobody, and under no other title or heading.
		let refile = |who| {
			let content = H256::repeat_byte(7);
			let heading = Heading { topic: GARDEN, content, ..heading("Something else") };
			Proposals::propose_motion(signed(who), heading, Box::new(deed(Track::Fund)))
		};
		assert_noop!(refile(KEVIN), Error::<Test>::BlockedRecently);
		assert_noop!(refile(ALICE), Error::<Test>::BlockedRecently);
		run_to_block(again - 1);
		assert_noop!(refile(ALICE), Error::<Test>::BlockedRecently);
		// What is not the same was not blocked.
		assert_ne!(rules(propose_motion(BOB, deed(Track::Care))).block, None);
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
		assert_eq!(rules(again).block, None);
		blocks(&EVERYBODY[..4], again);
		ayes(&EVERYBODY[4..], again);
		run_to_notice(again);
		assert_eq!(outcome(again), BY_BAR);
		assert_ok!(advance(again));
	});
}

#[test]
fn what_is_no_motion_is_the_same_if_it_says_the_same() {
	build_and_execute(|| {
		let [task, reward] =
			[propose_task(ALICE, task(180)), propose_reward(ALICE, reward(BOB, 180))];
		for proposal in [task, reward] {
			blocks(&[CHARLIE, DAVE], proposal);
		}
		run_to_notice(task);
		assert_ok!(advance(task));
		assert_ok!(advance(reward));

		let plain = heading("Another title");
		let other = Heading { content: H256::repeat_byte(7), ..plain.clone() };
		let task = |heading: &HeadingOf<Test>, minutes| {
			Proposals::propose_task(signed(BOB), heading.clone(), mock::task(minutes))
		};
		let reward = |heading: &HeadingOf<Test>, who| {
			Proposals::propose_reward(signed(CHARLIE), heading.clone(), mock::reward(who, 180))
		};
		assert_noop!(task(&plain, 180), Error::<Test>::BlockedRecently);
		assert_noop!(reward(&plain, BOB), Error::<Test>::BlockedRecently);
		// Other work, or another text on it, is something else.
		assert_ok!(task(&plain, 181));
		assert_ok!(reward(&plain, CHARLIE));
		assert_ok!(task(&other, 180));
		assert_ok!(reward(&other, BOB));
	});
}
