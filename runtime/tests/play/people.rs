// SPDX-License-Identifier: Apache-2.0

//! The players: accounts, and the ways in which calls are made in their names.

use super::world::Dice;
use crate::common::*;
use artel_runtime::{configs::accounts::ProxyType, *};
use codec::Encode;
use frame_support::{dispatch::GetDispatchInfo, traits::GetCallMetadata};
use sp_core::{ecdsa, sr25519, Pair};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{traits::IdentifyAccount, MultiSigner};
use std::{collections::BTreeMap, sync::LazyLock};

/// A pallet's name and a call's.
pub type Name = (&'static str, &'static str);

/// What a call is called.
pub fn name_of(call: &RuntimeCall) -> Name {
	let metadata = call.get_call_metadata();
	(metadata.pallet_name, metadata.function_name)
}

/// A key, of the kinds that wallets make.
#[derive(Clone)]
pub enum Key {
	Sr25519(Box<sr25519::Pair>),
	Ecdsa(ecdsa::Pair),
}

impl Key {
	/// A key that belongs to nobody else.
	fn numbered(number: u8) -> Self {
		Self::Ecdsa(ecdsa::Pair::from_seed(&[number; 32]))
	}

	fn account(&self) -> AccountId {
		match self {
			Self::Sr25519(pair) => MultiSigner::from(pair.public()),
			Self::Ecdsa(pair) => MultiSigner::from(pair.public()),
		}
		.into_account()
	}

	pub fn sign(&self, bytes: &[u8]) -> Signature {
		match self {
			Self::Sr25519(pair) => pair.sign(bytes).into(),
			Self::Ecdsa(pair) => pair.sign(bytes).into(),
		}
	}
}

/// How calls are made in an account's name.
#[derive(Clone)]
pub enum Way {
	/// With the key of the account.
	Key(Key),
	/// With so many signatures of these, in the order of their accounts.
	Multisig(u16, Vec<AccountId>),
	/// By whoever derived it from their own account.
	Derived(AccountId, u16),
	/// Through its proxies alone.
	Pure,
}

/// An account that plays.
#[derive(Clone)]
pub struct Actor {
	pub name: String,
	pub way: Way,
	/// Whether its key is lost, so that it signs nothing.
	pub lost: bool,
	/// Whether its session keys are known to have been made: the call that sets them.
	pub session_keys: Option<pallet_session::Call<Runtime>>,
}

/// Something that somebody would like to do.
pub enum Act {
	/// To make a call in this account's name, in whatever way that is done.
	Call(AccountId, RuntimeCall),
	/// To sign exactly this.
	Signed(Tx),
}

/// Somebody makes a call.
pub fn by(who: &AccountId, call: impl Into<RuntimeCall>) -> Option<Act> {
	Some(Act::Call(who.clone(), call.into()))
}

/// A transaction, and which of the calls in it are played, in their order.
#[derive(Debug)]
pub struct Tx {
	pub signer: AccountId,
	pub call: RuntimeCall,
	pub played: Vec<Name>,
}

/// What a multisig account has still to sign a second time.
#[derive(Clone)]
pub struct Pending {
	pub multisig: AccountId,
	pub by: AccountId,
	pub call: RuntimeCall,
}

/// What was announced to be done through a proxy later.
#[derive(Clone)]
pub struct Announced {
	pub real: AccountId,
	pub delegate: AccountId,
	pub call: RuntimeCall,
	pub at: BlockNumber,
}

/// Everybody.
#[derive(Clone, Default)]
pub struct People {
	pub actors: BTreeMap<AccountId, Actor>,
	pub pending: Vec<Pending>,
	pub announced: Vec<Announced>,
}

/// How many have a key and no coin in the beginning.
const POOR: u8 = 10;

/// Those of them who join right after the founders.
pub fn early_members() -> impl Iterator<Item = AccountId> {
	(5..=POOR).map(|number| Key::numbered(number).account())
}

impl People {
	/// Everybody as they are in the beginning.
	pub fn first() -> Self {
		static FIRST: LazyLock<People> = LazyLock::new(People::new);
		FIRST.clone()
	}

	/// The founders and others with coin, others without any, and accounts that nobody has a key for.
	fn new() -> Self {
		use Sr25519Keyring::*;
		let mut people = Self::default();
		for (number, who) in [Alice, Bob, Charlie, Dave, Eve, Ferdie].into_iter().enumerate() {
			let account = who.to_account_id();
			// To make keys out of a phrase takes its time.
			let seed = format!("0x{number:064x}");
			let session_keys = Some(set_keys_call(&account, Some(&seed)));
			people.add(
				account,
				format!("{who:?}"),
				Way::Key(Key::Sr25519(Box::new(who.pair()))),
				session_keys,
			);
		}
		for number in 1..=POOR {
			let key = Key::numbered(number);
			people.add(key.account(), format!("Poor{number}"), Way::Key(key), None);
		}
		let poor = |number| Key::numbered(number).account();
		let rich = |who: Sr25519Keyring| who.to_account_id();
		people.multisig("Both", 2, vec![rich(Dave), poor(1), poor(2)]);
		people.multisig("Either", 1, vec![rich(Bob), poor(3)]);
		for (of, index) in [(rich(Charlie), 0), (poor(4), 7)] {
			let account = pallet_utility::derivative_account_id(of.clone(), index);
			let name = format!("{}/{index}", people.name(&of));
			people.add(account, name, Way::Derived(of, index), None);
		}
		people
	}

	fn add(
		&mut self,
		account: AccountId,
		name: String,
		way: Way,
		session_keys: Option<pallet_session::Call<Runtime>>,
	) {
		self.actors.insert(account, Actor { name, way, lost: false, session_keys });
	}

	/// Notes the account that the artel's stewards hold together, by which nobody played before.
	pub fn add_stewards(&mut self, account: &AccountId, threshold: u16, of: Vec<AccountId>) {
		if !self.actors.contains_key(account) {
			let name = format!("Stewards{}", self.actors.len());
			self.add(account.clone(), name, Way::Multisig(threshold, of), None);
		}
	}

	fn multisig(&mut self, name: &str, threshold: u16, mut of: Vec<AccountId>) {
		of.sort();
		let account = Multisig::multi_account_id(&of, threshold);
		self.add(account, name.into(), Way::Multisig(threshold, of), None);
	}

	/// Notes an account that was made for nobody in particular.
	pub fn add_pure(&mut self, account: AccountId) {
		let name = format!("Pure{}", self.actors.len());
		self.add(account, name, Way::Pure, None);
	}

	/// What an account is called here.
	pub fn name(&self, who: &AccountId) -> String {
		self.actors.get(who).map_or_else(|| format!("{who:?}"), |actor| actor.name.clone())
	}

	/// Whether they sign for themselves.
	pub fn signs(&self, who: &AccountId) -> bool {
		self.key(who).is_some()
	}

	/// The key of an account, unless it is lost.
	pub fn key(&self, who: &AccountId) -> Option<&Key> {
		match self.actors.get(who) {
			Some(Actor { way: Way::Key(key), lost: false, .. }) => Some(key),
			_ => None,
		}
	}

	/// Proxies of this account that sign for themselves and need not announce what they do.
	fn proxies(&self, who: &AccountId) -> Vec<(AccountId, ProxyType)> {
		Proxy::proxies(who.clone())
			.0
			.into_iter()
			.filter(|proxy| proxy.delay == 0 && self.signs(&proxy.delegate))
			.map(|proxy| (proxy.delegate, proxy.proxy_type))
			.collect()
	}

	/// The one who inherits this account, if they sign for themselves.
	fn heir(&self, who: &AccountId) -> Option<AccountId> {
		let (_, heir, _) = pallet_recovery::Inheritor::<Runtime>::get(who)?;
		self.signs(&heir).then_some(heir)
	}

	/// Whether anybody can make calls in this account's name now.
	pub fn is_able(&self, who: &AccountId) -> bool {
		let Some(actor) = self.actors.get(who) else { return false };
		let by_others = || !self.proxies(who).is_empty() || self.heir(who).is_some();
		match &actor.way {
			Way::Key(_) => !actor.lost || by_others(),
			Way::Multisig(threshold, of) => {
				of.iter().filter(|one| self.signs(one)).count() >= usize::from(*threshold)
			},
			Way::Derived(of, _) => self.signs(of),
			Way::Pure => by_others(),
		}
	}

	/// Makes a transaction of what somebody would like to do; none if nobody can make it.
	pub fn dress(&mut self, by: AccountId, call: RuntimeCall, dice: &mut Dice) -> Option<Tx> {
		let way = self.actors.get(&by)?.way.clone();
		match way {
			Way::Key(_) if self.signs(&by) && !dice.chance(12) => {
				let (call, played) = wrapped(call, dice);
				Some(Tx { signer: by, call, played })
			},
			Way::Key(_) | Way::Pure => self.through(&by, call, dice),
			Way::Derived(of, index) => {
				let played = vec![name_of(&call)];
				let call = pallet_utility::Call::as_derivative { index, call: Box::new(call) };
				self.signs(&of).then(|| Tx { signer: of, call: call.into(), played })
			},
			Way::Multisig(threshold, of) => {
				let able: Vec<_> = of.iter().filter(|one| self.signs(one)).cloned().collect();
				let signer = dice.pick(&able)?.clone();
				let others: Vec<_> = of.into_iter().filter(|one| *one != signer).collect();
				let played = vec![name_of(&call)];
				if threshold == 1 {
					let call = pallet_multisig::Call::as_multi_threshold_1 {
						other_signatories: others,
						call: Box::new(call),
					};
					return Some(Tx { signer, call: call.into(), played });
				}
				// Somebody else signs it after this; the call is played then.
				let hash = call.using_encoded(sp_io::hashing::blake2_256);
				if pallet_multisig::Multisigs::<Runtime>::contains_key(&by, hash) {
					return None;
				}
				self.pending.push(Pending { multisig: by, by: signer.clone(), call: call.clone() });
				let max_weight = call.get_dispatch_info().call_weight;
				let first: RuntimeCall = if dice.chance(50) {
					pallet_multisig::Call::approve_as_multi {
						threshold,
						other_signatories: others,
						maybe_timepoint: None,
						call_hash: hash,
						max_weight,
					}
					.into()
				} else {
					pallet_multisig::Call::as_multi {
						threshold,
						other_signatories: others,
						maybe_timepoint: None,
						call: Box::new(call),
						max_weight,
					}
					.into()
				};
				Some(Tx { signer, call: first, played: vec![] })
			},
		}
	}

	/// Through somebody who may make calls in this account's name.
	fn through(&self, real: &AccountId, call: RuntimeCall, dice: &mut Dice) -> Option<Tx> {
		let (call, played) = wrapped(call, dice);
		if let Some(heir) = self.heir(real).filter(|_| dice.chance(50)) {
			let recovered = real.clone().into();
			let call = pallet_recovery::Call::control_inherited_account {
				recovered,
				call: Box::new(call),
			};
			return Some(Tx { signer: heir, call: call.into(), played });
		}
		let (signer, kind) = dice.pick(&self.proxies(real))?.clone();
		let force_proxy_type = dice.chance(50).then_some(kind);
		let real = real.clone().into();
		let call = pallet_proxy::Call::proxy { real, force_proxy_type, call: Box::new(call) };
		Some(Tx { signer, call: call.into(), played })
	}

	/// The second signature under what is pending; none if somebody else must give it.
	pub fn second_signature(&mut self, dice: &mut Dice) -> Option<Tx> {
		let at = dice.below(self.pending.len() as u64) as usize;
		let Pending { multisig, by, call } = self.pending.get(at)?.clone();
		self.pending.remove(at);
		let Way::Multisig(threshold, of) = self.actors.get(&multisig)?.way.clone() else {
			return None;
		};
		let hash = call.using_encoded(sp_io::hashing::blake2_256);
		let when = pallet_multisig::Multisigs::<Runtime>::get(&multisig, hash)?.when;
		if dice.chance(10) {
			let others = of.into_iter().filter(|one| *one != by).collect();
			let call = pallet_multisig::Call::cancel_as_multi {
				threshold,
				other_signatories: others,
				timepoint: when,
				call_hash: hash,
			};
			return self.signs(&by).then(|| Tx { signer: by, call: call.into(), played: vec![] });
		}
		let able: Vec<_> =
			of.iter().filter(|one| **one != by && self.signs(one)).cloned().collect();
		let signer = dice.pick(&able)?.clone();
		let others = of.into_iter().filter(|one| *one != signer).collect();
		let played = vec![name_of(&call)];
		let call = pallet_multisig::Call::as_multi {
			threshold,
			other_signatories: others,
			maybe_timepoint: Some(when),
			max_weight: call.get_dispatch_info().call_weight,
			call: Box::new(call),
		};
		Some(Tx { signer, call: call.into(), played })
	}
}

/// A call as it is, or now and then in a batch or the like, with those in it that are played.
fn wrapped(call: RuntimeCall, dice: &mut Dice) -> (RuntimeCall, Vec<Name>) {
	use pallet_utility::Call as Utility;
	let name = name_of(&call);
	// To carry a motion out within another call would only hide it.
	if name == ("Proposals", "execute") || !dice.chance(15) {
		return (call, vec![name]);
	}
	// The same again mostly fails, in an order that matters.
	let second = if dice.chance(25) { call.clone() } else { remark(dice) };
	let calls = match dice.chance(50) {
		true => vec![call, second],
		false => vec![second, call],
	};
	let played = calls.iter().map(name_of).collect();
	let call = match dice.below(4) {
		0 => Utility::batch { calls },
		1 => Utility::batch_all { calls },
		2 => Utility::force_batch { calls },
		_ => {
			let [main, fallback] = calls.try_into().expect("there are two");
			Utility::if_else { main: Box::new(main), fallback: Box::new(fallback) }
		},
	};
	(call.into(), played)
}

/// Something said that changes nothing.
fn remark(dice: &mut Dice) -> RuntimeCall {
	frame_system::Call::remark { remark: vec![0; dice.below(3) as usize] }.into()
}
