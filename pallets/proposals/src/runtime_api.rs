// SPDX-License-Identifier: Apache-2.0

//! What everyone can ask about proposals, in one call.

use crate::{OpenVote, Proposal, Report};
use alloc::vec::Vec;
use artel_primitives::{units::LaborBalance, vote::ProposalId};
use codec::Codec;
use frame::deps::sp_core::Get;

sp_api::decl_runtime_apis! {
	/// What is decided, by whom, when, and what has become of it.
	pub trait ProposalsApi<AccountId, BlockNumber, Hash, MaxMotionLength>
	where
		AccountId: Codec,
		BlockNumber: Codec,
		Hash: Codec,
		MaxMotionLength: Get<u32>,
	{
		/// Everything about a proposal; none if there is none with this number.
		fn proposal(
			proposal: ProposalId,
		) -> Option<Report<AccountId, BlockNumber, Hash, MaxMotionLength>>;

		/// The proposals from this number on from which something may still follow, a hundred at most,
		/// oldest first.
		fn active(from: ProposalId) -> Vec<(ProposalId, Proposal<AccountId, BlockNumber>)>;

		/// What is voted on now, what a member's vote would weigh there, and what decides it; from this
		/// number on, a hundred at most, oldest first.
		fn open_for(who: AccountId, from: ProposalId) -> Vec<OpenVote<BlockNumber>>;

		/// What proposals may still spend of the pool in this epoch, in hundredths of a LABOR: what passes
		/// by its bar, and what passes without it.
		fn allowance() -> (LaborBalance, LaborBalance);
	}
}
