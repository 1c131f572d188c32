// SPDX-License-Identifier: Apache-2.0

//! Work under way: how it is opened, and what is told when it ends (mechanisms, section 3.7).
//!
//! Wherever ordered work comes from, it has one life, and one room keeps it. Other rooms decide on work and
//! open it there; what became of it is told to all of them once.

use crate::{
	membership::Class,
	people::NamesAccounts,
	text::Note,
	units::LaborBalance,
	work::{Minutes, Quality, Stream},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::prelude::DispatchError;
use impl_trait_for_tuples::impl_for_tuples;
use scale_info::TypeInfo;

/// The number of a delivery: of one piece of work under way.
pub type DeliveryId = u32;

/// What work comes from.
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
pub enum Cause {
	/// The offer with this number, which a member ordered from.
	#[codec(index = 0)]
	Offer(u32),
	/// The proposal with this number, which was approved.
	#[codec(index = 1)]
	Proposal(u32),
}

/// The one who pays for work, and from when on the price is tied up.
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
pub enum Payer {
	/// The member who ordered it, as soon as somebody has taken it on.
	#[codec(index = 0)]
	OrdererLater,
	/// The member who ordered it, from the beginning.
	#[codec(index = 1)]
	Orderer,
	/// The commons pool, from the beginning.
	#[codec(index = 2)]
	Commons,
}

impl Payer {
	/// Whether a member pays, and not everybody.
	pub fn is_member(&self) -> bool {
		match self {
			Self::OrdererLater | Self::Orderer => true,
			Self::Commons => false,
		}
	}
}

/// Those who may do work.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Worker<AccountId> {
	/// The member who is named.
	#[codec(index = 0)]
	Named(AccountId),
	/// A member who applies and is chosen.
	#[codec(index = 1)]
	Applicants {
		/// Whether the orderer may be among them.
		orderer_too: bool,
	},
}

impl<AccountId> NamesAccounts<AccountId> for Worker<AccountId> {
	type With<Other> = Worker<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Worker<Other> {
		match self {
			Self::Named(who) => Worker::Named(told(who)),
			Self::Applicants { orderer_too } => Worker::Applicants { orderer_too },
		}
	}
}

/// Work that somebody wants to be done, as it was agreed.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Order<AccountId, BlockNumber> {
	/// What it comes from.
	pub cause: Cause,
	/// The member who ordered it.
	pub orderer: AccountId,
	/// The one who pays for it.
	pub payer: Payer,
	/// Those who may do it.
	pub worker: Worker<AccountId>,
	/// The class that a worker must have; none if any member will do.
	pub class: Option<Class>,
	/// How long it takes.
	pub minutes: Minutes,
	/// What all of it is paid with, the contribution included, in hundredths of a LABOR.
	pub price: LaborBalance,
	/// Which side of the artel's life it serves.
	pub stream: Stream,
	/// What exactly is wanted; blank where that is said elsewhere.
	pub brief: Note,
	/// The last block in which it can be delivered.
	pub deadline: BlockNumber,
	/// Whether every delivery is judged by a case, and not a disputed one alone.
	pub reviewed: bool,
}

impl<AccountId: Clone, BlockNumber> Order<AccountId, BlockNumber> {
	/// The member who pays; none if the commons do.
	pub fn paying_member(&self) -> Option<&AccountId> {
		self.payer.is_member().then_some(&self.orderer)
	}
}

impl<AccountId, BlockNumber> NamesAccounts<AccountId> for Order<AccountId, BlockNumber> {
	type With<Other> = Order<Other, BlockNumber>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		Order {
			cause: self.cause,
			orderer: told(self.orderer),
			payer: self.payer,
			worker: self.worker.with(told),
			class: self.class,
			minutes: self.minutes,
			price: self.price,
			stream: self.stream,
			brief: self.brief,
			deadline: self.deadline,
			reviewed: self.reviewed,
		}
	}
}

/// Opens work under way.
pub trait OpenDelivery<AccountId, BlockNumber> {
	/// Opens it, ties its price up if that is to be tied up at once, and says its number.
	///
	/// Fails, and changes nothing, if there is not enough LABOR, if the deadline is not possible, if a paying
	/// orderer has too much under way, or if the named worker is no member or is the orderer who pays.
	fn open(order: Order<AccountId, BlockNumber>) -> Result<DeliveryId, DispatchError>;

	/// What is tied up beside the price of reviewed work that is opened now, for those who will judge it.
	fn review_fee() -> LaborBalance {
		0
	}

	/// For how many blocks work that is opened now can be under way before it must be delivered.
	fn longest() -> BlockNumber;

	/// Let this member have so much under way that there is room for one more.
	#[cfg(feature = "runtime-benchmarks")]
	fn leave_room_for_one(who: &AccountId);
}

/// How work ended.
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
pub enum Ended {
	/// It was delivered, and paid by its quality.
	#[codec(index = 0)]
	Settled(Quality),
	/// It was not delivered, and what was tied up went back.
	#[codec(index = 1)]
	Returned,
}

/// Hears once of all work under way how it ended.
///
/// It cannot refuse, does bounded work, and never calls back.
#[impl_for_tuples(12)]
pub trait OnDeliveryEnded {
	/// This delivery, which came from there, has ended so.
	fn on_delivery_ended(_cause: Cause, _delivery: DeliveryId, _how: Ended) {}
}

/// Hears once of all work under way who does it.
///
/// It cannot refuse, does bounded work, and never calls back.
#[impl_for_tuples(12)]
pub trait OnTakenOn<AccountId> {
	/// This member does this delivery from now on, which came from there.
	fn on_taken_on(_cause: Cause, _delivery: DeliveryId, _worker: &AccountId) {}
}
