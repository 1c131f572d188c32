// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet alone, with its neighbours faked by plain values.

pub use artel_primitives::testing::FakeMembers;

use crate as pallet_deliveries;
use crate::*;
use artel_primitives::{
	delivery::Payer,
	membership::{Class, MemberNumber},
	work::{labor, Stream},
};
use frame::{
	deps::sp_runtime::{Percent, TokenError},
	testing_prelude::*,
	traits::IdentityLookup,
};
use std::cell::Cell;

pub type AccountId = u64;
pub type BlockNumber = BlockNumberFor<Test>;

/// Settles disputes.
pub const JUDGE: AccountId = 101;
/// Members from the start in most tests, all of them workers.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVERYBODY: [AccountId; 4] = [ALICE, BOB, CHARLIE, DAVE];
/// No member, until it joins.
pub const EVE: AccountId = 5;
/// Nobody in particular, and never a member.
pub const STRANGER: AccountId = 100;

/// What the pool and every member have at first.
pub const POOL: LaborBalance = 100_000;
pub const WALLET: LaborBalance = 2_000;

/// What three hours of work are worth.
pub const PRICE: LaborBalance = 100;

/// How long a delivery can be disputed, how long work takes at most, and how long a dispute waits.
pub const WINDOW: u32 = 100;
pub const LONGEST: u32 = 1_000;
pub const TO_JUDGE: BlockNumber = 500;

construct_runtime! {
	pub struct Test {
		System: frame_system,
		Deliveries: pallet_deliveries,
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Block = MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

ord_parameter_types! {
	pub const Judge: AccountId = JUDGE;
}

impl pallet_deliveries::Config for Test {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = FakeMembers;
	type Cases = FakeCases;
	type DisputeOrigin = EnsureSignedBy<Judge, AccountId>;
	type Labor = FakeLabor;
	type MaxUnderWay = ConstU32<4>;
	type Members = FakeMembers;
	type OnDeliveryEnded = Listener;
	type OnTakenOn = Listener;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = NotedSigned;
	type TimeToJudge = ConstU64<TO_JUDGE>;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
}

thread_local! {
	/// The one who signed last. It is no storage, as a call that fails is a sign of life as well.
	static SIGNER: Cell<Option<AccountId>> = const { Cell::new(None) };
}

/// The one who has signed a call since this was asked last.
pub fn signer() -> Option<AccountId> {
	SIGNER.take()
}

/// Anybody who signs, which is a sign of life.
pub struct NotedSigned;

impl EnsureOrigin<RuntimeOrigin> for NotedSigned {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin) -> Result<AccountId, RuntimeOrigin> {
		let who = EnsureSigned::try_origin(origin)?;
		SIGNER.set(Some(who));
		Ok(who)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		EnsureSigned::<AccountId>::try_successful_origin()
	}
}

/// What the neighbours remember. It is storage, so that a call that fails leaves no trace in it.
pub mod remembered {
	use super::*;

	/// How often somebody has left.
	#[storage_alias]
	pub type TimesLeft = StorageMap<Neighbours, Blake2_128Concat, AccountId, u32, ValueQuery>;

	#[storage_alias]
	pub type Wallets =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Held = StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Escrowed = StorageValue<Neighbours, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Pool = StorageValue<Neighbours, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Supply = StorageValue<Neighbours, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Works = StorageValue<Neighbours, Vec<Work<AccountId>>, ValueQuery>;

	/// What was paid for work of members who have left, by their numbers.
	#[storage_alias]
	pub type Claims =
		StorageValue<Neighbours, Vec<(AccountId, MemberNumber, LaborBalance)>, ValueQuery>;

	/// What came back for members who have left, by their numbers.
	#[storage_alias]
	pub type CameBack = StorageValue<Neighbours, Vec<(MemberNumber, LaborBalance)>, ValueQuery>;

	#[storage_alias]
	pub type EnoughJudges = StorageValue<Neighbours, bool, ValueQuery>;

	/// The fee of a case; nothing unless a test is about it.
	#[storage_alias]
	pub type Fee = StorageValue<Neighbours, LaborBalance, ValueQuery>;

	/// What is tied up for cases, whether they are over or not.
	#[storage_alias]
	pub type Fees = StorageMap<
		Neighbours,
		Twox64Concat,
		CaseId,
		(Source<AccountId>, LaborBalance),
		OptionQuery,
	>;

	#[storage_alias]
	pub type LastCase = StorageValue<Neighbours, CaseId, ValueQuery>;

	/// Whether some score was revealed.
	#[storage_alias]
	pub type Revealed = StorageValue<Neighbours, bool, ValueQuery>;

	#[storage_alias]
	pub type Cases = StorageValue<Neighbours, Vec<OpenedCase>, ValueQuery>;

	#[storage_alias]
	pub type Ends = StorageValue<Neighbours, Vec<(Cause, DeliveryId, Ended)>, ValueQuery>;

	#[storage_alias]
	pub type TakenOn = StorageValue<Neighbours, Vec<(Cause, DeliveryId, AccountId)>, ValueQuery>;
}

/// What the ledger says when a member has less.
pub const NOT_ENOUGH_LABOR: DispatchError = DispatchError::Token(TokenError::FundsUnavailable);
/// What it says when the pool has less.
pub const POOL_TOO_SMALL: DispatchError = DispatchError::Token(TokenError::NotExpendable);
/// What it says when less is tied up than is asked for.
pub const NOT_TIED_UP: DispatchError = DispatchError::Token(TokenError::Frozen);

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for FakeMembers {
	fn make_member(who: &AccountId) {
		join(*who, Class::Worker);
	}

	fn remove_member(who: &AccountId) {
		expel(*who);
	}

	fn enrich(who: &AccountId) {
		set_wallet(*who, wallet(*who) + 1_000);
	}

	fn fill(_: &AccountId) {}

	fn set_judges(enough: bool) {
		remembered::EnoughJudges::put(enough);
	}

	fn costly_cause(_: &AccountId) -> Cause {
		Cause::Proposal(1)
	}
}

/// Stands for mutual credit.
pub struct FakeLabor;

/// Takes an amount from where it is, or fails.
fn take_from(
	from: &mut LaborBalance,
	amount: LaborBalance,
	error: DispatchError,
) -> DispatchResult {
	*from = from.checked_sub(amount).ok_or(error)?;
	Ok(())
}

impl FakeLabor {
	/// Takes this amount from what is tied up.
	fn take(source: &Source<AccountId>, amount: LaborBalance) -> DispatchResult {
		let take = |held: &mut LaborBalance| take_from(held, amount, NOT_TIED_UP);
		match source {
			Source::Held(who) => remembered::Held::try_mutate(who, take),
			Source::Escrow | Source::Reviews | Source::Former(_) => {
				remembered::Escrowed::try_mutate(take)
			},
		}
	}
}

impl FakeLabor {
	/// Gives this amount to where it belongs.
	fn give(to: &Source<AccountId>, amount: LaborBalance) {
		match to {
			Source::Held(who) => remembered::Wallets::mutate(who, |free| *free += amount),
			Source::Escrow | Source::Reviews => remembered::Pool::mutate(|pool| *pool += amount),
			Source::Former(number) => {
				remembered::CameBack::append((number, amount));
				remembered::Pool::mutate(|pool| *pool += amount)
			},
		}
	}
}

impl HoldLabor<AccountId> for FakeLabor {
	type Reason = RuntimeHoldReason;

	fn held(_: &RuntimeHoldReason, source: &Source<AccountId>) -> LaborBalance {
		match source {
			Source::Held(who) => held(*who),
			Source::Escrow | Source::Reviews | Source::Former(_) => escrowed(),
		}
	}

	fn hold(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		match source {
			Source::Held(who) => {
				let take = |free: &mut _| take_from(free, amount, NOT_ENOUGH_LABOR);
				remembered::Wallets::try_mutate(who, take)?;
				remembered::Held::mutate(who, |held| *held += amount);
			},
			Source::Escrow => {
				remembered::Pool::try_mutate(|pool| take_from(pool, amount, POOL_TOO_SMALL))?;
				remembered::Escrowed::mutate(|escrowed| *escrowed += amount);
			},
			Source::Reviews => panic!("no delivery is paid out of what is kept for reviews"),
			Source::Former(_) => panic!("nothing more is tied up of whoever left"),
		}
		Ok(())
	}

	fn release(
		reason: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		Self::give_to(reason, source, source, amount)
	}

	fn rededicate(
		_: &RuntimeHoldReason,
		_: &RuntimeHoldReason,
		_: &Source<AccountId>,
		_: LaborBalance,
	) -> DispatchResult {
		panic!("a case does that itself")
	}

	fn give_to(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		to: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		if amount > 0 {
			Self::take(source, amount)?;
			Self::give(to, amount);
		}
		Ok(())
	}

	fn pass_to_escrow(
		_: &RuntimeHoldReason,
		who: &AccountId,
		_: MemberNumber,
		amount: LaborBalance,
	) -> DispatchResult {
		Self::take(&Source::Held(*who), amount)?;
		remembered::Escrowed::mutate(|escrowed| *escrowed += amount);
		Ok(())
	}

	fn pay_work(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		work: Work<AccountId>,
		left: Option<MemberNumber>,
	) -> DispatchResult {
		if work.labor == 0 {
			return Ok(());
		}
		Self::take(source, work.labor)?;
		let contribution = match work.payer {
			Some(_) => Percent::from_percent(10).mul_ceil(work.labor),
			None => 0,
		};
		let net = work.labor - contribution;
		remembered::Pool::mutate(|pool| *pool += contribution);
		if let Some(number) = left {
			remembered::Pool::mutate(|pool| *pool += net);
			remembered::Claims::append((work.worker, number, net));
		} else {
			let member = FakeMembers::is_member(&work.worker);
			assert!(member, "whoever left names the number that they had");
			remembered::Wallets::mutate(work.worker, |free| *free += net);
			remembered::Works::append(work);
		}
		Ok(())
	}
}

/// Stands for those who judge: there are enough of them, or not.
pub struct FakeCases;

/// A case that was opened: what it is about, who must not judge it, where its fee is from, and who recovers it.
pub type OpenedCase = (Subject, Vec<AccountId>, Source<AccountId>, Option<(Side, Quality)>);

/// What those who judge say when it is too late to agree.
pub const REVEALED: DispatchError = DispatchError::Corruption;

impl OpenCases<AccountId> for FakeCases {
	type Reason = RuntimeHoldReason;

	fn fee() -> LaborBalance {
		remembered::Fee::get()
	}

	fn open(
		case: NewCase<AccountId>,
		tied_as: Option<&RuntimeHoldReason>,
	) -> Result<Option<CaseId>, DispatchError> {
		if !remembered::EnoughJudges::get() {
			return Ok(None);
		}
		let NewCase { subject, orderer, worker, others, fee: source, recovers, .. } = case;
		match (tied_as, &source) {
			(Some(_), source) => FakeLabor::take(source, Self::fee())?,
			(None, Source::Held(who)) => {
				let take = |free: &mut _| take_from(free, Self::fee(), NOT_ENOUGH_LABOR);
				remembered::Wallets::try_mutate(who, take)?
			},
			(None, other) => panic!("{other:?} disputes nothing"),
		}
		let number = remembered::LastCase::get() + 1;
		remembered::LastCase::put(number);
		remembered::Fees::insert(number, (source.clone(), Self::fee()));
		let parties = [orderer, worker].into_iter().chain(others).collect();
		let opened: OpenedCase = (subject, parties, source, recovers);
		remembered::Cases::append(opened);
		Ok(Some(number))
	}

	fn withdraw(case: CaseId) -> DispatchResult {
		ensure!(!remembered::Revealed::get(), REVEALED);
		let (source, fee) = remembered::Fees::take(case).ok_or(DispatchError::CannotLookup)?;
		FakeLabor::give(&source, fee);
		Ok(())
	}
}

/// Writes down what it hears.
pub struct Listener;

impl OnDeliveryEnded for Listener {
	fn on_delivery_ended(cause: Cause, delivery: DeliveryId, how: Ended) {
		remembered::Ends::append((cause, delivery, how));
	}
}

impl OnTakenOn<AccountId> for Listener {
	fn on_taken_on(cause: Cause, delivery: DeliveryId, worker: &AccountId) {
		remembered::TakenOn::append((cause, delivery, *worker));
	}
}

/// The chain in its first block, with nobody on it.
pub fn new_test_ext() -> TestState {
	let mut ext = TestState::new_empty();
	ext.execute_with(|| {
		System::set_block_number(1);
		CurrentFigures::<Test>::put(Figures { acceptance_window: WINDOW, longest: LONGEST });
		remembered::Pool::put(POOL);
		remembered::Supply::put(POOL);
	});
	ext
}

/// Runs a test on a chain of four workers, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		for who in EVERYBODY {
			join(who, Class::Worker);
			set_wallet(who, WALLET);
		}
		test();
		check_invariants();
	});
}

/// Fails unless every invariant holds, and no LABOR was made or lost.
pub fn check_invariants() {
	Deliveries::do_try_state().expect("every invariant holds");
	assert_eq!(supply(), remembered::Supply::get(), "LABOR was made or lost");
}

/// All LABOR there is.
fn supply() -> LaborBalance {
	let wallets: LaborBalance = remembered::Wallets::iter_values().sum();
	let held: LaborBalance = remembered::Held::iter_values().sum();
	wallets + held + escrowed() + pool() + fees()
}

// What membership does.

pub fn join(who: AccountId, class: Class) {
	FakeMembers::admit(&who, class, number_of(who));
	System::inc_providers(&who);
}

/// Leaves by its own will; what it owns goes to the pool.
pub fn leave(who: AccountId) -> DispatchResult {
	Deliveries::ensure_none_open(&who)?;
	expel(who);
	Ok(())
}

pub fn expel(who: AccountId) {
	let (_, number) = FakeMembers::dismiss(&who).expect("only members leave");
	Deliveries::on_leaving(&who, number);
	let wallet = remembered::Wallets::take(who);
	remembered::Pool::mutate(|pool| *pool += wallet);
	remembered::TimesLeft::mutate(who, |times| *times += 1);
	System::dec_providers(&who).expect("nothing keeps a former member's account");
}

/// A number that is this one's until they leave.
pub fn number_of(who: AccountId) -> MemberNumber {
	who as MemberNumber + 100 * remembered::TimesLeft::get(who)
}

// What time and the artel do.

pub fn now() -> BlockNumber {
	System::block_number()
}

/// Lets this many blocks pass.
pub fn pass_blocks(blocks: impl Into<BlockNumber>) {
	System::set_block_number(now() + blocks.into());
}

/// From now on there are enough to judge what is delivered.
pub fn with_judges() {
	remembered::EnoughJudges::put(true);
}

/// The cases that were opened since this was asked last, and who must not judge them.
pub fn cases() -> Vec<(Subject, Vec<AccountId>)> {
	remembered::Cases::take().into_iter().map(|(subject, parties, ..)| (subject, parties)).collect()
}

/// From now on those who judge are paid so much.
pub fn with_fee(fee: LaborBalance) {
	remembered::Fee::put(fee);
}

/// What is tied up for cases, or was paid to those who judged.
pub fn fees() -> LaborBalance {
	remembered::Fees::iter_values().map(|(_, fee)| fee).sum()
}

/// What was heard of work that ended since this was asked last.
pub fn ends() -> Vec<(Cause, DeliveryId, Ended)> {
	remembered::Ends::take()
}

/// What was heard of members who do work since this was asked last.
pub fn begun() -> Vec<(Cause, DeliveryId, AccountId)> {
	remembered::TakenOn::take()
}

// LABOR.

pub fn wallet(who: AccountId) -> LaborBalance {
	remembered::Wallets::get(who)
}

pub fn set_wallet(who: AccountId, amount: LaborBalance) {
	let before = wallet(who);
	remembered::Supply::mutate(|supply| *supply = *supply + amount - before);
	remembered::Wallets::insert(who, amount);
}

pub fn held(who: AccountId) -> LaborBalance {
	remembered::Held::get(who)
}

pub fn pool() -> LaborBalance {
	remembered::Pool::get()
}

pub fn escrowed() -> LaborBalance {
	remembered::Escrowed::get()
}

/// The works that were paid since this was asked last.
pub fn works() -> Vec<Work<AccountId>> {
	remembered::Works::take()
}

/// What was paid for work of former members since this was asked last.
pub fn claims() -> Vec<(AccountId, MemberNumber, LaborBalance)> {
	remembered::Claims::take()
}

// What members do.

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it fits in a note")
}

pub fn quality(percent: u8) -> Quality {
	Quality::from_percent(percent).expect("it is a part of a whole")
}

/// Three hours that Alice orders of Bob, as from an offer.
pub fn ordered() -> OrderOf<Test> {
	Order {
		cause: Cause::Offer(7),
		orderer: ALICE,
		payer: Payer::OrdererLater,
		worker: Worker::Named(BOB),
		class: Some(Class::Worker),
		minutes: 180,
		price: labor(180),
		stream: Stream::Livelihood,
		brief: note("the blue one"),
		deadline: now() + 50,
		reviewed: false,
	}
}

/// Three hours of common work that Alice has proposed, open to applicants.
pub fn common() -> OrderOf<Test> {
	Order {
		cause: Cause::Proposal(9),
		payer: Payer::Commons,
		worker: Worker::Applicants { orderer_too: true },
		class: None,
		stream: Stream::Commons,
		brief: Note::default(),
		reviewed: true,
		..ordered()
	}
}

/// The same, paid by Alice from the beginning.
pub fn own() -> OrderOf<Test> {
	Order { payer: Payer::Orderer, worker: Worker::Applicants { orderer_too: false }, ..common() }
}

pub fn open(order: OrderOf<Test>) -> DeliveryId {
	<Deliveries as OpenDelivery<_, _>>::open(order).expect("it can be opened")
}

pub fn take_on(who: AccountId, delivery: DeliveryId) -> DispatchResult {
	Deliveries::take_on(signed(who), delivery)
}

pub fn apply(who: AccountId, delivery: DeliveryId) -> DispatchResult {
	Deliveries::apply(signed(who), delivery)
}

pub fn assign(who: AccountId, delivery: DeliveryId, worker: AccountId) -> DispatchResult {
	Deliveries::assign(signed(who), delivery, worker)
}

pub fn deliver(who: AccountId, delivery: DeliveryId, minutes: Minutes) -> DispatchResult {
	Deliveries::deliver(signed(who), delivery, minutes, note("https://example.org/photo"))
}

pub fn accept(who: AccountId, delivery: DeliveryId) -> DispatchResult {
	Deliveries::accept(signed(who), delivery)
}

pub fn dispute(who: AccountId, delivery: DeliveryId) -> DispatchResult {
	Deliveries::dispute(signed(who), delivery, note("it still squeaks"))
}

pub fn agree(who: AccountId, delivery: DeliveryId, percent: u8) -> DispatchResult {
	Deliveries::agree(signed(who), delivery, quality(percent))
}

pub fn give_up(who: AccountId, delivery: DeliveryId) -> DispatchResult {
	Deliveries::give_up(signed(who), delivery)
}

pub fn close(delivery: DeliveryId) -> DispatchResultWithPostInfo {
	Deliveries::close(signed(STRANGER), delivery)
}

pub fn settle(delivery: DeliveryId, percent: u8) -> DispatchResult {
	Deliveries::settle(signed(JUDGE), delivery, quality(percent))
}

/// Work that this member has taken on, whether it names them or not.
pub fn taken_on(order: OrderOf<Test>, worker: AccountId) -> DeliveryId {
	let (orderer, named) = (order.orderer, matches!(order.worker, Worker::Named(_)));
	let delivery = open(order);
	if named {
		assert_ok!(take_on(worker, delivery));
	} else {
		assert_ok!(apply(worker, delivery));
		assert_ok!(assign(orderer, delivery, worker));
	}
	delivery
}

/// The same, delivered in full.
pub fn delivered(order: OrderOf<Test>, worker: AccountId) -> DeliveryId {
	let minutes = order.minutes;
	let delivery = taken_on(order, worker);
	assert_ok!(deliver(worker, delivery, minutes));
	delivery
}

/// The same, disputed.
pub fn disputed(order: OrderOf<Test>, worker: AccountId) -> DeliveryId {
	let orderer = order.orderer;
	let delivery = delivered(order, worker);
	assert_ok!(dispute(orderer, delivery));
	delivery
}

/// How far a delivery is; none if it has ended.
pub fn stage(delivery: DeliveryId) -> Option<StageOf<Test>> {
	Deliveries::delivery(delivery).map(|found| found.stage)
}

/// What a member has under way.
pub fn under_way(who: AccountId) -> Vec<DeliveryId> {
	UnderWay::<Test>::get(who).into_inner()
}

/// The events of this pallet since the last time they were reset.
pub fn events() -> Vec<Event<Test>> {
	let told = System::events();
	System::reset_events();
	told.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Deliveries(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// Lets an idle block see to what is due, with so much room; how much of it was used.
pub fn idle(room: Weight) -> Weight {
	Deliveries::on_idle(now(), room)
}

/// What came back for members who have left, since this was asked last.
pub fn came_back() -> Vec<(MemberNumber, LaborBalance)> {
	remembered::CameBack::take()
}

/// Settles what is judged by a case.
pub fn judge(delivery: DeliveryId, percent: u8) -> DispatchResult {
	judge_owing(delivery, percent, &[])
}

/// The same, with what one side owes for the verdict.
pub fn judge_owing(delivery: DeliveryId, percent: u8, owed: &[Owed<AccountId>]) -> DispatchResult {
	let verdict = Verdict::new(1, vec![quality(percent)]);
	<Deliveries as SettleVerdict<_>>::settle(Subject::Delivery(delivery), &verdict, owed)
}

/// Says that there are not enough to judge it.
pub fn unjudged(delivery: DeliveryId) -> DispatchResult {
	<Deliveries as SettleVerdict<_>>::unjudged(Subject::Delivery(delivery))
}
