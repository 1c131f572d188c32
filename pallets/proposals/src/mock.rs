//! A chain of this pallet and one whose calls motions make, with its neighbours faked by plain values.

use crate as pallet_proposals;
use crate::{Task, *};
use artel_primitives::{
	epochs::Epoch,
	membership::MemberNumber,
	vote::{ByClass, Cast, Choice, ClassWeights, Electorate, TopicId},
	work::{Minutes, Stream},
};
use frame::{
	deps::{sp_io, sp_runtime::TokenError},
	testing_prelude::*,
	traits::IdentityLookup,
};

pub type AccountId = u64;
pub type BlockNumber = BlockNumberFor<Test>;

/// Members from the start in most tests, all of them workers.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
pub const FERDIE: AccountId = 6;
pub const GEORGE: AccountId = 7;
pub const HELEN: AccountId = 8;
pub const IVAN: AccountId = 9;
pub const JUDY: AccountId = 10;
pub const EVERYBODY: [AccountId; 10] =
	[ALICE, BOB, CHARLIE, DAVE, EVE, FERDIE, GEORGE, HELEN, IVAN, JUDY];

/// No members, until they join.
pub const KEVIN: AccountId = 11;
pub const LAURA: AccountId = 12;
/// Nobody in particular, and never a member.
pub const STRANGER: AccountId = 100;

/// The tracks on which motions are decided.
pub const MOTIONS: [Track; 8] = [
	Track::Work,
	Track::Care,
	Track::Withdrawal,
	Track::Admission,
	Track::Expulsion,
	Track::LostKey,
	Track::Fund,
	Track::Constitution,
];

/// A topic besides the general one.
pub const GARDEN: TopicId = 1;

/// The block in which the founders have joined, and the one in which a test begins.
pub const FOUNDED: BlockNumber = 1;
pub const TODAY: BlockNumber = 10;

/// Blocks of six seconds.
pub const DAY: u32 = 14_400;
pub const EPOCH: u32 = 7 * DAY;

/// What the pool and every member have at first.
pub const POOL: LaborBalance = 100_000;
pub const WALLET: LaborBalance = 2_000;

/// The weight of every member's vote at first.
pub const VOTE: VoteBalance = 1_000;

/// How heavy a motion is at most.
pub const HEAVIEST: Weight = Weight::from_parts(1_000_000_000_000, 1_000_000);

/// What the rules of an artel say that has changed nothing.
pub const PARAMETERS: Parameters = Parameters {
	period: 14 * DAY,
	quiet: DAY,
	consultation: 3 * DAY,
	notice: 2 * DAY,
	long_notice: EPOCH,
	lost_key_notice: 4 * EPOCH,
	fund_delay: DAY,
	long_delay: EPOCH,
	lapse: 2 * EPOCH,
	memory: 13 * EPOCH,
	acceptance_window: EPOCH,
	longest_task: 13 * EPOCH,
	lazy_below: 7,
	lazy_period: 3 * DAY,
	majority: Fraction::new(1, 2),
	supermajority: Fraction::new(2, 3),
	second_majority: Fraction::new(2, 3),
	second_supermajority: Fraction::new(3, 4),
	turnout: Percent::from_percent(15),
	block: Percent::from_percent(10),
	spending: Percent::from_percent(10),
};

/// Another pallet, whose calls motions make. Each says itself on which track it is decided.
#[frame::pallet(dev_mode)]
pub mod pallet_deeds {
	use crate::Track;
	use alloc::vec::Vec;
	use frame::{deps::frame_support::traits::OriginTrait, prelude::*};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// With which origins, encoded, something was done.
	#[pallet::storage]
	pub type Done<T> = StorageValue<_, Vec<Vec<u8>>, ValueQuery>;

	#[pallet::error]
	pub enum Error<T> {
		/// It did not work.
		Failed,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Something that works.
		#[pallet::call_index(0)]
		pub fn act(
			origin: OriginFor<T>,
			track: Track,
			concerns: Option<T::AccountId>,
			beneficiary: Option<T::AccountId>,
		) -> DispatchResult {
			let _ = (track, concerns, beneficiary);
			Done::<T>::append(origin.caller().encode());
			Ok(())
		}

		/// Something that fails after half of it was done.
		#[pallet::call_index(1)]
		pub fn fail(origin: OriginFor<T>, track: Track) -> DispatchResult {
			let _ = track;
			Done::<T>::append(origin.caller().encode());
			Err(Error::<T>::Failed.into())
		}

		/// Something that can weigh this much, but turns out to weigh less.
		#[pallet::call_index(2)]
		#[pallet::weight(*weight)]
		pub fn weigh(
			origin: OriginFor<T>,
			weight: Weight,
			used: Option<Weight>,
			fails: bool,
		) -> DispatchResultWithPostInfo {
			let _ = (origin, weight);
			let post_info = PostDispatchInfo { actual_weight: used, pays_fee: Pays::Yes };
			match fails {
				true => {
					Err(DispatchErrorWithPostInfo { post_info, error: Error::<T>::Failed.into() })
				},
				false => Ok(post_info),
			}
		}
	}
}

construct_runtime! {
	pub struct Test {
		System: frame_system,
		Proposals: pallet_proposals,
		Deeds: pallet_deeds,
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type BaseCallFilter = FakePause;
	type Block = MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

impl pallet_deeds::Config for Test {}

parameter_types! {
	pub const Heaviest: Weight = HEAVIEST;
}

impl pallet_proposals::Config for Test {
	type Ballots = FakeBallots;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = FakeMembers;
	type Cases = FakeCases;
	type Electorate = FakeElectorate;
	type Epochs = FakeEpochs;
	type Labor = FakeLabor;
	type MaxApplicants = ConstU32<4>;
	type MaxMotionLength = ConstU32<512>;
	type MaxMotionWeight = Heaviest;
	type MaxOpen = ConstU32<3>;
	type MaxTasks = ConstU32<4>;
	type Members = FakeMembers;
	type Motions = FakeMotions;
	type Parameters = Governed;
	type RuntimeCall = RuntimeCall;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeOrigin = RuntimeOrigin;
	type TaskOrigin = Decided<{ Track::Work as u8 }>;
	type WeightInfo = ();
}

/// Who could vote with how much.
#[derive(Encode, Decode, TypeInfo, MaxEncodedLen, Clone, PartialEq, Eq, Debug)]
pub struct Basket {
	pub class: Class,
	pub weight: VoteBalance,
	pub since: BlockNumber,
}

/// What the neighbours remember. It is storage, so that a call that fails leaves no trace in it.
pub mod remembered {
	use super::*;

	// Membership.

	#[storage_alias]
	pub type Classes = StorageMap<Neighbours, Blake2_128Concat, AccountId, Class, OptionQuery>;

	// The ledger.

	#[storage_alias]
	pub type Wallets =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Holds = StorageMap<
		Neighbours,
		Blake2_128Concat,
		(RuntimeHoldReason, AccountId),
		LaborBalance,
		ValueQuery,
	>;

	#[storage_alias]
	pub type Escrowed =
		StorageMap<Neighbours, Blake2_128Concat, RuntimeHoldReason, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Deferred =
		StorageMap<Neighbours, Blake2_128Concat, AccountId, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Pool = StorageValue<Neighbours, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type Supply = StorageValue<Neighbours, LaborBalance, ValueQuery>;

	#[storage_alias]
	pub type HoldingCap = StorageValue<Neighbours, LaborBalance, OptionQuery>;

	#[storage_alias]
	pub type Works = StorageValue<Neighbours, Vec<Work<AccountId>>, ValueQuery>;

	#[storage_alias]
	pub type Claims = StorageValue<Neighbours, Vec<(AccountId, LaborBalance)>, ValueQuery>;

	// The vote basket.

	#[storage_alias]
	pub type Baskets = StorageMap<Neighbours, Blake2_128Concat, AccountId, Basket, OptionQuery>;

	#[storage_alias]
	pub type Issued = StorageValue<Neighbours, ByClass<VoteBalance>, ValueQuery>;

	#[storage_alias]
	pub type Destroyed = StorageValue<Neighbours, ByClass<VoteBalance>, ValueQuery>;

	#[storage_alias]
	pub type Heads = StorageValue<Neighbours, ByClass<u32>, ValueQuery>;

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
	pub type CurrentEpoch = StorageValue<Neighbours, Epoch, ValueQuery>;

	#[storage_alias]
	pub type ChosenParameters = StorageValue<Neighbours, Parameters, OptionQuery>;

	#[storage_alias]
	pub type EnoughJudges = StorageValue<Neighbours, bool, ValueQuery>;

	#[storage_alias]
	pub type Cases = StorageValue<Neighbours, Vec<(Subject, Vec<AccountId>)>, ValueQuery>;

	#[storage_alias]
	pub type Forbidden = StorageValue<Neighbours, bool, ValueQuery>;

	#[storage_alias]
	pub type Paused = StorageValue<Neighbours, bool, ValueQuery>;

	#[storage_alias]
	pub type OtherTrack = StorageValue<Neighbours, Track, OptionQuery>;
}

/// What the ledger says when a member has less.
pub const NOT_ENOUGH_LABOR: DispatchError = DispatchError::Token(TokenError::FundsUnavailable);
/// What it says when the pool has less.
pub const POOL_TOO_SMALL: DispatchError = DispatchError::Token(TokenError::NotExpendable);
/// What it says when somebody is no member.
pub const NO_ACCOUNT: DispatchError = DispatchError::Token(TokenError::CannotCreate);
/// What it says when less is tied up than is asked for.
pub const NOT_TIED_UP: DispatchError = DispatchError::Token(TokenError::Frozen);

/// Stands for membership.
pub struct FakeMembers;

impl InspectMembers<AccountId> for FakeMembers {
	fn class(who: &AccountId) -> Option<Class> {
		remembered::Classes::get(who)
	}

	fn number(who: &AccountId) -> Option<MemberNumber> {
		remembered::Classes::get(who).and_then(|_| MemberNumber::try_from(*who).ok())
	}

	fn count() -> u32 {
		remembered::Classes::iter_keys().count() as u32
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId, RuntimeCall> for FakeMembers {
	fn make_member(who: &AccountId) {
		if remembered::Pool::get() == 0 {
			set_pool(POOL);
		}
		join(*who, Class::Worker);
	}

	fn enrich(who: &AccountId) {
		set_wallet(*who, wallet(*who) + 1_000);
	}

	fn fill(who: &AccountId) {
		remembered::HoldingCap::put(wallet(*who) + 10);
	}

	fn vote(proposal: u32, ballots: u32) {
		for who in 0..u64::from(ballots) {
			let cast = Cast { choice: Choice::Abstain, class: Class::Worker, weight: VOTE };
			remembered::Ballots::insert(proposal, 1_000_000 + who, cast);
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

impl FakeLabor {
	fn take_held(
		reason: &RuntimeHoldReason,
		who: &AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		remembered::Holds::try_mutate_exists((*reason, *who), |kept| {
			let mut held = kept.unwrap_or_default();
			take_from(&mut held, amount, NOT_TIED_UP)?;
			*kept = Some(held).filter(|held| *held > 0);
			Ok(())
		})
	}

	fn take_escrowed(reason: &RuntimeHoldReason, amount: LaborBalance) -> DispatchResult {
		remembered::Escrowed::try_mutate_exists(reason, |kept| {
			let mut escrowed = kept.unwrap_or_default();
			take_from(&mut escrowed, amount, NOT_TIED_UP)?;
			*kept = Some(escrowed).filter(|escrowed| *escrowed > 0);
			Ok(())
		})
	}
}

impl InspectLabor<AccountId> for FakeLabor {
	fn wallet(who: &AccountId) -> LaborBalance {
		wallet(*who) + held(*who)
	}

	fn earned(_: &AccountId) -> LaborBalance {
		0
	}

	fn free_pool() -> LaborBalance {
		remembered::Pool::get()
	}
}

impl HoldLabor<AccountId> for FakeLabor {
	type Reason = RuntimeHoldReason;

	fn held(reason: &RuntimeHoldReason, who: &AccountId) -> LaborBalance {
		remembered::Holds::get((*reason, *who))
	}

	fn hold(reason: &RuntimeHoldReason, who: &AccountId, amount: LaborBalance) -> DispatchResult {
		ensure!(FakeMembers::is_member(who), NO_ACCOUNT);
		remembered::Wallets::try_mutate(who, |free| take_from(free, amount, NOT_ENOUGH_LABOR))?;
		remembered::Holds::mutate((*reason, *who), |held| *held += amount);
		Ok(())
	}

	fn release(
		reason: &RuntimeHoldReason,
		who: &AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		if amount > 0 {
			Self::take_held(reason, who, amount)?;
			remembered::Wallets::mutate(who, |free| *free += amount);
		}
		Ok(())
	}

	fn hold_to_escrow(
		reason: &RuntimeHoldReason,
		who: &AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		Self::take_held(reason, who, amount)?;
		remembered::Escrowed::mutate(reason, |escrowed| *escrowed += amount);
		Ok(())
	}
}

impl EscrowLabor for FakeLabor {
	type Reason = RuntimeHoldReason;

	fn escrowed(reason: &RuntimeHoldReason) -> LaborBalance {
		remembered::Escrowed::get(reason)
	}

	fn pool_to_escrow(reason: &RuntimeHoldReason, amount: LaborBalance) -> DispatchResult {
		remembered::Pool::try_mutate(|pool| take_from(pool, amount, POOL_TOO_SMALL))?;
		remembered::Escrowed::mutate(reason, |escrowed| *escrowed += amount);
		Ok(())
	}

	fn escrow_to_pool(reason: &RuntimeHoldReason, amount: LaborBalance) -> DispatchResult {
		Self::take_escrowed(reason, amount)?;
		remembered::Pool::mutate(|pool| *pool += amount);
		Ok(())
	}
}

impl PayWork<AccountId> for FakeLabor {
	type Reason = RuntimeHoldReason;

	fn pay_work(
		reason: &RuntimeHoldReason,
		source: &Source<AccountId>,
		work: Work<AccountId>,
	) -> DispatchResult {
		let Work { worker, labor, stream, payer, .. } = work;
		if labor == 0 {
			return Ok(());
		}
		match source {
			Source::Held(who) => Self::take_held(reason, who, labor)?,
			Source::Escrow => Self::take_escrowed(reason, labor)?,
		}
		// Work that a member pays is Livelihood, whatever its label.
		let (stream, contribution) = match payer {
			Some(_) => (Stream::Livelihood, Percent::from_percent(10).mul_ceil(labor)),
			None => (stream, 0),
		};
		let net = labor - contribution;
		remembered::Pool::mutate(|pool| *pool += contribution);
		if FakeMembers::is_member(&worker) {
			let cap = remembered::HoldingCap::get().unwrap_or(LaborBalance::MAX);
			let now = net.min(cap.saturating_sub(Self::wallet(&worker)));
			remembered::Wallets::mutate(worker, |free| *free += now);
			if now < net {
				remembered::Deferred::mutate(worker, |deferred| *deferred += net - now);
			}
			remembered::Works::append(Work { stream, ..work });
		} else {
			remembered::Pool::mutate(|pool| *pool += net);
			remembered::Claims::append((worker, net));
		}
		Ok(())
	}
}

/// Stands for the vote basket, as far as it knows who can vote.
pub struct FakeElectorate;

impl InspectElectorate<AccountId, BlockNumber> for FakeElectorate {
	fn destroyed() -> ByClass<VoteBalance> {
		remembered::Destroyed::get()
	}

	fn class_weights() -> Option<ClassWeights> {
		remembered::ClassWeight::get()
	}

	fn electorate(
		destroyed: &ByClass<VoteBalance>,
		weights: Option<ClassWeights>,
		without: Option<&AccountId>,
	) -> Electorate {
		let mut votes = remembered::Issued::get().minus(destroyed);
		let mut members = remembered::Heads::get();
		if let Some(basket) = without.and_then(remembered::Baskets::get) {
			votes.subtract(basket.class, basket.weight);
			*members.of(basket.class) -= 1;
		}
		Electorate { votes, members, weights }
	}

	fn voice(who: &AccountId, terms: &TermsOf<Test>) -> VoteBalance {
		remembered::Baskets::get(who)
			.filter(|basket| {
				basket.since <= terms.joined_by && terms.concerns.as_ref() != Some(who)
			})
			.map_or(0, |basket| basket.weight)
	}

	fn is_topic(topic: TopicId) -> bool {
		topic <= GARDEN
	}
}

/// Stands for the vote basket, as far as it keeps ballots.
pub struct FakeBallots;

impl InspectBallots<AccountId> for FakeBallots {
	fn ballot(poll: u32, who: &AccountId) -> Option<Cast> {
		remembered::Ballots::get(poll, who)
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

/// Stands for the epochs.
pub struct FakeEpochs;

impl InspectEpochs for FakeEpochs {
	fn current() -> Epoch {
		remembered::CurrentEpoch::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_current(epoch: Epoch) {
		set_epoch(epoch);
	}
}

/// Stands for those who judge deliveries. There are not enough of them unless a test says so.
pub struct FakeCases;

impl OpenCases<AccountId> for FakeCases {
	fn open(subject: Subject, parties: &[AccountId]) -> bool {
		let enough = remembered::EnoughJudges::get();
		if enough {
			remembered::Cases::append((subject, parties.to_vec()));
		}
		enough
	}
}

/// Knows the track of each call.
pub struct FakeMotions;

impl JudgeMotions<RuntimeCall, AccountId> for FakeMotions {
	fn judge(call: &RuntimeCall) -> Option<Charge<AccountId>> {
		let on = |track| Charge { track, concerns: None, beneficiary: None };
		let mut charge = match call {
			RuntimeCall::Deeds(pallet_deeds::Call::act { track, concerns, beneficiary }) => {
				Charge { track: *track, concerns: *concerns, beneficiary: *beneficiary }
			},
			RuntimeCall::Deeds(pallet_deeds::Call::fail { track }) => on(*track),
			RuntimeCall::Deeds(pallet_deeds::Call::weigh { .. }) => on(Track::Admission),
			RuntimeCall::Proposals(crate::Call::settle { .. }) => on(Track::Work),
			RuntimeCall::System(frame_system::Call::remark { .. }) => on(Track::Constitution),
			_ => return None,
		};
		if let Some(track) = remembered::OtherTrack::get() {
			charge.track = track;
		}
		(!remembered::Forbidden::get()).then_some(charge)
	}
}

/// Stands for what pauses calls.
pub struct FakePause;

impl Contains<RuntimeCall> for FakePause {
	fn contains(_: &RuntimeCall) -> bool {
		!remembered::Paused::get()
	}
}

/// The parameters of most tests, or what a test has chosen instead.
pub struct Governed;

impl Get<Parameters> for Governed {
	fn get() -> Parameters {
		remembered::ChosenParameters::get().unwrap_or(PARAMETERS)
	}
}

/// A chain on which these workers, and nobody else, have been members for some time.
pub fn new_test_ext(workers: &[AccountId]) -> TestState {
	let mut ext = TestState::new_empty();
	ext.execute_with(|| {
		System::set_block_number(FOUNDED);
		set_pool(POOL);
		for who in workers {
			join(*who, Class::Worker);
		}
		System::set_block_number(TODAY);
		System::reset_events();
	});
	ext
}

/// Runs a test on a chain of ten workers, and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	build_with(&EVERYBODY, test);
}

/// The same with other workers.
pub fn build_with(workers: &[AccountId], test: impl FnOnce()) {
	new_test_ext(workers).execute_with(|| {
		test();
		check_invariants();
	});
}

/// The same with so many workers.
pub fn build_group(size: usize, test: impl FnOnce()) {
	build_with(&EVERYBODY[..size], test);
}

/// Fails unless every invariant of the pallet holds, its tallies are the recount of the ballots, and no
/// LABOR was made or lost.
pub fn check_invariants() {
	Proposals::do_try_state().expect("every invariant holds");
	for (proposal, filed) in pallet_proposals::Proposals::<Test>::iter() {
		// Ballots are cleared one hundred at a time, and then the tally is gone soon.
		if !filed.stage.is_done() {
			let mut recount = Tally::new(filed.kind.options());
			remembered::Ballots::iter_prefix_values(proposal).for_each(|cast| recount.add(&cast));
			assert_eq!(filed.tally, recount, "proposal {proposal}");
		}
	}
	assert_eq!(supply(), remembered::Supply::get(), "LABOR was made or lost");
}

// What membership does.

pub fn join(who: AccountId, class: Class) {
	remembered::Classes::insert(who, class);
	System::inc_providers(&who);
	remembered::Baskets::insert(who, Basket { class, weight: VOTE, since: System::block_number() });
	remembered::Issued::mutate(|issued| issued.add(class, VOTE));
	remembered::Heads::mutate(|heads| *heads.of(class) += 1);
	set_wallet(who, WALLET);
	Proposals::on_joined(&who, class);
}

pub fn leave(who: AccountId) {
	let class = remembered::Classes::take(who).expect("only members leave");
	Proposals::on_left(&who, class);
	let basket = remembered::Baskets::take(who).expect("a member has a basket");
	remembered::Destroyed::mutate(|destroyed| destroyed.add(class, basket.weight));
	remembered::Heads::mutate(|heads| *heads.of(class) -= 1);
	assert_eq!(held(who), 0, "the ledger cannot settle what is still tied up");
	let rest = remembered::Wallets::take(who) + remembered::Deferred::take(who);
	remembered::Pool::mutate(|pool| *pool += rest);
	System::dec_providers(&who).expect("nothing keeps a former member's account");
}

pub fn change_class(who: AccountId, to: Class) {
	let from = remembered::Classes::get(who).expect("only members have a class");
	remembered::Classes::insert(who, to);
	remembered::Baskets::mutate(who, |basket| {
		let basket = basket.as_mut().expect("a member has a basket");
		remembered::Destroyed::mutate(|destroyed| destroyed.add(from, basket.weight));
		remembered::Issued::mutate(|issued| issued.add(to, basket.weight));
		basket.class = to;
	});
	remembered::Heads::mutate(|heads| {
		*heads.of(from) -= 1;
		*heads.of(to) += 1;
	});
	Proposals::on_class_changed(&who, from, to);
}

// VOTE.

/// A member's vote weighs this much from now on.
pub fn set_vote(who: AccountId, weight: VoteBalance) {
	remembered::Baskets::mutate(who, |basket| {
		let basket = basket.as_mut().expect("it is a member");
		remembered::Issued::mutate(|issued| {
			issued.subtract(basket.class, basket.weight);
			issued.add(basket.class, weight);
		});
		basket.weight = weight;
	});
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

/// What the one says who keeps ballots.
pub const NOT_VOTED_ON: DispatchError = DispatchError::Other("there is no such open vote");
pub const NO_VOICE: DispatchError = DispatchError::Other("this one does not vote here");
pub const NO_CHOICE: DispatchError = DispatchError::Other("this is not to be chosen here");
pub const NO_MORE_CHANGES: DispatchError = DispatchError::Other("votes are only cast now");

/// Casts or changes a vote, in the way of the vote basket.
pub fn vote(who: AccountId, proposal: ProposalId, choice: Choice) -> DispatchResult {
	Proposals::try_access_poll(proposal, |status| {
		let PollStatus::Ongoing(tally, terms) = status else { return Err(NOT_VOTED_ON) };
		let weight = FakeElectorate::voice(&who, &terms);
		ensure!(weight > 0, NO_VOICE);
		let chosen = match (choice, terms.options) {
			(Choice::Abstain, _) => true,
			(Choice::Option(at), options) => at < options,
			(_, options) => options == 0,
		};
		ensure!(chosen, NO_CHOICE);
		let before = remembered::Ballots::get(proposal, who);
		ensure!(before.is_none() || terms.may_change, NO_MORE_CHANGES);
		let class = FakeMembers::class(&who).ok_or(NO_VOICE)?;
		let cast = Cast { choice, class, weight };
		if let Some(before) = before {
			tally.subtract(&before);
		}
		tally.add(&cast);
		remembered::Ballots::insert(proposal, who, cast);
		Ok(())
	})
}

/// All of these vote alike.
pub fn vote_all(voters: &[AccountId], proposal: ProposalId, choice: Choice) {
	for who in voters {
		assert_ok!(vote(*who, proposal, choice));
	}
}

pub fn ayes(voters: &[AccountId], proposal: ProposalId) {
	vote_all(voters, proposal, Choice::Aye);
}

pub fn nays(voters: &[AccountId], proposal: ProposalId) {
	vote_all(voters, proposal, Choice::Nay);
}

pub fn blocks(voters: &[AccountId], proposal: ProposalId) {
	vote_all(voters, proposal, Choice::Block);
}

// What time and the artel do.

pub fn now() -> BlockNumber {
	System::block_number()
}

pub fn run_to_block(block: impl Into<BlockNumber>) {
	let block = block.into();
	assert!(block >= now(), "time does not run backwards");
	System::set_block_number(block);
}

/// Lets this many blocks pass.
pub fn pass_blocks(blocks: impl Into<BlockNumber>) {
	System::set_block_number(now() + blocks.into());
}

/// A block that has so much room left does what an idle block does, and says how much of it that took.
pub fn idle(room: Weight) -> Weight {
	Proposals::on_idle(now(), room)
}

pub fn set_epoch(epoch: Epoch) {
	remembered::CurrentEpoch::put(epoch);
}

pub fn govern(change: impl FnOnce(&mut Parameters)) {
	let mut parameters = Governed::get();
	change(&mut parameters);
	assert!(parameters.are_possible(), "the artel could not choose these");
	remembered::ChosenParameters::put(parameters);
}

/// From now on no motion may carry anything.
pub fn forbid_motions() {
	remembered::Forbidden::put(true);
}

/// From now on every call is decided on this track.
pub fn judge_otherwise(track: Track) {
	remembered::OtherTrack::put(track);
}

/// From now on nothing but Root is allowed anything, or everybody everything again.
pub fn pause(paused: bool) {
	remembered::Paused::put(paused);
}

/// From now on there are enough to judge what is delivered.
pub fn with_judges() {
	remembered::EnoughJudges::put(true);
}

/// The cases that were opened since this was asked last.
pub fn cases() -> Vec<(Subject, Vec<AccountId>)> {
	remembered::Cases::take()
}

/// What a case has decided.
pub fn judge(proposal: ProposalId, percent: u8) -> DispatchResult {
	let quality = Percent::from_percent(percent);
	<Proposals as SettleVerdict>::settle(Subject::Task(proposal), quality)
}

// LABOR.

pub fn wallet(who: AccountId) -> LaborBalance {
	remembered::Wallets::get(who)
}

pub fn set_wallet(who: AccountId, amount: LaborBalance) {
	let before = wallet(who);
	remembered::Supply::mutate(|supply| *supply = *supply + amount - before);
	remembered::Wallets::insert(who, amount);
}

pub fn pool() -> LaborBalance {
	remembered::Pool::get()
}

pub fn set_pool(amount: LaborBalance) {
	let before = pool();
	remembered::Supply::mutate(|supply| *supply = *supply + amount - before);
	remembered::Pool::put(amount);
}

/// From now on nobody owns more than this; what exceeds it is deferred.
pub fn set_holding_cap(cap: LaborBalance) {
	remembered::HoldingCap::put(cap);
}

/// What is tied up on a member's account for tasks.
pub fn held(who: AccountId) -> LaborBalance {
	FakeLabor::held(&HoldReason::Task.into(), &who)
}

/// What is in escrow for tasks.
pub fn escrowed() -> LaborBalance {
	FakeLabor::escrowed(&HoldReason::Task.into())
}

pub fn deferred(who: AccountId) -> LaborBalance {
	remembered::Deferred::get(who)
}

/// All the LABOR there is.
pub fn supply() -> LaborBalance {
	pool()
		+ remembered::Wallets::iter_values().sum::<LaborBalance>()
		+ remembered::Holds::iter_values().sum::<LaborBalance>()
		+ remembered::Escrowed::iter_values().sum::<LaborBalance>()
		+ remembered::Deferred::iter_values().sum::<LaborBalance>()
}

/// The works that were paid since this was asked last.
pub fn works() -> Vec<Work<AccountId>> {
	remembered::Works::take()
}

/// The exit claims that arose since this was asked last.
pub fn claims() -> Vec<(AccountId, LaborBalance)> {
	remembered::Claims::take()
}

// What members write.

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn line(text: &str) -> Line {
	Line::try_from(text).expect("it fits on a line")
}

pub fn note(text: &str) -> Note {
	Note::try_from(text).expect("it fits in a note")
}

/// What a proposal on the general topic says of itself.
pub fn heading(title: &str) -> HeadingOf<Test> {
	Heading { title: line(title), topic: 0, link: Note::default(), content: H256::zero() }
}

/// A part of any size, even beyond a whole, which neither decodes nor follows from arithmetic.
pub fn impossible(percent: u8) -> Percent {
	serde_json::from_value(percent.into()).expect("it is checked nowhere else")
}

pub fn options(texts: &[&str]) -> Options {
	let options: Vec<_> = texts.iter().map(|text| line(text)).collect();
	options.try_into().expect("there are few options in a test")
}

/// Common work of so long out of the pool, open to applicants, to be delivered within a thousand blocks.
pub fn task(minutes: Minutes) -> TaskOf<Test> {
	Task { minutes, worker: None, stream: Stream::Commons, time: 1_000, funding: Funding::Pool }
}

/// The same for this worker.
pub fn task_for(worker: AccountId, minutes: Minutes) -> TaskOf<Test> {
	Task { worker: Some(worker), ..task(minutes) }
}

/// Work that its proposer pays, open to applicants.
pub fn own_task(minutes: Minutes) -> TaskOf<Test> {
	Task { funding: Funding::Own, stream: Stream::Livelihood, ..task(minutes) }
}

/// Common work that somebody did for so long.
pub fn reward(worker: AccountId, minutes: Minutes) -> RewardOf<Test> {
	let evidence = note("https://example.org/photo");
	Reward { worker, minutes, stream: Stream::Commons, evidence }
}

/// A call that works, decided on this track.
pub fn deed(track: Track) -> RuntimeCall {
	deed_about(track, None, None)
}

/// The same, about these.
pub fn deed_about(
	track: Track,
	concerns: Option<AccountId>,
	beneficiary: Option<AccountId>,
) -> RuntimeCall {
	RuntimeCall::Deeds(pallet_deeds::Call::act { track, concerns, beneficiary })
}

/// A call that fails, decided on this track.
pub fn misdeed(track: Track) -> RuntimeCall {
	RuntimeCall::Deeds(pallet_deeds::Call::fail { track })
}

/// A call, decided as an admission, that can weigh this much and turns out to weigh less.
pub fn heavy(weight: Weight, used: Option<Weight>, fails: bool) -> RuntimeCall {
	RuntimeCall::Deeds(pallet_deeds::Call::weigh { weight, used, fails })
}

/// With which origins deeds were done since this was asked last.
pub fn deeds() -> Vec<OriginCaller> {
	pallet_deeds::Done::<Test>::take()
		.iter()
		.map(|origin| OriginCaller::decode(&mut &origin[..]).expect("it was an origin"))
		.collect()
}

// What members propose.

pub fn last() -> ProposalId {
	LastProposal::<Test>::get()
}

pub fn ask(who: AccountId, texts: &[&str]) -> ProposalId {
	assert_ok!(Proposals::ask(signed(who), heading("What now?"), options(texts), None));
	last()
}

pub fn propose_task(who: AccountId, task: TaskOf<Test>) -> ProposalId {
	assert_ok!(Proposals::propose_task(signed(who), heading("Weed the garden"), task));
	last()
}

pub fn propose_reward(who: AccountId, reward: RewardOf<Test>) -> ProposalId {
	assert_ok!(Proposals::propose_reward(signed(who), heading("The roof is tight"), reward));
	last()
}

pub fn propose_motion(who: AccountId, call: RuntimeCall) -> ProposalId {
	assert_ok!(Proposals::propose_motion(signed(who), heading("Let us do it"), Box::new(call)));
	last()
}

/// Alice moves something on this track.
pub fn moved(track: Track) -> ProposalId {
	propose_motion(ALICE, deed(track))
}

// What becomes of it.

pub fn filed(proposal: ProposalId) -> ProposalOf<Test> {
	pallet_proposals::Proposals::<Test>::get(proposal).expect("the proposal is there")
}

pub fn stage(proposal: ProposalId) -> StageOf<Test> {
	filed(proposal).stage
}

pub fn rules(proposal: ProposalId) -> Rules<BlockNumber> {
	filed(proposal).rules
}

/// How a proposal has ended.
pub fn end(proposal: ProposalId) -> Option<End> {
	match stage(proposal) {
		Stage::Done { end, .. } => Some(end),
		_ => None,
	}
}

/// On which route a proposal was approved.
pub fn route(proposal: ProposalId) -> Option<Route> {
	match stage(proposal) {
		Stage::Approved { route, .. } => Some(route),
		_ => None,
	}
}

/// How the vote has ended, if somebody advances it now.
pub fn outcome(proposal: ProposalId) -> Option<Outcome> {
	Proposals::proposal(proposal)
		.expect("the proposal is there")
		.prospect
		.and_then(|prospect| prospect.now)
}

/// Whether something may still follow from a proposal.
pub fn is_active(proposal: ProposalId) -> bool {
	Proposals::active().iter().any(|(number, _)| *number == proposal)
}

pub fn tally(proposal: ProposalId) -> Tally {
	filed(proposal).tally
}

pub fn run_to_notice(proposal: ProposalId) {
	run_to_block(rules(proposal).notice);
}

pub fn run_to_end(proposal: ProposalId) {
	run_to_block(rules(proposal).ends);
}

/// Somebody who is no member advances a proposal.
pub fn advance(proposal: ProposalId) -> DispatchResultWithPostInfo {
	Proposals::advance(signed(STRANGER), proposal)
}

/// Somebody who is no member executes a motion.
pub fn execute(proposal: ProposalId) -> DispatchResultWithPostInfo {
	Proposals::execute(signed(STRANGER), proposal, HEAVIEST)
}

pub fn clear(proposal: ProposalId) -> DispatchResultWithPostInfo {
	Proposals::clear(signed(STRANGER), proposal)
}

/// Everybody who can votes for a proposal, until that is enough, and it is advanced as soon as its
/// notice is over.
pub fn pass(proposal: ProposalId) {
	for who in remembered::Baskets::iter_keys() {
		let Some((_, terms)) = Proposals::as_ongoing(proposal) else { break };
		if FakeElectorate::voice(&who, &terms) > 0 {
			assert_ok!(vote(who, proposal, Choice::Aye));
		}
	}
	run_to_block(rules(proposal).notice.max(now()));
	assert_ok!(advance(proposal));
}

/// The same, and it can be executed or funded.
pub fn pass_and_wait(proposal: ProposalId) {
	pass(proposal);
	if let Stage::Approved { from, .. } = stage(proposal) {
		run_to_block(from);
	}
}

/// A task that was approved, and paid for.
pub fn funded(who: AccountId, task: TaskOf<Test>) -> ProposalId {
	let proposal = propose_task(who, task);
	pass(proposal);
	assert!(matches!(stage(proposal), Stage::Offered { .. }), "it could not be paid");
	proposal
}

/// The same, taken on by this worker.
pub fn assigned(who: AccountId, task: TaskOf<Test>, worker: AccountId) -> ProposalId {
	let proposal = funded(who, Task { worker: Some(worker), ..task });
	assert_ok!(Proposals::accept_task(signed(worker), proposal));
	proposal
}

/// The same, delivered.
pub fn delivered(who: AccountId, task: TaskOf<Test>, worker: AccountId) -> ProposalId {
	let proposal = assigned(who, task, worker);
	assert_ok!(deliver(worker, proposal));
	proposal
}

pub fn deliver(worker: AccountId, proposal: ProposalId) -> DispatchResult {
	Proposals::deliver(signed(worker), proposal, note("https://example.org/photo"))
}

/// The same, disputed by whoever proposed it.
pub fn disputed(who: AccountId, task: TaskOf<Test>, worker: AccountId) -> ProposalId {
	let proposal = delivered(who, task, worker);
	assert_ok!(dispute(who, proposal));
	proposal
}

pub fn dispute(who: AccountId, proposal: ProposalId) -> DispatchResult {
	Proposals::dispute(signed(who), proposal, note("half of it is missing"))
}

/// A motion of all members settles a disputed task.
pub fn settle(proposal: ProposalId, percent: u8) -> DispatchResult {
	let work = pallet_proposals::Origin(Track::Work).into();
	Proposals::settle(work, proposal, Percent::from_percent(percent))
}

// What there is.

/// What the pallet said since this was asked last.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// The keys of everything that is stored of proposals and ballots.
pub fn keys() -> Vec<Vec<u8>> {
	let mut found = Vec::new();
	let mut last = Vec::new();
	while let Some(next) = sp_io::storage::next_key(&last) {
		found.push(next.clone());
		last = next;
	}
	let ballots = remembered::Ballots::iter_keys()
		.map(|(proposal, who)| remembered::Ballots::hashed_key_for(proposal, who))
		.collect::<Vec<_>>();
	let prefix = frame::hashing::twox_128(b"Proposals");
	found.retain(|key| key.starts_with(&prefix) || ballots.contains(key));
	found
}
