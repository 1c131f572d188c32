//! How far a proposal is, and where it can go from there.
//!
//! ```text
//! Voting ─► Approved ─► Done         a motion is executed, a reward paid; or it lapses
//!   │    │     ▲     └► a task is funded, done by somebody, and paid by its quality ─► Done
//!   │    └► Confirming               second route: votes go on, it must pass again
//!   └──────────┴► Done               answered, rejected, blocked, withdrawn
//! ```
//!
//! What was approved and cannot be paid leaves the decision as it is: the payment is rolled back, and
//! whoever advances the proposal tries again until it lapses.

use crate::{
	rules::Route,
	types::{End, Outcome},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How far a proposal is.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Stage<AccountId, BlockNumber> {
	/// Members vote on it; or a vote has decided it already, and somebody must advance it.
	#[codec(index = 0)]
	Voting {
		/// What a vote has decided.
		decided: Option<Outcome>,
	},
	/// It is approved, and can be executed or funded in this time.
	#[codec(index = 1)]
	Approved {
		/// How it was approved.
		route: Route,
		/// The first block in which it can be executed or funded.
		from: BlockNumber,
		/// The last one.
		until: BlockNumber,
	},
	/// A task is funded, and nobody does it yet.
	#[codec(index = 2)]
	Offered {
		/// The last block in which it can be delivered.
		deadline: BlockNumber,
	},
	/// Somebody does a task.
	#[codec(index = 3)]
	Assigned {
		/// Who does it.
		worker: AccountId,
		/// The last block in which it can be delivered.
		deadline: BlockNumber,
	},
	/// A task is delivered, and accepted unless somebody disputes it.
	#[codec(index = 4)]
	Delivered {
		/// Who did it.
		worker: AccountId,
		/// The last block in which it can be disputed.
		until: BlockNumber,
	},
	/// A case is open on what was delivered.
	#[codec(index = 5)]
	Reviewed {
		/// Who did it.
		worker: AccountId,
	},
	/// What was delivered is disputed, and a motion settles it.
	#[codec(index = 6)]
	Disputed {
		/// Who did it.
		worker: AccountId,
		/// The last block before it counts as accepted, because nobody has decided otherwise.
		until: BlockNumber,
	},
	/// Nothing more follows.
	#[codec(index = 7)]
	Done {
		/// How it ended.
		end: End,
		/// The block of it.
		at: BlockNumber,
	},
	/// It passed on the second route, and votes go on: it must pass again at the end of this time.
	#[codec(index = 8)]
	Confirming {
		/// The first block in which nobody votes any more.
		ends: BlockNumber,
		/// How often a late change of the outcome has put that off.
		restarts: u8,
	},
}

/// What happens to a proposal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step<AccountId, BlockNumber> {
	/// The vote is over, and approves it.
	Approve {
		/// How.
		route: Route,
		/// The first block in which it can be executed or funded.
		from: BlockNumber,
		/// The last one.
		until: BlockNumber,
	},
	/// The vote is over, and approves it on the second route, so that votes go on.
	Confirm {
		/// The first block in which nobody votes any more.
		ends: BlockNumber,
	},
	/// The vote is over, and nothing follows from it.
	Conclude(End, BlockNumber),
	/// The member who filed it takes it back.
	Withdraw(BlockNumber),
	/// What it takes is tied up.
	Fund {
		/// The last block in which it can be delivered.
		deadline: BlockNumber,
	},
	/// The motion is carried out, the reward paid, or neither in time.
	Enact(End, BlockNumber),
	/// Somebody takes it on.
	Assign(AccountId),
	/// What was done is handed over.
	Deliver {
		/// The last block in which it can be disputed.
		until: BlockNumber,
	},
	/// A case is opened on it.
	Review,
	/// Somebody disputes it.
	Dispute {
		/// The last block before it counts as accepted all the same.
		until: BlockNumber,
	},
	/// It is accepted, by word or by silence.
	Accept(BlockNumber),
	/// A case has judged it.
	Judge(End, BlockNumber),
	/// A motion has judged it.
	Settle(End, BlockNumber),
	/// It is not delivered, and what was tied up goes back.
	Return(BlockNumber),
}

impl<AccountId, BlockNumber> Stage<AccountId, BlockNumber> {
	/// Where it is after a step; none if it cannot take that step.
	pub fn after(self, step: Step<AccountId, BlockNumber>) -> Option<Self> {
		use frame::deps::sp_runtime::Percent;
		Some(match (self, step) {
			(
				Self::Voting { .. } | Self::Confirming { .. },
				Step::Approve { route, from, until },
			) => Self::Approved { route, from, until },
			(Self::Voting { .. }, Step::Confirm { ends }) => Self::Confirming { ends, restarts: 0 },
			(Self::Voting { .. } | Self::Confirming { .. }, Step::Conclude(end, at)) => {
				Self::Done { end, at }
			},
			(Self::Voting { decided: None } | Self::Confirming { .. }, Step::Withdraw(at)) => {
				Self::Done { end: End::Withdrawn, at }
			},
			(Self::Approved { .. }, Step::Fund { deadline }) => Self::Offered { deadline },
			(Self::Approved { .. }, Step::Enact(end, at)) => Self::Done { end, at },
			(Self::Offered { deadline }, Step::Assign(worker)) => {
				Self::Assigned { worker, deadline }
			},
			(Self::Assigned { worker, .. }, Step::Deliver { until }) => {
				Self::Delivered { worker, until }
			},
			(Self::Assigned { worker, .. }, Step::Review) => Self::Reviewed { worker },
			(Self::Delivered { worker, .. }, Step::Dispute { until }) => {
				Self::Disputed { worker, until }
			},
			(Self::Delivered { .. } | Self::Disputed { .. }, Step::Accept(at)) => {
				Self::Done { end: End::Settled(Percent::one()), at }
			},
			(Self::Reviewed { .. }, Step::Judge(end, at))
			| (Self::Disputed { .. }, Step::Settle(end, at)) => Self::Done { end, at },
			(Self::Offered { .. } | Self::Assigned { .. }, Step::Return(at)) => {
				Self::Done { end: End::Returned, at }
			},
			_ => return None,
		})
	}

	/// Whether members vote on it, or it waits to be said how they did.
	pub fn is_voted_on(&self) -> bool {
		matches!(self, Self::Voting { .. } | Self::Confirming { .. })
	}

	/// Whether nothing more follows.
	pub fn is_done(&self) -> bool {
		matches!(self, Self::Done { .. })
	}

	/// Whoever has taken on a task, while it is not settled.
	pub fn worker(&self) -> Option<&AccountId> {
		match self {
			Self::Assigned { worker, .. }
			| Self::Delivered { worker, .. }
			| Self::Reviewed { worker }
			| Self::Disputed { worker, .. } => Some(worker),
			_ => None,
		}
	}

	/// Whether something is tied up for it.
	pub fn is_funded(&self) -> bool {
		matches!(self, Self::Offered { .. }) || self.worker().is_some()
	}
}
