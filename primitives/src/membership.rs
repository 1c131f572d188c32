// SPDX-License-Identifier: Apache-2.0

//! Belonging to the artel, and hearing when that changes.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::prelude::DispatchResult;
use impl_trait_for_tuples::impl_for_tuples;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A member's number, which its certificate bears. It is never given twice.
pub type MemberNumber = u32;

/// In what way a member belongs to the artel.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
pub enum Class {
	/// Works for the artel: publishes offers, joins teams, judges deliveries.
	#[codec(index = 0)]
	Worker,
	/// Uses what the artel does.
	#[codec(index = 1)]
	User,
	/// Supports the artel with means or advice.
	#[codec(index = 2)]
	Supporter,
}

impl Class {
	/// All of them.
	pub const ALL: [Self; 3] = [Self::Worker, Self::User, Self::Supporter];
}

/// Whether those who have long belonged stood behind somebody's admission, or its becoming a worker.
///
/// Grave decisions count seasoned members by head, and nobody becomes seasoned without their backing.
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
pub enum Backing {
	/// They were there from the beginning, and are seasoned at once.
	#[codec(index = 0)]
	Founder,
	/// Twice as many seasoned workers were for it as against.
	#[codec(index = 1)]
	Backed,
	/// Not that many were; a later motion may make up for it.
	#[codec(index = 2)]
	Unbacked,
}

/// What there is to know of somebody who joins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Admission {
	/// The number on their certificate.
	pub number: MemberNumber,
	/// In what way they belong.
	pub class: Class,
	/// Those who stood behind it.
	pub backing: Backing,
}

/// What may be asked about members.
pub trait InspectMembers<AccountId> {
	/// The class of this account's membership; none if it is no member.
	fn class(who: &AccountId) -> Option<Class>;

	/// The number of this account's membership; none if it is no member.
	fn number(who: &AccountId) -> Option<MemberNumber>;

	/// How many members there are.
	fn count() -> u32;

	/// Whether this account is a member.
	fn is_member(who: &AccountId) -> bool {
		Self::class(who).is_some()
	}
}

impl<AccountId> InspectMembers<AccountId> for () {
	fn class(_: &AccountId) -> Option<Class> {
		None
	}

	fn number(_: &AccountId) -> Option<MemberNumber> {
		None
	}

	fn count() -> u32 {
		0
	}
}

/// Hears of every change in membership, after it has happened.
///
/// It cannot refuse, does bounded work, and never calls back.
#[impl_for_tuples(12)]
pub trait OnMembership<AccountId> {
	/// The account has become a member.
	fn on_joined(_who: &AccountId, _admission: &Admission) {}

	/// The account is no member any more, and had this number. Whatever is tied up for it is freed here, and what
	/// it is still owed for work is told; its own records are all there yet. It gives back and passes on, and pays
	/// the leaver nothing.
	fn on_leaving(_who: &AccountId, _number: MemberNumber) {}

	/// The account was a member until now, with this number. Its own affairs are settled here: everybody has
	/// heard before that it is leaving, so nothing comes in any more, in whatever order this is told.
	fn on_left(_who: &AccountId, _number: MemberNumber, _class: Class) {}

	/// The member belongs to another class from now on, with this backing.
	fn on_class_changed(_who: &AccountId, _from: Class, _to: Class, _backing: Backing) {}

	/// The member has the backing now that it lacked when it joined, or became a worker.
	fn on_confirmed(_who: &AccountId) {}

	/// Give this member as much as makes every one of these as costly as can be.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(_who: &AccountId) {}
}

/// Knows what a member must finish before it may leave by its own will.
pub trait OpenDuties<AccountId> {
	/// Refuses with an error that names what is open.
	fn ensure_none_open(who: &AccountId) -> DispatchResult;
}

#[impl_for_tuples(12)]
impl<AccountId> OpenDuties<AccountId> for Tuple {
	fn ensure_none_open(who: &AccountId) -> DispatchResult {
		for_tuples!( #( Tuple::ensure_none_open(who)?; )* );
		Ok(())
	}
}
