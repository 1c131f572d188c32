// SPDX-License-Identifier: Apache-2.0

//! The artel's weeks, told by block numbers.

use crate::{mock::*, Calendar, Figures, GenesisConfig};
use artel_primitives::{epochs::InspectEpochs, figures::Governed};
use frame::testing_prelude::*;

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
		assert_ok!(Epochs::govern(Figures { length: 14 }));
		assert_eq!(Epochs::running(), Calendar { epoch: 2, start: 14, length: 14 });
		assert_eq!(Epochs::figures(), Figures { length: 14 });
		System::set_block_number(28);
		assert_eq!(Epochs::current(), 3);
	});
}

#[test]
fn a_length_under_which_the_epoch_would_be_over_begins_the_next() {
	build_and_execute(|| {
		System::set_block_number(18);
		assert_ok!(Epochs::govern(Figures { length: 2 }));
		assert_eq!(Epochs::running(), Calendar { epoch: 3, start: 18, length: 2 });
	});
}

#[test]
#[should_panic = "an epoch without blocks"]
fn genesis_cannot_make_epochs_without_blocks() {
	let figures = Figures { length: 0 };
	new_test_ext().execute_with(|| GenesisConfig::<Test> { figures, ..Default::default() }.build());
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_can_choose_the_epoch() {
	build_and_execute(|| {
		Epochs::set_current(52);
		assert_eq!(Epochs::current(), 52);
	});
}
