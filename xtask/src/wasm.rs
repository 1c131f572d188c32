// SPDX-License-Identifier: GPL-3.0-or-later

//! The target that the runtime's Wasm is built for. `rustup` has it, as a rule; [`debian`] is for where it
//! cannot be downloaded.

#[path = "../bare/debian.rs"]
mod debian;

use crate::shell;
use anyhow::{bail, Result};
use std::{
	ffi::{OsStr, OsString},
	fs,
	path::{Path, PathBuf},
	process::Command,
	time::Duration,
};

pub const TARGET: &str = "wasm32v1-none";

/// How long rustup may try: where downloads are blocked, it would try for long.
const PATIENCE: Duration = Duration::from_secs(60);

/// The crates without which nothing can be built for the target.
const CRATES: [&str; 3] = ["core", "alloc", "compiler_builtins"];

/// What cargo must be told so that it finds the target.
pub fn environment() -> Vec<(&'static str, OsString)> {
	if default_has_target() {
		return Vec::new();
	}
	debian::environment()
}

/// The cargo that builds for the target.
pub fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
	let environment = environment();
	let mut command = match environment.is_empty() {
		true => shell::cargo(args),
		false => debian::cargo(args),
	};
	command.envs(environment);
	command
}

/// Makes sure that the target is there.
pub fn install() -> Result<()> {
	if default_has_target() || debian::is_ready() {
		return Ok(());
	}
	if !shell::has("rustup") {
		bail!("the target {TARGET} is missing: add it in the way in which Rust was installed here");
	}
	println!("Missing: the target {TARGET}. Asking rustup for it.");
	let mut add = shell::command("rustup", ["target", "add", TARGET]);
	match shell::within(PATIENCE, || shell::run(&mut add)) {
		Ok(()) => Ok(()),
		Err(problem) => debian::install(problem),
	}
}

fn default_has_target() -> bool {
	let found = sysroot().and_then(|sysroot| rlibs(&library(&sysroot)).ok()).unwrap_or_default();
	found.len() >= CRATES.len()
}

/// The libraries of the target that a build has left in a folder.
fn rlibs(folder: &Path) -> Result<Vec<PathBuf>> {
	let mut found = Vec::new();
	for entry in fs::read_dir(folder)? {
		let path = entry?.path();
		let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
		if CRATES.iter().any(|krate| is_rlib_of(krate, &name)) {
			found.push(path);
		}
	}
	Ok(found)
}

fn is_rlib_of(krate: &str, file: &str) -> bool {
	file.strip_prefix(&format!("lib{krate}-")).is_some_and(|rest| rest.ends_with(".rlib"))
}

fn library(toolchain: &Path) -> PathBuf {
	toolchain.join("lib/rustlib").join(TARGET).join("lib")
}

fn sysroot() -> Option<PathBuf> {
	let path = shell::output(Command::new("rustc").args(["--print", "sysroot"])).ok()?;
	Some(PathBuf::from(path.trim()))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn libraries_are_told_from_other_files() {
		assert!(is_rlib_of("core", "libcore-0123.rlib"));
		assert!(!is_rlib_of("core", "libcore-0123.rmeta"));
		assert!(!is_rlib_of("core", "libcore_simd-0123.rlib"));
		assert!(!is_rlib_of("alloc", "libcore-0123.rlib"));
	}
}
