// SPDX-License-Identifier: Apache-2.0

//! What passes if not all vote, by size, turnout and track, and how it is told.

use crate::{
	agents::{Plan, World, EPOCHS},
	artel::{Artel, Id},
	kinds::Kind,
	picture::{lines, Frame, Row},
	row, rule, rules,
	vote::{
		decided, not_lazily, without_floor, Custom, Instead, Passed, Shares, Spread, TRACKS, USUAL,
	},
};
use artel_primitives::vote::VoteBalance;
use pallet_proposals::Track;
use sp_arithmetic::Percent;
use std::collections::BTreeSet;

/// How many proposals are voted on for one figure.
const PROPOSALS: usize = 2_000;

/// How many there are in an artel. With fewer than seven, work is decided by lazy consensus.
const SIZES: [usize; 5] = [6, 7, 12, 30, 300];

/// What part of those who vote is for it, in percent.
const LIKED: [u32; 2] = [90, 70];

/// The turnouts that are looked at closely, in percent.
const CLOSELY: [u32; 3] = [20, 35, 50];

/// What else was tried in a group of thirty: other habits, and then other rules.
const CUSTOMS: [Custom; 9] = [
	USUAL,
	Custom { name: "who proposes it is not sure to vote, either", proposer: false, ..USUAL },
	Custom { name: "always the same number votes", exactly: true, ..USUAL },
	Custom { name: "all have the same VOTE", spread: Spread::Equal, ..USUAL },
	Custom { name: "VOTE is much more unequal", spread: Spread::Unequal, ..USUAL },
	Custom { name: "half of those against block", blocks: 0.5, ..USUAL },
	Custom { name: "one in three is a worker", workers: 1.0 / 3.0, ..USUAL },
	AS_IT_WAS,
	Custom {
		name: "*another rule:* nobody need be for it but three",
		change: without_floor,
		..USUAL
	},
];

/// The rule that there was before: 15 % had to vote, for it or against it.
const AS_IT_WAS: Custom = Custom {
	name: "*as it was:* 15 % must have voted",
	change: without_floor,
	instead: Instead::Turnout(Percent::from_percent(15)),
	..USUAL
};

/// What else was tried on work in small groups.
const SMALL_CUSTOMS: [Custom; 5] = [
	USUAL,
	Custom {
		name: "*another rule:* two others, whatever anybody says",
		instead: Instead::Others(2),
		..USUAL
	},
	Custom {
		name: "*another rule:* one other, whatever anybody says",
		instead: Instead::Others(1),
		..USUAL
	},
	Custom {
		name: "*another rule:* who proposes it counts too",
		instead: Instead::ProposerToo,
		..USUAL
	},
	Custom {
		name: "*another rule:* not lazily, but on the second route",
		change: not_lazily,
		..USUAL
	},
];

/// How many there are in those.
const SMALL_SIZES: [usize; 4] = [3, 4, 5, 6];

/// The turnouts that are looked at there: below, whoever proposes something would be alone.
const SMALL_CLOSELY: [u32; 3] = [35, 50, 75];

/// What part of the members is for it there, in percent.
const SMALL_LIKED: [u32; 3] = [90, 70, 30];

/// Of a keen minority this part votes.
const KEEN: f64 = 0.95;

/// How large it is, in percent.
const KEEN_LIKED: [u32; 4] = [10, 15, 20, 30];

/// In groups of how many it was tried.
const KEEN_SIZES: [usize; 3] = [12, 30, 300];

/// How many of the others vote.
const KEEN_CLOSELY: [u32; 3] = [10, 20, 35];

/// Those who like it are keen, by both rules.
const KEEN_CUSTOMS: [Custom; 2] = [
	Custom { name: "those for it are keen", keen: Some(KEEN), ..USUAL },
	Custom {
		name: "*as it was:* 15 % must have voted; those for it are keen",
		keen: Some(KEEN),
		..AS_IT_WAS
	},
];

/// How many artels it is drawn from.
const LIVES: u64 = 8;

/// Something of everybody in artels of thirty, all honest, after three years under the rules as governed.
pub fn after_three_years<N>(something: impl Fn(&Artel, Id) -> N) -> Vec<N> {
	let lives = (1..=LIVES).map(|seed| {
		let rules = rules::Rules::default();
		let mut world = World::new(&Plan { members: 30, ring: Kind::Honest, rules, seed });
		(0..EPOCHS).for_each(|epoch| world.week(epoch));
		let of = |who: Id| something(&world.artel, who);
		world.artel.present().into_iter().map(of).collect::<Vec<_>>()
	});
	lives.flatten().collect()
}

/// Their VOTE.
pub fn baskets() -> Vec<VoteBalance> {
	after_three_years(|artel, who| artel.members[who].basket.weight())
}

/// The first place of a track in their list.
fn place(track: Track) -> usize {
	TRACKS.iter().position(|(other, ..)| *other == track).expect("it is listed")
}

/// What passed in groups of one size, of proposals that one part likes.
struct Group {
	members: usize,
	liked: u32,
	custom: Custom,
	shares: Shares,
}

impl Group {
	/// What passed of what is decided on this place in the list of tracks.
	fn at(&self, turnout: u32, place: usize) -> Passed {
		let (_, shares) =
			self.shares.iter().find(|(other, _)| *other == turnout).expect("it was tried");
		shares[place]
	}

	/// What passed at these turnouts.
	fn closely(&self, turnouts: [u32; 3], place: usize) -> [String; 3] {
		turnouts.map(|turnout| format!("{:.0} %", self.at(turnout, place).share()))
	}
}

/// Everything that was tried.
pub struct Turnouts {
	/// At all turnouts.
	groups: Vec<Group>,
	/// Of thirty, with other habits and rules.
	customs: Vec<Group>,
	/// Small ones, with other rules.
	small: Vec<Group>,
	/// Those in which a few are keen.
	keen: Vec<Group>,
}

impl Turnouts {
	/// Lets everybody vote.
	pub fn all() -> Self {
		let baskets = baskets();
		let turnouts: Vec<_> = (1..=20).map(|step| 5 * step).collect();
		let asked = |sizes: &[usize], liked: &[u32], customs: &[Custom]| {
			let mut asked = Vec::new();
			for members in sizes {
				for liked in liked {
					asked.extend(customs.iter().map(|custom| (*members, *liked, *custom)));
				}
			}
			asked
		};
		let tried = |asked: Vec<(usize, u32, Custom)>, turnouts: &[u32]| {
			let mut groups = Vec::new();
			std::thread::scope(|scope| {
				let lived: Vec<_> = asked
					.into_iter()
					.map(|(members, liked, custom)| {
						let baskets = &baskets;
						scope.spawn(move || {
							let shares =
								decided(members, liked, turnouts, &custom, baskets, PROPOSALS);
							Group { members, liked, custom, shares }
						})
					})
					.collect();
				groups.extend(lived.into_iter().filter_map(|group| group.join().ok()));
			});
			groups
		};
		Self {
			groups: tried(asked(&SIZES, &LIKED, &[USUAL]), &turnouts),
			customs: tried(asked(&[30], &LIKED, &CUSTOMS), &CLOSELY),
			small: tried(asked(&SMALL_SIZES, &SMALL_LIKED, &SMALL_CUSTOMS), &SMALL_CLOSELY),
			keen: tried(asked(&KEEN_SIZES, &KEEN_LIKED, &KEEN_CUSTOMS), &KEEN_CLOSELY),
		}
	}

	/// Everything, a line for each group, turnout and track.
	pub fn csv(&self) -> String {
		let mut csv = String::from(
			"members,rules and habits,track,liked by %,turnout %,proposals,passed by the bar,passed on the \
			 second route,passed lazily,lacked a vote against\n",
		);
		// Some were tried twice, to stand in two tables.
		let mut seen = BTreeSet::new();
		let groups = self.groups.iter().chain(&self.customs).chain(&self.small);
		for group in groups.chain(&self.keen) {
			let Group { members, liked, custom, shares } = group;
			let custom = custom.name.replace('*', "");
			for (turnout, passed) in shares {
				for ((track, name, _), passed) in TRACKS.iter().zip(passed) {
					let Passed { bar, second, lazy, by_a_nay, of } = passed;
					let mut line = format!("{members},\"{custom}\",\"{name}\",{liked},{turnout},");
					line += &format!("{of},{bar},{second},{lazy},{by_a_nay}\n");
					// Only work is decided otherwise in groups that small.
					let told = *members >= 7 || *track == Track::Work;
					if told && seen.insert(line.clone()) {
						csv += &line;
					}
				}
			}
		}
		csv
	}

	/// What passes by track and size.
	pub fn table(&self) -> String {
		let mut table =
			row(["members", "track"].into_iter().map(String::from).chain(heads(&LIKED, CLOSELY)));
		table += &rule(2 + LIKED.len() * CLOSELY.len());
		for members in SIZES {
			let groups = || self.groups.iter().filter(|group| group.members == members);
			for (place, (track, name, _)) in TRACKS.iter().enumerate() {
				let name = match (members < 7, *track == Track::Work) {
					(true, true) => format!("{name}, lazily"),
					// Only work is decided otherwise in groups that small.
					(true, false) => continue,
					(false, _) => name.to_string(),
				};
				let cells = groups().flat_map(|group| group.closely(CLOSELY, place));
				table += &row([members.to_string(), name].into_iter().chain(cells));
			}
		}
		table
	}

	/// What passes in a group of thirty that does something else, or has other rules.
	pub fn customs_table(&self) -> String {
		let head = ["Fund: ", "Constitution: "]
			.into_iter()
			.flat_map(|track| CLOSELY.map(|turnout| format!("{track}{turnout} % vote")));
		let mut table = row(std::iter::once(String::new()).chain(head));
		table += &rule(1 + 2 * CLOSELY.len());
		for group in self.customs.iter().filter(|group| group.liked == LIKED[0]) {
			let cells = [Track::Fund, Track::Constitution]
				.map(|track| group.closely(CLOSELY, place(track)));
			let name = group.custom.name.to_string();
			table += &row(std::iter::once(name).chain(cells.into_iter().flatten()));
		}
		table
	}

	/// What a few who are keen carry through while others stay away.
	pub fn keen_table(&self) -> String {
		let head = ["Fund: ", "Constitution: "].into_iter().flat_map(|track| {
			KEEN_CLOSELY.map(|turnout| format!("{track}{turnout} % of the others vote"))
		});
		let first = ["members", "liked by", "rule"].map(String::from);
		let mut table = row(first.into_iter().chain(head));
		table += &rule(3 + 2 * KEEN_CLOSELY.len());
		for group in &self.keen {
			let cells = [Track::Fund, Track::Constitution]
				.map(|track| group.closely(KEEN_CLOSELY, place(track)));
			let rule = match group.custom.instead {
				Instead::Nothing => "as it is",
				_ => "*as it was*",
			};
			let first = [group.members.to_string(), format!("{} %", group.liked), rule.into()];
			table += &row(first.into_iter().chain(cells.into_iter().flatten()));
		}
		table
	}

	/// What passes on work in small groups.
	pub fn small_table(&self) -> String {
		let heads = heads(&SMALL_LIKED, SMALL_CLOSELY);
		let mut table = row(["members", "rule"].into_iter().map(String::from).chain(heads));
		table += &rule(2 + SMALL_LIKED.len() * SMALL_CLOSELY.len());
		for members in SMALL_SIZES {
			for custom in SMALL_CUSTOMS {
				let groups = self
					.small
					.iter()
					.filter(|group| (group.members, group.custom.name) == (members, custom.name));
				let cells =
					groups.flat_map(|group| group.closely(SMALL_CLOSELY, place(Track::Work)));
				let name = custom.name.to_string();
				table += &row([members.to_string(), name].into_iter().chain(cells));
			}
		}
		table
	}

	/// What passes by turnout.
	pub fn pictures(&self) -> Vec<(&'static str, String)> {
		let marks: Vec<_> =
			self.groups[0].shares.iter().map(|(turnout, _)| turnout.to_string()).collect();
		let shown = [
			(Track::Fund, "turnout-fund.svg", "Proposals that pass: admission, fund"),
			(Track::Constitution, "turnout-constitution.svg", "Proposals that pass: constitution"),
			(Track::Work, "turnout-work.svg", "Proposals that pass: a task (6 members: lazily)"),
		];
		let drawn = shown.map(|(track, file, title)| {
			let groups =
				self.groups.iter().filter(|group| group.members >= 7 || track == Track::Work);
			let rows: Vec<_> = groups
				.map(|group| Row {
					name: format!("{} members, {} % like it", group.members, group.liked),
					values: group
						.shares
						.iter()
						.map(|(turnout, _)| group.at(*turnout, place(track)).share())
						.collect(),
				})
				.collect();
			let frame = Frame { title, x: "% of the members vote", y: "% of the proposals" };
			(file, lines(&frame, &marks, &rows))
		});
		drawn.into()
	}
}

/// What is liked by how many, and how many vote.
fn heads(liked: &[u32], turnouts: [u32; 3]) -> impl Iterator<Item = String> + '_ {
	liked.iter().flat_map(move |liked| {
		turnouts.map(|turnout| format!("{liked} % like it, {turnout} % vote"))
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	fn shown() -> Turnouts {
		let group = |members, liked, custom, turnouts: &[u32]| {
			let shares = decided(members, liked, turnouts, &custom, &[1_000, 5_000], 20);
			Group { members, liked, custom, shares }
		};
		let all = |sizes: &[usize], liked: &[u32], customs: &[Custom], turnouts: &[u32]| {
			let mut groups = Vec::new();
			for members in sizes {
				for liked in liked {
					groups.extend(
						customs.iter().map(|custom| group(*members, *liked, *custom, turnouts)),
					);
				}
			}
			groups
		};
		Turnouts {
			groups: all(&[6, 7], &LIKED, &[USUAL], &CLOSELY),
			customs: all(&[7], &LIKED, &CUSTOMS, &CLOSELY),
			small: all(&[3], &SMALL_LIKED, &SMALL_CUSTOMS, &SMALL_CLOSELY),
			keen: all(&[8], &KEEN_LIKED, &KEEN_CUSTOMS, &KEEN_CLOSELY),
		}
	}

	#[test]
	fn every_row_is_as_wide_as_its_head() {
		let turnouts = shown();
		let tables = [
			turnouts.table(),
			turnouts.customs_table(),
			turnouts.small_table(),
			turnouts.keen_table(),
		];
		for table in tables {
			let widths: BTreeSet<_> = table.lines().map(|line| line.matches('|').count()).collect();
			// Sizes that were not tried here have no cells.
			assert!(widths.len() <= 2, "{table}");
			assert_eq!(
				table.lines().next().map(|line| line.matches('|').count()),
				widths.last().copied()
			);
		}
	}

	#[test]
	fn no_figure_is_told_twice() {
		let csv = shown().csv();
		let lines: BTreeSet<_> = csv.lines().collect();
		assert_eq!(lines.len(), csv.lines().count());
		// Eight by three turnouts for each liking and custom of seven and more, work alone for fewer.
		let (all, work) = (8 * 3, 2 * 3);
		let larger = all * (2 * CUSTOMS.len() + KEEN_LIKED.len() * KEEN_CUSTOMS.len());
		let smaller = work * (2 + SMALL_LIKED.len() * SMALL_CUSTOMS.len());
		assert_eq!(csv.lines().count(), 1 + larger + smaller);
		assert!(csv.lines().all(|line| line.split(',').count() >= 10), "{csv}");
	}
}
