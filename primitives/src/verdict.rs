// SPDX-License-Identifier: Apache-2.0

//! How good a delivery was, and who has it judged.

use crate::{delivery::DeliveryId, work::Quality};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::prelude::DispatchResult;
use scale_info::TypeInfo;

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
	/// What was delivered.
	#[codec(index = 0)]
	Delivery(DeliveryId),
}

/// Has a delivery judged.
pub trait OpenCases<AccountId> {
	/// Opens a case on what was delivered, and says whether there are enough to judge it.
	///
	/// These parties to it are never among those who judge. What is decided is told to whoever settles
	/// the subject.
	fn open(subject: Subject, parties: &[AccountId]) -> bool;
}

/// Nobody judges: the orderer accepts, and a motion decides what is disputed.
impl<AccountId> OpenCases<AccountId> for () {
	fn open(_: Subject, _: &[AccountId]) -> bool {
		false
	}
}

/// Settles what was judged.
pub trait SettleVerdict {
	/// Settle by this quality: that part of the price is earned, the rest returns to its source.
	///
	/// Fails, and changes nothing, if the subject awaits no verdict.
	fn settle(subject: Subject, quality: Quality) -> DispatchResult;
}
