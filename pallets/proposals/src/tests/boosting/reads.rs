// SPDX-License-Identifier: Apache-2.0

//! What members are told of stakes.

use super::*;
use artel_primitives::due::{Duty, InspectDue};

fn quote(proposal: ProposalId) -> Quote<BlockNumber> {
	Proposals::boost_quote(proposal).expect("it takes stakes")
}

#[test]
fn a_quote_tells_what_is_missing_and_why() {
	build_and_execute(|| {
		let proposal = plain();
		let began = now();
		let told = quote(proposal);
		assert_eq!(
			told,
			Quote {
				phase: Phase::Queued,
				up: 0,
				down: 0,
				virtual_downstake: 200,
				others: 0,
				threshold: Some(200),
				missing_for: Some(201),
				missing_against: 0,
				boosted_from: None,
				why: "It is in the queue, unless 2.01 LABOR more are staked for it.".into(),
			}
		);
		assert_ok!(stake(BOB, proposal, For, 250));
		let told = quote(proposal);
		assert_eq!((told.missing_for, told.missing_against), (Some(0), 50));
		assert_eq!(told.boosted_from, Some(began + ONE_DAY));
		assert_eq!(told.why, "It is pre-boosted, unless 0.50 LABOR more are staked against it.");
		// What is said to be missing is just enough.
		assert_ok!(stake(EVE, proposal, Against, 49));
		assert!(matches!(phase(proposal), Phase::PreBoosted { .. }));
		assert_ok!(stake(EVE, proposal, Against, 1));
		assert_ok!(stake(BOB, proposal, For, quote(proposal).missing_for.expect("in reach")));
		pass_blocks(DAY);
		let told = quote(proposal);
		assert_eq!((told.missing_for, told.missing_against, told.boosted_from), (Some(0), 0, None));
		assert!(told.why.starts_with("It is boosted"));
		// A second one counts it.
		let other = propose_task(CHARLIE, task(180));
		let told = quote(other);
		assert_eq!((told.others, told.threshold, told.missing_for), (1, Some(240), Some(241)));
		run_to_boosted_end(proposal);
		assert!(quote(proposal).why.starts_with("It is decided, and somebody"));
		assert_ok!(advance(proposal));
		assert!(quote(proposal).why.starts_with("It is decided, and stakes"));
		assert_eq!(Proposals::boost_quote(1_000), None);
	});
}

#[test]
fn the_report_tells_the_phase() {
	build_and_execute(|| {
		let proposal = boosted();
		let told = Proposals::proposal(proposal).expect("it is there");
		let prospect = told.prospect.expect("it is voted on");
		assert_eq!(prospect.phase, Some(phase(proposal)));
		assert_eq!(Proposals::open_for(CHARLIE, 0)[0].prospect, prospect);
		let motion = moved(Track::Fund);
		let told = Proposals::proposal(motion).expect("it is there");
		assert_eq!(told.prospect.expect("it is voted on").phase, None);
	});
}

#[test]
fn claims_are_told_to_whoever_has_them() {
	build_and_execute(|| {
		let proposal = boosted();
		assert_ok!(vote(CHARLIE, proposal, Choice::Nay));
		assert_eq!(Proposals::claimable(&BOB, 0), []);
		run_to_boosted_end(proposal);
		assert_ok!(advance(proposal));
		let lost = Claim { member: number(BOB), back: 0, won: 0, lost: 201 };
		assert_eq!(Proposals::claimable(&BOB, 0), [(proposal, lost.clone())]);
		assert_eq!(Proposals::claimable(&BOB, proposal + 1), []);
		assert_eq!(Proposals::claimable(&CHARLIE, 0), []);
		let due = <Proposals as InspectDue<_, _>>::due_for(&BOB);
		let claims: Vec<_> = due.iter().filter(|due| due.calls == ["proposals.claim"]).collect();
		assert_eq!(claims.len(), 1);
		assert_eq!((claims[0].duty, claims[0].number), (Duty::Can, Some(proposal)));
		leave(BOB);
		assert_eq!(Proposals::claimable(&BOB, 0), [(proposal, lost)]);
		claim_all(proposal);
		assert_eq!(Proposals::claimable(&BOB, 0), []);
	});
}

#[test]
fn what_there_is_no_room_for_is_not_told_to_be_claimed() {
	build_and_execute(|| {
		let proposal = plain();
		assert_ok!(stake(EVE, proposal, Against, 90));
		boost(proposal);
		vote_all(&[GEORGE, HELEN], proposal, Choice::Aye);
		run_to_boosted_end(proposal);
		assert_ok!(advance(proposal));
		let told = || {
			let due = <Proposals as InspectDue<_, _>>::due_for(&BOB);
			due.into_iter().filter(|due| due.calls == ["proposals.claim"]).count()
		};
		// There is always room for what returns.
		set_holding_cap(WALLET);
		assert_eq!(told(), 1);
		assert_ok!(claim(proposal, BOB));
		assert_noop!(claim(proposal, BOB), E::CapReached);
		assert_eq!(told(), 0);
		set_holding_cap(WALLET + 1);
		assert_eq!(told(), 1);
		assert_ok!(claim(proposal, BOB));
		assert_eq!(told(), 0);
	});
}

#[test]
fn it_is_told_that_stakes_are_enough_by_now() {
	build_and_execute(|| {
		let first = plain();
		assert_ok!(stake(BOB, first, For, 201));
		let second = propose_task(CHARLIE, task(180));
		assert_ok!(stake(BOB, second, For, 205));
		let told = |who| {
			let due = <Proposals as InspectDue<_, _>>::due_for(&who);
			due.into_iter()
				.filter(|due| due.calls == ["proposals.advance"])
				.map(|due| due.number)
				.collect::<Vec<_>>()
		};
		assert!(told(EVE).is_empty());
		assert_ok!(Proposals::withdraw(signed(ALICE), first));
		assert_eq!(told(EVE), [Some(second)]);
		assert!(quote(second).why.starts_with("Stakes are enough by now"));
		assert_ok!(advance(second));
		assert!(told(EVE).is_empty());
		// An idle block does the same.
		let third = propose_task(DAVE, task(180));
		assert_ok!(stake(BOB, third, For, 220));
		assert_eq!(phase(third), Phase::Queued);
		assert_ok!(Proposals::withdraw(signed(CHARLIE), second));
		idle(Weight::MAX);
		assert!(matches!(phase(third), Phase::PreBoosted { .. }));
	});
}
