//! Weights of `pallet_mutual_credit`, measured by `cargo xtask bench`.
//!
//! Do not edit: the next measurement replaces this file.
//!
//! Bench CLI 64.0.0, 2026-11-21, 50 steps, 20 repeats, on a machine of its own (AMD EPYC).

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn pay() -> Weight;
	fn publish_offer() -> Weight;
	fn withdraw_offer() -> Weight;
	fn place_order() -> Weight;
	fn accept_order() -> Weight;
	fn cancel_order() -> Weight;
	fn deliver() -> Weight;
	fn accept_delivery() -> Weight;
	fn dispute() -> Weight;
	fn settle_dispute() -> Weight;
	fn close_order() -> Weight;
	fn claim_deferred() -> Weight;
	fn lapse_earmark() -> Weight;
	fn set_allotment() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	fn pay() -> Weight {
		// Minimum execution time: 66_429_000 picoseconds.
		Weight::from_parts(68_903_000, 6352)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::LastOffer` (r:1 w:1)
	/// Proof: `MutualCredit::LastOffer` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OffersBy` (r:1 w:1)
	/// Proof: `MutualCredit::OffersBy` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Earmarks` (r:1 w:1)
	/// Proof: `MutualCredit::Earmarks` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Offers` (r:0 w:1)
	/// Proof: `MutualCredit::Offers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	fn publish_offer() -> Weight {
		// Minimum execution time: 98_166_000 picoseconds.
		Weight::from_parts(103_074_000, 6352)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `MutualCredit::Offers` (r:1 w:1)
	/// Proof: `MutualCredit::Offers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OffersBy` (r:1 w:1)
	/// Proof: `MutualCredit::OffersBy` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	fn withdraw_offer() -> Weight {
		// Minimum execution time: 18_278_000 picoseconds.
		Weight::from_parts(20_130_000, 3588)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Offers` (r:1 w:0)
	/// Proof: `MutualCredit::Offers` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::LastOrder` (r:1 w:1)
	/// Proof: `MutualCredit::LastOrder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OrdersBy` (r:1 w:1)
	/// Proof: `MutualCredit::OrdersBy` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Orders` (r:0 w:1)
	/// Proof: `MutualCredit::Orders` (`max_values`: None, `max_size`: Some(654), added: 3129, mode: `MaxEncodedLen`)
	fn place_order() -> Weight {
		// Minimum execution time: 32_308_000 picoseconds.
		Weight::from_parts(36_344_000, 3671)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `MutualCredit::Orders` (r:1 w:1)
	/// Proof: `MutualCredit::Orders` (`max_values`: None, `max_size`: Some(654), added: 3129, mode: `MaxEncodedLen`)
	/// Storage: `Membership::Members` (r:1 w:0)
	/// Proof: `Membership::Members` (`max_values`: None, `max_size`: Some(123), added: 2598, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OrdersBy` (r:1 w:1)
	/// Proof: `MutualCredit::OrdersBy` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	fn accept_order() -> Weight {
		// Minimum execution time: 77_084_000 picoseconds.
		Weight::from_parts(79_969_000, 4119)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `MutualCredit::Orders` (r:1 w:1)
	/// Proof: `MutualCredit::Orders` (`max_values`: None, `max_size`: Some(654), added: 3129, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OrdersBy` (r:2 w:2)
	/// Proof: `MutualCredit::OrdersBy` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	fn cancel_order() -> Weight {
		// Minimum execution time: 63_535_000 picoseconds.
		Weight::from_parts(65_838_000, 6294)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `MutualCredit::Orders` (r:1 w:1)
	/// Proof: `MutualCredit::Orders` (`max_values`: None, `max_size`: Some(654), added: 3129, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	fn deliver() -> Weight {
		// Minimum execution time: 20_431_000 picoseconds.
		Weight::from_parts(22_633_000, 4119)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MutualCredit::Orders` (r:1 w:1)
	/// Proof: `MutualCredit::Orders` (`max_values`: None, `max_size`: Some(654), added: 3129, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OrdersBy` (r:2 w:2)
	/// Proof: `MutualCredit::OrdersBy` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:2 w:2)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn accept_delivery() -> Weight {
		// Minimum execution time: 326_987_000 picoseconds.
		Weight::from_parts(329_831_000, 11714)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `MutualCredit::Orders` (r:1 w:1)
	/// Proof: `MutualCredit::Orders` (`max_values`: None, `max_size`: Some(654), added: 3129, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Minimum execution time: 20_941_000 picoseconds.
		Weight::from_parts(21_893_000, 4119)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `MutualCredit::Orders` (r:1 w:1)
	/// Proof: `MutualCredit::Orders` (`max_values`: None, `max_size`: Some(654), added: 3129, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OrdersBy` (r:2 w:2)
	/// Proof: `MutualCredit::OrdersBy` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:2 w:2)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn settle_dispute() -> Weight {
		// Minimum execution time: 325_494_000 picoseconds.
		Weight::from_parts(330_242_000, 11714)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `MutualCredit::Orders` (r:1 w:1)
	/// Proof: `MutualCredit::Orders` (`max_values`: None, `max_size`: Some(654), added: 3129, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::OrdersBy` (r:2 w:2)
	/// Proof: `MutualCredit::OrdersBy` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:2 w:2)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:0)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn close_order() -> Weight {
		// Minimum execution time: 326_435_000 picoseconds.
		Weight::from_parts(344_433_000, 11714)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `MutualCredit::Payouts` (r:1 w:1)
	/// Proof: `MutualCredit::Payouts` (`max_values`: None, `max_size`: Some(481), added: 2956, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	/// Storage: `Labor::Holds` (r:1 w:1)
	/// Proof: `Labor::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Standings` (r:1 w:1)
	/// Proof: `Reputation::Standings` (`max_values`: None, `max_size`: Some(137), added: 2612, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllWeeks` (r:1 w:1)
	/// Proof: `Reputation::AllWeeks` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::Contributions` (r:1 w:1)
	/// Proof: `Reputation::Contributions` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Reputation::AllContributions` (r:1 w:1)
	/// Proof: `Reputation::AllContributions` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `VoteBasket::Baskets` (r:1 w:1)
	/// Proof: `VoteBasket::Baskets` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	fn claim_deferred() -> Weight {
		// Minimum execution time: 548_867_000 picoseconds.
		Weight::from_parts(598_972_000, 6352)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `MutualCredit::Earmarks` (r:1 w:1)
	/// Proof: `MutualCredit::Earmarks` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Epochs::Current` (r:1 w:0)
	/// Proof: `Epochs::Current` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	fn lapse_earmark() -> Weight {
		// Minimum execution time: 48_041_000 picoseconds.
		Weight::from_parts(53_630_000, 3671)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(87), added: 2562, mode: `MaxEncodedLen`)
	/// Storage: `MutualCredit::CurrentSupply` (r:1 w:1)
	/// Proof: `MutualCredit::CurrentSupply` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(206), added: 2681, mode: `MaxEncodedLen`)
	fn set_allotment() -> Weight {
		// Minimum execution time: 35_563_000 picoseconds.
		Weight::from_parts(36_855_000, 3671)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// For tests: nothing costs anything.
impl WeightInfo for () {
	fn pay() -> Weight {
		Weight::zero()
	}
	fn publish_offer() -> Weight {
		Weight::zero()
	}
	fn withdraw_offer() -> Weight {
		Weight::zero()
	}
	fn place_order() -> Weight {
		Weight::zero()
	}
	fn accept_order() -> Weight {
		Weight::zero()
	}
	fn cancel_order() -> Weight {
		Weight::zero()
	}
	fn deliver() -> Weight {
		Weight::zero()
	}
	fn accept_delivery() -> Weight {
		Weight::zero()
	}
	fn dispute() -> Weight {
		Weight::zero()
	}
	fn settle_dispute() -> Weight {
		Weight::zero()
	}
	fn close_order() -> Weight {
		Weight::zero()
	}
	fn claim_deferred() -> Weight {
		Weight::zero()
	}
	fn lapse_earmark() -> Weight {
		Weight::zero()
	}
	fn set_allotment() -> Weight {
		Weight::zero()
	}
}
