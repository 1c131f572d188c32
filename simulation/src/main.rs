// SPDX-License-Identifier: Apache-2.0

//! # Three years of an artel in a minute
//!
//! Lives through three years of artels of 12, 30 and 100 members, week by week, with people who work and
//! people who cheat, under the rules as they are and with one of them changed. Then founds artels in which
//! three cheat from the first day, lets groups of members vote, of whom not all turn up, and stake LABOR on what
//! is voted on, and majorities grant themselves LOVE. The arithmetic is the pallets' own; the people are invented.
//! Writes pictures and figures to `docs/simulation/`, and the tables into `docs/simulation.md`, which
//! says what they show.
//!
//! ```sh
//! cargo run --release -p artel-simulation
//! ```
//!
//! With `lives`, `founding`, `turnout`, `boosting`, `grants` or `checks` behind it, only that part is done; all but the first take
//! seconds.
//! The same seeds give the same figures.

mod agents;
mod artel;
mod boosting;
mod cases;
mod checks;
mod founding;
mod grants;
mod kinds;
mod lives;
mod measure;
mod multiples;
mod picture;
mod rings;
mod rules;
mod stakes;
mod turnout;
mod vote;
mod withholding;

use anyhow::{ensure, Context, Result};
use boosting::Boostings;
use founding::Foundings;
use lives::Archive;
use std::{env, fmt::Write, fs, path::Path};
use turnout::Turnouts;

/// A row of a table.
fn row(cells: impl IntoIterator<Item = impl AsRef<str>>) -> String {
	cells.into_iter().fold(String::from("|"), |row, cell| row + " " + cell.as_ref() + " |") + "\n"
}

/// The line below a table's head.
fn rule(columns: usize) -> String {
	row(vec!["---"; columns]).replace(' ', "")
}

/// Puts a table between its marks in a page.
fn put_table(page: &str, name: &str, table: &str) -> Result<String> {
	let (begin, end) = (format!("<!-- table: {name} -->\n"), "<!-- end -->");
	let (before, rest) = page.split_once(&begin).with_context(|| format!("no place for {name}"))?;
	let (_, after) = rest.split_once(end).with_context(|| format!("no end of {name}"))?;
	let mut page = String::new();
	write!(page, "{before}{begin}\n{table}\n{end}{after}")?;
	Ok(page)
}

/// What is written, by name.
#[derive(Default)]
struct Made {
	files: Vec<(&'static str, String)>,
	tables: Vec<(&'static str, String)>,
}

impl Made {
	/// What three years come to.
	fn lives(&mut self) {
		let mut archive = Archive::default();
		self.tables.extend([
			("rings", rings::rings_table(&mut archive)),
			("sizes", rings::sizes_table(&mut archive)),
			("hoarding", rings::hoarding_table(&mut archive)),
			("honest", rings::honest_table(&mut archive)),
			("detection", cases::detection_table(&mut archive)),
			("thresholds", cases::thresholds_table(&mut archive)),
			("worth", cases::worth_table(&mut archive)),
			("colluding", cases::colluding_table(&mut archive)),
			("reserve", cases::reserve_table(&mut archive)),
			("wronged", cases::wronged_table(&mut archive)),
		]);
		self.files.extend(rings::pictures(&mut archive));
		self.files.push(("detection.svg", cases::picture(&mut archive)));
		self.files.push(("figures.csv", archive.csv()));
	}

	/// What becomes of a new artel in which three wash.
	fn founding(&mut self) {
		let foundings = Foundings::all();
		self.files.push(("founding.svg", foundings.picture()));
		self.tables.push(("founding", foundings.table()));
	}

	/// What spot checks change where few enforcers judge.
	fn checks(&mut self) {
		self.tables.extend([
			("multiples", multiples::cheats_table()),
			("multiples-honest", multiples::honest_table()),
			("withholding", withholding::table()),
		]);
	}

	/// How long a majority grants itself LOVE until it has two thirds.
	fn grants(&mut self) {
		self.tables.push(("grants", grants::table()));
	}

	/// What passes by turnout.
	fn turnout(&mut self) {
		let turnouts = Turnouts::all();
		self.files.push(("turnout.csv", turnouts.csv()));
		self.files.extend(turnouts.pictures());
		self.tables.extend([
			("turnout", turnouts.table()),
			("customs", turnouts.customs_table()),
			("keen", turnouts.keen_table()),
			("small", turnouts.small_table()),
		]);
	}

	/// What passes if stakes boost it.
	fn boosting(&mut self) {
		let boostings = Boostings::all();
		self.files.push(("boosting.csv", boostings.csv()));
		self.files.push(("boosting.svg", boostings.picture()));
		self.tables.extend([
			("boosting", boostings.table()),
			("floors", boostings.floors_table()),
			("staked", boostings.staked_table()),
			("taken", boostings.taken_table()),
		]);
	}
}

/// What can be made alone, by name.
type Part = (&'static str, fn(&mut Made));

fn main() -> Result<()> {
	let part = env::args().nth(1);
	let wanted = |name: &str| part.as_deref().is_none_or(|part| part == name);
	let parts: [Part; 6] = [
		("lives", Made::lives),
		("founding", Made::founding),
		("turnout", Made::turnout),
		("boosting", Made::boosting),
		("grants", Made::grants),
		("checks", Made::checks),
	];
	let names = parts.map(|(name, _)| name).join(", ");
	ensure!(parts.iter().any(|(name, _)| wanted(name)), "there are these parts: {names}");
	let mut made = Made::default();
	for (_, make) in parts.iter().filter(|(name, _)| wanted(name)) {
		make(&mut made);
	}

	let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
	let folder = docs.join("simulation");
	fs::create_dir_all(&folder)?;
	for (name, content) in made.files {
		fs::write(folder.join(name), content)?;
	}
	let page = docs.join("simulation.md");
	let mut text = fs::read_to_string(&page).with_context(|| format!("{}", page.display()))?;
	for (name, table) in made.tables {
		println!("{table}");
		text = put_table(&text, name, &table)?;
	}
	fs::write(page, text)?;
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_table_replaces_the_one_before() {
		let page = "a\n<!-- table: t -->\n<!-- end -->\nb\n";
		let once = put_table(page, "t", "| 1 |\n").expect("there is a place");
		assert_eq!(once, "a\n<!-- table: t -->\n\n| 1 |\n\n<!-- end -->\nb\n");
		assert_eq!(put_table(&once, "t", "| 1 |\n").expect("there is a place"), once);
		assert!(put_table(page, "u", "").is_err());
	}

	#[test]
	fn tables_are_as_wide_as_their_heads() {
		assert_eq!(row(["a", "b"]), "| a | b |\n");
		assert_eq!(rule(2), "|---|---|\n");
	}
}
