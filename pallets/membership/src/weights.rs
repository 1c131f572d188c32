// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_membership`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-28, 50 steps, 20 repeats, on a machine of its own (AMD EPYC).

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn apply() -> Weight;
	fn nominate() -> Weight;
	fn withdraw() -> Weight;
	fn admit() -> Weight;
	fn decline() -> Weight;
	fn request_class() -> Weight;
	fn grant_class() -> Weight;
	fn force_class() -> Weight;
	fn leave() -> Weight;
	fn may_leave() -> Weight;
	fn expel() -> Weight;
	fn set_statute() -> Weight;
	fn restore_access() -> Weight;
	fn report_lost_key() -> Weight;
	fn object() -> Weight;
	fn confirm() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ApplicationBy` (r:1 w:1)
	/// Proof: `Membership::ApplicationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Membership::CurrentStatute` (r:1 w:0)
	/// Proof: `Membership::CurrentStatute` (`max_values`: Some(1), `max_size`: Some(290), added: 785, mode: `MaxEncodedLen`)
	/// Storage: `Membership::LastApplication` (r:1 w:1)
	/// Proof: `Membership::LastApplication` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Applications` (r:0 w:1)
	/// Proof: `Membership::Applications` (`max_values`: None, `max_size`: Some(455), added: 2930, mode: `MaxEncodedLen`)
	fn apply() -> Weight {
		// Minimum execution time: 70_044_000 picoseconds.
		Weight::from_parts(72_478_000, 3805)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:2 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::NominationBy` (r:1 w:1)
	/// Proof: `Membership::NominationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ApplicationBy` (r:1 w:1)
	/// Proof: `Membership::ApplicationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Membership::CurrentStatute` (r:1 w:0)
	/// Proof: `Membership::CurrentStatute` (`max_values`: Some(1), `max_size`: Some(290), added: 785, mode: `MaxEncodedLen`)
	/// Storage: `Membership::LastApplication` (r:1 w:1)
	/// Proof: `Membership::LastApplication` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Applications` (r:0 w:1)
	/// Proof: `Membership::Applications` (`max_values`: None, `max_size`: Some(455), added: 2930, mode: `MaxEncodedLen`)
	fn nominate() -> Weight {
		// Minimum execution time: 40_380_000 picoseconds.
		Weight::from_parts(42_002_000, 6188)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Applications` (r:1 w:1)
	/// Proof: `Membership::Applications` (`max_values`: None, `max_size`: Some(455), added: 2930, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ApplicationBy` (r:0 w:1)
	/// Proof: `Membership::ApplicationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Minimum execution time: 61_271_000 picoseconds.
		Weight::from_parts(63_074_000, 3920)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Membership::Applications` (r:1 w:1)
	/// Proof: `Membership::Applications` (`max_values`: None, `max_size`: Some(455), added: 2930, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Membership::CurrentStatute` (r:1 w:0)
	/// Proof: `Membership::CurrentStatute` (`max_values`: Some(1), `max_size`: Some(290), added: 785, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:1)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::LastNumber` (r:1 w:1)
	/// Proof: `Membership::LastNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Membership::KeptAccounts` (r:1 w:1)
	/// Proof: `Membership::KeptAccounts` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Class` (r:1 w:1)
	/// Proof: `Uniques::Class` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Asset` (r:1 w:1)
	/// Proof: `Uniques::Asset` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::CollectionMaxSupply` (r:1 w:0)
	/// Proof: `Uniques::CollectionMaxSupply` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:1)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Debts` (r:1 w:0)
	/// Proof: `Reputation::Debts` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Decay` (r:1 w:0)
	/// Proof: `Reputation::Decay` (`max_values`: Some(1), `max_size`: Some(385), added: 880, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::CurrentFigures` (r:1 w:0)
	/// Proof: `Reputation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(46), added: 541, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `FeeQuota::CurrentFigures` (r:1 w:0)
	/// Proof: `FeeQuota::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(52), added: 547, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:0 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ApplicationBy` (r:0 w:1)
	/// Proof: `Membership::ApplicationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::InstanceMetadataOf` (r:0 w:1)
	/// Proof: `Uniques::InstanceMetadataOf` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Account` (r:0 w:1)
	/// Proof: `Uniques::Account` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Earmarks` (r:0 w:1)
	/// Proof: `MutualCredit::Earmarks` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:0 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn admit() -> Weight {
		// Minimum execution time: 174_139_000 picoseconds.
		Weight::from_parts(178_806_000, 6620)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// Storage: `Membership::Applications` (r:1 w:1)
	/// Proof: `Membership::Applications` (`max_values`: None, `max_size`: Some(455), added: 2930, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ApplicationBy` (r:0 w:1)
	/// Proof: `Membership::ApplicationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn decline() -> Weight {
		// Minimum execution time: 54_290_000 picoseconds.
		Weight::from_parts(56_163_000, 3920)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ClassRequests` (r:0 w:1)
	/// Proof: `Membership::ClassRequests` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn request_class() -> Weight {
		// Minimum execution time: 27_261_000 picoseconds.
		Weight::from_parts(28_602_000, 3805)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Membership::MemberRecords` (r:1 w:1)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ClassRequests` (r:1 w:1)
	/// Proof: `Membership::ClassRequests` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:1)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::InstanceMetadataOf` (r:1 w:1)
	/// Proof: `Uniques::InstanceMetadataOf` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:0)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OffersBy` (r:1 w:1)
	/// Proof: `MutualCredit::OffersBy` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:1 w:1)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Offers` (r:0 w:16)
	/// Proof: `MutualCredit::Offers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	fn grant_class() -> Weight {
		// Minimum execution time: 143_643_000 picoseconds.
		Weight::from_parts(162_091_000, 5670)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
	}
	/// Storage: `Membership::MemberRecords` (r:1 w:1)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:1)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::InstanceMetadataOf` (r:1 w:1)
	/// Proof: `Uniques::InstanceMetadataOf` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:0)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OffersBy` (r:1 w:1)
	/// Proof: `MutualCredit::OffersBy` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:1 w:1)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ClassRequests` (r:0 w:1)
	/// Proof: `Membership::ClassRequests` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Offers` (r:0 w:16)
	/// Proof: `MutualCredit::Offers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	fn force_class() -> Weight {
		// Minimum execution time: 139_086_000 picoseconds.
		Weight::from_parts(158_375_000, 5670)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
	}
	/// Storage: `System::Account` (r:35 w:35)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::UnderWay` (r:33 w:33)
	/// Proof: `Deliveries::UnderWay` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::Deliveries` (r:32 w:32)
	/// Proof: `Deliveries::Deliveries` (`max_values`: None, `max_size`: Some(888), added: 3363, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:1)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:1)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Membership::NominationBy` (r:1 w:1)
	/// Proof: `Membership::NominationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Applications` (r:1 w:1)
	/// Proof: `Membership::Applications` (`max_values`: None, `max_size`: Some(455), added: 2930, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ReportBy` (r:1 w:1)
	/// Proof: `Membership::ReportBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Asset` (r:1 w:1)
	/// Proof: `Uniques::Asset` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Class` (r:1 w:1)
	/// Proof: `Uniques::Class` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:0)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::FeesOf` (r:1 w:0)
	/// Proof: `Obligation::FeesOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Requests::RequestsOf` (r:1 w:1)
	/// Proof: `Requests::RequestsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:8 w:8)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:34 w:34)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Roles` (r:32 w:32)
	/// Proof: `Proposals::Roles` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::RoleCount` (r:1 w:1)
	/// Proof: `Proposals::RoleCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:32 w:32)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:32 w:32)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OffersBy` (r:1 w:1)
	/// Proof: `MutualCredit::OffersBy` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
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
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Earmarks` (r:1 w:1)
	/// Proof: `MutualCredit::Earmarks` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Debts` (r:1 w:1)
	/// Proof: `Reputation::Debts` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:1 w:1)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Fund::CurrentStewards` (r:1 w:1)
	/// Proof: `Fund::CurrentStewards` (`max_values`: Some(1), `max_size`: Some(531), added: 1026, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::OpenMinutes` (r:0 w:1)
	/// Proof: `Reputation::OpenMinutes` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ApplicationBy` (r:0 w:1)
	/// Proof: `Membership::ApplicationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Membership::KeptAccounts` (r:0 w:1)
	/// Proof: `Membership::KeptAccounts` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Membership::LostKeys` (r:0 w:1)
	/// Proof: `Membership::LostKeys` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ClassRequests` (r:0 w:1)
	/// Proof: `Membership::ClassRequests` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::InstanceMetadataOf` (r:0 w:1)
	/// Proof: `Uniques::InstanceMetadataOf` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Account` (r:0 w:1)
	/// Proof: `Uniques::Account` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::ItemPriceOf` (r:0 w:1)
	/// Proof: `Uniques::ItemPriceOf` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:0 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Exits` (r:0 w:1)
	/// Proof: `MutualCredit::Exits` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Offers` (r:0 w:16)
	/// Proof: `MutualCredit::Offers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::Payments` (r:0 w:8)
	/// Proof: `SpotChecks::Payments` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Delegations` (r:0 w:1)
	/// Proof: `VoteBasket::Delegations` (`max_values`: None, `max_size`: Some(1425), added: 3900, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:0 w:8)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Open` (r:0 w:8)
	/// Proof: `Requests::Open` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Minimum execution time: 4_296_996_000 picoseconds.
		Weight::from_parts(6_345_640_000, 214354)
			.saturating_add(T::DbWeight::get().reads(336_u64))
			.saturating_add(T::DbWeight::get().writes(313_u64))
	}
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:0)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::UnderWay` (r:1 w:0)
	/// Proof: `Deliveries::UnderWay` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::Deliveries` (r:32 w:0)
	/// Proof: `Deliveries::Deliveries` (`max_values`: None, `max_size`: Some(888), added: 3363, mode: `MaxEncodedLen`)
	fn may_leave() -> Weight {
		// Minimum execution time: 155_582_000 picoseconds.
		Weight::from_parts(167_579_000, 108606)
			.saturating_add(T::DbWeight::get().reads(35_u64))
	}
	/// Storage: `Membership::CurrentStatute` (r:1 w:0)
	/// Proof: `Membership::CurrentStatute` (`max_values`: Some(1), `max_size`: Some(290), added: 785, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberCounts` (r:1 w:1)
	/// Proof: `Membership::MemberCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:1)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::NominationBy` (r:1 w:1)
	/// Proof: `Membership::NominationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Applications` (r:1 w:1)
	/// Proof: `Membership::Applications` (`max_values`: None, `max_size`: Some(455), added: 2930, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ReportBy` (r:1 w:1)
	/// Proof: `Membership::ReportBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Asset` (r:1 w:1)
	/// Proof: `Uniques::Asset` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Class` (r:1 w:1)
	/// Proof: `Uniques::Class` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::Enforcers` (r:1 w:0)
	/// Proof: `Obligation::Enforcers` (`max_values`: None, `max_size`: Some(2205), added: 4680, mode: `MaxEncodedLen`)
	/// Storage: `Obligation::FeesOf` (r:1 w:0)
	/// Proof: `Obligation::FeesOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Requests::RequestsOf` (r:1 w:1)
	/// Proof: `Requests::RequestsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Requests` (r:8 w:8)
	/// Proof: `Requests::Requests` (`max_values`: None, `max_size`: Some(672), added: 3147, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:35 w:35)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:34 w:34)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(209), added: 2684, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::UnderWay` (r:33 w:33)
	/// Proof: `Deliveries::UnderWay` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Deliveries::Deliveries` (r:32 w:32)
	/// Proof: `Deliveries::Deliveries` (`max_values`: None, `max_size`: Some(888), added: 3363, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Roles` (r:32 w:32)
	/// Proof: `Proposals::Roles` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::RoleCount` (r:1 w:1)
	/// Proof: `Proposals::RoleCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Proposals` (r:32 w:32)
	/// Proof: `Proposals::Proposals` (`max_values`: None, `max_size`: Some(682), added: 3157, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::Histories` (r:32 w:32)
	/// Proof: `Proposals::Histories` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OffersBy` (r:1 w:1)
	/// Proof: `MutualCredit::OffersBy` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
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
	/// Storage: `Obligation::CurrentFigures` (r:1 w:0)
	/// Proof: `Obligation::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Earmarks` (r:1 w:1)
	/// Proof: `MutualCredit::Earmarks` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentFigures` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentFigures` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Debts` (r:1 w:1)
	/// Proof: `Reputation::Debts` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Former` (r:1 w:1)
	/// Proof: `VoteBasket::Former` (`max_values`: None, `max_size`: Some(169), added: 2644, mode: `MaxEncodedLen`)
	/// Storage: `Validators::Approved` (r:1 w:1)
	/// Proof: `Validators::Approved` (`max_values`: Some(1), `max_size`: Some(2754), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:64 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Fund::CurrentStewards` (r:1 w:1)
	/// Proof: `Fund::CurrentStewards` (`max_values`: Some(1), `max_size`: Some(531), added: 1026, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::OpenMinutes` (r:0 w:1)
	/// Proof: `Reputation::OpenMinutes` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ApplicationBy` (r:0 w:1)
	/// Proof: `Membership::ApplicationBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Membership::KeptAccounts` (r:0 w:1)
	/// Proof: `Membership::KeptAccounts` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Membership::LostKeys` (r:0 w:1)
	/// Proof: `Membership::LostKeys` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ClassRequests` (r:0 w:1)
	/// Proof: `Membership::ClassRequests` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::InstanceMetadataOf` (r:0 w:1)
	/// Proof: `Uniques::InstanceMetadataOf` (`max_values`: None, `max_size`: Some(315), added: 2790, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::Account` (r:0 w:1)
	/// Proof: `Uniques::Account` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Uniques::ItemPriceOf` (r:0 w:1)
	/// Proof: `Uniques::ItemPriceOf` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Proposals::OpenBy` (r:0 w:1)
	/// Proof: `Proposals::OpenBy` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Exits` (r:0 w:1)
	/// Proof: `MutualCredit::Exits` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Offers` (r:0 w:16)
	/// Proof: `MutualCredit::Offers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `SpotChecks::Payments` (r:0 w:8)
	/// Proof: `SpotChecks::Payments` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Delegations` (r:0 w:1)
	/// Proof: `VoteBasket::Delegations` (`max_values`: None, `max_size`: Some(1425), added: 3900, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Best` (r:0 w:8)
	/// Proof: `Requests::Best` (`max_values`: None, `max_size`: Some(398), added: 2873, mode: `MaxEncodedLen`)
	/// Storage: `Requests::Open` (r:0 w:8)
	/// Proof: `Requests::Open` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn expel() -> Weight {
		// Minimum execution time: 4_328_453_000 picoseconds.
		Weight::from_parts(8_672_458_000, 214403)
			.saturating_add(T::DbWeight::get().reads(337_u64))
			.saturating_add(T::DbWeight::get().writes(313_u64))
	}
	/// Storage: `Membership::CurrentStatute` (r:0 w:1)
	/// Proof: `Membership::CurrentStatute` (`max_values`: Some(1), `max_size`: Some(290), added: 785, mode: `MaxEncodedLen`)
	fn set_statute() -> Weight {
		// Minimum execution time: 7_431_000 picoseconds.
		Weight::from_parts(7_781_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Membership::LostKeys` (r:1 w:1)
	/// Proof: `Membership::LostKeys` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Proxy::Proxies` (r:1 w:1)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(337), added: 2812, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ReportBy` (r:1 w:1)
	/// Proof: `Membership::ReportBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn restore_access() -> Weight {
		// Minimum execution time: 108_231_000 picoseconds.
		Weight::from_parts(113_399_000, 4706)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:2 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `Membership::LastReport` (r:1 w:1)
	/// Proof: `Membership::LastReport` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Membership::ReportBy` (r:1 w:1)
	/// Proof: `Membership::ReportBy` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Membership::LostKeys` (r:0 w:2)
	/// Proof: `Membership::LostKeys` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	fn report_lost_key() -> Weight {
		// Minimum execution time: 52_939_000 picoseconds.
		Weight::from_parts(54_872_000, 6620)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(340), added: 2815, mode: `MaxEncodedLen`)
	/// Storage: `Membership::MemberRecords` (r:1 w:0)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	fn object() -> Weight {
		// Minimum execution time: 24_466_000 picoseconds.
		Weight::from_parts(26_490_000, 3805)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Membership::MemberRecords` (r:1 w:1)
	/// Proof: `Membership::MemberRecords` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Counters` (r:1 w:1)
	/// Proof: `VoteBasket::Counters` (`max_values`: Some(1), `max_size`: Some(2204), added: 2699, mode: `MaxEncodedLen`)
	fn confirm() -> Weight {
		// Minimum execution time: 56_454_000 picoseconds.
		Weight::from_parts(60_039_000, 3689)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn apply() -> Weight {
		Weight::zero()
	}
	fn nominate() -> Weight {
		Weight::zero()
	}
	fn withdraw() -> Weight {
		Weight::zero()
	}
	fn admit() -> Weight {
		Weight::zero()
	}
	fn decline() -> Weight {
		Weight::zero()
	}
	fn request_class() -> Weight {
		Weight::zero()
	}
	fn grant_class() -> Weight {
		Weight::zero()
	}
	fn force_class() -> Weight {
		Weight::zero()
	}
	fn leave() -> Weight {
		Weight::zero()
	}
	fn may_leave() -> Weight {
		Weight::zero()
	}
	fn expel() -> Weight {
		Weight::zero()
	}
	fn set_statute() -> Weight {
		Weight::zero()
	}
	fn restore_access() -> Weight {
		Weight::zero()
	}
	fn report_lost_key() -> Weight {
		Weight::zero()
	}
	fn object() -> Weight {
		Weight::zero()
	}
	fn confirm() -> Weight {
		Weight::zero()
	}
}
