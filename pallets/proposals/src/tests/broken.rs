// SPDX-License-Identifier: Apache-2.0

//! Every invariant fails if it is broken.

use super::*;

/// Something is spoilt, and whoever checks says what.
fn spoilt(expected: &'static str, spoil: impl FnOnce()) {
	new_test_ext(&EVERYBODY).execute_with(|| {
		spoil();
		let found = Proposals::do_try_state();
		assert_eq!(found, Err(TryRuntimeError::Other(expected)));
	});
}

fn change(proposal: ProposalId, change: impl FnOnce(&mut ProposalOf<Test>)) {
	crate::Proposals::<Test>::mutate(proposal, |kept| {
		change(kept.as_mut().expect("the proposal is there"));
	});
}

/// Puts a proposal to another stage, with the history that goes with it.
fn put_to(proposal: ProposalId, stage: StageOf<Test>) {
	change(proposal, |filed| filed.stage = stage.clone());
	Histories::<Test>::try_append(proposal, (now(), stage)).expect("there is room");
}

fn no_longer_open(who: AccountId) {
	OpenBy::<Test>::remove(who);
}

#[test]
fn every_proposal_says_something_and_has_a_number_and_a_history() {
	spoilt("a proposal has a number that was never given", || {
		moved(Track::Fund);
		LastProposal::<Test>::put(0);
	});
	spoilt("a proposal says nothing", || Contents::<Test>::remove(moved(Track::Fund)));
	spoilt("content without a proposal", || {
		let content = Contents::<Test>::get(moved(Track::Fund)).expect("it was filed");
		Contents::<Test>::insert(7, content);
	});
	spoilt("a history does not begin with the vote", || {
		change(moved(Track::Fund), |filed| filed.filed += 1);
	});
	spoilt("a history does not begin with the vote", || {
		Histories::<Test>::remove(moved(Track::Fund));
	});
	spoilt("a history does not end where its proposal is", || {
		let done = Stage::Done { end: End::Rejected, at: now() };
		change(moved(Track::Fund), |filed| filed.stage = done);
	});
	spoilt("a history does not end where its proposal is", || {
		// What passed on the second route is not what is voted on at first.
		let confirming = Stage::Confirming { ends: 7, restarts: 0 };
		change(moved(Track::Fund), |filed| filed.stage = confirming);
	});
	spoilt("a history goes back in time", || {
		let proposal = moved(Track::Fund);
		let voting = Stage::Voting { decided: None };
		Histories::<Test>::try_append(proposal, (1, voting)).expect("there is room");
	});
	spoilt("a history without a proposal", || {
		Histories::<Test>::insert(7, Histories::<Test>::get(moved(Track::Fund)));
	});
}

#[test]
fn every_proposal_is_where_its_kind_can_be() {
	spoilt("what is proposed is something else", || {
		change(moved(Track::Fund), |filed| filed.kind = Kind::Task);
	});
	spoilt("what is no task is done as one", || {
		let motion = moved(Track::Fund);
		no_longer_open(ALICE);
		put_to(motion, Stage::Underway { delivery: 7 });
	});
	spoilt("an option is not counted", || {
		change(ask(ALICE, &["yes", "no"]), |filed| filed.tally = Tally::new(3));
	});
	spoilt("a question decides", || {
		change(ask(ALICE, &["yes", "no"]), |filed| filed.rules.track = Track::Fund);
	});
	spoilt("a question decides", || {
		change(moved(Track::Fund), |filed| filed.rules.track = Track::Consultation);
	});
	spoilt("a question is approved", || {
		let question = ask(ALICE, &["yes", "no"]);
		put_to(question, Stage::Approved { route: Route::Bar, from: 7, until: 8 });
	});
	spoilt("somebody gains by what is meant against a member", || {
		let motion = propose_motion(ALICE, deed_about(Track::Withdrawal, BOB));
		change(motion, |filed| filed.interested = Silent::truncate_from(vec![CHARLIE]));
	});
	for track in [Track::Expulsion, Track::Fund] {
		spoilt("a head is counted for nobody", || {
			let motion = propose_motion(ALICE, deed_about(track, BOB));
			change(motion, |filed| filed.concerns = None);
		});
		spoilt("a head is counted for nobody", || {
			change(moved(track), |filed| filed.concerns = Some(BOB));
		});
	}
	spoilt("a vote ends before its notice", || {
		change(moved(Track::Fund), |filed| filed.rules.ends = filed.rules.notice - 1);
	});
}

#[test]
fn what_is_confirmed_has_a_second_route_and_an_end() {
	spoilt("a vote is put off for ever", || {
		put_to(moved(Track::Fund), Stage::Confirming { ends: 7, restarts: 4 });
	});
	for track in [Track::LostKey, Track::Fund] {
		spoilt("what has no second route is confirmed on it", || {
			let motion = moved(track);
			change(motion, |filed| filed.rules.at_the_end = AtTheEnd::Nothing);
			put_to(motion, Stage::Confirming { ends: 7, restarts: 3 });
		});
	}
	spoilt("what has no second route is confirmed on it", || {
		let motion = moved(Track::Work);
		change(motion, |filed| filed.rules.at_the_end = AtTheEnd::Lazy);
		put_to(motion, Stage::Confirming { ends: 7, restarts: 0 });
	});
}

#[test]
fn what_is_open_of_a_member_is_its_own_and_voted_on() {
	spoilt("an empty list of open proposals", || {
		OpenBy::<Test>::insert(ALICE, BoundedVec::default());
	});
	spoilt("somebody who left has proposals open", || {
		let motion = moved(Track::Fund);
		OpenBy::<Test>::insert(STRANGER, BoundedVec::truncate_from(vec![motion]));
	});
	spoilt("what is open is not there", || {
		OpenBy::<Test>::insert(ALICE, BoundedVec::truncate_from(vec![7]));
	});
	spoilt("somebody else's proposal is open", || {
		let motion = moved(Track::Fund);
		OpenBy::<Test>::insert(BOB, BoundedVec::truncate_from(vec![motion]));
	});
	spoilt("what is decided is open", || {
		put_to(moved(Track::Fund), Stage::Done { end: End::Rejected, at: now() });
	});
}

#[test]
fn nothing_stays_tied_up_for_a_reward() {
	spoilt("a reward was not paid out", || {
		remembered::Escrowed::insert(RuntimeHoldReason::from(HoldReason::Reward), 1);
	});
}

#[test]
fn what_is_remembered_has_happened() {
	spoilt("blocked, and not there", || {
		BlockedBefore::<Test>::insert(H256::zero(), (7, 8));
	});
	spoilt("something was never blocked", || {
		BlockedBefore::<Test>::insert(H256::zero(), (moved(Track::Fund), 8));
	});
	let spent = |epoch, pool, spent, unbarred| {
		PoolSpending::<Test>::put(Spending { epoch, pool, spent, unbarred });
	};
	spoilt("more was spent than there was", || spent(0, 9, 10, 0));
	spoilt("a part was more than the whole", || spent(0, 10, 5, 6));
	spoilt("spent in an epoch to come", || spent(1, 10, 5, 5));
	let error = |proposal| {
		LastErrors::<Test>::insert(proposal, DispatchError::from(Error::<Test>::NotAsFiled));
	};
	spoilt("an error of nothing", || error(7));
	spoilt("what is not approved has failed", || error(moved(Track::Fund)));
	spoilt("what is not approved has failed", || {
		let task = propose_task(ALICE, task(180));
		set_pool(0);
		pass(task);
		assert!(route(task).is_some());
		error(task);
	});
}

#[test]
fn roles_are_what_was_approved_and_no_more() {
	/// A role of three instalments, of which one is under way.
	fn standing() -> ProposalId {
		let role = propose_task(ALICE, Task { instalments: 3, ..task_for(BOB, 180) });
		pass(role);
		role
	}
	fn change_role(proposal: ProposalId, change: impl FnOnce(&mut RoleOf<Test>)) {
		Roles::<Test>::mutate(proposal, |kept| change(kept.as_mut().expect("it stands")));
	}
	fn change_task(proposal: ProposalId, change: impl FnOnce(&mut TaskOf<Test>)) {
		Contents::<Test>::mutate(proposal, |kept| match kept {
			Some(Content { payload: Payload::Task(task), .. }) => change(task),
			_ => panic!("it is a task"),
		});
	}
	spoilt("the roles are miscounted", || {
		standing();
		RoleCount::<Test>::put(2);
	});
	spoilt("a role that nobody proposed", || {
		let role = Roles::<Test>::get(standing()).expect("it stands");
		Roles::<Test>::insert(7, role);
	});
	spoilt("a role that does not stand", || {
		let role = Roles::<Test>::get(standing()).expect("it stands");
		Roles::<Test>::insert(funded(CHARLIE, task(180)), role);
	});
	spoilt("a member pays for a role", || {
		change_task(standing(), |task| task.funding = Funding::Own);
	});
	spoilt("it has no such term", || change_task(standing(), |task| task.instalments = 14));
	spoilt("a role has more instalments than it was approved with", || {
		change_role(standing(), |role| role.left = 4);
	});
	spoilt("a role has more instalments than it was approved with", || {
		change_role(standing(), |role| role.lost = 2);
	});
	spoilt("more is under way than was opened", || {
		change_role(standing(), |role| role.left = 3);
	});
	spoilt("a role is kept for nothing", || {
		change_role(standing(), |role| {
			(role.ended, role.under_way) = (Some(RoleEnd::Decided), Default::default());
		});
	});
	spoilt("an instalment is put off", || change_role(standing(), |role| role.next = 2));
	spoilt("a role stands without a record", || {
		Roles::<Test>::remove(standing());
		RoleCount::<Test>::put(0);
	});
	spoilt("there are too many roles", || {
		for _ in 0..MOST_ROLES {
			standing();
		}
		// One more than can stand is put where a task was approved.
		let (role, more) =
			(Roles::<Test>::get(1).expect("it stands"), propose_task(BOB, task(180)));
		let more = (more, Role { under_way: Default::default(), ..role });
		no_longer_open(BOB);
		change_task(more.0, |task| task.instalments = 3);
		crate::Proposals::<Test>::mutate(more.0, |kept| {
			kept.as_mut().expect("it was filed").boost = None;
		});
		put_to(more.0, Stage::Standing);
		Roles::<Test>::insert(more.0, more.1);
		RoleCount::<Test>::put(MOST_ROLES + 1);
	});
	spoilt("an instalment is under way twice", || {
		let (one, other) = (standing(), standing());
		let under_way = Roles::<Test>::get(one).expect("it stands").under_way;
		change_role(other, |role| role.under_way = under_way);
	});
}

#[test]
fn stakes_are_what_members_have_put_there_and_no_more() {
	/// A task on which Bob has staked 3.00 for it, and Charlie 0.50 against it.
	fn staked() -> ProposalId {
		let task = propose_task(ALICE, task(180));
		for (who, side, amount) in [(BOB, Side::For, 300), (CHARLIE, Side::Against, 50)] {
			assert_ok!(Proposals::stake(signed(who), task, side, amount));
		}
		task
	}
	/// The same, taken back.
	fn settled() -> ProposalId {
		let task = staked();
		assert_ok!(Proposals::withdraw(signed(ALICE), task));
		task
	}
	fn change(proposal: ProposalId, change: impl FnOnce(&mut Boost<BlockNumber>)) {
		crate::Proposals::<Test>::mutate(proposal, |kept| {
			let filed = kept.as_mut().expect("it was filed");
			change(filed.boost.as_mut().expect("it takes stakes"));
		});
	}
	fn change_stake(proposal: ProposalId, change: impl FnOnce(&mut Stake<AccountId>)) {
		Stakes::<Test>::mutate(proposal, BOB as u32, |kept| change(kept.as_mut().expect("his")));
	}
	let left = |left| Phase::Settled { verdict: Verdict::Returned, left };

	spoilt("what is not paid takes stakes", || {
		let motion = moved(Track::Fund);
		crate::Proposals::<Test>::mutate(motion, |kept| {
			let filed = kept.as_mut().expect("it was filed");
			filed.boost = Some(Boost::new(BoostRules::new(&FIGURES)));
		});
	});
	spoilt("stakers are miscounted", || change(staked(), |boost| boost.stakers = 1));
	spoilt("stakes are settled before the vote", || {
		change(staked(), |boost| boost.settle(Verdict::Returned))
	});
	spoilt("there is not enough left for those who claim", || {
		change(settled(), |boost| boost.phase = left(349));
	});
	spoilt("something is left for nobody", || {
		let task = settled();
		for member in [BOB, CHARLIE] {
			Stakes::<Test>::remove(task, member as u32);
		}
		change(task, |boost| boost.stakers = 0);
	});
	spoilt("stakes are open after the vote", || {
		change(settled(), |boost| boost.phase = Phase::Queued);
	});
	spoilt("stakes for it are miscounted", || change(staked(), |boost| boost.up = 299));
	spoilt("those against are miscounted", || change(staked(), |boost| boost.down = 51));
	spoilt("won before it was decided", || change_stake(staked(), |stake| stake.owed = 1));
	spoilt("a boosted vote is put off for ever", || {
		let ends = BlockNumber::MAX;
		change(staked(), |boost| {
			boost.phase = Phase::Boosted { since: TODAY, ends, restarts: 4, late: false };
		});
	});
	spoilt("a stake on nothing", || {
		let stake = Stake { who: BOB, up: 0, down: 0, owed: 0 };
		Stakes::<Test>::insert(99, BOB as u32, stake);
	});
	spoilt("those that are boosted are miscounted", || Boosting::<Test>::put(1));
	spoilt("stakes are not in escrow", || change(settled(), |boost| boost.phase = left(351)));
	spoilt("somebody has something else at stake", || {
		staked();
		remembered::Staked::insert(BOB, 299);
	});
}
