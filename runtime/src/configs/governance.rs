// SPDX-License-Identifier: Apache-2.0

//! What the artel decides about its chain.

use crate::{origins, weights, *};
use frame_support::traits::ConstU32;
use frame_system::EnsureRoot;

impl pallet_figures::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = benchmarks::AllFigures;
	type ChangeOrigin = EnsureRoot<AccountId>;
	type Figure = figures::Figure;
	type MaxFigures = ConstU32<128>;
	type Rooms = figures::Rooms;
	type WeightInfo = pallet_figures::weights::SubstrateWeight<Runtime>;
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
