//! # Three years of an artel in a minute
//!
//! Lives through three years of artels of 12, 30 and 100 members, week by week, with people who work and
//! people who cheat, under the rules as they are and with one of them changed. Then lets groups of
//! members vote, of whom not all turn up, and majorities grant themselves LOVE. The arithmetic is the
//! pallets' own; the people are invented.
//! Writes pictures and figures to `docs/simulation/`, and the tables into `docs/simulation.md`, which
//! says what they show.
//!
//! ```sh
//! cargo run --release -p artel-simulation
//! ```
//!
//! With `lives`, `turnout` or `grants` behind it, only that part is done; the last two take seconds.
//! The same seeds give the same figures.

mod agents;
mod artel;
mod grants;
mod measure;
mod picture;
mod turnout;
mod vote;

use agents::{Kind, Plan};
use anyhow::{ensure, Context, Result};
use artel::{Recognition, Rules};
use measure::{live, mean, median, Figures, Quarter};
use picture::{Frame, Row};
use sp_arithmetic::Percent;
use std::{env, fmt::Write, fs, path::Path};
use turnout::Turnouts;

/// How many found an artel.
const SIZES: [usize; 3] = [12, 30, 100];

/// The size that is looked at closely.
const USUAL: usize = 30;

/// How often each artel is lived through, with other people and other luck.
const SEEDS: u64 = 8;

/// Chances that a spot check finds out work that was never done.
const DETECTIONS: [f64; 9] = [0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 1.0];

/// Which rule is changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Change {
	Nothing,
	NoContribution,
	FlatRecognition,
	HalfLife(u32),
	SpotChecks,
}

impl Change {
	const ALL: [Self; 6] = [
		Self::Nothing,
		Self::NoContribution,
		Self::FlatRecognition,
		Self::HalfLife(0),
		Self::HalfLife(104),
		Self::SpotChecks,
	];

	fn name(self) -> String {
		match self {
			Self::Nothing => "as governed".into(),
			Self::NoContribution => "no contribution".into(),
			Self::FlatRecognition => "flat recognition".into(),
			Self::HalfLife(epochs) => format!("half-life {epochs}"),
			Self::SpotChecks => "spot checks, 0.5".into(),
		}
	}

	fn rules(self) -> Rules {
		let mut rules = Rules::default();
		match self {
			Self::Nothing => {},
			Self::NoContribution => rules.labor.contribution = Percent::zero(),
			Self::FlatRecognition => rules.recognition = Recognition::Flat,
			Self::HalfLife(epochs) => rules.love.half_life = epochs,
			Self::SpotChecks => rules.detection = Some(0.5),
		}
		rules
	}
}

/// What the same plan came to with all seeds.
struct Lives(Vec<Figures>);

impl Lives {
	fn of(members: usize, ring: Kind, rules: &Rules) -> Self {
		let plan = |seed| Plan { members, ring, rules: rules.clone(), seed };
		let mut lives: Vec<_> = (1..=SEEDS).map(|_| None).collect();
		std::thread::scope(|scope| {
			for (life, seed) in lives.iter_mut().zip(1..) {
				scope.spawn(move || *life = Some(live(&plan(seed))));
			}
		});
		Self(lives.into_iter().flatten().collect())
	}

	fn mean(&self, what: impl Fn(&Figures) -> f64) -> f64 {
		mean(&self.0.iter().map(what).collect::<Vec<_>>())
	}

	fn range(&self, what: impl Fn(&Figures) -> f64) -> (f64, f64) {
		let all = self.0.iter().map(what);
		all.fold((f64::MAX, f64::MIN), |(least, most), value| (least.min(value), most.max(value)))
	}

	/// What newcomers have of the median after half a year: the middle one.
	fn newcomers(&self) -> f64 {
		median(&self.0.iter().flat_map(Figures::late_newcomers).collect::<Vec<_>>())
	}

	fn quarters(&self, what: impl Fn(&Quarter) -> f64) -> Vec<f64> {
		(0..12).map(|at| self.mean(|figures| what(&figures.quarters[at]))).collect()
	}
}

/// A scenario and what it came to.
struct Scenario {
	members: usize,
	change: Change,
	ring: Kind,
	lives: Lives,
}

/// All of them.
struct Results {
	scenarios: Vec<Scenario>,
	/// Working wash traders by detection, with cases paid first and last.
	detections: [Vec<Lives>; 2],
}

impl Results {
	fn all() -> Self {
		let mut scenarios = Vec::new();
		for members in SIZES {
			for change in Change::ALL {
				for ring in Kind::ALL {
					let lives = Lives::of(members, ring, &change.rules());
					scenarios.push(Scenario { members, change, ring, lives });
				}
			}
		}
		let detections = [true, false].map(|cases_first| {
			let lives = DETECTIONS.iter().map(|detection| {
				let rules = Rules { detection: Some(*detection), cases_first, ..Rules::default() };
				Lives::of(USUAL, Kind::WorkingWash, &rules)
			});
			lives.collect()
		});
		Self { scenarios, detections }
	}

	fn of(&self, members: usize, change: Change, ring: Kind) -> &Lives {
		let same = |scenario: &&Scenario| {
			(scenario.members, scenario.change, scenario.ring) == (members, change, ring)
		};
		&self.scenarios.iter().find(same).expect("all were lived through").lives
	}

	/// Everything, a line for each scenario.
	fn csv(&self) -> String {
		let mut csv = String::from(
			"members,rules,ring,ring VOTE,median VOTE,ratio,least ratio,most ratio,ring part of VOTE,\
			 ring part of members,gini,largest part,newcomers,pool per member,commons paid,orders met,\
			 seats part of pool's pay,cases not held\n",
		);
		let mut line = |members: usize, rules: &str, ring: Kind, lives: &Lives| {
			let (least, most) = lives.range(Figures::ratio);
			let figures = [
				lives.mean(|f| f.ring),
				lives.mean(|f| f.median),
				lives.mean(Figures::ratio),
				least,
				most,
				lives.mean(|f| f.ring_part),
				lives.mean(|f| f.ring_heads),
				lives.mean(|f| f.gini),
				lives.mean(|f| f.largest),
				lives.newcomers(),
				lives.mean(|f| f.pool),
				lives.mean(|f| f.commons),
				lives.mean(|f| f.orders),
				lives.mean(|f| f.seats),
				lives.mean(|f| f.unheld),
			];
			let figures = figures.map(|figure| format!("{figure:.3}")).join(",");
			csv += &format!("{members},\"{rules}\",\"{}\",{figures}\n", ring.name());
		};
		for Scenario { members, change, ring, lives } in &self.scenarios {
			line(*members, &change.name(), *ring, lives);
		}
		for (lives, order) in self.detections.iter().zip(["first", "last"]) {
			for (detection, lives) in DETECTIONS.iter().zip(lives) {
				let rules = format!("spot checks, {detection}, cases paid {order}");
				line(USUAL, &rules, Kind::WorkingWash, lives);
			}
		}
		csv
	}

	/// The rings in an artel of the usual size: VOTE and multiple of the median.
	fn rings_table(&self) -> String {
		let mut table = row(["rules", "median"].into_iter().chain(Kind::ALL.map(Kind::name)));
		table += &rule(1 + 1 + Kind::ALL.len());
		for change in Change::ALL {
			let median = self.of(USUAL, change, Kind::Honest).mean(|f| f.median);
			let cells = Kind::ALL.map(|ring| {
				let lives = self.of(USUAL, change, ring);
				format!("{:.1} ({:.2})", lives.mean(|f| f.ring), lives.mean(Figures::ratio))
			});
			table += &row([change.name(), format!("{median:.1}")].into_iter().chain(cells));
		}
		table
	}

	/// The rings in artels of all sizes.
	fn sizes_table(&self) -> String {
		let mut table =
			row(["members", "ring's part of them"].into_iter().chain(Kind::ALL.map(Kind::name)));
		table += &rule(2 + Kind::ALL.len());
		for members in SIZES {
			let lives = |ring| self.of(members, Change::Nothing, ring);
			let heads = lives(Kind::Honest).mean(|f| f.ring_heads);
			let cells = Kind::ALL.map(|ring| {
				let (least, most) = lives(ring).range(Figures::ratio);
				let part = 100.0 * lives(ring).mean(|f| f.ring_part);
				format!(
					"{:.2} ({least:.2}–{most:.2}), {part:.0} %",
					lives(ring).mean(Figures::ratio)
				)
			});
			table += &row([members.to_string(), format!("{:.0} %", 100.0 * heads)]
				.into_iter()
				.chain(cells));
		}
		table
	}

	/// An artel in which all are honest.
	fn honest_table(&self) -> String {
		let mut table = row([
			"members",
			"rules",
			"median VOTE",
			"Gini",
			"largest share",
			"newcomers after half a year",
			"free pool per member",
			"commons work paid",
		]);
		table += &rule(8);
		for members in SIZES {
			for change in Change::ALL {
				let lives = self.of(members, change, Kind::Honest);
				table += &row([
					members.to_string(),
					change.name(),
					format!("{:.1}", lives.mean(|f| f.median)),
					format!("{:.2}", lives.mean(|f| f.gini)),
					format!("{:.1} %", 100.0 * lives.mean(|f| f.largest)),
					format!("{:.2}", lives.newcomers()),
					format!("{:.2}", lives.mean(|f| f.pool)),
					format!("{:.0} %", 100.0 * lives.mean(|f| f.commons)),
				]);
			}
		}
		table
	}

	/// Working wash traders by how often a spot check finds them out.
	fn detection_table(&self) -> String {
		let mut table = row([
			"found out",
			"VOTE",
			"of the median",
			"cases' part of what the pool pays",
			"VOTE if cases are paid last",
			"of the median",
			"cases that cannot be paid then",
		]);
		table += &rule(7);
		let [first, last] = &self.detections;
		for ((detection, first), last) in DETECTIONS.iter().zip(first).zip(last) {
			table += &row([
				format!("{detection}"),
				format!("{:.1}", first.mean(|f| f.ring)),
				format!("{:.2}", first.mean(Figures::ratio)),
				format!("{:.0} %", 100.0 * first.mean(|f| f.seats)),
				format!("{:.1}", last.mean(|f| f.ring)),
				format!("{:.2}", last.mean(Figures::ratio)),
				format!("{:.0} %", 100.0 * last.mean(|f| f.unheld)),
			]);
		}
		table
	}

	fn pictures(&self) -> Vec<(&'static str, String)> {
		let quarters: Vec<_> = (1..=12).map(|quarter: u32| quarter.to_string()).collect();
		let usual = |change, ring| self.of(USUAL, change, ring);
		let by_quarter = |name: String, values| Row { name, values };

		let mut votes = vec![by_quarter(
			"median of the others".into(),
			usual(Change::Nothing, Kind::Honest).quarters(|quarter| quarter.median),
		)];
		votes.extend(Kind::ALL.map(|ring| {
			let values = usual(Change::Nothing, ring).quarters(|quarter| quarter.ring);
			by_quarter(ring.name().into(), values)
		}));
		let growth = picture::lines(
			&Frame {
				title: "VOTE of a ring's members, 30 members, rules as governed, no spot checks",
				x: "quarter",
				y: "VOTE",
			},
			&quarters,
			&votes,
		);

		let shown =
			[Change::Nothing, Change::NoContribution, Change::FlatRecognition, Change::SpotChecks];
		let rings = shown.map(|change| Row {
			name: change.name(),
			values: Kind::ALL.map(|ring| usual(change, ring).mean(Figures::ratio)).into(),
		});
		let rings = picture::bars(
			&Frame {
				title: "VOTE of a ring's members after three years, 30 members",
				x: "",
				y: "multiples of the others' median",
			},
			&Kind::ALL.map(|ring| ring.name().to_string()),
			&rings,
		);

		let with_and_without = |what: fn(&Quarter) -> f64| {
			[(Change::Nothing, "contribution of 10 %"), (Change::NoContribution, "no contribution")]
				.map(|(change, name)| {
					by_quarter(name.into(), usual(change, Kind::Honest).quarters(what))
				})
		};
		let pool = picture::lines(
			&Frame {
				title: "Free LABOR of the commons pool, 30 honest members",
				x: "quarter",
				y: "LABOR for each member",
			},
			&quarters,
			&with_and_without(|quarter| quarter.pool),
		);
		let commons = picture::lines(
			&Frame {
				title: "Commons and care work paid by the pool, 30 honest members",
				x: "quarter",
				y: "% of what members would do",
			},
			&quarters,
			&with_and_without(|quarter| 100.0 * quarter.commons),
		);

		// Newcomers of the last quarter have not been there for half a year.
		let joined: Vec<_> = (1..=10).map(|quarter: usize| (quarter + 1).to_string()).collect();
		let newcomers =
			[Change::HalfLife(0), Change::HalfLife(104), Change::Nothing].map(|change| {
				let lives = self.of(100, change, Kind::Honest);
				let values = (1..=10).map(|quarter| {
					let seen = lives.0.iter().flat_map(|figures| &figures.newcomers);
					let there =
						seen.filter(|(joined, _)| *joined == quarter).map(|(_, part)| *part);
					median(&there.collect::<Vec<_>>())
				});
				let name =
					if change == Change::Nothing { "half-life 52".into() } else { change.name() };
				by_quarter(name, values.collect())
			});
		let newcomers = picture::lines(
			&Frame {
				title: "Newcomers' VOTE after half a year, 100 honest members",
				x: "quarter in which they joined",
				y: "part of the median of those who are there for a year",
			},
			&joined,
			&newcomers,
		);

		let wash = [0, 1].map(|order: usize| Row {
			name: ["cases paid before commons work", "cases paid after it"][order].into(),
			values: self.detections[order].iter().map(|lives| lives.mean(Figures::ratio)).collect(),
		});
		let detection = picture::bars(
			&Frame {
				title: "Working wash traders and spot checks, 30 members",
				x: "chance that a check finds out work that was never done",
				y: "VOTE, multiples of the others' median",
			},
			&DETECTIONS.map(|detection| detection.to_string()),
			&wash,
		);

		vec![
			("growth.svg", growth),
			("rings.svg", rings),
			("pool.svg", pool),
			("commons.svg", commons),
			("newcomers.svg", newcomers),
			("detection.svg", detection),
		]
	}
}

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
		let results = Results::all();
		self.files.push(("figures.csv", results.csv()));
		self.files.extend(results.pictures());
		self.tables.extend([
			("rings", results.rings_table()),
			("sizes", results.sizes_table()),
			("detection", results.detection_table()),
			("honest", results.honest_table()),
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
}

/// What can be made alone, by name.
type Part = (&'static str, fn(&mut Made));

fn main() -> Result<()> {
	let part = env::args().nth(1);
	let wanted = |name: &str| part.as_deref().is_none_or(|part| part == name);
	let parts: [Part; 3] =
		[("lives", Made::lives), ("turnout", Made::turnout), ("grants", Made::grants)];
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
