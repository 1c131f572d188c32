// SPDX-License-Identifier: Apache-2.0

//! The transaction extension that charges a quota or the ordinary fee.
//!
//! One function says what a transaction costs ([`Pallet::price`]). The stock pallet of fees knows weights
//! alone. So the runtime gives it that function as `WeightToFee` and nothing as `LengthToFee`, and this
//! extension counts the length as proof size in what it shows to the stock one. `CheckWeight` and
//! `WeightReclaim` see what is really there. The runtime API of fees answers by the same function, so that
//! wallets show what is charged.

use crate::*;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame::{
	deps::{
		frame_support::dispatch::{DispatchInfo, PostDispatchInfo},
		sp_runtime::{
			traits::{
				DispatchInfoOf, Dispatchable, Implication, PostDispatchInfoOf,
				TransactionExtension, Zero,
			},
			transaction_validity::{
				InvalidTransaction, TransactionPriority, TransactionSource,
				TransactionValidityError, ValidTransaction,
			},
		},
	},
	prelude::*,
};
use pallet_transaction_payment::{ChargeTransactionPayment, OnChargeTransaction};
use scale_info::TypeInfo;

type FeeOf<T> =
	<<T as pallet_transaction_payment::Config>::OnChargeTransaction as OnChargeTransaction<T>>::Balance;
type CallOf<T> = <T as frame_system::Config>::RuntimeCall;
type OriginOf<T> = <CallOf<T> as Dispatchable>::RuntimeOrigin;

/// The highest place in the pool that coin can buy. What quotas pay for comes before it, and reports
/// without a signature, which have the highest place that there is, before both.
pub const HIGHEST_BY_COIN: TransactionPriority = TransactionPriority::MAX / 2;

/// Charges the signer's quota if it covers the transaction and there is no tip, else the fee.
///
/// To wallets it is the stock `ChargeTransactionPayment`, by name, by type and by its bytes.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, PartialEq, Eq)]
pub struct ChargeQuotaOrFee<T: Config>(ChargeTransactionPayment<T>);

impl<T: Config> ChargeQuotaOrFee<T>
where
	CallOf<T>: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
{
	/// Whether a tip is offered, which no quota pays.
	pub fn tips(&self) -> bool {
		!self.0.tip().is_zero()
	}
}

impl<T: Config> From<ChargeTransactionPayment<T>> for ChargeQuotaOrFee<T> {
	fn from(inner: ChargeTransactionPayment<T>) -> Self {
		Self(inner)
	}
}

impl<T: Config> core::fmt::Debug for ChargeQuotaOrFee<T> {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		core::fmt::Debug::fmt(&self.0, f)
	}
}

impl<T: Config> TypeInfo for ChargeQuotaOrFee<T>
where
	ChargeTransactionPayment<T>: TypeInfo + 'static,
{
	type Identity = ChargeTransactionPayment<T>;

	fn type_info() -> scale_info::Type {
		ChargeTransactionPayment::<T>::type_info()
	}
}

/// What was found out when the transaction was checked.
#[derive(DebugNoBound)]
pub enum Val<T: Config> {
	/// The signer's quota covers this price.
	Quota {
		/// The signer.
		who: T::AccountId,
		/// The price at most.
		price: Units,
		/// What the call is to the quota.
		purpose: Purpose,
	},
	/// The fee is due.
	Fee(pallet_transaction_payment::Val<T>),
}

/// What was charged before the call, to be corrected after it.
pub enum Pre<T: Config> {
	/// The signer's quota.
	Quota {
		/// The signer.
		who: T::AccountId,
		/// The price charged.
		price: Units,
		/// The weight of charging a fee, which was not spent.
		unspent: Weight,
	},
	/// The fee.
	Fee(pallet_transaction_payment::Pre<T>),
}

impl<T: Config> core::fmt::Debug for Pre<T> {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		match self {
			Self::Quota { price, .. } => f.debug_struct("Quota").field("price", price).finish(),
			Self::Fee(fee) => fee.fmt(f),
		}
	}
}

impl<T: Config + Send + Sync> TransactionExtension<CallOf<T>> for ChargeQuotaOrFee<T>
where
	CallOf<T>: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
	OriginOf<T>: Clone,
{
	const IDENTIFIER: &'static str =
		<ChargeTransactionPayment<T> as TransactionExtension<CallOf<T>>>::IDENTIFIER;
	type Implicit = ();
	type Pre = Pre<T>;
	type Val = Val<T>;

	fn weight(&self, call: &CallOf<T>) -> Weight {
		<T as Config>::WeightInfo::charge()
			.saturating_add(T::Parting::weight(call))
			.saturating_add(self.0.weight(call))
	}

	fn validate(
		&self,
		origin: OriginOf<T>,
		call: &CallOf<T>,
		info: &DispatchInfoOf<CallOf<T>>,
		length: usize,
		implicit: (),
		implication: &impl Implication,
		source: TransactionSource,
	) -> Result<(ValidTransaction, Val<T>, OriginOf<T>), TransactionValidityError> {
		let bytes = u32::try_from(length).unwrap_or(u32::MAX);
		let signer = origin.as_signer().cloned().filter(|_| !self.tips());
		if let Some(who) = signer {
			let price = Pallet::<T>::price_of(info, bytes);
			let purpose = Pallet::<T>::purpose(&who, call);
			if Pallet::<T>::affords(&who, price, purpose).is_some() {
				// Before any coin, and among quotas in the stock order.
				let stock = ChargeTransactionPayment::<T>::get_priority(
					info,
					length,
					FeeOf::<T>::zero(),
					price.saturated_into(),
				);
				let above = stock.min(HIGHEST_BY_COIN.saturating_sub(1)).saturating_add(1);
				let priority = HIGHEST_BY_COIN.saturating_add(above);
				let valid = ValidTransaction { priority, ..Default::default() };
				return Ok((valid, Val::Quota { who, price, purpose }, origin));
			}
		}
		let info = &Pallet::<T>::counted(info, bytes);
		let (mut valid, val, origin) =
			self.0.validate(origin, call, info, length, implicit, implication, source)?;
		valid.priority = valid.priority.min(HIGHEST_BY_COIN);
		Ok((valid, Val::Fee(val), origin))
	}

	fn prepare(
		self,
		val: Val<T>,
		origin: &OriginOf<T>,
		call: &CallOf<T>,
		info: &DispatchInfoOf<CallOf<T>>,
		length: usize,
	) -> Result<Pre<T>, TransactionValidityError> {
		match val {
			Val::Quota { who, price, purpose } => {
				let left = Pallet::<T>::affords(&who, price, purpose)
					.ok_or(InvalidTransaction::Payment)?;
				Pallet::<T>::put(&who, left);
				Ok(Pre::Quota { who, price, unspent: self.0.weight(call) })
			},
			Val::Fee(val) => {
				let bytes = u32::try_from(length).unwrap_or(u32::MAX);
				let info = &Pallet::<T>::counted(info, bytes);
				self.0.prepare(val, origin, call, info, length).map(Pre::Fee)
			},
		}
	}

	fn post_dispatch_details(
		pre: Pre<T>,
		info: &DispatchInfoOf<CallOf<T>>,
		post_info: &PostDispatchInfoOf<CallOf<T>>,
		length: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		let bytes = u32::try_from(length).unwrap_or(u32::MAX);
		match pre {
			Pre::Quota { who, price, unspent } => {
				let weight = post_info.calc_actual_weight(info).saturating_sub(unspent);
				let actual = match post_info.pays_fee(info) {
					Pays::Yes => Pallet::<T>::price(weight, bytes, info.class),
					Pays::No => Units::zero(),
				};
				// Somebody who left with this call has no quota any more.
				if let (true, Some(quota)) = (actual < price, T::Quotas::get(&who)) {
					let refund = price.saturating_sub(actual);
					Pallet::<T>::put(&who, quota.left.saturating_add(refund));
				}
				Ok(unspent)
			},
			Pre::Fee(pre) => ChargeTransactionPayment::<T>::post_dispatch_details(
				pre,
				&Pallet::<T>::counted(info, bytes),
				&Pallet::<T>::counted_after(post_info, info, bytes),
				length,
				result,
			),
		}
	}
}
