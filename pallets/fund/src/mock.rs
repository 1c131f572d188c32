// SPDX-License-Identifier: Apache-2.0

//! A chain of coin and this pallet, with its other neighbours faked by plain values.

pub use artel_primitives::testing::{FakeEpochs, FakeMembers};

use crate as pallet_fund;
use crate::*;
use frame::{
	deps::{
		frame_support::traits::{EitherOf, MapSuccess},
		sp_runtime::traits::Replace,
	},
	testing_prelude::*,
	traits::IdentityLookup,
};

pub type AccountId = u64;
pub type BlockNumber = BlockNumberFor<Test>;

/// Members from the start in most tests; the first three are the stewards, two of whom must agree.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVERYBODY: [AccountId; 4] = [ALICE, BOB, CHARLIE, DAVE];
/// Nobody in particular, and never a member.
pub const STRANGER: AccountId = 100;
/// Decides with the bar, and without.
pub const BAR: AccountId = 101;
pub const LESS: AccountId = 102;
/// Changes the constitution.
pub const CONSTITUTION: AccountId = 103;
/// An account of the chain itself, beside the fund's.
pub const NOBODYS: AccountId = 104;

/// What everybody has at first.
pub const WALLET: Balance = 10_000;
/// The least that an account holds.
pub const LEAST: Balance = 10;
/// How long a mandate can be paid at most.
pub const LONGEST: u32 = 1_000;

/// The purposes from the start.
pub const TOOLS: PurposeId = 1;
pub const HELP: PurposeId = 2;

construct_runtime! {
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_fund,
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	type Block = MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type DustRemoval = Fund;
	type ExistentialDeposit = ConstU128<LEAST>;
}

parameter_types! {
	pub const Account: PalletId = PalletId(*b"artel/fd");
	pub static ActedFor: Option<AccountId> = None;
	pub const Bar: Support = Support::Bar;
	pub const Less: Support = Support::Less;
}

ord_parameter_types! {
	pub const WithBar: AccountId = BAR;
	pub const WithoutBar: AccountId = LESS;
	pub const Constitution: AccountId = CONSTITUTION;
}

impl pallet_fund::Config for Test {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = FakeMembers;
	type Coin = Balances;
	type ConstitutionOrigin = EnsureSignedBy<Constitution, AccountId>;
	type Epochs = FakeEpochs;
	type FundOrigin = EitherOf<
		MapSuccess<EnsureSignedBy<WithBar, AccountId>, Replace<Bar>>,
		MapSuccess<EnsureSignedBy<WithoutBar, AccountId>, Replace<Less>>,
	>;
	type MaxMandates = ConstU32<8>;
	type MaxPurposes = ConstU32<4>;
	type Members = FakeMembers;
	type PalletId = Account;
	type Represented = Represented;
	type SharedAccount = Together;
	type Signed = EnsureSigned<AccountId>;
	type SystemAccounts = NobodysAccounts;
	type WeightInfo = ();
}

/// The account that some hold together follows from who they are, and how many must agree.
pub struct Together;

impl Convert<(Vec<AccountId>, u16), AccountId> for Together {
	fn convert((who, threshold): (Vec<AccountId>, u16)) -> AccountId {
		assert!(who.is_sorted(), "it follows from them in their order");
		let bytes = (who, threshold).using_encoded(blake2_256);
		AccountId::decode(&mut &bytes[..]).expect("these are enough bytes")
	}
}

/// The account for which somebody else can act, if there is one.
pub struct Represented;

impl Contains<AccountId> for Represented {
	fn contains(who: &AccountId) -> bool {
		ActedFor::get() == Some(*who)
	}
}

pub struct NobodysAccounts;

impl Contains<AccountId> for NobodysAccounts {
	fn contains(who: &AccountId) -> bool {
		[NOBODYS, Fund::account()].contains(who)
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for FakeMembers {
	fn make_member(who: &AccountId) {
		join(*who);
	}
}

/// The chain in its first block: there is coin, and the fund has the least of it that an account holds.
pub fn new_test_ext() -> TestState {
	let balances = EVERYBODY.into_iter().chain([STRANGER]).map(|who| (who, WALLET)).collect();
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
		fund: pallet_fund::GenesisConfig {
			figures: Figures { longest: LONGEST, ..Figures::DEFAULT },
			..Default::default()
		},
		..Default::default()
	};
	let mut ext: TestState = genesis.build_storage().expect("it is a genesis").into();
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs a test on a chain of four members, three stewards and two purposes, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		EVERYBODY.into_iter().for_each(join);
		assert_ok!(add_purpose("Tools"));
		assert_ok!(add_purpose("Help in need"));
		assert_ok!(set_stewards(&[ALICE, BOB, CHARLIE], 2));
		System::reset_events();
		let before = issuance();
		test();
		check_invariants();
		assert_eq!(issuance(), before, "coin was made or lost");
	});
}

pub fn check_invariants() {
	Fund::do_try_state().expect("every invariant holds");
}

pub fn issuance() -> Balance {
	Balances::total_issuance()
}

// What membership and time do.

pub fn join(who: AccountId) {
	FakeMembers::admit(&who, Class::Worker, who as MemberNumber);
}

pub fn leave(who: AccountId) {
	let (class, number) = FakeMembers::dismiss(&who).expect("only members leave");
	Fund::on_leaving(&who, number);
	Fund::on_left(&who, number, class);
}

pub fn now() -> BlockNumber {
	System::block_number()
}

pub fn pass_blocks(blocks: BlockNumber) {
	System::set_block_number(now() + blocks);
}

pub fn pass_epoch() {
	FakeEpochs::pass(1);
}

pub fn pass_period() {
	FakeEpochs::pass(EPOCHS_PER_PERIOD);
}

// What there is.

pub fn coin(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// What the fund has, what it promised, and what is free.
pub fn parts() -> [Balance; 3] {
	let state = Fund::state();
	[state.balance, state.promised, state.free]
}

pub fn together() -> AccountId {
	Fund::stewards().expect("they were named").account
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

pub fn line(text: &str) -> Line {
	Line::try_from(text).expect("it fits on a line")
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it fits in a note")
}

pub fn donate(who: AccountId, amount: Balance, purpose: PurposeId) -> DispatchResult {
	Fund::donate(signed(who), amount, purpose)
}

/// Sends coin to the fund's account, as to any other.
pub fn send(who: AccountId, amount: Balance) {
	assert_ok!(Balances::transfer_allow_death(signed(who), Fund::account(), amount));
}

/// What a mandate says.
#[derive(Clone)]
pub struct Said {
	pub by: AccountId,
	pub to: AccountId,
	pub amount: Balance,
	pub purpose: PurposeId,
	pub lasts: BlockNumber,
	pub reason: &'static str,
}

/// A hundred to Dave for tools, with the bar.
pub fn said() -> Said {
	Said { by: BAR, to: DAVE, amount: 100, purpose: TOOLS, lasts: 50, reason: "A lathe" }
}

pub fn decide(said: Said) -> DispatchResult {
	let Said { by, to, amount, purpose, lasts, reason } = said;
	let to = Beneficiary::Account(to);
	Fund::mandate(signed(by), to, amount, purpose, lasts, note(reason))
}

/// The number of the mandate that was decided.
pub fn mandated(said: Said) -> MandateId {
	assert_ok!(decide(said));
	LastMandate::<Test>::get()
}

pub fn pay(mandate: MandateId, amount: Balance) -> DispatchResult {
	Fund::pay_mandate(signed(together()), mandate, amount)
}

pub fn close(mandate: MandateId) -> DispatchResultWithPostInfo {
	Fund::close_mandate(signed(STRANGER), mandate)
}

pub fn set_budget(purpose: PurposeId, period: Period, limit: Option<Balance>) -> DispatchResult {
	Fund::set_budget(signed(LESS), purpose, period, limit)
}

pub fn add_purpose(title: &str) -> DispatchResult {
	Fund::add_purpose(signed(CONSTITUTION), line(title))
}

pub fn remove_purpose(purpose: PurposeId) -> DispatchResult {
	Fund::remove_purpose(signed(CONSTITUTION), purpose)
}

pub fn set_stewards(who: &[AccountId], threshold: NumberOfStewards) -> DispatchResult {
	let named = BoundedVec::truncate_from(who.to_vec());
	Fund::set_stewards(signed(CONSTITUTION), named, threshold)
}
