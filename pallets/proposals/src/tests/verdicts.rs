//! What was delivered and is disputed or judged.

use super::*;
use artel_primitives::work::Minutes;

type E = Error<Test>;

/// The time for a motion on the second route: its period, its delay, and the time to execute it.
const TIME_TO_SETTLE: BlockNumber = 14 * DAY as u64 + EPOCH as u64 + 2 * EPOCH as u64;

fn accept(who: AccountId, proposal: ProposalId) -> DispatchResult {
	Proposals::accept_delivery(signed(who), proposal)
}

/// What the pool, Alice and Bob have gained since the beginning.
fn gains() -> [i64; 3] {
	let gain = |now: LaborBalance, then: LaborBalance| now as i64 - then as i64;
	[gain(pool(), POOL), gain(wallet(ALICE), WALLET), gain(wallet(BOB), WALLET)]
}

/// The same call, made as a transaction would.
fn dispatch(origin: RuntimeOrigin, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
	call.into().dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

#[test]
fn a_dispute_is_settled_by_all_members() {
	build_and_execute(|| {
		// GIVEN Alice disputes what Bob has delivered
		let task = delivered(ALICE, task(180), BOB);
		System::reset_events();
		assert_ok!(dispute(ALICE, task));
		let reason = note("half of it is missing");
		assert_eq!(events(), [Event::Disputed { proposal: task, by: ALICE, reason }]);
		let until = now() + TIME_TO_SETTLE;
		assert_eq!(stage(task), Stage::Disputed { worker: BOB, until });
		// THEN neither words nor a short silence accept it any more
		assert_noop!(accept(ALICE, task), E::WrongStage);
		assert_noop!(dispute(ALICE, task), E::WrongStage);
		assert_noop!(advance(task), E::NotDue);
		assert_noop!(deliver(BOB, task), E::WrongStage);
		assert_noop!(Proposals::give_up(signed(BOB), task), E::WrongStage);
		// AND nobody settles it alone
		let quality = Percent::from_percent(40);
		for origin in [signed(ALICE), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Proposals::settle(origin, task, quality), BadOrigin);
		}
		for track in Track::ALL.into_iter().filter(|track| *track != Track::Work) {
			let origin: RuntimeOrigin = authority(track);
			assert_noop!(Proposals::settle(origin, task, quality), BadOrigin);
		}
		// WHEN a motion says how good it was
		let call = RuntimeCall::Proposals(Call::settle { proposal: task, quality });
		let motion = propose_motion(CHARLIE, call);
		assert_eq!(rules(motion).track, Track::Work);
		pass_and_wait(motion);
		System::reset_events();
		assert_ok!(execute(motion));
		// THEN that much of it is his, and the rest is the pool's again
		let settled =
			Event::Settled { proposal: task, worker: BOB, quality, earned: 40, returned: 60 };
		assert_eq!(events(), [settled, Event::Executed { proposal: motion }]);
		assert_eq!(gains(), [-40, 0, 40]);
		assert_eq!(end(task), Some(End::Settled(quality)));
		let work =
			Work { worker: BOB, minutes: 72, labor: 40, stream: Stream::Commons, payer: None };
		assert_eq!(works(), [work]);
		assert_noop!(settle(task, 40), E::WrongStage);
	});
}

/// The LABOR earned, the minutes counted, and the contribution if a member pays.
type Gain = (LaborBalance, Minutes, LaborBalance);

/// A quality, and what comes of it after 180 and after 100 minutes.
const QUALITIES: [(u8, [Gain; 2]); 7] = [
	(0, [(0, 0, 0), (0, 0, 0)]),
	(1, [(1, 1, 1), (0, 1, 0)]),
	(33, [(33, 59, 4), (18, 33, 2)]),
	(40, [(40, 72, 4), (22, 40, 3)]),
	(50, [(50, 90, 5), (27, 50, 3)]),
	(99, [(99, 178, 10), (54, 99, 6)]),
	(100, [(100, 180, 10), (55, 100, 6)]),
];

#[test]
fn quality_scales_labor_and_minutes_alike_and_rounds_down() {
	for (percent, results) in QUALITIES {
		for ((minutes, price), (earned, counted, contribution)) in
			[(180, 100), (100, 55)].into_iter().zip(results)
		{
			for (own, judged) in [(false, false), (false, true), (true, false), (true, true)] {
				let case = format!("{percent} % of {minutes}, own {own}, judged {judged}");
				build_and_execute(|| {
					let order = if own { own_task(minutes) } else { task(minutes) };
					// WHEN it is settled by a motion, or judged by a case
					let task = match judged {
						false => {
							let task = disputed(ALICE, order, BOB);
							assert_ok!(settle(task, percent));
							task
						},
						true => {
							with_judges();
							let task = delivered(ALICE, order, BOB);
							assert_ok!(judge(task, percent));
							task
						},
					};
					// THEN it is the same
					let quality = Percent::from_percent(percent);
					assert_eq!(end(task), Some(End::Settled(quality)), "{case}");
					let (paid, cost) = (earned as i64, contribution as i64);
					let gained = match own {
						false => [-paid, 0, paid],
						true => [cost, -paid, paid - cost],
					};
					assert_eq!(gains(), gained, "{case}");
					assert_eq!((held(ALICE), escrowed()), (0, 0), "{case}");
					let returned = price - earned;
					let told =
						Event::Settled { proposal: task, worker: BOB, quality, earned, returned };
					assert!(events().contains(&told), "{case}");
					let stream = if own { Stream::Livelihood } else { Stream::Commons };
					let payer = own.then_some(ALICE);
					let work = Work { worker: BOB, minutes: counted, labor: earned, stream, payer };
					let expected = if earned > 0 { vec![work] } else { vec![] };
					assert_eq!(works(), expected, "{case}");
				});
			}
		}
	}
}

/// The buyer does not vote its money back, nor do those vote for it whom it brings along (attacks, P8).
#[test]
fn neither_side_has_a_part_in_the_verdict() {
	build_group(6, || {
		let task = disputed(ALICE, own_task(180), BOB);
		let call = Call::settle { proposal: task, quality: Percent::zero() };
		let motion = propose_motion(ALICE, call.into());
		for side in [ALICE, BOB] {
			assert_noop!(vote(side, motion, Choice::Aye), NO_VOICE);
		}
		// Four are left, for three of whom somebody else speaks.
		for who in [CHARLIE, DAVE, EVE] {
			assert_ok!(vote_by_delegate(who, motion, Choice::Aye));
		}
		run_to_end(motion);
		assert_ok!(advance(motion));
		assert_eq!(end(motion), Some(End::Rejected));
	});
}

#[test]
fn a_quality_beyond_the_whole_is_refused() {
	build_and_execute(|| {
		let task = disputed(ALICE, task(180), BOB);
		let work: RuntimeOrigin = authority(Track::Work);
		assert_noop!(Proposals::settle(work, task, impossible(101)), E::ImpossibleQuality);
		with_judges();
		let task = delivered(ALICE, task_for(BOB, 180), BOB);
		let verdict = <Proposals as SettleVerdict>::settle(Subject::Task(task), impossible(101));
		assert_noop!(verdict, E::ImpossibleQuality);
	});
}

#[test]
fn with_enough_to_judge_a_delivery_is_a_case() {
	build_and_execute(|| {
		with_judges();
		let task = delivered(ALICE, task(180), BOB);
		// THEN a case knows who must not judge it
		assert_eq!(cases(), [(Subject::Task(task), vec![ALICE, BOB])]);
		assert_eq!(stage(task), Stage::Reviewed { worker: BOB });
		// AND nobody accepts or disputes it, however long it takes; nor does a motion settle it
		assert_noop!(accept(ALICE, task), E::WrongStage);
		assert_noop!(dispute(ALICE, task), E::WrongStage);
		assert_noop!(settle(task, 40), E::WrongStage);
		pass_blocks(100 * EPOCH);
		assert_noop!(advance(task), E::NotDue);
		assert_noop!(Proposals::give_up(signed(BOB), task), E::WrongStage);
		// WHEN it is judged
		assert_ok!(judge(task, 80));
		assert_eq!(gains(), [-80, 0, 80]);
		assert_noop!(judge(task, 80), E::WrongStage);
	});
}

#[test]
fn a_verdict_settles_nothing_that_is_not_judged() {
	build_and_execute(|| {
		let subject = Subject::Order(1);
		let verdict = <Proposals as SettleVerdict>::settle(subject, Percent::one());
		assert_noop!(verdict, E::NoSuchProposal);
		assert_noop!(judge(99, 80), E::NoSuchProposal);
		assert_noop!(settle(99, 80), E::NoSuchProposal);
		let voted_on = propose_task(ALICE, task(180));
		let offered = funded(ALICE, task(180));
		let assigned = assigned(ALICE, task(180), BOB);
		let delivered = delivered(ALICE, own_task(180), BOB);
		let disputed = disputed(ALICE, task(180), CHARLIE);
		let question = ask(BOB, &["Yes", "No"]);
		let motion = propose_motion(BOB, deed(Track::Admission));
		for proposal in [voted_on, offered, assigned, delivered, disputed, question, motion] {
			assert_noop!(judge(proposal, 80), E::WrongStage);
			if proposal != disputed {
				assert_noop!(settle(proposal, 80), E::WrongStage);
			}
		}
	});
}

#[test]
fn what_nobody_settles_in_time_counts_as_accepted() {
	for own in [false, true] {
		build_and_execute(|| {
			let order = if own { own_task(180) } else { task(180) };
			let task = disputed(ALICE, order, BOB);
			run_to_block(now() + TIME_TO_SETTLE);
			assert_noop!(advance(task), E::NotDue);
			// In its last block it is settled by whatever quality, or in the next one paid in full.
			hypothetically!({
				assert_ok!(settle(task, 0));
			});
			pass_blocks(1u64);
			hypothetically!({
				assert_ok!(settle(task, 0));
			});
			assert_ok!(advance(task));
			let gained = if own { [10, -100, 90] } else { [-100, 0, 100] };
			assert_eq!(gains(), gained);
			assert_eq!(end(task), Some(End::Settled(Percent::one())));
		});
	}
}

#[test]
fn a_motion_that_settles_too_late_changes_nothing() {
	build_and_execute(|| {
		let task = disputed(ALICE, task(180), BOB);
		let quality = Percent::from_percent(40);
		let call = || RuntimeCall::Proposals(Call::settle { proposal: task, quality });
		let (first, second) = (propose_motion(CHARLIE, call()), propose_motion(DAVE, call()));
		for motion in [first, second] {
			ayes(&EVERYBODY[2..], motion);
		}
		run_to_notice(second);
		for motion in [first, second] {
			assert_ok!(advance(motion));
		}
		assert_ok!(execute(first));
		System::reset_events();
		assert_ok!(execute(second));
		// There is nothing to judge any more.
		let Stage::Approved { until, .. } = stage(second) else { panic!("it stays approved") };
		let error = E::NothingToDecide.into();
		assert_eq!(events(), [Event::NotExecuted { proposal: second, error, until }]);
		assert_eq!((end(first), gains()), (Some(End::Executed), [-40, 0, 40]));
	});
}

#[test]
fn what_fails_to_be_paid_leaves_no_trace() {
	build_and_execute(|| {
		// GIVEN a task whose LABOR has got lost by some fault elsewhere
		let task = disputed(ALICE, own_task(180), BOB);
		let kept = remembered::Holds::take((RuntimeHoldReason::from(HoldReason::Task), ALICE));
		let call = Call::settle { proposal: task, quality: Percent::from_percent(40) };
		let work: RuntimeOrigin = authority(Track::Work);
		assert_noop!(dispatch(work, call), NOT_TIED_UP);
		assert!(matches!(stage(task), Stage::Disputed { .. }));
		remembered::Holds::insert((RuntimeHoldReason::from(HoldReason::Task), ALICE), kept);
	});
}
