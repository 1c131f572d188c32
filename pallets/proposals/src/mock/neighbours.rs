// SPDX-License-Identifier: Apache-2.0

//! The pallet's neighbours, faked by plain values.

use super::*;
use artel_primitives::{
	epochs::Epoch,
	membership::{Admission, Backing, MemberNumber},
	vote::{ByClass, Cast, Choice, ClassWeights, Electorate, Roll},
};
use frame::{deps::sp_runtime::TokenError, traits::EnsureOrigin};
use frame_system::EnsureSigned;
use std::cell::Cell;

/// A member's time in one class, with the VOTE in it.
#[derive(Encode, Decode, TypeInfo, MaxEncodedLen, Clone, PartialEq, Eq, Debug)]
pub struct Life {
	pub who: AccountId,
	pub class: Class,
	pub weight: VoteBalance,
	/// The block in which it began.
	pub since: BlockNumber,
	/// The epoch from which on they count by head; none if nobody stood behind them.
	pub seasoned: Option<Epoch>,
	/// How it ended.
	pub ended: Option<Ending>,
}

/// How a life ended.
#[derive(Encode, Decode, TypeInfo, MaxEncodedLen, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ending {
	/// The block of it.
	pub at: BlockNumber,
	/// Whether another class came after it.
	pub moved: bool,
	/// How many had ended before.
	pub order: u32,
}

impl Life {
	/// Whether they are somebody to what is filed now: not if they came in this block, and still if they
	/// have changed class in it.
	fn counts_now(&self) -> bool {
		let now = System::block_number();
		self.since < now && self.ended.is_none_or(|ended| ended.moved && ended.at == now)
	}

	fn is_seasoned(&self, by: Option<Epoch>) -> bool {
		by.is_none_or(|by| self.seasoned.is_some_and(|from| from <= by))
	}
}

/// Epochs until a newcomer counts by head.
pub const SEASON: Epoch = 13;

/// What the neighbours remember. It is storage, so that a call that fails leaves no trace in it.
pub mod remembered {
	use super::*;

	// The ledger.

	/// What those who judge work are paid: nothing unless a test is about it.
	#[storage_alias]
	pub type Fee = StorageValue<Neighbours, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Wallets =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Escrowed =
		StorageMap<Neighbours, Blake2_128Concat, RuntimeHoldReason, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Deferred =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	/// What members have at stake.
	#[storage_alias]
	pub type Staked = StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	/// What members were granted.
	#[storage_alias]
	pub type Granted =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	/// What came back for those who had left, by their number.
	#[storage_alias]
	pub type SettledLate =
		StorageMap<Neighbours, Blake2_128Concat, MemberNumber, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Pool = StorageValue<Neighbours, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Supply = StorageValue<Neighbours, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type HoldingCap = StorageValue<Neighbours, LaborBalance, OptionQuery>;

	#[storage_alias]
	pub type Works = StorageValue<Neighbours, Vec<Work<AccountId>>, ValueQuery>;

	/// The work that is under way.
	#[storage_alias]
	pub type UnderWay = StorageMap<
		Neighbours,
		Twox64Concat,
		DeliveryId,
		Order<AccountId, BlockNumber>,
		OptionQuery,
	>;

	#[storage_alias]
	pub type LastDelivery = StorageValue<Neighbours, DeliveryId, ValueQuery>;

	/// For how many blocks work is under way at most.
	#[storage_alias]
	pub type Longest = StorageValue<Neighbours, BlockNumber, OptionQuery>;

	/// How often somebody has left.
	#[storage_alias]
	pub type TimesLeft = StorageMap<Neighbours, Blake2_128Concat, AccountId, u32, ValueQuery>;

	// The vote basket.

	#[storage_alias]
	pub type Lives = StorageValue<Neighbours, Vec<Life>, ValueQuery>;

	/// How many lives had ended when a roll was drawn up.
	#[storage_alias]
	pub type EndedBefore =
		StorageMap<Neighbours, Blake2_128Concat, Roll<BlockNumber>, u32, ValueQuery>;

	#[storage_alias]
	pub type ClassWeight = StorageValue<Neighbours, ClassWeights, OptionQuery>;

	#[storage_alias]
	pub type Ballots = StorageDoubleMap<
		Neighbours,
		Twox64Concat,
		ProposalId,
		Blake2_128Concat,
		AccountId,
		Cast,
		OptionQuery,
	>;

	// The others.

	#[storage_alias]
	pub type Refused = StorageValue<Neighbours, u8, OptionQuery>;

	#[storage_alias]
	pub type Overruled =
		StorageValue<Neighbours, (Track, Option<AccountId>, Vec<AccountId>), OptionQuery>;

	#[storage_alias]
	pub type OtherMatter = StorageValue<Neighbours, bool, ValueQuery>;

	#[storage_alias]
	pub type OnLeave = StorageValue<Neighbours, Vec<AccountId>, ValueQuery>;

	#[storage_alias]
	pub type Paused = StorageValue<Neighbours, bool, ValueQuery>;
}

/// What the ledger says when a member has less.
pub const NOT_ENOUGH_LABOR: DispatchError = DispatchError::Token(TokenError::FundsUnavailable);
/// What it says when the pool has less.
pub const POOL_TOO_SMALL: DispatchError = DispatchError::Token(TokenError::NotExpendable);
/// What it says when less is tied up than is asked for.
const NOT_TIED_UP: DispatchError = DispatchError::Token(TokenError::Frozen);
/// What the ledger says when a member has nothing but grants left.
pub const ONLY_GRANTS: DispatchError = DispatchError::Token(TokenError::CannotCreate);
/// What it says of an amount of zero.
pub const NOTHING: DispatchError = DispatchError::Arithmetic(ArithmeticError::Underflow);
/// What is said where work is under way when a member has as much of it as can be.
pub const TOO_MUCH_UNDER_WAY: DispatchError = DispatchError::Exhausted;
/// How much that is.
const MOST_UNDER_WAY: usize = 4;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId, RuntimeCall> for FakeMembers {
	fn make_member(who: &AccountId) {
		if remembered::Pool::get() == 0 {
			set_pool(POOL);
		}
		found(*who, Class::Worker);
	}

	fn remove_member(who: &AccountId) {
		leave(*who);
	}

	fn enrich(who: &AccountId) {
		set_wallet(*who, wallet(*who) + 1_000);
	}

	fn fill(who: &AccountId) {
		remembered::HoldingCap::put(wallet(*who) + 10);
	}

	fn vote(proposal: u32, ballots: u32) {
		for who in 0..u64::from(ballots) {
			remembered::Ballots::insert(proposal, 1_000_000 + who, plain(Choice::Abstain, VOTE));
		}
	}

	fn motion() -> RuntimeCall {
		let longest = <<Test as Config>::MaxMotionLength as Get<u32>>::get() as usize;
		// Two bytes name the call, and two say how long the remark is.
		RuntimeCall::System(frame_system::Call::remark { remark: vec![1; longest - 4] })
	}
}

/// Stands for mutual credit.
pub struct FakeLabor;

/// Takes an amount from where it is, or fails.
fn take_from(
	from: &mut LaborBalance,
	amount: LaborBalance,
	error: DispatchError,
) -> DispatchResult {
	*from = from.checked_sub(amount).ok_or(error)?;
	Ok(())
}

impl InspectLabor<AccountId> for FakeLabor {
	fn wallet(who: &AccountId) -> LaborBalance {
		wallet(*who) + held(*who) + remembered::Staked::get(who)
	}

	fn kept(_: &AccountId) -> LaborBalance {
		0
	}

	fn free_pool() -> LaborBalance {
		remembered::Pool::get()
	}
}

/// Rewards alone are paid from here, and the pool pays them. Stakes are members' own.
impl HoldLabor<AccountId> for FakeLabor {
	type Reason = RuntimeHoldReason;

	fn held(reason: &RuntimeHoldReason, source: &Source<AccountId>) -> LaborBalance {
		assert_eq!(*source, Source::Escrow);
		remembered::Escrowed::get(reason)
	}

	fn hold(
		reason: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		assert_eq!(*source, Source::Escrow);
		remembered::Pool::try_mutate(|pool| take_from(pool, amount, POOL_TOO_SMALL))?;
		remembered::Escrowed::mutate(reason, |escrowed| *escrowed += amount);
		Ok(())
	}

	/// What is left of stakes goes to the pool, and what is a former member's is settled by their exit. What was
	/// approved is paid, and not given back.
	fn release(
		reason: &RuntimeHoldReason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult {
		assert_eq!(*reason, HoldReason::Stake.into());
		take_from_escrow(reason, amount)?;
		remembered::Pool::mutate(|pool| *pool += amount);
		match source {
			Source::Escrow => {},
			Source::Former(number) => {
				remembered::SettledLate::mutate(number, |settled| *settled += amount);
			},
			other => panic!("{other:?} has nothing at stake"),
		}
		Ok(())
	}

	fn rededicate(
		_: &RuntimeHoldReason,
		_: &RuntimeHoldReason,
		_: &Source<AccountId>,
		_: LaborBalance,
	) -> DispatchResult {
		panic!("nothing here is tied up for another reason later")
	}

	fn give_to(
		_: &RuntimeHoldReason,
		_: &Source<AccountId>,
		_: &Source<AccountId>,
		_: LaborBalance,
	) -> DispatchResult {
		panic!("nothing here goes elsewhere than back")
	}

	fn pass_to_escrow(
		_: &RuntimeHoldReason,
		_: &AccountId,
		_: MemberNumber,
		_: LaborBalance,
	) -> DispatchResult {
		panic!("no member pays a reward")
	}

	fn pay_work(
		reason: &RuntimeHoldReason,
		source: &Source<AccountId>,
		work: Work<AccountId>,
		left: Option<MemberNumber>,
	) -> DispatchResult {
		assert_eq!((source, &work.payer, left), (&Source::Escrow, &None, None));
		assert!(FakeMembers::is_member(&work.worker), "whoever has left is not rewarded");
		take_from_escrow(reason, work.labor)?;
		let now = work.labor.min(room(work.worker));
		remembered::Wallets::mutate(work.worker, |free| *free += now);
		if now < work.labor {
			remembered::Deferred::mutate(work.worker, |deferred| *deferred += work.labor - now);
		}
		remembered::Works::append(work);
		Ok(())
	}
}

fn take_from_escrow(reason: &RuntimeHoldReason, amount: LaborBalance) -> DispatchResult {
	remembered::Escrowed::try_mutate_exists(reason, |kept| {
		let mut escrowed = kept.unwrap_or_default();
		take_from(&mut escrowed, amount, NOT_TIED_UP)?;
		*kept = Some(escrowed).filter(|escrowed| *escrowed > 0);
		Ok(())
	})
}

/// What somebody can still receive before they reach the holding cap.
pub fn room(who: AccountId) -> LaborBalance {
	let cap = remembered::HoldingCap::get().unwrap_or(LaborBalance::MAX);
	cap.saturating_sub(FakeLabor::wallet(&who))
}

impl StakeLabor<AccountId> for FakeLabor {
	fn staked(who: &AccountId) -> LaborBalance {
		remembered::Staked::get(who)
	}

	fn stake(reason: &RuntimeHoldReason, who: &AccountId, amount: LaborBalance) -> DispatchResult {
		ensure!(amount > 0, NOTHING);
		let beside = (wallet(*who) + held(*who)).checked_sub(amount).ok_or(NOT_ENOUGH_LABOR)?;
		ensure!(beside >= remembered::Granted::get(who), ONLY_GRANTS);
		remembered::Wallets::try_mutate(who, |free| take_from(free, amount, NOT_ENOUGH_LABOR))?;
		remembered::Escrowed::mutate(reason, |escrowed| *escrowed += amount);
		remembered::Staked::mutate(who, |staked| *staked += amount);
		Ok(())
	}

	fn return_stake(
		reason: &RuntimeHoldReason,
		who: &AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		take_from_escrow(reason, amount)?;
		remembered::Wallets::mutate(who, |free| *free += amount);
		Self::lose_stake(who, amount)
	}

	fn room_of(who: &AccountId) -> LaborBalance {
		room(*who)
	}

	fn lose_stake(who: &AccountId, amount: LaborBalance) -> DispatchResult {
		remembered::Staked::try_mutate(who, |staked| take_from(staked, amount, NOT_TIED_UP))
	}

	fn pay_winnings(
		reason: &RuntimeHoldReason,
		who: &AccountId,
		up_to: LaborBalance,
	) -> Result<LaborBalance, DispatchError> {
		let amount = up_to.min(room(*who));
		take_from_escrow(reason, amount)?;
		remembered::Wallets::mutate(who, |free| *free += amount);
		Ok(amount)
	}
}

/// Stands for where work is under way: it ties the price up, and ends when a test says so.
pub struct FakeDeliveries;

impl OpenDelivery<AccountId, BlockNumber> for FakeDeliveries {
	fn open(order: Order<AccountId, BlockNumber>) -> Result<DeliveryId, DispatchError> {
		let price = cost(&order);
		if let Some(payer) = order.paying_member() {
			ensure!(paid_by(*payer).len() < MOST_UNDER_WAY, TOO_MUCH_UNDER_WAY);
			let take = |free: &mut _| take_from(free, price, NOT_ENOUGH_LABOR);
			remembered::Wallets::try_mutate(payer, take)?;
		} else {
			remembered::Pool::try_mutate(|pool| take_from(pool, price, POOL_TOO_SMALL))?;
		}
		let delivery = remembered::LastDelivery::get() + 1;
		remembered::LastDelivery::put(delivery);
		remembered::UnderWay::insert(delivery, order);
		Ok(delivery)
	}

	fn review_fee() -> LaborBalance {
		remembered::Fee::get()
	}

	fn longest() -> BlockNumber {
		remembered::Longest::get().unwrap_or((13 * EPOCH).into())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn leave_room_for_one(_: &AccountId) {}
}

/// What is tied up for work in all.
pub fn cost(order: &Order<AccountId, BlockNumber>) -> LaborBalance {
	order.price + if order.reviewed { FakeDeliveries::review_fee() } else { 0 }
}

/// From now on those who judge work are paid so much.
pub fn with_fee(fee: LaborBalance) {
	remembered::Fee::put(fee);
}

/// What this member pays of what is under way.
fn paid_by(who: AccountId) -> Vec<DeliveryId> {
	remembered::UnderWay::iter()
		.filter(|(_, order)| order.paying_member() == Some(&who))
		.map(|(delivery, _)| delivery)
		.collect()
}

/// Work ends like this: by this worker, or not at all.
pub fn end_work(delivery: DeliveryId, done: Option<(AccountId, Quality)>) {
	let order = remembered::UnderWay::take(delivery).expect("it is under way");
	let earned = done.map_or(0, |(_, quality)| quality.of(order.price));
	let returned = cost(&order) - earned;
	match order.paying_member() {
		Some(payer) => remembered::Wallets::mutate(payer, |free| *free += returned),
		None => remembered::Pool::mutate(|pool| *pool += returned),
	}
	let how = match done {
		Some((worker, quality)) => {
			remembered::Wallets::mutate(worker, |free| *free += earned);
			Ended::Settled(quality)
		},
		None => Ended::Returned,
	};
	Proposals::on_delivery_ended(order.cause, delivery, how);
}

/// Stands for the vote basket, as far as it knows who can vote.
pub struct FakeElectorate;

impl FakeElectorate {
	/// What a member is to something that was filed in this block: what they are by now, or what they were
	/// before they changed class once since.
	pub fn voice_of(who: &AccountId, terms: &TermsOf<Test>) -> Option<Life> {
		if terms.silent.contains(who) {
			return None;
		}
		let lives = remembered::Lives::get();
		let mut theirs = lives.into_iter().filter(|life| life.who == *who).rev();
		let present = theirs.next().filter(|life| life.ended.is_none())?;
		let before = theirs.next().filter(|life| life.ended.is_some_and(|ended| ended.moved));
		[Some(present), before].into_iter().flatten().find(|life| life.since < terms.filed)
	}
}

/// How many of these have ended.
fn ended(lives: &[Life]) -> u32 {
	lives.iter().filter(|life| life.ended.is_some()).count() as u32
}

/// The VOTE and the heads of these, class by class.
fn sum<'a>(lives: impl Iterator<Item = &'a Life>) -> (ByClass<VoteBalance>, ByClass<u32>) {
	let (mut votes, mut heads) = (ByClass::default(), ByClass::default());
	for Life { class, weight, .. } in lives {
		votes.add(*class, *weight);
		*heads.of(*class) += 1;
	}
	(votes, heads)
}

impl InspectElectorate<AccountId, BlockNumber> for FakeElectorate {
	fn roll() -> Roll<BlockNumber> {
		let (filed, epoch) = (System::block_number(), FakeEpochs::current());
		let lives = remembered::Lives::get();
		let old = || lives.iter().filter(|life| life.since < filed);
		let here = || lives.iter().filter(|life| life.counts_now());
		let (entered, _) = sum(old());
		let (_, members) = sum(here());
		let (_, seasoned) = sum(here().filter(|life| life.is_seasoned(Some(epoch))));
		let roll = Roll {
			filed,
			epoch,
			entered,
			destroyed: sum(old().filter(|life| !life.counts_now())).0,
			members,
			seasoned,
			weights: remembered::ClassWeight::get(),
		};
		remembered::EndedBefore::insert(&roll, ended(&lives));
		roll
	}

	/// All VOTE of those who had come before, as it is by now, but what had been destroyed before.
	fn electorate(roll: &Roll<BlockNumber>, without: &[AccountId]) -> Electorate {
		let lives = remembered::Lives::get();
		let (votes, _) = sum(lives.iter().filter(|life| life.since < roll.filed));
		let (votes, mut members) = (votes.minus(&roll.destroyed), roll.members);
		let mut seasoned = if roll.seasoned.heads() > 0 { roll.seasoned } else { members };
		let (mut votes, by) = (votes, roll.seasoned_by());
		for who in without {
			let had_left = |life: &Life| {
				life.ended.is_some_and(|ended| {
					let moved_then = ended.moved && ended.at == roll.filed;
					ended.order < remembered::EndedBefore::get(roll) && !moved_then
				})
			};
			let then = lives.iter().rev().find(|life| life.who == *who && life.since < roll.filed);
			let Some(life) = then.filter(|life| !had_left(life)) else { continue };
			votes.subtract(life.class, life.weight);
			*members.of(life.class) -= 1;
			if life.is_seasoned(by) {
				*seasoned.of(life.class) -= 1;
			}
		}
		Electorate { votes, members, seasoned, weights: roll.weights }
	}

	fn voice(who: &AccountId, terms: &TermsOf<Test>) -> VoteBalance {
		Self::voice_of(who, terms).map_or(0, |life| life.weight)
	}

	fn is_topic(topic: TopicId) -> bool {
		topic == 0 || topic == GARDEN
	}
}

/// The ballot of this member on something with these terms.
pub fn ballot(
	who: &AccountId,
	terms: &TermsOf<Test>,
	choice: Choice,
	own: bool,
) -> Result<Cast, DispatchError> {
	let life = FakeElectorate::voice_of(who, terms).ok_or(NO_VOICE)?;
	Ok(Cast {
		choice,
		class: life.class,
		weight: life.weight,
		own,
		filed_it: *who == terms.proposer,
		seasoned: life.is_seasoned(terms.seasoned_by),
	})
}

/// A ballot of a worker of no account.
pub fn plain(choice: Choice, weight: VoteBalance) -> Cast {
	Cast { choice, class: Class::Worker, weight, own: true, filed_it: false, seasoned: true }
}

/// Stands for the vote basket, as far as it keeps ballots.
pub struct FakeBallots;

impl InspectBallots<AccountId, u64> for FakeBallots {
	fn ballot(poll: u32, who: &AccountId) -> Option<Cast> {
		remembered::Ballots::get(poll, who)
	}

	/// Judy lets everybody vote in her name.
	fn delegators(_: &AccountId) -> Vec<AccountId> {
		vec![JUDY]
	}

	/// She does so on the topic of the garden.
	fn waits_for(who: &AccountId, _: &AccountId, poll: u32, terms: &TermsOf<Test>) -> bool {
		terms.topic == GARDEN && Self::ballot(poll, who).is_none()
	}
}

impl ClearBallots for FakeBallots {
	fn clear(poll: u32, limit: u32) -> bool {
		let voters: Vec<_> =
			remembered::Ballots::iter_key_prefix(poll).take(limit as usize).collect();
		for who in voters {
			remembered::Ballots::remove(poll, who);
		}
		remembered::Ballots::iter_key_prefix(poll).next().is_none()
	}
}

/// Knows the track of each call, and whom or what it is about. How much of it is no matter.
pub struct FakeMotions;

impl JudgeMotions<RuntimeCall, AccountId> for FakeMotions {
	const READS: u64 = 0;

	fn judge(call: &RuntimeCall) -> Result<Ruling<AccountId>, Refusal> {
		use pallet_deeds::Call::*;
		if let Some(refused) = remembered::Refused::get() {
			return Err(REFUSALS[usize::from(refused)]);
		}
		let on = |track: Track| (track, None, vec![]);
		let mut judged = match call {
			RuntimeCall::Deeds(act { track, concerns, gains, .. }) => {
				(*track, *concerns, gains.clone())
			},
			RuntimeCall::Deeds(fail { track } | act_if_allowed { track }) => on(*track),
			RuntimeCall::Deeds(weigh { .. }) => on(Track::Admission),
			RuntimeCall::System(frame_system::Call::remark { .. }) => on(Track::Constitution),
			_ => return Err(Refusal::NotAllowed),
		};
		let about = (judged.1, &judged.2, remembered::OtherMatter::get()).encode();
		if let Some(overruled) = remembered::Overruled::get() {
			judged = overruled;
		}
		let (track, concerns, gains) = judged;
		Ok(Ruling {
			track,
			concerns,
			interested: Silent::truncate_from(gains),
			about,
			person: None,
			slow: concerns.is_some_and(|who| remembered::OnLeave::get().contains(&who)),
		})
	}
}

/// Why a motion may be refused.
pub const REFUSALS: [Refusal; 4] = [
	Refusal::NotAllowed,
	Refusal::ImpossibleValue,
	Refusal::NothingToDecide,
	Refusal::InItsRoom(ELSEWHERE),
];

/// What another room refuses something for.
pub const ELSEWHERE: DispatchError = DispatchError::Token(TokenError::Blocked);

thread_local! {
	/// The one who signed last. It is no storage, as a call that fails is a sign of life as well.
	static SIGNER: Cell<Option<AccountId>> = const { Cell::new(None) };
}

/// The one who has signed a call since this was asked last.
pub fn signer() -> Option<AccountId> {
	SIGNER.take()
}

/// Anybody who signs, which is a sign of life.
pub struct NotedSigned;

impl EnsureOrigin<RuntimeOrigin> for NotedSigned {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin) -> Result<AccountId, RuntimeOrigin> {
		let who = EnsureSigned::try_origin(origin)?;
		SIGNER.set(Some(who));
		Ok(who)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		EnsureSigned::<AccountId>::try_successful_origin()
	}
}

/// Stands for what pauses calls.
pub struct FakePause;

impl Contains<RuntimeCall> for FakePause {
	fn contains(_: &RuntimeCall) -> bool {
		!remembered::Paused::get()
	}
}

// What membership does.

/// Somebody belongs to it from the beginning, and is seasoned at once.
pub fn found(who: AccountId, class: Class) {
	admit(who, class, Backing::Founder);
}

/// Somebody is admitted, and seasoned members stood behind that.
pub fn join(who: AccountId, class: Class) {
	admit(who, class, Backing::Backed);
}

/// Somebody is admitted against the will of the seasoned.
pub fn join_unbacked(who: AccountId, class: Class) {
	admit(who, class, Backing::Unbacked);
}

fn admit(who: AccountId, class: Class, backing: Backing) {
	let number = who as MemberNumber + 100 * remembered::TimesLeft::get(who);
	FakeMembers::admit(&who, class, number);
	System::inc_providers(&who);
	begin_life(who, class, VOTE, season(backing));
	set_wallet(who, WALLET);
	Proposals::on_joined(&who, &Admission { number, class, backing });
}

/// From which epoch on somebody with this backing counts by head, if it begins now.
fn season(backing: Backing) -> Option<Epoch> {
	match backing {
		Backing::Founder => Some(FakeEpochs::current()),
		Backing::Backed => Some(FakeEpochs::current() + SEASON),
		Backing::Unbacked => None,
	}
}

fn begin_life(who: AccountId, class: Class, weight: VoteBalance, seasoned: Option<Epoch>) {
	let since = System::block_number();
	remembered::Lives::append(Life { who, class, weight, since, seasoned, ended: None });
}

/// Ends what a member is, and says what that was.
fn end_life(who: AccountId, moved: bool) -> Life {
	let order = ended(&remembered::Lives::get());
	with_life(who, |life| life.ended = Some(Ending { at: System::block_number(), moved, order }))
}

/// Changes what a member is, and says what it is then.
fn with_life(who: AccountId, change: impl FnOnce(&mut Life)) -> Life {
	remembered::Lives::mutate(|lives| {
		let present = |life: &&mut Life| life.who == who && life.ended.is_none();
		let life = lives.iter_mut().find(present).expect("it is a member");
		change(life);
		life.clone()
	})
}

pub fn leave(who: AccountId) {
	let (class, number) = FakeMembers::dismiss(&who).expect("only members leave");
	remembered::TimesLeft::mutate(who, |times| *times += 1);
	// What they pay, and nobody has delivered, goes back first.
	for delivery in paid_by(who) {
		end_work(delivery, None);
	}
	Proposals::on_left(&who, number, class);
	end_life(who, false);
	remembered::Staked::remove(who);
	remembered::Granted::remove(who);
	let rest = remembered::Wallets::take(who) + remembered::Deferred::take(who);
	remembered::Pool::mutate(|pool| *pool += rest);
	System::dec_providers(&who).expect("nothing keeps a former member's account");
}

/// A member changes its class, and seasoned members stood behind that.
pub fn change_class(who: AccountId, to: Class) {
	let from = FakeMembers::reclass(&who, to).expect("only members have a class");
	let old = end_life(who, true);
	// To work is what takes a season; to stop working is not.
	let seasoned = if to == Class::Worker { season(Backing::Backed) } else { old.seasoned };
	begin_life(who, to, old.weight, seasoned);
	Proposals::on_class_changed(&who, from, to, Backing::Backed);
}

/// Everybody who is a member now, in the order of their numbers.
pub fn members() -> Vec<AccountId> {
	FakeMembers::all()
}

// VOTE.

/// A member's vote weighs this much from now on.
pub fn set_vote(who: AccountId, weight: VoteBalance) {
	with_life(who, |life| life.weight = weight);
}

/// Everybody's vote weighs this much, in the order of their numbers.
pub fn set_votes(weights: &[VoteBalance]) {
	for (who, weight) in EVERYBODY.iter().zip(weights) {
		set_vote(*who, *weight);
	}
}

pub fn set_class_weights(workers: u8, users: u8, supporters: u8) {
	remembered::ClassWeight::put(ClassWeights { workers, users, supporters });
}
