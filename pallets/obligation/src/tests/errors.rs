// SPDX-License-Identifier: Apache-2.0

//! What is refused, and changes nothing.

use super::*;

#[test]
fn enrolling_is_refused() {
	with_enforcers(1, || {
		assert_noop!(Obligation::enrol(signed(STRANGER), 2), Error::<Test>::NotWorker);
		assert_noop!(Obligation::volunteer(signed(STRANGER)), Error::<Test>::NotWorker);
		assert_noop!(Obligation::enrol(signed(1), 2), Error::<Test>::AlreadyEnrolled);
		join(2);
		for most in [0, 9] {
			assert_noop!(Obligation::enrol(signed(2), most), Error::<Test>::ImpossibleMost);
			assert_noop!(Obligation::set_most(signed(1), most), Error::<Test>::ImpossibleMost);
		}
		assert_noop!(Obligation::set_most(signed(2), 3), Error::<Test>::NoSuchEnforcer);
		assert_ok!(Obligation::set_most(signed(1), 8));
		set_debt(2, true);
		assert_noop!(Obligation::enrol(signed(2), 2), Error::<Test>::NotWhileInDebt);
		set_debt(2, false);
		set_away(2, true);
		assert_noop!(Obligation::enrol(signed(2), 2), Error::<Test>::NotWhileOnLeave);
		assert_noop!(error(Obligation::come_back(signed(1))), Error::<Test>::AlreadyOnDuty);
		assert_ok!(Obligation::retire(signed(1)));
		assert_noop!(error(Obligation::retire(signed(1))), Error::<Test>::NotOnDuty);
		assert_noop!(error(Obligation::poke(signed(1), 1)), Error::<Test>::NotDue);
		for who in 3..=34 {
			join(who);
			assert_ok!(Obligation::enrol(signed(who), 2));
		}
		assert_noop!(error(Obligation::come_back(signed(1))), Error::<Test>::TooManyEnforcers);
	});
}

#[test]
fn judging_is_refused() {
	with_enforcers(4, || {
		assert_noop!(draw(9), Error::<Test>::NoSuchCase);
		assert_noop!(commit(1, 9, 60), Error::<Test>::NoSuchSeat);
		let (case, who) = drawn();
		assert_noop!(Obligation::appeal(signed(WORKER), case), Error::<Test>::NotDue);
		assert_noop!(close(case), Error::<Test>::NotDue);
		assert_noop!(finish(case), Error::<Test>::NotDue);
		assert_noop!(reveal(who[0], case, 60), Error::<Test>::NotCommitted);
		assert_noop!(denounce(WORKER, case, who[0], 60), Error::<Test>::NotCommitted);
		for who in &who {
			assert_ok!(commit(*who, case, 40));
		}
		assert_noop!(commit(who[0], case, 60), Error::<Test>::AlreadyCommitted);
		let recuse = Obligation::recuse(signed(who[0]), case);
		assert_noop!(error(recuse), Error::<Test>::AlreadyCommitted);
		pass(3 * DAYS + 1);
		assert_noop!(reveal(who[0], case, 60), Error::<Test>::NotWhatWasCommitted);
		let silent = Obligation::reveal(signed(who[0]), case, quality(40), salt(who[0]), note(" "));
		assert_noop!(error(silent), Error::<Test>::ReasonMissing);
		assert_ok!(reveal(who[0], case, 40));
		assert_noop!(reveal(who[0], case, 40), Error::<Test>::AlreadyRevealed);
		pass(DAYS);
		assert_noop!(reveal(who[1], case, 40), Error::<Test>::TimePassed);
		assert_ok!(close(case));
		assert_noop!(Obligation::appeal(signed(WORKER), case), Error::<Test>::NotEnoughToAppeal);
		pass(3 * DAYS + 1);
		assert_noop!(Obligation::appeal(signed(WORKER), case), Error::<Test>::TimePassed);
	});
}

#[test]
fn opening_is_refused() {
	with_enforcers(4, || {
		let many = (200..500).collect();
		let crowd = artel_primitives::verdict::NewCase { others: many, ..new_case() };
		assert_noop!(Obligation::open(crowd, None), Error::<Test>::TooManyConflicts);
		for _ in 0..32 {
			opened(new_case());
		}
		assert_noop!(Obligation::open(new_case(), None), Error::<Test>::TooManyFees);
	});
}
