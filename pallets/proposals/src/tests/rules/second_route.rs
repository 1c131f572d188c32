//! At the end, a large part of those who voted is enough, too.

use super::*;

/// So much for it, of 9 000 that vote, in an electorate of 30 000.
fn of_9_000(ayes: u64) -> Vec<Voter> {
	let third = ayes / 3;
	let ayes = [says(Aye, third), says(Aye, third), says(Aye, ayes - 2 * third)];
	let said: u64 = ayes.iter().map(|(_, weight, _)| weight).sum();
	[&ayes[..], &[says(Nay, 9_000 - said), silent(21_000)]].concat()
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
	for track in GRAVE {
		for (ayes, expected) in
			[(6_000, Rejected), (6_749, Rejected), (6_750, SECOND), (6_751, SECOND)]
		{
			assert_eq!(ends(&rules(track), &of_9_000(ayes)), expected, "{track:?}, {ayes}");
		}
	}
}

#[test]
fn fifteen_percent_must_have_voted_and_a_unit_less_is_not_enough() {
	for track in TRACKS {
		for (said, expected) in [(1_499, Rejected), (1_500, SECOND), (1_501, SECOND)] {
			let voters =
				[says(Aye, 500), says(Aye, 500), says(Aye, said - 1_000), silent(10_000 - said)];
			assert_eq!(ends(&rules(track), &voters), expected, "{track:?}, {said}");
			// Whoever votes against it, or abstains, is there too.
			let rest = says(if track == Work { Nay } else { Abstain }, said - 1_200);
			let voters = [&[says(Aye, 400); 3][..], &[rest, silent(10_000 - said)]].concat();
			assert_eq!(ends(&rules(track), &voters), expected, "{track:?}, {said}");
		}
	}
}

#[test]
fn abstentions_are_neither_for_nor_against() {
	// 3 000 for and 900 against, whoever abstains.
	let voters = [&[says(Aye, 1_000); 3][..], &[says(Nay, 900), says(Abstain, 20_000)]].concat();
	for track in TRACKS {
		assert_eq!(ends(&rules(track), &voters), SECOND, "{track:?}");
	}
}

#[test]
fn it_takes_three_members_or_all_if_there_are_fewer() {
	// How many are for it, how many abstain. All together are too little for the bar.
	let cases = [
		((1, 1), Rejected),
		((2, 0), BAR),
		((1, 2), Rejected),
		((2, 1), Rejected),
		((2, 7), Rejected),
		((3, 6), SECOND),
		((3, 7), SECOND),
	];
	for track in TRACKS {
		for ((ayes, abstaining), expected) in cases {
			let voters =
				[vec![says(Aye, 1_000); ayes], vec![says(Abstain, 2_001); abstaining]].concat();
			assert_eq!(ends(&rules(track), &voters), expected, "{track:?}, {ayes}, {abstaining}");
		}
	}
	// Whoever has left since weighs, but is no head: two are left, and both are for it.
	let (mut tally, mut electorate) = poll(&[says(Aye, 1_000), says(Aye, 1_000)]);
	electorate.votes = votes(9_000, 0, 0);
	for track in TRACKS {
		let rules = rules(track);
		let weigh = |tally| rules.weigh(rules.ends, tally, &electorate, Vec::new);
		assert_eq!(weigh(&tally), Some(SECOND), "{track:?}");
	}
	tally.aye_heads = 1;
	assert_eq!(rules(Fund).weigh(u32::MAX, &tally, &electorate, Vec::new), Some(Rejected));
}

#[test]
fn a_vote_against_may_make_up_the_turnout() {
	let ayes = [&[says(Aye, 490); 3][..], &[silent(8_500)]].concat();
	let (without, with) =
		([&ayes[..], &[silent(30)]].concat(), [&ayes[..], &[says(Nay, 30)]].concat());
	for track in TRACKS {
		assert_eq!(ends(&rules(track), &without), Rejected, "{track:?}");
		assert_eq!(ends(&rules(track), &with), SECOND, "{track:?}");
	}
}

#[test]
fn a_tie_fails() {
	for track in TRACKS {
		let voters = [&[says(Aye, 1_000); 4][..], &[says(Nay, 1_000); 4]].concat();
		assert_eq!(ends(&rules(track), &voters), Rejected, "{track:?}");
		// Also where everybody who could vote does.
		let voters = [says(Aye, 2_000), says(Nay, 2_000)];
		assert_eq!(ends(&rules(track), &voters), Rejected, "{track:?}");
	}
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
		for voters in [&[][..], &[says(Aye, 0); 3]] {
			assert_eq!(ends(&rules, voters), Rejected, "{rules:?}");
		}
		// A former member's vote is there, but nobody who could have voted.
		let (tally, _) = poll(&[says(Aye, 5_000); 3]);
		let (_, nobody) = poll(&[]);
		let outcome = rules.weigh(rules.ends, &tally, &nobody, Vec::new);
		assert_eq!(outcome, Some(Rejected), "{rules:?}");
	}
}
