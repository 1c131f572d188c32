//! The life of a task, from its funding to its end, on every path.

mod agreeing;
mod leavers;

use super::*;

type E = Error<Test>;

/// What three hours of work are worth.
const PRICE: LaborBalance = 100;

fn apply(who: AccountId, proposal: ProposalId) -> DispatchResult {
	Proposals::apply_for(signed(who), proposal)
}

fn assign(who: AccountId, proposal: ProposalId, worker: AccountId) -> DispatchResult {
	Proposals::assign(signed(who), proposal, worker)
}

fn accept_task(who: AccountId, proposal: ProposalId) -> DispatchResult {
	Proposals::accept_task(signed(who), proposal)
}

fn give_up(who: AccountId, proposal: ProposalId) -> DispatchResult {
	Proposals::give_up(signed(who), proposal)
}

fn accept(who: AccountId, proposal: ProposalId) -> DispatchResult {
	Proposals::accept_delivery(signed(who), proposal)
}

/// The last block for what comes next.
fn last_block(proposal: ProposalId) -> BlockNumber {
	match stage(proposal) {
		Stage::Offered { deadline } | Stage::Assigned { deadline, .. } => deadline,
		Stage::Delivered { until, .. } | Stage::Approved { until, .. } => until,
		other => panic!("nothing has an end in {other:?}"),
	}
}

/// What the pool, Alice and Bob have gained since the beginning.
fn gains() -> [i64; 3] {
	let gain = |now: LaborBalance, then: LaborBalance| now as i64 - then as i64;
	[gain(pool(), POOL), gain(wallet(ALICE), WALLET), gain(wallet(BOB), WALLET)]
}

/// What is tied up on Alice's account, and in escrow.
fn tied_up() -> [LaborBalance; 2] {
	[held(ALICE), escrowed()]
}

fn tasks_of(who: AccountId) -> Vec<ProposalId> {
	TasksOf::<Test>::get(who).into_inner()
}

#[test]
fn from_proposal_to_payment_out_of_the_pool() {
	build_and_execute(|| {
		// GIVEN Alice proposes three hours of gardening
		let task = propose_task(ALICE, task(180));
		assert_eq!(tied_up(), [0, 0], "nothing is tied up before it is approved");
		// WHEN it is approved
		pass(task);
		// THEN the pool pays
		let deadline = now() + 1_000;
		let (from, until) = (now(), now() + BlockNumber::from(2 * EPOCH));
		let told = events();
		assert!(told.contains(&Event::Approved { proposal: task, route: Route::Bar, from, until }));
		assert_eq!(told.last(), Some(&Event::Funded { proposal: task, amount: PRICE, deadline }));
		assert_eq!((gains(), tied_up()), ([-100, 0, 0], [0, PRICE]));
		let source = Source::Escrow;
		let escrow = Escrow { amount: PRICE, source, payer: None, left: None, offered: None };
		assert_eq!(Escrows::<Test>::get(task), Some(escrow));
		// WHEN Bob and Clara apply, and Alice chooses Bob
		assert_ok!(apply(CHARLIE, task));
		assert_ok!(apply(BOB, task));
		assert_eq!(Applicants::<Test>::get(task).into_inner(), [CHARLIE, BOB]);
		assert_ok!(assign(ALICE, task, BOB));
		assert_eq!(
			events(),
			[
				Event::AppliedFor { proposal: task, who: CHARLIE },
				Event::AppliedFor { proposal: task, who: BOB },
				Event::Assigned { proposal: task, worker: BOB },
			]
		);
		assert_eq!(stage(task), Stage::Assigned { worker: BOB, deadline });
		assert_eq!((tasks_of(BOB), tasks_of(ALICE)), (vec![task], vec![]));
		// WHEN he delivers
		pass_blocks(500u64);
		assert_ok!(deliver(BOB, task));
		let evidence = note("https://example.org/photo");
		assert_eq!(events(), [Event::Delivered { proposal: task, evidence }]);
		let until = now() + BlockNumber::from(EPOCH);
		assert_eq!(stage(task), Stage::Delivered { worker: BOB, until });
		assert!(works().is_empty(), "nothing counts before it is paid");
		// WHEN she accepts
		assert_ok!(accept(ALICE, task));
		// THEN he has all of it, nothing is tied up any more, and it counts once
		assert_eq!((gains(), tied_up()), ([-100, 0, 100], [0, 0]));
		let work =
			Work { worker: BOB, minutes: 180, labor: PRICE, stream: Stream::Commons, payer: None };
		assert_eq!(works(), [work]);
		let quality = Percent::one();
		let settled =
			Event::Settled { proposal: task, worker: BOB, quality, earned: PRICE, returned: 0 };
		assert_eq!(events(), [settled]);
		assert_eq!(end(task), Some(End::Settled(quality)));
		assert!(tasks_of(BOB).is_empty() && Escrows::<Test>::get(task).is_none());
		// AND its whole life can be read.
		let names: Vec<_> = Histories::<Test>::get(task)
			.iter()
			.map(|(_, stage)| match stage {
				Stage::Voting { .. } => "voting",
				Stage::Approved { .. } => "approved",
				Stage::Offered { .. } => "offered",
				Stage::Assigned { .. } => "assigned",
				Stage::Delivered { .. } => "delivered",
				Stage::Done { .. } => "done",
				_ => "else",
			})
			.collect();
		assert_eq!(names, ["voting", "approved", "offered", "assigned", "delivered", "done"]);
	});
}

#[test]
fn what_a_member_pays_bears_the_contribution() {
	build_and_execute(|| {
		// GIVEN Alice proposes three hours of care that she pays herself
		let task = propose_task(ALICE, Task { stream: Stream::Care, ..own_task(180) });
		pass(task);
		// THEN they are held on her account
		assert_eq!((gains(), tied_up()), ([0, -100, 0], [PRICE, 0]));
		let source = Source::Held(ALICE);
		let payer = Some(ALICE);
		let escrow = Escrow { amount: PRICE, source, payer, left: None, offered: None };
		assert_eq!(Escrows::<Test>::get(task), Some(escrow));
		assert_eq!(tasks_of(ALICE), [task]);
		// WHEN Bob has done it
		assert_ok!(apply(BOB, task));
		assert_ok!(assign(ALICE, task, BOB));
		assert_eq!((tasks_of(ALICE), tasks_of(BOB)), (vec![task], vec![task]));
		assert_ok!(deliver(BOB, task));
		assert_ok!(accept(ALICE, task));
		// THEN a tenth is the commons', and the work is Livelihood, whatever its label
		assert_eq!((gains(), tied_up()), ([10, -100, 90], [0, 0]));
		let stream = Stream::Livelihood;
		let work = Work { worker: BOB, minutes: 180, labor: PRICE, stream, payer: Some(ALICE) };
		assert_eq!(works(), [work]);
		assert!(tasks_of(ALICE).is_empty() && tasks_of(BOB).is_empty());
	});
}

#[test]
fn time_is_worth_what_it_is_worth() {
	for (minutes, price) in [(180, 100), (60, 33), (3_600, 2_000), (2, 1), (181, 100)] {
		build_and_execute(|| {
			let task = delivered(ALICE, task(minutes), BOB);
			assert_eq!(escrowed(), price, "{minutes} minutes");
			assert_ok!(accept(ALICE, task));
			let price = price as i64;
			assert_eq!(gains(), [-price, 0, price], "{minutes} minutes");
		});
	}
	build_and_execute(|| {
		// One minute is worth nothing at all.
		let nothing = Proposals::propose_task(signed(ALICE), heading("A moment"), 0, task(1));
		assert_noop!(nothing, E::ImpossibleMinutes);
	});
}

#[test]
fn the_contribution_is_rounded_up() {
	build_and_execute(|| {
		let task = delivered(ALICE, own_task(60), BOB);
		assert_ok!(accept(ALICE, task));
		// Of 0.33, 0.04 are the commons'.
		assert_eq!(gains(), [4, -33, 29]);
	});
}

#[test]
fn a_named_worker_takes_it_on_itself() {
	build_and_execute(|| {
		let task = funded(ALICE, task_for(BOB, 180));
		assert_noop!(apply(CHARLIE, task), E::NotOpenToApplicants);
		assert_noop!(apply(BOB, task), E::NotOpenToApplicants);
		assert_noop!(assign(ALICE, task, BOB), E::NotAnApplicant);
		assert_noop!(accept_task(CHARLIE, task), E::NotTheWorker);
		assert_noop!(accept_task(ALICE, task), E::NotTheWorker);
		assert_noop!(deliver(BOB, task), E::WrongStage);
		System::reset_events();
		assert_ok!(accept_task(BOB, task));
		assert_eq!(events(), [Event::Assigned { proposal: task, worker: BOB }]);
		assert_noop!(accept_task(BOB, task), E::WrongStage);
		assert_noop!(deliver(ALICE, task), E::NotTheWorker);
		let blank = Proposals::deliver(signed(BOB), task, note(" "));
		assert_noop!(blank, E::EvidenceMissing);
		assert_ok!(deliver(BOB, task));
		assert_noop!(deliver(BOB, task), E::WrongStage);
		assert_noop!(give_up(BOB, task), E::WrongStage);
	});
}

#[test]
fn members_apply_and_whoever_proposed_it_chooses() {
	build_and_execute(|| {
		let task = funded(ALICE, task(180));
		assert_noop!(accept_task(BOB, task), E::NotTheWorker);
		assert_noop!(apply(STRANGER, task), E::NotMember);
		assert_noop!(apply(BOB, 99), E::NoSuchProposal);
		// There is room for four in these tests.
		for who in [BOB, CHARLIE, DAVE] {
			assert_ok!(apply(who, task));
			assert_noop!(apply(who, task), E::AppliedAlready);
		}
		assert_ok!(apply(EVE, task));
		assert_noop!(apply(FERDIE, task), E::TooManyApplicants);
		// Only Alice chooses, and only among them.
		assert_noop!(assign(BOB, task, BOB), E::NotYourProposal);
		assert_noop!(assign(CHARLIE, task, BOB), E::NotYourProposal);
		assert_noop!(assign(STRANGER, task, BOB), E::NotYourProposal);
		assert_noop!(assign(ALICE, task, FERDIE), E::NotAnApplicant);
		assert_noop!(assign(ALICE, 99, BOB), E::NoSuchProposal);
		// Whoever has gone meanwhile is not chosen.
		leave(CHARLIE);
		assert_noop!(assign(ALICE, task, CHARLIE), E::OtherIsNotMember);
		assert_ok!(assign(ALICE, task, DAVE));
		assert!(Applicants::<Test>::get(task).is_empty());
		assert_noop!(apply(FERDIE, task), E::WrongStage);
		assert_noop!(assign(ALICE, task, BOB), E::WrongStage);
	});
}

#[test]
fn nobody_applies_for_what_is_not_offered() {
	build_and_execute(|| {
		let voted_on = propose_task(ALICE, task(180));
		assert_noop!(apply(BOB, voted_on), E::WrongStage);
		assert_noop!(assign(ALICE, voted_on, BOB), E::WrongStage);
		assert_noop!(accept_task(BOB, voted_on), E::WrongStage);
		assert_noop!(give_up(BOB, voted_on), E::WrongStage);
		assert_noop!(deliver(BOB, voted_on), E::WrongStage);
		assert_noop!(accept(ALICE, voted_on), E::WrongStage);
		assert_noop!(dispute(ALICE, voted_on), E::WrongStage);
		let question = ask(BOB, &["Yes", "No"]);
		let motion = propose_motion(BOB, deed(Track::Admission));
		for other in [question, motion] {
			assert_noop!(apply(CHARLIE, other), E::WrongStage);
			assert_noop!(deliver(CHARLIE, other), E::WrongStage);
		}
		pass(motion);
		assert_noop!(apply(CHARLIE, motion), E::WrongStage);
	});
}

#[test]
fn whoever_pays_does_not_work_for_itself() {
	build_and_execute(|| {
		let own = Task { worker: Some(ALICE), ..own_task(180) };
		let propose = Proposals::propose_task(signed(ALICE), heading("For me"), 0, own);
		assert_noop!(propose, E::WorkerIsYourself);
		let task = funded(ALICE, own_task(180));
		assert_noop!(apply(ALICE, task), E::WorkerIsYourself);
	});
}

#[test]
fn whoever_proposed_common_work_may_do_it_and_others_may_object() {
	build_and_execute(|| {
		// GIVEN Alice applies for what she has proposed herself
		let task = funded(ALICE, task(180));
		assert_ok!(apply(ALICE, task));
		assert_ok!(apply(BOB, task));
		// THEN she does not choose herself, but any other member may
		assert_noop!(assign(ALICE, task, ALICE), E::NotYourProposal);
		assert_noop!(assign(STRANGER, task, ALICE), E::NotYourProposal);
		assert_noop!(assign(CHARLIE, task, BOB), E::NotYourProposal);
		assert_ok!(assign(CHARLIE, task, ALICE));
		assert_ok!(deliver(ALICE, task));
		// AND nobody hands it over: any other member may object, or silence accepts
		for who in [ALICE, DAVE, STRANGER] {
			assert_noop!(accept(who, task), E::NotYoursToAccept);
		}
		assert_noop!(dispute(ALICE, task), E::NotYoursToAccept);
		assert_noop!(dispute(STRANGER, task), E::NotYoursToAccept);
		run_to_block(last_block(task) + 1);
		assert_ok!(advance(task));
		assert_eq!(gains(), [-100, 100, 0]);
	});
	build_and_execute(|| {
		// Named from the beginning, it is the same.
		let task = delivered(ALICE, task(180), ALICE);
		assert_noop!(accept(ALICE, task), E::NotYoursToAccept);
		assert_noop!(accept(DAVE, task), E::NotYoursToAccept);
		assert_ok!(dispute(DAVE, task));
	});
}

#[test]
fn only_whoever_proposed_it_answers() {
	build_and_execute(|| {
		let task = delivered(ALICE, task(180), BOB);
		for who in [BOB, CHARLIE, STRANGER] {
			assert_noop!(accept(who, task), E::NotYoursToAccept);
			assert_noop!(dispute(who, task), E::NotYoursToAccept);
		}
		let blank = Proposals::dispute(signed(ALICE), task, note("  "));
		assert_noop!(blank, E::ReasonMissing);
		assert_ok!(accept(ALICE, task));
		assert_noop!(accept(ALICE, task), E::WrongStage);
		assert_noop!(dispute(ALICE, task), E::WrongStage);
		assert_noop!(advance(task), E::NotDue);
		works();
	});
}

#[test]
fn silence_accepts() {
	build_and_execute(|| {
		let task = delivered(ALICE, task(180), BOB);
		let until = last_block(task);
		assert_eq!(until, now() + BlockNumber::from(EPOCH));
		run_to_block(until);
		assert_noop!(advance(task), E::NotDue);
		// One block later it is too late for a dispute, and everyone may see to the payment.
		run_to_block(until + 1);
		assert_noop!(dispute(ALICE, task), E::DeadlinePassed);
		let free = advance(task).expect("it is due");
		assert_eq!(free.pays_fee, Pays::No);
		assert_eq!((gains(), tied_up()), ([-100, 0, 100], [0, 0]));
		assert_eq!(works().len(), 1);
		assert_noop!(advance(task), E::NotDue);
	});
	build_and_execute(|| {
		// A word is as good as silence, also after it; and a dispute is in time in the last block.
		let accepted = delivered(ALICE, task(180), BOB);
		let disputed = delivered(ALICE, task(180), BOB);
		run_to_block(last_block(accepted) + 1);
		assert_ok!(accept(ALICE, accepted));
		run_to_block(last_block(disputed));
		assert_ok!(dispute(ALICE, disputed));
	});
}

#[test]
fn an_idle_block_pays_what_nobody_disputed() {
	build_and_execute(|| {
		let task = delivered(ALICE, task(180), BOB);
		run_to_block(last_block(task));
		idle(Weight::MAX);
		assert!(!stage(task).is_done());
		pass_blocks(1u64);
		idle(Weight::MAX);
		assert_eq!(end(task), Some(End::Settled(Percent::one())));
		assert_eq!(gains(), [-100, 0, 100]);
	});
}

#[test]
fn a_worker_gives_up_before_it_delivers() {
	for own in [false, true] {
		build_and_execute(|| {
			let order = if own { own_task(180) } else { task(180) };
			let task = assigned(ALICE, order, BOB);
			System::reset_events();
			assert_noop!(give_up(ALICE, task), E::NotTheWorker);
			assert_noop!(give_up(CHARLIE, task), E::NotTheWorker);
			assert_ok!(give_up(BOB, task));
			assert_eq!(events(), [Event::Returned { proposal: task, amount: PRICE }]);
			assert_eq!((gains(), tied_up()), ([0, 0, 0], [0, 0]));
			assert_eq!(end(task), Some(End::Returned));
			assert!(tasks_of(ALICE).is_empty() && tasks_of(BOB).is_empty());
			assert_noop!(give_up(BOB, task), E::WrongStage);
			assert!(works().is_empty());
		});
	}
	build_and_execute(|| {
		// Also when it is too late to deliver, and nobody has returned it yet.
		let task = assigned(ALICE, own_task(180), BOB);
		run_to_block(last_block(task) + 1);
		assert_ok!(give_up(BOB, task));
		assert_eq!(gains(), [0, 0, 0]);
	});
}

#[test]
fn whoever_pays_takes_back_what_nobody_has_taken_on() {
	for worker in [None, Some(BOB)] {
		build_and_execute(|| {
			let task = funded(ALICE, Task { worker, ..own_task(180) });
			if worker.is_none() {
				assert_ok!(apply(BOB, task));
			}
			for who in [BOB, CHARLIE, STRANGER] {
				assert_noop!(give_up(who, task), E::NotTheWorker);
			}
			System::reset_events();
			assert_ok!(give_up(ALICE, task));
			assert_eq!(events(), [Event::Returned { proposal: task, amount: PRICE }]);
			assert_eq!((gains(), tied_up()), ([0, 0, 0], [0, 0]));
			assert!(Applicants::<Test>::get(task).is_empty() && tasks_of(ALICE).is_empty());
		});
	}
	build_and_execute(|| {
		// Once somebody does it, it is not hers to take back; and the commons' tasks never are.
		let taken = assigned(ALICE, own_task(180), BOB);
		assert_noop!(give_up(ALICE, taken), E::NotTheWorker);
		let common = funded(ALICE, task(180));
		assert_noop!(give_up(ALICE, common), E::NotTheWorker);
	});
}

#[test]
fn what_waits_for_somebody_who_has_left_goes_back_at_once() {
	for own in [false, true] {
		build_and_execute(|| {
			let order = if own { own_task(180) } else { task(180) };
			let task = funded(ALICE, Task { worker: Some(BOB), ..order });
			assert_noop!(advance(task), E::NotDue);
			leave(BOB);
			System::reset_events();
			assert_ok!(advance(task));
			assert_eq!(events(), [Event::Returned { proposal: task, amount: PRICE }]);
			// What he owned is the pool's.
			assert_eq!((pool(), wallet(ALICE), tied_up()), (POOL + WALLET, WALLET, [0, 0]));
		});
	}
	build_and_execute(|| {
		// An open task waits for others.
		let task = funded(ALICE, task(180));
		assert_ok!(apply(BOB, task));
		leave(BOB);
		assert_noop!(advance(task), E::NotDue);
	});
}

#[test]
fn the_pool_pays_nobody_s_livelihood() {
	build_and_execute(|| {
		let stream = Stream::Livelihood;
		let common = Task { stream, ..task(180) };
		let propose = Proposals::propose_task(signed(ALICE), heading("A job"), 0, common);
		assert_noop!(propose, E::ImpossibleStream);
		let done = Reward { stream, ..reward(BOB, 180) };
		let propose = Proposals::propose_reward(signed(ALICE), heading("A job"), 0, done);
		assert_noop!(propose, E::ImpossibleStream);
		propose_task(ALICE, Task { stream, ..own_task(180) });
	});
}

#[test]
fn the_deadline_to_the_block() {
	for own in [false, true] {
		let order = move |minutes| if own { own_task(minutes) } else { task(minutes) };
		// In the last block everything is in time.
		build_and_execute(|| {
			let task = funded(ALICE, order(180));
			let deadline = last_block(task);
			assert_eq!(deadline, now() + 1_000);
			run_to_block(deadline - 1);
			assert_noop!(advance(task), E::NotDue);
			run_to_block(deadline);
			assert_noop!(advance(task), E::NotDue);
			assert_ok!(apply(BOB, task));
			assert_ok!(assign(ALICE, task, BOB));
			assert_noop!(advance(task), E::NotDue);
			assert_ok!(deliver(BOB, task));
			// From then on the worker is out of time's reach.
			run_to_block(deadline + 1);
			assert_noop!(advance(task), E::NotDue);
		});
		// In the next one nothing is, but returning what was tied up.
		build_and_execute(|| {
			let task = funded(ALICE, order(180));
			assert_ok!(apply(BOB, task));
			run_to_block(last_block(task) + 1);
			assert_noop!(apply(CHARLIE, task), E::DeadlinePassed);
			assert_noop!(assign(ALICE, task, BOB), E::DeadlinePassed);
			System::reset_events();
			let free = advance(task).expect("it is due");
			assert_eq!(free.pays_fee, Pays::No);
			assert_eq!(events(), [Event::Returned { proposal: task, amount: PRICE }]);
			assert_eq!((gains(), tied_up()), ([0, 0, 0], [0, 0]));
			assert!(Applicants::<Test>::get(task).is_empty() && tasks_of(ALICE).is_empty());
			assert_noop!(advance(task), E::NotDue);
		});
		build_and_execute(|| {
			let named = funded(ALICE, Task { worker: Some(BOB), ..order(180) });
			let taken = assigned(ALICE, order(180), BOB);
			run_to_block(last_block(named).max(last_block(taken)) + 1);
			assert_noop!(accept_task(BOB, named), E::DeadlinePassed);
			assert_noop!(deliver(BOB, taken), E::DeadlinePassed);
			assert_ok!(advance(named));
			assert_ok!(advance(taken));
			assert_eq!((gains(), tied_up()), ([0, 0, 0], [0, 0]));
			assert_eq!(end(taken), Some(End::Returned));
			assert!(tasks_of(ALICE).is_empty() && tasks_of(BOB).is_empty());
		});
	}
}

#[test]
fn what_does_not_fit_the_worker_is_deferred() {
	build_and_execute(|| {
		let task = delivered(ALICE, own_task(180), BOB);
		set_holding_cap(WALLET + 50);
		assert_ok!(accept(ALICE, task));
		assert_eq!((gains(), deferred(BOB)), ([10, -100, 50], 40));
	});
}
