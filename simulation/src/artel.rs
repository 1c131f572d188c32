// SPDX-License-Identifier: Apache-2.0

//! The artel: who owns how much of what, and the rules by which that changes.
//!
//! Amounts, limits, prices, decay and growth are the pallets' own types. What is written here is only
//! what the pallets do between them with a ledger and a chain, in the same order: see `supply.rs` and
//! `orders.rs` of mutual-credit, `impls.rs` of reputation.

use crate::{
	checks::{Finding, Payment, Record},
	rules::{Counting, Recognition, Rules},
};
use artel_primitives::{
	decay::DecayIndex,
	epochs::Epoch,
	membership::{Admission, Backing, Class, MemberNumber},
	units::{LaborBalance, LoveBalance},
	work::{labor, Minutes, Quality, Stream, Work},
};
use pallet_mutual_credit::{types::merge_two, Credit, Earmark, Payout, Supply, Unit};
use pallet_reputation::{Now, Standing};
use pallet_vote_basket::Basket;
use sp_arithmetic::Percent;

/// A member, by its place in the list of all who ever were.
pub type Id = usize;

/// Deferred payouts that are kept apart.
const MAX_PAYOUTS: usize = 8;

/// The highest price of an hour.
pub const FULL_RATE: Unit = Unit::Hour { rate: Percent::one() };

/// Somebody who is, or was, a member.
#[derive(Clone, Debug)]
pub struct Member {
	/// When it joined.
	pub joined: Epoch,
	/// Whether it is still there.
	pub is_there: bool,
	/// What it sells.
	pub offer: Unit,
	/// Its LABOR.
	pub balance: LaborBalance,
	/// The grants it got, what it earned and what it kept of that.
	pub credit: Credit,
	/// What is set aside for it.
	pub earmark: Option<Earmark>,
	/// What it earned and had no room for.
	pub payouts: Vec<Payout<Id>>,
	/// Its LOVE.
	pub standing: Standing,
	/// Its VOTE.
	pub basket: Basket<Epoch>,
	/// LABOR ever earned with work that counted.
	pub ever: LaborBalance,
	/// What spot checks found.
	pub record: Record,
}

/// What happened so far.
#[derive(Clone, Copy, Default, Debug)]
pub struct Books {
	/// LABOR for which members ordered of one another.
	pub ordered: LaborBalance,
	/// Minutes of it that were really worked.
	pub worked: u64,
	/// LABOR the pool paid for commons and care work.
	pub commons: LaborBalance,
	/// Minutes of it.
	pub commons_minutes: u64,
	/// LABOR the pool paid to those who judged cases.
	pub seats: LaborBalance,
	/// Cases that were held.
	pub held: u64,
	/// Cases that condemned work never done.
	pub found_out: u64,
	/// Cases that condemned work that was done.
	pub wronged: u64,
	/// Cases that could not be held, because the pool could not pay for them.
	pub unheld: u64,
}

/// One artel.
#[derive(Clone, Debug)]
pub struct Artel {
	/// By which rules it lives.
	pub rules: Rules,
	/// The week it is.
	pub epoch: Epoch,
	/// What the supply follows from.
	pub supply: Supply,
	/// All LABOR there is, by what was made and unmade.
	pub issuance: LaborBalance,
	/// What of it the pool owns, earmarks and the review reserve included.
	pub pool: LaborBalance,
	/// All who ever were members.
	pub members: Vec<Member>,
	/// What happened so far.
	pub books: Books,
	/// What may still be drawn for a spot check.
	pub payments: Vec<Payment>,
	/// Those whose work was condemned, before the verdict.
	pub findings: Vec<Finding>,
	/// How LOVE decays: by the same half-life all the time.
	decay: DecayIndex,
}

/// When it is, for LOVE.
fn now<'a>(epoch: Epoch, decay: &'a DecayIndex, rules: &'a Rules) -> Now<'a> {
	Now { epoch, decay, figures: &rules.love }
}

impl Artel {
	/// An artel without members.
	pub fn new(rules: Rules) -> Self {
		Self {
			supply: Supply::default(),
			rules,
			epoch: 0,
			issuance: 0,
			pool: 0,
			members: Vec::new(),
			books: Books::default(),
			payments: Vec::new(),
			findings: Vec::new(),
			decay: DecayIndex::default(),
		}
	}

	/// Those who are members now.
	pub fn present(&self) -> Vec<Id> {
		(0..self.members.len()).filter(|who| self.members[*who].is_there).collect()
	}

	/// What the pool can spend.
	pub fn free_pool(&self) -> LaborBalance {
		self.pool - self.supply.earmarked - self.reserve()
	}

	/// What of it is kept for cases.
	pub fn reserve(&self) -> LaborBalance {
		self.supply.kept_for_reviews(&self.rules.labor)
	}

	/// LABOR beyond the allotment of all members.
	pub fn overhang(&self) -> LaborBalance {
		self.issuance - self.supply.target(&self.rules.labor)
	}

	/// Panics if LABOR came from nowhere, was lost, or is where it must not be.
	pub fn check(&self) {
		let deferred =
			|member: &Member| member.payouts.iter().map(|payout| payout.net).sum::<u64>();
		let owned: u64 = self.members.iter().map(|member| member.balance + deferred(member)).sum();
		assert_eq!(self.issuance, self.pool + owned, "the ledger adds up");
		assert!(
			self.issuance >= self.supply.target(&self.rules.labor),
			"nobody's allotment is missing"
		);
		assert!(self.overhang() == 0 || self.free_pool() == 0, "overhang is unmade first");
		let cap = self.rules.labor.holding_cap;
		assert!(self.members.iter().all(|member| member.balance <= cap), "nobody is above the cap");
		let keeps = |member: &Member| member.credit.kept <= member.balance;
		assert!(self.members.iter().all(keeps), "nobody keeps what they do not have");
	}

	fn restore_supply(&mut self) {
		let missing = self.supply.target(&self.rules.labor).saturating_sub(self.issuance);
		let surplus = self
			.issuance
			.saturating_sub(self.supply.target(&self.rules.labor))
			.min(self.free_pool());
		self.issuance = self.issuance + missing - surplus;
		self.pool = self.pool + missing - surplus;
	}

	/// Lets a new week begin: earmarks lapse, LOVE fades, minutes accrue, deferred pay is claimed.
	pub fn begin(&mut self, epoch: Epoch) {
		self.epoch = epoch;
		for who in self.present() {
			self.members[who].standing.bring_to(&now(epoch, &self.decay, &self.rules));
			if self.members[who].earmark.is_some_and(|earmark| earmark.lapses <= epoch) {
				self.return_earmark(who);
			}
			self.claim_deferred(who);
		}
		self.restore_supply();
	}

	/// Admits a worker who offers hours at this rate.
	pub fn admit(&mut self, rate: Percent) -> Id {
		let offer = Unit::Hour { rate };
		let rules = &self.rules.labor;
		assert!(offer.is_in_band(rules.band_floor, rules.band_ceiling), "a rate within the band");
		let earmark = Earmark {
			first: rules.first_grant,
			second: rules.second_grant,
			lapses: self.epoch + rules.earmark_epochs,
		};
		let number = self.members.len() as MemberNumber;
		// How it counts by head makes no difference here.
		let admission = Admission { number, class: Class::Worker, backing: Backing::Backed };
		let member = Member {
			joined: self.epoch,
			is_there: true,
			offer,
			balance: 0,
			credit: Credit::default(),
			earmark: Some(earmark),
			payouts: Vec::new(),
			standing: Standing::new(&now(self.epoch, &self.decay, &self.rules), 0),
			basket: Basket::new(&admission, self.epoch, self.epoch),
			ever: 0,
			record: Record::default(),
		};
		self.members.push(member);
		self.supply.members += 1;
		self.supply.earmarked += earmark.rest();
		self.issuance += self.rules.labor.allotment;
		self.pool += self.rules.labor.allotment;
		self.restore_supply();
		let who = self.members.len() - 1;
		self.pay_grant(who, |earmark| &mut earmark.first);
		who
	}

	/// Pays the grant for the first job that a member brought, unless it lapsed.
	pub fn pay_second_grant(&mut self, who: Id) {
		self.pay_grant(who, |earmark| &mut earmark.second);
	}

	fn pay_grant(&mut self, who: Id, of: impl Fn(&mut Earmark) -> &mut LaborBalance) {
		let room = self.room(who);
		let member = &mut self.members[who];
		let Some(earmark) = &mut member.earmark else { return };
		let grant = of(earmark);
		let amount = room.min(*grant);
		*grant -= amount;
		member.balance += amount;
		member.credit.granted += amount;
		self.pool -= amount;
		self.supply.earmarked -= amount;
	}

	fn return_earmark(&mut self, who: Id) {
		if let Some(earmark) = self.members[who].earmark.take() {
			self.supply.earmarked -= earmark.rest();
		}
	}

	fn room(&self, who: Id) -> LaborBalance {
		self.rules.labor.holding_cap.saturating_sub(self.members[who].balance)
	}

	/// Pays a member for what is no work. Says how much that was: all of it or nothing.
	pub fn pay(&mut self, from: Id, to: Id, amount: LaborBalance) -> LaborBalance {
		if from == to || amount > self.spendable(from) || amount > self.room(to) {
			return 0;
		}
		self.debit(from, amount);
		self.members[to].balance += amount;
		amount
	}

	/// Takes LABOR out of a wallet: what was kept longest stays longest.
	fn debit(&mut self, who: Id, amount: LaborBalance) {
		let member = &mut self.members[who];
		member.balance -= amount;
		member.credit.keep_at_most(member.balance);
	}

	/// What a member can pay for what is no work: grants cannot be given away.
	pub fn spendable(&self, who: Id) -> LaborBalance {
		let member = &self.members[who];
		member.balance.saturating_sub(member.credit.granted)
	}

	/// What a member can lend another.
	pub fn lendable(&self, from: Id, to: Id) -> LaborBalance {
		self.spendable(from).min(self.room(to))
	}

	/// How many minutes at this price a buyer can pay.
	pub fn affordable(&self, buyer: Id, price: Unit) -> Minutes {
		let Unit::Hour { rate } = price else { return 0 };
		let minutes = self.members[buyer].balance * 180 / u64::from(rate.deconstruct());
		Minutes::try_from(minutes).unwrap_or(Minutes::MAX)
	}

	/// An order at the provider's usual price, worked, accepted and paid in full. Says whether it could
	/// be.
	pub fn order(&mut self, buyer: Id, provider: Id, minutes: Minutes) -> bool {
		self.settle(buyer, provider, self.members[provider].offer, minutes, true)
	}

	/// An order at the full rate for work that nobody does, accepted and paid all the same.
	pub fn wash_order(&mut self, buyer: Id, provider: Id, minutes: Minutes) -> bool {
		self.settle(buyer, provider, FULL_RATE, minutes, false)
	}

	fn settle(
		&mut self,
		buyer: Id,
		provider: Id,
		price: Unit,
		minutes: Minutes,
		is_real: bool,
	) -> bool {
		if buyer == provider {
			return false;
		}
		let Some((minutes, amount)) = price.quote(minutes) else { return false };
		if amount > self.members[buyer].balance {
			return false;
		}
		let (minutes, earned) = Quality::WHOLE.earned(amount, minutes, minutes);
		let contribution = self.rules.labor.contribution_of(earned);
		let earlier = self.members[provider].standing.weeks.now;
		self.debit(buyer, earned);
		self.pool += contribution;
		self.supply.reserve(contribution, &self.rules.labor);
		let payout = Payout {
			net: earned - contribution,
			labor: earned,
			minutes,
			stream: Stream::Livelihood,
			payer: Some(buyer),
		};
		self.pay_or_defer(provider, payout);
		self.restore_supply();
		if let Some(checks) = &self.rules.checks {
			let odds = checks.odds(earned, earlier);
			self.payments.push(Payment { buyer, provider, is_real, odds });
		}
		self.books.ordered += earned;
		if is_real {
			self.books.worked += u64::from(minutes);
		}
		true
	}

	/// Work for the commons that the pool pays. Says whether it could.
	pub fn work_for_commons(&mut self, who: Id, minutes: Minutes, stream: Stream) -> bool {
		let amount = labor(minutes);
		if amount == 0 || amount > self.free_pool() {
			return false;
		}
		self.pool -= amount;
		let payout = Payout { net: amount, labor: amount, minutes, stream, payer: None };
		self.pay_or_defer(who, payout);
		true
	}

	/// Pays a worker what there is room for, and keeps the rest for them.
	pub fn pay_or_defer(&mut self, who: Id, mut payout: Payout<Id>) {
		let room = self.room(who);
		if payout.net == 0 || room > 0 {
			let now = payout.take(room);
			self.pay_worker(who, now);
		}
		if payout.net > 0 {
			let kept = &mut self.members[who].payouts;
			if kept.len() >= MAX_PAYOUTS {
				merge_two(kept);
			}
			kept.push(payout);
		}
	}

	fn claim_deferred(&mut self, who: Id) {
		let mut payouts = core::mem::take(&mut self.members[who].payouts);
		for payout in &mut payouts {
			let room = self.room(who);
			if room > 0 {
				let now = payout.take(room);
				self.pay_worker(who, now);
			}
		}
		payouts.retain(|payout| payout.net > 0);
		self.members[who].payouts = payouts;
	}

	/// Pays a worker, who then hears what of it counts.
	fn pay_worker(&mut self, who: Id, mut payout: Payout<Id>) {
		let most = self.rules.love.weekly_minutes;
		// As it was, a payment counted, however large: like several.
		while !self.rules.by_milestones && payout.minutes > most {
			let part = payout.net * u64::from(most) / u64::from(payout.minutes);
			let part = payout.take(part);
			self.pay_at_once(who, part);
		}
		self.pay_at_once(who, payout);
	}

	fn pay_at_once(&mut self, who: Id, payout: Payout<Id>) {
		let Payout { net, labor, minutes, stream, payer } = payout;
		let work = Work { worker: who, minutes, labor, stream, payer };
		let now = now(self.epoch, &self.decay, &self.rules);
		let member = &mut self.members[who];
		member.balance += net;
		member.credit.earned += net;
		let counted = member.standing.count(&work, net, &now);
		member.ever += counted.work.labor;
		member.credit.keep(counted.net, self.epoch);
	}

	/// What a member may still give others in this epoch.
	pub fn budget(&self, who: Id) -> LoveBalance {
		let standing = &self.members[who].standing;
		match self.rules.recognition {
			_ if standing.debt > 0 => 0,
			Recognition::Proportional => standing.budget(&self.rules.love),
			Recognition::Flat => self.rules.love.recognition_limit.saturating_sub(standing.given),
		}
	}

	/// A member recognises another with all that it may give.
	pub fn recognise(&mut self, from: Id, to: Id) {
		let amount = self.budget(from);
		if from != to {
			self.members[from].standing.given += amount;
			self.members[to].standing.add(amount);
		}
	}

	/// LABOR of a member that counts for VOTE.
	fn labor_that_counts(&self, who: Id) -> LaborBalance {
		let Member { balance, credit, ever, standing, .. } = &self.members[who];
		match self.rules.counting {
			Counting::Kept => {
				let now = now(self.epoch, &self.decay, &self.rules);
				credit.ripe(standing.unripe_since(&now))
			},
			Counting::Wallet => *balance.min(ever),
		}
	}

	/// LOVE of a member that counts for VOTE.
	pub fn love_that_counts(&self, who: Id) -> LoveBalance {
		self.members[who].standing.counted(&now(self.epoch, &self.decay, &self.rules))
	}

	/// Lets a member's basket grow, as every vote does.
	pub fn vote(&mut self, who: Id) {
		let (labor, love) = (self.labor_that_counts(who), self.love_that_counts(who));
		self.members[who].basket.grow(labor, love);
	}

	/// A member leaves, and its LABOR is settled.
	pub fn leave(&mut self, who: Id) {
		let member = &mut self.members[who];
		let deferred: u64 = member.payouts.drain(..).map(|payout| payout.net).sum();
		let owned = core::mem::take(&mut member.balance) + deferred;
		member.credit.keep_at_most(0);
		let unmade = owned.min(member.credit.granted);
		member.is_there = false;
		self.issuance -= unmade;
		self.pool += owned - unmade;
		self.return_earmark(who);
		self.supply.members -= 1;
		self.supply.free_surplus(&self.rules.labor);
		self.restore_supply();
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use artel_primitives::vote::FIRST_VOTE;

	fn artel(members: usize) -> Artel {
		let mut artel = Artel::new(Rules::default());
		for _ in 0..members {
			artel.admit(Percent::one());
		}
		artel.check();
		artel
	}

	#[test]
	fn an_order_moves_what_the_members_guide_says() {
		let mut artel = artel(3);
		artel.members[1].offer = Unit::Hour { rate: Percent::from_percent(80) };
		assert_eq!(artel.affordable(0, artel.members[1].offer), 2_250);
		assert!(artel.order(0, 1, 360));
		let balances: Vec<_> = artel.members.iter().map(|member| member.balance).collect();
		assert_eq!(balances, [840, 1_144, 1_000]);
		// Of the contribution of 16, three are set aside for cases.
		assert_eq!((artel.free_pool(), artel.reserve()), (6_013, 3));
		assert_eq!(artel.members[1].standing.free(), 80);
		// What they get is earned and kept.
		let worker = &artel.members[1];
		assert_eq!((worker.credit.earned, worker.credit.kept), (144, 144));
		assert!(!artel.order(0, 0, 60) && !artel.order(0, 1, 2_250));
		artel.check();
	}

	#[test]
	fn what_passes_the_cap_is_deferred_and_claimed_later() {
		let mut artel = artel(6);
		artel.members[0].balance = 11_950;
		artel.pool -= 10_950;
		assert!(artel.order(1, 0, 360));
		assert_eq!((artel.members[0].balance, artel.members[0].payouts.len()), (12_000, 1));
		artel.check();
		assert!(artel.order(0, 1, 180));
		artel.begin(1);
		assert_eq!((artel.members[0].balance, artel.members[0].payouts.len()), (12_000, 1));
		assert!(artel.order(0, 1, 180));
		artel.begin(2);
		assert_eq!((artel.members[0].balance, artel.members[0].payouts.len()), (11_930, 0));
		artel.check();
	}

	#[test]
	fn the_pool_pays_only_what_it_has() {
		let mut artel = artel(1);
		assert!(!artel.work_for_commons(0, 3_780, Stream::Care), "21 of 20");
		assert!(artel.work_for_commons(0, 3_600, Stream::Care));
		assert_eq!((artel.free_pool(), artel.members[0].balance), (0, 3_000));
		artel.check();
	}

	#[test]
	fn a_leaver_with_grants_spent_leaves_an_overhang() {
		let mut artel = artel(2);
		for _ in 0..2 {
			assert!(artel.work_for_commons(1, 3_600, Stream::Care));
		}
		assert!(artel.order(0, 1, 1_800));
		artel.leave(0);
		artel.check();
		assert_eq!((artel.issuance, artel.overhang(), artel.free_pool()), (6_915, 2_915, 0));
		// It is unmade out of the next allotment and what is free of the next contribution.
		artel.admit(Percent::one());
		assert!(artel.order(1, 2, 180));
		artel.check();
		assert_eq!((artel.issuance, artel.overhang(), artel.free_pool()), (8_907, 907, 0));
	}

	#[test]
	fn what_a_leaver_frees_of_the_reserve_is_not_kept_again() {
		let mut artel = artel(2);
		artel.supply.reserved = 200;
		artel.leave(0);
		artel.admit(Percent::one());
		assert_eq!(artel.reserve(), 100);
		artel.check();
	}

	#[test]
	fn earmarks_lapse_to_the_free_pool() {
		let mut artel = artel(1);
		artel.begin(51);
		assert_eq!(artel.free_pool(), 2_000);
		artel.begin(52);
		assert_eq!(artel.free_pool(), 3_000);
		artel.pay_second_grant(0);
		assert_eq!(artel.members[0].balance, 1_000);
		artel.check();
	}

	#[test]
	fn grants_cannot_be_lent() {
		let mut artel = artel(2);
		artel.work_for_commons(1, 3_600, Stream::Care);
		assert_eq!((artel.lendable(0, 1), artel.lendable(1, 0)), (0, 2_000));
		assert_eq!(artel.pay(1, 0, 2_001), 0);
		assert_eq!(artel.pay(1, 0, 2_000), 2_000);
	}

	/// A member of the artel with this wallet, all beyond the grant kept.
	fn own(artel: &mut Artel, who: Id, wallet: LaborBalance) {
		artel.issuance += wallet - artel.members[who].balance;
		artel.members[who].balance = wallet;
		artel.members[who].credit.keep(wallet - 1_000, artel.epoch);
		artel.members[who].ever += wallet - 1_000;
	}

	#[test]
	fn lending_helps_nobody_and_it_did() {
		let mut artel = artel(2);
		own(&mut artel, 0, 5_000);
		own(&mut artel, 1, 5_000);
		artel.epoch = 2;
		let count = |artel: &Artel| [0, 1].map(|who| artel.labor_that_counts(who));
		assert_eq!(artel.pay(1, 0, 4_000), 4_000);
		assert_eq!(count(&artel), [4_000, 1_000]);
		assert_eq!(artel.pay(0, 1, 4_000), 4_000);
		assert_eq!(count(&artel), [4_000, 1_000]);
		// As it was, the lender had it back, and the borrower nothing less.
		artel.rules.counting = Counting::Wallet;
		assert_eq!(count(&artel), [4_000, 4_000]);
	}

	#[test]
	fn what_was_earned_counts_when_a_whole_week_lies_between() {
		let mut artel = artel(3);
		assert!(artel.order(0, 1, 1_800));
		for (epoch, labor, love) in [(0, 0, 0), (1, 0, 0), (2, 900, 486)] {
			artel.begin(epoch);
			assert_eq!((artel.labor_that_counts(1), artel.love_that_counts(1)), (labor, love));
		}
		artel.vote(1);
		assert_eq!(artel.members[1].basket.weight(), FIRST_VOTE + 900 + 486);
	}

	#[test]
	fn a_payment_counts_sixty_hours_and_counted_more() {
		for (by_milestones, counts) in [(true, 1_800), (false, 5_400)] {
			let mut artel = artel(2);
			artel.rules.by_milestones = by_milestones;
			own(&mut artel, 0, 8_000);
			artel.begin(5);
			assert!(artel.order(0, 1, 3 * 3_600));
			artel.begin(7);
			assert_eq!((artel.members[1].balance, artel.labor_that_counts(1)), (6_400, counts));
		}
	}

	#[test]
	fn without_work_only_a_flat_budget_can_be_given() {
		let mut artel = artel(2);
		artel.recognise(0, 1);
		assert_eq!(artel.members[1].standing.free(), 0);
		artel.rules.recognition = Recognition::Flat;
		artel.recognise(0, 1);
		artel.recognise(0, 1);
		assert_eq!(artel.members[1].standing.free(), 200);
	}

	#[test]
	fn who_earned_much_this_week_is_drawn_for_certain() {
		let mut artel = artel(6);
		own(&mut artel, 0, 9_000);
		artel.begin(3);
		// After 20.00 LABOR, 10.00 LOVE, the next order counts twice.
		assert!(artel.order(0, 1, 3_600) && artel.order(0, 1, 1_800));
		let chances: Vec<_> = artel.payments.iter().map(|payment| payment.odds.chance()).collect();
		assert_eq!(chances, [1.0, 1.0]);
	}
}
