//! What the artel governs without a runtime upgrade: one struct of parameters per pallet.

use crate::Runtime;
use frame_support::dynamic_params::{dynamic_pallet_params, dynamic_params};

/// The parameters by pallet. Their types refuse impossible values when a call is decoded.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod dynamic_params {
	use super::*;

	/// What is governed about validators.
	#[dynamic_pallet_params]
	#[codec(index = 0)]
	pub mod validators {
		/// After how much silence a validator is left out.
		#[codec(index = 0)]
		pub static Rules: pallet_validators::Parameters = pallet_validators::Parameters::DEFAULT;
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
	fn default() -> Self {
		RuntimeParameters::Validators(dynamic_params::validators::Parameters::Rules(
			dynamic_params::validators::Rules,
			Some(Default::default()),
		))
	}
}
