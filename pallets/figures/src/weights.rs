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
	fn change() -> Weight {
		// Minimum execution time: 900_000_000 picoseconds.
		Weight::from_parts(1_000_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn change() -> Weight {
		Weight::zero()
	}
}
