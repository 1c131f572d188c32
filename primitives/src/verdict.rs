// SPDX-License-Identifier: Apache-2.0

//! How good some work was, and who has it judged (mechanisms, section 8.3).
//!
//! A room that wants something judged opens a case on it. Those who judge know nothing of orders, tasks or requests:
//! they know two sides, who must not judge, and who pays. What is decided is told to the room that asked.

use crate::{delivery::DeliveryId, labor::Source, units::LaborBalance, work::Quality};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::sp_core::ConstU32,
	prelude::{BoundedVec, DispatchError, DispatchResult},
};
use scale_info::TypeInfo;

/// The number of a case. It is never given twice.
pub type CaseId = u32;

/// The number of a session of the chain.
pub type SessionIndex = u32;

/// The number of a request for work. It is never given twice.
pub type RequestId = u32;

/// The number of a payment that can be checked. It is never given twice.
pub type PaymentId = u32;

/// How many can judge one case at most, an appeal included.
pub const MAX_SEATS: u32 = 16;

/// How many besides the two sides have to do with what is judged, at most.
pub const MAX_OTHERS: u32 = 8;

/// What a case is about.
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
	PartialOrd,
	Ord,
	Debug,
)]
pub enum Subject {
	/// What was delivered.
	#[codec(index = 0)]
	Delivery(DeliveryId),
	/// What was submitted to an open request: the submission of this place.
	#[codec(index = 1)]
	Submission(RequestId, u32),
	/// What was paid, and checked later.
	#[codec(index = 2)]
	Payment(PaymentId),
}

/// One of the two sides of what is judged.
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
	/// The one who ordered it, and pays.
	#[codec(index = 0)]
	Orderer,
	/// The one who worked.
	#[codec(index = 1)]
	Worker,
}

impl Side {
	/// The other one.
	pub fn other(self) -> Self {
		match self {
			Self::Orderer => Self::Worker,
			Self::Worker => Self::Orderer,
		}
	}
}

/// What is to be judged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewCase<AccountId> {
	/// What it is about.
	pub subject: Subject,
	/// The one who ordered it.
	pub orderer: AccountId,
	/// The one who worked.
	pub worker: AccountId,
	/// Others who must not judge it either; as many as [`MAX_OTHERS`].
	pub others: Vec<AccountId>,
	/// Where the fee of those who judge comes from.
	pub fee: Source<AccountId>,
	/// The side that holds the fee and has it back from the other one if the verdict is on its side: the worker from
	/// this quality on, the orderer below it. None if the fee is nobody's of them.
	pub recovers: Option<(Side, Quality)>,
	/// Whether the sides gain and lose together, so that a better verdict serves both.
	pub together: bool,
	/// How it is drawn: for a check, the session of the payment, in whose wake the lot falls.
	pub check: Option<Check>,
}

/// What is special of a case that checks a payment: its times run from the payment.
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
pub struct Check {
	/// The session in which it was paid.
	pub session: SessionIndex,
	/// The block in which it was paid.
	pub paid: u32,
}

/// What those who judge have said.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Verdict {
	/// How many seats there were.
	pub seats: u32,
	/// The scores that were revealed in time, the lowest first.
	pub scores: BoundedVec<Quality, ConstU32<MAX_SEATS>>,
}

impl Verdict {
	/// The verdict of so many seats with these scores.
	pub fn new(seats: u32, mut scores: Vec<Quality>) -> Self {
		scores.sort_by_key(|score| score.percent());
		Self { seats, scores: BoundedVec::truncate_from(scores) }
	}

	/// The median, of an even number the lower one of the middle. Where nobody has revealed, all of it is accepted, so
	/// that nobody goes unpaid because others slept.
	pub fn quality(&self) -> Quality {
		let middle = self.scores.len().saturating_sub(1) / 2;
		self.scores.get(middle).copied().unwrap_or(Quality::WHOLE)
	}

	/// Whether more than half of all seats have revealed a score below this one: whoever does not reveal saves nobody.
	pub fn is_below(&self, floor: Quality) -> bool {
		let below = self.scores.iter().filter(|score| score.percent() < floor.percent()).count();
		let below = u32::try_from(below).unwrap_or(u32::MAX);
		below.saturating_mul(2) > self.seats
	}
}

/// What one side owes for the fee of those who judged: the other one was right, and had paid it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Owed<AccountId> {
	/// The side that owes it, as far as its share of what is judged goes.
	pub by: Side,
	/// Where it belongs.
	pub to: Source<AccountId>,
	/// How much, in hundredths of a LABOR.
	pub amount: LaborBalance,
}

/// Has something judged.
pub trait OpenCases<AccountId> {
	/// Why LABOR is tied up.
	type Reason;

	/// What those who judge a case are paid together at most. An appeal is paid by the one who appeals.
	fn fee() -> LaborBalance;

	/// Opens a case, and ties its fee up, for this reason until now if it is tied up already.
	///
	/// None if there are not enough to judge it. Fails, and changes nothing, if there is no LABOR for the fee.
	fn open(
		case: NewCase<AccountId>,
		tied_as: Option<&Self::Reason>,
	) -> Result<Option<CaseId>, DispatchError>;

	/// Ends a case because both sides agree. Those who have committed to a score are paid, and what is left of the fee
	/// goes back.
	///
	/// Fails, and changes nothing, once a score was revealed, or if there is no such case.
	fn withdraw(case: CaseId) -> DispatchResult;
}

/// Nobody judges: whoever ordered accepts, and a motion decides what is disputed.
pub struct Nobody<Reason>(core::marker::PhantomData<Reason>);

impl<AccountId, Reason> OpenCases<AccountId> for Nobody<Reason> {
	type Reason = Reason;

	fn fee() -> LaborBalance {
		0
	}

	fn open(_: NewCase<AccountId>, _: Option<&Reason>) -> Result<Option<CaseId>, DispatchError> {
		Ok(None)
	}

	fn withdraw(_: CaseId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}

/// Settles what was judged.
///
/// No answer of a subject may keep another case from its end: an error undoes what the subject did, and the case ends
/// all the same.
pub trait SettleVerdict<AccountId> {
	/// A verdict was given that is not final: there may be an appeal.
	fn on_verdict(_subject: Subject, _verdict: &Verdict) -> DispatchResult {
		Ok(())
	}

	/// The verdict is final: settle by its quality, and let who owes a fee pay it out of their share.
	///
	/// Fails, and changes nothing, if the subject awaits no verdict.
	fn settle(subject: Subject, verdict: &Verdict, owed: &[Owed<AccountId>]) -> DispatchResult;

	/// There were not enough to judge it: go on as if no case had been opened.
	fn unjudged(subject: Subject) -> DispatchResult;
}

/// Knows in which session the chain is, and what was drawn by lot for earlier ones.
pub trait InspectLots {
	/// The session that runs.
	fn session() -> SessionIndex;

	/// The lot of what happened in this session: known from the beginning of the second session after it, so that nobody
	/// who acts in it can know it.
	fn lot(session: SessionIndex) -> Option<[u8; 32]>;
}

#[cfg(test)]
mod tests {
	use super::*;

	fn quality(percent: u8) -> Quality {
		Quality::from_percent(percent).expect("it is a part")
	}

	fn verdict(seats: u32, scores: &[u8]) -> Verdict {
		Verdict::new(seats, scores.iter().copied().map(quality).collect())
	}

	#[test]
	fn the_median_of_an_even_number_is_the_lower_one() {
		for (scores, median) in [
			(&[][..], 100),
			(&[7], 7),
			(&[90, 10], 10),
			(&[90, 10, 50], 50),
			(&[1, 2, 3, 4], 2),
			(&[100, 0, 0, 100, 30], 30),
		] {
			assert_eq!(verdict(3, scores).quality(), quality(median), "{scores:?}");
		}
	}

	#[test]
	fn who_does_not_reveal_saves_nobody() {
		for (seats, scores, below) in [
			(3, &[10, 20][..], true),
			(3, &[29, 30, 90], false),
			(3, &[29, 29, 100], true),
			(3, &[29], false),
			(4, &[0, 0], false),
			(7, &[0, 0, 0, 29], true),
			(0, &[], false),
		] {
			assert_eq!(verdict(seats, scores).is_below(quality(30)), below, "{seats}, {scores:?}");
		}
	}
}
