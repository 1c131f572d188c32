// SPDX-License-Identifier: GPL-3.0-or-later

//! Reports validators who sign two blocks for one slot.
//!
//! `BabeBlockImport` of sc-consensus-babe 0.60 looks for them, too, but only after the verifier has moved
//! the seal from the header to the `post_digests`: it reports headers without the signatures that would
//! prove anything, and the runtime rightly refuses them (`babe.InvalidEquivocationProof`). So this
//! import stands around that one, puts the seal back first, and reports what the runtime can punish.
//! It is superfluous once `BabeBlockImport` compares sealed headers itself; then the stories of
//! `e2e/network/equivocation.test.ts` pass without it.

use artel_runtime::{Header, OpaqueBlock as Block};
use codec::{Decode, Encode};
use sc_client_api::AuxStore;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_babe::{
	find_pre_digest, AuthorityId, BabeIntermediate, BabeLink, CompatibleDigestItem, Epoch,
	INTERMEDIATE_KEY,
};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus::BlockOrigin;
use sp_consensus_babe::{BabeApi, EquivocationProof, Slot};
use sp_runtime::traits::{Block as BlockT, Header as _};
use std::sync::{Arc, Mutex, PoisonError};

/// Slots whose blocks are remembered: an hour and forty minutes.
const SLOTS_REMEMBERED: u64 = 1_000;

/// Where they are remembered, away from what sc-consensus-slots keeps for the same purpose.
const RECORDS: &[u8] = b"artel:sealed-headers:";

type Hash = <Block as BlockT>::Hash;
type Proof = EquivocationProof<Header>;

/// An import that reports whom it sees equivocate, and imports everything all the same.
pub struct Reporting<I, C> {
	inner: I,
	reporter: Option<Arc<Reporter<C>>>,
}

// Derived, it would want a client that can be cloned.
impl<I: Clone, C> Clone for Reporting<I, C> {
	fn clone(&self) -> Self {
		Self { inner: self.inner.clone(), reporter: self.reporter.clone() }
	}
}

impl<I, C> Reporting<I, C> {
	/// Around the import that checks what BABE wants of a block. Without a reporter it only passes blocks on.
	pub fn new(inner: I, reporter: Option<Reporter<C>>) -> Self {
		Self { inner, reporter: reporter.map(Arc::new) }
	}
}

#[async_trait::async_trait]
impl<I, C> BlockImport<Block> for Reporting<I, C>
where
	I: BlockImport<Block> + Send + Sync,
	C: AuxStore + HeaderBackend<Block> + ProvideRuntimeApi<Block> + Send + Sync,
	C::Api: BabeApi<Block> + ApiExt<Block>,
{
	type Error = I::Error;

	async fn check_block(
		&self,
		block: BlockCheckParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		self.inner.check_block(block).await
	}

	async fn import_block(
		&self,
		block: BlockImportParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		let Some(reporter) = &self.reporter else { return self.inner.import_block(block).await };
		// The inner import takes the block apart, but only its state says for sure which keys its session had.
		let proof = reporter.examine(&block);
		let (hash, parent) = (block.post_hash(), *block.header.parent_hash());
		let outcome = self.inner.import_block(block).await;
		if let Some(proof) = proof {
			reporter.report(proof, [hash, parent]);
		}
		outcome
	}
}

/// Remembers blocks and reports.
pub struct Reporter<C> {
	client: Arc<C>,
	link: BabeLink<Block>,
	pool: OffchainTransactionPoolFactory<Block>,
	/// Blocks of one's own and of others arrive at the same time: one is looked at after the other.
	turn: Mutex<()>,
}

impl<C> Reporter<C>
where
	C: AuxStore + HeaderBackend<Block> + ProvideRuntimeApi<Block>,
	C::Api: BabeApi<Block> + ApiExt<Block>,
{
	/// One that learns of epochs from BABE's import, and leaves its reports in this pool.
	pub fn new(
		client: Arc<C>,
		link: BabeLink<Block>,
		pool: OffchainTransactionPoolFactory<Block>,
	) -> Self {
		Self { client, link, pool, turn: Mutex::new(()) }
	}

	/// What the block proves together with an earlier one. No trouble with that keeps it from being imported.
	fn examine(&self, block: &BlockImportParams<Block>) -> Option<Proof> {
		let sealed = Sealed::of(block)?;
		let author = self.author(block, &sealed)?;
		let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
		let found = remember(&*self.client, author, sealed);
		drop(turn);
		found.unwrap_or_else(|problem| {
			log::warn!("Blocks of one slot cannot be compared: {problem}");
			None
		})
	}

	fn author(&self, block: &BlockImportParams<Block>, sealed: &Sealed) -> Option<AuthorityId> {
		let descriptor = &block
			.get_intermediate::<BabeIntermediate<Block>>(INTERMEDIATE_KEY)
			.ok()?
			.epoch_descriptor;
		let changes = self.link.epoch_changes().shared_data();
		let epoch =
			changes.viable_epoch(descriptor, |slot| Epoch::genesis(self.link.config(), slot))?;
		let place = usize::try_from(sealed.place).ok()?;
		epoch.as_ref().authorities.get(place).map(|(author, _)| author.clone())
	}

	/// Leaves a report in the pool. The states of these blocks are asked for the offender's keys.
	fn report(&self, proof: Proof, blocks: [Hash; 2]) {
		let (slot, offender) = (proof.slot, proof.offender.clone());
		let (first, second) = (proof.first_header.hash(), proof.second_header.hash());
		log::warn!("{offender} signed two blocks for slot {slot}: {first:?} and {second:?}");
		let best = self.client.info().best_hash;
		// A block that was refused has no state; then its session is, as a rule, its parent's.
		let ownership = blocks.into_iter().chain([best]).find_map(|at| {
			let api = self.client.runtime_api();
			api.generate_key_ownership_proof(at, slot, offender.clone()).ok().flatten()
		});
		let Some(ownership) = ownership else {
			log::warn!("No state tells whose key {offender} is, so nothing is reported");
			return;
		};
		let mut api = self.client.runtime_api();
		api.register_extension(self.pool.offchain_transaction_pool(best));
		match api.submit_report_equivocation_unsigned_extrinsic(best, proof, ownership) {
			Ok(Some(())) => log::info!("Reported {offender} for slot {slot}"),
			Ok(None) => log::warn!("The pool took no report of {offender} for slot {slot}"),
			Err(problem) => log::warn!("{offender} cannot be reported: {problem}"),
		}
	}
}

/// A block's header with its seal, and what it says about its making.
struct Sealed {
	slot: Slot,
	/// The author's place in the set.
	place: u32,
	header: Header,
}

impl Sealed {
	/// Of a block that was just made. What a node catches up with is too old to report, and a block that
	/// the verifier has not taken the seal from, it has not verified.
	fn of(block: &BlockImportParams<Block>) -> Option<Self> {
		use BlockOrigin::{ConsensusBroadcast, NetworkBroadcast, Own};
		if !matches!(block.origin, Own | NetworkBroadcast | ConsensusBroadcast) {
			return None;
		}
		block.post_digests.last()?.as_babe_seal()?;
		let claim = find_pre_digest::<Block>(&block.header).ok()?;
		let (slot, place) = (claim.slot(), claim.authority_index());
		Some(Self { slot, place, header: block.post_header() })
	}
}

/// The blocks of a slot, one for each author.
#[derive(Encode, Decode)]
struct Seen {
	slot: Slot,
	headers: Vec<(AuthorityId, Header)>,
}

/// Where the blocks of a slot are remembered. A later slot overwrites one that lies far enough
/// back, so the records never grow in number.
fn record_of(slot: Slot) -> Vec<u8> {
	(RECORDS, *slot % SLOTS_REMEMBERED).encode()
}

/// Compares a block with the author's first one for the same slot, or remembers it as that.
fn remember(
	store: &impl AuxStore,
	author: AuthorityId,
	Sealed { slot, header, .. }: Sealed,
) -> sp_blockchain::Result<Option<Proof>> {
	let record = record_of(slot);
	let mut seen = store
		.get_aux(&record)?
		// A record that cannot be read is written anew.
		.and_then(|bytes| Seen::decode(&mut &bytes[..]).ok())
		.filter(|seen| seen.slot >= slot)
		.unwrap_or_else(|| Seen { slot, headers: Vec::new() });
	if seen.slot > slot {
		return Ok(None);
	}
	if let Some((_, first)) = seen.headers.iter().find(|(known, _)| *known == author) {
		return Ok((first.hash() != header.hash()).then(|| Proof {
			offender: author,
			slot,
			first_header: first.clone(),
			second_header: header,
		}));
	}
	seen.headers.push((author, header));
	store.insert_aux([&(&record[..], &seen.encode()[..])], [])?;
	Ok(None)
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_consensus_babe::{
		check_equivocation_proof,
		digests::{PreDigest, SecondaryPlainPreDigest},
	};
	use sp_keyring::Sr25519Keyring::{self, Alice, Bob};
	use sp_runtime::{Digest, DigestItem};
	use std::collections::BTreeMap;

	/// A node's notes, without the node.
	#[derive(Default)]
	struct Notes(Mutex<BTreeMap<Vec<u8>, Vec<u8>>>);

	impl Notes {
		fn count(&self) -> usize {
			self.0.lock().expect("nobody panicked").len()
		}
	}

	impl AuxStore for Notes {
		fn insert_aux<
			'a,
			'b: 'a,
			'c: 'a,
			I: IntoIterator<Item = &'a (&'c [u8], &'c [u8])>,
			D: IntoIterator<Item = &'a &'b [u8]>,
		>(
			&self,
			insert: I,
			delete: D,
		) -> sp_blockchain::Result<()> {
			let mut notes = self.0.lock().expect("nobody panicked");
			notes.extend(insert.into_iter().map(|(key, value)| (key.to_vec(), value.to_vec())));
			for key in delete {
				notes.remove(*key);
			}
			Ok(())
		}

		fn get_aux(&self, key: &[u8]) -> sp_blockchain::Result<Option<Vec<u8>>> {
			Ok(self.0.lock().expect("nobody panicked").get(key).cloned())
		}
	}

	/// A block as the verifier leaves it: the seal lies beside the header. The number tells blocks apart.
	fn verified(author: Sr25519Keyring, slot: u64, number: u32) -> BlockImportParams<Block> {
		let claim = SecondaryPlainPreDigest { slot: slot.into(), authority_index: 0 };
		let logs = vec![DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim))];
		let header = Header::new(
			number,
			Default::default(),
			Default::default(),
			Default::default(),
			Digest { logs },
		);
		let seal = author.sign(header.hash().as_ref());
		let mut block = BlockImportParams::new(BlockOrigin::NetworkBroadcast, header);
		block.post_digests.push(DigestItem::babe_seal(seal.into()));
		block
	}

	fn see(notes: &Notes, author: Sr25519Keyring, slot: u64, number: u32) -> Option<Proof> {
		see_again(notes, author, &verified(author, slot, number))
	}

	fn see_again(
		notes: &Notes,
		author: Sr25519Keyring,
		block: &BlockImportParams<Block>,
	) -> Option<Proof> {
		let sealed = Sealed::of(block).expect("it has a seal");
		remember(notes, author.public().into(), sealed).expect("notes can be taken")
	}

	#[test]
	fn two_blocks_for_one_slot_prove_it_by_their_seals() {
		let notes = Notes::default();
		assert!(see(&notes, Alice, 7, 1).is_none());
		let proof = see(&notes, Alice, 7, 2).expect("it is another block");
		assert_eq!((proof.offender.clone(), *proof.slot), (Alice.public().into(), 7));
		assert!(check_equivocation_proof(proof.clone()));
		// Without the seals, as BABE's own import reports it, it proves nothing.
		let bare = |mut header: Header| {
			header.digest_mut().pop();
			header
		};
		let unsealed = Proof {
			first_header: bare(proof.first_header.clone()),
			second_header: bare(proof.second_header.clone()),
			..proof
		};
		assert!(!check_equivocation_proof(unsealed));
		// A third one counts against the first again.
		assert!(see(&notes, Alice, 7, 3).is_some());
	}

	#[test]
	fn one_block_for_a_slot_is_what_an_author_owes() {
		let notes = Notes::default();
		let block = verified(Alice, 7, 1);
		assert!(see_again(&notes, Alice, &block).is_none());
		// The same one may come again, others may claim the slot, too, and the next one is another.
		assert!(see_again(&notes, Alice, &block).is_none());
		assert!(see(&notes, Bob, 7, 2).is_none());
		assert!(see(&notes, Alice, 8, 3).is_none());
		// Each of them is remembered.
		assert!(see(&notes, Bob, 7, 4).is_some() && see(&notes, Alice, 8, 4).is_some());
	}

	#[test]
	fn what_a_node_catches_up_with_is_not_looked_at() {
		let of = |origin| {
			let mut block = verified(Alice, 7, 1);
			block.origin = origin;
			Sealed::of(&block)
		};
		for new in [BlockOrigin::Own, BlockOrigin::NetworkBroadcast] {
			assert!(of(new).is_some(), "{new:?}");
		}
		for old in [
			BlockOrigin::NetworkInitialSync,
			BlockOrigin::WarpSync,
			BlockOrigin::GapSync,
			BlockOrigin::File,
		] {
			assert!(of(old).is_none(), "{old:?}");
		}
		// Nor is a block whose seal nobody has checked.
		let mut unverified = verified(Alice, 7, 1);
		unverified.header = unverified.post_header();
		unverified.post_digests.clear();
		assert!(Sealed::of(&unverified).is_none());
	}

	#[test]
	fn records_are_bounded() {
		let notes = Notes::default();
		for slot in 0..2 * SLOTS_REMEMBERED + 10 {
			assert!(see(&notes, Alice, slot, 1).is_none());
		}
		assert_eq!(notes.count() as u64, SLOTS_REMEMBERED);
		// What lies within them is known, what lies before is forgotten, and disturbs nothing.
		let oldest = SLOTS_REMEMBERED + 10;
		assert!(see(&notes, Alice, oldest, 2).is_some());
		assert!(see(&notes, Alice, oldest - 1, 2).is_none());
		assert!(see(&notes, Alice, oldest - 1 + SLOTS_REMEMBERED, 2).is_some());
	}

	#[test]
	fn a_damaged_record_is_written_anew() {
		let notes = Notes::default();
		notes
			.insert_aux([&(&record_of(7.into())[..], &[1u8, 2][..])], [])
			.expect("notes can be taken");
		assert!(see(&notes, Alice, 7, 1).is_none());
		assert!(see(&notes, Alice, 7, 2).is_some());
	}
}
