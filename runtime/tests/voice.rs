// SPDX-License-Identifier: Apache-2.0

//! Care and voice together: work is paid, earns LOVE, lets baskets grow, and decides.

mod common;

use artel_primitives::{
	labor::{HoldLabor, InspectLabor, Source},
	love::InspectLove,
	membership::InspectMembers,
	text::{Line, Note},
	units::LaborBalance,
	vote::InspectElectorate,
	work::{self, Stream, Work},
};
use artel_runtime::*;
use common::{work::*, *};
use frame_support::assert_ok;
use pallet_mutual_credit::Unit;
use pallet_proposals::Heading;
use pallet_vote_basket::Vote;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie};
use sp_runtime::{traits::Hash as _, DispatchError, Percent};

const TOM: Sr25519Keyring = Sr25519Keyring::One;

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn line(text: &str) -> Line {
	Line::try_from(text).expect("it is short")
}

fn note(text: &str) -> Note {
	Note::try_from(text).expect("it is short")
}

/// The pool pays somebody for common work, worth its full rate. Every other way to be paid is told by
/// the stories of mutual credit.
fn commons_pay(chain: &mut Chain, who: Sr25519Keyring, minutes: u32) -> LaborBalance {
	let reason = work_hold();
	let labor = work::labor(minutes);
	let work = Work { worker: id(who), minutes, labor, stream: Stream::Commons, payer: None };
	chain.with(|| {
		assert_ok!(MutualCredit::hold(&reason, &Source::Escrow, labor));
		assert_ok!(MutualCredit::pay_work(&reason, &Source::Escrow, work, None));
	});
	labor
}

/// A question that stays open for as long as these stories take.
fn open(chain: &mut Chain) -> u32 {
	let last = chain.with(pallet_proposals::LastProposal::<Runtime>::get);
	// Nobody asks more at once than it may.
	let who = [Alice, Bob, Charlie][last as usize % 3];
	let heading = Heading { title: line("Shall we buy a saw?"), ..heading() };
	let options = vec![line("Yes"), line("No")].try_into().expect("they are two");
	assert_ok!(chain
		.call(who, pallet_proposals::Call::ask { heading, topic: 0, options, lasts: Some(600) }));
	chain.with(pallet_proposals::LastProposal::<Runtime>::get)
}

fn vote(chain: &mut Chain, who: Sr25519Keyring, poll: u32) -> u64 {
	assert_ok!(chain.call(who, pallet_vote_basket::Call::vote { poll, vote: Vote::Option(0) }));
	chain.with(|| VoteBasket::ballot(poll, id(who)).expect("it was cast").cast.weight)
}

/// x, y and z of the table.
fn look(chain: &mut Chain, who: Sr25519Keyring) -> (u64, u64, u64) {
	let said = chain.with(|| VoteBasket::explain(id(who)).expect("a member"));
	assert_eq!(said.first + said.from_labor + said.from_love, said.weight);
	(said.labor, said.love, said.weight)
}

fn epochs_pass(chain: &mut Chain, epochs: u32) {
	chain.with(|| {
		pallet_epochs::Current::<Runtime>::mutate(|calendar| calendar.epoch += epochs);
	});
}

fn hourly(chain: &mut Chain, who: Sr25519Keyring) -> u32 {
	let (title, unit) = (line("An hour"), Unit::Hour { rate: Percent::one() });
	assert_ok!(chain.call(who, pallet_mutual_credit::Call::publish_offer { title, unit }));
	chain.with(pallet_mutual_credit::LastOffer::<Runtime>::get)
}

/// An order from placing to payment.
fn trade(
	chain: &mut Chain,
	buyer: Sr25519Keyring,
	worker: Sr25519Keyring,
	offer: u32,
	minutes: u32,
) {
	use pallet_deliveries::Call::*;
	let (deadline, brief, quantity) = (chain.number() + 50, note("please"), minutes);
	let order = pallet_mutual_credit::Call::place_order { offer, quantity, deadline, brief };
	assert_ok!(chain.call(buyer, order));
	let delivery = chain.with(last_delivery);
	assert_ok!(chain.call(worker, take_on { delivery }));
	assert_ok!(chain.call(worker, deliver { delivery, minutes, evidence: note("done") }));
	assert_ok!(chain.call(buyer, accept { delivery }));
}

/// The table of mechanisms, section 5, with what its numbers are paid by.
#[test]
fn the_table_line_by_line() {
	story("development", |chain| {
		let statute = sp_runtime::traits::BlakeTwo256::hash(b"The statute of this artel");
		assert_ok!(chain.call(
			Alice,
			pallet_membership::Call::nominate {
				who: id(TOM),
				class: artel_primitives::membership::Class::Worker,
				name: line("Tom"),
				statement: note("He works"),
				statute,
			}
		));
		assert_ok!(chain.decide(pallet_membership::Call::admit { application: 1 }));
		// joins, votes on 1
		let poll = open(chain);
		assert_eq!(vote(chain, TOM, poll), 1_000);
		assert_eq!(look(chain, TOM), (0, 0, 1_000));
		// earned 20 LABOR, votes on 2
		commons_pay(chain, TOM, 3_600);
		let poll = open(chain);
		assert_eq!(vote(chain, TOM, poll), 4_000);
		assert_eq!(look(chain, TOM), (2_000, 1_000, 4_000));
		// spent 10, earned 5 (+2.5 LOVE), votes on 3
		epochs_pass(chain, 1);
		let pay = pallet_mutual_credit::Call::pay { to: id(Bob), amount: 1_000, memo: note("") };
		assert_ok!(chain.call(TOM, pay));
		commons_pay(chain, TOM, 900);
		let poll = open(chain);
		assert_eq!(vote(chain, TOM, poll), 4_000);
		assert_eq!(look(chain, TOM), (1_500, 1_250, 4_000));
		// votes on 4 straight after
		let poll = open(chain);
		assert_eq!(vote(chain, TOM, poll), 4_000);
		// later 30 LABOR, 20 LOVE: 15 LABOR more bring 7.5 LOVE
		commons_pay(chain, TOM, 2_700);
		assert_eq!(look(chain, TOM), (3_000, 2_000, 4_000));
		let poll = open(chain);
		assert_eq!(vote(chain, TOM, poll), 6_000);
		assert_eq!(look(chain, TOM), (3_000, 2_000, 6_000));
	});
}

/// Attack 1: lending one another the same LABOR before a vote.
#[test]
fn a_lending_ring_gains_nothing() {
	story("development", |chain| {
		commons_pay(chain, Alice, 900);
		for who in [Alice, Bob, Charlie] {
			assert_ok!(chain.call(who, pallet_vote_basket::Call::update { who: id(who) }));
		}
		let before: Vec<_> = [Alice, Bob, Charlie].map(|who| look(chain, who).2).into();
		// The same 5.00 LABOR goes around, and each votes while it has it.
		for (from, to) in [(Alice, Bob), (Bob, Charlie), (Charlie, Alice)] {
			let pay = pallet_mutual_credit::Call::pay { to: id(to), amount: 500, memo: note("") };
			assert_ok!(chain.call(from, pay));
			let poll = open(chain);
			vote(chain, to, poll);
		}
		let after: Vec<_> = [Alice, Bob, Charlie].map(|who| look(chain, who).2).into();
		assert_eq!(before, after);
	});
}

/// Attack 2, before spot checks: two who order from each other all day.
#[test]
fn wash_work_is_bounded_by_the_weekly_limit_and_costs_a_tenth() {
	story("development", |chain| {
		let (by_alice, by_bob) = (hourly(chain, Alice), hourly(chain, Bob));
		// 1,800 minutes fit in a grant of 10.00. They trade far more than 60 hours each.
		for _ in 0..3 {
			trade(chain, Alice, Bob, by_bob, 1_400);
			trade(chain, Bob, Alice, by_alice, 1_400);
		}
		for who in [Alice, Bob] {
			let said = chain.with(|| VoteBasket::explain(id(who)).expect("a member"));
			// The bound: 60 hours count, which earn 10.00 LOVE. Rounding down twice may cost a unit.
			assert!(said.love <= 1_000 && said.love >= 998, "{said:?}");
			// Going around cost a tenth of each payment, and what has left the wallet does not count, so less
			// than 2 VOTE were gained.
			let wallet = chain.with(|| <MutualCredit as InspectLabor<AccountId>>::wallet(&id(who)));
			assert!(wallet < 1_000 && said.labor <= wallet, "{wallet}, {said:?}");
			assert!(said.weight_now - 1_000 < 2_000, "{said:?}");
		}
		// Selfish work counts for nobody: nothing can be ordered from oneself.
		let order = pallet_mutual_credit::Call::place_order {
			offer: by_alice,
			quantity: 60,
			deadline: chain.number() + 9,
			brief: note(""),
		};
		assert_eq!(
			chain.call(Alice, order),
			Err(pallet_mutual_credit::Error::<Runtime>::OtherIsYourself.into())
		);
	});
}

/// Attack 3: voting twice by delegation, also after changing the delegate.
#[test]
fn nobody_votes_twice_by_delegation() {
	story("development", |chain| {
		use pallet_vote_basket::Call::*;
		let poll = open(chain);
		let for_charlie = |poll| vote_for {
			poll,
			vote: Vote::Option(0),
			delegators: vec![id(Charlie)].try_into().expect("it is one"),
		};
		let weight = |chain: &mut Chain| {
			chain.with(|| {
				let tally =
					pallet_proposals::Proposals::<Runtime>::get(poll).expect("it is open").tally;
				[0, 1].map(|at: usize| tally.options[at].total())
			})
		};
		assert_ok!(chain.call(Charlie, delegate { topic: 0, to: id(Alice), until: None }));
		assert_ok!(chain.call(Alice, for_charlie(poll)));
		assert_eq!(weight(chain), [2_000, 0]);
		// He changes his delegate in the middle of the vote: the new one replaces, and adds nothing.
		assert_ok!(chain.call(Charlie, delegate { topic: 0, to: id(Bob), until: None }));
		assert_ok!(chain.call(Bob, for_charlie(poll)));
		assert_ok!(chain.call(Alice, for_charlie(poll)));
		assert_eq!(weight(chain), [3_000, 0]);
		// He votes himself, and no delegate changes that.
		let no = Vote::Option(1);
		assert_ok!(chain.call(Charlie, pallet_vote_basket::Call::vote { poll, vote: no }));
		assert_ok!(chain.call(Bob, for_charlie(poll)));
		assert_eq!(weight(chain), [2_000, 1_000]);
	});
}

#[test]
fn love_is_earned_recognised_and_explained() {
	story("development", |chain| {
		commons_pay(chain, Alice, 1_800);
		let recognise = |amount| pallet_reputation::Call::recognise {
			to: id(Bob),
			amount,
			reason: note("He sat with Clara when she was ill"),
		};
		let spent: DispatchError =
			pallet_reputation::Error::<Runtime>::RecognitionBudgetReached.into();
		assert_eq!(chain.call(Alice, recognise(1)), Err(spent), "not in the same epoch");
		epochs_pass(chain, 1);
		// A fifth of 5.00.
		assert_ok!(chain.call(Alice, recognise(100)));
		assert_eq!(chain.call(Alice, recognise(1)), Err(spent));
		chain.with(|| {
			assert_eq!(Reputation::counted(&id(Alice)), 500);
			assert_eq!(Reputation::counted(&id(Bob)), 100);
			assert_eq!(VoteBasket::explain(id(Bob)).expect("a member").weight_now, 1_100);
			let ledger = Reputation::all_contributions();
			assert_eq!(ledger.len(), 1);
			assert_eq!(ledger[0].commons.minutes, 1_800);
			assert_eq!(ledger[0].recognition_given, 100);
		});
	});
}

#[test]
fn leave_stops_love_and_basket_but_not_the_vote() {
	story("development", |chain| {
		commons_pay(chain, Alice, 900);
		assert_ok!(chain.call(Alice, pallet_reputation::Call::take_leave {}));
		let poll = open(chain);
		assert_eq!(vote(chain, Alice, poll), 1_000);
		assert_eq!(
			chain.call(Alice, pallet_reputation::Call::end_leave {}),
			Err(pallet_reputation::Error::<Runtime>::NotDue.into())
		);
		epochs_pass(chain, 1);
		assert_ok!(chain.call(Alice, pallet_reputation::Call::end_leave {}));
		assert_eq!(vote(chain, Alice, poll), 1_000 + 500 + 250);
	});
}

#[test]
fn who_leaves_takes_its_vote_out_of_the_electorate() {
	story("development", |chain| {
		commons_pay(chain, Charlie, 900);
		let poll = open(chain);
		vote(chain, Charlie, poll);
		let roll = chain.with(<VoteBasket as InspectElectorate<AccountId, BlockNumber>>::roll);
		assert_ok!(chain.call(Charlie, pallet_membership::Call::leave {}));
		chain.with(|| {
			let electorate =
				|at| <VoteBasket as InspectElectorate<AccountId, BlockNumber>>::electorate(at, &[]);
			// Of what was filed before he left, his VOTE is still a part, and so is his ballot.
			assert_eq!(electorate(&roll).votes.total(), 3_750);
			let now = <VoteBasket as InspectElectorate<AccountId, BlockNumber>>::roll();
			assert_eq!(electorate(&now).votes.total(), 2_000);
			assert_eq!(electorate(&now).members.workers, Membership::count());
			assert!(VoteBasket::ballot(poll, id(Charlie)).is_some());
		});
	});
}
