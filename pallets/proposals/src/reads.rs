//! What everyone can ask about proposals.

use crate::*;

impl<T: Config> Pallet<T> {
	/// Everything about a proposal.
	pub(crate) fn do_report(number: ProposalId) -> Option<ReportOf<T>> {
		let proposal = Proposals::<T>::get(number)?;
		let Content { heading, payload, .. } = Contents::<T>::get(number)?;
		Some(Report {
			heading,
			payload,
			prospect: Self::prospect(&proposal),
			proposal,
			escrow: Escrows::<T>::get(number),
			applicants: Applicants::<T>::get(number).into_inner(),
			last_error: LastErrors::<T>::get(number),
			history: Histories::<T>::get(number).into_inner(),
		})
	}

	/// The proposals from which something may still follow, oldest first.
	pub(crate) fn do_active() -> Vec<(ProposalId, ProposalOf<T>)> {
		let mut active: Vec<_> =
			Proposals::<T>::iter().filter(|(_, filed)| !filed.stage.is_done()).collect();
		active.sort_unstable_by_key(|(number, _)| *number);
		active
	}

	/// What is voted on now, as it looks to a member.
	pub(crate) fn do_open_for(who: &T::AccountId) -> Vec<OpenVote<BlockNumberFor<T>>> {
		let now = frame_system::Pallet::<T>::block_number();
		Self::do_active()
			.into_iter()
			.filter_map(|(number, filed)| {
				let prospect = Self::prospect(&filed)?;
				if prospect.now.is_some() || now >= prospect.ends {
					return None;
				}
				let Content { heading, .. } = Contents::<T>::get(number)?;
				Some(OpenVote {
					proposal: number,
					title: heading.title,
					track: filed.rules.track,
					weight: T::Electorate::voice(who, &Self::terms(&filed, now)),
					vote: T::Ballots::ballot(number, who),
					prospect,
				})
			})
			.collect()
	}
}
