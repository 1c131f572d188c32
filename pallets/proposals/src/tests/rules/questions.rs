//! The option that weighs most is the answer.

use super::*;

/// Weight for each option, in an electorate of a million.
fn chosen(options: &[u64]) -> Option<u8> {
	let mut tally = Tally::new(options.len() as u8);
	for (option, weight) in (0..).zip(options) {
		tally.add(&Cast {
			choice: Choice::Option(option),
			class: Worker,
			weight: *weight,
			own: true,
		});
	}
	let (_, electorate) = poll(&[silent(500_000), silent(500_000)]);
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
	let (_, nobody) = poll(&[]);
	let mut tally = Tally::new(2);
	tally.add(&Cast { choice: Choice::Option(0), class: Worker, weight: 1_000, own: true });
	assert_eq!(answer(&tally, &nobody), None);
}

#[test]
fn whoever_abstains_chooses_none() {
	let (mut tally, electorate) = poll(&[says(Abstain, 9_000); 5]);
	tally.options = Tally::new(2).options;
	assert_eq!(answer(&tally, &electorate), None);
	tally.add(&Cast { choice: Choice::Option(1), class: Worker, weight: 1, own: true });
	assert_eq!(answer(&tally, &electorate), Some(1));
}

#[test]
fn classes_weigh_what_the_artel_says() {
	// 6 of 10 workers want the one, all users and supporters the other: 36 % and 40 %.
	let mut tally = Tally::new(2);
	let mut voters = vec![silent(1_000); 10];
	voters.extend([(User, 100, None); 5]);
	voters.extend([(Supporter, 10, None); 5]);
	for (at, (class, weight, _)) in voters.iter().enumerate() {
		let choice = Choice::Option(u8::from(at >= 10));
		if !(6..10).contains(&at) {
			tally.add(&Cast { choice, class: *class, weight: *weight, own: true });
		}
	}
	let (_, mut electorate) = poll(&voters);
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
	let mut tally = Tally::new(2);
	tally.add(&Cast { choice: Choice::Option(0), class: Worker, weight: 1_000, own: true });
	let (_, electorate) = poll(&[silent(1_000)]);
	let rules = Rules::new(Consultation, &PARAMETERS, Filing { lasts: Some(5 * DAY), ..filing(1) });
	for now in [NOW, NOW + 3 * DAY, rules.ends - 1] {
		assert_eq!(rules.weigh(now, &tally, &electorate, Vec::new), None);
	}
	for now in [rules.ends, u32::MAX] {
		assert_eq!(rules.weigh(now, &tally, &electorate, Vec::new), Some(Answered(Some(0))));
	}
	assert_eq!(
		rules.weigh(rules.ends, &Tally::new(2), &electorate, Vec::new),
		Some(Answered(None))
	);
}
