//! A chain of nothing but this pallet, with LABOR, LOVE and polls faked by plain values.

use crate as pallet_vote_basket;
use crate::*;
use artel_primitives::{
	labor::InspectLabor,
	text::{Line, Note},
	units::{LaborBalance, LoveBalance},
	vote::{ClassWeights, Ordering},
	work::Stream,
};
use frame::testing_prelude::*;

pub type AccountId = u64;
pub type BlockNumber = BlockNumberFor<Test>;

/// Members from the start, all of them workers.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
/// No members at the start.
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
pub const FERDIE: AccountId = 6;

/// Decides on topics.
pub const ARTEL: AccountId = 100;

/// A topic besides the general one, and another.
pub const GARDEN: TopicId = 1;
pub const KITCHEN: TopicId = 2;

/// The block in which the founders have joined, and the one in which a test begins.
pub const FOUNDED: BlockNumber = 1;
pub const TODAY: BlockNumber = 10;

construct_runtime!(
	pub struct Test {
		System: frame_system,
		VoteBasket: pallet_vote_basket,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Block = MockBlock<Test>;
	type Lookup = frame::traits::IdentityLookup<AccountId>;
}

ord_parameter_types! {
	pub const Artel: AccountId = ARTEL;
}

impl pallet_vote_basket::Config for Test {
	type TopicOrigin = EnsureSignedBy<Artel, AccountId>;
	type Labor = FakeLabor;
	type Love = FakeLove;
	type Polls = FakePolls;
	type Parameters = TestParameters;
	type MaxTopics = ConstU32<4>;
	type MaxDelegators = ConstU32<5>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = FakeMembers;
}

/// A poll of the fake.
#[derive(Encode, Decode, TypeInfo, MaxEncodedLen, Clone, PartialEq, Eq, Debug)]
pub struct Poll {
	pub tally: Tally,
	pub terms: Terms<AccountId, BlockNumber>,
	pub ended: bool,
}

/// What the neighbours remember. It is storage, so that a call that fails leaves no trace in it.
pub mod remembered {
	use super::*;

	#[storage_alias]
	pub type Wallets =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Love = StorageMap<Neighbours, Blake2_128Concat, AccountId, LoveBalance, ValueQuery>;

	#[storage_alias]
	pub type OnLeave = StorageMap<Neighbours, Blake2_128Concat, AccountId, (), OptionQuery>;

	#[storage_alias]
	pub type ClassWeight = StorageValue<Neighbours, ClassWeights, OptionQuery>;

	#[storage_alias]
	pub type Polls = StorageMap<Neighbours, Twox64Concat, PollId, Poll, OptionQuery>;

	#[storage_alias]
	pub type LastPoll = StorageValue<Neighbours, PollId, ValueQuery>;
}

pub struct TestParameters;

impl Get<Parameters> for TestParameters {
	fn get() -> Parameters {
		Parameters { class_weights: remembered::ClassWeight::get() }
	}
}

/// Knows what is in whose wallet.
pub struct FakeLabor;

impl InspectLabor<AccountId> for FakeLabor {
	fn wallet(who: &AccountId) -> LaborBalance {
		remembered::Wallets::get(who)
	}

	// The basket counts on its own what was earned; this one is less whatever was redeemed.
	fn earned(_: &AccountId) -> LaborBalance {
		0
	}

	fn free_pool() -> LaborBalance {
		0
	}
}

/// Knows who has how much LOVE, and who is on leave.
pub struct FakeLove;

impl InspectLove<AccountId> for FakeLove {
	fn counted(who: &AccountId) -> LoveBalance {
		match Self::is_on_leave(who) {
			true => 0,
			false => remembered::Love::get(who),
		}
	}

	fn is_on_leave(who: &AccountId) -> bool {
		remembered::OnLeave::contains_key(who)
	}
}

/// A ballot box.
pub struct FakePolls;

impl Polling<Tally> for FakePolls {
	type Index = PollId;
	type Votes = VoteBalance;
	type Class = Terms<AccountId, BlockNumber>;
	type Moment = BlockNumber;

	fn classes() -> Vec<Self::Class> {
		Vec::new()
	}

	fn as_ongoing(index: PollId) -> Option<(Tally, Self::Class)> {
		remembered::Polls::get(index)
			.filter(|poll| !poll.ended)
			.map(|poll| (poll.tally, poll.terms))
	}

	fn access_poll<R>(
		index: PollId,
		access: impl FnOnce(PollStatus<&mut Tally, BlockNumber, Self::Class>) -> R,
	) -> R {
		let Some(mut poll) = remembered::Polls::get(index) else {
			return access(PollStatus::None);
		};
		if poll.ended {
			return access(PollStatus::Completed(System::block_number(), false));
		}
		let result = access(PollStatus::Ongoing(&mut poll.tally, poll.terms.clone()));
		remembered::Polls::insert(index, poll);
		result
	}

	fn try_access_poll<R>(
		index: PollId,
		access: impl FnOnce(
			PollStatus<&mut Tally, BlockNumber, Self::Class>,
		) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		let before = remembered::Polls::get(index);
		let result = Self::access_poll(index, access);
		if result.is_err() {
			remembered::Polls::set(index, before);
		}
		result
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_ongoing(terms: Self::Class) -> Result<PollId, ()> {
		Ok(open_with(terms))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn end_ongoing(index: PollId, _: bool) -> Result<(), ()> {
		Self::as_ongoing(index).ok_or(())?;
		close(index);
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn max_ongoing() -> (Self::Class, u32) {
		(terms(GENERAL), u32::MAX)
	}
}

/// Lets members join, and makes them rich.
#[cfg(feature = "runtime-benchmarks")]
pub struct FakeMembers;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for FakeMembers {
	fn make_member(who: &AccountId) {
		join(*who, Class::Worker);
	}

	fn enrich(who: &AccountId) {
		earn(*who, 1_000);
	}
}

/// The chain as it begins: Alice, Bob and Charlie have been workers for some time.
pub fn new_test_ext() -> TestState {
	let mut ext = TestState::new_empty();
	ext.execute_with(|| {
		System::set_block_number(FOUNDED);
		for who in [ALICE, BOB, CHARLIE] {
			join(who, Class::Worker);
		}
		System::set_block_number(TODAY);
		set_topics(&[GARDEN, KITCHEN]);
		System::reset_events();
	});
	ext
}

/// Runs a test on that chain, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		check_invariants();
	});
}

/// Fails unless every invariant of the pallet holds.
pub fn check_invariants() {
	VoteBasket::do_try_state().expect("every invariant holds");
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn line(text: &str) -> Line {
	Line::try_from(text).expect("a title in a test fits on a line")
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("a note in a test is short")
}

// Members.

pub fn join(who: AccountId, class: Class) {
	VoteBasket::on_joined(&who, class);
}

pub fn leave(who: AccountId) {
	VoteBasket::on_left(&who, class_of(who));
}

pub fn change_class(who: AccountId, to: Class) {
	VoteBasket::on_class_changed(&who, class_of(who), to);
}

fn class_of(who: AccountId) -> Class {
	Baskets::<Test>::get(who).expect("it is a member").class
}

// LABOR and LOVE.

/// Somebody works for this much LABOR, and gets half as much LOVE.
pub fn earn(who: AccountId, labor: LaborBalance) {
	count_work(who, labor);
	set_wallet(who, remembered::Wallets::get(who) + labor);
	set_love(who, remembered::Love::get(who) + labor / 2);
}

/// Work counts, but nothing else is said of it.
pub fn count_work(worker: AccountId, labor: LaborBalance) {
	let work =
		Work { worker, minutes: 180, labor, stream: Stream::Livelihood, payer: Some(FERDIE) };
	VoteBasket::on_work_counted(&work);
}

pub fn wallet(who: AccountId) -> LaborBalance {
	remembered::Wallets::get(who)
}

pub fn set_wallet(who: AccountId, amount: LaborBalance) {
	remembered::Wallets::insert(who, amount);
}

pub fn set_love(who: AccountId, amount: LoveBalance) {
	remembered::Love::insert(who, amount);
}

/// LABOR changes hands without any work.
pub fn lend(from: AccountId, to: AccountId, amount: LaborBalance) {
	set_wallet(from, wallet(from).checked_sub(amount).expect("nobody lends what it has not"));
	set_wallet(to, wallet(to) + amount);
}

pub fn go_on_leave(who: AccountId) {
	remembered::OnLeave::insert(who, ());
}

pub fn come_back(who: AccountId) {
	remembered::OnLeave::remove(who);
}

// Topics and class weights.

pub fn topic(number: TopicId) -> Topic {
	Topic { number, title: line("Something to decide") }
}

pub fn set_topics(numbers: &[TopicId]) {
	let topics: Vec<_> = numbers.iter().copied().map(topic).collect();
	let topics = topics.try_into().expect("there are few topics in a test");
	assert_ok!(VoteBasket::set_topics(signed(ARTEL), topics));
}

pub fn set_class_weights(workers: u8, users: u8, supporters: u8) {
	remembered::ClassWeight::put(ClassWeights { workers, users, supporters });
}

// Polls.

/// A vote for or against something on this topic, for whoever is a member now.
pub fn terms(topic: TopicId) -> Terms<AccountId, BlockNumber> {
	let joined_by = System::block_number();
	Terms { topic, joined_by, concerns: None, options: 0, may_change: true }
}

/// Opens a vote for or against something on this topic.
pub fn open(topic: TopicId) -> PollId {
	open_with(terms(topic))
}

/// Opens a question with this many options.
pub fn ask(options: u8) -> PollId {
	open_with(Terms { options, ..terms(GENERAL) })
}

pub fn open_with(terms: Terms<AccountId, BlockNumber>) -> PollId {
	let number = remembered::LastPoll::mutate(|last| {
		*last += 1;
		*last
	});
	let poll = Poll { tally: Tally::new(terms.options), terms, ended: false };
	remembered::Polls::insert(number, poll);
	number
}

fn with_poll(poll: PollId, change: impl FnOnce(&mut Poll)) {
	remembered::Polls::mutate(poll, |poll| change(poll.as_mut().expect("the poll was opened")));
}

pub fn close(poll: PollId) {
	with_poll(poll, |poll| poll.ended = true);
}

/// From now on votes are only cast, no longer changed.
pub fn lock(poll: PollId) {
	with_poll(poll, |poll| poll.terms.may_change = false);
}

pub fn tally(poll: PollId) -> Tally {
	remembered::Polls::get(poll).expect("the poll was opened").tally
}

/// Weight for each option of a question.
pub fn options(poll: PollId) -> Vec<ByClass<VoteBalance>> {
	tally(poll).options.into_inner()
}

// Votes.

pub fn block_because(reason: &str) -> Vote {
	Vote::Block(note(reason))
}

pub fn vote(who: AccountId, poll: PollId, vote: Vote) -> DispatchResult {
	VoteBasket::vote(signed(who), poll, vote)
}

pub fn vote_for(by: AccountId, poll: PollId, vote: Vote, whom: &[AccountId]) -> DispatchResult {
	let whom = whom.to_vec().try_into().expect("there are few delegators in a test");
	VoteBasket::vote_for(signed(by), poll, vote, whom)
}

/// Lets another vote until this is ended.
pub fn delegate(who: AccountId, topic: TopicId, to: AccountId) {
	assert_ok!(VoteBasket::delegate(signed(who), topic, to, None));
}

pub fn weight(who: AccountId) -> VoteBalance {
	Baskets::<Test>::get(who).expect("it is a member").weight()
}

/// What somebody's ballot says, what it weighs, and who has cast it if not the voter.
pub fn ballot(poll: PollId, who: AccountId) -> Option<(Choice, VoteBalance, Option<AccountId>)> {
	VoteBasket::ballot_of(poll, who).map(|Ballot { cast, by }| (cast.choice, cast.weight, by))
}

/// Weight of workers, users and supporters.
pub fn votes(workers: VoteBalance, users: VoteBalance, supporters: VoteBalance) -> ByClass<u64> {
	ByClass { workers, users, supporters }
}

/// Who could vote on what was filed when this much was destroyed.
pub fn electorate(destroyed: &ByClass<VoteBalance>) -> Electorate {
	electorate_without(destroyed, None)
}

/// The same without whom it concerns.
pub fn electorate_without(
	destroyed: &ByClass<VoteBalance>,
	concerns: Option<AccountId>,
) -> Electorate {
	let weights = VoteBasket::class_weights();
	<VoteBasket as InspectElectorate<_, _>>::electorate(destroyed, weights, concerns.as_ref())
}

/// What somebody's vote on this poll would weigh now.
pub fn voice(who: AccountId, poll: PollId) -> VoteBalance {
	let terms = remembered::Polls::get(poll).expect("the poll was opened").terms;
	VoteBasket::voice(&who, &terms)
}

/// VOTE destroyed so far.
pub fn destroyed() -> ByClass<VoteBalance> {
	VoteBasket::destroyed()
}

/// Whether the blocks of a poll stand: a tenth of the electorate, from two members or more.
pub fn block_stands(poll: PollId, electorate: &Electorate) -> bool {
	let tally = tally(poll);
	tally.block_heads >= 2 && electorate.compare(&tally.blocks, 10, 100) != Ordering::Less
}

/// What the pallet said since this was asked last.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}
