// SPDX-License-Identifier: GPL-3.0-or-later

//! The bench CLI over this node's chain and database.

use crate::{cli::Cli, service};
use artel_runtime::OpaqueBlock;
use frame_benchmarking_cli::{
	BenchmarkCmd, ExtrinsicFactory, SubstrateRemarkBuilder, SUBSTRATE_REFERENCE_HARDWARE,
};
use sc_cli::{Error, Result, SubstrateCli};
use sp_inherents::{InherentData, InherentDataProvider};
use std::time::Duration;

/// Runs a benchmark command.
pub fn run(cli: &Cli, command: &BenchmarkCmd) -> Result<()> {
	let runner = cli.create_runner(command)?;
	runner.sync_run(|config| {
		if let BenchmarkCmd::Pallet(command) = command {
			return command.run_with_spec::<sp_runtime::traits::HashingFor<OpaqueBlock>, ()>(Some(
				config.chain_spec,
			));
		}
		if let BenchmarkCmd::Machine(command) = command {
			return command.run(&config, SUBSTRATE_REFERENCE_HARDWARE.clone());
		}
		let parts = service::new_partial(&config, false)?;
		let client = parts.client;
		match command {
			BenchmarkCmd::Block(command) => command.run(client),
			BenchmarkCmd::Storage(command) => command.run(
				config,
				client,
				parts.backend.expose_db(),
				parts.backend.expose_storage(),
				parts.backend.expose_shared_trie_cache(),
			),
			BenchmarkCmd::Overhead(command) => command.run(
				config.chain_spec.name().into(),
				client.clone(),
				inherents()?,
				Vec::new(),
				&SubstrateRemarkBuilder::new_from_client(client)?,
				false,
			),
			BenchmarkCmd::Extrinsic(command) => {
				let remark = SubstrateRemarkBuilder::new_from_client(client.clone())?;
				let factory = ExtrinsicFactory(vec![Box::new(remark)]);
				command.run(client, inherents()?, Vec::new(), &factory)
			},
			BenchmarkCmd::Pallet(_) | BenchmarkCmd::Machine(_) => {
				unreachable!("done without a database above")
			},
		}
	})
}

/// The inherents of a block in slot zero, which has no author to speak of.
fn inherents() -> Result<InherentData> {
	let mut data = InherentData::new();
	let time = sp_timestamp::InherentDataProvider::new(Duration::ZERO.into());
	futures::executor::block_on(time.provide_inherent_data(&mut data))
		.map_err(|problem| Error::Input(format!("the time is no inherent: {problem}")))?;
	Ok(data)
}
