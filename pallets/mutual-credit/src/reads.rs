// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about offers and deferred pay. A member's wallet and the supply are told
//! where the supply is reckoned.

use crate::*;
use artel_primitives::{page::page, text::Words};

impl<T: Config> Pallet<T> {
	/// The offers from this number on whose title has these words; all of them for a blank. Capitals,
	/// and how a letter is made up, do not matter.
	pub fn offers(service: &str, from: OfferId) -> Vec<NumberedOffer<T::AccountId>> {
		let wanted = Words::new(service);
		page(Offers::<T>::iter_keys().map(|number| (number, ())), from, |(number, _)| {
			let offer = Offers::<T>::get(number)?;
			wanted.are_in(&offer.title).then_some((number, offer))
		})
	}

	/// What a member has earned beyond the holding cap, oldest first.
	pub fn payouts(who: T::AccountId) -> Vec<PayoutOf<T>> {
		Payouts::<T>::get(who).into_inner()
	}
}
