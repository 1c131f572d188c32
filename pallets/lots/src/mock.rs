// SPDX-License-Identifier: Apache-2.0

//! A chain of nothing but this pallet, whose sessions and randomness a test sets.

use crate as pallet_lots;
use frame::{testing_prelude::*, traits::ConstU32};

construct_runtime!(
	pub struct Test {
		System: frame_system,
		Lots: pallet_lots,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
}

parameter_types! {
	pub static Session: u32 = 0;
	pub static Randomness: [u8; 32] = [0; 32];
}

impl pallet_lots::Config for Test {
	type Kept = ConstU32<10>;
	type Randomness = Randomness;
	type Session = Session;
}

/// Begins this session, whose value is its number.
pub fn begin(session: u32) {
	Session::set(session);
	Randomness::set([session as u8; 32]);
	Lots::note();
}

/// Runs a test and checks the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	let mut ext = TestState::new_empty();
	ext.execute_with(|| {
		System::set_block_number(1);
		test();
		Lots::do_try_state().expect("every invariant holds after a test");
	});
}
