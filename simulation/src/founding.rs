// SPDX-License-Identifier: Apache-2.0

//! A new artel in which three wash from the first day.

use crate::{
	kinds::Kind,
	lives::{with_each_seed, Change, Scenario, HALF},
	measure::{mean, parts},
	picture::{self, Frame, Row},
	row, rule,
};
use artel_primitives::epochs::EPOCHS_PER_YEAR;

/// How many found it.
const SIZES: [usize; 3] = [5, 7, 12];

/// The weeks that are told.
const WEEKS: [usize; 8] = [1, 2, 3, 4, 8, 13, 26, 52];

/// What the three do, by which rules, and how many of a hundred cases find out.
const CASES: [(&str, Kind, Change, u8); 6] = [
	("honest", Kind::Honest, Change::Nothing, HALF),
	("wash, half found out", Kind::WorkingWash, Change::Nothing, HALF),
	("wash, a quarter found out", Kind::WorkingWash, Change::Nothing, 25),
	("wash, nothing ripens", Kind::WorkingWash, Change::NoRipening, HALF),
	("wash, no spot checks", Kind::WorkingWash, Change::NoChecks, HALF),
	("*as it was,* no spot checks", Kind::WorkingWash, Change::AsItWas, HALF),
];

/// Their part of all VOTE in each week of the first year, by size and case.
pub struct Foundings(Vec<Vec<Vec<f64>>>);

impl Foundings {
	/// Lives them through.
	pub fn all() -> Self {
		let lived = SIZES.map(|members| {
			CASES
				.map(|(_, ring, change, found_out)| {
					let scenario = Scenario::of(members, change, ring).found_out(found_out);
					let all = with_each_seed(|seed| parts(&scenario.plan(seed), EPOCHS_PER_YEAR));
					let part = |week: usize| {
						mean(&all.iter().map(|parts| parts[week]).collect::<Vec<_>>())
					};
					(0..EPOCHS_PER_YEAR as usize).map(part).collect()
				})
				.into()
		});
		Self(lived.into())
	}

	/// Week by week.
	pub fn table(&self) -> String {
		let weeks = WEEKS.map(|week| format!("week {week}"));
		let mut table = row(["members", "the three"].map(String::from).into_iter().chain(weeks));
		table += &rule(2 + WEEKS.len());
		for (members, cases) in SIZES.iter().zip(&self.0) {
			for ((name, ..), parts) in CASES.iter().zip(cases) {
				let cells = WEEKS.map(|week| format!("{:.0} %", 100.0 * parts[week - 1]));
				table += &row([members.to_string(), name.to_string()].into_iter().chain(cells));
			}
		}
		table
	}

	/// Three of five.
	pub fn picture(&self) -> String {
		let rows: Vec<_> = CASES
			.iter()
			.zip(&self.0[0])
			.map(|((name, ..), parts)| Row {
				name: name.replace('*', ""),
				values: parts.iter().map(|part| 100.0 * part).collect(),
			})
			.collect();
		let mark =
			|week: usize| if week.is_multiple_of(4) { week.to_string() } else { String::new() };
		let marks: Vec<_> = (1..=EPOCHS_PER_YEAR as usize).map(mark).collect();
		let frame = Frame {
			title: "Part of all VOTE of three of five founders who wash from the first day",
			x: "week",
			y: "% of all VOTE",
		};
		picture::lines(&frame, &marks, &rows)
	}
}
