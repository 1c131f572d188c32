// SPDX-License-Identifier: Apache-2.0

//! LOVE: asking about it, and tying it up or spending it on a deeper level of access.

use crate::{
	epochs::Epoch,
	units::{LaborBalance, LoveBalance},
	work::Work,
};
use frame::prelude::DispatchResult;
use impl_trait_for_tuples::impl_for_tuples;

/// What may be asked about a member's LOVE.
pub trait InspectLove<AccountId> {
	/// What counts for its vote, free and bonded, but for what has not ripened: nothing while it is on leave
	/// or in debt.
	fn counted(who: &AccountId) -> LoveBalance;

	/// Whether it is on leave.
	fn is_on_leave(who: &AccountId) -> bool;

	/// Whether it owes LOVE.
	fn is_in_debt(who: &AccountId) -> bool;

	/// The member's own epoch, which stands still on leave; none if it is no member.
	fn own_epoch(who: &AccountId) -> Option<Epoch>;

	/// What it has earned with work in this epoch.
	fn earned_lately(who: &AccountId) -> LoveBalance;
}

/// Spends, ties up and takes LOVE, for whoever builds on it.
pub trait SpendLove<AccountId> {
	/// Burn free LOVE.
	fn burn(who: &AccountId, amount: LoveBalance) -> DispatchResult;

	/// Tie up free LOVE.
	fn bond(who: &AccountId, amount: LoveBalance) -> DispatchResult;

	/// Set bonded LOVE free; as much as there is.
	fn unbond(who: &AccountId, amount: LoveBalance);

	/// Burn bonded LOVE; as much as there is.
	fn slash_bond(who: &AccountId, amount: LoveBalance);

	/// Take free LOVE as a penalty; what is missing becomes a debt, and so is all of it for a former member.
	fn penalise(who: &AccountId, amount: LoveBalance);

	/// Take back a penalty: what is still owed of it is owed no longer, and the rest is free LOVE again.
	fn forgive(who: &AccountId, amount: LoveBalance);
}

/// Knows whether a member may go on leave.
pub trait LeaveConditions<AccountId> {
	/// Refuses with an error that says why not.
	fn ensure_may_go(who: &AccountId) -> DispatchResult;
}

impl<AccountId> LeaveConditions<AccountId> for () {
	fn ensure_may_go(_: &AccountId) -> DispatchResult {
		Ok(())
	}
}

/// Hears who goes on leave.
///
/// It cannot refuse, does bounded work, and never calls back.
#[impl_for_tuples(12)]
pub trait OnLeave<AccountId> {
	/// This member's time stands still from now on.
	fn on_leave(_who: &AccountId) {}
}

/// Hears of work that counts, within the weekly limit, after its LOVE was earned.
///
/// It cannot refuse, does bounded work, and never calls back.
#[impl_for_tuples(12)]
pub trait OnWorkCounted<AccountId> {
	/// This much of a work counted: its minutes and LABOR are those within the limit, and `net` is that part
	/// of what the worker got. It ripens by the member's own epochs, of which this one is running.
	fn on_work_counted(_work: &Work<AccountId>, _net: LaborBalance, _own_epoch: Epoch) {}
}
