// SPDX-License-Identifier: Apache-2.0

//! The powers that there are, and what is let through.

use crate::{calls, certificates, AccountId, Membership, Runtime, RuntimeCall, Validators};
use frame_support::{traits::Contains, weights::Weight};
use pallet_fee_quota::InspectParting;
use pallet_membership::WeightInfo as _;
use pallet_proposals::{Decided, Supported, Track};
use pallet_tx_pause::RuntimeCallNameOf;

// What members decide acts with the origin of its track; see [`crate::motions`]. What changes the
// artel itself acts as Root, and there is no other way to it.

/// Members on work that is disputed, and on roles that end before their term.
pub type WorkOrigin = Decided<{ Track::Work as u8 }>;

/// Members on care that is honoured.
pub type CareOrigin = Decided<{ Track::Care as u8 }>;

/// Members on LOVE that somebody should not have.
pub type WithdrawOrigin = Decided<{ Track::Withdrawal as u8 }>;

/// Members on who joins, and in which class.
pub type AdmitOrigin = Decided<{ Track::Admission as u8 }>;

/// Members on who must go, or change its class.
pub type ExpelOrigin = Decided<{ Track::Expulsion as u8 }>;

/// Members on whoever has lost its key.
pub type KeyOrigin = Decided<{ Track::LostKey as u8 }>;

/// Members on the fund's coin, with the support that they had.
pub type FundOrigin = Supported<{ Track::Fund as u8 }>;

/// What can be called at all, by anyone but Root.
///
/// It sees the call alone, not whose it is, and is asked anew about each call that another one makes.
pub struct BaseCallFilter;

impl Contains<RuntimeCall> for BaseCallFilter {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			// There is as much ART as the till's books say (Invariant A).
			RuntimeCall::Balances(pallet_balances::Call::burn { .. }) => false,
			RuntimeCall::Uniques(call) => !certificates::concerns(call),
			// It might be the last one's keys, and no block would follow the session after next.
			RuntimeCall::Session(pallet_session::Call::purge_keys {}) => {
				Validators::can_serve() > 1
			},
			_ => true,
		}
	}
}

/// What a member must always be able to do: such calls may draw on the reserve of its fee quota. Leaving
/// has a part of its own besides, which it draws on only when it succeeds; see [`Parting`]. Which they are
/// stands in `crate::calls`.
pub struct Duties;

impl Contains<RuntimeCall> for Duties {
	fn contains(call: &RuntimeCall) -> bool {
		calls::permit(call).draws_on_reserve
	}
}

/// The call by which a member leaves.
pub struct Parting;

impl Parting {
	fn is(call: &RuntimeCall) -> bool {
		matches!(call, RuntimeCall::Membership(pallet_membership::Call::leave { .. }))
	}
}

impl InspectParting<AccountId, RuntimeCall> for Parting {
	fn would_leave(who: &AccountId, call: &RuntimeCall) -> bool {
		Self::is(call) && Membership::may_leave(who)
	}

	fn weight(call: &RuntimeCall) -> Weight {
		if Self::is(call) {
			<Runtime as pallet_membership::Config>::WeightInfo::may_leave()
		} else {
			Weight::zero()
		}
	}
}

/// Calls that cannot be paused, or a pause could not be lifted, a validator not come back, a member
/// not leave. Members who act through another account must be able to vote on it as well.
/// Which they are stands in `crate::calls`.
pub struct NeverPaused;

impl Contains<RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains(name: &RuntimeCallNameOf<Runtime>) -> bool {
		let (pallet, call) = name;
		!calls::can_be_paused(pallet, call)
	}
}
