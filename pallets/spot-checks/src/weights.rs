// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_spot_checks`, until `cargo xtask bench` has measured them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn point_out() -> Weight;
	fn hand_in() -> Weight;
	fn find() -> Weight;
	fn clear() -> Weight;
	fn sweep_begin() -> Weight;
	fn sweep_one() -> Weight;
	fn sweep_over() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn point_out() -> Weight {
		Weight::from_parts(80_000_000, 10000)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn hand_in() -> Weight {
		Weight::from_parts(25_000_000, 5000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn find() -> Weight {
		Weight::from_parts(70_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn clear() -> Weight {
		Weight::from_parts(25_000_000, 5000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn sweep_begin() -> Weight {
		Weight::from_parts(6_000_000, 3000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	fn sweep_one() -> Weight {
		Weight::from_parts(12_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn sweep_over() -> Weight {
		Weight::from_parts(12_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn point_out() -> Weight {
		Weight::zero()
	}
	fn hand_in() -> Weight {
		Weight::zero()
	}
	fn find() -> Weight {
		Weight::zero()
	}
	fn clear() -> Weight {
		Weight::zero()
	}
	fn sweep_begin() -> Weight {
		Weight::zero()
	}
	fn sweep_one() -> Weight {
		Weight::zero()
	}
	fn sweep_over() -> Weight {
		Weight::zero()
	}
}
