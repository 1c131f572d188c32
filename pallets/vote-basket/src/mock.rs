// SPDX-License-Identifier: Apache-2.0

//! A chain of nothing but this pallet, with epochs, LABOR, LOVE and polls faked by plain values.

use crate as pallet_vote_basket;
use crate::*;
use artel_primitives::{
	epochs::Epoch,
	labor::InspectLabor,
	membership::MemberNumber,
	testing::FakeEpochs,
	text::{Line, Note},
	units::{LaborBalance, LoveBalance},
	vote::{ByClass, ClassWeights, Ordering, Silent},
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

/// A topic of the artel's own, and another.
pub const GARDEN: TopicId = FIRST_OWN_TOPIC;
pub const KITCHEN: TopicId = FIRST_OWN_TOPIC + 1;

/// The topics of two tracks.
pub const WORK: TopicId = 2;
pub const CONSTITUTION: TopicId = 3;

/// The block in which the founders have joined, and the one in which a test begins.
pub const FOUNDED: BlockNumber = 1;
pub const TODAY: BlockNumber = 10;

/// The epoch in which a test begins: the founders have belonged for a while.
pub const THIS_EPOCH: Epoch = 5;

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
	type Signed = frame_system::EnsureSigned<AccountId>;
	type TopicOrigin = EnsureSignedBy<Artel, AccountId>;
	type Epochs = FakeEpochs;
	type Labor = FakeLabor;
	type Love = FakeLove;
	type Polls = FakePolls;
	type TrackTopics = FakeTracks;
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
	/// Members who were there when it was filed.
	pub roll: Roll<BlockNumber>,
	pub ended: bool,
}

/// What the neighbours remember. It is storage, so that a call that fails leaves no trace in it.
pub mod remembered {
	use super::*;

	#[storage_alias]
	pub type LastNumber = StorageValue<Neighbours, MemberNumber, ValueQuery>;

	#[storage_alias]
	pub type Kept = StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Love = StorageMap<Neighbours, Blake2_128Concat, AccountId, LoveBalance, ValueQuery>;

	#[storage_alias]
	pub type OnLeave = StorageMap<Neighbours, Blake2_128Concat, AccountId, (), OptionQuery>;

	#[storage_alias]
	pub type Polls = StorageMap<Neighbours, Twox64Concat, PollId, Poll, OptionQuery>;

	#[storage_alias]
	pub type LastPoll = StorageValue<Neighbours, PollId, ValueQuery>;
}

/// Knows the topics of tracks.
pub struct FakeTracks;

impl Contains<TopicId> for FakeTracks {
	fn contains(topic: &TopicId) -> bool {
		[WORK, CONSTITUTION].contains(topic)
	}
}

/// Knows what each has kept of the LABOR that was paid for work, and knows of no other.
pub struct FakeLabor;

impl InspectLabor<AccountId> for FakeLabor {
	fn wallet(who: &AccountId) -> LaborBalance {
		Self::kept(who)
	}

	fn kept(who: &AccountId) -> LaborBalance {
		remembered::Kept::get(who)
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

	fn is_in_debt(_: &AccountId) -> bool {
		false
	}

	fn own_epoch(_: &AccountId) -> Option<Epoch> {
		None
	}

	fn earned_lately(_: &AccountId) -> LoveBalance {
		0
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

/// The chain as it begins: Alice, Bob and Charlie have founded it some time ago, as workers.
pub fn new_test_ext() -> TestState {
	let mut ext = TestState::new_empty();
	ext.execute_with(|| {
		System::set_block_number(FOUNDED);
		for who in [ALICE, BOB, CHARLIE] {
			join_with(who, Class::Worker, Backing::Founder);
		}
		System::set_block_number(TODAY);
		set_epoch(THIS_EPOCH);
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

/// Somebody joins in this block, with the backing of those who were there.
pub fn join(who: AccountId, class: Class) {
	join_with(who, class, Backing::Backed);
}

pub fn join_with(who: AccountId, class: Class, backing: Backing) {
	let number = remembered::LastNumber::mutate(|last| {
		*last += 1;
		*last
	});
	VoteBasket::on_joined(&who, &Admission { number, class, backing });
}

pub fn leave(who: AccountId) {
	VoteBasket::on_left(&who, number_of(who), class_of(who));
}

/// Somebody comes to another class in this block, with the backing of those who were there.
pub fn change_class(who: AccountId, to: Class) {
	change_class_with(who, to, Backing::Backed);
}

pub fn change_class_with(who: AccountId, to: Class, backing: Backing) {
	VoteBasket::on_class_changed(&who, class_of(who), to, backing);
}

/// Somebody has the backing now that it lacked.
pub fn confirm(who: AccountId) {
	VoteBasket::on_confirmed(&who);
}

fn class_of(who: AccountId) -> Class {
	Baskets::<Test>::get(who).expect("it is a member").class
}

pub fn number_of(who: AccountId) -> MemberNumber {
	Baskets::<Test>::get(who).expect("it is a member").number
}

// Time.

pub fn next_block() {
	System::set_block_number(System::block_number() + 1);
}

pub fn set_epoch(epoch: Epoch) {
	FakeEpochs::set(epoch);
}

// LABOR and LOVE.

/// Somebody works for this much LABOR and keeps it, gets half as much LOVE, and both have ripened.
pub fn earn(who: AccountId, labor: LaborBalance) {
	set_kept(who, kept(who) + labor);
	set_love(who, remembered::Love::get(who) + labor / 2);
}

/// Somebody spends some of the LABOR that they have kept.
pub fn spend(who: AccountId, amount: LaborBalance) {
	set_kept(who, kept(who).checked_sub(amount).expect("nobody spends what they have not"));
}

pub fn kept(who: AccountId) -> LaborBalance {
	remembered::Kept::get(who)
}

pub fn set_kept(who: AccountId, amount: LaborBalance) {
	remembered::Kept::insert(who, amount);
}

pub fn set_love(who: AccountId, amount: LoveBalance) {
	remembered::Love::insert(who, amount);
}

pub fn go_on_leave(who: AccountId) {
	remembered::OnLeave::insert(who, ());
}

pub fn come_back(who: AccountId) {
	remembered::OnLeave::remove(who);
}

// Topics and class weights.

pub fn topic(number: TopicId) -> Topic {
	Topic { number, title: line(&format!("Something to decide, the {number}th")) }
}

pub fn set_topics(numbers: &[TopicId]) {
	let topics: Vec<_> = numbers.iter().copied().map(topic).collect();
	let topics = topics.try_into().expect("there are few topics in a test");
	assert_ok!(VoteBasket::set_topics(signed(ARTEL), topics));
}

pub fn set_class_weights(workers: u8, users: u8, supporters: u8) {
	let class_weights = Some(ClassWeights { workers, users, supporters });
	assert_ok!(VoteBasket::govern(Figures { class_weights }));
}

// Polls.

/// A vote for or against something on this topic, filed now by nobody who votes on it.
pub fn terms(topic: TopicId) -> Terms<AccountId, BlockNumber> {
	Terms {
		topic,
		filed: System::block_number(),
		seasoned_by: VoteBasket::roll().seasoned_by(),
		proposer: ARTEL,
		silent: Silent::new(),
		in_person: false,
		options: 0,
		may_change: true,
	}
}

/// Those who have no part in it.
pub fn silent(who: &[AccountId]) -> Silent<AccountId> {
	Silent::try_from(who.to_vec()).expect("there are no more than two sides")
}

/// Files a vote for or against something on this topic in the next block, so that everybody votes who
/// is there now.
pub fn open(topic: TopicId) -> PollId {
	next_block();
	open_with(terms(topic))
}

/// The same where somebody has no part in it.
pub fn open_without(who: &[AccountId]) -> PollId {
	next_block();
	open_with(Terms { silent: silent(who), ..terms(GENERAL) })
}

/// The same where nobody votes for another.
pub fn open_in_person() -> PollId {
	next_block();
	open_with(Terms { in_person: true, ..terms(CONSTITUTION) })
}

/// Files a question with this many options in the next block.
pub fn ask(options: u8) -> PollId {
	next_block();
	open_with(Terms { options, ..terms(GENERAL) })
}

/// Files something in this block, and remembers who is there.
pub fn open_with(terms: Terms<AccountId, BlockNumber>) -> PollId {
	let number = remembered::LastPoll::mutate(|last| {
		*last += 1;
		*last
	});
	let roll = VoteBasket::roll();
	let poll = Poll { tally: Tally::new(terms.options), terms, roll, ended: false };
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

pub fn poll(number: PollId) -> Poll {
	remembered::Polls::get(number).expect("the poll was opened")
}

pub fn tally(number: PollId) -> Tally {
	poll(number).tally
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
	VoteBasket::ballot(poll, who).map(|Ballot { cast, by }| (cast.choice, cast.weight, by))
}

/// A vote of a seasoned worker who said it itself, and did not file it.
pub fn cast(choice: Choice, weight: VoteBalance) -> Cast {
	let (own, filed_it, seasoned) = (true, false, true);
	Cast { choice, class: Class::Worker, weight, own, filed_it, seasoned }
}

pub fn reweigh(poll: PollId, who: AccountId) -> DispatchResult {
	VoteBasket::reweigh(signed(FERDIE), poll, who)
}

/// Members of each class.
pub fn heads(workers: u32, users: u32, supporters: u32) -> ByClass<u32> {
	ByClass { workers, users, supporters }
}

/// Weight of workers, users and supporters.
pub fn votes(workers: VoteBalance, users: VoteBalance, supporters: VoteBalance) -> ByClass<u64> {
	ByClass { workers, users, supporters }
}

/// Those who can vote on this poll, as everything that is weighed asks.
pub fn electorate(number: PollId) -> Electorate {
	let Poll { roll, terms, .. } = poll(number);
	<VoteBasket as InspectElectorate<_, _>>::electorate(&roll, &terms.silent)
}

/// The VOTE of those who can vote on this poll, class by class.
pub fn electorate_votes(number: PollId) -> [VoteBalance; 3] {
	electorate(number).votes.each()
}

/// The same without these members.
pub fn electorate_without(number: PollId, without: &[AccountId]) -> Electorate {
	<VoteBasket as InspectElectorate<_, _>>::electorate(&poll(number).roll, without)
}

/// What somebody's vote on this poll would weigh now.
pub fn voice(who: AccountId, number: PollId) -> VoteBalance {
	VoteBasket::voice(&who, &poll(number).terms)
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
