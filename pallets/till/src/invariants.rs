// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame::deps::{frame_support::traits::fungible::InspectHold, sp_runtime::TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_issuance()?;
		Self::try_state_entries()?;
		Self::try_state_asks()?;
		Self::try_state_attestations()
	}

	/// # Invariants
	///
	/// - **Invariant A.** There is as much ART as at genesis and was received, less what was paid.
	/// - No epoch to come has begun.
	fn try_state_issuance() -> Result<(), TryRuntimeError> {
		let books = CurrentBooks::<T>::get();
		let came = books.genesis.checked_add(books.received);
		ensure!(
			came.and_then(|came| came.checked_sub(books.paid)) == Some(T::Coin::total_issuance()),
			"coin was made or unmade that is not in the books"
		);
		ensure!(
			CurrentIssuing::<T>::get().epoch <= T::Epochs::current(),
			"something was booked in an epoch to come"
		);
		ensure!(is_whole(CurrentLimit::<T>::get()), "the limit is no amount of the currency");
		Ok(())
	}

	/// # Invariants
	///
	/// - Entries have all numbers up to the last one, and receipts that differ, by which they are found.
	/// - What was received and paid is the sum of the entries, in whole minor units.
	/// - What was made in the last epoch is a part of what was received.
	fn try_state_entries() -> Result<(), TryRuntimeError> {
		let books = CurrentBooks::<T>::get();
		let (mut received, mut paid, mut paid_asks) = (0u128, 0u128, BTreeSet::new());
		let (mut count, last_ask) = (0u32, LastAsk::<T>::get());
		for (number, entry) in Entries::<T>::iter() {
			ensure!(number > 0 && number <= books.last_entry, "an entry has no number of its own");
			ensure!(entry.amount > 0 && is_whole(entry.amount), "an entry is no amount");
			let known = Receipts::<T>::get(entry.receipt) == Some(number);
			ensure!(known, "an entry is not found by its receipt");
			ensure!(!T::SystemAccounts::contains(&entry.who), "nobody was given coin");
			match entry.booking {
				Booking::Received => received = received.saturating_add(entry.amount),
				Booking::Paid { ask } => {
					ensure!(paid_asks.insert(ask) && ask <= last_ask, "an ask was paid twice");
					ensure!(!Asks::<T>::contains_key(ask), "an ask was paid and is open");
					paid = paid.saturating_add(entry.amount);
				},
			}
			count = count.saturating_add(1);
		}
		ensure!(count == books.last_entry, "the numbers of entries have a gap");
		let receipts = Receipts::<T>::iter_keys().count();
		ensure!(u32::try_from(receipts) == Ok(count), "a receipt belongs to no entry");
		ensure!((received, paid) == (books.received, books.paid), "the books add up otherwise");
		ensure!(CurrentIssuing::<T>::get().issued <= received, "more was made than received");
		Ok(())
	}

	/// # Invariants
	///
	/// - What is on hold for asks on each account is the sum of its asks, and all of it is what is outstanding.
	/// - Asks are counted, altogether and of each account, and no more are open than can be.
	/// - Every ask has a reference and an end.
	fn try_state_asks() -> Result<(), TryRuntimeError> {
		let books = CurrentBooks::<T>::get();
		let (last, running) = (LastAsk::<T>::get(), T::Epochs::current());
		let mut own: BTreeMap<T::AccountId, (Balance, u32)> = BTreeMap::new();
		let mut of_others = 0u32;
		for (number, ask) in Asks::<T>::iter() {
			ensure!(number > 0 && number <= last, "an ask has a number that was never given");
			ensure!(ask.amount > 0 && is_whole(ask.amount), "an ask is no amount");
			ensure!(!ask.reference.is_blank(), "an ask has no reference");
			// The longest times there can be, from now on.
			let longest = running.saturating_add(EPOCHS_PER_PERIOD).saturating_add(4);
			ensure!(ask.until <= longest, "an ask waits too long");
			ensure!(AsksOf::<T>::get(&ask.who).contains(&number), "an ask is not its owner's");
			of_others = of_others.saturating_add(u32::from(!ask.from_member));
			let (amount, count) = own.entry(ask.who).or_default();
			*amount = amount.saturating_add(ask.amount);
			*count = count.saturating_add(1);
		}
		let (mut outstanding, mut asks) = (0u128, 0u32);
		for (who, (amount, count)) in &own {
			let held = T::Coin::balance_on_hold(&Self::on_hold_for(), who);
			ensure!(held == *amount, "another amount is on hold than is asked for");
			let listed = AsksOf::<T>::get(who).len();
			ensure!(
				u32::try_from(listed) == Ok(*count),
				"asks of an account are counted otherwise"
			);
			outstanding = outstanding.saturating_add(*amount);
			asks = asks.saturating_add(*count);
		}
		ensure!(AsksOf::<T>::iter_keys().count() == own.len(), "somebody has asks who has none");
		ensure!(outstanding == books.outstanding, "another amount is outstanding");
		ensure!(asks == books.asks && of_others == books.asks_of_others, "asks are miscounted");
		let most = T::MaxAsks::get();
		ensure!(asks <= most && of_others <= most / 2, "more asks are open than can be");
		Ok(())
	}

	/// # Invariants
	///
	/// - Attestations have all numbers up to the last one, and none is of a period to come.
	/// - The stewards have to attest from the first entry on, and no later than after the running period.
	/// - ART stands for something.
	fn try_state_attestations() -> Result<(), TryRuntimeError> {
		let (books, period) = (CurrentBooks::<T>::get(), Self::period());
		let mut count = 0u32;
		for (number, said) in Attestations::<T>::iter() {
			let known = number > 0 && number <= books.last_attestation;
			ensure!(known, "an attestation has no number of its own");
			ensure!(said.period <= period && is_whole(said.balance), "an attestation is odd");
			ensure!(!said.stewards.is_empty(), "nobody attested");
			count = count.saturating_add(1);
		}
		ensure!(count == books.last_attestation, "the numbers of attestations have a gap");
		ensure!(
			books.attest_in.is_some() == (books.last_entry > 0),
			"what was booked is not attested, or the other way round"
		);
		ensure!(
			books.attest_in.is_none_or(|next| next <= period.saturating_add(1)),
			"the stewards attest too late"
		);
		ensure!(!CurrentCurrency::<T>::get().is_blank(), "ART stands for nothing");
		Ok(())
	}
}
