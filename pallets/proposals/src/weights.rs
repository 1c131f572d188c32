//! Weights of `pallet_proposals`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-21, 50 steps, 20 repeats, on a machine of its own (AMD EPYC).

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
	fn execute() -> Weight;
	fn apply_for() -> Weight;
	fn assign() -> Weight;
	fn accept_task() -> Weight;
	fn give_up() -> Weight;
	fn deliver() -> Weight;
	fn accept_delivery() -> Weight;
	fn dispute() -> Weight;
	fn settle() -> Weight;
	fn clear() -> Weight;
	fn sweep_begin() -> Weight;
	fn sweep_one() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:0)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	fn ask() -> Weight {
		// Minimum execution time: 59_108_000 picoseconds.
		Weight::from_parts(60_690_000, 6988)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:0)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	fn propose_task() -> Weight {
		// Minimum execution time: 60_561_000 picoseconds.
		Weight::from_parts(62_252_000, 6988)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:0)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	fn propose_reward() -> Weight {
		// Minimum execution time: 60_039_000 picoseconds.
		Weight::from_parts(62_303_000, 6988)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:0)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	fn propose_motion() -> Weight {
		// Minimum execution time: 61_191_000 picoseconds.
		Weight::from_parts(62_794_000, 6988)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Minimum execution time: 33_540_000 picoseconds.
		Weight::from_parts(35_743_000, 3989)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:2 w:0)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	fn advance() -> Weight {
		// Minimum execution time: 389_039_000 picoseconds.
		Weight::from_parts(412_524_000, 9033)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:0 w:1)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	fn execute() -> Weight {
		// Minimum execution time: 42_273_000 picoseconds.
		Weight::from_parts(44_336_000, 5886)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:0)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Applicants` (r:1 w:1)
	/// Proof: `Proposals::Applicants` (`max_values`: None, `max_size`: Some(525), added: 3000, mode: `MaxEncodedLen`)
	fn apply_for() -> Weight {
		// Minimum execution time: 31_647_000 picoseconds.
		Weight::from_parts(34_712_000, 5886)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Applicants` (r:1 w:1)
	/// Proof: `Proposals::Applicants` (`max_values`: None, `max_size`: Some(525), added: 3000, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:1 w:1)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	fn assign() -> Weight {
		// Minimum execution time: 46_109_000 picoseconds.
		Weight::from_parts(48_392_000, 6186)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:1 w:1)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Applicants` (r:0 w:1)
	/// Proof: `Proposals::Applicants` (`max_values`: None, `max_size`: Some(525), added: 3000, mode: `MaxEncodedLen`)
	fn accept_task() -> Weight {
		// Minimum execution time: 42_243_000 picoseconds.
		Weight::from_parts(45_127_000, 5886)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:1 w:1)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Applicants` (r:0 w:1)
	/// Proof: `Proposals::Applicants` (`max_values`: None, `max_size`: Some(525), added: 3000, mode: `MaxEncodedLen`)
	fn give_up() -> Weight {
		// Minimum execution time: 111_967_000 picoseconds.
		Weight::from_parts(115_121_000, 6352)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// Minimum execution time: 30_375_000 picoseconds.
		Weight::from_parts(34_041_000, 3989)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:2 w:2)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:2 w:2)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn accept_delivery() -> Weight {
		// Minimum execution time: 339_204_000 picoseconds.
		Weight::from_parts(352_856_000, 11714)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Minimum execution time: 42_904_000 picoseconds.
		Weight::from_parts(55_052_000, 3989)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:2 w:2)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:2 w:2)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// Minimum execution time: 365_073_000 picoseconds.
		Weight::from_parts(383_250_000, 11714)
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:101 w:100)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2421), added: 4896, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:1)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:0 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(341), added: 2816, mode: `MaxEncodedLen`)
	fn clear() -> Weight {
		// Minimum execution time: 392_224_000 picoseconds.
		Weight::from_parts(405_414_000, 261469)
			.saturating_add(T::DbWeight::get().reads(106_u64))
			.saturating_add(T::DbWeight::get().writes(105_u64))
	}
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:0)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn sweep_begin() -> Weight {
		// Minimum execution time: 10_866_000 picoseconds.
		Weight::from_parts(11_357_000, 3671)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:1)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:5 w:0)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	fn sweep_one() -> Weight {
		// Minimum execution time: 46_028_000 picoseconds.
		Weight::from_parts(48_292_000, 15985)
			.saturating_add(T::DbWeight::get().reads(11_u64))
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
	fn execute() -> Weight {
		Weight::zero()
	}
	fn apply_for() -> Weight {
		Weight::zero()
	}
	fn assign() -> Weight {
		Weight::zero()
	}
	fn accept_task() -> Weight {
		Weight::zero()
	}
	fn give_up() -> Weight {
		Weight::zero()
	}
	fn deliver() -> Weight {
		Weight::zero()
	}
	fn accept_delivery() -> Weight {
		Weight::zero()
	}
	fn dispute() -> Weight {
		Weight::zero()
	}
	fn settle() -> Weight {
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
