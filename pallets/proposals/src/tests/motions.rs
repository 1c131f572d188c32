//! How motions are carried out.

use super::*;
use crate::mock::pallet_deeds::Error as Failure;

/// A motion that was approved and can be executed now.
fn approved(call: RuntimeCall) -> ProposalId {
	let proposal = propose_motion(ALICE, call);
	pass_and_wait(proposal);
	assert!(route(proposal).is_some());
	events();
	proposal
}

fn execute_within(proposal: ProposalId, limit: Weight) -> DispatchResultWithPostInfo {
	Proposals::execute(signed(STRANGER), proposal, limit)
}

/// What executing weighs by itself.
fn own_weight() -> Weight {
	Proposals::weight_to_execute()
}

/// Nothing but the call of a motion was lost in the meantime.
fn put_in_place(proposal: ProposalId, encoded: Vec<u8>) {
	Contents::<Test>::mutate(proposal, |kept| {
		let (_, payload) = kept.as_mut().expect("it is there");
		*payload = Payload::Motion(BoundedVec::truncate_from(encoded));
	});
}

/// A motion is over, though its call was not carried out.
fn assert_failed(proposal: ProposalId, why: impl Into<DispatchError>) {
	assert_eq!(execute(proposal), Ok((Some(own_weight()), Pays::No).into()));
	assert_eq!(events(), [Event::Executed { proposal, result: Err(why.into()) }]);
	assert_eq!(stage(proposal), Stage::Done { end: End::Failed, at: now() });
	assert_eq!(deeds(), []);
	assert_noop!(execute(proposal), Error::<Test>::WrongStage);
}

#[test]
fn a_motion_is_carried_out_once_and_costs_nothing() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Fund));
		let done = execute(proposal).expect("it is due");
		assert_eq!(done.pays_fee, Pays::No);
		assert_eq!(events(), [Event::Executed { proposal, result: Ok(()) }]);
		assert_eq!(stage(proposal), Stage::Done { end: End::Executed, at: now() });
		assert!(!is_active(proposal));
		assert_eq!(deeds().len(), 1);
		assert_noop!(execute(proposal), Error::<Test>::WrongStage);
		assert_eq!(deeds(), []);
	});
}

#[test]
fn each_track_carries_out_its_own_motions_with_its_own_authority() {
	for track in MOTIONS {
		build_and_execute(|| {
			let proposal = approved(deed(track));
			assert_ok!(execute(proposal));
			let expected = match track {
				Track::Constitution => OriginCaller::system(frame_system::RawOrigin::Root),
				track => OriginCaller::Proposals(Origin(track)),
			};
			assert_eq!(deeds(), [expected]);
		});
	}
}

#[test]
fn an_authority_is_good_for_its_track_alone() {
	build_and_execute(|| {
		type Care = Decided<{ Track::Care as u8 }>;
		for track in Track::ALL {
			let origin = RuntimeOrigin::from(Origin(track));
			let refused = Care::try_origin(origin.clone());
			match track {
				Track::Care => assert!(refused.is_ok()),
				_ => {
					let back = refused.expect_err("it is another track's");
					assert_eq!(back.caller, origin.caller);
				},
			}
		}
		for origin in [RuntimeOrigin::root(), signed(ALICE), RuntimeOrigin::none()] {
			assert!(Care::try_origin(origin).is_err());
		}
		let numbers = Track::ALL.map(|track| track as u8);
		assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
	});
}

#[test]
fn what_was_passed_at_the_end_is_carried_out_like_all_else() {
	build_and_execute(|| {
		let proposal = propose_motion(ALICE, deed(Track::Admission));
		ayes(&EVERYBODY[..4], proposal);
		run_to_end(proposal);
		assert_ok!(advance(proposal));
		assert_noop!(execute(proposal), Error::<Test>::NotDue);
		pass_blocks(EPOCH);
		assert_ok!(execute(proposal));
		assert_eq!(deeds(), [OriginCaller::Proposals(Origin(Track::Admission))]);
	});
}

#[test]
fn a_motion_that_fails_is_over_and_leaves_nothing_behind() {
	build_and_execute(|| {
		let proposal = approved(misdeed(Track::Fund));
		assert_eq!(execute(proposal).map(|done| done.pays_fee), Ok(Pays::No));
		let result = Err(Failure::<Test>::Failed.into());
		assert_eq!(events(), [Event::Executed { proposal, result }]);
		assert_eq!(end(proposal), Some(End::Failed));
		// It had begun to do something.
		assert_eq!(deeds(), []);
		assert_noop!(execute(proposal), Error::<Test>::WrongStage);
	});
}

#[test]
fn what_a_motion_does_not_weigh_is_not_charged() {
	let (most, used) = (Weight::from_parts(5_000, 50), Weight::from_parts(300, 3));
	for fails in [false, true] {
		for (used, charged) in [(Some(used), used), (None, most)] {
			build_and_execute(|| {
				let proposal = approved(heavy(most, used, fails));
				let expected = (Some(own_weight() + charged), Pays::No).into();
				assert_eq!(execute(proposal), Ok(expected));
			});
		}
	}
}

#[test]
fn a_motion_heavier_than_allowed_waits_for_somebody_who_allows_it() {
	build_and_execute(|| {
		let weight = Weight::from_parts(5_000, 50);
		let proposal = approved(heavy(weight, None, false));
		for short in [Weight::from_parts(4_999, 50), Weight::from_parts(5_000, 49), Weight::zero()]
		{
			let refused = execute_within(proposal, short);
			assert_noop!(refused, Error::<Test>::WeightLimitTooLow);
			let refused = refused.expect_err("it was refused");
			assert_eq!(refused.post_info.pays_fee, Pays::Yes);
		}
		assert_ok!(execute_within(proposal, weight));
		assert_eq!(end(proposal), Some(End::Executed));
	});
}

#[test]
fn executing_is_charged_with_what_it_may_weigh() {
	build_and_execute(|| {
		let limit = Weight::from_parts(5_000, 50);
		let call = crate::Call::<Test>::execute { proposal: 1, weight_limit: limit };
		assert_eq!(call.get_dispatch_info().call_weight, own_weight() + limit);
		let most = crate::Call::<Test>::execute { proposal: 1, weight_limit: Weight::MAX };
		assert_eq!(most.get_dispatch_info().call_weight, Weight::MAX);
	});
}

#[test]
fn a_motion_whose_call_has_become_too_heavy_fails() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Admission));
		// An upgrade has made it heavier.
		let heavier = heavy(HEAVIEST + Weight::from_parts(1, 0), None, false);
		put_in_place(proposal, heavier.encode());
		assert_failed(proposal, Error::<Test>::MotionTooHeavy);
	});
}

#[test]
fn a_motion_whose_call_is_no_longer_allowed_fails() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Fund));
		forbid_motions();
		assert_failed(proposal, Error::<Test>::CallNotAllowed);
	});
}

#[test]
fn a_motion_whose_call_belongs_to_another_track_by_now_fails() {
	for track in [Track::Constitution, Track::Work, Track::Care] {
		build_and_execute(|| {
			let proposal = approved(deed(Track::Fund));
			judge_otherwise(track);
			assert_failed(proposal, Error::<Test>::CallNotAllowed);
		});
	}
}

#[test]
fn a_motion_whose_call_is_paused_waits() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Fund));
		pause(true);
		assert_noop!(execute(proposal), Error::<Test>::CallPaused);
		pause(false);
		assert_ok!(execute(proposal));
		assert_eq!(deeds().len(), 1);
	});
}

#[test]
fn nothing_is_paused_for_the_constitution() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Constitution));
		pause(true);
		assert_ok!(execute(proposal));
		assert_eq!(deeds().len(), 1);
	});
}

#[test]
fn a_motion_that_cannot_be_read_any_more_fails() {
	let whole = deed(Track::Fund).encode();
	let more = [&whole[..], &[0]].concat();
	for spoiled in [vec![], vec![255, 255], whole[..whole.len() - 1].to_vec(), more] {
		build_and_execute(|| {
			let proposal = approved(deed(Track::Fund));
			put_in_place(proposal, spoiled.clone());
			assert_failed(proposal, Error::<Test>::CallNotAllowed);
		});
	}
}

#[test]
fn what_could_not_be_executed_is_not_tried_for_free_for_ever() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Fund));
		put_in_place(proposal, vec![255, 255]);
		// However little weight is allowed, as there is nothing to weigh.
		assert_ok!(execute_within(proposal, Weight::zero()));
		assert_eq!(end(proposal), Some(End::Failed));
	});
}

#[test]
fn a_motion_is_executed_in_its_time() {
	build_and_execute(|| {
		let proposal = moved(Track::Constitution);
		assert_noop!(execute(proposal), Error::<Test>::WrongStage);
		pass(proposal);
		let Stage::Approved { from, until, .. } = stage(proposal) else { panic!("approved") };
		assert_eq!((from, until), (now() + u64::from(EPOCH), now() + u64::from(3 * EPOCH)));
		assert_noop!(execute(proposal), Error::<Test>::NotDue);
		run_to_block(from - 1);
		assert_noop!(execute(proposal), Error::<Test>::NotDue);
		run_to_block(until + 1);
		assert_noop!(execute(proposal), Error::<Test>::DeadlinePassed);
		assert_eq!(deeds(), []);
		assert_ok!(advance(proposal));
		assert_eq!(end(proposal), Some(End::Lapsed));
	});
}

#[test]
fn the_first_and_the_last_block_of_its_time_are_in_time() {
	for last in [false, true] {
		build_and_execute(|| {
			let proposal = moved(Track::Constitution);
			pass(proposal);
			let Stage::Approved { from, until, .. } = stage(proposal) else { panic!("approved") };
			run_to_block(if last { until } else { from });
			assert_ok!(execute(proposal));
		});
	}
}

#[test]
fn only_motions_are_executed() {
	build_and_execute(|| {
		assert_noop!(execute(1), Error::<Test>::NoSuchProposal);
		let task = propose_task(ALICE, task(180));
		let reward = propose_reward(ALICE, reward(BOB, 180));
		let question = ask(ALICE, &["yes", "no"]);
		for proposal in [task, reward, question] {
			assert_noop!(execute(proposal), Error::<Test>::NotMotion);
		}
		pass(task);
		assert_noop!(execute(task), Error::<Test>::NotMotion);
	});
}

#[test]
fn what_is_rejected_is_never_executed() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		run_to_end(proposal);
		assert_noop!(execute(proposal), Error::<Test>::WrongStage);
		assert_ok!(advance(proposal));
		assert_noop!(execute(proposal), Error::<Test>::WrongStage);
	});
}

#[test]
fn executing_is_for_anyone_who_signs() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Fund));
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), Origin(Track::Fund).into()] {
			let refused = Proposals::execute(origin, proposal, HEAVIEST);
			assert_noop!(refused, DispatchError::BadOrigin);
		}
		assert_ok!(execute(proposal));
	});
}

#[test]
fn a_motion_executes_no_other() {
	// Neither Root nor a track signs anything.
	build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), Origin(Track::Work).into()] {
			for call in [
				crate::Call::<Test>::withdraw { proposal: 1 },
				crate::Call::clear { proposal: 1 },
				crate::Call::advance { proposal: 1 },
			] {
				let call = RuntimeCall::Proposals(call);
				let refused = call.dispatch(origin.clone()).expect_err("it is refused").error;
				assert_eq!(refused, DispatchError::BadOrigin);
			}
		}
	});
}

#[test]
fn a_motion_of_work_settles_what_is_disputed() {
	build_and_execute(|| {
		let task = disputed(ALICE, task(180), BOB);
		let quality = Percent::from_percent(60);
		let call = crate::Call::<Test>::settle { proposal: task, quality };
		let motion = propose_motion(CHARLIE, call.into());
		assert_eq!(rules(motion).track, Track::Work);
		pass(motion);
		assert_ok!(execute(motion));
		assert_eq!(end(motion), Some(End::Executed));
		assert_eq!(end(task), Some(End::Settled(quality)));
		assert_eq!(wallet(BOB), WALLET + 60);
	});
}

#[test]
fn two_motions_of_the_same_are_two() {
	build_and_execute(|| {
		let one = moved(Track::Fund);
		let other = propose_motion(BOB, deed(Track::Fund));
		ayes(&EVERYBODY[..6], one);
		ayes(&EVERYBODY[..6], other);
		run_to_notice(one);
		for proposal in [one, other] {
			assert_ok!(advance(proposal));
		}
		pass_blocks(DAY);
		for proposal in [one, other] {
			assert_ok!(execute(proposal));
		}
		assert_eq!(deeds().len(), 2);
	});
}
