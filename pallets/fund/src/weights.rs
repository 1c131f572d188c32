// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_fund` that stand in until `cargo xtask bench --pallet pallet_fund` has measured them: above what
//! the calls can cost, by the records that each reads and writes.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls of the pallet cost.
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
	fn donate() -> Weight {
		Weight::from_parts(100_000_000, 16000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn mandate() -> Weight {
		Weight::from_parts(120_000_000, 28000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn pay_mandate() -> Weight {
		Weight::from_parts(160_000_000, 36000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	fn close_mandate() -> Weight {
		Weight::from_parts(80_000_000, 24000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn set_budget() -> Weight {
		Weight::from_parts(60_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn add_purpose() -> Weight {
		Weight::from_parts(600_000_000, 80000)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn remove_purpose() -> Weight {
		Weight::from_parts(60_000_000, 16000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn set_stewards() -> Weight {
		Weight::from_parts(200_000_000, 136000)
			.saturating_add(T::DbWeight::get().reads(34_u64))
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
