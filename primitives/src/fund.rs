// SPDX-License-Identifier: Apache-2.0

//! The artel's coin: what others bring into the fund, and who carries out what is decided on it (mechanisms,
//! section 7).

use crate::units::Balance;
use alloc::vec::Vec;
use frame::prelude::DispatchResult;

/// The number of a purpose that the fund's coin serves. It is never given twice.
pub type PurposeId = u32;

/// The number of a mandate to pay out of the fund. It is never given twice.
pub type MandateId = u32;

/// Knows what one LABOR is worth where it meets outside money.
pub trait InspectRate {
	/// How much ART stands for one LABOR, in base units.
	fn reference_rate() -> Balance;

	/// The part of what clients pay that is the fund's, rounded up.
	fn commission_of(paid: Balance) -> Balance;
}

/// Takes for the fund a part of what clients pay.
pub trait TakeCommission<AccountId> {
	/// Takes this much coin of an account, which was paid it for a job.
	fn take_commission(from: &AccountId, amount: Balance) -> DispatchResult;
}

/// No fund: everybody keeps what they are paid.
impl<AccountId> TakeCommission<AccountId> for () {
	fn take_commission(_: &AccountId, _: Balance) -> DispatchResult {
		Ok(())
	}
}

/// How many stewards there are at most.
pub const MAX_STEWARDS: u32 = 16;

/// Those who carry out together what the artel decides on its coin.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActingStewards<AccountId> {
	/// The account that they hold together.
	pub account: AccountId,
	/// Those of them who have not left the artel since they were named, in the order of their accounts.
	pub remaining: Vec<AccountId>,
	/// Whether that is as many as must agree. If not, nothing may be done in their name.
	pub are_enough: bool,
	/// Whether somebody else can act for the account as well, alone. If so, the stewards are no second key.
	pub represented: bool,
}

/// Knows the stewards.
pub trait InspectStewards<AccountId> {
	/// The stewards; none if the artel has named nobody.
	fn together() -> Option<ActingStewards<AccountId>>;

	/// Name as many as there can be, enough of whom are members.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case() {}
}

/// No stewards: what is left to them is done by nobody.
impl<AccountId> InspectStewards<AccountId> for () {
	fn together() -> Option<ActingStewards<AccountId>> {
		None
	}
}
