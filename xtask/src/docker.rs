// SPDX-License-Identifier: GPL-3.0-or-later

//! `docker`: lint the container files, test the alert rules beside them and build the images.

use crate::{setup, shell};
use anyhow::Result;

/// What to do with the container files.
#[derive(clap::Args)]
pub struct Args {
	/// Also build the image from source, which takes as long as a cold build of the node.
	#[arg(long, conflicts_with = "lint_only")]
	full: bool,
	/// Build no image.
	#[arg(long)]
	lint_only: bool,
}

/// Lints, builds from a prebuilt node and, if asked to, from source.
pub fn run(args: &Args) -> Result<()> {
	if args.lint_only {
		return lint();
	}
	prebuilt()?;
	if args.full {
		source()?;
	}
	Ok(())
}

fn lint() -> Result<()> {
	alerts()?;
	shell::run(&mut shell::command("docker/build.sh", ["lint"]))
}

/// Alert rules fire when they should, and only then.
fn alerts() -> Result<()> {
	let promtool = setup::unpacked("promtool", "prometheus")?;
	let promtool = |args: [&str; 3]| shell::run(&mut shell::command(&promtool, args));
	promtool(["check", "rules", "docker/alerts.yml"])?;
	promtool(["test", "rules", "docker/alerts.test.yml"])
}

/// Lints, and builds the image around a node that is there.
pub fn prebuilt() -> Result<()> {
	lint()?;
	shell::want_node()?;
	let mut build = shell::command("docker/build.sh", ["prebuilt"]);
	shell::run(build.arg(shell::node()))
}

/// Builds the image from source.
pub fn source() -> Result<()> {
	shell::run(&mut shell::command("docker/build.sh", ["source"]))
}
