// SPDX-License-Identifier: GPL-3.0-or-later

//! `docs`: the documentation of our crates.

use crate::shell;
use anyhow::Result;

/// Builds it, with warnings as errors.
pub fn run() -> Result<()> {
	let mut doc = shell::cargo(["doc", "--locked", "--release", "--no-deps"]);
	for krate in shell::runtime_crates()? {
		doc.args(["--package", &krate]);
	}
	for krate in ["artel-review", "artel-simulation", "xtask"] {
		doc.args(["--package", krate]);
	}
	doc.args(["--document-private-items"]).env("RUSTDOCFLAGS", "-D warnings");
	shell::run(&mut doc)?;
	println!("The documentation lies in {}.", shell::target().join("doc").display());
	Ok(())
}
