// SPDX-License-Identifier: Apache-2.0

//! What this pallet asks of the runtime alone.

use crate::{Config, Error, Track};
use alloc::vec::Vec;
use artel_primitives::vote::Silent;
use frame::prelude::DispatchError;

/// What a motion amounts to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ruling<AccountId> {
	/// The track it is decided on.
	pub track: Track,
	/// The member whom it concerns, who does not vote.
	pub concerns: Option<AccountId>,
	/// The members who gain by it, who have no part in it.
	pub interested: Silent<AccountId>,
	/// The member or the thing it is about, encoded: another motion on that is the same once more, and one that is
	/// about something else by the time it is carried out is not what was decided.
	pub about: Vec<u8>,
	/// The one whom it is about, if that is somebody whom it does not concern: who is admitted, for example.
	pub person: Option<AccountId>,
	/// Whether it takes twice the notice, because the member is on leave.
	pub slow: bool,
}

/// Why no motion may carry a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// It is not on the list of what members decide.
	NotAllowed,
	/// It names an amount or a figure that is out of range.
	ImpossibleValue,
	/// There is nothing of the kind to be decided.
	NothingToDecide,
	/// The room that the call is of would refuse it, and says why.
	InItsRoom(DispatchError),
}

impl From<DispatchError> for Refusal {
	fn from(error: DispatchError) -> Self {
		Self::InItsRoom(error)
	}
}

impl Refusal {
	/// What whoever files such a motion is told, or carries it out.
	pub(crate) fn told<T: Config>(self) -> DispatchError {
		match self {
			Self::NotAllowed => Error::<T>::NotForMotions.into(),
			Self::ImpossibleValue => Error::<T>::ImpossibleValue.into(),
			Self::NothingToDecide => Error::<T>::NothingToDecide.into(),
			Self::InItsRoom(error) => error,
		}
	}
}

/// Knows on which track a call is decided.
pub trait JudgeMotions<Call, AccountId> {
	/// How many stored things it looks up at most.
	const READS: u64;

	/// What the call amounts to, or why no motion may carry it. What cannot be carried out is refused.
	fn judge(call: &Call) -> Result<Ruling<AccountId>, Refusal>;
}

/// Lets benchmarks do what only other pallets can.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId, Call> {
	/// Make this account a member by the real membership, with all that follows from joining.
	fn make_member(who: &AccountId);

	/// Let this member leave by the real membership, with all that follows from that.
	fn remove_member(who: &AccountId);

	/// Give this member ten LABOR to spend.
	fn enrich(who: &AccountId);

	/// Leave this member room for no more than 0.10 LABOR, and as many deferred payouts as there can be.
	fn fill(who: &AccountId);

	/// Let so many members have voted on a proposal.
	fn vote(proposal: u32, ballots: u32);

	/// The longest motion there is, on the track of the constitution.
	fn motion() -> Call;
}
