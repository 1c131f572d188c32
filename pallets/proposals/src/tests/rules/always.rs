// SPDX-License-Identifier: Apache-2.0

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

fn any_voter() -> impl Strategy<Value = Voter> {
	let weight = prop_oneof![1 => 0..5u64, 3 => 1_000..40_000u64];
	(any_class(), weight, any_choice(), any::<bool>(), prop::bool::weighted(0.8)).prop_map(
		|(class, weight, choice, by_delegate, seasoned)| Voter {
			by_delegate,
			seasoned,
			..silent(weight).of(class).saying(choice)
		},
	)
}

/// Members, one of whom may have filed it.
fn any_voters() -> impl Strategy<Value = Vec<Voter>> {
	let proposer = prop::option::of(any::<prop::sample::Index>());
	(prop::collection::vec(any_voter(), 1..12), proposer).prop_map(|(mut voters, proposer)| {
		if let Some(at) = proposer {
			let at = at.index(voters.len());
			voters[at] = Voter { by_delegate: false, ..voters[at].filed() };
		}
		voters
	})
}

/// Figures as they can be, from one end to the other.
fn any_figures() -> impl Strategy<Value = Figures> {
	let part =
		|of: u8, least: u8, most: u8| (least..=most).prop_map(move |part| Fraction::new(part, of));
	let bars = (part(10, 5, 6), part(15, 9, 12), part(10, 5, 8), part(30, 20, 27));
	let floors = (part(100, 5, 20), part(100, 5, 20), part(100, 5, 50), 5..=33u8);
	let figures =
		(bars, floors).prop_map(|(bars, (floor, grave_floor, expulsion_floor, share))| {
			let (majority, supermajority, second_majority, second_supermajority) = bars;
			Figures {
				majority,
				supermajority,
				second_majority,
				second_supermajority,
				floor,
				grave_floor,
				expulsion_floor,
				blocking_share: Percent::from_percent(share),
				..FIGURES
			}
		});
	prop_oneof![Just(FIGURES), figures]
}

fn any_weights() -> impl Strategy<Value = Option<ClassWeights>> {
	let weights = (0..100u8, 0..100u8, 0..100u8);
	prop::option::of(weights.prop_map(|(workers, users, supporters)| ClassWeights {
		workers,
		users,
		supporters,
	}))
}

/// The rules for what these file, and who decides by them: one more may gain by it, or be concerned.
fn filed(
	track: Track,
	figures: &Figures,
	mut voters: Vec<Voter>,
	out: Option<Voter>,
	(blocked_before, weights): (bool, Option<ClassWeights>),
) -> (Rules<u32>, Vec<Voter>) {
	let by_one_of_them = voters.iter().any(|voter| voter.filed_it);
	let members: Vec<_> = voters.iter().copied().chain(out).collect();
	let concerns = matches!(track, Withdrawal | Expulsion | LostKey);
	let filing = Filing {
		blocked_before,
		concerns_member: concerns && out.is_some(),
		proposer_gains: !concerns && out.is_some() && !by_one_of_them,
		..filing(Roll { weights, ..roll(&members) })
	};
	if track == Withdrawal {
		// The one who loses LOVE is there, and silent.
		voters.extend(out.map(|voter| voter.saying(None)));
	}
	(Rules::new(track, figures, filing), voters)
}

fn any_poll() -> impl Strategy<Value = (Rules<u32>, Vec<Voter>)> {
	let track = prop::sample::select(TRACKS.to_vec());
	let out = prop::option::of(any_voter());
	let more = (any::<bool>(), any_weights());
	(track, any_figures(), any_voters(), out, more)
		.prop_map(|(track, figures, voters, out, more)| filed(track, &figures, voters, out, more))
}

fn any_moment() -> impl Strategy<Value = u32> {
	prop_oneof![
		1 => 0..60 * DAYS,
		2 => prop::sample::select(vec![
			NOW, NOW + 2 * DAYS, NOW + 3 * DAYS, NOW + WEEK, NOW + 2 * WEEK, NOW + 4 * WEEK,
		]),
	]
}

/// How it ends after the second route, where votes went on.
fn again(rules: &Rules<u32>, voters: &[Voter]) -> Outcome {
	let (tally, electorate) = poll(rules, voters);
	rules.weigh_at_the_end(&tally, &electorate)
}

/// Mechanisms, section 6.2 to 6.4, without class weights: in its own words and without any of its types.
fn by_the_book(rules: &Rules<u32>, figures: &Figures, voters: &[Voter]) -> Outcome {
	let who = |test: &dyn Fn(&Voter) -> bool| {
		voters.iter().copied().filter(|voter| test(voter)).collect::<Vec<_>>()
	};
	let weigh = |of: &[Voter]| of.iter().map(|voter| u128::from(voter.weight)).sum::<u128>();
	let fraction = |of: Fraction| (u128::from(of.part), u128::from(of.of));
	let share = |of: u128, whole: u128, least: Fraction| {
		let (part, all) = fraction(least);
		whole > 0 && of * all >= whole * part
	};
	let all = weigh(voters);
	let ayes = who(&|it| it.choice == Some(Aye));
	let nays = who(&|it| matches!(it.choice, Some(Nay | Block)));
	let blocks = who(&|it| it.choice == Some(Block));
	let tenth = Fraction::new(figures.blocking_share.deconstruct(), 100);
	if rules.blocking_share.is_some() && blocks.len() >= 2 && share(weigh(&blocks), all, tenth) {
		return Blocked;
	}

	// Heads.
	let nobody_seasoned = rules.roll.seasoned.heads() == 0;
	let counts = |it: &&Voter| it.seasoned || nobody_seasoned;
	let workers_alone = rules.roll.seasoned.workers >= 3;
	let of_heads = |it: &&Voter| counts(it) && (it.class == Worker || !workers_alone);
	let heads = |of: &[Voter]| of.iter().filter(of_heads).count();
	let seasoned = |of: &[Voter]| of.iter().filter(counts).count();
	let working = |of: &[Voter]| of.iter().filter(counts).filter(|it| it.class == Worker).count();
	let concerned = usize::from(rules.concerns_member);
	let grave = matches!(rules.track, Expulsion | LostKey | Constitution);
	let has_heads = !grave
		|| heads(&ayes) >= 2 * (heads(&nays) + concerned)
			&& seasoned(&ayes) >= seasoned(voters).min(2)
			&& (working(&ayes) > 0 || working(voters) == 0);

	// Others than the proposer. Those who gain are not among the voters at all.
	let filer = voters.iter().filter(|it| it.filed_it).count();
	let missing = usize::from(!rules.proposer_gains && filer == 0);
	let others = (voters.len() - filer).saturating_sub(missing);
	let others = if rules.concerns_member { others.saturating_sub(1) } else { others };
	let in_person = ayes.iter().filter(|it| !it.filed_it && !it.by_delegate).count();
	let disinterested = matches!(rules.track, Work | Care | Withdrawal);
	let has_others = !disinterested || in_person >= others.min(2);

	let (part, of) = fraction(match grave {
		true => figures.supermajority,
		false => figures.majority,
	});
	let bar = match grave {
		true => all > 0 && weigh(&ayes) * of >= all * part,
		false => weigh(&ayes) * of > all * part,
	};
	if bar && has_heads && has_others {
		return BAR;
	}

	let own = match disinterested {
		true => weigh(&ayes) - weigh(&who(&|it| it.filed_it && it.choice == Some(Aye))),
		false => weigh(&ayes),
	};
	let against = weigh(&nays);
	let more = own > against && all > 0;
	let (ratio, floor) = match rules.track {
		LostKey => return Rejected,
		Work if rules.roll.members.heads() < 7 => {
			let enough = in_person >= others.min(if against > 0 { 2 } else { 1 });
			return if more && enough { LAZY } else { Rejected };
		},
		Expulsion => (figures.second_supermajority, figures.expulsion_floor),
		Constitution => (figures.second_supermajority, figures.grave_floor),
		_ => (figures.second_majority, figures.floor),
	};
	let members = rules.roll.members.heads() as usize;
	let least = if members < 6 { members.div_ceil(2) } else { 3 };
	let second = more
		&& share(own, own + against, ratio)
		&& share(weigh(&ayes), all, floor)
		&& ayes.len() >= least
		&& has_heads
		&& has_others;
	if second {
		SECOND
	} else {
		Rejected
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn everything_ends_by_the_book(
		voters in any_voters(),
		track in prop::sample::select(TRACKS.to_vec()),
		figures in any_figures(),
		out in prop::option::of(any_voter()),
		blocked_before: bool,
	) {
		let (rules, voters) = filed(track, &figures, voters, out, (blocked_before, None));
		prop_assert_eq!(ends(&rules, &voters), by_the_book(&rules, &figures, &voters));
	}

	#[test]
	fn nothing_passes_without_its_bar_if_as_much_is_against_it((rules, voters) in any_poll()) {
		let (tally, electorate) = poll(&rules, &voters);
		let more = electorate.compare_to(&tally.ayes, &tally.nays, 1, 1) == Ordering::Greater;
		// Without the proposer it can only be less.
		if !more {
			let outcome = ends(&rules, &voters);
			prop_assert_ne!(outcome, SECOND);
			prop_assert_ne!(outcome, LAZY);
			prop_assert!(!matches!(again(&rules, &voters), Approved(_)));
		}
	}

	#[test]
	fn nothing_passes_that_nobody_is_for((rules, mut voters) in any_poll(), now in any_moment()) {
		for voter in &mut voters {
			voter.choice = voter.choice.filter(|choice| *choice != Aye);
		}
		let outcome = weighed(&rules, now, &voters);
		prop_assert!(!matches!(outcome, Some(Approved(_))), "{outcome:?}");
	}

	#[test]
	fn another_aye_never_harms(
		(rules, voters) in any_poll(),
		now in any_moment(),
		at: prop::sample::Index,
		by_delegate: bool,
	) {
		let mut changed = voters.clone();
		let one = &mut changed[at.index(voters.len())];
		// Somebody who is for it already and says so again, in person, does no harm either.
		let by_delegate = by_delegate && !one.filed_it && one.choice != Some(Aye);
		*one = Voter { by_delegate, ..one.saying(Some(Aye)) };
		let before = weighed(&rules, now, &voters);
		let after = weighed(&rules, now, &changed);
		match before {
			Some(Approved(_)) => prop_assert!(matches!(after, Some(Approved(_))), "{after:?}"),
			Some(Blocked) => {},
			Some(Rejected) => prop_assert_ne!(after, Some(Blocked)),
			_ => prop_assert!(matches!(after, None | Some(BAR)), "{after:?}"),
		}
		if matches!(again(&rules, &voters), Approved(_)) {
			prop_assert!(matches!(again(&rules, &changed), Approved(_)));
		}
	}

	#[test]
	fn no_vote_against_ever_helps_what_it_is_against(
		(rules, voters) in any_poll(),
		now in any_moment(),
		at: prop::sample::Index,
		against in prop::sample::select(vec![Nay, Block]),
		by_delegate: bool,
	) {
		// Whatever it said before, and if it said nothing.
		let mut changed = voters.clone();
		let one = &mut changed[at.index(voters.len())];
		// A member who no longer blocks helps it on, though it is still against it.
		prop_assume!(one.choice != Some(Block));
		*one = Voter { by_delegate, ..one.saying(Some(against)) };
		let before = weighed(&rules, now, &voters);
		let after = weighed(&rules, now, &changed);
		if !matches!(before, Some(Approved(_))) {
			prop_assert!(!matches!(after, Some(Approved(_))), "{before:?} {after:?}");
		}
		if !matches!(again(&rules, &voters), Approved(_)) {
			prop_assert!(!matches!(again(&rules, &changed), Approved(_)));
		}
	}

	#[test]
	fn whoever_abstains_might_as_well_stay_away(
		(rules, voters) in any_poll(),
		now in any_moment(),
	) {
		let with = |choice| {
			let mut changed = voters.clone();
			let said = changed.iter_mut().filter(|it| matches!(it.choice, None | Some(Abstain)));
			said.for_each(|voter| voter.choice = choice);
			weighed(&rules, now, &changed)
		};
		prop_assert_eq!(with(None), with(Some(Abstain)));
	}

	#[test]
	fn whoever_is_for_it_and_has_grown_since_does_not_harm_it(
		(rules, voters) in any_poll(),
		at: prop::sample::Index,
		grown in 1..50_000u64,
	) {
		let (mut voters, at) = (voters.clone(), at.index(voters.len()));
		voters[at].choice = Some(Aye);
		let mut changed = voters.clone();
		changed[at].weight += grown;
		if matches!(ends(&rules, &voters), Approved(_)) {
			prop_assert!(matches!(ends(&rules, &changed), Approved(_)));
		}
	}

	#[test]
	fn time_alone_ends_a_vote_and_changes_nothing_that_passed(
		(rules, voters) in any_poll(),
		mut moments in prop::collection::vec(any_moment(), 2),
	) {
		moments.sort_unstable();
		let [early, late] = [0, 1].map(|at| weighed(&rules, moments[at], &voters));
		if early.is_some() {
			prop_assert_eq!(early, late);
		}
		prop_assert_eq!(late.is_none() && moments[1] >= rules.ends, false);
	}

	#[test]
	fn what_is_told_of_its_parts_is_how_it_ends((rules, voters) in any_poll()) {
		let (tally, electorate) = poll(&rules, &voters);
		let outcome = ends(&rules, &voters);
		let blocked = rules.is_blocked(&tally, &electorate);
		prop_assert_eq!(blocked, outcome == Blocked);
		prop_assert_eq!(rules.reaches_bar(&tally, &electorate) && !blocked, outcome == BAR);
		if matches!(outcome, BAR | SECOND) {
			prop_assert!(rules.has_heads(&tally, &electorate));
			prop_assert!(rules.has_others(&tally, &electorate));
		}
		// What did not pass by its bar passes again if nobody says anything else.
		if outcome != BAR {
			prop_assert_eq!(again(&rules, &voters), outcome);
		}
	}

	#[test]
	fn a_share_does_not_depend_on_the_unit((rules, voters) in any_poll(), times in 1..1_000u64) {
		let larger: Vec<_> = voters
			.iter()
			.map(|voter| Voter { weight: voter.weight * times, ..*voter })
			.collect();
		prop_assert_eq!(ends(&rules, &voters), ends(&rules, &larger));
	}

	#[test]
	fn it_does_not_matter_who_voted_first(
		(rules, voters) in any_poll(),
		shuffled in any::<prop::sample::Index>(),
	) {
		let mut other = voters.clone();
		other.rotate_left(shuffled.index(voters.len()));
		other.reverse();
		prop_assert_eq!(ends(&rules, &voters), ends(&rules, &other));
	}

	#[test]
	fn nothing_overflows(
		track in prop::sample::select([&TRACKS[..], &[Consultation]].concat()),
		lasts: Option<u32>,
		filed: u32,
		at: u32,
		heads in prop::collection::vec(prop_oneof![Just(0), Just(u32::MAX), any::<u32>()], 21),
		weights in prop::collection::vec(prop_oneof![Just(0), Just(u64::MAX), any::<u64>()], 24),
		classes in prop::option::of(prop::array::uniform3(any::<u8>())),
		flags in prop::array::uniform3(any::<bool>()),
	) {
		let by = |from: usize| votes(weights[from], weights[from + 1], weights[from + 2]);
		let many = |from: usize| ByClass {
			workers: heads[from],
			users: heads[from + 1],
			supporters: heads[from + 2],
		};
		let weights = classes
			.map(|[workers, users, supporters]| ClassWeights { workers, users, supporters });
		let [concerns_member, proposer_gains, slow] = flags;
		let roll = Roll {
			filed,
			epoch: u32::MAX,
			members: many(0),
			seasoned: many(3),
			weights,
			..Roll::default()
		};
		let filing =
			Filing { lasts, concerns_member, proposer_gains, slow, ..super::filing(roll) };
		let rules = Rules::new(track, &FIGURES, filing);
		let mut tally = Tally {
			ayes: by(0),
			nays: by(3),
			abstains: by(6),
			blocks: by(9),
			proposer_aye: by(21),
			aye_heads: heads[6],
			other_ayes: heads[7],
			block_heads: heads[8],
			seasoned_ayes: many(9),
			seasoned_nays: many(12),
			..Tally::new(2)
		};
		tally.options.as_mut()[0] = by(12);
		tally.options.as_mut()[1] = by(15);
		let electorate =
			Electorate { votes: by(18), members: many(15), seasoned: many(18), weights };
		let now = rules.weigh(at, &tally, &electorate);
		let answered = matches!(now, Some(Answered(_)));
		prop_assert_eq!(answered, track == Consultation && at >= rules.notice);
		rules.weigh_at_the_end(&tally, &electorate);
		rules.is_backed(&tally);
	}
}
