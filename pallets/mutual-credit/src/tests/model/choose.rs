// SPDX-License-Identifier: Apache-2.0

//! Deeds that fit what there is.

use super::*;

impl Model {
	/// What has to happen first, where nothing fits a kind of deed yet.
	pub(super) fn prepare(&self, kind: Kind) -> Kind {
		let anyone = |fits: &dyn Fn(&AccountId, &Person) -> bool| {
			self.people.iter().any(|(who, person)| fits(who, person))
		};
		let lapsed = |aside: Earmark| aside.lapses <= self.epoch + 1;
		let first = match kind {
			Kind::PayOut | Kind::GiveBack if self.jobs.is_empty() => Kind::Hire,
			Kind::Place if self.offers.is_empty() => Kind::Publish,
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
		// A job, as often as not one of which a side has left, if there is any.
		let job = || {
			let left: Vec<_> = self
				.jobs
				.iter()
				.filter(|(_, job)| fourth % 2 == 0 && has_leaver(job))
				.map(|(id, _)| *id)
				.collect();
			let jobs: Vec<_> = self.jobs.keys().copied().collect();
			one(&left, first).or_else(|| one(&jobs, first))
		};
		// All that is tied up for it, as often as not.
		let part = |id: JobId| match (self.jobs[&id].labor, second % 2) {
			(all, 0) => all,
			(all, _) => up_to(all, third),
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
						let left = |job: &Job| {
							let paid = matches!(job.source, Source::Former(_));
							(paid && job.payer == Some(*who))
								|| (job.left.is_some() && job.worker == *who)
						};
						third % 2 == 0 && self.jobs.values().any(left)
					})
					.collect();
				let who = one(&awaited, first).or_else(|| one(&outsiders, first))?;
				Deed::Join { who, class: class(second)? }
			},
			Kind::Leave => {
				// Often somebody who has not been paid yet, who has tied up what they were granted, or for whom
				// something is deferred.
				let awaits = |who: &AccountId| match second % 4 {
					0 => self.jobs.values().any(|job| job.worker == *who && job.left.is_none()),
					1 => {
						self.people[who].held > 0
							&& self.people[who].free < self.people[who].granted
					},
					2 => !self.people[who].later.is_empty(),
					_ => true,
				};
				let fitting: Vec<_> = members.iter().copied().filter(awaits).collect();
				Deed::Leave { who: one(&fitting, first).or_else(|| member(first))? }
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
				let who = such(&|who| self.people[who].free > 0, first)?;
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
				Deed::Place { who, offer, quantity }
			},
			Kind::Hire => {
				let payer = such(&|who| self.people[who].free > 0, first)?;
				let others: Vec<_> = members.iter().copied().filter(|who| *who != payer).collect();
				let free = self.people.get(&payer).map_or(0, |person| person.free);
				let labor = match (step.careless, third % 4) {
					(true, _) => up_to(3_000, third),
					(false, 0) => free,
					(false, _) => up_to(free.min(1_200), third),
				};
				// Now and then somebody tries it with what a former member had.
				let number = one(&self.former.keys().copied().collect::<Vec<_>>(), second);
				let source = match number.filter(|_| step.careless && fourth % 4 == 0) {
					Some(number) => Source::Former(number),
					None => Source::Held(payer),
				};
				let job = hire(payer, one(&others, second)?, labor);
				let stream = one(&[Stream::Livelihood, Stream::Commons, Stream::Care], fourth)?;
				Deed::TieUp { job: Job { source, stream, ..job } }
			},
			Kind::PoolHires => {
				let free = self.free_pool();
				let labor = match (step.careless, third % 8) {
					(true, _) => free + up_to(2, third),
					(false, 0) => free,
					(false, _) => up_to(free.min(1_200), second),
				};
				let stream = one(&[Stream::Livelihood, Stream::Commons, Stream::Care], fourth)?;
				Deed::TieUp { job: common_work(stream, member(first)?, labor) }
			},
			Kind::PoolReviews => {
				let (kept, free) = (self.kept_for_reviews(), self.free_pool());
				let labor = match (step.careless, second % 4) {
					(true, _) => kept + free + 1,
					(false, 0) => kept,
					(false, 1) => (kept + 1).min(kept + free),
					(false, _) => up_to((kept + free).min(2 * kept), first),
				};
				let job = common_work(Stream::Commons, member(third)?, labor);
				Deed::TieUp { job: Job { source: Source::Reviews, ..job } }
			},
			Kind::GiveBack => {
				let job = job()?;
				Deed::GiveBack { job, labor: part(job) }
			},
			Kind::PayOut => {
				let job = job()?;
				let labor = part(job);
				Deed::PayOut { job, minutes: time_for(labor) + third % 7, labor }
			},
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
				let allotment = one(&[2_000, 3_000, 4_000, 4_001, 6_000], first)?;
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
			Kind::Count => Deed::Count { percent: one(&[100, 100, 60, 33, 0], first)? },
			Kind::Ripen => Deed::Ripen { epochs: one(&[0, 1, 2, 7], first)? },
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

/// Whether the payer or the worker has left since it was begun.
fn has_leaver(job: &Job) -> bool {
	job.left.is_some() || matches!(job.source, Source::Former(_))
}
