// SPDX-License-Identifier: GPL-3.0-or-later

//! What clients can ask a node over JSON-RPC.

use crate::service::{FullBackend, FullClient, FullPool, FullSelectChain};
use artel_runtime::{AccountId, Hash, Nonce, OpaqueBlock};
use futures::channel::mpsc;
use jsonrpsee::RpcModule;
use sc_consensus_babe::BabeWorkerHandle;
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_manual_seal::EngineCommand;
use sc_rpc::SubscriptionTaskExecutor;
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// What the questions about finality need.
#[derive(Clone)]
pub struct GrandpaDeps {
	/// The voters.
	pub authority_set: SharedAuthoritySet<Hash, artel_runtime::BlockNumber>,
	/// How the votes stand.
	pub voter_state: SharedVoterState,
	/// Proofs of finality, as they come.
	pub justifications: GrandpaJustificationStream<OpaqueBlock>,
	/// Proofs of finality, on request.
	pub proofs: Arc<FinalityProofProvider<FullBackend, OpaqueBlock>>,
}

/// What all questions together need.
pub struct Deps {
	/// The chain.
	pub client: Arc<FullClient>,
	/// Transactions that wait.
	pub pool: Arc<FullPool>,
	/// Which chain is best.
	pub select_chain: FullSelectChain,
	/// The specification that the node was started with.
	pub chain_spec: Box<dyn sc_chain_spec::ChainSpec>,
	/// The keys of this node.
	pub keystore: KeystorePtr,
	/// Knows the epochs.
	pub babe: BabeWorkerHandle<OpaqueBlock>,
	/// Knows what is final.
	pub grandpa: GrandpaDeps,
	/// Takes orders for blocks, on a development chain.
	pub sealing: Option<mpsc::Sender<EngineCommand<Hash>>>,
}

/// Every method beyond those that any node has.
pub fn create(
	deps: Deps,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Box<dyn std::error::Error + Send + Sync>> {
	use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
	use sc_consensus_babe_rpc::{Babe, BabeApiServer};
	use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
	use sc_consensus_manual_seal::rpc::{ManualSeal, ManualSealApiServer};
	use sc_sync_state_rpc::{SyncState, SyncStateApiServer};
	use substrate_frame_rpc_system::{System, SystemApiServer};

	let Deps { client, pool, select_chain, chain_spec, keystore, babe, grandpa, sealing } = deps;
	let mut module = RpcModule::new(());
	module.merge(SystemApiServer::<Hash, AccountId, Nonce>::into_rpc(System::new(
		client.clone(),
		pool,
	)))?;
	module.merge(TransactionPayment::new(client.clone()).into_rpc())?;
	module.merge(Babe::new(client.clone(), babe.clone(), keystore, select_chain).into_rpc())?;
	module.merge(
		SyncState::new(chain_spec, client, grandpa.authority_set.clone(), babe)?.into_rpc(),
	)?;
	module.merge(
		Grandpa::new(
			executor,
			grandpa.authority_set,
			grandpa.voter_state,
			grandpa.justifications,
			grandpa.proofs,
		)
		.into_rpc(),
	)?;
	if let Some(sealing) = sealing {
		module.merge(ManualSeal::new(sealing).into_rpc())?;
	}
	Ok(module)
}
