// SPDX-License-Identifier: Apache-2.0

//! What is kept of a proposal while it is voted on, and how it ends.

use crate::{
	boost::Boost,
	content::Kind,
	rules::{Route, Rules},
	stage::Stage,
};
use artel_primitives::{
	vote::{Silent, Tally, TopicId},
	work::Quality,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How a vote ended, or would end.
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
pub enum Outcome {
	/// It is approved, on this route.
	#[codec(index = 0)]
	Approved(Route),
	/// It is not.
	#[codec(index = 1)]
	Rejected,
	/// It is blocked.
	#[codec(index = 2)]
	Blocked,
	/// A question is answered by this option; none if that is undecided.
	#[codec(index = 3)]
	Answered(Option<u8>),
}

/// How a proposal ended.
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
pub enum End {
	/// It did not find enough weight.
	#[codec(index = 0)]
	Rejected,
	/// It was blocked.
	#[codec(index = 1)]
	Blocked,
	/// The proposer took it back.
	#[codec(index = 2)]
	Withdrawn,
	/// The question was answered by this option; none if it stayed undecided.
	#[codec(index = 3)]
	Answered(Option<u8>),
	/// The motion was carried out.
	#[codec(index = 4)]
	Executed,
	/// It was approved, but not executed or funded in time.
	#[codec(index = 5)]
	Lapsed,
	/// The work was paid, by its quality.
	#[codec(index = 6)]
	Settled(Quality),
	/// What was to be paid went back.
	#[codec(index = 7)]
	Returned,
}

/// What is voted on, with its votes, and how far it is.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Proposal<AccountId, BlockNumber> {
	/// The member who filed it.
	pub proposer: AccountId,
	/// When.
	pub filed: BlockNumber,
	/// What it is about.
	pub topic: TopicId,
	/// The member whom it concerns, who does not vote on it.
	pub concerns: Option<AccountId>,
	/// The members who gain by it, who have no part in it.
	pub interested: Silent<AccountId>,
	/// What is proposed.
	pub kind: Kind,
	/// What decides it, fixed when it was filed.
	pub rules: Rules<BlockNumber>,
	/// How far it is.
	pub stage: Stage<BlockNumber>,
	/// Its votes.
	pub tally: Tally,
	/// The stakes on it; none if nobody can stake on it.
	pub boost: Option<Boost<BlockNumber>>,
}
