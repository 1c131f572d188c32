// SPDX-License-Identifier: Apache-2.0

//! Why something cannot be done about a payment.

#[frame::pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// There is no payment with this number that can be checked still.
		#[codec(index = 0)]
		NoSuchPayment,
		/// The lot of the session in which this was paid is not known yet.
		#[codec(index = 1)]
		NotKnownYet,
		/// The lot did not fall on this payment.
		#[codec(index = 2)]
		NotDrawn,
		/// The time for this is over.
		#[codec(index = 3)]
		TimePassed,
		/// Somebody has pointed this payment out already.
		#[codec(index = 4)]
		AlreadyPointedOut,
		/// Nobody has pointed this payment out.
		#[codec(index = 5)]
		NotPointedOut,
		/// You have neither done this work nor paid it.
		#[codec(index = 6)]
		NotYourPayment,
		/// The evidence is blank.
		#[codec(index = 7)]
		EvidenceMissing,
		/// The artel does not decide on this payment.
		#[codec(index = 8)]
		NotPublished,
		/// The artel can still decide on this payment.
		#[codec(index = 9)]
		NotDue,
		/// Nobody judges this payment.
		#[codec(index = 10)]
		NotJudged,
	}
}
