// SPDX-License-Identifier: Apache-2.0

//! The validators' pallet with its real neighbours: sessions, BABE, GRANDPA, authorship. Offences have a file
//! of their own.

mod common;

use artel_runtime::*;
use codec::Encode;
use common::*;
use frame_support::{assert_ok, traits::KeyOwnerProofSystem};
use pallet_validators::{Call as Validators_, Standing};
use sp_keyring::Sr25519Keyring;
use Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve};

const ALL: [u32; 4] = [0, 1, 2, 3];

fn ids(who: &[Sr25519Keyring]) -> Vec<AccountId> {
	who.iter().map(|who| who.to_account_id()).collect()
}

/// Makes session keys in a keystore of their own, as a node does, and sets them.
fn set_keys(chain: &mut Chain, who: Sr25519Keyring) -> SessionKeys {
	let call = set_keys_call(&who.to_account_id(), None);
	let pallet_session::Call::set_keys { keys, .. } = call.clone() else { panic!("it sets keys") };
	assert_ok!(chain.call(who, call));
	keys
}

fn active(chain: &mut Chain) -> Vec<AccountId> {
	chain.with(Session::validators)
}

fn standing(chain: &mut Chain, who: Sr25519Keyring) -> Standing {
	chain.with(|| {
		Validators::validator(who.to_account_id()).expect("the validator is approved").standing
	})
}

#[test]
fn members_approve_a_fifth_validator() {
	story("local_testnet", |chain| {
		// GIVEN four validators, and Eve with session keys
		assert_eq!(active(chain), ids(&[Alice, Bob, Charlie, Dave]));
		set_keys(chain, Eve);
		// WHEN the members approve her
		assert_ok!(chain.decide(Validators_::approve { who: Eve.to_account_id() }));
		// THEN she serves from the second session boundary, in both consensus protocols
		chain.end_session(&ALL);
		assert_eq!(active(chain).len(), 4);
		chain.end_session(&ALL);
		assert_eq!(active(chain), ids(&[Alice, Bob, Charlie, Dave, Eve]));
		chain.with(|| {
			assert_eq!(Babe::authorities().len(), 5);
			assert_eq!(Grandpa::grandpa_authorities().len(), 5);
		});
	});
}

#[test]
fn one_member_alone_decides_nothing() {
	story("development", |chain| {
		let call = || Validators_::approve { who: Eve.to_account_id() };
		assert_eq!(chain.call(Alice, call()), Err(sp_runtime::DispatchError::BadOrigin));
		// Nor does a motion that only its mover votes for.
		let proposal = chain.propose(Alice, call()).expect("a member may move it");
		chain.agree(proposal, &[Alice]);
		let end = chain.with(|| {
			pallet_proposals::Proposals::<Runtime>::get(proposal).expect("it was filed").rules.ends
		});
		while chain.number() <= end {
			chain.block(0, vec![]);
		}
		let too_late = pallet_proposals::Call::execute { proposal };
		assert!(chain.call(Alice, too_late).is_err());
		chain.with(|| assert!(Validators::validator(Eve.to_account_id()).is_none()));
		// They decide together.
		assert_ok!(chain.by_vote(call()));
		chain.with(|| assert!(Validators::validator(Eve.to_account_id()).is_some()));
	});
}

#[test]
fn a_silent_validator_is_left_out_until_it_resumes() {
	story("local_testnet", |chain| {
		// GIVEN sessions of 10 slots and four validators, ten sessions are 25 slots each
		let others = [0, 1, 2];
		for _ in 0..11 {
			chain.end_session(&others);
		}
		assert!(matches!(standing(chain, Dave), Standing::LeftOut { absences: 1, .. }));
		assert_eq!(active(chain), ids(&[Alice, Bob, Charlie]));
		// WHEN Dave calls resume
		assert_ok!(chain.call(Dave, Validators_::resume {}));
		// THEN he is back at the second boundary
		chain.end_session(&others);
		chain.end_session(&others);
		assert_eq!(active(chain), ids(&[Alice, Bob, Charlie, Dave]));
	});
}

#[test]
fn the_author_of_a_sessions_first_block_belongs_to_its_new_set() {
	story("local_testnet", |chain| {
		// GIVEN Alice, the first of the set, was removed and the change takes effect next
		assert_ok!(chain.decide(Validators_::remove { who: Alice.to_account_id() }));
		chain.end_session(&ALL);
		// WHEN the first place of the new set authors the first block of the session
		chain.end_session(&[0]);
		assert_eq!(active(chain), ids(&[Bob, Charlie, Dave]));
		// THEN it is Bob who authored, not Alice
		chain.with(|| assert_eq!(Authorship::author(), Some(Bob.to_account_id())));
	});
}

#[test]
fn an_unchanged_set_keeps_its_grandpa_id_and_its_disabled() {
	story("local_testnet", |chain| {
		let before = chain.with(pallet_grandpa::CurrentSetId::<Runtime>::get);
		for _ in 0..3 {
			chain.end_session(&ALL);
		}
		assert_eq!(chain.with(pallet_grandpa::CurrentSetId::<Runtime>::get), before);
	});
}

#[test]
fn rotated_keys_can_be_held_to_account() {
	story("local_testnet", |chain| {
		// GIVEN Bob rotates his keys, and the set is otherwise the same
		let keys = set_keys(chain, Bob);
		chain.end_session(&ALL);
		chain.end_session(&ALL);
		chain.with(|| {
			assert!(Babe::authorities().iter().any(|(id, _)| *id == keys.babe));
			// THEN his new key can be shown to have been a validator's, even in a later session
			let key = (sp_consensus_babe::KEY_TYPE, keys.babe.encode());
			let proof = Historical::prove(key.clone()).expect("it is a key of this session");
			assert_eq!(Historical::check_proof(key, proof), Some((Bob.to_account_id(), ())));
		});
		let key = (sp_consensus_babe::KEY_TYPE, keys.babe.encode());
		let proof = chain.with(|| Historical::prove(key.clone()).expect("it is still a key"));
		chain.end_session(&ALL);
		chain.with(|| {
			assert_eq!(Historical::check_proof(key, proof), Some((Bob.to_account_id(), ())));
		});
	});
}
