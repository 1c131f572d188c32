// SPDX-License-Identifier: Apache-2.0

//! What is asked for in money, and how that ends: paid, or with its owner.

use crate::*;

impl<T: Config> Pallet<T> {
	/// The reason under which what is asked for is on hold.
	pub(crate) fn on_hold_for() -> T::RuntimeHoldReason {
		HoldReason::Ask.into()
	}

	pub(crate) fn do_ask(who: T::AccountId, amount: Balance, reference: Line) -> DispatchResult {
		Self::ensure_countable(amount)?;
		let figures = Self::figures();
		ensure!(amount >= figures.least_ask(), Error::<T>::NotEnoughAsked);
		ensure!(!reference.is_blank(), Error::<T>::ReferenceMissing);
		let from_member = T::Members::is_member(&who);
		let (mut books, most) = (CurrentBooks::<T>::get(), T::MaxAsks::get());
		let there_is_room = books.asks < most && (from_member || books.asks_of_others < most / 2);
		ensure!(there_is_room, Error::<T>::TooManyAsks);

		let ask = LastAsk::<T>::get().saturating_add(1);
		AsksOf::<T>::try_mutate(&who, |own| own.try_push(ask))
			.map_err(|_| Error::<T>::TooManyAsksOfYours)?;
		LastAsk::<T>::put(ask);
		T::Coin::hold(&Self::on_hold_for(), &who, amount)?;
		books.outstanding = books.outstanding.saturating_add(amount);
		books.asks = books.asks.saturating_add(1);
		books.asks_of_others = books.asks_of_others.saturating_add(u32::from(!from_member));
		CurrentBooks::<T>::put(books);
		let until = T::Epochs::current().saturating_add(figures.silence);
		let (asking, said) = (who.clone(), reference.clone());
		let made = Ask { who: asking, amount, reference: said, until, begun: false, from_member };
		Asks::<T>::insert(ask, made);
		Self::deposit_event(Event::Asked { ask, who, amount, reference });
		Ok(())
	}

	pub(crate) fn do_begin(ask: AskId) -> DispatchResult {
		let mut found = Self::existing(ask)?;
		ensure!(!found.begun, Error::<T>::AlreadyBegun);
		ensure!(!found.is_over(T::Epochs::current()), Error::<T>::TimePassed);
		found.begun = true;
		found.until = found.until.saturating_add(Self::figures().clearing);
		let until = found.until;
		Asks::<T>::insert(ask, found);
		Self::deposit_event(Event::Begun { ask, until });
		Ok(())
	}

	/// The money has gone, so it is booked as long as the ask is there, however late that is.
	pub(crate) fn do_pay(ask: AskId, receipt: T::Hash) -> DispatchResult {
		let found = Self::existing(ask)?;
		ensure!(found.begun, Error::<T>::NotBegun);
		Self::ensure_not_booked(receipt)?;
		let (who, amount) = (found.who.clone(), found.amount);
		let entry = Self::book(Booking::Paid { ask }, who.clone(), amount, receipt);
		T::Coin::burn_held(&Self::on_hold_for(), &who, amount, Precision::Exact, Fortitude::Force)?;
		CurrentBooks::<T>::mutate(|books| books.paid = books.paid.saturating_add(amount));
		Self::forget(ask, &found);
		Self::deposit_event(Event::Paid { entry, ask, who, amount, receipt });
		Ok(())
	}

	pub(crate) fn do_decline(ask: AskId, reason: Note) -> DispatchResult {
		let found = Self::existing(ask)?;
		ensure!(!reason.is_blank(), Error::<T>::ReasonMissing);
		let (who, amount) = Self::release(ask, found)?;
		Self::deposit_event(Event::Declined { ask, who, amount, reason });
		Ok(())
	}

	pub(crate) fn do_give_back(ask: AskId) -> DispatchResult {
		let found = Self::existing(ask)?;
		ensure!(found.is_over(T::Epochs::current()), Error::<T>::NotDue);
		let (who, amount) = Self::release(ask, found)?;
		Self::deposit_event(Event::GivenBack { ask, who, amount });
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId, ask: AskId) -> DispatchResult {
		let found = Self::existing(ask)?;
		ensure!(found.who == who, Error::<T>::NotYourAsk);
		ensure!(!found.begun, Error::<T>::AlreadyBegun);
		let (who, amount) = Self::release(ask, found)?;
		Self::deposit_event(Event::Withdrawn { ask, who, amount });
		Ok(())
	}

	fn existing(ask: AskId) -> Result<AskOf<T>, DispatchError> {
		Ok(Asks::<T>::get(ask).ok_or(Error::<T>::NoSuchAsk)?)
	}

	/// Gives an owner what they asked for, and says who that is and how much.
	fn release(ask: AskId, found: AskOf<T>) -> Result<(T::AccountId, Balance), DispatchError> {
		let reason = Self::on_hold_for();
		T::Coin::release(&reason, &found.who, found.amount, Precision::Exact)?;
		Self::forget(ask, &found);
		Ok((found.who, found.amount))
	}

	fn forget(ask: AskId, found: &AskOf<T>) {
		Asks::<T>::remove(ask);
		AsksOf::<T>::mutate_exists(&found.who, |own| {
			if let Some(all) = own {
				all.retain(|other| *other != ask);
				if all.is_empty() {
					*own = None;
				}
			}
		});
		CurrentBooks::<T>::mutate(|books| {
			books.outstanding = books.outstanding.saturating_sub(found.amount);
			books.asks = books.asks.saturating_sub(1);
			let of_others = u32::from(!found.from_member);
			books.asks_of_others = books.asks_of_others.saturating_sub(of_others);
		});
	}
}
