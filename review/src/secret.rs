// SPDX-License-Identifier: GPL-3.0-or-later

//! The twelve words that all salts follow from: made, written, read and checked.

use anyhow::{bail, ensure, Context, Result};
use bip39::{Error, Language, Mnemonic};
use std::{
	fs::{self, OpenOptions},
	io::Write,
	path::Path,
};

/// How many words there are.
const WORDS: usize = 12;

/// Twelve words in lower case, with one space between any two of them.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
	/// New words that nobody has seen.
	pub fn new() -> Result<Self> {
		Ok(Self(Mnemonic::generate(WORDS)?.to_string()))
	}

	/// These words, however they are spaced and capitalised.
	pub fn parse(words: &str) -> Result<Self> {
		let words: Vec<_> = words.split_whitespace().map(str::to_lowercase).collect();
		ensure!(words.len() == WORDS, "There are {} words, and not {WORDS}.", words.len());
		let secret = words.join(" ");
		match Mnemonic::parse_in_normalized(Language::English, &secret) {
			Ok(_) => Ok(Self(secret)),
			Err(Error::UnknownWord(at)) => {
				let wrong = words.get(at).map(String::as_str).unwrap_or_default();
				bail!("Word {} is wrong: \"{wrong}\" is in no list of such words.", at.saturating_add(1))
			},
			Err(Error::InvalidChecksum) => bail!(
				"Each word exists, but together they are nobody's secret: one is another word, or two are exchanged."
			),
			Err(error) => Err(error.into()),
		}
	}

	/// The words that a file holds.
	pub fn read(path: &Path) -> Result<Self> {
		let words = fs::read_to_string(path)
			.with_context(|| format!("The file {} cannot be read.", path.display()))?;
		Self::parse(&words).with_context(|| format!("In the file {}.", path.display()))
	}

	/// Writes the words into a new file that only its owner can read. It never replaces one.
	pub fn write(&self, path: &Path) -> Result<()> {
		let mut options = OpenOptions::new();
		options.write(true).create_new(true);
		#[cfg(unix)]
		std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
		let mut file = options
			.open(path)
			.with_context(|| format!("The file {} cannot be made.", path.display()))?;
		writeln!(file, "{}", self.0)?;
		file.sync_all().context("The words may not have reached the disk.")
	}

	/// The words as salts are made of them.
	pub fn as_str(&self) -> &str {
		&self.0
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const GOOD: &str =
		"legal winner thank year wave sausage worth useful legal winner thank yellow";

	fn refusal(words: &str) -> String {
		Secret::parse(words).err().map(|error| error.to_string()).unwrap_or_default()
	}

	#[test]
	fn spaces_and_capitals_do_not_matter() -> Result<()> {
		let typed =
			"  Legal WINNER thank\tyear wave  sausage worth\nuseful legal winner thank yellow \n";
		assert_eq!(Secret::parse(typed)?.as_str(), GOOD);
		Ok(())
	}

	#[test]
	fn a_wrong_word_is_named() {
		let wrong = GOOD.replace("sausage", "sausagge");
		assert_eq!(refusal(&wrong), "Word 6 is wrong: \"sausagge\" is in no list of such words.");
		assert!(refusal(&GOOD.replace("sausage", "sauce")).contains("nobody's secret"));
		assert!(
			refusal(&GOOD.replace("winner thank year", "thank winner year")).contains("exchanged")
		);
		assert_eq!(refusal("legal winner"), "There are 2 words, and not 12.");
		assert_eq!(refusal(&format!("{GOOD} {GOOD}")), "There are 24 words, and not 12.");
	}

	#[test]
	fn new_words_are_good_and_differ() -> Result<()> {
		let (one, other) = (Secret::new()?, Secret::new()?);
		assert!(one != other);
		assert!(Secret::parse(one.as_str())? == one);
		Ok(())
	}

	#[test]
	fn a_file_is_for_its_owner_and_never_replaced() -> Result<()> {
		let folder = tempfile::tempdir()?;
		let path = folder.path().join("words");
		Secret::parse(GOOD)?.write(&path)?;
		assert!(Secret::new()?.write(&path).is_err());
		assert_eq!(Secret::read(&path)?.as_str(), GOOD);
		#[cfg(unix)]
		assert_eq!(std::os::unix::fs::MetadataExt::mode(&fs::metadata(&path)?) & 0o777, 0o600);
		Ok(())
	}
}
