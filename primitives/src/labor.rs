// SPDX-License-Identifier: Apache-2.0

//! Holding, escrowing and paying LABOR (mechanisms, sections 3.1 to 3.6).
//!
//! Mutual credit alone moves LABOR on the ledger. A room that needs some held, escrowed or paid
//! asks it through these traits, none of which can break the holding cap or the supply. Every amount
//! that is tied up bears the reason of the pallet it is tied up for, on the member's own account or
//! on that of the escrow: the ledger itself says who holds what for why.

use crate::{membership::MemberNumber, units::LaborBalance, work::Work};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::prelude::{DispatchError, DispatchResult};
use scale_info::TypeInfo;

/// What may be asked about a member's LABOR.
pub trait InspectLabor<AccountId> {
	/// What the member owns, free, held and at stake.
	fn wallet(who: &AccountId) -> LaborBalance;

	/// What of it was earned by work that counts and never left the wallet, but for what has not ripened.
	fn kept(who: &AccountId) -> LaborBalance;

	/// What the commons pool can spend: neither earmarked, reserved nor in escrow.
	fn free_pool() -> LaborBalance;
}

/// The owner of LABOR that is tied up, and thereby where it is.
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
	/// In escrow, out of what the commons pool keeps for reviews, and out of what it has free where that is
	/// not enough.
	#[codec(index = 3)]
	Reviews,
}

impl<AccountId> Source<AccountId> {
	/// The number of the former member whose it was, if it was one's.
	pub fn former(&self) -> Option<&MemberNumber> {
		match self {
			Self::Former(number) => Some(number),
			Self::Held(_) | Self::Escrow | Self::Reviews => None,
		}
	}
}

/// Ties up LABOR of a source, gives it back, and pays for work out of it.
pub trait HoldLabor<AccountId> {
	/// Why LABOR is tied up; each pallet has reasons of its own.
	type Reason;

	/// What is tied up for this reason on the account of this source: of what is in escrow all, whosever it was.
	fn held(reason: &Self::Reason, source: &Source<AccountId>) -> LaborBalance;

	/// Tie up this amount of what the source has free. Nothing more can be tied up of a former member's.
	fn hold(
		reason: &Self::Reason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult;

	/// Give this amount back to where it came from: to the member, even above the holding cap; to the free
	/// pool; to a former member by the rule of their exit.
	fn release(
		reason: &Self::Reason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult;

	/// Tie up for another reason this amount of what is tied up of this source.
	fn rededicate(
		reason: &Self::Reason,
		new_reason: &Self::Reason,
		source: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult;

	/// Give this amount of what is tied up of one source to where another one's belongs, as if it went back there.
	fn give_to(
		reason: &Self::Reason,
		source: &Source<AccountId>,
		to: &Source<AccountId>,
		amount: LaborBalance,
	) -> DispatchResult;

	/// Put into escrow this amount of what is tied up on the account of a member who leaves with this number:
	/// from now on its source is [`Source::Former`].
	fn pass_to_escrow(
		reason: &Self::Reason,
		who: &AccountId,
		number: MemberNumber,
		amount: LaborBalance,
	) -> DispatchResult;

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
}

/// Puts LABOR of members at stake. It lies in escrow, and counts as theirs until it is lost: for what they own, have
/// kept, and have room for.
pub trait StakeLabor<AccountId>: HoldLabor<AccountId> {
	/// What a member has at stake.
	fn staked(who: &AccountId) -> LaborBalance;

	/// Put this much of what a member has free at stake: what is left beside their other stakes is no less than their
	/// grants.
	fn stake(reason: &Self::Reason, who: &AccountId, amount: LaborBalance) -> DispatchResult;

	/// Give a member this much of their stake back, even above the holding cap.
	fn return_stake(reason: &Self::Reason, who: &AccountId, amount: LaborBalance)
		-> DispatchResult;

	/// How much a member can be paid before they reach the holding cap.
	fn room_of(who: &AccountId) -> LaborBalance;

	/// Note that a member has lost this much of their stake, which stays in escrow for others.
	fn lose_stake(who: &AccountId, amount: LaborBalance) -> DispatchResult;

	/// Pay a member out of what others have lost, as far as they have room, and say how much that was. It is not work.
	fn pay_winnings(
		reason: &Self::Reason,
		who: &AccountId,
		up_to: LaborBalance,
	) -> Result<LaborBalance, DispatchError>;
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
