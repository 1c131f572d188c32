// SPDX-License-Identifier: Apache-2.0

//! Which benchmarks the bench CLI runs.

use crate::*;
use alloc::{string::String, vec, vec::Vec};
use artel_primitives::{
	delivery::{Cause, OpenDelivery, Order, Payer, Worker},
	epochs::{InspectEpochs, EPOCHS_PER_PERIOD},
	figures::Governed,
	labor::{HoldLabor, Source},
	love::SpendLove,
	membership::{Class, InspectMembers},
	text::{Line, Note},
	units::{Balance, LaborBalance, ART, LABOR},
	verdict::Subject,
	vote::{Cast, Choice, FIRST_OWN_TOPIC, FIRST_VOTE},
	work::{self, Stream, Work},
};
use codec::{Decode, DecodeAll, Encode};
use frame_benchmarking::{
	account, define_benchmarks, BenchmarkBatch, BenchmarkConfig, BenchmarkList,
};
use frame_support::traits::{
	fungible::{hold::Mutate as _, Inspect, Mutate},
	tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
	EnsureOrigin, Get, StorageInfo, StorageInfoTrait, TrackedStorageKey, WhitelistedStorageKeys,
};
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_runtime::DigestItem;

mod session;

type SystemBench = frame_system_benchmarking::Pallet<Runtime>;
type ExtensionsBench = frame_system_benchmarking::extensions::Pallet<Runtime>;
type SessionBench = session::Pallet<Runtime>;

define_benchmarks!(
	[frame_system, SystemBench]
	[frame_system_extensions, ExtensionsBench]
	[pallet_balances, Balances]
	[pallet_balances, Labor]
	[pallet_deliveries, Deliveries]
	[pallet_fee_quota, FeeQuota]
	[pallet_figures, Figures]
	[pallet_fund, Fund]
	[pallet_membership, Membership]
	[pallet_migrations, Migrations]
	[pallet_multisig, Multisig]
	[pallet_mutual_credit, MutualCredit]
	[pallet_obligation, Obligation]
	[pallet_proposals, Proposals]
	[pallet_proxy, Proxy]
	[pallet_recovery, Recovery]
	[pallet_reputation, Reputation]
	[pallet_requests, Requests]
	[pallet_session, SessionBench]
	[pallet_spot_checks, SpotChecks]
	[pallet_till, Till]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_tx_pause, TxPause]
	[pallet_uniques, Uniques]
	[pallet_utility, Utility]
	[pallet_validators, Validators]
	[pallet_vote_basket, VoteBasket]
);

impl frame_system_benchmarking::Config for Runtime {}

impl pallet_transaction_payment::BenchmarkConfig for Runtime {
	/// Fees go to the block's author, so there must be one: the first of the validators.
	fn setup_benchmark_environment() {
		let claim = SecondaryPlainPreDigest { slot: 0.into(), authority_index: 0 };
		System::deposit_log(DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim)));
	}
}

impl session::Config for Runtime {}

/// Collections beside that of the certificates, which is there already.
pub struct BesideCertificates;

impl pallet_uniques::BenchmarkHelper<u32, u32> for BesideCertificates {
	fn collection(i: u16) -> u32 {
		certificates::COLLECTION.saturating_add(1).saturating_add(i.into())
	}

	fn item(i: u16) -> u32 {
		i.into()
	}
}

/// Members as the runtime makes them, with everything that hears of it.
pub struct ThroughMembership;

impl pallet_vote_basket::BenchmarkHelper<AccountId> for ThroughMembership {
	fn make_member(who: &AccountId) {
		Membership::make_member(who);
	}

	/// Pays it for three hours of common work.
	fn enrich(who: &AccountId) {
		let reason = RuntimeHoldReason::Proposals(pallet_proposals::HoldReason::Reward);
		let work = Work {
			worker: who.clone(),
			minutes: 180,
			labor: work::labor(180),
			stream: Stream::Commons,
			payer: None,
		};
		MutualCredit::hold(&reason, &Source::Escrow, work.labor)
			.expect("the pool pays for three hours");
		MutualCredit::pay_work(&reason, &Source::Escrow, work, None).expect("it is in escrow");
	}
}

/// Every figure there is.
pub struct AllFigures;

impl pallet_figures::BenchmarkHelper<figures::Figure> for AllFigures {
	fn dearest() -> Vec<figures::Figure> {
		// LOVE has decayed in as many epochs as are remembered.
		let remembered = pallet_reputation::HISTORY * EPOCHS_PER_PERIOD;
		for _ in 0..remembered {
			Epochs::set_current(Epochs::current() + 1);
			Reputation::govern(Reputation::figures()).expect("it is so already");
		}
		let (mut rooms, times) = (figures::Rooms::now(), Figures::times());
		let another = |figure: figures::Figure| {
			// The room and the figure take a byte each.
			let bytes = figure.encode();
			let (name, value) = bytes.split_at(2);
			let (first, rest) = value.split_first().expect("a figure has a value");
			let next = |by: u8| [&[first.wrapping_add(by)], rest].concat();
			// Classes that weigh something, and a fraction of as much in other parts.
			let doubled = value.iter().map(|part| part.wrapping_mul(2)).collect();
			let possible = [next(1), next(u8::MAX), next(2), vec![1, 55, 25, 20], doubled];
			let others = possible.into_iter().filter(|other| other != value);
			let figure = others.into_iter().find_map(|value| {
				let figure = figures::Figure::decode_all(&mut &*[name, &value].concat()).ok()?;
				let mut changed = rooms.clone();
				changed.set(figure.clone());
				changed.misfit(&times).is_none().then_some(figure)
			});
			let figure = figure.expect("every figure has a neighbour");
			rooms.set(figure.clone());
			figure
		};
		figures::Rooms::now().each().into_iter().map(another).collect()
	}
}

impl pallet_mutual_credit::BenchmarkHelper<AccountId> for ThroughMembership {
	fn make_member(who: &AccountId) {
		Membership::make_member(who);
	}
}

impl pallet_proposals::BenchmarkHelper<AccountId, RuntimeCall> for ThroughMembership {
	fn make_member(who: &AccountId) {
		Membership::make_member(who);
	}

	fn remove_member(who: &AccountId) {
		Membership::leave(RuntimeOrigin::signed(who.clone()))
			.expect("whoever has nothing open may leave");
	}

	fn enrich(who: &AccountId) {
		Labor::mint_into(who, 10 * LABOR).expect("a member's account exists");
	}

	/// Pays it up to the cap, and as often as payouts are kept apart beyond that.
	fn fill(who: &AccountId) {
		const LITTLE: LaborBalance = 10;
		let reason = RuntimeHoldReason::Proposals(pallet_proposals::HoldReason::Reward);
		let room = MutualCredit::wallet(who).expect("it is a member").room;
		Labor::mint_into(who, room).expect("a member's account exists");
		for at in 0..<Runtime as pallet_mutual_credit::Config>::MaxPayouts::get() {
			let work = Work {
				worker: who.clone(),
				minutes: 30,
				labor: work::labor(30),
				stream: Stream::Livelihood,
				payer: Some(account("payer", at, 0)),
			};
			// The pool may be empty: what is made for benchmarks is too much, and unmade from there.
			let escrow = MutualCredit::escrow();
			Labor::mint_into(&escrow, work.labor).expect("the escrow's account exists");
			Labor::hold(&reason, &escrow, work.labor).expect("it was made just now");
			MutualCredit::pay_work(&reason, &Source::Escrow, work, None).expect("it is in escrow");
		}
		let most: u32 = <Runtime as pallet_mutual_credit::Config>::MaxPayouts::get();
		assert_eq!(MutualCredit::payouts(who.clone()).len(), most as usize);
		Labor::burn_from(who, LITTLE, Expendable, Exact, Polite).expect("it has more than that");
	}

	/// Writes the ballots as they would be if delegates had cast them, and leaves the tally alone.
	fn vote(proposal: u32, ballots: u32) {
		for at in 0..ballots {
			let cast = Cast {
				choice: Choice::Aye,
				class: Class::Worker,
				weight: FIRST_VOTE,
				own: false,
				filed_it: false,
				seasoned: true,
			};
			let ballot = pallet_vote_basket::Ballot { cast, by: Some(account("delegate", at, 0)) };
			pallet_vote_basket::Ballots::<Runtime>::insert(
				proposal,
				account::<AccountId>("voter", at, 0),
				ballot,
			);
		}
	}

	/// A whole list of topics with the titles that take longest to compare.
	fn motion() -> RuntimeCall {
		let most: u32 = <Runtime as pallet_vote_basket::Config>::MaxTopics::get();
		let topics: Vec<_> = (FIRST_OWN_TOPIC..)
			.take(most as usize)
			.map(|number| pallet_vote_basket::Topic { number, title: Line::slowest(number.into()) })
			.collect();
		pallet_vote_basket::Call::set_topics { topics: topics.try_into().expect("there is room") }
			.into()
	}
}

impl pallet_deliveries::BenchmarkHelper<AccountId> for ThroughMembership {
	fn make_member(who: &AccountId) {
		Membership::make_member(who);
	}

	/// Expels them: who pays for something under way does not leave.
	fn remove_member(who: &AccountId) {
		for at in 0..3 {
			Membership::make_member(&account("one who stays", at, 0));
		}
		let reason = Note::try_from("a reason").expect("it fits in a note");
		let origin = <Runtime as pallet_membership::Config>::ExpelOrigin::try_successful_origin()
			.expect("it is decided");
		Membership::expel(origin, who.clone(), reason, Membership::statute().document)
			.expect("a member can be expelled");
	}

	fn enrich(who: &AccountId) {
		<Self as pallet_proposals::BenchmarkHelper<_, _>>::enrich(who);
	}

	fn fill(who: &AccountId) {
		<Self as pallet_proposals::BenchmarkHelper<_, _>>::fill(who);
	}

	fn set_judges(enough: bool) {
		set_judges(enough);
	}

	/// A proposal that has taken every stage, and waits for the delivery.
	fn costly_cause(orderer: &AccountId) -> Cause {
		let next = pallet_deliveries::LastDelivery::<Runtime>::get().saturating_add(1);
		Cause::Proposal(Proposals::make_underway(orderer, next))
	}
}

impl pallet_fund::BenchmarkHelper<AccountId> for ThroughMembership {
	fn make_member(who: &AccountId) {
		Membership::make_member(who);
	}
}

/// Has as many on duty as can be, each with room for more seats, or nobody.
fn set_judges(are_enough: bool) {
	use pallet_obligation::{Enforcer, Enforcers, OnDuty, MOST_OPEN};
	let most =
		if are_enough { <Runtime as pallet_obligation::Config>::MaxEnforcers::get() } else { 0 };
	let judges: Vec<AccountId> = (0..most).map(|at| account("judge", at, 0)).collect();
	for who in &judges {
		let on_duty = Enforcer {
			since: Some(System::block_number()),
			most: MOST_OPEN,
			enrolled: true,
			..Default::default()
		};
		Enforcers::<Runtime>::insert(who, on_duty);
	}
	OnDuty::<Runtime>::put(frame_support::BoundedVec::truncate_from(judges));
}

/// Lets the lot of this session be known, as if two more had begun.
fn let_lot_be_known() {
	let known = Session::current_index() + pallet_lots::KNOWN_AFTER;
	pallet_lots::Values::<Runtime>::insert(known, pallet_lots::Value([7; 32]));
}

impl pallet_obligation::BenchmarkHelper<AccountId> for ThroughMembership {
	fn make_worker(who: &AccountId) {
		if !Membership::is_member(who) {
			Membership::make_member(who);
		}
		Labor::mint_into(who, 10 * LABOR).expect("a member's account exists");
		let figures = Obligation::figures();
		let enough = 2 * (figures.burn + figures.bond);
		// What was tied up is free then.
		pallet_reputation::Standings::<Runtime>::mutate_extant(who, |found| {
			found.bonded += enough;
		});
		Reputation::unbond(who, enough);
	}

	fn let_draw() {
		let_lot_be_known();
	}

	/// A delivery of which it is heard where that costs most.
	fn make_subject(orderer: &AccountId, worker: &AccountId) -> Subject {
		use pallet_deliveries::{BenchmarkHelper, Stage};
		let note = || Note::try_from("x".repeat(256).as_str()).expect("it fits in a note");
		let order = Order {
			cause: <Self as BenchmarkHelper<_>>::costly_cause(orderer),
			orderer: orderer.clone(),
			payer: Payer::OrdererLater,
			worker: Worker::Named(worker.clone()),
			class: None,
			minutes: 360,
			price: work::labor(360),
			stream: Stream::Commons,
			brief: note(),
			deadline: System::block_number() + Deliveries::longest(),
			reviewed: true,
		};
		let delivery = Deliveries::open(order).expect("somebody pays for it");
		let signed = || RuntimeOrigin::signed(worker.clone());
		Deliveries::take_on(signed(), delivery).expect("they are named");
		// The benchmark opens the case itself.
		let on_duty = pallet_obligation::OnDuty::<Runtime>::take();
		Deliveries::deliver(signed(), delivery, 360, note()).expect("they have taken it on");
		pallet_obligation::OnDuty::<Runtime>::put(on_duty);
		let case = pallet_obligation::LastCase::<Runtime>::get().saturating_add(1);
		pallet_deliveries::Deliveries::<Runtime>::mutate_extant(delivery, |found| {
			if let Stage::Delivered { done, .. } = found.stage.clone() {
				found.stage = Stage::Reviewed { done, case, disputed: true, offered: None };
			}
		});
		Subject::Delivery(delivery)
	}
}

impl pallet_spot_checks::BenchmarkHelper<AccountId> for ThroughMembership {
	fn make_member(who: &AccountId) {
		Membership::make_member(who);
	}

	fn let_draw() {
		set_judges(true);
		let_lot_be_known();
	}
}

impl pallet_requests::BenchmarkHelper<AccountId> for ThroughMembership {
	fn make_worker(index: u32) -> AccountId {
		let who = account("worker", index, 0);
		if !Membership::is_member(&who) {
			Membership::make_member(&who);
		}
		<Self as pallet_requests::BenchmarkHelper<_>>::enrich(&who);
		give(&who, 100_000 * ART);
		who
	}

	fn make_outsider(index: u32) -> AccountId {
		let who = account("outsider", index, 0);
		give(&who, 100_000 * ART);
		who
	}

	/// Somebody who leaves with coin leaves nothing behind that is kept.
	fn enrich(who: &AccountId) {
		Labor::mint_into(who, 10 * LABOR).expect("a member's account exists");
	}

	fn set_judges(are_enough: bool) {
		set_judges(are_enough);
	}
}

/// Gives somebody coin, as if it had been there from the beginning, or the till would miss it.
fn give(who: &AccountId, amount: Balance) {
	Balances::mint_into(who, amount).expect("there is room for it");
	pallet_till::CurrentBooks::<Runtime>::mutate(|books| books.genesis += amount);
}

/// Lets a member pay deposits like anybody else, which takes more than to be let off.
pub fn let_pay_deposits(who: &AccountId) {
	use frame_support::traits::ReservableCurrency;
	type Deposit = deposits::Deposit<configs::accounts::ProxiesHold>;
	let open = deposits::Allowance::get().saturating_sub(deposits::waived(who));
	if Balances::balance(who) < ART {
		// What is let off before there is coin would be nothing after it.
		Deposit::reserve(who, open).expect("a member is let off that much");
		give(who, 2 * ART);
	}
}

/// Session keys that no two accounts share.
pub fn session_keys_of(account: &AccountId) -> SessionKeys {
	let bytes = [account.encode(), account.encode()].concat();
	SessionKeys::decode(&mut &bytes[..]).expect("any 64 bytes are two public keys")
}

/// Every benchmark there is.
pub fn list(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs one of them.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let whitelist: Vec<TrackedStorageKey> = AllPalletsWithSystem::whitelisted_storage_keys();
	let mut batches = Vec::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_figures::BenchmarkHelper;

	#[test]
	fn every_figure_can_be_another_while_all_others_are() {
		sp_io::TestExternalities::default().execute_with(|| {
			let figures = AllFigures::dearest();
			assert_eq!(figures.len(), figures::Rooms::now().each().len());
			let found = Figures::judge(&figures).expect("they are possible together");
			assert!(found.iter().zip(&figures).all(|(from, to)| from != to));
		});
	}
}
