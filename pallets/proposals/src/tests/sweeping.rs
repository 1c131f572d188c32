// SPDX-License-Identifier: Apache-2.0

//! What idle blocks do by themselves.

use super::*;

const PLENTY: Weight = Weight::MAX;

fn begin() -> Weight {
	<Test as Config>::WeightInfo::sweep_begin()
}

fn look() -> Weight {
	<Test as Config>::WeightInfo::sweep_one()
}

fn act() -> Weight {
	Proposals::weight_to_advance()
}

/// What must be left for an idle block to look at a proposal: it may be advanced, or forgotten.
fn whole() -> Weight {
	look() + act().max(Proposals::weight_to_clear())
}

/// So many motions of so many members on this track, all of them voted on.
fn many(count: usize, track: Track) -> Vec<ProposalId> {
	(0..count).map(|at| propose_motion(EVERYBODY[at % 10], deed(track))).collect()
}

fn is_over(proposal: &&ProposalId) -> bool {
	end(**proposal).is_some()
}

#[test]
fn an_idle_block_does_what_is_due() {
	build_and_execute(|| {
		let question = ask(ALICE, &["yes", "no"]);
		let task = propose_task(ALICE, task(180));
		let motion = propose_motion(BOB, deed(Track::Fund));
		ayes(&EVERYBODY[..6], task);
		idle(PLENTY);
		for proposal in [question, task, motion] {
			assert_eq!(stage(proposal), Stage::Voting { decided: None });
		}
		run_to_notice(task);
		events();
		idle(PLENTY);
		assert!(is_under_way(task));
		assert!(matches!(
			events()[..],
			[Event::Approved { proposal: 2, .. }, Event::Funded { proposal: 2, delivery: 1 }]
		));
		// What becomes of that is no matter of an idle block's here.
		given_back(task);
		run_to_end(question);
		idle(PLENTY);
		assert_eq!(end(question), Some(End::Answered(None)));
		assert_eq!(end(task), Some(End::Returned));
		run_to_end(motion);
		idle(PLENTY);
		assert_eq!(end(motion), Some(End::Rejected));
		assert_eq!(Proposals::active(0), []);
	});
}

#[test]
fn an_idle_block_lets_lapse_and_leaves_what_is_under_way() {
	build_and_execute(|| {
		let task = funded(ALICE, task(180));
		let motion = moved(Track::Fund);
		pass(motion);
		idle(PLENTY);
		assert!(route(motion).is_some());
		pass_blocks(3 * EPOCH);
		idle(PLENTY);
		assert_eq!(end(motion), Some(End::Lapsed));
		assert!(is_under_way(task));
	});
}

#[test]
fn an_idle_block_sees_to_it_that_what_passed_at_the_end_is_confirmed() {
	build_and_execute(|| {
		let [kept, task] = [moved(Track::Fund), propose_task(ALICE, task(180))];
		let lost = propose_motion(BOB, deed(Track::Fund));
		for proposal in [kept, task, lost] {
			ayes(&EVERYBODY[1..5], proposal);
		}
		run_to_end(kept);
		idle(PLENTY);
		let ends = now() + u64::from(EPOCH);
		for proposal in [kept, task, lost] {
			assert_eq!(stage(proposal), Stage::Confirming { ends, restarts: 0 });
		}
		nays(&EVERYBODY[5..8], lost);
		run_to_block(ends - 1);
		let looks = [begin() + look() * 3, begin() + look() * 4];
		assert!(looks.contains(&idle(PLENTY)), "nothing was due");
		run_to_block(ends);
		idle(PLENTY);
		assert_eq!((route(kept), end(lost)), (Some(Route::Second), Some(End::Rejected)));
		assert!(is_under_way(task));
	});
}

#[test]
fn an_idle_block_executes_no_motion() {
	build_and_execute(|| {
		let motion = moved(Track::Fund);
		pass_and_wait(motion);
		idle(PLENTY);
		// There is nothing to do but to look, and to look whether there is another one.
		assert_eq!(idle(PLENTY), begin() + look() * 2);
		assert!(route(motion).is_some());
		assert_eq!(deeds(), []);
	});
}

#[test]
fn an_idle_block_tries_again_what_could_not_be_paid() {
	build_and_execute(|| {
		idle(PLENTY);
		let task = propose_task(ALICE, task(180));
		set_pool(50);
		pass(task);
		assert!(route(task).is_some());
		events();
		// What fails is left as it is, and is not said again and again.
		let before = filed(task);
		for _ in 0..3 {
			idle(PLENTY);
			pass_blocks(1u32);
		}
		assert_eq!((events(), filed(task)), (vec![], before));
		set_pool(100);
		idle(PLENTY);
		assert!(is_under_way(task));
	});
}

#[test]
fn what_an_idle_block_could_not_finish_it_has_not_begun() {
	build_group(6, || {
		idle(PLENTY);
		let task = propose_task(ALICE, task(180));
		ayes(&[BOB, CHARLIE], task);
		run_to_end(task);
		set_pool(50);
		assert_ok!(advance(task));
		assert_eq!(route(task), Some(Route::Lazy));
		// It would be within what may be spent, but it is not there.
		let before = PoolSpending::<Test>::get();
		idle(PLENTY);
		assert_eq!((PoolSpending::<Test>::get(), escrowed()), (before, 0));
		assert_eq!(Proposals::allowance(), (30_000, 10_000));
	});
}

#[test]
fn an_idle_block_takes_no_more_than_it_has() {
	build_and_execute(|| {
		let motions = many(12, Track::Fund);
		run_to_end(motions[0]);
		let over = || motions.iter().filter(is_over).count();
		let one = look() + act();
		for (room, taken, done) in [
			(Weight::zero(), Weight::zero(), 0),
			(begin() - Weight::from_parts(1, 0), Weight::zero(), 0),
			(begin(), begin(), 0),
			(begin() + look(), begin(), 0),
			(begin() + whole() - Weight::from_parts(1, 0), begin(), 0),
			(begin() + whole(), begin() + one, 1),
			(begin() + one + whole() - Weight::from_parts(1, 0), begin() + one, 2),
			(begin() + one * 2 + whole(), begin() + one * 3, 5),
			// Four at most are looked at.
			(PLENTY, begin() + one * 4, 9),
			(PLENTY, begin() + one * 3 + look(), 12),
			(PLENTY, begin() + look() * 4, 12),
		] {
			assert_eq!(idle(room), taken, "with {room:?}");
			assert_eq!(over(), done, "with {room:?}");
		}
	});
}

#[test]
fn a_look_at_what_is_not_due_costs_no_more_than_that() {
	build_and_execute(|| {
		many(3, Track::Fund);
		let [one, three] = [begin() + look(), begin() + look() * 3];
		assert_eq!(idle(begin() + whole()), one);
		assert!(idle(PLENTY).all_gte(three));
	});
}

#[test]
fn idle_blocks_come_to_everything_in_turn() {
	build_and_execute(|| {
		// Thirty that are voted on, of which four are looked at in each block.
		let motions = many(30, Track::Fund);
		run_to_end(motions[0]);
		for block in 1..=8 {
			idle(PLENTY);
			let over = motions.iter().filter(is_over).count();
			assert_eq!(over, (4 * block).min(30));
		}
	});
}

#[test]
fn what_is_not_due_is_passed_over_and_the_rest_comes_round() {
	build_and_execute(|| {
		let motions = many(10, Track::LostKey);
		let due = many(5, Track::Fund);
		run_to_end(due[0]);
		// Fifteen in all, four a block.
		for _ in 0..4 {
			idle(PLENTY);
		}
		assert_eq!(due.iter().filter(is_over).count(), 5);
		assert_eq!(motions.iter().filter(is_over).count(), 0);
		run_to_end(motions[0]);
		for _ in 0..4 {
			idle(PLENTY);
		}
		assert_eq!(motions.iter().filter(is_over).count(), 10);
	});
}

#[test]
fn a_proposal_alone_is_looked_at_in_every_block() {
	build_and_execute(|| {
		let motion = moved(Track::Fund);
		for _ in 0..3 {
			idle(PLENTY);
			assert_eq!(Swept::<Test>::get(), motion);
		}
		run_to_end(motion);
		idle(PLENTY);
		assert_eq!(end(motion), Some(End::Rejected));
		assert_eq!(idle(PLENTY), begin() + look() * 2);
		// Where there is nothing, a look tells.
		pass_blocks(FIGURES.memory + 1);
		assert_ok!(clear(motion));
		assert_eq!(idle(PLENTY), begin() + look());
	});
}

#[test]
fn an_idle_block_forgets_what_was_done_long_ago() {
	let crowd: Vec<_> = (1_000..1_150).collect();
	build_with(&crowd, || {
		let motion = propose_motion(crowd[0], deed(Track::Fund));
		nays(&crowd, motion);
		run_to_end(motion);
		idle(PLENTY);
		assert_eq!(end(motion), Some(End::Rejected));
		pass_blocks(FIGURES.memory);
		assert_eq!(idle(PLENTY), begin() + look() * 2);
		pass_blocks(1u32);
		events();
		// One hundred votes at a time.
		let clear = Proposals::weight_to_clear();
		for left in [50, 0] {
			assert_eq!(idle(PLENTY), begin() + look() * 2 + clear);
			assert_eq!(remembered::Ballots::iter().count(), left);
		}
		assert_eq!(events(), [Event::Cleared { proposal: motion }]);
		assert!(Proposals::proposal(motion).is_none());
	});
}

#[test]
fn what_fails_stands_in_nobodys_way() {
	build_and_execute(|| {
		let unpaid: Vec<_> = EVERYBODY.map(|who| propose_task(who, task(180))).into();
		set_pool(0);
		for task in &unpaid {
			ayes(&EVERYBODY[..6], *task);
		}
		let due = many(4, Track::Fund);
		run_to_notice(unpaid[0]);
		unpaid.iter().for_each(|task| assert_eq!(advance(*task), Ok(Pays::No.into())));
		run_to_end(due[0]);
		for _ in 0..4 {
			idle(PLENTY);
		}
		assert_eq!(due.iter().filter(is_over).count(), 4);
		assert_eq!(unpaid.iter().filter(is_over).count(), 0);
	});
}

#[test]
fn an_idle_block_notes_what_the_pool_had_when_the_epoch_began() {
	build_and_execute(|| {
		idle(begin());
		set_pool(1_000_000);
		idle(begin());
		let noted = Spending { epoch: 0, pool: POOL, spent: 0, unbarred: 0 };
		assert_eq!(PoolSpending::<Test>::get(), Some(noted));
		assert_eq!(Proposals::allowance(), (30_000, 10_000));
		set_epoch(1);
		idle(begin());
		let noted = Spending { epoch: 1, pool: 1_000_000, spent: 0, unbarred: 0 };
		assert_eq!(PoolSpending::<Test>::get(), Some(noted));
	});
}

#[test]
fn nothing_depends_on_idle_blocks() {
	build_and_execute(|| {
		let motions = many(3, Track::Fund);
		run_to_end(motions[0]);
		pass_blocks(10 * EPOCH);
		for motion in motions {
			assert_ok!(advance(motion));
			assert_eq!(end(motion), Some(End::Rejected));
		}
	});
}
