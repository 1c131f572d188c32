// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_figures`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-28, 50 steps, 20 repeats, on a machine of its own (AMD EPYC).

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn change() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Epochs::Current` (r:1 w:1)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `FeeQuota::CurrentFigures` (r:1 w:1)
	/// Proof: `FeeQuota::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(52), added: 547, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:1)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::CurrentFigures` (r:1 w:1)
	/// Proof: `VoteBasket::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:1)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::CurrentFigures` (r:1 w:1)
	/// Proof: `Deliveries::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Validators::CurrentFigures` (r:1 w:1)
	/// Proof: `Validators::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentFigures` (r:1 w:1)
	/// Proof: `Fund::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(22), added: 517, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentFigures` (r:1 w:1)
	/// Proof: `Till::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:1)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::CurrentFigures` (r:1 w:1)
	/// Proof: `SpotChecks::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `Requests::CurrentFigures` (r:1 w:1)
	/// Proof: `Requests::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(21), added: 516, mode: `MaxEncodedLen`)
	/// Storage: `Figures::TimeScale` (r:1 w:0)
	/// Proof: `Figures::TimeScale` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Validators::SessionLength` (r:1 w:0)
	/// Proof: `Validators::SessionLength` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:1)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	fn change() -> Weight {
		// Minimum execution time: 331_563_000 picoseconds.
		Weight::from_parts(362_218_000, 3805)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn change() -> Weight {
		Weight::zero()
	}
}
