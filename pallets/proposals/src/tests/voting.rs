// SPDX-License-Identifier: Apache-2.0

//! When members vote, on what, and what a vote does at once.

use super::*;

/// What whoever keeps ballots is told of a proposal.
#[derive(PartialEq, Debug)]
#[allow(clippy::large_enum_variant, reason = "it is told once, in a test")]
enum Told {
	Nothing,
	Ongoing(Tally, TermsOf<Test>),
	Completed(BlockNumber, bool),
}

fn told(proposal: ProposalId) -> Told {
	Proposals::access_poll(proposal, |status| match status {
		PollStatus::None => Told::Nothing,
		PollStatus::Ongoing(tally, terms) => Told::Ongoing(tally.clone(), terms),
		PollStatus::Completed(at, approved) => Told::Completed(at, approved),
	})
}

fn terms(proposal: ProposalId) -> TermsOf<Test> {
	Proposals::as_ongoing(proposal).expect("it is voted on").1
}

/// What a member's vote says.
fn said(who: AccountId, proposal: ProposalId) -> Option<Choice> {
	remembered::Ballots::get(proposal, who).map(|cast| cast.choice)
}

#[test]
fn votes_are_counted_and_later_ones_replace_earlier_ones() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		set_vote(BOB, 2_500);
		ayes(&[ALICE, BOB], proposal);
		nays(&[CHARLIE], proposal);
		let counted = tally(proposal);
		assert_eq!((counted.ayes.total(), counted.nays.total()), (3_500, 1_000));
		assert_ok!(vote(BOB, proposal, Choice::Block));
		let counted = tally(proposal);
		assert_eq!((counted.ayes.total(), counted.nays.total()), (1_000, 3_500));
		assert_eq!((counted.blocks.total(), counted.block_heads), (2_500, 1));
		assert_ok!(vote(BOB, proposal, Choice::Abstain));
		assert_eq!(tally(proposal).abstains.total(), 2_500);
	});
}

#[test]
fn whoever_keeps_ballots_is_told_what_a_vote_must_heed() {
	build_and_execute(|| {
		let options = options(&["tea", "coffee", "water"]);
		assert_ok!(Proposals::ask(signed(ALICE), heading("What now?"), GARDEN, options, None));
		let question = last();
		let about_bob = propose_motion(CHARLIE, deed_about(Track::Expulsion, BOB));
		let for_two = propose_motion(ALICE, deed_for(Track::Care, &[BOB, DAVE]));
		let Told::Ongoing(tally, terms) = told(question) else { panic!("it is voted on") };
		assert_eq!(tally, Tally::new(3));
		let expected = Terms {
			topic: GARDEN,
			filed: TODAY,
			seasoned_by: Some(0),
			proposer: ALICE,
			silent: Silent::default(),
			in_person: false,
			options: 3,
			may_change: true,
		};
		assert_eq!(terms, expected);
		let Told::Ongoing(tally, terms) = told(about_bob) else { panic!("it is voted on") };
		assert_eq!(tally, Tally::new(0));
		let silent = |who: &[AccountId]| Silent::truncate_from(who.to_vec());
		let about_bob = Terms {
			topic: 0,
			proposer: CHARLIE,
			silent: silent(&[BOB]),
			in_person: true,
			options: 0,
			..expected.clone()
		};
		assert_eq!(terms, about_bob);
		let Told::Ongoing(_, terms) = told(for_two) else { panic!("it is voted on") };
		let silent = silent(&[BOB, DAVE]);
		assert_eq!(terms, Terms { topic: 2, silent, options: 0, ..expected });
		// There is no list of terms, as each proposal has its own.
		assert_eq!(<Proposals as Polling<Tally>>::classes(), []);
	});
}

/// The room that keeps ballots measures its votes on polls that are made for that.
#[cfg(feature = "runtime-benchmarks")]
#[test]
fn a_poll_for_a_benchmark_has_the_terms_that_are_asked_for_and_is_not_decided() {
	new_test_ext(&EVERYBODY).execute_with(|| {
		let asked = |may_change| Terms {
			topic: GARDEN,
			filed: TODAY + 1,
			seasoned_by: Some(3),
			proposer: ALICE,
			silent: Silent::truncate_from(vec![BOB]),
			in_person: false,
			options: 0,
			may_change,
		};
		for terms in [asked(true), asked(false), Terms { seasoned_by: None, ..asked(true) }] {
			let poll = <Proposals as Polling<Tally>>::create_ongoing(terms.clone());
			let poll = poll.expect("a poll can be opened");
			assert_eq!(self::terms(poll), terms);
			ayes(&[ALICE, CHARLIE, DAVE, EVE], poll);
			vote_all(&[FERDIE], poll, Choice::Abstain);
			assert_eq!(stage(poll), Stage::Voting { decided: None });
			assert_ok!(<Proposals as Polling<Tally>>::end_ongoing(poll, true));
			assert_noop!(vote(ALICE, poll, Choice::Aye), NOT_VOTED_ON);
		}
		// Two who have left gain by it, if nobody else is named.
		let unnamed = Terms { silent: Silent::default(), ..asked(true) };
		let poll = <Proposals as Polling<Tally>>::create_ongoing(unnamed);
		let silent = terms(poll.expect("a poll can be opened")).silent;
		assert_eq!(silent.len(), 2);
		assert!(silent.iter().all(|who| !FakeMembers::is_member(who)));
	});
}

#[test]
fn what_was_never_filed_is_not_voted_on() {
	build_and_execute(|| {
		assert_eq!(told(1), Told::Nothing);
		assert_eq!(Proposals::as_ongoing(1), None);
		assert_noop!(vote(ALICE, 1, Choice::Aye), NOT_VOTED_ON);
	});
}

#[test]
fn what_is_over_is_told_with_how_it_went() {
	build_and_execute(|| {
		let [approved, rejected, blocked, withdrawn] =
			[ALICE, BOB, CHARLIE, DAVE].map(|who| propose_motion(who, deed(Track::Fund)));
		let question = ask(ALICE, &["yes", "no"]);
		ayes(&EVERYBODY[..6], approved);
		blocks(&[ALICE, BOB], blocked);
		ayes(&[EVE], withdrawn);
		assert_ok!(Proposals::withdraw(signed(DAVE), withdrawn));
		assert_eq!(told(withdrawn), Told::Completed(TODAY, false));
		run_to_notice(approved);
		let noticed = now();
		assert_ok!(advance(approved));
		assert_ok!(advance(blocked));
		assert_eq!(told(approved), Told::Completed(noticed, true));
		assert_eq!(told(blocked), Told::Completed(noticed, false));
		run_to_end(question);
		assert_ok!(advance(question));
		assert_eq!(told(question), Told::Completed(now(), true));
		run_to_end(rejected);
		let ended = now();
		assert_ok!(advance(rejected));
		pass_blocks(5u32);
		assert_eq!(told(rejected), Told::Completed(ended, false));
	});
}

#[test]
fn a_vote_that_fails_changes_nothing() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		let failed = Proposals::try_access_poll(proposal, |status| -> DispatchResult {
			let PollStatus::Ongoing(tally, _) = status else { panic!("it is voted on") };
			tally.add(&plain(Choice::Aye, 5));
			Err(DispatchError::Other("on second thoughts"))
		});
		assert_noop!(failed, DispatchError::Other("on second thoughts"));
		assert_eq!(tally(proposal), Tally::new(0));
	});
}

#[test]
fn a_look_at_the_votes_changes_nothing() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..6], proposal);
		events();
		assert_storage_noop!(assert!(Proposals::as_ongoing(proposal).is_some()));
		run_to_notice(proposal);
		assert_storage_noop!(assert!(Proposals::as_ongoing(proposal).is_none()));
	});
}

#[test]
fn who_joins_after_the_filing_does_not_vote_on_it() {
	build_and_execute(|| {
		join(KEVIN, Class::Worker);
		pass_blocks(1u32);
		let proposal = moved(Track::Fund);
		// In the same block, and in one after it.
		join(LAURA, Class::Worker);
		pass_blocks(1u32);
		join(STRANGER, Class::Worker);
		assert_ok!(vote(KEVIN, proposal, Choice::Aye));
		assert_noop!(vote(LAURA, proposal, Choice::Aye), NO_VOICE);
		assert_noop!(vote(STRANGER, proposal, Choice::Aye), NO_VOICE);
		// Both vote on what comes later.
		let later = moved(Track::Fund);
		ayes(&[LAURA], later);
		assert_noop!(vote(STRANGER, later, Choice::Aye), NO_VOICE);
	});
}

/// Those who could vote on a proposal.
fn electorate(proposal: ProposalId) -> (VoteBalance, u32) {
	let electorate = prospect(proposal).electorate;
	(electorate.votes.total(), electorate.members.workers)
}

#[test]
fn whom_a_grave_matter_concerns_neither_votes_nor_counts() {
	for track in deciding::GRAVE {
		build_and_execute(|| {
			set_vote(BOB, 50_000);
			let about_bob = propose_motion(ALICE, deed_about(track, BOB));
			let of_all = propose_motion(ALICE, deed(track));
			for choice in [Choice::Aye, Choice::Nay, Choice::Block, Choice::Abstain] {
				assert_noop!(vote(BOB, about_bob, choice), NO_VOICE);
			}
			assert_eq!((electorate(about_bob), electorate(of_all)), ((9_000, 9), (59_000, 10)));
			// Six of the nine others, Bob's fifty VOTE notwithstanding.
			let six = [ALICE, CHARLIE, DAVE, EVE, FERDIE, GEORGE];
			ayes(&six, about_bob);
			ayes(&six, of_all);
			run_to_notice(about_bob);
			assert_eq!(outcome(about_bob), BY_BAR, "{track:?}");
			assert_eq!(outcome(of_all), deciding::short_of_it(track), "{track:?}");
		});
	}
}

#[test]
fn nobody_votes_for_another_on_a_grave_matter() {
	for track in MOTIONS {
		build_and_execute(|| {
			let proposal = moved(track);
			let spoken = vote_by_delegate(BOB, proposal, Choice::Aye);
			match track.is_grave() {
				true => assert_eq!(spoken, Err(NOT_FOR_ANOTHER), "{track:?}"),
				false => assert_eq!(spoken, Ok(()), "{track:?}"),
			}
		});
	}
}

#[test]
fn what_a_vote_says_of_its_voter_is_counted() {
	build_and_execute(|| {
		let proposal = moved(Track::Care);
		set_vote(ALICE, 2_500);
		join(KEVIN, Class::Worker);
		ayes(&[ALICE, BOB], proposal);
		assert_ok!(vote_by_delegate(CHARLIE, proposal, Choice::Aye));
		let counted = tally(proposal);
		assert_eq!((counted.proposer_aye.workers, counted.aye_heads), (2_500, 3));
		assert_eq!((counted.other_ayes, counted.seasoned_ayes.workers), (1, 3));
		// Somebody who is no longer new, but not seasoned yet, is no seasoned head.
		pass_blocks(1u32);
		let later = propose_motion(BOB, deed(Track::Care));
		ayes(&[ALICE, KEVIN], later);
		let counted = tally(later);
		assert_eq!((counted.proposer_aye.workers, counted.aye_heads), (0, 2));
		assert_eq!((counted.other_ayes, counted.seasoned_ayes.workers), (2, 1));
	});
}

#[test]
fn whom_anything_else_concerns_is_silent_but_counts() {
	for track in MOTIONS.into_iter().filter(|track| !track.is_grave()) {
		build_and_execute(|| {
			let about_bob = propose_motion(ALICE, deed_about(track, BOB));
			for choice in [Choice::Aye, Choice::Nay, Choice::Block, Choice::Abstain] {
				assert_noop!(vote(BOB, about_bob, choice), NO_VOICE);
			}
			assert_eq!(electorate(about_bob), (10_000, 10), "{track:?}");
		});
	}
}

/// What can be changed on a proposal, and when.
fn check_quiet_time(file: fn() -> ProposalId, one: Choice, other: Choice) {
	build_and_execute(|| {
		let proposal = file();
		let (quiet, ends) = quiet_and_end(proposal);
		assert_eq!(ends - quiet, u64::from(DAY));
		vote_all(&[BOB], proposal, one);
		run_to_block(quiet - 1);
		assert!(terms(proposal).may_change);
		assert_ok!(vote(BOB, proposal, other));
		run_to_block(quiet);
		assert!(!terms(proposal).may_change);
		assert_noop!(vote(BOB, proposal, one), NOT_IN_QUIET_TIME);
		// The same again is no change, and weighs what it weighs by now.
		let before = tally(proposal);
		assert_ok!(vote(BOB, proposal, other));
		assert_eq!(tally(proposal), before);
		assert_ok!(vote(CHARLIE, proposal, one));
		run_to_block(ends - 1);
		assert_noop!(vote(BOB, proposal, one), NOT_IN_QUIET_TIME);
		assert_ok!(vote(DAVE, proposal, one));
		run_to_block(ends);
		assert_noop!(vote(EVE, proposal, one), NOT_VOTED_ON);
		assert_eq!(said(BOB, proposal), Some(other));
	});
}

#[test]
fn votes_are_changed_until_the_quiet_time_and_then_only_cast() {
	check_quiet_time(|| moved(Track::Fund), Choice::Aye, Choice::Nay);
	check_quiet_time(|| moved(Track::LostKey), Choice::Nay, Choice::Aye);
	check_quiet_time(|| ask(ALICE, &["yes", "no"]), Choice::Option(0), Choice::Option(1));
}

#[test]
fn a_question_is_answered_and_all_else_is_voted_for_or_against() {
	build_and_execute(|| {
		let question = ask(ALICE, &["tea", "coffee"]);
		let motion = moved(Track::Fund);
		for choice in [Choice::Aye, Choice::Nay, Choice::Block, Choice::Option(2)] {
			assert_noop!(vote(BOB, question, choice), NO_CHOICE);
		}
		assert_noop!(vote(BOB, motion, Choice::Option(0)), NO_CHOICE);
		vote_all(&[BOB], question, Choice::Option(1));
		vote_all(&[CHARLIE], question, Choice::Abstain);
		let counted = tally(question);
		let weights: Vec<_> = counted.options.iter().map(|option| option.total()).collect();
		assert_eq!((weights, counted.abstains.total()), (vec![0, 1_000], 1_000));
	});
}

#[test]
fn nothing_passes_before_its_notice_is_over() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY, proposal);
		events();
		run_to_block(rules(proposal).notice - 1);
		assert_eq!(outcome(proposal), None);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		// Second thoughts have their time.
		nays(&[JUDY], proposal);
		assert_eq!(events(), []);
		run_to_notice(proposal);
		assert_ok!(advance(proposal));
		assert_eq!(route(proposal), Some(Route::Bar));
	});
}

#[test]
fn a_vote_that_reaches_the_bar_before_the_notice_can_be_taken_back() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..6], proposal);
		nays(&[ALICE], proposal);
		run_to_notice(proposal);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		assert_eq!(stage(proposal), Stage::Voting { decided: None });
	});
}

#[test]
fn the_vote_is_closed_once_its_notice_finds_the_bar_reached() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..6], proposal);
		run_to_notice(proposal);
		// Nobody has advanced it yet.
		assert_noop!(vote(ALICE, proposal, Choice::Nay), NOT_VOTED_ON);
		assert_noop!(vote(JUDY, proposal, Choice::Nay), NOT_VOTED_ON);
		assert_eq!(told(proposal), Told::Completed(now(), true));
		pass_blocks(100u32);
		assert_noop!(vote(JUDY, proposal, Choice::Nay), NOT_VOTED_ON);
		assert_ok!(advance(proposal));
		assert_eq!(route(proposal), Some(Route::Bar));
	});
}

#[test]
fn after_the_notice_every_vote_is_weighed_and_the_one_that_decides_is_the_last() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..4], proposal);
		run_to_notice(proposal);
		pass_blocks(7u32);
		events();
		ayes(&[EVE], proposal);
		nays(&[JUDY], proposal);
		assert_eq!((events(), outcome(proposal)), (vec![], None));
		ayes(&[FERDIE], proposal);
		let outcome = Outcome::Approved(Route::Bar);
		assert_eq!(events(), [Event::Reached { proposal, outcome }]);
		assert_eq!(stage(proposal), Stage::Voting { decided: Some(outcome) });
		// From here on no vote counts, for or against, old or new.
		assert_noop!(vote(FERDIE, proposal, Choice::Nay), NOT_VOTED_ON);
		assert_noop!(vote(GEORGE, proposal, Choice::Block), NOT_VOTED_ON);
		assert_eq!(told(proposal), Told::Completed(now(), true));
		pass_blocks(100u32);
		assert_ok!(advance(proposal));
		assert_eq!(route(proposal), Some(Route::Bar));
	});
}

#[test]
fn a_vote_may_decide_by_a_block() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		run_to_notice(proposal);
		blocks(&[BOB], proposal);
		events();
		blocks(&[CHARLIE], proposal);
		assert_eq!(events(), [Event::Reached { proposal, outcome: Outcome::Blocked }]);
		assert_noop!(vote(CHARLIE, proposal, Choice::Aye), NOT_VOTED_ON);
		assert_eq!(told(proposal), Told::Completed(now(), false));
		assert_ok!(advance(proposal));
		assert_eq!(end(proposal), Some(End::Blocked));
	});
}

#[test]
fn what_was_reached_stands_however_the_electorate_grows() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		run_to_notice(proposal);
		ayes(&EVERYBODY[..6], proposal);
		set_vote(JUDY, 100_000);
		assert_eq!(outcome(proposal), BY_BAR);
		assert_ok!(advance(proposal));
		assert_eq!(route(proposal), Some(Route::Bar));
	});
}

#[test]
fn the_bar_is_over_those_who_were_there_with_what_they_have_by_now() {
	build_and_execute(|| {
		// Six of ten are enough, whoever joins meanwhile.
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..6], proposal);
		join(KEVIN, Class::User);
		pass_blocks(1u32);
		join(LAURA, Class::Supporter);
		set_vote(LAURA, 100_000);
		run_to_notice(proposal);
		assert_eq!(outcome(proposal), BY_BAR);
		// What those who were there have got since counts.
		set_vote(JUDY, 4_000);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		ayes(&[GEORGE], proposal);
		assert_eq!(outcome(proposal), BY_BAR);
	});
}

#[test]
fn a_leavers_vote_stays_and_still_counts_as_one_that_could_vote() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..6], proposal);
		leave(ALICE);
		run_to_notice(proposal);
		assert_ok!(advance(proposal));
		assert_eq!(route(proposal), Some(Route::Bar));
		// Those who left before the filing count no more: five of nine.
		let later = propose_motion(BOB, deed(Track::Fund));
		ayes(&EVERYBODY[1..6], later);
		assert_eq!(rules(later).roll.destroyed.workers, VOTE);
		run_to_notice(later);
		assert_ok!(advance(later));
	});
}

#[test]
fn what_a_vote_weighed_stays_what_it_weighed() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&[ALICE], proposal);
		set_vote(ALICE, 9_000);
		assert_eq!(tally(proposal).ayes.total(), 1_000);
		// Voting again takes it as it has become.
		ayes(&[ALICE], proposal);
		assert_eq!(tally(proposal).ayes.total(), 9_000);
		// In another class it weighs what it weighed in that of the filing.
		pass_blocks(1u32);
		change_class(ALICE, Class::Supporter);
		set_vote(ALICE, 20_000);
		nays(&[ALICE], proposal);
		let counted = tally(proposal);
		assert_eq!((counted.ayes.total(), counted.nays.workers), (0, 9_000));
	});
}
