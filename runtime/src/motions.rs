//! What members can decide by a motion, and on which track.
//!
//! This is the whole list. A call that is not on it cannot be carried by a motion, whatever the
//! majority: so a batch or a proxy around a call gives no way to a laxer track, raw storage and
//! forced transfers are out of reach, and a call that a later release brings waits here until
//! somebody has judged it. What must fail in any case is not let in to be voted on. Pallets judge no
//! calls themselves, and proposals knows none.

use crate::{parameters::dynamic_params, AccountId, MutualCredit, Runtime, RuntimeCall, System};
use frame_support::traits::Get;
use pallet_mutual_credit::types::LARGEST_ALLOTMENT;
use pallet_proposals::{
	Charge, JudgeMotions,
	Track::{self, *},
};
use pallet_vote_basket::types::are_possible;

/// Knows on which track a call is decided.
pub struct Motions;

impl JudgeMotions<RuntimeCall, AccountId> for Motions {
	fn judge(call: &RuntimeCall) -> Option<Charge<AccountId>> {
		use frame_system::Call as SystemCall;
		use pallet_epochs::Call as EpochsCall;
		use pallet_grandpa::Call as GrandpaCall;
		use pallet_membership::Call as MembershipCall;
		use pallet_mutual_credit::Call as CreditCall;
		use pallet_parameters::Call as ParametersCall;
		use pallet_proposals::Call as ProposalsCall;
		use pallet_reputation::Call as ReputationCall;
		use pallet_tx_pause::Call as PauseCall;
		use pallet_validators::Call as ValidatorsCall;
		use pallet_vote_basket::Call as VoteCall;

		match call {
			RuntimeCall::MutualCredit(CreditCall::settle_dispute { order, .. }) => {
				judging(MutualCredit::order(*order).map(|order| order.provider))
			},
			RuntimeCall::Proposals(ProposalsCall::settle { proposal, .. }) => {
				let filed = pallet_proposals::Proposals::<Runtime>::get(proposal);
				judging(filed.and_then(|filed| filed.stage.worker().cloned()))
			},

			RuntimeCall::Reputation(ReputationCall::grant { who, amount, reason })
				if *amount > 0 && !reason.is_blank() =>
			{
				Some(Charge { track: Care, concerns: None, beneficiary: Some(who.clone()) })
			},
			RuntimeCall::Reputation(ReputationCall::withdraw { who, amount, reason })
				if *amount > 0 && !reason.is_blank() =>
			{
				concerning(Withdrawal, who)
			},

			RuntimeCall::Membership(
				MembershipCall::admit { .. }
				| MembershipCall::decline { .. }
				| MembershipCall::grant_class { .. },
			) => on(Admission),
			RuntimeCall::Membership(MembershipCall::expel { who, reason, .. })
				if !reason.is_blank() =>
			{
				concerning(Expulsion, who)
			},
			RuntimeCall::Membership(MembershipCall::force_class { .. }) => on(Expulsion),
			// Judged again when it is carried out: a key that has signed meanwhile is not lost. Whom it
			// concerns counts like all others, or one of two could take the other's account.
			RuntimeCall::Membership(MembershipCall::restore_access { who, nonce, to })
				if *nonce == *System::account_nonce(who) && who != to =>
			{
				on(LostKey)
			},

			RuntimeCall::Epochs(EpochsCall::set_length { length }) if *length > 0 => {
				on(Constitution)
			},
			RuntimeCall::MutualCredit(CreditCall::set_allotment { allotment })
				if is_possible(*allotment) =>
			{
				on(Constitution)
			},
			RuntimeCall::VoteBasket(VoteCall::set_topics { topics }) if are_possible(topics) => {
				on(Constitution)
			},
			RuntimeCall::Membership(MembershipCall::set_statute { .. })
			| RuntimeCall::Parameters(ParametersCall::set_parameter { .. })
			| RuntimeCall::Validators(
				ValidatorsCall::approve { .. } | ValidatorsCall::remove { .. },
			)
			| RuntimeCall::TxPause(PauseCall::pause { .. } | PauseCall::unpause { .. })
			| RuntimeCall::Grandpa(GrandpaCall::note_stalled { .. })
			// The code itself is applied by whoever has it, once its hash is decided.
			| RuntimeCall::System(SystemCall::authorize_upgrade { .. }) => on(Constitution),

			_ => None,
		}
	}
}

/// A motion that is about nobody in particular.
fn on(track: Track) -> Option<Charge<AccountId>> {
	Some(Charge { track, concerns: None, beneficiary: None })
}

/// A motion on somebody, who does not vote on it.
fn concerning(track: Track, who: &AccountId) -> Option<Charge<AccountId>> {
	Some(Charge { track, concerns: Some(who.clone()), beneficiary: None })
}

/// A motion on somebody's work, from which that one gains.
fn judging(worker: Option<AccountId>) -> Option<Charge<AccountId>> {
	Some(Charge { track: Work, concerns: None, beneficiary: worker })
}

/// Whether there can be so much LABOR for each member.
fn is_possible(allotment: u64) -> bool {
	let rules: pallet_mutual_credit::Parameters = dynamic_params::mutual_credit::Rules::get();
	(rules.first_grant.saturating_add(rules.second_grant)..=LARGEST_ALLOTMENT).contains(&allotment)
}
