//! What members can decide by a motion, and on which track.
//!
//! This is the whole list. A call that is not on it cannot be carried by a motion, whatever the
//! majority: so a batch or a proxy around a call gives no way to a laxer track, raw storage and
//! forced transfers are out of reach, and a call that a later release brings waits here until
//! somebody has judged it. What must fail in any case is not let in to be voted on. Pallets judge no
//! calls themselves, and proposals knows none.

use crate::{AccountId, MutualCredit, Runtime, RuntimeCall, System};
use pallet_proposals::{
	Charge, JudgeMotions,
	Track::{self, *},
};

/// Knows on which track a call is decided.
pub struct Motions;

impl JudgeMotions<RuntimeCall, AccountId> for Motions {
	fn judge(call: &RuntimeCall) -> Option<Charge<AccountId>> {
		match call {
			RuntimeCall::System(call) => system(call),
			RuntimeCall::Parameters(call) => parameters(call),
			RuntimeCall::Validators(call) => validators(call),
			RuntimeCall::Grandpa(call) => grandpa(call),
			RuntimeCall::TxPause(call) => tx_pause(call),
			RuntimeCall::Epochs(call) => epochs(call),
			RuntimeCall::MutualCredit(call) => mutual_credit(call),
			RuntimeCall::Reputation(call) => reputation(call),
			RuntimeCall::VoteBasket(call) => vote_basket(call),
			RuntimeCall::Proposals(call) => proposals(call),
			RuntimeCall::Membership(call) => membership(call),
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

/// A motion from which somebody gains.
fn benefiting(track: Track, who: &AccountId) -> Option<Charge<AccountId>> {
	Some(Charge { track, concerns: None, beneficiary: Some(who.clone()) })
}

fn system(call: &frame_system::Call<Runtime>) -> Option<Charge<AccountId>> {
	use frame_system::Call::*;
	match call {
		// The code itself is applied by whoever has it, once its hash is decided.
		authorize_upgrade { .. } => on(Constitution),
		_ => None,
	}
}

fn parameters(call: &pallet_parameters::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_parameters::Call::*;
	match call {
		set_parameter { .. } => on(Constitution),
		_ => None,
	}
}

fn validators(call: &pallet_validators::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_validators::Call::*;
	match call {
		approve { .. } | remove { .. } => on(Constitution),
		_ => None,
	}
}

fn grandpa(call: &pallet_grandpa::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_grandpa::Call::*;
	match call {
		note_stalled { .. } => on(Constitution),
		_ => None,
	}
}

fn tx_pause(call: &pallet_tx_pause::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_tx_pause::Call::*;
	match call {
		pause { .. } | unpause { .. } => on(Constitution),
		_ => None,
	}
}

fn epochs(call: &pallet_epochs::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_epochs::Call::*;
	match call {
		set_length { .. } => on(Constitution),
		_ => None,
	}
}

fn mutual_credit(call: &pallet_mutual_credit::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_mutual_credit::Call::*;
	match call {
		settle_dispute { order, .. } => {
			let provider = MutualCredit::order(*order).map(|order| order.provider);
			Some(Charge { track: Work, concerns: None, beneficiary: provider })
		},
		set_allotment { .. } => on(Constitution),
		_ => None,
	}
}

fn reputation(call: &pallet_reputation::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_reputation::Call::*;
	match call {
		grant { who, amount, reason } if *amount > 0 && !reason.is_blank() => benefiting(Care, who),
		withdraw { who, amount, reason } if *amount > 0 && !reason.is_blank() => {
			concerning(Withdrawal, who)
		},
		_ => None,
	}
}

fn vote_basket(call: &pallet_vote_basket::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_vote_basket::Call::*;
	match call {
		set_topics { .. } => on(Constitution),
		_ => None,
	}
}

fn proposals(call: &pallet_proposals::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_proposals::Call::*;
	match call {
		settle { proposal, .. } => {
			let filed = pallet_proposals::Proposals::<Runtime>::get(proposal);
			let worker = filed.and_then(|filed| filed.stage.worker().cloned());
			Some(Charge { track: Work, concerns: None, beneficiary: worker })
		},
		_ => None,
	}
}

fn membership(call: &pallet_membership::Call<Runtime>) -> Option<Charge<AccountId>> {
	use pallet_membership::Call::*;
	match call {
		admit { .. } | decline { .. } | grant_class { .. } => on(Admission),
		expel { who, reason, .. } if !reason.is_blank() => concerning(Expulsion, who),
		force_class { .. } => on(Expulsion),
		// Judged again when it is carried out: a key that has signed meanwhile is not lost. Whom it
		// concerns counts like all others, or one of two could take the other's account.
		restore_access { who, nonce, to } if *nonce == *System::account_nonce(who) && who != to => {
			on(LostKey)
		},
		set_statute { .. } => on(Constitution),
		_ => None,
	}
}
