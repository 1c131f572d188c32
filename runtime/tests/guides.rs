// SPDX-License-Identifier: Apache-2.0

//! The guides say what the chain does: whatever they name is there, and whatever is refused has a line.

#[path = "common/sources.rs"]
mod sources;

use artel_runtime::{genesis_presets, Runtime, RuntimeGenesisConfig};
use codec::Decode;
use frame_metadata::{
	v15::{PalletMetadata, RuntimeMetadataV15},
	RuntimeMetadata, RuntimeMetadataPrefixed,
};
use scale_info::{form::PortableForm, TypeDef, Variant};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What chains of the SDK have. All other rooms are the artel's own.
const STOCK: [&str; 18] = [
	"System",
	"Timestamp",
	"Migrations",
	"Balances",
	"Labor",
	"TransactionPayment",
	"Babe",
	"Historical",
	"Session",
	"Grandpa",
	"Authorship",
	"Offences",
	"Utility",
	"Multisig",
	"Proxy",
	"Recovery",
	"Uniques",
	"TxPause",
];

/// Stock rooms in which the guides lead members and operators so far that they can meet every error.
const MET: [&str; 7] =
	["Session", "Balances", "Utility", "Multisig", "Proxy", "Recovery", "TxPause"];

/// Where the errors stand, by room.
const ERRORS: &str = "docs/errors.md";

/// Guides in which every name between backticks is one of the chain's.
const FOR_MEMBERS: [&str; 3] = ["docs/members.md", "docs/stewards.md", ERRORS];

/// Guides that name other things as well.
const FOR_OTHERS: [&str; 2] = ["README.md", "docs/operators.md"];

/// Folders of files that guides name.
const FOLDERS: [&str; 10] = [
	"docker",
	"docs",
	"e2e",
	"node",
	"pallets",
	"primitives",
	"review",
	"runtime",
	"simulation",
	"xtask",
];

/// How things are named, among them errors.
const RULES: &str = "CONTRIBUTING.md";

/// Errors that none of the forms fits, by room, and why.
const NAMED_OTHERWISE: [(&str, &str); 3] = [
	("proposals.MotionTooLong", "a motion has two limits, and it says which one this is beyond"),
	("proposals.MotionTooHeavy", "the same"),
	(
		"voteBasket.ConcernsYou",
		"it says why somebody has no part in a vote, not that they have none",
	),
];

/// What the chain does. Code and metadata cite it by section.
const SPECIFICATION: &str = "docs/mechanisms.md";

/// A room as wallets show it.
#[derive(Default)]
struct Room {
	calls: Vec<Variant<PortableForm>>,
	events: Vec<Variant<PortableForm>>,
	errors: Vec<Variant<PortableForm>>,
	/// Storage and constants with their explanations.
	records: Vec<(String, Vec<String>)>,
	/// Fields of genesis.
	genesis: Vec<String>,
}

impl Room {
	/// Whether something in it is called so after its name and a point.
	fn has(&self, name: &str) -> bool {
		let called = |all: &[Variant<PortableForm>]| all.iter().any(|it| it.name == name);
		self.calls.iter().any(|it| camel(&it.name) == name)
			|| called(&self.events)
			|| called(&self.errors)
			|| self.records.iter().any(|(record, _)| lower(record) == name)
			|| self.genesis.iter().any(|field| field == name)
	}
}

/// All that has a name on this chain.
struct Names {
	/// By the pallet's name.
	rooms: BTreeMap<String, Room>,
	/// Reads by the name of their API.
	reads: BTreeMap<String, Vec<String>>,
	/// Every name of all, those of fields, variants and types included, in each way to write it.
	all: BTreeSet<String>,
	/// What can be wrong anywhere, such as `token.Frozen`.
	everywhere: BTreeMap<&'static str, Vec<String>>,
}

fn metadata() -> RuntimeMetadataV15 {
	// The default of an account's nonce is the block number.
	let written = || Runtime::metadata_at_version(15).expect("it is written in this version");
	let bytes = sp_io::TestExternalities::default().execute_with(written);
	match RuntimeMetadataPrefixed::decode(&mut &bytes[..]).expect("it can be read").1 {
		RuntimeMetadata::V15(metadata) => metadata,
		other => panic!("this is version {}", other.version()),
	}
}

impl Names {
	fn new() -> Self {
		let metadata = metadata();
		let genesis = serde_json::to_value(RuntimeGenesisConfig::default()).expect("it is JSON");
		let rooms = metadata
			.pallets
			.iter()
			.map(|pallet| {
				let fields = genesis.get(lower(&pallet.name)).and_then(Value::as_object);
				let genesis = fields.map(|all| all.keys().cloned().collect()).unwrap_or_default();
				(pallet.name.clone(), Room { genesis, ..room(&metadata, pallet) })
			})
			.collect::<BTreeMap<_, _>>();
		let reads = metadata
			.apis
			.iter()
			.map(|api| (api.name.clone(), api.methods.iter().map(|it| it.name.clone()).collect()))
			.collect::<BTreeMap<_, Vec<_>>>();

		let mut all = BTreeSet::new();
		let mut everywhere = BTreeMap::new();
		for held in &metadata.types.types {
			all.extend(held.ty.path.segments.iter().cloned());
			let variants = match &held.ty.type_def {
				TypeDef::Composite(whole) => {
					all.extend(whole.fields.iter().filter_map(|field| field.name.clone()));
					continue;
				},
				TypeDef::Variant(whole) => &whole.variants,
				_ => continue,
			};
			for variant in variants {
				all.insert(variant.name.clone());
				all.extend(variant.fields.iter().filter_map(|field| field.name.clone()));
			}
			let names = || variants.iter().map(|it| it.name.clone()).collect();
			match held.ty.path.segments.last().map(String::as_str) {
				Some("TokenError") => everywhere.insert("token", names()),
				Some("ArithmeticError") => everywhere.insert("arithmetic", names()),
				_ => None,
			};
		}
		for (name, room) in &rooms {
			all.insert(name.clone());
			all.extend(room.records.iter().map(|(name, _)| name.clone()));
		}
		for (api, methods) in &reads {
			all.insert(api.clone());
			all.extend(methods.iter().cloned());
		}
		for name in all.clone() {
			all.extend([camel(&name), lower(&name)]);
		}
		Self { rooms, reads, all, everywhere }
	}

	/// Whether this can stand before and after a point; nothing if the chain has nothing of the first name.
	fn has(&self, owner: &str, name: &str) -> Option<bool> {
		let room = self.rooms.iter().find(|(room, _)| lower(room) == owner);
		let api = self.reads.iter().find(|(api, _)| lower(api) == owner);
		room.map(|(_, room)| room.has(name))
			.or_else(|| api.map(|(_, methods)| methods.iter().any(|it| camel(it) == name)))
			.or_else(|| self.everywhere.get(owner).map(|all| all.iter().any(|it| it == name)))
	}

	/// The rooms of the artel's own.
	fn own(&self) -> impl Iterator<Item = (&String, &Room)> {
		self.rooms.iter().filter(|(name, _)| !STOCK.contains(&name.as_str()))
	}
}

fn room(metadata: &RuntimeMetadataV15, pallet: &PalletMetadata<PortableForm>) -> Room {
	let variants = |of: Option<u32>| {
		let found = of.and_then(|id| metadata.types.resolve(id));
		match found.map(|found| &found.type_def) {
			Some(TypeDef::Variant(whole)) => whole.variants.clone(),
			_ => vec![],
		}
	};
	let stored = pallet.storage.iter().flat_map(|storage| &storage.entries);
	let constants = pallet.constants.iter().map(|it| (it.name.clone(), it.docs.clone()));
	Room {
		calls: variants(pallet.calls.as_ref().map(|it| it.ty.id)),
		events: variants(pallet.event.as_ref().map(|it| it.ty.id)),
		errors: variants(pallet.error.as_ref().map(|it| it.ty.id)),
		records: stored.map(|it| (it.name.clone(), it.docs.clone())).chain(constants).collect(),
		genesis: vec![],
	}
}

/// A name as wallets write it: `setKeys` for `set_keys`.
fn camel(name: &str) -> String {
	let mut parts = name.split('_');
	let first = parts.next().unwrap_or_default().to_string();
	parts.fold(first, |before, part| {
		let (head, tail) = part.split_at(part.len().min(1));
		before + &head.to_uppercase() + tail
	})
}

/// The same with a small letter at the beginning: `mutualCredit` for `MutualCredit`.
fn lower(name: &str) -> String {
	let (head, tail) = name.split_at(name.len().min(1));
	head.to_lowercase() + tail
}

fn guide(name: &str) -> String {
	sources::read(&sources::root().join(name))
}

/// What a guide says in words: without blocks of commands, and without where its links lead.
fn words(guide: &str) -> String {
	let outside = guide.split("```").step_by(2).collect::<String>();
	let mut linked = outside.split("](");
	let first = linked.next().unwrap_or_default().to_string();
	linked.fold(first, |before, rest| {
		before + " " + rest.split_once(')').map(|(_, after)| after).unwrap_or_default()
	})
}

/// All pairs of names with a point between, such as `session.setKeys`. Rooms and reads begin small.
fn pointed(words: &str) -> Vec<(String, String)> {
	let of_a_word = |c: char| c.is_ascii_alphanumeric() || "_./:-".contains(c);
	let is_room = |part: &str| part.starts_with(|c: char| c.is_ascii_lowercase());
	let is_name = |part: &str| part.starts_with(|c: char| c.is_ascii_alphabetic());
	words
		.split(|c| !of_a_word(c))
		.filter_map(|word| word.trim_end_matches(['.', ':']).split_once('.'))
		.filter(|(owner, name)| is_room(owner) && is_name(name))
		.filter(|(owner, name)| ![owner, name].iter().any(|it| it.contains(['.', '/', ':', '-'])))
		.map(|(owner, name)| (owner.to_string(), name.to_string()))
		.collect()
}

/// All between backticks.
fn quoted(words: &str) -> impl Iterator<Item = &str> {
	words.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

fn is_name(text: &str) -> bool {
	text.starts_with(|c: char| c.is_ascii_alphabetic())
		&& text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// The number of a section, whatever signs follow it.
fn section(word: &str) -> Option<&str> {
	let number = word.trim_end_matches(|c: char| !c.is_ascii_digit());
	let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
	number.split('.').all(is_part).then_some(number)
}

/// The sections that these words begin with: three if they are "3.1 to 3.3, and 8.3. Then".
fn sections<'a>(words: &[&'a str]) -> Vec<&'a str> {
	let mut found = vec![];
	let mut goes_on = true;
	for word in words {
		match section(word) {
			Some(number) if goes_on => {
				found.push(number);
				goes_on = word.strip_prefix(number) == Some(",");
			},
			None if ["and", "to"].contains(word) => goes_on = true,
			_ => break,
		}
	}
	found
}

/// What a text cites of the specification, or, if it is the specification, of itself: the sections of each
/// citation, however its lines are broken, also in comments.
fn cited(text: &str, is_specification: bool) -> Vec<Vec<&str>> {
	let words: Vec<_> = text
		.lines()
		.flat_map(|line| line.trim_start().trim_start_matches(['/', '!']).split_whitespace())
		.collect();
	let names_it = |word: &str| {
		is_specification || word.trim_start_matches('(').eq_ignore_ascii_case("mechanisms,")
	};
	let counts = |word: &str| ["section", "sections"].contains(&word.trim_start_matches('('));
	(1..words.len())
		.filter(|at| names_it(words[at - 1]) && counts(words[*at]))
		.map(|at| sections(&words[at + 1..]))
		// Of itself it also speaks as a word among others.
		.filter(|numbers| !is_specification || !numbers.is_empty())
		.collect()
}

#[test]
fn citations_are_found_however_they_are_written() {
	for (text, expected) in [
		("/// - Source: mechanisms, section 2.", vec![vec!["2"]]),
		("so (mechanisms,\n\t//! section 3).", vec![vec!["3"]]),
		("so mechanisms, sections 3.1 to 3.3, 4 and 5): 6", vec![vec!["3.1", "3.3", "4", "5"]]),
		("as Mechanisms, section 6.2, says 7 of 8", vec![vec!["6.2"]]),
		("as mechanisms,\tsection two", vec![vec![]]),
		("other mechanisms, and section 99 of another text", vec![]),
	] {
		assert_eq!(cited(text, false), expected, "{text}");
	}
	assert_eq!(cited("as (section 6.5) says", true), [["6.5"]]);
}

#[test]
fn whatever_is_cited_of_the_specification_has_a_heading_there() {
	let text = guide(SPECIFICATION);
	let headings: Vec<_> = text
		.lines()
		.filter_map(|line| {
			section(line.strip_prefix("##")?.trim_start_matches('#').split(' ').nth(1)?)
		})
		.collect();
	let there: BTreeSet<_> = headings.iter().copied().collect();
	assert_eq!(there.len(), headings.len(), "no section is there twice: {headings:?}");

	let mut wrong = vec![];
	let mut found = 0;
	let mut look = |place: &str, text: &str| {
		let all = cited(text, place == SPECIFICATION);
		found += all.len();
		for sections in &all {
			if sections.is_empty() {
				wrong.push(format!("{place} cites no section"));
			}
			let missing = sections.iter().filter(|section| !there.contains(*section));
			wrong.extend(missing.map(|section| format!("{place}: there is no section {section}")));
		}
		all.len()
	};
	for (place, text) in sources::all() {
		look(&place, &text);
	}
	let mut unexplained = vec![];
	for (name, room) in Names::new().own() {
		for it in [&room.calls, &room.events, &room.errors].into_iter().flatten() {
			let cites = look(&format!("{name}.{}", it.name), &it.docs.join("\n"));
			let is_call = room.calls.iter().any(|call| call.name == it.name);
			if is_call && cites == 0 {
				unexplained.push(format!("{name}.{} cites nothing", it.name));
			}
		}
		for (record, docs) in &room.records {
			look(&format!("{name}.{record}"), &docs.join("\n"));
		}
	}
	wrong.extend(unexplained);
	assert!(wrong.is_empty(), "{SPECIFICATION}:\n{}", wrong.join("\n"));
	assert!(found > 150, "it is cited: {found}");
}

#[test]
fn whatever_the_guides_name_is_there() {
	let names = Names::new();
	let mut wrong = vec![];
	let mut found = 0;
	for name in FOR_MEMBERS.into_iter().chain(FOR_OTHERS) {
		for (owner, what) in pointed(&words(&guide(name))) {
			// Others name files and hosts as well, which have no capitals.
			let is_other = FOR_OTHERS.contains(&name) && !owner.contains(char::is_uppercase);
			let known = names.has(&owner, &what).unwrap_or(is_other);
			found += 1;
			if !known {
				wrong.push(format!("{name}: {owner}.{what}"));
			}
		}
	}
	for name in FOR_MEMBERS {
		for text in quoted(&words(&guide(name))) {
			let called = text.split_once('(').map_or(text, |(called, _)| called);
			if is_name(called) && !names.all.contains(called) {
				wrong.push(format!("{name}: {text}"));
			}
		}
	}
	assert!(wrong.is_empty(), "nothing is called so:\n{}", wrong.join("\n"));
	assert!(found > 250, "the guides name things of the chain: {found}");
}

#[test]
fn the_files_that_are_named_lie_there() {
	let root = sources::root();
	let mut wrong = vec![];
	let mut found = 0;
	for name in ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/operators.md"] {
		for text in quoted(&words(&guide(name))) {
			// Of ours are those below a folder that holds a crate, or the like. What differs from case to case
			// is no file.
			let (folder, _) = text.split_once('/').unwrap_or_default();
			let is_path = text.chars().all(|c| c.is_ascii_alphanumeric() || "_./-".contains(c));
			if is_path && FOLDERS.contains(&folder) {
				found += 1;
				if !root.join(text).exists() {
					wrong.push(format!("{name}: {text}"));
				}
			}
		}
	}
	assert!(wrong.is_empty(), "no file is called so:\n{}", wrong.join("\n"));
	assert!(found > 40, "files are named: {found}");
}

#[test]
fn every_error_has_a_line_in_its_room_and_no_line_is_of_another() {
	let names = Names::new();
	let text = guide(ERRORS);
	// What stands in the first column, by room.
	let listed: BTreeMap<_, BTreeSet<_>> = text
		.split("\n## ")
		.skip(1)
		.filter_map(|section| section.split_once('\n'))
		.map(|(title, body)| {
			let firsts =
				body.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
			(title, firsts.flat_map(quoted).collect())
		})
		.collect();
	let mut wrong = vec![];
	for (name, room) in &names.rooms {
		let errors: BTreeSet<_> = room.errors.iter().map(|it| it.name.as_str()).collect();
		let lines = listed.get(lower(name).as_str()).cloned().unwrap_or_default();
		wrong.extend(lines.difference(&errors).map(|it| format!("{name} has no {it}")));
		let is_met = MET.contains(&name.as_str()) || !STOCK.contains(&name.as_str());
		if is_met {
			wrong.extend(errors.difference(&lines).map(|it| format!("{name}: no line on {it}")));
		}
	}
	assert!(wrong.is_empty(), "{ERRORS}:\n{}", wrong.join("\n"));
	let own: usize = names.own().map(|(_, room)| room.errors.len()).sum();
	assert!(own > 130, "the artel refuses things: {own}");
}

/// Whether a name has this form, in which an X stands for whatever is named: `NotX`, `XMissing`, or `NotDue`.
fn has_form(name: &str, form: &str) -> bool {
	let is_word = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
	match (form.strip_suffix('X'), form.strip_prefix('X')) {
		(Some(begin), _) => name.strip_prefix(begin).is_some_and(is_word),
		(_, Some(end)) => name.strip_suffix(end).is_some_and(is_word),
		_ => name == form,
	}
}

#[test]
fn a_form_is_made_of_words() {
	for (name, form, expected) in [
		("NotMember", "NotX", true),
		("NothingDeferred", "NotX", false),
		("Not", "NotX", false),
		("ReasonMissing", "XMissing", true),
		("Missing", "XMissing", false),
		("NotDue", "NotDue", true),
		("NotDueYet", "NotDue", false),
	] {
		assert_eq!(has_form(name, form), expected, "{name} as {form}");
	}
}

#[test]
fn every_error_is_named_in_one_grammar() {
	let text = guide(RULES);
	let table = text.split("\n| an error is called |").nth(1).expect("there are forms");
	let rows = table.lines().skip(2).map_while(|line| line.strip_prefix("| "));
	let forms: Vec<_> = rows.filter_map(|row| row.split(" |").next()).flat_map(quoted).collect();
	assert!(forms.len() > 10, "{RULES} says how errors are called: {forms:?}");

	let names = Names::new();
	let (mut wrong, mut found) = (vec![], BTreeSet::<&&str>::new());
	for (room, error) in names.own().flat_map(|(name, room)| {
		room.errors.iter().map(|error| (lower(name), &error.name)).collect::<Vec<_>>()
	}) {
		let has: Vec<_> = forms.iter().filter(|form| has_form(error, form)).collect();
		let called = format!("{room}.{error}");
		if has.is_empty() && !NAMED_OTHERWISE.iter().any(|(exception, _)| *exception == called) {
			wrong.push(called);
		}
		found.extend(has);
	}
	assert!(wrong.is_empty(), "the forms are {forms:?}, and so is not:\n{}", wrong.join("\n"));
	let unused: Vec<_> = forms.iter().filter(|form| !found.contains(form)).collect();
	assert!(unused.is_empty(), "nothing is called so: {unused:?}");
	for (exception, why) in NAMED_OTHERWISE {
		let (room, error) = exception.split_once('.').expect("it has a room");
		assert_eq!(names.has(room, error), Some(true), "{exception} ({why})");
		let has_one = forms.iter().any(|form| has_form(error, form));
		assert!(!has_one, "{exception} is no exception: {why}");
	}
}

#[test]
fn whatever_is_the_artels_own_says_what_it_is_in_one_sentence() {
	let names = Names::new();
	let mut wrong = vec![];
	for (name, room) in names.own() {
		let variants = [&room.calls, &room.events, &room.errors].into_iter().flatten();
		let explained = variants
			.map(|it| (&it.name, &it.docs))
			.chain(room.records.iter().map(|(name, docs)| (name, docs)));
		for (what, docs) in explained {
			// The first paragraph.
			let sentence: Vec<_> =
				docs.iter().map(|line| line.trim()).take_while(|line| !line.is_empty()).collect();
			let sentence = sentence.join(" ");
			let is_one = sentence.starts_with(|c: char| c.is_uppercase())
				&& sentence.ends_with('.')
				&& !sentence.trim_end_matches('.').contains(['.', '!', '?']);
			if !is_one {
				wrong.push(format!("{name}.{what}: {sentence:?}"));
			}
		}
	}
	assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_times_of_the_members_guide_are_those_of_the_development_chain() {
	let preset = genesis_presets::get(&genesis_presets::DEVELOPMENT.into()).expect("it is there");
	let preset: Value = serde_json::from_slice(&preset).expect("a preset is JSON");
	let figure = |place: &str| {
		preset.pointer(place).and_then(Value::as_u64).unwrap_or_else(|| panic!("{place}"))
	};
	let [work, quota, rules] =
		["deliveries", "feeQuota", "proposals"].map(|part| format!("/{part}/figures/"));
	let work = |name: &str| figure(&(work.clone() + name));
	let rules = |name: &str| figure(&(rules.clone() + name));
	let refill = figure(&(quota + "refill"));
	let judged = rules("period") + rules("long_delay") + rules("lapse");
	let lost_key = rules("lost_key_notice");
	let notices = vec![rules("notice"), rules("long_notice"), lost_key, 2 * lost_key];
	let expected = [
		("an epoch", vec![figure("/epochs/figures/length")]),
		("the deadline of work", vec![work("longest")]),
		("acceptance window", vec![work("acceptance_window")]),
		("a dispute", vec![judged]),
		("a vote on a question", vec![rules("consultation"), rules("period")]),
		("any other vote", notices),
		("… it ends", vec![rules("period"), rules("lazy_period")]),
		("quiet time", vec![rules("quiet")]),
		("confirmation", vec![rules("long_delay")]),
		("waiting after it was approved", vec![rules("long_delay")]),
		("what was approved", vec![rules("lapse")]),
		("filing again what was blocked", vec![rules("long_delay")]),
		("what is done is remembered", vec![rules("memory")]),
		("refilling the quota", vec![refill]),
	];
	let text = guide("docs/members.md");
	let table = text.split("\n## Deadlines\n").nth(1).expect("there are deadlines");
	for (what, blocks) in expected {
		let row: Vec<_> = table
			.lines()
			.map(|line| line.split('|').map(str::trim).collect::<Vec<_>>())
			.find(|cells| cells.get(1).is_some_and(|first| first.starts_with(what)))
			.unwrap_or_else(|| panic!("{what} has a line"));
		let said: Vec<u64> = row[3]
			.split(|c: char| !(c.is_ascii_digit() || c == ','))
			.filter_map(|number| number.replace(',', "").parse().ok())
			.collect();
		for number in blocks {
			assert!(said.contains(&number), "{what}: {number} blocks, not {said:?}");
		}
	}
}

#[test]
fn the_members_guide_tells_figures_on_two_pages() {
	/// The pages that tell them.
	const FIGURES: [&str; 2] = ["Figures", "Deadlines"];
	/// What figures are counted in.
	const UNITS: [&str; 4] = ["day", "week", "month", "epoch"];
	const NUMBERS: [&str; 13] = [
		"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen",
	];
	let text = guide("docs/members.md");
	let mut wrong = vec![];
	let mut told = 0;
	for page in text.split("\n## ").skip(1) {
		let (title, body) = page.split_once('\n').expect("a page has a title and a text");
		let words: Vec<_> = body.split_whitespace().collect();
		for pair in words.windows(2) {
			let number = pair[0].trim_start_matches(|c: char| !c.is_alphanumeric());
			let is_number = number.starts_with(|c: char| c.is_ascii_digit())
				|| NUMBERS.contains(&&*number.to_lowercase());
			let unit = pair[1].trim_end_matches(|c: char| !c.is_alphabetic()).trim_end_matches('s');
			if is_number && UNITS.contains(&unit) {
				match FIGURES.contains(&title) {
					true => told += 1,
					false => wrong.push(format!("{title}: {} {}", pair[0], pair[1])),
				}
			}
		}
	}
	assert!(wrong.is_empty(), "what stands twice is wrong some day:\n{}", wrong.join("\n"));
	assert!(told > 15, "those pages tell figures: {told}");
}
