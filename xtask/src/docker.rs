//! `docker`: lint the container files and build the images.

use crate::shell;
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
	shell::run(&mut shell::command("docker/build.sh", ["lint"]))
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
