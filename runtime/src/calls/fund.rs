// SPDX-License-Identifier: Apache-2.0

//! The artel's coin: what comes into it, what is promised, and how it is paid.

use super::through;
use crate::{
	accounts::SystemAccounts,
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::{ensure, on, on_person},
	Fund,
};
use frame_support::traits::Contains;
use pallet_proposals::{Refusal::*, Track};

judge_calls! { pallet_fund {
	donate => through(Any);
	// What is more than is free now is not voted on. The one who is paid votes like all others.
	mandate { beneficiary, amount, purpose, lasts, reason } => through(NonTransfer), motion {
		ensure(!reason.is_blank(), NotAllowed)?;
		ensure(!SystemAccounts::contains(beneficiary.account()), NothingToDecide)?;
		ensure(Fund::has_purpose(*purpose), NothingToDecide)?;
		let possible = Fund::can_mandate(beneficiary, *amount, *purpose, *lasts, reason);
		ensure(possible.is_ok(), ImpossibleValue)?;
		Ok(on_person(Track::Fund, "mandate", beneficiary.account()))
	};
	pay_mandate => through(Any).by_stewards();
	close_mandate => through(NonTransfer);
	set_budget { purpose, period } => through(NonTransfer), motion {
		ensure(Fund::has_purpose(*purpose), NothingToDecide)?;
		ensure(Fund::can_set_budget(*purpose, *period).is_ok(), ImpossibleValue)?;
		Ok(on(Track::Fund, ("budget", purpose, period)))
	};
	add_purpose { title } => through(NonTransfer), motion {
		ensure(Fund::can_add_purpose(title).is_ok(), ImpossibleValue)?;
		Ok(on(Track::Constitution, ("purpose", title)))
	};
	remove_purpose { purpose } => through(NonTransfer), motion {
		ensure(Fund::can_remove_purpose(*purpose).is_ok(), NothingToDecide)?;
		Ok(on(Track::Constitution, ("purpose", purpose)))
	};
	set_stewards { signatories, threshold } => through(NonTransfer), motion {
		ensure(Fund::possible_stewards(signatories, *threshold).is_ok(), ImpossibleValue)?;
		Ok(on(Track::Constitution, "stewards"))
	};
}}
