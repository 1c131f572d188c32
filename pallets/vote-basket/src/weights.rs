// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_vote_basket`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-27, 50 steps, 20 repeats, on a machine of its own (Intel(R) Xeon(R) Processor).

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
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:3 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:0)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:1 w:1)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Minimum execution time: 115_588_000 picoseconds.
		Weight::from_parts(128_098_000, 8706)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:101 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:104 w:101)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:101 w:0)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:101 w:101)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Delegations` (r:100 w:0)
	/// Proof: `VoteBasket::Delegations` (`max_values`: None, `max_size`: Some(1425), added: 3900, mode: `MaxEncodedLen`)
	/// The range of component `d` is `[0, 100]`.
	fn vote_for(d: u32, ) -> Weight {
		// Minimum execution time: 108_804_000 picoseconds.
		Weight::from_parts(138_655_620, 11080)
			// Standard Error: 186_729
			.saturating_add(Weight::from_parts(47_142_585, 0).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(d.into())))
			.saturating_add(Weight::from_parts(0, 3900).saturating_mul(d.into()))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:2 w:0)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Topics` (r:1 w:0)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Delegations` (r:1 w:1)
	/// Proof: `VoteBasket::Delegations` (`max_values`: None, `max_size`: Some(1425), added: 3900, mode: `MaxEncodedLen`)
	fn delegate() -> Weight {
		// Minimum execution time: 37_949_000 picoseconds.
		Weight::from_parts(44_473_000, 6134)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Delegations` (r:1 w:1)
	/// Proof: `VoteBasket::Delegations` (`max_values`: None, `max_size`: Some(1425), added: 3900, mode: `MaxEncodedLen`)
	fn undelegate() -> Weight {
		// Minimum execution time: 17_734_000 picoseconds.
		Weight::from_parts(21_769_000, 4890)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:2 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:0)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	fn update() -> Weight {
		// Minimum execution time: 42_476_000 picoseconds.
		Weight::from_parts(47_963_000, 6942)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `VoteBasket::Topics` (r:0 w:1)
	/// Proof: `VoteBasket::Topics` (`max_values`: Some(1), `max_size`: Some(1089), added: 1584, mode: `MaxEncodedLen`)
	fn set_topics() -> Weight {
		// Minimum execution time: 336_438_000 picoseconds.
		Weight::from_parts(346_470_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:2 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:3 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:2 w:0)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Ballots` (r:1 w:1)
	/// Proof: `VoteBasket::Ballots` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:0)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn reweigh() -> Weight {
		// Minimum execution time: 104_901_000 picoseconds.
		Weight::from_parts(119_437_000, 8706)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn vote() -> Weight {
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
	fn reweigh() -> Weight {
		Weight::zero()
	}
}
