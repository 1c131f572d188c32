//! The artel's weeks, told by block numbers.

use crate::{mock::*, Calendar, Error, Event, GenesisConfig};
use artel_primitives::epochs::InspectEpochs;
use frame::testing_prelude::*;

fn artel() -> RuntimeOrigin {
	RuntimeOrigin::signed(ARTEL)
}

#[test]
fn epochs_pass_by_themselves() {
	build_and_execute(|| {
		for (block, epoch) in [(1, 0), (6, 0), (7, 1), (700, 100)] {
			System::set_block_number(block);
			assert_eq!(Epochs::current(), epoch, "block {block}");
		}
		assert_eq!(Epochs::running(), Calendar { epoch: 100, start: 700, length: 7 });
	});
}

#[test]
fn a_new_length_keeps_number_and_beginning() {
	build_and_execute(|| {
		System::set_block_number(16);
		assert_ok!(Epochs::set_length(artel(), 14));
		System::assert_last_event(
			Event::EpochLengthChanged { epoch: 2, start: 14, length: 14 }.into(),
		);
		System::set_block_number(28);
		assert_eq!(Epochs::current(), 3);
	});
}

#[test]
fn only_the_artel_decides() {
	build_and_execute(|| {
		assert_noop!(Epochs::set_length(RuntimeOrigin::signed(1), 14), BadOrigin);
	});
}

#[test]
fn an_epoch_has_a_shortest_and_a_longest_length() {
	build_and_execute(|| {
		for length in [0, 1, 29, u64::MAX] {
			assert_noop!(Epochs::set_length(artel(), length), Error::<Test>::ImpossibleLength);
		}
		for length in [2, 28] {
			assert_ok!(Epochs::set_length(artel(), length));
		}
	});
}

#[test]
#[should_panic = "no epoch can last so long"]
fn genesis_cannot_make_epochs_that_are_too_long() {
	new_test_ext().execute_with(|| GenesisConfig::<Test> { length: 29 }.build());
}

#[test]
#[should_panic = "no epoch can last so long"]
fn genesis_cannot_make_epochs_that_are_too_short() {
	new_test_ext().execute_with(|| GenesisConfig::<Test> { length: 1 }.build());
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_can_choose_the_epoch() {
	build_and_execute(|| {
		Epochs::set_current(52);
		assert_eq!(Epochs::current(), 52);
	});
}
