//! In a small artel, more for it than against is enough.

use super::*;

#[test]
fn more_for_than_against_is_enough() {
	// Two are for it together, one is against, and the rest says nothing.
	for (ayes, expected) in [(999, Rejected), (1_000, Rejected), (1_001, LAZY)] {
		let voters = [says(Aye, 500), says(Aye, ayes - 500), says(Nay, 1_000), silent(9_000)];
		assert_eq!(ends(&lazy(), &voters), expected, "{ayes}");
	}
}

#[test]
fn it_needs_no_turnout() {
	let voters = [says(Aye, 1), says(Aye, 1), silent(100_000)];
	assert_eq!(ends(&lazy(), &voters), LAZY);
}

#[test]
fn the_bar_is_there_too() {
	let voters = [says(Aye, 6_000), silent(5_000), says(Nay, 500)];
	assert_eq!(at_notice(&lazy(), &voters), Some(BAR));
}

#[test]
fn what_would_pass_on_the_second_route_passes_lazily() {
	let voters = [&[says(Aye, 1_000); 3][..], &[says(Nay, 1_000), silent(9_000)]].concat();
	assert_eq!(ends(&rules(Work), &voters), SECOND);
	assert_eq!(ends(&lazy(), &voters), LAZY);
}
