// SPDX-License-Identifier: Apache-2.0

//! Sources and guides as they lie in the tree.

use std::{
	fs,
	path::{Path, PathBuf},
};

/// Where the sources lie, this crate's and all others.
pub fn root() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub fn read(path: &Path) -> String {
	fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All sources and guides, by their place in the tree, with what stands in them.
pub fn all() -> impl Iterator<Item = (String, String)> {
	let root = root();
	below(&root).into_iter().map(move |path| {
		let place = path.strip_prefix(&root).expect("it lies below").display().to_string();
		(place, read(&path))
	})
}

/// Those below a folder. What is hidden, built or downloaded is none of them.
fn below(folder: &Path) -> Vec<PathBuf> {
	let entries =
		fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
	let mut found = vec![];
	for entry in entries {
		let entry = entry.expect("a folder that can be read has entries that can");
		let (path, name) = (entry.path(), entry.file_name());
		let name = name.to_string_lossy();
		let is_ours = !name.starts_with('.') && !["target", "node_modules"].contains(&&*name);
		if entry.file_type().expect("an entry is of some type").is_dir() {
			if is_ours {
				found.extend(below(&path));
			}
		} else if is_ours && [".rs", ".md", ".ts"].iter().any(|end| name.ends_with(end)) {
			found.push(path);
		}
	}
	found
}
