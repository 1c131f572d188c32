// SPDX-License-Identifier: GPL-3.0-or-later

//! `lint`: what is wrong with sources, manifests and guides, without building anything.

mod licences;
mod links;
mod manifests;

use crate::{setup, shell};
use anyhow::{bail, Result};
use std::path::{Path, PathBuf};

/// Programs that come as Python packages, with their exact versions.
const TOOLS: &str = "xtask/tools.txt";

/// Checks everything, and tells all that is wrong before it fails.
pub fn run() -> Result<()> {
	let tools = setup::python_tools(TOOLS)?;
	let spelling = ["--hidden", "--config", ".config/typos.toml"];
	let checks = [
		rustfmt(&["--check"]),
		taplo(&tools, &["--check"]),
		shell::run(&mut shell::command(tools.join("typos"), spelling)),
		licences::wrong().and_then(|wrong| tell("licences", &wrong)),
		links::wrong().and_then(|wrong| tell("links", &wrong)),
		manifests::wrong().and_then(|wrong| tell("manifests", &wrong)),
	];
	let problems: Vec<_> =
		checks.into_iter().filter_map(Result::err).map(|it| format!("{it:#}")).collect();
	if !problems.is_empty() {
		bail!("{}", problems.join("\n"));
	}
	Ok(())
}

/// Lays out sources and manifests.
pub fn lay_out() -> Result<()> {
	rustfmt(&[])?;
	taplo(&setup::python_tools(TOOLS)?, &[])
}

fn rustfmt(more: &[&str]) -> Result<()> {
	shell::run(shell::cargo(["fmt", "--all"]).args(more))
}

fn taplo(tools: &Path, more: &[&str]) -> Result<()> {
	let args = ["format", "--config", ".config/taplo.toml"];
	shell::run(shell::command(tools.join("taplo"), args).args(more))
}

fn tell(what: &str, wrong: &[String]) -> Result<()> {
	println!("{what}: {} wrong", wrong.len());
	if !wrong.is_empty() {
		bail!("{}", wrong.join("\n"));
	}
	Ok(())
}

/// The files below a folder whose names end so. What is hidden, built or downloaded is none of them.
fn files(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
	let mut found = Vec::new();
	for entry in std::fs::read_dir(folder)? {
		let entry = entry?;
		let name = entry.file_name().to_string_lossy().into_owned();
		if name.starts_with('.') || ["target", "node_modules"].contains(&name.as_str()) {
			continue;
		}
		if entry.file_type()?.is_dir() {
			found.extend(files(&entry.path(), end)?);
		} else if name.ends_with(end) {
			found.push(entry.path());
		}
	}
	found.sort();
	Ok(found)
}
