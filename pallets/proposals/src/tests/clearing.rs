// SPDX-License-Identifier: Apache-2.0

//! How what was done long ago is forgotten.

use super::*;

fn memory() -> u64 {
	FIGURES.memory.into()
}

/// A motion of Alice's that nobody wanted, with these votes.
fn rejected(voters: &[AccountId]) -> ProposalId {
	let proposal = moved(Track::Fund);
	nays(voters, proposal);
	run_to_end(proposal);
	assert_ok!(advance(proposal));
	proposal
}

#[test]
fn what_is_done_is_forgotten_after_a_quarter() {
	build_and_execute(|| {
		let proposal = rejected(&EVERYBODY);
		assert_noop!(clear(proposal), Error::<Test>::NotDue);
		pass_blocks(memory());
		assert_noop!(clear(proposal), Error::<Test>::NotDue);
		pass_blocks(1u32);
		// That is due, and yet not what advancing does.
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		events();
		assert_eq!(clear(proposal), Ok(Pays::No.into()));
		assert_eq!(events(), [Event::Cleared { proposal }]);
		assert_noop!(clear(proposal), Error::<Test>::NoSuchProposal);
		assert!(Proposals::proposal(proposal).is_none());
		// Its number is not given again.
		assert_eq!(moved(Track::Fund), proposal + 1);
	});
}

#[test]
fn what_is_not_done_is_not_forgotten() {
	build_and_execute(|| {
		assert_noop!(clear(1), Error::<Test>::NoSuchProposal);
		let voted_on = moved(Track::Fund);
		let approved = moved(Track::Fund);
		let under_way = funded(BOB, task(180));
		pass(approved);
		pass_blocks(memory() + 1);
		for proposal in [voted_on, approved, under_way] {
			let refused = clear(proposal);
			assert_noop!(refused, Error::<Test>::NotAtThisStage);
			assert_eq!(refused.expect_err("it was refused").post_info.pays_fee, Pays::Yes);
		}
	});
}

#[test]
fn clearing_is_for_anyone_who_signs() {
	build_and_execute(|| {
		let proposal = rejected(&[]);
		pass_blocks(memory() + 1);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(Proposals::clear(origin, proposal), DispatchError::BadOrigin);
		}
		assert_ok!(Proposals::clear(signed(STRANGER), proposal));
	});
}

#[test]
fn votes_are_forgotten_one_hundred_at_a_time() {
	let crowd: Vec<_> = (1_000..1_250).collect();
	build_with(&crowd, || {
		let proposal = propose_motion(crowd[0], deed(Track::Fund));
		nays(&crowd, proposal);
		let other = propose_motion(crowd[1], deed(Track::Fund));
		nays(&crowd[..3], other);
		run_to_end(proposal);
		assert_ok!(advance(proposal));
		pass_blocks(memory() + 1);
		events();
		let ballots = |proposal| remembered::Ballots::iter_key_prefix(proposal).count();
		for left in [150, 50] {
			assert_eq!(clear(proposal), Ok(Pays::No.into()));
			assert_eq!((ballots(proposal), events()), (left, vec![]));
			// Until they are all gone it is there as it was.
			assert_eq!(end(proposal), Some(End::Rejected));
			assert!(Contents::<Test>::contains_key(proposal));
		}
		assert_ok!(clear(proposal));
		assert_eq!((ballots(proposal), events()), (0, vec![Event::Cleared { proposal }]));
		assert_eq!(ballots(other), 3);
	});
}

/// Whether clearing leaves no more than there was before it was filed.
fn assert_traceless(file_and_end: impl FnOnce() -> Vec<ProposalId>) {
	build_and_execute(|| {
		// What is there once, however many proposals there are.
		let first = rejected(&[BOB]);
		idle(Weight::MAX);
		pass_blocks(memory() + 1);
		assert_ok!(clear(first));
		let before = keys();

		let proposals = file_and_end();
		assert!(keys().len() > before.len());
		pass_blocks(memory() + 1);
		for proposal in proposals {
			assert!(end(proposal).is_some(), "it is not done yet");
			assert_ok!(clear(proposal));
		}
		assert_eq!(keys(), before);
	});
}

#[test]
fn a_motion_leaves_nothing_behind() {
	assert_traceless(|| {
		let proposal = moved(Track::Fund);
		pass_and_wait(proposal);
		assert_ok!(execute(proposal));
		vec![proposal]
	});
	assert_traceless(|| {
		let proposal = moved(Track::Fund);
		ayes(&[BOB], proposal);
		assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
		vec![proposal]
	});
	assert_traceless(|| vec![rejected(&EVERYBODY)]);
	assert_traceless(|| {
		let proposal = moved(Track::Fund);
		pass(proposal);
		pass_blocks(4 * EPOCH);
		assert_ok!(advance(proposal));
		vec![proposal]
	});
}

#[test]
fn a_question_leaves_nothing_behind() {
	assert_traceless(|| {
		let question = ask(ALICE, &["yes", "no"]);
		vote_all(&EVERYBODY, question, Choice::Option(1));
		run_to_end(question);
		assert_ok!(advance(question));
		vec![question]
	});
}

#[test]
fn a_task_leaves_nothing_behind() {
	assert_traceless(|| {
		let task = funded(ALICE, own_task(180));
		done(task, BOB, 70);
		vec![task]
	});
	assert_traceless(|| {
		let task = funded(ALICE, task(180));
		given_back(task);
		vec![task]
	});
	assert_traceless(|| {
		let reward = propose_reward(ALICE, reward(BOB, 180));
		pass(reward);
		vec![reward]
	});
}

#[test]
fn what_was_blocked_is_forgotten_with_its_proposal() {
	assert_traceless(|| {
		let proposal = moved(Track::Fund);
		blocks(&[BOB, CHARLIE], proposal);
		run_to_notice(proposal);
		assert_ok!(advance(proposal));
		vec![proposal]
	});
}

#[test]
fn once_that_is_forgotten_a_block_is_a_block_again() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		blocks(&[BOB, CHARLIE], proposal);
		run_to_notice(proposal);
		assert_ok!(advance(proposal));
		pass_blocks(memory() + 1);
		assert_eq!(rules(moved(Track::Fund)).blocking_share, None);
		assert_ok!(clear(proposal));
		assert_eq!(BlockedBefore::<Test>::iter().count(), 0);
		assert_eq!(rules(moved(Track::Fund)).blocking_share, Some(Percent::from_percent(10)));
	});
}

#[test]
fn what_was_blocked_twice_is_remembered_as_long_as_the_later_one() {
	build_and_execute(|| {
		let [one, other] = [ALICE, BOB].map(|who| propose_motion(who, deed(Track::Fund)));
		blocks(&[BOB, CHARLIE], one);
		blocks(&[BOB, CHARLIE], other);
		run_to_notice(one);
		assert_ok!(advance(one));
		pass_blocks(DAY);
		assert_ok!(advance(other));
		let again = now() + u64::from(EPOCH);
		let kept: Vec<_> = BlockedBefore::<Test>::iter_values().collect();
		assert_eq!(kept, [(other, again)]);
		pass_blocks(memory() + 1);
		assert_ok!(clear(one));
		assert_eq!(BlockedBefore::<Test>::iter_values().count(), 1);
		assert_ok!(clear(other));
		assert_eq!(BlockedBefore::<Test>::iter_values().count(), 0);
	});
}

#[test]
fn the_artel_decides_how_long_it_remembers() {
	build_and_execute(|| {
		let proposal = rejected(&[]);
		govern(|figures| figures.memory = EPOCH);
		pass_blocks(EPOCH);
		assert_noop!(clear(proposal), Error::<Test>::NotDue);
		pass_blocks(1u32);
		assert_ok!(clear(proposal));
	});
}
