// SPDX-License-Identifier: Apache-2.0

//! What rings and honest artels come to: tables and pictures.

use crate::{
	kinds::Kind,
	lives::{Archive, Change, Scenario, SIZES, USUAL},
	measure::{median, Figures, Quarter},
	picture::{self, Frame, Row},
	row, rule,
};

/// Under which rules rings are looked at.
const CHANGES: [Change; 8] = [
	Change::Nothing,
	Change::NoChecks,
	Change::AsItWas,
	Change::AsItWasChecked,
	Change::NoContribution,
	Change::FlatRecognition,
	Change::HalfLife(0),
	Change::HalfLife(104),
];

/// Those in the picture of what they have in the end.
const SHOWN: [Kind; 10] = [
	Kind::Honest,
	Kind::Saving,
	Kind::Lending,
	Kind::HandsOnByPay,
	Kind::HandsOnByOrders,
	Kind::WorkingWash,
	Kind::WaitingWash,
	Kind::Burst,
	Kind::Bursts,
	Kind::WorkingPraise,
];

/// Those in the picture of how it grows.
const GROWING: [Kind; 8] = [
	Kind::Honest,
	Kind::Saving,
	Kind::Lending,
	Kind::IdleWash,
	Kind::WorkingWash,
	Kind::WaitingWash,
	Kind::Burst,
	Kind::Bursts,
];

/// The rings in an artel of the usual size: their VOTE by rules.
pub fn rings_table(archive: &mut Archive) -> String {
	let mut table = row([String::new()].into_iter().chain(CHANGES.map(Change::name)));
	table += &rule(1 + CHANGES.len());
	let medians = CHANGES.map(|change| {
		archive.of(Scenario::of(USUAL, change, Kind::Honest)).told(|figures| figures.median)
	});
	table += &row(["*median, all honest*".into()].into_iter().chain(medians));
	for ring in Kind::ALL {
		let cells = CHANGES.map(|change| {
			archive.of(Scenario::of(USUAL, change, ring)).told(|figures| figures.ring)
		});
		table += &row([ring.name().into()].into_iter().chain(cells));
	}
	table
}

/// The rings in artels of all sizes.
pub fn sizes_table(archive: &mut Archive) -> String {
	let heads = SIZES.map(|members| {
		let lives = archive.of(Scenario::of(members, Change::Nothing, Kind::Honest));
		let heads = 100.0 * lives.mean(|figures| figures.ring_heads);
		format!("{members} members, {heads:.0} % of them in the ring")
	});
	let mut table = row([String::new()].into_iter().chain(heads));
	table += &rule(1 + SIZES.len());
	for ring in Kind::ALL {
		let cells = SIZES.map(|members| {
			let lives = archive.of(Scenario::of(members, Change::Nothing, ring));
			let honest = archive.of(Scenario::of(members, Change::Nothing, Kind::Honest));
			format!(
				"{} ({:.2}), {:.0} %",
				lives.told(|figures| figures.ring),
				lives.mean(|figures| figures.ring) / honest.mean(|figures| figures.ring),
				100.0 * lives.mean(|figures| figures.ring_part)
			)
		});
		table += &row([ring.name().into()].into_iter().chain(cells));
	}
	table
}

/// Artels in which some spend nothing.
pub fn hoarding_table(archive: &mut Archive) -> String {
	let head = [
		"members",
		"three of them, or a tenth",
		"their VOTE",
		"their part of all VOTE",
		"median VOTE of the others",
		"their LABOR without room",
		"orders met",
		"commons work paid",
	];
	let mut table = row(head) + &rule(head.len());
	let percent = |part: f64| format!("{:.0} %", 100.0 * part);
	for members in SIZES {
		for ring in [Kind::Honest, Kind::Hoarding] {
			let lives = archive.of(Scenario::of(members, Change::Nothing, ring));
			table += &row([
				members.to_string(),
				ring.name().into(),
				lives.told(|figures| figures.ring),
				percent(lives.mean(|figures| figures.ring_part)),
				lives.told(|figures| figures.median),
				format!("{:.1}", lives.mean(|figures| figures.deferred)),
				percent(lives.mean(|figures| figures.orders)),
				percent(lives.mean(|figures| figures.commons)),
			]);
		}
	}
	table
}

/// An artel in which all are honest.
pub fn honest_table(archive: &mut Archive) -> String {
	let head = [
		"members",
		"rules",
		"median VOTE",
		"Gini",
		"largest share",
		"newcomers after half a year",
		"free pool per member",
		"commons work paid",
	];
	let mut table = row(head) + &rule(head.len());
	for members in SIZES {
		for change in CHANGES {
			let lives = archive.of(Scenario::of(members, change, Kind::Honest));
			table += &row([
				members.to_string(),
				change.name(),
				lives.told(|figures| figures.median),
				format!("{:.2}", lives.mean(|figures| figures.gini)),
				format!("{:.1} %", 100.0 * lives.mean(|figures| figures.largest)),
				format!("{:.2}", lives.newcomers()),
				format!("{:.2}", lives.mean(|figures| figures.pool)),
				format!("{:.0} %", 100.0 * lives.mean(|figures| figures.commons)),
			]);
		}
	}
	table
}

fn by_quarter(name: impl Into<String>, values: Vec<f64>) -> Row {
	Row { name: name.into(), values }
}

/// How the VOTE of rings grows.
fn growth(archive: &mut Archive, quarters: &[String]) -> String {
	let mut usual = |ring| archive.of(Scenario::of(USUAL, Change::Nothing, ring));
	let honest = usual(Kind::Honest).quarters(|quarter| quarter.median);
	let mut votes = vec![by_quarter("median of the others", honest)];
	votes.extend(GROWING.map(|ring| {
		let values = usual(ring).quarters(|quarter| quarter.ring);
		by_quarter(ring.name(), values)
	}));
	let frame = Frame {
		title: "VOTE of a ring's members, 30 members, as it is, every second case finds out",
		x: "quarter",
		y: "VOTE",
	};
	picture::lines(&frame, quarters, &votes)
}

/// What they have in the end.
fn ends(archive: &mut Archive) -> String {
	let shown = [Change::AsItWas, Change::AsItWasChecked, Change::Nothing];
	let rings = shown.map(|change| Row {
		name: change.name().replace('*', ""),
		values: SHOWN
			.map(|ring| archive.of(Scenario::of(USUAL, change, ring)).mean(Figures::ratio))
			.into(),
	});
	let frame = Frame {
		title: "VOTE of a ring's members after three years, 30 members",
		x: "",
		y: "multiples of the others' median",
	};
	picture::bars(&frame, &SHOWN.map(|ring| ring.name().to_string()), &rings)
}

/// Newcomers of the last quarter have not been there for half a year.
fn newcomers(archive: &mut Archive) -> String {
	let joined: Vec<_> = (1..=10).map(|quarter: usize| (quarter + 1).to_string()).collect();
	let rows = [Change::HalfLife(0), Change::HalfLife(104), Change::Nothing].map(|change| {
		let lives = archive.of(Scenario::of(100, change, Kind::Honest));
		let values = (1..=10).map(|quarter| {
			let seen = lives.0.iter().flat_map(|figures| &figures.newcomers);
			let there = seen.filter(|(joined, _)| *joined == quarter).map(|(_, part)| *part);
			median(&there.collect::<Vec<_>>())
		});
		let name = if change == Change::Nothing { "half-life 52".into() } else { change.name() };
		by_quarter(name, values.collect())
	});
	let frame = Frame {
		title: "Newcomers' VOTE after half a year, 100 honest members",
		x: "quarter in which they joined",
		y: "part of the median of those who are there for a year",
	};
	picture::lines(&frame, &joined, &rows)
}

/// All pictures.
pub fn pictures(archive: &mut Archive) -> Vec<(&'static str, String)> {
	let quarters: Vec<_> = (1..=12).map(|quarter: u32| quarter.to_string()).collect();
	let mut with_and_without = |title, y, what: fn(&Quarter) -> f64| {
		let rows = [
			(Change::Nothing, "contribution of 10 %"),
			(Change::NoContribution, "no contribution"),
		]
		.map(|(change, name)| {
			let lives = archive.of(Scenario::of(USUAL, change, Kind::Honest));
			by_quarter(name, lives.quarters(what))
		});
		picture::lines(&Frame { title, x: "quarter", y }, &quarters, &rows)
	};
	let pool = with_and_without(
		"Free LABOR of the commons pool, 30 honest members",
		"LABOR for each member",
		|quarter| quarter.pool,
	);
	let commons = with_and_without(
		"Commons and care work paid by the pool, 30 honest members",
		"% of what members would do",
		|quarter| 100.0 * quarter.commons,
	);
	vec![
		("growth.svg", growth(archive, &quarters)),
		("rings.svg", ends(archive)),
		("pool.svg", pool),
		("commons.svg", commons),
		("newcomers.svg", newcomers(archive)),
	]
}
