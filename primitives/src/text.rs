// SPDX-License-Identifier: Apache-2.0

//! What members write.

use crate::characters::is_plain;
use alloc::{collections::BTreeSet, string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use core::{fmt, str};
use frame::{
	deps::sp_core::{ConstU32, Get},
	prelude::BoundedVec,
};
use scale_info::{Type, TypeInfo};
use serde::{de::Error as _, Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization;

/// A title, a name: what fits on a line.
pub type Line = Text<OneLine<64>>;

/// A reason, a memo, a link: what fits in a few lines.
pub type Note = Text<SomeLines<256>>;

/// What a kind of text may be: how long, and on how many lines.
pub trait Form: 'static {
	/// How many bytes fit.
	type Bytes: Get<u32>;

	/// Whether a line feed may begin another line.
	const LINE_FEEDS: bool;
}

/// The form of what stands on one line, of so many bytes at most.
pub struct OneLine<const BYTES: u32>;

impl<const BYTES: u32> Form for OneLine<BYTES> {
	type Bytes = ConstU32<BYTES>;
	const LINE_FEEDS: bool = false;
}

/// The form of what may stand on several lines, of so many bytes at most.
pub struct SomeLines<const BYTES: u32>;

impl<const BYTES: u32> Form for SomeLines<BYTES> {
	type Bytes = ConstU32<BYTES>;
	const LINE_FEEDS: bool = true;
}

/// UTF-8 text that shows everything it holds, in the form `F`.
///
/// To clients it is a `str`, so that wallets offer a text box and show every script as it was
/// written. What does not fit, or holds a character that is not [plain](is_plain), does not decode.
#[derive(Encode, MaxEncodedLen)]
#[codec(mel_bound(F: Form))]
pub struct Text<F: Form>(BoundedVec<u8, F::Bytes>);

impl<F: Form> Text<F> {
	/// The text as a string slice.
	pub fn as_str(&self) -> &str {
		// Whatever makes a text checks it.
		str::from_utf8(&self.0).unwrap_or_default()
	}

	/// Whether nothing but white space is written.
	pub fn is_blank(&self) -> bool {
		self.as_str().trim().is_empty()
	}

	/// The first character that such a text cannot hold.
	fn unfit(text: &str) -> Option<char> {
		text.chars().find(|c| !(is_plain(*c) || (F::LINE_FEEDS && *c == '\n')))
	}
}

/// What is the same in all texts that people take for the same: compatible characters are made one
/// (Unicode's NFKC), capitals small, and any white space one space, with none at the ends.
pub fn normal(text: &str) -> String {
	let small = text.nfkc().collect::<String>().to_lowercase();
	// Small letters may compose otherwise than their capitals.
	let composed: String = small.nfkc().collect();
	composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How long the words are at most that are looked for, in bytes. No line comes to so many, however its letters
/// are made up.
const LONGEST_WORDS: usize = 1_024;

/// Words that are looked for in texts. Capitals, and how a letter is made up, do not matter.
pub struct Words(Option<String>);

impl Words {
	/// These words; blank ones are in every text, and longer ones than any text in none.
	pub fn new(words: &str) -> Self {
		let words = words.trim();
		Self((words.len() <= LONGEST_WORDS).then(|| normal(words)))
	}

	/// Whether they are in this text.
	pub fn are_in<F: Form>(&self, text: &Text<F>) -> bool {
		self.0.as_ref().is_some_and(|words| normal(text.as_str()).contains(words))
	}
}

/// Whether no two of these are the same to people.
pub fn all_differ<'a, F: Form>(texts: impl IntoIterator<Item = &'a Text<F>>) -> bool {
	let mut known = BTreeSet::new();
	texts.into_iter().all(|text| known.insert(normal(text.as_str())))
}

#[cfg(feature = "runtime-benchmarks")]
impl Line {
	/// A line that takes longest to compare: as long as can be, and no other character grows like its. No
	/// two with different numbers below 1,000 are the same.
	pub fn slowest(number: usize) -> Self {
		let text = alloc::format!("{}{number}", "\u{fdfa}".repeat(20));
		Self::try_from(text.as_str()).expect("it fits on a line and shows all it holds")
	}
}

impl<F: Form> TryFrom<&str> for Text<F> {
	type Error = Unfit;

	fn try_from(text: &str) -> Result<Self, Unfit> {
		if let Some(held) = Self::unfit(text) {
			return Err(Unfit::Holds(held));
		}
		BoundedVec::try_from(text.as_bytes().to_vec()).map(Self).map_err(|_| Unfit::TooLong)
	}
}

/// Why something is no such text.
#[derive(Debug, PartialEq, Eq)]
pub enum Unfit {
	/// It has more bytes than fit.
	TooLong,
	/// It holds this, which shows nothing, changes how the rest is shown, or begins another line.
	Holds(char),
}

impl fmt::Display for Unfit {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::TooLong => f.write_str("the text is too long"),
			Self::Holds(held) => write!(f, "the text cannot hold U+{:04X}", u32::from(*held)),
		}
	}
}

impl<F: Form> Decode for Text<F> {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let bytes = BoundedVec::<u8, F::Bytes>::decode(input)?;
		let text = str::from_utf8(&bytes).map_err(|_| "a text must be UTF-8")?;
		match Self::unfit(text) {
			None => Ok(Self(bytes)),
			Some(_) if F::LINE_FEEDS => Err("a text must show every character it holds".into()),
			Some(_) => Err("a text must show every character it holds, on one line".into()),
		}
	}
}

impl<F: Form> DecodeWithMemTracking for Text<F> {}

impl<F: Form> TypeInfo for Text<F> {
	type Identity = str;

	fn type_info() -> Type {
		str::type_info()
	}
}

impl<F: Form> Serialize for Text<F> {
	fn serialize<Out: Serializer>(&self, out: Out) -> Result<Out::Ok, Out::Error> {
		out.serialize_str(self.as_str())
	}
}

impl<'de, F: Form> Deserialize<'de> for Text<F> {
	fn deserialize<In: Deserializer<'de>>(input: In) -> Result<Self, In::Error> {
		let text = String::deserialize(input)?;
		Self::try_from(text.as_str()).map_err(In::Error::custom)
	}
}

// By hand, because the bound is no part of the value and needs none of these.
impl<F: Form> Clone for Text<F> {
	fn clone(&self) -> Self {
		Self(self.0.clone())
	}
}

impl<F: Form> Default for Text<F> {
	fn default() -> Self {
		Self(BoundedVec::new())
	}
}

impl<F: Form> PartialEq for Text<F> {
	fn eq(&self, other: &Self) -> bool {
		self.0 == other.0
	}
}

impl<F: Form> Eq for Text<F> {}

impl<F: Form> fmt::Debug for Text<F> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(self.as_str(), f)
	}
}

impl<F: Form> fmt::Display for Text<F> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.as_str())
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	type Short = Text<OneLine<8>>;
	type ShortNote = Text<SomeLines<8>>;

	/// One of each kind of what no text can hold.
	const HIDDEN: [(char, &str); 24] = [
		('\0', "control"),
		('\t', "control"),
		('\r', "control"),
		('\u{7f}', "control"),
		('\u{85}', "control, a next line"),
		('\u{ad}', "soft hyphen"),
		('\u{34f}', "combining grapheme joiner"),
		('\u{61c}', "Arabic letter mark"),
		('\u{115f}', "Hangul filler"),
		('\u{1160}', "Hangul filler"),
		('\u{17b4}', "Khmer inherent vowel"),
		('\u{180e}', "Mongolian vowel separator"),
		('\u{200b}', "zero width space"),
		('\u{200d}', "zero width joiner"),
		('\u{202e}', "right-to-left override"),
		('\u{2029}', "paragraph separator"),
		('\u{2067}', "right-to-left isolate"),
		('\u{2800}', "braille blank"),
		('\u{3164}', "Hangul filler"),
		('\u{fe0f}', "variation selector"),
		('\u{feff}', "byte order mark"),
		('\u{ffa0}', "halfwidth Hangul filler"),
		('\u{e000}', "private use"),
		('\u{ffff}', "noncharacter"),
	];

	#[test]
	fn every_script_is_kept_as_written() {
		for name in [
			"Café São João",
			"合作社",
			"Ελλάδα",
			"हिन्दी",
			"العربية",
			"עברית",
			"한국어",
			"ไทย",
			"🪚",
		] {
			let line = Line::try_from(name).expect("it fits on a line");
			assert_eq!(line.as_str(), name);
			assert_eq!(Line::decode(&mut &line.encode()[..]), Ok(line));
		}
	}

	#[test]
	fn what_does_not_show_is_refused_wherever_a_text_is_made() {
		for (hidden, kind) in HIDDEN {
			for text in [hidden.to_string(), format!("a{hidden}"), format!("{hidden}b")] {
				let (line, note) = (Short::try_from(&text[..]), ShortNote::try_from(&text[..]));
				assert_eq!(line, Err(Unfit::Holds(hidden)), "{kind}");
				assert_eq!(note, Err(Unfit::Holds(hidden)), "{kind}");
				let bytes = text.encode();
				assert!(Short::decode(&mut &bytes[..]).is_err(), "{kind}");
				assert!(ShortNote::decode(&mut &bytes[..]).is_err(), "{kind}");
				let json = serde_json::to_string(&text).expect("it serialises");
				let said = serde_json::from_str::<Short>(&json).expect_err(kind).to_string();
				assert!(said.contains(&format!("U+{:04X}", u32::from(hidden))), "{said}");
			}
		}
	}

	#[test]
	fn only_a_note_has_several_lines() {
		let text = "a\nb";
		assert_eq!(Short::try_from(text), Err(Unfit::Holds('\n')));
		assert_eq!(
			Short::decode(&mut &text.encode()[..]),
			Err("a text must show every character it holds, on one line".into())
		);
		let note = ShortNote::try_from(text).expect("it is short");
		assert_eq!(ShortNote::decode(&mut &text.encode()[..]), Ok(note));
		assert_eq!(
			ShortNote::decode(&mut &"a\rb".encode()[..]),
			Err("a text must show every character it holds".into())
		);
		for separator in ["a\r\nb", "a\u{2028}b", "a\u{2029}b", "a\u{b}b", "a\u{c}b"] {
			assert!(ShortNote::try_from(separator).is_err(), "{separator:?}");
		}
	}

	#[test]
	fn the_bound_counts_bytes() {
		assert!(Short::try_from("12345678").is_ok());
		assert_eq!(Short::try_from("123456789"), Err(Unfit::TooLong));
		assert_eq!(Short::try_from("合作社"), Err(Unfit::TooLong));
		assert!(Short::decode(&mut &"123456789".encode()[..]).is_err());
	}

	#[test]
	fn what_is_not_utf8_does_not_decode() {
		assert_eq!(
			Short::decode(&mut &vec![0xffu8, 0xfe].encode()[..]),
			Err("a text must be UTF-8".into())
		);
	}

	#[test]
	fn clients_see_a_str() {
		assert_eq!(Short::type_info(), str::type_info());
		assert_eq!(ShortNote::type_info(), str::type_info());
		assert_eq!(Short::max_encoded_len(), 9);
	}

	#[test]
	fn blank_is_blank() {
		for (text, blank) in
			[("", true), (" ", true), ("\u{3000}", true), ("\u{a0} ", true), (" a ", false)]
		{
			assert_eq!(Short::try_from(text).expect("short").is_blank(), blank, "{text:?}");
		}
		assert!(ShortNote::try_from(" \n ").expect("short").is_blank());
	}

	#[test]
	fn genesis_writes_it_as_a_string() {
		let line = Line::try_from("Ünïted").expect("short");
		assert_eq!(serde_json::to_string(&line).expect("it serialises"), "\"Ünïted\"");
		assert_eq!(serde_json::from_str::<Line>("\"Ünïted\"").expect("it parses"), line);
		assert!(serde_json::from_str::<Short>("\"much too long\"").is_err());
	}

	#[test]
	fn what_people_take_for_the_same_is_the_same() {
		let same = [
			("Yes", "YES "),
			("Yes", " yes"),
			("Yes", "Ｙｅｓ"),
			("à la carte", "A\u{300}  LA\u{a0}CARTE"),
			("first\u{3000}of May", "ﬁrst of may"),
			("km²", "km2"),
			("ΟΔΟΣ", "οδος"),
			("ガーデン", "ｶﾞｰﾃﾞﾝ"),
			("Ⅳ", "iv"),
		];
		for (one, other) in same {
			assert_eq!(normal(one), normal(other));
			let lines = [one, other].map(|text| Line::try_from(text).expect("short"));
			assert!(!all_differ(&lines), "{one} {other}");
		}
		for (one, other) in [("Yes", "No"), ("a b", "ab"), ("café", "cafe"), ("合作", "合作社")]
		{
			let lines = [one, other].map(|text| Line::try_from(text).expect("short"));
			assert!(all_differ(&lines), "{one} {other}");
		}
	}

	#[test]
	fn the_normal_form_of_a_text_is_not_much_longer() {
		// The character that grows most.
		let line = Line::try_from(&"\u{fdfa}".repeat(21)[..]).expect("63 bytes");
		assert_eq!(normal(line.as_str()).len(), 21 * 33);
		let most = (' '..=char::MAX)
			.filter(|c| is_plain(*c))
			.map(|c| normal(&c.to_string()).len() / c.len_utf8());
		assert_eq!(most.max(), Some(11));
	}

	proptest! {
		#[test]
		fn any_bytes_decode_or_are_refused(bytes: Vec<u8>) {
			let text = str::from_utf8(&bytes).ok();
			let fine = bytes.len() <= 8 && text.is_some_and(|text| text.chars().all(is_plain));
			prop_assert_eq!(Short::decode(&mut &bytes.encode()[..]).is_ok(), fine);
		}

		#[test]
		fn whatever_can_be_written_can_be_read(text in "\\PC{0,8}") {
			for text in [text.clone(), format!("{text}\n")] {
				let made = ShortNote::try_from(&text[..]);
				let read = ShortNote::decode(&mut &text.encode()[..]);
				prop_assert_eq!(made.as_ref().ok(), read.as_ref().ok());
				let json = serde_json::to_string(&text).expect("it serialises");
				prop_assert_eq!(made.ok(), serde_json::from_str(&json).ok());
			}
		}

		#[test]
		fn a_normal_form_is_its_own(text: String) {
			let once = normal(&text);
			prop_assert_eq!(normal(&once), once);
		}

		#[test]
		fn capitals_and_blanks_do_not_matter(text in "[a-zäöüéñа-я ]{0,16}") {
			prop_assert_eq!(normal(&format!("\u{3000}{} ", text.to_uppercase())), normal(&text));
		}
	}
}
