// SPDX-License-Identifier: Apache-2.0

//! Between the bank account and ART: what is booked, and what is asked for.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::on,
	Till,
};
use pallet_proposals::Track;

judge_calls! { pallet_till {
	receive => through(Any).by_stewards();
	ask => through(Any);
	begin => through(Any).by_stewards();
	pay => through(Any).by_stewards();
	decline => through(Any).by_stewards();
	// What is given back or withdrawn is its owner's again.
	give_back => through(NonTransfer);
	withdraw => through(NonTransfer);
	attest => through(Any).by_stewards();
	set_limit { amount } => through(NonTransfer), motion {
		Till::can_set_limit(*amount)?;
		Ok(on(Track::Fund, "limit of the till"))
	};
	set_currency { currency } => through(NonTransfer), motion {
		Till::can_set_currency(currency)?;
		Ok(on(Track::Constitution, "currency"))
	};
}}
