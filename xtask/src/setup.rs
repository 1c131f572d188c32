// SPDX-License-Identifier: GPL-3.0-or-later

//! What must be there before anything can be built or tested.

use crate::{shell, wasm};
use anyhow::{bail, Context, Result};
use std::{fs, path::PathBuf, process::Command};

/// The oldest Node.js that the end-to-end tests run on.
const NODE_JS: u32 = 20;

/// Something needed, how to see whether it is there, and the Debian packages that bring it.
struct Need {
	what: &'static str,
	is_there: fn() -> bool,
	packages: &'static [&'static str],
}

const TO_BUILD: &[Need] = &[
	Need { what: "a C and C++ compiler", is_there: has_compiler, packages: &["g++"] },
	Need { what: "make", is_there: || shell::has("make"), packages: &["make"] },
	Need { what: "pkg-config", is_there: || shell::has("pkg-config"), packages: &["pkg-config"] },
	Need { what: "the headers of OpenSSL", is_there: has_openssl, packages: &["libssl-dev"] },
	Need { what: "protoc", is_there: || shell::has("protoc"), packages: &["protobuf-compiler"] },
];

const TO_TEST: &[Need] = &[
	Need { what: "Node.js 20 with npm", is_there: has_node_js, packages: &["nodejs", "npm"] },
	Need { what: "Python 3 with venv", is_there: has_python, packages: &["python3-venv"] },
];

/// Installs what is missing, or says what to install.
pub fn run(tests: bool) -> Result<()> {
	let mut needs: Vec<_> = TO_BUILD.iter().collect();
	if tests {
		needs.extend(TO_TEST);
	}
	let missing: Vec<_> = needs.iter().filter(|need| !(need.is_there)()).collect();
	if !missing.is_empty() {
		let names: Vec<_> = missing.iter().map(|need| need.what).collect();
		println!("Missing: {}.", names.join(", "));
		let packages: Vec<_> =
			missing.iter().flat_map(|need| need.packages.iter().copied()).collect();
		if packages.contains(&"nodejs") && !offers_node_js() {
			bail!(
				"install Node.js {NODE_JS} or newer with npm: this system's own is older, or none"
			);
		}
		install(&packages)?;
	}
	if let Some(need) = needs.iter().find(|need| !(need.is_there)()) {
		bail!("{} is still missing after the installation", need.what);
	}
	wasm::install()?;
	if tests {
		for tool in ["cargo-fmt", "cargo-clippy"] {
			if !shell::has(tool) {
				bail!("{tool} is missing: `rustup component add rustfmt clippy` adds it");
			}
		}
	}
	if tests && !shell::has("cargo-nextest") {
		println!("Missing: cargo-nextest, which is built from the Rust registry.");
		let mut nextest = shell::cargo(["install", "--locked", "cargo-nextest"]);
		shell::run(&mut nextest)?;
	}
	Ok(())
}

/// Says what to set for calling cargo without this tool.
pub fn print_environment() {
	println!("Everything is there.");
	for (name, value) in wasm::environment() {
		let value = value.to_string_lossy();
		let old = std::env::var(name).unwrap_or_default();
		let value = match value.strip_prefix(old.as_str()) {
			Some(more) if !old.is_empty() => format!("${name}{more}"),
			_ => value.into_owned(),
		};
		println!("To call cargo by hand: export {name}=\"{value}\"");
	}
}

/// Installs Debian packages, where that is possible without asking anyone.
pub fn install(packages: &[&str]) -> Result<()> {
	let list = packages.join(" ");
	if !shell::has("apt-get") {
		bail!("install these, by the names that your system has for them: {list}");
	}
	if !is_root() {
		bail!("run this first:\n  sudo apt-get update && sudo apt-get install {list}");
	}
	println!("Installing {list} with apt.");
	let apt = |args: &[&str]| {
		let mut apt = shell::command("apt-get", args);
		apt.env("DEBIAN_FRONTEND", "noninteractive");
		apt
	};
	let fetch = |packages: &[&str]| {
		let mut args = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
		args.extend(packages);
		shell::run(&mut apt(&args))
	};
	// An old list of packages is the usual reason for a failure, an absent one always is.
	fetch(packages).or_else(|problem| {
		println!("{problem}\nFetching the lists of packages, and then once more.");
		shell::run(&mut apt(&["update", "--quiet"]))?;
		fetch(packages)
	})
}

/// A program that a Debian package has, unpacked if it is not there.
///
/// Installed, the package would also start a service, which nobody wants on a machine for tests.
pub fn unpacked(program: &str, package: &str) -> Result<PathBuf> {
	if let Some(installed) = shell::find(program) {
		return Ok(installed);
	}
	let folder = shell::target().join("tools").join(package);
	let places = ["usr/bin", "usr/sbin"].map(|place| folder.join(place).join(program));
	let there = || places.iter().find(|place| place.is_file()).cloned();
	if let Some(unpacked) = there() {
		return Ok(unpacked);
	}
	if !shell::has("apt-get") || !shell::has("dpkg-deb") {
		bail!("install {program}, which Debian has in its package `{package}`");
	}
	println!("Unpacking {program} from the Debian package `{package}`.");
	if folder.exists() {
		fs::remove_dir_all(&folder)?;
	}
	fs::create_dir_all(&folder)?;
	let fetch = || {
		let mut apt = shell::command("apt-get", ["download", "--quiet", package]);
		shell::run(apt.current_dir(&folder))
	};
	fetch().or_else(|problem| {
		if !is_root() {
			bail!("{problem}\nrun this first:\n  sudo apt-get update");
		}
		println!("{problem}\nFetching the lists of packages, and then once more.");
		shell::run(&mut shell::command("apt-get", ["update", "--quiet"]))?;
		fetch()
	})?;
	for file in fs::read_dir(&folder)? {
		let file = file?.path();
		if file.extension().is_some_and(|kind| kind == "deb") {
			let mut unpack = shell::command("dpkg-deb", ["--extract"]);
			shell::run(unpack.arg(&file).arg(&folder))?;
			fs::remove_file(&file)?;
		}
	}
	there().with_context(|| format!("the Debian package `{package}` has no program {program}"))
}

/// Where the programs of a list of Python packages are, which are installed apart from the system's own.
pub fn python_tools(list: &str) -> Result<PathBuf> {
	let wanted = fs::read(shell::root().join(list))?;
	let folder = shell::target().join("tools/python");
	let (programs, installed) = (folder.join("bin"), folder.join("installed.txt"));
	if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
		return Ok(programs);
	}
	if folder.exists() {
		fs::remove_dir_all(&folder)?;
	}
	shell::run(shell::command("python3", ["-m", "venv"]).arg(&folder))?;
	let args = ["install", "--quiet", "--disable-pip-version-check", "--requirement", list];
	shell::run(&mut shell::command(programs.join("pip"), args))?;
	fs::write(&installed, wanted)?;
	Ok(programs)
}

/// Whether packages can be installed without asking for a password.
pub fn is_root() -> bool {
	shell::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn has_compiler() -> bool {
	shell::has("cc") && shell::has("c++")
}

fn has_openssl() -> bool {
	shell::succeeds(Command::new("pkg-config").args(["--exists", "openssl"]))
}

fn has_node_js() -> bool {
	shell::has("npm")
		&& shell::output(Command::new("node").arg("--version"))
			.ok()
			.and_then(|version| major(&version))
			.is_some_and(|major| major >= NODE_JS)
}

fn has_python() -> bool {
	let asked = ["-c", "import ensurepip, venv"];
	shell::output(Command::new("python3").args(asked)).is_ok()
}

/// Whether the packages of this system include a Node.js that is new enough.
fn offers_node_js() -> bool {
	if !is_root() {
		return true;
	}
	let policy = || shell::output(Command::new("apt-cache").args(["policy", "nodejs"])).ok();
	let offer = policy().as_deref().and_then(candidate).or_else(|| {
		shell::run(Command::new("apt-get").args(["update", "--quiet"])).ok()?;
		policy().as_deref().and_then(candidate)
	});
	offer.is_some_and(|major| major >= NODE_JS)
}

/// The first number of the version that `apt-cache policy` says it would install.
fn candidate(policy: &str) -> Option<u32> {
	major(policy.lines().find_map(|line| line.trim().strip_prefix("Candidate:"))?)
}

/// The first number of a version such as `v20.1.0`.
fn major(version: &str) -> Option<u32> {
	version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn versions_are_read() {
		assert_eq!(major("v20.20.2\n"), Some(20));
		assert_eq!(major("18.1"), Some(18));
		assert_eq!(major("none"), None);
		assert_eq!(candidate("nodejs:\n  Installed: (none)\n  Candidate: 18.20.4+dfsg"), Some(18));
		assert_eq!(candidate("nodejs:\n  Candidate: (none)\n"), None);
		assert_eq!(candidate(""), None);
	}
}
