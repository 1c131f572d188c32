// SPDX-License-Identifier: Apache-2.0

//! What is kept of proposals, and for how long.

use crate::*;

impl<T: Config> Pallet<T> {
	/// The proposal of this number.
	pub(crate) fn existing(proposal: ProposalId) -> Result<ProposalOf<T>, DispatchError> {
		Proposals::<T>::get(proposal).ok_or_else(|| Error::<T>::NoSuchProposal.into())
	}

	/// Takes a proposal to its next stage.
	pub(crate) fn step(
		proposal: ProposalId,
		mut filed: ProposalOf<T>,
		step: StepOf<T>,
	) -> Result<ProposalOf<T>, DispatchError> {
		filed.stage = filed.stage.after(step).ok_or(Error::<T>::NotAtThisStage)?;
		Self::remember(proposal, frame_system::Pallet::<T>::block_number(), &filed.stage);
		Proposals::<T>::insert(proposal, &filed);
		Ok(filed)
	}

	/// Adds a stage to the history of a proposal.
	pub(crate) fn remember(proposal: ProposalId, now: BlockNumberFor<T>, stage: &StageOf<T>) {
		Histories::<T>::try_append(proposal, (now, stage.clone()))
			.defensive_proof("no way through the stages is that long")
			.ok();
	}

	/// Adds a proposal to those that a member has open.
	pub(crate) fn note_open(
		who: &T::AccountId,
		proposal: ProposalId,
		now: BlockNumberFor<T>,
	) -> DispatchResult {
		OpenBy::<T>::try_mutate(who, |open| {
			open.retain(|other| {
				Proposals::<T>::get(other)
					.is_some_and(|filed| !filed.stage.is_done() || now < filed.rules.ends)
			});
			open.try_push(proposal).map_err(|_| Error::<T>::TooManyOpen.into())
		})
	}

	/// Lets a member propose something else.
	pub(crate) fn no_longer_open(who: &T::AccountId, proposal: ProposalId) {
		OpenBy::<T>::mutate_exists(who, |kept| {
			let Some(open) = kept else { return };
			open.retain(|other| *other != proposal);
			if open.is_empty() {
				*kept = None;
			}
		});
	}

	/// Forgets a proposal that was done long ago, with its votes.
	pub(crate) fn do_clear(proposal: ProposalId) -> DispatchResult {
		let filed = Self::existing(proposal)?;
		ensure!(filed.stage.is_done(), Error::<T>::NotAtThisStage);
		ensure!(matches!(Self::due(&filed), Some(Due::Clear)), Error::<T>::NotDue);
		Self::settle_or_forget(proposal, &filed)
	}

	/// Settles stakes that nobody has claimed, and if there are none forgets a proposal with its votes: some of
	/// them at a time.
	pub(crate) fn settle_or_forget(proposal: ProposalId, filed: &ProposalOf<T>) -> DispatchResult {
		if filed.boost.as_ref().is_some_and(|boost| boost.stakers > 0) {
			// It changes nothing only if none of them has room for what they won.
			ensure!(Self::settle_some(proposal, filed), Error::<T>::CapReached);
		} else {
			Self::forget_with_votes(proposal, filed);
		}
		Ok(())
	}

	/// Forgets a proposal with its votes, or as many of them as are forgotten at once.
	pub(crate) fn forget_with_votes(proposal: ProposalId, filed: &ProposalOf<T>) {
		if !T::Ballots::clear(proposal, CLEARED_AT_ONCE) {
			return;
		}
		if let Some(Content { same, .. }) = Contents::<T>::get(proposal) {
			BlockedBefore::<T>::mutate_exists(same, |blocked| {
				if blocked.as_ref().is_some_and(|(by, _)| *by == proposal) {
					*blocked = None;
				}
			});
		}
		// It was among those still, if it was withdrawn after somebody had voted.
		Self::no_longer_open(&filed.proposer, proposal);
		Self::forget(proposal);
		Self::deposit_event(Event::Cleared { proposal });
	}

	/// Forgets a proposal.
	pub(crate) fn forget(proposal: ProposalId) {
		Proposals::<T>::remove(proposal);
		Contents::<T>::remove(proposal);
		Histories::<T>::remove(proposal);
	}

	/// Whether what was done in this block need not be remembered any more.
	pub(crate) fn is_forgotten_after(done: BlockNumberFor<T>) -> bool {
		let now = frame_system::Pallet::<T>::block_number();
		now > done.saturating_add(Self::figures().memory.into())
	}
}
