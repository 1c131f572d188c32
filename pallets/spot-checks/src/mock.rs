// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet alone, with its neighbours faked by plain values.

pub use artel_primitives::testing::{FakeEpochs, FakeMembers};

use crate as pallet_spot_checks;
use crate::*;
use artel_primitives::{
	epochs::Epoch,
	membership::{Class, InspectMembers},
	units::LABOR,
	verdict::SessionIndex,
	work::{Minutes, Quality, Stream},
};
use frame::{testing_prelude::*, traits::IdentityLookup};

pub type AccountId = u64;

/// Members from the start.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const EVERYBODY: [AccountId; 3] = [ALICE, BOB, CHARLIE];
/// Nobody in particular, and never a member.
pub const STRANGER: AccountId = 100;
/// Decides on what is published.
pub const ARTEL: AccountId = 101;

/// How long there is, in blocks.
pub const DRAW: u64 = 10;
pub const EVIDENCE: u64 = 10;
pub const JUDGE: u64 = 20;
/// How many blocks a session has.
pub const SESSION: u64 = 3;

/// What everybody owns of LOVE at first.
pub const LOVED: LoveBalance = 5_000;

construct_runtime! {
	pub struct Test {
		System: frame_system,
		SpotChecks: pallet_spot_checks,
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Block = MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

ord_parameter_types! {
	pub const Artel: AccountId = ARTEL;
}

impl pallet_spot_checks::Config for Test {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
	type Cases = FakeCases;
	type Epochs = FakeEpochs;
	type FindingOrigin = EnsureSignedBy<Artel, AccountId>;
	type Labor = FakeLabor;
	type Lots = FakeLots;
	type Love = FakeLove;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = EnsureSigned<AccountId>;
	type TimeForEvidence = ConstU64<EVIDENCE>;
	type TimeToDraw = ConstU64<DRAW>;
	type TimeToJudge = ConstU64<JUDGE>;
	type WeightInfo = ();
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Helper {
	fn make_member(who: &AccountId) {
		join(*who);
	}

	fn let_draw() {
		pass(2 * SESSION);
	}
}

/// What the neighbours remember.
mod remembered {
	use super::*;

	#[storage_alias]
	pub type Loved = StorageMap<Neighbours, Twox64Concat, AccountId, LoveBalance, ValueQuery>;
	#[storage_alias]
	pub type Debts = StorageMap<Neighbours, Twox64Concat, AccountId, LoveBalance, ValueQuery>;
	/// In this epoch, so much was earned.
	#[storage_alias]
	pub type Earned =
		StorageMap<Neighbours, Twox64Concat, AccountId, (Epoch, LoveBalance), ValueQuery>;
	/// How many epochs somebody was on leave.
	#[storage_alias]
	pub type Rested = StorageMap<Neighbours, Twox64Concat, AccountId, Epoch, ValueQuery>;
	#[storage_alias]
	pub type LastCase = StorageValue<Neighbours, CaseId, ValueQuery>;
	#[storage_alias]
	pub type Enough = StorageValue<Neighbours, bool, ValueQuery>;
	#[storage_alias]
	pub type Pool = StorageValue<Neighbours, LaborBalance, ValueQuery>;
	#[storage_alias]
	pub type OnHold = StorageValue<Neighbours, LaborBalance, ValueQuery>;
	#[storage_alias]
	pub type Wallets = StorageMap<Neighbours, Twox64Concat, AccountId, LaborBalance, ValueQuery>;
}

/// Stands for reputation.
pub struct FakeLove;

impl InspectLove<AccountId> for FakeLove {
	fn counted(who: &AccountId) -> LoveBalance {
		remembered::Loved::get(who)
	}

	fn is_on_leave(_: &AccountId) -> bool {
		false
	}

	fn is_in_debt(who: &AccountId) -> bool {
		remembered::Debts::get(who) > 0
	}

	fn own_epoch(who: &AccountId) -> Option<Epoch> {
		let own = FakeEpochs::current().saturating_sub(remembered::Rested::get(who));
		FakeMembers::is_member(who).then_some(own)
	}

	fn earned_lately(who: &AccountId) -> LoveBalance {
		let (epoch, earned) = remembered::Earned::get(who);
		if epoch == FakeEpochs::current() {
			earned
		} else {
			0
		}
	}
}

impl SpendLove<AccountId> for FakeLove {
	fn burn(_: &AccountId, _: LoveBalance) -> DispatchResult {
		unreachable!("spot checks burn nothing")
	}

	fn bond(_: &AccountId, _: LoveBalance) -> DispatchResult {
		unreachable!("spot checks bond nothing")
	}

	fn unbond(_: &AccountId, _: LoveBalance) {
		unreachable!("spot checks bond nothing")
	}

	fn slash_bond(_: &AccountId, _: LoveBalance) {
		unreachable!("spot checks bond nothing")
	}

	fn penalise(who: &AccountId, amount: LoveBalance) {
		let loved = match FakeMembers::is_member(who) {
			true => remembered::Loved::get(who),
			false => 0,
		};
		let taken = amount.min(loved);
		remembered::Loved::mutate(who, |left| *left -= taken);
		remembered::Debts::mutate(who, |debt| *debt += amount - taken);
	}

	fn forgive(who: &AccountId, amount: LoveBalance) {
		let lighter = amount.min(remembered::Debts::get(who));
		remembered::Debts::mutate(who, |debt| *debt -= lighter);
		remembered::Loved::mutate(who, |loved| *loved += amount - lighter);
	}
}

/// Stands for the lots: each session has one of its own, known two sessions later.
pub struct FakeLots;

impl FakeLots {
	pub fn of(session: SessionIndex) -> [u8; 32] {
		frame::hashing::blake2_256(&session.encode())
	}
}

impl InspectLots for FakeLots {
	fn session() -> SessionIndex {
		(System::block_number() / SESSION) as SessionIndex
	}

	fn lot(session: SessionIndex) -> Option<[u8; 32]> {
		(session + 2 <= Self::session()).then(|| Self::of(session))
	}
}

/// Stands for the cases: each has the next number, and a test says what is judged.
pub struct FakeCases;

/// What is told of a case: its subject, both sides, the fee, whether they gain together, and how it is drawn.
pub type OpenedCase = (Subject, AccountId, AccountId, Source<AccountId>, bool, Option<Check>);

#[storage_alias]
type Opened = StorageValue<Neighbours, Vec<OpenedCase>, ValueQuery>;

impl FakeCases {
	/// Lets there be enough who judge, or not.
	pub fn set_enough(enough: bool) {
		remembered::Enough::put(enough);
	}

	/// What was opened, without what is the same of all.
	pub fn opened() -> Vec<OpenedCase> {
		Opened::get()
	}
}

/// What those who judge get.
pub const FEE: LaborBalance = 25;

impl OpenCases<AccountId> for FakeCases {
	type Reason = RuntimeHoldReason;

	fn fee() -> LaborBalance {
		FEE
	}

	fn open(
		case: NewCase<AccountId>,
		tied_as: Option<&RuntimeHoldReason>,
	) -> Result<Option<CaseId>, DispatchError> {
		assert!(tied_as.is_none() && case.recovers.is_none() && case.others.is_empty());
		if !remembered::Enough::get() {
			return Ok(None);
		}
		let left = FakeLabor::pool().checked_sub(FEE).ok_or(TokenError::FundsUnavailable)?;
		remembered::Pool::put(left);
		Opened::append((
			case.subject,
			case.orderer,
			case.worker,
			case.fee,
			case.together,
			case.check,
		));
		let number = remembered::LastCase::get() + 1;
		remembered::LastCase::put(number);
		Ok(Some(number))
	}

	fn withdraw(_: CaseId) -> DispatchResult {
		unreachable!("spot checks withdraw nothing")
	}
}

/// Stands for mutual credit.
pub struct FakeLabor;

impl FakeLabor {
	pub fn pool() -> LaborBalance {
		remembered::Pool::get()
	}

	pub fn set_pool(amount: LaborBalance) {
		remembered::Pool::put(amount);
	}

	pub fn wallet(who: AccountId) -> LaborBalance {
		remembered::Wallets::get(who)
	}
}

impl HoldLabor<AccountId> for FakeLabor {
	type Reason = RuntimeHoldReason;

	fn held(_: &RuntimeHoldReason, _: &Source<AccountId>) -> LaborBalance {
		remembered::OnHold::get()
	}

	fn hold(
		reason: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		assert_eq!((reason, source), (&HoldReason::Fee.into(), &Source::Reviews));
		let left = Self::pool().checked_sub(amount).ok_or(TokenError::FundsUnavailable)?;
		remembered::Pool::put(left);
		remembered::OnHold::mutate(|held| *held += amount);
		Ok(())
	}

	fn release(_: &RuntimeHoldReason, _: &Source<AccountId>, _: LaborBalance) -> DispatchResult {
		unreachable!("spot checks release nothing")
	}

	fn rededicate(
		_: &RuntimeHoldReason,
		_: &RuntimeHoldReason,
		_: &Source<AccountId>,
		_: LaborBalance,
	) -> DispatchResult {
		unreachable!("spot checks rededicate nothing")
	}

	fn give_to(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		to: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		assert_eq!(source, &Source::Reviews);
		let Source::Held(to) = to else { return Err(DispatchError::Other("there is nobody")) };
		remembered::OnHold::mutate(|held| *held -= amount);
		remembered::Wallets::mutate(to, |wallet| *wallet += amount);
		Ok(())
	}

	fn pass_to_escrow(
		_: &RuntimeHoldReason,
		_: &AccountId,
		_: MemberNumber,
		_: LaborBalance,
	) -> DispatchResult {
		unreachable!("nothing is held on members")
	}

	fn pay_work(
		_: &RuntimeHoldReason,
		_: &Source<AccountId>,
		_: Work<AccountId>,
		_: Option<MemberNumber>,
	) -> DispatchResult {
		unreachable!("spot checks pay no work")
	}
}

/// The chain in its first block: three members, enough who judge, and a pool for their fees.
pub fn new_test_ext() -> TestState {
	let genesis = RuntimeGenesisConfig::default();
	let mut ext: TestState = genesis.build_storage().expect("it is a genesis").into();
	ext.execute_with(|| {
		System::set_block_number(1);
		FakeEpochs::set(10);
		EVERYBODY.into_iter().for_each(|who| {
			join(who);
			remembered::Loved::insert(who, LOVED);
		});
		FakeCases::set_enough(true);
		FakeLabor::set_pool(100 * LABOR);
	});
	ext
}

/// Runs a test, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		check_invariants();
	});
}

pub fn check_invariants() {
	SpotChecks::do_try_state().expect("every invariant holds");
	assert_eq!(remembered::OnHold::get(), 0, "nothing stays on hold");
}

// What membership and time do.

pub fn join(who: AccountId) {
	FakeMembers::admit(&who, Class::Worker, who as MemberNumber);
}

pub fn leave(who: AccountId) {
	FakeMembers::dismiss(&who).expect("only members leave");
}

/// These epochs pass while this one is on leave.
pub fn rest(who: AccountId, epochs: Epoch) {
	FakeEpochs::pass(epochs);
	remembered::Rested::mutate(who, |rested| *rested += epochs);
}

pub fn now() -> u64 {
	System::block_number()
}

pub fn pass(blocks: u64) {
	System::set_block_number(now() + blocks);
}

pub fn idle() {
	SpotChecks::on_idle(now(), Weight::MAX);
}

// What there is.

/// What this one owns of LOVE, and owes.
pub fn love(who: AccountId) -> (LoveBalance, LoveBalance) {
	(remembered::Loved::get(who), remembered::Debts::get(who))
}

/// The same in one number.
pub fn worth(who: AccountId) -> i128 {
	let (loved, debt) = love(who);
	i128::from(loved) - i128::from(debt)
}

pub fn earned(who: AccountId, amount: LoveBalance) {
	let before = FakeLove::earned_lately(&who);
	remembered::Earned::insert(who, (FakeEpochs::current(), before + amount));
}

pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

// What people do.

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it fits in a note")
}

/// This one pays that one.
pub fn pay(payer: AccountId, worker: AccountId, labor: LaborBalance) -> PaymentId {
	let minutes = (labor * 9 / 5) as Minutes;
	let work = Work { worker, minutes, labor, stream: Stream::Livelihood, payer: Some(payer) };
	SpotChecks::on_work_paid(&work, labor);
	LastPayment::<Test>::get()
}

/// So much is always drawn, and costs the fines once.
pub const SURE: LaborBalance = 20 * LABOR;

/// Alice has paid Bob this much, and it was pointed out.
pub fn pointed_out(labor: LaborBalance) -> PaymentId {
	let payment = pay(ALICE, BOB, labor);
	pass(2 * SESSION);
	assert_ok!(point_out(payment));
	payment
}

pub fn point_out(payment: PaymentId) -> DispatchResult {
	free(SpotChecks::point_out(signed(STRANGER), payment))
}

pub fn hand_in(who: AccountId, payment: PaymentId) -> DispatchResult {
	free(SpotChecks::hand_in(signed(who), payment, note("Look at the door")))
}

pub fn find(payment: PaymentId) -> DispatchResult {
	SpotChecks::find(signed(ARTEL), payment)
}

pub fn clear(payment: PaymentId) -> DispatchResult {
	free(SpotChecks::clear(signed(STRANGER), payment))
}

/// What is done costs nothing, and what is not has an error.
fn free(done: DispatchResultWithPostInfo) -> DispatchResult {
	done.map(|info| assert_eq!(info.pays_fee, Pays::No)).map_err(|refused| refused.error)
}

/// What three say.
pub fn verdict(scores: &[u8]) -> Verdict {
	let quality = |percent: &u8| Quality::from_percent(*percent).expect("it is a part");
	Verdict::new(3, scores.iter().map(quality).collect())
}

/// What nobody who judges believes, and what all do.
pub fn bad() -> Verdict {
	verdict(&[0, 29, 100])
}

pub fn good() -> Verdict {
	verdict(&[30, 90, 0])
}

pub fn on_verdict(payment: PaymentId, verdict: &Verdict) -> DispatchResult {
	SpotChecks::on_verdict(Subject::Payment(payment), verdict)
}

pub fn settle(payment: PaymentId, verdict: &Verdict) -> DispatchResult {
	SpotChecks::settle(Subject::Payment(payment), verdict, &[])
}

pub fn unjudged(payment: PaymentId) -> DispatchResult {
	SpotChecks::unjudged(Subject::Payment(payment))
}
