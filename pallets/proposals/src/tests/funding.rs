// SPDX-License-Identifier: Apache-2.0

//! What is approved and cannot be paid at once, rewards, and what the pool may spend.

use super::*;
use artel_primitives::work::Minutes;

type E = Error<Test>;

/// Advances a proposal as a transaction does: what fails leaves no trace.
fn transact(proposal: ProposalId) -> DispatchResult {
	let call = RuntimeCall::Proposals(Call::advance { proposal });
	call.dispatch(signed(STRANGER)).map(|_| ()).map_err(|failed| failed.error)
}

/// Why what was approved could not be paid, as far as it was said since this was asked last.
fn unfunded() -> Vec<(ProposalId, DispatchError, BlockNumber)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::Unfunded { proposal, error, until } => Some((proposal, error, until)),
			_ => None,
		})
		.collect()
}

/// How many minutes are worth this much.
fn minutes(price: LaborBalance) -> Minutes {
	let minutes = (price * 180).div_ceil(100) as Minutes;
	assert_eq!(labor(minutes), price);
	minutes
}

// What cannot be paid.

#[test]
fn a_pool_that_is_short_pays_as_soon_as_it_can() {
	build_and_execute(|| {
		// GIVEN the pool had enough when the epoch began, and lacks a hundredth now
		idle(Weight::MAX);
		let task = propose_task(ALICE, task(180));
		set_pool(99);
		System::reset_events();
		pass(task);
		// THEN it is approved all the same
		let approved = now();
		let until = approved + BlockNumber::from(2 * EPOCH);
		assert_eq!(unfunded(), [(task, POOL_TOO_SMALL, until)]);
		assert_eq!(stage(task), Stage::Approved { route: Route::Bar, from: approved, until });
		assert_eq!((pool(), escrowed()), (99, 0));
		// AND nobody can do anything on it but try again
		assert_noop!(Proposals::withdraw(signed(ALICE), task), E::NotAtThisStage);
		pass_blocks(1_000u64);
		assert_noop!(transact(task), POOL_TOO_SMALL);
		// WHEN the pool has enough again
		set_pool(100);
		System::reset_events();
		assert_ok!(transact(task));
		// THEN the deadline counts from now
		assert_eq!(events(), [Event::Funded { proposal: task, delivery: 1 }]);
		assert_eq!((ordered(task).deadline, pool(), escrowed()), (approved + 2_000, 0, 100));
		assert_noop!(transact(task), E::NotDue);
	});
}

#[test]
fn whoever_pays_itself_and_is_short_pays_later() {
	build_and_execute(|| {
		let task = propose_task(ALICE, own_task(180));
		set_wallet(ALICE, 99);
		System::reset_events();
		pass(task);
		assert_eq!(unfunded()[0].1, NOT_ENOUGH_LABOR);
		assert_noop!(transact(task), NOT_ENOUGH_LABOR);
		set_wallet(ALICE, 100);
		assert_ok!(transact(task));
		assert!(is_under_way(task));
		assert_eq!((wallet(ALICE), held(ALICE)), (0, 100));
	});
}

#[test]
fn what_is_not_paid_in_time_lapses() {
	for (own, rewarded) in [(false, false), (true, false), (false, true)] {
		build_and_execute(|| {
			let proposal = match rewarded {
				true => propose_reward(ALICE, reward(BOB, 180)),
				false => propose_task(ALICE, if own { own_task(180) } else { task(180) }),
			};
			let short = |short: bool| {
				set_pool(if short { 0 } else { POOL });
				set_wallet(ALICE, if short { 0 } else { WALLET });
			};
			let paid = |proposal| is_under_way(proposal) || end(proposal).is_some();
			short(true);
			pass(proposal);
			let Stage::Approved { until, .. } = stage(proposal) else { panic!("it is approved") };
			// In the last block it can still be paid, and until then it does not lapse.
			run_to_block(until);
			assert!(transact(proposal).is_err());
			let rich = hypothetically!({
				short(false);
				assert_ok!(transact(proposal));
				paid(proposal)
			});
			assert!(rich);
			// In the next one it cannot, whatever there is.
			run_to_block(until + 1);
			short(false);
			System::reset_events();
			assert_ok!(transact(proposal));
			assert_eq!(events(), [Event::Lapsed { proposal, last_error: None }]);
			assert_eq!(end(proposal), Some(End::Lapsed));
			assert_eq!((pool(), wallet(ALICE), escrowed(), held(ALICE)), (POOL, WALLET, 0, 0));
			assert_noop!(transact(proposal), E::NotDue);
		});
	}
}

#[test]
fn an_idle_block_tries_again() {
	build_and_execute(|| {
		idle(Weight::MAX);
		let task = propose_task(ALICE, task(180));
		set_pool(0);
		pass(task);
		idle(Weight::MAX);
		assert!(!is_under_way(task));
		check_invariants();
		set_pool(100);
		idle(Weight::MAX);
		assert!(is_under_way(task));
	});
}

#[test]
fn without_its_worker_or_whoever_pays_it_lapses_at_once() {
	build_and_execute(|| {
		let named = propose_task(ALICE, task_for(BOB, 180));
		let own = propose_task(CHARLIE, own_task(180));
		let common = propose_task(CHARLIE, task(180));
		for proposal in [named, own, common] {
			ayes(&EVERYBODY[2..], proposal);
		}
		leave(BOB);
		leave(CHARLIE);
		run_to_notice(common);
		System::reset_events();
		for proposal in [named, own, common] {
			assert_ok!(transact(proposal));
		}
		// THEN nothing comes of what nobody can do or pay; the commons pay whoever proposed it
		let lapsed: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::Lapsed { proposal, .. } => Some(proposal),
				_ => None,
			})
			.collect();
		assert_eq!(lapsed, [named, own]);
		assert!(is_under_way(common));
		assert_eq!(escrowed(), 100);
	});
	build_and_execute(|| {
		// The same while it waits for LABOR.
		let task = propose_task(ALICE, task_for(BOB, 180));
		set_pool(0);
		pass(task);
		leave(BOB);
		assert_ok!(transact(task));
		assert_eq!(end(task), Some(End::Lapsed));
	});
}

// What is ordered.

#[test]
fn what_was_approved_is_ordered_as_it_was_proposed() {
	let order = |proposal| Order {
		cause: Cause::Proposal(proposal),
		orderer: ALICE,
		payer: Payer::Commons,
		worker: Worker::Applicants { orderer_too: true },
		class: None,
		minutes: 181,
		price: 100,
		stream: Stream::Commons,
		brief: Note::default(),
		deadline: now() + 1_000,
		reviewed: true,
	};
	build_and_execute(|| {
		let open = funded(ALICE, task(181));
		assert_eq!(ordered(open), order(open));
		let named = funded(ALICE, Task { stream: Stream::Care, ..task_for(BOB, 181) });
		let worker = Worker::Named(BOB);
		assert_eq!(ordered(named), Order { stream: Stream::Care, worker, ..order(named) });
		let own = funded(ALICE, own_task(181));
		let worker = Worker::Applicants { orderer_too: false };
		let (payer, stream) = (Payer::Orderer, Stream::Livelihood);
		assert_eq!(ordered(own), Order { payer, stream, worker, ..order(own) });
	});
}

#[test]
fn what_became_too_long_since_lasts_as_long_as_can_be() {
	build_and_execute(|| {
		let task = propose_task(ALICE, task(180));
		remembered::Longest::put(700);
		pass(task);
		assert_eq!(ordered(task).deadline, now() + 700);
	});
}

#[test]
fn whoever_has_too_much_under_way_pays_later() {
	build_and_execute(|| {
		let time = (3 * EPOCH).into();
		let own = || Task { time, ..own_task(60) };
		let first = funded(ALICE, own());
		for _ in 0..3 {
			funded(ALICE, own());
		}
		let fifth = propose_task(ALICE, own());
		System::reset_events();
		pass(fifth);
		// THEN its LABOR is not tied up
		assert_eq!(unfunded()[0].1, TOO_MUCH_UNDER_WAY);
		assert_eq!(held(ALICE), 4 * 33);
		assert_noop!(transact(fifth), TOO_MUCH_UNDER_WAY);
		// The commons' tasks are not hers.
		funded(ALICE, Task { time, ..task(60) });
		// WHEN one of hers has ended
		given_back(first);
		assert_ok!(transact(fifth));
		assert!(is_under_way(fifth));
		assert_eq!(held(ALICE), 4 * 33);
	});
}

// How it is heard that work has ended.

#[test]
fn a_task_is_done_when_its_work_has_ended() {
	for (percent, paid) in [(100, 100), (40, 40), (0, 0)] {
		build_and_execute(|| {
			let task = funded(ALICE, task(180));
			pass_blocks(7u32);
			events();
			done(task, BOB, percent);
			let how = End::Settled(quality(percent));
			assert_eq!(events(), [Event::Finished { proposal: task, end: how }]);
			assert_eq!(stage(task), Stage::Done { end: how, at: now() });
			assert_eq!((wallet(BOB), pool()), (WALLET + paid, POOL - paid));
			assert_noop!(transact(task), E::NotDue);
		});
	}
	build_and_execute(|| {
		let task = funded(ALICE, own_task(180));
		events();
		given_back(task);
		assert_eq!(events(), [Event::Finished { proposal: task, end: End::Returned }]);
		assert_eq!((end(task), wallet(ALICE)), (Some(End::Returned), WALLET));
	});
}

#[test]
fn what_ends_elsewhere_is_nothing_here() {
	build_and_execute(|| {
		let task = funded(ALICE, task(180));
		let delivery = delivery(task);
		assert_storage_noop!(Proposals::on_delivery_ended(
			Cause::Offer(task),
			delivery,
			Ended::Returned
		));
		assert!(is_under_way(task));
	});
}

#[test]
#[should_panic(expected = "Defensive failure has been triggered")]
fn another_delivery_does_not_end_a_task() {
	build_and_execute(|| {
		let task = funded(ALICE, task(180));
		let other = delivery(task) + 1;
		Proposals::on_delivery_ended(Cause::Proposal(task), other, Ended::Returned);
	});
}

// Rewards.

#[test]
fn a_reward_is_paid_as_soon_as_it_is_approved() {
	build_and_execute(|| {
		let evidence = note("https://example.org/photo");
		let care = Reward { worker: BOB, minutes: 181, stream: Stream::Care, evidence };
		let reward = propose_reward(ALICE, care);
		System::reset_events();
		pass(reward);
		let rewarded = Event::Rewarded { proposal: reward, worker: BOB, amount: 100 };
		assert_eq!(events().last(), Some(&rewarded));
		assert_eq!((pool(), wallet(BOB), escrowed()), (POOL - 100, WALLET + 100, 0));
		let work =
			Work { worker: BOB, minutes: 181, labor: 100, stream: Stream::Care, payer: None };
		assert_eq!(works(), [work]);
		assert_eq!(end(reward), Some(End::Settled(Quality::WHOLE)));
		assert_noop!(transact(reward), E::NotDue);
	});
}

#[test]
fn a_reward_that_the_pool_cannot_pay_waits() {
	build_and_execute(|| {
		idle(Weight::MAX);
		let reward = propose_reward(ALICE, reward(ALICE, 180));
		set_pool(99);
		System::reset_events();
		pass(reward);
		assert_eq!(unfunded()[0].1, POOL_TOO_SMALL);
		assert_noop!(transact(reward), POOL_TOO_SMALL);
		set_pool(100);
		assert_ok!(transact(reward));
		assert_eq!((pool(), wallet(ALICE)), (0, WALLET + 100));
		assert_eq!(works().len(), 1);
	});
}

#[test]
fn a_reward_for_somebody_who_has_left_lapses() {
	for leaves_first in [true, false] {
		build_and_execute(|| {
			let reward = propose_reward(ALICE, reward(BOB, 180));
			if leaves_first {
				leave(BOB);
				pass(reward);
			} else {
				set_pool(0);
				pass(reward);
				leave(BOB);
				set_pool(POOL);
				assert_ok!(transact(reward));
			}
			assert_eq!(end(reward), Some(End::Lapsed));
			assert!(works().is_empty());
			assert_eq!(escrowed(), 0);
		});
	}
	build_and_execute(|| {
		// The proposer is not needed.
		let reward = propose_reward(ALICE, reward(BOB, 180));
		leave(ALICE);
		pass(reward);
		assert_eq!(wallet(BOB), WALLET + 100);
	});
}

// What the pool may spend.

/// Two of a group of six are for a task or a reward, and nobody is against it: that is not its bar.
fn lazily(proposal: ProposalId) {
	let others: Vec<_> = [BOB, CHARLIE, DAVE]
		.into_iter()
		.filter(|who| !filed(proposal).interested.contains(who))
		.take(2)
		.collect();
	ayes(&others, proposal);
	run_to_end(proposal);
	assert_ok!(transact(proposal));
	let (_, approved) = Histories::<Test>::get(proposal)[1].clone();
	assert!(matches!(approved, Stage::Approved { route: Route::Lazy, .. }), "{approved:?}");
}

/// A task of this price, approved lazily.
fn lazy_task(price: LaborBalance) -> ProposalId {
	let task = propose_task(ALICE, task(minutes(price)));
	lazily(task);
	task
}

/// Runs a test on a chain of six, in which work is decided by lazy consensus.
fn build_small(test: impl FnOnce()) {
	build_group(6, test);
}

#[test]
fn without_its_bar_a_tenth_of_the_pool_can_be_spent_in_an_epoch() {
	// A tenth of 1 000.00 is 100.00.
	for (price, fits) in [(9_999, true), (10_000, true), (10_001, false)] {
		build_small(|| {
			System::reset_events();
			assert_eq!(Proposals::allowance(), (30_000, 10_000));
			let task = lazy_task(price);
			assert_eq!(is_under_way(task), fits, "{price}");
			match fits {
				true => assert_eq!(Proposals::allowance(), (30_000 - price, 10_000 - price)),
				false => {
					assert_eq!(unfunded()[0].1, E::AllowanceReached.into());
					assert_eq!((Proposals::allowance(), escrowed()), ((30_000, 10_000), 0));
					assert_noop!(transact(task), E::AllowanceReached);
				},
			}
		});
	}
}

#[test]
fn the_limit_holds_over_several_proposals_and_begins_anew() {
	build_small(|| {
		// GIVEN 99.99 is spent, on tasks and rewards alike
		lazy_task(4_000);
		let paid = propose_reward(ALICE, reward(FERDIE, minutes(5_999)));
		lazily(paid);
		assert_eq!(Proposals::allowance(), (20_001, 1));
		// THEN 0.02 are too much, and 0.01 are not
		let too_much = lazy_task(2);
		assert!(!is_under_way(too_much));
		lazy_task(1);
		assert_eq!(Proposals::allowance(), (20_000, 0));
		let nothing_left = lazy_task(1);
		assert!(!is_under_way(nothing_left));
		assert_noop!(transact(too_much), E::AllowanceReached);
		// WHEN the next epoch has come
		set_epoch(1);
		// THEN it is a tenth of what the pool has by now
		assert_eq!(pool(), POOL - 10_000);
		assert_eq!(Proposals::allowance(), (27_000, 9_000));
		assert_ok!(transact(too_much));
		assert_ok!(transact(nothing_left));
		assert_eq!(Proposals::allowance(), (26_997, 8_997));
		// Nothing is left over from one epoch to the next.
		set_epoch(3);
		assert_eq!(Proposals::allowance(), (26_999, 8_999));
	});
}

#[test]
fn what_comes_back_may_not_be_spent_again() {
	build_small(|| {
		let task = lazy_task(10_000);
		given_back(task);
		assert_eq!((pool(), Proposals::allowance()), (POOL, (20_000, 0)));
		assert!(!is_under_way(lazy_task(1)));
	});
}

/// A task of this price that reached its bar.
fn by_bar(price: LaborBalance) -> ProposalId {
	let task = propose_task(ALICE, Task { time: 200_000, ..task(minutes(price)) });
	pass(task);
	task
}

#[test]
fn by_their_bar_proposals_spend_three_tenths_of_the_pool_in_an_epoch() {
	build_small(|| {
		assert!(is_under_way(by_bar(20_000)));
		// It counts for both, as far as it leaves less than a tenth.
		assert_eq!(Proposals::allowance(), (10_000, 10_000));
		System::reset_events();
		let too_much = by_bar(10_001);
		assert_eq!(unfunded()[0].1, E::AllowanceReached.into());
		assert_noop!(transact(too_much), E::AllowanceReached);
		assert!(is_under_way(by_bar(9_999)));
		assert_eq!(Proposals::allowance(), (1, 1));
		assert!(!is_under_way(lazy_task(2)));
		assert!(is_under_way(lazy_task(1)));
		assert_eq!((Proposals::allowance(), pool()), ((0, 0), 70_000));
		// WHEN the next epoch has come, it is three tenths of what there is by then
		set_epoch(1);
		assert_eq!(Proposals::allowance(), (21_000, 7_000));
		assert_ok!(transact(too_much));
		assert_eq!(Proposals::allowance(), (10_999, 7_000));
	});
}

#[test]
fn what_passed_without_its_bar_leaves_less_for_what_reaches_it() {
	build_small(|| {
		lazy_task(10_000);
		assert_eq!(Proposals::allowance(), (20_000, 0));
		assert!(!is_under_way(by_bar(20_001)));
		assert!(is_under_way(by_bar(20_000)));
		assert_eq!(Proposals::allowance(), (0, 0));
	});
}

#[test]
fn a_reward_by_its_bar_is_limited_as_well() {
	build_and_execute(|| {
		let rewards = [(ALICE, BOB), (CHARLIE, DAVE)]
			.map(|(by, worker)| propose_reward(by, reward(worker, minutes(20_000))));
		for reward in rewards {
			pass(reward);
		}
		assert_eq!((wallet(BOB), wallet(DAVE)), (WALLET + 20_000, WALLET));
		assert_noop!(transact(rewards[1]), E::AllowanceReached);
		set_epoch(1);
		assert_ok!(transact(rewards[1]));
		assert_eq!(Proposals::allowance(), (4_000, 4_000));
	});
}

#[test]
fn what_a_member_pays_is_not_limited() {
	build_small(|| {
		lazy_task(10_000);
		let own = propose_task(ALICE, own_task(180));
		lazily(own);
		assert!(is_under_way(own));
	});
}

#[test]
fn an_idle_block_notes_what_the_epoch_began_with() {
	build_small(|| {
		// GIVEN the epoch's first block has noted it
		idle(Weight::MAX);
		let noted = Spending { epoch: 0, pool: POOL, spent: 0, unbarred: 0 };
		assert_eq!(PoolSpending::<Test>::get(), Some(noted));
		// WHEN the pool gets smaller, or larger, in the middle of the epoch
		for pool in [10_000, 500_000] {
			set_pool(pool);
			idle(Weight::MAX);
			// THEN it is the same
			assert_eq!(Proposals::allowance(), (30_000, 10_000));
		}
		// WHEN the next epoch has begun
		set_epoch(1);
		idle(Weight::MAX);
		set_pool(POOL);
		assert_eq!(Proposals::allowance(), (150_000, 50_000));
	});
	build_small(|| {
		// If no block was idle, it is what there is when something is spent first.
		set_pool(50_000);
		lazy_task(4_000);
		set_pool(500_000);
		assert_eq!(Proposals::allowance(), (11_000, 1_000));
	});
}

#[test]
fn the_second_route_is_limited_when_it_pays() {
	build_and_execute(|| {
		// GIVEN four of ten are for it, at the end, and at the end of its confirmation
		let task = propose_task(ALICE, task(minutes(10_000)));
		ayes(&[BOB, CHARLIE, DAVE, EVE], task);
		run_to_end(task);
		assert_ok!(transact(task));
		assert_eq!(Proposals::allowance(), (30_000, 10_000), "it is spent when it is paid");
		// and it is a hundredth more than a tenth by then
		set_pool(POOL - 1);
		confirmed(task);
		assert_eq!(unfunded()[0].1, E::AllowanceReached.into());
		assert_noop!(transact(task), E::AllowanceReached);
		// A refusal has cost nothing.
		assert_eq!(escrowed(), 0);
		set_pool(POOL);
		assert_ok!(transact(task));
		assert_eq!((Proposals::allowance(), escrowed()), ((20_000, 0), 10_000));
	});
}

/// Runs to the end of a confirmation.
fn confirmed(proposal: ProposalId) {
	assert!(matches!(stage(proposal), Stage::Confirming { .. }));
	run_to_end(proposal);
	System::reset_events();
	assert_ok!(transact(proposal));
}

#[test]
fn the_limits_are_what_the_artel_governs() {
	build_small(|| {
		govern(|rules| {
			rules.spending = Percent::from_percent(1);
			rules.unbarred_spending = Percent::zero();
		});
		assert_eq!(Proposals::allowance(), (1_000, 0));
		assert!(!is_under_way(lazy_task(1)));
		assert!(is_under_way(by_bar(1_000)));
		set_epoch(1);
		govern(|rules| {
			rules.spending = Percent::from_percent(50);
			rules.unbarred_spending = Percent::from_percent(50);
		});
		assert!(is_under_way(lazy_task(49_500)));
		assert_eq!(Proposals::allowance(), (0, 0));
	});
}

// The fee of those who judge what is delivered.

#[test]
fn the_pool_pays_those_who_judge_within_its_limit() {
	build_and_execute(|| {
		with_fee(8);
		let before = pool();
		let task = propose_task(ALICE, task(180));
		pass(task);
		assert!(is_under_way(task));
		assert_eq!((before - pool(), escrowed()), (108, 108));
		assert_eq!(Proposals::spending().spent, 108);
		// What comes back of it frees nothing.
		end_work(1, None);
		assert_eq!((pool(), Proposals::spending().spent), (before, 108));
	});
}

#[test]
fn whoever_pays_themselves_pays_those_who_judge_when_it_is_opened() {
	build_and_execute(|| {
		with_fee(8);
		set_wallet(ALICE, 107);
		let task = propose_task(ALICE, own_task(180));
		pass(task);
		assert_noop!(transact(task), NOT_ENOUGH_LABOR);
		set_wallet(ALICE, 108);
		assert_ok!(transact(task));
		assert_eq!((wallet(ALICE), Proposals::spending().spent), (0, 0));
	});
}

#[test]
fn a_task_that_the_pool_can_pay_but_not_have_judged_is_not_filed() {
	build_and_execute(|| {
		idle(Weight::MAX);
		let limit = Proposals::spending().limit(&Figures::DEFAULT);
		with_fee(limit - 99);
		let file = || Proposals::propose_task(signed(ALICE), heading("Weed"), 0, task(180));
		assert_noop!(file(), E::ImpossiblePrice);
		with_fee(limit - 100);
		assert_ok!(file());
	});
}
