//! How proposals are filed, and taken back.

use super::*;
use frame::deps::sp_runtime::ArithmeticError;

/// Files something as this member, with this heading.
type Way = fn(AccountId, HeadingOf<Test>) -> DispatchResult;

fn ask_so(who: AccountId, heading: HeadingOf<Test>) -> DispatchResult {
	Proposals::ask(signed(who), heading, options(&["yes", "no"]), None)
}

fn propose_task_so(who: AccountId, heading: HeadingOf<Test>) -> DispatchResult {
	Proposals::propose_task(signed(who), heading, task(180))
}

fn propose_reward_so(who: AccountId, heading: HeadingOf<Test>) -> DispatchResult {
	Proposals::propose_reward(signed(who), heading, reward(BOB, 180))
}

fn propose_motion_so(who: AccountId, heading: HeadingOf<Test>) -> DispatchResult {
	Proposals::propose_motion(signed(who), heading, Box::new(deed(Track::Fund)))
}

/// Everything that can be filed.
const WAYS: [Way; 4] = [ask_so, propose_task_so, propose_reward_so, propose_motion_so];

fn options_of(texts: &[&str]) -> DispatchResult {
	Proposals::ask(signed(ALICE), heading("What now?"), options(texts), None)
}

fn lasting(blocks: u32) -> DispatchResult {
	let options = options(&["yes", "no"]);
	Proposals::ask(signed(ALICE), heading("What now?"), options, Some(blocks.into()))
}

fn with_task(task: TaskOf<Test>) -> DispatchResult {
	Proposals::propose_task(signed(ALICE), heading("Weed the garden"), task)
}

fn with_reward(reward: RewardOf<Test>) -> DispatchResult {
	Proposals::propose_reward(signed(ALICE), heading("The roof is tight"), reward)
}

fn with_motion(call: impl Into<RuntimeCall>) -> DispatchResult {
	Proposals::propose_motion(signed(ALICE), heading("Let us do it"), Box::new(call.into()))
}

/// A remark, which changes nothing, of so many bytes with all that a call needs.
fn remark(bytes: usize) -> frame_system::Call<Test> {
	// Two bytes name the call, and two say how long the remark is.
	frame_system::Call::remark { remark: vec![7; bytes - 4] }
}

#[test]
fn what_is_filed_is_voted_on() {
	build_and_execute(|| {
		let title = heading("Weed the garden");
		let track = [Track::Consultation, Track::Work, Track::Work, Track::Fund];
		for (number, (way, track)) in (1u32..).zip(WAYS.into_iter().zip(track)) {
			let by = EVERYBODY[number as usize];
			assert_ok!(way(by, Heading { topic: GARDEN, ..title.clone() }));
			let filed = filed(number);
			assert_eq!((filed.proposer, filed.filed, filed.topic), (by, TODAY, GARDEN));
			assert_eq!(filed.stage, Stage::Voting { decided: None });
			assert_eq!(filed.rules.track, track);
			assert_eq!(filed.tally, Tally::new(filed.kind.options()));
			assert!(is_active(number));
			let title = line("Weed the garden");
			assert_eq!(events(), [Event::Filed { proposal: number, by, track, title }]);
			assert_eq!(OpenBy::<Test>::get(by).into_inner(), [number]);
		}
		assert_eq!(last(), 4);
	});
}

#[test]
fn a_proposal_keeps_what_it_says() {
	build_and_execute(|| {
		let link = note("https://example.org/forum/7");
		let heading = Heading { link, content: H256::repeat_byte(7), ..heading("On the garden") };
		assert_ok!(Proposals::propose_task(signed(ALICE), heading.clone(), task_for(BOB, 540)));
		let (kept, payload) = Contents::<Test>::get(1).expect("it was filed");
		assert_eq!(kept, heading);
		assert_eq!(payload.encode(), PayloadOf::<Test>::Task(task_for(BOB, 540)).encode());
	});
}

#[test]
fn only_members_file() {
	build_and_execute(|| {
		for way in WAYS {
			assert_noop!(way(STRANGER, heading("Let me in")), Error::<Test>::NotMember);
		}
	});
}

#[test]
fn nobody_files_unsigned_or_with_authority() {
	build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), Origin(Track::Work).into()] {
			let way = Proposals::ask(origin, heading("What now?"), options(&["yes", "no"]), None);
			assert_noop!(way, DispatchError::BadOrigin);
		}
	});
}

#[test]
fn a_proposal_needs_a_title() {
	build_and_execute(|| {
		for way in WAYS {
			assert_noop!(way(ALICE, heading("")), Error::<Test>::TitleMissing);
			assert_noop!(way(ALICE, heading(" \t ")), Error::<Test>::TitleMissing);
		}
	});
}

#[test]
fn a_proposal_is_about_a_topic_that_there_is() {
	build_and_execute(|| {
		for way in WAYS {
			let strange = Heading { topic: GARDEN + 1, ..heading("On something") };
			assert_noop!(way(ALICE, strange), Error::<Test>::NoSuchTopic);
		}
	});
}

#[test]
fn a_member_has_three_proposals_open_at_once() {
	build_and_execute(|| {
		for _ in 0..3 {
			ask(ALICE, &["yes", "no"]);
		}
		for way in WAYS {
			assert_noop!(way(ALICE, heading("One more")), Error::<Test>::TooManyOpen);
		}
		// Others are free to propose, and so is she once one of hers is over.
		ask(BOB, &["yes", "no"]);
		assert_ok!(Proposals::withdraw(signed(ALICE), 2));
		assert_eq!(OpenBy::<Test>::get(ALICE).into_inner(), [1, 3]);
		ask(ALICE, &["yes", "no"]);
		run_to_end(1);
		assert_ok!(advance(1));
		ask(ALICE, &["yes", "no"]);
	});
}

#[test]
fn a_question_has_two_options_at_least_all_different_and_none_blank() {
	build_and_execute(|| {
		let impossible: [&[&str]; 6] = [
			&[],
			&["yes"],
			&["yes", "yes"],
			&["yes", "no", " yes "],
			&["yes", "no", ""],
			&["yes", " \t", "no"],
		];
		for texts in impossible {
			assert_noop!(options_of(texts), Error::<Test>::ImpossibleOptions);
		}
		assert_ok!(options_of(&["yes", "no"]));
		assert_ok!(options_of(&["a", "b", "c", "d", "e", "f", "g", "h"]));
		assert_eq!((filed(1).kind, filed(2).kind), (Kind::Question(2), Kind::Question(8)));
	});
}

#[test]
fn a_question_lasts_three_days_or_longer() {
	build_and_execute(|| {
		assert_noop!(lasting(PARAMETERS.consultation - 1), Error::<Test>::ImpossibleTime);
		assert_noop!(lasting(PARAMETERS.period + 1), Error::<Test>::ImpossibleTime);
		assert_ok!(options_of(&["yes", "no"]));
		assert_ok!(lasting(PARAMETERS.consultation));
		assert_ok!(lasting(PARAMETERS.period));
		let ends = [1, 2, 3].map(|number| rules(number).ends - TODAY);
		assert_eq!(ends, [3 * DAY, 3 * DAY, 14 * DAY].map(u64::from));
		let quiet = [1, 2, 3].map(|number| rules(number).quiet - TODAY);
		assert_eq!(quiet, [2 * DAY, 2 * DAY, 13 * DAY].map(u64::from));
	});
}

#[test]
fn questions_may_take_longer_than_all_else() {
	build_and_execute(|| {
		govern(|parameters| parameters.consultation = parameters.period + 5);
		assert_noop!(lasting(PARAMETERS.period), Error::<Test>::ImpossibleTime);
		assert_noop!(lasting(PARAMETERS.period + 6), Error::<Test>::ImpossibleTime);
		assert_ok!(lasting(PARAMETERS.period + 5));
	});
}

#[test]
fn a_task_is_worth_some_labor() {
	build_and_execute(|| {
		for minutes in [0, 1] {
			assert_noop!(with_task(task(minutes)), Error::<Test>::ImpossibleMinutes);
		}
		assert_ok!(with_task(task(2)));
		assert_ok!(with_task(task(u32::MAX)));
	});
}

#[test]
fn a_task_takes_some_time_but_not_for_ever() {
	build_and_execute(|| {
		let longest = u64::from(PARAMETERS.longest_task);
		let lasting = |time| with_task(Task { time, ..task(180) });
		for time in [0, longest + 1, u64::MAX] {
			assert_noop!(lasting(time), Error::<Test>::ImpossibleTime);
		}
		assert_ok!(lasting(1));
		assert_ok!(lasting(longest));
	});
}

#[test]
fn a_task_is_done_by_a_member() {
	build_and_execute(|| {
		assert_noop!(with_task(task_for(STRANGER, 180)), Error::<Test>::OtherIsNotMember);
		assert_ok!(with_task(task_for(BOB, 180)));
		assert_eq!(filed(1).beneficiary, Some(BOB));
		// Open to applicants: nobody is known to gain by it.
		assert_ok!(with_task(task(180)));
		assert_eq!(filed(2).beneficiary, None);
	});
}

#[test]
fn nobody_pays_itself_for_a_task() {
	build_and_execute(|| {
		let own = Task { worker: Some(ALICE), ..own_task(180) };
		assert_noop!(with_task(own), Error::<Test>::WorkerIsYourself);
		assert_ok!(with_task(Task { worker: Some(BOB), ..own_task(180) }));
		// The commons may pay who proposes it.
		assert_ok!(with_task(task_for(ALICE, 180)));
		assert_eq!(filed(2).beneficiary, Some(ALICE));
	});
}

#[test]
fn a_reward_is_for_a_members_work_that_can_be_seen() {
	build_and_execute(|| {
		assert_noop!(with_reward(reward(BOB, 1)), Error::<Test>::ImpossibleMinutes);
		assert_noop!(with_reward(reward(STRANGER, 180)), Error::<Test>::OtherIsNotMember);
		let unseen = Reward { evidence: note("  "), ..reward(BOB, 180) };
		assert_noop!(with_reward(unseen), Error::<Test>::EvidenceMissing);
		assert_ok!(with_reward(reward(BOB, 2)));
		assert_ok!(with_reward(reward(ALICE, 180)));
		assert_eq!((filed(1).beneficiary, filed(2).beneficiary), (Some(BOB), Some(ALICE)));
	});
}

#[test]
fn the_pool_pays_nobodys_livelihood() {
	build_and_execute(|| {
		let stream = Stream::Livelihood;
		let from_pool = with_task(Task { stream, ..task(180) });
		assert_noop!(from_pool, Error::<Test>::ImpossibleStream);
		let done = with_reward(Reward { stream, ..reward(BOB, 180) });
		assert_noop!(done, Error::<Test>::ImpossibleStream);
		assert_ok!(with_task(Task { stream: Stream::Care, ..task(180) }));
		assert_ok!(with_reward(Reward { stream: Stream::Care, ..reward(BOB, 180) }));
		// What a member pays is somebody's livelihood, whatever it is called.
		assert_ok!(with_task(Task { stream, ..own_task(180) }));
	});
}

#[test]
fn a_motions_call_decides_its_track() {
	build_and_execute(|| {
		for (who, track) in EVERYBODY.into_iter().zip(MOTIONS) {
			let about = deed_about(track, Some(KEVIN), Some(LAURA));
			let filed = filed(propose_motion(who, about));
			assert_eq!(filed.rules.track, track);
			assert_eq!((filed.concerns, filed.beneficiary), (Some(KEVIN), Some(LAURA)));
			assert_eq!(filed.kind, Kind::Motion);
		}
	});
}

#[test]
fn some_calls_are_carried_by_no_motion() {
	build_and_execute(|| {
		let code = frame_system::Call::set_code { code: vec![] };
		assert_noop!(with_motion(code), Error::<Test>::CallNotAllowed);
		forbid_motions();
		assert_noop!(with_motion(deed(Track::Fund)), Error::<Test>::CallNotAllowed);
	});
}

#[test]
fn a_motion_fits_into_what_is_kept_of_it() {
	build_and_execute(|| {
		let longest = <<Test as Config>::MaxMotionLength as Get<u32>>::get() as usize;
		assert_noop!(with_motion(remark(longest + 1)), Error::<Test>::MotionTooLong);
		assert_ok!(with_motion(remark(longest)));
	});
}

#[test]
fn a_motion_is_no_heavier_than_a_block_bears() {
	build_and_execute(|| {
		for excess in [Weight::from_parts(1, 0), Weight::from_parts(0, 1)] {
			let call = heavy(HEAVIEST + excess, None, false);
			assert_noop!(with_motion(call), Error::<Test>::MotionTooHeavy);
		}
		assert_ok!(with_motion(heavy(HEAVIEST, None, false)));
	});
}

#[test]
fn numbers_run_out_without_harm() {
	build_and_execute(|| {
		LastProposal::<Test>::put(ProposalId::MAX);
		assert_noop!(ask_so(ALICE, heading("One too many")), ArithmeticError::Overflow);
	});
}

/// What mechanisms, section 6.2, says of each track: notice, period, delay, bar, what of the votes it
/// takes at the end, whether workers are counted by head, and whether those who gain are left out.
type Row = (Track, u32, u32, u32, Bar, Fraction, bool, bool);

const HALF: Bar = Bar::MoreThan(Fraction::new(1, 2));
const TWO_THIRDS: Bar = Bar::AtLeast(Fraction::new(2, 3));
const AT_THE_END: Fraction = Fraction::new(2, 3);
const GRAVE_AT_THE_END: Fraction = Fraction::new(3, 4);

#[rustfmt::skip]
const TRACKS: [Row; 9] = [
	(Track::Consultation, 3 * DAY,   3 * DAY,   0,     HALF,       AT_THE_END,       false, false),
	(Track::Work,         2 * DAY,   14 * DAY,  0,     HALF,       AT_THE_END,       false, true),
	(Track::Care,         2 * DAY,   14 * DAY,  0,     HALF,       AT_THE_END,       false, true),
	(Track::Withdrawal,   EPOCH,     14 * DAY,  0,     HALF,       AT_THE_END,       false, false),
	(Track::Admission,    2 * DAY,   14 * DAY,  0,     HALF,       AT_THE_END,       false, false),
	(Track::Expulsion,    EPOCH,     14 * DAY,  0,     TWO_THIRDS, GRAVE_AT_THE_END, true,  false),
	(Track::LostKey,      4 * EPOCH, 4 * EPOCH, 0,     HALF,       AT_THE_END,       false, false),
	(Track::Fund,         2 * DAY,   14 * DAY,  DAY,   HALF,       AT_THE_END,       false, false),
	(Track::Constitution, EPOCH,     14 * DAY,  EPOCH, TWO_THIRDS, GRAVE_AT_THE_END, true,  false),
];

fn file_on(who: AccountId, track: Track) -> ProposalId {
	match track {
		Track::Consultation => ask(who, &["yes", "no"]),
		track => propose_motion(who, deed(track)),
	}
}

#[test]
fn every_track_has_the_rules_that_are_stated() {
	build_and_execute(|| {
		for (who, row) in EVERYBODY.into_iter().zip(TRACKS) {
			let (track, notice, period, delay, bar, second, heads, disinterested) = row;
			let rules = rules(file_on(who, track));
			assert_eq!(rules.track, track);
			assert_eq!(rules.notice, TODAY + u64::from(notice), "{track:?}");
			assert_eq!(rules.ends, TODAY + u64::from(period), "{track:?}");
			assert_eq!(rules.quiet, rules.ends - u64::from(DAY), "{track:?}");
			assert_eq!((rules.delay, rules.second_delay), (delay, EPOCH), "{track:?}");
			assert_eq!(rules.lapse, 2 * EPOCH, "{track:?}");
			assert_eq!((rules.bar, rules.second), (bar, second), "{track:?}");
			assert_eq!((rules.heads, rules.disinterested), (heads, disinterested), "{track:?}");
			assert_eq!(rules.turnout, Percent::from_percent(15));
			assert_eq!(rules.block, Some(Percent::from_percent(10)));
			assert!(!rules.lazy, "{track:?}");
			assert_eq!(rules.weights, None);
			assert_eq!(rules.destroyed, Default::default());
		}
	});
}

#[test]
fn in_a_small_artel_work_and_nothing_else_is_decided_lazily() {
	build_group(6, || {
		let others = TRACKS.iter().map(|row| row.0).filter(|track| *track != Track::Work);
		for (number, track) in others.enumerate() {
			assert!(!rules(file_on(EVERYBODY[number % 3 + 3], track)).lazy, "{track:?}");
		}
		for proposal in [
			propose_task(ALICE, task(180)),
			propose_reward(BOB, reward(BOB, 180)),
			propose_motion(CHARLIE, deed(Track::Work)),
		] {
			let rules = rules(proposal);
			assert!(rules.lazy);
			assert_eq!(rules.notice, TODAY + u64::from(2 * DAY));
			assert_eq!(rules.quiet, TODAY + u64::from(2 * DAY));
			assert_eq!(rules.ends, TODAY + u64::from(3 * DAY));
		}
	});
	build_group(7, || assert!(!rules(propose_task(ALICE, task(180))).lazy));
}

#[test]
fn the_rules_of_a_proposal_stay_those_of_its_filing() {
	build_and_execute(|| {
		set_class_weights(60, 25, 15);
		leave(JUDY);
		let proposal = propose_task(ALICE, task(180));
		let before = rules(proposal);
		let workers = before.weights.expect("classes have weights").workers;
		assert_eq!((workers, before.destroyed.workers, before.lazy), (60, VOTE, false));

		set_class_weights(1, 1, 1);
		govern(|parameters| {
			parameters.period = 20 * DAY;
			parameters.notice = DAY;
			parameters.majority = Fraction::new(3, 5);
			parameters.block = Percent::from_percent(20);
			parameters.lazy_below = 20;
		});
		for who in [FERDIE, GEORGE, HELEN, IVAN] {
			leave(who);
		}
		assert_eq!(rules(proposal), before);
		assert!(rules(propose_task(BOB, task(180))).lazy);
	});
}

#[test]
fn who_filed_it_takes_it_back() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&[BOB, CHARLIE], proposal);
		events();
		let withdraw = |who, proposal| Proposals::withdraw(signed(who), proposal);
		assert_noop!(withdraw(ALICE, proposal + 1), Error::<Test>::NoSuchProposal);
		assert_noop!(withdraw(BOB, proposal), Error::<Test>::NotYourProposal);
		assert_ok!(withdraw(ALICE, proposal));
		assert_eq!(stage(proposal), Stage::Done { end: End::Withdrawn, at: TODAY });
		assert_eq!(events(), [Event::Withdrawn { proposal }]);
		assert!(!is_active(proposal));
		// That is the end of it.
		assert_noop!(withdraw(ALICE, proposal), Error::<Test>::WrongStage);
		assert_noop!(vote(DAVE, proposal, Choice::Aye), NOT_VOTED_ON);
		run_to_end(proposal);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
	});
}

#[test]
fn what_is_taken_back_before_anybody_voted_leaves_no_trace() {
	build_and_execute(|| {
		LastProposal::<Test>::put(1);
		let before = keys();
		for way in WAYS {
			assert_ok!(way(ALICE, heading("On second thoughts")));
			let proposal = last();
			events();
			assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
			assert_eq!(events(), [Event::Withdrawn { proposal }]);
			assert!(Proposals::proposal(proposal).is_none());
			assert_eq!(keys(), before);
		}
	});
}

#[test]
fn what_is_taken_back_after_somebody_voted_counts_as_open_for_its_time() {
	build_and_execute(|| {
		let proposals = [(); 3].map(|()| moved(Track::Fund));
		for proposal in proposals {
			vote_all(&[BOB], proposal, Choice::Abstain);
			assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
		}
		assert_noop!(ask_so(ALICE, heading("One more")), Error::<Test>::TooManyOpen);
		run_to_block(rules(proposals[0]).ends - 1);
		assert_noop!(ask_so(ALICE, heading("One more")), Error::<Test>::TooManyOpen);
		run_to_end(proposals[0]);
		assert_ok!(ask_so(ALICE, heading("One more")));
		assert_eq!(OpenBy::<Test>::get(ALICE).into_inner(), [last()]);
	});
}

#[test]
fn it_is_taken_back_also_after_its_notice() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		run_to_block(rules(proposal).ends - 1);
		assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
	});
}

#[test]
fn also_whoever_has_left_takes_it_back() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		leave(ALICE);
		assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
	});
}

#[test]
fn what_is_decided_is_not_taken_back() {
	build_and_execute(|| {
		// By a vote.
		let reached = moved(Track::Fund);
		let waiting = moved(Track::Fund);
		let ended = propose_motion(BOB, deed(Track::Fund));
		ayes(&EVERYBODY[..5], reached);
		ayes(&EVERYBODY[..6], waiting);
		run_to_notice(reached);
		assert_ok!(vote(FERDIE, reached, Choice::Aye));
		assert_noop!(Proposals::withdraw(signed(ALICE), reached), Error::<Test>::WrongStage);
		// By the notice, though nobody has advanced it.
		assert_noop!(Proposals::withdraw(signed(ALICE), waiting), Error::<Test>::WrongStage);
		assert_ok!(advance(waiting));
		assert_noop!(Proposals::withdraw(signed(ALICE), waiting), Error::<Test>::WrongStage);
		// By the end.
		run_to_end(ended);
		assert_noop!(Proposals::withdraw(signed(BOB), ended), Error::<Test>::WrongStage);
	});
}
