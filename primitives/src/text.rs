//! What members write.

use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use core::{fmt, str};
use frame::{
	deps::sp_core::{ConstU32, Get},
	prelude::BoundedVec,
};
use scale_info::{Type, TypeInfo};
use serde::{de::Error as _, Deserialize, Deserializer, Serialize, Serializer};

/// A title, a name: what fits on a line.
pub type Line = Text<ConstU32<64>>;

/// A reason, a memo, a link: what fits in a few lines.
pub type Note = Text<ConstU32<256>>;

/// UTF-8 text of at most `S` bytes.
///
/// To clients it is a `str`, so that wallets offer a text box and show every script as it was
/// written. Bytes that are not UTF-8, or too many, do not decode.
#[derive(Encode, MaxEncodedLen)]
#[codec(mel_bound(S: Get<u32>))]
pub struct Text<S: Get<u32>>(BoundedVec<u8, S>);

impl<S: Get<u32>> Text<S> {
	/// The text as a string slice.
	pub fn as_str(&self) -> &str {
		// Whatever makes a text checks it.
		str::from_utf8(&self.0).unwrap_or_default()
	}

	/// Whether nothing but white space is written.
	pub fn is_blank(&self) -> bool {
		self.as_str().trim().is_empty()
	}
}

impl<S: Get<u32>> TryFrom<&str> for Text<S> {
	type Error = TooLong;

	fn try_from(text: &str) -> Result<Self, TooLong> {
		BoundedVec::try_from(text.as_bytes().to_vec()).map(Self).map_err(|_| TooLong)
	}
}

/// The text has more bytes than fit.
#[derive(Debug, PartialEq, Eq)]
pub struct TooLong;

impl fmt::Display for TooLong {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("the text is too long")
	}
}

impl<S: Get<u32>> Decode for Text<S> {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let bytes = BoundedVec::<u8, S>::decode(input)?;
		str::from_utf8(&bytes).map_err(|_| "a text must be UTF-8")?;
		Ok(Self(bytes))
	}
}

impl<S: Get<u32>> DecodeWithMemTracking for Text<S> {}

impl<S: Get<u32> + 'static> TypeInfo for Text<S> {
	type Identity = str;

	fn type_info() -> Type {
		str::type_info()
	}
}

impl<S: Get<u32>> Serialize for Text<S> {
	fn serialize<Out: Serializer>(&self, out: Out) -> Result<Out::Ok, Out::Error> {
		out.serialize_str(self.as_str())
	}
}

impl<'de, S: Get<u32>> Deserialize<'de> for Text<S> {
	fn deserialize<In: Deserializer<'de>>(input: In) -> Result<Self, In::Error> {
		let text = String::deserialize(input)?;
		Self::try_from(text.as_str()).map_err(In::Error::custom)
	}
}

// By hand, because the bound is no part of the value and needs none of these.
impl<S: Get<u32>> Clone for Text<S> {
	fn clone(&self) -> Self {
		Self(self.0.clone())
	}
}

impl<S: Get<u32>> Default for Text<S> {
	fn default() -> Self {
		Self(BoundedVec::new())
	}
}

impl<S: Get<u32>> PartialEq for Text<S> {
	fn eq(&self, other: &Self) -> bool {
		self.0 == other.0
	}
}

impl<S: Get<u32>> Eq for Text<S> {}

impl<S: Get<u32>> fmt::Debug for Text<S> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(self.as_str(), f)
	}
}

impl<S: Get<u32>> fmt::Display for Text<S> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.as_str())
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	type Short = Text<ConstU32<8>>;

	#[test]
	fn every_script_is_kept_as_written() {
		let name = "Café São João 合作社";
		let line = Line::try_from(name).expect("it fits on a line");
		assert_eq!(line.as_str(), name);
		assert_eq!(Line::decode(&mut &line.encode()[..]), Ok(line));
	}

	#[test]
	fn the_bound_counts_bytes() {
		assert!(Short::try_from("12345678").is_ok());
		assert_eq!(Short::try_from("123456789"), Err(TooLong));
		assert_eq!(Short::try_from("合作社"), Err(TooLong));
		assert!(Short::decode(&mut &"123456789".encode()[..]).is_err());
	}

	#[test]
	fn what_is_not_utf8_does_not_decode() {
		assert!(Short::decode(&mut &vec![0xffu8, 0xfe].encode()[..]).is_err());
	}

	#[test]
	fn clients_see_a_str() {
		assert_eq!(Short::type_info(), str::type_info());
		assert_eq!(Short::max_encoded_len(), 9);
	}

	#[test]
	fn blank_is_blank() {
		for (text, blank) in [("", true), (" \t", true), ("a", false), (" a ", false)] {
			assert_eq!(Short::try_from(text).expect("short").is_blank(), blank, "{text:?}");
		}
	}

	#[test]
	fn genesis_writes_it_as_a_string() {
		let line = Line::try_from("Ünïted").expect("short");
		assert_eq!(serde_json::to_string(&line).expect("it serialises"), "\"Ünïted\"");
		assert_eq!(serde_json::from_str::<Line>("\"Ünïted\"").expect("it parses"), line);
		assert!(serde_json::from_str::<Short>("\"much too long\"").is_err());
	}

	proptest! {
		#[test]
		fn any_bytes_decode_or_are_refused(bytes: Vec<u8>) {
			let fine = bytes.len() <= 8 && str::from_utf8(&bytes).is_ok();
			prop_assert_eq!(Short::decode(&mut &bytes.encode()[..]).is_ok(), fine);
		}
	}
}
