// SPDX-License-Identifier: Apache-2.0

//! How votes decide, to a unit.

use super::*;

/// What decides more than half, of the motions.
pub(super) const ORDINARY: [Track; 5] =
	[Track::Work, Track::Care, Track::Withdrawal, Track::Admission, Track::Fund];

/// What takes two thirds, and seasoned members by head.
pub(super) const GRAVE: [Track; 3] = [Track::Expulsion, Track::LostKey, Track::Constitution];

/// What passes on the second route; a lost key does not.
pub(super) fn with_second_route() -> impl Iterator<Item = Track> {
	MOTIONS.into_iter().filter(|track| *track != Track::LostKey)
}

/// How it stands when its notice is over and nothing is decided: on a lost key that is the end.
pub(super) fn short_of_it(track: Track) -> Option<Outcome> {
	if track == Track::LostKey {
		REJECTED
	} else {
		None
	}
}

/// Kevin, who has no VOTE and says nothing on what he moves.
fn kevin() -> AccountId {
	if !FakeMembers::is_member(&KEVIN) {
		join(KEVIN, Class::Worker);
		set_vote(KEVIN, 0);
		pass_blocks(1u32);
	}
	KEVIN
}

/// What Kevin moves.
pub(super) fn moved_on(track: Track) -> ProposalId {
	propose_motion(kevin(), deed(track))
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
	decided(track, weights, votes, |proposal| run_to_block(rules(proposal).ends))
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
					// Votes on it go on.
					Outcome::Approved(Route::Second) => {
						assert!(matches!(stage(proposal), Stage::Confirming { .. }));
					},
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
		// Of 10.000 VOTE: half of it less a thousandth, half of it, and a thousandth more.
		for (other, outcome) in [(999, None), (1_000, None), (1_001, BY_BAR)] {
			let found = at_notice(track, &of_all(10_000, 4_000, other), &[Aye, Aye]);
			assert_eq!(found, outcome, "{track:?}: {other}");
		}
	}
}

#[test]
fn a_grave_bar_is_two_thirds_of_all_vote() {
	for track in GRAVE {
		for (other, outcome) in [(2_999, short_of_it(track)), (3_000, BY_BAR), (3_001, BY_BAR)] {
			let found = at_notice(track, &of_all(9_000, 3_000, other), &[Aye, Aye]);
			assert_eq!(found, outcome, "{track:?}: {other}");
		}
	}
}

#[test]
fn one_member_alone_has_the_bar_only_where_it_takes_no_others() {
	for track in MOTIONS {
		// Nine tenths of all VOTE.
		let found = at_notice(track, &of_all(10_000, 9_000, 500), &[Aye]);
		let enough = matches!(track, Track::Admission | Track::Fund);
		assert_eq!(found, if enough { BY_BAR } else { short_of_it(track) }, "{track:?}");
		assert_eq!(at_notice(track, &of_all(10_000, 9_000, 500), &[Aye, Aye]), BY_BAR);
	}
}

#[test]
fn a_grave_matter_takes_twice_as_many_seasoned_workers_for_it_as_against() {
	let weights = [4_000, 4_000, 10, 10, 10, 10, 10, 10, 10, 10];
	for track in GRAVE {
		let short = short_of_it(track);
		for (votes, outcome) in [
			(&[Aye, Aye, Nay][..], BY_BAR),
			(&[Aye, Aye, Nay, Nay], short),
			(&[Aye, Aye, Nay, Block], short),
			(&[Aye, Aye, Nay, Nay, Abstain, Abstain], short),
			(&[Aye, Aye, Nay, Nay, Aye], short),
			(&[Aye, Aye, Nay, Nay, Aye, Aye], BY_BAR),
		] {
			assert_eq!(at_notice(track, &weights, votes), outcome, "{track:?}: {votes:?}");
		}
	}
}

#[test]
fn whom_a_grave_matter_concerns_is_one_head_against_it() {
	for track in GRAVE {
		for (nay, aye, outcome) in
			[(false, false, BY_BAR), (true, false, short_of_it(track)), (true, true, BY_BAR)]
		{
			build_and_execute(|| {
				set_votes(&[4_000, 90_000, 4_000, 10, 10, 10, 10, 10, 10, 10]);
				let proposal = propose_motion(ALICE, deed_about(track, BOB));
				ayes(&[ALICE, CHARLIE], proposal);
				// One against it beside the one whom it concerns takes four who are for it.
				if nay {
					nays(&[DAVE], proposal);
				}
				if aye {
					ayes(&[EVE, FERDIE], proposal);
				}
				run_to_notice(proposal);
				assert_eq!(self::outcome(proposal), outcome, "{track:?}: {nay}, {aye}");
			});
		}
	}
}

#[test]
fn where_fewer_than_three_workers_are_seasoned_all_who_are_seasoned_count_by_head() {
	for track in GRAVE {
		build_with(&[ALICE, BOB], || {
			let users = [CHARLIE, DAVE, EVE, FERDIE, GEORGE];
			users.iter().for_each(|who| found(*who, Class::User));
			pass_blocks(1u32);
			let filed = |ayes: &[AccountId], nays: &[AccountId]| {
				let proposal = propose_motion(BOB, deed(track));
				self::ayes(ayes, proposal);
				self::nays(nays, proposal);
				proposal
			};
			// Five users alone are enough by VOTE, and no worker is among them.
			let no_worker = filed(&users, &[]);
			let with_one = filed(&[ALICE, CHARLIE, DAVE, EVE, FERDIE], &[BOB]);
			run_to_notice(with_one);
			assert_eq!(outcome(with_one), BY_BAR, "{track:?}");
			assert_eq!(outcome(no_worker), short_of_it(track), "{track:?}");
		});
		build_with(&[ALICE, BOB, CHARLIE], || {
			// Where three are, nobody else counts: two of them against one, whatever users say.
			let users = [DAVE, EVE, FERDIE, GEORGE, HELEN];
			users.iter().for_each(|who| found(*who, Class::User));
			set_votes(&[30_000, 10, 10, 10, 10, 10, 10, 10]);
			pass_blocks(1u32);
			let against = propose_motion(ALICE, deed(track));
			let for_it = propose_motion(ALICE, deed(track));
			ayes(&[ALICE, BOB], against);
			nays(&users, against);
			ayes(&[ALICE], for_it);
			ayes(&users, for_it);
			nays(&[BOB], for_it);
			run_to_notice(against);
			assert_eq!(outcome(against), BY_BAR, "{track:?}");
			assert_eq!(outcome(for_it), short_of_it(track), "{track:?}");
		});
	}
}

#[test]
fn newcomers_count_by_head_after_a_season() {
	for track in GRAVE {
		build_with(&EVERYBODY[..4], || {
			let newcomers = [EVE, FERDIE, GEORGE];
			newcomers.iter().for_each(|who| join(*who, Class::Worker));
			join_unbacked(HELEN, Class::Worker);
			pass_blocks(1u32);
			let filed = || {
				let proposal = propose_motion(ALICE, deed(track));
				ayes(&[ALICE, BOB, EVE, FERDIE, GEORGE, HELEN], proposal);
				nays(&[CHARLIE, DAVE], proposal);
				proposal
			};
			// Six of eight have three quarters of all VOTE, and two of the four who count.
			set_epoch(SEASON - 1);
			let early = filed();
			set_epoch(SEASON);
			let later = filed();
			run_to_notice(later);
			assert_eq!(tally(early).seasoned_ayes.workers, 2);
			// Helen counts never, as the seasoned were against her.
			assert_eq!(tally(later).seasoned_ayes.workers, 5);
			assert_eq!(outcome(early), short_of_it(track), "{track:?}");
			assert_eq!(outcome(later), BY_BAR, "{track:?}");
		});
	}
}

#[test]
fn where_nobody_is_seasoned_everybody_counts_by_head() {
	build_with(&[], || {
		EVERYBODY[..3].iter().for_each(|who| join(*who, Class::Worker));
		pass_blocks(1u32);
		let [passes, fails] = [(); 2].map(|()| propose_motion(ALICE, deed(Track::Constitution)));
		set_vote(ALICE, 10_000);
		ayes(&[ALICE, BOB], passes);
		nays(&[CHARLIE], passes);
		ayes(&[ALICE], fails);
		run_to_notice(passes);
		assert_eq!((outcome(passes), outcome(fails)), (BY_BAR, None));
	});
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
	for track in [Track::Expulsion, Track::Constitution] {
		for (last, outcome) in [(1_600, AT_THE_END), (1_599, REJECTED)] {
			let weights = [1_000, 1_000, last, 1_200, 5_200, 0, 0, 0, 0, 0];
			let found = at_end(track, &weights, &[Aye, Aye, Aye, Nay]);
			assert_eq!(found, outcome, "{track:?}: {last}");
		}
	}
}

#[test]
fn a_grave_matter_takes_the_heads_also_at_the_end() {
	for track in [Track::Expulsion, Track::Constitution] {
		// Plenty of weight, but not twice as many for it as against it.
		let weights = [1_200, 1_200, 1_200, 10, 10, 10, 6_000, 0, 0, 0];
		assert_eq!(at_end(track, &weights, &[Aye, Aye, Aye, Nay, Nay]), REJECTED, "{track:?}");
		assert_eq!(at_end(track, &weights, &[Aye, Aye, Aye, Nay]), AT_THE_END, "{track:?}");
	}
}

#[test]
fn a_lost_key_passes_by_its_bar_or_not_at_all() {
	let weights = [1_000, 1_000, 1_000, 1_000, 1_000, 999, 3_001, 0, 0, 0];
	assert_eq!(at_end(Track::LostKey, &weights, &[Aye; 6]), REJECTED);
	let weights = [1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 3_000, 0, 0, 0];
	assert_eq!(at_end(Track::LostKey, &weights, &[Aye; 6]), BY_BAR);
}

/// The worked numbers of mechanisms, section 6.2: so many of 100 000 are for it, so many against it.
#[test]
fn a_tenth_of_all_vote_must_be_for_it_and_no_vote_against_it_helps() {
	let ends = |track, ayes: [VoteBalance; 3], against: VoteBalance, how| {
		let said = ayes.iter().sum::<VoteBalance>() + against;
		let weights = [ayes[0], ayes[1], ayes[2], against, 100_000 - said, 0, 0, 0, 0, 0];
		at_end(track, &weights, &[Aye, Aye, Aye, how])
	};
	for track in ORDINARY {
		let tenth = [4_000, 3_000, 3_000];
		assert_eq!(ends(track, tenth, 5_000, Nay), AT_THE_END, "{track:?}");
		assert_eq!(ends(track, tenth, 5_001, Nay), REJECTED, "{track:?}");
		assert_eq!(ends(track, tenth, 0, Nay), AT_THE_END, "{track:?}");
		for how in [Nay, Abstain] {
			for other in [0, 1, 4_000, 60_000] {
				assert_eq!(ends(track, [3_999, 3_000, 3_000], other, how), REJECTED, "{track:?}");
			}
		}
	}
	let most = [4_000, 4_000, 4_000];
	assert_eq!(ends(Track::Constitution, most, 4_000, Nay), AT_THE_END);
	assert_eq!(ends(Track::Constitution, most, 4_001, Nay), REJECTED);
	assert_eq!(ends(Track::Constitution, [3_999, 4_000, 4_000], 0, Nay), REJECTED);
	// To expel somebody a third of all must be for it.
	assert_eq!(ends(Track::Expulsion, [11_334, 11_000, 11_000], 0, Nay), AT_THE_END);
	assert_eq!(ends(Track::Expulsion, [11_333, 11_000, 11_000], 0, Nay), REJECTED);
}

/// The same from the filing to the deed.
#[test]
fn ten_of_a_hundred_pass_something_if_five_are_against_it() {
	for (against, passes) in [(5_000, true), (5_001, false)] {
		build_and_execute(|| {
			set_votes(&[4_000, 3_000, 3_000, against, 85_000 - against, 0, 0, 0, 0, 5_000]);
			let proposal = propose_motion(JUDY, deed(Track::Admission));
			ayes(&[ALICE, BOB, CHARLIE], proposal);
			nays(&[DAVE], proposal);
			run_to_end(proposal);
			assert_ok!(advance(proposal));
			if !passes {
				assert_eq!(end(proposal), Some(End::Rejected));
				return;
			}
			run_to_end(proposal);
			assert_ok!(advance(proposal));
			assert_eq!(route(proposal), Some(Route::Second));
			assert_ok!(execute(proposal));
			assert_eq!(deeds().len(), 1);
		});
	}
}

#[test]
fn without_the_bar_three_members_are_for_it() {
	for track in with_second_route() {
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
		assert_eq!(stage(proposal), Stage::Confirming { ends: now() + 7 * 14_400, restarts: 0 });
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
		assert_eq!(at_end(track, &[0; 10], &[Aye; 10]), REJECTED, "{track:?}");
	}
	build_and_execute(|| {
		set_votes(&[0; 10]);
		let [task, question] = [propose_task(ALICE, task(180)), ask(ALICE, &["yes", "no"])];
		run_to_end(task);
		assert_eq!((outcome(task), outcome(question)), (REJECTED, Some(Outcome::Answered(None))));
	});
}

/// When what is approved on a track begins to hold, and until when, counted from when somebody says that
/// it is approved.
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
				assert_ok!(advance(proposal));
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
		// What passed without its bar has waited for an epoch already, while votes went on.
		if track != Track::LostKey {
			assert_eq!(times(track, false), (0, 2 * epoch), "{track:?}");
		}
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
		assert_ne!(rules(moved_on(Track::Fund)).blocking_share, None);
	});
}

#[test]
fn shares_are_measured_by_the_weights_of_classes_when_it_was_filed() {
	build_with(&EVERYBODY[..5], || {
		govern(|figures| figures.lazy_below = 0);
		for who in [FERDIE, GEORGE, HELEN, IVAN, JUDY] {
			found(who, Class::User);
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
		assert_eq!(events(), [Event::Lapsed { proposal, last_error: None }]);
		assert_eq!(stage(proposal), Stage::Done { end: End::Lapsed, at: until + 1 });
		assert_noop!(execute(proposal), Error::<Test>::NotAtThisStage);
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
