//! Votes, tallies and bars (mechanisms, sections 5 and 6).
//!
//! Whoever keeps ballots and whoever decides by them meet through the stock polling trait over the
//! [`Tally`] here. It is a plain sum of integers, so it always equals the recount of its ballots, and a
//! bar is compared exactly, without rounding a share first.

use crate::membership::Class;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::sp_core::{ConstU32, U256},
	prelude::BoundedVec,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Voting weight, in thousandths of a VOTE.
pub type VoteBalance = u64;

/// What everybody begins with: one VOTE.
pub const FIRST_VOTE: VoteBalance = 1_000;

/// The number of a topic. 0 is the general one.
pub type TopicId = u16;

/// How many options a question has at most.
pub const MAX_OPTIONS: u32 = 8;

/// How many members of a class it takes until the class has its whole weight.
const FULL_CLASS: u32 = 5;

/// What a ballot says.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Choice {
	/// For it.
	#[codec(index = 0)]
	Aye,
	/// Against it.
	#[codec(index = 1)]
	Nay,
	/// Neither, but there.
	#[codec(index = 2)]
	Abstain,
	/// Against it so much that it should not happen.
	#[codec(index = 3)]
	Block,
	/// For one of the options of a question, counted from 0.
	#[codec(index = 4)]
	Option(u8),
}

/// What a vote on a poll must heed.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub struct Terms<AccountId, BlockNumber> {
	/// What it is about.
	pub topic: TopicId,
	/// The last block in which whoever joined may still vote.
	pub joined_by: BlockNumber,
	/// Whom it concerns, so that it does not vote.
	pub concerns: Option<AccountId>,
	/// How many options a question has; 0 for a vote for or against.
	pub options: u8,
	/// Whether a cast vote may still be changed.
	pub may_change: bool,
}

/// Weight by class.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct ByClass<N> {
	/// Of those who work.
	pub workers: N,
	/// Of those who use.
	pub users: N,
	/// Of those who support.
	pub supporters: N,
}

impl<N: Copy> ByClass<N> {
	/// That of one class.
	pub fn of(&mut self, class: Class) -> &mut N {
		match class {
			Class::Worker => &mut self.workers,
			Class::User => &mut self.users,
			Class::Supporter => &mut self.supporters,
		}
	}

	/// Class by class.
	pub fn each(&self) -> [N; 3] {
		[self.workers, self.users, self.supporters]
	}
}

impl ByClass<VoteBalance> {
	/// All classes together.
	pub fn total(&self) -> VoteBalance {
		self.each().iter().fold(0, |sum: VoteBalance, part| sum.saturating_add(*part))
	}

	/// Adds to one class.
	pub fn add(&mut self, class: Class, weight: VoteBalance) {
		let part = self.of(class);
		*part = part.saturating_add(weight);
	}

	/// Takes from one class.
	pub fn subtract(&mut self, class: Class, weight: VoteBalance) {
		let part = self.of(class);
		*part = part.saturating_sub(weight);
	}

	/// Each class with the other's added.
	pub fn plus(&self, other: &Self) -> Self {
		Self {
			workers: self.workers.saturating_add(other.workers),
			users: self.users.saturating_add(other.users),
			supporters: self.supporters.saturating_add(other.supporters),
		}
	}

	/// What is left of each class after taking the other's.
	pub fn minus(&self, other: &Self) -> Self {
		Self {
			workers: self.workers.saturating_sub(other.workers),
			users: self.users.saturating_sub(other.users),
			supporters: self.supporters.saturating_sub(other.supporters),
		}
	}
}

/// The sum of all ballots of a poll.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Tally {
	/// Weight for it.
	pub ayes: ByClass<VoteBalance>,
	/// Weight against it, blocks included.
	pub nays: ByClass<VoteBalance>,
	/// Weight that was there.
	pub abstains: ByClass<VoteBalance>,
	/// Weight of the blocks.
	pub blocks: ByClass<VoteBalance>,
	/// Weight for each option of a question.
	pub options: BoundedVec<ByClass<VoteBalance>, ConstU32<MAX_OPTIONS>>,
	/// Members for it.
	pub aye_heads: u32,
	/// Those of them who said so themselves.
	pub own_ayes: u32,
	/// Members who block it.
	pub block_heads: u32,
	/// Workers for it.
	pub aye_workers: u32,
	/// Workers against it.
	pub nay_workers: u32,
}

/// A vote as it was cast: what it said, and what it weighed.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Cast {
	/// What it said.
	pub choice: Choice,
	/// The class of its voter at the time.
	pub class: Class,
	/// What it weighed.
	pub weight: VoteBalance,
	/// Whether its voter said it itself, and no delegate for it.
	pub own: bool,
}

impl Tally {
	/// An empty tally, for as many options as there are.
	pub fn new(options: u8) -> Self {
		let options = BoundedVec::truncate_from(alloc::vec![ByClass::default(); options.into()]);
		Self { options, ..Self::default() }
	}

	/// Counts a ballot.
	pub fn add(&mut self, cast: &Cast) {
		self.change(cast, ByClass::add, |heads| *heads = heads.saturating_add(1));
	}

	/// Everybody who said anything.
	pub fn turnout(&self) -> ByClass<VoteBalance> {
		self.ayes.plus(&self.nays).plus(&self.abstains)
	}

	/// Takes a ballot back.
	pub fn subtract(&mut self, cast: &Cast) {
		self.change(cast, ByClass::subtract, |heads| *heads = heads.saturating_sub(1));
	}

	fn change(
		&mut self,
		cast: &Cast,
		weigh: fn(&mut ByClass<VoteBalance>, Class, VoteBalance),
		count: fn(&mut u32),
	) {
		let Cast { choice, class, weight, own } = *cast;
		let worker = class == Class::Worker;
		match choice {
			Choice::Aye => {
				weigh(&mut self.ayes, class, weight);
				count(&mut self.aye_heads);
				if own {
					count(&mut self.own_ayes);
				}
				if worker {
					count(&mut self.aye_workers);
				}
			},
			Choice::Nay | Choice::Block => {
				weigh(&mut self.nays, class, weight);
				if worker {
					count(&mut self.nay_workers);
				}
				if choice == Choice::Block {
					weigh(&mut self.blocks, class, weight);
					count(&mut self.block_heads);
				}
			},
			Choice::Abstain => weigh(&mut self.abstains, class, weight),
			Choice::Option(at) => {
				if let Some(option) = self.options.as_mut().get_mut(usize::from(at)) {
					weigh(option, class, weight);
				}
			},
		}
	}
}

/// What each class weighs, if not all VOTE counts the same.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct ClassWeights {
	/// The weight of those who work.
	pub workers: u8,
	/// The weight of those who use.
	pub users: u8,
	/// The weight of those who support.
	pub supporters: u8,
}

/// Who could vote on a poll, and how their shares are measured.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Electorate {
	/// The VOTE of each class.
	pub votes: ByClass<VoteBalance>,
	/// The members of each class.
	pub members: ByClass<u32>,
	/// What each class weighs; none if all VOTE counts the same.
	pub weights: Option<ClassWeights>,
}

/// How a share lies to a bar.
pub use core::cmp::Ordering;

impl Electorate {
	/// All members, whatever their class.
	pub fn heads(&self) -> u32 {
		self.members.each().iter().fold(0, |sum: u32, count| sum.saturating_add(*count))
	}

	/// How the share that `part` has of this electorate lies to `numerator / denominator`, exactly.
	///
	/// With class weights, a share is the mean of the classes' own, each by its weight; a class of few
	/// members has less than its whole weight, and one without any VOTE has none. An electorate of zero
	/// reaches nothing.
	pub fn compare(
		&self,
		part: &ByClass<VoteBalance>,
		numerator: u32,
		denominator: u32,
	) -> Ordering {
		let (have, all) = self.share(part);
		if all.is_zero() {
			return Ordering::Less;
		}
		// have / all against numerator / denominator, multiplied out.
		let left = have.saturating_mul(denominator.into());
		left.cmp(&all.saturating_mul(numerator.into()))
	}

	/// How the share that `part` has of this electorate lies to `numerator / denominator` of the share
	/// that `whole` has of it, exactly.
	///
	/// Both are measured as in [`Self::compare`]. If neither has any share, nothing is reached.
	pub fn compare_to(
		&self,
		part: &ByClass<VoteBalance>,
		whole: &ByClass<VoteBalance>,
		numerator: u32,
		denominator: u32,
	) -> Ordering {
		// Both are fractions of the same electorate, so it cancels out.
		let ((part, all), (whole, _)) = (self.share(part), self.share(whole));
		if all.is_zero() || (part.is_zero() && whole.is_zero()) {
			return Ordering::Less;
		}
		let left = part.saturating_mul(denominator.into());
		left.cmp(&whole.saturating_mul(numerator.into()))
	}

	/// A share as a fraction of whole numbers.
	fn share(&self, part: &ByClass<VoteBalance>) -> (U256, U256) {
		let Some(ClassWeights { workers, users, supporters }) = self.weights else {
			return (part.total().into(), self.votes.total().into());
		};
		let weights = [workers, users, supporters];
		let classes: alloc::vec::Vec<_> = weights
			.iter()
			.zip(self.members.each())
			.zip(part.each().into_iter().zip(self.votes.each()))
			.map(|((weight, members), (part, votes))| {
				let weight = U256::from(*weight).saturating_mul(members.min(FULL_CLASS).into());
				(weight, U256::from(part), U256::from(votes))
			})
			.filter(|(weight, _, votes)| !weight.is_zero() && !votes.is_zero())
			.collect();
		// Σ weight · part / votes over the common denominator of all votes. Three classes of 64 bits each
		// and their small weights fit.
		let common =
			classes.iter().fold(U256::one(), |all, (.., votes)| all.saturating_mul(*votes));
		let (mut have, mut all) = (U256::zero(), U256::zero());
		for (weight, part, votes) in classes {
			let others = common.checked_div(votes).unwrap_or_default();
			have = have.saturating_add(weight.saturating_mul(part).saturating_mul(others));
			all = all.saturating_add(weight.saturating_mul(common));
		}
		(have, all)
	}
}

/// What may be asked about who can vote.
pub trait InspectElectorate<AccountId, BlockNumber> {
	/// VOTE destroyed so far, by class. Whoever files a proposal remembers it.
	fn destroyed() -> ByClass<VoteBalance>;

	/// What each class weighs now, if not all VOTE counts the same. Whoever files a proposal remembers
	/// it.
	fn class_weights() -> Option<ClassWeights>;

	/// Who can vote on what was filed when this much was destroyed and classes weighed this much.
	///
	/// Whom it concerns is counted neither with its VOTE nor by head.
	fn electorate(
		destroyed: &ByClass<VoteBalance>,
		weights: Option<ClassWeights>,
		without: Option<&AccountId>,
	) -> Electorate;

	/// What a member's vote on such a poll would weigh now; 0 if it may not vote there.
	fn voice(who: &AccountId, terms: &Terms<AccountId, BlockNumber>) -> VoteBalance;

	/// Whether there is a topic with this number. The general one is always there.
	fn is_topic(topic: TopicId) -> bool;
}

/// What may be asked about the ballots of a poll.
pub trait InspectBallots<AccountId> {
	/// How a member's vote on this poll was cast.
	fn ballot(poll: u32, who: &AccountId) -> Option<Cast>;
}

/// Forgets the ballots of a poll.
pub trait ClearBallots {
	/// Forgets at most this many ballots of a poll that is over, and says whether none is left.
	fn clear(poll: u32, limit: u32) -> bool;
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn votes(workers: u64, users: u64, supporters: u64) -> ByClass<u64> {
		ByClass { workers, users, supporters }
	}

	fn flat(total: u64) -> Electorate {
		Electorate {
			votes: votes(total, 0, 0),
			members: ByClass { workers: 9, ..Default::default() },
			weights: None,
		}
	}

	#[test]
	fn a_bar_is_exact_to_a_unit() {
		let all = flat(9_000);
		for (ayes, two_thirds) in
			[(5_999, Ordering::Less), (6_000, Ordering::Equal), (6_001, Ordering::Greater)]
		{
			assert_eq!(all.compare(&votes(ayes, 0, 0), 2, 3), two_thirds, "{ayes}");
		}
	}

	#[test]
	fn an_electorate_of_zero_reaches_nothing() {
		assert_eq!(flat(0).compare(&votes(0, 0, 0), 0, 1), Ordering::Less);
	}

	#[test]
	fn classes_weigh_what_the_artel_says() {
		let stakeholders = Electorate {
			votes: votes(10_000, 1_000, 100),
			members: ByClass { workers: 10, users: 5, supporters: 5 },
			weights: Some(ClassWeights { workers: 60, users: 25, supporters: 15 }),
		};
		// All workers are 60 %, however much VOTE they have.
		let ayes = votes(10_000, 0, 0);
		assert_eq!(stakeholders.compare(&ayes, 60, 100), Ordering::Equal);
		// Half of the users are half of 25 %.
		let ayes = votes(0, 500, 0);
		assert_eq!(stakeholders.compare(&ayes, 125, 1_000), Ordering::Equal);
	}

	#[test]
	fn a_tiny_class_has_a_tiny_weight() {
		// One supporter has a fifth of the class's weight: 3 of 60 + 25 + 3.
		let stakeholders = Electorate {
			votes: votes(10_000, 1_000, 100),
			members: ByClass { workers: 10, users: 5, supporters: 1 },
			weights: Some(ClassWeights { workers: 60, users: 25, supporters: 15 }),
		};
		assert_eq!(stakeholders.compare(&votes(0, 0, 100), 3, 88), Ordering::Equal);
		// A class without members has none.
		let no_users =
			Electorate { members: ByClass { users: 0, ..stakeholders.members }, ..stakeholders };
		assert_eq!(no_users.compare(&votes(10_000, 0, 0), 60, 63), Ordering::Equal);
	}

	#[test]
	fn a_share_of_a_share_is_exact_to_a_unit() {
		// 6 000 of 9 000 for or against are two thirds, however many there are in all.
		for total in [9_000, 100_000] {
			let all = flat(total);
			for (ayes, nays, two_thirds) in [
				(5_999, 3_001, Ordering::Less),
				(6_000, 3_000, Ordering::Equal),
				(6_001, 2_999, Ordering::Greater),
			] {
				let lies = all.compare_to(&votes(ayes, 0, 0), &votes(ayes + nays, 0, 0), 2, 3);
				assert_eq!(lies, two_thirds, "{ayes} of {total}");
			}
		}
	}

	#[test]
	fn two_shares_are_compared() {
		let lies = |a, b| flat(9_000).compare_to(&votes(a, 0, 0), &votes(b, 0, 0), 1, 1);
		assert_eq!(lies(1, 2), Ordering::Less);
		assert_eq!(lies(2, 2), Ordering::Equal);
		assert_eq!(lies(2, 1), Ordering::Greater);
		// Something is more than nothing, and nothing reaches nothing.
		assert_eq!(lies(1, 0), Ordering::Greater);
		assert_eq!(lies(0, 1), Ordering::Less);
		assert_eq!(lies(0, 0), Ordering::Less);
		// Nor does anything in an electorate of zero.
		let lies = |a, b| flat(0).compare_to(&votes(a, 0, 0), &votes(b, 0, 0), 1, 1);
		for (a, b) in [(0, 0), (1, 0), (0, 1), (2, 1)] {
			assert_eq!(lies(a, b), Ordering::Less, "{a} and {b}");
		}
	}

	#[test]
	fn shares_are_compared_by_the_weights_of_classes() {
		let mut all = Electorate {
			votes: votes(10_000, 1_000, 100),
			members: ByClass { workers: 10, users: 5, supporters: 5 },
			weights: Some(ClassWeights { workers: 60, users: 25, supporters: 15 }),
		};
		// All users and supporters, 40 %, against 6 667 and 6 666 of 10 000 workers: 40.002 and 39.996 %.
		let (some, few, more) = (votes(0, 1_000, 100), votes(6_666, 0, 0), votes(6_667, 0, 0));
		assert_eq!(all.compare_to(&some, &few, 1, 1), Ordering::Greater);
		assert_eq!(all.compare_to(&some, &more, 1, 1), Ordering::Less);
		// All users are 25 of 40.
		assert_eq!(all.compare_to(&votes(0, 1_000, 0), &some, 25, 40), Ordering::Equal);
		assert_eq!(all.compare_to(&votes(0, 1_000, 0), &some, 26, 40), Ordering::Less);
		// Where all VOTE counts the same, workers have six times as much.
		all.weights = None;
		assert_eq!(all.compare_to(&some, &few, 1, 1), Ordering::Less);
		// A class without weight has no share, however much VOTE it has, so it is no part of nothing.
		all.weights = Some(ClassWeights { workers: 60, users: 25, supporters: 0 });
		let (supporters, none) = (votes(0, 0, 100), votes(0, 0, 0));
		for (a, b) in [(supporters, none), (none, supporters), (supporters, supporters)] {
			assert_eq!(all.compare_to(&a, &b, 1, 1), Ordering::Less);
		}
		assert_eq!(all.compare_to(&few, &supporters, 1, 1), Ordering::Greater);
	}

	/// Shares small enough to be reckoned without any care: weight · part / votes over one denominator.
	fn reckoned(all: &Electorate, part: &ByClass<u64>) -> u128 {
		let Some(ClassWeights { workers, users, supporters }) = all.weights else {
			return part.total().into();
		};
		let [(a, x), (b, y), (c, z)] =
			[0, 1, 2].map(|at| (u128::from(all.votes.each()[at]), u128::from(part.each()[at])));
		let [u, v, w] = [(workers, 0), (users, 1), (supporters, 2)]
			.map(|(weight, at)| u128::from(weight) * u128::from(all.members.each()[at].min(5)));
		u * x * b * c + v * y * a * c + w * z * a * b
	}

	fn any_electorate() -> impl Strategy<Value = Electorate> {
		let weights = prop::option::of((1..100u8, 0..100u8, 0..100u8));
		((1..500u64, 1..500u64, 1..500u64), (1..9u32, 0..9u32, 0..9u32), weights).prop_map(
			|((a, b, c), (workers, users, supporters), weights)| Electorate {
				votes: votes(a, b, c),
				members: ByClass { workers, users, supporters },
				weights: weights.map(|(workers, users, supporters)| ClassWeights {
					workers,
					users,
					supporters,
				}),
			},
		)
	}

	/// Part of an electorate, class by class, now and then none of it.
	fn any_part(all: &Electorate) -> impl Strategy<Value = ByClass<u64>> {
		let [a, b, c] = all.votes.each().map(|votes| prop_oneof![1 => Just(0), 3 => 0..=votes]);
		(a, b, c).prop_map(|(a, b, c)| votes(a, b, c))
	}

	fn any_parts() -> impl Strategy<Value = (Electorate, ByClass<u64>, ByClass<u64>)> {
		any_electorate().prop_flat_map(|all| (Just(all.clone()), any_part(&all), any_part(&all)))
	}

	fn any_cast() -> impl Strategy<Value = Cast> {
		let choice = prop_oneof![
			Just(Choice::Aye),
			Just(Choice::Nay),
			Just(Choice::Abstain),
			Just(Choice::Block),
			(0..4u8).prop_map(Choice::Option),
		];
		let class = prop_oneof![Just(Class::Worker), Just(Class::User), Just(Class::Supporter)];
		(choice, class, 1..1_000_000u64, any::<bool>())
			.prop_map(|(choice, class, weight, own)| Cast { choice, class, weight, own })
	}

	proptest! {
		#[test]
		fn what_is_taken_back_leaves_no_trace(
			stay in prop::collection::vec(any_cast(), 0..20),
			go in prop::collection::vec(any_cast(), 0..20),
		) {
			let mut once = Tally::new(4);
			stay.iter().for_each(|cast| once.add(cast));
			let mut both = Tally::new(4);
			go.iter().chain(&stay).for_each(|cast| both.add(cast));
			go.iter().for_each(|cast| both.subtract(cast));
			prop_assert_eq!(once, both);
		}

		#[test]
		fn shares_are_compared_as_they_are_reckoned(
			(all, part, whole) in any_parts(),
			numerator in 0..10u32,
			denominator in 1..10u32,
		) {
			let (a, b) = (reckoned(&all, &part), reckoned(&all, &whole));
			let lies = match (a, b) {
				(0, 0) => Ordering::Less,
				_ => (a * u128::from(denominator)).cmp(&(b * u128::from(numerator))),
			};
			prop_assert_eq!(all.compare_to(&part, &whole, numerator, denominator), lies);
		}

		#[test]
		fn of_two_shares_one_is_larger_or_they_are_the_same((all, a, b) in any_parts()) {
			let (there, back) = (all.compare_to(&a, &b, 1, 1), all.compare_to(&b, &a, 1, 1));
			if reckoned(&all, &a) == 0 && reckoned(&all, &b) == 0 {
				prop_assert_eq!((there, back), (Ordering::Less, Ordering::Less));
			} else {
				prop_assert_eq!(there, back.reverse());
			}
		}

		#[test]
		fn a_share_of_everybodys_is_a_share_of_the_electorate(
			(all, part, _) in any_parts(),
			numerator in 0..10u32,
			denominator in 1..10u32,
		) {
			let of_all = all.compare_to(&part, &all.votes, numerator, denominator);
			prop_assert_eq!(of_all, all.compare(&part, numerator, denominator));
		}

		#[test]
		fn no_share_overflows(a: u64, b: u64, c: u64, numerator: u32, denominator in 1..u32::MAX) {
			let all = Electorate {
				votes: votes(a, b, c),
				members: ByClass { workers: 5, users: 5, supporters: 5 },
				weights: Some(ClassWeights { workers: 255, users: 255, supporters: 255 }),
			};
			let share = all.compare(&votes(a, b, c), numerator, denominator);
			// Everybody together is the whole, as long as there is anybody.
			if a > 0 || b > 0 || c > 0 {
				prop_assert_eq!(share, denominator.cmp(&numerator));
				let (a, b) = (votes(a, b, c), all.votes);
				let share = all.compare_to(&a, &b, numerator, denominator);
				prop_assert_eq!(share, denominator.cmp(&numerator));
			}
		}
	}
}
