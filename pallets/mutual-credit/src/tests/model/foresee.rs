//! Deeds, foreseen.

use super::*;

impl Model {
	pub(super) fn foresee(&mut self, deed: &Deed) -> Foreseen {
		match *deed {
			Deed::Join { who, class } => self.join(who, class),
			Deed::Leave { who } => {
				let open = self.deals.iter().any(|(order, deal)| {
					deal.buyer == who
						&& deal.progress != Progress::Ordered
						&& self.people[&who].orders.contains(order)
				});
				ensure!(!open, E::OrdersOpenAsBuyer);
				self.exit(who);
			},
			Deed::Expel { who } => self.exit(who),
			Deed::ChangeClass { who, to } => {
				self.person(who).class = to;
				if to != Class::Worker {
					self.withdraw_all(who);
				}
			},
			Deed::Pay { from, to, amount } => {
				let payer = self.people.get(&from).ok_or(E::NotMember)?;
				ensure!(self.people.contains_key(&to), E::OtherIsNotMember);
				ensure!(from != to, E::OtherIsYourself);
				ensure!(amount > 0, E::AmountIsZero);
				ensure!(payer.free >= amount, E::NotEnoughLabor);
				ensure!(payer.total() >= amount + payer.granted, E::GrantsCannotBeGivenAway);
				ensure!(self.room(to) >= amount, E::HoldingCapReached);
				self.person(from).free -= amount;
				self.person(to).free += amount;
				self.leaves_wallet(from);
			},
			Deed::Contribute { who, amount } => {
				let giver = self.people.get(&who).ok_or(E::NotMember)?;
				ensure!(amount > 0, E::AmountIsZero);
				ensure!(giver.free >= amount, E::NotEnoughLabor);
				ensure!(giver.total() >= amount + giver.granted, E::GrantsCannotBeGivenAway);
				self.person(who).free -= amount;
				self.leaves_wallet(who);
				self.pool += amount;
				self.level();
			},
			Deed::Publish { who, unit } => {
				self.ensure_worker(who)?;
				let fair = match unit {
					Unit::Hour { rate } => (50..=100).contains(&rate.deconstruct()),
					Unit::Task { price, minutes } | Unit::Project { price, minutes } => {
						let (half, whole) = (u64::from(minutes) * 50, u64::from(minutes) * 100);
						price > 0 && (half..=whole).contains(&(price * 180))
					},
				};
				ensure!(fair, E::OutsideRateBand);
				ensure!(self.people[&who].offers.len() < MAX_OFFERS, E::TooManyOffers);
				self.last_offer += 1;
				let offer = self.last_offer;
				self.offers.insert(offer, (who, unit));
				self.person(who).offers.insert(offer);
				if !self.lapses(who) {
					if let Some(aside) = self.people[&who].aside {
						let first = aside.first - self.grant(who, aside.first);
						self.person(who).aside = Some(Earmark { first, ..aside })
							.filter(|aside| aside.first + aside.second > 0);
					}
				}
			},
			Deed::Withdraw { who, offer } => {
				let (provider, _) = *self.offers.get(&offer).ok_or(E::NoSuchOffer)?;
				ensure!(provider == who, E::NotYourOffer);
				self.offers.remove(&offer);
				self.person(who).offers.remove(&offer);
			},
			Deed::Place { who, offer, quantity, deadline } => {
				ensure!(self.people.contains_key(&who), E::NotMember);
				let (provider, unit) = *self.offers.get(&offer).ok_or(E::NoSuchOffer)?;
				ensure!(provider != who, E::OtherIsYourself);
				let (minutes, price) = match unit {
					Unit::Hour { rate } => {
						let rate = u64::from(rate.deconstruct());
						// Rounded up, but never above the full rate.
						let full = u64::from(quantity) * 100 / 180;
						(quantity, (u64::from(quantity) * rate).div_ceil(180).min(full))
					},
					Unit::Task { price, minutes } | Unit::Project { price, minutes } => (
						minutes.checked_mul(quantity).ok_or(E::ImpossibleQuantity)?,
						price * u64::from(quantity),
					),
				};
				ensure!(price > 0, E::ImpossibleQuantity);
				ensure!(minutes >= 15, E::OrderTooShort);
				let soonest = self.block + 1;
				ensure!(
					(soonest..=self.block + LONGEST).contains(&deadline),
					E::ImpossibleDeadline
				);
				ensure!(self.people[&who].free >= price, E::NotEnoughLabor);
				ensure!(self.people[&who].orders.len() < MAX_ORDERS, E::TooManyOrders);
				self.last_order += 1;
				let order = self.last_order;
				self.person(who).orders.insert(order);
				let deal = Deal {
					buyer: who,
					provider,
					minutes,
					price,
					deadline,
					buyer_was: None,
					provider_was: None,
					progress: Progress::Ordered,
				};
				self.deals.insert(order, deal);
			},
			Deed::Accept { who, order } => {
				let deal = self.deals.get(&order).ok_or(E::NoSuchOrder)?.clone();
				ensure!(deal.provider == who, E::NotTheProvider);
				self.ensure_worker(who)?;
				ensure!(deal.progress == Progress::Ordered, E::AcceptedAlready);
				ensure!(self.block <= deal.deadline, E::DeadlinePassed);
				ensure!(self.people[&deal.buyer].free >= deal.price, E::NotEnoughLabor);
				ensure!(self.people[&who].orders.len() < MAX_ORDERS, E::TooManyOrders);
				let buyer = self.person(deal.buyer);
				buyer.free -= deal.price;
				buyer.held += deal.price;
				self.person(who).orders.insert(order);
				self.advance(order, Progress::Accepted);
			},
			Deed::Cancel { who, order } => {
				let deal = self.deals.get(&order).ok_or(E::NoSuchOrder)?;
				ensure!(deal.buyer == who || deal.provider == who, E::NotYourOrder);
				ensure!(deal.is_open(), E::DeliveredAlready);
				self.refund(order);
			},
			Deed::Deliver { who, order, minutes } => {
				let deal = self.deals.get(&order).ok_or(E::NoSuchOrder)?;
				ensure!(deal.provider == who, E::NotTheProvider);
				ensure!(deal.progress != Progress::Ordered, E::NotAccepted);
				ensure!(deal.progress == Progress::Accepted, E::DeliveredAlready);
				ensure!(self.block <= deal.deadline, E::DeadlinePassed);
				ensure!((1..=deal.minutes).contains(&minutes), E::ImpossibleMinutes);
				let until = self.block + WINDOW;
				self.advance(order, Progress::Delivered { minutes, until });
			},
			Deed::AcceptDelivery { who, order } => {
				let deal = self.deals.get(&order).ok_or(E::NoSuchOrder)?;
				ensure!(deal.buyer == who, E::NotTheBuyer);
				let (minutes, _) = delivery(deal)?;
				self.pay_out(order, minutes, 100);
			},
			Deed::Dispute { who, order } => {
				let deal = self.deals.get(&order).ok_or(E::NoSuchOrder)?;
				ensure!(deal.buyer == who, E::NotTheBuyer);
				let (minutes, until) = delivery(deal)?;
				ensure!(self.block <= until, E::AcceptanceWindowPassed);
				let until = self.block + LONGEST;
				self.advance(order, Progress::Disputed { minutes, until, said: None });
			},
			Deed::Settle { order, quality } => {
				let deal = self.deals.get(&order).ok_or(E::NoSuchOrder)?;
				let Progress::Disputed { minutes, .. } = deal.progress else {
					return Err(E::NotDisputed);
				};
				self.pay_out(order, minutes, quality.into());
			},
			Deed::Agree { who, order, quality } => {
				let deal = self.deals.get(&order).ok_or(E::NoSuchOrder)?.clone();
				ensure!(deal.buyer == who || deal.provider == who, E::NotYourOrder);
				ensure!(quality <= 100, E::ImpossibleQuality);
				let Progress::Disputed { minutes, until, said } = deal.progress else {
					return Err(E::NotDisputed);
				};
				let agreed = said.is_some_and(|(by, what)| by != who && what == quality);
				if agreed {
					if deal.has_leaver() {
						self.sights.insert(Sight::AgreedAfterLeaving);
					}
					self.pay_out(order, minutes, quality.into());
				} else {
					let said = Some((who, quality));
					self.advance(order, Progress::Disputed { minutes, until, said });
				}
			},
			Deed::Close { order } => {
				let deal = self.deals.get(&order).ok_or(E::NoSuchOrder)?;
				let disputed = matches!(deal.progress, Progress::Disputed { .. });
				let early = if disputed { E::AwaitsVerdict } else { E::NotDue };
				ensure!(self.is_due(deal), early);
				match deal.progress {
					Progress::Delivered { minutes, .. } | Progress::Disputed { minutes, .. } => {
						self.pay_out(order, minutes, 100)
					},
					_ => self.refund(order),
				}
			},
			Deed::Claim { who } => {
				let person = self.people.get(&who).filter(|person| !person.later.is_empty());
				ensure!(person.is_some(), E::NothingDeferred);
				ensure!(self.room(who) > 0, E::HoldingCapReached);
				while self.room(who) > 0 && !self.people[&who].later.is_empty() {
					let room = self.room(who);
					let later = &mut self.person(who).later;
					let whole = later[0].net <= room;
					let now = if whole { later.remove(0) } else { split(&mut later[0], room) };
					if !whole {
						self.sights.insert(Sight::ClaimedInPart);
					}
					self.receive(who, now);
				}
			},
			Deed::Lapse { who } => ensure!(self.lapses(who), E::NothingLapsed),
			Deed::PoolPays { who, minutes, labor, stream } => {
				ensure!(labor <= self.free_pool(), E::PoolTooSmall);
				self.free_reserve();
				self.pool -= labor;
				let was = self.was(who);
				self.reward(who, minutes, labor, stream, None, was);
			},
			Deed::SecondGrant { who, up_to } => {
				if !self.lapses(who) {
					if let Some(aside) = self.people.get(&who).and_then(|person| person.aside) {
						let second = aside.second - self.grant(who, aside.second.min(up_to));
						self.person(who).aside = Some(Earmark { second, ..aside })
							.filter(|aside| aside.first + aside.second > 0);
					}
				}
			},
			Deed::SetAllotment { allotment } => {
				ensure!(allotment >= 2 * GRANT, E::AllotmentBelowGrants);
				self.allotment = allotment;
				self.level();
			},
			Deed::SetCap { cap } => self.cap = cap,
			Deed::SetContribution { percent } => self.percent = percent.into(),
			Deed::SetReserve { percent, each } => self.reviews = (percent.into(), each),
			Deed::PoolReviews { labor } => {
				ensure!(labor <= self.free_pool() + self.kept_for_reviews(), E::PoolTooSmall);
				self.free_reserve();
				if labor > self.reserve {
					self.sights.insert(Sight::ReviewFromFreePool);
				}
				self.reserve -= labor.min(self.reserve);
				self.pool -= labor;
				self.reviewing += labor;
			},
			Deed::Count { percent } => self.counts = percent.into(),
			Deed::Ripen { epochs } => self.ripens_in = epochs,
			Deed::PassBlocks { blocks } => self.block += blocks,
			Deed::PassEpochs { epochs } => self.epoch += epochs,
		}
		Ok(())
	}

	/// The number under which somebody left who is no member: the last one.
	pub(super) fn was(&self, who: AccountId) -> Option<u32> {
		let numbers = self.former.iter().rev().filter(|(_, former)| former.who == who);
		match self.people.contains_key(&who) {
			true => None,
			false => numbers.map(|(number, _)| *number).next(),
		}
	}

	pub(super) fn ensure_worker(&self, who: AccountId) -> Foreseen {
		let works = self.people.get(&who).is_some_and(|person| person.class == Class::Worker);
		ensure!(works, E::NotWorker);
		Ok(())
	}

	pub(super) fn advance(&mut self, order: OrderId, to: Progress) {
		self.deals.get_mut(&order).expect("it runs").progress = to;
	}

	pub(super) fn is_due(&self, deal: &Deal) -> bool {
		self.block > deal.end()
	}

	/// Whether an order is due, or will be with the next block.
	pub(super) fn is_nearly_due(&self, deal: &Deal) -> bool {
		self.block >= deal.end()
	}
}

/// What was delivered, and until when it can be disputed.
fn delivery(deal: &Deal) -> Result<(Minutes, u64), E> {
	match deal.progress {
		Progress::Delivered { minutes, until } => Ok((minutes, until)),
		Progress::Disputed { .. } => Err(E::AwaitsVerdict),
		Progress::Ordered | Progress::Accepted => Err(E::NotDelivered),
	}
}
