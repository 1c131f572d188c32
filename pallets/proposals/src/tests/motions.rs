// SPDX-License-Identifier: Apache-2.0

//! How motions are carried out.

use super::*;
use crate::mock::pallet_deeds::Error as Failure;
use artel_primitives::membership::Backing;

/// A motion that was approved and can be executed now.
fn approved(call: RuntimeCall) -> ProposalId {
	let proposal = propose_motion(ALICE, call);
	pass_and_wait(proposal);
	assert!(route(proposal).is_some());
	events();
	proposal
}

/// What executing weighs by itself.
fn own_weight() -> Weight {
	Proposals::weight_to_execute()
}

/// Nothing but the call of a motion was lost in the meantime.
fn put_in_place(proposal: ProposalId, encoded: Vec<u8>) {
	Contents::<Test>::mutate(proposal, |kept| {
		let content = kept.as_mut().expect("it is there");
		content.payload = Payload::Motion(BoundedVec::truncate_from(encoded));
	});
}

/// A motion's call is not carried out, at the cost of whoever tried, and it stays approved.
fn assert_fails(proposal: ProposalId, why: impl Into<DispatchError>) {
	let (before, error) = (stage(proposal), why.into());
	let Stage::Approved { until, .. } = before else { panic!("it is approved") };
	assert_eq!(execute(proposal), Ok((Some(own_weight()), Pays::Yes).into()));
	assert_eq!(events(), [Event::NotExecuted { proposal, error, until }]);
	assert_eq!(stage(proposal), before);
	assert_eq!(LastErrors::<Test>::get(proposal), Some(error));
	assert_eq!(deeds(), []);
}

#[test]
fn a_motion_is_carried_out_once_and_costs_nothing() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Fund));
		let done = execute(proposal).expect("it is due");
		assert_eq!(done.pays_fee, Pays::No);
		assert_eq!(events(), [Event::Executed { proposal }]);
		assert_eq!(stage(proposal), Stage::Done { end: End::Executed, at: now() });
		assert!(!is_active(proposal));
		assert_eq!(deeds().len(), 1);
		assert_noop!(execute(proposal), Error::<Test>::NotAtThisStage);
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
				track => {
					OriginCaller::Proposals(Origin { track, backed: true, support: Support::Bar })
				},
			};
			assert_eq!(deeds(), [expected]);
		});
	}
}

/// A power knows whether seasoned members stand behind its use: twice as many of the seasoned for it
/// as against it, and at least one.
#[test]
fn an_authority_says_whether_the_seasoned_were_behind_it() {
	for (ayes, nays, backed) in
		[(6, 0, true), (6, 3, true), (7, 3, true), (6, 4, false), (0, 0, false)]
	{
		build_and_execute(|| {
			// Newcomers with much VOTE, who do not count by head.
			let newcomers = [20, 21];
			newcomers.iter().for_each(|who| join(*who, Class::Worker));
			newcomers.iter().for_each(|who| set_vote(*who, 50_000));
			pass_blocks(1u32);
			let motion = propose_motion(ALICE, deed(Track::Admission));
			self::ayes(&newcomers, motion);
			self::ayes(&EVERYBODY[..ayes], motion);
			self::nays(&EVERYBODY[10 - nays..], motion);
			run_to_notice(motion);
			assert_ok!(advance(motion));
			assert_ok!(execute(motion));
			let origin = Origin { track: Track::Admission, backed, support: Support::Bar };
			assert_eq!(deeds(), [OriginCaller::Proposals(origin)], "{ayes} and {nays}");
		});
	}
}

#[test]
fn an_authority_is_good_for_its_track_alone() {
	build_and_execute(|| {
		type Care = Decided<{ Track::Care as u8 }>;
		for (track, backed) in Track::ALL.into_iter().flat_map(|it| [(it, true), (it, false)]) {
			let origin = RuntimeOrigin::from(Origin { track, backed, support: Support::Bar });
			let refused = Care::try_origin(origin.clone());
			match (track, backed) {
				(Track::Care, true) => assert!(matches!(refused, Ok(Backing::Backed))),
				(Track::Care, false) => assert!(matches!(refused, Ok(Backing::Unbacked))),
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
fn an_authority_says_how_much_support_there_was() {
	build_and_execute(|| {
		type Fund = Supported<{ Track::Fund as u8 }>;
		for support in [Support::Bar, Support::Less] {
			for track in Track::ALL {
				let origin = RuntimeOrigin::from(Origin { track, backed: false, support });
				let said = Fund::try_origin(origin).ok();
				assert_eq!(said, (track == Track::Fund).then_some(support), "{track:?}");
			}
		}
		for origin in [RuntimeOrigin::root(), signed(ALICE), RuntimeOrigin::none()] {
			assert!(Fund::try_origin(origin).is_err());
		}
	});
}

#[test]
fn what_was_passed_at_the_end_is_carried_out_like_all_else() {
	build_and_execute(|| {
		let proposal = propose_motion(ALICE, deed(Track::Admission));
		ayes(&EVERYBODY[..4], proposal);
		run_to_end(proposal);
		assert_ok!(advance(proposal));
		assert_noop!(execute(proposal), Error::<Test>::NotAtThisStage);
		run_to_end(proposal);
		assert_ok!(advance(proposal));
		assert_ok!(execute(proposal));
		// It says that the bar was not reached.
		let origin = Origin { track: Track::Admission, backed: true, support: Support::Less };
		assert_eq!(deeds(), [OriginCaller::Proposals(origin)]);
	});
}

#[test]
fn a_motion_that_fails_changes_nothing_and_stays_approved() {
	build_and_execute(|| {
		let proposal = approved(misdeed(Track::Fund));
		let before = filed(proposal);
		// It had begun to do something.
		let most = misdeed(Track::Fund).get_dispatch_info().call_weight;
		for _ in 0..2 {
			let tried = execute(proposal).expect("it is tried");
			assert_eq!(
				(tried.pays_fee, tried.actual_weight),
				(Pays::Yes, Some(own_weight() + most))
			);
			let Stage::Approved { until, .. } = stage(proposal) else { panic!("approved") };
			let error = Failure::<Test>::Failed.into();
			assert_eq!(events(), [Event::NotExecuted { proposal, error, until }]);
			assert_eq!((filed(proposal), deeds()), (before.clone(), vec![]));
			assert_eq!(LastErrors::<Test>::get(proposal), Some(error));
			pass_blocks(1u32);
		}
	});
}

#[test]
fn a_motion_that_failed_works_when_its_moment_has_come() {
	build_and_execute(|| {
		let proposal = approved(timely_deed(Track::Fund));
		assert_ok!(execute(proposal));
		assert_eq!(LastErrors::<Test>::get(proposal), Some(Failure::<Test>::NotNow.into()));
		allow();
		events();
		let done = execute(proposal).expect("it is due");
		assert_eq!(done.pays_fee, Pays::No);
		assert_eq!(events(), [Event::Executed { proposal }]);
		assert_eq!((end(proposal), deeds().len()), (Some(End::Executed), 1));
		assert_eq!(LastErrors::<Test>::get(proposal), None);
	});
}

#[test]
fn what_lapses_says_why_it_failed_last() {
	build_and_execute(|| {
		let proposal = approved(timely_deed(Track::Fund));
		assert_ok!(execute(proposal));
		judge_otherwise(Track::Care);
		assert_ok!(execute(proposal));
		let Stage::Approved { until, .. } = stage(proposal) else { panic!("approved") };
		run_to_block(until + 1);
		// Somebody who comes too late hears that, and it is not what it failed of.
		assert_noop!(execute(proposal), Error::<Test>::DeadlinePassed);
		events();
		assert_ok!(advance(proposal));
		let last_error = Some(Error::<Test>::NotAsFiled.into());
		assert_eq!(events(), [Event::Lapsed { proposal, last_error }]);
		assert_eq!((end(proposal), LastErrors::<Test>::get(proposal)), (Some(End::Lapsed), None));
	});
}

#[test]
fn what_a_motion_does_not_weigh_is_not_charged() {
	let (most, used) = (Weight::from_parts(5_000, 50), Weight::from_parts(300, 3));
	for fails in [false, true] {
		for (used, charged) in [(Some(used), used), (None, most)] {
			build_and_execute(|| {
				let proposal = approved(heavy(most, used, fails));
				let pays = if fails { Pays::Yes } else { Pays::No };
				let expected = (Some(own_weight() + charged), pays).into();
				assert_eq!(execute(proposal), Ok(expected));
			});
		}
	}
}

#[test]
fn executing_is_charged_with_what_it_may_weigh() {
	build_and_execute(|| {
		let call = crate::Call::<Test>::execute { proposal: 1 };
		assert_eq!(call.get_dispatch_info().call_weight, own_weight() + HEAVIEST);
	});
}

#[test]
fn what_is_not_even_tried_is_not_charged_with_the_motions_weight() {
	build_and_execute(|| {
		for (proposal, why) in [
			(99, Error::<Test>::NoSuchProposal),
			(ask(ALICE, &["Yes", "No"]), Error::<Test>::NotMotion),
			(moved(Track::Constitution), Error::<Test>::NotAtThisStage),
		] {
			let refused = Proposals::execute(signed(STRANGER), proposal);
			let refused = refused.expect_err("it is refused");
			assert_eq!(refused, DispatchError::from(why).with_weight(own_weight()));
		}
	});
}

#[test]
fn a_motion_whose_call_has_become_too_heavy_waits() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Admission));
		// An upgrade has made it heavier.
		let heavier = heavy(HEAVIEST + Weight::from_parts(1, 0), None, false);
		put_in_place(proposal, heavier.encode());
		assert_fails(proposal, Error::<Test>::MotionTooHeavy);
	});
}

#[test]
fn a_motion_whose_call_is_no_longer_allowed_waits() {
	build_and_execute(|| {
		for (why, error) in [
			(Refusal::NotAllowed, Error::<Test>::NotForMotions.into()),
			(Refusal::ImpossibleValue, Error::<Test>::ImpossibleValue.into()),
			(Refusal::NothingToDecide, Error::<Test>::NothingToDecide.into()),
			(ELSEWHERE.into(), ELSEWHERE),
		] {
			remembered::Refused::kill();
			let proposal = approved(deed(Track::Fund));
			refuse_motions(why);
			assert_fails(proposal, error);
		}
	});
}

#[test]
fn a_motion_whose_call_means_something_else_by_now_waits() {
	let otherwise: [(RuntimeCall, Track, Option<AccountId>, &[AccountId]); 8] = [
		(deed(Track::Fund), Track::Constitution, None, &[]),
		(deed(Track::Fund), Track::Work, None, &[]),
		(deed(Track::Fund), Track::Fund, Some(BOB), &[]),
		(deed(Track::Fund), Track::Fund, None, &[BOB]),
		(deed_about(Track::Expulsion, BOB), Track::Expulsion, Some(CHARLIE), &[]),
		(deed_about(Track::Expulsion, BOB), Track::Expulsion, None, &[]),
		(deed_for(Track::Care, &[BOB]), Track::Care, None, &[]),
		(deed_for(Track::Care, &[BOB]), Track::Care, None, &[BOB, CHARLIE]),
	];
	for (call, track, concerns, gains) in otherwise {
		build_and_execute(|| {
			let proposal = approved(call.clone());
			judge_as(track, concerns, gains);
			assert_fails(proposal, Error::<Test>::NotAsFiled);
			// It is about something else, though it is decided alike.
			remembered::Overruled::kill();
			hypothetically!({
				judge_another_matter();
				assert_fails(proposal, Error::<Test>::NotAsFiled);
			});
			// It means the same again, also if the member has gone on leave.
			go_on_leave(BOB);
			assert_ok!(execute(proposal));
			assert_eq!(end(proposal), Some(End::Executed));
		});
	}
}

#[test]
fn a_motion_whose_call_is_paused_waits() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Fund));
		pause(true);
		let most = deed(Track::Fund).get_dispatch_info().call_weight;
		assert_eq!(execute(proposal), Ok((Some(own_weight() + most), Pays::Yes).into()));
		let error = frame_system::Error::<Test>::CallFiltered.into();
		assert_eq!(LastErrors::<Test>::get(proposal), Some(error));
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
fn a_motion_that_cannot_be_read_any_more_waits_in_vain() {
	let whole = deed(Track::Fund).encode();
	let more = [&whole[..], &[0]].concat();
	for spoiled in [vec![], vec![255, 255], whole[..whole.len() - 1].to_vec(), more] {
		build_and_execute(|| {
			let proposal = approved(deed(Track::Fund));
			put_in_place(proposal, spoiled.clone());
			assert_fails(proposal, Error::<Test>::NotForMotions);
		});
	}
}

#[test]
fn what_cannot_be_executed_is_not_tried_for_free() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Fund));
		put_in_place(proposal, vec![255, 255]);
		let tried = execute(proposal).expect("it is tried");
		assert_eq!(tried.pays_fee, Pays::Yes);
		pass_blocks(3 * EPOCH);
		assert_ok!(advance(proposal));
		assert_eq!(end(proposal), Some(End::Lapsed));
	});
}

#[test]
fn a_motion_is_executed_in_its_time() {
	build_and_execute(|| {
		let proposal = moved(Track::Constitution);
		assert_noop!(execute(proposal), Error::<Test>::NotAtThisStage);
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
		assert_noop!(execute(proposal), Error::<Test>::NotAtThisStage);
		assert_ok!(advance(proposal));
		assert_noop!(execute(proposal), Error::<Test>::NotAtThisStage);
	});
}

#[test]
fn executing_is_for_anyone_who_signs() {
	build_and_execute(|| {
		let proposal = approved(deed(Track::Fund));
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), authority(Track::Fund)] {
			let refused = Proposals::execute(origin, proposal);
			assert_noop!(refused, DispatchError::BadOrigin);
		}
		assert_ok!(execute(proposal));
	});
}

/// Signing any call is a sign of life, also if it fails: whoever has their key has not lost it.
#[test]
fn every_signed_call_is_a_sign_of_life() {
	build_and_execute(|| {
		let proposal = 99;
		let calls: [crate::Call<Test>; 8] = [
			crate::Call::ask {
				heading: heading("?"),
				topic: 0,
				options: Options::default(),
				lasts: None,
			},
			crate::Call::propose_task { heading: heading("?"), topic: 0, task: task(1) },
			crate::Call::propose_reward { heading: heading("?"), topic: 0, reward: reward(BOB, 1) },
			crate::Call::propose_motion {
				heading: heading(""),
				motion: Box::new(deed(Track::Fund)),
			},
			crate::Call::withdraw { proposal },
			crate::Call::advance { proposal },
			crate::Call::execute { proposal },
			crate::Call::clear { proposal },
		];
		for call in calls {
			signer();
			let failed = RuntimeCall::from(call.clone()).dispatch(signed(ALICE));
			assert!(failed.is_err(), "{call:?}");
			assert_eq!(signer(), Some(ALICE), "{call:?}");
		}
	});
}

#[test]
fn a_motion_executes_no_other() {
	// Neither Root nor a track signs anything.
	build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), authority(Track::Work)] {
			for call in [
				crate::Call::<Test>::execute { proposal: 1 },
				crate::Call::withdraw { proposal: 1 },
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
