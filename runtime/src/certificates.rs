// SPDX-License-Identifier: Apache-2.0

//! Membership certificates: items of the first collection of stock uniques.
//!
//! Nobody but membership makes, changes or takes back one. Four walls stand around them: calls that
//! name the collection are refused ([`crate::origins::BaseCallFilter`]), also inside batches, proxies
//! and multisigs; its owner and team are an account that nobody has a key for; what is written on an
//! item is frozen; and an item stays locked as long as its bearer is a member. Root passes the first wall; the
//! others stand for Root as well.

use crate::{AccountId, Membership, Runtime, Timestamp, Uniques};
use alloc::{format, string::String};
use artel_primitives::{
	membership::{Class, InspectMembers, MemberNumber},
	text::Line,
	units::Balance,
};
use frame_support::{traits::Locker, PalletId};
use pallet_membership::Certificates;
use pallet_uniques::{CollectionDetails, Event, ItemMetadata, ItemMetadataOf};
use sp_runtime::{traits::AccountIdConversion, BoundedVec, DispatchError, DispatchResult};

/// The collection of the certificates.
pub const COLLECTION: u32 = 0;

/// Owns the collection and is its team. Nobody has a key for it.
pub fn registrar() -> AccountId {
	PalletId(*b"artel/mb").into_account_truncating()
}

/// The certificates, as membership knows them.
pub struct Registry;

type Collections = pallet_uniques::Collection<Runtime>;
type StringLimit = <Runtime as pallet_uniques::Config>::StringLimit;

/// Changes the counters that uniques keeps of the collection.
fn count(change: impl FnOnce(&mut CollectionDetails<AccountId, Balance>)) {
	Collections::mutate(COLLECTION, |details| details.as_mut().map(change));
}

/// Since when its bearer is a member, by the chain's clock.
fn since_now() -> String {
	let now = match Timestamp::get() {
		// The chain has no time before its first block.
		0 => return "founder".into(),
		now => i64::try_from(now / 1_000).unwrap_or_default(),
	};
	match time::OffsetDateTime::from_unix_timestamp(now) {
		Ok(then) => {
			let (year, month, day) = (then.year(), u8::from(then.month()), then.day());
			format!("since {year:04}-{month:02}-{day:02}")
		},
		Err(_) => "since long ago".into(),
	}
}

/// What is written on a certificate. The name comes last, so that it can pretend nothing; the rest is
/// plain ASCII, which wallets show as text.
fn text(
	number: MemberNumber,
	class: Class,
	since: &str,
	name: &Line,
) -> BoundedVec<u8, StringLimit> {
	BoundedVec::truncate_from(format!("no. {number}, {class:?}, {since}, {name}").into_bytes())
}

impl Certificates<AccountId> for Registry {
	fn issue(number: MemberNumber, who: &AccountId, class: Class, name: &Line) -> DispatchResult {
		if !Collections::contains_key(COLLECTION) {
			let owner = registrar();
			Uniques::do_create_collection(
				COLLECTION,
				owner.clone(),
				owner.clone(),
				0,
				true,
				Event::Created { collection: COLLECTION, creator: owner.clone(), owner },
			)?;
		}
		Uniques::do_mint(COLLECTION, number, who.clone(), |_| Ok(()))?;
		let data = text(number, class, &since_now(), name);
		ItemMetadataOf::<Runtime>::insert(
			COLLECTION,
			number,
			ItemMetadata { deposit: 0, data, is_frozen: true },
		);
		count(|details| details.item_metadatas = details.item_metadatas.saturating_add(1));
		Ok(())
	}

	fn restate(number: MemberNumber, class: Class, name: &Line) -> DispatchResult {
		ItemMetadataOf::<Runtime>::try_mutate(COLLECTION, number, |metadata| {
			let metadata = metadata.as_mut().ok_or(DispatchError::CannotLookup)?;
			let since = core::str::from_utf8(&metadata.data)
				.ok()
				.and_then(|written| written.split(", ").nth(2))
				.unwrap_or_default();
			metadata.data = text(number, class, since, name);
			Ok(())
		})
	}

	fn revoke(number: MemberNumber) -> DispatchResult {
		Uniques::do_burn(COLLECTION, number, |_, _| Ok(()))?;
		ItemMetadataOf::<Runtime>::remove(COLLECTION, number);
		count(|details| details.item_metadatas = details.item_metadatas.saturating_sub(1));
		Ok(())
	}

	fn bearer(number: MemberNumber) -> Option<AccountId> {
		Uniques::owner(COLLECTION, number)
	}

	fn count() -> u32 {
		Collections::get(COLLECTION).map_or(0, |details| details.items)
	}
}

/// Keeps certificates with their members.
pub struct HeldByMember;

impl Locker<u32, u32> for HeldByMember {
	fn is_locked(collection: u32, item: u32) -> bool {
		// Membership ends first, then its certificate is taken back.
		collection == COLLECTION
			&& Uniques::owner(collection, item)
				.is_some_and(|bearer| Membership::number(&bearer) == Some(item))
	}
}

/// Whether a call of uniques concerns the certificates.
pub fn concerns(call: &pallet_uniques::Call<Runtime>) -> bool {
	use pallet_uniques::Call::*;
	match call {
		create { collection, .. }
		| force_create { collection, .. }
		| destroy { collection, .. }
		| mint { collection, .. }
		| burn { collection, .. }
		| transfer { collection, .. }
		| redeposit { collection, .. }
		| freeze { collection, .. }
		| thaw { collection, .. }
		| freeze_collection { collection }
		| thaw_collection { collection }
		| transfer_ownership { collection, .. }
		| set_team { collection, .. }
		| approve_transfer { collection, .. }
		| cancel_approval { collection, .. }
		| force_item_status { collection, .. }
		| set_attribute { collection, .. }
		| clear_attribute { collection, .. }
		| set_metadata { collection, .. }
		| clear_metadata { collection, .. }
		| set_collection_metadata { collection, .. }
		| clear_collection_metadata { collection }
		| set_collection_max_supply { collection, .. }
		| set_price { collection, .. }
		| buy_item { collection, .. } => *collection == COLLECTION,
		set_accept_ownership { maybe_collection } => *maybe_collection == Some(COLLECTION),
		// A call that a later release brings, until it is judged.
		_ => true,
	}
}
