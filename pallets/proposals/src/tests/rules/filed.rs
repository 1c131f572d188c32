//! What decides a proposal is fixed when it is filed.

use super::*;

#[test]
fn each_track_is_decided_as_the_table_of_the_mechanisms_says() {
	let half = Bar::MoreThan(Fraction::new(1, 2));
	let two_thirds = Bar::AtLeast(Fraction::new(2, 3));
	let (second, grave) = (Fraction::new(2, 3), Fraction::new(3, 4));
	let (week, month) = (EPOCH, 4 * EPOCH);
	// Track, notice, end, bar, second route, delay, heads, others than those who gain.
	let table = [
		// A question is answered at the end.
		(Consultation, 3 * DAY, 3 * DAY, half, second, 0, false, false),
		(Work, 2 * DAY, 14 * DAY, half, second, 0, false, true),
		(Care, 2 * DAY, 14 * DAY, half, second, 0, false, true),
		(Withdrawal, week, 14 * DAY, half, second, 0, false, false),
		(Admission, 2 * DAY, 14 * DAY, half, second, 0, false, false),
		(Expulsion, week, 14 * DAY, two_thirds, grave, 0, true, false),
		// Its notice is longer than any vote lasts, so the vote lasts as long.
		(LostKey, month, month, half, second, 0, false, false),
		(Fund, 2 * DAY, 14 * DAY, half, second, DAY, false, false),
		(Constitution, week, 14 * DAY, two_thirds, grave, EPOCH, true, false),
	];
	for (track, notice, lasts, bar, second, delay, heads, disinterested) in table {
		let expected = Rules {
			track,
			notice: NOW + notice,
			quiet: NOW + lasts - DAY,
			ends: NOW + lasts,
			delay,
			second_delay: EPOCH,
			lapse: 2 * EPOCH,
			bar,
			second,
			turnout: Percent::from_percent(15),
			block: Some(Percent::from_percent(10)),
			heads,
			lazy: false,
			disinterested,
			weights: None,
			destroyed: ByClass::default(),
		};
		assert_eq!(rules(track), expected, "{track:?}");
	}
}

#[test]
fn work_is_decided_lazily_below_seven_members() {
	for members in 0..=8 {
		for track in TRACKS {
			let rules = Rules::new(track, &PARAMETERS, filing(members));
			let lazy = track == Work && members < 7;
			assert_eq!(rules.lazy, lazy, "{track:?} with {members}");
			if lazy {
				assert_eq!((rules.notice, rules.ends), (NOW + 2 * DAY, NOW + 3 * DAY));
				assert_eq!(rules.quiet, NOW + 2 * DAY);
			}
		}
	}
}

#[test]
fn no_other_track_depends_on_the_size() {
	for track in [Consultation].into_iter().chain(TRACKS).filter(|track| *track != Work) {
		let small = Rules::new(track, &PARAMETERS, filing(1));
		assert_eq!(small, Rules::new(track, &PARAMETERS, filing(300)), "{track:?}");
	}
}

#[test]
fn the_mode_stays_when_members_come_and_go() {
	let majority = [says(Aye, 300), says(Aye, 300), says(Nay, 500)];
	// GIVEN a small artel that has grown since, so that few of it vote
	let mut grown = majority.to_vec();
	grown.extend([silent(1_000); 27]);
	// THEN it still decides lazily
	assert_eq!(ends(&lazy(), &grown), LAZY);
	assert_eq!(ends(&rules(Work), &grown), Rejected);
	// AND one that has shrunk does not
	let mut shrunk = majority.to_vec();
	shrunk.push(silent(200));
	assert_eq!(ends(&rules(Work), &shrunk), Rejected);
}

#[test]
fn a_question_lasts_as_long_as_it_is_asked() {
	for (lasts, expected) in [(None, 3 * DAY), (Some(4 * DAY), 4 * DAY), (Some(14 * DAY), 14 * DAY)]
	{
		let rules = Rules::new(Consultation, &PARAMETERS, Filing { lasts, ..filing(9) });
		let ends = NOW + expected;
		assert_eq!((rules.notice, rules.quiet, rules.ends), (ends, ends - DAY, ends));
	}
}

#[test]
fn what_was_blocked_before_is_not_blocked_again() {
	for track in TRACKS {
		let again = Filing { blocked_before: true, ..filing(9) };
		let again = Rules::new(track, &PARAMETERS, again);
		assert_eq!(again, Rules { block: None, ..rules(track) });
		let voters = [says(Block, 2_000), says(Block, 2_000), says(Aye, 8_000), says(Aye, 8_000)];
		let voters = [&voters[..], &[says(Aye, 8_000)]].concat();
		assert_eq!(ends(&rules(track), &voters), Blocked, "{track:?}");
		assert_eq!(ends(&again, &voters), BAR, "{track:?}");
	}
}

#[test]
fn rules_are_what_they_were_when_it_was_filed() {
	let weights = Some(ClassWeights { workers: 60, users: 25, supporters: 15 });
	let destroyed = votes(1, 2, 3);
	let filed = Rules::new(Fund, &PARAMETERS, Filing { weights, destroyed, ..filing(9) });
	assert_eq!(filed, Rules { weights, destroyed, ..rules(Fund) });
}

#[test]
fn a_block_number_at_its_end_overflows_nothing() {
	for track in [Consultation].into_iter().chain(TRACKS) {
		let late = Filing { now: u32::MAX - 10, ..filing(9) };
		let rules = Rules::new(track, &PARAMETERS, late);
		assert_eq!((rules.notice, rules.ends), (u32::MAX, u32::MAX));
		let early = Parameters { quiet: u32::MAX, ..PARAMETERS };
		assert_eq!(Rules::new(track, &early, Filing { now: 0, ..filing(9) }).quiet, 0);
	}
}
