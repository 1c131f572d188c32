// SPDX-License-Identifier: Apache-2.0

//! Those who gain by work or care have no part in it, and whoever proposes it does not carry it.

use super::*;
use Choice::{Abstain, Aye, Block, Nay};

/// Everything by which Bob gains, and which Alice proposes.
fn for_bob() -> [ProposalId; 3] {
	[
		propose_task(ALICE, task_for(BOB, 180)),
		propose_reward(ALICE, reward(BOB, 180)),
		propose_motion(ALICE, deed_for(Track::Care, &[BOB])),
	]
}

/// The VOTE and the heads of those who could vote.
fn electorate(proposal: ProposalId) -> (VoteBalance, u32) {
	let Standing { electorate, .. } = prospect(proposal);
	(electorate.votes.total(), electorate.members.workers)
}

#[test]
fn who_gains_neither_votes_nor_counts_nor_is_represented() {
	build_and_execute(|| {
		set_vote(BOB, 50_000);
		let proposals = for_bob();
		for proposal in proposals {
			for choice in [Aye, Nay, Block, Abstain] {
				assert_noop!(vote(BOB, proposal, choice), NO_VOICE);
				assert_noop!(vote_by_delegate(BOB, proposal, choice), NO_VOICE);
			}
			assert_eq!(electorate(proposal), (9_000, 9));
			ayes(&[ALICE, CHARLIE, DAVE, EVE, FERDIE], proposal);
		}
		// Five of the nine others, his fifty VOTE notwithstanding.
		run_to_notice(proposals[0]);
		for proposal in proposals {
			assert_eq!(outcome(proposal), BY_BAR);
		}
	});
}

#[test]
fn both_sides_of_a_dispute_have_no_part_in_it() {
	build_and_execute(|| {
		let motion = propose_motion(CHARLIE, deed_for(Track::Work, &[ALICE, BOB]));
		for side in [ALICE, BOB] {
			assert_noop!(vote(side, motion, Aye), NO_VOICE);
			assert_noop!(vote_by_delegate(side, motion, Nay), NO_VOICE);
		}
		assert_eq!(electorate(motion), (8_000, 8));
		// Somebody who has left counts no more for that.
		leave(ALICE);
		assert_eq!(electorate(motion), (8_000, 8));
	});
}

#[test]
fn a_withdrawal_is_not_voted_on_by_whom_it_concerns_who_counts_all_the_same() {
	build_and_execute(|| {
		let motion = propose_motion(ALICE, deed_about(Track::Withdrawal, BOB));
		assert_noop!(vote(BOB, motion, Nay), NO_VOICE);
		assert_eq!(electorate(motion), (10_000, 10));
		ayes(&EVERYBODY[2..7], motion);
		run_to_notice(motion);
		assert_eq!(outcome(motion), None);
		ayes(&[HELEN], motion);
		assert_eq!(outcome(motion), BY_BAR);
	});
}

#[test]
fn somebody_who_gives_up_their_own_love_is_taken_out_of_the_others_once() {
	build_group(3, || {
		let motion = propose_motion(ALICE, deed_about(Track::Withdrawal, ALICE));
		set_vote(BOB, 5_000);
		assert_noop!(vote(ALICE, motion, Aye), NO_VOICE);
		ayes(&[BOB], motion);
		run_to_notice(motion);
		// More than half of all VOTE, and of two others one.
		assert!(!prospect(motion).others_reached);
		assert_eq!(outcome(motion), None);
		ayes(&[CHARLIE], motion);
		assert_eq!(outcome(motion), BY_BAR);
	});
}

/// What Alice proposes on each track where two others must say so themselves.
fn disinterested() -> [ProposalId; 3] {
	[Track::Work, Track::Care, Track::Withdrawal].map(moved)
}

#[test]
fn by_the_bar_two_others_must_say_so_themselves() {
	build_and_execute(|| {
		set_votes(&[50_000, 1_000, 1_000, 1_000]);
		let proposals = disinterested();
		for proposal in proposals {
			ayes(&[ALICE, BOB], proposal);
			// Members who let a delegate vote say nothing themselves.
			assert_ok!(vote_by_delegate(CHARLIE, proposal, Aye));
			assert_ok!(vote_by_delegate(DAVE, proposal, Aye));
			let Prospect { bar_reached, others_reached, .. } = *prospect(proposal);
			assert!(!bar_reached && !others_reached);
		}
		run_to_notice(proposals[1]);
		for proposal in &proposals[..2] {
			assert_eq!(outcome(*proposal), None);
			ayes(&[CHARLIE], *proposal);
			assert_eq!(outcome(*proposal), BY_BAR);
		}
		run_to_notice(proposals[2]);
		assert_eq!(outcome(proposals[2]), None);
		ayes(&[CHARLIE], proposals[2]);
		assert_eq!(outcome(proposals[2]), BY_BAR);
	});
}

#[test]
fn at_the_end_two_others_must_say_so_themselves() {
	build_and_execute(|| {
		let short = disinterested();
		let enough = [Track::Work, Track::Care, Track::Withdrawal]
			.map(|track| propose_motion(BOB, deed(track)));
		for proposal in short {
			ayes(&[ALICE, BOB], proposal);
			for who in [CHARLIE, DAVE] {
				assert_ok!(vote_by_delegate(who, proposal, Aye));
			}
		}
		for proposal in enough {
			ayes(&[ALICE, CHARLIE], proposal);
			assert_ok!(vote_by_delegate(DAVE, proposal, Aye));
		}
		run_to_end(short[0]);
		for proposal in short {
			assert_eq!(outcome(proposal), REJECTED);
		}
		for proposal in enough {
			assert_eq!(outcome(proposal), AT_THE_END);
		}
	});
}

/// One other is enough by lazy consensus, or two if anybody is against it.
#[test]
fn lazily_it_takes_one_other_or_two_if_anybody_is_against_it() {
	let mut found = vec![];
	for (against, others, by_delegate, expected) in [
		(None, &[CHARLIE][..], false, LAZILY),
		(None, &[CHARLIE], true, REJECTED),
		(Some(Abstain), &[CHARLIE], false, LAZILY),
		(Some(Nay), &[CHARLIE], false, REJECTED),
		(Some(Block), &[CHARLIE], false, REJECTED),
		(Some(Nay), &[CHARLIE, DAVE], false, LAZILY),
		(Some(Block), &[CHARLIE, DAVE], false, LAZILY),
		(Some(Nay), &[CHARLIE, DAVE], true, REJECTED),
	] {
		build_group(6, || {
			// So much more weight is for it that it is about heads.
			set_vote(CHARLIE, 1_500);
			set_vote(FERDIE, 3_000);
			let proposal = propose_task(ALICE, task_for(BOB, 180));
			for who in others {
				let said = match by_delegate {
					true => vote_by_delegate(*who, proposal, Aye),
					false => vote(*who, proposal, Aye),
				};
				assert_ok!(said);
			}
			if let Some(choice) = against {
				vote_all(&[EVE], proposal, choice);
			}
			run_to_end(proposal);
			found.push((outcome(proposal), expected));
		});
	}
	for (found, expected) in found {
		assert_eq!(found, expected);
	}
}

#[test]
fn off_the_bar_the_proposers_own_aye_helps_the_floor_alone() {
	for track in [Track::Work, Track::Care, Track::Withdrawal] {
		// Two thousand against one are two thirds; Alice's five thousand are no help.
		for (nay, expected) in [(1_000, AT_THE_END), (1_001, REJECTED)] {
			build_and_execute(|| {
				set_votes(&[5_000, 500, 1_000, 1_000, nay, 30_000]);
				let proposal = moved(track);
				ayes(&[ALICE, CHARLIE, DAVE], proposal);
				nays(&[EVE], proposal);
				run_to_end(proposal);
				assert_eq!(outcome(proposal), expected, "{track:?}: {nay}");
			});
		}
		// A tenth of all with hers, and much less without.
		for (rest, expected) in [(63_000, AT_THE_END), (63_001, REJECTED)] {
			build_and_execute(|| {
				set_votes(&[5_000, rest, 1_000, 1_000, 0, 0, 0, 0, 0, 0]);
				let proposal = moved(track);
				ayes(&[ALICE, CHARLIE, DAVE], proposal);
				run_to_end(proposal);
				assert_eq!(outcome(proposal), expected, "{track:?}: {rest}");
			});
		}
		// By the bar it counts like any other.
		build_and_execute(|| {
			set_votes(&[5_000, 6_999, 1_000, 1_000, 0, 0, 0, 0, 0, 0]);
			let proposal = moved(track);
			ayes(&[ALICE, CHARLIE, DAVE], proposal);
			run_to_notice(proposal);
			assert_eq!(outcome(proposal), BY_BAR, "{track:?}");
		});
	}
	// Nor by lazy consensus.
	for (nay, expected) in [(1_999, LAZILY), (2_000, REJECTED)] {
		build_group(6, || {
			set_votes(&[5_000, 10_000, 1_000, 1_000, nay, 0]);
			let proposal = propose_task(ALICE, task(180));
			ayes(&[ALICE, CHARLIE, DAVE], proposal);
			nays(&[EVE], proposal);
			run_to_end(proposal);
			assert_eq!(outcome(proposal), expected, "{nay}");
		});
	}
}

#[test]
fn where_nobody_gains_the_proposers_aye_is_one_of_many() {
	for track in [Track::Admission, Track::Fund] {
		build_and_execute(|| {
			set_votes(&[5_000, 500, 1_000, 1_000, 3_500, 30_000]);
			let proposal = moved(track);
			ayes(&[ALICE, CHARLIE, DAVE], proposal);
			nays(&[EVE], proposal);
			run_to_end(proposal);
			assert_eq!(outcome(proposal), AT_THE_END, "{track:?}");
		});
	}
}

#[test]
fn who_proposes_for_itself_is_silent_and_needs_two_others() {
	build_and_execute(|| {
		let one = propose_reward(ALICE, reward(ALICE, 180));
		let two = propose_reward(ALICE, reward(ALICE, 180));
		for proposal in [one, two] {
			assert_noop!(vote(ALICE, proposal, Aye), NO_VOICE);
			assert_eq!(electorate(proposal), (9_000, 9));
		}
		set_vote(BOB, 20_000);
		ayes(&[BOB], one);
		ayes(&[BOB, CHARLIE], two);
		run_to_notice(two);
		assert_eq!((outcome(one), outcome(two)), (None, BY_BAR));
	});
}

/// Delegates let nobody be two (attacks, P8): those for whom the proposer votes are not its two others.
#[test]
fn a_proposer_does_not_bring_its_two_others_along() {
	build_and_execute(|| {
		let reward = propose_reward(ALICE, reward(BOB, 180));
		ayes(&[ALICE], reward);
		for who in &EVERYBODY[2..] {
			assert_ok!(vote_by_delegate(*who, reward, Aye));
		}
		run_to_notice(reward);
		assert_eq!(outcome(reward), None);
		// One of them speaks for themselves, and then another.
		ayes(&[CHARLIE], reward);
		assert_eq!(outcome(reward), None);
		ayes(&[DAVE], reward);
		assert_eq!(outcome(reward), BY_BAR);
	});
}

/// What passed without its bar is not for whoever wanted it to do, as they said Aye to it.
#[test]
fn an_open_task_that_passed_without_its_bar_is_not_for_its_proposer() {
	let for_its_proposer = |task| match ordered(task).worker {
		Worker::Applicants { orderer_too } => orderer_too,
		Worker::Named(_) => panic!("it is open to applicants"),
	};
	build_and_execute(|| {
		let task = propose_task(ALICE, Task { time: 200_000, ..task(180) });
		ayes(&[BOB, CHARLIE, DAVE], task);
		confirm(task);
		assert!(!for_its_proposer(task));
	});
	build_group(6, || {
		let task = propose_task(ALICE, task(180));
		ayes(&[BOB, CHARLIE], task);
		run_to_end(task);
		assert_ok!(advance(task));
		assert!(!for_its_proposer(task));
	});
	build_and_execute(|| {
		assert!(for_its_proposer(funded(ALICE, task(180))));
		// Nobody pays for their own work.
		assert!(!for_its_proposer(funded(ALICE, own_task(180))));
	});
}
