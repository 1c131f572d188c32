//! Grave matters are counted by head, too.

use super::*;

/// A supporter with nearly all VOTE is for it; so are some workers, and some are against.
fn grave(ayes: usize, nays: usize, rest: usize) -> Vec<Voter> {
	let mut voters = vec![(Supporter, 1_000_000, Some(Aye))];
	voters.extend(vec![says(Aye, 1); ayes]);
	voters.extend(vec![says(Nay, 1); nays]);
	voters.extend(vec![silent(1); rest]);
	voters
}

#[test]
fn grave_matters_take_more_workers_for_than_against() {
	// Workers for, against, silent.
	let cases = [
		((0, 0, 0), false),
		((0, 0, 3), false),
		// One is enough where there is no other, and only there.
		((1, 0, 0), true),
		((1, 0, 1), false),
		((0, 1, 0), false),
		((1, 1, 0), false),
		((2, 0, 0), true),
		((2, 0, 9), true),
		((2, 1, 0), true),
		((2, 2, 0), false),
		((2, 3, 0), false),
		((3, 2, 4), true),
		((3, 3, 0), false),
	];
	for track in GRAVE {
		for ((ayes, nays, rest), enough) in cases {
			let expected = enough.then_some(BAR);
			let voters = grave(ayes, nays, rest);
			assert_eq!(
				at_notice(&rules(track), &voters),
				expected,
				"{track:?}: {ayes} for, {nays} against, {rest} silent"
			);
		}
	}
	for track in ORDINARY {
		assert_eq!(ends(&rules(track), &grave(0, 3, 0)), BAR, "{track:?}");
	}
}

#[test]
fn they_take_them_on_the_second_route_too() {
	// 3 of 10 are for it, as supporters; so are some workers, who weigh nearly nothing.
	let second = |ayes, nays, rest| {
		let mut voters = vec![(Supporter, 1_000_000, Some(Aye)); 3];
		voters.extend(vec![(Supporter, 1_000_000, None); 7]);
		voters.extend(grave(ayes, nays, rest).split_off(1));
		voters
	};
	for track in GRAVE {
		for ((ayes, nays, rest), expected) in [
			((0, 0, 1), Rejected),
			((1, 0, 0), SECOND),
			((1, 0, 1), Rejected),
			((2, 0, 1), SECOND),
			((2, 2, 0), Rejected),
		] {
			assert_eq!(ends(&rules(track), &second(ayes, nays, rest)), expected, "{track:?}");
		}
	}
	for track in ORDINARY {
		assert_eq!(ends(&rules(track), &second(0, 2, 2)), SECOND, "{track:?}");
	}
}

#[test]
fn blocks_count_as_workers_against_and_abstentions_do_not() {
	let two = [says(Aye, 5_000), says(Aye, 5_000)];
	let with = |choice| [&two[..], &[says(choice, 1), says(choice, 1)]].concat();
	for track in GRAVE {
		// Two blocks of nearly nothing are no block, but they are heads.
		assert_eq!(at_notice(&rules(track), &with(Block)), None);
		assert_eq!(at_notice(&rules(track), &with(Nay)), None);
		assert_eq!(at_notice(&rules(track), &with(Abstain)), Some(BAR));
	}
}
