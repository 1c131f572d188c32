// SPDX-License-Identifier: Apache-2.0

//! What the chain keeps of every account, in one record.
//!
//! A payment in LABOR touches the payer and the payee. Were LABOR kept in a map of its own, it would
//! touch their `System.Account` entries as well, because a balance keeps its account alive. Kept as
//! a field beside ART, it costs half. The same goes for what every payment and every transaction
//! asks of a member: its credit and its fee quota, and for what its
//! deposits were waived. The fields of ART come first and under the stock
//! names, which is where wallets look for them.
//!
//! Each owner of a part sees that part alone, through [`Kept`]. No change to one part touches another, and a
//! part that is empty does not exist for its owner, whatever the others hold.

use crate::{AccountId, BlockNumber, System};
use artel_primitives::units::{Balance, LaborBalance};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::StoredMap;
use pallet_balances::{AccountData as CurrencyData, ExtraFlags};
use pallet_fee_quota::Quota;
use pallet_membership::ReportId;
use pallet_mutual_credit::Credit;
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What the system keeps of an account besides its references and nonce.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct AccountData {
	/// ART that the owner can use.
	pub free: Balance,
	/// ART on hold for a stated reason.
	pub reserved: Balance,
	/// ART that must stay in the account, though it counts as free.
	pub frozen: Balance,
	/// Marks of the ART ledger.
	pub flags: ExtraFlags,
	/// The same of LABOR.
	pub labor: CurrencyData<LaborBalance>,
	/// What a member was granted and has earned.
	pub credit: Option<Credit>,
	/// What is left of a member's fee quota.
	pub quota: Option<Quota<BlockNumber>>,
	/// Since which report of a lost key there was no sign of life; none if it is not watched.
	pub watch: Option<Watch>,
	/// What a member was let off in deposits for records that are still there.
	pub waived: Balance,
}

/// The report because of which an account is watched for signs of life.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Watch(pub ReportId);

/// What an account was let off in deposits.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Waived(pub Balance);

/// One part of the record, with an owner of its own.
pub trait Part: Default + PartialEq {
	/// Reads the part.
	fn of(account: &AccountData) -> Self;

	/// Replaces the part.
	fn put(self, account: &mut AccountData);
}

impl Part for CurrencyData<Balance> {
	fn of(account: &AccountData) -> Self {
		let AccountData { free, reserved, frozen, flags, .. } = account.clone();
		Self { free, reserved, frozen, flags }
	}

	fn put(self, account: &mut AccountData) {
		let Self { free, reserved, frozen, flags } = self;
		// Coin that goes is a sign of life of whoever has it. It is noted at once, so that no gift hides it.
		if free < account.free {
			account.watch = None;
		}
		account.free = free;
		account.reserved = reserved;
		account.frozen = frozen;
		account.flags = flags;
	}
}

impl Part for CurrencyData<LaborBalance> {
	fn of(account: &AccountData) -> Self {
		account.labor.clone()
	}

	fn put(self, account: &mut AccountData) {
		account.labor = self;
	}
}

impl Part for Option<Credit> {
	fn of(account: &AccountData) -> Self {
		account.credit.clone()
	}

	fn put(self, account: &mut AccountData) {
		account.credit = self;
	}
}

impl Part for Option<Quota<BlockNumber>> {
	fn of(account: &AccountData) -> Self {
		account.quota.clone()
	}

	fn put(self, account: &mut AccountData) {
		account.quota = self;
	}
}

impl Part for Option<Watch> {
	fn of(account: &AccountData) -> Self {
		account.watch
	}

	fn put(self, account: &mut AccountData) {
		account.watch = self;
	}
}

impl Part for Waived {
	fn of(account: &AccountData) -> Self {
		Self(account.waived)
	}

	fn put(self, account: &mut AccountData) {
		account.waived = self.0;
	}
}

/// Where the owner of a part keeps it: in the system's record of each account.
pub struct Kept<P>(core::marker::PhantomData<P>);

impl<P: Part> StoredMap<AccountId, P> for Kept<P> {
	fn get(who: &AccountId) -> P {
		P::of(&<System as StoredMap<_, _>>::get(who))
	}

	fn try_mutate_exists<R, E: From<DispatchError>>(
		who: &AccountId,
		change: impl FnOnce(&mut Option<P>) -> Result<R, E>,
	) -> Result<R, E> {
		<System as StoredMap<_, AccountData>>::try_mutate_exists(who, |account| {
			let mut whole = account.take().unwrap_or_default();
			let part = P::of(&whole);
			// A part that is empty does not exist for its owner, whatever the other ones hold.
			let mut part = (part != P::default()).then_some(part);
			let result = change(&mut part)?;
			part.unwrap_or_default().put(&mut whole);
			*account = (whole != AccountData::default()).then_some(whole);
			Ok(result)
		})
	}
}

/// Where a currency of these amounts keeps its accounts.
pub type Ledger<Amount> = Kept<CurrencyData<Amount>>;
