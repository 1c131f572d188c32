// SPDX-License-Identifier: GPL-3.0-or-later

//! The one entry command of the workspace: `cargo xtask`.
//!
//! - [`setup`] installs what a build or the tests need, [`wasm`] the target of the runtime;
//! - [`run`] starts a development chain, [`network`] a local network of several nodes;
//! - [`mod@test`] does everything that CI does, [`lint`], [`docs`] and [`docker`] are parts of it;
//! - [`mod@bench`] measures weights and writes them where the runtime reads them.

mod bench;
mod docker;
mod docs;
mod lint;
mod network;
mod rpc;
mod run;
mod setup;
mod shell;
mod successor;
mod test;
mod wasm;

use clap::{Parser, Subcommand};

/// Builds, runs, tests and measures Artel.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
	/// Install what is missing to build, and with `--tests` to test.
	Setup {
		/// Also what only the tests need.
		#[arg(long)]
		tests: bool,
	},
	/// Build the node and start a development chain.
	Run {
		/// Arguments for the node, in place of those that make a development chain.
		#[arg(last = true)]
		node_args: Vec<String>,
	},
	/// Lay out sources and manifests as CI wants them.
	Format,
	/// Run everything that CI runs.
	Test(test::Args),
	/// Start, stop and look at a local network.
	Network {
		#[command(subcommand)]
		verb: network::Verb,
	},
	/// Measure weights and write them into the runtime and the pallets.
	Bench(bench::Args),
	/// Build the documentation of our crates, with warnings as errors.
	Docs,
	/// Lint the container files and build the image from a prebuilt node.
	Docker(docker::Args),
}

fn main() {
	let outcome = match Cli::parse().verb {
		Verb::Setup { tests } => setup::run(tests).map(|()| setup::print_environment()),
		Verb::Run { node_args } => run::run(&node_args),
		Verb::Format => lint::lay_out(),
		Verb::Test(args) => test::run(&args),
		Verb::Network { verb } => network::run(&verb),
		Verb::Bench(args) => bench::run(&args),
		Verb::Docs => docs::run(),
		Verb::Docker(args) => docker::run(&args),
	};
	if let Err(problem) = outcome {
		eprintln!("error: {problem:#}");
		std::process::exit(1);
	}
}
