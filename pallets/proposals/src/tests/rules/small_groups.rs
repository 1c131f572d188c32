// SPDX-License-Identifier: Apache-2.0

//! Groups of one to seven: what they can decide, and what they can still decide while some sleep.

use super::*;

const VOTE: u64 = 1_000;

/// What a small group decides.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Matter {
	/// Work for whoever applies.
	OpenTask,
	/// A task or reward for another member.
	RewardOfAnother,
	/// A reward of whoever proposes it.
	OwnReward,
	/// LOVE for another member.
	Grant,
	/// LOVE taken from another member.
	Taking,
	/// An admission, or money of the fund.
	Usual,
	/// A figure, or the statute.
	Figure,
	/// Somebody is expelled.
	Expelling,
	/// Somebody who lost its key.
	Key,
}

use Matter::{Expelling, Figure, Grant, Key, OpenTask, OwnReward, RewardOfAnother, Taking, Usual};

const MATTERS: [Matter; 9] =
	[OpenTask, RewardOfAnother, OwnReward, Grant, Taking, Usual, Figure, Expelling, Key];

/// The rules of a matter among so many equal workers, and those who can vote on it. The first proposed it,
/// unless it is for its own good.
fn group(matter: Matter, members: usize) -> (Rules<u32>, Vec<Voter>) {
	let mut voters = vec![silent(VOTE); members];
	voters[0] = voters[0].filed();
	let others = &voters[1..];
	match matter {
		OpenTask => (rules_of(Work, &voters), voters),
		RewardOfAnother => (rules_of(Work, &voters), voters[..members - 1].to_vec()),
		OwnReward => (rules_for_oneself(Work, others), others.to_vec()),
		Grant => (rules_of(Care, &voters), voters[..members - 1].to_vec()),
		Taking => (rules_about(Withdrawal, silent(VOTE), others), voters),
		Usual => (rules_of(Fund, &voters), voters),
		Figure => (rules_of(Constitution, &voters), voters),
		Expelling => (rules_about(Expulsion, silent(VOTE), others), voters[..members - 1].to_vec()),
		Key => (rules_about(LostKey, silent(VOTE), others), voters[..members - 1].to_vec()),
	}
}

/// How many must be for it if all others say this; none if it never passes.
fn least(matter: Matter, members: usize, others_say: Option<Choice>) -> Option<usize> {
	let (rules, voters) = group(matter, members);
	// The one who loses LOVE is the last one, and says nothing.
	let can = voters.len() - usize::from(matter == Taking);
	let passes = |ayes: &usize| {
		let mut voters = voters.clone();
		for (at, voter) in voters.iter_mut().enumerate().take(can) {
			*voter = voter.saying(if at < *ayes { Some(Aye) } else { others_say });
		}
		matches!(ends(&rules, &voters), Approved(_))
	};
	(0..=can).find(passes)
}

#[test]
fn what_a_small_group_decides_with_sleepers_and_with_opponents() {
	// For each matter how many must be for it if all others sleep, and if all others are against it. The
	// proposer is the first of them, but for a reward of its own. What passes by its bar waits for no end.
	let never = (None, None);
	let n = |asleep, against| (Some(asleep), Some(against));
	let table = [
		// Open task, another's reward, own reward, grant, withdrawal, usual, figure, expulsion, lost key.
		(1, [n(1, 1), never, never, never, never, n(1, 1), n(1, 1), never, never]),
		(2, [n(2, 2), n(1, 1), n(1, 1), n(1, 1), never, n(1, 2), n(2, 2), never, never]),
		(3, [n(2, 3), n(2, 2), n(1, 2), n(2, 2), n(2, 2), n(2, 2), n(2, 2), n(2, 2), n(2, 2)]),
		(4, [n(2, 3), n(2, 3), n(1, 2), n(3, 3), n(3, 3), n(2, 3), n(2, 3), n(2, 3), n(2, 3)]),
		(5, [n(2, 3), n(2, 3), n(1, 3), n(3, 3), n(3, 3), n(3, 3), n(3, 4), n(3, 4), n(3, 4)]),
		(6, [n(2, 4), n(2, 3), n(1, 3), n(3, 3), n(3, 4), n(3, 4), n(3, 4), n(3, 4), n(4, 4)]),
		(7, [n(3, 4), n(3, 4), n(3, 4), n(3, 4), n(3, 4), n(3, 4), n(3, 5), n(3, 5), n(4, 5)]),
	];
	for (members, row) in table {
		for (matter, expected) in MATTERS.into_iter().zip(row) {
			// One alone has nobody to reward, expel or give its account back to.
			if members == 1 && ![OpenTask, Usual, Figure].contains(&matter) {
				continue;
			}
			let found = [None, Some(Nay)].map(|others| least(matter, members, others));
			assert_eq!(found, [expected.0, expected.1], "{matter:?} of {members}");
		}
	}
}

#[test]
fn whoever_sleeps_never_makes_it_harder_than_whoever_is_against_it() {
	for members in 1..=9 {
		for matter in MATTERS {
			if members == 1 && ![OpenTask, Usual, Figure].contains(&matter) {
				continue;
			}
			let [asleep, absent, against, blocking] = [None, Some(Abstain), Some(Nay), Some(Block)]
				.map(|others| least(matter, members, others).unwrap_or(usize::MAX));
			assert!(asleep == absent && asleep <= against && against <= blocking, "{matter:?}");
		}
	}
}

/// How few workers and users must be for it, if all others are silent: every choice of which none is more
/// than another.
fn fewest(
	matter: Matter,
	group: (usize, usize),
	weights: Option<ClassWeights>,
) -> Vec<(usize, usize)> {
	let (workers, users) = group;
	let members = [vec![silent(VOTE); workers], vec![silent(VOTE).of(User); users]].concat();
	let track = if matter == Figure { Constitution } else { Fund };
	let mut rules = rules_of(track, &members);
	rules.roll.weights = weights;
	let passes = |(w, u): (usize, usize)| {
		let mut voters = members.clone();
		voters[..w].fill(says(Aye, VOTE));
		voters[workers..workers + u].fill(says(Aye, VOTE).of(User));
		matches!(ends(&rules, &voters), Approved(_))
	};
	let all = (0..=workers).flat_map(|w| (0..=users).map(move |u| (w, u)));
	let passing: Vec<_> = all.filter(|choice| passes(*choice)).collect();
	let least = |(w, u): &(usize, usize)| {
		!passing.iter().any(|(x, y)| (x, y) != (w, u) && x <= w && y <= u)
	};
	passing.iter().filter(|choice| least(choice)).copied().collect()
}

#[test]
fn what_a_small_group_of_workers_and_users_decides() {
	// So many workers and users; the fewest of both that must be for it while the others sleep, where all
	// VOTE counts the same, and where workers are 60 parts of 100 and users 40, as far as they are five.
	let stakes = Some(ClassWeights { workers: 60, users: 40, supporters: 0 });
	for (group, matter, alike, by_class) in [
		((1, 1), Usual, &[(0, 1), (1, 0)][..], &[(0, 1), (1, 0)][..]),
		((1, 1), Figure, &[(1, 1)][..], &[(1, 1)][..]),
		((1, 2), Usual, &[(0, 2), (1, 1)][..], &[(0, 2), (1, 0)][..]),
		((1, 2), Figure, &[(1, 1)][..], &[(1, 1)][..]),
		((2, 1), Usual, &[(1, 1), (2, 0)][..], &[(1, 1), (2, 0)][..]),
		((2, 1), Figure, &[(1, 1), (2, 0)][..], &[(1, 1), (2, 0)][..]),
		((2, 2), Usual, &[(0, 2), (1, 1), (2, 0)][..], &[(0, 2), (1, 1), (2, 0)][..]),
		((2, 2), Figure, &[(1, 1), (2, 0)][..], &[(1, 1), (2, 0)][..]),
		((1, 3), Usual, &[(0, 2), (1, 1)][..], &[(0, 2), (1, 0)][..]),
		((1, 3), Figure, &[(1, 1)][..], &[(1, 1)][..]),
		((2, 4), Usual, &[(0, 3), (1, 2), (2, 1)][..], &[(0, 3), (1, 2), (2, 0)][..]),
		((2, 4), Figure, &[(1, 2), (2, 1)][..], &[(1, 2), (2, 1)][..]),
		(
			(3, 3),
			Usual,
			&[(0, 3), (1, 2), (2, 1), (3, 0)][..],
			&[(0, 3), (1, 2), (2, 1), (3, 0)][..],
		),
		((3, 3), Figure, &[(1, 2), (2, 1), (3, 0)][..], &[(1, 2), (2, 1), (3, 0)][..]),
		((2, 5), Usual, &[(0, 3), (1, 2), (2, 1)][..], &[(0, 3), (1, 2), (2, 0)][..]),
		((2, 5), Figure, &[(1, 2), (2, 1)][..], &[(1, 2), (2, 1)][..]),
		(
			(3, 4),
			Usual,
			&[(0, 3), (1, 2), (2, 1), (3, 0)][..],
			&[(0, 3), (1, 2), (2, 1), (3, 0)][..],
		),
		((3, 4), Figure, &[(1, 2), (2, 1), (3, 0)][..], &[(1, 2), (2, 1), (3, 0)][..]),
		((1, 6), Usual, &[(0, 3), (1, 2)][..], &[(0, 3), (1, 0)][..]),
		((1, 6), Figure, &[(1, 2)][..], &[(1, 1)][..]),
	] {
		assert_eq!(fewest(matter, group, None), alike, "{matter:?} of {group:?}");
		assert_eq!(fewest(matter, group, stakes), by_class, "{matter:?} of {group:?}, by class");
	}
}

#[test]
fn one_alone_decides_everything() {
	for track in [Work, Care, Admission, Fund, Constitution] {
		let alone = |choice: Option<Choice>| {
			let voters = [silent(VOTE).filed().saying(choice)];
			ends(&rules_of(track, &voters), &voters)
		};
		assert_eq!(alone(Some(Aye)), BAR, "{track:?}");
		for choice in [Some(Nay), Some(Block), Some(Abstain), None] {
			assert_eq!(alone(choice), Rejected, "{track:?}");
		}
	}
}

#[test]
fn nobody_alone_rewards_itself() {
	for track in [Work, Care] {
		assert_eq!(ends(&rules_for_oneself(track, &[]), &[]), Rejected, "{track:?}");
	}
}

#[test]
fn in_a_group_of_two_the_heavier_decides_usual_matters() {
	for track in [Admission, Fund] {
		let two = |one: Voter, other: Voter| ends(&rules_of(track, &[one, other]), &[one, other]);
		assert_eq!(two(says(Aye, 1_001), says(Nay, 1_000)), BAR);
		assert_eq!(two(says(Aye, 1_000), says(Nay, 1_000)), Rejected);
		assert_eq!(two(says(Aye, 1_001), silent(1_000)), BAR);
		// The lighter one alone does at the end, unless the other minds.
		assert_eq!(two(says(Aye, 1_000), silent(1_000)), SECOND);
		assert_eq!(two(says(Aye, 1_000), says(Abstain, 9_000)), SECOND);
		assert_eq!(two(says(Aye, 1_000), silent(9_001)), Rejected);
		assert_eq!(two(says(Aye, 1_000), says(Nay, 501)), BAR);
		assert_eq!(two(says(Aye, 1_000), says(Nay, 1_001)), Rejected);
	}
}

#[test]
fn in_a_group_of_two_both_decide_grave_matters() {
	let two =
		|one: Voter, other: Voter| ends(&rules_of(Constitution, &[one, other]), &[one, other]);
	assert_eq!(two(says(Aye, 9_000), says(Aye, 1)), BAR);
	// A user is as much as a worker.
	assert_eq!(two(says(Aye, 9_000), says(Aye, 1).of(User)), BAR);
	for other in [says(Nay, 1), says(Block, 1), says(Abstain, 1), silent(1)] {
		assert_eq!(two(says(Aye, 9_000), other), Rejected, "{other:?}");
		assert_eq!(two(says(Aye, 9_000), other.of(User)), Rejected, "{other:?}");
	}
	// Members who are not seasoned are not asked, nor do they decide.
	assert_eq!(two(says(Aye, 9_000), says(Nay, 1).fresh()), BAR);
	assert_eq!(two(says(Nay, 1), says(Aye, 9_000).fresh()), Rejected);
}

#[test]
fn in_a_group_of_two_nobody_is_expelled() {
	for track in [Expulsion, LostKey] {
		for other in [says(Aye, 9_000), says(Aye, 9_000).of(User), says(Aye, 9_000).fresh()] {
			for concerned in [silent(1), silent(1).fresh(), silent(1).of(User)] {
				let rules = rules_about(track, concerned, &[other]);
				assert_eq!(ends(&rules, &[other]), Rejected, "{track:?}");
			}
		}
	}
}

#[test]
fn in_a_group_of_two_lazy_consensus_takes_the_other() {
	// The other is for it, and weighs less than half.
	let voters = [silent(3_000).filed(), says(Aye, 1_000)];
	assert_eq!(ends(&rules_of(Work, &voters), &voters), LAZY);
	let voters = [says(Aye, 1_000).filed(), silent(3_000)];
	assert_eq!(ends(&rules_of(Work, &voters), &voters), Rejected);
}

#[test]
fn in_a_group_of_three_one_other_is_enough_unless_somebody_minds() {
	let ended = |voters: &[Voter]| ends(&rules_of(Work, voters), voters);
	let proposer = says(Aye, 1_000).filed();
	assert_eq!(ended(&[proposer, says(Aye, 1_000), silent(9_000)]), LAZY);
	assert_eq!(ended(&[proposer, says(Aye, 1_000), says(Abstain, 9_000)]), LAZY);
	assert_eq!(ended(&[proposer, says(Aye, 1_000), says(Nay, 1)]), Rejected);
	assert_eq!(ended(&[proposer, silent(1_000), silent(1_000)]), Rejected);
	assert_eq!(ended(&[proposer.saying(Some(Nay)), says(Aye, 9_000), says(Aye, 1)]), BAR);
	// If one files it and another gains, there is one other left.
	let gains = [proposer, says(Aye, 1_000), silent(9_000)];
	assert_eq!(ends(&rules_of(Work, &gains), &gains[..2]), BAR);
	let gains = [proposer, silent(1_000), silent(9_000)];
	assert_eq!(ends(&rules_of(Work, &gains), &gains[..2]), Rejected);
}

#[test]
fn in_a_group_of_three_two_expel_the_third() {
	// The member it concerns is not there: two are left.
	let ended = |two: &[Voter]| ends(&rules_about(Expulsion, silent(9_000), two), two);
	assert_eq!(ended(&[says(Aye, 1_000), says(Aye, 1_000)]), BAR);
	for other in [says(Nay, 1), says(Abstain, 1), silent(1)] {
		assert_eq!(ended(&[says(Aye, 9_000), other]), Rejected);
	}
}

#[test]
fn in_a_group_of_three_two_are_enough_on_the_second_route() {
	// One has nearly all the VOTE, and does not vote.
	let voters = [says(Aye, 1_000), says(Aye, 1_000), silent(5_000)];
	for track in [Admission, Fund, Constitution, Care] {
		assert_eq!(ends(&rules_of(track, &voters), &voters), SECOND, "{track:?}");
		let alone = [says(Aye, 1_000), silent(1_000), silent(5_000)];
		assert_eq!(ends(&rules_of(track, &alone), &alone), Rejected, "{track:?}");
	}
}

#[test]
fn two_of_three_block() {
	for track in [Work, Care, Admission, Fund, Constitution] {
		let voters = [says(Aye, 8_000), says(Block, 500), says(Block, 500)];
		assert_eq!(ends(&rules_of(track, &voters), &voters), Blocked, "{track:?}");
	}
	let two = [says(Block, 500), says(Block, 500)];
	for track in [Expulsion, LostKey] {
		assert_eq!(ends(&rules_about(track, silent(8_000), &two), &two), Blocked, "{track:?}");
	}
}

#[test]
fn sleepers_stop_a_group_of_six_or_seven_in_nothing_that_two_or_three_are_for() {
	// Those who sleep have nine tenths of all VOTE less a unit: what is for it is just a tenth, or a fifth.
	for (members, awake) in [(6, 3), (7, 3)] {
		let voters = |floor: u64| {
			let asleep = (100 - floor) * VOTE;
			let mut voters = say(Aye, floor * VOTE, awake);
			voters.push(silent(asleep));
			voters.extend(vec![silent(0); members - voters.len()]);
			voters
		};
		for (track, floor) in [(Admission, 10), (Fund, 10), (Constitution, 12)] {
			let least = voters(floor);
			assert_eq!(ends(&rules_of(track, &least), &least), SECOND, "{track:?} of {members}");
			let less = voters(floor - 1);
			assert_eq!(ends(&rules_of(track, &less), &less), Rejected, "{track:?} of {members}");
		}
	}
}
