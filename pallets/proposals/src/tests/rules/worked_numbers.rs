// SPDX-License-Identifier: Apache-2.0

//! The numbers that mechanisms work out, each with the unit that makes the difference.

use super::*;

/// What four are for and one is against ends like in an electorate of 100 000.
fn of_100_000(track: Track, ayes: u64, nays: u64) -> Outcome {
	let rest = vec![says(Nay, nays), silent(100_000 - ayes - nays)];
	ends(&rules(track), &[say(Aye, ayes, 4), rest].concat())
}

#[test]
fn ten_of_a_hundred_pass_with_two_thirds_of_the_votes() {
	for track in ORDINARY {
		for (ayes, nays, expected) in [
			(10_000, 5_000, SECOND),
			(10_000, 5_001, Rejected),
			(10_001, 5_000, SECOND),
			(9_999, 0, Rejected),
			(10_000, 0, SECOND),
		] {
			assert_eq!(of_100_000(track, ayes, nays), expected, "{track:?} {ayes}:{nays}");
		}
	}
}

#[test]
fn twelve_of_a_hundred_pass_a_grave_matter_with_three_quarters() {
	for (ayes, nays, expected) in [
		(12_000, 4_000, SECOND),
		(12_000, 4_001, Rejected),
		(12_001, 4_000, SECOND),
		(11_999, 0, Rejected),
		(12_000, 0, SECOND),
	] {
		assert_eq!(of_100_000(Constitution, ayes, nays), expected, "{ayes}:{nays}");
	}
}

#[test]
fn an_expulsion_takes_a_third() {
	for (ayes, nays, expected) in [
		(33_333, 0, Rejected),
		(33_334, 0, SECOND),
		(33_334, 11_111, SECOND),
		(33_334, 11_112, Rejected),
		(36_000, 12_000, SECOND),
		(36_000, 12_001, Rejected),
		(12_000, 0, Rejected),
	] {
		assert_eq!(of_100_000(Expulsion, ayes, nays), expected, "{ayes}:{nays}");
	}
}

#[test]
fn a_lost_key_takes_the_bar() {
	for (ayes, nays, expected) in
		[(66_666, 0, Rejected), (66_667, 0, BAR), (66_667, 33_333, BAR), (12_000, 0, Rejected)]
	{
		assert_eq!(of_100_000(LostKey, ayes, nays), expected, "{ayes}:{nays}");
	}
}

#[test]
fn the_proposer_counts_in_the_floor_only() {
	// 10 000 are for it, 3 000 of them the proposer's: the ratio is one of 7 000.
	let outcome = |track, nays, rest: u64| {
		let others = [say(Aye, 7_000, 3), vec![says(Nay, nays), silent(rest)]].concat();
		ends(&rules(track), &[&[says(Aye, 3_000).filed()], &others[..]].concat())
	};
	for track in [Work, Care, Withdrawal] {
		assert_eq!(outcome(track, 3_500, 86_500), SECOND, "{track:?}");
		assert_eq!(outcome(track, 3_501, 86_499), Rejected, "{track:?}");
		assert_eq!(outcome(track, 3_500, 86_501), Rejected, "{track:?}: no tenth");
	}
	for track in [Admission, Fund] {
		assert_eq!(outcome(track, 5_000, 85_000), SECOND, "{track:?}");
	}
}

#[test]
fn three_members_are_for_it_or_half_of_fewer_than_six() {
	// So many members, and how many of them must be for it where the bar is not reached.
	for (members, least) in [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 3), (300, 3)] {
		for track in [Admission, Fund] {
			let rules = rules_of(track, &vec![silent(1_000); members]);
			for heads in 1..=members.min(4) {
				// One of those who are silent has most of the VOTE.
				let mut voters = vec![says(Aye, 1_000); heads];
				voters.push(silent(heads as u64 * 2_000));
				let expected = if heads >= least { SECOND } else { Rejected };
				assert_eq!(ends(&rules, &voters), expected, "{track:?}: {heads} of {members}");
			}
		}
	}
}

#[test]
fn a_tenth_blocks_if_two_say_so() {
	for (track, passes) in [(Fund, BAR), (Constitution, BAR)] {
		for (blocks, heads, expected) in [
			(9_999, 2, passes),
			(10_000, 2, Blocked),
			(10_000, 1, passes),
			(30_000, 1, passes),
			(10_000, 3, Blocked),
		] {
			let voters = [say(Aye, 100_000 - blocks, 6), say(Block, blocks, heads)].concat();
			assert_eq!(ends(&rules(track), &voters), expected, "{track:?}, {blocks} by {heads}");
		}
	}
}

#[test]
fn classes_weigh_what_their_seasoned_members_are() {
	// Mechanisms, section 6.3: W' = W · min(seasoned, 5) / 5 for users and supporters, workers unscaled.
	let weights = Some(ClassWeights { workers: 60, users: 25, supporters: 15 });
	for (workers, users, supporters, [of_workers, of_users, of_supporters]) in [
		(10, 5, 5, [60, 25, 15]),
		(1, 5, 5, [60, 25, 15]),
		(10, 3, 5, [60, 15, 15]),
		(10, 9, 1, [60, 25, 3]),
		(10, 0, 4, [60, 0, 12]),
		(10, 0, 0, [60, 0, 0]),
	] {
		// Members who are not seasoned are there all the same, and have nearly all the VOTE of their class.
		let seasoned = ByClass { workers, users, supporters };
		let all = Electorate {
			votes: votes(10_000, 7_000, 900),
			members: ByClass { workers: 20, users: 20, supporters: 20 },
			seasoned,
			weights,
		};
		let whole = of_workers + of_users + of_supporters;
		for (part, weight) in [
			(votes(10_000, 0, 0), of_workers),
			(votes(0, 7_000, 0), of_users),
			(votes(0, 0, 900), of_supporters),
		] {
			assert_eq!(all.compare(&part, weight, whole), Ordering::Equal, "{seasoned:?}");
		}
	}
}
