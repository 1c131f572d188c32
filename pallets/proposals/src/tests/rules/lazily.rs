// SPDX-License-Identifier: Apache-2.0

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
fn one_other_is_enough_if_nobody_minds_and_two_if_anybody_does() {
	let proposer = says(Aye, 1_000).filed();
	for (others, against, expected) in [
		(0, None, Rejected),
		(1, None, LAZY),
		(2, None, LAZY),
		(1, Some(Abstain), LAZY),
		(0, Some(Nay), Rejected),
		(1, Some(Nay), Rejected),
		(1, Some(Block), Rejected),
		(2, Some(Nay), LAZY),
		(2, Some(Block), LAZY),
	] {
		let mut voters = vec![proposer, silent(1).saying(against)];
		voters.extend(vec![says(Aye, 1_000); others]);
		voters.push(silent(9_000));
		assert_eq!(ends(&lazy(), &voters), expected, "{others} others, {against:?}");
	}
}

#[test]
fn the_other_says_so_in_person() {
	let delegated = says(Aye, 1_000).by_delegate();
	for filed in [says(Aye, 1_000).filed(), silent(1_000).filed()] {
		let voters = [filed, delegated, delegated, delegated, silent(9_000)];
		assert_eq!(ends(&lazy(), &voters), Rejected);
		assert_eq!(ends(&lazy(), &[&voters[..], &[says(Aye, 1)]].concat()), LAZY);
	}
}

#[test]
fn the_proposer_carries_nothing() {
	// 3 000 of the proposer's and 1 000 of others against 999, 1 000 and 1 001.
	for (nays, expected) in [(999, LAZY), (1_000, Rejected), (1_001, Rejected)] {
		let voters = [
			says(Aye, 3_000).filed(),
			says(Aye, 500),
			says(Aye, 500),
			says(Nay, nays),
			silent(9_000),
		];
		assert_eq!(ends(&lazy(), &voters), expected, "{nays}");
	}
	let voters = [says(Aye, 3_000).filed(), silent(9_000)];
	assert_eq!(ends(&lazy(), &voters), Rejected);
}

#[test]
fn it_needs_no_floor() {
	let voters = [says(Aye, 1), silent(100_000)];
	assert_eq!(ends(&lazy(), &voters), LAZY);
}

#[test]
fn the_bar_is_there_too() {
	let voters = [says(Aye, 3_000), says(Aye, 3_000), silent(5_000), says(Nay, 500)];
	assert_eq!(at_notice(&lazy(), &voters), Some(BAR));
	// With two others, as everywhere.
	let voters = [says(Aye, 6_000), silent(5_000), says(Abstain, 500)];
	assert_eq!(at_notice(&lazy(), &voters), None);
	assert_eq!(ends(&lazy(), &voters), LAZY);
}

#[test]
fn what_would_pass_on_the_second_route_passes_lazily() {
	let voters = [&[says(Aye, 1_000); 3][..], &[says(Nay, 1_000), silent(9_000)]].concat();
	assert_eq!(ends(&rules(Work), &voters), SECOND);
	assert_eq!(ends(&lazy(), &voters), LAZY);
}
