//! Weights of `pallet_validators`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-21, 50 steps, 20 repeats, on a machine of its own (AMD EPYC).

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
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Founders::Account` (r:1 w:0)
	/// Proof: `Founders::Account` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2690), added: 3185, mode: `MaxEncodedLen`)
	fn approve() -> Weight {
		// Minimum execution time: 15_483_000 picoseconds.
		Weight::from_parts(17_737_000, 4175)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Founders::Account` (r:1 w:0)
	/// Proof: `Founders::Account` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2690), added: 3185, mode: `MaxEncodedLen`)
	fn remove() -> Weight {
		// Minimum execution time: 14_392_000 picoseconds.
		Weight::from_parts(16_625_000, 4175)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2690), added: 3185, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Minimum execution time: 11_828_000 picoseconds.
		Weight::from_parts(14_141_000, 4175)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Authors` (r:1 w:1)
	/// Proof: `Validators::Authors` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Minimum execution time: 6_059_000 picoseconds.
		Weight::from_parts(6_269_000, 3505)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::SessionLength` (r:1 w:0)
	/// Proof: `Validators::SessionLength` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2690), added: 3185, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Authors` (r:64 w:64)
	/// Proof: `Validators::Authors` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 64]`.
	fn judge_session(v: u32, ) -> Weight {
		// Minimum execution time: 13_300_000 picoseconds.
		Weight::from_parts(7_890_391, 4175)
			// Standard Error: 10_458
			.saturating_add(Weight::from_parts(5_434_542, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 2515).saturating_mul(v.into()))
	}
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2690), added: 3185, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::LastPlan` (r:1 w:1)
	/// Proof: `Validators::LastPlan` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 64]`.
	fn plan_session(v: u32, ) -> Weight {
		// Minimum execution time: 19_840_000 picoseconds.
		Weight::from_parts(15_626_035, 4175)
			// Standard Error: 8_775
			.saturating_add(Weight::from_parts(5_058_785, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2630).saturating_mul(v.into()))
	}
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2690), added: 3185, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 64]`.
	fn exclude(v: u32, ) -> Weight {
		// Minimum execution time: 8_623_000 picoseconds.
		Weight::from_parts(13_984_573, 4175)
			// Standard Error: 3_694
			.saturating_add(Weight::from_parts(140_948, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 74).saturating_mul(v.into()))
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
}
