// SPDX-License-Identifier: Apache-2.0

//! Reports of who signed twice: what the chain takes, and what it does then.

use crate::{configs::consensus::ReportLongevity, *};
use core::marker::PhantomData;
use frame_support::{
	ensure,
	storage::with_transaction,
	traits::{KeyOwnerProofSystem, OneSessionHandler},
	weights::Weight,
};
use sp_consensus_grandpa::{AuthorityId, EquivocationProof};
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	BoundToRuntimeAppPublic, DispatchError, TransactionOutcome,
};
use sp_session::{GetSessionNumber, GetValidatorCount, MembershipProof};
use sp_staking::offence::{OffenceReportSystem, ReportOffence};

/// Reports of two blocks for one slot.
pub type BlockReports =
	Proven<pallet_babe::EquivocationReportSystem<Runtime, Offences, Historical, ReportLongevity>>;

/// Reports of two votes in one round.
pub type VoteReports = Proven<Votes>;

/// A report system that takes no report into a block that would fail there.
///
/// The stock ones look at the proof only when they punish. Until then a report that proves nothing holds the
/// place of any other for the same offender and slot, and it fills blocks for nothing. Here every
/// report is tried out first, and what came of it undone.
pub struct Proven<S>(PhantomData<S>);

impl<Reporter, Evidence, S> OffenceReportSystem<Option<Reporter>, Evidence> for Proven<S>
where
	Evidence: Clone,
	S: OffenceReportSystem<Option<Reporter>, Evidence>,
{
	type Longevity = S::Longevity;

	fn publish_evidence(evidence: Evidence) -> Result<(), ()> {
		S::publish_evidence(evidence)
	}

	fn check_evidence(evidence: Evidence) -> Result<(), TransactionValidityError> {
		S::check_evidence(evidence.clone())?;
		with_transaction(|| TransactionOutcome::Rollback(S::process_evidence(None, evidence)))
			.map_err(|_: DispatchError| InvalidTransaction::BadProof.into())
	}

	fn process_evidence(
		reporter: Option<Reporter>,
		evidence: Evidence,
	) -> Result<(), DispatchError> {
		S::process_evidence(reporter, evidence)
	}
}

/// What the stock weights say of a report, twice, because it is tried out before.
pub struct ReportWeights;

impl pallet_babe::WeightInfo for ReportWeights {
	fn plan_config_change() -> Weight {
		<() as pallet_babe::WeightInfo>::plan_config_change()
	}

	fn report_equivocation(validators: u32, nominators: u32) -> Weight {
		<() as pallet_babe::WeightInfo>::report_equivocation(validators, nominators)
			.saturating_mul(2)
	}
}

impl pallet_grandpa::WeightInfo for ReportWeights {
	fn report_equivocation(validators: u32, nominators: u32) -> Weight {
		<() as pallet_grandpa::WeightInfo>::report_equivocation(validators, nominators)
			.saturating_mul(2)
	}

	fn note_stalled() -> Weight {
		<() as pallet_grandpa::WeightInfo>::note_stalled()
	}
}

type StockVotes =
	pallet_grandpa::EquivocationReportSystem<Runtime, Offences, Historical, ReportLongevity>;

/// Reports of votes, which also count after a forced change of GRANDPA's set.
///
/// The runtime counts every set that it announces. Nodes count those that came into force, and a forced
/// change does away with all that were announced while finality stood still. From then on the
/// nodes' numbers, which votes carry, are behind the runtime's for good. The stock system wants the session of
/// the keys to be one of the very set with that number, by the runtime's count, and so refuses everything. Here
/// it must not lie *before* that set. That is as strict as it needs to be: whose key it was in that session
/// has a proof of its own, and nobody signs two votes in one round of any set without breaking the rules.
pub struct Votes;

type VoteEvidence = (EquivocationProof<Hash, BlockNumber>, MembershipProof);

impl OffenceReportSystem<Option<AccountId>, VoteEvidence> for Votes {
	type Longevity = ReportLongevity;

	fn publish_evidence(evidence: VoteEvidence) -> Result<(), ()> {
		StockVotes::publish_evidence(evidence)
	}

	fn check_evidence(evidence: VoteEvidence) -> Result<(), TransactionValidityError> {
		StockVotes::check_evidence(evidence)
	}

	fn process_evidence(
		reporter: Option<AccountId>,
		(votes, ownership): VoteEvidence,
	) -> Result<(), DispatchError> {
		type Error = pallet_grandpa::Error<Runtime>;
		let (set_id, round) = (votes.set_id(), votes.round());
		let (session_index, validator_set_count) =
			(ownership.session(), ownership.validator_count());
		let key = (sp_consensus_grandpa::KEY_TYPE, votes.offender().clone());
		ensure!(
			sp_consensus_grandpa::check_equivocation_proof(votes),
			Error::InvalidEquivocationProof
		);
		let offender =
			Historical::check_proof(key, ownership).ok_or(Error::InvalidKeyOwnershipProof)?;
		if let Some(before) = set_id.checked_sub(1) {
			let last = pallet_grandpa::SetIdSession::<Runtime>::get(before)
				.ok_or(Error::InvalidEquivocationProof)?;
			ensure!(session_index > last, Error::InvalidEquivocationProof);
		}
		let offence = pallet_grandpa::EquivocationOffence {
			time_slot: pallet_grandpa::TimeSlot { set_id, round },
			session_index,
			validator_set_count,
			offender,
		};
		let reporters = reporter.or_else(Authorship::author).into_iter().collect();
		Offences::report_offence(reporters, offence)
			.map_err(|_| Error::DuplicateOffenceReport.into())
	}
}

/// GRANDPA, which also hears of a set that it could not take over in time.
///
/// The stock pallet takes no change of its set while one is pending, as a forced one is for its whole
/// delay, and never hears of it again: whoever began to serve meanwhile, or changed their keys, would have no
/// vote until the next change. Here a session that finds another set than its own is a change.
pub struct Finality;

impl BoundToRuntimeAppPublic for Finality {
	type Public = AuthorityId;
}

impl OneSessionHandler<AccountId> for Finality {
	type Key = AuthorityId;

	fn on_genesis_session<'a, I>(validators: I)
	where
		I: Iterator<Item = (&'a AccountId, AuthorityId)> + 'a,
	{
		<Grandpa as OneSessionHandler<AccountId>>::on_genesis_session(validators);
	}

	fn on_new_session<'a, I>(changed: bool, validators: I, queued: I)
	where
		I: Iterator<Item = (&'a AccountId, AuthorityId)> + 'a,
	{
		let validators: Vec<_> = validators.collect();
		let votes = pallet_grandpa::Authorities::<Runtime>::get();
		let missed = !votes.iter().map(|(key, _)| key).eq(validators.iter().map(|(_, key)| key));
		<Grandpa as OneSessionHandler<AccountId>>::on_new_session(
			changed || missed,
			validators.into_iter(),
			queued.collect::<Vec<_>>().into_iter(),
		);
	}

	fn on_before_session_ending() {
		<Grandpa as OneSessionHandler<AccountId>>::on_before_session_ending();
	}

	fn on_disabled(place: u32) {
		<Grandpa as OneSessionHandler<AccountId>>::on_disabled(place);
	}
}
