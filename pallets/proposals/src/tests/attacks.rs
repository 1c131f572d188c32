// SPDX-License-Identifier: Apache-2.0

//! What people might try, and what they get for it (mechanisms, section 11, numbers in brackets).

use super::*;

/// (4) A track's authority is no other's, so nothing that was decided laxly is done gravely.
#[test]
fn a_motion_is_made_with_no_more_authority_than_it_was_decided_with() {
	build_and_execute(|| {
		let proposal = moved(Track::Work);
		pass(proposal);
		// The rules say by now that such a call changes the constitution.
		judge_otherwise(Track::Constitution);
		assert_ok!(execute(proposal));
		assert!(route(proposal).is_some());
		assert_eq!(deeds(), vec![]);
		// What is moved from here on is decided as that.
		assert_eq!(rules(moved(Track::Work)).track, Track::Constitution);
	});
}

/// (7) Once a vote has decided, nobody toggles; nor does anybody before somebody has advanced it.
#[test]
fn toggling_after_the_notice_does_nothing() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..5], proposal);
		run_to_notice(proposal);
		ayes(&[FERDIE], proposal);
		for block in 0..3 {
			pass_blocks(block * DAY);
			for who in [ALICE, FERDIE, GEORGE] {
				for choice in [Choice::Nay, Choice::Block, Choice::Abstain, Choice::Aye] {
					assert_noop!(vote(who, proposal, choice), NOT_VOTED_ON);
				}
			}
		}
		assert_ok!(advance(proposal));
		assert_eq!(route(proposal), Some(Route::Bar));
	});
}

/// (7) Before the notice a bar that was reached for a moment decides nothing.
#[test]
fn toggling_before_the_notice_decides_nothing() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..6], proposal);
		nays(&EVERYBODY[..6], proposal);
		ayes(&EVERYBODY[..5], proposal);
		run_to_notice(proposal);
		assert_noop!(advance(proposal), Error::<Test>::NotDue);
		assert_eq!(stage(proposal), Stage::Voting { decided: None });
	});
}

/// (7) Whoever votes against it to lull the others cannot turn around when they have no time left.
#[test]
fn nobody_turns_around_in_the_last_day() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		nays(&EVERYBODY[..3], proposal);
		run_to_block(quiet_and_end(proposal).0);
		for who in &EVERYBODY[..3] {
			assert_noop!(vote(*who, proposal, Choice::Aye), NOT_IN_QUIET_TIME);
		}
		// A vote cast late is answered by those who have not voted: they have a day.
		ayes(&[DAVE, EVE, FERDIE, GEORGE], proposal);
		nays(&[HELEN, IVAN], proposal);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), REJECTED);
	});
}

/// (7) The end is the end, also where nobody has noticed it yet.
#[test]
fn nobody_snipes_after_the_end() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..3], proposal);
		run_to_block(rules(proposal).ends - 1);
		ayes(&[DAVE], proposal);
		for _ in 0..3 {
			pass_blocks(1u32);
			assert_noop!(vote(JUDY, proposal, Choice::Block), NOT_VOTED_ON);
			assert_noop!(vote(IVAN, proposal, Choice::Aye), NOT_VOTED_ON);
		}
		assert_ok!(advance(proposal));
		assert!(matches!(stage(proposal), Stage::Confirming { .. }));
	});
}

/// (8) Fifty-one of a hundred decide on grants, and still not on the constitution.
#[test]
fn half_of_all_vote_is_not_enough_and_a_bit_more_is_not_for_the_constitution() {
	for (group, granted) in [(5_000, None), (5_100, BY_BAR)] {
		build_and_execute(|| {
			set_votes(&[group - 2_000, 1_000, 1_000, 0, 0, 0, 0, 0, 0, 10_000 - group]);
			let grant = propose_motion(ALICE, deed_for(Track::Care, &[IVAN]));
			let constitution = propose_motion(ALICE, deed(Track::Constitution));
			for proposal in [grant, constitution] {
				ayes(&EVERYBODY[..3], proposal);
				nays(&[JUDY], proposal);
			}
			run_to_notice(grant);
			assert_eq!(outcome(grant), granted);
			run_to_end(constitution);
			assert_eq!(outcome(constitution), REJECTED);
		});
	}
}

/// (8) However much VOTE a majority grants itself meanwhile: four of seven have two thirds of all in the
/// end, and four heads against three (attacks, P1).
#[test]
fn a_majority_prints_itself_no_two_thirds() {
	build_group(7, || {
		let constitution = propose_motion(ALICE, deed(Track::Constitution));
		ayes(&EVERYBODY[..4], constitution);
		nays(&EVERYBODY[4..7], constitution);
		run_to_block(quiet_and_end(constitution).0);
		// What makes the electorate larger may make the votes larger, too, to the last day.
		set_votes(&[4_000; 4]);
		ayes(&EVERYBODY[..4], constitution);
		let Standing { tally, electorate, prospect: Prospect { heads_reached, .. } } =
			prospect(constitution);
		assert_eq!((tally.ayes.total(), electorate.votes.total()), (16_000, 19_000));
		assert!(!heads_reached);
		run_to_end(constitution);
		assert_eq!(outcome(constitution), REJECTED);
	});
}

/// (8) Nor do puppets help, whom they admit until they are eight of eleven (attacks, P1).
#[test]
fn puppets_make_no_two_thirds() {
	build_group(7, || {
		let puppets = [HELEN, IVAN, JUDY, KEVIN];
		puppets.iter().for_each(|who| join_unbacked(*who, Class::Worker));
		pass_blocks(1u32);
		// Also after years, as the seasoned were not for them.
		set_epoch(100);
		let constitution = propose_motion(ALICE, deed(Track::Constitution));
		ayes(&EVERYBODY[..4], constitution);
		ayes(&puppets, constitution);
		nays(&EVERYBODY[4..7], constitution);
		assert_eq!(tally(constitution).ayes.total(), 8 * VOTE);
		run_to_end(constitution);
		assert_eq!(outcome(constitution), REJECTED);
	});
}

/// (8) Nor do three of five expel the others one by one: the first is one head against it (attacks, P1).
#[test]
fn three_of_five_expel_nobody() {
	build_group(5, || {
		let about = |who| propose_motion(ALICE, deed_about(Track::Expulsion, who));
		let expulsion = about(EVE);
		ayes(&[ALICE, BOB, CHARLIE], expulsion);
		nays(&[DAVE], expulsion);
		// Three quarters of all VOTE but hers.
		assert_eq!(prospect(expulsion).electorate.votes.total(), 4_000);
		run_to_end(expulsion);
		assert_eq!(outcome(expulsion), REJECTED);
	});
}

/// (25) Whoever comes after the filing neither votes on it nor counts (attacks, P9).
#[test]
fn nobody_moves_the_denominator_after_the_vote() {
	build_group(3, || {
		let grave = propose_motion(ALICE, deed(Track::Constitution));
		let blocked = propose_motion(BOB, deed(Track::Fund));
		ayes(&[ALICE, BOB, CHARLIE], grave);
		blocks(&[BOB, CHARLIE], blocked);
		pass_blocks(1u32);
		for who in 200..240 {
			join(who, Class::Worker);
			set_vote(who, 10_000);
		}
		run_to_notice(grave);
		assert_eq!((outcome(grave), outcome(blocked)), (BY_BAR, BLOCKED));
	});
}

/// (24) An approved decision is not burnt by executing it at a bad moment (attacks, P10).
#[test]
fn nobody_burns_a_decision_by_executing_it_at_a_bad_moment() {
	build_and_execute(|| {
		let grant = propose_motion(ALICE, timely_deed(Track::Care));
		pass(grant);
		for _ in 0..3 {
			let tried = execute(grant).expect("it is tried");
			assert_eq!(tried.pays_fee, Pays::Yes);
			pass_blocks(1u32);
		}
		assert!(route(grant).is_some());
		allow();
		assert_ok!(execute(grant));
		assert_eq!((end(grant), deeds().len()), (Some(End::Executed), 1));
	});
}

/// (24) Nor is it carried through while a majority objects (attacks, P12).
#[test]
fn three_of_ten_pass_nothing_that_seven_do_not_want() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&EVERYBODY[..3], proposal);
		run_to_end(proposal);
		assert_ok!(advance(proposal));
		assert_noop!(execute(proposal), Error::<Test>::NotAtThisStage);
		nays(&EVERYBODY[3..], proposal);
		run_to_end(proposal);
		assert_ok!(advance(proposal));
		assert_eq!((end(proposal), deeds()), (Some(End::Rejected), vec![]));
	});
}

/// (12) Filing and taking back fills no storage, and leaves nobody room for more.
#[test]
fn filing_and_taking_back_fills_no_storage() {
	build_and_execute(|| {
		let first = moved(Track::Fund);
		assert_ok!(Proposals::withdraw(signed(ALICE), first));
		let before = keys();
		for _ in 0..100 {
			let proposal = moved(Track::Fund);
			assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
		}
		assert_eq!(keys(), before);
		// With a friend who votes on each, three a time are all there is.
		for _ in 0..3 {
			let proposal = moved(Track::Fund);
			ayes(&[BOB], proposal);
			assert_ok!(Proposals::withdraw(signed(ALICE), proposal));
		}
		let more = Proposals::ask(signed(ALICE), heading("?"), 0, options(&["yes", "no"]), None);
		assert_noop!(more, Error::<Test>::TooManyOpen);
	});
}

/// (16) However much VOTE one member has, it vetoes nothing by itself.
#[test]
fn one_member_vetoes_nothing() {
	build_and_execute(|| {
		set_vote(ALICE, 4_000);
		let proposal = propose_motion(BOB, deed(Track::Fund));
		blocks(&[ALICE], proposal);
		ayes(&EVERYBODY[1..8], proposal);
		run_to_notice(proposal);
		assert_eq!(outcome(proposal), BY_BAR);
	});
}

/// (16) Nor by keeping away: what is decided by those who vote takes a tenth of all VOTE.
#[test]
fn one_member_stops_nothing_by_keeping_away() {
	build_and_execute(|| {
		set_vote(ALICE, 81_000);
		let proposal = propose_motion(BOB, deed(Track::Fund));
		ayes(&EVERYBODY[1..], proposal);
		run_to_end(proposal);
		assert_eq!(outcome(proposal), AT_THE_END);
	});
}

/// (16) Nor one of two workers, where others are for it (attacks, P11).
#[test]
fn one_of_two_workers_stops_nothing_by_keeping_away() {
	build_with(&[ALICE, BOB], || {
		let users = [CHARLIE, DAVE, EVE, FERDIE, GEORGE, HELEN, IVAN];
		users.iter().for_each(|who| found(*who, Class::User));
		pass_blocks(1u32);
		let constitution = propose_motion(ALICE, deed(Track::Constitution));
		ayes(&[ALICE], constitution);
		ayes(&users, constitution);
		run_to_notice(constitution);
		assert_eq!(outcome(constitution), BY_BAR);
	});
	build_group(3, || {
		// One of three, absent, with four of six VOTE.
		set_vote(CHARLIE, 4_000);
		let constitution = propose_motion(ALICE, deed(Track::Constitution));
		ayes(&[ALICE, BOB], constitution);
		run_to_end(constitution);
		assert_eq!(outcome(constitution), AT_THE_END);
	});
}

/// (16) Two supporters are 6.6 % of an artel in which five would be 15 %, whatever VOTE they have.
#[test]
fn a_tiny_class_vetoes_nothing() {
	build_and_execute(|| {
		for who in [20, 21, 22, 23, 24] {
			found(who, Class::User);
		}
		for who in [30, 31] {
			found(who, Class::Supporter);
			set_vote(who, 100_000);
		}
		pass_blocks(1u32);
		set_class_weights(60, 25, 15);
		let few = propose_motion(ALICE, deed(Track::Fund));
		blocks(&[30, 31], few);
		ayes(&EVERYBODY, few);
		run_to_notice(few);
		assert_eq!(outcome(few), BY_BAR);

		// Four of them are 12.4 %.
		found(32, Class::Supporter);
		found(33, Class::Supporter);
		pass_blocks(1u32);
		let more = propose_motion(BOB, deed(Track::Care));
		blocks(&[30, 31, 32, 33], more);
		ayes(&EVERYBODY, more);
		run_to_notice(more);
		assert_eq!(outcome(more), BLOCKED);
	});
}

/// (16) A class of one cannot hold up the others either: without VOTE or members it has no weight.
#[test]
fn a_class_of_one_holds_up_nothing() {
	build_and_execute(|| {
		found(30, Class::Supporter);
		pass_blocks(1u32);
		set_class_weights(60, 25, 15);
		let proposal = propose_motion(ALICE, deed(Track::Constitution));
		blocks(&[30], proposal);
		ayes(&EVERYBODY, proposal);
		run_to_notice(proposal);
		// All workers are 60 of 63.
		assert_eq!(outcome(proposal), BY_BAR);
	});
}

/// A member who leaves and comes back has voted once, and does not vote on it again.
#[test]
fn coming_back_is_no_second_vote() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&[BOB], proposal);
		leave(BOB);
		pass_blocks(1u32);
		join(BOB, Class::Worker);
		pass_blocks(1u32);
		assert_noop!(vote(BOB, proposal, Choice::Aye), NO_VOICE);
		assert_eq!(tally(proposal).ayes.total(), VOTE);
		ayes(&[BOB], propose_motion(CHARLIE, deed(Track::Fund)));
	});
}

/// A member whose class changes after the filing votes in the class of the filing, and once; after a second
/// change not at all.
#[test]
fn another_class_is_no_second_vote() {
	build_and_execute(|| {
		let proposal = moved(Track::Constitution);
		ayes(&[BOB], proposal);
		let before = tally(proposal);
		pass_blocks(1u32);
		change_class(BOB, Class::User);
		ayes(&[BOB], proposal);
		assert_eq!(tally(proposal), before);
		assert_eq!(prospect(proposal).electorate.votes.workers, 10_000);
		pass_blocks(1u32);
		change_class(BOB, Class::Supporter);
		assert_noop!(vote(BOB, proposal, Choice::Nay), NO_VOICE);
		assert_eq!(tally(proposal), before);
	});
}

/// A block that was filed against is not worn down by filing the same under another title.
#[test]
fn what_was_blocked_is_not_filed_in_disguise() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		blocks(&[BOB, CHARLIE], proposal);
		run_to_notice(proposal);
		assert_ok!(advance(proposal));
		for (who, title) in [(ALICE, "Let us do it"), (DAVE, "Something quite different")] {
			let heading = Heading { content: H256::repeat_byte(who as u8), ..heading(title) };
			let motion = Box::new(deed(Track::Fund));
			let again = Proposals::propose_motion(signed(who), heading, motion);
			assert_noop!(again, Error::<Test>::AlreadyBlocked);
		}
	});
}
