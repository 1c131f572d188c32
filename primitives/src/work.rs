// SPDX-License-Identifier: Apache-2.0

//! What counts as work, and who hears when it is paid (mechanisms, section 3.6).

use crate::{
	membership::MemberNumber,
	units::{LaborBalance, LABOR, MINUTES_PER_LABOR},
};
use codec::{Decode, DecodeWithMemTracking, Encode, Input, MaxEncodedLen};
use frame::deps::sp_runtime::Percent;
use impl_trait_for_tuples::impl_for_tuples;
use scale_info::TypeInfo;

/// Time worked.
pub type Minutes = u32;

/// Which side of the artel's life a work served.
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
pub enum Stream {
	/// It earned somebody's living. All work that a member pays is this, whatever its label.
	#[codec(index = 0)]
	Livelihood,
	/// It served the artel as a whole.
	#[codec(index = 1)]
	Commons,
	/// It cared for people.
	#[codec(index = 2)]
	Care,
}

/// Work that has been paid.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Work<AccountId> {
	/// The member who did it.
	pub worker: AccountId,
	/// How long it took.
	pub minutes: Minutes,
	/// What it was paid with, the contribution to the commons included.
	pub labor: LaborBalance,
	/// Which side of the artel's life it served.
	pub stream: Stream,
	/// The member who paid it; none if the commons did.
	pub payer: Option<AccountId>,
}

/// Hears of every work once, when it is paid.
///
/// It cannot refuse, does bounded work, and never calls back.
#[impl_for_tuples(12)]
pub trait OnWorkPaid<AccountId> {
	/// This work was paid just now, and that is what the worker got of its price.
	fn on_work_paid(_work: &Work<AccountId>, _net: LaborBalance) {}

	/// This work was paid just now by the rule of an exit: the worker, who had this number, has left since.
	fn on_late_work_paid(_work: &Work<AccountId>, _number: MemberNumber) {}
}

/// How good a delivery was, from 0 to 100 percent. More does not decode.
#[derive(
	Encode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, Debug,
)]
pub struct Quality {
	percent: u8,
}

impl Quality {
	/// All of what was ordered, as it was ordered.
	pub const WHOLE: Self = Self { percent: 100 };

	/// So many percent; none if that is more than a whole.
	pub const fn from_percent(percent: u8) -> Option<Self> {
		if percent <= Self::WHOLE.percent {
			Some(Self { percent })
		} else {
			None
		}
	}

	/// How many percent.
	pub const fn percent(self) -> u8 {
		self.percent
	}

	/// That part of an amount, or of a time, rounded down.
	pub fn of(self, whole: LaborBalance) -> LaborBalance {
		Percent::from_percent(self.percent).mul_floor(whole)
	}

	/// What a delivery of so many of the minutes that were ordered comes to: the time and the LABOR that count,
	/// both rounded down.
	pub fn earned(
		self,
		price: LaborBalance,
		ordered: Minutes,
		delivered: Minutes,
	) -> (Minutes, LaborBalance) {
		let due = u128::from(price)
			.saturating_mul(delivered.into())
			.checked_div(ordered.into())
			.and_then(|due| LaborBalance::try_from(due).ok())
			.unwrap_or(0)
			.min(price);
		let minutes = self.of(delivered.into());
		(Minutes::try_from(minutes).unwrap_or(delivered), self.of(due))
	}
}

impl Decode for Quality {
	fn decode<I: Input>(input: &mut I) -> Result<Self, codec::Error> {
		Self::from_percent(u8::decode(input)?).ok_or_else(|| "more than a whole".into())
	}
}

/// The LABOR that work is worth at the full rate: three hours are one LABOR, rounded down.
pub fn labor(minutes: Minutes) -> LaborBalance {
	LaborBalance::from(minutes).saturating_mul(LABOR) / MINUTES_PER_LABOR
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;

	#[test]
	fn the_worked_numbers_hold() {
		for (minutes, units) in [(180, 100), (60, 33), (3_600, 2_000), (0, 0), (1, 0), (2, 1)] {
			assert_eq!(labor(minutes), units, "{minutes} minutes");
		}
	}

	const fn quality(percent: u8) -> Quality {
		Quality::from_percent(percent).expect("it is a part of a whole")
	}

	#[test]
	fn no_quality_is_more_than_a_whole() {
		for percent in 0..=u8::MAX {
			let read = Quality::decode(&mut &percent.encode()[..]);
			assert_eq!(read.ok(), Quality::from_percent(percent), "{percent}");
			assert_eq!(read_percent(percent), (percent <= 100).then_some(percent), "{percent}");
		}
	}

	fn read_percent(percent: u8) -> Option<u8> {
		Quality::from_percent(percent).map(Quality::percent)
	}

	#[test]
	fn part_deliveries_earn_their_part() {
		for (minutes, percent, earned) in [
			(360, 100, (360, 160)),
			(180, 100, (180, 80)),
			(360, 50, (180, 80)),
			(359, 100, (359, 159)),
			(360, 0, (0, 0)),
		] {
			assert_eq!(quality(percent).earned(160, 360, minutes), earned);
		}
		assert_eq!(Quality::WHOLE.earned(160, 0, 0), (0, 0));
	}

	proptest::proptest! {
		#[test]
		fn a_part_is_never_worth_more_than_its_share(
			price in 0..1_000_000_000u64, ordered in 1..100_000u32,
			part in 0..=100u64, percent in 0..=100u8,
		) {
			let minutes = (u64::from(ordered) * part / 100) as Minutes;
			let (time, labor) = quality(percent).earned(price, ordered, minutes);
			proptest::prop_assert!(time <= minutes);
			let (price, labor) = (u128::from(price), u128::from(labor));
			proptest::prop_assert!(labor * u128::from(ordered) <= price * u128::from(minutes));
			let (all, whole) = Quality::WHOLE.earned(price as u64, ordered, ordered);
			proptest::prop_assert_eq!((all, u128::from(whole)), (ordered, price));
		}

		#[test]
		fn splitting_work_never_yields_more(a in 0..1_000_000u32, b in 0..1_000_000u32) {
			proptest::prop_assert!(labor(a) + labor(b) <= labor(a + b));
		}
	}
}
