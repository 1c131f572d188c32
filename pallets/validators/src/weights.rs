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
		// Minimum execution time: 11_335_000 picoseconds.
		Weight::from_parts(13_962_000, 4239)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn remove() -> Weight {
		// Minimum execution time: 176_558_000 picoseconds.
		Weight::from_parts(183_850_000, 169694)
			.saturating_add(T::DbWeight::get().reads(65_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Minimum execution time: 10_450_000 picoseconds.
		Weight::from_parts(13_230_000, 4239)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Authors` (r:1 w:1)
	/// Proof: `Validators::Authors` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Minimum execution time: 4_987_000 picoseconds.
		Weight::from_parts(5_339_000, 3505)
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
		// Minimum execution time: 17_319_000 picoseconds.
		Weight::from_parts(11_702_173, 4239)
			// Standard Error: 17_448
			.saturating_add(Weight::from_parts(7_143_861, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 2708).saturating_mul(v.into()))
	}
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::LastPlan` (r:1 w:1)
	/// Proof: `Validators::LastPlan` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 64]`.
	fn plan_session(v: u32, ) -> Weight {
		// Minimum execution time: 17_269_000 picoseconds.
		Weight::from_parts(15_798_574, 4239)
			// Standard Error: 8_082
			.saturating_add(Weight::from_parts(4_083_584, 0).saturating_mul(v.into()))
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
		// Minimum execution time: 7_394_000 picoseconds.
		Weight::from_parts(12_669_781, 4239)
			// Standard Error: 3_973
			.saturating_add(Weight::from_parts(145_239, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 75).saturating_mul(v.into()))
	}
	/// Storage: `Validators::Approved` (r:1 w:0)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn can_serve() -> Weight {
		// Minimum execution time: 169_639_000 picoseconds.
		Weight::from_parts(176_083_000, 169694)
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
