// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_obligation`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-28, 50 steps, 20 repeats, on a machine of its own (AMD EPYC).

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
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::OnDuty` (r:1 w:1)
	/// Proof: `Obligation::OnDuty` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn enrol() -> Weight {
		// Minimum execution time: 100_930_000 picoseconds.
		Weight::from_parts(116_594_000, 13104)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn set_most() -> Weight {
		// Minimum execution time: 70_304_000 picoseconds.
		Weight::from_parts(77_205_000, 5670)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn volunteer() -> Weight {
		// Minimum execution time: 55_362_000 picoseconds.
		Weight::from_parts(62_854_000, 5670)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:0)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::OnDuty` (r:1 w:1)
	/// Proof: `Obligation::OnDuty` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn seat() -> Weight {
		// Minimum execution time: 89_393_000 picoseconds.
		Weight::from_parts(100_038_000, 12852)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::OnDuty` (r:1 w:1)
	/// Proof: `Obligation::OnDuty` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn retire() -> Weight {
		// Minimum execution time: 86_529_000 picoseconds.
		Weight::from_parts(99_718_000, 9679)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:0)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::OnDuty` (r:1 w:1)
	/// Proof: `Obligation::OnDuty` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn come_back() -> Weight {
		// Minimum execution time: 94_911_000 picoseconds.
		Weight::from_parts(101_601_000, 13104)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn unbond() -> Weight {
		// Minimum execution time: 72_577_000 picoseconds.
		Weight::from_parts(78_887_000, 5670)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Cases` (r:1 w:1)
	/// Proof: `Obligation::Cases` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Lots::Values` (r:1 w:0)
	/// Proof: `Lots::Values` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Conflicts` (r:1 w:1)
	/// Proof: `Obligation::Conflicts` (`max_values`: None, `max_size`: Some(8206), added: 10681, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::OnDuty` (r:1 w:1)
	/// Proof: `Obligation::OnDuty` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:48 w:48)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:41 w:41)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:7 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::WaitingChecks` (r:1 w:1)
	/// Proof: `Obligation::WaitingChecks` (`max_values`: Some(1), `max_size`: Some(514), added: 1009, mode: `MaxEncodedLen`)
	fn draw() -> Weight {
		// Minimum execution time: 2_387_108_000 picoseconds.
		Weight::from_parts(2_468_769_000, 225630)
			.saturating_add(T::DbWeight::get().reads(107_u64))
			.saturating_add(T::DbWeight::get().writes(93_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Cases` (r:1 w:1)
	/// Proof: `Obligation::Cases` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:55 w:55)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Conflicts` (r:1 w:1)
	/// Proof: `Obligation::Conflicts` (`max_values`: None, `max_size`: Some(8206), added: 10681, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::OnDuty` (r:1 w:1)
	/// Proof: `Obligation::OnDuty` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:41 w:41)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:7 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	fn replace() -> Weight {
		// Minimum execution time: 2_475_308_000 picoseconds.
		Weight::from_parts(2_573_174_000, 258390)
			.saturating_add(T::DbWeight::get().reads(111_u64))
			.saturating_add(T::DbWeight::get().writes(99_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	fn commit() -> Weight {
		// Minimum execution time: 41_282_000 picoseconds.
		Weight::from_parts(47_050_000, 5670)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn reveal() -> Weight {
		// Minimum execution time: 67_751_000 picoseconds.
		Weight::from_parts(79_298_000, 5670)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn recuse() -> Weight {
		// Minimum execution time: 63_514_000 picoseconds.
		Weight::from_parts(70_945_000, 5670)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Cases` (r:1 w:1)
	/// Proof: `Obligation::Cases` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn denounce() -> Weight {
		// Minimum execution time: 74_862_000 picoseconds.
		Weight::from_parts(85_928_000, 5670)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::Account` (r:10 w:9)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Cases` (r:1 w:1)
	/// Proof: `Obligation::Cases` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:7 w:7)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:7 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::LastOver` (r:1 w:0)
	/// Proof: `SpotChecks::LastOver` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::LastPayment` (r:1 w:0)
	/// Proof: `SpotChecks::LastPayment` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::CurrentFigures` (r:1 w:0)
	/// Proof: `SpotChecks::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:7 w:7)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:7 w:7)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::FeesOf` (r:1 w:1)
	/// Proof: `Obligation::FeesOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::WaitingChecks` (r:1 w:1)
	/// Proof: `Obligation::WaitingChecks` (`max_values`: Some(1), `max_size`: Some(514), added: 1009, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::Deliveries` (r:1 w:1)
	/// Proof: `Deliveries::Deliveries` (`max_values`: None, `max_size`: Some(888), added: 3363, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::UnderWay` (r:2 w:2)
	/// Proof: `Deliveries::UnderWay` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Roles` (r:1 w:1)
	/// Proof: `Proposals::Roles` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::RoleCount` (r:1 w:1)
	/// Proof: `Proposals::RoleCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Conflicts` (r:0 w:1)
	/// Proof: `Obligation::Conflicts` (`max_values`: None, `max_size`: Some(8206), added: 10681, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Minimum execution time: 1_115_979_000 picoseconds.
		Weight::from_parts(1_152_513_000, 33750)
			.saturating_add(T::DbWeight::get().reads(60_u64))
			.saturating_add(T::DbWeight::get().writes(45_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Cases` (r:1 w:1)
	/// Proof: `Obligation::Cases` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Conflicts` (r:1 w:0)
	/// Proof: `Obligation::Conflicts` (`max_values`: None, `max_size`: Some(8206), added: 10681, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::OnDuty` (r:1 w:0)
	/// Proof: `Obligation::OnDuty` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::FeesOf` (r:1 w:1)
	/// Proof: `Obligation::FeesOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn appeal() -> Weight {
		// Minimum execution time: 205_345_000 picoseconds.
		Weight::from_parts(215_150_000, 18868)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Cases` (r:1 w:1)
	/// Proof: `Obligation::Cases` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::FeesOf` (r:1 w:1)
	/// Proof: `Obligation::FeesOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::WaitingChecks` (r:1 w:1)
	/// Proof: `Obligation::WaitingChecks` (`max_values`: Some(1), `max_size`: Some(514), added: 1009, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::Deliveries` (r:1 w:1)
	/// Proof: `Deliveries::Deliveries` (`max_values`: None, `max_size`: Some(888), added: 3363, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::UnderWay` (r:2 w:2)
	/// Proof: `Deliveries::UnderWay` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Roles` (r:1 w:1)
	/// Proof: `Proposals::Roles` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::RoleCount` (r:1 w:1)
	/// Proof: `Proposals::RoleCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:1 w:1)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:1 w:1)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Conflicts` (r:0 w:1)
	/// Proof: `Obligation::Conflicts` (`max_values`: None, `max_size`: Some(8206), added: 10681, mode: `MaxEncodedLen`)
	fn finish() -> Weight {
		// Minimum execution time: 196_762_000 picoseconds.
		Weight::from_parts(210_312_000, 6620)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::OnDuty` (r:1 w:1)
	/// Proof: `Obligation::OnDuty` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn poke() -> Weight {
		// Minimum execution time: 97_185_000 picoseconds.
		Weight::from_parts(109_493_000, 9679)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Obligation::Enforcers` (r:1 w:1)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn pardon() -> Weight {
		// Minimum execution time: 60_960_000 picoseconds.
		Weight::from_parts(64_376_000, 5670)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Obligation::WaitingChecks` (r:1 w:0)
	/// Proof: `Obligation::WaitingChecks` (`max_values`: Some(1), `max_size`: Some(514), added: 1009, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Swept` (r:1 w:0)
	/// Proof: `Obligation::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn sweep_begin() -> Weight {
		// Minimum execution time: 5_819_000 picoseconds.
		Weight::from_parts(6_740_000, 1999)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Obligation::WaitingChecks` (r:1 w:0)
	/// Proof: `Obligation::WaitingChecks` (`max_values`: Some(1), `max_size`: Some(514), added: 1009, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Swept` (r:1 w:1)
	/// Proof: `Obligation::Swept` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Cases` (r:3 w:0)
	/// Proof: `Obligation::Cases` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:0)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	fn sweep_one() -> Weight {
		// Minimum execution time: 44_566_000 picoseconds.
		Weight::from_parts(48_682_000, 12402)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn enrol() -> Weight {
		Weight::zero()
	}
	fn set_most() -> Weight {
		Weight::zero()
	}
	fn volunteer() -> Weight {
		Weight::zero()
	}
	fn seat() -> Weight {
		Weight::zero()
	}
	fn retire() -> Weight {
		Weight::zero()
	}
	fn come_back() -> Weight {
		Weight::zero()
	}
	fn unbond() -> Weight {
		Weight::zero()
	}
	fn draw() -> Weight {
		Weight::zero()
	}
	fn replace() -> Weight {
		Weight::zero()
	}
	fn commit() -> Weight {
		Weight::zero()
	}
	fn reveal() -> Weight {
		Weight::zero()
	}
	fn recuse() -> Weight {
		Weight::zero()
	}
	fn denounce() -> Weight {
		Weight::zero()
	}
	fn close() -> Weight {
		Weight::zero()
	}
	fn appeal() -> Weight {
		Weight::zero()
	}
	fn finish() -> Weight {
		Weight::zero()
	}
	fn poke() -> Weight {
		Weight::zero()
	}
	fn pardon() -> Weight {
		Weight::zero()
	}
	fn sweep_begin() -> Weight {
		Weight::zero()
	}
	fn sweep_one() -> Weight {
		Weight::zero()
	}
}
