// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_proposals`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-28, 50 steps, 20 repeats, on a machine of its own (Intel(R) Xeon(R) Processor).

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
	fn advance_role() -> Weight;
	fn end_role() -> Weight;
	fn give_up_role() -> Weight;
	fn execute() -> Weight;
	fn clear() -> Weight;
	fn stake() -> Weight;
	fn claim() -> Weight;
	fn claim_of_member() -> Weight;
	fn clear_stakes() -> Weight;
	fn clear_stakes_of_members() -> Weight;
	fn sweep_begin() -> Weight;
	fn sweep_one() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::CurrentFigures` (r:1 w:0)
	/// Proof: `VoteBasket::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	fn ask() -> Weight {
		// Minimum execution time: 244_367_000 picoseconds.
		Weight::from_parts(257_326_000, 7304)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:2 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::CurrentFigures` (r:1 w:0)
	/// Proof: `Deliveries::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:2 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:0)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::CurrentFigures` (r:1 w:0)
	/// Proof: `VoteBasket::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	fn propose_task() -> Weight {
		// Minimum execution time: 71_631_000 picoseconds.
		Weight::from_parts(92_021_000, 7304)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:2 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:2 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:0)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::CurrentFigures` (r:1 w:0)
	/// Proof: `VoteBasket::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	fn propose_reward() -> Weight {
		// Minimum execution time: 74_047_000 picoseconds.
		Weight::from_parts(89_686_000, 7304)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::CurrentFigures` (r:1 w:0)
	/// Proof: `VoteBasket::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	fn propose_motion() -> Weight {
		// Minimum execution time: 429_732_000 picoseconds.
		Weight::from_parts(448_315_000, 7304)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
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
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Minimum execution time: 58_317_000 picoseconds.
		Weight::from_parts(71_060_000, 6278)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:4 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Boosting` (r:1 w:1)
	/// Proof: `Proposals::Boosting` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 404_602_000 picoseconds.
		Weight::from_parts(435_655_000, 12250)
			.saturating_add(T::DbWeight::get().reads(25_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Boosting` (r:1 w:1)
	/// Proof: `Proposals::Boosting` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:2 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::CurrentFigures` (r:1 w:0)
	/// Proof: `Deliveries::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::LastDelivery` (r:1 w:1)
	/// Proof: `Deliveries::LastDelivery` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::UnderWay` (r:1 w:1)
	/// Proof: `Deliveries::UnderWay` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::Deliveries` (r:0 w:1)
	/// Proof: `Deliveries::Deliveries` (`max_values`: None, `max_size`: Some(880), added: 3355, mode: `MaxEncodedLen`)
	fn advance_task() -> Weight {
		// Minimum execution time: 170_911_000 picoseconds.
		Weight::from_parts(186_983_000, 6188)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `System::Account` (r:3 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:0)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Roles` (r:1 w:1)
	/// Proof: `Proposals::Roles` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::CurrentFigures` (r:1 w:0)
	/// Proof: `Deliveries::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::LastDelivery` (r:1 w:1)
	/// Proof: `Deliveries::LastDelivery` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::Deliveries` (r:0 w:1)
	/// Proof: `Deliveries::Deliveries` (`max_values`: None, `max_size`: Some(880), added: 3355, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastErrors` (r:0 w:1)
	/// Proof: `Proposals::LastErrors` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	fn advance_role() -> Weight {
		// Minimum execution time: 177_541_000 picoseconds.
		Weight::from_parts(188_040_000, 9435)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Proposals::Roles` (r:1 w:1)
	/// Proof: `Proposals::Roles` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::RoleCount` (r:1 w:1)
	/// Proof: `Proposals::RoleCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastErrors` (r:0 w:1)
	/// Proof: `Proposals::LastErrors` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	fn end_role() -> Weight {
		// Minimum execution time: 38_522_000 picoseconds.
		Weight::from_parts(48_350_000, 4147)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Roles` (r:1 w:1)
	/// Proof: `Proposals::Roles` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::RoleCount` (r:1 w:1)
	/// Proof: `Proposals::RoleCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastErrors` (r:0 w:1)
	/// Proof: `Proposals::LastErrors` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	fn give_up_role() -> Weight {
		// Minimum execution time: 50_716_000 picoseconds.
		Weight::from_parts(58_952_000, 4147)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastErrors` (r:0 w:1)
	/// Proof: `Proposals::LastErrors` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:0 w:1)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	fn execute() -> Weight {
		// Minimum execution time: 746_490_000 picoseconds.
		Weight::from_parts(770_879_000, 5949)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:101 w:100)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2484), added: 4959, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:1)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:0 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	fn clear() -> Weight {
		// Minimum execution time: 347_191_000 picoseconds.
		Weight::from_parts(379_569_000, 261772)
			.saturating_add(T::DbWeight::get().reads(107_u64))
			.saturating_add(T::DbWeight::get().writes(105_u64))
	}
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:1 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Stakes` (r:1 w:1)
	/// Proof: `Proposals::Stakes` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Boosting` (r:1 w:1)
	/// Proof: `Proposals::Boosting` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Minimum execution time: 148_416_000 picoseconds.
		Weight::from_parts(170_283_000, 6620)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `System::Account` (r:3 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Stakes` (r:1 w:1)
	/// Proof: `Proposals::Stakes` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Exits` (r:1 w:1)
	/// Proof: `MutualCredit::Exits` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Minimum execution time: 131_405_000 picoseconds.
		Weight::from_parts(157_677_000, 9435)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Membership::MemberRecords` (r:2 w:1)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::LastNumber` (r:1 w:1)
	/// Proof: `Membership::LastNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Membership::KeptAccounts` (r:1 w:0)
	/// Proof: `Membership::KeptAccounts` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Uniques::Class` (r:1 w:1)
	/// Proof: `Uniques::Class` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Asset` (r:1 w:1)
	/// Proof: `Uniques::Asset` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::CollectionMaxSupply` (r:1 w:0)
	/// Proof: `Uniques::CollectionMaxSupply` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:1)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Debts` (r:1 w:0)
	/// Proof: `Reputation::Debts` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `FeeQuota::CurrentFigures` (r:1 w:0)
	/// Proof: `FeeQuota::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(52), added: 547, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Stakes` (r:1 w:1)
	/// Proof: `Proposals::Stakes` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:0 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::InstanceMetadataOf` (r:0 w:1)
	/// Proof: `Uniques::InstanceMetadataOf` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Account` (r:0 w:1)
	/// Proof: `Uniques::Account` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Earmarks` (r:0 w:1)
	/// Proof: `MutualCredit::Earmarks` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:0 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn claim_of_member() -> Weight {
		// Minimum execution time: 305_813_000 picoseconds.
		Weight::from_parts(337_349_000, 12250)
			.saturating_add(T::DbWeight::get().reads(25_u64))
			.saturating_add(T::DbWeight::get().writes(19_u64))
	}
	/// Storage: `System::Account` (r:3 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Stakes` (r:11 w:10)
	/// Proof: `Proposals::Stakes` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:10 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Exits` (r:10 w:10)
	/// Proof: `MutualCredit::Exits` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn clear_stakes() -> Weight {
		// Minimum execution time: 630_604_000 picoseconds.
		Weight::from_parts(755_208_000, 29095)
			.saturating_add(T::DbWeight::get().reads(40_u64))
			.saturating_add(T::DbWeight::get().writes(25_u64))
	}
	/// Storage: `Membership::MemberRecords` (r:11 w:1)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::LastNumber` (r:1 w:1)
	/// Proof: `Membership::LastNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Membership::KeptAccounts` (r:1 w:0)
	/// Proof: `Membership::KeptAccounts` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:13 w:13)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Uniques::Class` (r:1 w:1)
	/// Proof: `Uniques::Class` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Asset` (r:1 w:1)
	/// Proof: `Uniques::Asset` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::CollectionMaxSupply` (r:1 w:0)
	/// Proof: `Uniques::CollectionMaxSupply` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:1)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Debts` (r:1 w:0)
	/// Proof: `Reputation::Debts` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `FeeQuota::CurrentFigures` (r:1 w:0)
	/// Proof: `FeeQuota::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(52), added: 547, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Stakes` (r:11 w:10)
	/// Proof: `Proposals::Stakes` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:0 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::InstanceMetadataOf` (r:0 w:1)
	/// Proof: `Uniques::InstanceMetadataOf` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Account` (r:0 w:1)
	/// Proof: `Uniques::Account` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Earmarks` (r:0 w:1)
	/// Proof: `MutualCredit::Earmarks` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:0 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn clear_stakes_of_members() -> Weight {
		// Minimum execution time: 1_258_540_000 picoseconds.
		Weight::from_parts(1_421_277_000, 37585)
			.saturating_add(T::DbWeight::get().reads(54_u64))
			.saturating_add(T::DbWeight::get().writes(37_u64))
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
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:0)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn sweep_begin() -> Weight {
		// Minimum execution time: 10_549_000 picoseconds.
		Weight::from_parts(12_393_000, 3805)
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
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:1)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:3 w:0)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:2 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Boosting` (r:1 w:0)
	/// Proof: `Proposals::Boosting` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn sweep_one() -> Weight {
		// Minimum execution time: 54_747_000 picoseconds.
		Weight::from_parts(63_476_000, 10461)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
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
	fn advance_role() -> Weight {
		Weight::zero()
	}
	fn end_role() -> Weight {
		Weight::zero()
	}
	fn give_up_role() -> Weight {
		Weight::zero()
	}
	fn execute() -> Weight {
		Weight::zero()
	}
	fn clear() -> Weight {
		Weight::zero()
	}
	fn stake() -> Weight {
		Weight::zero()
	}
	fn claim() -> Weight {
		Weight::zero()
	}
	fn claim_of_member() -> Weight {
		Weight::zero()
	}
	fn clear_stakes() -> Weight {
		Weight::zero()
	}
	fn clear_stakes_of_members() -> Weight {
		Weight::zero()
	}
	fn sweep_begin() -> Weight {
		Weight::zero()
	}
	fn sweep_one() -> Weight {
		Weight::zero()
	}
}
