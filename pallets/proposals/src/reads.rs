// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about proposals.

use crate::*;
use artel_primitives::{page::page, vote::Cast};

/// Everything about a proposal.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
#[scale_info(skip_type_params(MaxMotionLength))]
pub struct Report<AccountId, BlockNumber, Hash, MaxMotionLength: Get<u32>> {
	/// What it says of itself.
	pub heading: Heading<Hash>,
	/// What is proposed.
	pub payload: Payload<AccountId, BlockNumber, MaxMotionLength>,
	/// How far it is, with its votes and rules.
	pub proposal: Proposal<AccountId, BlockNumber>,
	/// What decides it, and when; none if it is decided.
	pub prospect: Option<Prospect<BlockNumber>>,
	/// Why it could not be carried out when somebody last tried.
	pub last_error: Option<DispatchError>,
	/// Every stage it came to, with the block of it.
	pub history: Vec<(BlockNumber, Stage<BlockNumber>)>,
}

/// A vote that is open, as it looks to a member.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct OpenVote<BlockNumber> {
	/// The number of the proposal.
	pub proposal: u32,
	/// What it is called.
	pub title: Line,
	/// On which track it is decided.
	pub track: Track,
	/// What the member's vote would weigh now, in thousandths of a VOTE; 0 if they cannot vote here.
	pub weight: u64,
	/// How they voted.
	pub vote: Option<Cast>,
	/// What decides it, and when.
	pub prospect: Prospect<BlockNumber>,
}

impl<T: Config> Pallet<T> {
	/// Everything about a proposal; none if there is none with this number.
	pub fn proposal(number: ProposalId) -> Option<ReportOf<T>> {
		let proposal = Proposals::<T>::get(number)?;
		let Content { heading, payload, .. } = Contents::<T>::get(number)?;
		Some(Report {
			heading,
			payload,
			prospect: Self::prospect(&proposal),
			proposal,
			last_error: LastErrors::<T>::get(number),
			history: Histories::<T>::get(number).into_inner(),
		})
	}

	/// The proposals from this number on from which something may still follow, oldest first.
	pub fn active(from: ProposalId) -> Vec<(ProposalId, ProposalOf<T>)> {
		page(Self::numbers(), from, |(number, _)| Some((number, Self::still_active(number)?)))
	}

	/// What is voted on now, from this number on, as it looks to a member.
	pub fn open_for(who: T::AccountId, from: ProposalId) -> Vec<OpenVote<BlockNumberFor<T>>> {
		let now = frame_system::Pallet::<T>::block_number();
		page(Self::numbers(), from, |(number, _)| {
			let filed = Self::still_active(number)?;
			let prospect = Self::prospect(&filed)?;
			if prospect.now.is_some() || now >= prospect.ends {
				return None;
			}
			let Content { heading, .. } = Contents::<T>::get(number)?;
			Some(OpenVote {
				proposal: number,
				title: heading.title,
				track: filed.rules.track,
				weight: T::Electorate::voice(&who, &Self::terms(&filed, now)),
				vote: T::Ballots::ballot(number, &who),
				prospect,
			})
		})
	}

	/// What proposals may still spend of the pool in this epoch, in hundredths of a LABOR: what passes
	/// by its bar, and what passes without it.
	pub fn allowance() -> (LaborBalance, LaborBalance) {
		let (spending, parameters) = (Self::spending(), Self::figures());
		(spending.left(&parameters, Route::Bar), spending.left(&parameters, Route::Second))
	}

	/// The number of every proposal.
	fn numbers() -> impl Iterator<Item = (ProposalId, ())> {
		Proposals::<T>::iter_keys().map(|number| (number, ()))
	}

	/// A proposal from which something may still follow.
	fn still_active(number: ProposalId) -> Option<ProposalOf<T>> {
		Proposals::<T>::get(number).filter(|filed| !filed.stage.is_done())
	}
}
