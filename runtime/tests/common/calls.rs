//! Every call of the chain, made from the metadata's own description of it.

use super::*;
use codec::DecodeAll;
use frame_support::weights::Weight;
use scale_info::{
	form::PortableForm, MetaType, PortableRegistry, TypeDef, TypeDefPrimitive, Variant,
};
use sp_keyring::Sr25519Keyring::{Charlie, Dave};
use std::collections::BTreeSet;

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
	use pallet_epochs::Call::set_length;
	use pallet_membership::Call::set_statute;
	use pallet_mutual_credit::Call::set_allotment;
	match call {
		RuntimeCall::Epochs(set_length { .. }) => set_length { length: 100 }.into(),
		RuntimeCall::MutualCredit(set_allotment { .. }) => {
			set_allotment { allotment: 5_000 }.into()
		},
		RuntimeCall::Membership(set_statute { link, .. }) => {
			set_statute { document: Hash::repeat_byte(1), link }.into()
		},
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
