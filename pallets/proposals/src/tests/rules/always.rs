//! What holds whatever the votes are.

use super::*;

fn any_choice() -> impl Strategy<Value = Option<Choice>> {
	prop_oneof![
		3 => Just(Some(Aye)),
		2 => Just(Some(Nay)),
		1 => Just(Some(Abstain)),
		1 => Just(Some(Block)),
		2 => Just(None),
	]
}

fn any_class() -> impl Strategy<Value = Class> {
	prop_oneof![3 => Just(Worker), 1 => Just(User), 1 => Just(Supporter)]
}

fn any_voters() -> impl Strategy<Value = Vec<Voter>> {
	let weight = prop_oneof![1 => 0..5u64, 3 => 1_000..40_000u64];
	prop::collection::vec((any_class(), weight, any_choice()), 1..12)
}

fn any_rules() -> impl Strategy<Value = Rules<u32>> {
	let track = prop::sample::select(TRACKS.to_vec());
	let weights = prop::option::of((0..100u8, 0..100u8, 0..100u8));
	(track, 1..10u32, any::<bool>(), weights).prop_map(
		|(track, members, blocked_before, weights)| {
			let weights = weights.map(|(workers, users, supporters)| ClassWeights {
				workers,
				users,
				supporters,
			});
			Rules::new(track, &PARAMETERS, Filing { blocked_before, weights, ..filing(members) })
		},
	)
}

/// Rules, members, and which of these filed it or gain by it.
fn any_poll() -> impl Strategy<Value = (Rules<u32>, Vec<Voter>, Vec<usize>)> {
	(any_rules(), any_voters()).prop_flat_map(|(rules, voters)| {
		let interested = prop::sample::subsequence(
			(0..voters.len()).collect::<Vec<_>>(),
			0..=2.min(voters.len()),
		);
		(Just(rules), Just(voters), interested)
	})
}

fn casts(voters: &[Voter], interested: &[usize]) -> Vec<Cast> {
	let cast = |at: &usize| {
		let (class, weight, choice) = voters[*at];
		choice.map(|choice| Cast { choice, class, weight, own: true })
	};
	interested.iter().filter_map(cast).collect()
}

fn weighed(
	rules: &Rules<u32>,
	now: u32,
	voters: &[Voter],
	interested: &[usize],
) -> Option<Outcome> {
	let (tally, electorate) = poll(voters);
	let electorate = Electorate { weights: rules.weights, ..electorate };
	rules.weigh(now, &tally, &electorate, || casts(voters, interested))
}

fn any_moment() -> impl Strategy<Value = u32> {
	prop_oneof![
		1 => 0..40 * DAY,
		2 => prop::sample::select(vec![
			NOW, NOW + 2 * DAY, NOW + 3 * DAY, NOW + EPOCH, NOW + 14 * DAY, NOW + 4 * EPOCH,
		]),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(500))]

	#[test]
	fn nothing_passes_without_its_bar_if_as_much_is_against_it(
		(rules, voters, interested) in any_poll(),
	) {
		let (tally, electorate) = poll(&voters);
		let electorate = Electorate { weights: rules.weights, ..electorate };
		let more = electorate.compare_to(&tally.ayes, &tally.nays, 1, 1) == Ordering::Greater;
		let outcome = weighed(&rules, u32::MAX, &voters, &interested);
		// Who gains can only make it less.
		if !more {
			prop_assert_ne!(outcome, Some(SECOND));
			prop_assert_ne!(outcome, Some(LAZY));
		}
	}

	#[test]
	fn nothing_passes_that_nobody_is_for(
		(rules, mut voters, interested) in any_poll(),
		now in any_moment(),
	) {
		for (_, _, choice) in &mut voters {
			*choice = choice.filter(|choice| *choice != Aye);
		}
		let outcome = weighed(&rules, now, &voters, &interested);
		prop_assert!(!matches!(outcome, Some(Approved(_))), "{outcome:?}");
	}

	#[test]
	fn another_aye_never_harms(
		(rules, voters, interested) in any_poll(),
		now in any_moment(),
		at: prop::sample::Index,
	) {
		let mut changed = voters.clone();
		changed[at.index(voters.len())].2 = Some(Aye);
		let before = weighed(&rules, now, &voters, &interested);
		let after = weighed(&rules, now, &changed, &interested);
		match before {
			Some(Approved(_)) => prop_assert!(matches!(after, Some(Approved(_))), "{after:?}"),
			Some(Blocked) => {},
			Some(Rejected) => prop_assert_ne!(after, Some(Blocked)),
			_ => prop_assert!(matches!(after, None | Some(BAR)), "{after:?}"),
		}
	}

	#[test]
	fn another_block_never_helps(
		(rules, voters, interested) in any_poll(),
		now in any_moment(),
		at: prop::sample::Index,
	) {
		let mut changed = voters.clone();
		changed[at.index(voters.len())].2 = Some(Block);
		let before = weighed(&rules, now, &voters, &interested);
		let after = weighed(&rules, now, &changed, &interested);
		// Whoever was not there may make up the turnout.
		if voters[at.index(voters.len())].2.is_some() && !matches!(before, Some(Approved(_))) {
			prop_assert!(!matches!(after, Some(Approved(_))), "{before:?} {after:?}");
		}
	}

	#[test]
	fn time_alone_ends_a_vote_and_changes_nothing_that_passed(
		(rules, voters, interested) in any_poll(),
		mut moments in prop::collection::vec(any_moment(), 2),
	) {
		moments.sort_unstable();
		let [early, late] = [0, 1].map(|at| weighed(&rules, moments[at], &voters, &interested));
		if early.is_some() {
			prop_assert_eq!(early, late);
		}
		prop_assert_eq!(late.is_none() && moments[1] >= rules.ends, false);
	}

	#[test]
	fn what_is_weighed_again_is_the_same_and_a_prospect_agrees(
		(rules, voters, interested) in any_poll(),
		now in any_moment(),
	) {
		let (tally, electorate) = poll(&voters);
		let electorate = Electorate { weights: rules.weights, ..electorate };
		let prospect = rules.prospect(now, &tally, &electorate, casts(&voters, &interested));
		prop_assert_eq!(prospect.now, weighed(&rules, now, &voters, &interested));
		let end = weighed(&rules, rules.ends, &voters, &interested);
		prop_assert_eq!(Some(prospect.at_the_end), end);
		prop_assert_eq!(prospect.blocked, end == Some(Blocked));
		prop_assert_eq!(prospect.bar_reached && !prospect.blocked, end == Some(BAR));
	}

	#[test]
	fn a_share_does_not_depend_on_the_unit(
		(rules, voters, interested) in any_poll(),
		times in 1..1_000u64,
	) {
		let larger: Vec<_> =
			voters.iter().map(|(class, weight, choice)| (*class, weight * times, *choice)).collect();
		prop_assert_eq!(
			weighed(&rules, u32::MAX, &voters, &interested),
			weighed(&rules, u32::MAX, &larger, &interested)
		);
	}

	#[test]
	fn nothing_overflows(
		track in prop::sample::select([&TRACKS[..], &[Consultation]].concat()),
		lasts: Option<u32>,
		now: u32,
		at: u32,
		heads in prop::collection::vec(prop_oneof![Just(0), Just(u32::MAX), any::<u32>()], 6),
		weights in prop::collection::vec(prop_oneof![Just(0), Just(u64::MAX), any::<u64>()], 21),
		classes in prop::option::of(prop::array::uniform3(any::<u8>())),
	) {
		let by = |from: usize| votes(weights[from], weights[from + 1], weights[from + 2]);
		let classes = classes
			.map(|[workers, users, supporters]| ClassWeights { workers, users, supporters });
		let rules = Rules::new(
			track,
			&PARAMETERS,
			Filing { now, lasts, weights: classes, destroyed: by(0), ..filing(heads[0] % 9) },
		);
		let [workers, users, supporters, aye_heads, block_heads, aye_workers] = heads[..] else {
			unreachable!("there are six")
		};
		let mut tally = Tally {
			ayes: by(0),
			nays: by(3),
			abstains: by(6),
			blocks: by(9),
			aye_heads,
			block_heads,
			aye_workers,
			nay_workers: aye_heads,
			..Tally::new(2)
		};
		tally.options.as_mut()[0] = by(12);
		tally.options.as_mut()[1] = by(15);
		let electorate = Electorate {
			votes: by(18),
			members: ByClass { workers, users, supporters },
			weights: classes,
		};
		let gains = Cast { choice: Aye, class: Worker, weight: weights[20], own: true };
		let prospect = rules.prospect(at, &tally, &electorate, vec![gains; 2]);
		let answered = matches!(prospect.at_the_end, Answered(_));
		prop_assert_eq!(answered, track == Consultation);
		prop_assert!(prospect.now.is_none_or(|now| now == prospect.at_the_end));
	}
}
