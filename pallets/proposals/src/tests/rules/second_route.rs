// SPDX-License-Identifier: Apache-2.0

//! At the end, a large part of those who voted is enough, too.

use super::*;

/// The tracks that have it.
const SECOND_TRACKS: [Track; 7] =
	[Work, Care, Withdrawal, Admission, Expulsion, Fund, Constitution];

/// So much for it by six, of 9 000 that vote, in an electorate of 18 000.
fn of_9_000(ayes: u64) -> Vec<Voter> {
	[say(Aye, ayes, 6), vec![says(Nay, 9_000 - ayes), silent(9_000)]].concat()
}

#[test]
fn two_thirds_of_the_votes_are_enough_and_a_unit_less_is_not() {
	for track in ORDINARY {
		for (ayes, expected) in [(5_999, Rejected), (6_000, SECOND), (6_001, SECOND)] {
			assert_eq!(ends(&rules(track), &of_9_000(ayes)), expected, "{track:?}, {ayes}");
		}
	}
}

#[test]
fn grave_matters_take_three_quarters() {
	for track in GRAVE_AT_THE_END {
		for (ayes, expected) in
			[(6_000, Rejected), (6_749, Rejected), (6_750, SECOND), (6_751, SECOND)]
		{
			assert_eq!(ends(&rules(track), &of_9_000(ayes)), expected, "{track:?}, {ayes}");
		}
	}
}

#[test]
fn a_part_of_the_electorate_must_be_for_it_and_a_unit_less_is_not_enough() {
	let floors = [(10, &ORDINARY[..]), (12, &[Constitution])];
	for (floor, tracks) in floors {
		for track in tracks {
			for whole in [30_000, 100_000] {
				let least = whole * floor / 100;
				for (ayes, expected) in
					[(least - 1, Rejected), (least, SECOND), (least + 1, SECOND)]
				{
					let voters = [say(Aye, ayes, 4), vec![silent(whole - ayes)]].concat();
					assert_eq!(ends(&rules(*track), &voters), expected, "{track:?}, {ayes}");
				}
			}
		}
	}
	for (ayes, expected) in [(9_999, Rejected), (10_000, SECOND), (10_001, SECOND)] {
		let voters = [say(Aye, ayes, 4), vec![silent(30_000 - ayes)]].concat();
		assert_eq!(ends(&rules(Expulsion), &voters), expected, "{ayes}");
	}
}

#[test]
fn nobody_makes_up_what_is_lacking_by_voting_against_it_or_abstaining() {
	for track in SECOND_TRACKS {
		let ayes = [say(Aye, 899, 4), vec![silent(8_101)]].concat();
		assert_eq!(ends(&rules(track), &ayes), Rejected, "{track:?}");
		for choice in [Nay, Block, Abstain] {
			for weight in [1, 100, 400, 8_000] {
				let mut voters = ayes.clone();
				voters[4] = says(choice, weight);
				voters.push(silent(8_101 - weight));
				assert_eq!(ends(&rules(track), &voters), Rejected, "{track:?}, {choice:?}");
			}
		}
	}
}

#[test]
fn abstentions_are_neither_for_nor_against() {
	// 4 000 for and 1 000 against, whoever abstains.
	let voters = [&[says(Aye, 1_000); 4][..], &[says(Nay, 1_000), says(Abstain, 6_000)]].concat();
	for track in SECOND_TRACKS {
		assert_eq!(ends(&rules(track), &voters), SECOND, "{track:?}");
	}
}

#[test]
fn it_takes_three_members_however_much_they_weigh() {
	for track in [Admission, Fund, Constitution] {
		for (heads, expected) in [(1, Rejected), (2, Rejected), (3, SECOND), (4, SECOND)] {
			let voters = [say(Aye, 4_000, heads), vec![silent(1_000); 6]].concat();
			assert_eq!(ends(&rules(track), &voters), expected, "{track:?}, {heads}");
		}
	}
	// It does not matter whether they say so themselves, nor that some have left since.
	let mut voters = [say(Aye, 3_000, 3), vec![silent(6_000)]].concat();
	voters[..3].fill(says(Aye, 1_000).by_delegate());
	assert_eq!(ends(&rules(Fund), &voters), SECOND);
}

#[test]
fn a_tie_fails() {
	for track in SECOND_TRACKS {
		for weight in [1, 1_000, 50_000] {
			let voters = [say(Aye, 4 * weight, 4), say(Nay, 4 * weight, 4)].concat();
			assert_eq!(ends(&rules(track), &voters), Rejected, "{track:?}");
			// Also where half of the votes is all that is asked.
			let half = Figures { second_majority: Fraction::new(1, 2), ..FIGURES };
			let half = Rules::new(track, &half, filing(roll(&voters)));
			assert_eq!(ends(&half, &voters), Rejected, "{track:?}");
		}
	}
	let half = Figures { second_majority: Fraction::new(1, 2), ..FIGURES };
	let half = Rules::new(Fund, &half, filing(roll(&[silent(1); 9])));
	let voters = |ayes| [say(Aye, ayes, 4), say(Nay, 4_000, 4), vec![silent(1_000)]].concat();
	assert_eq!(
		[3_999, 4_000, 4_001].map(|ayes| ends(&half, &voters(ayes))),
		[Rejected, Rejected, SECOND]
	);
}

#[test]
fn if_nobody_votes_nothing_passes() {
	for rules in TRACKS.map(rules).into_iter().chain([lazy()]) {
		for voters in [&[silent(9_000); 5][..], &[says(Abstain, 9_000); 5]] {
			assert_eq!(ends(&rules, voters), Rejected, "{rules:?}");
		}
	}
}

#[test]
fn where_there_is_no_vote_at_all_nothing_passes() {
	for rules in TRACKS.map(rules).into_iter().chain([lazy()]) {
		// Nobody there, and members with nothing.
		for voters in [&[][..], &[says(Aye, 0); 4]] {
			assert_eq!(ends(&rules, voters), Rejected, "{rules:?}");
		}
		// A former member's vote is there, but nobody who could have voted.
		let (tally, _) = poll(&rules, &[says(Aye, 5_000); 4]);
		let (_, nobody) = poll(&rules, &[]);
		let outcome = rules.weigh(rules.ends, &tally, &nobody);
		assert_eq!(outcome, Some(Rejected), "{rules:?}");
	}
}
