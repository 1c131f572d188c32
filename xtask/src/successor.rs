// SPDX-License-Identifier: GPL-3.0-or-later

//! The same runtime under the next version number: what an upgrade is tried with.
//!
//! Whatever the node's build has compiled for the blob is used again, so that little more than the
//! runtime itself is compiled a second time.

use crate::{shell, wasm};
use anyhow::{Context, Result};
use std::{
	fs,
	path::{Path, PathBuf},
};

/// What the blob's builder gives the compiler; with other flags nothing could be used again.
const FLAGS: &str = "-C link-arg=--export-table -C link-arg=--export=__heap_base \
	-C link-arg=--import-memory --cfg substrate_runtime ";

/// What the package of the blob is called.
const NAME: &str = "artel-runtime-next";

/// Where the blob lies once it is built.
pub fn blob() -> PathBuf {
	shell::target().join("next-runtime/artel_runtime_next.wasm")
}

/// Builds it, along with the node that it succeeds.
pub fn build() -> Result<()> {
	shell::build_node(&[])?;
	let present = shell::target().join("release/wbuild/artel-runtime");
	let project = shell::target().join("next-runtime");
	fs::create_dir_all(project.join("src"))?;
	for file in ["Cargo.lock", "src/lib.rs"] {
		copy(&present.join(file), &project.join(file))?;
	}
	let manifest = present.join("Cargo.toml");
	let text = fs::read_to_string(&manifest)
		.with_context(|| format!("the node's build has left no {}", manifest.display()))?;
	fs::write(project.join("Cargo.toml"), succeed(&text))?;

	let mut build = wasm::cargo(["rustc", "--release", "--target", wasm::TARGET]);
	build
		.arg("--manifest-path")
		.arg(project.join("Cargo.toml"))
		.env("CARGO_TARGET_DIR", present.join("target"))
		.env("RUSTFLAGS", FLAGS)
		.env_remove("CARGO_ENCODED_RUSTFLAGS")
		.env("SKIP_WASM_BUILD", "");
	shell::run(&mut build)?;
	let built = present.join("target").join(wasm::TARGET).join("release/artel_runtime_next.wasm");
	copy(&built, &blob())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
	fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
	Ok(())
}

/// The manifest of the blob that succeeds the one of this manifest.
fn succeed(manifest: &str) -> String {
	manifest
		.replace("features = [", "features = [\"next-version\", ")
		.replace("\"artel-runtime-blob\"", &format!("\"{NAME}\""))
		.replace("name = \"artel_runtime\"", "name = \"artel_runtime_next\"")
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_successor_differs_in_name_and_version() {
		let present = "features = []\nname = \"artel_runtime\"\nname = \"artel-runtime-blob\"\n";
		let next = succeed(present);
		assert!(next.contains("[\"next-version\", ]"));
		assert!(next.contains("\"artel_runtime_next\"") && next.contains(NAME));
		assert!(!next.contains("blob"));
	}
}
