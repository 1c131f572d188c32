//! The validators' pallet with its real neighbours: sessions, BABE, GRANDPA, offences, authorship.

mod common;

use artel_runtime::*;
use codec::Encode;
use common::*;
use frame_support::{assert_ok, traits::KeyOwnerProofSystem};
use pallet_validators::{Call as Validators_, Standing};
use sp_consensus_babe::digests::CompatibleDigestItem;
use sp_core::Pair;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{traits::Header as _, transaction_validity::InvalidTransaction, DigestItem};
use Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve};

const ALL: [u32; 4] = [0, 1, 2, 3];

fn ids(who: &[Sr25519Keyring]) -> Vec<AccountId> {
	who.iter().map(|who| who.to_account_id()).collect()
}

/// Makes session keys in a keystore of their own, as a node does, and sets them.
fn set_keys(chain: &mut Chain, who: Sr25519Keyring) -> SessionKeys {
	let mut keystore = sp_io::TestExternalities::new_empty();
	keystore.register_extension(sp_keystore_ext());
	let generated =
		keystore.execute_with(|| SessionKeys::generate(&who.to_account_id().encode(), None));
	let call = pallet_session::Call::set_keys {
		keys: generated.keys.clone(),
		proof: generated.proof.encode(),
	};
	assert_ok!(chain.call(who, call));
	generated.keys
}

fn sp_keystore_ext() -> sp_keystore::KeystoreExt {
	sp_keystore::KeystoreExt::new(sp_keystore::testing::MemoryKeystore::new())
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
		let too_late = chain.execute_call(proposal);
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

/// Two blocks by Bob for one slot, and the report of it.
fn babe_report(chain: &mut Chain) -> UncheckedExtrinsic {
	let pair = Bob.pair();
	let slot = chain.slot();
	let place = chain.with(|| {
		let key = Bob.public().into();
		Babe::authorities().iter().position(|(id, _)| *id == key).expect("Bob validates") as u32
	});
	let header = |number| {
		let mut header = Header::new(
			number,
			Default::default(),
			Default::default(),
			Default::default(),
			pre_digest(slot, place),
		);
		let seal = pair.sign(header.hash().as_ref());
		header.digest_mut().push(DigestItem::babe_seal(seal.into()));
		header
	};
	let equivocation_proof = sp_consensus_babe::EquivocationProof {
		offender: pair.public().into(),
		slot: slot.into(),
		first_header: header(1),
		second_header: header(2),
	};
	let key_owner_proof = chain.with(|| {
		Historical::prove((sp_consensus_babe::KEY_TYPE, Bob.public().encode()))
			.expect("Bob's key is one of this session")
	});
	UncheckedExtrinsic::new_bare(
		pallet_babe::Call::report_equivocation_unsigned {
			equivocation_proof: Box::new(equivocation_proof),
			key_owner_proof,
		}
		.into(),
	)
}

/// Two votes by Bob in one round, and the report of it.
fn grandpa_report(chain: &mut Chain) -> UncheckedExtrinsic {
	let key = Ed25519Keyring::Bob;
	let set_id = chain.with(pallet_grandpa::CurrentSetId::<Runtime>::get);
	let vote = |byte: u8| {
		let vote =
			finality_grandpa::Prevote { target_hash: Hash::repeat_byte(byte), target_number: 1 };
		let message = finality_grandpa::Message::Prevote(vote.clone());
		let payload = sp_consensus_grandpa::localized_payload(1, set_id, &message);
		(vote, key.sign(&payload).into())
	};
	let equivocation =
		sp_consensus_grandpa::Equivocation::Prevote(finality_grandpa::Equivocation {
			round_number: 1,
			identity: key.public().into(),
			first: vote(1),
			second: vote(2),
		});
	let key_owner_proof = chain.with(|| {
		Historical::prove((sp_consensus_grandpa::KEY_TYPE, key.public().encode()))
			.expect("Bob's key is one of this session")
	});
	UncheckedExtrinsic::new_bare(
		pallet_grandpa::Call::report_equivocation_unsigned {
			equivocation_proof: Box::new(sp_consensus_grandpa::EquivocationProof::new(
				set_id,
				equivocation,
			)),
			key_owner_proof,
		}
		.into(),
	)
}

fn bob_is_punished(report: impl FnOnce(&mut Chain) -> UncheckedExtrinsic) {
	story("local_testnet", |chain| {
		for _ in 0..3 {
			chain.block(0, vec![]);
		}
		// WHEN the report lands, unsigned, in a block
		let report = report(chain);
		assert_eq!(chain.block(0, vec![report.clone()]), [Ok(Ok(()))]);
		// THEN Bob is disabled at once, and excluded
		chain.with(|| assert_eq!(Session::disabled_validators(), [1]));
		assert_eq!(standing(chain, Bob), Standing::Excluded);
		// the same report again is stale,
		assert_eq!(chain.block(0, vec![report]), [Err(InvalidTransaction::Stale.into())]);
		// he stays disabled while his last session runs, and is out of the second set from here,
		let others = [0, 2, 3];
		chain.end_session(&others);
		chain.with(|| assert_eq!(Session::disabled_validators(), [1]));
		chain.end_session(&[0, 2]);
		assert_eq!(active(chain), ids(&[Alice, Charlie, Dave]));
		chain.with(|| assert!(Session::disabled_validators().is_empty()));
		// and comes back only by a new approval.
		let resume = chain.call(Bob, Validators_::resume {});
		assert_eq!(
			resume,
			Err(pallet_validators::Error::<Runtime>::ExcludedForEquivocation.into())
		);
		assert_ok!(chain.decide(Validators_::approve { who: Bob.to_account_id() }));
		chain.end_session(&[0, 1, 2]);
		chain.end_session(&[0, 1, 2]);
		assert_eq!(active(chain), ids(&[Alice, Bob, Charlie, Dave]));
	});
}

#[test]
fn two_blocks_for_one_slot_exclude_their_author() {
	bob_is_punished(babe_report);
}

#[test]
fn two_votes_in_one_round_exclude_their_voter() {
	bob_is_punished(grandpa_report);
}

#[test]
fn a_false_report_is_refused() {
	story("local_testnet", |chain| {
		for _ in 0..3 {
			chain.block(0, vec![]);
		}
		// GIVEN a report whose proof of ownership is for another key
		let mut report = babe_report(chain);
		if let RuntimeCall::Babe(pallet_babe::Call::report_equivocation_unsigned {
			key_owner_proof,
			..
		}) = &mut report.function
		{
			*key_owner_proof = chain.with(|| {
				Historical::prove((sp_consensus_babe::KEY_TYPE, Dave.public().encode()))
					.expect("Dave's key is one of this session")
			});
		}
		assert_eq!(chain.block(0, vec![report]), [Err(InvalidTransaction::BadProof.into())]);
		assert_eq!(standing(chain, Bob), Standing::FRESH);
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
