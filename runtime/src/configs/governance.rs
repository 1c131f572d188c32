//! What the artel decides about its chain.

use crate::{origins, weights, *};
use frame_support::traits::ConstU32;
use frame_system::EnsureRoot;

impl pallet_parameters::Config for Runtime {
	type AdminOrigin = parameters::FigureOrigin;
	type RuntimeEvent = RuntimeEvent;
	type RuntimeParameters = parameters::RuntimeParameters;
	type WeightInfo = parameters::WithWhatFollows;
}

impl pallet_tx_pause::Config for Runtime {
	type MaxNameLen = ConstU32<256>;
	type PauseOrigin = EnsureRoot<AccountId>;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type UnpauseOrigin = EnsureRoot<AccountId>;
	type WeightInfo = weights::pallet_tx_pause::WeightInfo<Runtime>;
	type WhitelistedCalls = origins::NeverPaused;
}

impl parameters::at_genesis::Config for Runtime {}
