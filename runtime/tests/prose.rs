// SPDX-License-Identifier: Apache-2.0

//! Guides, documentation and comments are read once: a sentence begins with the one it is about.

#[path = "common/sources.rs"]
mod sources;

/// What no sentence opens with, unless it is a question.
const OPENINGS: [&str; 5] = ["Who", "Whom", "Whose", "Whoever", "Whomever"];

/// The paragraphs of a guide. Headings, tables and what is typed are none.
fn of_a_guide(text: &str) -> Vec<String> {
	let mut is_prose = true;
	let lines = text.lines().map(str::trim).map(|line| {
		let is_fence = line.starts_with("```");
		is_prose ^= is_fence;
		(is_prose && !is_fence && !line.starts_with(['#', '|'])).then_some(line)
	});
	paragraphs(lines)
}

/// The paragraphs of the comments of a source.
fn of_comments(text: &str) -> Vec<String> {
	let lines = text.lines().map(str::trim).map(|line| {
		let is_comment = ["//", "/*", "*"].iter().any(|sign| line.starts_with(sign));
		let text = line.trim_start_matches(['/', '!', '*']);
		is_comment.then(|| text.trim_end_matches("*/").trim())
	});
	paragraphs(lines)
}

/// What stands together: until a line that is blank or none of it, or the next item of a list.
fn paragraphs<'a>(lines: impl Iterator<Item = Option<&'a str>>) -> Vec<String> {
	let mut found = vec![String::new()];
	for line in lines {
		let line = line.unwrap_or_default();
		let (sign, rest) = line.split_once(' ').unwrap_or((line, ""));
		let is_item = ["-", "*", ">"].contains(&sign)
			|| sign.strip_suffix('.').is_some_and(|it| it.chars().all(|c| c.is_ascii_digit()));
		if line.is_empty() || is_item {
			found.push(String::new());
		}
		let last = found.last_mut().expect("there is one from the beginning");
		last.push_str(if is_item { rest } else { line });
		last.push(' ');
	}
	found
}

/// The sentences of a paragraph that open with what none should.
fn smells(paragraph: &str) -> Vec<String> {
	let is_end = |c: &char| ['.', '!', '?'].contains(c);
	let end = |word: &str| {
		word.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_end(&c)).chars().last()
	};
	let words: Vec<_> = paragraph.split_whitespace().collect();
	words
		.split_inclusive(|word| end(word).is_some_and(|last| is_end(&last)))
		.filter(|sentence| {
			let opening = sentence[0].trim_matches(|c: char| !c.is_alphabetic());
			let is_question = sentence.last().and_then(|last| end(last)) == Some('?');
			OPENINGS.contains(&opening) && !is_question
		})
		.map(|sentence| sentence.join(" "))
		.collect()
}

#[test]
fn openings_are_found_wherever_a_sentence_begins() {
	let guide = "# Who may\n\nOne. **Whoever\npays** waits! Who pays?\n\n| Who |\n- Whose it is.\n1. Whom?\n```\nWho\n```";
	let found: Vec<_> = of_a_guide(guide).iter().flat_map(|it| smells(it)).collect();
	assert_eq!(found, ["**Whoever pays** waits!", "Whose it is."]);

	let source =
		"//! Who plays.\nlet it = 1;\n/// They are there,\n/// who pay. Whom\n/// it concerns.\n\t/** Who votes. */";
	let found: Vec<_> = of_comments(source).iter().flat_map(|it| smells(it)).collect();
	assert_eq!(found, ["Who plays.", "Whom it concerns.", "Who votes."]);
}

#[test]
fn sentences_begin_with_the_one_they_are_about() {
	let mut wrong = vec![];
	let mut seen = 0;
	for (place, text) in sources::all() {
		let found = if place.ends_with(".md") { of_a_guide(&text) } else { of_comments(&text) };
		seen += found.len();
		for paragraph in found {
			wrong.extend(smells(&paragraph).into_iter().map(|it| format!("{place}: {it}")));
		}
	}
	assert!(wrong.is_empty(), "who is this about?\n{}", wrong.join("\n"));
	assert!(seen > 10_000, "there is much to read: {seen}");
}
