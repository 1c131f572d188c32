// SPDX-License-Identifier: GPL-3.0-or-later

//! Each source names its licence in its first line, or in the second if the first one names its shell.

use crate::shell;
use anyhow::Result;
use std::fs;

/// How sources end, and how a comment in them begins.
const SOURCES: [(&str, &str); 4] = [(".rs", "//"), (".ts", "//"), (".sh", "#"), (".py", "#")];

/// Folders of what is under the GPL. All else is under the Apache licence.
const GPL: [&str; 3] = ["node", "review", "xtask"];

/// The sources that do not.
pub fn wrong() -> Result<Vec<String>> {
	let root = shell::root();
	let mut wrong = Vec::new();
	for (end, comment) in SOURCES {
		for file in super::files(&root, end)? {
			let place = file.strip_prefix(&root).unwrap_or(&file);
			let licence = match GPL.iter().any(|folder| place.starts_with(folder)) {
				true => "GPL-3.0-or-later",
				false => "Apache-2.0",
			};
			let line = format!("{comment} SPDX-License-Identifier: {licence}");
			let text = fs::read_to_string(&file)?;
			if text.lines().find(|line| !line.starts_with("#!/")) != Some(&line) {
				wrong.push(format!("{}: its first line is not `{line}`", place.display()));
			}
		}
	}
	Ok(wrong)
}
