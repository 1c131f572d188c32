// SPDX-License-Identifier: Apache-2.0

//! What ought to be so, kept as plainly as possible: everything that is summed up on the chain is
//! counted anew here from who is, and was, what.

use crate::{mock::*, *};
use artel_primitives::vote::ByClass;
use frame::testing_prelude::*;
use std::collections::{BTreeMap, BTreeSet};

pub const PEOPLE: std::ops::RangeInclusive<AccountId> = ALICE..=FERDIE;
pub const CLASSES: [Class; 3] = [Class::Worker, Class::User, Class::Supporter];

/// What the polls of a story are about: two votes and a question, on two topics.
pub const POLLS: [(TopicId, u8); 3] = [(GENERAL, 0), (GARDEN, 0), (GARDEN, 3)];

/// Which of the three polls.
pub type Slot = usize;

/// What somebody does, or what happens to somebody.
#[derive(Clone, Debug)]
pub enum Step {
	Vote(AccountId, Slot, Choice),
	VoteFor(AccountId, Slot, Choice, Vec<AccountId>),
	Reweigh(AccountId, Slot),
	Delegate(AccountId, TopicId, AccountId, Option<BlockNumber>),
	Undelegate(AccountId, TopicId),
	Update(AccountId),
	Pass(BlockNumber),
	Epochs(u32),
	Lock(Slot),
	File(Slot, AccountId, Vec<AccountId>, bool),
	Join(AccountId, Class, Backing),
	Leave(AccountId),
	ChangeClass(AccountId, Class, Backing),
	Confirm(AccountId),
	Freeze(AccountId, bool),
	Work(AccountId, u64),
	Kept(AccountId, u64),
	Love(AccountId, u64),
}

fn vote_of(choice: Choice) -> Vote {
	match choice {
		Choice::Aye => Vote::Aye,
		Choice::Nay => Vote::Nay,
		Choice::Abstain => Vote::Abstain,
		Choice::Block => block_because("It should not happen."),
		Choice::Option(at) => Vote::Option(at),
	}
}

/// The time that somebody spends in one class, by its place in the list of all of them.
type StintId = usize;

#[derive(Clone, Debug)]
struct Stint {
	who: AccountId,
	class: Class,
	since: BlockNumber,
	/// The first epoch in which it could be seasoned, and whether it has the backing.
	ripe: u32,
	backed: bool,
	/// The class that it came from.
	before: Option<StintId>,
	/// What it weighs, or weighed when it ended.
	weight: u64,
	over: bool,
}

/// A member, as it ought to be.
#[derive(Clone, Debug)]
struct Person {
	number: u32,
	stint: StintId,
}

/// A vote, as it ought to have been cast.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Said {
	choice: Choice,
	class: Class,
	weight: u64,
	filed_it: bool,
	seasoned: bool,
	by: Option<AccountId>,
}

/// A poll, as it ought to be.
#[derive(Default)]
struct Matter {
	number: PollId,
	topic: TopicId,
	options: u8,
	proposer: AccountId,
	silent: Vec<AccountId>,
	in_person: bool,
	locked: bool,
	said: BTreeMap<AccountId, Said>,
	/// Those who were there when it was filed, and those of them who count by head.
	roll: BTreeSet<StintId>,
	counted: BTreeSet<StintId>,
}

fn by_class<N>(of: impl Fn(Class) -> N) -> ByClass<N> {
	let [workers, users, supporters] = CLASSES.map(of);
	ByClass { workers, users, supporters }
}

impl Matter {
	/// The weight of those of whom this is true, class by class.
	fn sum(&self, is: impl Fn(&Said) -> bool) -> ByClass<u64> {
		by_class(|class| {
			let mine = self.said.values().filter(|said| said.class == class && is(said));
			mine.map(|said| said.weight).sum()
		})
	}

	/// How many there are of whom this is true, class by class.
	fn count(&self, is: impl Fn(&Said) -> bool) -> ByClass<u32> {
		by_class(|class| {
			self.said.values().filter(|said| said.class == class && is(said)).count() as u32
		})
	}

	fn tally(&self) -> Tally {
		let aye = |said: &Said| said.choice == Choice::Aye;
		let nay = |said: &Said| matches!(said.choice, Choice::Nay | Choice::Block);
		let block = |said: &Said| said.choice == Choice::Block;
		let options: Vec<_> = (0..self.options)
			.map(|at| self.sum(|said| said.choice == Choice::Option(at)))
			.collect();
		Tally {
			ayes: self.sum(aye),
			nays: self.sum(nay),
			abstains: self.sum(|said| said.choice == Choice::Abstain),
			blocks: self.sum(block),
			options: options.try_into().expect("there are few options"),
			proposer_aye: self.sum(|said| aye(said) && said.filed_it),
			aye_heads: self.count(aye).heads(),
			other_ayes: self.count(|said| aye(said) && !said.filed_it && said.by.is_none()).heads(),
			block_heads: self.count(block).heads(),
			seasoned_ayes: self.count(|said| aye(said) && said.seasoned),
			seasoned_nays: self.count(|said| nay(said) && said.seasoned),
		}
	}

	fn takes(&self, choice: Choice) -> bool {
		match choice {
			Choice::Abstain => true,
			Choice::Option(at) => at < self.options,
			_ => self.options == 0,
		}
	}
}

/// What ought to be so.
#[derive(Default)]
pub struct Model {
	now: BlockNumber,
	epoch: u32,
	last_number: u32,
	stints: Vec<Stint>,
	members: BTreeMap<AccountId, Person>,
	kept: BTreeMap<AccountId, u64>,
	love: BTreeMap<AccountId, u64>,
	on_leave: BTreeSet<AccountId>,
	delegations: BTreeMap<(AccountId, TopicId), (AccountId, u32, Option<BlockNumber>)>,
	polls: [Matter; 3],
}

impl Model {
	/// Three workers and three users are members, and all polls have just been filed.
	pub fn new() -> Self {
		let mut model = Self { now: FOUNDED, ..Self::default() };
		for who in [ALICE, BOB, CHARLIE] {
			model.enter(who, Class::Worker, Backing::Founder);
		}
		(model.now, model.epoch) = (TODAY, THIS_EPOCH);
		for who in [DAVE, EVE, FERDIE] {
			assert!(model.take(Step::Join(who, Class::User, Backing::Backed)).0);
		}
		model.take(Step::Pass(1)).1.expect("time passes");
		for at in 0..POLLS.len() {
			model.file(at, ARTEL, vec![], false);
		}
		model
	}

	/// Somebody becomes a member.
	fn enter(&mut self, who: AccountId, class: Class, backing: Backing) {
		self.last_number += 1;
		let stint = self.begin(who, class, None);
		self.season(stint, backing);
		self.members.insert(who, Person { number: self.last_number, stint });
	}

	/// Somebody begins in a class; it has 1 VOTE.
	fn begin(&mut self, who: AccountId, class: Class, before: Option<StintId>) -> StintId {
		let (since, over) = (self.now, false);
		let (ripe, backed, weight) = (0, false, 1_000);
		self.stints.push(Stint { who, class, since, ripe, backed, before, weight, over });
		self.stints.len() - 1
	}

	/// Thirteen epochs from now it could be seasoned, and founders are at once.
	fn season(&mut self, stint: StintId, backing: Backing) {
		let wait = if backing == Backing::Founder { 0 } else { 13 };
		self.stints[stint].ripe = self.epoch + wait;
		self.stints[stint].backed = backing != Backing::Unbacked;
	}

	/// The roll of what is filed now: each member with the class that it has had since an
	/// earlier block.
	fn roll(&self) -> BTreeSet<StintId> {
		let earlier = |stint: &StintId| self.stints[*stint].since < self.now;
		let of = |person: &Person| {
			let before = self.stints[person.stint].before;
			Some(person.stint).filter(earlier).or(before.filter(earlier))
		};
		self.members.values().filter_map(of).collect()
	}

	/// Those of them who count by head: the seasoned, or everybody if nobody is.
	fn counted(&self, roll: &BTreeSet<StintId>) -> BTreeSet<StintId> {
		let is_seasoned = |stint: &StintId| {
			let Stint { ripe, backed, .. } = self.stints[*stint];
			backed && ripe <= self.epoch
		};
		let seasoned: BTreeSet<_> = roll.iter().copied().filter(is_seasoned).collect();
		if seasoned.is_empty() {
			roll.clone()
		} else {
			seasoned
		}
	}

	/// What those on a roll are together, without these.
	fn electorate(
		&self,
		roll: &BTreeSet<StintId>,
		counted: &BTreeSet<StintId>,
		without: &[AccountId],
	) -> Electorate {
		let is_in = |stint: &StintId| {
			!without.contains(&self.stints[*stint].who) || self.is_forgotten(*stint)
		};
		let of = |set: &BTreeSet<StintId>, class| {
			let all = set.iter().copied().filter(is_in).map(|stint| self.stints[stint].clone());
			all.filter(|stint| stint.class == class).collect::<Vec<_>>()
		};
		Electorate {
			votes: by_class(|class| of(roll, class).iter().map(|stint| stint.weight).sum()),
			members: by_class(|class| of(roll, class).len() as u32),
			seasoned: by_class(|class| of(counted, class).len() as u32),
			weights: None,
		}
	}

	/// Whether somebody has left four classes since it left this one.
	fn is_forgotten(&self, stint: StintId) -> bool {
		let Stint { who, over, .. } = self.stints[stint];
		let later = self.stints[stint..].iter().skip(1).filter(|other| other.who == who);
		over && later.filter(|other| other.over).count() >= 4
	}

	/// Opens a poll, here and on the chain, in place of the one there was.
	fn file(&mut self, at: Slot, proposer: AccountId, without: Vec<AccountId>, in_person: bool) {
		let (topic, options) = POLLS[at];
		let roll = self.roll();
		let silent = silent(&without);
		self.polls[at] = Matter {
			number: open_with(Terms { options, silent, proposer, in_person, ..terms(topic) }),
			topic,
			options,
			proposer,
			silent: without,
			in_person,
			counted: self.counted(&roll),
			roll,
			..Matter::default()
		};
	}

	fn stint_of(&self, who: AccountId) -> Option<&Stint> {
		self.members.get(&who).map(|person| &self.stints[person.stint])
	}

	/// What somebody would weigh if it were looked at now, if it is a member.
	fn would_weigh(&self, who: AccountId) -> Option<u64> {
		let amount = |of: &BTreeMap<_, _>| of.get(&who).copied().unwrap_or(0);
		let (kept, love) = (amount(&self.kept), amount(&self.love));
		let has = self.stint_of(who)?.weight;
		let grown = has.max(1_000 + kept + love);
		Some(if self.on_leave.contains(&who) { has } else { grown })
	}

	/// Somebody is looked at, and is a member.
	fn look(&mut self, who: AccountId) -> bool {
		let Some(weighs) = self.would_weigh(who) else { return false };
		let stint = self.members.get(&who).expect("it weighs something").stint;
		self.stints[stint].weight = weighs;
		true
	}

	/// As what somebody votes on a poll, if it may. It may no longer after changing its class twice.
	fn votes_as(&self, who: AccountId, poll: &Matter) -> Option<StintId> {
		let present = self.members.get(&who)?.stint;
		let at_most_one_ago = [Some(present), self.stints[present].before];
		let mine = at_most_one_ago.into_iter().flatten().find(|stint| poll.roll.contains(stint));
		mine.filter(|_| !poll.silent.contains(&who))
	}

	/// What a vote of somebody would weigh on a poll.
	fn voice(&self, who: AccountId, poll: &Matter) -> u64 {
		match self.votes_as(who, poll) {
			Some(stint) if self.stints[stint].over => self.stints[stint].weight,
			Some(_) => self.would_weigh(who).expect("it is a member"),
			None => 0,
		}
	}

	/// The one whom somebody lets vote on a topic.
	fn delegate_of(&self, who: AccountId, topic: TopicId) -> Option<AccountId> {
		[topic, GENERAL].into_iter().find_map(|topic| {
			let (to, number, until) = self.delegations.get(&(who, topic))?;
			let holds = until.is_none_or(|until| self.now <= until);
			let is_there = self.members.get(to).is_some_and(|to| to.number == *number);
			(holds && is_there).then_some(*to)
		})
	}

	/// Somebody's vote is cast, if that may be so.
	fn cast(&mut self, at: Slot, who: AccountId, choice: Choice, by: Option<AccountId>) -> bool {
		if !self.look(who) {
			return false;
		}
		let Some(stint) = self.votes_as(who, &self.polls[at]) else { return false };
		let poll = &mut self.polls[at];
		// Late, nothing is changed, but one's own vote still comes in the place of a delegate's, and the
		// same may be said again.
		let stands = |said: &Said| match by {
			Some(_) => said.by != by || said.choice != choice,
			None => said.by.is_none() && said.choice != choice,
		};
		let late = poll.locked && poll.said.get(&who).is_some_and(stands);
		let may = !late && poll.takes(choice);
		if may {
			let Stint { class, weight, .. } = self.stints[stint];
			let seasoned = poll.counted.contains(&stint);
			let filed_it = poll.proposer == who;
			poll.said.insert(who, Said { choice, class, weight, filed_it, seasoned, by });
		}
		may
	}

	/// Whether a delegate is the one to ask, and has not been forestalled.
	fn may_cast_for(&self, at: Slot, who: AccountId, by: AccountId) -> bool {
		let poll = &self.polls[at];
		let spoke_itself = poll.said.get(&who).is_some_and(|said| said.by.is_none());
		!spoke_itself && self.delegate_of(who, poll.topic) == Some(by)
	}

	/// A ballot is brought to what its voter weighs now, if it weighs less and is of its present class.
	fn reweigh(&mut self, at: Slot, who: AccountId) -> bool {
		if !self.look(who) {
			return false;
		}
		let stint = self.votes_as(who, &self.polls[at]).filter(|stint| !self.stints[*stint].over);
		let Some(weight) = stint.map(|stint| self.stints[stint].weight) else { return false };
		match self.polls[at].said.get_mut(&who) {
			Some(said) if said.weight < weight => {
				said.weight = weight;
				true
			},
			_ => false,
		}
	}

	/// Takes the step, here and on the chain; says whether the chain should have allowed it, and what
	/// it did.
	pub fn take(&mut self, step: Step) -> (bool, DispatchResult) {
		let done = (true, Ok(()));
		// What is refused leaves no trace.
		let before = self.stints.clone();
		match step {
			Step::Vote(who, at, choice) => {
				let allowed = self.cast(at, who, choice, None);
				if !allowed {
					self.stints = before;
				}
				(allowed, vote(who, self.polls[at].number, vote_of(choice)))
			},
			Step::VoteFor(by, at, choice, whom) => {
				let alone = self.polls[at].in_person && !whom.is_empty();
				let allowed = !alone && self.cast(at, by, choice, None);
				if allowed {
					// Nobody blocks in another's name.
					let theirs = if choice == Choice::Block { Choice::Nay } else { choice };
					for who in &whom {
						// Those it may not speak for are not even looked at.
						let stands = |said: &Said| {
							self.polls[at].locked && (said.by != Some(by) || said.choice != theirs)
						};
						let late = self.polls[at].said.get(who).is_some_and(stands);
						if !late && self.may_cast_for(at, *who, by) {
							self.cast(at, *who, theirs, Some(by));
						}
					}
				} else {
					self.stints = before;
				}
				(allowed, vote_for(by, self.polls[at].number, vote_of(choice), &whom))
			},
			Step::Reweigh(who, at) => {
				let allowed = self.reweigh(at, who);
				if !allowed {
					self.stints = before;
				}
				(allowed, reweigh(self.polls[at].number, who))
			},
			Step::Delegate(who, topic, to, blocks) => {
				let until = blocks.map(|blocks| self.now + blocks);
				let both = self.members.get(&to).filter(|_| self.members.contains_key(&who));
				let allowed = both.is_some() && who != to && blocks != Some(0);
				if let Some(Person { number, .. }) = both.filter(|_| allowed) {
					self.delegations.insert((who, topic), (to, *number, until));
				}
				(allowed, VoteBasket::delegate(signed(who), topic, to, until))
			},
			Step::Undelegate(who, topic) => {
				let allowed = self.delegations.remove(&(who, topic)).is_some();
				(allowed, VoteBasket::undelegate(signed(who), topic))
			},
			Step::Update(who) => (self.look(who), VoteBasket::update(signed(FERDIE), who)),
			Step::Pass(blocks) => {
				self.now += blocks;
				System::set_block_number(self.now);
				done
			},
			Step::Epochs(passed) => {
				self.epoch += passed;
				set_epoch(self.epoch);
				// An epoch begins with a block.
				self.take(Step::Pass(1))
			},
			Step::Lock(at) => {
				self.polls[at].locked = true;
				lock(self.polls[at].number);
				done
			},
			Step::File(at, proposer, without, in_person) => {
				let (over, ballots) = (self.polls[at].number, self.polls[at].said.len());
				close(over);
				// What is over is forgotten, two ballots at a time.
				for left in (0..ballots.div_ceil(2).max(1)).rev() {
					assert_eq!(VoteBasket::clear(over, 2), left == 0);
				}
				self.file(at, proposer, without, in_person);
				done
			},
			Step::Join(who, class, backing) => {
				if !self.members.contains_key(&who) {
					self.enter(who, class, backing);
					join_with(who, class, backing);
				}
				done
			},
			Step::Leave(who) => {
				if let Some(Person { stint, .. }) = self.members.remove(&who) {
					self.stints[stint].over = true;
					self.delegations.retain(|(from, _), _| *from != who);
					leave(who);
				}
				done
			},
			Step::ChangeClass(who, to, backing) => {
				let from = self.members.get(&who).map(|person| person.stint);
				if let Some(from) = from.filter(|from| self.stints[*from].class != to) {
					let stint = self.begin(who, to, Some(from));
					let Stint { ripe, backed, weight, .. } = self.stints[from].clone();
					self.stints[from].over = true;
					let stands = &mut self.stints[stint];
					(stands.ripe, stands.backed, stands.weight) = (ripe, backed, weight);
					if to == Class::Worker {
						self.season(stint, backing);
					}
					self.members.get_mut(&who).expect("it is a member").stint = stint;
					change_class_with(who, to, backing);
				}
				done
			},
			Step::Confirm(who) => {
				if let Some(Person { stint, .. }) = self.members.get(&who) {
					let stint = &mut self.stints[*stint];
					if !stint.backed {
						(stint.backed, stint.ripe) = (true, stint.ripe.max(self.epoch + 1));
					}
					confirm(who);
				}
				done
			},
			Step::Freeze(who, true) => {
				self.on_leave.insert(who);
				go_on_leave(who);
				done
			},
			Step::Freeze(who, false) => {
				self.on_leave.remove(&who);
				come_back(who);
				done
			},
			Step::Work(who, labor) => {
				*self.kept.entry(who).or_default() += labor;
				*self.love.entry(who).or_default() += labor / 2;
				earn(who, labor);
				done
			},
			Step::Kept(who, amount) => {
				self.kept.insert(who, amount);
				set_kept(who, amount);
				done
			},
			Step::Love(who, amount) => {
				self.love.insert(who, amount);
				set_love(who, amount);
				done
			},
		}
	}

	/// Fails unless the chain says the same.
	pub fn agrees(&self) {
		for who in PEOPLE {
			let basket = Baskets::<Test>::get(who);
			let has = basket.map(|basket| (basket.number, basket.class, basket.weight()));
			let should = self.members.get(&who).map(|person| {
				let Stint { class, weight, .. } = self.stints[person.stint];
				(person.number, class, weight)
			});
			assert_eq!(has, should, "the basket of {who}");
		}
		let mut delegations = BTreeMap::new();
		for who in PEOPLE {
			for (topic, Delegation { to, number, until }) in VoteBasket::delegations(who) {
				delegations.insert((who, topic), (to, number, until));
			}
		}
		assert_eq!(delegations, self.delegations);
		// Those who could vote on what was filed now.
		let roll = self.roll();
		let now = self.electorate(&roll, &self.counted(&roll), &[]);
		assert_eq!(VoteBasket::electorate(), now);
		for poll in &self.polls {
			let said: BTreeMap<_, _> = Ballots::<Test>::iter_prefix(poll.number)
				.map(|(who, Ballot { cast, by })| {
					let Cast { choice, class, weight, own, filed_it, seasoned } = cast;
					assert_eq!(own, by.is_none());
					(who, Said { choice, class, weight, filed_it, seasoned, by })
				})
				.collect();
			assert_eq!(said, poll.said);
			assert_eq!(tally(poll.number), poll.tally());
			let all = electorate(poll.number);
			assert_eq!(all, self.electorate(&poll.roll, &poll.counted, &poll.silent));
			// Class by class, neither more was cast than the electorate has, nor by more heads.
			let cast = poll.sum(|_| true);
			assert_eq!(cast.minus(&all.votes).total(), 0, "{cast:?} of {all:?}");
			assert_eq!(poll.count(|_| true).minus(&all.members).heads(), 0);
			assert_eq!(poll.count(|said| said.seasoned).minus(&all.seasoned).heads(), 0);
		}
		let kept: usize = self.polls.iter().map(|poll| poll.said.len()).sum();
		assert_eq!(Ballots::<Test>::iter_keys().count(), kept);
	}

	/// Fails unless the chain says the same of what each person is to each poll.
	pub fn agrees_on_each(&self) {
		for poll in &self.polls {
			for who in PEOPLE {
				// Its vote would weigh what is foretold.
				assert_eq!(voice(who, poll.number), self.voice(who, poll));
				// Without it, what it was is missing, and nothing else.
				assert_eq!(
					electorate_without(poll.number, &[who]),
					self.electorate(&poll.roll, &poll.counted, &[who])
				);
			}
		}
	}

	/// The number of each poll, and who can vote on it.
	pub fn electorates(&self) -> [(PollId, Electorate); 3] {
		core::array::from_fn(|at| (self.polls[at].number, electorate(self.polls[at].number)))
	}

	/// Whether somebody without a part in this poll has left so many classes since that they are
	/// forgotten.
	pub fn forgets(&self, at: Slot) -> bool {
		let Matter { roll, silent, .. } = &self.polls[at];
		roll.iter()
			.any(|stint| silent.contains(&self.stints[*stint].who) && self.is_forgotten(*stint))
	}
}
