// SPDX-License-Identifier: GPL-3.0-or-later

//! The parts of a node and how they are joined.

use crate::{
	cli::Cli,
	equivocation::{Reporter, Reporting},
	rpc,
	sealing::{self, Sealing, Slots},
};
use artel_runtime::{OpaqueBlock as Block, RuntimeApi};
use futures::channel::mpsc;
use sc_client_api::AuxStore;
use sc_consensus::DefaultImportQueue;
use sc_consensus_babe::{BabeBlockImport, BabeLink, BabeWorkerHandle, SlotProportion};
use sc_consensus_grandpa::{FinalityProofProvider, SharedVoterState};
use sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging;
use sc_network::{config::NetworkBackendType, NetworkBackend};
use sc_service::{
	error::Error as ServiceError, BlocksPruning, Configuration, TaskManager, WarpSyncConfig,
};
use sc_storage_monitor::{StorageMonitorParams, StorageMonitorService};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_babe::{inherents::InherentDataProvider as BabeInherent, Slot, SlotDuration};
use sp_inherents::CreateInherentDataProviders;
use sp_runtime::traits::Block as BlockT;
use sp_timestamp::{InherentDataProvider as TimestampInherent, Timestamp};
use std::{
	path::{Path, PathBuf},
	sync::Arc,
	time::Duration,
};

#[cfg(not(feature = "runtime-benchmarks"))]
type HostFunctions = sp_io::SubstrateHostFunctions;
#[cfg(feature = "runtime-benchmarks")]
type HostFunctions =
	(sp_io::SubstrateHostFunctions, frame_benchmarking::benchmarking::HostFunctions);

/// A client that keeps every block itself.
pub type FullClient =
	sc_service::TFullClient<Block, RuntimeApi, sc_executor::WasmExecutor<HostFunctions>>;
/// Its database.
pub type FullBackend = sc_service::TFullBackend<Block>;
/// Its choice among forks.
pub type FullSelectChain = sc_consensus::LongestChain<FullBackend, Block>;
/// The transactions that wait.
pub type FullPool = sc_transaction_pool::TransactionPoolHandle<Block, FullClient>;

type GrandpaBlockImport =
	sc_consensus_grandpa::GrandpaBlockImport<FullBackend, Block, FullClient, FullSelectChain>;
type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, FullClient, FullSelectChain>;

/// How many blocks apart proofs of finality are kept.
const JUSTIFICATION_PERIOD: u32 = 512;

/// How long a vote may take to reach everyone.
const GOSSIP: Duration = Duration::from_millis(333);

/// The part of a slot in which a block is filled; the rest is for it to travel.
const PROPOSING_SHARE: f32 = 0.5;

/// Bytes that a block may have as far as this node goes. The runtime's own limit is what counts: it has
/// room for an upgrade, and must come first.
const BLOCK_SIZE: usize = 6 * 1024 * 1024;

/// Orders for blocks that may wait.
const ORDERS_WAITING: usize = 1_000;

/// Where the database notes that it lets go of old blocks; as opposed to states, it does not itself.
const BLOCKS_PRUNED: &[u8] = b"artel:blocks-pruned";

/// What inherents a block is given, by whoever keeps the time.
#[derive(Clone)]
pub enum Clock {
	/// The machine's clock.
	Real(SlotDuration),
	/// The slots that blocks made on demand take.
	OnDemand(Slots),
}

#[async_trait::async_trait]
impl CreateInherentDataProviders<Block, ()> for Clock {
	type InherentDataProviders = (BabeInherent, TimestampInherent);

	async fn create_inherent_data_providers(
		&self,
		parent: <Block as BlockT>::Hash,
		_: (),
	) -> Result<Self::InherentDataProviders, Box<dyn std::error::Error + Send + Sync>> {
		let (slot, time) = match self {
			Self::Real(duration) => {
				let now = Timestamp::current();
				(Slot::from_timestamp(now, *duration), now)
			},
			Self::OnDemand(slots) => slots.next(parent)?,
		};
		Ok((BabeInherent::new(slot), TimestampInherent::new(time)))
	}
}

type BlockImport = Reporting<
	BabeBlockImport<Block, FullClient, GrandpaBlockImport, Clock, FullSelectChain>,
	FullClient,
>;

/// What is left to join once client, pool and import queue stand.
pub struct Consensus {
	block_import: BlockImport,
	babe_link: BabeLink<Block>,
	babe_handle: BabeWorkerHandle<Block>,
	grandpa_link: GrandpaLink,
	clock: Clock,
	telemetry: Option<Telemetry>,
}

/// The parts that every subcommand on a database needs.
pub type Parts = sc_service::PartialComponents<
	FullClient,
	FullBackend,
	FullSelectChain,
	DefaultImportQueue<Block>,
	FullPool,
	Consensus,
>;

/// Builds the parts, with blocks on demand or by the clock.
pub fn new_partial(config: &Configuration, on_demand: bool) -> Result<Parts, ServiceError> {
	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let (client, backend, keystore_container, task_manager) =
		sc_service::new_full_parts::<Block, RuntimeApi, _>(
			config,
			telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
			sc_service::new_wasm_executor::<HostFunctions>(&config.executor),
			Vec::new(),
		)?;
	let client = Arc::new(client);
	check_blocks_pruning(&*client, config.blocks_pruning)?;
	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});
	let telemetry_handle = || telemetry.as_ref().map(|telemetry| telemetry.handle());

	let select_chain = sc_consensus::LongestChain::new(backend.clone());
	let pool = Arc::new(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let (grandpa_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry_handle(),
	)?;
	let babe_config = sc_consensus_babe::configuration(&*client)?;
	let duration = babe_config.slot_duration();
	let clock = if on_demand {
		Clock::OnDemand(Slots::new(client.clone(), keystore_container.keystore()))
	} else {
		Clock::Real(duration)
	};
	let reports_to = OffchainTransactionPoolFactory::new(pool.clone());
	let (babe_import, babe_link) = sc_consensus_babe::block_import(
		babe_config,
		grandpa_import.clone(),
		client.clone(),
		clock.clone(),
		select_chain.clone(),
		reports_to.clone(),
	)?;
	// A report counts only in a block of whoever makes it, and on demand forks are made on purpose.
	let reporter = (config.role.is_authority() && !on_demand)
		.then(|| Reporter::new(client.clone(), babe_link.clone(), reports_to));
	let block_import = Reporting::new(babe_import, reporter);
	if let Clock::OnDemand(slots) = &clock {
		slots.follow(babe_link.clone());
	}

	let (import_queue, babe_handle) =
		sc_consensus_babe::import_queue(sc_consensus_babe::ImportQueueParams {
			link: babe_link.clone(),
			block_import: block_import.clone(),
			justification_import: Some(Box::new(grandpa_import)),
			client: client.clone(),
			slot_duration: duration,
			spawner: &task_manager.spawn_essential_handle(),
			registry: config.prometheus_registry(),
			telemetry: telemetry_handle(),
		})?;

	Ok(sc_service::PartialComponents {
		client,
		backend,
		task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool: pool,
		other: Consensus { block_import, babe_link, babe_handle, grandpa_link, clock, telemetry },
	})
}

/// A database that has let go of blocks does not get them back by another flag.
fn check_blocks_pruning<Client: AuxStore>(
	client: &Client,
	pruning: BlocksPruning,
) -> Result<(), ServiceError> {
	if let BlocksPruning::Some(_) = pruning {
		return Ok(client.insert_aux(&[(BLOCKS_PRUNED, &[][..])], &[])?);
	}
	if client.get_aux(BLOCKS_PRUNED)?.is_none() {
		return Ok(());
	}
	let lack = "this database lacks old blocks, because a node ran on it with --blocks-pruning and a number";
	if pruning == BlocksPruning::KeepAll {
		let sentence = format!(
			"{lack}; to keep all with --blocks-pruning archive, delete it with `artel-node purge-chain`, which \
			 leaves the keys, and let the node sync anew"
		);
		return Err(sp_blockchain::Error::Application(sentence.into()).into());
	}
	log::warn!("{lack}. From now on it keeps all that are final.");
	Ok(())
}

/// Builds and starts a node.
pub fn new_full(config: Configuration, cli: &Cli) -> Result<TaskManager, ServiceError> {
	let database = config.database.path().map(Path::to_path_buf);
	let task_manager = match config.network.network_backend {
		NetworkBackendType::Libp2p => {
			start::<sc_network::NetworkWorker<Block, <Block as BlockT>::Hash>>(config, cli.sealing)
		},
		NetworkBackendType::Litep2p => {
			start::<sc_network::Litep2pNetworkBackend>(config, cli.sealing)
		},
	}?;
	if let Some(database) = database {
		watch_storage(cli.storage.clone(), database, &task_manager)?;
	}
	Ok(task_manager)
}

/// Ends the node while there is still room to end well.
fn watch_storage(
	bound: StorageMonitorParams,
	database: PathBuf,
	task_manager: &TaskManager,
) -> Result<(), ServiceError> {
	StorageMonitorService::try_spawn(bound, database, &task_manager.spawn_essential_handle())
		.map_err(|problem| ServiceError::Application(problem.into()))
}

fn start<Net>(config: Configuration, sealing: Option<Sealing>) -> Result<TaskManager, ServiceError>
where
	Net: NetworkBackend<Block, <Block as BlockT>::Hash>,
{
	let parts = new_partial(&config, sealing.is_some())?;
	let sc_service::PartialComponents {
		client,
		backend,
		mut task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool: pool,
		other:
			Consensus { block_import, babe_link, babe_handle, grandpa_link, clock, mut telemetry },
	} = parts;
	let role = config.role;
	let name = config.network.node_name.clone();
	let force_authoring = config.force_authoring;
	let registry = config.prometheus_registry().cloned();
	let votes = !config.disable_grandpa && sealing.is_none();
	let keystore = keystore_container.keystore();

	let metrics = Net::register_notification_metrics(config.prometheus_registry());
	let mut net_config = sc_network::config::FullNetworkConfiguration::<_, _, Net>::new(
		&config.network,
		registry.clone(),
	);
	let genesis = sc_client_api::BlockBackend::block_hash(&*client, 0)?
		.ok_or_else(|| ServiceError::Other("the database has no genesis block".into()))?;
	let grandpa_protocol =
		sc_consensus_grandpa::protocol_standard_name(&genesis, &config.chain_spec);
	let (grandpa_config, grandpa_notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<_, Net>(
			grandpa_protocol.clone(),
			metrics.clone(),
			net_config.peer_store_handle(),
		);
	net_config.add_notification_protocol(grandpa_config);
	let warp = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		Vec::new(),
	));

	let (network, system_rpc_tx, tx_handler_controller, sync_service, _) =
		sc_service::build_network(sc_service::BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp)),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;

	let (orders_tx, orders) = mpsc::channel(ORDERS_WAITING);
	let grandpa_rpc = rpc::GrandpaDeps {
		authority_set: grandpa_link.shared_authority_set().clone(),
		voter_state: SharedVoterState::empty(),
		justifications: grandpa_link.justification_stream(),
		proofs: FinalityProofProvider::new_for_service(
			backend.clone(),
			Some(grandpa_link.shared_authority_set().clone()),
		),
	};
	let voter_state = grandpa_rpc.voter_state.clone();
	let rpc_builder = {
		let (client, pool, select_chain) = (client.clone(), pool.clone(), select_chain.clone());
		let chain_spec = config.chain_spec.cloned_box();
		let keystore = keystore.clone();
		Box::new(move |executor| {
			let deps = rpc::Deps {
				client: client.clone(),
				pool: pool.clone(),
				select_chain: select_chain.clone(),
				chain_spec: chain_spec.cloned_box(),
				keystore: keystore.clone(),
				babe: babe_handle.clone(),
				grandpa: grandpa_rpc.clone(),
				sealing: sealing.map(|_| orders_tx.clone()),
			};
			rpc::create(deps, executor).map_err(Into::into)
		})
	};
	sc_service::spawn_tasks(sc_service::SpawnTasksParams {
		config,
		client: client.clone(),
		backend,
		task_manager: &mut task_manager,
		keystore: keystore.clone(),
		transaction_pool: pool.clone(),
		rpc_builder,
		network: network.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;

	let telemetry = telemetry.as_ref().map(|telemetry| telemetry.handle());
	if role.is_authority() {
		let mut proposer = sc_basic_authorship::ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			pool.clone(),
			registry.as_ref(),
			telemetry.clone(),
		);
		proposer.set_default_block_size_limit(BLOCK_SIZE);
		match (sealing, clock.clone()) {
			(Some(sealing), Clock::OnDemand(slots)) => {
				let task = sealing::run(sealing::Params {
					sealing,
					orders,
					block_import,
					proposer,
					client,
					pool: pool.clone(),
					select_chain,
					spawner: task_manager.spawn_handle(),
					slots,
					create_inherent_data_providers: clock,
				});
				task_manager.spawn_essential_handle().spawn_blocking(
					"sealing",
					Some("block-authoring"),
					task,
				);
			},
			_ => {
				let worker = sc_consensus_babe::start_babe(sc_consensus_babe::BabeParams {
					keystore: keystore.clone(),
					client,
					select_chain,
					env: proposer,
					block_import,
					sync_oracle: sync_service.clone(),
					justification_sync_link: sync_service.clone(),
					create_inherent_data_providers: clock,
					force_authoring,
					// Blocks go on at full speed while finality stalls: they carry what mends it.
					backoff_authoring_blocks: None::<BackoffAuthoringOnFinalizedHeadLagging<u32>>,
					babe_link,
					block_proposal_slot_portion: SlotProportion::new(PROPOSING_SHARE),
					max_block_proposal_slot_portion: None,
					telemetry: telemetry.clone(),
				})?;
				task_manager.spawn_essential_handle().spawn_blocking(
					"babe",
					Some("block-authoring"),
					worker,
				);
			},
		}
	}

	if votes {
		let config = sc_consensus_grandpa::Config {
			gossip_duration: GOSSIP,
			justification_generation_period: JUSTIFICATION_PERIOD,
			name: Some(name),
			observer_enabled: false,
			// Only authorities vote; the others listen, and need no keys for that.
			keystore: role.is_authority().then_some(keystore),
			local_role: role,
			telemetry: telemetry.clone(),
			protocol_name: grandpa_protocol,
		};
		let voter = sc_consensus_grandpa::run_grandpa_voter(sc_consensus_grandpa::GrandpaParams {
			config,
			link: grandpa_link,
			network,
			sync: sync_service,
			notification_service: grandpa_notifications,
			voting_rule: sc_consensus_grandpa::VotingRulesBuilder::default().build(),
			prometheus_registry: registry,
			shared_voter_state: voter_state,
			telemetry,
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(pool),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	}
	Ok(task_manager)
}
