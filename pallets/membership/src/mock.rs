// SPDX-License-Identifier: Apache-2.0

//! A chain of coin and this pallet, with its other neighbours faked by plain values.

use crate as pallet_membership;
use crate::*;
use frame::{
	deps::{
		frame_support::traits::{
			fungible::HoldConsideration, EitherOf, LinearStoragePrice, MapSuccess,
		},
		sp_runtime::traits::Replace,
	},
	testing_prelude::*,
};
use frame_system::EnsureSigned;

pub type AccountId = u64;

/// Found the artel, all of them workers.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
/// Outsiders with coin.
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
/// An outsider without any coin.
pub const FERDIE: AccountId = 6;

/// An account that Alice makes when she has lost her key, and one more.
pub const ALICE_AGAIN: AccountId = 11;
pub const ALICE_ONCE_MORE: AccountId = 12;

/// Accounts of the chain itself, which nobody holds.
pub const POOL: AccountId = 50;
pub const ESCROW: AccountId = 51;

/// What the artel decides on, with an account for each kind of decision.
pub const ADMITS: AccountId = 100;
pub const EXPELS: AccountId = 101;
pub const AMENDS: AccountId = 102;
pub const UNLOCKS: AccountId = 103;
/// The same without seasoned members behind it.
pub const ADMITS_UNBACKED: AccountId = 104;
pub const EXPELS_UNBACKED: AccountId = 105;

/// How many accounts may have access to another at most.
pub const MAX_ACCESS: usize = 3;

/// What each outsider with coin begins with.
pub const PURSE: u64 = 1_000;

construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Membership: pallet_membership,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<u64>;
	type AccountId = AccountId;
	type Block = MockBlock<Test>;
	type Lookup = frame::traits::IdentityLookup<AccountId>;
	type Nonce = u64;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

ord_parameter_types! {
	pub const Admits: AccountId = ADMITS;
	pub const Expels: AccountId = EXPELS;
	pub const Amends: AccountId = AMENDS;
	pub const Unlocks: AccountId = UNLOCKS;
	pub const AdmitsUnbacked: AccountId = ADMITS_UNBACKED;
	pub const ExpelsUnbacked: AccountId = EXPELS_UNBACKED;
}

parameter_types! {
	pub const Backed: Backing = Backing::Backed;
	pub const Unbacked: Backing = Backing::Unbacked;
	pub const ApplicationHold: RuntimeHoldReason =
		RuntimeHoldReason::Membership(HoldReason::Application);
	pub const DepositBase: u64 = 10;
	pub const DepositPerByte: u64 = 1;
}

/// What one account decides with seasoned members behind it, and another without.
type BackedOrNot<With, Without> = EitherOf<
	MapSuccess<EnsureSignedBy<With, AccountId>, Replace<Backed>>,
	MapSuccess<EnsureSignedBy<Without, AccountId>, Replace<Unbacked>>,
>;

impl pallet_membership::Config for Test {
	type Access = FakeAccess;
	type AdmitOrigin = BackedOrNot<Admits, AdmitsUnbacked>;
	type ApplicationDeposit = HoldConsideration<
		AccountId,
		Balances,
		ApplicationHold,
		LinearStoragePrice<DepositBase, DepositPerByte, u64>,
	>;
	type Certificates = FakeCertificates;
	type ExpelOrigin = BackedOrNot<Expels, ExpelsUnbacked>;
	type KeyOrigin = EnsureSignedBy<Unlocks, AccountId>;
	type Life = FakeLife;
	type OnMembership = (Witness, Listener);
	type OpenDuties = FakeDuties;
	type Signed = NotedSigned;
	type StatuteOrigin = EnsureSignedBy<Amends, AccountId>;
	type SystemAccounts = NobodysAccounts;
	type WeightInfo = ();
}

/// What a listener hears.
#[derive(Encode, Decode, Clone, PartialEq, Eq, Debug)]
pub enum Heard {
	Joined(AccountId, MemberNumber, Class, Backing),
	Leaving(AccountId),
	Left(AccountId, Class),
	ClassChanged(AccountId, Class, Class, Backing),
	Confirmed(AccountId),
}

/// A certificate: who carries it, and what is written on it.
pub type Certificate = (AccountId, Class, Line);

/// What the neighbours remember. It is storage, so that a call that fails leaves no trace in it.
pub mod remembered {
	use super::*;

	#[storage_alias]
	pub type Issued =
		StorageMap<Neighbours, Blake2_128Concat, MemberNumber, Certificate, OptionQuery>;

	#[storage_alias]
	pub type Refusing = StorageValue<Neighbours, bool, ValueQuery>;

	#[storage_alias]
	pub type Busy = StorageMap<Neighbours, Blake2_128Concat, AccountId, (), OptionQuery>;

	#[storage_alias]
	pub type Access =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, Vec<AccountId>, ValueQuery>;

	#[storage_alias]
	pub type Watched = StorageMap<Neighbours, Blake2_128Concat, AccountId, ReportId, OptionQuery>;

	#[storage_alias]
	pub type Claimed = StorageMap<Neighbours, Blake2_128Concat, AccountId, (), OptionQuery>;

	#[storage_alias]
	pub type HeardSoFar = StorageValue<Neighbours, Vec<Heard>, ValueQuery>;
}

use remembered::*;

/// The error of certificates that were told to refuse.
pub const REFUSED: DispatchError = DispatchError::Other("refused");

/// The error of somebody who has something to finish.
pub const OPEN: DispatchError = DispatchError::Other("open");

/// A drawer of certificates.
pub struct FakeCertificates;

impl Certificates<AccountId> for FakeCertificates {
	fn issue(number: MemberNumber, who: &AccountId, class: Class, name: &Line) -> DispatchResult {
		ensure!(!Refusing::get(), REFUSED);
		ensure!(!Issued::contains_key(number), DispatchError::Other("issued before"));
		Issued::insert(number, (*who, class, name.clone()));
		Ok(())
	}

	fn restate(number: MemberNumber, class: Class, name: &Line) -> DispatchResult {
		ensure!(!Refusing::get(), REFUSED);
		let (who, ..) = Issued::get(number).ok_or(DispatchError::Other("never issued"))?;
		Issued::insert(number, (who, class, name.clone()));
		Ok(())
	}

	fn revoke(number: MemberNumber) -> DispatchResult {
		ensure!(!Refusing::get(), REFUSED);
		Issued::take(number).ok_or(DispatchError::Other("never issued"))?;
		Ok(())
	}

	fn bearer(number: MemberNumber) -> Option<AccountId> {
		Issued::get(number).map(|(who, ..)| who)
	}

	fn count() -> u32 {
		Issued::iter_keys().count() as u32
	}
}

/// Whether certificates refuse from now on.
pub fn refuse_certificates(refusing: bool) {
	Refusing::put(refusing);
}

/// The errors of access that cannot be given.
pub const GRANTED_ALREADY: DispatchError = DispatchError::Other("granted already");
pub const TOO_MANY: DispatchError = DispatchError::Other("too many");

/// Knows who may act for whom.
pub struct FakeAccess;

impl GrantAccess<AccountId> for FakeAccess {
	fn grant(to_account_of: &AccountId, by: &AccountId) -> DispatchResult {
		Access::try_mutate(to_account_of, |granted| {
			ensure!(!granted.contains(by), GRANTED_ALREADY);
			ensure!(granted.len() < MAX_ACCESS, TOO_MANY);
			granted.push(*by);
			Ok(())
		})
	}
}

/// Those who may act for somebody.
pub fn access_to(who: AccountId) -> Vec<AccountId> {
	Access::get(who)
}

/// Signers to this chain's own rooms, whom the chain notes by whatever way their call came.
pub struct NotedSigned;

impl EnsureOrigin<RuntimeOrigin> for NotedSigned {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin) -> Result<AccountId, RuntimeOrigin> {
		let who = EnsureSigned::try_origin(origin)?;
		Watched::remove(who);
		Ok(who)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		EnsureSigned::<AccountId>::try_successful_origin()
	}
}

/// Knows an account's transactions, and whether it has made a call in the chain's own rooms or paid
/// coin since it is watched.
pub struct FakeLife;

/// Since which report an account had been watched, and how many transactions it had signed.
pub type Mark = (ReportId, u64);

impl SignsOfLife<AccountId> for FakeLife {
	type Mark = Mark;

	fn watch(who: &AccountId, report: ReportId) -> Mark {
		// A later report does not make an earlier one void.
		let since = Watched::get(who).unwrap_or(report);
		Watched::insert(who, since);
		(since, System::account_nonce(who))
	}

	fn is_silent_since(who: &AccountId, (since, nonce): &Mark) -> bool {
		Watched::get(who) == Some(*since) && System::account_nonce(who) == *nonce
	}
}

/// Somebody signs a transaction that does nothing in the chain's own rooms.
pub fn sign_something(who: AccountId) {
	System::inc_account_nonce(who);
}

/// A call reaches another of the chain's own rooms, without a transaction of the account's own: as it
/// comes from several who sign together, or through a proxy.
pub fn act_in_another_room(who: AccountId) {
	assert_ok!(NotedSigned::ensure_origin(signed(who)));
}

/// Somebody pays coin to somebody else, without a transaction of the account's own. It is noted at once,
/// so that no gift hides it.
pub fn pay(from: AccountId, to: AccountId, amount: u64) {
	use frame::token::{fungible::Mutate, Preservation};
	assert_ok!(<Balances as Mutate<_>>::transfer(&from, &to, amount, Preservation::Expendable));
	Watched::remove(from);
}

/// Knows which accounts are the chain's own.
pub struct NobodysAccounts;

impl Contains<AccountId> for NobodysAccounts {
	fn contains(who: &AccountId) -> bool {
		[POOL, ESCROW].contains(who) || Claimed::contains_key(who)
	}
}

/// Another release of the chain has this account for itself.
pub fn claim_account(who: AccountId) {
	Claimed::insert(who, ());
}

/// Knows who has something to finish.
pub struct FakeDuties;

impl OpenDuties<AccountId> for FakeDuties {
	fn ensure_none_open(who: &AccountId) -> DispatchResult {
		ensure!(!Busy::contains_key(who), OPEN);
		Ok(())
	}
}

/// A member leaves; whether that would succeed was known before.
pub fn leave(who: AccountId) -> DispatchResult {
	let expected = Membership::may_leave(&who);
	let done = Membership::leave(signed(who));
	assert_eq!(done.is_ok(), expected, "{done:?}");
	done
}

/// Gives a member something to finish.
pub fn open_duty(who: AccountId) {
	Busy::insert(who, ());
}

/// Lets a member finish it.
pub fn finish_duty(who: AccountId) {
	Busy::remove(who);
}

/// Hears before the other one, and sees that nobody settles before everybody has heard of a leaver.
pub struct Witness;

impl OnMembership<AccountId> for Witness {
	fn on_left(who: &AccountId, _: MemberNumber, _: Class) {
		assert_eq!(HeardSoFar::get().last(), Some(&Heard::Leaving(*who)));
	}
}

/// Writes down what it hears.
pub struct Listener;

impl OnMembership<AccountId> for Listener {
	fn on_joined(who: &AccountId, admission: &Admission) {
		let Admission { number, class, backing } = *admission;
		HeardSoFar::append(Heard::Joined(*who, number, class, backing));
	}

	fn on_leaving(who: &AccountId, _: MemberNumber) {
		HeardSoFar::append(Heard::Leaving(*who));
	}

	fn on_left(who: &AccountId, _: MemberNumber, class: Class) {
		HeardSoFar::append(Heard::Left(*who, class));
	}

	fn on_class_changed(who: &AccountId, from: Class, to: Class, backing: Backing) {
		HeardSoFar::append(Heard::ClassChanged(*who, from, to, backing));
	}

	fn on_confirmed(who: &AccountId) {
		HeardSoFar::append(Heard::Confirmed(*who));
	}

	// A member with much to settle may have something to finish as well.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(who: &AccountId) {
		open_duty(*who);
	}
}

/// What was heard since this was asked last.
pub fn heard() -> Vec<Heard> {
	HeardSoFar::take()
}

/// The chain as it begins: these accounts found the artel under a statute.
pub fn genesis(founders: &[(AccountId, &str)]) -> RuntimeGenesisConfig {
	RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: vec![(DAVE, PURSE), (EVE, PURSE)],
			..Default::default()
		},
		membership: pallet_membership::GenesisConfig {
			founders: founders.iter().map(|(who, name)| (*who, line(name))).collect(),
			statute: (statute(), note("https://artel.example/statute")),
		},
		..Default::default()
	}
}

/// The first block of a chain that Alice, Bob and Charlie found.
pub fn new_test_ext() -> TestState {
	let founders = [(ALICE, "Alice"), (BOB, "Bob"), (CHARLIE, "Charlie")];
	let storage = genesis(&founders).build_storage().expect("the genesis of a test is sound");
	let mut ext = TestState::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs a test on that chain, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		heard();
		test();
		check_invariants();
	});
}

/// The same when only Alice has stayed.
pub fn build_with_alice_alone(test: impl FnOnce()) {
	build_and_execute(|| {
		for who in [BOB, CHARLIE] {
			assert_ok!(Membership::leave(signed(who)));
		}
		heard();
		test();
	});
}

/// Fails unless every invariant of the pallet holds.
pub fn check_invariants() {
	Membership::do_try_state().expect("every invariant holds");
}

pub fn line(text: &str) -> Line {
	Line::try_from(text).expect("a name in a test fits on a line")
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("a note in a test is short")
}

/// The statute at genesis.
pub fn statute() -> H256 {
	H256::repeat_byte(7)
}

/// Some other statute.
pub fn another_statute() -> H256 {
	H256::repeat_byte(8)
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Everybody who could try what only this account may do, with seasoned members behind it or not.
pub fn all_but(entitled: AccountId) -> Vec<RuntimeOrigin> {
	let kind = |who| match who {
		ADMITS_UNBACKED => ADMITS,
		EXPELS_UNBACKED => EXPELS,
		other => other,
	};
	[ALICE, DAVE, ADMITS, EXPELS, AMENDS, UNLOCKS, ADMITS_UNBACKED, EXPELS_UNBACKED]
		.into_iter()
		.filter(|who| kind(*who) != entitled)
		.map(signed)
		.chain([RuntimeOrigin::none(), RuntimeOrigin::root()])
		.collect()
}

/// What is held for an application.
pub fn deposit() -> u64 {
	DepositBase::get() + DepositPerByte::get() * ApplicationOf::<Test>::max_encoded_len() as u64
}

/// What is held of an applicant.
pub fn held(who: AccountId) -> u64 {
	use frame::token::fungible::InspectHold;
	Balances::balance_on_hold(&ApplicationHold::get(), &who)
}

/// Files an application and returns its number.
pub fn apply(who: AccountId, class: Class) -> ApplicationId {
	let name = line("Somebody with coin");
	assert_ok!(Membership::apply(signed(who), class, name, note("I want to join."), statute()));
	LastApplication::<Test>::get()
}

/// Files a nomination and returns its number.
pub fn nominate(sponsor: AccountId, who: AccountId, class: Class) -> ApplicationId {
	let (name, why) = (line("Somebody without coin"), note("I know it well."));
	assert_ok!(Membership::nominate(signed(sponsor), who, class, name, why, statute()));
	LastApplication::<Test>::get()
}

/// Makes somebody a member without further ado.
pub fn join(who: AccountId, class: Class) {
	join_with(who, class, Backing::Backed);
}

/// The same, with or without seasoned members behind it.
pub fn join_with(who: AccountId, class: Class, backing: Backing) {
	assert_ok!(Membership::do_admit(&who, class, line("Somebody new"), backing));
	heard();
}

/// Reports that a key is lost, and returns the number of the report.
pub fn report(by: AccountId, who: AccountId, to: AccountId) -> ReportId {
	assert_ok!(Membership::report_lost_key(signed(by), who, to));
	LastReport::<Test>::get()
}

/// Whether this report holds; none if there is no such report.
pub fn holds(report: ReportId) -> Option<bool> {
	let mut reports = Membership::lost_keys(0).into_iter();
	reports.find(|(number, _)| *number == report).map(|(_, told)| told.holds)
}

pub fn backing_of(who: AccountId) -> Option<Backing> {
	Membership::member(who).map(|member| member.backing)
}

pub fn class_of(who: AccountId) -> Option<Class> {
	Membership::member(who).map(|member| member.class)
}

pub fn number_of(who: AccountId) -> Option<MemberNumber> {
	Membership::member(who).map(|member| member.number)
}

/// Whether the chain takes a transaction that this account has signed.
pub fn can_sign(who: AccountId) -> bool {
	frame_system::CheckNonce::<Test>::validate_nonce_for_account(&who, System::account_nonce(who))
		.is_ok()
}
