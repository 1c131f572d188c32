// SPDX-License-Identifier: GPL-3.0-or-later

//! One node of the network: a process that outlives the call that started it.

use crate::{rpc, shell};
use anyhow::{bail, Context, Result};
use serde::{Deserialize, Serialize};
use std::{
	fs::{self, File},
	os::unix::process::CommandExt,
	path::{Path, PathBuf},
	process::Stdio,
	time::{Duration, Instant},
};

/// How long the nodes may take until they answer, on a machine that is busy with other things too.
const READY: Duration = Duration::from_secs(120);

/// How long a node has to end when asked to.
pub const GRACE: Duration = Duration::from_secs(10);

/// How often a node is asked whether it is ready or gone.
pub const GLANCE: Duration = Duration::from_millis(200);

/// A node, running or not.
#[derive(Clone, Serialize, Deserialize)]
pub struct Node {
	/// Its name, in the network and for this tool.
	pub name: String,
	/// What it is there for.
	pub role: Role,
	/// The process, while it runs.
	pub pid: Option<u32>,
	/// Where clients find it.
	pub rpc: String,
	/// The port of that address.
	pub rpc_port: u16,
	/// Where other nodes find it.
	pub p2p_port: u16,
	/// Where its database, keys and identity lie.
	pub base_path: PathBuf,
	/// What it has said, over all its starts.
	pub log: PathBuf,
	/// What it is started with, each time.
	pub args: Vec<String>,
	/// Its best block, if it answers.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub best: Option<u64>,
	/// Its last final block, if it answers.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub finalized: Option<u64>,
	/// How many nodes it is connected to, if it answers.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub peers: Option<u64>,
}

/// What a node is there for.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
	/// In the genesis of the network.
	Validator,
	/// Answers questions.
	Rpc,
	/// Added later. It may validate once the chain lets it.
	Full,
}

impl Node {
	/// Whether the process that was started is still there, and still a node of ours.
	pub fn runs(&self) -> bool {
		let Some(pid) = self.pid else { return false };
		fs::read_to_string(format!("/proc/{pid}/cmdline"))
			.is_ok_and(|line| line.contains(&path(&self.base_path)))
	}

	/// Starts the process, which goes on when this one ends.
	pub fn start(&mut self) -> Result<()> {
		let log = File::options().create(true).append(true).open(&self.log)?;
		let child = shell::command(shell::node(), &self.args)
			.stdin(Stdio::null())
			.stdout(log.try_clone()?)
			.stderr(log)
			.process_group(0)
			.spawn()
			.context("cannot start a node")?;
		self.pid = Some(child.id());
		Ok(())
	}

	/// Waits until it answers, for a time.
	pub fn await_ready(&self) -> Result<()> {
		let begin = Instant::now();
		while begin.elapsed() < READY {
			if rpc::progress(self.rpc_port).is_ok() {
				return Ok(());
			}
			// In its very first moment a process has no command line to know it by: hence sleep first.
			std::thread::sleep(GLANCE);
			if !self.runs() {
				bail!("node `{}` ended: see {}", self.name, self.log.display());
			}
		}
		bail!("node `{}` does not answer: see {}", self.name, self.log.display())
	}

	/// Sends its process a signal.
	pub fn signal(&self, name: &str) {
		if let Some(pid) = self.pid {
			shell::signal(name, pid.into());
		}
	}

	/// Ends the process at once, if it runs.
	pub fn kill(&mut self) {
		let begin = Instant::now();
		while self.runs() && begin.elapsed() < GRACE {
			self.signal("KILL");
			std::thread::sleep(GLANCE);
		}
		self.pid = None;
	}

	/// Where other nodes find it.
	pub fn address(&self) -> Result<String> {
		let mut inspect = shell::command(shell::node(), ["key", "inspect-node-key", "--file"]);
		let peer = shell::output(inspect.arg(self.base_path.join("node-key")))?;
		Ok(format!("/ip4/127.0.0.1/tcp/{}/p2p/{}", self.p2p_port, peer.trim()))
	}
}

/// A path as an argument.
pub fn path(path: &Path) -> String {
	path.to_string_lossy().into_owned()
}
