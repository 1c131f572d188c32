// SPDX-License-Identifier: Apache-2.0

//! What a record costs that stays on the chain until somebody clears it away (mechanisms, section 10).
//!
//! Proxies and operations of several signatories lie there for as long as their owners like.
//! So they take a deposit, as a record of any other kind does: coin on hold under a name of its own, which
//! comes back with the record. Members need no coin to act together or through others, so that they are let
//! off, up to an allowance that bounds how much they may leave lying about. The stock pallets ask nobody
//! whether somebody is a member. They are given this currency instead of the ledger of ART.
//!
//! How much a member was let off is counted in the account's own record, which is read and written with
//! every transaction of theirs anyway. It stays counted when a membership ends, and a hold stays when one
//! begins: whatever a record took when it was made comes back when it goes, never more, and from nowhere
//! else.

use crate::{
	configs::accounts::{
		AnnouncementDepositFactor, OperationDepositFactor, ProxyDepositFactor, RecordDeposit,
	},
	ledger::{AccountData, Kept, Waived},
	AccountId, Balances, RuntimeHoldReason, System,
};
use artel_primitives::units::Balance;
use core::marker::PhantomData;
use frame_support::traits::{
	fungible::{InspectHold, MutateHold},
	tokens::{
		BalanceStatus,
		Fortitude::Force,
		Precision::BestEffort,
		Restriction::{Free, OnHold},
	},
	Currency, Defensive, ExistenceRequirement, Get, ReservableCurrency, SignedImbalance, StoredMap,
	WithdrawReasons,
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult};

pub use pallet::*;

/// Names what coin is on hold for, and sees that deposits and records belong together.
#[frame_support::pallet]
pub mod pallet {
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::BlockNumberFor;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// What coin is on hold for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The account's proxies, and what it announced as somebody's proxy.
		#[codec(index = 0)]
		Proxies,
		/// What the account has begun to do together with others.
		#[codec(index = 1)]
		Operations,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			super::try_state()
		}
	}
}

/// The coin that a stock pallet takes deposits in, with the reason under which it is on hold.
pub struct Deposit<Reason>(PhantomData<Reason>);

/// Up to how much a member is let off: as many proxies and announcements as an account can have, and
/// sixteen operations of ten signatories each.
pub struct Allowance;

impl Get<Balance> for Allowance {
	fn get() -> Balance {
		let record = |number: u32, parts: u32, part: Balance| {
			let each = RecordDeposit::get().saturating_add(part.saturating_mul(parts.into()));
			each.saturating_mul(number.into())
		};
		record(1, 32, ProxyDepositFactor::get())
			.saturating_add(record(1, 32, AnnouncementDepositFactor::get()))
			.saturating_add(record(16, 10, OperationDepositFactor::get()))
	}
}

/// How much this account was let off.
pub fn waived(who: &AccountId) -> Balance {
	System::account(who).data.waived
}

fn put(who: &AccountId, waived: Balance) {
	// The account exists: it is a member's, or kept by what it was let off.
	<Kept<Waived> as StoredMap<_, _>>::mutate(who, |kept| *kept = Waived(waived))
		.defensive_proof("a record that exists can be changed")
		.ok();
}

/// What a member would have been let off with this deposit; none if it has to be paid.
fn let_off(who: &AccountId, value: Balance) -> Option<Balance> {
	let AccountData { quota, waived, .. } = System::account(who).data;
	let with = waived.saturating_add(value);
	// Members are those who have a quota.
	(quota.is_some() && with <= Allowance::get()).then_some(with)
}

/// Takes back what somebody was let off, and says how much of this there was too little.
fn take_back(who: &AccountId, value: Balance) -> Balance {
	let before = waived(who);
	let rest = before.saturating_sub(value);
	if rest != before {
		put(who, rest);
	}
	if rest.is_zero() && !before.is_zero() {
		// An account that something else holds on to stays.
		System::dec_providers(who).ok();
	}
	value.saturating_sub(before)
}

impl<Reason: Get<RuntimeHoldReason>> ReservableCurrency<AccountId> for Deposit<Reason> {
	fn can_reserve(who: &AccountId, value: Balance) -> bool {
		let_off(who, value).is_some() || Balances::can_hold(&Reason::get(), who, value)
	}

	fn reserve(who: &AccountId, value: Balance) -> DispatchResult {
		if value.is_zero() {
			return Ok(());
		}
		let Some(with) = let_off(who, value) else {
			return Balances::hold(&Reason::get(), who, value);
		};
		// An account that leaves the artel meanwhile is remembered until the record is cleared away.
		if with == value {
			System::inc_providers(who);
		}
		put(who, with);
		Ok(())
	}

	fn unreserve(who: &AccountId, value: Balance) -> Balance {
		let released =
			Balances::release(&Reason::get(), who, value, BestEffort).unwrap_or_default();
		take_back(who, value.saturating_sub(released))
	}

	fn reserved_balance(who: &AccountId) -> Balance {
		Balances::balance_on_hold(&Reason::get(), who)
	}

	fn slash_reserved(who: &AccountId, value: Balance) -> (Self::NegativeImbalance, Balance) {
		let released =
			Balances::release(&Reason::get(), who, value, BestEffort).unwrap_or_default();
		let (slashed, missed) = Self::slash(who, released);
		(slashed, value.saturating_sub(released).saturating_add(missed))
	}

	fn repatriate_reserved(
		slashed: &AccountId,
		beneficiary: &AccountId,
		value: Balance,
		status: BalanceStatus,
	) -> Result<Balance, DispatchError> {
		let mode = match status {
			BalanceStatus::Free => Free,
			BalanceStatus::Reserved => OnHold,
		};
		let reason = Reason::get();
		Balances::transfer_on_hold(&reason, slashed, beneficiary, value, BestEffort, mode, Force)
			.map(|moved| value.saturating_sub(moved))
	}
}

/// The ledger of ART itself, but for what is reserved.
impl<Reason> Currency<AccountId> for Deposit<Reason> {
	type Balance = Balance;
	type NegativeImbalance = <Balances as Currency<AccountId>>::NegativeImbalance;
	type PositiveImbalance = <Balances as Currency<AccountId>>::PositiveImbalance;

	fn total_balance(who: &AccountId) -> Balance {
		<Balances as Currency<_>>::total_balance(who)
	}

	fn can_slash(who: &AccountId, value: Balance) -> bool {
		<Balances as Currency<_>>::can_slash(who, value)
	}

	fn total_issuance() -> Balance {
		<Balances as Currency<AccountId>>::total_issuance()
	}

	fn minimum_balance() -> Balance {
		<Balances as Currency<AccountId>>::minimum_balance()
	}

	fn burn(amount: Balance) -> Self::PositiveImbalance {
		<Balances as Currency<AccountId>>::burn(amount)
	}

	fn issue(amount: Balance) -> Self::NegativeImbalance {
		<Balances as Currency<AccountId>>::issue(amount)
	}

	fn free_balance(who: &AccountId) -> Balance {
		<Balances as Currency<_>>::free_balance(who)
	}

	fn ensure_can_withdraw(
		who: &AccountId,
		amount: Balance,
		reasons: WithdrawReasons,
		new_balance: Balance,
	) -> DispatchResult {
		<Balances as Currency<_>>::ensure_can_withdraw(who, amount, reasons, new_balance)
	}

	fn transfer(
		source: &AccountId,
		dest: &AccountId,
		value: Balance,
		existence: ExistenceRequirement,
	) -> DispatchResult {
		<Balances as Currency<_>>::transfer(source, dest, value, existence)
	}

	fn slash(who: &AccountId, value: Balance) -> (Self::NegativeImbalance, Balance) {
		<Balances as Currency<_>>::slash(who, value)
	}

	fn deposit_into_existing(
		who: &AccountId,
		value: Balance,
	) -> Result<Self::PositiveImbalance, DispatchError> {
		<Balances as Currency<_>>::deposit_into_existing(who, value)
	}

	fn deposit_creating(who: &AccountId, value: Balance) -> Self::PositiveImbalance {
		<Balances as Currency<_>>::deposit_creating(who, value)
	}

	fn withdraw(
		who: &AccountId,
		value: Balance,
		reasons: WithdrawReasons,
		liveness: ExistenceRequirement,
	) -> Result<Self::NegativeImbalance, DispatchError> {
		<Balances as Currency<_>>::withdraw(who, value, reasons, liveness)
	}

	fn make_free_balance_be(
		who: &AccountId,
		balance: Balance,
	) -> SignedImbalance<Balance, Self::PositiveImbalance> {
		// Only the stock benchmarks ask for this. They give everybody all coin there can be: then none of it
		// could ever come back from a hold.
		#[cfg(feature = "runtime-benchmarks")]
		let balance = balance.min(Balance::MAX >> 32);
		<Balances as Currency<_>>::make_free_balance_be(who, balance)
	}
}

/// # Invariants
///
/// - What records say that they took is on hold for them, or was waived. More is so only where an account that a
///   proxy made gave up its last proxy, and with it everything it has: the stock pallet looks for its deposit
///   there, and not where it was taken. `kill_pure` gives it back.
/// - Nobody was let off more than the allowance.
#[cfg(feature = "try-runtime")]
fn try_state() -> Result<(), sp_runtime::TryRuntimeError> {
	use crate::Runtime;
	use frame_support::ensure;
	let records = [
		pallet_proxy::Proxies::<Runtime>::iter_values().map(|(_, deposit)| deposit).sum(),
		pallet_proxy::Announcements::<Runtime>::iter_values().map(|(_, deposit)| deposit).sum(),
		pallet_multisig::Multisigs::<Runtime>::iter_values().map(|begun| begun.deposit).sum(),
	];
	let on_hold = pallet_balances::Holds::<Runtime>::iter_values()
		.flatten()
		.filter(|hold| matches!(hold.id, RuntimeHoldReason::Deposits(_)))
		.map(|hold| hold.amount);
	let waived = frame_system::Account::<Runtime>::iter_values().map(|account| account.data.waived);
	let taken: Balance = on_hold.chain(waived).sum();
	ensure!(records.iter().sum::<Balance>() <= taken, "a record has no deposit");
	let most = Allowance::get();
	let within = frame_system::Account::<Runtime>::iter_values().all(|one| one.data.waived <= most);
	ensure!(within, "somebody was let off too much");
	Ok(())
}
