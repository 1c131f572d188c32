// SPDX-License-Identifier: Apache-2.0

//! The artel's coin: what comes into it, what is promised, and how it is paid.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::{on, on_person},
	Fund,
};
use pallet_proposals::Track;

judge_calls! { pallet_fund {
	donate => through(Any);
	// What is more than is free now is not voted on. The one who is paid votes like all others.
	mandate { beneficiary, amount, purpose, lasts, reason } => through(NonTransfer), motion {
		Fund::can_mandate(beneficiary, *amount, *purpose, *lasts, reason)?;
		Ok(on_person(Track::Fund, "mandate", beneficiary.account()))
	};
	pay_mandate => through(Any).by_stewards();
	close_mandate => through(NonTransfer);
	set_budget { purpose, period } => through(NonTransfer), motion {
		Fund::can_set_budget(*purpose, *period)?;
		Ok(on(Track::Fund, ("budget", purpose, period)))
	};
	add_purpose { title } => through(NonTransfer), motion {
		Fund::can_add_purpose(title)?;
		Ok(on(Track::Constitution, ("purpose", title)))
	};
	remove_purpose { purpose } => through(NonTransfer), motion {
		Fund::can_remove_purpose(*purpose)?;
		Ok(on(Track::Constitution, ("purpose", purpose)))
	};
	set_stewards { signatories, threshold } => through(NonTransfer), motion {
		Fund::possible_stewards(signatories, *threshold)?;
		Ok(on(Track::Constitution, "stewards"))
	};
}}
