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
		assert_eq!((end(proposal), deeds()), (Some(End::Failed), vec![]));
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
		run_to_block(rules(proposal).quiet);
		for who in &EVERYBODY[..3] {
			assert_noop!(vote(*who, proposal, Choice::Aye), NO_MORE_CHANGES);
		}
		// Whoever casts a vote late is answered by those who have not voted: they have a day.
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
		assert_eq!(route(proposal), Some(Route::Second));
	});
}

/// (8) Fifty-one of a hundred decide on grants, and still not on the constitution.
#[test]
fn half_of_all_vote_is_not_enough_and_a_bit_more_is_not_for_the_constitution() {
	for (group, granted) in [(5_000, None), (5_100, BY_BAR)] {
		build_and_execute(|| {
			set_votes(&[group - 2_000, 1_000, 1_000, 0, 0, 0, 0, 0, 0, 10_000 - group]);
			let grant = propose_motion(ALICE, deed_about(Track::Care, None, Some(BOB)));
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

/// (8) What they grant themselves meanwhile makes the electorate larger at once; their votes weigh
/// what they weighed until they are cast again, which they cannot be on the last day.
#[test]
fn what_a_majority_prints_itself_is_counted_against_it_first() {
	build_and_execute(|| {
		set_votes(&[1_700, 1_700, 1_700, 0, 0, 0, 0, 0, 0, 4_900]);
		let constitution = propose_motion(ALICE, deed(Track::Constitution));
		ayes(&EVERYBODY[..3], constitution);
		run_to_block(rules(constitution).quiet);
		set_votes(&[4_900, 4_900, 4_900]);
		assert_eq!(outcome(constitution), None);
		assert_noop!(vote(ALICE, constitution, Choice::Aye), NO_MORE_CHANGES);
		nays(&[JUDY], constitution);
		run_to_end(constitution);
		assert_eq!(outcome(constitution), REJECTED);
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
		let more = Proposals::ask(signed(ALICE), heading("?"), options(&["yes", "no"]), None);
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

/// (16) Nor by keeping away: what is decided by those who vote takes no more than their turnout.
#[test]
fn one_member_stops_nothing_by_keeping_away() {
	build_and_execute(|| {
		set_vote(ALICE, 51_000);
		let proposal = propose_motion(BOB, deed(Track::Fund));
		ayes(&EVERYBODY[1..], proposal);
		run_to_end(proposal);
		// Nine of sixty are a turnout of fifteen percent.
		assert_eq!(outcome(proposal), AT_THE_END);
	});
}

/// (16) Two supporters are 6.6 % of an artel in which five would be 15 %, whatever VOTE they have.
#[test]
fn a_tiny_class_vetoes_nothing() {
	build_and_execute(|| {
		for who in [20, 21, 22, 23, 24] {
			join(who, Class::User);
		}
		for who in [30, 31] {
			join(who, Class::Supporter);
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
		join(32, Class::Supporter);
		join(33, Class::Supporter);
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
		join(30, Class::Supporter);
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

/// Whoever leaves and comes back has voted once, and does not vote on it again.
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

/// Whoever changes its class after voting votes again with the same weight, and not twice.
#[test]
fn another_class_is_no_second_vote() {
	build_and_execute(|| {
		let proposal = moved(Track::Fund);
		ayes(&[BOB], proposal);
		change_class(BOB, Class::User);
		ayes(&[BOB], proposal);
		let counted = tally(proposal);
		assert_eq!((counted.ayes.total(), counted.ayes.workers), (VOTE, 0));
		assert_eq!((counted.aye_heads, counted.aye_workers), (1, 0));
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
			assert_noop!(again, Error::<Test>::BlockedRecently);
		}
	});
}
