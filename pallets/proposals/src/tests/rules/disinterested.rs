//! Whoever files it or gains by it does not carry it alone.

use super::*;

/// For those tracks where it matters who gains, with the route that is not the bar.
fn tracks() -> [(Rules<u32>, Outcome); 3] {
	[(rules(Work), SECOND), (rules(Care), SECOND), (lazy(), LAZY)]
}

#[test]
fn whoever_gains_does_not_carry_it() {
	// 3 000 are for it, of which one gains; against it are as many as the others.
	for (rules, passes) in tracks() {
		for (nays, expected) in [(1, passes), (2_000, Rejected)] {
			let voters = [&[says(Aye, 1_000); 3][..], &[says(Nay, nays), silent(15_000)]].concat();
			assert_eq!(ends_without(&rules, &voters, &[0]), expected, "{rules:?}, {nays}");
		}
	}
	// A lazy majority is one of the others; 2 000 of 3 001 are no two thirds of them, either.
	let voters = [&[says(Aye, 1_000); 3][..], &[says(Nay, 1_001), silent(12_000)]].concat();
	assert_eq!(ends(&rules(Work), &voters), SECOND);
	assert_eq!(ends_without(&rules(Work), &voters, &[0]), Rejected);
	assert_eq!(ends_without(&lazy(), &voters, &[0]), LAZY);
}

#[test]
fn exactly_two_thirds_of_the_others_are_enough() {
	for track in [Work, Care] {
		for (nays, expected) in [(1_000, SECOND), (1_001, Rejected)] {
			let voters = [
				&[says(Aye, 700), says(Aye, 1_000), says(Aye, 1_000)][..],
				&[says(Nay, nays), silent(9_000)],
			]
			.concat();
			assert_eq!(ends_without(&rules(track), &voters, &[0]), expected, "{track:?}, {nays}");
		}
	}
}

#[test]
fn two_others_must_be_for_it() {
	for (rules, passes) in tracks() {
		let voters = [&[says(Aye, 1_000); 4][..], &[silent(15_000)]].concat();
		for (interested, expected) in
			[(&[][..], passes), (&[0], passes), (&[0, 1], passes), (&[0, 1, 2], Rejected)]
		{
			assert_eq!(ends_without(&rules, &voters, interested), expected, "{rules:?}");
		}
	}
}

#[test]
fn on_other_tracks_it_does_not_matter_who_gains() {
	let voters = [&[says(Aye, 1_000); 3][..], &[says(Nay, 900), silent(9_000)]].concat();
	for track in [Withdrawal, Admission, Expulsion, LostKey, Fund, Constitution] {
		assert_eq!(ends_without(&rules(track), &voters, &[0, 1, 2]), SECOND, "{track:?}");
	}
}

#[test]
fn the_bar_counts_everybody() {
	let voters = [says(Aye, 5_000), says(Aye, 5_000), says(Nay, 9_000)];
	for (rules, _) in tracks() {
		assert_eq!(ends_without(&rules, &voters, &[0, 1]), BAR, "{rules:?}");
	}
}

#[test]
fn whoever_gains_and_is_not_for_it_is_counted_as_usual() {
	for (rules, passes) in tracks() {
		for choice in [Nay, Block, Abstain] {
			let voters = [&[says(Aye, 1_000); 3][..], &[says(choice, 900), silent(9_000)]].concat();
			assert_eq!(ends_without(&rules, &voters, &[3]), passes, "{rules:?}, {choice:?}");
			let voters =
				[&[says(Aye, 1_000); 3][..], &[says(choice, 3_000), silent(9_000)]].concat();
			let expected = if choice == Abstain { passes } else { Rejected };
			assert_eq!(ends_without(&rules, &voters, &[3]), expected, "{rules:?}, {choice:?}");
		}
		// Nor does it matter that it has not voted.
		let voters = [&[says(Aye, 1_000); 3][..], &[silent(9_000)]].concat();
		assert_eq!(ends_without(&rules, &voters, &[3]), passes, "{rules:?}");
	}
}

#[test]
fn whoever_gains_is_there_when_the_turnout_is_counted() {
	// 1 500 of 10 000 have voted, 500 of them for their own sake.
	let voters = [&[says(Aye, 500); 3][..], &[silent(8_500)]].concat();
	for track in [Work, Care] {
		assert_eq!(ends_without(&rules(track), &voters, &[0]), SECOND, "{track:?}");
	}
}
