// SPDX-License-Identifier: Apache-2.0

//! How long things wait, and the figures that say so.

use super::*;

#[test]
fn the_clock_stands_still_once_and_for_as_long_as_is_said() {
	build_and_execute(|| {
		let (one, other) = (asked(DAVE, EURO), asked(DAVE, EURO));
		assert_ok!(begin(one));
		assert_eq!(Till::asks(0).iter().map(|(_, ask)| ask.until).collect::<Vec<_>>(), [6, 4]);
		pass_epochs(5);
		assert_noop!(give_back_error(one), E::NotDue);
		assert_ok!(give_back(other));
		pass_epochs(2);
		assert_ok!(give_back(one));
	});
}

#[test]
fn the_times_are_figures() {
	build_and_execute(|| {
		assert_ok!(Till::govern(Figures { silence: 1, clearing: 1, least: 1 }));
		let rent = asked(DAVE, MINOR_UNIT);
		pass_epochs(1);
		assert_noop!(give_back_error(rent), E::NotDue);
		assert_ok!(begin(rent));
		pass_epochs(1);
		assert_noop!(give_back_error(rent), E::NotDue);
		pass_epochs(1);
		assert_ok!(give_back(rent));
	});
}

#[test]
fn figures_have_ends() {
	let possible = |silence, clearing, least| Figures { silence, clearing, least }.are_possible();
	assert!(Figures::DEFAULT.are_possible());
	assert!(possible(1, 1, 1) && possible(13, 4, 10_000));
	assert!(!possible(0, 2, 100) && !possible(14, 2, 100));
	assert!(!possible(4, 0, 100) && !possible(4, 5, 100));
	assert!(!possible(4, 2, 0) && !possible(4, 2, 10_001));
}

#[test]
fn the_stewards_attest_in_each_period_from_the_first_entry_on() {
	build_and_execute(|| {
		let overdue = || Till::state().overdue;
		// As long as nothing is booked, nobody has to say anything.
		pass_period();
		pass_period();
		assert!(!overdue());
		assert_ok!(attest(0, 1));
		pass_period();
		assert_ok!(receive(DAVE, EURO, 1));
		assert!(!overdue());
		pass_epochs(12);
		assert!(!overdue());
		pass_epochs(1);
		assert!(overdue());
		// Once is enough, in this period and the next.
		assert_ok!(attest(EURO, 2));
		assert!(!overdue());
		pass_period();
		assert!(!overdue());
		pass_period();
		assert!(overdue());
	});
}
