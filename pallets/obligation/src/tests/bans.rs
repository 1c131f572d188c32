// SPDX-License-Identifier: Apache-2.0

//! What nobody dodges.

use super::{duty::*, *};

/// Lets an enforcer miss so many seats.
fn miss(who: AccountId, seats: u32) {
	give_seats(who, seats);
	pass(2 * DAYS + 1);
	Enforcers::<Test>::insert(who, found(who));
	forget_seats(who);
}

#[test]
fn a_ban_of_somebody_without_a_bond_works_as_any_other() {
	with_enforcers(5, || {
		FakeEpochs::pass(4);
		assert_ok!(Obligation::unbond(signed(1)));
		assert_noop!(Obligation::unbond(signed(1)), Error::<Test>::NotFree);
		assert_eq!(love(1), (LOVE - 500, 0));
		assert!(OnDuty::<Test>::get().contains(&1), "they judge on");
		miss(1, 6);
		assert_ok!(Obligation::poke(signed(STRANGER), 1));
		check_invariants();
		assert_eq!(love(1), (LOVE - 500, 0), "there is nothing to take");
		assert!(!OnDuty::<Test>::get().contains(&1));
		assert_noop!(error(Obligation::come_back(signed(1))), Error::<Test>::NotWhileBanned);
		assert_noop!(Obligation::enrol(signed(1), 2), Error::<Test>::NotWhileBanned);
		FakeEpochs::pass(13);
		assert_noop!(error(Obligation::come_back(signed(1))), Error::<Test>::NotOnDuty);
		// They enrol as if for the first time, with a whole bond.
		assert_ok!(Obligation::enrol(signed(1), 2));
		assert_eq!(love(1), (LOVE - 500 - 500 - 2_000, 2_000));
	});
}

#[test]
fn enrolling_can_cost_nothing() {
	with_enforcers(3, || {
		let free = Figures { burn: 0, bond: 0, ..Figures::DEFAULT };
		assert_ok!(Obligation::govern(free));
		join(5);
		let before = love(5);
		assert_ok!(Obligation::enrol(signed(5), 2));
		assert_eq!(love(5), before);
		check_invariants();
	});
}

#[test]
fn the_bond_waits_anew_whenever_somebody_is_in_bad_standing_or_comes_on_duty() {
	with_enforcers(5, || {
		FakeEpochs::pass(3);
		miss(1, 4);
		assert_eq!(status(1), Status::Throttled);
		FakeEpochs::pass(3);
		assert_noop!(Obligation::unbond(signed(1)), Error::<Test>::NotFree);
		assert_ok!(Obligation::retire(signed(2)));
		assert_ok!(Obligation::come_back(signed(2)));
		FakeEpochs::pass(3);
		assert_noop!(Obligation::unbond(signed(2)), Error::<Test>::NotFree);
		FakeEpochs::pass(1);
		assert_ok!(Obligation::unbond(signed(2)));
	});
}

#[test]
fn whoever_retires_or_goes_on_leave_with_too_many_open_seats_is_banned() {
	let bonded = || love(1).1;
	with_enforcers(5, || {
		// Five seats require 3.5 answers: 3 of them may be missing.
		give_seats(1, 5);
		assert_ok!(Obligation::retire(signed(1)));
		assert_eq!((found(1).banned_until, bonded()), (None, 2_000));
	});
	with_enforcers(5, || {
		give_seats(1, 6);
		assert_ok!(Obligation::retire(signed(1)));
		assert_eq!((found(1).banned_until, bonded()), (Some(13), 1_000));
		assert!(!OnDuty::<Test>::get().contains(&1) && found(1).seats.is_empty());
	});
	with_enforcers(5, || {
		give_seats(1, 6);
		assert_ok!(Obligation::ensure_may_go(&1));
		Obligation::on_leave(&1);
		assert_eq!((found(1).banned_until, bonded()), (Some(13), 1_000));
	});
}

#[test]
fn what_was_missed_waits_for_those_who_retire() {
	with_enforcers(5, || {
		miss(1, 5);
		assert_eq!(status(1), Status::Throttled);
		assert_ok!(Obligation::retire(signed(1)));
		pass(300 * DAYS);
		FakeEpochs::pass(300);
		assert_ok!(Obligation::come_back(signed(1)));
		assert_eq!(status(1), Status::Throttled);
		miss(1, 1);
		assert_ok!(Obligation::poke(signed(STRANGER), 1));
		assert_eq!(status(1), Status::Banned);
	});
}

#[test]
fn a_ban_outlives_leaving_and_coming_back() {
	with_enforcers(5, || {
		miss(1, 6);
		assert_ok!(Obligation::poke(signed(STRANGER), 1));
		miss(2, 6);
		// The first one's ban is carried out, the second one's is only due.
		for who in [1, 2] {
			leave(who);
			check_invariants();
			assert_eq!(found(who).banned_until, Some(13));
			assert_eq!(love(who), (LOVE - 500 - 1_000, 0), "half of the bond is gone");
			FakeMembers::admit(&who, Class::Worker, 1_000 + who as u32);
		}
		FakeEpochs::pass(12);
		for who in [1, 2] {
			assert_noop!(Obligation::enrol(signed(who), 2), Error::<Test>::NotWhileBanned);
			assert_noop!(Obligation::volunteer(signed(who)), Error::<Test>::NotWhileBanned);
		}
		FakeEpochs::pass(1);
		assert_ok!(Obligation::enrol(signed(1), 2));
		assert_eq!(status(1), Status::Healthy);
	});
}

#[test]
fn what_was_missed_outlives_leaving_and_coming_back() {
	with_enforcers(5, || {
		miss(1, 4);
		leave(1);
		FakeMembers::admit(&1u64, Class::Worker, 1_001);
		assert_ok!(Obligation::enrol(signed(1), 2));
		assert_eq!(status(1), Status::Throttled);
	});
}

#[test]
fn a_permit_asks_whether_somebody_can_be_seated_or_pardoned() {
	with_enforcers(2, || {
		let asked = |seat: Result<(), Error<Test>>, pardon: Result<(), Error<Test>>| {
			assert_eq!(Obligation::can_seat(&1), seat.map_err(Into::into));
			assert_eq!(Obligation::can_pardon(&1), pardon.map_err(Into::into));
		};
		asked(Err(Error::NotVolunteering), Err(Error::NotBanned));
		assert_eq!(Obligation::can_pardon(&9), Err(Error::<Test>::NoSuchEnforcer.into()));
		assert_ok!(Obligation::volunteer(signed(1)));
		asked(Err(Error::AlreadyOnDuty), Err(Error::NotBanned));
		assert_ok!(Obligation::retire(signed(1)));
		asked(Ok(()), Err(Error::NotBanned));
		set_debt(1, true);
		asked(Err(Error::NotWhileInDebt), Err(Error::NotBanned));
		set_debt(1, false);
		for who in 3..=33 {
			join(who);
			assert_ok!(Obligation::enrol(signed(who), 2));
		}
		asked(Err(Error::TooManyEnforcers), Err(Error::NotBanned));
		assert_noop!(Obligation::seat(signed(CARE), 1), Error::<Test>::TooManyEnforcers);
		assert_ok!(Obligation::retire(signed(33)));
		assert_ok!(Obligation::come_back(signed(1)));
		miss(1, 6);
		asked(Err(Error::AlreadyOnDuty), Err(Error::NotBanned));
		assert_ok!(Obligation::poke(signed(STRANGER), 1));
		asked(Err(Error::NotVolunteering), Ok(()));
		assert_noop!(Obligation::volunteer(signed(1)), Error::<Test>::NotWhileBanned);
		assert_ok!(Obligation::pardon(signed(CARE), 1));
		assert_ok!(Obligation::volunteer(signed(1)));
		asked(Ok(()), Err(Error::NotBanned));
		assert_ok!(Obligation::seat(signed(CARE), 1));
	});
}

/// The figures of the text: a 48th of the seats, 10 and 50.
#[test]
fn the_idle_are_throttled_at_528_seats_by_the_figures_of_the_text() {
	with_enforcers(1, || {
		let rate = Rate { numerator: 1, denominator: 48 };
		let figures = Figures { rate, throttled: 10, banned: 50, half_life: 0, ..Figures::DEFAULT };
		CurrentFigures::<Test>::put(&figures);
		let now = |seats: u32| {
			for _ in 0..seats {
				give_seats(1, 1);
				Enforcers::<Test>::mutate_extant(1, |found| found.seats[0].rate = rate);
				pass(2 * DAYS + 1);
				Enforcers::<Test>::insert(1, found(1));
				forget_seats(1);
			}
			found(1).status(&figures.rules())
		};
		assert_eq!(now(527), Status::Healthy);
		assert_eq!(now(1), Status::Throttled);
		assert_eq!(now(2_448 - 528 - 1), Status::Throttled);
		assert_noop!(error(Obligation::poke(signed(STRANGER), 1)), Error::<Test>::NotDue);
		assert_eq!(now(1), Status::Banned);
		assert_ok!(Obligation::poke(signed(STRANGER), 1));
	});
}
