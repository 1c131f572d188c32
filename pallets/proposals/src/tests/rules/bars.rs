// SPDX-License-Identifier: Apache-2.0

//! The bar over the whole electorate, and when it counts.

use super::*;

/// So much for it, of 9 000, by four workers; the rest says nothing.
fn of_9_000(ayes: u64) -> Vec<Voter> {
	[say(Aye, ayes, 4), vec![silent(9_000 - ayes)]].concat()
}

#[test]
fn half_is_not_enough_and_a_unit_more_is() {
	for track in ORDINARY {
		for (ayes, expected) in
			[(4_499, None), (4_500, None), (4_501, Some(BAR)), (4_502, Some(BAR))]
		{
			assert_eq!(at_notice(&rules(track), &of_9_000(ayes)), expected, "{track:?}, {ayes}");
		}
	}
}

#[test]
fn two_thirds_are_enough_and_a_unit_less_is_not() {
	for track in GRAVE {
		for (ayes, expected) in [(5_999, None), (6_000, Some(BAR)), (6_001, Some(BAR))] {
			assert_eq!(at_notice(&rules(track), &of_9_000(ayes)), expected, "{track:?}, {ayes}");
		}
	}
}

#[test]
fn an_odd_whole_is_not_rounded() {
	for (whole, half, two_thirds) in [(9_001, 4_501, 6_001), (9_002, 4_502, 6_002), (7, 4, 5)] {
		for (track, least) in [(Fund, half), (Constitution, two_thirds), (LostKey, two_thirds)] {
			for (ayes, expected) in [(least - 1, None), (least, Some(BAR))] {
				let voters = [say(Aye, ayes, 2), vec![silent(whole - ayes)]].concat();
				assert_eq!(at_notice(&rules(track), &voters), expected, "{ayes} of {whole}");
			}
		}
	}
}

#[test]
fn the_bar_is_one_of_all_who_could_vote_not_of_those_who_do() {
	for track in TRACKS {
		let (tally, electorate) = poll(&rules(track), &of_9_000(4_000));
		assert!(!rules(track).reaches_bar(&tally, &electorate), "{track:?}");
	}
}

#[test]
fn nothing_passes_before_its_notice() {
	for track in TRACKS {
		let rules = rules(track);
		for (choice, expected) in [(Aye, BAR), (Block, Blocked)] {
			let weigh = |now| weighed(&rules, now, &[says(choice, 3_000); 3]);
			assert_eq!(weigh(NOW), None, "{track:?}");
			assert_eq!(weigh(rules.notice - 1), None, "{track:?}");
			assert_eq!(weigh(rules.notice), Some(expected), "{track:?}");
			assert_eq!(weigh(rules.ends), Some(expected), "{track:?}");
			assert_eq!(weigh(u32::MAX), Some(expected), "{track:?}");
		}
	}
}

#[test]
fn the_other_routes_wait_for_the_end() {
	let voters = [&[says(Aye, 1_100); 3][..], &[silent(5_700)]].concat();
	let second = TRACKS.into_iter().filter(|track| *track != LostKey);
	let all = second.map(|track| (rules(track), SECOND)).chain([(lazy(), LAZY)]);
	for (rules, expected) in all {
		let weigh = |now| weighed(&rules, now, &voters);
		assert_eq!(weigh(rules.ends - 1), None, "{rules:?}");
		assert_eq!(weigh(rules.ends), Some(expected), "{rules:?}");
	}
	// A lost key is restored by its bar alone, and all is said when its notice is over.
	let rules = rules(LostKey);
	assert_eq!(weighed(&rules, rules.ends - 1, &voters), None);
	assert_eq!(weighed(&rules, rules.ends, &voters), Some(Rejected));
}

#[test]
fn bars_are_those_that_were_governed_when_it_was_filed() {
	let three_fifths =
		Figures { majority: Fraction::new(3, 5), supermajority: Fraction::new(4, 5), ..FIGURES };
	for (track, least) in [(Fund, 5_401), (Constitution, 7_200)] {
		let rules = Rules::new(track, &three_fifths, filing(roll(&[silent(1_000); 9])));
		for (ayes, expected) in [(least - 1, None), (least, Some(BAR))] {
			assert_eq!(at_notice(&rules, &of_9_000(ayes)), expected, "{track:?}, {ayes}");
		}
	}
}
