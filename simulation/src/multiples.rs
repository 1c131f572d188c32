// SPDX-License-Identifier: Apache-2.0

//! What spot checks change, where seats are drawn from few enforcers: VOTE as a multiple of what the same
//! people have who cheat nobody.

use crate::{
	agents::Plan,
	checks::Checks,
	kinds::Kind,
	lives::{with_seeds, USUAL},
	measure::{error, live, mean, Figures},
	row, rule,
	rules::Rules,
};

/// How often each artel is lived through: few, so that it can be done without optimisation.
const RUNS: u64 = 12;

/// How many of the thirty judge.
const ENFORCERS: usize = 15;

/// The chance that honest judges see through work that was never done.
const DETECTION: [f64; 5] = [0.05, 0.125, 0.26, 0.36, 0.5];

/// Which part of the enforcers holds with the ring.
const COLLUDING: [f64; 3] = [0.0, 0.2, 0.34];

/// Which part of checked honest work is condemned.
const WRONGED: [f64; 3] = [0.0, 0.02, 0.05];

/// Those who cheat, and the honest life they are measured by.
const CHEATS: [(Kind, Kind); 5] = [
	(Kind::Lending, Kind::Saving),
	(Kind::WorkingWash, Kind::Honest),
	(Kind::WaitingWash, Kind::Honest),
	(Kind::JoinedWash, Kind::Honest),
	(Kind::Burst, Kind::Saving),
];

/// The rules with checks of this kind, judged by enforcers.
fn checked(detection: f64, colluding: f64, falsely: f64) -> Rules {
	let checks =
		Checks { detection, colluding, falsely, enforcers: ENFORCERS, ..Checks::default() };
	Rules { checks: Some(checks), ..Rules::default() }
}

/// One artel, lived through with each seed.
fn lived(members: usize, runs: u64, ring: Kind, rules: &Rules) -> Vec<Figures> {
	with_seeds(runs, |seed| live(&Plan { members, ring, rules: rules.clone(), seed }))
}

/// Seed by seed, how many times as much one has as the other.
fn multiples(of: &[Figures], than: &[Figures], what: impl Fn(&Figures) -> f64) -> Vec<f64> {
	of.iter().zip(than).map(|(one, other)| what(one) / what(other)).collect()
}

fn told(multiples: &[f64]) -> String {
	format!("{:.2} ±{:.2}", mean(multiples), error(multiples))
}

/// What cheats have, by how well they are seen through and by who judges.
pub fn cheats_table() -> String {
	cheats(USUAL, RUNS, &DETECTION)
}

fn cheats(members: usize, runs: u64, detection: &[f64]) -> String {
	let heads = CHEATS.map(|(ring, measure)| match measure {
		Kind::Saving => format!("{}, of saving", ring.name()),
		_ => ring.name().into(),
	});
	let first = ["who judges", "seen through"].map(String::from);
	let mut table = row(first.into_iter().chain(heads)) + &rule(2 + CHEATS.len());
	let nothing_to_find = checked(0.5, 0.0, 0.0);
	let measures = CHEATS.map(|(_, measure)| measure);
	let [saving, honest] =
		[Kind::Saving, Kind::Honest].map(|measure| lived(members, runs, measure, &nothing_to_find));
	let mut tell = |judges: String, seen: String, rules: &Rules| {
		let cells = CHEATS.iter().zip(measures).map(|((ring, _), measure)| {
			let than = if measure == Kind::Saving { &saving } else { &honest };
			told(&multiples(&lived(members, runs, *ring, rules), than, |figures| figures.ring))
		});
		table += &row([judges, seen].into_iter().chain(cells));
	};
	tell("no spot checks".into(), "–".into(), &Rules { checks: None, ..Rules::default() });
	for colluding in COLLUDING {
		let friends = Checks { colluding, enforcers: ENFORCERS, ..Checks::default() }.friends();
		for chance in detection {
			let judges = format!("{friends} of {ENFORCERS} collude");
			tell(judges, format!("{chance}"), &checked(*chance, colluding, 0.0));
		}
	}
	table
}

/// What honest members keep if real work is condemned now and then.
pub fn honest_table() -> String {
	honest(USUAL, RUNS)
}

fn honest(members: usize, runs: u64) -> String {
	let head = ["of checked honest work is condemned", "median VOTE", "weeks in debt"];
	let mut table = row(head) + &rule(head.len());
	let lives =
		WRONGED.map(|falsely| lived(members, runs, Kind::Honest, &checked(0.5, 0.0, falsely)));
	for (falsely, these) in WRONGED.iter().zip(&lives) {
		let in_debt = mean(&these.iter().map(|figures| figures.in_debt).collect::<Vec<_>>());
		table += &row([
			format!("{:.0} %", 100.0 * falsely),
			told(&multiples(these, &lives[0], |figures| figures.median)),
			format!("{:.1} %", 100.0 * in_debt),
		]);
	}
	table
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn every_row_is_as_wide_as_its_head() {
		for (table, rows) in [(cheats(6, 1, &[0.5]), 4), (honest(6, 1), 3)] {
			let widths: BTreeSet<_> = table.lines().map(|line| line.matches('|').count()).collect();
			assert_eq!((widths.len(), table.lines().count()), (1, 2 + rows), "{table}");
		}
	}

	#[test]
	fn checks_that_see_through_take_what_wash_trade_gains() {
		let ring = |rules: &Rules| {
			mean(&multiples(
				&lived(12, 1, Kind::WorkingWash, rules),
				&lived(12, 1, Kind::Honest, rules),
				|figures| figures.ring,
			))
		};
		let unchecked = ring(&Rules { checks: None, ..Rules::default() });
		assert!(unchecked > 1.5 && ring(&checked(0.5, 0.0, 0.0)) < 1.0, "{unchecked}");
	}

	#[test]
	fn the_same_is_once_the_same() {
		let lives = lived(6, 2, Kind::Honest, &checked(0.5, 0.0, 0.0));
		assert_eq!(told(&multiples(&lives, &lives, |figures| figures.median)), "1.00 ±0.00");
	}
}
