//! The credit that members give one another.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::{ensure, on},
	parameters,
};
use pallet_proposals::{Refusal::OutOfRange, Track::Constitution};

judge_calls! { pallet_mutual_credit {
	// A proxy may speak for an account, but not spend its LABOR.
	pay => through(Any);
	publish_offer => through(NonTransfer);
	withdraw_offer => through(NonTransfer);
	place_order => through(Any);
	claim_deferred => through(NonTransfer).on_reserve();
	lapse_earmark => through(NonTransfer);
	set_allotment { allotment } => through(Any), motion {
		ensure(parameters::judge_allotment(*allotment), OutOfRange)?;
		Ok(on(Constitution, "allotment"))
	};
	contribute => through(Any);
}}
