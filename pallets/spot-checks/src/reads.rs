// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about payments and their checks.

use crate::*;
use artel_primitives::page::{page, PAGE};

impl<T: Config> Pallet<T> {
	/// The payment of this number.
	pub fn payment(number: PaymentId) -> Option<PaymentOf<T>> {
		Payments::<T>::get(number)
	}

	/// The check on this payment.
	pub fn check(payment: PaymentId) -> Option<SpotCheckOf<T>> {
		Checks::<T>::get(payment)
	}

	/// The checks that have not ended, from this number on.
	pub fn checks(from: PaymentId) -> Vec<(PaymentId, SpotCheckOf<T>)> {
		let all = Checks::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| Some((number, Checks::<T>::get(number)?)))
	}

	/// The payments of which this one is a side, from this number on.
	pub fn payments_of(who: &T::AccountId, from: PaymentId) -> Vec<(PaymentId, PaymentOf<T>)> {
		let all = Payments::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| {
			let found = Payments::<T>::get(number)?;
			found.side(who).map(|_| (number, found))
		})
	}

	/// The payments that the lot fell on and that can still be pointed out, from this number on.
	pub fn drawn(from: PaymentId) -> Vec<PaymentId> {
		let first = LastOver::<T>::get().saturating_add(1).max(from);
		let is_drawn = |number: &PaymentId| {
			let found = Payments::<T>::get(number);
			found.is_some_and(|found| Self::ensure_drawn(*number, &found).is_ok())
		};
		(first..=LastPayment::<T>::get()).filter(is_drawn).take(PAGE).collect()
	}

	/// The findings of this account that may still be remembered, the oldest first.
	pub fn findings_of(who: &T::AccountId) -> Vec<Finding> {
		Findings::<T>::get(who).0.into_inner()
	}

	/// How many times a fine would cost this account now.
	pub fn times(who: &T::AccountId) -> u32 {
		Findings::<T>::get(who).times(T::Love::own_epoch(who), Self::figures().memory)
	}
}
