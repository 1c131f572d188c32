// SPDX-License-Identifier: Apache-2.0

//! How proposals are filed, and taken back.

use super::*;
use frame::deps::sp_runtime::ArithmeticError;

/// Files something as this member, with this heading.
type Way = fn(AccountId, HeadingOf<Test>) -> DispatchResult;

/// The same, about this topic.
type Topical = fn(AccountId, HeadingOf<Test>, TopicId) -> DispatchResult;

fn ask_about(who: AccountId, heading: HeadingOf<Test>, topic: TopicId) -> DispatchResult {
	Proposals::ask(signed(who), heading, topic, options(&["yes", "no"]), None)
}

fn propose_task_about(who: AccountId, heading: HeadingOf<Test>, topic: TopicId) -> DispatchResult {
	Proposals::propose_task(signed(who), heading, topic, task(180))
}

fn propose_reward_about(
	who: AccountId,
	heading: HeadingOf<Test>,
	topic: TopicId,
) -> DispatchResult {
	Proposals::propose_reward(signed(who), heading, topic, reward(BOB, 180))
}

fn ask_so(who: AccountId, heading: HeadingOf<Test>) -> DispatchResult {
	ask_about(who, heading, 0)
}

fn propose_task_so(who: AccountId, heading: HeadingOf<Test>) -> DispatchResult {
	propose_task_about(who, heading, 0)
}

fn propose_reward_so(who: AccountId, heading: HeadingOf<Test>) -> DispatchResult {
	propose_reward_about(who, heading, 0)
}

fn propose_motion_so(who: AccountId, heading: HeadingOf<Test>) -> DispatchResult {
	Proposals::propose_motion(signed(who), heading, Box::new(deed(Track::Fund)))
}

/// Everything that can be filed.
const WAYS: [Way; 4] = [ask_so, propose_task_so, propose_reward_so, propose_motion_so];

/// Everything whose topic the filer chooses.
const TOPICAL: [Topical; 3] = [ask_about, propose_task_about, propose_reward_about];

fn options_of(texts: &[&str]) -> DispatchResult {
	Proposals::ask(signed(ALICE), heading("What now?"), 0, options(texts), None)
}

fn lasting(blocks: u32) -> DispatchResult {
	let options = options(&["yes", "no"]);
	Proposals::ask(signed(ALICE), heading("What now?"), 0, options, Some(blocks.into()))
}

fn with_task(task: TaskOf<Test>) -> DispatchResult {
	Proposals::propose_task(signed(ALICE), heading("Weed the garden"), 0, task)
}

fn with_reward(reward: RewardOf<Test>) -> DispatchResult {
	Proposals::propose_reward(signed(ALICE), heading("The roof is tight"), 0, reward)
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
			assert_ok!(way(by, title.clone()));
			let filed = filed(number);
			assert_eq!((filed.proposer, filed.filed), (by, TODAY));
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
		let task = task_for(BOB, 540);
		assert_ok!(Proposals::propose_task(signed(ALICE), heading.clone(), 0, task.clone()));
		let kept = Contents::<Test>::get(1).expect("it was filed");
		assert_eq!(kept.heading, heading);
		assert_eq!(kept.payload.encode(), PayloadOf::<Test>::Task(task).encode());
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
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), authority(Track::Work)] {
			let (heading, options) = (heading("What now?"), options(&["yes", "no"]));
			let way = Proposals::ask(origin.clone(), heading.clone(), 0, options, None);
			assert_noop!(way, DispatchError::BadOrigin);
			let way = Proposals::propose_task(origin.clone(), heading.clone(), 0, task(180));
			assert_noop!(way, DispatchError::BadOrigin);
			let way =
				Proposals::propose_reward(origin.clone(), heading.clone(), 0, reward(BOB, 180));
			assert_noop!(way, DispatchError::BadOrigin);
			let motion = Box::new(deed(Track::Fund));
			let way = Proposals::propose_motion(origin.clone(), heading, motion);
			assert_noop!(way, DispatchError::BadOrigin);
			assert_noop!(Proposals::withdraw(origin, 1), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn a_proposal_needs_a_title() {
	build_and_execute(|| {
		for way in WAYS {
			assert_noop!(way(ALICE, heading("")), Error::<Test>::TitleMissing);
			assert_noop!(way(ALICE, heading(" \u{3000} ")), Error::<Test>::TitleMissing);
		}
	});
}

#[test]
fn a_proposal_is_about_a_topic_that_there_is() {
	build_and_execute(|| {
		for way in TOPICAL {
			// The topics of tracks are for motions.
			for strange in [1, 7, GARDEN + 1] {
				let refused = way(ALICE, heading("On something"), strange);
				assert_noop!(refused, Error::<Test>::NoSuchTopic);
			}
			assert_ok!(way(ALICE, heading("On the garden"), GARDEN));
			assert_eq!(filed(last()).topic, GARDEN);
		}
	});
}

/// A mover does not choose whose delegates speak (attacks, P3).
#[test]
fn a_motion_is_on_the_topic_of_its_track() {
	build_and_execute(|| {
		let topics = [1, 2, 3, 4, 0, 0, 7, 0];
		for ((who, track), topic) in EVERYBODY.into_iter().zip(MOTIONS).zip(topics) {
			assert_eq!(filed(propose_motion(who, deed(track))).topic, topic, "{track:?}");
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
		let impossible: [&[&str]; 10] = [
			&[],
			&["yes"],
			&["yes", "yes"],
			&["yes", "no", " yes "],
			&["yes", "no", ""],
			&["yes", " \u{a0}", "no"],
			// What looks the same is the same.
			&["Yes", "YES "],
			&["Yes", "no", "Ｙｅｓ"],
			&["à la carte", "a\u{300}  la carte"],
			&["½ day", "1⁄2\u{3000}Day"],
		];
		for texts in impossible {
			assert_noop!(options_of(texts), Error::<Test>::ImpossibleOptions);
		}
		assert_ok!(options_of(&["yes", "no"]));
		assert_ok!(options_of(&["a", "b", "c", "d", "e", "f", "g", "h"]));
		assert_eq!((filed(1).kind, filed(2).kind), (Kind::Question(2), Kind::Question(8)));
		assert_ok!(options_of(&["café", "cafe"]));
	});
}

#[test]
fn a_question_lasts_three_days_or_longer() {
	build_and_execute(|| {
		assert_noop!(lasting(FIGURES.consultation - 1), Error::<Test>::ImpossibleTime);
		assert_noop!(lasting(FIGURES.period + 1), Error::<Test>::ImpossibleTime);
		assert_ok!(options_of(&["yes", "no"]));
		assert_ok!(lasting(FIGURES.consultation));
		assert_ok!(lasting(FIGURES.period));
		let ends = [1, 2, 3].map(|number| rules(number).ends - TODAY);
		assert_eq!(ends, [3 * DAY, 3 * DAY, 14 * DAY].map(u64::from));
		let quiet = [1, 2, 3].map(|number| quiet_and_end(number).0 - TODAY);
		assert_eq!(quiet, [2 * DAY, 2 * DAY, 13 * DAY].map(u64::from));
	});
}

#[test]
fn questions_may_take_longer_than_all_else() {
	build_and_execute(|| {
		govern(|figures| figures.consultation = figures.period + 5);
		assert_noop!(lasting(FIGURES.period), Error::<Test>::ImpossibleTime);
		assert_noop!(lasting(FIGURES.period + 6), Error::<Test>::ImpossibleTime);
		assert_ok!(lasting(FIGURES.period + 5));
	});
}

#[test]
fn a_task_is_worth_some_labor() {
	build_and_execute(|| {
		for minutes in [0, 1] {
			assert_noop!(with_task(task(minutes)), Error::<Test>::ImpossibleMinutes);
		}
		assert_ok!(with_task(task(2)));
		assert_ok!(with_task(own_task(u32::MAX)));
	});
}

/// Three tenths of the pool's 1 000.00 are what it may pay in an epoch.
#[test]
fn what_the_pool_may_never_pay_in_one_epoch_is_not_filed() {
	build_and_execute(|| {
		let most = 54_000;
		assert_eq!(labor(most), 3 * POOL / 10);
		for minutes in [most + 2, u32::MAX] {
			assert_noop!(with_task(task(minutes)), Error::<Test>::ImpossiblePrice);
			assert_noop!(with_task(task_for(BOB, minutes)), Error::<Test>::ImpossiblePrice);
			let reward = reward(BOB, minutes);
			assert_noop!(with_reward(reward), Error::<Test>::ImpossiblePrice);
		}
		assert_ok!(with_task(task(most)));
		assert_ok!(with_reward(reward(BOB, most)));
		// What a member pays is that one's own affair.
		assert_ok!(with_task(own_task(most + 2)));
	});
	build_and_execute(|| {
		// What was spent before is no matter, as there is another epoch; what the artel decides is.
		PoolSpending::<Test>::put(Spending { epoch: 0, pool: POOL, spent: POOL / 4, unbarred: 0 });
		assert_ok!(with_task(task(54_000)));
		govern(|figures| figures.spending = Percent::from_percent(10));
		assert_noop!(with_task(task(18_002)), Error::<Test>::ImpossiblePrice);
		assert_ok!(with_task(task(18_000)));
	});
}

#[test]
fn a_task_takes_some_time_but_not_for_ever() {
	build_and_execute(|| {
		let longest = FakeDeliveries::longest();
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
		assert_eq!(filed(1).interested.into_inner(), [BOB]);
		// Open to applicants: nobody is known to gain by it.
		assert_ok!(with_task(task(180)));
		assert!(filed(2).interested.is_empty());
	});
}

#[test]
fn nobody_pays_itself_for_a_task() {
	build_and_execute(|| {
		let own = Task { worker: Some(ALICE), ..own_task(180) };
		assert_noop!(with_task(own), Error::<Test>::OtherIsYourself);
		assert_ok!(with_task(Task { worker: Some(BOB), ..own_task(180) }));
		// The commons may pay who proposes it.
		assert_ok!(with_task(task_for(ALICE, 180)));
		assert_eq!(filed(2).interested.into_inner(), [ALICE]);
		assert!(!rules(1).proposer_gains && rules(2).proposer_gains);
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
		assert_eq!(filed(1).interested.into_inner(), [BOB]);
		assert_eq!(filed(2).interested.into_inner(), [ALICE]);
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
			let about = filed(propose_motion(who, deed_about(track, KEVIN)));
			assert_eq!((about.rules.track, about.kind), (track, Kind::Motion));
			assert_eq!((about.concerns, about.interested.into_inner()), (Some(KEVIN), vec![]));
			assert!(about.rules.concerns_member && !about.rules.proposer_gains);
			let gains = [who, KEVIN];
			let gained = filed(propose_motion(who, deed_for(track, &gains)));
			assert_eq!((gained.rules.track, gained.concerns), (track, None));
			assert_eq!(gained.interested.into_inner(), gains);
			assert!(!gained.rules.concerns_member && gained.rules.proposer_gains);
		}
	});
}

#[test]
fn some_calls_are_carried_by_no_motion() {
	build_and_execute(|| {
		let code = frame_system::Call::set_code { code: vec![] };
		assert_noop!(with_motion(code), Error::<Test>::NotForMotions);
	});
}

#[test]
fn what_cannot_be_carried_out_is_not_filed() {
	for (why, error) in [
		(Refusal::NotAllowed, Error::<Test>::NotForMotions.into()),
		(Refusal::ImpossibleValue, Error::<Test>::ImpossibleValue.into()),
		(Refusal::NothingToDecide, Error::<Test>::NothingToDecide.into()),
		(ELSEWHERE.into(), ELSEWHERE),
	] {
		build_and_execute(|| {
			refuse_motions(why);
			assert_noop!(with_motion(deed(Track::Fund)), error);
		});
	}
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

/// What mechanisms, section 6.2, says of each track: notice, period, delay, bar, and what is enough at the
/// end.
type Row = (Track, u32, u32, u32, Bar, AtTheEnd);

const HALF: Bar = Bar::MoreThan(Fraction::new(1, 2));
const TWO_THIRDS: Bar = Bar::AtLeast(Fraction::new(2, 3));

const fn second(ratio: (u8, u8), floor: (u8, u8)) -> AtTheEnd {
	AtTheEnd::Second {
		ratio: Fraction::new(ratio.0, ratio.1),
		floor: Fraction::new(floor.0, floor.1),
	}
}

const USUAL: AtTheEnd = second((2, 3), (10, 100));

#[rustfmt::skip]
const TRACKS: [Row; 9] = [
	(Track::Consultation, 3 * DAY,   3 * DAY,   0,     HALF,       AtTheEnd::Nothing),
	(Track::Work,         2 * DAY,   14 * DAY,  0,     HALF,       USUAL),
	(Track::Care,         2 * DAY,   14 * DAY,  0,     HALF,       USUAL),
	(Track::Withdrawal,   EPOCH,     14 * DAY,  0,     HALF,       USUAL),
	(Track::Admission,    2 * DAY,   14 * DAY,  0,     HALF,       USUAL),
	(Track::Expulsion,    EPOCH,     14 * DAY,  0,     TWO_THIRDS, second((3, 4), (1, 3))),
	(Track::LostKey,      4 * EPOCH, 4 * EPOCH, 0,     TWO_THIRDS, AtTheEnd::Nothing),
	(Track::Fund,         2 * DAY,   14 * DAY,  DAY,   HALF,       USUAL),
	(Track::Constitution, EPOCH,     14 * DAY,  EPOCH, TWO_THIRDS, second((3, 4), (12, 100))),
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
			let (track, notice, period, delay, bar, at_the_end) = row;
			let proposal = file_on(who, track);
			let rules = rules(proposal);
			assert_eq!(rules.track, track);
			assert_eq!(rules.notice, TODAY + u64::from(notice), "{track:?}");
			assert_eq!(rules.ends, TODAY + u64::from(period), "{track:?}");
			let quiet = rules.ends - u64::from(DAY);
			assert_eq!(quiet_and_end(proposal), (quiet, rules.ends), "{track:?}");
			assert_eq!((rules.delay, rules.second_delay), (delay, EPOCH), "{track:?}");
			assert_eq!(rules.lapse, 2 * EPOCH, "{track:?}");
			assert_eq!((rules.bar, rules.at_the_end), (bar, at_the_end), "{track:?}");
			assert_eq!(rules.blocking_share, Some(Percent::from_percent(10)));
			let everybody = ByClass { workers: 10, ..Default::default() };
			let Roll { filed, members, seasoned, weights, destroyed, .. } = rules.roll;
			assert_eq!((filed, members, seasoned), (TODAY, everybody, everybody));
			assert_eq!((weights, destroyed), (None, Default::default()));
		}
	});
}

/// The notice of a lost key is twice as long while its owner is on leave, and it has no other route.
#[test]
fn on_leave_a_lost_key_takes_twice_the_notice() {
	build_and_execute(|| {
		go_on_leave(BOB);
		for (who, notice) in [(BOB, 8 * EPOCH), (CHARLIE, 4 * EPOCH)] {
			let lost = rules(propose_motion(ALICE, deed_about(Track::LostKey, who)));
			assert_eq!(lost.notice, TODAY + u64::from(notice));
			assert_eq!(lost.ends, TODAY + u64::from(notice));
		}
		// Nothing else waits for them.
		let expelled = rules(propose_motion(ALICE, deed_about(Track::Expulsion, BOB)));
		assert_eq!(expelled.notice, TODAY + u64::from(EPOCH));
	});
}

#[test]
fn in_a_small_artel_work_and_nothing_else_is_decided_lazily() {
	build_group(6, || {
		let others = TRACKS.iter().map(|row| row.0).filter(|track| *track != Track::Work);
		for (number, track) in others.enumerate() {
			let rules = rules(file_on(EVERYBODY[number % 3 + 3], track));
			assert_ne!(rules.at_the_end, AtTheEnd::Lazy, "{track:?}");
		}
		for proposal in [
			propose_task(ALICE, task(180)),
			propose_reward(BOB, reward(BOB, 180)),
			propose_motion(CHARLIE, deed(Track::Work)),
		] {
			let rules = rules(proposal);
			assert_eq!(rules.at_the_end, AtTheEnd::Lazy);
			assert_eq!(rules.notice, TODAY + u64::from(2 * DAY));
			let ends = TODAY + u64::from(3 * DAY);
			assert_eq!(quiet_and_end(proposal), (ends - u64::from(DAY), ends));
		}
	});
	build_group(7, || assert_eq!(rules(propose_task(ALICE, task(180))).at_the_end, USUAL));
}

#[test]
fn the_rules_of_a_proposal_stay_those_of_its_filing() {
	build_and_execute(|| {
		set_class_weights(60, 25, 15);
		leave(JUDY);
		let proposal = propose_task(ALICE, task(180));
		let before = rules(proposal);
		let workers = before.roll.weights.expect("classes have weights").workers;
		assert_eq!((workers, before.roll.destroyed.workers), (60, VOTE));
		assert_eq!((before.at_the_end, before.roll.members.workers), (USUAL, 9));

		set_class_weights(1, 1, 1);
		govern(|figures| {
			figures.period = 20 * DAY;
			figures.notice = DAY;
			figures.majority = Fraction::new(3, 5);
			figures.blocking_share = Percent::from_percent(20);
			figures.floor = Fraction::new(1, 5);
			figures.lazy_below = 20;
		});
		for who in [FERDIE, GEORGE, HELEN, IVAN] {
			leave(who);
		}
		assert_eq!(rules(proposal), before);
		assert_eq!(rules(propose_task(BOB, task(180))).at_the_end, AtTheEnd::Lazy);
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
		assert_noop!(withdraw(ALICE, proposal), Error::<Test>::NotAtThisStage);
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
		assert_noop!(Proposals::withdraw(signed(ALICE), reached), Error::<Test>::NotAtThisStage);
		// By the notice, though nobody has advanced it.
		assert_noop!(Proposals::withdraw(signed(ALICE), waiting), Error::<Test>::NotAtThisStage);
		assert_ok!(advance(waiting));
		assert_noop!(Proposals::withdraw(signed(ALICE), waiting), Error::<Test>::NotAtThisStage);
		// By the end.
		run_to_end(ended);
		assert_noop!(Proposals::withdraw(signed(BOB), ended), Error::<Test>::NotAtThisStage);
	});
}
