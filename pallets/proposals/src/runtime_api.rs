// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about proposals, in one call.

use crate::{Claim, Listed, OpenVote, Quote, Report};
use alloc::vec::Vec;
use artel_primitives::{units::LaborBalance, vote::ProposalId};
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// What is decided, by whom, when, and what has become of it.
	pub trait ProposalsApi<AccountId, Person, BlockNumber, Hash, Call>
	where
		AccountId: Codec,
		Person: Codec,
		BlockNumber: Codec,
		Hash: Codec,
		Call: Codec,
	{
		/// Everything about a proposal; none if there is none with this number.
		fn proposal(proposal: ProposalId) -> Option<Report<Person, BlockNumber, Hash, Call>>;

		/// The proposals from this number on from which something may still follow, a hundred at most,
		/// oldest first.
		fn active(from: ProposalId) -> Vec<Listed<Person, BlockNumber>>;

		/// What is voted on now, what a member's vote would weigh there, and what decides it; from this
		/// number on, a hundred at most, oldest first.
		fn open_for(
			who: AccountId,
			from: ProposalId,
		) -> Vec<OpenVote<Person, BlockNumber, Call>>;

		/// What proposals may still spend of the pool in this epoch, in hundredths of a LABOR: what passes
		/// by its bar, and what passes without it.
		fn allowance() -> (LaborBalance, LaborBalance);

		/// What stakes mean for a proposal now, and what it would take to change that; none if it takes none.
		fn boost_quote(proposal: ProposalId) -> Option<Quote<BlockNumber>>;

		/// What somebody can claim of their stakes on proposals that are decided, from this number on, a hundred at
		/// most, oldest first; of those who left as well.
		fn claimable(who: AccountId, from: ProposalId) -> Vec<(ProposalId, Claim)>;
	}
}
