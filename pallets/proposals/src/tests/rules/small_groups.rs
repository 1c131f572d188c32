//! Groups of one, two and three.

use super::*;

#[test]
fn one_alone_decides_everything() {
	for rules in TRACKS.map(rules).into_iter().chain([lazy()]) {
		assert_eq!(ends_without(&rules, &[says(Aye, 1_000)], &[0]), BAR, "{rules:?}");
		for choice in [Nay, Block, Abstain] {
			assert_eq!(ends(&rules, &[says(choice, 1_000)]), Rejected, "{rules:?}");
		}
		assert_eq!(ends(&rules, &[silent(1_000)]), Rejected, "{rules:?}");
	}
}

#[test]
fn in_a_group_of_two_the_heavier_decides_ordinary_matters() {
	for track in ORDINARY {
		assert_eq!(ends(&rules(track), &[says(Aye, 1_001), says(Nay, 1_000)]), BAR);
		assert_eq!(ends(&rules(track), &[says(Aye, 1_000), says(Nay, 1_000)]), Rejected);
		assert_eq!(ends(&rules(track), &[says(Aye, 1_001), silent(1_000)]), BAR);
		// The lighter one alone is nothing: all must be for it.
		assert_eq!(ends(&rules(track), &[says(Aye, 1_000), silent(1_000)]), Rejected);
		assert_eq!(ends(&rules(track), &[says(Aye, 1_000), says(Abstain, 1_000)]), Rejected);
	}
}

#[test]
fn in_a_group_of_two_workers_both_decide_grave_matters() {
	for track in GRAVE {
		assert_eq!(ends(&rules(track), &[says(Aye, 9_000), says(Aye, 1)]), BAR);
		for other in [says(Nay, 1), says(Block, 1), says(Abstain, 1), silent(1)] {
			assert_eq!(ends(&rules(track), &[says(Aye, 9_000), other]), Rejected, "{other:?}");
		}
		// One worker and one who uses: the worker decides, if it weighs enough.
		for (worker, expected) in [(1_999, Rejected), (2_000, BAR)] {
			let voters = [says(Aye, worker), (User, 1_000, Some(Nay))];
			assert_eq!(ends(&rules(track), &voters), expected, "{track:?}, {worker}");
		}
		let voters = [says(Nay, 1), (User, 9_000, Some(Aye))];
		assert_eq!(ends(&rules(track), &voters), Rejected, "{track:?}");
	}
}

#[test]
fn in_a_group_of_two_lazy_consensus_takes_the_other() {
	// The other is for it, and weighs less than half.
	let voters = [silent(3_000), says(Aye, 1_000)];
	assert_eq!(ends_without(&lazy(), &voters, &[0]), LAZY);
	// Whoever gains alone is not enough.
	let voters = [says(Aye, 1_000), silent(3_000)];
	assert_eq!(ends_without(&lazy(), &voters, &[0]), Rejected);
}

#[test]
fn in_a_group_of_three_two_others_are_all_others() {
	let voters = [says(Aye, 1_000), says(Aye, 1_000), silent(9_000)];
	assert_eq!(ends_without(&lazy(), &voters, &[]), LAZY);
	assert_eq!(ends_without(&lazy(), &voters, &[0]), Rejected);
	let voters = [silent(9_000), says(Aye, 1_000), says(Aye, 1_000)];
	assert_eq!(ends_without(&lazy(), &voters, &[0]), LAZY);
	// If one files it and another gains, there is one other left: only the bar is.
	assert_eq!(ends_without(&lazy(), &voters, &[0, 1]), Rejected);
	let voters = [says(Aye, 5_000), says(Aye, 5_000), silent(9_000)];
	assert_eq!(ends_without(&lazy(), &voters, &[0, 1]), BAR);
}

#[test]
fn in_a_group_of_three_two_expel_the_third() {
	// Whom it concerns is not there: two are left.
	assert_eq!(ends(&rules(Expulsion), &[says(Aye, 1_000), says(Aye, 1_000)]), BAR);
	for other in [says(Nay, 1), says(Abstain, 1), silent(1)] {
		assert_eq!(ends(&rules(Expulsion), &[says(Aye, 9_000), other]), Rejected);
	}
}

#[test]
fn in_a_group_of_three_all_must_be_for_it_on_the_second_route() {
	for track in TRACKS {
		let (mut tally, mut electorate) = poll(&[says(Aye, 1_000); 3]);
		// Somebody's VOTE grew and made the bar too high.
		electorate.votes = votes(7_000, 0, 0);
		let rules = rules(track);
		let weigh = |tally: &Tally| rules.weigh(rules.ends, tally, &electorate, Vec::new);
		assert_eq!(weigh(&tally), Some(SECOND), "{track:?}");
		tally.subtract(&Cast { choice: Aye, class: Worker, weight: 1_000, own: true });
		assert_eq!(weigh(&tally), Some(Rejected), "{track:?}");
	}
}

#[test]
fn two_of_three_block() {
	for track in TRACKS {
		let voters = [says(Aye, 8_000), says(Block, 500), says(Block, 500)];
		assert_eq!(ends(&rules(track), &voters), Blocked, "{track:?}");
	}
}
