// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::{types::LEAST_THRESHOLD, *};
use alloc::collections::BTreeMap;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_parts()?;
		Self::try_state_mandates()?;
		Self::try_state_purposes()?;
		Self::try_state_stewards()
	}

	/// # Invariants
	///
	/// - What the fund has is what it promised, what is free and what it keeps.
	/// - What came in by known ways, less what was paid, is no more than it has.
	/// - No epoch to come has begun.
	fn try_state_parts() -> Result<(), TryRuntimeError> {
		let state = Self::state();
		let parts = state.promised.saturating_add(state.free).saturating_add(state.kept);
		ensure!(parts == state.balance, "the parts of the fund are not all that it has");
		let known = state.income.sum().saturating_add(state.other_income);
		ensure!(
			known.checked_sub(state.paid) == Some(state.balance),
			"the fund has less than came in and was not paid"
		);
		let running = T::Epochs::current();
		ensure!(
			CurrentGiving::<T>::get().is_none_or(|giving| giving.epoch <= running),
			"something was promised in an epoch to come"
		);
		Ok(())
	}

	/// # Invariants
	///
	/// - What is promised is the sum of what open mandates have left, and each has something left.
	/// - No number is higher than the last one given, and no more are open than can be.
	/// - Every mandate serves a purpose that there is, has a reason, and pays somebody.
	fn try_state_mandates() -> Result<(), TryRuntimeError> {
		let (last, mut promised, mut count) = (LastMandate::<T>::get(), 0u128, 0u32);
		for (number, found) in Mandates::<T>::iter() {
			ensure!(number > 0 && number <= last, "a mandate has a number that was never given");
			ensure!(found.paid < found.amount, "more was paid of a mandate than it allows");
			ensure!(Purposes::<T>::contains_key(found.purpose), "a mandate serves no purpose");
			ensure!(!found.reason.is_blank(), "a mandate says not what it is for");
			let somebody = !T::SystemAccounts::contains(found.beneficiary.account());
			ensure!(somebody, "a mandate pays nobody");
			promised = promised.saturating_add(found.left());
			count = count.saturating_add(1);
		}
		let books = CurrentBooks::<T>::get();
		ensure!(promised == books.promised, "another amount is promised");
		ensure!(count == books.open, "mandates are counted otherwise");
		ensure!(count <= T::MaxMandates::get(), "more mandates are open than can be");
		Ok(())
	}

	/// # Invariants
	///
	/// - All that was given and paid for the purposes there are is no more than was given and paid.
	/// - What was paid in a period is a part of what was paid for the purpose, and so is what was paid of its open
	///   mandates.
	/// - A purpose knows how many open mandates name it, and has a budget for each period once.
	fn try_state_purposes() -> Result<(), TryRuntimeError> {
		let mut open: BTreeMap<PurposeId, (u32, Balance)> = BTreeMap::new();
		for found in Mandates::<T>::iter_values() {
			let (count, paid) = open.entry(found.purpose).or_default();
			*count = count.saturating_add(1);
			*paid = paid.saturating_add(found.paid);
		}
		let (last, running) = (LastPurpose::<T>::get(), Self::period());
		let (mut donated, mut paid, mut count) = (0u128, 0u128, 0u32);
		for (number, purpose) in Purposes::<T>::iter() {
			ensure!(number > 0 && number <= last, "a purpose has a number that was never given");
			ensure!(!purpose.title.is_blank(), "a purpose without a title");
			let (named, paid_of_open) = open.remove(&number).unwrap_or_default();
			ensure!(purpose.open == named, "a purpose counts other mandates");
			ensure!(paid_of_open <= purpose.paid, "mandates took more than their purpose");
			ensure!(purpose.spent <= purpose.paid, "more was paid in a period than ever");
			ensure!(purpose.period <= running, "something was paid in a period to come");
			let planned = purpose.budgets.iter().map(|budget| budget.period);
			ensure!(planned.is_sorted_by(|one, other| one < other), "a period has two budgets");
			donated = donated.saturating_add(purpose.donated);
			paid = paid.saturating_add(purpose.paid);
			count = count.saturating_add(1);
		}
		let books = CurrentBooks::<T>::get();
		ensure!(donated <= books.income.donations, "more was given for purposes than was given");
		ensure!(paid <= books.paid, "more was paid for purposes than was paid");
		ensure!(count <= T::MaxPurposes::get(), "there are more purposes than can be");
		Ok(())
	}

	/// # Invariants
	///
	/// - Stewards are in order, each once, and so many can agree; one alone cannot.
	/// - Those who have not left are members, with an account that somebody holds.
	fn try_state_stewards() -> Result<(), TryRuntimeError> {
		let Some(stewards) = CurrentStewards::<T>::get() else { return Ok(()) };
		let accounts = stewards.accounts();
		ensure!(accounts.is_sorted_by(|one, other| one < other), "stewards are out of order");
		let threshold = usize::from(stewards.threshold);
		ensure!(
			stewards.threshold >= LEAST_THRESHOLD && threshold <= accounts.len(),
			"so many stewards cannot agree"
		);
		for steward in stewards.signatories.iter().filter(|steward| !steward.left) {
			ensure!(T::Members::is_member(&steward.who), "a steward has left without a mark");
			ensure!(!T::SystemAccounts::contains(&steward.who), "nobody holds a steward's account");
		}
		Ok(())
	}
}
