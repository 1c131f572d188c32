// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_records()?;
		Self::try_state_lists()?;
		Self::try_state_holds()
	}

	/// # Invariants
	///
	/// - No number is higher than the last one given.
	/// - A member who pays does not do the work, and is a member, or has left after it was delivered.
	/// - Only work that names nobody has applicants, each once.
	/// - No more minutes were delivered than ordered, and some were.
	/// - A fee is tied up for what will be judged alone, and with its price.
	fn try_state_records() -> Result<(), TryRuntimeError> {
		let last = LastDelivery::<T>::get();
		for (number, mut found) in Deliveries::<T>::iter() {
			ensure!(number > 0 && number <= last, "a delivery has a number that was never given");
			ensure!(found.left.is_none() || found.order.payer.is_member(), "the commons have left");
			ensure!(
				found.left.is_none() || !found.stage.is_before_delivery(),
				"somebody ordered before they left what nobody has delivered"
			);
			if let Some(payer) = found.order.paying_member() {
				ensure!(found.stage.worker() != Some(payer), "somebody pays for their own work");
				let there = found.left.is_some() || T::Members::is_member(payer);
				ensure!(there, "somebody pays who is no member");
			}
			let judged_later = found.order.reviewed && found.stage.is_before_delivery();
			ensure!(found.fee == 0 || judged_later, "a fee is tied up for what no case will be on");
			ensure!(found.fee == 0 || found.is_tied_up(), "a fee is tied up without its price");
			if let Stage::Open { applicants } = &found.stage {
				let named = matches!(found.order.worker, Worker::Named(_));
				ensure!(!named || applicants.is_empty(), "somebody applied for what is another's");
				let distinct: BTreeSet<_> = applicants.iter().collect();
				ensure!(distinct.len() == applicants.len(), "somebody applied twice");
			}
			if let Stage::TakenOn { worker } = &found.stage {
				ensure!(T::Members::is_member(worker), "somebody works who is no member");
			}
			let ordered = found.order.minutes;
			if let Some(done) = found.stage.done_mut() {
				ensure!((1..=ordered).contains(&done.minutes), "more was delivered than ordered");
				ensure!(!done.evidence.is_blank(), "a delivery without evidence");
			}
		}
		Ok(())
	}

	/// # Invariants
	///
	/// - A member's list names exactly the work that they pay and the work that they have taken on, but for
	///   what they delivered, or had delivered to them, before they left.
	fn try_state_lists() -> Result<(), TryRuntimeError> {
		let mut expected: BTreeMap<T::AccountId, BTreeSet<DeliveryId>> = BTreeMap::new();
		for (number, mut found) in Deliveries::<T>::iter() {
			if let (Some(payer), None) = (found.order.paying_member(), found.left) {
				expected.entry(payer.clone()).or_default().insert(number);
			}
			let gone = found.stage.done_mut().is_some_and(|done| done.left.is_some());
			if let (Some(worker), false) = (found.stage.worker(), gone) {
				expected.entry(worker.clone()).or_default().insert(number);
			}
		}
		let mut listed = BTreeMap::new();
		for (who, numbers) in UnderWay::<T>::iter() {
			ensure!(T::Members::is_member(&who), "somebody who left has work under way");
			let distinct: BTreeSet<_> = numbers.iter().copied().collect();
			ensure!(distinct.len() == numbers.len(), "a delivery is listed twice");
			listed.insert(who, distinct);
		}
		ensure!(listed == expected, "members have other work under way than they know");
		Ok(())
	}

	/// # Invariants
	///
	/// - Invariant E, as far as this pallet goes: what is on hold for work is the sum of the prices and fees that
	///   are tied up, account by account.
	fn try_state_holds() -> Result<(), TryRuntimeError> {
		let reason = HoldReason::Work.into();
		let mut held: BTreeMap<T::AccountId, LaborBalance> = BTreeMap::new();
		let mut escrowed: LaborBalance = 0;
		for found in Deliveries::<T>::iter_values().filter(Delivery::is_tied_up) {
			let sum = match found.source() {
				Source::Held(who) => held.entry(who).or_default(),
				Source::Escrow | Source::Reviews | Source::Former(_) => &mut escrowed,
			};
			*sum = sum.saturating_add(found.tied_up());
		}
		let mut due = escrowed;
		for (who, sum) in held {
			let on_own = T::Labor::held(&reason, &Source::Held(who));
			ensure!(on_own == sum, "a member's LABOR is held otherwise");
			due = due.saturating_add(sum);
		}
		let in_escrow = T::Labor::held(&reason, &Source::Escrow);
		ensure!(in_escrow == escrowed, "the escrow of work is another");
		// The escrow may be an account as well.
		let tied = frame_system::Account::<T>::iter_keys().fold(0, |sum: LaborBalance, who| {
			sum.saturating_add(T::Labor::held(&reason, &Source::Held(who)))
		});
		ensure!(
			tied == due || tied.saturating_add(escrowed) == due,
			"something is held for no work"
		);
		Ok(())
	}
}
