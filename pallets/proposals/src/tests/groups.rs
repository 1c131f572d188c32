// SPDX-License-Identifier: Apache-2.0

//! Groups of one, two, three, six and seven.

use super::*;

use Choice::{Abstain, Aye, Block, Nay};

/// How it ends in a group of this size, in which everybody has one VOTE, if Alice moves it on this
/// track for Bob and they vote like this, in the order of their names.
fn in_group(size: usize, track: Track, votes: &[Choice]) -> Option<Outcome> {
	group(size, || propose_motion(ALICE, deed(track)), votes)
}

/// The same, if Alice proposes work out of the pool for Bob.
fn work_in_group(size: usize, votes: &[Choice]) -> Option<Outcome> {
	group(size, || propose_task(ALICE, task_for(BOB, 180)), votes)
}

/// The same, if she proposes it for herself.
fn own_work_in_group(size: usize, votes: &[Choice]) -> Option<Outcome> {
	group(size, || propose_task(ALICE, task_for(ALICE, 180)), votes)
}

fn group(size: usize, propose: impl FnOnce() -> ProposalId, votes: &[Choice]) -> Option<Outcome> {
	let mut found = None;
	build_group(size, || {
		let proposal = propose();
		for (who, choice) in EVERYBODY.into_iter().zip(votes) {
			// A member who gains by it has nothing to say.
			if !filed(proposal).interested.contains(&who) {
				assert_ok!(vote(who, proposal, *choice));
			}
		}
		run_to_end(proposal);
		found = outcome(proposal);
		assert_ok!(advance(proposal));
	});
	found
}

/// What has a second route.
fn ordinary() -> impl Iterator<Item = Track> {
	MOTIONS.into_iter().filter(|track| *track != Track::LostKey)
}

#[test]
fn one_member_alone_decides_everything() {
	for track in MOTIONS {
		assert_eq!(in_group(1, track, &[Aye]), BY_BAR, "{track:?}");
		for votes in [&[][..], &[Nay], &[Abstain], &[Block]] {
			assert_eq!(in_group(1, track, votes), REJECTED, "{track:?}: {votes:?}");
		}
	}
	// But on what it gains by: nobody else is there.
	assert_eq!(own_work_in_group(1, &[]), REJECTED);
	build_group(1, || {
		let proposal = propose_task(ALICE, task_for(ALICE, 180));
		assert_noop!(vote(ALICE, proposal, Aye), NO_VOICE);
	});
}

#[test]
fn of_two_both_are_for_it_or_nothing_passes() {
	for track in MOTIONS {
		assert_eq!(in_group(2, track, &[Aye, Aye]), BY_BAR, "{track:?}");
		for votes in [&[Aye, Nay][..], &[Aye, Abstain], &[Aye], &[Abstain, Aye]] {
			let expected = match (track, votes) {
				// Lazily, one of two is enough if it is not the one who proposed it.
				(Track::Work, [Abstain, Aye]) => LAZILY,
				// Of three or fewer, half rounded up are enough at the end: who proposed it counts as a head.
				(Track::Admission | Track::Fund, [Aye, Abstain] | [Aye] | [Abstain, Aye]) => {
					AT_THE_END
				},
				(Track::Care | Track::Withdrawal, [Abstain, Aye]) => AT_THE_END,
				_ => REJECTED,
			};
			assert_eq!(in_group(2, track, votes), expected, "{track:?}: {votes:?}");
		}
		assert_eq!(in_group(2, track, &[Block, Block]), BLOCKED, "{track:?}");
		assert_eq!(in_group(2, track, &[Aye, Block]), REJECTED, "{track:?}");
	}
}

#[test]
fn of_two_work_for_one_is_for_the_other_to_decide() {
	// Bob gains by it, and Alice has proposed it: she is all there is, and her bar is reached.
	assert_eq!(work_in_group(2, &[Aye]), BY_BAR);
	assert_eq!(work_in_group(2, &[Abstain]), REJECTED);
	assert_eq!(work_in_group(2, &[Nay]), REJECTED);
	// Alice gains by what she has proposed: Bob is the other.
	assert_eq!(own_work_in_group(2, &[Abstain, Aye]), BY_BAR);
	assert_eq!(own_work_in_group(2, &[Abstain, Abstain]), REJECTED);
	assert_eq!(own_work_in_group(2, &[Abstain, Nay]), REJECTED);
}

#[test]
fn of_three_work_for_one_is_for_the_others_to_decide() {
	// For Alice, who proposed it: both others, or one if the other is not against it.
	assert_eq!(own_work_in_group(3, &[Abstain, Aye, Aye]), BY_BAR);
	assert_eq!(own_work_in_group(3, &[Abstain, Aye, Abstain]), LAZILY);
	assert_eq!(own_work_in_group(3, &[Abstain, Aye, Nay]), REJECTED);
	assert_eq!(own_work_in_group(3, &[Abstain, Nay, Nay]), REJECTED);
	// Both others must be for it where one is against it, however much VOTE either has.
	build_group(3, || {
		set_vote(BOB, 3_000);
		let proposal = propose_task(ALICE, task_for(ALICE, 180));
		ayes(&[BOB], proposal);
		nays(&[CHARLIE], proposal);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), REJECTED);
	});
	// For Bob: Charlie is the only other.
	assert_eq!(work_in_group(3, &[Aye, Aye, Aye]), BY_BAR);
	assert_eq!(work_in_group(3, &[Abstain, Abstain, Aye]), LAZILY);
	assert_eq!(work_in_group(3, &[Nay, Abstain, Aye]), REJECTED);
	assert_eq!(work_in_group(3, &[Aye, Abstain, Abstain]), REJECTED);
}

#[test]
fn of_three_two_are_a_majority_and_all_of_two_thirds() {
	for track in MOTIONS {
		// Two others than Alice must be for what members could gain by.
		let disinterested = matches!(track, Track::Work | Track::Care | Track::Withdrawal);
		let with_alice = match track {
			Track::Work => LAZILY,
			_ if disinterested => REJECTED,
			_ => BY_BAR,
		};
		assert_eq!(in_group(3, track, &[Aye, Aye]), with_alice, "{track:?}");
		let against = if disinterested { REJECTED } else { BY_BAR };
		assert_eq!(in_group(3, track, &[Aye, Aye, Nay]), against, "{track:?}");
		assert_eq!(in_group(3, track, &[Aye, Aye, Block]), against, "{track:?}");
		assert_eq!(in_group(3, track, &[Abstain, Aye, Aye]), BY_BAR, "{track:?}");
		assert_eq!(in_group(3, track, &[Aye, Nay]), REJECTED, "{track:?}");
		assert_eq!(in_group(3, track, &[Aye, Block, Block]), BLOCKED, "{track:?}");
		assert_eq!(in_group(3, track, &[Aye]), REJECTED, "{track:?}");
	}
}

#[test]
fn of_three_two_expel_the_third_but_neither_one_alone() {
	build_group(3, || {
		let about = || deed_about(Track::Expulsion, CHARLIE);
		let [alone, both] = [(); 2].map(|()| propose_motion(ALICE, about()));
		ayes(&[ALICE], alone);
		ayes(&[ALICE, BOB], both);
		run_to_end(alone);
		assert_eq!((outcome(alone), outcome(both)), (REJECTED, BY_BAR));
	});
}

/// The member it concerns is one head against it, so it takes two.
#[test]
fn of_two_nobody_expels_the_other() {
	for track in [Track::Expulsion, Track::LostKey] {
		build_group(2, || {
			let motion = propose_motion(ALICE, deed_about(track, BOB));
			ayes(&[ALICE], motion);
			run_to_end(motion);
			assert_eq!(outcome(motion), REJECTED, "{track:?}");
		});
	}
}

#[test]
fn of_six_work_passes_lazily() {
	// The proposer is none of the others, nor does their own vote carry it.
	assert_eq!(work_in_group(6, &[Aye, Abstain]), REJECTED);
	assert_eq!(work_in_group(6, &[Abstain, Abstain, Aye]), LAZILY);
	assert_eq!(work_in_group(6, &[Nay, Abstain, Aye, Aye]), LAZILY);
	assert_eq!(work_in_group(6, &[Nay, Abstain, Aye]), REJECTED);
	assert_eq!(work_in_group(6, &[Abstain, Abstain, Aye, Aye, Nay, Nay]), REJECTED);
	assert_eq!(work_in_group(6, &[Aye, Abstain, Aye, Aye, Nay, Nay]), BY_BAR);
	assert_eq!(work_in_group(6, &[Aye, Abstain, Aye, Nay]), REJECTED);
	// Two who block are stronger than any number.
	assert_eq!(work_in_group(6, &[Block, Abstain, Aye, Aye, Aye, Block]), BLOCKED);
	assert_eq!(work_in_group(6, &[Abstain, Abstain, Aye, Aye, Block]), LAZILY);
	assert_eq!(work_in_group(6, &[]), REJECTED);
}

#[test]
fn lazily_the_weight_counts_not_the_heads() {
	for (weight, outcome) in [(2_001, LAZILY), (2_000, REJECTED), (1_999, REJECTED)] {
		build_group(6, || {
			set_vote(CHARLIE, weight - 1_000);
			set_vote(EVE, 2_000);
			set_vote(FERDIE, 3_000);
			let proposal = propose_task(ALICE, task_for(BOB, 180));
			ayes(&[CHARLIE, DAVE], proposal);
			nays(&[EVE], proposal);
			run_to_end(proposal);
			assert_eq!(self::outcome(proposal), outcome, "{weight}");
		});
	}
}

#[test]
fn what_passes_lazily_is_funded_at_once() {
	build_group(6, || {
		let task = propose_task(ALICE, task_for(BOB, 180));
		ayes(&[CHARLIE, DAVE], task);
		run_to_block(rules(task).ends - 1);
		assert_noop!(advance(task), Error::<Test>::NotDue);
		run_to_end(task);
		events();
		assert_ok!(advance(task));
		let (from, until) = (now(), now() + u64::from(2 * EPOCH));
		assert_eq!(
			events(),
			[
				Event::Approved { proposal: task, route: Route::Lazy, from, until },
				Event::Funded { proposal: task, delivery: 1 },
			]
		);
	});
}

#[test]
fn of_seven_work_is_decided_like_all_else() {
	// Six could vote, as Bob gains; three of them are no bar.
	assert_eq!(work_in_group(7, &[Abstain, Abstain, Aye, Aye]), REJECTED);
	assert_eq!(work_in_group(7, &[Aye, Abstain, Aye, Aye]), AT_THE_END);
	assert_eq!(work_in_group(7, &[Nay, Abstain, Aye, Aye]), REJECTED);
	assert_eq!(work_in_group(7, &[Nay, Abstain, Aye, Aye, Aye]), AT_THE_END);
	assert_eq!(work_in_group(7, &[Nay, Abstain, Aye, Aye, Aye, Nay]), REJECTED);
	assert_eq!(work_in_group(7, &[Nay, Abstain, Aye, Aye, Aye, Aye]), BY_BAR);
}

#[test]
fn what_is_not_work_is_decided_alike_in_six_and_in_seven() {
	for track in ordinary().filter(|track| *track != Track::Work) {
		for size in [6, 7] {
			let found = in_group(size, track, &[Abstain, Aye, Aye, Aye]);
			assert_eq!(found, AT_THE_END, "{track:?} of {size}");
			let found = in_group(size, track, &[Abstain, Aye, Aye]);
			assert_eq!(found, REJECTED, "{track:?} of {size}");
		}
	}
}

#[test]
fn a_group_that_grows_meanwhile_decides_as_it_began() {
	build_group(6, || {
		let lazy = propose_task(ALICE, task(180));
		for who in [GEORGE, HELEN, IVAN] {
			join(who, Class::Worker);
		}
		pass_blocks(1u32);
		let usual = propose_task(ALICE, task(180));
		for proposal in [lazy, usual] {
			ayes(&[BOB, CHARLIE], proposal);
		}
		assert_eq!(prospect(lazy).electorate.members.workers, 6);
		run_to_end(lazy);
		assert_eq!((outcome(lazy), outcome(usual)), (LAZILY, None));
		run_to_end(usual);
		assert_eq!(outcome(usual), REJECTED);
	});
}

/// Those who were there at the filing stay the measure, even if they leave.
#[test]
fn where_others_have_left_as_many_must_be_for_it() {
	for track in ordinary() {
		build_group(3, || {
			set_vote(CHARLIE, 4_000);
			let [one, both] = [(); 2].map(|()| propose_motion(CHARLIE, deed(track)));
			leave(CHARLIE);
			ayes(&[ALICE], one);
			ayes(&[ALICE, BOB], both);
			assert_eq!(prospect(one).electorate.votes.total(), 6_000);
			run_to_end(both);
			// What Charlie could have said still counts, so the bar is out of reach.
			let expected = match track {
				Track::Work => (LAZILY, LAZILY),
				// Two of three heads.
				_ => (REJECTED, AT_THE_END),
			};
			assert_eq!((outcome(one), outcome(both)), expected, "{track:?}");
		});
	}
}
