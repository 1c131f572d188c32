//! What the artel governs without a runtime upgrade: one struct of figures for each of its rooms.
//!
//! Each figure has a range, so that none can lock the artel or hand it over to a few; see
//! [`artel_primitives::figures`]. A motion is judged here when it is filed and when it is carried out, and
//! so is what a chain begins with.

use crate::{configs::system::RuntimeBlockWeights, weights, *};
use alloc::{boxed::Box, vec};
use artel_primitives::{
	figures::Times,
	text::{Form, Line, Note, Text},
	units::{LaborBalance, DAYS},
	vote::ProposalId,
};
use codec::Encode;
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	dynamic_params::{dynamic_pallet_params, dynamic_params},
	traits::{EnsureOrigin, EnsureOriginWithArg, Get},
	weights::Weight,
};
use frame_system::EnsureRoot;
use pallet_fee_quota::{Prices, Units};
use pallet_proposals::Heading;

/// Blocks in an epoch, unless genesis or the artel decide otherwise: a week.
pub const EPOCH: BlockNumber = 7 * DAYS;

/// The figures by room.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod dynamic_params {
	use super::*;

	/// What is governed about validators.
	#[dynamic_pallet_params]
	#[codec(index = 0)]
	pub mod validators {
		/// After how much silence a validator is left out.
		#[codec(index = 0)]
		pub static Rules: pallet_validators::Parameters = pallet_validators::Parameters::DEFAULT;
	}

	/// What is governed about LABOR.
	#[dynamic_pallet_params]
	#[codec(index = 1)]
	pub mod mutual_credit {
		/// Grants, holding cap, contribution, rate band and times.
		#[codec(index = 0)]
		pub static Rules: pallet_mutual_credit::Parameters =
			pallet_mutual_credit::Parameters::DEFAULT;
	}

	/// What is governed about fee quotas.
	#[dynamic_pallet_params]
	#[codec(index = 2)]
	pub mod fee_quota {
		/// How much a member may do without coin, and how soon again.
		#[codec(index = 0)]
		pub static Rules: pallet_fee_quota::Parameters = pallet_fee_quota::Parameters::DEFAULT;
	}

	/// What is governed about LOVE.
	#[dynamic_pallet_params]
	#[codec(index = 3)]
	pub mod reputation {
		/// Half-life, limits of work, recognition and grants, and leave.
		#[codec(index = 0)]
		pub static Rules: pallet_reputation::Parameters = pallet_reputation::Parameters::DEFAULT;
	}

	/// What is governed about votes.
	#[dynamic_pallet_params]
	#[codec(index = 4)]
	pub mod vote_basket {
		/// Whether classes weigh differently.
		#[codec(index = 0)]
		pub static Rules: pallet_vote_basket::Parameters = pallet_vote_basket::Parameters::DEFAULT;
	}

	/// What is governed about proposals.
	#[dynamic_pallet_params]
	#[codec(index = 5)]
	pub mod proposals {
		/// How long votes last, and what passes.
		#[codec(index = 0)]
		pub static Rules: pallet_proposals::Parameters = pallet_proposals::Parameters::DEFAULT;
	}

	/// What is governed about work under way.
	#[dynamic_pallet_params]
	#[codec(index = 6)]
	pub mod deliveries {
		/// How long deliveries can be disputed, and how long work takes.
		#[codec(index = 0)]
		pub static Rules: pallet_deliveries::Parameters = pallet_deliveries::Parameters::DEFAULT;
	}
}

/// What the figures of one room are judged beside.
pub struct Beside {
	/// Between which ends this chain's times lie.
	pub times: Times,
	/// LABOR for each member.
	pub allotment: LaborBalance,
}

impl Beside {
	/// As things stand.
	fn now() -> Self {
		Self { times: times(), allotment: MutualCredit::supply().allotment }
	}
}

/// Between which ends this chain's times lie.
pub fn times() -> Times {
	TimeScale::<Runtime>::get().times()
}

/// Between which ends the length of an epoch lies.
pub struct EpochLengths;

impl Get<core::ops::RangeInclusive<BlockNumber>> for EpochLengths {
	fn get() -> core::ops::RangeInclusive<BlockNumber> {
		let Times { shortest_epoch, longest_epoch, .. } = times();
		shortest_epoch..=longest_epoch
	}
}

/// The power to change figures: what members decide about the artel itself.
///
/// LOVE that has decayed until now has done so by the half-life that held until now. So that is settled
/// before another one holds.
pub struct FigureOrigin;

impl EnsureOriginWithArg<RuntimeOrigin, RuntimeParametersKey> for FigureOrigin {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin, room: &RuntimeParametersKey) -> Result<(), RuntimeOrigin> {
		<EnsureRoot<AccountId> as EnsureOrigin<_>>::try_origin(origin)?;
		if let RuntimeParametersKey::Reputation(_) = room {
			Reputation::settle_decay();
		}
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &RuntimeParametersKey) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::root())
	}
}

/// What a change of figures costs, with what follows from it.
pub struct WithWhatFollows;

impl pallet_parameters::WeightInfo for WithWhatFollows {
	fn set_parameter() -> Weight {
		use pallet_reputation::weights::{SubstrateWeight, WeightInfo};
		weights::pallet_parameters::WeightInfo::<Runtime>::set_parameter()
			.saturating_add(SubstrateWeight::<Runtime>::settle_decay())
	}
}

/// Whether the artel can decide on these figures, as things stand.
pub fn judge(parameter: &RuntimeParameters) -> bool {
	judge_beside(parameter, &Beside::now())
}

/// Whether the artel can decide on this much LABOR for each member: it covers both grants.
pub fn judge_allotment(allotment: LaborBalance) -> bool {
	let rules: pallet_mutual_credit::Parameters = dynamic_params::mutual_credit::Rules::get();
	rules.allow(allotment)
}

/// Whether the artel can decide that epochs last this long.
pub fn judge_epoch(length: BlockNumber) -> bool {
	Epochs::is_possible(length)
}

/// Whether every figure of a room lies in its range, and fits those of the other rooms.
///
/// Only what is to change is judged: whatever a later release finds impossible can be mended room by
/// room. Where no figures are named, the room returns to those that a chain begins with.
pub fn judge_beside(parameter: &RuntimeParameters, beside: &Beside) -> bool {
	use dynamic_params::*;
	use RuntimeParameters as Room;
	let Beside { times, allotment } = beside;
	match parameter {
		Room::Validators(validators::Parameters::Rules(_, rules)) => {
			rules.as_ref().unwrap_or(&pallet_validators::Parameters::DEFAULT).are_possible()
		},
		Room::MutualCredit(mutual_credit::Parameters::Rules(_, rules)) => {
			let rules = rules.as_ref().unwrap_or(&pallet_mutual_credit::Parameters::DEFAULT);
			rules.are_possible() && rules.allow(*allotment)
		},
		Room::FeeQuota(fee_quota::Parameters::Rules(_, rules)) => rules
			.as_ref()
			.unwrap_or(&pallet_fee_quota::Parameters::DEFAULT)
			.are_possible(&prices(), times),
		Room::Reputation(reputation::Parameters::Rules(_, rules)) => {
			rules.as_ref().unwrap_or(&pallet_reputation::Parameters::DEFAULT).are_possible()
		},
		Room::VoteBasket(vote_basket::Parameters::Rules(_, rules)) => {
			rules.as_ref().unwrap_or(&pallet_vote_basket::Parameters::DEFAULT).are_possible()
		},
		Room::Proposals(proposals::Parameters::Rules(_, rules)) => {
			rules.as_ref().unwrap_or(&pallet_proposals::Parameters::DEFAULT).are_possible(times)
		},
		Room::Deliveries(deliveries::Parameters::Rules(_, rules)) => {
			rules.as_ref().unwrap_or(&pallet_deliveries::Parameters::DEFAULT).are_possible(times)
		},
	}
}

/// What a member without coin must always be able to do, at its dearest, and what nobody should.
///
/// Deciding is to file the longest motion, to vote on it with the longest reason, to end the vote and to
/// carry out the dearest motion there is. What of it is free in the end must be covered before, all the
/// same.
pub fn prices() -> Prices {
	use pallet_membership::Call as MembershipCall;
	use pallet_proposals::Call as ProposalsCall;
	use pallet_vote_basket::{Call as VoteCall, Vote};

	let (title, reason): (Line, Note) = (longest(), longest());
	let heading = Heading { title, link: reason.clone(), content: Hash::repeat_byte(0xff) };
	let proposal = ProposalId::MAX;
	let deciding: [RuntimeCall; 4] = [
		ProposalsCall::propose_motion { heading, motion: Box::new(longest_motion()) }.into(),
		VoteCall::vote { poll: proposal, vote: Vote::Block(reason) }.into(),
		ProposalsCall::advance { proposal }.into(),
		ProposalsCall::execute { proposal }.into(),
	];
	let most = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_total.unwrap_or_default();
	Prices {
		deciding: deciding.into_iter().map(price).fold(0, Units::saturating_add),
		leaving: price(MembershipCall::leave {}.into()),
		block: FeeQuota::price(most, 0, DispatchClass::Normal),
	}
}

/// What this call costs a quota, in the longest transaction that carries it.
fn price(call: RuntimeCall) -> Units {
	let extension = transactions::longest_extension();
	let (who, signature) = (AccountId::new([0; 32]), sp_core::ecdsa::Signature::default());
	let signed = UncheckedExtrinsic::new_signed(call, who.into(), signature.into(), extension);
	let length = u32::try_from(signed.encoded_size()).unwrap_or(u32::MAX);
	let info = signed.get_dispatch_info();
	FeeQuota::price(info.total_weight(), length, info.class)
}

/// A text as long as it can be.
fn longest<F: Form>() -> Text<F> {
	let letters = usize::try_from(F::Bytes::get()).unwrap_or_default();
	Text::try_from("x".repeat(letters).as_str()).unwrap_or_default()
}

/// A call as long as a motion can be.
fn longest_motion() -> RuntimeCall {
	let length: u32 = <Runtime as pallet_proposals::Config>::MaxMotionLength::get();
	// Two bytes name the call, and two say how long the rest is.
	let rest = usize::try_from(length.saturating_sub(4)).unwrap_or_default();
	frame_system::Call::remark { remark: vec![0; rest] }.into()
}

/// What the dearest call takes that a motion can carry: an exit, with all there can be to settle.
pub(crate) fn dearest_motion() -> Weight {
	let (who, statute) = (AccountId::new([0; 32]), Hash::zero());
	let expel: RuntimeCall =
		pallet_membership::Call::expel { who, reason: longest(), statute }.into();
	expel.get_dispatch_info().call_weight
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
	fn default() -> Self {
		RuntimeParameters::MutualCredit(dynamic_params::mutual_credit::Parameters::Rules(
			dynamic_params::mutual_credit::Rules,
			Some(pallet_mutual_credit::Parameters::DEFAULT),
		))
	}
}

pub use at_genesis::*;

/// What a chain's figures begin with, and by which scale it measures its times. The stock pallet of
/// parameters has no genesis of its own.
#[frame_support::pallet]
pub mod at_genesis {
	use super::{dynamic_params, RuntimeParameters};
	use artel_primitives::figures::Scale;
	use frame_support::{pallet_prelude::*, traits::dynamic_params::AggregatedKeyValue};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config + pallet_parameters::Config<RuntimeParameters = RuntimeParameters>
	{
	}

	/// By which ranges this chain measures its times, chosen at genesis and never changed.
	#[pallet::storage]
	pub type TimeScale<T> = StorageValue<_, Scale, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// By which ranges it measures its times: `Real` unless it is for developing.
		pub scale: Scale,
		/// What is governed of LABOR, where it differs.
		pub mutual_credit: Option<pallet_mutual_credit::Parameters>,
		/// What is governed of fee quotas, where it differs.
		pub fee_quota: Option<pallet_fee_quota::Parameters>,
		/// What is governed of LOVE, where it differs.
		pub reputation: Option<pallet_reputation::Parameters>,
		/// What is governed of votes, where it differs.
		pub vote_basket: Option<pallet_vote_basket::Parameters>,
		/// What is governed of proposals, where it differs.
		pub proposals: Option<pallet_proposals::Parameters>,
		/// What is governed of work under way, where it differs.
		pub deliveries: Option<pallet_deliveries::Parameters>,
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	impl<T: Config> GenesisConfig<T> {
		/// The figures of every room that it names, as a motion would name them.
		pub fn rooms(&self) -> [RuntimeParameters; 6] {
			use dynamic_params::*;
			use RuntimeParameters::*;
			[
				MutualCredit(mutual_credit::Parameters::Rules(
					mutual_credit::Rules,
					self.mutual_credit.clone(),
				)),
				FeeQuota(fee_quota::Parameters::Rules(fee_quota::Rules, self.fee_quota.clone())),
				Reputation(reputation::Parameters::Rules(
					reputation::Rules,
					self.reputation.clone(),
				)),
				VoteBasket(vote_basket::Parameters::Rules(
					vote_basket::Rules,
					self.vote_basket.clone(),
				)),
				Proposals(proposals::Parameters::Rules(proposals::Rules, self.proposals.clone())),
				Deliveries(deliveries::Parameters::Rules(
					deliveries::Rules,
					self.deliveries.clone(),
				)),
			]
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			TimeScale::<T>::put(self.scale);
			for room in self.rooms() {
				let (key, figures) = room.into_parts();
				pallet_parameters::Parameters::<T>::set(key, figures);
			}
		}
	}
}
