// SPDX-License-Identifier: Apache-2.0

//! The lot decides who judges, and nobody else does.

use super::*;
use artel_primitives::verdict::NewCase;
use frame::deps::frame_support::storage::{with_transaction, TransactionOutcome};

const ALL: u64 = 20;

/// Square deviations from what is expected of each, which follow chi squared with 19 degrees: above 43.8 once in a
/// thousand.
fn deviations(drawn: &[u32], expected: f64) -> f64 {
	drawn.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum()
}

/// Two of all who must not judge this case: each is one of them equally often.
fn away(case: u32) -> [u64; 2] {
	let first = u64::from(case) % ALL;
	[first, (first + 7) % ALL]
}

/// Looks at this on a chain as it is, and undoes it.
fn imagined<R>(look: impl FnOnce() -> R) -> R {
	let undone = with_transaction(|| TransactionOutcome::Rollback(Ok::<_, DispatchError>(look())));
	undone.expect("it is no error")
}

#[test]
fn ten_thousand_draws_are_uniform_and_without_conflicts() {
	let mut drawn = [0u32; ALL as usize];
	for case in 0..10_000u32 {
		let lot = frame::hashing::blake2_256(&(case / 3).encode());
		let mut ranked: Vec<_> = (0..ALL)
			.filter(|who| !away(case).contains(who))
			.map(|who| (rank(&lot, case, 0, &who), who))
			.collect();
		ranked.sort_unstable();
		for (_, who) in &ranked[..3] {
			assert!(!away(case).contains(who));
			drawn[*who as usize] += 1;
		}
	}
	let off = deviations(&drawn, 1_500.0);
	assert!(off < 43.8, "{off}, {drawn:?}");
}

#[test]
fn six_hundred_draws_of_the_chain_are_uniform_and_without_conflicts() {
	with_enforcers(ALL, || {
		let mut drawn = [0u32; ALL as usize];
		for number in 1..=600u32 {
			let others = away(number).map(|who| who + 1);
			let case = opened(NewCase { others: others.to_vec(), ..new_case() });
			pass_sessions(2);
			assert_ok!(draw(case));
			let seats = places(case);
			assert_eq!(seats.len(), 3);
			for who in &seats {
				assert!(!others.contains(who) && ![ORDERER, WORKER].contains(who));
				drawn[*who as usize - 1] += 1;
			}
			assert_ok!(Obligation::withdraw(case));
		}
		let off = deviations(&drawn, 90.0);
		assert!(off < 43.8, "{off}, {drawn:?}");
	});
}

#[test]
fn those_who_vote_for_a_side_or_for_another_are_never_drawn() {
	with_enforcers(6, || {
		delegate(ORDERER, 1);
		delegate(2, 3);
		for _ in 0..40 {
			let case = opened(NewCase { others: vec![2], ..new_case() });
			pass_sessions(2);
			assert_ok!(draw(case));
			let mut seats = places(case);
			seats.sort_unstable();
			assert_eq!(seats, [4, 5, 6]);
			assert_ok!(Obligation::withdraw(case));
		}
	});
}

#[test]
fn nobody_steers_a_draw_by_going_coming_or_waiting() {
	with_enforcers(8, || {
		let case = opened(new_case());
		pass_sessions(2);
		let seats = imagined(|| {
			assert_ok!(draw(case));
			places(case)
		});
		let same = |what: &str, change: &dyn Fn()| {
			let then = imagined(|| {
				change();
				assert_ok!(draw(case));
				places(case)
			});
			assert_eq!(then, seats, "{what}");
		};
		for other in (1..=8).filter(|other| !seats.contains(other)) {
			same("another goes", &|| {
				assert_ok!(Obligation::retire(signed(other)));
			});
		}
		same("somebody comes", &|| {
			join(9);
			assert_ok!(Obligation::enrol(signed(9), 8));
		});
		same("the sessions go on", &|| pass_sessions(5));
		same("it is late", &|| pass(7 * DAYS));
		same("the lot is missing for a while", &|| {
			set_missing(true);
			assert_noop!(draw(case), Error::<Test>::NotKnownYet);
			set_missing(false);
		});
		// If one of the three goes, the fourth comes, and the others stay.
		let then = imagined(|| {
			assert_ok!(Obligation::retire(signed(seats[0])));
			assert_ok!(draw(case));
			places(case)
		});
		assert_eq!(then[..2], seats[1..]);
	});
}

#[test]
fn the_lot_of_a_session_is_not_known_before_the_second_one_after_it() {
	with_enforcers(5, || {
		let case = opened(new_case());
		assert_noop!(draw(case), Error::<Test>::NotKnownYet);
		pass_sessions(1);
		assert_noop!(draw(case), Error::<Test>::NotKnownYet);
		// Two sessions end in one block.
		let seats = imagined(|| {
			pass_sessions(2);
			assert_ok!(draw(case));
			places(case)
		});
		pass_sessions(1);
		assert_ok!(draw(case));
		assert_eq!(places(case), seats);
	});
}

#[test]
fn everybody_draws_twice_and_nothing_changes() {
	with_enforcers(8, || {
		let (case, seats) = drawn();
		for who in (1..=8).chain([ORDERER, WORKER, STRANGER]) {
			let again = Obligation::draw(signed(who), case);
			assert_noop!(error(again), Error::<Test>::NotWaiting);
		}
		assert_eq!(places(case), seats);
		pass(2 * DAYS + 1);
		assert_ok!(replace(case));
		let seats = places(case);
		for who in (1..=8).chain([ORDERER, WORKER, STRANGER]) {
			let again = Obligation::replace(signed(who), case);
			assert_noop!(error(again), Error::<Test>::NothingToReplace);
		}
		assert_eq!(places(case), seats);
	});
}

#[test]
fn nobody_draws_and_the_case_ends_as_if_there_had_been_none() {
	with_enforcers(5, || {
		let case = opened(new_case());
		let check = opened(new_check());
		pass_sessions(2);
		pass(7 * DAYS);
		// Until the last block it can be drawn, after it the fees go back.
		assert_noop!(draw(case), Error::<Test>::NotBeforeChecks);
		pass(1);
		assert_ok!(draw(case));
		assert_eq!(heard(), ["unjudged"]);
		assert_eq!((held(ORDERER), wallet(ORDERER)), (0, WALLET));
		assert_ok!(draw(check));
		assert_eq!(heard(), ["unjudged"]);
		assert_eq!(all_labor().1, 0);
	});
}
