// SPDX-License-Identifier: Apache-2.0

//! What everybody owns, what is voted on, and what follows.

use super::*;

/// A member.
#[derive(Clone, Debug)]
pub struct Person {
	pub since: BlockNumber,
	pub free: LaborBalance,
	pub later: LaborBalance,
	pub open: Vec<ProposalId>,
}

/// A proposal.
#[derive(Clone, Debug)]
pub struct Item {
	pub what: What,
	pub by: AccountId,
	pub filed: BlockNumber,
	pub notice: BlockNumber,
	pub ends: BlockNumber,
	pub lazy: bool,
	/// Whether a block is no more than a vote against it.
	pub unblockable: bool,
	/// Those who were there when it was filed.
	pub roll: BTreeSet<AccountId>,
	/// Those who have no part in it.
	pub silent: Vec<AccountId>,
	/// How it was approved, if it was.
	pub route: Option<Route>,
	/// Why it could not be carried out when somebody last tried.
	pub error: Option<DispatchError>,
	pub said: BTreeMap<AccountId, Choice>,
	pub at: At,
	/// Whether its price is tied up in escrow, or on the account of whoever filed it.
	pub tied: Option<bool>,
}

impl Item {
	pub fn count(&self, choice: Choice) -> u64 {
		self.said.values().filter(|said| **said == choice).count() as u64
	}

	pub fn is_confirming(&self) -> bool {
		matches!(self.at, At::Confirming { .. })
	}

	/// The one who gains by it, if that is known.
	pub fn beneficiary(&self) -> Option<AccountId> {
		match &self.what {
			What::Task(task) => task.worker,
			What::Reward(reward) => Some(reward.worker),
			_ => None,
		}
	}

	/// The block in which nobody votes on it any more, if it is voted on.
	pub fn voted_until(&self) -> Option<BlockNumber> {
		match self.at {
			At::Voting { .. } => Some(self.ends),
			At::Confirming { ends, .. } => Some(ends),
			_ => None,
		}
	}

	/// Everybody's vote weighs the same, so heads can be counted: those who could vote.
	pub fn electorate(&self) -> u64 {
		self.roll.iter().filter(|who| !self.silent.contains(who)).count() as u64
	}

	/// Those of them who neither filed it nor gain by it.
	fn others(&self) -> u64 {
		self.electorate().saturating_sub((!self.silent.contains(&self.by)).into())
	}

	fn other_ayes(&self) -> u64 {
		let own = self.said.get(&self.by) == Some(&Choice::Aye);
		self.count(Choice::Aye) - u64::from(own)
	}

	fn nays(&self) -> u64 {
		self.count(Choice::Nay) + self.count(Choice::Block)
	}

	fn is_blocked(&self) -> bool {
		let (blocks, all) = (self.count(Choice::Block), self.electorate());
		!self.unblockable && blocks >= 2 && blocks * 10 >= all
	}

	fn has_bar(&self) -> bool {
		let others = !self.what.is_work() || self.other_ayes() >= self.others().min(2);
		self.count(Choice::Aye) * 2 > self.electorate() && others
	}

	/// How it ends, if its bar is no matter.
	pub fn at_the_end(&self) -> Outcome {
		if self.is_blocked() {
			return Outcome::Blocked;
		}
		let (ayes, nays, all) = (self.count(Choice::Aye), self.nays(), self.electorate());
		// The own vote of whoever proposes work does not carry it.
		let carrying = if self.what.is_work() { self.other_ayes() } else { ayes };
		let needed = match self.what.is_work() {
			true => self.others().min(if self.lazy && nays == 0 { 1 } else { 2 }),
			false => 0,
		};
		let passes = match self.lazy {
			true => carrying > nays,
			false => {
				let heads = (self.roll.len() as u64).div_ceil(2).min(3);
				carrying > 0
					&& carrying * 3 >= (carrying + nays) * 2
					&& ayes * 10 >= all
					&& ayes >= heads
			},
		};
		let route = if self.lazy { Route::Lazy } else { Route::Second };
		match all > 0 && passes && self.other_ayes() >= needed {
			true => Outcome::Approved(route),
			false => Outcome::Rejected,
		}
	}

	/// The blocks in which something begins or ends.
	pub fn moments(&self) -> Vec<BlockNumber> {
		match self.at {
			At::Voting { .. } => vec![self.notice, self.ends - 2, self.ends],
			At::Confirming { ends, .. } => vec![ends - 2, ends],
			At::Approved { from, until, .. } => vec![from, until, until + 1],
			At::Done { at, .. } => vec![at + 31],
			At::Underway { .. } => vec![],
		}
	}
}

/// All there is.
#[derive(Clone, Debug)]
pub struct Model {
	pub block: BlockNumber,
	pub epoch: u32,
	pub people: BTreeMap<AccountId, Person>,
	/// How many have left.
	pub left: u64,
	pub pool: LaborBalance,
	pub items: BTreeMap<ProposalId, Item>,
	pub last: ProposalId,
	pub blocked: Vec<(Same, ProposalId, BlockNumber)>,
	pub spending: Option<Spending>,
	/// The number of what was funded last.
	pub last_delivery: DeliveryId,
	pub heard: Vec<Work<AccountId>>,
	/// What rare things have happened.
	pub sights: BTreeSet<Sight>,
}

/// Something rare, which stories have to be about as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
	/// Passed by its bar, on the second route, or lazily.
	ByBar,
	BySecond,
	ByLazy,
	Blocked,
	AlreadyBlocked,
	/// Passed again at the end of its confirmation, or did not.
	Confirmed,
	Unconfirmed,
	/// Its end was put off.
	Prolonged,
	/// Was too large to be filed.
	TooLarge,
	/// Approved, and could not be paid for one reason or the other.
	ProposerShort,
	AllowanceReached,
	TasksFull,
	/// And was paid all the same later.
	PaidLater,
	Lapsed,
	/// Somebody left who paid for what was under way.
	Orphaned,
	/// A payment did not fit.
	Deferred,
	/// The call of a motion failed.
	MotionFailed,
	/// An idle block did something.
	Swept,
	/// A proposal was taken back after members had voted.
	TakenBack,
}

impl Model {
	pub fn new() -> Self {
		let mut model = Self {
			block: FOUNDED,
			epoch: 0,
			people: BTreeMap::new(),
			left: 0,
			pool: FIRST_POOL,
			items: BTreeMap::new(),
			last: 0,
			blocked: Vec::new(),
			spending: None,
			last_delivery: 0,
			heard: Vec::new(),
			sights: BTreeSet::new(),
		};
		FOUNDERS.into_iter().for_each(|who| model.join(who));
		model.block = TODAY;
		model
	}

	pub fn join(&mut self, who: AccountId) {
		let newcomer = Person { since: self.block, free: WALLET, later: 0, open: Vec::new() };
		self.people.insert(who, newcomer);
	}

	pub fn is_member(&self, who: AccountId) -> bool {
		self.people.contains_key(&who)
	}

	pub fn person(&mut self, who: AccountId) -> &mut Person {
		self.people.get_mut(&who).expect("it is a member")
	}

	pub fn item(&self, proposal: ProposalId) -> Result<&Item, DispatchError> {
		self.items.get(&proposal).ok_or_else(|| E::NoSuchProposal.into())
	}

	pub fn item_mut(&mut self, proposal: ProposalId) -> &mut Item {
		self.items.get_mut(&proposal).expect("it is there")
	}

	pub fn go_to(&mut self, proposal: ProposalId, at: At) {
		self.item_mut(proposal).at = at;
	}

	// What is tied up, counted anew.

	pub fn held(&self, who: AccountId) -> LaborBalance {
		self.items
			.values()
			.filter(|item| item.tied == Some(false) && item.by == who)
			.map(|item| item.what.price())
			.sum()
	}

	pub fn escrowed(&self) -> LaborBalance {
		self.items
			.values()
			.filter(|item| item.tied == Some(true))
			.map(|item| item.what.price())
			.sum()
	}

	// What votes decide.

	pub fn outcome(&self, item: &Item) -> Option<Outcome> {
		let is_over = item.voted_until().is_some_and(|until| self.block >= until);
		match item.at {
			At::Confirming { .. } => is_over.then(|| item.at_the_end()),
			At::Voting { decided: Some(outcome) } => Some(outcome),
			At::Voting { decided: None } => {
				if let What::Question(options) = item.what {
					return is_over.then(|| self.answer(item, options));
				}
				if self.block < item.notice {
					return None;
				}
				if item.is_blocked() {
					return Some(Outcome::Blocked);
				}
				if item.has_bar() {
					return Some(Outcome::Approved(Route::Bar));
				}
				is_over.then(|| item.at_the_end())
			},
			_ => None,
		}
	}

	pub fn answer(&self, item: &Item, options: u8) -> Outcome {
		let counts: Vec<_> = (0..options).map(|at| item.count(Choice::Option(at))).collect();
		let most = *counts.iter().max().expect("there are options");
		let best: Vec<_> = (0..options).filter(|at| counts[*at as usize] == most).collect();
		Outcome::Answered((most > 0 && best.len() == 1).then(|| best[0]))
	}

	pub fn file(&mut self, who: AccountId, what: What) -> Foreseen {
		if let What::Task(task) = &what {
			ensure!(what.price() > 0, E::ImpossibleMinutes);
			let lives = task.funding == Funding::Pool && task.stream == Stream::Livelihood;
			ensure!(!lives, E::ImpossibleStream);
			ensure!((1..=40).contains(&task.time), E::ImpossibleTime);
			ensure!(task.worker.is_none_or(|it| self.is_member(it)), E::OtherIsNotMember);
			let selfish = task.funding == Funding::Own && task.worker == Some(who);
			ensure!(!selfish, E::OtherIsYourself);
		}
		if let What::Reward(reward) = &what {
			ensure!(what.price() > 0, E::ImpossibleMinutes);
			ensure!(self.is_member(reward.worker), E::OtherIsNotMember);
		}
		let own = what.task().is_some_and(|task| task.funding == Funding::Own);
		if !own && what.price() > self.spending().pool * 30 / 100 {
			self.sights.insert(Sight::TooLarge);
			return Err(E::ImpossiblePrice.into());
		}
		let silent = match &what {
			What::Task(Task { worker, .. }) => worker.iter().copied().collect(),
			What::Reward(reward) => vec![reward.worker],
			_ => vec![],
		};
		ensure!(self.is_member(who), E::NotMember);
		let same = what.same(who);
		let before = self.blocked.iter().find(|(blocked, ..)| *blocked == same).cloned();
		if before.as_ref().is_some_and(|(_, _, again)| self.block < *again) {
			self.sights.insert(Sight::AlreadyBlocked);
			return Err(E::AlreadyBlocked.into());
		}
		// What was taken back after members had voted counts for its time.
		let mut open = self.people[&who].open.clone();
		open.retain(|at| {
			let item = self.items.get(at);
			item.is_some_and(|item| !item.at.is_done() || self.block < item.ends)
		});
		ensure!(open.len() < MAX_OPEN, E::TooManyOpen);
		self.last += 1;
		let proposal = self.last;
		open.push(proposal);
		self.person(who).open = open;
		let there = self.people.iter().filter(|(_, person)| person.since < self.block);
		let roll: BTreeSet<_> = there.map(|(who, _)| *who).collect();
		let lazy = what.is_work() && roll.len() < 7;
		let (notice, lasts) = match what {
			What::Question(_) => (6, 6),
			_ if lazy => (3, 9),
			_ => (3, 24),
		};
		let item = Item {
			what,
			by: who,
			filed: self.block,
			notice: self.block + notice,
			ends: self.block + lasts,
			lazy,
			unblockable: before.is_some(),
			roll,
			silent,
			route: None,
			error: None,
			said: BTreeMap::new(),
			at: At::Voting { decided: None },
			tied: None,
		};
		self.items.insert(proposal, item);
		Ok(())
	}

	pub fn vote(&mut self, who: AccountId, proposal: ProposalId, choice: Choice) -> Foreseen {
		let item = self.items.get(&proposal).ok_or(NOT_VOTED_ON)?;
		let until = item.voted_until().ok_or(NOT_VOTED_ON)?;
		ensure!(self.block < until && self.outcome(item).is_none(), NOT_VOTED_ON);
		let heard = self.people.get(&who).is_some_and(|person| person.since < item.filed);
		ensure!(heard && !item.silent.contains(&who), NO_VOICE);
		let options = if let What::Question(options) = item.what { options } else { 0 };
		let fits = match choice {
			Choice::Abstain => true,
			Choice::Option(at) => at < options,
			_ => options == 0,
		};
		ensure!(fits, NO_CHOICE);
		let late = self.block >= until - 2;
		let before = item.said.get(&who);
		ensure!(!late || before.is_none_or(|before| *before == choice), NOT_IN_QUIET_TIME);
		let passed = matches!(item.at_the_end(), Outcome::Approved(_));
		let item = self.item_mut(proposal);
		item.said.insert(who, choice);
		match item.at {
			At::Confirming { ends, restarts } => {
				let passes = matches!(item.at_the_end(), Outcome::Approved(_));
				if late && passes != passed && restarts < 3 {
					let ends = ends.max(self.block + 2);
					self.go_to(proposal, At::Confirming { ends, restarts: restarts + 1 });
					self.sights.insert(Sight::Prolonged);
				}
			},
			_ => {
				let decided = self.outcome(&self.items[&proposal]);
				self.go_to(proposal, At::Voting { decided });
			},
		}
		Ok(())
	}

	pub fn withdraw(&mut self, who: AccountId, proposal: ProposalId) -> Foreseen {
		let item = self.item(proposal)?;
		ensure!(item.by == who, E::NotYourProposal);
		let open = item.at.is_voted_on() && self.outcome(item).is_none();
		ensure!(open, E::NotAtThisStage);
		if item.said.is_empty() {
			self.close(proposal);
			self.items.remove(&proposal);
		} else {
			self.end(proposal, End::Withdrawn);
			self.sights.insert(Sight::TakenBack);
		}
		Ok(())
	}

	/// Its proposer may propose something else.
	pub fn close(&mut self, proposal: ProposalId) {
		let by = self.items[&proposal].by;
		if let Some(person) = self.people.get_mut(&by) {
			person.open.retain(|open| *open != proposal);
		}
	}

	pub fn end(&mut self, proposal: ProposalId, end: End) {
		let at = self.block;
		self.go_to(proposal, At::Done { end, at });
		let item = self.item_mut(proposal);
		item.error = None;
	}

	// What is due.

	pub fn advance(&mut self, proposal: ProposalId) -> Foreseen {
		let item = self.item(proposal)?.clone();
		match item.at {
			At::Voting { .. } | At::Confirming { .. } => {
				let outcome = self.outcome(&item).ok_or(E::NotDue)?;
				self.conclude(proposal, item, outcome);
				Ok(())
			},
			At::Approved { until, .. } if self.block > until => {
				self.sights.insert(Sight::Lapsed);
				self.end(proposal, End::Lapsed);
				Ok(())
			},
			At::Approved { from, .. } if self.block >= from && !item.what.is_motion() => {
				self.fund(proposal)?;
				self.sights.insert(Sight::PaidLater);
				Ok(())
			},
			_ => Err(E::NotDue.into()),
		}
	}

	pub fn conclude(&mut self, proposal: ProposalId, item: Item, outcome: Outcome) {
		let confirms = matches!(item.at, At::Confirming { .. });
		if outcome == Outcome::Approved(Route::Second) && !confirms {
			self.sights.insert(Sight::BySecond);
			let ends = self.block + 4;
			return self.go_to(proposal, At::Confirming { ends, restarts: 0 });
		}
		if confirms {
			let passes = matches!(outcome, Outcome::Approved(_));
			self.sights.insert(if passes { Sight::Confirmed } else { Sight::Unconfirmed });
		}
		self.close(proposal);
		match outcome {
			Outcome::Approved(route) => {
				self.sights.extend(match route {
					Route::Bar => Some(Sight::ByBar),
					Route::Second => None,
					Route::Lazy => Some(Sight::ByLazy),
					Route::Boosted => unreachable!("nobody stakes here"),
				});
				let from = self.block;
				self.go_to(proposal, At::Approved { route, from, until: from + 20 });
				self.item_mut(proposal).route = Some(route);
				if item.what.price() > 0 {
					// If it fails, it stays approved.
					self.fund(proposal).ok();
				}
			},
			Outcome::Rejected => self.end(proposal, End::Rejected),
			Outcome::Blocked => {
				self.sights.insert(Sight::Blocked);
				let same = item.what.same(item.by);
				self.blocked.retain(|(blocked, ..)| *blocked != same);
				self.blocked.push((same, proposal, self.block + 4));
				self.end(proposal, End::Blocked);
			},
			Outcome::Answered(option) => self.end(proposal, End::Answered(option)),
		}
	}

	/// What was spent in this epoch.
	pub fn spending(&self) -> Spending {
		let begun = Spending { epoch: self.epoch, pool: self.pool, spent: 0, unbarred: 0 };
		self.spending.clone().filter(|spending| spending.epoch == self.epoch).unwrap_or(begun)
	}

	/// What may be spent yet by what reached its bar, and by what did not.
	pub fn allowance(&self) -> (LaborBalance, LaborBalance) {
		let Spending { pool, spent, unbarred, .. } = self.spending();
		let left = (pool * 30 / 100).saturating_sub(spent);
		(left, left.min((pool / 10).saturating_sub(unbarred)))
	}

	/// Takes a price out of the pool.
	pub fn spend(&mut self, proposal: ProposalId) -> Foreseen {
		let item = &self.items[&proposal];
		let (price, barred) = (item.what.price(), item.route == Some(Route::Bar));
		let (with_bar, without) = self.allowance();
		if price > if barred { with_bar } else { without } {
			self.sights.insert(Sight::AllowanceReached);
			return Err(E::AllowanceReached.into());
		}
		let mut spending = self.spending();
		spending.spent += price;
		spending.unbarred += if barred { 0 } else { price };
		self.spending = Some(spending);
		// A part of what it had when the epoch began is always there, as nothing else is taken from it.
		self.pool -= price;
		Ok(())
	}

	pub fn fund(&mut self, proposal: ProposalId) -> Foreseen {
		let Item { what, by, .. } = self.items[&proposal].clone();
		match &what {
			What::Task(Task { worker, funding, .. }) => {
				let own = *funding == Funding::Own;
				if worker.is_some_and(|it| !self.is_member(it)) || (own && !self.is_member(by)) {
					self.sights.insert(Sight::Lapsed);
					self.end(proposal, End::Lapsed);
					return Ok(());
				}
				if own {
					if self.paid_by(by).len() == MAX_TASKS {
						self.sights.insert(Sight::TasksFull);
						return Err(TOO_MUCH_UNDER_WAY);
					}
					let person = &self.people[&by];
					if person.free < what.price() {
						self.sights.insert(Sight::ProposerShort);
						return Err(NOT_ENOUGH_LABOR);
					}
					self.person(by).free -= what.price();
				} else {
					self.spend(proposal)?;
				}
				self.last_delivery += 1;
				let delivery = self.last_delivery;
				let item = self.item_mut(proposal);
				item.tied = Some(!own);
				item.at = At::Underway { delivery };
			},
			What::Reward(Reward { worker, minutes, stream, .. }) => {
				if !self.is_member(*worker) {
					self.sights.insert(Sight::Lapsed);
					self.end(proposal, End::Lapsed);
					return Ok(());
				}
				self.spend(proposal)?;
				self.reward(*worker, *minutes, what.price(), *stream);
				self.end(proposal, End::Settled(Quality::WHOLE));
			},
			_ => return Err(E::NotDue.into()),
		}
		Ok(())
	}

	/// What this one pays of what is under way.
	pub fn paid_by(&self, who: AccountId) -> Vec<ProposalId> {
		self.such(|_, item| item.tied == Some(false) && item.by == who)
	}

	/// Frees what is tied up for a task, and is not earned.
	fn untie(&mut self, proposal: ProposalId, amount: LaborBalance) {
		let item = self.item_mut(proposal);
		let (in_escrow, by) = (item.tied.take().expect("it is funded"), item.by);
		match in_escrow {
			true => self.pool += amount,
			false => self.person(by).free += amount,
		}
	}

	pub fn give_back(&mut self, proposal: ProposalId) {
		self.untie(proposal, self.items[&proposal].what.price());
		self.end(proposal, End::Returned);
	}

	/// Pays a task by its quality.
	pub fn pay(&mut self, proposal: ProposalId, worker: AccountId, percent: u8) {
		let price = self.items[&proposal].what.price();
		let earned = price * LaborBalance::from(percent) / 100;
		self.untie(proposal, price - earned);
		self.person(worker).free += earned;
		self.end(proposal, End::Settled(quality(percent)));
	}

	/// Pays a reward, as far as there is room.
	fn reward(&mut self, worker: AccountId, minutes: Minutes, labor: LaborBalance, stream: Stream) {
		let room = CAP.saturating_sub(self.people[&worker].free + self.held(worker));
		let now = labor.min(room);
		if now < labor {
			self.sights.insert(Sight::Deferred);
		}
		let person = self.person(worker);
		person.free += now;
		person.later += labor - now;
		self.heard.push(Work { worker, minutes, labor, stream, payer: None });
	}
}
