// SPDX-License-Identifier: Apache-2.0

//! The basket and its arithmetic, without knowing what a chain is.

use alloc::vec::Vec;
use artel_primitives::{
	epochs::{Epoch, EPOCHS_PER_PERIOD},
	membership::{Admission, Backing, Class, MemberNumber},
	people::NamesAccounts,
	text::{all_differ, Line, Note},
	units::{LaborBalance, LoveBalance},
	vote::{Cast, Choice, ClassWeights, Roll, TopicId, VoteBalance, FIRST_OWN_TOPIC, FIRST_VOTE},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::sp_core::ConstU32,
	prelude::{BoundedVec, DefaultNoBound},
};
use scale_info::TypeInfo;

/// The topic of everything that has none of its own.
pub const GENERAL: TopicId = 0;

artel_primitives::figures! {
	/// What the artel governs of votes.
	{
		/// What each class weighs; none if all VOTE counts the same.
		0 => class_weights: ClassWeights { weights: Option<ClassWeights> } = None;
	}
}

impl Figures {
	/// Whether the values are in their ranges: workers hold most of the power, and not all of it.
	pub fn are_possible(&self) -> bool {
		self.class_weights.is_none_or(|ClassWeights { workers, users, supporters }| {
			(50..=60).contains(&workers)
				&& u16::from(users).saturating_add(supporters.into())
					== 100u16.saturating_sub(workers.into())
		})
	}
}

/// Epochs after joining, or becoming a worker, until a member is seasoned.
pub const SEASON: Epoch = EPOCHS_PER_PERIOD;

/// How many of the classes that somebody has left are remembered, the last ones.
pub const PASTS_KNOWN: u32 = 4;

/// From when on a member counts by head in grave decisions.
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
pub struct Season {
	/// The first epoch in which it could be seasoned.
	pub from: Epoch,
	/// Whether seasoned members stood behind it.
	pub backed: bool,
}

impl Season {
	/// That of somebody who joins, or becomes a worker, in this epoch.
	pub fn new(epoch: Epoch, backing: Backing) -> Self {
		match backing {
			Backing::Founder => Self { from: epoch, backed: true },
			backing => {
				Self { from: epoch.saturating_add(SEASON), backed: backing == Backing::Backed }
			},
		}
	}

	/// The backing comes in this epoch. It reaches back to nothing that was filed before, and is nothing
	/// new to somebody who has it.
	pub fn confirm(&mut self, epoch: Epoch) {
		if self.backed {
			return;
		}
		self.from = self.from.max(epoch.saturating_add(1));
		self.backed = true;
	}

	/// Whether it was seasoned in this epoch.
	pub fn is_over(&self, by: Epoch) -> bool {
		self.backed && self.from <= by
	}
}

/// What a member was in a class that they have left.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Before<BlockNumber> {
	/// The class.
	pub class: Class,
	/// The block in which it had entered it.
	pub since: BlockNumber,
	/// The VOTE that it left it with.
	pub weight: VoteBalance,
	/// When it was seasoned there.
	pub season: Season,
}

impl<BlockNumber: PartialOrd + Clone> Before<BlockNumber> {
	/// What a member is who leaves their class now.
	pub fn of(basket: &Basket<BlockNumber>) -> Self {
		let Basket { class, season, .. } = *basket;
		Self { class, since: basket.since.clone(), weight: basket.weight(), season }
	}

	/// What it had to say there.
	fn voice(&self) -> Voice {
		let Self { class, weight, season, .. } = *self;
		Voice { class, weight, season, is_present: false }
	}
}

/// What somebody was until they left a class, or the artel.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Past<BlockNumber> {
	/// What it was.
	pub was: Before<BlockNumber>,
	/// The block in which it ended.
	pub left: BlockNumber,
	/// All VOTE destroyed by then: it tells what was filed earlier in that block from what was filed
	/// later. As much as can be after a single change of class, for it has its say in all of that block.
	pub destroyed: VoteBalance,
}

impl<BlockNumber: PartialOrd> Past<BlockNumber> {
	/// Whether it ended after this roll was taken.
	fn is_later_than(&self, roll: &Roll<BlockNumber>) -> bool {
		self.left > roll.filed
			|| (self.left == roll.filed && self.destroyed > roll.destroyed.total())
	}
}

/// What somebody was in the classes that they have left, the first one first.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	DefaultNoBound,
	Debug,
)]
pub struct Pasts<BlockNumber>(pub BoundedVec<Past<BlockNumber>, ConstU32<PASTS_KNOWN>>);

impl<BlockNumber: PartialOrd + Clone> Pasts<BlockNumber> {
	/// Remembers what somebody with this basket was, who leaves the artel in this block, after which this
	/// much VOTE is destroyed.
	pub fn leave(
		&mut self,
		basket: &Basket<BlockNumber>,
		now: BlockNumber,
		destroyed: VoteBalance,
	) {
		// What it was earlier in this block is over as well for what is filed later in it.
		let today = self.0.iter_mut().rev().take_while(|past| past.left == now);
		today.for_each(|past| past.destroyed = past.destroyed.min(destroyed));
		if self.0.is_full() {
			self.0.remove(0);
		}
		self.0.force_push(Past { was: Before::of(basket), left: now, destroyed });
	}

	/// The same of somebody who leaves their class only.
	pub fn leave_class(
		&mut self,
		basket: &Basket<BlockNumber>,
		now: BlockNumber,
		destroyed: VoteBalance,
	) {
		self.leave(basket, now, destroyed);
		if let Some(past) = self.0.last_mut() {
			past.destroyed = VoteBalance::MAX;
		}
	}

	/// What somebody had to say when this roll was taken, if it has ended since.
	pub fn voice(&self, roll: &Roll<BlockNumber>) -> Option<Voice> {
		let first = self.0.iter().find(|past| past.is_later_than(roll));
		first.filter(|past| past.was.since < roll.filed).map(|past| past.was.voice())
	}
}

/// What a member has to say on something that was filed in some block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Voice {
	/// The class they had then.
	pub class: Class,
	/// What they weigh.
	pub weight: VoteBalance,
	/// From when on they count by head.
	pub season: Season,
	/// Whether that is what they weigh today, and not what they left another class with.
	pub is_present: bool,
}

/// A member's voting weight, which only grows.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Basket<BlockNumber> {
	/// The number of the membership that it belongs to.
	pub number: MemberNumber,
	/// The class that its VOTE is counted in.
	pub class: Class,
	/// The block in which its member joined, or came to this class.
	pub since: BlockNumber,
	/// From when on its member counts by head.
	pub season: Season,
	/// What of the weight came from LABOR when it last grew, in thousandths of a VOTE.
	pub from_labor: VoteBalance,
	/// What of the weight came from LOVE when it last grew, in thousandths of a VOTE.
	pub from_love: VoteBalance,
	/// The class before this one.
	pub before: Option<Before<BlockNumber>>,
}

impl<BlockNumber: PartialOrd + Clone> Basket<BlockNumber> {
	/// The basket of somebody who joins in this block, of this epoch.
	pub fn new(admission: &Admission, since: BlockNumber, epoch: Epoch) -> Self {
		let Admission { number, class, backing } = *admission;
		let season = Season::new(epoch, backing);
		Self { number, class, since, season, from_labor: 0, from_love: 0, before: None }
	}

	/// Takes it to another class in this block, of this epoch.
	pub fn change_class(&mut self, to: Class, now: BlockNumber, epoch: Epoch, backing: Backing) {
		self.before = Some(Before::of(self));
		(self.class, self.since) = (to, now);
		// To work is what takes a season; to stop working is not.
		if to == Class::Worker {
			self.season = Season::new(epoch, backing);
		}
	}

	/// What its member has to say on what was filed in this block: none if they joined later, or have
	/// changed their class twice since.
	pub fn voice(&self, filed: &BlockNumber) -> Option<Voice> {
		let Self { class, season, .. } = *self;
		if self.since < *filed {
			return Some(Voice { class, weight: self.weight(), season, is_present: true });
		}
		self.before.as_ref().filter(|before| before.since < *filed).map(Before::voice)
	}

	/// The VOTE in it.
	pub fn weight(&self) -> VoteBalance {
		FIRST_VOTE.saturating_add(self.from_labor).saturating_add(self.from_love)
	}

	/// Lets it grow to what kept LABOR and LOVE are worth now, and says by how much it did.
	///
	/// A tenth of a VOTE for each LABOR and LOVE: with two decimals there and three here, the numbers
	/// are the same.
	pub fn grow(&mut self, labor: LaborBalance, love: LoveBalance) -> VoteBalance {
		let target = FIRST_VOTE.saturating_add(labor).saturating_add(love);
		let growth = target.saturating_sub(self.weight());
		if growth > 0 {
			// From now on the weight is what these two are worth.
			(self.from_labor, self.from_love) = (labor, love);
		}
		growth
	}
}

/// The delegate of a member on one topic.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Delegation<AccountId, BlockNumber> {
	/// The delegate.
	pub to: AccountId,
	/// The number of the delegate's membership: if they leave and return, the delegation does not.
	pub number: MemberNumber,
	/// The last block in which it holds; none if it holds until it is ended.
	pub until: Option<BlockNumber>,
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Delegation<AccountId, BlockNumber> {
	type With<Other> = Delegation<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		let Self { to, number, until } = self;
		Delegation { to: told(to), number, until }
	}
}

/// A member who lets another vote in their name.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Delegator<AccountId> {
	/// The member.
	pub who: AccountId,
	/// On which topics.
	pub topics: Vec<TopicId>,
}

impl<AccountId> NamesAccounts<AccountId> for Delegator<AccountId> {
	type With<Other> = Delegator<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Delegator<Other> {
		Delegator { who: told(self.who), topics: self.topics }
	}
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
	/// The delegate who cast it; none if the member did themselves.
	pub by: Option<AccountId>,
}

impl<AccountId> NamesAccounts<AccountId> for Ballot<AccountId> {
	type With<Other> = Ballot<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Ballot<Other> {
		Ballot { cast: self.cast, by: self.by.map(told) }
	}
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

/// Whether these can be the topics besides those that every artel has: each with a number and a title of
/// its own.
pub fn are_possible(topics: &[Topic]) -> bool {
	let mut numbers: Vec<_> = topics.iter().map(|topic| topic.number).collect();
	numbers.sort_unstable();
	numbers.dedup();
	numbers.len() == topics.len()
		&& numbers.first().is_none_or(|least| *least >= FIRST_OWN_TOPIC)
		&& topics.iter().all(|topic| !topic.title.is_blank())
		&& all_differ(topics.iter().map(|topic| &topic.title))
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
	/// What came from LABOR that was earned and kept.
	pub from_labor: VoteBalance,
	/// What came from LOVE.
	pub from_love: VoteBalance,
	/// All of it: what the member weighs without voting again.
	pub weight: VoteBalance,
	/// LABOR that counts now: paid for work that counts, kept ever since, and ripe.
	pub labor: LaborBalance,
	/// LOVE that counts now, and is ripe.
	pub love: LoveBalance,
	/// What a vote now would weigh.
	pub weight_now: VoteBalance,
	/// Whether the member is on leave, so that their basket does not grow.
	pub on_leave: bool,
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use crate::totals::Totals;
	use artel_primitives::vote::ByClass;
	use proptest::prelude::*;

	/// A worker who joined in this block, of the first epoch.
	fn joined(since: u32, backing: Backing) -> Basket<u32> {
		Basket::new(&Admission { number: 1, class: Class::Worker, backing }, since, 0)
	}

	fn basket() -> Basket<u32> {
		joined(0, Backing::Backed)
	}

	fn workers<N: Default>(workers: N) -> ByClass<N> {
		ByClass { workers, ..Default::default() }
	}

	/// The table of mechanisms, section 5, line by line.
	#[test]
	fn the_story_of_tom() {
		let mut tom = basket();
		for (step, kept, love, target, growth, weight) in [
			("joins, votes on 1", 0, 0, 1_000, 0, 1_000),
			("earned 20 LABOR, votes on 2", 2_000, 1_000, 4_000, 3_000, 4_000),
			("spent 10, earned 5, votes on 3", 1_500, 1_250, 3_750, 0, 4_000),
			("votes on 4 straight after", 1_500, 1_250, 3_750, 0, 4_000),
			("later 30 LABOR, 20 LOVE", 3_000, 2_000, 6_000, 2_000, 6_000),
		] {
			assert_eq!(FIRST_VOTE + kept + love, target, "T when he {step}");
			assert_eq!(tom.grow(kept, love), growth, "C when he {step}");
			assert_eq!(tom.weight(), weight, "z when he {step}");
		}
	}

	#[test]
	fn workers_hold_most_of_the_power_and_not_all_of_it() {
		let possible = |workers, users, supporters| {
			let class_weights = Some(ClassWeights { workers, users, supporters });
			Figures { class_weights }.are_possible()
		};
		// Both ends, and one beyond each.
		for (workers, is) in [(0, false), (49, false), (50, true), (60, true), (61, false)] {
			assert_eq!(possible(workers, 100 - workers, 0), is, "{workers}");
			assert_eq!(possible(workers, 0, 100 - workers), is, "{workers}");
		}
		// All three are a hundred, to one.
		for (users, is) in [(24, false), (25, true), (26, false), (255, false)] {
			assert_eq!(possible(60, users, 15), is, "{users}");
		}
		for (workers, users, supporters) in [(60, 20, 20), (55, 45, 0), (50, 25, 25)] {
			assert!(possible(workers, users, supporters));
		}
		for (workers, users, supporters) in [(255, 0, 0), (60, 255, 41), (50, 255, 255)] {
			assert!(!possible(workers, users, supporters));
		}
		assert!(Figures::DEFAULT.are_possible());
		assert_eq!(Figures::DEFAULT, Figures::default());
	}

	/// Whether they are possible is judged where they are decided on, so that whatever was stored is read.
	#[test]
	fn whatever_was_stored_is_read() {
		let class_weights = Some(ClassWeights { workers: 0, users: 1, supporters: 2 });
		for figures in [Figures { class_weights }, Figures::DEFAULT] {
			assert_eq!(Figures::decode(&mut &figures.encode()[..]), Ok(figures));
		}
	}

	#[test]
	fn a_season_is_a_period() {
		assert_eq!(SEASON, 13);
		for (backing, from) in
			[(Backing::Founder, Some(7)), (Backing::Backed, Some(20)), (Backing::Unbacked, None)]
		{
			let season = Season::new(7, backing);
			for by in [0, 6, 7, 8, 19, 20, 21, Epoch::MAX] {
				let is_over = from.is_some_and(|from| from <= by);
				assert_eq!(season.is_over(by), is_over, "{backing:?} in {by}");
			}
		}
	}

	#[test]
	fn a_confirmation_holds_from_the_next_epoch_on_at_the_earliest() {
		for (confirmed, from) in [(7, 20), (18, 20), (19, 20), (20, 21), (99, 100)] {
			let mut season = Season::new(7, Backing::Unbacked);
			season.confirm(confirmed);
			assert!(!season.is_over(from - 1) && season.is_over(from), "{confirmed}");
			// Once more is nothing new.
			let before = season;
			season.confirm(confirmed + 50);
			assert_eq!(season, before);
		}
	}

	#[test]
	fn what_one_has_to_say_is_of_the_class_of_the_filing() {
		let mut tom = joined(5, Backing::Founder);
		let voice = |tom: &Basket<u32>, filed| {
			let voice = tom.voice(&filed)?;
			Some((voice.class, voice.weight, voice.is_present))
		};
		// To the block of joining, and from the next one on.
		assert_eq!((voice(&tom, 4), voice(&tom, 5)), (None, None));
		assert_eq!(voice(&tom, 6), Some((Class::Worker, 1_000, true)));
		// A change of class in block 8.
		tom.change_class(Class::User, 8, 0, Backing::Backed);
		tom.from_love = 500;
		for (filed, says) in [
			(5, None),
			(6, Some((Class::Worker, 1_000, false))),
			(8, Some((Class::Worker, 1_000, false))),
			(9, Some((Class::User, 1_500, true))),
		] {
			assert_eq!(voice(&tom, filed), says, "{filed}");
		}
		// Another in block 9: what was filed before the first is lost to him.
		tom.change_class(Class::Supporter, 9, 0, Backing::Backed);
		for (filed, says) in [
			(8, None),
			(9, Some((Class::User, 1_500, false))),
			(10, Some((Class::Supporter, 1_500, true))),
		] {
			assert_eq!(voice(&tom, filed), says, "{filed}");
		}
		// He was seasoned all the time: he never became a worker.
		assert!(tom.season.is_over(0));
	}

	#[test]
	fn nothing_overflows() {
		let mut tom = joined(0, Backing::Founder);
		tom.grow(LaborBalance::MAX, LoveBalance::MAX);
		assert_eq!(tom.weight(), VoteBalance::MAX);
		let mut totals = Totals::default();
		for _ in 0..3 {
			totals.enter(&tom);
			totals.grow(&tom, VoteBalance::MAX);
		}
		let roll = totals.roll(9, Epoch::MAX, None);
		assert_eq!(totals.electorate(&roll).votes, workers(VoteBalance::MAX));
		let last = Season::new(Epoch::MAX, Backing::Backed);
		assert_eq!(last.from, Epoch::MAX);
	}

	/// What was there at the filing, and what has become of it, in one class.
	#[test]
	fn an_electorate_is_what_was_there_and_what_it_grew() {
		let mut totals = Totals::default();
		let (mut old, young) = (joined(1, Backing::Founder), joined(7, Backing::Backed));
		totals.enter(&old);
		let roll = totals.roll(5, 0, None);
		totals.enter(&young);
		old.from_love = 300;
		totals.grow(&old, 300);
		totals.grow(&young, 40);
		totals.exit(&old);
		let all = totals.electorate(&roll);
		assert_eq!(all.votes, workers(1_300));
		assert_eq!((all.members, all.seasoned), (workers(1), workers(1)));
		// What is filed next has only the younger one.
		let roll = totals.roll(8, 0, None);
		let all = totals.electorate(&roll);
		assert_eq!(all.votes, workers(1_040));
		// It is not seasoned, but nobody is.
		assert_eq!((roll.seasoned, roll.seasoned_by()), (workers(0), None));
		assert_eq!((all.members, all.seasoned), (workers(1), workers(1)));
		let roll = totals.roll(8, 13, None);
		assert_eq!((roll.seasoned, roll.seasoned_by()), (workers(1), Some(13)));
	}

	#[test]
	fn growth_is_explained_by_what_it_came_from() {
		let mut tom = basket();
		tom.grow(2_000, 1_000);
		assert_eq!((tom.from_labor, tom.from_love), (2_000, 1_000));
		// Less LABOR and much more LOVE: what it weighs now comes from LOVE alone.
		tom.grow(0, 4_500);
		assert_eq!((tom.from_labor, tom.from_love), (0, 4_500));
	}

	proptest! {
		#[test]
		fn it_only_grows_and_never_beyond_its_sources(
			steps in prop::collection::vec((0..50_000u64, 0..50_000u64), 1..30),
		) {
			let mut tom = basket();
			let mut highest = FIRST_VOTE;
			for (kept, love) in steps {
				let before = tom.weight();
				let growth = tom.grow(kept, love);
				highest = highest.max(FIRST_VOTE + kept + love);
				prop_assert_eq!(tom.weight(), before + growth);
				prop_assert_eq!(tom.weight(), highest);
			}
		}
	}
}
