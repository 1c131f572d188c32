//! The pallet's neighbours, faked by plain values.

use super::*;
use artel_primitives::{
	epochs::Epoch,
	membership::MemberNumber,
	vote::{ByClass, Cast, Choice, ClassWeights, Electorate},
};
use frame::deps::sp_runtime::TokenError;

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
			let cast =
				Cast { choice: Choice::Abstain, class: Class::Worker, weight: VOTE, own: true };
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
