// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_validators`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-27, 50 steps, 20 repeats, on a machine of its own (Intel(R) Xeon(R) Processor).

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn approve() -> Weight;
	fn remove() -> Weight;
	fn resume() -> Weight;
	fn note_author() -> Weight;
	fn judge_session(v: u32, ) -> Weight;
	fn plan_session(v: u32, ) -> Weight;
	fn exclude(v: u32, ) -> Weight;
	fn can_serve() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Minimum execution time: 14_669_000 picoseconds.
		Weight::from_parts(18_350_000, 4239)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn remove() -> Weight {
		// Minimum execution time: 190_207_000 picoseconds.
		Weight::from_parts(215_012_000, 169716)
			.saturating_add(T::DbWeight::get().reads(65_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Minimum execution time: 13_676_000 picoseconds.
		Weight::from_parts(15_515_000, 4239)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Authors` (r:1 w:1)
	/// Proof: `Validators::Authors` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Minimum execution time: 6_072_000 picoseconds.
		Weight::from_parts(7_825_000, 3505)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::SessionLength` (r:1 w:0)
	/// Proof: `Validators::SessionLength` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Authors` (r:64 w:64)
	/// Proof: `Validators::Authors` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `v` is `[1, 64]`.
	fn judge_session(v: u32, ) -> Weight {
		// Minimum execution time: 20_120_000 picoseconds.
		Weight::from_parts(24_082_092, 4239)
			// Standard Error: 27_284
			.saturating_add(Weight::from_parts(7_597_418, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 2708).saturating_mul(v.into()))
	}
	/// Storage: `Validators::CurrentFigures` (r:1 w:0)
	/// Proof: `Validators::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::LastPlan` (r:1 w:1)
	/// Proof: `Validators::LastPlan` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 64]`.
	fn plan_session(v: u32, ) -> Weight {
		// Minimum execution time: 16_365_000 picoseconds.
		Weight::from_parts(13_034_515, 4239)
			// Standard Error: 16_323
			.saturating_add(Weight::from_parts(4_199_689, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2631).saturating_mul(v.into()))
	}
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 64]`.
	fn exclude(v: u32, ) -> Weight {
		// Minimum execution time: 7_898_000 picoseconds.
		Weight::from_parts(14_441_046, 4239)
			// Standard Error: 4_632
			.saturating_add(Weight::from_parts(168_254, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 75).saturating_mul(v.into()))
	}
	/// Storage: `Validators::Approved` (r:1 w:0)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn can_serve() -> Weight {
		// Minimum execution time: 172_709_000 picoseconds.
		Weight::from_parts(186_149_000, 169716)
			.saturating_add(T::DbWeight::get().reads(65_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn approve() -> Weight {
		Weight::zero()
	}
	fn remove() -> Weight {
		Weight::zero()
	}
	fn resume() -> Weight {
		Weight::zero()
	}
	fn note_author() -> Weight {
		Weight::zero()
	}
	fn judge_session(_: u32, ) -> Weight {
		Weight::zero()
	}
	fn plan_session(_: u32, ) -> Weight {
		Weight::zero()
	}
	fn exclude(_: u32, ) -> Weight {
		Weight::zero()
	}
	fn can_serve() -> Weight {
		Weight::zero()
	}
}
