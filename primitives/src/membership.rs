//! Who belongs to the artel, and who hears when that changes.

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
#[impl_for_tuples(8)]
pub trait OnMembership<AccountId> {
	/// The account has become a member.
	fn on_joined(_who: &AccountId, _class: Class) {}

	/// The account was a member until now. Its own affairs are settled here.
	fn on_left(_who: &AccountId, _class: Class) {}

	/// The member belongs to another class from now on.
	fn on_class_changed(_who: &AccountId, _from: Class, _to: Class) {}

	/// Give this member as much as makes every one of these as costly as can be.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(_who: &AccountId) {}
}

/// Knows what a member must finish before it may leave by its own will.
pub trait OpenDuties<AccountId> {
	/// Refuses with an error that names what is open.
	fn ensure_none_open(who: &AccountId) -> DispatchResult;
}

#[impl_for_tuples(8)]
impl<AccountId> OpenDuties<AccountId> for Tuple {
	fn ensure_none_open(who: &AccountId) -> DispatchResult {
		for_tuples!( #( Tuple::ensure_none_open(who)?; )* );
		Ok(())
	}
}
