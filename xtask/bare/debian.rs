// SPDX-License-Identifier: GPL-3.0-or-later

//! A target for the runtime where rustup cannot download one.
//!
//! Debian has a complete toolchain with the sources of its standard library, from which the three crates that
//! the target needs are built.

use super::{library, rlibs, sysroot, CRATES, TARGET};
use crate::{setup, shell};
use anyhow::{bail, Context, Error, Result};
use std::{
	ffi::{OsStr, OsString},
	fs,
	path::{Path, PathBuf},
	process::Command,
};

/// Where Debian's toolchain lies, and what rustup calls it here.
const DEBIAN: &str = "/usr";
const DEBIAN_NAME: &str = "debian";

/// A crate whose only purpose is to have these built. LTO makes cargo embed the bitcode that the
/// runtime's own LTO will want to see.
const SCRATCH_MANIFEST: &str = "[package]\nname = \"scratch\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n\
	[lib]\ncrate-type = [\"rlib\"]\n\n[profile.release]\nlto = true\npanic = \"abort\"\n\n[workspace]\n";
const SCRATCH_LIB: &str = "#![no_std]\nextern crate alloc;\n";

/// What cargo must be told so that it finds this target, if it is there.
pub fn environment() -> Vec<(&'static str, OsString)> {
	if !library(Path::new(DEBIAN)).is_dir() {
		return Vec::new();
	}
	let mut path = std::env::var_os("PATH").unwrap_or_default();
	if let Some(linker) = linker_folder() {
		path.push(":");
		path.push(linker);
	}
	vec![("WASM_BUILD_TOOLCHAIN", DEBIAN_NAME.into()), ("PATH", path)]
}

/// The cargo of this toolchain.
pub fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
	let mut command = shell::command("rustup", ["run", DEBIAN_NAME, "cargo"]);
	command.args(args).env_remove("CARGO").env_remove("RUSTC").env_remove("RUSTUP_TOOLCHAIN");
	command
}

/// Builds the target, for the reason that rustup gave.
pub fn install(reason: Error) -> Result<()> {
	if !shell::has("apt-get") {
		return Err(reason.context("the target of the runtime cannot be downloaded"));
	}
	println!("{reason}\nBuilding it from Debian's sources instead.");
	build().with_context(|| format!("the target {TARGET} cannot be built from Debian's sources"))
}

fn build() -> Result<()> {
	if !Path::new(DEBIAN).join("bin/rustc").is_file()
		|| !Path::new(DEBIAN).join("lib/rustlib/src/rust/library").is_dir()
		|| version()?.as_str() < MINIMUM
	{
		setup::install(&["rustc-web", "cargo-web", "rust-web-src"])?;
	}
	if !setup::is_root() {
		let folder = library(Path::new(DEBIAN));
		bail!("it belongs into {}, which is root's: run this once as root", folder.display());
	}
	shell::run(&mut shell::command("rustup", ["toolchain", "link", DEBIAN_NAME, DEBIAN]))?;

	let scratch = shell::target().join("xtask/wasm-target");
	if scratch.exists() {
		fs::remove_dir_all(&scratch)?;
	}
	fs::create_dir_all(scratch.join("src"))?;
	fs::write(scratch.join("Cargo.toml"), SCRATCH_MANIFEST)?;
	fs::write(scratch.join("src/lib.rs"), SCRATCH_LIB)?;
	let mut cargo = Command::new("rustup");
	cargo
		.args(["run", DEBIAN_NAME, "cargo", "build", "--release", "--target", TARGET])
		.args(["-Z", "build-std=core,alloc"])
		.current_dir(&scratch)
		.env_remove("CARGO")
		.env_remove("RUSTC")
		.env_remove("RUSTUP_TOOLCHAIN")
		.env("CARGO_TARGET_DIR", scratch.join("target"))
		.env("RUSTC_BOOTSTRAP", "1");
	shell::run(&mut cargo)?;

	let built = scratch.join("target").join(TARGET).join("release/deps");
	let library = library(Path::new(DEBIAN));
	if library.exists() {
		fs::remove_dir_all(&library)?;
	}
	fs::create_dir_all(&library)?;
	for file in rlibs(&built)? {
		let name = file.file_name().context("a library has a name")?;
		fs::copy(&file, library.join(name))?;
	}
	forget_stale_builds()?;
	fs::remove_dir_all(&scratch)?;
	if !is_ready() {
		bail!("its libraries are not where they should be, in {}", library.display());
	}
	Ok(())
}

/// Objects built against other libraries of the target cannot be linked with these.
fn forget_stale_builds() -> Result<()> {
	for profile in ["release", "debug", "production"] {
		let wbuild = shell::target().join(profile).join("wbuild");
		if wbuild.exists() {
			fs::remove_dir_all(wbuild)?;
		}
	}
	Ok(())
}

/// Whether the target is there, built by the compiler that is to use it.
pub fn is_ready() -> bool {
	let libraries = rlibs(&library(Path::new(DEBIAN))).unwrap_or_default();
	let linked = shell::output(&mut shell::command("rustup", ["toolchain", "list"]))
		.is_ok_and(|list| list.lines().any(|line| line.starts_with(DEBIAN_NAME)));
	linked
		&& libraries.len() == CRATES.len()
		&& version().is_ok_and(|version| {
			libraries
				.iter()
				.all(|library| fs::read(library).is_ok_and(|all| made_by(&version, &all)))
		})
}

/// Whether a library names this version as its compiler's: no other compiler can read it.
fn made_by(version: &str, library: &[u8]) -> bool {
	let version = version.trim().as_bytes();
	let first = version.first();
	!version.is_empty()
		&& library.iter().enumerate().any(|(place, byte)| {
			Some(byte) == first
				&& library.get(place..).is_some_and(|rest| rest.starts_with(version))
		})
}

/// The oldest compiler that knows the target.
const MINIMUM: &str = "rustc 1.84";

fn version() -> Result<String> {
	let rustc = Path::new(DEBIAN).join("bin/rustc");
	shell::output(Command::new(rustc).arg("--version").env_remove("RUSTUP_TOOLCHAIN"))
}

/// The folder of the linker that rustup's toolchain brings and Debian's lacks.
fn linker_folder() -> Option<PathBuf> {
	let host = shell::output(Command::new("rustc").arg("-vV")).ok()?;
	let host = host.lines().find_map(|line| line.strip_prefix("host: "))?.to_owned();
	let folder = sysroot()?.join("lib/rustlib").join(host).join("bin");
	folder.join("rust-lld").is_file().then_some(folder)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn libraries_know_their_compiler() {
		assert!(made_by("rustc 1.96.0 (abc)\n", b"..rrustc 1.96.0 (abc).."));
		assert!(!made_by("rustc 1.96.0 (abc)", b"..rustc 1.95.0 (abc).."));
		assert!(!made_by("\n", b"anything"));
	}
}
