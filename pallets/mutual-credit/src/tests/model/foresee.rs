// SPDX-License-Identifier: Apache-2.0

//! Deeds, foreseen.

use super::*;

impl Model {
	pub(super) fn foresee(&mut self, deed: &Deed) -> Foreseen {
		match *deed {
			Deed::Join { who, class } => self.join(who, class),
			Deed::Leave { who } => self.exit(who),
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
				ensure!(amount > 0, E::ImpossibleAmount);
				ensure!(payer.free >= amount, E::NotEnoughLabor);
				ensure!(payer.total() >= amount + payer.granted, E::NotEnoughBesideGrants);
				ensure!(self.room(to) >= amount, E::HoldingCapReached);
				self.person(from).free -= amount;
				self.person(to).free += amount;
				self.leaves_wallet(from);
			},
			Deed::Contribute { who, amount } => {
				let giver = self.people.get(&who).ok_or(E::NotMember)?;
				ensure!(amount > 0, E::ImpossibleAmount);
				ensure!(giver.free >= amount, E::NotEnoughLabor);
				ensure!(giver.total() >= amount + giver.granted, E::NotEnoughBesideGrants);
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
				ensure!(fair, E::ImpossibleRate);
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
			Deed::Place { who, offer, quantity } => {
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
				ensure!(minutes >= 15, E::ImpossibleMinutes);
				ensure!(self.people[&who].free >= price, E::NotEnoughLabor);
				self.placed.push(Order {
					cause: Cause::Offer(offer),
					orderer: who,
					payer: Payer::OrdererLater,
					worker: Worker::Named(provider),
					class: Some(Class::Worker),
					minutes,
					price,
					stream: Stream::Livelihood,
					brief: note("the blue one"),
					deadline: DEADLINE,
					reviewed: false,
				});
			},
			Deed::TieUp { ref job } => self.tie_up(job)?,
			Deed::GiveBack { job, labor } => self.give_back(job, labor),
			Deed::PayOut { job, minutes, labor } => self.pay_out(job, minutes, labor),
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
			Deed::Lapse { who } => ensure!(self.lapses(who), E::NotDue),
			Deed::PoolPays { who, minutes, labor, stream } => {
				let left = self.was(who);
				self.tie_up(&Job { left, ..common_work(stream, who, labor) })?;
				self.pay_out(self.last_job, minutes, labor);
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
				self.allotment = allotment;
				self.level();
			},
			Deed::SetCap { cap } => self.cap = cap,
			Deed::SetContribution { percent } => self.percent = percent.into(),
			Deed::SetReserve { percent, each } => self.reviews = (percent.into(), each),
			Deed::Count { percent } => self.counts = percent.into(),
			Deed::Ripen { epochs } => self.ripens_in = epochs,
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
}
