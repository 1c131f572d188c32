// SPDX-License-Identifier: Apache-2.0

//! What this pallet asks of the runtime.

use crate::{Class, Line, MemberNumber};
use codec::MaxEncodedLen;
use frame::prelude::{DispatchResult, Parameter};

/// The certificates that members carry, kept where wallets show them.
pub trait Certificates<AccountId> {
	/// Make a certificate for this member.
	fn issue(number: MemberNumber, who: &AccountId, class: Class, name: &Line) -> DispatchResult;

	/// Write the member's new class on its certificate.
	fn restate(number: MemberNumber, class: Class, name: &Line) -> DispatchResult;

	/// Take back the certificate of somebody who is no member any more.
	fn revoke(number: MemberNumber) -> DispatchResult;

	/// The account that carries the certificate of this number.
	fn bearer(number: MemberNumber) -> Option<AccountId>;

	/// How many certificates there are.
	fn count() -> u32;
}

/// Tells whether the owner of an account has given a sign of life.
pub trait SignsOfLife<AccountId> {
	/// By what a sign of life since some moment is told.
	type Mark: Parameter + MaxEncodedLen;

	/// Begins to watch for signs of life, because of the report with this number.
	fn watch(who: &AccountId, report: u32) -> Self::Mark;

	/// Whether there was none since then.
	fn is_silent_since(who: &AccountId, mark: &Self::Mark) -> bool;
}

/// Gives one account access to another, for good.
pub trait GrantAccess<AccountId> {
	/// Let `by` do everything in the name of `to_account_of`.
	///
	/// Fails, and changes nothing, if it may do so already or too many others may.
	fn grant(to_account_of: &AccountId, by: &AccountId) -> DispatchResult;
}
