// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_figures`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-27, 50 steps, 20 repeats, on a machine of its own (Intel(R) Xeon(R) Processor).

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
	/// Proof: `Fund::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(5), added: 500, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentFigures` (r:1 w:1)
	/// Proof: `Till::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Figures::TimeScale` (r:1 w:0)
	/// Proof: `Figures::TimeScale` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:1)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	fn change() -> Weight {
		// Minimum execution time: 204_287_000 picoseconds.
		Weight::from_parts(219_052_000, 3805)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn change() -> Weight {
		Weight::zero()
	}
}
