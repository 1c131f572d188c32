// SPDX-License-Identifier: GPL-3.0-or-later

//! `test`: everything that CI does, in stages.

use crate::{docker, docs, lint, setup, shell, successor};
use anyhow::{bail, Result};
use std::{
	process::Command,
	time::{Duration, Instant},
};

/// What the runtime's crates are tested with: benchmarks run as tests, invariants are checked.
const FEATURES: [&str; 2] = ["runtime-benchmarks", "try-runtime"];

/// The model of what the rules lead to, built along with them.
const SIMULATION: &str = "artel-simulation";

/// The tool of those who judge, built along with them too.
const REVIEW: &str = "artel-review";

/// The crates that are built without these features.
const NATIVE_CRATES: &[&str] = &["artel-node", "xtask"];

/// Which stages to run.
#[derive(clap::Args)]
pub struct Args {
	/// Also what takes longer: ordered work of every source, an upgrade of one node and of a network, its double signing and its
	/// stall, a node behind its proxy, the node's own tests, the image built from source.
	#[arg(long)]
	full: bool,
	/// Only these stages.
	#[arg(long, value_name = "STAGE")]
	only: Vec<String>,
	/// Name the stages and do nothing.
	#[arg(long)]
	list: bool,
}

struct Stage {
	name: &'static str,
	/// Only with `--full`.
	slow: bool,
	/// How long it may take on a slow machine that has built nothing yet.
	minutes: u64,
	/// It waits more than it works. So it runs beside the stages that follow, up to this one.
	beside: Option<&'static str>,
	run: fn() -> Result<()>,
}

impl Stage {
	/// Does something within the time of this stage.
	fn bounded<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
		shell::within(Duration::from_secs(60 * self.minutes), work)
	}

	/// Whether it runs while that one does, which follows.
	fn goes_beside(&self, next: &Self) -> bool {
		let place = |name: &str| STAGES.iter().position(|stage| stage.name == name);
		self.beside.is_some_and(|end| place(next.name) < place(end))
	}
}

/// A stage that runs beside others.
struct Beside {
	stage: &'static Stage,
	begin: Instant,
	running: shell::Running,
	log: std::path::PathBuf,
}

impl Beside {
	/// Starts a stage, whose output is shown when it has ended. Compilers give way to it.
	fn start(stage: &'static Stage) -> Result<Self> {
		let log = shell::target().join(format!("{}.log", stage.name));
		let file = std::fs::File::create(&log)?;
		let tool = std::env::current_exe()?;
		let mut command = shell::command(tool, ["test", "--only", stage.name]);
		let running = shell::start(command.stdout(file.try_clone()?).stderr(file))?;
		shell::give_way(true);
		Ok(Self { stage, begin: Instant::now(), running, log })
	}

	/// Waits for it; says how it is called, when it began, and how it ended.
	fn wait(self) -> (&'static str, Instant, Result<()>) {
		let Self { stage, begin, running, log } = self;
		println!("\n== {} ==", stage.name);
		let outcome = stage.bounded(|| running.wait());
		shell::give_way(false);
		println!("{}", std::fs::read_to_string(log).unwrap_or_default());
		(stage.name, begin, outcome)
	}

	/// Ends it, because another one has failed.
	fn end(self) -> Result<()> {
		shell::give_way(false);
		self.running.end()
	}
}

/// Cheap ones first; the node before whatever runs it or shares what it has built.
const STAGES: &[Stage] = &[
	Stage { name: "format", slow: false, minutes: 10, beside: None, run: lint::run },
	Stage { name: "node", slow: false, minutes: 120, beside: None, run: || shell::build_node(&[]) },
	Stage { name: "unit", slow: false, minutes: 60, beside: None, run: unit },
	Stage { name: "network", slow: false, minutes: 20, beside: Some("e2e"), run: network },
	Stage { name: "clippy", slow: false, minutes: 60, beside: None, run: clippy },
	Stage { name: "docs", slow: false, minutes: 30, beside: None, run: docs::run },
	Stage { name: "e2e", slow: false, minutes: 25, beside: None, run: e2e },
	Stage { name: "docker", slow: false, minutes: 30, beside: None, run: docker::prebuilt },
	Stage { name: "long", slow: true, minutes: 25, beside: None, run: long },
	Stage { name: "sources", slow: true, minutes: 25, beside: None, run: sources },
	Stage { name: "successor", slow: true, minutes: 60, beside: None, run: successor::build },
	Stage { name: "upgrade", slow: true, minutes: 30, beside: None, run: upgrade },
	Stage { name: "equivocation", slow: true, minutes: 40, beside: None, run: equivocation },
	Stage { name: "stall", slow: true, minutes: 40, beside: None, run: stall },
	Stage { name: "proxy", slow: true, minutes: 10, beside: None, run: proxy },
	Stage { name: "node-unit", slow: true, minutes: 60, beside: None, run: node_unit },
	Stage { name: "docker-source", slow: true, minutes: 180, beside: None, run: docker::source },
];

/// Runs the stages until one fails.
pub fn run(args: &Args) -> Result<()> {
	if args.list {
		for stage in STAGES {
			println!("{}{}", stage.name, if stage.slow { " (--full)" } else { "" });
		}
		return Ok(());
	}
	let chosen = choose(args)?;
	setup::run(true)?;

	let begin = Instant::now();
	let mut times = Vec::new();
	let mut failure = None;
	let mut beside: Option<Beside> = None;
	for (at, stage) in chosen.iter().enumerate() {
		let follow = chosen.iter().skip(at + 1);
		let mut outcomes = Vec::new();
		if beside.as_ref().is_some_and(|other| other.stage.beside == Some(stage.name)) {
			outcomes.extend(beside.take().map(Beside::wait));
		}
		if outcomes.iter().all(|(_, _, outcome)| outcome.is_ok()) {
			if follow.clone().any(|next| stage.goes_beside(next)) {
				println!("\n== {} begins ==", stage.name);
				beside = Some(Beside::start(stage)?);
			} else {
				println!("\n== {} ==", stage.name);
				let begin = Instant::now();
				outcomes.push((stage.name, begin, stage.bounded(stage.run)));
			}
		}
		if follow.len() == 0 {
			outcomes.extend(beside.take().map(Beside::wait));
		}
		for (name, begin, outcome) in outcomes {
			times.push((name, begin.elapsed()));
			let failed =
				outcome.err().map(|problem| problem.context(format!("stage `{name}` failed")));
			failure = failure.or(failed);
		}
		if failure.is_some() {
			break;
		}
	}
	if let Some(other) = beside.take() {
		other.end()?;
	}

	println!();
	for (name, time) in &times {
		println!("{name:>14} {:>6.0} s", time.as_secs_f32());
	}
	println!("{:>14} {:>6.0} s", "all", begin.elapsed().as_secs_f32());
	let failed = usize::from(failure.is_some());
	println!("stages: {} passed, {failed} failed", times.len().saturating_sub(failed));
	failure.map_or(Ok(()), Err)
}

fn choose(args: &Args) -> Result<Vec<&'static Stage>> {
	if let Some(unknown) =
		args.only.iter().find(|name| STAGES.iter().all(|stage| stage.name != name.as_str()))
	{
		bail!("there is no stage `{unknown}`: see `cargo xtask test --list`");
	}
	let wanted = |stage: &&Stage| {
		if args.only.is_empty() {
			args.full || !stage.slow
		} else {
			args.only.iter().any(|name| name == stage.name)
		}
	};
	Ok(STAGES.iter().filter(wanted).collect())
}

fn packages<S: AsRef<str>>(command: &mut Command, crates: impl IntoIterator<Item = S>) {
	for krate in crates {
		command.args(["--package", krate.as_ref()]);
	}
}

/// Names the runtime's crates with the features that they are tested with.
fn runtime_crates(command: &mut Command) -> Result<()> {
	let crates = shell::runtime_crates()?;
	let features: Vec<_> = crates
		.iter()
		.flat_map(|krate| FEATURES.map(|feature| format!("{krate}/{feature}")))
		.collect();
	packages(command, &crates);
	command.args(["--features", &features.join(",")]);
	Ok(())
}

/// Runs tests, with all failures told.
fn nextest() -> Command {
	shell::cargo(["nextest", "run", "--locked", "--profile", "ci"])
}

fn unit() -> Result<()> {
	let mut test = nextest();
	runtime_crates(&mut test)?;
	packages(&mut test, [SIMULATION, REVIEW]);
	let runtime = shell::run(&mut test);
	let tool = shell::run(nextest().args(["--package", "xtask"]));
	runtime.and(tool)
}

fn node_unit() -> Result<()> {
	shell::run(nextest().args(["--release", "--package", "artel-node"]))
}

/// In release mode, where the build scripts of the node are already built and run; of all crates at once, with the
/// features that they are tested with, so that what they build on is checked once.
fn clippy() -> Result<()> {
	let mut clippy = shell::cargo(["clippy", "--locked", "--release", "--all-targets"]);
	clippy.env("SKIP_WASM_BUILD", "1");
	runtime_crates(&mut clippy)?;
	packages(&mut clippy, NATIVE_CRATES);
	packages(&mut clippy, [SIMULATION, REVIEW]);
	shell::run(clippy.args(["--", "-D", "warnings"]))
}

/// A command of the end-to-end tests' own package.
fn npm(args: &[&str]) -> Command {
	let mut npm = shell::command("npm", args);
	npm.current_dir(shell::root().join("e2e"))
		.env("ARTEL_NODE", shell::node())
		.env("ARTEL_NEXT_RUNTIME", successor::blob())
		.env("ARTEL_REVIEW", shell::target().join("debug/artel-review"))
		.env("ARTEL_XTASK", std::env::current_exe().unwrap_or_else(|_| "cargo-xtask".into()));
	npm
}

/// Installs what the tests import, as the lock file says.
fn npm_packages() -> Result<()> {
	shell::run(&mut npm(&["ci", "--no-audit", "--no-fund"]))
}

fn e2e() -> Result<()> {
	shell::want_node()?;
	// Those who judge have a tool of their own, which no other stage builds as a program.
	let tool = ["build", "--locked", "--package", "artel-review"];
	shell::run(&mut shell::cargo(tool))?;
	npm_packages()?;
	shell::run(&mut npm(&["run", "check"]))?;
	shell::run(&mut npm(&["test"]))
}

/// Stories of the common fund and the till, which take minutes each.
fn long() -> Result<()> {
	shell::want_node()?;
	npm_packages()?;
	shell::run(&mut npm(&["run", "test:long"]))
}

/// Ordered work of each source that there is, of which `e2e` leaves out one that goes on as another does.
fn sources() -> Result<()> {
	shell::want_node()?;
	npm_packages()?;
	shell::run(&mut npm(&["run", "test:sources"]))
}

fn network() -> Result<()> {
	on_a_network("test:network")
}

/// Stories of several nodes, beside which no other network may be running.
fn on_a_network(script: &str) -> Result<()> {
	shell::want_node()?;
	if !shell::root().join("e2e/node_modules").is_dir() {
		npm_packages()?;
	}
	shell::run(&mut npm(&["run", script]))
}

/// One validator's keys on two machines.
fn equivocation() -> Result<()> {
	on_a_network("test:equivocation")
}

/// Finality lost for good, and brought back.
fn stall() -> Result<()> {
	on_a_network("test:stall")
}

/// The proxy of the operators' guide before a node, and somebody who wants it for themselves.
fn proxy() -> Result<()> {
	let nginx = setup::unpacked("nginx", "nginx")?;
	shell::want_node()?;
	npm_packages()?;
	shell::run(npm(&["run", "test:proxy"]).env("NGINX", nginx))
}

/// A runtime upgrade by vote, on a network that goes on meanwhile.
fn upgrade() -> Result<()> {
	successor::build()?;
	npm_packages()?;
	shell::run(&mut npm(&["run", "test:upgrade"]))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn names(full: bool, only: &[&str]) -> Result<Vec<&'static str>> {
		let only = only.iter().map(|name| (*name).to_owned()).collect();
		let args = Args { full, only, list: false };
		choose(&args).map(|stages| stages.iter().map(|stage| stage.name).collect())
	}

	#[test]
	fn a_stage_runs_beside_those_before_the_one_that_waits_for_it() {
		let stage = |name| STAGES.iter().find(|stage| stage.name == name).expect("it is one");
		let network = stage("network");
		for (next, beside) in [("clippy", true), ("docs", true), ("e2e", false), ("docker", false)]
		{
			assert_eq!(network.goes_beside(stage(next)), beside, "{next}");
			assert!(!stage("unit").goes_beside(stage(next)), "{next}");
		}
	}

	#[test]
	fn slow_stages_are_run_only_when_asked_for() {
		let quick = names(false, &[]).expect("the stages are known");
		let full = names(true, &[]).expect("the stages are known");
		assert!(!quick.contains(&"docker-source") && full.contains(&"docker-source"));
		assert_eq!(names(false, &["docker-source"]).expect("it is known"), ["docker-source"]);
		assert!(names(false, &["nothing"]).is_err());
	}
}
