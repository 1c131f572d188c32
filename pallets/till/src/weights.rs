// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_till`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-27, 50 steps, 20 repeats, on a machine of its own (Intel(R) Xeon(R) Processor).

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
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
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Fund::CurrentStewards` (r:1 w:0)
	/// Proof: `Fund::CurrentStewards` (`max_values`: Some(1), `max_size`: Some(531), added: 1026, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `Recovery::Inheritor` (r:1 w:0)
	/// Proof: `Recovery::Inheritor` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Till::Receipts` (r:1 w:1)
	/// Proof: `Till::Receipts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentLimit` (r:1 w:0)
	/// Proof: `Till::CurrentLimit` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentIssuing` (r:1 w:1)
	/// Proof: `Till::CurrentIssuing` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentBooks` (r:1 w:1)
	/// Proof: `Till::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Till::Entries` (r:0 w:1)
	/// Proof: `Till::Entries` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	fn receive() -> Weight {
		// Minimum execution time: 89_998_000 picoseconds.
		Weight::from_parts(96_992_000, 6620)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Till::CurrentFigures` (r:1 w:0)
	/// Proof: `Till::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentBooks` (r:1 w:1)
	/// Proof: `Till::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Till::LastAsk` (r:1 w:1)
	/// Proof: `Till::LastAsk` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Till::AsksOf` (r:1 w:1)
	/// Proof: `Till::AsksOf` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(283), added: 2758, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Till::Asks` (r:0 w:1)
	/// Proof: `Till::Asks` (`max_values`: None, `max_size`: Some(132), added: 2607, mode: `MaxEncodedLen`)
	fn ask() -> Weight {
		// Minimum execution time: 64_627_000 picoseconds.
		Weight::from_parts(75_873_000, 3748)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Fund::CurrentStewards` (r:1 w:0)
	/// Proof: `Fund::CurrentStewards` (`max_values`: Some(1), `max_size`: Some(531), added: 1026, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `Recovery::Inheritor` (r:1 w:0)
	/// Proof: `Recovery::Inheritor` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Till::Asks` (r:1 w:1)
	/// Proof: `Till::Asks` (`max_values`: None, `max_size`: Some(132), added: 2607, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentFigures` (r:1 w:0)
	/// Proof: `Till::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn begin() -> Weight {
		// Minimum execution time: 47_666_000 picoseconds.
		Weight::from_parts(54_554_000, 4741)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Fund::CurrentStewards` (r:1 w:0)
	/// Proof: `Fund::CurrentStewards` (`max_values`: Some(1), `max_size`: Some(531), added: 1026, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `Recovery::Inheritor` (r:1 w:0)
	/// Proof: `Recovery::Inheritor` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Till::Asks` (r:1 w:1)
	/// Proof: `Till::Asks` (`max_values`: None, `max_size`: Some(132), added: 2607, mode: `MaxEncodedLen`)
	/// Storage: `Till::Receipts` (r:1 w:1)
	/// Proof: `Till::Receipts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentBooks` (r:1 w:1)
	/// Proof: `Till::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(283), added: 2758, mode: `MaxEncodedLen`)
	/// Storage: `Till::AsksOf` (r:1 w:1)
	/// Proof: `Till::AsksOf` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Till::Entries` (r:0 w:1)
	/// Proof: `Till::Entries` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	fn pay() -> Weight {
		// Minimum execution time: 90_286_000 picoseconds.
		Weight::from_parts(108_106_000, 5101)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Fund::CurrentStewards` (r:1 w:0)
	/// Proof: `Fund::CurrentStewards` (`max_values`: Some(1), `max_size`: Some(531), added: 1026, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `Recovery::Inheritor` (r:1 w:0)
	/// Proof: `Recovery::Inheritor` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Till::Asks` (r:1 w:1)
	/// Proof: `Till::Asks` (`max_values`: None, `max_size`: Some(132), added: 2607, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(283), added: 2758, mode: `MaxEncodedLen`)
	/// Storage: `Till::AsksOf` (r:1 w:1)
	/// Proof: `Till::AsksOf` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentBooks` (r:1 w:1)
	/// Proof: `Till::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	fn decline() -> Weight {
		// Minimum execution time: 93_246_000 picoseconds.
		Weight::from_parts(109_288_000, 4882)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Till::Asks` (r:1 w:1)
	/// Proof: `Till::Asks` (`max_values`: None, `max_size`: Some(132), added: 2607, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(283), added: 2758, mode: `MaxEncodedLen`)
	/// Storage: `Till::AsksOf` (r:1 w:1)
	/// Proof: `Till::AsksOf` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentBooks` (r:1 w:1)
	/// Proof: `Till::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	fn give_back() -> Weight {
		// Minimum execution time: 61_822_000 picoseconds.
		Weight::from_parts(67_007_000, 4248)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Till::Asks` (r:1 w:1)
	/// Proof: `Till::Asks` (`max_values`: None, `max_size`: Some(132), added: 2607, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(283), added: 2758, mode: `MaxEncodedLen`)
	/// Storage: `Till::AsksOf` (r:1 w:1)
	/// Proof: `Till::AsksOf` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentBooks` (r:1 w:1)
	/// Proof: `Till::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Minimum execution time: 52_753_000 picoseconds.
		Weight::from_parts(58_787_000, 3748)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xffd9981a9831d3e3281499a08b10292b` (r:1 w:0)
	/// Storage: `Fund::CurrentStewards` (r:1 w:0)
	/// Proof: `Fund::CurrentStewards` (`max_values`: Some(1), `max_size`: Some(531), added: 1026, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `Recovery::Inheritor` (r:1 w:0)
	/// Proof: `Recovery::Inheritor` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentBooks` (r:1 w:1)
	/// Proof: `Till::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Till::Attestations` (r:0 w:1)
	/// Proof: `Till::Attestations` (`max_values`: None, `max_size`: Some(629), added: 3104, mode: `MaxEncodedLen`)
	fn attest() -> Weight {
		// Minimum execution time: 47_406_000 picoseconds.
		Weight::from_parts(52_100_000, 4706)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Till::CurrentLimit` (r:1 w:1)
	/// Proof: `Till::CurrentLimit` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn set_limit() -> Weight {
		// Minimum execution time: 7_159_000 picoseconds.
		Weight::from_parts(8_584_000, 1501)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Till::CurrentBooks` (r:1 w:0)
	/// Proof: `Till::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	/// Storage: `Till::CurrentCurrency` (r:0 w:1)
	/// Proof: `Till::CurrentCurrency` (`max_values`: Some(1), `max_size`: Some(66), added: 561, mode: `MaxEncodedLen`)
	fn set_currency() -> Weight {
		// Minimum execution time: 8_015_000 picoseconds.
		Weight::from_parts(10_681_000, 1570)
			.saturating_add(T::DbWeight::get().reads(1_u64))
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
