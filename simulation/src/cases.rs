// SPDX-License-Identifier: Apache-2.0

//! What spot checks come to: tables and a picture.

use crate::{
	kinds::Kind,
	lives::{Archive, Change, Lives, Scenario, HALF, SIZES, USUAL},
	picture::{self, Frame, Row},
	row, rule,
};

/// Of a hundred cases about work that was never done, so many find out.
const FOUND_OUT: [u8; 11] = [2, 5, 8, 10, 12, 15, 20, 25, 30, 40, HALF];

/// How many find out where checks are weak.
const WEAK: u8 = 10;

/// How many where they are middling.
const MIDDLING: u8 = 25;

/// Those whom cases may find out, and what they are measured by.
const CHEATS: [(Kind, Kind); 9] = [
	(Kind::WorkingWash, Kind::Honest),
	(Kind::WaitingWash, Kind::Honest),
	(Kind::ModestWash, Kind::Honest),
	(Kind::JoinedWash, Kind::Honest),
	(Kind::PiecesWash, Kind::Honest),
	(Kind::Bursts, Kind::Honest),
	(Kind::Burst, Kind::Saving),
	(Kind::JoinedBurst, Kind::Saving),
	(Kind::HandsOnByOrders, Kind::Saving),
];

/// The rules that are left out one by one, to see what each is worth.
const PARTS: [Change; 9] = [
	Change::Nothing,
	Change::WalletCounts,
	Change::NoRipening,
	Change::Reserve(0),
	Change::PlainFines,
	Change::NoSteps,
	Change::NoMemory,
	Change::LargePayments,
	Change::AsItWasChecked,
];

/// How much may be set aside for cases.
const RESERVES: [Change; 5] = [
	Change::CasesFirst,
	Change::Reserve(0),
	Change::Reserve(10),
	Change::Nothing,
	Change::Reserve(20),
];

/// How often real work is condemned.
const WRONGED: [Change; 5] = [
	Change::Nothing,
	Change::Wronged(2),
	Change::WrongedOnce(2),
	Change::Wronged(5),
	Change::WrongedOnce(5),
];

/// How many of those who judge hold with the ring.
const COLLUDING: [Change; 3] = [Change::Nothing, Change::Colluding(20), Change::Colluding(34)];

fn vote(lives: &Lives) -> String {
	lives.told(|figures| figures.ring)
}

fn percent(part: f64) -> String {
	format!("{:.0} %", 100.0 * part)
}

/// What everybody has, by how often a case finds out.
pub fn detection_table(archive: &mut Archive) -> String {
	let mut table = row(["found out"].into_iter().chain(CHEATS.map(|(ring, _)| ring.name())));
	table += &rule(1 + CHEATS.len());
	for found_out in FOUND_OUT {
		let cells = CHEATS.map(|(ring, _)| {
			let scenario = Scenario::of(USUAL, Change::Nothing, ring).found_out(found_out);
			vote(&archive.of(scenario))
		});
		table += &row([percent(f64::from(found_out) / 100.0)].into_iter().chain(cells));
	}
	table
}

/// A value and its standard error.
type Sure = (f64, f64);

/// Where values that fall meet a level for good.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Crossing {
	/// They are below it from the first on.
	Below(f64),
	/// There.
	At(Sure),
	/// They are above it up to the last.
	Above(f64),
}

impl Crossing {
	fn of(points: &[(f64, Sure)], (level, level_error): Sure) -> Self {
		let Some(last_above) = points.iter().rposition(|(_, (value, _))| *value > level) else {
			return Self::Below(points.first().map_or(0.0, |(at, _)| *at));
		};
		let (at, (value, error)) = points[last_above];
		let Some((next_at, (next, _))) = points.get(last_above + 1) else {
			return Self::Above(at);
		};
		let slope = (value - next) / (next_at - at);
		Self::At((at + (value - level) / slope, error.hypot(level_error) / slope))
	}

	fn told(self) -> String {
		match self {
			Self::Below(least) => format!("below {least}"),
			Self::At((at, error)) => format!("{at:.3} ±{error:.3}"),
			Self::Above(most) => format!("above {most}"),
		}
	}
}

/// From which part of cases that find out on it does not pay.
fn crossing(
	archive: &mut Archive,
	members: usize,
	change: Change,
	(ring, measure): (Kind, Kind),
) -> Crossing {
	let sure =
		|lives: &Lives| (lives.mean(|figures| figures.ring), lives.error(|figures| figures.ring));
	let level = sure(&archive.of(Scenario::of(members, Change::Nothing, measure)));
	let points = FOUND_OUT.map(|found_out| {
		let scenario = Scenario::of(members, change, ring).found_out(found_out);
		(f64::from(found_out) / 100.0, sure(&archive.of(scenario)))
	});
	Crossing::of(&points, level)
}

/// From which part on it does not pay, by size.
pub fn thresholds_table(archive: &mut Archive) -> String {
	let sizes = SIZES.map(|members| format!("{members} members"));
	let mut table = row(["", "measured by"].map(String::from).into_iter().chain(sizes));
	table += &rule(2 + SIZES.len());
	for (ring, measure) in CHEATS {
		let cells = SIZES
			.map(|members| crossing(archive, members, Change::Nothing, (ring, measure)).told());
		table += &row([ring.name(), measure.name()].map(String::from).into_iter().chain(cells));
	}
	table
}

/// What each rule is worth where checks are weak.
pub fn worth_table(archive: &mut Archive) -> String {
	let rings = [Kind::Honest, Kind::Saving, Kind::Lending]
		.into_iter()
		.chain(CHEATS.map(|(ring, _)| ring))
		.collect::<Vec<_>>();
	let mut table = row(["rules"].into_iter().chain(rings.iter().map(|ring| ring.name())));
	table += &rule(1 + rings.len());
	for change in PARTS {
		let cells = rings
			.iter()
			.map(|ring| vote(&archive.of(Scenario::of(USUAL, change, *ring).found_out(WEAK))));
		table += &row([change.name()].into_iter().chain(cells));
	}
	table
}

/// Where some who judge hold with the ring.
pub fn colluding_table(archive: &mut Archive) -> String {
	let cheats = [CHEATS[0], CHEATS[1], CHEATS[6]];
	let mut head = vec!["who judges".to_string()];
	for (ring, _) in cheats {
		let name = ring.name();
		head.push(format!("{name}, 25 % found out"));
		head.push(format!("{name}, 50 %"));
		head.push(format!("{name}: no gain from"));
	}
	let mut table = row(&head) + &rule(head.len());
	for change in COLLUDING {
		let mut cells =
			vec![if change == Change::Nothing { "nobody colludes".into() } else { change.name() }];
		for cheat in cheats {
			for found_out in [MIDDLING, HALF] {
				let scenario = Scenario::of(USUAL, change, cheat.0).found_out(found_out);
				cells.push(vote(&archive.of(scenario)));
			}
			cells.push(crossing(archive, USUAL, change, cheat).told());
		}
		table += &row(cells);
	}
	table
}

/// What becomes of cases and commons work by what is set aside.
pub fn reserve_table(archive: &mut Archive) -> String {
	let head = [
		"members",
		"set aside",
		"cases that cannot be paid",
		"commons work paid",
		"set aside at the end, per member",
		"working wash traders, 25 % found out",
		"working wash traders, 50 %",
	];
	let mut table = row(head) + &rule(head.len());
	for members in SIZES {
		for change in RESERVES {
			let honest = archive.of(Scenario::of(members, change, Kind::Honest));
			let wash = Scenario::of(members, change, Kind::WorkingWash);
			let commons = |figures: &crate::measure::Figures| 100.0 * figures.commons;
			table += &row([
				members.to_string(),
				if change == Change::Nothing { "15 %, as it is".into() } else { change.name() },
				format!("{:.1} %", 100.0 * honest.mean(|figures| figures.unheld)),
				format!("{:.0} ±{:.0} %", honest.mean(commons), honest.error(commons)),
				format!("{:.2}", honest.mean(|figures| figures.reserve)),
				vote(&archive.of(wash.found_out(MIDDLING))),
				vote(&archive.of(wash)),
			]);
		}
	}
	table
}

/// What becomes of honest members if cases condemn real work.
pub fn wronged_table(archive: &mut Archive) -> String {
	let head = [
		"members",
		"findings against real work",
		"median VOTE",
		"Gini",
		"newcomers after half a year",
		"LOVE that counts",
		"weeks in debt",
		"commons work paid",
	];
	let mut table = row(head) + &rule(head.len());
	for members in SIZES {
		for change in WRONGED {
			let lives = archive.of(Scenario::of(members, change, Kind::Honest));
			table += &row([
				members.to_string(),
				if change == Change::Nothing { "none".into() } else { change.name() },
				lives.told(|figures| figures.median),
				format!("{:.3}", lives.mean(|figures| figures.gini)),
				format!("{:.2}", lives.newcomers()),
				format!("{:.0}", lives.mean(|figures| figures.love)),
				format!("{:.1} %", 100.0 * lives.mean(|figures| figures.in_debt)),
				percent(lives.mean(|figures| figures.commons)),
			]);
		}
	}
	table
}

/// What everybody has, by how often a case finds out, beside those who do nothing special.
pub fn picture(archive: &mut Archive) -> String {
	let shown = [
		Kind::Honest,
		Kind::Saving,
		Kind::WorkingWash,
		Kind::WaitingWash,
		Kind::PiecesWash,
		Kind::Burst,
		Kind::Bursts,
		Kind::HandsOnByOrders,
	];
	let mut value = |ring: Kind, found_out| {
		// What the honest do does not depend on it.
		let is_measure = CHEATS.iter().any(|(_, measure)| *measure == ring);
		let found_out = if is_measure { HALF } else { found_out };
		let scenario = Scenario::of(USUAL, Change::Nothing, ring).found_out(found_out);
		archive.of(scenario).mean(|figures| figures.ring)
	};
	let rows = shown.map(|ring| Row {
		name: ring.name().into(),
		values: FOUND_OUT.map(|found_out| value(ring, found_out)).into(),
	});
	let frame = Frame {
		title: "VOTE of a ring's members and spot checks, 30 members",
		x: "of a hundred cases about work that was never done, so many find out",
		y: "VOTE",
	};
	picture::lines(&frame, &FOUND_OUT.map(|found_out| found_out.to_string()), &rows)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn values_meet_a_level_where_they_fall_below_it_for_good() {
		let points = |values: [f64; 3]| {
			[0.1, 0.2, 0.4].into_iter().zip(values.map(|v| (v, 0.3))).collect::<Vec<_>>()
		};
		let level = (20.0, 0.4);
		let Crossing::At((at, error)) = Crossing::of(&points([30.0, 25.0, 15.0]), level) else {
			panic!("they meet");
		};
		assert!((at - 0.3).abs() < 1e-9 && (error - 0.01).abs() < 1e-9, "{at}, {error}");
		assert_eq!(Crossing::of(&points([19.0, 25.0, 21.0]), level), Crossing::Above(0.4));
		assert_eq!(Crossing::of(&points([19.0, 20.0, 1.0]), level), Crossing::Below(0.1));
	}
}
