// SPDX-License-Identifier: Apache-2.0

//! By what the chain sees that somebody still has their key (mechanisms, section 2).
//!
//! A lost key must not become a cheap way to a living account. The stock pallets tell nobody of the calls
//! that they make in another's name, so this chain's own rooms note whoever signs to them, by whatever
//! way: [`Signed`] is the only origin of members that they know, and `clippy.toml` refuses the stock one. Only
//! `validators.resume` takes it, because an operator's machine makes that call. So does the ledger when coin goes. It costs
//! nothing unless somebody has reported the key lost.

use crate::{
	ledger::{Kept, Watch},
	AccountId, Nonce, RuntimeOrigin, System,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::{EnsureOrigin, StoredMap};
use frame_system::EnsureSigned;
use pallet_membership::{ReportId, SignsOfLife};
use scale_info::TypeInfo;

/// Anybody who signs, which is a sign of life.
pub struct Signed;

impl EnsureOrigin<RuntimeOrigin> for Signed {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin) -> Result<AccountId, RuntimeOrigin> {
		let who = EnsureSigned::try_origin(origin)?;
		if watched(&who).is_some() {
			watch(&who, None);
		}
		Ok(who)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		EnsureSigned::<AccountId>::try_successful_origin()
	}
}

/// What a sign of life since a report would have changed.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Mark {
	/// The report that the account has been watched for since.
	pub watch: ReportId,
	/// How many transactions it had signed.
	pub nonce: Nonce,
}

/// Tells signs of life by what the account's record says.
pub struct Records;

impl SignsOfLife<AccountId> for Records {
	type Mark = Mark;

	fn watch(who: &AccountId, report: ReportId) -> Mark {
		// An earlier report is not void because of a later one.
		let Watch(since) = watched(who).unwrap_or(Watch(report));
		watch(who, Some(Watch(since)));
		Mark { watch: since, nonce: *System::account_nonce(who) }
	}

	fn is_silent_since(who: &AccountId, mark: &Mark) -> bool {
		watched(who) == Some(Watch(mark.watch)) && *System::account_nonce(who) == mark.nonce
	}
}

fn watched(who: &AccountId) -> Option<Watch> {
	<Kept<Option<Watch>> as StoredMap<_, _>>::get(who)
}

fn watch(who: &AccountId, since: Option<Watch>) {
	// A record that does not exist is not made for this, and there is nobody to watch.
	<Kept<Option<Watch>> as StoredMap<AccountId, Option<Watch>>>::mutate(who, |kept| *kept = since)
		.ok();
}
