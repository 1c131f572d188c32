// SPDX-License-Identifier: Apache-2.0

//! Nobody carries what is for its own good: two others say so in person.

use super::*;

/// For those tracks where it matters who gains.
const TRACKS: [Track; 3] = [Work, Care, Withdrawal];

#[test]
fn two_others_must_be_for_it_on_every_route_but_lazily() {
	// Of ten members: the proposer is for it, and so many others.
	for track in TRACKS {
		for (others, second, bar) in
			[(0, Rejected, Rejected), (1, Rejected, Rejected), (2, SECOND, BAR)]
		{
			let mut voters = vec![says(Aye, 1_000).filed()];
			voters.extend(vec![says(Aye, 1_000); others]);
			voters.extend(vec![silent(1_000); 9 - others]);
			assert_eq!(ends(&rules(track), &voters), second, "{track:?}, {others}");
			// However much the proposer weighs.
			voters[0].weight = 90_000;
			assert_eq!(ends(&rules(track), &voters), bar, "{track:?}, {others}");
		}
	}
}

#[test]
fn they_say_so_in_person() {
	for track in TRACKS {
		let two = [says(Aye, 3_000).filed(), says(Aye, 1_000), says(Aye, 1_000), silent(4_000)];
		let mut voters = two.to_vec();
		assert_eq!(ends(&rules(track), &voters), BAR, "{track:?}");
		voters[2] = voters[2].by_delegate();
		assert_eq!(ends(&rules(track), &voters), Rejected, "{track:?}");
		// Any number of voices that somebody else raises are none.
		voters.extend(vec![says(Aye, 1_000).by_delegate(); 5]);
		assert_eq!(ends(&rules(track), &voters), Rejected, "{track:?}");
		voters.push(says(Aye, 1));
		assert_eq!(ends(&rules(track), &voters), BAR, "{track:?}");
	}
}

#[test]
fn the_proposer_is_no_other_even_where_it_does_not_gain() {
	for track in TRACKS {
		// A delegate files it, and votes for two who trust it.
		let voters = [
			says(Aye, 1_000).filed(),
			says(Aye, 4_000).by_delegate(),
			says(Aye, 4_000).by_delegate(),
			silent(1_000),
		];
		assert_eq!(ends(&rules(track), &voters), Rejected, "{track:?}");
	}
}

#[test]
fn where_there_are_fewer_others_all_of_them_must() {
	// Everybody who votes, and how it ends if so many of the others are for it.
	for track in [Work, Care] {
		// Three: the proposer, and two others.
		let three = |others: usize| {
			let mut voters = vec![says(Aye, 5_000).filed(), silent(1_000), silent(1_000)];
			voters[1..1 + others].fill(says(Aye, 1_000));
			at_notice(&rules_of(track, &voters), &voters)
		};
		assert_eq!([0, 1, 2].map(three), [None, None, Some(BAR)], "{track:?}");
		// Two: one other.
		let two = |others: usize| {
			let mut voters = vec![says(Aye, 5_000).filed(), silent(1_000)];
			voters[1..1 + others].fill(says(Aye, 1_000));
			at_notice(&rules_of(track, &voters), &voters)
		};
		assert_eq!([0, 1].map(two), [None, Some(BAR)], "{track:?}");
		// One alone.
		let voters = [says(Aye, 1_000).filed()];
		assert_eq!(at_notice(&rules_of(track, &voters), &voters), Some(BAR), "{track:?}");
	}
}

#[test]
fn whoever_gains_is_not_there() {
	// The proposer gains. Of two others both must say so, of one that one, and nobody else is nobody.
	for track in [Work, Care] {
		let ended = |voters: &[Voter]| at_notice(&rules_for_oneself(track, voters), voters);
		assert_eq!(ended(&[says(Aye, 1_000), says(Aye, 1_000)]), Some(BAR), "{track:?}");
		assert_eq!(ended(&[says(Aye, 9_000), silent(1_000)]), None, "{track:?}");
		assert_eq!(ended(&[says(Aye, 1_000)]), Some(BAR), "{track:?}");
		assert_eq!(ended(&[silent(1_000)]), None, "{track:?}");
		assert_eq!(ended(&[]), None, "{track:?}");
		// Of three two, in person.
		assert_eq!(ended(&[says(Aye, 1_000), says(Aye, 1_000), silent(1_000)]), Some(BAR));
		let delegated = says(Aye, 1_000).by_delegate();
		assert_eq!(ended(&[says(Aye, 1_000), delegated, silent(1_000)]), None, "{track:?}");
	}
}

#[test]
fn where_somebody_else_gains_the_proposer_is_one_less() {
	// Alice grants Bob something: in a group of two nobody else is there, of three there is one other.
	for track in [Work, Care] {
		let ended = |voters: &[Voter]| {
			let roll = roll(&[&[silent(1_000)], voters].concat());
			at_notice(&Rules::new(track, &FIGURES, filing(roll)), voters)
		};
		let alice = says(Aye, 5_000).filed();
		assert_eq!(ended(&[alice]), Some(BAR), "{track:?}");
		assert_eq!(ended(&[alice, silent(1_000)]), None, "{track:?}");
		assert_eq!(ended(&[alice, says(Aye, 1)]), Some(BAR), "{track:?}");
		assert_eq!(ended(&[alice, says(Aye, 1), silent(1_000)]), None, "{track:?}");
		assert_eq!(ended(&[alice, says(Aye, 1), says(Aye, 1)]), Some(BAR), "{track:?}");
	}
}

#[test]
fn whoever_loses_love_is_no_other_and_counts_all_the_same() {
	// Alice withdraws LOVE of Bob, who does not vote. He is a part of the whole that must be half for it.
	let ended =
		|voters: &[Voter]| at_notice(&rules_about(Withdrawal, voters[0], &voters[1..]), voters);
	let (bob, alice) = (silent(1_000), says(Aye, 1_000).filed());
	assert_eq!(ended(&[bob, alice]), None);
	assert_eq!(ended(&[bob, says(Aye, 1_001).filed()]), Some(BAR));
	assert_eq!(ended(&[bob, alice, says(Aye, 1_000)]), Some(BAR));
	assert_eq!(ended(&[bob, says(Aye, 9_000).filed(), silent(1_000)]), None);
	assert_eq!(ended(&[bob, says(Aye, 9_000).filed(), says(Aye, 1), silent(1)]), None);
	assert_eq!(ended(&[bob, says(Aye, 9_000).filed(), says(Aye, 1), says(Aye, 1)]), Some(BAR));
}

#[test]
fn off_the_first_route_the_proposers_aye_is_none_of_the_ratio() {
	for track in TRACKS {
		for (nays, expected) in [(1_000, SECOND), (1_001, Rejected)] {
			let voters = [
				says(Aye, 700).filed(),
				says(Aye, 1_000),
				says(Aye, 1_000),
				says(Nay, nays),
				silent(9_000),
			];
			assert_eq!(ends(&rules(track), &voters), expected, "{track:?}, {nays}");
		}
	}
}

#[test]
fn but_of_the_floor() {
	for track in TRACKS {
		for (rest, expected) in [(9_000, SECOND), (9_001, Rejected)] {
			let voters = [says(Aye, 700).filed(), says(Aye, 200), says(Aye, 100), silent(rest)];
			assert_eq!(ends(&rules(track), &voters), expected, "{track:?}, {rest}");
		}
	}
}

#[test]
fn a_proposer_who_is_not_for_it_is_counted_as_usual() {
	for (rules, passes) in
		TRACKS.map(|track| (rules(track), SECOND)).into_iter().chain([(lazy(), LAZY)])
	{
		for choice in [Nay, Block, Abstain] {
			let with = |weight: u64| {
				let proposer = says(choice, weight).filed();
				[&[says(Aye, 1_000); 3][..], &[proposer, silent(9_000)]].concat()
			};
			assert_eq!(ends(&rules, &with(900)), passes, "{rules:?}, {choice:?}");
			let expected = if choice == Abstain { passes } else { Rejected };
			assert_eq!(ends(&rules, &with(3_000)), expected, "{rules:?}, {choice:?}");
		}
		// Nor does it matter that it has not voted.
		let voters = [&[says(Aye, 1_000); 3][..], &[silent(9_000).filed()]].concat();
		assert_eq!(ends(&rules, &voters), passes, "{rules:?}");
	}
}

#[test]
fn on_other_tracks_it_does_not_matter_who_filed_it() {
	let mut voters = [&[says(Aye, 1_000); 4][..], &[says(Nay, 1_000), silent(6_000)]].concat();
	voters[0] = voters[0].filed();
	voters[1..4].fill(says(Aye, 1_000).by_delegate());
	for track in [Admission, Expulsion, Fund, Constitution] {
		assert_eq!(ends(&rules(track), &voters), SECOND, "{track:?}");
	}
	for track in [Admission, LostKey, Expulsion, Fund, Constitution] {
		let bar = [voters[0], voters[1], voters[2], voters[3]];
		assert_eq!(ends(&rules(track), &bar), BAR, "{track:?}");
	}
}
