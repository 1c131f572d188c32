// SPDX-License-Identifier: GPL-3.0-or-later

//! `run`: a development chain to try things on.

use crate::{setup, shell};
use anyhow::{bail, Context, Result};
use std::{net::TcpListener, os::unix::process::CommandExt};

/// Where the chain answers.
const RPC_PORT: u16 = 9944;

/// A block a second, each final at once, kept nowhere, and one line of log for each.
const DEVELOPMENT: &[&str] = &[
	"--dev",
	"--tmp",
	"--sealing",
	"1000",
	"--no-prometheus",
	"--port",
	"0",
	"-lbabe=error,sc_basic_authorship=warn,sc_consensus_manual_seal=warn",
];

const WELCOME: &str = "
The development chain starts: a block a second, kept only while it runs. Ctrl-C stops it.

  Look at it     https://polkadot.js.org/apps/?rpc=ws://127.0.0.1:9944
  Accounts       Alice, Bob, Charlie, Dave, Eve and Ferdie hold 1,000,000 ART each
  Try            Accounts > send: pay somebody
                 Developer > Extrinsics, as Alice, Bob or Charlie, who are the members:
                   proposals.proposeMotion > validators.approve; voteBasket.vote; proposals.execute
                 Developer > Runtime calls > validatorsApi.validators: who validates, since when
";

/// Builds the node and runs it until it is stopped.
pub fn run(node_args: &[String]) -> Result<()> {
	setup::run(false)?;
	if std::env::var_os("ARTEL_NODE").is_none() {
		shell::build_node(&[])?;
	}
	shell::want_node()?;
	let mut node = shell::command(shell::node(), node_args);
	if node_args.is_empty() {
		node.args(DEVELOPMENT).args(["--rpc-port", &RPC_PORT.to_string()]);
		if TcpListener::bind(("127.0.0.1", RPC_PORT)).is_err() {
			bail!(
				"port {RPC_PORT} is in use: stop what uses it, or choose another one with\n  \
				 cargo xtask run -- --dev --tmp --sealing 1000 --rpc-port 9945"
			);
		}
		println!("{WELCOME}");
	}
	// The node takes the place of this process: it gets Ctrl-C, and its exit code is what is seen.
	Err(node.exec()).context("cannot start the node")
}
