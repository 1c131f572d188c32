// SPDX-License-Identifier: Apache-2.0

//! The members, and what they do in a week.

use crate::{
	artel::{Artel, Id, FULL_RATE},
	kinds::{Kind, HOUR, MOST, SHORT},
	rules::Rules,
};
use artel_primitives::{
	epochs::{Epoch, EPOCHS_PER_PERIOD, EPOCHS_PER_YEAR},
	units::LaborBalance,
	work::{labor, Minutes, Stream},
};
use rand::{seq::SliceRandom, Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sp_arithmetic::Percent;

/// How long an artel is looked at.
pub const EPOCHS: Epoch = 3 * EPOCHS_PER_YEAR;

/// The least that anybody works in a week.
const LEAST: f64 = 12.0 * 60.0;

/// How unequal hours are: the shape of the Pareto distribution. Half of all work 19 hours or less.
const SHAPE: f64 = 1.5;

/// How much of everybody's time is for commons and care work, in percent.
const COMMONS: Minutes = 15;

/// How often a ring hands its LABOR on, in weeks.
const TURN: Epoch = 4;

/// More than anybody can work.
const ENDLESS: Minutes = 1_000 * HOUR;

/// What a member is like.
#[derive(Clone, Copy, Debug)]
pub struct Agent {
	/// What it does beside what everybody does.
	pub kind: Kind,
	/// Whether it is one of those the scenario is about.
	pub in_ring: bool,
	/// What it works in an average week.
	pub minutes: Minutes,
	/// In which week it brings its first job; idle members bring none.
	job: Option<Epoch>,
}

/// How an artel begins.
#[derive(Clone, Debug)]
pub struct Plan {
	/// How many found it.
	pub members: usize,
	/// What a tenth of them do, but three at least.
	pub ring: Kind,
	/// By which rules.
	pub rules: Rules,
	/// Where chance begins.
	pub seed: u64,
}

/// Minutes that members would have worked.
#[derive(Clone, Copy, Default, Debug)]
pub struct OnOffer {
	/// For one another.
	pub orders: u64,
	/// For the commons.
	pub commons: u64,
}

/// An artel and its members.
pub struct World {
	/// The artel.
	pub artel: Artel,
	/// What its members are like, by the same places.
	pub agents: Vec<Agent>,
	/// What members would have worked so far, had somebody paid it.
	pub on_offer: OnOffer,
	/// How many join in a quarter.
	newcomers: usize,
	/// What people are like, the same whatever they do.
	births: ChaCha8Rng,
	/// What happens to them.
	events: ChaCha8Rng,
}

impl World {
	/// The day on which an artel is founded.
	pub fn new(plan: &Plan) -> Self {
		let mut births = ChaCha8Rng::seed_from_u64(plan.seed);
		births.set_stream(1);
		let mut world = Self {
			artel: Artel::new(plan.rules.clone()),
			agents: Vec::new(),
			on_offer: OnOffer::default(),
			newcomers: plan.members.div_ceil(30),
			births,
			events: ChaCha8Rng::seed_from_u64(plan.seed),
		};
		let ring = (plan.members / 10).max(3);
		for number in 0..plan.members {
			world.join((number < ring).then_some(plan.ring));
		}
		world
	}

	/// Those the scenario is about.
	pub fn ring(&self) -> Vec<Id> {
		(0..self.agents.len()).filter(|who| self.agents[*who].in_ring).collect()
	}

	/// All others who are there.
	pub fn others(&self) -> Vec<Id> {
		self.present_with(|agent| !agent.in_ring)
	}

	fn present_with(&self, condition: impl Fn(&Agent) -> bool) -> Vec<Id> {
		let mut all = self.artel.present();
		all.retain(|who| condition(&self.agents[*who]));
		all
	}

	fn join(&mut self, ring: Option<Kind>) {
		let chance: f64 = self.births.random_range(0.0..1.0);
		let rate = self.births.random_range(80..=100);
		let job = self.births.random_range(8..80);
		let (minutes, rate, job) = match ring {
			None => (pareto(chance), rate, Some(job)),
			// A ring works as much as half of all at most do, at the usual price: it can be compared.
			Some(kind) if kind.works() => (pareto(0.5), 90, Some(job)),
			Some(_) => (0, 90, None),
		};
		self.artel.admit(Percent::from_percent(rate));
		self.agents.push(Agent {
			kind: ring.unwrap_or(Kind::Honest),
			in_ring: ring.is_some(),
			minutes,
			job: job.map(|job| self.artel.epoch + job),
		});
	}

	/// Lets a week pass.
	pub fn week(&mut self, epoch: Epoch) {
		self.artel.begin(epoch);
		if epoch > 0 && epoch.is_multiple_of(EPOCHS_PER_PERIOD) {
			self.come_and_go();
		}
		for who in self.artel.present() {
			if self.agents[who].job == Some(epoch) {
				self.artel.pay_second_grant(who);
			}
		}
		self.wash();
		let commons = self.work();
		if self.artel.rules.cases_first {
			self.artel.spot_checks(&mut self.events);
			self.work_for_commons(commons);
		} else {
			self.work_for_commons(commons);
			self.artel.spot_checks(&mut self.events);
		}
		self.recognise();
		self.vote();
		self.artel.check();
	}

	/// Newcomers join every quarter; every second one, as many of the others leave.
	fn come_and_go(&mut self) {
		if self.artel.epoch.is_multiple_of(2 * EPOCHS_PER_PERIOD) {
			for _ in 0..self.newcomers {
				let others = self.others();
				self.artel.leave(others[self.events.random_range(0..others.len())]);
			}
		}
		for _ in 0..self.newcomers {
			self.join(None);
		}
	}

	/// Each of a ring orders of the next, round and round, as long as limit and LABOR last. Their
	/// baskets grow before any check can follow.
	fn wash(&mut self) {
		let ring = self.ring();
		let mut left: Vec<Minutes> = ring
			.iter()
			.map(|who| {
				let Agent { kind, minutes, .. } = self.agents[*who];
				let allowed = self.artel.members[*who].standing.allowance;
				kind.fake_minutes(self.artel.epoch, minutes, allowed)
			})
			.collect();
		if left.iter().all(|minutes| *minutes == 0) {
			return;
		}
		let kind = self.agents[ring[0]].kind;
		let mut idle = 0;
		let mut at = 0;
		while idle < ring.len() {
			let next = (at + 1) % ring.len();
			let affordable = self.artel.affordable(ring[at], FULL_RATE);
			let minutes = left[next].min(affordable).min(kind.longest_fake());
			let waits =
				kind.waits() && [ring[at], ring[next]].iter().any(|who| self.is_found(*who));
			if !waits && minutes >= HOUR && self.artel.wash_order(ring[at], ring[next], minutes) {
				left[next] -= minutes;
				idle = 0;
			} else {
				idle += 1;
			}
			at = next;
		}
		for who in ring {
			self.artel.vote(who);
		}
	}

	fn is_found(&self, who: Id) -> bool {
		self.artel.members[who].record.is_remembered(self.artel.epoch)
	}

	/// Members order of one another. Says who has how much time left for the commons.
	fn work(&mut self) -> Vec<(Id, Minutes)> {
		let mut workers = self.present_with(|agent| agent.kind.works());
		workers.shuffle(&mut self.events);

		// Of everybody's time some is for the commons; the rest can be ordered.
		let mut left = vec![0; self.agents.len()];
		let mut wanted = vec![0; self.agents.len()];
		let mut commons = Vec::new();
		for who in &workers {
			let usual = f64::from(self.agents[*who].minutes);
			let busy: f64 = self.events.random_range(0.75..1.25);
			let time = ((usual * busy) as Minutes).min(MOST);
			let shared = time * COMMONS / 100;
			commons.push((*who, shared));
			left[*who] = time - shared;
			self.on_offer.orders += u64::from(left[*who]);
			self.on_offer.commons += u64::from(shared);
			// Everybody orders about as much as it works, and more when it owns more than half the cap.
			let appetite: f64 = self.events.random_range(0.5..1.5);
			let rules = &self.artel.rules.labor;
			let rich = self.artel.members[*who].balance.saturating_sub(rules.holding_cap / 2);
			wanted[*who] = match self.agents[*who].kind {
				Kind::Spending => ENDLESS,
				_ => (usual * appetite) as Minutes + (rich / 10 * 180 / 100) as Minutes,
			};
		}
		let mut buyers = workers.clone();
		let mut providers = workers;
		while !buyers.is_empty() {
			buyers.retain(|buyer| self.order(*buyer, &mut providers, &mut left, &mut wanted));
		}

		commons
	}

	/// What a member does not spend: its part of a full wallet, and its grants if it wants to lend it.
	fn reserve(&self, who: Id) -> LaborBalance {
		let percent = self.agents[who].kind.saves();
		if percent == 0 {
			return 0;
		}
		let part = self.artel.rules.labor.holding_cap * percent / 100 / self.ring().len() as u64;
		part + self.artel.members[who].credit.granted
	}

	/// Members work for the commons as far as the pool pays it.
	fn work_for_commons(&mut self, commons: Vec<(Id, Minutes)>) {
		for (who, minutes) in commons {
			let stream = if self.events.random_bool(0.5) { Stream::Commons } else { Stream::Care };
			if self.artel.work_for_commons(who, minutes, stream) {
				self.artel.books.commons += labor(minutes);
				self.artel.books.commons_minutes += u64::from(minutes);
			}
		}
	}

	/// One order of somebody who has time. Says whether the buyer may want another.
	fn order(
		&mut self,
		buyer: Id,
		providers: &mut Vec<Id>,
		left: &mut [Minutes],
		wanted: &mut [Minutes],
	) -> bool {
		providers.retain(|who| left[*who] >= HOUR);
		if providers.is_empty() {
			return false;
		}
		let provider = providers[self.events.random_range(0..providers.len())];
		if provider == buyer {
			return providers.len() > 1;
		}
		let size = HOUR * self.events.random_range(2..=8);
		let affordable = self.artel.affordable(buyer, self.artel.members[provider].offer);
		let saved = self.artel.members[buyer].balance < self.reserve(buyer);
		let minutes = size.min(left[provider]).min(wanted[buyer]).min(affordable);
		if saved || minutes < HOUR || !self.artel.order(buyer, provider, minutes) {
			return false;
		}
		left[provider] -= minutes;
		wanted[buyer] -= minutes;
		true
	}

	/// A ring praises itself. Half of the others, drawn each week, give what they may to somebody who
	/// works.
	fn recognise(&mut self) {
		let ring = self.ring();
		let workers = self.present_with(|agent| agent.kind.works());
		for who in self.artel.present() {
			let thanked = workers[self.events.random_range(0..workers.len())];
			let thanks = self.events.random_bool(0.5);
			if self.agents[who].kind.praises() {
				let at = ring.iter().position(|one| *one == who).unwrap_or_default();
				self.artel.recognise(who, ring[(at + 1) % ring.len()]);
			} else if self.agents[who].kind.works() && thanks {
				self.artel.recognise(who, thanked);
			}
		}
	}

	/// Everybody votes at the end of a quarter. A ring updates its baskets whenever it likes.
	fn vote(&mut self) {
		let voting = (self.artel.epoch + 1).is_multiple_of(EPOCHS_PER_PERIOD);
		self.hand_on();
		for who in self.artel.present() {
			match self.agents[who].kind {
				Kind::Honest if !voting => {},
				Kind::Lending if voting => self.vote_with_loans(who),
				_ => self.artel.vote(who),
			}
		}
	}

	/// All of a ring give what they can to the one whose turn it is.
	fn hand_on(&mut self) {
		let (ring, epoch) = (self.ring(), self.artel.epoch);
		let kind = self.agents[ring[0]].kind;
		let hands_on = matches!(kind, Kind::HandsOnByPay | Kind::HandsOnByOrders);
		if !hands_on || epoch < EPOCHS_PER_YEAR || !epoch.is_multiple_of(TURN) {
			return;
		}
		let turn = ring[(epoch / TURN) as usize % ring.len()];
		for other in ring.into_iter().filter(|other| *other != turn) {
			let amount = self.artel.lendable(other, turn);
			if kind == Kind::HandsOnByPay {
				self.artel.pay(other, turn, amount);
				continue;
			}
			let mut left = (amount * 180 / 100) as Minutes;
			while left >= HOUR && self.artel.wash_order(other, turn, left.min(SHORT)) {
				left -= left.min(SHORT);
			}
		}
	}

	/// Votes with the LABOR of the whole ring in the wallet, and gives it back.
	fn vote_with_loans(&mut self, who: Id) {
		let mut lent = Vec::new();
		for other in self.ring() {
			let amount = self.artel.lendable(other, who);
			lent.push((other, self.artel.pay(other, who, amount)));
		}
		self.artel.vote(who);
		for (other, amount) in lent {
			self.artel.pay(who, other, amount);
		}
	}
}

/// Minutes a week below which this part of all stay.
fn pareto(part: f64) -> Minutes {
	let minutes = LEAST / (1.0 - part).powf(1.0 / SHAPE);
	if minutes < f64::from(MOST) {
		minutes as Minutes
	} else {
		MOST
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::rules::Recognition;
	use artel_primitives::{units::LABOR, vote::FIRST_VOTE};

	fn lived(ring: Kind, rules: Rules, epochs: Epoch) -> World {
		let mut world = World::new(&Plan { members: 12, ring, rules, seed: 7 });
		(0..epochs).for_each(|epoch| world.week(epoch));
		world
	}

	/// Without cases, for which those who are idle are seated and paid, too.
	fn unchecked() -> Rules {
		Rules { checks: None, ..Rules::default() }
	}

	fn votes(world: &World, of: &[Id]) -> Vec<u64> {
		of.iter().map(|who| world.artel.members[*who].basket.weight()).collect()
	}

	#[test]
	fn hours_are_unequal_and_bounded() {
		for (part, minutes) in [(0.0, 720), (0.5, 1_142), (0.9, 3_341), (0.999, 3_600)] {
			assert_eq!(pareto(part), minutes);
		}
	}

	#[test]
	fn no_labor_is_lost_or_made_and_nobody_is_above_the_cap() {
		// Every week ends with the artel's own check.
		for ring in Kind::ALL {
			let flat = Rules { recognition: Recognition::Flat, ..Rules::default() };
			for rules in [flat, Rules::as_it_was()] {
				let world = lived(ring, rules, EPOCHS);
				assert!(world.artel.books.worked > 0, "{ring:?}");
			}
		}
	}

	#[test]
	fn the_same_seed_lives_the_same_life() {
		let [one, other] = [0, 1].map(|_| lived(Kind::WorkingWash, Rules::default(), 60));
		assert_eq!(format!("{:?}", one.artel), format!("{:?}", other.artel));
		let mut third = World::new(&Plan {
			members: 12,
			ring: Kind::WorkingWash,
			rules: Rules::default(),
			seed: 8,
		});
		(0..60).for_each(|epoch| third.week(epoch));
		assert_ne!(format!("{:?}", one.artel), format!("{:?}", third.artel));
	}

	#[test]
	fn another_seed_means_other_people_and_other_luck() {
		let [one, other] = [7, 8].map(|seed| {
			World::new(&Plan { members: 12, ring: Kind::Honest, rules: Rules::default(), seed })
		});
		assert!(one.births != other.births && one.events != other.events);
	}

	#[test]
	fn people_are_the_same_whatever_a_ring_does() {
		let hours = |ring| -> Vec<_> {
			let world = lived(ring, Rules::default(), 14);
			world.agents.iter().skip(3).map(|agent| agent.minutes).collect()
		};
		assert_eq!(hours(Kind::IdleWash), hours(Kind::WorkingPraise));
	}

	#[test]
	fn idle_praise_gains_nothing_by_the_real_budget() {
		let world = lived(Kind::IdlePraise, unchecked(), EPOCHS);
		assert_eq!(votes(&world, &world.ring()), [FIRST_VOTE; 3]);
	}

	#[test]
	fn idle_lenders_gain_nothing() {
		let mut world =
			World::new(&Plan { members: 12, ring: Kind::Lending, rules: unchecked(), seed: 7 });
		for who in world.ring() {
			world.agents[who].minutes = 0;
		}
		(0..EPOCHS).for_each(|epoch| world.week(epoch));
		// Others recognise them now and then, but no LABOR counts.
		let from_labor = |who: &Id| world.artel.members[*who].basket.from_labor;
		assert_eq!(world.ring().iter().map(from_labor).collect::<Vec<_>>(), [0; 3]);
	}

	#[test]
	fn those_who_wait_are_found_out_less_often() {
		let found = |ring| lived(ring, Rules::default(), EPOCHS).artel.books.found_out;
		let [naive, waiting] = [Kind::WorkingWash, Kind::WaitingWash].map(found);
		assert!(waiting > 0 && 3 * waiting < naive, "{waiting} of {naive}");
	}

	#[test]
	fn the_one_whose_turn_it_is_has_most() {
		for ring in [Kind::HandsOnByPay, Kind::HandsOnByOrders] {
			let world = lived(ring, unchecked(), EPOCHS_PER_YEAR + TURN + 1);
			let turn = (EPOCHS_PER_YEAR / TURN + 1) as usize % 3;
			let own = |who: Id| world.artel.members[who].balance;
			assert!(own(turn) > 100 * LABOR, "{ring:?}");
			assert!(world.ring().iter().all(|who| own(*who) <= own(turn)), "{ring:?}");
		}
	}

	#[test]
	fn members_come_and_go() {
		let world = lived(Kind::Honest, Rules::default(), EPOCHS);
		assert_eq!((world.agents.len(), world.artel.present().len()), (12 + 11, 12 + 11 - 5));
	}
}
