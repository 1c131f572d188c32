// SPDX-License-Identifier: Apache-2.0

//! What passes if members stake LABOR on it, and what that costs those who are wrong.
//!
//! Stakes, votes, shares and what may be spent are weighed by the proposals pallet itself. What is invented is
//! who stakes how much.

use crate::vote::{rules, Custom, Person, Roll, Votes, SEED, USUAL};
use artel_primitives::{
	units::{LaborBalance, LABOR},
	vote::VoteBalance,
};
use pallet_proposals::{
	Boost, BoostRules, Figures, Fraction, Outcome, Phase, Route, Share, Side, Spending, Track,
};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Those who like a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Liking {
	/// Each of those who vote, with this chance in percent.
	Most(u32),
	/// So many, all of whom vote; nobody else.
	Keen(usize),
}

/// Those who could vote on a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Crowd {
	/// How many there are.
	pub members: usize,
	/// Those who like it.
	pub liking: Liking,
	/// How many vote, in percent: of all, or of those who do not like it, if those who do are keen.
	pub turnout: u32,
}

/// What somebody stakes on what they like, if it takes that much.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purse {
	/// All that somebody owns beside their grants, in the artels that were lived through.
	AsLived,
	/// No more than this, in hundredths of a LABOR.
	UpTo(LaborBalance),
}

/// What is staked on a proposal, and what it must reach.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stakes {
	/// What each of those who vote for it can stake for it.
	pub purse: Purse,
	/// What each of those who vote against it stakes against it, in hundredths of a LABOR. If they do, those who
	/// are for it stake all they can.
	pub against: LaborBalance,
	/// How many other proposals are pre-boosted or boosted.
	pub others: u32,
	/// What of the electorate must be for it.
	pub floor: Fraction,
}

/// Nobody stakes anything.
pub const NONE: Stakes =
	Stakes { purse: Purse::UpTo(0), against: 0, others: 0, floor: Figures::DEFAULT.boost_floor };

/// Somebody stakes what it takes.
pub const ENOUGH: Stakes = Stakes { purse: Purse::UpTo(LaborBalance::MAX), ..NONE };

impl Stakes {
	/// What they have brought, if so many vote against it, and those who vote for it have this in their purses.
	fn boost(&self, purses: &[LaborBalance], nays: u32) -> Boost<u32> {
		let figures = Figures { boost_floor: self.floor, ..Figures::DEFAULT };
		let mut boost = Boost::new(BoostRules::new(&figures));
		if self.against > 0 {
			for _ in 0..nays {
				boost.stake(Side::Against, self.against, 0, self.others);
			}
		}
		for purse in purses {
			let most = match self.purse {
				Purse::AsLived => *purse,
				Purse::UpTo(most) => most,
			};
			let takes = match self.against {
				0 => boost.missing_for(self.others).unwrap_or(0),
				_ => most,
			};
			if takes == 0 {
				break;
			}
			boost.stake(Side::For, most.min(takes), 0, self.others);
		}
		boost
	}
}

/// How proposals fared.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Fared {
	/// So many were voted on.
	pub of: usize,
	/// So many passed by their bar.
	pub bar: usize,
	/// So many were boosted, and passed at the end of that.
	pub boosted: usize,
	/// So many were not boosted, and passed on the second route, weeks later.
	pub second: usize,
	/// So many were boosted, whatever came of it.
	pub were_boosted: usize,
	/// All that was staked for them, in hundredths of a LABOR.
	pub staked_for: LaborBalance,
	/// All that was staked against them.
	pub staked_against: LaborBalance,
	/// What of the stakes for them was lost.
	pub lost_for: LaborBalance,
	/// What of the stakes against them was lost.
	pub lost_against: LaborBalance,
	/// What those won who staked against them.
	pub won_against: LaborBalance,
}

impl Fared {
	fn count(
		&mut self,
		people: &[Person],
		votes: &Votes,
		purses: &[LaborBalance],
		stakes: &Stakes,
	) {
		let Votes { tally, electorate, .. } = votes;
		let rules = rules(Track::Work, Roll::Everybody, people);
		let purses = &purses[..tally.aye_heads as usize];
		let mut boost = stakes.boost(purses, tally.seasoned_nays.heads());
		// Nobody says anything more: after a day it is boosted, or remains in the queue.
		let boosted = matches!(boost.phase_at(boost.rules.pre_boost), Phase::Boosted { .. });
		let at_the_end = || match boosted {
			true => rules.weigh_boosted(stakes.floor, tally, electorate),
			false => rules.weigh_at_the_end(tally, electorate),
		};
		let outcome = rules.weigh_before_the_end(tally, electorate).unwrap_or_else(at_the_end);
		self.of += 1;
		self.were_boosted += usize::from(boosted);
		match outcome {
			Outcome::Approved(Route::Bar) => self.bar += 1,
			Outcome::Approved(Route::Boosted) => self.boosted += 1,
			Outcome::Approved(Route::Second) => self.second += 1,
			_ => {},
		}
		let verdict = boost.verdict(outcome, boost.rules.pre_boost);
		let (up, down) = (boost.up, boost.down);
		boost.settle(verdict);
		let ups = boost.share(verdict, up, 0);
		let Share { won, lost, .. } = boost.share(verdict, 0, down);
		self.staked_for += up;
		self.staked_against += down;
		self.lost_for += ups.lost;
		self.lost_against += lost;
		self.won_against += won;
	}

	/// How many of a hundred passed within a week.
	pub fn in_a_week(&self) -> f64 {
		100.0 * (self.bar + self.boosted) as f64 / self.of as f64
	}

	/// How many of a hundred passed within three weeks.
	pub fn in_three_weeks(&self) -> f64 {
		self.in_a_week() + 100.0 * self.second as f64 / self.of as f64
	}

	/// How many of a hundred were boosted.
	pub fn share_boosted(&self) -> f64 {
		100.0 * self.were_boosted as f64 / self.of as f64
	}

	/// What those who were for it lost on each of them, in LABOR.
	pub fn loss(&self) -> f64 {
		labor(self.lost_for) / self.of as f64
	}

	/// What each 1.00 staked against them won or lost, in LABOR; none if there is none.
	pub fn gain_against(&self) -> Option<f64> {
		let gain = labor(self.won_against) - labor(self.lost_against);
		(self.staked_against > 0).then(|| gain / labor(self.staked_against))
	}
}

/// An amount in LABOR.
pub fn labor(hundredths: LaborBalance) -> f64 {
	hundredths as f64 / LABOR as f64
}

/// What members have after three years.
pub struct Lived {
	/// Their VOTE.
	pub baskets: Vec<VoteBalance>,
	/// Their LABOR beside their grants.
	pub purses: Vec<LaborBalance>,
}

/// Lets a crowd vote over and over, with one kind of stakes after the other.
pub fn fared(crowd: &Crowd, stakes: &[Stakes], lived: &Lived, proposals: usize) -> Vec<Fared> {
	let Crowd { members, liking, turnout } = *crowd;
	let (liked, keen) = match liking {
		Liking::Most(liked) => (liked, None),
		Liking::Keen(_) => (50, Some(1.0)),
	};
	let custom = Custom { keen, ..USUAL };
	let mut chance = ChaCha8Rng::seed_from_u64(SEED);
	let mut all = vec![Fared::default(); stakes.len()];
	for _ in 0..proposals {
		let mut people: Vec<_> =
			(0..members).map(|_| Person::new(&custom, &lived.baskets, &mut chance)).collect();
		if let Liking::Keen(few) = liking {
			for (at, person) in people.iter_mut().enumerate() {
				person.against = f64::from(u8::from(at >= few));
			}
		}
		let purses: Vec<_> = (0..members)
			.map(|_| lived.purses[chance.random_range(0..lived.purses.len())])
			.collect();
		let votes = Votes::new(&people, Roll::Everybody, turnout, liked, &custom);
		for (fared, stakes) in all.iter_mut().zip(stakes) {
			fared.count(&people, &votes, &purses, stakes);
		}
	}
	all
}

/// What part of the pool is gone after each of so many weeks, in percent, if whatever passes without its bar
/// takes all it may, nothing else is spent and nothing comes in. Something passes with this chance each week.
pub fn taken(passes: f64, weeks: u32, pools: u32) -> Vec<f64> {
	/// Enough that rounding down does not matter.
	const FULL: LaborBalance = 1_000_000 * LABOR;
	let mut chance = ChaCha8Rng::seed_from_u64(SEED);
	let mut gone = vec![0.0; weeks as usize];
	for _ in 0..pools {
		let mut pool = FULL;
		for (epoch, gone) in (0..weeks).zip(&mut gone) {
			let mut spending = Spending { epoch, pool, ..Default::default() };
			if chance.random_bool(passes) {
				pool -= spend(&mut spending, LaborBalance::MAX);
			}
			*gone += 100.0 * (FULL - pool) as f64 / FULL as f64 / f64::from(pools);
		}
	}
	gone
}

/// Spends as much of this as may be spent in an epoch on what was boosted.
fn spend(spending: &mut Spending, wanted: LaborBalance) -> LaborBalance {
	let price = spending.left(&Figures::DEFAULT, Route::Boosted).min(wanted);
	spending.add(price, Route::Boosted);
	price
}

#[cfg(test)]
mod tests {
	use super::*;

	fn lived() -> Lived {
		Lived { baskets: vec![1_000], purses: vec![0] }
	}

	fn once(members: usize, liking: Liking, turnout: u32, stakes: Stakes) -> Fared {
		fared(&Crowd { members, liking, turnout }, &[stakes], &lived(), 1)[0]
	}

	fn up_to(labor: LaborBalance) -> Stakes {
		Stakes { purse: Purse::UpTo(labor), ..NONE }
	}

	/// Mechanisms, section 6.4: it takes more than 2.00 times 1.2 for each other.
	#[test]
	fn those_who_are_for_it_stake_what_it_takes_and_no_more() {
		for (others, takes) in [(0, 201), (1, 241), (2, 289), (5, 498), (10, 1_239)] {
			let boost = Stakes { others, ..up_to(100) }.boost(&[0; 20], 9);
			assert_eq!((boost.up, boost.down), (takes, 0));
			let boost = Stakes { others, ..ENOUGH }.boost(&[0], 0);
			assert_eq!(boost.up, takes);
		}
		// Two with one LABOR each are one too few; one who has nothing is none.
		for (heads, boosted) in [(2, 0), (3, 1)] {
			assert_eq!(once(30, Liking::Keen(heads), 0, up_to(100)).were_boosted, boosted);
		}
		let lived = Stakes { purse: Purse::AsLived, ..NONE };
		assert_eq!(lived.boost(&[0, 150, 0], 0).up, 150);
		assert_eq!(lived.boost(&[0, 150, 900], 0).up, 201);
		assert_eq!(once(30, Liking::Keen(3), 0, lived).were_boosted, 0);
	}

	#[test]
	fn what_is_boosted_passes_within_a_week_by_more_for_it_than_against_it() {
		// Of a hundred with one VOTE each nine vote for it, eight of whom have not filed it.
		let nine = |stakes| once(100, Liking::Keen(9), 0, stakes);
		assert_eq!((nine(ENOUGH).boosted, nine(ENOUGH).second), (1, 0));
		// Otherwise a tenth must be for it, and it takes weeks.
		assert_eq!(nine(NONE), Fared { of: 1, ..Fared::default() });
		let ten = once(100, Liking::Keen(10), 0, NONE);
		assert_eq!((ten.second, ten.in_a_week(), ten.in_three_weeks()), (1, 0.0, 100.0));
		// If all vote, half is not enough, and more is the bar.
		let even = once(20, Liking::Keen(10), 100, ENOUGH);
		assert_eq!((even.were_boosted, even.in_a_week(), even.lost_for), (1, 0.0, 201));
		let bar = once(20, Liking::Keen(11), 100, ENOUGH);
		assert_eq!((bar.bar, bar.boosted, bar.lost_for), (1, 0, 0));
	}

	/// Three of thirty with one VOTE each are for it, one of whom filed it: two count against those who are against
	/// it. Of 27 no more than one votes with a chance of 0.9^27 + 27 · 0.1 · 0.9^26 = 23.3 %.
	#[test]
	fn whoever_filed_it_does_not_outweigh_anybody() {
		let crowd = Crowd { members: 30, liking: Liking::Keen(3), turnout: 10 };
		let passed = fared(&crowd, &[ENOUGH], &lived(), 4_000)[0].in_a_week();
		assert!((passed - 23.3).abs() < 2.0, "{passed}");
	}

	#[test]
	fn the_floor_stops_a_minority_that_is_smaller() {
		let passed = |members, few| {
			[0, 3, 5, 10].map(|part| {
				let floor = Fraction::new(part, 100);
				once(members, Liking::Keen(few), 0, Stakes { floor, ..ENOUGH }).boosted
			})
		};
		assert_eq!(passed(300, 30), [1, 1, 1, 1]);
		assert_eq!(passed(300, 29), [1, 1, 1, 0]);
		assert_eq!(passed(300, 15), [1, 1, 1, 0]);
		assert_eq!(passed(300, 14), [1, 1, 0, 0]);
		assert_eq!(passed(300, 8), [1, 0, 0, 0]);
		// Two others must be for it, whatever the floor: with fewer than sixty members those are as many.
		assert_eq!(passed(300, 2), [0, 0, 0, 0]);
		assert_eq!(passed(60, 3), [1, 1, 1, 0]);
		assert_eq!(passed(61, 3), [1, 1, 0, 0]);
		assert_eq!(passed(30, 3), [1, 1, 1, 1]);
	}

	/// Of twenty who all vote three are for it: 30.00 staked for it, 17.00 against it.
	#[test]
	fn those_who_are_wrong_pay_those_who_are_right() {
		let stakes = Stakes { against: 100, ..up_to(1_000) };
		let lost = once(20, Liking::Keen(3), 100, stakes);
		assert_eq!((lost.were_boosted, lost.boosted), (1, 0));
		assert_eq!((lost.staked_for, lost.staked_against), (3_000, 1_700));
		// 17 of 19 parts are theirs; the others are the virtual stake's, and the pool's.
		assert_eq!((lost.lost_for, lost.won_against), (3_000, 3_000 * 17 / 19));
		assert!(lost.gain_against().is_some_and(|gain| gain > 1.0));
		// Against what passes they lose it, and nobody wins more than they staked.
		let alone = once(20, Liking::Keen(13), 100, stakes);
		assert_eq!((alone.bar, alone.lost_for, alone.lost_against), (1, 0, 700));
		assert_eq!(alone.gain_against(), Some(-1.0));
		// As much against it as for it, and it is not boosted: all return.
		let even = once(20, Liking::Keen(3), 100, Stakes { against: 100, ..up_to(600) });
		assert_eq!((even.staked_for, even.were_boosted, even.lost_for), (1_800, 0, 0));
		assert_eq!(even.gain_against(), Some(0.0));
		assert_eq!(lost.loss(), 30.0);
		assert_eq!(once(20, Liking::Keen(3), 100, ENOUGH).gain_against(), None);
	}

	/// Mechanisms, section 6.2: a tenth of what is free at the start of each epoch.
	#[test]
	fn what_passes_without_its_bar_takes_a_tenth_a_week() {
		let gone = taken(1.0, 13, 1);
		for (week, expected) in [(1, 10.0), (4, 34.39), (7, 52.17), (13, 74.58)] {
			assert!((gone[week - 1] - expected).abs() < 0.01, "{week}: {}", gone[week - 1]);
		}
		assert_eq!(taken(0.0, 3, 5), [0.0; 3]);
		let half = taken(0.5, 4, 2_000);
		assert!((half[3] - 100.0 * (1.0 - 0.95f64.powi(4))).abs() < 1.0, "{half:?}");
		// Those who come later in the same week find what others left.
		let mut spending = Spending { pool: 10_000, ..Default::default() };
		let spent = [600, 600, 600].map(|wanted| spend(&mut spending, wanted));
		assert_eq!(spent, [600, 400, 0]);
	}

	#[test]
	fn more_is_boosted_and_passes_if_more_vote() {
		let lived = Lived { baskets: (1..=35).map(|vote| 1_000 * vote).collect(), ..lived() };
		let stakes = [NONE, up_to(100), ENOUGH];
		let at = |turnout| {
			let crowd = Crowd { members: 30, liking: Liking::Most(90), turnout };
			fared(&crowd, &stakes, &lived, 200)
		};
		let (few, many) = (at(10), at(35));
		for (few, many) in few.iter().zip(&many) {
			assert!(few.in_three_weeks() < many.in_three_weeks());
		}
		for [none, some, enough] in [few, many].map(|of| [of[0], of[1], of[2]]) {
			assert_eq!((none.boosted, none.were_boosted, none.staked_for), (0, 0, 0));
			assert!(none.in_a_week() < 5.0, "there is the bar alone");
			assert!(none.in_three_weeks() < some.in_a_week());
			assert!(some.in_a_week() <= enough.in_a_week());
			// Somebody always has enough.
			assert_eq!(enough.were_boosted, enough.of);
		}
		let crowd = Crowd { members: 30, liking: Liking::Most(90), turnout: 20 };
		let again = || fared(&crowd, &stakes, &lived, 50);
		assert_eq!(again(), again());
	}
}
