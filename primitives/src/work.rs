//! What counts as work, and who hears when it is paid (mechanisms, section 3.6).

use crate::{
	membership::MemberNumber,
	units::{LaborBalance, LABOR, MINUTES_PER_LABOR},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
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
#[impl_for_tuples(8)]
pub trait OnWorkPaid<AccountId> {
	/// This work was paid just now, and that is what the worker got of its price.
	fn on_work_paid(_work: &Work<AccountId>, _net: LaborBalance) {}

	/// This work was paid just now by the rule of an exit: the worker, who had this number, has left since.
	fn on_late_work_paid(_work: &Work<AccountId>, _number: MemberNumber) {}
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

	proptest::proptest! {
		#[test]
		fn splitting_work_never_yields_more(a in 0..1_000_000u32, b in 0..1_000_000u32) {
			proptest::prop_assert!(labor(a) + labor(b) <= labor(a + b));
		}
	}
}
