//! What the artel decides about its chain.

use crate::{origins, weights, *};
use frame_support::traits::{AsEnsureOriginWithArg, ConstU32};

impl pallet_parameters::Config for Runtime {
	type AdminOrigin = AsEnsureOriginWithArg<origins::Privileged>;
	type RuntimeEvent = RuntimeEvent;
	type RuntimeParameters = parameters::RuntimeParameters;
	type WeightInfo = weights::pallet_parameters::WeightInfo<Runtime>;
}

impl pallet_tx_pause::Config for Runtime {
	type MaxNameLen = ConstU32<256>;
	type PauseOrigin = origins::Privileged;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type UnpauseOrigin = origins::Privileged;
	type WeightInfo = weights::pallet_tx_pause::WeightInfo<Runtime>;
	type WhitelistedCalls = origins::NeverPaused;
}

impl founders::Config for Runtime {}

impl polls::Config for Runtime {}

impl parameters::at_genesis::Config for Runtime {}
