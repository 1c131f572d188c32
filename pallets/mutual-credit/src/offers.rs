// SPDX-License-Identifier: Apache-2.0

//! What members pay, give, offer and order.

use crate::*;

impl<T: Config> Pallet<T> {
	/// Refuses whoever does not work for the artel.
	fn ensure_worker(who: &T::AccountId) -> DispatchResult {
		ensure!(T::Members::class(who) == Some(Class::Worker), Error::<T>::NotWorker);
		Ok(())
	}

	/// Pays another member.
	pub(crate) fn do_pay(
		from: &T::AccountId,
		to: &T::AccountId,
		amount: LaborBalance,
	) -> DispatchResult {
		let credit = T::Credits::get(from).ok_or(Error::<T>::NotMember)?;
		ensure!(T::Credits::get(to).is_some(), Error::<T>::OtherIsNotMember);
		ensure!(from != to, Error::<T>::OtherIsYourself);
		Self::ensure_may_give(from, &credit, amount)?;
		let cap = Self::figures().holding_cap;
		ensure!(amount <= Self::room(to, cap), Error::<T>::HoldingCapReached);
		Self::transfer(from, to, amount)
	}

	/// Gives LABOR to the pool.
	pub(crate) fn do_contribute(who: &T::AccountId, amount: LaborBalance) -> DispatchResult {
		let credit = T::Credits::get(who).ok_or(Error::<T>::NotMember)?;
		Self::ensure_may_give(who, &credit, amount)?;
		Self::transfer(who, &Self::pool(), amount)?;
		Self::restore_supply()
	}

	/// Refuses to give away what is not there or was granted.
	pub(crate) fn ensure_may_give(
		who: &T::AccountId,
		credit: &Credit,
		amount: LaborBalance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ImpossibleAmount);
		ensure!(amount <= T::Labor::balance(who), Error::<T>::NotEnoughLabor);
		ensure!(
			T::Labor::total_balance(who).saturating_sub(amount) >= credit.granted,
			Error::<T>::NotEnoughBesideGrants
		);
		Ok(())
	}

	/// Publishes an offer.
	pub(crate) fn do_publish(provider: T::AccountId, title: Line, unit: Unit) -> DispatchResult {
		Self::ensure_worker(&provider)?;
		ensure!(!title.is_blank(), Error::<T>::TitleMissing);
		let Figures { band_floor, band_ceiling, .. } = Self::figures();
		ensure!(unit.is_in_band(band_floor, band_ceiling), Error::<T>::ImpossibleRate);
		let offer = LastOffer::<T>::get().checked_add(1).ok_or(ArithmeticError::Overflow)?;
		OffersBy::<T>::try_append(&provider, offer).map_err(|()| Error::<T>::TooManyOffers)?;
		Offers::<T>::insert(offer, Offer { provider: provider.clone(), title, unit });
		LastOffer::<T>::put(offer);
		Self::deposit_event(Event::OfferPublished { offer, provider: provider.clone() });
		Self::pay_first_grant(&provider)
	}

	/// Orders what another member offers.
	pub(crate) fn do_place(
		buyer: T::AccountId,
		offer: OfferId,
		quantity: u32,
		deadline: BlockNumberFor<T>,
		brief: Note,
	) -> DispatchResult {
		ensure!(T::Credits::get(&buyer).is_some(), Error::<T>::NotMember);
		let Offer { provider, unit, .. } =
			Offers::<T>::get(offer).ok_or(Error::<T>::NoSuchOffer)?;
		ensure!(provider != buyer, Error::<T>::OtherIsYourself);
		let (minutes, price) = unit.quote(quantity).ok_or(Error::<T>::ImpossibleQuantity)?;
		ensure!(minutes >= types::SHORTEST_ORDER, Error::<T>::ImpossibleMinutes);
		ensure!(price <= T::Labor::balance(&buyer), Error::<T>::NotEnoughLabor);
		T::Deliveries::open(Order {
			cause: Cause::Offer(offer),
			orderer: buyer,
			// Nobody's LABOR waits for a provider who never answers.
			payer: Payer::OrdererLater,
			worker: Worker::Named(provider),
			class: Some(Class::Worker),
			minutes,
			price,
			stream: Stream::Livelihood,
			brief,
			deadline,
			reviewed: false,
		})?;
		Ok(())
	}

	/// Removes the offers of somebody who works no longer.
	pub(crate) fn withdraw_offers(who: &T::AccountId) {
		for offer in OffersBy::<T>::take(who) {
			Offers::<T>::remove(offer);
			Self::deposit_event(Event::OfferWithdrawn { offer, provider: who.clone() });
		}
	}
}
