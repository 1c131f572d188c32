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
	fn agree() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
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
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn ask() -> Weight {
		// Minimum execution time: 208_123_000 picoseconds.
		Weight::from_parts(216_265_000, 7254)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:2 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:0)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn propose_task() -> Weight {
		// Minimum execution time: 65_863_000 picoseconds.
		Weight::from_parts(70_406_000, 8694)
			.saturating_add(T::DbWeight::get().reads(18_u64))
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
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:0)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastProposal` (r:1 w:1)
	/// Proof: `Proposals::LastProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:2 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn propose_reward() -> Weight {
		// Minimum execution time: 65_844_000 picoseconds.
		Weight::from_parts(71_169_000, 8694)
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
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn propose_motion() -> Weight {
		// Minimum execution time: 377_849_000 picoseconds.
		Weight::from_parts(384_709_000, 7254)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:2 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Minimum execution time: 48_164_000 picoseconds.
		Weight::from_parts(53_457_000, 6278)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:4 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 327_104_000 picoseconds.
		Weight::from_parts(340_910_000, 12218)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::LastErrors` (r:0 w:1)
	/// Proof: `Proposals::LastErrors` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:0 w:1)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	fn execute() -> Weight {
		// Minimum execution time: 675_770_000 picoseconds.
		Weight::from_parts(691_866_000, 5916)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:0)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:0)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Applicants` (r:1 w:1)
	/// Proof: `Proposals::Applicants` (`max_values`: None, `max_size`: Some(525), added: 3000, mode: `MaxEncodedLen`)
	fn apply_for() -> Weight {
		// Minimum execution time: 33_457_000 picoseconds.
		Weight::from_parts(35_872_000, 5916)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Applicants` (r:1 w:1)
	/// Proof: `Proposals::Applicants` (`max_values`: None, `max_size`: Some(525), added: 3000, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:1 w:1)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	fn assign() -> Weight {
		// Minimum execution time: 42_110_000 picoseconds.
		Weight::from_parts(45_652_000, 6188)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:1 w:1)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Applicants` (r:0 w:1)
	/// Proof: `Proposals::Applicants` (`max_values`: None, `max_size`: Some(525), added: 3000, mode: `MaxEncodedLen`)
	fn accept_task() -> Weight {
		// Minimum execution time: 40_220_000 picoseconds.
		Weight::from_parts(42_772_000, 5916)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:3 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:1 w:1)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Applicants` (r:0 w:1)
	/// Proof: `Proposals::Applicants` (`max_values`: None, `max_size`: Some(525), added: 3000, mode: `MaxEncodedLen`)
	fn give_up() -> Weight {
		// Minimum execution time: 105_305_000 picoseconds.
		Weight::from_parts(110_544_000, 9411)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// Minimum execution time: 29_118_000 picoseconds.
		Weight::from_parts(31_092_000, 4122)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:2 w:2)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:2 w:2)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
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
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	fn accept_delivery() -> Weight {
		// Minimum execution time: 269_468_000 picoseconds.
		Weight::from_parts(284_174_000, 12218)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Minimum execution time: 39_315_000 picoseconds.
		Weight::from_parts(41_973_000, 4122)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:1 w:1)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
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
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Exits` (r:1 w:1)
	/// Proof: `MutualCredit::Exits` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// Minimum execution time: 309_836_000 picoseconds.
		Weight::from_parts(323_543_000, 9411)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:101 w:100)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::BlockedBefore` (r:1 w:1)
	/// Proof: `Proposals::BlockedBefore` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:0 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	fn clear() -> Weight {
		// Minimum execution time: 295_807_000 picoseconds.
		Weight::from_parts(303_401_000, 261772)
			.saturating_add(T::DbWeight::get().reads(107_u64))
			.saturating_add(T::DbWeight::get().writes(105_u64))
	}
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:0)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn sweep_begin() -> Weight {
		// Minimum execution time: 12_662_000 picoseconds.
		Weight::from_parts(13_290_000, 3797)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:1)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:3 w:0)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:2 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	fn sweep_one() -> Weight {
		// Minimum execution time: 47_084_000 picoseconds.
		Weight::from_parts(49_688_000, 10386)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(332), added: 2807, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:1 w:1)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(159), added: 2634, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
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
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Exits` (r:1 w:1)
	/// Proof: `MutualCredit::Exits` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	fn agree() -> Weight {
		// Minimum execution time: 316_279_000 picoseconds.
		Weight::from_parts(324_003_000, 9411)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
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
	fn agree() -> Weight {
		Weight::zero()
	}
}
