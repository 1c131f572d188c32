// SPDX-License-Identifier: Apache-2.0

//! Standing roles: work in instalments, one an epoch.

mod at_random;

use super::*;
use crate::roles::WAITS;
use artel_primitives::{
	due::{Duty, InspectDue},
	epochs::Epoch,
	work::Minutes,
};

type E = Error<Test>;

/// Common work of three hours an epoch, in so many instalments, open to applicants.
fn role(instalments: u8) -> TaskOf<Test> {
	Task { instalments, ..task(180) }
}

/// The same for this worker.
fn role_for(worker: AccountId, instalments: u8) -> TaskOf<Test> {
	Task { worker: Some(worker), ..role(instalments) }
}

/// A role that was approved by its bar.
fn standing(by: AccountId, role: TaskOf<Test>) -> ProposalId {
	let proposal = propose_task(by, role);
	pass(proposal);
	assert_eq!(stage(proposal), Stage::Standing);
	proposal
}

fn told(proposal: ProposalId) -> RoleReportOf<Test> {
	Proposals::role(proposal).expect("it stands")
}

fn state(proposal: ProposalId) -> RoleState {
	told(proposal).state
}

/// How many instalments are to come, were lost, and are under way.
fn counts(proposal: ProposalId) -> (u8, u8, usize) {
	let RoleReport { left, lost, under_way, .. } = told(proposal);
	(left, lost, under_way.len())
}

/// Advances a proposal as a transaction does: what fails leaves no trace.
fn transact(proposal: ProposalId) -> DispatchResult {
	let call = RuntimeCall::Proposals(Call::advance { proposal });
	call.dispatch(signed(STRANGER)).map(|_| ()).map_err(|failed| failed.error)
}

/// The last delivery of a role, which is under way.
fn latest(proposal: ProposalId) -> DeliveryId {
	*told(proposal).under_way.last().expect("something is under way")
}

/// The same, as it was ordered.
fn order_of(delivery: DeliveryId) -> Order<AccountId, BlockNumber> {
	remembered::UnderWay::get(delivery).expect("it is under way")
}

/// Somebody is chosen, or takes on what waits for them.
fn taken_on(proposal: ProposalId, who: AccountId) {
	Proposals::on_taken_on(Cause::Proposal(proposal), latest(proposal), &who);
}

/// How many minutes are worth this much.
fn minutes(price: LaborBalance) -> Minutes {
	(price * 180).div_ceil(100) as Minutes
}

/// Two of a group of six are for work, and nobody is against it: that is not its bar.
fn lazily(proposal: ProposalId) {
	let others: Vec<_> = [BOB, CHARLIE, DAVE]
		.into_iter()
		.filter(|who| !filed(proposal).interested.contains(who))
		.take(2)
		.collect();
	ayes(&others, proposal);
	run_to_end(proposal);
	assert_ok!(transact(proposal));
}

fn end_role(track: Track, proposal: ProposalId) -> DispatchResult {
	Proposals::end_role(authority(track), proposal)
}

fn give_up(who: AccountId, proposal: ProposalId) -> DispatchResult {
	Proposals::give_up_role(signed(who), proposal)
}

// Filing.

#[test]
fn work_has_one_to_thirteen_instalments() {
	build_and_execute(|| {
		for (instalments, possible) in
			[(0, false), (1, true), (2, true), (13, true), (14, false), (255, false)]
		{
			let filing =
				|| Proposals::propose_task(signed(ALICE), heading("Cook"), 0, role(instalments));
			match possible {
				true => {
					assert_ok!(filing());
					assert_ok!(Proposals::withdraw(signed(ALICE), last()));
				},
				false => {
					assert_noop!(filing(), E::ImpossibleInstalments);
				},
			}
		}
	});
}

#[test]
fn the_pool_alone_pays_for_a_role() {
	build_and_execute(|| {
		let own = |instalments| {
			let task = Task { instalments, ..own_task(180) };
			Proposals::propose_task(signed(ALICE), heading("Cook"), 0, task)
		};
		assert_noop!(own(2), E::ImpossibleFunding);
		assert_ok!(own(1));
	});
}

#[test]
fn each_instalment_alone_must_fit_what_may_be_spent() {
	build_and_execute(|| {
		// Three tenths of 1 000.00, thirteen times over.
		let most = |price| {
			let task = Task { minutes: minutes(price), ..role(13) };
			Proposals::propose_task(signed(ALICE), heading("Cook"), 0, task)
		};
		assert_noop!(most(30_001), E::ImpossiblePrice);
		assert_ok!(most(30_000));
	});
}

// One an epoch.

#[test]
fn one_instalment_is_opened_in_each_epoch() {
	build_and_execute(|| {
		let proposal = propose_task(ALICE, role_for(BOB, 3));
		System::reset_events();
		pass(proposal);
		let opened = |delivery, left| Event::InstalmentOpened { proposal, delivery, left };
		let begun = Event::RoleBegun { proposal, instalments: 3 };
		assert_eq!(events()[1..], [begun, opened(1, 2)]);
		assert_eq!((pool(), escrowed()), (POOL - 100, 100));
		// THEN no other one is opened before the next epoch
		assert_eq!(state(proposal), RoleState::WaitsForEpoch(1));
		pass_blocks(3 * EPOCH);
		assert_noop!(transact(proposal), E::NotDue);
		idle(Weight::MAX);
		assert_eq!(counts(proposal), (2, 0, 1));
		// WHEN epochs have passed, they do not pile up
		set_epoch(2);
		events();
		assert_eq!(state(proposal), RoleState::CanBeOpened);
		assert_ok!(transact(proposal));
		assert_eq!(events(), [opened(2, 1)]);
		assert_noop!(transact(proposal), E::NotDue);
		set_epoch(3);
		assert_ok!(transact(proposal));
		assert_noop!(transact(proposal), E::NotDue);
		assert_eq!(state(proposal), RoleState::Ending(RoleEnd::Term));
		// AND each is ordered as it was approved
		let named = Order {
			cause: Cause::Proposal(proposal),
			orderer: ALICE,
			payer: Payer::Commons,
			worker: Worker::Named(BOB),
			class: None,
			minutes: 180,
			price: 100,
			stream: Stream::Commons,
			brief: Note::default(),
			deadline: now() + 1_000,
			reviewed: true,
		};
		assert_eq!(order_of(3), named);
		// WHEN they end, each by itself, it is done with the last
		events();
		end_work(2, Some((BOB, quality(40))));
		end_work(1, None);
		let ended = |delivery, how| Event::InstalmentEnded { proposal, delivery, how };
		assert_eq!(events(), [ended(2, Ended::Settled(quality(40))), ended(1, Ended::Returned)]);
		assert_eq!(stage(proposal), Stage::Standing);
		end_work(3, Some((BOB, quality(100))));
		let end = End::Role(RoleEnd::Term);
		let finished = Event::Finished { proposal, end };
		assert_eq!(events(), [ended(3, Ended::Settled(quality(100))), finished]);
		assert_eq!(stage(proposal), Stage::Done { end, at: now() });
		assert_eq!((wallet(BOB), pool(), escrowed()), (WALLET + 140, POOL - 140, 0));
		assert_eq!((Proposals::role(proposal), RoleCount::<Test>::get()), (None, 0));
	});
}

#[test]
fn the_first_instalment_waits_for_its_vote_alone() {
	build_and_execute(|| {
		// What is decided in the middle of an epoch begins in it.
		set_epoch(7);
		let role = standing(ALICE, role_for(BOB, 2));
		assert_eq!(state(role), RoleState::WaitsForEpoch(8));
	});
}

#[test]
fn a_role_stands_as_long_as_something_of_it_is_under_way() {
	build_and_execute(|| {
		let role = standing(ALICE, role_for(BOB, 2));
		set_epoch(1);
		assert_ok!(transact(role));
		pass_blocks(FIGURES.memory + 1);
		assert_noop!(clear(role), E::NotAtThisStage);
		end_work(1, None);
		end_work(2, None);
		assert_noop!(clear(role), E::NotDue);
		pass_blocks(FIGURES.memory + 1);
		assert_ok!(clear(role));
	});
}

#[test]
fn an_idle_block_opens_what_is_due() {
	build_and_execute(|| {
		let role = standing(ALICE, role_for(BOB, 3));
		set_epoch(1);
		idle(Weight::MAX);
		assert_eq!(counts(role), (1, 0, 2));
		// With no room it leaves it to others.
		set_epoch(2);
		idle(Weight::zero());
		assert_eq!(counts(role), (1, 0, 2));
	});
}

#[test]
fn whoever_is_named_and_has_left_meanwhile_gets_no_role() {
	build_and_execute(|| {
		let proposal = propose_task(ALICE, role_for(BOB, 3));
		ayes(&EVERYBODY[2..], proposal);
		leave(BOB);
		run_to_notice(proposal);
		assert_ok!(transact(proposal));
		assert_eq!(end(proposal), Some(End::Lapsed));
		assert_eq!((pool(), RoleCount::<Test>::get()), (POOL + WALLET, 0));
	});
}

#[test]
fn no_more_roles_stand_than_can() {
	build_and_execute(|| {
		let most = MOST_ROLES;
		let first = standing(ALICE, role_for(BOB, 2));
		for _ in 1..most {
			standing(ALICE, role_for(BOB, 2));
		}
		let proposal = propose_task(ALICE, role_for(BOB, 2));
		System::reset_events();
		pass(proposal);
		// THEN it waits like what cannot be paid
		let waits = |event: &Event<Test>| match event {
			Event::Unfunded { error, .. } => Some(*error),
			_ => None,
		};
		let found: Vec<_> = events().iter().filter_map(waits).collect();
		assert_eq!(found, [E::TooManyRoles.into()]);
		assert_noop!(transact(proposal), E::TooManyRoles);
		// WHEN one has ended
		assert_ok!(give_up(BOB, first));
		end_work(1, None);
		assert_ok!(transact(proposal));
		assert_eq!(stage(proposal), Stage::Standing);
	});
}

// What the pool cannot pay.

#[test]
fn an_instalment_that_the_pool_cannot_pay_waits_and_says_so() {
	build_and_execute(|| {
		idle(Weight::MAX);
		let proposal = propose_task(ALICE, role_for(BOB, 3));
		set_pool(99);
		System::reset_events();
		pass(proposal);
		// THEN the role stands all the same
		let waits = |until| Event::InstalmentWaits { proposal, error: POOL_TOO_SMALL, until };
		assert_eq!(events()[2..], [waits(WAITS)]);
		assert_eq!(counts(proposal), (3, 0, 0));
		assert_eq!(state(proposal), RoleState::PoolIsShort(WAITS));
		let report = Proposals::proposal(proposal).expect("it is there");
		assert_eq!(report.last_error, Some(POOL_TOO_SMALL));
		// AND a try is refused by the same name, and costs who tries
		assert_noop!(transact(proposal), POOL_TOO_SMALL);
		// It is not said again and again.
		idle(Weight::MAX);
		assert_eq!(events(), []);
		// WHEN the pool has enough
		set_pool(100);
		assert_eq!(state(proposal), RoleState::CanBeOpened);
		idle(Weight::MAX);
		assert_eq!(counts(proposal), (2, 0, 1));
		assert!(!LastErrors::<Test>::contains_key(proposal));
	});
}

#[test]
fn what_waits_too_long_is_lost_and_the_role_goes_on() {
	build_and_execute(|| {
		let proposal = standing(ALICE, role_for(BOB, 3));
		set_epoch(1);
		set_pool(0);
		idle(Weight::MAX);
		assert_eq!(state(proposal), RoleState::LimitIsReached(1 + WAITS));
		// In the last epoch it can still be opened.
		set_epoch(1 + WAITS);
		let opened = hypothetically!({
			set_pool(POOL);
			assert_ok!(transact(proposal));
			counts(proposal)
		});
		assert_eq!(opened, (1, 0, 2));
		assert!(transact(proposal).is_err());
		// WHEN it is over, no riches help it
		set_epoch(2 + WAITS);
		set_pool(POOL);
		assert_eq!(state(proposal), RoleState::IsLost);
		System::reset_events();
		assert_ok!(transact(proposal));
		assert_eq!(events(), [Event::InstalmentLost { proposal, left: 1 }]);
		assert_eq!(counts(proposal), (1, 1, 1));
		// THEN the last one has its turn at once
		assert_ok!(transact(proposal));
		assert_eq!(counts(proposal), (0, 1, 2));
	});
}

#[test]
fn a_role_whose_instalments_are_all_lost_ends_with_its_term() {
	build_and_execute(|| {
		idle(Weight::MAX);
		let proposal = propose_task(ALICE, role_for(BOB, 2));
		set_pool(0);
		pass(proposal);
		for epoch in [1 + WAITS, 2 + 2 * WAITS] {
			set_epoch(epoch);
			assert_ok!(transact(proposal));
		}
		assert_eq!(end(proposal), Some(End::Role(RoleEnd::Term)));
		assert_eq!(RoleCount::<Test>::get(), 0);
	});
}

#[test]
fn each_instalment_counts_in_its_own_epoch() {
	build_and_execute(|| {
		let role = standing(ALICE, Task { minutes: minutes(20_000), ..role_for(BOB, 3) });
		assert_eq!(Proposals::allowance(), (10_000, 10_000));
		// GIVEN something else has taken too much of the next one
		set_epoch(1);
		let other = funded(CHARLIE, Task { minutes: minutes(10_000), ..task(180) });
		assert_eq!(state(role), RoleState::LimitIsReached(1 + WAITS));
		assert_noop!(transact(role), E::AllowanceReached);
		// What returns frees nothing.
		given_back(other);
		assert_noop!(transact(role), E::AllowanceReached);
		set_epoch(2);
		assert_eq!(Proposals::allowance(), (24_000, 8_000));
		assert_ok!(transact(role));
		assert_eq!(Proposals::allowance(), (4_000, 4_000));
	});
}

// Attacks.

#[test]
fn what_few_were_for_takes_what_few_may_spend_in_every_epoch() {
	build_group(6, || {
		// GIVEN two of six let each other have roles, while the others sleep
		let first = propose_task(ALICE, Task { minutes: minutes(6_000), ..role_for(EVE, 13) });
		lazily(first);
		let second = propose_task(ALICE, Task { minutes: minutes(4_001), ..role_for(EVE, 13) });
		lazily(second);
		assert_eq!(Roles::<Test>::get(first).map(|role| role.route), Some(Route::Lazy));
		// THEN they take no more than a tenth together, in this epoch
		assert_eq!((pool(), Proposals::allowance()), (94_000, (24_000, 4_000)));
		assert_eq!(state(second), RoleState::LimitIsReached(WAITS));
		// and in those to come, whoever is first
		for epoch in 1..20 {
			set_epoch(epoch);
			let before = pool();
			for role in [second, first] {
				transact(role).ok();
			}
			assert!(pool() >= before - before / 10, "in {epoch}");
		}
	});
}

#[test]
fn a_figure_that_shrinks_binds_roles_that_stand() {
	build_and_execute(|| {
		let role = standing(ALICE, role_for(BOB, 3));
		govern(|figures| {
			figures.spending = Percent::from_percent(1);
			figures.unbarred_spending = Percent::zero();
		});
		set_pool(9_900);
		set_epoch(1);
		assert_noop!(transact(role), E::AllowanceReached);
		set_epoch(2);
		set_pool(10_000);
		assert_ok!(transact(role));
	});
}

#[test]
fn nobody_but_the_artel_on_work_ends_the_role_of_another() {
	build_and_execute(|| {
		let proposal = standing(ALICE, role_for(BOB, 3));
		for who in [ALICE, BOB, STRANGER] {
			let ended = Proposals::end_role(signed(who), proposal);
			assert_noop!(ended, DispatchError::BadOrigin);
		}
		for track in Track::ALL.into_iter().filter(|track| *track != Track::Work) {
			assert_noop!(end_role(track, proposal), DispatchError::BadOrigin);
		}
		assert_noop!(
			Proposals::end_role(RuntimeOrigin::root(), proposal),
			DispatchError::BadOrigin
		);
		assert_noop!(Proposals::withdraw(signed(ALICE), proposal), E::NotAtThisStage);
		// WHEN it decides so
		System::reset_events();
		assert_ok!(end_role(Track::Work, proposal));
		let how = RoleEnd::Decided;
		assert_eq!(events(), [Event::RoleEnded { proposal, how }]);
		// THEN what is under way goes on, and nothing else is opened
		assert_eq!(state(proposal), RoleState::Ending(how));
		assert_eq!(Proposals::standing_role(proposal), None);
		set_epoch(1);
		assert_noop!(transact(proposal), E::NotDue);
		assert_noop!(end_role(Track::Work, proposal), E::AlreadyEnded);
		assert_noop!(give_up(BOB, proposal), E::AlreadyEnded);
		end_work(1, Some((BOB, quality(100))));
		assert_eq!((end(proposal), wallet(BOB)), (Some(End::Role(how)), WALLET + 100));
		assert_noop!(end_role(Track::Work, proposal), E::NoSuchRole);
		assert_noop!(give_up(BOB, proposal), E::NoSuchRole);
	});
}

#[test]
fn what_is_no_role_is_not_ended() {
	build_and_execute(|| {
		let task = funded(ALICE, task_for(BOB, 180));
		for number in [task, 99] {
			assert_noop!(end_role(Track::Work, number), E::NoSuchRole);
			assert_noop!(give_up(BOB, number), E::NoSuchRole);
			assert_eq!((Proposals::role(number), Proposals::standing_role(number)), (None, None));
		}
	});
}

#[test]
fn a_worker_gives_up_their_role() {
	build_and_execute(|| {
		let proposal = standing(ALICE, role_for(BOB, 3));
		assert_noop!(give_up(ALICE, proposal), E::NotTheWorker);
		end_work(1, None);
		System::reset_events();
		assert_ok!(give_up(BOB, proposal));
		let how = RoleEnd::GivenUp;
		let finished = Event::Finished { proposal, end: End::Role(how) };
		assert_eq!(events(), [Event::RoleEnded { proposal, how }, finished]);
		assert_eq!((end(proposal), pool()), (Some(End::Role(how)), POOL));
	});
}

#[test]
fn whoever_leaves_between_two_instalments_loses_the_role() {
	for returns in [false, true] {
		build_and_execute(|| {
			let role = standing(ALICE, role_for(BOB, 3));
			leave(BOB);
			if returns {
				// Somebody who comes back is not who had it.
				join(BOB, Class::Worker);
			}
			assert_eq!(state(role), RoleState::WorkerLeft);
			assert_eq!(Proposals::standing_role(role), None);
			assert_noop!(give_up(BOB, role), E::NotTheWorker);
			let before = pool();
			// Even before the next epoch.
			System::reset_events();
			assert_ok!(transact(role));
			let how = RoleEnd::Left;
			assert_eq!(events(), [Event::RoleEnded { proposal: role, how }]);
			set_epoch(1);
			assert_noop!(transact(role), E::NotDue);
			assert_eq!(pool(), before);
			end_work(1, None);
			assert_eq!(end(role), Some(End::Role(how)));
		});
	}
}

#[test]
fn a_role_goes_on_without_whoever_proposed_it() {
	build_and_execute(|| {
		let role = standing(ALICE, role_for(BOB, 3));
		leave(ALICE);
		set_epoch(1);
		assert_ok!(transact(role));
		assert_eq!(order_of(latest(role)).orderer, ALICE);
	});
}

// The member who has it.

#[test]
fn whoever_is_chosen_first_has_the_role() {
	build_and_execute(|| {
		let proposal = standing(ALICE, role(4));
		assert_eq!(order_of(1).worker, Worker::Applicants { orderer_too: true });
		// GIVEN nobody was chosen yet
		set_epoch(5);
		// THEN no other one is opened beside it, and none is lost
		assert_eq!((told(proposal).worker, state(proposal)), (None, RoleState::SeeksWorker));
		assert_noop!(transact(proposal), E::NotDue);
		assert_noop!(give_up(BOB, proposal), E::NotTheWorker);
		// WHEN nobody did it in time
		end_work(1, None);
		assert_eq!(counts(proposal), (3, 0, 0));
		// THEN the next one looks for somebody as well, at once
		assert_ok!(transact(proposal));
		assert_eq!(order_of(2).worker, Worker::Applicants { orderer_too: true });
		// WHEN somebody is chosen
		set_epoch(9);
		System::reset_events();
		taken_on(proposal, CHARLIE);
		assert_eq!(events(), [Event::RoleTaken { proposal, worker: CHARLIE }]);
		assert_eq!(told(proposal).worker, Some(CHARLIE));
		// THEN the others are theirs, whether or not they are done with this one
		assert_ok!(transact(proposal));
		assert_eq!(order_of(3).worker, Worker::Named(CHARLIE));
		taken_on(proposal, CHARLIE);
		assert_eq!(events().len(), 1, "it was theirs before");
		set_epoch(10);
		assert_ok!(transact(proposal));
		assert_eq!(counts(proposal), (0, 0, 3));
		assert_noop!(give_up(CHARLIE, proposal), E::AlreadyEnded);
	});
}

#[test]
fn whoever_is_chosen_after_the_role_was_ended_has_what_was_opened_and_no_more() {
	build_and_execute(|| {
		let proposal = standing(ALICE, role(4));
		assert_ok!(end_role(Track::Work, proposal));
		taken_on(proposal, CHARLIE);
		assert_eq!(told(proposal).worker, None);
		done_with(proposal, CHARLIE);
		assert_eq!(end(proposal), Some(End::Role(RoleEnd::Decided)));
	});
}

/// Somebody has done the last instalment of a role.
fn done_with(proposal: ProposalId, worker: AccountId) {
	end_work(latest(proposal), Some((worker, quality(100))));
}

#[test]
fn what_is_taken_on_elsewhere_gives_no_role() {
	build_and_execute(|| {
		let (proposal, plain) = (standing(ALICE, role(3)), funded(BOB, task(180)));
		let delivery = latest(proposal);
		for (cause, delivery) in [
			(Cause::Offer(proposal), delivery),
			(Cause::Proposal(plain), delivery),
			(Cause::Proposal(proposal), delivery + 1),
		] {
			assert_storage_noop!(Proposals::on_taken_on(cause, delivery, &CHARLIE));
		}
	});
}

#[test]
fn a_role_that_few_were_for_is_not_given_to_its_proposer() {
	build_group(6, || {
		let proposal = propose_task(ALICE, role(3));
		lazily(proposal);
		assert_eq!(order_of(1).worker, Worker::Applicants { orderer_too: false });
		end_work(1, None);
		set_epoch(1);
		assert_ok!(transact(proposal));
		assert_eq!(order_of(2).worker, Worker::Applicants { orderer_too: false });
	});
}

#[test]
#[should_panic(expected = "Defensive failure has been triggered")]
fn another_delivery_is_no_instalment() {
	build_and_execute(|| {
		let role = standing(ALICE, role_for(BOB, 3));
		Proposals::on_delivery_ended(Cause::Proposal(role), 7, Ended::Returned);
	});
}

// What is told.

#[test]
fn roles_are_told_with_what_is_next() {
	build_and_execute(|| {
		let first = standing(ALICE, role_for(BOB, 3));
		let second = standing(CHARLIE, role(2));
		let report = RoleReport {
			proposal: first,
			title: line("Weed the garden"),
			worker: Some(BOB),
			proposer: ALICE,
			state: RoleState::WaitsForEpoch(1),
			minutes: 180,
			price: 100,
			stream: Stream::Commons,
			instalments: 3,
			left: 2,
			lost: 0,
			under_way: vec![1],
			route: Route::Bar,
		};
		assert_eq!(Proposals::role(first), Some(report));
		let numbers =
			|from| Proposals::roles(from).iter().map(|role| role.proposal).collect::<Vec<_>>();
		assert_eq!(numbers(0), [first, second]);
		assert_eq!(numbers(first + 1), [second]);
		assert!(numbers(second + 1).is_empty());
		assert!(is_active(first));
	});
}

/// What is due on a proposal for somebody, in words.
fn due(
	who: AccountId,
	proposal: ProposalId,
) -> Vec<(Duty, String, Vec<String>, Option<AccountId>)> {
	<Proposals as InspectDue<_, _>>::due_for(&who)
		.into_iter()
		.filter(|due| due.number == Some(proposal))
		.map(|due| (due.duty, due.what, due.calls, due.with))
		.collect()
}

#[test]
fn what_is_due_on_a_role_is_told_to_all_members() {
	build_and_execute(|| {
		let role = standing(ALICE, role_for(BOB, 3));
		let can = |what: &str| {
			vec![(Duty::Can, what.to_string(), vec!["proposals.advance".to_string()], Some(BOB))]
		};
		assert_eq!(due(BOB, role), []);
		set_epoch(1);
		for who in [BOB, JUDY] {
			assert_eq!(due(who, role), can("Open the next instalment of the role."));
		}
		assert_eq!(due(STRANGER, role), []);
		set_pool(0);
		idle(Weight::MAX);
		let again = "Try again to open an instalment of the role: the pool could not pay it.";
		assert_eq!(due(BOB, role), can(again));
		set_epoch(2 + WAITS);
		let lost = "Let the role go on: the pool could not pay an instalment in time.";
		assert_eq!(due(BOB, role), can(lost));
		leave(BOB);
		assert_eq!(due(JUDY, role), can("End the role: the member who had it has left."));
	});
}
