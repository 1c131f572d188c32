//! Whatever members do in whatever order, a plain model foretells whether it succeeds, with which
//! error if not, and every number afterwards.
//!
//! The model knows no ledger: it is people with purses, a pool, and lists. What there is in all, what
//! is earmarked and what is in escrow is counted anew whenever it is asked for.

use crate::{mock::*, *};
use frame::testing_prelude::*;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config as ProptestConfig, TestCaseError, TestRunner},
};
use std::{
	collections::{BTreeMap, BTreeSet},
	ops::RangeInclusive,
};

type E = Error<Test>;
type Foreseen = Result<(), E>;

/// Everyone who ever turns up.
const EVERYONE: [AccountId; 8] = [1, 2, 3, 4, 5, 6, 7, 8];
/// Who is a member from the beginning.
const FOUNDERS: [AccountId; 5] = [1, 2, 3, 4, 5];
/// Steps in one story.
const STEPS: usize = 80;
/// Blocks in which a buyer answers: few, so that time runs out often.
const WINDOW: u64 = 20;
const LONGEST: u64 = 1_000;
const EARMARK_EPOCHS: u32 = 52;
const MAX_OFFERS: usize = 3;
const MAX_ORDERS: usize = 4;
const MAX_PAYOUTS: usize = 4;

// What may happen.

/// Something that somebody does, or that befalls everybody.
#[derive(Clone, Debug)]
enum Deed {
	Join {
		who: AccountId,
		class: Class,
	},
	Leave {
		who: AccountId,
	},
	Expel {
		who: AccountId,
	},
	ChangeClass {
		who: AccountId,
		to: Class,
	},
	Pay {
		from: AccountId,
		to: AccountId,
		amount: LaborBalance,
	},
	Contribute {
		who: AccountId,
		amount: LaborBalance,
	},
	Publish {
		who: AccountId,
		unit: Unit,
	},
	Withdraw {
		who: AccountId,
		offer: OfferId,
	},
	Place {
		who: AccountId,
		offer: OfferId,
		quantity: u32,
		deadline: u64,
	},
	Accept {
		who: AccountId,
		order: OrderId,
	},
	Cancel {
		who: AccountId,
		order: OrderId,
	},
	Deliver {
		who: AccountId,
		order: OrderId,
		minutes: Minutes,
	},
	AcceptDelivery {
		who: AccountId,
		order: OrderId,
	},
	Dispute {
		who: AccountId,
		order: OrderId,
	},
	Settle {
		order: OrderId,
		quality: u8,
	},
	Agree {
		who: AccountId,
		order: OrderId,
		quality: u8,
	},
	Close {
		order: OrderId,
	},
	Claim {
		who: AccountId,
	},
	Lapse {
		who: AccountId,
	},
	/// Another pallet has the pool pay somebody.
	PoolPays {
		who: AccountId,
		minutes: Minutes,
		labor: LaborBalance,
		stream: Stream,
	},
	/// Another pallet releases of somebody's second grant.
	SecondGrant {
		who: AccountId,
		up_to: LaborBalance,
	},
	SetAllotment {
		allotment: LaborBalance,
	},
	SetCap {
		cap: LaborBalance,
	},
	SetContribution {
		percent: u8,
	},
	/// The artel decides what is kept for reviews.
	SetReserve {
		percent: u8,
		each: LaborBalance,
	},
	/// Another pallet has a review paid.
	PoolReviews {
		labor: LaborBalance,
	},
	/// What of a work counts, in percent.
	Count {
		percent: u8,
	},
	/// After how many epochs what was paid counts.
	Ripen {
		epochs: u32,
	},
	PassBlocks {
		blocks: u64,
	},
	PassEpochs {
		epochs: u32,
	},
}

/// The kinds of deeds, of which a step names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
	Join,
	Leave,
	Expel,
	ChangeClass,
	Pay,
	Contribute,
	Publish,
	Withdraw,
	Place,
	Accept,
	Cancel,
	Deliver,
	AcceptDelivery,
	Dispute,
	Settle,
	Agree,
	Close,
	Claim,
	Lapse,
	PoolPays,
	PoolReviews,
	SecondGrant,
	SetAllotment,
	SetCap,
	SetContribution,
	SetReserve,
	Count,
	Ripen,
	PassBlocks,
	PassEpochs,
}

/// A kind of deed and dice for its details, so that they can fit what there is by then.
#[derive(Clone, Debug)]
struct Step {
	kind: Kind,
	dice: [u32; 4],
	/// Whether the details are anything at all.
	careless: bool,
}

fn kind() -> impl Strategy<Value = Kind> {
	use Kind::*;
	prop::sample::select(
		[
			(5, Join),
			(2, Leave),
			(2, Expel),
			(1, ChangeClass),
			(6, Pay),
			(2, Contribute),
			(6, Publish),
			(2, Withdraw),
			(12, Place),
			(10, Accept),
			(2, Cancel),
			(9, Deliver),
			(4, AcceptDelivery),
			(4, Dispute),
			(4, Settle),
			(6, Agree),
			(4, Close),
			(4, Claim),
			(2, Lapse),
			(8, PoolPays),
			(2, PoolReviews),
			(2, SecondGrant),
			(1, SetAllotment),
			(1, SetCap),
			(1, SetContribution),
			(1, SetReserve),
			(1, Count),
			(1, Ripen),
			(3, PassBlocks),
			(1, PassEpochs),
		]
		.into_iter()
		.flat_map(|(times, kind)| vec![kind; times])
		.collect::<Vec<_>>(),
	)
}

/// A step, often of this kind.
fn step(favourite: Kind) -> impl Strategy<Value = Step> {
	let kind = prop_oneof![2 => kind(), 1 => Just(favourite)];
	(kind, any::<[u32; 4]>(), prop::bool::weighted(0.15)).prop_map(|(kind, dice, careless)| Step {
		kind,
		dice,
		careless,
	})
}

/// Steps, a third of which are of one kind, so that rare things pile up in some of the stories.
fn story(length: RangeInclusive<usize>) -> impl Strategy<Value = Vec<Step>> {
	use Kind::*;
	let favourites =
		[AcceptDelivery, Agree, Claim, Close, Expel, Lapse, Leave, Pay, PoolPays, PoolPays, Settle];
	prop::sample::select(favourites.to_vec())
		.prop_flat_map(move |favourite| prop::collection::vec(step(favourite), length.clone()))
}

/// One of these, if there are any.
fn one<T: Clone>(of: &[T], die: u32) -> Option<T> {
	of.get((die as usize).checked_rem(of.len())?).cloned()
}

/// A number up to this one.
fn up_to(most: u64, die: u32) -> u64 {
	u64::from(die) % (most + 1)
}

// The model.

/// A member.
#[derive(Clone, Debug)]
struct Person {
	class: Class,
	free: LaborBalance,
	held: LaborBalance,
	granted: LaborBalance,
	earned: LaborBalance,
	/// What was paid for work that counts and never left, by when it was paid; the newest goes first.
	kept: Vec<(u32, LaborBalance)>,
	aside: Option<Earmark>,
	offers: BTreeSet<OfferId>,
	orders: BTreeSet<OrderId>,
	later: Vec<Payout<AccountId>>,
}

impl Person {
	fn total(&self) -> LaborBalance {
		self.free + self.held
	}

	fn set_aside(&self) -> LaborBalance {
		self.aside.map_or(0, |aside| aside.first + aside.second)
	}

	fn deferred(&self) -> LaborBalance {
		self.later.iter().map(|payout| payout.net).sum()
	}

	/// Forgets of what was kept whatever is no longer there.
	fn spend(&mut self) {
		let kept: LaborBalance = self.kept.iter().map(|(_, part)| part).sum();
		let mut gone = kept.saturating_sub(self.total());
		for (_, part) in self.kept.iter_mut().rev() {
			let taken = gone.min(*part);
			*part -= taken;
			gone -= taken;
		}
	}
}

/// Somebody who has left, under the number that they had.
#[derive(Clone, Debug)]
struct Former {
	who: AccountId,
	/// All that was theirs, whenever it came.
	all: LaborBalance,
	granted: LaborBalance,
	earned: LaborBalance,
}

impl Former {
	/// What of all that was theirs is unmade, the pool's, and owed to them.
	fn sums(&self) -> [LaborBalance; 3] {
		let unmade = self.all.min(self.granted);
		let given = self.all - unmade;
		[unmade, given, given.min(self.earned)]
	}
}

/// How far an order is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Progress {
	Ordered,
	Accepted,
	Delivered {
		minutes: Minutes,
		until: u64,
	},
	/// The last one to offer something, and what.
	Disputed {
		minutes: Minutes,
		until: u64,
		said: Option<(AccountId, u8)>,
	},
}

/// An order.
#[derive(Clone, Debug, PartialEq)]
struct Deal {
	buyer: AccountId,
	provider: AccountId,
	minutes: Minutes,
	price: LaborBalance,
	deadline: u64,
	/// The number of the buyer, if they have gone and left the price behind.
	buyer_was: Option<u32>,
	/// The number of the provider, if they have gone since they delivered.
	provider_was: Option<u32>,
	progress: Progress,
}

impl Deal {
	/// The last block for what is to happen next.
	fn end(&self) -> u64 {
		match self.progress {
			Progress::Ordered | Progress::Accepted => self.deadline,
			Progress::Delivered { until, .. } | Progress::Disputed { until, .. } => until,
		}
	}

	/// Whether something is delivered and not paid yet.
	fn binds(&self) -> bool {
		!self.is_open()
	}

	/// Whether nothing is delivered yet.
	fn is_open(&self) -> bool {
		matches!(self.progress, Progress::Ordered | Progress::Accepted)
	}
}

/// All there is.
#[derive(Clone, Debug)]
struct Model {
	block: u64,
	epoch: u32,
	allotment: LaborBalance,
	cap: LaborBalance,
	percent: u64,
	/// What of a contribution is kept for reviews, in percent, and how much at most for each member.
	reviews: (u64, LaborBalance),
	/// What is kept for them.
	reserve: LaborBalance,
	/// What is in escrow for reviews.
	reviewing: LaborBalance,
	counts: u64,
	ripens_in: u32,
	people: BTreeMap<AccountId, Person>,
	pool: LaborBalance,
	offers: BTreeMap<OfferId, (AccountId, Unit)>,
	deals: BTreeMap<OrderId, Deal>,
	last_offer: OfferId,
	last_order: OrderId,
	heard: Vec<Work<AccountId>>,
	heard_late: Vec<(Work<AccountId>, u32)>,
	claims: Vec<(AccountId, u32, LaborBalance)>,
	/// The numbers of whoever is a member now, and the last one given.
	numbers: BTreeMap<AccountId, u32>,
	last_number: u32,
	former: BTreeMap<u32, Former>,
	/// What was settled of former members, since it was asked last.
	settled: Vec<(u32, [LaborBalance; 3])>,
	/// What rare things have happened.
	sights: BTreeSet<Sight>,
}

/// Something rare, which stories have to be about as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sight {
	/// There is too much LABOR, and the pool is empty.
	Overhang,
	/// What comes to the pool is unmade.
	Unmade,
	/// Two payouts became one.
	Merged,
	/// A payout was claimed in part.
	ClaimedInPart,
	/// A grant was paid in part.
	GrantedInPart,
	/// An order outlived its buyer's membership.
	OrphanedOrder,
	/// A former member earned something.
	FormerMember,
	/// Something came in late, and grants were unmade of it.
	LateUnmade,
	/// Something came in late, and none of it was unmade.
	LateKept,
	/// Something came in late for somebody who is a member once more.
	LateForOneWhoCameBack,
	/// Both sides agreed after one of them had left.
	AgreedAfterLeaving,
	/// What was kept was spent in part.
	SpentOfKept,
	/// There was more of the reserve than members need.
	ReserveFreed,
	/// A review cost more than was kept for it.
	ReviewFromFreePool,
}

impl Model {
	fn new() -> Self {
		let mut model = Self {
			block: 1,
			epoch: 0,
			allotment: K,
			cap: 2_000,
			percent: 10,
			reviews: (15, 100),
			reserve: 0,
			reviewing: 0,
			counts: 100,
			ripens_in: 0,
			people: BTreeMap::new(),
			pool: 0,
			offers: BTreeMap::new(),
			deals: BTreeMap::new(),
			last_offer: 0,
			last_order: 0,
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

	fn earmarked(&self) -> LaborBalance {
		self.people.values().map(Person::set_aside).sum()
	}

	fn in_escrow(&self) -> LaborBalance {
		let deferred: LaborBalance = self.people.values().map(Person::deferred).sum();
		let left: LaborBalance = self
			.deals
			.values()
			.filter(|deal| deal.buyer_was.is_some())
			.map(|deal| deal.price)
			.sum();
		deferred + left + self.reviewing
	}

	/// What is kept for reviews as far as members need it.
	fn kept_for_reviews(&self) -> LaborBalance {
		self.reserve.min(self.reviews.1 * self.people.len() as LaborBalance)
	}

	fn free_pool(&self) -> LaborBalance {
		self.pool - self.earmarked() - self.kept_for_reviews()
	}

	/// What is more than members need is free from now on.
	fn free_reserve(&mut self) {
		let kept = self.kept_for_reviews();
		if kept < self.reserve {
			self.sights.insert(Sight::ReserveFreed);
		}
		self.reserve = kept;
	}

	fn issuance(&self) -> LaborBalance {
		let owned: LaborBalance = self.people.values().map(Person::total).sum();
		owned + self.pool + self.in_escrow()
	}

	fn supply(&self) -> SupplyState {
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
	fn ripe(&self, person: &Person) -> LaborBalance {
		let ripe = |paid: u32| self.ripens_in == 0 || self.epoch > paid + self.ripens_in;
		person.kept.iter().filter(|(paid, _)| ripe(*paid)).map(|(_, part)| part).sum()
	}

	fn room(&self, who: AccountId) -> LaborBalance {
		self.cap.saturating_sub(self.people[&who].total())
	}

	fn person(&mut self, who: AccountId) -> &mut Person {
		self.people.get_mut(&who).expect("it is a member")
	}

	// What follows from what.

	/// As much LABOR as there should be, as far as the free pool allows.
	fn level(&mut self) {
		self.free_reserve();
		let due = self.allotment * self.people.len() as LaborBalance;
		let there_is = self.issuance();
		if there_is < due {
			self.pool += due - there_is;
		} else {
			let surplus = there_is - due;
			let free = self.free_pool();
			self.pool -= surplus.min(free);
			if surplus > free {
				self.sights.insert(Sight::Overhang);
			}
			if free > 0 && surplus > 0 {
				self.sights.insert(Sight::Unmade);
			}
		}
	}

	fn join(&mut self, who: AccountId, class: Class) {
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
			orders: BTreeSet::new(),
			later: Vec::new(),
		};
		self.people.insert(who, newcomer);
		self.pool += self.allotment;
		self.level();
	}

	fn withdraw_all(&mut self, who: AccountId) {
		for offer in std::mem::take(&mut self.person(who).offers) {
			self.offers.remove(&offer);
		}
	}

	fn strike(&mut self, order: OrderId) -> Deal {
		for person in self.people.values_mut() {
			person.orders.remove(&order);
		}
		self.deals.remove(&order).expect("it runs")
	}

	/// Ends an order without pay.
	fn refund(&mut self, order: OrderId) {
		let deal = self.strike(order);
		if deal.progress == Progress::Accepted {
			let buyer = self.person(deal.buyer);
			buyer.held -= deal.price;
			buyer.free += deal.price;
		}
	}

	/// Ends an order that was delivered.
	fn pay_out(&mut self, order: OrderId, minutes: Minutes, quality: u64) {
		let deal = self.strike(order);
		let due = deal.price * u64::from(minutes) / u64::from(deal.minutes);
		let earned = due * quality / 100;
		let minutes = (u64::from(minutes) * quality / 100) as Minutes;
		if let Some(number) = deal.buyer_was {
			self.comes_late(number, deal.price - earned, 0);
			self.free_reserve();
			if earned == 0 {
				self.level();
			}
		} else {
			let buyer = self.person(deal.buyer);
			buyer.held -= deal.price;
			buyer.free += deal.price - earned;
			self.leaves_wallet(deal.buyer);
		}
		let stream = Stream::Livelihood;
		self.reward(deal.provider, minutes, earned, stream, Some(deal.buyer), deal.provider_was);
	}

	/// Something left somebody's wallet.
	fn leaves_wallet(&mut self, who: AccountId) {
		let person = self.person(who);
		let before = person.kept.clone();
		person.spend();
		if person.kept != before {
			self.sights.insert(Sight::SpentOfKept);
		}
	}

	/// Something comes in for somebody who left, of which so much is pay.
	fn comes_late(&mut self, number: u32, amount: LaborBalance, pay: LaborBalance) {
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
	fn reward(
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

	fn receive(&mut self, worker: AccountId, payout: Payout<AccountId>) {
		let Payout { net, labor, minutes, stream, payer } = payout;
		let (epoch, counted) = (self.epoch, net * self.counts / 100);
		let person = self.person(worker);
		person.free += net;
		person.earned += net;
		person.kept.push((epoch, counted));
		self.heard.push(Work { worker, minutes, labor, stream, payer });
	}

	/// Pays of a grant what fits.
	fn grant(&mut self, who: AccountId, at_most: LaborBalance) -> LaborBalance {
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
	fn lapses(&mut self, who: AccountId) -> bool {
		let epoch = self.epoch;
		let Some(person) = self.people.get_mut(&who) else { return false };
		let lapsed = person.aside.is_some_and(|aside| aside.lapses <= epoch);
		if lapsed {
			person.aside = None;
			self.level();
		}
		lapsed
	}

	fn exit(&mut self, who: AccountId) {
		self.withdraw_all(who);
		let number = self.numbers.remove(&who).expect("it is a member");
		for order in self.person(who).orders.clone() {
			let deal = self.deals[&order].clone();
			match deal.progress {
				Progress::Ordered | Progress::Accepted => self.refund(order),
				_ if deal.buyer == who => {
					self.person(who).held -= deal.price;
					self.deals.get_mut(&order).expect("it runs").buyer_was = Some(number);
					self.sights.insert(Sight::OrphanedOrder);
				},
				_ => {
					self.deals.get_mut(&order).expect("it runs").provider_was = Some(number);
				},
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

	// Deeds, foreseen.

	fn foresee(&mut self, deed: &Deed) -> Foreseen {
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
					if deal.buyer_was.is_some() || deal.provider_was.is_some() {
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
	fn was(&self, who: AccountId) -> Option<u32> {
		let numbers = self.former.iter().rev().filter(|(_, former)| former.who == who);
		match self.people.contains_key(&who) {
			true => None,
			false => numbers.map(|(number, _)| *number).next(),
		}
	}

	fn ensure_worker(&self, who: AccountId) -> Foreseen {
		let works = self.people.get(&who).is_some_and(|person| person.class == Class::Worker);
		ensure!(works, E::NotWorker);
		Ok(())
	}

	fn advance(&mut self, order: OrderId, to: Progress) {
		self.deals.get_mut(&order).expect("it runs").progress = to;
	}

	fn is_due(&self, deal: &Deal) -> bool {
		self.block > deal.end()
	}

	/// Whether an order is due, or will be with the next block.
	fn is_nearly_due(&self, deal: &Deal) -> bool {
		self.block >= deal.end()
	}

	// Deeds that fit what there is.

	/// Whether an order can be accepted now.
	fn is_acceptable(&self, deal: &Deal) -> bool {
		deal.progress == Progress::Ordered
			&& self.block <= deal.deadline
			&& self.people[&deal.buyer].free >= deal.price
			&& self
				.people
				.get(&deal.provider)
				.is_some_and(|person| person.orders.len() < MAX_ORDERS)
	}

	fn is_deliverable(&self, deal: &Deal) -> bool {
		deal.progress == Progress::Accepted && self.block <= deal.deadline
	}

	fn is_disputable(&self, deal: &Deal) -> bool {
		matches!(deal.progress, Progress::Delivered { .. }) && !self.is_due(deal)
	}

	/// What has to happen first, where nothing fits a kind of deed yet.
	fn prepare(&self, kind: Kind) -> Kind {
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
	fn choose(&self, step: &Step) -> Option<(Kind, Deed)> {
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
				Deed::Join { who: one(&outsiders, first)?, class: class(second)? }
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

/// What was delivered, and until when it can be disputed.
fn delivery(deal: &Deal) -> Result<(Minutes, u64), E> {
	match deal.progress {
		Progress::Delivered { minutes, until } => Ok((minutes, until)),
		Progress::Disputed { .. } => Err(E::AwaitsVerdict),
		Progress::Ordered | Progress::Accepted => Err(E::NotDelivered),
	}
}

/// Takes this much of a payout that is greater, and of the rest its share rounded down.
fn split(payout: &mut Payout<AccountId>, net: LaborBalance) -> Payout<AccountId> {
	let labor = payout.labor * net / payout.net;
	let minutes = (u64::from(payout.minutes) * net / payout.net) as Minutes;
	payout.net -= net;
	payout.labor -= labor;
	payout.minutes -= minutes;
	Payout { net, labor, minutes, ..payout.clone() }
}

/// Makes one of the newest two of a stream.
fn merge_newest_pair(later: &mut Vec<Payout<AccountId>>) {
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

// The chain.

/// Lets somebody join by the number after the last.
fn join_anew(who: AccountId, class: Class) {
	let number = remembered::LastNumber::get() + 1;
	remembered::LastNumber::put(number);
	remembered::Numbers::insert(who, number);
	join(who, class);
}

/// Does it for real.
fn perform(deed: Deed) -> DispatchResult {
	match deed {
		Deed::Join { who, class } => join_anew(who, class),
		Deed::Leave { who } => leave(who)?,
		Deed::Expel { who } => expel(who),
		Deed::ChangeClass { who, to } => change_class(who, to),
		Deed::Pay { from, to, amount } => pay(from, to, amount)?,
		Deed::Contribute { who, amount } => MutualCredit::contribute(signed(who), amount)?,
		Deed::Publish { who, unit } => {
			MutualCredit::publish_offer(signed(who), line("Something"), unit)?
		},
		Deed::Withdraw { who, offer } => MutualCredit::withdraw_offer(signed(who), offer)?,
		Deed::Place { who, offer, quantity, deadline } => {
			MutualCredit::place_order(signed(who), offer, quantity, deadline, note(""))?
		},
		Deed::Accept { who, order } => MutualCredit::accept_order(signed(who), order)?,
		Deed::Cancel { who, order } => MutualCredit::cancel_order(signed(who), order)?,
		Deed::Deliver { who, order, minutes } => deliver(who, order, minutes)?,
		Deed::AcceptDelivery { who, order } => MutualCredit::accept_delivery(signed(who), order)?,
		Deed::Dispute { who, order } => MutualCredit::dispute(signed(who), order, note("why"))?,
		Deed::Settle { order, quality } => settle(order, quality)?,
		Deed::Agree { who, order, quality } => {
			MutualCredit::agree(signed(who), order, impossible(quality))?
		},
		Deed::Close { order } => {
			let info = close(order).map_err(|refused| refused.error)?;
			assert_eq!(info.pays_fee, Pays::No);
		},
		Deed::Claim { who } => MutualCredit::claim_deferred(signed(who))?,
		Deed::Lapse { who } => {
			let info =
				MutualCredit::lapse_earmark(signed(EVE), who).map_err(|refused| refused.error)?;
			assert_eq!(info.pays_fee, Pays::No);
		},
		Deed::PoolPays { who, minutes, labor, stream } => {
			MutualCredit::pool_to_escrow(&task_hold(), labor)?;
			let work = Work { worker: who, minutes, labor, stream, payer: None };
			// Another pallet remembers the number of whoever works for it.
			let was = Exits::<Test>::iter()
				.filter(|(_, exit)| exit.who == who && MutualCredit::wallet_of(who).is_none())
				.map(|(number, _)| number)
				.max();
			MutualCredit::pay_work(&task_hold(), &Source::Escrow, work, was)?
		},
		Deed::SecondGrant { who, up_to } => {
			MutualCredit::release_second_grant(&who, up_to).map(|_| ())?
		},
		Deed::SetAllotment { allotment } => set_allotment(allotment)?,
		Deed::SetCap { cap } => govern(|chosen| chosen.holding_cap = cap),
		Deed::SetContribution { percent } => {
			govern(|chosen| chosen.contribution = Percent::from_percent(percent))
		},
		Deed::SetReserve { percent, each } => govern(|chosen| {
			chosen.review_reserve = Percent::from_percent(percent);
			chosen.review_cap = each;
		}),
		Deed::PoolReviews { labor } => MutualCredit::reserve_to_escrow(&task_hold(), labor)?,
		Deed::Count { percent } => count_only(percent),
		Deed::Ripen { epochs } => ripen_in(epochs),
		Deed::PassBlocks { blocks } => pass_blocks(blocks),
		Deed::PassEpochs { epochs } => set_epoch(remembered::CurrentEpoch::get() + epochs),
	}
	Ok(())
}

/// What the chain says of its orders, in the model's words.
fn deals() -> BTreeMap<OrderId, Deal> {
	Orders::<Test>::iter()
		.map(|(id, order)| {
			let progress = match order.stage {
				Stage::Ordered => Progress::Ordered,
				Stage::Accepted => Progress::Accepted,
				Stage::Delivered { minutes, accept_by, .. } => {
					Progress::Delivered { minutes, until: accept_by }
				},
				Stage::Disputed { minutes, settle_by, offered, .. } => {
					let said = offered.map(|offered| match offered.by {
						Side::Payer => (order.buyer, offered.quality.deconstruct()),
						Side::Worker => (order.provider, offered.quality.deconstruct()),
					});
					Progress::Disputed { minutes, until: settle_by, said }
				},
			};
			let deal = Deal {
				buyer: order.buyer,
				provider: order.provider,
				minutes: order.minutes,
				price: order.amount,
				deadline: order.deadline,
				buyer_was: match order.source {
					Source::Held(_) => None,
					Source::Former(number) => Some(number),
					Source::Escrow => panic!("the commons pay for no order"),
				},
				provider_was: order.left,
				progress,
			};
			(id, deal)
		})
		.collect()
}

/// Compares everything that the model knows with the chain.
fn compare(model: &Model) -> Result<(), TestCaseError> {
	prop_assert_eq!(supply(), model.supply());
	prop_assert_eq!(Labor::free_balance(pool()), model.pool);
	for who in EVERYONE {
		let expected = model.people.get(&who).map(|person| Wallet {
			free: person.free,
			held: person.held,
			granted: person.granted,
			net_position: person.total() as i64 - person.granted as i64,
			earned: person.earned,
			kept: model.ripe(person),
			ripening: person.kept.iter().map(|(_, part)| part).sum::<u64>() - model.ripe(person),
			room: model.room(who),
			deferred: person.deferred(),
			earmark: person.aside,
		});
		prop_assert_eq!(MutualCredit::wallet_of(who), expected, "{}", who);
		let nobody =
			|of: &dyn Fn(&Person) -> Vec<u32>| model.people.get(&who).map(of).unwrap_or_default();
		let offers = nobody(&|person| person.offers.iter().copied().collect());
		prop_assert_eq!(OffersBy::<Test>::get(who).into_inner(), offers);
		let mut orders = OrdersBy::<Test>::get(who).into_inner();
		orders.sort();
		prop_assert_eq!(orders, nobody(&|person| person.orders.iter().copied().collect()));
		let later = model.people.get(&who).map_or(vec![], |person| person.later.clone());
		prop_assert_eq!(MutualCredit::payouts(who), later);
		if !model.people.contains_key(&who) {
			prop_assert_eq!(total(who), 0);
			prop_assert!(!System::account_exists(&who), "{} leaves a trace", who);
		}
	}
	prop_assert_eq!(deals(), model.deals.clone());
	let exits: BTreeMap<_, _> = Exits::<Test>::iter()
		.map(|(number, exit)| (number, (exit.who, [exit.burned, exit.to_pool, exit.owed])))
		.collect();
	let former: BTreeMap<_, _> = model
		.former
		.iter()
		.map(|(number, former)| (*number, (former.who, former.sums())))
		.collect();
	prop_assert_eq!(exits, former);
	let offers: BTreeMap<_, _> =
		Offers::<Test>::iter().map(|(id, offer)| (id, (offer.provider, offer.unit))).collect();
	prop_assert_eq!(offers, model.offers.clone());
	let invariants = MutualCredit::do_try_state();
	prop_assert!(invariants.is_ok(), "{:?}", invariants);
	Ok(())
}

/// What the chain says has come in for former members, since it was asked last.
fn settled_late() -> Vec<(u32, [LaborBalance; 3])> {
	let settled = events()
		.into_iter()
		.filter_map(|event| match event {
			Event::LateSettled { number, burned, to_pool, owed, .. } => {
				Some((number, [burned, to_pool, owed]))
			},
			_ => None,
		})
		.collect();
	System::reset_events();
	settled
}

/// How often each kind of deed succeeded, and how often it did not.
type Deeds = BTreeMap<Kind, (u32, u32)>;

/// What stories were about.
#[derive(Debug, Default)]
struct Tally {
	deeds: Deeds,
	sights: BTreeMap<Sight, u32>,
}

/// Lives through a story on the chain and in the model side by side.
fn live(steps: &[Step], tally: &mut Tally) -> Result<(), TestCaseError> {
	new_test_ext().execute_with(|| {
		let mut model = Model::new();
		govern(|chosen| {
			chosen.holding_cap = model.cap;
			chosen.acceptance_window = WINDOW as u32;
		});
		for who in FOUNDERS {
			join_anew(who, Class::Worker);
		}
		compare(&model)?;
		for step in steps {
			let Some((kind, deed)) = model.choose(step) else {
				tally.deeds.entry(step.kind).or_default().1 += 1;
				continue;
			};
			let (succeeded, failed) = tally.deeds.entry(kind).or_default();
			let foreseen = model.foresee(&deed);
			match foreseen {
				Ok(()) => *succeeded += 1,
				Err(_) => *failed += 1,
			}
			let happened = perform(deed.clone());
			prop_assert_eq!(happened, foreseen.map_err(Into::into), "{:?}", deed);
			prop_assert_eq!(heard(), std::mem::take(&mut model.heard), "{:?}", deed);
			prop_assert_eq!(heard_late(), std::mem::take(&mut model.heard_late), "{:?}", deed);
			prop_assert_eq!(claims(), std::mem::take(&mut model.claims), "{:?}", deed);
			prop_assert_eq!(settled_late(), std::mem::take(&mut model.settled), "{:?}", deed);
			if let Err(error) = compare(&model) {
				return Err(TestCaseError::fail(format!("after {deed:?}: {error}")));
			}
		}
		for sight in model.sights {
			*tally.sights.entry(sight).or_default() += 1;
		}
		Ok(())
	})
}

/// So many stories, or as many as `PROPTEST_CASES` asks for.
fn config() -> ProptestConfig {
	let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
	ProptestConfig {
		cases: asked.unwrap_or(64),
		failure_persistence: None,
		..ProptestConfig::default()
	}
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn the_model_foretells_every_number(steps in story(STEPS / 4..=STEPS)) {
		live(&steps, &mut Tally::default())?;
	}
}

#[test]
fn stories_are_sensible_enough_to_mean_something() {
	// GIVEN stories from the same dice every time
	let mut runner = TestRunner::deterministic();
	let mut tally = Tally::default();
	for _ in 0..24 {
		let steps =
			story(STEPS..=STEPS).new_tree(&mut runner).expect("nothing is filtered out").current();
		live(&steps, &mut tally).expect("the model is right");
	}
	// THEN a third of all deeds succeed, each kind does again and again, and much fails as well
	let (succeeded, failed) = tally
		.deeds
		.values()
		.fold((0, 0), |(yes, no), (succeeded, failed)| (yes + succeeded, no + failed));
	let share = 100 * succeeded / (succeeded + failed);
	assert!(share >= 30, "only {share} % succeed: {tally:?}");
	assert!(share <= 90, "hardly anything fails: {tally:?}");
	assert_eq!(tally.deeds.len(), 30, "{tally:?}");
	for (kind, (succeeded, _)) in &tally.deeds {
		assert!(*succeeded >= 3, "{kind:?} succeeds {succeeded} times only: {tally:?}");
	}
	// AND the rare things are told of as well
	for (sight, least) in [
		(Sight::Overhang, 2),
		(Sight::Unmade, 5),
		(Sight::Merged, 1),
		(Sight::ClaimedInPart, 2),
		(Sight::GrantedInPart, 2),
		(Sight::OrphanedOrder, 2),
		(Sight::FormerMember, 2),
		(Sight::LateUnmade, 2),
		(Sight::LateKept, 2),
		(Sight::LateForOneWhoCameBack, 1),
		(Sight::AgreedAfterLeaving, 1),
		(Sight::SpentOfKept, 5),
		(Sight::ReserveFreed, 2),
		(Sight::ReviewFromFreePool, 2),
	] {
		let seen = tally.sights.get(&sight).copied().unwrap_or_default();
		assert!(seen >= least, "{sight:?} in {seen} stories only: {tally:?}");
	}
}
