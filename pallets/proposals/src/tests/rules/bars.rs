//! The bar over the whole electorate, and when it counts.

use super::*;

/// So much for it, of 9 000, by two workers; the rest says nothing.
fn of_9_000(ayes: u64) -> [Voter; 3] {
	[says(Aye, 1_000), says(Aye, ayes - 1_000), silent(9_000 - ayes)]
}

#[test]
fn half_is_not_enough_and_a_unit_more_is() {
	for track in ORDINARY {
		for (ayes, expected) in
			[(4_499, None), (4_500, None), (4_501, Some(BAR)), (4_502, Some(BAR))]
		{
			// Where the end is as early as the notice, it is rejected instead.
			let waits = if track == LostKey { Some(Rejected) } else { None };
			let voters = of_9_000(ayes);
			assert_eq!(at_notice_or_end(track, &voters), expected.or(waits), "{track:?}, {ayes}");
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
		for (track, least) in [(Fund, half), (Constitution, two_thirds)] {
			for (ayes, expected) in [(least - 1, None), (least, Some(BAR))] {
				let voters = [says(Aye, 1), says(Aye, ayes - 1), silent(whole - ayes)];
				assert_eq!(at_notice(&rules(track), &voters), expected, "{ayes} of {whole}");
			}
		}
	}
}

#[test]
fn the_bar_is_one_of_all_who_could_vote_not_of_those_who_do() {
	for track in TRACKS {
		let voters = [says(Aye, 1_000), says(Aye, 1_000), silent(7_000)];
		let (tally, electorate) = poll(&voters);
		assert!(!rules(track).reaches_bar(&tally, &electorate), "{track:?}");
	}
}

#[test]
fn nothing_passes_before_its_notice() {
	let all = [says(Aye, 3_000); 3];
	let block = [says(Block, 3_000); 3];
	for track in TRACKS {
		let rules = rules(track);
		for (voters, expected) in [(all, BAR), (block, Blocked)] {
			let (tally, electorate) = poll(&voters);
			let weigh = |now| rules.weigh(now, &tally, &electorate, Vec::new);
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
	let voters = [says(Aye, 1_000), says(Aye, 1_000), says(Aye, 1_000), silent(6_000)];
	let (tally, electorate) = poll(&voters);
	let all = TRACKS.map(|track| (rules(track), SECOND)).into_iter().chain([(lazy(), LAZY)]);
	for (rules, expected) in all {
		let weigh = |now| rules.weigh(now, &tally, &electorate, Vec::new);
		assert_eq!(weigh(rules.ends - 1), None, "{rules:?}");
		assert_eq!(weigh(rules.ends), Some(expected), "{rules:?}");
	}
}

fn at_notice_or_end(track: Track, voters: &[Voter]) -> Option<Outcome> {
	match track {
		LostKey => Some(ends(&rules(track), voters)),
		_ => at_notice(&rules(track), voters),
	}
}
