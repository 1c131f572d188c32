// SPDX-License-Identifier: GPL-3.0-or-later

//! Running other programs: visibly, bounded in time, and never leaving one behind.

use anyhow::{bail, Context, Result};
use std::{
	cell::Cell,
	ffi::OsStr,
	io::Write,
	os::unix::process::CommandExt,
	path::{Path, PathBuf},
	process::{Child, Command, Stdio},
	time::{Duration, Instant},
};

/// How often a running program is looked at.
const GLANCE: Duration = Duration::from_millis(100);

/// How long a program has to end when asked to, before it is ended.
const GRACE: Duration = Duration::from_secs(15);

thread_local! {
	/// When whatever runs must be done.
	static DEADLINE: Cell<Option<Instant>> = const { Cell::new(None) };
	/// Whether compilers give way to something else that runs.
	static GIVES_WAY: Cell<bool> = const { Cell::new(false) };
}

/// From now on compilers give way to whatever else runs, or do so no more.
pub fn give_way(gives_way: bool) {
	GIVES_WAY.set(gives_way);
}

/// The folder of the workspace.
pub fn root() -> PathBuf {
	// Cargo says where it runs this from; what was compiled in may be another checkout, if two of them
	// share a target folder.
	let here = std::env::var_os("CARGO_MANIFEST_DIR")
		.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
	here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// The names of our pallets' crates.
pub fn pallets() -> Result<Vec<String>> {
	let folders = std::fs::read_dir(root().join("pallets")).context("there are no pallets")?;
	let mut names = folders
		.map(|folder| Ok(format!("pallet-{}", folder?.file_name().to_string_lossy())))
		.collect::<Result<Vec<_>>>()?;
	names.sort();
	Ok(names)
}

/// The names of the crates that the runtime is made of.
pub fn runtime_crates() -> Result<Vec<String>> {
	let mut names = pallets()?;
	names.extend(["artel-primitives".into(), "artel-runtime".into()]);
	Ok(names)
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
	let folder = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
	// A relative folder is meant from where the workspace is, as cargo is called from there.
	root().join(folder)
}

/// The node that `build_node` builds, or the one that `ARTEL_NODE` names.
pub fn node() -> PathBuf {
	match std::env::var_os("ARTEL_NODE").map(PathBuf::from) {
		Some(named) => std::path::absolute(&named).unwrap_or(named),
		None => target().join("release/artel-node"),
	}
}

/// A command that runs in the workspace's folder.
pub fn command<S: AsRef<OsStr>>(
	program: impl AsRef<OsStr>,
	args: impl IntoIterator<Item = S>,
) -> Command {
	let mut command = Command::new(program);
	command.args(args).current_dir(root());
	command
}

/// Cargo, with what building the runtime's Wasm needs.
pub fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
	let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
	let mut command = if GIVES_WAY.get() {
		let mut command = command("nice", ["-n", "10"]);
		command.arg(cargo).args(args);
		command
	} else {
		command(cargo, args)
	};
	command.envs(crate::wasm::environment());
	command
}

/// How a command line reads.
pub fn describe(command: &Command) -> String {
	let words = std::iter::once(command.get_program()).chain(command.get_args());
	words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Does something within a time, after which every command that it runs is ended.
pub fn within<T>(limit: Duration, work: impl FnOnce() -> Result<T>) -> Result<T> {
	let outer = DEADLINE.get();
	let own = Instant::now() + limit;
	DEADLINE.set(Some(outer.map_or(own, |outer| outer.min(own))));
	let outcome = work();
	DEADLINE.set(outer);
	outcome
}

/// Shows the command, runs it and wants it to succeed.
pub fn run(command: &mut Command) -> Result<()> {
	start(command)?.wait()
}

/// A command that runs.
///
/// It runs as a group of its own, which is ended when its time is over, and when this process ends
/// before it, in whichever way.
pub struct Running {
	child: Child,
	guard: Option<Guard>,
	described: String,
}

/// Shows the command, and starts it.
pub fn start(command: &mut Command) -> Result<Running> {
	let described = describe(command);
	eprintln!("$ {described}");
	let child = command
		.stdin(Stdio::null())
		.process_group(0)
		.spawn()
		.with_context(|| format!("cannot run `{described}`"))?;
	let guard = Some(Guard::of(&child));
	Ok(Running { child, guard, described })
}

impl Running {
	/// Waits for the command to end, and wants it to have succeeded.
	pub fn wait(mut self) -> Result<()> {
		let status = loop {
			if let Some(status) = self.child.try_wait()? {
				break status;
			}
			if DEADLINE.get().is_some_and(|deadline| Instant::now() > deadline) {
				let described = self.described.clone();
				self.end()?;
				bail!("`{described}` was ended: the time for it is over");
			}
			std::thread::sleep(GLANCE);
		};
		self.dismiss();
		if !status.success() {
			bail!("`{}` failed: {status}", self.described);
		}
		Ok(())
	}

	/// Ends the command, and all that it has started.
	pub fn end(mut self) -> Result<()> {
		let outcome = end_group(&mut self.child);
		self.dismiss();
		outcome
	}

	fn dismiss(&mut self) {
		if let Some(guard) = self.guard.take() {
			guard.dismiss();
		}
	}
}

/// A shell that ends a group of processes once this process has ended and its pipe with it.
///
/// Without it Ctrl-C, or the end of this process, would leave a compiler or a network running.
struct Guard(Option<Child>);

impl Guard {
	fn of(child: &Child) -> Self {
		let watch = format!(
			"read -r word || {{ kill -s TERM -- \"-$0\"; sleep {}; kill -s KILL -- \"-$0\"; }} 2>/dev/null",
			GRACE.as_secs()
		);
		let watcher = Command::new("sh")
			.args(["-c", &watch, &child.id().to_string()])
			.stdin(Stdio::piped())
			.stdout(Stdio::null())
			.stderr(Stdio::null())
			.process_group(0)
			.spawn();
		Self(watcher.ok())
	}

	fn dismiss(mut self) {
		if let Some(mut watcher) = self.0.take() {
			if let Some(mut pipe) = watcher.stdin.take() {
				// Should it be gone already, it does no harm either.
				let _ = pipe.write_all(b"done\n");
			}
			let _ = watcher.wait();
		}
	}
}

/// What a command prints, if it succeeds.
pub fn output(command: &mut Command) -> Result<String> {
	let output = command
		.stdin(Stdio::null())
		.output()
		.with_context(|| format!("cannot run `{}`", describe(command)))?;
	if !output.status.success() {
		let said = String::from_utf8_lossy(&output.stderr);
		bail!("`{}` failed: {}", describe(command), said.trim());
	}
	Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a command succeeds, quietly.
pub fn succeeds(command: &mut Command) -> bool {
	command
		.stdin(Stdio::null())
		.stdout(Stdio::null())
		.stderr(Stdio::null())
		.status()
		.is_ok_and(|status| status.success())
}

/// Whether a program can be found.
pub fn has(program: &str) -> bool {
	find(program).is_some()
}

/// Where a program is.
pub fn find(program: &str) -> Option<PathBuf> {
	let path = std::env::var_os("PATH").unwrap_or_default();
	std::env::split_paths(&path).map(|folder| folder.join(program)).find(|place| place.is_file())
}

/// Sends a signal to a process, or with a negative id to its group.
pub fn signal(name: &str, id: i64) -> bool {
	// The shell has this built in; the program of that name is not on every machine.
	succeeds(Command::new("sh").args(["-c", "kill -s \"$0\" -- \"$1\"", name, &id.to_string()]))
}

fn end_group(child: &mut Child) -> Result<()> {
	let group = -i64::from(child.id());
	signal("TERM", group);
	let begin = Instant::now();
	while begin.elapsed() < GRACE {
		if child.try_wait()?.is_some() {
			break;
		}
		std::thread::sleep(GLANCE);
	}
	signal("KILL", group);
	child.wait()?;
	Ok(())
}

/// Builds the node in release mode, with the runtime's Wasm.
pub fn build_node(features: &[&str]) -> Result<()> {
	let mut args = vec!["build", "--release", "--locked", "--package", "artel-node"];
	let features = features.join(",");
	if !features.is_empty() {
		args.extend(["--features", &features]);
	}
	run(&mut cargo(args))
}

/// Builds the node unless there is one already.
pub fn want_node() -> Result<()> {
	if node().is_file() {
		return Ok(());
	}
	if std::env::var_os("ARTEL_NODE").is_some() {
		bail!("ARTEL_NODE names {}, which does not exist", node().display());
	}
	build_node(&[])
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_command_that_hangs_is_ended() {
		let begin = Instant::now();
		let problem = within(Duration::from_millis(300), || {
			run(Command::new("sh").args(["-c", "sleep 60 & sleep 60"]))
		});
		assert!(problem.is_err());
		assert!(begin.elapsed() < GRACE);
	}

	#[test]
	fn the_inner_of_two_limits_holds_no_longer_than_the_outer() {
		let begin = Instant::now();
		let problem = within(Duration::from_millis(300), || {
			within(Duration::from_secs(60), || run(Command::new("sleep").arg("60")))
		});
		assert!(problem.is_err());
		assert!(begin.elapsed() < GRACE);
		assert!(DEADLINE.get().is_none());
	}

	#[test]
	fn a_command_that_fails_says_so() {
		assert!(run(&mut Command::new("false")).is_err());
		assert!(run(&mut Command::new("no-such-program-anywhere")).is_err());
		assert!(!has("no-such-program-anywhere"));
	}
}
