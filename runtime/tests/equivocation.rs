// SPDX-License-Identifier: Apache-2.0

//! Signing twice: which reports of it the chain takes, and what follows from them.

mod common;

use artel_runtime::*;
use codec::Encode;
use common::*;
use frame_support::{assert_ok, storage::with_transaction, traits::KeyOwnerProofSystem};
use pallet_validators::{Call as Validators_, Standing};
use sp_consensus_babe::digests::CompatibleDigestItem;
use sp_core::Pair;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidity},
	DigestItem, DispatchError, TransactionOutcome,
};
use sp_session::MembershipProof;
use Sr25519Keyring::{Alice, Bob, Charlie, Dave};

const ALL: [u32; 4] = [0, 1, 2, 3];

/// Bob's place among four.
const BOB: u32 = 1;

type BlockProof = sp_consensus_babe::EquivocationProof<Header>;
type VoteProof = sp_consensus_grandpa::EquivocationProof<Hash, BlockNumber>;

fn standing(chain: &mut Chain, who: Sr25519Keyring) -> Standing {
	chain.with(|| {
		Validators::validator(who.to_account_id()).expect("the validator is approved").standing
	})
}

fn active(chain: &mut Chain) -> Vec<AccountId> {
	chain.with(Session::validators)
}

fn ids(who: &[Sr25519Keyring]) -> Vec<AccountId> {
	who.iter().map(|who| who.to_account_id()).collect()
}

/// What a node's pool says of a transaction.
fn pool(
	chain: &mut Chain,
	tx: &UncheckedExtrinsic,
	from: TransactionSource,
) -> TransactionValidity {
	chain.with(|| {
		let head = System::block_hash(System::block_number());
		with_transaction(|| {
			let said = Executive::validate_transaction(from, tx.clone(), head);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(said))
		})
		.expect("the pool says something")
	})
}

/// Two blocks by Bob for the slot of the last block. Nodes that take the headers as they lie after the
/// verifier lose the seals.
fn two_blocks(chain: &mut Chain, sealed: bool) -> BlockProof {
	let pair = Bob.pair();
	let slot = chain.slot();
	let header = |number| {
		let mut header = Header::new(
			number,
			Default::default(),
			Default::default(),
			Default::default(),
			pre_digest(slot, BOB),
		);
		if sealed {
			let seal = pair.sign(header.hash().as_ref());
			header.digest_mut().push(DigestItem::babe_seal(seal.into()));
		}
		header
	};
	BlockProof {
		offender: pair.public().into(),
		slot: slot.into(),
		first_header: header(1),
		second_header: header(2),
	}
}

/// Two votes in Bob's name in one round of a set, signed by this key.
fn two_votes(set_id: u64, signer: Ed25519Keyring) -> VoteProof {
	let vote = |byte: u8| {
		let vote =
			finality_grandpa::Prevote { target_hash: Hash::repeat_byte(byte), target_number: 1 };
		let message = finality_grandpa::Message::Prevote(vote.clone());
		let payload = sp_consensus_grandpa::localized_payload(1, set_id, &message);
		(vote, signer.sign(&payload).into())
	};
	VoteProof::new(
		set_id,
		sp_consensus_grandpa::Equivocation::Prevote(finality_grandpa::Equivocation {
			round_number: 1,
			identity: Ed25519Keyring::Bob.public().into(),
			first: vote(1),
			second: vote(2),
		}),
	)
}

/// Shows that the key that makes blocks is a validator's.
fn owner_of_babe(chain: &mut Chain, who: Sr25519Keyring) -> MembershipProof {
	chain.with(|| {
		Historical::prove((sp_consensus_babe::KEY_TYPE, who.public().encode()))
			.expect("it is a key of this session")
	})
}

/// Shows that the key that votes is Bob's.
fn owner_of_grandpa(chain: &mut Chain) -> MembershipProof {
	chain.with(|| {
		let key = Ed25519Keyring::Bob.public().encode();
		Historical::prove((sp_consensus_grandpa::KEY_TYPE, key))
			.expect("it is a key of this session")
	})
}

fn babe_report(proof: BlockProof, owner: MembershipProof) -> UncheckedExtrinsic {
	let call = pallet_babe::Call::report_equivocation_unsigned {
		equivocation_proof: Box::new(proof),
		key_owner_proof: owner,
	};
	UncheckedExtrinsic::new_bare(call.into())
}

fn grandpa_report(proof: VoteProof, owner: MembershipProof) -> UncheckedExtrinsic {
	let call = pallet_grandpa::Call::report_equivocation_unsigned {
		equivocation_proof: Box::new(proof),
		key_owner_proof: owner,
	};
	UncheckedExtrinsic::new_bare(call.into())
}

/// The number of GRANDPA's set, as the runtime counts.
fn set_id(chain: &mut Chain) -> u64 {
	chain.with(pallet_grandpa::CurrentSetId::<Runtime>::get)
}

fn begin(chain: &mut Chain) {
	for _ in 0..3 {
		chain.block(0, vec![]);
	}
}

/// It proves nothing: the pool refuses it, no block takes it, and Bob is left in peace.
fn is_refused(chain: &mut Chain, report: UncheckedExtrinsic) {
	let refusal = InvalidTransaction::BadProof;
	assert_eq!(pool(chain, &report, TransactionSource::Local), Err(refusal.into()));
	assert_eq!(pool(chain, &report, TransactionSource::InBlock), Err(refusal.into()));
	assert_eq!(chain.block(0, vec![report]), [Err(refusal.into())]);
	assert_eq!(standing(chain, Bob), Standing::FRESH);
	chain.with(|| assert!(Session::disabled_validators().is_empty()));
}

/// The pool takes it, and so does a block, in which Bob is punished.
fn is_executed(chain: &mut Chain, report: UncheckedExtrinsic) {
	let valid = pool(chain, &report, TransactionSource::Local).expect("the pool takes it");
	assert!(!valid.propagate && valid.provides.len() == 1);
	// Trying it out has changed nothing yet.
	assert_eq!(standing(chain, Bob), Standing::FRESH);
	assert_eq!(chain.block(0, vec![report.clone()]), [Ok(Ok(()))]);
	assert_eq!(standing(chain, Bob), Standing::Excluded);
	// The same report again is stale, for the pool and for a block.
	let stale = InvalidTransaction::Stale;
	assert_eq!(pool(chain, &report, TransactionSource::Local), Err(stale.into()));
	assert_eq!(chain.block(0, vec![report]), [Err(stale.into())]);
}

/// Bob is disabled at once, leaves at the second boundary, and comes back only by a new approval.
fn bob_is_out_until_he_is_approved_again(chain: &mut Chain) {
	chain.with(|| assert_eq!(Session::disabled_validators(), [BOB]));
	chain.end_session(&[0, 2, 3]);
	chain.with(|| assert_eq!(Session::disabled_validators(), [BOB]));
	chain.end_session(&[0, 2]);
	assert_eq!(active(chain), ids(&[Alice, Charlie, Dave]));
	chain.with(|| assert!(Session::disabled_validators().is_empty()));
	let excluded = pallet_validators::Error::<Runtime>::NotAfterEquivocation;
	assert_eq!(chain.call(Bob, Validators_::resume {}), Err(excluded.into()));
	assert_ok!(chain.decide(Validators_::approve { who: Bob.to_account_id() }));
	chain.end_session(&[0, 1, 2]);
	chain.end_session(&[0, 1, 2]);
	assert_eq!(active(chain), ids(&[Alice, Bob, Charlie, Dave]));
}

#[test]
fn two_blocks_for_one_slot_exclude_their_author() {
	story("local_testnet", |chain| {
		begin(chain);
		let owner = owner_of_babe(chain, Bob);
		// GIVEN a report of the same blocks without their seals, as stock nodes make it: it is refused,
		let (bare, sealed) = (two_blocks(chain, false), two_blocks(chain, true));
		is_refused(chain, babe_report(bare, owner.clone()));
		// and does not stand in the way of the one that proves it, of the same slot and author.
		is_executed(chain, babe_report(sealed, owner));
		bob_is_out_until_he_is_approved_again(chain);
	});
}

#[test]
fn two_votes_in_one_round_exclude_their_voter() {
	story("local_testnet", |chain| {
		begin(chain);
		let owner = owner_of_grandpa(chain);
		is_refused(chain, grandpa_report(two_votes(0, Ed25519Keyring::Dave), owner.clone()));
		is_executed(chain, grandpa_report(two_votes(0, Ed25519Keyring::Bob), owner));
		bob_is_out_until_he_is_approved_again(chain);
	});
}

#[test]
fn a_report_shows_whose_key_it_was_and_in_which_session() {
	story("local_testnet", |chain| {
		begin(chain);
		let blocks = two_blocks(chain, true);
		// GIVEN a proof of ownership for another key
		let daves = owner_of_babe(chain, Dave);
		is_refused(chain, babe_report(blocks, daves));
		// or one of the session before the blocks'
		let earlier = owner_of_babe(chain, Bob);
		chain.end_session(&ALL);
		let blocks = two_blocks(chain, true);
		is_refused(chain, babe_report(blocks.clone(), earlier));
		// THEN only the one of their own session will do.
		chain.block(0, vec![]);
		let owner = owner_of_babe(chain, Bob);
		is_executed(chain, babe_report(blocks, owner));
	});
}

#[test]
fn only_whoever_makes_the_block_reports_for_nothing() {
	story("local_testnet", |chain| {
		begin(chain);
		let blocks = babe_report(two_blocks(chain, true), owner_of_babe(chain, Bob));
		let votes = grandpa_report(two_votes(0, Ed25519Keyring::Bob), owner_of_grandpa(chain));
		for report in [blocks, votes] {
			let said = pool(chain, &report, TransactionSource::External);
			assert_eq!(said, Err(InvalidTransaction::Call.into()));
		}
	});
}

#[test]
fn a_signed_report_says_what_is_wrong_with_it() {
	type Error = pallet_grandpa::Error<Runtime>;
	story("local_testnet", |chain| {
		begin(chain);
		let owner = owner_of_grandpa(chain);
		let not_grandpa = owner_of_babe(chain, Bob);
		let report = |chain: &mut Chain, proof, owner: &MembershipProof| {
			let call = pallet_grandpa::Call::report_equivocation {
				equivocation_proof: Box::new(proof),
				key_owner_proof: owner.clone(),
			};
			chain.call(Alice, call)
		};
		let bob = Ed25519Keyring::Bob;
		for (proof, owner, error) in [
			(two_votes(0, Ed25519Keyring::Dave), &owner, Error::InvalidEquivocationProof),
			(two_votes(0, bob), &not_grandpa, Error::InvalidKeyOwnershipProof),
			// Nobody has announced such a set,
			(two_votes(7, bob), &owner, Error::InvalidEquivocationProof),
			// and this one begins with the next change.
			(two_votes(1, bob), &owner, Error::InvalidEquivocationProof),
		] {
			assert_eq!(report(chain, proof, owner), Err(error.into()));
		}
		assert_ok!(report(chain, two_votes(0, bob), &owner));
		assert_eq!(standing(chain, Bob), Standing::Excluded);
		let again = report(chain, two_votes(0, bob), &owner);
		assert_eq!(again, Err(Error::DuplicateOffenceReport.into()));
	});
}

#[test]
fn after_a_forced_change_votes_carry_a_number_that_lies_behind_and_count() {
	story("local_testnet", |chain| {
		// GIVEN a set that was announced while finality stood still, the runtime's number 1
		assert_ok!(chain.decide(Validators_::remove { who: Dave.to_account_id() }));
		chain.end_session(&ALL);
		chain.end_session(&[0, 1, 2]);
		assert_eq!(set_id(chain), 1);
		let earlier = owner_of_grandpa(chain);
		// WHEN a set is forced, the runtime calls it 2; to nodes it is the first after 0
		let stalled =
			pallet_grandpa::Call::note_stalled { delay: 3, best_finalized_block_number: 1 };
		assert_ok!(chain.decide(stalled));
		chain.end_session(&[0, 1, 2]);
		begin(chain);
		chain.block(0, vec![]);
		assert_eq!(set_id(chain), 2);
		chain.with(|| assert!(pallet_grandpa::PendingChange::<Runtime>::get().is_none()));
		// THEN keys of a session before a set say nothing about it,
		is_refused(chain, grandpa_report(two_votes(2, Ed25519Keyring::Bob), earlier));
		// and votes under the nodes' number are punished.
		let owner = owner_of_grandpa(chain);
		is_executed(chain, grandpa_report(two_votes(1, Ed25519Keyring::Bob), owner));
	});
}

#[test]
fn finality_hears_of_a_set_that_changed_while_another_was_pending() {
	story("local_testnet", |chain| {
		let voters = |chain: &mut Chain| chain.with(|| Grandpa::grandpa_authorities().len());
		// GIVEN a forced change that takes more than two sessions
		let stalled =
			pallet_grandpa::Call::note_stalled { delay: 25, best_finalized_block_number: 1 };
		assert_ok!(chain.decide(stalled));
		chain.end_session(&ALL);
		// WHEN the set changes meanwhile
		assert_ok!(chain.decide(Validators_::remove { who: Dave.to_account_id() }));
		chain.end_session(&ALL);
		chain.end_session(&[0, 1, 2]);
		// THEN GRANDPA cannot follow at once,
		assert_eq!((active(chain).len(), voters(chain), set_id(chain)), (3, 4, 1));
		// but does with the first session after, once and for all.
		chain.end_session(&[0, 1, 2]);
		assert_eq!((active(chain).len(), voters(chain), set_id(chain)), (3, 3, 2));
		chain.end_session(&[0, 1, 2]);
		assert_eq!(set_id(chain), 2);
	});
}

#[test]
fn a_report_weighs_what_trying_it_out_and_doing_it_take() {
	use pallet_babe::WeightInfo as _;
	let babe = equivocation::ReportWeights::report_equivocation(4, 0);
	assert_eq!(babe, <()>::report_equivocation(4, 0) + <()>::report_equivocation(4, 0));
	let most = configs::system::RuntimeBlockWeights::get().max_block;
	assert!(babe.all_lt(most));
}
