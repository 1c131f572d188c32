// SPDX-License-Identifier: Apache-2.0

//! Stakes on proposals, with the ledger, the ballots and the membership as they are (mechanisms, section 6.4).

mod common;

use artel_primitives::{
	labor::{HoldLabor, InspectLabor, Source, StakeLabor},
	membership::{InspectMembers, MemberNumber},
	units::LaborBalance,
	work::{self, Stream, Work},
};
use artel_runtime::*;
use common::{people::*, work::*, *};
use frame_support::{
	assert_noop, assert_ok, hypothetically,
	traits::{TryState, TryStateSelect},
};
use pallet_mutual_credit::{Call as Credit, Error as Refused, Unit};
use pallet_proposals::{
	Call as Proposing, End, Error, Funding, HoldReason, Phase, Route, Side, Stage, Task,
};
use pallet_vote_basket::Vote;
use sp_runtime::{DispatchResult, Percent};

/// How many members the artel has.
const MEMBERS: u8 = 9;

/// Tells a story of an artel of seasoned workers, each of whom has 10.00 granted and has earned 10.00, and checks
/// every invariant at its end.
fn with_members(tell: impl FnOnce(&[AccountId])) {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			let members = artel_of(MEMBERS);
			for who in &members {
				let title = "An hour".try_into().expect("short");
				let unit = Unit::Hour { rate: Percent::one() };
				assert_ok!(by(who, Credit::publish_offer { title, unit }));
				earn(who, 1_800);
			}
			tell(&members);
			check();
		});
	});
}

fn check() {
	let now = System::block_number();
	AllPalletsWithSystem::try_state(now, TryStateSelect::All).expect("every invariant holds");
}

/// The pool pays somebody for common work of so many minutes.
fn earn(who: &AccountId, minutes: u32) {
	let (worker, labor) = (who.clone(), work::labor(minutes));
	let work = Work { worker, minutes, labor, stream: Stream::Commons, payer: None };
	assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, labor));
	assert_ok!(MutualCredit::pay_work(&work_hold(), &Source::Escrow, work, None));
}

fn file_task(who: &AccountId) -> u32 {
	let task = Task {
		minutes: 180,
		worker: None,
		stream: Stream::Commons,
		time: 300,
		funding: Funding::Pool,
	};
	file(who, Proposing::propose_task { heading: heading(), topic: 0, task })
		.expect("it can be filed")
}

fn stake(who: &AccountId, proposal: u32, side: Side, amount: LaborBalance) -> DispatchResult {
	by(who, Proposing::stake { proposal, side, amount })
}

fn claim(proposal: u32, member: MemberNumber) -> DispatchResult {
	by(&person(250), Proposing::claim { proposal, member })
}

fn number(who: &AccountId) -> MemberNumber {
	Membership::number(who).expect("it is a member")
}

/// What a member owns, with what is at stake.
fn owned(who: &AccountId) -> LaborBalance {
	<MutualCredit as InspectLabor<_>>::wallet(who)
}

fn kept(who: &AccountId) -> LaborBalance {
	let wallet = MutualCredit::wallet(who).expect("a member");
	wallet.kept + wallet.ripening
}

fn at_stake() -> LaborBalance {
	let reason = RuntimeHoldReason::Proposals(HoldReason::Stake);
	MutualCredit::held(&reason, &Source::Escrow)
}

/// A task that is boosted: 3.00 for it of the second member, 0.90 against it of the third.
fn boosted(members: &[AccountId]) -> u32 {
	let proposal = file_task(&members[0]);
	assert_ok!(stake(&members[2], proposal, Side::Against, 90));
	assert_ok!(stake(&members[1], proposal, Side::For, 300));
	let from = Proposals::boost_quote(proposal).and_then(|quote| quote.boosted_from);
	reach(from.expect("it is pre-boosted"));
	proposal
}

/// Two say this, and the vote comes to its end.
fn decide(proposal: u32, voters: &[AccountId], say: Vote) {
	for who in voters {
		assert_ok!(vote(who, proposal, say.clone()));
	}
	end_vote(proposal);
}

#[test]
fn two_of_nine_pass_what_is_boosted() {
	with_members(|members| {
		let proposal = boosted(members);
		let before: Vec<_> = members.iter().map(owned).collect();
		let phase = prospect(proposal).phase;
		assert!(matches!(phase, Some(Phase::Boosted { .. })));
		decide(proposal, &members[5..7], Vote::Aye);
		assert!(matches!(stage(proposal), Stage::Underway { .. }));
		let history = pallet_proposals::Histories::<Runtime>::get(proposal);
		let boosted =
			|stage: &Stage<_>| matches!(stage, Stage::Approved { route: Route::Boosted, .. });
		assert!(history.iter().any(|(_, stage)| boosted(stage)));
		for at in [2, 1] {
			assert_ok!(claim(proposal, number(&members[at])));
		}
		assert_eq!((owned(&members[1]), owned(&members[2])), (before[1] + 90, before[2] - 90));
		assert_eq!(at_stake(), 0);
	});
}

#[test]
fn what_is_at_stake_weighs_as_before_and_what_is_lost_no_more() {
	with_members(|members| {
		let who = &members[2];
		// GIVEN the third member's grant is spent, so that all that they own was earned
		let offer = pallet_mutual_credit::OffersBy::<Runtime>::get(&members[3])[0];
		let deadline = System::block_number() + 100;
		let order = Credit::place_order { offer, quantity: 1_800, deadline, brief: note("please") };
		assert_ok!(by(who, order));
		let delivery = last_delivery();
		for (by_whom, call) in [
			(&members[3], pallet_deliveries::Call::take_on { delivery }),
			(
				&members[3],
				pallet_deliveries::Call::deliver {
					delivery,
					minutes: 1_800,
					evidence: note("there"),
				},
			),
			(who, pallet_deliveries::Call::accept { delivery }),
		] {
			assert_ok!(by(by_whom, call));
		}
		assert_eq!((owned(who), kept(who)), (1_000, 1_000));
		// Of a grant nothing is left, so nothing can be at stake.
		let proposal = file_task(&members[0]);
		assert_noop!(
			stake(who, proposal, Side::Against, 1),
			Refused::<Runtime>::NotEnoughBesideGrants
		);
		earn(who, 360);
		let room = MutualCredit::wallet(who).expect("a member").room;
		// WHEN they stake, they own as much, have kept as much, and have as much room
		assert_ok!(stake(who, proposal, Side::Against, 200));
		let wallet = MutualCredit::wallet(who).expect("a member");
		assert_eq!((owned(who), kept(who)), (1_200, 1_200));
		assert_eq!((wallet.staked, wallet.room), (200, room));
		// WHEN it is lost, they have kept less
		for voter in &members[3..9] {
			assert_ok!(vote(voter, proposal, Vote::Aye));
		}
		end_vote(proposal);
		assert_ok!(claim(proposal, number(who)));
		assert_eq!((owned(who), kept(who)), (1_000, 1_000));
	});
}

#[test]
fn beside_a_stake_nobody_gives_their_grants_away() {
	with_members(|members| {
		let proposal = file_task(&members[0]);
		let who = &members[1];
		assert_ok!(stake(who, proposal, Side::For, 900));
		let refused = Refused::<Runtime>::NotEnoughBesideGrants;
		let pay = |amount| {
			let (to, memo) = (members[2].clone(), note("for you"));
			by(who, Credit::pay { to, amount, memo })
		};
		assert_noop!(pay(101), refused);
		assert_noop!(
			by(who, Credit::contribute { amount: 101 }),
			Refused::<Runtime>::NotEnoughBesideGrants
		);
		assert_noop!(
			stake(who, proposal, Side::Against, 101),
			Refused::<Runtime>::NotEnoughBesideGrants
		);
		assert_ok!(pay(100));
	});
}

/// Mechanisms, section 3.4: whatever comes first, the sums are the same.
#[test]
fn whoever_leaves_comes_to_the_same_whenever_they_claim() {
	with_members(|members| {
		let proposal = boosted(members);
		for say in [Vote::Aye, Vote::Nay] {
			let leaver = &members[1];
			let member = number(leaver);
			let leave = || {
				assert_ok!(by(leaver, pallet_membership::Call::leave {}));
			};
			let claims = || {
				for who in [member, number(&members[2])] {
					assert_ok!(claim(proposal, who));
				}
			};
			let sums = || {
				check();
				let exit = pallet_mutual_credit::Exits::<Runtime>::get(member).expect("they left");
				(exit.burned, exit.to_pool, exit.owed, owned(&members[2]), at_stake())
			};
			let first = hypothetically!({
				leave();
				decide(proposal, &members[5..7], say.clone());
				claims();
				sums()
			});
			let last = hypothetically!({
				decide(proposal, &members[5..7], say.clone());
				claims();
				leave();
				sums()
			});
			let between = hypothetically!({
				decide(proposal, &members[5..7], say.clone());
				leave();
				claims();
				sums()
			});
			let expelled = hypothetically!({
				let statute = Membership::statute().document;
				let reason = note("never there");
				let who = leaver.clone();
				assert_ok!(Membership::expel(
					authority(pallet_proposals::Track::Expulsion),
					who,
					reason,
					statute
				));
				decide(proposal, &members[5..7], say.clone());
				claims();
				sums()
			});
			assert_eq!([&last, &between, &expelled], [&first; 3], "{say:?}");
		}
	});
}

#[test]
fn whoever_was_expelled_and_comes_back_has_two_different_stakes() {
	with_members(|members| {
		let proposal = file_task(&members[0]);
		let who = &members[3];
		let before = number(who);
		assert_ok!(stake(who, proposal, Side::For, 100));
		assert_ok!(by(who, pallet_membership::Call::leave {}));
		join(who, artel_primitives::membership::Class::Worker);
		earn(who, 180);
		assert_ok!(stake(who, proposal, Side::For, 40));
		assert_eq!(<MutualCredit as StakeLabor<_>>::staked(who), 40);
		assert_ok!(by(&members[0], Proposing::withdraw { proposal }));
		for member in [before, number(who)] {
			assert_ok!(claim(proposal, member));
		}
		assert_eq!(owned(who), 100);
		let exit = pallet_mutual_credit::Exits::<Runtime>::get(before).expect("they left");
		assert!(exit.to_pool >= 100);
		assert_noop!(claim(proposal, before), Error::<Runtime>::NothingStaked);
	});
}

#[test]
fn what_is_boosted_does_not_change_the_electorate_or_who_has_no_part() {
	with_members(|members| {
		// A reward of the fourth member, which the first has filed.
		let reward = pallet_proposals::Reward {
			worker: members[3].clone(),
			minutes: 180,
			stream: Stream::Care,
			evidence: note("everybody saw it"),
		};
		let filing = Proposing::propose_reward { heading: heading(), topic: 0, reward };
		let proposal = file(&members[0], filing).expect("it can be filed");
		let refused = Error::<Runtime>::NotDisinterested;
		assert_noop!(stake(&members[3], proposal, Side::For, 300), refused);
		assert_ok!(stake(&members[1], proposal, Side::For, 300));
		let from = Proposals::boost_quote(proposal).and_then(|quote| quote.boosted_from);
		reach(from.expect("it is pre-boosted"));
		assert!(vote(&members[3], proposal, Vote::Aye).is_err());
		// The proposer and one other are not two others.
		for who in [&members[0], &members[5]] {
			assert_ok!(vote(who, proposal, Vote::Aye));
		}
		end_vote(proposal);
		assert!(matches!(stage(proposal), Stage::Done { end: End::Rejected, .. }));
	});
}
