//! Holding, escrowing and paying LABOR (mechanisms, sections 3.1 to 3.6).
//!
//! Mutual credit alone moves LABOR on the ledger. Whoever else needs some held, escrowed or paid
//! asks it through these traits, none of which can break the holding cap or the supply. Every amount
//! that is tied up bears the reason of the pallet it is tied up for, on the member's own account or
//! on that of the escrow: the ledger itself says who holds what for why.

use crate::{membership::MemberNumber, units::LaborBalance, work::Work};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::prelude::{DispatchError, DispatchResult};
use scale_info::TypeInfo;

/// What may be asked about a member's LABOR.
pub trait InspectLabor<AccountId> {
	/// What the member owns, free and held.
	fn wallet(who: &AccountId) -> LaborBalance;

	/// What of it was earned by work that counts and never left the wallet, but for what has not ripened.
	fn kept(who: &AccountId) -> LaborBalance;

	/// What the commons pool can spend: neither earmarked, reserved nor in escrow.
	fn free_pool() -> LaborBalance;
}

/// Ties up a member's LABOR and sets it free again.
pub trait HoldLabor<AccountId> {
	/// Why LABOR is tied up; each pallet has reasons of its own.
	type Reason;

	/// What is tied up on this account for this reason.
	fn held(reason: &Self::Reason, who: &AccountId) -> LaborBalance;

	/// Tie up this amount of a member's LABOR.
	fn hold(reason: &Self::Reason, who: &AccountId, amount: LaborBalance) -> DispatchResult;

	/// Set this amount free, even above the holding cap.
	fn release(reason: &Self::Reason, who: &AccountId, amount: LaborBalance) -> DispatchResult;

	/// Put into escrow what was tied up on an account, whose owner is leaving; what comes back of it goes by
	/// the rule of their exit.
	fn hold_to_escrow(
		reason: &Self::Reason,
		who: &AccountId,
		amount: LaborBalance,
	) -> DispatchResult;
}

/// Ties up LABOR of the commons pool and gives it back.
pub trait EscrowLabor {
	/// Why LABOR is in escrow; each pallet has reasons of its own.
	type Reason;

	/// What is in escrow for this reason.
	fn escrowed(reason: &Self::Reason) -> LaborBalance;

	/// Take this amount from the free pool into escrow.
	fn pool_to_escrow(reason: &Self::Reason, amount: LaborBalance) -> DispatchResult;

	/// Take this amount into escrow to pay for a review: out of what the pool keeps for reviews, and out of
	/// the free pool where that is not enough.
	fn reserve_to_escrow(reason: &Self::Reason, amount: LaborBalance) -> DispatchResult;

	/// Give this amount of the escrow back to the pool.
	fn escrow_to_pool(reason: &Self::Reason, amount: LaborBalance) -> DispatchResult;
}

/// Where the LABOR for a payment is tied up.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Source<AccountId> {
	/// On a member's own account.
	#[codec(index = 0)]
	Held(AccountId),
	/// In escrow, out of the commons pool.
	#[codec(index = 1)]
	Escrow,
	/// In escrow, out of what the member with this number had, who has left since.
	#[codec(index = 2)]
	Former(MemberNumber),
}

impl<AccountId> Source<AccountId> {
	/// The number of the former member whose it was, if it was one's.
	pub fn former(&self) -> Option<&MemberNumber> {
		match self {
			Self::Former(number) => Some(number),
			Self::Held(_) | Self::Escrow => None,
		}
	}
}

/// Pays for work out of what was tied up for it.
pub trait PayWork<AccountId> {
	/// Why the LABOR was tied up; each pallet has reasons of its own.
	type Reason;

	/// Pay the work: the contribution to the pool if a member pays, the rest to the worker.
	///
	/// What exceeds the worker's holding cap is deferred. A worker who has left since they did it names the
	/// number that they had, and is paid by the rule of that exit, whether or not they came back. It fails
	/// only if less than the price is tied up.
	fn pay_work(
		reason: &Self::Reason,
		source: &Source<AccountId>,
		work: Work<AccountId>,
		left: Option<MemberNumber>,
	) -> DispatchResult;

	/// Give this much of what was tied up back to where it came from: to whoever left by the rule of their
	/// exit.
	fn give_back(
		reason: &Self::Reason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult;
}

/// Pays the part of a newcomer's grant that depends on a job brought to the artel.
pub trait ReleaseGrant<AccountId> {
	/// Pay what is left of the second earmark, up to this amount, and say how much that was.
	fn release_second_grant(
		who: &AccountId,
		up_to: LaborBalance,
	) -> Result<LaborBalance, DispatchError>;
}

/// Hears what a member who has left is owed for work beyond its grants.
///
/// It cannot refuse, does bounded work, and never calls back.
pub trait OnExitClaim<AccountId> {
	/// This much LABOR, earned by work as the member with this number and now returned to the pool, is owed
	/// to this account.
	fn on_exit_claim(who: &AccountId, number: MemberNumber, amount: LaborBalance);
}

impl<AccountId> OnExitClaim<AccountId> for () {
	fn on_exit_claim(_: &AccountId, _: MemberNumber, _: LaborBalance) {}
}
