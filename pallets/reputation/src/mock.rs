// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet alone, with its neighbours faked by plain values.

use crate as pallet_reputation;
use crate::*;
use artel_primitives::{
	membership::Backing,
	testing::{FakeEpochs, FakeMembers},
	work::labor,
};
use frame::testing_prelude::*;

pub type AccountId = u64;

/// Speaks for the artel where LOVE is granted, and where it is withdrawn.
pub const ARTEL: AccountId = 100;
pub const WITHDRAWS: AccountId = 101;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
/// No members, until they join.
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;

/// Minutes of work that count in an epoch: sixty hours.
pub const LIMIT: Minutes = 3_600;

construct_runtime! {
	pub struct Test {
		System: frame_system,
		Reputation: pallet_reputation,
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
}

ord_parameter_types! {
	pub const Artel: AccountId = ARTEL;
	pub const Withdraws: AccountId = WITHDRAWS;
}

parameter_types! {
	/// Those who may not go on leave.
	pub static Kept: Vec<AccountId> = Vec::new();
}

impl pallet_reputation::Config for Test {
	type CareOrigin = EnsureSignedBy<Artel, AccountId>;
	type Epochs = FakeEpochs;
	type LeaveConditions = FakeDuty;
	type Members = FakeMembers;
	type OnLeave = Listener;
	type OnWorkCounted = Listener;
	type Signed = EnsureSigned<AccountId>;
	type WeightInfo = ();
	type WithdrawOrigin = EnsureSignedBy<Withdraws, AccountId>;
}

/// What the neighbours remember. It is storage, so that a call that fails leaves no trace in it.
mod remembered {
	use super::*;

	#[storage_alias]
	pub type LastNumber = StorageValue<Neighbours, MemberNumber, ValueQuery>;

	#[storage_alias]
	pub type Works = StorageValue<Neighbours, Vec<Heard>, ValueQuery>;

	#[storage_alias]
	pub type Gone = StorageValue<Neighbours, Vec<AccountId>, ValueQuery>;
}

use remembered::*;

/// Stands for the duty that some have.
pub struct FakeDuty;

impl LeaveConditions<AccountId> for FakeDuty {
	fn ensure_may_go(who: &AccountId) -> DispatchResult {
		ensure!(!Kept::get().contains(who), DispatchError::Other("banned"));
		Ok(())
	}
}

/// Work that counted, what the worker got for it, and which of its own epochs that was.
pub type Heard = (Work<AccountId>, LaborBalance, Epoch);

/// Writes down what it hears.
pub struct Listener;

impl OnWorkCounted<AccountId> for Listener {
	fn on_work_counted(work: &Work<AccountId>, net: LaborBalance, own_epoch: Epoch) {
		Works::append((work, net, own_epoch));
	}
}

impl OnLeave<AccountId> for Listener {
	fn on_leave(who: &AccountId) {
		Gone::append(who);
	}
}

/// Those who were heard to go on leave since this was asked last.
pub fn gone() -> Vec<AccountId> {
	Gone::take()
}

/// The chain in its first block, before anybody has joined. What work earns counts at once, unless a test is
/// about ripening.
pub fn new_test_ext() -> TestState {
	Kept::set(Vec::new());
	let figures = Figures { ripening: 0, ..Figures::DEFAULT };
	let genesis = RuntimeGenesisConfig {
		reputation: GenesisConfig { figures, ..Default::default() },
		..Default::default()
	};
	let storage = genesis.build_storage().expect("the genesis of a test is sound");
	let mut ext = TestState::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs a test on a chain of the members Alice, Bob and Charlie, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		for who in [ALICE, BOB, CHARLIE] {
			join(who);
		}
		test();
		check_invariants();
	});
}

/// The same where LOVE does not fade, so that every hundredth of it stays in sight.
pub fn build_without_decay(test: impl FnOnce()) {
	build_and_execute(|| {
		govern(|figures| figures.half_life = 0);
		test();
	});
}

/// Fails unless every invariant of the pallet holds.
pub fn check_invariants() {
	Reputation::do_try_state().expect("every invariant holds");
}

// What membership, duty, time and the artel do.

/// Somebody joins as a worker, by the number after the last.
pub fn join(who: AccountId) {
	let number = LastNumber::mutate(|last| {
		*last += 1;
		*last
	});
	let class = Class::Worker;
	FakeMembers::admit(&who, class, number);
	let admission = Admission { number, class, backing: Backing::Backed };
	Reputation::on_joined(&who, &admission);
}

/// Somebody leaves; nothing comes of it if they are no member.
pub fn leave_the_artel(who: AccountId) {
	let (class, number) = FakeMembers::dismiss(&who).unwrap_or((Class::Worker, 0));
	Reputation::on_left(&who, number, class);
}

pub fn number_of(who: AccountId) -> MemberNumber {
	FakeMembers::number(&who).expect("it is a member")
}

/// Has duty keep somebody from going on leave.
pub fn keep(who: AccountId) {
	Kept::mutate(|kept| kept.push(who));
}

pub fn release(who: AccountId) {
	Kept::mutate(|kept| kept.retain(|other| *other != who));
}

pub fn set_epoch(epoch: Epoch) {
	FakeEpochs::set(epoch);
}

pub fn epoch() -> Epoch {
	FakeEpochs::current()
}

pub fn pass_epochs(epochs: Epoch) {
	FakeEpochs::pass(epochs);
}

/// The artel decides on other figures.
pub fn govern(change: impl FnOnce(&mut Figures)) {
	let mut figures = Reputation::figures();
	change(&mut figures);
	assert!(figures.are_possible(), "the artel could not choose these");
	assert_ok!(Reputation::govern(figures));
}

// What members and the artel do to LOVE.

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it fits in a note")
}

/// Pays a work, and the worker gets all of it.
pub fn pay(work: Work<AccountId>) {
	let net = work.labor;
	pay_net(work, net);
}

/// Pays a work, of which the worker gets this much.
pub fn pay_net(work: Work<AccountId>, net: LaborBalance) {
	Reputation::on_work_paid(&work, net);
}

/// Pays a work of somebody who had this number, and has left.
pub fn pay_late(work: Work<AccountId>, number: MemberNumber) {
	Reputation::on_late_work_paid(&work, number);
}

/// A work at the full rate, which the commons pay.
pub fn work(worker: AccountId, minutes: Minutes) -> Work<AccountId> {
	Work { worker, minutes, labor: labor(minutes), stream: Stream::Care, payer: None }
}

/// Somebody works at the full rate, and the commons pay for it.
pub fn works(worker: AccountId, minutes: Minutes) {
	pay(work(worker, minutes));
}

/// The same by milestones, none of which is longer than what counts of one payment.
pub fn works_by_milestones(worker: AccountId, mut minutes: Minutes) {
	while minutes > 0 {
		let milestone = minutes.min(LIMIT);
		works(worker, milestone);
		minutes -= milestone;
	}
}

/// Somebody earns this much LOVE by milestones, as far as it has minutes left that count.
pub fn earns(worker: AccountId, mut love: LoveBalance) {
	while love > 0 {
		let part = love.min(1_000);
		let minutes = (part * 2 * 180).div_ceil(100) as Minutes;
		pay(Work { labor: part * 2, ..work(worker, minutes) });
		love -= part;
	}
}

/// Alice and Bob earn this much LOVE together, half each, in the epoch before the one that is then.
pub fn all_earn(love: LoveBalance) {
	for who in [ALICE, BOB] {
		pay(Work { labor: love, ..work(who, 1) });
	}
	pass_epochs(1);
}

pub fn recognise(from: AccountId, to: AccountId, amount: LoveBalance) -> DispatchResult {
	Reputation::recognise(signed(from), to, amount, note("an evening at a sickbed"))
}

pub fn grant(who: AccountId, amount: LoveBalance) -> DispatchResult {
	Reputation::grant(signed(ARTEL), who, amount, note("a year of such evenings"))
}

pub fn withdraw(who: AccountId, amount: LoveBalance) -> DispatchResult {
	Reputation::withdraw(signed(WITHDRAWS), who, amount, note("it was not so"))
}

pub fn take_leave(who: AccountId) -> DispatchResult {
	Reputation::take_leave(signed(who))
}

pub fn end_leave(who: AccountId) -> DispatchResult {
	Reputation::end_leave(signed(who))
}

// What there is.

/// All that a member may see of its LOVE.
pub fn love(who: AccountId) -> LoveState {
	Reputation::love(who).expect("it is a member")
}

/// LOVE that a member can spend.
pub fn free(who: AccountId) -> LoveBalance {
	love(who).free
}

/// LOVE that counts for a member's vote.
pub fn counted(who: AccountId) -> LoveBalance {
	<Reputation as InspectLove<AccountId>>::counted(&who)
}

/// LOVE of a member that has not ripened.
pub fn ripening(who: AccountId) -> LoveBalance {
	love(who).ripening
}

/// The works that were heard of since this was asked last.
pub fn heard() -> Vec<Work<AccountId>> {
	heard_in_full().into_iter().map(|(work, _, _)| work).collect()
}

/// The same, with what else was said of them.
pub fn heard_in_full() -> Vec<Heard> {
	Works::take()
}

/// The events of this pallet since this was asked last.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet();
	System::reset_events();
	events
}
