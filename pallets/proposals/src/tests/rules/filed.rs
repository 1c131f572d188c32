// SPDX-License-Identifier: Apache-2.0

//! What decides a proposal is fixed when it is filed.

use super::*;

#[test]
fn each_track_is_decided_as_the_table_of_the_mechanisms_says() {
	let half = Bar::MoreThan(Fraction::new(1, 2));
	let two_thirds = Bar::AtLeast(Fraction::new(2, 3));
	let second = |ratio, floor| AtTheEnd::Second { ratio, floor };
	let (tenth, third) = (Fraction::new(10, 100), Fraction::new(1, 3));
	let usual = second(Fraction::new(2, 3), tenth);
	let grave = second(Fraction::new(3, 4), Fraction::new(12, 100));
	let expulsion = second(Fraction::new(3, 4), third);
	let (two_weeks, month) = (2 * WEEK, 4 * WEEK);
	// Track, notice, end, bar, what is enough at the end, delay.
	let table = [
		// A question is answered at the end.
		(Consultation, 3 * DAYS, 3 * DAYS, half, AtTheEnd::Nothing, 0),
		(Work, 2 * DAYS, two_weeks, half, usual, 0),
		(Care, 2 * DAYS, two_weeks, half, usual, 0),
		(Withdrawal, WEEK, two_weeks, half, usual, 0),
		(Admission, 2 * DAYS, two_weeks, half, usual, 0),
		(Expulsion, WEEK, two_weeks, two_thirds, expulsion, 0),
		// Its notice is longer than any vote lasts, so the vote lasts as long.
		(LostKey, month, month, two_thirds, AtTheEnd::Nothing, 0),
		(Fund, 2 * DAYS, two_weeks, half, usual, DAYS),
		(Constitution, WEEK, two_weeks, two_thirds, grave, WEEK),
	];
	for (track, notice, lasts, bar, at_the_end, delay) in table {
		let nine = roll(&[silent(1_000); 9]);
		let expected = Rules {
			track,
			notice: NOW + notice,
			ends: NOW + lasts,
			quiet: DAYS,
			delay,
			second_delay: WEEK,
			lapse: 2 * WEEK,
			bar,
			at_the_end,
			blocking_share: Some(Percent::from_percent(10)),
			concerns_member: matches!(track, Withdrawal | Expulsion | LostKey),
			proposer_gains: false,
			roll: nine,
		};
		assert_eq!(rules(track), expected, "{track:?}");
	}
}

#[test]
fn a_lost_key_takes_twice_the_notice_while_its_owner_is_on_leave() {
	let slow = |track| {
		let filing = Filing { slow: true, ..filing(roll(&[silent(1_000); 9])) };
		Rules::new(track, &FIGURES, filing)
	};
	let lost = slow(LostKey);
	assert_eq!((lost.notice, lost.ends), (NOW + 8 * WEEK, NOW + 8 * WEEK));
	for track in TRACKS.into_iter().filter(|track| *track != LostKey) {
		let usual = rules_of(track, &[silent(1_000); 9]);
		assert_eq!(slow(track), usual, "{track:?}");
	}
}

#[test]
fn work_is_decided_lazily_below_seven_members() {
	for members in 0..=8 {
		for track in TRACKS {
			let rules = rules_of(track, &vec![silent(1_000); members]);
			let lazy = track == Work && members < 7;
			assert_eq!(rules.at_the_end == AtTheEnd::Lazy, lazy, "{track:?} with {members}");
			if lazy {
				assert_eq!((rules.notice, rules.ends), (NOW + 2 * DAYS, NOW + 3 * DAYS));
			}
		}
	}
	// All who are there count, of whatever class, seasoned or not, and whoever gains by it as well.
	let mut six = [silent(1_000).of(User).fresh(); 6];
	six[0] = silent(1_000).of(Supporter);
	assert_eq!(rules_of(Work, &six).at_the_end, AtTheEnd::Lazy);
	assert_ne!(rules_for_oneself(Work, &six).at_the_end, AtTheEnd::Lazy);
}

#[test]
fn no_other_track_depends_on_the_size() {
	for track in [Consultation].into_iter().chain(TRACKS).filter(|track| *track != Work) {
		let rules = |members| {
			let rules = rules_of(track, &vec![silent(1_000); members]);
			Rules { roll: Roll::default(), ..rules }
		};
		assert_eq!(rules(1), rules(300), "{track:?}");
	}
}

#[test]
fn the_mode_stays_when_members_come_and_go() {
	let majority = [says(Aye, 300), says(Aye, 300), says(Nay, 500)];
	// GIVEN a small artel whose VOTE has grown since, so that little of it votes
	let mut grown = majority.to_vec();
	grown.extend([silent(1_000); 3]);
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
	for (lasts, expected) in
		[(None, 3 * DAYS), (Some(4 * DAYS), 4 * DAYS), (Some(14 * DAYS), 14 * DAYS)]
	{
		let filing = Filing { lasts, ..filing(roll(&[silent(1_000); 9])) };
		let rules = Rules::new(Consultation, &FIGURES, filing);
		let ends = NOW + expected;
		assert_eq!((rules.notice, rules.ends, rules.quiet), (ends, ends, DAYS));
	}
}

#[test]
fn what_was_blocked_before_is_not_blocked_again() {
	for track in TRACKS {
		let usual = rules(track);
		let again = Filing {
			blocked_before: true,
			concerns_member: usual.concerns_member,
			..filing(usual.roll.clone())
		};
		let again = Rules::new(track, &FIGURES, again);
		assert_eq!(again, Rules { blocking_share: None, ..usual.clone() });
		let voters = [say(Block, 4_000, 2), say(Aye, 48_000, 6)].concat();
		let voters = [&voters[..], &[says(Aye, 8_000)]].concat();
		assert_eq!(ends(&again, &voters), BAR, "{track:?}");
		let voters = [say(Block, 8_000, 2), say(Aye, 48_000, 6)].concat();
		assert_eq!(ends(&usual, &voters), Blocked, "{track:?}");
		assert_eq!(ends(&again, &voters), BAR, "{track:?}");
		// There, a block is a vote against.
		let voters = [say(Block, 48_000, 6), say(Aye, 24_000, 6)].concat();
		assert_eq!(ends(&again, &voters), Rejected, "{track:?}");
	}
}

#[test]
fn rules_are_what_they_were_when_it_was_filed() {
	let then = Roll {
		entered: votes(7, 8, 9),
		destroyed: votes(1, 2, 3),
		weights: Some(ClassWeights { workers: 60, users: 25, supporters: 15 }),
		..roll(&[silent(1_000); 9])
	};
	for (concerns_member, proposer_gains) in [(false, true), (true, false)] {
		let filing = Filing { concerns_member, proposer_gains, ..filing(then.clone()) };
		let filed = Rules::new(Fund, &FIGURES, filing);
		let usual = rules(Fund);
		let expected = Rules { concerns_member, proposer_gains, roll: then.clone(), ..usual };
		assert_eq!(filed, expected);
	}
}

#[test]
fn a_block_number_at_its_end_overflows_nothing() {
	for track in [Consultation].into_iter().chain(TRACKS) {
		let late = Roll { filed: u32::MAX - 10, ..roll(&[silent(1_000); 9]) };
		let late = Filing { slow: true, ..filing(late) };
		let rules = Rules::new(track, &FIGURES, late);
		assert_eq!((rules.notice, rules.ends), (u32::MAX, u32::MAX));
	}
}
