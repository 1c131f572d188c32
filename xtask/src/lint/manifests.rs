// SPDX-License-Identifier: GPL-3.0-or-later

//! Manifests: each dependency is used, and learns which features its crate is built with.

use crate::shell;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::{
	collections::{BTreeMap, BTreeSet},
	fs,
	path::Path,
};

/// What a crate of ours passes on to all its dependencies that know it.
const PASSED_ON: [&str; 3] = ["std", "runtime-benchmarks", "try-runtime"];

/// Macros of ours that name what the crate which uses them depends on.
const MACROS: [(&str, &[&str]); 1] =
	[("artel_primitives::figures! {", &["codec", "scale_info", "serde"])];

#[derive(Deserialize)]
struct Metadata {
	packages: Vec<Package>,
	workspace_members: BTreeSet<String>,
	resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
	nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
	id: String,
	dependencies: Vec<String>,
}

#[derive(Deserialize)]
struct Package {
	id: String,
	name: String,
	manifest_path: String,
	dependencies: Vec<Dependency>,
	features: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Dependency {
	name: String,
	rename: Option<String>,
	kind: Option<String>,
}

impl Dependency {
	/// Its name in the manifest.
	fn called(&self) -> &str {
		self.rename.as_ref().unwrap_or(&self.name)
	}
}

/// What is wrong with the manifests of our crates.
pub fn wrong() -> Result<Vec<String>> {
	let args = ["metadata", "--quiet", "--locked", "--format-version", "1"];
	let metadata: Metadata = serde_json::from_str(&shell::output(&mut shell::cargo(args))?)
		.context("cargo's metadata have another form")?;
	let ours = metadata.packages.iter().filter(|it| metadata.workspace_members.contains(&it.id));
	let mut wrong = Vec::new();
	let mut named = BTreeSet::new();
	for package in ours {
		let folder = Path::new(&package.manifest_path).parent().unwrap_or(Path::new("."));
		let mut sources = String::new();
		for file in super::files(folder, ".rs")? {
			sources.push_str(&fs::read_to_string(file)?);
		}
		let mut words = words(&sources);
		for (_, names) in MACROS.iter().filter(|(name, _)| sources.contains(name)) {
			words.extend(names.iter().copied());
		}
		for dependency in &package.dependencies {
			let name = dependency.called();
			named.insert(name.to_owned());
			if !words.contains(name.replace('-', "_").as_str()) {
				wrong.push(format!("{}: no source names {name}", package.name));
			}
		}
		let node = metadata.resolve.nodes.iter().find(|node| node.id == package.id);
		let resolved = node.map(|node| &node.dependencies[..]).unwrap_or_default();
		let used: Vec<_> =
			metadata.packages.iter().filter(|it| resolved.contains(&it.id)).collect();
		wrong.extend(not_passed_on(package, &used));
	}
	wrong.extend(unused_versions(&named)?);
	Ok(wrong)
}

fn words(sources: &str) -> BTreeSet<&str> {
	sources.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect()
}

/// Features that a crate has and keeps from a dependency, which has them too.
fn not_passed_on(package: &Package, used: &[&Package]) -> Vec<String> {
	let mut wrong = Vec::new();
	for feature in PASSED_ON {
		let Some(enables) = package.features.get(feature) else { continue };
		for dependency in package.dependencies.iter().filter(|it| it.kind.is_none()) {
			let name = dependency.called();
			let knows = used
				.iter()
				.any(|it| it.name == dependency.name && it.features.contains_key(feature));
			let told = [format!("{name}/{feature}"), format!("{name}?/{feature}")];
			if knows && !told.iter().any(|it| enables.contains(it)) {
				wrong.push(format!("{}: `{feature}` does not reach {name}", package.name));
			}
		}
	}
	wrong
}

/// Versions in the workspace's table that no crate of ours asks for.
fn unused_versions(named: &BTreeSet<String>) -> Result<Vec<String>> {
	let manifest = fs::read_to_string(shell::root().join("Cargo.toml"))?;
	let table =
		manifest.split("\n[").find_map(|table| table.strip_prefix("workspace.dependencies]"));
	let lines = table.context("the workspace has a table of dependencies")?.lines();
	// What goes on over several lines is indented.
	let names = lines
		.filter(|line| !line.starts_with(['#', '\t', ']']))
		.filter_map(|line| line.split_once(" = ").map(|(name, _)| name));
	Ok(names
		.filter(|name| !named.contains(*name))
		.map(|name| format!("workspace: no crate asks for {name}"))
		.collect())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn package(name: &str, features: &[(&str, &[&str])], dependencies: &[&str]) -> Package {
		let dependency =
			|name: &&str| Dependency { name: (*name).into(), rename: None, kind: None };
		let feature = |(name, enables): &(&str, &[&str])| {
			((*name).to_owned(), enables.iter().map(|it| (*it).to_owned()).collect())
		};
		Package {
			id: name.into(),
			name: name.into(),
			manifest_path: String::new(),
			dependencies: dependencies.iter().map(dependency).collect(),
			features: features.iter().map(feature).collect(),
		}
	}

	#[test]
	fn features_reach_every_dependency_that_knows_them() {
		let knows = package("knows", &[("std", &[])], &[]);
		let other = package("other", &[], &[]);
		let wrong = |enables: &[&str]| {
			let whole = package("whole", &[("std", enables)], &["knows", "other"]);
			not_passed_on(&whole, &[&knows, &other])
		};
		assert!(wrong(&["knows/std"]).is_empty() && wrong(&["knows?/std"]).is_empty());
		assert_eq!(wrong(&["other/std"]), ["whole: `std` does not reach knows"]);
	}

	#[test]
	fn versions_that_nobody_asks_for_are_found() {
		let wrong = unused_versions(&BTreeSet::new()).expect("the manifest can be read");
		assert!(wrong.iter().any(|it| it.ends_with(" codec")));
	}
}
