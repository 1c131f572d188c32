// SPDX-License-Identifier: Apache-2.0

//! The artel's coin: what others bring into the fund (mechanisms, section 7).

use crate::units::Balance;
use frame::prelude::DispatchResult;

/// The number of a purpose that the fund's coin serves. It is never given twice.
pub type PurposeId = u32;

/// The number of a mandate to pay out of the fund. It is never given twice.
pub type MandateId = u32;

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
