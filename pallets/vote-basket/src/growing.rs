// SPDX-License-Identifier: Apache-2.0

//! How baskets grow.

use crate::*;

impl<T: Config> Pallet<T> {
	/// A basket as it would be if it were looked at now, and by how much it would grow.
	pub(crate) fn grown(who: &T::AccountId) -> Option<(BasketOf<T>, VoteBalance)> {
		let mut basket = Baskets::<T>::get(who)?;
		// On leave a basket does not grow, though the vote stays.
		let growth = match T::Love::is_on_leave(who) {
			true => 0,
			false => basket.grow(T::Labor::kept(who), T::Love::counted(who)),
		};
		Some((basket, growth))
	}

	/// Lets a basket grow, and gives it as it then is.
	pub(crate) fn do_update(who: &T::AccountId) -> Result<BasketOf<T>, DispatchError> {
		let (basket, growth) = Self::grown(who).ok_or(Error::<T>::NotMember)?;
		if growth > 0 {
			Baskets::<T>::insert(who, &basket);
			Counters::<T>::mutate(|totals| totals.grow(&basket, growth));
			let weight = basket.weight();
			Self::deposit_event(Event::BasketGrew { who: who.clone(), growth, weight });
		}
		Ok(basket)
	}
}
