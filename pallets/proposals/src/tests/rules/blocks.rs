// SPDX-License-Identifier: Apache-2.0

//! Two members or more, with a tenth of the electorate, block.

use super::*;

#[test]
fn a_tenth_blocks_and_a_unit_less_does_not() {
	for track in TRACKS {
		for (blocks, expected) in [(899, BAR), (900, Blocked), (901, Blocked)] {
			let voters = [say(Aye, 9_000 - blocks, 6), say(Block, blocks, 2)].concat();
			assert_eq!(ends(&rules(track), &voters), expected, "{track:?}, {blocks}");
		}
	}
}

#[test]
fn one_member_does_not_block_however_much_it_has() {
	for track in TRACKS {
		let voters = [&[says(Block, 4_000)], &say(Aye, 24_000, 6)[..]].concat();
		assert_eq!(ends(&rules(track), &voters), BAR, "{track:?}");
		// Two do, though the second adds nearly nothing.
		let voters = [&voters[..], &[says(Block, 1)]].concat();
		assert_eq!(ends(&rules(track), &voters), Blocked, "{track:?}");
	}
}

#[test]
fn one_block_is_a_vote_against() {
	for rules in TRACKS.map(rules).into_iter().chain([lazy()]) {
		let voters = [&[says(Aye, 1_000); 4][..], &[says(Block, 5_000), silent(20_000)]].concat();
		assert_eq!(ends(&rules, &voters), Rejected, "{rules:?}");
	}
}

#[test]
fn a_delegate_blocks_for_others() {
	// Where nobody votes for another, no such ballot comes to be.
	let voters = [say(Aye, 9_000, 6), say(Block, 1_000, 2)].concat();
	let voters: Vec<_> = voters.into_iter().map(Voter::by_delegate).collect();
	assert_eq!(ends(&rules(Fund), &voters), Blocked);
}

#[test]
fn a_block_stands_against_lazy_consensus_too() {
	let voters = [&[says(Aye, 1_000); 4][..], &[says(Block, 300), says(Block, 300)]].concat();
	assert_eq!(ends(&lazy(), &voters), Blocked);
	let voters = [&[says(Aye, 1_000); 4][..], &[says(Block, 100), says(Block, 100)]].concat();
	assert_eq!(ends(&lazy(), &voters), BAR);
}

#[test]
fn a_block_ends_the_vote_as_soon_as_the_notice_is_over() {
	for track in TRACKS {
		let voters = [says(Block, 500), says(Block, 500), silent(9_000)];
		assert_eq!(at_notice(&rules(track), &voters), Some(Blocked), "{track:?}");
	}
}

#[test]
fn a_tiny_class_does_not_block() {
	// 15 of 100 parts are the supporters', but two of them have 6 of 91 only.
	let blocked = |supporters: usize| {
		let mut voters = vec![silent(1_000); 10];
		voters.extend([silent(1_000).of(User); 5]);
		voters.extend(vec![says(Block, 1_000).of(Supporter); supporters]);
		let mut rules = rules_of(Fund, &voters);
		rules.roll.weights = Some(ClassWeights { workers: 60, users: 25, supporters: 15 });
		let (tally, electorate) = poll(&rules, &voters);
		rules.is_blocked(&tally, &electorate)
	};
	assert_eq!([1, 2, 3, 4, 5].map(blocked), [false, false, false, true, true]);
}

#[test]
fn the_share_that_blocks_is_governed() {
	for (share, least) in [(5, 450), (33, 2_970)] {
		let figures = Figures { blocking_share: Percent::from_percent(share), ..FIGURES };
		let rules = Rules::new(Fund, &figures, filing(roll(&[silent(1_000); 9])));
		for (blocks, expected) in [(least - 1, BAR), (least, Blocked)] {
			let voters = [say(Aye, 9_000 - blocks, 6), say(Block, blocks, 2)].concat();
			assert_eq!(ends(&rules, &voters), expected, "{share} %, {blocks}");
		}
	}
}
