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
		// Minimum execution time: 11_486_000 picoseconds.
		Weight::from_parts(13_292_000, 4239)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn remove() -> Weight {
		// Minimum execution time: 178_424_000 picoseconds.
		Weight::from_parts(182_911_000, 169694)
			.saturating_add(T::DbWeight::get().reads(65_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Minimum execution time: 10_806_000 picoseconds.
		Weight::from_parts(11_450_000, 4239)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Validators::Authors` (r:1 w:1)
	/// Proof: `Validators::Authors` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Minimum execution time: 4_889_000 picoseconds.
		Weight::from_parts(5_333_000, 3505)
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
		// Minimum execution time: 17_517_000 picoseconds.
		Weight::from_parts(10_987_764, 4239)
			// Standard Error: 8_872
			.saturating_add(Weight::from_parts(7_324_949, 0).saturating_mul(v.into()))
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
		// Minimum execution time: 18_076_000 picoseconds.
		Weight::from_parts(16_186_294, 4239)
			// Standard Error: 3_967
			.saturating_add(Weight::from_parts(4_041_996, 0).saturating_mul(v.into()))
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
		// Minimum execution time: 8_072_000 picoseconds.
		Weight::from_parts(13_290_493, 4239)
			// Standard Error: 3_491
			.saturating_add(Weight::from_parts(123_720, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 75).saturating_mul(v.into()))
	}
	/// Storage: `Validators::Approved` (r:1 w:0)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn can_serve() -> Weight {
		// Minimum execution time: 172_637_000 picoseconds.
		Weight::from_parts(175_673_000, 169694)
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
