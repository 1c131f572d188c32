// SPDX-License-Identifier: Apache-2.0

//! Votes, tallies and bars (mechanisms, sections 5 and 6).
//!
//! The room that keeps ballots and the one that decides by them meet through the stock polling trait over
//! the [`Tally`] here. It is a plain sum of integers, so it always equals the recount of its ballots, and a
//! bar is compared exactly, without rounding a share first.

pub use classes::{ByClass, ClassWeights};
pub use electorate::{Electorate, Ordering, Roll, Voters};
pub use tally::{Cast, Choice, Tally, MAX_OPTIONS};

mod classes;
mod electorate;
mod tally;

use crate::epochs::Epoch;
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_core::ConstU32, prelude::BoundedVec};
use scale_info::TypeInfo;

/// The number of a proposal, which is that of its poll.
pub type ProposalId = u32;

/// Voting weight, in thousandths of a VOTE.
pub type VoteBalance = u64;

/// What everybody begins with: one VOTE.
pub const FIRST_VOTE: VoteBalance = 1_000;

/// The number of a topic. 0 is the general one.
pub type TopicId = u16;

/// Numbers of topics below this one are kept for tracks and for what every artel has.
pub const FIRST_OWN_TOPIC: TopicId = 16;

/// How many members have no part in a decision, at most: the two sides of a delivery.
pub const MAX_SILENT: u32 = 2;

/// How much of the electorate stood behind what was decided.
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
pub enum Support {
	/// As much as the bar asks for, over all who could vote.
	#[codec(index = 0)]
	Bar,
	/// Less than that: enough of those who voted.
	#[codec(index = 1)]
	Less,
}

/// Members who have no part in a decision.
pub type Silent<AccountId> = BoundedVec<AccountId, ConstU32<MAX_SILENT>>;

/// What a vote on a poll must heed.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub struct Terms<AccountId, BlockNumber> {
	/// What it is about: its delegates vote for others.
	pub topic: TopicId,
	/// The block of the filing. Only members of an earlier block vote, in the class that they had then.
	pub filed: BlockNumber,
	/// The epoch by which a member must have been seasoned to count by head; none if everybody does.
	pub seasoned_by: Option<Epoch>,
	/// The member who filed it.
	pub proposer: AccountId,
	/// Those whom it concerns or who gain by it. They do not vote, nor does anybody vote for them.
	pub silent: Silent<AccountId>,
	/// Whether nobody votes for another.
	pub in_person: bool,
	/// How many options a question has; 0 for a vote for or against.
	pub options: u8,
	/// Whether a cast vote may still be changed.
	pub may_change: bool,
}

/// What may be asked about who can vote.
pub trait InspectElectorate<AccountId, BlockNumber> {
	/// Members who are there now. Whatever is filed now remembers it.
	fn roll() -> Roll<BlockNumber>;

	/// Members who can vote on what was filed with this roll, without these members.
	fn electorate(roll: &Roll<BlockNumber>, without: &[AccountId]) -> Electorate;

	/// What a member's vote on such a poll would weigh now; 0 if they may not vote there.
	fn voice(who: &AccountId, terms: &Terms<AccountId, BlockNumber>) -> VoteBalance;

	/// Whether something may be filed about this topic: the general one, or one of the artel's own.
	fn is_topic(topic: TopicId) -> bool;
}

/// What may be asked about the ballots of a poll.
pub trait InspectBallots<AccountId, BlockNumber> {
	/// How a member's vote on this poll was cast.
	fn ballot(poll: u32, who: &AccountId) -> Option<Cast>;

	/// Those who let this member vote in their name on anything. It looks at every delegation, so it is for
	/// reading alone.
	fn delegators(delegate: &AccountId) -> Vec<AccountId>;

	/// Whether this member has not voted on this poll, and lets that delegate do it.
	fn waits_for(
		who: &AccountId,
		delegate: &AccountId,
		poll: u32,
		terms: &Terms<AccountId, BlockNumber>,
	) -> bool;
}

/// Knows who votes for whom.
pub trait InspectDelegates<AccountId> {
	/// Those whom this member lets vote in their name on anything, now; a bounded number, in one access.
	fn delegates(who: &AccountId) -> Vec<AccountId>;
}

/// Nobody votes for another.
impl<AccountId> InspectDelegates<AccountId> for () {
	fn delegates(_: &AccountId) -> Vec<AccountId> {
		Vec::new()
	}
}

/// Forgets the ballots of a poll.
pub trait ClearBallots {
	/// Forgets at most this many ballots of a poll that is over, and says whether none is left.
	fn clear(poll: u32, limit: u32) -> bool;
}
