//! The basket and its arithmetic, without knowing what a chain is.

use alloc::vec::Vec;
use artel_primitives::{
	membership::Class,
	text::{Line, Note},
	units::{LaborBalance, LoveBalance},
	vote::{ByClass, Cast, Choice, ClassWeights, TopicId, VoteBalance, FIRST_VOTE},
};
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The topic of everything that has none of its own.
pub const GENERAL: TopicId = 0;

/// What the artel governs of votes.
///
/// Weights that leave those who work without any do not decode: nothing might ever be decided again.
#[derive(
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Parameters {
	/// What each class weighs; none if all VOTE counts the same.
	pub class_weights: Option<ClassWeights>,
}

impl Parameters {
	/// Whether the values can be meant.
	pub fn are_possible(&self) -> bool {
		// There is always somebody who works.
		self.class_weights.is_none_or(|weights| weights.workers > 0)
	}
}

impl Decode for Parameters {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let parameters = Self { class_weights: Decode::decode(input)? };
		parameters.are_possible().then_some(parameters).ok_or_else(|| "impossible values".into())
	}
}

/// A member's voting weight, which only grows.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Basket<BlockNumber> {
	/// The class that its VOTE is counted in.
	pub class: Class,
	/// The block in which its member joined.
	pub since: BlockNumber,
	/// LABOR earned with work that counted.
	pub earned: LaborBalance,
	/// What of the weight came from LABOR when it last grew, in thousandths of a VOTE.
	pub from_labor: VoteBalance,
	/// What of the weight came from LOVE when it last grew, in thousandths of a VOTE.
	pub from_love: VoteBalance,
}

impl<BlockNumber> Basket<BlockNumber> {
	/// The basket of somebody who joins in this block.
	pub fn new(class: Class, since: BlockNumber) -> Self {
		Self { class, since, earned: 0, from_labor: 0, from_love: 0 }
	}

	/// The VOTE in it.
	pub fn weight(&self) -> VoteBalance {
		FIRST_VOTE.saturating_add(self.from_labor).saturating_add(self.from_love)
	}

	/// The LABOR that counts: what is in the wallet, as far as it was earned.
	pub fn labor(&self, wallet: LaborBalance) -> LaborBalance {
		wallet.min(self.earned)
	}

	/// Lets it grow to what LABOR and LOVE are worth now, and says by how much it did.
	///
	/// A tenth of a VOTE for each LABOR and LOVE: with two decimals there and three here, the numbers
	/// are the same.
	pub fn grow(&mut self, wallet: LaborBalance, love: LoveBalance) -> VoteBalance {
		let labor = self.labor(wallet);
		let target = FIRST_VOTE.saturating_add(labor).saturating_add(love);
		let growth = target.saturating_sub(self.weight());
		if growth > 0 {
			// From now on the weight is what these two are worth.
			(self.from_labor, self.from_love) = (labor, love);
		}
		growth
	}
}

/// The VOTE and the members of each class.
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
pub struct Totals {
	/// All VOTE ever issued.
	pub issued: ByClass<VoteBalance>,
	/// All VOTE ever destroyed.
	pub destroyed: ByClass<VoteBalance>,
	/// How many members there are.
	pub members: ByClass<u32>,
}

impl Totals {
	/// Counts somebody with this basket into a class.
	pub fn enter(&mut self, class: Class, weight: VoteBalance) {
		self.issued.add(class, weight);
		let members = self.members.of(class);
		*members = members.saturating_add(1);
	}

	/// Counts somebody with this basket out of a class.
	pub fn exit(&mut self, class: Class, weight: VoteBalance) {
		self.destroyed.add(class, weight);
		let members = self.members.of(class);
		*members = members.saturating_sub(1);
	}
}

/// Whom a member lets vote in its name, on one topic.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Delegation<AccountId, BlockNumber> {
	/// The delegate.
	pub to: AccountId,
	/// The last block in which it holds; none if it holds until it is ended.
	pub until: Option<BlockNumber>,
}

/// What a member says on a poll.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Vote {
	/// For it.
	#[codec(index = 0)]
	Aye,
	/// Against it.
	#[codec(index = 1)]
	Nay,
	/// Neither, but there.
	#[codec(index = 2)]
	Abstain,
	/// Against it so much that it should not happen, for this reason.
	#[codec(index = 3)]
	Block(Note),
	/// For one of the options of a question, counted from 0.
	#[codec(index = 4)]
	Option(u8),
}

impl Vote {
	/// What of it is counted.
	pub fn choice(&self) -> Choice {
		match self {
			Self::Aye => Choice::Aye,
			Self::Nay => Choice::Nay,
			Self::Abstain => Choice::Abstain,
			Self::Block(_) => Choice::Block,
			Self::Option(at) => Choice::Option(*at),
		}
	}
}

/// A vote as it was cast, and by whom.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Ballot<AccountId> {
	/// What it said and weighed.
	pub cast: Cast,
	/// The delegate who cast it; none if the member did itself.
	pub by: Option<AccountId>,
}

/// A topic with its number.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Topic {
	/// Its number, by which proposals and delegations name it.
	pub number: TopicId,
	/// What it is called.
	pub title: Line,
}

/// Whether these can be the topics besides the general one: each with a number of its own and a title.
pub fn are_possible(topics: &[Topic]) -> bool {
	let mut numbers: Vec<_> = topics.iter().map(|topic| topic.number).collect();
	numbers.push(GENERAL);
	numbers.sort_unstable();
	numbers.dedup();
	numbers.len() > topics.len() && topics.iter().all(|topic| !topic.title.is_blank())
}

/// Whether there is a topic with this number, given those besides the general one.
pub fn is_among(topics: &[Topic], number: TopicId) -> bool {
	number == GENERAL || topics.iter().any(|topic| topic.number == number)
}

/// Where a member's VOTE came from, and what a vote now would weigh.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
	/// The VOTE that it began with.
	pub first: VoteBalance,
	/// What came from LABOR that was earned and still there.
	pub from_labor: VoteBalance,
	/// What came from LOVE.
	pub from_love: VoteBalance,
	/// All of it: what the member weighs without voting again.
	pub weight: VoteBalance,
	/// LABOR in the wallet, free and held.
	pub wallet: LaborBalance,
	/// LABOR earned with work that counted.
	pub earned: LaborBalance,
	/// The lesser of both, which counts.
	pub labor: LaborBalance,
	/// LOVE that counts now.
	pub love: LoveBalance,
	/// What a vote now would weigh.
	pub weight_now: VoteBalance,
	/// Whether the member is on leave, so that its basket does not grow.
	pub on_leave: bool,
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn basket() -> Basket<u32> {
		Basket::new(Class::Worker, 0)
	}

	/// The table of mechanisms, section 5, line by line.
	#[test]
	fn the_story_of_tom() {
		let mut tom = basket();
		for (step, earned, wallet, love, target, growth, weight) in [
			("joins, votes on 1", 0, 0, 0, 1_000, 0, 1_000),
			("earned 20 LABOR, votes on 2", 2_000, 2_000, 1_000, 4_000, 3_000, 4_000),
			("spent 10, earned 5, votes on 3", 2_500, 1_500, 1_250, 3_750, 0, 4_000),
			("votes on 4 straight after", 2_500, 1_500, 1_250, 3_750, 0, 4_000),
			("later 30 LABOR, 20 LOVE", 4_000, 3_000, 2_000, 6_000, 2_000, 6_000),
		] {
			tom.earned = earned;
			assert_eq!(FIRST_VOTE + tom.labor(wallet) + love, target, "T when he {step}");
			assert_eq!(tom.grow(wallet, love), growth, "C when he {step}");
			assert_eq!(tom.weight(), weight, "z when he {step}");
		}
	}

	#[test]
	fn weights_without_workers_do_not_decode() {
		for (workers, possible) in [(0, false), (1, true), (60, true)] {
			let class_weights = Some(ClassWeights { workers, users: 25, supporters: 15 });
			let bytes = Parameters { class_weights }.encode();
			assert_eq!(Parameters::decode(&mut &bytes[..]).is_ok(), possible, "{workers}");
		}
		assert!(Parameters::decode(&mut &Parameters::default().encode()[..]).is_ok());
	}

	#[test]
	fn borrowed_labor_adds_nothing() {
		let mut tom = basket();
		assert_eq!(tom.grow(100_000, 0), 0);
		tom.earned = 10;
		assert_eq!(tom.grow(100_000, 0), 10);
	}

	#[test]
	fn growth_is_explained_by_what_it_came_from() {
		let mut tom = basket();
		tom.earned = 2_000;
		tom.grow(2_000, 1_000);
		assert_eq!((tom.from_labor, tom.from_love), (2_000, 1_000));
		// Less LABOR and much more LOVE: what it weighs now comes from LOVE alone.
		tom.grow(0, 4_500);
		assert_eq!((tom.from_labor, tom.from_love), (0, 4_500));
	}

	proptest! {
		#[test]
		fn it_only_grows_and_never_beyond_its_sources(
			steps in prop::collection::vec((0..10_000u64, 0..50_000u64, 0..50_000u64), 1..30),
		) {
			let mut tom = basket();
			let mut highest = FIRST_VOTE;
			for (more, wallet, love) in steps {
				tom.earned += more;
				let before = tom.weight();
				let growth = tom.grow(wallet, love);
				highest = highest.max(FIRST_VOTE + wallet.min(tom.earned) + love);
				prop_assert_eq!(tom.weight(), before + growth);
				prop_assert_eq!(tom.weight(), highest);
			}
		}
	}
}
