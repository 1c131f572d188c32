//! What the artel governs without a runtime upgrade: one struct of parameters per pallet.

use crate::{BlockNumber, Runtime};
use artel_primitives::units::{DAYS, LABOR, LOVE, MILLI_ART};
use core::num::NonZeroU32;
use frame_support::dynamic_params::{dynamic_pallet_params, dynamic_params};
use pallet_proposals::Fraction;
use sp_runtime::Percent;

/// Blocks in an epoch, unless genesis or the artel decide otherwise: a week.
pub const EPOCH: BlockNumber = 7 * DAYS;

/// Epochs in a period.
const PERIOD: BlockNumber = 13;

/// What is governed of LABOR, to begin with.
pub const MUTUAL_CREDIT: pallet_mutual_credit::Parameters = pallet_mutual_credit::Parameters {
	first_grant: 10 * LABOR,
	second_grant: 10 * LABOR,
	holding_cap: 120 * LABOR,
	contribution: Percent::from_percent(10),
	band_floor: Percent::from_percent(50),
	band_ceiling: Percent::one(),
	earmark_epochs: 52,
	acceptance_window: EPOCH,
	longest_order: PERIOD * EPOCH,
};

/// What is governed of fee quotas, to begin with: about a hundred ordinary calls a day, and to leave
/// with as many tasks, offers and orders as there can be.
pub const FEE_QUOTA: pallet_fee_quota::Parameters = pallet_fee_quota::Parameters {
	capacity: 300 * MILLI_ART,
	reserve: 100 * MILLI_ART,
	refill: NonZeroU32::new(DAYS).expect("a day has blocks"),
};

/// What is governed of LOVE, to begin with.
pub const REPUTATION: pallet_reputation::Parameters = pallet_reputation::Parameters {
	half_life: 52,
	weekly_minutes: 3_600,
	accrual: 13,
	recognition_part: Percent::from_percent(20),
	recognition_limit: 2 * LOVE,
	grant_limit: 10 * LOVE,
	grants_part: Percent::from_percent(20),
	yearly_leave: 26,
};

/// What is governed of proposals, to begin with.
pub const PROPOSALS: pallet_proposals::Parameters = pallet_proposals::Parameters {
	period: 14 * DAYS,
	quiet: DAYS,
	consultation: 3 * DAYS,
	notice: 2 * DAYS,
	long_notice: EPOCH,
	lost_key_notice: 4 * EPOCH,
	fund_delay: DAYS,
	long_delay: EPOCH,
	lapse: 2 * EPOCH,
	memory: PERIOD * EPOCH,
	acceptance_window: EPOCH,
	longest_task: PERIOD * EPOCH,
	lazy_below: 7,
	lazy_period: 3 * DAYS,
	majority: Fraction::new(1, 2),
	supermajority: Fraction::new(2, 3),
	second_majority: Fraction::new(2, 3),
	second_supermajority: Fraction::new(3, 4),
	turnout: Percent::from_percent(15),
	block: Percent::from_percent(10),
	spending: Percent::from_percent(10),
};

/// The parameters by pallet. Their types refuse impossible values when a call is decoded.
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
		pub static Rules: pallet_mutual_credit::Parameters = MUTUAL_CREDIT;
	}

	/// What is governed about fee quotas.
	#[dynamic_pallet_params]
	#[codec(index = 2)]
	pub mod fee_quota {
		/// How much a member may do without coin, and how soon again.
		#[codec(index = 0)]
		pub static Rules: pallet_fee_quota::Parameters = FEE_QUOTA;
	}

	/// What is governed about LOVE.
	#[dynamic_pallet_params]
	#[codec(index = 3)]
	pub mod reputation {
		/// Half-life, limits of work, recognition and grants, and leave.
		#[codec(index = 0)]
		pub static Rules: pallet_reputation::Parameters = REPUTATION;
	}

	/// What is governed about votes.
	#[dynamic_pallet_params]
	#[codec(index = 4)]
	pub mod vote_basket {
		/// Whether classes weigh differently.
		#[codec(index = 0)]
		pub static Rules: pallet_vote_basket::Parameters = Default::default();
	}

	/// What is governed about proposals.
	#[dynamic_pallet_params]
	#[codec(index = 5)]
	pub mod proposals {
		/// How long votes last, and what passes.
		#[codec(index = 0)]
		pub static Rules: pallet_proposals::Parameters = PROPOSALS;
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
	fn default() -> Self {
		RuntimeParameters::MutualCredit(dynamic_params::mutual_credit::Parameters::Rules(
			dynamic_params::mutual_credit::Rules,
			Some(MUTUAL_CREDIT),
		))
	}
}

pub use at_genesis::*;

/// What a chain's parameters begin with. The stock pallet of parameters has no genesis of its own.
#[frame_support::pallet]
pub mod at_genesis {
	use super::{dynamic_params, RuntimeParameters};
	use frame_support::{pallet_prelude::*, traits::dynamic_params::AggregatedKeyValue};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config + pallet_parameters::Config<RuntimeParameters = RuntimeParameters>
	{
	}

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
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
		/// The type of the chain.
		#[serde(skip)]
		pub config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let put = |parameter: RuntimeParameters| {
				let (key, value) = parameter.into_parts();
				pallet_parameters::Parameters::<T>::set(key, value);
			};
			if let Some(rules) = &self.mutual_credit {
				assert!(rules.are_possible(), "the parameters of LABOR are impossible");
				put(RuntimeParameters::MutualCredit(
					dynamic_params::mutual_credit::Parameters::Rules(
						dynamic_params::mutual_credit::Rules,
						Some(rules.clone()),
					),
				));
			}
			if let Some(rules) = &self.reputation {
				assert!(rules.are_possible(), "the parameters of LOVE are impossible");
				put(RuntimeParameters::Reputation(dynamic_params::reputation::Parameters::Rules(
					dynamic_params::reputation::Rules,
					Some(rules.clone()),
				)));
			}
			if let Some(rules) = &self.vote_basket {
				assert!(rules.are_possible(), "the parameters of votes are impossible");
				put(RuntimeParameters::VoteBasket(dynamic_params::vote_basket::Parameters::Rules(
					dynamic_params::vote_basket::Rules,
					Some(rules.clone()),
				)));
			}
			if let Some(rules) = &self.proposals {
				assert!(rules.are_possible(), "the parameters of proposals are impossible");
				put(RuntimeParameters::Proposals(dynamic_params::proposals::Parameters::Rules(
					dynamic_params::proposals::Rules,
					Some(rules.clone()),
				)));
			}
			if let Some(rules) = &self.fee_quota {
				put(RuntimeParameters::FeeQuota(dynamic_params::fee_quota::Parameters::Rules(
					dynamic_params::fee_quota::Rules,
					Some(rules.clone()),
				)));
			}
		}
	}
}
