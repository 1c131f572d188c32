// SPDX-License-Identifier: Apache-2.0

//! What a proposal says, and what is proposed.

use artel_primitives::{
	text::{Line, Note},
	units::LaborBalance,
	vote::MAX_OPTIONS,
	work::{labor, Minutes, Stream},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::sp_core::{ConstU32, Get},
	prelude::BoundedVec,
};
use scale_info::TypeInfo;

/// How many instalments work is done in, at most.
pub const MAX_INSTALMENTS: u8 = 13;

/// What every proposal says of itself.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Heading<Hash> {
	/// What it is called.
	pub title: Line,
	/// Where it is discussed; blank if nowhere.
	pub link: Note,
	/// The hash of its full text, which is kept elsewhere.
	pub content: Hash,
}

/// The one who pays for a task.
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
pub enum Funding {
	/// The commons pool.
	#[codec(index = 0)]
	Pool,
	/// The proposer, with their own LABOR.
	#[codec(index = 1)]
	Own,
}

/// Work to be done.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Task<AccountId, BlockNumber> {
	/// How long it takes, or each of its instalments does; the reward follows from that.
	pub minutes: Minutes,
	/// The member who is to do it; none if members may apply.
	pub worker: Option<AccountId>,
	/// Which side of the artel's life it serves. What a member pays earns somebody's living.
	pub stream: Stream,
	/// Within how many blocks after it was funded it must be delivered, or each of its instalments.
	pub time: BlockNumber,
	/// The one who pays for it.
	pub funding: Funding,
	/// In how many instalments it is done, one an epoch: 1 for work that is done once, 2 to 13 for a standing role.
	pub instalments: u8,
}

/// Work that was done already, and is to be rewarded out of the pool.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Reward<AccountId> {
	/// The member who did it.
	pub worker: AccountId,
	/// How long it took.
	pub minutes: Minutes,
	/// Which side of the artel's life it served.
	pub stream: Stream,
	/// Where the result can be seen.
	pub evidence: Note,
}

/// The options of a question.
pub type Options = BoundedVec<Line, ConstU32<MAX_OPTIONS>>;

/// What is proposed.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
#[scale_info(skip_type_params(MaxMotionLength))]
#[codec(mel_bound(AccountId: MaxEncodedLen, BlockNumber: MaxEncodedLen, MaxMotionLength: Get<u32>))]
pub enum Payload<AccountId, BlockNumber, MaxMotionLength: Get<u32>> {
	/// A consultation.
	#[codec(index = 0)]
	Question(Options),
	/// Work to be done.
	#[codec(index = 1)]
	Task(Task<AccountId, BlockNumber>),
	/// Work that was done.
	#[codec(index = 2)]
	Reward(Reward<AccountId>),
	/// A call that the artel makes, encoded.
	#[codec(index = 3)]
	Motion(BoundedVec<u8, MaxMotionLength>),
}

impl<AccountId, BlockNumber, MaxMotionLength: Get<u32>>
	Payload<AccountId, BlockNumber, MaxMotionLength>
{
	/// What kind of thing it is.
	pub fn kind(&self) -> Kind {
		match self {
			// There are no more than 8.
			Self::Question(options) => Kind::Question(options.len() as u8),
			Self::Task(_) => Kind::Task,
			Self::Reward(_) => Kind::Reward,
			Self::Motion(_) => Kind::Motion,
		}
	}

	/// What the pool or a member pays for it, or for each instalment of a role.
	pub fn price(&self) -> LaborBalance {
		match self {
			Self::Task(Task { minutes, .. }) | Self::Reward(Reward { minutes, .. }) => {
				labor(*minutes)
			},
			Self::Question(_) | Self::Motion(_) => 0,
		}
	}
}

/// What a proposal says, and what is proposed.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
#[scale_info(skip_type_params(MaxMotionLength))]
#[codec(mel_bound(
	AccountId: MaxEncodedLen,
	BlockNumber: MaxEncodedLen,
	Hash: MaxEncodedLen,
	MaxMotionLength: Get<u32>,
))]
pub struct Content<AccountId, BlockNumber, Hash, MaxMotionLength: Get<u32>> {
	/// What it says of itself.
	pub heading: Heading<Hash>,
	/// What is proposed.
	pub payload: Payload<AccountId, BlockNumber, MaxMotionLength>,
	/// The one whom a motion is about, if that is somebody whom it does not concern.
	pub person: Option<AccountId>,
	/// What makes another one the same once more: the hash of its track and of whom or what it is about.
	pub same: Hash,
}

/// What kind of thing is proposed.
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
pub enum Kind {
	/// A consultation, with so many options.
	#[codec(index = 0)]
	Question(u8),
	/// Work to be done.
	#[codec(index = 1)]
	Task,
	/// Work that was done.
	#[codec(index = 2)]
	Reward,
	/// A call that the artel makes.
	#[codec(index = 3)]
	Motion,
}

impl Kind {
	/// How many options there are; 0 for a vote for or against.
	pub fn options(&self) -> u8 {
		match self {
			Self::Question(options) => *options,
			Self::Task | Self::Reward | Self::Motion => 0,
		}
	}

	/// Whether something is paid once it is approved.
	pub fn is_paid(&self) -> bool {
		matches!(self, Self::Task | Self::Reward)
	}
}
