// SPDX-License-Identifier: Apache-2.0

//! How far a proposal is, and where it can go from there.
//!
//! ```text
//! Voting ─► Approved ─► Done         a motion is executed, a reward paid; or it lapses
//!   │    │     ▲     └► a task is funded, done by somebody, and paid by its quality ─► Done
//!   │    │     │     └► a role stands, until its term is over or it is ended ─► Done
//!   │    └► Confirming               second route: votes go on, it must pass again
//!   └──────────┴► Done               answered, rejected, blocked, withdrawn
//! ```
//!
//! What was approved and cannot be paid leaves the decision as it is: the payment is rolled back, and
//! whoever advances the proposal tries again until it lapses.

use crate::{
	record::{End, Outcome},
	rules::Route,
};
use artel_primitives::delivery::DeliveryId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How far a proposal is.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Stage<BlockNumber> {
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
	/// A task is funded, and under way.
	#[codec(index = 2)]
	Underway {
		/// The number of its delivery, which tells how far it is.
		delivery: DeliveryId,
	},
	/// Nothing more follows.
	#[codec(index = 3)]
	Done {
		/// How it ended.
		end: End,
		/// The block of it.
		at: BlockNumber,
	},
	/// It is a standing role: instalments of it are opened, one an epoch.
	#[codec(index = 10)]
	Standing,
	/// It passed on the second route, and votes go on: it must pass again at the end of this time.
	#[codec(index = 4)]
	Confirming {
		/// The first block in which nobody votes any more.
		ends: BlockNumber,
		/// How often a late change of the outcome has put that off.
		restarts: u8,
	},
}

/// What happens to a proposal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step<BlockNumber> {
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
	/// What it takes is tied up, and the work can begin as this delivery.
	Fund(DeliveryId),
	/// The role begins.
	Stand,
	/// The motion is carried out, the reward paid, or neither in time.
	Enact(End, BlockNumber),
	/// The work has ended, or the role.
	Finish(End, BlockNumber),
}

impl<BlockNumber> Stage<BlockNumber> {
	/// Where it is after a step; none if it cannot take that step.
	pub fn after(self, step: Step<BlockNumber>) -> Option<Self> {
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
			(Self::Approved { .. }, Step::Fund(delivery)) => Self::Underway { delivery },
			(Self::Approved { .. }, Step::Stand) => Self::Standing,
			(Self::Approved { .. }, Step::Enact(end, at))
			| (Self::Underway { .. } | Self::Standing, Step::Finish(end, at)) => Self::Done { end, at },
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
}
