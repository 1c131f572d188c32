// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_obligation`: placeholders until they are measured by `cargo xtask bench`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn enrol() -> Weight;
	fn set_most() -> Weight;
	fn volunteer() -> Weight;
	fn seat() -> Weight;
	fn retire() -> Weight;
	fn come_back() -> Weight;
	fn unbond() -> Weight;
	fn draw() -> Weight;
	fn replace() -> Weight;
	fn commit() -> Weight;
	fn reveal() -> Weight;
	fn recuse() -> Weight;
	fn denounce() -> Weight;
	fn close() -> Weight;
	fn appeal() -> Weight;
	fn finish() -> Weight;
	fn poke() -> Weight;
	fn pardon() -> Weight;
	fn sweep_begin() -> Weight;
	fn sweep_one() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn enrol() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn set_most() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn volunteer() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn seat() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn retire() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn come_back() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn unbond() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn draw() -> Weight {
		Weight::from_parts(900_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(70_u64))
			.saturating_add(T::DbWeight::get().writes(30_u64))
	}
	fn replace() -> Weight {
		Weight::from_parts(900_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(70_u64))
			.saturating_add(T::DbWeight::get().writes(30_u64))
	}
	fn commit() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn reveal() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn recuse() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn denounce() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn close() -> Weight {
		Weight::from_parts(900_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(70_u64))
			.saturating_add(T::DbWeight::get().writes(30_u64))
	}
	fn appeal() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn finish() -> Weight {
		Weight::from_parts(900_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(70_u64))
			.saturating_add(T::DbWeight::get().writes(30_u64))
	}
	fn poke() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn pardon() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn sweep_begin() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn sweep_one() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn enrol() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn set_most() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn volunteer() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn seat() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn retire() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn come_back() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn unbond() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn draw() -> Weight {
		Weight::from_parts(900_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(70_u64))
			.saturating_add(RocksDbWeight::get().writes(30_u64))
	}
	fn replace() -> Weight {
		Weight::from_parts(900_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(70_u64))
			.saturating_add(RocksDbWeight::get().writes(30_u64))
	}
	fn commit() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn reveal() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn recuse() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn denounce() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn close() -> Weight {
		Weight::from_parts(900_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(70_u64))
			.saturating_add(RocksDbWeight::get().writes(30_u64))
	}
	fn appeal() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn finish() -> Weight {
		Weight::from_parts(900_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(70_u64))
			.saturating_add(RocksDbWeight::get().writes(30_u64))
	}
	fn poke() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn pardon() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn sweep_begin() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn sweep_one() -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
}
