// SPDX-License-Identifier: Apache-2.0

//! Why something cannot be done on a proposal.

#[frame::pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// You are not a member.
		#[codec(index = 0)]
		NotMember,
		/// There is no proposal with this number.
		#[codec(index = 1)]
		NoSuchProposal,
		/// A proposal needs a title.
		#[codec(index = 2)]
		TitleMissing,
		/// There is no topic with this number.
		#[codec(index = 3)]
		NoSuchTopic,
		/// As many proposals of yours are voted on as can be.
		#[codec(index = 4)]
		TooManyOpen,
		/// The same was blocked not long ago.
		#[codec(index = 5)]
		AlreadyBlocked,
		/// A question has 2 to 8 options, of which none is blank and no two look the same.
		#[codec(index = 6)]
		ImpossibleOptions,
		/// The time is too short or too long.
		#[codec(index = 7)]
		ImpossibleTime,
		/// The minutes are worth no LABOR.
		#[codec(index = 8)]
		ImpossibleMinutes,
		/// The other account is not a member.
		#[codec(index = 9)]
		OtherIsNotMember,
		/// You cannot pay yourself for a task.
		#[codec(index = 10)]
		OtherIsYourself,
		/// Say where the result can be seen.
		#[codec(index = 11)]
		EvidenceMissing,
		/// No motion may carry this call.
		#[codec(index = 12)]
		NotForMotions,
		/// The motion's call is too long.
		#[codec(index = 13)]
		MotionTooLong,
		/// The motion's call is too heavy for a block.
		#[codec(index = 14)]
		MotionTooHeavy,
		/// Only motions are executed.
		#[codec(index = 15)]
		NotMotion,
		/// It is for somebody else to do this with the proposal.
		#[codec(index = 16)]
		NotYourProposal,
		/// The proposal is at another stage.
		#[codec(index = 17)]
		NotAtThisStage,
		/// Nothing is due on this proposal now.
		#[codec(index = 18)]
		NotDue,
		/// The deadline has passed.
		#[codec(index = 19)]
		DeadlinePassed,
		/// Proposals have spent what they may of the pool in this epoch.
		#[codec(index = 20)]
		AllowanceReached,
		/// The pool pays for common work and care, not for anybody's livelihood.
		#[codec(index = 21)]
		ImpossibleStream,
		/// The call means something else by now than when the motion was filed.
		#[codec(index = 22)]
		NotAsFiled,
		/// The motion names an amount or a figure that is out of range.
		#[codec(index = 23)]
		ImpossibleValue,
		/// There is nothing of the kind to be decided.
		#[codec(index = 24)]
		NothingToDecide,
		/// It is more than proposals may spend of the pool in an epoch.
		#[codec(index = 25)]
		ImpossiblePrice,
		/// Work has 1 to 13 instalments.
		#[codec(index = 26)]
		ImpossibleInstalments,
		/// Only the pool pays for work in instalments.
		#[codec(index = 27)]
		ImpossibleFunding,
		/// As many roles stand as can stand at once.
		#[codec(index = 28)]
		TooManyRoles,
		/// There is no standing role with this number.
		#[codec(index = 29)]
		NoSuchRole,
		/// This is not your role.
		#[codec(index = 30)]
		NotTheWorker,
		/// The role has ended, and what is under way of it ends by itself.
		#[codec(index = 31)]
		AlreadyEnded,
		/// Nobody can stake on this proposal: it is no task or reward, or the artel was too small.
		#[codec(index = 32)]
		NotBoostable,
		/// The proposal is boosted or decided, and takes no more stakes.
		#[codec(index = 33)]
		StakingPassed,
		/// You gain by the proposal, and have no stake in it.
		#[codec(index = 34)]
		NotDisinterested,
		/// Nothing is at stake on this proposal under that number.
		#[codec(index = 35)]
		NothingStaked,
		/// There is no room for more LABOR: the holding cap is reached.
		#[codec(index = 36)]
		CapReached,
	}
}
