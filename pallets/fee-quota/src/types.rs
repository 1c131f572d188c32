// SPDX-License-Identifier: Apache-2.0

//! A quota that refills, without knowing what a chain is.

use artel_primitives::{
	figures::Times,
	units::{DAYS, MILLI_ART},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::num::{NonZeroU128, NonZeroU32};
use frame::{
	arithmetic::{helpers_128bit::multiply_by_rational_with_rounding, Rounding},
	prelude::Weight,
};
use scale_info::TypeInfo;

/// Fee units: the base units of ART that a call costs while the chain is not congested.
pub type Units = u128;

/// What a whole block has room for, and what all of it costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WholeBlock {
	/// Computing time and size of a proof.
	pub weight: Weight,
	/// Bytes.
	pub length: u32,
	/// Fee units.
	pub price: Units,
}

impl WholeBlock {
	/// The weight of what takes these bytes as well.
	///
	/// A byte counts as so much of a proof that a block is full of one as soon as of the other. So whoever
	/// knows weights only, as the stock pallet of fees does, sees the length among them.
	pub fn with_length(&self, weight: Weight, length: u32) -> Weight {
		let most = self.weight.proof_size();
		let proof = share(length.into(), self.length.into(), most.into());
		weight.max(Weight::from_parts(0, proof.try_into().unwrap_or(u64::MAX)))
	}

	/// What this weight costs: the larger of its shares in a block, of what the block costs.
	pub fn price(&self, weight: Weight) -> Units {
		let share = |part: u64, whole: u64| share(part.into(), whole.into(), self.price);
		let time = share(weight.ref_time(), self.weight.ref_time());
		time.max(share(weight.proof_size(), self.weight.proof_size()))
	}
}

/// As much of this as a part is of its whole, rounded up.
fn share(part: u128, whole: u128, of: u128) -> u128 {
	multiply_by_rational_with_rounding(part, of, whole.max(1), Rounding::Up).unwrap_or(u128::MAX)
}

artel_primitives::figures! {
	/// What the artel governs of quotas.
	{
		/// What a member may spend at once on calls of any kind.
		0 => capacity: Capacity { fee_units: Units } = 300 * MILLI_ART;
		/// What besides is kept for duties.
		1 => reserve: Reserve { fee_units: Units } = 100 * MILLI_ART;
		/// What is kept for leaving, and for nothing else.
		2 => parting: Parting { fee_units: Units } = 100 * MILLI_ART;
		/// Blocks in which an empty quota fills up.
		3 => refill: Refill { blocks: NonZeroU32 } = NonZeroU32::new(DAYS).expect("a day has blocks");
	}
}

/// What the least that a member must always be able to do costs, and the most that it should.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Prices {
	/// Filing the longest motion, voting on it and carrying out the dearest one there is.
	pub deciding: Units,
	/// Leaving, with as much to settle as there can be. No duty is dearer.
	pub leaving: Units,
	/// All the transactions that a block has room for.
	pub block: Units,
}

impl Figures {
	/// Whether members without coin can always undo these figures by a vote, and leave.
	///
	/// A quota that does not cover a motion could never be mended by those who have no coin, nor could
	/// one that hardly refills. Members come before coin, so their quotas must not fill the blocks: with one
	/// that covers more than a tenth of a block, or of which more refills in a block than a thousandth of
	/// one, few members could keep all others out, for nothing.
	pub fn are_possible(&self, prices: &Prices, times: &Times) -> bool {
		self.capacity >= prices.deciding
			&& self.reserve >= prices.leaving
			&& self.parting >= prices.leaving
			&& self.full().saturating_mul(10) <= prices.block
			&& self.full().saturating_mul(1_000)
				<= prices.block.saturating_mul(self.refill.get().into())
			&& self.refill.get() <= times.longest_refill
	}

	/// What a full quota holds.
	pub fn full(&self) -> Units {
		self.kept_from(Purpose::Anything).saturating_add(self.capacity)
	}

	/// What a call for this purpose may not draw on.
	fn kept_from(&self, purpose: Purpose) -> Units {
		match purpose {
			Purpose::Anything => self.reserve.saturating_add(self.parting),
			Purpose::Duty => self.parting,
			Purpose::Parting => 0,
		}
	}
}

/// What a call is to a quota.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
	/// Whatever a member likes to do.
	Anything,
	/// What it must always be able to do.
	Duty,
	/// To leave, as it can at this moment.
	Parting,
}

/// What was left of a member's quota when it was last touched.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Quota<BlockNumber> {
	/// Units that were left.
	pub left: Units,
	/// The block in which that was so.
	pub at: BlockNumber,
}

/// What is left after so many blocks of refilling.
pub fn refilled(left: Units, blocks: u32, figures: &Figures) -> Units {
	let full = figures.full();
	let gained = full.saturating_mul(blocks.into()) / NonZeroU128::from(figures.refill);
	left.saturating_add(gained).min(full)
}

/// What is left after paying this price; none if it is not enough.
///
/// Only a duty may draw on the reserve, so nothing else a member does can keep it from its duties; and only
/// leaving draws on what is kept for it, so nothing at all keeps a member in.
pub fn spent(left: Units, price: Units, purpose: Purpose, figures: &Figures) -> Option<Units> {
	let rest = left.checked_sub(price)?;
	(rest >= figures.kept_from(purpose)).then_some(rest)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
	use super::*;
	use artel_primitives::figures::Scale;
	use proptest::prelude::*;
	use Purpose::*;

	const P: Figures = Figures {
		capacity: 70,
		reserve: 20,
		parting: 10,
		refill: NonZeroU32::new(10).expect("ten"),
	};

	#[test]
	fn a_quota_covers_a_motion_and_leaving_and_little_of_a_block() {
		let prices = Prices { deciding: 50, leaving: 15, block: 2_000 };
		let times = Times { longest_refill: 1_000, ..Scale::Real.times() };
		let possible = |(capacity, reserve, parting, refill)| {
			let refill = NonZeroU32::new(refill).expect("a test names at least one block");
			Figures { capacity, reserve, parting, refill }.are_possible(&prices, &times)
		};
		for figures in [
			(50, 15, 15, 1_000),
			(50, 15, 15, 40),
			(170, 15, 15, 100),
			(50, 135, 15, 100),
			(50, 15, 135, 100),
		] {
			assert!(possible(figures), "{figures:?}");
		}
		for figures in [
			(49, 15, 15, 100),
			(50, 14, 15, 100),
			(50, 15, 14, 100),
			(50, 15, 15, 1_001),
			(50, 15, 15, 39),
			(171, 15, 15, 1_000),
			(50, 136, 15, 1_000),
			(50, 15, 136, 1_000),
			(0, 0, 0, 1),
			(Units::MAX, Units::MAX, Units::MAX, 1_000),
		] {
			assert!(!possible(figures), "{figures:?}");
		}
	}

	#[test]
	fn an_empty_quota_is_full_after_the_refill_time() {
		for (blocks, left) in [(0, 0), (1, 10), (9, 90), (10, 100), (11, 100), (u32::MAX, 100)] {
			assert_eq!(refilled(0, blocks, &P), left, "after {blocks} blocks");
		}
	}

	#[test]
	fn the_reserve_is_for_duties_and_the_last_part_for_leaving() {
		for (left, price, purpose, rest) in [
			(100, 70, Anything, Some(30)),
			(100, 71, Anything, None),
			(30, 1, Anything, None),
			(100, 90, Duty, Some(10)),
			(30, 20, Duty, Some(10)),
			(30, 21, Duty, None),
			(10, 1, Duty, None),
			(10, 10, Parting, Some(0)),
			(10, 11, Parting, None),
			(100, 100, Parting, Some(0)),
		] {
			assert_eq!(spent(left, price, purpose, &P), rest, "{left} {price} {purpose:?}");
		}
	}

	#[test]
	fn a_lowered_capacity_holds_at_once() {
		let lower = Figures { capacity: 10, reserve: 5, parting: 2, ..P };
		assert_eq!(refilled(100, 0, &lower), 17);
	}

	/// A block of a second, a million bytes of proof and a thousand bytes of length, for a million.
	const BLOCK: WholeBlock = WholeBlock {
		weight: Weight::from_parts(1_000_000_000_000, 1_000_000),
		length: 1_000,
		price: 1_000_000,
	};

	#[test]
	fn the_largest_share_is_charged_rounded_up() {
		for (time, proof, length, price) in [
			(0, 0, 0, 0),
			(1_000_000_000_000, 0, 0, 1_000_000),
			(0, 1_000_000, 0, 1_000_000),
			(0, 0, 1_000, 1_000_000),
			(500_000_000_000, 100_000, 200, 500_000),
			(100_000_000_000, 500_000, 200, 500_000),
			(100_000_000_000, 200_000, 500, 500_000),
			(1, 0, 0, 1),
			(1_000_001, 0, 0, 2),
			(u64::MAX, 0, 0, 18_446_744_073_710),
			(0, u64::MAX, 0, u64::MAX.into()),
		] {
			let weight = BLOCK.with_length(Weight::from_parts(time, proof), length);
			assert_eq!(BLOCK.price(weight), price, "{time} {proof} {length}");
		}
	}

	fn whole_blocks() -> impl Strategy<Value = WholeBlock> {
		let limit = || prop_oneof![Just(u64::MAX), 1..=u64::MAX, 1u64..10_000_000];
		(limit(), limit(), 1..=u32::MAX, any::<u64>()).prop_map(|(time, proof, length, price)| {
			WholeBlock { weight: Weight::from_parts(time, proof), length, price: price.into() }
		})
	}

	/// What is asked of a block: of all sizes, to the largest there are.
	fn uses() -> impl Strategy<Value = (u64, u64, u32)> {
		let amount = || prop_oneof![Just(u64::MAX), any::<u64>(), 0u64..10_000_000, Just(0)];
		(amount(), amount(), prop_oneof![Just(u32::MAX), any::<u32>(), 0u32..10_000])
	}

	fn price(block: &WholeBlock, (time, proof, length): (u64, u64, u32)) -> Units {
		block.price(block.with_length(Weight::from_parts(time, proof), length))
	}

	proptest! {
		#[test]
		fn more_of_anything_is_never_cheaper(
			block in whole_blocks(), one in uses(), other in uses()
		) {
			let more = (one.0.max(other.0), one.1.max(other.1), one.2.max(other.2));
			prop_assert!(price(&block, more) >= price(&block, one));
		}

		#[test]
		fn no_share_of_a_block_is_sold_below_its_price(block in whole_blocks(), of in uses()) {
			let (time, proof, length) = of;
			let paid = price(&block, of);
			for (part, whole) in
				[(time, block.weight.ref_time()), (proof, block.weight.proof_size())]
			{
				// paid / price >= part / whole
				let least = Units::from(part).saturating_mul(block.price);
				prop_assert!(paid.saturating_mul(whole.into()) >= least, "{part} of {whole}");
			}
			// What is longer than a block is not let in, whatever it pays.
			if length <= block.length {
				let least = Units::from(length) * block.price;
				prop_assert!(paid.saturating_mul(block.length.into()) >= least, "{length} bytes");
			}
		}

		#[test]
		fn the_price_is_no_more_than_rounding_above_the_largest_share(of in uses()) {
			// With proofs as fine as they are on the chain.
			let block = WholeBlock {
				weight: Weight::from_parts(2_000_000_000_000, u64::MAX),
				length: 5_242_880,
				price: 17_191_000_000_000,
			};
			let (time, proof, length) = of;
			let largest = [
				(time, block.weight.ref_time()),
				(proof, block.weight.proof_size()),
				(length.min(block.length).into(), block.length.into()),
			]
			.map(|(part, whole)| Units::from(part) * block.price / Units::from(whole))
			.into_iter()
			.max();
			let least = largest.expect("there are three");
			let paid = price(&block, (time, proof, length.min(block.length)));
			prop_assert!((least..=least + 2).contains(&paid), "{paid} for {least}");
		}

		#[test]
		fn waiting_twice_is_never_better_than_waiting_once(left: u64, a: u16, b: u16) {
			let (left, a, b) = (Units::from(left) % 100, u32::from(a), u32::from(b));
			let twice = refilled(refilled(left, a, &P), b, &P);
			prop_assert!(twice <= refilled(left, a + b, &P));
			prop_assert!(twice >= left);
		}

		#[test]
		fn nothing_is_spent_that_is_not_there(left: u64, price: u64, purpose in 0usize..3) {
			let (left, price) = (left.into(), price.into());
			let purpose = [Anything, Duty, Parting][purpose];
			if let Some(rest) = spent(left, price, purpose, &P) {
				prop_assert_eq!(rest + price, left);
			}
		}

		#[test]
		fn nothing_but_leaving_touches_what_is_kept_for_it(
			calls in proptest::collection::vec((0u128..120, any::<bool>(), 0u32..3), 0..60)
		) {
			let mut left = P.full();
			for (price, duty, blocks) in calls {
				let purpose = if duty { Duty } else { Anything };
				left = refilled(spent(left, price, purpose, &P).unwrap_or(left), blocks, &P);
				prop_assert!(left >= P.parting);
				prop_assert!(spent(left, P.parting, Parting, &P).is_some());
			}
		}
	}
}
