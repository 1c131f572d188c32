// SPDX-License-Identifier: Apache-2.0

//! A chain of coin and this pallet, with its other neighbours faked by plain values.

pub use artel_primitives::testing::{FakeEpochs, FakeMembers};

use crate as pallet_till;
use crate::*;
use artel_primitives::{
	epochs::Epoch,
	membership::{Class, MemberNumber},
};
use frame::{
	deps::{
		frame_support::traits::{EitherOf, MapSuccess},
		sp_runtime::traits::Replace,
	},
	testing_prelude::*,
	traits::IdentityLookup,
};

pub type AccountId = u64;

/// Members from the start; the first three are the stewards, two of whom must agree.
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
/// An account of the chain itself.
pub const NOBODYS: AccountId = 104;
/// The account that the stewards hold together.
pub const TOGETHER: AccountId = 105;

/// One of the currency that ART stands for.
pub const EURO: Balance = 100 * MINOR_UNIT;

/// What everybody has at first.
pub const WALLET: Balance = 1_000 * EURO;

/// How many asks are open at most, and of each.
pub const MOST: u32 = 8;
pub const EACH: u32 = 3;

construct_runtime! {
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Till: pallet_till,
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
	// So small that nobody leaves less.
	type ExistentialDeposit = ConstU128<1>;
}

parameter_types! {
	pub const Bar: Support = Support::Bar;
	pub const Less: Support = Support::Less;
}

ord_parameter_types! {
	pub const WithBar: AccountId = BAR;
	pub const WithoutBar: AccountId = LESS;
	pub const Constitution: AccountId = CONSTITUTION;
}

impl pallet_till::Config for Test {
	type Coin = Balances;
	type ConstitutionOrigin = EnsureSignedBy<Constitution, AccountId>;
	type Epochs = FakeEpochs;
	type FundOrigin = EitherOf<
		MapSuccess<EnsureSignedBy<WithBar, AccountId>, Replace<Bar>>,
		MapSuccess<EnsureSignedBy<WithoutBar, AccountId>, Replace<Less>>,
	>;
	type MaxAsks = ConstU32<MOST>;
	type MaxAsksEach = ConstU32<EACH>;
	type Members = FakeMembers;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = EnsureSigned<AccountId>;
	type Stewards = FakeStewards;
	type SystemAccounts = NobodysAccounts;
	type WeightInfo = ();
}

pub struct NobodysAccounts;

impl Contains<AccountId> for NobodysAccounts {
	fn contains(who: &AccountId) -> bool {
		*who == NOBODYS
	}
}

/// The first three, as long as they are members and the artel has named them.
pub struct FakeStewards;

#[storage_alias]
type Represented = StorageValue<Neighbours, bool, ValueQuery>;

#[storage_alias]
type Named = StorageValue<Neighbours, AccountId, OptionQuery>;

impl FakeStewards {
	/// Lets the stewards hold this account together; none if there are no stewards.
	pub fn name(account: Option<AccountId>) {
		Named::set(account);
	}

	/// Lets somebody act for their account, or not any more.
	pub fn represent(now: bool) {
		Represented::set(now);
	}
}

impl InspectStewards<AccountId> for FakeStewards {
	fn together() -> Option<ActingStewards<AccountId>> {
		let account = Named::get()?;
		let named = [ALICE, BOB, CHARLIE].into_iter();
		let remaining: Vec<_> = named.filter(FakeMembers::is_member).collect();
		let (are_enough, represented) = (remaining.len() >= 2, Represented::get());
		Some(ActingStewards { account, remaining, are_enough, represented })
	}
}

/// The chain in its first block: there is coin, and the till is closed.
pub fn new_test_ext() -> TestState {
	let balances = EVERYBODY.into_iter().chain([STRANGER]).map(|who| (who, WALLET)).collect();
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
		till: pallet_till::GenesisConfig { currency: line("EUR"), ..Default::default() },
		..Default::default()
	};
	let mut ext: TestState = genesis.build_storage().expect("it is a genesis").into();
	ext.execute_with(|| {
		System::set_block_number(1);
		EVERYBODY.into_iter().for_each(join);
		FakeStewards::name(Some(TOGETHER));
	});
	ext
}

/// Runs a test on a chain of four members and three stewards, who may book a thousand in an epoch, and checks the
/// invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		assert_ok!(set_limit(BAR, 1_000 * EURO));
		System::reset_events();
		test();
		check_invariants();
	});
}

pub fn check_invariants() {
	Till::do_try_state().expect("every invariant holds");
}

pub fn issuance() -> Balance {
	Balances::total_issuance()
}

// What membership and time do.

pub fn join(who: AccountId) {
	FakeMembers::admit(&who, Class::Worker, who as MemberNumber);
}

pub fn leave(who: AccountId) {
	FakeMembers::dismiss(&who).expect("only members leave");
}

pub fn pass_epochs(epochs: Epoch) {
	FakeEpochs::pass(epochs);
}

pub fn pass_period() {
	FakeEpochs::pass(EPOCHS_PER_PERIOD);
}

// What there is.

pub fn coin(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// What is on hold on this account, for whatever reason.
pub fn held(who: AccountId) -> Balance {
	Balances::reserved_balance(who)
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

/// The hash of a document of the bank's.
pub fn document(number: u64) -> H256 {
	H256::from_low_u64_be(number)
}

pub fn receive(to: AccountId, amount: Balance, receipt: u64) -> DispatchResult {
	Till::receive(signed(TOGETHER), to, amount, document(receipt))
}

pub fn ask(who: AccountId, amount: Balance) -> DispatchResult {
	Till::ask(signed(who), amount, line("Rent"))
}

/// The number of what is asked for.
pub fn asked(who: AccountId, amount: Balance) -> AskId {
	assert_ok!(ask(who, amount));
	LastAsk::<Test>::get()
}

pub fn begin(ask: AskId) -> DispatchResult {
	Till::begin(signed(TOGETHER), ask)
}

pub fn pay(ask: AskId, receipt: u64) -> DispatchResult {
	Till::pay(signed(TOGETHER), ask, document(receipt))
}

pub fn decline(ask: AskId) -> DispatchResult {
	Till::decline(signed(TOGETHER), ask, note("The bank is closed"))
}

pub fn give_back(ask: AskId) -> DispatchResultWithPostInfo {
	Till::give_back(signed(STRANGER), ask)
}

/// The same, for its error alone.
pub fn give_back_error(ask: AskId) -> DispatchResult {
	give_back(ask).map(|_| ()).map_err(|refused| refused.error)
}

pub fn withdraw(who: AccountId, ask: AskId) -> DispatchResult {
	Till::withdraw(signed(who), ask)
}

pub fn attest(balance: Balance, statement: u64) -> DispatchResult {
	Till::attest(signed(TOGETHER), balance, document(statement))
}

pub fn set_limit(by: AccountId, amount: Balance) -> DispatchResult {
	Till::set_limit(signed(by), amount)
}

pub fn set_currency(currency: &str) -> DispatchResult {
	Till::set_currency(signed(CONSTITUTION), line(currency))
}
