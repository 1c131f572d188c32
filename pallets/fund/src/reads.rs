// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about the fund.

use crate::*;
use artel_primitives::page::page;

impl<T: Config> Pallet<T> {
	/// How the fund stands.
	pub fn state() -> State<T::AccountId> {
		let Books { income, paid, promised, .. } = CurrentBooks::<T>::get();
		let (balance, available) = (Self::balance(), Self::available());
		State {
			account: Self::account(),
			balance,
			promised,
			free: available.saturating_sub(promised),
			kept: balance.saturating_sub(available),
			other_income: balance.saturating_add(paid).saturating_sub(income.sum()),
			income,
			paid,
			left_without_bar: Self::giving().left(&Self::figures()).min(Self::free()),
		}
	}

	/// The stewards; none if the artel has named none, and the fund pays nothing.
	pub fn stewards() -> Option<Signing<T::AccountId>> {
		let stewards = CurrentStewards::<T>::get()?;
		let account = Self::shared_account(&stewards);
		Some(Signing {
			threshold: stewards.threshold,
			remaining: stewards.remaining(),
			can_pay: stewards.are_enough() && !T::Represented::contains(&account),
			account,
			signatories: stewards.signatories,
		})
	}

	/// An open mandate; none if there is none with this number, or it was paid in full or closed.
	pub fn open_mandate(number: MandateId) -> Option<MandateOf<T>> {
		Mandates::<T>::get(number)
	}

	/// What can be paid of a mandate now: as much as is left of it and of the budget; nothing if it has expired.
	pub fn payable(found: &MandateOf<T>) -> Balance {
		if Self::has_expired(found) {
			return 0;
		}
		let serves = Purposes::<T>::get(found.purpose);
		let budget = serves.and_then(|purpose| purpose.left_in(Self::period()));
		found.left().min(budget.unwrap_or(Balance::MAX))
	}

	/// The open mandates, from this number on.
	pub fn mandates(from: MandateId) -> Vec<(MandateId, MandateOf<T>)> {
		let all = Mandates::<T>::iter_keys().map(|number| (number, ()));
		page(all, from, |(number, _)| Some((number, Mandates::<T>::get(number)?)))
	}

	/// What the coin is for, with what came and went, in the order of the numbers.
	pub fn purposes() -> Vec<(PurposeId, ToldPurpose)> {
		let period = Self::period();
		let all = Purposes::<T>::iter_keys().map(|number| (number, ()));
		page(all, 0, |(number, _)| {
			Some((number, ToldPurpose::new(Purposes::<T>::get(number)?, period)))
		})
	}
}
