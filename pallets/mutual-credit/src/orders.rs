//! The life of an order.

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
		let cap = T::Parameters::get().holding_cap;
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
	fn ensure_may_give(
		who: &T::AccountId,
		credit: &Credit,
		amount: LaborBalance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::AmountIsZero);
		ensure!(amount <= T::Labor::balance(who), Error::<T>::NotEnoughLabor);
		ensure!(
			T::Labor::total_balance(who).saturating_sub(amount) >= credit.granted,
			Error::<T>::GrantsCannotBeGivenAway
		);
		Ok(())
	}

	/// Publishes an offer.
	pub(crate) fn do_publish(provider: T::AccountId, title: Line, unit: Unit) -> DispatchResult {
		Self::ensure_worker(&provider)?;
		ensure!(!title.is_blank(), Error::<T>::TitleMissing);
		let Parameters { band_floor, band_ceiling, .. } = T::Parameters::get();
		ensure!(unit.is_in_band(band_floor, band_ceiling), Error::<T>::OutsideRateBand);
		let offer = LastOffer::<T>::get().checked_add(1).ok_or(ArithmeticError::Overflow)?;
		OffersBy::<T>::try_append(&provider, offer).map_err(|()| Error::<T>::TooManyOffers)?;
		Offers::<T>::insert(offer, Offer { provider: provider.clone(), title, unit });
		LastOffer::<T>::put(offer);
		Self::deposit_event(Event::OfferPublished { offer, provider: provider.clone() });
		Self::pay_first_grant(&provider)
	}

	/// Places an order.
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
		let (minutes, amount) = unit.quote(quantity).ok_or(Error::<T>::ImpossibleQuantity)?;
		ensure!(minutes >= types::SHORTEST_ORDER, Error::<T>::OrderTooShort);
		let now = frame_system::Pallet::<T>::block_number();
		let latest = now.saturating_add(T::Parameters::get().longest_order.into());
		ensure!(now < deadline && deadline <= latest, Error::<T>::ImpossibleDeadline);
		ensure!(amount <= T::Labor::balance(&buyer), Error::<T>::NotEnoughLabor);
		let order = LastOrder::<T>::get().checked_add(1).ok_or(ArithmeticError::Overflow)?;
		OrdersBy::<T>::try_append(&buyer, order).map_err(|()| Error::<T>::TooManyOrders)?;
		LastOrder::<T>::put(order);
		let placed = Order {
			offer,
			buyer: buyer.clone(),
			provider: provider.clone(),
			minutes,
			amount,
			brief,
			deadline,
			source: Source::Held(buyer.clone()),
			left: None,
			stage: Stage::Ordered,
		};
		Orders::<T>::insert(order, placed);
		Self::deposit_event(Event::OrderPlaced { order, buyer, provider, minutes, amount });
		Ok(())
	}

	/// Accepts an order, and holds its price.
	pub(crate) fn do_accept_order(who: &T::AccountId, order: OrderId) -> DispatchResult {
		let mut running = Orders::<T>::get(order).ok_or(Error::<T>::NoSuchOrder)?;
		ensure!(&running.provider == who, Error::<T>::NotTheProvider);
		Self::ensure_worker(who)?;
		ensure!(running.stage == Stage::Ordered, Error::<T>::AcceptedAlready);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now <= running.deadline, Error::<T>::DeadlinePassed);
		Self::hold(&HoldReason::Order.into(), &running.source, running.amount)?;
		OrdersBy::<T>::try_append(who, order).map_err(|()| Error::<T>::TooManyOrders)?;
		running.stage = Stage::Accepted;
		Orders::<T>::insert(order, running);
		Self::deposit_event(Event::OrderAccepted { order });
		Ok(())
	}

	/// Notes a delivery.
	pub(crate) fn do_deliver(
		who: &T::AccountId,
		order: OrderId,
		minutes: Minutes,
		evidence: Note,
	) -> DispatchResult {
		let mut running = Orders::<T>::get(order).ok_or(Error::<T>::NoSuchOrder)?;
		ensure!(&running.provider == who, Error::<T>::NotTheProvider);
		match running.stage {
			Stage::Accepted => {},
			Stage::Ordered => return Err(Error::<T>::NotAccepted.into()),
			Stage::Delivered { .. } | Stage::Disputed { .. } => {
				return Err(Error::<T>::DeliveredAlready.into())
			},
		}
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now <= running.deadline, Error::<T>::DeadlinePassed);
		ensure!(minutes > 0 && minutes <= running.minutes, Error::<T>::ImpossibleMinutes);
		ensure!(!evidence.is_blank(), Error::<T>::EvidenceMissing);
		let accept_by = now.saturating_add(T::Parameters::get().acceptance_window.into());
		running.stage = Stage::Delivered { minutes, evidence: evidence.clone(), accept_by };
		Orders::<T>::insert(order, running);
		Self::deposit_event(Event::OrderDelivered { order, minutes, evidence });
		Ok(())
	}

	/// Notes a dispute.
	pub(crate) fn do_dispute(who: &T::AccountId, order: OrderId, reason: Note) -> DispatchResult {
		let mut running = Orders::<T>::get(order).ok_or(Error::<T>::NoSuchOrder)?;
		ensure!(&running.buyer == who, Error::<T>::NotTheBuyer);
		let (minutes, evidence, accept_by) = match running.stage {
			Stage::Delivered { minutes, evidence, accept_by } => (minutes, evidence, accept_by),
			Stage::Disputed { .. } => return Err(Error::<T>::AwaitsVerdict.into()),
			Stage::Ordered | Stage::Accepted => return Err(Error::<T>::NotDelivered.into()),
		};
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now <= accept_by, Error::<T>::AcceptanceWindowPassed);
		ensure!(!reason.is_blank(), Error::<T>::ReasonMissing);
		// If nobody decides it, whoever worked is not kept waiting for ever.
		let settle_by = now.saturating_add(T::Parameters::get().longest_order.into());
		running.stage = Stage::Disputed { minutes, evidence, settle_by, offered: None };
		Orders::<T>::insert(order, running);
		Self::deposit_event(Event::OrderDisputed { order, reason });
		Ok(())
	}

	/// Notes what one side would settle for, and settles it if the other one has said the same.
	pub(crate) fn do_agree(who: &T::AccountId, order: OrderId, quality: Percent) -> DispatchResult {
		let mut running = Orders::<T>::get(order).ok_or(Error::<T>::NoSuchOrder)?;
		let by = match who {
			who if *who == running.buyer => Side::Payer,
			who if *who == running.provider => Side::Worker,
			_ => return Err(Error::<T>::NotYourOrder.into()),
		};
		ensure!(quality.deconstruct() <= 100, Error::<T>::ImpossibleQuality);
		let Stage::Disputed { minutes, offered, .. } = &mut running.stage else {
			return Err(Error::<T>::NotDisputed.into());
		};
		let settlement = Settlement { by, quality };
		if settlement.is_agreed(offered.as_ref()) {
			let minutes = *minutes;
			return Self::do_settle(order, &running, minutes, quality);
		}
		*offered = Some(settlement);
		Orders::<T>::insert(order, running);
		Self::deposit_event(Event::SettlementOffered { order, offered: settlement });
		Ok(())
	}

	/// The buyer and the provider of an order that is disputed; none of any other.
	pub fn disputed(order: OrderId) -> Option<(T::AccountId, T::AccountId)> {
		let running = Orders::<T>::get(order)?;
		matches!(running.stage, Stage::Disputed { .. }).then_some((running.buyer, running.provider))
	}

	/// Closes an order whose time has run out.
	pub(crate) fn do_close_order(order: OrderId) -> DispatchResult {
		let running = Orders::<T>::get(order).ok_or(Error::<T>::NoSuchOrder)?;
		let now = frame_system::Pallet::<T>::block_number();
		match running.stage {
			Stage::Ordered | Stage::Accepted => {
				ensure!(now > running.deadline, Error::<T>::NotDue);
				Self::do_refund(order, &running)?;
				Self::deposit_event(Event::OrderOverdue { order });
				Ok(())
			},
			Stage::Delivered { minutes, accept_by, .. } => {
				ensure!(now > accept_by, Error::<T>::NotDue);
				Self::do_settle(order, &running, minutes, Percent::one())
			},
			Stage::Disputed { minutes, settle_by, .. } => {
				ensure!(now > settle_by, Error::<T>::AwaitsVerdict);
				Self::do_settle(order, &running, minutes, Percent::one())
			},
		}
	}

	/// Ends an order of which nothing was delivered, and frees what is on hold for it.
	pub(crate) fn do_refund(order: OrderId, running: &OrderOf<T>) -> DispatchResult {
		if running.stage != Stage::Ordered {
			Self::release(&HoldReason::Order.into(), &running.source, running.amount)?;
		}
		Self::forget(order, running);
		Ok(())
	}

	/// Ends an order that was delivered: pays what was earned and frees the rest.
	pub(crate) fn do_settle(
		order: OrderId,
		running: &OrderOf<T>,
		minutes: Minutes,
		quality: Percent,
	) -> DispatchResult {
		let (minutes, earned) =
			types::earned_part(running.amount, running.minutes, minutes, quality);
		let returned = running.amount.saturating_sub(earned);
		let reason = HoldReason::Order.into();
		Self::forget(order, running);
		Self::release(&reason, &running.source, returned)?;
		Self::deposit_event(Event::OrderSettled { order, quality, earned, returned });
		let work = Work {
			worker: running.provider.clone(),
			minutes,
			labor: earned,
			stream: Stream::Livelihood,
			payer: Some(running.buyer.clone()),
		};
		Self::pay_work(&reason, &running.source, work, running.left)
	}

	/// Removes an order from wherever it is listed.
	fn forget(order: OrderId, running: &OrderOf<T>) {
		Orders::<T>::remove(order);
		for who in [&running.buyer, &running.provider] {
			OrdersBy::<T>::mutate_exists(who, |orders| {
				if let Some(listed) = orders {
					listed.retain(|id| *id != order);
					if listed.is_empty() {
						*orders = None;
					}
				}
			});
		}
	}

	/// Settles the orders of somebody who leaves.
	pub(crate) fn settle_orders(who: &T::AccountId, number: MemberNumber) -> DispatchResult {
		for order in OrdersBy::<T>::take(who) {
			let Some(mut running) = Orders::<T>::get(order) else { continue };
			match running.stage {
				// Nothing was delivered, so nothing is owed.
				Stage::Ordered | Stage::Accepted => {
					Self::do_refund(order, &running)?;
					Self::deposit_event(Event::OrderCancelled { order });
				},
				// What was delivered is paid or judged as usual, out of escrow.
				Stage::Delivered { .. } | Stage::Disputed { .. } if &running.buyer == who => {
					let reason = HoldReason::Order.into();
					running.source = Self::pass_to_escrow(&reason, who, number, running.amount)?;
					Orders::<T>::insert(order, running);
				},
				Stage::Delivered { .. } | Stage::Disputed { .. } => {
					running.left = Some(number);
					Orders::<T>::insert(order, running);
				},
			}
		}
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

impl<T: Config> SettleVerdict for Pallet<T> {
	fn settle(subject: Subject, quality: Percent) -> DispatchResult {
		let Subject::Order(order) = subject else { return Err(Error::<T>::NoSuchOrder.into()) };
		ensure!(quality.deconstruct() <= 100, Error::<T>::ImpossibleQuality);
		let running = Orders::<T>::get(order).ok_or(Error::<T>::NoSuchOrder)?;
		let Stage::Disputed { minutes, .. } = running.stage else {
			return Err(Error::<T>::NotDisputed.into());
		};
		Self::do_settle(order, &running, minutes, quality)
	}
}
