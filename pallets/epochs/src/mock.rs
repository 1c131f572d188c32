//! A chain of nothing but this pallet.

use crate as pallet_epochs;
use core::ops::RangeInclusive;
use frame::{deps::frame_support::traits::ConstU64, testing_prelude::*};

/// Speaks for the artel.
pub const ARTEL: u64 = 100;

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

ord_parameter_types! {
	pub const Artel: u64 = ARTEL;
}

parameter_types! {
	pub Lengths: RangeInclusive<u64> = 2..=28;
}

impl pallet_epochs::Config for Test {
	type DefaultLength = ConstU64<7>;
	type LengthOrigin = EnsureSignedBy<Artel, u64>;
	type Lengths = Lengths;
	type WeightInfo = ();
}

/// The chain in its first block.
pub fn new_test_ext() -> TestState {
	let mut ext = TestState::new(
		RuntimeGenesisConfig::default().build_storage().expect("the genesis of a test is sound"),
	);
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
