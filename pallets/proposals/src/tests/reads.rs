// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask.

use super::*;
use artel_primitives::vote::Voters;

fn report(proposal: ProposalId) -> ReportOf<Test> {
	Proposals::proposal(proposal).expect("it is there")
}

fn open_for(who: AccountId) -> Vec<OpenVoteOf<Test>> {
	Proposals::open_for(who, 0)
}

#[test]
fn everything_is_told_of_a_proposal_that_is_voted_on() {
	build_and_execute(|| {
		assert!(Proposals::proposal(1).is_none());
		let heading = heading("Weed the garden");
		assert_ok!(Proposals::propose_task(signed(ALICE), heading.clone(), GARDEN, task(180)));
		ayes(&[BOB], 1);
		let told = report(1);
		let Heading { title, link, content } = heading;
		assert_eq!((&told.title, &told.link, told.content), (&title, &link, content));
		assert_eq!(told.proposed, Proposed::Task(task(180)));
		let record = filed(1);
		assert_eq!((told.proposer, told.filed, told.topic), (ALICE, TODAY, GARDEN));
		assert_eq!((told.track, told.stage), (Track::Work, record.stage));
		assert_eq!(told.rules, Course::from(record.rules));
		assert_eq!(told.prospect, Some(*prospect(1)));
		assert_eq!((told.person, told.concerns, told.interested.len()), (None, None, 0));
		assert_eq!(told.last_error, None);
		assert_eq!(told.history, [(TODAY, Stage::Voting { decided: None })]);
		let Standing { prospect: Prospect { notice, quiet, ends, .. }, tally, electorate } =
			prospect(1);
		let Rules { notice: passes, ends: over, .. } = rules(1);
		assert_eq!((notice, quiet, ends), (passes, over - u64::from(DAY), over));
		assert_eq!(tally, mock::tally(1));
		assert_eq!((electorate.votes.total(), electorate.members.workers), (10_000, 10));
	});
}

#[test]
fn a_proposal_tells_its_whole_history() {
	build_and_execute(|| {
		let task = propose_task(ALICE, task(180));
		pass(task);
		let approved = now();
		pass_blocks(5u32);
		let delivery = delivery(task);
		assert_eq!(report(task).prospect, None);
		pass_blocks(10u32);
		done(task, BOB, 40);
		let Report { history, prospect, .. } = report(task);
		assert_eq!(prospect, None);
		let until = approved + u64::from(2 * EPOCH);
		assert_eq!(
			history,
			[
				(TODAY, Stage::Voting { decided: None }),
				(approved, Stage::Approved { route: Route::Bar, from: approved, until }),
				(approved, Stage::Underway { delivery }),
				(approved + 15, Stage::Done { end: End::Settled(quality(40)), at: approved + 15 }),
			]
		);
	});
}

#[test]
fn a_vote_that_decides_is_in_the_stage_and_not_in_the_history() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		run_to_notice(proposal);
		ayes(&EVERYBODY[..6], proposal);
		let told = report(proposal);
		let decided = BY_BAR;
		assert_eq!(told.stage, Stage::Voting { decided });
		assert_eq!(told.history, [(TODAY, Stage::Voting { decided: None })]);
		assert_eq!(told.prospect.and_then(|prospect| prospect.now), decided);
	});
}

#[test]
fn the_active_ones_are_told_oldest_first() {
	build_and_execute(|| {
		assert_eq!(Proposals::active(0), []);
		let proposals = EVERYBODY.map(|who| propose_motion(who, deed(Track::Fund)));
		let numbers =
			|| Proposals::active(0).into_iter().map(|listed| listed.proposal).collect::<Vec<_>>();
		assert_eq!(numbers(), proposals);
		let fourth = Listed {
			proposal: 4,
			title: line("Let us do it"),
			track: Track::Fund,
			stage: Stage::Voting { decided: None },
			proposer: EVERYBODY[3],
		};
		assert_eq!(Proposals::active(0)[3], fourth);
		assert_eq!(Proposals::active(4)[0], fourth);
		assert_eq!((Proposals::active(11), Proposals::active(u32::MAX)), (vec![], vec![]));
		ayes(&[BOB], 2);
		assert_ok!(Proposals::withdraw(signed(BOB), 2));
		assert_ok!(Proposals::withdraw(signed(CHARLIE), 3));
		pass(7);
		assert_eq!(numbers(), [1, 4, 5, 6, 7, 8, 9, 10]);
	});
}

#[test]
fn a_member_is_told_what_it_can_vote_on() {
	build_and_execute(|| {
		let motion = moved(Track::Fund);
		let question = ask(BOB, &["yes", "no"]);
		set_vote(CHARLIE, 2_500);
		vote_all(&[CHARLIE], question, Choice::Option(1));
		let [one, other] = &open_for(CHARLIE)[..] else { panic!("there are two") };
		assert_eq!(Proposals::open_for(CHARLIE, question), std::slice::from_ref(other));
		assert_eq!(Proposals::open_for(CHARLIE, question + 1), []);
		let title = line("Let us do it");
		let all = prospect(motion);
		let votes = Votes::new(&all.tally, Some(&all.electorate), &[]);
		let expected = OpenVote {
			proposal: motion,
			title,
			proposed: Proposed::Motion(Box::new(deed(Track::Fund))),
			person: None,
			track: Track::Fund,
			weight: 2_500,
			vote: None,
			prospect: *all,
			votes,
			proposer: ALICE,
		};
		assert_eq!(one, &expected);
		let cast = plain(Choice::Option(1), 2_500);
		assert_eq!((other.proposal, other.vote), (question, Some(cast)));
		assert_eq!(other.track, Track::Consultation);
		assert_eq!(open_for(DAVE).iter().map(|open| open.weight).collect::<Vec<_>>(), [1_000; 2]);
	});
}

#[test]
fn who_cannot_vote_somewhere_is_told_that_it_weighs_nothing_there() {
	build_and_execute(|| {
		propose_motion(ALICE, deed_about(Track::Expulsion, BOB));
		join(KEVIN, Class::Worker);
		let weights = |who| open_for(who).iter().map(|open| open.weight).collect::<Vec<_>>();
		assert_eq!(weights(ALICE), [1_000]);
		assert_eq!(weights(BOB), [0]);
		assert_eq!(weights(KEVIN), [0]);
		assert_eq!(weights(STRANGER), [0]);
	});
}

#[test]
fn what_is_decided_is_open_for_nobody() {
	build_and_execute(|| {
		let due = moved(Track::Fund);
		let reached = moved(Track::Fund);
		let ended = ask(BOB, &["yes", "no"]);
		let open = moved(Track::Expulsion);
		ayes(&EVERYBODY[..6], due);
		let numbers = || open_for(ALICE).into_iter().map(|open| open.proposal).collect::<Vec<_>>();
		assert_eq!(numbers(), [due, reached, ended, open]);
		run_to_notice(due);
		assert_eq!(numbers(), [reached, ended, open]);
		ayes(&EVERYBODY[..6], reached);
		assert_eq!(numbers(), [ended, open]);
		run_to_end(ended);
		assert_eq!(numbers(), [open]);
		assert_ok!(Proposals::withdraw(signed(ALICE), open));
		assert!(numbers().is_empty());
	});
}

#[test]
fn a_prospect_says_how_it_stands() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		let stands = || {
			let Prospect { bar_reached, blocked, at_the_end, now, .. } = *prospect(proposal);
			(bar_reached, blocked, at_the_end, now)
		};
		assert_eq!(stands(), (false, false, Outcome::Rejected, None));
		ayes(&EVERYBODY[..3], proposal);
		assert_eq!(stands(), (false, false, Outcome::Approved(Route::Second), None));
		ayes(&EVERYBODY[..6], proposal);
		assert_eq!(stands(), (true, false, Outcome::Approved(Route::Bar), None));
		blocks(&[IVAN, JUDY], proposal);
		assert_eq!(stands(), (true, true, Outcome::Blocked, None));
		nays(&[JUDY], proposal);
		run_to_notice(proposal);
		let by_bar = Outcome::Approved(Route::Bar);
		assert_eq!(stands(), (true, false, by_bar, Some(by_bar)));
	});
}

#[test]
fn a_prospect_leaves_out_who_gains_by_it_and_says_whether_others_are_for_it() {
	build_and_execute(|| {
		let proposal = propose_task(ALICE, task_for(BOB, 180));
		assert_eq!(prospect(proposal).electorate.votes.total(), 9 * VOTE);
		ayes(&[ALICE, CHARLIE], proposal);
		assert_ok!(vote_by_delegate(DAVE, proposal, Choice::Aye));
		let Prospect { at_the_end, others_reached, .. } = *prospect(proposal);
		assert_eq!((at_the_end, others_reached), (Outcome::Rejected, false));
		ayes(&[DAVE], proposal);
		let Prospect { at_the_end, others_reached, .. } = *prospect(proposal);
		assert_eq!((at_the_end, others_reached), (Outcome::Approved(Route::Second), true));
	});
}

#[test]
fn a_prospect_says_whether_the_seasoned_are_behind_it() {
	build_and_execute(|| {
		let proposal = propose_motion(ALICE, deed_about(Track::Expulsion, BOB));
		assert!(!prospect(proposal).heads_reached);
		ayes(&[ALICE, CHARLIE], proposal);
		assert!(prospect(proposal).heads_reached);
		nays(&[DAVE], proposal);
		assert!(!prospect(proposal).heads_reached);
		// Where that is not asked, it is as if they were.
		let Prospect { heads_reached, others_reached, .. } = *prospect(moved(Track::Fund));
		assert!(heads_reached && others_reached);
	});
}

#[test]
fn what_is_confirmed_is_told_as_what_is_voted_on() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..3], proposal);
		run_to_end(proposal);
		// As long as nobody says that it passed, nobody votes on it.
		let Prospect { at_the_end, now, .. } = *prospect(proposal);
		assert_eq!((at_the_end, now), (Outcome::Approved(Route::Second), AT_THE_END));
		assert!(open_for(ALICE).is_empty());
		assert_ok!(advance(proposal));
		let told = prospect(proposal);
		let over = mock::now() + u64::from(EPOCH);
		assert_eq!((told.quiet, told.ends), (over - u64::from(DAY), over));
		assert_eq!((told.at_the_end, told.now), (Outcome::Approved(Route::Second), None));
		let [open] = &open_for(JUDY)[..] else { panic!("there is one") };
		assert_eq!((open.proposal, open.weight, open.prospect), (proposal, VOTE, *told));
		assert!(is_active(proposal));
		// Its bar is no matter any more.
		ayes(&EVERYBODY[3..6], proposal);
		let told = prospect(proposal);
		assert!(told.bar_reached);
		assert_eq!((told.at_the_end, told.now), (Outcome::Approved(Route::Second), None));
		run_to_end(proposal);
		assert_eq!(prospect(proposal).now, AT_THE_END);
		assert!(open_for(JUDY).is_empty());
	});
}

#[test]
fn why_a_motion_could_not_be_carried_out_is_told() {
	build_and_execute(|| {
		let proposal = propose_motion(ALICE, timely_deed(Track::Admission));
		pass(proposal);
		assert_eq!(report(proposal).last_error, None);
		assert_ok!(execute(proposal));
		let error = pallet_deeds::Error::<Test>::NotNow.into();
		assert_eq!(report(proposal).last_error, Some(error));
		allow();
		assert_ok!(execute(proposal));
		assert_eq!(report(proposal).last_error, None);
	});
}

#[test]
fn a_question_says_how_it_would_be_answered() {
	build_and_execute(|| {
		let question = ask(ALICE, &["yes", "no"]);
		assert_eq!(prospect(question).at_the_end, Outcome::Answered(None));
		vote_all(&[BOB], question, Choice::Option(1));
		assert_eq!(prospect(question).at_the_end, Outcome::Answered(Some(1)));
		assert_eq!(prospect(question).now, None);
		run_to_end(question);
		assert_eq!(prospect(question).now, Some(Outcome::Answered(Some(1))));
	});
}

#[test]
fn votes_are_told_by_class_with_the_wording_of_options_and_without_what_is_empty() {
	build_and_execute(|| {
		let question = ask(ALICE, &["yes", "no"]);
		vote_all(&[BOB, CHARLIE], question, Choice::Option(1));
		assert_ok!(vote(DAVE, question, Choice::Abstain));
		let [open] = &open_for(ALICE)[..] else { panic!("there is one") };
		let told = |wording, votes: &[(Class, VoteBalance)]| OptionVotes {
			wording: line(wording),
			votes: votes.into(),
		};
		let workers = Class::Worker;
		assert_eq!(open.proposed, Proposed::Question);
		assert_eq!(open.votes.options, [told("yes", &[]), told("no", &[(workers, 2 * VOTE)])]);
		// Nobody uses or supports: no row tells of them.
		let voters = Voters { votes: 10 * VOTE, members: 10, seasoned: 10, weight: None };
		let row = ClassVotes {
			class: workers,
			ayes: 0,
			nays: 0,
			abstains: VOTE,
			blocks: 0,
			seasoned_ayes: 0,
			seasoned_nays: 0,
			voters: Some(voters),
		};
		assert_eq!(open.votes.classes, core::slice::from_ref(&row));
		// Somebody who uses is there from the next filing on, and has a row then.
		join(KEVIN, Class::User);
		pass_blocks(1u32);
		let motion = moved(Track::Fund);
		ayes(&[ALICE, BOB, KEVIN], motion);
		assert_ok!(vote_by_delegate(CHARLIE, motion, Choice::Aye));
		blocks(&[IVAN], motion);
		let Report { votes, .. } = report(motion);
		assert_eq!((votes.aye_heads, votes.other_ayes, votes.block_heads), (4, 2, 1));
		let [of_workers, of_users] = &votes.classes[..] else { panic!("{votes:?}") };
		let ClassVotes { class, ayes, nays, blocks, .. } = of_workers;
		assert_eq!((*class, *ayes, *nays, *blocks), (workers, 3 * VOTE, VOTE, VOTE));
		assert_eq!((of_users.class, of_users.ayes), (Class::User, VOTE));
		// What is decided tells no more of those who could have voted.
		run_to_end(question);
		assert_ok!(advance(question));
		let Report { votes, prospect, .. } = report(question);
		assert_eq!((votes.classes, prospect), (vec![ClassVotes { voters: None, ..row }], None));
	});
}

#[test]
fn a_motion_that_no_version_knows_is_told_as_it_is_kept() {
	build_and_execute(|| {
		let motion = moved(Track::Fund);
		assert_eq!(report(motion).proposed, Proposed::Motion(Box::new(deed(Track::Fund))));
		Contents::<Test>::mutate(motion, |kept| {
			let content = kept.as_mut().expect("it was filed");
			content.payload = Payload::Motion(vec![255; 3].try_into().expect("it is short"));
		});
		assert_eq!(report(motion).proposed, Proposed::FormerMotion(vec![255; 3]));
		assert_eq!(open_for(BOB)[0].proposed, Proposed::FormerMotion(vec![255; 3]));
	});
}

#[test]
fn the_pool_may_spend_three_tenths_and_one_of_them_without_a_bar() {
	build_and_execute(|| {
		assert_eq!(Proposals::allowance(), (30_000, 10_000));
		// Until something is noted in an epoch, it is what the pool has at the time.
		set_pool(999);
		assert_eq!(Proposals::allowance(), (299, 99));
		idle(Weight::MAX);
		set_pool(POOL);
		assert_eq!(Proposals::allowance(), (299, 99));
		set_epoch(1);
		assert_eq!(Proposals::allowance(), (30_000, 10_000));
		govern(|figures| {
			figures.spending = Percent::from_percent(25);
			figures.unbarred_spending = Percent::from_percent(5);
		});
		assert_eq!(Proposals::allowance(), (25_000, 5_000));
		// What is left of all is the most there is of either.
		PoolSpending::<Test>::put(Spending { epoch: 1, pool: POOL, spent: 24_000, unbarred: 0 });
		assert_eq!(Proposals::allowance(), (1_000, 1_000));
		PoolSpending::<Test>::put(Spending { epoch: 1, pool: POOL, spent: 26_000, unbarred: 0 });
		assert_eq!(Proposals::allowance(), (0, 0));
	});
}

#[test]
fn nothing_that_is_asked_changes_anything() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY, proposal);
		run_to_notice(proposal);
		assert_storage_noop!({
			Proposals::proposal(proposal);
			Proposals::active(0);
			Proposals::open_for(ALICE, 0);
			Proposals::allowance();
		});
	});
}
