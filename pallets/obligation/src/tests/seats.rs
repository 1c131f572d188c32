// SPDX-License-Identifier: Apache-2.0

//! A seat never outlives its case: commitments and scores are taken by the record of the enforcer alone.

use super::*;

/// Nobody of these can do anything in a case, which has left no seat behind.
fn nothing_left(case: CaseId, who: &[AccountId]) {
	check_invariants();
	for who in who {
		assert!(found(*who).seats.iter().all(|seat| seat.case != case));
		assert_noop!(commit(*who, case, 60), Error::<Test>::NoSuchSeat);
		assert_noop!(reveal(*who, case, 60), Error::<Test>::NoSuchSeat);
		assert_noop!(error(Obligation::recuse(signed(*who), case)), Error::<Test>::NoSuchSeat);
		assert!(denounce(STRANGER, case, *who, 60).is_err());
	}
}

#[test]
fn where_both_sides_agree() {
	with_enforcers(6, || {
		let (case, mut who) = drawn();
		assert_ok!(commit(who[0], case, 60));
		assert_ok!(Obligation::recuse(signed(who[1]), case));
		pass(2 * DAYS + 1);
		assert_ok!(replace(case));
		who.extend(places(case));
		assert_ok!(Obligation::withdraw(case));
		nothing_left(case, &who);
	});
}

#[test]
fn where_it_is_closed() {
	with_enforcers(6, || {
		let (case, who) = drawn();
		// One reveals, one only commits, one does nothing.
		assert_ok!(commit(who[0], case, 60));
		assert_ok!(commit(who[1], case, 60));
		pass(3 * DAYS + 1);
		assert_ok!(reveal(who[0], case, 60));
		pass(DAYS);
		assert_ok!(close(case));
		nothing_left(case, &who);
		assert_eq!([found(who[1]), found(who[2])].map(|found| found.duty.required()), [0, 0]);
		assert!(found(who[1]).missed.is_some() && found(who[2]).missed.is_some());
		// Nor in its appeal, or after it.
		assert_noop!(Obligation::appeal(signed(STRANGER), case), Error::<Test>::NotYourCase);
		assert_ok!(Obligation::appeal(signed(WORKER), case));
		nothing_left(case, &who);
		pass(7 * DAYS + 1);
		assert_ok!(draw(case));
		assert!(!Cases::<Test>::contains_key(case));
		nothing_left(case, &[1, 2, 3, 4, 5, 6]);
	});
}

#[test]
fn where_an_appeal_is_judged() {
	with_enforcers(12, || {
		let (case, first) = drawn();
		judge(case, &[80, 80, 80]);
		assert_ok!(Obligation::appeal(signed(ORDERER), case));
		pass_sessions(2);
		assert_ok!(draw(case));
		let fresh = places(case);
		for who in &first {
			assert_noop!(commit(*who, case, 60), Error::<Test>::NoSuchSeat);
		}
		judge(case, &[60; 7]);
		nothing_left(case, &[first, fresh].concat());
	});
}

#[test]
fn where_nobody_can_judge_it() {
	with_enforcers(6, || {
		let case = opened(new_case());
		pass(7 * DAYS + 1);
		assert_ok!(draw(case));
		nothing_left(case, &[1, 2, 3, 4, 5, 6]);
	});
}

#[test]
fn where_somebody_is_replaced_retires_is_banned_or_leaves() {
	with_enforcers(12, || {
		let (case, who) = drawn();
		// They committed before they went, so the seat stays theirs.
		assert_ok!(commit(who[0], case, 60));
		assert_ok!(Obligation::retire(signed(who[0])));
		leave(who[1]);
		assert!(found(who[1]).seats.is_empty());
		pass(2 * DAYS + 1);
		assert_ok!(replace(case));
		assert!(found(who[2]).seats.is_empty(), "what they missed has left their record");
		pass(DAYS);
		assert_ok!(reveal(who[0], case, 60));
		pass(DAYS);
		assert_ok!(close(case));
		assert_eq!(wallet(who[0]), WALLET + 8);
		nothing_left(case, &(1..=12).collect::<Vec<_>>());
	});
}

#[test]
fn somebody_who_leaves_after_their_score_is_paid_as_the_one_they_were() {
	with_enforcers(5, || {
		let (case, who) = drawn();
		for who in &who {
			assert_ok!(commit(*who, case, 60));
		}
		pass(3 * DAYS + 1);
		for who in &who {
			assert_ok!(reveal(*who, case, 60));
		}
		leave(who[0]);
		check_invariants();
		assert_ok!(close(case));
		assert_eq!(heard(), ["verdict 60"]);
		nothing_left(case, &who);
	});
}
