//! What this pallet asks of the runtime.

use crate::{Class, Line, MemberNumber};
use frame::prelude::DispatchResult;

/// The certificates that members carry, kept where wallets show them.
pub trait Certificates<AccountId> {
	/// Make a certificate for this member.
	fn issue(number: MemberNumber, who: &AccountId, class: Class, name: &Line) -> DispatchResult;

	/// Write the member's new class on its certificate.
	fn restate(number: MemberNumber, class: Class, name: &Line) -> DispatchResult;

	/// Take back the certificate of somebody who is no member any more.
	fn revoke(number: MemberNumber) -> DispatchResult;

	/// Who carries the certificate of this number.
	fn bearer(number: MemberNumber) -> Option<AccountId>;

	/// How many certificates there are.
	fn count() -> u32;
}
