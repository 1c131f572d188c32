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
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 53_324_000 picoseconds.
		Weight::from_parts(57_284_000, 7254)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:2 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:0)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 62_393_000 picoseconds.
		Weight::from_parts(66_900_000, 7254)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:2 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:2 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:0)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
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
		// Minimum execution time: 60_196_000 picoseconds.
		Weight::from_parts(62_051_000, 7254)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 53_054_000 picoseconds.
		Weight::from_parts(54_319_000, 7254)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:2 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:1 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:0 w:1)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Minimum execution time: 46_673_000 picoseconds.
		Weight::from_parts(48_304_000, 6278)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:4 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
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
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	fn advance() -> Weight {
		// Minimum execution time: 319_630_000 picoseconds.
		Weight::from_parts(345_877_000, 11734)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 49_421_000 picoseconds.
		Weight::from_parts(54_377_000, 5916)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 31_710_000 picoseconds.
		Weight::from_parts(34_890_000, 5916)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 40_923_000 picoseconds.
		Weight::from_parts(44_617_000, 6188)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 38_618_000 picoseconds.
		Weight::from_parts(46_082_000, 5916)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:3 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:1 w:1)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Applicants` (r:0 w:1)
	/// Proof: `Proposals::Applicants` (`max_values`: None, `max_size`: Some(525), added: 3000, mode: `MaxEncodedLen`)
	fn give_up() -> Weight {
		// Minimum execution time: 94_713_000 picoseconds.
		Weight::from_parts(102_659_000, 9048)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// Minimum execution time: 28_218_000 picoseconds.
		Weight::from_parts(29_774_000, 4122)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:2 w:2)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:2 w:2)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn accept_delivery() -> Weight {
		// Minimum execution time: 262_946_000 picoseconds.
		Weight::from_parts(282_013_000, 11734)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Minimum execution time: 36_466_000 picoseconds.
		Weight::from_parts(42_423_000, 4122)
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
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:2 w:2)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:2 w:2)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// Minimum execution time: 278_852_000 picoseconds.
		Weight::from_parts(289_518_000, 11734)
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 301_044_000 picoseconds.
		Weight::from_parts(316_302_000, 261772)
			.saturating_add(T::DbWeight::get().reads(107_u64))
			.saturating_add(T::DbWeight::get().writes(105_u64))
	}
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:0)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn sweep_begin() -> Weight {
		// Minimum execution time: 8_532_000 picoseconds.
		Weight::from_parts(9_092_000, 3676)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::PoolSpending` (r:1 w:1)
	/// Proof: `Proposals::PoolSpending` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Swept` (r:1 w:1)
	/// Proof: `Proposals::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:3 w:0)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:0)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:2 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	fn sweep_one() -> Weight {
		// Minimum execution time: 42_593_000 picoseconds.
		Weight::from_parts(45_800_000, 10386)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(657), added: 3132, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Contents` (r:1 w:0)
	/// Proof: `Proposals::Contents` (`max_values`: None, `max_size`: Some(2451), added: 4926, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(382), added: 2857, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Escrows` (r:1 w:1)
	/// Proof: `Proposals::Escrows` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::TasksOf` (r:2 w:2)
	/// Proof: `Proposals::TasksOf` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:2 w:2)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn agree() -> Weight {
		// Minimum execution time: 278_852_000 picoseconds.
		Weight::from_parts(289_518_000, 11734)
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
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
