// SPDX-License-Identifier: Apache-2.0

use super::*;
use proptest::prelude::*;
use Status::{Banned, Healthy, Throttled};

const DAY: u32 = 14_400;
const WEEK: u32 = 7 * DAY;

/// What the artel begins with.
const ARTEL: Rules = Rules { throttled: 1, banned: 3, credit: 4, half_life: 30 * DAY };
const RATE: Rate = Rate { numerator: 7, denominator: 10 };

/// What the source text says.
const TEXT: Rules = Rules { throttled: 10, banned: 50, credit: u32::MAX, half_life: 0 };
const RATE_OF_TEXT: Rate = Rate { numerator: 1, denominator: 48 };

fn seen(duty: Duty, seats: u32, rate: Rate) -> Duty {
	(0..seats).fold(duty, |mut duty, _| {
		duty.see(rate);
		duty
	})
}

fn answered(duty: Duty, answers: u32, rules: &Rules) -> Duty {
	(0..answers).fold(duty, |mut duty, _| {
		duty.answer(rules);
		duty
	})
}

/// The rule of the text, written down as it stands there.
fn by_the_text(seen: u32, done: u32) -> Status {
	let required = seen / 48;
	if required <= done + 10 {
		Healthy
	} else if required <= done + 50 {
		Throttled
	} else {
		Banned
	}
}

#[test]
fn it_stands_as_the_text_says() {
	let mut duty = Duty::default();
	for seats in 0..=5_000 {
		assert_eq!(duty.required(), seats / 48, "{seats} seats");
		if seats % 7 == 0 || seats % 48 < 2 || seats % 48 == 47 {
			let mut with = duty;
			for done in 0..=120 {
				assert_eq!(
					with.status(&TEXT),
					by_the_text(seats, done),
					"{seats} seats, {done} done"
				);
				with.answer(&TEXT);
			}
		}
		duty.see(RATE_OF_TEXT);
	}
}

#[test]
fn the_idle_of_the_text_are_throttled_at_528_seats() {
	let at = |seats| seen(Duty::default(), seats, RATE_OF_TEXT).status(&TEXT);
	assert_eq!([at(0), at(527), at(528)], [Healthy, Healthy, Throttled]);
	assert_eq!([at(2_447), at(2_448)], [Throttled, Banned]);
}

#[test]
fn who_was_never_seen_is_in_good_standing() {
	let duty = Duty::default();
	assert!(duty.is_untouched());
	let strict = Rules { throttled: 0, banned: 0, credit: 0, half_life: 1 };
	assert_eq!(duty.status(&strict), Healthy);
	assert_eq!(
		(duty.answers_to_restore(&strict), duty.seats_to_restore(RATE, &strict)),
		(0, Some(0))
	);
	assert!(!seen(duty, 1, RATE).is_untouched());
	assert!(!answered(duty, 1, &ARTEL).is_untouched());
}

#[test]
fn a_rate_of_nothing_asks_for_nothing() {
	for rate in [
		Rate::default(),
		Rate { numerator: 5, denominator: 0 },
		Rate { numerator: 0, denominator: 5 },
	] {
		assert_eq!(seen(Duty::default(), 100, rate), Duty::default(), "{rate:?}");
		assert_eq!(seen(Duty::default(), 100, RATE).required_with(9, rate), 70);
	}
	assert!(!Rate { numerator: 5, denominator: 0 }.is_part());
	assert!(!Rate { numerator: 5, denominator: 4 }.is_part());
	assert!(RATE.is_part());
}

#[test]
fn a_changed_rate_holds_for_later_seats() {
	// 24 of a 48th, 5 of 7 tenths and 3 of a third: 0.5, 3.5 and 1.
	let mut duty = seen(Duty::default(), 24, RATE_OF_TEXT);
	assert_eq!(duty.required(), 0);
	duty = seen(duty, 5, RATE);
	assert_eq!(duty.required(), 4);
	duty = seen(duty, 2, Rate { numerator: 1, denominator: 3 });
	assert_eq!(duty.required(), 4);
	assert_eq!(seen(duty, 1, Rate { numerator: 1, denominator: 3 }).required(), 5);
}

#[test]
fn nothing_overflows() {
	let large = Rate { numerator: u32::MAX, denominator: 1 };
	let mut duty = seen(Duty::default(), 5, large);
	assert_eq!(duty.required(), u32::MAX);
	assert_eq!(duty.required_with(u32::MAX, large), u32::MAX);
	duty = answered(duty, 3, &Rules { credit: u32::MAX, ..ARTEL });
	duty.bring_to(u32::MAX, &Rules { half_life: 1, ..ARTEL });
	assert!(duty.is_untouched());
	// Denominators with no common multiple in reach are rounded by a bit.
	let primes =
		[4_294_967_291, 4_294_967_279].map(|denominator| Rate { numerator: 1, denominator });
	duty = primes.into_iter().fold(duty, |duty, rate| seen(duty, 1, rate));
	assert_eq!((duty.required(), duty.owed), (0, 1));
}

#[test]
fn answers_run_ahead_by_the_credit_at_most() {
	let mut duty = answered(Duty::default(), 9, &ARTEL);
	assert_eq!(duty.done_hundredths(), 400);
	// 2.1 are required, and 4 ahead of them are counted.
	duty = seen(duty, 3, RATE);
	assert_eq!(answered(duty, 9, &ARTEL).done_hundredths(), 609);
	// An answer takes nothing away from those who are further ahead than a new figure lets them.
	assert_eq!(answered(duty, 1, &Rules { credit: 0, ..ARTEL }).done_hundredths(), 400);
}

#[test]
fn both_sides_halve() {
	let mut duty = answered(seen(Duty::default(), 100, RATE), 66, &ARTEL);
	duty.bring_to(30 * DAY, &ARTEL);
	assert_eq!((duty.required(), duty.done_hundredths()), (35, 3_300));
	duty.bring_to(150 * DAY, &ARTEL);
	// A single count is there still, in part.
	assert_eq!((duty.required(), duty.done_hundredths()), (2, 206));
	let before = duty;
	duty.bring_to(DAY, &ARTEL);
	assert_eq!(duty, before);
	duty.bring_to(u32::MAX, &Rules { half_life: 0, ..ARTEL });
	assert_eq!((duty.required(), duty.done_hundredths()), (2, 206));
}

#[test]
fn doing_the_work_restores_the_standing() {
	// 10 seats missed, at 7 tenths: 7 are required, and one may be missing.
	let duty = seen(Duty::default(), 10, RATE);
	assert_eq!(duty.status(&ARTEL), Banned);
	assert_eq!(duty.answers_to_restore(&ARTEL), 6);
	assert_eq!(answered(duty, 6, &ARTEL).status(&ARTEL), Healthy);
	assert_eq!(answered(duty, 5, &ARTEL).status(&ARTEL), Throttled);
	// Seats that are answered are required in part: 17 more make 18.9, and 17 done are enough.
	assert_eq!(duty.seats_to_restore(RATE, &ARTEL), Some(17));
	let after = |seats| answered(seen(duty, seats, RATE), seats, &ARTEL).status(&ARTEL);
	assert_eq!([after(16), after(17)], [Throttled, Healthy]);
	assert_eq!(duty.seats_to_restore(Rate { numerator: 1, denominator: 1 }, &ARTEL), None);
	assert_eq!(duty.seats_to_restore(Rate::default(), &ARTEL), Some(6));
}

/// Seats at even distance, the first after this time, until a year has passed; tells the day of the first sanction and
/// of the first ban, and how many seats ended in another status than good standing.
struct Year {
	sanctioned: Option<f64>,
	banned: Option<f64>,
	bad: u32,
}

fn year(first: u32, seats_a_week: u32, mut answers: impl FnMut(u32) -> bool) -> Year {
	let mut duty = Duty::default();
	let mut year = Year { sanctioned: None, banned: None, bad: 0 };
	for seat in 0..52 * seats_a_week {
		let clock = first + seat * WEEK / seats_a_week;
		duty.bring_to(clock, &ARTEL);
		duty.see(RATE);
		if answers(seat) {
			duty.answer(&ARTEL);
		}
		let day = f64::from(clock) / f64::from(DAY);
		match duty.status(&ARTEL) {
			Healthy => continue,
			Banned => year.banned = year.banned.or(Some(day)),
			Throttled => {},
		}
		year.bad += 1;
		year.sanctioned = year.sanctioned.or(Some(day));
	}
	year
}

/// A fixed sequence of numbers below this one, for those who answer now and then.
fn chance(seed: u64, below: u64) -> impl FnMut() -> u64 {
	let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1);
	move || {
		state ^= state << 13;
		state ^= state >> 7;
		state ^= state << 17;
		(state >> 11) % below
	}
}

#[test]
fn the_idle_are_banned_after_78_and_16_and_4_days() {
	// It takes 12, 7 and 6 seats; the days depend on whether the first of them comes at once or after a while.
	for (seats, at_once, after) in [(1, 77.0, 84.0), (3, 14.0, 16.3), (10, 3.5, 4.2)] {
		for (first, day) in [(0, at_once), (WEEK / seats, after)] {
			let banned = year(first, seats, |_| false).banned.expect("the idle are banned");
			assert!((banned - day).abs() < 0.1, "{seats} seats a week: {banned} and not {day}");
		}
	}
}

#[test]
fn those_who_answer_nine_of_ten_are_never_sanctioned() {
	for seats in [1, 3, 10] {
		for missed in 0..10 {
			assert_eq!(year(0, seats, |seat| seat % 10 != missed).bad, 0, "{seats} seats a week");
		}
		// If it is chance which they miss, a few are unlucky at the start, before they are ahead.
		let unlucky = (1..=300).filter(|seed| {
			let mut chance = chance(*seed, 10);
			year(0, seats, |_| chance() < 9).bad > 0
		});
		assert!(unlucky.count() <= 15, "{seats} seats a week");
	}
}

#[test]
fn those_who_answer_half_are_sanctioned_within_months_or_days() {
	for (seats, sanctioned, banned) in
		[(1, 77.0, None), (3, 21.0, Some(61.0)), (10, 3.5, Some(12.0))]
	{
		for half in 0..2 {
			let year = year(0, seats, |seat| seat % 2 == half);
			assert!(year.sanctioned.is_some_and(|day| day <= sanctioned), "{seats} seats a week");
			if let Some(latest) = banned {
				assert!(year.banned.is_some_and(|day| day <= latest), "{seats} seats a week");
			}
		}
	}
}

/// How far done is ahead of the sum of the rates, parts of one included.
fn ahead(duty: &Duty) -> f64 {
	let part = f64::from(duty.part.numerator) / f64::from(duty.part.denominator.max(1));
	(duty.done as f64 - duty.owed as f64) / fixed(1) as f64 - part
}

/// Somebody who has answered all of so many seats, and falls ill for a week with eight that have no answer yet. They miss
/// one of them on this day, one that is drawn two days later two days after that, and all others on the last day.
fn ill(before: u32, wait: u32, first: u32) -> (Duty, Duty) {
	let (mut duty, mut clock) = (answered(Duty::default(), 4, &ARTEL), 0);
	for _ in 0..before {
		clock += wait;
		duty.bring_to(clock, &ARTEL);
		duty.see(RATE);
		duty.answer(&ARTEL);
	}
	let well = duty;
	duty.bring_to(clock + first, &ARTEL);
	duty = seen(duty, 1, RATE);
	duty.bring_to(clock + first + 4 * DAY, &ARTEL);
	duty = seen(duty, 1, RATE);
	duty.bring_to(clock + WEEK, &ARTEL);
	(well, seen(duty, 7, RATE))
}

/// Those who answer all of three seats a week or more have full credit whatever the sum, and a week of flu bans none of them. Of 4 ahead
/// 3.4 are left after the week, 3 may be missing, and the nine seats ask for less than 6.3. Against the sum rounded down
/// the full credit could be as little as 3 and a bit, which is not enough.
#[test]
fn the_flu_bans_nobody_with_full_credit() {
	for before in 0..300 {
		for wait in [WEEK / 10, WEEK / 7, WEEK / 3] {
			for first in [0, DAY, 2 * DAY, 3 * DAY] {
				let (well, ill) = ill(before, wait, first);
				assert!((ahead(&well) - 4.0).abs() < 1e-6, "{before} seats, {well:?}");
				assert!(ill.status(&ARTEL) < Banned, "{before} seats, {ill:?}");
			}
		}
	}
}

#[test]
fn without_decay_nine_missed_seats_ban_nobody_with_full_credit() {
	let rules = Rules { half_life: 0, ..ARTEL };
	for before in 0..100 {
		let duty = answered(seen(Duty::default(), before, RATE), before + 9, &rules);
		assert!(seen(duty, 9, RATE).status(&rules) < Banned, "{before}");
		assert_eq!(seen(duty, 12, RATE).status(&rules), Banned, "{before}");
	}
}

/// What can happen to somebody.
#[derive(Clone, Debug)]
enum Step {
	Wait(u32),
	See(Rate),
	Answer,
}

fn rates() -> impl Strategy<Value = Rate> {
	(0..12u32, 1..50u32).prop_map(|(numerator, denominator)| Rate { numerator, denominator })
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let step = prop_oneof![
		1 => (0..3 * WEEK).prop_map(Step::Wait),
		3 => rates().prop_map(Step::See),
		3 => Just(Step::Answer),
	];
	prop::collection::vec(step, 0..60)
}

fn all_rules() -> impl Strategy<Value = Rules> {
	(0..5u32, 0..5u32, 0..9u32, prop_oneof![Just(0), DAY..60 * DAY]).prop_map(
		|(throttled, more, credit, half_life)| Rules {
			throttled,
			banned: throttled + more,
			credit,
			half_life,
		},
	)
}

fn after(mut duty: Duty, steps: &[Step], rules: &Rules) -> Duty {
	for step in steps {
		match step {
			Step::Wait(blocks) => duty.bring_to(duty.touched + blocks, rules),
			Step::See(rate) => duty.see(*rate),
			Step::Answer => duty.answer(rules),
		}
	}
	duty
}

proptest! {
	/// Against fractions over one large common denominator.
	#[test]
	fn the_sum_is_exact(seats in prop::collection::vec((0..3usize, 1..200u32), 1..12)) {
		let rates = [RATE, RATE_OF_TEXT, Rate { numerator: 2, denominator: 3 }];
		let (mut duty, mut sum) = (Duty::default(), 0);
		for (rate, seats) in seats {
			duty = seen(duty, seats, rates[rate]);
			sum += seats * rates[rate].numerator * (240 / rates[rate].denominator);
			prop_assert_eq!(duty.required(), sum / 240);
		}
	}

	#[test]
	fn the_same_steps_end_alike_and_can_be_stored(steps in steps(), rules in all_rules()) {
		let duty = after(Duty::default(), &steps, &rules);
		prop_assert_eq!(after(Duty::default(), &steps, &rules), duty);
		let bytes = duty.encode();
		prop_assert!(bytes.len() <= Duty::max_encoded_len());
		prop_assert_eq!(Duty::decode(&mut &bytes[..]).expect("it was encoded"), duty);
	}

	#[test]
	fn an_answer_never_harms_and_a_seat_never_helps(steps in steps(), rules in all_rules(), rate in rates()) {
		let duty = after(Duty::default(), &steps, &rules);
		let with_answer = answered(duty, 1, &rules);
		prop_assert!(with_answer.status(&rules) <= duty.status(&rules));
		prop_assert!(with_answer.done_hundredths() >= duty.done_hundredths());
		prop_assert!(with_answer.answers_to_restore(&rules) <= duty.answers_to_restore(&rules));
		let with_seat = seen(duty, 1, rate);
		prop_assert!(with_seat.status(&rules) >= duty.status(&rules));
		prop_assert!(with_seat.required() >= duty.required());
		prop_assert_eq!(duty.required_with(1, rate), with_seat.required());
	}

	/// More leeway never makes it worse, and the three are told apart by how much is missing.
	#[test]
	fn the_status_is_what_is_missing(steps in steps(), rules in all_rules()) {
		let duty = after(Duty::default(), &steps, &rules);
		let missing = i128::from(fixed(duty.required())) - i128::from(duty.done);
		let expected = if missing <= fixed(rules.throttled).into() {
			Healthy
		} else if missing <= fixed(rules.banned).into() {
			Throttled
		} else {
			Banned
		};
		prop_assert_eq!(duty.status(&rules), expected);
		let kinder = Rules { throttled: rules.throttled + 1, banned: rules.banned + 1, ..rules };
		prop_assert!(duty.status(&kinder) <= duty.status(&rules));
	}

	#[test]
	fn so_many_answers_restore_and_no_fewer(steps in steps(), rules in all_rules(), rate in rates()) {
		let duty = after(Duty::default(), &steps, &rules);
		let needed = duty.answers_to_restore(&rules);
		prop_assert_eq!(answered(duty, needed, &rules).status(&rules), Healthy);
		if let Some(fewer) = needed.checked_sub(1) {
			prop_assert_ne!(answered(duty, fewer, &rules).status(&rules), Healthy);
		}
		if let Some(seats) = duty.seats_to_restore(rate, &rules).filter(|seats| *seats < 500) {
			let each = |seats| (0..seats).fold(duty, |duty, _| answered(seen(duty, 1, rate), 1, &rules));
			prop_assert_eq!(each(seats).status(&rules), Healthy);
			prop_assert!(seats == 0 || each(seats - 1).status(&rules) != Healthy);
		}
	}

	#[test]
	fn waiting_twice_is_waiting_once(
		steps in steps(), rules in all_rules(), first in 0..9 * WEEK, second in 0..9 * WEEK,
	) {
		let duty = after(Duty::default(), &steps, &rules);
		let (mut twice, mut once) = (duty, duty);
		twice.bring_to(duty.touched + first, &rules);
		twice.bring_to(duty.touched + first + second, &rules);
		once.bring_to(duty.touched + first + second, &rules);
		once.fold();
		twice.fold();
		// By the last bit, once for the fraction and once for each rounding.
		prop_assert!(twice.owed.abs_diff(once.owed) <= 2, "{twice:?} {once:?}");
		prop_assert!(twice.done.abs_diff(once.done) <= 2, "{twice:?} {once:?}");
		prop_assert!(once.owed <= duty.owed + fixed(1) && once.done <= duty.done);
	}

	#[test]
	fn nobody_runs_further_ahead_than_the_credit(steps in steps(), rules in all_rules()) {
		let duty = after(Duty::default(), &steps, &rules);
		prop_assert!(ahead(&duty) <= f64::from(rules.credit) + 1e-6);
	}
}
