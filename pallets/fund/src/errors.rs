// SPDX-License-Identifier: Apache-2.0

//! Why something cannot be done with the fund.

#[frame::pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The stewards alone can do this, together.
		#[codec(index = 0)]
		NotStewards,
		/// Too few of the stewards are members still: the artel has to name others.
		#[codec(index = 1)]
		NotEnoughStewards,
		/// There is no open mandate with this number.
		#[codec(index = 2)]
		NoSuchMandate,
		/// There is no purpose with this number.
		#[codec(index = 3)]
		NoSuchPurpose,
		/// The amount is zero.
		#[codec(index = 4)]
		ImpossibleAmount,
		/// The mandate would last for no time, or too long.
		#[codec(index = 5)]
		ImpossibleTime,
		/// So many stewards cannot agree, or one alone would do.
		#[codec(index = 6)]
		ImpossibleThreshold,
		/// The period is over, or too far ahead.
		#[codec(index = 7)]
		ImpossiblePeriod,
		/// A mandate needs a reason.
		#[codec(index = 8)]
		ReasonMissing,
		/// A purpose needs a title.
		#[codec(index = 9)]
		TitleMissing,
		/// There is a purpose with this title.
		#[codec(index = 10)]
		AlreadyPurpose,
		/// Somebody is named twice.
		#[codec(index = 11)]
		AlreadyNamed,
		/// One of these accounts is not a member's.
		#[codec(index = 12)]
		OtherIsNotMember,
		/// The account belongs to the chain itself: nobody holds it.
		#[codec(index = 13)]
		NotHeldByAnybody,
		/// The fund has not so much free.
		#[codec(index = 14)]
		NotEnoughFree,
		/// This passed without its bar, and no more can be promised like that in this epoch.
		#[codec(index = 15)]
		EpochLimitReached,
		/// The mandate has not so much left.
		#[codec(index = 16)]
		MandateReached,
		/// The mandate has expired.
		#[codec(index = 17)]
		ExpiryPassed,
		/// The budget of the purpose has not so much left in this period.
		#[codec(index = 18)]
		BudgetReached,
		/// As many mandates are open as can be, or half as many if this passed without its bar.
		#[codec(index = 19)]
		TooManyMandates,
		/// There are as many purposes as can be.
		#[codec(index = 20)]
		TooManyPurposes,
		/// An open mandate or a budget names this purpose.
		#[codec(index = 21)]
		NotUnused,
		/// The mandate can still be paid.
		#[codec(index = 22)]
		NotDue,
		/// Somebody can act for the account that the stewards hold together: they have to end that.
		#[codec(index = 23)]
		NotTheirsAlone,
	}
}
