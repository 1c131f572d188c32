// SPDX-License-Identifier: Apache-2.0

//! Those who do their part, and what follows if they do not.

use super::*;

/// An enforcer with seats that they do not answer, drawn now.
pub(super) fn give_seats(who: AccountId, count: u32) {
	let now = System::block_number() as u32;
	Enforcers::<Test>::mutate_extant(who, |found| {
		for case in 0..count {
			let seat = Seat {
				case,
				instance: 0,
				number: who as u32,
				rate: Rate { numerator: 7, denominator: 10 },
				commit_by: now + 2 * DAYS,
				reveal_from: now + 3 * DAYS,
				reveal_by: now + 4 * DAYS,
				commitment: None,
				score: None,
				counted: false,
			};
			found.seats.try_push(seat).expect("there is room");
		}
	});
}

pub(super) fn forget_seats(who: AccountId) {
	Enforcers::<Test>::mutate_extant(who, |found| found.seats = Default::default());
}

#[test]
fn whoever_never_answers_is_banned_without_anybody_s_decision() {
	with_enforcers(5, || {
		give_seats(1, 6);
		pass(2 * DAYS);
		assert_eq!(status(1), Status::Healthy, "seats that wait ban nobody");
		pass(1);
		// 6 seats at 7/10 require 4 answers, and 3 may be missing at most.
		assert_eq!(found(1).duty.required(), 4);
		assert_eq!(status(1), Status::Banned);
		assert_noop!(error(Obligation::retire(signed(1))), Error::<Test>::NotWhileBanned);
		assert!(Obligation::ensure_may_go(&1).is_err());
		assert_ok!(Obligation::poke(signed(STRANGER), 1));
		forget_seats(1);
		assert!(!OnDuty::<Test>::get().contains(&1));
		assert_eq!(love(1), (LOVE - 2_500, 1_000));
		assert_noop!(error(Obligation::come_back(signed(1))), Error::<Test>::NotWhileBanned);
		assert_noop!(Obligation::enrol(signed(1), 2), Error::<Test>::NotWhileBanned);
		FakeEpochs::pass(13);
		assert_ok!(Obligation::enrol(signed(1), 2));
		assert_eq!(status(1), Status::Healthy);
		assert_eq!(love(1), (LOVE - 2_500 - 500 - 1_000, 2_000));
	});
}

#[test]
fn the_artel_lifts_a_ban() {
	with_enforcers(5, || {
		assert_noop!(Obligation::pardon(signed(CARE), 1), Error::<Test>::NotBanned);
		give_seats(1, 6);
		pass(2 * DAYS + 1);
		assert_ok!(Obligation::poke(signed(STRANGER), 1));
		forget_seats(1);
		assert_noop!(Obligation::pardon(signed(1), 1), DispatchError::BadOrigin);
		assert_ok!(Obligation::pardon(signed(CARE), 1));
		assert_ok!(Obligation::enrol(signed(1), 2));
	});
}

#[test]
fn a_throttled_enforcer_is_drawn_but_not_paid_and_answering_restores_them() {
	with_enforcers(3, || {
		// 3 seats require 2 answers: one more than may be missing.
		give_seats(1, 3);
		pass(2 * DAYS + 1);
		assert_eq!(status(1), Status::Throttled);
		Enforcers::<Test>::insert(1, found(1));
		forget_seats(1);
		pass(2 * DAYS);
		let mut unpaid = 0;
		while status(1) != Status::Healthy {
			let (case, who) = drawn();
			assert!(who.contains(&1));
			judge(case, &[60, 60, 60]);
			unpaid += 1;
		}
		// What was done has decayed a little when it is looked at, so one answer is not quite enough.
		assert!((1..=3).contains(&unpaid), "{unpaid}");
		assert!(wallet(1) <= WALLET + 8 && wallet(2) == WALLET + 8 * unpaid);
	});
}

#[test]
fn time_off_duty_does_not_run() {
	with_enforcers(1, || {
		give_seats(1, 3);
		pass(2 * DAYS + 1);
		Enforcers::<Test>::insert(1, found(1));
		forget_seats(1);
		assert_ok!(Obligation::retire(signed(1)));
		let before = found(1).duty;
		pass(300 * DAYS);
		assert_eq!(found(1).duty, before, "retiring dodges nothing");
		assert_ok!(Obligation::come_back(signed(1)));
		pass(60 * DAYS);
		assert_eq!(status(1), Status::Healthy, "it halves on duty");
	});
}

#[test]
fn retiring_and_leave_free_seats_that_count() {
	with_enforcers(6, || {
		let (case, who) = drawn();
		assert_ok!(Obligation::retire(signed(who[0])));
		assert_ok!(Obligation::ensure_may_go(&who[1]));
		Obligation::on_leave(&who[1]);
		set_away(who[1], true);
		assert_noop!(error(Obligation::come_back(signed(who[1]))), Error::<Test>::NotWhileOnLeave);
		assert_eq!(found(who[0]).seats.len(), 0);
		pass(2 * DAYS + 1);
		assert_ok!(replace(case));
		assert!(!places(case).contains(&who[1]));
	});
}

#[test]
fn one_can_be_excused_once_in_a_period() {
	with_enforcers(6, || {
		let untouched = Enforcer::default().duty.is_untouched();
		assert!(untouched);
		let (case, who) = drawn();
		assert_ok!(Obligation::recuse(signed(who[0]), case));
		assert!(found(who[0]).duty.is_untouched());
		let (again, who) = loop {
			let (case, all) = drawn();
			if all.contains(&who[0]) {
				break (case, who);
			}
			assert_ok!(Obligation::withdraw(case));
		};
		assert_ok!(Obligation::recuse(signed(who[0]), again));
		assert!(!found(who[0]).duty.is_untouched());
	});
}

#[test]
fn the_artel_seats_those_who_consent_for_a_time() {
	with_enforcers(0, || {
		join(1);
		assert_noop!(Obligation::seat(signed(CARE), 1), Error::<Test>::NotVolunteering);
		assert_ok!(Obligation::volunteer(signed(1)));
		assert_ok!(Obligation::seat(signed(CARE), 1));
		assert_eq!(love(1), (LOVE, 0));
		assert_eq!(OnDuty::<Test>::get().len(), 1);
		FakeEpochs::pass(13);
		assert_ok!(Obligation::poke(signed(STRANGER), 1));
		assert_eq!(OnDuty::<Test>::get().len(), 0);
	});
}

#[test]
fn the_bond_is_free_after_four_epochs() {
	with_enforcers(1, || {
		FakeEpochs::pass(3);
		assert_noop!(Obligation::unbond(signed(1)), Error::<Test>::NotFree);
		FakeEpochs::pass(1);
		assert_ok!(Obligation::unbond(signed(1)));
		assert_eq!(love(1), (LOVE - 500, 0));
	});
}

#[test]
fn the_bond_is_free_in_retirement_however_one_stood() {
	with_enforcers(1, || {
		let rate = Figures::DEFAULT.rate;
		Enforcers::<Test>::mutate_extant(1, |found| (0..5).for_each(|_| found.duty.see(rate)));
		assert_eq!(status(1), Status::Throttled);
		FakeEpochs::pass(9);
		assert_noop!(Obligation::unbond(signed(1)), Error::<Test>::NotFree);
		assert_ok!(Obligation::retire(signed(1)));
		FakeEpochs::pass(3);
		assert_noop!(Obligation::unbond(signed(1)), Error::<Test>::NotFree);
		FakeEpochs::pass(1);
		assert_ok!(Obligation::unbond(signed(1)));
		assert_eq!(love(1), (LOVE - 500, 0));
	});
}

#[test]
fn the_default_figures_are_possible() {
	let times = Scale::Real.times();
	assert!(Figures::DEFAULT.are_possible(&times));
	assert_eq!(Figures::DEFAULT.first_verdict(), 6 * DAYS);
	let nothing = Rate { numerator: 0, denominator: 0 };
	assert!(!Figures { rate: nothing, ..Figures::DEFAULT }.are_possible(&times));
	assert!(!Figures { throttled: 3, ..Figures::DEFAULT }.are_possible(&times));
	assert!(!Figures { reveal: 0, ..Figures::DEFAULT }.are_possible(&times));
	assert!(!Figures { slashed: 101, ..Figures::DEFAULT }.are_possible(&times));
}

#[test]
fn everybody_reads_what_they_owe() {
	use artel_primitives::due::InspectDue;
	with_enforcers(3, || {
		let (case, _) = drawn();
		let due = Obligation::due_for(&1);
		assert_eq!(due.len(), 1);
		assert_eq!(due[0].number, Some(case));
		assert_ok!(commit(1, case, 60));
		assert!(Obligation::due_for(&1).is_empty());
		pass(3 * DAYS + 1);
		assert_eq!(Obligation::due_for(&1)[0].calls, ["obligation.reveal"]);
		let capacity = Obligation::capacity();
		assert_eq!((capacity.on_duty, capacity.takes, capacity.open), (3, 6, 0));
		assert_eq!(capacity.seats_in_a_week, 21);
		let standing = Obligation::standing(&2).expect("they judge");
		assert_eq!((standing.status, standing.required), (Status::Healthy, 0));
		assert_eq!(Obligation::cases_of(&WORKER, 0).len(), 1);
	});
}
