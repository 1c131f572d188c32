// SPDX-License-Identifier: Apache-2.0

//! People in the place of accounts, for whoever reads what is recorded.
//!
//! Rooms record accounts, and know nobody's name. What they are asked is told with a [`Person`] wherever they
//! have recorded an account. Each record says with [`NamesAccounts`] where that is; the runtime alone, which
//! knows the members, puts the one in the place of the other.

use crate::{membership::MemberNumber, text::Line};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame::prelude::BoundedVec;
use scale_info::TypeInfo;

/// An account, and the member whom it belongs to.
#[derive(Encode, Decode, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Person<AccountId> {
	/// The name that the member is known by. Without a number it is the name that somebody asks for who wants to
	/// be a member, and nobody has agreed to it.
	pub name: Option<Line>,
	/// The number of the member; none if the account belongs to no member.
	pub number: Option<MemberNumber>,
	/// The account.
	pub account: AccountId,
}

/// Something recorded that names accounts.
pub trait NamesAccounts<AccountId> {
	/// The same with something else in their place.
	type With<Other>;

	/// Puts something else in the place of each account.
	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other>;
}

impl<AccountId, T: NamesAccounts<AccountId>> NamesAccounts<AccountId> for Option<T> {
	type With<Other> = Option<T::With<Other>>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		self.map(|this| this.with(told))
	}
}

impl<AccountId, T: NamesAccounts<AccountId>> NamesAccounts<AccountId> for Vec<T> {
	type With<Other> = Vec<T::With<Other>>;

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		self.into_iter().map(|this| this.with(told)).collect()
	}
}

/// Something in a list that is told by numbers.
impl<AccountId, T: NamesAccounts<AccountId>> NamesAccounts<AccountId> for (u32, T) {
	type With<Other> = (u32, T::With<Other>);

	fn with<Other>(self, told: &impl Fn(AccountId) -> Other) -> Self::With<Other> {
		(self.0, self.1.with(told))
	}
}

/// Puts something else in the place of each account of a bounded list.
pub fn each_with<AccountId, Other, Most>(
	accounts: BoundedVec<AccountId, Most>,
	told: &impl Fn(AccountId) -> Other,
) -> BoundedVec<Other, Most>
where
	Most: frame::deps::sp_core::Get<u32>,
{
	BoundedVec::truncate_from(accounts.into_iter().map(told).collect())
}
