// SPDX-License-Identifier: Apache-2.0

//! Why something cannot be done about a membership.

#[frame::pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// This account is a member already.
		#[codec(index = 0)]
		AlreadyMember,
		/// This account is not a member.
		#[codec(index = 1)]
		NotMember,
		/// This account has an application open already.
		#[codec(index = 2)]
		AlreadyApplied,
		/// There is no open application with this number.
		#[codec(index = 3)]
		NoSuchApplication,
		/// You have nominated somebody who is not decided on yet.
		#[codec(index = 4)]
		AlreadyNominating,
		/// Only the applicant or their sponsor can withdraw an application.
		#[codec(index = 5)]
		NotYourApplication,
		/// This is not the hash of the artel's present statute.
		#[codec(index = 6)]
		NotTheStatute,
		/// A member needs a name.
		#[codec(index = 7)]
		NameMissing,
		/// An expulsion needs a reason.
		#[codec(index = 8)]
		ReasonMissing,
		/// The member belongs to this class already.
		#[codec(index = 9)]
		AlreadyInClass,
		/// The member has not asked for this class.
		#[codec(index = 10)]
		NotRequested,
		/// The last worker cannot go while others are members.
		#[codec(index = 11)]
		LastWorker,
		/// The last member cannot go.
		#[codec(index = 12)]
		LastMember,
		/// Nobody is expelled in a group of two.
		#[codec(index = 13)]
		NotEnoughMembers,
		/// The member has given a sign of life since, so their key is not lost.
		#[codec(index = 14)]
		NotLost,
		/// This is the account itself.
		#[codec(index = 15)]
		OtherIsSame,
		/// The chain keeps this account itself: nobody holds it.
		#[codec(index = 16)]
		NotHeldByAnybody,
		/// There is no report with this number on these two accounts since the member joined.
		#[codec(index = 17)]
		NoSuchReport,
		/// Not twice as many seasoned members were for it as against.
		#[codec(index = 18)]
		NotBacked,
		/// The member is confirmed already.
		#[codec(index = 19)]
		AlreadyConfirmed,
		/// The other account is not a member.
		#[codec(index = 20)]
		OtherIsNotMember,
	}
}
