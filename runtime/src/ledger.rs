//! Both currencies of an account in one record.
//!
//! A payment in LABOR touches the payer and the payee. Were LABOR kept in a map of its own, it would
//! touch their `System.Account` entries as well, because a balance keeps its account alive. Kept as
//! a field beside ART, it costs half. The fields of ART come first and under the stock names, which
//! is where wallets look for them.

use crate::{AccountId, System};
use artel_primitives::units::{Balance, LaborBalance};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::StoredMap;
use pallet_balances::{AccountData as CurrencyData, ExtraFlags};
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
}

/// One currency's part of the record.
trait Part: Default + PartialEq {
	fn of(account: &AccountData) -> Self;
	fn put(self, account: &mut AccountData);
}

impl Part for CurrencyData<Balance> {
	fn of(account: &AccountData) -> Self {
		let AccountData { free, reserved, frozen, flags, .. } = account.clone();
		Self { free, reserved, frozen, flags }
	}

	fn put(self, account: &mut AccountData) {
		let Self { free, reserved, frozen, flags } = self;
		*account = AccountData { free, reserved, frozen, flags, labor: account.labor.clone() };
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

/// Where a currency of amounts `Amount` keeps its accounts: in its part of the system's record.
pub struct Ledger<Amount>(core::marker::PhantomData<Amount>);

impl<Amount> StoredMap<AccountId, CurrencyData<Amount>> for Ledger<Amount>
where
	CurrencyData<Amount>: Part,
{
	fn get(who: &AccountId) -> CurrencyData<Amount> {
		Part::of(&<System as StoredMap<_, _>>::get(who))
	}

	fn try_mutate_exists<R, E: From<DispatchError>>(
		who: &AccountId,
		change: impl FnOnce(&mut Option<CurrencyData<Amount>>) -> Result<R, E>,
	) -> Result<R, E> {
		<System as StoredMap<_, AccountData>>::try_mutate_exists(who, |account| {
			let mut whole = account.take().unwrap_or_default();
			let part: CurrencyData<Amount> = Part::of(&whole);
			// A part that is empty does not exist for its ledger, whatever the other one holds.
			let mut part = (part != Default::default()).then_some(part);
			let result = change(&mut part)?;
			part.unwrap_or_default().put(&mut whole);
			*account = (whole != AccountData::default()).then_some(whole);
			Ok(result)
		})
	}
}
