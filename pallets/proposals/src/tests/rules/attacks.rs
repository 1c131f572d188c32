// SPDX-License-Identifier: Apache-2.0

//! What was tried against the rules, as far as they alone answer it.

use super::*;

/// Everybody told of here has 1.000 VOTE, unless it says otherwise.
const VOTE: u64 = 1_000;

#[test]
fn puppets_do_not_make_a_majority_two_thirds() {
	// GIVEN seven founders, of whom four admit puppets until they are eight of eleven
	let mut voters = vec![says(Aye, VOTE); 4];
	voters.extend([says(Nay, VOTE); 3]);
	voters.extend([says(Aye, 9 * VOTE).fresh(); 4]);
	// WHEN they have more than two thirds of all VOTE
	// THEN their four heads against three change nothing
	let rules = rules_of(Constitution, &voters);
	assert_eq!(ends(&rules, &voters), Rejected);
	// AND six against three would, who stood there before
	voters.extend([says(Aye, VOTE); 2]);
	assert_eq!(ends(&rules, &voters), BAR);
}

#[test]
fn rewards_do_not_make_a_majority_two_thirds() {
	// Four of seven vote rewards to themselves: 16.000 against 3.000.
	let voters = [say(Aye, 16 * VOTE, 4), say(Nay, 3 * VOTE, 3)].concat();
	for track in [Constitution, LostKey, Expulsion] {
		assert_eq!(ends(&rules_of(track, &voters), &voters), Rejected, "{track:?}");
	}
	assert_eq!(ends(&rules_of(Fund, &voters), &voters), BAR);
}

#[test]
fn one_member_with_two_puppets_is_one_head() {
	// 4.000 of 6.000, and more of two who were admitted since.
	let founders = [says(Aye, 4 * VOTE), says(Nay, VOTE), says(Nay, VOTE)];
	for choice in [Some(Nay), None] {
		let mut voters = founders.to_vec();
		voters[2] = voters[2].saying(choice);
		voters.extend([says(Aye, VOTE).fresh(); 2]);
		for track in [Constitution, Expulsion] {
			assert_eq!(ends(&rules_of(track, &voters), &voters), Rejected, "{track:?}");
		}
	}
}

#[test]
fn puppets_of_an_empty_class_are_no_part_of_everything() {
	// Five who joined the empty class of users are for it, with two of six workers: 40 and 20 of 100.
	let mut voters = vec![says(Aye, VOTE); 2];
	voters.extend([says(Nay, VOTE); 4]);
	voters.extend([says(Aye, VOTE).of(User).fresh(); 5]);
	for track in [Admission, Fund, Work] {
		let mut rules = rules_of(track, &voters);
		rules.roll.weights = Some(ClassWeights { workers: 60, users: 40, supporters: 0 });
		assert_eq!(ends(&rules, &voters), Rejected, "{track:?}");
		// Were they seasoned, it would pass.
		let seasoned: Vec<_> =
			voters.iter().map(|voter| Voter { seasoned: true, ..*voter }).collect();
		let mut rules = rules_of(track, &seasoned);
		rules.roll.weights = Some(ClassWeights { workers: 60, users: 40, supporters: 0 });
		assert_eq!(ends(&rules, &seasoned), BAR, "{track:?}");
	}
}

#[test]
fn three_of_five_do_not_expel_the_others_one_by_one() {
	// The member it concerns is out of the VOTE counted, and one head against: 3 to 2, where 4 would be needed.
	let voters = [&[says(Aye, 9 * VOTE); 3][..], &[says(Nay, VOTE)]].concat();
	assert_eq!(ends(&rules_about(Expulsion, silent(VOTE), &voters), &voters), Rejected);
	assert_eq!(ends(&rules_about(LostKey, silent(VOTE), &voters), &voters), Rejected);
	// If the other does not mind, it is expelled.
	let voters = [&[says(Aye, 9 * VOTE); 3][..], &[silent(VOTE)]].concat();
	assert_eq!(ends(&rules_about(Expulsion, silent(VOTE), &voters), &voters), BAR);
}

#[test]
fn four_of_seven_do_not_take_the_account_of_somebody_on_leave() {
	let voters = [&[says(Aye, VOTE); 4][..], &[says(Nay, VOTE); 2]].concat();
	assert_eq!(ends(&rules_about(LostKey, silent(VOTE), &voters), &voters), Rejected);
	// Nor three of ten while the others sleep.
	let voters = [&[says(Aye, VOTE); 3][..], &[silent(VOTE); 6]].concat();
	assert_eq!(ends(&rules_about(LostKey, silent(VOTE), &voters), &voters), Rejected);
}

#[test]
fn the_worst_figures_do_not_let_one_who_is_absent_stop_everything() {
	// GIVEN the highest bars there can be
	let highest = Figures {
		majority: Fraction::new(3, 5),
		supermajority: Fraction::new(4, 5),
		second_majority: Fraction::new(4, 5),
		second_supermajority: Fraction::new(9, 10),
		floor: Fraction::new(20, 100),
		grave_floor: Fraction::new(20, 100),
		expulsion_floor: Fraction::new(1, 2),
		..FIGURES
	};
	// WHEN two of three undo them, and one is absent, though it has two thirds of all VOTE
	for absent in [VOTE, 4 * VOTE] {
		let voters = [says(Aye, VOTE), says(Aye, VOTE), silent(absent)];
		let rules = Rules::new(Constitution, &highest, filing(roll(&voters)));
		// THEN that passes at the end
		assert_eq!(ends(&rules, &voters), SECOND, "{absent}");
	}
	// AND so it does with two thirds of any group, if the rest is silent
	for members in 1..=30_usize {
		let ayes = members.div_ceil(3) * 2;
		let voters = [
			vec![says(Aye, VOTE); ayes.min(members)],
			vec![silent(VOTE); members - ayes.min(members)],
		]
		.concat();
		let rules = Rules::new(Constitution, &highest, filing(roll(&voters)));
		assert!(matches!(ends(&rules, &voters), Approved(_)), "{members}");
	}
}

#[test]
fn the_lowest_bars_hand_nothing_to_less_than_half_of_the_votes() {
	let lowest = Figures {
		majority: Fraction::new(1, 2),
		supermajority: Fraction::new(3, 5),
		second_majority: Fraction::new(1, 2),
		second_supermajority: Fraction::new(2, 3),
		floor: Fraction::new(5, 100),
		grave_floor: Fraction::new(5, 100),
		expulsion_floor: Fraction::new(5, 100),
		..FIGURES
	};
	for track in TRACKS {
		let voters = [say(Aye, 30 * VOTE, 15), say(Nay, 30 * VOTE, 15)].concat();
		let rules = Rules::new(track, &lowest, filing(roll(&voters)));
		assert_eq!(ends(&rules, &voters), Rejected, "{track:?}");
	}
}

#[test]
fn two_delegators_are_no_two_others() {
	// The proposer of a reward to itself is not there; whoever it votes for is no other, either.
	let voters = [says(Aye, VOTE).by_delegate(), says(Aye, VOTE).by_delegate(), silent(VOTE)];
	for track in [Work, Care] {
		assert_eq!(ends(&rules_for_oneself(track, &voters), &voters), Rejected, "{track:?}");
	}
}

#[test]
fn whoever_joins_or_leaves_after_the_filing_changes_nothing() {
	// GIVEN three of whom two are for it, and a roll that remembers three
	let three = [says(Aye, VOTE), says(Aye, VOTE), silent(VOTE)];
	for track in [Admission, Fund, Work, Constitution] {
		let rules = rules_of(track, &three);
		let (tally, electorate) = poll(&rules, &three);
		assert_eq!(rules.weigh(rules.notice, &tally, &electorate), Some(BAR), "{track:?}");
		// THEN the electorate is one of the roll: nothing here asks who is a member now
		assert_eq!(electorate.members, rules.roll.members);
		assert_eq!(electorate.seasoned, rules.roll.seasoned);
	}
	// AND who leaves takes nobody along: heads and votes for it stay
	let mut left = three.to_vec();
	left[2] = silent(0);
	let rules = rules_of(Constitution, &three);
	assert_eq!(ends(&rules, &left), BAR);
}

#[test]
fn a_new_worker_raises_no_number_of_heads() {
	// Two seasoned workers and three who have just become one: still all who are seasoned count.
	let mut voters = vec![says(Aye, VOTE), silent(VOTE), says(Aye, VOTE).of(User)];
	voters.extend([silent(1).fresh(); 3]);
	assert_eq!(at_notice(&rules_of(Constitution, &voters), &voters), None);
	voters[2].weight = 3 * VOTE;
	assert_eq!(at_notice(&rules_of(Constitution, &voters), &voters), Some(BAR));
}

#[test]
fn blocks_are_not_diluted_by_whoever_joins_later() {
	// Two block with 33 %. Only what was there at the filing is what they block.
	let voters = [say(Block, 3_300, 2), say(Aye, 6_700, 4)].concat();
	assert_eq!(ends(&rules(Fund), &voters), Blocked);
}

#[test]
fn one_of_two_workers_stops_nothing_by_staying_away() {
	// Two workers and seven users; 8 of 9 VOTE are for it.
	let mut voters = vec![says(Aye, VOTE), silent(VOTE)];
	voters.extend([says(Aye, VOTE).of(User); 7]);
	assert_eq!(at_notice(&rules_of(Constitution, &voters), &voters), Some(BAR));
	// Nor by saying no.
	voters[1] = says(Nay, VOTE);
	assert_eq!(at_notice(&rules_of(Constitution, &voters), &voters), Some(BAR));
	// Both of them do, if they are of one mind.
	voters[0] = says(Nay, VOTE);
	assert_eq!(ends(&rules_of(Constitution, &voters), &voters), Rejected);
}

#[test]
fn one_of_three_with_most_of_the_vote_stops_nothing_by_staying_away() {
	let voters = [says(Aye, VOTE), says(Aye, VOTE), silent(4 * VOTE)];
	for track in [Work, Care, Admission, Fund, Constitution] {
		let outcome = ends(&rules_of(track, &voters), &voters);
		assert!(matches!(outcome, Approved(_)), "{track:?}: {outcome:?}");
	}
	// It does by saying no.
	let voters = [says(Aye, VOTE), says(Aye, VOTE), says(Nay, 4 * VOTE)];
	for track in TRACKS {
		assert_eq!(ends(&rules_of(track, &voters), &voters), Rejected, "{track:?}");
	}
}
