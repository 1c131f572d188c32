//! How good a delivery was, once judged.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_runtime::Percent, prelude::DispatchResult};
use scale_info::TypeInfo;

/// The number of an order.
pub type OrderId = u32;

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
}

/// Settles what was judged.
pub trait SettleVerdict {
	/// Settle by this quality: that part of the price is earned, the rest returns to its source.
	///
	/// Fails, and changes nothing, if the subject awaits no verdict.
	fn settle(subject: Subject, quality: Percent) -> DispatchResult;
}
