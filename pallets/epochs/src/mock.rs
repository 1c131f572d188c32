// SPDX-License-Identifier: Apache-2.0

//! A chain of nothing but this pallet.

use crate::{self as pallet_epochs, Figures, GenesisConfig};
use frame::testing_prelude::*;

construct_runtime!(
	pub struct Test {
		System: frame_system,
		Epochs: pallet_epochs,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
}

impl pallet_epochs::Config for Test {}

/// The chain in its first block, with epochs of seven.
pub fn new_test_ext() -> TestState {
	let figures = Figures { length: 7 };
	let genesis = RuntimeGenesisConfig {
		epochs: GenesisConfig { figures, ..Default::default() },
		..Default::default()
	};
	let mut ext = TestState::new(genesis.build_storage().expect("the genesis of a test is sound"));
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs a test and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		Epochs::do_try_state().expect("every invariant holds after a test");
	});
}
