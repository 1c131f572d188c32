// SPDX-License-Identifier: Apache-2.0

//! Neighbours of a pallet that is tested alone, faked by plain values.
//!
//! They remember these in storage, so that a call that fails leaves no trace in them. A test says what they
//! are; nothing else changes them.

use crate::{
	epochs::{Epoch, InspectEpochs},
	membership::{Class, InspectMembers, MemberNumber},
};
use alloc::vec::Vec;
use codec::{Decode, Encode};

/// What the neighbours remember.
mod remembered {
	use super::*;
	use frame::{prelude::*, storage_alias};

	#[storage_alias]
	pub type CurrentEpoch = StorageValue<Neighbours, Epoch, ValueQuery>;

	/// The members, by their encoded accounts: pallets differ in how long these are.
	#[storage_alias]
	pub type Members =
		StorageMap<Neighbours, Blake2_128Concat, Vec<u8>, (Class, MemberNumber), OptionQuery>;
}

/// Stands for the epochs.
pub struct FakeEpochs;

impl FakeEpochs {
	/// Lets this epoch run.
	pub fn set(epoch: Epoch) {
		remembered::CurrentEpoch::put(epoch);
	}

	/// Lets this many epochs pass.
	pub fn pass(epochs: Epoch) {
		Self::set(Self::current().saturating_add(epochs));
	}
}

impl InspectEpochs for FakeEpochs {
	fn current() -> Epoch {
		remembered::CurrentEpoch::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_current(epoch: Epoch) {
		Self::set(epoch);
	}
}

/// Stands for membership. Numbers are as a test gives them, and nobody hears of anything.
pub struct FakeMembers;

impl FakeMembers {
	/// Lets somebody be a member of this class, with this number, whatever they were before.
	pub fn admit(who: &impl Encode, class: Class, number: MemberNumber) {
		remembered::Members::insert(who.encode(), (class, number));
	}

	/// Lets a member be of this class from now on, and says of which they were; none, and nothing comes of it,
	/// if they are no member.
	pub fn reclass(who: &impl Encode, to: Class) -> Option<Class> {
		remembered::Members::mutate(who.encode(), |member| {
			let (class, _) = member.as_mut()?;
			Some(core::mem::replace(class, to))
		})
	}

	/// Lets somebody be no member any more, and says what they were.
	pub fn dismiss(who: &impl Encode) -> Option<(Class, MemberNumber)> {
		remembered::Members::take(who.encode())
	}

	/// All who are members, in the order of their accounts.
	pub fn all<AccountId: Decode + Ord>() -> Vec<AccountId> {
		let mut members: Vec<_> = remembered::Members::iter_keys()
			.filter_map(|who| AccountId::decode(&mut &who[..]).ok())
			.collect();
		members.sort_unstable();
		members
	}
}

impl<AccountId: Encode> InspectMembers<AccountId> for FakeMembers {
	fn class(who: &AccountId) -> Option<Class> {
		remembered::Members::get(who.encode()).map(|(class, _)| class)
	}

	fn number(who: &AccountId) -> Option<MemberNumber> {
		remembered::Members::get(who.encode()).map(|(_, number)| number)
	}

	fn count() -> u32 {
		remembered::Members::iter_keys().count() as u32
	}
}
