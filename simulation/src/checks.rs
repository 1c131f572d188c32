// SPDX-License-Identifier: Apache-2.0

//! Spot checks: what is drawn, who is condemned, and what that costs (mechanisms, section 3.6).
//!
//! Figures, chances, fines and the rule of a finding are those of the pallets; who sees through what is invented.

use crate::artel::{Artel, Id};
use artel_primitives::{
	epochs::Epoch,
	units::{LaborBalance, LoveBalance, LABOR},
	verdict::Verdict,
	work::{labor, Minutes, Quality, Stream},
};
use pallet_mutual_credit::Payout;
use pallet_obligation::{types::appeal_seats, SEATS};
use pallet_spot_checks::{
	chance::{steps, Chance},
	Figures,
};
use rand::{seq::SliceRandom, Rng};
use rand_chacha::ChaCha8Rng;

/// What the artel begins with.
const FIGURES: Figures = Figures::DEFAULT;

/// LABOR that is drawn for certain, at 5 % for each.
const CERTAIN: LaborBalance = 20 * LABOR;

/// The most times that a fine falls at once.
const MOST_TIMES: u64 = 3;

/// Epochs between a payment and the verdict on it.
const UNTIL_VERDICT: Epoch = 1;

/// What each of those who judge takes for a case.
const SEAT_MINUTES: Minutes = pallet_obligation::Figures::DEFAULT.time_of_seat;

/// How spot checks are, and what comes of them.
#[derive(Clone, Debug)]
pub struct Checks {
	/// The chance that a case finds out work that was never done.
	pub detection: f64,
	/// The chance that it condemns work that was done.
	pub falsely: f64,
	/// Which part of those who judge holds with the ring.
	pub colluding: f64,
	/// From how many enforcers seats are drawn; 0 if from so many that each seat is a chance for itself.
	pub enforcers: usize,
	/// Whether what was earned earlier in the epoch makes a draw likelier.
	pub steps: bool,
	/// Whether fines grow with the chance of a draw where that is beyond certain. As it was, the worker's grew
	/// with the work's LOVE, and the buyer's not at all.
	pub scaled: bool,
	/// Whether earlier findings make a fine larger.
	pub remembers: bool,
}

impl Default for Checks {
	/// What mechanisms states, where every second case finds out.
	fn default() -> Self {
		Self {
			detection: 0.5,
			falsely: 0.0,
			colluding: 0.0,
			enforcers: 0,
			steps: true,
			scaled: true,
			remembers: true,
		}
	}
}

impl Checks {
	/// The odds of a payment to somebody who earned this much LOVE with work earlier in the epoch.
	pub fn odds(&self, labor: LaborBalance, earlier: LoveBalance) -> Odds {
		let steps = if self.steps { steps(earlier, FIGURES.step) } else { 1 };
		Odds { labor, steps }
	}

	/// Whether a case condemns.
	pub fn condemns(&self, is_real: bool, rng: &mut ChaCha8Rng) -> bool {
		if is_real {
			return self.falsely > 0.0 && rng.random_bool(self.falsely);
		}
		let found_out = rng.random_bool(self.detection);
		if self.colluding == 0.0 {
			return found_out;
		}
		if self.enforcers > 0 {
			return found_out && self.enforcers_find(rng);
		}
		// Half of the seats or more that do not say so save the ring. If they cannot, it appeals.
		let mut spares = |seats: usize| {
			let friends = (0..seats).filter(|_| rng.random_bool(self.colluding)).count();
			2 * (seats - friends) <= seats
		};
		let spared = [SEATS, appeal_seats(SEATS)].map(|seats| spares(seats as usize));
		found_out && spared == [false; 2]
	}

	/// How many of the enforcers hold with the ring.
	pub fn friends(&self) -> usize {
		(self.colluding * self.enforcers as f64).round() as usize
	}

	/// Whether seats drawn from the enforcers find against work that the honest among them see through, and
	/// others do again when the ring appeals.
	fn enforcers_find(&self, rng: &mut ChaCha8Rng) -> bool {
		let mut bench: Vec<bool> = (0..self.enforcers).map(|at| at < self.friends()).collect();
		bench.shuffle(rng);
		let mut judge = |bench: &[bool]| {
			// Friends alternate between a full score and no word at all: neither finds.
			let scores = bench.iter().map(|friend| match (friend, rng.random_bool(0.5)) {
				(false, _) => Some(0),
				(true, true) => Some(100),
				(true, false) => None,
			});
			is_finding(&scores.collect::<Vec<_>>())
		};
		let seats = SEATS as usize;
		let (first, fresh) = bench.split_at(seats.min(self.enforcers));
		let appeal = fresh.len().min(appeal_seats(SEATS) as usize);
		// Too few fresh enforcers hear no appeal.
		judge(first) && (appeal < seats || judge(&fresh[..appeal]))
	}

	/// What a finding costs the worker and the buyer, both found for the first time.
	pub fn fines(&self, odds: Odds) -> [LoveBalance; 2] {
		if self.scaled {
			let chance = Chance::new(FIGURES.chance, odds.labor, odds.steps);
			return [FIGURES.fine_worker, FIGURES.fine_payer].map(|fine| chance.multiply(fine));
		}
		[FIGURES.fine_worker.max(3 * (odds.labor / 2)), FIGURES.fine_payer]
	}
}

/// Whether more than half of the seats reveal a score below the floor. Those who reveal none are seats, too.
fn is_finding(scores: &[Option<u8>]) -> bool {
	let revealed = scores.iter().flatten().filter_map(|score| Quality::from_percent(*score));
	Verdict::new(scores.len() as u32, revealed.collect()).is_below(FIGURES.floor_score())
}

/// How likely a payment is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Odds {
	/// What was paid.
	labor: LaborBalance,
	/// How many steps up the worker was.
	steps: u32,
}

impl Odds {
	/// The chance of a draw; beyond one it is certain.
	pub fn chance(&self) -> f64 {
		(self.labor * u64::from(self.steps)) as f64 / CERTAIN as f64
	}
}

/// What is remembered of a member's findings.
#[derive(Clone, Copy, Default, Debug)]
pub struct Record {
	last: Option<Epoch>,
	found: u64,
}

impl Record {
	/// Notes a finding, and says how many times the fine falls.
	pub fn note(&mut self, epoch: Epoch) -> u64 {
		self.found = if self.is_remembered(epoch) { self.found + 1 } else { 1 };
		self.last = Some(epoch);
		self.found.min(MOST_TIMES)
	}

	/// Whether there was a finding lately.
	pub fn is_remembered(&self, epoch: Epoch) -> bool {
		self.last.is_some_and(|last| epoch <= last + FIGURES.memory)
	}
}

/// A payment that bore the contribution.
#[derive(Clone, Copy, Debug)]
pub struct Payment {
	/// The one who ordered.
	pub buyer: Id,
	/// The one who is paid.
	pub provider: Id,
	/// Whether the work was done.
	pub is_real: bool,
	/// How likely it is drawn.
	pub odds: Odds,
}

/// A finding that is not known yet.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
	buyer: Id,
	provider: Id,
	/// What each has to pay, unless something is remembered of them.
	fines: [LoveBalance; 2],
	/// When it will be known.
	due: Epoch,
}

impl Artel {
	/// Draws payments for spot checks, holds the cases, and pronounces the verdicts that are due.
	pub fn spot_checks(&mut self, rng: &mut ChaCha8Rng) {
		let Some(checks) = self.rules.checks.clone() else { return };
		for Payment { buyer, provider, is_real, odds } in core::mem::take(&mut self.payments) {
			if !rng.random_bool(odds.chance().min(1.0)) || !self.hold_case([buyer, provider], rng) {
				continue;
			}
			if checks.condemns(is_real, rng) {
				let books = &mut self.books;
				*(if is_real { &mut books.wronged } else { &mut books.found_out }) += 1;
				let due = self.epoch + UNTIL_VERDICT;
				self.findings.push(Finding { buyer, provider, fines: checks.fines(odds), due });
			}
		}
		for finding in
			self.findings.extract_if(.., |finding| finding.due <= self.epoch).collect::<Vec<_>>()
		{
			let Finding { buyer, provider, fines, .. } = finding;
			for (who, fine) in [provider, buyer].into_iter().zip(fines) {
				let times = self.members[who].record.note(self.epoch);
				self.fine(who, if checks.remembers { fine * times } else { fine });
			}
		}
	}

	/// Seats those who judge, and pays them: from what is set aside for it, and what is missing from the free
	/// pool. Says whether it could.
	fn hold_case(&mut self, parties: [Id; 2], rng: &mut ChaCha8Rng) -> bool {
		let pay = labor(SEAT_MINUTES);
		let cost = pay * u64::from(SEATS);
		let kept = self.reserve();
		if kept + self.free_pool() < cost {
			self.books.unheld += 1;
			return false;
		}
		self.supply.reserved = kept.saturating_sub(cost);
		self.books.held += 1;
		self.books.seats += cost;
		let mut others = self.present();
		others.retain(|who| !parties.contains(who));
		let (seated, _) = others.partial_shuffle(rng, SEATS as usize);
		self.pool -= pay * seated.len() as u64;
		for who in seated {
			let payout = Payout {
				net: pay,
				labor: pay,
				minutes: SEAT_MINUTES,
				stream: Stream::Commons,
				payer: None,
			};
			self.pay_or_defer(*who, payout);
		}
		true
	}

	/// Takes LOVE from a member; what is missing they owe.
	fn fine(&mut self, who: Id, amount: LoveBalance) {
		let standing = &mut self.members[who].standing;
		let taken = standing.take(amount);
		standing.debt += amount - taken;
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::rules::Rules;
	use rand::SeedableRng;
	use sp_arithmetic::Percent;

	fn artel(checks: Checks) -> Artel {
		let mut artel = Artel::new(Rules { checks: Some(checks), ..Rules::default() });
		for _ in 0..6 {
			artel.admit(Percent::one());
		}
		artel
	}

	#[test]
	fn chances_and_fines_are_those_of_the_mechanisms() {
		let checks = Checks::default();
		for (labor, earlier, chance, fines) in [
			(200, 0, 0.1, [3_000, 1_000]),
			(2_000, 0, 1.0, [3_000, 1_000]),
			(12_000, 0, 6.0, [18_000, 6_000]),
			(2_000, 999, 1.0, [3_000, 1_000]),
			(2_000, 1_000, 2.0, [6_000, 2_000]),
		] {
			let odds = checks.odds(labor, earlier);
			assert_eq!((odds.chance(), checks.fines(odds)), (chance, fines), "{labor}, {earlier}");
		}
	}

	#[test]
	fn it_was_otherwise() {
		let checks = Checks { steps: false, scaled: false, ..Checks::default() };
		let odds = checks.odds(12_000, 1_000);
		assert_eq!((odds.chance(), checks.fines(odds)), (6.0, [18_000, 1_000]));
	}

	#[test]
	fn findings_are_remembered_for_half_a_year() {
		let fines = |epochs: &[Epoch]| {
			let mut record = Record::default();
			epochs.iter().map(|at| FIGURES.fine_worker * record.note(*at)).collect::<Vec<_>>()
		};
		assert_eq!(fines(&[10, 20, 30, 40]), [3_000, 6_000, 9_000, 9_000]);
		assert_eq!(fines(&[10, 20, 30, 40, 66])[4], 9_000);
		assert_eq!(fines(&[10, 20, 30, 40, 67])[4], 3_000);
	}

	#[test]
	fn findings_are_remembered_as_the_pallet_does() {
		let mut rng = ChaCha8Rng::seed_from_u64(1);
		let (mut here, mut there) = (Record::default(), pallet_spot_checks::Record::default());
		let mut epoch = 0;
		for payment in 0..10_000 {
			epoch += rng.random_range(0..40);
			let times = there.times(Some(epoch), FIGURES.memory);
			there.note(pallet_spot_checks::Finding { payment, epoch });
			assert_eq!(here.note(epoch), u64::from(times), "in epoch {epoch}");
		}
	}

	#[test]
	fn certain_is_what_the_pallet_draws_always() {
		let draws = |labor| {
			let chance = Chance::new(FIGURES.chance, labor, 1);
			(0..100_000).filter(|payment| chance.draws(&[7; 32], *payment)).count()
		};
		assert_eq!(draws(CERTAIN), 100_000);
		// One hundredth less is drawn less often by so much.
		assert!((98_500..99_500).contains(&draws(CERTAIN - 20)));
		assert_eq!(FIGURES.chance.mul_floor(CERTAIN), LABOR);
	}

	#[test]
	fn colluders_must_be_half_of_the_seats_once() {
		let mut rng = ChaCha8Rng::seed_from_u64(1);
		let mut condemned = |colluding, detection, is_real| {
			let checks = Checks { colluding, detection, ..Checks::default() };
			(0..20_000).filter(|_| checks.condemns(is_real, &mut rng)).count() as f64 / 20_000.0
		};
		assert_eq!((condemned(0.0, 1.0, true), condemned(1.0, 1.0, false)), (0.0, 0.0));
		// At most one of three, and at most three of seven.
		for (colluding, part) in [(0.2, 0.896 * 0.967), (0.34, 0.732 * 0.814)] {
			let found = condemned(colluding, 1.0, false);
			assert!((found - part).abs() < 0.01, "{found} instead of {part}");
		}
	}

	#[test]
	fn more_than_half_of_the_seats_find() {
		for (scores, found) in [
			([Some(29), Some(0), Some(100)], true),
			([Some(29), Some(0), None], true),
			([Some(29), Some(30), Some(100)], false),
			// Silence saves nobody, but it does not find either.
			([Some(0), None, None], false),
			([None; 3], false),
		] {
			assert_eq!(is_finding(&scores), found, "{scores:?}");
		}
	}

	#[test]
	fn colluders_are_drawn_from_few_enforcers_without_return() {
		let mut rng = ChaCha8Rng::seed_from_u64(1);
		let mut found = |colluding, enforcers| {
			let checks = Checks { colluding, enforcers, detection: 1.0, ..Checks::default() };
			(0..20_000).filter(|_| checks.condemns(false, &mut rng)).count() as f64 / 20_000.0
		};
		// Three of fifteen: two or three of the first three seats in 37 of 455 cases. Those who
		// are left are too few for half of seven.
		assert!((found(0.2, 15) - 418.0 / 455.0).abs() < 0.01);
		// One of five never has two seats of three, and nobody is left to hear an appeal.
		assert_eq!((found(0.2, 5), found(1.0, 15)), (1.0, 0.0));
	}

	#[test]
	fn cases_are_paid_out_of_what_is_set_aside_then_out_of_the_free_pool() {
		let mut rng = ChaCha8Rng::seed_from_u64(1);
		let mut artel = artel(Checks::default());
		assert!(artel.order(0, 1, 360));
		assert_eq!(artel.reserve(), 3);
		let before = artel.free_pool();
		assert!(artel.hold_case([0, 1], &mut rng));
		assert_eq!((artel.reserve(), artel.free_pool()), (0, before - 21));
		artel.check();
		// What is left of the pool pays no case any more.
		let rest = artel.free_pool() - 23;
		artel.pool -= rest;
		assert!(!artel.hold_case([0, 1], &mut rng));
		assert_eq!((artel.books.held, artel.books.unheld, artel.books.seats), (1, 1, 24));
	}

	#[test]
	fn a_finding_costs_more_than_it_gained_a_week_later() {
		let mut rng = ChaCha8Rng::seed_from_u64(1);
		// 10 LABOR are drawn every second time.
		let mut artel = loop {
			let mut artel = artel(Checks { detection: 1.0, ..Checks::default() });
			assert!(artel.wash_order(0, 1, 1_800));
			artel.spot_checks(&mut rng);
			if artel.books.found_out > 0 {
				break artel;
			}
		};
		let debt = |artel: &Artel, who: Id| artel.members[who].standing.debt;
		assert_eq!((debt(&artel, 1), debt(&artel, 0)), (0, 0));
		artel.epoch += UNTIL_VERDICT;
		artel.spot_checks(&mut rng);
		assert_eq!((debt(&artel, 1), debt(&artel, 0)), (2_500, 1_000));
		assert_eq!(artel.love_that_counts(1), 0);
		assert!([0, 1].iter().all(|who| artel.members[*who].record.is_remembered(26)));
	}
}
