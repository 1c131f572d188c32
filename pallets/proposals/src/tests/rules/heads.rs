// SPDX-License-Identifier: Apache-2.0

//! Grave matters are counted by head, too.

use super::*;

/// Three quarters of all VOTE and more are for it, by a supporter who is not seasoned; of seasoned workers
/// these are for it and against it.
fn grave(ayes: usize, nays: usize, rest: usize) -> Vec<Voter> {
	let mut voters = vec![says(Aye, 1_000_000).of(Supporter).fresh()];
	voters.extend(vec![says(Aye, 1); ayes]);
	voters.extend(vec![says(Nay, 1); nays]);
	voters.extend(vec![silent(1); rest]);
	voters
}

#[test]
fn two_seasoned_workers_are_for_it_for_each_one_against() {
	for (ayes, nays, enough) in [
		(0, 0, false),
		(1, 0, false),
		(2, 0, true),
		(1, 1, false),
		(2, 1, true),
		(2, 2, false),
		(3, 1, true),
		(3, 2, false),
		(4, 2, true),
		(5, 3, false),
		(6, 3, true),
		(0, 9, false),
	] {
		let voters = grave(ayes, nays, 9 - ayes.min(9 - nays) - nays);
		let expected = enough.then_some(BAR);
		let rules = rules_of(Constitution, &voters);
		assert_eq!(at_notice(&rules, &voters), expected, "{ayes} for, {nays} against");
	}
	for track in ORDINARY {
		let voters = [grave(0, 3, 0), vec![says(Aye, 1).fresh(); 2]].concat();
		assert_eq!(ends(&rules_of(track, &voters), &voters), BAR, "{track:?}");
	}
}

#[test]
fn whom_it_concerns_is_one_head_against() {
	for track in [Expulsion, LostKey] {
		for (ayes, nays, enough) in [
			(0, 0, false),
			(1, 0, false),
			(2, 0, true),
			(2, 1, false),
			(3, 1, false),
			(4, 1, true),
			(5, 2, false),
			(6, 2, true),
		] {
			let voters = grave(ayes, nays, 8 - ayes - nays);
			// Of whatever class it is, seasoned or not.
			for concerned in [silent(1), silent(1).fresh(), silent(1).of(User)] {
				let rules = rules_about(track, concerned, &voters);
				let expected = enough.then_some(BAR);
				assert_eq!(at_notice(&rules, &voters), expected, "{ayes} for, {nays} against");
			}
		}
	}
}

#[test]
fn they_are_counted_on_the_second_route_too() {
	// Four supporters of ten are for it; so are some workers, who weigh nearly nothing.
	let second = |ayes, nays, rest| {
		let mut voters = grave(ayes, nays, rest);
		voters.extend([says(Aye, 1_000_000).of(Supporter).fresh(); 3]);
		voters.extend([silent(1_000_000).of(Supporter).fresh(); 6]);
		voters
	};
	for track in GRAVE_AT_THE_END {
		for (ayes, nays, expected) in [
			(0, 0, Rejected),
			(1, 0, Rejected),
			(2, 0, SECOND),
			(3, 2, Rejected),
			(6, 2, SECOND),
			(6, 3, if track == Expulsion { Rejected } else { SECOND }),
			(6, 4, Rejected),
		] {
			let voters = second(ayes, nays, 10 - ayes - nays);
			let rules = match track {
				Expulsion => rules_about(track, silent(1), &voters),
				_ => rules_of(track, &voters),
			};
			assert_eq!(ends(&rules, &voters), expected, "{track:?}, {ayes} for, {nays} against");
		}
	}
	for track in ORDINARY {
		// One supporter less is for it, so that it is not half of all.
		let voters = second(2, 6, 2);
		assert_eq!(ends(&rules_of(track, &voters), &voters), SECOND, "{track:?}");
	}
}

#[test]
fn with_fewer_than_three_seasoned_workers_all_who_are_seasoned_are_counted() {
	// Workers for and against, users for and against; how many workers and users are seasoned.
	for (workers, users, seasoned, enough) in [
		// Two workers and seven users: one worker stays away.
		((1, 0), (7, 0), (2, 7), true),
		// Or is against it: eight to one.
		((1, 1), (7, 0), (2, 7), true),
		((1, 1), (1, 0), (2, 7), true),
		((1, 1), (0, 0), (2, 7), false),
		((1, 1), (5, 2), (2, 7), true),
		((1, 1), (4, 2), (2, 7), false),
		((2, 0), (0, 2), (2, 7), false),
		((2, 0), (0, 1), (2, 7), true),
		// One of them is a worker, though.
		((0, 0), (7, 0), (2, 7), false),
		((0, 1), (7, 0), (2, 7), false),
		((0, 0), (7, 0), (1, 7), false),
		((1, 0), (1, 0), (1, 7), true),
		((1, 0), (0, 0), (1, 7), false),
		// Where there is none, users do.
		((0, 0), (2, 0), (0, 7), true),
		((0, 0), (2, 1), (0, 7), true),
		((0, 0), (3, 2), (0, 7), false),
		// Three workers decide among themselves.
		((2, 1), (0, 7), (3, 7), true),
		((1, 1), (7, 0), (3, 7), false),
		((1, 0), (7, 0), (3, 7), true),
	] {
		let mut voters = grave(0, 0, 0);
		let classes = [(Worker, workers, seasoned.0), (User, users, seasoned.1)];
		for (class, (ayes, nays), seasoned) in classes {
			voters.extend(vec![says(Aye, 1).of(class); ayes]);
			voters.extend(vec![says(Nay, 1).of(class); nays]);
			voters.extend(vec![silent(1).of(class); seasoned - ayes - nays]);
		}
		let rules = rules_of(Constitution, &voters);
		let expected = enough.then_some(BAR);
		assert_eq!(at_notice(&rules, &voters), expected, "{workers:?}, {users:?} of {seasoned:?}");
	}
}

#[test]
fn where_there_is_one_seasoned_member_it_alone_must_be_for_it() {
	for class in [Worker, User, Supporter] {
		for (choice, enough) in
			[(Some(Aye), true), (Some(Nay), false), (Some(Abstain), false), (None, false)]
		{
			let mut voters = vec![says(Aye, 9_000).fresh(); 5];
			voters.push(silent(1).of(class).saying(choice));
			let rules = rules_of(Constitution, &voters);
			assert_eq!(at_notice(&rules, &voters), enough.then_some(BAR), "{class:?}, {choice:?}");
		}
	}
}

#[test]
fn where_nobody_is_seasoned_everybody_counts() {
	// Workers and users for and against. Another worker and another user are silent.
	for (workers, users, enough) in [
		((2, 1), (0, 0), true),
		((3, 2), (0, 0), false),
		((1, 0), (0, 0), false),
		((1, 0), (1, 0), true),
		((1, 2), (3, 0), true),
		((1, 2), (2, 0), false),
		((0, 0), (5, 0), false),
		((4, 0), (0, 3), false),
	] {
		let mut voters = vec![silent(1), silent(1).of(User)];
		for (class, (ayes, nays)) in [(Worker, workers), (User, users)] {
			voters.extend(vec![says(Aye, 1_000).of(class); ayes]);
			voters.extend(vec![says(Nay, 1).of(class); nays]);
		}
		let voters: Vec<_> = voters.into_iter().map(Voter::fresh).collect();
		let rules = rules_of(Constitution, &voters);
		let expected = enough.then_some(BAR);
		assert_eq!(at_notice(&rules, &voters), expected, "{workers:?}, {users:?}");
	}
}

#[test]
fn whoever_is_not_seasoned_neither_helps_nor_harms() {
	for track in GRAVE {
		// However many join for it or against it.
		let mut voters = say(Aye, 90_000, 4);
		voters.push(says(Nay, 1));
		let expected = at_notice(&rules(track), &voters);
		assert_eq!(expected, Some(BAR), "{track:?}");
		for choice in [Aye, Nay] {
			let more = [&voters[..], &[says(choice, 1).fresh(); 20]].concat();
			assert_eq!(at_notice(&rules(track), &more), expected, "{track:?}, {choice:?}");
		}
		voters.push(says(Nay, 1));
		voters.push(says(Nay, 1));
		let more = [&voters[..], &[says(Aye, 9_000).fresh(); 20]].concat();
		assert_eq!(at_notice(&rules(track), &more), None, "{track:?}");
	}
}

#[test]
fn blocks_count_as_heads_against_and_abstentions_do_not() {
	let with = |choice| [say(Aye, 90_000, 5), vec![says(choice, 1); 3]].concat();
	for track in GRAVE {
		// Three blocks of nearly nothing are no block, but they are heads.
		assert_eq!(at_notice(&rules(track), &with(Block)), None, "{track:?}");
		assert_eq!(at_notice(&rules(track), &with(Nay)), None, "{track:?}");
		assert_eq!(at_notice(&rules(track), &with(Abstain)), Some(BAR), "{track:?}");
	}
}

#[test]
fn the_concerned_is_no_head_that_must_be_for_it() {
	// Three seasoned workers, one of whom it concerns: both others must be for it.
	let concerned = silent(1);
	for track in [Expulsion, LostKey] {
		for (other, expected) in [(Some(Aye), Some(BAR)), (None, None), (Some(Nay), None)] {
			let voters = [says(Aye, 9_000), silent(1).saying(other)];
			let rules = rules_about(track, concerned, &voters);
			assert_eq!(at_notice(&rules, &voters), expected, "{track:?}, {other:?}");
		}
		// It is the only worker: no other has to be for it.
		let voters = [says(Aye, 1).of(User), says(Aye, 1).of(User)];
		assert_eq!(at_notice(&rules_about(track, concerned, &voters), &voters), Some(BAR));
	}
}

#[test]
fn somebody_is_backed_by_two_seasoned_workers_for_each_one_against() {
	// Backed is whoever is admitted so; it is seasoned in time. It is asked for everybody who is admitted.
	let backed = |voters: &[Voter]| {
		let rules = rules_of(Admission, voters);
		let (tally, _) = poll(&rules, voters);
		rules.is_backed(&tally)
	};
	for (ayes, nays, expected) in [
		(0, 0, false),
		(1, 0, true),
		(1, 1, false),
		(2, 1, true),
		(3, 2, false),
		(4, 2, true),
		(0, 1, false),
	] {
		let voters = grave(ayes, nays, 6);
		assert_eq!(backed(&voters), expected, "{ayes} for, {nays} against");
		// Users do not change that where there are three workers.
		for choice in [Aye, Nay] {
			let more = [&voters[..], &[says(choice, 9_000).of(User); 9]].concat();
			assert_eq!(backed(&more), expected, "{ayes} for, {nays} against");
		}
	}
	// With two workers all who are seasoned count.
	let two = [says(Aye, 1), silent(1), says(Nay, 1).of(User)];
	assert!(!backed(&two) && backed(&[&two[..], &[says(Aye, 1).of(User)]].concat()));
	// Puppets do not: they are not seasoned themselves.
	assert!(!backed(&[&grave(0, 0, 3)[..], &[says(Aye, 1).fresh(); 9]].concat()));
	assert!(backed(&[&grave(1, 0, 3)[..], &[says(Nay, 1).fresh(); 9]].concat()));
}
