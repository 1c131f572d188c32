// SPDX-License-Identifier: Apache-2.0

//! What is recorded about LABOR and its arithmetic, without knowing what a chain is.

use alloc::vec::Vec;
use artel_primitives::{
	epochs::Epoch,
	people::NamesAccounts,
	text::Line,
	units::{HundredthsOfLabor, LaborBalance, LABOR, MINUTES_PER_LABOR},
	work::{self, Minutes, Stream},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::sp_runtime::Percent;
use scale_info::TypeInfo;

/// The number of an offer.
pub type OfferId = u32;

/// The least that can be ordered: of less, a hundredth more or less would be too large a part.
pub const SHORTEST_ORDER: Minutes = 15;

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
		price: HundredthsOfLabor,
		/// The minutes it stands for.
		minutes: Minutes,
	},
	/// A larger piece of work, agreed as a whole.
	#[codec(index = 2)]
	Project {
		/// The price in hundredths of a LABOR.
		price: HundredthsOfLabor,
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
	/// What it is.
	pub title: Line,
	/// What the price is for.
	pub unit: Unit,
	/// The worker who offers it.
	pub provider: AccountId,
}

impl<AccountId> NamesAccounts<AccountId> for Offer<AccountId> {
	type With<Other> = Offer<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Offer<Other> {
		let Self { title, unit, provider } = self;
		Offer { title, unit, provider: told(provider) }
	}
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

impl<AccountId> NamesAccounts<AccountId> for Payout<AccountId> {
	type With<Other> = Payout<Other>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Payout<Other> {
		let Self { net, labor, minutes, stream, payer } = self;
		Payout { net, labor, minutes, stream, payer: payer.map(told) }
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

/// A member's LABOR, as it may want to see it.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Wallet {
	/// What it can spend.
	pub free: LaborBalance,
	/// What is on hold for running orders and the like.
	pub held: LaborBalance,
	/// What it has at stake, which it may get back, lose or win by.
	pub staked: LaborBalance,
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

/// An offer with its number.
pub type NumberedOffer<AccountId> = (OfferId, Offer<AccountId>);

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const HALF: Percent = Percent::from_percent(50);
	const WHOLE: Percent = Percent::one();

	/// So many percent, even more than a whole, which genesis could name by mistake.
	fn percent(part: u64) -> Percent {
		serde_json::from_value(part.into()).expect("it is a number")
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
	}
}
