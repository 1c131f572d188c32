// SPDX-License-Identifier: Apache-2.0

//! What passed on the second route is weighed again, after a time in which votes went on.

use super::*;

/// How it ends after that time.
fn again(rules: &Rules<u32>, voters: &[Voter]) -> Outcome {
	let (tally, electorate) = poll(rules, voters);
	rules.weigh_at_the_end(&tally, &electorate)
}

/// The tracks that have such a time.
const CONFIRMED: [Track; 7] = [Work, Care, Withdrawal, Admission, Fund, Expulsion, Constitution];

/// Four of them are for it, with two fifths of all VOTE.
fn first() -> Vec<Voter> {
	[say(Aye, 4_000, 4), vec![silent(1_000); 6]].concat()
}

#[test]
fn what_nobody_minds_passes_again() {
	for track in CONFIRMED {
		assert_eq!(ends(&rules(track), &first()), SECOND, "{track:?}");
		assert_eq!(again(&rules(track), &first()), SECOND, "{track:?}");
	}
}

#[test]
fn the_ratio_is_asked_again() {
	for track in CONFIRMED {
		let enough = if track.is_grave() { 2 } else { 3 };
		for (nays, expected) in [(enough - 1, SECOND), (enough, Rejected)] {
			let mut voters = first();
			voters[4..4 + nays].fill(says(Nay, 1_000));
			// One against it is two for it lost, where heads are asked and somebody is concerned.
			let expected = if track == Expulsion && nays > 1 { Rejected } else { expected };
			assert_eq!(again(&rules(track), &voters), expected, "{track:?}, {nays} against");
		}
	}
}

#[test]
fn so_are_the_floor_and_the_members_for_it() {
	for track in CONFIRMED {
		let mut voters = first();
		voters[1..4].fill(silent(1_000));
		assert_eq!(again(&rules(track), &voters), Rejected, "{track:?}: one is for it");
		// VOTE has grown since: of others, who are silent.
		let voters = [first(), vec![silent(40_000)]].concat();
		assert_eq!(again(&rules(track), &voters), Rejected, "{track:?}: less than the floor");
	}
}

#[test]
fn so_are_heads() {
	// Those against it weigh nothing to speak of, and are half as many and one more.
	for (track, nays) in [(Constitution, 3), (Expulsion, 2)] {
		for (nays, expected) in [(nays - 1, SECOND), (nays, Rejected)] {
			let mut voters = first();
			voters[4..4 + nays].fill(says(Nay, 1));
			assert_eq!(again(&rules(track), &voters), expected, "{track:?}, {nays} against");
		}
	}
	let mut voters = first();
	voters[4..7].fill(says(Nay, 1));
	assert_eq!(again(&rules(Fund), &voters), SECOND);
}

#[test]
fn so_are_blocks() {
	for track in CONFIRMED {
		let mut voters = first();
		voters.extend(vec![silent(1_000); 10]);
		voters[..10].fill(says(Aye, 1_000));
		voters[10..12].fill(says(Block, 1_000));
		assert_eq!(again(&rules(track), &voters), Blocked, "{track:?}");
		voters[10..12].fill(says(Block, 900));
		assert_ne!(again(&rules(track), &voters), Blocked, "{track:?}");
	}
}

#[test]
fn so_are_others() {
	for track in [Work, Care, Withdrawal] {
		let mut voters = first();
		voters[0] = says(Aye, 1_000).filed();
		assert_eq!(again(&rules(track), &voters), SECOND, "{track:?}");
		voters[2..4].fill(says(Aye, 1_000).by_delegate());
		assert_eq!(again(&rules(track), &voters), Rejected, "{track:?}");
	}
}

#[test]
fn all_who_are_for_it_by_then_do_not_make_up_for_a_third_that_is_against() {
	// Six of ten would have been the bar, in its time. It is weighed by ratio, like the first time.
	let voters = [say(Aye, 6_000, 6), say(Nay, 4_000, 4)].concat();
	for track in ORDINARY {
		assert_eq!(ends(&rules(track), &voters), BAR, "{track:?}");
		assert_eq!(again(&rules(track), &voters), Rejected, "{track:?}");
	}
}
