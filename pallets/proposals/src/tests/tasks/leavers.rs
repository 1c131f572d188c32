//! What becomes of a task when whoever proposed, pays or does it leaves.

use super::*;

/// How far a task is when somebody leaves.
#[derive(Clone, Copy, PartialEq, Debug)]
enum At {
	Voting,
	Unfunded,
	Offered,
	Assigned,
	Delivered,
	Reviewed,
	Disputed,
}

/// Three hours that Alice proposes and Bob is to do.
fn task_at(at: At, funding: Funding) -> ProposalId {
	let order = Task { funding, ..task(180) };
	match at {
		At::Voting => propose_task(ALICE, Task { worker: Some(BOB), ..order }),
		At::Unfunded => {
			let task = propose_task(ALICE, Task { worker: Some(BOB), ..order });
			set_pool(0);
			set_wallet(ALICE, 0);
			pass(task);
			set_pool(POOL);
			set_wallet(ALICE, WALLET);
			task
		},
		At::Offered => funded(ALICE, Task { worker: Some(BOB), ..order }),
		At::Assigned => assigned(ALICE, order, BOB),
		At::Delivered => delivered(ALICE, order, BOB),
		At::Reviewed => {
			with_judges();
			delivered(ALICE, order, BOB)
		},
		At::Disputed => disputed(ALICE, order, BOB),
	}
}

/// Everyone who is there does what comes next, as long as anything does. What is judged is worth 40 %.
fn go_on(task: ProposalId) {
	let is_bob_there = remembered::Classes::contains_key(BOB);
	let done = match stage(task) {
		Stage::Voting { .. } | Stage::Confirming { .. } => {
			pass(task);
			Ok(())
		},
		Stage::Offered { .. } if is_bob_there => accept_task(BOB, task),
		Stage::Assigned { .. } if is_bob_there => deliver(BOB, task),
		Stage::Assigned { deadline: last, .. } | Stage::Delivered { until: last, .. } => {
			run_to_block(last + 1);
			advance(task).map(|_| ()).map_err(|failed| failed.error)
		},
		// What is to be paid, or was offered to somebody who has gone, needs no time.
		Stage::Approved { .. } | Stage::Offered { .. } => {
			advance(task).map(|_| ()).map_err(|failed| failed.error)
		},
		Stage::Reviewed { .. } => judge(task, 40),
		Stage::Disputed { .. } => settle(task, 40),
		Stage::Done { .. } => return,
	};
	assert_ok!(done);
	check_invariants();
	go_on(task);
}

/// How a task ends after somebody has left.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Fate {
	/// It was never funded.
	Lapsed,
	/// It was not done.
	Returned,
	/// It was paid, in full or to 40 %.
	Paid,
}
use Fate::*;

/// How it ends; what the pool, Alice and Bob have gained then; and what Bob is owed who has gone.
///
/// What goes back to Alice as she leaves comes to the pool with her.
type Ending = (Fate, [i64; 3], LaborBalance);

/// The endings by how far the task is, in the order of [`At`], for each who leaves in this order.
type Endings = [Ending; 7];

const NEVER: Ending = (Lapsed, [0, 0, 0], 0);

const POOL_WITHOUT_ALICE: Endings = [
	(Paid, [-100, 0, 100], 0),
	(Paid, [-100, 0, 100], 0),
	(Paid, [-100, 0, 100], 0),
	(Paid, [-100, 0, 100], 0),
	(Paid, [-100, 0, 100], 0),
	(Paid, [-40, 0, 40], 0),
	(Paid, [-40, 0, 40], 0),
];

const POOL_WITHOUT_BOB: Endings = [
	NEVER,
	NEVER,
	(Returned, [0, 0, 0], 0),
	(Returned, [0, 0, 0], 0),
	(Paid, [0, 0, 0], 100),
	(Paid, [0, 0, 0], 40),
	(Paid, [0, 0, 0], 40),
];

const OWN_WITHOUT_ALICE: Endings = [
	NEVER,
	NEVER,
	(Returned, [100, -100, 0], 0),
	(Paid, [10, -100, 90], 0),
	(Paid, [10, -100, 90], 0),
	(Paid, [64, -100, 36], 0),
	(Paid, [64, -100, 36], 0),
];

const OWN_WITHOUT_BOB: Endings = [
	NEVER,
	NEVER,
	(Returned, [0, 0, 0], 0),
	(Returned, [0, 0, 0], 0),
	(Paid, [100, -100, 0], 90),
	(Paid, [40, -40, 0], 36),
	(Paid, [40, -40, 0], 36),
];

const OWN_WITHOUT_ALICE_AND_BOB: Endings = [
	NEVER,
	NEVER,
	(Returned, [100, -100, 0], 0),
	(Returned, [100, -100, 0], 0),
	(Paid, [100, -100, 0], 90),
	(Paid, [100, -100, 0], 36),
	(Paid, [100, -100, 0], 36),
];

/// What Bob does is over before Alice goes.
const OWN_WITHOUT_BOB_AND_ALICE: Endings = [
	NEVER,
	NEVER,
	(Returned, [100, -100, 0], 0),
	(Returned, [0, 0, 0], 0),
	(Paid, [100, -100, 0], 90),
	(Paid, [100, -100, 0], 36),
	(Paid, [100, -100, 0], 36),
];

#[test]
fn whoever_leaves_at_whatever_stage() {
	let stages = [
		At::Voting,
		At::Unfunded,
		At::Offered,
		At::Assigned,
		At::Delivered,
		At::Reviewed,
		At::Disputed,
	];
	let table: [(Funding, &[AccountId], Endings); 8] = [
		(Funding::Pool, &[ALICE], POOL_WITHOUT_ALICE),
		(Funding::Pool, &[BOB], POOL_WITHOUT_BOB),
		(Funding::Pool, &[ALICE, BOB], POOL_WITHOUT_BOB),
		(Funding::Pool, &[BOB, ALICE], POOL_WITHOUT_BOB),
		(Funding::Own, &[ALICE], OWN_WITHOUT_ALICE),
		(Funding::Own, &[BOB], OWN_WITHOUT_BOB),
		(Funding::Own, &[ALICE, BOB], OWN_WITHOUT_ALICE_AND_BOB),
		(Funding::Own, &[BOB, ALICE], OWN_WITHOUT_BOB_AND_ALICE),
	];
	for (funding, leavers, endings) in table {
		for (at, (fate, gained, owed)) in stages.into_iter().zip(endings) {
			let case = format!("{at:?}, paid by {funding:?}, without {leavers:?}");
			build_and_execute(|| {
				let task = task_at(at, funding);
				let mut had = [0, 0, 0];
				for who in leavers {
					// What it owns besides is not what this is about.
					had[*who as usize] = wallet(*who) as i64;
					set_wallet(*who, 0);
					leave(*who);
					check_invariants();
				}
				go_on(task);
				let ending = match end(task) {
					Some(End::Lapsed) => Lapsed,
					Some(End::Returned) => Returned,
					Some(End::Settled(_)) => Paid,
					other => panic!("{case}: {other:?}"),
				};
				assert_eq!(ending, fate, "{case}");
				let mut gains = gains();
				gains.iter_mut().zip(had).for_each(|(gain, had)| *gain += had);
				assert_eq!(gains, gained, "{case}");
				assert_eq!(tied_up(), [0, 0], "{case}");
				let claims = claims();
				match owed {
					0 => assert!(claims.is_empty(), "{case}: {claims:?}"),
					owed => assert_eq!(claims, [(BOB, BOB as u32, owed)], "{case}"),
				}
				assert!(tasks_of(ALICE).is_empty() && tasks_of(BOB).is_empty(), "{case}");
			});
		}
	}
}

#[test]
fn whoever_leaves_gets_back_what_nobody_does_before_it_is_settled() {
	build_and_execute(|| {
		let task = funded(ALICE, own_task(180));
		assert_ok!(apply(BOB, task));
		System::reset_events();
		// WHEN membership tells that she has left, and her LABOR is not settled yet
		remembered::Classes::remove(ALICE);
		Proposals::on_left(&ALICE, 0, Class::Worker);
		// THEN all of it is hers again
		assert_eq!(events(), [Event::Returned { proposal: task, amount: PRICE }]);
		assert_eq!((wallet(ALICE), held(ALICE)), (WALLET, 0));
		assert!(Applicants::<Test>::get(task).is_empty());
	});
}

#[test]
fn if_whoever_proposed_it_has_left_any_other_member_stands_in() {
	build_and_execute(|| {
		let task = funded(ALICE, task(180));
		assert_ok!(apply(BOB, task));
		leave(ALICE);
		assert_noop!(assign(ALICE, task, BOB), E::NotYourProposal);
		assert_noop!(assign(BOB, task, BOB), E::NotYourProposal);
		assert_noop!(assign(STRANGER, task, BOB), E::NotYourProposal);
		assert_ok!(assign(CHARLIE, task, BOB));
		assert_ok!(deliver(BOB, task));
		assert_noop!(accept(ALICE, task), E::NotYoursToAccept);
		assert_noop!(accept(BOB, task), E::NotYoursToAccept);
		assert_noop!(accept(CHARLIE, task), E::NotYoursToAccept);
		assert_noop!(dispute(STRANGER, task), E::NotYoursToAccept);
		assert_noop!(dispute(BOB, task), E::NotYoursToAccept);
		assert_ok!(dispute(CHARLIE, task));
	});
	build_and_execute(|| {
		// Whoever has come back speaks for its task again.
		let task = delivered(ALICE, own_task(180), BOB);
		leave(ALICE);
		assert_eq!((escrowed(), held(ALICE)), (PRICE, 0));
		join(ALICE, Class::Worker);
		assert_noop!(accept(CHARLIE, task), E::NotYoursToAccept);
		assert_ok!(accept(ALICE, task));
		// It pays what it left behind, and no more: its new LABOR is untouched.
		assert_eq!((wallet(ALICE), wallet(BOB), escrowed()), (WALLET, WALLET + 90, 0));
		assert_eq!(works()[0].payer, Some(ALICE));
	});
}

#[test]
fn whoever_has_left_and_come_back_is_paid_by_the_rule_of_their_exit() {
	build_and_execute(|| {
		let task = delivered(ALICE, task(180), BOB);
		let before = number(BOB);
		leave(BOB);
		join(BOB, Class::User);
		assert!(tasks_of(BOB).is_empty(), "what it had delivered is on nobody's list");
		assert_ok!(accept(ALICE, task));
		// It is owed to the member that he was: nothing of it reaches his new wallet.
		assert_ne!(number(BOB), before);
		assert_eq!((wallet(BOB), claims()), (WALLET, vec![(BOB, before, PRICE)]));
	});
	build_and_execute(|| {
		// What it had not delivered is over, whether it comes back or not.
		let task = assigned(ALICE, task(180), BOB);
		leave(BOB);
		join(BOB, Class::Worker);
		assert_noop!(deliver(BOB, task), E::WrongStage);
		assert_eq!(end(task), Some(End::Returned));
	});
}

#[test]
fn leaving_with_many_tasks_settles_them_all() {
	build_and_execute(|| {
		// GIVEN Bob pays two, of which Clara does one, and does two himself
		let time = (2 * EPOCH).into();
		let offered = funded(BOB, Task { time, ..own_task(180) });
		let given = assigned(BOB, Task { time, ..own_task(60) }, CHARLIE);
		let taken = assigned(ALICE, Task { time, ..own_task(360) }, BOB);
		let done = delivered(ALICE, task(180), BOB);
		assert_eq!(tasks_of(BOB), [offered, given, taken, done]);
		assert_eq!((held(BOB), held(ALICE), escrowed()), (133, 200, 100));
		// WHEN he leaves
		leave(BOB);
		// THEN what nobody does is over, what Clara does goes on, and what he delivered is paid
		assert_eq!((end(offered), end(taken)), (Some(End::Returned), Some(End::Returned)));
		assert_eq!((held(BOB), held(ALICE), escrowed()), (0, 0, 133));
		assert_eq!((tasks_of(BOB), tasks_of(CHARLIE)), (vec![], vec![given]));
		assert_ok!(deliver(CHARLIE, given));
		run_to_block(last_block(given) + 1);
		assert_ok!(advance(given));
		assert_eq!(wallet(CHARLIE), WALLET + 29);
		assert_ok!(accept(ALICE, done));
		assert_eq!(claims(), [(BOB, BOB as u32, 100)]);
	});
}
