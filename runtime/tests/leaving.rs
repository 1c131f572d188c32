// SPDX-License-Identifier: Apache-2.0

//! Every room hears twice of somebody who leaves: first to free what is tied up, then to settle. So it comes to the
//! same in whatever order the rooms hear of it.

mod common;

use artel_primitives::{
	labor::{HoldLabor, Source},
	love::SpendLove,
	membership::{Class, MemberNumber, OnMembership},
	work::Stream,
};
use artel_runtime::*;
use common::{people::*, work::*, *};
use frame_support::{
	assert_ok, hypothetically,
	traits::{TryState, TryStateSelect},
};
use pallet_deliveries::Call as Working;
use pallet_membership::{Certificates, MemberCounts, MemberRecords};
use pallet_mutual_credit::{Call as Credit, Payout, Unit};
use pallet_proposals::{Call as Proposing, Funding, Task};
use sp_runtime::{BoundedVec, Percent, StateVersion};

/// A room, and how it hears of a leaver.
type Room = (&'static str, fn(&AccountId, MemberNumber), fn(&AccountId, MemberNumber, Class));

/// A room that hears of leavers.
macro_rules! room {
	($pallet:ident) => {
		(
			stringify!($pallet),
			<$pallet as OnMembership<AccountId>>::on_leaving,
			<$pallet as OnMembership<AccountId>>::on_left,
		)
	};
}

/// All of them, as they are wired.
fn rooms() -> [Room; 8] {
	[
		room!(Deliveries),
		room!(Proposals),
		room!(MutualCredit),
		room!(Reputation),
		room!(VoteBasket),
		room!(Validators),
		room!(FeeQuota),
		room!(Fund),
	]
}

fn alice() -> AccountId {
	founders()[0].clone()
}

/// One who validates, works, orders, votes and is trusted, so that every room has something of theirs.
fn bob() -> AccountId {
	founders()[1].clone()
}

/// Somebody publishes an hour of their work, and so has their first grant.
fn hourly(who: &AccountId) -> u32 {
	let title = "An hour".try_into().expect("short");
	let unit = Unit::Hour { rate: Percent::one() };
	assert_ok!(by(who, Credit::publish_offer { title, unit }));
	pallet_mutual_credit::LastOffer::<Runtime>::get()
}

/// One hour that is ordered, and comes to one stage after the other.
fn order(orderer: &AccountId, offer: u32, worker: &AccountId, steps: usize) {
	let deadline = System::block_number() + 100;
	let order = Credit::place_order { offer, quantity: 60, deadline, brief: note("please") };
	assert_ok!(by(orderer, order));
	let delivery = last_delivery();
	let evidence = note("there");
	let all = [
		(worker, Working::take_on { delivery }),
		(worker, Working::deliver { delivery, minutes: 60, evidence }),
		(orderer, Working::dispute { delivery, reason: note("no") }),
	];
	for (who, step) in all.into_iter().take(steps) {
		assert_ok!(by(who, step));
	}
}

/// Work that Alice proposes, that names Bob, and that he takes on.
fn task_of_bob() {
	let task = Task {
		minutes: 180,
		worker: Some(bob()),
		stream: Stream::Commons,
		time: 300,
		funding: Funding::Pool,
	};
	let task = Proposing::propose_task { heading: heading(), topic: 0, task };
	let proposal = file(&alice(), task).expect("it can be filed");
	for who in founders() {
		if who != bob() {
			assert_ok!(vote(&who, proposal, pallet_vote_basket::Vote::Aye));
		}
	}
	end_vote(proposal);
	assert_ok!(by(&bob(), Working::take_on { delivery: delivery_of(proposal) }));
}

/// Bob has earned something before, and something that he had no room for.
fn what_bob_has_earned() {
	use artel_primitives::work::Work;
	let work = |minutes, labor| Work {
		worker: bob(),
		minutes,
		labor,
		stream: Stream::Commons,
		payer: None,
	};
	assert_ok!(MutualCredit::hold(&work_hold(), &Source::Escrow, 100));
	assert_ok!(MutualCredit::pay_work(&work_hold(), &Source::Escrow, work(180, 100), None));
	let deferred = RuntimeHoldReason::MutualCredit(pallet_mutual_credit::HoldReason::Deferred);
	assert_ok!(MutualCredit::hold(&deferred, &Source::Escrow, 90));
	let payout =
		Payout { net: 90, labor: 100, minutes: 180, stream: Stream::Livelihood, payer: None };
	pallet_mutual_credit::Payouts::<Runtime>::insert(
		bob(),
		BoundedVec::truncate_from(vec![payout]),
	);
}

/// Everything that somebody can leave behind.
fn bob_has_much_to_settle() {
	no_epoch_by_itself();
	let tom = person(11);
	join(&tom, Class::Worker);
	next_block();
	let offers = [&tom, &bob(), &alice()].map(hourly);
	for steps in 0..=3 {
		order(&bob(), offers[0], &tom, steps);
		order(&alice(), offers[1], &bob(), steps);
	}
	task_of_bob();
	what_bob_has_earned();
	use pallet_vote_basket::Call::delegate;
	assert_ok!(by(&bob(), delegate { topic: 0, to: alice(), until: None }));
	assert_ok!(by(&tom, delegate { topic: 0, to: bob(), until: None }));
	let length = change([epochs_of(300_000)]);
	let motion = move_(&bob(), length).expect("it is of the list");
	assert_ok!(vote(&bob(), motion, pallet_vote_basket::Vote::Aye));
	Reputation::penalise(&bob(), 1_000);
	// What he has at stake stays there.
	pallet_proposals::CurrentFigures::<Runtime>::mutate(|figures| figures.lazy_below = 0);
	let task =
		Task { minutes: 15, worker: None, stream: Stream::Care, time: 9, funding: Funding::Pool };
	let boostable = file(&tom, Proposing::propose_task { heading: heading(), topic: 0, task });
	let proposal = boostable.expect("it can be filed");
	let side = pallet_proposals::Side::For;
	assert_ok!(by(&bob(), Proposing::stake { proposal, side, amount: 20 }));
	let signatories = BoundedVec::truncate_from(vec![alice(), bob()]);
	assert_ok!(Fund::set_stewards(RuntimeOrigin::root(), signatories, 2));
}

/// What there is, events aside.
fn state() -> Vec<u8> {
	let now = System::block_number();
	AllPalletsWithSystem::try_state(now, TryStateSelect::All).expect("every invariant holds");
	System::reset_events();
	sp_io::storage::root(StateVersion::V1)
}

/// Ends Bob's membership as membership does, with the rooms in this order.
fn leave_by(rooms: &[Room]) {
	let member = MemberRecords::<Runtime>::take(bob()).expect("he is a member");
	MemberCounts::<Runtime>::mutate(|counts| counts.subtract(member.class));
	assert_ok!(<certificates::Registry as Certificates<_>>::revoke(member.number));
	for (_, leaving, _) in rooms {
		leaving(&bob(), member.number);
	}
	for (.., left) in rooms {
		left(&bob(), member.number, member.class);
	}
	assert_ok!(System::dec_providers(&bob()));
}

#[test]
fn whoever_leaves_is_settled_alike_in_whatever_order_the_rooms_hear_of_it() {
	story("local_testnet", |chain| {
		chain.block(0, vec![]);
		chain.with(|| {
			bob_has_much_to_settle();
			let statute = Membership::statute().document;
			let expel =
				pallet_membership::Call::expel { who: bob(), reason: note("never"), statute };
			let wired = hypothetically!({
				all_agree(expel, pallet_proposals::Track::Expulsion);
				state()
			});
			// As they are wired; the other way round; each of them first, and last.
			let mut orders = vec![rooms().to_vec(), rooms().into_iter().rev().collect()];
			for at in 0..rooms().len() {
				let mut first = rooms().to_vec();
				let room = first.remove(at);
				let mut last = first.clone();
				first.insert(0, room);
				last.push(room);
				orders.extend([first, last]);
			}
			for order in orders {
				let settled = hypothetically!({
					leave_by(&order);
					state()
				});
				let names: Vec<_> = order.iter().map(|(name, ..)| *name).collect();
				assert_eq!(settled, wired, "{names:?}");
			}
		});
	});
}
