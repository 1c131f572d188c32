//! Placeholder until generated.
#![allow(missing_docs)]
use frame::weights_prelude::*;
pub trait WeightInfo {
	fn approve() -> Weight;
	fn remove() -> Weight;
	fn resume() -> Weight;
	fn note_author() -> Weight;
	fn judge_session(v: u32) -> Weight;
	fn plan_session(v: u32) -> Weight;
	fn exclude(v: u32) -> Weight;
}
impl WeightInfo for () {
	fn approve() -> Weight { Weight::zero() }
	fn remove() -> Weight { Weight::zero() }
	fn resume() -> Weight { Weight::zero() }
	fn note_author() -> Weight { Weight::zero() }
	fn judge_session(_: u32) -> Weight { Weight::zero() }
	fn plan_session(_: u32) -> Weight { Weight::zero() }
	fn exclude(_: u32) -> Weight { Weight::zero() }
}
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T> WeightInfo for SubstrateWeight<T> {
	fn approve() -> Weight { Weight::zero() }
	fn remove() -> Weight { Weight::zero() }
	fn resume() -> Weight { Weight::zero() }
	fn note_author() -> Weight { Weight::zero() }
	fn judge_session(_: u32) -> Weight { Weight::zero() }
	fn plan_session(_: u32) -> Weight { Weight::zero() }
	fn exclude(_: u32) -> Weight { Weight::zero() }
}
