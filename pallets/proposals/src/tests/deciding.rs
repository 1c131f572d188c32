//! How votes decide, to a unit.

use super::*;

/// What decides more than half, of the motions.
const ORDINARY: [Track; 6] =
	[Track::Work, Track::Care, Track::Withdrawal, Track::Admission, Track::LostKey, Track::Fund];

/// What takes two thirds.
const GRAVE: [Track; 2] = [Track::Expulsion, Track::Constitution];

/// What Kevin moves, who says nothing on it and gains nothing by it.
pub(super) fn moved_on(track: Track) -> ProposalId {
	if !remembered::Classes::contains_key(KEVIN) {
		join(KEVIN, Class::Worker);
		set_vote(KEVIN, 0);
	}
	propose_motion(KEVIN, deed(track))
}

/// How a motion on this track has ended when its notice is over, after these votes.
pub(super) fn at_notice(
	track: Track,
	weights: &[VoteBalance],
	votes: &[Choice],
) -> Option<Outcome> {
	decided(track, weights, votes, run_to_notice)
}

/// The same at its end.
pub(super) fn at_end(track: Track, weights: &[VoteBalance], votes: &[Choice]) -> Option<Outcome> {
	decided(track, weights, votes, run_to_end)
}

fn decided(
	track: Track,
	weights: &[VoteBalance],
	votes: &[Choice],
	until: fn(ProposalId),
) -> Option<Outcome> {
	let mut found = None;
	build_and_execute(|| {
		set_votes(weights);
		let proposal = moved_on(track);
		for (who, choice) in EVERYBODY.into_iter().zip(votes) {
			assert_ok!(vote(who, proposal, *choice));
		}
		until(proposal);
		found = outcome(proposal);
		// What is said to be decided, and nothing else, is what advancing it does.
		match found {
			None => {
				assert_noop!(advance(proposal), Error::<Test>::NotDue);
			},
			Some(outcome) => {
				assert_ok!(advance(proposal));
				match outcome {
					Outcome::Approved(route) => assert_eq!(self::route(proposal), Some(route)),
					Outcome::Rejected => assert_eq!(end(proposal), Some(End::Rejected)),
					Outcome::Blocked => assert_eq!(end(proposal), Some(End::Blocked)),
					Outcome::Answered(_) => panic!("it was no question"),
				}
			},
		}
	});
	found
}

/// Ten members of this weight together, of which the first has `one` and the second `other`.
fn of_all(all: VoteBalance, one: VoteBalance, other: VoteBalance) -> [VoteBalance; 10] {
	let mut weights = [0; 10];
	(weights[0], weights[1], weights[9]) = (one, other, all - one - other);
	weights
}

use Choice::{Abstain, Aye, Block, Nay};

#[test]
fn an_ordinary_bar_is_more_than_half_of_all_vote() {
	for track in ORDINARY {
		// On a lost key the notice lasts until the end.
		let short = if track == Track::LostKey { REJECTED } else { None };
		// Of 10.000 VOTE: half of it less a thousandth, half of it, and a thousandth more.
		for (other, outcome) in [(999, short), (1_000, short), (1_001, BY_BAR)] {
			let found = at_notice(track, &of_all(10_000, 4_000, other), &[Aye, Aye]);
			assert_eq!(found, outcome, "{track:?}: {other}");
		}
		assert_eq!(at_notice(track, &of_all(10_000, 5_001, 0), &[Aye]), BY_BAR, "{track:?}");
	}
}

#[test]
fn a_grave_bar_is_two_thirds_of_all_vote() {
	for track in GRAVE {
		for (one, other, outcome) in
			[(3_000, 2_999, None), (3_000, 3_000, BY_BAR), (3_000, 3_001, BY_BAR)]
		{
			let found = at_notice(track, &of_all(9_000, one, other), &[Aye, Aye]);
			assert_eq!(found, outcome, "{track:?}: {one} and {other}");
		}
	}
}

#[test]
fn a_grave_matter_takes_two_workers() {
	for track in GRAVE {
		// One worker with nine tenths of all VOTE is not enough, two are.
		let weights = of_all(10_000, 8_000, 1_000);
		assert_eq!(at_notice(track, &weights, &[Aye]), None);
		assert_eq!(at_end(track, &weights, &[Aye]), REJECTED);
		assert_eq!(at_notice(track, &weights, &[Aye, Aye]), BY_BAR);
	}
	// Anything else takes no heads for its bar.
	assert_eq!(at_notice(Track::Fund, &of_all(10_000, 8_000, 1_000), &[Aye]), BY_BAR);
}

#[test]
fn a_grave_matter_takes_more_workers_for_than_against() {
	let weights = [4_000, 4_000, 10, 10, 10, 10, 10, 10, 10, 10];
	for track in GRAVE {
		for (votes, outcome) in [
			(&[Aye, Aye, Nay][..], BY_BAR),
			(&[Aye, Aye, Nay, Nay], None),
			(&[Aye, Aye, Nay, Block], None),
			(&[Aye, Aye, Nay, Nay, Abstain, Abstain], None),
			(&[Aye, Aye, Nay, Nay, Aye], BY_BAR),
		] {
			assert_eq!(at_notice(track, &weights, votes), outcome, "{track:?}: {votes:?}");
		}
	}
}

#[test]
fn only_workers_are_counted_by_head() {
	for track in GRAVE {
		build_with(&[ALICE], || {
			for (who, class) in [
				(BOB, Class::User),
				(CHARLIE, Class::User),
				(DAVE, Class::Supporter),
				(EVE, Class::User),
			] {
				join(who, class);
			}
			pass_blocks(1u32);
			// All but the one worker are for it.
			let without = propose_motion(BOB, deed(track));
			ayes(&[BOB, CHARLIE, DAVE, EVE], without);
			// The one worker and three others: where there is only one, one worker is enough.
			let with = propose_motion(BOB, deed(track));
			ayes(&[ALICE, BOB, CHARLIE, DAVE], with);
			nays(&[EVE], with);
			run_to_notice(with);
			assert_eq!(outcome(with), BY_BAR);
			assert_eq!(outcome(without), None);
			run_to_end(without);
			assert_eq!(outcome(without), REJECTED);
		});
	}
}

#[test]
fn without_the_bar_it_takes_two_thirds_of_those_who_voted() {
	for track in ORDINARY {
		for (last, outcome) in [(1_000, AT_THE_END), (999, REJECTED)] {
			let weights = [500, 500, last, 500, 500, 7_000, 0, 0, 0, 0];
			let found = at_end(track, &weights, &[Aye, Aye, Aye, Nay, Nay]);
			assert_eq!(found, outcome, "{track:?}: {last}");
		}
	}
}

#[test]
fn a_grave_matter_takes_three_quarters_of_those_who_voted() {
	for track in GRAVE {
		for (last, outcome) in [(2_000, AT_THE_END), (1_999, REJECTED)] {
			let weights = [500, 500, last, 1_000, 6_000, 0, 0, 0, 0, 0];
			let found = at_end(track, &weights, &[Aye, Aye, Aye, Nay]);
			assert_eq!(found, outcome, "{track:?}: {last}");
		}
	}
}

#[test]
fn a_grave_matter_takes_the_workers_also_at_the_end() {
	for track in GRAVE {
		// Plenty of weight, but as many workers against it as for it.
		let weights = [1_000, 1_000, 1_000, 10, 10, 10, 7_000, 0, 0, 0];
		assert_eq!(at_end(track, &weights, &[Aye, Aye, Aye, Nay, Nay, Nay]), REJECTED);
		assert_eq!(at_end(track, &weights, &[Aye, Aye, Aye, Nay, Nay]), AT_THE_END);
	}
}

#[test]
fn without_the_bar_fifteen_percent_must_have_voted() {
	for track in MOTIONS {
		for (last, outcome) in [(500, AT_THE_END), (499, REJECTED)] {
			let weights = [500, 500, last, 8_500 + 500 - last, 0, 0, 0, 0, 0, 0];
			assert_eq!(at_end(track, &weights, &[Aye, Aye, Aye]), outcome, "{track:?}: {last}");
		}
		// Whoever abstains was there, too; and so was whoever is against it.
		for other in [Abstain, Nay] {
			let weights = [400, 400, 400, 300, 8_500, 0, 0, 0, 0, 0];
			assert_eq!(at_end(track, &weights, &[Aye, Aye, Aye, other]), AT_THE_END);
		}
	}
}

#[test]
fn without_the_bar_three_members_are_for_it() {
	for track in MOTIONS {
		let weights = [2_000, 2_000, 1, 5_999, 0, 0, 0, 0, 0, 0];
		assert_eq!(at_end(track, &weights, &[Aye, Aye]), REJECTED, "{track:?}");
		assert_eq!(at_end(track, &weights, &[Aye, Aye, Abstain]), REJECTED, "{track:?}");
		assert_eq!(at_end(track, &weights, &[Aye, Aye, Aye]), AT_THE_END, "{track:?}");
	}
}

#[test]
fn without_the_bar_it_takes_until_the_end() {
	build_and_execute(|| {
		let proposal = moved_on(Track::Fund);
		ayes(&EVERYBODY[..5], proposal);
		run_to_block(rules(proposal).ends - 1);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		run_to_end(proposal);
		assert_ok!(advance(proposal));
		assert_eq!(route(proposal), Some(Route::Second));
	});
}

#[test]
fn a_tie_fails() {
	for track in MOTIONS {
		let weights = [1_000; 10];
		let found = at_end(track, &weights, &[Aye, Aye, Aye, Aye, Nay, Nay, Nay, Nay]);
		assert_eq!(found, REJECTED, "{track:?}");
	}
	// Half for it and half against it.
	let half = [Aye, Aye, Aye, Aye, Aye, Nay, Nay, Nay, Nay, Nay];
	assert_eq!(at_end(Track::Fund, &[1_000; 10], &half), REJECTED);
}

#[test]
fn where_nobody_votes_nothing_passes() {
	for track in MOTIONS {
		assert_eq!(at_end(track, &[1_000; 10], &[]), REJECTED, "{track:?}");
		assert_eq!(at_end(track, &[1_000; 10], &[Abstain; 10]), REJECTED, "{track:?}");
	}
}

#[test]
fn where_nobody_has_a_vote_nothing_passes() {
	for track in MOTIONS {
		assert_eq!(at_end(track, &[0; 10], &[]), REJECTED, "{track:?}");
	}
	build_and_execute(|| {
		set_votes(&[0; 10]);
		let [task, question] = [propose_task(ALICE, task(180)), ask(ALICE, &["yes", "no"])];
		run_to_end(task);
		assert_eq!((outcome(task), outcome(question)), (REJECTED, Some(Outcome::Answered(None))));
	});
}

/// When what is approved on a track begins to hold, and until when, if it is approved now.
fn times(track: Track, by_bar: bool) -> (BlockNumber, BlockNumber) {
	let mut times = (0, 0);
	build_and_execute(|| {
		let proposal = moved_on(track);
		match by_bar {
			true => {
				ayes(&EVERYBODY, proposal);
				run_to_notice(proposal);
			},
			false => {
				ayes(&EVERYBODY[..5], proposal);
				run_to_end(proposal);
			},
		}
		events();
		pass_blocks(3u32);
		assert_ok!(advance(proposal));
		let Stage::Approved { route, from, until } = stage(proposal) else {
			panic!("it is approved")
		};
		assert_eq!(route, if by_bar { Route::Bar } else { Route::Second });
		assert_eq!(events(), [Event::Approved { proposal, route, from, until }]);
		times = (from - now(), until - from);
	});
	times
}

#[test]
fn what_is_approved_waits_as_long_as_its_track_says() {
	let (day, epoch) = (u64::from(DAY), u64::from(EPOCH));
	for (track, wait) in [
		(Track::Work, 0),
		(Track::Care, 0),
		(Track::Withdrawal, 0),
		(Track::Admission, 0),
		(Track::Expulsion, 0),
		(Track::LostKey, 0),
		(Track::Fund, day),
		(Track::Constitution, epoch),
	] {
		assert_eq!(times(track, true), (wait, 2 * epoch), "{track:?}");
		// What passed without its bar waits for an epoch, whatever it is.
		if track != Track::Constitution {
			assert_eq!(times(track, false), (epoch, 2 * epoch), "{track:?}");
		}
	}
}

#[test]
fn work_that_passed_without_its_bar_is_funded_after_an_epoch() {
	build_and_execute(|| {
		let task = propose_task(ALICE, task(180));
		ayes(&EVERYBODY[1..5], task);
		run_to_end(task);
		events();
		assert_ok!(advance(task));
		let Stage::Approved { from, until, .. } = stage(task) else { panic!("it is approved") };
		let route = Route::Second;
		assert_eq!(events(), [Event::Approved { proposal: task, route, from, until }]);
		for wait in [0, u64::from(EPOCH) - 1] {
			run_to_block(from - u64::from(EPOCH) + wait);
			idle(Weight::MAX);
			assert_noop!(advance(task), Error::<Test>::NotDue);
		}
		run_to_block(from);
		assert_ok!(advance(task));
		let deadline = from + 1_000;
		assert_eq!(events(), [Event::Funded { proposal: task, amount: 100, deadline }]);
	});
}

#[test]
fn who_gains_by_it_is_not_counted_without_the_bar() {
	build_and_execute(|| {
		// Alice proposes what Bob gains by: 40 % of all, but it takes two others.
		let [none, one, two] = [(); 3].map(|()| {
			let about = deed_about(Track::Care, None, Some(BOB));
			propose_motion(ALICE, about)
		});
		ayes(&[ALICE, BOB], none);
		ayes(&[ALICE, BOB, CHARLIE], one);
		ayes(&[ALICE, BOB, CHARLIE, DAVE], two);
		run_to_end(two);
		assert_eq!((outcome(none), outcome(one), outcome(two)), (REJECTED, REJECTED, AT_THE_END));
	});
}

#[test]
fn the_weight_of_who_gains_by_it_is_not_counted_either() {
	build_and_execute(|| {
		set_vote(ALICE, 5_000);
		set_vote(CHARLIE, 2_000);
		set_vote(JUDY, 20_000);
		// Three thousandths against one and a half are two thirds; Alice's five thousand are no help.
		for (nay, outcome) in [(1_500, AT_THE_END), (1_501, REJECTED)] {
			let about = deed_about(Track::Care, None, Some(BOB));
			let proposal = propose_motion(ALICE, about);
			set_vote(EVE, nay);
			ayes(&[ALICE, BOB, CHARLIE, DAVE], proposal);
			nays(&[EVE], proposal);
			run_to_end(proposal);
			assert_eq!(self::outcome(proposal), outcome, "{nay}");
		}
	});
}

#[test]
fn who_proposes_for_itself_is_left_out_once() {
	build_and_execute(|| {
		set_vote(ALICE, 3_000);
		let proposal = propose_reward(ALICE, reward(ALICE, 180));
		ayes(&[ALICE, BOB, CHARLIE], proposal);
		nays(&[DAVE], proposal);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), AT_THE_END);
	});
}

#[test]
fn who_gains_by_it_counts_against_it_and_for_the_turnout() {
	build_and_execute(|| {
		let [against, abstaining] = [(); 2].map(|()| propose_task(ALICE, task_for(BOB, 180)));
		nays(&[BOB], against);
		ayes(&[CHARLIE, DAVE, EVE], against);
		vote_all(&[BOB], abstaining, Abstain);
		ayes(&[CHARLIE, DAVE, EVE], abstaining);
		set_vote(JUDY, 10_000);
		run_to_end(against);
		// Three against one are enough, two against one would be, and so is the turnout of 4 of 19.
		assert_eq!((outcome(against), outcome(abstaining)), (AT_THE_END, AT_THE_END));
		set_vote(JUDY, 17_666);
		assert_eq!((outcome(against), outcome(abstaining)), (AT_THE_END, AT_THE_END));
		set_vote(JUDY, 17_667);
		assert_eq!((outcome(against), outcome(abstaining)), (REJECTED, REJECTED));
	});
}

#[test]
fn with_the_bar_everybody_counts() {
	build_and_execute(|| {
		set_votes(&[4_000, 4_000, 500, 500, 500, 500, 0, 0, 0, 0]);
		let proposal = propose_task(ALICE, task_for(BOB, 180));
		ayes(&[ALICE, BOB], proposal);
		run_to_notice(proposal);
		assert_eq!(outcome(proposal), BY_BAR);
	});
}

#[test]
fn on_other_tracks_who_gains_by_it_counts() {
	for track in MOTIONS.into_iter().filter(|it| !matches!(it, Track::Work | Track::Care)) {
		build_and_execute(|| {
			let proposal = propose_motion(ALICE, deed_about(track, None, Some(BOB)));
			ayes(&[ALICE, BOB, CHARLIE], proposal);
			nays(&[DAVE], proposal);
			run_to_end(proposal);
			assert_eq!(outcome(proposal), AT_THE_END, "{track:?}");
		});
	}
}

#[test]
fn what_is_rejected_may_be_filed_again_at_once() {
	build_and_execute(|| {
		let proposal = moved_on(Track::Fund);
		nays(&EVERYBODY, proposal);
		run_to_end(proposal);
		events();
		assert_ok!(advance(proposal));
		assert_eq!(events(), [Event::Rejected { proposal }]);
		assert_eq!(end(proposal), Some(End::Rejected));
		assert_ne!(rules(moved_on(Track::Fund)).block, None);
	});
}

#[test]
fn shares_are_measured_by_the_weights_of_classes_when_it_was_filed() {
	build_with(&EVERYBODY[..5], || {
		govern(|parameters| parameters.lazy_below = 0);
		for who in [FERDIE, GEORGE, HELEN, IVAN, JUDY] {
			join(who, Class::User);
			set_vote(who, 10_000);
		}
		pass_blocks(1u32);
		set_class_weights(60, 40, 0);
		let by_class = propose_task(ALICE, task(180));
		remembered::ClassWeight::kill();
		let by_head = propose_task(ALICE, task(180));
		for proposal in [by_class, by_head] {
			ayes(&EVERYBODY[..5], proposal);
		}
		run_to_notice(by_class);
		// All workers are 60 %, or five of 55 VOTE.
		assert_eq!((outcome(by_class), outcome(by_head)), (BY_BAR, None));
	});
}

#[test]
fn nothing_is_due_before_its_time_and_nothing_twice() {
	build_and_execute(|| {
		assert_noop!(advance(1), Error::<Test>::NoSuchProposal);
		let proposal = moved_on(Track::Fund);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		ayes(&EVERYBODY, proposal);
		run_to_notice(proposal);
		assert_eq!(advance(proposal), Ok(Pays::No.into()));
		// A motion is executed, not advanced.
		for blocks in [0, DAY, EPOCH] {
			pass_blocks(blocks);
			let failed = advance(proposal).expect_err("nothing is due");
			assert_eq!(failed, Error::<Test>::NotDue.into());
			assert_eq!(failed.post_info.pays_fee, Pays::Yes);
		}
	});
}

#[test]
fn what_is_not_executed_in_time_lapses() {
	build_and_execute(|| {
		let proposal = moved_on(Track::Fund);
		pass(proposal);
		let Stage::Approved { until, .. } = stage(proposal) else { panic!("it is approved") };
		run_to_block(until);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		run_to_block(until + 1);
		events();
		assert_eq!(advance(proposal), Ok(Pays::No.into()));
		assert_eq!(events(), [Event::Lapsed { proposal }]);
		assert_eq!(stage(proposal), Stage::Done { end: End::Lapsed, at: until + 1 });
		assert_noop!(execute(proposal), Error::<Test>::WrongStage);
	});
}

#[test]
fn advancing_is_for_anyone_who_signs() {
	build_and_execute(|| {
		let proposal = moved_on(Track::Fund);
		run_to_end(proposal);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Proposals::advance(origin, proposal), DispatchError::BadOrigin);
		}
		assert_ok!(Proposals::advance(signed(STRANGER), proposal));
	});
}
