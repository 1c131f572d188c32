//! Who turns up to vote, how, and what passes then.
//!
//! Proposals are weighed by the rules of the proposals pallet itself. What is invented is who votes, and
//! how.

use artel_primitives::{
	membership::Class,
	vote::{ByClass, Cast, Choice, Electorate, Ordering, Tally, VoteBalance, FIRST_VOTE},
};
use pallet_proposals::{Filing, Fraction, Outcome, Parameters, Route, Rules, Track};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sp_arithmetic::Percent;

/// Where chance begins. It is the same for all figures, so that they differ by what is compared alone.
const SEED: u64 = 5;

/// The tracks, as far as they decide differently, what is decided on them, and who takes part.
pub const TRACKS: [(Track, &str, Roll); 6] = [
	(Track::Work, "Work", Roll::Everybody),
	(Track::Care, "Care", Roll::WithOneGranted),
	(Track::Withdrawal, "Withdrawal of LOVE", Roll::WithoutOne),
	(Track::Fund, "Admission, Fund", Roll::Everybody),
	(Track::Expulsion, "Expulsion", Roll::WithoutOne),
	(Track::Constitution, "Constitution", Roll::Everybody),
];

/// Who takes part in a vote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Roll {
	/// All members.
	Everybody,
	/// All, one of whom gains by it, and is for it if it votes.
	WithOneGranted,
	/// All but whom it concerns.
	WithoutOne,
}

impl Roll {
	const ALL: [Self; 3] = [Self::Everybody, Self::WithOneGranted, Self::WithoutOne];
}

const DAY: u32 = 14_400;
const EPOCH: u32 = 7 * DAY;

/// What mechanisms states of proposals.
const PARAMETERS: Parameters = Parameters {
	period: 14 * DAY,
	quiet: DAY,
	consultation: 3 * DAY,
	notice: 2 * DAY,
	long_notice: EPOCH,
	lost_key_notice: 4 * EPOCH,
	fund_delay: DAY,
	long_delay: EPOCH,
	lapse: 2 * EPOCH,
	memory: 13 * EPOCH,
	acceptance_window: EPOCH,
	longest_task: 13 * EPOCH,
	lazy_below: 7,
	lazy_period: 3 * DAY,
	majority: Fraction::new(1, 2),
	supermajority: Fraction::new(2, 3),
	second_majority: Fraction::new(2, 3),
	second_supermajority: Fraction::new(3, 4),
	turnout: Percent::from_percent(15),
	block: Percent::from_percent(10),
	spending: Percent::from_percent(10),
};

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
	/// Where the bar is not reached, one other than those who gain by it is enough.
	OneOther,
	/// On the second route no turnout is asked, but this part of the electorate must be for it.
	Ayes(Percent),
}

/// What is modelled.
pub const USUAL: Custom = Custom {
	name: "as it is",
	spread: Spread::AsLived,
	proposer: true,
	exactly: false,
	blocks: 0.0,
	workers: 1.0,
	change: |_| {},
	instead: Instead::Nothing,
};

/// One who could vote, with what chance says of it.
struct Person {
	class: Class,
	weight: VoteBalance,
	/// It votes if the turnout is more than this.
	stays: f64,
	/// It is against it if no more than this part is for it.
	against: f64,
	/// It blocks what it is against if more than this part does.
	mild: f64,
}

impl Person {
	fn new(custom: &Custom, baskets: &[VoteBalance], chance: &mut ChaCha8Rng) -> Self {
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
struct Votes {
	tally: Tally,
	electorate: Electorate,
	/// Those of whoever proposed it, and of the next one.
	first: [Option<Cast>; 2],
	/// What those who stay away weigh, the least first.
	away: Vec<VoteBalance>,
}

impl Votes {
	fn new(people: &[Person], roll: Roll, turnout: u32, liked: u32, custom: &Custom) -> Self {
		let people = match (roll, people) {
			(Roll::WithoutOne, [rest @ .., _]) => rest,
			_ => people,
		};
		let mut votes = Self {
			tally: Tally::default(),
			electorate: Electorate {
				votes: ByClass::default(),
				members: ByClass::default(),
				weights: None,
			},
			first: [None; 2],
			away: Vec::new(),
		};
		let liked = f64::from(liked) / 100.0;
		for (at, (person, votes_now)) in
			people.iter().zip(voting(people, turnout, custom)).enumerate()
		{
			let Person { class, weight, against, mild, .. } = *person;
			votes.electorate.votes.add(class, weight);
			*votes.electorate.members.of(class) += 1;
			if !votes_now {
				votes.away.push(weight);
				continue;
			}
			let gains = (custom.proposer && at == 0) || (roll == Roll::WithOneGranted && at == 1);
			let choice = match mild < custom.blocks {
				_ if gains || against < liked => Choice::Aye,
				true => Choice::Block,
				false => Choice::Nay,
			};
			let cast = Cast { choice, class, weight, own: true };
			votes.tally.add(&cast);
			if let Some(first) = votes.first.get_mut(at) {
				*first = Some(cast);
			}
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
	/// How many of the first filed it or gain by it.
	interested: usize,
	instead: Instead,
}

impl<'a> Poll<'a> {
	fn new(track: Track, roll: Roll, members: usize, votes: &'a Votes, custom: &Custom) -> Self {
		let mut rules = rules(track, members);
		(custom.change)(&mut rules);
		// Whoever files a task or a reward gains by it; LOVE is granted to somebody else.
		let interested = if roll == Roll::WithOneGranted { 2 } else { 1 };
		Self { rules, tally: &votes.tally, votes, interested, instead: custom.instead }
	}

	/// How it ends with this tally.
	fn outcome(&self, tally: &Tally) -> Option<Outcome> {
		let electorate = &self.votes.electorate;
		let interested: Vec<_> =
			self.votes.first.iter().take(self.interested).flatten().copied().collect();
		let weigh = |tally: &Tally| {
			self.rules.weigh(self.rules.ends, tally, electorate, || interested.clone())
		};
		let outcome = weigh(tally);
		match (self.instead, outcome) {
			// Without those who gain by it, something is for it only if one other is.
			(Instead::OneOther, Some(Outcome::Approved(Route::Second | Route::Lazy))) => {
				let mut others = tally.clone();
				interested.iter().for_each(|cast| others.subtract(cast));
				weigh(&others)
			},
			(Instead::Ayes(least), Some(Outcome::Approved(Route::Second))) => {
				let least = least.deconstruct().into();
				let short = electorate.compare(&tally.ayes, least, 100) == Ordering::Less;
				if short {
					Some(Outcome::Rejected)
				} else {
					outcome
				}
			},
			_ => outcome,
		}
	}

	/// Whether it would pass if somebody who stayed away had voted against it: the one of least weight
	/// that makes up the turnout.
	fn lacks_a_nay(&self) -> bool {
		let with = |weight: &VoteBalance| {
			let mut tally = self.tally.clone();
			tally.add(&Cast {
				choice: Choice::Nay,
				class: Class::Worker,
				weight: *weight,
				own: true,
			});
			tally
		};
		let floor = self.rules.turnout.deconstruct().into();
		let short = |weight: &VoteBalance| {
			let all = with(weight).turnout();
			self.votes.electorate.compare(&all, floor, 100) == Ordering::Less
		};
		let enough = self.votes.away.partition_point(short);
		let nay = self.votes.away.get(enough);
		nay.is_some_and(|nay| matches!(self.outcome(&with(nay)), Some(Outcome::Approved(_))))
	}
}

/// The rules of a track in a group of this size.
fn rules(track: Track, members: usize) -> Rules<u32> {
	let filing = Filing {
		now: 0,
		lasts: None,
		members: members as u32,
		blocked_before: false,
		weights: None,
		destroyed: ByClass::default(),
	};
	Rules::new(track, &PARAMETERS, filing)
}

/// Who of them votes, so that on average this part does, in percent.
fn voting(people: &[Person], turnout: u32, custom: &Custom) -> Vec<bool> {
	let all = people.len() as f64;
	let sure = f64::from(u8::from(custom.proposer));
	let expected = f64::from(turnout) / 100.0 * all;
	let chance = (expected - sure) / (all - sure);
	let rank = |at: usize| {
		let before = |other: &&Person| other.stays < people[at].stays;
		people.iter().skip(usize::from(custom.proposer)).filter(before).count() as f64
	};
	(0..people.len())
		.map(|at| match custom.exactly {
			_ if custom.proposer && at == 0 => true,
			true => rank(at) < expected.round() - sure,
			false => people[at].stays < chance,
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
					passed.count(&Poll::new(*track, *roll, members, votes, custom));
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
	fn parameters_are_what_can_be_meant() {
		assert!(PARAMETERS.are_possible());
	}

	#[test]
	fn tracks_that_share_a_line_share_their_rules() {
		// They differ in their times alone, and in what they are called.
		let rules = |track| Rules {
			track: Track::Fund,
			notice: 0,
			quiet: 0,
			ends: 0,
			delay: 0,
			..rules(track, 30)
		};
		for track in [Track::Admission, Track::LostKey, Track::Withdrawal] {
			assert_eq!(rules(track), rules(Track::Fund), "{track:?}");
		}
		assert_eq!(rules(Track::Expulsion), rules(Track::Constitution));
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
					let votes = voting(&people(members, &custom, &mut chance), turnout, &custom);
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
	fn whom_it_concerns_is_not_there_and_whoever_gains_is_for_it() {
		let mut chance = ChaCha8Rng::seed_from_u64(1);
		let people = people(30, &USUAL, &mut chance);
		let votes = |roll| Votes::new(&people, roll, 100, 0, &USUAL);
		assert_eq!(votes(Roll::Everybody).electorate.members.workers, 30);
		assert_eq!(votes(Roll::Everybody).tally.aye_heads, 1);
		assert_eq!(votes(Roll::WithoutOne).electorate.members.workers, 29);
		assert_eq!(votes(Roll::WithOneGranted).electorate.members.workers, 30);
		assert_eq!(votes(Roll::WithOneGranted).tally.aye_heads, 2);
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
		// Whoever is granted LOVE still likes that.
		for passed in tried(30, 100, 0, &nobody) {
			assert_eq!(passed.share(), 0.0);
		}
	}

	#[test]
	fn only_small_groups_decide_lazily_and_only_on_work() {
		for members in [6, 7, 30] {
			let passed = tried(members, 50, 90, &USUAL);
			assert_eq!((passed[0].lazy > 0, passed[0].second > 0), (members < 7, members >= 7));
			assert!(passed[1..].iter().all(|passed| passed.lazy == 0));
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
				let [.., fund, _, constitution] = passed;
				assert!(constitution.share() <= fund.share());
			}
		}
	}

	#[test]
	fn a_vote_against_makes_up_a_turnout() {
		let asked = |custom| tried(30, 20, 90, custom)[3];
		let fund = asked(&USUAL);
		assert!(fund.by_a_nay > 0 && fund.second + fund.by_a_nay <= fund.of);
		// Where no turnout is asked, nobody who stays away is missed.
		let any = Custom { change: |rules| rules.turnout = Percent::zero(), ..USUAL };
		assert_eq!(asked(&any).by_a_nay, 0);
		// Nor where so many must be for it instead.
		let ayes = Custom { instead: Instead::Ayes(Percent::from_percent(10)), ..any };
		assert_eq!(asked(&ayes).by_a_nay, 0);
		assert!(asked(&ayes).share() < asked(&any).share());
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
	fn one_other_is_more_than_none_and_less_than_two() {
		let work = |custom| tried(6, 35, 90, custom)[0].share();
		let alone = Custom { change: |rules| rules.disinterested = false, ..USUAL };
		let other = Custom { instead: Instead::OneOther, ..alone };
		assert!(work(&USUAL) < work(&other) && work(&other) < work(&alone));
	}
}
