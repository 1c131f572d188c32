// SPDX-License-Identifier: Apache-2.0

//! Which characters a text may hold.
//!
//! A text is what its reader sees. So it holds nothing that shows nothing, and nothing that changes how
//! or where the rest is shown: whoever reads a name on a certificate, or decides between two options,
//! reads all there is.
//!
//! The tables are those of the Unicode Character Database, version 18.0, as `icu_properties` keeps them.
//! A later version takes nothing back that this one lets through, because what it assigns anew is refused
//! until then.

use icu_properties::{
	props::{DefaultIgnorableCodePoint, GeneralCategory},
	CodePointMapData, CodePointSetData,
};

/// Blanks that are no white space to Unicode, so that whoever trims a text leaves them.
const BLANKS: [char; 6] = [
	'\u{2800}',  // braille pattern blank
	'\u{fffc}',  // object replacement character, in place of what is not there
	'\u{13441}', // Egyptian hieroglyph full blank
	'\u{13442}', // Egyptian hieroglyph half blank
	'\u{16fe4}', // Khitan small script filler
	'\u{1d159}', // musical symbol null notehead
];

/// Whether a character shows what it is, and nothing besides.
///
/// Refused are those that Unicode calls *other* (control, format with all that turn the direction of
/// writing, private use, not assigned), line and paragraph separators, *default ignorable* ones, such as
/// fillers, joiners and variation selectors, and blanks that are no white space. White space between
/// words is plain.
pub fn is_plain(character: char) -> bool {
	use GeneralCategory::*;
	if character.is_ascii() {
		return !character.is_ascii_control();
	}
	let category = CodePointMapData::<GeneralCategory>::new().get(character);
	let other = matches!(
		category,
		Control | Format | PrivateUse | Surrogate | Unassigned | LineSeparator | ParagraphSeparator
	);
	let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character);
	!(other || ignorable || BLANKS.contains(&character))
}

#[cfg(test)]
mod tests {
	use super::*;

	/// How many characters of a range are plain.
	fn plain(range: core::ops::RangeInclusive<char>) -> usize {
		range.filter(|character| is_plain(*character)).count()
	}

	#[test]
	fn what_hides_or_moves_is_not_plain() {
		for range in [
			'\0'..='\u{1f}',
			'\u{7f}'..='\u{9f}',
			'\u{200b}'..='\u{200f}',
			'\u{2028}'..='\u{202e}',
			'\u{2060}'..='\u{206f}',
			'\u{180b}'..='\u{180f}',
			'\u{fe00}'..='\u{fe0f}',
			'\u{e000}'..='\u{f8ff}',
			'\u{fdd0}'..='\u{fdef}',
			'\u{fff0}'..='\u{fffc}',
			'\u{fffe}'..='\u{ffff}',
			'\u{13430}'..='\u{1343f}',
			'\u{13441}'..='\u{13442}',
			'\u{1bca0}'..='\u{1bca3}',
			'\u{1d173}'..='\u{1d17a}',
			'\u{1fffe}'..='\u{1ffff}',
			'\u{e0000}'..='\u{e0fff}',
			'\u{f0000}'..='\u{10ffff}',
		] {
			assert_eq!(plain(range.clone()), 0, "{range:?}");
		}
		for blank in
			"\u{115f}\u{1160}\u{3164}\u{ffa0}\u{34f}\u{17b4}\u{2800}\u{16fe4}\u{1d159}".chars()
		{
			assert!(!is_plain(blank), "{blank:?}");
		}
	}

	#[test]
	fn white_space_between_words_is_plain() {
		let spaces = "\u{20}\u{a0}\u{1680}\u{2000}\u{2003}\u{200a}\u{202f}\u{205f}\u{3000}";
		assert!(spaces.chars().all(|space| is_plain(space) && space.is_whitespace()));
	}

	#[test]
	fn scripts_are_plain() {
		assert_eq!(plain(' '..='~'), 95);
		assert_eq!(plain('\u{a0}'..='\u{ff}'), 95, "all but the soft hyphen");
		for range in ['а'..='я', 'א'..='ת', 'ก'..='ฮ', 'ぁ'..='ゖ', '一'..='龥', '가'..='힣']
		{
			assert_eq!(plain(range.clone()), range.count());
		}
	}

	#[test]
	fn white_space_that_is_plain_stays_on_its_line() {
		for character in '\0'..=char::MAX {
			let category = CodePointMapData::<GeneralCategory>::new().get(character);
			if is_plain(character) && character.is_whitespace() {
				assert_eq!(category, GeneralCategory::SpaceSeparator, "{character:?}");
			}
		}
	}
}
