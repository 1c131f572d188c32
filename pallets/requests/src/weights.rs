// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_requests`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-28, 50 steps, 20 repeats, on a machine of its own (AMD EPYC).

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn post() -> Weight;
	fn cancel() -> Weight;
	fn submit() -> Weight;
	fn accept() -> Weight;
	fn close_submission() -> Weight;
	fn pay_labor() -> Weight;
	fn pay_art() -> Weight;
	fn close() -> Weight;
	fn dispute() -> Weight;
	fn decide() -> Weight;
	fn clear() -> Weight;
	fn settle() -> Weight;
	fn unjudged() -> Weight;
	fn on_leaving() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::CurrentFigures` (r:1 w:0)
	/// Proof: `Requests::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(21), added: 516, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentFigures` (r:1 w:0)
	/// Proof: `Fund::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(22), added: 517, mode: `MaxEncodedLen`)
	/// Storage: `Requests::LastRequest` (r:1 w:1)
	/// Proof: `Requests::LastRequest` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Requests::RequestsOf` (r:1 w:1)
	/// Proof: `Requests::RequestsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Open` (r:0 w:1)
	/// Proof: `Requests::Open` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:0 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	fn post() -> Weight {
		// Minimum execution time: 90_254_000 picoseconds.
		Weight::from_parts(93_128_000, 3805)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Requests::RequestsOf` (r:1 w:1)
	/// Proof: `Requests::RequestsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:0 w:1)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Open` (r:0 w:1)
	/// Proof: `Requests::Open` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Minimum execution time: 67_350_000 picoseconds.
		Weight::from_parts(68_832_000, 4137)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Places` (r:1 w:1)
	/// Proof: `Requests::Places` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Unscored` (r:1 w:1)
	/// Proof: `Requests::Unscored` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Signals` (r:1 w:0)
	/// Proof: `Requests::Signals` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Requests::CurrentFigures` (r:1 w:0)
	/// Proof: `Requests::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(21), added: 516, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Delegations` (r:2 w:0)
	/// Proof: `VoteBasket::Delegations` (`max_values`: None, `max_size`: Some(1425), added: 3900, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::OnDuty` (r:1 w:0)
	/// Proof: `Obligation::OnDuty` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::LastCase` (r:1 w:1)
	/// Proof: `Obligation::LastCase` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::FeesOf` (r:1 w:1)
	/// Proof: `Obligation::FeesOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Obligation::Cases` (r:0 w:1)
	/// Proof: `Obligation::Cases` (`max_values`: None, `max_size`: Some(1329), added: 3804, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Conflicts` (r:0 w:1)
	/// Proof: `Obligation::Conflicts` (`max_values`: None, `max_size`: Some(8206), added: 10681, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:0 w:1)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	fn submit() -> Weight {
		// Minimum execution time: 151_755_000 picoseconds.
		Weight::from_parts(225_085_000, 11867)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:1 w:1)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:1 w:1)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Unscored` (r:1 w:1)
	/// Proof: `Requests::Unscored` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn accept() -> Weight {
		// Minimum execution time: 39_068_000 picoseconds.
		Weight::from_parts(40_450_000, 4137)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:1 w:1)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:1 w:1)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Unscored` (r:1 w:1)
	/// Proof: `Requests::Unscored` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn close_submission() -> Weight {
		// Minimum execution time: 40_080_000 picoseconds.
		Weight::from_parts(41_291_000, 4137)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:1 w:1)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:1 w:0)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::LastOver` (r:1 w:0)
	/// Proof: `SpotChecks::LastOver` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::LastPayment` (r:1 w:1)
	/// Proof: `SpotChecks::LastPayment` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::CurrentFigures` (r:1 w:0)
	/// Proof: `SpotChecks::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::Payments` (r:0 w:1)
	/// Proof: `SpotChecks::Payments` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	fn pay_labor() -> Weight {
		// Minimum execution time: 277_432_000 picoseconds.
		Weight::from_parts(279_315_000, 9435)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:1 w:1)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:1 w:0)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:2 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentFigures` (r:1 w:0)
	/// Proof: `Fund::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(22), added: 517, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentGiving` (r:1 w:1)
	/// Proof: `Fund::CurrentGiving` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Fund::CurrentBooks` (r:1 w:1)
	/// Proof: `Fund::CurrentBooks` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
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
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	fn pay_art() -> Weight {
		// Minimum execution time: 229_271_000 picoseconds.
		Weight::from_parts(233_427_000, 9435)
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:1 w:1)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Requests::RequestsOf` (r:1 w:1)
	/// Proof: `Requests::RequestsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Open` (r:0 w:1)
	/// Proof: `Requests::Open` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Minimum execution time: 78_407_000 picoseconds.
		Weight::from_parts(80_610_000, 6620)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:1 w:0)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:1 w:1)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::CurrentFigures` (r:1 w:0)
	/// Proof: `Proposals::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(85), added: 580, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Minimum execution time: 33_119_000 picoseconds.
		Weight::from_parts(34_241_000, 4137)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:1 w:1)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Signals` (r:1 w:1)
	/// Proof: `Requests::Signals` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:1 w:1)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Unscored` (r:1 w:1)
	/// Proof: `Requests::Unscored` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// Minimum execution time: 43_334_000 picoseconds.
		Weight::from_parts(44_516_000, 4137)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:1 w:1)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Places` (r:0 w:1)
	/// Proof: `Requests::Places` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn clear() -> Weight {
		// Minimum execution time: 73_109_000 picoseconds.
		Weight::from_parts(75_322_000, 6620)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Requests::Requests` (r:1 w:1)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:1 w:1)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Signals` (r:1 w:1)
	/// Proof: `Requests::Signals` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:1 w:1)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Unscored` (r:1 w:1)
	/// Proof: `Requests::Unscored` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// Minimum execution time: 105_026_000 picoseconds.
		Weight::from_parts(108_301_000, 6620)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Requests::Requests` (r:1 w:0)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Submissions` (r:1 w:1)
	/// Proof: `Requests::Submissions` (`max_values`: None, `max_size`: Some(323), added: 2798, mode: `MaxEncodedLen`)
	/// Storage: `Requests::CurrentFigures` (r:1 w:0)
	/// Proof: `Requests::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(21), added: 516, mode: `MaxEncodedLen`)
	fn unjudged() -> Weight {
		// Minimum execution time: 23_185_000 picoseconds.
		Weight::from_parts(24_797_000, 4137)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Requests::RequestsOf` (r:1 w:1)
	/// Proof: `Requests::RequestsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:8 w:8)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:0 w:8)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Open` (r:0 w:8)
	/// Proof: `Requests::Open` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn on_leaving() -> Weight {
		// Minimum execution time: 443_869_000 picoseconds.
		Weight::from_parts(451_791_000, 26166)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(27_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn post() -> Weight {
		Weight::zero()
	}
	fn cancel() -> Weight {
		Weight::zero()
	}
	fn submit() -> Weight {
		Weight::zero()
	}
	fn accept() -> Weight {
		Weight::zero()
	}
	fn close_submission() -> Weight {
		Weight::zero()
	}
	fn pay_labor() -> Weight {
		Weight::zero()
	}
	fn pay_art() -> Weight {
		Weight::zero()
	}
	fn close() -> Weight {
		Weight::zero()
	}
	fn dispute() -> Weight {
		Weight::zero()
	}
	fn decide() -> Weight {
		Weight::zero()
	}
	fn clear() -> Weight {
		Weight::zero()
	}
	fn settle() -> Weight {
		Weight::zero()
	}
	fn unjudged() -> Weight {
		Weight::zero()
	}
	fn on_leaving() -> Weight {
		Weight::zero()
	}
}
