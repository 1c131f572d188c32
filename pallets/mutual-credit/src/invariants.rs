// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_supply()?;
		Self::try_state_holders()?;
		Self::try_state_holds()?;
		Self::try_state_exits()?;
		Self::try_state_offers()
	}

	/// # Invariants
	///
	/// - Invariant S: there is at least the allotment of all members, and where there is more, the pool has
	///   nothing but what is earmarked or was set aside for reviews: what a lower figure frees of that is unmade
	///   as soon as anything moves.
	/// - The members counted here are those that have a credit, and those that membership counts.
	/// - What is earmarked is the sum of all earmarks, which members alone have, and lies in the pool; so does
	///   what was set aside for reviews, kept or not.
	fn try_state_supply() -> Result<(), TryRuntimeError> {
		let (supply, figures) = (CurrentSupply::<T>::get(), Self::figures());
		let target = supply.target(&figures);
		let issuance = T::Labor::total_issuance();
		ensure!(issuance >= target, "there is less than the allotment of all members");
		let mut earmarked: LaborBalance = 0;
		for (who, earmark) in Earmarks::<T>::iter() {
			ensure!(T::Credits::get(&who).is_some(), "something is set aside for no member");
			ensure!(earmark.rest() > 0, "an earmark of nothing");
			earmarked = earmarked.saturating_add(earmark.rest());
		}
		ensure!(earmarked == supply.earmarked, "the earmarks are miscounted");
		let pool = T::Labor::balance(&Self::pool());
		let tied = earmarked.saturating_add(supply.reserved);
		ensure!(tied <= pool, "what is earmarked, or was set aside for reviews, is not there");
		ensure!(issuance == target || pool == tied, "there is an overhang and a free pool");
		let credits = frame_system::Account::<T>::iter_keys()
			.filter(|who| T::Credits::get(who).is_some())
			.count();
		ensure!(u32::try_from(credits) == Ok(supply.members), "the members are miscounted");
		ensure!(T::Members::count() == supply.members, "membership counts others");
		Ok(())
	}

	/// # Invariants
	///
	/// - Only members, the pool and the escrow own LABOR, and together they own all of it.
	/// - The escrow owns nothing that is not on hold, the pool nothing that is.
	/// - Those with a credit are members, and have kept no more than is in the wallet or at stake; what may have to ripen is
	///   a part of it.
	fn try_state_holders() -> Result<(), TryRuntimeError> {
		let (pool, escrow) = (Self::pool(), Self::escrow());
		let mut sum: LaborBalance = 0;
		for who in frame_system::Account::<T>::iter_keys() {
			let total = T::Labor::total_balance(&who);
			let member = T::Members::is_member(&who);
			let credit = T::Credits::get(&who);
			ensure!(member == credit.is_some(), "a credit without a membership");
			if let Some(Credit { kept, fresh, staked, .. }) = credit {
				ensure!(kept <= total.saturating_add(staked), "more was kept than is there");
				ensure!(fresh.since(0) <= kept, "what may have to ripen was not kept");
			}
			ensure!(
				total == 0 || member || who == pool || who == escrow,
				"LABOR belongs to somebody who may own none"
			);
			sum = sum.saturating_add(total);
		}
		ensure!(sum == T::Labor::total_issuance(), "LABOR is owned by nobody, or twice");
		ensure!(T::Labor::balance(&escrow) == 0, "something in escrow is not held");
		ensure!(
			T::Labor::balance(&pool) == T::Labor::total_balance(&pool),
			"something of the pool is held"
		);
		Ok(())
	}

	/// # Invariants
	///
	/// - Invariant E, as far as this pallet goes: what is on hold for deferred payouts is the sum of
	///   their records.
	fn try_state_holds() -> Result<(), TryRuntimeError> {
		use frame::deps::frame_support::traits::fungible::hold::Inspect as _;

		let escrow = Self::escrow();
		let mut deferred: LaborBalance = 0;
		for (who, payouts) in Payouts::<T>::iter() {
			ensure!(T::Credits::get(&who).is_some(), "something is deferred for no member");
			ensure!(!payouts.is_empty(), "an empty list of payouts");
			for payout in payouts {
				ensure!(payout.net > 0, "a payout of nothing");
				deferred = deferred.saturating_add(payout.net);
			}
		}
		ensure!(
			T::Labor::balance_on_hold(&HoldReason::Deferred.into(), &escrow) == deferred,
			"what is deferred is not in escrow"
		);
		Ok(())
	}

	/// # Invariants
	///
	/// - Of what somebody left with, no more grants were unmade than there were, and none as long as others
	///   went to the pool; what is owed is what went there, as far as it was earned.
	fn try_state_exits() -> Result<(), TryRuntimeError> {
		for (_, exit) in Exits::<T>::iter() {
			ensure!(exit.burned <= exit.granted, "more was unmade than was granted");
			ensure!(
				exit.burned == exit.granted || exit.to_pool == 0,
				"grants went to the pool instead of being unmade"
			);
			ensure!(exit.owed == exit.to_pool.min(exit.earned), "what is owed is miscounted");
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - Offers and the lists of their providers are the same set, and the providers work.
	fn try_state_offers() -> Result<(), TryRuntimeError> {
		let mut listed = 0usize;
		for (who, offers) in OffersBy::<T>::iter() {
			ensure!(T::Members::class(&who) == Some(Class::Worker), "who offers does not work");
			for id in offers {
				let offer = Offers::<T>::get(id).ok_or("an offer that is listed is not there")?;
				ensure!(offer.provider == who, "an offer is listed by somebody else");
				listed = listed.saturating_add(1);
			}
		}
		ensure!(Offers::<T>::iter().count() == listed, "an offer that nobody lists");
		for id in Offers::<T>::iter_keys() {
			ensure!(id <= LastOffer::<T>::get(), "an offer was never published");
		}
		Ok(())
	}
}
