// SPDX-License-Identifier: Apache-2.0

//! What must hold of the storage after every block, recomputed from scratch.

use crate::*;
use alloc::collections::BTreeMap;
use frame::deps::{frame_support::traits::fungible::InspectHold, sp_runtime::TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	///
	/// # Invariants
	///
	/// - What is on hold on each account, and in escrow, is the sum of what is on hold for its requests.
	/// - An open request is its requester's, and in no other list; a closed one holds nothing.
	/// - Submissions have all places of their request, and those that are scored are counted.
	/// - The best are scored, good enough, in their order, and no more than are wanted.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut art: BTreeMap<T::AccountId, Balance> = BTreeMap::new();
		let mut labor: BTreeMap<T::AccountId, LaborBalance> = BTreeMap::new();
		let mut unscored: BTreeMap<T::AccountId, u32> = BTreeMap::new();
		let (mut escrowed, mut open) = (0u64, 0usize);
		for (number, request) in Requests::<T>::iter() {
			ensure!(number <= LastRequest::<T>::get(), "a request has a number never given");
			ensure!(Open::<T>::contains_key(number) != request.closed, "open is not as listed");
			let mine = RequestsOf::<T>::get(&request.requester).contains(&number);
			ensure!(mine != request.closed, "a request is not its requester's");
			if request.closed {
				ensure!(request.held == 0 && request.deposit == 0, "a closed request holds");
			} else {
				open = open.saturating_add(1);
			}
			let coin = art.entry(request.requester.clone()).or_default();
			*coin = coin.saturating_add(request.art_held());
			match request.left {
				Some(_) => escrowed = escrowed.saturating_add(request.labor_held()),
				None => {
					let own = labor.entry(request.requester.clone()).or_default();
					*own = own.saturating_add(request.labor_held());
				},
			}
			let mut scored = 0u32;
			for place in 0..request.submitted {
				let found = Submissions::<T>::get(number, place).ok_or("a place is empty")?;
				let known = Places::<T>::get(number, &found.worker) == Some(place);
				ensure!(known, "a submission is not found by its worker");
				if matches!(found.stage, Stage::Scored { .. }) {
					scored = scored.saturating_add(1);
				} else {
					let count = unscored.entry(found.worker).or_default();
					*count = count.saturating_add(1);
				}
			}
			ensure!(scored == request.scored, "scored submissions are miscounted");
			Self::try_state_best(number, &request)?;
		}
		ensure!(Open::<T>::iter_keys().count() == open, "something else is open");
		let listed: usize = RequestsOf::<T>::iter_values().map(|own| own.len()).sum();
		ensure!(listed == open, "another request is somebody's");
		let kept: BTreeMap<_, _> = Unscored::<T>::iter().collect();
		ensure!(kept == unscored, "submissions that are not scored are miscounted");
		for (who, amount) in art {
			let held = T::Coin::balance_on_hold(&Self::reason(), &who);
			ensure!(held == amount, "another amount of ART is on hold");
		}
		for (who, amount) in labor {
			let held = T::Labor::held(&Self::reason(), &Source::Held(who));
			ensure!(held == amount, "another amount of LABOR is on hold");
		}
		let held = T::Labor::held(&Self::reason(), &Source::Escrow);
		ensure!(held == escrowed, "another amount of LABOR is in escrow");
		Ok(())
	}

	fn try_state_best(number: RequestId, request: &RequestOf<T>) -> Result<(), TryRuntimeError> {
		let (best, mut paid) = (Best::<T>::get(number), 0u32);
		let most = usize::try_from(request.terms.wanted).unwrap_or(usize::MAX);
		ensure!(best.len() <= most, "more are among the best than are wanted");
		let mut before = None;
		for ranked in &best {
			let found = Submissions::<T>::get(number, ranked.place).ok_or("nobody is the best")?;
			let scored = found.stage == Stage::Scored { quality: ranked.quality };
			ensure!(scored, "one of the best was scored otherwise");
			let quality = ranked.quality.percent();
			ensure!(quality >= request.terms.minimum.percent(), "one of the best is not enough");
			let key = (u8::MAX.saturating_sub(quality), ranked.place);
			ensure!(before.is_none_or(|other| other < key), "the best are out of order");
			before = Some(key);
			paid = paid.saturating_add(u32::from(ranked.paid));
		}
		ensure!(request.closed || paid == request.paid, "those who were paid are miscounted");
		Ok(())
	}
}
