// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_fund`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-27, 50 steps, 20 repeats, on a machine of its own (Intel(R) Xeon(R) Processor).

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn donate() -> Weight;
	fn mandate() -> Weight;
	fn pay_mandate() -> Weight;
	fn close_mandate() -> Weight;
	fn set_budget() -> Weight;
	fn add_purpose() -> Weight;
	fn remove_purpose() -> Weight;
	fn set_stewards() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Fund::Purposes` (r:1 w:1)
	/// Proof: `Fund::Purposes` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentGiving` (r:1 w:1)
	/// Proof: `Fund::CurrentGiving` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentBooks` (r:1 w:1)
	/// Proof: `Fund::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	fn donate() -> Weight {
		// Minimum execution time: 62_374_000 picoseconds.
		Weight::from_parts(72_603_000, 3805)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Fund::CurrentFigures` (r:1 w:0)
	/// Proof: `Fund::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(5), added: 500, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Purposes` (r:1 w:1)
	/// Proof: `Fund::Purposes` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentBooks` (r:1 w:1)
	/// Proof: `Fund::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentGiving` (r:1 w:1)
	/// Proof: `Fund::CurrentGiving` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Fund::LastMandate` (r:1 w:1)
	/// Proof: `Fund::LastMandate` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Mandates` (r:0 w:1)
	/// Proof: `Fund::Mandates` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	fn mandate() -> Weight {
		// Minimum execution time: 29_784_000 picoseconds.
		Weight::from_parts(36_076_000, 3805)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:3 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Fund::CurrentStewards` (r:1 w:0)
	/// Proof: `Fund::CurrentStewards` (`max_values`: Some(1), `max_size`: Some(531), added: 1026, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `Recovery::Inheritor` (r:1 w:0)
	/// Proof: `Recovery::Inheritor` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Mandates` (r:1 w:1)
	/// Proof: `Fund::Mandates` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Purposes` (r:1 w:1)
	/// Proof: `Fund::Purposes` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentBooks` (r:1 w:1)
	/// Proof: `Fund::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	fn pay_mandate() -> Weight {
		// Minimum execution time: 114_347_000 picoseconds.
		Weight::from_parts(129_613_000, 9435)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Fund::Mandates` (r:1 w:1)
	/// Proof: `Fund::Mandates` (`max_values`: None, `max_size`: Some(343), added: 2818, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentGiving` (r:1 w:1)
	/// Proof: `Fund::CurrentGiving` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentBooks` (r:1 w:1)
	/// Proof: `Fund::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	/// Storage: `Fund::Purposes` (r:1 w:1)
	/// Proof: `Fund::Purposes` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	fn close_mandate() -> Weight {
		// Minimum execution time: 35_829_000 picoseconds.
		Weight::from_parts(46_890_000, 4689)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Fund::Purposes` (r:1 w:1)
	/// Proof: `Fund::Purposes` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn set_budget() -> Weight {
		// Minimum execution time: 16_840_000 picoseconds.
		Weight::from_parts(19_474_000, 3680)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Fund::Purposes` (r:16 w:1)
	/// Proof: `Fund::Purposes` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Fund::LastPurpose` (r:1 w:1)
	/// Proof: `Fund::LastPurpose` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn add_purpose() -> Weight {
		// Minimum execution time: 372_733_000 picoseconds.
		Weight::from_parts(395_209_000, 44030)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Fund::Purposes` (r:1 w:1)
	/// Proof: `Fund::Purposes` (`max_values`: None, `max_size`: Some(215), added: 2690, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn remove_purpose() -> Weight {
		// Minimum execution time: 12_705_000 picoseconds.
		Weight::from_parts(16_559_000, 3680)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Membership::MemberRecords` (r:16 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentStewards` (r:0 w:1)
	/// Proof: `Fund::CurrentStewards` (`max_values`: Some(1), `max_size`: Some(531), added: 1026, mode: `MaxEncodedLen`)
	fn set_stewards() -> Weight {
		// Minimum execution time: 68_527_000 picoseconds.
		Weight::from_parts(78_299_000, 42574)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn donate() -> Weight {
		Weight::zero()
	}
	fn mandate() -> Weight {
		Weight::zero()
	}
	fn pay_mandate() -> Weight {
		Weight::zero()
	}
	fn close_mandate() -> Weight {
		Weight::zero()
	}
	fn set_budget() -> Weight {
		Weight::zero()
	}
	fn add_purpose() -> Weight {
		Weight::zero()
	}
	fn remove_purpose() -> Weight {
		Weight::zero()
	}
	fn set_stewards() -> Weight {
		Weight::zero()
	}
}
