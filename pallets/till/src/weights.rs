// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_till` that stand in until `cargo xtask bench --pallet pallet_till` has measured them: above what
//! the calls can cost, by the records that each reads and writes.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls of the pallet cost.
pub trait WeightInfo {
	fn receive() -> Weight;
	fn ask() -> Weight;
	fn begin() -> Weight;
	fn pay() -> Weight;
	fn decline() -> Weight;
	fn give_back() -> Weight;
	fn withdraw() -> Weight;
	fn attest() -> Weight;
	fn set_limit() -> Weight;
	fn set_currency() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn receive() -> Weight {
		Weight::from_parts(160_000_000, 40000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	fn ask() -> Weight {
		Weight::from_parts(140_000_000, 32000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	fn begin() -> Weight {
		Weight::from_parts(90_000_000, 36000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn pay() -> Weight {
		Weight::from_parts(180_000_000, 44000)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	fn decline() -> Weight {
		Weight::from_parts(130_000_000, 36000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn give_back() -> Weight {
		Weight::from_parts(110_000_000, 28000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(110_000_000, 28000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn attest() -> Weight {
		Weight::from_parts(110_000_000, 40000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn set_limit() -> Weight {
		Weight::from_parts(60_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_currency() -> Weight {
		Weight::from_parts(60_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn receive() -> Weight {
		Weight::zero()
	}
	fn ask() -> Weight {
		Weight::zero()
	}
	fn begin() -> Weight {
		Weight::zero()
	}
	fn pay() -> Weight {
		Weight::zero()
	}
	fn decline() -> Weight {
		Weight::zero()
	}
	fn give_back() -> Weight {
		Weight::zero()
	}
	fn withdraw() -> Weight {
		Weight::zero()
	}
	fn attest() -> Weight {
		Weight::zero()
	}
	fn set_limit() -> Weight {
		Weight::zero()
	}
	fn set_currency() -> Weight {
		Weight::zero()
	}
}
