// SPDX-License-Identifier: Apache-2.0

//! The validators. A validator must always be able to come back, so that none of these is ever paused.

use super::through;
use crate::{
	accounts::SystemAccounts,
	configs::accounts::ProxyType::{NonTransfer, Operator},
	motions::{ensure, on_person},
	Validators,
};
use frame_support::traits::Contains;
use pallet_proposals::{Refusal::NothingToDecide, Track::Constitution};

judge_calls! { pallet_validators {
	approve { who } => through(NonTransfer).never_paused(), motion {
		let record = Validators::validator(who.clone());
		ensure(!SystemAccounts::contains(who), NothingToDecide)?;
		ensure(record.is_none_or(|record| record.may_be_approved_again()), NothingToDecide)?;
		Ok(on_person(Constitution, "validator", who))
	};
	remove { who } => through(NonTransfer).never_paused(), motion {
		let approved = Validators::validator(who.clone()).is_some();
		ensure(approved, NothingToDecide)?;
		Ok(on_person(Constitution, "validator", who))
	};
	resume => through(Operator).never_paused();
}}
