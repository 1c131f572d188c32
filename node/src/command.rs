// SPDX-License-Identifier: GPL-3.0-or-later

//! What a command line makes the node do.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	service::{self, Parts},
	trouble,
};
use artel_runtime::OpaqueBlock as Block;
use sc_cli::{BlockNumberOrHash, CliConfiguration, Error, Result, SubstrateCli};
use sc_client_api::{Backend, HeaderBackend};
use sc_service::{ChainType, Configuration, TaskManager};
use sp_runtime::{generic::BlockId, traits::Header};
use std::{future::Future, net::IpAddr};

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Artel Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"the issue tracker of your artel's node".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> std::result::Result<Box<dyn sc_service::ChainSpec>, String> {
		Ok(Box::new(chain_spec::load(id)?))
	}
}

/// Parses the command line and does what it says.
pub fn run() -> Result<()> {
	let cli = Cli::from_args();
	match &cli.subcommand {
		None => {
			let runner = cli.create_runner(&cli.run)?;
			check_sealing(&cli, runner.config())?;
			runner.run_node_until_exit(|mut config| async move {
				insist_on_ports(&mut config)?;
				trouble::watch_database(config.database.path(), cli.storage.threshold)?;
				service::new_full(config, &cli).map_err(Error::Service)
			})
		},
		Some(Subcommand::Key(command)) => command.run(&cli),
		Some(Subcommand::SessionKeys(command)) => command.run(&cli),
		Some(Subcommand::ExportChainSpec(command)) => command.run(cli.load_spec(&command.chain)?),
		Some(Subcommand::CheckBlock(command)) => with_parts(&cli, command, |parts, _| {
			want_state_before(&command.input, &parts)?;
			let Parts { client, import_queue, task_manager, other: consensus, .. } = parts;
			let task = async move {
				// The import asks it until the last block is in.
				let _kept = consensus;
				command.run(client, import_queue).await
			};
			Ok((task, task_manager))
		}),
		Some(Subcommand::ExportBlocks(command)) => with_parts(&cli, command, |parts, config| {
			Ok((command.run(parts.client, config.database), parts.task_manager))
		}),
		Some(Subcommand::ImportBlocks(command)) => with_parts(&cli, command, |parts, _| {
			let Parts { client, import_queue, task_manager, other: consensus, .. } = parts;
			let task = async move {
				let _kept = consensus;
				command.run(client, import_queue).await
			};
			Ok((task, task_manager))
		}),
		Some(Subcommand::Revert(command)) => with_parts(&cli, command, |parts, _| {
			let revert_consensus = Box::new(
				|client: std::sync::Arc<service::FullClient>,
				 backend: std::sync::Arc<service::FullBackend>,
				 blocks| {
					sc_consensus_babe::revert(client.clone(), backend, blocks)?;
					sc_consensus_grandpa::revert(client, blocks)?;
					Ok(())
				},
			);
			let task = command.run(parts.client, parts.backend, Some(revert_consensus));
			Ok((task, parts.task_manager))
		}),
		Some(Subcommand::PurgeChain(command)) => {
			cli.create_runner(command)?.sync_run(|config| command.run(config.database))
		},
		Some(Subcommand::ChainInfo(command)) => cli.create_runner(command)?.sync_run(|config| {
			trouble::watch_database(config.database.path(), trouble::ROOM_TO_OPEN)?;
			command.run::<Block>(&config)
		}),
		#[cfg(feature = "runtime-benchmarks")]
		Some(Subcommand::Benchmark(command)) => crate::benchmarking::run(&cli, command),
	}
}

/// Runs a subcommand that works on the chain's database.
fn with_parts<Command, Task>(
	cli: &Cli,
	command: &Command,
	work: impl FnOnce(Parts, Configuration) -> Result<(Task, TaskManager)>,
) -> Result<()>
where
	Command: CliConfiguration,
	Task: Future<Output = Result<()>>,
{
	cli.create_runner(command)?.async_run(|config| {
		trouble::watch_database(config.database.path(), trouble::ROOM_TO_OPEN)?;
		let parts = service::new_partial(&config, false)?;
		work(parts, config)
	})
}

/// A block is executed on the state before it, which most databases keep for a while only.
fn want_state_before(block: &BlockNumberOrHash, parts: &Parts) -> Result<()> {
	let id = block.parse::<Block>()?;
	let Some(hash) = parts.client.block_hash_from_id(&id)? else {
		let named = match id {
			BlockId::Number(number) => number.to_string(),
			BlockId::Hash(hash) => format!("{hash:?}"),
		};
		return Err(trouble::refusal(format!("there is no block {named} in this database")));
	};
	let Some(header) = parts.client.header(hash)? else { return Ok(()) };
	let (parent, number) = (*header.parent_hash(), header.number().saturating_sub(1));
	if parts.backend.have_state_at(parent, number) {
		return Ok(());
	}
	Err(trouble::refusal(format!(
		"block {} cannot be checked: the state before it is no longer in this database. By default a node \
		 keeps the states of the last 256 final blocks; one whose database was made with --state-pruning \
		 archive keeps all",
		header.number()
	)))
}

/// A node that cannot have its ports does not run on others, or without, where nobody looks for it.
fn insist_on_ports(config: &mut Configuration) -> Result<()> {
	for endpoint in config.rpc.addr.iter_mut().flatten() {
		endpoint.retry_random_port = false;
		if !endpoint.is_optional {
			trouble::want_address(endpoint.listen_addr, "RPC", "--rpc-port")?;
		}
	}
	if let Some(prometheus) = &config.prometheus_config {
		let flags = "--prometheus-port, or do without by --no-prometheus";
		trouble::want_address(prometheus.port, "Prometheus", flags)?;
	}
	for address in &config.network.listen_addresses {
		let parts: Vec<_> = address.to_string().split('/').map(String::from).collect();
		let (Some(host), Some(kind), Some(port)) = (parts.get(2), parts.get(3), parts.get(4))
		else {
			continue;
		};
		let (Ok(host), "tcp", Ok(port)) = (host.parse(), kind.as_str(), port.parse()) else {
			continue;
		};
		let host: IpAddr = host;
		// A machine without IPv6, for example, has other addresses to listen on.
		trouble::want_address_free((host, port).into(), "peers", "--port or --listen-addr")?;
	}
	Ok(())
}

/// Blocks on demand are for whoever develops alone: on a real chain they would fork it.
fn check_sealing(cli: &Cli, config: &Configuration) -> Result<()> {
	if cli.sealing.is_none() {
		return Ok(());
	}
	if config.chain_spec.chain_type() != ChainType::Development {
		return Err(Error::Input("--sealing works only on a development chain (--dev)".into()));
	}
	if !config.role.is_authority() {
		return Err(Error::Input("--sealing needs a node that may author (--validator)".into()));
	}
	Ok(())
}
