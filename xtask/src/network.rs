// SPDX-License-Identifier: GPL-3.0-or-later

//! `network`: several nodes on this machine, seen from nowhere else.
//!
//! The validators are those of the `local` preset, one process each, and one more node answers
//! questions. What runs is written down in `target/network`, so that a later call can stop, kill,
//! restart or look at it.

mod node;
mod spec;

use crate::{rpc, shell};
use anyhow::{bail, Context, Result};
use clap::Subcommand;
use node::{path, Node, Role, GLANCE, GRACE};
use serde::{Deserialize, Serialize};
use std::{fs, net::TcpListener, path::PathBuf, time::Instant};

/// The accounts with well-known keys, in the order in which they validate.
const VALIDATORS: [&str; 6] = ["alice", "bob", "charlie", "dave", "eve", "ferdie"];

/// The node that answers questions and does not validate.
const RPC_NODE: &str = "rpc";

/// Where the ports of the nodes begin: below those that the system takes for outgoing connections,
/// so that the port of a node that is down is still free when it comes back.
const FIRST_PORT: u16 = 21_000;

/// What to do with the network.
#[derive(Subcommand)]
pub enum Verb {
	/// Start validators and a node that answers questions.
	Start {
		/// How many validators, with well-known keys.
		#[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=6))]
		validators: u8,
		/// Leave out the node that answers questions.
		#[arg(long)]
		no_rpc_node: bool,
		/// Print JSON.
		#[arg(long)]
		json: bool,
	},
	/// Say how far each node is.
	Status {
		/// Print JSON.
		#[arg(long)]
		json: bool,
	},
	/// End a node at once, as a power failure would.
	Kill {
		/// The node's name.
		name: String,
	},
	/// Start a node again that was ended.
	Restart {
		/// The node's name.
		name: String,
	},
	/// Add a node that has to find everything by itself.
	Add {
		/// The node's name.
		name: String,
	},
	/// Stop every node.
	Stop,
}

/// What runs.
#[derive(Serialize, Deserialize)]
struct Network {
	nodes: Vec<Node>,
	spec: PathBuf,
}

/// Does what the verb says.
pub fn run(verb: &Verb) -> Result<()> {
	match verb {
		Verb::Start { validators, no_rpc_node, json } => start(*validators, !no_rpc_node, *json),
		Verb::Status { json } => status(*json),
		Verb::Kill { name } => kill(name),
		Verb::Restart { name } => restart(name),
		Verb::Add { name } => add(name),
		Verb::Stop => stop(),
	}
}

fn folder() -> PathBuf {
	shell::target().join("network")
}

impl Network {
	fn file() -> PathBuf {
		folder().join("network.json")
	}

	fn load() -> Result<Self> {
		let text = fs::read_to_string(Self::file())
			.context("no network was started: `cargo xtask network start` does")?;
		serde_json::from_str(&text).context("the record of the network is damaged")
	}

	fn save(&self) -> Result<()> {
		Ok(fs::write(Self::file(), serde_json::to_string_pretty(self)?)?)
	}

	fn node(&mut self, name: &str) -> Result<&mut Node> {
		let names: Vec<_> = self.nodes.iter().map(|node| node.name.clone()).collect();
		self.nodes
			.iter_mut()
			.find(|node| node.name == name)
			.with_context(|| format!("there is no node `{name}`, but {}", names.join(", ")))
	}

	/// Prepares a node: its folder, its ports and its identity.
	fn prepare(&mut self, name: &str, role: Role) -> Result<()> {
		let base_path = folder().join(name);
		fs::create_dir_all(&base_path)?;
		let key = base_path.join("node-key");
		shell::output(
			shell::command(shell::node(), ["key", "generate-node-key", "--file"]).arg(&key),
		)?;
		let (p2p_port, rpc_port) = self.free_ports()?;
		let mut args: Vec<String> = [
			"--chain",
			&path(&self.spec),
			"--base-path",
			&path(&base_path),
			"--node-key-file",
			&path(&key),
			"--name",
			name,
			"--listen-addr",
			&format!("/ip4/127.0.0.1/tcp/{p2p_port}"),
			"--rpc-port",
			&rpc_port.to_string(),
			"--rpc-methods",
			"unsafe",
			"--allow-private-ip",
			"--no-mdns",
			"--no-prometheus",
			"--no-telemetry",
		]
		.map(String::from)
		.into();
		match role {
			// This flag also gives the node that account's session keys.
			Role::Validator => args.extend([format!("--{name}"), "--validator".into()]),
			Role::Full => args.push("--validator".into()),
			Role::Rpc => {},
		}
		// The newcomer is told those who are there already, so that any of them may be down.
		for peer in &self.nodes {
			args.extend(["--bootnodes".into(), peer.address()?]);
		}
		self.nodes.push(Node {
			name: name.into(),
			role,
			pid: None,
			rpc: format!("ws://127.0.0.1:{rpc_port}"),
			rpc_port,
			p2p_port,
			log: folder().join(format!("{name}.log")),
			base_path,
			args,
			best: None,
			finalized: None,
			peers: None,
		});
		self.save()
	}

	/// Two ports that nobody listens on and that no node of the network has, be it down or not.
	fn free_ports(&self) -> Result<(u16, u16)> {
		let taken = |port: &u16| {
			self.nodes.iter().any(|node| node.p2p_port == *port || node.rpc_port == *port)
				|| TcpListener::bind(("127.0.0.1", *port)).is_err()
		};
		let mut free = (FIRST_PORT..FIRST_PORT + 1_000).filter(|port| !taken(port));
		free.next().zip(free.next()).context("too few ports are free")
	}

	/// Ends every node.
	fn end(&mut self) {
		for node in self.nodes.iter().filter(|node| node.runs()) {
			node.signal("TERM");
		}
		let begin = Instant::now();
		while begin.elapsed() < GRACE && self.nodes.iter().any(Node::runs) {
			std::thread::sleep(GLANCE);
		}
		for node in &mut self.nodes {
			node.kill();
		}
	}

	/// Asks every node how far it is.
	fn look(&mut self) {
		for node in &mut self.nodes {
			if !node.runs() {
				node.pid = None;
			}
			let progress = node.pid.and_then(|_| rpc::progress(node.rpc_port).ok());
			node.best = progress.map(|progress| progress.best);
			node.finalized = progress.map(|progress| progress.finalized);
			node.peers = progress.map(|progress| progress.peers);
		}
	}

	fn print(&self, json: bool) -> Result<()> {
		if json {
			println!("{}", serde_json::to_string_pretty(self)?);
			return Ok(());
		}
		let show = |number: Option<u64>| number.map_or("-".into(), |number| number.to_string());
		println!(
			"{:<10} {:<10} {:>8} {:<24} {:>7} {:>9} {:>5}",
			"name", "role", "pid", "address", "best", "finalized", "peers"
		);
		for node in &self.nodes {
			let role = serde_json::to_value(node.role)?;
			println!(
				"{:<10} {:<10} {:>8} {:<24} {:>7} {:>9} {:>5}",
				node.name,
				role.as_str().unwrap_or_default(),
				node.pid.map_or("stopped".into(), |pid| pid.to_string()),
				node.rpc,
				show(node.best),
				show(node.finalized),
				show(node.peers),
			);
		}
		Ok(())
	}
}

fn start(validators: u8, with_rpc_node: bool, json: bool) -> Result<()> {
	if let Ok(mut old) = Network::load() {
		old.look();
		if old.nodes.iter().any(|node| node.pid.is_some()) {
			bail!("a network runs already: `cargo xtask network stop` ends it");
		}
	}
	shell::want_node()?;
	if folder().exists() {
		fs::remove_dir_all(folder())?;
	}
	fs::create_dir_all(folder())?;
	let names = VALIDATORS.get(..usize::from(validators)).context("too many validators")?;
	let mut network = Network { nodes: Vec::new(), spec: folder().join("spec.json") };
	spec::write(names, &network.spec)?;
	for name in names {
		network.prepare(name, Role::Validator)?;
	}
	if with_rpc_node {
		network.prepare(RPC_NODE, Role::Rpc)?;
	}
	let begun = network.nodes.iter_mut().try_for_each(Node::start);
	network.save()?;
	if let Err(problem) = begun.and_then(|()| network.nodes.iter().try_for_each(Node::await_ready))
	{
		network.end();
		network.save()?;
		return Err(problem);
	}
	network.look();
	network.print(json)
}

fn status(json: bool) -> Result<()> {
	let mut network = Network::load()?;
	network.look();
	network.print(json)
}

fn kill(name: &str) -> Result<()> {
	let mut network = Network::load()?;
	let node = network.node(name)?;
	if !node.runs() {
		bail!("node `{name}` does not run");
	}
	node.kill();
	network.save()
}

fn restart(name: &str) -> Result<()> {
	let mut network = Network::load()?;
	let node = network.node(name)?;
	if node.runs() {
		bail!("node `{name}` runs");
	}
	begin(&mut network, name)
}

fn add(name: &str) -> Result<()> {
	let mut network = Network::load()?;
	if network.node(name).is_ok() {
		bail!("there is a node `{name}` already");
	}
	if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
		bail!("`{name}` is no name: use letters, digits and dashes");
	}
	network.prepare(name, Role::Full)?;
	begin(&mut network, name)
}

fn begin(network: &mut Network, name: &str) -> Result<()> {
	let node = network.node(name)?;
	node.start()?;
	let ready = node.await_ready();
	network.save()?;
	ready
}

fn stop() -> Result<()> {
	if !Network::file().exists() {
		println!("No network runs.");
		return Ok(());
	}
	let mut network = Network::load()?;
	network.end();
	network.save()?;
	println!("The network is stopped. Its logs are kept in {}.", folder().display());
	Ok(())
}
