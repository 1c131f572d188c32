// SPDX-License-Identifier: GPL-3.0-or-later

//! What the chain says of itself: how its calls are numbered and laid out, and what its answers mean.
//!
//! Nothing of that is written down here, so that this tool fits the next runtime too, or says that it does not.

use anyhow::{bail, ensure, Context, Result};
use artel_primitives::review::{Commitment, Salt};
use codec::{Decode, Encode};
use frame_metadata::{v15::RuntimeMetadataV15, RuntimeMetadata, RuntimeMetadataPrefixed};
use scale_info::{form::PortableForm, Field, PortableRegistry, TypeDef, TypeDefPrimitive};
use scale_value::Value;

/// The pallet that has deliveries judged, as the runtime calls it.
const PALLET: &str = "Obligation";

/// The runtime API that tells of seats, and its method.
const API: (&str, &str) = ("ObligationApi", "seats");

/// A value of a call.
#[derive(Clone, Debug)]
pub enum Given {
	/// A number.
	Number(u32),
	/// 32 bytes.
	Bytes([u8; 32]),
	/// A text.
	Text(String),
}

impl Given {
	/// As it is typed in Apps.
	pub fn typed(&self) -> String {
		match self {
			Self::Number(number) => number.to_string(),
			Self::Bytes(bytes) => array_bytes::bytes2hex("0x", bytes),
			Self::Text(text) if text.is_empty() => "(leave it empty)".into(),
			Self::Text(text) => text.clone(),
		}
	}
}

/// A call to be written out. Its fields go by all names that the chain may have for them.
pub struct Call {
	/// What it is named.
	pub name: &'static str,
	/// Its fields.
	pub fields: Vec<(&'static [&'static str], Given)>,
}

impl Call {
	/// Commits to a score.
	pub fn commit(case: u32, hash: Commitment) -> Self {
		let fields: Vec<(&'static [_], _)> =
			vec![(&["case"], Given::Number(case)), (&["hash", "commitment"], Given::Bytes(hash))];
		Self { name: "commit", fields }
	}

	/// Reveals a score.
	pub fn reveal(case: u32, score: u8, salt: Salt, reason: String) -> Self {
		let fields: Vec<(&'static [_], _)> = vec![
			(&["case"], Given::Number(case)),
			(&["score", "quality"], Given::Number(score.into())),
			(&["salt"], Given::Bytes(salt)),
			(&["reason"], Given::Text(reason)),
		];
		Self { name: "reveal", fields }
	}
}

/// A call as it is sent, and its fields as the chain names them.
pub struct Written {
	/// The call, encoded.
	pub bytes: Vec<u8>,
	/// Its fields, in order.
	pub fields: Vec<(String, Given)>,
}

/// What of a chain's metadata is needed.
pub struct Chain {
	types: PortableRegistry,
	pallet: u8,
	calls: u32,
	seats: Option<u32>,
}

impl Chain {
	/// Reads how a chain describes itself.
	pub fn read(metadata: &[u8]) -> Result<Self> {
		let RuntimeMetadataPrefixed(_, metadata) =
			Decode::decode(&mut &metadata[..]).context("The metadata cannot be read.")?;
		match metadata {
			RuntimeMetadata::V15(metadata) => Self::of(metadata),
			_ => bail!("The metadata is of another version than was asked for."),
		}
	}

	fn of(metadata: RuntimeMetadataV15) -> Result<Self> {
		let pallet = metadata.pallets.iter().find(|pallet| pallet.name == PALLET);
		let pallet = pallet.context("On this chain nothing is judged: there is no Obligation.")?;
		let calls = pallet.calls.as_ref().context("Obligation has no calls.")?.ty.id;
		let api = metadata.apis.iter().find(|api| api.name == API.0);
		let seats = api.and_then(|api| api.methods.iter().find(|method| method.name == API.1));
		let (pallet, seats) = (pallet.index, seats.map(|method| method.output.id));
		Ok(Self { types: metadata.types, pallet, calls, seats })
	}

	/// The call as it is sent, and what each of its fields is named here.
	pub fn encode(&self, call: &Call) -> Result<Written> {
		let calls = self.types.resolve(self.calls).context("The metadata lacks a type.")?;
		let TypeDef::Variant(calls) = &calls.type_def else { bail!("Calls are an enum.") };
		let variant = calls.variants.iter().find(|variant| variant.name == call.name);
		let variant =
			variant.with_context(|| format!("This chain knows no call {}.", call.name))?;
		let mut bytes = vec![self.pallet, variant.index];
		let mut fields = Vec::new();
		for field in &variant.fields {
			let name = field.name.as_deref().unwrap_or_default();
			let given = call.fields.iter().find(|(names, _)| names.contains(&name));
			let (_, given) = given.with_context(|| {
				format!("{} wants a {name}, which this tool does not know.", call.name)
			})?;
			bytes.extend(self.fitted(field, given).with_context(|| {
				format!("The field {name} of {} has another form than this tool knows.", call.name)
			})?);
			fields.push((name.into(), given.clone()));
		}
		ensure!(fields.len() == call.fields.len(), "{} lacks a field that it had.", call.name);
		Ok(Written { bytes, fields })
	}

	/// The value in the form that the field has.
	fn fitted(&self, field: &Field<PortableForm>, given: &Given) -> Result<Vec<u8>> {
		let form = self.form(field.ty.id)?;
		Ok(match (given, form) {
			(Given::Number(number), Form::Byte) => u8::try_from(*number)?.encode(),
			(Given::Number(number), Form::Number) => number.encode(),
			(Given::Number(number), Form::Compact) => codec::Compact(*number).encode(),
			(Given::Bytes(bytes), Form::Bytes) => bytes.encode(),
			(Given::Text(text), Form::Text) => text.encode(),
			(Given::Text(text), Form::MaybeText) => {
				(!text.is_empty()).then(|| text.clone()).encode()
			},
			_ => bail!("It is {form:?}."),
		})
	}

	fn form(&self, id: u32) -> Result<Form> {
		let ty = self.types.resolve(id).context("The metadata lacks a type.")?;
		Ok(match &ty.type_def {
			TypeDef::Primitive(TypeDefPrimitive::U8) => Form::Byte,
			TypeDef::Primitive(TypeDefPrimitive::U32) => Form::Number,
			TypeDef::Primitive(TypeDefPrimitive::Str) => Form::Text,
			TypeDef::Compact(_) => Form::Compact,
			TypeDef::Array(array)
				if array.len == 32 && self.form(array.type_param.id)? == Form::Byte =>
			{
				Form::Bytes
			},
			TypeDef::Sequence(of) if self.form(of.type_param.id)? == Form::Byte => Form::Text,
			// A wrapper is encoded as what it wraps.
			TypeDef::Composite(of) => match &of.fields[..] {
				[only] => self.form(only.ty.id)?,
				_ => Form::Other,
			},
			TypeDef::Variant(of) if ty.path.segments == ["Option"] => {
				let some = of.variants.iter().flat_map(|variant| &variant.fields).next();
				match some.map(|field| self.form(field.ty.id)).transpose()? {
					Some(Form::Text) => Form::MaybeText,
					_ => Form::Other,
				}
			},
			_ => Form::Other,
		})
	}

	/// What the answer about somebody's seats says.
	pub fn seats(&self, answer: &[u8]) -> Result<Value<u32>> {
		let ty = self.seats.context("This chain does not tell who has which seats.")?;
		let mut rest = answer;
		let seats = scale_value::scale::decode_as_type(&mut rest, ty, &self.types)?;
		ensure!(rest.is_empty(), "The answer about seats is longer than it should be.");
		Ok(seats)
	}
}

/// How something is encoded, as far as it matters here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
	Byte,
	Number,
	Compact,
	Bytes,
	Text,
	MaybeText,
	Other,
}

#[cfg(test)]
pub(crate) mod tests {
	use super::*;
	use frame_metadata::v15::{
		CustomMetadata, ExtrinsicMetadata, OuterEnums, PalletCallMetadata, PalletMetadata,
		RuntimeApiMetadata, RuntimeApiMethodMetadata,
	};
	use scale_info::{MetaType, Registry, TypeInfo};

	/// Calls as the runtime has them.
	#[derive(TypeInfo)]
	#[allow(dead_code, non_camel_case_types)]
	enum Calls {
		#[codec(index = 4)]
		commit { case: u32, hash: [u8; 32] },
		#[codec(index = 7)]
		reveal { case: u32, score: Score, salt: [u8; 32], reason: String },
	}

	#[derive(TypeInfo)]
	#[allow(dead_code, non_camel_case_types)]
	enum OtherCalls {
		#[codec(index = 0)]
		commit { case: u32, hash: [u8; 32], more: bool },
		#[codec(index = 1)]
		reveal { case: u32, quality: u8, salt: [u8; 32], reason: Option<String> },
	}

	#[derive(TypeInfo)]
	#[allow(dead_code)]
	struct Score {
		percent: u8,
	}

	/// A chain that has these types of calls and of an answer about seats.
	pub fn chain(calls: MetaType, seats: MetaType) -> Chain {
		let mut registry = Registry::new();
		let [calls, seats] = [calls, seats].map(|ty| registry.register_type(&ty).id);
		Chain { types: registry.into(), pallet: 59, calls, seats: Some(seats) }
	}

	#[test]
	fn calls_are_encoded_as_the_chain_lays_them_out() -> Result<()> {
		let chain = chain(MetaType::new::<Calls>(), MetaType::new::<u8>());
		let Written { bytes, fields } = chain.encode(&Call::commit(258, [7; 32]))?;
		assert_eq!(bytes, [&[59, 4, 2, 1, 0, 0][..], &[7; 32]].concat());
		assert_eq!(fields[0].0, "case");
		assert_eq!(fields[1].0, "hash");
		let Written { bytes, .. } = chain.encode(&Call::reveal(1, 49, [9; 32], "late".into()))?;
		assert_eq!(bytes, [&[59, 7, 1, 0, 0, 0, 49][..], &[9; 32], b"\x10late"].concat());
		Ok(())
	}

	#[test]
	fn other_layouts_are_followed_or_refused() -> Result<()> {
		let chain = chain(MetaType::new::<OtherCalls>(), MetaType::new::<u8>());
		let refused = chain.encode(&Call::commit(1, [7; 32])).err().map(|error| error.to_string());
		assert_eq!(refused.as_deref(), Some("commit wants a more, which this tool does not know."));
		let Written { bytes, fields } =
			chain.encode(&Call::reveal(1, 80, [9; 32], String::new()))?;
		assert_eq!(bytes, [&[59, 1, 1, 0, 0, 0, 80][..], &[9; 32], &[0]].concat());
		assert_eq!(fields[1].0, "quality");
		Ok(())
	}

	/// The metadata of a chain with one pallet and one API of these names.
	fn metadata(pallet: &'static str, api: &'static str) -> Vec<u8> {
		let none = MetaType::new::<()>();
		let pallet = PalletMetadata {
			name: pallet,
			storage: None,
			calls: Some(PalletCallMetadata { ty: MetaType::new::<Calls>() }),
			event: None,
			constants: vec![],
			error: None,
			index: 61,
			docs: vec![],
		};
		let output = MetaType::new::<Vec<u32>>();
		let method =
			RuntimeApiMethodMetadata { name: "seats", inputs: vec![], output, docs: vec![] };
		let api = RuntimeApiMetadata { name: api, methods: vec![method], docs: vec![] };
		let extrinsic = ExtrinsicMetadata {
			version: 4,
			address_ty: none,
			call_ty: none,
			signature_ty: none,
			extra_ty: none,
			signed_extensions: vec![],
		};
		let enums = OuterEnums { call_enum_ty: none, event_enum_ty: none, error_enum_ty: none };
		let custom = CustomMetadata { map: Default::default() };
		let metadata =
			RuntimeMetadataV15::new(vec![pallet], extrinsic, none, vec![api], enums, custom);
		RuntimeMetadataPrefixed::from(metadata).encode()
	}

	#[test]
	fn numbers_are_those_that_the_chain_tells() -> Result<()> {
		let chain = Chain::read(&metadata("Obligation", "ObligationApi"))?;
		assert_eq!(chain.encode(&Call::commit(1, [0; 32]))?.bytes[..2], [61, 4]);
		assert!(chain.seats(&vec![5u32].encode()).is_ok());
		Ok(())
	}

	#[test]
	fn what_a_chain_lacks_is_said() -> Result<()> {
		let chain = Chain::read(&metadata("Obligation", "OtherApi"))?;
		let said = chain.seats(&[0]).err().map(|error| error.to_string());
		assert_eq!(said.as_deref(), Some("This chain does not tell who has which seats."));
		let said = Chain::read(&metadata("Other", "Api")).err().map(|error| error.to_string());
		assert_eq!(
			said.as_deref(),
			Some("On this chain nothing is judged: there is no Obligation.")
		);
		assert!(Chain::read(&[1, 2, 3]).is_err());
		Ok(())
	}
}
