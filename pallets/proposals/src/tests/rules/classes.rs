//! What classes weigh is heeded everywhere.

use super::*;

const WEIGHTS: Option<ClassWeights> = Some(ClassWeights { workers: 60, users: 25, supporters: 15 });

/// Ten workers, five users, five supporters, of whom so many are for it and so many against.
fn outcome(rules: &Rules<u32>, ayes: [usize; 3], nays: [usize; 3]) -> Option<Outcome> {
	let mut voters = Vec::new();
	let classes = [(Worker, 9_000, 10), (User, 500, 5), (Supporter, 7, 5)];
	for (at, (class, weight, members)) in classes.into_iter().enumerate() {
		for member in 0..members {
			let choice = match member {
				_ if member < ayes[at] => Some(Aye),
				_ if member < ayes[at] + nays[at] => Some(Nay),
				_ => None,
			};
			voters.push((class, weight, choice));
		}
	}
	let (tally, electorate) = poll(&voters);
	let electorate = Electorate { weights: rules.weights, ..electorate };
	rules.weigh(rules.ends, &tally, &electorate, Vec::new)
}

fn weighted(track: Track) -> Rules<u32> {
	Rules { weights: WEIGHTS, ..rules(track) }
}

#[test]
fn the_bar_is_one_of_classes() {
	// 5 of 10 workers and 4 of 5 users are 30 + 20: half, which is not more than half.
	let silent = [0; 3];
	assert_eq!(outcome(&weighted(Fund), [5, 4, 0], [5, 1, 5]), Some(Rejected));
	assert_eq!(outcome(&weighted(Fund), [5, 5, 0], [5, 0, 5]), Some(BAR));
	assert_eq!(outcome(&weighted(Fund), [0, 5, 5], [10, 0, 0]), Some(Rejected));
	// Without class weights the workers have nearly all VOTE.
	assert_eq!(outcome(&rules(Fund), [5, 5, 0], [5, 0, 5]), Some(BAR));
	assert_eq!(outcome(&rules(Fund), [5, 0, 0], [5, 0, 5]), Some(Rejected));
	assert_eq!(outcome(&rules(Fund), [6, 0, 0], [4, 5, 5]), Some(BAR));
	// All workers alone are 60: not two thirds.
	assert_eq!(outcome(&weighted(Constitution), [10, 0, 0], [0, 5, 5]), Some(Rejected));
	assert_eq!(outcome(&weighted(Constitution), [10, 1, 1], [0, 4, 4]), Some(BAR));
	assert_eq!(outcome(&weighted(Constitution), silent, silent), Some(Rejected));
}

#[test]
fn so_are_the_second_route_and_its_turnout() {
	// 12 for it and 6 against it are two thirds of 18; but three must be for it.
	assert_eq!(outcome(&weighted(Fund), [2, 0, 0], [1, 0, 0]), Some(Rejected));
	assert_eq!(outcome(&weighted(Fund), [1, 1, 1], [0, 0, 0]), Some(Rejected));
	assert_eq!(outcome(&weighted(Fund), [1, 1, 2], [0, 0, 0]), Some(SECOND));
	assert_eq!(outcome(&weighted(Fund), [3, 0, 0], [1, 0, 0]), Some(SECOND));
	assert_eq!(outcome(&weighted(Fund), [3, 0, 0], [1, 1, 0]), Some(Rejected));
	// 15 of 100 are five supporters, or three users.
	assert_eq!(outcome(&weighted(Fund), [0, 0, 5], [0, 0, 0]), Some(SECOND));
	assert_eq!(outcome(&weighted(Fund), [0, 0, 4], [0, 0, 0]), Some(Rejected));
	assert_eq!(outcome(&weighted(Fund), [0, 3, 0], [0, 0, 0]), Some(SECOND));
}

#[test]
fn and_lazy_consensus() {
	let weighted = Rules { weights: WEIGHTS, ..lazy() };
	// One worker is 6, all supporters are 15.
	assert_eq!(outcome(&weighted, [0, 0, 5], [2, 0, 0]), Some(LAZY));
	assert_eq!(outcome(&weighted, [2, 0, 0], [0, 0, 5]), Some(Rejected));
	assert_eq!(outcome(&lazy(), [2, 0, 0], [0, 0, 5]), Some(LAZY));
}
