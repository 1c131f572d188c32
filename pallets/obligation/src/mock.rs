// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet alone, with its neighbours faked by plain values.

pub use artel_primitives::testing::{FakeEpochs, FakeMembers};

use crate as pallet_obligation;
use crate::*;
use artel_primitives::{
	epochs::Epoch,
	membership::MemberNumber,
	review::commitment,
	units::{LaborBalance, LoveBalance},
	verdict::{Check, NewCase, OpenCases, Owed},
	work::Work,
};
use frame::{deps::sp_runtime::TokenError, testing_prelude::*, traits::IdentityLookup};

pub type AccountId = u64;

/// The sides of a case.
pub const ORDERER: AccountId = 50;
pub const WORKER: AccountId = 51;
/// Nobody in particular.
pub const STRANGER: AccountId = 100;
/// Decides for the artel on care.
pub const CARE: AccountId = 101;
/// What everybody has at first.
pub const WALLET: LaborBalance = 1_000;
pub const LOVE: LoveBalance = 10_000;

construct_runtime! {
	pub struct Test {
		System: frame_system,
		Obligation: pallet_obligation,
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Block = MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

ord_parameter_types! {
	pub const Care: AccountId = CARE;
}

impl pallet_obligation::Config for Test {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
	type CareOrigin = EnsureSignedBy<Care, AccountId>;
	type Delegates = FakeDelegates;
	type Epochs = FakeEpochs;
	type Labor = FakeLabor;
	type Lots = FakeLots;
	type Love = FakeLove;
	type MaxEnforcers = ConstU32<32>;
	type Members = FakeMembers;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = EnsureSigned<AccountId>;
	type Subjects = Listener;
	type WeightInfo = ();
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Helper {
	fn make_worker(who: &AccountId) {
		join(*who);
	}

	fn let_draw() {
		pass_sessions(2);
	}
}

mod remembered {
	use super::*;
	use frame::storage_alias;

	#[storage_alias]
	pub type Wallets =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;
	#[storage_alias]
	pub type Held = StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;
	/// What is tied up for other reasons.
	#[storage_alias]
	pub type Elsewhere =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;
	#[storage_alias]
	pub type Escrowed = StorageValue<Neighbours, LaborBalance, ValueQuery>;
	#[storage_alias]
	pub type Pool = StorageValue<Neighbours, LaborBalance, ValueQuery>;
	#[storage_alias]
	pub type Love = StorageMap<Neighbours, Blake2_128Concat, AccountId, LoveBalance, ValueQuery>;
	#[storage_alias]
	pub type Bonded = StorageMap<Neighbours, Blake2_128Concat, AccountId, LoveBalance, ValueQuery>;
	#[storage_alias]
	pub type Away = StorageMap<Neighbours, Blake2_128Concat, AccountId, bool, ValueQuery>;
	#[storage_alias]
	pub type Debt = StorageMap<Neighbours, Blake2_128Concat, AccountId, bool, ValueQuery>;
	#[storage_alias]
	pub type Delegates =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, Vec<AccountId>, ValueQuery>;
	#[storage_alias]
	pub type Session = StorageValue<Neighbours, u32, ValueQuery>;
	#[storage_alias]
	pub type Missing = StorageValue<Neighbours, bool, ValueQuery>;
	#[storage_alias]
	pub type Heard = StorageValue<Neighbours, Vec<String>, ValueQuery>;
	#[storage_alias]
	pub type Refuses = StorageValue<Neighbours, bool, ValueQuery>;
}

pub struct FakeDelegates;

impl InspectDelegates<AccountId> for FakeDelegates {
	fn delegates(who: &AccountId) -> Vec<AccountId> {
		remembered::Delegates::get(who)
	}
}

pub struct FakeLots;

impl InspectLots for FakeLots {
	fn session() -> u32 {
		remembered::Session::get()
	}

	fn lot(session: u32) -> Option<[u8; 32]> {
		let known = session + 2 <= Self::session() && !remembered::Missing::get();
		known.then(|| frame::hashing::blake2_256(&session.encode()))
	}
}

fn take(from: &mut u64, amount: u64) -> DispatchResult {
	*from = from.checked_sub(amount).ok_or(TokenError::FundsUnavailable)?;
	Ok(())
}

pub struct FakeLove;

impl InspectLove<AccountId> for FakeLove {
	fn counted(who: &AccountId) -> LoveBalance {
		remembered::Love::get(who)
	}
	fn is_on_leave(who: &AccountId) -> bool {
		remembered::Away::get(who)
	}
	fn is_in_debt(who: &AccountId) -> bool {
		remembered::Debt::get(who)
	}
	fn own_epoch(_: &AccountId) -> Option<Epoch> {
		Some(FakeEpochs::current())
	}
	fn earned_lately(_: &AccountId) -> LoveBalance {
		0
	}
}

impl SpendLove<AccountId> for FakeLove {
	fn burn(who: &AccountId, amount: LoveBalance) -> DispatchResult {
		ensure!(amount > 0, "nothing is burned");
		remembered::Love::try_mutate(who, |free| take(free, amount))
	}
	fn bond(who: &AccountId, amount: LoveBalance) -> DispatchResult {
		ensure!(amount > 0, "nothing is bonded");
		remembered::Love::try_mutate(who, |free| take(free, amount))?;
		remembered::Bonded::mutate(who, |bonded| *bonded += amount);
		Ok(())
	}
	fn unbond(who: &AccountId, amount: LoveBalance) {
		remembered::Bonded::mutate(who, |bonded| *bonded -= amount);
		remembered::Love::mutate(who, |free| *free += amount);
	}
	fn slash_bond(who: &AccountId, amount: LoveBalance) {
		remembered::Bonded::mutate(who, |bonded| *bonded -= amount);
	}
	fn penalise(_: &AccountId, _: LoveBalance) {}
	fn forgive(_: &AccountId, _: LoveBalance) {}
}

pub struct FakeLabor;

impl FakeLabor {
	fn take(source: &Source<AccountId>, amount: LaborBalance) -> DispatchResult {
		match source {
			Source::Held(who) => remembered::Held::try_mutate(who, |held| take(held, amount)),
			_ => remembered::Escrowed::try_mutate(|held| take(held, amount)),
		}
	}

	fn give(source: &Source<AccountId>, amount: LaborBalance) {
		match source {
			Source::Held(who) => remembered::Wallets::mutate(who, |free| *free += amount),
			_ => remembered::Pool::mutate(|pool| *pool += amount),
		}
	}
}

impl HoldLabor<AccountId> for FakeLabor {
	type Reason = RuntimeHoldReason;

	fn held(_: &RuntimeHoldReason, source: &Source<AccountId>) -> LaborBalance {
		match source {
			Source::Held(who) => remembered::Held::get(who),
			_ => remembered::Escrowed::get(),
		}
	}
	fn hold(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		match source {
			Source::Held(who) => {
				remembered::Wallets::try_mutate(who, |free| take(free, amount))?;
				remembered::Held::mutate(who, |held| *held += amount);
			},
			_ => {
				remembered::Pool::try_mutate(|free| take(free, amount))?;
				remembered::Escrowed::mutate(|held| *held += amount);
			},
		}
		Ok(())
	}
	fn release(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		Self::take(source, amount)?;
		Self::give(source, amount);
		Ok(())
	}
	fn rededicate(
		_: &RuntimeHoldReason,
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		let Source::Held(who) = source else { return Err(TokenError::Unsupported.into()) };
		remembered::Elsewhere::try_mutate(who, |tied| take(tied, amount))?;
		remembered::Held::mutate(who, |held| *held += amount);
		Ok(())
	}
	fn give_to(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		to: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		Self::take(source, amount)?;
		Self::give(to, amount);
		Ok(())
	}
	fn pass_to_escrow(
		_: &RuntimeHoldReason,
		who: &AccountId,
		_: MemberNumber,
		amount: LaborBalance,
	) -> DispatchResult {
		Self::take(&Source::Held(*who), amount)?;
		remembered::Escrowed::mutate(|held| *held += amount);
		Ok(())
	}
	fn pay_work(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		work: Work<AccountId>,
		left: Option<MemberNumber>,
	) -> DispatchResult {
		Self::take(source, work.labor)?;
		match left {
			Some(_) => remembered::Pool::mutate(|pool| *pool += work.labor),
			None => remembered::Wallets::mutate(work.worker, |free| *free += work.labor),
		}
		Ok(())
	}
}

pub struct Listener;

impl Listener {
	fn hear(what: String) -> DispatchResult {
		remembered::Heard::append(what);
		ensure!(!remembered::Refuses::get(), "it refuses");
		Ok(())
	}
}

impl SettleVerdict<AccountId> for Listener {
	fn on_verdict(_: Subject, verdict: &Verdict) -> DispatchResult {
		Self::hear(format!("verdict {}", verdict.quality().percent()))
	}
	fn settle(_: Subject, verdict: &Verdict, owed: &[Owed<AccountId>]) -> DispatchResult {
		let owed: Vec<_> = owed.iter().map(|owed| (owed.by, owed.amount)).collect();
		Self::hear(format!("settle {} {owed:?}", verdict.quality().percent()))
	}
	fn unjudged(_: Subject) -> DispatchResult {
		Self::hear("unjudged".into())
	}
}

/// What was heard since this was asked last.
pub fn heard() -> Vec<String> {
	remembered::Heard::take()
}

pub fn refuse() {
	remembered::Refuses::put(true);
}

/// A chain on which nobody judges yet.
pub fn new_test_ext() -> TestState {
	let genesis = RuntimeGenesisConfig::default();
	let mut ext: TestState = genesis.build_storage().expect("it is a genesis").into();
	ext.execute_with(|| {
		System::set_block_number(1);
		remembered::Session::put(1);
		remembered::Pool::put(100_000);
	});
	ext
}

/// So many enforcers, numbered from 1, and two sides.
pub fn set_up(count: u64) {
	for who in (1..=count).chain([ORDERER, WORKER]) {
		join(who);
	}
	for who in 1..=count {
		assert_ok!(Obligation::enrol(signed(who), 2));
	}
	System::reset_events();
}

/// Runs a test on a chain with so many enforcers, numbered from 1, two sides and a stranger.
pub fn with_enforcers(count: u64, test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		set_up(count);
		test();
		check_invariants();
	});
}

pub fn check_invariants() {
	Obligation::do_try_state().expect("every invariant holds");
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn join(who: AccountId) {
	FakeMembers::admit(&who, Class::Worker, who as MemberNumber);
	remembered::Wallets::insert(who, WALLET);
	remembered::Love::insert(who, LOVE);
}

pub fn leave(who: AccountId) {
	FakeMembers::dismiss(&who).expect("only members leave");
	<Obligation as artel_primitives::membership::OnMembership<_>>::on_leaving(&who, who as u32);
}

pub fn set_debt(who: AccountId, debt: bool) {
	remembered::Debt::insert(who, debt);
}

pub fn set_away(who: AccountId, away: bool) {
	remembered::Away::insert(who, away);
}

pub fn delegate(who: AccountId, to: AccountId) {
	remembered::Delegates::append(who, to);
}

pub fn set_missing(missing: bool) {
	remembered::Missing::put(missing);
}

pub fn pass(blocks: u32) {
	System::set_block_number(System::block_number() + u64::from(blocks));
}

pub fn pass_sessions(sessions: u32) {
	remembered::Session::mutate(|session| *session += sessions);
}

/// Ties up this much of what somebody has for another reason.
pub fn tie(who: AccountId, amount: LaborBalance) {
	remembered::Wallets::mutate(who, |free| *free -= amount);
	remembered::Elsewhere::mutate(who, |tied| *tied += amount);
}

pub fn tied_elsewhere(who: AccountId) -> LaborBalance {
	remembered::Elsewhere::get(who)
}

/// All LABOR, wherever it is, and what of it is on hold.
pub fn all_labor() -> (LaborBalance, LaborBalance) {
	let sum = |values: &mut dyn Iterator<Item = LaborBalance>| values.sum::<LaborBalance>();
	let held = sum(&mut remembered::Held::iter_values()) + remembered::Escrowed::get();
	let free = sum(&mut remembered::Wallets::iter_values())
		+ sum(&mut remembered::Elsewhere::iter_values())
		+ remembered::Pool::get();
	(free + held, held)
}

pub fn wallet(who: AccountId) -> LaborBalance {
	remembered::Wallets::get(who)
}

pub fn held(who: AccountId) -> LaborBalance {
	remembered::Held::get(who)
}

pub fn love(who: AccountId) -> (LoveBalance, LoveBalance) {
	(remembered::Love::get(who), remembered::Bonded::get(who))
}

pub fn quality(percent: u8) -> Quality {
	Quality::from_percent(percent).expect("it is a part")
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it fits")
}

pub fn new_case() -> NewCase<AccountId> {
	NewCase {
		subject: Subject::Delivery(7),
		orderer: ORDERER,
		worker: WORKER,
		others: Vec::new(),
		fee: Source::Held(ORDERER),
		recovers: Some((Side::Orderer, quality(50))),
		together: false,
		check: None,
	}
}

pub fn new_check() -> NewCase<AccountId> {
	let (session, paid) = (FakeLots::session(), System::block_number() as u32);
	NewCase {
		fee: Source::Reviews,
		recovers: None,
		together: true,
		check: Some(Check { session, paid }),
		..new_case()
	}
}

/// Opens a case, and says its number.
pub fn opened(case: NewCase<AccountId>) -> CaseId {
	Obligation::open(case, None).expect("there is LABOR").expect("there are enough")
}

/// Opens a case and has it drawn.
pub fn drawn() -> (CaseId, Vec<AccountId>) {
	let case = opened(new_case());
	pass_sessions(2);
	assert_ok!(Obligation::draw(signed(STRANGER), case));
	(case, places(case))
}

pub fn places(case: CaseId) -> Vec<AccountId> {
	match Cases::<Test>::get(case).expect("there is the case").stage {
		Stage::Drawn { places, .. } => places.into_iter().map(|place| place.who).collect(),
		_ => Vec::new(),
	}
}

pub fn salt(who: AccountId) -> [u8; 32] {
	[who as u8; 32]
}

pub fn error(called: DispatchResultWithPostInfo) -> DispatchResult {
	called.map(|_| ()).map_err(|refused| refused.error)
}

pub fn commit(who: AccountId, case: CaseId, score: u8) -> DispatchResult {
	let hash = commitment(quality(score), &salt(who), case, &who);
	error(Obligation::commit(signed(who), case, hash))
}

pub fn reveal(who: AccountId, case: CaseId, score: u8) -> DispatchResult {
	error(Obligation::reveal(signed(who), case, quality(score), salt(who), note("Weeds")))
}

pub fn denounce(by: AccountId, case: CaseId, who: AccountId, score: u8) -> DispatchResult {
	Obligation::denounce(signed(by), case, who, quality(score), salt(who))
}

pub fn draw(case: CaseId) -> DispatchResult {
	error(Obligation::draw(signed(STRANGER), case))
}

pub fn replace(case: CaseId) -> DispatchResult {
	error(Obligation::replace(signed(STRANGER), case))
}

pub fn close(case: CaseId) -> DispatchResult {
	error(Obligation::close(signed(STRANGER), case))
}

pub fn finish(case: CaseId) -> DispatchResult {
	error(Obligation::finish(signed(STRANGER), case))
}

/// Lets those who were drawn give these scores, and closes the case.
pub fn judge(case: CaseId, scores: &[u8]) {
	let who = places(case);
	for (who, score) in who.iter().zip(scores) {
		assert_ok!(commit(*who, case, *score));
	}
	let Some(Stage::Drawn { second_by, reveal_by, .. }) =
		Cases::<Test>::get(case).map(|case| case.stage)
	else {
		panic!("it is drawn")
	};
	System::set_block_number(u64::from(second_by) + 1);
	for (who, score) in who.iter().zip(scores) {
		assert_ok!(reveal(*who, case, *score));
	}
	System::set_block_number(u64::from(reveal_by) + 1);
	assert_ok!(close(case));
}

pub fn found(who: AccountId) -> Enforcer {
	Obligation::enforcer(&who).expect("they judge")
}

pub fn status(who: AccountId) -> Status {
	found(who).status(&Figures::DEFAULT.rules())
}
