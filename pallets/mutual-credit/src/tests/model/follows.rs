// SPDX-License-Identifier: Apache-2.0

//! What there is, and what follows from what.

use super::*;

impl Model {
	pub(super) fn new() -> Self {
		let mut model = Self {
			epoch: 0,
			allotment: K,
			cap: 2_000,
			percent: 10,
			reviews: (15, 100),
			reserve: 0,
			counts: 100,
			ripens_in: 0,
			people: BTreeMap::new(),
			pool: 0,
			offers: BTreeMap::new(),
			last_offer: 0,
			placed: Vec::new(),
			jobs: BTreeMap::new(),
			last_job: 0,
			heard: Vec::new(),
			heard_late: Vec::new(),
			claims: Vec::new(),
			numbers: BTreeMap::new(),
			last_number: 0,
			former: BTreeMap::new(),
			settled: Vec::new(),
			sights: BTreeSet::new(),
		};
		for who in FOUNDERS {
			model.join(who, Class::Worker);
		}
		model
	}

	// What there is, counted anew.

	pub(super) fn earmarked(&self) -> LaborBalance {
		self.people.values().map(Person::set_aside).sum()
	}

	pub(super) fn in_escrow(&self) -> LaborBalance {
		let deferred: LaborBalance = self.people.values().map(Person::deferred).sum();
		deferred + self.tied_up_in_escrow()
	}

	/// What is in escrow for other pallets: of the pool, and of whoever left.
	pub(super) fn tied_up_in_escrow(&self) -> LaborBalance {
		let elsewhere = |job: &&Job| !matches!(job.source, Source::Held(_));
		self.jobs.values().filter(elsewhere).map(|job| job.labor).sum()
	}

	/// What is kept for reviews as far as members need it.
	pub(super) fn kept_for_reviews(&self) -> LaborBalance {
		self.reserve.min(self.reviews.1 * self.people.len() as LaborBalance)
	}

	/// What the pool may spend: nothing that is to be unmade.
	pub(super) fn free_pool(&self) -> LaborBalance {
		let due = self.allotment * self.people.len() as LaborBalance;
		let too_much = self.issuance().saturating_sub(due);
		self.untied().saturating_sub(too_much)
	}

	/// What of the pool is promised to nobody.
	fn untied(&self) -> LaborBalance {
		self.pool - self.earmarked() - self.kept_for_reviews()
	}

	/// What is more than members need is free from now on.
	pub(super) fn free_reserve(&mut self) {
		let kept = self.kept_for_reviews();
		if kept < self.reserve {
			self.sights.insert(Sight::ReserveFreed);
		}
		self.reserve = kept;
	}

	pub(super) fn issuance(&self) -> LaborBalance {
		let owned: LaborBalance = self.people.values().map(Person::total).sum();
		owned + self.pool + self.in_escrow()
	}

	pub(super) fn supply(&self) -> SupplyState {
		let members = self.people.len() as u32;
		let issuance = self.issuance();
		SupplyState {
			allotment: self.allotment,
			members,
			issuance,
			overhang: issuance - self.allotment * LaborBalance::from(members),
			free_pool: self.free_pool(),
			kept_for_reviews: self.kept_for_reviews(),
			earmarked: self.earmarked(),
			escrowed: self.in_escrow(),
		}
	}

	/// What of somebody's kept LABOR counts: a number of whole epochs lie between.
	pub(super) fn ripe(&self, person: &Person) -> LaborBalance {
		let ripe = |paid: u32| self.ripens_in == 0 || self.epoch > paid + self.ripens_in;
		person.kept.iter().filter(|(paid, _)| ripe(*paid)).map(|(_, part)| part).sum()
	}

	pub(super) fn room(&self, who: AccountId) -> LaborBalance {
		self.cap.saturating_sub(self.people[&who].total())
	}

	pub(super) fn person(&mut self, who: AccountId) -> &mut Person {
		self.people.get_mut(&who).expect("it is a member")
	}

	// What follows from what.

	/// As much LABOR as there should be, as far as the free pool allows.
	pub(super) fn level(&mut self) {
		self.free_reserve();
		let due = self.allotment * self.people.len() as LaborBalance;
		let there_is = self.issuance();
		if there_is < due {
			self.pool += due - there_is;
		} else {
			let surplus = there_is - due;
			let free = self.untied();
			self.pool -= surplus.min(free);
			if surplus > free {
				self.sights.insert(Sight::Overhang);
			}
			if free > 0 && surplus > 0 {
				self.sights.insert(Sight::Unmade);
			}
		}
	}

	pub(super) fn join(&mut self, who: AccountId, class: Class) {
		self.last_number += 1;
		self.numbers.insert(who, self.last_number);
		let aside = Earmark { first: GRANT, second: GRANT, lapses: self.epoch + EARMARK_EPOCHS };
		let newcomer = Person {
			class,
			free: 0,
			held: 0,
			granted: 0,
			earned: 0,
			kept: Vec::new(),
			aside: Some(aside),
			offers: BTreeSet::new(),
			later: Vec::new(),
		};
		self.people.insert(who, newcomer);
		self.pool += self.allotment;
		self.level();
	}

	pub(super) fn withdraw_all(&mut self, who: AccountId) {
		for offer in std::mem::take(&mut self.person(who).offers) {
			self.offers.remove(&offer);
		}
	}

	/// Ties up what a job is to cost, if its source has so much.
	pub(super) fn tie_up(&mut self, job: &Job) -> Foreseen {
		let labor = job.labor;
		match job.source {
			Source::Held(who) => {
				let person = self.people.get_mut(&who).ok_or(E::NotMember)?;
				ensure!(person.free >= labor, E::NotEnoughLabor);
				person.free -= labor;
				person.held += labor;
			},
			Source::Escrow => {
				ensure!(labor <= self.free_pool(), E::NotEnoughInPool);
				self.free_reserve();
				self.pool -= labor;
			},
			Source::Reviews => {
				ensure!(labor <= self.free_pool() + self.kept_for_reviews(), E::NotEnoughInPool);
				self.free_reserve();
				if labor > self.reserve {
					self.sights.insert(Sight::ReviewFromFreePool);
				}
				self.reserve -= labor.min(self.reserve);
				self.pool -= labor;
			},
			Source::Former(_) => return Err(E::AlreadyLeft),
		}
		self.last_job += 1;
		self.jobs.insert(self.last_job, job.clone());
		if !matches!(job.source, Source::Held(_)) {
			self.level();
		}
		Ok(())
	}

	/// Takes so much out of what is tied up for a job, to which nothing has happened yet.
	fn draw(&mut self, id: JobId, labor: LaborBalance) -> Job {
		let mut job = self.jobs.remove(&id).expect("it is under way");
		if let Source::Held(who) = job.source {
			self.person(who).held -= labor;
		}
		job.labor -= labor;
		if job.labor > 0 {
			if labor > 0 && matches!(job.source, Source::Former(_)) {
				self.sights.insert(Sight::FormerInParts);
			}
			self.jobs.insert(id, job.clone());
		}
		job
	}

	/// Gives back of what is tied up for a job.
	pub(super) fn give_back(&mut self, id: JobId, labor: LaborBalance) {
		match self.draw(id, labor).source {
			// What a member has back does not touch the supply.
			Source::Held(who) => return self.person(who).free += labor,
			Source::Escrow | Source::Reviews => self.pool += labor,
			Source::Former(number) => self.comes_late(number, labor, 0),
		}
		self.level();
	}

	/// Pays work with what is tied up for a job.
	pub(super) fn pay_out(&mut self, id: JobId, minutes: Minutes, labor: LaborBalance) {
		let Job { source, payer, worker, left, stream, .. } = self.draw(id, labor);
		match source {
			Source::Held(who) => self.leaves_wallet(who),
			Source::Former(_) if left.is_some() => {
				self.sights.extend([Sight::PaidByFormer, Sight::PaidWhenBothHadLeft]);
			},
			Source::Former(_) => {
				self.sights.insert(Sight::PaidByFormer);
			},
			Source::Escrow | Source::Reviews => {},
		}
		self.reward(worker, minutes, labor, stream, payer, left);
	}

	/// Something left somebody's wallet.
	pub(super) fn leaves_wallet(&mut self, who: AccountId) {
		let person = self.person(who);
		let before = person.kept.clone();
		person.spend();
		if person.kept != before {
			self.sights.insert(Sight::SpentOfKept);
		}
	}

	/// Something comes in for somebody who left, of which so much is pay.
	pub(super) fn comes_late(&mut self, number: u32, amount: LaborBalance, pay: LaborBalance) {
		if amount == 0 {
			return;
		}
		let former = self.former.get_mut(&number).expect("they left");
		let before = former.sums();
		former.all += amount;
		former.earned += pay;
		let after = former.sums();
		let who = former.who;
		let [unmade, given, owed] = [0, 1, 2].map(|at| after[at] - before[at]);
		self.pool += given;
		if owed > 0 {
			self.claims.push((who, number, owed));
		}
		self.settled.push((number, [unmade, given, owed]));
		let sight = if unmade > 0 { Sight::LateUnmade } else { Sight::LateKept };
		self.sights.insert(sight);
		if self.people.contains_key(&who) {
			self.sights.insert(Sight::LateForOneWhoCameBack);
		}
	}

	/// Gives a worker what was already taken from whoever pays.
	pub(super) fn reward(
		&mut self,
		worker: AccountId,
		minutes: Minutes,
		labor: LaborBalance,
		stream: Stream,
		payer: Option<AccountId>,
		was: Option<u32>,
	) {
		let part = match payer {
			Some(_) => (labor * self.percent).div_ceil(100).min(labor / 5),
			None => 0,
		};
		let net = labor - part;
		if labor == 0 {
			return;
		}
		// All work that a member pays is livelihood.
		let stream = payer.map_or(stream, |_| Stream::Livelihood);
		if let Some(number) = was {
			self.sights.insert(Sight::FormerMember);
			self.comes_late(number, net, net);
			self.heard_late.push((Work { worker, minutes, labor, stream, payer }, number));
		} else {
			let room = self.room(worker);
			let mut rest = Payout { net, labor, minutes, stream, payer };
			if net <= room {
				self.receive(worker, rest);
			} else {
				if room > 0 {
					let now = split(&mut rest, room);
					self.receive(worker, now);
				}
				let later = &mut self.person(worker).later;
				let full = later.len() == MAX_PAYOUTS;
				if full {
					merge_newest_pair(later);
				}
				later.push(rest);
				if full {
					self.sights.insert(Sight::Merged);
				}
			}
		}
		self.pool += part;
		self.free_reserve();
		self.reserve += (part * self.reviews.0).div_ceil(100);
		self.free_reserve();
		self.level();
	}

	pub(super) fn receive(&mut self, worker: AccountId, payout: Payout<AccountId>) {
		let Payout { net, labor, minutes, stream, payer } = payout;
		let (epoch, counted) = (self.epoch, net * self.counts / 100);
		let person = self.person(worker);
		person.free += net;
		person.earned += net;
		person.kept.push((epoch, counted));
		self.heard.push(Work { worker, minutes, labor, stream, payer });
	}

	/// Pays of a grant what fits.
	pub(super) fn grant(&mut self, who: AccountId, at_most: LaborBalance) -> LaborBalance {
		let paid = at_most.min(self.room(who));
		if 0 < paid && paid < at_most {
			self.sights.insert(Sight::GrantedInPart);
		}
		self.pool -= paid;
		let person = self.person(who);
		person.free += paid;
		person.granted += paid;
		paid
	}

	/// Whether what is set aside for somebody has lapsed; it is the pool's if so.
	pub(super) fn lapses(&mut self, who: AccountId) -> bool {
		let epoch = self.epoch;
		let Some(person) = self.people.get_mut(&who) else { return false };
		let lapsed = person.aside.is_some_and(|aside| aside.lapses <= epoch);
		if lapsed {
			person.aside = None;
			self.level();
		}
		lapsed
	}

	pub(super) fn exit(&mut self, who: AccountId) {
		self.withdraw_all(who);
		let number = self.numbers.remove(&who).expect("it is a member");
		for job in self.jobs.values_mut() {
			if job.source == Source::Held(who) {
				self.people.get_mut(&who).expect("it is a member").held -= job.labor;
				job.source = Source::Former(number);
				self.sights.insert(Sight::TiedUpByLeaver);
			}
			if job.worker == who && job.left.is_none() {
				job.left = Some(number);
			}
		}
		let person = self.people.remove(&who).expect("it is a member");
		assert_eq!(person.held, 0, "nothing of a leaver's stays on hold");
		for payout in &person.later {
			let Payout { labor, minutes, stream, payer, .. } = *payout;
			self.heard.push(Work { worker: who, minutes, labor, stream, payer });
		}
		let all = person.free + person.deferred();
		let earned = person.earned + person.deferred();
		let former = Former { who, all, granted: person.granted, earned };
		let [_, given, owed] = former.sums();
		self.former.insert(number, former);
		self.pool += given;
		if owed > 0 {
			self.claims.push((who, number, owed));
		}
		self.level();
	}
}

/// Takes this much of a payout that is greater, and of the rest its share rounded down.
pub(super) fn split(payout: &mut Payout<AccountId>, net: LaborBalance) -> Payout<AccountId> {
	let labor = payout.labor * net / payout.net;
	let minutes = (u64::from(payout.minutes) * net / payout.net) as Minutes;
	payout.net -= net;
	payout.labor -= labor;
	payout.minutes -= minutes;
	Payout { net, labor, minutes, ..payout.clone() }
}

/// Makes one of the newest two of a stream.
pub(super) fn merge_newest_pair(later: &mut Vec<Payout<AccountId>>) {
	let mut pair = None;
	for newer in 1..later.len() {
		for older in 0..newer {
			if later[older].stream == later[newer].stream {
				pair = Some((older, newer));
			}
		}
	}
	let (older, newer) = pair.expect("four payouts in three streams");
	let merged = later.remove(newer);
	later[older].net += merged.net;
	later[older].labor += merged.labor;
	later[older].minutes += merged.minutes;
	if later[older].payer != merged.payer {
		later[older].payer = None;
	}
}
