//! The credit that members give one another.

use super::through;
use crate::{
	configs::accounts::ProxyType::{Any, NonTransfer},
	motions::{ensure, letting_gain, on},
	parameters, MutualCredit,
};
use pallet_proposals::{Refusal::*, Track::*};

judge_calls! { pallet_mutual_credit {
	// A proxy may speak and work for an account, but not spend its LABOR.
	pay => through(Any);
	publish_offer => through(NonTransfer);
	withdraw_offer => through(NonTransfer);
	place_order => through(Any);
	accept_order => through(NonTransfer);
	cancel_order => through(NonTransfer);
	deliver => through(NonTransfer).on_reserve();
	accept_delivery => through(Any);
	dispute => through(NonTransfer);
	// Both sides of what is disputed gain, and nothing else is judged.
	settle_dispute { order } => through(Any), motion {
		let (buyer, provider) = MutualCredit::disputed(*order).ok_or(NothingToDecide)?;
		Ok(letting_gain(Work, [buyer, provider], ("order", order)))
	};
	close_order => through(NonTransfer);
	claim_deferred => through(NonTransfer).on_reserve();
	lapse_earmark => through(NonTransfer);
	set_allotment { allotment } => through(Any), motion {
		ensure(parameters::judge_allotment(*allotment), OutOfRange)?;
		Ok(on(Constitution, "allotment"))
	};
	contribute => through(Any);
	agree => through(Any);
}}
