// SPDX-License-Identifier: Apache-2.0

//! Every call of the chain, made from the metadata's own description of it.

use super::*;
use codec::DecodeAll;
use frame_support::weights::Weight;
use scale_info::{
	form::PortableForm, Field, MetaType, PortableRegistry, TypeDef, TypeDefPrimitive, Variant,
};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave};
use std::{
	collections::{BTreeMap, BTreeSet},
	path::Path,
	sync::OnceLock,
};

/// The artel's own rooms, by index: those whose crate lies in the folder of pallets. A new one is among them.
pub fn own_rooms() -> &'static BTreeMap<u8, &'static str> {
	static OWN: OnceLock<BTreeMap<u8, &'static str>> = OnceLock::new();
	OWN.get_or_init(|| {
		let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pallets");
		let is_own = |module: &str| {
			let name = module.strip_prefix("pallet_").map(|name| name.replace('_', "-"));
			name.is_some_and(|name| folder.join(name).is_dir())
		};
		let own = AllPalletsWithSystem::infos().into_iter().filter(|room| is_own(room.module_name));
		own.map(|room| (room.index as u8, room.name)).collect()
	})
}

/// Puts a call into another one.
pub type Around = Box<dyn Fn(&RuntimeCall) -> RuntimeCall>;

/// A call, and what the metadata calls it.
pub struct Named {
	/// The pallet's name and the call's.
	pub name: (String, String),
	pub call: RuntimeCall,
	/// The same with another call inside, if it makes others.
	pub around: Option<Around>,
	/// The same with this weight, if its caller declares one.
	pub declaring: Option<Declaring>,
}

impl Named {
	/// Whether it is a call of one of the artel's own rooms.
	pub fn is_own(&self) -> bool {
		own_rooms().contains_key(&self.call.encode()[0])
	}
}

/// Declares a weight in a call.
pub type Declaring = Box<dyn Fn(Weight) -> RuntimeCall>;

/// Makes values as the metadata describes them. The first account is Charlie's, and all others are
/// Dave's; texts say something, amounts are one; all else is empty, zero or the first there is.
struct Maker {
	types: PortableRegistry,
	call: u32,
	account: u32,
	weight: u32,
}

impl Maker {
	fn new() -> Self {
		let mut registry = scale_info::Registry::new();
		let call = registry.register_type(&MetaType::new::<RuntimeCall>()).id;
		let account = registry.register_type(&MetaType::new::<AccountId>()).id;
		let weight = registry.register_type(&MetaType::new::<Weight>()).id;
		Self { types: registry.into(), call, account, weight }
	}

	fn definition(&self, of: u32) -> &TypeDef<PortableForm> {
		&self.types.resolve(of).expect("it is registered").type_def
	}

	fn variants(&self, of: u32) -> &[Variant<PortableForm>] {
		match self.definition(of) {
			TypeDef::Variant(whole) => &whole.variants,
			other => panic!("calls are variants, not {other:?}"),
		}
	}

	/// The types that a value of this type is made of.
	fn parts(&self, of: u32) -> Vec<u32> {
		match self.definition(of) {
			TypeDef::Composite(whole) => whole.fields.iter().map(|field| field.ty.id).collect(),
			TypeDef::Variant(whole) => whole.variants.iter().flat_map(fields).collect(),
			TypeDef::Sequence(list) => vec![list.type_param.id],
			TypeDef::Array(list) => vec![list.type_param.id],
			TypeDef::Tuple(list) => list.fields.iter().map(|field| field.id).collect(),
			TypeDef::Compact(_) | TypeDef::Primitive(_) | TypeDef::BitSequence(_) => vec![],
		}
	}

	/// Whether a call can be in a value of one of these types.
	fn holds_call(&self, of: impl IntoIterator<Item = u32>) -> bool {
		self.holds(self.call, of)
	}

	/// Whether this can be in a value of one of those types, and not only in a call within.
	fn holds(&self, what: u32, of: impl IntoIterator<Item = u32>) -> bool {
		let mut next: Vec<_> = of.into_iter().collect();
		let mut seen = BTreeSet::new();
		while let Some(of) = next.pop() {
			if of == what {
				return true;
			}
			if seen.insert(of) && of != self.call {
				next.extend(self.parts(of));
			}
		}
		false
	}

	/// The bytes of a value of this type, with this call and this weight wherever one can be.
	fn value(
		&self,
		of: u32,
		inner: &RuntimeCall,
		declared: Weight,
		accounts: &mut Accounts,
	) -> Vec<u8> {
		if of == self.call {
			return inner.encode();
		}
		if of == self.weight {
			return declared.encode();
		}
		if of == self.account {
			let who = accounts.next().expect("there is always another");
			return who.to_account_id().encode();
		}
		let mut all = |types: Vec<u32>| -> Vec<u8> {
			types.into_iter().flat_map(|of| self.value(of, inner, declared, accounts)).collect()
		};
		match self.definition(of) {
			TypeDef::Variant(whole) => {
				let with_call = whole.variants.iter().find(|one| self.holds_call(fields(one)));
				let first = whole.variants.iter().min_by_key(|one| one.index);
				let chosen = with_call.or(first).expect("there is a value of this type");
				[vec![chosen.index], all(fields(chosen).collect())].concat()
			},
			TypeDef::Sequence(list) if self.holds_call([list.type_param.id]) => {
				[vec![1 << 2], all(vec![list.type_param.id])].concat()
			},
			TypeDef::Sequence(_) | TypeDef::Compact(_) | TypeDef::BitSequence(_) => vec![0],
			TypeDef::Array(list) => all(vec![list.type_param.id; list.len as usize]),
			TypeDef::Composite(_) | TypeDef::Tuple(_) => all(self.parts(of)),
			TypeDef::Primitive(primitive) => {
				use TypeDefPrimitive::*;
				match primitive {
					Str => "why".encode(),
					// Amounts have these; numbers of things, and nonces, are smaller.
					U64 => 1u64.encode(),
					U128 => 1u128.encode(),
					Bool | U8 | I8 => vec![0; 1],
					U16 | I16 => vec![0; 2],
					Char | U32 | I32 => vec![0; 4],
					I64 => vec![0; 8],
					I128 => vec![0; 16],
					U256 | I256 => vec![0; 32],
				}
			},
		}
	}
}

/// A place in a call at which a text stands.
#[derive(Clone, Default)]
pub struct Place {
	/// The pallet, the call and the way through its arguments.
	pub path: String,
	/// The bytes of the call around the text.
	around: (Vec<u8>, Vec<u8>),
}

impl Place {
	/// The call with this text there, encoded.
	pub fn with(&self, text: &str) -> Vec<u8> {
		[&self.around.0[..], &text.encode(), &self.around.1].concat()
	}

	/// The same place in a larger value.
	fn inside(self, name: &str, before: &[u8], after: &[u8]) -> Self {
		let around = ([before, &self.around.0].concat(), [&self.around.1, after].concat());
		Self { path: format!(".{name}{}", self.path), around }
	}
}

impl Maker {
	/// The places in values of this type where a text can stand.
	fn places(&self, of: u32) -> Vec<Place> {
		match self.definition(of) {
			TypeDef::Primitive(TypeDefPrimitive::Str) => vec![Place::default()],
			TypeDef::Variant(whole) => whole
				.variants
				.iter()
				.flat_map(|one| {
					let all = self.places_among(&named(&one.fields)).into_iter();
					all.map(|place| place.inside(&one.name, &[one.index], &[]))
				})
				.collect(),
			TypeDef::Composite(whole) => self.places_among(&named(&whole.fields)),
			TypeDef::Tuple(whole) => {
				let fields = whole.fields.iter().enumerate();
				let fields: Vec<_> = fields.map(|(at, of)| (at.to_string(), of.id)).collect();
				self.places_among(&fields)
			},
			TypeDef::Sequence(list) => {
				let one = [("0".into(), list.type_param.id)];
				let all = self.places_among(&one).into_iter();
				all.map(|place| place.inside("each", &[1 << 2], &[])).collect()
			},
			TypeDef::Array(list) => {
				let of = list.type_param.id;
				let fields: Vec<_> = (0..list.len).map(|at| (at.to_string(), of)).collect();
				self.places_among(&fields)
			},
			TypeDef::Primitive(_) | TypeDef::Compact(_) | TypeDef::BitSequence(_) => vec![],
		}
	}

	/// The same in what consists of these. What is in an inner call is a place of that call's.
	fn places_among(&self, all: &[(String, u32)]) -> Vec<Place> {
		let usual = |some: &[(String, u32)]| -> Vec<u8> {
			some.iter()
				.flat_map(|(_, of)| self.value(*of, &remark(), Weight::zero(), &mut accounts()))
				.collect()
		};
		let at_each = |(at, (name, of)): (usize, &(String, u32))| {
			let inside = if *of == self.call { vec![] } else { self.places(*of) };
			let whole =
				|place: Place| place.inside(name, &usual(&all[..at]), &usual(&all[at + 1..]));
			inside.into_iter().map(whole).collect::<Vec<_>>()
		};
		all.iter().enumerate().flat_map(at_each).collect()
	}
}

fn named(fields: &[Field<PortableForm>]) -> Vec<(String, u32)> {
	let name =
		|at: usize, field: &Field<PortableForm>| field.name.clone().unwrap_or(at.to_string());
	fields.iter().enumerate().map(|(at, field)| (name(at, field), field.ty.id)).collect()
}

/// The bare bytes that calls of this pallet take, of whatever length, by the way to them.
pub fn bytes_in(pallet: u8) -> Vec<String> {
	let maker = Maker::new();
	let mut found = vec![];
	let variants = maker.variants(maker.call).iter().filter(|one| one.index == pallet);
	let mut next: Vec<_> = variants.flat_map(|one| named(&one.fields)).collect();
	let mut seen = BTreeSet::from([maker.call]);
	while let Some((path, of)) = next.pop() {
		let is_byte =
			|of: u32| matches!(maker.definition(of), TypeDef::Primitive(TypeDefPrimitive::U8));
		match maker.definition(of) {
			TypeDef::Sequence(list) if is_byte(list.type_param.id) => found.push(path),
			_ if !seen.insert(of) => {},
			TypeDef::Composite(whole) => next.extend(named(&whole.fields)),
			TypeDef::Variant(whole) => next.extend(whole.variants.iter().flat_map(|one| {
				let inside = named(&one.fields).into_iter();
				inside.map(|(name, of)| (format!("{}.{name}", one.name), of)).collect::<Vec<_>>()
			})),
			_ => next.extend(maker.parts(of).into_iter().map(|of| (path.clone(), of))),
		}
	}
	found
}

/// What a figure is called, and each of its values.
pub type NamedFigure = (String, Vec<Option<String>>);

/// Every figure that a motion can name, by the room that it is of.
pub fn every_figure() -> BTreeMap<String, Vec<NamedFigure>> {
	let maker = Maker::new();
	let pallets = maker.variants(maker.call);
	let pallet = pallets.iter().find(|one| one.name == "Figures").expect("it has a call");
	let change = &maker.variants(pallet.fields[0].ty.id)[0];
	// A bounded list wraps one that is not.
	let mut list = change.fields[0].ty.id;
	while let [inside] = maker.parts(list)[..] {
		list = inside;
	}
	let figures = |room: &Variant<PortableForm>| {
		let all = maker.variants(room.fields[0].ty.id).iter();
		all.map(|figure| {
			let fields = figure.fields.iter().map(|field| field.name.clone()).collect();
			(figure.name.clone(), fields)
		})
		.collect()
	};
	maker.variants(list).iter().map(|room| (room.name.clone(), figures(room))).collect()
}

/// Every place of every call at which a text stands.
pub fn every_text() -> Vec<Place> {
	let maker = Maker::new();
	maker.places(maker.call)
}

/// The accounts that a call names, in their order.
type Accounts = Box<dyn Iterator<Item = Sr25519Keyring>>;

fn accounts() -> Accounts {
	Box::new(std::iter::once(Charlie).chain(std::iter::repeat(Dave)))
}

fn fields(of: &Variant<PortableForm>) -> impl Iterator<Item = u32> + '_ {
	of.fields.iter().map(|field| field.ty.id)
}

pub fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

/// The same call with amounts that can be meant, where zero or one cannot.
fn meant(call: RuntimeCall) -> RuntimeCall {
	use pallet_membership::Call::set_statute;
	match call {
		RuntimeCall::Figures(pallet_figures::Call::change { .. }) => {
			rooms::change([rooms::allotment(5_000)]).into()
		},
		RuntimeCall::Membership(set_statute { link, .. }) => {
			set_statute { document: Hash::repeat_byte(1), link }.into()
		},
		RuntimeCall::Fund(pallet_fund::Call::mandate {
			beneficiary,
			amount,
			purpose,
			reason,
			..
		}) => pallet_fund::Call::mandate { beneficiary, amount, purpose, lasts: 10, reason }.into(),
		RuntimeCall::Fund(pallet_fund::Call::set_stewards { .. }) => {
			let named = [Alice, Bob].map(|who| who.to_account_id()).to_vec();
			let signatories = named.try_into().expect("there is room for two");
			pallet_fund::Call::set_stewards { signatories, threshold: 2 }.into()
		},
		RuntimeCall::Till(call) => booked(call).into(),
		call => call,
	}
}

/// The same call of the till with amounts that a bank knows, and with documents.
fn booked(call: pallet_till::Call<Runtime>) -> pallet_till::Call<Runtime> {
	use artel_primitives::units::ART;
	use pallet_till::Call::{ask, attest, pay, receive, set_limit};
	let document = Hash::repeat_byte(1);
	match call {
		receive { to, .. } => receive { to, amount: ART, receipt: document },
		ask { reference, .. } => ask { amount: ART, reference },
		pay { ask, .. } => pay { ask, receipt: document },
		attest { .. } => attest { balance: ART, document },
		set_limit { .. } => set_limit { amount: ART },
		call => call,
	}
}

/// Every call that the metadata knows.
pub fn every_call() -> Vec<Named> {
	let maker = std::rc::Rc::new(Maker::new());
	let mut all = vec![];
	for pallet in maker.variants(maker.call) {
		for call in maker.variants(pallet.fields[0].ty.id) {
			let name = (pallet.name.clone(), call.name.clone());
			let (begin, types) = ([pallet.index, call.index], Vec::from_iter(fields(call)));
			let make = {
				let (maker, name, types) = (maker.clone(), name.clone(), types.clone());
				move |inner: &RuntimeCall, declared: Weight| {
					let mut accounts = accounts();
					let values = types
						.iter()
						.flat_map(|of| maker.value(*of, inner, declared, &mut accounts));
					let bytes: Vec<_> = begin.into_iter().chain(values).collect();
					RuntimeCall::decode_all(&mut &bytes[..]).unwrap_or_else(|error| {
						panic!("{name:?} cannot be made of {bytes:?}: {error}")
					})
				}
			};
			let call = meant(make(&remark(), Weight::zero()));
			let declaring = maker.holds(maker.weight, types.iter().copied()).then(|| {
				let make = make.clone();
				Box::new(move |declared| make(&remark(), declared)) as Declaring
			});
			let around = maker.holds_call(types).then(|| {
				Box::new(move |inner: &RuntimeCall| make(inner, Weight::zero())) as Around
			});
			all.push(Named { name, call, around, declaring });
		}
	}
	all
}
