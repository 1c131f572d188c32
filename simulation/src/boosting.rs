// SPDX-License-Identifier: Apache-2.0

//! What boosting changes, for what most like and for what few want, and how it is told.

use crate::{
	picture::{lines, Frame, Row},
	row, rule,
	stakes::{fared, labor, taken, Crowd, Fared, Liking, Lived, Purse, Stakes, ENOUGH, NONE},
	turnout::{after_three_years, baskets},
};
use artel_primitives::units::LABOR;
use pallet_proposals::Fraction;

/// How many proposals are voted on for one figure.
const PROPOSALS: usize = 2_000;

/// How many there are in an artel.
const SIZES: [usize; 2] = [30, 300];

/// What part of those who vote is for it, in percent.
const LIKED: [u32; 2] = [90, 70];

/// The turnouts that are looked at closely, in percent.
const CLOSELY: [u32; 3] = [10, 20, 35];

/// Those at which the floor may matter.
const LOW: [u32; 4] = [5, 10, 20, 35];

/// How many are keen, of how many members: a tenth, and fewer.
const KEEN: [(usize, usize); 4] = [(30, 3), (300, 30), (300, 15), (300, 9)];

/// How many of the others vote, in percent.
const OTHERS: [u32; 5] = [2, 5, 10, 20, 35];

/// A stake of one LABOR by each of those who vote for it.
const ONE_EACH: Stakes = Stakes { purse: Purse::UpTo(LABOR), ..NONE };

/// The same, one against the other.
const ONE_TO_ONE: Stakes = Stakes { against: LABOR, ..ONE_EACH };

/// Ten LABOR for it by each, against one.
const TEN_TO_ONE: Stakes = Stakes { purse: Purse::UpTo(10 * LABOR), ..ONE_TO_ONE };

/// Whatever people own beside their grants.
const AS_LIVED: Stakes = Stakes { purse: Purse::AsLived, ..NONE };

/// Somebody stakes what it takes, and so much of the electorate must be for it, in percent.
const fn floor(percent: u8) -> Stakes {
	Stakes { floor: Fraction::new(percent, 100), ..ENOUGH }
}

/// The floors that were tried.
const FLOORS: [(u8, &str); 4] =
	[(0, "no floor"), (3, "a floor of 3 %"), (5, "5 %, as it is"), (10, "10 %")];

/// All stakes that were tried.
const STAKES: [(&str, Stakes); 11] = [
	("not boosted", NONE),
	("1.00 each", ONE_EACH),
	("1.00 each, five others are boosted", Stakes { others: 5, ..ONE_EACH }),
	("1.00 each, ten others are boosted", Stakes { others: 10, ..ONE_EACH }),
	("what they own beside their grants", AS_LIVED),
	("what it takes, no floor", floor(0)),
	("what it takes, a floor of 3 %", floor(3)),
	("what it takes, a floor of 5 %", floor(5)),
	("what it takes, a floor of 10 %", floor(10)),
	("1.00 each for and against it", ONE_TO_ONE),
	("10.00 each for it, 1.00 each against it", TEN_TO_ONE),
];

/// The weeks after which it is told what is gone of the pool.
const WEEKS: [u32; 4] = [1, 4, 13, 26];

/// How many pools are drained for one figure.
const POOLS: u32 = 1_000;

/// How one crowd voted, stake by stake.
struct Group {
	crowd: Crowd,
	fared: Vec<Fared>,
}

impl Group {
	fn new(crowd: Crowd, lived: &Lived, proposals: usize) -> Self {
		let stakes = STAKES.map(|(_, stakes)| stakes);
		Self { crowd, fared: fared(&crowd, &stakes, lived, proposals) }
	}

	/// How it fared with these stakes.
	fn with(&self, stakes: Stakes) -> &Fared {
		let at = STAKES.iter().position(|(_, other)| *other == stakes).expect("they were tried");
		&self.fared[at]
	}

	/// What passed within a week with these stakes.
	fn in_a_week(&self, stakes: Stakes) -> String {
		percent(self.with(stakes).in_a_week())
	}

	/// Those who like it, in words.
	fn liked_by(&self) -> String {
		match self.crowd.liking {
			Liking::Most(liked) => format!("{liked} %"),
			Liking::Keen(few) => {
				format!("{few} who are keen, {} %", 100 * few / self.crowd.members)
			},
		}
	}
}

fn percent(share: f64) -> String {
	format!("{share:.0} %")
}

/// What somebody gains, or loses.
fn signed(gain: f64) -> String {
	// What is next to nothing has no sign.
	format!("{:.2}", (100.0 * gain).round() / 100.0 + 0.0)
}

/// Everything that was tried.
pub struct Boostings {
	groups: Vec<Group>,
}

impl Boostings {
	/// Lets everybody stake and vote.
	pub fn all() -> Self {
		let lived = Lived {
			baskets: baskets(),
			purses: after_three_years(|artel, who| artel.spendable(who)),
		};
		let turnouts: Vec<_> = (1..=20).map(|step| 5 * step).collect();
		Self::tried(&turnouts, &lived, PROPOSALS)
	}

	fn tried(turnouts: &[u32], lived: &Lived, proposals: usize) -> Self {
		let mut crowds = Vec::new();
		for members in SIZES {
			for liked in LIKED {
				let liking = Liking::Most(liked);
				crowds.extend(turnouts.iter().map(|turnout| (members, liking, *turnout)));
			}
		}
		for (members, few) in KEEN {
			crowds.extend(OTHERS.map(|turnout| (members, Liking::Keen(few), turnout)));
		}
		let groups = std::thread::scope(|scope| {
			let tried: Vec<_> = crowds
				.into_iter()
				.map(|(members, liking, turnout)| {
					let crowd = Crowd { members, liking, turnout };
					scope.spawn(move || Group::new(crowd, lived, proposals))
				})
				.collect();
			tried.into_iter().filter_map(|group| group.join().ok()).collect()
		});
		Self { groups }
	}

	fn group(&self, members: usize, liking: Liking, turnout: u32) -> &Group {
		let crowd = Crowd { members, liking, turnout };
		self.groups.iter().find(|group| group.crowd == crowd).expect("it was tried")
	}

	/// Everything, a line for each crowd and stakes.
	pub fn csv(&self) -> String {
		let mut csv = String::from(
			"members,liked by,turnout %,staked,proposals,passed by the bar,passed boosted,passed on the \
			 second route,boosted,staked for,staked against,lost by those for it,lost by those against it,won \
			 by those against it\n",
		);
		for group in &self.groups {
			let Crowd { members, turnout, .. } = group.crowd;
			for ((name, _), fared) in STAKES.iter().zip(&group.fared) {
				let Fared { of, bar, boosted, second, were_boosted, .. } = fared;
				csv += &format!("{members},\"{}\",{turnout},\"{name}\",{of},", group.liked_by());
				csv += &format!("{bar},{boosted},{second},{were_boosted}");
				let Fared { staked_for, staked_against, lost_for, lost_against, .. } = fared;
				for sum in [staked_for, staked_against, lost_for, lost_against, &fared.won_against]
				{
					csv += &format!(",{:.2}", labor(*sum));
				}
				csv += "\n";
			}
		}
		csv
	}

	/// What most like that passes within a week.
	pub fn table(&self) -> String {
		let heads = LIKED.iter().flat_map(|liked| {
			CLOSELY.map(|turnout| format!("{liked} % like it, {turnout} % vote"))
		});
		let first = ["members", "what is staked for it"].map(String::from);
		let mut table = row(first.into_iter().chain(heads));
		table += &rule(2 + LIKED.len() * CLOSELY.len());
		for members in SIZES {
			let mut tell = |name: &str, tell: &dyn Fn(&Group) -> String| {
				let cells = LIKED.iter().flat_map(|liked| {
					CLOSELY.map(|turnout| tell(self.group(members, Liking::Most(*liked), turnout)))
				});
				let first = [members.to_string(), name.into()];
				table += &row(first.into_iter().chain(cells));
			};
			let name = "nothing: on the second route, *within three weeks*";
			tell(name, &|group| percent(group.with(NONE).in_three_weeks()));
			for (name, stakes) in [
				("nothing", STAKES[0].1),
				("1.00 by each who votes for it, until it is enough", STAKES[1].1),
				("the same, beside five others that are boosted", STAKES[2].1),
				("the same, beside ten others", STAKES[3].1),
				("what those who vote for it own beside their grants", STAKES[4].1),
			] {
				tell(name, &|group| group.in_a_week(stakes));
			}
		}
		table
	}

	/// What passes with one floor or another.
	pub fn floors_table(&self) -> String {
		let first = ["members", "liked by", "who vote", "not boosted, *within three weeks*"];
		let mut table = row(first.into_iter().chain(FLOORS.map(|(_, name)| name)));
		table += &rule(first.len() + FLOORS.len());
		let most = SIZES.map(|members| (members, Liking::Most(LIKED[0])));
		let keen = KEEN.map(|(members, few)| (members, Liking::Keen(few)));
		for (members, liking) in most.into_iter().chain(keen) {
			let (turnouts, of): (&[u32], _) = match liking {
				Liking::Most(_) => (&LOW, ""),
				Liking::Keen(_) => (&OTHERS, " of the others"),
			};
			for turnout in turnouts {
				let group = self.group(members, liking, *turnout);
				let first = [
					members.to_string(),
					group.liked_by(),
					format!("{turnout} %{of}"),
					percent(group.with(NONE).in_three_weeks()),
				];
				let cells = FLOORS.map(|(part, _)| group.in_a_week(floor(part)));
				table += &row(first.into_iter().chain(cells));
			}
		}
		table
	}

	/// What a keen tenth risks, and what others win who stake against it.
	pub fn staked_table(&self) -> String {
		type Told = (&'static str, fn(&Fared) -> String);
		let boosted: Told = ("boosted", |fared| percent(fared.share_boosted()));
		let passes: Told = ("passes", |fared| percent(fared.in_a_week()));
		let lost: Told = ("they lose", |fared| format!("{:.2}", fared.loss()));
		let won: Told = ("1.00 against it wins", |fared| match fared.gain_against() {
			Some(gain) => signed(gain),
			None => "–".into(),
		});
		let ways: [(&str, Stakes, &[Told]); 3] = [
			("what it takes", floor(5), &[passes, lost]),
			("1.00 each, 1.00 against it", ONE_TO_ONE, &[boosted, passes, lost, won]),
			("10.00 each, 1.00 against it", TEN_TO_ONE, &[boosted, passes, lost, won]),
		];
		let heads = ways
			.iter()
			.flat_map(|(way, _, told)| told.iter().map(move |(what, _)| format!("{way}: {what}")));
		let heads: Vec<_> = heads.collect();
		let columns = 2 + heads.len();
		let first = ["members", "of the others vote"].map(String::from);
		let mut table = row(first.into_iter().chain(heads)) + &rule(columns);
		for (members, few) in KEEN.into_iter().filter(|(members, few)| 10 * few == *members) {
			for turnout in OTHERS {
				let group = self.group(members, Liking::Keen(few), turnout);
				let cells = ways.iter().flat_map(|(_, stakes, told)| {
					told.iter().map(move |(_, tell)| tell(group.with(*stakes)))
				});
				let first = [members.to_string(), format!("{turnout} %")];
				table += &row(first.into_iter().chain(cells));
			}
		}
		table
	}

	/// What a keen tenth takes of the pool.
	pub fn taken_table(&self) -> String {
		let heads = WEEKS.map(|weeks| match weeks {
			1 => "after a week".into(),
			_ => format!("after {weeks} weeks"),
		});
		let first = ["members", "of the others vote", "passes"].map(String::from);
		let mut table = row(first.into_iter().chain(heads)) + &rule(3 + WEEKS.len());
		let mut tell = |first: [String; 2], share: f64| {
			let gone = taken(share / 100.0, WEEKS[WEEKS.len() - 1], POOLS);
			let cells = WEEKS.map(|week| percent(gone[week as usize - 1]));
			let first = first.into_iter().chain([percent(share)]);
			table += &row(first.chain(cells));
		};
		tell(["any".into(), "nobody".into()], 100.0);
		for (members, few) in KEEN.into_iter().filter(|(members, few)| 10 * few == *members) {
			for turnout in OTHERS {
				let group = self.group(members, Liking::Keen(few), turnout);
				let first = [members.to_string(), format!("{turnout} %")];
				tell(first, group.with(ENOUGH).in_a_week());
			}
		}
		table
	}

	/// What most like that passes, by turnout.
	pub fn picture(&self) -> String {
		let liking = Liking::Most(LIKED[0]);
		let of = |members| {
			let these = move |group: &&Group| {
				(group.crowd.members, group.crowd.liking) == (members, liking)
			};
			self.groups.iter().filter(these)
		};
		let marks: Vec<_> = of(SIZES[0]).map(|group| group.crowd.turnout.to_string()).collect();
		type Way = (&'static str, fn(&Group) -> f64);
		let ways: [Way; 3] = [
			("boosted", |group| group.with(ONE_EACH).in_a_week()),
			("in three weeks", |group| group.with(NONE).in_three_weeks()),
			("by the bar", |group| group.with(NONE).in_a_week()),
		];
		let rows: Vec<_> = SIZES
			.into_iter()
			.flat_map(|members| {
				ways.map(|(way, share)| Row {
					name: format!("{members} members, {way}"),
					values: of(members).map(share).collect(),
				})
			})
			.collect();
		let frame = Frame {
			title: "Tasks that pass of what 90 % like",
			x: "% of the members vote",
			y: "% of the proposals",
		};
		lines(&frame, &marks, &rows)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	fn shown() -> Boostings {
		let lived = Lived { baskets: vec![1_000, 5_000], purses: vec![0, 500] };
		Boostings::tried(&LOW, &lived, 5)
	}

	#[test]
	fn every_row_is_as_wide_as_its_head() {
		let shown = shown();
		let tables = [
			(shown.table(), 2 * 6),
			(shown.floors_table(), 2 * 4 + 4 * 5),
			(shown.staked_table(), 2 * 5),
			(shown.taken_table(), 1 + 2 * 5),
		];
		for (table, rows) in tables {
			let widths: BTreeSet<_> = table.lines().map(|line| line.matches('|').count()).collect();
			assert_eq!((widths.len(), table.lines().count()), (1, 2 + rows), "{table}");
		}
	}

	#[test]
	fn every_crowd_is_told_once_with_all_stakes() {
		let csv = shown().csv();
		let lines: BTreeSet<_> = csv.lines().collect();
		assert_eq!(lines.len(), csv.lines().count());
		let crowds = SIZES.len() * LIKED.len() * LOW.len() + KEEN.len() * OTHERS.len();
		assert_eq!(lines.len(), 1 + crowds * STAKES.len());
	}

	#[test]
	fn all_stakes_differ() {
		for (at, (name, stakes)) in STAKES.iter().enumerate() {
			for (other, same) in STAKES.iter().take(at) {
				assert!(name != other && stakes != same, "{name}, {other}");
			}
		}
		// What is told as the rule is the rule.
		assert_eq!(floor(5), ENOUGH);
	}

	#[test]
	fn nothing_has_no_sign() {
		assert_eq!([-0.001, -0.2, 3.456].map(signed), ["0.00", "-0.20", "3.46"]);
	}

	#[test]
	fn everything_is_drawn() {
		assert_eq!(shown().picture().matches("<polyline").count(), 2 * 3);
	}
}
