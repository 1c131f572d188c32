//! How good a delivery was, and who has it judged.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_runtime::Percent, prelude::DispatchResult};
use scale_info::TypeInfo;

/// The number of an order.
pub type OrderId = u32;

/// The number of a proposal.
pub type ProposalId = u32;

/// What a case was about.
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
pub enum Subject {
	/// The delivery of an order, which its buyer disputes.
	#[codec(index = 0)]
	Order(OrderId),
	/// What was delivered for a task.
	#[codec(index = 1)]
	Task(ProposalId),
}

/// Has a delivery judged.
pub trait OpenCases<AccountId> {
	/// Opens a case on what was delivered, and says whether there are enough to judge it.
	///
	/// These parties to it are never among those who judge. What is decided is told to whoever settles
	/// the subject.
	fn open(subject: Subject, parties: &[AccountId]) -> bool;
}

/// Nobody judges, so whoever ordered accepts.
impl<AccountId> OpenCases<AccountId> for () {
	fn open(_: Subject, _: &[AccountId]) -> bool {
		false
	}
}

/// One side of work that a member pays.
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
pub enum Side {
	/// The one who pays.
	#[codec(index = 0)]
	Payer,
	/// The one who worked.
	#[codec(index = 1)]
	Worker,
}

/// What one side of something disputed would settle for.
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
pub struct Settlement {
	/// The side that says so.
	pub by: Side,
	/// How good it says that the delivery was.
	pub quality: Percent,
}

impl Settlement {
	/// Whether the other side has said the same, so that both agree.
	pub fn is_agreed(&self, offered: Option<&Self>) -> bool {
		offered.is_some_and(|offered| offered.by != self.by && offered.quality == self.quality)
	}
}

/// Settles what was judged.
pub trait SettleVerdict {
	/// Settle by this quality: that part of the price is earned, the rest returns to its source.
	///
	/// Fails, and changes nothing, if the subject awaits no verdict.
	fn settle(subject: Subject, quality: Percent) -> DispatchResult;
}
