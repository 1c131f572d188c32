// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_proposals`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-27, 50 steps, 20 repeats, on a machine of its own (Intel(R) Xeon(R) Processor).

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn ask() -> Weight;
	fn propose_task() -> Weight;
	fn propose_reward() -> Weight;
	fn propose_motion() -> Weight;
	fn withdraw() -> Weight;
	fn advance() -> Weight;
	fn advance_task() -> Weight;
	fn execute() -> Weight;
	fn clear() -> Weight;
	fn stake() -> Weight;
	fn claim() -> Weight;
	fn clear_stakes() -> Weight;
	fn sweep_begin() -> Weight;
	fn sweep_one() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn stake() -> Weight {
		Weight::from_parts(120_000_000, 40_000).saturating_add(T::DbWeight::get().reads_writes(12, 8))
	}
	fn claim() -> Weight {
		Weight::from_parts(150_000_000, 40_000).saturating_add(T::DbWeight::get().reads_writes(14, 12))
	}
	fn clear_stakes() -> Weight {
		Weight::from_parts(1_000_000_000, 200_000).saturating_add(T::DbWeight::get().reads_writes(60, 40))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::CurrentFigures` (r:1 w:0)
	/// Proof: `VoteBasket::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn ask() -> Weight {
		// Minimum execution time: 213_036_000 picoseconds.
		Weight::from_parts(226_175_000, 7200)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:2 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::CurrentFigures` (r:1 w:0)
	/// Proof: `Deliveries::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:0)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::CurrentFigures` (r:1 w:0)
	/// Proof: `VoteBasket::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn propose_task() -> Weight {
		// Minimum execution time: 69_100_000 picoseconds.
		Weight::from_parts(74_997_000, 7200)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:2 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:0)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::CurrentFigures` (r:1 w:0)
	/// Proof: `VoteBasket::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn propose_reward() -> Weight {
		// Minimum execution time: 64_853_000 picoseconds.
		Weight::from_parts(74_040_000, 7200)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::CurrentFigures` (r:1 w:0)
	/// Proof: `VoteBasket::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn propose_motion() -> Weight {
		// Minimum execution time: 379_661_000 picoseconds.
		Weight::from_parts(407_620_000, 7200)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:2 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Minimum execution time: 53_576_000 picoseconds.
		Weight::from_parts(60_227_000, 6278)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:4 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	fn advance() -> Weight {
		// Minimum execution time: 336_930_000 picoseconds.
		Weight::from_parts(364_475_000, 12218)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::CurrentFigures` (r:1 w:0)
	/// Proof: `Deliveries::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::LastDelivery` (r:1 w:1)
	/// Proof: `Deliveries::LastDelivery` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::UnderWay` (r:1 w:1)
	/// Proof: `Deliveries::UnderWay` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::Deliveries` (r:0 w:1)
	/// Proof: `Deliveries::Deliveries` (`max_values`: None, `max_size`: Some(880), added: 3355, mode: `MaxEncodedLen`)
	fn advance_task() -> Weight {
		// Minimum execution time: 138_381_000 picoseconds.
		Weight::from_parts(221_436_000, 6188)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastErrors` (r:0 w:1)
	/// Proof: `Proposals::LastErrors` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:0 w:1)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	fn execute() -> Weight {
		// Minimum execution time: 1_127_613_000 picoseconds.
		Weight::from_parts(1_232_639_000, 5916)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:101 w:100)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:1)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:0 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	fn clear() -> Weight {
		// Minimum execution time: 300_616_000 picoseconds.
		Weight::from_parts(335_878_000, 261772)
			.saturating_add(T::DbWeight::get().reads(107_u64))
			.saturating_add(T::DbWeight::get().writes(105_u64))
	}
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:0)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn sweep_begin() -> Weight {
		// Minimum execution time: 10_923_000 picoseconds.
		Weight::from_parts(11_556_000, 3797)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:1)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:3 w:0)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(630), added: 3105, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:2 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	fn sweep_one() -> Weight {
		// Minimum execution time: 49_312_000 picoseconds.
		Weight::from_parts(56_428_000, 10305)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn stake() -> Weight {
		Weight::zero()
	}
	fn claim() -> Weight {
		Weight::zero()
	}
	fn clear_stakes() -> Weight {
		Weight::zero()
	}
	fn ask() -> Weight {
		Weight::zero()
	}
	fn propose_task() -> Weight {
		Weight::zero()
	}
	fn propose_reward() -> Weight {
		Weight::zero()
	}
	fn propose_motion() -> Weight {
		Weight::zero()
	}
	fn withdraw() -> Weight {
		Weight::zero()
	}
	fn advance() -> Weight {
		Weight::zero()
	}
	fn advance_task() -> Weight {
		Weight::zero()
	}
	fn execute() -> Weight {
		Weight::zero()
	}
	fn clear() -> Weight {
		Weight::zero()
	}
	fn sweep_begin() -> Weight {
		Weight::zero()
	}
	fn sweep_one() -> Weight {
		Weight::zero()
	}
}
