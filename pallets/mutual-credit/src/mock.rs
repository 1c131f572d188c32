// SPDX-License-Identifier: Apache-2.0

//! A chain of the ledger and this pallet, with its neighbours faked by plain values.

pub use artel_primitives::testing::{FakeEpochs, FakeMembers};

use crate as pallet_mutual_credit;
use crate::*;
use artel_primitives::{delivery::DeliveryId, ripening::unripe_since, work::Minutes};
use frame::{testing_prelude::*, traits::IdentityLookup};

/// Long enough for two accounts of one pallet.
pub type AccountId = u128;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
/// No members, until they join.
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;

/// LABOR for each member.
pub const K: LaborBalance = 4_000;
/// Each of the two grants.
pub const GRANT: LaborBalance = 1_000;
/// The holding cap.
pub const CAP: LaborBalance = 12_000;
/// The last block by which anything is to be done.
pub const DEADLINE: u64 = 50;
/// What deliveries answer where they refuse an order.
pub const REFUSED: DispatchError = DispatchError::Unavailable;

/// Another pallet, for which LABOR is tied up as well.
#[frame::pallet]
pub mod pallet_elsewhere {
	use frame::prelude::*;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// What it ties LABOR up for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Work.
		#[codec(index = 0)]
		Work,
	}
}

construct_runtime! {
	pub struct Test {
		System: frame_system,
		Labor: pallet_balances::<Instance1>,
		Elsewhere: pallet_elsewhere,
		MutualCredit: pallet_mutual_credit,
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<LaborBalance>;
	type AccountId = AccountId;
	type Block = MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

impl pallet_balances::Config<pallet_balances::Instance1> for Test {
	type AccountStore = System;
	type Balance = LaborBalance;
	type DoneSlashHandler = ();
	type DustRemoval = ();
	type ExistentialDeposit = ConstU64<1>;
	type FreezeIdentifier = ();
	type MaxFreezes = ConstU32<0>;
	type MaxLocks = ConstU32<0>;
	type MaxReserves = ConstU32<0>;
	type ReserveIdentifier = ();
	type RuntimeEvent = RuntimeEvent;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = ();
}

impl pallet_elsewhere::Config for Test {}

ord_parameter_types! {}

parameter_types! {
	pub const Account: PalletId = PalletId(*b"artel/mc");
}

impl pallet_mutual_credit::Config for Test {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = FakeMembers;
	type Credits = FakeCredits;
	type Deliveries = FakeDeliveries;
	type Epochs = FakeEpochs;
	type Labor = Labor;
	type MaxOffers = ConstU32<3>;
	type MaxPayouts = ConstU32<4>;
	type Members = FakeMembers;
	type OnExitClaim = Listener;
	type OnWorkPaid = Listener;
	type PalletId = Account;
	type Ripening = FakeLove;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Signed = EnsureSigned<AccountId>;
	type WeightInfo = ();
}

/// What the neighbours remember. It is storage, so that a call that fails leaves no trace in it.
pub mod remembered {
	use super::*;

	#[storage_alias]
	pub type Credits =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, Option<Credit>, ValueQuery>;

	#[storage_alias]
	pub type Works = StorageValue<Neighbours, Vec<Work<AccountId>>, ValueQuery>;

	#[storage_alias]
	pub type LateWorks = StorageValue<Neighbours, Vec<(Work<AccountId>, MemberNumber)>, ValueQuery>;

	#[storage_alias]
	pub type Claims =
		StorageValue<Neighbours, Vec<(AccountId, MemberNumber, LaborBalance)>, ValueQuery>;

	/// What was ordered.
	#[storage_alias]
	pub type Orders = StorageValue<Neighbours, Vec<Order<AccountId, u64>>, ValueQuery>;

	/// Whether deliveries refuse whatever is ordered.
	#[storage_alias]
	pub type Refuse = StorageValue<Neighbours, bool, ValueQuery>;

	#[storage_alias]
	pub type Jobs = StorageMap<Neighbours, Twox64Concat, JobId, Job, OptionQuery>;

	#[storage_alias]
	pub type LastJob = StorageValue<Neighbours, JobId, ValueQuery>;

	/// What of a work counts, in percent less a hundred.
	#[storage_alias]
	pub type Discount = StorageValue<Neighbours, u8, ValueQuery>;

	/// The last number that was given, where numbers follow one another.
	#[storage_alias]
	pub type LastNumber = StorageValue<Neighbours, MemberNumber, ValueQuery>;

	#[storage_alias]
	pub type RipensIn = StorageValue<Neighbours, Epoch, ValueQuery>;
}

use remembered::*;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for FakeMembers {
	fn make_member(who: &AccountId) {
		join(*who, Class::Worker);
	}
}

/// Stands for what keeps work under way: writes down what is ordered.
pub struct FakeDeliveries;

impl OpenDelivery<AccountId, u64> for FakeDeliveries {
	fn open(order: Order<AccountId, u64>) -> Result<DeliveryId, DispatchError> {
		ensure!(!Refuse::get(), REFUSED);
		Orders::append(&order);
		Ok(Orders::get().len() as DeliveryId)
	}

	fn longest() -> u64 {
		DEADLINE
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn leave_room_for_one(_: &AccountId) {}
}

/// The number of a job.
pub type JobId = u32;

/// Work that another pallet has under way, and what is tied up for it.
#[derive(Encode, Decode, Clone, PartialEq, Eq, Debug)]
pub struct Job {
	/// Where what is left of its price is.
	pub source: Source<AccountId>,
	/// The member who pays, though they may have left; none if the commons do.
	pub payer: Option<AccountId>,
	pub worker: AccountId,
	/// The number of the worker, if they have left since they took it on.
	pub left: Option<MemberNumber>,
	/// What is tied up.
	pub labor: LaborBalance,
	pub stream: Stream,
}

/// Keeps each member's credit.
pub struct FakeCredits;

impl StoredMap<AccountId, Option<Credit>> for FakeCredits {
	fn get(who: &AccountId) -> Option<Credit> {
		Credits::get(who)
	}

	fn try_mutate_exists<R, E: From<DispatchError>>(
		who: &AccountId,
		change: impl FnOnce(&mut Option<Option<Credit>>) -> Result<R, E>,
	) -> Result<R, E> {
		let mut credit = Some(Credits::get(who)).filter(Option::is_some);
		let result = change(&mut credit)?;
		match credit.flatten() {
			Some(credit) => Credits::insert(who, Some(credit)),
			None => Credits::remove(who),
		}
		Ok(result)
	}
}

/// Writes down what it hears.
pub struct Listener;

/// Counts a part of every work, as reputation would, in whose place it stands.
impl OnWorkPaid<AccountId> for Listener {
	fn on_work_paid(work: &Work<AccountId>, net: LaborBalance) {
		Works::append(work);
		let counts = Percent::from_percent(100 - Discount::get());
		MutualCredit::on_work_counted(work, counts.mul_floor(net), FakeEpochs::current());
	}

	fn on_late_work_paid(work: &Work<AccountId>, number: MemberNumber) {
		LateWorks::append((work, number));
	}
}

impl OnExitClaim<AccountId> for Listener {
	fn on_exit_claim(who: &AccountId, number: MemberNumber, amount: LaborBalance) {
		Claims::append((*who, number, amount));
	}
}

/// Tells by which epoch earnings ripen: nobody is on leave here.
pub struct FakeLove;

impl InspectRipening<AccountId> for FakeLove {
	fn unripe_since(_: &AccountId) -> Epoch {
		unripe_since(FakeEpochs::current(), RipensIn::get())
	}
}

/// The chain in its first block, before anybody has joined.
pub fn new_test_ext() -> TestState {
	let figures = Figures { allotment: K, ..Figures::DEFAULT };
	let genesis = RuntimeGenesisConfig {
		mutual_credit: GenesisConfig { figures, ..Default::default() },
		..Default::default()
	};
	let storage = genesis.build_storage().expect("the genesis of a test is sound");
	let mut ext = TestState::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs a test on a chain of the workers Alice, Bob and Charlie, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	build_with(&[ALICE, BOB, CHARLIE], test);
}

/// The same with other workers.
pub fn build_with(workers: &[AccountId], test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		for who in workers {
			join(*who, Class::Worker);
		}
		System::reset_events();
		test();
		check_invariants();
	});
}

/// The same when each of the three has got its first grant.
pub fn build_with_grants(test: impl FnOnce()) {
	build_and_execute(|| {
		with_first_grants(&[ALICE, BOB, CHARLIE]);
		test();
	});
}

/// Fails unless every invariant of the pallet and of the ledger holds.
pub fn check_invariants() {
	MutualCredit::do_try_state().expect("every invariant holds");
}

// What membership does.

/// Somebody joins by the number of their account.
pub fn join(who: AccountId, class: Class) {
	join_as(who, class, who as MemberNumber);
}

/// The same by another number.
pub fn join_as(who: AccountId, class: Class, number: MemberNumber) {
	FakeMembers::admit(&who, class, number);
	System::inc_providers(&who);
	MutualCredit::on_joined(&who, &Admission { number, class, backing: Backing::Backed });
}

/// Lets somebody leave, or be expelled, which is the same here.
///
/// What they have under way goes on: the other pallet, before anybody settles, puts into escrow what they
/// pay with, and notes the number of whoever works.
pub fn leave(who: AccountId) {
	let number = FakeMembers::number(&who).expect("only members leave");
	for (id, mut job) in Jobs::iter().collect::<Vec<_>>() {
		if job.source == Source::Held(who) {
			assert_ok!(MutualCredit::pass_to_escrow(&work_hold(), &who, number, job.labor));
			job.source = Source::Former(number);
		}
		if job.worker == who && job.left.is_none() {
			job.left = Some(number);
		}
		Jobs::insert(id, job);
	}
	let (class, _) = FakeMembers::dismiss(&who).expect("only members leave");
	MutualCredit::on_leaving(&who, number);
	MutualCredit::on_left(&who, number, class);
	System::dec_providers(&who).expect("nothing keeps a former member's account");
}

pub fn change_class(who: AccountId, to: Class) {
	let from = FakeMembers::reclass(&who, to).expect("only members have a class");
	MutualCredit::on_class_changed(&who, from, to, Backing::Backed);
}

/// Lets somebody who left be a member once more, by another number.
pub fn rejoin(who: AccountId, number: MemberNumber) {
	join_as(who, Class::Worker, number);
}

// What reputation does.

/// Lets no more than this part of what is paid count.
pub fn count_only(percent: u8) {
	Discount::put(100 - percent);
}

/// Lets so many epochs lie between a payment and what it counts for.
pub fn ripen_in(epochs: Epoch) {
	RipensIn::put(epochs);
}

// What time and the artel do.

pub fn set_epoch(epoch: Epoch) {
	FakeEpochs::set(epoch);
}

/// The artel decides on other figures, as far as it can.
pub fn govern(change: impl FnOnce(&mut Figures)) {
	assert_ok!(try_govern(change));
}

pub fn try_govern(change: impl FnOnce(&mut Figures)) -> DispatchResult {
	let mut figures = MutualCredit::figures();
	change(&mut figures);
	ensure!(figures.are_possible(), IMPOSSIBLE);
	MutualCredit::govern(figures)
}

/// Why the artel cannot choose some figures.
pub const IMPOSSIBLE: DispatchError = DispatchError::Other("impossible figures");

// What members do.

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn line(text: &str) -> Line {
	Line::try_from(text).expect("it fits on a line")
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it fits in a note")
}

pub fn hourly(percent: u8) -> Unit {
	Unit::Hour { rate: Percent::from_percent(percent) }
}

/// A part of any size, even beyond a whole, which neither decodes nor follows from arithmetic.
pub fn impossible(percent: u8) -> Percent {
	serde_json::from_value(percent.into()).expect("it is checked nowhere else")
}

/// A task at the full rate, or as near below as whole minutes allow.
pub fn task(price: LaborBalance) -> Unit {
	Unit::Task { price, minutes: time_for(price) }
}

/// The minutes that so much LABOR pays at the full rate, rounded up.
pub fn time_for(amount: LaborBalance) -> Minutes {
	(amount * 180).div_ceil(100) as Minutes
}

pub fn pay(from: AccountId, to: AccountId, amount: LaborBalance) -> DispatchResult {
	MutualCredit::pay(signed(from), to, amount, note("a favour"))
}

pub fn publish(who: AccountId, unit: Unit) -> OfferId {
	assert_ok!(MutualCredit::publish_offer(signed(who), line("Bicycle repair"), unit));
	LastOffer::<Test>::get()
}

/// Has these members publish something and withdraw it, so that each owns its first grant.
pub fn with_first_grants(members: &[AccountId]) {
	for who in members {
		let offer = publish(*who, hourly(80));
		assert_ok!(MutualCredit::withdraw_offer(signed(*who), offer));
	}
	System::reset_events();
}

pub fn place(buyer: AccountId, offer: OfferId, quantity: u32) -> DispatchResult {
	MutualCredit::place_order(signed(buyer), offer, quantity, DEADLINE, note("the blue one"))
}

// What other pallets do.

/// Why another pallet ties up LABOR.
pub fn work_hold() -> RuntimeHoldReason {
	pallet_elsewhere::HoldReason::Work.into()
}

/// Ties up of its source what a job is to cost.
pub fn begin(job: Job) -> Result<JobId, DispatchError> {
	MutualCredit::hold(&work_hold(), &job.source, job.labor)?;
	let id = LastJob::get() + 1;
	LastJob::put(id);
	Jobs::insert(id, job);
	Ok(id)
}

/// Work that a member hires another for, at this price.
pub fn hire(payer: AccountId, worker: AccountId, labor: LaborBalance) -> Job {
	let (source, stream) = (Source::Held(payer), Stream::Livelihood);
	Job { source, payer: Some(payer), worker, left: None, labor, stream }
}

/// Work that the pool pays, without a contribution.
pub fn common_work(stream: Stream, worker: AccountId, labor: LaborBalance) -> Job {
	Job { source: Source::Escrow, payer: None, worker, left: None, labor, stream }
}

/// The same as [`hire`], with the price tied up.
pub fn hired(payer: AccountId, worker: AccountId, labor: LaborBalance) -> JobId {
	begin(hire(payer, worker, labor)).expect("the payer has so much")
}

/// Takes this much out of what is tied up for a job, and says where it is and whom it is for.
fn draw(id: JobId, labor: LaborBalance) -> Job {
	let mut job = Jobs::get(id).expect("it is under way");
	job.labor -= labor;
	Jobs::set(id, Some(job.clone()).filter(|job| job.labor > 0));
	job
}

/// Pays a part of a job.
pub fn pay_for(id: JobId, minutes: Minutes, labor: LaborBalance) -> DispatchResult {
	let Job { source, payer, worker, left, stream, .. } = draw(id, labor);
	let work = Work { worker, minutes, labor, stream, payer };
	MutualCredit::pay_work(&work_hold(), &source, work, left)
}

/// Gives back a part of what is tied up for a job.
pub fn give_back(id: JobId, labor: LaborBalance) -> DispatchResult {
	MutualCredit::release(&work_hold(), &draw(id, labor).source, labor)
}

/// Gives back what is not earned of a job, and pays so many percent of it.
pub fn finish(id: JobId, percent: u8) {
	let job = Jobs::get(id).expect("it is under way");
	let part = Percent::from_percent(percent);
	let (labor, minutes) = (part.mul_floor(job.labor), part.mul_floor(time_for(job.labor)));
	assert_ok!(give_back(id, job.labor - labor));
	if labor > 0 {
		assert_ok!(pay_for(id, minutes, labor));
	}
}

/// Has somebody work for another member, who pays all of it.
pub fn work_for(payer: AccountId, worker: AccountId, labor: LaborBalance) {
	finish(hired(payer, worker, labor), 100);
}

/// Has the pool pay somebody for common work.
pub fn earn(who: AccountId, amount: LaborBalance) {
	earn_in(Stream::Commons, who, amount);
}

/// The same in any stream.
pub fn earn_in(stream: Stream, worker: AccountId, amount: LaborBalance) {
	finish(begin(common_work(stream, worker, amount)).expect("the pool has so much"), 100);
}

// What there is.

pub fn pool() -> AccountId {
	MutualCredit::pool()
}

pub fn escrow() -> AccountId {
	MutualCredit::escrow()
}

/// What somebody owns, free and on hold.
pub fn total(who: AccountId) -> LaborBalance {
	<MutualCredit as InspectLabor<_>>::wallet(&who)
}

/// What a member can spend.
pub fn free(who: AccountId) -> LaborBalance {
	Labor::free_balance(who)
}

pub fn wallet(who: AccountId) -> Wallet {
	MutualCredit::wallet(&who).expect("it is a member")
}

pub fn supply() -> SupplyState {
	MutualCredit::supply()
}

/// What was ordered since this was asked last.
pub fn placed() -> Vec<Order<AccountId, u64>> {
	Orders::take()
}

/// The works that were heard of since this was asked last.
pub fn heard() -> Vec<Work<AccountId>> {
	Works::take()
}

/// The works of former members that were heard of since this was asked last.
pub fn heard_late() -> Vec<(Work<AccountId>, MemberNumber)> {
	LateWorks::take()
}

/// The exit claims that were heard of since this was asked last.
pub fn claims() -> Vec<(AccountId, MemberNumber, LaborBalance)> {
	Claims::take()
}

/// The events of this pallet since the last time they were reset.
pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::MutualCredit(event) => Some(event),
			_ => None,
		})
		.collect()
}
