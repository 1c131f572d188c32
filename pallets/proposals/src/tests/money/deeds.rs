// SPDX-License-Identifier: Apache-2.0

//! What may happen.

use super::*;

/// Something that somebody does, or that befalls everybody.
#[derive(Clone, Debug)]
pub enum Deed {
	Join(AccountId),
	Leave(AccountId),
	Propose(AccountId, What),
	Vote(Vec<AccountId>, ProposalId, Choice),
	Withdraw(AccountId, ProposalId),
	Advance(ProposalId),
	Execute(ProposalId),
	/// Somebody has done a task this well.
	Done(ProposalId, AccountId, u8),
	/// Nobody has done it.
	GivenBack(ProposalId),
	Clear(ProposalId),
	/// A block has room left.
	Idle,
	PassBlocks(BlockNumber),
	PassEpoch,
}

/// What is proposed.
#[derive(Clone, PartialEq, Debug)]
pub enum What {
	Question(u8),
	Task(TaskOf<Test>),
	Reward(RewardOf<Test>),
	/// It works, or fails.
	Deed(bool),
}

/// The member or the thing that something is about, on the track that it is on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Same {
	Question,
	TaskFor(AccountId),
	/// The member who wants it, and whether they pay themselves.
	TaskBy(AccountId, bool),
	Reward(AccountId),
	Deed,
}

impl What {
	pub fn call(&self) -> RuntimeCall {
		match *self {
			Self::Deed(true) => deed(Track::Admission),
			Self::Deed(false) => misdeed(Track::Admission),
			_ => unreachable!("it is no motion"),
		}
	}

	pub fn task(&self) -> Option<&TaskOf<Test>> {
		match self {
			Self::Task(task) => Some(task),
			_ => None,
		}
	}

	/// What makes another one the same.
	pub fn same(&self, by: AccountId) -> Same {
		match self {
			Self::Question(_) => Same::Question,
			Self::Task(Task { worker: Some(worker), .. }) => Same::TaskFor(*worker),
			Self::Task(Task { funding, .. }) => Same::TaskBy(by, *funding == Funding::Own),
			Self::Reward(reward) => Same::Reward(reward.worker),
			Self::Deed(_) => Same::Deed,
		}
	}

	pub fn is_work(&self) -> bool {
		matches!(self, Self::Task(_) | Self::Reward(_))
	}

	pub fn is_motion(&self) -> bool {
		matches!(self, Self::Deed(_))
	}

	pub fn price(&self) -> LaborBalance {
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
pub enum Doing {
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
	Done,
	GivenBack,
	Clear,
	Idle,
	PassBlocks,
	PassEpoch,
}

/// A kind of deed and dice for its details, so that they can fit what there is by then.
#[derive(Clone, Debug)]
pub struct Turn {
	pub kind: Doing,
	pub dice: [u32; 4],
	/// Whether the details are anything at all.
	pub careless: bool,
}

pub fn kind() -> impl Strategy<Value = Doing> {
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
			(9, Done),
			(4, GivenBack),
			(2, Clear),
			(2, Idle),
			(5, PassBlocks),
			(3, PassEpoch),
		]
		.into_iter()
		.flat_map(|(times, kind)| vec![kind; times])
		.collect::<Vec<_>>(),
	)
}

pub fn step() -> impl Strategy<Value = Turn> {
	(kind(), any::<[u32; 4]>(), prop::bool::weighted(0.08))
		.prop_map(|(kind, dice, careless)| Turn { kind, dice, careless })
}

pub fn story(length: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<Turn>> {
	prop::collection::vec(step(), length)
}

/// One of these, if there are any.
pub fn one<T: Clone>(of: &[T], die: u32) -> Option<T> {
	of.get((die as usize).checked_rem(of.len())?).cloned()
}

/// A number up to this one.
pub fn up_to(most: u32, die: u32) -> u32 {
	die % (most + 1)
}
