//! What is recorded about LABOR and its arithmetic, without knowing what a chain is.

use alloc::vec::Vec;
use artel_primitives::{
	epochs::{Epoch, EPOCHS_PER_PERIOD, EPOCHS_PER_YEAR},
	figures::Times,
	labor::Source,
	membership::MemberNumber,
	ripening::Ripening,
	text::{Line, Note},
	units::{LaborBalance, DAYS, LABOR, MINUTES_PER_LABOR},
	verdict::{OrderId, Settlement},
	work::{self, Minutes, Stream},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::ops::RangeInclusive;
use frame::deps::sp_runtime::Percent;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The number of an offer.
pub type OfferId = u32;

/// What there may be for each member, so that it can be counted for as many as there can ever be.
pub const LARGEST_ALLOTMENT: LaborBalance = LaborBalance::MAX >> 32;

/// What there is for each member at least: where there is no LABOR nobody is paid, and so no VOTE grows.
pub const SMALLEST_ALLOTMENT: LaborBalance = LABOR;

/// What a member may own at least: what a week of full work earns, or whoever works could not be paid.
const SMALLEST_CAP: LaborBalance = 20 * LABOR;

/// What the pool may keep for reviews, for each member, at most.
const LARGEST_REVIEW_CAP: LaborBalance = 10 * LABOR;

/// The least that can be ordered: of less, a hundredth more or less would be too large a part.
pub const SHORTEST_ORDER: Minutes = 15;

/// No more than this part of what is paid for work ever goes to the commons: a fifth.
const CONTRIBUTION_AT_MOST: LaborBalance = 5;

/// The longest that an earmark lasts: ten years.
const LONGEST_EARMARK: Epoch = 10 * EPOCHS_PER_YEAR;

/// What the artel governs of LABOR, besides the allotment.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Parameters {
	/// What a newcomer gets for publishing a first offer.
	pub first_grant: LaborBalance,
	/// What it gets at most for the first job that it brings.
	pub second_grant: LaborBalance,
	/// What a member owns at most, unless by a refund.
	pub holding_cap: LaborBalance,
	/// The part of every payment for work out of a member's LABOR that goes to the commons.
	pub contribution: Percent,
	/// The part of each contribution that the pool keeps for reviews.
	pub review_reserve: Percent,
	/// What the pool keeps for reviews at most, for each member.
	pub review_cap: LaborBalance,
	/// The lowest price of an hour, as a part of a third of a LABOR.
	pub band_floor: Percent,
	/// The highest price of an hour, as a part of a third of a LABOR.
	pub band_ceiling: Percent,
	/// Epochs after which an earmark lapses.
	pub earmark_epochs: Epoch,
	/// Blocks in which a buyer accepts or disputes what was delivered.
	pub acceptance_window: u32,
	/// Blocks after which an order must be delivered at the latest, and a dispute about it decided.
	pub longest_order: u32,
}

impl Parameters {
	/// What the artel begins with, unless genesis says otherwise.
	pub const DEFAULT: Self = Self {
		first_grant: 10 * LABOR,
		second_grant: 10 * LABOR,
		holding_cap: 120 * LABOR,
		contribution: Percent::from_percent(10),
		review_reserve: Percent::from_percent(15),
		review_cap: LABOR,
		band_floor: Percent::from_percent(50),
		band_ceiling: Percent::one(),
		earmark_epochs: 52,
		acceptance_window: 7 * DAYS,
		longest_order: 7 * DAYS * EPOCHS_PER_PERIOD,
	};

	/// Whether every figure lies in its range, and fits the others.
	///
	/// - A newcomer has room for both grants, whoever works for a week of full work.
	/// - At most a fifth of what a member pays for work goes to the commons, or nobody would work for it.
	/// - At most half of that is kept for reviews, and no more than a few reviews for each member cost: the
	///   pool is for work.
	/// - An hour costs a tenth of the full rate at least: below, work would be a gift that counts.
	/// - Buyers have time to look at what was delivered, and both it and an order come to an end.
	pub fn are_possible(&self, times: &Times) -> bool {
		let percent =
			|part: Percent, range: RangeInclusive<u8>| range.contains(&part.deconstruct());
		let lasts = times.shortest_notice..=times.longest;
		self.grants() <= self.holding_cap
			&& (SMALLEST_CAP..=LARGEST_ALLOTMENT).contains(&self.holding_cap)
			&& percent(self.contribution, 0..=20)
			&& percent(self.review_reserve, 0..=50)
			&& self.review_cap <= LARGEST_REVIEW_CAP
			&& percent(self.band_floor, 10..=100)
			&& percent(self.band_ceiling, 10..=100)
			&& self.band_floor <= self.band_ceiling
			&& (1..=LONGEST_EARMARK).contains(&self.earmark_epochs)
			&& lasts.contains(&self.acceptance_window)
			&& lasts.contains(&self.longest_order)
	}

	/// Both grants of a newcomer.
	pub fn grants(&self) -> LaborBalance {
		self.first_grant.saturating_add(self.second_grant)
	}

	/// What of a payment for work goes to the commons: rounded up, but never more than a fifth.
	pub fn contribution_of(&self, labor: LaborBalance) -> LaborBalance {
		self.contribution.mul_ceil(labor).min(labor / CONTRIBUTION_AT_MOST)
	}

	/// What of a contribution is kept for reviews, as long as there is not enough of it: rounded up.
	pub fn reserve_of(&self, contribution: LaborBalance) -> LaborBalance {
		self.review_reserve.mul_ceil(contribution)
	}

	/// Whether there can be this much LABOR for each member: it covers both grants of a newcomer.
	pub fn allow(&self, allotment: LaborBalance) -> bool {
		(self.grants().max(SMALLEST_ALLOTMENT)..=LARGEST_ALLOTMENT).contains(&allotment)
	}
}

/// What mutual credit keeps of a member, beside its balance.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Credit {
	/// The grants it has received.
	pub granted: LaborBalance,
	/// What it has been paid for work and has not redeemed.
	pub earned: LaborBalance,
	/// What it was paid for work that counts and has kept ever since: what is not earned is spent first.
	pub kept: LaborBalance,
	/// What of that was paid lately, and may have to ripen.
	pub fresh: Ripening,
}

impl Credit {
	/// Notes what was paid for work that counts, in this one of the member's own epochs.
	pub fn keep(&mut self, net: LaborBalance, own_epoch: Epoch) {
		self.kept = self.kept.saturating_add(net);
		self.fresh.note(own_epoch, net);
	}

	/// Notes that something went, and this is in the wallet after it. The newest goes first.
	pub fn keep_at_most(&mut self, wallet: LaborBalance) {
		let gone = self.kept.saturating_sub(wallet);
		self.kept = self.kept.saturating_sub(gone);
		self.fresh.take_newest(gone);
	}

	/// What counts of what was kept, if what was earned since this epoch has not ripened.
	pub fn ripe(&self, unripe_since: Epoch) -> LaborBalance {
		self.kept.saturating_sub(self.fresh.since(unripe_since))
	}
}

/// How the LABOR of somebody who left is settled: what they had then, and what came in later.
///
/// Whatever the order in which it comes, the sums are the same: grants are unmade as far as there is
/// anything, the rest goes to the pool, and of that is owed what was earned by work.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Exit<AccountId> {
	/// Whose it was.
	pub who: AccountId,
	/// The grants that they had received.
	pub granted: LaborBalance,
	/// What they had been paid for work, and were paid since.
	pub earned: LaborBalance,
	/// What was unmade of the grants.
	pub burned: LaborBalance,
	/// What went to the commons pool.
	pub to_pool: LaborBalance,
	/// What of that is owed to them.
	pub owed: LaborBalance,
}

/// What becomes of LABOR by the rule of an exit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settled {
	/// What is unmade.
	pub burned: LaborBalance,
	/// What goes to the commons pool.
	pub to_pool: LaborBalance,
	/// What is owed from now on besides.
	pub owed: LaborBalance,
}

impl<AccountId> Exit<AccountId> {
	/// Somebody who leaves with this credit.
	pub fn new(who: AccountId, credit: &Credit) -> Self {
		let Credit { granted, earned, .. } = *credit;
		Self { who, granted, earned, burned: 0, to_pool: 0, owed: 0 }
	}

	/// Settles what they had, or what comes in, of which this much is paid for work.
	pub fn settle(&mut self, amount: LaborBalance, paid: LaborBalance) -> Settled {
		let burned = self.granted.saturating_sub(self.burned).min(amount);
		let to_pool = amount.saturating_sub(burned);
		self.burned = self.burned.saturating_add(burned);
		self.to_pool = self.to_pool.saturating_add(to_pool);
		self.earned = self.earned.saturating_add(paid);
		let all = self.to_pool.min(self.earned);
		let owed = all.saturating_sub(self.owed);
		self.owed = all;
		Settled { burned, to_pool, owed }
	}
}

/// What the supply of LABOR follows from.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
)]
pub struct Supply {
	/// LABOR for each member.
	pub allotment: LaborBalance,
	/// How many members there are.
	pub members: u32,
	/// What of the pool is set aside for newcomers.
	pub earmarked: LaborBalance,
	/// What of it was set aside for reviews. What is more than members need for them is free.
	pub reserved: LaborBalance,
}

impl Supply {
	/// What there should be in all.
	pub fn target(&self) -> LaborBalance {
		self.allotment.saturating_mul(self.members.into())
	}

	/// What of the pool is kept for reviews.
	pub fn kept_for_reviews(&self, parameters: &Parameters) -> LaborBalance {
		self.reserved.min(parameters.review_cap.saturating_mul(self.members.into()))
	}

	/// Frees for good what is more than members need for reviews: a later need does not take it back.
	pub fn free_surplus(&mut self, parameters: &Parameters) {
		self.reserved = self.kept_for_reviews(parameters);
	}

	/// Keeps a part of a contribution for reviews, as far as they need it.
	pub fn reserve(&mut self, contribution: LaborBalance, parameters: &Parameters) {
		self.free_surplus(parameters);
		self.reserved = self.reserved.saturating_add(parameters.reserve_of(contribution));
		self.free_surplus(parameters);
	}
}

/// What is set aside for a newcomer.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Earmark {
	/// For its first offer.
	pub first: LaborBalance,
	/// For the first job that it brings.
	pub second: LaborBalance,
	/// The epoch in which what is left lapses.
	pub lapses: Epoch,
}

impl Earmark {
	/// What is left of it.
	pub fn rest(&self) -> LaborBalance {
		self.first.saturating_add(self.second)
	}
}

/// Which of its two grants a newcomer got.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Grant {
	/// The one for its first offer.
	#[codec(index = 0)]
	First,
	/// The one for the first job that it brought.
	#[codec(index = 1)]
	Second,
}

/// What a price is for.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Unit {
	/// An hour of work, sold by the minute.
	#[codec(index = 0)]
	Hour {
		/// The price, as a part of a third of a LABOR.
		rate: Percent,
	},
	/// A piece of work that takes a known time.
	#[codec(index = 1)]
	Task {
		/// The price in hundredths of a LABOR.
		price: LaborBalance,
		/// The minutes it stands for.
		minutes: Minutes,
	},
	/// A larger piece of work, agreed as a whole.
	#[codec(index = 2)]
	Project {
		/// The price in hundredths of a LABOR.
		price: LaborBalance,
		/// The minutes it stands for.
		minutes: Minutes,
	},
}

impl Unit {
	/// Whether the price of an hour lies in the band.
	pub fn is_in_band(&self, floor: Percent, ceiling: Percent) -> bool {
		match *self {
			Self::Hour { rate } => floor <= rate && rate <= ceiling,
			Self::Task { price, minutes } | Self::Project { price, minutes } => {
				// price / minutes against part * LABOR / 180, without dividing.
				let asked = u128::from(price).saturating_mul(MINUTES_PER_LABOR.into());
				let part = |part: Percent| {
					u128::from(minutes)
						.saturating_mul(LABOR.into())
						.saturating_mul(part.deconstruct().into())
						/ 100
				};
				// The floor is rounded up, so that nobody undercuts it by a fraction.
				let lowest = u128::from(minutes)
					.saturating_mul(LABOR.into())
					.saturating_mul(floor.deconstruct().into())
					.div_ceil(100);
				minutes > 0 && price > 0 && lowest <= asked && asked <= part(ceiling)
			},
		}
	}

	/// The time and the price of so many minutes or pieces; none if that is nothing or too much.
	///
	/// A price is rounded up, as a task's must be, but never above the full rate.
	pub fn quote(&self, quantity: u32) -> Option<(Minutes, LaborBalance)> {
		let (minutes, amount) = match *self {
			Self::Hour { rate } => {
				let hundredths = LaborBalance::from(quantity)
					.checked_mul(LABOR)?
					.checked_mul(rate.deconstruct().into())?;
				// The rate is in percents.
				const DIVISOR: LaborBalance = MINUTES_PER_LABOR * 100;
				(quantity, hundredths.div_ceil(DIVISOR).min(work::labor(quantity)))
			},
			Self::Task { price, minutes } | Self::Project { price, minutes } => {
				(minutes.checked_mul(quantity)?, price.checked_mul(quantity.into())?)
			},
		};
		(amount > 0).then_some((minutes, amount))
	}
}

/// A service that a worker offers to members.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Offer<AccountId> {
	/// Who offers it.
	pub provider: AccountId,
	/// What it is.
	pub title: Line,
	/// What the price is for.
	pub unit: Unit,
}

/// How far an order has come.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub enum Stage<BlockNumber> {
	/// The buyer ordered; the provider has not answered.
	#[codec(index = 0)]
	Ordered,
	/// The provider accepted, and the price is on hold.
	#[codec(index = 1)]
	Accepted,
	/// The provider delivered.
	#[codec(index = 2)]
	Delivered {
		/// The minutes that it took, at most those ordered.
		minutes: Minutes,
		/// Where the result can be seen.
		evidence: Note,
		/// The last block in which the buyer may dispute it.
		accept_by: BlockNumber,
	},
	/// The buyer disputes what was delivered.
	#[codec(index = 3)]
	Disputed {
		/// The minutes that it took, at most those ordered.
		minutes: Minutes,
		/// Where the result can be seen.
		evidence: Note,
		/// The last block before it counts as accepted, because nobody has decided otherwise.
		settle_by: BlockNumber,
		/// What one side would settle for.
		offered: Option<Settlement>,
	},
}

/// An order of a member to another.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Order<AccountId, BlockNumber> {
	/// The offer it followed.
	pub offer: OfferId,
	/// Who pays.
	pub buyer: AccountId,
	/// Who works.
	pub provider: AccountId,
	/// The minutes ordered.
	pub minutes: Minutes,
	/// The price of them all.
	pub amount: LaborBalance,
	/// What exactly is wanted.
	pub brief: Note,
	/// The last block in which it may be delivered.
	pub deadline: BlockNumber,
	/// Where the price is on hold, once accepted.
	pub source: Source<AccountId>,
	/// The provider's number, if they have left since they delivered.
	pub left: Option<MemberNumber>,
	/// How far it has come.
	pub stage: Stage<BlockNumber>,
}

/// Work that is paid, but for what the worker has no room to own yet.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Payout<AccountId> {
	/// What the worker gets.
	pub net: LaborBalance,
	/// What the work was paid with, the contribution included.
	pub labor: LaborBalance,
	/// How long the work took.
	pub minutes: Minutes,
	/// Which side of the artel's life it served.
	pub stream: Stream,
	/// The member who paid; none if the commons did, or several members.
	pub payer: Option<AccountId>,
}

impl<AccountId: Clone + PartialEq> Payout<AccountId> {
	/// Splits off what `now` is of the net amount; time and gross amount follow, rounded down. What
	/// is left keeps the rest, so that nothing is lost or counted twice.
	pub fn take(&mut self, now: LaborBalance) -> Self {
		let part = |whole: LaborBalance| {
			let scaled = u128::from(whole).saturating_mul(now.into());
			scaled
				.checked_div(self.net.into())
				.and_then(|part| LaborBalance::try_from(part).ok())
				.unwrap_or(0)
				.min(whole)
		};
		let (labor, minutes, now) = if now >= self.net {
			(self.labor, self.minutes, self.net)
		} else {
			(part(self.labor), Minutes::try_from(part(self.minutes.into())).unwrap_or(0), now)
		};
		self.net = self.net.saturating_sub(now);
		self.labor = self.labor.saturating_sub(labor);
		self.minutes = self.minutes.saturating_sub(minutes);
		Self { net: now, labor, minutes, stream: self.stream, payer: self.payer.clone() }
	}

	/// Adds another payout of the same stream, when there is no room to keep it apart.
	pub fn merge(&mut self, other: Self) {
		self.net = self.net.saturating_add(other.net);
		self.labor = self.labor.saturating_add(other.labor);
		self.minutes = self.minutes.saturating_add(other.minutes);
		if self.payer != other.payer {
			self.payer = None;
		}
	}
}

/// Makes room among payouts: the newest two of one stream become one.
pub fn merge_two<AccountId: Clone + PartialEq>(payouts: &mut Vec<Payout<AccountId>>) {
	let stream_at = |at: usize| payouts.get(at).map(|payout| payout.stream);
	let pair = (0..payouts.len()).rev().find_map(|later| {
		let earlier = (0..later).rev().find(|at| stream_at(*at) == stream_at(later))?;
		Some((earlier, later))
	});
	if let Some((earlier, later)) = pair {
		let merged = payouts.remove(later);
		if let Some(kept) = payouts.get_mut(earlier) {
			kept.merge(merged);
		}
	}
}

/// What a part of an order is worth: `minutes` of those ordered, of this quality. Rounded down.
pub fn earned_part(
	amount: LaborBalance,
	ordered: Minutes,
	minutes: Minutes,
	quality: Percent,
) -> (Minutes, LaborBalance) {
	let due = u128::from(amount)
		.saturating_mul(minutes.into())
		.checked_div(ordered.into())
		.and_then(|due| LaborBalance::try_from(due).ok())
		.unwrap_or(0)
		.min(amount);
	(quality.mul_floor(minutes), quality.mul_floor(due))
}

/// A member's LABOR, as it may want to see it.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Wallet {
	/// What it can spend.
	pub free: LaborBalance,
	/// What is on hold for running orders and the like.
	pub held: LaborBalance,
	/// The grants it has received, which it can spend on work but not give away.
	pub granted: LaborBalance,
	/// What it owns beyond the grants; below zero where it has spent of them.
	pub net_position: i64,
	/// What it has been paid for work and has not redeemed.
	pub earned: LaborBalance,
	/// What of its LABOR counts for its vote: paid for work that counts, kept ever since, and ripe.
	pub kept: LaborBalance,
	/// What will count besides when it has ripened.
	pub ripening: LaborBalance,
	/// What it can still receive before it reaches the holding cap.
	pub room: LaborBalance,
	/// What it has earned and can claim as soon as there is room.
	pub deferred: LaborBalance,
	/// What is set aside for it.
	pub earmark: Option<Earmark>,
}

/// The artel's LABOR as a whole.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct SupplyState {
	/// LABOR for each member.
	pub allotment: LaborBalance,
	/// How many members there are.
	pub members: u32,
	/// All LABOR there is.
	pub issuance: LaborBalance,
	/// What there is beyond the allotment of all members.
	pub overhang: LaborBalance,
	/// What the commons pool can spend.
	pub free_pool: LaborBalance,
	/// What of the pool is set aside for newcomers.
	pub earmarked: LaborBalance,
	/// What of the pool is kept for reviews.
	pub kept_for_reviews: LaborBalance,
	/// What is in escrow.
	pub escrowed: LaborBalance,
}

/// An order with its number.
pub type NumberedOrder<AccountId, BlockNumber> = (OrderId, Order<AccountId, BlockNumber>);

/// An offer with its number.
pub type NumberedOffer<AccountId> = (OfferId, Offer<AccountId>);

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use artel_primitives::{figures::Scale, ripening::unripe_since};
	use proptest::prelude::*;

	const HALF: Percent = Percent::from_percent(50);
	const WHOLE: Percent = Percent::one();

	/// So many percent, even more than a whole, which genesis could name by mistake.
	fn percent(part: u64) -> Percent {
		serde_json::from_value(part.into()).expect("it is a number")
	}

	/// A figure: its name, its ends, and how it is set.
	type Figure = (&'static str, u64, u64, fn(&mut Parameters, u64));

	/// With the times of a real chain. The band has its own ends besides, where it meets itself.
	const FIGURES: [Figure; 11] = [
		("first_grant", 0, 11_000, |p, to| p.first_grant = to),
		("second_grant", 0, 11_000, |p, to| p.second_grant = to),
		("holding_cap", 2_000, u64::MAX >> 32, |p, to| p.holding_cap = to),
		("contribution", 0, 20, |p, to| p.contribution = percent(to)),
		("review_reserve", 0, 50, |p, to| p.review_reserve = percent(to)),
		("review_cap", 0, 1_000, |p, to| p.review_cap = to),
		("band_floor", 10, 100, |p, to| p.band_floor = percent(to)),
		("band_ceiling", 50, 100, |p, to| p.band_ceiling = percent(to)),
		("earmark_epochs", 1, 520, |p, to| p.earmark_epochs = to as Epoch),
		("acceptance_window", 14_400, 1_310_400, |p, to| p.acceptance_window = to as u32),
		("longest_order", 14_400, 1_310_400, |p, to| p.longest_order = to as u32),
	];

	#[test]
	fn each_figure_can_be_at_both_its_ends_and_not_beyond() {
		let times = Scale::Real.times();
		assert!(Parameters::DEFAULT.are_possible(&times));
		for (name, least, most, set) in FIGURES {
			let with = |to| {
				let mut changed = Parameters::DEFAULT;
				set(&mut changed, to);
				changed.are_possible(&times)
			};
			assert!(with(least) && with(most), "{name}");
			assert!(!with(most + 1), "{name}");
			assert!(least == 0 || !with(least - 1), "{name}");
		}
	}

	#[test]
	fn figures_fit_one_another() {
		let times = Scale::Real.times();
		let narrow = Parameters { band_floor: percent(10), ..Parameters::DEFAULT };
		for (ceiling, possible) in [(9, false), (10, true)] {
			let narrow = Parameters { band_ceiling: percent(ceiling), ..narrow.clone() };
			assert_eq!(narrow.are_possible(&times), possible, "{ceiling}");
		}
		let endless = Parameters { first_grant: u64::MAX, second_grant: 1, ..Parameters::DEFAULT };
		assert!(!endless.are_possible(&times), "a sum is not wrapped");
		for part in [101, 255] {
			let beyond = Parameters { band_ceiling: percent(part), ..Parameters::DEFAULT };
			assert!(!beyond.are_possible(&times), "{part} percent");
		}
	}

	#[test]
	fn times_are_as_short_as_the_chain_s() {
		let quick = Parameters { acceptance_window: 2, longest_order: 2, ..Parameters::DEFAULT };
		assert!(quick.are_possible(&Scale::Short.times()));
		assert!(!quick.are_possible(&Scale::Real.times()));
		let hasty = Parameters { acceptance_window: 1, ..quick };
		assert!(!hasty.are_possible(&Scale::Short.times()));
	}

	#[test]
	fn an_allotment_covers_both_grants_and_can_be_counted() {
		let none = Parameters { first_grant: 0, second_grant: 0, ..Parameters::DEFAULT };
		for (figures, least) in [(Parameters::DEFAULT, 2_000), (none, 100)] {
			for (allotment, possible) in [
				(0, false),
				(least - 1, false),
				(least, true),
				(LARGEST_ALLOTMENT, true),
				(LARGEST_ALLOTMENT + 1, false),
			] {
				assert_eq!(figures.allow(allotment), possible, "{allotment}");
			}
		}
	}

	#[test]
	fn six_hours_at_eighty_percent() {
		let hour = Unit::Hour { rate: Percent::from_percent(80) };
		assert_eq!(hour.quote(360), Some((360, 160)));
		let task = Unit::Task { price: 160, minutes: 360 };
		assert_eq!(task.quote(1), Some((360, 160)));
		assert_eq!(task.quote(3), Some((1_080, 480)));
	}

	#[test]
	fn the_band_is_exact_at_both_ends() {
		for (price, minutes, fits) in [
			(100, 180, true),
			(101, 180, false),
			(50, 180, true),
			(49, 180, false),
			(33, 60, true),
			(34, 60, false),
			(17, 60, true),
			(16, 60, false),
			(0, 60, false),
			(1, 0, false),
		] {
			for unit in [Unit::Task { price, minutes }, Unit::Project { price, minutes }] {
				assert_eq!(unit.is_in_band(HALF, WHOLE), fits, "{unit:?}");
			}
		}
		for (rate, fits) in [(49, false), (50, true), (100, true)] {
			let unit = Unit::Hour { rate: Percent::from_percent(rate) };
			assert_eq!(unit.is_in_band(HALF, WHOLE), fits, "{rate} %");
		}
		assert!(!Unit::Hour { rate: percent(101) }.is_in_band(HALF, WHOLE));
	}

	#[test]
	fn nothing_and_too_much_have_no_quote() {
		assert_eq!(Unit::Hour { rate: HALF }.quote(0), None);
		assert_eq!(Unit::Hour { rate: HALF }.quote(1), None, "a minute is not worth a hundredth");
		assert_eq!(Unit::Task { price: 1, minutes: 2 }.quote(u32::MAX), None);
		assert_eq!(Unit::Task { price: u64::MAX, minutes: 1 }.quote(2), None);
	}

	#[test]
	fn prices_are_rounded_up_to_what_a_task_must_cost() {
		// An hour at half the rate; a quarter of an hour; an hour at the full rate, which is never exceeded.
		for (rate, minutes, price) in
			[(50, 60, 17), (50, 15, 5), (50, 16, 5), (100, 60, 33), (99, 60, 33)]
		{
			let hour = Unit::Hour { rate: Percent::from_percent(rate) };
			assert_eq!(hour.quote(minutes), Some((minutes, price)), "{rate} %, {minutes}");
		}
	}

	#[test]
	fn small_work_pays_the_worker() {
		for (labor, contribution) in
			[(1, 0), (4, 0), (5, 1), (9, 1), (10, 1), (11, 2), (144, 15), (160, 16)]
		{
			assert_eq!(Parameters::DEFAULT.contribution_of(labor), contribution, "{labor}");
		}
	}

	/// Mechanisms, section 3.5: an order of 144, and what twelve members need at most.
	#[test]
	fn a_part_of_each_contribution_is_kept_for_reviews() {
		let p = Parameters::DEFAULT;
		assert_eq!([15, 20, 1, 0].map(|contribution| p.reserve_of(contribution)), [3, 3, 1, 0]);
		let mut supply = Supply { members: 12, reserved: 1_199, ..Supply::default() };
		supply.reserve(20, &p);
		assert_eq!(supply.reserved, 1_200);
		supply.members = 11;
		assert_eq!(supply.kept_for_reviews(&p), 1_100);
		let less = Parameters { review_cap: 50, ..p };
		assert_eq!(supply.kept_for_reviews(&less), 550);
		supply.reserve(0, &less);
		assert_eq!(supply.reserved, 550);
		// What was freed is not kept again.
		supply.members = 12;
		supply.free_surplus(&Parameters::DEFAULT);
		assert_eq!(supply.kept_for_reviews(&Parameters::DEFAULT), 550);
	}

	/// The table of mechanisms, section 5: hundredths, ripening 0 (and 1 in its last line).
	#[test]
	fn what_is_kept() {
		let (mut wallet, mut credit) = (1_000, Credit { granted: 1_000, ..Credit::default() });
		let mut paid = |credit: &mut Credit, net, counted| {
			wallet += net;
			credit.keep(counted, 0);
			(wallet, credit.kept)
		};
		assert_eq!(paid(&mut credit, 1_800, 1_800), (2_800, 1_800));
		for (left, kept) in [(2_300, 1_800), (1_300, 1_300), (5_300, 1_300), (1_000, 1_000)] {
			credit.keep_at_most(left);
			assert_eq!(credit.kept, kept, "{left}");
		}
		// Paid 1 000, of which 60 % count.
		credit.keep(540, 0);
		credit.keep_at_most(1_900);
		assert_eq!(credit.kept, 1_540);
		// A ring: B lends 4 000 and gets it back.
		let mut lender = Credit { kept: 4_000, ..Credit::default() };
		lender.keep_at_most(1_000);
		lender.keep_at_most(5_000);
		assert_eq!(lender.kept, 1_000);
		// Week 5: 1 800. Week 6: 900, and 700 spent. What came first counts from week 7 on.
		let mut ripening = Credit::default();
		ripening.keep(1_800, 5);
		assert_eq!(ripening.ripe(unripe_since(5, 1)), 0);
		ripening.keep(900, 6);
		ripening.keep_at_most(2_000);
		assert_eq!(ripening.ripe(unripe_since(6, 1)), 0);
		assert_eq!(ripening.ripe(unripe_since(7, 1)), 1_800);
		assert_eq!(ripening.ripe(unripe_since(8, 1)), 2_000);
	}

	#[test]
	fn part_deliveries_earn_their_part() {
		for (minutes, quality, earned) in [
			(360, 100, (360, 160)),
			(180, 100, (180, 80)),
			(360, 50, (180, 80)),
			(359, 100, (359, 159)),
			(360, 0, (0, 0)),
		] {
			let quality = Percent::from_percent(quality);
			assert_eq!(earned_part(160, 360, minutes, quality), earned);
		}
		assert_eq!(earned_part(160, 0, 0, WHOLE), (0, 0));
	}

	fn payout(net: u64, labor: u64, minutes: u32) -> Payout<u64> {
		Payout { net, labor, minutes, stream: Stream::Livelihood, payer: Some(1) }
	}

	#[test]
	fn payouts_of_one_stream_make_room() {
		let care = Payout { stream: Stream::Care, ..payout(7, 7, 7) };
		let other = Payout { payer: Some(2), ..payout(10, 11, 12) };
		let mut kept = vec![payout(1, 2, 3), other, care.clone()];
		merge_two(&mut kept);
		assert_eq!(kept, [Payout { payer: None, ..payout(11, 13, 15) }, care]);
		// The same payer stays known.
		let mut kept = vec![payout(1, 2, 3), payout(1, 2, 3)];
		merge_two(&mut kept);
		assert_eq!(kept, [payout(2, 4, 6)]);
	}

	proptest! {
		#[test]
		fn taking_a_payout_in_parts_takes_it_all(
			net in 0..1_000_000u64, fee in 0..100_000u64, minutes: u32,
			parts in prop::collection::vec(0..300_000u64, 0..8),
		) {
			let whole = payout(net, net + fee, minutes);
			let mut rest = whole.clone();
			let (mut net, mut labor, mut spent) = (0, 0, 0u32);
			for part in parts.into_iter().chain([u64::MAX]) {
				let taken = rest.take(part);
				prop_assert!(taken.net <= part && taken.labor >= taken.net.min(taken.labor));
				(net, labor, spent) = (net + taken.net, labor + taken.labor, spent + taken.minutes);
			}
			prop_assert_eq!(rest, payout(0, 0, 0));
			prop_assert_eq!(payout(net, labor, spent), whole);
		}

		#[test]
		fn a_part_is_never_worth_more_than_its_share(
			amount in 0..1_000_000_000u64, ordered in 1..100_000u32,
			part in 0..=100u8, quality in 0..=100u8,
		) {
			let minutes = Percent::from_percent(part).mul_floor(ordered);
			let quality = Percent::from_percent(quality);
			let (time, labor) = earned_part(amount, ordered, minutes, quality);
			prop_assert!(time <= minutes);
			let (amount, labor) = (u128::from(amount), u128::from(labor));
			prop_assert!(labor * u128::from(ordered) <= amount * u128::from(minutes));
		}

		#[test]
		fn cutting_an_order_moves_its_price_by_a_hundredth_at_most(
			rate in 50..=100u8, a in SHORTEST_ORDER..100_000u32, b in SHORTEST_ORDER..100_000u32,
		) {
			let unit = Unit::Hour { rate: Percent::from_percent(rate) };
			let price = |minutes| unit.quote(minutes).map_or(0, |(_, amount)| amount);
			prop_assert!((price(a) + price(b)).abs_diff(price(a + b)) <= 1);
			// Nobody sells an hour above the anchor, however it is cut, nor below the rate.
			prop_assert!(price(a) <= work::labor(a));
			let least = u64::from(a) * 100 * u64::from(rate);
			prop_assert!(price(a) * 18_000 >= least || price(a) == work::labor(a));
		}

		/// An hour and a task of the same time cost the same at both ends of the band.
		#[test]
		fn hours_are_priced_like_tasks(
			floor in 10..=100u8, over in 0..=90u8, minutes in SHORTEST_ORDER..20_000u32,
		) {
			let (floor, rate) = (Percent::from_percent(floor), floor.saturating_add(over).min(100));
			let (_, price) = Unit::Hour { rate: Percent::from_percent(rate) }
				.quote(minutes)
				.expect("a quarter of an hour is worth something");
			let fits = Unit::Task { price, minutes }.is_in_band(floor, WHOLE);
			// Near the full rate no whole price may fit: then it is the full rate's, rounded down.
			prop_assert!(fits || price == work::labor(minutes));
		}

		#[test]
		fn a_contribution_is_rounded_up_and_at_most_a_fifth(part in 0..=20u8, labor in 0..1_000_000u64) {
			let contribution = Percent::from_percent(part);
			let parameters = Parameters { contribution, ..Parameters::DEFAULT };
			let taken = parameters.contribution_of(labor);
			prop_assert!(taken * 5 <= labor);
			prop_assert!(taken * 100 >= labor * u64::from(part) || taken == labor / 5);
			prop_assert!(taken * 100 < labor * u64::from(part) + 100);
		}

		/// What somebody had, what came back and what was paid after they left, in any order.
		#[test]
		fn an_exit_comes_to_the_same_in_any_order(
			granted in 0..3_000u64, earned in 0..3_000u64,
			mut parts in prop::collection::vec((0..2_000u64, any::<bool>()), 1..7),
			at in 0..7usize,
		) {
			let sums = |parts: &[(u64, bool)]| {
				let credit = Credit { granted, earned, ..Credit::default() };
				let mut exit = Exit::new((), &credit);
				let mut all = Settled { burned: 0, to_pool: 0, owed: 0 };
				for (amount, is_pay) in parts {
					let part = exit.settle(*amount, if *is_pay { *amount } else { 0 });
					assert_eq!(part.burned + part.to_pool, *amount);
					all.burned += part.burned;
					all.to_pool += part.to_pool;
					all.owed += part.owed;
				}
				assert_eq!((all.burned, all.to_pool, all.owed), (exit.burned, exit.to_pool, exit.owed));
				all
			};
			let told = sums(&parts);
			let whole: u64 = parts.iter().map(|(amount, _)| amount).sum();
			let paid: u64 = parts.iter().filter(|part| part.1).map(|(amount, _)| amount).sum();
			prop_assert_eq!(told.burned, granted.min(whole));
			prop_assert_eq!(told.owed, told.to_pool.min(earned + paid));
			let at = at % parts.len();
			parts.rotate_left(at);
			prop_assert_eq!(sums(&parts), told);
			parts.reverse();
			prop_assert_eq!(sums(&parts), told);
		}

		/// Against the rule as it is written: what is kept is never more than the wallet, and what goes is
		/// first what was not earned, then the newest.
		#[test]
		fn kept_is_what_was_earned_and_never_left(
			steps in prop::collection::vec((0..3u32, 0..500u64, 0..700u64, 0..100u64), 1..40),
		) {
			let mut credit = Credit::default();
			let (mut wallet, mut epoch) = (1_000u64, 0);
			let mut plain: Vec<(Epoch, u64)> = Vec::new();
			for (wait, net, gone, gift) in steps {
				epoch += wait;
				wallet += net + gift;
				credit.keep(net, epoch);
				plain.push((epoch, net));
				wallet -= gone.min(wallet);
				credit.keep_at_most(wallet);
				let mut over = plain.iter().map(|part| part.1).sum::<u64>().saturating_sub(wallet);
				for part in plain.iter_mut().rev() {
					let taken = part.1.min(over);
					part.1 -= taken;
					over -= taken;
				}
				let kept: u64 = plain.iter().map(|part| part.1).sum();
				prop_assert_eq!(credit.kept, kept);
				let ripe = |since| plain.iter().filter(|part| part.0 < since).map(|part| part.1).sum::<u64>();
				prop_assert_eq!(credit.ripe(epoch.saturating_sub(1)), ripe(epoch.saturating_sub(1)));
				prop_assert_eq!(credit.ripe(epoch + 1), kept);
			}
		}
	}
}
