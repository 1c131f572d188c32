// SPDX-License-Identifier: Apache-2.0

//! What members do with proposals, told from the beginning to the end.

use super::*;

const ANNA: AccountId = ALICE;
const BORIS: AccountId = BOB;
const CLARA: AccountId = CHARLIE;
const TOM: AccountId = DAVE;
const DORA: AccountId = EVE;

/// Four members, and Dora who would like to be one.
fn story(test: impl FnOnce()) {
	build_with(&[ANNA, BORIS, CLARA, TOM], test);
}

/// Everybody but Tom is for it, if it is not theirs to gain by, and somebody advances it when its notice
/// is over.
fn vote_for(proposal: ProposalId) {
	let interested = filed(proposal).interested;
	let voters = [ANNA, BORIS, CLARA].into_iter().filter(|who| !interested.contains(who));
	ayes(&voters.collect::<Vec<_>>(), proposal);
	run_to_notice(proposal);
	assert_ok!(advance(proposal));
}

#[test]
fn a_task_from_the_idea_to_the_payment() {
	story(|| {
		// Three hours of gardening out of the pool, open to whoever applies.
		let garden = propose_task(ANNA, task(180));
		vote_for(garden);
		assert_eq!((pool(), escrowed()), (POOL - 100, 100));

		// Tom has done it well enough for all but a tenth.
		pass_blocks(500u32);
		done(garden, TOM, 90);
		assert_eq!((wallet(TOM), pool(), escrowed()), (WALLET + 90, POOL - 90, 0));
		assert_eq!(end(garden), Some(End::Settled(quality(90))));
	});
}

#[test]
fn a_newcomer_is_admitted_by_a_motion_that_anyone_executes_for_free() {
	story(|| {
		let admit = propose_motion(CLARA, deed(Track::Admission));
		vote_for(admit);
		let done = Proposals::execute(signed(DORA), admit).expect("it is due");
		assert_eq!(done.pays_fee, Pays::No);
		// Those who have long belonged stood behind her.
		let origin = Origin { track: Track::Admission, backed: true, support: Support::Bar };
		assert_eq!(deeds(), [OriginCaller::Proposals(origin)]);
	});
}

#[test]
fn what_few_have_decided_is_stopped_by_those_who_wake_up() {
	build_and_execute(|| {
		let motion = propose_motion(ANNA, deed(Track::Fund));
		ayes(&[ANNA, BORIS, CLARA], motion);
		run_to_end(motion);
		assert_ok!(advance(motion));
		// A week is left to the others, who hear of it by and by.
		pass_blocks(DAY);
		nays(&[TOM, DORA, FERDIE], motion);
		run_to_end(motion);
		assert_ok!(advance(motion));
		assert_eq!(end(motion), Some(End::Rejected));
	});
}

#[test]
fn the_artel_asks_itself_a_question() {
	story(|| {
		let question = ask(ANNA, &["a bakery", "a laundry", "nothing"]);
		vote_all(&[ANNA, BORIS], question, Choice::Option(0));
		vote_all(&[CLARA], question, Choice::Option(1));
		assert_ok!(vote(BORIS, question, Choice::Option(1)));
		run_to_end(question);
		assert_ok!(advance(question));
		assert_eq!(end(question), Some(End::Answered(Some(1))));
	});
}

#[test]
fn work_that_was_done_already_is_rewarded() {
	story(|| {
		let roof = propose_reward(TOM, reward(TOM, 540));
		vote_for(roof);
		assert_eq!((wallet(TOM), pool()), (WALLET + 300, POOL - 300));
		assert_eq!(end(roof), Some(End::Settled(Quality::WHOLE)));
	});
}
