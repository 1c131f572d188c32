// SPDX-License-Identifier: Apache-2.0

//! When a lot is known, and that it is always the same.

use crate::{mock::*, Values};
use artel_primitives::verdict::InspectLots;
use proptest::prelude::*;

#[test]
fn a_lot_is_known_from_the_second_session_after() {
	build_and_execute(|| {
		for session in 7..=8 {
			begin(session);
			assert_eq!(Lots::lot(7), None, "in session {session}");
		}
		for session in 9..=18 {
			begin(session);
			assert_eq!(Lots::lot(7), Some([9; 32]), "in session {session}");
		}
		// Then it is forgotten, and nothing takes its place.
		begin(19);
		assert_eq!(Lots::lot(7), None);
		assert_eq!(Values::<Test>::iter().count(), 10);
		assert_eq!(Lots::lot(u32::MAX), None);
	});
}

#[test]
fn a_session_without_a_value_is_drawn_by_the_next_that_has_one() {
	build_and_execute(|| {
		for session in [7, 8, 11] {
			begin(session);
		}
		assert_eq!(Lots::lot(7), Some([11; 32]));
		begin(12);
		assert_eq!(Lots::lot(7), Some([11; 32]));
		// Too many in a row leave nothing to draw by, rather than a choice.
		begin(30);
		assert_eq!(Lots::lot(20), None);
	});
}

#[test]
fn two_sessions_that_end_in_one_block_have_a_value_each() {
	build_and_execute(|| {
		begin(7);
		begin(8);
		begin(9);
		begin(10);
		assert_eq!((Lots::lot(7), Lots::lot(8)), (Some([9; 32]), Some([10; 32])));
	});
}

proptest! {
	/// Whatever sessions are left out: once a lot is known it never changes until it is forgotten for good.
	#[test]
	fn a_lot_never_changes(steps in prop::collection::vec(1..4u32, 1..40), asked in 0..40u32) {
		build_and_execute(|| {
			let (mut session, mut known, mut forgotten) = (0, None, false);
			for step in steps {
				session += step;
				begin(session);
				match (known, Lots::lot(asked)) {
					(None, lot) => known = lot,
					(Some(_), None) => forgotten = true,
					(Some(before), Some(now)) => assert!(before == now && !forgotten),
				}
				assert!(Lots::lot(asked).is_none() || asked + 2 <= session);
			}
		});
	}
}
