// SPDX-License-Identifier: Apache-2.0

//! Turning up to vote, and what passes then.
//!
//! Proposals are weighed by the rules of the proposals pallet itself. What is invented is who votes, and
//! how.

use artel_primitives::{
	membership::Class,
	vote::{ByClass, Cast, Choice, Electorate, Ordering, Tally, VoteBalance, FIRST_VOTE},
};
use pallet_proposals::{AtTheEnd, Figures, Filing, Fraction, Outcome, Route, Rules, Track};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sp_arithmetic::Percent;

/// Where chance begins. It is the same for all figures, so that they differ by what is compared alone.
pub const SEED: u64 = 5;

/// What is decided, as far as it is decided differently, and who takes part.
pub const TRACKS: [(Track, &str, Roll); 8] = [
	(Track::Work, "Work: a task", Roll::Everybody),
	(Track::Work, "Work: one's own reward", Roll::WithoutProposer),
	(Track::Care, "Care: LOVE for another", Roll::WithoutOne),
	(Track::Withdrawal, "Care: LOVE withdrawn", Roll::WithOneSilent),
	(Track::Fund, "Admission, Fund", Roll::Everybody),
	(Track::Expulsion, "Expulsion", Roll::WithoutOne),
	(Track::LostKey, "Lost key", Roll::WithoutOne),
	(Track::Constitution, "Constitution", Roll::Everybody),
];

/// Those who take part in a vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Roll {
	/// All members.
	Everybody,
	/// All but whoever proposes it, for its own good.
	WithoutProposer,
	/// All but whom it is for, or whom it concerns.
	WithoutOne,
	/// All, one of whom counts and has no vote.
	WithOneSilent,
}

impl Roll {
	const ALL: [Self; 4] =
		[Self::Everybody, Self::WithoutProposer, Self::WithoutOne, Self::WithOneSilent];

	/// Whether whoever proposes it is among those who vote.
	fn has_proposer(self) -> bool {
		self != Self::WithoutProposer
	}
}

/// How VOTE is spread over members.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spread {
	/// As in the artels that were lived through.
	AsLived,
	/// All have the same.
	Equal,
	/// One in six has more than 2.7 times as much as the one in the middle, two in a hundred more than 7.4.
	Unequal,
}

/// What members do, and what of the rules is changed.
#[derive(Clone, Copy)]
pub struct Custom {
	/// What is other than usual, in words.
	pub name: &'static str,
	/// How VOTE is spread.
	pub spread: Spread,
	/// Whether whoever proposed it votes, and for it.
	pub proposer: bool,
	/// Whether it is always the same number that votes, not each by its own chance.
	pub exactly: bool,
	/// What part of those against it blocks.
	pub blocks: f64,
	/// What part of the members works.
	pub workers: f64,
	/// What part of those who are for it votes, if they are keener than the others.
	pub keen: Option<f64>,
	/// What is changed of the rules.
	pub change: fn(&mut Rules<u32>),
	/// What no parameter can change.
	pub instead: Instead,
}

/// A rule that is not the pallet's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Instead {
	/// None.
	Nothing,
	/// On the second route this part of the electorate must have voted.
	Turnout(Percent),
	/// By lazy consensus so many others must be for it, whatever anybody says against it.
	Others(u32),
	/// The proposer counts like everybody else.
	ProposerToo,
}

/// What is modelled.
pub const USUAL: Custom = Custom {
	name: "as it is",
	spread: Spread::AsLived,
	proposer: true,
	exactly: false,
	blocks: 0.0,
	workers: 1.0,
	keen: None,
	change: |_| {},
	instead: Instead::Nothing,
};

/// One who could vote, with what chance says of it.
pub struct Person {
	class: Class,
	weight: VoteBalance,
	/// It votes if the turnout is more than this.
	stays: f64,
	/// It is against it if no more than this part is for it.
	pub against: f64,
	/// It blocks what it is against if more than this part does.
	mild: f64,
}

impl Person {
	/// Somebody, by chance.
	pub fn new(custom: &Custom, baskets: &[VoteBalance], chance: &mut ChaCha8Rng) -> Self {
		let mut draw = || chance.random_range(0.0..1.0);
		let [basket, stays, against, mild, works, other]: [f64; 6] = [(); 6].map(|()| draw());
		let weight = match custom.spread {
			Spread::AsLived => baskets[(basket * baskets.len() as f64) as usize],
			Spread::Equal => FIRST_VOTE,
			Spread::Unequal => (FIRST_VOTE as f64 * normal(basket, other).exp()) as VoteBalance,
		};
		let class = if works < custom.workers { Class::Worker } else { Class::User };
		Self { class, weight, stays, against, mild }
	}
}

/// A number of a normal distribution, out of two between 0 and 1.
fn normal(one: f64, other: f64) -> f64 {
	(-2.0 * (1.0 - one).ln()).sqrt() * (std::f64::consts::TAU * other).cos()
}

/// How many proposals passed, and how.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Passed {
	/// By their bar.
	pub bar: usize,
	/// On the second route.
	pub second: usize,
	/// By lazy consensus.
	pub lazy: usize,
	/// Did not pass, but would have if somebody who stayed away had voted against it.
	pub by_a_nay: usize,
	/// Of so many.
	pub of: usize,
}

impl Passed {
	fn count(&mut self, poll: &Poll) {
		self.of += 1;
		match poll.outcome(poll.tally) {
			Some(Outcome::Approved(Route::Bar)) => self.bar += 1,
			Some(Outcome::Approved(Route::Second)) => self.second += 1,
			Some(Outcome::Approved(Route::Lazy)) => self.lazy += 1,
			_ => self.by_a_nay += usize::from(poll.lacks_a_nay()),
		}
	}

	/// In percent.
	pub fn share(&self) -> f64 {
		100.0 * (self.bar + self.second + self.lazy) as f64 / self.of as f64
	}
}

/// The votes of some, the first of whom proposed what they are on.
pub struct Votes {
	/// Their sum.
	pub tally: Tally,
	/// Those who could vote.
	pub electorate: Electorate,
	/// What those who stay away weigh, the least first.
	away: Vec<VoteBalance>,
}

impl Votes {
	/// What they say if so many percent vote, and so many like it.
	pub fn new(people: &[Person], roll: Roll, turnout: u32, liked: u32, custom: &Custom) -> Self {
		let people = match (roll, people) {
			(Roll::WithoutOne, [rest @ .., _]) | (Roll::WithoutProposer, [_, rest @ ..]) => rest,
			_ => people,
		};
		let mut votes = Self {
			tally: Tally::default(),
			electorate: Electorate {
				votes: ByClass::default(),
				members: ByClass::default(),
				seasoned: ByClass::default(),
				weights: None,
			},
			away: Vec::new(),
		};
		let liked = f64::from(liked) / 100.0;
		let voting = voting(people, roll, turnout, liked, custom);
		let last = people.len().saturating_sub(1);
		for (at, (person, votes_now)) in people.iter().zip(voting).enumerate() {
			let Person { class, weight, against, mild, .. } = *person;
			votes.electorate.votes.add(class, weight);
			*votes.electorate.members.of(class) += 1;
			*votes.electorate.seasoned.of(class) += 1;
			if roll == Roll::WithOneSilent && at == last {
				continue;
			}
			if !votes_now {
				votes.away.push(weight);
				continue;
			}
			let filed_it = roll.has_proposer() && at == 0;
			let choice = match mild < custom.blocks {
				_ if (filed_it && custom.proposer) || against < liked => Choice::Aye,
				true => Choice::Block,
				false => Choice::Nay,
			};
			votes.tally.add(&Cast { choice, class, weight, own: true, filed_it, seasoned: true });
		}
		votes.away.sort_unstable();
		votes
	}
}

/// Votes under the rules of a track.
struct Poll<'a> {
	rules: Rules<u32>,
	tally: &'a Tally,
	votes: &'a Votes,
	instead: Instead,
}

impl<'a> Poll<'a> {
	fn new(track: Track, roll: Roll, people: &[Person], votes: &'a Votes, custom: &Custom) -> Self {
		let mut rules = rules(track, roll, people);
		(custom.change)(&mut rules);
		Self { rules, tally: &votes.tally, votes, instead: custom.instead }
	}

	/// How it ends with this tally.
	fn outcome(&self, tally: &Tally) -> Option<Outcome> {
		let electorate = &self.votes.electorate;
		let weigh = |tally: &Tally| self.rules.weigh(self.rules.ends, tally, electorate);
		match (self.instead, weigh(tally)) {
			(Instead::Turnout(least), Some(Outcome::Approved(Route::Second))) => {
				let (least, said) = (least.deconstruct().into(), said(tally));
				let short = electorate.compare(&said, least, 100) == Ordering::Less;
				Some(if short { Outcome::Rejected } else { Outcome::Approved(Route::Second) })
			},
			(Instead::Others(least), Some(Outcome::Approved(Route::Lazy) | Outcome::Rejected))
				if self.rules.at_the_end == AtTheEnd::Lazy =>
			{
				let ayes = tally.ayes.minus(&tally.proposer_aye);
				let more = electorate.compare_to(&ayes, &tally.nays, 1, 1) == Ordering::Greater;
				let all = electorate.members.heads() - u32::from(!self.rules.proposer_gains);
				let passes = more && tally.other_ayes >= least.min(all);
				Some(if passes { Outcome::Approved(Route::Lazy) } else { Outcome::Rejected })
			},
			(Instead::ProposerToo, _) => {
				let mut tally = tally.clone();
				tally.other_ayes += u32::from(tally.proposer_aye.total() > 0);
				tally.proposer_aye = ByClass::default();
				weigh(&tally)
			},
			(_, outcome) => outcome,
		}
	}

	/// Whether it would pass if somebody who stayed away had voted against it: the one of least weight
	/// that makes up the turnout, where one is asked.
	fn lacks_a_nay(&self) -> bool {
		let Instead::Turnout(least) = self.instead else { return false };
		let short = |weight: &VoteBalance| {
			let said = said(&self.with_a_nay(*weight));
			let least = least.deconstruct().into();
			self.votes.electorate.compare(&said, least, 100) == Ordering::Less
		};
		let enough = self.votes.away.partition_point(short);
		self.votes.away.get(enough).is_some_and(|nay| self.passes_with_a_nay(*nay))
	}

	/// The votes with another one against it.
	fn with_a_nay(&self, weight: VoteBalance) -> Tally {
		let mut tally = self.tally.clone();
		tally.add(&Cast {
			choice: Choice::Nay,
			class: Class::Worker,
			weight,
			own: true,
			filed_it: false,
			seasoned: true,
		});
		tally
	}

	fn passes_with_a_nay(&self, weight: VoteBalance) -> bool {
		matches!(self.outcome(&self.with_a_nay(weight)), Some(Outcome::Approved(_)))
	}
}

/// Everybody who said anything.
fn said(tally: &Tally) -> ByClass<VoteBalance> {
	tally.ayes.plus(&tally.nays).plus(&tally.abstains)
}

/// No part of the electorate need be for it on the second route.
pub fn without_floor(rules: &mut Rules<u32>) {
	if let AtTheEnd::Second { floor, .. } = &mut rules.at_the_end {
		*floor = Fraction::new(0, 1);
	}
}

/// Work is decided on the second route, however few there are.
pub fn not_lazily(rules: &mut Rules<u32>) {
	let Figures { second_majority: ratio, floor, .. } = Figures::DEFAULT;
	rules.at_the_end = AtTheEnd::Second { ratio, floor };
}

/// The rules of a track among these people, all of whom are seasoned.
pub fn rules(track: Track, roll: Roll, people: &[Person]) -> Rules<u32> {
	let mut there = artel_primitives::vote::Roll::default();
	for person in people {
		*there.members.of(person.class) += 1;
		*there.seasoned.of(person.class) += 1;
	}
	let filing = Filing {
		lasts: None,
		blocked_before: false,
		concerns_member: track.is_grave() && roll == Roll::WithoutOne
			|| roll == Roll::WithOneSilent,
		proposer_gains: roll == Roll::WithoutProposer,
		slow: false,
		roll: there,
	};
	Rules::new(track, &Figures::DEFAULT, filing)
}

/// Those of them who vote, so that on average this part does, in percent. Those who are keen vote more often.
fn voting(people: &[Person], roll: Roll, turnout: u32, liked: f64, custom: &Custom) -> Vec<bool> {
	let all = people.len() as f64;
	let sure = custom.proposer && roll.has_proposer();
	let surely = f64::from(u8::from(sure));
	let expected = f64::from(turnout) / 100.0 * all;
	let chance = (expected - surely) / (all - surely);
	let rank = |at: usize| {
		let before = |other: &&Person| other.stays < people[at].stays;
		people.iter().skip(usize::from(sure)).filter(before).count() as f64
	};
	(0..people.len())
		.map(|at| match custom.keen {
			_ if sure && at == 0 => true,
			Some(keen) if people[at].against < liked => people[at].stays < keen,
			// The others are no fewer because some are keen.
			Some(_) => people[at].stays < f64::from(turnout) / 100.0,
			None if custom.exactly => rank(at) < expected.round() - surely,
			None => people[at].stays < chance,
		})
		.collect()
}

/// What passed of the same proposals at one turnout after the other, track by track.
pub type Shares = Vec<(u32, [Passed; TRACKS.len()])>;

/// Lets groups of one size vote, over and over.
pub fn decided(
	members: usize,
	liked: u32,
	turnouts: &[u32],
	custom: &Custom,
	baskets: &[VoteBalance],
	proposals: usize,
) -> Shares {
	let mut chance = ChaCha8Rng::seed_from_u64(SEED);
	let mut shares: Shares =
		turnouts.iter().map(|turnout| (*turnout, Default::default())).collect();
	for _ in 0..proposals {
		let people: Vec<_> =
			(0..members).map(|_| Person::new(custom, baskets, &mut chance)).collect();
		for (turnout, passed) in &mut shares {
			let rolls =
				Roll::ALL.map(|roll| (roll, Votes::new(&people, roll, *turnout, liked, custom)));
			for ((track, _, roll), passed) in TRACKS.iter().zip(passed) {
				for (_, votes) in rolls.iter().filter(|(other, _)| other == roll) {
					passed.count(&Poll::new(*track, *roll, &people, votes, custom));
				}
			}
		}
	}
	shares
}

#[cfg(test)]
mod tests {
	use super::*;

	/// The same two hundred proposals, track by track.
	fn tried(members: usize, turnout: u32, liked: u32, custom: &Custom) -> [Passed; TRACKS.len()] {
		let baskets: Vec<_> = (1..=35).map(|vote| vote * FIRST_VOTE).collect();
		decided(members, liked, &[turnout], custom, &baskets, 200)[0].1
	}

	fn people(members: usize, custom: &Custom, chance: &mut ChaCha8Rng) -> Vec<Person> {
		(0..members).map(|_| Person::new(custom, &[FIRST_VOTE], chance)).collect()
	}

	#[test]
	fn tracks_that_share_a_line_share_their_rules() {
		// They differ in their times alone, and in what they are called.
		let people = people(30, &USUAL, &mut ChaCha8Rng::seed_from_u64(1));
		let rules = |track| Rules {
			track: Track::Fund,
			notice: 0,
			ends: 0,
			delay: 0,
			..rules(track, Roll::Everybody, &people)
		};
		assert_eq!(rules(Track::Admission), rules(Track::Fund));
	}

	#[test]
	fn the_turnout_is_what_was_asked() {
		let mut chance = ChaCha8Rng::seed_from_u64(1);
		for custom in
			[USUAL, Custom { proposer: false, ..USUAL }, Custom { exactly: true, ..USUAL }]
		{
			for (members, turnout) in [(7, 20), (30, 35), (30, 100), (300, 50)] {
				let polls = 12_000 / members;
				let mut voted = 0;
				for _ in 0..polls {
					let people = people(members, &custom, &mut chance);
					let votes = voting(&people, Roll::Everybody, turnout, 0.5, &custom);
					assert!(votes[0] || !custom.proposer);
					voted += votes.iter().filter(|votes| **votes).count();
				}
				let share = 100.0 * voted as f64 / (polls * members) as f64;
				// Of seven, 20 % are one or two; exactly so many are one.
				let about = if custom.exactly { 6.0 } else { 1.5 };
				let asked = f64::from(turnout);
				assert!((share - asked).abs() < about, "{}: {share}", custom.name);
			}
		}
	}

	#[test]
	fn whoever_keen_people_are_they_vote_more_often() {
		let mut chance = ChaCha8Rng::seed_from_u64(1);
		let custom = Custom { keen: Some(0.9), ..USUAL };
		let people = people(10_000, &custom, &mut chance);
		let votes = voting(&people, Roll::Everybody, 20, 0.3, &custom);
		for (likes, expected) in [(true, 0.9), (false, 0.2)] {
			let these: Vec<_> = people
				.iter()
				.zip(&votes)
				.filter(|(person, _)| (person.against < 0.3) == likes)
				.map(|(_, votes)| f64::from(u8::from(*votes)))
				.collect();
			let share = these.iter().sum::<f64>() / these.len() as f64;
			assert!((share - expected).abs() < 0.03, "{likes}: {share}");
		}
	}

	#[test]
	fn whoever_gains_or_is_concerned_has_no_part_in_it() {
		let mut chance = ChaCha8Rng::seed_from_u64(1);
		let people = people(30, &USUAL, &mut chance);
		let votes = |roll, liked| Votes::new(&people, roll, 100, liked, &USUAL);
		for (roll, there, ayes, all) in [
			(Roll::Everybody, 30, 1, 30),
			(Roll::WithoutProposer, 29, 0, 29),
			(Roll::WithoutOne, 29, 1, 29),
			(Roll::WithOneSilent, 30, 1, 29),
		] {
			assert_eq!(votes(roll, 0).electorate.members.workers, there, "{roll:?}");
			assert_eq!(votes(roll, 0).electorate.seasoned.workers, there, "{roll:?}");
			// The proposer is for it, whoever else is.
			assert_eq!(votes(roll, 0).tally.aye_heads, ayes, "{roll:?}");
			assert_eq!(votes(roll, 100).tally.aye_heads, all, "{roll:?}");
			let others = all - u32::from(roll.has_proposer());
			assert_eq!(votes(roll, 100).tally.other_ayes, others, "{roll:?}");
		}
	}

	#[test]
	fn what_all_like_and_vote_on_passes_by_its_bar() {
		for members in [6, 7, 30, 300] {
			for passed in tried(members, 100, 100, &USUAL) {
				assert_eq!((passed.bar, passed.of), (200, 200));
			}
		}
	}

	#[test]
	fn what_nobody_likes_does_not_pass() {
		let nobody = Custom { proposer: false, ..USUAL };
		for custom in [USUAL, nobody] {
			for passed in tried(30, 100, 0, &custom) {
				assert_eq!(passed.share(), 0.0);
			}
		}
	}

	#[test]
	fn only_small_groups_decide_lazily_and_only_on_work() {
		for members in [6, 7, 30] {
			let passed = tried(members, 50, 90, &USUAL);
			for ((track, name, _), passed) in TRACKS.iter().zip(passed) {
				let (lazily, at_the_end) = match track {
					Track::Work => (members < 7, members >= 7),
					// It has its bar alone.
					Track::LostKey => (false, false),
					_ => (false, true),
				};
				assert_eq!((passed.lazy > 0, passed.second > 0), (lazily, at_the_end), "{name}");
			}
		}
	}

	#[test]
	fn more_pass_if_more_vote_if_more_like_it_and_if_it_weighs_less() {
		for members in [6, 7, 30] {
			let few = tried(members, 20, 90, &USUAL);
			let many = tried(members, 50, 90, &USUAL);
			let disliked = tried(members, 50, 70, &USUAL);
			for at in 0..TRACKS.len() {
				assert!(few[at].share() <= many[at].share());
				assert!(disliked[at].share() <= many[at].share());
			}
			for passed in [few, many, disliked] {
				let [.., fund, expulsion, key, constitution] = passed;
				assert!(constitution.share() <= fund.share());
				assert!(key.share() <= expulsion.share() && expulsion.share() <= fund.share());
			}
		}
	}

	#[test]
	fn a_vote_against_makes_up_a_turnout_where_one_is_asked() {
		let turnout = Instead::Turnout(Percent::from_percent(15));
		let before = Custom { change: without_floor, instead: turnout, ..USUAL };
		let fund = |custom: &Custom| tried(30, 20, 90, custom)[4];
		let (asked, now) = (fund(&before), fund(&USUAL));
		assert!(asked.by_a_nay > 0 && asked.second + asked.by_a_nay <= asked.of);
		assert!(now.share() > asked.share());
		// What passed then passes now: two thirds of 15 % are 10 %. And nobody who stays away is missed.
		assert_eq!(now.by_a_nay, 0);
		assert!(fund(&Custom { change: without_floor, ..USUAL }).share() > now.share());
	}

	#[test]
	fn no_vote_against_helps_what_it_is_against() {
		let mut chance = ChaCha8Rng::seed_from_u64(SEED);
		for members in [5, 7, 30] {
			for _ in 0..100 {
				let people = people(members, &USUAL, &mut chance);
				for (track, name, roll) in TRACKS {
					let votes = Votes::new(&people, roll, 30, 80, &USUAL);
					let poll = Poll::new(track, roll, &people, &votes, &USUAL);
					let passes = matches!(poll.outcome(poll.tally), Some(Outcome::Approved(_)));
					let helped = votes.away.iter().any(|nay| poll.passes_with_a_nay(*nay));
					assert!(passes || !helped, "{name}");
				}
			}
		}
	}

	#[test]
	fn what_is_drawn_from_a_normal_distribution_is_normal() {
		let mut chance = ChaCha8Rng::seed_from_u64(1);
		let mut draw = || chance.random_range(0.0..1.0);
		let drawn: Vec<_> = (0..10_000).map(|_| normal(draw(), draw())).collect();
		let mean = drawn.iter().sum::<f64>() / 10_000.0;
		let spread = drawn.iter().map(|one| one * one).sum::<f64>() / 10_000.0;
		assert!(mean.abs() < 0.05 && (spread - 1.0).abs() < 0.05, "{mean} {spread}");
	}

	#[test]
	fn the_same_seed_gives_the_same_votes() {
		assert_eq!(tried(7, 35, 70, &USUAL), tried(7, 35, 70, &USUAL));
	}

	#[test]
	fn the_fewer_others_are_asked_the_more_passes() {
		let work = |instead, at: usize| tried(6, 35, 90, &Custom { instead, ..USUAL })[at].share();
		let [two, usual, one, all] =
			[Instead::Others(2), Instead::Nothing, Instead::Others(1), Instead::ProposerToo]
				.map(|instead| work(instead, 0));
		assert!(two < usual && usual < one && one < all, "{two} {usual} {one} {all}");
		// One who rewards themselves is not there, whatever counts.
		assert_eq!(work(Instead::ProposerToo, 1), work(Instead::Nothing, 1));
	}
}
