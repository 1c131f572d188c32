// SPDX-License-Identifier: Apache-2.0

//! What others ask of proposals and tell them.

use crate::*;

impl<T: Config> Governed for Pallet<T> {
	type Figures = Figures;

	fn figures() -> Figures {
		CurrentFigures::<T>::get()
	}

	fn govern(figures: Figures) -> DispatchResult {
		CurrentFigures::<T>::put(figures);
		Ok(())
	}
}

impl<T: Config> Polling<Tally> for Pallet<T> {
	type Class = TermsOf<T>;
	type Index = ProposalId;
	type Moment = BlockNumberFor<T>;
	type Votes = VoteBalance;

	/// The terms are each proposal's own, so there is no list of them.
	fn classes() -> Vec<TermsOf<T>> {
		Vec::new()
	}

	fn as_ongoing(proposal: ProposalId) -> Option<(Tally, TermsOf<T>)> {
		Self::access_poll(proposal, |status| match status {
			PollStatus::Ongoing(tally, terms) => Some((tally.clone(), terms)),
			_ => None,
		})
	}

	fn access_poll<R>(
		proposal: ProposalId,
		see: impl FnOnce(PollStatus<&mut Tally, BlockNumberFor<T>, TermsOf<T>>) -> R,
	) -> R {
		Self::with_votes(proposal, see, |_| true)
	}

	fn try_access_poll<R>(
		proposal: ProposalId,
		see: impl FnOnce(
			PollStatus<&mut Tally, BlockNumberFor<T>, TermsOf<T>>,
		) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		Self::with_votes(proposal, see, Result::is_ok)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_ongoing(terms: TermsOf<T>) -> Result<ProposalId, ()> {
		Ok(benchmarking::open::<T>(terms))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn end_ongoing(proposal: ProposalId, _: bool) -> Result<(), ()> {
		Proposals::<T>::mutate(proposal, |kept| {
			let filed = kept.as_mut().ok_or(())?;
			filed.rules.ends = Zero::zero();
			filed.boost = None;
			Ok(())
		})
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn on_left(who: &T::AccountId, _: MemberNumber, _: Class) {
		OpenBy::<T>::remove(who);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(who: &T::AccountId) {
		benchmarking::set_worst_case::<T>(who);
	}
}
