// SPDX-License-Identifier: Apache-2.0

//! How long a majority that grants itself LOVE needs to have two thirds of all VOTE.
//!
//! What the artel may grant is what the reputation pallet says. The rest is written in LOVE, LABOR and VOTE,
//! not in their hundredths and thousandths, and nothing of it depends on chance.

use crate::{row, rule};
use pallet_reputation::Figures;

/// How many there are, and how many of them hold together to have half and three fifths of all VOTE.
const SIZES: [(usize, [usize; 2]); 3] = [(5, [3, 3]), (12, [7, 7]), (30, [16, 18])];

/// What part of all VOTE they have at first.
const PARTS: [f64; 2] = [0.51, 0.6];

/// What members work a week, in hours.
const HOURS: f64 = 19.0;

/// How long it goes on, in weeks.
const WEEKS: u32 = 156;

/// How much LABOR of its own a member keeps, at most.
const KEPT: f64 = 35.0;

/// What those who hold together work a week, and the others, in hours.
type Hours = [f64; 2];

const NOBODY: Hours = [0.0; 2];
const ALL: Hours = [HOURS; 2];

/// What all together may be granted in a week, of this many members who earned this much in the week before.
type Limit = fn(usize, f64) -> f64;

/// How that may be limited.
const LIMITS: [(&str, Limit); 3] = [
	("*as it was:* a fifth, 10.00 at least", |_, earned| (earned / 5.0).max(10.0)),
	("*another rule:* a fifth, 0.10 for each at least", |members, earned| {
		(earned / 5.0).max(0.1 * members as f64)
	}),
	("as it is: a tenth, 0.10 for each at least", |members, earned| {
		let limit = Figures::DEFAULT.for_all(members as u32, (100.0 * earned) as u64);
		limit as f64 / 100.0
	}),
];

/// A member.
#[derive(Clone, Debug)]
struct Member {
	love: f64,
	labor: f64,
	vote: f64,
	is_one_of_them: bool,
}

impl Member {
	/// What its basket could hold.
	fn target(&self) -> f64 {
		1.0 + (self.labor + self.love) / 10.0
	}

	fn works(&self, [they, others]: Hours) -> f64 {
		if self.is_one_of_them {
			they
		} else {
			others
		}
	}

	fn grow(&mut self) {
		self.vote = self.vote.max(self.target());
	}

	/// What it must be granted before its basket grows, in millionths: what is less is noise.
	fn lacks(&self) -> u64 {
		(10_000_000.0 * (self.vote - self.target())).round().max(0.0) as u64
	}
}

/// What becomes of them.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Ending {
	/// They have two thirds after so many weeks.
	TwoThirds(u32),
	/// They have this part, after three years.
	Never(f64),
	/// They no longer have half.
	Lost,
}

impl Ending {
	fn told(self) -> String {
		match self {
			Self::TwoThirds(1) => "1 week".into(),
			Self::TwoThirds(weeks) => format!("{weeks} weeks"),
			Self::Never(part) => format!("never ({:.0} %)", 100.0 * part),
			Self::Lost => "no majority any more".into(),
		}
	}
}

/// LOVE for so many hours of work.
fn love(hours: f64) -> f64 {
	hours / 6.0
}

/// A week of work.
fn work(members: &mut [Member], hours: Hours) {
	let stays = 0.5f64.powf(1.0 / f64::from(Figures::DEFAULT.half_life));
	for member in members {
		let hours = member.works(hours);
		member.love = member.love * stays + love(hours);
		if hours > 0.0 {
			member.labor = (member.labor + hours / 3.0).min(KEPT);
		}
		member.grow();
	}
}

/// The part of all VOTE that they have.
fn part(members: &[Member]) -> f64 {
	let all: f64 = members.iter().map(|member| member.vote).sum();
	members.iter().filter(|member| member.is_one_of_them).map(|member| member.vote).sum::<f64>()
		/ all
}

/// An artel, new or after three years in which all worked, in which these heads have this part.
fn artel(members: usize, heads: usize, part_of_them: f64, is_old: bool) -> Vec<Member> {
	let mut artel: Vec<_> = (0..members)
		.map(|at| Member { love: 0.0, labor: 0.0, vote: 1.0, is_one_of_them: at < heads })
		.collect();
	if is_old {
		(0..WEEKS).for_each(|_| work(&mut artel, ALL));
	}
	let part = part(&artel);
	for member in &mut artel {
		let (wanted, had) = match member.is_one_of_them {
			true => (part_of_them, part),
			false => (1.0 - part_of_them, 1.0 - part),
		};
		let target = member.target();
		member.vote *= wanted / had;
		// Its LOVE is such that it can go on growing at once.
		member.love = (member.love + 10.0 * (member.vote - target)).max(0.0);
	}
	artel
}

/// Lets them grant themselves all they may, week by week, where it helps them most.
fn grant(mut artel: Vec<Member>, hours: Hours, was_worked: bool, limit: Limit) -> Ending {
	let many = artel.len();
	let all = |artel: &[Member]| artel.iter().map(|member| love(member.works(hours))).sum::<f64>();
	let mut earned = if was_worked { many as f64 * love(HOURS) } else { 0.0 };
	let most = Figures::DEFAULT.grant_limit as f64 / 100.0;
	for week in 1..=WEEKS {
		work(&mut artel, hours);
		let mut left = limit(many, earned);
		earned = all(&artel);
		let mut order: Vec<_> = (0..many).filter(|at| artel[*at].is_one_of_them).collect();
		let key = |at: &usize| (artel[*at].lacks(), artel[*at].love);
		order.sort_by(|one, other| {
			let ((lacks, love), (others, loved)) = (key(one), key(other));
			lacks.cmp(&others).then(love.total_cmp(&loved))
		});
		for at in order {
			let granted = left.min(most);
			left -= granted;
			artel[at].love += granted;
			artel[at].grow();
		}
		match part(&artel) {
			part if part <= 0.5 => return Ending::Lost,
			part if part >= 2.0 / 3.0 => return Ending::TwoThirds(week),
			_ => {},
		}
	}
	Ending::Never(part(&artel))
}

/// How long it takes, by size, age, work and rule.
pub fn table() -> String {
	let head = ["members", "hold together", "with", "the artel is", "who works"];
	let mut table = row(head.into_iter().chain(LIMITS.iter().map(|(name, _)| *name)));
	table += &rule(head.len() + LIMITS.len());
	for (members, heads) in SIZES {
		for (heads, part) in heads.into_iter().zip(PARTS) {
			for is_old in [false, true] {
				for (who, hours) in [("nobody", NOBODY), ("all", ALL)] {
					let endings = LIMITS.map(|(_, limit)| {
						grant(artel(members, heads, part, is_old), hours, is_old, limit).told()
					});
					let first = [
						members.to_string(),
						heads.to_string(),
						format!("{:.0} %", 100.0 * part),
						if is_old { "three years old" } else { "new" }.into(),
						who.into(),
					];
					table += &row(first.into_iter().chain(endings));
				}
			}
		}
	}
	table
}

#[cfg(test)]
mod tests {
	use super::*;

	/// As it was, a fifth, and as it is.
	fn endings(members: usize, heads: usize, part: f64, is_old: bool, hours: Hours) -> [Ending; 3] {
		LIMITS.map(|(_, limit)| grant(artel(members, heads, part, is_old), hours, is_old, limit))
	}

	#[test]
	fn what_may_be_granted_is_what_the_mechanisms_say() {
		for (members, earned, expected) in
			[(5, 0.0, 0.5), (5, 16.0, 1.6), (30, 20.0, 3.0), (30, 100.0, 10.0)]
		{
			assert_eq!(LIMITS[2].1(members, earned), expected, "{members}, {earned}");
		}
		assert_eq!([0.0, 40.0, 100.0].map(|earned| LIMITS[0].1(5, earned)), [10.0, 10.0, 20.0]);
	}

	#[test]
	fn an_artel_has_the_parts_it_was_asked_for_and_grows_at_once() {
		for is_old in [false, true] {
			for (members, heads) in SIZES {
				for (heads, asked) in heads.into_iter().zip(PARTS) {
					let mut artel = artel(members, heads, asked, is_old);
					assert!((part(&artel) - asked).abs() < 1e-9);
					let first = &mut artel[0];
					let lacks = 10.0 * (first.vote - first.target());
					assert!(lacks.abs() < 1e-9 || first.love == 0.0);
					first.love += lacks + 1.0;
					let before = first.vote;
					first.grow();
					assert!((first.vote - before - 0.1).abs() < 1e-9);
				}
			}
		}
	}

	#[test]
	fn a_flat_floor_gave_three_of_five_two_thirds_within_a_week() {
		let [flat, fifth, now] = endings(5, 3, 0.6, false, NOBODY);
		assert_eq!(flat, Ending::TwoThirds(1));
		// By the number of members it takes most of half a year.
		assert_eq!((fifth, now), (Ending::TwoThirds(23), Ending::TwoThirds(23)));
	}

	#[test]
	fn where_all_work_a_fifth_is_too_much_and_a_tenth_is_not() {
		for (members, [_, heads]) in SIZES {
			for is_old in [false, true] {
				let [.., now] = endings(members, heads, 0.6, is_old, ALL);
				assert!(matches!(now, Ending::Never(part) if part < 0.65), "{members}: {now:?}");
			}
		}
		let [_, fifth, ..] = endings(30, 18, 0.6, true, ALL);
		assert!(matches!(fifth, Ending::TwoThirds(_)), "{fifth:?}");
	}

	#[test]
	fn whoever_idles_while_others_work_loses_a_majority_in_a_new_artel() {
		for (members, heads) in SIZES {
			for (heads, part) in heads.into_iter().zip(PARTS) {
				let [_, _, now] = endings(members, heads, part, false, [0.0, HOURS]);
				assert_eq!(now, Ending::Lost, "{heads} of {members}");
			}
		}
	}

	#[test]
	fn every_row_of_the_table_is_as_wide_as_its_head() {
		let table = table();
		let widths: Vec<_> = table.lines().map(|line| line.matches('|').count()).collect();
		assert_eq!(widths, vec![widths[0]; 2 + 3 * 2 * 2 * 2]);
	}
}
