//! Whatever is proposed, decided and done in whatever order, a plain model foretells whose all LABOR is.
//!
//! The model knows no ledger and no tally: it is people with purses, a pool, and a list of proposals with
//! what everybody said on each. What is tied up is counted anew whenever it is asked for.

use super::*;
use artel_primitives::work::Minutes;
use frame::deps::sp_io;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config as ProptestConfig, TestCaseError, TestRunner},
};
use std::collections::{BTreeMap, BTreeSet};

type E = Error<Test>;
type Foreseen = Result<(), DispatchError>;
type At = StageOf<Test>;

/// Everyone who ever turns up.
const EVERYONE: [AccountId; 8] = [1, 2, 3, 4, 5, 6, 7, 8];
/// Who is a member from the beginning.
const FOUNDERS: [AccountId; 6] = [1, 2, 3, 4, 5, 6];
/// Steps in one story, and proposals in it.
const STEPS: usize = 150;
const MAX_PROPOSALS: ProposalId = 20;
/// So little that it does not last, and so much that a member is soon full.
const FIRST_POOL: LaborBalance = 1_500;
const CAP: LaborBalance = 2_150;
/// As many as the mock allows.
const MAX_OPEN: usize = 3;
const MAX_TASKS: usize = 4;
const MAX_APPLICANTS: usize = 4;

/// Short times, so that they run out often.
fn short_times(rules: &mut Parameters) {
	*rules = Parameters {
		period: 24,
		quiet: 2,
		consultation: 6,
		notice: 3,
		long_notice: 4,
		lost_key_notice: 24,
		fund_delay: 3,
		long_delay: 4,
		lapse: 20,
		memory: 30,
		acceptance_window: 8,
		longest_task: 40,
		lazy_period: 9,
		..PARAMETERS
	};
}

// What may happen.

/// Something that somebody does, or that befalls everybody.
#[derive(Clone, Debug)]
enum Deed {
	Join(AccountId),
	Leave(AccountId),
	Propose(AccountId, What),
	Vote(Vec<AccountId>, ProposalId, Choice),
	Withdraw(AccountId, ProposalId),
	Advance(ProposalId),
	Execute(ProposalId),
	Apply(AccountId, ProposalId),
	Assign(AccountId, ProposalId, AccountId),
	AcceptTask(AccountId, ProposalId),
	GiveUp(AccountId, ProposalId),
	Deliver(AccountId, ProposalId),
	AcceptDelivery(AccountId, ProposalId),
	Dispute(AccountId, ProposalId),
	/// A motion that was approved elsewhere settles it.
	Settle(ProposalId, u8),
	/// A case has judged it.
	Judge(ProposalId, u8),
	Clear(ProposalId),
	/// A block has room left.
	Idle,
	/// From now on there are, or are not, enough to judge.
	Judges(bool),
	PassBlocks(BlockNumber),
	PassEpoch,
}

/// What is proposed.
#[derive(Clone, PartialEq, Debug)]
enum What {
	Question(u8),
	Task(TaskOf<Test>),
	Reward(RewardOf<Test>),
	/// It works, or fails.
	Deed(bool),
	/// It settles a task by this quality.
	Settle(ProposalId, u8),
}

impl What {
	fn call(&self) -> RuntimeCall {
		match *self {
			Self::Deed(true) => deed(Track::Admission),
			Self::Deed(false) => misdeed(Track::Admission),
			Self::Settle(proposal, percent) => RuntimeCall::Proposals(Call::settle {
				proposal,
				quality: Percent::from_percent(percent),
			}),
			_ => unreachable!("it is no motion"),
		}
	}

	fn task(&self) -> Option<&TaskOf<Test>> {
		match self {
			Self::Task(task) => Some(task),
			_ => None,
		}
	}

	fn is_work(&self) -> bool {
		matches!(self, Self::Task(_) | Self::Reward(_) | Self::Settle(..))
	}

	fn is_motion(&self) -> bool {
		matches!(self, Self::Deed(_) | Self::Settle(..))
	}

	fn price(&self) -> LaborBalance {
		match self {
			Self::Task(Task { minutes, .. }) | Self::Reward(Reward { minutes, .. }) => {
				LaborBalance::from(*minutes) * 100 / 180
			},
			_ => 0,
		}
	}
}

/// The kinds of deeds, of which a step names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doing {
	Join,
	Leave,
	Ask,
	ProposeTask,
	ProposeReward,
	ProposeMotion,
	Vote,
	Withdraw,
	Advance,
	Execute,
	Apply,
	Assign,
	AcceptTask,
	GiveUp,
	Deliver,
	AcceptDelivery,
	Dispute,
	Settle,
	Judge,
	Clear,
	Idle,
	Judges,
	PassBlocks,
	PassEpoch,
}

/// A kind of deed and dice for its details, so that they can fit what there is by then.
#[derive(Clone, Debug)]
struct Step {
	kind: Doing,
	dice: [u32; 4],
	/// Whether the details are anything at all.
	careless: bool,
}

fn kind() -> impl Strategy<Value = Doing> {
	use Doing::*;
	prop::sample::select(
		[
			(2, Join),
			(2, Leave),
			(1, Ask),
			(9, ProposeTask),
			(4, ProposeReward),
			(6, ProposeMotion),
			(16, Vote),
			(1, Withdraw),
			(12, Advance),
			(7, Execute),
			(5, Apply),
			(5, Assign),
			(4, AcceptTask),
			(3, GiveUp),
			(8, Deliver),
			(3, AcceptDelivery),
			(4, Dispute),
			(4, Settle),
			(3, Judge),
			(2, Clear),
			(2, Idle),
			(1, Judges),
			(5, PassBlocks),
			(1, PassEpoch),
		]
		.into_iter()
		.flat_map(|(times, kind)| vec![kind; times])
		.collect::<Vec<_>>(),
	)
}

fn step() -> impl Strategy<Value = Step> {
	(kind(), any::<[u32; 4]>(), prop::bool::weighted(0.08))
		.prop_map(|(kind, dice, careless)| Step { kind, dice, careless })
}

fn story(length: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<Step>> {
	prop::collection::vec(step(), length)
}

/// One of these, if there are any.
fn one<T: Clone>(of: &[T], die: u32) -> Option<T> {
	of.get((die as usize).checked_rem(of.len())?).cloned()
}

/// A number up to this one.
fn up_to(most: u32, die: u32) -> u32 {
	die % (most + 1)
}

// The model.

/// A member.
#[derive(Clone, Debug)]
struct Person {
	since: BlockNumber,
	free: LaborBalance,
	later: LaborBalance,
	open: Vec<ProposalId>,
	tasks: Vec<ProposalId>,
}

/// A proposal.
#[derive(Clone, Debug)]
struct Item {
	what: What,
	by: AccountId,
	filed: BlockNumber,
	notice: BlockNumber,
	ends: BlockNumber,
	lazy: bool,
	/// Whether a block is no more than a vote against it.
	unblockable: bool,
	/// How many had left before.
	left_before: u64,
	said: BTreeMap<AccountId, Choice>,
	at: At,
	applicants: Vec<AccountId>,
	/// Whether its price is tied up in escrow, or on the account of whoever filed it.
	tied: Option<bool>,
}

impl Item {
	fn count(&self, choice: Choice) -> u64 {
		self.said.values().filter(|said| **said == choice).count() as u64
	}

	fn worker(&self) -> Option<AccountId> {
		self.at.worker().copied()
	}

	/// Who gains by it, if that is known.
	fn beneficiary(&self) -> Option<AccountId> {
		match &self.what {
			What::Task(task) => task.worker,
			What::Reward(reward) => Some(reward.worker),
			_ => None,
		}
	}

	/// The blocks in which something begins or ends.
	fn moments(&self) -> Vec<BlockNumber> {
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
struct Model {
	block: BlockNumber,
	epoch: u32,
	people: BTreeMap<AccountId, Person>,
	joined: u64,
	left: u64,
	pool: LaborBalance,
	items: BTreeMap<ProposalId, Item>,
	last: ProposalId,
	blocked: Vec<(What, ProposalId, BlockNumber)>,
	/// The epoch, the pool at its start, and what was spent since.
	spending: Option<(u32, LaborBalance, LaborBalance)>,
	judges: bool,
	heard: Vec<Work<AccountId>>,
	claims: Vec<(AccountId, LaborBalance)>,
	/// What rare things have happened.
	sights: BTreeSet<Sight>,
}

/// Something rare, which stories have to be about as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sight {
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
	fn new() -> Self {
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

	fn join(&mut self, who: AccountId) {
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

	fn is_member(&self, who: AccountId) -> bool {
		self.people.contains_key(&who)
	}

	fn person(&mut self, who: AccountId) -> &mut Person {
		self.people.get_mut(&who).expect("it is a member")
	}

	fn item(&self, proposal: ProposalId) -> Result<&Item, DispatchError> {
		self.items.get(&proposal).ok_or_else(|| E::NoSuchProposal.into())
	}

	fn item_mut(&mut self, proposal: ProposalId) -> &mut Item {
		self.items.get_mut(&proposal).expect("it is there")
	}

	fn go_to(&mut self, proposal: ProposalId, at: At) {
		self.item_mut(proposal).at = at;
	}

	// What is tied up, counted anew.

	fn held(&self, who: AccountId) -> LaborBalance {
		self.items
			.values()
			.filter(|item| item.tied == Some(false) && item.by == who)
			.map(|item| item.what.price())
			.sum()
	}

	fn escrowed(&self) -> LaborBalance {
		self.items
			.values()
			.filter(|item| item.tied == Some(true))
			.map(|item| item.what.price())
			.sum()
	}

	// What votes decide.

	fn outcome(&self, item: &Item) -> Option<Outcome> {
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

	fn answer(&self, item: &Item, options: u8) -> Outcome {
		let counts: Vec<_> = (0..options).map(|at| item.count(Choice::Option(at))).collect();
		let most = *counts.iter().max().expect("there are options");
		let best: Vec<_> = (0..options).filter(|at| counts[*at as usize] == most).collect();
		Outcome::Answered((most > 0 && best.len() == 1).then(|| best[0]))
	}

	fn file(&mut self, who: AccountId, what: What) -> Foreseen {
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

	fn vote(&mut self, who: AccountId, proposal: ProposalId, choice: Choice) -> Foreseen {
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

	fn withdraw(&mut self, who: AccountId, proposal: ProposalId) -> Foreseen {
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
	fn close(&mut self, proposal: ProposalId) {
		let by = self.items[&proposal].by;
		if let Some(person) = self.people.get_mut(&by) {
			person.open.retain(|open| *open != proposal);
		}
	}

	fn end(&mut self, proposal: ProposalId, end: End) {
		let at = self.block;
		self.go_to(proposal, At::Done { end, at });
		self.item_mut(proposal).applicants.clear();
		for person in self.people.values_mut() {
			person.tasks.retain(|task| *task != proposal);
		}
	}

	// What is due.

	fn advance(&mut self, proposal: ProposalId) -> Foreseen {
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

	fn conclude(&mut self, proposal: ProposalId, item: Item, outcome: Outcome) {
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
	fn spending(&self) -> (u32, LaborBalance, LaborBalance) {
		self.spending
			.filter(|(epoch, ..)| *epoch == self.epoch)
			.unwrap_or((self.epoch, self.pool, 0))
	}

	fn allowance(&self) -> LaborBalance {
		let (_, pool, spent) = self.spending();
		(pool / 10).saturating_sub(spent)
	}

	/// Takes a price out of the pool.
	fn spend(&mut self, proposal: ProposalId) -> Foreseen {
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

	fn fund(&mut self, proposal: ProposalId) -> Foreseen {
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
	fn untie(&mut self, proposal: ProposalId, amount: LaborBalance) {
		let item = self.item_mut(proposal);
		let (in_escrow, by) = (item.tied.take().expect("it is funded"), item.by);
		if in_escrow {
			self.pool += amount;
		} else {
			self.person(by).free += amount;
		}
	}

	fn give_back(&mut self, proposal: ProposalId) {
		self.untie(proposal, self.items[&proposal].what.price());
		self.end(proposal, End::Returned);
	}

	/// Pays a task by its quality.
	fn pay(&mut self, proposal: ProposalId, percent: u8) {
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
	fn reward(
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

	// What members do.

	fn leave(&mut self, who: AccountId) {
		for proposal in self.people[&who].tasks.clone() {
			let item = &self.items[&proposal];
			let pays = item.tied == Some(false) && item.by == who;
			match item.at {
				At::Offered { .. } => self.give_back(proposal),
				_ if pays => {
					self.sights.insert(Sight::Orphaned);
					self.item_mut(proposal).tied = Some(true);
				},
				At::Assigned { .. } => {
					self.sights.insert(Sight::Deserted);
					self.give_back(proposal);
				},
				_ => {},
			}
		}
		let person = self.people.remove(&who).expect("it is a member");
		self.pool += person.free + person.later;
		self.left += 1;
	}

	/// Fails unless a task is offered and in time.
	fn ensure_offered(&self, item: &Item) -> Foreseen {
		let At::Offered { deadline } = item.at else { return Err(E::WrongStage.into()) };
		ensure!(self.block <= deadline, E::DeadlinePassed);
		Ok(())
	}

	/// Whether this one chooses this worker, or answers what it has delivered.
	fn speaks(&self, who: AccountId, item: &Item, worker: AccountId) -> bool {
		match item.by != worker && self.is_member(item.by) {
			true => who == item.by,
			false => who != worker && self.is_member(who),
		}
	}

	fn take_on(&mut self, worker: AccountId, proposal: ProposalId) -> Foreseen {
		if self.people[&worker].tasks.len() == MAX_TASKS {
			self.sights.insert(Sight::TasksFull);
			return Err(E::TooManyTasks.into());
		}
		self.person(worker).tasks.push(proposal);
		let item = self.item_mut(proposal);
		let At::Offered { deadline } = item.at else { unreachable!("it is offered") };
		item.at = At::Assigned { worker, deadline };
		item.applicants.clear();
		Ok(())
	}

	/// Fails unless this one does the task.
	fn ensure_does(&self, who: AccountId, item: &Item) -> Foreseen {
		let At::Assigned { worker, .. } = item.at else { return Err(E::WrongStage.into()) };
		ensure!(worker == who, E::NotTheWorker);
		Ok(())
	}

	/// Who did what waits for an answer.
	fn deliverer(item: &Item) -> Result<AccountId, DispatchError> {
		match item.at {
			At::Delivered { worker, .. } => Ok(worker),
			_ => Err(E::WrongStage.into()),
		}
	}

	fn foresee(&mut self, deed: &Deed) -> Foreseen {
		match *deed {
			Deed::Join(who) => self.join(who),
			Deed::Leave(who) => self.leave(who),
			Deed::Propose(who, ref what) => self.file(who, what.clone())?,
			Deed::Vote(..) | Deed::Idle => unreachable!("these are many deeds in one"),
			Deed::Withdraw(who, proposal) => self.withdraw(who, proposal)?,
			Deed::Advance(proposal) => self.advance(proposal)?,
			Deed::Execute(proposal) => {
				let item = self.item(proposal)?.clone();
				ensure!(item.what.is_motion(), E::NotMotion);
				let At::Approved { from, until, .. } = item.at else {
					return Err(E::WrongStage.into());
				};
				ensure!(self.block >= from, E::NotDue);
				ensure!(self.block <= until, E::DeadlinePassed);
				let works = match item.what {
					What::Settle(task, percent) => {
						let settled = self.foresee(&Deed::Settle(task, percent));
						if settled.is_ok() {
							self.sights.insert(Sight::SettledByMotion);
						}
						settled.is_ok()
					},
					what => what == What::Deed(true),
				};
				if !works {
					self.sights.insert(Sight::MotionFailed);
				}
				self.end(proposal, if works { End::Executed } else { End::Failed });
			},
			Deed::Apply(who, proposal) => {
				let item = self.item(proposal)?;
				ensure!(self.is_member(who), E::NotMember);
				self.ensure_offered(item)?;
				let task = item.what.task().expect("only tasks are offered");
				ensure!(task.worker.is_none(), E::NotOpenToApplicants);
				let selfish = task.funding == Funding::Own && item.by == who;
				ensure!(!selfish, E::WorkerIsYourself);
				ensure!(!item.applicants.contains(&who), E::AppliedAlready);
				ensure!(item.applicants.len() < MAX_APPLICANTS, E::TooManyApplicants);
				self.item_mut(proposal).applicants.push(who);
			},
			Deed::Assign(who, proposal, worker) => {
				let item = self.item(proposal)?;
				self.ensure_offered(item)?;
				ensure!(self.speaks(who, item, worker), E::NotYourProposal);
				ensure!(item.applicants.contains(&worker), E::NotAnApplicant);
				ensure!(self.is_member(worker), E::OtherIsNotMember);
				self.take_on(worker, proposal)?;
			},
			Deed::AcceptTask(who, proposal) => {
				let item = self.item(proposal)?;
				self.ensure_offered(item)?;
				ensure!(item.beneficiary() == Some(who), E::NotTheWorker);
				ensure!(self.is_member(who), E::NotMember);
				self.take_on(who, proposal)?;
			},
			Deed::GiveUp(who, proposal) => {
				let item = self.item(proposal)?;
				if matches!(item.at, At::Offered { .. }) {
					ensure!(item.tied == Some(false) && item.by == who, E::NotTheWorker);
					self.sights.insert(Sight::Reclaimed);
				} else {
					self.ensure_does(who, item)?;
				}
				self.give_back(proposal);
			},
			Deed::Deliver(who, proposal) => {
				let item = self.item(proposal)?;
				self.ensure_does(who, item)?;
				let At::Assigned { deadline, .. } = item.at else { unreachable!("it does it") };
				ensure!(self.block <= deadline, E::DeadlinePassed);
				let at = match self.judges {
					true => At::Reviewed { worker: who },
					false => At::Delivered { worker: who, until: self.block + 8 },
				};
				self.go_to(proposal, at);
			},
			Deed::AcceptDelivery(who, proposal) => {
				let item = self.item(proposal)?;
				let worker = Self::deliverer(item)?;
				// Others may object in its place, not accept.
				ensure!(who == item.by && self.speaks(who, item, worker), E::NotYoursToAccept);
				self.pay(proposal, 100);
			},
			Deed::Dispute(who, proposal) => {
				let item = self.item(proposal)?;
				let worker = Self::deliverer(item)?;
				ensure!(self.speaks(who, item, worker), E::NotYoursToAccept);
				let At::Delivered { until, .. } = item.at else { unreachable!("it is delivered") };
				ensure!(self.block <= until, E::DeadlinePassed);
				if item.by != who {
					self.sights.insert(Sight::StandIn);
				}
				// The time for a vote to its end, its delay, and its execution.
				let until = self.block + 24 + 4 + 20;
				self.go_to(proposal, At::Disputed { worker, until });
			},
			Deed::Settle(proposal, percent) => {
				ensure!(percent <= 100, E::ImpossibleQuality);
				let disputed = matches!(self.item(proposal)?.at, At::Disputed { .. });
				ensure!(disputed, E::WrongStage);
				self.pay(proposal, percent);
			},
			Deed::Judge(proposal, percent) => {
				ensure!(percent <= 100, E::ImpossibleQuality);
				let reviewed = matches!(self.item(proposal)?.at, At::Reviewed { .. });
				ensure!(reviewed, E::WrongStage);
				self.pay(proposal, percent);
			},
			Deed::Clear(proposal) => {
				let At::Done { at, .. } = self.item(proposal)?.at else {
					return Err(E::WrongStage.into());
				};
				ensure!(self.block > at + 30, E::NotDue);
				self.close(proposal);
				self.items.remove(&proposal);
				self.blocked.retain(|(_, by, _)| *by != proposal);
			},
			Deed::Judges(enough) => self.judges = enough,
			Deed::PassBlocks(blocks) => self.block += blocks,
			Deed::PassEpoch => self.epoch += 1,
		}
		Ok(())
	}

	/// Whether this would succeed.
	fn can(&self, deed: Deed) -> bool {
		self.clone().foresee(&deed).is_ok()
	}
}

// Deeds that fit what there is.

impl Model {
	/// The proposals of which this holds.
	fn such(&self, fits: impl Fn(ProposalId, &Item) -> bool) -> Vec<ProposalId> {
		self.items.iter().filter(|(at, item)| fits(**at, item)).map(|(at, _)| *at).collect()
	}

	fn offered(&self, named: bool) -> Vec<ProposalId> {
		self.such(|_, item| {
			self.ensure_offered(item).is_ok() && item.beneficiary().is_some() == named
		})
	}

	fn at(&self, fits: impl Fn(&At) -> bool) -> Vec<ProposalId> {
		self.such(|_, item| fits(&item.at))
	}

	fn voted_on(&self) -> Vec<ProposalId> {
		self.such(|_, item| {
			matches!(item.at, At::Voting { .. })
				&& self.block < item.ends
				&& self.outcome(item).is_none()
		})
	}

	/// What a kind of deed can be about.
	fn fitting(&self, kind: Doing) -> Vec<ProposalId> {
		match kind {
			Doing::Vote => {
				// The two on which least was said.
				let mut open = self.voted_on();
				open.sort_by_key(|at| self.items[at].said.len());
				open.truncate(2);
				open
			},
			Doing::Withdraw => self.voted_on(),
			Doing::Advance => self.such(|at, _| self.can(Deed::Advance(at))),
			Doing::Execute => self.such(|at, _| self.can(Deed::Execute(at))),
			Doing::Apply => self.offered(false),
			Doing::Assign => {
				let mut offered = self.offered(false);
				offered.retain(|at| !self.items[at].applicants.is_empty());
				offered
			},
			Doing::AcceptTask => self.offered(true),
			Doing::GiveUp => self.such(|_, item| {
				let offered = matches!(item.at, At::Offered { .. });
				matches!(item.at, At::Assigned { .. }) || (offered && item.tied == Some(false))
			}),
			Doing::Deliver => {
				self.at(|at| matches!(at, At::Assigned { deadline, .. } if self.block <= *deadline))
			},
			Doing::AcceptDelivery => {
				self.such(|at, item| self.can(Deed::AcceptDelivery(item.by, at)))
			},
			Doing::Dispute => {
				self.at(|at| matches!(at, At::Delivered { until, .. } if self.block <= *until))
			},
			Doing::Settle => self.at(|at| matches!(at, At::Disputed { .. })),
			Doing::Judge => self.at(|at| matches!(at, At::Reviewed { .. })),
			Doing::Clear => self.such(|at, _| self.can(Deed::Clear(at))),
			_ => vec![],
		}
	}

	/// What has to happen first, where nothing fits a kind of deed yet.
	fn prepare(&self, kind: Doing, die: u32) -> Doing {
		use Doing::*;
		let full = self.last >= MAX_PROPOSALS;
		let any = |kind| !self.fitting(kind).is_empty();
		let first = match kind {
			Ask | ProposeTask | ProposeReward | ProposeMotion if full => Advance,
			Clear if !any(kind) => Advance,
			kind if any(kind) => return kind,
			Settle => Dispute,
			Dispute | AcceptDelivery | Judge | GiveUp => Deliver,
			Deliver if any(AcceptTask) => AcceptTask,
			Deliver => Assign,
			Assign => Apply,
			Apply | AcceptTask | Execute => Advance,
			Vote | Withdraw if full => Advance,
			Vote | Withdraw => ProposeTask,
			// Before time passes, there is often something to say or to do.
			Advance if die % 4 > 0 && self.is_silent() => Vote,
			Advance if die % 3 > 0 && any(Deliver) => Deliver,
			Advance if die % 3 > 0 && any(AcceptTask) => AcceptTask,
			Advance if die % 3 > 0 && any(Apply) => Assign,
			Advance => return PassBlocks,
			_ => return kind,
		};
		self.prepare(first, die)
	}

	/// Whether hardly anybody has said anything about something.
	fn is_silent(&self) -> bool {
		self.voted_on().iter().any(|at| self.items[at].said.len() < 2)
	}

	/// Something of a step's kind.
	fn choose(&self, step: &Step) -> Option<(Doing, Deed)> {
		let kind = if step.careless { step.kind } else { self.prepare(step.kind, step.dice[3]) };
		let [first, second, third, fourth] = step.dice;
		let members: Vec<_> = self.people.keys().copied().collect();
		let anyone = one(&EVERYONE, first)?;
		let member = |die| if step.careless { one(&EVERYONE, die) } else { one(&members, die) };
		let fitting = self.fitting(kind);
		let any = up_to(self.last + 1, second);
		let proposal = match step.careless {
			true => any,
			false => one(&fitting, second).unwrap_or(any),
		};
		let item = self.items.get(&proposal);
		let percent = one(&[0, 1, 33, 40, 50, 99, 100, 101], third)?;
		let percent = if step.careless { percent } else { percent.min(100) };
		// Who can do this, if it is about something.
		let whose = |of: &dyn Fn(&Item) -> Option<AccountId>| {
			item.filter(|_| !step.careless).and_then(of).or(one(&EVERYONE, first))
		};
		let answers = |item: &Item| {
			let worker = item.worker()?;
			let those: Vec<_> =
				members.iter().copied().filter(|who| self.speaks(*who, item, worker)).collect();
			one(&those, first)
		};
		let deed = match kind {
			Doing::Join => {
				let absent: Vec<_> =
					EVERYONE.into_iter().filter(|who| !self.is_member(*who)).collect();
				Deed::Join(one(&absent, first)?)
			},
			// Somebody has to be left to go on.
			Doing::Leave if members.len() > 3 => {
				// Often somebody who has something at stake, or whom something waits for.
				let busy = members.iter().copied().filter(|who| !self.people[who].tasks.is_empty());
				let named =
					self.offered(true).into_iter().filter_map(|at| self.items[&at].beneficiary());
				let awaited = named.filter(|who| self.is_member(*who));
				let those: Vec<_> = match second % 3 {
					0 => busy.collect(),
					1 => awaited.collect(),
					_ => vec![],
				};
				Deed::Leave(one(&those, first).or(one(&members, first))?)
			},
			Doing::Leave => return None,
			Doing::Ask => Deed::Propose(member(first)?, What::Question(2 + (second % 2) as u8)),
			Doing::ProposeTask => Deed::Propose(member(first)?, self.some_task(step)?),
			Doing::ProposeReward => {
				let minutes = one(&[60, 180, 360, if step.careless { 1 } else { 720 }], third)?;
				let reward = Reward { stream: Stream::Care, ..reward(member(second)?, minutes) };
				Deed::Propose(member(first)?, What::Reward(reward))
			},
			Doing::ProposeMotion => {
				let disputed = self.at(|at| matches!(at, At::Disputed { .. }));
				let what = match one(&disputed, second) {
					Some(task) => What::Settle(task, percent.min(100)),
					None => What::Deed(second % 2 == 0),
				};
				Deed::Propose(member(first)?, what)
			},
			Doing::Vote => {
				let choice = match item.map(|item| &item.what) {
					Some(What::Question(_)) if !step.careless => {
						one(&[0, 0, 1, 2], third).map(Choice::Option)?
					},
					_ => match third % 16 {
						0 if step.careless => Choice::Option(0),
						0..11 => Choice::Aye,
						11..13 => Choice::Nay,
						13 => Choice::Abstain,
						_ => Choice::Block,
					},
				};
				// At most as many as there are, beginning with any of them.
				let all = if step.careless { EVERYONE.to_vec() } else { members.clone() };
				let voters = 1 + up_to(all.len() as u32 - 1, fourth / 4) as usize;
				let from = first as usize % all.len();
				Deed::Vote(
					all.iter().cycle().skip(from).take(voters).copied().collect(),
					proposal,
					choice,
				)
			},
			Doing::Withdraw => Deed::Withdraw(whose(&|item| Some(item.by))?, proposal),
			Doing::Advance => Deed::Advance(proposal),
			Doing::Execute => Deed::Execute(proposal),
			Doing::Apply => Deed::Apply(member(first)?, proposal),
			Doing::Assign => {
				let worker = item.and_then(|item| one(&item.applicants, third)).unwrap_or(anyone);
				let chooses = |item: &Item| {
					members.iter().copied().find(|who| self.speaks(*who, item, worker))
				};
				Deed::Assign(whose(&chooses)?, proposal, worker)
			},
			Doing::AcceptTask => Deed::AcceptTask(whose(&Item::beneficiary)?, proposal),
			Doing::GiveUp => {
				Deed::GiveUp(whose(&|item| item.worker().or(Some(item.by)))?, proposal)
			},
			Doing::Deliver => Deed::Deliver(whose(&Item::worker)?, proposal),
			Doing::AcceptDelivery => Deed::AcceptDelivery(whose(&|item| Some(item.by))?, proposal),
			Doing::Dispute => Deed::Dispute(whose(&answers)?, proposal),
			Doing::Settle => Deed::Settle(proposal, percent),
			Doing::Judge => Deed::Judge(proposal, percent),
			Doing::Clear => Deed::Clear(proposal),
			Doing::Idle => Deed::Idle,
			Doing::Judges => Deed::Judges(third % 2 == 0),
			Doing::PassBlocks => {
				// Right to where something begins or ends, as often as not.
				let moments: Vec<_> = self
					.items
					.values()
					.flat_map(Item::moments)
					.filter(|moment| *moment > self.block)
					.collect();
				let soon = moments.iter().min().copied();
				let blocks = match (third % 4, one(&moments, first), soon) {
					(0 | 1, _, Some(soon)) => soon - self.block,
					(2, Some(moment), _) => moment - self.block,
					_ => 1 + up_to(3, first) as BlockNumber,
				};
				Deed::PassBlocks(blocks)
			},
			Doing::PassEpoch => Deed::PassEpoch,
		};
		Some((kind, deed))
	}

	/// A task that can be meant, unless a step is careless.
	fn some_task(&self, step: &Step) -> Option<What> {
		let [_, second, third, fourth] = step.dice;
		let members: Vec<_> = self.people.keys().copied().collect();
		let pool: &[_] = if step.careless { &EVERYONE } else { &members };
		let worker = one(pool, second / 2).filter(|_| second % 2 == 0);
		let proposer = one(pool, step.dice[0])?;
		// Many cost the same, so that some are proposed again.
		let minutes = one(&[60, 180, 180, 360, if step.careless { 1 } else { 2_000 }], third)?;
		let time = match (step.careless, fourth % 8) {
			(true, 0) => 0,
			(true, 1) => 41,
			(_, die) => 10 * (1 + BlockNumber::from(die % 4)),
		};
		let own = fourth / 8 % 2 == 0;
		let selfish = own && worker == Some(proposer) && !step.careless;
		Some(What::Task(Task {
			minutes,
			worker: worker.filter(|_| !selfish),
			stream: match step.careless {
				true => Stream::Livelihood,
				false => one(&[Stream::Commons, Stream::Care], third / 8)?,
			},
			time,
			funding: if own { Funding::Own } else { Funding::Pool },
		}))
	}
}

// The chain.

/// Makes a call as a transaction does: what fails leaves no trace.
fn transact(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::Proposals(call).dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

/// Does it for real.
fn perform(deed: Deed) -> DispatchResult {
	let call = |who, call| transact(signed(who), call);
	let evidence = || note("https://example.org/photo");
	match deed {
		Deed::Join(who) => join(who, Class::Worker),
		Deed::Leave(who) => leave(who),
		Deed::Propose(who, what) => {
			let heading = heading("It is time");
			let proposal = match what {
				What::Question(how_many) => {
					let texts = &["yes", "no", "later"][..how_many.into()];
					Call::ask { heading, options: options(texts), lasts: None }
				},
				What::Task(task) => Call::propose_task { heading, task },
				What::Reward(reward) => Call::propose_reward { heading, reward },
				motion => Call::propose_motion { heading, motion: Box::new(motion.call()) },
			};
			call(who, proposal)?
		},
		Deed::Vote(..) | Deed::Idle => unreachable!("these are many deeds in one"),
		Deed::Withdraw(who, proposal) => call(who, Call::withdraw { proposal })?,
		Deed::Advance(proposal) => call(STRANGER, Call::advance { proposal })?,
		Deed::Execute(proposal) => {
			call(STRANGER, Call::execute { proposal, weight_limit: HEAVIEST })?
		},
		Deed::Apply(who, proposal) => call(who, Call::apply_for { proposal })?,
		Deed::Assign(who, proposal, worker) => call(who, Call::assign { proposal, worker })?,
		Deed::AcceptTask(who, proposal) => call(who, Call::accept_task { proposal })?,
		Deed::GiveUp(who, proposal) => call(who, Call::give_up { proposal })?,
		Deed::Deliver(who, proposal) => {
			call(who, Call::deliver { proposal, evidence: evidence() })?
		},
		Deed::AcceptDelivery(who, proposal) => call(who, Call::accept_delivery { proposal })?,
		Deed::Dispute(who, proposal) => {
			call(who, Call::dispute { proposal, reason: note("half of it is missing") })?
		},
		Deed::Settle(proposal, percent) => {
			let work = crate::Origin(Track::Work).into();
			transact(work, Call::settle { proposal, quality: impossible(percent) })?
		},
		Deed::Judge(proposal, percent) => with_storage_layer(|| {
			<Proposals as SettleVerdict>::settle(Subject::Task(proposal), impossible(percent))
		})?,
		Deed::Clear(proposal) => call(STRANGER, Call::clear { proposal })?,
		Deed::Judges(enough) => remembered::EnoughJudges::put(enough),
		Deed::PassBlocks(blocks) => pass_blocks(blocks),
		Deed::PassEpoch => set_epoch(remembered::CurrentEpoch::get() + 1),
	}
	Ok(())
}

/// What an idle block has done, in its order.
fn swept() -> Vec<Deed> {
	let mut swept: Vec<Deed> = vec![];
	let mut approved = None;
	for event in events() {
		let paid = match event {
			Event::Funded { proposal, .. }
			| Event::Unfunded { proposal, .. }
			| Event::Settled { proposal, .. }
			| Event::Lapsed { proposal } => Some(proposal),
			_ => None,
		};
		let deed = match event {
			// What is approved is paid by the same step.
			_ if paid.is_some() && paid == approved => None,
			Event::Approved { proposal, .. }
			| Event::Rejected { proposal }
			| Event::Blocked { proposal, .. }
			| Event::Answered { proposal, .. }
			| Event::Returned { proposal, .. } => Some(Deed::Advance(proposal)),
			Event::Cleared { proposal } => Some(Deed::Clear(proposal)),
			_ => Some(Deed::Advance(paid.expect("an idle block does nothing else"))),
		};
		approved = if let Event::Approved { proposal, .. } = event { Some(proposal) } else { None };
		swept.extend(deed);
	}
	swept
}

/// Everything that is kept by account or by proposal, read at once.
struct Kept {
	wallets: BTreeMap<AccountId, LaborBalance>,
	held: BTreeMap<AccountId, LaborBalance>,
	later: BTreeMap<AccountId, LaborBalance>,
	open: BTreeMap<AccountId, Vec<ProposalId>>,
	tasks: BTreeMap<AccountId, Vec<ProposalId>>,
	proposals: BTreeMap<ProposalId, ProposalOf<Test>>,
	escrows: BTreeMap<ProposalId, EscrowOf<Test>>,
	applicants: BTreeMap<ProposalId, Vec<AccountId>>,
	pool: LaborBalance,
	escrowed: LaborBalance,
}

/// Leaves out what is nothing.
fn some<K: Ord, V: Default + PartialEq>(all: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
	all.filter(|(_, value)| *value != V::default()).collect()
}

impl Kept {
	fn read() -> Self {
		Self {
			wallets: some(remembered::Wallets::iter()),
			held: some(remembered::Holds::iter().map(|((reason, who), amount)| {
				assert_eq!(reason, HoldReason::Task.into());
				(who, amount)
			})),
			later: some(remembered::Deferred::iter()),
			open: some(OpenBy::<Test>::iter().map(|(who, open)| (who, open.into_inner()))),
			tasks: some(TasksOf::<Test>::iter().map(|(who, tasks)| (who, tasks.into_inner()))),
			proposals: crate::Proposals::<Test>::iter().collect(),
			escrows: Escrows::<Test>::iter().collect(),
			applicants: some(
				Applicants::<Test>::iter().map(|(number, who)| (number, who.into_inner())),
			),
			pool: pool(),
			escrowed: escrowed(),
		}
	}

	/// All that this one owns.
	fn owned(&self, who: AccountId) -> LaborBalance {
		let of = |kept: &BTreeMap<AccountId, LaborBalance>| kept.get(&who).copied();
		[&self.wallets, &self.held, &self.later].into_iter().filter_map(of).sum()
	}

	fn supply(&self) -> LaborBalance {
		let members = EVERYONE.into_iter().map(|who| self.owned(who));
		self.pool + self.escrowed + members.sum::<LaborBalance>()
	}
}

/// Fails if anyone has gained anything but whoever did or paid what has ended since, or has joined; or if
/// what is tied up on the ledger does not belong to exactly one task each.
///
/// It knows nothing of the model.
fn ensure_rightful(
	before: &Kept,
	after: &Kept,
	newcomer: Option<AccountId>,
) -> Result<(), TestCaseError> {
	let mut rightful: BTreeSet<_> = newcomer.into_iter().collect();
	for (proposal, escrow) in &before.escrows {
		if !after.escrows.contains_key(proposal) {
			rightful.extend(before.proposals[proposal].stage.worker());
			rightful.extend(escrow.payer);
		}
	}
	for (proposal, filed) in &after.proposals {
		// Rewards pass through escrow within one step.
		let waited = before.proposals.get(proposal).is_some_and(|filed| !filed.stage.is_done());
		let paid = matches!(filed.stage, Stage::Done { end: End::Settled(_), .. });
		if filed.kind == Kind::Reward && waited && paid {
			rightful.extend(filed.beneficiary);
		}
	}
	for who in EVERYONE {
		let (had, has) = (before.owned(who), after.owned(who));
		prop_assert!(has <= had || rightful.contains(&who), "{} has gained {}", who, has - had);
	}
	let made = if newcomer.is_some() { WALLET } else { 0 };
	prop_assert_eq!(after.supply(), before.supply() + made);

	let mut held: BTreeMap<AccountId, LaborBalance> = BTreeMap::new();
	let mut escrowed = 0;
	for escrow in after.escrows.values() {
		match escrow.source {
			Source::Held(who) => *held.entry(who).or_default() += escrow.amount,
			Source::Escrow => escrowed += escrow.amount,
		}
	}
	prop_assert_eq!((&after.held, after.escrowed), (&held, escrowed));
	Ok(())
}

/// Compares everything that the model knows with the chain.
fn compare(model: &Model, kept: &Kept) -> Result<(), TestCaseError> {
	let people = || model.people.iter();
	prop_assert_eq!((kept.pool, kept.escrowed), (model.pool, model.escrowed()));
	prop_assert_eq!(&kept.wallets, &some(people().map(|(who, it)| (*who, it.free))));
	prop_assert_eq!(&kept.held, &some(people().map(|(who, _)| (*who, model.held(*who)))));
	prop_assert_eq!(&kept.later, &some(people().map(|(who, it)| (*who, it.later))));
	prop_assert_eq!(&kept.open, &some(people().map(|(who, it)| (*who, it.open.clone()))));
	prop_assert_eq!(&kept.tasks, &some(people().map(|(who, it)| (*who, it.tasks.clone()))));
	let stages: BTreeMap<_, _> =
		kept.proposals.iter().map(|(number, filed)| (*number, filed.stage.clone())).collect();
	let foreseen = model.items.iter().map(|(number, item)| (*number, item.at.clone())).collect();
	prop_assert_eq!(stages, foreseen);
	let escrows = model.items.iter().filter_map(|(number, item)| {
		let source = match item.tied? {
			true => Source::Escrow,
			false => Source::Held(item.by),
		};
		let own = item.what.task()?.funding == Funding::Own;
		let payer = own.then_some(item.by);
		Some((*number, Escrow { amount: item.what.price(), source, payer }))
	});
	prop_assert_eq!(&kept.escrows, &escrows.collect());
	let applicants = model.items.iter().map(|(number, item)| (*number, item.applicants.clone()));
	prop_assert_eq!(&kept.applicants, &some(applicants));
	prop_assert_eq!((last(), now()), (model.last, model.block));
	prop_assert_eq!(Proposals::allowance(), model.allowance());
	let invariants = Proposals::do_try_state();
	prop_assert!(invariants.is_ok(), "{:?}", invariants);
	Ok(())
}

/// How often each kind of deed succeeded, and how often it did not.
type Deeds = BTreeMap<Doing, (u32, u32)>;

/// What stories were about.
#[derive(Debug, Default)]
struct Count {
	deeds: Deeds,
	sights: BTreeMap<Sight, u32>,
	proposals: u32,
	leavers: u64,
}

impl Count {
	fn note(&mut self, kind: Doing, succeeded: bool) {
		let (yes, no) = self.deeds.entry(kind).or_default();
		*(if succeeded { yes } else { no }) += 1;
	}
}

/// The state's hash.
fn root() -> Vec<u8> {
	sp_io::storage::root(frame::deps::sp_core::storage::StateVersion::V1)
}

/// Does it on the chain and in the model, and fails unless both say the same of it.
fn try_one(model: &mut Model, deed: &Deed) -> Result<bool, TestCaseError> {
	let foreseen = {
		let before = model.clone();
		let foreseen = model.foresee(deed);
		if foreseen.is_err() {
			let sights = std::mem::take(&mut model.sights);
			*model = Model { sights, ..before };
		}
		foreseen
	};
	let before = foreseen.is_err().then(root);
	let happened = perform(deed.clone());
	prop_assert_eq!(happened, foreseen, "{:?}", deed);
	if let Some(before) = before {
		prop_assert_eq!(root(), before, "{:?} failed and changed something", deed);
	}
	Ok(foreseen.is_ok())
}

/// Lets many vote alike; whether at least one did.
fn try_votes(
	model: &mut Model,
	voters: &[AccountId],
	proposal: ProposalId,
	choice: Choice,
) -> Result<bool, TestCaseError> {
	let mut any = false;
	for who in voters {
		let foreseen = model.vote(*who, proposal, choice);
		any |= foreseen.is_ok();
		prop_assert_eq!(vote(*who, proposal, choice), foreseen, "{} votes on {}", who, proposal);
	}
	Ok(any)
}

/// Lets a block be idle; whether anything was done there.
fn try_idle(model: &mut Model) -> Result<bool, TestCaseError> {
	let there_are = model.items.len();
	idle(Weight::MAX);
	model.spending = Some(model.spending());
	let swept = swept();
	for deed in &swept {
		prop_assert_eq!(model.foresee(deed), Ok(()), "{:?} was not due", deed);
		model.sights.insert(Sight::Swept);
	}
	// Where there are few, none is forgotten. What only waits for LABOR may get it later.
	if there_are <= SWEPT_AT_ONCE as usize {
		let waiting = model.such(|at, item| {
			!matches!(item.at, At::Approved { .. })
				&& (model.can(Deed::Advance(at)) || model.can(Deed::Clear(at)))
		});
		prop_assert!(waiting.is_empty(), "{:?} are due", waiting);
	}
	Ok(!swept.is_empty())
}

/// Lives through a story on the chain and in the model side by side.
fn live(steps: &[Step], count: &mut Count) -> Result<(), TestCaseError> {
	new_test_ext(&FOUNDERS).execute_with(|| {
		govern(short_times);
		set_pool(FIRST_POOL);
		set_holding_cap(CAP);
		let mut model = Model::new();
		let mut kept = Kept::read();
		compare(&model, &kept)?;
		for step in steps {
			let Some((kind, deed)) = model.choose(step) else {
				count.note(step.kind, false);
				continue;
			};
			System::reset_events();
			let done = match &deed {
				Deed::Vote(voters, proposal, choice) => {
					try_votes(&mut model, voters, *proposal, *choice)
				},
				Deed::Idle => try_idle(&mut model),
				deed => try_one(&mut model, deed),
			};
			let newcomer = if let Deed::Join(who) = deed { Some(who) } else { None };
			let same = done.and_then(|succeeded| {
				count.note(kind, succeeded);
				let before = std::mem::replace(&mut kept, Kept::read());
				ensure_rightful(&before, &kept, newcomer)?;
				prop_assert_eq!(works(), std::mem::take(&mut model.heard));
				prop_assert_eq!(claims(), std::mem::take(&mut model.claims));
				compare(&model, &kept)
			});
			if let Err(error) = same {
				return Err(TestCaseError::fail(format!("after {deed:?}: {error}")));
			}
		}
		for sight in model.sights {
			*count.sights.entry(sight).or_default() += 1;
		}
		count.proposals += model.last;
		count.leavers += model.left;
		Ok(())
	})
}

/// So many stories, or as many as `PROPTEST_CASES` asks for.
fn config() -> ProptestConfig {
	let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
	ProptestConfig {
		cases: asked.unwrap_or(32),
		failure_persistence: None,
		..ProptestConfig::default()
	}
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn nobody_ever_owns_what_is_not_its_own(steps in story(STEPS / 2..=STEPS)) {
		live(&steps, &mut Count::default())?;
	}
}

#[test]
fn stories_are_sensible_enough_to_mean_something() {
	// GIVEN stories from the same dice every time
	let stories: u32 = 12;
	let mut runner = TestRunner::deterministic();
	let mut count = Count::default();
	for _ in 0..stories {
		let steps =
			story(STEPS..=STEPS).new_tree(&mut runner).expect("nothing is filtered out").current();
		live(&steps, &mut count).expect("the model is right");
	}
	// THEN each kind of deed succeeds again and again, and much fails as well
	assert_eq!(count.deeds.len(), 24, "{count:?}");
	for (kind, (succeeded, failed)) in &count.deeds {
		let share = 100 * succeeded / (succeeded + failed);
		assert!(*succeeded >= 3 && share >= 30, "{kind:?} hardly ever succeeds: {count:?}");
	}
	let failed: u32 = count.deeds.values().map(|(_, failed)| failed).sum();
	assert!(failed >= 100, "hardly anything fails: {count:?}");
	// AND there are as many proposals and leavers as a story takes
	assert!(
		count.proposals >= 20 * stories && count.leavers >= 2 * u64::from(stories),
		"{count:?}"
	);
	// AND the rare things are told of as well
	for (sight, least) in [
		(Sight::ByBar, 6),
		(Sight::BySecond, 1),
		(Sight::ByLazy, 2),
		(Sight::Blocked, 3),
		(Sight::PoolShort, 1),
		(Sight::AllowanceSpent, 1),
		(Sight::PaidLater, 1),
		(Sight::Lapsed, 3),
		(Sight::Orphaned, 1),
		(Sight::Deserted, 1),
		(Sight::Reclaimed, 2),
		(Sight::FormerMember, 2),
		(Sight::Deferred, 3),
		(Sight::SettledByMotion, 1),
		(Sight::MotionFailed, 1),
		(Sight::Silence, 3),
		(Sight::Unsettled, 1),
		(Sight::StandIn, 1),
		(Sight::Swept, 3),
		(Sight::TakenBack, 2),
	] {
		let seen = count.sights.get(&sight).copied().unwrap_or_default();
		assert!(seen >= least, "{sight:?} in {seen} stories only: {count:?}");
	}
}
