// SPDX-License-Identifier: Apache-2.0

//! A text shows everything it holds, wherever one is written (mechanisms, sections 1 and 2; attack C1).

mod common;

use artel_runtime::*;
use codec::DecodeAll;
use common::calls::{bytes_in, every_text, own_rooms};
use frame_support::traits::PalletInfoAccess;

/// What shows nothing, changes how the rest is shown, or is none of Unicode's business.
const HIDDEN: [char; 31] = [
	'\0',
	'\t',
	'\r',
	'\u{7f}',
	'\u{85}',
	'\u{ad}',
	'\u{34f}',
	'\u{61c}',
	'\u{115f}',
	'\u{1160}',
	'\u{17b4}',
	'\u{180e}',
	'\u{200b}',
	'\u{200d}',
	'\u{200e}',
	'\u{2028}',
	'\u{2029}',
	'\u{202e}',
	'\u{2060}',
	'\u{2066}',
	'\u{2800}',
	'\u{3164}',
	'\u{fe0f}',
	'\u{feff}',
	'\u{ffa0}',
	'\u{e000}',
	'\u{ffff}',
	'\u{13441}',
	'\u{1d159}',
	'\u{e0041}',
	'\u{10ffff}',
];

/// What stands on one line; all other texts may have several.
const LINES: [&str; 12] = [
	".MutualCredit.0.publish_offer.title",
	".VoteBasket.0.set_topics.topics.0.each.0.title",
	".Proposals.0.ask.heading.title",
	".Proposals.0.ask.options.0.each.0",
	".Proposals.0.propose_task.heading.title",
	".Proposals.0.propose_reward.heading.title",
	".Proposals.0.propose_motion.heading.title",
	".Fund.0.add_purpose.title",
	".Till.0.ask.reference",
	".Till.0.set_currency.currency",
	".Membership.0.apply.name",
	".Membership.0.nominate.name",
];

fn is_readable(call: &[u8]) -> bool {
	let call = &mut &call[..];
	RuntimeCall::decode_all(call).is_ok()
}

#[test]
fn no_text_of_any_call_hides_anything() {
	let places = every_text();
	assert!(places.len() > LINES.len(), "{}", places.len());
	for place in places {
		for hidden in HIDDEN {
			for text in [hidden.to_string(), format!("why{hidden}"), format!("{hidden}why")] {
				assert!(!is_readable(&place.with(&text)), "{} takes {text:?}", place.path);
			}
		}
		for text in
			["", "Café", "合作社", "Ελλάδα", "हिन्दी", "العربية", "עברית", "🪚", "a\u{a0}b\u{3000}"]
		{
			assert!(is_readable(&place.with(text)), "{} refuses {text:?}", place.path);
		}
	}
}

#[test]
fn only_notes_have_several_lines() {
	let text = "first line\nsecond line";
	let one_line: Vec<_> = every_text()
		.into_iter()
		.filter(|place| !is_readable(&place.with(text)))
		.map(|place| place.path)
		.collect();
	assert_eq!(one_line, LINES, "decide of a new text whether it stands on one line");
}

#[test]
fn what_members_write_is_a_text() {
	let own = own_rooms();
	assert!(own.len() > 8, "{own:?}");
	for (pallet, name) in own {
		assert!(bytes_in(*pallet).is_empty(), "{name}: {:?}", bytes_in(*pallet));
	}
	// Stock calls take bytes, so the search finds them.
	assert!(!bytes_in(System::index() as u8).is_empty());
}
