//! Deeds that fit what there is.

use super::*;

impl Model {
	/// Whether an order can be accepted now.
	pub(super) fn is_acceptable(&self, deal: &Deal) -> bool {
		deal.progress == Progress::Ordered
			&& self.block <= deal.deadline
			&& self.people[&deal.buyer].free >= deal.price
			&& self
				.people
				.get(&deal.provider)
				.is_some_and(|person| person.orders.len() < MAX_ORDERS)
	}

	pub(super) fn is_deliverable(&self, deal: &Deal) -> bool {
		deal.progress == Progress::Accepted && self.block <= deal.deadline
	}

	pub(super) fn is_disputable(&self, deal: &Deal) -> bool {
		matches!(deal.progress, Progress::Delivered { .. }) && !self.is_due(deal)
	}

	/// What has to happen first, where nothing fits a kind of deed yet.
	pub(super) fn prepare(&self, kind: Kind) -> Kind {
		let any = |fits: &dyn Fn(&Deal) -> bool| self.deals.values().any(fits);
		let disputed = |deal: &Deal| matches!(deal.progress, Progress::Disputed { .. });
		let anyone = |fits: &dyn Fn(&AccountId, &Person) -> bool| {
			self.people.iter().any(|(who, person)| fits(who, person))
		};
		let lapsed = |aside: Earmark| aside.lapses <= self.epoch + 1;
		let first = match kind {
			Kind::Settle | Kind::Agree if !any(&disputed) => Kind::Dispute,
			Kind::Dispute | Kind::AcceptDelivery if !any(&|deal| self.is_disputable(deal)) => {
				Kind::Deliver
			},
			Kind::Deliver if !any(&|deal| self.is_deliverable(deal)) => Kind::Accept,
			Kind::Cancel if !any(&|deal| deal.is_open()) => Kind::Place,
			Kind::Accept if !any(&|deal| self.is_acceptable(deal)) => Kind::Place,
			Kind::Place if self.offers.is_empty() => Kind::Publish,
			Kind::Close if !any(&|deal| self.is_nearly_due(deal)) => Kind::PassBlocks,
			Kind::Claim if !anyone(&|_, person| !person.later.is_empty()) => Kind::PoolPays,
			Kind::Claim
				if !anyone(&|who, person| !person.later.is_empty() && self.room(*who) > 0) =>
			{
				Kind::Pay
			},
			Kind::Lapse if !anyone(&|_, person| person.aside.is_some_and(lapsed)) => {
				Kind::PassEpochs
			},
			fitting => return fitting,
		};
		self.prepare(first)
	}

	/// The details of a step: sensible ones if there are any, unless somebody is careless. None where
	/// there is nobody for it.
	pub(super) fn choose(&self, step: &Step) -> Option<(Kind, Deed)> {
		let [first, second, third, fourth] = step.dice;
		let members: Vec<AccountId> = self.people.keys().copied().collect();
		let anyone = || one(&EVERYONE, first);
		let member = |die| one(&members, die);
		// A member of whom this is true; else a member; if careless, anyone.
		let such = |fits: &dyn Fn(&AccountId) -> bool, die| match step.careless {
			true => one(&EVERYONE, die),
			false => {
				let fitting: Vec<_> = members.iter().copied().filter(|who| fits(who)).collect();
				one(&fitting, die).or_else(|| one(&members, die))
			},
		};
		// An order of which this is true, else any number up to the next.
		let deal = |fits: &dyn Fn(&Deal) -> bool| {
			let fitting: Vec<_> = self
				.deals
				.iter()
				.filter(|(_, deal)| step.careless || fits(deal))
				.map(|(order, _)| *order)
				.collect();
			// As often as not one of which a side has left, if there is any.
			let left: Vec<_> = fitting
				.iter()
				.copied()
				.filter(|order| fourth % 2 == 0 && self.deals[order].has_leaver())
				.collect();
			let fitting = if left.is_empty() { fitting } else { left };
			one(&fitting, first).unwrap_or(up_to(self.last_order as u64 + 1, first) as OrderId)
		};
		// Whose turn it is, if that is known and nobody is careless.
		let side = |order: OrderId, of: &dyn Fn(&Deal) -> AccountId| {
			let right = self.deals.get(&order).map(of).filter(|_| !step.careless);
			right.or_else(|| one(&EVERYONE, second))
		};
		let class = |die| one(&[Class::Worker, Class::Worker, Class::User, Class::Supporter], die);
		let kind = if step.careless { step.kind } else { self.prepare(step.kind) };
		let deed = match kind {
			Kind::Join => {
				let outsiders: Vec<_> =
					EVERYONE.into_iter().filter(|who| !self.people.contains_key(who)).collect();
				// As often as not somebody who has left something behind.
				let awaited: Vec<_> = outsiders
					.iter()
					.copied()
					.filter(|who| {
						let left = |deal: &Deal| {
							(deal.buyer_was.is_some() && deal.buyer == *who)
								|| (deal.provider_was.is_some() && deal.provider == *who)
						};
						third % 2 == 0 && self.deals.values().any(left)
					})
					.collect();
				let who = one(&awaited, first).or_else(|| one(&outsiders, first))?;
				Deed::Join { who, class: class(second)? }
			},
			Kind::Leave => {
				// Often somebody who has not been paid yet.
				let fitting: Vec<_> = match second % 2 {
					0 => self
						.deals
						.values()
						.filter(|deal| deal.binds())
						.map(|deal| deal.provider)
						.filter(|who| self.people.contains_key(who))
						.collect(),
					_ => vec![],
				};
				Deed::Leave { who: one(&fitting, first).or_else(|| member(first))? }
			},
			Kind::Expel => {
				// Often somebody for whom something is deferred, or who has not paid yet.
				let fitting: Vec<_> = match second % 3 {
					0 => members
						.iter()
						.copied()
						.filter(|who| !self.people[who].later.is_empty())
						.collect(),
					1 => self
						.deals
						.values()
						.filter(|deal| deal.binds())
						.map(|deal| deal.buyer)
						.filter(|who| self.people.contains_key(who))
						.collect(),
					_ => vec![],
				};
				Deed::Expel { who: one(&fitting, first).or_else(|| member(first))? }
			},
			Kind::ChangeClass => Deed::ChangeClass { who: member(first)?, to: class(second)? },
			Kind::Pay => {
				let spare = |who: &AccountId| {
					let person = &self.people[who];
					person.free.min(person.total().saturating_sub(person.granted))
				};
				// Often somebody who makes room for what is deferred.
				let waits = |who: &AccountId| !self.people[who].later.is_empty();
				let anybody = !members.iter().any(waits) || fourth % 4 < 2;
				let from = such(&|who| spare(who) > 0 && (anybody || waits(who)), first)?;
				let to = such(&|who| *who != from && self.room(*who) > 0, second)?;
				let fits = match (self.people.get(&from), self.people.get(&to)) {
					(Some(_), Some(_)) => spare(&from).min(self.room(to)),
					_ => 0,
				};
				// To the last hundredth, as often as not.
				let amount = match (step.careless || fits == 0, fourth % 2) {
					(true, _) => up_to(3_000, third),
					(false, 0) => fits,
					(false, _) => 1 + up_to(fits - 1, third),
				};
				Deed::Pay { from, to, amount }
			},
			Kind::Contribute => {
				let spare = |who: &AccountId| {
					let person = &self.people[who];
					person.free.min(person.total().saturating_sub(person.granted))
				};
				let who = such(&|who| spare(who) > 0, first)?;
				let fits = self.people.get(&who).map_or(0, |_| spare(&who));
				let amount = match (step.careless || fits == 0, fourth % 2) {
					(true, _) => up_to(3_000, third),
					(false, 0) => fits,
					(false, _) => 1 + up_to(fits - 1, third),
				};
				Deed::Contribute { who, amount }
			},
			Kind::Publish => {
				let who = such(
					&|who| {
						let person = &self.people[who];
						person.class == Class::Worker && person.offers.len() < MAX_OFFERS
					},
					first,
				)?;
				let price = up_to(600, second) + u64::from(!step.careless);
				let minutes = match step.careless {
					true => up_to(4_000, third) as Minutes,
					false => time_for(price) + up_to(price / 2, third) as Minutes,
				};
				let rate = match step.careless {
					true => up_to(100, third),
					false => 50 + up_to(50, third),
				};
				let rate = Percent::from_percent(rate as u8);
				let unit = match fourth % 3 {
					0 => Unit::Hour { rate },
					1 => Unit::Task { price, minutes },
					_ => Unit::Project { price, minutes },
				};
				Deed::Publish { who, unit }
			},
			Kind::Withdraw => {
				let offers: Vec<_> = self.offers.keys().copied().collect();
				let next = up_to(self.last_offer as u64 + 1, first) as OfferId;
				let offer = one(&offers, first).unwrap_or(next);
				let owner = self.offers.get(&offer).filter(|_| !step.careless);
				Deed::Withdraw { who: owner.map(|(who, _)| *who).or_else(anyone)?, offer }
			},
			Kind::Place => {
				let who = such(
					&|who| {
						let person = &self.people[who];
						person.free > 0 && person.orders.len() < MAX_ORDERS
					},
					first,
				)?;
				let others: Vec<_> = self
					.offers
					.iter()
					.filter(|(_, (provider, _))| step.careless || *provider != who)
					.map(|(offer, _)| *offer)
					.collect();
				let next = up_to(self.last_offer as u64 + 1, second) as OfferId;
				let offer = one(&others, second).unwrap_or(next);
				let quantity = match (step.careless, self.offers.get(&offer)) {
					(true, _) => up_to(1_000, third) as u32,
					(false, Some((_, Unit::Hour { .. }))) => 10 + up_to(900, third) as u32,
					(false, _) => 1 + u32::from(third % 4 == 0),
				};
				let deadline = match step.careless {
					true => self.block + up_to(2 * LONGEST, fourth) - 1,
					false => self.block + 5 + up_to(60, fourth),
				};
				Deed::Place { who, offer, quantity, deadline }
			},
			Kind::Accept => {
				let order = deal(&|deal| self.is_acceptable(deal));
				Deed::Accept { who: side(order, &|deal| deal.provider)?, order }
			},
			Kind::Cancel => {
				let order = deal(&Deal::is_open);
				let who = match third % 2 {
					0 => side(order, &|deal| deal.buyer)?,
					_ => side(order, &|deal| deal.provider)?,
				};
				Deed::Cancel { who, order }
			},
			Kind::Deliver => {
				let order = deal(&|deal| self.is_deliverable(deal));
				let ordered = self.deals.get(&order).map_or(100, |deal| deal.minutes.into());
				let minutes = match (step.careless, fourth % 2) {
					(true, _) => up_to(2 * ordered, third),
					(false, 0) => ordered,
					(false, _) => 1 + up_to(ordered - 1, third),
				};
				let minutes = minutes as Minutes;
				Deed::Deliver { who: side(order, &|deal| deal.provider)?, order, minutes }
			},
			Kind::AcceptDelivery => {
				let order = deal(&|deal| matches!(deal.progress, Progress::Delivered { .. }));
				Deed::AcceptDelivery { who: side(order, &|deal| deal.buyer)?, order }
			},
			Kind::Dispute => {
				let order = deal(&|deal| self.is_disputable(deal));
				Deed::Dispute { who: side(order, &|deal| deal.buyer)?, order }
			},
			Kind::Settle => {
				let order = deal(&|deal| matches!(deal.progress, Progress::Disputed { .. }));
				Deed::Settle { order, quality: up_to(100, second) as u8 }
			},
			Kind::Agree => {
				let order = deal(&|deal| matches!(deal.progress, Progress::Disputed { .. }));
				let said = self.deals.get(&order).and_then(|deal| match deal.progress {
					Progress::Disputed { said, .. } => said,
					_ => None,
				});
				let who = match third % 2 {
					0 => side(order, &|deal| deal.buyer)?,
					_ => side(order, &|deal| deal.provider)?,
				};
				// Mostly what was said last, and as often as not by the other side.
				let quality = match (said, fourth % 8) {
					(Some((_, quality)), 1..) => quality,
					(_, 0) => up_to(110, second) as u8,
					_ => up_to(100, second) as u8,
				};
				Deed::Agree { who, order, quality }
			},
			Kind::Close => Deed::Close { order: deal(&|deal| self.is_nearly_due(deal)) },
			Kind::Claim => {
				let who =
					such(&|who| !self.people[who].later.is_empty() && self.room(*who) > 0, first)?;
				Deed::Claim { who }
			},
			Kind::Lapse => {
				let lapsed = |who: &AccountId| {
					self.people[who].aside.is_some_and(|aside| aside.lapses <= self.epoch + 1)
				};
				Deed::Lapse { who: such(&lapsed, first)? }
			},
			Kind::PoolPays => {
				let free = self.free_pool();
				// All that is free, now and then.
				let labor = match (step.careless, third % 16) {
					(true, _) => up_to(2 * free, second),
					(false, 0) => free,
					(false, _) => up_to(free.min(1_200), second),
				};
				let stream = one(&[Stream::Livelihood, Stream::Commons, Stream::Care], third / 16)?;
				// At times somebody who left, often whoever has the least room for it; never somebody who
				// never was a member.
				let known =
					|who: &AccountId| self.people.contains_key(who) || self.was(*who).is_some();
				let richest = members.iter().copied().max_by_key(|who| self.people[who].total());
				let who = match fourth % 8 {
					0 => anyone().filter(known)?,
					1..4 => richest?,
					_ => member(first)?,
				};
				Deed::PoolPays { who, minutes: time_for(labor), labor, stream }
			},
			Kind::SecondGrant => {
				let waits =
					|who: &AccountId| self.people[who].aside.is_some_and(|aside| aside.second > 0);
				Deed::SecondGrant { who: such(&waits, first)?, up_to: up_to(1_200, second) }
			},
			Kind::SetAllotment => {
				let allotment = one(&[1_999, 2_000, 3_000, 4_000, 4_001, 6_000], first)?;
				Deed::SetAllotment { allotment }
			},
			Kind::SetCap => Deed::SetCap { cap: one(&[2_000, 2_000, 2_200, 2_500, 4_000], first)? },
			Kind::SetContribution => {
				Deed::SetContribution { percent: one(&[0, 7, 10, 15, 20], first)? }
			},
			Kind::SetReserve => Deed::SetReserve {
				percent: one(&[0, 15, 50, 50], first)?,
				each: one(&[0, 1, 5, 100], second)?,
			},
			Kind::PoolReviews => {
				let (kept, free) = (self.kept_for_reviews(), self.free_pool());
				let labor = match (step.careless, second % 4) {
					(true, _) => kept + free + 1,
					(false, 0) => kept,
					(false, 1) => (kept + 1).min(kept + free),
					(false, _) => up_to((kept + free).min(2 * kept), first),
				};
				Deed::PoolReviews { labor }
			},
			Kind::Count => Deed::Count { percent: one(&[100, 100, 60, 33, 0], first)? },
			Kind::Ripen => Deed::Ripen { epochs: one(&[0, 1, 2, 7], first)? },
			Kind::PassBlocks => {
				// Right to the last block of something, or the one after, as often as not.
				let ends: Vec<_> = self
					.deals
					.values()
					.map(|deal| deal.end())
					.flat_map(|last| [last, last + 1])
					.filter(|end| *end > self.block)
					.collect();
				let blocks = match (second % 2, one(&ends, first)) {
					(0, Some(end)) => end - self.block,
					_ => 1 + up_to(24, first),
				};
				Deed::PassBlocks { blocks }
			},
			Kind::PassEpochs => {
				let ends: Vec<_> = self
					.people
					.values()
					.filter_map(|person| person.aside)
					.flat_map(|aside| [aside.lapses - 1, aside.lapses])
					.filter(|end| *end > self.epoch)
					.collect();
				let epochs = match (second % 2, one(&ends, first)) {
					(0, Some(end)) => end - self.epoch,
					_ => 1 + up_to(29, first) as u32,
				};
				Deed::PassEpochs { epochs }
			},
		};
		Some((kind, deed))
	}
}
