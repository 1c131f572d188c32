// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use artel_primitives::units::LaborBalance;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_fees()?;
		Self::try_state_duty()?;
		Self::try_state_seats()
	}

	/// # Invariants
	///
	/// - What is tied up for fees is the sum of what cases have, on each account and in escrow.
	/// - The cases of each account's fees are known.
	fn try_state_fees() -> Result<(), TryRuntimeError> {
		let mut held: BTreeMap<T::AccountId, LaborBalance> = BTreeMap::new();
		let (mut escrowed, last) = (0, LastCase::<T>::get());
		let reason = HoldReason::Fee.into();
		for (number, case) in Cases::<T>::iter() {
			ensure!(number > 0 && number <= last, "a case has a number that was never given");
			let appeal = case.appeal.as_ref().map(|appeal| &appeal.purse);
			for purse in [Some(&case.purse), appeal].into_iter().flatten() {
				match &purse.source {
					Source::Held(who) => {
						let own = held.entry(who.clone()).or_default();
						*own = LaborBalance::saturating_add(*own, purse.left);
						let known = purse.left == 0 || FeesOf::<T>::get(who).contains(&number);
						ensure!(known, "a fee is not its owner's");
					},
					_ => escrowed = LaborBalance::saturating_add(escrowed, purse.left),
				}
			}
		}
		for (who, amount) in held {
			let tied = T::Labor::held(&reason, &Source::Held(who));
			ensure!(tied == amount, "another amount is tied up on an account than its fees");
		}
		let tied = T::Labor::held(&reason, &Source::Escrow);
		ensure!(tied == escrowed, "another amount is in escrow than the fees of cases");
		for (_, cases) in FeesOf::<T>::iter() {
			ensure!(!cases.is_empty(), "an empty list is kept");
			let exist = cases.iter().all(Cases::<T>::contains_key);
			ensure!(exist, "a fee is of no case");
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - Those on duty are those whose time runs, each once, and nobody of them is banned.
	fn try_state_duty() -> Result<(), TryRuntimeError> {
		let all = OnDuty::<T>::get();
		let listed: BTreeSet<_> = all.iter().cloned().collect();
		ensure!(listed.len() == all.len(), "somebody is on duty twice");
		let epoch = T::Epochs::current();
		let mut running = 0usize;
		for (who, found) in Enforcers::<T>::iter() {
			ensure!(found.since.is_some() == listed.contains(&who), "duty is listed otherwise");
			running = running.saturating_add(usize::from(found.since.is_some()));
			let banned = found.since.is_some() && found.is_banned(epoch);
			ensure!(!banned, "somebody banned is on duty");
			ensure!(found.most <= MOST_OPEN, "somebody takes too many seats");
		}
		ensure!(running == all.len(), "somebody is on duty without a record");
		Ok(())
	}

	/// # Invariants
	///
	/// - Every seat belongs to a place of a case that is drawn, in its last instance.
	/// - Everybody drawn is kept away from later draws, and conflicts are of cases.
	fn try_state_seats() -> Result<(), TryRuntimeError> {
		for (who, found) in Enforcers::<T>::iter() {
			for seat in &found.seats {
				let case = Cases::<T>::get(seat.case).ok_or("a seat is of no case")?;
				ensure!(case.instance() == seat.instance, "a seat is of an earlier instance");
				let Stage::Drawn { places, .. } = &case.stage else {
					return Err("a seat is of a case that is not drawn".into());
				};
				let placed = places.iter().any(|place| place.who == who);
				ensure!(placed, "a seat has no place");
			}
		}
		for (number, case) in Cases::<T>::iter() {
			let away = Conflicts::<T>::get(number);
			ensure!(
				away.contains(&case.orderer) && away.contains(&case.worker),
				"a side may judge its own case"
			);
			if let Stage::Drawn { places, .. } = &case.stage {
				let kept = places.iter().all(|place| away.contains(&place.who));
				ensure!(kept, "somebody can be drawn twice");
			}
		}
		for number in Conflicts::<T>::iter_keys() {
			ensure!(Cases::<T>::contains_key(number), "conflicts are of no case");
		}
		for (check, _) in WaitingChecks::<T>::get() {
			let waits = Cases::<T>::get(check)
				.is_some_and(|case| matches!(case.stage, Stage::Waiting { .. }));
			ensure!(waits, "a check that does not wait goes first");
		}
		Ok(())
	}
}
