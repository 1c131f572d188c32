// SPDX-License-Identifier: Apache-2.0

//! What classes weigh is heeded everywhere.

use super::*;

const WEIGHTS: Option<ClassWeights> = Some(ClassWeights { workers: 60, users: 25, supporters: 15 });

/// Ten workers, five users, five supporters, of whom so many are for it and so many against.
fn outcome(rules: &Rules<u32>, ayes: [usize; 3], nays: [usize; 3]) -> Outcome {
	let mut voters = Vec::new();
	let classes = [(Worker, 9_000, 10), (User, 500, 5), (Supporter, 7, 5)];
	for (at, (class, weight, members)) in classes.into_iter().enumerate() {
		for member in 0..members {
			let choice = match member {
				_ if member < ayes[at] => Some(Aye),
				_ if member < ayes[at] + nays[at] => Some(Nay),
				_ => None,
			};
			voters.push(silent(weight).of(class).saying(choice));
		}
	}
	ends(rules, &voters)
}

fn weighted(rules: Rules<u32>) -> Rules<u32> {
	let roll = Roll { weights: WEIGHTS, ..rules.roll };
	Rules { roll, ..rules }
}

#[test]
fn the_bar_is_one_of_classes() {
	// 5 of 10 workers and 4 of 5 users are 30 + 20: half, which is not more than half.
	let stakeholders = weighted(rules(Fund));
	assert_eq!(outcome(&stakeholders, [5, 4, 0], [5, 1, 5]), Rejected);
	assert_eq!(outcome(&stakeholders, [5, 5, 0], [5, 0, 5]), BAR);
	assert_eq!(outcome(&stakeholders, [0, 5, 5], [10, 0, 0]), Rejected);
	// Without class weights the workers have nearly all VOTE.
	assert_eq!(outcome(&rules(Fund), [5, 5, 0], [5, 0, 5]), BAR);
	assert_eq!(outcome(&rules(Fund), [5, 0, 0], [5, 0, 5]), Rejected);
	assert_eq!(outcome(&rules(Fund), [6, 0, 0], [4, 5, 5]), BAR);
	// All workers alone are 60: not two thirds.
	let grave = weighted(rules(Constitution));
	assert_eq!(outcome(&grave, [10, 0, 0], [0, 5, 5]), Rejected);
	assert_eq!(outcome(&grave, [10, 1, 1], [0, 4, 4]), BAR);
	assert_eq!(outcome(&grave, [0; 3], [0; 3]), Rejected);
}

#[test]
fn so_are_the_second_route_and_its_floor() {
	let fund = weighted(rules(Fund));
	// 12 for it and 6 against it are two thirds of 18; but three must be for it.
	assert_eq!(outcome(&fund, [2, 0, 0], [1, 0, 0]), Rejected);
	assert_eq!(outcome(&fund, [1, 1, 0], [0, 0, 0]), Rejected);
	assert_eq!(outcome(&fund, [1, 1, 1], [0, 0, 0]), SECOND);
	assert_eq!(outcome(&fund, [3, 0, 0], [1, 0, 0]), SECOND);
	assert_eq!(outcome(&fund, [3, 0, 0], [0, 1, 1]), SECOND);
	assert_eq!(outcome(&fund, [3, 0, 0], [1, 1, 0]), Rejected);
	// 10 of 100 are four supporters, who have 12, or two users with one supporter.
	assert_eq!(outcome(&fund, [0, 0, 4], [0, 0, 0]), SECOND);
	assert_eq!(outcome(&fund, [0, 0, 3], [0, 0, 0]), Rejected);
	assert_eq!(outcome(&fund, [0, 1, 2], [0, 0, 0]), SECOND);
	// Of all VOTE they have nearly nothing.
	assert_eq!(outcome(&rules(Fund), [0, 5, 5], [0, 0, 0]), Rejected);
}

#[test]
fn and_lazy_consensus() {
	// One worker is 6, all supporters are 15.
	let stakeholders = weighted(lazy());
	assert_eq!(outcome(&stakeholders, [0, 0, 5], [2, 0, 0]), LAZY);
	assert_eq!(outcome(&stakeholders, [2, 0, 0], [0, 0, 5]), Rejected);
	assert_eq!(outcome(&lazy(), [2, 0, 0], [0, 0, 5]), LAZY);
}

#[test]
fn and_the_proposers_part_of_it() {
	// A user files it, who is 5 of the users' 25. Two workers are 12, three are 18.
	let outcome = |nays: usize| {
		let mut voters = vec![silent(9_000); 10];
		voters.extend([silent(500).of(User); 5]);
		voters.extend([silent(7).of(Supporter); 5]);
		voters[10] = says(Aye, 500).of(User).filed();
		voters[..3].fill(says(Aye, 9_000));
		voters[11..11 + nays].fill(says(Nay, 500).of(User));
		ends(&weighted(rules(Work)), &voters)
	};
	// 18 : 5 are two thirds, 18 : 10 are not, and 23 : 10 would be.
	assert_eq!([0, 1, 2].map(outcome), [SECOND, SECOND, Rejected]);
}

#[test]
fn few_seasoned_members_of_a_class_have_a_part_of_its_weight() {
	// All users are for it, and nobody else; so many of the five are seasoned: 5 of 65, 10 of 70, 15 of 75.
	let second = |seasoned: usize, floor: u8| {
		let mut voters = vec![silent(1_000); 10];
		voters.extend([says(Aye, 1_000).of(User).fresh(); 5]);
		voters[10..10 + seasoned].fill(says(Aye, 1_000).of(User));
		let figures = Figures { floor: Fraction::new(floor, 100), ..FIGURES };
		let mut rules = Rules::new(Fund, &figures, filing(roll(&voters)));
		rules.roll.weights = WEIGHTS;
		ends(&rules, &voters)
	};
	for (seasoned, least) in [(0, 0), (1, 7), (2, 14), (3, 20)] {
		for floor in 5..=20 {
			let expected = if floor <= least { SECOND } else { Rejected };
			assert_eq!(second(seasoned, floor), expected, "{seasoned} seasoned, {floor} %");
		}
	}
}

#[test]
fn a_class_without_anybody_seasoned_carries_nothing() {
	// Five who have just joined an empty class would else be 40 of 100 parts of everything.
	let mut rules = rules(Fund);
	rules.roll.weights = Some(ClassWeights { workers: 60, users: 40, supporters: 0 });
	let mut voters = vec![says(Aye, 1_000); 4];
	voters.extend([says(Nay, 1_000); 3]);
	for choice in [Aye, Nay, Block] {
		let more = [&voters[..], &[says(choice, 9_000).of(User).fresh(); 5]].concat();
		assert_eq!(ends(&rules, &more), BAR, "{choice:?}");
	}
}
