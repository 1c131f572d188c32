// SPDX-License-Identifier: Apache-2.0

//! Between the bank account and ART: what is booked, and what is asked for.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::{ensure, on},
	Till,
};
use pallet_proposals::{Refusal::ImpossibleValue, Track};

judge_calls! { pallet_till {
	receive => through(Any);
	ask => through(Any);
	begin => through(Any);
	pay => through(Any);
	decline => through(Any);
	// What is given back or withdrawn is its owner's again.
	give_back => through(NonTransfer);
	withdraw => through(NonTransfer);
	attest => through(Any);
	set_limit { amount } => through(NonTransfer), motion {
		ensure(Till::can_set_limit(*amount).is_ok(), ImpossibleValue)?;
		Ok(on(Track::Fund, "limit of the till"))
	};
	set_currency { currency } => through(NonTransfer), motion {
		ensure(Till::can_set_currency(currency).is_ok(), ImpossibleValue)?;
		Ok(on(Track::Constitution, "currency"))
	};
}}
