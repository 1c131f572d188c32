// SPDX-License-Identifier: Apache-2.0

//! What is looked at in a life, and what of it is told.

use crate::agents::{OnOffer, Plan, World, EPOCHS};
use crate::artel::{Artel, Books, Id};
use artel_primitives::{
	epochs::{Epoch, EPOCHS_PER_PERIOD, EPOCHS_PER_YEAR},
	units::{LABOR, LOVE},
	vote::FIRST_VOTE,
};

/// Half a year.
const HALF_YEAR: Epoch = EPOCHS_PER_YEAR / 2;

/// What an artel looked like at the end of a quarter.
#[derive(Clone, Debug, Default)]
pub struct Quarter {
	/// VOTE of a ring's members, on average.
	pub ring: f64,
	/// VOTE of half of the others who have been there for a year.
	pub median: f64,
	/// Free LABOR of the pool for each member.
	pub pool: f64,
	/// Which part of the commons work on offer the pool paid in this quarter.
	pub commons: f64,
}

/// What one life came to.
#[derive(Clone, Debug, Default)]
pub struct Figures {
	/// Its quarters.
	pub quarters: Vec<Quarter>,
	/// VOTE of a ring's members at the end, on average.
	pub ring: f64,
	/// VOTE of half of the others who had been there for a year.
	pub median: f64,
	/// The ring's part of all VOTE.
	pub ring_part: f64,
	/// The ring's part of all members.
	pub ring_heads: f64,
	/// How unequal VOTE is: 0 if all have the same, towards 1 if one has it all.
	pub gini: f64,
	/// The largest part of all VOTE that one member has.
	pub largest: f64,
	/// The quarter in which each newcomer joined, and its VOTE after half a year as a part of the median
	/// then.
	pub newcomers: Vec<(usize, f64)>,
	/// Free LABOR of the pool for each member, on average of the last year.
	pub pool: f64,
	/// Which part of the commons work on offer the pool paid in the last year.
	pub commons: f64,
	/// Which part of the time on offer members ordered of one another in the last year.
	pub orders: f64,
	/// LABOR that judging spot checks cost, as a part of all that the pool paid.
	pub seats: f64,
	/// Cases that could not be held for want of LABOR, as a part of all.
	pub unheld: f64,
	/// Cases that were held, for each 100 LABOR ordered.
	pub cases: f64,
	/// LABOR set aside for cases, for each member.
	pub reserve: f64,
	/// LABOR that those of the ring earned and have no room for, on average.
	pub deferred: f64,
	/// Which part of the weeks of the last year the others spent in debt.
	pub in_debt: f64,
	/// LOVE that counts for the others, on average.
	pub love: f64,
}

impl Figures {
	/// The ring's VOTE as a multiple of the median.
	pub fn ratio(&self) -> f64 {
		self.ring / self.median
	}

	/// Newcomers' VOTE after half a year, of those who joined in the second year or later.
	pub fn late_newcomers(&self) -> Vec<f64> {
		self.newcomers.iter().filter(|(quarter, _)| *quarter >= 4).map(|(_, part)| *part).collect()
	}
}

/// Lives a life and looks at it.
pub fn live(plan: &Plan) -> Figures {
	let mut world = World::new(plan);
	let mut figures = Figures::default();
	let (mut since_quarter, mut since_year) = (Marks::default(), Marks::default());
	let mut pools = Vec::new();
	let mut in_debt = Vec::new();
	for epoch in 0..EPOCHS {
		if epoch == EPOCHS - EPOCHS_PER_YEAR {
			since_year = Marks::of(&world);
		}
		world.week(epoch);
		pools.push(pool(&world));
		if epoch >= EPOCHS - EPOCHS_PER_YEAR {
			let owes = |who: Id| f64::from(u8::from(world.artel.members[who].standing.debt > 0));
			in_debt.extend(world.others().into_iter().map(owes));
		}
		if (epoch + 1).is_multiple_of(EPOCHS_PER_PERIOD) {
			let median = median(&settled(&world, epoch));
			figures.quarters.push(Quarter {
				ring: mean(&votes(&world, &world.ring())),
				median,
				pool: mean(&pools[pools.len() - EPOCHS_PER_PERIOD as usize..]),
				commons: since_quarter.commons(&world),
			});
			since_quarter = Marks::of(&world);
			for who in world.others() {
				let joined = world.artel.members[who].joined;
				if joined > 0 && joined + HALF_YEAR == epoch + 1 {
					let quarter = (joined / EPOCHS_PER_PERIOD) as usize;
					figures.newcomers.push((quarter, vote(&world, who) / median));
				}
			}
		}
	}

	let (ring, everybody) = (world.ring(), world.artel.present());
	let all = votes(&world, &everybody);
	let sum: f64 = all.iter().sum();
	let Books { commons, seats, held, unheld, ordered, .. } = world.artel.books;
	let deferred = |who: Id| {
		let payouts = &world.artel.members[who].payouts;
		payouts.iter().map(|payout| payout.net).sum::<u64>() as f64 / LABOR as f64
	};
	let love = |who: Id| world.artel.love_that_counts(who) as f64 / LOVE as f64;
	Figures {
		ring: mean(&votes(&world, &ring)),
		median: median(&settled(&world, EPOCHS)),
		ring_part: votes(&world, &ring).iter().sum::<f64>() / sum,
		ring_heads: ring.len() as f64 / everybody.len() as f64,
		gini: gini(&all),
		largest: all.iter().fold(0.0, |most: f64, vote| most.max(*vote)) / sum,
		pool: mean(&pools[pools.len() - EPOCHS_PER_YEAR as usize..]),
		commons: since_year.commons(&world),
		orders: since_year.orders(&world),
		seats: seats as f64 / (commons + seats) as f64,
		unheld: unheld as f64 / (held + unheld).max(1) as f64,
		cases: 100.0 * held as f64 / (ordered as f64 / LABOR as f64),
		reserve: world.artel.reserve() as f64
			/ LABOR as f64
			/ f64::from(world.artel.supply.members),
		deferred: mean(&ring.iter().map(|who| deferred(*who)).collect::<Vec<_>>()),
		in_debt: mean(&in_debt),
		love: mean(&world.others().into_iter().map(love).collect::<Vec<_>>()),
		..figures
	}
}

/// The ring's part of all VOTE, if everybody voted at the end of each of so many weeks.
pub fn parts(plan: &Plan, weeks: Epoch) -> Vec<f64> {
	let mut world = World::new(plan);
	let part = |epoch| {
		world.week(epoch);
		let mut polled = world.artel.clone();
		let weigh = |who: Id, artel: &mut Artel| {
			artel.vote(who);
			artel.members[who].basket.weight() as f64
		};
		let all: f64 = world.artel.present().into_iter().map(|who| weigh(who, &mut polled)).sum();
		let ring: f64 = world.ring().into_iter().map(|who| weigh(who, &mut polled)).sum();
		ring / all
	};
	(0..weeks).map(part).collect()
}

/// What was worked, and what could have been, up to a moment.
#[derive(Clone, Copy, Default)]
struct Marks {
	on_offer: OnOffer,
	commons: u64,
	worked: u64,
}

impl Marks {
	fn of(world: &World) -> Self {
		let Books { commons_minutes, worked, .. } = world.artel.books;
		Self { on_offer: world.on_offer, commons: commons_minutes, worked }
	}

	fn commons(&self, world: &World) -> f64 {
		let now = Self::of(world);
		(now.commons - self.commons) as f64 / (now.on_offer.commons - self.on_offer.commons) as f64
	}

	fn orders(&self, world: &World) -> f64 {
		let now = Self::of(world);
		(now.worked - self.worked) as f64 / (now.on_offer.orders - self.on_offer.orders) as f64
	}
}

fn pool(world: &World) -> f64 {
	let members = f64::from(world.artel.supply.members);
	world.artel.free_pool() as f64 / LABOR as f64 / members
}

fn vote(world: &World, who: Id) -> f64 {
	world.artel.members[who].basket.weight() as f64 / FIRST_VOTE as f64
}

fn votes(world: &World, of: &[Id]) -> Vec<f64> {
	of.iter().map(|who| vote(world, *who)).collect()
}

/// VOTE of all outside the ring who have been there for a year, or from the beginning.
fn settled(world: &World, epoch: Epoch) -> Vec<f64> {
	let mut others = world.others();
	others.retain(|who| {
		let joined = world.artel.members[*who].joined;
		joined == 0 || joined + EPOCHS_PER_YEAR <= epoch
	});
	votes(world, &others)
}

/// The mean; of nothing, zero.
pub fn mean(of: &[f64]) -> f64 {
	of.iter().sum::<f64>() / of.len().max(1) as f64
}

/// The standard error of the mean.
pub fn error(of: &[f64]) -> f64 {
	let (many, mean) = (of.len() as f64, mean(of));
	let squares: f64 = of.iter().map(|value| (value - mean).powi(2)).sum();
	(squares / (many * (many - 1.0)).max(1.0)).sqrt()
}

/// The middle one; of nothing, zero.
pub fn median(of: &[f64]) -> f64 {
	let mut sorted = of.to_vec();
	sorted.sort_by(f64::total_cmp);
	match sorted.len() {
		0 => 0.0,
		many if many % 2 == 1 => sorted[many / 2],
		many => (sorted[many / 2 - 1] + sorted[many / 2]) / 2.0,
	}
}

/// How unequal they are.
pub fn gini(of: &[f64]) -> f64 {
	let mut sorted = of.to_vec();
	sorted.sort_by(f64::total_cmp);
	let many = sorted.len() as f64;
	let weighted: f64 = sorted.iter().enumerate().map(|(at, value)| (at + 1) as f64 * value).sum();
	2.0 * weighted / (many * sorted.iter().sum::<f64>()) - (many + 1.0) / many
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{kinds::Kind, rules::Rules};

	#[test]
	fn the_middle_and_the_mean() {
		assert_eq!((median(&[3.0, 1.0, 2.0]), median(&[4.0, 1.0, 2.0, 3.0])), (2.0, 2.5));
		assert_eq!((median(&[]), mean(&[]), mean(&[1.0, 2.0])), (0.0, 0.0, 1.5));
	}

	#[test]
	fn a_mean_of_many_is_surer() {
		assert!((error(&[1.0, 3.0]) - 1.0).abs() < 1e-9);
		assert!((error(&[1.0, 3.0, 1.0, 3.0]) - (1.0f64 / 3.0).sqrt()).abs() < 1e-9);
		assert_eq!((error(&[7.0; 4]), error(&[])), (0.0, 0.0));
	}

	#[test]
	fn inequality_goes_from_none_to_nearly_one() {
		assert!(gini(&[2.0; 7]).abs() < 1e-9);
		assert!((gini(&[0.0, 0.0, 0.0, 1.0]) - 0.75).abs() < 1e-9);
		assert!((gini(&[1.0, 3.0]) - 0.25).abs() < 1e-9);
	}

	#[test]
	fn the_same_seed_gives_the_same_figures() {
		let plan = |seed| Plan { members: 12, ring: Kind::Lending, rules: Rules::default(), seed };
		let [one, same, other] = [3, 3, 4].map(|seed| format!("{:?}", live(&plan(seed))));
		assert_eq!(one, same);
		assert_ne!(one, other);
	}

	#[test]
	fn a_year_has_four_quarters_and_newcomers_are_seen_once() {
		let figures =
			live(&Plan { members: 12, ring: Kind::Honest, rules: Rules::default(), seed: 1 });
		assert_eq!(figures.quarters.len(), 12);
		// Eleven join; those of the last quarter have not been there for half a year, and some leave.
		assert!((6..=10).contains(&figures.newcomers.len()));
		assert!(figures.quarters.windows(2).all(|pair| pair[0].ring <= pair[1].ring));
	}
}
