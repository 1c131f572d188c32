// SPDX-License-Identifier: GPL-3.0-or-later

//! `bench`: weights, measured by the bench CLI and written where the runtime reads them.

use crate::{setup, shell};
use anyhow::{bail, Context, Result};
use serde_json::{json, Value};
use std::{collections::BTreeSet, fs, path::Path, process::Command};

/// The chain whose runtime and database are measured.
const CHAIN: &str = "development";

/// What the files call the machine, beside its processor, whose name they have too.
const HOST: &str = "a machine of its own";

/// Accounts in the database that is measured, and what each holds.
const ACCOUNTS: u32 = 10_000;
const ENDOWMENT: u64 = 1_000_000_000_000;

/// Keys that are written at once, as a busy block does.
const BATCH: &str = "1000";

/// What to measure, and how long.
#[derive(clap::Args)]
pub struct Args {
	/// Only this pallet; as often as there are pallets to measure.
	#[arg(long)]
	pallet: Vec<String>,
	/// Few repetitions: to see that benchmarks run, not for weights to keep.
	#[arg(long)]
	quick: bool,
	/// Only blocks, extrinsics and the database.
	#[arg(long)]
	base: bool,
	/// Also compare this machine with the reference hardware.
	#[arg(long)]
	machine: bool,
}

/// Measures, and writes what was measured.
pub fn run(args: &Args) -> Result<()> {
	setup::run(false)?;
	shell::build_node(&["runtime-benchmarks"])?;
	// The next plain build replaces the node; measuring goes on with this one.
	let folder = shell::target().join("bench");
	fs::create_dir_all(&folder)?;
	let node = folder.join("artel-node");
	fs::copy(shell::target().join("release/artel-node"), &node)?;

	if args.machine {
		let mut machine = bench(&node, "machine");
		shell::run(machine.args(["--chain", CHAIN, "--allow-fail", "--base-path"]).arg(&folder))?;
	}
	if !args.base {
		let listed = pallets(&node)?;
		if let Some(unknown) = args.pallet.iter().find(|name| !listed.contains(*name)) {
			let known = listed.into_iter().collect::<Vec<_>>().join(", ");
			bail!("there is no pallet `{unknown}`, but {known}");
		}
		for pallet in listed {
			if args.pallet.is_empty() || args.pallet.contains(&pallet) {
				measure(&node, &pallet, args.quick)?;
			}
		}
	}
	if args.pallet.is_empty() {
		base(&node, &folder, args.quick)?;
	}
	shell::run(&mut shell::cargo(["fmt", "--package", "artel-runtime"]))
}

/// The command line is written into every file that it makes: hence no path of this machine, and
/// no name of it, may be part of it.
fn bench(node: &Path, what: &str) -> Command {
	shell::command(relative(node), ["benchmark", what])
}

fn relative(path: &Path) -> &Path {
	path.strip_prefix(shell::root()).unwrap_or(path)
}

/// What every file of weights begins with; the template of ours has it itself.
const HEADER: &str = "xtask/weights-header.txt";

/// Where the runtime has its weights.
const WEIGHTS: &str = "runtime/src/weights";

/// The pallets that have benchmarks.
fn pallets(node: &Path) -> Result<BTreeSet<String>> {
	let mut list = bench(node, "pallet");
	let said = shell::output(list.args(["--list=pallets", "--no-csv-header", "--chain", CHAIN]))?;
	Ok(said.lines().map(|line| line.trim().to_owned()).collect())
}

fn is_ours(pallet: &str) -> bool {
	let name = pallet.replace('_', "-");
	shell::pallets().is_ok_and(|ours| ours.contains(&name))
}

fn measure(node: &Path, pallet: &str, quick: bool) -> Result<()> {
	let (steps, repeat) = if quick { ("10", "2") } else { ("50", "20") };
	let mut command = bench(node, "pallet");
	command
		.args(["--chain", CHAIN, "--genesis-builder", "spec-runtime"])
		.args(["--pallet", pallet, "--extrinsic", "*"])
		.args(["--steps", steps, "--repeat", repeat, "--wasm-execution", "compiled"])
		.args(["--no-storage-info", "--no-median-slopes", "--no-min-squares"])
		// A chain of its own sends its state to nobody, so no proof is ever made of it.
		.arg("--disable-proof-recording")
		// The repetitions say how long to measure.
		.args(["--min-duration", "0", "--hostname-override", HOST]);
	// The weights of our own pallets lie in their crates.
	if let Some(own) = pallet.strip_prefix("pallet_").filter(|_| is_ours(pallet)) {
		let own = own.replace('_', "-");
		command
			.args(["--template", "xtask/weights.hbs"])
			.args(["--output", &format!("pallets/{own}/src/weights.rs")]);
	} else {
		command.args(["--header", HEADER, "--output", WEIGHTS]);
	}
	shell::run(&mut command).with_context(|| format!("cannot measure {pallet}"))
}

/// Measures an empty block, an empty extrinsic and the database.
fn base(node: &Path, folder: &Path, quick: bool) -> Result<()> {
	let base_path = folder.join("chain");
	if base_path.exists() {
		fs::remove_dir_all(&base_path)?;
	}
	let mut overhead = bench(node, "overhead");
	overhead
		.args(["--chain", CHAIN, "--wasm-execution", "compiled", "--base-path"])
		.arg(relative(&base_path))
		.args(["--header", HEADER, "--weight-path", WEIGHTS, "--hostname-override", HOST]);
	if quick {
		overhead.args(["--warmup", "5", "--repeat", "5"]);
	}
	shell::run(&mut overhead)?;

	let spec = folder.join("populated.json");
	populate(node, &spec)?;
	fs::remove_dir_all(&base_path)?;
	let mut storage = bench(node, "storage");
	storage
		.arg("--chain")
		.arg(relative(&spec))
		.args(["--state-version", "1", "--disable-pov-recorder", "--base-path"])
		.arg(relative(&base_path))
		.args(["--batch-size", BATCH, "--header", HEADER, "--weight-path", WEIGHTS])
		.args(["--hostname-override", HOST]);
	shell::run(&mut storage)
}

/// Writes a chain with as many accounts as an artel will hardly have: an empty database is too fast.
fn populate(node: &Path, spec: &Path) -> Result<()> {
	let plain =
		shell::output(shell::command(node, ["export-chain-spec"]).args(["--chain", CHAIN]))?;
	let mut plain: Value = serde_json::from_str(&plain).context("a specification is JSON")?;
	plain["genesis"]["runtimeGenesis"]["patch"]["balances"]["devAccounts"] =
		json!([ACCOUNTS, ENDOWMENT, null]);
	Ok(fs::write(spec, plain.to_string())?)
}
