// SPDX-License-Identifier: Apache-2.0

//! A chain of coin and this pallet, with its other neighbours faked by plain values.

pub use artel_primitives::testing::{FakeEpochs, FakeMembers};

use crate as pallet_requests;
use crate::*;
use artel_primitives::{units::ART, verdict::CaseId};
use frame::{deps::sp_runtime::TokenError, testing_prelude::*, traits::IdentityLookup};

pub type AccountId = u64;

/// A client, who is no member.
pub const CLIENT: AccountId = 100;
/// Another one.
pub const OTHER: AccountId = 101;
/// Decides on what is disputed.
pub const ARTEL: AccountId = 103;
/// An account of the chain itself.
pub const NOBODYS: AccountId = 104;
/// Where commissions go.
pub const FUND: AccountId = 105;
/// What everybody has at first, of both.
pub const COIN: Balance = 100_000 * ART;
pub const WALLET: LaborBalance = 10_000;
/// What a review costs.
pub const FEE: LaborBalance = 20;
pub const DEPOSIT: Balance = 5 * ART;
/// The least that an account holds.
pub const DUST: Balance = ART / 100;

construct_runtime! {
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Requests: pallet_requests,
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
	type ExistentialDeposit = LeastBalance;
}

/// How many blocks the artel has to decide.
pub const DECISION: u32 = 8;

parameter_types! {
	pub const PostDeposit: Balance = DEPOSIT;
	pub storage LeastBalance: Balance = DUST;
}

ord_parameter_types! {
	pub const Artel: AccountId = ARTEL;
}

impl pallet_requests::Config for Test {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Neighbour;
	type Cases = Neighbour;
	type Coin = Balances;
	type Commission = Neighbour;
	type Epochs = FakeEpochs;
	type Labor = Neighbour;
	type MaxOpenOfMember = ConstU32<8>;
	type MaxOpenOfOutsider = ConstU32<4>;
	type Members = FakeMembers;
	type OnWorkPaid = Neighbour;
	type PostDeposit = PostDeposit;
	type Rate = Neighbour;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = EnsureSigned<AccountId>;
	type SystemAccounts = Neighbour;
	type TimeToJudge = ConstU64<{ DECISION as u64 }>;
	type WeightInfo = ();
	type WorkOrigin = EnsureSignedBy<Artel, AccountId>;
}

/// Stands for everybody else.
pub struct Neighbour;

#[storage_alias]
pub type Wallets = StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;
#[storage_alias]
pub type Tied = StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;
#[storage_alias]
pub type Escrowed = StorageValue<Neighbours, LaborBalance, ValueQuery>;
#[storage_alias]
pub type Pool = StorageValue<Neighbours, LaborBalance, ValueQuery>;
#[storage_alias]
pub type Works = StorageValue<Neighbours, Vec<Work<AccountId>>, ValueQuery>;
#[storage_alias]
pub type TooFew = StorageValue<Neighbours, bool, ValueQuery>;
#[storage_alias]
pub type LastCase = StorageValue<Neighbours, CaseId, ValueQuery>;
/// How many percent of what clients pay are the fund's, if not ten.
#[storage_alias]
pub type Commission = StorageValue<Neighbours, u32, OptionQuery>;

fn take(from: &mut LaborBalance, amount: LaborBalance) -> DispatchResult {
	*from = from.checked_sub(amount).ok_or(TokenError::FundsUnavailable)?;
	Ok(())
}

fn untie(source: &Source<AccountId>, amount: LaborBalance) -> DispatchResult {
	match source {
		Source::Held(who) => Tied::try_mutate(who, |tied| take(tied, amount)),
		_ => Escrowed::try_mutate(|tied| take(tied, amount)),
	}
}

fn give(to: &Source<AccountId>, amount: LaborBalance) {
	match to {
		Source::Held(who) => Wallets::mutate(who, |free| *free += amount),
		_ => Pool::mutate(|pool| *pool += amount),
	}
}

impl HoldLabor<AccountId> for Neighbour {
	type Reason = RuntimeHoldReason;

	fn held(_: &RuntimeHoldReason, source: &Source<AccountId>) -> LaborBalance {
		match source {
			Source::Held(who) => Tied::get(who),
			_ => Escrowed::get(),
		}
	}

	fn hold(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		let Source::Held(who) = source else { panic!("only members hold") };
		Wallets::try_mutate(who, |free| take(free, amount))?;
		Tied::mutate(who, |tied| *tied += amount);
		Ok(())
	}

	fn release(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		untie(source, amount)?;
		give(source, amount);
		Ok(())
	}

	fn rededicate(
		_: &RuntimeHoldReason,
		_: &RuntimeHoldReason,
		_: &Source<AccountId>,
		_: LaborBalance,
	) -> DispatchResult {
		panic!("nothing is tied up for another reason")
	}

	fn give_to(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		to: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		untie(source, amount)?;
		give(to, amount);
		Ok(())
	}

	fn pass_to_escrow(
		_: &RuntimeHoldReason,
		who: &AccountId,
		_: MemberNumber,
		amount: LaborBalance,
	) -> DispatchResult {
		untie(&Source::Held(*who), amount)?;
		Escrowed::mutate(|escrowed| *escrowed += amount);
		Ok(())
	}

	fn pay_work(
		_: &RuntimeHoldReason,
		source: &Source<AccountId>,
		work: Work<AccountId>,
		left: Option<MemberNumber>,
	) -> DispatchResult {
		untie(source, work.labor)?;
		match left {
			Some(_) => Pool::mutate(|pool| *pool += work.labor),
			None => give(&Source::Held(work.worker), work.labor),
		}
		Works::append(work);
		Ok(())
	}
}

impl OpenCases<AccountId> for Neighbour {
	type Reason = RuntimeHoldReason;

	fn fee() -> LaborBalance {
		FEE
	}

	fn open(
		case: NewCase<AccountId>,
		_: Option<&RuntimeHoldReason>,
	) -> Result<Option<CaseId>, DispatchError> {
		let Source::Held(who) = case.fee else { panic!("workers pay the fee") };
		if TooFew::get() {
			return Ok(None);
		}
		// Those who judge have it for sure.
		Wallets::try_mutate(who, |free| take(free, FEE))?;
		Pool::mutate(|pool| *pool += FEE);
		LastCase::mutate(|last| *last += 1);
		Ok(Some(LastCase::get()))
	}

	fn withdraw(_: CaseId) -> DispatchResult {
		panic!("no request withdraws a case")
	}
}

impl InspectRate for Neighbour {
	fn reference_rate() -> Balance {
		30 * ART
	}

	fn commission_of(paid: Balance) -> Balance {
		paid.saturating_mul(Commission::get().map_or(10, Balance::from)).div_ceil(100)
	}
}

impl TakeCommission<AccountId> for Neighbour {
	fn take_commission(from: &AccountId, amount: Balance) -> DispatchResult {
		let keep = frame::deps::frame_support::traits::tokens::Preservation::Preserve;
		<Balances as Mutate<_>>::transfer(from, &FUND, amount, keep).map(|_| ())
	}
}

impl OnWorkPaid<AccountId> for Neighbour {
	fn on_work_paid(work: &Work<AccountId>, _: LaborBalance) {
		Works::append(work.clone());
	}
}

impl Contains<AccountId> for Neighbour {
	fn contains(who: &AccountId) -> bool {
		*who == NOBODYS
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Neighbour {
	fn make_worker(index: u32) -> AccountId {
		let who = AccountId::from(index) + 1_000;
		FakeMembers::admit(&who, Class::Worker, index + 1_000);
		Self::enrich(&who);
		who
	}

	fn make_outsider(index: u32) -> AccountId {
		let who = AccountId::from(index) + 2_000;
		Self::enrich(&who);
		who
	}

	fn enrich(who: &AccountId) {
		Wallets::mutate(who, |free| *free += 10 * LABOR);
		Balances::mint_into(who, COIN).expect("there is room for it");
	}

	fn set_judges(are_enough: bool) {
		TooFew::put(!are_enough);
	}
}

/// A chain of twenty workers and two clients.
pub fn new_test_ext() -> TestState {
	let all = (1..=20).chain([CLIENT, OTHER, NOBODYS, FUND]);
	let balances = all.map(|who| (who, COIN)).collect();
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
		..Default::default()
	};
	let mut ext: TestState = genesis.build_storage().expect("it is a genesis").into();
	ext.execute_with(|| {
		System::set_block_number(1);
		(1..=20).for_each(join);
	});
	ext
}

/// Runs a test on it, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		let (coin, labor) = (Balances::total_issuance(), all_labor());
		test();
		Requests::do_try_state().expect("every invariant holds");
		assert_eq!((coin, labor), (Balances::total_issuance(), all_labor()), "nothing is lost");
	});
}

/// This one becomes a worker, with LABOR if they have had none.
pub fn join(who: AccountId) {
	FakeMembers::admit(&who, Class::Worker, who as MemberNumber);
	if !Wallets::contains_key(who) {
		Wallets::insert(who, WALLET);
	}
}

pub fn all_labor() -> LaborBalance {
	let own = Wallets::iter_values().sum::<u64>() + Tied::iter_values().sum::<u64>();
	own + Escrowed::get() + Pool::get()
}

pub fn leave(who: AccountId) {
	let (_, number) = FakeMembers::dismiss(&who).expect("only members leave");
	Requests::on_leaving(&who, number);
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it fits in a note")
}

pub fn quality(percent: u8) -> Quality {
	Quality::from_percent(percent).expect("it is a part")
}

pub fn in_art(art: Balance) -> TermsOf<Test> {
	let reward = Reward::Art { base_units_of_art: art * ART };
	Terms { reward, wanted: 3, minimum: quality(60), places: 12, deadline: 100 }
}

pub fn in_labor(hundredths_of_labor: LaborBalance) -> TermsOf<Test> {
	Terms { reward: Reward::Labor { hundredths_of_labor }, ..in_art(0) }
}

pub fn post(who: AccountId, terms: TermsOf<Test>) -> DispatchResult {
	Requests::post(RuntimeOrigin::signed(who), note("A drawing"), note("It is fair"), terms)
}

pub fn submit(who: AccountId, request: RequestId) -> DispatchResult {
	Requests::submit(RuntimeOrigin::signed(who), request, note("ipfs"))
}

/// The verdict on a submission, whose worker held the fee.
pub fn judge(request: RequestId, place: u32, percent: u8) -> DispatchResult {
	let worker = Submissions::<Test>::get(request, place).map_or(0, |found| found.worker);
	let owed = Owed { by: Side::Orderer, to: Source::Held(worker), amount: FEE };
	let good = percent >= 60;
	let owed = if good { vec![owed] } else { vec![] };
	let verdict = Verdict::new(1, vec![quality(percent)]);
	Requests::settle(Subject::Submission(request, place), &verdict, &owed)
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// What is done costs nothing, and what is not has an error.
fn free(done: DispatchResultWithPostInfo) -> DispatchResult {
	done.map(|info| assert_eq!(info.pays_fee, Pays::No)).map_err(|refused| refused.error)
}

pub fn pay(request: RequestId, place: u32) -> DispatchResult {
	free(Requests::pay(signed(OTHER), request, place))
}

pub fn close(request: RequestId) -> DispatchResult {
	free(Requests::close(signed(OTHER), request))
}

pub fn clear(request: RequestId, place: u32) -> DispatchResult {
	free(Requests::clear(signed(OTHER), request, place))
}

pub fn close_submission(request: RequestId, place: u32) -> DispatchResult {
	free(Requests::close_submission(signed(OTHER), request, place))
}

pub fn cancel(who: AccountId, request: RequestId) -> DispatchResult {
	Requests::cancel(signed(who), request)
}

pub fn accept(who: AccountId, request: RequestId, place: u32, percent: u8) -> DispatchResult {
	Requests::accept(signed(who), request, place, quality(percent))
}

pub fn dispute(who: AccountId, request: RequestId, place: u32) -> DispatchResult {
	Requests::dispute(signed(who), request, place, note("It is a copy"))
}

pub fn decide(request: RequestId, place: u32, percent: u8) -> DispatchResult {
	Requests::decide(signed(ARTEL), request, place, quality(percent))
}

pub fn unjudged(request: RequestId, place: u32) -> DispatchResult {
	Requests::unjudged(Subject::Submission(request, place))
}

/// Lets so many blocks pass, and one more.
pub fn pass(blocks: u32) {
	System::set_block_number(System::block_number() + u64::from(blocks) + 1);
}

pub fn request(number: RequestId) -> RequestOf<Test> {
	Requests::request(number).expect("there is such a request")
}

pub fn stage(request: RequestId, place: u32) -> Stage<u64> {
	Submissions::<Test>::get(request, place).expect("there is such a submission").stage
}

/// The coin that this one can spend.
pub fn coin(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// What of it is on hold.
pub fn held(who: AccountId) -> Balance {
	Balances::reserved_balance(who)
}

pub fn last_event() -> Event<Test> {
	System::read_events_for_pallet::<Event<Test>>().pop().expect("something has happened")
}
