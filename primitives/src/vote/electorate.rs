// SPDX-License-Identifier: Apache-2.0

//! Those who could vote, and how their shares are measured.

use super::{ByClass, ClassWeights, VoteBalance};
use crate::{epochs::Epoch, membership::Class};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::sp_core::U256;
use scale_info::TypeInfo;

/// How a share lies to a bar.
pub use core::cmp::Ordering;

/// How many seasoned users or supporters it takes until their class has its whole weight.
const FULL_CLASS: u32 = 5;

/// Members who were there when something was filed, and how shares are measured from then on.
///
/// Those who came to a class in the block of the filing are on it as what they were before.
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
pub struct Roll<BlockNumber> {
	/// The block of the filing.
	pub filed: BlockNumber,
	/// The epoch of it.
	pub epoch: Epoch,
	/// All VOTE that anybody had entered with before.
	pub entered: ByClass<VoteBalance>,
	/// All VOTE that had been destroyed before.
	pub destroyed: ByClass<VoteBalance>,
	/// The members of each class.
	pub members: ByClass<u32>,
	/// Those of them who were seasoned.
	pub seasoned: ByClass<u32>,
	/// What each class weighs; none if all VOTE counts the same.
	pub weights: Option<ClassWeights>,
}

impl<BlockNumber> Roll<BlockNumber> {
	/// The epoch by which a member must have been seasoned to count by head; none if everybody does,
	/// because nobody was.
	pub fn seasoned_by(&self) -> Option<Epoch> {
		(self.seasoned.heads() > 0).then_some(self.epoch)
	}
}

/// Those who could vote on a poll, and how their shares are measured.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Electorate {
	/// The VOTE of each class.
	pub votes: ByClass<VoteBalance>,
	/// The members of each class.
	pub members: ByClass<u32>,
	/// Those of them who count by head, because they are seasoned or because nobody is.
	pub seasoned: ByClass<u32>,
	/// What each class weighs; none if all VOTE counts the same.
	pub weights: Option<ClassWeights>,
}

/// Those of one class who could vote on a poll, as they are told.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Voters {
	/// Their VOTE, in thousandths.
	pub votes: VoteBalance,
	/// How many they are.
	pub members: u32,
	/// How many of them count by head.
	pub seasoned: u32,
	/// What their class weighs; none if all VOTE counts the same.
	pub weight: Option<u8>,
}

impl Electorate {
	/// Those of one class.
	pub fn of(&self, class: Class) -> Voters {
		let Self { mut votes, mut members, mut seasoned, weights } = *self;
		let weight = weights.map(|ClassWeights { workers, users, supporters }| match class {
			Class::Worker => workers,
			Class::User => users,
			Class::Supporter => supporters,
		});
		let (votes, members, seasoned) =
			(*votes.of(class), *members.of(class), *seasoned.of(class));
		Voters { votes, members, seasoned, weight }
	}

	/// Those of each class in which there is anybody.
	pub fn by_class(&self) -> Vec<(Class, Voters)> {
		Class::ALL
			.into_iter()
			.map(|class| (class, self.of(class)))
			.filter(|(_, voters)| voters.members > 0)
			.collect()
	}

	/// Compares part's share of this electorate with `numerator / denominator`, exactly.
	///
	/// With class weights, a share is the mean of the classes' own, each by its weight. Users and
	/// supporters have less than their whole weight while few of them are seasoned, and a class without
	/// any VOTE has none. An electorate of zero reaches nothing.
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

	/// Compares part's share of this electorate with `numerator / denominator` of whole's, exactly.
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
		// Workers have all of their weight, however few they are.
		let few = |weight: u8, seasoned: u32| {
			U256::from(weight).saturating_mul(seasoned.min(FULL_CLASS).into())
		};
		let weights = [
			few(workers, FULL_CLASS),
			few(users, self.seasoned.users),
			few(supporters, self.seasoned.supporters),
		];
		let classes: alloc::vec::Vec<_> = weights
			.into_iter()
			.zip(part.each().into_iter().zip(self.votes.each()))
			.map(|(weight, (part, votes))| (weight, U256::from(part), U256::from(votes)))
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

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use crate::{
		membership::Class,
		vote::classes::words::{heads, votes},
	};
	use proptest::prelude::*;

	fn flat(total: u64) -> Electorate {
		Electorate {
			votes: votes(total, 0, 0),
			members: heads(9, 0, 0),
			seasoned: heads(0, 0, 0),
			weights: None,
		}
	}

	/// Ten workers, and as many users and supporters, of whom this many are seasoned.
	fn stakeholders(users: u32, supporters: u32) -> Electorate {
		Electorate {
			votes: votes(10_000, 1_000, 100),
			members: heads(10, 10, 10),
			seasoned: heads(0, users, supporters),
			weights: Some(ClassWeights { workers: 60, users: 25, supporters: 15 }),
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
		let all = stakeholders(5, 5);
		// All workers are 60 %, however much VOTE they have, and whether they are seasoned or not.
		let ayes = votes(10_000, 0, 0);
		assert_eq!(all.compare(&ayes, 60, 100), Ordering::Equal);
		// Half of the users are half of 25 %.
		let ayes = votes(0, 500, 0);
		assert_eq!(all.compare(&ayes, 125, 1_000), Ordering::Equal);
		// More of them than five weigh no more.
		assert_eq!(stakeholders(6, 500).compare(&ayes, 125, 1_000), Ordering::Equal);
	}

	#[test]
	fn a_class_weighs_a_fifth_for_each_of_its_first_five_seasoned_members() {
		for seasoned in 0..=6 {
			// 3 of 60 + 25 + 3 for one supporter, and so on to 15 of 100.
			let supporters = 3 * seasoned.min(5);
			let all = stakeholders(5, seasoned);
			let lies = |numerator| all.compare(&votes(0, 0, 100), numerator, 85 + supporters);
			assert_eq!(lies(supporters), Ordering::Equal, "{seasoned}");
			assert_eq!(lies(supporters + 1), Ordering::Less);
			// And the same of users, 5 of 60 + 5 + 15 for one.
			let users = 5 * seasoned.min(5);
			let all = stakeholders(seasoned, 5);
			let share = all.compare(&votes(0, 1_000, 0), users, 75 + users);
			assert_eq!(share, Ordering::Equal, "{seasoned}");
		}
	}

	#[test]
	fn a_class_without_anybody_or_any_vote_weighs_nothing() {
		// Nobody of either is seasoned: workers are everything, and the others' share is none.
		let all = stakeholders(0, 0);
		assert_eq!(all.compare(&votes(10_000, 0, 0), 1, 1), Ordering::Equal);
		assert_eq!(all.compare(&votes(0, 1_000, 100), 0, 1), Ordering::Equal);
		// Seasoned members without VOTE, as when the only one is concerned, are no class either.
		let no_users = Electorate { votes: votes(10_000, 0, 100), ..stakeholders(5, 5) };
		assert_eq!(no_users.compare(&votes(10_000, 0, 0), 60, 75), Ordering::Equal);
		// Nor are workers: the others decide then.
		let no_workers = Electorate { votes: votes(0, 1_000, 100), ..stakeholders(5, 5) };
		assert_eq!(no_workers.compare(&votes(0, 1_000, 0), 25, 40), Ordering::Equal);
		let nobody = Electorate { votes: votes(0, 0, 0), ..stakeholders(5, 5) };
		assert_eq!(nobody.compare(&votes(0, 0, 0), 0, 1), Ordering::Less);
	}

	#[test]
	fn only_seasoned_members_make_a_roll_one_of_heads() {
		let mut roll = Roll::<u32> { epoch: 7, members: heads(3, 1, 1), ..Default::default() };
		assert_eq!(roll.seasoned_by(), None);
		for class in [Class::Worker, Class::User, Class::Supporter] {
			roll.seasoned = heads(0, 0, 0);
			*roll.seasoned.of(class) = 1;
			assert_eq!(roll.seasoned_by(), Some(7));
		}
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
		let mut all = stakeholders(5, 5);
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
		let ByClass { users: some, supporters: others, .. } = all.seasoned;
		let [u, v, w] = [(workers, 5), (users, some.min(5)), (supporters, others.min(5))]
			.map(|(weight, fifths)| u128::from(weight) * u128::from(fifths));
		u * x * b * c + v * y * a * c + w * z * a * b
	}

	fn any_electorate() -> impl Strategy<Value = Electorate> {
		let weights = prop::option::of((1..100u8, 0..100u8, 0..100u8));
		((1..500u64, 1..500u64, 1..500u64), (0..9u32, 0..9u32, 0..9u32), weights).prop_map(
			|((a, b, c), (workers, users, supporters), weights)| Electorate {
				votes: votes(a, b, c),
				members: heads(9, 9, 9),
				seasoned: heads(workers, users, supporters),
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

	proptest! {
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
				members: heads(5, 5, 5),
				seasoned: heads(5, 5, 5),
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
