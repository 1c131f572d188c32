// SPDX-License-Identifier: Apache-2.0

//! The option that weighs most is the answer.

use super::*;

fn chooses(option: u8, weight: u64) -> Voter {
	says(Choice::Option(option), weight)
}

/// The votes of these on a question of so many options.
fn asked(options: u8, voters: &[Voter]) -> (Tally, Electorate) {
	let mut tally = Tally::new(options);
	let rules = rules_of(Consultation, voters);
	voters.iter().filter_map(|voter| cast(&rules, voter)).for_each(|cast| tally.add(&cast));
	(tally, poll(&rules, voters).1)
}

/// What is answered with this weight for each option, in an electorate of a million and more.
fn chosen(options: &[u64]) -> Option<u8> {
	let mut voters = vec![silent(500_000); 2];
	voters.extend((0..).zip(options).map(|(option, weight)| chooses(option, *weight)));
	let (tally, electorate) = asked(options.len() as u8, &voters);
	answer(&tally, &electorate)
}

#[test]
fn the_option_that_weighs_most_is_the_answer() {
	for (options, expected) in [
		(&[1, 0][..], Some(0)),
		(&[0, 1], Some(1)),
		(&[5, 4, 3], Some(0)),
		(&[4, 5, 3], Some(1)),
		(&[3, 4, 5], Some(2)),
		(&[1_000, 1_001, 1_000, 999], Some(1)),
		(&[0, 0, 0, 0, 0, 0, 0, 1], Some(7)),
	] {
		assert_eq!(chosen(options), expected, "{options:?}");
	}
}

#[test]
fn a_tie_for_the_first_place_leaves_it_undecided() {
	for options in [&[1, 1][..], &[5, 3, 5], &[3, 5, 5], &[5, 5, 3], &[4, 5, 3, 5], &[2, 2, 2, 2]] {
		assert_eq!(chosen(options), None, "{options:?}");
	}
}

#[test]
fn a_tie_below_the_first_place_does_not() {
	for (options, expected) in [
		(&[5, 3, 3][..], Some(0)),
		(&[3, 5, 3], Some(1)),
		(&[3, 3, 5], Some(2)),
		(&[3, 3, 5, 4, 4], Some(2)),
		(&[0, 0, 1], Some(2)),
	] {
		assert_eq!(chosen(options), expected, "{options:?}");
	}
}

#[test]
fn if_nobody_chooses_it_is_undecided() {
	for options in [&[][..], &[0, 0], &[0; 8]] {
		assert_eq!(chosen(options), None, "{options:?}");
	}
	let (_, nobody) = asked(2, &[]);
	let (tally, _) = asked(2, &[chooses(0, 1_000)]);
	assert_eq!(answer(&tally, &nobody), None);
}

#[test]
fn whoever_abstains_chooses_none() {
	let mut voters = vec![says(Abstain, 9_000); 5];
	let (tally, electorate) = asked(2, &voters);
	assert_eq!(answer(&tally, &electorate), None);
	voters.push(chooses(1, 1));
	let (tally, electorate) = asked(2, &voters);
	assert_eq!(answer(&tally, &electorate), Some(1));
}

#[test]
fn classes_weigh_what_the_artel_says() {
	// 6 of 10 workers want the one, all users and supporters the other: 36 % and 40 %.
	let mut voters = vec![chooses(0, 1_000); 6];
	voters.extend([silent(1_000); 4]);
	voters.extend([chooses(1, 100).of(User); 5]);
	voters.extend([chooses(1, 10).of(Supporter); 5]);
	let (mut tally, mut electorate) = asked(2, &voters);
	assert_eq!(answer(&tally, &electorate), Some(0));
	electorate.weights = Some(ClassWeights { workers: 60, users: 25, supporters: 15 });
	assert_eq!(answer(&tally, &electorate), Some(1));
	// A class without weight chooses nothing.
	electorate.weights = Some(ClassWeights { workers: 0, users: 0, supporters: 1 });
	assert_eq!(answer(&tally, &electorate), Some(1));
	tally.options.as_mut()[1].supporters = 0;
	assert_eq!(answer(&tally, &electorate), None);
}

#[test]
fn nothing_answers_it_before_its_end() {
	let voters = [chooses(0, 1_000)];
	let (tally, electorate) = asked(2, &voters);
	let filing = Filing { lasts: Some(5 * DAYS), ..filing(roll(&voters)) };
	let rules = Rules::new(Consultation, &FIGURES, filing);
	for now in [NOW, NOW + 3 * DAYS, rules.ends - 1] {
		assert_eq!(rules.weigh(now, &tally, &electorate), None);
	}
	for now in [rules.ends, u32::MAX] {
		assert_eq!(rules.weigh(now, &tally, &electorate), Some(Answered(Some(0))));
	}
	assert_eq!(rules.weigh(rules.ends, &Tally::new(2), &electorate), Some(Answered(None)));
}
