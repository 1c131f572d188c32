//! Who owns what, what is voted on, and what follows.

use super::*;

/// A member.
#[derive(Clone, Debug)]
pub struct Person {
	pub since: BlockNumber,
	pub free: LaborBalance,
	pub later: LaborBalance,
	pub open: Vec<ProposalId>,
	pub tasks: Vec<ProposalId>,
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
	/// How many had left before.
	pub left_before: u64,
	pub said: BTreeMap<AccountId, Choice>,
	pub at: At,
	pub applicants: Vec<AccountId>,
	/// Whether its price is tied up in escrow, or on the account of whoever filed it.
	pub tied: Option<bool>,
}

impl Item {
	pub fn count(&self, choice: Choice) -> u64 {
		self.said.values().filter(|said| **said == choice).count() as u64
	}

	pub fn worker(&self) -> Option<AccountId> {
		self.at.worker().copied()
	}

	/// Who gains by it, if that is known.
	pub fn beneficiary(&self) -> Option<AccountId> {
		match &self.what {
			What::Task(task) => task.worker,
			What::Reward(reward) => Some(reward.worker),
			_ => None,
		}
	}

	/// The blocks in which something begins or ends.
	pub fn moments(&self) -> Vec<BlockNumber> {
		match self.at {
			At::Voting { .. } => vec![self.notice, self.ends],
			At::Approved { from, until, .. } => vec![from, until, until + 1],
			At::Offered { deadline } | At::Assigned { deadline, .. } => {
				vec![deadline, deadline + 1]
			},
			At::Delivered { until, .. } | At::Disputed { until, .. } => vec![until, until + 1],
			At::Done { at, .. } => vec![at + 31],
			At::Reviewed { .. } => vec![],
		}
	}
}

/// All there is.
#[derive(Clone, Debug)]
pub struct Model {
	pub block: BlockNumber,
	pub epoch: u32,
	pub people: BTreeMap<AccountId, Person>,
	pub joined: u64,
	pub left: u64,
	pub pool: LaborBalance,
	pub items: BTreeMap<ProposalId, Item>,
	pub last: ProposalId,
	pub blocked: Vec<(What, ProposalId, BlockNumber)>,
	/// The epoch, the pool at its start, and what was spent since.
	pub spending: Option<(u32, LaborBalance, LaborBalance)>,
	pub judges: bool,
	pub heard: Vec<Work<AccountId>>,
	pub claims: Vec<(AccountId, LaborBalance)>,
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
	BlockedRecently,
	/// Approved, and could not be paid for one reason or the other.
	PoolShort,
	ProposerShort,
	AllowanceSpent,
	TasksFull,
	/// And was paid all the same later.
	PaidLater,
	Lapsed,
	/// Whoever left paid something that went on without it.
	Orphaned,
	/// Whoever left did something that is over now.
	Deserted,
	/// A former member earned something.
	FormerMember,
	/// A payment did not fit.
	Deferred,
	/// A motion settled a task, or came too late for that.
	SettledByMotion,
	MotionFailed,
	/// Silence accepted.
	Silence,
	/// Something else than its proposer answered.
	StandIn,
	/// An idle block did something.
	Swept,
	/// A proposal was taken back after members had voted.
	TakenBack,
	/// What waited for somebody who has left went back.
	WorkerGone,
	/// Whoever pays took its task back.
	Reclaimed,
	/// A dispute was settled by silence.
	Unsettled,
}

impl Model {
	pub fn new() -> Self {
		let mut model = Self {
			block: FOUNDED,
			epoch: 0,
			people: BTreeMap::new(),
			joined: 0,
			left: 0,
			pool: FIRST_POOL,
			items: BTreeMap::new(),
			last: 0,
			blocked: Vec::new(),
			spending: None,
			judges: false,
			heard: Vec::new(),
			claims: Vec::new(),
			sights: BTreeSet::new(),
		};
		FOUNDERS.into_iter().for_each(|who| model.join(who));
		model.block = TODAY;
		model
	}

	pub fn join(&mut self, who: AccountId) {
		let newcomer = Person {
			since: self.block,
			free: WALLET,
			later: 0,
			open: Vec::new(),
			tasks: Vec::new(),
		};
		self.people.insert(who, newcomer);
		self.joined += 1;
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
		let At::Voting { decided } = item.at else { return None };
		if decided.is_some() {
			return decided;
		}
		if let What::Question(options) = item.what {
			return (self.block >= item.ends).then(|| self.answer(item, options));
		}
		if self.block < item.notice {
			return None;
		}
		// Everybody's vote weighs the same, so heads can be counted.
		let all = self.joined - item.left_before;
		let (ayes, blocks) = (item.count(Choice::Aye), item.count(Choice::Block));
		let nays = item.count(Choice::Nay) + blocks;
		if !item.unblockable && blocks >= 2 && blocks * 10 >= all {
			return Some(Outcome::Blocked);
		}
		if ayes * 2 > all {
			return Some(Outcome::Approved(Route::Bar));
		}
		if self.block < item.ends {
			return None;
		}
		let members = self.people.len() as u64;
		let mut others = ayes;
		if item.what.is_work() {
			let interested: BTreeSet<_> = [item.by].into_iter().chain(item.beneficiary()).collect();
			let theirs =
				interested.iter().filter(|who| item.said.get(who) == Some(&Choice::Aye)).count();
			others -= theirs as u64;
		}
		let needed = match (item.what.is_work(), members) {
			(false, _) | (true, 0..=1) => 0,
			(true, 2) => 1,
			(true, _) => 2,
		};
		let said = ayes + nays + item.count(Choice::Abstain);
		let route = if item.lazy {
			(others > nays && others >= needed).then_some(Route::Lazy)
		} else {
			let enough = others > 0 && others * 3 >= (others + nays) * 2;
			let turnout = said * 100 >= all * 15;
			let heads = ayes >= members.min(3) && others >= needed;
			(enough && turnout && heads).then_some(Route::Second)
		};
		Some(route.map_or(Outcome::Rejected, Outcome::Approved))
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
			ensure!(!selfish, E::WorkerIsYourself);
		}
		if let What::Reward(reward) = &what {
			ensure!(what.price() > 0, E::ImpossibleMinutes);
			ensure!(self.is_member(reward.worker), E::OtherIsNotMember);
		}
		ensure!(self.is_member(who), E::NotMember);
		let before = self.blocked.iter().find(|(blocked, ..)| *blocked == what).cloned();
		if before.as_ref().is_some_and(|(_, _, again)| self.block < *again) {
			self.sights.insert(Sight::BlockedRecently);
			return Err(E::BlockedRecently.into());
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
		let lazy = what.is_work() && self.people.len() < 7;
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
			left_before: self.left,
			said: BTreeMap::new(),
			at: At::Voting { decided: None },
			applicants: Vec::new(),
			tied: None,
		};
		self.items.insert(proposal, item);
		Ok(())
	}

	pub fn vote(&mut self, who: AccountId, proposal: ProposalId, choice: Choice) -> Foreseen {
		let item = self.items.get(&proposal).ok_or(NOT_VOTED_ON)?;
		let voting = matches!(item.at, At::Voting { .. });
		let open = voting && self.block < item.ends && self.outcome(item).is_none();
		ensure!(open, NOT_VOTED_ON);
		let heard = self.people.get(&who).is_some_and(|person| person.since < item.filed);
		ensure!(heard, NO_VOICE);
		let options = if let What::Question(options) = item.what { options } else { 0 };
		let fits = match choice {
			Choice::Abstain => true,
			Choice::Option(at) => at < options,
			_ => options == 0,
		};
		ensure!(fits, NO_CHOICE);
		let may_change = self.block < item.ends - 2;
		ensure!(may_change || !item.said.contains_key(&who), NO_MORE_CHANGES);
		self.item_mut(proposal).said.insert(who, choice);
		let decided = self.outcome(&self.items[&proposal]);
		self.go_to(proposal, At::Voting { decided });
		Ok(())
	}

	pub fn withdraw(&mut self, who: AccountId, proposal: ProposalId) -> Foreseen {
		let item = self.item(proposal)?;
		ensure!(item.by == who, E::NotYourProposal);
		let open = matches!(item.at, At::Voting { .. }) && self.outcome(item).is_none();
		ensure!(open, E::WrongStage);
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
		self.item_mut(proposal).applicants.clear();
		for person in self.people.values_mut() {
			person.tasks.retain(|task| *task != proposal);
		}
	}

	// What is due.

	pub fn advance(&mut self, proposal: ProposalId) -> Foreseen {
		let item = self.item(proposal)?.clone();
		match item.at {
			At::Voting { .. } => {
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
			At::Offered { deadline } | At::Assigned { deadline, .. } if self.block > deadline => {
				self.give_back(proposal);
				Ok(())
			},
			At::Offered { .. } if item.beneficiary().is_some_and(|it| !self.is_member(it)) => {
				self.sights.insert(Sight::WorkerGone);
				self.give_back(proposal);
				Ok(())
			},
			At::Delivered { until, .. } if self.block > until => {
				self.sights.insert(Sight::Silence);
				self.pay(proposal, 100);
				Ok(())
			},
			At::Disputed { until, .. } if self.block > until => {
				self.sights.insert(Sight::Unsettled);
				self.pay(proposal, 100);
				Ok(())
			},
			_ => Err(E::NotDue.into()),
		}
	}

	pub fn conclude(&mut self, proposal: ProposalId, item: Item, outcome: Outcome) {
		self.close(proposal);
		match outcome {
			Outcome::Approved(route) => {
				self.sights.insert(match route {
					Route::Bar => Sight::ByBar,
					Route::Second => Sight::BySecond,
					Route::Lazy => Sight::ByLazy,
				});
				let delay = if route == Route::Second { 4 } else { 0 };
				let from = self.block + delay;
				self.go_to(proposal, At::Approved { route, from, until: from + 20 });
				if item.what.price() > 0 && delay == 0 {
					// If it fails, it stays approved.
					self.fund(proposal).ok();
				}
			},
			Outcome::Rejected => self.end(proposal, End::Rejected),
			Outcome::Blocked => {
				self.sights.insert(Sight::Blocked);
				self.blocked.retain(|(what, ..)| *what != item.what);
				self.blocked.push((item.what, proposal, self.block + 4));
				self.end(proposal, End::Blocked);
			},
			Outcome::Answered(option) => self.end(proposal, End::Answered(option)),
		}
	}

	/// The epoch, the pool at its start, and what was spent since.
	pub fn spending(&self) -> (u32, LaborBalance, LaborBalance) {
		self.spending
			.filter(|(epoch, ..)| *epoch == self.epoch)
			.unwrap_or((self.epoch, self.pool, 0))
	}

	pub fn allowance(&self) -> LaborBalance {
		let (_, pool, spent) = self.spending();
		(pool / 10).saturating_sub(spent)
	}

	/// Takes a price out of the pool.
	pub fn spend(&mut self, proposal: ProposalId) -> Foreseen {
		let item = &self.items[&proposal];
		let (price, at) = (item.what.price(), item.at.clone());
		let limited = !matches!(at, At::Approved { route: Route::Bar, .. });
		if limited && price > self.allowance() {
			self.sights.insert(Sight::AllowanceSpent);
			return Err(E::AllowanceSpent.into());
		}
		if price > self.pool {
			self.sights.insert(Sight::PoolShort);
			return Err(POOL_TOO_SMALL);
		}
		if limited {
			let (epoch, pool, spent) = self.spending();
			self.spending = Some((epoch, pool, spent + price));
		}
		self.pool -= price;
		Ok(())
	}

	pub fn fund(&mut self, proposal: ProposalId) -> Foreseen {
		let Item { what, by, .. } = self.items[&proposal].clone();
		match &what {
			What::Task(Task { worker, funding, time, .. }) => {
				let own = *funding == Funding::Own;
				if worker.is_some_and(|it| !self.is_member(it)) || (own && !self.is_member(by)) {
					self.sights.insert(Sight::Lapsed);
					self.end(proposal, End::Lapsed);
					return Ok(());
				}
				if own {
					let person = &self.people[&by];
					if person.free < what.price() {
						self.sights.insert(Sight::ProposerShort);
						return Err(NOT_ENOUGH_LABOR);
					}
					if person.tasks.len() == MAX_TASKS {
						self.sights.insert(Sight::TasksFull);
						return Err(E::TooManyTasks.into());
					}
					let person = self.person(by);
					person.free -= what.price();
					person.tasks.push(proposal);
				} else {
					self.spend(proposal)?;
				}
				let deadline = self.block + time;
				let item = self.item_mut(proposal);
				item.tied = Some(!own);
				item.at = At::Offered { deadline };
			},
			What::Reward(Reward { worker, minutes, stream, .. }) => {
				if !self.is_member(*worker) {
					self.sights.insert(Sight::Lapsed);
					self.end(proposal, End::Lapsed);
					return Ok(());
				}
				self.spend(proposal)?;
				self.reward(*worker, *minutes, what.price(), *stream, None);
				self.end(proposal, End::Settled(Percent::one()));
			},
			_ => return Err(E::NotDue.into()),
		}
		Ok(())
	}

	/// Frees what is tied up for a task, for whoever or whatever it came from.
	pub fn untie(&mut self, proposal: ProposalId, amount: LaborBalance) {
		let item = self.item_mut(proposal);
		let (in_escrow, by) = (item.tied.take().expect("it is funded"), item.by);
		if in_escrow {
			self.pool += amount;
		} else {
			self.person(by).free += amount;
		}
	}

	pub fn give_back(&mut self, proposal: ProposalId) {
		self.untie(proposal, self.items[&proposal].what.price());
		self.end(proposal, End::Returned);
	}

	/// Pays a task by its quality.
	pub fn pay(&mut self, proposal: ProposalId, percent: u8) {
		let item = self.items[&proposal].clone();
		let worker = item.worker().expect("somebody did it");
		let task = item.what.task().expect("it is a task").clone();
		let price = item.what.price();
		let earned = price * LaborBalance::from(percent) / 100;
		let minutes = task.minutes * Minutes::from(percent) / 100;
		self.untie(proposal, price - earned);
		let own = task.funding == Funding::Own;
		let stream = if own { Stream::Livelihood } else { task.stream };
		self.reward(worker, minutes, earned, stream, own.then_some(item.by));
		self.end(proposal, End::Settled(Percent::from_percent(percent)));
	}

	/// Gives a worker what was taken from elsewhere.
	pub fn reward(
		&mut self,
		worker: AccountId,
		minutes: Minutes,
		labor: LaborBalance,
		stream: Stream,
		payer: Option<AccountId>,
	) {
		if labor == 0 {
			return;
		}
		let part = if payer.is_some() { labor.div_ceil(10) } else { 0 };
		let net = labor - part;
		self.pool += part;
		if !self.is_member(worker) {
			self.sights.insert(Sight::FormerMember);
			self.pool += net;
			self.claims.push((worker, net));
			return;
		}
		let room = CAP.saturating_sub(self.people[&worker].free + self.held(worker));
		let now = net.min(room);
		if now < net {
			self.sights.insert(Sight::Deferred);
		}
		let person = self.person(worker);
		person.free += now;
		person.later += net - now;
		self.heard.push(Work { worker, minutes, labor, stream, payer });
	}
}
