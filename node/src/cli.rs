// SPDX-License-Identifier: GPL-3.0-or-later

//! What can be typed on the command line.

use crate::{sealing::Sealing, session_keys::SessionKeysCmd};
use clap::Parser;

/// The arguments of the node.
#[derive(Debug, Parser)]
pub struct Cli {
	/// What to do other than to run a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run the node.
	#[clap(flatten)]
	pub run: sc_cli::RunCmd,

	/// Make blocks on demand, for development chains only: `instant` (as soon as there is a
	/// transaction), `manual` (when asked by RPC) or a number of milliseconds between blocks.
	#[arg(long, value_name = "instant|manual|MILLISECONDS")]
	pub sealing: Option<Sealing>,

	/// How much room the disk must keep.
	#[clap(flatten)]
	pub storage: sc_storage_monitor::StorageMonitorParams,
}

/// What the node can do other than run.
#[derive(Debug, clap::Subcommand)]
#[allow(clippy::large_enum_variant)]
pub enum Subcommand {
	/// Make, inspect and store keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Make session keys, or take those in the keystore, and prove that they are yours.
	#[command(subcommand)]
	SessionKeys(SessionKeysCmd),

	/// Write a chain specification.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Validate a block that is in the database already.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Read blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Delete the whole database of a chain.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back blocks that are not final.
	Revert(sc_cli::RevertCmd),

	/// Say how far the database of a chain is.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Measure what calls, blocks and storage cost.
	#[cfg(feature = "runtime-benchmarks")]
	#[command(subcommand)]
	Benchmark(frame_benchmarking_cli::BenchmarkCmd),
}
