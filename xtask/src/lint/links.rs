// SPDX-License-Identifier: GPL-3.0-or-later

//! Links between guides: the file lies there, and has a heading of that name.

use crate::shell;
use anyhow::Result;
use std::{
	collections::{BTreeMap, BTreeSet},
	fs,
	path::Path,
};

/// The links of all guides that lead nowhere.
pub fn wrong() -> Result<Vec<String>> {
	let root = shell::root();
	let mut wrong = Vec::new();
	for guide in super::files(&root, ".md")? {
		let text = fs::read_to_string(&guide)?;
		let folder = guide.parent().unwrap_or(&root);
		for link in links(&text) {
			if !leads_somewhere(link, &text, folder)? {
				let place = guide.strip_prefix(&root).unwrap_or(&guide).display();
				wrong.push(format!("{place}: {link} leads nowhere"));
			}
		}
	}
	Ok(wrong)
}

/// Whether a link of a guide in this folder leads to what is there. Other sites are not asked.
fn leads_somewhere(link: &str, text: &str, folder: &Path) -> Result<bool> {
	if link.contains("://") || link.starts_with("mailto:") {
		return Ok(true);
	}
	let (path, anchor) = link.split_once('#').map_or((link, None), |(path, at)| (path, Some(at)));
	let target = folder.join(path);
	if !path.is_empty() && !target.exists() {
		return Ok(false);
	}
	let Some(anchor) = anchor else { return Ok(true) };
	if path.is_empty() {
		return Ok(anchors(text).contains(anchor));
	}
	Ok(path.ends_with(".md") && anchors(&fs::read_to_string(target)?).contains(anchor))
}

/// The lines that are no blocks of code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
	let mut is_code = false;
	text.lines().filter(move |line| {
		let is_fence = line.trim_start().starts_with("```");
		is_code ^= is_fence;
		!is_code && !is_fence
	})
}

/// Where the links of a guide point.
fn links(text: &str) -> Vec<&str> {
	prose(text)
		.flat_map(|line| line.split("](").skip(1))
		.filter_map(|rest| rest.split_once(')').map(|(link, _)| link))
		.collect()
}

/// What the headings of a guide are called in links, as hosts of repositories make it of them.
fn anchors(text: &str) -> BTreeSet<String> {
	let mut seen = BTreeMap::<String, u32>::new();
	let headings = prose(text).filter_map(|line| {
		line.strip_prefix('#')
			.map(|rest| rest.trim_start_matches('#'))
			.and_then(|rest| rest.strip_prefix(' '))
	});
	headings
		.map(|heading| {
			let name: String = heading
				.trim()
				.to_lowercase()
				.chars()
				.filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c))
				.map(|c| if c == ' ' { '-' } else { c })
				.collect();
			let before = seen.entry(name.clone()).or_default();
			*before += 1;
			match *before {
				1 => name,
				times => format!("{name}-{}", times - 1),
			}
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	const GUIDE: &str = "# What is it?\n## The 2nd: `a.b`\n## The 2nd: `a.b`\n```\n# no heading, [no](link)\n```\nSee [it](#what-is-it) and [that](b.md).\n";

	#[test]
	fn headings_have_the_names_that_links_use() {
		let names: Vec<_> = anchors(GUIDE).into_iter().collect();
		assert_eq!(names, ["the-2nd-ab", "the-2nd-ab-1", "what-is-it"]);
	}

	#[test]
	fn links_that_lead_nowhere_are_found() {
		assert_eq!(links(GUIDE), ["#what-is-it", "b.md"]);
		let leads = |link| leads_somewhere(link, GUIDE, &shell::root()).expect("it can be read");
		assert!(leads("#what-is-it") && leads("README.md") && leads("https://nowhere.example"));
		assert!(!leads("#no-heading") && !leads("nothing.md") && !leads("README.md#nothing"));
	}
}
