// SPDX-License-Identifier: Apache-2.0

//! Whatever members stake, vote, take back and claim in whatever order, while some leave and come back: no LABOR is
//! made or lost, and in the end nothing is at stake.

use super::*;
use artel_primitives::vote::Choice;
use proptest::prelude::*;

/// Something that somebody does.
#[derive(Clone, Copy, Debug)]
enum Step {
	File(usize, bool),
	Stake(usize, usize, bool, LaborBalance),
	Vote(usize, usize, u8),
	Withdraw(usize),
	Advance(usize),
	Claim(usize, usize),
	Leave(usize),
	Join(usize),
	Wait(u32),
	Idle,
	Cap(LaborBalance),
	Done(usize, u8),
}

fn any_step() -> impl Strategy<Value = Step> {
	let (who, what) = (0..10usize, 0..6usize);
	prop_oneof![
		2 => (who.clone(), any::<bool>()).prop_map(|(who, own)| Step::File(who, own)),
		8 => (who.clone(), what.clone(), any::<bool>(), 1..400u64)
			.prop_map(|(who, what, up, amount)| Step::Stake(who, what, up, amount)),
		8 => (who.clone(), what.clone(), 0..3u8).prop_map(|(who, what, how)| Step::Vote(who, what, how)),
		1 => what.clone().prop_map(Step::Withdraw),
		4 => what.clone().prop_map(Step::Advance),
		6 => (who.clone(), what.clone()).prop_map(|(who, what)| Step::Claim(who, what)),
		1 => who.clone().prop_map(Step::Leave),
		1 => who.prop_map(Step::Join),
		5 => (1..3 * DAY).prop_map(Step::Wait),
		2 => Just(Step::Idle),
		1 => (WALLET - 500..WALLET + 500).prop_map(Step::Cap),
		1 => (what, 0..101u8).prop_map(|(what, percent)| Step::Done(what, percent)),
	]
}

/// The newest proposals first.
fn nth(what: usize) -> ProposalId {
	last().saturating_sub(u32::try_from(what).expect("it is small"))
}

fn play(step: Step) {
	match step {
		Step::File(who, own) => {
			let task = if own { own_task(30) } else { task(180) };
			Proposals::propose_task(signed(EVERYBODY[who]), heading("A task"), GARDEN, task).ok();
		},
		Step::Stake(who, what, up, amount) => {
			stake(EVERYBODY[who], nth(what), if up { For } else { Against }, amount).ok();
		},
		Step::Vote(who, what, how) => {
			let choice = [Choice::Aye, Choice::Nay, Choice::Block][usize::from(how)];
			vote(EVERYBODY[who], nth(what), choice).ok();
		},
		Step::Withdraw(what) => {
			let by = kept(nth(what)).map(|filed| filed.proposer);
			by.map(|by| Proposals::withdraw(signed(by), nth(what)).ok());
		},
		Step::Advance(what) => {
			advance(nth(what)).ok();
		},
		Step::Claim(who, what) => {
			claim(nth(what), EVERYBODY[who]).ok();
		},
		Step::Leave(who) => {
			if members().len() > 3 && FakeMembers::is_member(&EVERYBODY[who]) {
				leave(EVERYBODY[who]);
			}
		},
		Step::Join(who) => {
			if !FakeMembers::is_member(&EVERYBODY[who]) {
				join(EVERYBODY[who], Class::Worker);
			}
		},
		Step::Wait(blocks) => pass_blocks(blocks),
		Step::Idle => {
			idle(Weight::MAX);
		},
		Step::Cap(cap) => set_holding_cap(cap),
		Step::Done(what, percent) => {
			let proposal = nth(what);
			let under_way =
				kept(proposal).is_some_and(|filed| matches!(filed.stage, Stage::Underway { .. }));
			if under_way && FakeMembers::is_member(&JUDY) {
				done(proposal, JUDY, percent);
			}
		},
	}
}

fn kept(proposal: ProposalId) -> Option<ProposalOf<Test>> {
	crate::Proposals::<Test>::get(proposal)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

	#[test]
	fn no_labor_is_made_or_lost(steps in prop::collection::vec(any_step(), 50..200)) {
		build_and_execute(|| {
			for step in steps {
				play(step);
				check_invariants();
			}
			// Everything ends, and everybody has what is theirs.
			set_holding_cap(LaborBalance::MAX);
			for _ in 0..3 {
				pass_blocks(14 * DAY);
				for proposal in 1..=last() {
					advance(proposal).ok();
				}
			}
			let all: Vec<_> = Stakes::<Test>::iter_keys().collect();
			for (proposal, member) in all {
				assert_ok!(Proposals::claim(signed(STRANGER), proposal, member));
			}
			assert_eq!((at_stake(), Boosting::<Test>::get()), (0, 0));
		});
	}
}
