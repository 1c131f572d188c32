//! Weights of `pallet_vote_basket`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-21, 50 steps, 20 repeats, on a machine of its own (AMD EPYC).

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn vote() -> Weight;
	fn vote_for(d: u32, ) -> Weight;
	fn delegate() -> Weight;
	fn undelegate() -> Weight;
	fn update() -> Weight;
	fn set_topics() -> Weight;
	fn reweigh() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:2 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:0)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:1 w:1)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Minimum execution time: 67_291_000 picoseconds.
		Weight::from_parts(69_664_000, 6094)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn reweigh() -> Weight {
		// Minimum execution time: 67_291_000 picoseconds.
		Weight::from_parts(69_664_000, 6094)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(524), added: 2999, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:103 w:101)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:101 w:101)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:101 w:0)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:101 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Delegations` (r:100 w:0)
	/// Proof: `VoteBasket::Delegations` (`max_values`: None, `max_size`: Some(712), added: 3187, mode: `MaxEncodedLen`)
	/// The range of component `d` is `[0, 100]`.
	fn vote_for(d: u32, ) -> Weight {
		// Minimum execution time: 68_762_000 picoseconds.
		Weight::from_parts(143_316_171, 8449)
			// Standard Error: 483_452
			.saturating_add(Weight::from_parts(48_803_213, 0).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(d.into())))
			.saturating_add(Weight::from_parts(0, 3187).saturating_mul(d.into()))
	}
	/// Storage: `VoteBasket::Baskets` (r:2 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Delegations` (r:1 w:1)
	/// Proof: `VoteBasket::Delegations` (`max_values`: None, `max_size`: Some(712), added: 3187, mode: `MaxEncodedLen`)
	fn delegate() -> Weight {
		// Minimum execution time: 27_822_000 picoseconds.
		Weight::from_parts(29_534_000, 6094)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `VoteBasket::Delegations` (r:1 w:1)
	/// Proof: `VoteBasket::Delegations` (`max_values`: None, `max_size`: Some(712), added: 3187, mode: `MaxEncodedLen`)
	fn undelegate() -> Weight {
		// Minimum execution time: 14_392_000 picoseconds.
		Weight::from_parts(16_324_000, 4177)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:0)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(60), added: 555, mode: `MaxEncodedLen`)
	fn update() -> Weight {
		// Minimum execution time: 37_436_000 picoseconds.
		Weight::from_parts(38_978_000, 3671)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `VoteBasket::Topics` (r:0 w:1)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	fn set_topics() -> Weight {
		// Minimum execution time: 9_624_000 picoseconds.
		Weight::from_parts(9_965_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn vote() -> Weight {
		Weight::zero()
	}
	fn reweigh() -> Weight {
		Weight::zero()
	}
	fn vote_for(_: u32, ) -> Weight {
		Weight::zero()
	}
	fn delegate() -> Weight {
		Weight::zero()
	}
	fn undelegate() -> Weight {
		Weight::zero()
	}
	fn update() -> Weight {
		Weight::zero()
	}
	fn set_topics() -> Weight {
		Weight::zero()
	}
}
