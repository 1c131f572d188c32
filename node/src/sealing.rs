// SPDX-License-Identifier: GPL-3.0-or-later

//! Blocks on demand, for development: instantly, by hand or at an interval of one's own.
//!
//! The blocks are ordinary BABE blocks, claimed, sealed and verified like any other; only the time is
//! not waited for. A block takes the next slot after its parent's that a key of this node may author,
//! so a story of many sessions passes in seconds, and the chain's clock runs with its blocks. It may thus be
//! ahead of the machine's or behind it. The sealer finalises what it makes; GRANDPA does not vote.

use crate::service::{FullClient, FullPool, FullSelectChain};
use artel_runtime::{Hash, Header, OpaqueBlock};
use futures::{channel::mpsc, future, stream, Stream, StreamExt};
use sc_client_api::BlockchainEvents;
use sc_consensus::{BlockImport, BlockImportParams};
use sc_consensus_babe::{
	authorship::claim_slot, find_pre_digest, AuthorityId, BabeIntermediate, BabeLink,
	CompatibleDigestItem, Epoch, INTERMEDIATE_KEY,
};
use sc_consensus_epochs::{descendent_query, ViableEpochDescriptor};
use sc_consensus_manual_seal::{
	run_delayed_finalize, run_manual_seal, ConsensusDataProvider, DelayedFinalizeParams,
	EngineCommand, Error, ManualSealParams,
};
use sc_service::SpawnTaskHandle;
use sc_transaction_pool_api::TransactionPool;
use sp_api::StorageProof;
use sp_application_crypto::AppCrypto;
use sp_consensus::Environment;
use sp_consensus_babe::{inherents::BabeInherentData, Slot};
use sp_inherents::{CreateInherentDataProviders, InherentData};
use sp_keystore::KeystorePtr;
use sp_runtime::{traits::Header as _, Digest, DigestItem};
use sp_timestamp::Timestamp;
use std::{
	str::FromStr,
	sync::{Arc, OnceLock},
	time::Duration,
};

/// When to make blocks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sealing {
	/// As soon as a transaction waits.
	Instant,
	/// When asked by RPC.
	Manual,
	/// Whenever this time has passed.
	Every(Duration),
}

impl FromStr for Sealing {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		match text {
			"instant" => Ok(Self::Instant),
			"manual" => Ok(Self::Manual),
			_ => match text.parse() {
				Ok(0) | Err(_) => Err(format!(
					"`{text}` is no way to seal: use `instant`, `manual` or a number of milliseconds"
				)),
				Ok(milliseconds) => Ok(Self::Every(Duration::from_millis(milliseconds))),
			},
		}
	}
}

/// How many slots are looked at for one that this node may author, a few hundred validators' worth.
const SLOTS_SEARCHED: u64 = 10_000;

/// How long the pool is given to take note of a block, before what still waits is looked at.
const POOL_SETTLES: Duration = Duration::from_millis(20);

/// A claim on the slot after a block.
struct Claim {
	slot: Slot,
	pre_digest: DigestItem,
	author: AuthorityId,
	epoch: ViableEpochDescriptor<Hash, artel_runtime::BlockNumber, Epoch>,
}

/// Finds slots to author, for as long as nobody waits for real time.
#[derive(Clone)]
pub struct Slots {
	client: Arc<FullClient>,
	keystore: KeystorePtr,
	/// Set once the block import stands, which itself asks for slots.
	link: Arc<OnceLock<BabeLink<OpaqueBlock>>>,
}

impl Slots {
	/// Slots of this chain that a key of this keystore may author.
	pub fn new(client: Arc<FullClient>, keystore: KeystorePtr) -> Self {
		Self { client, keystore, link: Default::default() }
	}

	/// Learns of epochs from the import that blocks go through. Only the first one counts.
	pub fn follow(&self, link: BabeLink<OpaqueBlock>) {
		self.link.get_or_init(|| link);
	}

	/// The first slot after the parent's that a key of this node may author, and when it begins.
	pub fn next(&self, parent: Hash) -> Result<(Slot, Timestamp), Error> {
		let header = self
			.client
			.header(parent)?
			.ok_or_else(|| Error::StringError(format!("block {parent} is not known")))?;
		let duration = self.link()?.config().slot_duration();
		let first = if header.number() == &0 {
			Slot::from_timestamp(Timestamp::current(), duration)
		} else {
			let digest = find_pre_digest::<OpaqueBlock>(&header)
				.map_err(|problem| Error::StringError(problem.to_string()))?;
			digest.slot() + 1
		};
		for slot in (*first..).take(SLOTS_SEARCHED as usize).map(Slot::from) {
			if self.claim(&header, slot)?.is_some() {
				return slot
					.timestamp(duration)
					.map(|begin| (slot, begin))
					.ok_or_else(|| Error::StringError("the slot lies beyond time".into()));
			}
		}
		Err(Error::StringError(
			"no key of this node may author: has the chain other validators?".into(),
		))
	}

	fn link(&self) -> Result<&BabeLink<OpaqueBlock>, Error> {
		self.link.get().ok_or_else(|| Error::StringError("no block import to follow".into()))
	}

	/// Claims the slot after the parent, if a key of this node may author it.
	fn claim(&self, parent: &Header, slot: Slot) -> Result<Option<Claim>, Error> {
		let invalid = || Error::from(sp_consensus::Error::InvalidAuthoritiesSet);
		let link = self.link()?;
		let changes = link.epoch_changes().shared_data();
		let descriptor = changes
			.epoch_descriptor_for_child_of(
				descendent_query(&*self.client),
				&parent.hash(),
				*parent.number(),
				slot,
			)
			.map_err(|problem| Error::StringError(problem.to_string()))?
			.ok_or_else(invalid)?;
		let epoch = changes
			.viable_epoch(&descriptor, |slot| Epoch::genesis(link.config(), slot))
			.ok_or_else(invalid)?;
		Ok(claim_slot(slot, epoch.as_ref(), &self.keystore).map(|(digest, author)| Claim {
			slot,
			pre_digest: DigestItem::babe_pre_digest(digest),
			author,
			epoch: descriptor,
		}))
	}

	fn claim_of(&self, parent: &Header, inherents: &InherentData) -> Result<Claim, Error> {
		let slot = inherents
			.babe_inherent_data()?
			.ok_or_else(|| Error::StringError("a block needs a slot".into()))?;
		self.claim(parent, slot)?
			.ok_or_else(|| Error::StringError(format!("slot {slot} is not ours to author")))
	}
}

/// Gives blocks made on demand what BABE wants of every block: a claimed slot and a seal.
impl ConsensusDataProvider<OpaqueBlock> for Slots {
	fn create_digest(&self, parent: &Header, inherents: &InherentData) -> Result<Digest, Error> {
		Ok(Digest { logs: vec![self.claim_of(parent, inherents)?.pre_digest] })
	}

	fn append_block_import(
		&self,
		parent: &Header,
		params: &mut BlockImportParams<OpaqueBlock>,
		inherents: &InherentData,
		_: StorageProof,
	) -> Result<(), Error> {
		let claim = self.claim_of(parent, inherents)?;
		let signature = self
			.keystore
			.sr25519_sign(AuthorityId::ID, claim.author.as_ref(), params.header.hash().as_ref())
			.map_err(|problem| Error::StringError(problem.to_string()))?
			.ok_or_else(|| Error::StringError(format!("the key of slot {} is gone", claim.slot)))?;
		params.post_digests.push(DigestItem::babe_seal(signature.into()));
		params.insert_intermediate(
			INTERMEDIATE_KEY,
			BabeIntermediate::<OpaqueBlock> { epoch_descriptor: claim.epoch },
		);
		Ok(())
	}
}

/// What making blocks on demand needs.
pub struct Params<I, E, P> {
	/// When to make them.
	pub sealing: Sealing,
	/// Orders by RPC.
	pub orders: mpsc::Receiver<EngineCommand<Hash>>,
	/// Where blocks go.
	pub block_import: I,
	/// What fills them.
	pub proposer: E,
	/// The chain.
	pub client: Arc<FullClient>,
	/// Transactions that wait.
	pub pool: Arc<FullPool>,
	/// Which chain is best.
	pub select_chain: FullSelectChain,
	/// Where finalizing runs.
	pub spawner: SpawnTaskHandle,
	/// Which slots they take.
	pub slots: Slots,
	/// What every block must say, by the same slots.
	pub create_inherent_data_providers: P,
}

/// Makes blocks as long as the node runs.
pub async fn run<I, E, P>(params: Params<I, E, P>)
where
	I: BlockImport<OpaqueBlock, Error = sp_consensus::Error> + Send + Sync + 'static,
	E: Environment<OpaqueBlock> + 'static,
	E::Proposer: sp_consensus::Proposer<OpaqueBlock>,
	P: CreateInherentDataProviders<OpaqueBlock, ()>,
{
	let seal = || EngineCommand::SealNewBlock {
		create_empty: true,
		// Once it is imported: see below.
		finalize: false,
		parent_hash: None,
		sender: None,
	};
	let occasions: std::pin::Pin<Box<dyn Stream<Item = ()> + Send>> = match params.sealing {
		Sealing::Manual => Box::pin(stream::empty()),
		Sealing::Every(interval) => Box::pin(stream::unfold(false, move |waits| async move {
			if waits {
				tokio::time::sleep(interval).await;
			}
			Some(((), true))
		})),
		Sealing::Instant => {
			let arrived = params.pool.import_notification_stream().map(|_| ());
			// A session's first block takes no transactions; what still waits gets the next one.
			let left = params
				.client
				.import_notification_stream()
				.then(|_| tokio::time::sleep(POOL_SETTLES));
			let pool = params.pool.clone();
			Box::pin(
				stream::select(arrived, left)
					.filter(move |()| std::future::ready(pool.status().ready > 0)),
			)
		},
	};
	let commands = stream::select(params.orders, occasions.map(move |()| seal()));
	let finalizing = run_delayed_finalize(DelayedFinalizeParams {
		client: params.client.clone(),
		spawn_handle: params.spawner,
		delay_sec: 0,
	});
	let sealing = run_manual_seal(ManualSealParams {
		block_import: params.block_import,
		env: params.proposer,
		client: params.client,
		pool: params.pool,
		commands_stream: Box::pin(commands),
		select_chain: params.select_chain,
		consensus_data_provider: Some(Box::new(params.slots)),
		create_inherent_data_providers: params.create_inherent_data_providers,
	});
	if params.sealing == Sealing::Manual {
		// The one who orders a block says whether it is final.
		sealing.await
	} else {
		future::join(sealing, finalizing).await;
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn ways_of_sealing_are_read() {
		assert_eq!("instant".parse(), Ok(Sealing::Instant));
		assert_eq!("manual".parse(), Ok(Sealing::Manual));
		assert_eq!("250".parse(), Ok(Sealing::Every(Duration::from_millis(250))));
		for wrong in ["", "0", "-1", "soon", "1s"] {
			assert!(wrong.parse::<Sealing>().is_err(), "{wrong}");
		}
	}
}
