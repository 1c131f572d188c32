// SPDX-License-Identifier: Apache-2.0

//! Why something cannot be done at the till.

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
		/// There is no open ask with this number.
		#[codec(index = 2)]
		NoSuchAsk,
		/// The amount is zero.
		#[codec(index = 3)]
		ImpossibleAmount,
		/// The amount is no whole number of minor units of the currency.
		#[codec(index = 4)]
		NotWholeUnits,
		/// A booking needs the hash of a receipt, and an attestation that of a statement.
		#[codec(index = 5)]
		DocumentMissing,
		/// This receipt was booked before.
		#[codec(index = 6)]
		AlreadyBooked,
		/// The account belongs to the chain itself: nobody holds it.
		#[codec(index = 7)]
		NotHeldByAnybody,
		/// No more can be booked as received in this epoch.
		#[codec(index = 8)]
		EpochLimitReached,
		/// The amount is less than the least that can be asked for.
		#[codec(index = 9)]
		NotEnoughAsked,
		/// An ask needs a reference.
		#[codec(index = 10)]
		ReferenceMissing,
		/// You have as many open asks as one account can have.
		#[codec(index = 11)]
		TooManyAsksOfYours,
		/// As many asks are open as can be; members have more room than others.
		#[codec(index = 12)]
		TooManyAsks,
		/// The stewards have begun to pay this ask.
		#[codec(index = 13)]
		AlreadyBegun,
		/// The stewards have to begin before they pay.
		#[codec(index = 14)]
		NotBegun,
		/// The time in which this ask could be begun is over.
		#[codec(index = 15)]
		TimePassed,
		/// Somebody else asks for this.
		#[codec(index = 16)]
		NotYourAsk,
		/// To decline needs a reason.
		#[codec(index = 17)]
		ReasonMissing,
		/// The stewards still have time to answer.
		#[codec(index = 18)]
		NotDue,
		/// This passed without its bar, and cannot make the limit higher.
		#[codec(index = 19)]
		NotEnoughSupport,
		/// The currency needs a name.
		#[codec(index = 20)]
		CurrencyMissing,
		/// Something was booked or is asked for in this currency.
		#[codec(index = 21)]
		AlreadyInUse,
		/// Somebody can act for the account that the stewards hold together: they have to end that.
		#[codec(index = 22)]
		NotTheirsAlone,
	}
}
