// SPDX-License-Identifier: Apache-2.0

//! A week of flu.

use super::*;

fn now() -> u32 {
	System::block_number() as u32
}

fn seat(case: CaseId, commit_by: u32, reveal_by: u32, commitment: Option<[u8; 32]>) -> Seat {
	Seat {
		case,
		instance: 0,
		number: 1,
		rate: Figures::DEFAULT.rate,
		commit_by,
		reveal_from: reveal_by,
		reveal_by,
		commitment,
		score: None,
		counted: false,
	}
}

/// A fixed sequence of numbers below this one.
fn chance(seed: u64) -> impl FnMut(u32) -> u32 {
	let mut at = 0u64;
	move |below| {
		at += 1;
		let bytes = frame::hashing::blake2_256(&(seed, at).encode());
		u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) % below
	}
}

/// Somebody with full credit who takes as many seats as can be falls ill, with so many seats at the beginning, committed
/// or not, whose deadlines are as these say, and is drawn whenever there is room, as this says. Tells how many they have
/// missed after a week, and how they stood at the worst.
fn week(
	begin: &[(u32, bool)],
	mut replaces: impl FnMut() -> bool,
	mut time_to_commit: impl FnMut() -> u32,
) -> (u32, Status) {
	let rules = Figures::DEFAULT.rules();
	let (mut missed, mut worst, mut case) = (0, Status::Healthy, 0);
	Enforcers::<Test>::mutate_extant(1, |found| {
		found.most = MOST_OPEN;
		(0..4).for_each(|_| found.duty.answer(&rules));
		for (due, committed) in begin {
			case += 1;
			let (due, hash) = (now() + due, committed.then_some([0; 32]));
			let commit_by = if *committed { now() } else { due };
			found.seats.try_push(seat(case, commit_by, due.max(commit_by), hash)).expect("room");
		}
	});
	let commit = Figures::DEFAULT.commit;
	let hour = DAYS / 24;
	let end = now() + 7 * DAYS;
	while now() <= end {
		let mut found = found(1);
		// Those who have missed one replace nobody: as the draw has it.
		while found.has_room(now(), true, commit) {
			let replaces = replaces() && found.missed.is_none();
			let due = if replaces { now() } else { now() + commit + time_to_commit() };
			case += 1;
			found.seats.try_push(seat(case, due, due + 2 * DAYS, None)).expect("there is room");
		}
		missed += found.seats.iter().filter(|seat| seat.counted).count() as u32;
		found.seats.retain(|seat| !seat.counted);
		worst = worst.max(found.status(&rules));
		Enforcers::<Test>::insert(1, found);
		pass(hour);
	}
	(missed, worst)
}

/// The most seats that the deadlines let somebody miss in a week are nine: eight that have no outcome when they fall ill,
/// and one that is drawn when the first of these is missed, two days later, and missed after two days more. Nine seats
/// ask for 6.3 answers; 4 are ahead, of which 3.4 are left after the week, and 3 may be missing. So nobody with full
/// credit is banned, whatever they had committed to before.
#[test]
fn it_bans_nobody_with_full_credit() {
	let mut most = 0;
	let mut see = |(missed, worst): (u32, Status)| {
		assert!(worst < Status::Banned, "{missed} missed");
		most = most.max(missed);
	};
	// One is missed on this day, all others on another.
	for first in 0..=3 {
		for last in 0..=6 {
			for committed in [false, true] {
				let mut begin = vec![(last * DAYS, committed); 7];
				begin.push((first * DAYS, false));
				with_enforcers(1, || {
					see(week(&begin, || false, || 0));
					Enforcers::<Test>::mutate_extant(1, |found| found.seats = Default::default());
				});
			}
		}
	}
	// Replacements are due at once.
	with_enforcers(1, || {
		see(week(&[], || true, || 0));
		Enforcers::<Test>::mutate_extant(1, |found| found.seats = Default::default());
	});
	// By chance: the deadline of a check is the latest, six days after its payment.
	for seed in 0..100 {
		let mut begins = chance(seed);
		let begin: Vec<_> = (0..begins(9)).map(|_| (begins(6 * DAYS), begins(2) == 0)).collect();
		let (mut kinds, mut times) = (chance(seed + 1_000), chance(seed + 2_000));
		with_enforcers(1, || {
			see(week(&begin, || kinds(2) == 0, || times(2) * times(2 * DAYS)));
			Enforcers::<Test>::mutate_extant(1, |found| found.seats = Default::default());
		});
	}
	assert_eq!(most, 9);
}

#[test]
fn whoever_has_missed_a_seat_replaces_nobody_until_they_answer() {
	with_enforcers(4, || {
		let (case, who) = drawn();
		let other = (1..=4).find(|other| !who.contains(other)).expect("there is one more");
		Enforcers::<Test>::mutate_extant(other, |found| found.missed = Some(0));
		for who in &who[1..] {
			assert_ok!(commit(*who, case, 60));
		}
		pass(2 * DAYS + 1);
		assert_noop!(replace(case), Error::<Test>::NotEnoughEnforcers);
		Enforcers::<Test>::mutate_extant(other, |found| found.missed = None);
		assert_ok!(replace(case));
		assert_eq!(places(case)[0], other);
	});
}

#[test]
fn no_more_than_eight_seats_wait_for_a_score() {
	with_enforcers(1, || {
		let seats = |count: u32| (0..count).map(|case| seat(case, 1, 100, Some([0; 32])));
		let mut enforcer = Enforcer { most: 8, ..found(1) };
		enforcer.seats = BoundedVec::truncate_from(seats(7).collect());
		assert!(enforcer.has_room(1, false, 2));
		enforcer.seats = BoundedVec::truncate_from(seats(8).collect());
		assert!(!enforcer.has_room(1, true, 2));
		// Those that have their outcome are in nobody's way.
		enforcer.seats.iter_mut().for_each(|seat| seat.counted = true);
		assert!(enforcer.has_room(1, false, 2));
	});
}
